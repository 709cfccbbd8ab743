"""The states of a synaptic GABA_A receptor during and after a pulse of GABA."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
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
    Scheme,
    Shown,
    Slider,
    Trace,
)
from labsupport.synapse.gaba_a import PULSE_FROM, PULSE_RUN

_BASE = {"cleft": 1000, "pulse": 0.5, "benzodiazepine": 1, "k_D": 0.4}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=PULSE_RUN)
_SHARE = Format(decimals=1)
_FLOW = Format(decimals=3)

lab = Lab(
    id="gabaa_states",
    title=Text(zh="一次 IPSC 里的受体：结合、开放、脱敏", en="The receptor in an IPSC: bound, open, desensitised"),
    lead=Text(
        zh="第 5 ms 给一个 GABA 脉冲。拖动“时间”或者播放，看受体在各状态间怎样流动。",
        en="A pulse of GABA comes at 5 ms. Drag the time, or play it, and watch the receptors move between their "
        "states.",
    ),
    model="gabaa_states",
    teaches=Text(
        zh="GABA 走了电流还在，这叫去活化；GABA 还在电流却降了，这叫脱敏。IPSC 的衰减两者都有份。",
        en="Current that outlasts GABA is deactivation; current that falls while GABA stays is desensitisation. The "
        "decay "
        "of an IPSC has a share of both.",
    ),
    minutes=8,
    cursor=Slider("t", default=8, maximum=PULSE_RUN, step=0.5, label=Text(zh="时间", en="Time")),
    choices=[
        Choice(
            "subunit",
            Text(zh="α 亚基", en="α subunit"),
            [Option("α1", {"alpha": 1}), Option("α4", {"alpha": 4})],
        )
    ],
    sliders=[
        Slider("pulse", label=Text(zh="GABA 停留", en="GABA stays for")),
        Slider("cleft", label=Text(zh="GABA 浓度", en="GABA")),
        Slider("benzodiazepine", label=Text(zh="苯二氮䓬：亲和力 ×", en="Benzodiazepine: affinity ×")),
        Slider("k_D", label=Text(zh="脱敏速率", en="Desensitisation")),
    ],
    presets=[
        Option(Text(zh="一个囊泡：1 mM，0.5 ms", en="One vesicle: 1 mM for 0.5 ms"), _BASE, choose={"subunit": 0}),
        Option(Text(zh="GABA 停留 80 ms", en="GABA stays 80 ms"), {**_BASE, "pulse": 80}, choose={"subunit": 0}),
        Option(Text(zh="不能脱敏", en="No desensitisation"), {**_BASE, "k_D": 0}, choose={"subunit": 0}),
        Option(Text(zh="苯二氮䓬", en="Benzodiazepine"), {**_BASE, "benzodiazepine": 1.5}, choose={"subunit": 0}),
        Option(
            Text(zh="苯二氮䓬，α4", en="Benzodiazepine, α4"), {**_BASE, "benzodiazepine": 1.5}, choose={"subunit": 1}
        ),
    ],
    prediction=Prediction(
        question=Text(
            zh="GABA 脉冲只有 0.5 ms，第 5.5 ms 就没有了。此后电流怎样？",
            en="The GABA pulse lasts 0.5 ms and is over at 5.5 ms. What does the current do then?",
        ),
        options=[
            Text(zh="随 GABA 一起在 0.5 ms 内消失", en="It goes with the GABA, within half a millisecond"),
            Text(zh="在几毫秒到几十毫秒里慢慢衰减", en="It decays over milliseconds to tens of milliseconds"),
            Text(zh="停在峰值，直到 GABA 被重新摄取", en="It stays at its peak until GABA is taken up"),
        ],
        answer=1,
        explanation=Text(
            zh="GABA 还结合在受体上，通道反复开放，直到 GABA 解离：这是去活化。先进入脱敏状态再回来的那些受体，"
            "拉出了尾巴。"
            "决定 IPSC 时程的是受体，而不是间隙里 GABA 停留的时间。",
            en="GABA stays on the receptors, which go on opening until it comes off: deactivation. Receptors that pass "
            "through the desensitised state and return draw out the tail. The receptor sets the time course, not "
            "the GABA.",
        ),
        values=_BASE,
        choose={"subunit": 0},
    ),
    views=[
        Panel(
            id="current",
            title=Text(zh="电流（外向为正）", en="Current (outward positive)"),
            x=_TIME,
            y=Axis(label=Text(zh="电流", en="current"), unit="pA", low=0, include=(60,)),
            traces=[
                Trace("I", "", color="series-1", at={"benzodiazepine": 1}, ghost=True),
                Trace("I", Text(zh="电流", en="current"), color="series-1"),
            ],
            bands=[Band(PULSE_FROM, "pulse_end", "GABA", "warn")],
            markers=[Marker("I", color="series-1")],
            height=220,
        ),
        Scheme(
            id="states",
            title=Text(zh="受体的状态", en="States of the receptor"),
            nodes=[
                Node("R", Text(zh="未结合", en="free"), 12, 30, "unbound", 100, "muted"),
                Node("A", Text(zh="一个 GABA", en="one GABA"), 38, 30, "bound_one", 100, "series-4"),
                Node("B", Text(zh="两个 GABA，关闭", en="two GABA, closed"), 66, 30, "bound_two", 100, "series-4"),
                Node("O", Text(zh="开放", en="open"), 90, 30, "open_now", 100, "series-1"),
                Node("D", Text(zh="脱敏", en="desensitised"), 66, 80, "desensitised", 100, "series-2"),
            ],
            flows=[
                Flow("R", "A", "j_first", full=1, color="series-4"),
                Flow("A", "B", "j_second", full=1, color="series-4"),
                Flow("B", "O", "j_open", full=1, color="series-1"),
                Flow("B", "D", "j_desensitise", full=0.2, color="series-2"),
            ],
            height=260,
        ),
        Panel(
            id="shares",
            title=Text(zh="开放与脱敏的份额", en="Open and desensitised"),
            x=_TIME,
            y=Axis(label=Text(zh="份额", en="share"), unit="%", low=0, high=100),
            traces=[
                Trace("open_now", Text(zh="开放", en="open"), color="series-1"),
                Trace("desensitised", Text(zh="脱敏", en="desensitised"), color="series-2", dash="dashed"),
            ],
            height=180,
        ),
    ],
    readouts=[
        Readout("I", Text(zh="电流", en="Current"), Format(decimals=1), color="series-1"),
        Readout("open_now", Text(zh="开放", en="Open"), _SHARE, color="series-1"),
        Readout("desensitised", Text(zh="脱敏", en="Desensitised"), _SHARE, color="series-2"),
        Readout("GABA_now", Text(zh="此刻的 GABA", en="GABA now"), Format(decimals=0)),
        Readout("charge", Text(zh="到此刻为止的电荷", en="Charge so far"), Format(decimals=3)),
    ],
    shown={
        **{name: Shown(_SHARE) for name in ("unbound", "bound_one", "bound_two")},
        **{name: Shown(_FLOW) for name in ("j_first", "j_second", "j_open", "j_desensitise")},
    },
    alt=Text(
        zh="电流随时间的曲线、受体状态的示意图，以及开放与脱敏份额的曲线。{t} 时 GABA {GABA_now}，电流 "
        "{I}；受体中未结合 {unbound}，"
        "结合一个 {bound_one}，结合两个而关闭 {bound_two}，开放 {open_now}，脱敏 {desensitised}；此前的电荷 {charge}。",
        en="Current against time, a scheme of the receptor's states, and open and desensitised shares against time. "
        "At {t} "
        "GABA is {GABA_now} and the current {I}; free {unbound}, one GABA bound {bound_one}, two bound but closed "
        "{bound_two}, open {open_now}, desensitised {desensitised}; charge so far {charge}.",
    ),
    response=[
        Response("cleft", "I", +1),
        Response("k_D", "desensitised", +1),
        Response("benzodiazepine", "charge", +1),
        Response("benzodiazepine", "charge", 0, choose={"subunit": 1}),
    ],
)
