"""Exercises that take several sections at once: a cell without oxygen, the price of a spike, a bath to be mixed."""

from __future__ import annotations

import sympy

from labsupport.constants import conversion, symbolic
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/synthesis"

T_given = Given("T", "T", "K", "306", "312", "1", first="310")
T = T_given.sympy

before_given = Given("before", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "5.0", "0.5", first="3.5")
factor_given = Given("factor", "f", "", "2", "5", "1", first="2")
lost_given = Given("lost", r"\Delta[\mathrm{K^+}]_\mathrm{in}", "mM", "5", "25", "5", first="10")
inside_given = Given("inside", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "125", "150", "5", first="140")
before, factor, lost, inside = (g.sympy for g in (before_given, factor_given, lost_given, inside_given))
_old = nernst(before, inside, 1, T)
_new = nernst(before * factor, inside - lost, 1, T)

ischaemia = Exercise(
    id="synthesis-ischaemia-potassium",
    revision=1,
    section=SECTION,
    minutes=6,
    title=Text(zh="缺氧的头几分钟", en="The first minutes without oxygen"),
    teaches=Text(
        zh="胞外 K⁺ 积累使 *E*_{K} 升高，神经元向阈值靠近。",
        en="Potassium piling up outside raises *E*_{K} and brings a neuron towards threshold.",
    ),
    statement=prose(
        zh="""
        某神经元静息时胞外 K⁺ «before» mM，胞内 «inside» mM，温度 «T» K。缺血几分钟后，胞外 K⁺ 升到原来的 «factor» 倍，
        胞内 K⁺ 降了 «lost» mM。*E*_{K} 改变了多少（带正负号）？
        """,
        en="""
        At rest a neuron has «before» mM K⁺ outside and «inside» mM inside, at «T» K. After minutes of ischaemia K⁺
        outside is
        «factor» times what it was, and K⁺ inside has fallen by «lost» mM. By how much has *E*_{K} changed, sign
        included?
        """,
    ),
    givens=(before_given, inside_given, factor_given, lost_given, T_given),
    answer=_new - _old,
    unit="mV",
    atol=0.3,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "new_value",
            _new,
            Text(
                zh="这是缺血以后的 *E*_{K}。题目问的是改变量：后减前。",
                en="That is *E*_{K} after the change. The question asks by how much it changed: after minus before.",
            ),
        ),
        Misconception(
            "opposite",
            _old - _new,
            Text(
                zh="大小对了，符号反了。浓度差变小，*E*_{K} 是离 0 更近还是更远？",
                en="The size is right, the sign is not. The gradient has shrunk: is *E*_{K} nearer 0 now or farther?",
            ),
        ),
        Misconception("log10", (_new - _old) / LN10, LOG10),
        Misconception("celsius", (_new - _old) * (T - 273) / T, CELSIUS),
        Misconception(
            "inside_ignored",
            nernst(factor, 1, 1, T),
            Text(
                zh="胞内的变化漏掉了：K⁺ 从胞内漏了 «lost» mM，这也使 *E*_{K} 移动。",
                en="The change inside is missing: the cell has lost «lost» mM of K⁺, and that moves *E*_{K}, too.",
            ),
        ),
    ),
    steps={"E_before": _old, "E_after": _new, "outside": before * factor, "rest": inside - lost},
    right=Text(
        zh="对。*E*_{K} 升高，静息电位跟着去极化，离阈值更近；这正是缺氧性去极化的前奏。",
        en=(
            "Right. *E*_{K} rises and the resting potential with it, towards threshold: the prelude to anoxic "
            "depolarisation."
        ),
    ),
    hints=(
        Text(
            zh="变化前、变化后各算一次 *E*_{K}，再相减。",
            en="Work out *E*_{K} before and after, and subtract.",
        ),
        Text(
            zh="变化后：胞外 «outside:.1f» mM，胞内 «rest:.0f» mM。",
            en="Afterwards: «outside:.1f» mM outside and «rest:.0f» mM inside.",
        ),
    ),
    solution=prose(
        zh=r"""
        变化前 $E_\text{K} = «E_before:.1f»\ \text{mV}$，变化后 $«E_after:.1f»\ \text{mV}$：

        $$\Delta E_\text{K} = («E_after:.1f») - («E_before:.1f») = «answer:+.1f»\ \text{mV}$$
        """,
        en=r"""
        Before, $E_\text{K} = «E_before:.1f»\ \text{mV}$; after, $«E_after:.1f»\ \text{mV}$:

        $$\Delta E_\text{K} = («E_after:.1f») - («E_before:.1f») = «answer:+.1f»\ \text{mV}$$
        """,
    ),
)

