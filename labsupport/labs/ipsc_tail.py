"""Whether blocking GAT-1 lengthens an IPSC depends on how much of its GABA was pooled."""

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
    Shown,
    Slider,
    Trace,
)

_BASE = {"time": 15, "pooled": 0.7, "block1": 1, "tau_receptor": 5, "tau_diffusion": 15, "tau_uptake": 10}

lab = Lab(
    id="ipsc_tail",
    title=Text(zh="阻断 GAT-1，IPSC 会变长吗", en="Does blocking GAT-1 lengthen an IPSC?"),
    lead=Text(
        zh="IPSC 的一份由单个囊泡承担，随受体去活化而衰减；另一份由许多位点汇合的 GABA 承担，随扩散和摄取而衰减。",
        en="Part of the IPSC comes from single vesicles and decays as the receptor deactivates; the rest comes from "
        "GABA pooled "
        "from many sites and decays by diffusion and uptake.",
    ),
    model="ipsc_tail",
    teaches=Text(
        zh="GAT-1 只管得到汇合起来的 GABA：强刺激引起的 IPSC 会因阻断而变长，单个囊泡的不会。",
        en="GAT-1 matters only to pooled GABA: a block lengthens the IPSCs of strong stimuli, not those of single "
        "vesicles.",
    ),
    minutes=5,
    sliders=[
        Slider("time", label=Text(zh="峰后时间", en="Time after the peak")),
        Slider("pooled", label=Text(zh="汇合的 GABA 所占份额", en="Share of pooled GABA")),
        Slider("block1", label=Text(zh="阻断 GAT-1", en="GAT-1 blocked")),
        Slider("tau_diffusion", label=Text(zh="扩散的时间常数", en="Time constant of diffusion")),
        Slider("tau_uptake", label=Text(zh="摄取的时间常数", en="Time constant of uptake")),
        Slider("tau_receptor", label=Text(zh="受体的去活化", en="Deactivation")),
    ],
    presets=[
        Option(Text(zh="强刺激，GAT-1 阻断", en="Strong stimulus, GAT-1 blocked"), _BASE),
        Option(Text(zh="微小 IPSC，GAT-1 阻断", en="Miniature IPSC, GAT-1 blocked"), {**_BASE, "pooled": 0}),
        Option(Text(zh="全部由汇合的 GABA 承担", en="All of it pooled"), {**_BASE, "pooled": 1}),
        Option(Text(zh="强刺激，不阻断", en="Strong stimulus, no block"), {**_BASE, "block1": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="完全阻断 GAT-1。由单个囊泡引起的微小 IPSC 会延长多少？",
            en="GAT-1 is blocked completely. By how much does a miniature IPSC, from one vesicle, get longer?",
        ),
        options=[
            Text(zh="2.5 倍，和汇合的 GABA 一样", en="2.5 times, like pooled GABA"),
            Text(zh="几乎不变", en="Hardly at all"),
            Text(zh="一直不衰减", en="It never decays"),
        ],
        answer=1,
        explanation=Text(
            zh="一个囊泡的 GABA 不到一毫秒就散开了，电流随受体去活化而衰减，转运体插不上手。"
            "只有许多位点的 GABA 汇成一池，衰减才轮到摄取来定：6 ms 变成 15 ms。",
            en="The GABA of one vesicle has spread within a millisecond, and the current decays as the receptor "
            "deactivates; the "
            "transporter has no say. Only where the GABA of many sites pools does uptake set the decay: 6 ms "
            "becomes 15.",
        ),
        values={**_BASE, "pooled": 0},
    ),
    views=[
        Panel(
            id="tail",
            title=Text(zh="IPSC 的衰减", en="The decay of the IPSC"),
            x=Axis(label=Text(zh="峰后时间", en="time after the peak"), unit="ms", parameter="time", low=0, high=60),
            y=Axis(label=Text(zh="占峰值的份额", en="share of the peak"), unit="%", low=0, high=100),
            traces=[
                Trace("ipsc_control", Text(zh="对照", en="control"), color="muted", dash="dashed", label_at=0.12),
                Trace("ipsc", Text(zh="GAT-1 阻断", en="GAT-1 blocked"), color="series-1", label_at=0.4),
            ],
            markers=[Marker("ipsc", color="series-1"), Marker("ipsc_control", color="muted", drop=False)],
            height=280,
        ),
    ],
    readouts=[
        Readout(
            "tail_control", Text(zh="汇合部分的 *τ*，对照", en="*τ* of the pooled part, control"), Format(decimals=1)
        ),
        Readout(
            "tail",
            Text(zh="汇合部分的 *τ*，阻断", en="*τ* of the pooled part, blocked"),
            Format(decimals=1),
            color="series-1",
        ),
        Readout("decay_control", Text(zh="平均衰减时间，对照", en="Mean decay, control"), Format(decimals=1)),
        Readout("decay", Text(zh="平均衰减时间，阻断", en="Mean decay, blocked"), Format(decimals=1), color="series-1"),
        Readout("ratio", Text(zh="延长的倍数", en="Prolongation"), Format(decimals=2)),
        Readout("ipsc", Text(zh="此刻的 IPSC", en="IPSC at this time"), Format(decimals=1), color="series-1"),
    ],
    shown={"ipsc_control": Shown(Format(decimals=1))},
    alt=Text(
        zh="IPSC 随峰后时间衰减的两条曲线。{time} 时，对照还剩 {ipsc_control}，阻断 GAT-1 还剩 {ipsc}。"
        "平均衰减时间从 {decay_control} "
        "变为 {decay}，是 {ratio} 倍；汇合部分的时间常数从 {tail_control} 变为 {tail}。",
        en="Two curves of an IPSC after its peak. At {time} {ipsc_control} are left in control and {ipsc} with "
        "GAT-1 blocked. The "
        "mean decay time goes from {decay_control} to {decay}, {ratio} times as long; the time constant of the "
        "pooled part from "
        "{tail_control} to {tail}.",
    ),
    response=[
        Response("block1", "decay", +1),
        Response("block1", "decay_control", 0),
        Response("pooled", "ratio", +1),
        Response("tau_uptake", "tail_control", +1),
        Response("tau_receptor", "tail", 0),
        Response("time", "ipsc", -1),
    ],
)
