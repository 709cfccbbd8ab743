"""Exercises on balance and rhythm: ratios of conductances, the period of a PING cycle, bands."""

from __future__ import annotations

import math

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.network.balance import ei_balance_model
from labsupport.network.cycle import ping_cycle_model

SECTION = "chapters/ei/oscillations"
SOURCE = "4479355"
LEAK, REST, THRESHOLD = sympy.Float("0.1"), -65, -50

V_given = Given("V", r"V_\mathrm{m}", "mV", "-62", "-50", "1", first="-60")
EI_given = Given("EI", r"E_\mathrm{I}", "mV", "-80", "-66", "1", first="-75")
V, EI = V_given.sympy, EI_given.sympy


def balance(V, EI):
    return ei_balance_model.expression("balance_ratio", V_m=V, E_I=EI)


EQUAL = Text(
    zh="1 是电导相等，不是电流相等。兴奋的驱动力是 0 − («V») mV，抑制的比它小，所以兴奋电导要小些才抵得平。",
    en="A ratio of 1 makes the conductances equal, not the currents. Excitation has the larger driving force, "
    "0 − («V») "
    "mV, and so needs the smaller conductance.",
)

balance_ratio = Exercise(
    id="osc-balance-ratio",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="多大的电导比才平衡", en="The ratio that balances"),
    teaches=Text(zh="使两种电流抵消的电导比", en="the conductance ratio at which two currents cancel"),
    statement=prose(
        zh="""
        一个细胞的平均膜电位是 «V» mV，兴奋的反转电位 0 mV，抑制的反转电位 «EI» mV。
        要使平均兴奋电流与平均抑制电流抵消，兴奋电导应是抑制电导的几倍？
        """,
        en="""
        A cell's mean voltage is «V» mV; excitation reverses at 0 mV and inhibition at «EI» mV. For the mean excitatory
        and inhibitory currents to cancel, how large must the excitatory conductance be as a multiple of the
        inhibitory one?
        """,
    ),
    givens=(V_given, EI_given),
    answer=balance(V, EI),
    unit="",
    atol=0.003,
    rtol=0.01,
    misconceptions=(
        Misconception("equal", sympy.Integer(1) + 0 * V, EQUAL),
        Misconception(
            "inverted",
            1 / balance(V, EI),
            Text(
                zh="倒过来了：题目问兴奋与抑制之比，驱动力大的一方电导反而小。",
                en="Upside down: the side with the larger driving force needs the smaller conductance.",
            ),
        ),
        Misconception(
            "reversals",
            EI / V,
            Text(
                zh="驱动力是膜电位减反转电位。抑制的一侧应是 «V» − («EI»)，不是反转电位本身。",
                en="A driving force is voltage minus reversal potential: for inhibition «V» − («EI»), not the "
                "reversal "
                "itself.",
            ),
        ),
    ),
    steps={"inhibitory": V - EI, "excitatory": -V},
    right=Text(
        zh="对。换一个膜电位或换一个反转电位，这个比值就变了：没有哪个数是普适的“平衡”。",
        en="Right. At another voltage or another reversal it is another number: no ratio is balance as such.",
    ),
    hints=(
        Text(
            zh="两个电流抵消：*g*_{E}(*E*_{E} − *V*) = *g*_{I}(*V* − *E*_{I})。",
            en="The currents cancel: *g*_{E}(*E*_{E} − *V*) = *g*_{I}(*V* − *E*_{I}).",
        ),
        Text(zh="解出 *g*_{E}/*g*_{I}，*E*_{E} = 0。", en="Solve for *g*_{E}/*g*_{I} with *E*_{E} = 0."),
    ),
    solution=Text(
        zh=r"$$R^* = \frac{V - E_\text{I}}{E_\text{E} - V} = \frac{«inhibitory:.0f»}{«excitatory:.0f»} = "
        r"«answer:.3f»$$",
        en=r"$$R^* = \frac{V - E_\text{I}}{E_\text{E} - V} = \frac{«inhibitory:.0f»}{«excitatory:.0f»} = "
        r"«answer:.3f»$$",
    ),
)

Vrev_given = Given("Vrev", r"V_\mathrm{rev}", "mV", "-60", "-30", "1", first="-37")
Vrev = Vrev_given.sympy