K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "6.0", "0.5", first="5.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "125", "150", "5", first="140")
Cl_in_given = Given("Cl_in", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "6", "16", "2", first="10")
Cl_out_given = Given("Cl_out", r"[\mathrm{Cl^-}]_\mathrm{out}", "mM", "120", "150", "10", first="150")
which_given = Given("which", "n", "", "0", "2", "1", first="1")
_K = nernst(K_out_given.sympy, K_in_given.sympy, 1, 310)
_Cl = nernst(Cl_out_given.sympy, Cl_in_given.sympy, -1, 310)
_V = sympy.Piecewise(
    (_K, sympy.Eq(which_given.sympy, 0)), (_Cl, sympy.Eq(which_given.sympy, 1)), ((_K + _Cl) / 2 + 15, True)
)

at_equilibrium = Exercise(
    id="synthesis-which-ion-rests",
    revision=1,
    section=SECTION,
    minutes=5,
    title=Text(zh="哪一种离子处于平衡", en="Which ion is at equilibrium"),
    teaches=Text(
        zh="算出各自的 *E*，与膜电位相等的那种离子才处于平衡。",
        en="The ion whose *E* equals the membrane potential is the one at equilibrium.",
    ),
    statement=prose(
        zh="""
        某细胞的膜电位是 «V:.1f» mV，温度 310 K。K⁺ 在胞内 «K_in» mM，胞外 «K_out» mM；Cl⁻ 在胞内 «Cl_in» mM，
        胞外 «Cl_out» mM。哪一种离子处于平衡？
        """,
        en="""
        A cell sits at «V:.1f» mV and 310 K. K⁺ is at «K_in» mM inside and «K_out» mM outside, Cl⁻ at «Cl_in» mM
        inside and
        «Cl_out» mM outside. Which of the two is at equilibrium?
        """,
    ),
    givens=(K_in_given, K_out_given, Cl_in_given, Cl_out_given, which_given),
    answer=which_given.sympy,
    condition=sympy.Abs(_K - _Cl) - 4,
    steps={"V": _V, "E_K": _K, "E_Cl": _Cl},
    options=(
        Option(
            "potassium",
            Text(zh="K⁺", en="K⁺"),
            Text(
                zh="求出 *E*_{K}，与膜电位比一比：K⁺ 还有驱动力，不在平衡。",
                en="Work out *E*_{K} and compare it with the membrane potential: K⁺ still has a driving force.",
            ),
        ),
        Option(
            "chloride",
            Text(zh="Cl⁻", en="Cl⁻"),
            Text(
                zh="求出 *E*_{Cl}（*z* = −1），与膜电位比一比：Cl⁻ 还有驱动力，不在平衡。",
                en=(
                    "Work out *E*_{Cl} (*z* = −1) and compare it with the membrane potential: Cl⁻ still has a "
                    "driving force."
                ),
            ),
        ),
        Option(
            "neither",
            Text(zh="两种都不是", en="Neither"),
            Text(
                zh="两个平衡电位里有一个恰好等于膜电位。注意 Cl⁻ 的 *z* = −1。",
                en="One of the two equilibrium potentials equals the membrane potential. Mind *z* = −1 for Cl⁻.",
            ),
        ),
    ),
    right=Text(
        zh="对。处于平衡就是驱动力为零：*E* 恰好等于膜电位。",
        en="Right. At equilibrium means no driving force: *E* equals the membrane potential.",
    ),
    hints=(
        Text(
            zh="分别求 *E*_{K} 和 *E*_{Cl}，再同膜电位比较。",
            en="Work out *E*_{K} and *E*_{Cl} and compare each with the membrane potential.",
        ),
        Text(
            zh="*RT*/*F* = 26.71 mV；Cl⁻ 的比值要加负号，或者写成内比外。",
            en="*RT*/*F* is 26.71 mV; for Cl⁻ put a minus sign, or take inside over outside.",
        ),
    ),
    solution=prose(
        zh=(
            "*E*_{K} = «E_K:.1f» mV，*E*_{Cl} = «E_Cl:.1f» mV，膜电位 «V:.1f» mV。哪个与膜电位相等，"
            "哪种离子就处于平衡；都不相等，就两种都不在平衡。"
        ),
        en=(
            "*E*_{K} = «E_K:.1f» mV and *E*_{Cl} = «E_Cl:.1f» mV, at a membrane potential of «V:.1f» mV. The ion "
            "whose potential equals it is at equilibrium; if neither does, neither is."
        ),
    ),
)

