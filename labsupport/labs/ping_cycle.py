"""One PING cycle: how long a pyramidal cell waits for inhibition to decay, and why that is a line in tau."""

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

_BASE = {"tau_I": 10, "drive": 4, "g_0": 0.5, "E_I": -75, "delay": 3}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", parameter="moment", low=0, high=100)

lab = Lab(
    id="ping_cycle",
    title=Text(zh="一个周期有多长：等抑制衰减", en="How long is a cycle? Waiting for inhibition to decay"),
    lead=Text(
        zh="锥体细胞发放之后 *d* 毫秒，中间神经元的齐射打开抑制电导 *g*_{0}；它按 *τ*_{I} 衰减，降到 *g*^{∗} "
        "时细胞再次发放。",
        en="A time *d* after the pyramidal cells fire, a volley of interneurons opens the conductance "
        "*g*_{0}; it decays "
        "with *τ*_{I}, and at *g*^{∗} the cell fires again.",
    ),
    teaches=Text(
        zh="周期约为 *d* + *τ*_{I} ln(*g*_{0}/*g*^{∗})：随衰减时间线性增长，但不过原点；驱动和抑制强度同样决定它。",
        en="The period is about *d* + *τ*_{I} ln(*g*_{0}/*g*^{∗}): a line in the decay time that misses the "
        "origin, and "
        "drive and strength set its slope.",
    ),
    minutes=8,
    model="ping_cycle",
    sliders=[
        Slider("tau_I", label=Text(zh="抑制的衰减时间 *τ*_{I}", en="Decay time of inhibition *τ*_{I}")),
        Slider("drive", label=Text(zh="驱动电流 *I*", en="Driving current *I*")),
        Slider("g_0", label=Text(zh="一次齐射的电导 *g*_{0}", en="Conductance of a volley *g*_{0}")),
        Slider("E_I", label=Text(zh="抑制的反转电位 *E*_{I}", en="Reversal of inhibition *E*_{I}")),
        Slider("delay", label=Text(zh="回路延迟 *d*", en="Delay round the loop *d*")),
    ],
    presets=[
        Option(Text(zh="起始状态", en="Start"), _BASE),
        Option(Text(zh="衰减快一倍", en="Decay twice as fast"), {**_BASE, "tau_I": 5}),
        Option(Text(zh="慢抑制", en="Slow inhibition"), {**_BASE, "tau_I": 30}),
        Option(Text(zh="慢抑制，强驱动", en="Slow inhibition, strong drive"), {**_BASE, "tau_I": 30, "drive": 8}),
        Option(Text(zh="强抑制", en="Strong inhibition"), {**_BASE, "g_0": 2}),
    ],
    prediction=Prediction(
        question=Text(
            zh="*τ*_{I} 是 10 ms，节律约 52 Hz。把 *τ*_{I} 减半到 5 ms，其余不动。频率会怎样？",
            en="With *τ*_{I} at 10 ms the rhythm runs at about 52 Hz. Halve *τ*_{I} to 5 ms and change nothing else. "
            "What does the frequency do?",
        ),
        options=[
            Text(zh="正好加倍", en="It doubles exactly"),
            Text(zh="升高，但不到两倍", en="It rises, but less than twofold"),
            Text(zh="几乎不变", en="It hardly changes"),
        ],
        answer=1,
        explanation=Text(
            zh="升到约 91 Hz。周期里只有等待的那一段与 *τ*_{I} 成正比；3 ms 的回路延迟不会缩短。真实网络的固定"
            "部分更大，所以升得更少。",
            en="It rises to about 91 Hz. Only the wait is proportional to *τ*_{I}; the delay of 3 ms does not "
            "shrink. In a "
            "real network the fixed part is larger, and the rise smaller.",
        ),
        values={**_BASE, "tau_I": 5},
    ),
    views=[
        Panel(
            id="inhibition",
            title=Text(zh="抑制电导随时间的变化", en="Inhibitory conductance against time"),
            x=_TIME,
            y=Axis(label=Text(zh="抑制电导", en="inhibitory conductance"), unit="mS/cm²", low=0, include=(0.6,)),
            traces=[Trace("g_now", "*g*_{I}", color="series-2")],
            rules=[Rule("g_star", axis="y", label="*g*^{∗}", color="series-3")],
            drag="none",
            height=170,
        ),
        Panel(
            id="voltage",
            title=Text(zh="锥体细胞的膜电位随时间的变化", en="Voltage of the pyramidal cell against time"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位", en="voltage"), unit="mV", low=-75, high=-45),
            traces=[Trace("V_now", "*V*", color="series-1")],
            rules=[Rule(-50, axis="y", label=Text(zh="阈值", en="threshold"))],
            drag="none",
            height=170,
        ),
        Panel(
            id="period",
            title=Text(zh="周期随抑制衰减时间的变化", en="Period against decay time of inhibition"),
            x=Axis(label=Text(zh="*τ*_{I}", en="*τ*_{I}"), unit="ms", parameter="tau_I", low=2, high=40),
            y=Axis(label=Text(zh="周期", en="period"), unit="ms", low=0, include=(70.0,)),
            traces=[
                Trace("literal_period", Text(zh="若 *f* = 1/*τ*", en="if *f* = 1/*τ*"), color="muted", dash="dashed"),
                Trace("period", "*P*", color="series-4"),
            ],
            rules=[
                Rule(1000 / 30, axis="y", label="30 Hz"),
                Rule(12.5, axis="y", label="80 Hz"),
            ],
            markers=[Marker("period", color="series-4")],
            height=260,
        ),
    ],
    readouts=[
        Readout("period", Text(zh="周期 *P*", en="Period *P*"), Format(decimals=1), color="series-4"),
        Readout("frequency", Text(zh="频率", en="Frequency"), Format(decimals=1)),
        Readout(
            "g_star", Text(zh="放行电导 *g*^{∗}", en="Tolerated conductance *g*^{∗}"), Format(decimals=3), "series-3"
        ),
        Readout("slope", Text(zh="斜率 ln(*g*_{0}/*g*^{∗})", en="Slope ln(*g*_{0}/*g*^{∗})"), Format(decimals=2)),
        Readout("product", Text(zh="*f* 乘 *τ*_{I}", en="*f* times *τ*_{I}"), Format(decimals=2)),
    ],
    alt=Text(
        zh="上面两幅图随时间变化：抑制电导从 {g_0} 衰减到 {g_star}，膜电位随之升到阈值。下图：衰减时间为 "
        "{tau_I} 时周期 {period}，频率 "
        "{frequency}；周期是一条不过原点的直线，斜率 {slope}。",
        en="Two plots against time: inhibition decays from {g_0} to {g_star}, and the voltage climbs to "
        "threshold. Below: "
        "with a decay time of {tau_I} the period is {period} and the frequency {frequency}; the period is a "
        "line of slope "
        "{slope} that misses the origin.",
    ),
    response=[
        Response("tau_I", "period", +1),
        Response("drive", "period", -1),
        Response("g_0", "period", +1),
        Response("delay", "frequency", -1),
        Response("tau_I", "slope", 0),
        Response("drive", "g_star", +1),
    ],
)
