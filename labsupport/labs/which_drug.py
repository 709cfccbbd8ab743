"""Which drug was it?  Three recordings of one neuron before and after a drug that acts on GABA."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Band, Format
from labsupport.labs.identification import Candidate, Drawn, Identification, Measure, Recording, Sign
from labsupport.synapse.recordings import BLOCKER_AT, DRUG_AT, HOLDING_RUN, IPSC_RUN, SLOW_RUN

_PEAK = Text(zh="峰值", en="peak")
_CURRENT = Text(zh="电流（外向为正）", en="current, outward positive")
_MS = Text(zh="时间", en="time")


def _signs(a: Sign, b: Sign, c: Sign) -> dict[str, Sign]:
    return {"A": a, "B": b, "C": c}


_A_SAME = Sign("same", Text(zh="诱发的 IPSC 没有变化", en="the IPSC is as before"))
_A_SLOWER = Sign("slower", Text(zh="诱发的 IPSC 衰减变慢", en="the IPSC decays more slowly"))
_A_SMALLER = Sign(
    "smaller", Text(zh="诱发的 IPSC 变小，衰减却没有变慢", en="the IPSC is smaller and decays no more slowly")
)
_B_SAME = Sign("same", Text(zh="紧张性电流没有变化", en="the tonic current is as before"))
_B_MORE = Sign("more", Text(zh="紧张性电流增大", en="the tonic current grows"))
_B_LESS = Sign("less", Text(zh="紧张性电流减小", en="the tonic current shrinks"))
_B_OTHER = Sign(
    "other",
    Text(
        zh="多出一股外向电流，印防己毒素去不掉它",
        en="an outward current appears that picrotoxin does not remove",
    ),
)
_C_SAME = Sign("same", Text(zh="慢 IPSC 没有变化", en="the slow IPSC is as before"))
_C_LARGER = Sign("larger", Text(zh="慢 IPSC 增大", en="the slow IPSC is larger"))
_C_SMALLER = Sign("smaller", Text(zh="慢 IPSC 变小，但还在", en="the slow IPSC is smaller, but still there"))
_C_GONE = Sign("gone", Text(zh="慢 IPSC 消失", en="the slow IPSC is gone"))

lab = Identification(
    id="which_drug",
    title=Text(zh="用的是哪一种药？", en="Which drug was it?"),
    lead=Text(
        zh="同一个神经元（仿齿状回颗粒细胞：突触受体含 α1 和 γ2，突触外受体含 α4 和 δ）的三份记录，"
        "虚线是不加药的对照，实线是加药的一次。310 K，钳制在 −40 mV；氯离子胞外 120 mM、胞内 10 mM，所以 *E*_{GABA} = "
        "−66.4 mV；钾离子 4 mM 和 140 mM，"
        "*E*_{K} = −95.0 mV。谷氨酸受体全程阻断，碳酸氢根不计。",
        en="Three recordings of one neuron (modelled on a granule cell of the dentate gyrus, with α1 and γ2 in the "
        "receptors of its synapses and α4 and δ in those outside): dashed without the drug, solid with it. At 310 K, "
        "held at −40 mV; chloride 120 mM outside and 10 mM inside, so *E*_{GABA} = −66.4 mV; potassium 4 and 140 mM, "
        "*E*_{K} = −95.0 mV. Glutamate receptors are blocked throughout, and bicarbonate is left out.",
    ),
    asked=Text(zh="加的是哪一种药？", en="Which drug was added?"),
    teaches=Text(
        zh="快 IPSC、紧张性电流和慢 IPSC 合起来，才说得清一种药作用在哪里；单看一份往往不够。",
        en="Fast IPSC, tonic current and slow IPSC together tell where a drug acts; one of them seldom does.",
    ),
    minutes=20,
    before=Text(zh="加药前", en="before"),
    after=Text(zh="加药后", en="with drug"),
    recordings=[
        Recording(
            id="A",
            title=Text(zh="A · 一次刺激诱发的 IPSC", en="A · The IPSC after one stimulus"),
            model="evoked_ipsc",
            output="I_fast",
            x=Axis(label=_MS, unit="ms", time=True, low=0, high=IPSC_RUN),
            y=Axis(label=_CURRENT, unit="pA", low=-12, include=(150,)),
            measures=[
                Measure("peak", _PEAK, "pA", Format(decimals=0)),
                Measure("decay", Text(zh="衰减（面积 / 峰值）", en="decay (area over peak)"), "ms", Format(decimals=1)),
            ],
            alt=Text(
                zh="诱发的 IPSC 随时间变化，刺激在 10 ms。",
                en="The evoked IPSC against time, with the stimulus at 10 ms.",
            ),
        ),
        Recording(
            id="B",
            title=Text(
                zh="B · 维持电流；60 s 起加药，180 s 起再加印防己毒素",
                en="B · The holding current; the drug from 60 s, picrotoxin as well from 180 s",
            ),
            model="holding_current",
            output="I_hold",
            x=Axis(label=_MS, unit="s", parameter="time", low=0, high=HOLDING_RUN),
            y=Axis(label=_CURRENT, unit="pA", low=0, include=(100,)),
            measures=[
                Measure("at", Text(zh="170 s 时", en="at 170 s"), "pA", Format(decimals=0), at=170),
                Measure("at", Text(zh="240 s 时，已阻断", en="at 240 s, blocked"), "pA", Format(decimals=0), at=240),
            ],
            alt=Text(
                zh="维持电流随时间变化；60 s 起加药，180 s 起再加印防己毒素，它阻断全部 GABA_{A} 受体。",
                en="The holding current against time; the drug from 60 s, and from 180 s picrotoxin as well, which "
                "blocks all GABA_{A} receptors.",
            ),
            bands=[
                Band(DRUG_AT, HOLDING_RUN, Text(zh="药", en="drug"), "series-1"),
                Band(BLOCKER_AT, HOLDING_RUN, Text(zh="印防己毒素", en="picrotoxin"), "warn"),
            ],
        ),
        Recording(
            id="C",
            title=Text(
                zh="C · 五次刺激（100 Hz）之后的慢 IPSC，GABA_{A} 受体已阻断",
                en="C · The slow IPSC after five stimuli at 100 Hz, GABA_{A} receptors blocked",
            ),
            model="slow_ipsc",
            output="I_slow",
            x=Axis(label=_MS, unit="ms", time=True, low=0, high=SLOW_RUN),
            y=Axis(label=_CURRENT, unit="pA", low=-6, include=(50,)),
            measures=[Measure("peak", _PEAK, "pA", Format(decimals=0))],
            alt=Text(
                zh="慢 IPSC 随时间变化，从维持电流算起，刺激从 10 ms 开始。",
                en="The slow IPSC against time, from the holding current on, with stimuli from 10 ms.",
            ),
        ),
    ],
    cell=[
        Drawn("g_syn", "8", "16", "1"),
        Drawn("g_tonic", "0.8", "1.6", "0.1"),
        Drawn("g_GIRK", "14", "28", "2"),
    ],
    candidates=[
        Candidate(
            "diazepam",
            Text(zh="地西泮", en="diazepam"),
            Text(zh="苯二氮䓬", en="a benzodiazepine"),
            [Drawn("benzodiazepine", "1.6", "2.4", "0.1")],
            _signs(_A_SLOWER, _B_SAME, _C_SAME),
            Text(
                zh="苯二氮䓬只作用于含 γ2 和 α1、α2、α3 或 α5 的受体，使 GABA 离开得更慢：A 的衰减变慢，峰值几乎不"
                "动，因为囊泡里的 "
                "GABA 本来就接近饱和。这个细胞的紧张性电流来自 δ 受体，没有它的位点，B 不变；GABA_{B} 与它无关，C 不"
                "变。",
                en="A benzodiazepine acts on receptors with γ2 and one of α1, α2, α3 and α5, and makes GABA leave more "
                "slowly: in A the decay is longer and the peak nearly the same, as a vesicle all but saturates the "
                "receptors anyway. The tonic current of this cell comes from δ receptors, which lack the site, so B "
                "stays; GABA_{B} receptors have nothing to do with it, so C stays.",
            ),
        ),
        Candidate(
            "thdoc",
            Text(zh="四氢脱氧皮质酮（THDOC）", en="THDOC"),
            Text(zh="神经甾体", en="a neurosteroid"),
            [Drawn("neurosteroid", "1.8", "3.6", "0.2")],
            _signs(_A_SLOWER, _B_MORE, _C_SAME),
            Text(
                zh="神经甾体使所有 GABA_{A} 受体都更容易开放：A 变高、变慢，B 的紧张性电流也增大。噻加宾也有这两样，"
                "可是它使慢 IPSC "
                "大大增强，而这里 C 没有变。浓度很低时神经甾体只作用于 δ 受体，这里用的浓度较高。",
                en="A neurosteroid makes all GABA_{A} receptors open more readily: A is taller and slower, and the "
                "tonic "
                "current in B grows. Tiagabine does both as well, but would have made the slow IPSC much larger, and C "
                "has not changed. At very low concentrations a neurosteroid acts on δ receptors alone; this one is "
                "higher.",
            ),
        ),
        Candidate(
            "gaboxadol",
            Text(zh="加波沙朵（THIP）", en="gaboxadol (THIP)"),
            Text(zh="δ 受体激动剂", en="an agonist at δ receptors"),
            [Drawn("gaboxadol", "0.05", "0.30", "0.05")],
            _signs(_A_SAME, _B_MORE, _C_SAME),
            Text(
                zh="这样低的加波沙朵几乎只打开含 δ 的受体，所以只有 B 的紧张性电流增大好几倍，印防己毒素把它全部去"
                "掉；A 和 C 不变。",
                en="So little gaboxadol opens hardly any receptors but those with δ: only the tonic current of B "
                "grows, "
                "several-fold, and picrotoxin takes all of it away; A and C stay.",
            ),
        ),
        Candidate(
            "gabazine",
            Text(zh="SR-95531（gabazine）", en="gabazine (SR-95531)"),
            Text(zh="GABA_{A} 拮抗剂", en="a GABA_{A} antagonist"),
            [Drawn("occupied", "0.40", "0.80", "0.05")],
            _signs(_A_SMALLER, _B_LESS, _C_SAME),
            Text(
                zh="一部分 GABA_{A} 受体被占住：A 变小而形状不变，B 的紧张性电流按同样的比例减小，印防己毒素能去掉的"
                "也就少了。"
                "C 记的是 GABA_{B}，不变：可见递质照样释放，变小的原因在突触后。"
                "这里两种电流按同样的比例减小，是模型的设定；在脑片里，低剂量往往先减小时相性电流。",
                en="Some GABA_{A} receptors are taken: A is smaller and of the same shape, the tonic current in B "
                "shrinks in the same proportion, and picrotoxin has less left to remove. C is of GABA_{B} "
                "receptors and stays: release goes on as before, so the cause is postsynaptic. That both currents "
                "shrink alike is the model's doing; in slices a low dose often takes the phasic current first.",
            ),
        ),
        Candidate(
            "tiagabine",
            Text(zh="噻加宾", en="tiagabine"),
            Text(zh="GAT-1 阻断剂", en="a blocker of GAT-1"),
            [Drawn("block1", "0.70", "0.95", "0.05")],
            _signs(_A_SLOWER, _B_MORE, _C_LARGER),
            Text(
                zh="清除变慢：A 的峰值不动，尾部拖长；细胞外的 GABA 升高，B 的紧张性电流增大；外溢的 GABA 停留更久，"
                "又有四次方放大，C 的慢 IPSC 增大到几倍。三份一起变，只有清除说得通。",
                en="Clearance is slower: the peak of A stays and its tail is longer; GABA outside rises and with it "
                "the "
                "tonic current of B; spilled GABA stays longer, the fourth power magnifies that, and the slow IPSC of "
                "C is several times as large. Only clearance explains all three.",
            ),
        ),
        Candidate(
            "cgp55845",
            Text(zh="CGP 55845", en="CGP 55845"),
            Text(zh="GABA_{B} 拮抗剂", en="a GABA_{B} antagonist"),
            [Drawn("blocked_B", "0.80", "0.95", "0.05")],
            _signs(_A_SAME, _B_SAME, _C_GONE),
            Text(
                zh="只有慢 IPSC 消失，而 A 和 B 都是 GABA_{A} 的电流，不变。即使还有两成受体空着，慢 IPSC 也几乎等"
                "于零，这又是四次方的缘故。",
                en="Only the slow IPSC is gone; A and B are currents of GABA_{A} receptors and stay. Even with a "
                "fifth of the receptors free next to nothing is left: the fourth power again.",
            ),
        ),
        Candidate(
            "baclofen",
            Text(zh="巴氯芬", en="baclofen"),
            Text(zh="GABA_{B} 激动剂", en="a GABA_{B} agonist"),
            [Drawn("agonist_B", "0.40", "0.55", "0.05")],
            _signs(_A_SMALLER, _B_OTHER, _C_SMALLER),
            Text(
                zh="末梢上的 GABA_{B} 使释放减少，A 变小；胞体上的打开 GIRK，B 多出一股外向的钾电流，印防己毒素去不掉；"
                "释放少了，一部分受体和 G 蛋白又已经用上，C 也变小。",
                en="GABA_{B} receptors of the terminal cut release, so A is smaller; those of the cell open GIRK, "
                "and B "
                "has an outward potassium current that picrotoxin leaves alone; with less release, and part of the "
                "receptors and G proteins already at work, C is smaller too.",
            ),
        ),
    ],
    strategy=Text(
        zh="七种药在这三份记录里各不相同，但同一类的药分不开：唑吡坦和地西泮在 α1 突触上一样；荷包牡丹碱和 gabazine "
        "一样；"
        "别孕烷醇酮和 THDOC 一样，丙泊酚等全麻药也相近；极低浓度的神经甾体与加波沙朵一样。换成紧张性电流来自 α5βγ2 的"
        "细胞，"
        "地西泮在 B 里也会增大。NBQX 和 APV 在这里什么也不改变，因为谷氨酸受体已经阻断。",
        en="These seven differ in the three recordings, but drugs of one class do not: at α1 synapses zolpidem looks "
        "like "
        "diazepam; bicuculline looks like gabazine; allopregnanolone looks like THDOC, and so, nearly, do general "
        "anaesthetics such as propofol; a trace of a neurosteroid looks like gaboxadol. In a cell whose tonic current "
        "comes from α5βγ2 diazepam would raise B as well. NBQX and APV change nothing here, since glutamate receptors "
        "are blocked already.",
    ),
)
