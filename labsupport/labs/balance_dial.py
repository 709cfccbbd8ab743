"""Balance of conductances is not balance of currents."""

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

_BASE = {"g_exc": 2, "g_inh": 6, "E_I": -70, "E_L": -70, "V_at": -60}
_CURRENT = Shown(Format(decimals=0, sign=True))

lab = Lab(
    id="balance_dial",
    title=Text(zh="平衡的刻度：电导相等不是电流相等", en="A gauge for balance: equal conductances, unequal currents"),
    lead=Text(
        zh="电导以漏电导（10 nS）为单位，兴奋的反转电位是 0 mV。下图是把膜电位固定在各个电位时的两个突触电流。",
        en="Conductances in units of the leak (10 nS); excitation reverses at 0 mV. The lower plot has the two "
        "synaptic currents with the cell held at one potential after another.",
    ),
    teaches=Text(
        zh="“平衡”要说清是电导还是电流：两个电导相等时兴奋性电流大得多，电流相抵时抑制性电导要大好几倍。",
        en="Say what is balanced: equal conductances leave excitatory current in excess, and "
        "equal currents take several times as much inhibitory conductance.",
    ),
    minutes=6,
    model="conductance_balance",
    sliders=[
        Slider("g_exc", label=Text(zh="兴奋 *g*_{E}/*g*_{L}", en="Excitation *g*_{E}/*g*_{L}")),
        Slider("g_inh", label=Text(zh="抑制 *g*_{I}/*g*_{L}", en="Inhibition *g*_{I}/*g*_{L}")),
        Slider("E_I", label=Text(zh="*E*_{GABA}", en="*E*_{GABA}")),
        Slider("E_L", label=Text(zh="漏电导的反转电位", en="Leak reversal")),
        Slider("V_at", label=Text(zh="比较电位", en="Potential of comparison")),
    ],
    presets=[
        Option(Text(zh="1 : 3", en="1 : 3"), _BASE),
        Option(Text(zh="*R* = 1，电导都大", en="*R* = 1, both large"), {**_BASE, "g_exc": 20, "g_inh": 20}),
        Option(Text(zh="*R* = 1，电导都小", en="*R* = 1, both small"), {**_BASE, "g_exc": 0.1, "g_inh": 0.1}),
        Option(Text(zh="−60 mV 处电流相抵", en="Currents cancel at −60 mV"), {**_BASE, "g_exc": 1, "g_inh": 6}),
        Option(Text(zh="高电导，1 : 5", en="High conductance, 1 : 5"), {**_BASE, "g_exc": 4, "g_inh": 20}),
    ],
    prediction=Prediction(
        question=Text(
            zh="两个电导都是漏电导的 20 倍，*R* = *g*_{E}/*g*_{I} = 1。抑制在 −70 mV 反转，兴奋在 0 mV。膜电位"
            "停在哪里？",
            en="Both conductances are 20 times the leak: *R* = *g*_{E}/*g*_{I} = 1. Inhibition reverses at "
            "−70 mV, excitation at "
            "0 mV. Where does the voltage settle?",
        ),
        options=[
            Text(zh="在静息附近：两者平衡", en="Near rest: the two are balanced"),
            Text(zh="在阈值附近，约 −50 mV", en="Near threshold, about −50 mV"),
            Text(zh="约 −36 mV，远在阈值之上", en="About −36 mV, far above threshold"),
        ],
        answer=2,
        explanation=Text(
            zh="加权平均在两个反转电位的中间，−35 mV 附近。电导相等，可 −60 mV 处兴奋的驱动力是 −60 mV，抑制的"
            "只有 +10 mV；"
            "电流要相抵，*R* 得是 10/60，约 0.17。",
            en="The weighted mean lies midway between the two reversal potentials, near −35 mV. The "
            "conductances are equal, but at "
            "−60 mV excitation has a driving force of −60 mV and inhibition of only +10 mV; for the currents to "
            "cancel *R* must be "
            "10/60, about 0.17.",
        ),
        values={**_BASE, "g_exc": 20, "g_inh": 20},
    ),
    views=[
        Panel(
            id="voltage",
            title=Text(zh="稳态膜电位与抑制性电导", en="Steady voltage against inhibitory conductance"),
            x=Axis(
                label=Text(
                    zh="抑制性电导 *g*_{I}/*g*_{L}（对数轴）", en="inhibitory conductance *g*_{I}/*g*_{L} (logarithmic)"
                ),
                parameter="g_inh",
                low=0.01,
                high=50,
                scale="log",
            ),
            y=Axis(label=Text(zh="稳态膜电位", en="steady voltage"), unit="mV", low=-90, high=0),
            traces=[
                Trace("V_m", "*g*_{E} = 0.5", color="series-2", dash="dotted", at={"g_exc": 0.5}, label_at=0.1),
                Trace("V_m", "*g*_{E} = 10", color="series-3", dash="dashed", at={"g_exc": 10}, label_at=0.1),
                Trace("V_m", Text(zh="现在", en="now"), color="series-1", label_at=0.3),
            ],
            rules=[
                Rule(-50, "y", Text(zh="阈值", en="threshold"), color="bad"),
                Rule("g_exc", "x", "*R* = 1", color="muted"),
            ],
            markers=[Marker("V_m", color="series-1")],
            height=280,
        ),
        Panel(
            id="currents",
            title=Text(zh="两个突触电流与比较电位", en="The two synaptic currents against the potential"),
            x=Axis(
                label=Text(zh="比较电位", en="potential of comparison"),
                unit="mV",
                parameter="V_at",
                low=-80,
                high=-20,
            ),
            y=Axis(
                label=Text(zh="电流，外向为正", en="current, outward positive"), unit="pA", symmetric=True, least=500
            ),
            traces=[
                Trace("I_E_at", Text(zh="兴奋", en="excitation"), color="series-3", dash="dashed", label_at=0.85),
                Trace("I_I_at", Text(zh="抑制", en="inhibition"), color="series-2", dash="dashdot", label_at=0.9),
                Trace("I_net_at", Text(zh="总和", en="sum"), color="series-1", label_at=0.6),
            ],
            markers=[Marker("I_E_at", color="series-3"), Marker("I_I_at", color="series-2", drop=False)],
            height=260,
        ),
    ],
    readouts=[
        Readout("V_m", Text(zh="稳态膜电位", en="Steady voltage"), color="series-1"),
        Readout("ratio", Text(zh="*R* = *g*_{E}/*g*_{I}", en="*R* = *g*_{E}/*g*_{I}"), Format(significant=3)),
        Readout("R_balance", Text(zh="电流相抵的 *R*", en="*R* of cancelling currents"), Format(significant=3)),
        Readout("I_E_at", Text(zh="兴奋性电流", en="Excitatory current"), _CURRENT, color="series-3"),
        Readout("I_I_at", Text(zh="抑制性电流", en="Inhibitory current"), _CURRENT, color="series-2"),
    ],
    phrases=[
        Phrase(
            "net",
            of="I_net_at",
            negative=Text(zh="合起来内向，兴奋占优", en="their sum is inward, excitation prevails"),
            zero=Text(zh="恰好相抵", en="they cancel"),
            positive=Text(zh="合起来外向，抑制占优", en="their sum is outward, inhibition prevails"),
            tolerance=0.5,
        )
    ],
    alt=Text(
        zh="上图：稳态膜电位随抑制性电导（对数轴）增大从兴奋主导的值降向 {E_I}，三条线对应三个兴奋性电导；现在"
        " {V_m}，R 为 "
        "{ratio}。下图：膜电位固定在 {V_at} 时，兴奋性电流 {I_E_at}，抑制性电流 {I_I_at}，{net}；使两者相抵的 "
        "R 是 {R_balance}。",
        en="Upper plot: the steady voltage falls towards {E_I} as the inhibitory conductance grows "
        "(logarithmic axis), for three "
        "excitatory conductances; it is now {V_m}, with R {ratio}. Lower plot: held at {V_at}, the excitatory "
        "current is {I_E_at} "
        "and the inhibitory {I_I_at}; {net}. They would cancel at R {R_balance}.",
    ),
    response=[
        Response("g_exc", "V_m", +1),
        Response("g_inh", "V_m", -1),
        Response("g_exc", "ratio", +1),
        Response("g_inh", "R_balance", 0),
        Response("E_I", "R_balance", -1),
        Response("V_at", "R_balance", +1),
    ],
)