from_reversal = Exercise(
    id="osc-ratio-from-reversal",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="从反转电位读出电导比", en="A ratio read off a reversal potential"),
    teaches=Text(zh="由合电流的反转电位读出电导比", en="reading a conductance ratio off a joint reversal potential"),
    statement=prose(
        zh="""
        在上状态里，突触合电流在 «Vrev» mV 反向。兴奋在 0 mV 反转，抑制在 −75 mV 反转，漏电流已经扣除。
        兴奋电导与抑制电导之比是多少？
        """,
        en="""
        In Up states the joint synaptic current reverses at «Vrev» mV. Excitation reverses at 0 mV, inhibition at −75
        mV, and the leak has been subtracted. What is the ratio of excitatory to inhibitory conductance?
        """,
    ),
    givens=(Vrev_given,),
    answer=balance(Vrev, sympy.Integer(-75)),
    unit="",
    atol=0.003,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverted",
            1 / balance(Vrev, sympy.Integer(-75)),
            Text(
                zh="倒过来了：反转电位离 0 mV 越近，兴奋电导占得越多，比值应越大。",
                en="Upside down: the closer the reversal to 0 mV, the larger the share of excitation, and the ratio.",
            ),
        ),
        Misconception(
            "share",
            (Vrev + 75) / 75,
            Text(
                zh="这是兴奋电导在两者之和中所占的份额。题目要的是兴奋比抑制。",
                en="That is the share of excitation in the sum. The question asks for excitation over inhibition.",
            ),
        ),
        Misconception(
            "percent_of_reversal",
            -Vrev / 75,
            Text(
                zh="这是抑制电导所占的份额。",
                en="That is the share of inhibition in the sum.",
            ),
        ),
    ),
    steps={"above": Vrev + 75, "below": -Vrev},
    right=Text(
        zh="对。这正是在细胞内记录里测电导比的办法。",
        en="Right. This is how the ratio is measured in intracellular recordings.",
    ),
    hints=(
        Text(
            zh="反转电位就是两个突触电流抵消的电位。",
            en="The reversal potential is where the two synaptic currents cancel.",
        ),
        Text(
            zh="*R* = (*V* − *E*_{I})/(*E*_{E} − *V*)，把 *V* 换成反转电位。",
            en="*R* = (*V* − *E*_{I})/(*E*_{E} − *V*), with the reversal potential for *V*.",
        ),
    ),
    solution=Text(
        zh=r"$$R = \frac{«Vrev» - (-75)}{0 - («Vrev»)} = \frac{«above:.0f»}{«below:.0f»} = «answer:.3f»$$",
        en=r"$$R = \frac{«Vrev» - (-75)}{0 - («Vrev»)} = \frac{«above:.0f»}{«below:.0f»} = «answer:.3f»$$",
    ),
)

gE_given = Given("gE", r"\overline{g_\mathrm{E}}", "nS", "10.1", "15.1", "0.5", first="12.1")
gI_given = Given("gI", r"\overline{g_\mathrm{I}}", "nS", "42.3", "72.3", "5", first="57.3")
gE, gI = gE_given.sympy, gI_given.sympy

