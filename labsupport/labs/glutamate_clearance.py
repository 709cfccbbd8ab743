"""What ends a glutamate transient: diffusion first, then binding, and transport last."""

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

_ONE = {
    "molecules": 3000, "pulses": 1, "interval": 5, "active": 0.05, "density": 1, "diffusion": 0.3, "binding": 5,
    "capture": 0.5, "turnover": 15,
}  # fmt: skip
_TRAIN = {**_ONE, "active": 1, "pulses": 4}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=25)
_LEVEL, _COUNT = Format(significant=2), Format(decimals=0)

lab = Lab(
    id="glutamate_clearance",
    title=Text(zh="释放之后：扩散、结合、转运", en="After a release: diffusion, binding, transport"),
    lead=Text(
        zh="1 ms 时一个囊泡释放谷氨酸，间隙连着突触周围的组织。"
        "示意图里的数是分子个数，箭头上的数是每毫秒移动的分子数。",
        en="At 1 ms a vesicle releases glutamate into a cleft that opens on the tissue around. The scheme counts "
        "molecules, and on its arrows molecules per "
        "millisecond.",
    ),
    model="glutamate_clearance",
    cursor=Slider("t", default=3, maximum=25, step=0.05, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("density", label=Text(zh="转运体密度（相对）", en="Transporter density (relative)")),
        Slider("active", label=Text(zh="同时释放的突触比例", en="Share of synapses active")),
        Slider("pulses", label=Text(zh="释放次数", en="Releases")),
        Slider("interval", label=Text(zh="间隔", en="Interval")),
        Slider("turnover", label=Text(zh="周转率", en="Turnover")),
        Slider("binding", label=Text(zh="结合速率 *k*_{on}", en="Binding rate *k*_{on}")),
        Slider("capture", label=Text(zh="捕获概率 *ε*", en="Capture *ε*")),
        Slider("diffusion", label=Text(zh="扩散系数 *D*", en="Diffusion *D*")),
    ],
    presets=[
        Option(Text(zh="单个突触", en="A lone synapse"), _ONE),
        Option(Text(zh="单个，转运体堵到 2 %", en="Lone, carriers at 2 %"), {**_ONE, "density": 0.02}),
        Option(Text(zh="全部突触，一次", en="All synapses, once"), {**_ONE, "active": 1}),
        Option(Text(zh="全部突触，四次", en="All synapses, four times"), _TRAIN),
        Option(Text(zh="四次，周转率四倍", en="Four times, 4 × turnover"), {**_TRAIN, "turnover": 60}),
    ],
    prediction=Prediction(
        question=Text(
            zh="一个囊泡放出 3000 个分子，间隙里的浓度升到近 1 mM。把转运体堵掉 98 %，间隙在 0.1 ms 之后的浓度会怎样？",
            en="A vesicle releases 3000 molecules, and the cleft rises to nearly 1 mM. Block 98 % of the transporters: "
            "what becomes of the concentration in the cleft 0.1 ms later?",
        ),
        options=[
            Text(zh="停在 1 mM 附近", en="It stays near 1 mM"),
            Text(zh="降得慢得多，约慢五十倍", en="It falls far more slowly, some fiftyfold"),
            Text(zh="几乎照样降下去", en="It falls almost as before"),
        ],
        answer=2,
        explanation=Text(
            zh="最初的十分之一毫秒里，分子靠扩散离开间隙，转运体还来不及。堵掉转运体，变的是几毫秒之后的尾巴。",
            en="In the first tenth of a millisecond molecules leave the cleft by diffusion; transporters have no time. "
            "What a block changes is the tail, milliseconds later.",
        ),
        values={**_ONE, "density": 0.02},
    ),
    views=[
        Scheme(
            id="fate",
            title=Text(zh="分子在哪里", en="Where the molecules are"),
            zones=[
                Zone(Text(zh="细胞外", en="Outside"), 3, 4, 94, 46, "series-1"),
                Zone(Text(zh="星形胶质细胞的膜与胞内", en="Astrocyte: membrane and inside"), 3, 56, 94, 40, "series-3"),
            ],
            nodes=[
                Node("free", Text(zh="游离", en="free"), 25, 30, "free", full=3000, shape="round"),
                Node("bound", Text(zh="已结合", en="bound"), 25, 78, "bound", full=3000, color="series-3"),
                Node("in", Text(zh="已运入", en="carried in"), 76, 78, "carried", full=3000, color="series-3"),
                Node("rel", Text(zh="已释放", en="released"), 76, 30, "released", full=3000, color="series-2"),
            ],
            flows=[
                Flow("free", "bound", "binding_all", Text(zh="净结合", en="net binding"), 800, "series-1"),
                Flow("bound", "in", "carrying", Text(zh="转运", en="transport"), 800, "series-3"),
                Flow("rel", "free", label=Text(zh="释放", en="release"), color="series-2"),
            ],
            height=280,
        ),
        Panel(
            id="levels",
            title=Text(zh="三处的浓度", en="Concentration in three places"),
            x=_TIME,
            y=Axis(label=Text(zh="谷氨酸", en="glutamate"), unit="µM", low=0.01, high=5000, scale="log"),
            traces=[
                Trace("cleft", Text(zh="间隙", en="cleft"), color="series-2", label_at=0.4),
                Trace("near", Text(zh="0.5 µm 内", en="within 0.5 µm"), color="series-1", dash="dashed", label_at=0.12),
                Trace("far", Text(zh="更远", en="further off"), color="series-4", dash="dotted", label_at=0.85),
            ],
            markers=[Marker("near", color="series-1")],
            height=260,
        ),
        Panel(
            id="fates",
            title=Text(zh="分子的去向", en="Fate of the molecules"),
            x=_TIME,
            y=Axis(label=Text(zh="分子数", en="molecules"), low=0, include=(3000,)),
            traces=[
                Trace("free", Text(zh="游离", en="free"), color="series-1", label_at=0.15),
                Trace("bound", Text(zh="结合", en="bound"), color="series-3", dash="dashed", label_at=0.5),
                Trace("carried", Text(zh="运入", en="carried in"), color="series-2", dash="dashdot", label_at=0.8),
            ],
            height=210,
        ),
    ],
    readouts=[
        Readout("cleft", Text(zh="间隙", en="Cleft"), _LEVEL, color="series-2"),
        Readout("near", Text(zh="突触周围", en="Around the synapse"), _LEVEL, color="series-1"),
        Readout("far", Text(zh="更远处", en="Further off"), _LEVEL),
        Readout("bound", Text(zh="已结合的分子", en="Molecules bound"), _COUNT, color="series-3"),
        Readout("carried", Text(zh="已运入的分子", en="Molecules carried in"), _COUNT),
        Readout("busy", Text(zh="被占用的转运体", en="Carriers in use"), Format(decimals=1)),
        Readout("half_saturation", Text(zh="由此得出的 *K*_{m}", en="*K*_{m} that follows"), Format(decimals=1)),
    ],
    alt=Text(
        zh="示意图和两幅随时间变化的图。{t} 时，间隙里 {cleft}，突触周围 {near}，更远处 {far}；"
        "已释放 {released} 个分子，其中游离 {free}，结合 {bound}，运入 {carried}。",
        en="A scheme and two plots against time. At {t} the cleft is at {cleft}, the surroundings at {near} and the "
        "rest at {far}; of {released} molecules released {free} are free, {bound} bound and {carried} carried in.",
    ),
    response=[
        Response("density", "near", -1),
        Response("density", "bound", +1),
        Response("active", "far", +1),
        Response("binding", "bound", +1),
        Response("diffusion", "near", -1),
        Response("capture", "half_saturation", -1),
        Response("turnover", "half_saturation", +1),
    ],
    shown={name: Shown(_COUNT) for name in ("free", "released", "binding_all", "carrying")},
    teaches=Text(
        zh="间隙靠扩散排空，尾巴靠转运体先结合、后运入；周转率只在转运体忙不过来时才要紧。",
        en="Diffusion empties the cleft; the tail is taken by carriers, which bind first and carry later; turnover "
        "matters only when they are busy.",
    ),
    minutes=10,
)
