"""Exercises on several permeant ions: where the current reverses, what lies near, and which currents cancel there."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.ghk import ghk_membrane_model, two_ion_reversal_model
from labsupport.exercises.bank.driving_force import about_sodium
from labsupport.exercises.bank.nernst import about_potassium
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/ghk"

K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3", "8", "1", first="5")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "150", "10", first="140")
Na_out_given = Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "150", "5", first="145")
Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "10", "20", "1", first="15")
T_given = Given("T", "T", "K", "306", "312", "1", first="310")
alpha_given = Given("alpha", r"\alpha", "", "2", "8", "1", first="3")
K_out, K_in, Na_out, Na_in, T, alpha = (
    g.sympy for g in (K_out_given, K_in_given, Na_out_given, Na_in_given, T_given, alpha_given)
)
celsius = T - 273
E_K, E_Na = nernst(K_out, K_in, 1, T), nernst(Na_out, Na_in, 1, T)


def reversal(ratio, K_out=K_out, K_in=K_in, Na_out=Na_out, Na_in=Na_in, T=T):
    """Reversal potential in mV of a path whose P_K/P_Na is ``ratio``."""
    return two_ion_reversal_model.expression(
        "E_rev", alpha=ratio, K_out=K_out, K_in=K_in, Na_out=Na_out, Na_in=Na_in, T=T
    )


potassium = about_potassium(
    "ghk-potassium-potential",
    title=Text(zh="先求 *E*_{K}", en="First *E*_{K}"),
    statement=prose(
        zh="""
        一种通道同时让 K⁺ 和 Na⁺ 通过。要知道它的反转电位落在哪两个值之间，先求其中一个：
        胞内 K⁺ 为 «K_in» mM，胞外为 «K_out» mM，温度 «celsius:.0f» °C（«T» K），*E*_{K} 是多少？
        """,
        en="""
        A channel passes both K⁺ and Na⁺, and its reversal potential lies between their two equilibrium potentials. Find
        the first: K⁺ is at «K_in» mM inside and «K_out» mM outside, at «celsius:.0f» °C («T» K). What is *E*_{K}?
        """,
    ),
    first_hint=Text(
        zh="一种离子的平衡电位，与通道还让什么通过无关，照样用能斯特方程。",
        en="An equilibrium potential belongs to the ion: what else the channel passes does not matter. Nernst will do.",
    ),
    teaches=Text(zh="先定出反转电位范围的一端。", en="One end of the range in which a reversal potential must lie."),
)

sodium = about_sodium(
    "ghk-sodium-potential",
    first_Na_out="145",
    first_Na_in="15",
    first_T="310",
    title=Text(zh="再求 *E*_{Na}", en="Then *E*_{Na}"),
    statement=prose(
        zh="""
        同一种通道，再求另一个：胞外 Na⁺ 为 «Na_out» mM，胞内为 «Na_in» mM，
        温度 «celsius:.0f» °C（«T» K），*E*_{Na} 是多少？
        """,
        en="""
        Now the other end of the range for the same channel: Na⁺ is at «Na_out» mM outside and «Na_in» mM inside, at
        «celsius:.0f» °C («T» K). What is *E*_{Na}?
        """,
    ),
    right=Text(
        zh="对。反转电位必定在 *E*_{K} 与 *E*_{Na} 之间；具体落在哪里，要看通透性和浓度。",
        en=(
            "Right. The reversal potential lies between *E*_{K} and *E*_{Na}; just where depends on "
            "permeabilities and concentrations."
        ),
    ),
    teaches=Text(
        zh="再定出反转电位范围的另一端。", en="The other end of the range in which a reversal potential must lie."
    ),
)

WEIGHTED_MEAN = prose(
    zh="""
    你把 *E*_{K} 和 *E*_{Na} 按通透性求了加权平均。GHK 方程不是平衡电位的平均：
    先在对数里面把 *P* 乘浓度相加，最后才取对数。
    """,
    en="""
    You averaged *E*_{K} and *E*_{Na}, weighted by permeability. The GHK equation is not a mean of equilibrium
    potentials:
    permeability times concentration is summed inside the logarithm, and the logarithm is taken last.
    """,
)
PLAIN_MEAN = prose(
    zh="""
    这是 *E*_{K} 与 *E*_{Na} 的中点。反转电位不是平衡电位的平均，哪怕两种离子的通透性相等：
    在对数里面相加的是通透性与浓度的乘积。
    """,
    en="""
    That is the midpoint of *E*_{K} and *E*_{Na}. A reversal potential is no mean of equilibrium potentials, not even
    at equal
    permeability: what adds up, inside the logarithm, is permeability times concentration.
    """,
)
INVERTED = prose(
    zh="""
    大小对了，分数倒过来了：阳离子的胞外项在分子上，胞内项在分母上，与能斯特方程一致。
    """,
    en="""
    The size is right and the fraction upside down: for cations the outside terms go on top and the inside ones
    below, as
    in the Nernst equation.
    """,
)

_CELL = {
    "zh": "胞内 K⁺ «K_in» mM、Na⁺ «Na_in» mM，胞外 K⁺ «K_out» mM、Na⁺ «Na_out» mM，温度 «celsius:.0f» °C（«T» K）。",
    "en": (
        "Inside are «K_in» mM K⁺ and «Na_in» mM Na⁺, outside «K_out» mM K⁺ and «Na_out» mM Na⁺, at «celsius:.0f» °C "
        "(«T» K). "
    ),
}
_CELL_GIVENS = (K_out_given, K_in_given, Na_out_given, Na_in_given, T_given)

reversal_potential = Exercise(
    id="ghk-reversal",
    revision=1,
    section=SECTION,
    source="5028008",
    minutes=6,
    title=Text(zh="双离子通道的反转电位", en="A channel for two ions"),
    teaches=Text(
        zh="用 GHK 方程由通透性比求反转电位。",
        en="The GHK equation turns a permeability ratio into a reversal potential.",
    ),
    statement=Text(
        zh="一种通道对 K⁺ 和 Na⁺ 的通透性比 *P*_{K} : *P*_{Na} 为 «alpha» : 1。" + _CELL["zh"] + "它的反转电位是多少？",
        en=(
            "A channel passes K⁺ and Na⁺ with *P*_{K} : *P*_{Na} = «alpha» : 1. "
            + _CELL["en"]
            + "What is its reversal potential?"
        ),
    ),
    givens=(alpha_given, *_CELL_GIVENS),
    answer=reversal(alpha),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("inverted", -reversal(alpha), INVERTED),
        Misconception(
            "ratio_inverted",
            reversal(1 / alpha),
            Text(
                zh="通透性比用反了：题目里通透性较大的是 K⁺，乘上 «alpha» 的应是 K⁺ 的浓度。",
                en=(
                    "The permeability ratio is the wrong way round: K⁺ is the more permeant, so its terms carry the "
                    "«alpha»."
                ),
            ),
        ),
        Misconception("weighted_mean", (alpha * E_K + E_Na) / (alpha + 1), WEIGHTED_MEAN),
        Misconception("plain_mean", (E_K + E_Na) / 2, PLAIN_MEAN),
        Misconception(
            "permeability_ignored",
            reversal(1),
            Text(
                zh="通透性漏掉了：你把浓度直接相加，等于认为两种离子同样容易通过。K⁺ 的两项都要乘 «alpha»。",
                en=(
                    "The permeabilities are missing: adding bare concentrations treats both ions alike. "
                    "Both K⁺ terms carry the factor «alpha»."
                ),
            ),
        ),
        Misconception("log10", reversal(alpha) / LN10, LOG10),
        Misconception("celsius", reversal(alpha, T=celsius), CELSIUS),
        Misconception(
            "sodium_as_anion",
            reversal(alpha, Na_out=Na_in, Na_in=Na_out),
            Text(
                zh="Na⁺ 的两项内外对调了。只有阴离子才对调；Na⁺ 是阳离子，胞外浓度在分子上。",
                en=(
                    "The two Na⁺ terms are exchanged. Only anions are entered that way; Na⁺ is a cation and its "
                    "outside "
                    "concentration goes on top."
                ),
            ),
        ),
    ),
    steps={
        "celsius": celsius,
        "RT_F": thermal(T),
        "outside": alpha * K_out + Na_out,
        "inside": alpha * K_in + Na_in,
        "quotient": (alpha * K_out + Na_out) / (alpha * K_in + Na_in),
        "E_K": E_K,
        "E_Na": E_Na,
    },
    right=Text(
        zh="对。它落在 *E*_{K} 与 *E*_{Na} 之间，却不是两者的平均。",
        en="Right. It lies between *E*_{K} and *E*_{Na} and is no average of the two.",
    ),
    hints=(
        Text(
            zh="用 GHK 方程。起作用的只有通透性比：取 *P*_{Na} = 1，*P*_{K} = «alpha»。",
            en="Use the GHK equation. Only the ratio matters: take *P*_{Na} = 1 and *P*_{K} = «alpha».",
        ),
        Text(
            zh="分子是胞外的和：«alpha» × «K_out» + «Na_out»；分母是胞内的和：«alpha» × «K_in» + «Na_in»。",
            en=(
                "On top the outside sum, «alpha» × «K_out» + «Na_out»; below the inside sum, «alpha» × «K_in» + "
                "«Na_in»."
            ),
        ),
        Text(
            zh="取自然对数，再乘 *RT*/*F* = «RT_F:.2f» mV。",
            en="Take the logarithm and multiply by *RT*/*F* = «RT_F:.2f» mV.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{rev} = \frac{RT}{F}\,\ln\frac{P_\text{K}[\text{K}^+]_\text{out} + P_\text{Na}[\text{Na}^+]_\text{out}}
        {P_\text{K}[\text{K}^+]_\text{in} + P_\text{Na}[\text{Na}^+]_\text{in}}$$

        取 $P_\text{Na} = 1$，$P_\text{K} = «alpha»$：

        $$E_\text{rev} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«alpha»\times «K_out» + «Na_out»}
        {«alpha»\times «K_in» + «Na_in»}$$

        $$\phantom{E_\text{rev}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«outside:.0f»}{«inside:.0f»}$$

        $$\phantom{E_\text{rev}} = «answer:.1f»\ \text{mV}$$

        核对：结果在 *E*_{K}（«E_K:.1f» mV）与 *E*_{Na}（«E_Na:+.1f» mV）之间。
        """,
        en=r"""
        $$E_\text{rev} = \frac{RT}{F}\,\ln\frac{P_\text{K}[\text{K}^+]_\text{out} + P_\text{Na}[\text{Na}^+]_\text{out}}
        {P_\text{K}[\text{K}^+]_\text{in} + P_\text{Na}[\text{Na}^+]_\text{in}}$$

        With $P_\text{Na} = 1$ and $P_\text{K} = «alpha»$,

        $$E_\text{rev} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«alpha»\times «K_out» + «Na_out»}
        {«alpha»\times «K_in» + «Na_in»}$$

        $$\phantom{E_\text{rev}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«outside:.0f»}{«inside:.0f»}$$

        $$\phantom{E_\text{rev}} = «answer:.1f»\ \text{mV}$$

        A check: the result lies between *E*_{K} («E_K:.1f» mV) and *E*_{Na} («E_Na:+.1f» mV).
        """,
    ),
)

