"""How low an EAAT can pump, and what turns it round."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Bar,
    Bars,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Part,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Shown,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside

_REST = {
    "V_m": -85, "glu_out": 0.025, "glu_in": 3, "Na_in": 12, "Na_out": 145, "K_in": 140, "K_out": 4,
    "pH_in": 7.2, "pH_out": 7.3,
}  # fmt: skip
_COLLAPSED = {
    "V_m": -20, "glu_out": 100, "glu_in": 10, "Na_in": 60, "Na_out": 60, "K_in": 80, "K_out": 60,
    "pH_in": 7.2, "pH_out": 7.2,
}  # fmt: skip
_ENERGY = Format(decimals=1, sign=True)
_LEVEL = Shown(Format(significant=2), unit="nM", factor=1000)

lab = Lab(
    id="eaat_limit",
    title=Text(zh="EAAT 能把谷氨酸压到多低", en="How low an EAAT can pump"),
    lead=Text(
        zh="每轮 3 个 Na⁺、1 个 H⁺ 和 1 个谷氨酸进来，1 个 K⁺ 出去，净进 2 个正电荷。",
        en="Each cycle takes in 3 Na⁺, 1 H⁺ and one glutamate and lets out 1 K⁺: two positive charges enter.",
    ),
    model="eaat_energy",
    sliders=[
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("Na_in", label=inside("Na")),
        Slider("Na_out", label=outside("Na")),
        Slider("K_out", label=outside("K")),
        Slider("K_in", label=inside("K")),
        Slider("glu_in", label=Text(zh="胞内 Glu", en="Glu inside")),
        Slider("glu_out", label=Text(zh="胞外 Glu", en="Glu outside")),
        Slider("pH_in", label=Text(zh="胞内 pH", en="pH inside")),
    ],
    fixed={"T": 310},
    presets=[
        Option(Text(zh="静息的星形胶质细胞", en="Astrocyte at rest"), _REST),
        Option(Text(zh="静息的末梢", en="Terminal at rest"), {**_REST, "glu_in": 10, "K_out": 3, "V_m": -70}),
        Option(Text(zh="只去极化到 −20 mV", en="Only depolarised to −20 mV"), {**_REST, "V_m": -20}),
        Option(Text(zh="只升高胞外 K⁺", en="Only K⁺ outside raised"), {**_REST, "K_out": 60}),
        Option(Text(zh="梯度崩溃", en="Gradients collapsed"), _COLLAPSED),
    ],
    prediction=Prediction(
        question=Text(
            zh="静息的星形胶质细胞里，谷氨酸 3 mM。单凭热力学，EAAT 最多能把胞外谷氨酸压到多低？",
            en="An astrocyte at rest holds 3 mM glutamate. As far as thermodynamics goes, how low can its EAATs bring "
            "the glutamate outside?",
        ),
        options=[
            Text(zh="约 1 µM", en="About 1 µM"),
            Text(zh="约 25 nM，即测得的环境水平", en="About 25 nM, the ambient level that is measured"),
            Text(zh="约 0.1 nM", en="About 0.1 nM"),
        ],
        answer=2,
        explanation=Text(
            zh="内外之比可达三千万倍：三次方的 Na⁺ 之比出力最多，电压和 K⁺ 再加一把。测得的环境水平高出几百倍，"
            "说明它由渗漏、释放与摄取的快慢决定，不是平衡。",
            en="A ratio of almost thirty million: the cube of the Na⁺ ratio gives most, then voltage, then K⁺. The "
            "level that is measured is a few hundred times higher, so it is set by the rates of leak, release "
            "and uptake and not by equilibrium.",
        ),
        values=_REST,
    ),
    views=[
        Bars(
            id="budget",
            title=Text(zh="一轮的能量账", en="The account of one cycle"),
            axis=Axis(
                label=Text(zh="每摩尔谷氨酸的自由能", en="free energy per mole of glutamate"),
                unit="kJ/mol",
                low=-10,
                high=60,
            ),
            bars=[
                Bar(
                    Text(zh="离子放出", en="ions give"),
                    [
                        Part("sodium", "3 Na⁺", "ion-Na"),
                        Part("voltage", Text(zh="电压", en="voltage"), "series-2"),
                        Part("potassium", "K⁺", "ion-K"),
                        Part("proton", "H⁺", "muted"),
                    ],
                ),
                Bar(Text(zh="搬谷氨酸要", en="glutamate takes"), [Part("cost", "", "series-1")]),
            ],
        ),
        Panel(
            id="limit",
            title=Text(zh="平衡水平与膜电位", en="The limit against membrane potential"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-100,
                high=20,
            ),
            y=Axis(label=Text(zh="胞外谷氨酸", en="glutamate outside"), unit="µM", low=3e-5, high=3e4, scale="log"),
            traces=[Trace("equilibrium", Text(zh="平衡", en="limit"), color="series-1", label_at=0.8)],
            rules=[Rule("glu_out", "y", Text(zh="现有", en="present"), color="warn")],
            markers=[Marker("equilibrium", color="series-1", show_value=False)],
            height=250,
        ),
    ],
    readouts=[
        Readout("equilibrium", Text(zh="平衡时的胞外谷氨酸", en="Limit outside"), _LEVEL, color="series-1"),
        Readout("gain", Text(zh="离子放出", en="Ions give"), _ENERGY),
        Readout("cost", Text(zh="谷氨酸需要", en="Glutamate takes"), _ENERGY),
        Readout("margin", Text(zh="余量", en="Surplus"), _ENERGY),
        Readout("V_reversal", Text(zh="反转电位", en="Reversal potential"), Format(decimals=1, sign=True)),
    ],
    phrases=[
        Phrase(
            "way",
            of="margin",
            negative=Text(zh="转运体倒转，谷氨酸流出", en="the transporter runs backward and glutamate comes out"),
            zero=Text(zh="转运体停住", en="the transporter stands still"),
            positive=Text(zh="谷氨酸被收进来", en="glutamate is taken in"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="条形图：3 个 Na⁺ 放出 {sodium}，电压 {voltage}，K⁺ {potassium}，H⁺ {proton}，合计 {gain}；搬谷氨酸需要 "
        "{cost}；{way}。下图：平衡水平随膜电位升高而升高，现在是 {equilibrium}。",
        en="Bars: 3 Na⁺ give {sodium}, voltage {voltage}, K⁺ {potassium}, H⁺ {proton}, in all {gain}; glutamate takes "
        "{cost}; {way}. Below: the limit rises with membrane potential and is now {equilibrium}.",
    ),
    response=[
        Response("Na_in", "equilibrium", +1),
        Response("V_m", "equilibrium", +1),
        Response("K_out", "equilibrium", +1),
        Response("Na_out", "margin", +1),
        Response("glu_out", "equilibrium", 0),
        Response("glu_out", "cost", -1),
    ],
    shown={name: Shown(_ENERGY) for name in ("sodium", "voltage", "potassium", "proton")},
    teaches=Text(
        zh="完好的梯度让摄取远离平衡；能让它倒转的，是 Na⁺、K⁺ 和电压一起崩溃。",
        en="Intact gradients keep uptake far from equilibrium; what turns it round is the collapse of Na⁺, K⁺ and "
        "voltage together.",
    ),
    minutes=8,
)
