"""Counting quanta: responses trial by trial, their histogram, and their variance against their mean."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Histogram,
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

_CURRENT = Text(zh="电流幅度", en="amplitude of the current")
_SYNAPSE = {"N": 5, "P_r": 0.3, "q": 20, "CV_q": 0, "sigma": 3, "trials": 300, "seed": 1}
_ONE = Format(decimals=1)
_WHOLE = Format(decimals=0)
_SHARE = Format(decimals=3)

lab = Lab(
    id="quantal_release",
    title=Text(zh="数量子", en="Counting quanta"),
    lead=Text(
        zh="一个突触有 *N* 个释放位点，每来一个动作电位，每个位点以概率 *P*_{r} 放出一个囊泡，每个囊泡引起 *q* 的电流；"
        "电流只写大小。上图是一次次试验的电流，中图是它们的直方图，下图是方差对均值。",
        en="A synapse has *N* release sites. At each action potential every site releases one vesicle with "
        "probability *P*_{r}, and "
        "each vesicle makes a current of size *q*. Top: trial after trial. Middle: their histogram. Bottom: variance "
        "against mean.",
    ),
    teaches=Text(
        zh="均值只给出乘积 *NP*_{r}*q*；改变释放概率时方差沿一条抛物线走，从它才能分别求出 *N* 和 *q*。",
        en="The mean gives only the product *NP*_{r}*q*; as release probability changes, the variance moves along a "
        "parabola, from "
        "which *N* and *q* can be told apart.",
    ),
    minutes=10,
    model="quantal_sample",
    fresh="seed",
    sliders=[
        Slider("P_r", label=Text(zh="释放概率 *P*_{r}", en="Release probability *P*_{r}")),
        Slider("N", label=Text(zh="位点数 *N*", en="Number of sites *N*")),
        Slider("q", label=Text(zh="量子大小 *q*", en="Quantal size *q*")),
        Slider("CV_q", label=Text(zh="量子大小的变异系数", en="Variation of *q* (CV)")),
        Slider("sigma", label=Text(zh="记录噪声", en="Recording noise")),
        Slider("trials", label=Text(zh="试验次数", en="Trials")),
        Slider("seed", maximum=999, label=Text(zh="样本编号", en="Sample number")),
    ],
    presets=[
        Option(Text(zh="五个位点", en="Five sites"), _SYNAPSE),
        Option(Text(zh="低钙", en="Low calcium"), {**_SYNAPSE, "P_r": 0.05}),
        Option(Text(zh="释放概率加倍", en="Release probability doubled"), {**_SYNAPSE, "P_r": 0.6}),
        Option(Text(zh="量子大小加倍", en="Quantal size doubled"), {**_SYNAPSE, "q": 40}),
        Option(Text(zh="位点数加倍", en="Number of sites doubled"), {**_SYNAPSE, "N": 10}),
        Option(Text(zh="量子大小不齐", en="Unequal quanta"), {**_SYNAPSE, "CV_q": 0.4}),
        Option(Text(zh="只有 20 次试验", en="Only 20 trials"), {**_SYNAPSE, "trials": 20}),
    ],
    prediction=Prediction(
        question=Text(
            zh="平均电流从 30 pA 加倍到 60 pA，可能是 *P*_{r} 加倍，也可能是 *q* 加倍。从方差能看出是哪一种吗？",
            en="The mean current doubles from 30 to 60 pA: either *P*_{r} has doubled, or *q* has. Can the variance "
            "tell which?",
        ),
        options=[
            Text(zh="不能：均值相同，方差也相同", en="No: with equal means the variances are equal too"),
            Text(
                zh="能：*P*_{r} 加倍沿原来的抛物线移动，*q* 加倍换到另一条抛物线上",
                en="Yes: doubling *P*_{r} moves along the same parabola, doubling *q* opens another",
            ),
            Text(
                zh="能：*P*_{r} 加倍时方差变成四倍，*q* 加倍时不变",
                en="Yes: doubling *P*_{r} makes the variance four times as large, doubling *q* leaves it",
            ),
        ],
        answer=1,
        explanation=Text(
            zh="*P*_{r} 由 0.3 升到 0.6，理论方差由 420 变为 480 pA²，点沿同一条抛物线右移；"
            "*q* 加倍则均值加倍而方差变成四倍，为 1680 pA²，抛物线也换了一条。",
            en="With *P*_{r} from 0.3 to 0.6 the variance in theory goes from 420 to 480 pA², along one parabola; "
            "with *q* doubled "
            "the mean doubles but the variance is four times as large, 1680 pA², on a parabola of its own.",
        ),
        values={**_SYNAPSE, "P_r": 0.6},
    ),
    views=[
        Panel(
            id="trials",
            title=Text(zh="逐次试验", en="Trial by trial"),
            x=Axis(label=Text(zh="试验", en="trial"), trial=True),
            y=Axis(label=_CURRENT, unit="pA", include=(0,)),
            traces=[Trace("amplitude", "", dash="points")],
            rules=[Rule("sample_mean", "y", Text(zh="均值", en="mean"), color="series-2")],
            height=190,
        ),
        Histogram(
            id="histogram",
            title=Text(zh="幅度的直方图", en="Histogram of amplitudes"),
            of="amplitude",
            axis=Axis(label=_CURRENT, unit="pA"),
            low="lowest",
            high="highest",
            label=Text(zh="样本", en="sample"),
            count_label=Text(zh="每个区间的试验次数", en="trials in each bin"),
            expected="density",
            parameter="I_one",
            expected_label=Text(zh="二项分布的预期", en="expected from the binomial"),
            height=220,
        ),
        Panel(
            id="parabola",
            title=Text(zh="方差与均值", en="Variance against mean"),
            x=Axis(label=Text(zh="平均电流", en="mean current"), unit="pA", parameter="I_axis", low=0, high=220),
            y=Axis(label=Text(zh="方差（已减噪声）", en="variance less noise"), unit="pA²", low=0),
            traces=[
                Trace("parabola", "", color="series-2"),
                Trace(
                    "parabola",
                    Text(zh="5 个位点，20 pA", en="5 sites, 20 pA"),
                    ghost=True,
                    at={"N": 5, "q": 20, "CV_q": 0},
                    label_at=0.33,
                ),
            ],
            markers=[
                *(
                    Marker(
                        "quantal_variance",
                        x="sample_mean",
                        at={"P_r": P_r, "series": i},
                        color="series-3",
                        drop=False,
                        show_value=False,
                    )
                    for i, P_r in enumerate((0.1, 0.5, 0.9), 1)
                ),
                Marker("quantal_variance", x="sample_mean", color="series-1", drop=False),
            ],
            drag="none",
            height=260,
        ),
    ],
    readouts=[
        Readout("sample_mean", Text(zh="样本均值", en="Sample mean"), _ONE, color="series-1"),
        Readout(
            "quantal_variance", Text(zh="样本方差（减噪声）", en="Sample variance less noise"), _WHOLE, color="series-1"
        ),
        Readout("sample_failures", Text(zh="样本失败率", en="Failures in the sample"), _SHARE),
        Readout("mean", Text(zh="理论均值", en="Mean in theory"), _ONE),
        Readout("variance", Text(zh="理论方差", en="Variance in theory"), _WHOLE),
        Readout("failures", Text(zh="理论失败率", en="Failures in theory"), _SHARE),
    ],
    alt=Text(
        zh="上：{trials} 次试验的电流，均值 {sample_mean}，失败占 {sample_failures}。中：幅度的直方图与预期曲线。"
        "下：方差对均值的抛物线，当前样本在均值 {sample_mean}、方差 {quantal_variance} 处；"
        "另有三个点是同一突触在释放概率 0.1、0.5、0.9 时的样本。",
        en="Top: the currents of {trials} trials, mean {sample_mean}, share of failures {sample_failures}. Middle: the "
        "histogram of "
        "amplitudes and the curve expected. Bottom: the parabola of variance against mean; this sample lies at mean "
        "{sample_mean}, variance {quantal_variance}; three more points are samples of the same synapse at release "
        "probability 0.1, 0.5 and 0.9.",
    ),
    response=[
        Response("P_r", "sample_mean", +1),
        Response("P_r", "sample_failures", -1),
        Response("N", "mean", +1),
        Response("N", "failures", -1),
        Response("q", "variance", +1),
        Response("q", "sample_failures", 0),
        Response("CV_q", "variance", +1),
        Response("CV_q", "mean", 0),
        Response("sigma", "variance", 0),
        Response("trials", "failures", 0),
        Response("seed", "variance", 0),
    ],
)
