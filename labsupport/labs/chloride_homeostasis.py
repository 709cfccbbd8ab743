"""What sets the chloride inside: KCC2, NKCC1 and the receptors themselves, through rest, a load and recovery."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
    Flow,
    Format,
    Lab,
    Marker,
    Node,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Scheme,
    Shown,
    Slider,
    Trace,
    Zone,
)
from labsupport.labs.ions import potential
from labsupport.synapse.chloride import LOAD_AT

_BASE = {
    "kcc2": 1,
    "nkcc1": 0.05,
    "g_tonic": 0.2,
    "g_load": 20,
    "length": 60,
    "V_load": -40,
    "V_rest": -65,
    "K_out": 4,
    "P_HCO3": 0.2,
    "Cl_start": 10,
}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="s", time=True, low=0, high=720)
_RATE = Shown(Format(decimals=1, sign=True), unit="µM/s", factor=1000)

lab = Lab(
    id="chloride_homeostasis",
    title=Text(zh="谁决定胞内的 Cl⁻：KCC2、NKCC1 和通道", en="What sets Cl⁻ inside: KCC2, NKCC1 and channels"),
    lead=Text(
        zh="KCC2 借 K⁺ 的梯度运出 Cl⁻，NKCC1 借 Na⁺ 的梯度运入 Cl⁻，GABA_{A} 受体让 Cl⁻ 顺着自己的电化学梯度走。"
        "5 min 之后是负荷：受体大量开放，膜去极化。",
        en="KCC2 takes Cl⁻ out on the gradient of K⁺, NKCC1 takes it in on that of Na⁺, and GABA_{A} "
        "receptors let it follow its "
        "own. After 5 min a load begins: many receptors open in a depolarised cell.",
    ),
    teaches=Text(
        zh="胞内 Cl⁻ 是转运体与通道的收支：KCC2 少、NKCC1 多，或者通道开得太多，*E*_{GABA} 都会上移。",
        en="Cl⁻ inside is the balance of transporters and channels: little KCC2, much NKCC1 or too many open "
        "channels all move "
        "*E*_{GABA} up.",
    ),
    minutes=10,
    model="chloride_homeostasis",
    cursor=Slider("t", default=360, maximum=720, step=2, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("kcc2", label=Text(zh="KCC2 活性", en="KCC2 activity")),
        Slider("nkcc1", label=Text(zh="NKCC1 活性", en="NKCC1 activity")),
        Slider("g_tonic", label=Text(zh="平时的 Cl⁻ 电导", en="Cl⁻ conductance at rest")),
        Slider("g_load", label=Text(zh="负荷的 Cl⁻ 电导", en="Cl⁻ conductance, load")),
        Slider("length", label=Text(zh="负荷的时长", en="Length of the load")),
        Slider("V_load", label=Text(zh="负荷时的膜电位", en="Voltage under load")),
        Slider("V_rest", label=Text(zh="平时的膜电位", en="Usual voltage")),
        Slider("K_out", label=Text(zh="胞外 K⁺", en="K⁺ outside")),
        Slider("P_HCO3", label=Text(zh="*P*_{HCO3}/*P*_{Cl}", en="*P*_{HCO3}/*P*_{Cl}")),
    ],
    fixed={"Cl_start": 10},
    presets=[
        Option(Text(zh="成熟的神经元", en="Mature neuron"), _BASE),
        Option(Text(zh="未成熟的神经元", en="Immature neuron"), {**_BASE, "kcc2": 0.05, "nkcc1": 1.2}),
        Option(Text(zh="失去 KCC2", en="KCC2 lost"), {**_BASE, "kcc2": 0.1}),
        Option(Text(zh="没有转运体", en="No transporters"), {**_BASE, "kcc2": 0, "nkcc1": 0}),
        Option(Text(zh="胞外 K⁺ 升高", en="K⁺ outside raised"), {**_BASE, "K_out": 10}),
        Option(Text(zh="没有负荷", en="No load"), {**_BASE, "g_load": 0, "V_load": -65}),
    ],
    prediction=Prediction(
        question=Text(
            zh="成熟的神经元，*E*_{GABA} 约 −71 mV。GABA_{A} 受体大量开放 60 s，期间膜电位在 −40 mV。负荷刚结束时 "
            "*E*_{GABA} 在哪里？",
            en="A mature neuron has *E*_{GABA} near −71 mV. Many GABA_{A} receptors stay open for 60 s while "
            "the cell is held "
            "depolarised at −40 mV. Where is *E*_{GABA} when the load ends?",
        ),
        options=[
            Text(zh="更负：GABA 起了抑制作用", en="More negative: GABA has been inhibiting"),
            Text(zh="仍约 −71 mV：KCC2 维持着它", en="Still near −71 mV: KCC2 holds it"),
            Text(zh="约 −40 mV：受体自己把 Cl⁻ 放了进来", en="Near −40 mV: the receptors let Cl⁻ in themselves"),
        ],
        answer=2,
        explanation=Text(
            zh="膜电位比 *E*_{Cl} 正得多，Cl⁻ 经开放的受体流入，远快于 KCC2 的运出，直到 *E*_{Cl} 接近膜电位。"
            "负荷结束后，靠 KCC2 要好几分钟才能恢复。",
            en="The voltage is far positive to *E*_{Cl}, so Cl⁻ enters through the open receptors much faster "
            "than KCC2 takes it "
            "out, until *E*_{Cl} is near the voltage. Afterwards KCC2 needs several minutes to restore it.",
        ),
        values=_BASE,
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="电位随时间的变化", en="Potentials against time"),
            x=_TIME,
            y=Axis(label=Text(zh="电位", en="potential"), unit="mV", low=-110, high=-20),
            traces=[
                Trace("V_m", "*V*_{m}", color="muted", dash="dotted", label_at=0.9),
                Trace("E_Cl", potential("Cl"), color="ion-Cl", dash="dashed", label_at=0.3),
                Trace("E_GABA", "*E*_{GABA}", color="series-1", label_at=0.7),
            ],
            rules=[Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad")],
            bands=[Band(LOAD_AT, "load_end", Text(zh="负荷", en="load"), "warn")],
            markers=[Marker("E_GABA", color="series-1")],
            height=270,
        ),
        Scheme(
            id="fluxes",
            title=Text(zh="此刻 Cl⁻ 的收支", en="The account of Cl⁻ at this moment"),
            zones=[Zone(Text(zh="神经元", en="neuron"), 45, 4, 53, 92, "muted")],
            nodes=[
                Node("out", Text(zh="胞外 Cl⁻", en="Cl⁻ outside"), 14, 50, color="ion-Cl"),
                Node("in", Text(zh="胞内 Cl⁻", en="Cl⁻ inside"), 80, 50, "Cl_in", 40, "ion-Cl"),
            ],
            flows=[
                Flow("in", "out", "J_KCC2", "KCC2", 0.1, "ion-K", bend=0.42),
                Flow("out", "in", "J_NKCC1", "NKCC1", 0.1, "ion-Na", bend=0.42),
                Flow(
                    "out", "in", "J_channel", Text(zh="GABA_{A} 受体", en="GABA_{A} receptors"), 0.1, "series-1", bend=0
                ),
            ],
            height=240,
        ),
    ],
    readouts=[
        Readout("Cl_in", Text(zh="胞内 Cl⁻", en="Cl⁻ inside"), Format(decimals=1), color="ion-Cl"),
        Readout("E_Cl", Text(zh="*E*_{Cl}", en="*E*_{Cl}"), color="ion-Cl"),
        Readout("E_GABA", Text(zh="*E*_{GABA}", en="*E*_{GABA}"), color="series-1"),
        Readout("J_KCC2", Text(zh="KCC2 运出", en="KCC2, out"), _RATE, color="ion-K"),
        Readout("J_NKCC1", Text(zh="NKCC1 运入", en="NKCC1, in"), _RATE, color="ion-Na"),
        Readout("J_channel", Text(zh="受体流入", en="Receptors, in"), _RATE, color="series-1"),
    ],
    phrases=[
        Phrase(
            "sign",
            of="above_rest",
            negative=Text(zh="GABA 在平时的膜电位上使细胞超极化", en="from the usual voltage GABA would hyperpolarise"),
            zero=Text(zh="GABA 在平时的膜电位上不产生电流", en="at the usual voltage GABA would carry no current"),
            positive=Text(zh="GABA 在平时的膜电位上使细胞去极化", en="from the usual voltage GABA would depolarise"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="上图：膜电位、E_Cl 和 E_GABA 随时间变化，阴影是负荷。下图：胞内外的 Cl⁻ 和三条通路。{t} 时胞内 "
        "Cl⁻ {Cl_in}，"
        "E_Cl {E_Cl}，E_GABA {E_GABA}，{sign}；KCC2 运出 {J_KCC2}，NKCC1 运入 {J_NKCC1}，经受体流入 {J_channel}。",
        en="Upper plot: membrane potential, E_Cl and E_GABA over time, the load shaded. Below: chloride "
        "inside and outside and "
        "its three routes. At {t}: {Cl_in} inside, E_Cl {E_Cl}, E_GABA {E_GABA}; {sign}. KCC2 takes out "
        "{J_KCC2}, NKCC1 "
        "brings in {J_NKCC1}, and {J_channel} enter through receptors.",
    ),
    response=[
        Response("kcc2", "Cl_in", -1),
        Response("nkcc1", "Cl_in", +1),
        Response("K_out", "Cl_in", +1),
        Response("P_HCO3", "E_GABA", +1),
        Response("P_HCO3", "E_Cl", 0),
        Response("V_load", "E_GABA", +1),
    ],
)
