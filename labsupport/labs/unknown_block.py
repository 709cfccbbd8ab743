"""An unknown block: find the AMPA and NMDA conductances and the magnesium outside, under voltage clamp."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Block, Experiment, Hidden

lab = Experiment(
    id="unknown_block",
    title=Text(zh="未知的镁阻断", en="The unknown block"),
    lead=Text(
        zh="电压钳下的细胞浸在饱和的谷氨酸和甘氨酸里，既有 AMPA 电流，又有 NMDA 电流，反转电位都是 0 mV；"
        "脱敏不计。两种电导和胞外 Mg²⁺ 都不知道，你能改变钳制电位，也能阻断其中一种受体。",
        en="A cell under voltage clamp bathed in saturating glutamate and glycine carries AMPA and NMDA currents that "
        "both reverse at 0 mV; desensitisation is left out. The two conductances and the Mg²⁺ outside are unknown; "
        "you can set the clamped potential and block either receptor.",
    ),
    model="nmda_current",
    sliders=[
        Slider("V_m", default=-60, minimum=-100, maximum=60, label=Text(zh="钳制电位 *V*_{m}", en="Clamped *V*_{m}")),
    ],
    blocks=[
        Block("g_A", Text(zh="AMPA 受体", en="AMPA receptors"), "series-2"),
        Block("g_N", Text(zh="NMDA 受体", en="NMDA receptors"), "series-1"),
    ],
    fixed={"glutamate": 1000, "glycine": 100, "GluN1": 1, "GluN2": 1},
    hidden=[
        Hidden(
            "g_A",
            Text(zh="AMPA 电导", en="AMPA conductance"),
            "nS",
            "0.5",
            "3.0",
            "0.1",
            Text(
                zh="阻断 NMDA 受体，剩下的是一条过零点的直线：斜率就是 AMPA 电导。",
                en="Block the NMDA receptors: what is left is a straight line through zero, and its slope is the AMPA "
                "conductance.",
            ),
        ),
        Hidden(
            "g_N",
            Text(zh="NMDA 电导（全部未阻断时）", en="NMDA conductance, nothing blocked"),
            "nS",
            "0.5",
            "3.0",
            "0.1",
            Text(
                zh="阻断 AMPA 受体，把电位钳在 +60 mV：Mg²⁺ 几乎全离开，电流除以电位接近全部电导；"
                "求出 Mg²⁺ 之后再除以 *B*。",
                en="Block the AMPA receptors and clamp to +60 mV: hardly any Mg²⁺ is left in the pores and "
                "current over "
                "potential is nearly the whole conductance; once Mg²⁺ is known, divide by *B*.",
            ),
        ),
        Hidden(
            "Mg_out",
            Text(zh="胞外 Mg²⁺", en="Mg²⁺ outside"),
            "mM",
            "0.3",
            "3.0",
            "0.1",
            Text(
                zh="阻断 AMPA 受体，比较 −40 mV 与 +60 mV 处的弦电导 *I*/*V*：比值就是两处的 *B* 之比，"
                "由 *B* = 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*)) 解出 Mg²⁺。",
                en="Block the AMPA receptors and compare *I*/*V* at −40 and +60 mV: their ratio is that of *B*; solve "
                "*B* = 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*)) for Mg²⁺.",
            ),
        ),
    ],
    measured="I_total",
    measured_label=Text(zh="电流 *I*", en="Current *I*"),
    format=Format(decimals=2, sign=True),
    x=Axis(
        label=Text(zh="钳制电位 *V*_{m}", en="clamped potential *V*_{m}"),
        unit="mV",
        parameter="V_m",
        low=-100,
        high=60,
    ),
    y=Axis(label=Text(zh="电流 *I*，外向为正", en="current *I*, outward positive"), unit="pA", low=-350, high=350),
    strategy=Text(
        zh="能求出什么：两条曲线混在一起时分不开，先用阻断剂拆开。AMPA 那条是直线，一个点就够；"
        "NMDA 那条有电导和 Mg²⁺ 两个未知数，至少要在两个电位各测一次，一个在 Mg²⁺ 几乎离开的地方，一个在阻断明显"
        "的地方。",
        en="What can be known: mixed, the two currents cannot be told apart, so take them apart with the blockers. The "
        "AMPA line needs one point; the NMDA curve has two unknowns, conductance and Mg²⁺, and needs readings at two "
        "potentials at least, one where Mg²⁺ has nearly left and one where the block is strong.",
    ),
    alt=Text(
        zh="已测的电流对钳制电位的散点图。", en="A scatter of the measured currents against the clamped potential."
    ),
    teaches=Text(
        zh="用阻断剂和两个电位，把 AMPA 电导、NMDA 电导和 Mg²⁺ 阻断分开。",
        en="Blockers and two potentials take AMPA conductance, NMDA conductance and Mg²⁺ block apart.",
    ),
    minutes=12,
)
