"""Exercises on GABA_A receptors: occupancy, the rule for benzodiazepines, and phasic against tonic charge."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.gaba_a import WITHOUT_SITE, gabaa_receptors_model, inhibitory_charge_model

SECTION = "chapters/ei/gaba_a"
SOURCE = "4479274"

c_given = Given("c", "c", "µM", "0.1", "0.8", "0.1", first="0.3")
c_mid_given = Given("c", "c", "µM", "2", "6", "1", first="3")
delta_given = Given("EC50", r"EC_{50}", "µM", "0.5", "2.0", "0.5", first="1.0")
gamma_given = Given("EC50", r"EC_{50}", "µM", "6", "20", "2", first="10")
s_given = Given("s", "s", "", "2.0", "3.0", "0.5", first="2.5")
f_given = Given("f", "f", "Hz", "4", "30", "2", first="10")
A_given = Given("A", "A", "pA", "30", "80", "5", first="50")
tau_given = Given("tau", r"\tau", "ms", "5", "15", "1", first="8")
tonic_given = Given("tonic", r"I_\mathrm{tonic}", "pA", "10", "40", "5", first="20")
c, EC50, s, f, A, tau, tonic = (
    g.sympy for g in (c_given, gamma_given, s_given, f_given, A_given, tau_given, tonic_given)
)
HILL = sympy.Rational(3, 2)


def gamma(c, EC50, s=1):
    """Occupancy of gamma2 receptors, Hill coefficient 3/2, with a benzodiazepine factor."""
    return gabaa_receptors_model.expression(
        "saturation_gamma", GABA=c, EC50_gamma=EC50, n_gamma=HILL, alpha=1, benzodiazepine=s
    )


def delta(c, EC50):
    return gabaa_receptors_model.expression("saturation_delta", GABA=c, EC50_delta=EC50)


def charge(output: str, **changed):
    values = {"f": f, "A": A, "tau": tau, "I_tonic": tonic}
    return inhibitory_charge_model.expression(output, **(values | changed))


INVERTED = Text(
    zh="这是空着的份额。占有率是 *c*/(*c* + EC_{50})，浓度越高越接近 1。",
    en="That is the share left empty. Occupancy is *c*/(*c* + EC_{50}) and tends to 1 as GABA rises.",
)

occupancy_delta = Exercise(
    id="gaba-occupancy-delta",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="δ 受体看得见的 GABA", en="What a δ receptor senses"),
    teaches=Text(zh="由 EC₅₀ 求低浓度下的占有率", en="occupancy at a low concentration from the EC₅₀"),
    statement=prose(
        zh="细胞外液里 GABA «c» µM。某 α4βδ 受体的 EC_{50} 为 «EC50» µM，希尔系数 1。"
        "它的占有率（占最大反应的份额）是多少？",
        en="""
        GABA in the extracellular fluid is «c» µM. An α4βδ receptor has an EC_{50} of «EC50» µM and a Hill
        coefficient of 1.
        What is its occupancy, as a share of the largest response?
        """,
    ),
    givens=(c_given, delta_given),
    answer=delta(c, EC50),
    rtol=0.01,
    misconceptions=(
        Misconception("inverted", 1 - delta(c, EC50), INVERTED),
        Misconception(
            "ratio",
            c / EC50,
            Text(
                zh="*c*/EC_{50} 只在 *c* 远小于 EC_{50} 时近似成立。这里还差一个分母：再除以 1 + *c*/EC_{50}。",
                en="*c*/EC_{50} holds only far below the EC_{50}. Divide it by 1 + *c*/EC_{50}.",
            ),
        ),
        Misconception(
            "hill_of_gamma",
            gamma(c, EC50),
            Text(
                zh="你用了 1.5 次方，那是 γ2 受体的希尔系数。题目给的是 1。",
                en="You raised to the power 1.5, as for γ2 receptors. The coefficient given is 1.",
            ),
        ),
    ),
    right=Text(
        zh="对。亲和力高的受体，靠这一点 GABA 就一直有一部分被占着。",
        en="Right. With this little GABA a receptor of high affinity is partly occupied all the time.",
    ),
    hints=(
        Text(zh="占有率 = *c*/(*c* + EC_{50})。", en="Occupancy is *c*/(*c* + EC_{50})."),
        Text(zh="代入：«c»/(«c» + «EC50»)。", en="Put the numbers in: «c»/(«c» + «EC50»)."),
    ),
    solution=prose(
        zh=r"$$\frac{«c»}{«c» + «EC50»} = «answer:.3f»$$",
        en=r"$$\frac{«c»}{«c» + «EC50»} = «answer:.3f»$$",
    ),
)

occupancy_gamma = Exercise(
    id="gaba-occupancy-gamma",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="突触受体看得见多少", en="What a synaptic receptor senses"),
    teaches=Text(zh="用希尔方程比较两类受体", en="comparing two receptors with the Hill equation"),
    statement=prose(
        zh="""
        细胞外液里 GABA «c» µM。某突触 γ2 受体的 EC_{50} 为 «EC50» µM，希尔系数 1.5（同处的 δ 受体是 1 µM 和 1）。
        这个 γ2 受体的占有率是多少？
        """,
        en="""
        GABA in the extracellular fluid is «c» µM. A synaptic γ2 receptor has an EC_{50} of «EC50» µM and a Hill
        coefficient of
        1.5 (for the δ receptors nearby they are 1 µM and 1). What is the occupancy of the γ2 receptor?
        """,
    ),
    givens=(c_given, gamma_given),
    answer=gamma(c, EC50),
    rtol=0.02,
    misconceptions=(
        Misconception(
            "as_delta",
            delta(c, 1),
            Text(
                zh="这是 δ 受体的占有率。γ2 受体的 EC_{50} 高得多，这么低的 GABA 它几乎感觉不到。",
                en="That is the occupancy of the δ receptors. With its far higher EC_{50} a γ2 receptor senses "
                "hardly anything.",
            ),
        ),
        Misconception(
            "no_hill",
            delta(c, EC50),
            Text(
                zh="希尔系数没有用上：浓度和 EC_{50} 都要取 1.5 次方。",
                en="The Hill coefficient was left out: raise both concentration and EC_{50} to the power 1.5.",
            ),
        ),
        Misconception(
            "half_raised",
            c**HILL / (c**HILL + EC50),
            Text(
                zh="EC_{50} 也要取 1.5 次方，否则单位都对不上。",
                en="The EC_{50} must be raised to 1.5 as well, or the units do not even match.",
            ),
        ),
    ),
    right=Text(
        zh="对，最多百分之几。这类受体是给突触间隙里的毫摩尔脉冲用的。",
        en="Right: very little. Such receptors are made for the millimolar pulses of the cleft.",
    ),
    hints=(
        Text(
            zh="占有率 = *c*^{n}/(*c*^{n} + EC_{50}^{n})，*n* = 1.5。",
            en="Occupancy is *c*^{n}/(*c*^{n} + EC_{50}^{n}) with *n* = 1.5.",
        ),
        Text(zh="1.5 次方就是 *x* 乘以 √*x*。", en="The power 1.5 is *x* times √*x*."),
    ),
    solution=prose(
        zh=r"$$\frac{«c»^{1.5}}{«c»^{1.5} + «EC50»^{1.5}} = «answer:.5f»$$",
        en=r"$$\frac{«c»^{1.5}}{«c»^{1.5} + «EC50»^{1.5}} = «answer:.5f»$$",
    ),
)

diazepam_gamma = Exercise(
    id="gaba-diazepam-gamma",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="地西泮移动了曲线", en="Diazepam moves the curve"),
    teaches=Text(zh="把亲和力的变化换算成占有率的变化", en="from a change of affinity to a change of occupancy"),
    statement=prose(
        zh="""
        α1βγ2 受体，EC_{50} «EC50» µM，希尔系数 1.5。地西泮使它对 GABA 的亲和力升到 «s» 倍，最大反应不变。
        GABA 为 «c» µM 时，有药的占有率是多少？
        """,
        en="""
        An α1βγ2 receptor has an EC_{50} of «EC50» µM and a Hill coefficient of 1.5. Diazepam raises its affinity
        for GABA «s»
        times and leaves the largest response as it was. What is its occupancy with the drug at «c» µM GABA?
        """,
    ),
    givens=(c_mid_given, gamma_given, s_given),
    answer=gamma(c, EC50, s),
    rtol=0.015,
    misconceptions=(
        Misconception(
            "without_drug",
            gamma(c, EC50),
            Text(
                zh="这是没有药时的值。EC_{50} 要先除以 «s»。",
                en="That is without the drug. Divide the EC_{50} by «s» first.",
            ),
        ),
        Misconception(
            "wrong_way",
            gamma(c, EC50 * s),
            Text(
                zh="方向反了：亲和力升高，EC_{50} 变小。",
                en="The wrong way: a higher affinity means a lower EC_{50}.",
            ),
        ),
        Misconception(
            "multiplied",
            s * gamma(c, EC50),
            Text(
                zh="药物改变的是 EC_{50}，不是把占有率乘以 «s»；否则 GABA 多的时候会超过 1。",
                en="The drug moves the EC_{50}; it does not multiply occupancy by «s», which would pass 1 where "
                "GABA is high.",
            ),
        ),
    ),
    steps={"half": EC50 / s, "before": gamma(c, EC50)},
    right=Text(
        zh="对。占有率在 EC_{50} 附近增加得最多；到了饱和浓度，就没有余地再升。",
        en="Right. Occupancy gains most around the EC_{50}; where GABA saturates, there is no room left.",
    ),
    hints=(
        Text(
            zh="亲和力升到 «s» 倍，EC_{50} 就变为 «EC50»/«s»。",
            en="«s» times the affinity makes the EC_{50} «EC50»/«s».",
        ),
        Text(zh="再代入希尔方程。", en="Then use the Hill equation."),
    ),
    solution=prose(
        zh=r"""
        有药时 EC₅₀ 为 $«EC50»/«s» = «half:.2f»\ \mu\text{M}$：

        $$\frac{«c»^{1.5}}{«c»^{1.5} + «half:.2f»^{1.5}} = «answer:.3f»$$

        没有药时是 «before:.3f»。
        """,
        en=r"""
        With the drug the EC₅₀ is $«EC50»/«s» = «half:.2f»\ \mu\text{M}$:

        $$\frac{«c»^{1.5}}{«c»^{1.5} + «half:.2f»^{1.5}} = «answer:.3f»$$

        Without it, «before:.3f».
        """,
    ),
)

diazepam_delta = Exercise(
    id="gaba-diazepam-delta",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    title=Text(zh="地西泮遇上 δ 受体", en="Diazepam meets a δ receptor"),
    teaches=Text(zh="亚基决定药物能不能起作用", en="subunits decide whether a drug acts"),
    statement=prose(
        zh="""
        地西泮使 α1βγ2 受体的亲和力升到 «s» 倍。在同一片组织里，α4βδ 受体的 EC_{50} 是 «EC50» µM，希尔系数 1，
        细胞外液的 GABA 是 «c» µM。有地西泮时，α4βδ 受体的占有率是多少？
        """,
        en="""
        Diazepam raises the affinity of α1βγ2 receptors «s» times. In the same tissue α4βδ receptors have an EC_{50}
        of «EC50»
        µM and a Hill coefficient of 1, and ambient GABA is «c» µM. What is the occupancy of the α4βδ receptors with
        diazepam?
        """,
    ),
    givens=(c_given, delta_given, s_given),
    answer=delta(c, EC50),
    rtol=0.01,
    misconceptions=(
        Misconception(
            "shifted",
            delta(c, EC50 / s),
            Text(
                zh="你把 γ2 受体的变化用到了 δ 受体上。地西泮结合在 α 与 γ2 之间；没有 γ2，就没有它的位点。",
                en="You applied the shift of the γ2 receptors. Diazepam binds between α and γ2: without γ2 there is "
                "no site.",
            ),
        ),
        Misconception(
            "as_gamma",
            gamma(c, EC50, s),
            Text(
                zh="这里既用了 γ2 的希尔系数，又用了它的药效。α4βδ 的希尔系数是 1，地西泮对它不起作用。",
                en="That takes both the Hill coefficient and the drug effect of γ2. For α4βδ the one is 1 and the "
                "other nothing.",
            ),
        ),
    ),
    right=Text(
        zh="对，和没有药时一样。别由此推出紧张性电流都不受苯二氮䓬影响：α5βγ2 也在突触外，却是敏感的。",
        en="Right, as without it. Do not conclude that tonic currents never respond: α5βγ2 is extrasynaptic too, "
        "and sensitive.",
    ),
    hints=(
        Text(zh="先问：这个受体有没有 γ2？", en="Ask first: does this receptor have γ2?"),
        Text(zh="没有位点，占有率就照旧：*c*/(*c* + EC_{50})。", en="Without a site it stays *c*/(*c* + EC_{50})."),
    ),
    solution=prose(
        zh=r"""
        α4βδ 没有 γ2，地西泮没有地方结合，占有率不变：

        $$\frac{«c»}{«c» + «EC50»} = «answer:.3f»$$
        """,
        en=r"""
        α4βδ has no γ2 and diazepam nowhere to bind, so nothing changes:

        $$\frac{«c»}{«c» + «EC50»} = «answer:.3f»$$
        """,
    ),
)

alpha_given = Given("a", r"\alpha", "", "1", "6", "1", first="4")
beta_given = Given("b", r"\beta", "", "2", "3", "1", first="3")
a = alpha_given.sympy
_without = sympy.Or(*(sympy.Eq(a, value) for value in WITHOUT_SITE))

rule = Exercise(
    id="gaba-benzodiazepine-rule",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=2,
    title=Text(zh="这个受体敏感吗", en="Is this receptor sensitive?"),
    teaches=Text(zh="γ2 是必要条件，不是充分条件", en="γ2 is necessary and not sufficient"),
    statement=prose(
        zh="一种 GABA_{A} 受体由 α«a»、β«b» 和 γ2 组成。地西泮能增强它吗？",
        en="A GABA_{A} receptor is made of α«a», β«b» and γ2. Does diazepam enhance it?",
    ),
    givens=(alpha_given, beta_given),
    answer=sympy.Piecewise((1, _without), (0, True)),
    options=(
        Option(
            "yes_with_alpha",
            Text(zh="能：有 γ2，这个 α 又带那个组氨酸", en="Yes: γ2 is there and this α has the histidine"),
            Text(
                zh="有 γ2 还不够。α4 和 α6 在那个位置上是精氨酸，地西泮结合不上。",
                en="γ2 is not enough: α4 and α6 have an arginine at that place, and diazepam does not bind.",
            ),
        ),
        Option(
            "no_without_histidine",
            Text(zh="不能：这个 α 缺那个组氨酸", en="No: this α lacks the histidine"),
            Text(
                zh="缺组氨酸的只有 α4 和 α6；α1、α2、α3、α5 都有。",
                en="Only α4 and α6 lack it; α1, α2, α3 and α5 have it.",
            ),
        ),
        Option(
            "no_extrasynaptic",
            Text(zh="看位置：在突触外就不能", en="It depends on the place: not outside synapses"),
            Text(
                zh="决定敏感与否的是亚基，不是位置。α5βγ2 多在突触外，也敏感。",
                en="Subunits decide, not the place: α5βγ2 lies mostly outside synapses and is sensitive.",
            ),
        ),
        Option(
            "all",
            Text(zh="能：凡是 GABA_{A} 受体都能", en="Yes: every GABA_{A} receptor is"),
            Text(
                zh="地西泮的位点在 α 与 γ2 的界面上，不是每一种受体都有。",
                en="The site lies between α and γ2, and not every receptor has it.",
            ),
        ),
    ),
    right=Text(
        zh="对。两个条件都要查：有没有 γ2，α 是不是 1、2、3 或 5。",
        en="Right. Check both conditions: γ2, and an α that is 1, 2, 3 or 5.",
    ),
    hints=(
        Text(zh="地西泮的位点在 α 与 γ2 的界面上。", en="The site of diazepam lies between α and γ2."),
        Text(
            zh="它还需要 α 上的一个组氨酸（α1 的第 101 位）。哪些 α 没有？",
            en="It also needs a histidine of the α subunit (position 101 of α1). Which α lack it?",
        ),
    ),
    solution=prose(
        zh="γ2 已经有了。α1、α2、α3、α5 在与 α1 第 101 位对应处是组氨酸，敏感；α4 和 α6 是精氨酸，不敏感。",
        en="""
        γ2 is there. α1, α2, α3 and α5 have a histidine at the place of position 101 of α1 and are sensitive; α4 and
        α6 have an
        arginine and are not.
        """,
    ),
)

phasic = Exercise(
    id="gaba-phasic-charge",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    title=Text(zh="IPSC 每秒搬多少电荷", en="The charge of IPSCs"),
    teaches=Text(
        zh="指数衰减的电流所搬的电荷等于幅度乘时间常数", en="an exponential current carries size times time constant"
    ),
    statement=prose(
        zh="IPSC 高 «A» pA，按时间常数 «tau» ms 指数衰减，每秒 «f» 次。它们每秒搬多少电荷（pC）？",
        en="""
        IPSCs of «A» pA decay exponentially with a time constant of «tau» ms and come «f» times a second. How much
        charge do
        they carry in one second, in pC?
        """,
    ),
    givens=(f_given, A_given, tau_given),
    answer=charge("phasic"),
    unit="pC",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "one_only",
            charge("phasic", f=1),
            Text(
                zh="这只是一次 IPSC 的电荷，还要乘以每秒的次数。",
                en="That is one IPSC. Multiply by how many there are.",
            ),
        ),
        Misconception(
            "half",
            charge("phasic") / 2,
            Text(
                zh="除以 2 是三角形的面积。指数曲线下的面积是 *Aτ*。",
                en="Half is the area of a triangle. The area under an exponential is *Aτ*.",
            ),
        ),
        Misconception(
            "half_time",
            charge("phasic") * sympy.log(2),
            Text(
                zh="你把 *τ* 当成半衰期了。面积等于 *Aτ*，没有 ln 2。",
                en="You took *τ* for a half-time. The area is *Aτ*, without ln 2.",
            ),
        ),
    ),
    steps={"one": charge("phasic", f=1)},
    right=Text(zh="对。面积就是幅度乘时间常数。", en="Right. The area is size times time constant."),
    hints=(
        Text(zh="一次 IPSC 的电荷是曲线下的面积 *Aτ*。", en="The charge of one IPSC is the area *Aτ* under it."),
        Text(zh="pA × ms = 0.001 pC。", en="pA × ms = 0.001 pC."),
    ),
    solution=prose(
        zh=r"""
        一次 IPSC：$«A»\ \text{pA} \times «tau»\ \text{ms} = «one:.3f»\ \text{pC}$。一秒钟：

        $$«f» \times «one:.3f»\ \text{pC} = «answer:.2f»\ \text{pC}$$
        """,
        en=r"""
        One IPSC: $«A»\ \text{pA} \times «tau»\ \text{ms} = «one:.3f»\ \text{pC}$. In one second:

        $$«f» \times «one:.3f»\ \text{pC} = «answer:.2f»\ \text{pC}$$
        """,
    ),
)

share = Exercise(
    id="gaba-tonic-share",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    title=Text(zh="紧张性电流占几成", en="The tonic share"),
    teaches=Text(zh="小而持续的电流可以搬走大部分电荷", en="a small lasting current can carry most of the charge"),
    statement=prose(
        zh="""
        IPSC 高 «A» pA，按 «tau» ms 指数衰减，每秒 «f» 次；紧张性电流一直是 «tonic» pA。
        紧张性电流占总电荷的百分之几？
        """,
        en="""
        IPSCs of «A» pA decay exponentially in «tau» ms and come «f» times a second; the tonic current is «tonic» pA
        all the
        time. What percentage of the whole charge is tonic?
        """,
    ),
    givens=(f_given, A_given, tau_given, tonic_given),
    answer=charge("tonic_share"),
    unit="%",
    atol=0.5,
    rtol=0.01,
    condition=sympy.Abs(charge("tonic_share") - 50) - 4,
    misconceptions=(
        Misconception(
            "phasic_share",
            100 - charge("tonic_share"),
            Text(zh="这是时相性的份额。", en="That is the phasic share."),
        ),
        Misconception(
            "heights",
            100 * tonic / (tonic + A),
            Text(
                zh="你比的是电流的高矮。IPSC 只持续几毫秒，要比的是电荷。",
                en="You compared heights. IPSCs last milliseconds: compare charges.",
            ),
        ),
        Misconception(
            "one_only",
            100 * tonic / (tonic + charge("phasic", f=1)),
            Text(zh="一秒里有 «f» 次 IPSC，你只算了一次。", en="There are «f» IPSCs in a second, and you counted one."),
        ),
    ),
    steps={"phasic": charge("phasic")},
    right=Text(
        zh="对。不过电荷多不等于作用大：IPSC 来得准时，又落在要紧的地方。",
        en="Right. More charge is not more effect, though: IPSCs come at a time and to a place.",
    ),
    hints=(
        Text(zh="先求每秒的时相性电荷 *fAτ*。", en="Find the phasic charge per second, *fAτ*, first."),
        Text(zh="紧张性电流每秒搬 «tonic» pC。", en="The tonic current carries «tonic» pC in a second."),
    ),
    solution=prose(
        zh=r"""
        时相性电荷每秒 $«phasic:.2f»\ \text{pC}$，紧张性 $«tonic»\ \text{pC}$：

        $$\frac{«tonic»}{«tonic» + «phasic:.2f»} = «answer:.1f»\ \%$$
        """,
        en=r"""
        Phasic $«phasic:.2f»\ \text{pC}$ a second, tonic $«tonic»\ \text{pC}$:

        $$\frac{«tonic»}{«tonic» + «phasic:.2f»} = «answer:.1f»\ \%$$
        """,
    ),
)

EXERCISES = (occupancy_delta, occupancy_gamma, diazepam_gamma, diazepam_delta, rule, phasic, share)


def _open(c, EC50, n, efficacy, s, alpha, sensitive=(1, 2, 3, 5), divide=True, top=True):
    shift = s if alpha in sensitive else 1
    half = EC50 / shift if divide else EC50 * shift
    return (efficacy if top else 1) * c**n / (c**n + half**n)


_CODE = (
    "    def open_share(c, EC50, n, efficacy, s, alpha):\n"
    "        half = EC50 / s if alpha in (1, 2, 3, 5) else EC50\n"
    "        return efficacy * c**n / (c**n + half**n)"
)

open_share = CodeExercise(
    id="code-gabaa-open-share",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=10,
    title=Text(zh="写一个带调节剂的受体", en="A receptor with a modulator"),
    teaches=Text(
        zh="苯二氮䓬降低 EC₅₀ 而不提高上限，并且只对敏感的 α 亚基有效。",
        en="A benzodiazepine lowers EC₅₀ and not the ceiling, and only where the α subunit is sensitive.",
    ),
    name="open_share",
    arguments=(
        argument("c", "µM", "0.5", "30.0", "0.5"),
        argument("EC50", "µM", "2", "20", "1"),
        argument("n", "", "1.0", "2.0", "0.25"),
        argument("efficacy", "", "0.50", "0.90", "0.05"),
        argument("s", "", "1.5", "3.0", "0.5"),
        argument("alpha", "", "1", "6", "1"),
    ),
    unit="",
    statement=prose(
        zh="""
        写一个函数 `open_share(c, EC50, n, efficacy, s, alpha)`，返回一种 αβγ2 受体的开放份额。GABA 浓度 `c` 与
        `EC50` 以 µM 计，
        希尔系数 `n`，饱和的 GABA 打开 `efficacy` 这一份。苯二氮䓬使亲和力升到 `s` 倍，但只对 `alpha` 为 1、2、3、5
        的受体。
        """,
        en="""
        Write a function `open_share(c, EC50, n, efficacy, s, alpha)` that returns the open share of an αβγ2
        receptor. GABA `c`
        and `EC50` are in µM, `n` is the Hill coefficient, and saturating GABA opens the share `efficacy`. A
        benzodiazepine raises
        the affinity `s` times, but only where `alpha` is 1, 2, 3 or 5.
        """,
    ),
    reference=lambda c, EC50, n, efficacy, s, alpha: gabaa_receptors_model.evaluate(
        "open_gamma", GABA=c, EC50_gamma=EC50, n_gamma=n, efficacy_gamma=efficacy, benzodiazepine=s, alpha=alpha
    ),
    wrongs=(
        WrongFunction(
            "every_alpha",
            lambda **given: _open(**given, sensitive=range(1, 7)),
            Text(
                zh="苯二氮䓬作用到了每一种 α 上。α4 和 α6 缺那个组氨酸，对它们不应有变化。",
                en="The drug acts for every α. α4 and α6 lack the histidine and must not change.",
            ),
        ),
        WrongFunction(
            "alpha_five_left_out",
            lambda **given: _open(**given, sensitive=(1, 2, 3)),
            Text(
                zh="α5 也是敏感的，你把它漏掉了。",
                en="α5 is sensitive, too, and yours leaves it out.",
            ),
        ),
        WrongFunction(
            "wrong_way",
            lambda **given: _open(**given, divide=False),
            Text(
                zh="方向反了：亲和力升高，EC_{50} 变小。",
                en="The wrong way: a higher affinity means a lower EC_{50}.",
            ),
        ),
        WrongFunction(
            "no_efficacy",
            lambda **given: _open(**given, top=False),
            Text(
                zh="你返回的是占有率，还要乘以效能。",
                en="That returns occupancy. Multiply by the efficacy.",
            ),
        ),
    ),
    right=Text(
        zh="对。敏感与不敏感的亚基都对，饱和时停在效能上。",
        en="Right, for sensitive and insensitive subunits, and ending at the efficacy.",
    ),
    hints=(
        Text(zh="亲和力升到 `s` 倍，EC_{50} 就除以 `s`。", en="`s` times the affinity divides the EC_{50} by `s`."),
        Text(zh="`alpha in (1, 2, 3, 5)` 是一个判断。", en="`alpha in (1, 2, 3, 5)` is a test you can use."),
    ),
    solution=Text(zh=_CODE, en=_CODE),
)

CODE_EXERCISES = (open_share,)
