"""Exercises on synaptic currents: conductance and driving force, weighted means, the shunt, and balance."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse import reversal_potential
from labsupport.synapse.conductance import (
    conductance_balance_model,
    mixed_cation_channel_model,
    steady_integration_model,
    synaptic_current_model,
)

SECTION = "chapters/ei/synaptic_current"
PROBLEM = "4479328"

# -- one synapse ---------------------------------------------------------------------------------------------------

N_given = Given("N", r"N_\mathrm{open}", "", "20", "200", "10", first="50")
gamma_given = Given("gamma", r"\gamma", "pS", "8", "30", "1", first="20")
V_given = Given("V", r"V_\mathrm{m}", "mV", "-80", "-55", "1", first="-65")
E_given = Given("E", r"E_\mathrm{rev}", "mV", "-10", "10", "1", first="0")
N, gamma, V, E = (g.sympy for g in (N_given, gamma_given, V_given, E_given))


def current_at(name: str):
    return synaptic_current_model.expression(name, N_open=N, gamma=gamma, V_m=V, E_rev=E)


current = Exercise(
    id="synapse-current",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=4,
    title=Text(zh="静息时的谷氨酸突触电流", en="A glutamate current at rest"),
    teaches=Text(
        zh="突触电流等于开放通道的电导乘以驱动力，内向为负。",
        en="The current is the conductance of the open channels times the driving force, inward negative.",
    ),
    statement=prose(
        zh="""
        一个突触有 «N» 个受体通道同时开放，单通道电导 «gamma» pS，反转电位 «E» mV，膜电位 «V» mV。
        电流是多少 pA？外向为正，请带正负号。
        """,
        en="""
        A synapse has «N» receptor channels open at once, of «gamma» pS each, with a reversal potential of «E» mV,
        in a cell
        at «V» mV. What is the current in pA, outward positive, with its sign?
        """,
    ),
    givens=(N_given, gamma_given, V_given, E_given),
    answer=current_at("I"),
    unit="pA",
    atol=0.2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inward_positive",
            -current_at("I"),
            Text(
                zh="大小对了，符号反了。驱动力是 *V*_{m} − *E*_{rev}，这里为负：电流内向，使膜去极化。",
                en="The size is right and the sign is not. The driving force is *V*_{m} − *E*_{rev}, negative "
                "here: the current "
                "is inward and depolarises.",
            ),
        ),
        Misconception(
            "one_channel",
            current_at("I") / N,
            Text(
                zh="这是一个通道的电流。有 «N» 个同时开放，要乘上它。",
                en="That is the current of one channel. «N» of them are open, so multiply.",
            ),
        ),
        Misconception(
            "picosiemens",
            1000 * current_at("I"),
            Text(
                zh="1 pS × 1 mV = 0.001 pA。先把电导换成 nS：1 nS × 1 mV = 1 pA。",
                en="1 pS × 1 mV is 0.001 pA. Put the conductance in nS first: 1 nS × 1 mV = 1 pA.",
            ),
        ),
    ),
    steps={"g": current_at("g_syn"), "DF": current_at("DF")},
    right=Text(
        zh="对。驱动力为负，电流内向，膜去极化。",
        en="Right. The driving force is negative: the current is inward and depolarises.",
    ),
    hints=(
        Text(zh="先求总电导，换成 nS。", en="First the total conductance, in nS."),
        Text(zh="再乘以 *V*_{m} − *E*_{rev}。", en="Then times *V*_{m} − *E*_{rev}."),
    ),
    solution=prose(
        zh=r"""
        $$g_\text{syn} = «N» \times «gamma»\ \text{pS} = «g:.2f»\ \text{nS}$$

        $$I_\text{syn} = «g:.2f»\ \text{nS} \times («V» - («E»))\ \text{mV} = «answer:+.1f»\ \text{pA}$$

        驱动力是 «DF:+.0f» mV，电流内向。
        """,
        en=r"""
        $$g_\text{syn} = «N» \times «gamma»\ \text{pS} = «g:.2f»\ \text{nS}$$

        $$I_\text{syn} = «g:.2f»\ \text{nS} \times («V» - («E»))\ \text{mV} = «answer:+.1f»\ \text{pA}$$

        The driving force is «DF:+.0f» mV and the current inward.
        """,
    ),
)

gNa_given = Given("gNa", r"g_\mathrm{Na}", "nS", "1", "6", "1", first="3")
gK_given = Given("gK", r"g_\mathrm{K}", "nS", "1", "6", "1", first="2")
ENa_given = Given("ENa", r"E_\mathrm{Na}", "mV", "50", "65", "5", first="60")
EK_given = Given("EK", r"E_\mathrm{K}", "mV", "-100", "-80", "5", first="-90")
gNa, gK, ENa, EK = (g.sympy for g in (gNa_given, gK_given, ENa_given, EK_given))
_mean = mixed_cation_channel_model.expression("E_rev", share_Na=gNa / (gNa + gK), E_Na=ENa, E_K=EK)

reversal = Exercise(
    id="synapse-reversal",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=4,
    title=Text(zh="通透两种离子的受体", en="A receptor that passes two ions"),
    teaches=Text(
        zh="反转电位是平衡电位按电导加权的平均。",
        en="The reversal potential is the mean of the equilibrium potentials, weighted by conductance.",
    ),
    statement=prose(
        zh="""
        谷氨酸受体开放时，对 Na⁺ 的电导是 «gNa» nS，对 K⁺ 是 «gK» nS；*E*_{Na} = «ENa» mV，*E*_{K} = «EK» mV。
        两种离子的电流都看作直线，反转电位是多少 mV？
        """,
        en="""
        An open glutamate receptor conducts Na⁺ with «gNa» nS and K⁺ with «gK» nS; *E*_{Na} = «ENa» mV and *E*_{K}
        = «EK» mV.
        Taking both currents as straight lines, what is the reversal potential in mV?
        """,
    ),
    givens=(gNa_given, gK_given, ENa_given, EK_given),
    answer=_mean,
    condition=sympy.Abs(gNa - gK) - sympy.Rational(1, 2),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "plain_mean",
            (ENa + EK) / 2,
            Text(
                zh="这是两个电位的正中间。电导大的离子拉得更有力，要按电导加权。",
                en="That is halfway between the two. The ion with more conductance pulls harder: weight by "
                "conductance.",
            ),
        ),
        Misconception(
            "weights_swapped",
            (gK * ENa + gNa * EK) / (gNa + gK),
            Text(
                zh="权重放反了：«gNa» nS 应乘 *E*_{Na}，«gK» nS 乘 *E*_{K}。",
                en="The weights changed places: «gNa» nS goes with *E*_{Na}, «gK» nS with *E*_{K}.",
            ),
        ),
        Misconception(
            "not_divided",
            gNa * ENa + gK * EK,
            Text(
                zh="还要除以电导之和 «gNa» + «gK»，否则单位是 pA，不是 mV。",
                en="Divide by the sum of the conductances, «gNa» + «gK»; what you have is in pA, not in mV.",
            ),
        ),
    ),
    steps={"above": gNa * ENa + gK * EK, "below": gNa + gK},
    right=Text(
        zh="对。在这个电位上总电流为零，可 Na⁺ 仍在流入，K⁺ 仍在流出。",
        en="Right. The total current is zero there, while Na⁺ still enters and K⁺ still leaves.",
    ),
    hints=(
        Text(
            zh="令 *g*_{Na}(*E*_{rev} − *E*_{Na}) + *g*_{K}(*E*_{rev} − *E*_{K}) = 0。",
            en="Set *g*_{Na}(*E*_{rev} − *E*_{Na}) + *g*_{K}(*E*_{rev} − *E*_{K}) = 0.",
        ),
        Text(zh="解出 *E*_{rev}。", en="Solve for *E*_{rev}."),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{rev}
        = \frac{«gNa» \times «ENa» + «gK» \times («EK»)}{«gNa» + «gK»}$$

        $$= \frac{«above:.0f»}{«below:.0f»} = «answer:+.1f»\ \text{mV}$$
        """,
        en=r"""
        $$E_\text{rev}
        = \frac{«gNa» \times «ENa» + «gK» \times («EK»)}{«gNa» + «gK»}$$

        $$= \frac{«above:.0f»}{«below:.0f»} = «answer:+.1f»\ \text{mV}$$
        """,
    ),
)

