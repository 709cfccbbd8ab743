"""Exercises on the driving force: its size, its sign, and what an anion does with it."""

from __future__ import annotations

from dataclasses import replace

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, SLOPE_58, current, driving_force, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/driving_force"

T_given = Given("T", "T", "K", "306", "312", "1", first="309")
Na_out_given = Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "160", "5", first="150")
Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "8", "16", "1", first="12")
T, Na_out, Na_in = (g.sympy for g in (T_given, Na_out_given, Na_in_given))
celsius = T - 273
E_Na = nernst(Na_out, Na_in, 1, T)
V = sympy.Symbol("V", real=True)

SUBTRACTED_OR_SWAPPED = prose(
    zh="""
    有两种错会得到这个数：求 *E*_{Na} 时内外浓度放反了，或者把 *E*_{Na} 加到了 *V*_{m} 上。
    先看 *E*_{Na} 的符号，Na⁺ 在胞外更多，它必须为正；然后从 *V*_{m} 里减去它。
    """,
    en="""
    Two slips give this number: inside and outside exchanged in *E*_{Na}, or *E*_{Na} added to *V*_{m}. Look at the
    sign of
    *E*_{Na} first (Na⁺ is crowded outside, so it must be positive), then subtract it from *V*_{m}.
    """,
)
REVERSED = prose(
    zh="""
    大小对了，减法的次序反了：驱动力规定为 *V*_{m} − *E*_{Na}，膜电位在前。
    这样它的符号才与电流一致，负号表示内向电流。
    """,
    en="""
    The size is right, the subtraction is the wrong way round: the driving force is *V*_{m} − *E*_{Na}, membrane
    potential
    first. Then its sign agrees with the current, and a negative one means inward current.
    """,
)


def about_sodium(
    id: str,
    title: Text,
    statement: Text,
    right: Text,
    first_Na_out: str,
    first_Na_in: str,
    first_T: str,
    *,
    teaches: Text,
) -> Exercise:
    """E_Na from two concentrations; asked on its own and again as a step of a longer problem."""
    return Exercise(
        id=id,
        revision=1,
        section="chapters/ion/ghk" if id.startswith("ghk") else SECTION,
        source="5028008" if id.startswith("ghk") else "5028002",
        minutes=4,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(
            replace(Na_out_given, first=first_Na_out),
            replace(Na_in_given, first=first_Na_in),
            replace(T_given, first=first_T),
        ),
        answer=E_Na,
        unit="mV",
        atol=0.5,
        rtol=0.005,
        misconceptions=(
            Misconception(
                "swapped",
                nernst(Na_in, Na_out, 1, T),
                prose(
                    zh="""
                    内外浓度放反了。Na⁺ 在胞外更多，总想往里走；要挡住带正电的 Na⁺，胞内得是正还是负？
                    """,
                    en="""
                    Inside and outside have changed places. Na⁺ is crowded outside and wants in; to stop a positive
                    ion from
                    entering, must the inside be positive or negative?
                    """,
                ),
            ),
            Misconception("log10", E_Na / LN10, LOG10),
            Misconception("celsius", nernst(Na_out, Na_in, 1, celsius), CELSIUS),
            Misconception(
                "room_temperature",
                nernst(Na_out, Na_in, 1, sympy.Rational(29815, 100)),
                Text(
                    zh="你用的是 25 °C（298 K）时的 *RT*/*F*。这个细胞的温度是 «T» K，请用它自己的温度。",
                    en="You used *RT*/*F* at 25 °C (298 K). This cell is at «T» K, so use its own temperature.",
                ),
            ),
            Misconception("slope_58", 58 * sympy.log(Na_out / Na_in) / LN10, SLOPE_58),
            Misconception(
                "volts",
                E_Na / 1000,
                prose(
                    zh="""
                    数值是以伏计的，单位却写成了毫伏。*RT*/*F* 直接算出来是伏；要么写 V，要么乘以 1000 再写 mV。
                    """,
                    en="""
                    The number is in volts but the unit says millivolts. *RT*/*F* comes out in volts: write V, or
                    multiply by 1000 and write mV.
                    """,
                ),
            ),
        ),
        steps={"celsius": celsius, "RT_F": thermal(T), "ln_ratio": sympy.log(Na_out / Na_in)},
        right=right,
        hints=(
            Text(
                zh="先定符号：胞外 Na⁺ 多，它想往里走，要靠胞内为正还是为负来挡？",
                en="Settle the sign: Na⁺ wants in. Does it take a positive or a negative inside to stop it?",
            ),
            Text(
                zh="能斯特方程，*z* = +1：*E*_{Na} = (*RT*/*F*) ln(外/内)。",
                en="The Nernst equation with *z* = +1: *E*_{Na} = (*RT*/*F*) ln(out/in).",
            ),
            Text(
                zh="在 «T» K 时 *RT*/*F* = «RT_F:.2f» mV，再乘以 ln(«Na_out»/«Na_in»)。",
                en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln(«Na_out»/«Na_in»).",
            ),
        ),
        solution=prose(
            zh=r"""
            $$E_\text{Na} = \frac{RT}{F}\,\ln\frac{[\text{Na}^+]_\text{out}}{[\text{Na}^+]_\text{in}}$$

            $$\phantom{E_\text{Na}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»}$$

            $$\phantom{E_\text{Na}} = «RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

            $$\phantom{E_\text{Na}} = «answer:+.1f»\ \text{mV}$$

            符号为正：胞内电位要比胞外高这么多，才挡得住外多内少的 Na⁺。
            """,
            en=r"""
            $$E_\text{Na} = \frac{RT}{F}\,\ln\frac{[\text{Na}^+]_\text{out}}{[\text{Na}^+]_\text{in}}$$

            $$\phantom{E_\text{Na}} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»}$$

            $$\phantom{E_\text{Na}} = «RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

            $$\phantom{E_\text{Na}} = «answer:+.1f»\ \text{mV}$$

            The sign is positive: the inside has to be that high to hold back an ion that is crowded outside.
            """,
        ),
    )


