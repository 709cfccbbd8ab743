"""Exercises on AMPA and NMDA receptors: reading the block, the current it leaves, and the memory of glutamate."""

from __future__ import annotations

import math

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse import magnesium_block
from labsupport.synapse.glutamate_receptors import (
    BLOCK_CONCENTRATION,
    BLOCK_SLOPE,
    block_expression,
    magnesium_block_model,
)

SECTION = "chapters/ei/glutamate_receptors"
SOURCE = "4479321"

V_given = Given("V", r"V_\mathrm{m}", "mV", "-80", "-20", "5", first="-70")
Mg_given = Given("Mg", r"[\mathrm{Mg^{2+}}]_\mathrm{out}", "mM", "0.6", "2.0", "0.1", first="1.0")
T_given = Given("T", "T", "K", "298", "312", "1", first="310")
V, Mg, T = V_given.sympy, Mg_given.sympy, T_given.sympy


def block(output: str, V_m=V, Mg_out=Mg, T=310):
    return magnesium_block_model.expression(output, V_m=V_m, Mg_out=Mg_out, T=T)


_FORMULA_ZH = "Jahr 和 Stevens 的阻断公式是 *B* = 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*_{m}))，*V*_{m} 以 mV 计。"
_FORMULA_EN = (
    "Jahr and Stevens's formula for the block is *B* = 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*_{m})), "
    "with *V*_{m} in mV."
)
FLIPPED = Text(
    zh="指数的符号反了。检验一下：去极化应当使 *B* 变大，所以 *V*_{m} 前面是负号。",
    en="The exponent has the wrong sign. Test it: depolarisation must raise *B*, so *V*_{m} carries a minus.",
)
MULTIPLIED = Text(
    zh="3.57 mM 应当除，你把它乘上去了：它是 0 mV 时阻断一半的浓度，[Mg²⁺] 要与它相比。",
    en="3.57 mM divides, and you multiplied: it is the concentration of half block at 0 mV, to which [Mg²⁺] is "
    "compared.",
)
flipped, multiplied = block_expression(-V, Mg), 1 / (1 + Mg * BLOCK_CONCENTRATION * sympy.exp(-BLOCK_SLOPE * V))

