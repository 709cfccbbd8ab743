"""Glutamate and depolarisation meet, or miss each other, at an NMDA receptor."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Choice,
    Flow,
    Format,
    Lab,
    Marker,
    Node,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Rule,
    Scheme,
    Slider,
    Trace,
    Zone,
)

_BASE = {"delay": 10, "V_post": -10, "width": 20, "Mg_out": 1, "glycine": 100, "decay": 80}
_BOTH = {"presynaptic": 0}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=320)
_SHARE = Format(decimals=1)

lab = Lab(
    id="nmda_coincidence",
    title=Text(zh="符合检测：谷氨酸遇上去极化", en="Coincidence: glutamate meets depolarisation"),
    lead=Text(
        zh="60 ms 时，谷氨酸在间隙里停留 1 ms。突触后膜被钳在 −70 mV，只在一小段时间里去极化；"
        "这段时间比释放早还是晚，由你决定。",
        en="At 60 ms glutamate is in the cleft for 1 ms. The postsynaptic membrane is clamped to −70 mV but for a "
        "stretch of depolarisation, which you may place before or after the release.",
    ),
    model="nmda_coincidence",
    cursor=Slider("t", default=320, maximum=320, step=1, label=Text(zh="时间", en="Time")),
    fixed={"GluN1": 1, "GluN2": 1},
    sliders=[
        Slider("delay", label=Text(zh="去极化晚于释放（负值为早）", en="Depolarised after release (− before)")),
        Slider("V_post", label=Text(zh="去极化到", en="Depolarised to")),
        Slider("width", label=Text(zh="去极化时长", en="Depolarised for")),
        Slider("Mg_out", label=Text(zh="胞外 Mg²⁺", en="Mg²⁺ outside")),
        Slider("glycine", label=Text(zh="甘氨酸", en="Glycine")),
        Slider("decay", label=Text(zh="NMDA 衰减时间常数", en="NMDA decay time")),
    ],
    choices=[
        Choice(
            "presynaptic",
            Text(zh="突触前", en="Presynaptic side"),
            [
                Option(Text(zh="释放谷氨酸", en="releases glutamate"), {"release": 1}),
                Option(Text(zh="不释放", en="is silent"), {"release": 0}),
            ],
        )
    ],
    presets=[
        Option(Text(zh="释放后 10 ms 去极化", en="10 ms after"), _BASE, choose=_BOTH),
        Option(Text(zh="只有突触前", en="Presynaptic only"), {**_BASE, "V_post": -70}, choose=_BOTH),
        Option(Text(zh="只有突触后", en="Postsynaptic only"), _BASE, choose={"presynaptic": 1}),
        Option(Text(zh="去极化早 50 ms", en="50 ms too early"), {**_BASE, "delay": -50}, choose=_BOTH),
        Option(Text(zh="去极化晚 50 ms", en="50 ms after"), {**_BASE, "delay": 50}, choose=_BOTH),
        Option(Text(zh="去除 Mg²⁺", en="No Mg²⁺"), {**_BASE, "V_post": -70, "Mg_out": 0}, choose=_BOTH),
    ],
    prediction=Prediction(
        question=Text(
            zh="去极化（到 −10 mV，20 ms）若在释放之前 50 ms 开始，进入的 Ca²⁺ 与完全没有去极化时一样。"
            "那么它若在释放之后 50 ms 才开始呢？",
            en="If the depolarisation (to −10 mV for 20 ms) begins 50 ms before the release, as much Ca²⁺ enters as "
            "without any depolarisation. And if it begins 50 ms after the release?",
        ),
        options=[
            Text(zh="也一样：谷氨酸 1 ms 就没了", en="The same: glutamate was gone after 1 ms"),
            Text(zh="多出一倍以上：受体还记得谷氨酸", en="More than twice as much: the receptor remembers glutamate"),
            Text(zh="与同时发生时一样多", en="As much as when both come together"),
        ],
        answer=1,
        explanation=Text(
            zh="谷氨酸离开间隙之后仍留在受体上，要几十毫秒才解离，通道一直在开开关关。去极化只要落在这段时间里，"
            "就能让 Ca²⁺ 多进来；先去极化则什么也没有留下。所以先后次序很要紧，窗口的宽度由衰减时间常数决定。",
            en="Glutamate leaves the cleft but stays on the receptor for tens of milliseconds, and the channel goes on "
            "opening. Any depolarisation within that time lets more Ca²⁺ in; one that comes first leaves nothing "
            "behind. So the order matters, and the decay time constant sets the window.",
        ),
        values={**_BASE, "delay": 50},
        choose=_BOTH,
    ),
    views=[
        Panel(
            id="conductance",
            title=Text(zh="电导随时间的变化", en="Conductances against time"),
            x=_TIME,
            y=Axis(label=Text(zh="电导", en="conductance"), unit="nS", low=0, high=0.4),
            traces=[
                Trace("g_AMPA", "AMPA", color="series-3", dash="dotted", label_at=0.19),
                Trace("g_open", Text(zh="NMDA 开放", en="NMDA open"), color="series-2", dash="dashed", label_at=0.5),
                Trace("g_NMDA", Text(zh="导通", en="conducting"), color="series-1", label_at=0.55),
            ],
            markers=[Marker("g_NMDA", color="series-1", drop=False, show_value=False)],
            height=210,
        ),
        Panel(
            id="voltage",
            title=Text(zh="膜电位随时间的变化", en="Membrane potential against time"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位", en="membrane potential"), unit="mV", low=-80, high=45),
            traces=[Trace("V_m", "*V*_{m}", color="series-4")],
            rules=[Rule(60, label=Text(zh="释放", en="release"), color="series-2")],
            height=130,
        ),
        Panel(
            id="calcium",
            title=Text(zh="累计进入的 Ca²⁺", en="Ca²⁺ entered so far"),
            x=_TIME,
            y=Axis(label=Text(zh="Ca²⁺ 电荷", en="Ca²⁺ charge"), unit="fC", low=0, include=(25,)),
            traces=[
                Trace(
                    "Q_Ca",
                    Text(zh="不去极化", en="no depolarisation"),
                    ghost=True,
                    at={"V_post": -70},
                    dash="dotted",
                    label_at=0.9,
                ),
                Trace("Q_Ca", Text(zh="Ca²⁺", en="Ca²⁺"), color="ion-Ca"),
            ],
            markers=[Marker("Q_Ca", color="ion-Ca", drop=False)],
            height=160,
        ),
        Scheme(
            id="states",
            title=Text(zh="此刻受体各在什么状态", en="Where the receptors are at this moment"),
            zones=[Zone(Text(zh="孔开着", en="pore open"), 56, 4, 43, 92, "series-1")],
            nodes=[
                Node("free", Text(zh="没有谷氨酸", en="no glutamate"), 13, 30, "free", 100, "muted"),
                Node("bound", Text(zh="结合了，关闭", en="bound, closed"), 41, 30, "bound", 100, "series-2"),
                Node("plugged", Text(zh="开放，孔里有 Mg²⁺", en="open, Mg²⁺ in it"), 77, 30, "plugged", 40, "warn"),
                Node("conducting", Text(zh="开放，导通", en="open, conducting"), 77, 78, "conducting", 40, "series-1"),
                Node("unable", Text(zh="缺甘氨酸", en="no glycine"), 13, 78, "unable", 100, "muted", "round"),
                Node("V", Text(zh="膜电位", en="membrane"), 41, 78, "V_m", 100, "series-4", "round"),
            ],
            flows=[
                Flow("free", "bound", "J_bind", Text(zh="结合", en="binding"), full=20, color="series-2"),
                Flow("bound", "plugged", "J_open", Text(zh="开放", en="opening"), full=8, color="series-2"),
                Flow(
                    "plugged",
                    "conducting",
                    "B",
                    Text(zh="未阻断", en="unblocked"),
                    full=100,
                    color="series-1",
                    id="unblock",
                ),
                Flow("V", "unblock", kind="activates", color="series-4"),
            ],
            height=300,
        ),
    ],
    readouts=[
        Readout("Q_Ca", Text(zh="累计 Ca²⁺ 电荷", en="Ca²⁺ entered so far"), Format(decimals=1), color="ion-Ca"),
        Readout("g_open", Text(zh="NMDA 开放的电导", en="NMDA open"), Format(decimals=3), color="series-2"),
        Readout("g_NMDA", Text(zh="NMDA 导通的电导", en="NMDA conducting"), Format(decimals=3), color="series-1"),
        Readout("B", Text(zh="未阻断的比例", en="Unblocked share"), _SHARE),
        Readout("I_NMDA", Text(zh="NMDA 电流", en="NMDA current"), Format(decimals=2, sign=True)),
        Readout("I_Ca", Text(zh="Ca²⁺ 内流", en="Ca²⁺ entering"), Format(decimals=2)),
    ],
    alt=Text(
        zh="三幅图随时间变化：60 ms 释放谷氨酸后 AMPA 电导很快消失，NMDA 电导慢慢升起又慢慢落下，只有去极化时才大"
        "半导通。"
        "{t} 时：膜电位 {V_m}，NMDA 开放 {g_open}，其中未阻断 {B}，导通 {g_NMDA}，已进入的 Ca²⁺ 电荷 {Q_Ca}。"
        "示意图：没有谷氨酸 {free}，结合而关闭 {bound}，开放但被堵 {plugged}，导通 {conducting}，缺甘氨酸 {unable}。",
        en="Three plots against time: after the release at 60 ms the AMPA conductance is soon gone, the NMDA "
        "conductance "
        "rises and falls slowly and conducts mostly while the membrane is depolarised. At {t}: membrane potential "
        "{V_m}, NMDA open {g_open}, of which {B} unblocked, conducting {g_NMDA}, Ca²⁺ charge entered {Q_Ca}. Scheme: "
        "without glutamate {free}, bound and closed {bound}, open but plugged {plugged}, conducting {conducting}, "
        "without glycine {unable}.",
    ),
    response=[
        Response("V_post", "Q_Ca", +1),
        Response("Mg_out", "Q_Ca", -1),
        Response("glycine", "Q_Ca", +1),
        Response("decay", "Q_Ca", +1),
        Response("Mg_out", "g_open", 0),
        Response("V_post", "Q_Ca", 0, choose={"presynaptic": 1}),
    ],
    teaches=Text(
        zh="结合着的谷氨酸把突触前的事件记住几十毫秒；去极化落在这段时间里，Ca²⁺ 才大量进入。",
        en="Bound glutamate remembers the presynaptic event for tens of milliseconds; Ca²⁺ enters in quantity when "
        "depolarisation falls within them.",
    ),
    minutes=8,
)