equal_permeability = Exercise(
    id="ghk-equal-permeability",
    revision=1,
    section=SECTION,
    source="5028008",
    minutes=4,
    title=Text(zh="通透性相等", en="Equal permeabilities"),
    teaches=Text(
        zh="通透性相等时，反转电位在 0 附近，不在两个平衡电位的正中。",
        en="With equal permeabilities the reversal potential is near 0, not halfway.",
    ),
    statement=Text(
        zh=(
            "一种非选择性阳离子通道对 K⁺ 和 Na⁺ 的通透性相等。" + _CELL["zh"] + "它的反转电位是多少？请精确到 0.1 mV。"
        ),
        en=(
            "A non-selective cation channel is equally permeable to K⁺ and Na⁺. "
            + _CELL["en"]
            + "What is its reversal potential, to 0.1 mV?"
        ),
    ),
    givens=_CELL_GIVENS,
    answer=reversal(1),
    unit="mV",
    atol=0.2,
    rtol=0.005,
    condition=sympy.Abs(reversal(1)) - sympy.Rational(1, 2),
    misconceptions=(
        Misconception("plain_mean", (E_K + E_Na) / 2, PLAIN_MEAN),
        Misconception("inverted", -reversal(1), INVERTED),
        Misconception(
            "zero",
            sympy.Integer(0),
            prose(
                zh="""
                接近，但不恰好是 0。两种离子同样容易通过时，反转电位取决于两侧阳离子的总浓度之比，
                而这里两侧的总和不相等。
                """,
                en="""
                Close, but not exactly 0. When both ions pass alike, what counts is the ratio of the total cation
                concentrations on the two sides, and here the totals differ.
                """,
            ),
        ),
    ),
    steps={
        "celsius": celsius,
        "RT_F": thermal(T),
        "outside": K_out + Na_out,
        "inside": K_in + Na_in,
        "E_mid": (E_K + E_Na) / 2,
    },
    right=Text(
        zh="对。通透性相等时，反转电位靠近 0，并不在 *E*_{K} 与 *E*_{Na} 的正中间。",
        en="Right. With equal permeabilities it lies near 0, not halfway between *E*_{K} and *E*_{Na}.",
    ),
    hints=(
        Text(
            zh="在 GHK 方程里令 *P*_{K} = *P*_{Na}，通透性就约掉了。",
            en="Put *P*_{K} = *P*_{Na} into the GHK equation and the permeabilities cancel.",
        ),
        Text(
            zh="剩下的是总浓度之比 («K_out» + «Na_out»)/(«K_in» + «Na_in»)，取对数后乘 *RT*/*F* = «RT_F:.2f» mV。",
            en=(
                "What remains is the ratio of the totals, («K_out» + «Na_out»)/(«K_in» + «Na_in»): take its "
                "logarithm times "
                "«RT_F:.2f» mV."
            ),
        ),
    ),
    solution=prose(
        zh=r"""
        通透性相等，所以从分子和分母中约掉：

        $$E_\text{rev} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«K_out» + «Na_out»}{«K_in» + «Na_in»}$$

        $$\phantom{E_\text{rev}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«outside:.0f»}{«inside:.0f»}$$

        $$\phantom{E_\text{rev}} = «answer:.2f»\ \text{mV}$$

        *E*_{K} 与 *E*_{Na} 的中点是 «E_mid:.1f» mV，差得很远：GHK 方程给出的不是平均值。
        """,
        en=r"""
        Equal permeabilities cancel from top and bottom:

        $$E_\text{rev} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«K_out» + «Na_out»}{«K_in» + «Na_in»}$$

        $$\phantom{E_\text{rev}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«outside:.0f»}{«inside:.0f»}$$

        $$\phantom{E_\text{rev}} = «answer:.2f»\ \text{mV}$$

        The midpoint of *E*_{K} and *E*_{Na} is «E_mid:.1f» mV, far away: GHK is no average.
        """,
    ),
)

