"""The current of NMDA receptors against voltage, with and without magnesium, and what opens them at all."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Choice,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Rule,
    Shown,
    Slider,
    Trace,
)

_BASE = {"V_m": -70, "Mg_out": 1}
_BOTH = {"receptor": 0, "agonists": 0}
_SHARE = Shown(Format(decimals=1), unit="%", factor=100)
_CURRENT = Format(decimals=2, sign=True)
_V = Axis(
    label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"), unit="mV", parameter="V_m", low=-90, high=60
)

lab = Lab(
    id="nmda_block",
    title=Text(zh="NMDA 受体：谁开门，谁堵门", en="NMDA receptors: what opens them, what plugs them"),
    lead=Text(
        zh="细胞处于电压钳下，NMDA 电导全部开放时为 1 nS，AMPA 电导 1 nS，两者的反转电位都是 0 mV，电流外向为正。"
        "激动剂打开通道，Mg²⁺ 堵住已经打开的孔。",
        en="A cell under voltage clamp, with an NMDA conductance of 1 nS when all channels are open and an AMPA "
        "conductance of 1 nS; both reverse at 0 mV, outward current is positive. Agonists open the channels; Mg²⁺ "
        "plugs pores that are open.",
    ),
    model="nmda_current",
    fixed={"g_N": 1, "g_A": 1},
    sliders=[
        Slider("V_m", minimum=-90, label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("Mg_out", label=Text(zh="胞外 Mg²⁺", en="Mg²⁺ outside")),
    ],
    choices=[
        Choice(
            "receptor",
            Text(zh="细胞表达的亚基", en="Subunits made by the cell"),
            [
                Option(Text(zh="GluN1 和 GluN2", en="GluN1 and GluN2"), {"GluN1": 1, "GluN2": 1}),
                Option(Text(zh="只有 GluN1", en="GluN1 only"), {"GluN1": 1, "GluN2": 0}),
                Option(Text(zh="只有 GluN2", en="GluN2 only"), {"GluN1": 0, "GluN2": 1}),
            ],
        ),
        Choice(
            "agonists",
            Text(zh="浴液中的激动剂", en="Agonists in the bath"),
            [
                Option(Text(zh="谷氨酸和甘氨酸", en="Glutamate and glycine"), {"glutamate": 1000, "glycine": 100}),
                Option(Text(zh="只有谷氨酸", en="Glutamate only"), {"glutamate": 1000, "glycine": 0}),
                Option(Text(zh="只有甘氨酸", en="Glycine only"), {"glutamate": 0, "glycine": 100}),
            ],
        ),
    ],
    presets=[
        Option(Text(zh="−70 mV，1 mM Mg²⁺", en="−70 mV, 1 mM Mg²⁺"), _BASE, choose=_BOTH),
        Option(Text(zh="−70 mV，去除 Mg²⁺", en="−70 mV, no Mg²⁺"), {**_BASE, "Mg_out": 0}, choose=_BOTH),
        Option(Text(zh="−30 mV，1 mM Mg²⁺", en="−30 mV, 1 mM Mg²⁺"), {**_BASE, "V_m": -30}, choose=_BOTH),
        Option(Text(zh="0 mV", en="0 mV"), {**_BASE, "V_m": 0}, choose=_BOTH),
        Option(Text(zh="没有甘氨酸", en="No glycine"), {**_BASE, "V_m": -30}, choose={"receptor": 0, "agonists": 1}),
    ],
    prediction=Prediction(
        question=Text(
            zh="胞外 Mg²⁺ 1 mM，两种激动剂都已饱和。从 −90 mV 逐步去极化，内向的 NMDA 电流在哪里最大？",
            en="With 1 mM Mg²⁺ outside and both agonists saturating, you depolarise step by step from −90 mV. Where is "
            "the inward NMDA current largest?",
        ),
        options=[
            Text(zh="在 −90 mV，驱动力最大的地方", en="At −90 mV, where the driving force is largest"),
            Text(zh="在 −27 mV 附近", en="Near −27 mV"),
            Text(zh="在 0 mV，阻断解除得更多的地方", en="At 0 mV, where more of the block is relieved"),
        ],
        answer=1,
        explanation=Text(
            zh="去极化同时做两件事：解除阻断使电导增大，驱动力却减小。在约 −27 mV 处，一增一减正好相当，"
            "内向电流最大；到 0 mV，电导虽大，却没有驱动力。",
            en="Depolarisation does two things at once: it relieves the block, which raises the conductance, and it "
            "shrinks the driving force. Near −27 mV gain and loss balance and the inward current is largest; at "
            "0 mV the conductance is large but nothing drives it.",
        ),
        values={"V_m": -27, "Mg_out": 1},
        choose=_BOTH,
    ),
    views=[
        Panel(
            id="current",
            title=Text(zh="电流与膜电位", en="Current against membrane potential"),
            x=_V,
            y=Axis(label=Text(zh="电流，外向为正", en="current, outward positive"), unit="pA", low=-45, high=70),
            traces=[
                Trace("I_free", Text(zh="无 Mg²⁺", en="no Mg²⁺"), color="muted", dash="dashed", label_at=0.36),
                Trace("I_NMDA", Text(zh="NMDA", en="NMDA"), color="series-1"),
            ],
            markers=[Marker("I_NMDA", color="series-1", place="above")],
            height=300,
        ),
        Panel(
            id="block",
            title=Text(zh="开放的通道中未被阻断的比例", en="Share of the open channels that is not blocked"),
            x=_V,
            y=Axis(label=Text(zh="未阻断的比例", en="unblocked share"), unit="%", factor=100, low=0, high=105),
            traces=[Trace("B", Text(zh="*B*", en="*B*"), color="series-2")],
            markers=[Marker("B", color="series-2", place="above")],
            rules=[Rule(50, axis="y", label=Text(zh="一半", en="half"))],
            height=200,
        ),
    ],
    readouts=[
        Readout("I_NMDA", Text(zh="NMDA 电流", en="NMDA current"), _CURRENT, color="series-1"),
        Readout("B", Text(zh="未阻断的比例 *B*", en="Unblocked share *B*"), _SHARE, color="series-2"),
        Readout("activation", Text(zh="能开放的比例", en="Share able to open"), _SHARE),
        Readout("conducting", Text(zh="能开放且未阻断", en="Able to open and unblocked"), _SHARE),
        Readout("I_free", Text(zh="无 Mg²⁺ 时的电流", en="Current without Mg²⁺"), _CURRENT),
        Readout("I_AMPA", Text(zh="AMPA 电流", en="AMPA current"), _CURRENT),
    ],
    alt=Text(
        zh="上图是 NMDA 电流对膜电位：有 Mg²⁺ 的曲线在负电位处贴近零，在约 −27 mV 处内向最大；无 Mg²⁺ 时是一条直线。"
        "下图是未阻断比例的 S 形曲线。胞外 Mg²⁺ {Mg_out}、{V_m} 时：能开放的受体 {activation}，未阻断 {B}，"
        "NMDA 电流 {I_NMDA}，无 Mg²⁺ 时 {I_free}，AMPA 电流 {I_AMPA}。",
        en="Above, NMDA current against membrane potential: with Mg²⁺ the curve hugs zero at negative potentials "
        "and is "
        "most inward near −27 mV; without Mg²⁺ it is a straight line. Below, the S-shaped curve of the unblocked "
        "share. With {Mg_out} Mg²⁺ at {V_m}: {activation} of the receptors can open, {B} of the open ones are "
        "unblocked, NMDA current {I_NMDA}, without Mg²⁺ {I_free}, AMPA current {I_AMPA}.",
    ),
    response=[
        Response("V_m", "B", +1),
        Response("Mg_out", "B", -1),
        Response("Mg_out", "I_NMDA", +1),
        Response("Mg_out", "activation", 0),
        Response("V_m", "activation", 0),
        Response("Mg_out", "I_NMDA", 0, choose={"receptor": 0, "agonists": 1}),
    ],
    teaches=Text(
        zh="激动剂打开 NMDA 通道，Mg²⁺ 只堵住打开的孔；阻断随电位渐变，内向电流在约 −27 mV 处最大。",
        en="Agonists open NMDA channels, Mg²⁺ only plugs open pores; the block is graded with voltage and the inward "
        "current peaks near −27 mV.",
    ),
    minutes=8,
)
