"""Synaptic and extrasynaptic GABA_A receptors at any GABA concentration, and what three drugs do to each."""

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
    Slider,
    Trace,
)

_NONE = {"GABA": 0.3, "EC50_gamma": 10, "EC50_delta": 1, "efficacy_delta": 0.3}
_NONE |= {"benzodiazepine": 1, "neurosteroid": 1, "gaboxadol": 0}
_BARE = {"benzodiazepine": 1, "neurosteroid": 1, "gaboxadol": 0}
_OPEN = Format(significant=3)
_NO_DRUG = Text(zh="无药", en="no drug")
_GABA = Axis(label="GABA", unit="µM", parameter="GABA", low=0.01, high=3000, scale="log")

lab = Lab(
    id="gabaa_receptors",
    title=Text(zh="两类 GABA_{A} 受体和它们的药", en="Two kinds of GABA_{A} receptor and their drugs"),
    lead=Text(
        zh="横轴是 GABA 浓度（对数）：0.3 µM 左右是细胞外液的水平，1000 µM 是突触间隙里的峰值。"
        "淡色曲线是没有药物时的样子。α5βγ2 和加波沙朵的参数只为示意，不是测量值。",
        en="Along the axis is GABA, on a log scale: some 0.3 µM is the level of the extracellular fluid, 1000 µM "
        "the peak "
        "in a cleft. Pale curves are those without drugs. The parameters of "
        "α5βγ2 and of gaboxadol are illustrations, not measurements.",
    ),
    model="gabaa_receptors",
    teaches=Text(
        zh="苯二氮䓬能不能起作用，看受体有没有 γ2 和 α1、α2、α3、α5 之一，而不是看它在突触内还是突触外。",
        en="Whether a benzodiazepine acts is decided by γ2 with α1, α2, α3 or α5, not by whether the receptor is "
        "synaptic.",
    ),
    minutes=8,
    choices=[
        Choice(
            "subunit",
            Text(zh="突触受体的 α 亚基", en="α of the synaptic receptor"),
            [Option(f"α{i}", {"alpha": i}) for i in range(1, 7)],
        )
    ],
    sliders=[
        Slider("GABA", label=Text(zh="GABA 浓度", en="GABA")),
        Slider("benzodiazepine", label=Text(zh="苯二氮䓬：亲和力 ×", en="Benzodiazepine: affinity ×")),
        Slider("neurosteroid", label=Text(zh="神经甾体：开放常数 ×", en="Neurosteroid: opening ×")),
        Slider("gaboxadol", label=Text(zh="加波沙朵", en="Gaboxadol")),
        Slider("EC50_gamma", label=Text(zh="γ2 受体的 EC_{50}", en="EC_{50} of γ2 receptors")),
        Slider("EC50_delta", label=Text(zh="δ 受体的 EC_{50}", en="EC_{50} of δ receptors")),
        Slider("efficacy_delta", label=Text(zh="GABA 在 δ 受体上的效能", en="Efficacy of GABA at δ")),
    ],
    presets=[
        Option(_NO_DRUG, _NONE, choose={"subunit": 0}),
        Option(Text(zh="地西泮", en="Diazepam"), {**_NONE, "benzodiazepine": 2.5}, choose={"subunit": 0}),
        Option(
            Text(zh="地西泮，突触受体为 α4", en="Diazepam, α4 at the synapse"),
            {**_NONE, "benzodiazepine": 2.5},
            choose={"subunit": 3},
        ),
        Option(Text(zh="别孕烷醇酮", en="Allopregnanolone"), {**_NONE, "neurosteroid": 3}, choose={"subunit": 0}),
        Option(Text(zh="加波沙朵 0.3 µM", en="Gaboxadol 0.3 µM"), {**_NONE, "gaboxadol": 0.3}, choose={"subunit": 0}),
        Option(Text(zh="突触间隙，1 mM", en="In the cleft, 1 mM"), {**_NONE, "GABA": 1000}, choose={"subunit": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="细胞外液里 GABA 0.3 µM。加地西泮，使敏感受体的亲和力升到 2.5 倍。哪一种突触外受体开得多了？",
            en="GABA is 0.3 µM, as in the extracellular fluid. Diazepam raises the affinity of sensitive receptors 2.5 "
            "times. Which extrasynaptic receptor opens more?",
        ),
        options=[
            Text(zh="α4βδ 受体", en="The α4βδ receptor"),
            Text(zh="α5βγ2 受体", en="The α5βγ2 receptor"),
            Text(zh="都不变：突触外受体对苯二氮䓬不敏感", en="Neither: extrasynaptic receptors are insensitive"),
        ],
        answer=1,
        explanation=Text(
            zh="α5βγ2 有 γ2，α5 又带那个组氨酸，开放份额从 0.0245 升到 0.0889。α4βδ 没有 γ2，一点不变。"
            "决定敏感与否的是亚基，不是位置。",
            en="It has γ2, and α5 has the histidine: its open share goes from 0.0245 to 0.0889. α4βδ has no γ2 and "
            "does not "
            "change at all. Subunits decide, not the place.",
        ),
        values={**_NONE, "benzodiazepine": 2.5},
        choose={"subunit": 0},
    ),
    views=[
        Panel(
            id="curves",
            title=Text(zh="开放份额与 GABA 浓度", en="Open share against GABA"),
            x=_GABA,
            y=Axis(label=Text(zh="开放份额", en="open share"), low=0, high=1),
            traces=[
                Trace("open_gamma", "", color="series-1", at=_BARE, ghost=True),
                Trace("open_delta", "", color="series-2", at=_BARE, ghost=True),
                Trace("open_alpha5", "", color="series-3", at=_BARE, ghost=True),
                Trace("open_gamma", Text(zh="突触 γ2", en="synaptic γ2"), color="series-1", label_at=0.62),
                Trace("open_delta", "α4βδ", color="series-2", dash="dashed"),
                Trace("open_alpha5", "α5βγ2", color="series-3", dash="dotted", label_at=0.36),
            ],
            markers=[
                Marker("open_gamma", color="series-1", show_value=False),
                Marker("open_delta", color="series-2", drop=False, show_value=False),
                Marker("open_alpha5", color="series-3", drop=False, show_value=False),
            ],
            height=290,
        ),
        Panel(
            id="low",
            title=Text(zh="放大：细胞外液的浓度", en="Enlarged: concentrations of the extracellular fluid"),
            x=Axis(label="GABA", unit="µM", parameter="GABA", low=0.05, high=3, scale="log"),
            y=Axis(label=Text(zh="开放份额（对数）", en="open share (log)"), low=0.0003, high=1, scale="log"),
            traces=[
                Trace("open_gamma", "", color="series-1", at=_BARE, ghost=True),
                Trace("open_delta", "", color="series-2", at=_BARE, ghost=True),
                Trace("open_alpha5", "", color="series-3", at=_BARE, ghost=True),
                Trace("open_gamma", Text(zh="突触 γ2", en="synaptic γ2"), color="series-1"),
                Trace("open_delta", "α4βδ", color="series-2", dash="dashed"),
                Trace("open_alpha5", "α5βγ2", color="series-3", dash="dotted"),
            ],
            height=220,
        ),
    ],
    readouts=[
        Readout("open_gamma", Text(zh="突触 γ2 受体开放", en="Synaptic γ2, open"), _OPEN, color="series-1"),
        Readout("open_delta", Text(zh="α4βδ 受体开放", en="α4βδ, open"), _OPEN, color="series-2"),
        Readout("open_alpha5", Text(zh="α5βγ2 受体开放", en="α5βγ2, open"), _OPEN, color="series-3"),
        Readout("saturation_gamma", Text(zh="γ2 受体占有率", en="Occupancy of γ2"), _OPEN),
        Readout("saturation_delta", Text(zh="δ 受体占有率", en="Occupancy of δ"), _OPEN),
        Readout("ratio", Text(zh="占有率 δ/γ2", en="Occupancy, δ over γ2"), _OPEN),
    ],
    alt=Text(
        zh="两幅图，横轴都是 GABA 浓度的对数。GABA 为 {GABA} 时，开放份额：突触 γ2 受体 {open_gamma}，α4βδ 受体 "
        "{open_delta}，"
        "α5βγ2 受体 {open_alpha5}；占有率 γ2 {saturation_gamma}，δ {saturation_delta}。",
        en="Two plots over the logarithm of GABA. At {GABA} the open share is {open_gamma} for synaptic γ2 receptors, "
        "{open_delta} for α4βδ and {open_alpha5} for α5βγ2; occupancy of γ2 {saturation_gamma}, of δ "
        "{saturation_delta}.",
    ),
    response=[
        Response("GABA", "open_delta", +1),
        Response("benzodiazepine", "open_gamma", +1),
        Response("benzodiazepine", "open_gamma", 0, choose={"subunit": 3}),
        Response("benzodiazepine", "open_delta", 0),
        Response("benzodiazepine", "open_alpha5", +1),
        Response("neurosteroid", "open_delta", +1),
        Response("gaboxadol", "open_delta", +1),
        Response("EC50_delta", "open_delta", -1),
    ],
)
