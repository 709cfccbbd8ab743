"""Four receptors after one spike: which conducts when."""

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

_SHARE = Format(decimals=3)
_USUAL = {"tau_ampa": 3, "tau_nmda": 80, "tau_gaba_a": 8, "tau_gaba_b": 180, "T": 307}

lab = Lab(
    id="synapse_timeline",
    title=Text(zh="一次放电之后，谁在什么时候导电", en="After one spike: who conducts, and when"),
    lead=Text(
        zh="每条曲线都以自身的峰值为 1，比的是时间，不是大小。横轴是对数的。",
        en="Each curve has its own peak at 1: this compares times, not sizes. The time axis is logarithmic.",
    ),
    model="synapse_timeline",
    sliders=[
        Slider("time", label=Text(zh="放电后的时间 *t*", en="Time after the spike *t*")),
        Slider("tau_ampa", label=Text(zh="AMPA 衰减", en="AMPA decay")),
        Slider("tau_nmda", label=Text(zh="NMDA 衰减", en="NMDA decay")),
        Slider("tau_gaba_a", label=Text(zh="GABA_{A} 衰减", en="GABA_{A} decay")),
        Slider("tau_gaba_b", label=Text(zh="GABA_{B} 衰减", en="GABA_{B} decay")),
        Slider("T", default=307, minimum=295, maximum=310, label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="放电后 2 ms", en="2 ms after"), {**_USUAL, "time": 2}),
        Option(Text(zh="放电后 20 ms", en="20 ms after"), {**_USUAL, "time": 20}),
        Option(Text(zh="放电后 200 ms", en="200 ms after"), {**_USUAL, "time": 200}),
        Option(Text(zh="室温切片（295 K）", en="A slice at room temperature, 295 K"), {**_USUAL, "time": 20, "T": 295}),
    ],
    prediction=Prediction(
        question=Text(
            zh="一次放电同时激活 AMPA、NMDA、GABA_{A} 和 GABA_{B} 四种受体。200 ms 之后，哪些还在明显导电？",
            en="One spike sets off AMPA, NMDA, GABA_{A} and GABA_{B} receptors at once. 200 ms later, which of them "
            "still conduct noticeably?",
        ),
        options=[
            Text(zh="一个都没有：突触信号只有几毫秒", en="None: a synaptic signal lasts milliseconds"),
            Text(zh="兴奋的两种：AMPA 和 NMDA", en="The two excitatory ones, AMPA and NMDA"),
            Text(zh="一兴奋一抑制：NMDA 和 GABA_{B}", en="One of each: NMDA and GABA_{B}"),
        ],
        answer=2,
        explanation=Text(
            zh="200 ms 时 NMDA 还有峰值的 10.5 %，GABA_{B} 还有 85 %；AMPA 和 GABA_{A} 早已关闭。"
            "兴奋和抑制各有一快一慢，所以“谁占上风”要先问是什么时候。",
            en="At 200 ms NMDA still has 10.5 % of its peak and GABA_{B} 85 %, while AMPA and GABA_{A} have long shut. "
            "Excitation and inhibition have a fast and a slow receptor each, so “which prevails” depends on when you "
            "ask.",
        ),
        values={**_USUAL, "time": 200},
    ),
    views=[
        Panel(
            id="timeline",
            title=Text(zh="电导随时间（以自身峰值为 1）", en="Conductance in time (own peak = 1)"),
            x=Axis(
                label=Text(zh="放电后的时间", en="time after the spike"),
                unit="ms",
                parameter="time",
                low=0.1,
                high=1000,
                scale="log",
            ),
            y=Axis(label=Text(zh="占自身峰值", en="share of own peak"), low=0, high=1.12),
            traces=[
                Trace("ampa", "AMPA", color="series-1", label_at=0.1),
                Trace("gaba_a", Text(zh="GABA_{A}", en="GABA_{A}"), color="series-2", dash="dashed", label_at=0.3),
                Trace("nmda", "NMDA", color="series-3", dash="dashdot", label_at=0.64),
                Trace("gaba_b", Text(zh="GABA_{B}", en="GABA_{B}"), color="series-4", dash="dotted", label_at=0.9),
            ],
            rules=[Rule("time", "x", "*t*")],
            markers=[
                Marker("ampa", color="series-1", drop=False, show_value=False),
                Marker("gaba_a", color="series-2", drop=False, show_value=False),
                Marker("nmda", color="series-3", drop=False, show_value=False),
                Marker("gaba_b", color="series-4", drop=False, show_value=False),
            ],
            height=300,
        ),
    ],
    readouts=[
        Readout("ampa", Text(zh="*t* 时的 AMPA", en="AMPA at *t*"), _SHARE, color="series-1"),
        Readout("gaba_a", Text(zh="*t* 时的 GABA_{A}", en="GABA_{A} at *t*"), _SHARE, color="series-2"),
        Readout("nmda", Text(zh="*t* 时的 NMDA", en="NMDA at *t*"), _SHARE, color="series-3"),
        Readout("gaba_b", Text(zh="*t* 时的 GABA_{B}", en="GABA_{B} at *t*"), _SHARE, color="series-4"),
        Readout("peak_nmda", Text(zh="NMDA 到峰值", en="NMDA peaks at"), Format(decimals=1)),
        Readout("peak_gaba_b", Text(zh="GABA_{B} 到峰值", en="GABA_{B} peaks at"), Format(decimals=0)),
    ],
    alt=Text(
        zh="四条曲线随放电后的时间（对数轴，0.1 到 1000 ms）先升后降，依次是 AMPA、GABA-A、NMDA、GABA-B。"
        "{time} 时，它们占各自峰值的 {ampa}、{gaba_a}、{nmda}、{gaba_b}。"
        "NMDA 在 {peak_nmda} 到峰值，GABA-B 在 {peak_gaba_b}。",
        en="Four curves rise and fall with time after the spike (logarithmic axis, 0.1 to 1000 ms), in the order AMPA, "
        "GABA-A, NMDA, GABA-B. At {time} they stand at {ampa}, {gaba_a}, {nmda} and {gaba_b} of their own peaks. NMDA "
        "peaks at {peak_nmda}, GABA-B at {peak_gaba_b}.",
    ),
    response=[
        Response("tau_nmda", "nmda", +1),
        Response("tau_nmda", "gaba_b", 0),
        Response("tau_nmda", "peak_nmda", +1),
        Response("T", "peak_gaba_b", -1),
    ],
    teaches=Text(
        zh="两种快受体，两种慢受体：放电之后的每个时刻，由不同的电导说了算。",
        en="Two fast receptors and two slow ones: at each time after a spike another conductance has the say.",
    ),
    minutes=5,
)
