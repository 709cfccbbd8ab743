"""Exercises on activity: ionic strength, activity coefficients, and how little they move a potential."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.activity import A_AT_310, activity_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import LN10, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/activity"

salt_given = Given("c", "c", "mM", "20", "150", "10", first="100")
c = salt_given.sympy
_unit = sympy.Rational(1, 1000)

ionic_strength = Exercise(
    id="activity-ionic-strength",
    revision=1,
    section=SECTION,
    source="5028015",
    minutes=3,
    title=Text(zh="离子强度", en="Ionic strength"),
    teaches=Text(zh="离子强度按电荷的平方加权。", en="Ionic strength weighs each ion by the square of its charge."),
    statement=Text(
        zh="«c» mM CaCl₂ 溶液（完全电离）的离子强度是多少（M）？",
        en="What is the ionic strength, in M, of a fully dissociated «c» mM solution of CaCl₂?",
    ),
    givens=(salt_given,),
    answer=3 * c * _unit,
    unit="M",
    atol=0.0005,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "concentration",
            c * _unit,
            Text(
                zh="这是盐的浓度。离子强度要把每种离子的浓度乘以价数的平方，相加后取半。",
                en=(
                    "That is the concentration of the salt. Multiply each ion's concentration by its valence "
                    "squared, add, halve."
                ),
            ),
        ),
        Misconception(
            "no_half",
            6 * c * _unit,
            Text(zh="最后忘了取半：*I* = ½ Σ *c* *z*²。", en="The half is missing: *I* = ½ Σ *c* *z*²."),
        ),
        Misconception(
            "not_squared",
            2 * c * _unit,
            Text(
                zh="价数没有平方。Ca²⁺ 的 *z* = 2，它那一项要乘 4。",
                en="The valence was not squared. For Ca²⁺, *z* = 2, so its term counts four times.",
            ),
        ),
    ),
    right=Text(
        zh="对。二价离子的分量重：同样浓度的 NaCl 只有它的三分之一。",
        en="Right. Divalent ions weigh heavily: NaCl of the same concentration has a third of this.",
    ),
    hints=(
        Text(zh="一个 CaCl₂ 给出一个 Ca²⁺ 和两个 Cl⁻。", en="One CaCl₂ gives one Ca²⁺ and two Cl⁻."),
        Text(zh="*I* = ½ Σ *c* *z*²；Ca²⁺ 的 *z*² 是 4。", en="*I* = ½ Σ *c* *z*²; *z*² is 4 for Ca²⁺."),
    ),
    solution=prose(
        zh=r"$$I = \tfrac12\,(«c»\times 4 + 2\times «c»\times 1)\ \text{mM} = «answer:.2f»\ \text{M}$$",
        en=r"$$I = \tfrac12\,(«c»\times 4 + 2\times «c»\times 1)\ \text{mM} = «answer:.2f»\ \text{M}$$",
    ),
)

I_given = Given("I", "I", "M", "0.08", "0.25", "0.01", first="0.15")
strength = I_given.sympy


def gamma(kind: str, ionic_strength, z: int):
    """Activity coefficient at 310 K by one of the model's equations."""
    return activity_model.expression(f"gamma_{kind}_in", I_in=ionic_strength, z=z, T=310, ion_size=3)


