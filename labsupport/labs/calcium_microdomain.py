"""Calcium around one open channel, and the equilibrium potential along it."""

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

_BASE = {"distance": 20, "i_Ca": 0.2, "D": 60, "Ca_bulk": 0.1, "Ca_out": 2, "V_m": -70}
_DISTANCE = Axis(
    label=Text(zh="到通道内口的距离", en="distance from the channel's inner mouth"),
    unit="nm",
    parameter="distance",
    low=5,
    high=500,
    scale="log",
)
_CONCENTRATION = Format(significant=3)

lab = Lab(
    id="calcium_microdomain",
    title=Text(zh="一个通道旁边的钙微域", en="The calcium microdomain of one channel"),
    lead=Text(
        zh="Ca²⁺ 从一个开放的通道流入，向四周扩散；稳态下浓度与距离成反比。",
        en="Ca²⁺ flows in through one open channel and diffuses away; in the steady state its concentration "
        "falls as 1/distance.",
    ),
    teaches=Text(
        zh="开放的通道旁边，Ca²⁺ 浓度比本体高出许多倍，高出的部分与距离成反比。",
        en="Beside an open channel Ca²⁺ is many times its bulk concentration, and the excess falls as one "
        "over the distance.",
    ),
    model="calcium_microdomain",
    choices=[
        Choice(
            "buffer",
            Text(zh="可移动的缓冲剂", en="Mobile buffer"),
            [Option(Text(zh="无", en="none"), {"buffer": 0}), Option(Text(zh="有", en="present"), {"buffer": 1})],
        ),
        Choice(
            "geometry",
            Text(zh="几何", en="Geometry"),
            [
                Option(Text(zh="半球", en="hemisphere"), {"geometry": 2}),
                Option(Text(zh="整球", en="full sphere"), {"geometry": 4}),
            ],
        ),
    ],
    sliders=[
        Slider("distance", minimum=5, maximum=500, label=Text(zh="距离 *r*", en="Distance *r*")),
        Slider("i_Ca", minimum=0.01, label=Text(zh="单通道电流", en="Channel current")),
        Slider("D", label=Text(zh="扩散系数 *D*", en="Diffusion coefficient *D*")),
        Slider("length", label=Text(zh="缓冲长度 *λ*", en="Buffer length *λ*")),
        Slider("Ca_bulk", label=Text(zh="胞内本体 Ca²⁺", en="Bulk Ca²⁺ inside")),
        Slider("Ca_out", label=Text(zh="胞外 Ca²⁺", en="Ca²⁺ outside")),
    ],
    presets=[
        Option(Text(zh="*D* = 60，半球", en="*D* = 60, hemisphere"), _BASE, choose={"buffer": 0, "geometry": 0}),
        Option(
            Text(zh="*D* = 220（游离 Ca²⁺）", en="*D* = 220 (free Ca²⁺)"),
            {**_BASE, "D": 220},
            choose={"buffer": 0, "geometry": 0},
        ),
        Option(
            Text(zh="整球，*D* = 30", en="Full sphere, *D* = 30"),
            {**_BASE, "D": 30},
            choose={"buffer": 0, "geometry": 1},
        ),
        Option(
            Text(zh="可移动的缓冲剂，*λ* = 100 nm", en="Mobile buffer, *λ* = 100 nm"),
            {**_BASE, "length": 100},
            choose={"buffer": 1, "geometry": 0},
        ),
        Option(
            Text(zh="离通道 10 nm", en="10 nm away"), {**_BASE, "distance": 10}, choose={"buffer": 0, "geometry": 0}
        ),
    ],
    prediction=Prediction(
        question=Text(
            zh="离通道 20 nm 处 Ca²⁺ 约 138 µM，是本体的 1376 倍。走到 40 nm 处，局部的 *E*_{Ca} 升高多少？",
            en="At 20 nm from the channel Ca²⁺ is about 138 µM, 1376 times the bulk. By how much does the local "
            "*E*_{Ca} rise "
            "when you move out to 40 nm?",
        ),
        options=[
            Text(zh="约 9 mV", en="About 9 mV"),
            Text(zh="约 48 mV：差值减半", en="About 48 mV: half of the difference"),
            Text(zh="回到本体的值", en="Back to its bulk value"),
        ],
        answer=0,
        explanation=Text(
            zh="距离加倍，浓度减半；*E*_{Ca} 只升高 (*RT*/2*F*) ln 2 = 9.3 mV。浓度差三个数量级，要走很远才消得掉。",
            en="Twice the distance halves the concentration, which raises *E*_{Ca} by (*RT*/2*F*) ln 2 = 9.3 mV "
            "only. Three "
            "orders of magnitude take a long way to vanish.",
        ),
        values={**_BASE, "distance": 40},
        choose={"buffer": 0, "geometry": 0},
    ),
    views=[
        Panel(
            id="profile",
            title=Text(zh="局部 Ca²⁺ 与距离", en="Local Ca²⁺ against distance"),
            x=_DISTANCE,
            y=Axis(label=Text(zh="局部 Ca²⁺", en="local Ca²⁺"), unit="µM", low=0.05, high=3000, scale="log"),
            traces=[
                Trace(
                    "Ca_unbuffered", Text(zh="无缓冲剂", en="unbuffered"), color="muted", dash="dashed", label_at=0.2
                ),
                Trace("Ca_local", Text(zh="局部", en="local"), color="ion-Ca"),
            ],
            markers=[Marker("Ca_local", color="ion-Ca")],
            height=250,
        ),
        Panel(
            id="potential",
            title=Text(zh="*E*_{Ca} 与距离", en="*E*_{Ca} against distance"),
            x=_DISTANCE,
            y=Axis(label=Text(zh="钙平衡电位", en="equilibrium potential of Ca²⁺"), unit="mV", low=0, high=160),
            traces=[
                Trace("E_bulk", Text(zh="本体", en="bulk"), color="muted", dash="dashed"),
                Trace("E_local", Text(zh="局部", en="local"), color="ion-Ca"),
            ],
            markers=[Marker("E_local", color="ion-Ca")],
            height=220,
        ),
    ],
    readouts=[
        Readout("Ca_local", Text(zh="局部 Ca²⁺", en="Local Ca²⁺"), _CONCENTRATION, color="ion-Ca"),
        Readout("factor", Text(zh="局部 / 本体", en="Local / bulk"), Format(decimals=0)),
        Readout("E_local", Text(zh="局部 *E*_{Ca}", en="Local *E*_{Ca}"), color="ion-Ca"),
        Readout("E_bulk", Text(zh="本体 *E*_{Ca}", en="Bulk *E*_{Ca}")),
        Readout("E_difference", Text(zh="两者之差", en="Difference")),
        Readout("settling_time", Text(zh="建立稳态约需", en="Settles within about"), Format(significant=2)),
    ],
    shown={"Ca_unbuffered": Shown(_CONCENTRATION)},
    alt=Text(
        zh="上图（双对数）：局部 Ca²⁺ 随距离下降；{distance} 处为 {Ca_local}，是本体的 {factor} 倍。下图：局部 "
        "E_Ca 随距离升高，"
        "此处 {E_local}，本体为 {E_bulk}。",
        en="Upper plot (both axes logarithmic): local Ca²⁺ falls with distance; at {distance} it is {Ca_local}, "
        "{factor} times the "
        "bulk. Lower plot: the local E_Ca rises with distance, here {E_local}, against {E_bulk} in the bulk.",
    ),
    response=[
        Response("distance", "Ca_local", -1),
        Response("distance", "E_local", +1),
        Response("D", "Ca_local", -1),
        Response("i_Ca", "E_local", -1),
        Response("distance", "E_bulk", 0),
    ],
)