conductance_ratio = Exercise(
    id="osc-conductance-ratio",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="类似在体的活动里，R 是多少", en="R in activity as in vivo"),
    teaches=Text(zh="电导比不是细胞数目之比", en="a ratio of conductances is no ratio of cell numbers"),
    statement=prose(
        zh="""
        一个模型细胞像在活体里那样不断受到突触输入：平均兴奋电导 «gE» nS，平均抑制电导 «gI» nS。
        周围的网络里，兴奋性细胞与抑制性细胞的数目是 80 比 20。*R* 是多少？
        """,
        en="""
        A model cell is bombarded as in vivo: its mean excitatory conductance is «gE» nS, its mean inhibitory one «gI»
        nS. The network around it has 80 excitatory cells to 20 inhibitory ones. What is *R*?
        """,
    ),
    givens=(gE_given, gI_given),
    answer=gE / gI,
    condition=sympy.Abs(gI / gE - 4) - sympy.Rational(1, 5),
    unit="",
    atol=0.002,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "cells",
            sympy.Integer(4) + 0 * gE,
            Text(
                zh="你数的是细胞。*R* 比的是平均电导，与细胞、突触的数目都不是一回事。",
                en="You counted cells. *R* compares mean conductances, which is another thing than numbers of cells.",
            ),
        ),
        Misconception(
            "inverted",
            gI / gE,
            Text(zh="倒过来了：*R* 是兴奋比抑制。", en="Upside down: *R* is excitation over inhibition."),
        ),
        Misconception(
            "share",
            gE / (gE + gI),
            Text(
                zh="分母应当只是抑制电导，你用了两者之和。",
                en="The denominator is inhibition alone; you used the sum of both.",
            ),
        ),
    ),
    right=Text(
        zh="对。远不到 1，而这样的细胞照样不规则地发放。",
        en="Right. Nowhere near 1, and such a cell goes on firing irregularly.",
    ),
    hints=(
        Text(zh="只用两个平均电导。", en="Only the two mean conductances matter."),
        Text(zh="兴奋在分子，抑制在分母。", en="Excitation above, inhibition below."),
    ),
    solution=Text(
        zh=r"$$R = \frac{«gE»\ \text{nS}}{«gI»\ \text{nS}} = «answer:.3f»$$",
        en=r"$$R = \frac{«gE»\ \text{nS}}{«gI»\ \text{nS}} = «answer:.3f»$$",
    ),
)

EI_clamp = Given("EI", r"E_\mathrm{I}", "mV", "-80", "-66", "1", first="-70")
clamped = Exercise(
    id="osc-clamped-voltage",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="R = 1 把细胞带到哪里", en="Where R = 1 takes a cell"),
    teaches=Text(zh="相等的电导把膜电位带到哪里", en="where equal conductances take the voltage"),
    statement=prose(
        zh="""
        兴奋电导与抑制电导都恒定、相等（*R* = 1），且远大于漏电导。兴奋在 0 mV 反转，抑制在 «EI» mV 反转。
        假如不发放，膜电位会停在多少毫伏？
        """,
        en="""
        Excitatory and inhibitory conductance are constant, equal (*R* = 1) and far larger than the leak. Excitation
        reverses at 0 mV, inhibition at «EI» mV. If the cell did not fire, at how many millivolts would it settle?
        """,
    ),
    givens=(EI_clamp,),
    answer=ei_balance_model.expression("reversal", ratio=sympy.Integer(1), E_I=EI),
    unit="mV",
    atol=0.3,
    rtol=0,
    misconceptions=(
        Misconception(
            "rest",
            sympy.Integer(-65) + 0 * EI,
            Text(
                zh="电导相等并不等于互相抵消：两个电流在静息电位处相差好几倍。",
                en="Equal conductances do not cancel: at rest the two currents differ severalfold.",
            ),
        ),
        Misconception(
            "inhibition_wins",
            EI,
            Text(
                zh="只有兴奋电导为零时才停在抑制的反转电位。",
                en="Only without excitation would it settle at the reversal of inhibition.",
            ),
        ),
        Misconception(
            "sign",
            -EI / 2,
            Text(zh="符号丢了：两个反转电位是 0 和 «EI» mV。", en="A sign is lost: the reversals are 0 and «EI» mV."),
        ),
    ),
    right=Text(
        zh="对。这远在阈值之上；真正的细胞在这里会进入去极化阻滞，根本不能有节律地发放。",
        en="Right. That is far above threshold: a real cell would sit there in depolarisation block and fire "
        "no rhythm.",
    ),
    hints=(
        Text(
            zh="膜电位停在两个反转电位按电导的加权平均处。",
            en="The voltage settles at the mean of both reversals, weighted by their conductances.",
        ),
        Text(zh="权重相等，就是正中间。", en="With equal weights, that is halfway."),
    ),
    solution=Text(
        zh=r"$$V = \frac{R\cdot 0 + («EI»)}{R + 1} = \frac{«EI»}{2} = «answer:.1f»\ \text{mV}$$",
        en=r"$$V = \frac{R\cdot 0 + («EI»)}{R + 1} = \frac{«EI»}{2} = «answer:.1f»\ \text{mV}$$",
    ),
)

I_given = Given("drive", "I", "µA/cm²", "2.0", "5.0", "0.5", first="4.0")
drive = I_given.sympy
surplus = drive - LEAK * (THRESHOLD - REST)


