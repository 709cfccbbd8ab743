"""Exercises on GABA transporters: clearance, ambient GABA, blockers alone and together, and the thermodynamic floor."""

from __future__ import annotations

import math

import sympy

from labsupport.constants import F, R
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import thermal
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.gaba_transporters import (
    ambient_gaba_model,
    floor_expression,
    gaba_floor_model,
    ipsc_tail_model,
)

SECTION = "chapters/ei/gaba_transporters"
SOURCE = "4479348"

diffusion_given = Given("d", r"\tau_\mathrm{d}", "ms", "10", "30", "1", first="15")
uptake_given = Given("u", r"\tau_\mathrm{GAT}", "ms", "5", "20", "1", first="10")
d, u = diffusion_given.sympy, uptake_given.sympy
V1_given = Given("V1", "V_1", "µM/s", "0.50", "1.00", "0.05", first="0.75")
V3_given = Given("V3", "V_3", "µM/s", "1.50", "3.00", "0.10", first="2.50")
J_given = Given("J", "J", "µM/s", "0.05", "0.15", "0.01", first="0.10")
K_given = Given("K", "K", "µM", "6", "20", "1", first="10")
b_given = Given("b", "b", "%", "80", "90", "5", first="90")
V1, V3, J, K, b = (g.sympy for g in (V1_given, V3_given, J_given, K_given, b_given))


def tail(blocked):
    return ipsc_tail_model.expression("tail", tau_diffusion=d, tau_uptake=u, block1=blocked)


def level(output: str, **changed):
    values = {"V1": V1, "V3": V3, "J": J, "K": K, "block1": b / 100, "block3": b / 100, "lowest": 0}
    return ambient_gaba_model.expression(output, **(values | changed))


tail_control = Exercise(
    id="gat-tail",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="两条清除途径并联", en="Two ways out at once"),
    teaches=Text(zh="并行的途径，相加的是速率而不是时间", en="ways in parallel add their rates, not their times"),
    statement=prose(
        zh="""
        许多位点汇合的 GABA，单靠扩散按 «d» ms 衰减，单靠 GAT-1 摄取按 «u» ms 衰减，两条途径同时起作用。
        IPSC 的拖尾按多大的时间常数衰减？
        """,
        en="""
        GABA pooled from many sites would decay in «d» ms by diffusion alone and in «u» ms by uptake through GAT-1
        alone; both
        act at once. With which time constant does the tail of the IPSC decay?
        """,
    ),
    givens=(diffusion_given, uptake_given),
    answer=tail(0),
    unit="ms",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "sum",
            d + u,
            Text(
                zh="时间常数相加，是先后排队才对。两条途径同时进行，相加的是速率。",
                en="Times add for steps in a row. Here both go on at once, so the rates add.",
            ),
        ),
        Misconception(
            "mean",
            (d + u) / 2,
            Text(
                zh="多一条出路只会更快，结果必须比两个数都小。",
                en="A second way out only makes it faster: the result is below both.",
            ),
        ),
    ),
    right=Text(zh="对，比两条途径各自都快。", en="Right, faster than by either way alone."),
    hints=(
        Text(zh="速率 = 1/时间常数；同时进行的速率相加。", en="A rate is 1 over a time constant, and rates add."),
        Text(zh="1/*τ* = 1/«d» + 1/«u»。", en="1/*τ* = 1/«d» + 1/«u»."),
    ),
    solution=prose(
        zh=r"$$\tau = \frac{1}{1/«d» + 1/«u»} = «answer:.2f»\ \text{ms}$$",
        en=r"$$\tau = \frac{1}{1/«d» + 1/«u»} = «answer:.2f»\ \text{ms}$$",
    ),
)

