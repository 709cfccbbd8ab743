"""Exercises on the sodium-potassium pump: its charge, its energy budget, and what would stall it."""

from __future__ import annotations

import sympy

from labsupport.constants import conversion, symbolic
from labsupport.electrochemistry.pump import pump_free_energy_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/pump"

Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "8", "20", "1", first="12")
Na_out_given = Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "150", "5", first="145")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "150", "5", first="140")
K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0")
V_given = Given("V", r"V_\mathrm{m}", "mV", "-85", "-60", "5", first="-70")
T_given = Given("T", "T", "K", "306", "312", "1", first="310")
ATP_given = Given("dG", r"\Delta G_\mathrm{ATP}", "kJ/mol", "-60", "-48", "1", first="-50")
Na_in, Na_out, K_in, K_out, V, T, atp = (
    g.sympy for g in (Na_in_given, Na_out_given, K_in_given, K_out_given, V_given, T_given, ATP_given)
)
STANDARD = sympy.Float("-30.5")
CONCENTRATIONS = (Na_in_given, Na_out_given, K_in_given, K_out_given)


def budget(output: str, **changed):
    """An output of the pump's energy budget at the given numbers, some of them replaced."""
    values = {"Na_in": Na_in, "Na_out": Na_out, "K_in": K_in, "K_out": K_out, "V_m": V, "T": T, "dG_ATP": atp}
    return pump_free_energy_model.expression(output, **(values | changed))


# F V_m in kJ/mol, and RT in kJ/mol.
FV = conversion(1e-6) * symbolic.F * V
RT = conversion(1e-3) * symbolic.R * T
sodium_chemical, potassium_chemical = budget("Na_chemical_each"), budget("K_chemical_each")

MILLIVOLTS = prose(
    zh="""
    电学项里 *V*_{m} 是以毫伏代入的。*F* 乘伏才得 J/mol：«V» mV 要先写成 0.001 × («V») V。
    """,
    en="""
    In the electrical term *V*_{m} went in as millivolts. *F* times volts gives J/mol, so write «V» mV as 0.001 ×
    («V») V
    first.
    """,
)
_CELL_ZH = "胞内 Na⁺ «Na_in» mM、K⁺ «K_in» mM，胞外 Na⁺ «Na_out» mM、K⁺ «K_out» mM，膜电位 «V» mV，温度 «T» K。"
_CELL_EN = (
    "A cell has «Na_in» mM Na⁺ and «K_in» mM K⁺ inside, «Na_out» mM Na⁺ and «K_out» mM K⁺ outside, and sits at «V» "
    "mV and "
    "«T» K. "
)

m_given = Given("m", "m", "", "2", "4", "1", first="3")
n_given = Given("n", "n", "", "1", "4", "1", first="2")
m, n = m_given.sympy, n_given.sympy

net_charge = Exercise(
    id="pump-net-charge",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=2,
    title=Text(zh="每转一轮净搬多少电荷", en="The charge of one cycle"),
    teaches=Text(zh="泵的电流只看一轮净搬走的电荷。", en="Only the net charge of a cycle makes the pump's current."),
    statement=prose(
        zh="一种泵每转一轮，排出 «m» 个 Na⁺，吸入 «n» 个 K⁺。它本身的泵电流朝哪个方向？",
        en="""
        A pump moves «m» Na⁺ out and «n» K⁺ in with each cycle. Which way does its own current run?
        """,
    ),
    givens=(m_given, n_given),
    answer=sympy.Piecewise((0, m > n), (1, sympy.Eq(m, n)), (2, True)),
    options=(
        Option(
            "outward",
            Text(zh="外向，使胞内更负", en="Outward: it makes the inside more negative"),
            Text(
                zh="数一数：出去 «m» 个正电荷，进来 «n» 个。净数并不是向外。",
                en="Count: «m» positive charges go out and «n» come in. The balance is not outward.",
            ),
        ),
        Option(
            "none",
            Text(zh="没有净电流", en="There is no net current"),
            Text(
                zh="只有进出的电荷数相等才没有净电流。这里出去 «m» 个，进来 «n» 个。",
                en="That needs equal numbers both ways. Here «m» charges go out and «n» come in.",
            ),
        ),
        Option(
            "inward",
            Text(zh="内向，使胞内更正", en="Inward: it makes the inside more positive"),
            Text(
                zh="数一数：出去 «m» 个正电荷，进来 «n» 个。净数并不是向内。",
                en="Count: «m» positive charges go out and «n» come in. The balance is not inward.",
            ),
        ),
    ),
    right=Text(
        zh="对。看的只是每轮净搬的电荷；真正的钠钾泵是 3 出 2 进，每轮净出一个正电荷。",
        en="Right. Only the net charge counts; the real pump, 3 out and 2 in, exports one positive charge a cycle.",
    ),
    hints=(
        Text(zh="两种离子都带一个正电荷。", en="Both ions carry one positive charge."),
        Text(zh="出去的电荷数减去进来的电荷数，是正是负？", en="Charges out minus charges in: positive or negative?"),
    ),
    solution=prose(
        zh="""
        每轮出去 «m» 个正电荷、进来 «n» 个。出去的多，泵电流就外向；一样多，就没有净电流；进来的多，就内向。
        钠钾泵每轮净出一个正电荷，所以是生电的。
        """,
        en="""
        Each cycle «m» positive charges leave and «n» enter. If more leave, the pump current is outward; if the
        numbers are
        equal, there is none; if more enter, it is inward. The sodium-potassium pump exports one charge a cycle and is
        electrogenic.
        """,
    ),
)

