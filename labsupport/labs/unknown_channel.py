"""An unknown channel: find the ion's valence, its concentration inside and the conductance under voltage clamp."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Experiment, Hidden

lab = Experiment(
    id="unknown_channel",
    title=Text(zh="未知通道", en="The unknown channel"),
    lead=Text(
        zh="电压钳住一片膜，膜上只有一种通道，只通透一种阳离子。电导、离子价数和胞内浓度都不知道；"
        "你能改变钳制电位和胞外浓度，再读电流。温度 310 K。",
        en="A patch of membrane under voltage clamp has channels of one kind, open to one cation only. The "
        "conductance, the "
        "valence and the concentration inside are unknown; you can set the clamped potential and the "
        "concentration outside, and "
        "read the current. Temperature 310 K.",
    ),
    teaches=Text(
        zh="电流线的斜率给出电导，零点随浓度的移动给出价数，两者合起来给出胞内浓度。",
        en="The slope of a current line gives the conductance, the shift of its zero with concentration the "
        "valence, and then the concentration inside.",
    ),
    model="driving_force",
    sliders=[
        Slider("V_m", default=0, minimum=-120, maximum=120, label=Text(zh="钳制电位 *V*_{m}", en="Clamped *V*_{m}")),
        Slider("c_out", default=10, minimum=0.1, maximum=200, label=Text(zh="胞外浓度", en="Concentration outside")),
    ],
    blocks=[],
    fixed={"T": 310},
    hidden=[
        Hidden(
            "g",
            Text(zh="电导 *g*", en="Conductance *g*"),
            "nS",
            "0.5",
            "2.5",
            "0.1",
            Text(
                zh="胞外浓度不变，在两个电位下读电流：斜率就是电导。",
                en="Keep the concentration and read the current at two potentials: the slope is the conductance.",
            ),
        ),
        Hidden(
            "z",
            Text(zh="离子价数 *z*", en="Valence *z*"),
            "",
            "1",
            "2",
            "1",
            Text(
                zh="求出电流为零的电位，再把胞外浓度增大十倍：该电位移动 61.5 mV 的是一价，移动 30.8 mV 的是二价。",
                en="Find where the current is zero, then make the concentration ten times larger: a shift of "
                "61.5 mV means "
                "valence 1, a shift of 30.8 mV valence 2.",
            ),
            Format(decimals=0),
        ),
        Hidden(
            "c_in",
            Text(zh="胞内浓度", en="Concentration inside"),
            "mM",
            "2",
            "150",
            "1",
            Text(
                zh="电流为零时 *V*_{m} = *E*_{ion}；用求得的 *z* 由能斯特方程反解胞内浓度。",
                en="Where the current is zero, *V*_{m} = *E*_{ion}; with *z* known, Nernst gives the "
                "concentration inside.",
            ),
        ),
    ],
    measured="I",
    measured_label=Text(zh="电流 *I*", en="Current *I*"),
    format=Format(decimals=1, sign=True),
    x=Axis(
        label=Text(zh="钳制电位 *V*_{m}", en="clamped potential *V*_{m}"),
        unit="mV",
        parameter="V_m",
        low=-120,
        high=120,
    ),
    y=Axis(label=Text(zh="电流 *I*，外向为正", en="current *I*, outward positive"), unit="pA", low=-600, high=600),
    group="c_out",
    strategy=Text(
        zh="能求出什么：一条电流-电压直线给出电导和平衡电位两个数，可平衡电位同时取决于价数和胞内浓度；"
        "改变胞外浓度，看平衡电位移动多少，才能把两者分开。",
        en="What can be known: one current-voltage line gives two numbers, the conductance and the equilibrium "
        "potential; but "
        "the latter depends on valence and concentration inside together. How far it moves with the "
        "concentration outside "
        "tells the two apart.",
    ),
    alt=Text(
        zh="已测的电流对钳制电位的散点图。", en="A scatter of the measured currents against the clamped potential."
    ),
)