def coefficient(
    id: str, z: int, title: Text, right: Text, extra: tuple[Misconception, ...], *, teaches: Text
) -> Exercise:
    """Davies' activity coefficient of a mono- or divalent ion."""
    ion = {1: "K⁺", 2: "Ca²⁺"}[z]
    answer = gamma("davies", strength, z)
    exponent = A_AT_310 * z**2 * (sympy.sqrt(strength) / (1 + sympy.sqrt(strength)) - sympy.Float("0.3") * strength)
    return Exercise(
        id=id,
        revision=1,
        section=SECTION,
        source="5028015",
        minutes=5,
        title=title,
        teaches=teaches,
        statement=prose(
            zh=f"""
            离子强度为 «I» M，温度 310 K（*A* = 0.5229）。按戴维斯式
            lg *γ* = −*Az*²[√*I*/(1 + √*I*) − 0.3*I*]，{ion} 的活度系数是多少？
            """,
            en=f"""
            The ionic strength is «I» M at 310 K (*A* = 0.5229). By Davies' equation,
            log₁₀ *γ* = −*Az*²[√*I*/(1 + √*I*) − 0.3*I*], what is the activity coefficient of {ion}?
            """,
        ),
        givens=(I_given,),
        answer=answer,
        atol=0.003,
        rtol=0.005,
        misconceptions=(
            *extra,
            Misconception(
                "limiting_law",
                gamma("limiting", strength, z),
                Text(
                    zh="这是极限定律的值，只适用于很稀的溶液（*I* 小于约 0.01 M）。请用完整的戴维斯式。",
                    en="That is the limiting law, good only below about 0.01 M. Use the whole of Davies' equation.",
                ),
            ),
            Misconception(
                "natural_exponential",
                sympy.exp(-exponent),
                Text(
                    zh="方程给的是 lg *γ*，要取 10 的幂，不是 e 的幂。",
                    en="The equation gives log₁₀ *γ*: raise 10, not e.",
                ),
            ),
        ),
        steps={"exponent": -exponent},
        right=right,
        hints=(
            Text(zh="*I* 以 M 代入，先算方括号。", en="Put *I* in as M and work out the bracket first."),
            Text(
                zh=f"乘以 −0.5229 × {z * z}，得到 lg *γ*，再取 10 的幂。",
                en=f"Multiply by −0.5229 × {z * z} to get log₁₀ *γ*, then raise 10 to it.",
            ),
        ),
        solution=prose(
            zh=rf"""
            $$\lg\gamma = -0.5229\times {z * z}\times\left(\frac{{\sqrt{{I}}}}{{1+\sqrt{{I}}}} - 0.3 I\right) =
            «exponent:.3f»$$

            $$\gamma = 10^{{«exponent:.3f»}} = «answer:.3f»$$
            """,
            en=rf"""
            $$\log_{{10}}\gamma = -0.5229\times {z * z}\times\left(\frac{{\sqrt{{I}}}}{{1+\sqrt{{I}}}} - 0.3 I\right)$$

            $$\phantom{{\log_{{10}}\gamma}} = «exponent:.3f»$$

            $$\gamma = 10^{{«exponent:.3f»}} = «answer:.3f»$$
            """,
        ),
    )


_millimolar = 1000 * strength
monovalent = coefficient(
    "activity-coefficient",
    1,
    Text(zh="一价离子的活度系数", en="An activity coefficient"),
    Text(
        zh="对。生理盐水里，一价离子的活度大约是浓度的四分之三。",
        en=(
            "Right. In physiological saline the activity of a monovalent ion is about three quarters of its "
            "concentration."
        ),
    ),
    (
        Misconception(
            "millimolar",
            10
            ** (
                -A_AT_310 * (sympy.sqrt(_millimolar) / (1 + sympy.sqrt(_millimolar)) - sympy.Float("0.3") * _millimolar)
            ),
            Text(
                zh="离子强度以 mM 代入了，结果大得离谱。式中的 *I* 要用 M。",
                en="The ionic strength went in as mM, and the result is absurd. The equation wants *I* in M.",
            ),
        ),
    ),
    teaches=Text(
        zh="生理盐溶液里，一价离子的活度约为浓度的四分之三。",
        en="In physiological saline the activity of a monovalent ion is about three quarters of its concentration.",
    ),
)
divalent = coefficient(
    "activity-coefficient-divalent",
    2,
    Text(zh="二价离子的活度系数", en="A divalent ion"),
    Text(
        zh="对。二价离子被周围的异号离子包得更紧，活度不到浓度的一半。",
        en="Right. A divalent ion is shielded far more: its activity is less than half of its concentration.",
    ),
    (
        Misconception(
            "valence_forgotten",
            gamma("davies", strength, 1),
            Text(
                zh="这是一价离子的值。Ca²⁺ 的 *z*² = 4，lg *γ* 要乘 4。",
                en="That is the value for *z* = 1. For Ca²⁺, *z*² is 4, and so is the factor on log₁₀ *γ*.",
            ),
        ),
        Misconception(
            "not_squared",
            gamma("davies", strength, 1) ** 2,
            Text(
                zh="*z* 没有平方：你乘的是 2，应乘 4。",
                en="*z* was not squared: you multiplied by 2 instead of 4.",
            ),
        ),
    ),
    teaches=Text(
        zh="二价离子受到的屏蔽强得多，活度不到浓度的一半。",
        en="A divalent ion is shielded far more: its activity is less than half its concentration.",
    ),
)