target_given = Given("target", r"E_\mathrm{Cl}", "mV", "-75", "-60", "5", first="-70")
target, chloride = target_given.sympy, Cl_in_given.sympy
_u = target / thermal(T)
_needed = chloride * sympy.exp(-_u)

design = Exercise(
    id="synthesis-chloride-bath",
    revision=1,
    section=SECTION,
    minutes=6,
    title=Text(zh="配一份浴液", en="Mix a bath"),
    teaches=Text(
        zh="按想要的 *E*_{Cl} 反求浴液的 Cl⁻。", en="The chloride a bath needs follows from the *E*_{Cl} one wants."
    ),
    statement=prose(
        zh="""
        全细胞记录时，移液管把胞内 Cl⁻ 定在 «Cl_in» mM，温度 «T» K。要让 *E*_{Cl} 恰为 «target» mV，
        浴液里的 Cl⁻ 应配成多少？
        """,
        en="""
        In a whole-cell recording the pipette sets Cl⁻ inside to «Cl_in» mM, at «T» K. At what concentration must the
        bath have Cl⁻
        for *E*_{Cl} to be «target» mV?
        """,
    ),
    givens=(Cl_in_given, target_given, T_given),
    answer=_needed,
    unit="mM",
    atol=0.5,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "sign_of_valence",
            chloride * sympy.exp(_u),
            prose(
                zh="""
                指数的符号反了：要么忘了 *z* = −1，要么内外放反了。*E*_{Cl} 为负，胞外的 Cl⁻ 应比胞内多还是少？
                """,
                en="""
                The exponent has the wrong sign: *z* = −1 was forgotten, or inside and outside changed places. With
                *E*_{Cl} negative,
                is Cl⁻ higher outside or inside?
                """,
            ),
        ),
        Misconception(
            "power_of_10",
            chloride * sympy.exp(-_u * LN10),
            Text(
                zh="你用 10 的幂代替了 e 的幂。*RT*/*F* 配的是自然对数，反过来就是 e 的幂。",
                en=(
                    "You raised 10 instead of e. *RT*/*F* goes with the natural logarithm, so the inverse is a power "
                    "of e."
                ),
            ),
        ),
        Misconception(
            "slope_58",
            chloride * sympy.exp(-target * LN10 / 58),
            Text(
                zh="你用了“每 10 倍 58 mV”，那是 20 °C 时的斜率。请按 «T» K 的 *RT*/*F* 重算。",
                en="You took 58 mV per tenfold ratio, the slope at 20 °C. Work it out again with *RT*/*F* at «T» K.",
            ),
        ),
    ),
    steps={"RT_F": thermal(T), "exponent": -_u},
    right=Text(
        zh="对。多余的 Cl⁻ 通常用葡萄糖酸根代替，阳离子和渗透压才不变。",
        en="Right. The rest of the chloride is usually replaced by gluconate, so that cations and osmolarity stay.",
    ),
    hints=(
        Text(
            zh="把能斯特方程倒过来求 [Cl⁻]_{out}，记住 *z* = −1。",
            en="Solve the Nernst equation for [Cl⁻]_{out}, with *z* = −1.",
        ),
        Text(
            zh="[Cl⁻]_{out} = [Cl⁻]_{in} × exp(−*E*_{Cl}/(*RT*/*F*))，其中 *RT*/*F* = «RT_F:.2f» mV。",
            en="[Cl⁻]_{out} = [Cl⁻]_{in} × exp(−*E*_{Cl}/(*RT*/*F*)), with *RT*/*F* = «RT_F:.2f» mV.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$[\text{Cl}^-]_\text{out} = «Cl_in»\ \text{mM}\times e^{«exponent:.3f»} = «answer:.0f»\ \text{mM}$$
        """,
        en=r"""
        $$[\text{Cl}^-]_\text{out} = «Cl_in»\ \text{mM}\times e^{«exponent:.3f»} = «answer:.0f»\ \text{mM}$$
        """,
    ),
)

C_given = Given("C", "C", "pF", "20", "200", "10", first="100")
swing_given = Given("swing", r"\Delta V", "mV", "90", "120", "5", first="100")
overlap_given = Given("overlap", "k", "", "1.2", "2.0", "0.1", first="1.3")
C, swing, overlap = C_given.sympy, swing_given.sympy, overlap_given.sympy
_sodium = conversion(1e-15) * C * swing * overlap / symbolic.e

spike = Exercise(
    id="synthesis-energy-per-spike",
    revision=1,
    section=SECTION,
    minutes=7,
    title=Text(zh="一个动作电位要多少 ATP", en="The price of a spike"),
    teaches=Text(
        zh="由电容求进入的 Na⁺，再由泵求要用的 ATP。",
        en="Capacitance gives the sodium that enters, and the pump gives its price in ATP.",
    ),
    statement=prose(
        zh="""
        某神经元的膜电容为 «C» pF，动作电位使膜电位上升 «swing» mV。由于 Na⁺ 与 K⁺ 电流有重叠，流进来的 Na⁺ 是最少所需的
        «overlap» 倍。钠钾泵每用一个 ATP 排出 3 个 Na⁺。一个动作电位的 Na⁺ 全部排出去，要用多少个 ATP？
        """,
        en="""
        A neuron has a capacitance of «C» pF, and an action potential raises its voltage by «swing» mV. Because Na⁺
        and K⁺
        currents overlap, «overlap» times the minimal Na⁺ enters. The pump exports 3 Na⁺ per ATP. How many ATP does
        it take to
        export the Na⁺ of one action potential?
        """,
    ),
    givens=(C_given, swing_given, overlap_given),
    answer=_sodium / 3,
    rtol=0.03,
    misconceptions=(
        Misconception(
            "ions",
            _sodium,
            Text(
                zh="这是 Na⁺ 的个数。每个 ATP 能排出 3 个。",
                en="That is the number of Na⁺. Each ATP exports three of them.",
            ),
        ),
        Misconception(
            "overlap_ignored",
            _sodium / (3 * overlap),
            Text(
                zh="重叠漏掉了：实际流进来的 Na⁺ 是最少所需的 «overlap» 倍。",
                en="The overlap is missing: «overlap» times the minimal Na⁺ enters.",
            ),
        ),
        Misconception(
            "two_per_atp",
            _sodium / 2,
            Text(
                zh="你除以了 2，那是每个 ATP 吸入的 K⁺ 数。排出的 Na⁺ 是 3 个。",
                en="You divided by 2, the number of K⁺ taken in per ATP. Three Na⁺ go out.",
            ),
        ),
    ),
    steps={
        "charge": conversion(1e-3) * C * swing,
        "minimal": conversion(1e-15) * C * swing / symbolic.e,
        "ions": _sodium,
    },
    right=Text(
        zh="对。几百万到上亿个 ATP，随细胞大小而定；单看不多，乘上放电频率就是大脑的电费。",
        en="Right. Millions to a hundred million ATP, by the size of the cell: little once, but times the firing rate "
        "it is the brain's electricity bill.",
    ),
    hints=(
        Text(
            zh="最少的电荷是 *Q* = *C* Δ*V*：«charge:.1f» pC。除以元电荷得到 Na⁺ 的个数。",
            en=(
                "The minimal charge is *Q* = *C* Δ*V*, «charge:.1f» pC. Divide by the elementary charge for the "
                "number of Na⁺."
            ),
        ),
        Text(
            zh="乘以 «overlap»，再除以 3。",
            en="Multiply by «overlap» and divide by 3.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$Q = C\,\Delta V = «charge:.1f»\ \text{pC}$$

        最少需要 $Q/e = «minimal:.2m»\times10^{«minimal:.2x»}$ 个 Na⁺，实际 $«ions:.2m»\times10^{«ions:.2x»}$ 个：

        $$N_\text{ATP} = \frac{«ions:.2m»\times10^{«ions:.2x»}}{3} = «answer:.2m»\times10^{«answer:.2x»}$$
        """,
        en=r"""
        $$Q = C\,\Delta V = «charge:.1f»\ \text{pC}$$

        At least $Q/e = «minimal:.2m»\times10^{«minimal:.2x»}$ Na⁺ are needed; $«ions:.2m»\times10^{«ions:.2x»}$ enter:

        $$N_\text{ATP} = \frac{«ions:.2m»\times10^{«ions:.2x»}}{3} = «answer:.2m»\times10^{«answer:.2x»}$$
        """,
    ),
)

EXERCISES = (ischaemia, at_equilibrium, design, spike)