_at_reversal = sympy.Abs(gNa * (_mean - ENa))
hidden_flux = Exercise(
    id="synapse-hidden-flux",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=4,
    title=Text(zh="过零处的 Na⁺ 电流", en="Sodium where the current is zero"),
    teaches=Text(
        zh="反转电位处为零的是总电流，各离子的电流大小相等、方向相反。",
        en="At the reversal potential the total current vanishes; those of the ions are equal and opposite.",
    ),
    statement=prose(
        zh="""
        受体对 Na⁺ 的电导 «gNa» nS，对 K⁺ 的电导 «gK» nS，*E*_{Na} = «ENa» mV，*E*_{K} = «EK» mV。
        膜电位正好钳制在反转电位上，Na⁺ 电流是多少 pA？外向为正，请带正负号。
        """,
        en="""
        A receptor conducts Na⁺ with «gNa» nS and K⁺ with «gK» nS; *E*_{Na} = «ENa» mV, *E*_{K} = «EK» mV. The
        membrane is
        clamped exactly at the reversal potential. What is the current of Na⁺ in pA, outward positive, with its sign?
        """,
    ),
    givens=(gNa_given, gK_given, ENa_given, EK_given),
    answer=-_at_reversal,
    unit="pA",
    atol=1,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "zero",
            sympy.Integer(0),
            Text(
                zh="为零的是总电流。Na⁺ 的驱动力是 *E*_{rev} − *E*_{Na}，并不是零。",
                en="It is the total that vanishes. The driving force on Na⁺ is *E*_{rev} − *E*_{Na}, which does not.",
            ),
        ),
        Misconception(
            "outward",
            _at_reversal,
            Text(
                zh="大小对了，方向反了：*E*_{rev} 在 *E*_{Na} 之下，Na⁺ 流入，电流为负。",
                en="The size is right, the direction is not: *E*_{rev} lies below *E*_{Na}, so Na⁺ enters and "
                "its current is "
                "negative.",
            ),
        ),
    ),
    steps={"rev": _mean},
    right=Text(
        zh="对。同样大的 K⁺ 电流流出，总和为零；这两股流动要靠离子泵来补。",
        en="Right. As large a current of K⁺ leaves, and the sum is zero; pumps must make good both.",
    ),
    hints=(
        Text(zh="先求反转电位。", en="First find the reversal potential."),
        Text(zh="再算 *g*_{Na}(*E*_{rev} − *E*_{Na})。", en="Then *g*_{Na}(*E*_{rev} − *E*_{Na})."),
    ),
    solution=prose(
        zh=r"""
        反转电位是 «rev:+.1f» mV。

        $$I_\text{Na} = «gNa»\ \text{nS} \times («rev:+.1f» - «ENa»)\ \text{mV} = «answer:+.0f»\ \text{pA}$$
        """,
        en=r"""
        The reversal potential is «rev:+.1f» mV.

        $$I_\text{Na} = «gNa»\ \text{nS} \times («rev:+.1f» - «ENa»)\ \text{mV} = «answer:+.0f»\ \text{pA}$$
        """,
    ),
)