sodium_leg = Exercise(
    id="pump-sodium-leg",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=5,
    title=Text(zh="排出一摩尔 Na⁺", en="One mole of sodium out"),
    teaches=Text(zh="排出 Na⁺ 要克服梯度和电位两道坎。", en="Sodium leaves against both its gradient and the voltage."),
    statement=prose(
        zh="""
        胞内 Na⁺ «Na_in» mM，胞外 «Na_out» mM，膜电位 «V» mV，温度 «T» K。
        把 1 mol Na⁺ 从胞内送到胞外，自由能变化是多少（kJ/mol，带正负号）？
        """,
        en="""
        A cell has «Na_in» mM Na⁺ inside and «Na_out» mM outside, at «V» mV and «T» K. What is the free-energy
        change, in
        kJ/mol and with its sign, of moving one mole of Na⁺ from inside to outside?
        """,
    ),
    givens=(Na_in_given, Na_out_given, V_given, T_given),
    answer=budget("Na_each"),
    unit="kJ/mol",
    atol=0.1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "sign_of_voltage",
            sodium_chemical + FV,
            Text(
                zh="电学项的符号反了。胞内为负，把正离子往外搬要费力，这一项使代价增加。",
                en="The electrical term has the wrong sign: taking a positive ion out of a negative cell costs extra.",
            ),
        ),
        Misconception(
            "electrical_omitted",
            sodium_chemical,
            Text(
                zh="只算了浓度项。Na⁺ 带电，还要逆着膜电位搬出去，请加上电学项。",
                en=(
                    "Only the concentration term is there. Na⁺ is charged and leaves against the voltage: add that "
                    "term."
                ),
            ),
        ),
        Misconception(
            "inverted",
            -sodium_chemical - FV,
            Text(
                zh="浓度比放反了：离子是从稀的一侧搬到浓的一侧，*RT* ln(终点/起点) 应为正。",
                en=(
                    "The ratio is upside down: the ion goes from dilute to concentrated, so *RT* ln(end/start) is "
                    "positive."
                ),
            ),
        ),
        Misconception("log10", sodium_chemical / LN10 - FV, LOG10),
        Misconception("celsius", budget("Na_each", T=T - 273), CELSIUS),
        Misconception("millivolts", sodium_chemical - 1000 * FV, MILLIVOLTS),
    ),
    steps={"chemical": sodium_chemical, "electrical": -FV},
    right=Text(
        zh="对。浓度差和膜电位都与它作对，两笔代价是同一量级。",
        en="Right. Gradient and voltage both oppose it, and the two costs are of the same order.",
    ),
    hints=(
        Text(
            zh="Δ*G* = *RT* ln(终点浓度/起点浓度) + *zF*(终点电位 − 起点电位)。",
            en="Δ*G* = *RT* ln(end/start) + *zF*(potential at end − potential at start).",
        ),
        Text(
            zh="起点在胞内，电位是 *V*_{m}；终点在胞外，电位是 0。电学项因此是 −*FV*_{m}。",
            en="The start is inside, at *V*_{m}; the end is outside, at 0. The electrical term is −*FV*_{m}.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$\Delta G = RT\,\ln\frac{«Na_out»}{«Na_in»} - F V_\text{m}$$

        $$\phantom{\Delta G} = «chemical:.2f» + «electrical:.2f» = «answer:+.2f»\ \text{kJ/mol}$$

        两项都为正：逆浓度差，又逆电位差。
        """,
        en=r"""
        $$\Delta G = RT\,\ln\frac{«Na_out»}{«Na_in»} - F V_\text{m}$$

        $$\phantom{\Delta G} = «chemical:.2f» + «electrical:.2f» = «answer:+.2f»\ \text{kJ/mol}$$

        Both terms are positive: uphill against the gradient and against the voltage.
        """,
    ),
)

potassium_leg = Exercise(
    id="pump-potassium-leg",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=5,
    title=Text(zh="吸入一摩尔 K⁺", en="One mole of potassium in"),
    teaches=Text(
        zh="吸入 K⁺ 时电场出了大半的力，所以便宜。",
        en="Potassium's way in is cheap because the voltage does most of the work.",
    ),
    statement=prose(
        zh="""
        胞内 K⁺ «K_in» mM，胞外 «K_out» mM，膜电位 «V» mV，温度 «T» K。
        把 1 mol K⁺ 从胞外送进胞内，自由能变化是多少（kJ/mol，带正负号）？
        """,
        en="""
        A cell has «K_in» mM K⁺ inside and «K_out» mM outside, at «V» mV and «T» K. What is the free-energy change, in
        kJ/mol and with its sign, of moving one mole of K⁺ from outside to inside?
        """,
    ),
    givens=(K_in_given, K_out_given, V_given, T_given),
    answer=budget("K_each"),
    condition=sympy.Abs(budget("K_each")) - sympy.Rational(1, 2),
    unit="kJ/mol",
    atol=0.1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "electrical_cost",
            potassium_chemical - FV,
            Text(
                zh="电学项的符号反了。胞内为负，K⁺ 带正电，进来时电场在帮忙，这一项应当减少代价。",
                en=(
                    "The electrical term has the wrong sign: a negative inside helps a positive ion in, so it lowers "
                    "the cost."
                ),
            ),
        ),
        Misconception(
            "electrical_omitted",
            potassium_chemical,
            Text(
                zh="只算了浓度项。还要加上电学项：电场在帮 K⁺ 进来。",
                en="Only the concentration term is there. Add the electrical one: the field helps K⁺ in.",
            ),
        ),
        Misconception(
            "inverted",
            -potassium_chemical + FV,
            Text(
                zh="浓度比放反了：K⁺ 是从稀的胞外搬到浓的胞内，*RT* ln(终点/起点) 应为正。",
                en="The ratio is upside down: K⁺ goes from dilute to concentrated, so *RT* ln(end/start) is positive.",
            ),
        ),
        Misconception("log10", potassium_chemical / LN10 + FV, LOG10),
        Misconception("celsius", budget("K_each", T=T - 273), CELSIUS),
        Misconception("millivolts", potassium_chemical + 1000 * FV, MILLIVOLTS),
    ),
    steps={"chemical": potassium_chemical, "electrical": FV},
    right=Text(
        zh="对。浓度差那笔代价，由电场抵掉了大半甚至全部，所以吸入 K⁺ 便宜得多。",
        en="Right. The field pays most of the bill, or all of it, which is why the K⁺ leg is so cheap.",
    ),
    hints=(
        Text(
            zh="Δ*G* = *RT* ln(终点浓度/起点浓度) + *zF*(终点电位 − 起点电位)。",
            en="Δ*G* = *RT* ln(end/start) + *zF*(potential at end − potential at start).",
        ),
        Text(
            zh="这回终点在胞内：电学项是 +*FV*_{m}，*V*_{m} 为负。",
            en="This time the end is inside: the electrical term is +*FV*_{m}, and *V*_{m} is negative.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$\Delta G = RT\,\ln\frac{«K_in»}{«K_out»} + F V_\text{m}$$

        $$\phantom{\Delta G} = «chemical:.2f» + («electrical:.2f») = «answer:+.2f»\ \text{kJ/mol}$$

        它等于 *F*(*V*_{m} − *E*_{K})：膜电位离 *E*_{K} 不远，所以数值小；膜电位若比 *E*_{K} 还负，它就是负的。
        """,
        en=r"""
        $$\Delta G = RT\,\ln\frac{«K_in»}{«K_out»} + F V_\text{m}$$

        $$\phantom{\Delta G} = «chemical:.2f» + («electrical:.2f») = «answer:+.2f»\ \text{kJ/mol}$$

        This is *F*(*V*_{m} − *E*_{K}): it is small because the membrane potential is not far from *E*_{K}, and
        negative where the membrane potential is more negative than *E*_{K}.
        """,
    ),
)