share = Exercise(
    id="nmda-unblocked-share",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="静息时还剩多少没被堵住", en="What the block leaves"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        胞外 Mg²⁺ «Mg» mM，膜电位 «V» mV。开放的 NMDA 通道中，没有被堵住的比例是多少（写成 0 到 1 之间的数）？
        """,
        en=f"""
        {_FORMULA_EN}
        With «Mg» mM Mg²⁺ outside and a membrane at «V» mV, what share of the open NMDA channels is not blocked, as a
        number between 0 and 1?
        """,
    ),
    givens=(V_given, Mg_given),
    answer=block("B"),
    # Not where the answer would be a number of the formula itself.
    condition=sympy.Abs(block("B") - BLOCK_SLOPE) - sympy.Rational(1, 200),
    rtol=0.02,
    misconceptions=(
        Misconception("sign_flipped", flipped, FLIPPED),
        Misconception("multiplied", multiplied, MULTIPLIED),
        Misconception(
            "blocked_instead",
            block("blocked"),
            Text(
                zh="这是被堵住的比例。题目要的是没有被堵住的，用 1 去减。",
                en="That is the blocked share. The question asks for the other one: subtract from 1.",
            ),
        ),
    ),
    right=Text(
        zh="对。阻断从来不是全或无：静息电位附近也有百分之几的开放通道没有被堵住。",
        en="Right. The block is never all or none: a few per cent of the open channels are free even near rest.",
    ),
    hints=(
        Text(
            zh="先算指数 −0.062 × («V»)：膜电位为负，指数为正。",
            en="First the exponent, −0.062 × («V»): the potential is negative, so it is positive.",
        ),
        Text(
            zh="exp(…) 乘 «Mg»/3.57，加 1，再取倒数。",
            en="Multiply exp(…) by «Mg»/3.57, add 1, take the reciprocal.",
        ),
    ),
    steps={"exponential": sympy.exp(-BLOCK_SLOPE * V)},
    solution=prose(
        zh=r"""
        $$B = \frac{1}{1 + \frac{«Mg»}{3.57} \times «exponential:.2f»} = «answer:.4f»$$
        """,
        en=r"""
        $$B = \frac{1}{1 + \frac{«Mg»}{3.57} \times «exponential:.2f»} = «answer:.4f»$$
        """,
    ),
    teaches=Text(zh="由电位和 Mg²⁺ 求未阻断的比例", en="the unblocked share from voltage and Mg²⁺"),
)

half = Exercise(
    id="nmda-half-block",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="阻断一半的电位", en="The potential of half block"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        胞外 Mg²⁺ «Mg» mM 时，在哪个膜电位有一半的开放通道被堵住（mV，带正负号）？
        """,
        en=f"""
        {_FORMULA_EN}
        With «Mg» mM Mg²⁺ outside, at which membrane potential is half of the open channels blocked, in mV and with its
        sign?
        """,
    ),
    givens=(Given("Mg", r"[\mathrm{Mg^{2+}}]_\mathrm{out}", "mM", "0.5", "2.6", "0.1", first="2.0"),),
    answer=block("V_half"),
    unit="mV",
    atol=0.2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverted",
            -block("V_half"),
            Text(
                zh="比值放反了：Mg²⁺ 比 3.57 mM 少，一半的阻断就在负电位一侧。",
                en="The ratio is upside down: with less than 3.57 mM of Mg²⁺, half block lies on the negative side.",
            ),
        ),
        Misconception(
            "concentration_forgotten",
            sympy.log(Mg) / BLOCK_SLOPE,
            Text(
                zh="对数里只有 Mg²⁺ 的浓度。它要先除以 3.57 mM，对数里才是纯数。",
                en="Only the concentration is in the logarithm. Divide it by 3.57 mM first, to have a pure "
                "number there.",
            ),
        ),
        Misconception("log10", block("V_half") / LN10, LOG10),
    ),
    right=Text(
        zh="对。Mg²⁺ 每增加到 e 倍，半阻断电位就往正的方向移动 16 mV。",
        en="Right. Every e-fold rise of Mg²⁺ moves it 16 mV in the positive direction.",
    ),
    hints=(
        Text(
            zh="*B* = 1/2 时，分母里加在 1 后面的那一项等于几？", en="*B* = 1/2: what must the term after the 1 equal?"
        ),
        Text(
            zh="[Mg²⁺]/3.57 × exp(−0.062 *V*) = 1，两边取对数。",
            en="[Mg²⁺]/3.57 × exp(−0.062 *V*) = 1; take logarithms.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$V_{1/2} = \frac{1}{0.062}\ln\frac{«Mg»}{3.57} = «answer:+.1f»\ \text{mV}$$
        """,
        en=r"""
        $$V_{1/2} = \frac{1}{0.062}\ln\frac{«Mg»}{3.57} = «answer:+.1f»\ \text{mV}$$
        """,
    ),
    teaches=Text(zh="半阻断电位与 Mg²⁺ 浓度", en="half block and the Mg²⁺ concentration"),
)

V_high_given = Given("U", "V_2", "mV", "-35", "-15", "5", first="-30")
U = V_high_given.sympy
low_given = Given("V", "V_1", "mV", "-80", "-50", "5", first="-70")
ratio = Exercise(
    id="nmda-current-ratio",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="去极化使电流增大几倍", en="How much more current"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        胞外 Mg²⁺ «Mg» mM，反转电位 0 mV，开放的通道数不变。膜从 «V» mV 去极化到 «U» mV，NMDA 电流变为原来的几倍？
        """,
        en=f"""
        {_FORMULA_EN}
        With «Mg» mM Mg²⁺ outside, a reversal potential of 0 mV and as many channels open, the membrane is depolarised
        from «V» to «U» mV. How many times larger is the NMDA current?
        """,
    ),
    givens=(low_given, V_high_given, Mg_given),
    answer=U * block("B", V_m=U) / (V * block("B")),
    rtol=0.02,
    misconceptions=(
        Misconception(
            "block_only",
            block("B", V_m=U) / block("B"),
            Text(
                zh="这只是电导的倍数。去极化时驱动力缩小了，还要乘上 «U»/«V»。",
                en="That is the gain of the conductance. The driving force shrinks: multiply by «U»/«V» as well.",
            ),
        ),
        Misconception(
            "driving_force_only",
            U / V,
            Text(
                zh="你只算了驱动力，没有算阻断的解除。",
                en="You took the driving force and left out the relief of the block.",
            ),
        ),
        Misconception(
            "inverse",
            V * block("B") / (U * block("B", V_m=U)),
            Text(
                zh="除反了：要的是后来的电流与原来的电流之比。", en="Upside down: later current over earlier current."
            ),
        ),
    ),
    right=Text(
        zh="对。阻断解除得多，驱动力损失得少，两者相乘才是电流。",
        en="Right. Much relief, some loss of driving force; the current is their product.",
    ),
    hints=(
        Text(zh="*I* = *g* *B*(*V*) (*V* − 0)，*g* 不变。", en="*I* = *g* *B*(*V*) (*V* − 0), and *g* stays."),
        Text(zh="两个电位各算一个 *B*·*V*，再相除。", en="Work out *B*·*V* at both potentials and divide."),
    ),
    steps={"B_low": block("B"), "B_high": block("B", V_m=U)},
    solution=prose(
        zh=r"""
        $$\frac{I_2}{I_1} = \frac{«U» \times «B_high:.4f»}{«V» \times «B_low:.4f»} = «answer:.2f»$$
        """,
        en=r"""
        $$\frac{I_2}{I_1} = \frac{«U» \times «B_high:.4f»}{«V» \times «B_low:.4f»} = «answer:.2f»$$
        """,
    ),
    teaches=Text(zh="阻断与驱动力相乘得电流", en="current as block times driving force"),
)

