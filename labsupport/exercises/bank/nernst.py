"""Exercises on the equilibrium potential: its sign, its size, its valence, and how few ions make it."""

from __future__ import annotations

import sympy

from labsupport.constants import conversion, symbolic
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, SLOPE_58, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/nernst"

T_given = Given("T", "T", "K", "306", "312", "1", first="310")
K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "160", "5", first="140")
ratio_given = Given("ratio", r"c_\mathrm{out}/c_\mathrm{in}", "", "5", "40", "1", first="10")
T, K_out, K_in, ratio = (g.sympy for g in (T_given, K_out_given, K_in_given, ratio_given))
celsius = T - 273


def about_potassium(id: str, title: Text, statement: Text, first_hint: Text, *, teaches: Text) -> Exercise:
    """E_K from two concentrations; asked on its own and again as the first step of a longer problem."""
    return Exercise(
        id=id,
        revision=1,
        section="chapters/ion/ghk" if id.startswith("ghk") else SECTION,
        source="5028008" if id.startswith("ghk") else "5027974",
        minutes=4,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(K_out_given, K_in_given, T_given),
        answer=nernst(K_out, K_in, 1, T),
        unit="mV",
        atol=0.5,
        rtol=0.005,
        misconceptions=(
            Misconception(
                "swapped",
                nernst(K_in, K_out, 1, T),
                prose(
                    zh="""
                    内外浓度放反了。膜电位规定为内减外，与之相配的比值是外比内。
                    再想想：K⁺ 带着正电荷流出去，胞内会变正还是变负？
                    """,
                    en="""
                    Inside and outside have changed places. The membrane potential is counted inside minus outside,
                    and the ratio that goes with it is out over in. Check by thinking: K⁺ leaves and takes
                    positive charge along, so which way does the inside go?
                    """,
                ),
            ),
            Misconception("log10", nernst(K_out, K_in, 1, T) / LN10, LOG10),
            Misconception("celsius", nernst(K_out, K_in, 1, celsius), CELSIUS),
            Misconception("slope_58", 58 * sympy.log(K_out / K_in) / LN10, SLOPE_58),
        ),
        steps={
            "celsius": celsius,
            "RT_F": thermal(T),
            "ln_ratio": sympy.log(K_out / K_in),
            "slope": thermal(T) * LN10,
        },
        right=prose(
            zh="""
            对。流出去的 K⁺ 带走了正电荷，所以胞内为负；
            这个电压恰好大到能把想继续外流的 K⁺ 拉回来。
            """,
            en="""
            Right. The K⁺ that left took positive charge along, so the inside is negative, and the voltage is just
            large enough to hold the rest back.
            """,
        ),
        hints=(
            first_hint,
            Text(
                zh="用能斯特方程：*z* = +1，比值是外比内，用自然对数，温度以开尔文计。",
                en="Use the Nernst equation with *z* = +1, out over in, the natural logarithm and kelvin.",
            ),
            Text(
                zh="在 «T» K 时 *RT*/*F* = «RT_F:.2f» mV，再乘以 ln(«K_out»/«K_in»)。",
                en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln(«K_out»/«K_in»).",
            ),
        ),
        solution=prose(
            zh=r"""
            K⁺ 的价数是 +1，能斯特方程写成

            $$E_\text{K} = \frac{RT}{F}\,\ln\frac{[\text{K}^+]_\text{out}}{[\text{K}^+]_\text{in}}$$

            代入数字：

            $$E_\text{K} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«K_out»}{«K_in»}$$

            $$\phantom{E_\text{K}} = «RT_F:.2f»\ \text{mV}\times(«ln_ratio:.3f»)$$

            $$\phantom{E_\text{K}} = «answer:.1f»\ \text{mV}$$

            核对一下大小：在这个温度，浓度比每差 10 倍对应 «slope:.1f» mV；K⁺ 在胞内更多，所以符号为负。
            """,
            en=r"""
            K⁺ has valence +1, so the Nernst equation reads

            $$E_\text{K} = \frac{RT}{F}\,\ln\frac{[\text{K}^+]_\text{out}}{[\text{K}^+]_\text{in}}$$

            With the numbers,

            $$E_\text{K} = «RT_F:.2f»\ \text{mV}\times\ln\frac{«K_out»}{«K_in»}$$

            $$\phantom{E_\text{K}} = «RT_F:.2f»\ \text{mV}\times(«ln_ratio:.3f»)$$

            $$\phantom{E_\text{K}} = «answer:.1f»\ \text{mV}$$

            A check on the size: at this temperature a tenfold ratio is worth «slope:.1f» mV, and the sign is
            negative because K⁺ is more concentrated inside.
            """,
        ),
    )