I_out_given = Given("I_out", r"I_\mathrm{out}", "M", "0.14", "0.17", "0.01", first="0.15")
I_in_given = Given("I_in", r"I_\mathrm{in}", "M", "0.20", "0.40", "0.05", first="0.30")
I_out, I_in = I_out_given.sympy, I_in_given.sympy


def shift(kind: str, outside, inside):
    """Shift of a monovalent cation's potential in mV at 310 K."""
    return activity_model.expression(f"shift_{kind}", I_out=outside, I_in=inside, z=1, T=310, ion_size=3)


_shift = shift("davies", I_out, I_in)
_GAMMAS = {"gamma_out": gamma("davies", I_out, 1), "gamma_in": gamma("davies", I_in, 1), "RT_F": thermal(310)}

potential_shift = Exercise(
    id="activity-shift",
    revision=1,
    section=SECTION,
    source="5028015",
    minutes=7,
    title=Text(zh="活度修正有多大", en="The size of the correction"),
    teaches=Text(
        zh="两侧离子强度即使不同，*E*_{K} 的活度修正也只有 1 mV 左右。",
        en="Even unequal ionic strengths move *E*_{K} by only about 1 mV.",
    ),
    statement=prose(
        zh="""
        假设胞外离子强度为 «I_out» M，胞内为 «I_in» M，温度 310 K（*A* = 0.5229，用戴维斯式）。
        用活度代替浓度，*E*_{K} 移动多少（带正负号）？
        """,
        en="""
        Suppose the ionic strength is «I_out» M outside and «I_in» M inside, at 310 K (*A* = 0.5229; use Davies'
        equation). By
        how much does *E*_{K} shift, sign included, when activities replace concentrations?
        """,
    ),
    givens=(I_out_given, I_in_given),
    answer=_shift,
    unit="mV",
    atol=0.02,
    rtol=0.02,
    misconceptions=(
        Misconception(
            "upside_down",
            -_shift,
            Text(
                zh="大小对了，符号反了：修正项是 (*RT*/*F*) ln(*γ*_{out}/*γ*_{in})，与浓度比一样，是外比内。",
                en=(
                    "The size is right, the sign is not: the correction is (*RT*/*F*) ln(*γ*_{out}/*γ*_{in}), out "
                    "over in."
                ),
            ),
        ),
        Misconception(
            "limiting_law",
            shift("limiting", I_out, I_in),
            Text(
                zh="你用了极限定律，它在 0.01 M 以上就不准了，会把修正夸大好几倍。",
                en="You used the limiting law, which fails above 0.01 M and exaggerates the correction several times.",
            ),
        ),
        Misconception(
            "log10",
            _shift / LN10,
            Text(
                zh="*γ* 之比取了 lg。能斯特方程里是自然对数。",
                en="You took log₁₀ of the ratio of the *γ*. The Nernst equation has the natural logarithm.",
            ),
        ),
    ),
    steps=_GAMMAS,
    right=Text(
        zh="对。两侧离子强度相差这么多，也只移动 1 mV 上下；十几毫伏的说法没有依据。",
        en="Right. Even ionic strengths as different as these move it by about 1 mV or less; the shift of more "
        "than 10 mV that some texts give has no support.",
    ),
    hints=(
        Text(zh="先求两侧 K⁺ 的活度系数。", en="Find the activity coefficient of K⁺ on either side first."),
        Text(
            zh=(
                "*γ*_{out} = «gamma_out:.3f»，*γ*_{in} = «gamma_in:.3f»；移动 = «RT_F:.2f» mV × "
                "ln(*γ*_{out}/*γ*_{in})。"
            ),
            en=(
                "*γ*_{out} is «gamma_out:.3f», *γ*_{in} is «gamma_in:.3f»; the shift is «RT_F:.2f» mV × "
                "ln(*γ*_{out}/*γ*_{in})."
            ),
        ),
    ),
    solution=prose(
        zh=r"""
        $$\Delta E = «RT_F:.2f»\ \text{mV}\times\ln\frac{«gamma_out:.4f»}{«gamma_in:.4f»} = «answer:+.2f»\ \text{mV}$$
        """,
        en=r"""
        $$\Delta E = «RT_F:.2f»\ \text{mV}\times\ln\frac{«gamma_out:.4f»}{«gamma_in:.4f»} = «answer:+.2f»\ \text{mV}$$
        """,
    ),
)