gain = Exercise(
    id="nmda-without-magnesium",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="去掉 Mg²⁺", en="Magnesium removed"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        膜钳在 «V» mV，浴液里的 Mg²⁺ 从 «Mg» mM 换成 0，激动剂不变。NMDA 电流变为原来的几倍？
        """,
        en=f"""
        {_FORMULA_EN}
        The membrane is clamped to «V» mV and the Mg²⁺ of the bath goes from «Mg» mM to 0, with the agonists unchanged.
        How many times larger is the NMDA current?
        """,
    ),
    givens=(V_given, Mg_given),
    answer=block("factor"),
    rtol=0.02,
    misconceptions=(
        Misconception("sign_flipped", 1 / flipped, FLIPPED),
        Misconception("multiplied", 1 / multiplied, MULTIPLIED),
        Misconception(
            "share_instead",
            block("B"),
            Text(
                zh="这是有 Mg²⁺ 时剩下的比例。倍数是它的倒数。",
                en="That is the share left with Mg²⁺. The gain is its reciprocal.",
            ),
        ),
    ),
    right=Text(
        zh="对。无 Mg²⁺ 溶液正是记录 NMDA 电流时常用的办法。",
        en="Right. Solutions without Mg²⁺ are a common way to record NMDA currents.",
    ),
    hints=(
        Text(zh="没有 Mg²⁺ 时 *B* = 1；驱动力没有变。", en="Without Mg²⁺ *B* = 1; the driving force has not changed."),
        Text(zh="倍数是 1/*B*(«V» mV)。", en="The gain is 1/*B*(«V» mV)."),
    ),
    solution=prose(
        zh=r"""
        $$\frac1B = 1 + \frac{«Mg»}{3.57}\,e^{-0.062 \times («V»)} = «answer:.2f»$$
        """,
        en=r"""
        $$\frac1B = 1 + \frac{«Mg»}{3.57}\,e^{-0.062 \times («V»)} = «answer:.2f»$$
        """,
    ),
    teaches=Text(zh="去除 Mg²⁺ 的效果", en="what removing Mg²⁺ does"),
)

plus_given = Given("I_out", "I_{+40}", "pA", "30.0", "50.0", "0.1", first="39.1")
minus_given = Given("I_in", "I_{-40}", "pA", "5.0", "12.0", "0.1", first="9.2")
I_out, I_in = plus_given.sympy, minus_given.sympy
E40 = sympy.exp(40 * BLOCK_SLOPE)
measured = I_in / I_out


def magnesium(r):
    """Mg2+ outside from the ratio of chord conductances at -40 and +40 mV."""
    return BLOCK_CONCENTRATION * (1 - r) / (r * E40 - 1 / E40)


reading = Exercise(
    id="nmda-current-reading",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    title=Text(zh="从电流-电压曲线读出 Mg²⁺", en="Magnesium from a current–voltage curve"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        AMPA 受体已阻断，激动剂饱和，反转电位 0 mV。电压钳测得：在 +40 mV，外向电流 «I_out» pA；
        在 −40 mV，内向电流的大小为 «I_in» pA。胞外 Mg²⁺ 是多少（mM）？
        """,
        en=f"""
        {_FORMULA_EN}
        AMPA receptors are blocked, agonists saturate, and the current reverses at 0 mV. Under voltage clamp you read an
        outward current of «I_out» pA at +40 mV and an inward current of magnitude «I_in» pA at −40 mV. How much Mg²⁺ is
        outside, in mM?
        """,
    ),
    givens=(plus_given, minus_given),
    answer=magnesium(measured),
    unit="mM",
    rtol=0.05,
    misconceptions=(
        Misconception(
            "concentration_forgotten",
            magnesium(measured) / BLOCK_CONCENTRATION,
            Text(
                zh="你求出的是 [Mg²⁺]/3.57 mM，还要乘以 3.57 mM。",
                en="That is [Mg²⁺]/3.57 mM; multiply by 3.57 mM.",
            ),
        ),
        Misconception(
            "linear",
            BLOCK_CONCENTRATION * (1 / measured - 1),
            Text(
                zh="你把 *B* = 1/(1 + [Mg²⁺]/3.57 mM) 用在了 −40 mV，漏掉了 exp(−0.062 *V*)。",
                en="You used *B* = 1/(1 + [Mg²⁺]/3.57 mM) at −40 mV and left out exp(−0.062 *V*).",
            ),
        ),
    ),
    right=Text(
        zh="对。两个电位的驱动力一样大，方向相反，所以电流之比就是 *B* 之比，通道有多少都不必知道。",
        en="Right. Both driving forces have the same size, so the ratio of currents is that of *B*, however many "
        "channels "
        "there are.",
    ),
    hints=(
        Text(
            zh="驱动力是 ±40 mV，大小相同：*B*(−40)/*B*(+40) = «I_in»/«I_out»。",
            en="The driving forces are ±40 mV, equal in size: *B*(−40)/*B*(+40) = «I_in»/«I_out».",
        ),
        Text(
            zh="令 *m* = [Mg²⁺]/3.57 mM：(1 + *m* e^{−2.48})/(1 + *m* e^{2.48}) = *r*，对 *m* 是一次方程。",
            en="With *m* = [Mg²⁺]/3.57 mM: (1 + *m* e^{−2.48})/(1 + *m* e^{2.48}) = *r*, which is linear in *m*.",
        ),
    ),
    steps={"r": measured, "m": magnesium(measured) / BLOCK_CONCENTRATION},
    solution=prose(
        zh=r"""
        $$r = \frac{«I_in»}{«I_out»} = «r:.4f»$$

        $$m = \frac{1 - r}{r\,e^{2.48} - e^{-2.48}} = «m:.4f»$$

        $$[\mathrm{Mg^{2+}}] = 3.57\,m = «answer:.2f»\ \text{mM}$$
        """,
        en=r"""
        $$r = \frac{«I_in»}{«I_out»} = «r:.4f»$$

        $$m = \frac{1 - r}{r\,e^{2.48} - e^{-2.48}} = «m:.4f»$$

        $$[\mathrm{Mg^{2+}}] = 3.57\,m = «answer:.2f»\ \text{mM}$$
        """,
    ),
    teaches=Text(zh="从两点电流求 Mg²⁺", en="Mg²⁺ from two points of an I–V curve"),
)