potassium = about_potassium(
    "nernst-potassium",
    title=Text(zh="钾离子的平衡电位", en="Where potassium comes to rest"),
    statement=prose(
        zh="""
        某细胞内 K⁺ 浓度为 «K_in» mM，细胞外液为 «K_out» mM，膜只让 K⁺ 通过。
        温度为 «celsius:.0f» °C（«T» K）时，*E*_{K} 是多少？
        """,
        en="""
        A cell holds «K_in» mM K⁺, the fluid around it «K_out» mM, and the membrane lets nothing but K⁺ through.
        What is *E*_{K} at «celsius:.0f» °C («T» K)?
        """,
    ),
    first_hint=Text(
        zh="先不计算，定符号：K⁺ 顺着浓度差往哪边走？它走了以后，胞内带什么电？",
        en="Settle the sign first: which way does K⁺ run down its gradient, and what charge does that leave behind?",
    ),
    teaches=Text(
        zh="由浓度求平衡电位，连同正负号。", en="Concentrations give an equilibrium potential, sign included."
    ),
)

c_in_given = Given("c_in", r"c_\mathrm{in}", "mM", "20", "160", "20", first="140")
c_out_given = Given("c_out", r"c_\mathrm{out}", "mM", "5", "145", "20", first="5")
c_in, c_out = c_in_given.sympy, c_out_given.sympy

