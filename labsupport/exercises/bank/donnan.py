"""Exercises on the Donnan equilibrium: what trapped anions do to ions, voltage and water."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.donnan import donnan_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/donnan"

c_given = Given("c", r"c", "mM", "60", "150", "10", first="100")
A_given = Given("A", r"[\mathrm{A^-}]_\mathrm{in}", "mM", "60", "200", "10", first="150")
T_given = Given("T", "T", "K", "306", "312", "1", first="310")
c, A, T = c_given.sympy, A_given.sympy, T_given.sympy


def donnan(output: str, T=310):
    """An output of the Donnan model for monovalent trapped anions and none outside."""
    return donnan_model.expression(output, c_out=c, impermeant=A, z_impermeant=-1, trapped_outside=0, T=T)


K_in, Cl_in, ratio, excess = (donnan(name) for name in ("K_in", "Cl_in", "ratio", "excess"))

_CELL = Text(
    zh=(
        "一个体积固定的细胞里关着 «A» mM 大阴离子 A⁻，每个带一个负电荷；膜只让 K⁺、Cl⁻ 和水通过。"
        "胞外是大量的 «c» mM KCl 溶液。达到平衡时，"
    ),
    en=(
        "A cell of fixed volume holds «A» mM of large anions A⁻, one charge each, that cannot leave; its membrane "
        "passes only "
        "K⁺, Cl⁻ and water. Outside is a large bath of «c» mM KCl. At equilibrium, "
    ),
)
PRODUCT = Text(
    zh="平衡时 K⁺ 与 Cl⁻ 有同一个平衡电位，所以内、外的乘积 [K⁺][Cl⁻] 相等。",
    en=(
        "At equilibrium K⁺ and Cl⁻ have the same equilibrium potential, so the product [K⁺][Cl⁻] is the same on "
        "both sides."
    ),
)
NEUTRAL = Text(
    zh="胞内电中性：[K⁺] = [Cl⁻] + «A» mM；胞外两者都是 «c» mM。",
    en="The inside is neutral: [K⁺] = [Cl⁻] + «A» mM; outside both are «c» mM.",
)
SUM_RULE = Text(
    zh="你让两侧 K⁺ 与 Cl⁻ 的总和相等了。平衡时相等的是乘积，不是总和。",
    en="You made the sums of K⁺ and Cl⁻ equal on the two sides. At equilibrium the products are equal, not the sums.",
)
_QUADRATIC_ZH = r"""
    设 $x = [\text{K}^+]_\text{in}$，电中性给出 $[\text{Cl}^-]_\text{in} = x - «A»$，乘积法则给出

    $$x\,(x - «A») = «c»^2$$

    取正根：$x = «K:.1f»\ \text{mM}$，于是 $[\text{Cl}^-]_\text{in} = «Cl:.1f»\ \text{mM}$。
"""
_QUADRATIC_EN = r"""
    Let $x = [\text{K}^+]_\text{in}$. Neutrality makes $[\text{Cl}^-]_\text{in} = x - «A»$, and the product rule says

    $$x\,(x - «A») = «c»^2$$

    The positive root is $x = «K:.1f»\ \text{mM}$, so $[\text{Cl}^-]_\text{in} = «Cl:.1f»\ \text{mM}$.