_total = budget("total")
cycle_energy = Exercise(
    id="pump-cycle-energy",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=8,
    title=Text(zh="钠钾泵转一轮", en="One cycle of the pump"),
    teaches=Text(
        zh="一轮的能量账是三个 Na⁺ 加两个 K⁺。", en="The cost of a cycle adds three sodium and two potassium ions."
    ),
    statement=Text(
        zh=_CELL_ZH + "钠钾泵每转一轮，排出 3 个 Na⁺，吸入 2 个 K⁺。以每摩尔循环计，这些搬运需要多少自由能（kJ/mol）？",
        en=_CELL_EN
        + (
            "How much free energy, in kJ per mole of cycles, does it take to move 3 Na⁺ out and 2 K⁺ in, as the "
            "sodium-potassium pump does?"
        ),
    ),
    givens=(*CONCENTRATIONS, V_given, T_given),
    answer=_total,
    unit="kJ/mol",
    atol=0.2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "both_cost",
            3 * (sodium_chemical - FV) + 2 * (potassium_chemical - FV),
            Text(
                zh="K⁺ 的电学项也当成代价了。胞内为负，K⁺ 进来时电场在帮忙，它那一项要减去。",
                en=(
                    "The electrical term of K⁺ was counted as a cost. The negative inside helps K⁺ in: subtract that "
                    "term."
                ),
            ),
        ),
        Misconception(
            "sign_of_voltage",
            3 * sodium_chemical + 2 * potassium_chemical + FV,
            Text(
                zh="电学项的符号反了。每轮净出一个正电荷，要逆着胞内的负电位搬出去，这是代价。",
                en=(
                    "The electrical term has the wrong sign: one net positive charge leaves a negative inside, which "
                    "costs."
                ),
            ),
        ),
        Misconception(
            "electrical_omitted",
            3 * sodium_chemical + 2 * potassium_chemical,
            Text(
                zh="电学项漏掉了。每轮净出一个正电荷，还要加上 −*FV*_{m}。",
                en="The electrical term is missing. One net charge leaves each cycle, so add −*FV*_{m}.",
            ),
        ),
        Misconception(
            "stoichiometry",
            sodium_chemical + potassium_chemical,
            Text(
                zh="你按 1 个 Na⁺ 换 1 个 K⁺ 算的。每轮是 3 出 2 进，两项要分别乘 3 和 2，净电荷也就不为零。",
                en=(
                    "You reckoned one Na⁺ for one K⁺. A cycle takes 3 out and 2 in: multiply the legs accordingly, "
                    "and the "
                    "net charge is no longer zero."
                ),
            ),
        ),
        Misconception(
            "stoichiometry_swapped",
            2 * sodium_chemical + 3 * potassium_chemical + FV,
            Text(
                zh="两个数字弄反了：是 3 个 Na⁺ 出，2 个 K⁺ 进。",
                en="The two numbers changed places: it is 3 Na⁺ out and 2 K⁺ in.",
            ),
        ),
        Misconception(
            "sodium_inverted",
            -3 * sodium_chemical + 2 * potassium_chemical - FV,
            Text(
                zh="Na⁺ 的浓度比放反了：它是从稀的胞内搬到浓的胞外，ln(外/内) 为正。",
                en=(
                    "The Na⁺ ratio is upside down: it goes from the dilute inside to the concentrated outside, "
                    "ln(out/in) > 0."
                ),
            ),
        ),
        Misconception("log10", (3 * sodium_chemical + 2 * potassium_chemical) / LN10 - FV, LOG10),
        Misconception("celsius", budget("total", T=T - 273), CELSIUS),
        Misconception("millivolts", 3 * sodium_chemical + 2 * potassium_chemical - 1000 * FV, MILLIVOLTS),
    ),
    steps={"Na": budget("Na_each"), "K": budget("K_each")},
    right=Text(
        zh="对。ATP 在细胞里能给出约 50 kJ/mol，通常够付，剩得不多。",
        en="Right. ATP yields about 50 kJ/mol in a cell: usually enough, with little to spare.",
    ),
    hints=(
        Text(
            zh="两路分开算：每摩尔 Na⁺ 运出要多少，每摩尔 K⁺ 运进要多少。",
            en="Take the legs one at a time: a mole of Na⁺ out, then a mole of K⁺ in.",
        ),
        Text(
            zh="Na⁺ 的电学项是 −*FV*_{m}（代价），K⁺ 的是 +*FV*_{m}（帮忙）。",
            en="The electrical term is −*FV*_{m} for Na⁺ (a cost) and +*FV*_{m} for K⁺ (a help).",
        ),
        Text(
            zh="最后按 3 : 2 加起来；电学项合计只剩一个 −*FV*_{m}。",
            en="Add them 3 to 2; of the electrical terms a single −*FV*_{m} remains.",
        ),
    ),
    solution=prose(
        zh=r"""
        每摩尔 Na⁺ 排出：$«Na:.2f»\ \text{kJ/mol}$；每摩尔 K⁺ 吸入：$«K:.2f»\ \text{kJ/mol}$。

        $$\Delta G_\text{pump} = 3\times «Na:.2f» + 2\times («K:.2f»)$$

        $$\phantom{\Delta G_\text{pump}} = «answer:.1f»\ \text{kJ/mol}$$

        绝大部分花在 Na⁺ 上。
        """,
        en=r"""
        A mole of Na⁺ out costs $«Na:.2f»\ \text{kJ/mol}$, a mole of K⁺ in $«K:.2f»\ \text{kJ/mol}$.

        $$\Delta G_\text{pump} = 3\times «Na:.2f» + 2\times («K:.2f»)$$

        $$\phantom{\Delta G_\text{pump}} = «answer:.1f»\ \text{kJ/mol}$$

        By far the larger part is spent on Na⁺.
        """,
    ),
)

