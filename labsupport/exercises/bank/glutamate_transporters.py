"""Exercises on glutamate transporters: capacity, clearance time, shares, and the limit set by ion gradients."""

from __future__ import annotations

import math

import sympy

from labsupport.constants import F, R, conversion
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.glutamate_transporters import (
    eaat_energy_model,
    eaat_equilibrium_glutamate,
    uptake_kinetics_model,
)

SECTION = "chapters/ei/glutamate_transporters"
SOURCE = "4479329"

glt_given = Given("glt", r"\rho_2", "1/µm²", "7000", "9500", "500", first="8500")
glast_given = Given("glast", r"\rho_1", "1/µm²", "1900", "2900", "100", first="2300")
area_given = Given("area", "a", "µm²/µm³", "1.0", "1.8", "0.1", first="1.4")
k_given = Given("k", r"k_\mathrm{cat}", "1/s", "10", "20", "1", first="15")
glt, glast, area, k = (g.sympy for g in (glt_given, glast_given, area_given, k_given))

capacity = Exercise(
    id="uptake-capacity",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="最大摄取是密度、面积、周转率三者之积。",
        en="The largest uptake is density times area times turnover.",
    ),
    title=Text(zh="密度 × 面积 × 周转", en="Density × area × turnover"),
    statement=prose(
        zh="""
        星形胶质细胞膜上每平方微米有 «glt» 个 EAAT2 和 «glast» 个 EAAT1，每立方微米组织里有 «area» µm² 这样的膜，
        每个转运体每秒转 «k» 轮。每立方微米组织每秒最多收走多少个谷氨酸分子？单位写作 s⁻¹。
        """,
        en="""
        A square micrometre of astrocyte membrane carries «glt» EAAT2 and «glast» EAAT1, a cubic micrometre of tissue
        holds «area» µm² of such membrane, and each transporter cycles «k» times a second. How many molecules of
        glutamate can a cubic micrometre of tissue take up per second at most? Give it in s⁻¹.
        """,
    ),
    givens=(glt_given, glast_given, area_given, k_given),
    answer=(glt + glast) * area * k,
    unit="s⁻¹",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "area_ignored",
            (glt + glast) * k,
            Text(
                zh="这是每平方微米膜的能力。组织里有多少膜还没有算进去，要乘以面积。",
                en="That is for a square micrometre of membrane. Multiply by how much membrane the tissue holds.",
            ),
        ),
        Misconception(
            "turnover_ignored",
            (glt + glast) * area,
            Text(
                zh="这是转运体的个数。每个每秒转 «k» 轮，还要乘以周转率。",
                en="That is the number of transporters. Each cycles «k» times a second: multiply by that.",
            ),
        ),
        Misconception(
            "one_subtype",
            glt * area * k,
            Text(
                zh="只算了 EAAT2。膜上还有 EAAT1，两者要相加。",
                en="Only EAAT2 is counted. EAAT1 is there too: add the two.",
            ),
        ),
    ),
    steps={"count": (glt + glast) * area},
    right=Text(
        zh="对。三个因子缺一不可；只比密度，等于假定别的都一样。",
        en="Right. All three factors count; comparing densities alone takes the other two to be equal.",
    ),
    hints=(
        Text(zh="先由密度和面积求每立方微米里的个数。", en="First find the number in a cubic micrometre."),
        Text(zh="再乘以每秒的轮数。", en="Then multiply by the cycles per second."),
    ),
    solution=prose(
        zh=r"""
        个数为 $(«glt» + «glast») \times «area» = «count:.0f»$，

        $$«count:.0f» \times «k» = «answer:.0f»\ \text{s}^{-1}$$
        """,
        en=r"""
        There are $(«glt» + «glast») \times «area» = «count:.0f»$ of them, so

        $$«count:.0f» \times «k» = «answer:.0f»\ \text{s}^{-1}$$
        """,
    ),
)