def star(drive, EI):
    return ping_cycle_model.expression("g_star", drive=drive, E_I=EI)


tolerated = Exercise(
    id="osc-tolerated-conductance",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="多大的抑制还能放行", en="The inhibition a cell can bear"),
    teaches=Text(zh="恰好放行的抑制电导", en="the inhibition that just lets a cell fire"),
    statement=prose(
        zh="""
        一个细胞的漏电导是 0.1 mS/cm²，静息电位 −65 mV，阈值 −50 mV，驱动电流 «drive» µA/cm²；抑制在 «EI» mV 反转。
        抑制电导降到多少 mS/cm²，膜电位恰好够到阈值？
        """,
        en="""
        A cell has a leak of 0.1 mS/cm², rests at −65 mV, fires at −50 mV and is driven by «drive» µA/cm²; inhibition
        reverses at «EI» mV. To how many mS/cm² must the inhibitory conductance have decayed for the voltage just to
        reach threshold?
        """,
    ),
    givens=(I_given, EI_given),
    answer=star(drive, EI),
    condition=sympy.Abs(drive / (THRESHOLD - EI) - surplus / (THRESHOLD - REST)) - sympy.Float("0.006"),
    unit="mS/cm²",
    atol=0.0005,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "no_leak",
            drive / (THRESHOLD - EI),
            Text(
                zh="到阈值时漏电流已是 0.1 × 15 = 1.5 µA/cm²，要从驱动里扣掉。",
                en="At threshold the leak carries 0.1 × 15 = 1.5 µA/cm², which must come off the drive.",
            ),
        ),
        Misconception(
            "from_rest",
            surplus / (THRESHOLD - REST),
            Text(
                zh="抑制的驱动力是阈值减去它的反转电位 «EI» mV，不是减去静息电位。",
                en="Inhibition drives towards its reversal at «EI» mV, not towards rest.",
            ),
        ),
    ),
    steps={"surplus": surplus, "force": THRESHOLD - EI},
    right=Text(
        zh="对。驱动越强，能容忍的抑制越大，等待就越短：驱动和衰减时间一样决定节律。",
        en="Right. A stronger drive bears more inhibition and waits less: drive sets the rhythm as much as decay does.",
    ),
    hints=(
        Text(
            zh="在阈值处令外向电流之和等于驱动电流。",
            en="At threshold, let the outward currents add up to the drive.",
        ),
        Text(
            zh="*I* = *g*_{L}(*V*_{th} − *E*_{L}) + *g*^{∗}(*V*_{th} − *E*_{I})。",
            en="*I* = *g*_{L}(*V*_{th} − *E*_{L}) + *g*^{∗}(*V*_{th} − *E*_{I}).",
        ),
    ),
    solution=Text(
        zh=r"$$g^* = \frac{«drive» - 0.1\times 15}{-50 - («EI»)} = \frac{«surplus:.1f»}{«force:.0f»} = "
        r"«answer:.4f»\ \text{mS/cm}^2$$",
        en=r"$$g^* = \frac{«drive» - 0.1\times 15}{-50 - («EI»)} = \frac{«surplus:.1f»}{«force:.0f»} = "
        r"«answer:.4f»\ \text{mS/cm}^2$$",
    ),
)

tau_given = Given("tau", r"\tau_\mathrm{I}", "ms", "5", "30", "5", first="10")
g0_given = Given("g0", "g_0", "mS/cm²", "0.4", "1.2", "0.1", first="0.5")
d_given = Given("d", "d", "ms", "2", "5", "1", first="3")
tau, g0, d = tau_given.sympy, g0_given.sympy, d_given.sympy
STAR = sympy.Float("0.1")
wait = tau * sympy.log(g0 / STAR)


def cycle(output, **values):
    """The closed form with the drive and reversal that make g* = 0.1 mS/cm²."""
    return ping_cycle_model.expression(output, drive=sympy.Integer(4), E_I=sympy.Integer(-75), **values)


