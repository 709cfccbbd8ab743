"""Exercises on the calcium rule of plasticity, and on how inhibition moves a synapse through its three regimes."""

from __future__ import annotations

import math

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse import calcium_rule
from labsupport.synapse.plasticity import BASELINE, SLOPE, pull_expression, rate_expression, rule_expression

SECTION = "chapters/ei/plasticity"
SOURCE = "4479333"

DEPRESSION, POTENTIATION = sympy.Float("0.35"), sympy.Float("0.55")
PAIRING = sympy.Float("0.7")  # peak of calcium without inhibition

_RULE_ZH = r"""
钙的规则是

$$\Omega(c) = 0.25 + \frac{1}{1 + e^{-80(c - 0.55)}} - \frac{0.25}{1 + e^{-80(c - 0.35)}}$$

突触权重从 0.25 开始，被拉向 Ω。
"""
_RULE_EN = r"""
The calcium rule is

$$\Omega(c) = 0.25 + \frac{1}{1 + e^{-80(c - 0.55)}} - \frac{0.25}{1 + e^{-80(c - 0.35)}}$$

and the weight of a synapse, 0.25 to begin with, is drawn towards Ω.
"""


def target(c, depression=DEPRESSION, potentiation=POTENTIATION):
    return rule_expression(c, depression, potentiation)


def step(x):
    return 1 / (1 + sympy.exp(-SLOPE * x))


def per_cent(c):
    """The target in per cent of the baseline."""
    return 100 * (1 + pull_expression(c, DEPRESSION, POTENTIATION) / BASELINE)


NOT_SCALED = Text(
    zh="«share» 是与配对相比的份额，不是钙本身。配对的峰值是 0.70，先乘上它。",
    en="«share» is a share of the pairing's calcium, not calcium itself. The pairing peaks at 0.70: multiply first.",
)

share_given = Given("share", "s", "", "0.680", "0.760", "0.001", first="0.727")
share = share_given.sympy
calcium = PAIRING * share
omega = Exercise(
    id="plasticity-target-weight",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="规则说什么", en="What the rule says"),
    statement=prose(
        zh=f"""
        {_RULE_ZH}

        不加抑制的配对，钙的峰值是 0.70。一个 10 nS 左右的抑制与 EPSP 同时到来，峰值只剩其中的 «share»。
        此时的 Ω 是多少？
        """,
        en=f"""
        {_RULE_EN}

        Without inhibition a pairing takes calcium to a peak of 0.70. With inhibition of some 10 nS that arrives with
        the EPSP the peak is «share» of that. What is Ω there?
        """,
    ),
    givens=(share_given,),
    answer=target(calcium),
    atol=0.004,
    rtol=0.02,
    misconceptions=(
        Misconception("not_scaled", target(share), NOT_SCALED),
        Misconception(
            "depression_forgotten",
            BASELINE + step(calcium - POTENTIATION),
            Text(
                zh="你漏掉了减去的那一项：钙已远在 0.35 之上，它几乎等于 0.25。",
                en="You left out the term that is taken away: calcium is well above 0.35, and it is nearly 0.25.",
            ),
        ),
        Misconception(
            "weight_forgotten",
            BASELINE + step(calcium - POTENTIATION) - step(calcium - DEPRESSION),
            Text(
                zh="减去的那一项分子是 0.25，不是 1；权重不会是负数。",
                en="The term taken away has 0.25 on top, not 1; a weight is never negative.",
            ),
        ),
    ),
    right=Text(
        zh="对。钙少了不到三分之一，目标就从 1 落到 0.25 以下，由增强变成了减弱。",
        en="Right. Less than a third of the calcium is gone, and the target has fallen from 1 to below 0.25: from "
        "potentiation to depression.",
    ),
    hints=(
        Text(zh="先求钙：*c* = 0.70 × «share»。", en="Calcium first: *c* = 0.70 × «share»."),
        Text(
            zh="它在两个阈值之间：减去的那一项接近 0.25，加上的那一项比它小，但不是零。",
            en="It lies between the thresholds: what is taken away is nearly 0.25, what is added is smaller but not "
            "nothing.",
        ),
    ),
    steps={
        "c": calcium,
        "up": step(calcium - POTENTIATION),
        "down": BASELINE * step(calcium - DEPRESSION),
    },
    solution=prose(
        zh=r"""
        $$c = 0.70 \times «share» = «c:.4f»$$

        $$\Omega = 0.25 + «up:.4f» - «down:.4f» = «answer:.4f»$$
        """,
        en=r"""
        $$c = 0.70 \times «share» = «c:.4f»$$

        $$\Omega = 0.25 + «up:.4f» - «down:.4f» = «answer:.4f»$$
        """,
    ),
    teaches=Text(zh="由钙求目标权重", en="the target weight from calcium"),
)