start_given = Given("V", "V_1", "mV", "-70", "-30", "10", first="-40")
end_given = Given("U", "V_2", "mV", "-25", "15", "10", first="-15")
before, after = -V * block("B", Mg_out=1), -U * block("B", V_m=U, Mg_out=1)
larger = Exercise(
    id="nmda-further-depolarisation",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="再去极化一步", en="One more step of depolarisation"),
    statement=prose(
        zh=f"""
        {_FORMULA_ZH}
        胞外 Mg²⁺ 1 mM，反转电位 0 mV，激动剂饱和。钳制电位从 «V» mV 改到 «U» mV，NMDA 电流怎样变？
        """,
        en=f"""
        {_FORMULA_EN}
        With 1 mM Mg²⁺ outside, a reversal potential of 0 mV and saturating agonists, the clamp goes from «V» mV to «U»
        mV. What does the NMDA current do?
        """,
    ),
    givens=(start_given, end_given),
    answer=sympy.Piecewise((2, U > 0), (0, after > before), (1, True)),
    options=(
        Option(
            "larger",
            Text(zh="仍为内向，而且更大", en="It stays inward and grows"),
            Text(
                zh="解除阻断只是一半，驱动力同时在缩小，过了约 −27 mV 就是它占上风。请连符号算出两处的 *B*·*V*。",
                en="Relief of block is only half of it: the driving force shrinks, and beyond about −27 mV that wins. "
                "Work out *B*·*V* at both, sign included.",
            ),
        ),
        Option(
            "smaller",
            Text(zh="仍为内向，但变小", en="It stays inward and shrinks"),
            Text(
                zh="驱动力确实小了，但先看它变没变号；没有变号，再看阻断解除了多少。",
                en="The driving force is smaller, yes; but see first whether it changes sign, and if not, how "
                "much block "
                "is relieved.",
            ),
        ),
        Option(
            "outward",
            Text(zh="变为外向", en="It turns outward"),
            Text(
                zh="电流的方向只看 *V*_{m} 在反转电位的哪一侧，«U» mV 并没有越过 0 mV。",
                en="Its direction depends only on which side of the reversal potential *V*_{m} lies, and «U» mV is not "
                "beyond 0 mV.",
            ),
        ),
    ),
    condition=sympy.Piecewise((1, U > 0), (sympy.Abs(after - before) - sympy.Rational(3, 10), True)),
    right=Text(
        zh="对。方向由驱动力定，大小由阻断和驱动力的乘积定。",
        en="Right. The driving force sets the direction, its product with the block sets the size.",
    ),
    hints=(
        Text(zh="先看方向：«U» mV 在 0 mV 的哪一侧？", en="Direction first: on which side of 0 mV is «U» mV?"),
        Text(
            zh="再比较两处 *B*(*V*)·|*V*| 的大小；它在 −27 mV 附近最大。",
            en="Then compare *B*(*V*)·|*V*| at both; it is largest near −27 mV.",
        ),
    ),
    steps={"I_1": -before, "I_2": -after},
    solution=prose(
        zh="""
        每 1 nS 全部开放的电导，«V» mV 处电流为 «I_1:+.2f» pA，«U» mV 处为 «I_2:+.2f» pA（外向为正）。
        """,
        en="""
        For each 1 nS of fully open conductance the current is «I_1:+.2f» pA at «V» mV and «I_2:+.2f» pA at «U» mV,
        outward positive.
        """,
    ),
    teaches=Text(zh="内向电流在 −27 mV 附近最大", en="the inward current peaks near −27 mV"),
)