"""
_STEPS = {"K": K_in, "Cl": Cl_in, "r": ratio}


def _asked(zh: str, en: str) -> Text:
    return Text(zh=_CELL.zh + zh, en=_CELL.en + en)


def _solved(zh: str = "", en: str = "") -> Text:
    return prose(zh=_QUADRATIC_ZH + zh, en=_QUADRATIC_EN + en)


potassium = Exercise(
    id="donnan-potassium",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=6,
    title=Text(zh="胞内的 K⁺", en="Potassium inside"),
    teaches=Text(
        zh="电中性和乘积法则合起来定出胞内 K⁺。",
        en="Electroneutrality and the product rule together give potassium inside.",
    ),
    statement=_asked("胞内 K⁺ 浓度是多少？", "what is the K⁺ concentration inside?"),
    givens=(c_given, A_given),
    answer=K_in,
    unit="mM",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("sum_rule", c + A / 2, SUM_RULE),
        Misconception(
            "all_potassium",
            c + A,
            Text(
                zh="你让 A⁻ 全由多出来的 K⁺ 去中和，Cl⁻ 没有动。其实 Cl⁻ 也被赶出去一部分。",
                en="You let extra K⁺ alone balance A⁻ and left Cl⁻ as it was. Some Cl⁻ is driven out, too.",
            ),
        ),
        Misconception(
            "anion_ignored",
            c,
            Text(
                zh="这是没有 A⁻ 时的值。关在里面的负电荷要有正离子来陪，K⁺ 因此会多进来一些。",
                en="That would be right without A⁻. The trapped negative charge needs company, so extra K⁺ comes in.",
            ),
        ),
        Misconception(
            "chloride",
            Cl_in,
            Text(
                zh="这是胞内 Cl⁻ 的浓度。阴离子被关在里面，K⁺ 应当比胞外多。",
                en="That is Cl⁻ inside. With anions trapped there, K⁺ must be higher inside than outside.",
            ),
        ),
    ),
    steps=_STEPS,
    right=Text(
        zh="对。一部分负电荷由多进来的 K⁺ 平衡，另一部分靠赶走 Cl⁻。",
        en="Right. Extra K⁺ balances part of the trapped charge; the rest is made good by Cl⁻ leaving.",
    ),
    hints=(PRODUCT, NEUTRAL),
    solution=_solved(),
)

chloride = Exercise(
    id="donnan-chloride",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=6,
    title=Text(zh="胞内的 Cl⁻", en="Chloride inside"),
    teaches=Text(zh="胞内有阴离子出不去，Cl⁻ 就被挤到外面。", en="Trapped anions push chloride out."),
    statement=_asked("胞内 Cl⁻ 浓度是多少？", "what is the Cl⁻ concentration inside?"),
    givens=(c_given, A_given),
    answer=Cl_in,
    unit="mM",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("sum_rule", c - A / 2, SUM_RULE),
        Misconception(
            "unchanged",
            c,
            Text(
                zh="Cl⁻ 并不与胞外相等。胞内关着负电荷，Cl⁻ 会被排出去一部分。",
                en="Cl⁻ does not stay equal to the outside: the trapped negative charge drives some of it out.",
            ),
        ),
        Misconception(
            "potassium",
            K_in,
            Text(
                zh="这是胞内 K⁺ 的浓度。Cl⁻ 与 A⁻ 同为负电荷，胞内应当比胞外少。",
                en="That is K⁺ inside. Cl⁻ has the same sign as A⁻ and must be lower inside than outside.",
            ),
        ),
    ),
    steps=_STEPS,
    right=Text(
        zh="对。胞内 Cl⁻ 少，胞内 K⁺ 多，乘积却与胞外相同。",
        en="Right. Less Cl⁻, more K⁺, and the same product as outside.",
    ),
    hints=(PRODUCT, NEUTRAL),
    solution=_solved(),
)

donnan_ratio = Exercise(
    id="donnan-ratio",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=6,
    title=Text(zh="唐南比", en="The Donnan ratio"),
    teaches=Text(zh="同一个比值管着 K⁺ 和 Cl⁻，方向相反。", en="One ratio rules both ions, in opposite directions."),
    statement=_asked(
        "唐南比 *r* = [K⁺]_{in}/[K⁺]_{out} 是多少？", "what is the Donnan ratio *r* = [K⁺]_{in}/[K⁺]_{out}?"
    ),
    givens=(c_given, A_given),
    answer=ratio,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "inverse",
            1 / ratio,
            Text(
                zh="除反了：*r* 是 K⁺ 的内比外，应当大于 1；换成 Cl⁻，*r* 是外比内。",
                en="Upside down: *r* is inside over outside for K⁺ and exceeds 1. For Cl⁻ it is outside over inside.",
            ),
        ),
        Misconception("sum_rule", 1 + A / (2 * c), SUM_RULE),
        Misconception(
            "all_potassium",
            1 + A / c,
            Text(
                zh="你让 A⁻ 全由多出来的 K⁺ 去中和，Cl⁻ 没有动。其实 Cl⁻ 也被赶出去一部分。",
                en="You let extra K⁺ alone balance A⁻ and left Cl⁻ as it was. Some Cl⁻ is driven out, too.",
            ),
        ),
    ),
    steps=_STEPS,
    right=Text(
        zh="对。同一个 *r*，既是 K⁺ 的内外之比，也是 Cl⁻ 的外内之比。",
        en="Right. The same *r* is inside over outside for K⁺ and outside over inside for Cl⁻.",
    ),
    hints=(PRODUCT, NEUTRAL),
    solution=_solved(
        zh=r"""

        $$r = \frac{«K:.1f»}{«c»} = \frac{«c»}{«Cl:.1f»} = «answer:.3f»$$
        """,
        en=r"""

        $$r = \frac{«K:.1f»}{«c»} = \frac{«c»}{«Cl:.1f»} = «answer:.3f»$$
        """,
    ),
)

_V = donnan("V_m", T=T)
potential = Exercise(
    id="donnan-potential",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=7,
    title=Text(zh="唐南电位", en="The Donnan potential"),
    teaches=Text(
        zh="唐南电位同时是两种离子的平衡电位。",
        en="The Donnan potential is the equilibrium potential of both ions at once.",
    ),
    statement=_asked("«T» K 下膜电位是多少？", "what is the membrane potential at «T» K?"),
    givens=(c_given, A_given, T_given),
    answer=_V,
    unit="mV",
    atol=0.3,
    rtol=0.01,
    misconceptions=(
        # Two ideas, one number.
        Misconception(
            "sign",
            -_V,
            prose(
                zh="""
                大小对了，符号反了。要么把内外之比放反，要么从 Cl⁻ 算而忘了 *z* = −1。
                关在里面的是负电荷，胞内应当为负。
                """,
                en="""
                The size is right, the sign is not. Either the ratio is upside down, or you went by Cl⁻ and forgot
                *z* = −1. The
                trapped charge is negative, and so is the inside.
                """,
            ),
        ),
        Misconception("log10", _V / LN10, LOG10),
        Misconception("celsius", donnan("V_m", T=T - 273), CELSIUS),
        Misconception("sum_rule", -thermal(T) * sympy.log(1 + A / (2 * c)), SUM_RULE),
        Misconception(
            "anion_ignored",
            sympy.Integer(0),
            Text(
                zh="没有 A⁻ 才是 0。关在里面的负电荷使 K⁺ 和 Cl⁻ 分布不均，电位就有了。",
                en=(
                    "It would be 0 without A⁻. The trapped charge distributes K⁺ and Cl⁻ unevenly, and that makes a "
                    "voltage."
                ),
            ),
        ),
    ),
    steps=_STEPS | {"RT_F": thermal(T)},
    right=Text(
        zh="对。*E*_{K} 和 *E*_{Cl} 都等于它，所以不耗能，两种离子也都没有净通量。",
        en="Right. *E*_{K} and *E*_{Cl} both equal it: no energy is spent and neither ion has a net flux.",
    ),
    hints=(
        PRODUCT,
        NEUTRAL,
        Text(
            zh="求出 *r* 以后，对 K⁺ 用能斯特方程：*V*_{m} = (*RT*/*F*) ln(1/*r*)，其中 *RT*/*F* = «RT_F:.2f» mV。",
            en="With *r* in hand use Nernst for K⁺: *V*_{m} = (*RT*/*F*) ln(1/*r*), *RT*/*F* being «RT_F:.2f» mV.",
        ),
    ),
    solution=_solved(
        zh=r"""

        $$V_\text{m} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«c»}{«K:.1f»}$$

        $$\phantom{V_\text{m}} = «answer:.1f»\ \text{mV}$$
        """,
        en=r"""

        $$V_\text{m} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«c»}{«K:.1f»}$$

        $$\phantom{V_\text{m}} = «answer:.1f»\ \text{mV}$$
        """,
    ),
)

A_ONLY = Text(
    zh="你只算了 A⁻。K⁺ 与 Cl⁻ 的总和在胞内也比胞外多，要一并算上。",
    en="You counted A⁻ alone. The sum of K⁺ and Cl⁻ is higher inside as well and has to be added.",
)
MOBILE_ONLY = Text(
    zh="A⁻ 漏掉了：它出不去，但同样是溶质粒子，也要算进渗透浓度。",
    en="A⁻ is missing: it cannot leave, but it is a particle in solution and counts.",
)

osmotic_excess = Exercise(
    id="donnan-osmotic-excess",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=6,
    title=Text(zh="胞内多出的粒子", en="The particles in excess"),
    teaches=Text(
        zh="唐南平衡时胞内的粒子总数多于胞外。",
        en="At Donnan equilibrium there are more particles inside than outside.",
    ),
    statement=_asked(
        "胞内溶质粒子的总浓度比胞外高多少（mM，即 mOsm/L）？",
        "by how much does the total concentration of particles inside exceed that outside (in mM, that is mOsm/L)?",
    ),
    givens=(c_given, A_given),
    answer=excess,
    unit="mM",
    atol=0.5,
    rtol=0.01,
    misconceptions=(
        Misconception("anions_only", A, A_ONLY),
        Misconception("mobile_only", excess - A, MOBILE_ONLY),
        Misconception(
            "outside_forgotten",
            excess + 2 * c,
            Text(
                zh="这是胞内的总浓度。题目问的是比胞外高多少，要减去胞外的 K⁺ 和 Cl⁻。",
                en="That is the total inside. The question asks for the excess: subtract K⁺ and Cl⁻ outside.",
            ),
        ),
    ),
    steps=_STEPS,
    right=Text(
        zh="对。体积若不固定，水就会不断进来；没有细胞壁的细胞要不是有泵，就会胀破。",
        en=(
            "Right. Were the volume not fixed, water would keep coming in: without a wall and without a pump the cell "
            "would burst."
        ),
    ),
    hints=(
        Text(zh="先求胞内的 K⁺ 和 Cl⁻。", en="Find K⁺ and Cl⁻ inside first."),
        Text(
            zh="胞内是 K⁺、Cl⁻、A⁻ 三种相加，胞外是 K⁺、Cl⁻ 两种相加，再相减。",
            en="Inside add K⁺, Cl⁻ and A⁻; outside add K⁺ and Cl⁻; subtract.",
        ),
    ),
    solution=_solved(
        zh=r"""

        $$(«K:.1f» + «Cl:.1f» + «A») - 2\times «c» = «answer:.1f»\ \text{mM}$$
        """,
        en=r"""

        $$(«K:.1f» + «Cl:.1f» + «A») - 2\times «c» = «answer:.1f»\ \text{mM}$$
        """,
    ),
)

_pressure = donnan("pressure", T=T)
osmotic_pressure = Exercise(
    id="donnan-osmotic-pressure",
    revision=1,
    section=SECTION,
    source="5028030",
    minutes=8,
    title=Text(zh="渗透压", en="The osmotic pressure"),
    teaches=Text(
        zh="要把水挡在外面，压强得以大气压计，膜远远承受不起。",
        en="Holding back the water takes atmospheres of pressure, far more than a membrane bears.",
    ),
    statement=_asked(
        "«T» K 下要多大的压强差（kPa）才能挡住水进入细胞？",
        "what pressure difference, in kPa, would keep water out at «T» K?",
    ),
    givens=(c_given, A_given, T_given),
    answer=_pressure,
    unit="kPa",
    atol=1.0,
    rtol=0.01,
    misconceptions=(
        Misconception("anions_only", _pressure * A / excess, A_ONLY),
        Misconception("mobile_only", _pressure * (excess - A) / excess, MOBILE_ONLY),
        Misconception("celsius", donnan("pressure", T=T - 273), CELSIUS),
    ),
    steps=_STEPS | {"excess": excess, "atmospheres": _pressure / sympy.Float("101.325")},
    right=Text(
        zh="对。这是 «atmospheres:.1f» 个大气压，而半径 10 µm 的细胞，膜只顶得住大约 1 kPa。",
        en=(
            "Right. That is «atmospheres:.1f» atmospheres, while the membrane of a cell of 10 µm radius holds about "
            "1 kPa."
        ),
    ),
    hints=(
        Text(
            zh="先求胞内溶质粒子比胞外多多少。",
            en="Find first by how much the particles inside exceed those outside.",
        ),
        Text(
            zh="压强差 = *RT* × 浓度差；1 mM = 1 mol/m³，*R* = 8.314 J/(mol K)，得到的单位是 Pa。",
            en=(
                "The pressure is *RT* times the excess; with 1 mM = 1 mol/m³ and *R* = 8.314 J/(mol K) it comes out "
                "in Pa."
            ),
        ),
    ),
    solution=_solved(
        zh=r"""

        粒子之差为 $«excess:.1f»\ \text{mM}$，所以

        $$\Delta\Pi = RT\times «excess:.1f»\ \text{mol/m}^3 = «answer:.0f»\ \text{kPa}$$
        """,
        en=r"""

        The excess of particles is $«excess:.1f»\ \text{mM}$, so

        $$\Delta\Pi = RT\times «excess:.1f»\ \text{mol/m}^3 = «answer:.0f»\ \text{kPa}$$
        """,
    ),
)

S_given = Given("S", "S", "mM", "20", "400", "20", first="40")
S = S_given.sympy

swelling = Exercise(
    id="donnan-swelling",
    revision=2,
    section=SECTION,
    source="5028030",
    minutes=4,
    title=Text(zh="水往哪边走", en="Which way the water goes"),
    teaches=Text(
        zh="离子平衡不等于水平衡，水往粒子多的一边走。",
        en="Ions at equilibrium do not mean water at equilibrium: water goes where there are more particles.",
    ),
    statement=prose(
        zh="""
        没有细胞壁的细胞里关着 «A» mM 一价大阴离子 A⁻，膜只让 K⁺、Cl⁻ 和水通过，K⁺ 和 Cl⁻ 已经达到唐南平衡。
        胞外是 «c» mM KCl，外加 «S» mM 不能过膜的中性溶质。此刻水往哪边走？
        """,
        en="""
        A cell without a wall holds «A» mM of trapped monovalent anions A⁻; its membrane passes K⁺, Cl⁻ and water,
        and K⁺ and Cl⁻ have reached their Donnan equilibrium. Outside are «c» mM KCl and «S» mM of a neutral solute
        that cannot cross. Which way does water move now?
        """,
    ),
    givens=(c_given, A_given, S_given),
    answer=sympy.Piecewise((0, excess > S), (1, True)),
    condition=sympy.Abs(excess - S) - 15,
    steps={"excess": excess},
    options=(
        Option(
            "in",
            Text(zh="进入细胞，细胞胀大", en="Into the cell, which swells"),
            Text(
                zh="胞内多出来的粒子是一头，胞外的中性溶质是另一头，比一比哪头多。",
                en="Weigh the excess of particles inside against the neutral solute outside: which is larger?",
            ),
        ),
        Option(
            "out",
            Text(zh="离开细胞，细胞皱缩", en="Out of the cell, which shrinks"),
            Text(
                zh="胞内的粒子（K⁺、Cl⁻、A⁻）总数此时仍多于胞外，水朝粒子多的一侧走。",
                en=(
                    "The particles inside (K⁺, Cl⁻ and A⁻) still outnumber those outside, and water goes where there "
                    "are more."
                ),
            ),
        ),
        Option(
            "none",
            Text(zh="不动：两侧的盐都是电中性的", en="Neither: both solutions are electrically neutral"),
            Text(
                zh="电中性管的是电荷，渗透管的是粒子数。电荷相等时，胞内的粒子照样可以更多。",
                en=(
                    "Neutrality is about charges, osmosis about numbers of particles. Equal charges do not make "
                    "equal numbers."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。水朝粒子多的一侧走；离子达到平衡，水未必平衡。",
        en="Right. Water goes where there are more particles; ions at equilibrium do not mean water at equilibrium.",
    ),
    hints=(
        Text(
            zh="唐南平衡时，胞内的粒子（K⁺、Cl⁻、A⁻）比胞外的 K⁺、Cl⁻ 多。多多少？",
            en="At Donnan equilibrium the inside holds more particles than K⁺ and Cl⁻ outside. How many more?",
        ),
        Text(
            zh="再把这个差与胞外的中性溶质 «S» mM 比较。",
            en="Compare that excess with the «S» mM of neutral solute outside.",
        ),
    ),
    solution=prose(
        zh="""
        唐南平衡使胞内粒子比 KCl 溶液多 «excess:.0f» mM；胞外的中性溶质为 «S» mM。
        前者大，水进来，细胞胀大；后者大，水出去，细胞皱缩。
        """,
        en="""
        The Donnan equilibrium leaves «excess:.0f» mM more particles inside than the KCl solution has; the neutral
        solute outside is «S» mM. If the first is larger, water enters and the cell swells; if the second, water
        leaves and it shrinks.
        """,
    ),
)

E_K_given = Given("E_K", r"E_\mathrm{K}", "mV", "-96", "-84", "1", first="-90")
E_Cl_given = Given("E_Cl", r"E_\mathrm{Cl}", "mV", "-75", "-60", "1", first="-70")
E_K, E_Cl = E_K_given.sympy, E_Cl_given.sympy
_product = sympy.exp((E_Cl - E_K) / thermal(T))


def about_product(id: str, title: Text, statement: Text, *, teaches: Text) -> Exercise:
    """[K][Cl] inside over outside in a living cell; asked after Donnan and again for the pump-leak cell."""
    return Exercise(
        id=id,
        revision=1,
        section=SECTION if id.startswith("donnan") else "chapters/ion/pump_leak",
        source="5028035",
        minutes=5,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(E_K_given, E_Cl_given, T_given),
        answer=_product,
        rtol=0.01,
        misconceptions=(
            Misconception(
                "rule_holds",
                sympy.Integer(1),
                Text(
                    zh="乘积相等只在唐南平衡时成立，那时 *E*_{K} = *E*_{Cl}。这里两者并不相等。",
                    en="The products are equal only at Donnan equilibrium, where *E*_{K} = *E*_{Cl}. Here they differ.",
                ),
            ),
            Misconception(
                "inverse",
                1 / _product,
                Text(
                    zh="除反了：*E*_{K} 比 *E*_{Cl} 更负，说明胞内 K⁺ 多得超过了 Cl⁻ 少的程度，内侧的乘积更大。",
                    en=(
                        "Upside down: *E*_{K} is more negative than *E*_{Cl}, so K⁺ is gathered inside more than Cl⁻ "
                        "is "
                        "kept out, and the inner product is the larger."
                    ),
                ),
            ),
        ),
        steps={"RT_F": thermal(T), "gap": E_Cl - E_K},
        right=Text(
            zh="对。偏离 1 就说明细胞不在唐南平衡；要一直这样偏着，得有泵在维持。",
            en=(
                "Right. Any departure from 1 shows that the cell is not at Donnan equilibrium, and it takes a pump "
                "to keep it so."
            ),
        ),
        hints=(
            Text(
                zh="用 *E*_{K} 写出 [K⁺]_{in}/[K⁺]_{out}，用 *E*_{Cl} 写出 [Cl⁻]_{in}/[Cl⁻]_{out}，再相乘。",
                en="Write [K⁺]_{in}/[K⁺]_{out} by *E*_{K} and [Cl⁻]_{in}/[Cl⁻]_{out} by *E*_{Cl}, then multiply.",
            ),
            Text(
                zh="乘积之比是 exp[(*E*_{Cl} − *E*_{K})/(*RT*/*F*)]，其中 *RT*/*F* = «RT_F:.2f» mV。",
                en="The ratio of the products is exp[(*E*_{Cl} − *E*_{K})/(*RT*/*F*)], with *RT*/*F* = «RT_F:.2f» mV.",
            ),
        ),
        solution=prose(
            zh=r"""
            $$\frac{[\text{K}^+]_\text{in}[\text{Cl}^-]_\text{in}}{[\text{K}^+]_\text{out}[\text{Cl}^-]_\text{out}}
            = e^{(E_\text{Cl} - E_\text{K})F/RT}$$

            $$\phantom{x} = e^{«gap:.0f»/«RT_F:.2f»} = «answer:.2f»$$
            """,
            en=r"""
            $$\frac{[\text{K}^+]_\text{in}[\text{Cl}^-]_\text{in}}{[\text{K}^+]_\text{out}[\text{Cl}^-]_\text{out}}
            = e^{(E_\text{Cl} - E_\text{K})F/RT}$$

            $$\phantom{x} = e^{«gap:.0f»/«RT_F:.2f»} = «answer:.2f»$$
            """,
        ),
    )


product_living_cell = about_product(
    "donnan-product-living-cell",
    title=Text(zh="活细胞守不守乘积法则", en="The product rule in a living cell"),
    statement=prose(
        zh="""
        某活细胞的 *E*_{K} 为 «E_K» mV，*E*_{Cl} 为 «E_Cl» mV，温度 «T» K。
        它胞内的乘积 [K⁺][Cl⁻] 是胞外的几倍？
        """,
        en="""
        A living cell has *E*_{K} = «E_K» mV and *E*_{Cl} = «E_Cl» mV at «T» K. By what factor does the product
        [K⁺][Cl⁻] inside exceed that outside?
        """,
    ),
    teaches=Text(
        zh="活细胞不守乘积法则，差多少就说明它离唐南平衡多远。",
        en="A living cell breaks the product rule, and by how much tells how far it is from Donnan equilibrium.",
    ),
)

EXERCISES = (
    potassium,
    chloride,
    donnan_ratio,
    potential,
    osmotic_excess,
    osmotic_pressure,
    swelling,
    product_living_cell,
)