n_A_given = Given("n_A", r"n_\mathrm{A}", "1/µm³", "14000", "16000", "200", first="15200")
n_N_given = Given("n_N", r"n_\mathrm{N}", "1/µm³", "100", "160", "10", first="130")
k_N_given = Given("k_N", r"k_\mathrm{N}", "1/s", "60", "90", "10", first="90")
n_A, n_N, k_N = (g.sympy for g in (n_A_given, n_N_given, k_N_given))
ratio = Exercise(
    id="uptake-capacity-ratio",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="分子数相差百倍，能力未必；周转率要算进去。",
        en="A hundredfold in molecules need not be a hundredfold in capacity: turnover counts.",
    ),
    title=Text(zh="差一百倍吗", en="A hundredfold?"),
    statement=prose(
        zh="""
        每立方微米 CA1 组织里，星形胶质细胞有 «n_A» 个转运体，每秒转 «k» 轮；神经元有 «n_N» 个 EAAT3，每秒转 «k_N» 轮。
        星形胶质细胞的最大摄取是神经元的几倍？
        """,
        en="""
        In a cubic micrometre of CA1 astrocytes hold «n_A» transporters that cycle «k» times a second, and neurons
        «n_N» EAAT3 that cycle «k_N» times. How many times the neurons' largest uptake is that of the astrocytes?
        """,
    ),
    givens=(n_A_given, k_given, n_N_given, k_N_given),
    answer=n_A * k / (n_N * k_N),
    rtol=0.01,
    misconceptions=(
        Misconception(
            "turnover_ignored",
            n_A / n_N,
            Text(
                zh="这是分子数之比。神经元的转运体转得快，要乘上周转率再比。",
                en="That is the ratio of molecules. The neuron's carriers turn faster: compare number times turnover.",
            ),
        ),
        Misconception(
            "turnover_inverted",
            n_A * k_N / (n_N * k),
            Text(
                zh="周转率放反了：EAAT3 转得快，使差距缩小。",
                en="The turnovers are upside down: a fast EAAT3 narrows the gap.",
            ),
        ),
        Misconception(
            "turnover_only",
            k / k_N,
            Text(zh="只比了周转率，还有分子数。", en="Only turnover is compared; the numbers differ as well."),
        ),
    ),
    right=Text(
        zh="对。星形胶质细胞仍占优势，但“两个数量级”只在周转率相同时成立。",
        en="Right. Astrocytes keep the lead, but two orders of magnitude need equal turnover.",
    ),
    hints=(
        Text(zh="能力 = 个数 × 周转率。", en="Capacity is number times turnover."),
        Text(zh="两个能力相除。", en="Divide the two capacities."),
    ),
    solution=prose(
        zh=r"$$\frac{«n_A» \times «k»}{«n_N» \times «k_N»} = «answer:.1f»$$",
        en=r"$$\frac{«n_A» \times «k»}{«n_N» \times «k_N»} = «answer:.1f»$$",
    ),
)

e1_given = Given("e1", r"n_1", "1/µm³", "17000", "19000", "200", first="18000")
e2_given = Given("e2", r"n_2", "1/µm³", "2400", "3200", "100", first="2800")
e1, e2 = e1_given.sympy, e2_given.sympy
cerebellum = Exercise(
    id="eaat2-share-cerebellum",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    teaches=Text(
        zh="“EAAT2 承担九成以上”说的是前脑的摄取测定，搬不到小脑去。",
        en="“EAAT2 does more than 90 %” comes from uptake assays in forebrain and does not carry over to cerebellum.",
    ),
    title=Text(zh="小脑里的 EAAT2", en="EAAT2 in the cerebellum"),
    statement=prose(
        zh="""
        小脑分子层每立方微米组织里有 «e1» 个 EAAT1 和 «e2» 个 EAAT2，都在星形胶质细胞上。
        EAAT2 占星形胶质细胞转运体分子的百分之几？
        """,
        en="""
        In the molecular layer of the cerebellum a cubic micrometre of tissue holds «e1» EAAT1 and «e2» EAAT2, all on
        astrocytes. What percentage of the astrocytes' transporter molecules is EAAT2?
        """,
    ),
    givens=(e1_given, e2_given),
    answer=100 * e2 / (e1 + e2),
    unit="%",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "forebrain",
            sympy.Integer(90),
            Text(
                zh="九成以上是前脑制备里摄取活性的份额，不是分子数，也不是小脑。",
                en="Above 90 % is a share of uptake in forebrain preparations, not of molecules, and not here.",
            ),
        ),
        Misconception(
            "to_the_other",
            100 * e2 / e1,
            Text(
                zh="这是与 EAAT1 之比。份额的分母是两者之和。",
                en="That is the ratio to EAAT1. A share has the sum below.",
            ),
        ),
        Misconception(
            "other_share",
            100 * e1 / (e1 + e2),
            Text(zh="这是 EAAT1 的份额。", en="That is the share of EAAT1."),
        ),
    ),
    right=Text(
        zh="对。小脑由 EAAT1 主导；份额因脑区而异。",
        en="Right. EAAT1 dominates in the cerebellum; shares differ from region to region.",
    ),
    hints=(
        Text(zh="份额 = 部分 / 总和。", en="A share is the part over the sum."),
        Text(zh="总和是两种之和。", en="The sum is of both kinds."),
    ),
    solution=prose(
        zh=r"$$100 \times \frac{«e2»}{«e1» + «e2»} = «answer:.1f»\ \%$$",
        en=r"$$100 \times \frac{«e2»}{«e1» + «e2»} = «answer:.1f»\ \%$$",
    ),
)