strong_given = Given("share", "s_{60}", "", "0.300", "0.370", "0.001", first="0.334")
weak_given = Given("weak", "s_{10}", "", "0.700", "0.735", "0.001", first="0.727")
weak = weak_given.sympy
strong = Exercise(
    id="plasticity-strong-inhibition",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="抑制再强一些", en="Stronger inhibition still"),
    statement=prose(
        zh=f"""
        {_RULE_ZH}

        配对的钙峰值是 0.70。10 nS 的抑制使它剩下 «weak»，60 nS 的剩下 «share»（都以 0.70 为 1）。60 nS 时，Ω 是起始权重
        0.25 的百分之几？
        """,
        en=f"""
        {_RULE_EN}

        The pairing takes calcium to 0.70. Inhibition of 10 nS leaves «weak» of that, 60 nS leaves «share». With 60 nS,
        how many per cent of the initial weight, 0.25, is Ω?
        """,
    ),
    givens=(weak_given, strong_given),
    answer=per_cent(PAIRING * share),
    unit="%",
    atol=1.0,
    misconceptions=(
        Misconception(
            "two_outcomes",
            per_cent(PAIRING * weak),
            Text(
                zh="这是 10 nS 时的结果。“够不上 LTP 就是 LTD”只说出两种结局，规则有三种：钙低于 0.35，什么也不发生。",
                en="That is the outcome with 10 nS. “Short of LTP means LTD” knows two outcomes, and the rule has "
                "three: below 0.35 nothing happens.",
            ),
        ),
        Misconception(
            "ever_deeper",
            sympy.Integer(0),
            Text(
                zh="你让减弱随抑制一路加深。规则是一个谷：钙低于 0.35，Ω 又回到起始权重。",
                en="You let depression deepen with inhibition. The rule is a trough: below 0.35 Ω is back at the "
                "initial weight.",
            ),
        ),
        Misconception("not_scaled", per_cent(share), NOT_SCALED),
    ),
    right=Text(
        zh="对，没有变化。足够强的抑制不是把增强变成减弱，而是取消可塑性。",
        en="Right, no change. Strong enough inhibition does not turn potentiation into depression; it abolishes "
        "plasticity.",
    ),
    hints=(
        Text(
            zh="0.70 × «share» 在 0.35 的哪一边？",
            en="On which side of 0.35 is 0.70 × «share»?",
        ),
        Text(
            zh="两个 S 形函数在那里都几乎是零。",
            en="There both sigmoids are nearly zero.",
        ),
    ),
    steps={"c": PAIRING * share, "down": BASELINE * step(PAIRING * share - DEPRESSION)},
    solution=prose(
        zh=r"""
        钙为 0.70 × «share» = «c:.4f»，远在两个阈值之下。加上的一项可以不计，减去的一项是 «down:.5f»：

        $$\frac{0.25 - «down:.5f»}{0.25} = «answer:.2f»\ \%$$
        """,
        en=r"""
        Calcium is 0.70 × «share» = «c:.4f», well below both thresholds. What is added is negligible, what is taken away
        is «down:.5f»:

        $$\frac{0.25 - «down:.5f»}{0.25} = «answer:.2f»\ \%$$
        """,
    ),
    teaches=Text(zh="三种结局，而不是两种", en="three outcomes, not two"),
)