# Between 1 and 3 the answer turns over: near 1.8 for the book's concentrations the two distances are equal.
ratio_near = Given("alpha", r"\alpha", "", "1.0", "3.5", "0.5", first="3.0")
to_potassium = reversal(alpha, T=310) - nernst(K_out, K_in, 1, 310)
to_sodium = nernst(Na_out, Na_in, 1, 310) - reversal(alpha, T=310)

nearer = Exercise(
    id="ghk-nearer",
    revision=1,
    section=SECTION,
    source="5028008",
    minutes=4,
    title=Text(zh="离哪一个更近", en="Nearer to which"),
    teaches=Text(
        zh="离哪个平衡电位更近，由通透性乘浓度决定。",
        en="Permeability times concentration decides which equilibrium potential is nearer.",
    ),
    statement=prose(
        zh="""
        一种通道的 *P*_{K} : *P*_{Na} = «alpha» : 1。胞内 K⁺ «K_in» mM、Na⁺ «Na_in» mM，
        胞外 K⁺ «K_out» mM、Na⁺ «Na_out» mM，温度 310 K。它的反转电位离哪个平衡电位更近？
        """,
        en="""
        A channel has *P*_{K} : *P*_{Na} = «alpha» : 1. Inside are «K_in» mM K⁺ and «Na_in» mM Na⁺, outside «K_out»
        mM K⁺
        and «Na_out» mM Na⁺, at 310 K. To which equilibrium potential is its reversal potential nearer?
        """,
    ),
    givens=(ratio_near, K_out_given, K_in_given, Na_out_given, Na_in_given),
    answer=sympy.Piecewise((0, to_potassium < to_sodium), (1, True)),
    condition=sympy.Abs(to_potassium - to_sodium) - 4,
    steps={
        "E_rev": reversal(alpha, T=310),
        "E_K": nernst(K_out, K_in, 1, 310),
        "E_Na": nernst(Na_out, Na_in, 1, 310),
        "E_mid": (nernst(K_out, K_in, 1, 310) + nernst(Na_out, Na_in, 1, 310)) / 2,
    },
    options=(
        Option(
            "potassium",
            Text(zh="*E*_{K}", en="*E*_{K}"),
            prose(
                zh="""
                通透性较大并不保证更近。起作用的是通透性与浓度的乘积，而胞外的 Na⁺ 远比 K⁺ 多。
                算出 *E*_{rev}，同中点比一比。
                """,
                en="""
                A larger permeability is no guarantee. What counts is permeability times concentration, and outside
                there is far
                more Na⁺ than K⁺. Work out *E*_{rev} and compare it with the midpoint.
                """,
            ),
        ),
        Option(
            "sodium",
            Text(zh="*E*_{Na}", en="*E*_{Na}"),
            prose(
                zh="""
                «alpha» 倍的通透性在这里已经够了：算出 *E*_{rev}，同 *E*_{K}、*E*_{Na} 的中点比一比，看它在哪一边。
                """,
                en="""
                A ratio of «alpha» is enough here: work out *E*_{rev}, compare it with the midpoint of *E*_{K} and
                *E*_{Na},
                and see on which side it falls.
                """,
            ),
        ),
        Option(
            "halfway",
            Text(zh="正好在两者中间", en="Exactly halfway"),
            Text(
                zh="只有在某一个特定的比值下才恰好在正中间，而且那个比值不是 1 : 1。请算出来看。",
                en="It is halfway at one particular ratio only, which is not 1 : 1. Compute it and see.",
            ),
        ),
    ),
    right=Text(
        zh="对。决定远近的是通透性与浓度的乘积，不只是通透性。",
        en="Right. Permeability times concentration decides, not permeability alone.",
    ),
    hints=(
        Text(
            zh="三个数都求出来：*E*_{K}、*E*_{Na} 和 *E*_{rev}。",
            en="Find all three numbers: *E*_{K}, *E*_{Na} and *E*_{rev}.",
        ),
        Text(
            zh="把 *E*_{rev} 同中点 (*E*_{K} + *E*_{Na})/2 比较，低于中点就离 *E*_{K} 更近。",
            en="Compare *E*_{rev} with the midpoint (*E*_{K} + *E*_{Na})/2: below it, *E*_{K} is nearer.",
        ),
    ),
    solution=prose(
        zh="""
        *E*_{K} = «E_K:.1f» mV，*E*_{Na} = «E_Na:+.1f» mV，中点 «E_mid:.1f» mV。
        GHK 方程给出 *E*_{rev} = «E_rev:.1f» mV。低于中点离 *E*_{K} 更近，高于中点离 *E*_{Na} 更近。
        """,
        en="""
        *E*_{K} = «E_K:.1f» mV, *E*_{Na} = «E_Na:+.1f» mV, midpoint «E_mid:.1f» mV. The GHK equation gives *E*_{rev} =
        «E_rev:.1f» mV. Below the midpoint *E*_{K} is nearer, above it *E*_{Na}.
        """,
    ),
)