cost_given = Given("cost", r"\Delta G_\mathrm{pump}", "kJ/mol", "38.0", "46.0", "0.2", first="43.2")
cost = cost_given.sympy

net_free_energy = Exercise(
    id="pump-net-free-energy",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=3,
    title=Text(zh="收支相抵", en="The balance of the coupled cycle"),
    teaches=Text(
        zh="偶联循环的自由能变化为负，泵才正转。", en="A coupled cycle runs forward while its free energy falls."
    ),
    statement=prose(
        zh="""
        钠钾泵转一轮，搬运离子需要 «cost» kJ/mol；在这个细胞里，ATP 水解的自由能变化为 «dG» kJ/mol。
        两者偶联，整轮的自由能变化（带正负号）是多少？
        """,
        en="""
        Moving the ions of one pump cycle takes «cost» kJ/mol; in this cell the hydrolysis of ATP changes the free
        energy by
        «dG» kJ/mol. What is the free-energy change of the coupled cycle, sign included?
        """,
    ),
    givens=(cost_given, ATP_given),
    answer=cost + atp,
    unit="kJ/mol",
    atol=0.15,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "reversed",
            -cost - atp,
            Text(
                zh="大小对了，符号反了。两个自由能变化相加；能自发进行的过程，总和为负。",
                en=(
                    "The size is right, the sign is not. Add the two changes: for a process that runs by itself the "
                    "sum is negative."
                ),
            ),
        ),
        Misconception(
            "summed",
            cost - atp,
            Text(
                zh="ATP 的符号丢了。水解放出自由能，这一项是负的，要抵掉搬运的代价。",
                en=(
                    "The sign of ATP was lost. Hydrolysis releases free energy, so its term is negative and pays the "
                    "cost."
                ),
            ),
        ),
        Misconception(
            "standard",
            cost + STANDARD,
            Text(
                zh="你用了标准值 −30.5 kJ/mol。细胞里 ATP 远离平衡，要用题目给的实际值。",
                en=(
                    "You used the standard −30.5 kJ/mol. In a cell ATP is far from equilibrium: use the actual value "
                    "given."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。为负，所以泵能正着转；余下的自由能散失掉，推着循环往前走。",
        en="Right. It is negative, so the pump runs forward; the surplus is dissipated and keeps the cycle turning.",
    ),
    hints=(
        Text(zh="自由能变化可以直接相加，连同符号。", en="Free-energy changes add, signs included."),
        Text(zh="代价为正，水解为负。", en="The cost is positive, the hydrolysis negative."),
    ),
    solution=prose(
        zh=r"""
        $$\Delta G = «cost» + («dG») = «answer:+.1f»\ \text{kJ/mol}$$

        总和为负，整轮可以自发进行。
        """,
        en=r"""
        $$\Delta G = «cost» + («dG») = «answer:+.1f»\ \text{kJ/mol}$$

        The sum is negative: the coupled cycle runs by itself.
        """,
    ),
)

efficiency = Exercise(
    id="pump-efficiency",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=3,
    title=Text(zh="泵的效率", en="The efficiency of the pump"),
    teaches=Text(
        zh="效率是存进梯度的那一份；余量用来推动循环。",
        en="Efficiency is the share stored in gradients; the surplus drives the cycle.",
    ),
    statement=prose(
        zh="""
        钠钾泵转一轮，搬运离子需要 «cost» kJ/mol；细胞里每摩尔 ATP 水解的自由能变化为 «dG» kJ/mol。
        ATP 的自由能有多大一部分存进了离子梯度？
        """,
        en="""
        Moving the ions of one pump cycle takes «cost» kJ/mol; hydrolysis of ATP in this cell changes the free energy by
        «dG» kJ/mol. What fraction of the free energy of ATP is stored in the ion gradients?
        """,
    ),
    givens=(cost_given, ATP_given),
    answer=-cost / atp,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverse",
            -atp / cost,
            Text(
                zh="除反了：效率是得到的除以付出的，不会超过 1。",
                en="The quotient is upside down: efficiency is what is gained over what is spent, never above 1.",
            ),
        ),
        Misconception(
            "surplus",
            1 + cost / atp,
            Text(
                zh="这是散失掉的那一部分。题目问的是存进梯度的部分。",
                en="That is the part that is lost. The question asks for the part that is stored.",
            ),
        ),
        Misconception(
            "standard",
            -cost / STANDARD,
            Text(
                zh="你用了标准值 −30.5 kJ/mol，结果竟超过了 1。要用细胞里的实际值。",
                en="You used the standard −30.5 kJ/mol, and the result exceeds 1. Use the actual value in the cell.",
            ),
        ),
    ),
    right=Text(
        zh="对。余量越大，循环向前的推力越强，效率却越低。",
        en="Right. The larger the surplus, the harder the cycle is driven forward, and the less efficient it is.",
    ),
    hints=(
        Text(zh="效率 = 存起来的 / 付出的。", en="Efficiency is what is stored over what is spent."),
        Text(zh="用自由能的绝对值相除。", en="Divide the sizes of the two free energies."),
    ),
    solution=prose(
        zh=r"$$\eta = \frac{«cost»}{|«dG»|} = «answer:.3f»$$",
        en=r"$$\eta = \frac{«cost»}{|«dG»|} = «answer:.3f»$$",
    ),
)