tail_blocked = Exercise(
    id="gat-tail-blocked",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="拖尾延长几倍", en="How much longer the tail gets"),
    teaches=Text(zh="关掉一条清除途径，时程延长几倍", en="how much longer a decay gets when one way out is closed"),
    statement=prose(
        zh="""
        汇合的 GABA 单靠扩散按 «d» ms 衰减，单靠 GAT-1 按 «u» ms 衰减。完全阻断 GAT-1 后，拖尾的时间常数变成原来的几倍？
        """,
        en="""
        Pooled GABA would decay in «d» ms by diffusion alone and in «u» ms through GAT-1 alone. GAT-1 is blocked
        completely.
        How many times as long does the time constant of the tail become?
        """,
    ),
    givens=(diffusion_given, uptake_given),
    answer=tail(1) / tail(0),
    rtol=0.01,
    misconceptions=(
        Misconception(
            "ratio",
            d / u,
            Text(
                zh="这是两个时间常数之比。阻断前的时间常数不是 «u» ms，那时扩散也在起作用。",
                en="That is the ratio of the two. Before the block the time constant was not «u» ms: diffusion "
                "acted, too.",
            ),
        ),
        Misconception(
            "inverse",
            tail(0) / tail(1),
            Text(zh="倒过来了：阻断只会使拖尾变长。", en="Upside down: a block can only lengthen the tail."),
        ),
    ),
    steps={"before": tail(0), "after": tail(1)},
    right=Text(
        zh="对。单个囊泡的 IPSC 不会这样延长，它的衰减由受体决定。",
        en="Right. An IPSC of a single vesicle does not: the receptor sets its decay.",
    ),
    hints=(
        Text(zh="阻断之后只剩扩散。", en="After the block only diffusion is left."),
        Text(zh="阻断之前两种速率相加。", en="Before it, the two rates add."),
    ),
    solution=prose(
        zh=r"""
        阻断前 $«before:.2f»\ \text{ms}$，阻断后 $«after:.0f»\ \text{ms}$：

        $$\frac{«after:.0f»}{«before:.2f»} = «answer:.2f»$$
        """,
        en=r"""
        Before, $«before:.2f»\ \text{ms}$; after, $«after:.0f»\ \text{ms}$:

        $$\frac{«after:.0f»}{«before:.2f»} = «answer:.2f»$$
        """,
    ),
)

ambient = Exercise(
    id="gat-ambient",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="细胞外液里剩下多少 GABA", en="How much GABA is left outside"),
    teaches=Text(zh="流入等于米氏摄取，求出稳态", en="the steady state where entry equals Michaelis–Menten uptake"),
    statement=prose(
        zh="""
        GABA 以 «J» µM/s 流入细胞外液，GAT-1 和 GAT-3 以 *V*·*x*/(*K* + *x*) 摄取，*K* = «K» µM，
        最大速率分别为 «V1» 和 «V3» µM/s。稳态的 GABA 浓度 *x* 是多少（µM）？
        """,
        en="""
        GABA enters the extracellular space at «J» µM/s. GAT-1 and GAT-3 take it up as *V*·*x*/(*K* + *x*) with *K*
        = «K» µM and
        greatest rates of «V1» and «V3» µM/s. What is the steady concentration *x*, in µM?
        """,
    ),
    givens=(J_given, K_given, V1_given, V3_given),
    answer=level("control"),
    unit="µM",
    rtol=0.005,
    misconceptions=(
        Misconception(
            "no_saturation",
            K * J / (V1 + V3),
            Text(
                zh="这是把摄取当成正比于浓度的结果。从 *J* = *Vx*/(*K* + *x*) 解出的分母是 *V* − *J*。",
                en="That takes uptake as proportional to concentration. Solving *J* = *Vx*/(*K* + *x*) leaves *V* − "
                "*J* below.",
            ),
        ),
        Misconception(
            "glial_only",
            level("control", V1=0),
            Text(zh="GAT-1 也在摄取，两种最大速率要相加。", en="GAT-1 takes part as well: add the two rates."),
        ),
        Misconception(
            "half",
            K * J / (V1 + V3 + J),
            Text(
                zh="移项时符号错了：*J*(*K* + *x*) = *Vx*，所以 *x*(*V* − *J*) = *JK*。",
                en="A sign slipped: *J*(*K* + *x*) = *Vx*, so *x*(*V* − *J*) = *JK*.",
            ),
        ),
    ),
    right=Text(
        zh="对。稳态由流入与能力之差决定，两种转运体一起定它。",
        en="Right. The difference between capacity and entry sets it, and both carriers share in it.",
    ),
    hints=(
        Text(zh="稳态：流入 = 摄取。", en="Steady state: what enters equals what is taken up."),
        Text(zh="*x* = *KJ*/(*V*_{1} + *V*_{3} − *J*)。", en="*x* = *KJ*/(*V*_{1} + *V*_{3} − *J*)."),
    ),
    solution=prose(
        zh=r"$$x = \frac{KJ}{V_1 + V_3 - J} = \frac{«K» \times «J»}{«V1» + «V3» - «J»} = «answer:.3f»\ \mu\text{M}$$",
        en=r"$$x = \frac{KJ}{V_1 + V_3 - J} = \frac{«K» \times «J»}{«V1» + «V3» - «J»} = «answer:.3f»\ \mu\text{M}$$",
    ),
)

