"""One pyramidal cell and one interneuron: the rhythm they make, and the E/I ratio that comes out of it."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Shown,
    Slider,
    Trace,
)

_BASE = {"tau_I": 9, "g_drive": 0.02, "g_IE": 0.25, "E_I": -75}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=200)

lab = Lab(
    id="ping_pair",
    title=Text(
        zh="两个细胞的伽马：E/I 之比是旋钮还是结果", en="Gamma from two cells: is the E/I ratio a knob or an outcome?"
    ),
    lead=Text(
        zh="一个锥体细胞（E）受恒定的兴奋电导驱动，激发一个中间神经元（I），后者反过来抑制它。每个细胞代表一群"
        "步调一致的细胞。",
        en="A pyramidal cell (E), driven by a steady excitatory conductance, fires an interneuron (I), which "
        "inhibits it "
        "in turn. Each cell stands for a population in step.",
    ),
    teaches=Text(
        zh="兴奋与抑制之比是回路活动的结果：抑制加到四倍，比值降到约三分之一，节律只是变慢，并不消失。",
        en="The ratio of excitation to inhibition comes out of the loop: inhibition four times as "
        "strong brings it to a third, and the rhythm only slows.",
    ),
    minutes=8,
    model="ping_pair",
    sliders=[
        Slider("g_IE", label=Text(zh="抑制强度 *g*_{IE}", en="Strength of inhibition *g*_{IE}")),
        Slider("g_drive", label=Text(zh="外来的兴奋电导", en="Excitatory conductance from outside")),
        Slider("tau_I", label=Text(zh="抑制的衰减时间 *τ*_{I}", en="Decay time of inhibition *τ*_{I}")),
        Slider("E_I", label=Text(zh="抑制的反转电位 *E*_{I}", en="Reversal of inhibition *E*_{I}")),
    ],
    presets=[
        Option(Text(zh="起始状态", en="Start"), _BASE),
        Option(Text(zh="抑制加到四倍", en="Inhibition four times as strong"), {**_BASE, "g_IE": 1}),
        Option(Text(zh="驱动加倍", en="Drive doubled"), {**_BASE, "g_drive": 0.04}),
        Option(Text(zh="慢抑制", en="Slow inhibition"), {**_BASE, "tau_I": 30}),
        Option(Text(zh="慢抑制，强驱动", en="Slow inhibition, strong drive"), {**_BASE, "tau_I": 30, "g_drive": 0.05}),
    ],
    prediction=Prediction(
        question=Text(
            zh="现在 *R* 约 0.22，节律约 38 Hz。把抑制强度加到四倍，*R* 会降到 0.1 以下。节律会怎样？",
            en="*R* is now about 0.22 and the rhythm about 38 Hz. Make inhibition four times as strong, and "
            "*R* falls below "
            "0.1. What becomes of the rhythm?",
        ),
        options=[
            Text(zh="活动被压下去，节律停止", en="Activity is suppressed and the rhythm stops"),
            Text(zh="变慢，但不停", en="It slows down but goes on"),
            Text(zh="变快", en="It speeds up"),
        ],
        answer=1,
        explanation=Text(
            zh="约 26 Hz，仍然规则。中间神经元要等锥体细胞来激发，锥体细胞一停，抑制也就没有了来源。",
            en="It goes on regularly at about 26 Hz. The interneuron must be fired by the pyramidal cell: "
            "were that to fall "
            "silent, inhibition would lose its source.",
        ),
        values={**_BASE, "g_IE": 1},
    ),
    views=[
        Panel(
            id="voltages",
            title=Text(zh="两个细胞的膜电位", en="Voltages of the two cells"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位", en="voltage"), unit="mV", low=-90, high=10),
            traces=[
                Trace("V_I", "I", color="series-2", dash="dashed"),
                Trace("V_E", "E", color="series-1"),
            ],
            height=240,
        ),
        Panel(
            id="conductances",
            title=Text(zh="锥体细胞上的两种电导", en="The two conductances on the pyramidal cell"),
            x=_TIME,
            y=Axis(label=Text(zh="电导", en="conductance"), unit="mS/cm²", low=0, include=(0.1,)),
            traces=[
                Trace("g_I", "*g*_{I}", color="series-2", dash="dashed"),
                Trace("g_E", "*g*_{E}", color="series-1"),
            ],
            height=200,
        ),
    ],
    readouts=[
        Readout("frequency", Text(zh="频率", en="Frequency"), Format(decimals=1), color="series-4"),
        Readout("period", Text(zh="周期", en="Period"), Format(decimals=1)),
        Readout("ratio", Text(zh="电导之比 *R*", en="Conductance ratio *R*"), Format(decimals=3)),
        Readout(
            "mean_g_I", Text(zh="平均抑制电导", en="Mean inhibitory conductance"), Format(decimals=3), color="series-2"
        ),
        Readout("cycles_in_tau", Text(zh="周期与 *τ*_{I} 之比", en="Period over *τ*_{I}"), Format(decimals=2)),
    ],
    alt=Text(
        zh="上图：两个细胞的膜电位，锥体细胞发放后中间神经元随即发放，频率 {frequency}。下图：抑制电导起落，兴"
        "奋电导恒为 {g_E}；"
        "平均抑制电导 {mean_g_I}，两者之比 {ratio}。",
        en="Above: voltages of two cells; each spike of the pyramidal cell is followed at once by one of the "
        "interneuron, "
        "at {frequency}. Below: the inhibitory conductance rises and falls, the excitatory one stays at {g_E}; mean "
        "inhibition is {mean_g_I}, the ratio {ratio}.",
    ),
    shown={"g_E": Shown(Format(decimals=3))},
    response=[
        Response("g_IE", "ratio", -1),
        Response("g_IE", "frequency", -1),
        Response("g_drive", "frequency", +1),
        Response("g_drive", "ratio", +1),
        Response("tau_I", "period", +1),
        Response("tau_I", "ratio", -1),
    ],
)