sodium_potential = about_sodium(
    "driving-force-sodium-potential",
    first_Na_out="150",
    first_Na_in="12",
    first_T="309",
    title=Text(zh="钠离子的平衡电位", en="The equilibrium potential of sodium"),
    statement=prose(
        zh="""
        某神经元胞外 Na⁺ 为 «Na_out» mM，胞内为 «Na_in» mM。
        温度为 «celsius:.0f» °C（«T» K）时，*E*_{Na} 是多少？
        """,
        en="""
        A neuron has «Na_out» mM Na⁺ outside and «Na_in» mM inside. What is *E*_{Na} at «celsius:.0f» °C («T» K)?
        """,
    ),
    right=Text(
        zh="对。*E*_{Na} 远在静息电位之上，所以 Na⁺ 通道一打开，就有很大的内向电流。",
        en="Right. *E*_{Na} lies far above rest, which is why opening Na⁺ channels drives such a current inward.",
    ),
    teaches=Text(zh="*E*_{Na} 远高于静息电位。", en="*E*_{Na} lies far above the resting potential."),
)

_DF_HINTS = (
    Text(
        zh="驱动力是膜电位离平衡电位有多远：*V*_{m} − *E*_{Na}。先求 *E*_{Na}。",
        en=(
            "The driving force is how far the membrane potential is from equilibrium: *V*_{m} − *E*_{Na}. Find "
            "*E*_{Na} first."
        ),
    ),
    Text(
        zh="*E*_{Na} = (*RT*/*F*) ln(«Na_out»/«Na_in»)，其中 *RT*/*F* = «RT_F:.2f» mV；结果应当为正。",
        en="*E*_{Na} = (*RT*/*F*) ln(«Na_out»/«Na_in») with *RT*/*F* = «RT_F:.2f» mV; it must come out positive.",
    ),
    Text(
        zh="*V*_{m} 带着自己的符号代入：(«V» mV) − *E*_{Na}。",
        en="Put *V*_{m} in with its own sign: («V» mV) − *E*_{Na}.",
    ),
)
_DF_SOLUTION = prose(
    zh=r"""
    先求平衡电位：

    $$E_\text{Na} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»} = «E:+.1f»\ \text{mV}$$

    再用膜电位去减：

    $$V_\text{m} - E_\text{Na} = («V»\ \text{mV}) - («E:+.1f»\ \text{mV})$$

    $$\phantom{V_\text{m} - E_\text{Na}} = «answer:+.1f»\ \text{mV}$$
    """,
    en=r"""
    First the equilibrium potential,

    $$E_\text{Na} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»} = «E:+.1f»\ \text{mV}$$

    then subtract it from the membrane potential:

    $$V_\text{m} - E_\text{Na} = («V»\ \text{mV}) - («E:+.1f»\ \text{mV})$$

    $$\phantom{V_\text{m} - E_\text{Na}} = «answer:+.1f»\ \text{mV}$$
    """,
)
_DF_STEPS = {"celsius": celsius, "RT_F": thermal(T), "E": E_Na}


