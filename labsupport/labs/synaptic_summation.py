"""Two excitatory inputs in one compartment: less than their sum, and less still with inhibition at the right moment."""

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

_BASE = {"g_A": 5, "g_B": 5, "g_I": 20, "E_I": -66, "delay_B": 0, "delay_I": 0, "tau_m": 10}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=40, high=100)
_MV = Format(decimals=2)

lab = Lab(
    id="synaptic_summation",
    title=Text(zh="一加一小于二：突触整合", en="One and one make less than two"),
    lead=Text(
        zh="一个隔室，静息 −65 mV，漏电导 10 nS。50 ms 时输入 A 打开，B 和抑制可早可晚；纵轴是相对静息的去极化。",
        en="One compartment at rest at −65 mV with a leak of 10 nS. Input A opens at 50 ms, B and the inhibition "
        "when you "
        "say; the plot shows depolarisation from rest.",
    ),
    model="synaptic_summation",
    cursor=Slider("t", default=55, minimum=40, maximum=100, step=0.5, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("g_A", label=Text(zh="输入 A", en="Input A")),
        Slider("g_B", label=Text(zh="输入 B", en="Input B")),
        Slider("g_I", default=20, label=Text(zh="抑制性电导", en="Inhibition")),
        Slider("E_I", label=Text(zh="抑制的反转电位", en="Reversal of inhibition")),
        Slider("delay_B", label=Text(zh="B 晚于 A", en="B after A by")),
        Slider("delay_I", label=Text(zh="抑制晚于 A", en="Inhibition after A by")),
        Slider("tau_m", label=Text(zh="膜时间常数", en="Membrane time constant")),
    ],
    presets=[
        Option(Text(zh="A、B 与抑制同时", en="All at once"), _BASE),
        Option(Text(zh="很弱的输入", en="Weak inputs"), {**_BASE, "g_A": 0.5, "g_B": 0.5, "g_I": 0}),
        Option(Text(zh="很强的输入", en="Strong inputs"), {**_BASE, "g_A": 20, "g_B": 20, "g_I": 0}),
        Option(Text(zh="抑制早 20 ms", en="Inhibition 20 ms before"), {**_BASE, "delay_I": -20}),
        Option(Text(zh="抑制晚 10 ms", en="Inhibition 10 ms after"), {**_BASE, "delay_I": 10}),
    ],
    prediction=Prediction(
        question=Text(
            zh="A 和 B 各自使膜去极化约 7 mV。没有抑制，两者同时打开，去极化的峰值是多少？",
            en="A and B each depolarise the membrane by about 7 mV. Without inhibition, both open together: how "
            "large is "
            "the peak?",
        ),
        options=[
            Text(zh="14 mV，正好两倍", en="14 mV, just twice as much"),
            Text(zh="约 13 mV，略少于两倍", en="About 13 mV, a little less than twice"),
            Text(zh="多于 14 mV，它们互相帮助", en="More than 14 mV, they help each other"),
        ],
        answer=1,
        explanation=Text(
            zh="突触打开的是电导，不是电流。A 使膜更接近 0 mV，B 的驱动力就小了；两个电导又一起缩短了时间常数。"
            "输入越强，差得越多；输入弱到只动一点点电位，才接近相加。",
            en="Synapses open conductances, they do not inject current. A brings the membrane closer to 0 mV, so B has "
            "less to drive it, and both conductances shorten the time constant. The stronger the inputs, the larger "
            "the shortfall; only inputs that hardly move the potential add up.",
        ),
        values={**_BASE, "g_I": 0},
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="去极化随时间的变化", en="Depolarisation against time"),
            x=_TIME,
            y=Axis(label=Text(zh="去极化", en="depolarisation"), unit="mV", include=(-2, 15)),
            traces=[
                Trace("v_A", "A", color="series-3", dash="dotted", label_at=0.47),
                Trace("v_linear", Text(zh="A + B", en="A + B"), color="muted", dash="dashed", label_at=0.46),
                Trace("v_AB", Text(zh="A 与 B 一起", en="A with B"), color="series-1", label_at=0.5),
                Trace(
                    "v_ABI", Text(zh="加上抑制", en="with inhibition"), color="series-2", dash="dashdot", label_at=0.53
                ),
            ],
            markers=[
                Marker("v_AB", color="series-1", place="above"),
                Marker("v_ABI", color="series-2", drop=False, place="below"),
            ],
            rules=[Rule(50, label=Text(zh="A 打开", en="A opens"))],
            height=320,
        ),
        Panel(
            id="time_constant",
            title=Text(zh="膜时间常数随时间的变化", en="Membrane time constant against time"),
            x=_TIME,
            y=Axis(label=Text(zh="膜时间常数", en="membrane time constant"), unit="ms", low=0, include=(10,)),
            traces=[Trace("tau_now", Text(zh="*τ*", en="*τ*"), color="series-4")],
            markers=[Marker("tau_now", color="series-4", drop=False)],
            height=150,
        ),
    ],
    readouts=[
        Readout("v_A", Text(zh="只有 A", en="A alone"), _MV, color="series-3"),
        Readout("v_linear", Text(zh="A + B，线性相加", en="A + B, added up"), _MV),
        Readout("v_AB", Text(zh="A 与 B 一起", en="A with B"), _MV, color="series-1"),
        Readout("v_ABI", Text(zh="再加上抑制", en="With inhibition too"), _MV, color="series-2"),
        Readout("g_inhibition", Text(zh="此刻的抑制性电导", en="Inhibition now"), Format(decimals=1)),
        Readout("tau_now", Text(zh="此刻的时间常数", en="Time constant now"), Format(decimals=1), color="series-4"),
    ],
    alt=Text(
        zh="去极化对时间的四条曲线：只有 A，A 与 B 线性相加，A 与 B 一起，再加上抑制；一起的比相加的矮，加上抑制"
        "的更矮。"
        "{t} 时：A {v_A}，相加 {v_linear}，一起 {v_AB}，加抑制 {v_ABI}。下图是时间常数，此刻 {tau_now}。",
        en="Four curves of depolarisation against time: A alone, A and B added up, A with B, and with "
        "inhibition; A with B "
        "is lower than the sum, with inhibition lower still. At {t}: A {v_A}, added up {v_linear}, together {v_AB}, "
        "with inhibition {v_ABI}. Below, the time constant, now {tau_now}.",
    ),
    response=[
        Response("g_A", "v_AB", +1),
        Response("g_I", "v_ABI", -1),
        Response("g_I", "v_AB", 0),
        Response("g_I", "tau_now", -1),
        Response("E_I", "v_ABI", +1),
    ],
    teaches=Text(
        zh="突触电导不能像电流那样相加：合起来小于和，抑制在同一时刻打开时削得最多。",
        en="Synaptic conductances do not add like currents: together they give less than the sum, and inhibition cuts "
        "most when it opens at the same time.",
    ),
    minutes=6,
)
