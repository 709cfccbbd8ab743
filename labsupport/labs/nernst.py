"""Equilibrium potential against the ratio of concentrations, for any valence and temperature."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Choice,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Slider,
    Trace,
)

_RATIO = Axis(
    label=Text(zh="浓度比 胞外 / 胞内", en="concentration ratio, outside / inside"),
    parameter="c_out",
    relative_to="c_in",
    low=1e-3,
    high=1e3,
    scale="log",
)

lab = Lab(
    id="nernst",
    title=Text(zh="能斯特方程：浓度比、离子价数与温度", en="Nernst: concentration ratio, valence and temperature"),
    teaches=Text(
        zh="浓度比每变十倍，电位移动同样的一步；离子的电荷决定这一步的大小和正负。",
        en="Every tenfold ratio is worth the same step of potential, and the ion's charge sets the size and "
        "sign of that step.",
    ),
    model="nernst",
    sliders=[
        Slider("c_out", default=5, minimum=0.1, maximum=200, label=Text(zh="胞外浓度", en="Outside")),
        Slider("c_in", default=140, minimum=0.1, maximum=200, label=Text(zh="胞内浓度", en="Inside")),
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    choices=[
        Choice(
            "valence",
            Text(zh="离子价数 *z*", en="Valence *z*"),
            [Option(text, {"z": z}, {"z_now": text}) for text, z in [("−2", -2), ("−1", -1), ("+1", 1), ("+2", 2)]],
            default=2,
        )
    ],
    presets=[
        Option(Text(zh="K⁺，静息", en="K⁺ at rest"), {"c_out": 5, "c_in": 140, "T": 310}, choose={"valence": 2}),
        Option(Text(zh="Na⁺", en="Na⁺"), {"c_out": 145, "c_in": 15, "T": 310}, choose={"valence": 2}),
        Option(Text(zh="Cl⁻", en="Cl⁻"), {"c_out": 150, "c_in": 10, "T": 310}, choose={"valence": 1}),
        Option(
            Text(zh="二价，浓度比为 10", en="Divalent, tenfold"),
            {"c_out": 100, "c_in": 10, "T": 310},
            choose={"valence": 3},
        ),
        Option(Text(zh="两侧浓度相等", en="Equal sides"), {"c_out": 100, "c_in": 100, "T": 310}, choose={"valence": 2}),
    ],
    prediction=Prediction(
        question=Text(
            zh="一价阳离子，胞外浓度是胞内的十倍，310 K 时平衡电位是 +61.5 mV。"
            "换成二价阳离子，浓度比不变，平衡电位是多少？",
            en="A monovalent cation ten times as concentrated outside as inside has an equilibrium potential of "
            "+61.5 mV (310 K). Replace it by a divalent cation with the same ratio. What is its equilibrium "
            "potential?",
        ),
        options=[
            Text(zh="+123 mV：电荷加倍，电位加倍", en="+123 mV: twice the charge, twice the voltage"),
            Text(zh="+61.5 mV：只由浓度比决定", en="+61.5 mV: only the ratio counts"),
            Text(zh="+30.8 mV：只有一半", en="+30.8 mV: half as much"),
        ],
        answer=2,
        explanation=Text(
            zh="同一电场里，二价离子受到的电场力加倍，所以一半的电压就足以抵住同样的浓度差：*E* 与 *z* 成反比。",
            en="In the same field a divalent ion feels twice the force, so half the voltage holds the same gradient "
            "in balance: *E* is proportional to 1/*z*.",
        ),
        values={"c_out": 100, "c_in": 10, "T": 310},
        choose={"valence": 3},
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="平衡电位与浓度比", en="Equilibrium potential against the ratio"),
            x=_RATIO,
            y=Axis(label=Text(zh="平衡电位 *E*", en="equilibrium potential *E*"), unit="mV", low=-200, high=200),
            traces=[
                *[
                    Trace("E", f"*z* = {text}", dash=dash, at={"z": z}, ghost=True)
                    for text, z, dash in [
                        ("+1", 1, "dashed"),
                        ("+2", 2, "dotted"),
                        ("−2", -2, "dotted"),
                        ("−1", -1, "dashed"),
                    ]
                ],
                Trace("E", "*z* = {z_now}", color="series-1"),
            ],
            markers=[Marker("E", color="series-1")],
            height=340,
        ),
    ],
    readouts=[
        Readout("E", Text(zh="平衡电位 *E*", en="Equilibrium potential *E*"), color="series-1"),
        Readout("ratio", Text(zh="浓度比 胞外/胞内", en="Ratio outside/inside"), Format(significant=3)),
        Readout("decade", Text(zh="浓度比每差十倍", en="Per tenfold ratio")),
    ],
    phrases=[
        Phrase(
            "slope",
            of="decade",
            negative=Text(zh="向右下降", en="falls to the right"),
            zero=Text(zh="水平", en="is flat"),
            positive=Text(zh="向右上升", en="rises to the right"),
        )
    ],
    alt=Text(
        zh="平衡电位对浓度比（对数轴）的直线，z = {z_now}，{slope}，浓度比为 1 时过零，每十倍改变 {decade}；"
        "灰线为其他价数。标记点：胞外 {c_out}，胞内 {c_in}，浓度比 {ratio}，{T}，E = {E}。",
        en="A straight line of equilibrium potential against concentration ratio (logarithmic axis) for z = {z_now}; "
        "it {slope}, crosses zero at ratio 1 and changes by {decade} per tenfold ratio; grey lines: other valences. "
        "Marked point: outside {c_out}, inside {c_in}, ratio {ratio}, {T}, E = {E}.",
    ),
    response=[
        Response("c_out", "E", +1),
        Response("c_in", "E", -1),
        Response("T", "decade", +1),
        Response("c_out", "E", -1, choose={"valence": 0}),
    ],
)