# -- sorting an input ----------------------------------------------------------------------------------------------

Es_given = Given("E", r"E_\mathrm{rev}", "mV", "-90", "-20", "2", first="-58")
rest_given = Given("rest", r"V_\mathrm{rest}", "mV", "-75", "-65", "5", first="-65")
th_given = Given("th", r"V_\mathrm{th}", "mV", "-51", "-45", "3", first="-51")
Es, rest, th = (g.sympy for g in (Es_given, rest_given, th_given))

sort = Exercise(
    id="synapse-sort",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=3,
    title=Text(zh="与静息比，还是与阈值比", en="Compared with rest, or with threshold?"),
    teaches=Text(
        zh="与静息电位比，分出去极化和超极化；恒定或同时的输入能不能促使放电，要与阈值比。",
        en="Comparison with rest sorts depolarising from hyperpolarising; whether a steady or coincident "
        "input promotes firing "
        "takes a comparison with threshold.",
    ),
    statement=prose(
        zh="""
        细胞静息在 «rest» mV，放电阈值 «th» mV。一个反转电位为 «E» mV 的输入保持开放，电导很大，
        同一处的兴奋同时到来。这个输入单独作用时怎样，又怎样影响同时的兴奋？
        """,
        en="""
        A cell rests at «rest» mV and fires at «th» mV. An input that reverses at «E» mV is held open with a large
        conductance
        while excitation arrives at the same place. What does the input do alone, and to that excitation?
        """,
    ),
    givens=(Es_given, rest_given, th_given),
    condition=sympy.Min(sympy.Abs(Es - rest), sympy.Abs(Es - th)) - sympy.Rational(1, 2),
    answer=sympy.Piecewise((0, Es < rest), (1, Es < th), (2, True)),
    options=(
        Option(
            "hyperpolarises",
            Text(zh="单独使细胞超极化；阻止它放电", en="Alone it hyperpolarises; it keeps the cell from firing"),
            Text(
                zh="反转电位 «E» mV 不低于静息电位 «rest» mV，单独作用不会超极化。",
                en="Its reversal potential, «E» mV, is not below rest, «rest» mV: alone it does not hyperpolarise.",
            ),
        ),
        Option(
            "holds_below",
            Text(
                zh="单独使细胞去极化；却把它拉在阈值之下",
                en="Alone it depolarises; yet it holds the cell below threshold",
            ),
            Text(
                zh="要满足两条：«E» mV 高于静息 «rest» mV，又低于阈值 «th» mV。请逐条核对。",
                en="That takes both: «E» mV above rest, «rest» mV, and below threshold, «th» mV. Check each.",
            ),
        ),
        Option(
            "drives",
            Text(
                zh="单独使细胞去极化，能带到阈值之上", en="Alone it depolarises and can carry the cell past threshold"
            ),
            Text(
                zh="电导再大，也只能把膜电位拉到它的反转电位 «E» mV，而阈值在 «th» mV。",
                en="However large, a conductance pulls the voltage to its reversal potential, «E» mV, no "
                "further; threshold is "
                "«th» mV.",
            ),
        ),
    ),
    right=Text(
        zh="对。这条判据只管电导开放的那段时间；在静息和阈值之间的短暂输入，早到几毫秒反而可能帮忙。",
        en="Right. This holds while the conductance is open; a brief input between rest and threshold may "
        "help when it comes "
        "some milliseconds early.",
    ),
    hints=(
        Text(
            zh="电导很大的输入把膜电位拉向它的反转电位。",
            en="A large conductance pulls the voltage to its reversal potential.",
        ),
        Text(
            zh="反转电位在静息之下、静息与阈值之间，还是阈值之上？",
            en="Does it reverse below rest, between rest and threshold, or above threshold?",
        ),
    ),
    solution=prose(
        zh="""
        膜电位被拉向 «E» mV。低于静息 «rest» mV 就超极化；介于静息与阈值 «th» mV 之间，就去极化，
        但同时到来的兴奋越不过阈值；
        高于阈值，它自己就能使细胞放电。
        """,
        en="""
        The voltage is pulled to «E» mV. Below rest, «rest» mV, that hyperpolarises; between rest and threshold,
        «th» mV, it
        depolarises and yet keeps coincident excitation from threshold; above threshold it can fire the cell by itself.
        """,
    ),
)