_stall = budget("V_reversal")
# How far the surplus would carry the membrane potential, in mV: (50 - cost)/F per charge.
_surplus = -(atp + _total) / (conversion(1e-6) * symbolic.F)
stall_voltage = Exercise(
    id="pump-stall-voltage",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=8,
    title=Text(zh="什么电位让泵停转", en="The voltage that stalls the pump"),
    teaches=Text(
        zh="让泵停转的电位，比神经元的任何电位都负得多。",
        en="The voltage that would stall the pump is far more negative than any a neuron reaches.",
    ),
    statement=Text(
        zh=_CELL_ZH
        + (
            "每摩尔 ATP 水解的自由能变化为 «dG» kJ/mol，每轮 3 个 Na⁺ 出、2 个 K⁺ 进。"
            "浓度不变，膜电位变到多少时，钠钾泵恰好停转？"
        ),
        en=_CELL_EN
        + (
            "ATP hydrolysis changes the free energy by «dG» kJ/mol, and the pump moves 3 Na⁺ out and 2 K⁺ in. With "
            "these "
            "concentrations, at what membrane potential would it just stall?"
        ),
    ),
    givens=(*CONCENTRATIONS, V_given, ATP_given, T_given),
    answer=_stall,
    unit="mV",
    atol=1.0,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "wrong_direction",
            V + _surplus,
            Text(
                zh="方向反了。每轮净出一个正电荷，胞内越负，搬出去越费力；停转的电位比现在更负。",
                en=(
                    "That is the wrong direction. One positive charge leaves each cycle, and the more negative the "
                    "inside, the "
                    "harder that is: the pump stalls below the present voltage."
                ),
            ),
        ),
        Misconception(
            "change_only",
            -_surplus,
            Text(
                zh="这是膜电位还要变化多少，不是停转时的电位。请从现在的 «V» mV 算起。",
                en="That is how far the voltage has to move, not where it ends. Start from the present «V» mV.",
            ),
        ),
        Misconception(
            "three_charges",
            V - _surplus / 3,
            Text(
                zh="你按每轮搬 3 个电荷算的。Na⁺ 出去 3 个，K⁺ 进来 2 个，净搬的只有 1 个。",
                en="You reckoned with 3 charges a cycle. Three leave and two enter: the net charge is 1.",
            ),
        ),
        Misconception(
            "sign",
            -_stall,
            Text(
                zh="大小对了，符号反了。让泵停转的是很负的胞内电位。",
                en="The size is right, the sign is not: a very negative inside is what stalls the pump.",
            ),
        ),
    ),
    steps={"total": _total, "spare": -atp - _total, "shift": _surplus},
    right=Text(
        zh="对。ATP 充足时，神经元离它很远，泵不会因电位而停转；ATP 能给的自由能少了，才会停转。",
        en=(
            "Right. With its ATP in order a neuron stays far from it, and voltage does not stall the pump; when ATP "
            "yields less free energy, the pump can stall."
        ),
    ),
    hints=(
        Text(
            zh="停转就是代价恰好等于 ATP 能给的。先算现在的代价，看还剩多少。",
            en="Stalled means that the cost just equals what ATP can give. Find the present cost and what is left.",
        ),
        Text(
            zh="每轮净出一个电荷：胞内每再负 1 mV，代价增加 *F* × 1 mV = 0.0965 kJ/mol。",
            en="One net charge leaves: each millivolt more negative adds *F* × 1 mV = 0.0965 kJ/mol to the cost.",
        ),
    ),
    solution=prose(
        zh=r"""
        现在转一轮需要 $«total:.2f»\ \text{kJ/mol}$，还剩 $«spare:.2f»\ \text{kJ/mol}$。
        每轮净出一个电荷，所以膜电位还可以再负

        $$\frac{«spare:.2f»\ \text{kJ/mol}}{F} = «shift:.1f»\ \text{mV}$$

        $$V_\text{stall} = («V») - («shift:.1f») = «answer:.1f»\ \text{mV}$$
        """,
        en=r"""
        One cycle now costs $«total:.2f»\ \text{kJ/mol}$, leaving $«spare:.2f»\ \text{kJ/mol}$. One net charge leaves
        a cycle,
        so the membrane potential may still fall by

        $$\frac{«spare:.2f»\ \text{kJ/mol}}{F} = «shift:.1f»\ \text{mV}$$

        $$V_\text{stall} = («V») - («shift:.1f») = «answer:.1f»\ \text{mV}$$
        """,
    ),
)