frequency = Exercise(
    id="osc-gamma-frequency",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="一个周期，一个频率", en="One cycle, one frequency"),
    teaches=Text(zh="由延迟和衰减求节律的频率", en="a rhythm's frequency from delay and decay"),
    statement=prose(
        zh="""
        锥体细胞的齐射之后 «d» ms，中间神经元打开 «g0» mS/cm² 的抑制电导，它以 «tau» ms 的时间常数衰减；
        降到 0.1 mS/cm² 时锥体细胞再次发放。节律的频率是多少赫兹？
        """,
        en="""
        A time of «d» ms after a volley of the pyramidal cells, interneurons open an inhibitory conductance of «g0»
        mS/cm², which decays with a time constant of «tau» ms; at 0.1 mS/cm² the pyramidal cells fire again. What is the
        frequency of the rhythm, in hertz?
        """,
    ),
    givens=(tau_given, g0_given, d_given),
    answer=cycle("frequency", tau_I=tau, g_0=g0, delay=d),
    condition=sympy.Abs(wait / (tau + d) - 1) - sympy.Float("0.05"),
    unit="Hz",
    atol=0.1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverse_of_tau",
            1000 / tau,
            Text(
                zh="这是 1/*τ*。*τ* 是衰减到 37 % 的时间，不是周期：周期还取决于要衰减多少倍，再加上延迟。",
                en="That is 1/*τ*. The time constant is the decay to 37 %, not the period, which depends on "
                "how far it must "
                "decay, and on the delay.",
            ),
        ),
        Misconception(
            "delay_forgotten",
            1000 / wait,
            Text(
                zh="回路延迟 «d» ms 没有算进周期。",
                en="The delay of «d» ms is missing from the period.",
            ),
        ),
        Misconception(
            "tau_plus_delay",
            1000 / (d + tau),
            Text(
                zh="你让等待等于一个 *τ*。要从 «g0» 降到 0.1，等待是 *τ* 乘两者之比的自然对数。",
                en="You let the wait be one *τ*. From «g0» down to 0.1 it is *τ* times the natural logarithm "
                "of the ratio.",
            ),
        ),
    ),
    steps={"wait": wait, "period": d + wait},
    right=Text(
        zh="对。先算等待，加上延迟，再取倒数。",
        en="Right: first the wait, then the delay, and only then the inverse.",
    ),
    hints=(
        Text(
            zh="等待的时间 *t* 满足 *g*_{0} exp(−*t*/*τ*) = 0.1。",
            en="The wait *t* fulfils *g*_{0} exp(−*t*/*τ*) = 0.1.",
        ),
        Text(
            zh="周期 = 延迟 + 等待；频率 = 1000/周期（ms）。",
            en="Period = delay + wait; frequency = 1000/period in ms.",
        ),
    ),
    solution=Text(
        zh=r"$$P = «d» + «tau»\,\ln\frac{«g0»}{0.1} = «d» + «wait:.2f» = «period:.2f»\ \text{ms}$$"
        "\n\n"
        r"$$f = \frac{1000}{«period:.2f»} = «answer:.1f»\ \text{Hz}$$",
        en=r"$$P = «d» + «tau»\,\ln\frac{«g0»}{0.1} = «d» + «wait:.2f» = «period:.2f»\ \text{ms}$$"
        "\n\n"
        r"$$f = \frac{1000}{«period:.2f»} = «answer:.1f»\ \text{Hz}$$",
    ),
)

P0_given = Given("P0", "P_0", "ms", "12.6", "22.6", "1", first="16.6")
b_given = Given("b", "b", "", "0.3", "1.2", "0.1", first="0.5")
tau_half = Given("tau", r"\tau_\mathrm{I}", "ms", "8", "20", "2", first="10")
P0, b = P0_given.sympy, b_given.sympy

