"""Code-writing exercises of part 1: equations as functions, checked by their values."""

from __future__ import annotations

import math

from labsupport.constants import F, R
from labsupport.electrochemistry import ghk_current, ghk_potential, nernst_potential
from labsupport.electrochemistry.donnan import donnan_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.i18n import Text

NATURAL = Text(
    zh="每个值都差同一个因子 2.303：你用了 log₁₀。方程里是自然对数，Python 里写 `math.log`。",
    en="Every value is off by the same factor of 2.303: that is log₁₀. The equation has the natural one, `math.log`.",
)
MILLI = Text(
    zh="数值是以伏计的。*RT*/*F* 直接得到伏，返回之前要乘以 1000。",
    en="Your values are in volts. *RT*/*F* comes out in volts: multiply by 1000 before you return it.",
)
SIDES = Text(
    zh="每个值都反了号：胞内外放反了。膜电位规定为内减外，对阳离子是外比内。",
    en="Every value has the opposite sign: inside and outside changed places. For a cation the ratio is out over in.",
)


def _thermal(T: float) -> float:
    return 1000 * R * T / F


nernst = CodeExercise(
    id="code-nernst",
    revision=1,
    section="chapters/ion/synthesis",
    source="5028023",
    minutes=10,
    title=Text(zh="写一个能斯特函数", en="Nernst as a function"),
    name="nernst",
    arguments=(
        argument("c_out", "mM", "1", "150", "1"),
        argument("c_in", "mM", "1", "150", "1"),
        argument("z", "", "-1", "2", "3"),
        argument("T", "K", "280", "315", "1"),
    ),
    unit="mV",
    teaches=Text(
        zh="写出对阳离子和阴离子都成立的能斯特方程。",
        en="The Nernst equation as code that holds for cations and anions alike.",
    ),
    statement=prose(
        zh="""
        写一个函数 `nernst(c_out, c_in, z, T)`，返回平衡电位，单位 mV；浓度以 mM 计，温度以 K 计，*z* 可正可负。
        *R* 取 8.314462618 J/(mol K)，*F* 取 96485.33212 C/mol。
        """,
        en="""
        Write a function `nernst(c_out, c_in, z, T)` that returns the equilibrium potential in mV, for concentrations
        in mM, a
        temperature in K and a valence *z* of either sign. Take *R* = 8.314462618 J/(mol K) and *F* = 96485.33212 C/mol.
        """,
    ),
    reference=lambda c_out, c_in, z, T: nernst_potential(c_out=c_out, c_in=c_in, z=z, T=T),
    wrongs=(
        WrongFunction("log10", lambda c_out, c_in, z, T: _thermal(T) / z * math.log10(c_out / c_in), NATURAL),
        WrongFunction("volts", lambda c_out, c_in, z, T: _thermal(T) / z * math.log(c_out / c_in) / 1000, MILLI),
        WrongFunction("swapped", lambda c_out, c_in, z, T: _thermal(T) / z * math.log(c_in / c_out), SIDES),
        WrongFunction(
            "valence_forgotten",
            lambda c_out, c_in, z, T: _thermal(T) * math.log(c_out / c_in),
            Text(
                zh="*z* 没有用上：对一价阳离子碰巧是对的，对 Ca²⁺ 和 Cl⁻ 就不对了。",
                en="*z* is not used: right by luck for a monovalent cation, wrong for Ca²⁺ and Cl⁻.",
            ),
        ),
        WrongFunction(
            "multiplied",
            lambda c_out, c_in, z, T: _thermal(T) * z * math.log(c_out / c_in),
            Text(zh="*z* 在分母上，你把它乘上去了。", en="*z* divides, and you multiplied by it."),
        ),
        WrongFunction(
            "celsius",
            lambda c_out, c_in, z, T: _thermal(T + 273.15) / z * math.log(c_out / c_in),
            Text(
                zh="你又加了 273.15，可 *T* 已经是开尔文了。",
                en="You added 273.15, but *T* is in kelvin already.",
            ),
        ),
    ),
    right=Text(
        zh="对。十几组没有见过的输入，包括二价离子和阴离子，都对上了。",
        en="Right, for a dozen inputs you had not seen, divalent ions and anions among them.",
    ),
    hints=(
        Text(
            zh="自然对数是 `math.log`；要让函数也能接受数组，就用 `numpy.log`。",
            en="The natural logarithm is `math.log`; with `numpy.log` the function takes arrays as well.",
        ),
        Text(
            zh="*RT*/(*zF*) 得到的是伏，乘以 1000 才是 mV。",
            en="*RT*/(*zF*) comes out in volts; multiply by 1000 for mV.",
        ),
    ),
    solution=Text(
        zh=(
            "    import math\n"
            "    R, F = 8.314462618, 96485.33212\n"
            "    def nernst(c_out, c_in, z, T):\n"
            "        return 1000 * R * T / (z * F) * math.log(c_out / c_in)"
        ),
        en=(
            "    import math\n"
            "    R, F = 8.314462618, 96485.33212\n"
            "    def nernst(c_out, c_in, z, T):\n"
            "        return 1000 * R * T / (z * F) * math.log(c_out / c_in)"
        ),
    ),
)