tau_given = Given("tau", r"\tau_\mathrm{d}", "ms", "50", "150", "10", first="80")
early_given = Given("first_delay", "t_1", "ms", "10", "30", "5", first="20")
late_given = Given("second_delay", "t_2", "ms", "50", "90", "5", first="60")
tau, early, late = tau_given.sympy, early_given.sympy, late_given.sympy
memory = Exercise(
    id="nmda-memory",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="受体记得多久", en="How long the receptor remembers"),
    statement=prose(
        zh="""
        NMDA 通道的开放在释放之后按时间常数 «tau» ms 衰减（上升早已结束）。
        一次短暂的去极化，落在释放之后 «first_delay» ms，多放进一份 Ca²⁺；改在 «second_delay» ms，
        多放进的 Ca²⁺ 是那一份的多少（写成 0 到 1 之间的数）？
        """,
        en="""
        After a release the opening of NMDA channels decays with a time constant of «tau» ms, its rise being over. A
        brief depolarisation «first_delay» ms after the release lets in some extra Ca²⁺; moved to «second_delay» ms,
        what share of that does it let in, as a number between 0 and 1?
        """,
    ),
    givens=(tau_given, early_given, late_given),
    answer=sympy.exp(-(late - early) / tau),
    rtol=0.02,
    misconceptions=(
        Misconception(
            "linear",
            1 - (late - early) / tau,
            Text(
                zh="你当它是匀速减少的。指数衰减每过一个时间常数降到 37 %，从不到零。",
                en="You let it fall at a steady rate. An exponential decay falls to 37 % in each time constant "
                "and never "
                "reaches zero.",
            ),
        ),
        Misconception(
            "from_release",
            sympy.exp(-late / tau),
            Text(
                zh="这是与 0 ms 相比。题目问的是与 «first_delay» ms 相比，只算两者之间的 «between:.0f» ms。",
                en="That compares with 0 ms. Compare with «first_delay» ms: only the «between:.0f» ms between "
                "them count.",
            ),
        ),
    ),
    right=Text(
        zh="对。受体记住突触前的事件，忘掉的快慢就是通道的衰减时间常数。",
        en="Right. The receptor remembers the presynaptic event and forgets it with the decay time constant.",
    ),
    hints=(
        Text(
            zh="多放进的 Ca²⁺ 与那时开放的通道成正比。", en="The extra Ca²⁺ is proportional to the channels open then."
        ),
        Text(
            zh="比值是 exp(−Δ*t*/*τ*)，Δ*t* 为两个时刻之差。",
            en="The ratio is exp(−Δ*t*/*τ*), Δ*t* between the two times.",
        ),
    ),
    steps={"between": late - early},
    solution=prose(
        zh=r"""
        $$e^{-«between:.0f»/«tau»} = «answer:.3f»$$
        """,
        en=r"""
        $$e^{-«between:.0f»/«tau»} = «answer:.3f»$$
        """,
    ),
    teaches=Text(zh="衰减时间常数决定符合的窗口", en="the decay sets the window of coincidence"),
)

