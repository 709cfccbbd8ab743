"""Five pools, four steps, two doors: block a step of the glutamate-glutamine cycle and see what follows."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
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
    Scheme,
    Shown,
    Slider,
    Trace,
    Zone,
)

_REST = {"eaat": 1, "gs": 1, "snat": 1, "pag": 1, "activity": 1, "de_novo": 0.075}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="min", time=True, low=0, high=400)
_POOL, _FLUX = Format(decimals=2), Format(decimals=2)
_GLUTAMATE, _GLUTAMINE = "series-1", "series-3"


def _rate(name: str, zh: str, en: str) -> Slider:
    return Slider(name, default=1, label=Text(zh=zh, en=en))


lab = Lab(
    id="glutamate_cycle",
    title=Text(zh="谷氨酸–谷氨酰胺循环：堵住一步", en="The glutamate–glutamine cycle: block a step"),
    lead=Text(
        zh="循环开始时处于稳态；各步的速率在零时刻改成你设的值。箭头的粗细是通量，单位 µmol/(g min)。",
        en="The cycle starts in its steady state; at time 0 the rates become what you set. Arrows are as wide as "
        "their fluxes, in µmol/(g min).",
    ),
    model="glutamate_cycle",
    cursor=Slider("t", default=30, maximum=400, step=1, label=Text(zh="时间", en="Time")),
    sliders=[
        _rate("eaat", "EAAT 的速率（相对）", "EAAT rate (relative)"),
        _rate("gs", "GS 的速率（相对）", "GS rate (relative)"),
        _rate("snat", "SNAT 的速率（相对）", "SNAT rate (relative)"),
        _rate("pag", "PAG 的速率（相对）", "PAG rate (relative)"),
        Slider("activity", label=Text(zh="突触活动（相对）", en="Synaptic activity (relative)")),
        Slider("de_novo", label=Text(zh="从头合成", en="De novo synthesis")),
    ],
    presets=[
        Option(Text(zh="稳态", en="Steady state"), _REST),
        Option(Text(zh="GS 完全阻断", en="GS blocked"), {**_REST, "gs": 0}),
        Option(Text(zh="EAAT 剩 10 %", en="EAAT at 10 %"), {**_REST, "eaat": 0.1}),
        Option(Text(zh="SNAT 剩 10 %", en="SNAT at 10 %"), {**_REST, "snat": 0.1}),
        Option(Text(zh="PAG 剩 10 %", en="PAG at 10 %"), {**_REST, "pag": 0.1}),
        Option(Text(zh="没有从头合成", en="No de novo synthesis"), {**_REST, "de_novo": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="零时刻把谷氨酰胺合成酶（GS）完全阻断，星形胶质细胞里的谷氨酸再也变不成谷氨酰胺。"
            "此后一小时内，细胞外的谷氨酸会怎样？",
            en="At time 0 glutamine synthetase (GS) is blocked completely, and astrocytes can no longer turn "
            "glutamate into glutamine. What becomes of the glutamate outside cells within the next hour?",
        ),
        options=[
            Text(zh="升高：没有地方去了", en="It rises: it has nowhere to go"),
            Text(zh="不变：摄取照旧", en="Nothing: uptake goes on"),
            Text(zh="降到不足十分之一", en="It falls to less than a tenth"),
        ],
        answer=2,
        explanation=Text(
            zh="摄取照旧，谷氨酸堆积在星形胶质细胞里；末梢却断了原料，20 min 内减半，释放随之减少，"
            "胞外的水平就跟着降下来。要让胞外升高，须堵住 EAAT。",
            en="Uptake goes on and glutamate piles up in astrocytes, while the terminal is cut off from its supply and "
            "halves within 20 min; release falls with it, and so does the level outside. To raise that level, block "
            "the EAATs.",
        ),
        values={**_REST, "gs": 0},
    ),
    views=[
        Scheme(
            id="cycle",
            title=Text(zh="五个库与通量（µmol/g，µmol/(g min)）", en="Five pools and their fluxes"),
            zones=[
                Zone(Text(zh="星形胶质细胞", en="Astrocyte"), 13, 3, 29, 94, "series-3"),
                Zone(Text(zh="神经元", en="Neuron"), 70, 3, 28, 94, "series-1"),
            ],
            nodes=[
                Node("A", Text(zh="谷氨酸", en="glutamate"), 28, 36, "astrocytic", full=4, color=_GLUTAMATE),
                Node("Qa", Text(zh="谷氨酰胺", en="glutamine"), 28, 80, "glutamine_a", full=8, color=_GLUTAMINE),
                Node("Qn", Text(zh="谷氨酰胺", en="glutamine"), 84, 80, "glutamine_n", full=8, color=_GLUTAMINE),
                Node("N", Text(zh="谷氨酸", en="glutamate"), 84, 36, "neuronal", full=8, color=_GLUTAMATE),
                Node(
                    "E",
                    Text(zh="胞外", en="outside"),
                    56,
                    16,
                    "outside_relative",
                    full=10,
                    color=_GLUTAMATE,
                    shape="round",
                ),
            ],
            flows=[
                Flow("N", "E", "v_rel", Text(zh="释放", en="release"), 1, _GLUTAMATE),
                Flow("E", "A", "v_eaat", "EAAT", 1, _GLUTAMATE),
                Flow("A", "Qa", "v_gs", "GS", 1, _GLUTAMINE),
                Flow("Qa", "Qn", "v_snat", "SNAT", 1, _GLUTAMINE),
                Flow("Qn", "N", "v_pag", "PAG", 1, _GLUTAMATE),
                Flow((1, 20), "A", "v_new", Text(zh="从头合成", en="new"), 1, "series-2"),
                Flow("A", (1, 62), "v_ox", Text(zh="氧化", en="burnt"), 1, "series-2"),
            ],
            height=360,
        ),
        Panel(
            id="pools",
            title=Text(zh="细胞内的库", en="The pools inside cells"),
            x=_TIME,
            y=Axis(label=Text(zh="库的大小", en="size of the pool"), unit="µmol/g", low=0, include=(9,)),
            traces=[
                Trace("neuronal", Text(zh="神经元", en="neurons"), color="series-1"),
                Trace(
                    "astrocytic",
                    Text(zh="胶质谷氨酸", en="astrocytes"),
                    color="series-2",
                    dash="dashdot",
                    label_at=0.35,
                ),
                Trace("glutamine", Text(zh="谷氨酰胺", en="glutamine"), color="series-3", dash="dashed", label_at=0.65),
            ],
            markers=[Marker("neuronal", color="series-1")],
            height=240,
        ),
        Panel(
            id="outside",
            title=Text(zh="胞外谷氨酸（相对于开始时）", en="Glutamate outside, over its start"),
            x=_TIME,
            y=Axis(label=Text(zh="与开始时之比", en="relative to the start"), low=0.001, high=1000, scale="log"),
            traces=[Trace("outside_relative", Text(zh="胞外谷氨酸", en="outside"), color="series-1")],
            markers=[Marker("outside_relative", color="series-1")],
            height=190,
        ),
    ],
    readouts=[
        Readout("neuronal", Text(zh="神经元谷氨酸", en="Neuronal glutamate"), _POOL, color="series-1"),
        Readout("outside_relative", Text(zh="胞外谷氨酸（相对）", en="Outside (relative)"), Format(decimals=2)),
        Readout("astrocytic", Text(zh="胶质谷氨酸", en="Astrocytic glutamate"), _POOL, color="series-2"),
        Readout("glutamine", Text(zh="谷氨酰胺总量", en="All glutamine"), _POOL, color="series-3"),
        Readout("skeletons", Text(zh="五个库合计", en="All five pools"), _POOL),
        Readout("atp", Text(zh="ATP 消耗", en="ATP use"), _FLUX),
    ],
    alt=Text(
        zh="示意图和两幅随时间变化的图。{t} 时：神经元谷氨酸 {neuronal}，胞外谷氨酸是开始时的 {outside_relative} 倍，"
        "星形胶质细胞谷氨酸 {astrocytic}，谷氨酰胺 {glutamine}；通量（µmol/(g min)）：释放 {v_rel}，"
        "摄取 {v_eaat}，GS {v_gs}，SNAT {v_snat}，PAG {v_pag}。",
        en="A scheme and two plots against time. At {t}: neuronal glutamate {neuronal}, glutamate outside "
        "{outside_relative} times its start, astrocytic glutamate {astrocytic}, glutamine {glutamine}; fluxes in "
        "µmol/(g min): release {v_rel}, uptake {v_eaat}, GS {v_gs}, SNAT {v_snat}, PAG {v_pag}.",
    ),
    response=[
        Response("eaat", "outside_relative", -1),
        Response("gs", "neuronal", +1),
        Response("gs", "astrocytic", -1),
        Response("snat", "neuronal", +1),
        Response("pag", "glutamine", -1),
        Response("de_novo", "skeletons", +1),
        Response("activity", "neuronal", -1),
    ],
    shown={name: Shown(_FLUX, unit="") for name in ("v_rel", "v_eaat", "v_gs", "v_snat", "v_pag")}
    | {name: Shown(Format(decimals=3), unit="") for name in ("v_new", "v_ox")}
    | {name: Shown(_POOL) for name in ("glutamine_a", "glutamine_n")},
    teaches=Text(
        zh="每一步受阻都有自己的征象：堵住 EAAT，胞外升高；堵住 GS，末梢排空；没有从头合成，整个循环慢慢枯竭。",
        en="Each block has its own signature: without EAATs the outside rises, without GS the terminal runs empty, "
        "and without de novo synthesis the whole cycle runs dry.",
    ),
    minutes=12,
)