# -- adding up -----------------------------------------------------------------------------------------------------

gL_given = Given("gL", r"g_\mathrm{L}", "nS", "5", "15", "5", first="10")
gE_given = Given("gE", r"g_\mathrm{E}", "nS", "4", "10", "1", first="5")
gI_given = Given("gI", r"g_\mathrm{I}", "nS", "15", "40", "5", first="20")
EL_given = Given("EL", r"E_\mathrm{L}", "mV", "-70", "-65", "1", first="-65")
EI_given = Given("EI", r"E_\mathrm{I}", "mV", "-78", "-66", "1", first="-66")
gL, gE, gI, EL, EI = (g.sympy for g in (gL_given, gE_given, gI_given, EL_given, EI_given))


def cell(name: str, **changed):
    values = {"g_L": gL, "g_E": gE, "g_I": gI, "E_L": EL, "E_E": 0, "E_I": EI, "V_th": -50} | changed
    return steady_integration_model.expression(name, **values)


_CELL_ZH = (
    "细胞的漏电导 «gL» nS，静息电位 «EL» mV。兴奋性电导 «gE» nS，反转电位 0 mV；抑制性电导 «gI» nS，反转电位 «EI» mV。"
)
_CELL_EN = (
    "A cell has a leak of «gL» nS and rests at «EL» mV. An excitatory conductance of «gE» nS reverses at 0 "
    "mV, an inhibitory "
    "one of «gI» nS at «EI» mV. "
)

