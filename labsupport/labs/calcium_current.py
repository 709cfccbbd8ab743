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
        zh="通道内口的 Ca²⁺ 升高上千倍，*E*_{Ca} 大跌。电流也跟着大跌吗？欧姆线在 −70 mV 处与 GHK 对齐。",
        en="Ca²⁺ at the inner mouth rises a thousandfold and *E*_{Ca} falls far. Does the current fall with it? "
        "The ohmic line is "
        "set to meet GHK at −70 mV.",
    ),
    model="calcium_current",
    fixed={"V_ref": -70, "T": 310},
    sliders=[
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("Ca_local", label=Text(zh="内口 Ca²⁺", en="Ca²⁺ at the mouth")),
        Slider("Ca_bulk", label=Text(zh="胞内本体 Ca²⁺", en="Bulk Ca²⁺ inside")),
        Slider("Ca_out", label=Text(zh="胞外 Ca²⁺", en="Ca²⁺ outside")),
    ],
    presets=[
        Option(Text(zh="−70 mV，内口 138 µM", en="−70 mV, 138 µM"), _BASE),
        Option(Text(zh="*V*_{m} = 0", en="*V*_{m} = 0"), {**_BASE, "V_m": 0}),
        Option(Text(zh="内口 2700 µM", en="2700 µM at the mouth"), {**_BASE, "Ca_local": 2700}),
        Option(Text(zh="内口等于本体", en="Mouth as the bulk"), {**_BASE, "Ca_local": 0.1}),
    ],
    prediction=Prediction(
        question=Text(
            zh="内口 Ca²⁺ 从 0.1 µM 升到 138 µM，*E*_{Ca} 从 +132 降到 +36 mV。在 −70 mV，钙电流减少多少？",
            en="Ca²⁺ at the inner mouth goes from 0.1 to 138 µM and *E*_{Ca} from +132 to +36 mV. By how much "
            "does the calcium "
            "current at −70 mV fall?",
        ),
        options=[
            Text(zh="约一半：驱动力减半", en="By about half, like the driving force"),
            Text(zh="约 10%", en="By about 10 %"),
            Text(zh="不到千分之一", en="By less than a thousandth"),
        ],
        answer=2,
        explanation=Text(
            zh="欧姆的说法会算出减少 48%。但在 −70 mV，电流几乎全由外面流入的 Ca²⁺ 组成，向外流的极少；"
            "内口浓度升高一千倍，仍远小于胞外的 2 mM，GHK 电流只减少 0.04%。",
            en="Ohm's argument gives a fall of 48 %. But at −70 mV nearly all of the current is Ca²⁺ coming in, "
            "and hardly any goes "
            "out; a thousandfold rise at the mouth is still far below the 2 mM outside, and the GHK current "
            "falls by 0.04 %.",
        ),
        values=_BASE,
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
                Trace("j_ohmic_local", Text(zh="欧姆，内口", en="Ohm, mouth"), color="series-2", dash="dashed"),
                Trace("j_ghk_bulk", Text(zh="GHK，本体", en="GHK, bulk"), color="series-3", dash="dashdot"),
                Trace("j_ghk_local", Text(zh="GHK，内口", en="GHK, mouth"), color="series-1"),
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
        Readout("j_ghk_local", Text(zh="GHK 电流密度，内口", en="GHK, mouth"), _DENSITY, color="series-1"),
        Readout("j_ohmic_local", Text(zh="欧姆电流密度，内口", en="Ohm, mouth"), _DENSITY, color="series-2"),
        Readout("E_local", Text(zh="内口 *E*_{Ca}", en="*E*_{Ca} at the mouth"), color="ion-Ca"),
        Readout("E_bulk", Text(zh="本体 *E*_{Ca}", en="*E*_{Ca} of the bulk")),
    ],
    shown={"j_ghk_bulk": _DENSITY, "j_ohmic_bulk": _DENSITY},
    alt=Text(
        zh="电流密度对膜电位：两条 GHK 曲线在负电位处几乎重合，两条欧姆直线相距很远。{V_m} 处 GHK 电流因内口 "
        "Ca²⁺（{Ca_local}）"
        "减少 {ghk_fall}，欧姆的说法为 {ohmic_fall}；E_Ca 由 {E_bulk} 变为 {E_local}。",
        en="Current density against membrane potential: the two GHK curves all but coincide at negative "
        "potentials, the two ohmic "
        "lines lie far apart. At {V_m} Ca²⁺ at the mouth ({Ca_local}) lowers the GHK current by {ghk_fall}, "
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