inside_sign = Exercise(
    id="nernst-inside-sign",
    revision=1,
    section=SECTION,
    source="5027974",
    minutes=2,
    title=Text(zh="胞内是正还是负", en="Which side goes negative"),
    teaches=Text(
        zh="跑出去的正离子带走正电荷，于是里面变负。",
        en="Cations that leave take their charge along, so the side they leave turns negative.",
    ),
    statement=prose(
        zh="""
        一价阳离子 X⁺ 在细胞内为 «c_in» mM，在细胞外为 «c_out» mM；两侧溶液各自呈电中性。
        现在打开只让 X⁺ 通过的通道。等净流动停下来时，胞内相对于胞外是
        """,
        en="""
        A monovalent cation X⁺ is at «c_in» mM inside a cell and «c_out» mM outside; both solutions are electrically
        neutral. Channels open that let only X⁺ through. When the net flow has stopped, the inside is, relative to
        the outside,
        """,
    ),
    givens=(c_in_given, c_out_given),
    answer=sympy.Piecewise((0, c_in > c_out), (1, True)),
    options=(
        Option(
            "negative",
            Text(zh="负的", en="negative"),
            Text(
                zh="X⁺ 会从浓的一侧走向稀的一侧，把正电荷带过去。这里浓的是哪一侧？被它离开的那一侧才会变负。",
                en=(
                    "X⁺ runs from the concentrated side to the dilute one and carries positive charge with it. "
                    "Which side is concentrated here? The side it leaves goes negative."
                ),
            ),
        ),
        Option(
            "positive",
            Text(zh="正的", en="positive"),
            Text(
                zh=(
                    "“哪边的 X⁺ 多，哪边就为正”听着顺，却不对：两侧起初都是电中性的。跟着移动的电荷走，"
                    "看它离开了哪一侧。"
                ),
                en=(
                    "More X⁺ on a side does not make it positive: each solution starts neutral. Follow the charge that "
                    "moves and see which side it leaves."
                ),
            ),
        ),
        Option(
            "equal",
            Text(
                zh="没有电位差，因为两侧浓度已经相等",
                en="at the same potential, since the concentrations are now equal",
            ),
            Text(
                zh="浓度几乎没有变。只要有极少的 X⁺ 越过膜，电压就足以止住净流动，远等不到两侧浓度相等。",
                en=(
                    "The concentrations hardly move. A minute number of ions crosses, and the voltage they build "
                    "stops the "
                    "flow long before the two sides are equal."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。X⁺ 离开浓的一侧，带走正电荷，那一侧就变负，直到电压止住净流动。",
        en=(
            "Right. X⁺ leaves its concentrated side with its charge; that side turns negative until the voltage "
            "stops the flow."
        ),
    ),
    hints=(
        Text(
            zh="起初没有电压，只有浓度差在推动。X⁺ 先往哪边走？",
            en="At first there is no voltage, only the gradient. Which way does X⁺ go first?",
        ),
        Text(
            zh="每走一个 X⁺，就有一个正电荷换了边。",
            en="Each X⁺ that crosses moves one positive charge to the other side.",
        ),
    ),
    solution=prose(
        zh=r"""
        X⁺ 顺浓度差从浓的一侧流向稀的一侧（这里胞内 «c_in» mM，胞外 «c_out» mM），
        浓的一侧失去正电荷而变负，电场随即把 X⁺ 往回拉；两者相抵，净流动就停了。

        能斯特方程给出同样的符号：$E = \frac{RT}{F}\ln\frac{«c_out»}{«c_in»}$，
        比值小于 1 时为负，大于 1 时为正。
        """,
        en=r"""
        X⁺ runs down its gradient, from the concentrated side to the dilute one (here «c_in» mM inside, «c_out» mM
        outside). The side it leaves loses positive charge and turns negative, and the field pulls X⁺ back until the two
        balance.

        The Nernst equation has the same sign: $E = \frac{RT}{F}\ln\frac{«c_out»}{«c_in»}$ is negative where the ratio
        is below 1 and positive where it is above 1.
        """,
    ),
)

net_flux = Exercise(
    id="nernst-net-flux",
    revision=1,
    section=SECTION,
    source="5027974",
    minutes=2,
    title=Text(zh="平衡时离子还动吗", en="Traffic at equilibrium"),
    teaches=Text(zh="平衡是净流量为零，不是静止不动。", en="Equilibrium means no net flux, not no traffic."),
    statement=prose(
        zh="""
        细胞内 K⁺ 为 «K_in» mM，胞外 «K_out» mM，膜只让 K⁺ 通过，而且膜电位已经等于 *E*_{K}（«E:.1f» mV）。
        此时 K⁺ 怎样跨膜？
        """,
        en="""
        A cell has «K_in» mM K⁺ inside and «K_out» mM outside. Its membrane passes only K⁺, and the membrane
        potential has
        reached *E*_{K} («E:.1f» mV). How does K⁺ cross the membrane now?
        """,
    ),
    givens=(K_out_given, K_in_given),
    answer=sympy.Integer(1),
    steps={"E": nernst(K_out, K_in, 1, 310)},
    options=(
        Option(
            "no_crossing",
            Text(zh="一个也不过膜：内流和外流都停了", en="Not at all: influx and efflux have both stopped"),
            Text(
                zh="通道还开着，离子仍在两个方向上穿行。停下来的是净通量，不是每一个离子。",
                en=(
                    "The channels are still open and ions go through both ways. It is the net flux that has stopped, "
                    "not the ions."
                ),
            ),
        ),
        Option(
            "balanced",
            Text(zh="进出的数目相等，净通量为 0 mol/s", en="In and out in equal numbers: the net flux is 0 mol/s"),
            Text(zh="", en=""),
        ),
        Option(
            "still_leaving",
            Text(
                zh="仍在缓慢净流出，直到两侧浓度相等",
                en="Slowly outward on balance, until the two concentrations are equal",
            ),
            Text(
                zh="在 *E*_{K} 处，向内的电场力与浓度差向外的推动恰好抵消，净流出已经停止，尽管两侧浓度相差几十倍。",
                en=(
                    "At *E*_{K} the pull of the field inward cancels the gradient outward exactly. The net loss is "
                    "over, "
                    "although the concentrations differ manyfold."
                ),
            ),
        ),
        Option(
            "entering",
            Text(
                zh="净流入，因为胞内为负，吸引正离子", en="Inward on balance, because the negative inside attracts it"
            ),
            Text(
                zh="电场确实向内拉，但浓度差向外推得同样用力。只看其中一项就会得到净流入。",
                en=(
                    "The field does pull inward, but the gradient pushes outward just as hard. You have counted only "
                    "one of the two."
                ),
            ),
        ),
    ),
    right=Text(
        zh="对。平衡只要求净通量为零，单方向的穿行照常进行。",
        en="Right. Equilibrium asks only for zero net flux; the one-way traffic goes on.",
    ),
    hints=(
        Text(
            zh="*E*_{K} 的定义里，等于零的是哪一个量？",
            en="Which quantity is zero by the definition of *E*_{K}?",
        ),
        Text(
            zh="分别数一数每秒进去多少、出来多少，再相减。",
            en="Count those going in and those going out each second, then take the difference.",
        ),
    ),
    solution=prose(
        zh="""
        *E*_{K} 是使 K⁺ 净通量为零的膜电位。通道仍然开放，K⁺ 不断进出，只是每秒进出的数目相等，
        所以净通量是 0 mol/s，浓度也不再改变：胞内仍约 «K_in» mM，胞外仍为 «K_out» mM。
        """,
        en="""
        *E*_{K} is the membrane potential at which the net flux of K⁺ is zero. The channels stay open and K⁺ keeps
        crossing
        both ways, in equal numbers each second; so the net flux is 0 mol/s and the concentrations stay as they are,
        about
        «K_in» mM inside and «K_out» mM outside.
        """,
    ),
)

radius_given = Given("r", "r", "µm", "5", "20", "1", first="10")
r = radius_given.sympy
# Charge per area over the charge of the K+ behind that area: C |E| / (F c r/3), with 1 µF/cm² = 0.01 F/m².
_volts = conversion(1e-3) * sympy.Abs(nernst(K_out, K_in, 1, 310))
_moved = conversion(0.01) * _volts * 3 / (conversion(1e-6) * r * symbolic.F * K_in)

charge_moved = Exercise(
    id="nernst-charge-moved",
    revision=1,
    section=SECTION,
    source="5027974",
    minutes=8,
    title=Text(zh="要搬走多少 K⁺", en="How little potassium has to move"),
    teaches=Text(
        zh="建立膜电位所搬走的离子，只占胞内的极小一部分。",
        en="A membrane potential costs only a tiny share of a cell's ions.",
    ),
    statement=prose(
        zh="""
        一个半径 «r» µm 的球形细胞，比膜电容为 1 µF/cm²，胞内 K⁺ 为 «K_in» mM，胞外为 «K_out» mM，温度 310 K。
        膜电位从 0 降到 *E*_{K}，胞内的 K⁺ 有多大一部分流了出去？请写成一个不带单位的数（如 0.012）或百分数。
        """,
        en="""
        A spherical cell of radius «r» µm has a membrane capacitance of 1 µF/cm². It holds «K_in» mM K⁺, the bath
        «K_out» mM, at 310 K. What fraction of its K⁺ leaves while the membrane potential goes from 0 to *E*_{K}?
        Give a pure number (such as 0.012) or a percentage.
        """,
    ),
    givens=(radius_given, K_out_given, K_in_given),
    answer=_moved,
    unit="",
    rtol=0.03,
    misconceptions=(
        Misconception(
            "diameter",
            _moved / 2,
            Text(
                zh="半径和直径混了：题目给的 «r» µm 就是半径，不要乘以 2 再代入。",
                en="Radius and diameter got mixed: the «r» µm given are the radius, so do not double them.",
            ),
        ),
        Misconception(
            "surface_to_volume",
            _moved / 3,
            Text(
                zh="差了一个 3：球的表面积与体积之比是 3/*r*，不是 1/*r*。",
                en="A factor 3 is missing: for a sphere, surface over volume is 3/*r*, not 1/*r*.",
            ),
        ),
    ),
    steps={
        "E": nernst(K_out, K_in, 1, 310),
        "charge": conversion(0.01) * _volts * 4 * sympy.pi * (conversion(1e-6) * r) ** 2 * conversion(1e12),
        "millions": conversion(0.01)
        * _volts
        * 4
        * sympy.pi
        * (conversion(1e-6) * r) ** 2
        / symbolic.e
        * conversion(1e-6),
        "ten_thousands": sympy.Symbol("millions", real=True) * conversion(100),
        "content": sympy.Rational(4, 3) * sympy.pi * (conversion(1e-6) * r) ** 3 * K_in * conversion(1e15),
        "moles": conversion(0.01) * _volts * 4 * sympy.pi * (conversion(1e-6) * r) ** 2 / symbolic.F * conversion(1e18),
    },
    right=Text(
        zh="对。挪动的只是十万分之几，浓度纹丝不动，电位却已经到位。",
        en="Right. A few in a hundred thousand: the voltage is there and the concentration has not noticed.",
    ),
    hints=(
        Text(
            zh="分三步：膜上要存多少电荷（*Q* = *CV*），合多少摩尔 K⁺，胞内总共有多少摩尔 K⁺。",
            en=(
                "Three steps: how much charge the membrane must hold (*Q* = *CV*), how many moles of K⁺ that is, "
                "and how many moles the cell contains."
            ),
        ),
        Text(
            zh="统一到国际单位：1 µF/cm² = 0.01 F/m²，1 mM = 1 mol/m³。",
            en="Go to SI units: 1 µF/cm² is 0.01 F/m², and 1 mM is 1 mol/m³.",
        ),
        Text(
            zh="面积比体积得 3/*r*，所以所求比例是 3*C*|*E*_{K}|/(*rFc*)，其中 |*E*_{K}| 要用伏。",
            en="Surface over volume is 3/*r*, so the fraction is 3*C*|*E*_{K}|/(*rFc*), with |*E*_{K}| in volts.",
        ),
    ),
    solution=prose(
        zh=r"""
        先求 $E_\text{K}$：«E:.1f» mV。膜上的电荷是电容乘电压，

        $$Q = C_\text{m}\,4\pi r^2\,|E_\text{K}| = «charge:.2f»\ \text{pC}$$

        合 «ten_thousands:.0f» 万个离子，即 $Q/F = «moles:.1f»\ \text{amol}$。
        而胞内共有 $\tfrac43\pi r^3 c = «content:.0f»\ \text{fmol}$，两者相除：

        $$\frac{Q/F}{\tfrac43\pi r^3 c} = \frac{3\,C_\text{m}|E_\text{K}|}{r F c}
        = «answer:.2m»\times10^{«answer:.2x»}$$

        细胞越小，表面相对越多，这个比例越大；但对任何神经元胞体都微不足道。
        """,
        en=r"""
        First $E_\text{K}$: it is «E:.1f» mV. The charge on the membrane is capacitance times voltage,

        $$Q = C_\text{m}\,4\pi r^2\,|E_\text{K}| = «charge:.2f»\ \text{pC}$$

        which is «millions:.1f» million ions, or $Q/F = «moles:.1f»\ \text{amol}$.
        The cell holds $\tfrac43\pi r^3 c = «content:.0f»\ \text{fmol}$, so the share is

        $$\frac{Q/F}{\tfrac43\pi r^3 c} = \frac{3\,C_\text{m}|E_\text{K}|}{r F c}
        = «answer:.2m»\times10^{«answer:.2x»}$$

        A smaller cell has more surface for its volume and a larger share; for any cell body it stays negligible.
        """,
    ),
)

_equilibrium_hint = Text(
    zh="平衡时电学项 *zFV* 与化学项 *RT* ln(外/内) 相抵。*z* 变了，*V* 怎样变？",
    en="At equilibrium *zFV* balances *RT* ln(out/in). If *z* changes, what must *V* do?",
)

valence_one = Exercise(
    id="nernst-valence-one",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=3,
    title=Text(zh="一个电荷", en="One charge"),
    teaches=Text(
        zh="体温下，单个电荷的十倍浓度比约合 61 mV。",
        en="At body temperature a tenfold ratio is worth about 61 mV for one charge.",
    ),
    statement=prose(
        zh="""
        某种一价阳离子（*z* = +1）在胞外的浓度是胞内的 «ratio» 倍。
        温度为 «celsius:.0f» °C（«T» K）时，它的平衡电位是多少？
        """,
        en="""
        A monovalent cation (*z* = +1) is «ratio» times as concentrated outside the cell as inside.
        What is its equilibrium potential at «celsius:.0f» °C («T» K)?
        """,
    ),
    givens=(ratio_given, T_given),
    answer=nernst(ratio, 1, 1, T),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception("log10", nernst(ratio, 1, 1, T) / LN10, LOG10),
        Misconception("celsius", nernst(ratio, 1, 1, celsius), CELSIUS),
        Misconception(
            "swapped",
            -nernst(ratio, 1, 1, T),
            prose(
                zh="""
                大小对了，比值放反了。题目给的就是外比内，正是方程要的那个比值。
                这种阳离子想进来，胞内要为正还是为负才挡得住？
                """,
                en="""
                The size is right; the ratio is upside down. The question gives out over in, which is just what the
                equation
                asks for. The cation wants to come in: must the inside be positive or negative to stop it?
                """,
            ),
        ),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "ln_ratio": sympy.log(ratio)},
    right=Text(
        zh="对。顺便记住这把尺子：体温下，浓度比每差 10 倍，一价离子的平衡电位约差 61 mV。",
        en="Right. Keep the yardstick: with one charge, a tenfold ratio is worth about 61 mV at body temperature.",
    ),
    hints=(
        Text(
            zh="只要知道外比内的比值就够了，两个浓度各是多少并不重要。",
            en="The ratio out over in is all you need; the two concentrations themselves do not matter.",
        ),
        Text(
            zh="在 «T» K 时 *RT*/*F* = «RT_F:.2f» mV，再乘以 ln «ratio»。",
            en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln «ratio».",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E = \frac{RT}{zF}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = «RT_F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = «RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:+.1f»\ \text{mV}$$

        符号为正：这种阳离子在胞外更多，总要往里走，胞内必须为正才能挡住它。
        """,
        en=r"""
        $$E = \frac{RT}{zF}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = «RT_F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = «RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:+.1f»\ \text{mV}$$

        The sign is positive: the cation is more concentrated outside and would come in, so the inside has to be
        positive to
        stop it.
        """,
    ),
)

valence_two = Exercise(
    id="nernst-valence-two",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=3,
    title=Text(zh="两个电荷", en="Two charges"),
    teaches=Text(
        zh="电荷加倍，挡住同样梯度所需的电位减半。",
        en="Twice the charge needs half the voltage to hold the same gradient.",
    ),
    statement=prose(
        zh="""
        某种二价阳离子（*z* = +2）在胞外的浓度是胞内的 «ratio» 倍。
        温度为 «celsius:.0f» °C（«T» K）时，它的平衡电位是多少？
        """,
        en="""
        A divalent cation (*z* = +2) is «ratio» times as concentrated outside the cell as inside.
        What is its equilibrium potential at «celsius:.0f» °C («T» K)?
        """,
    ),
    givens=(ratio_given, T_given),
    answer=nernst(ratio, 1, 2, T),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "valence_forgotten",
            nernst(ratio, 1, 1, T),
            prose(
                zh="""
                这是一价离子的值，价数 *z* 漏掉了。电荷加倍，同样的电场就拉得加倍用力；
                那么要与同样的浓度差平衡，需要多大的电压？
                """,
                en="""
                That is the value for a monovalent ion: *z* was left out. With twice the charge the same field pulls
                twice as hard, so how much voltage balances the same gradient?
                """,
            ),
        ),
        Misconception(
            "multiplied",
            2 * nernst(ratio, 1, 1, T),
            Text(
                zh="你乘了 *z*，而 *z* 在分母上：电荷多的离子，只要较小的电压就能与浓度差平衡。",
                en=(
                    "You multiplied by *z*, but it belongs in the denominator: more charge needs less voltage, not "
                    "more."
                ),
            ),
        ),
        Misconception(
            "squared",
            nernst(ratio, 1, 4, T),
            Text(
                zh="你除了两次 *z*。化学项里没有 *z*，电学项里只有一个，所以只除一次。",
                en=(
                    "You divided by *z* twice. The chemical term has no *z* and the electrical term has one, so "
                    "divide once."
                ),
            ),
        ),
        Misconception("log10", nernst(ratio, 1, 2, T) / LN10, LOG10),
        Misconception(
            "swapped",
            -nernst(ratio, 1, 2, T),
            prose(
                zh="""
                大小对了，内外放反了。这种阳离子在胞外更多，总要往里走；
                胞内是正是负才挡得住它？
                """,
                en="""
                The size is right, but inside and outside have changed places. The cation wants to come in: must the
                inside be positive or negative to stop it?
                """,
            ),
        ),
        Misconception("celsius", nernst(ratio, 1, 2, celsius), CELSIUS),
    ),
    steps={"celsius": celsius, "RT_2F": thermal(T) / 2, "ln_ratio": sympy.log(ratio)},
    right=Text(
        zh="对，正好是一价离子的一半：浓度差相同，电荷加倍，所需的电压减半。",
        en="Right: exactly half of what a single charge needs. Same gradient, twice the charge, half the voltage.",
    ),
    hints=(
        _equilibrium_hint,
        Text(
            zh="在 «T» K 时 *RT*/(2*F*) = «RT_2F:.2f» mV，再乘以 ln «ratio»。",
            en="At «T» K, *RT*/(2*F*) is «RT_2F:.2f» mV. Multiply it by ln «ratio».",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E = \frac{RT}{2F}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = «RT_2F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = «RT_2F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:+.1f»\ \text{mV}$$

        浓度比相同的一价阳离子，需要的电压是它的两倍。
        """,
        en=r"""
        $$E = \frac{RT}{2F}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = «RT_2F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = «RT_2F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:+.1f»\ \text{mV}$$

        A monovalent cation with the same ratio needs twice this voltage.
        """,
    ),
)

z_given = Given("z", "z", "", "2", "3", "1", first="2")
z = z_given.sympy

valence_ratio = Exercise(
    id="nernst-valence-ratio",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=2,
    title=Text(zh="价数与平衡电位之比", en="Valence as a divisor"),
    teaches=Text(
        zh="同一浓度比下，平衡电位与价数成反比。",
        en="At equal ratios, equilibrium potentials are inversely proportional to valence.",
    ),
    statement=prose(
        zh="""
        两种阳离子的外、内浓度比相同，都是 «ratio» 倍；一种是一价，另一种是 «z» 价。
        «z» 价离子的平衡电位是一价离子的几倍？请写一个不带单位的数。
        """,
        en="""
        Two cations have the same concentration ratio, «ratio» times as much outside as inside. One is monovalent, the
        other has valence +«z». What is the equilibrium potential of the second divided by that of the first?
        Give a pure number.
        """,
    ),
    givens=(z_given, ratio_given),
    answer=1 / z,
    rtol=0.02,
    misconceptions=(
        Misconception(
            "multiplied",
            z,
            Text(
                zh="反过来了：电荷越多，与同样的浓度差平衡所需的电压越小，*z* 应在分母上。",
                en="The other way round: with more charge, less voltage balances the same gradient, so *z* divides.",
            ),
        ),
        Misconception(
            "valence_forgotten",
            sympy.Integer(1),
            Text(
                zh="浓度比相同，平衡电位并不因此相同：电场对每个离子的拉力与它的电荷成正比。",
                en=(
                    "Equal ratios do not mean equal potentials: the field pulls on each ion in proportion to its "
                    "charge."
                ),
            ),
        ),
        Misconception(
            "squared",
            1 / z**2,
            Text(
                zh="*z* 除了两次。电学项 *zFV* 里只有一个 *z*。",
                en="You divided by *z* twice. The electrical term *zFV* holds just one *z*.",
            ),
        ),
    ),
    right=Text(
        zh="对，而且与浓度比和温度都无关：它们在相除时约掉了。",
        en="Right, and neither the ratio nor the temperature matters: both cancel.",
    ),
    hints=(
        _equilibrium_hint,
        Text(
            zh="把两个能斯特方程写成一个分式，*RT*/*F* 和对数都会约掉。",
            en="Write the two Nernst equations as one quotient; *RT*/*F* and the logarithm cancel.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$\frac{E_{z=«z»}}{E_{z=1}} = \frac{\frac{RT}{«z»F}\ln «ratio»}{\frac{RT}{F}\ln «ratio»} = \frac{1}{«z»}
        = «answer:.3f»$$

        同样的电场对 «z» 个电荷的拉力是对一个电荷的 «z» 倍，所以只要 «z» 分之一的电压。
        """,
        en=r"""
        $$\frac{E_{z=«z»}}{E_{z=1}} = \frac{\frac{RT}{«z»F}\ln «ratio»}{\frac{RT}{F}\ln «ratio»} = \frac{1}{«z»}
        = «answer:.3f»$$

        A field pulls «z» times as hard on «z» charges as on one, so one part in «z» of the voltage is enough.
        """,
    ),
)

anion = Exercise(
    id="nernst-anion",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=3,
    title=Text(zh="阴离子", en="An anion"),
    teaches=Text(zh="换成阴离子，平衡电位反号。", en="For an anion the equilibrium potential changes sign."),
    statement=prose(
        zh="""
        某种一价阴离子（*z* = −1）在胞外的浓度是胞内的 «ratio» 倍。
        温度为 «celsius:.0f» °C（«T» K）时，它的平衡电位是多少？
        """,
        en="""
        A monovalent anion (*z* = −1) is «ratio» times as concentrated outside the cell as inside.
        What is its equilibrium potential at «celsius:.0f» °C («T» K)?
        """,
    ),
    givens=(ratio_given, T_given),
    answer=nernst(ratio, 1, -1, T),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        # Two ideas, one number: nobody can tell them apart by the answer.
        Misconception(
            "sign_of_valence",
            nernst(ratio, 1, 1, T),
            prose(
                zh="""
                大小对了，符号不对。要么把 *z* 当成了 +1，要么内外浓度放反了。
                阴离子想进来，胞内要为正还是为负才挡得住？
                """,
                en="""
                The size is right, the sign is not. Either *z* went in as +1, or inside and outside changed places. The
                anion wants to come in: must the inside be positive or negative to stop it?
                """,
            ),
        ),
        Misconception("log10", nernst(ratio, 1, -1, T) / LN10, LOG10),
        Misconception("celsius", nernst(ratio, 1, -1, celsius), CELSIUS),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "ln_ratio": sympy.log(ratio)},
    right=Text(
        zh="对。外多内少的阴离子要靠胞内为负来挡，和 Cl⁻ 在神经元里的情形一样。",
        en="Right. An anion crowded outside is kept out by a negative inside, as Cl⁻ is in most neurons.",
    ),
    hints=(
        Text(
            zh="先定符号：阴离子顺浓度差进入胞内，带来的是什么电荷？",
            en="Settle the sign first: the anion enters down its gradient. What charge does it bring?",
        ),
        Text(
            zh="*z* = −1 代进能斯特方程，整个结果变号。",
            en="With *z* = −1 in the Nernst equation, the whole result changes sign.",
        ),
        Text(
            zh="在 «T» K 时 *RT*/*F* = «RT_F:.2f» mV，再乘以 ln «ratio»，最后除以 −1。",
            en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln «ratio» and divide by −1.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E = \frac{RT}{(-1)F}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = -«RT_F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = -«RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:.1f»\ \text{mV}$$

        阴离子在胞外更多，总要往里走，胞内必须为负才能挡住它。
        """,
        en=r"""
        $$E = \frac{RT}{(-1)F}\,\ln\frac{c_\text{out}}{c_\text{in}}$$

        $$\phantom{E} = -«RT_F:.2f»\ \text{mV}\times\ln «ratio»$$

        $$\phantom{E} = -«RT_F:.2f»\ \text{mV}\times «ln_ratio:.3f»$$

        $$\phantom{E} = «answer:.1f»\ \text{mV}$$

        The anion is more concentrated outside and would come in, so the inside has to be negative to stop it.
        """,
    ),
)

EXERCISES = (potassium, inside_sign, net_flux, charge_moved, valence_one, valence_two, valence_ratio, anion)
