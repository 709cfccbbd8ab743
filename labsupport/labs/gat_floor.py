"""The floor below which a GABA transporter lets GABA out, for two stoichiometries."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Choice,
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
    Shown,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside

_REST = {"V_m": -65, "Na_in": 15, "Na_out": 145, "Cl_in": 10, "Cl_out": 120, "GABA_in": 2, "GABA_out": 0.3}
_LEVEL = Format(significant=3)

lab = Lab(
    id="gat_floor",
    title=Text(zh="摄取能把 GABA 降到多低", en="How low uptake can bring GABA"),
    lead=Text(
        zh="曲线是转运体停转时的胞外 GABA：在它上方转运体摄取，在它下方转运体反而放出 GABA。",
        en="The curves are GABA outside at which the transporter stands still: above them it takes GABA up, below "
        "them it "
        "lets GABA out.",
    ),
    model="gaba_floor",
    teaches=Text(
        zh="转运体借梯度做功，所以有一个降不下去的下限；每个 GABA 多同运一个 Na⁺，静息时下限低约一百倍。",
        en="A carrier driven by gradients has a floor it cannot go below, and one more Na⁺ per GABA lowers it "
        "about a hundredfold at rest.",
    ),
    minutes=7,
    choices=[
        Choice(
            "coupling",
            Text(zh="每个 GABA 同运", en="Carried with each GABA"),
            [Option("3 Na⁺ : 1 Cl⁻", {"n_Na": 3}), Option("2 Na⁺ : 1 Cl⁻", {"n_Na": 2})],
        )
    ],
    sliders=[
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("GABA_out", label=Text(zh="胞外 GABA", en="GABA outside")),
        Slider("Na_in", label=inside("Na")),
        Slider("Na_out", label=outside("Na")),
        Slider("GABA_in", label=Text(zh="胞内 GABA", en="GABA inside")),
        Slider("Cl_in", label=inside("Cl")),
        Slider("Cl_out", label=outside("Cl")),
    ],
    presets=[
        Option(Text(zh="静息，3 Na⁺", en="Rest, 3 Na⁺"), _REST, choose={"coupling": 0}),
        Option(Text(zh="静息，2 Na⁺", en="Rest, 2 Na⁺"), _REST, choose={"coupling": 1}),
        Option(Text(zh="去极化到 −20 mV，2 Na⁺", en="At −20 mV, 2 Na⁺"), {**_REST, "V_m": -20}, choose={"coupling": 1}),
        Option(
            Text(zh="Na⁺ 负荷且 −20 mV，3 Na⁺", en="Na⁺ load at −20 mV, 3 Na⁺"),
            {**_REST, "V_m": -20, "Na_in": 40},
            choose={"coupling": 0},
        ),
        Option(
            Text(zh="活动时胞外 GABA 3 µM，2 Na⁺", en="Active: 3 µM outside, 2 Na⁺"),
            {**_REST, "GABA_out": 3},
            choose={"coupling": 1},
        ),
    ],
    prediction=Prediction(
        question=Text(
            zh="静息时（−65 mV），假如没有别的 GABA 来源，GAT-1 一直工作下去，胞外 GABA 会降到多少？",
            en="At rest (−65 mV), with no other source of GABA and GAT-1 at work for ever, how low does GABA "
            "outside go?",
        ),
        options=[
            Text(zh="降到 0", en="To zero"),
            Text(
                zh="降到一个下限：同运 2 个 Na⁺ 时约 0.16 µM，3 个时约 0.0014 µM",
                en="To a floor: some 0.16 µM with 2 Na⁺, 0.0014 µM with 3",
            ),
            Text(zh="降到与胞内相等的 2 mM", en="To the 2 mM inside"),
        ],
        answer=1,
        explanation=Text(
            zh="转运体的功来自 Na⁺、Cl⁻ 的梯度和膜电位；功有限，浓度比就有限。两种化学计量相差约 110 倍，"
            "所以它离反转近不近，取决于每个 GABA 究竟同运几个 Na⁺。",
            en="Its work comes from the gradients of Na⁺ and Cl⁻ and from the voltage; limited work makes a limited "
            "ratio. The two "
            "stoichiometries differ 110-fold, so how near reversal is depends on how many Na⁺ go with each GABA.",
        ),
        values=_REST,
        choose={"coupling": 1},
    ),
    views=[
        Panel(
            id="floor",
            title=Text(zh="停转时的胞外 GABA 与膜电位", en="GABA outside at standstill against voltage"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-100,
                high=40,
            ),
            y=Axis(label=Text(zh="胞外 GABA", en="GABA outside"), unit="µM", low=0.0001, high=1000, scale="log"),
            traces=[
                Trace("lowest_two", "2 Na⁺", color="series-2", dash="dashed", label_at=0.7),
                Trace("lowest_three", "3 Na⁺", color="series-1", label_at=0.45),
                Trace("outside", Text(zh="实际的 GABA", en="GABA now"), color="series-3", dash="dotted", label_at=1.0),
            ],
            rules=[Rule("V_reversal", "x", Text(zh="反转", en="reversal"), color="bad")],
            markers=[Marker("lowest", color="bad"), Marker("outside", color="series-3", drop=False, show_value=False)],
            height=300,
        ),
    ],
    readouts=[
        Readout("lowest", Text(zh="下限", en="Floor"), _LEVEL, color="bad"),
        Readout(
            "energy", Text(zh="摄入 1 mol GABA 的 Δ*G*", en="Δ*G* of taking up a mole"), Format(decimals=1, sign=True)
        ),
        Readout("V_reversal", Text(zh="反转电位", en="Reversal potential"), color="bad"),
        Readout("lowest_two", Text(zh="2 Na⁺ 的下限", en="Floor with 2 Na⁺"), _LEVEL, color="series-2"),
        Readout("lowest_three", Text(zh="3 Na⁺ 的下限", en="Floor with 3 Na⁺"), _LEVEL, color="series-1"),
        Readout("charge", Text(zh="每个 GABA 的净电荷", en="Charge per GABA"), Format(decimals=0)),
    ],
    shown={"outside": Shown(_LEVEL)},
    phrases=[
        Phrase(
            "verdict",
            of="energy",
            negative=Text(zh="转运体摄取 GABA", en="the transporter takes GABA up"),
            zero=Text(zh="转运体停转", en="the transporter stands still"),
            positive=Text(zh="转运体放出 GABA", en="the transporter lets GABA out"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="纵轴为对数。膜电位 {V_m} 时，停转时的胞外 GABA 按 2 Na⁺ 为 {lowest_two}，按 3 Na⁺ 为 "
        "{lowest_three}；实际为 {outside}，"
        "自由能 {energy}，{verdict}；反转电位 {V_reversal}。",
        en="The vertical axis is logarithmic. At {V_m} GABA outside at standstill is {lowest_two} with 2 Na⁺ and "
        "{lowest_three} "
        "with 3 Na⁺; it is in fact {outside}, the free energy is {energy} and {verdict}; reversal at {V_reversal}.",
    ),
    response=[
        Response("V_m", "lowest", +1),
        Response("Na_in", "lowest", +1),
        Response("GABA_out", "V_reversal", +1),
        Response("GABA_out", "lowest", 0),
        Response("Na_in", "energy", +1),
        Response("Cl_in", "V_reversal", -1),
    ],
)