depth = Exercise(
    id="nmda-blocking-site",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="Mg²⁺ 走到电场的多深处", en="How deep the magnesium site lies"),
    statement=prose(
        zh="""
        阻断对电压的依赖写成 exp(−*zδFV*/(*RT*))，由实验得 *zδF*/(*RT*) = 0.062 mV⁻¹。
        温度 «T» K，Mg²⁺ 的 *z* = 2。若阻断位点在膜电场中占从外侧算起的份额 *δ*，*δ* 是多少？
        """,
        en="""
        Write the voltage dependence of the block as exp(−*zδFV*/(*RT*)); experiment gives *zδF*/(*RT*) = 0.062 mV⁻¹. At
        «T» K, with *z* = 2 for Mg²⁺, what is *δ*, the share of the membrane's field between the outside and the site?
        """,
    ),
    givens=(T_given,),
    answer=block("z_delta", T=T) / 2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "valence_forgotten",
            block("z_delta", T=T),
            Text(
                zh="这是 *zδ*。Mg²⁺ 带两个电荷，要除以 2；电场的份额不会超过 1。",
                en="That is *zδ*. Mg²⁺ carries two charges: divide by 2. A share of the field cannot exceed 1.",
            ),
        ),
        Misconception("celsius", block("z_delta", T=T - 273) / 2, CELSIUS),
    ),
    right=Text(
        zh="对。表观上位点很深；实际上通透离子也占着孔道，*δ* 不能直接当作几何深度。",
        en="Right. Deep, it seems; but permeant ions share the pore, so *δ* is not to be taken for a depth in space.",
    ),
    hints=(
        Text(zh="*RT*/*F* 在 «T» K 时约为 26 mV。", en="*RT*/*F* is about 26 mV at «T» K."),
        Text(zh="*δ* = 0.062 mV⁻¹ × (*RT*/*F*)/2。", en="*δ* = 0.062 mV⁻¹ × (*RT*/*F*)/2."),
    ),
    steps={"thermal": block("z_delta", T=T) / BLOCK_SLOPE},
    solution=prose(
        zh=r"""
        $$\delta = \frac{0.062 \times «thermal:.2f»}{2} = «answer:.3f»$$
        """,
        en=r"""
        $$\delta = \frac{0.062 \times «thermal:.2f»}{2} = «answer:.3f»$$
        """,
    ),
    teaches=Text(zh="阻断的表观电荷与电场中的位置", en="the apparent charge of the block"),
)

