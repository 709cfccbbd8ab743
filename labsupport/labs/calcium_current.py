"""The current of a calcium channel with high calcium at its inner mouth: constant field against Ohm's law."""

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
    Shown,
    Slider,
    Trace,
)

_BASE = {"V_m": -70, "Ca_local": 138, "Ca_bulk": 0.1, "Ca_out": 2}
_DENSITY = Shown(Format(decimals=2, sign=True), unit="mA/m²", factor=1000)
_SHARE = Shown(Format(decimals=2), unit="%", factor=100)

lab = Lab(
    id="calcium_current",
    title=Text(zh="钙电流：GHK 与欧姆", en="Calcium current: GHK against Ohm"),
    lead=Text(
        zh="通道旁 20 nm 处的 Ca²⁺ 比本体高上千倍，局部 *E*_{Ca} 大幅降低。电流也会跟着大减吗？欧姆直线在 −70 mV "
        "处与 GHK 曲线对齐。",
        en="20 nm from an open channel Ca²⁺ is a thousand times the bulk, and the local *E*_{Ca} is far lower. "
        "Does the "
        "current fall with it? The ohmic line is set to meet GHK at −70 mV.",
    ),
    teaches=Text(
        zh="通道口旁的 *E*_{Ca} 比本体低近 100 mV，而按 GHK 方程，电流几乎不变。",
        en="Beside an open channel *E*_{Ca} is nearly 100 mV lower than for the bulk, and by the GHK "
        "equation the current hardly changes.",
    ),
    model="calcium_current",
    fixed={"V_ref": -70, "T": 310},
    sliders=[
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("Ca_local", label=Text(zh="局部 Ca²⁺", en="Local Ca²⁺")),
        Slider("Ca_bulk", label=Text(zh="胞内本体 Ca²⁺", en="Bulk Ca²⁺ inside")),
        Slider("Ca_out", label=Text(zh="胞外 Ca²⁺", en="Ca²⁺ outside")),
    ],
    presets=[
        Option(Text(zh="−70 mV，局部 138 µM", en="−70 mV, 138 µM"), _BASE),
        Option(Text(zh="*V*_{m} = 0", en="*V*_{m} = 0"), {**_BASE, "V_m": 0}),
        Option(Text(zh="孔道口 2700 µM", en="2700 µM (pore mouth)"), {**_BASE, "Ca_local": 2700}),
        Option(Text(zh="局部等于本体", en="Local as the bulk"), {**_BASE, "Ca_local": 0.1}),
    ],
    prediction=Prediction(
        question=Text(
            zh="局部 Ca²⁺ 从 0.1 µM 升到 138 µM，*E*_{Ca} 从 +132 降到 +36 mV。在 0 mV，钙电流减少多少？",
            en="Local Ca²⁺ goes from 0.1 to 138 µM and *E*_{Ca} from +132 to +36 mV. By how much does the "
            "calcium current at "
            "0 mV fall?",
        ),
        options=[
            Text(zh="减少 73 %，与驱动力一样", en="By 73 %, like the driving force"),
            Text(zh="减少约 7 %", en="By about 7 %"),
            Text(zh="几乎不变", en="Hardly at all"),
        ],
        answer=1,
        explanation=Text(
            zh="在 0 mV，没有电场，内流与外流各与浓度成正比：减少的份额就是 0.138 / 2，约 7 %。"
            "在 −70 mV 更只减少 0.04 %，因为外流还要爬坡。",
            en="At 0 mV there is no field, and influx and efflux go as the two concentrations: the fall is 0.138 "
            "/ 2, about 7 %. "
            "At −70 mV it is 0.04 %, since ions leaving must climb as well.",
        ),
        values={**_BASE, "V_m": 0},
    ),
    views=[
        Panel(
            id="current",
            title=Text(zh="电流密度与膜电位", en="Current density against membrane potential"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-90,
                high=60,
            ),
            y=Axis(
                label=Text(zh="电流密度，外向为正", en="current density, outward positive"),
                unit="mA/m²",
                factor=1000,
                low=-28,
                high=8,
            ),
            traces=[
                Trace("j_ohmic_bulk", Text(zh="欧姆，本体", en="Ohm, bulk"), color="muted", dash="dotted"),
                Trace("j_ohmic_local", Text(zh="欧姆，局部", en="Ohm, local"), color="series-2", dash="dashed"),
                Trace("j_ghk_bulk", Text(zh="GHK，本体", en="GHK, bulk"), color="series-3", dash="dashdot"),
                Trace("j_ghk_local", Text(zh="GHK，局部", en="GHK, local"), color="series-1"),
            ],
            markers=[
                Marker("j_ghk_local", color="series-1", place="below"),
                Marker("j_ohmic_local", color="series-2", drop=False, place="above"),
            ],
            height=360,
        )
    ],
    readouts=[
        Readout("ghk_fall", Text(zh="GHK 电流减少", en="Fall of the GHK current"), _SHARE, color="series-1"),
        Readout("ohmic_fall", Text(zh="欧姆电流减少", en="Fall by Ohm's argument"), _SHARE, color="series-2"),
        Readout("j_ghk_local", Text(zh="GHK 电流密度，局部", en="GHK, local"), _DENSITY, color="series-1"),
        Readout("j_ohmic_local", Text(zh="欧姆电流密度，局部", en="Ohm, local"), _DENSITY, color="series-2"),
        Readout("E_local", Text(zh="局部 *E*_{Ca}", en="Local *E*_{Ca}"), color="ion-Ca"),
        Readout("E_bulk", Text(zh="本体 *E*_{Ca}", en="Bulk *E*_{Ca}")),
    ],
    shown={"j_ghk_bulk": _DENSITY, "j_ohmic_bulk": _DENSITY},
    alt=Text(
        zh="电流密度对膜电位：两条 GHK 曲线在负电位处几乎重合，两条欧姆直线相距很远。{V_m} 处 GHK 电流因局部 "
        "Ca²⁺（{Ca_local}）"
        "减少 {ghk_fall}，欧姆的说法为 {ohmic_fall}；E_Ca 由 {E_bulk} 变为 {E_local}。",
        en="Current density against membrane potential: the two GHK curves all but coincide at negative "
        "potentials, the two ohmic "
        "lines lie far apart. At {V_m} local Ca²⁺ ({Ca_local}) lowers the GHK current by {ghk_fall}, "
        "Ohm's argument by "
        "{ohmic_fall}; E_Ca goes from {E_bulk} to {E_local}.",
    ),
    response=[
        Response("Ca_local", "E_local", -1),
        Response("Ca_local", "ghk_fall", +1),
        Response("Ca_local", "ohmic_fall", +1),
        Response("V_m", "j_ghk_local", +1),
        Response("Ca_local", "E_bulk", 0),
    ],
)