both = Exercise(
    id="gat-both-blocked",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=6,
    title=Text(zh="两种都阻断", en="Both blocked"),
    teaches=Text(zh="两个阻断剂的作用为什么不相加", en="why the effects of two blockers do not add"),
    statement=prose(
        zh="""
        GABA 以 «J» µM/s 流入，*K* = «K» µM，GAT-1 和 GAT-3 的最大速率为 «V1» 和 «V3» µM/s。
        两种转运体各被阻断 «b» %。稳态的 GABA 浓度是多少（µM）？
        """,
        en="""
        GABA enters at «J» µM/s; *K* = «K» µM, and the greatest rates of GAT-1 and GAT-3 are «V1» and «V3» µM/s. «b»
        % of each
        carrier is blocked. What is the steady concentration of GABA, in µM?
        """,
    ),
    givens=(J_given, K_given, V1_given, V3_given, b_given),
    answer=level("without_both"),
    unit="µM",
    rtol=0.01,
    condition=(1 - b / 100) * (V1 + V3) - sympy.Rational(6, 5) * J,
    misconceptions=(
        Misconception(
            "additive",
            level("additive"),
            Text(
                zh="你把两种单独阻断的增量相加了。单独阻断时另一种转运体在补位，两种都阻断就没有谁来补了。",
                en="You added the rises of each block alone. With one blocked the other makes up for it; with both, "
                "nothing does.",
            ),
        ),
        Misconception(
            "proportional",
            level("control") / (1 - b / 100),
            Text(
                zh="能力剩下多少，浓度并不就按反比升高：分母是能力与流入之差。",
                en="The level does not rise in inverse proportion to capacity: the denominator is capacity less entry.",
            ),
        ),
        Misconception(
            "one_only",
            level("without_three"),
            Text(
                zh="这只阻断了 GAT-3。GAT-1 也剩 (100 − «b») %。",
                en="That blocks GAT-3 only. GAT-1, too, is down to (100 − «b») %.",
            ),
        ),
    ),
    steps={"left": (1 - b / 100) * (V1 + V3), "control": level("control")},
    right=Text(
        zh="对，远远超过两者之和。剩余能力越接近流入，升得越陡；低于流入就没有稳态了。",
        en="Right, far above the sum. The nearer the capacity left is to the entry, the steeper; below it there is "
        "no steady state.",
    ),
    hints=(
        Text(
            zh="剩下的能力是 (1 − «b»/100)(*V*_{1} + *V*_{3})。",
            en="The capacity left is (1 − «b»/100)(*V*_{1} + *V*_{3}).",
        ),
        Text(zh="再用 *x* = *KJ*/(*V* − *J*)。", en="Then *x* = *KJ*/(*V* − *J*)."),
    ),
    solution=prose(
        zh=r"""
        剩下的能力 $V = «left:.3f»\ \mu\text{M/s}$：

        $$x = \frac{«K» \times «J»}{«left:.3f» - «J»} = «answer:.2f»\ \mu\text{M}$$

        对照是 «control:.2f» µM。
        """,
        en=r"""
        The capacity left is $V = «left:.3f»\ \mu\text{M/s}$:

        $$x = \frac{«K» \times «J»}{«left:.3f» - «J»} = «answer:.2f»\ \mu\text{M}$$

        Control is «control:.2f» µM.
        """,
    ),
)

