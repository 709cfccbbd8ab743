"""Reversal potential of a membrane permeable to K+ and Na+, and the two currents that cancel there."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Shown,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside, potential

_CURRENT = Shown(Format(decimals=1, sign=True), unit="mA/m²", factor=1000)

lab = Lab(
    id="two_ion_reversal",
    title=Text(zh="两种离子：反转电位与通透性比", en="Two ions: reversal potential and permeability ratio"),
    teaches=Text(
        zh="反转电位落在两个平衡电位之间，但不是它们的平均：通透性乘浓度才算数。",
        en="The reversal potential lies between two equilibrium potentials but is not their average: "
        "permeability times concentration counts.",
    ),
    model="two_ion_reversal",
    sliders=[
        Slider(
            "alpha", default=3, label=Text(zh="通透性比 *P*_{K}/*P*_{Na}", en="Permeability ratio *P*_{K}/*P*_{Na}")
        ),
        Slider("V_m", default=-70, maximum=60, label=Text(zh="膜电位 *V*_{m}", en="Probe potential *V*_{m}")),
        Slider("K_out", label=outside("K")),
        Slider("K_in", label=inside("K")),
        Slider("Na_out", label=outside("Na")),
        Slider("Na_in", label=inside("Na")),
        Slider("T", minimum=290, maximum=315, label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="1 : 1", en="1 : 1"), {"alpha": 1}),
        Option(Text(zh="3 : 1", en="3 : 1"), {"alpha": 3}),
        Option(Text(zh="10 : 1", en="10 : 1"), {"alpha": 10}),
        Option(Text(zh="几乎只通 K⁺", en="K⁺ almost only"), {"alpha": 10000}),
        Option(Text(zh="几乎只通 Na⁺", en="Na⁺ almost only"), {"alpha": 0.01}),
    ],
    prediction=Prediction(
        question=Text(
            zh="*E*_{K} = −89 mV，*E*_{Na} = +61 mV。K⁺ 的通透性是 Na⁺ 的 10 倍，反转电位离 *E*_{K} 有多远？",
            en="*E*_{K} = −89 mV and *E*_{Na} = +61 mV. The membrane is ten times as permeable to K⁺ as to Na⁺. "
            "How far from *E*_{K} does the current reverse?",
        ),
        options=[
            Text(zh="约 4 mV：几乎就在 *E*_{K}", en="About 4 mV: practically at *E*_{K}"),
            Text(zh="约 14 mV：按 10 : 1 加权平均", en="About 14 mV: the 10 : 1 weighted mean"),
            Text(zh="约 36 mV：离得还很远", en="About 36 mV: still a long way off"),
        ],
        answer=2,
        explanation=Text(
            zh="反转电位是 −52.9 mV，比 *E*_{K} 高 36 mV。GHK 方程先把各离子的浓度与通透性之积相加，再取对数："
            "胞外 Na⁺ 多，所以少量 Na⁺ 通透性就足以把电位拉高许多。它不是 *E*_{K} 与 *E*_{Na} 的加权平均。",
            en="It reverses at −52.9 mV, 36 mV above *E*_{K}. GHK adds permeability times concentration and takes the "
            "logarithm afterwards: Na⁺ is plentiful outside, so a little permeability to it pulls the voltage far. "
            "It is not a weighted mean of *E*_{K} and *E*_{Na}.",
        ),
        values={"alpha": 10, "K_out": 5, "K_in": 140, "Na_out": 145, "Na_in": 15, "T": 310},
    ),
    views=[
        Panel(
            id="reversal",
            title=Text(zh="反转电位与通透性比", en="Reversal potential against the permeability ratio"),
            x=Axis(
                label=Text(zh="通透性比 *P*_{K}/*P*_{Na}", en="permeability ratio *P*_{K}/*P*_{Na}"),
                parameter="alpha",
                low=0.01,
                high=1e4,
                scale="log",
            ),
            y=Axis(
                label=Text(zh="反转电位 *E*_{rev}", en="reversal potential *E*_{rev}"), unit="mV", low=-120, high=100
            ),
            traces=[
                Trace("E_Na", potential("Na"), color="ion-Na", dash="dashed"),
                Trace("E_K", potential("K"), color="ion-K", dash="dashdot"),
                Trace("E_rev", "*E*_{rev}", color="series-1", label_at=0.3),
            ],
            markers=[Marker("E_rev", color="series-1")],
            height=280,
        ),
        Panel(
            id="currents",
            title=Text(zh="两种离子的电流", en="The two currents"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-120,
                high=60,
            ),
            y=Axis(
                label=Text(zh="电流密度，外向为正", en="current density, outward positive"),
                unit="mA/m²",
                factor=1000,
                low=-200,
                high=300,
            ),
            traces=[
                Trace("I_K", "*I*_{K}", color="ion-K", dash="dashdot"),
                Trace("I_Na", "*I*_{Na}", color="ion-Na", dash="dashed"),
                Trace("I_total", Text(zh="总和", en="total"), color="series-1"),
            ],
            rules=[Rule("E_rev", "x", "*E*_{rev}", color="series-1"), Rule("V_m", "x", "*V*_{m}", color="muted")],
            markers=[
                Marker("I_K_at_reversal", x="E_rev", color="ion-K", drop=False, place="above"),
                Marker("I_Na_at_reversal", x="E_rev", color="ion-Na", drop=False, place="below"),
            ],
            height=280,
        ),
    ],
    readouts=[
        Readout("E_rev", Text(zh="反转电位 *E*_{rev}", en="Reversal potential *E*_{rev}"), color="series-1"),
        Readout("E_K", color="ion-K", label=Text(zh="*E*_{K}", en="*E*_{K}")),
        Readout("E_Na", color="ion-Na", label=Text(zh="*E*_{Na}", en="*E*_{Na}"), shown=Format(decimals=1, sign=True)),
        Readout("distance_K", Text(zh="*E*_{rev} − *E*_{K}", en="*E*_{rev} − *E*_{K}")),
        Readout("I_K", Text(zh="*V*_{m} 处的 *I*_{K}", en="*I*_{K} at *V*_{m}"), _CURRENT, color="ion-K"),
        Readout("I_Na", Text(zh="*V*_{m} 处的 *I*_{Na}", en="*I*_{Na} at *V*_{m}"), _CURRENT, color="ion-Na"),
        Readout("I_total", Text(zh="*V*_{m} 处的总电流", en="Total at *V*_{m}"), _CURRENT, color="series-1"),
    ],
    shown={"I_K_at_reversal": _CURRENT, "I_Na_at_reversal": _CURRENT},
    phrases=[
        Phrase(
            "total",
            of="I_total",
            negative=Text(zh="总电流内向", en="the total current is inward"),
            zero=Text(zh="总电流为零", en="the total current is zero"),
            positive=Text(zh="总电流外向", en="the total current is outward"),
            tolerance=5e-4,
        )
    ],
    alt=Text(
        zh="上图：反转电位随 P_K/P_Na（对数轴）从 E_Na = {E_Na} 沿 S 形曲线降到 E_K = {E_K}；比值为 {alpha} "
        "时反转电位为 {E_rev}。"
        "下图：I_K 与 I_Na 随膜电位变化，在 {E_rev} 处大小相等、方向相反，总和过零。膜电位 {V_m} 处 I_K {I_K}，"
        "I_Na {I_Na}，{total}。",
        en="Upper plot: the reversal potential falls along an S-shaped curve from E_Na = {E_Na} to E_K = {E_K} "
        "as P_K/P_Na "
        "grows (logarithmic axis); at ratio {alpha} it is {E_rev}. Lower plot: I_K and I_Na against membrane "
        "potential; at "
        "{E_rev} they are equal and opposite and their sum crosses zero. At {V_m}, I_K is {I_K} and I_Na {I_Na}; "
        "{total}.",
    ),
    response=[
        Response("alpha", "E_rev", -1),
        Response("K_out", "E_rev", +1),
        Response("Na_in", "E_Na", -1),
        Response("V_m", "I_total", +1),
        Response("V_m", "E_rev", 0),
    ],
)
