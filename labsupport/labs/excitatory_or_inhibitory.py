"""Does an input raise or lower the voltage?  Steady conductances, sorted by rest, by company and by threshold."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Slider,
    Trace,
)

_BASE = {"E_I": -66, "g_I": 20, "g_E": 5, "g_L": 10, "E_L": -65, "V_th": -50}
_ALONE = Text(zh="只有被测", en="input alone")
_BOTH = Text(zh="两者同时", en="both")
_EXCITED = Text(zh="只有兴奋", en="excitation")

lab = Lab(
    id="excitatory_or_inhibitory",
    title=Text(zh="兴奋、抑制，还是分流？", en="Excitatory, inhibitory or shunting?"),
    lead=Text(
        zh="细胞有漏电导、一个反转电位 0 mV 的兴奋性电导，还有一个被测的电导。三者都恒定，膜电位就是各反转电位"
        "按电导加权的平均。",
        en="A cell with a leak, an excitatory conductance that reverses at 0 mV, and a conductance under test. "
        "All three are "
        "steady, and the voltage is the mean of their reversal potentials weighted by conductance.",
    ),
    teaches=Text(
        zh="恒定的输入降低膜电位，恰好是在没有它时膜电位会高于它的反转电位的时候；与静息电位相比，只能分出去极化和超极化。",
        en="A steady input lowers the voltage just when that would otherwise lie above its reversal potential; "
        "rest only tells depolarising from hyperpolarising.",
    ),
    minutes=8,
    model="steady_integration",
    sliders=[
        Slider("E_I", label=Text(zh="被测输入的反转电位", en="Reversal of the tested input")),
        Slider("g_I", label=Text(zh="被测输入的电导", en="Conductance of the tested input")),
        Slider("g_E", maximum=30, label=Text(zh="兴奋性电导", en="Excitatory conductance")),
        Slider("g_L", label=Text(zh="漏电导", en="Leak conductance")),
        Slider("E_L", label=Text(zh="静息电位", en="Resting potential")),
        Slider("V_th", label=Text(zh="放电阈值", en="Spike threshold")),
    ],
    fixed={"E_E": 0},
    presets=[
        Option(Text(zh="分流：−66 mV", en="Shunting: −66 mV"), _BASE),
        Option(Text(zh="超极化：−80 mV", en="Hyperpolarising: −80 mV"), {**_BASE, "E_I": -80}),
        Option(Text(zh="去极化：−48 mV", en="Depolarising: −48 mV"), {**_BASE, "E_I": -48}),
        Option(Text(zh="−48 mV，单独作用", en="−48 mV, alone"), {**_BASE, "E_I": -48, "g_E": 0}),
        Option(Text(zh="−48 mV，兴奋很弱", en="−48 mV, weak excitation"), {**_BASE, "E_I": -48, "g_E": 1}),
        Option(Text(zh="兴奋性：−20 mV", en="Excitatory: −20 mV"), {**_BASE, "E_I": -20}),
    ],
    prediction=Prediction(
        question=Text(
            zh="20 nS 的 GABA 电导，反转电位 −48 mV，单独作用使细胞从 −65 mV 去极化 11 mV。兴奋单独作用时是 −43 mV。"
            "两者同时，膜电位是多少？",
            en="A GABA conductance of 20 nS that reverses at −48 mV depolarises the cell by 11 mV from −65 "
            "mV. Excitation "
            "alone brings it to −43 mV. Where does it stand with both?",
        ),
        options=[
            Text(zh="约 −32 mV：两次去极化相加", en="About −32 mV: the depolarisations add"),
            Text(zh="仍在 −43 mV", en="Still at −43 mV"),
            Text(zh="−46 mV：比单独兴奋还低", en="At −46 mV, lower than with excitation alone"),
        ],
        answer=2,
        explanation=Text(
            zh="没有 GABA 时膜电位 −43.3 mV，高于 −48 mV，GABA 就把它往下拉到 −46.0 mV。"
            "同一个电导，在静息时使膜去极化，遇上更强的兴奋却把它削弱。",
            en="Without GABA the voltage would be −43.3 mV, above −48 mV, so GABA pulls it down, to −46.0 mV. "
            "The same "
            "conductance depolarises from rest and weakens a stronger excitation.",
        ),
        values={**_BASE, "E_I": -48},
    ),
    views=[
        Panel(
            id="reversal",
            title=Text(zh="换一个反转电位", en="Another reversal potential"),
            x=Axis(
                label=Text(zh="被测输入的反转电位", en="reversal potential of the tested input"),
                unit="mV",
                parameter="E_I",
                low=-95,
                high=0,
            ),
            y=Axis(label=Text(zh="稳态膜电位", en="steady voltage"), unit="mV", low=-95, high=0),
            traces=[
                Trace("V_E", _EXCITED, color="series-3", dash="dashed", label_at=0.14),
                Trace("V_I", _ALONE, color="series-2", dash="dashdot", label_at=0.85),
                Trace("V_both", _BOTH, color="series-1", label_at=0.6),
            ],
            rules=[
                Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad"),
                Rule("E_L", "y", Text(zh="静息", en="rest"), color="muted"),
            ],
            bands=[Band("E_L", "V_E", Text(zh="去极化，却降低结果", en="depolarises, yet lowers"), "warn")],
            markers=[Marker("V_both", color="series-1")],
            height=300,
        ),
        Panel(
            id="conductance",
            title=Text(zh="换一个电导", en="Another conductance"),
            x=Axis(
                label=Text(zh="被测输入的电导", en="conductance of the tested input"),
                unit="nS",
                parameter="g_I",
                low=0,
                high=100,
            ),
            y=Axis(label=Text(zh="稳态膜电位", en="steady voltage"), unit="mV", low=-95, high=0),
            traces=[
                Trace("V_I", _ALONE, color="series-2", dash="dashdot", label_at=0.35),
                Trace("V_both", _BOTH, color="series-1", label_at=0.7),
            ],
            rules=[
                Rule("E_I", "y", "", color="series-2"),
                Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad"),
            ],
            markers=[
                Marker("V_both", color="series-1", place="above"),
                Marker("V_I", color="series-2", place="below", drop=False),
            ],
            height=230,
        ),
    ],
    readouts=[
        Readout("V_E", _EXCITED, color="series-3"),
        Readout("V_I", _ALONE, color="series-2"),
        Readout("V_both", _BOTH, color="series-1"),
        Readout("from_rest", Text(zh="单独：相对静息", en="Alone, from rest")),
        Readout("change", Text(zh="它使结果改变", en="It changes the result by")),
        Readout("g_total", Text(zh="总电导", en="Total conductance"), Format(decimals=1)),
    ],
    phrases=[
        Phrase(
            "alone",
            of="from_rest",
            negative=Text(zh="超极化", en="hyperpolarises"),
            zero=Text(zh="不改变膜电位", en="leaves the voltage as it is"),
            positive=Text(zh="去极化", en="depolarises"),
            tolerance=0.05,
        ),
        Phrase(
            "together",
            of="change",
            negative=Text(zh="削弱兴奋", en="weakens excitation"),
            zero=Text(zh="不改变结果", en="changes nothing"),
            positive=Text(zh="加强兴奋", en="adds to excitation"),
            tolerance=0.05,
        ),
        Phrase(
            "spike",
            of="margin",
            negative=Text(zh="阈下", en="below threshold"),
            zero=Text(zh="恰在阈值", en="at threshold"),
            positive=Text(zh="越过阈值", en="above threshold"),
        ),
    ],
    alt=Text(
        zh="上图：稳态膜电位对被测输入的反转电位；只有兴奋是水平线 {V_E}，只有被测输入是斜线，两者同时也是斜线，"
        "与水平线在反转电位等于 {V_E} 处相交。下图：膜电位随其电导增大而趋向 {E_I}。"
        "现在它单独作用时{alone}（{V_I}），与兴奋同时则{together}（{V_both}，{spike}）。",
        en="Upper plot: steady voltage against the reversal potential of the tested input. Excitation alone "
        "is a level line "
        "at {V_E}, the tested input alone a slope, both together another slope that meets the level line where the "
        "reversal potential is {V_E}. Lower plot: the voltage approaches {E_I} as the conductance grows. Now "
        "the input "
        "alone {alone} ({V_I}); together with excitation it {together} ({V_both}, {spike}).",
    ),
    response=[
        Response("E_I", "V_both", +1),
        Response("g_I", "V_both", -1),
        Response("g_E", "V_both", +1),
        Response("E_I", "V_E", 0),
        Response("g_I", "g_total", +1),
    ],
)