def _with(text: Text, zh: str, en: str) -> Text:
    """A text and one more paragraph."""
    return Text(zh=f"{text.zh}\n\n{zh}", en=f"{text.en}\n\n{en}")


V_rest = Given("V", r"V_\mathrm{m}", "mV", "-85", "-60", "5", first="-70")

sodium_rest = Exercise(
    id="driving-force-sodium-rest",
    revision=1,
    section=SECTION,
    source="5028002",
    minutes=5,
    title=Text(zh="静息时 Na⁺ 的驱动力", en="The pull on sodium at rest"),
    teaches=Text(
        zh="驱动力是 *V*_{m} − *E*；静息时 Na⁺ 的驱动力很大，方向向内。",
        en="A driving force is *V*_{m} − *E*; at rest that on Na⁺ is large and inward.",
    ),
    statement=prose(
        zh="""
        某神经元胞外 Na⁺ 为 «Na_out» mM，胞内 «Na_in» mM，温度 «celsius:.0f» °C（«T» K）。
        膜电位为 «V» mV 时，Na⁺ 的驱动力（带正负号）是多少？
        """,
        en="""
        A neuron has «Na_out» mM Na⁺ outside and «Na_in» mM inside, at «celsius:.0f» °C («T» K). At a membrane
        potential of
        «V» mV, what is the driving force on Na⁺, sign included?
        """,
    ),
    givens=(Na_out_given, Na_in_given, T_given, V_rest),
    answer=driving_force(V, E_Na),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("swapped_or_added", V + E_Na, SUBTRACTED_OR_SWAPPED),
        Misconception("reversed", E_Na - V, REVERSED),
        Misconception(
            "sign_of_voltage",
            -V - E_Na,
            prose(
                zh="""
                *V*_{m} 的负号丢了。静息时胞内为负，膜电位与 *E*_{Na} 分处 0 的两侧，
                所以两者的距离比各自都大。
                """,
                en="""
                The minus sign of *V*_{m} was dropped. At rest the inside is negative, so *V*_{m} and *E*_{Na} lie on
                opposite sides of zero and the distance between them is larger than either.
                """,
            ),
        ),
        Misconception("log10", V - E_Na / LN10, LOG10),
        Misconception("celsius", V - nernst(Na_out, Na_in, 1, celsius), CELSIUS),
    ),
    steps=_DF_STEPS,
    right=Text(
        zh="对。负号表示内向电流；驱动力这么大，静息时 Na⁺ 电流却很小，只因为开着的 Na⁺ 通道少。",
        en=(
            "Right. The minus sign means inward current. The pull is huge, and the Na⁺ current at rest is small only "
            "because few Na⁺ channels are open."
        ),
    ),
    hints=_DF_HINTS,
    solution=_with(
        _DF_SOLUTION,
        zh="驱动力为负，电流向内，Na⁺ 进入细胞。",
        en="The driving force is negative: the current is inward and Na⁺ enters the cell.",
    ),
)