halved = Exercise(
    id="osc-halved-decay",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="衰减快一倍", en="Twice as fast a decay"),
    teaches=Text(zh="衰减减半，频率不加倍", en="halving the decay time does not double the frequency"),
    statement=prose(
        zh="""
        一个网络的周期在测过的范围内是 *P* = «P0» ms + «b» × *τ*_{I}。
        *τ*_{I} 由 «tau» ms 减半，驱动和强度都不变。新的频率是多少赫兹？
        """,
        en="""
        Over the range measured, a network's period is *P* = «P0» ms + «b» × *τ*_{I}. Its *τ*_{I} is halved from «tau»
        ms, drive and strength unchanged. What is the new frequency, in hertz?
        """,
    ),
    givens=(P0_given, b_given, tau_half),
    answer=1000 / (P0 + b * tau / 2),
    condition=sympy.Abs((P0 + b * tau) / tau - 1) - sympy.Float("0.05"),
    unit="Hz",
    atol=0.1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "doubled",
            2000 / (P0 + b * tau),
            Text(
                zh="你把原来的频率加了倍。只有 «b» × *τ*_{I} 那一项减半，«P0» ms 不变。",
                en="You doubled the old frequency. Only the term «b» × *τ*_{I} is halved; the «P0» ms stay.",
            ),
        ),
        Misconception(
            "inverse_of_tau",
            2000 / tau,
            Text(
                zh="这是 1/*τ*_{I}。网络的周期并不等于衰减时间常数。",
                en="That is 1/*τ*_{I}. The network's period is not its decay time constant.",
            ),
        ),
        Misconception(
            "unchanged",
            1000 / (P0 + b * tau),
            Text(
                zh="这是减半之前的频率。",
                en="That is the frequency before the change.",
            ),
        ),
    ),
    steps={"before": 1000 / (P0 + b * tau), "after": P0 + b * tau / 2},
    right=Text(
        zh="对。频率升高了，但离加倍还远。",
        en="Right. It rises, and stays far from double.",
    ),
    hints=(
        Text(zh="先算新的周期。", en="Work out the new period first."),
        Text(zh="直线的截距与 *τ*_{I} 无关。", en="The intercept of the line does not depend on *τ*_{I}."),
    ),
    solution=prose(
        zh=r"""
        $$P = «P0» + «b»\times\frac{«tau»}{2} = «after:.2f»\ \text{ms},\qquad f = «answer:.1f»\ \text{Hz}$$

        减半之前是 «before:.1f» Hz。
        """,
        en=r"""
        $$P = «P0» + «b»\times\frac{«tau»}{2} = «after:.2f»\ \text{ms},\qquad f = «answer:.1f»\ \text{Hz}$$

        Before the change it was «before:.1f» Hz.
        """,
    ),
)

f1_given = Given("f1", "f_1", "Hz", "44.8", "49.8", "1", first="46.8")
f2_given = Given("f2", "f_2", "Hz", "33.7", "37.7", "1", first="35.7")
f1, f2 = f1_given.sympy, f2_given.sympy
fitted_slope = (1000 / f2 - 1000 / f1) / 10

intercept = Exercise(
    id="osc-fixed-part",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=7,
    title=Text(zh="周期里不随 τ 变的部分", en="The part of the period that does not change"),
    teaches=Text(zh="周期里与衰减时间无关的部分", en="the part of a period that decay does not touch"),
    statement=prose(
        zh="""
        同一个网络，*τ*_{I} 为 10 ms 时频率 «f1» Hz，为 20 ms 时 «f2» Hz。
        设周期 *P* = *P*_{0} + *b* *τ*_{I}，求 *P*_{0}（毫秒）。
        """,
        en="""
        The same network runs at «f1» Hz with *τ*_{I} = 10 ms and at «f2» Hz with 20 ms. Let its period be *P* = *P*_{0}
        + *b* *τ*_{I} and find *P*_{0} in milliseconds.
        """,
    ),
    givens=(f1_given, f2_given),
    answer=1000 / f1 - 10 * fitted_slope,
    unit="ms",
    atol=0.15,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "proportional",
            0 * f1,
            Text(
                zh="你假设周期与 *τ*_{I} 成正比。那样 20 ms 时频率应是 10 ms 时的一半，题目的数不是这样。",
                en="You took the period to be proportional to *τ*_{I}. The frequency at 20 ms would then be "
                "half that at 10 "
                "ms, which it is not.",
            ),
        ),
        Misconception(
            "period_at_ten",
            1000 / f1,
            Text(
                zh="这是 *τ*_{I} = 10 ms 时的整个周期，还要减去 10*b*。",
                en="That is the whole period at *τ*_{I} = 10 ms; 10*b* has to come off.",
            ),
        ),
    ),
    steps={"P1": 1000 / f1, "P2": 1000 / f2, "slope": fitted_slope},
    right=Text(
        zh="对。*τ*_{I} 为 10 ms 时，周期有一半以上与它无关：那是恢复、发放和在回路里传一圈的时间。",
        en="Right. With *τ*_{I} at 10 ms more than half of the period has nothing to do with it: recovery, firing and "
        "the way round the loop.",
    ),
    hints=(
        Text(zh="先把两个频率都换成周期。", en="Turn both frequencies into periods first."),
        Text(
            zh="两个周期之差除以 10 ms 就是 *b*。",
            en="Their difference over 10 ms is *b*.",
        ),
    ),
    solution=Text(
        zh=r"$$b = \frac{«P2:.2f» - «P1:.2f»}{10} = «slope:.3f»,\qquad P_0 = «P1:.2f» - 10\times «slope:.3f» = "
        r"«answer:.1f»\ \text{ms}$$",
        en=r"$$b = \frac{«P2:.2f» - «P1:.2f»}{10} = «slope:.3f»,\qquad P_0 = «P1:.2f» - 10\times «slope:.3f» = "
        r"«answer:.1f»\ \text{ms}$$",
    ),
)

