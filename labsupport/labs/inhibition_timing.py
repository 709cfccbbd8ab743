"""One GABA input, early or coincident: the shunt ends with the conductance, the depolarisation lasts longer."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
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

_BASE = {
    "lead": 0,
    "E_I": -55,
    "g_I": 20,
    "g_E": 18,
    "tau_I": 6,
    "V_th": -50,
    "C_m": 200,
    "g_L": 10,
}
_PEAK = Shown(Format(decimals=1, sign=True))
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=100)

lab = Lab(
    id="inhibition_timing",
    title=Text(zh="同一个输入，早到还是同时", en="The same input, early or coincident"),
    lead=Text(
        zh="被动的细胞，没有动作电位。兴奋在 50 ms 到达，GABA 的时刻由你定。只看膜电位的峰值有没有碰到阈值。",
        en="A passive cell without action potentials. Excitation arrives at 50 ms; you choose when GABA does. "
        "Watch whether "
        "the highest voltage reaches threshold.",
    ),
    teaches=Text(
        zh="分流随电导结束，去极化延续得更久：同时到来的输入削弱兴奋，早来几毫秒的帮助它。",
        en="A shunt ends with its conductance and the depolarisation outlasts it: the same input "
        "weakens coincident excitation and helps what follows.",
    ),
    minutes=10,
    model="synapse_timing",
    sliders=[
        Slider("lead", default=0, label=Text(zh="GABA 提前", en="GABA comes earlier by")),
        Slider("E_I", label=Text(zh="*E*_{GABA}", en="*E*_{GABA}")),
        Slider("g_I", label=Text(zh="GABA 电导（峰值）", en="GABA conductance, peak")),
        Slider("tau_I", label=Text(zh="GABA 电导的衰减", en="Decay of GABA")),
        Slider("g_E", label=Text(zh="兴奋性电导（峰值）", en="Excitation, peak")),
        Slider("g_L", label=Text(zh="漏电导", en="Leak conductance")),
        Slider("C_m", label=Text(zh="膜电容", en="Capacitance")),
        Slider("V_th", label=Text(zh="放电阈值", en="Spike threshold")),
    ],
    fixed={"E_E": 0, "E_L": -65, "tau_E": 3},
    presets=[
        Option(Text(zh="同时", en="Coincident"), _BASE),
        Option(Text(zh="早 5 ms", en="5 ms earlier"), {**_BASE, "lead": 5}),
        Option(Text(zh="早 10 ms", en="10 ms earlier"), {**_BASE, "lead": 10}),
        Option(Text(zh="早 20 ms", en="20 ms earlier"), {**_BASE, "lead": 20}),
        Option(Text(zh="没有 GABA", en="No GABA"), {**_BASE, "g_I": 0}),
        Option(Text(zh="早 10 ms，−75 mV", en="10 ms earlier, −75 mV"), {**_BASE, "lead": 10, "E_I": -75}),
        Option(Text(zh="早 10 ms，衰减慢", en="10 ms earlier, slow decay"), {**_BASE, "lead": 10, "tau_I": 30}),
    ],
    prediction=Prediction(
        question=Text(
            zh="*E*_{GABA} = −55 mV，在静息（−65 mV）和阈值（−50 mV）之间。GABA 与兴奋同时到来时峰值略微降低，"
            "碰不到阈值。"
            "让它早到 10 ms，会怎样？",
            en="*E*_{GABA} = −55 mV lies between rest (−65 mV) and threshold (−50 mV). Coincident with "
            "excitation, GABA lowers "
            "the peak a little and threshold is missed. What if it comes 10 ms earlier?",
        ),
        options=[
            Text(zh="峰值更低：抑制先就位了", en="The peak is lower still: inhibition is in place"),
            Text(zh="没有影响：GABA 已经结束", en="No effect: GABA is over"),
            Text(zh="峰值升高，越过阈值", en="The peak is higher and passes threshold"),
        ],
        answer=2,
        explanation=Text(
            zh="10 ms 后 GABA 电导已降到四分之一左右，它留下的去极化还在，兴奋在这个台阶上起步："
            "峰值从 −51.0 mV 升到 −49.3 mV。同时到来时则是 −51.2 mV。",
            en="After 10 ms the GABA conductance is down to about a quarter, but the depolarisation it left "
            "is still there and "
            "excitation starts from that step: the peak rises from −51.0 mV to −49.3 mV. Coincident GABA "
            "made it −51.2 mV.",
        ),
        values={**_BASE, "lead": 10},
    ),
    views=[
        Panel(
            id="voltage",
            title=Text(zh="膜电位", en="Membrane potential"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位", en="membrane potential"), unit="mV", low=-75, high=-40),
            traces=[
                Trace(
                    "V_E", Text(zh="只有兴奋", en="excitation alone"), color="series-3", dash="dashed", label_at=0.75
                ),
                Trace("V_I", Text(zh="只有 GABA", en="GABA alone"), color="series-2", dash="dashdot", label_at=0.9),
                Trace("V", Text(zh="两者", en="both"), color="series-1", label_at=0.6),
            ],
            rules=[
                Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad"),
                Rule("E_I", "y", "*E*_{GABA}", color="series-2"),
            ],
            height=320,
        ),
        Panel(
            id="conductances",
            title=Text(zh="两个电导", en="The two conductances"),
            x=_TIME,
            y=Axis(label=Text(zh="电导", en="conductance"), unit="nS", low=0, include=(20,)),
            traces=[
                Trace("conductance_E", Text(zh="兴奋", en="excitation"), color="series-3", dash="dashed", label_at=0.6),
                Trace("conductance_I", "GABA", color="series-2", dash="dashdot", label_at=0.4),
            ],
            height=170,
        ),
    ],
    readouts=[
        Readout("peak_E", Text(zh="只有兴奋：峰值", en="Peak, excitation alone"), _PEAK, color="series-3"),
        Readout("peak", Text(zh="两者：峰值", en="Peak, both"), _PEAK, color="series-1"),
        Readout("margin", Text(zh="两者：峰值减阈值", en="Both, peak less threshold"), _PEAK),
    ],
    phrases=[
        Phrase(
            "spike",
            of="margin",
            negative=Text(zh="碰不到阈值", en="it stays below threshold"),
            zero=Text(zh="恰好碰到阈值", en="it just touches threshold"),
            positive=Text(zh="越过阈值", en="it passes threshold"),
        ),
        Phrase(
            "spike_E",
            of="margin_E",
            negative=Text(zh="碰不到阈值", en="stays below threshold"),
            zero=Text(zh="恰好碰到阈值", en="just touches threshold"),
            positive=Text(zh="越过阈值", en="passes threshold"),
        ),
    ],
    alt=Text(
        zh="上图：膜电位随时间变化的三条线，兴奋在 50 ms 到达，GABA 提前 {lead}。只有兴奋时峰值 {peak_E}，{spike_E}；"
        "加上 GABA 后峰值 {peak}，{spike}。下图：两个电导的时间过程，GABA 的峰值 {g_I}。",
        en="Upper plot: three lines of membrane potential over time; excitation arrives at 50 ms and GABA "
        "{lead} earlier. "
        "Excitation alone peaks at {peak_E} and {spike_E}; with GABA the peak is {peak}: {spike}. Lower plot: "
        "the time "
        "courses of the two conductances, GABA peaking at {g_I}.",
    ),
    response=[
        Response("E_I", "peak", +1),
        Response("g_E", "peak", +1),
        Response("C_m", "peak_E", -1),
        Response("lead", "peak_E", 0),
        Response("V_th", "margin", -1),
    ],
)