V_clamped = Given("V", r"V_\mathrm{m}", "mV", "80", "100", "5", first="80")
Na_out_clamped = Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "155", "5", first="150")
Na_in_clamped = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "10", "16", "1", first="12")

sodium_overshoot = Exercise(
    id="driving-force-sodium-overshoot",
    revision=1,
    section=SECTION,
    source="5028002",
    minutes=5,
    title=Text(zh="越过 *E*_{Na} 之后", en="Beyond *E*_{Na}"),
    teaches=Text(zh="膜电位越过 *E*_{Na}，驱动力就反号。", en="Beyond *E*_{Na} the driving force changes sign."),
    statement=prose(
        zh="""
        电压钳把某神经元的膜电位钳在 «V» mV（动作电位到不了这么高）。胞外 Na⁺ 为 «Na_out» mM，
        胞内 «Na_in» mM，温度 «celsius:.0f» °C（«T» K）。Na⁺ 的驱动力（带正负号）是多少？
        """,
        en="""
        A voltage clamp holds a neuron at «V» mV, higher than any action potential goes. It has «Na_out» mM Na⁺ outside
        and «Na_in» mM inside, at «celsius:.0f» °C («T» K). What is the driving force on Na⁺, sign included?
        """,
    ),
    givens=(Na_out_clamped, Na_in_clamped, T_given, V_clamped),
    answer=driving_force(V, E_Na),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("swapped_or_added", V + E_Na, SUBTRACTED_OR_SWAPPED),
        Misconception("reversed", E_Na - V, REVERSED),
        Misconception("log10", V - E_Na / LN10, LOG10),
        Misconception("celsius", V - nernst(Na_out, Na_in, 1, celsius), CELSIUS),
    ),
    steps=_DF_STEPS,
    right=Text(
        zh="对。越过 *E*_{Na}，驱动力变号：虽然胞外 Na⁺ 多得多，Na⁺ 却净流出。",
        en="Right. Past *E*_{Na} the driving force changes sign: Na⁺ leaves, although there is far more of it outside.",
    ),
    hints=_DF_HINTS,
    solution=_with(
        _DF_SOLUTION,
        zh="驱动力为正，电流向外：膜电位高过了 *E*_{Na}，把 Na⁺ 赶出细胞。",
        en="The driving force is positive: above *E*_{Na} the voltage pushes Na⁺ out, and the current is outward.",
    ),
)

V_any = Given("V", r"V_\mathrm{m}", "mV", "-90", "110", "20", first="-70")