b_band = Given("b", "b", "", "0.1", "2.1", "0.5", first="0.1")
P0_band = Given("P0", "P_0", "ms", "9", "19", "2", first="15")
band_period = P0 + 30 * b
band = Exercise(
    id="osc-band-at-thirty",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="τ = 30 ms：伽马还是贝塔", en="A decay of 30 ms: gamma or beta?"),
    teaches=Text(zh="慢抑制是伽马还是贝塔要看网络", en="whether slow inhibition makes gamma or beta"),
    statement=prose(
        zh="""
        一个网络的周期是 *P* = «P0» ms + «b» × *τ*_{I}，*τ*_{I} = 30 ms。
        按惯例伽马是 30–80 Hz，贝塔是 13–30 Hz。它的节律落在哪个频带？
        """,
        en="""
        A network's period is *P* = «P0» ms + «b» × *τ*_{I}, and *τ*_{I} = 30 ms. By convention gamma is 30–80 Hz and
        beta 13–30 Hz. In which band is its rhythm?
        """,
    ),
    givens=(P0_band, b_band),
    answer=sympy.Piecewise(
        (0, band_period < sympy.Rational(100, 3)), (1, band_period < sympy.Rational(1000, 13)), (2, True)
    ),
    options=(
        Option(
            "gamma",
            Text(zh="伽马", en="Gamma"),
            Text(
                zh="算一算：周期超过 33.3 ms，频率就低于 30 Hz。",
                en="Work it out: a period above 33.3 ms is a frequency below 30 Hz.",
            ),
        ),
        Option(
            "beta",
            Text(zh="贝塔", en="Beta"),
            Text(
                zh="“30 ms 的抑制给出贝塔”不是定律。请用这个网络自己的 *P*_{0} 和 *b* 去算。",
                en="“Inhibition of 30 ms gives beta” is no law. Use this network's own *P*_{0} and *b*.",
            ),
        ),
        Option(
            "slower",
            Text(zh="比贝塔还慢", en="Slower than beta"),
            Text(
                zh="那要周期超过 76.9 ms。",
                en="That takes a period above 76.9 ms.",
            ),
        ),
    ),
    steps={"period": band_period, "f": 1000 / band_period},
    right=Text(
        zh="对。同样的衰减时间，驱动强、斜率小的网络在伽马，抑制强、斜率大的在贝塔。",
        en="Right. With the same decay, a strongly driven network (small slope) is in gamma, a strongly "
        "inhibited one in "
        "beta.",
    ),
    hints=(
        Text(zh="先算周期，再算频率。", en="First the period, then the frequency."),
        Text(zh="30 Hz 对应 33.3 ms，13 Hz 对应 76.9 ms。", en="30 Hz is 33.3 ms, and 13 Hz is 76.9 ms."),
    ),
    solution=Text(
        zh=r"$$P = «P0» + «b»\times 30 = «period:.1f»\ \text{ms},\qquad f = «f:.1f»\ \text{Hz}$$",
        en=r"$$P = «P0» + «b»\times 30 = «period:.1f»\ \text{ms},\qquad f = «f:.1f»\ \text{Hz}$$",
    ),
)