K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "150", "5", first="140")
_E_K = nernst(K_out_given.sympy, K_in_given.sympy, 1, 310)

potassium_potential = Exercise(
    id="activity-potassium-potential",
    revision=1,
    section=SECTION,
    source="5028015",
    minutes=8,
    title=Text(zh="按活度算 *E*_{K}", en="*E*_{K} from activities"),
    teaches=Text(
        zh="用活度重算 *E*_{K}，看修正值不值得做。",
        en="*E*_{K} from activities shows whether the correction is worth making.",
    ),
    statement=prose(
        zh="""
        胞外 K⁺ «K_out» mM，离子强度 «I_out» M；胞内 K⁺ «K_in» mM，离子强度 «I_in» M；温度 310 K
        （*A* = 0.5229，用戴维斯式）。按活度算，*E*_{K} 是多少？请精确到 0.1 mV。
        """,
        en="""
        Outside K⁺ is at «K_out» mM and the ionic strength is «I_out» M; inside «K_in» mM and «I_in» M; at 310 K (*A*
        = 0.5229,
        Davies' equation). What is *E*_{K} from activities, to 0.1 mV?
        """,
    ),
    givens=(K_out_given, K_in_given, I_out_given, I_in_given),
    answer=_E_K + _shift,
    unit="mV",
    atol=0.1,
    rtol=0.001,
    misconceptions=(
        Misconception(
            "concentrations",
            _E_K,
            Text(
                zh="这是按浓度算的值。还要加上活度修正 (*RT*/*F*) ln(*γ*_{out}/*γ*_{in})。",
                en="That is the value from concentrations. Add the correction (*RT*/*F*) ln(*γ*_{out}/*γ*_{in}).",
            ),
        ),
        Misconception(
            "upside_down",
            _E_K - _shift,
            Text(
                zh="修正加反了：活度 = *γ* × 浓度，比值仍是外比内。",
                en=(
                    "The correction went the wrong way: activity is *γ* times concentration, and the ratio is still "
                    "out over in."
                ),
            ),
        ),
    ),
    steps=_GAMMAS | {"E": _E_K, "shift": _shift},
    right=Text(
        zh="对。修正不到 1.5 mV，多数时候用浓度就够了。",
        en="Right. The correction is below 1.5 mV: concentrations will do for most purposes.",
    ),
    hints=(
        Text(
            zh="活度 = *γ* × 浓度；把两侧的活度代入能斯特方程。",
            en="Activity is *γ* times concentration; put both activities into the Nernst equation.",
        ),
        Text(
            zh="*γ*_{out} = «gamma_out:.3f»，*γ*_{in} = «gamma_in:.3f»，*RT*/*F* = «RT_F:.2f» mV。",
            en="*γ*_{out} is «gamma_out:.3f», *γ*_{in} is «gamma_in:.3f», *RT*/*F* is «RT_F:.2f» mV.",
        ),
    ),
    solution=prose(
        zh=r"""
        按浓度：$«E:.2f»\ \text{mV}$。修正：$«RT_F:.2f»\ln(«gamma_out:.4f»/«gamma_in:.4f») = «shift:+.2f»\ \text{mV}$。

        $$E_\text{K} = «E:.2f» + («shift:+.2f») = «answer:.1f»\ \text{mV}$$
        """,
        en=r"""
        From concentrations $«E:.2f»\ \text{mV}$; the correction is
        $«RT_F:.2f»\ln(«gamma_out:.4f»/«gamma_in:.4f») = «shift:+.2f»\ \text{mV}$.

        $$E_\text{K} = «E:.2f» + («shift:+.2f») = «answer:.1f»\ \text{mV}$$
        """,
    ),
)

