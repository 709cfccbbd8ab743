"""A synapse as a conductance: two ions, two straight lines, and where their sum crosses zero."""

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

_BASE = {"N_open": 250, "gamma": 20, "share_Na": 0.6, "E_Na": 60, "E_K": -90, "V_m": -65, "P_ratio": 1}
_CURRENT = Shown(Format(decimals=0, sign=True))

lab = Lab(
    id="conductance_synapse",
    title=Text(zh="突触是一个电导", en="A synapse is a conductance"),
    lead=Text(
        zh="许多相同的受体通道同时开放，每个都让 Na⁺ 和 K⁺ 通过。粗线是总电流，虚线是这种通道按 GHK 方程算出的电流。",
        en="Many like receptor channels stand open, each passing Na⁺ and K⁺. The thick line is their total "
        "current; the "
        "dashed one is such a channel by the GHK equation.",
    ),
    teaches=Text(
        zh="电导决定电流直线有多陡，离子的份额决定它在哪里过零；过零处总电流为零，各离子的电流并不为零。",
        en="Conductance sets how steep the current line is and the ions' shares set where it crosses zero; there the "
        "total vanishes and the single currents do not.",
    ),
    minutes=8,
    model="mixed_cation_channel",
    sliders=[
        Slider("share_Na", label=Text(zh="Na⁺ 在电导中的份额", en="Share of Na⁺")),
        Slider("N_open", label=Text(zh="开放的通道数", en="Open channels")),
        Slider("gamma", label=Text(zh="单通道电导 *γ*", en="Single channel *γ*")),
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("E_Na", label=Text(zh="*E*_{Na}", en="*E*_{Na}")),
        Slider("E_K", label=Text(zh="*E*_{K}", en="*E*_{K}")),
        Slider("P_ratio", label=Text(zh="GHK 曲线的 *P*_{Na}/*P*_{K}", en="*P*_{Na}/*P*_{K} of the GHK curve")),
    ],
    presets=[
        Option(Text(zh="3 : 2", en="3 : 2"), _BASE),
        Option(Text(zh="通道加倍", en="Twice the channels"), {**_BASE, "N_open": 500}),
        Option(Text(zh="1 : 1", en="1 : 1"), {**_BASE, "share_Na": 0.5}),
        Option(Text(zh="2 : 3", en="2 : 3"), {**_BASE, "share_Na": 0.4}),
        Option(Text(zh="只通 Na⁺", en="Na⁺ only"), {**_BASE, "share_Na": 1}),
        Option(Text(zh="只通 K⁺", en="K⁺ only"), {**_BASE, "share_Na": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="通道的电导五分之三归 Na⁺（+60 mV），五分之二归 K⁺（−90 mV）。再来一倍同样的通道，总电流在哪里过零？",
            en="Three fifths of the channel's conductance are for Na⁺ (+60 mV), two fifths for K⁺ (−90 mV). "
            "With twice as "
            "many such channels, where does the total current cross zero?",
        ),
        options=[
            Text(zh="0 mV，和原来一样", en="At 0 mV, as before"),
            Text(zh="比原来更正：电流大了一倍", en="More positive than before: the current has doubled"),
            Text(zh="−15 mV：两个平衡电位的正中间", en="At −15 mV, midway between the two"),
        ],
        answer=0,
        explanation=Text(
            zh="通道加倍，直线陡了一倍，两个分量也各陡一倍，过零的地方不动：(3 × 60 − 2 × 90)/5 = 0 mV。"
            "只有份额和平衡电位能移动它。",
            en="Twice the channels make the line twice as steep, and both components too, so the crossing stays: "
            "(3 × 60 − 2 × 90)/5 = 0 mV. Only the shares and the equilibrium potentials move it.",
        ),
        values={**_BASE, "N_open": 500},
    ),
    views=[
        Panel(
            id="current",
            title=Text(zh="电流与膜电位", en="Current against membrane potential"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-100,
                high=60,
            ),
            y=Axis(
                label=Text(zh="电流，外向为正", en="current, outward positive"), unit="pA", symmetric=True, least=500
            ),
            traces=[
                Trace("I_Na", "*I*_{Na}", color="ion-Na", dash="dotted", label_at=0.15),
                Trace("I_K", "*I*_{K}", color="ion-K", dash="dashdot", label_at=0.9),
                Trace("I_ghk", "GHK", color="series-2", dash="dashed", label_at=0.35),
                Trace("I", Text(zh="总和", en="total"), color="series-1", label_at=0.75),
            ],
            rules=[Rule("E_rev", "x", "*E*_{rev}", color="series-1")],
            markers=[
                Marker("I", color="series-1"),
                Marker("I_Na_at_reversal", x="E_rev", color="ion-Na", drop=False, place="below"),
                Marker("I_K_at_reversal", x="E_rev", color="ion-K", drop=False, place="above"),
            ],
            height=340,
        )
    ],
    readouts=[
        Readout("g_syn", Text(zh="突触电导 *g*_{syn}", en="Conductance *g*_{syn}"), Format(decimals=2)),
        Readout("E_rev", Text(zh="反转电位 *E*_{rev}", en="Reversal *E*_{rev}"), color="series-1"),
        Readout("DF", Text(zh="驱动力 *V*_{m} − *E*_{rev}", en="Driving force *V*_{m} − *E*_{rev}")),
        Readout("I", Text(zh="电流 *I*_{syn}", en="Current *I*_{syn}"), _CURRENT, color="series-1"),
        Readout("E_ghk", Text(zh="GHK 反转电位", en="GHK reversal"), color="series-2"),
        Readout("chord_ratio", Text(zh="那里的 *g*_{Na}/*g*_{K}", en="*g*_{Na}/*g*_{K} there"), Format(decimals=2)),
    ],
    shown={
        "I_Na_at_reversal": _CURRENT,
        "I_K_at_reversal": _CURRENT,
        "I_Na": _CURRENT,
        "I_K": _CURRENT,
    },
    phrases=[
        Phrase(
            "direction",
            of="DF",
            negative=Text(zh="电流内向，使膜去极化", en="the current is inward and depolarises"),
            zero=Text(zh="总电流为零", en="the total current is zero"),
            positive=Text(zh="电流外向，使膜超极化", en="the current is outward and hyperpolarises"),
            tolerance=0.01,
        )
    ],
    alt=Text(
        zh="电流对膜电位的四条线。突触电导 {g_syn}，总电流的直线在 {E_rev} 处过零，那里 Na⁺ 电流 {I_Na_at_reversal}、"
        "K⁺ 电流 {I_K_at_reversal}，恰好相抵。膜电位 {V_m} 时驱动力 {DF}，总电流 {I}：{direction}。"
        "GHK 曲线在 {E_ghk} 处过零。",
        en="Four lines of current against membrane potential. The synaptic conductance is {g_syn}; the total "
        "crosses zero "
        "at {E_rev}, where Na⁺ carries {I_Na_at_reversal} and K⁺ {I_K_at_reversal} and they cancel. At {V_m} "
        "the driving "
        "force is {DF} and the total {I}: {direction}. The GHK curve crosses zero at {E_ghk}.",
    ),
    response=[
        Response("share_Na", "E_rev", +1),
        Response("N_open", "g_syn", +1),
        Response("N_open", "E_rev", 0),
        Response("V_m", "DF", +1),
        Response("E_K", "E_rev", +1),
        Response("P_ratio", "E_ghk", +1),
    ],
)