EXERCISES = (
    balance_ratio,
    from_reversal,
    conductance_ratio,
    clamped,
    tolerated,
    frequency,
    halved,
    intercept,
    band,
)

_SOLUTION = (
    "    import math\n    def period(tau, d, g_0, g_star):\n        return d + tau * max(0.0, math.log(g_0 / g_star))"
)


def _period(tau, d, g_0, g_star):
    return d + tau * max(0.0, math.log(g_0 / g_star))


period_function = CodeExercise(
    id="code-ping-period",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    title=Text(zh="写一个周期函数", en="The period as a function"),
    name="period",
    arguments=(
        argument("tau", "ms", "3", "40", "1"),
        argument("d", "ms", "1", "6", "1"),
        argument("g_0", "mS/cm²", "0.3", "2", "0.1"),
        argument("g_star", "mS/cm²", "0.05", "0.25", "0.05"),
    ),
    unit="ms",
    teaches=Text(zh="把一个周期的长度写成函数", en="the length of a cycle as a function"),
    statement=prose(
        zh="""
        写一个函数 `period(tau, d, g_0, g_star)`，返回一个 PING 周期的长度，单位 ms：延迟 `d` 之后抑制电导是 `g_0`，它以
        `tau` 衰减，降到 `g_star` 时细胞再次发放。若 `g_0` 不大于 `g_star`，细胞不必等待，只剩延迟。
        """,
        en="""
        Write a function `period(tau, d, g_0, g_star)` that returns the length of a PING cycle in ms: after the delay
        `d` the inhibitory conductance is `g_0`; it decays with `tau`, and at `g_star` the cell fires again. If `g_0`
        does not exceed `g_star` there is nothing to wait for, and only the delay remains.
        """,
    ),
    reference=_period,
    special=({"g_0": 0.04, "g_star": 0.2},),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。这时抑制拦不住细胞，等待是零，不是负数。",
        en="Right for ordinary inputs, but {call} returned {value}. Such inhibition holds nothing back: the "
        "wait is zero, "
        "not negative.",
    ),
    wrongs=(
        WrongFunction(
            "log10",
            lambda tau, d, g_0, g_star: d + tau * max(0.0, math.log10(g_0 / g_star)),
            Text(
                zh="你用了 log₁₀；指数衰减的等待时间要用自然对数。",
                en="That is log₁₀; exponential decay has the natural one.",
            ),
        ),
        WrongFunction(
            "no_delay",
            lambda tau, d, g_0, g_star: tau * max(0.0, math.log(g_0 / g_star)),
            Text(zh="延迟 `d` 没有加上。", en="The delay `d` has not been added."),
        ),
        WrongFunction(
            "inverted",
            lambda tau, d, g_0, g_star: d + tau * math.log(g_star / g_0),
            Text(
                zh="对数里的比放反了：从大的 `g_0` 降到小的 `g_star`，等待应为正。",
                en="The ratio is upside down: from a large `g_0` to a small `g_star` the wait is positive.",
            ),
        ),
        WrongFunction(
            "frequency",
            lambda tau, d, g_0, g_star: 1000 / _period(tau, d, g_0, g_star),
            Text(
                zh="你返回了频率。题目要周期，单位 ms。",
                en="That is the frequency. The task asks for the period in ms.",
            ),
        ),
        WrongFunction(
            "one_tau",
            lambda tau, d, g_0, g_star: d + tau,
            Text(
                zh="你让等待等于一个时间常数，与电导无关了。",
                en="You made the wait one time constant, whatever the conductances.",
            ),
        ),
    ),
    right=Text(
        zh="对，抑制太弱、拦不住细胞的情形也对。",
        en="Right, and for inhibition too weak to hold the cell back as well.",
    ),
    hints=(
        Text(
            zh="解 `g_0` · exp(−*t*/*τ*) = `g_star`，求出 *t*。",
            en="Solve `g_0` · exp(−*t*/*τ*) = `g_star` for *t*.",
        ),
        Text(zh="`max(0.0, ...)` 管住负的等待。", en="`max(0.0, ...)` takes care of a negative wait."),
    ),
    solution=Text(zh=_SOLUTION, en=_SOLUTION),
)

CODE_EXERCISES = (period_function,)
