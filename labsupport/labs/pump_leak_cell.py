"""A whole cell with pump, leaks, impermeant ions and water: switch the pump off and see what follows."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
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

_BASE = {
    "pump_rate": 1,
    "off_from": 30,
    "on_from": 480,
    "g_ratio": 0.222,
    "g_Cl": 50,
    "kcc2": 0,
    "K_out": 5,
    "z_X": -1,
}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="min", time=True, low=0, high=480)
_OFF = Band("off_from", "on_from", Text(zh="泵停", en="pump off"), "warn")

lab = Lab(
    id="pump_leak_cell",
    title=Text(zh="泵与漏：关掉泵会怎样", en="Pump and leak: what if the pump stops?"),
    lead=Text(
        zh="细胞有 Na⁺/K⁺ 泵、三条漏流、不通透阴离子和自由进出的水。阴影是泵停转的时段。",
        en="A cell with Na⁺/K⁺ pump, three leaks, impermeant anions and water free to move. The shaded time is "
        "without the pump.",
    ),
    teaches=Text(
        zh="泵一停，电位先失去几毫伏，随后才随梯度慢慢走向 0，细胞也跟着胀。",
        en="Without the pump the potential loses a few millivolts at once and the rest only as the "
        "gradients run down and the cell swells.",
    ),
    model="pump_leak",
    cursor=Slider("t", default=480, maximum=480, step=1, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("off_from", label=Text(zh="泵停于", en="Pump stops at")),
        Slider("on_from", label=Text(zh="泵恢复于", en="Pump runs again at")),
        Slider("pump_rate", label=Text(zh="泵的转速（相对）", en="Pump rate (relative)")),
        Slider("g_ratio", label=Text(zh="漏电导之比 *g*_{Na}/*g*_{K}", en="Leak ratio *g*_{Na}/*g*_{K}")),
        Slider("g_Cl", label=Text(zh="Cl⁻ 漏电导", en="Cl⁻ leak")),
        Slider("kcc2", label=Text(zh="KCC2 的速率", en="KCC2")),
        Slider("K_out", label=Text(zh="胞外 K⁺", en="K⁺ outside")),
        Slider("z_X", label=Text(zh="不通透离子的平均价数", en="Valence of impermeants")),
    ],
    presets=[
        Option(Text(zh="泵在 30 min 停转", en="Pump stops at 30 min"), _BASE),
        Option(Text(zh="停 90 min 后恢复", en="Off for 90 min"), {**_BASE, "on_from": 120}),
        Option(Text(zh="泵一直在转", en="Pump always on"), {**_BASE, "off_from": 480}),
        Option(Text(zh="停泵，且膜不透 Cl⁻", en="Pump off, no Cl⁻ route"), {**_BASE, "g_Cl": 0}),
        Option(Text(zh="泵一直转，有 KCC2", en="Pump on, with KCC2"), {**_BASE, "off_from": 480, "kcc2": 20}),
        Option(
            Text(zh="泵一直转，Na⁺ 漏流加倍", en="Pump on, Na⁺ leak doubled"),
            {**_BASE, "off_from": 480, "g_ratio": 0.444},
        ),
    ],
    prediction=Prediction(
        question=Text(
            zh="30 min 时泵突然停转，漏流照旧。接下来几分钟里，膜电位怎样变？",
            en="At 30 min the pump stops at once and the leaks go on. What does the membrane potential do within "
            "the next few "
            "minutes?",
        ),
        options=[
            Text(zh="立刻升到 0 附近", en="It jumps close to 0"),
            Text(zh="立刻升高约 5 mV，之后缓慢升高", en="It rises by about 5 mV at once, then slowly"),
            Text(zh="不变：电位由扩散维持", en="Nothing: diffusion keeps it up"),
        ],
        answer=1,
        explanation=Text(
            zh="先失去的是泵电流本身的份额，约 5 mV；梯度是慢慢耗尽的，此后电位才一路走向 0，Cl⁻ 和水随之进入，"
            "细胞肿胀。"
            "泵恢复后，电位和体积都会回来。",
            en="What is lost first is the direct share of the pump's current, about 5 mV. The gradients run down "
            "slowly, and only "
            "then does the potential drift towards 0, with Cl⁻ and water entering and the cell swelling. When "
            "the pump "
            "returns, potential and volume come back.",
        ),
        values=_BASE,
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="电位随时间的变化", en="Potentials against time"),
            x=_TIME,
            y=Axis(label=Text(zh="电位", en="potential"), unit="mV", low=-100, high=80),
            traces=[
                Trace("E_Na", potential("Na"), color="ion-Na", dash="dotted"),
                Trace("E_Cl", potential("Cl"), color="ion-Cl", dash="dashed"),
                Trace("E_K", potential("K"), color="ion-K", dash="dashdot"),
                Trace("V_m", "*V*_{m}", color="series-1"),
            ],
            bands=[_OFF],
            markers=[Marker("V_m", color="series-1")],
            height=250,
        ),
        Panel(
            id="concentrations",
            title=Text(zh="胞内浓度随时间的变化", en="Concentrations inside against time"),
            x=_TIME,
            y=Axis(label=Text(zh="胞内浓度", en="concentration inside"), unit="mM", low=0, high=200),
            traces=[
                Trace("K_in", "K⁺", color="ion-K", dash="dashdot"),
                Trace("Na_in", "Na⁺", color="ion-Na", dash="dotted"),
                Trace("Cl_in", "Cl⁻", color="ion-Cl", dash="dashed"),
            ],
            bands=[_OFF],
            height=200,
        ),
        Panel(
            id="volume",
            title=Text(zh="体积随时间的变化", en="Volume against time"),
            x=_TIME,
            y=Axis(label=Text(zh="相对体积", en="relative volume"), low=0, include=(1.5,)),
            traces=[Trace("volume", Text(zh="体积", en="volume"), color="series-2")],
            bands=[_OFF],
            markers=[Marker("volume", color="series-2")],
            height=160,
        ),
    ],
    readouts=[
        Readout("V_m", Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}"), color="series-1"),
        Readout("volume", Text(zh="相对体积", en="Relative volume"), Format(decimals=2), color="series-2"),
        Readout("K_in", Text(zh="胞内 K⁺", en="K⁺ inside"), Format(decimals=1), color="ion-K"),
        Readout("Na_in", Text(zh="胞内 Na⁺", en="Na⁺ inside"), Format(decimals=1), color="ion-Na"),
        Readout("Cl_in", Text(zh="胞内 Cl⁻", en="Cl⁻ inside"), Format(decimals=1), color="ion-Cl"),
        Readout("product_ratio", Text(zh="唐南乘积 胞内/胞外", en="Donnan product, in/out"), Format(decimals=2)),
    ],
    alt=Text(
        zh="三幅图随时间变化，阴影为泵停转的时段。{t} 时：膜电位 {V_m}，胞内 K⁺ {K_in}、Na⁺ {Na_in}、Cl⁻ "
        "{Cl_in}，相对体积 {volume}，"
        "唐南乘积之比 {product_ratio}。",
        en="Three plots against time, shaded while the pump is off. At {t}: membrane potential {V_m}; inside K⁺ "
        "{K_in}, Na⁺ "
        "{Na_in}, Cl⁻ {Cl_in}; relative volume {volume}; Donnan product inside over outside {product_ratio}.",
    ),
    response=[
        Response("off_from", "volume", -1),
        Response("off_from", "K_in", +1),
        Response("off_from", "V_m", -1),
    ],
)
