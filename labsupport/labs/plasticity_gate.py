"""Inhibition as a gate on plasticity: the voltage and calcium of a pairing, and the rule that calcium follows."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Rule,
    Slider,
    Trace,
)

_BASE = {
    "g_I": 0, "delay_I": 0, "E_I": -66, "g_b": 60, "delay_b": 5, "theta_d": 0.35, "theta_p": 0.55, "Mg_out": 1,
}  # fmt: skip
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=40, high=220)
_TWO = Format(decimals=2)

lab = Lab(
    id="plasticity_gate",
    title=Text(zh="抑制是可塑性的闸门", en="Inhibition as a gate on plasticity"),
    lead=Text(
        zh="树突隔室，静息 −65 mV。60 ms 时来一个 EPSP，再过 5 ms 来一个反向传播的动作电位；GABA_{A} 电导有多强、"
        "何时来，"
        "由你定。钙是相对值，默认的配对峰值为 0.70。",
        en="A dendritic compartment at rest at −65 mV. An EPSP arrives at 60 ms and a back-propagating spike 5 "
        "ms later; how "
        "strong the GABA_{A} conductance is, and when it comes, is up to you. Calcium is relative: 0.70 at the peak of "
        "the default pairing.",
    ),
    model="plasticity_gate",
    cursor=Slider("t", default=220, minimum=40, maximum=220, step=0.5, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("g_I", label=Text(zh="抑制性电导", en="Inhibition")),
        Slider("delay_I", label=Text(zh="抑制晚于 EPSP", en="Inhibition after EPSP by")),
        Slider("E_I", label=Text(zh="抑制的反转电位", en="Reversal of inhibition")),
        Slider("delay_b", label=Text(zh="动作电位晚于 EPSP", en="Spike after EPSP by")),
        Slider("theta_d", label=Text(zh="LTD 阈值 *θ*_{d}", en="LTD threshold *θ*_{d}")),
        Slider("theta_p", label=Text(zh="LTP 阈值 *θ*_{p}", en="LTP threshold *θ*_{p}")),
        Slider("Mg_out", maximum=2, label=Text(zh="胞外 Mg²⁺", en="Mg²⁺ outside")),
    ],
    presets=[
        Option(Text(zh="配对，无抑制", en="Pairing, no inhibition"), _BASE),
        Option(Text(zh="抑制 10 nS", en="10 nS"), {**_BASE, "g_I": 10}),
        Option(Text(zh="抑制 60 nS", en="60 nS"), {**_BASE, "g_I": 60}),
        Option(Text(zh="30 nS，晚 20 ms", en="30 nS, 20 ms late"), {**_BASE, "g_I": 30, "delay_I": 20}),
        Option(Text(zh="30 nS，反转 −48 mV", en="30 nS, −48 mV"), {**_BASE, "g_I": 30, "E_I": -48}),
        Option(Text(zh="没有动作电位", en="No spike"), {**_BASE, "g_b": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="没有抑制时，这次配对使突触增强。让抑制与 EPSP 同时到来，电导从 0 逐步加到 60 nS，结果依次是什么？",
            en="Without inhibition this pairing strengthens the synapse. Let inhibition arrive with the EPSP and "
            "raise it "
            "from 0 to 60 nS: what follows, in order?",
        ),
        options=[
            Text(zh="增强越来越少，直到没有变化", en="Less and less potentiation, then no change"),
            Text(zh="增强，然后减弱，最后没有变化", en="Potentiation, then depression, then no change"),
            Text(zh="增强，然后减弱，而且越来越减弱", en="Potentiation, then ever more depression"),
        ],
        answer=1,
        explanation=Text(
            zh="抑制压低去极化，Mg²⁺ 阻断解除得少，钙的峰值下降。它先落到两个阈值之间，那里的规则是减弱；再往下，"
            "低于下面的阈值，就什么也不发生。所以足够强的抑制不是把 LTP 变成 LTD，而是取消可塑性。",
            en="Inhibition cuts the depolarisation, less of the Mg²⁺ block is relieved, and the calcium peak falls. "
            "It first "
            "lands between the thresholds, where the rule says depression, and then below both, where nothing happens. "
            "Strong enough inhibition does not turn LTP into LTD; it abolishes plasticity.",
        ),
        values={**_BASE, "g_I": 10},
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="膜电位随时间的变化", en="Membrane potential against time"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位", en="membrane potential"), unit="mV", low=-75, high=20),
            traces=[
                Trace(
                    "V_m",
                    Text(zh="无抑制", en="no inhibition"),
                    ghost=True,
                    dash="dotted",
                    at={"g_I": 0},
                    label_at=0.45,
                ),
                Trace("V_m", "*V*_{m}", color="series-1"),
            ],
            markers=[Marker("V_m", color="series-1", drop=False, show_value=False)],
            rules=[Rule(60, label="EPSP")],
            height=190,
        ),
        Panel(
            id="calcium",
            title=Text(zh="钙随时间的变化", en="Calcium against time"),
            x=_TIME,
            y=Axis(label=Text(zh="钙（相对）", en="calcium (relative)"), low=0, include=(0.75,)),
            traces=[
                Trace(
                    "Ca", Text(zh="无抑制", en="no inhibition"), ghost=True, dash="dotted", at={"g_I": 0}, label_at=0.55
                ),
                Trace("Ca", "Ca²⁺", color="ion-Ca"),
            ],
            markers=[Marker("Ca", color="ion-Ca", drop=False, show_value=False)],
            rules=[
                Rule("theta_p", axis="y", label="*θ*_{p}", color="series-1"),
                Rule("theta_d", axis="y", label="*θ*_{d}", color="series-2"),
            ],
            height=210,
        ),
        Panel(
            id="rule",
            title=Text(zh="钙的规则 Ω", en="The calcium rule Ω"),
            x=Axis(label=Text(zh="钙（相对）", en="calcium (relative)"), state="c", low=0, high=1),
            y=Axis(label=Text(zh="目标权重 Ω", en="target weight Ω"), low=-0.05, high=1.3),
            traces=[Trace("Omega", "Ω", color="series-4")],
            markers=[
                Marker("Omega", color="ion-Ca", drop=False, show_value=False, label=Text(zh="此刻", en="now")),
                Marker("Omega_peak", x="Ca_peak", color="warn", label=Text(zh="峰值", en="peak"), show_value=False),
            ],
            rules=[
                Rule(0.25, axis="y", label=Text(zh="不变", en="no change")),
                Rule("theta_d", label="*θ*_{d}", color="series-2"),
                Rule("theta_p", label="*θ*_{p}", color="series-1"),
            ],
            height=230,
            drag="none",
        ),
    ],
    readouts=[
        Readout("Ca_peak", Text(zh="钙的峰值", en="Calcium peak"), Format(decimals=3), color="warn"),
        Readout("Omega_peak", Text(zh="峰值处的 Ω", en="Ω at the peak"), Format(decimals=3), color="series-4"),
        Readout(
            "change",
            Text(zh="一次配对后权重的变化", en="Change of weight by one pairing"),
            Format(decimals=2, sign=True),
        ),
        Readout("V_m", Text(zh="膜电位", en="Membrane potential"), color="series-1"),
        Readout("Ca", Text(zh="钙", en="Calcium"), _TWO, color="ion-Ca"),
        Readout("Omega", Text(zh="此刻的 Ω", en="Ω now"), _TWO),
    ],
    alt=Text(
        zh="上两幅是膜电位和钙随时间的变化，下一幅是规则 Ω 对钙的曲线：两个阈值之下为 0.25，之间近 0，之上近 1。"
        "抑制性电导 {g_I}，晚于 EPSP {delay_I}：至 {t}，钙的峰值 {Ca_peak}，那里的 Ω 为 {Omega_peak}，权重变化 "
        "{change}；"
        "此刻膜电位 {V_m}，钙 {Ca}。",
        en="Two plots of membrane potential and calcium against time, and below them the rule Ω against calcium: "
        "0.25 below "
        "both thresholds, near 0 between them, near 1 above both. Inhibition {g_I}, {delay_I} after the EPSP: up "
        "to {t} "
        "calcium has peaked at {Ca_peak}, where Ω is {Omega_peak}, and the weight has changed by {change}; membrane "
        "potential now {V_m}, calcium {Ca}.",
    ),
    response=[
        Response("g_I", "Ca_peak", -1),
        Response("theta_p", "change", -1),
        Response("E_I", "Ca_peak", 0),
        Response("theta_p", "Ca_peak", 0),
        Response("Mg_out", "Ca_peak", -1),
    ],
    teaches=Text(
        zh="钙的高低决定增强、减弱还是不变；局部而及时的抑制压低钙，能依次得到这三种结果。",
        en="The level of calcium decides between potentiation, depression and no change; local, timely "
        "inhibition lowers "
        "calcium and so can bring about each in turn.",
    ),
    minutes=10,
)