sodium_direction = Exercise(
    id="driving-force-sodium-direction",
    revision=1,
    section=SECTION,
    source="5028002",
    minutes=3,
    title=Text(zh="Na⁺ 电流的方向", en="Which way the sodium current runs"),
    teaches=Text(
        zh="电流的方向看 *V*_{m} − *E*，不看哪边离子多。",
        en="The direction of a current follows *V*_{m} − *E*, not the side with more ions.",
    ),
    statement=prose(
        zh="""
        某神经元胞外 Na⁺ 为 «Na_out» mM，胞内 «Na_in» mM，温度 «T» K，Na⁺ 通道已经打开。
        膜电位钳在 «V» mV，Na⁺ 电流是什么方向？
        """,
        en="""
        A neuron has «Na_out» mM Na⁺ outside and «Na_in» mM inside, at «T» K, and its Na⁺ channels are open. The
        membrane
        potential is held at «V» mV. Which way does the Na⁺ current run?
        """,
    ),
    givens=(Na_out_given, Na_in_given, T_given, V_any),
    answer=sympy.Piecewise((0, driving_force(V, E_Na) < 0), (1, True)),
    condition=sympy.Abs(driving_force(V, E_Na)) - 5,
    steps={"E": E_Na, "DF": driving_force(V, E_Na)},
    options=(
        Option(
            "inward",
            Text(zh="内向，Na⁺ 进入细胞", en="Inward: Na⁺ enters the cell"),
            Text(
                zh="浓度差确实向内推，可这里的电压向外推得更用力。算出 *E*_{Na}，看 *V*_{m} 在它的哪一边。",
                en=(
                    "The gradient does push inward, but here the voltage pushes outward harder. Work out *E*_{Na} "
                    "and see on "
                    "which side of it *V*_{m} lies."
                ),
            ),
        ),
        Option(
            "outward",
            Text(zh="外向，Na⁺ 离开细胞", en="Outward: Na⁺ leaves the cell"),
            Text(
                zh="先求 *V*_{m} − *E*_{Na} 的符号：负的驱动力对应内向电流。这里 *V*_{m} 还没有高过 *E*_{Na}。",
                en=(
                    "Find the sign of *V*_{m} − *E*_{Na}: a negative driving force means inward current, and here "
                    "*V*_{m} is still below *E*_{Na}."
                ),
            ),
        ),
        Option(
            "none",
            Text(zh="没有净电流", en="No net current"),
            Text(
                zh="净电流只在 *V*_{m} 恰好等于 *E*_{Na} 时为零。比较这两个数。",
                en="The net current vanishes only where *V*_{m} equals *E*_{Na}. Compare the two numbers.",
            ),
        ),
    ),
    right=Text(
        zh="对。方向由 *V*_{m} − *E*_{Na} 的符号决定，不由哪边 Na⁺ 多决定。",
        en="Right. The sign of *V*_{m} − *E*_{Na} decides, not which side has more Na⁺.",
    ),
    hints=(
        Text(zh="先估计 *E*_{Na}：大约在 +60 mV 上下。", en="Estimate *E*_{Na} first: it lies somewhere near +60 mV."),
        Text(
            zh="*V*_{m} 低于 *E*_{Na} 时电流向内，高于它时向外。",
            en="Below *E*_{Na} the current is inward, above it outward.",
        ),
    ),
    solution=prose(
        zh="""
        *E*_{Na} = «E:+.1f» mV，驱动力 *V*_{m} − *E*_{Na} = «DF:+.1f» mV。
        驱动力为负，电流内向，Na⁺ 流入；为正则相反。
        """,
        en="""
        *E*_{Na} is «E:+.1f» mV, so the driving force *V*_{m} − *E*_{Na} is «DF:+.1f» mV. A negative driving force means
        inward current and Na⁺ entering; a positive one means the opposite.
        """,
    ),
)

V_chloride = Given("V", r"V_\mathrm{m}", "mV", "-80", "-44", "4", first="-60")
E_Cl_given = Given("E_Cl", r"E_\mathrm{Cl}", "mV", "-87", "-57", "6", first="-75")
_DF_Cl = driving_force(V, E_Cl_given.sympy)