def _ghk(K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, P_Na, P_Cl, T, log=math.log, cation=False):
    if cation:
        Cl_out, Cl_in = Cl_in, Cl_out
    outside = K_out + P_Na * Na_out + P_Cl * Cl_in
    inside = K_in + P_Na * Na_in + P_Cl * Cl_out
    return _thermal(T) * log(outside / inside)


def _ghk_mean(K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, P_Na, P_Cl, T):
    E_K, E_Na, E_Cl = math.log(K_out / K_in), math.log(Na_out / Na_in), -math.log(Cl_out / Cl_in)
    return _thermal(T) * (E_K + P_Na * E_Na + P_Cl * E_Cl) / (1 + P_Na + P_Cl)


_GHK_SOLUTION = (
    "    import math\n"
    "    R, F = 8.314462618, 96485.33212\n"
    "    def ghk(K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, P_Na, P_Cl, T):\n"
    "        above = K_out + P_Na * Na_out + P_Cl * Cl_in\n"
    "        below = K_in + P_Na * Na_in + P_Cl * Cl_out\n"
    "        return 1000 * R * T / F * math.log(above / below)"
)
ghk = CodeExercise(
    id="code-ghk-potential",
    revision=1,
    section="chapters/ion/synthesis",
    source="5028008",
    minutes=12,
    title=Text(zh="写一个 GHK 函数", en="The GHK potential as a function"),
    name="ghk",
    arguments=(
        argument("K_out", "mM", "2", "20", "1"),
        argument("K_in", "mM", "100", "150", "5"),
        argument("Na_out", "mM", "100", "150", "5"),
        argument("Na_in", "mM", "5", "30", "1"),
        argument("Cl_out", "mM", "100", "150", "5"),
        argument("Cl_in", "mM", "4", "30", "1"),
        argument("P_Na", "", "0.01", "2.00", "0.01"),
        argument("P_Cl", "", "0.05", "2.00", "0.05"),
        argument("T", "K", "290", "312", "1"),
    ),
    unit="mV",
    teaches=Text(
        zh="写出三种离子的 GHK 电位，Cl⁻ 的内外对调。",
        en="The GHK potential of three ions as code, with chloride's sides exchanged.",
    ),
    statement=prose(
        zh="""
        写一个函数 `ghk(K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, P_Na, P_Cl, T)`，返回净电流为零时的膜电位，单位 mV。
        浓度以 mM 计，通透性以 K⁺ 为 1，温度以 K 计。
        """,
        en="""
        Write a function `ghk(K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, P_Na, P_Cl, T)` that returns, in mV, the
        membrane potential
        without net current. Concentrations are in mM, permeabilities relative to that of K⁺, the temperature in K.
        """,
    ),
    reference=lambda P_Na, P_Cl, **given: ghk_potential(P_K=1, P_Na=P_Na, P_Cl=P_Cl, **given),
    special=({"P_Na": 0.0}, {"P_Cl": 0.0}, {"P_Na": 0.0, "P_Cl": 0.0}),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。通透性为 0 也是正常情形，这时结果应退回到其余离子的值。",
        en=(
            "Right for ordinary inputs, but {call} returned {value}. A permeability of 0 is a normal case: the "
            "result should then "
            "be that of the other ions."
        ),
    ),
    wrongs=(
        WrongFunction(
            "chloride_as_cation",
            lambda **given: _ghk(**given, cation=True),
            Text(
                zh="Cl⁻ 的两项没有对调：它带负电，胞内浓度应在分子上。",
                en="The Cl⁻ terms were not exchanged: it is negative, so its inside concentration goes on top.",
            ),
        ),
        WrongFunction(
            "weighted_mean",
            _ghk_mean,
            Text(
                zh="你求的是平衡电位的加权平均。应当先在对数里面相加，最后才取对数。",
                en="That is a weighted mean of equilibrium potentials. Add inside the logarithm, and take it last.",
            ),
        ),
        WrongFunction("log10", lambda **given: _ghk(**given, log=math.log10), NATURAL),
        WrongFunction("volts", lambda **given: _ghk(**given) / 1000, MILLI),
        WrongFunction(
            "inverted",
            lambda **given: -_ghk(**given),
            Text(
                zh="每个值都反了号：整个分数倒过来了。",
                en="Every value has the opposite sign: the whole fraction is upside down.",
            ),
        ),
    ),
    right=Text(
        zh="对，通透性为 0 的情形也对。",
        en="Right, and for permeabilities of 0 as well.",
    ),
    hints=(
        Text(
            zh="分子、分母各是三项之和，*P* 乘浓度；只有 Cl⁻ 的内外要对调。",
            en="Three terms above and three below, permeability times concentration; only Cl⁻ changes sides.",
        ),
        Text(
            zh="先算和，再取一次自然对数，最后乘 1000 *RT*/*F*。",
            en="Sum first, take one natural logarithm, multiply by 1000 *RT*/*F*.",
        ),
    ),
    solution=Text(zh=_GHK_SOLUTION, en=_GHK_SOLUTION),
)