weak_atp = Given("dG", r"\Delta G_\mathrm{ATP}", "kJ/mol", "-60", "-34", "2", first="-50")

standard_energy = Exercise(
    id="pump-standard-energy",
    revision=1,
    section=SECTION,
    source="5028009",
    minutes=3,
    title=Text(zh="标准值还是实际值", en="Standard or actual"),
    teaches=Text(
        zh="判断反应能否进行，要用实际的自由能变化，不用标准值。",
        en="Actual, not standard, free energies decide which way a reaction runs.",
    ),
    statement=prose(
        zh="""
        钠钾泵转一轮需要 «cost» kJ/mol。ATP 水解的标准自由能变化是 −30.5 kJ/mol，
        而在这个细胞的浓度下是 «dG» kJ/mol。泵能正着转吗？
        """,
        en="""
        One cycle of the pump takes «cost» kJ/mol. Hydrolysis of ATP has a standard free-energy change of −30.5
        kJ/mol; at
        the concentrations in this cell it is «dG» kJ/mol. Can the pump run forward?
        """,
    ),
    givens=(cost_given, weak_atp),
    answer=sympy.Piecewise((0, cost + atp < 0), (2, True)),
    condition=sympy.Abs(cost + atp) - 1,
    options=(
        Option(
            "actual",
            Text(zh="能：要看实际值，它付得起", en="Yes: the actual value counts, and it pays"),
            Text(
                zh="看实际值是对的。可这个细胞的 ATP 已经给不出那么多了，拿两个数比一比。",
                en=(
                    "The actual value does count, but this cell's ATP no longer yields that much. Compare the two "
                    "numbers."
                ),
            ),
        ),
        Option(
            "standard_too_small",
            Text(zh="不能：30.5 不够付", en="No: 30.5 is not enough"),
            Text(
                zh="标准值是 ATP、ADP 和磷酸都为 1 M（pH 7）时的值，细胞里没有这种浓度。决定方向的是实际浓度下的值。",
                en=(
                    "The standard value holds for ATP, ADP and phosphate at 1 M each (pH 7), which no cell has. The "
                    "direction is decided by the value at the actual concentrations."
                ),
            ),
        ),
        Option(
            "actual_too_small",
            Text(zh="不能：实际值也不够付", en="No: the actual value is not enough either"),
            Text(
                zh="拿实际值和代价比一比：放出的比需要的多。",
                en="Compare the actual value with the cost: more is released than needed.",
            ),
        ),
        Option(
            "two_atp",
            Text(zh="能：不够时就多用一个 ATP", en="Yes: if one ATP is not enough it uses two"),
            Text(
                zh="泵的结构决定了每轮只用一个 ATP，不够付就不会正着转。",
                en="The pump's mechanism takes one ATP a cycle; if one does not pay, it does not run forward.",
            ),
        ),
    ),
    right=Text(
        zh="对。方向由实际浓度下的自由能决定；缺氧的细胞里 ATP 给出的变少，泵可能停转。",
        en="Right. The actual value decides; in an oxygen-starved cell ATP yields less and the pump can stall.",
    ),
    hints=(
        Text(zh="标准值指的是哪些浓度？", en="Which concentrations does a standard value refer to?"),
        Text(zh="把代价与实际值相加，看总和的符号。", en="Add cost and actual value and look at the sign."),
    ),
    solution=prose(
        zh="""
        用实际值：代价 «cost» kJ/mol，ATP 水解 «dG» kJ/mol。两者相加为负，泵就能正着转；
        为正则不能。标准值只适用于 ATP、ADP 和磷酸都是 1 M（pH 7）的溶液。
        """,
        en="""
        Take the actual value: the cost is «cost» kJ/mol and ATP contributes «dG» kJ/mol. If the sum is negative the
        pump runs
        forward, if positive it cannot. The standard value holds only where ATP, ADP and phosphate are each at 1 M
        (pH 7).
        """,
    ),
)


