"""Exercises on GABA_B receptors: the dimer, the G protein, GIRK and the calcium channels of a terminal."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, nernst
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.gaba_b import calcium_and_release_model, girk_current_model

SECTION = "chapters/ei/gaba_b"
SOURCE = "4479320"


def _yes_no(name: str, first: str) -> Given:
    return Given(name, name, "%", "0", "100", "100", first=first)


def _only(cases: list[tuple[int, ...]], values: tuple[sympy.Symbol, ...]) -> tuple[sympy.Expr, sympy.Expr]:
    """Which case the values are, and whether they are one of them (1 or −1)."""
    match = [sympy.And(*(sympy.Eq(v, c) for v, c in zip(values, case, strict=True))) for case in cases]
    which = sympy.Piecewise(*((i, m) for i, m in enumerate(match)), (0, True))
    return which, sympy.Piecewise((1, sympy.Or(*match)), (-1, True))


surface_given, binding_given, current_given = (
    _yes_no("surface", "100"),
    _yes_no("binding", "100"),
    _yes_no("current", "0"),
)
_which_cell, _is_a_cell = _only(
    [(0, 0, 0), (100, 0, 0), (100, 100, 0), (100, 100, 100)],
    (surface_given.sympy, binding_given.sympy, current_given.sympy),
)

which_subunits = Exercise(
    id="gabab-which-subunits",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="细胞里装了哪些亚基", en="Which subunits does the cell have?"),
    teaches=Text(zh="从膜上、结合、反应三项读出亚基", en="reading subunits off surface, binding and response"),
    statement=prose(
        zh="""
        四种细胞都装有 GIRK 通道，各另装一种亚基组合。测一种细胞：膜表面有 GABA_{B} 亚基 «surface» %，
        完整细胞表面能结合 GABA «binding» %，GABA 引起的 GIRK 电流 «current» %（都以装了 B1 和 B2 的细胞为 100 %）。
        它装的是哪一种？
        """,
        en="""
        Four cell lines have GIRK channels, and each has one set of subunits besides. Of one of them you measure:
        GABA_{B} subunits at the surface «surface» %, GABA bound by the surface of intact cells «binding» %, GIRK
        current
        in GABA «current» % (100 % is the line with B1 and B2). Which one is it?
        """,
    ),
    givens=(surface_given, binding_given, current_given),
    answer=_which_cell,
    condition=_is_a_cell,
    options=(
        Option(
            "b1",
            Text(zh="只有 B1", en="B1 only"),
            Text(
                zh="单独的 B1 被滞留在内质网里，膜表面一个也没有。这里的三个数与此不符。",
                en="B1 alone is held back in the endoplasmic reticulum, so nothing is at the surface. That does not "
                "fit the three numbers.",
            ),
        ),
        Option(
            "b2",
            Text(zh="只有 B2", en="B2 only"),
            Text(
                zh="单独的 B2 能到膜上，但不结合 GABA。这里的三个数与此不符。",
                en="B2 alone reaches the surface but binds no GABA. That does not fit the three numbers.",
            ),
        ),
        Option(
            "b1_broken",
            Text(zh="只有 B1，滞留信号已破坏", en="B1 only, its retention signal broken"),
            Text(
                zh="滞留信号坏了的 B1 能到膜上，也能结合 GABA，但没有 B2 就联不上 G 蛋白。这里的三个数与此不符。",
                en="B1 without its signal reaches the surface and binds GABA, but without B2 it couples to no G "
                "protein. That does not fit the three numbers.",
            ),
        ),
        Option(
            "both",
            Text(zh="B1 和 B2", en="B1 and B2"),
            Text(
                zh="两种都有时，三项应当都是 100 %。",
                en="With both, all three would be 100 %.",
            ),
        ),
    ),
    right=Text(
        zh="对。上膜、结合、偶联是三件事，要三项测量才分得开；功能要三样俱全。",
        en="Right. Reaching the surface, binding and coupling are three things, told apart by three measurements; "
        "function needs all of them.",
    ),
    hints=(
        Text(
            zh="哪个亚基结合 GABA？哪个联接 G 蛋白？",
            en="Which subunit binds GABA, and which couples to the G protein?",
        ),
        Text(
            zh="B1 带着内质网滞留信号，B2 与它相配才把信号盖住。",
            en="B1 carries a retention signal; pairing with B2 covers it.",
        ),
    ),
    solution=prose(
        zh="""
        只有 B1：0、0、0；只有 B2：100、0、0；只有信号已破坏的 B1：100、100、0；两者都有：100、100、100。
        测得 «surface»、«binding»、«current»，对号入座即可。
        """,
        en="""
        B1 only: 0, 0, 0. B2 only: 100, 0, 0. B1 with its signal broken: 100, 100, 0. Both: 100, 100, 100.
        Measured were «surface», «binding» and «current»; look for the row.
        """,
    ),
)

girk_given, calcium_given, cyclase_given = _yes_no("girk", "0"), _yes_no("channel", "0"), _yes_no("camp", "100")
_which_drug, _is_a_drug = _only(
    [(100, 100, 100), (0, 0, 0), (0, 0, 100), (0, 100, 100)],
    (girk_given.sympy, calcium_given.sympy, cyclase_given.sympy),
)

which_step = Exercise(
    id="gabab-which-step",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="断在哪一步", en="Which step is cut?"),
    teaches=Text(zh="用三条去路定位阻断的一步", en="locating a blocked step by three effects"),
    statement=prose(
        zh="""
        某种处理之后，GABA_{B} 受体的三种作用各剩下（以处理前为 100 %）：开放 GIRK «girk» %，
        抑制钙通道 «channel» %，抑制环化酶 «camp» %。是哪种处理？
        """,
        en="""
        After some treatment there is left, of each of three effects of GABA_{B} receptors (100 % before): opening of
        GIRK «girk» %, inhibition of calcium channels «channel» %, inhibition of the cyclase «camp» %. Which treatment?
        """,
    ),
    givens=(girk_given, calcium_given, cyclase_given),
    answer=_which_drug,
    condition=_is_a_drug,
    options=(
        Option(
            "none",
            Text(zh="溶剂对照", en="Solvent only"),
            Text(zh="溶剂什么也不该改变。", en="The solvent should change nothing."),
        ),
        Option(
            "ptx",
            Text(zh="百日咳毒素", en="Pertussis toxin"),
            Text(
                zh="毒素使整个 Gi/o 三聚体不再响应受体，Gα 和 Gβγ 都放不出来：三种作用应当一起消失。",
                en="The toxin keeps the whole Gi/o trimer from answering the receptor, so neither Gα nor Gβγ is set "
                "free: all three effects should go together.",
            ),
        ),
        Option(
            "scavenger",
            Text(zh="Gβγ 清除剂", en="A scavenger of Gβγ"),
            Text(
                zh="清除 Gβγ 会同时断掉 GIRK 和钙通道两路，只留下由 Gα 传递的环化酶一路。",
                en="Without Gβγ both GIRK and the calcium channels are lost and only the branch of Gα, the cyclase, "
                "stays.",
            ),
        ),
        Option(
            "barium",
            Text(zh="Ba²⁺", en="Ba²⁺"),
            Text(
                zh="Ba²⁺ 只堵住钾通道，Gβγ 照样抑制钙通道，Gα 照样抑制环化酶。",
                en="Ba²⁺ plugs the potassium channel alone; Gβγ still inhibits calcium channels and Gα the cyclase.",
            ),
        ),
    ),
    right=Text(
        zh="对。哪些作用一起消失，就说明它们共用了被断掉的那一步。",
        en="Right. Effects that vanish together share the step that was cut.",
    ),
    hints=(
        Text(zh="哪些作用由 Gβγ 传递，哪些由 Gα？", en="Which effects does Gβγ carry, and which Gα?"),
        Text(
            zh="百日咳毒素作用在分成两半之前，Ba²⁺ 作用在一条去路的末端。",
            en="Pertussis toxin acts before the G protein parts, Ba²⁺ at the far end of one branch.",
        ),
    ),
    solution=prose(
        zh="""
        依次写出开 GIRK、抑钙通道、抑环化酶剩下的百分数：溶剂 100、100、100；百日咳毒素 0、0、0；
        Gβγ 清除剂 0、0、100；Ba²⁺ 0、100、100。测得 «girk»、«channel»、«camp»。
        """,
        en="""
        What is left of GIRK, calcium-channel and cyclase effects, in turn: solvent 100, 100, 100; pertussis toxin
        0, 0, 0; Gβγ scavenger 0, 0, 100; Ba²⁺ 0, 100, 100. Measured were «girk», «channel», «camp».
        """,
    ),
)

K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "2.5", "8.0", "0.5", first="4.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "130", "150", "5", first="140")
T_given = Given("T", "T", "K", "303", "312", "1", first="310")
Cl_out_given = Given("Cl_out", r"[\mathrm{Cl^-}]_\mathrm{out}", "mM", "115", "130", "5", first="120")
Cl_in_given = Given("Cl_in", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "6", "12", "1", first="10")
K_out, K_in, T = K_out_given.sympy, K_in_given.sympy, T_given.sympy
_E_K = nernst(K_out, K_in, 1, T)

reversal = Exercise(
    id="gabab-reversal",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="慢 IPSP 的反转电位", en="Where the slow IPSP reverses"),
    teaches=Text(zh="GABA_{B} 反应在 *E*_{K} 反转", en="GABA_{B} responses reverse at *E*_{K}"),
    statement=prose(
        zh="""
        胞内 K⁺ «K_in» mM、Cl⁻ «Cl_in» mM，胞外 K⁺ «K_out» mM、Cl⁻ «Cl_out» mM，温度 «T» K。
        GABA_{B} 受体引起的突触后电流在多少毫伏反转？
        """,
        en="""
        A cell has «K_in» mM K⁺ and «Cl_in» mM Cl⁻ inside, «K_out» mM K⁺ and «Cl_out» mM Cl⁻ outside, at «T» K. At which
        voltage does the postsynaptic current of GABA_{B} receptors reverse?
        """,
    ),
    givens=(K_in_given, Cl_in_given, K_out_given, Cl_out_given, T_given),
    answer=_E_K,
    unit="mV",
    atol=0.4,
    misconceptions=(
        Misconception(
            "chloride",
            nernst(Cl_out_given.sympy, Cl_in_given.sympy, -1, T),
            Text(
                zh="这是 *E*_{Cl}，是 GABA_{A} 受体那一类通道的事。GABA_{B} 打开的是 GIRK，通过的是 K⁺。",
                en="That is *E*_{Cl}, which belongs to channels like GABA_{A}. GABA_{B} opens GIRK, and what passes is "
                "K⁺.",
            ),
        ),
        Misconception(
            "inverted",
            -_E_K,
            Text(
                zh="内外放反了。K⁺ 在胞内多，*E*_{K} 应为负。",
                en="Inside and outside changed places. K⁺ is plentiful inside, so *E*_{K} is negative.",
            ),
        ),
        Misconception("log10", _E_K / LN10, LOG10),
        Misconception("celsius", nernst(K_out, K_in, 1, T - 273), CELSIUS),
    ),
    right=Text(
        zh="对。它比静息电位负得多，所以 GABA_{B} 的 IPSP 是真正的超极化，与常常只分流的 GABA_{A} 不同。",
        en="Right. It lies well below rest, so the GABA_{B} IPSP truly hyperpolarises, where GABA_{A} often "
        "only shunts.",
    ),
    hints=(
        Text(
            zh="受体本身不是通道。它最后打开的是哪种通道？",
            en="The receptor is no channel. Which one does it open in the end?",
        ),
        Text(zh="GIRK 只通透 K⁺：用能斯特方程求 *E*_{K}。", en="GIRK passes K⁺ alone: Nernst for *E*_{K}."),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{K} = \frac{RT}{F}\,\ln\frac{«K_out»}{«K_in»} = «answer:.1f»\ \text{mV}$$

        氯离子浓度用不上。
        """,
        en=r"""
        $$E_\text{K} = \frac{RT}{F}\,\ln\frac{«K_out»}{«K_in»} = «answer:.1f»\ \text{mV}$$

        The chloride concentrations play no part.
        """,
    ),
)

