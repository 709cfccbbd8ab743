"""The current-voltage line of one ion, and which way current and ions go."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Arrow,
    Axis,
    Choice,
    Format,
    Lab,
    Marker,
    Membrane,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Shown,
    Slider,
    Span,
    Trace,
)
from labsupport.labs.ions import ion_option

lab = Lab(
    id="driving_force",
    title=Text(zh="驱动力、电流与离子移动的方向", en="Driving force, current and the way the ions move"),
    teaches=Text(
        zh="*V*_{m} − *E* 的符号决定电流的方向；离子自己往哪边走，还要看它的电荷。",
        en="The sign of *V*_{m} − *E* gives the direction of the current; which way the ions go depends on "
        "their charge as well.",
    ),
    model="driving_force",
    choices=[
        Choice(
            "ion",
            Text(zh="离子", en="Ion"),
            [
                ion_option("Na", {"c_out": 150, "c_in": 12}),
                ion_option("K", {"c_out": 5, "c_in": 140}),
                ion_option("Cl", {"c_out": 150, "c_in": 10}),
                ion_option("Ca", {"c_out": 2, "c_in": 1e-4}),
            ],
        )
    ],
    sliders=[
        Slider(
            "V_m",
            default=-70,
            minimum=-120,
            maximum=120,
            label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}"),
        ),
        Slider("g", default=1, maximum=20, step=0.1, label=Text(zh="电导 *g*", en="Conductance *g*")),
        Slider("c_out", label=Text(zh="胞外 {ion}", en="{ion} outside")),
        Slider("c_in", label=Text(zh="胞内 {ion}", en="{ion} inside")),
        Slider("T", default=309, minimum=290, maximum=315, label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="静息时的 Na⁺", en="Na⁺ at rest"), {"V_m": -70, "g": 1}, choose={"ion": 0}),
        Option(Text(zh="Na⁺，*V*_{m} 高于 *E*_{Na}", en="Na⁺ beyond *E*_{Na}"), {"V_m": 80, "g": 1}, choose={"ion": 0}),
        Option(Text(zh="静息时的 K⁺", en="K⁺ at rest"), {"V_m": -70, "g": 1}, choose={"ion": 1}),
        Option(
            Text(zh="Cl⁻，*E*_{Cl} = −75 mV", en="Cl⁻, *E*_{Cl} = −75 mV"),
            {"V_m": -60, "g": 1, "c_out": 150, "c_in": 8.97},
            choose={"ion": 2},
        ),
        Option(Text(zh="通道关闭，*g* = 0", en="Closed, *g* = 0"), {"g": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="*E*_{Cl} = −75 mV，*V*_{m} = −60 mV，Cl⁻ 通道打开。电流和 Cl⁻ 各往哪边走？",
            en="*E*_{Cl} = −75 mV and *V*_{m} = −60 mV. Chloride channels open. Which way do the current and the "
            "chloride ions go?",
        ),
        options=[
            Text(zh="电流外向，Cl⁻ 也流出", en="Current outward, and Cl⁻ leaves"),
            Text(zh="电流外向，Cl⁻ 却流入", en="Current outward, yet Cl⁻ enters"),
            Text(zh="电流内向，Cl⁻ 流入", en="Current inward, and Cl⁻ enters"),
        ],
        answer=1,
        explanation=Text(
            zh="驱动力 *V*_{m} − *E*_{Cl} = +15 mV，电流外向；这条规则对任何离子都一样。"
            "电流方向按正电荷定义，阴离子带负电，所以 Cl⁻ 朝相反方向移动，流入细胞。",
            en="The driving force *V*_{m} − *E*_{Cl} is +15 mV, so the current is outward, as for any ion. Current is "
            "counted by positive charge, and an anion carries negative charge: Cl⁻ moves the opposite way, into "
            "the cell.",
        ),
        values={"V_m": -60, "g": 1, "c_out": 150, "c_in": 8.97},
        choose={"ion": 2},
    ),
    views=[
        Panel(
            id="line",
            title=Text(zh="{ion} 的电流–电压关系", en="Current–voltage line of {ion}"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-150,
                high=150,
            ),
            y=Axis(
                label=Text(zh="{ion} 电流 *I*，外向为正", en="{ion} current *I*, outward positive"),
                unit="pA",
                least=100,
                symmetric=True,
            ),
            traces=[
                Trace(
                    "I", Text(zh="*I* = *g*(*V*_{m} − *E*)", en="*I* = *g*(*V*_{m} − *E*)"), color="ion", label_at=0.9
                )
            ],
            markers=[Marker("I", color="ion")],
            rules=[Rule("E", "x", Text(zh="*E*_{ion}", en="*E*_{ion}"), color="ion")],
            spans=[Span("E", "V_m", Text(zh="驱动力", en="driving force"), color="ink")],
            height=300,
        ),
        Membrane(
            id="scheme",
            title=Text(zh="膜的示意图", en="The membrane"),
            inside="c_in",
            outside="c_out",
            ion="{ion}",
            valence="z",
            voltage="V_m",
            arrows=[
                Arrow("I", Text(zh="电流", en="current"), color="ink", full=300, hollow=True),
                Arrow("flux", Text(zh="{ion} 的移动", en="{ion} ions"), color="ion", full=1500),
            ],
            color="ion",
            height=210,
        ),
    ],
    readouts=[
        Readout("E", Text(zh="平衡电位 *E*_{ion}", en="Equilibrium potential *E*_{ion}"), color="ion"),
        Readout(
            "DF",
            Text(zh="驱动力 *V*_{m} − *E*_{ion}", en="Driving force *V*_{m} − *E*_{ion}"),
            Format(decimals=1, sign=True),
        ),
        Readout("I", Text(zh="电流 *I*", en="Current *I*"), Format(decimals=1, sign=True)),
        Readout(
            "flux",
            Text(zh="{ion} 净流出（每秒）", en="Net {ion} leaving per second"),
            Shown(Format(decimals=0, sign=True), Text(zh="百万个", en="million")),
        ),
    ],
    phrases=[
        Phrase(
            "current",
            of="I",
            negative=Text(zh="电流内向", en="the current is inward"),
            zero=Text(zh="没有净电流", en="there is no net current"),
            positive=Text(zh="电流外向", en="the current is outward"),
            tolerance=0.05,
        ),
        Phrase(
            "ions",
            of="flux",
            negative=Text(zh="离子净流入细胞", en="ions enter the cell"),
            zero=Text(zh="离子没有净移动", en="no net ions cross"),
            positive=Text(zh="离子净流出细胞", en="ions leave the cell"),
            tolerance=0.3,
        ),
    ],
    alt=Text(
        zh="{ion} 的电流–电压直线，在 E = {E} 处过零，斜率为 {g}。膜电位 {V_m}，驱动力 {DF}：{current}，{ions}。"
        "膜的示意图：胞外 {ion} {c_out}，胞内 {c_in}，两个箭头分别表示电流和离子移动的方向。",
        en="The straight current–voltage line of {ion} crosses zero at E = {E}, with slope {g}. At {V_m} the "
        "driving force "
        "is {DF}: {current}, and {ions}. Scheme of the membrane with {ion} {c_out} outside and {c_in} inside; "
        "two arrows "
        "show the directions of the current and of the ions.",
    ),
    response=[
        Response("V_m", "I", +1),
        Response("V_m", "DF", +1),
        Response("V_m", "flux", +1),
        Response("V_m", "flux", -1, choose={"ion": 2}),
        Response("V_m", "I", +1, choose={"ion": 2}),
        Response("c_out", "E", +1),
        Response("c_out", "E", -1, choose={"ion": 2}),
        Response("g", "E", 0),
    ],
)