currents_at_reversal = Exercise(
    id="ghk-currents-at-reversal",
    revision=1,
    section=SECTION,
    source="5028008",
    minutes=2,
    title=Text(zh="反转电位处的电流", en="Currents at the reversal potential"),
    teaches=Text(
        zh="反转电位处净电流为零，两种离子却都在流。",
        en="At the reversal potential no net current flows, yet both ions do.",
    ),
    statement=prose(
        zh="""
        一种通道的 *P*_{K} : *P*_{Na} = «alpha» : 1，胞内 K⁺ «K_in» mM、Na⁺ «Na_in» mM，胞外 K⁺ «K_out» mM、
        Na⁺ «Na_out» mM，膜电位恰在它的反转电位（«E_rev:.1f» mV）。此时 K⁺ 电流和 Na⁺ 电流各是怎样的？
        """,
        en="""
        A channel has *P*_{K} : *P*_{Na} = «alpha» : 1, with «K_in» mM K⁺ and «Na_in» mM Na⁺ inside and «K_out» mM K⁺
        and
        «Na_out» mM Na⁺ outside. The membrane sits exactly at its reversal potential («E_rev:.1f» mV). What are the
        K⁺ and the
        Na⁺ current?
        """,
    ),
    givens=(alpha_given, K_out_given, K_in_given, Na_out_given, Na_in_given),
    answer=sympy.Integer(2),
    steps={
        "E_rev": reversal(alpha, T=310),
        "E_K": nernst(K_out, K_in, 1, 310),
        "E_Na": nernst(Na_out, Na_in, 1, 310),
    },
    options=(
        Option(
            "both_zero",
            Text(zh="两者都为零", en="Both are zero"),
            Text(
                zh="为零的是两者之和。单看 K⁺，它在自己的平衡电位 *E*_{K} 处才没有净电流，而这里离 *E*_{K} 还远。",
                en=(
                    "Their sum is zero. K⁺ alone carries no net current only at *E*_{K}, and the membrane is far "
                    "from there."
                ),
            ),
        ),
        Option(
            "potassium_larger",
            Text(
                zh="K⁺ 外向，Na⁺ 内向，K⁺ 电流更大，因为它的通透性更大",
                en="K⁺ outward, Na⁺ inward, the K⁺ current larger because it is the more permeant",
            ),
            Text(
                zh=(
                    "方向对了。可若一个更大，净电流就不为零，这里就不是反转电位了；通透性较小的 Na⁺ "
                    "靠更大的驱动力补上。"
                ),
                en=(
                    "The directions are right. But if one were larger the net current would not be zero and this "
                    "would not be "
                    "the reversal potential; Na⁺ makes up for its lower permeability by a stronger pull."
                ),
            ),
        ),
        Option(
            "equal_opposite",
            Text(
                zh="K⁺ 外向，Na⁺ 内向，大小相等，都不为零",
                en="K⁺ outward, Na⁺ inward, equal in size and not zero",
            ),
            Text(zh="", en=""),
        ),
        Option(
            "exchanged",
            Text(
                zh="K⁺ 内向，Na⁺ 外向，大小相等，都不为零",
                en="K⁺ inward, Na⁺ outward, equal in size and not zero",
            ),
            Text(
                zh="大小相等是对的，方向反了：*E*_{rev} 高于 *E*_{K}，所以 K⁺ 的驱动力为正；对 Na⁺ 正好相反。",
                en=(
                    "Equal in size, yes, but the directions are exchanged: *E*_{rev} is above *E*_{K}, so the "
                    "driving force on "
                    "K⁺ is positive, and for Na⁺ it is the opposite."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。净电流为零，两种离子却都在流：这不是平衡，浓度差会慢慢耗尽，除非有泵来补。",
        en="Right. No net current, yet both ions flow: not an equilibrium, and without a pump the gradients run down.",
    ),
    hints=(
        Text(
            zh="反转电位的定义里，等于零的是什么？",
            en="What is zero by the definition of a reversal potential?",
        ),
        Text(
            zh="分别看两种离子：*V*_{m} 在 *E*_{K} 的上面还是下面？在 *E*_{Na} 的上面还是下面？",
            en="Take each ion in turn: is *V*_{m} above or below *E*_{K}? Above or below *E*_{Na}?",
        ),
    ),
    solution=prose(
        zh="""
        *E*_{rev}（«E_rev:.1f» mV）高于 *E*_{K}（«E_K:.1f» mV），K⁺ 的驱动力为正，K⁺ 电流外向；
        它又低于 *E*_{Na}（«E_Na:+.1f» mV），Na⁺ 电流内向。反转电位就是两者之和为零的电位，
        所以它们大小相等、方向相反，而且都不为零。
        """,
        en="""
        *E*_{rev} («E_rev:.1f» mV) lies above *E*_{K} («E_K:.1f» mV), so the driving force on K⁺ is positive and its
        current
        outward. It lies below *E*_{Na} («E_Na:+.1f» mV), so the Na⁺ current is inward. The reversal potential is
        where the two
        add up to zero: they are equal, opposite, and neither is zero.
        """,
    ),
)

Cl_out_given = Given("Cl_out", r"[\mathrm{Cl^-}]_\mathrm{out}", "mM", "130", "150", "10", first="150")
Cl_in_given = Given("Cl_in", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "5", "20", "1", first="10")
P_Na_given = Given("P_Na", r"P_\mathrm{Na}", "", "0.02", "0.10", "0.01", first="0.04")
P_Cl_given = Given("P_Cl", r"P_\mathrm{Cl}", "", "0.20", "0.60", "0.05", first="0.45")
Cl_out, Cl_in, P_Na, P_Cl = (g.sympy for g in (Cl_out_given, Cl_in_given, P_Na_given, P_Cl_given))


def membrane(**changed):
    """GHK membrane potential in mV of the three-ion exercise, some of its values replaced."""
    values = {"K_out": K_out, "K_in": K_in, "Na_out": Na_out, "Na_in": Na_in, "Cl_out": Cl_out, "Cl_in": Cl_in}
    values |= {"P_K": 1, "P_Na": P_Na, "P_Cl": P_Cl, "T": T}
    return ghk_membrane_model.expression("V_m", **(values | changed))


_above = K_out + P_Na * Na_out + P_Cl * Cl_in
_below = K_in + P_Na * Na_in + P_Cl * Cl_out

three_ions = Exercise(
    id="ghk-three-ions",
    revision=1,
    section=SECTION,
    minutes=8,
    title=Text(zh="三种离子的膜电位", en="A membrane with three ions"),
    teaches=Text(
        zh="三种离子共同决定膜电位，Cl⁻ 的内外位置要对调。",
        en="Three ions set a membrane potential, with chloride's two sides exchanged.",
    ),
    statement=prose(
        zh="""
        某细胞膜的 *P*_{K} : *P*_{Na} : *P*_{Cl} 为 1 : «P_Na» : «P_Cl»。胞内 K⁺ «K_in» mM、Na⁺ «Na_in» mM、
        Cl⁻ «Cl_in» mM；胞外 K⁺ «K_out» mM、Na⁺ «Na_out» mM、Cl⁻ «Cl_out» mM；温度 «celsius:.0f» °C（«T» K）。
        总电流为零时，膜电位是多少？
        """,
        en="""
        A membrane has *P*_{K} : *P*_{Na} : *P*_{Cl} = 1 : «P_Na» : «P_Cl». Inside are «K_in» mM K⁺, «Na_in» mM Na⁺ and
        «Cl_in» mM Cl⁻; outside «K_out» mM K⁺, «Na_out» mM Na⁺ and «Cl_out» mM Cl⁻; at «celsius:.0f» °C («T» K). At what
        membrane potential is the net current zero?
        """,
    ),
    givens=(
        P_Na_given,
        P_Cl_given,
        K_out_given,
        K_in_given,
        Na_out_given,
        Na_in_given,
        Cl_out_given,
        Cl_in_given,
        T_given,
    ),
    answer=membrane(),
    unit="mV",
    atol=0.3,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "chloride_as_cation",
            membrane(Cl_out=Cl_in, Cl_in=Cl_out),
            prose(
                zh="""
                Cl⁻ 的两项没有对调。Cl⁻ 带负电，在 GHK 方程里它的胞内浓度在分子上，胞外浓度在分母上。
                """,
                en="""
                The Cl⁻ terms were not exchanged. Cl⁻ is negative, so in the GHK equation its inside concentration
                goes on top
                and its outside concentration below.
                """,
            ),
        ),
        Misconception(
            "chloride_ignored",
            membrane(P_Cl=0),
            Text(
                zh="Cl⁻ 漏掉了。它的通透性是 «P_Cl»，两侧都要加上它那一项。",
                en="Cl⁻ was left out. With a permeability of «P_Cl» it adds a term above and one below.",
            ),
        ),
        Misconception(
            "weighted_mean",
            (E_K + P_Na * E_Na + P_Cl * nernst(Cl_out, Cl_in, -1, T)) / (1 + P_Na + P_Cl),
            prose(
                zh="""
                你把三个平衡电位按通透性求了加权平均。GHK 方程不是平衡电位的平均：
                先在对数里面把 *P* 乘浓度相加，最后才取对数。
                """,
                en="""
                You averaged the three equilibrium potentials, weighted by permeability. The GHK equation is not such
                a mean:
                permeability times concentration is summed inside the logarithm, and the logarithm is taken last.
                """,
            ),
        ),
        Misconception(
            "permeability_ignored",
            membrane(P_Na=1, P_Cl=1),
            Text(
                zh="通透性漏掉了：每个浓度都要先乘上它那种离子的通透性，再相加。",
                en=(
                    "The permeabilities are missing: each concentration is multiplied by its ion's permeability "
                    "before adding."
                ),
            ),
        ),
        Misconception(
            "inverted",
            -membrane(),
            Text(
                zh="大小对了，整个分数倒过来了：阳离子的胞外项、Cl⁻ 的胞内项在分子上。",
                en="The size is right and the whole fraction upside down: cations outside and Cl⁻ inside go on top.",
            ),
        ),
        Misconception("log10", membrane() / LN10, LOG10),
        Misconception("celsius", membrane(T=celsius), CELSIUS),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "above": _above, "below": _below, "ratio": _above / _below},
    right=prose(
        zh="""
        对。它落在三个平衡电位之间：K⁺ 和 Cl⁻ 把它拉向负值；Na⁺ 的通透性虽小，
        胞外浓度却高，使它离 *E*_{K} 还有一段距离。
        """,
        en="""
        Right. It lies among the three equilibrium potentials: K⁺ and Cl⁻ hold it negative; Na⁺, hardly permeant but
        plentiful outside, keeps it above *E*_{K}.
        """,
    ),
    hints=(
        Text(
            zh="GHK 方程里，阳离子的胞外浓度在分子上；Cl⁻ 正好相反。",
            en=(
                "In the GHK equation the outside concentrations of cations go on top; for Cl⁻ it is the other way "
                "round."
            ),
        ),
        Text(
            zh="分子：«K_out» + «P_Na» × «Na_out» + «P_Cl» × «Cl_in»。分母自己写。",
            en="On top: «K_out» + «P_Na» × «Na_out» + «P_Cl» × «Cl_in». The lower sum is yours.",
        ),
        Text(
            zh="取自然对数，再乘 *RT*/*F* = «RT_F:.2f» mV。",
            en="Take the natural logarithm and multiply by *RT*/*F* = «RT_F:.2f» mV.",
        ),
    ),
    solution=prose(
        zh=r"""
        分子（K⁺、Na⁺ 的胞外项与 Cl⁻ 的胞内项）：

        $$«K_out» + «P_Na»\times «Na_out» + «P_Cl»\times «Cl_in» = «above:.2f»$$

        分母（K⁺、Na⁺ 的胞内项与 Cl⁻ 的胞外项）：

        $$«K_in» + «P_Na»\times «Na_in» + «P_Cl»\times «Cl_out» = «below:.2f»$$

        $$V_\text{m} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«above:.2f»}{«below:.2f»}$$

        $$\phantom{V_\text{m}} = «answer:.1f»\ \text{mV}$$
        """,
        en=r"""
        On top, K⁺ and Na⁺ outside and Cl⁻ inside:

        $$«K_out» + «P_Na»\times «Na_out» + «P_Cl»\times «Cl_in» = «above:.2f»$$

        Below, K⁺ and Na⁺ inside and Cl⁻ outside:

        $$«K_in» + «P_Na»\times «Na_in» + «P_Cl»\times «Cl_out» = «below:.2f»$$

        $$V_\text{m} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«above:.2f»}{«below:.2f»}$$

        $$\phantom{V_\text{m}} = «answer:.1f»\ \text{mV}$$
        """,
    ),
)

EXERCISES = (
    potassium,
    sodium,
    reversal_potential,
    equal_permeability,
    nearer,
    currents_at_reversal,
    three_ions,
)
