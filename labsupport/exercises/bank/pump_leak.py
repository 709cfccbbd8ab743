"""Exercises on the pump-leak cell: concentrations behind its potentials, its currents, and what the pump is for."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.donnan import about_product
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.pump import about_current_share
from labsupport.exercises.bank.quantities import LN10, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/pump_leak"

T_given = Given("T", "T", "K", "306", "312", "1", first="310")
T = T_given.sympy


def inside(
    ion: str, z: int, out_given: Given, E_given: Given, title: Text, statement: Text, right: Text, *, teaches: Text
) -> Exercise:
    """The concentration inside that goes with a potential: the Nernst equation turned round."""
    c_out, E = out_given.sympy, E_given.sympy
    key = {"potassium": "K", "sodium": "Na", "chloride": "Cl"}[ion]
    u = z * E / thermal(T)
    answer = c_out * sympy.exp(-u)
    sign_idea = (
        Misconception(
            "sign_of_valence",
            c_out * sympy.exp(u),
            prose(
                zh="""
                指数的符号反了：要么忘了 Cl⁻ 的 *z* = −1，要么内外放反了。
                胞内为负，会把 Cl⁻ 留在外面还是拉进来？
                """,
                en="""
                The exponent has the wrong sign: either *z* = −1 was forgotten or inside and outside changed places.
                Does a
                negative inside keep Cl⁻ out or draw it in?
                """,
            ),
        )
        if z < 0
        else Misconception(
            "inverted",
            c_out * sympy.exp(u),
            prose(
                zh="""
                内外放反了。先定大小：正离子的平衡电位是这个符号，说明它在胞内多还是胞外多？
                """,
                en="""
                Inside and outside have changed places. Settle which is larger first: with an equilibrium potential
                of this sign, is a positive ion more concentrated inside or outside?
                """,
            ),
        )
    )
    return Exercise(
        id=f"pump-leak-{ion}-inside",
        revision=1,
        section=SECTION,
        source="5028035",
        minutes=4,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(out_given, E_given, T_given),
        answer=answer,
        unit="mM",
        atol=0.05,
        rtol=0.01,
        misconceptions=(
            sign_idea,
            Misconception(
                "power_of_10",
                c_out * sympy.exp(-u * LN10),
                Text(
                    zh="你用 10 的幂代替了 e 的幂。*RT*/*F* 配的是自然对数，反过来就是 e 的幂。",
                    en=(
                        "You took a power of 10 in place of a power of e. *RT*/*F* goes with the natural logarithm, "
                        "and its inverse is a power of e."
                    ),
                ),
            ),
            Misconception(
                "slope_58",
                c_out * sympy.exp(-z * E * LN10 / 58),
                Text(
                    zh="你用了“每 10 倍 58 mV”，那是 20 °C 时的斜率。请按 «T» K 的 *RT*/*F* 重算。",
                    en=(
                        "You took 58 mV per tenfold ratio, the slope at 20 °C. Work it out again with *RT*/*F* at "
                        "«T» K."
                    ),
                ),
            ),
        ),
        steps={"RT_F": thermal(T), "exponent": -u},
        right=right,
        hints=(
            Text(
                zh="把能斯特方程倒过来：先除以 *RT*/(*zF*)，再取指数。",
                en="Turn the Nernst equation round: divide by *RT*/(*zF*), then take the exponential.",
            ),
            Text(
                zh=f"胞内 = 胞外 × exp(−*zE*/(*RT*/*F*))，其中 *z* = {z:+d}，*RT*/*F* = «RT_F:.2f» mV。".replace(
                    "-", "−"
                ),
                en=f"Inside = outside × exp(−*zE*/(*RT*/*F*)), with *z* = {z:+d} and *RT*/*F* = «RT_F:.2f» mV.".replace(
                    "= -", "= −"
                ),
            ),
        ),
        solution=prose(
            zh=rf"""
            $$c_\text{{in}} = c_\text{{out}}\,e^{{-zE_\text{{{key}}}F/RT}} = «{key}_out»\ \text{{mM}}\times
            e^{{«exponent:.3f»}}$$

            $$\phantom{{c_\text{{in}}}} = «answer:.1f»\ \text{{mM}}$$
            """,
            en=rf"""
            $$c_\text{{in}} = c_\text{{out}}\,e^{{-zE_\text{{{key}}}F/RT}} = «{key}_out»\ \text{{mM}}\times
            e^{{«exponent:.3f»}}$$

            $$\phantom{{c_\text{{in}}}} = «answer:.1f»\ \text{{mM}}$$
            """,
        ),
    )


potassium_inside = inside(
    "potassium",
    1,
    Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0"),
    Given("E_K", r"E_\mathrm{K}", "mV", "-96", "-84", "1", first="-90"),
    title=Text(zh="由 *E*_{K} 求胞内 K⁺", en="Potassium inside, from *E*_{K}"),
    statement=Text(
        zh="稳态细胞的 *E*_{K} 为 «E_K» mV，胞外 K⁺ «K_out» mM，温度 «T» K。胞内 K⁺ 浓度是多少？",
        en="A cell in its steady state has *E*_{K} = «E_K» mV; K⁺ outside is «K_out» mM, at «T» K. What is K⁺ inside?",
    ),
    right=Text(
        zh="对。*E*_{K} 比膜电位更负，所以 K⁺ 一直在漏出去，靠泵补回来。",
        en="Right. *E*_{K} lies below the membrane potential, so K⁺ leaks out all the time and is pumped back.",
    ),
    teaches=Text(
        zh="倒用能斯特方程，由电位求浓度。",
        en="Turned round, the Nernst equation gives a concentration from a potential.",
    ),
)
sodium_inside = inside(
    "sodium",
    1,
    Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "150", "5", first="145"),
    Given("E_Na", r"E_\mathrm{Na}", "mV", "55", "72", "1", first="65"),
    title=Text(zh="由 *E*_{Na} 求胞内 Na⁺", en="Sodium inside, from *E*_{Na}"),
    statement=Text(
        zh="稳态细胞的 *E*_{Na} 为 «E_Na» mV，胞外 Na⁺ «Na_out» mM，温度 «T» K。胞内 Na⁺ 浓度是多少？",
        en=(
            "A cell in its steady state has *E*_{Na} = «E_Na» mV; Na⁺ outside is «Na_out» mM, at «T» K. What is Na⁺ "
            "inside?"
        ),
    ),
    right=Text(
        zh="对。Na⁺ 离平衡最远，泵做的功大半花在它身上。",
        en="Right. Na⁺ is farthest from equilibrium, and most of the pump's work goes into it.",
    ),
    teaches=Text(zh="由 *E*_{Na} 求胞内 Na⁺，留意符号。", en="*E*_{Na} gives sodium inside; mind the sign."),
)
chloride_inside = inside(
    "chloride",
    -1,
    Given("Cl_out", r"[\mathrm{Cl^-}]_\mathrm{out}", "mM", "120", "150", "5", first="150"),
    Given("V", r"V_\mathrm{m}", "mV", "-80", "-55", "5", first="-70"),
    title=Text(zh="被动的 Cl⁻", en="Passive chloride"),
    statement=prose(
        zh="""
        某细胞的膜能让 Cl⁻ 通过，但没有任何搬运 Cl⁻ 的转运体，静息于 «V» mV。胞外 Cl⁻ 为 «Cl_out» mM，温度 «T» K。
        胞内 Cl⁻ 浓度会稳定在多少？
        """,
        en="""
        The membrane of a cell lets Cl⁻ pass but has no transporter for it; the cell rests at «V» mV. Cl⁻ outside is
        «Cl_out» mM, at «T» K. At what concentration does Cl⁻ inside settle?
        """,
    ),
    right=Text(
        zh="对。没有转运体，Cl⁻ 就处于平衡，*E*_{Cl} = *V*_{m}；K⁺ 和 Na⁺ 有泵，都不在平衡。",
        en=(
            "Right. Without a transporter Cl⁻ comes to equilibrium, *E*_{Cl} = *V*_{m}; K⁺ and Na⁺, which are pumped, "
            "do not."
        ),
    ),
    teaches=Text(
        zh="能过膜而没有转运体的离子，会自己调到 *E* = *V*_{m}。",
        en="A permeant ion without a transporter settles where *E* equals *V*_{m}.",
    ),
)

V_given = Given("V", r"V_\mathrm{m}", "mV", "-78", "-60", "1", first="-70")
E_K_given = Given("E_K", r"E_\mathrm{K}", "mV", "-96", "-86", "1", first="-90")
E_Na_given = Given("E_Na", r"E_\mathrm{Na}", "mV", "55", "70", "1", first="65")
V, E_K, E_Na = V_given.sympy, E_K_given.sympy, E_Na_given.sympy
_plain = (V - E_K) / (E_Na - V)

conductance_ratio = Exercise(
    id="pump-leak-conductance-ratio",
    revision=1,
    section=SECTION,
    source="5028035",
    minutes=6,
    title=Text(zh="两种漏电导之比", en="The ratio of the leaks"),
    teaches=Text(
        zh="稳态电位加泵的 3 : 2，就定出两种漏电导之比。",
        en="A steady voltage and the pump's 3 : 2 fix the ratio of the two leaks.",
    ),
    statement=prose(
        zh="""
        稳态细胞的 *V*_{m} 为 «V» mV，*E*_{K} 为 «E_K» mV，*E*_{Na} 为 «E_Na» mV；
        钠钾泵每轮排出 3 个 Na⁺、吸入 2 个 K⁺。漏电导之比 *g*_{Na}/*g*_{K} 是多少？
        """,
        en="""
        A cell in its steady state has *V*_{m} = «V» mV, *E*_{K} = «E_K» mV and *E*_{Na} = «E_Na» mV; its pump moves
        3 Na⁺ out and
        2 K⁺ in per cycle. What is the ratio of the leak conductances, *g*_{Na}/*g*_{K}?
        """,
    ),
    givens=(V_given, E_K_given, E_Na_given),
    answer=sympy.Rational(3, 2) * _plain,
    rtol=0.015,
    misconceptions=(
        Misconception(
            "pump_ignored",
            _plain,
            prose(
                zh="""
                你让两种漏电流互相抵消了，泵电流没有算进去。泵每轮搬 3 个 Na⁺、2 个 K⁺，
                所以 Na⁺ 漏电流是 K⁺ 漏电流的 3/2。
                """,
                en="""
                You let the two leaks cancel and left out the pump current. The pump carries 3 Na⁺ for 2 K⁺, so the
                Na⁺ leak is
                3/2 of the K⁺ leak.
                """,
            ),
        ),
        Misconception(
            "coupling_inverted",
            sympy.Rational(2, 3) * _plain,
            Text(
                zh="3 : 2 用反了：泵搬的 Na⁺ 更多，所以 Na⁺ 的漏电流也更大。",
                en="The 3 : 2 is upside down: the pump carries more Na⁺, so the Na⁺ leak is the larger.",
            ),
        ),
        Misconception(
            "inverse",
            1 / (sympy.Rational(3, 2) * _plain),
            Text(
                zh="这是 *g*_{K}/*g*_{Na}。静息时哪一种更容易漏？",
                en="That is *g*_{K}/*g*_{Na}. Which of the two leaks more easily at rest?",
            ),
        ),
    ),
    steps={"K": V - E_K, "Na": E_Na - V},
    right=Text(
        zh="对。Na⁺ 的漏电导比 K⁺ 的小，驱动力却大得多，所以漏进来的反而更多。",
        en="Right. The Na⁺ leak has the smaller conductance but by far the larger driving force, so more Na⁺ leaks.",
    ),
    hints=(
        Text(
            zh="稳态时每种离子的漏电流都被泵抵消，所以 |*I*_{Na}| : |*I*_{K}| = 3 : 2。",
            en="In the steady state the pump cancels each leak, so |*I*_{Na}| : |*I*_{K}| = 3 : 2.",
        ),
        Text(
            zh="漏电流 = 电导 × 驱动力：K⁺ 的驱动力是 «K:.0f» mV，Na⁺ 的大小是 «Na:.0f» mV。",
            en="A leak is conductance times driving force: «K:.0f» mV for K⁺, «Na:.0f» mV (in size) for Na⁺.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$\frac{g_\text{Na}\times «Na:.0f»}{g_\text{K}\times «K:.0f»} = \frac32$$

        $$\frac{g_\text{Na}}{g_\text{K}} = \frac32\times\frac{«K:.0f»}{«Na:.0f»} = «answer:.3f»$$
        """,
        en=r"""
        $$\frac{g_\text{Na}\times «Na:.0f»}{g_\text{K}\times «K:.0f»} = \frac32$$

        $$\frac{g_\text{Na}}{g_\text{K}} = \frac32\times\frac{«K:.0f»}{«Na:.0f»} = «answer:.3f»$$
        """,
    ),
)

current_share = about_current_share(
    "pump-leak-current-share",
    title=Text(zh="三股电流", en="Three currents"),
    statement=prose(
        zh="""
        细胞处于泵–漏稳态：Na⁺ 漏进来，K⁺ 漏出去，泵每轮排出 «m» 个 Na⁺、吸入 «n» 个 K⁺。
        泵电流的大小与 K⁺ 漏电流的大小之比是多少？
        """,
        en="""
        A cell is in its pump–leak steady state: Na⁺ leaks in, K⁺ leaks out, and the pump moves «m» Na⁺ out and «n»
        K⁺ in per
        cycle. What is the size of the pump current, divided by that of the K⁺ leak current?
        """,
    ),
    teaches=Text(
        zh="泵与两股漏流合起来为零，两股漏流自己不为零。", en="Pump and leaks together cancel; the leaks alone do not."
    ),
)

product_ratio = about_product(
    "pump-leak-product-ratio",
    title=Text(zh="乘积法则还成立吗", en="Does the product rule still hold"),
    statement=prose(
        zh="""
        泵–漏稳态的细胞 *E*_{K} 为 «E_K» mV，*E*_{Cl} 等于膜电位 «E_Cl» mV，温度 «T» K。
        求 [K⁺]_{in}[Cl⁻]_{in} 与 [K⁺]_{out}[Cl⁻]_{out} 之比。
        """,
        en="""
        A cell in its pump–leak steady state has *E*_{K} = «E_K» mV, and *E*_{Cl} equals its membrane potential,
        «E_Cl» mV, at
        «T» K. What is [K⁺]_{in}[Cl⁻]_{in} divided by [K⁺]_{out}[Cl⁻]_{out}?
        """,
    ),
    teaches=Text(
        zh="乘积之比偏离 1，说明细胞不在唐南平衡，而在泵维持的稳态。",
        en="A product ratio other than 1 marks a steady state kept by pumps, not a Donnan equilibrium.",
    ),
)

osmotic_role = Exercise(
    id="pump-leak-osmotic-role",
    revision=1,
    section=SECTION,
    source="5028035",
    minutes=2,
    title=Text(zh="泵怎样保住体积", en="How the pump keeps the volume"),
    teaches=Text(
        zh="泵把 Na⁺ 关在外面，抵消关在里面的阴离子，体积才守得住。",
        en="Sodium kept outside balances the anions trapped inside and so keeps the volume.",
    ),
    statement=Text(
        zh="动物细胞里关着大阴离子，却没有胀破。钠钾泵靠什么避免了唐南平衡的结局？",
        en=(
            "Animal cells hold trapped anions and yet do not burst. How does the sodium-potassium pump spare them "
            "that end?"
        ),
    ),
    givens=(),
    answer=sympy.Integer(1),
    options=(
        Option(
            "pumps_water",
            Text(zh="它把水泵出去", en="It pumps water out"),
            Text(
                zh="没有泵直接搬水。水只跟着溶质走，要看哪些溶质被挡在哪一边。",
                en="No pump moves water. Water follows solutes; ask which solute is held on which side.",
            ),
        ),
        Option(
            "sodium_outside",
            Text(
                zh="漏进来的 Na⁺ 随即被排出，Na⁺ 就像被关在了外面",
                en="It throws out Na⁺ as fast as it leaks in, so that Na⁺ is as good as locked outside",
            ),
            Text(zh="", en=""),
        ),
        Option(
            "removes_anions",
            Text(zh="它把大阴离子排出去", en="It exports the trapped anions"),
            Text(
                zh="大阴离子出不去，泵也不搬它们。泵搬的是 Na⁺ 和 K⁺。",
                en="The anions cannot leave and the pump does not carry them. It carries Na⁺ and K⁺.",
            ),
        ),
        Option(
            "balances_charge",
            Text(
                zh="它每轮净出一个正电荷，抵消了大阴离子的电荷",
                en="It exports one net charge a cycle, which cancels the charge of the anions",
            ),
            Text(
                zh="胀破是粒子数的问题，不是电荷的问题；净出的那点电荷随即由漏电流补回。",
                en=(
                    "Bursting is about numbers of particles, not charge; and the net charge returns at once by the "
                    "leaks."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。关在外面的 Na⁺ 抵住了关在里面的阴离子，这叫双唐南体系。",
        en="Right. Sodium locked out balances anions locked in: a double Donnan system.",
    ),
    hints=(
        Text(zh="胞内多出的粒子要由胞外的什么来抵？", en="What outside can balance the particles in excess inside?"),
        Text(
            zh="假如膜根本不让 Na⁺ 通过，细胞还会胀吗？",
            en="Would the cell swell if its membrane did not pass Na⁺ at all?",
        ),
    ),
    solution=prose(
        zh="""
        大阴离子使胞内的粒子偏多。如果胞外也有一种进不来的溶质，两边就能抵平。
        Na⁺ 会漏进来，但泵随漏随排，效果等于进不来：胞外的 Na⁺ 就成了那种溶质。泵一停，Na⁺ 和水就涌进来。
        """,
        en="""
        The trapped anions raise the number of particles inside. A solute outside that cannot enter could balance
        them. Na⁺ does
        leak in, but the pump returns it as fast as it comes, so it is as good as shut out: Na⁺ outside is that
        solute. When the
        pump stops, Na⁺ and water come in.
        """,
    ),
)

is_it_equilibrium = Exercise(
    id="pump-leak-is-it-equilibrium",
    revision=1,
    section=SECTION,
    source="5028035",
    minutes=2,
    title=Text(zh="稳态还是平衡", en="Steady state or equilibrium"),
    teaches=Text(zh="稳态要耗能，平衡不要。", en="A steady state costs energy; an equilibrium does not."),
    statement=prose(
        zh="""
        某细胞几个小时里各种浓度、体积和膜电位都不变：*V*_{m} = «V» mV，*E*_{K} = «E_K» mV，*E*_{Na} = «E_Na» mV。
        哪一种说法对？
        """,
        en="""
        For hours a cell's concentrations, volume and voltage do not change: *V*_{m} = «V» mV, *E*_{K} = «E_K» mV,
        *E*_{Na} = «E_Na» mV. Which statement holds?
        """,
    ),
    givens=(V_given, E_K_given, E_Na_given),
    answer=sympy.Integer(2),
    options=(
        Option(
            "equilibrium",
            Text(zh="它处于平衡，因为什么都不变", en="It is at equilibrium, since nothing changes"),
            Text(
                zh="不变未必是平衡。平衡时每种能过膜的离子都应有 *E* = *V*_{m}，请比较这几个数。",
                en=(
                    "What does not change need not be at equilibrium. At equilibrium each permeant ion has *E* = "
                    "*V*_{m}: compare the numbers."
                ),
            ),
        ),
        Option(
            "net_fluxes",
            Text(
                zh="它处于稳态，K⁺ 有净流出，Na⁺ 有净流入",
                en="It is in a steady state with a net loss of K⁺ and a net gain of Na⁺",
            ),
            Text(
                zh="若真有净流出、净流入，浓度就会变。漏出的 K⁺、漏进的 Na⁺ 都由泵原数搬回。",
                en=(
                    "Net losses or gains would change the concentrations. The pump returns exactly what leaks of K⁺ "
                    "and of Na⁺."
                ),
            ),
        ),
        Option(
            "steady_state",
            Text(
                zh="它处于稳态：每种离子的净通量为零，但要不断消耗 ATP",
                en="It is in a steady state: each net flux is zero, at a continual cost in ATP",
            ),
            Text(zh="", en=""),
        ),
    ),
    right=Text(
        zh="对。维持平衡不耗能，维持这样的稳态要耗能；断了 ATP，这些差别会慢慢消失。",
        en=(
            "Right. To stay at equilibrium costs no energy, to stay in this steady state does; without ATP these "
            "differences would fade."
        ),
    ),
    hints=(
        Text(zh="K⁺ 的驱动力是零吗？Na⁺ 的呢？", en="Is the driving force on K⁺ zero? On Na⁺?"),
        Text(
            zh="驱动力不为零，离子就在漏；可浓度又不变，说明什么？",
            en="Where the driving force is not zero ions leak; yet the concentrations stay. What does that say?",
        ),
    ),
    solution=prose(
        zh="""
        *E*_{K} 和 *E*_{Na} 都不等于 *V*_{m}，两种离子都在漏，所以不是平衡。
        浓度不变，是因为泵把漏掉的如数搬回：净通量为零，代价是 ATP。这就是非平衡稳态。
        """,
        en="""
        Neither *E*_{K} nor *E*_{Na} equals *V*_{m}, so both ions leak and this is no equilibrium. The concentrations
        stay because
        the pump returns what leaks: each net flux is zero, and ATP pays for it. That is a non-equilibrium steady state.
        """,
    ),
)

pump_stops = Exercise(
    id="pump-leak-pump-stops",
    revision=1,
    section=SECTION,
    source="5028035",
    minutes=2,
    title=Text(zh="泵停下来的那一刻", en="The moment the pump stops"),
    teaches=Text(
        zh="泵刚停时电位只变几毫伏，梯度还在。",
        en="When the pump stops the voltage first changes by a few millivolts, for the gradients are still there.",
    ),
    statement=Text(
        zh="用哇巴因把神经元的钠钾泵全部堵住。头一秒里，膜电位会怎样？",
        en=(
            "Ouabain blocks every sodium-potassium pump of a neuron. What does its membrane potential do within the "
            "first second?"
        ),
    ),
    givens=(),
    answer=sympy.Integer(1),
    options=(
        Option(
            "to_zero",
            Text(zh="立刻去极化到 0 mV 附近", en="It goes to about 0 mV at once"),
            Text(
                zh="膜电位主要靠浓度差和 K⁺ 的漏电导，而浓度差要几分钟以上才会耗掉。",
                en=(
                    "The voltage rests on the gradients and the K⁺ leak conductance, and gradients take minutes or "
                    "more to run down."
                ),
            ),
        ),
        Option(
            "few_millivolts",
            Text(
                zh="去极化几毫伏，其余的随浓度差慢慢消失",
                en="It depolarises by a few millivolts; the rest fades slowly with the gradients",
            ),
            Text(zh="", en=""),
        ),
        Option(
            "nothing",
            Text(zh="毫无变化：泵不影响电位", en="Nothing at all: the pump does not affect the voltage"),
            Text(
                zh="泵每轮净出一个电荷，它的电流没了，膜电位会移动一点。",
                en="The pump exports a charge a cycle; when its current stops, the voltage moves a little.",
            ),
        ),
        Option(
            "hyperpolarises",
            Text(zh="超极化几毫伏", en="It hyperpolarises by a few millivolts"),
            Text(
                zh="泵电流是外向的，使胞内更负。外向电流没了，电位往哪边走？",
                en=(
                    "The pump current is outward and makes the inside more negative. Which way does the voltage go "
                    "when it is gone?"
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。泵的直接贡献只有几毫伏；它真正的作用是一直维持着浓度差。",
        en="Right. Directly the pump adds a few millivolts; its real work is to keep the gradients up.",
    ),
    hints=(
        Text(
            zh="分开想两件事：泵自己的电流，和泵维持的浓度差。",
            en="Keep two things apart: the pump's own current, and the gradients it maintains.",
        ),
        Text(
            zh="漏流服从 GHK 方程时，稳态里直接部分的上限是 (*RT*/*F*) ln(3/2)，约 11 mV，静息时通常不到一半。",
            en=(
                "With GHK leaks the direct share in the steady state is at most (*RT*/*F*) ln(3/2), about 11 mV; at "
                "rest usually "
                "less than half."
            ),
        ),
    ),
    solution=prose(
        zh="""
        外向的泵电流消失，膜电位随即去极化几毫伏（稳态里不超过约 11 mV）。
        浓度差在几分钟到几小时里才慢慢耗掉，膜电位跟着走向 0，细胞同时胀大。
        """,
        en="""
        The outward pump current stops and the membrane depolarises by a few millivolts at once (in the steady state
        at most about
        11 mV). The gradients take minutes to hours to run down; the voltage follows them towards 0 while the cell
        swells.
        """,
    ),
)

EXERCISES = (
    potassium_inside,
    sodium_inside,
    chloride_inside,
    conductance_ratio,
    current_share,
    product_ratio,
    osmotic_role,
    is_it_equilibrium,
    pump_stops,
)