GABA_given = Given("G", r"[\mathrm{GABA}]_\mathrm{in}", "mM", "1", "5", "1", first="2")
Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "8", "20", "1", first="15")
Cl_in_given = Given("Cl_in", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "5", "15", "1", first="10")
V_given = Given("V", r"V_\mathrm{m}", "mV", "-75", "-55", "5", first="-65")
G, Na_in, Cl_in, V = (g.sympy for g in (GABA_given, Na_in_given, Cl_in_given, V_given))
Na_out, Cl_out, T = 145, 120, 310


def floor(n, V=V, out=Na_out):
    return gaba_floor_model.expression(
        "lowest", GABA_in=G, Na_out=out, Na_in=Na_in, Cl_out=Cl_out, Cl_in=Cl_in, V_m=V, n_Na=n, T=T
    )


def partly(sodium, charges):
    """The floor with other powers of the sodium ratio and of the voltage."""
    return floor_expression(G, Na_out, Na_in, Cl_out, Cl_in, V, sodium, thermal(T)) * sympy.exp(
        (charges - (sodium - 1)) * V / thermal(T)
    )


_FLOOR_ZH = (
    "胞内 GABA «G» mM，Na⁺ 胞外 145 mM、胞内 «Na_in» mM，Cl⁻ 胞外 120 mM、胞内 «Cl_in» mM，膜电位 «V» mV，温度 310 K。"
    "每摄入一个 GABA，转运体同运 {n} 个 Na⁺ 和 1 个 Cl⁻。胞外 GABA 低到多少，转运体就停转（µM）？"
)
_FLOOR_EN = (
    "GABA inside is «G» mM; Na⁺ is 145 mM outside and «Na_in» mM inside, Cl⁻ 120 mM outside and «Cl_in» mM inside; "
    "the membrane "
    "is at «V» mV and 310 K. With each GABA the transporter carries {n} Na⁺ and 1 Cl⁻. At which concentration of "
    "GABA outside, "
    "in µM, does it stand still?"
)
_SIGN = Text(
    zh="电学项的符号反了：胞内越负，净带正电的一份货越容易进来，下限越低。",
    en="The electrical term has the wrong sign: a negative inside helps a cargo of net positive charge in and "
    "lowers the floor.",
)


_FORMULA = (
    "[GABA]_{{out}} = [GABA]_{{in}} × (Na⁺_{{in}}/Na⁺_{{out}})^{{{n}}} × (Cl⁻_{{in}}/Cl⁻_{{out}})"
    " × exp({charges} *FV*/*RT*)"
)


def about_floor(n: int, id: str, title: Text, misconceptions, right: Text) -> Exercise:
    return Exercise(
        id=id,
        revision=1,
        section=SECTION,
        source=SOURCE,
        minutes=7,
        title=title,
        teaches=Text(zh="由离子梯度求转运体的热力学下限", en="the thermodynamic floor of a carrier from ion gradients"),
        statement=Text(zh=_FLOOR_ZH.format(n=n), en=_FLOOR_EN.format(n=n)),
        givens=(GABA_given, Na_in_given, Cl_in_given, V_given),
        answer=floor(n),
        unit="µM",
        rtol=0.02,
        misconceptions=misconceptions,
        steps={"field": sympy.exp((n - 1) * V / thermal(T))},
        right=right,
        hints=(
            Text(
                zh=f"停转就是一个循环的自由能为零。每个循环净带入 {n - 1} 个正电荷。",
                en=f"At standstill a cycle costs nothing. Its net charge, going in, is {n - 1}.",
            ),
            Text(
                zh=_FORMULA.format(n=n, charges=n - 1) + "。",
                en=_FORMULA.format(n=n, charges=n - 1) + ".",
            ),
        ),
        solution=prose(
            zh=rf"""
            电学因子 $\mathrm{{exp}}({n - 1}\,FV/RT) = «field:.5f»$：

            $$«G» \times 1000 \times \left(\frac{{«Na_in»}}{{145}}\right)^{{{n}}} \times \frac{{«Cl_in»}}{{120}}
            \times «field:.5f»
            = «answer:.5f»\ \mu\text{{M}}$$
            """,
            en=rf"""
            The electrical factor is $\mathrm{{exp}}({n - 1}\,FV/RT) = «field:.5f»$:

            $$«G» \times 1000 \times \left(\frac{{«Na_in»}}{{145}}\right)^{{{n}}} \times \frac{{«Cl_in»}}{{120}}
            \times «field:.5f»
            = «answer:.5f»\ \mu\text{{M}}$$
            """,
        ),
    )


