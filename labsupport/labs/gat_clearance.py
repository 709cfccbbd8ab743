"""Two transporters, one pool of ambient GABA: blockers alone and together."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
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
    Scheme,
    Shown,
    Slider,
    Trace,
    Zone,
)
from labsupport.synapse.gaba_transporters import RUN

_NEOCORTEX = {"V1": 1.6, "V3": 1.6, "J": 0.1, "K": 10, "block1": 0.9, "block3": 0.9, "on_from": 30}
_GLIAL = {**_NEOCORTEX, "V1": 0.75, "V3": 2.5}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="s", time=True, low=0, high=RUN)
_LEVEL, _FLOW = Format(decimals=2), Format(decimals=3)
_BOTH = Text(zh="两者都阻断", en="both blocked")

lab = Lab(
    id="gat_clearance",
    title=Text(zh="GAT-1、GAT-3 与细胞外液的 GABA", en="GAT-1, GAT-3 and ambient GABA"),
    lead=Text(
        zh="同一块组织跑四遍：不加阻断剂，只阻断 GAT-1，只阻断 GAT-3，两者都阻断。"
        "示意图画的是最后一种；阴影是加了阻断剂的时段。",
        en="The same tissue four times: no blocker, GAT-1 blocked, GAT-3 blocked, and both, which is the one the "
        "scheme "
        "shows. The shaded time is with blockers.",
    ),
    model="gat_clearance",
    teaches=Text(
        zh="两种转运体共管一池 GABA：阻断一个，另一个顶上；两个都阻断，效果远大于两者之和。",
        en="Two carriers share one pool of GABA: block one and the other takes over, block both and the effect is "
        "far more "
        "than the sum.",
    ),
    minutes=10,
    cursor=Slider("t", default=300, maximum=RUN, step=5, label=Text(zh="时间", en="Time")),
    choices=[
        Choice(
            "coupling",
            Text(zh="每个 GABA 同运", en="Carried with each GABA"),
            [Option("3 Na⁺ : 1 Cl⁻", {"n_Na": 3}), Option("2 Na⁺ : 1 Cl⁻", {"n_Na": 2})],
        )
    ],
    sliders=[
        Slider("block1", label=Text(zh="阻断 GAT-1", en="GAT-1 blocked")),
        Slider("block3", label=Text(zh="阻断 GAT-3", en="GAT-3 blocked")),
        Slider("V1", label=Text(zh="GAT-1 的最大速率", en="Capacity of GAT-1")),
        Slider("V3", label=Text(zh="GAT-3 的最大速率", en="Capacity of GAT-3")),
        Slider("J", label=Text(zh="流入的 GABA", en="GABA entering")),
        Slider("K", label=Text(zh="米氏常数 *K*", en="Michaelis constant *K*")),
        Slider("on_from", label=Text(zh="加阻断剂的时刻", en="Blockers from")),
    ],
    presets=[
        Option(Text(zh="像新皮层：两者相当", en="As in neocortex: equal shares"), _NEOCORTEX, choose={"coupling": 0}),
        Option(Text(zh="GAT-3 占大头（像丘脑）", en="GAT-3 dominant (thalamus-like)"), _GLIAL, choose={"coupling": 0}),
        Option(
            Text(zh="全部阻断", en="Everything blocked"),
            {**_NEOCORTEX, "block1": 1, "block3": 1},
            choose={"coupling": 0},
        ),
        Option(
            Text(zh="流入加倍", en="Twice as much entering"),
            {**_NEOCORTEX, "J": 0.2, "block1": 0.5, "block3": 0.5},
            choose={"coupling": 0},
        ),
        Option(Text(zh="2 Na⁺ : 1 Cl⁻", en="2 Na⁺ : 1 Cl⁻"), _NEOCORTEX, choose={"coupling": 1}),
    ],
    prediction=Prediction(
        question=Text(
            zh="两种转运体各占一半能力。只阻断 90 % 的 GAT-1，GABA 从 0.32 升到 0.60 µM；只阻断 GAT-3 也一样。"
            "两者都阻断 90 %，升到多少？",
            en="Two carriers have equal capacity. With 90 % of GAT-1 blocked GABA goes from 0.32 to 0.60 µM, and "
            "likewise "
            "with GAT-3. To what with 90 % of both?",
        ),
        options=[
            Text(zh="约 0.9 µM：两份增量相加", en="About 0.9 µM: the two rises add"),
            Text(zh="约 4.5 µM", en="About 4.5 µM"),
            Text(zh="没有稳态，一直升", en="No steady level: it rises for ever"),
        ],
        answer=1,
        explanation=Text(
            zh="剩下的能力是 0.32 µM/s，仍大于流入的 0.1 µM/s，所以有稳态：*KJ*/(*V* − *J*) = 4.5 µM，是对照的 14 倍。"
            "分母是能力与流入之差，差得越少，升得越陡。",
            en="The capacity left, 0.32 µM/s, still exceeds the 0.1 µM/s that enter, so there is a steady level: "
            "*KJ*/(*V* − *J*) "
            "= 4.5 µM, 14 times control. The denominator is capacity less entry: the smaller it is, "
            "the steeper the rise.",
        ),
        values=_NEOCORTEX,
        choose={"coupling": 0},
    ),
    views=[
        Scheme(
            id="space",
            title=Text(zh="两者都阻断时的流向", en="Flows with both blocked"),
            zones=[
                Zone(Text(zh="神经元", en="neuron"), 2, 6, 26, 88, "series-1"),
                Zone(Text(zh="细胞外液", en="extracellular space"), 32, 6, 36, 88, "muted"),
                Zone(Text(zh="星形胶质细胞", en="astrocyte"), 72, 6, 26, 88, "series-2"),
            ],
            nodes=[
                Node("terminal", Text(zh="末梢", en="terminal"), 15, 60, color="series-1"),
                Node("synapse", Text(zh="突触", en="synapse"), 50, 26, color="muted", shape="round"),
                Node("space", Text(zh="突触外 GABA", en="GABA outside synapses"), 50, 72, "G_both", 5, "series-3"),
                Node("glia", Text(zh="突起", en="process"), 85, 72, color="series-2"),
            ],
            flows=[
                Flow("terminal", "synapse", label=Text(zh="释放", en="release"), color="series-1"),
                Flow("synapse", "space", "source", Text(zh="外溢与泄漏", en="spill and leak"), 0.2, "series-3"),
                Flow("space", "terminal", "flow_one", "GAT-1", 0.2, "series-1"),
                Flow("space", "glia", "flow_three", "GAT-3", 0.2, "series-2"),
            ],
            height=300,
        ),
        Panel(
            id="levels",
            title=Text(zh="细胞外液的 GABA 随时间的变化", en="Ambient GABA against time"),
            x=_TIME,
            y=Axis("GABA", unit="µM", low=0, include=(1.5,)),
            traces=[
                Trace("G_none", Text(zh="对照", en="control"), color="muted", dash="dotted", label_at=0.55),
                Trace("G_one", "GAT-1", color="series-1", dash="dashed", label_at=0.75),
                Trace("G_three", "GAT-3", color="series-2", dash="dashdot", label_at=0.95),
                Trace("G_both", _BOTH, color="series-3", label_at=0.4),
            ],
            bands=[Band("on_from", RUN, Text(zh="阻断剂", en="blockers"), "warn")],
            markers=[Marker("G_both", color="series-3")],
            height=250,
        ),
        Panel(
            id="current",
            title=Text(zh="δ 受体的紧张性电流", en="Tonic current through δ receptors"),
            x=_TIME,
            y=Axis(label=Text(zh="电流", en="current"), unit="pA", low=0, include=(90,)),
            traces=[
                Trace("I_none", Text(zh="对照", en="control"), color="muted", dash="dotted"),
                Trace("I_both", _BOTH, color="series-3"),
            ],
            bands=[Band("on_from", RUN, "", "warn")],
            height=180,
        ),
    ],
    readouts=[
        Readout("G_none", Text(zh="对照", en="Control"), _LEVEL),
        Readout("G_one", Text(zh="只阻断 GAT-1", en="GAT-1 blocked"), _LEVEL, color="series-1"),
        Readout("G_three", Text(zh="只阻断 GAT-3", en="GAT-3 blocked"), _LEVEL, color="series-2"),
        Readout("G_both", Text(zh="两者都阻断", en="Both blocked"), _LEVEL, color="series-3"),
        Readout("additive", Text(zh="若两份增量相加", en="If the rises added"), _LEVEL),
        Readout("fold", Text(zh="两者都阻断 / 对照", en="Both blocked / control"), Format(decimals=1)),
    ],
    shown={
        **{name: Shown(_FLOW) for name in ("flow_one", "flow_three", "source")},
        "lowest": Shown(Format(significant=2)),
        "I_both": Shown(Format(decimals=1)),
        "I_none": Shown(Format(decimals=1)),
    },
    alt=Text(
        zh="示意图与两条时间曲线。{t} 时细胞外液的 GABA：对照 {G_none}，只阻断 GAT-1 {G_one}，只阻断 GAT-3 "
        "{G_three}，两者都阻断 "
        "{G_both}；两份增量相加只有 {additive}。流入 {source}，经 GAT-1 {flow_one}，经 GAT-3 "
        "{flow_three}；紧张性电流 {I_both}，"
        "对照 {I_none}。热力学下限 {lowest}。",
        en="A scheme and two plots against time. At {t} ambient GABA is {G_none} in control, {G_one} with GAT-1 "
        "blocked, "
        "{G_three} with GAT-3 blocked, {G_both} with both, where the sum of the rises would be {additive}. Entering "
        "{source}, "
        "through GAT-1 {flow_one}, through GAT-3 {flow_three}; tonic current {I_both}, control {I_none}. "
        "Thermodynamic floor "
        "{lowest}.",
    ),
    response=[
        Response("block1", "G_one", +1),
        Response("block1", "G_three", 0),
        Response("block3", "G_both", +1),
        Response("V3", "G_both", -1),
        Response("J", "G_none", +1),
        Response("K", "G_none", +1),
    ],
)
