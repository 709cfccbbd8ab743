"""Exercises that take several sections of part 2 at once: release and shunt, chloride and timing, drugs and voltage."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import nernst
from labsupport.exercises.declaration import Exercise, Given, Misconception
from labsupport.i18n import Text
from labsupport.network.cycle import ping_cycle_model
from labsupport.synapse.common import weighted_mean
from labsupport.synapse.gaba_a import gabaa_receptors_model
from labsupport.synapse.gaba_transporters import ambient_gaba_model

SECTION = "chapters/ei/synthesis"
LEAK, REST, THRESHOLD = 10, -65, -50  # nS, mV, mV
E_INHIBITION = -66  # mV

# --- how many sites reach threshold against a shunt -------------------------------------------------------------------

gI_given = Given("gI", r"g_\mathrm{I}", "nS", "10", "30", "5", first="20")
P_given = Given("P", r"P_\mathrm{r}", "", "0.2", "0.5", "0.1", first="0.4")
q_given = Given("q", "q", "nS", "0.2", "0.6", "0.1", first="0.5")
gI, P, q = gI_given.sympy, P_given.sympy, q_given.sympy


def excitation(outward):
    """Excitatory conductance in nS whose current at threshold cancels `outward` pA."""
    return outward / sympy.Integer(-THRESHOLD)


_leak = LEAK * (THRESHOLD - REST)
_shunt = gI * (THRESHOLD - E_INHIBITION)
_needed = excitation(_leak + _shunt)

sites = Exercise(
    id="ei-synthesis-sites-against-shunt",
    revision=1,
    section=SECTION,
    source="",
    minutes=6,
    title=Text(zh="要多少个释放位点，才敌得过分流", en="Release sites against a shunt"),
    teaches=Text(
        zh="分流要多少兴奋来补，由阈值处的电流定；再由量子大小和释放概率换成位点数。",
        en="How much excitation makes up for a shunt follows from the currents at threshold; quantal size and release "
        "probability turn it into sites.",
    ),
    statement=prose(
        zh="""
        一个细胞漏电导 10 nS，静息 −65 mV，阈值 −50 mV。GABA_{A} 电导 «gI» nS 持续开着，反转电位 −66 mV。
        兴奋性突触的反转电位是 0 mV，一个量子打开 «q» nS，每个位点以概率 «P» 放出一个量子，各位点同时放。
        按稳态算，平均起来至少要多少个位点，细胞才到阈值？
        """,
        en="""
        A cell has a leak of 10 nS, rests at −65 mV and fires at −50 mV. A GABA_{A} conductance of «gI» nS with reversal
        potential −66 mV stays open. Excitatory synapses reverse at 0 mV; one quantum opens «q» nS, each site releases
        one with probability «P», all at the same time. In a steady state, how many sites does it take on average to
        reach threshold?
        """,
    ),
    givens=(gI_given, P_given, q_given),
    answer=_needed / (q * P),
    unit="",
    atol=0.5,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "no_shunt",
            excitation(sympy.Integer(_leak)) / (q * P),
            Text(
                zh="这只敌得过漏电流。在 −50 mV，GABA 电导也带走外向电流：离它的反转电位有 16 mV。",
                en="That overcomes the leak alone. At −50 mV the GABA conductance carries outward current too: it is "
                "16 mV from its reversal potential.",
            ),
        ),
        Misconception(
            "driving_force_at_rest",
            excitation(_leak + gI * (REST - E_INHIBITION)) / (q * P),
            Text(
                zh="GABA 的驱动力用成了静息时的 1 mV。要敌的是它在阈值处的电流，驱动力 16 mV。",
                en="You took the 1 mV by which rest lies above its reversal. What counts is its current at threshold, "
                "where it is 16 mV.",
            ),
        ),
        Misconception(
            "quanta",
            _needed / q,
            Text(
                zh="这是需要的量子数。位点不是每次都放，还要除以释放概率。",
                en="That is the number of quanta. Sites do not release every time: divide by the probability.",
            ),
        ),
    ),
    steps={"leak": sympy.Integer(_leak), "shunt": _shunt, "needed": _needed, "quanta": _needed / q},
    right=Text(
        zh="对。没有这份分流，位点要少得多；而单看静息时的 IPSP，分流几乎看不见。",
        en="Right. Without the shunt far fewer would do, and yet at rest its IPSP can hardly be seen.",
    ),
    hints=(
        Text(
            zh="在阈值处，外向的漏电流和 GABA 电流之和，要由内向的兴奋电流抵消；各自等于电导乘驱动力。",
            en="At threshold the outward currents of leak and GABA must be cancelled by the inward excitatory one; "
            "each "
            "is conductance times driving force.",
        ),
        Text(
            zh="外向电流 «leak» + «shunt» pA，除以 50 mV，得兴奋电导 «needed:.2f» nS。",
            en="Outward, «leak» + «shunt» pA; over 50 mV, that is an excitatory conductance of «needed:.2f» nS.",
        ),
    ),
    solution=prose(
        zh=r"""
        在 −50 mV：

        $$g_\text{E} = \frac{10 \times 15 + «gI» \times 16}{50} = «needed:.2f»\ \text{nS}$$

        合 $«needed:.2f» / «q» = «quanta:.1f»$ 个量子，再除以释放概率 $«P»$，得 $«answer:.1f»$ 个位点。
        """,
        en=r"""
        At −50 mV:

        $$g_\text{E} = \frac{10 \times 15 + «gI» \times 16}{50} = «needed:.2f»\ \text{nS}$$

        That is $«needed:.2f» / «q» = «quanta:.1f»$ quanta, and over the probability $«P»$ it is $«answer:.1f»$ sites.
        """,
    ),
)

# --- what GABA adds to an EPSP in a cell with much chloride -----------------------------------------------------------

Cl_given = Given("Cl", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "6", "20", "1", first="20")
G_given = Given("G", r"g_\mathrm{I}", "nS", "10", "40", "5", first="20")
Cl, G = Cl_given.sympy, G_given.sympy
_ECl = nernst(120, Cl, -1, 310)
g_exc = 5


def voltage(E_I, g_E=g_exc):
    return weighted_mean((LEAK, g_E, G), (REST, 0, E_I))


_alone = sympy.Rational(LEAK * REST, LEAK + g_exc)
_both = voltage(_ECl)

chloride_effect = Exercise(
    id="ei-synthesis-gaba-on-epsp",
    revision=1,
    section=SECTION,
    source="4479328",
    minutes=7,
    title=Text(zh="GABA 给一个 EPSP 添了什么", en="What GABA does to an EPSP"),
    teaches=Text(
        zh="使静息细胞去极化的 GABA，与兴奋同时到来，仍可能把电位压低。",
        en="GABA that depolarises a resting cell may still lower the voltage when it comes with excitation.",
    ),
    statement=prose(
        zh="""
        一个细胞漏电导 10 nS，静息 −65 mV。胞外氯 120 mM，胞内氯 «Cl» mM，310 K，不计碳酸氢根。
        兴奋性电导 5 nS（反转电位 0 mV）与 GABA_{A} 电导 «G» nS 同时开着。
        与只有兴奋相比，GABA 使稳态膜电位改变多少（带正负号）？
        """,
        en="""
        A cell has a leak of 10 nS and rests at −65 mV. Chloride is 120 mM outside and «Cl» mM inside, at 310 K;
        bicarbonate is left out. An excitatory conductance of 5 nS (reversal potential 0 mV) and a GABA_{A} conductance
        of «G» nS are open at the same time. By how much, sign included, does GABA change the steady membrane potential
        from what excitation alone would give?
        """,
    ),
    givens=(Cl_given, G_given),
    answer=_both - _alone,
    unit="mV",
    atol=0.1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "from_rest",
            _both - REST,
            Text(
                zh="这是两者一起与静息之差。问的是 GABA 添了什么：要与只有兴奋时相比。",
                en="That is the effect of both, from rest. The question is what GABA adds: compare with excitation "
                "alone.",
            ),
        ),
        Misconception(
            "alone_from_rest",
            voltage(_ECl, 0) - REST,
            Text(
                zh="这是 GABA 单独作用于静息细胞的结果。与兴奋同来时，起点已经是 −43.3 mV。",
                en="That is what GABA alone does to a cell at rest. With excitation it starts from −43.3 mV.",
            ),
        ),
        Misconception(
            "valence",
            voltage(-_ECl) - _alone,
            Text(
                zh="氯的价数是 −1：胞外浓度高，*E*_{Cl} 是负的。",
                en="The valence of chloride is −1: with more of it outside, *E*_{Cl} is negative.",
            ),
        ),
    ),
    steps={"E_Cl": _ECl, "alone": _alone, "both": _both, "sum": LEAK + g_exc + G},
    right=Text(
        zh="对。*E*_{Cl} 在静息电位之上时，GABA 单独去极化；但只要 *E*_{Cl} 低于兴奋单独达到的电位，一起来就把它拉低。",
        en="Right. With *E*_{Cl} above rest GABA alone depolarises; but as long as *E*_{Cl} lies below what excitation "
        "reaches by itself, together it pulls that down.",
    ),
    hints=(
        Text(
            zh="先由能斯特方程求 *E*_{Cl}，再用电导加权平均求两种情形的稳态电位。",
            en="Find *E*_{Cl} by the Nernst equation; then both steady potentials as means weighted by conductance.",
        ),
        Text(
            zh="*E*_{Cl} = «E_Cl:.1f» mV；只有兴奋时是 «alone:.1f» mV。",
            en="*E*_{Cl} is «E_Cl:.1f» mV; excitation alone gives «alone:.1f» mV.",
        ),
    ),
    solution=prose(
        zh=r"""
        $E_\text{Cl} = «E_Cl:.2f»\ \text{mV}$。只有兴奋：$10 \times (-65) / 15 = «alone:.2f»\ \text{mV}$。两者同时：

        $$V = \frac{10 \times (-65) + «G» \times («E_Cl:.2f»)}{«sum»} = «both:.2f»\ \text{mV}$$

        相差 $«answer:+.2f»\ \text{mV}$。
        """,
        en=r"""
        $E_\text{Cl} = «E_Cl:.2f»\ \text{mV}$. Excitation alone: $10 \times (-65) / 15 = «alone:.2f»\ \text{mV}$. Both:

        $$V = \frac{10 \times (-65) + «G» \times («E_Cl:.2f»)}{«sum»} = «both:.2f»\ \text{mV}$$

        The difference is $«answer:+.2f»\ \text{mV}$.
        """,
    ),
)

# --- the price of a synapse's traffic --------------------------------------------------------------------------------

N_given = Given("N", "N", "", "3", "10", "1", first="5")
p_given = Given("chance", r"P_\mathrm{r}", "", "0.2", "0.6", "0.1", first="0.3")
f_given = Given("f", "f", "Hz", "5", "40", "5", first="20")
v_given = Given("v", r"n_\mathrm{v}", "", "2000", "6000", "1000", first="4000")
N, p, f, v = (g.sympy for g in (N_given, p_given, f_given, v_given))
_released = N * p * f * v
_each = 1 + sympy.Rational(3, 3)

cycle_cost = Exercise(
    id="ei-synthesis-cycle-cost",
    revision=1,
    section=SECTION,
    source="4479292",
    minutes=5,
    title=Text(zh="一个突触每秒花多少 ATP", en="The ATP a synapse spends in a second"),
    teaches=Text(
        zh="量子含量乘频率是要回收的谷氨酸，每个在胶质细胞里花 2 个 ATP。",
        en="Quantal content times rate is the glutamate to be recycled, at 2 ATP each in the glia.",
    ),
    statement=prose(
        zh="""
        一个突触有 «N» 个位点，各以概率 «chance» 放出一个囊泡，每秒 «f» 次动作电位；设每个囊泡装 «v» 个谷氨酸。
        放出的谷氨酸全由星形胶质细胞收回，变成谷氨酰胺：每个带进 3 个 Na⁺，钠泵每个 ATP 排出 3 个；
        谷氨酰胺合成酶每个花 1 个 ATP。
        这两项合起来，每秒要多少个 ATP？
        """,
        en="""
        A synapse has «N» sites, each of which releases a vesicle with probability «chance», and gets «f» spikes
        a second; let a vesicle hold «v» molecules of glutamate. Astrocytes take all of it up and turn it into
        glutamine: 3 Na⁺ come in with each, the pump exports 3 per ATP, and glutamine synthetase spends 1 ATP on
        each. How many ATP a second
        do these two together need?
        """,
    ),
    givens=(N_given, p_given, f_given, v_given),
    answer=_each * _released,
    unit="",
    atol=1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "synthetase_only",
            _released,
            Text(
                zh="只算了谷氨酰胺合成酶。摄取带进来的 Na⁺ 还要泵出去，每个谷氨酸又是 1 个 ATP。",
                en="That pays glutamine synthetase alone. The Na⁺ of uptake must be pumped out, at 1 more ATP each.",
            ),
        ),
        Misconception(
            "every_site",
            _each * N * f * v,
            Text(
                zh="你让每个位点每次都释放了。平均的量子含量是位点数乘释放概率。",
                en="You let every site release every time. The mean quantal content is sites times probability.",
            ),
        ),
        Misconception(
            "one_sodium_per_atp",
            4 * _released,
            Text(
                zh="钠泵每个 ATP 排出 3 个 Na⁺，不是 1 个。",
                en="The pump exports 3 Na⁺ per ATP, not 1.",
            ),
        ),
    ),
    steps={"content": N * p, "released": _released, "each": _each},
    right=Text(
        zh="对。每转一圈，末梢的谷氨酰胺酶还放出一个铵离子，合成酶又用掉一个，所以铵的总账是平的。",
        en="Right. Each turn also sets one ammonium free in the terminal, by glutaminase, and the synthetase uses one, "
        "so that account is even.",
    ),
    hints=(
        Text(
            zh="先求每秒放出多少个谷氨酸：量子含量乘频率，再乘每个囊泡的个数。",
            en="First the glutamate released per second: quantal content times rate times molecules per vesicle.",
        ),
        Text(
            zh="每秒 «released:.0f» 个；每个花合成酶 1 个 ATP，泵 3/3 个。",
            en="That is «released:.0f» a second; each costs 1 ATP for the synthetase and 3/3 for the pump.",
        ),
    ),
    solution=prose(
        zh=r"""
        量子含量 $«N» \times «chance» = «content:.1f»$，
        每秒放出 $«content:.1f» \times «f» \times «v» = «released:.0f»$ 个谷氨酸。

        $$«released:.0f» \times \left(1 + \tfrac{3}{3}\right) = «answer:.0f»$$
        """,
        en=r"""
        The quantal content is $«N» \times «chance» = «content:.1f»$, so
        $«content:.1f» \times «f» \times «v» = «released:.0f»$ molecules are released a second.

        $$«released:.0f» \times \left(1 + \tfrac{3}{3}\right) = «answer:.0f»$$
        """,
    ),
)

# --- from uptake to tonic conductance to the drive that is needed -----------------------------------------------------

W_given = Given("W", "V", "µM/s", "0.6", "2.4", "0.2", first="1.2")
g0_given = Given("g0", r"g_0", "nS", "1", "4", "0.5", first="2")
W, g0 = W_given.sympy, g0_given.sympy
CAPACITY, ENTERS = sympy.Float("3.2"), sympy.Float("0.1")


def ambient(capacity):
    return ambient_gaba_model.expression("control", V1=capacity, V3=0, J=ENTERS, K=10, lowest=0)


def occupied(concentration):
    return gabaa_receptors_model.expression("saturation_delta", GABA=concentration, EC50_delta=1)


_before, _after = ambient(CAPACITY), ambient(W)
_gain = occupied(_after) / occupied(_before)
_added = g0 * (_gain - 1)
DRIVE = THRESHOLD - E_INHIBITION

tonic_drug = Exercise(
    id="ei-synthesis-uptake-to-drive",
    revision=1,
    section=SECTION,
    source="4479348",
    minutes=8,
    title=Text(zh="摄取减慢，细胞要多少驱动", en="Slower uptake, and the drive a cell then needs"),
    teaches=Text(
        zh="摄取、环境 GABA、δ 受体的占有率和阈值处的电流，一环接一环。",
        en="Uptake, ambient GABA, occupancy of δ receptors and the current at threshold, link by link.",
    ),
    statement=prose(
        zh="""
        细胞外液每秒流入 0.1 µM GABA，转运体的米氏常数 10 µM，合计的最大摄取速率 3.2 µM/s；一种药使它降到 «W» µM/s。
        紧张性电导与 δ 受体的占有率成正比（EC₅₀ 1 µM，希尔系数 1），用药前是 «g0» nS，反转电位 −66 mV。
        要达到 −50 mV 的阈值，用药后比用药前要多注入多少电流（pA）？
        """,
        en="""
        GABA enters the extracellular space at 0.1 µM/s; the transporters have a Michaelis constant of 10 µM and
        together a greatest uptake of 3.2 µM/s, which a drug lowers to «W» µM/s. A tonic conductance proportional to the
        occupancy of δ receptors (EC₅₀ 1 µM, Hill coefficient 1) is «g0» nS before the drug and reverses at −66 mV. To
        bring the cell to its threshold of −50 mV, how much more current, in pA, must be injected with the drug than
        before?
        """,
    ),
    givens=(W_given, g0_given),
    answer=_added * DRIVE,
    unit="pA",
    atol=0.3,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "proportional",
            g0 * (_after / _before - 1) * DRIVE,
            Text(
                zh="你让电导随浓度成正比增大。受体会饱和：先由 *G*/(*G* + EC₅₀) 求占有率。",
                en="You let the conductance grow with the concentration. Receptors saturate: find the occupancy, "
                "*G*/(*G* + EC₅₀), first.",
            ),
        ),
        Misconception(
            "at_rest",
            _added * (REST - E_INHIBITION),
            Text(
                zh="驱动力用成了静息时的 1 mV。细胞要到 −50 mV，那里的驱动力是 16 mV。",
                en="You took the 1 mV of driving force at rest. The cell has to reach −50 mV, where it is 16 mV.",
            ),
        ),
        Misconception(
            "whole",
            g0 * _gain * DRIVE,
            Text(
                zh="这是用药后全部紧张性电流。题目问的是比用药前多了多少。",
                en="That is all of the tonic current with the drug. The question is how much more than before.",
            ),
        ),
    ),
    steps={"before": _before, "after": _after, "gain": _gain, "added": _added},
    right=Text(
        zh="对。环境 GABA 升得多，占有率升得少些，因为受体在饱和；而细胞感到的是阈值处的外向电流。",
        en="Right. Ambient GABA rises more than occupancy does, since receptors saturate; and what the cell feels is "
        "an "
        "outward current at threshold.",
    ),
    hints=(
        Text(
            zh="稳态时摄取等于流入：*G* = *KJ*/(*V* − *J*)，*K* 是米氏常数，*J* 是流入，*V* 是最大摄取速率。"
            "用药前后各求一次。",
            en="In a steady state uptake equals what enters: *G* = *KJ*/(*V* − *J*), with *K* the Michaelis constant, "
            "*J* the inflow and *V* the greatest uptake. Find it before and with the drug.",
        ),
        Text(
            zh="*G* 由 «before:.3f» 升到 «after:.3f» µM，占有率升到 «gain:.3f» 倍。",
            en="*G* goes from «before:.3f» to «after:.3f» µM, and occupancy up «gain:.3f»-fold.",
        ),
    ),
    solution=prose(
        zh=r"""
        用药前 $G = 10 \times 0.1/(3.2 - 0.1) = «before:.4f»\ \mu\text{M}$，
        用药后 $10 \times 0.1/(«W» - 0.1) = «after:.4f»\ \mu\text{M}$。
        占有率 $G/(G+1)$ 升到 $«gain:.3f»$ 倍，电导增加 $«g0» \times («gain:.3f» - 1) = «added:.3f»\ \text{nS}$。

        $$«added:.3f» \times (-50 + 66) = «answer:.1f»\ \text{pA}$$
        """,
        en=r"""
        Before, $G = 10 \times 0.1/(3.2 - 0.1) = «before:.4f»\ \mu\text{M}$;
        with the drug $10 \times 0.1/(«W» - 0.1) = «after:.4f»\ \mu\text{M}$.
        Occupancy $G/(G+1)$ rises $«gain:.3f»$-fold, and the conductance by
        $«g0» \times («gain:.3f» - 1) = «added:.3f»\ \text{nS}$.

        $$«added:.3f» \times (-50 + 66) = «answer:.1f»\ \text{pA}$$
        """,
    ),
)

# --- a benzodiazepine and the gamma rhythm ----------------------------------------------------------------------------

tau_given = Given("tau", r"\tau_\mathrm{I}", "ms", "6", "14", "1", first="10")
s_given = Given("s", "s", "", "1.4", "2.5", "0.1", first="1.5")
tau, s = tau_given.sympy, s_given.sympy


def cycle(output, tau_I):
    return ping_cycle_model.expression(output, tau_I=tau_I, drive=4, g_0=sympy.Float("0.5"), E_I=-75, delay=3)


_slow = cycle("frequency", s * tau)
_usual = cycle("frequency", tau)

gamma = Exercise(
    id="ei-synthesis-diazepam-gamma",
    revision=1,
    section=SECTION,
    source="4479355",
    minutes=6,
    title=Text(zh="地西泮之后的 γ 频率", en="The gamma rhythm after diazepam"),
    teaches=Text(
        zh="IPSC 延长到 *s* 倍，γ 的周期只有等待的那一段跟着延长。",
        en="With IPSCs lasting *s* times as long, only the waiting part of a gamma cycle grows as much.",
    ),
    statement=prose(
        zh="""
        按 PING 的慢变近似，周期等于延迟 3 ms 加上抑制的衰减时间常数乘 ln 5，
        因为一次齐射打开的抑制电导是恰好放行的 5 倍。
        时间常数是 «tau» ms。地西泮使 GABA 的亲和力提高，IPSC 延长到 «s» 倍，峰值和驱动不变。
        用药后的频率是多少？
        """,
        en="""
        In the quasi-steady picture of PING the period is the delay, 3 ms, plus the decay time constant of inhibition
        times ln 5, as a volley opens 5 times the inhibitory conductance that just lets the cell fire. The time constant
        is «tau» ms. Diazepam raises the affinity for GABA and makes IPSCs last «s» times as long; peak and drive stay.
        What is the frequency with the drug?
        """,
    ),
    givens=(tau_given, s_given),
    answer=_slow,
    unit="Hz",
    atol=0.2,
    rtol=0.008,
    misconceptions=(
        Misconception(
            "inverse",
            _usual / s,
            Text(
                zh="你让频率与衰减时间成反比。延迟的 3 ms 并不跟着变长。",
                en="You took the frequency as inverse to the decay time. The delay of 3 ms does not grow.",
            ),
        ),
        Misconception(
            "decay_only",
            1000 / (s * tau),
            Text(
                zh="周期不等于衰减时间常数：要等到 1/5，还得乘 ln 5，再加延迟。",
                en="The period is not the decay time: inhibition must fall to a fifth, hence ln 5, and the delay is "
                "added.",
            ),
        ),
        Misconception(
            "unchanged",
            _usual,
            Text(zh="这是用药前的频率。", en="That is the frequency before the drug."),
        ),
    ),
    steps={"longer": s * tau, "wait": cycle("proportional_period", s * tau), "period": cycle("period", s * tau)},
    right=Text(
        zh="对。频率下降得比 1/*s* 少。真实的网络里驱动和强度也会变，所以这只是方向和大约的大小。",
        en="Right. The frequency falls by less than 1/*s*. In a real network drive and strength change too, so this is "
        "the direction and a rough size.",
    ),
    hints=(
        Text(
            zh="先把衰减时间常数乘 «s»，再算周期。",
            en="First multiply the decay time constant by «s», then find the period.",
        ),
        Text(
            zh="等待 «longer:.1f» ms × ln 5 = «wait:.2f» ms，再加 3 ms。",
            en="The wait is «longer:.1f» ms × ln 5 = «wait:.2f» ms; add 3 ms.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$P = 3 + «s» \times «tau» \times \ln 5 = «period:.2f»\ \text{ms}$$

        $$f = \frac{1000}{«period:.2f»} = «answer:.1f»\ \text{Hz}$$
        """,
        en=r"""
        $$P = 3 + «s» \times «tau» \times \ln 5 = «period:.2f»\ \text{ms}$$

        $$f = \frac{1000}{«period:.2f»} = «answer:.1f»\ \text{Hz}$$
        """,
    ),
)

EXERCISES = (sites, chloride_effect, cycle_cost, tonic_drug, gamma)
