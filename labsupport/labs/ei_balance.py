"""A ratio of conductances, the currents it means at a given voltage, and the voltage it would hold the cell at."""

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

_BASE = {"ratio": 1, "synaptic": 10, "V_m": -60, "E_I": -75, "V_th": -50}
_RATIO = Axis(
    label=Text(zh="电导之比 *R*", en="conductance ratio *R*"), parameter="ratio", low=0.02, high=5, scale="log"
)
_SEEN = [
    Rule(0.211, label="A"),
    Rule(1.03, label="B"),
]

lab = Lab(
    id="ei_balance",
    title=Text(zh="电导相等，电流平衡吗？", en="Equal conductances: balanced currents?"),
    lead=Text(
        zh="细竖线是两个已发表的比值。A：对类似在体的活动所作的拟合（Destexhe 2001）；"
        "B：麻醉动物的上状态，即细胞成群去极化的时段（Haider 2006）。"
        "两种电导都取恒定值。",
        en="Thin lines mark published ratios. A: a fit to activity as in vivo (Destexhe 2001); B: Up states "
        "under anaesthesia, when the cells depolarise together (Haider 2006). Both conductances are held constant.",
    ),
    teaches=Text(
        zh="电导之比不等于电流之比：每个膜电位都有自己的平衡比 *R*^{∗}，静息附近远小于 1。",
        en="A ratio of conductances is not a ratio of currents: each voltage has a balance ratio *R*^{∗} of "
        "its own, far "
        "below 1 near rest.",
    ),
    minutes=6,
    model="ei_balance",
    sliders=[
        Slider("ratio", label=Text(zh="电导之比 *R*", en="Conductance ratio *R*")),
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}")),
        Slider("E_I", label=Text(zh="抑制的反转电位 *E*_{I}", en="Reversal of inhibition *E*_{I}")),
        Slider("synaptic", 10, label=Text(zh="突触总电导（漏电导的倍数）", en="Synaptic conductance (times leak)")),
        Slider("V_th", label=Text(zh="发放阈值", en="Spike threshold")),
    ],
    presets=[
        Option(Text(zh="*R* = 1", en="*R* = 1"), _BASE),
        Option(Text(zh="在 −60 mV 平衡", en="Balanced at −60 mV"), {**_BASE, "ratio": 0.25}),
        Option(Text(zh="*E*_{I} = −66 mV", en="*E*_{I} = −66 mV"), {**_BASE, "ratio": 0.1, "E_I": -66}),
        Option(Text(zh="在 −55 mV 平衡", en="Balanced at −55 mV"), {**_BASE, "ratio": 0.364, "V_m": -55}),
    ],
    prediction=Prediction(
        question=Text(
            zh="兴奋电导与抑制电导相等（*R* = 1），合起来是漏电导的 10 倍，*E*_{I} = −75 mV。膜电位会停在哪里？",
            en="Excitatory and inhibitory conductance are equal (*R* = 1), together ten times the leak, with "
            "*E*_{I} = −75 "
            "mV. Where would the voltage settle?",
        ),
        options=[
            Text(zh="静息电位 −65 mV 附近：两者抵消", en="Near rest, −65 mV: they cancel"),
            Text(zh="阈值 −50 mV 附近", en="Near threshold, −50 mV"),
            Text(zh="约 −40 mV，远在阈值之上", en="At about −40 mV, far above threshold"),
        ],
        answer=2,
        explanation=Text(
            zh="−40 mV。两种电导相等时，合电流的反转电位在 0 与 −75 mV 正中间，即 −37.5 mV；"
            "漏电导再往 −65 mV 拉回一点。"
            "要让两种电流在 −60 mV 抵消，*R* 须为 0.25。",
            en="At −40 mV. Equal conductances reverse halfway between 0 and −75 mV, at −37.5 mV, and the leak draws "
            "the voltage a little back towards −65 mV. For the currents to cancel at −60 mV, *R* must be 0.25.",
        ),
        values=_BASE,
    ),
    views=[
        Panel(
            id="currents",
            title=Text(zh="兴奋电流与抑制电流之比", en="Excitatory over inhibitory current"),
            x=_RATIO,
            y=Axis(label=Text(zh="电流之比", en="ratio of currents"), scale="log", low=0.02, high=50),
            traces=[Trace("current_ratio", Text(zh="电流之比", en="currents"), color="series-2")],
            rules=[
                Rule(1, axis="y", label=Text(zh="相等", en="equal")),
                Rule("balance_ratio", label="*R*^{∗}", color="series-3"),
            ],
            markers=[Marker("current_ratio", color="series-2")],
            height=220,
        ),
        Panel(
            id="voltage",
            title=Text(zh="两种电导恒定时的膜电位", en="Voltage with both conductances constant"),
            x=_RATIO,
            y=Axis(label=Text(zh="膜电位", en="voltage"), unit="mV", low=-80, high=-10),
            traces=[
                Trace("reversal", Text(zh="无漏", en="no leak"), color="muted", dash="dashed"),
                Trace("V_inf", "*V*_{∞}", color="series-1"),
            ],
            rules=[Rule("V_th", axis="y", label=Text(zh="阈值", en="threshold")), *_SEEN],
            markers=[Marker("V_inf", color="series-1")],
            height=240,
        ),
    ],
    readouts=[
        Readout(
            "balance_ratio", Text(zh="平衡比 *R*^{∗}", en="Balance ratio *R*^{∗}"), Format(decimals=3), color="series-3"
        ),
        Readout("current_ratio", Text(zh="电流之比", en="Ratio of currents"), Format(decimals=2), color="series-2"),
        Readout("V_inf", Text(zh="膜电位停在", en="Voltage settles at"), color="series-1"),
        Readout("above_threshold", Text(zh="高出阈值", en="Above threshold by")),
        Readout("reversal", Text(zh="合电流的反转电位", en="Joint reversal potential")),
    ],
    alt=Text(
        zh="电导之比为 {ratio}。上图：膜电位 {V_m} 时兴奋电流是抑制电流的 {current_ratio} 倍，平衡比为 "
        "{balance_ratio}。下图：两种电导恒定时膜电位停在 "
        "{V_inf}，比阈值高 {above_threshold}。",
        en="The ratio is {ratio}. Above: at {V_m} the excitatory current is {current_ratio} times the inhibitory "
        "one; they cancel "
        "at a ratio of {balance_ratio}. Below: with constant conductances the voltage settles at {V_inf}, "
        "{above_threshold} "
        "from threshold.",
    ),
    response=[
        Response("ratio", "current_ratio", +1),
        Response("ratio", "V_inf", +1),
        Response("V_m", "balance_ratio", +1),
        Response("E_I", "balance_ratio", -1),
        Response("ratio", "balance_ratio", 0),
        Response("V_th", "above_threshold", -1),
    ],
)