_SOLUTION = (
    "    import numpy as np\n"
    "    def nmda_current(V_m, Mg, g):\n"
    "        B = 1 / (1 + Mg / 3.57 * np.exp(-0.062 * V_m))\n"
    "        return g * B * V_m"
)
code_current = CodeExercise(
    id="code-nmda-current",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    title=Text(zh="写一个 NMDA 电流函数", en="The NMDA current as a function"),
    teaches=Text(
        zh="NMDA 电流是电导、未被 Mg²⁺ 阻断的份额与驱动力之积。",
        en="An NMDA current is conductance times unblocked share times driving force.",
    ),
    name="nmda_current",
    arguments=(
        argument("V_m", "mV", "-95", "55", "10"),
        argument("Mg", "mM", "0.1", "3.0", "0.1"),
        argument("g", "nS", "0.5", "5.0", "0.5"),
    ),
    unit="pA",
    statement=prose(
        zh="""
        写一个函数 `nmda_current(V_m, Mg, g)`，返回 NMDA 电流，单位 pA，外向为正。
        `g` 是通道全部未阻断时的电导（nS），`Mg` 是胞外 Mg²⁺（mM），`V_m` 以 mV 计，反转电位 0 mV；
        未阻断的比例用 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*_{m}))。
        用 `numpy.exp` 写，它就能一次算出一整条曲线：`V_m` 可以是一个数，也可以是一个数组；核对时用的是数。
        """,
        en="""
        Write a function `nmda_current(V_m, Mg, g)` that returns the NMDA current in pA, outward positive. `g` is the
        conductance in nS with no channel blocked, `Mg` the Mg²⁺ outside in mM, `V_m` is in mV and the reversal
        potential 0 mV; the unblocked share is 1/(1 + [Mg²⁺]/3.57 mM × exp(−0.062 *V*_{m})). Written with `numpy.exp` it
        gives a whole curve at once, `V_m` being a number or an array; the check uses numbers.
        """,
    ),
    reference=lambda V_m, Mg, g: g * V_m * magnesium_block(V_m, Mg),
    special=({"Mg": 0.0}, {"V_m": 0.0}),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。没有 Mg²⁺ 时应退回到欧姆定律，0 mV 时电流应为零。",
        en="Right for ordinary inputs, but {call} returned {value}. Without Mg²⁺ Ohm's law must come back, and "
        "at 0 mV the "
        "current must vanish.",
    ),
    wrongs=(
        WrongFunction(
            "sign_flipped",
            lambda V_m, Mg, g: g * V_m / (1 + Mg / 3.57 * math.exp(0.062 * V_m)),
            FLIPPED,
        ),
        WrongFunction(
            "multiplied",
            lambda V_m, Mg, g: g * V_m / (1 + Mg * 3.57 * math.exp(-0.062 * V_m)),
            MULTIPLIED,
        ),
        WrongFunction(
            "ohmic",
            lambda V_m, Mg, g: g * V_m,
            Text(zh="没有用上阻断：这是没有 Mg²⁺ 时的直线。", en="No block in it: that is the line without Mg²⁺."),
        ),
        WrongFunction(
            "conductance",
            lambda V_m, Mg, g: g / (1 + Mg / 3.57 * math.exp(-0.062 * V_m)),
            Text(
                zh="你返回的是电导。还要乘以驱动力。", en="That returns the conductance. Multiply by the driving force."
            ),
        ),
        WrongFunction(
            "inward_positive",
            lambda V_m, Mg, g: -g * V_m / (1 + Mg / 3.57 * math.exp(-0.062 * V_m)),
            Text(
                zh="每个值都反了号：约定外向电流为正。",
                en="Every value has the opposite sign: outward current is positive.",
            ),
        ),
    ),
    right=Text(
        zh="对，没有 Mg²⁺ 和 0 mV 时也对。现在给它一个电位数组，画出整条曲线。",
        en="Right, also without Mg²⁺ and at 0 mV. Now give it an array of potentials and draw the whole curve.",
    ),
    hints=(
        Text(zh="先算 *B*，再乘 *g* 和 *V*_{m} − 0。", en="Work out *B* first, then multiply by *g* and *V*_{m} − 0."),
        Text(
            zh="nS × mV = pA，不必换算。",
            en="nS × mV = pA; nothing to convert.",
        ),
    ),
    solution=Text(zh=_SOLUTION, en=_SOLUTION),
)

EXERCISES = (share, half, gain, ratio, larger, reading, memory, depth)
CODE_EXERCISES = (code_current,)