def _current(P, z, V_m, c_out, c_in, T, swap=False, sign=1):
    if swap:
        c_out, c_in = c_in, c_out
    u = z * V_m / _thermal(T)
    if abs(u) < 1e-9:
        return P * z * F * (c_in - c_out)
    return P * z * F * u * (c_in - c_out * math.exp(-sign * u)) / (1 - math.exp(-sign * u))


_CURRENT_SOLUTION = (
    "    import math\n"
    "    R, F = 8.314462618, 96485.33212\n"
    "    def ghk_current(P, z, V_m, c_out, c_in, T):\n"
    "        u = z * F * V_m / (1000 * R * T)\n"
    "        if abs(u) < 1e-6:\n"
    "            return P * z * F * (c_in - c_out + u * (c_in + c_out) / 2)\n"
    "        return P * z * F * u * (c_in - c_out * math.exp(-u)) / -math.expm1(-u)"
)
current = CodeExercise(
    id="code-ghk-current",
    revision=1,
    section="chapters/ion/synthesis",
    minutes=15,
    title=Text(zh="写一个 GHK 电流函数", en="The GHK current as a function"),
    name="ghk_current",
    arguments=(
        argument("P", "m/s", "0.00000001", "0.00000010", "0.00000001"),
        argument("z", "", "-1", "2", "3"),
        argument("V_m", "mV", "-95", "65", "10"),
        argument("c_out", "mM", "1", "150", "1"),
        argument("c_in", "mM", "1", "150", "1"),
        argument("T", "K", "290", "312", "1"),
    ),
    unit="A/m²",
    teaches=Text(
        zh="写出 GHK 电流，并处理电位为 0 时的 0/0。",
        en="The GHK current as code, with the 0/0 at zero voltage taken care of.",
    ),
    statement=prose(
        zh="""
        写一个函数 `ghk_current(P, z, V_m, c_out, c_in, T)`，按恒定电场（GHK）电流方程返回电流密度，单位 A/m²，
        外向为正。
        *P* 以 m/s 计，*V*_{m} 以 mV 计，浓度以 mM（即 mol/m³）计。*V*_{m} = 0 时也要给出正确的值。
        """,
        en="""
        Write a function `ghk_current(P, z, V_m, c_out, c_in, T)` that returns the current density of the
        constant-field (GHK) current
        equation in A/m², outward positive. *P* is in m/s, *V*_{m} in mV, concentrations in mM (which is mol/m³). It
        must be right
        at *V*_{m} = 0, too.
        """,
    ),
    reference=lambda **given: ghk_current(**given),
    special=({"V_m": 0.0}, {"V_m": 1e-12}, {"V_m": -1e-6}),
    on_special=Text(
        zh=(
            "一般的输入都对，可 {call} 返回了 {value}。*V*_{m} = 0 时公式是 0/0，紧挨着 0 又会丢掉有效数字；"
            "请改用极限，或者用 `math.expm1`。"
        ),
        en=(
            "Right for ordinary inputs, but {call} returned {value}. At *V*_{m} = 0 the formula is 0/0, and close to "
            "it digits are "
            "lost: use the limit there, or `math.expm1`."
        ),
    ),
    wrongs=(
        WrongFunction(
            "inward_positive",
            lambda **given: -_current(**given),
            Text(
                zh="每个值都反了号：约定外向电流为正。",
                en="Every value has the opposite sign: outward current is positive.",
            ),
        ),
        WrongFunction(
            "swapped",
            lambda **given: _current(**given, swap=True),
            Text(
                zh="胞内外浓度放反了。检验一下：*V*_{m} = *E* 时电流应为零。",
                en="Inside and outside changed places. Test it: at *V*_{m} = *E* the current must vanish.",
            ),
        ),
        WrongFunction(
            "valence_once",
            lambda P, z, V_m, c_out, c_in, T: _current(P, z, V_m, c_out, c_in, T) / z,
            Text(
                zh="少了一个 *z*：方程里有 *z*²，一个在驱动里，一个在每个离子的电荷里。",
                en=(
                    "One *z* is missing: there are two, one for the pull of the field and one for the charge each "
                    "ion carries."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对，*V*_{m} = 0 和它旁边也对。",
        en="Right, at *V*_{m} = 0 and beside it as well.",
    ),
    hints=(
        Text(
            zh="令 *u* = *zFV*_{m}/(*RT*)，*j* = *PzFu*(*c*_{in} − *c*_{out} e^{−u})/(1 − e^{−u})。",
            en="With *u* = *zFV*_{m}/(*RT*), *j* = *PzFu*(*c*_{in} − *c*_{out} e^{−u})/(1 − e^{−u}).",
        ),
        Text(
            zh="*u* → 0 时，*u*/(1 − e^{−u}) → 1，所以 *j* → *PzF*(*c*_{in} − *c*_{out})。",
            en="As *u* → 0, *u*/(1 − e^{−u}) → 1, so *j* → *PzF*(*c*_{in} − *c*_{out}).",
        ),
        Text(
            zh="`math.expm1(x)` 就是 e^{x} − 1，在 0 附近也准确。",
            en="`math.expm1(x)` is e^{x} − 1 and stays precise near 0.",
        ),
    ),
    solution=Text(zh=_CURRENT_SOLUTION, en=_CURRENT_SOLUTION),
    rtol=1e-5,
    atol=1e-12,
)

_DONNAN_SOLUTION = (
    "    import math\n    def donnan_ratio(c, A):\n        return (A / 2 + math.sqrt(A**2 / 4 + c**2)) / c"
)
donnan = CodeExercise(
    id="code-donnan-ratio",
    revision=1,
    section="chapters/ion/synthesis",
    source="5028030",
    minutes=10,
    title=Text(zh="写一个唐南比函数", en="The Donnan ratio as a function"),
    name="donnan_ratio",
    arguments=(argument("c", "mM", "10", "200", "5"), argument("A", "mM", "-200", "200", "10")),
    unit="",
    teaches=Text(
        zh="由电中性和乘积法则解出唐南比。", en="The Donnan ratio as code, from electroneutrality and the product rule."
    ),
    statement=prose(
        zh="""
        写一个函数 `donnan_ratio(c, A)`，返回唐南比 [K⁺]_{in}/[K⁺]_{out}。胞外是 `c` mM KCl；胞内关着不能过膜的电荷
        `A` mM：
        `A` 为正表示一价阴离子，为负表示一价阳离子，也可以是 0。
        """,
        en="""
        Write a function `donnan_ratio(c, A)` that returns the Donnan ratio [K⁺]_{in}/[K⁺]_{out}. Outside is `c` mM
        KCl; inside, a charge
        of `A` mM is trapped: monovalent anions where `A` is positive, monovalent cations where it is negative; `A`
        may be 0.
        """,
    ),
    reference=lambda c, A: donnan_model.evaluate(
        "ratio", c_out=c, impermeant=abs(A), z_impermeant=-1 if A >= 0 else 1, trapped_outside=0
    ),
    special=({"A": 0.0},),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。没有关住的电荷时，两侧应当一样。",
        en="Right for ordinary inputs, but {call} returned {value}. Without trapped charge the two sides are alike.",
    ),
    wrongs=(
        WrongFunction(
            "sum_rule",
            lambda c, A: 1 + A / (2 * c),
            Text(
                zh="你让两侧 K⁺ 与 Cl⁻ 的总和相等了。相等的是乘积。",
                en="You made the sums of K⁺ and Cl⁻ equal. It is the products that are equal.",
            ),
        ),
        WrongFunction(
            "inverse",
            lambda c, A: (-A / 2 + math.sqrt(A**2 / 4 + c**2)) / c,
            Text(
                zh="除反了，或者取了另一个根：关着阴离子时，K⁺ 的内外比应大于 1。",
                en="Upside down, or the other root: with anions trapped, K⁺ inside over outside exceeds 1.",
            ),
        ),
        WrongFunction(
            "all_potassium",
            lambda c, A: 1 + A / c,
            Text(
                zh="你让关住的电荷全由 K⁺ 去中和，Cl⁻ 没有动。其实 Cl⁻ 也重新分布。",
                en="You let K⁺ alone balance the trapped charge and left Cl⁻ as it was. Cl⁻ is redistributed, too.",
            ),
        ),
        WrongFunction(
            "concentration",
            lambda c, A: A / 2 + math.sqrt(A**2 / 4 + c**2),
            Text(
                zh="你返回的是胞内 K⁺ 的浓度。题目要的是它与胞外之比。",
                en="That returns K⁺ inside. The task asks for its ratio to K⁺ outside.",
            ),
        ),
    ),
    right=Text(
        zh="对，关着阳离子或者什么也不关时也对。",
        en="Right, for trapped cations and for nothing trapped as well.",
    ),
    hints=(
        Text(
            zh="设胞内 K⁺ 为 *x*：电中性给出 Cl⁻ = *x* − *A*，乘积法则给出 *x*(*x* − *A*) = *c*²。",
            en="Let K⁺ inside be *x*. Neutrality makes Cl⁻ = *x* − *A*; the product rule says *x*(*x* − *A*) = *c*².",
        ),
        Text(zh="取正根，再除以 *c*。", en="Take the positive root and divide by *c*."),
    ),
    solution=Text(zh=_DONNAN_SOLUTION, en=_DONNAN_SOLUTION),
)

CODE_EXERCISES = (nernst, ghk, current, donnan)
