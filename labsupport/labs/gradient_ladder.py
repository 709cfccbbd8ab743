"""The equilibrium potentials of four ions on one ladder."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Lab, Ladder, Option, Prediction, Readout, Response, Rung, Slider
from labsupport.labs.ions import COLORS, SYMBOLS

_IONS = {
    "K": Text(zh="5 / 140 mM", en="5 / 140 mM"),
    "Cl": Text(zh="150 / 10 mM", en="150 / 10 mM"),
    "Na": Text(zh="145 / 15 mM", en="145 / 15 mM"),
    "Ca": Text(zh="2 / 0.0001 mM", en="2 / 0.0001 mM"),
}

lab = Lab(
    id="gradient_ladder",
    title=Text(zh="同一把标尺上的四种离子", en="Four ions on one ladder"),
    lead=Text(
        zh="每种离子都有自己的平衡电位，由胞外与胞内浓度（图中标为 胞外 / 胞内）和温度决定。",
        en="Each ion has its own equilibrium potential, set by its concentrations (given as outside / inside) and the "
        "temperature.",
    ),
    teaches=Text(
        zh="每种离子按自己的浓度比和电荷各有一个平衡电位。",
        en="Concentration ratio and charge give each ion an equilibrium potential of its own.",
    ),
    model="gradient_ladder",
    sliders=[Slider("T", minimum=290, maximum=315, label=Text(zh="温度 *T*", en="Temperature *T*"))],
    presets=[
        Option(Text(zh="体温 310 K（37 °C）", en="Body, 310 K (37 °C)"), {"T": 310}),
        Option(Text(zh="室温 293 K（20 °C）", en="Room, 293 K (20 °C)"), {"T": 293}),
    ],
    prediction=Prediction(
        question=Text(
            zh="Ca²⁺ 的胞外与胞内浓度相差两万倍，K⁺ 只差 28 倍，悬殊程度是 K⁺ 的 714 倍。|*E*_{Ca}| 是 |*E*_{K}| "
            "的多少倍？",
            en="Ca²⁺ is 20 000 times as concentrated on one side as on the other; for K⁺ the two sides differ "
            "28-fold, "
            "714 times less. How many times |*E*_{K}| is |*E*_{Ca}|?",
        ),
        options=[
            Text(zh="约 700 倍", en="About 700 times"),
            Text(zh="约 10 倍", en="About 10 times"),
            Text(zh="约 1.5 倍", en="About 1.5 times"),
        ],
        answer=2,
        explanation=Text(
            zh="电位随浓度比的对数变化，二价离子还要再除以 2：132.3 mV 比 89.0 mV，只有 1.49 倍。",
            en="The potential goes as the logarithm of the ratio, and twice the charge halves it: 132.3 mV against "
            "89.0 mV, a factor of 1.49.",
        ),
    ),
    views=[
        Ladder(
            id="ladder",
            title=Text(zh="四种离子的平衡电位", en="Equilibrium potentials of four ions"),
            axis=Axis(label=Text(zh="平衡电位", en="equilibrium potential"), unit="mV", low=-120, high=160),
            rungs=[Rung(f"E_{ion}", f"*E*_{{{ion}}}", COLORS[ion], note) for ion, note in _IONS.items()],
            height=340,
        )
    ],
    readouts=[
        Readout(
            f"E_{ion}",
            Text(zh=f"{SYMBOLS[ion]} 的平衡电位", en=f"{SYMBOLS[ion]}"),
            Format(decimals=1, sign=True),
            color=COLORS[ion],
        )
        for ion in _IONS
    ],
    alt=Text(
        zh="同一把毫伏标尺上的四个平衡电位，{T}：K⁺ {E_K}，Cl⁻ {E_Cl}，Na⁺ {E_Na}，Ca²⁺ {E_Ca}。温度升高，"
        "各值离零更远。",
        en="Four equilibrium potentials on one millivolt scale at {T}: K⁺ {E_K}, Cl⁻ {E_Cl}, Na⁺ {E_Na}, Ca²⁺ {E_Ca}. "
        "Warming moves each further from zero.",
    ),
    response=[
        Response("T", "E_K", -1),
        Response("T", "E_Na", +1),
        Response("T", "E_Ca", +1),
    ],
)