g_given = Given("g", "g", "nS", "1.0", "6.0", "0.5", first="2.0")
V_given = Given("V", r"V_\mathrm{m}", "mV", "-75", "-50", "1", first="-65")
E_K_given = Given("E_K", r"E_\mathrm{K}", "mV", "-100", "-88", "1", first="-95")
g, V, E_K = g_given.sympy, V_given.sympy, E_K_given.sympy

current = Exercise(
    id="gabab-girk-current",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="“内向整流”通道的电流朝哪边", en="Which way does an “inward rectifier” pass current?"),
    teaches=Text(zh="GIRK 电流的大小和方向", en="size and direction of GIRK current"),
    statement=prose(
        zh="""
        一个神经元的 GIRK 通道共有电导 «g» nS，膜电位钳在 «V» mV，*E*_{K} 为 «E_K» mV。
        通过 GIRK 的电流是多少（pA，外向为正，带正负号）？
        """,
        en="""
        The GIRK channels of a neuron have a conductance of «g» nS in all; the membrane is clamped at «V» mV and *E*_{K}
        is «E_K» mV. What current do they carry, in pA, outward positive, with its sign?
        """,
    ),
    givens=(g_given, V_given, E_K_given),
    answer=g * (V - E_K),
    unit="pA",
    atol=0.5,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inward",
            -g * (V - E_K),
            Text(
                zh="大小对了，方向反了。“内向整流”说的是低于 *E*_{K} 时电导更大；高于 *E*_{K} 时，K⁺ 照样往外流。",
                en="The size is right, the direction is not. “Inward rectifier” says that the conductance is larger "
                "below *E*_{K}; above it K⁺ flows out.",
            ),
        ),
        Misconception(
            "no_driving_force",
            g * V,
            Text(
                zh="你用的是 *V*_{m} 本身。驱动力是 *V*_{m} − *E*_{K}。",
                en="That uses *V*_{m} itself. The driving force is *V*_{m} − *E*_{K}.",
            ),
        ),
        Misconception(
            "chloride",
            g * (V + 66),
            Text(
                zh="这里用了 GABA_{A} 的反转电位 −66 mV。GIRK 是钾通道，应当用 *E*_{K}。",
                en="That takes −66 mV, the reversal of GABA_{A}. GIRK is a potassium channel: use *E*_{K}.",
            ),
        ),
    ),
    steps={"drive": V - E_K},
    condition=sympy.Abs(V + 66) - sympy.Rational(1, 2),
    right=Text(
        zh="对。生理条件下膜电位高于 *E*_{K}，所以 GIRK 电流是外向的，使细胞超极化。",
        en="Right. Cells sit above *E*_{K}, so GIRK current is outward in life and hyperpolarises.",
    ),
    hints=(
        Text(zh="*I* = *g*(*V*_{m} − *E*_{K})。", en="*I* = *g*(*V*_{m} − *E*_{K})."),
        Text(
            zh="nS 乘 mV 得 pA。两个负数相减，小心符号。",
            en="nS times mV is pA. Mind the signs when two negatives meet.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$I = «g»\ \text{nS} \times \left[«V» - («E_K»)\right]\text{mV}$$

        $$I = «g» \times («drive:+.0f») = «answer:+.1f»\ \text{pA}$$

        为正，外向。
        """,
        en=r"""
        $$I = «g»\ \text{nS} \times \left[«V» - («E_K»)\right]\text{mV}$$

        $$I = «g» \times («drive:+.0f») = «answer:+.1f»\ \text{pA}$$

        Positive: outward.
        """,
    ),
)

factor_given = Given("factor", "k", "", "1.5", "4.0", "0.5", first="2.0")
G_given = Given("G", "G", "µM", "0.10", "0.60", "0.05", first="0.20")
factor, G = factor_given.sympy, G_given.sympy


def _share(amount):
    return girk_current_model.expression("open_share", G=amount)


cooperation = Exercise(
    id="gabab-cooperation",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="四个一起才开门", en="Four to open one"),
    teaches=Text(zh="四次方怎样放大 G 蛋白", en="how a fourth power amplifies G protein"),
    statement=prose(
        zh="""
        开放的 GIRK 占 *G*⁴/(*G*⁴ + *K*_{D})，*K*_{D} = 100 µM⁴。一个脉冲使 *G* 达到 «G» µM；
        几个脉冲使它达到这个值的 «factor» 倍。GIRK 电导是一个脉冲时的几倍？
        """,
        en="""
        The share of GIRK channels open is *G*⁴/(*G*⁴ + *K*_{D}) with *K*_{D} = 100 µM⁴. One pulse brings *G* to «G» µM,
        several pulses to «factor» times as much. How many times the conductance of one pulse do they make?
        """,
    ),
    givens=(G_given, factor_given),
    answer=_share(factor * G) / _share(G),
    rtol=0.02,
    misconceptions=(
        Misconception(
            "linear",
            factor,
            Text(
                zh="这是按正比算的。一个通道要四个 G 蛋白，低浓度时电导随 *G* 的四次方变化。",
                en="That is proportion. A channel takes four G proteins, so at low *G* the conductance goes with its "
                "fourth power.",
            ),
        ),
        Misconception(
            "four_times",
            4 * factor,
            Text(
                zh="四个 G 蛋白是四次方，不是乘以四。",
                en="Four G proteins mean a fourth power, not four times as much.",
            ),
        ),
        Misconception(
            "square",
            factor**2,
            Text(
                zh="这是二次方。每个通道要结合四个 G 蛋白。",
                en="That is the square. Each channel binds four G proteins.",
            ),
        ),
    ),
    steps={"before": 100 * _share(G), "after": 100 * _share(factor * G)},
    right=Text(
        zh="对。*G* 远低于半数值 3.16 µM 时，倍数几乎就是四次方，这就是单个脉冲几乎无声的原因。",
        en="Right. Far below the half-way value of 3.16 µM the factor is nearly the fourth power: this is why "
        "one pulse "
        "is almost silent.",
    ),
    hints=(
        Text(
            zh="两个浓度各算一次开放的份额，再相除。", en="Work out the open share at both concentrations and divide."
        ),
        Text(
            zh="*G*⁴ 比 100 小得多时，分母近似为 100，比值近似为倍数的四次方。",
            en="With *G*⁴ far below 100 the denominator is about 100, and the ratio about the fourth power of the "
            "factor.",
        ),
    ),
    solution=prose(
        zh=r"""
        一个脉冲时开放 «before:.5f» %，几个脉冲时开放 «after:.5f» %：

        $$\frac{«after:.5f»}{«before:.5f»} = «answer:.1f»$$
        """,
        en=r"""
        One pulse opens «before:.5f» % of the channels, several open «after:.5f» %:

        $$\frac{«after:.5f»}{«before:.5f»} = «answer:.1f»$$
        """,
    ),
)

r_given = Given("r", "r", "%", "10", "90", "5", first="50")
r = r_given.sympy
_G_steady = sympy.Float("0.098") / sympy.Float("0.033") * r / 100

steady = Exercise(
    id="gabab-steady-g-protein",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="受体一直活化时的 G 蛋白", en="G protein while receptors stay active"),
    teaches=Text(zh="由两个速率求稳态", en="a steady state from two rates"),
    statement=prose(
        zh="""
        d*G*/d*t* = *K*_{3}*r* − *K*_{4}*G*，*K*_{3} = 0.098 µM/ms，*K*_{4} = 0.033 /ms。
        «r» % 的受体持续活化。*G* 稳定在多少微摩尔每升（µM）？
        """,
        en="""
        d*G*/d*t* = *K*_{3}*r* − *K*_{4}*G* with *K*_{3} = 0.098 µM/ms and *K*_{4} = 0.033 /ms. A lasting «r» % of the
        receptors are active. At which concentration does *G* settle, in µM?
        """,
    ),
    givens=(r_given,),
    answer=_G_steady,
    unit="µM",
    rtol=0.015,
    misconceptions=(
        Misconception(
            "share_forgotten",
            _G_steady * 100 / r,
            Text(
                zh="这是受体全部活化时的值。只有 «r» % 活化，要乘上这个份额。",
                en="That is with every receptor active. Only «r» % are: multiply by that share.",
            ),
        ),
        Misconception(
            "inverted",
            sympy.Float("0.033") / sympy.Float("0.098") * r / 100,
            Text(
                zh="两个速率颠倒了。生成的速率在分子上，失活的速率在分母上。",
                en="The rates changed places: production goes on top, inactivation below.",
            ),
        ),
        Misconception(
            "percent",
            _G_steady * 100,
            Text(zh="*r* 是份额，«r» % 要写成小数。", en="*r* is a share: write «r» % as a decimal."),
        ),
    ),
    steps={"open": 100 * _share(sympy.Symbol("answer", real=True))},
    right=Text(
        zh="对。即使受体全部活化，*G* 也只有 2.97 µM，不到半数值 3.16 µM，GIRK 开放不到一半。",
        en="Right. Even with every receptor active *G* would be 2.97 µM, below the half-way 3.16 µM, and less "
        "than half "
        "of GIRK open.",
    ),
    hints=(
        Text(zh="稳定时 d*G*/d*t* = 0。", en="Steady means d*G*/d*t* = 0."),
        Text(zh="*G* = *K*_{3}*r*/*K*_{4}，*r* 用小数。", en="*G* = *K*_{3}*r*/*K*_{4}, with *r* as a decimal."),
    ),
    solution=prose(
        zh=r"""
        $$G = \frac{0.098 \times «r»/100}{0.033} = «answer:.2f»\ \mathrm{\mu M}$$

        这时开放的 GIRK 是 «open:.1f» %。
        """,
        en=r"""
        $$G = \frac{0.098 \times «r»/100}{0.033} = «answer:.2f»\ \mathrm{\mu M}$$

        «open:.1f» % of GIRK channels are open then.
        """,
    ),
)

leak_given = Given("g_L", r"g_\mathrm{L}", "nS", "6", "16", "1", first="10")
rest_given = Given("E_L", r"E_\mathrm{L}", "mV", "-70", "-60", "1", first="-65")
leak, rest = leak_given.sympy, rest_given.sympy
_V = (leak * rest + g * E_K) / (leak + g)

ipsp = Exercise(
    id="gabab-slow-ipsp",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="慢 IPSP 有多大", en="The size of a slow IPSP"),
    teaches=Text(zh="GIRK 电导把膜电位拉到哪里", en="where GIRK conductance pulls the membrane"),
    statement=prose(
        zh="""
        一个神经元的漏电导是 «g_L» nS，反转于 «E_L» mV。GIRK 又开放了 «g» nS，*E*_{K} = «E_K» mV，并维持几百毫秒。
        膜电位稳定在多少毫伏？
        """,
        en="""
        A neuron has a leak of «g_L» nS that reverses at «E_L» mV. GIRK adds «g» nS, with *E*_{K} = «E_K» mV, for some
        hundreds of milliseconds. At which voltage does the membrane settle?
        """,
    ),
    givens=(leak_given, rest_given, g_given, E_K_given),
    answer=_V,
    unit="mV",
    atol=0.15,
    misconceptions=(
        Misconception(
            "current_over_leak",
            rest - g * (rest - E_K) / leak,
            Text(
                zh="你用静息时的电流除以漏电导。GIRK 本身也加进总电导里，而且驱动力随膜电位缩小。",
                en="That divides the current at rest by the leak. GIRK adds to the conductance itself, and its driving "
                "force shrinks on the way.",
            ),
        ),
        Misconception(
            "to_reversal",
            E_K,
            Text(
                zh="只有 GIRK 一种电导时才会到 *E*_{K}。漏电导还在往 «E_L» mV 拉。",
                en="It would reach *E*_{K} with GIRK alone. The leak keeps pulling towards «E_L» mV.",
            ),
        ),
        Misconception(
            "plain_mean",
            (rest + E_K) / 2,
            Text(
                zh="这是不加权的平均。两个反转电位要按各自的电导加权。",
                en="That is the plain mean. Each reversal potential counts by its conductance.",
            ),
        ),
    ),
    steps={"shift": sympy.Symbol("answer", real=True) - rest},
    condition=sympy.Abs(leak - g) - sympy.Rational(1, 2),
    right=Text(
        zh="对。由于 *E*_{K} 远低于静息电位，几个 nS 的 GIRK 就能真正超极化。",
        en="Right. With *E*_{K} far below rest, a few nanosiemens of GIRK truly hyperpolarise.",
    ),
    hints=(
        Text(zh="稳定时两种电流之和为零。", en="Settled means that the two currents add up to zero."),
        Text(
            zh="*V* = (*g*_{L}*E*_{L} + *gE*_{K})/(*g*_{L} + *g*)。",
            en="*V* = (*g*_{L}*E*_{L} + *gE*_{K})/(*g*_{L} + *g*).",
        ),
    ),
    solution=prose(
        zh=r"""
        $$V = \frac{«g_L» \times («E_L») + «g» \times («E_K»)}{«g_L» + «g»} = «answer:.1f»\ \text{mV}$$

        改变了 $«shift:.1f»\ \text{mV}$。
        """,
        en=r"""
        $$V = \frac{«g_L» \times («E_L») + «g» \times («E_K»)}{«g_L» + «g»} = «answer:.1f»\ \text{mV}$$

        A change of $«shift:.1f»\ \text{mV}$.
        """,
    ),
)

cut_given = Given("cut", r"\beta", "%", "10", "60", "5", first="30")
n_given = Given("n", "n", "", "3", "4", "1", first="4")
cut, n = cut_given.sympy, n_given.sympy
_left = calcium_and_release_model.expression("release", calcium=1 - cut / 100, n=n, direct=0)

release = Exercise(
    id="gabab-release-left",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="钙少了，释放剩多少", en="Less calcium: how much release is left?"),
    teaches=Text(zh="释放随钙的幂次", en="release as a power of calcium"),
    statement=prose(
        zh="""
        Gβγ 使末梢的钙内流减少 «cut» %，释放随钙内流的 «n» 次方变化。释放剩下原来的多少（小数或百分数）？
        """,
        en="""
        Gβγ cuts the calcium entry of a terminal by «cut» %, and release goes with power «n» of calcium entry. What
        share
        of the release is left, as a decimal or in percent?
        """,
    ),
    givens=(cut_given, n_given),
    answer=_left,
    rtol=0.015,
    misconceptions=(
        Misconception(
            "proportional",
            1 - cut / 100,
            Text(
                zh="这是按正比算的。几个钙离子要一起才触发融合，释放随钙的 «n» 次方变化。",
                en="That is proportion. Several calcium ions must act together, so release goes with power «n».",
            ),
        ),
        Misconception(
            "lost",
            1 - _left,
            Text(zh="这是减少的份额。题目问剩下多少。", en="That is the share lost. The question asks what is left."),
        ),
        Misconception(
            "power_of_cut",
            (cut / 100) ** n,
            Text(
                zh="你把减少的份额乘了方。要乘方的是剩下的钙内流。",
                en="You raised the share that was cut. Raise the calcium entry that is left.",
            ),
        ),
        Misconception(
            "power_on_loss",
            1 - (cut / 100) ** n,
            Text(
                zh="先由减少的份额求出剩下的钙内流，再对它乘方。",
                en="First find the calcium entry left, then raise that to the power.",
            ),
        ),
    ),
    steps={"entry": 1 - cut / 100, "lost": 100 - 100 * sympy.Symbol("answer", real=True)},
    right=Text(
        zh="对。钙内流减少一点点，释放却少了一大截。",
        en="Right. A modest cut of calcium entry costs much of the release.",
    ),
    hints=(
        Text(zh="还剩下百分之几的钙内流？", en="What share of the calcium entry is left?"),
        Text(zh="把它乘 «n» 次方。", en="Raise it to power «n»."),
    ),
    solution=prose(
        zh=r"""
        $$(1 - «cut»/100)^{«n»} = «entry:.2f»^{«n»} = «answer:.3f»$$

        释放减少了 «lost:.0f» %。
        """,
        en=r"""
        $$(1 - «cut»/100)^{«n»} = «entry:.2f»^{«n»} = «answer:.3f»$$

        «lost:.0f» % of the release is lost.
        """,
    ),
)

left_given = Given("left", "f", "%", "20", "80", "5", first="50")
_cut = 100 * (1 - (left_given.sympy / 100) ** (1 / n))

needed_cut = Exercise(
    id="gabab-calcium-cut",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="要少多少钙", en="How much less calcium?"),
    teaches=Text(zh="幂律反过来用", en="the power law backwards"),
    statement=prose(
        zh="""
        激动剂使突触的释放降到原来的 «left» %。若这全由钙内流减少引起，释放随钙的 «n» 次方变化，
        钙内流减少了百分之几？
        """,
        en="""
        An agonist brings the release of a synapse down to «left» %. If a cut of calcium entry does all of it, and
        release
        goes with power «n» of calcium, by how many percent was calcium entry cut?
        """,
    ),
    givens=(left_given, n_given),
    answer=_cut,
    unit="%",
    atol=0.3,
    misconceptions=(
        Misconception(
            "proportional",
            100 - left_given.sympy,
            Text(
                zh="这是按正比算的。释放随 «n» 次方变化，钙只需少得多的减少。",
                en="That is proportion. With power «n» a much smaller cut of calcium is enough.",
            ),
        ),
        Misconception(
            "divided",
            (100 - left_given.sympy) / n,
            Text(
                zh="把减少量除以 *n* 只在改变很小时成立。要开 *n* 次方根。",
                en="Dividing the loss by *n* holds for tiny changes only. Take the *n*th root.",
            ),
        ),
        Misconception(
            "calcium_left",
            100 * (left_given.sympy / 100) ** (1 / n),
            Text(
                zh="这是剩下的钙内流。题目问减少了多少。",
                en="That is the calcium entry left. The question asks for the cut.",
            ),
        ),
    ),
    steps={"entry": 100 - sympy.Symbol("answer", real=True)},
    right=Text(
        zh="对。所以在末梢里测到钙只少了一点，并不说明抑制不重要。",
        en="Right. So a small change of calcium in a terminal does not mean that the inhibition is small.",
    ),
    hints=(
        Text(
            zh="先求剩下的钙内流：对释放的份额开 «n» 次方根。",
            en="Find the calcium left first: root «n» of the release left.",
        ),
        Text(zh="再用 100 % 去减。", en="Then take it from 100 %."),
    ),
    solution=prose(
        zh=r"""
        $$1-\beta = («left»/100)^{1/«n»}$$

        剩下 «entry:.1f» %，所以减少了 «answer:.1f» %。
        """,
        en=r"""
        $$1-\beta = («left»/100)^{1/«n»}$$

        «entry:.1f» % is left, so «answer:.1f» % was cut.
        """,
    ),
)

EXERCISES = (
    which_subunits,
    which_step,
    reversal,
    current,
    steady,
    cooperation,
    ipsp,
    release,
    needed_cut,
)
