"""IPSCs on a tonic current: which carries more charge, and which of the two a drug changes."""

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
    Shown,
    Slider,
    Trace,
)

_BASE = {"f": 10, "A": 50, "tau": 8, "I_0": 20, "ambient": 0.3, "alpha5": 0}
_BASE |= {"benzodiazepine": 1, "neurosteroid": 1, "gaboxadol": 0}
_BARE = {"benzodiazepine": 1, "neurosteroid": 1, "gaboxadol": 0}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=1000)
_PHASIC, _TONIC = Text(zh="时相性", en="phasic"), Text(zh="紧张性", en="tonic")

lab = Lab(
    id="phasic_tonic",
    title=Text(zh="时相性与紧张性：谁的电荷多", en="Phasic against tonic: which carries more charge?"),
    lead=Text(
        zh="一秒钟的 GABA_{A} 电流，膜电位固定在 *E*_{GABA} 之上，外向为正。淡色曲线是没有药物时的样子。",
        en="One second of GABA_{A} current with the membrane held above *E*_{GABA}, outward positive. The pale "
        "curve is the "
        "current without drugs.",
    ),
    model="phasic_tonic",
    teaches=Text(
        zh="紧张性电流虽小却一直在流，每秒的电荷常常多过高而短的 IPSC；不同的药改变的是不同的那一份。",
        en="A tonic current is small but never stops, and often carries more charge a second than tall brief IPSCs; "
        "different drugs change different parts.",
    ),
    minutes=8,
    cursor=Slider("t", default=1000, maximum=1000, step=5, label=Text(zh="时间", en="Time")),
    choices=[
        Choice(
            "subunit",
            Text(zh="突触受体的 α 亚基", en="α of the synaptic receptor"),
            [Option("α1", {"alpha": 1}), Option("α4", {"alpha": 4})],
        )
    ],
    sliders=[
        Slider("f", label=Text(zh="IPSC 的频率", en="Rate of IPSCs")),
        Slider("A", label=Text(zh="IPSC 的幅度", en="Size of an IPSC")),
        Slider("tau", label=Text(zh="IPSC 的衰减 *τ*", en="Decay *τ* of an IPSC")),
        Slider("I_0", label=Text(zh="紧张性电流（无药，0.3 µM）", en="Tonic current (no drug, 0.3 µM)")),
        Slider("ambient", label=Text(zh="细胞外液的 GABA", en="Ambient GABA")),
        Slider("alpha5", label=Text(zh="其中 α5βγ2 的份额", en="Share of α5βγ2 in it")),
        Slider("benzodiazepine", label=Text(zh="苯二氮䓬：亲和力 ×", en="Benzodiazepine: affinity ×")),
        Slider("neurosteroid", label=Text(zh="低浓度神经甾体：开放常数 ×", en="A little neurosteroid: opening ×")),
        Slider("gaboxadol", label=Text(zh="加波沙朵", en="Gaboxadol")),
    ],
    presets=[
        Option(Text(zh="无药", en="No drug"), _BASE, choose={"subunit": 0}),
        Option(Text(zh="地西泮", en="Diazepam"), {**_BASE, "benzodiazepine": 1.5}, choose={"subunit": 0}),
        Option(
            Text(zh="地西泮，突触为 α4", en="Diazepam, α4 synapses"),
            {**_BASE, "benzodiazepine": 1.5},
            choose={"subunit": 1},
        ),
        Option(
            Text(zh="地西泮，紧张性电流来自 α5βγ2", en="Diazepam, α5βγ2 tonic"),
            {**_BASE, "benzodiazepine": 1.5, "alpha5": 1},
            choose={"subunit": 0},
        ),
        Option(Text(zh="别孕烷醇酮", en="Allopregnanolone"), {**_BASE, "neurosteroid": 3}, choose={"subunit": 0}),
        Option(Text(zh="加波沙朵 0.3 µM", en="Gaboxadol 0.3 µM"), {**_BASE, "gaboxadol": 0.3}, choose={"subunit": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="IPSC 高 50 pA，衰减 8 ms，每秒 10 次；紧张性电流只有 20 pA。一秒钟里谁搬的电荷多？",
            en="IPSCs of 50 pA decay in 8 ms and come ten times a second; the tonic current is a mere 20 pA. Which "
            "carries "
            "more charge in a second?",
        ),
        options=[
            Text(zh="IPSC，大约多一倍", en="The IPSCs, about twice as much"),
            Text(zh="差不多", en="About equal"),
            Text(zh="紧张性电流，大约是五倍", en="The tonic current, about five times as much"),
        ],
        answer=2,
        explanation=Text(
            zh="一个 IPSC 是 50 pA × 8 ms = 0.4 pC，十个 4 pC。紧张性电流是 20 pA × 1 s = 20 pC，占 83 %。"
            "但电荷多不等于作用大：IPSC 落在一个时刻、一个地方。",
            en="One IPSC is 50 pA × 8 ms = 0.4 pC, ten are 4 pC. The tonic current is 20 pA × 1 s = 20 pC, 83 % of "
            "the whole. "
            "More charge is not more effect, though: an IPSC falls at one time and in one place.",
        ),
        values=_BASE,
        choose={"subunit": 0},
    ),
    views=[
        Panel(
            id="current",
            title=Text(zh="一秒钟的电流", en="One second of current"),
            x=_TIME,
            y=Axis(label=Text(zh="电流", en="current"), unit="pA", low=0, include=(80,)),
            traces=[
                Trace("total_now", "", color="series-1", at=_BARE, ghost=True),
                Trace("tonic_now", _TONIC, color="series-2", dash="dashed"),
                Trace("total_now", Text(zh="总和", en="whole"), color="series-1"),
            ],
            markers=[Marker("total_now", color="series-1", show_value=False)],
            height=260,
        ),
        Panel(
            id="charge",
            title=Text(zh="累计的电荷", en="Charge so far"),
            x=_TIME,
            y=Axis(label=Text(zh="电荷", en="charge"), unit="pC", low=0, include=(25,)),
            traces=[
                Trace("Q_tonic", _TONIC, color="series-2", dash="dashed"),
                Trace("Q_phasic", _PHASIC, color="series-1"),
            ],
            markers=[Marker("Q_tonic", color="series-2"), Marker("Q_phasic", color="series-1", drop=False)],
            height=210,
        ),
    ],
    readouts=[
        Readout(
            "phasic_rate", Text(zh="时相性电荷，每秒", en="Phasic, per second"), Format(decimals=2), color="series-1"
        ),
        Readout(
            "tonic_rate", Text(zh="紧张性电荷，每秒", en="Tonic, per second"), Format(decimals=2), color="series-2"
        ),
        Readout("tonic_share", Text(zh="紧张性所占份额", en="Tonic share"), Format(decimals=1)),
        Readout("decay_now", Text(zh="IPSC 的衰减时间", en="Decay of an IPSC"), Format(decimals=1), color="series-1"),
        Readout("tonic_now", Text(zh="紧张性电流", en="Tonic current"), Format(decimals=1), color="series-2"),
    ],
    shown={name: Shown(Format(decimals=2)) for name in ("Q_phasic", "Q_tonic")},
    alt=Text(
        zh="电流与累计电荷随时间的两条曲线。到 {t} 为止，时相性电荷 {Q_phasic}（{phasic_rate}），"
        "紧张性电荷 {Q_tonic}（{tonic_rate}），紧张性占 {tonic_share}；紧张性电流 {tonic_now}，IPSC 衰减 {decay_now}。",
        en="Current and charge so far, both against time. Up to {t} the phasic charge is {Q_phasic} "
        "({phasic_rate}) and the tonic charge {Q_tonic} ({tonic_rate}), a tonic share of {tonic_share}; tonic current "
        "{tonic_now}, IPSC decay {decay_now}.",
    ),
    response=[
        Response("f", "phasic_rate", +1),
        Response("f", "tonic_share", -1),
        Response("benzodiazepine", "phasic_rate", +1),
        Response("benzodiazepine", "phasic_rate", 0, choose={"subunit": 1}),
        Response("benzodiazepine", "tonic_rate", 0),
        Response("gaboxadol", "tonic_rate", +1),
        Response("gaboxadol", "phasic_rate", 0),
        Response("ambient", "tonic_rate", +1),
    ],
)
