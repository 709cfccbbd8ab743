"""GABA_B receptors from the dimer to its three effects, with pulses, subunits and blockers to choose."""

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
    Shown,
    Slider,
    Trace,
    Zone,
)

_BASE = {"spikes": 10, "freq": 200, "GABA": 0.5, "width": 0.3, "K_out": 4, "cut_max": 0.5, "n": 4}
_WHOLE = {"B1": 1, "B2": 1, "retention": 1}
_NO_DRUG = {"antagonist": 0, "PTX": 0, "scavenger": 0, "barium": 0}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=1600)
_PERCENT = Format(decimals=0)
_PICO = Shown(Format(significant=3), unit="pS", factor=1000)
_ONE = Text(zh="只给一个脉冲", en="one pulse only")

lab = Lab(
    id="gaba_b",
    title=Text(zh="GABA_{B} 受体：二聚体、G 蛋白和三条去路", en="GABA_{B}: a dimer, a G protein, three effects"),
    lead=Text(
        zh="一串 GABA 脉冲从 0 ms 开始。图里画的是时间滑块所指那一刻的情形；为了放在一张图里，突触后的 GIRK "
        "和轴突末梢的钙通道共用了同一份 G 蛋白，实际上它们在不同的细胞里。",
        en="A train of GABA pulses starts at 0 ms. The scheme shows the moment at the time slider; to fit one "
        "picture, postsynaptic GIRK and the calcium channels of a terminal share one G protein here, though in "
        "truth they sit in different cells.",
    ),
    model="gaba_b",
    cursor=Slider("t", default=128, maximum=1600, step=4, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("spikes", label=Text(zh="脉冲个数", en="Number of pulses")),
        Slider("freq", label=Text(zh="脉冲频率", en="Rate of pulses")),
        Slider("GABA", label=Text(zh="脉冲里的 GABA", en="GABA in a pulse")),
        Slider("width", label=Text(zh="脉冲长度", en="Length of a pulse")),
        Slider("K_out", label=Text(zh="胞外 K⁺", en="K⁺ outside")),
        Slider("cut_max", label=Text(zh="钙内流最多减少", en="Largest cut of calcium entry")),
        Slider("n", label=Text(zh="释放随钙的幂次 *n*", en="Power of calcium *n*")),
    ],
    choices=[
        Choice(
            "subunits",
            Text(zh="细胞里有", en="The cell has"),
            [
                Option(Text(zh="B1 和 B2", en="B1 and B2"), _WHOLE),
                Option(Text(zh="只有 B1", en="B1 only"), {**_WHOLE, "B2": 0}),
                Option(Text(zh="只有 B2", en="B2 only"), {**_WHOLE, "B1": 0}),
                Option(
                    Text(zh="只有 B1，滞留信号已破坏", en="B1 only, retention signal broken"),
                    {**_WHOLE, "B2": 0, "retention": 0},
                ),
            ],
        ),
        Choice(
            "drug",
            Text(zh="加入", en="Add"),
            [
                Option(Text(zh="不加", en="nothing"), _NO_DRUG),
                Option(Text(zh="受体拮抗剂", en="receptor antagonist"), {**_NO_DRUG, "antagonist": 1}),
                Option(Text(zh="百日咳毒素", en="pertussis toxin"), {**_NO_DRUG, "PTX": 1}),
                Option(Text(zh="Gβγ 清除剂", en="Gβγ scavenger"), {**_NO_DRUG, "scavenger": 1}),
                Option("Ba²⁺", {**_NO_DRUG, "barium": 1}),
            ],
        ),
    ],
    presets=[
        Option(Text(zh="十个脉冲", en="Ten pulses"), _BASE, choose={"subunits": 0, "drug": 0}),
        Option(
            Text(zh="一个脉冲", en="One pulse"),
            {**_BASE, "spikes": 1},
            choose={"subunits": 0, "drug": 0},
        ),
        Option(
            Text(zh="神经胶质样细胞的一个脉冲", en="One pulse of a neurogliaform cell"),
            {**_BASE, "spikes": 1, "GABA": 0.06, "width": 30},
            choose={"subunits": 0, "drug": 0},
        ),
        Option(
            Text(zh="每秒 20 个脉冲", en="20 pulses a second"),
            {**_BASE, "freq": 20},
            choose={"subunits": 0, "drug": 0},
        ),
        Option(Text(zh="百日咳毒素", en="Pertussis toxin"), _BASE, choose={"subunits": 0, "drug": 2}),
    ],
    prediction=Prediction(
        question=Text(
            zh="先给一个短脉冲（0.5 mM，0.3 ms），GIRK 电导出现一个峰。改为以 200 Hz 连给十个，峰值是原来的多少倍？",
            en="One brief pulse (0.5 mM for 0.3 ms) makes a peak of GIRK conductance. Ten of them at 200 Hz instead: "
            "how many times larger is the peak?",
        ),
        options=[
            Text(zh="不到十倍：受体会饱和", en="Less than ten: receptors saturate"),
            Text(zh="十倍", en="Ten"),
            Text(zh="几千倍", en="Some thousands"),
        ],
        answer=2,
        explanation=Text(
            zh="约 2650 倍。十个脉冲使活化的 G 蛋白增至 7.2 倍（受体确实开始饱和），可一个通道要四个 G 蛋白才开，"
            "7.2⁴ 约为 2700。一个脉冲只有 0.87 pS，还不到一个通道的电导。",
            en="About 2650 times. Ten pulses make 7.2 times as much active G protein (receptors do begin to saturate), "
            "but four G proteins open one channel, and 7.2⁴ is about 2700. After one pulse there are "
            "0.87 pS, less than a single channel has.",
        ),
        values=_BASE,
        choose={"subunits": 0, "drug": 0},
    ),
    views=[
        Scheme(
            id="chain",
            title=Text(zh="信号走到了哪里", en="Where the signal has got to"),
            zones=[
                Zone(Text(zh="细胞外", en="outside"), 0, 0, 100, 25, "ion-Na"),
                Zone(Text(zh="细胞内", en="inside"), 0, 42, 100, 58, "muted"),
            ],
            nodes=[
                Node("gaba", Text(zh="GABA 脉冲", en="GABA pulses"), 44, 10, "pulses", 20, "ion-Cl", "round"),
                Node("receptor", Text(zh="B1/B2 受体", en="B1/B2 receptor"), 44, 33, "active", 100, "series-1"),
                Node("bg", "Gβγ", 44, 60, "G_betagamma", 3, "series-2", "round"),
                Node("alpha", Text(zh="Gα_{i/o}", en="Gα_{i/o}"), 17, 75, "G_alpha", 3, "series-3", "round"),
                Node("girk", "GIRK", 14, 33, "open", 100, "ion-K"),
                Node("cav", Text(zh="Ca²⁺ 通道", en="Ca²⁺ channels"), 84, 33, "calcium", 100, "ion-Ca"),
                Node("release", Text(zh="递质释放", en="release"), 84, 80, "release", 100, "ion-Ca"),
                Node("cyclase", Text(zh="环化酶", en="cyclase"), 44, 89, "cyclase", 100, "series-3"),
            ],
            flows=[
                Flow("gaba", "receptor", kind="activates", output="active", full=100, color="ion-Cl", show_value=False),
                Flow(
                    "receptor", "bg", kind="activates", output="G_betagamma", full=3, color="series-2", show_value=False
                ),
                Flow(
                    "receptor",
                    "alpha",
                    kind="activates",
                    output="G_alpha",
                    full=3,
                    color="series-3",
                    bend=0.2,
                    show_value=False,
                ),
                Flow("bg", "girk", kind="activates", output="G_betagamma", full=3, color="series-2", show_value=False),
                Flow("bg", "cav", kind="inhibits", output="G_betagamma", full=3, color="series-2", show_value=False),
                Flow("alpha", "cyclase", kind="inhibits", output="G_alpha", full=3, color="series-3", show_value=False),
                Flow("girk", (14, 3), output="I_K", full=400, label="K⁺", color="ion-K"),
                Flow((84, 3), "cav", output="calcium", full=100, label="Ca²⁺", color="ion-Ca", show_value=False),
                Flow("cav", "release", kind="activates", output="release", full=100, color="ion-Ca", show_value=False),
                Flow("cyclase", (66, 97), output="cyclase", full=100, label="cAMP", color="series-3", show_value=False),
            ],
            height=400,
        ),
        Panel(
            id="conductance",
            title=Text(zh="GIRK 电导（对数轴）", en="GIRK conductance (log axis)"),
            x=_TIME,
            y=Axis(
                label=Text(zh="GIRK 电导", en="GIRK conductance"),
                unit="pS",
                low=0.01,
                high=5e4,
                scale="log",
                factor=1000,
            ),
            traces=[
                Trace("g_GIRK", _ONE, at={"spikes": 1}, ghost=True),
                Trace("g_GIRK", Text(zh="这一串脉冲", en="this train"), color="ion-K"),
            ],
            markers=[Marker("g_GIRK", color="ion-K")],
            height=230,
        ),
        Panel(
            id="potential",
            title=Text(zh="膜电位", en="Membrane potential"),
            x=_TIME,
            y=Axis(label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"), unit="mV", low=-110, high=-50),
            traces=[Trace("V_m", "*V*_{m}", color="series-1")],
            rules=[Rule("E_K", "y", "*E*_{K}", color="ion-K")],
            markers=[Marker("V_m", color="series-1")],
            height=190,
        ),
        Panel(
            id="terminal",
            title=Text(zh="末梢：钙内流和释放", en="In a terminal: calcium entry and release"),
            x=_TIME,
            y=Axis(label=Text(zh="与对照之比", en="share of control"), unit="%", low=0, high=110),
            traces=[
                Trace("calcium", Text(zh="钙内流", en="calcium"), color="ion-Ca", dash="dashed"),
                Trace("release", Text(zh="释放", en="release"), color="series-2"),
            ],
            markers=[Marker("release", color="series-2")],
            height=190,
        ),
    ],
    readouts=[
        Readout("g_GIRK", Text(zh="GIRK 电导", en="GIRK conductance"), _PICO, color="ion-K"),
        Readout("V_m", Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}"), color="series-1"),
        Readout("G_betagamma", Text(zh="可用的 Gβγ", en="Gβγ at work"), Format(significant=3), color="series-2"),
        Readout("calcium", Text(zh="余下的钙内流", en="Calcium entry left"), _PERCENT, color="ion-Ca"),
        Readout("release", Text(zh="余下的释放", en="Release left"), _PERCENT, color="series-2"),
        Readout("cyclase", Text(zh="环化酶活性", en="Cyclase activity"), _PERCENT, color="series-3"),
    ],
    alt=Text(
        zh="示意图和三幅图。{t} 时：已有 {pulses} 个脉冲，膜上的 B1 亚基为 {surface}，活化的受体 {active}，"
        "Gα {G_alpha}，Gβγ {G_betagamma}；GIRK 开放 {open}，电导 {g_GIRK}，膜电位 {V_m}；"
        "余下的钙内流 {calcium}，余下的释放 {release}；环化酶活性 {cyclase}。",
        en="A scheme and three plots. At {t}: {pulses} pulses so far, B1 subunits at the surface {surface}, receptors "
        "active {active}, Gα {G_alpha}, Gβγ {G_betagamma}; GIRK channels open {open}, conductance {g_GIRK}, membrane "
        "potential {V_m}; calcium entry left {calcium}, release left {release}; activity of the cyclase {cyclase}.",
    ),
    response=[
        Response("spikes", "g_GIRK", +1),
        Response("spikes", "V_m", -1),
        Response("width", "release", -1),
        Response("spikes", "cyclase", -1),
        Response("K_out", "V_m", +1),
        Response("K_out", "release", 0),
        Response("n", "release", -1),
        Response("spikes", "G_betagamma", 0, {"drug": 2}),
    ],
    shown={
        "pulses": Shown(Format(decimals=0)),
        "surface": Shown(_PERCENT),
        "active": Shown(_PERCENT),
        "open": Shown(Format(significant=2)),
        "G_alpha": Shown(Format(significant=3)),
        "I_K": Shown(Format(significant=3)),
    },
    teaches=Text(
        zh="GABA_{B} 要 B1、B2 两种亚基合用；它的 G 蛋白开 GIRK、抑钙通道、抑环化酶，弱信号几乎无声。",
        en="GABA_{B} needs both subunits; its G protein opens GIRK, holds back calcium channels and "
        "the cyclase, and leaves weak signals almost silent.",
    ),
    minutes=12,
)
