"""Temperature moves potentials by three per cent and gating threefold."""

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
    Slider,
    Trace,
)
from labsupport.labs.ions import potential

lab = Lab(
    id="temperature",
    title=Text(zh="温度：电位的 3 %，门控的 3 倍", en="Temperature: three per cent, and threefold"),
    teaches=Text(
        zh="降温十度，电位只变百分之三左右，通道的门控却慢约三倍。",
        en="Ten degrees of cooling change potentials by about three per cent and slow gating about threefold.",
    ),
    model="temperature",
    sliders=[
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
        Slider("Q10", label=Text(zh="门控的 *Q*_{10}", en="*Q*_{10} of gating")),
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("K_out", label=Text(zh="胞外 K⁺", en="K⁺ outside")),
        Slider("K_in", label=Text(zh="胞内 K⁺", en="K⁺ inside")),
    ],
    presets=[
        Option(Text(zh="体温 310 K", en="Body, 310 K"), {"T": 310}),
        Option(Text(zh="降温 10 K", en="10 K colder"), {"T": 300}),
        Option(Text(zh="室温 293 K", en="Room, 293 K"), {"T": 293}),
        Option(Text(zh="冰水 273 K", en="Ice water, 273 K"), {"T": 273}),
    ],
    prediction=Prediction(
        question=Text(
            zh="把细胞从 310 K 降到 300 K。*E*_{K} 和通道门控的速率各变多少？",
            en="A cell is cooled from 310 to 300 K. By how much do *E*_{K} and the speed of channel gating change?",
        ),
        options=[
            Text(zh="都约 3 %：都与绝对温度成正比", en="Both by about 3 %: both follow absolute temperature"),
            Text(zh="*E*_{K} 变 3 %，门控慢到约三分之一", en="*E*_{K} by 3 %; gating slows to about a third"),
            Text(zh="*E*_{K} 变到约三分之一，门控变 3 %", en="*E*_{K} to about a third; gating by 3 %"),
        ],
        answer=1,
        explanation=Text(
            zh="*E* 与 *T* 成正比，10 K 只是 310 K 的 3 %，*E*_{K} 移动 2.9 mV。门控要翻越能垒，*Q*_{10} 约为 3，"
            "每降 10 K 慢到三分之一。"
            "低温下放电变慢，主要是门控变慢，不是电位变了。",
            en="*E* is proportional to *T*, and 10 K is 3 % of 310 K: *E*_{K} moves by 2.9 mV. Gating has to "
            "climb an energy "
            "barrier; with a *Q*_{10} near 3 every 10 K divide its speed by three. What cold does to firing is "
            "mostly slow "
            "gating, hardly a changed potential.",
        ),
        values={"T": 300, "Q10": 3},
    ),
    views=[
        Panel(
            id="relative",
            title=Text(zh="相对于 310 K 的变化", en="Change relative to 310 K"),
            x=Axis(label=Text(zh="温度 *T*", en="temperature *T*"), unit="K", parameter="T", low=273, high=320),
            y=Axis(label=Text(zh="相对于 310 K", en="relative to 310 K"), low=0.01, high=10, scale="log"),
            traces=[
                Trace("gating_rate", Text(zh="门控速率", en="gating rate"), color="series-2"),
                Trace("relative_E", "*E*", color="series-1", dash="dashed"),
            ],
            markers=[Marker("gating_rate", color="series-2"), Marker("relative_E", color="series-1", drop=False)],
            height=250,
        ),
        Panel(
            id="potentials",
            title=Text(zh="平衡电位与温度", en="Equilibrium potentials against temperature"),
            x=Axis(label=Text(zh="温度 *T*", en="temperature *T*"), unit="K", parameter="T", low=273, high=320),
            y=Axis(label=Text(zh="平衡电位", en="equilibrium potential"), unit="mV", low=-120, high=100),
            traces=[
                Trace("E_Na", potential("Na"), color="ion-Na", dash="dotted"),
                Trace("E_Cl", potential("Cl"), color="ion-Cl", dash="dashed"),
                Trace("E_K", potential("K"), color="ion-K", dash="dashdot"),
            ],
            markers=[Marker("E_K", color="ion-K"), Marker("E_Na", color="ion-Na", drop=False)],
            height=230,
        ),
    ],
    readouts=[
        Readout(
            "relative_E", Text(zh="*E* 相对于 310 K", en="*E*, relative to 310 K"), Format(decimals=3), color="series-1"
        ),
        Readout(
            "gating_rate",
            Text(zh="门控速率，相对", en="Gating rate, relative"),
            Format(significant=3),
            color="series-2",
        ),
        Readout("gating_time", Text(zh="门控时间常数，相对", en="Gating time, relative"), Format(significant=3)),
        Readout("E_K", Text(zh="*E*_{K}", en="*E*_{K}"), color="ion-K"),
        Readout("shift_K", Text(zh="*E*_{K} 移动", en="Shift of *E*_{K}")),
        Readout("DF_K", Text(zh="K⁺ 的驱动力", en="Driving force on K⁺"), color="ion-K"),
        Readout("DF_Cl", Text(zh="Cl⁻ 的驱动力", en="Driving force on Cl⁻"), color="ion-Cl"),
        Readout("dE_K", Text(zh="*E*_{K} 每开尔文", en="*E*_{K} per kelvin"), Format(decimals=3, sign=True)),
    ],
    alt=Text(
        zh="上图（对数轴）：温度 {T} 时门控速率是 310 K 的 {gating_rate} 倍，平衡电位是 {relative_E} 倍，几乎不动。"
        "下图：三条平衡电位几乎水平，E_K = {E_K}，较 310 K 移动 {shift_K}。",
        en="Upper plot (logarithmic): at {T} the gating rate is {gating_rate} of that at 310 K while equilibrium "
        "potentials are "
        "{relative_E}, hardly moved. Lower plot: three nearly level equilibrium potentials; E_K = {E_K}, moved "
        "by {shift_K} "
        "from 310 K.",
    ),
    response=[
        Response("T", "gating_rate", +1),
        Response("T", "relative_E", +1),
        Response("T", "E_K", -1),
        Response("V_m", "DF_Cl", +1),
        Response("Q10", "relative_E", 0),
        Response("K_out", "E_K", +1),
    ],
)