chloride_direction = Exercise(
    id="driving-force-chloride-direction",
    revision=1,
    section=SECTION,
    minutes=3,
    title=Text(zh="阴离子：电流与离子各走哪边", en="An anion: the current and the ion"),
    teaches=Text(zh="阴离子移动的方向与它的电流相反。", en="An anion moves against its own current."),
    statement=prose(
        zh="""
        某神经元的 *E*_{Cl} 为 «E_Cl» mV，膜电位为 «V» mV。Cl⁻ 通道打开后，
        Cl⁻ 电流是内向还是外向？Cl⁻ 本身是进还是出？
        """,
        en="""
        A neuron has *E*_{Cl} = «E_Cl» mV and sits at «V» mV. When Cl⁻ channels open, is the Cl⁻ current inward or
        outward,
        and does Cl⁻ itself enter or leave?
        """,
    ),
    givens=(V_chloride, E_Cl_given),
    answer=sympy.Piecewise((0, _DF_Cl > 0), (1, True)),
    steps={"DF": _DF_Cl},
    options=(
        Option(
            "outward_enters",
            Text(zh="外向电流，Cl⁻ 进入", en="Outward current, Cl⁻ enters"),
            Text(
                zh="电流与离子的搭配是对的，方向反了：这里 *V*_{m} 低于 *E*_{Cl}，驱动力是负的。",
                en=(
                    "Current and ion are paired correctly, but the direction is the opposite: *V*_{m} is below "
                    "*E*_{Cl} "
                    "here, so the driving force is negative."
                ),
            ),
        ),
        Option(
            "inward_leaves",
            Text(zh="内向电流，Cl⁻ 离开", en="Inward current, Cl⁻ leaves"),
            Text(
                zh="电流与离子的搭配是对的，方向反了：这里 *V*_{m} 高于 *E*_{Cl}，驱动力是正的。",
                en=(
                    "Current and ion are paired correctly, but the direction is the opposite: *V*_{m} is above "
                    "*E*_{Cl} "
                    "here, so the driving force is positive."
                ),
            ),
        ),
        Option(
            "outward_leaves",
            Text(zh="外向电流，Cl⁻ 离开", en="Outward current, Cl⁻ leaves"),
            Text(
                zh="这两者不能同时成立：电流的方向是正电荷的方向，带负电的 Cl⁻ 离开，等于正电荷进来。",
                en=(
                    "These two cannot go together: current has the direction of positive charge, and a negative ion "
                    "leaving "
                    "counts as positive charge entering."
                ),
            ),
        ),
        Option(
            "inward_enters",
            Text(zh="内向电流，Cl⁻ 进入", en="Inward current, Cl⁻ enters"),
            Text(
                zh="这两者不能同时成立：带负电的 Cl⁻ 进来，等于正电荷出去，也就是外向电流。",
                en=(
                    "These two cannot go together: a negative ion entering counts as positive charge leaving, which "
                    "is an "
                    "outward current."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。电流的方向仍由 *V*_{m} − *E*_{Cl} 决定；对阴离子，反过来的只是离子的走向。",
        en=(
            "Right. *V*_{m} − *E*_{Cl} sets the current as for any ion; for an anion only the ions themselves go the "
            "other way."
        ),
    ),
    hints=(
        Text(
            zh="先不管它是阴离子：*V*_{m} − *E*_{Cl} 是正是负？正的驱动力对应外向电流，对哪种离子都一样。",
            en=(
                "Forget for a moment that it is an anion: what is the sign of *V*_{m} − *E*_{Cl}? Positive means "
                "outward current."
            ),
        ),
        Text(
            zh="外向电流就是正电荷向外，或者负电荷向内。",
            en="Outward current is positive charge going out, or negative charge coming in.",
        ),
    ),
    solution=prose(
        zh="""
        驱动力 *V*_{m} − *E*_{Cl} = («V» mV) − («E_Cl» mV) = «DF:+.0f» mV。
        它为正时电流外向，为负时内向，对任何离子都如此。Cl⁻ 带负电，所以走的方向与电流相反：
        外向电流时 Cl⁻ 进入细胞，内向电流时 Cl⁻ 离开细胞。
        """,
        en="""
        The driving force *V*_{m} − *E*_{Cl} is («V» mV) − («E_Cl» mV) = «DF:+.0f» mV. Where it is positive the
        current is
        outward, where negative inward, for every ion. Cl⁻ is negative and moves against the current: it enters the cell
        while the current is outward and leaves while it is inward.
        """,
    ),
)

g_given = Given("g", "g", "nS", "4", "24", "2", first="10")
g = g_given.sympy

sodium_current = Exercise(
    id="ionic-current-sodium",
    revision=1,
    section=SECTION,
    minutes=5,
    title=Text(zh="从驱动力到电流", en="From driving force to current"),
    teaches=Text(
        zh="电流等于电导乘驱动力，nS 乘 mV 得 pA。",
        en="Current is conductance times driving force, and nS times mV makes pA.",
    ),
    statement=prose(
        zh="""
        某神经元胞外 Na⁺ 为 «Na_out» mM，胞内 «Na_in» mM，温度 «T» K，膜电位 «V» mV。
        此刻 Na⁺ 电导为 «g» nS。Na⁺ 电流（带正负号，外向为正）是多少？
        """,
        en="""
        A neuron has «Na_out» mM Na⁺ outside, «Na_in» mM inside, at «T» K, and sits at «V» mV. Its Na⁺ conductance is
        «g» nS at this moment. What is the Na⁺ current, sign included (outward is positive)?
        """,
    ),
    givens=(Na_out_given, Na_in_given, T_given, V_rest, g_given),
    answer=current(g, V, E_Na),
    unit="pA",
    atol=2.0,
    rtol=0.004,
    misconceptions=(
        Misconception(
            "no_reversal",
            g * V,
            prose(
                zh="""
                你用了 *I* = *gV*。推动电流的不是 *V*_{m} 本身，而是 *V*_{m} 离 *E*_{Na} 的距离：
                浓度差也在推。
                """,
                en="""
                That is *I* = *gV*. What drives the current is not *V*_{m} itself but its distance from *E*_{Na}: the
                gradient pushes too.
                """,
            ),
        ),
        Misconception(
            "reversed",
            -current(g, V, E_Na),
            Text(
                zh="大小对了，符号反了：*I* = *g*(*V*_{m} − *E*_{Na})，内向电流为负。",
                en="The size is right, the sign is not: *I* = *g*(*V*_{m} − *E*_{Na}), and inward current is negative.",
            ),
        ),
        Misconception("swapped_or_added", g * (V + E_Na), SUBTRACTED_OR_SWAPPED),
        Misconception(
            "divided",
            driving_force(V, E_Na) / g,
            Text(
                zh="你用驱动力除以了电导。电导越大，电流越大，所以要相乘（除以的是电阻）。",
                en=(
                    "You divided by the conductance. More conductance gives more current, so multiply; one divides "
                    "by a resistance."
                ),
            ),
        ),
    ),
    steps={"RT_F": thermal(T), "E": E_Na, "DF": driving_force(V, E_Na)},
    right=Text(
        zh="对。记住 nS × mV = pA，膜片钳的日常单位正好配套。",
        en="Right. Note that nS × mV = pA: the everyday units of a patch clamp fit together.",
    ),
    hints=(
        Text(
            zh="*I* = *g*(*V*_{m} − *E*_{Na})。先求 *E*_{Na}，再求驱动力。",
            en="*I* = *g*(*V*_{m} − *E*_{Na}). Find *E*_{Na}, then the driving force.",
        ),
        Text(
            zh="*E*_{Na} = «RT_F:.2f» mV × ln(«Na_out»/«Na_in»)。",
            en="*E*_{Na} = «RT_F:.2f» mV × ln(«Na_out»/«Na_in»).",
        ),
        Text(zh="nS 乘 mV 直接得 pA。", en="nS times mV gives pA straight away."),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{Na} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»} = «E:+.1f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Na} = «DF:.1f»\ \text{mV}$$

        $$I_\text{Na} = g\,(V_\text{m} - E_\text{Na})$$

        $$\phantom{I_\text{Na}} = «g»\ \text{nS}\times(«DF:.1f»\ \text{mV})$$

        $$\phantom{I_\text{Na}} = «answer:.0f»\ \text{pA}$$

        负号表示内向电流：Na⁺ 流入细胞，使它去极化。
        """,
        en=r"""
        $$E_\text{Na} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«Na_out»}{«Na_in»} = «E:+.1f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Na} = «DF:.1f»\ \text{mV}$$

        $$I_\text{Na} = g\,(V_\text{m} - E_\text{Na})$$

        $$\phantom{I_\text{Na}} = «g»\ \text{nS}\times(«DF:.1f»\ \text{mV})$$

        $$\phantom{I_\text{Na}} = «answer:.0f»\ \text{pA}$$

        The minus sign means inward current: Na⁺ flows in and depolarises the cell.
        """,
    ),
)

EXERCISES = (
    sodium_potential,
    sodium_rest,
    sodium_overshoot,
    sodium_direction,
    chloride_direction,
    sodium_current,
)