floor_two = about_floor(
    2,
    "gat-floor-two",
    Text(zh="两个 Na⁺ 时的下限", en="The floor with two Na⁺"),
    (
        Misconception("sign", floor(2, V=-V), _SIGN),
        Misconception(
            "not_squared",
            partly(1, 1),
            Text(zh="同运两个 Na⁺，它的浓度比要平方。", en="Two Na⁺ go along: square their ratio."),
        ),
        Misconception(
            "no_field",
            partly(2, 0),
            Text(
                zh="电学项没有算进去。两个 Na⁺ 减去一个 Cl⁻，每个循环净带入一个正电荷。",
                en="The voltage is missing. Two Na⁺ less one Cl⁻ bring one net positive charge in with each cycle.",
            ),
        ),
        Misconception(
            "two_charges",
            partly(2, 2),
            Text(
                zh="净电荷是 1，不是 2：Cl⁻ 抵掉了一个 Na⁺ 的电荷，GABA 不带净电荷。",
                en="The net charge is 1 and not 2: Cl⁻ cancels one Na⁺, and GABA has no net charge.",
            ),
        ),
    ),
    Text(
        zh="对。胞内 GABA 2 mM、Na⁺ 15 mM、Cl⁻ 10 mM，−65 mV 时约 0.16 µM，与实测的细胞外液水平相近，"
        "稍一去极化就可能反转。",
        en="Right. With 2 mM GABA, 15 mM Na⁺ and 10 mM Cl⁻ inside and −65 mV it is about 0.16 µM, near the levels "
        "measured outside cells, and a little depolarisation may reverse transport.",
    ),
)

floor_three = about_floor(
    3,
    "gat-floor-three",
    Text(zh="三个 Na⁺ 时的下限", en="The floor with three Na⁺"),
    (
        Misconception("sign", floor(3, V=-V), _SIGN),
        Misconception(
            "two_sodium",
            floor(2),
            Text(zh="这是同运 2 个 Na⁺ 的结果。题目是 3 个。", en="That is for 2 Na⁺. Here there are 3."),
        ),
        Misconception(
            "one_charge",
            partly(3, 1),
            Text(
                zh="多一个 Na⁺，净电荷也多一个：3 − 1 = 2。",
                en="One Na⁺ more is one charge more: 3 − 1 = 2.",
            ),
        ),
    ),
    Text(
        zh="对。按胞内 Na⁺ 和膜电位的不同，比两个 Na⁺ 时低几十到几百倍，离反转就远了。",
        en="Right. Depending on Na⁺ inside and on the voltage that is tens to hundreds of times lower than with two "
        "Na⁺, and far from reversal.",
    ),
)

one_given = Given("V1", "V_1", "µM/s", "0.6", "3.0", "0.1", first="1.6")
three_given = Given("V3", "V_3", "µM/s", "0.6", "3.0", "0.1", first="0.8")

