"""Where GABA_A receptors reverse: chloride inside, and the share of bicarbonate."""

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
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside, potential

_BASE = {"Cl_in": 10, "Cl_out": 120, "P_HCO3": 0.2, "HCO3_in": 15, "HCO3_out": 25, "V_m": -65, "V_th": -50}

lab = Lab(
    id="gaba_reversal",
    title=Text(zh="胞内 Cl⁻ 与 GABA 的反转电位", en="Chloride inside and the reversal of GABA"),
    lead=Text(
        zh="GABA_{A} 受体让 Cl⁻ 通过，也让少量 HCO₃⁻ 通过；HCO₃⁻ 的平衡电位通常比 *E*_{Cl} 正，"
        "所以 *E*_{GABA} 也比 *E*_{Cl} 偏正。",
        en="GABA_{A} receptors pass Cl⁻, and some HCO₃⁻ too; the equilibrium potential of HCO₃⁻ is usually "
        "positive to *E*_{Cl}, and so *E*_{GABA} is as well.",
    ),
    teaches=Text(
        zh="胞内 Cl⁻ 加倍，*E*_{Cl} 上移 18.5 mV；HCO₃⁻ 使 *E*_{GABA} 更正，胞内 Cl⁻ 越低，差得越多。",
        en="Doubling Cl⁻ inside moves *E*_{Cl} up by 18.5 mV; HCO₃⁻ makes *E*_{GABA} more positive, the more "
        "so the less Cl⁻ "
        "there is inside.",
    ),
    minutes=6,
    model="gaba_reversal",
    sliders=[
        Slider("Cl_in", label=inside("Cl")),
        Slider("Cl_out", label=outside("Cl")),
        Slider("P_HCO3", label=Text(zh="*P*_{HCO3}/*P*_{Cl}", en="*P*_{HCO3}/*P*_{Cl}")),
        Slider("HCO3_in", label=Text(zh="胞内 HCO₃⁻", en="HCO₃⁻ inside")),
        Slider("HCO3_out", label=Text(zh="胞外 HCO₃⁻", en="HCO₃⁻ outside")),
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("V_th", label=Text(zh="放电阈值", en="Spike threshold")),
        Slider("T", minimum=290, maximum=315, label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    fixed={"E_L": -65},
    presets=[
        Option(Text(zh="Cl⁻ 10 mM", en="Cl⁻ 10 mM"), _BASE),
        Option(Text(zh="Cl⁻ 20 mM", en="Cl⁻ 20 mM"), {**_BASE, "Cl_in": 20}),
        Option(Text(zh="Cl⁻ 5 mM，KCC2 活跃", en="Cl⁻ 5 mM, KCC2 active"), {**_BASE, "Cl_in": 5}),
        Option(Text(zh="*E*_{GABA} = −66 mV", en="*E*_{GABA} = −66 mV"), {**_BASE, "Cl_in": 7.56}),
        Option(Text(zh="不计 HCO₃⁻", en="Without HCO₃⁻"), {**_BASE, "P_HCO3": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="310 K，胞外 Cl⁻ 120 mM。胞内 Cl⁻ 从 10 mM 加倍到 20 mM，*E*_{Cl} 移动多少？",
            en="At 310 K with 120 mM Cl⁻ outside, Cl⁻ inside doubles from 10 to 20 mM. How far does *E*_{Cl} move?",
        ),
        options=[
            Text(zh="从 −66 到 −33 mV：减半", en="From −66 to −33 mV: it halves"),
            Text(zh="上移 18.5 mV，到 −47.9 mV", en="Up by 18.5 mV, to −47.9 mV"),
            Text(zh="上移 61.5 mV，变为 −5 mV", en="Up by 61.5 mV, to −5 mV"),
        ],
        answer=1,
        explanation=Text(
            zh="加倍使电位移动 (*RT*/*F*) ln 2 = 18.5 mV，无论从哪里起步；十倍才是 61.5 mV。"
            "此时 *E*_{Cl} 只比 −50 mV 的阈值高 2.1 mV。",
            en="A doubling moves it by (*RT*/*F*) ln 2 = 18.5 mV from any start; a factor of ten would make "
            "61.5 mV. *E*_{Cl} now "
            "lies 2.1 mV above a threshold of −50 mV.",
        ),
        values={**_BASE, "Cl_in": 20},
    ),
    views=[
        Panel(
            id="reversal",
            title=Text(zh="反转电位与胞内 Cl⁻", en="Reversal potential against Cl⁻ inside"),
            x=Axis(
                label=Text(zh="胞内 Cl⁻（对数轴）", en="Cl⁻ inside (logarithmic)"),
                unit="mM",
                parameter="Cl_in",
                low=2,
                high=60,
                scale="log",
            ),
            y=Axis(label=Text(zh="电位", en="potential"), unit="mV", low=-120, high=0),
            traces=[
                Trace("E_Cl", potential("Cl"), color="ion-Cl", dash="dashed", label_at=0.1),
                Trace("E_GABA", "*E*_{GABA}", color="series-1", label_at=0.25),
            ],
            rules=[
                Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad"),
                Rule("V_m", "y", "*V*_{m}", color="muted"),
                Rule("Cl_passive", "x", Text(zh="被动", en="passive"), color="muted"),
            ],
            markers=[Marker("E_GABA", color="series-1"), Marker("E_Cl", color="ion-Cl", place="below", drop=False)],
            height=340,
        )
    ],
    readouts=[
        Readout("E_Cl", Text(zh="*E*_{Cl}", en="*E*_{Cl}"), color="ion-Cl"),
        Readout("E_GABA", Text(zh="*E*_{GABA}", en="*E*_{GABA}"), color="series-1"),
        Readout("gap", Text(zh="碳酸氢根造成的差", en="Made by bicarbonate")),
        Readout("DF_Cl", Text(zh="Cl⁻ 驱动力", en="Driving force on Cl⁻")),
        Readout("DF", Text(zh="电流的驱动力", en="Driving force of the current")),
        Readout("Cl_passive", Text(zh="被动分布的 Cl⁻", en="Cl⁻ if passive"), Format(decimals=1)),
    ],
    phrases=[
        Phrase(
            "rest",
            of="DF",
            negative=Text(zh="GABA 使膜去极化，电流内向", en="GABA depolarises, by inward current"),
            zero=Text(zh="GABA 不产生电流", en="GABA makes no current"),
            positive=Text(zh="GABA 使膜超极化，电流外向", en="GABA hyperpolarises, by outward current"),
            tolerance=0.05,
        ),
        Phrase(
            "move",
            of="DF_Cl",
            negative=Text(zh="Cl⁻ 流出", en="Cl⁻ leaves"),
            zero=Text(zh="Cl⁻ 不动", en="Cl⁻ stays"),
            positive=Text(zh="Cl⁻ 流入", en="Cl⁻ enters"),
            tolerance=0.05,
        ),
    ],
    alt=Text(
        zh="E_Cl 与 E_GABA 随胞内 Cl⁻（对数轴）上升；E_Cl 是直线，E_GABA 在低 Cl⁻ 一端弯向上方。胞内 Cl⁻ {Cl_in} 时"
        "E_Cl 为 {E_Cl}，E_GABA 为 {E_GABA}，相差 {gap}。膜电位 {V_m} 时{rest}，{move}。",
        en="E_Cl and E_GABA rise with Cl⁻ inside (logarithmic axis); E_Cl is a straight line and E_GABA bends "
        "above it at low "
        "Cl⁻. With {Cl_in} inside, E_Cl is {E_Cl} and E_GABA {E_GABA}, {gap} apart. At {V_m} {rest}; {move}.",
    ),
    response=[
        Response("Cl_in", "E_Cl", +1),
        Response("Cl_in", "E_GABA", +1),
        Response("Cl_in", "gap", -1),
        Response("P_HCO3", "E_GABA", +1),
        Response("P_HCO3", "E_Cl", 0),
        Response("V_m", "Cl_passive", +1),
    ],
)
