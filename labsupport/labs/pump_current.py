"""How much of the membrane potential the pump's own current makes."""

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
    Rule,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside, potential

_REST = {
    "coupling": 1.5,
    "alpha": 0.036,
    "K_out": 5,
    "K_in": 140,
    "Na_out": 145,
    "Na_in": 15,
    "I_pump": 1.8,
    "g_m": 0.11,
}

lab = Lab(
    id="pump_current",
    title=Text(zh="泵电流直接贡献多少电位", en="The direct share of the pump's current"),
    lead=Text(
        zh="泵每转一圈净送出一个正电荷，本身就是一股外向电流。稳态下，每种离子的泵送与漏流各自相抵。",
        en="Each turn of the pump moves one net positive charge out, an outward current of its own. In the "
        "steady state pump and "
        "leak cancel ion by ion.",
    ),
    teaches=Text(
        zh="泵自己的电流只让膜再负几毫伏；它的大贡献是维持梯度。",
        en="The pump's own current adds only a few millivolts; what it really does is keep up the gradients.",
    ),
    model="electrogenic_pump",
    sliders=[
        Slider("coupling", label=Text(zh="Na⁺ : K⁺ 偶联比", en="Coupling Na⁺ : K⁺")),
        Slider("alpha", label=Text(zh="*P*_{Na}/*P*_{K}", en="*P*_{Na}/*P*_{K}")),
        Slider("K_out", label=outside("K")),
        Slider("K_in", label=inside("K")),
        Slider("Na_out", label=outside("Na")),
        Slider("Na_in", label=inside("Na")),
        Slider("I_pump", label=Text(zh="泵电流（突然加快时）", en="Extra pump current")),
        Slider("g_m", label=Text(zh="膜电导 *g*_{m}", en="Membrane conductance *g*_{m}")),
    ],
    presets=[
        Option(Text(zh="3 Na⁺ : 2 K⁺", en="3 Na⁺ : 2 K⁺"), _REST),
        Option(Text(zh="1 : 1，电中性的泵", en="1 : 1, a neutral pump"), {**_REST, "coupling": 1}),
        Option(Text(zh="只送 Na⁺（近似，3 : 1）", en="Nearly Na⁺ alone, 3 : 1"), {**_REST, "coupling": 3}),
        Option(Text(zh="Na⁺ 漏流很大", en="Large Na⁺ leak"), {**_REST, "alpha": 1}),
    ],
    prediction=Prediction(
        question=Text(
            zh="静息电位约 −75 mV。泵的 3 : 2 电流直接贡献了其中多少（稳态）？",
            en="A cell rests near −75 mV. How much of that does the pump's 3 : 2 current make directly, in the "
            "steady state?",
        ),
        options=[
            Text(zh="几乎全部：电位是泵出来的", en="Nearly all: the pump makes the potential"),
            Text(zh="约一半", en="About half"),
            Text(zh="约 5 mV", en="About 5 mV"),
        ],
        answer=2,
        explanation=Text(
            zh="没有泵电流时由 GHK 得 −70.0 mV，加上泵电流是 −75.0 mV，直接贡献 −5.0 mV；"
            "在只有 Na⁺ 和 K⁺ 漏泄的稳态里，3 : 2 的泵直接贡献的大小总小于 10.8 mV。"
            "泵的主要贡献是间接的：它维持浓度梯度，梯度再产生电位。",
            en="Without the pump's current GHK gives −70.0 mV, with it −75.0 mV: a direct share of −5.0 mV. "
            "In a steady state with leaks of Na⁺ and K⁺ only, the share of a 3 : 2 pump is always smaller in size "
            "than 10.8 mV. "
            "Its main work is indirect: it keeps up the gradients, and the gradients make "
            "the potential.",
        ),
        values=_REST,
    ),
    views=[
        Panel(
            id="coupling",
            title=Text(zh="电位与偶联比", en="Potential against coupling"),
            x=Axis(label=Text(zh="偶联比 Na⁺ : K⁺", en="coupling ratio Na⁺ : K⁺"), parameter="coupling", low=1, high=3),
            y=Axis(label=Text(zh="膜电位", en="membrane potential"), unit="mV", include=(-60, -95)),
            traces=[
                Trace("V_without", Text(zh="无泵电流", en="without"), color="muted", dash="dashed"),
                Trace("V_with", Text(zh="有泵电流", en="with pump"), color="series-1"),
                Trace("E_K", potential("K"), color="ion-K", dash="dashdot"),
            ],
            markers=[Marker("V_with", color="series-1")],
            height=240,
        ),
        Panel(
            id="leak",
            title=Text(zh="电位与漏流", en="Potential against the leak"),
            x=Axis(
                label=Text(zh="*P*_{Na}/*P*_{K}", en="*P*_{Na}/*P*_{K}"),
                parameter="alpha",
                low=0.001,
                high=10,
                scale="log",
            ),
            y=Axis(label=Text(zh="直接份额", en="direct share"), unit="mV", high=0, include=(-12,)),
            traces=[
                Trace("bound", Text(zh="上限", en="bound"), color="muted", dash="dashed"),
                Trace("direct", Text(zh="直接份额", en="share"), color="series-1"),
            ],
            markers=[Marker("direct", color="series-1")],
            rules=[Rule("alpha", "x", "")],
            height=200,
        ),
    ],
    readouts=[
        Readout("V_with", Text(zh="有泵电流", en="With the pump's current"), color="series-1"),
        Readout("V_without", Text(zh="无泵电流（GHK）", en="Without it (GHK)")),
        Readout("direct", Text(zh="直接份额（稳态）", en="Direct share, steady")),
        Readout("bound", Text(zh="稳态份额的上限", en="Bound of that share")),
        Readout("transient", Text(zh="泵突然加快时", en="If the pump speeds up"), Format(decimals=1, sign=True)),
        Readout("E_K", Text(zh="*E*_{K}", en="*E*_{K}"), color="ion-K"),
    ],
    alt=Text(
        zh="上图：偶联比从 1 增到 3，电位由 GHK 值 {V_without} 向 E_K = {E_K} 移动；偶联比 {coupling} 时为 "
        "{V_with}，直接份额 {direct}。"
        "下图：直接份额在 P_Na/P_K 居中时最大，总不超过稳态的上限 {bound}。",
        en="Upper plot: as the coupling ratio grows from 1 to 3 the potential moves from its GHK value "
        "{V_without} towards "
        "E_K = {E_K}; at coupling {coupling} it is {V_with}, a direct share of {direct}. Lower plot: the share "
        "is largest at ratios P_Na/P_K in the middle and never passes its steady-state bound {bound}.",
    ),
    response=[
        Response("coupling", "V_with", -1),
        Response("coupling", "V_without", 0),
        Response("alpha", "direct", -1),
        Response("K_out", "E_K", +1),
        Response("g_m", "transient", +1),
    ],
)