which = Exercise(
    id="gat-which-blocker",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="哪一种单独阻断更要紧", en="Which block matters more"),
    teaches=Text(
        zh="分工取决于能力之比，因而因脑区而异", en="the division of labour follows capacity, and so the region"
    ),
    statement=prose(
        zh="""
        某脑区里 GAT-1 的最大摄取速率是 «V1» µM/s，GAT-3 是 «V3» µM/s；两者的 *K* 相同，GABA 以 0.1 µM/s 流入。
        单独阻断其中一种的 90 %，阻断哪一种使细胞外液的 GABA 升得更多？
        """,
        en="""
        In some region the greatest uptake of GAT-1 is «V1» µM/s and that of GAT-3 «V3» µM/s; *K* is the same for
        both, and GABA
        enters at 0.1 µM/s. With 90 % of one of them blocked, which block raises ambient GABA more?
        """,
    ),
    givens=(one_given, three_given),
    answer=sympy.Piecewise((0, one_given.sympy > three_given.sympy), (1, True)),
    condition=sympy.Abs(one_given.sympy - three_given.sympy) - sympy.Rational(1, 4),
    options=(
        Option(
            "one",
            Text(zh="阻断 GAT-1", en="That of GAT-1"),
            Text(
                zh="比一比阻断以后还剩多少能力：剩得少的那种情形，GABA 升得多。",
                en="Compare what is left after each block: GABA rises more where less is left.",
            ),
        ),
        Option(
            "three",
            Text(zh="阻断 GAT-3", en="That of GAT-3"),
            Text(
                zh="不要凭“GAT-3 管紧张性”来答，先算阻断以后还剩多少能力。",
                en="Do not go by “GAT-3 sets tonic inhibition”: work out the capacity left after each block.",
            ),
        ),
        Option(
            "equal",
            Text(zh="一样多", en="Both the same"),
            Text(
                zh="两种转运体的能力不同，阻断以后剩下的能力也不同。",
                en="Their capacities differ, and so does what is left after a block.",
            ),
        ),
        Option(
            "only_glia",
            Text(zh="只有 GAT-3 有作用，GAT-1 只管突触", en="Only GAT-3 counts; GAT-1 minds the synapse"),
            Text(
                zh="GAT-1 也摄取细胞外液里的 GABA。分工没有这样干净，而且因脑区而异。",
                en="GAT-1 takes up ambient GABA, too. The division is not that clean, and it differs between regions.",
            ),
        ),
    ),
    right=Text(
        zh="对。能力大的那种，单独阻断时影响大；相当时，单独阻断哪一种，效果都不大。",
        en="Right. The carrier with more capacity matters more; where they are alike, neither alone does much.",
    ),
    hints=(
        Text(
            zh="稳态浓度是 *KJ*/(*V* − *J*)，*V* 是剩下的总能力。",
            en="The level is *KJ*/(*V* − *J*), *V* being the capacity left.",
        ),
        Text(zh="哪一种阻断留下的总能力更小？", en="Which block leaves less?"),
    ),
    solution=prose(
        zh="阻断 GAT-1 后剩 0.1 × «V1» + «V3»，阻断 GAT-3 后剩 «V1» + 0.1 × «V3»。被阻断的能力越大，剩得越少，GABA "
        "升得越多。",
        en="""
        Blocking GAT-1 leaves 0.1 × «V1» + «V3», blocking GAT-3 leaves «V1» + 0.1 × «V3». The larger the carrier
        that is blocked,
        the less is left and the more GABA rises.
        """,
    ),
)

EXERCISES = (tail_control, tail_blocked, ambient, both, which, floor_two, floor_three)


def _floor(GABA_in, Na_out, Na_in, Cl_out, Cl_in, V_m, n, sign=1, charges=None, milli=1000, sodium=None):
    charges = n - 1 if charges is None else charges
    field = math.exp(sign * charges * F * V_m / (1000 * R * 310))
    return milli * GABA_in * (Na_in / Na_out) ** (sodium or n) * Cl_in / Cl_out * field