shunt = Exercise(
    id="synapse-shunt",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=6,
    title=Text(zh="分流抑制：膜电位停在哪里", en="Shunting inhibition: where the voltage settles"),
    teaches=Text(
        zh="几个恒定电导的膜电位是反转电位的加权平均，突触后电位不能相加。",
        en="With steady conductances the voltage is the weighted mean of their reversal potentials; "
        "postsynaptic potentials do "
        "not add.",
    ),
    statement=Text(
        zh=_CELL_ZH + "两者同时持续开放，膜电位停在多少 mV？",
        en=_CELL_EN + "Both stay open together. At how many mV does the voltage settle?",
    ),
    givens=(gL_given, gE_given, gI_given, EL_given, EI_given),
    answer=cell("V_both"),
    condition=sympy.Abs(EI - EL) - sympy.Rational(1, 2),
    unit="mV",
    atol=0.1,
    rtol=0.001,
    misconceptions=(
        Misconception(
            "no_effect",
            cell("V_E"),
            Text(
                zh="这是没有抑制时的值。抑制单独引起的变化再小，也给分母加上了 «gI» nS。",
                en="That is the value without inhibition. However little inhibition does alone, it puts «gI» nS into "
                "the denominator.",
            ),
        ),
        Misconception(
            "added",
            cell("V_E") + cell("V_I") - EL,
            Text(
                zh="你把两个突触后电位相加了。分母里是全部电导之和，要一起求加权平均。",
                en="You added the two postsynaptic potentials. The denominator holds all the conductances: take one "
                "weighted mean.",
            ),
        ),
        Misconception(
            "leak_left_out",
            cell("V_both", g_L=0),
            Text(
                zh="漏电导没有算进去：«gL» nS 也在拉，拉向 «EL» mV。",
                en="The leak is missing: «gL» nS pull as well, towards «EL» mV.",
            ),
        ),
        Misconception(
            "excitation_left_out",
            cell("V_I"),
            Text(zh="这是只有抑制时的值，兴奋没有算。", en="That is inhibition alone; excitation is missing."),
        ),
    ),
    steps={"above": gL * EL + gI * EI, "below": gL + gE + gI, "alone": cell("V_E"), "ipsp": cell("from_rest")},
    right=Text(
        zh="对。三个电导一起求平均；抑制从兴奋那里夺走的，比它单独引起的变化更大。",
        en="Right: one mean of three conductances. Inhibition takes more from excitation than it changes alone.",
    ),
    hints=(
        Text(zh="三个电导都要算，漏电导也是。", en="There are three conductances; the leak is one."),
        Text(
            zh="分子是各电导乘各反转电位，兴奋那一项是零；分母是电导之和。",
            en="Above, each conductance times its reversal potential, zero for excitation; below, their sum.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$V
        = \frac{«gL» \times («EL») + «gE» \times 0 + «gI» \times («EI»)}{«gL» + «gE» + «gI»}$$

        $$= \frac{«above:.0f»}{«below:.0f»} = «answer:.2f»\ \text{mV}$$

        只有兴奋是 «alone:.2f» mV；抑制单独使膜电位改变 «ipsp:+.2f» mV。
        """,
        en=r"""
        $$V
        = \frac{«gL» \times («EL») + «gE» \times 0 + «gI» \times («EI»)}{«gL» + «gE» + «gI»}$$

        $$= \frac{«above:.0f»}{«below:.0f»} = «answer:.2f»\ \text{mV}$$

        Excitation alone makes «alone:.2f» mV; inhibition alone changes the voltage by «ipsp:+.2f» mV.
        """,
    ),
)

_cut = 1 - cell("rise_both") / cell("rise")
EIs_given = Given("EI", r"E_\mathrm{I}", "mV", "-67", "-65", "1", first="-66")
shunt_cut = Exercise(
    id="synapse-shunt-cut",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=5,
    title=Text(zh="分流抑制：去极化少了几成", en="Shunting inhibition: how much is taken"),
    teaches=Text(
        zh="抑制有多强，不能由它单独引起的电位变化来判断。",
        en="How strong an inhibition is cannot be read off the potential it makes alone.",
    ),
    statement=Text(
        zh=_CELL_ZH + "加上抑制之后，兴奋引起的稳态去极化（从静息算起）减少了几分之几？用小数回答。",
        en=_CELL_EN
        + "By what fraction does inhibition reduce the steady depolarisation from rest that excitation makes? "
        "Answer as a "
        "decimal number.",
    ),
    givens=(gL_given, gE_given, gI_given, EL_given, EIs_given),
    condition=sympy.Rational(7, 2) - sympy.Abs(EI - EL),
    answer=_cut,
    unit="",
    atol=0.004,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "ipsp_as_strength",
            sympy.Abs(cell("from_rest")) / cell("rise"),
            Text(
                zh="你拿抑制单独引起的电位变化去比了。它确实很小，可兴奋损失的不是这么多：请重新求两者同时的膜电位。",
                en="You compared the potential that inhibition makes alone. It is small, but that is not what "
                "excitation loses: "
                "work out the voltage with both.",
            ),
        ),
        Misconception(
            "what_is_left",
            1 - _cut,
            Text(zh="这是剩下的部分。问的是减少了多少。", en="That is what is left. The question is what was taken."),
        ),
        Misconception(
            "leak_ignored",
            gI / (gE + gI),
            Text(
                zh="漏电导没有算进去，它也在分母里。",
                en="The leak is missing; it stands in the denominator as well.",
            ),
        ),
    ),
    steps={"alone": cell("rise"), "both": cell("rise_both"), "ipsp": cell("from_rest")},
    right=Text(
        zh="对。抑制单独至多移动几毫伏，却夺走这么大一份：它改变的是分母。",
        en="Right. Alone inhibition moves the voltage by a few millivolts at most, and it takes as much as "
        "this: what it changes is the denominator.",
    ),
    hints=(
        Text(
            zh="求两个稳态膜电位：只有兴奋，兴奋加抑制。各减去静息电位。",
            en="Find two steady voltages, with excitation and with both, and subtract rest from each.",
        ),
        Text(zh="减少的比例 = 1 − 两者之比。", en="The fraction taken is 1 less their ratio."),
    ),
    solution=prose(
        zh=r"""
        只有兴奋时去极化 «alone:.2f» mV，两者同时 «both:.2f» mV。

        $$1 - \frac{«both:.2f»}{«alone:.2f»} = «answer:.3f»$$

        抑制单独引起的变化是 «ipsp:+.2f» mV。
        """,
        en=r"""
        Excitation alone depolarises by «alone:.2f» mV, both together by «both:.2f» mV.

        $$1 - \frac{«both:.2f»}{«alone:.2f»} = «answer:.3f»$$

        Inhibition alone changes the voltage by «ipsp:+.2f» mV.
        """,
    ),
)

EG_given = Given("EI", r"E_\mathrm{GABA}", "mV", "-52", "-46", "1", first="-48")
gEd_given = Given("gE", r"g_\mathrm{E}", "nS", "5", "10", "1", first="5")
gLd_given = Given("gL", r"g_\mathrm{L}", "nS", "6", "10", "1", first="10")
ELd_given = Given("EL", r"E_\mathrm{L}", "mV", "-70", "-65", "1", first="-65")
depolarising = Exercise(
    id="synapse-depolarising-gaba",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=6,
    title=Text(zh="使细胞去极化的 GABA", en="A GABA input that depolarises"),
    teaches=Text(
        zh="去极化不等于兴奋：没有它时膜电位若高于它的反转电位，它就把膜电位拉低。",
        en="Depolarising is not excitatory: where the voltage without the input would lie above its reversal "
        "potential, the "
        "input lowers it.",
    ),
    statement=prose(
        zh="""
        细胞的漏电导 «gL» nS，静息电位 «EL» mV；兴奋性电导 «gE» nS，反转电位 0 mV。
        胞内 Cl⁻ 偏高，GABA 电导 «gI» nS 的反转电位是 «EI» mV，单独作用时使细胞去极化。
        两者同时持续开放，膜电位停在多少 mV？
        """,
        en="""
        A cell has a leak of «gL» nS and rests at «EL» mV; an excitatory conductance of «gE» nS reverses at 0 mV.
        Chloride
        inside is high, so that a GABA conductance of «gI» nS reverses at «EI» mV and depolarises the cell when
        alone. Both stay
        open together. At how many mV does the voltage settle?
        """,
    ),
    givens=(gLd_given, gEd_given, gI_given, ELd_given, EG_given),
    condition=cell("V_E") - EI - 1,
    answer=cell("V_both"),
    unit="mV",
    atol=0.1,
    rtol=0.001,
    misconceptions=(
        Misconception(
            "depolarisations_add",
            cell("V_E") + cell("V_I") - EL,
            Text(
                zh="你把两次去极化相加了。膜电位一旦高过 «EI» mV，GABA 的电流就变成外向。",
                en="You added the depolarisations. Once the voltage is past «EI» mV the GABA current is outward.",
            ),
        ),
        Misconception(
            "cannot_lower",
            cell("V_E"),
            Text(
                zh="你认为使细胞去极化的输入不会降低结果。没有 GABA 时膜电位高于 «EI» mV，GABA 把它往下拉。",
                en="You took it that an input which depolarises cannot lower the result. Without GABA the "
                "voltage would lie above "
                "«EI» mV, so GABA pulls it down.",
            ),
        ),
        Misconception(
            "gaba_alone",
            cell("V_I"),
            Text(zh="这是只有 GABA 时的值，兴奋没有算。", en="That is GABA alone; excitation is missing."),
        ),
    ),
    steps={"E_alone": cell("V_E"), "I_alone": cell("V_I"), "change": cell("change")},
    right=Text(
        zh="对。它单独使细胞去极化，与更强的兴奋同时却降低了膜电位。",
        en="Right. Alone it depolarises; with a stronger excitation it lowers the voltage.",
    ),
    hints=(
        Text(zh="三个电导的加权平均，和超极化的抑制一样算。", en="A weighted mean of three, as for any inhibition."),
        Text(zh="再与只有兴奋时的膜电位比一比。", en="Then compare with the voltage that excitation makes alone."),
    ),
    solution=prose(
        zh=r"""
        $$V = \frac{«gL» \times («EL») + «gI» \times («EI»)}{«gL» + «gE» + «gI»} = «answer:.2f»\ \text{mV}$$

        只有 GABA 是 «I_alone:.2f» mV，高于静息；只有兴奋是 «E_alone:.2f» mV，高于 «EI» mV。
        所以 GABA 使结果改变 «change:+.2f» mV。
        """,
        en=r"""
        $$V = \frac{«gL» \times («EL») + «gI» \times («EI»)}{«gL» + «gE» + «gI»} = «answer:.2f»\ \text{mV}$$

        GABA alone makes «I_alone:.2f» mV, above rest; excitation alone makes «E_alone:.2f» mV, above «EI» mV. So
        GABA changes
        the result by «change:+.2f» mV.
        """,
    ),
)

Vat_given = Given("V", "V", "mV", "-64", "-50", "2", first="-60")
EIr_given = Given("EI", r"E_\mathrm{I}", "mV", "-80", "-70", "5", first="-75")
Vat = Vat_given.sympy
balance = Exercise(
    id="synapse-balance",
    revision=1,
    section=SECTION,
    minutes=4,
    title=Text(zh="电流相抵需要怎样的电导", en="Conductances whose currents cancel"),
    teaches=Text(
        zh="两个电流相抵，不等于两个电导相等。",
        en="Currents that cancel do not come from equal conductances.",
    ),
    statement=prose(
        zh="""
        膜电位在 «V» mV。兴奋性电导的反转电位是 0 mV，抑制性电导的是 «EI» mV。
        要使两个突触电流恰好相抵，*g*_{E}/*g*_{I} 应是多少？
        """,
        en="""
        The membrane is at «V» mV. Excitation reverses at 0 mV and inhibition at «EI» mV. What must *g*_{E}/*g*_{I}
        be for the two
        synaptic currents to cancel?
        """,
    ),
    givens=(Vat_given, EIr_given),
    answer=conductance_balance_model.expression("R_balance", E_I=EI, V_at=Vat),
    unit="",
    atol=0.003,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "equal",
            sympy.Integer(1),
            Text(
                zh="电导相等时，兴奋的驱动力 «V» mV 要大得多，两个电流并不相抵。",
                en="With equal conductances excitation, whose driving force is «V» mV, carries far more: the "
                "currents do not "
                "cancel.",
            ),
        ),
        Misconception(
            "inverted",
            -Vat / (Vat - EI),
            Text(
                zh="倒过来了，这是 *g*_{I}/*g*_{E}：驱动力小的抑制需要更大的电导。",
                en="Upside down: that is *g*_{I}/*g*_{E}. Inhibition, with the smaller driving force, needs "
                "the larger "
                "conductance.",
            ),
        ),
        Misconception(
            "potentials",
            -Vat / -EI,
            Text(
                zh="抑制的驱动力是 *V* − *E*_{I}，不是 *E*_{I} 本身。",
                en="The driving force of inhibition is *V* − *E*_{I}, not *E*_{I} itself.",
            ),
        ),
    ),
    steps={"DF_I": Vat - EI, "DF_E": Vat},
    right=Text(
        zh="对。驱动力悬殊，电流相抵时抑制性电导要大好几倍。",
        en="Right. The driving forces differ so much that inhibition needs several times the conductance.",
    ),
    hints=(
        Text(
            zh="先求两个驱动力。电流要大小相等、方向相反。",
            en="Find both driving forces first. The currents must be equal and opposite.",
        ),
        Text(zh="写出 *g*_{E}*V* + *g*_{I}(*V* − *E*_{I}) = 0。", en="Write *g*_{E}*V* + *g*_{I}(*V* − *E*_{I}) = 0."),
    ),
    solution=prose(
        zh=r"""
        驱动力：兴奋 «DF_E:+.0f» mV，抑制 «DF_I:+.0f» mV。

        $$\frac{g_\text{E}}{g_\text{I}} = \frac{«DF_I:.0f»}{-(«DF_E:.0f»)} = «answer:.3f»$$
        """,
        en=r"""
        Driving forces: excitation «DF_E:+.0f» mV, inhibition «DF_I:+.0f» mV.

        $$\frac{g_\text{E}}{g_\text{I}} = \frac{«DF_I:.0f»}{-(«DF_E:.0f»)} = «answer:.3f»$$
        """,
    ),
)

EXERCISES = (current, reversal, hidden_flux, sort, shunt, shunt_cut, depolarising, balance)

# -- a function ----------------------------------------------------------------------------------------------------


def _steady(g_L, g_E, g_I, E_L, E_E, E_I):
    return (g_L * E_L + g_E * E_E + g_I * E_I) / (g_L + g_E + g_I)


_STEADY = (
    "    def steady_voltage(g_L, g_E, g_I, E_L, E_E, E_I):\n"
    "        pairs = [(g_L, E_L), (g_E, E_E), (g_I, E_I)]\n"
    "        return sum(g * E for g, E in pairs) / sum(g for g, E in pairs)"
)
steady = CodeExercise(
    id="code-steady-voltage",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=8,
    title=Text(zh="写一个稳态电位函数", en="The steady voltage as a function"),
    teaches=Text(
        zh="加权平均对任意多个电导都成立，关闭的突触不算数。",
        en="The weighted mean holds for any number of conductances, and a closed synapse does not count.",
    ),
    name="steady_voltage",
    arguments=(
        argument("g_L", "nS", "5", "20", "1"),
        argument("g_E", "nS", "1", "30", "1"),
        argument("g_I", "nS", "1", "60", "1"),
        argument("E_L", "mV", "-75", "-60", "1"),
        argument("E_E", "mV", "-10", "10", "1"),
        argument("E_I", "mV", "-85", "-45", "1"),
    ),
    unit="mV",
    statement=prose(
        zh="""
        写一个函数 `steady_voltage(g_L, g_E, g_I, E_L, E_E, E_I)`，返回三个恒定电导之下的稳态膜电位，单位 mV；
        电导以 nS 计。
        若把电导和反转电位各放进一个列表，函数体对任意多个电导都适用。
        """,
        en="""
        Write a function `steady_voltage(g_L, g_E, g_I, E_L, E_E, E_I)` that returns, in mV, the voltage at which a
        cell with three
        steady conductances settles; conductances are in nS. With conductances and reversal potentials in lists,
        its body serves
        any number of them.
        """,
    ),
    reference=lambda g_L, g_E, g_I, E_L, E_E, E_I: reversal_potential([g_L, g_E, g_I], [E_L, E_E, E_I]),
    special=({"g_E": 0.0}, {"g_I": 0.0}, {"g_E": 0.0, "g_I": 0.0}),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。突触关闭也是正常情形：没有突触电导时应返回漏电导的反转电位。",
        en="Right for ordinary inputs, but {call} returned {value}. A closed synapse is a normal case; "
        "without any the result is "
        "the reversal potential of the leak.",
    ),
    wrongs=(
        WrongFunction(
            "plain_mean",
            lambda g_L, g_E, g_I, E_L, E_E, E_I: (E_L + E_E + E_I) / 3,
            Text(zh="反转电位要按电导加权。", en="Weight the reversal potentials by the conductances."),
        ),
        WrongFunction(
            "leak_in_denominator_only",
            lambda g_L, g_E, g_I, E_L, E_E, E_I: (g_E * E_E + g_I * E_I) / (g_L + g_E + g_I),
            Text(
                zh="分子里少了漏电导那一项 *g*_{L}*E*_{L}。",
                en="The numerator lacks the term of the leak, *g*_{L}*E*_{L}.",
            ),
        ),
        WrongFunction(
            "no_leak",
            lambda g_L, g_E, g_I, E_L, E_E, E_I: _steady(0, g_E, g_I, E_L, E_E, E_I) if g_E + g_I else E_L,
            Text(zh="漏电导没有算进去。", en="The leak is missing."),
        ),
        WrongFunction(
            "sum_of_responses",
            lambda g_L, g_E, g_I, E_L, E_E, E_I: (
                _steady(g_L, g_E, 0, E_L, E_E, E_I) + _steady(g_L, 0, g_I, E_L, E_E, E_I) - E_L
            ),
            Text(
                zh="你把两个突触后电位相加了。分母里是全部电导之和，要一起求平均。",
                en="You added two postsynaptic potentials. The denominator holds all the conductances: take one mean.",
            ),
        ),
    ),
    right=Text(zh="对，突触关闭时也对。", en="Right, with closed synapses as well."),
    hints=(
        Text(
            zh="稳态时各电流之和为零：∑*g*(*V* − *E*) = 0。",
            en="In the steady state the currents sum to zero: ∑*g*(*V* − *E*) = 0.",
        ),
        Text(
            zh="解出 *V*：电导乘反转电位之和，除以电导之和。", en="Solve for *V*: the sum of *gE* over the sum of *g*."
        ),
    ),
    solution=Text(zh=_STEADY, en=_STEADY),
)

CODE_EXERCISES = (steady,)
