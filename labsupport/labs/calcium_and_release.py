"""Presynaptic inhibition: a small cut of calcium entry takes away most of the release."""

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

_BASE = {"calcium": 0.7, "n": 4, "direct": 0}
_SHARE = Shown(Format(decimals=1), unit="%", factor=100)

lab = Lab(
    id="calcium_and_release",
    title=Text(zh="少一点钙，少很多释放", en="A little less calcium, much less release"),
    lead=Text(
        zh="一次动作电位放出多少递质，按钙内流的 *n* 次方变化。两条轴都是对数轴，所以幂函数是直线，斜率就是 *n*。",
        en="What one action potential releases goes with the *n*th power of calcium entry. Both axes are logarithmic, "
        "so the power law is a straight line of slope *n*.",
    ),
    model="calcium_and_release",
    sliders=[
        Slider("calcium", label=Text(zh="余下的钙内流", en="Calcium entry left")),
        Slider("n", label=Text(zh="幂次 *n*", en="Power *n*")),
        Slider("direct", label=Text(zh="不经过钙的抑制", en="Inhibition past calcium")),
    ],
    presets=[
        Option(Text(zh="钙内流少 30 %", en="30 % less calcium"), _BASE),
        Option(Text(zh="*n* = 3", en="*n* = 3"), {**_BASE, "n": 3}),
        Option(Text(zh="若是正比（*n* = 1）", en="If it were proportional (*n* = 1)"), {**_BASE, "n": 1}),
        Option(Text(zh="钙内流减半", en="Half the calcium"), {**_BASE, "calcium": 0.5}),
        Option(
            Text(zh="再加上对释放机器的直接抑制", en="With direct action on the release machinery"),
            {**_BASE, "direct": 0.3},
        ),
    ],
    prediction=Prediction(
        question=Text(
            zh="设释放随钙内流的四次方变化。Gβγ 使末梢的钙内流少了 30 %，递质释放大约少多少？",
            en="Let release go with the fourth power of calcium entry. Gβγ takes 30 % off the calcium entry of a "
            "terminal. About how much of its release is lost?",
        ),
        options=[
            Text(zh="30 %", en="30 %"),
            Text(zh="约四分之三", en="About three quarters"),
            Text(zh="几乎全部", en="Nearly all of it"),
        ],
        answer=1,
        explanation=Text(
            zh="余下的释放是 0.7⁴ = 0.24，少了 76 %；若幂次是 3，余下 0.34，少了 66 %。幂次放大了小小的改变。",
            en="0.7⁴ = 0.24 is left and 76 % is lost; with a power of 3, 0.34 is left and 66 % lost. The power "
            "amplifies a small change.",
        ),
        values=_BASE,
    ),
    views=[
        Panel(
            id="power",
            title=Text(zh="释放与钙内流", en="Release against calcium entry"),
            x=Axis(
                label=Text(zh="余下的钙内流（与对照之比）", en="calcium entry left (share of control)"),
                parameter="calcium",
                low=0.1,
                high=1,
                scale="log",
            ),
            y=Axis(
                label=Text(zh="余下的释放（与对照之比）", en="release left (share of control)"),
                low=1e-3,
                high=1,
                scale="log",
            ),
            traces=[
                Trace("release", "*n* = 1", at={"n": 1, "direct": 0}, ghost=True, label_at=0.1),
                Trace("release", Text(zh="释放", en="release"), color="ion-Ca", label_at=0.3),
            ],
            markers=[Marker("release", color="ion-Ca")],
            height=320,
            drag="calcium",
        )
    ],
    readouts=[
        Readout("release", Text(zh="余下的释放", en="Release left"), _SHARE, color="ion-Ca"),
        Readout("lost", Text(zh="减少的释放", en="Release lost"), _SHARE),
        Readout("cut", Text(zh="减少的钙内流", en="Calcium entry lost"), _SHARE),
        Readout("half", Text(zh="使释放减半要少多少钙", en="Calcium cut that halves release"), _SHARE),
    ],
    alt=Text(
        zh="双对数图：钙内流减少 {cut} 时，释放余下 {release}，减少 {lost}。"
        "单凭钙内流，减少 {half} 就足以使释放减半。灰线是释放与钙成正比时的情形。",
        en="A plot on two logarithmic axes: with calcium entry cut by {cut}, {release} of the release is left and "
        "{lost} is lost. Through calcium alone a cut of {half} halves release. The grey line is proportionality.",
    ),
    response=[
        Response("calcium", "release", +1),
        Response("n", "lost", +1),
        Response("n", "half", -1),
        Response("direct", "release", -1),
        Response("direct", "half", 0),
    ],
    teaches=Text(
        zh="释放随钙内流的三到四次方变化，所以钙内流少三成，释放就少掉约三分之二到四分之三。",
        en="Release goes with the third or fourth power of calcium entry, so 30 % less calcium costs some two "
        "thirds to three quarters of the release.",
    ),
    minutes=4,
)