theta_given = Given("theta", r"\theta_\mathrm{p}", "", "0.54", "0.70", "0.01", first="0.55")
slope_given = Given("slope", r"\beta", "", "50", "100", "10", first="80")
theta, slope = theta_given.sympy, slope_given.sympy
crossing = Exercise(
    id="plasticity-crossing",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=6,
    title=Text(zh="在哪里由增强变为减弱", en="Where potentiation turns into depression"),
    statement=prose(
        zh=r"""
        规则是

        $$\Omega(c) = 0.25 + \frac{1}{1 + e^{-«slope»(c - «theta»)}} - \frac{0.25}{1 + e^{-«slope»(c - 0.35)}}$$

        钙在 «theta» 附近时，最后一项可以取 0.25。Ω 在哪个钙值上等于起始权重 0.25，由增强转为减弱？
        """,
        en=r"""
        The rule is

        $$\Omega(c) = 0.25 + \frac{1}{1 + e^{-«slope»(c - «theta»)}} - \frac{0.25}{1 + e^{-«slope»(c - 0.35)}}$$

        With calcium near «theta» the last term may be taken as 0.25. At which calcium does Ω equal the initial 0.25, so
        that potentiation turns into depression?
        """,
    ),
    givens=(theta_given, slope_given),
    answer=theta - sympy.log(3) / slope,
    atol=0.002,
    misconceptions=(
        Misconception(
            "threshold_itself",
            theta,
            Text(
                zh="在 «theta» 处 S 形函数已是 1/2，Ω 为 0.50，那里是增强。",
                en="At «theta» the sigmoid is already 1/2 and Ω is 0.50: that is potentiation.",
            ),
        ),
        Misconception(
            "wrong_side",
            theta + sympy.log(3) / slope,
            Text(
                zh="符号反了：S 形函数在阈值之下才小于 1/2。",
                en="The wrong side: a sigmoid is smaller than 1/2 below its threshold.",
            ),
        ),
        Misconception(
            "middle",
            (theta + DEPRESSION) / 2,
            Text(
                zh="这是两个阈值的中点，那里 Ω 接近零，减弱得最多。",
                en="That is half way between the thresholds, where Ω is near zero and depression deepest.",
            ),
        ),
    ),
    right=Text(
        zh="对。转折点比阈值略低：阈值说的是 S 形函数的一半，不是 Ω 的起点。",
        en="Right. It lies a little below the threshold, which marks half of the sigmoid and not the weight at the "
        "start.",
    ),
    hints=(
        Text(
            zh="0.25 + σ − 0.25 = 0.25，所以 σ = 1/4。",
            en="0.25 + σ − 0.25 = 0.25, so σ = 1/4.",
        ),
        Text(
            zh="1/(1 + *x*) = 1/4 时 *x* = 3，即 −«slope»(*c* − «theta») = ln 3。",
            en="1/(1 + *x*) = 1/4 gives *x* = 3, that is −«slope»(*c* − «theta») = ln 3.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$c = «theta» - \frac{\ln 3}{«slope»} = «answer:.4f»$$
        """,
        en=r"""
        $$c = «theta» - \frac{\ln 3}{«slope»} = «answer:.4f»$$
        """,
    ),
    teaches=Text(zh="增强与减弱的分界", en="the border of potentiation and depression"),
)

half_given = Given("half", "g_{1/2}", "nS", "22", "32", "1", first="27")
pairing_given = Given("c_0", "c_0", "", "0.65", "0.80", "0.01", first="0.70")
half, c_0 = half_given.sympy, pairing_given.sympy
_BORDER = sympy.Float("0.536")
flip = Exercise(
    id="plasticity-flip-conductance",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="多少抑制使增强变成减弱", en="How much inhibition turns LTP into LTD"),
    statement=prose(
        zh="""
        配对的钙峰值是 «c_0»。模拟显示，与 EPSP 同时到来的抑制 *g*_{I} 使峰值近似按
        *c* = *c*_{0}/(1 + *g*_{I}/*g*_{1/2}) 下降，*g*_{1/2} = «half» nS。钙低于 0.536，增强就变成减弱。*g*_{I}
        达到多少（nS）时发生这一转变？
        """,
        en="""
        A pairing takes calcium to «c_0». In a simulation inhibition *g*_{I} that arrives with the EPSP lowers the peak
        roughly as *c* = *c*_{0}/(1 + *g*_{I}/*g*_{1/2}), with *g*_{1/2} = «half» nS. Below 0.536 potentiation turns
        into depression. At which *g*_{I}, in nS, does that happen?
        """,
    ),
    givens=(pairing_given, half_given),
    answer=half * (c_0 / _BORDER - 1),
    unit="nS",
    rtol=0.02,
    misconceptions=(
        Misconception(
            "linear",
            half * (1 - _BORDER / c_0),
            Text(
                zh="你让钙随电导按直线下降。分流的作用是除，不是减：*g*_{I} 在分母里。",
                en="You let calcium fall in a straight line. A shunt divides and does not subtract: *g*_{I} is in the "
                "denominator.",
            ),
        ),
        Misconception(
            "one_forgotten",
            half * c_0 / _BORDER,
            Text(
                zh="分母里的 1 没有减去。没有抑制时 *c* = *c*_{0}，所以 *c*_{0} 越接近 0.536，需要的抑制越少。",
                en="The 1 in the denominator was not taken off. Without inhibition *c* = *c*_{0}; the closer *c*_{0} "
                "is to 0.536, the less it takes.",
            ),
        ),
        Misconception(
            "at_the_threshold",
            half * (c_0 / POTENTIATION - 1),
            Text(
                zh="你用了 0.55。那里 Ω 为 0.50，仍是增强；转变在 0.536。",
                en="You used 0.55. There Ω is 0.50 and still potentiation; the border is 0.536.",
            ),
        ),
    ),
    right=Text(
        zh="对。不到 *g*_{1/2} 的一半就够了：钙少去不到三分之一，结局已经翻转。",
        en="Right. Less than half of *g*_{1/2} will do: the outcome turns before a third of the calcium is gone.",
    ),
    hints=(
        Text(zh="令 *c* = 0.536，解出 *g*_{I}。", en="Set *c* = 0.536 and solve for *g*_{I}."),
        Text(
            zh="1 + *g*_{I}/*g*_{1/2} = «c_0»/0.536。",
            en="1 + *g*_{I}/*g*_{1/2} = «c_0»/0.536.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$g_\mathrm{I} = «half»\left(\frac{«c_0»}{0.536} - 1\right) = «answer:.2f»\ \text{nS}$$
        """,
        en=r"""
        $$g_\mathrm{I} = «half»\left(\frac{«c_0»}{0.536} - 1\right) = «answer:.2f»\ \text{nS}$$
        """,
    ),
    teaches=Text(zh="由 LTP 转为 LTD 的抑制强度", en="how much inhibition turns LTP into LTD"),
)

E_given = Given("E_I", r"E_\mathrm{I}", "mV", "-75", "-46", "1", first="-65")
g_given = Given("g_I", r"g_\mathrm{I}", "nS", "20", "60", "5", first="30")
E, g = E_given.sympy, g_given.sympy
LEAK, BURST = 5 * sympy.Integer(-65), 60 * sympy.Integer(30)


def held(inhibition, reversal):
    """Steady potential under leak, spike conductance and inhibition, in mV."""
    return (LEAK + BURST + inhibition * reversal) / (65 + inhibition)


shunt = Exercise(
    id="plasticity-silent-shunt",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="不超极化的抑制", en="Inhibition that does not hyperpolarise"),
    statement=prose(
        zh="""
        静息于 −65 mV 的树突有 5 nS 漏电导；反向传播的动作电位相当于 60 nS、反转电位 +30 mV 的电导。同时打开 «g_I» nS 的
        GABA_{A} 电导，反转电位 «E_I» mV。若这些电导都保持不变，膜电位停在哪里（mV，带正负号）？
        """,
        en="""
        A dendrite at rest at −65 mV has a leak of 5 nS; the back-propagating spike is like 60 nS reversing at +30 mV.
        Together with it «g_I» nS of GABA_{A} conductance open, reversing at «E_I» mV. If all of these stayed open,
        where would the membrane potential settle, in mV and with its sign?
        """,
    ),
    givens=(g_given, E_given),
    answer=held(g, E),
    unit="mV",
    atol=0.2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "must_hyperpolarise",
            held(0, 0),
            Text(
                zh="这是没有抑制时的电位。你以为抑制要能超极化才起作用；电导本身就会把电位拉向 «E_I» mV。",
                en="That is the potential without inhibition. You took it that inhibition must hyperpolarise to "
                "matter; its conductance alone draws the potential towards «E_I» mV.",
            ),
        ),
        Misconception(
            "unweighted",
            (E - 35) / 3,
            Text(
                zh="这是三个反转电位的普通平均。要用各自的电导加权。",
                en="That is the plain mean of three reversal potentials. Weight each with its conductance.",
            ),
        ),
        Misconception(
            "leak_forgotten",
            (BURST + g * E) / (60 + g),
            Text(zh="5 nS 的漏电导也要算进去。", en="The leak of 5 nS counts as well."),
        ),
    ),
    right=Text(
        zh="对。没有抑制时会停在 +22.7 mV。不论抑制单独打开时电位动不动，它都使动作电位在树突里矮一截。",
        en="Right. Without inhibition it would be +22.7 mV. Whether or not inhibition moves the potential by itself, "
        "it makes the spike in the dendrite smaller.",
    ),
    hints=(
        Text(
            zh="稳态时三个电流之和为零：电位是反转电位按电导加权的平均。",
            en="In the steady state the three currents cancel: the potential is the mean of the reversal potentials, "
            "weighted with the conductances.",
        ),
        Text(
            zh="分子 5 × (−65) + 60 × 30 + «g_I» × («E_I»)，分母是三个电导之和。",
            en="On top 5 × (−65) + 60 × 30 + «g_I» × («E_I»), below the sum of the three conductances.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$V = \frac{5(-65) + 60 \times 30 + «g_I»(«E_I»)}{5 + 60 + «g_I»} = «answer:+.1f»\ \text{mV}$$
        """,
        en=r"""
        $$V = \frac{5(-65) + 60 \times 30 + «g_I»(«E_I»)}{5 + 60 + «g_I»} = «answer:+.1f»\ \text{mV}$$
        """,
    ),
    teaches=Text(zh="分流不靠超极化", en="a shunt needs no hyperpolarisation"),
)

lead_given = Given("lead", r"\Delta t", "ms", "6", "24", "1", first="10")
decay_given = Given("tau", r"\tau_\mathrm{I}", "ms", "6", "12", "1", first="8")
peak_given = Given("g_I", r"g_\mathrm{I}", "nS", "20", "60", "5", first="30")
lead, tau, g_peak = lead_given.sympy, decay_given.sympy, peak_given.sympy
left = Exercise(
    id="plasticity-gaba-left",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="等动作电位到来，抑制还剩多少", en="What is left of inhibition when the spike comes"),
    statement=prose(
        zh="""
        抑制比 EPSP 早 «lead» ms 到来，立刻升到 «g_I» nS，再以 «tau» ms 的时间常数衰减。反向传播的动作电位在
        EPSP 之后 5 ms 经过。那一刻抑制性电导还有多少（nS）？
        """,
        en="""
        Inhibition arrives «lead» ms before the EPSP, rises to «g_I» nS at once and decays with a time constant of «tau»
        ms. The back-propagating spike passes 5 ms after the EPSP. How much inhibitory conductance is left at that
        moment, in nS?
        """,
    ),
    givens=(peak_given, lead_given, decay_given),
    answer=g_peak * sympy.exp(-(lead + 5) / tau),
    unit="nS",
    rtol=0.03,
    misconceptions=(
        Misconception(
            "timing_irrelevant",
            g_peak,
            Text(
                zh="这是峰值。时机也要算：到动作电位经过时，它已衰减了一阵。",
                en="That is the peak. Timing counts as well: by the time the spike passes it has been decaying.",
            ),
        ),
        Misconception(
            "until_the_epsp",
            g_peak * sympy.exp(-lead / tau),
            Text(
                zh="你只算到 EPSP。动作电位还要晚 5 ms。",
                en="You stopped at the EPSP. The spike comes another 5 ms later.",
            ),
        ),
        Misconception(
            "wrong_order",
            g_peak * sympy.exp(-(lead - 5) / tau),
            Text(
                zh="5 ms 加反了：抑制在 EPSP 之前，动作电位在 EPSP 之后，两段时间相加。",
                en="The 5 ms went the wrong way: inhibition is before the EPSP and the spike after it, so the times "
                "add.",
            ),
        ),
    ),
    right=Text(
        zh="对。把住闸门的只是这剩下的电导：来得越早、衰减得越快，剩得越少，放进来的钙就越多。若在动作电位之后才来，"
        "最高的那一段它已错过，只能压低后面的钙。",
        en="Right. Only what is left keeps the gate: the earlier inhibition comes and the faster it decays, the less "
        "there is and the more calcium comes in. If it comes after the spike it has missed the highest potential and "
        "can only cut the calcium that enters later.",
    ),
    hints=(
        Text(
            zh="从抑制到来到动作电位经过，一共多少毫秒？", en="How many milliseconds lie between inhibition and spike?"
        ),
        Text(
            zh="*g* = «g_I» × exp(−(«lead» + 5)/«tau»)。",
            en="*g* = «g_I» × exp(−(«lead» + 5)/«tau»).",
        ),
    ),
    solution=prose(
        zh=r"""
        $$g = «g_I»\,e^{-(«lead» + 5)/«tau»} = «answer:.2f»\ \text{nS}$$
        """,
        en=r"""
        $$g = «g_I»\,e^{-(«lead» + 5)/«tau»} = «answer:.2f»\ \text{nS}$$
        """,
    ),
    teaches=Text(zh="抑制的时机", en="the timing of inhibition"),
)

together_given = Given("together", "s_0", "", "0.440", "0.500", "0.001", first="0.476")
late_given = Given("late", "s_{10}", "", "0.700", "0.780", "0.001", first="0.740")
together, late = together_given.sympy, late_given.sympy
rescued = (late - together) / (1 - together)
rescue = Exercise(
    id="plasticity-rescued-calcium",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="错开十毫秒，救回多少", en="What ten milliseconds save"),
    statement=prose(
        zh="""
        以没有抑制时配对的钙峰值为 1。30 nS 的抑制与 EPSP 同时到来，峰值剩 «together»；晚 10 ms 到来，剩 «late»。
        同时到来所*失去*的钙，有多大一部分因为晚了这 10 ms 而保住（写成 0 到 1 之间的数）？
        """,
        en="""
        Let the calcium peak of a pairing without inhibition be 1. With 30 nS of inhibition that arrives with the EPSP
        the peak is «together»; with the same inhibition 10 ms late it is «late». Of the calcium *lost* to inhibition
        that is on time, what part do these 10 ms save, as a number between 0 and 1?
        """,
    ),
    givens=(together_given, late_given),
    answer=rescued,
    rtol=0.02,
    misconceptions=(
        Misconception(
            "difference",
            late - together,
            Text(
                zh="这是保住的钙。题目问它占失去的钙的多少，再除以 1 − «together»。",
                en="That is the calcium saved. The question is what part of the lost calcium it is: divide by 1 − "
                "«together».",
            ),
        ),
        Misconception(
            "ratio",
            late / together,
            Text(
                zh="这是两个峰值之比。要比的是保住的与失去的。",
                en="That is the ratio of the peaks. Compare what was saved with what was lost.",
            ),
        ),
        Misconception(
            "late_itself",
            late,
            Text(
                zh="这是晚到时剩下的钙；其中的 «together» 本来就没有失去。",
                en="That is what is left when it comes late; «together» of it had never been lost.",
            ),
        ),
    ),
    right=Text(
        zh="对，大约一半。抑制作为闸门，只在几毫秒里关得严。",
        en="Right, about half. As a gate inhibition is tight for a few milliseconds only.",
    ),
    hints=(
        Text(zh="失去的是 1 − «together»。", en="The loss is 1 − «together»."),
        Text(zh="保住的是 «late» − «together»；两者相除。", en="What is saved is «late» − «together»; divide."),
    ),
    solution=prose(
        zh=r"""
        $$\frac{«late» - «together»}{1 - «together»} = «answer:.3f»$$
        """,
        en=r"""
        $$\frac{«late» - «together»}{1 - «together»} = «answer:.3f»$$
        """,
    ),
    teaches=Text(zh="错开的抑制保住多少钙", en="calcium saved by a delay"),
)

part_given = Given("share", "s", "", "0.20", "1.00", "0.01", first="0.26")
part = PAIRING * share
outcome = Exercise(
    id="plasticity-outcome",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="增强、减弱，还是不变", en="Potentiation, depression or neither"),
    statement=prose(
        zh="""
        钙的规则有两个阈值，*θ*_{d} = 0.35，*θ*_{p} = 0.55。一次配对没有抑制时钙的峰值是 0.70；现在峰值只有它的
        «share»。按峰值判断，突触会怎样？
        """,
        en="""
        The calcium rule has two thresholds, *θ*_{d} = 0.35 and *θ*_{p} = 0.55. A pairing without inhibition takes
        calcium to 0.70; now the peak is «share» of that. Judged by the peak, what becomes of the synapse?
        """,
    ),
    givens=(part_given,),
    answer=sympy.Piecewise((0, part > POTENTIATION), (1, part > DEPRESSION), (2, True)),
    options=(
        Option(
            "potentiation",
            Text(zh="增强（LTP）", en="It is potentiated (LTP)"),
            Text(
                zh="0.70 × «share» 没有越过 0.55。",
                en="0.70 × «share» is not above 0.55.",
            ),
        ),
        Option(
            "depression",
            Text(zh="减弱（LTD）", en="It is depressed (LTD)"),
            Text(
                zh="减弱要求钙在 0.35 与 0.55 之间。0.70 × «share» 在这之外：再看是在上面，还是在下面。",
                en="Depression takes calcium between 0.35 and 0.55. 0.70 × «share» is outside: above, or below?",
            ),
        ),
        Option(
            "nothing",
            Text(zh="没有变化", en="Nothing"),
            Text(
                zh="要低于 0.35 才什么也不发生，而 0.70 × «share» 高于它。",
                en="Nothing happens only below 0.35, and 0.70 × «share» is above that.",
            ),
        ),
    ),
    # Clear of the thresholds, where the peak alone would not decide.
    condition=sympy.Min(sympy.Abs(part - POTENTIATION), sympy.Abs(part - DEPRESSION)) - sympy.Rational(3, 100),
    right=Text(
        zh="对。先换算成钙，再看它落在两个阈值的哪一段。",
        en="Right. Turn the share into calcium, then see where it lies among the thresholds.",
    ),
    hints=(
        Text(zh="钙 = 0.70 × «share»。", en="Calcium is 0.70 × «share»."),
        Text(
            zh="三段：高于 0.55，0.35 到 0.55，低于 0.35。",
            en="Three ranges: above 0.55, from 0.35 to 0.55, below 0.35.",
        ),
    ),
    steps={"c": part, "omega": target(part)},
    solution=prose(
        zh="钙的峰值是 «c:.3f»，那里 Ω = «omega:.3f»，而权重从 0.25 开始。",
        en="Calcium peaks at «c:.3f», where Ω = «omega:.3f», and the weight starts from 0.25.",
    ),
    teaches=Text(zh="由钙的峰值判断结局", en="the outcome from peak calcium"),
)

depolarised_given = Given("E_I", r"E_\mathrm{I}", "mV", "-54", "-45", "1", first="-48")
D = depolarised_given.sympy
depolarised = Exercise(
    id="plasticity-depolarising-gaba",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="去极化的 GABA 促进 LTP 吗", en="Does depolarising GABA promote LTP?"),
    statement=prose(
        zh="""
        静息电位 −65 mV，动作电位经过时树突会升到 0 mV 以上。30 nS 的 GABA_{A} 电导与 EPSP 同时打开，反转电位是
        «E_I» mV，所以它自己使膜去极化。与没有抑制的配对相比，与反转电位 −66 mV 的同样抑制相比，钙的峰值会怎样？
        """,
        en="""
        The dendrite rests at −65 mV and rises above 0 mV as the spike passes. With the EPSP open 30 nS of GABA_{A}
        conductance that reverse at «E_I» mV and so depolarise by themselves. How does the calcium peak compare with the
        pairing without inhibition, and with the same inhibition reversing at −66 mV?
        """,
    ),
    givens=(depolarised_given,),
    answer=sympy.Integer(1),
    options=(
        Option(
            "promotes",
            Text(zh="比没有抑制时还高：去极化促进 LTP", en="Higher than without inhibition: depolarising promotes LTP"),
            Text(
                zh="动作电位把膜带到 «E_I» mV 以上，那时 GABA 电流是外向的，把电位往下拉。",
                en="The spike takes the membrane beyond «E_I» mV, and there the GABA current is outward and pulls the "
                "potential down.",
            ),
        ),
        Option(
            "between",
            Text(
                zh="比没有抑制时低，但比 −66 mV 时高",
                en="Lower than without inhibition, higher than with −66 mV",
            ),
            Text(zh="", en=""),
        ),
        Option(
            "same",
            Text(
                zh="与 −66 mV 时一样：电导一样，分流就一样", en="The same as with −66 mV: same conductance, same shunt"
            ),
            Text(
                zh="电导一样，驱动力却小了：到 «E_I» mV 的距离比到 −66 mV 近，拉得没有那么低。",
                en="The conductance is the same but the driving force is smaller: «E_I» mV is nearer than −66 mV, so "
                "the pull does not reach as far.",
            ),
        ),
    ),
    right=Text(
        zh="对。闸门变松了，但仍是闸门；要判断它，看的是动作电位经过时电位在 *E*_{I} 的哪一边，而不是静息时。",
        en="Right. A looser gate, but a gate. What counts is on which side of *E*_{I} the potential is while the spike "
        "passes, not at rest.",
    ),
    hints=(
        Text(
            zh="GABA 电流 *g*(*V* − *E*_{I})：动作电位经过时，*V* 高于 «E_I» mV 吗？",
            en="The GABA current is *g*(*V* − *E*_{I}): is *V* above «E_I» mV while the spike passes?",
        ),
        Text(
            zh="再比较 *V* − («E_I») 与 *V* − (−66)：哪个大？",
            en="Then compare *V* − («E_I») with *V* − (−66): which is larger?",
        ),
    ),
    steps={"free": held(0, 0), "V": held(30, D), "V_66": held(30, -66)},
    solution=prose(
        zh="""
        作稳态的估算（漏电导 5 nS，动作电位 60 nS、+30 mV）：没有抑制 «free:+.1f» mV，反转电位 «E_I» mV 时 «V:+.1f» mV，
        −66 mV 时 «V_66:+.1f» mV。钙随电位依次降低。
        """,
        en="""
        A steady estimate, with a leak of 5 nS and 60 nS at +30 mV for the spike: «free:+.1f» mV without inhibition,
        «V:+.1f» mV with a reversal at «E_I» mV, «V_66:+.1f» mV with −66 mV. Calcium falls in the same order.
        """,
    ),
    teaches=Text(zh="去极化的 GABA 是较松的闸门", en="depolarising GABA is a looser gate"),
)

high_given = Given("high", r"c_1", "", "0.65", "0.80", "0.01", first="0.70")
low_given = Given("low", r"c_2", "", "0.42", "0.48", "0.01", first="0.45")
time_given = Given("stay", "t_1", "ms", "10", "40", "2", first="20")
high, low, t = high_given.sympy, low_given.sympy, time_given.sympy
gain = (target(high) - BASELINE) * (1 - sympy.exp(-t * rate_expression(high)))
distance = sympy.log(1 + gain / (BASELINE - target(low)))
undo = Exercise(
    id="plasticity-undo",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=9,
    title=Text(zh="短而高，低而长", en="High and brief, low and long"),
    statement=prose(
        zh=f"""
        {_RULE_ZH}
        拉得多快也由钙定：d*w*/d*t* = *η*(Ω − *w*)，*η*(*c*) = 1/(0.1 s/(10⁻⁵ + *c*^{{3}}) + 1 s)。

        钙先在 «high» 停留 «stay» ms，权重从 0.25 增大；然后停在 «low»。它要在那里停留多久（ms），权重才回到 0.25？
        """,
        en=f"""
        {_RULE_EN} Calcium sets the speed as well: d*w*/d*t* = *η*(Ω − *w*), with
        *η*(*c*) = 1/(0.1 s/(10⁻⁵ + *c*^{{3}}) + 1 s).

        Calcium first stays at «high» for «stay» ms and the weight grows from 0.25; then it stays at «low». For how
        long, in ms, must it stay there until the weight is back at 0.25?
        """,
    ),
    givens=(high_given, time_given, low_given),
    answer=distance / rate_expression(low),
    unit="ms",
    rtol=0.03,
    misconceptions=(
        Misconception(
            "same_rate",
            distance / rate_expression(high),
            Text(
                zh="你在 «low» 处也用了 «high» 处的速率。钙少，*η* 就小，走得慢。",
                en="You used the rate at «high» for «low» as well. With less calcium *η* is smaller and things go "
                "slower.",
            ),
        ),
        Misconception(
            "same_distance",
            t * rate_expression(high) / rate_expression(low),
            Text(
                zh="你只比了速率。离目标的距离也不同：向上是 0.75，向下只有 0.25 左右。",
                en="You compared the rates only. The distances to the targets differ as well: 0.75 upwards, some 0.25 "
                "downwards.",
            ),
        ),
        Misconception(
            "same_time",
            t,
            Text(
                zh="同样长的时间不够：向下既慢，离目标又近。",
                en="The same time will not do: downwards the rate is lower and the target nearer.",
            ),
        ),
    ),
    right=Text(
        zh="对。所以常说：钙高而短促，利于 LTP；钙低而持久，利于 LTD。",
        en="Right. Hence the saying: high and brief calcium favours LTP, low and prolonged calcium LTD.",
    ),
    hints=(
        Text(
            zh="在 «high»，Ω 几乎是 1：Δ*w* = 0.75 × (1 − e^{−*ηt*})。",
            en="At «high» Ω is nearly 1: Δ*w* = 0.75 × (1 − e^{−*ηt*}).",
        ),
        Text(
            zh="在 «low»，Ω 几乎是 0：权重按 e^{−*ηt*} 下降，从 0.25 + Δ*w* 到 0.25。",
            en="At «low» Ω is nearly 0: the weight falls as e^{−*ηt*}, from 0.25 + Δ*w* to 0.25.",
        ),
    ),
    steps={
        "eta_high": 1000 * rate_expression(high),
        "eta_low": 1000 * rate_expression(low),
        "gain": gain,
        "below": BASELINE - target(low),
    },
    solution=prose(
        zh=r"""
        $$\eta_1 = «eta_high:.3f»\ \text{s}^{-1},\qquad \eta_2 = «eta_low:.3f»\ \text{s}^{-1}$$

        $$\Delta w = «gain:.5f»$$

        $$t_2 = \frac{1}{\eta_2}\ln\left(1 + \frac{«gain:.5f»}{«below:.4f»}\right) = «answer:.1f»\ \text{ms}$$
        """,
        en=r"""
        $$\eta_1 = «eta_high:.3f»\ \text{s}^{-1},\qquad \eta_2 = «eta_low:.3f»\ \text{s}^{-1}$$

        $$\Delta w = «gain:.5f»$$

        $$t_2 = \frac{1}{\eta_2}\ln\left(1 + \frac{«gain:.5f»}{«below:.4f»}\right) = «answer:.1f»\ \text{ms}$$
        """,
    ),
    teaches=Text(zh="高而短与低而长", en="high and brief against low and long"),
)


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-80 * x))


_SOLUTION = (
    "    import numpy as np\n"
    "    def omega(c, theta_d, theta_p):\n"
    "        def step(x):\n"
    "            return 1 / (1 + np.exp(-80 * x))\n"
    "        return 0.25 + step(c - theta_p) - 0.25 * step(c - theta_d)"
)
code_omega = CodeExercise(
    id="code-calcium-rule",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    title=Text(zh="把钙的规则写成函数", en="The calcium rule as a function"),
    teaches=Text(
        zh="两个 S 形函数相减，得到不变、减弱、增强三段。",
        en="Two sigmoids, one taken from the other, make three regimes: none, depression, potentiation.",
    ),
    name="omega",
    arguments=(
        argument("c", "", "0.05", "0.85", "0.05"),
        argument("theta_d", "", "0.25", "0.45", "0.01"),
        argument("theta_p", "", "0.50", "0.80", "0.01"),
    ),
    unit="",
    statement=prose(
        zh="""
        写一个函数 `omega(c, theta_d, theta_p)`，返回钙为 `c` 时的目标权重：
        Ω = 0.25 + σ(*c* − *θ*_{p}) − 0.25 σ(*c* − *θ*_{d})，其中 σ(*x*) = 1/(1 + exp(−80 *x*))。
        用 `numpy.exp` 写，就能用它一次画出整条曲线；核对时用的是数。
        """,
        en="""
        Write a function `omega(c, theta_d, theta_p)` that returns the target weight for calcium `c`: Ω = 0.25 + σ(*c* −
        *θ*_{p}) − 0.25 σ(*c* − *θ*_{d}) with σ(*x*) = 1/(1 + exp(−80 *x*)). Written with `numpy.exp` it draws a whole
        curve at once; the check uses numbers.
        """,
    ),
    reference=lambda c, theta_d, theta_p: calcium_rule(c=c, theta_d=theta_d, theta_p=theta_p),
    special=({"c": 0.0}, {"c": 12.0}),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。没有钙时应是 0.25，钙再多也应是 1；exp(80 *x*)/(1 + exp(80 *x*)) "
        "这样的写法在 *x* 很大时会溢出。",
        en="Right for ordinary inputs, but {call} returned {value}. Without calcium it must be 0.25, and 1 for any "
        "large amount; exp(80 *x*)/(1 + exp(80 *x*)) overflows where *x* is large.",
    ),
    wrongs=(
        WrongFunction(
            "two_regimes",
            lambda c, theta_d, theta_p: _sigmoid(c - theta_p),
            Text(
                zh="这只有两段：低于 *θ*_{p} 一律为 0。还要加上 0.25，再减去 *θ*_{d} 的那一项。",
                en="That has two regimes, 0 everywhere below *θ*_{p}. Add 0.25, and take away the term with *θ*_{d}.",
            ),
        ),
        WrongFunction(
            "no_depression",
            lambda c, theta_d, theta_p: 0.25 + _sigmoid(c - theta_p),
            Text(zh="减去的那一项漏掉了。", en="The term that is taken away is missing."),
        ),
        WrongFunction(
            "weight_forgotten",
            lambda c, theta_d, theta_p: 0.25 + _sigmoid(c - theta_p) - _sigmoid(c - theta_d),
            Text(
                zh="减去的那一项要乘 0.25，不然权重会是负数。",
                en="The term taken away carries a factor of 0.25; without it weights turn negative.",
            ),
        ),
        WrongFunction(
            "thresholds_swapped",
            lambda c, theta_d, theta_p: 0.25 + _sigmoid(c - theta_d) - 0.25 * _sigmoid(c - theta_p),
            Text(
                zh="两个阈值换了位置：先跨过的 *θ*_{d} 应当使 Ω 下降。",
                en="The thresholds have changed places: *θ*_{d}, crossed first, must bring Ω down.",
            ),
        ),
    ),
    right=Text(
        zh="对，没有钙和钙很多时也对。现在画出 0 到 1 的曲线，标出谷在哪里。",
        en="Right, also without calcium and with very much. Now draw the curve from 0 to 1 and mark the trough.",
    ),
    hints=(
        Text(zh="先把 σ 写成一个小函数。", en="Make σ a small function first."),
        Text(
            zh="它要用两次：一次在 *θ*_{p}，加上；一次在 *θ*_{d}，乘 0.25 后减去。",
            en="It is used twice: at *θ*_{p}, added; at *θ*_{d}, times 0.25 and taken away.",
        ),
    ),
    solution=Text(zh=_SOLUTION, en=_SOLUTION),
)

EXERCISES = (outcome, omega, strong, crossing, flip, shunt, depolarised, left, rescue, undo)
CODE_EXERCISES = (code_omega,)
