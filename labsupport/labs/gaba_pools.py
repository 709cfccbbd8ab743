"""Two pools of GABA: what GAD67 and GAD65 feed, and what a loss of either does at rest and during a train."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
    Bar,
    Bars,
    Flow,
    Format,
    Lab,
    Marker,
    Node,
    Option,
    Panel,
    Part,
    Prediction,
    Readout,
    Response,
    Scheme,
    Shown,
    Slider,
    Trace,
    Zone,
)

_CONTROL = {"v67": 0.9, "v65": 0.1, "anchored": 0.9, "k_MT": 0.05, "demand": 3, "follow": 0.5}
_TWO = Format(decimals=2)
_THREE = Format(decimals=3)
_RELATIVE = Text(zh="与对照之比", en="over control")
_TIME = Axis(label=Text(zh="时间（以末梢池的周转时间计）", en="time, in turnover times"), time=True, low=0, high=12)

lab = Lab(
    id="gaba_pools",
    title=Text(zh="两个 GABA 池", en="Two pools of GABA"),
    lead=Text(
        zh="GAD67 在胞质里合成大部分 GABA，GAD65 主要在末梢合成，两池之间有微弱的交换。"
        "合成总量取作 1；处理在开始以前早已达到稳态，从时刻 2 到 8 是一段高频活动。",
        en="GAD67 makes most GABA in the cytosol, GAD65 makes some in the terminal, and the two pools exchange a "
        "little. All synthesis "
        "in the control is 1; each treatment has long settled when the run begins, and from time 2 to 8 there is a "
        "train of activity.",
    ),
    teaches=Text(
        zh="总量几乎不变时，装囊泡的那一小池可以减半以上；占总量的份额说明不了它供应哪一种抑制。",
        en="The small pool that fills vesicles can fall by more than half while the total hardly moves: a share of the "
        "total does not say which inhibition it feeds.",
    ),
    minutes=8,
    model="gaba_demand",
    cursor=Slider("t", default=0, maximum=12, step=0.05, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("v67", label=Text(zh="GAD67 的合成", en="Synthesis by GAD67")),
        Slider("v65", label=Text(zh="GAD65 的合成", en="Synthesis by GAD65")),
        Slider("anchored", label=Text(zh="GAD65 锚定的比例 *a*", en="GAD65 anchored, *a*")),
        Slider("k_MT", label=Text(zh="两池之间的交换", en="Exchange of the pools")),
        Slider("demand", label=Text(zh="活动时的需求", en="Demand of the train")),
        Slider("follow", label=Text(zh="GAD65 随需求增强", en="GAD65 follows demand")),
    ],
    presets=[
        Option(Text(zh="对照", en="Control"), _CONTROL),
        Option(Text(zh="阻断棕榈酰化", en="Palmitoylation blocked"), {**_CONTROL, "anchored": 0.1}),
        Option(Text(zh="GAD67 减少 80 %", en="GAD67 down by 80 %"), {**_CONTROL, "v67": 0.18}),
        Option(Text(zh="没有 GAD65", en="No GAD65"), {**_CONTROL, "v65": 0}),
        Option(Text(zh="没有 GAD67", en="No GAD67"), {**_CONTROL, "v67": 0}),
        Option(Text(zh="两池互不相通", en="No exchange"), {**_CONTROL, "k_MT": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="阻断棕榈酰化，GAD65 不再锚在末梢，酶本身照常工作。GABA 总量和末梢池各会怎样？",
            en="Palmitoylation is blocked: GAD65 is no longer anchored in the terminal, but the enzyme still works. "
            "What happens to all GABA, and to the terminal pool?",
        ),
        options=[
            Text(
                zh="总量减少十分之一，末梢池也减少十分之一", en="All GABA falls by a tenth, and the terminal pool too"
            ),
            Text(
                zh="总量几乎不变，末梢池减少一半以上",
                en="All GABA hardly changes, the terminal pool falls by more than half",
            ),
            Text(zh="两者都几乎不变：GAD65 只占十分之一", en="Neither changes much: GAD65 is only a tenth"),
        ],
        answer=1,
        explanation=Text(
            zh="酶换了地方，没有停工：总量是对照的 1.00 倍，末梢池只剩 0.44 倍，其中大半还是从胞质漏进来的。",
            en="The enzyme works elsewhere but works on: all GABA is 1.00 of control, while the terminal pool is at "
            "0.44, most of it crossing over from the cytosol.",
        ),
        values={**_CONTROL, "anchored": 0.1},
    ),
    views=[
        Scheme(
            id="pools",
            title=Text(zh="两个 GABA 池与它们的来去", en="The two pools, what feeds and what drains them"),
            zones=[
                Zone(Text(zh="胞质", en="cytosol"), 14, 6, 42, 88, "series-1"),
                Zone(Text(zh="末梢", en="terminal"), 62, 6, 24, 88, "series-3"),
            ],
            nodes=[
                Node("M", Text(zh="代谢池", en="metabolic pool"), 35, 50, "cytosolic", 1.2, "series-1"),
                Node("T", Text(zh="递质池", en="transmitter pool"), 74, 50, "terminal", 0.2, "series-3"),
            ],
            flows=[
                Flow((3, 50), "M", "by_67", "GAD67", 1.0, "series-1"),
                Flow(
                    (35, 4), "M", "into_cytosol", Text(zh="未锚定的 GAD65", en="GAD65, not anchored"), 1.0, "series-2"
                ),
                Flow((74, 4), "T", "into_terminal", Text(zh="锚定的 GAD65", en="GAD65, anchored"), 1.0, "series-2"),
                Flow("M", "T", "crossing", Text(zh="交换", en="exchange"), 1.0, "series-1"),
                Flow("M", (35, 96), "shunted", Text(zh="GABA 分流", en="GABA shunt"), 1.0, "muted"),
                Flow("T", (97, 50), "released", Text(zh="释放", en="release"), 1.0, "series-3"),
            ],
            height=330,
        ),
        Bars(
            id="relative",
            title=Text(zh="各池与对照之比", en="The pools over control"),
            axis=Axis(label=_RELATIVE, low=0, high=1.6),
            bars=[
                Bar(Text(zh="GABA 总量", en="all GABA"), [Part("total_relative", "", "muted")]),
                Bar(
                    Text(zh="胞质池", en="cytosolic pool"),
                    [Part("M_relative", "", "series-1")],
                ),
                Bar(
                    Text(zh="末梢池", en="terminal pool"),
                    [Part("T_relative", "", "series-3")],
                ),
            ],
        ),
        Panel(
            id="train",
            title=Text(zh="高频活动期间", en="During the train"),
            x=_TIME,
            y=Axis(label=_RELATIVE, low=0, high=4),
            traces=[
                Trace("released_relative", Text(zh="释放量", en="release"), color="series-3"),
                Trace("T_relative", Text(zh="末梢池", en="pool"), color="series-3", dash="dashed"),
                Trace(
                    "released_relative",
                    Text(zh="对照", en="control"),
                    ghost=True,
                    at={k: v for k, v in _CONTROL.items() if k in ("v67", "v65", "anchored")},
                    label_at=0.55,
                ),
            ],
            markers=[Marker("released_relative", color="series-3")],
            bands=[Band(2, 8, Text(zh="高频活动", en="train"))],
            height=230,
        ),
    ],
    readouts=[
        Readout("total_relative", Text(zh="GABA 总量 / 对照", en="All GABA / control"), _TWO),
        Readout("M_relative", Text(zh="胞质池 / 对照", en="Cytosolic pool / control"), _TWO, color="series-1"),
        Readout("T_relative", Text(zh="末梢池 / 对照", en="Terminal pool / control"), _TWO, color="series-3"),
        Readout(
            "released_relative", Text(zh="释放量 / 静息对照", en="Release / control at rest"), _TWO, color="series-3"
        ),
    ],
    alt=Text(
        zh="示意图：胞质代谢池 {cytosolic}，末梢递质池 {terminal}，GAD67 每单位时间合成 {by_67}，"
        "锚定的 GAD65 合成 {into_terminal}，从胞质进入末梢 {crossing}。条形图：GABA 总量为对照的 {total_relative}，"
        "胞质池 {M_relative}，末梢池 {T_relative}。"
        "下图：从时刻 2 到 8 的高频活动中释放量先升后降；现在是静息对照的 {released_relative}。",
        en="Scheme: metabolic pool {cytosolic}, transmitter pool {terminal}; GAD67 makes {by_67}, anchored GAD65 "
        "{into_terminal}, and {crossing} crosses from cytosol to terminal. Bars: all GABA is {total_relative} of "
        "control, the cytosolic pool {M_relative}, the terminal pool {T_relative}. Below: in a train from time 2 to 8 "
        "release rises and then sags; now it is {released_relative} of the control at rest.",
    ),
    response=[
        Response("v67", "total_relative", +1),
        Response("v67", "T_relative", +1),
        Response("v65", "T_relative", +1),
        Response("anchored", "T_relative", +1),
        Response("anchored", "M_relative", -1),
        Response("k_MT", "T_relative", 0),
        Response("demand", "T_relative", 0),
    ],
    shown={
        **{
            name: Shown(_THREE)
            for name in (
                "cytosolic",
                "terminal",
                "by_67",
                "into_cytosol",
                "into_terminal",
                "crossing",
                "shunted",
                "released",
            )
        },
        **{name: Shown(_TWO) for name in ("T_relative", "M_relative", "total_relative", "released_relative")},
    },
)