_CODE = (
    "    import math\n"
    "    R, F, T = 8.314462618, 96485.33212, 310\n"
    "    def gaba_floor(GABA_in, Na_out, Na_in, Cl_out, Cl_in, V_m, n):\n"
    "        field = math.exp((n - 1) * F * V_m / (1000 * R * T))\n"
    "        return 1000 * GABA_in * (Na_in / Na_out)**n * Cl_in / Cl_out * field"
)

code_floor = CodeExercise(
    id="code-gaba-floor",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=12,
    title=Text(zh="写一个 GABA 下限函数", en="The floor of GABA as a function"),
    teaches=Text(
        zh="转运体的化学计量和离子梯度定出胞外 GABA 的下限。",
        en="Stoichiometry and gradients set how low a transporter can bring GABA outside.",
    ),
    name="gaba_floor",
    arguments=(
        argument("GABA_in", "mM", "1", "5", "1"),
        argument("Na_out", "mM", "130", "150", "5"),
        argument("Na_in", "mM", "8", "40", "1"),
        argument("Cl_out", "mM", "110", "130", "5"),
        argument("Cl_in", "mM", "5", "30", "1"),
        argument("V_m", "mV", "-80", "-10", "5"),
        argument("n", "", "2", "3", "1"),
    ),
    unit="µM",
    statement=prose(
        zh="""
        写一个函数 `gaba_floor(GABA_in, Na_out, Na_in, Cl_out, Cl_in, V_m, n)`，返回转运体停转时胞外 GABA 的浓度，
        单位 µM。
        每摄入一个 GABA 同运 `n` 个 Na⁺ 和 1 个 Cl⁻；各浓度以 mM 计，`V_m` 以 mV 计，温度 310 K。
        *R* 取 8.314462618 J/(mol K)，*F* 取 96485.33212 C/mol。
        """,
        en="""
        Write a function `gaba_floor(GABA_in, Na_out, Na_in, Cl_out, Cl_in, V_m, n)` that returns, in µM, GABA
        outside at which the
        transporter stands still. With each GABA go `n` Na⁺ and 1 Cl⁻; concentrations are in mM, `V_m` in mV, the
        temperature is
        310 K. Take *R* = 8.314462618 J/(mol K) and *F* = 96485.33212 C/mol.
        """,
    ),
    reference=lambda n, **given: gaba_floor_model.evaluate("lowest", n_Na=n, T=310, **given),
    special=({"V_m": 0.0},),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。电压为 0 时电学因子是 1，只剩浓度比。",
        en="Right for ordinary inputs, but {call} returned {value}. At 0 mV the electrical factor is 1, and "
        "only the ratios are left.",
    ),
    wrongs=(
        WrongFunction("sign", lambda **given: _floor(**given, sign=-1), _SIGN),
        WrongFunction(
            "charges",
            lambda n, **given: _floor(n=n, **given, charges=n),
            Text(
                zh="净电荷是 `n − 1`：Cl⁻ 抵掉一个。",
                en="The net charge is `n − 1`: Cl⁻ cancels one.",
            ),
        ),
        WrongFunction(
            "millimolar",
            lambda **given: _floor(**given, milli=1),
            Text(zh="结果是以 mM 计的，还要乘 1000。", en="That is in mM: multiply by 1000."),
        ),
        WrongFunction(
            "sodium_once",
            lambda **given: _floor(**given, sodium=1),
            Text(zh="Na⁺ 的浓度比要取 `n` 次方。", en="Raise the ratio of Na⁺ to the power `n`."),
        ),
    ),
    right=Text(
        zh="对，两种化学计量和零电压都对。",
        en="Right, for both stoichiometries and at zero voltage.",
    ),
    hints=(
        Text(
            zh="先写自由能为零的条件，再解出胞外 GABA。",
            en="Set the free energy of a cycle to zero and solve for GABA outside.",
        ),
        Text(
            zh="电学因子是 exp((*n* − 1)*FV*/(*RT*))，*V* 以伏计。",
            en="The electrical factor is exp((*n* − 1)*FV*/(*RT*)), *V* in volts.",
        ),
    ),
    solution=Text(zh=_CODE, en=_CODE),
)

CODE_EXERCISES = (code_floor,)