def about_current_share(id: str, title: Text, statement: Text, *, teaches: Text) -> Exercise:
    """Pump current over K+ leak current in the steady state; asked for the pump and for the pump-leak cell."""
    return Exercise(
        id=id,
        revision=1,
        section="chapters/ion/pump_leak" if id.startswith("pump-leak") else SECTION,
        source="5028035",
        minutes=3,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(
            Given("m", "m", "", "3", "5", "1", first="3"),
            Given("n", "n", "", "1", "4", "1", first="2"),
        ),
        answer=(m - n) / n,
        condition=m - n,
        rtol=0.02,
        misconceptions=(
            Misconception(
                "of_sodium",
                (m - n) / m,
                Text(
                    zh="这是泵电流与 Na⁺ 漏电流之比。题目问的是与 K⁺ 漏电流之比。",
                    en="That is the pump current over the Na⁺ leak. The question asks for the K⁺ leak.",
                ),
            ),
            Misconception(
                "leaks_cancel",
                sympy.Integer(0),
                Text(
                    zh="两种漏电流并不互相抵消：稳态时每种离子各自收支平衡，而泵搬的两种离子数目不等。",
                    en=(
                        "The two leaks do not cancel: in the steady state each ion balances by itself, and the pump "
                        "carries "
                        "unequal numbers."
                    ),
                ),
            ),
            Misconception(
                "leak_ratio",
                m / n,
                Text(
                    zh="这是 Na⁺ 与 K⁺ 漏电流之比。泵电流是两者之差。",
                    en="That is the ratio of the Na⁺ leak to the K⁺ leak. The pump current is their difference.",
                ),
            ),
        ),
        right=Text(
            zh="对。三股电流加起来才为零，单看漏电流并不为零。",
            en="Right. The three currents add up to zero; the leaks alone do not.",
        ),
        hints=(
            Text(
                zh="稳态时每种离子的净通量为零：漏进多少 Na⁺ 就泵出多少，漏出多少 K⁺ 就泵进多少。",
                en=(
                    "In the steady state each ion's net flux is zero: what leaks in is pumped out, what leaks out is "
                    "pumped in."
                ),
            ),
            Text(
                zh="设每秒转 *p* 轮：K⁺ 漏 «n»*p*，Na⁺ 漏 «m»*p*，泵净搬多少电荷？",
                en="With *p* cycles a second, «n»*p* K⁺ and «m»*p* Na⁺ leak. How many charges does the pump carry net?",
            ),
        ),
        solution=prose(
            zh=r"""
            每轮净搬 $«m» - «n»$ 个电荷，而 K⁺ 漏出 «n» 个：

            $$\frac{I_\text{pump}}{I_\text{K}} = \frac{«m» - «n»}{«n»} = «answer:.3f»$$
            """,
            en=r"""
            The pump carries $«m» - «n»$ charges a cycle while «n» K⁺ leak out:

            $$\frac{I_\text{pump}}{I_\text{K}} = \frac{«m» - «n»}{«n»} = «answer:.3f»$$
            """,
        ),
    )


current_share = about_current_share(
    "pump-current-share",
    title=Text(zh="泵电流占多少", en="The size of the pump current"),
    statement=prose(
        zh="""
        一种泵每轮排出 «m» 个 Na⁺、吸入 «n» 个 K⁺。细胞处于稳态，只有 Na⁺ 和 K⁺ 在漏。
        泵电流的大小是 K⁺ 漏电流的几倍？
        """,
        en="""
        A pump moves «m» Na⁺ out and «n» K⁺ in per cycle. The cell is in a steady state in which only Na⁺ and K⁺
        leak. How
        large is the pump current, as a multiple of the K⁺ leak current?
        """,
    ),
    teaches=Text(
        zh="稳态下三股电流之和为零，由此得出泵电流与漏电流之比。",
        en="In the steady state three currents cancel, which fixes the pump's share.",
    ),
)

EXERCISES = (
    net_charge,
    sodium_leg,
    potassium_leg,
    cycle_energy,
    net_free_energy,
    efficiency,
    stall_voltage,
    standard_energy,
    current_share,
)