same_given = Given("I", "I", "M", "0.10", "0.30", "0.01", first="0.15")

equal_strength = Exercise(
    id="activity-equal-strength",
    revision=1,
    section=SECTION,
    source="5028015",
    minutes=2,
    title=Text(zh="两侧离子强度相等", en="Equal ionic strength on both sides"),
    teaches=Text(
        zh="活度系数两侧相同就约去，电位不变。",
        en="Equal activity coefficients cancel and leave the potential as it was.",
    ),
    statement=prose(
        zh="""
        胞内外的离子强度都是 «I» M，K⁺ 的活度系数在两侧都是 «gamma:.3f»。
        与按浓度算相比，按活度算的 *E*_{K} 会怎样？
        """,
        en="""
        The ionic strength is «I» M on both sides, and the activity coefficient of K⁺ is «gamma:.3f» inside and
        outside. How does
        *E*_{K} from activities compare with *E*_{K} from concentrations?
        """,
    ),
    givens=(same_given,),
    answer=sympy.Integer(1),
    steps={"gamma": gamma("davies", same_given.sympy, 1)},
    options=(
        Option(
            "smaller",
            Text(zh="离 0 更近，因为活度比浓度小", en="Nearer 0, since activities are smaller than concentrations"),
            Text(
                zh="两侧的活度按同一比例变小，而方程里只有它们的比值。",
                en="Both activities shrink in the same proportion, and only their ratio enters the equation.",
            ),
        ),
        Option("same", Text(zh="完全相同", en="Exactly the same"), Text(zh="", en="")),
        Option(
            "larger",
            Text(zh="离 0 更远", en="Farther from 0"),
            Text(
                zh="写出活度之比：*γ* 在分子和分母里各有一个。",
                en="Write down the ratio of the activities: there is a *γ* above and a *γ* below.",
            ),
        ),
    ),
    right=Text(
        zh="对。*γ* 约掉了；只有两侧的 *γ* 不同，电位才会移动。",
        en="Right. *γ* cancels; only a difference between the two sides moves the potential.",
    ),
    hints=(
        Text(zh="活度 = *γ* × 浓度。", en="Activity is *γ* times concentration."),
        Text(zh="能斯特方程里只有两侧之比。", en="The Nernst equation holds only the ratio of the two sides."),
    ),
    solution=prose(
        zh=r"""
        $$\ln\frac{\gamma\,[\text{K}^+]_\text{out}}{\gamma\,[\text{K}^+]_\text{in}}
        = \ln\frac{[\text{K}^+]_\text{out}}{[\text{K}^+]_\text{in}}$$

        同一个 $\gamma$ 约掉，*E*_{K} 不变。
        """,
        en=r"""
        $$\ln\frac{\gamma\,[\text{K}^+]_\text{out}}{\gamma\,[\text{K}^+]_\text{in}}
        = \ln\frac{[\text{K}^+]_\text{out}}{[\text{K}^+]_\text{in}}$$

        The same $\gamma$ cancels and *E*_{K} is unchanged.
        """,
    ),
)

EXERCISES = (ionic_strength, monovalent, divalent, potential_shift, potassium_potential, equal_strength)