count_given = Given("count", "n", "1/µm³", "10000", "20000", "200", first="15200")
Km_given = Given("K_m", r"K_\mathrm{m}", "µM", "10", "40", "5", first="20")
alpha_given = Given("alpha", r"\alpha", "", "0.15", "0.25", "0.01", first="0.20")
count, K_m, alpha = count_given.sympy, Km_given.sympy, alpha_given.sympy
_kinetics = {"count": count, "turnover": k, "K_m": K_m, "alpha": alpha}
_tau = uptake_kinetics_model.expression("tau", **_kinetics)
clearance = Exercise(
    id="glutamate-clearance-time",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    teaches=Text(
        zh="低浓度下清除的时间常数是 K_m/V_max，V_max 要折合到胞外间隙的体积。",
        en="Far below K_m the time constant of clearance is K_m/V_max, with V_max per volume of the space outside.",
    ),
    title=Text(zh="清除要多久", en="How long clearance takes"),
    statement=prose(
        zh="""
        每立方微米组织里有 «count» 个转运体，每个每秒转 «k» 轮，*K*_{m} 为 «K_m» µM；
        组织体积的 «alpha» 倍在细胞外，谷氨酸只在那里。浓度远低于 *K*_{m} 时，
        清除的时间常数是多少毫秒？（1 µM 合每立方微米 602.2 个分子。）
        """,
        en="""
        A cubic micrometre of tissue has «count» transporters that cycle «k» times a second with a *K*_{m} of «K_m» µM;
        a fraction «alpha» of the tissue lies outside cells, and glutamate is only there. Far below *K*_{m}, what is the
        time constant of clearance in milliseconds? (1 µM is 602.2 molecules in a cubic micrometre.)
        """,
    ),
    givens=(count_given, k_given, Km_given, alpha_given),
    answer=_tau,
    unit="ms",
    rtol=0.02,
    misconceptions=(
        Misconception(
            "volume_forgotten",
            _tau / alpha,
            Text(
                zh="转运体按组织体积计，谷氨酸却只在占 «alpha» 的胞外间隙里：间隙越小，浓度降得越快。",
                en="Transporters are counted in tissue, but glutamate is in the «alpha» of it outside cells: the "
                "smaller that space, the faster the fall.",
            ),
        ),
        Misconception(
            "cycle_time",
            conversion(1000) / k,
            Text(
                zh="这是一个转运体转一轮的时间。许多转运体并排工作，清除可以比一轮还快。",
                en="That is one cycle of one transporter. Many work side by side, and clearance can be faster.",
            ),
        ),
        Misconception(
            "volume_inverted",
            _tau / alpha**2,
            Text(
                zh="体积分数用反了：同样多的转运体对付较小的间隙，浓度降得更快，要乘以 «alpha»。",
                en="The volume fraction is upside down: a smaller space is cleared faster, so multiply by «alpha».",
            ),
        ),
    ),
    condition=sympy.Abs(_tau / alpha - 1000 / k) - 0.06 * 1000 / k,
    steps={"V_max": uptake_kinetics_model.expression("V_max", **_kinetics)},
    right=Text(
        zh="对。比转一轮的时间短，因为个数多。",
        en="Right. It is shorter than one cycle, because there are so many.",
    ),
    hints=(
        Text(
            zh="先求 *V*_{max}：每立方微米每秒的分子数，除以 602.2 再除以 «alpha»，得 µM/s。",
            en="First *V*_{max}: molecules per cubic micrometre and second, over 602.2 and over «alpha», is µM/s.",
        ),
        Text(
            zh="*c* 远小于 *K*_{m} 时 *v* ≈ (*V*_{max}/*K*_{m})*c*。",
            en="For *c* far below *K*_{m}, *v* ≈ (*V*_{max}/*K*_{m})*c*.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$V_\text{max} = \frac{«count» \times «k»}{602.2 \times «alpha» \times 1000} = «V_max:.2f»\ \text{mM/s}$$

        $$\tau = \frac{K_\text{m}}{V_\text{max}} = \frac{«K_m»}{«V_max:.2f»} = «answer:.1f»\ \text{ms}$$
        """,
        en=r"""
        $$V_\text{max} = \frac{«count» \times «k»}{602.2 \times «alpha» \times 1000} = «V_max:.2f»\ \text{mM/s}$$

        $$\tau = \frac{K_\text{m}}{V_\text{max}} = \frac{«K_m»}{«V_max:.2f»} = «answer:.1f»\ \text{ms}$$
        """,
    ),
)

c_given = Given("c", "c", "µM", "0.5", "10.5", "0.5", first="10")
c = c_given.sympy
tight = sympy.Integer(3) * c / (2 + c)
fast = sympy.Integer(15) * c / (20 + c)
affinity = Exercise(
    id="eaat-tight-or-fast",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="亲和力高不等于快：低浓度时看 k/K_m，高浓度时看 k。",
        en="Tight is not fast: at low concentration k/K_m decides, at high concentration k.",
    ),
    title=Text(zh="亲和力高，还是转得快", en="Tight or fast?"),
    statement=prose(
        zh="""
        EAAT4 那样的转运体 *K*_{m} 为 2 µM，每秒转 3 轮；EAAT2 那样的 *K*_{m} 为 20 µM，每秒转 15 轮。
        谷氨酸 «c» µM 时，哪一个每秒收走的分子多？
        """,
        en="""
        A carrier like EAAT4 has a *K*_{m} of 2 µM and cycles 3 times a second; one like EAAT2 has 20 µM and cycles 15
        times. At «c» µM glutamate, which of the two takes up more molecules a second?
        """,
    ),
    givens=(c_given,),
    answer=sympy.Piecewise((0, tight > fast), (1, True)),
    condition=sympy.Abs(c - sympy.Rational(5, 2)) - sympy.Rational(2, 5),
    options=(
        Option(
            "tight",
            Text(zh="EAAT4 那样的", en="The one like EAAT4"),
            Text(
                zh="亲和力高只在浓度低时占便宜。算一算 *kc*/(*K*_{m} + *c*)，*k* 是每秒的轮数，*c* 是浓度。",
                en="High affinity pays at low concentration only. Work out *kc*/(*K*_{m} + *c*), *k* being the cycles "
                "a second and *c* the concentration.",
            ),
        ),
        Option(
            "fast",
            Text(zh="EAAT2 那样的", en="The one like EAAT2"),
            Text(
                zh="这样低的浓度下 EAAT2 大多空着，比较 *k*/*K*_{m}。",
                en="At so low a concentration EAAT2 is mostly empty: compare *k*/*K*_{m}.",
            ),
        ),
        Option(
            "equal",
            Text(zh="一样多", en="Both the same"),
            Text(
                zh="两条曲线只在 2.5 µM 相交。",
                en="The two curves cross only at 2.5 µM.",
            ),
        ),
    ),
    steps={"tight": tight, "fast": fast},
    right=Text(
        zh="对。两条曲线在 2.5 µM 相交：以下亲和力占先，以上周转率占先。",
        en="Right. The curves cross at 2.5 µM: affinity wins below, turnover above.",
    ),
    hints=(
        Text(
            zh="每个转运体的速率是 *kc*/(*K*_{m} + *c*)，*k* 为每秒的轮数。",
            en="Each carrier's rate is *kc*/(*K*_{m} + *c*), *k* being its cycles a second.",
        ),
        Text(zh="两个都算出来再比。", en="Work out both, then compare."),
    ),
    solution=prose(
        zh="""
        «c» µM 时，EAAT4 那样的每秒收走 «tight:.2f» 个，EAAT2 那样的 «fast:.2f» 个。
        """,
        en="""
        At «c» µM the one like EAAT4 takes up «tight:.2f» molecules a second, the one like EAAT2 «fast:.2f».
        """,
    ),
)

glu_given = Given("glu", r"[\mathrm{Glu}]_\mathrm{in}", "mM", "1", "10", "1", first="3")
Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "10", "20", "1", first="12")
K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "6.0", "0.5", first="4.0")
V_given = Given("V", r"V_\mathrm{m}", "mV", "-90", "-65", "5", first="-85")
glu, Na_in, K_out, V = (g.sympy for g in (glu_given, Na_in_given, K_out_given, V_given))


def _limit(**changed):
    """The limit in nM at the given numbers, with equal pH."""
    values = {"glu_in": glu, "Na_in": Na_in, "Na_out": 145, "K_in": 140, "K_out": K_out, "pH_in": 7.2, "pH_out": 7.2}
    return conversion(1000) * eaat_energy_model.expression("equilibrium", **(values | {"V_m": V, "T": 310} | changed))


_level = _limit()
equilibrium = Exercise(
    id="eaat-equilibrium",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    teaches=Text(
        zh="EAAT 的平衡水平取决于 Na⁺ 之比的三次方、K⁺ 之比和两个电荷的电压项。",
        en="The limit of an EAAT depends on the cube of the Na⁺ ratio, the K⁺ ratio and the voltage on two charges.",
    ),
    title=Text(zh="最低能压到多少", en="The lowest level"),
    statement=prose(
        zh="""
        EAAT 每轮带进 3 个 Na⁺、1 个 H⁺ 和 1 个谷氨酸，放出 1 个 K⁺，净进 2 个正电荷。
        胞内谷氨酸 «glu» mM、Na⁺ «Na_in» mM、K⁺ 140 mM，胞外 Na⁺ 145 mM、K⁺ «K_out» mM，内外 pH 相同，
        膜电位 «V» mV，310 K。平衡时胞外谷氨酸是多少纳摩尔每升（nM）？
        """,
        en="""
        An EAAT takes in 3 Na⁺, 1 H⁺ and one glutamate and lets out 1 K⁺ in each cycle, with 2 net positive charges in.
        Inside are «glu» mM glutamate, «Na_in» mM Na⁺ and 140 mM K⁺, outside 145 mM Na⁺ and «K_out» mM K⁺; the pH is
        the same on both sides, the voltage «V» mV and the temperature 310 K. What is the glutamate outside at
        equilibrium, in nM?
        """,
    ),
    givens=(glu_given, Na_in_given, K_out_given, V_given),
    answer=_level,
    unit="nM",
    rtol=0.03,
    misconceptions=(
        Misconception(
            "one_charge",
            _limit(V_m=V / 2),
            Text(
                zh="电压项只算了一个电荷。3 个 Na⁺ 和 1 个 H⁺ 进、1 个 K⁺ 出、谷氨酸带负电进：净 2 个。",
                en="The voltage acts on one charge only in your sum. 3 Na⁺ and 1 H⁺ in, 1 K⁺ out, a negative glutamate "
                "in: 2 net.",
            ),
        ),
        Misconception(
            "voltage_omitted",
            _limit(V_m=0),
            Text(
                zh="电压项漏了。净进两个正电荷，负的膜电位帮了大忙。",
                en="The voltage is missing. Two positive charges enter, and a negative membrane helps a lot.",
            ),
        ),
        Misconception(
            "voltage_sign",
            _limit(V_m=-V),
            Text(
                zh="电压项的符号反了：胞内越负，正电荷越愿意进来，平衡水平越低。",
                en="The voltage has the wrong sign: the more negative the inside, the lower the limit.",
            ),
        ),
        Misconception(
            "sodium_once",
            _level * (145 / Na_in) ** 2,
            Text(
                zh="Na⁺ 之比要取三次方：每轮进来 3 个。",
                en="The Na⁺ ratio goes to the third power: 3 come in per cycle.",
            ),
        ),
        Misconception(
            "potassium_omitted",
            _level * 140 / K_out,
            Text(
                zh="漏了 K⁺：每轮还有 1 个 K⁺ 顺梯度出去。", en="K⁺ is missing: one goes out, downhill, in each cycle."
            ),
        ),
    ),
    steps={
        "sodium": (Na_in / 145) ** 3,
        "potassium": K_out / 140,
        "voltage": _level / (sympy.Integer(10) ** 6 * glu * (Na_in / 145) ** 3 * K_out / 140),
    },
    right=Text(
        zh="对。测得的环境水平比它高得多，因为渗漏和释放不停。",
        en="Right. The ambient level that is measured is far higher, since leak and release never stop.",
    ),
    hints=(
        Text(
            zh="平衡：[Glu]_{out} = [Glu]_{in} × (Na⁺ 内/外)³ × (K⁺ 外/内) × exp(2*FV*/*RT*)。",
            en="At equilibrium [Glu]_{out} = [Glu]_{in} × (Na⁺ in/out)³ × (K⁺ out/in) × exp(2*FV*/*RT*).",
        ),
        Text(zh="*RT*/*F* 在 310 K 是 26.71 mV；1 mM 是 10⁶ nM。", en="*RT*/*F* is 26.71 mV at 310 K; 1 mM is 10⁶ nM."),
    ),
    solution=prose(
        zh=r"""
        Na⁺ 的因子是 $(«Na_in»/145)^3 = «sodium:.6f»$，K⁺ 的因子是 $«K_out»/140 = «potassium:.5f»$，
        电压的因子是 $e^{2FV/RT} = «voltage:.5f»$，与胞内谷氨酸的 $«glu» \times 10^6$ nM 相乘得

        $$[\mathrm{Glu}]_\text{out} = «answer:.3f»\ \text{nM}$$
        """,
        en=r"""
        The three factors are $(«Na_in»/145)^3 = «sodium:.6f»$, $«K_out»/140 = «potassium:.5f»$ and
        $e^{2FV/RT} = «voltage:.5f»$; times $«glu» \times 10^6$ nM of glutamate inside,

        $$[\mathrm{Glu}]_\text{out} = «answer:.3f»\ \text{nM}$$
        """,
    ),
)

EXERCISES = (capacity, ratio, cerebellum, clearance, affinity, equilibrium)


def _equilibrium(glu_in, Na_in, Na_out, K_in, K_out, V_m, T=310, sodium=3, charges=2, sign=1, volts=1000):
    potential = math.exp(sign * charges * F * V_m / (volts * R * T))
    return 1e6 * glu_in * (Na_in / Na_out) ** sodium * (K_out / K_in) * potential


_SOLUTION = (
    "    import math\n"
    "    R, F = 8.314462618, 96485.33212\n"
    "    def glutamate_limit(glu_in, Na_in, Na_out, K_in, K_out, V_m):\n"
    "        voltage = math.exp(2 * F * V_m / (1000 * R * 310))\n"
    "        ratios = (Na_in / Na_out) ** 3 * K_out / K_in\n"
    "        return 1e6 * glu_in * ratios * voltage"
)
glutamate_limit = CodeExercise(
    id="code-eaat-equilibrium",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=12,
    title=Text(zh="写一个 EAAT 平衡函数", en="The limit of an EAAT as a function"),
    teaches=Text(
        zh="钠、钾、质子的浓度比和膜电位一起定出胞外谷氨酸的下限；离子梯度崩溃时，这个下限升高。",
        en="Ratios of ions and the voltage set how low glutamate outside can go, and the limit rises as they run down.",
    ),
    name="glutamate_limit",
    arguments=(
        argument("glu_in", "mM", "1", "12", "1"),
        argument("Na_in", "mM", "8", "60", "1"),
        argument("Na_out", "mM", "60", "150", "5"),
        argument("K_in", "mM", "80", "145", "5"),
        argument("K_out", "mM", "3", "60", "1"),
        argument("V_m", "mV", "-90", "-10", "5"),
    ),
    unit="nM",
    statement=prose(
        zh="""
        写一个函数 `glutamate_limit(glu_in, Na_in, Na_out, K_in, K_out, V_m)`，返回 EAAT 平衡时的胞外谷氨酸，单位 nM。
        浓度以 mM 计，膜电位以 mV 计，内外 pH 相同，温度 310 K；每轮 3 个 Na⁺、1 个 H⁺ 和谷氨酸进，1 个 K⁺ 出。
        *R* 取 8.314462618 J/(mol K)，*F* 取 96485.33212 C/mol。
        """,
        en="""
        Write a function `glutamate_limit(glu_in, Na_in, Na_out, K_in, K_out, V_m)` that returns the glutamate outside
        at which an EAAT stands still, in nM. Concentrations are in mM and the voltage in mV; the pH is the same on both
        sides and the temperature 310 K; 3 Na⁺, 1 H⁺ and glutamate go in and 1 K⁺ goes out per cycle. Take *R* =
        8.314462618 J/(mol K) and *F* = 96485.33212 C/mol.
        """,
    ),
    reference=lambda glu_in, Na_in, Na_out, K_in, K_out, V_m: (
        1000 * eaat_equilibrium_glutamate(glu_in, Na_in, Na_out, K_in, K_out, 7.2, 7.2, V_m, 310)
    ),
    wrongs=(
        WrongFunction(
            "one_charge",
            lambda **given: _equilibrium(**given, charges=1),
            Text(
                zh="电压项只算了一个电荷。净进的是 2 个：3 + 1 − 1 − 1。",
                en="The voltage acts on one charge. Two enter on balance: 3 + 1 − 1 − 1.",
            ),
        ),
        WrongFunction(
            "voltage_sign",
            lambda **given: _equilibrium(**given, sign=-1),
            Text(
                zh="电压项的符号反了：膜越负，平衡水平越低。",
                en="The voltage has the wrong sign: the more negative the membrane, the lower the limit.",
            ),
        ),
        WrongFunction(
            "sodium_once",
            lambda **given: _equilibrium(**given, sodium=1),
            Text(zh="Na⁺ 之比要取三次方。", en="The Na⁺ ratio goes to the third power."),
        ),
        WrongFunction(
            "millimolar",
            lambda **given: _equilibrium(**given) / 1e6,
            Text(zh="返回的是 mM；1 mM 等于 10⁶ nM。", en="That is in mM; 1 mM is 10⁶ nM."),
        ),
        WrongFunction(
            "potassium_inverted",
            lambda **given: _equilibrium(**(given | {"K_in": given["K_out"], "K_out": given["K_in"]})),
            Text(
                zh="K⁺ 之比放反了：K⁺ 往外走，胞外 K⁺ 越高，平衡水平越高。",
                en="The K⁺ ratio is upside down: K⁺ goes out, and the more of it outside, the higher the limit.",
            ),
        ),
    ),
    right=Text(
        zh="对。静息与崩溃的浓度都对上了，相差六个数量级。",
        en="Right, at rest and after collapse alike, six orders of magnitude apart.",
    ),
    hints=(
        Text(
            zh="先写出浓度之比的乘积，再乘电压的指数。", en="Write the product of ratios first, then the exponential."
        ),
        Text(
            zh="*V*_{m} 以毫伏计，指数里要除以 1000。", en="*V*_{m} is in millivolts: divide by 1000 in the exponent."
        ),
    ),
    solution=Text(zh=_SOLUTION, en=_SOLUTION),
)

CODE_EXERCISES = (glutamate_limit,)
