"""Exercises on chloride: its equilibrium potential, bicarbonate, transporters, and what makes GABA fire a cell."""

from __future__ import annotations

import math

import sympy

from labsupport.constants import F, R
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import CELSIUS, LN10, LOG10, nernst, thermal
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse import gaba_reversal_potential
from labsupport.synapse.chloride import gaba_reversal_model

SECTION = "chapters/ei/chloride"
PROBLEM = "4479328"

ci_given = Given("ci", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "4", "24", "1", first="10")
co_given = Given("co", r"[\mathrm{Cl^-}]_\mathrm{out}", "mM", "110", "130", "5", first="120")
T_given = Given("T", "T", "K", "306", "312", "1", first="310")
ci, co, T = (g.sympy for g in (ci_given, co_given, T_given))


def chloride(name: str, **changed):
    values = {"Cl_in": ci, "Cl_out": co, "T": T} | changed
    return gaba_reversal_model.expression(name, **values)


E_Cl = chloride("E_Cl")
SIGN = Text(
    zh="符号反了。Cl⁻ 的 *z* = −1，胞外浓度高，平衡电位却是负的。",
    en="The sign is wrong. For Cl⁻ *z* = −1: it is concentrated outside, and its equilibrium potential is negative.",
)

equilibrium = Exercise(
    id="chloride-equilibrium",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=4,
    title=Text(zh="Cl⁻ 的平衡电位", en="The equilibrium potential of chloride"),
    teaches=Text(
        zh="阴离子的能斯特电位：z = −1，对数前多一个负号。",
        en="The Nernst potential of an anion: z = −1 puts a minus before the logarithm.",
    ),
    statement=prose(
        zh="神经元胞外 Cl⁻ «co» mM，胞内 «ci» mM，温度 «T» K。Cl⁻ 的平衡电位是多少 mV？",
        en="A neuron has «co» mM Cl⁻ outside and «ci» mM inside, at «T» K. What is the equilibrium potential "
        "of Cl⁻ in mV?",
    ),
    givens=(ci_given, co_given, T_given),
    answer=E_Cl,
    unit="mV",
    atol=0.3,
    rtol=0.005,
    misconceptions=(
        Misconception("valence_sign", -E_Cl, SIGN),
        Misconception("log10", E_Cl / LN10, LOG10),
        Misconception("celsius", chloride("E_Cl", T=T - 273), CELSIUS),
        Misconception(
            "room_temperature",
            chloride("E_Cl", T=sympy.Float("298.15")),
            Text(
                zh="你用了 25 °C 的 25.7 mV。这里是 «T» K，*RT*/*F* 更大。",
                en="You took 25.7 mV, which is for 25 °C. At «T» K *RT*/*F* is larger.",
            ),
        ),
    ),
    steps={"U": thermal(T), "ratio": co / ci},
    right=Text(
        zh="对。单凭“Cl⁻ 外多内少”还判断不了 GABA 的作用，要拿这个电位与膜电位比。",
        en="Right. That Cl⁻ is concentrated outside does not yet tell what GABA does: compare this with the "
        "membrane potential.",
    ),
    hints=(
        Text(
            zh="Cl⁻ 是阴离子，*z* = −1：能斯特方程的对数前多一个负号。先算 *RT*/*F*，以 mV 计。",
            en="Cl⁻ is an anion, *z* = −1, which puts a minus before the logarithm. Work out *RT*/*F* in mV first.",
        ),
        Text(
            zh="*E*_{Cl} = −(*RT*/*F*) ln([Cl⁻]_{out}/[Cl⁻]_{in})。",
            en="*E*_{Cl} = −(*RT*/*F*) ln([Cl⁻]_{out}/[Cl⁻]_{in}).",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{Cl} = -«U:.2f»\ \text{mV} \times \ln\frac{«co»}{«ci»} = «answer:.2f»\ \text{mV}$$
        """,
        en=r"""
        $$E_\text{Cl} = -«U:.2f»\ \text{mV} \times \ln\frac{«co»}{«ci»} = «answer:.2f»\ \text{mV}$$
        """,
    ),
)

fold_given = Given("fold", "f", "", "1.5", "4.0", "0.5", first="2.0")
fold = fold_given.sympy
_shift = thermal(T) * sympy.log(fold)
doubling = Exercise(
    id="chloride-doubling",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=3,
    title=Text(zh="胞内 Cl⁻ 成倍升高", en="Chloride inside is multiplied"),
    teaches=Text(
        zh="平衡电位的移动只看倍数，不看从哪里起步。",
        en="The shift depends on the factor and not on where one starts.",
    ),
    statement=prose(
        zh="温度 «T» K。胞内 Cl⁻ 升到原来的 «fold» 倍，胞外不变。*E*_{Cl} 改变多少 mV（带正负号）？",
        en="At «T» K Cl⁻ inside rises to «fold» times what it was, outside unchanged. By how many mV does "
        "*E*_{Cl} change? Give the "
        "sign.",
    ),
    givens=(fold_given, T_given),
    answer=_shift,
    unit="mV",
    atol=0.2,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "sign",
            -_shift,
            Text(
                zh="大小对了，方向反了：胞内 Cl⁻ 越多，*E*_{Cl} 负得越少。",
                en="The size is right and the direction is not: the more Cl⁻ inside, the less negative *E*_{Cl}.",
            ),
        ),
        Misconception("log10", _shift / LN10, LOG10),
        Misconception("celsius", thermal(T - 273) * sympy.log(fold), CELSIUS),
        Misconception(
            "whole_decade",
            thermal(T) * LN10,
            Text(
                zh="这是十倍时的移动。这里只有 «fold» 倍。",
                en="That is the shift for a factor of ten. Here it is «fold».",
            ),
        ),
    ),
    steps={"U": thermal(T)},
    right=Text(
        zh="对。无论原来是 5 mM 还是 10 mM，移动都一样大。",
        en="Right, whether it was 5 mM or 10 mM to begin with.",
    ),
    hints=(
        Text(zh="写出前后两个 *E*_{Cl}，相减。", en="Write *E*_{Cl} before and after, and subtract."),
        Text(
            zh="胞外浓度消掉了，只剩 (*RT*/*F*) ln «fold»。",
            en="The outside drops out and (*RT*/*F*) ln «fold» is left.",
        ),
    ),
    solution=prose(
        zh=r"$$\Delta E_\text{Cl} = «U:.2f»\ \text{mV} \times \ln «fold» = «answer:+.2f»\ \text{mV}$$",
        en=r"$$\Delta E_\text{Cl} = «U:.2f»\ \text{mV} \times \ln «fold» = «answer:+.2f»\ \text{mV}$$",
    ),
)

V_given = Given("V", r"V_\mathrm{m}", "mV", "-75", "-60", "1", first="-65")
cd_given = Given("ci", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "4", "24", "1", first="20")
V = V_given.sympy
_df = chloride("DF_Cl", V_m=V)
force = Exercise(
    id="chloride-driving-force",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=5,
    title=Text(zh="静息时 Cl⁻ 的驱动力", en="The driving force on chloride at rest"),
    teaches=Text(
        zh="Cl⁻ 的驱动力是膜电位减 E_Cl，正值为外向电流，即 Cl⁻ 流入。",
        en="The driving force on Cl⁻ is membrane potential less E_Cl; positive is an outward current, which "
        "is Cl⁻ entering.",
    ),
    statement=prose(
        zh="神经元静息在 «V» mV，胞外 Cl⁻ «co» mM，胞内 «ci» mM，«T» K。Cl⁻ 的驱动力是多少 mV（带正负号）？",
        en="A neuron rests at «V» mV with «co» mM Cl⁻ outside and «ci» mM inside, at «T» K. What is the "
        "driving force on Cl⁻ in mV, "
        "with its sign?",
    ),
    givens=(V_given, cd_given, co_given, T_given),
    condition=sympy.Abs(_df) - 1,
    answer=_df,
    unit="mV",
    atol=0.3,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "sign",
            -_df,
            Text(
                zh="相减的次序反了：驱动力是 *V*_{m} − *E*_{Cl}，对阴离子也是如此。",
                en="The order is reversed: the driving force is *V*_{m} − *E*_{Cl}, for an anion too.",
            ),
        ),
        Misconception(
            "valence_sign",
            V + E_Cl,
            Text(
                zh="*E*_{Cl} 的符号错了：*z* = −1，它是负的。",
                en="*E*_{Cl} has the wrong sign: with *z* = −1 it is negative.",
            ),
        ),
        Misconception(
            "only_potential",
            E_Cl,
            Text(
                zh="这是 *E*_{Cl}。驱动力还要用膜电位去减。",
                en="That is *E*_{Cl}. Subtract it from the membrane potential.",
            ),
        ),
    ),
    steps={"E_Cl": E_Cl},
    right=Text(
        zh="对。正值是外向电流，Cl⁻ 流入；负值是内向电流，Cl⁻ 流出。",
        en="Right. Positive is outward current, with Cl⁻ entering; negative is inward, with Cl⁻ leaving.",
    ),
    hints=(
        Text(zh="先求 *E*_{Cl}，是负值。", en="First *E*_{Cl}, which is negative."),
        Text(zh="再算 *V*_{m} − *E*_{Cl}。", en="Then *V*_{m} − *E*_{Cl}."),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{Cl} = «E_Cl:.2f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Cl} = «V» - («E_Cl:.2f») = «answer:+.2f»\ \text{mV}$$
        """,
        en=r"""
        $$E_\text{Cl} = «E_Cl:.2f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Cl} = «V» - («E_Cl:.2f») = «answer:+.2f»\ \text{mV}$$
        """,
    ),
)

Em_given = Given("E", r"E_\mathrm{Cl}", "mV", "-85", "-45", "1", first="-66")
Em = Em_given.sympy
movement = Exercise(
    id="chloride-movement",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=2,
    title=Text(zh="Cl⁻ 往哪边走，电流往哪边算", en="Which way chloride goes, and which way the current"),
    teaches=Text(
        zh="阴离子流入是外向电流。",
        en="An anion that enters is an outward current.",
    ),
    statement=prose(
        zh="膜电位 «V» mV，*E*_{Cl} = «E» mV。只通透 Cl⁻ 的通道打开，会怎样？",
        en="The membrane is at «V» mV and *E*_{Cl} is «E» mV. Channels that pass Cl⁻ only are opened. What happens?",
    ),
    givens=(V_given, Em_given),
    condition=sympy.Abs(V - Em) - sympy.Rational(1, 2),
    answer=sympy.Piecewise((0, Em < V), (1, True)),
    options=(
        Option(
            "enters_outward",
            Text(
                zh="Cl⁻ 流入，电流外向，膜趋于超极化",
                en="Cl⁻ enters, the current is outward, the membrane hyperpolarises",
            ),
            Text(
                zh="膜电位 «V» mV 比 «E» mV 更负，把阴离子推向胞外：Cl⁻ 流出。",
                en="At «V» mV, negative to «E» mV, the voltage pushes the anion out: Cl⁻ leaves.",
            ),
        ),
        Option(
            "leaves_inward",
            Text(
                zh="Cl⁻ 流出，电流内向，膜趋于去极化", en="Cl⁻ leaves, the current is inward, the membrane depolarises"
            ),
            Text(
                zh="膜电位 «V» mV 比 «E» mV 更正，浓度差占了上风：Cl⁻ 流入。",
                en="At «V» mV, positive to «E» mV, the gradient wins: Cl⁻ enters.",
            ),
        ),
        Option(
            "enters_inward",
            Text(
                zh="Cl⁻ 流入，电流内向，膜趋于去极化", en="Cl⁻ enters, the current is inward, the membrane depolarises"
            ),
            Text(
                zh="负电荷流入，等于正电荷流出：那是外向电流，不会去极化。",
                en="Negative charge entering is positive charge leaving: an outward current, which does not "
                "depolarise.",
            ),
        ),
    ),
    right=Text(
        zh="对。先比较膜电位和 *E*_{Cl}，再记住阴离子的流向与电流的方向相反。",
        en="Right. Compare the voltage with *E*_{Cl}, and remember that an anion moves against the direction "
        "of its current.",
    ),
    hints=(
        Text(zh="打开的通道把膜电位拉向 *E*_{Cl}。", en="Open channels pull the voltage towards *E*_{Cl}."),
        Text(zh="阴离子向内走，电流算外向。", en="An anion going in counts as outward current."),
    ),
    solution=prose(
        zh="""
        膜电位从 «V» mV 被拉向 «E» mV。往负的方向，就是外向电流，即 Cl⁻ 流入；往正的方向，就是内向电流，即 Cl⁻ 流出。
        """,
        en="""
        The voltage is pulled from «V» mV to «E» mV. In the negative direction that takes an outward current, Cl⁻
        entering; in the
        positive direction an inward one, Cl⁻ leaving.
        """,
    ),
)

p_given = Given("ratio", r"P_\mathrm{HCO_3}/P_\mathrm{Cl}", "", "0.16", "0.30", "0.02", first="0.20")
cb_given = Given("ci", r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", "4", "14", "1", first="10")
p = p_given.sympy
_BICARBONATE = {"HCO3_in": 15, "HCO3_out": 25}


def gaba(**changed):
    return chloride("E_GABA", **(_BICARBONATE | {"P_HCO3": p} | changed))


_E_HCO3 = nernst(25, 15, -1, T)
bicarbonate = Exercise(
    id="chloride-bicarbonate",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=6,
    title=Text(zh="算上 HCO₃⁻ 的 GABA 反转电位", en="The reversal of GABA, bicarbonate counted"),
    teaches=Text(
        zh="E_GABA 不等于 E_Cl：HCO₃⁻ 使它偏正。",
        en="E_GABA is not E_Cl: bicarbonate makes it more positive.",
    ),
    statement=prose(
        zh="""
        GABA_{A} 受体让 Cl⁻ 通过，也让 HCO₃⁻ 通过，通透性是 Cl⁻ 的 «ratio» 倍。Cl⁻ 胞外 «co» mM、胞内 «ci» mM，
        HCO₃⁻ 胞外 25 mM、胞内 15 mM，«T» K。按 GHK 方程，*E*_{GABA} 是多少 mV？
        """,
        en="""
        GABA_{A} receptors pass Cl⁻ and, «ratio» times as easily, HCO₃⁻. Cl⁻ is «co» mM outside and «ci» mM inside,
        HCO₃⁻ 25 mM
        outside and 15 mM inside, at «T» K. What is *E*_{GABA} in mV, by the GHK equation?
        """,
    ),
    givens=(cb_given, co_given, p_given, T_given),
    answer=gaba(),
    unit="mV",
    atol=0.3,
    rtol=0.003,
    misconceptions=(
        Misconception(
            "chloride_only",
            E_Cl,
            Text(
                zh="这是 *E*_{Cl}，HCO₃⁻ 没有算。",
                en="That is *E*_{Cl}; HCO₃⁻ is missing.",
            ),
        ),
        Misconception(
            "equal_permeability",
            gaba(P_HCO3=1),
            Text(
                zh="你让 HCO₃⁻ 和 Cl⁻ 一样容易通过了。它的浓度要先乘 «ratio»。",
                en="You let HCO₃⁻ pass as easily as Cl⁻. Multiply its concentrations by «ratio» first.",
            ),
        ),
        Misconception(
            "mean_of_potentials",
            (E_Cl + p * _E_HCO3) / (1 + p),
            Text(
                zh="你对 *E*_{Cl} 和 *E*_{HCO₃} 取了加权平均。通透性要在对数里面加权，最后才取对数。",
                en="You took a weighted mean of *E*_{Cl} and *E*_{HCO₃}. Permeabilities weigh concentrations, "
                "inside the logarithm.",
            ),
        ),
        Misconception("sign", -gaba(), SIGN),
    ),
    steps={"above": co + p * 25, "below": ci + p * 15, "U": thermal(T), "E_Cl": E_Cl, "gap": gaba() - E_Cl},
    right=Text(
        zh="对。胞内 Cl⁻ 越低，HCO₃⁻ 的那份就越显眼。",
        en="Right. The less Cl⁻ there is inside, the more the share of HCO₃⁻ shows.",
    ),
    hints=(
        Text(
            zh="两种都是一价阴离子：[Cl⁻] + *p*[HCO₃⁻] 内外各算一个和。",
            en="Both are monovalent anions: form [Cl⁻] + *p*[HCO₃⁻] outside and inside.",
        ),
        Text(zh="*E* = −(*RT*/*F*) ln(外/内)。", en="*E* = −(*RT*/*F*) ln(out/in)."),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{GABA}
        = -«U:.2f»\ \text{mV} \times \ln\frac{«co» + «ratio» \times 25}{«ci» + «ratio» \times 15}$$

        $$= -«U:.2f» \times \ln\frac{«above:.1f»}{«below:.1f»} = «answer:.2f»\ \text{mV}$$

        *E*_{Cl} 是 «E_Cl:.2f» mV，相差 «gap:+.2f» mV。
        """,
        en=r"""
        $$E_\text{GABA}
        = -«U:.2f»\ \text{mV} \times \ln\frac{«co» + «ratio» \times 25}{«ci» + «ratio» \times 15}$$

        $$= -«U:.2f» \times \ln\frac{«above:.1f»}{«below:.1f»} = «answer:.2f»\ \text{mV}$$

        *E*_{Cl} is «E_Cl:.2f» mV, «gap:+.2f» mV away.
        """,
    ),
)

Eth_given = Given("E", r"E_\mathrm{GABA}", "mV", "-49.0", "-40.0", "0.5", first="-48.0")
th_given = Given("th", r"V_\mathrm{th}", "mV", "-55", "-50", "1", first="-50")
rest_given = Given("rest", r"V_\mathrm{rest}", "mV", "-70", "-60", "1", first="-65")
Eth, th, rest = (g.sympy for g in (Eth_given, th_given, rest_given))
_needed = (th - rest) / (Eth - th)
threshold = Exercise(
    id="chloride-threshold",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=5,
    title=Text(zh="GABA 单独要多大才能碰到阈值", en="How much GABA alone reaches threshold"),
    teaches=Text(
        zh="E_GABA 略高于阈值时，GABA 要比漏电导大许多倍，才能单独使细胞放电。",
        en="With E_GABA only just above threshold, GABA must exceed the leak many times to fire the cell alone.",
    ),
    statement=prose(
        zh="""
        细胞静息在 «rest» mV，阈值 «th» mV，*E*_{GABA} = «E» mV。持续的 GABA 电导要达到漏电导的多少倍，
        才能单独把膜电位带到阈值？
        """,
        en="""
        A cell rests at «rest» mV, with threshold at «th» mV and *E*_{GABA} at «E» mV. How many times the leak must
        a steady GABA
        conductance be to bring the cell to threshold alone?
        """,
    ),
    givens=(rest_given, th_given, Eth_given),
    condition=Eth - th - sympy.Rational(3, 4),
    answer=_needed,
    unit="",
    atol=0.02,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverted",
            1 / _needed,
            Text(
                zh="倒过来了。GABA 的驱动力只有 *E*_{GABA} − *V*_{th}，要靠大的电导去补。",
                en="Upside down. GABA's driving force there is only *E*_{GABA} − *V*_{th}: a large "
                "conductance has to make up.",
            ),
        ),
        Misconception(
            "whole_distance",
            (th - rest) / (Eth - rest),
            Text(
                zh="GABA 的驱动力要在阈值处量，是 *E*_{GABA} − *V*_{th}，不是从静息量起。",
                en="Take GABA's driving force at threshold, *E*_{GABA} − *V*_{th}, and not from rest.",
            ),
        ),
        Misconception(
            "any_will_do",
            sympy.Integer(0),
            Text(
                zh="反转电位高于阈值还不够，漏电导在把膜电位拉回静息，GABA 得胜过它。",
                en="A reversal potential above threshold is not enough: the leak pulls back to rest and GABA "
                "must overcome it.",
            ),
        ),
    ),
    steps={"leak": th - rest, "pull": Eth - th},
    right=Text(
        zh="对。阈值再高一点，高过 *E*_{GABA}，多大的电导都不够。",
        en="Right. Were threshold above *E*_{GABA}, no conductance would be enough.",
    ),
    hints=(
        Text(
            zh="膜电位恰好停在阈值时，漏电流与 GABA 电流相抵；两个驱动力都要在阈值处量。",
            en="Where the voltage rests just at threshold, leak and GABA currents cancel; take both driving forces "
            "at threshold.",
        ),
        Text(
            zh="*g*_{L}(*V*_{th} − *V*_{rest}) = *g*(*E*_{GABA} − *V*_{th})，解出 *g*/*g*_{L}。",
            en="*g*_{L}(*V*_{th} − *V*_{rest}) = *g*(*E*_{GABA} − *V*_{th}); solve for *g*/*g*_{L}.",
        ),
    ),
    solution=prose(
        zh=r"$$\frac{g}{g_\text{L}} = \frac{«th» - («rest»)}{«E» - («th»)} = \frac{«leak:.0f»}{«pull:.1f»} = "
        r"«answer:.2f»$$",
        en=r"$$\frac{g}{g_\text{L}} = \frac{«th» - («rest»)}{«E» - («th»)} = \frac{«leak:.0f»}{«pull:.1f»} = "
        r"«answer:.2f»$$",
    ),
)

ko_given = Given("ko", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "2.5", "8.0", "0.5", first="4.0")
ki_given = Given("ki", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "150", "5", first="140")
ko, ki = ko_given.sympy, ki_given.sympy
kcc2 = Exercise(
    id="chloride-kcc2-floor",
    revision=1,
    section=SECTION,
    minutes=5,
    title=Text(zh="KCC2 最低能降到多少", en="How low KCC2 can go"),
    teaches=Text(
        zh="KCC2 借 K⁺ 的梯度搬 Cl⁻，停在 E_Cl = E_K 的地方；K⁺ 升高，Cl⁻ 也跟着升高。",
        en="KCC2 moves Cl⁻ on the gradient of K⁺ and stands still where E_Cl = E_K; if K⁺ outside rises, so "
        "does Cl⁻ inside.",
    ),
    statement=prose(
        zh="""
        KCC2 每次把一个 K⁺ 和一个 Cl⁻ 一起搬过膜，不带净电荷。K⁺ 胞外 «ko» mM、胞内 «ki» mM，Cl⁻ 胞外 «co» mM。
        假如没有别的通路，胞内 Cl⁻ 停在多少 mM？
        """,
        en="""
        KCC2 carries one K⁺ and one Cl⁻ together, with no net charge. K⁺ is «ko» mM outside and «ki» mM inside, Cl⁻
        «co» mM
        outside. If there were no other route, at how many mM would Cl⁻ inside come to rest?
        """,
    ),
    givens=(ko_given, ki_given, co_given),
    answer=co * ko / ki,
    unit="mM",
    atol=0.02,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "gradient_upside_down",
            co * ki / ko,
            Text(
                zh="倒过来了：两侧乘积相等，[K⁺]_{in}[Cl⁻]_{in} = [K⁺]_{out}[Cl⁻]_{out}。",
                en="Upside down. The products are equal: [K⁺]_{in}[Cl⁻]_{in} = [K⁺]_{out}[Cl⁻]_{out}.",
            ),
        ),
        Misconception(
            "passive",
            chloride("Cl_passive", V_m=-65, T=310),
            Text(
                zh="这是按 −65 mV 被动分布的值。KCC2 不带净电荷，膜电位不参与。",
                en="That is the passive distribution at −65 mV. KCC2 carries no net charge, so the voltage has no say.",
            ),
        ),
        Misconception(
            "square_root",
            co * sympy.sqrt(ko / ki),
            Text(
                zh="你开了平方，像是每次带两个 Cl⁻。KCC2 是一比一。",
                en="You took a root, as for two Cl⁻ at a time. KCC2 is one to one.",
            ),
        ),
    ),
    steps={"product": ko * co},
    right=Text(
        zh="对。这时 *E*_{Cl} 等于 *E*_{K}；真实的细胞因为有漏，停在更高的地方。",
        en="Right. *E*_{Cl} equals *E*_{K} there; a real cell leaks and stays above it.",
    ),
    hints=(
        Text(
            zh="停住时，一个 K⁺ 和一个 Cl⁻ 一起过膜的自由能变化为零，电学项互相抵消。",
            en="Where it stands still, carrying one K⁺ and one Cl⁻ across changes no free energy; the electrical "
            "terms cancel.",
        ),
        Text(zh="于是两侧 K⁺ 与 Cl⁻ 的乘积相等。", en="So the products of K⁺ and Cl⁻ on the two sides are equal."),
    ),
    solution=prose(
        zh=r"$$[\mathrm{Cl^-}]_\text{in} = \frac{«ko» \times «co»}{«ki»} = \frac{«product:.0f»}{«ki»} = "
        r"«answer:.2f»\ \text{mM}$$",
        en=r"$$[\mathrm{Cl^-}]_\text{in} = \frac{«ko» \times «co»}{«ki»} = \frac{«product:.0f»}{«ki»} = "
        r"«answer:.2f»\ \text{mM}$$",
    ),
)

EXERCISES = (equilibrium, doubling, force, movement, bicarbonate, threshold, kcc2)

# -- a function ----------------------------------------------------------------------------------------------------


def _gaba(Cl_out, Cl_in, HCO3_out, HCO3_in, p, T, log=math.log, scale=1000):
    return -scale * R * T / F * log((Cl_out + p * HCO3_out) / (Cl_in + p * HCO3_in))


_GABA = (
    "    import math\n"
    "    R, F = 8.314462618, 96485.33212\n"
    "    def gaba_reversal(Cl_out, Cl_in, HCO3_out, HCO3_in, p, T):\n"
    "        outside, inside = Cl_out + p * HCO3_out, Cl_in + p * HCO3_in\n"
    "        return -1000 * R * T / F * math.log(outside / inside)"
)
code = CodeExercise(
    id="code-gaba-reversal",
    revision=1,
    section=SECTION,
    source=PROBLEM,
    minutes=8,
    title=Text(zh="写一个 E_GABA 函数", en="E_GABA as a function"),
    teaches=Text(
        zh="通透性在对数里面加权浓度，对数只取一次。",
        en="Permeabilities weigh concentrations inside the logarithm, which is taken once.",
    ),
    name="gaba_reversal",
    arguments=(
        argument("Cl_out", "mM", "100", "140", "5"),
        argument("Cl_in", "mM", "3", "40", "1"),
        argument("HCO3_out", "mM", "20", "30", "1"),
        argument("HCO3_in", "mM", "8", "18", "1"),
        argument("p", "", "0.10", "0.40", "0.05"),
        argument("T", "K", "290", "312", "1"),
    ),
    unit="mV",
    statement=prose(
        zh="""
        写一个函数 `gaba_reversal(Cl_out, Cl_in, HCO3_out, HCO3_in, p, T)`，按 GHK 方程返回 GABA_{A}
        受体的反转电位，单位 mV。
        浓度以 mM 计，`p` 是 HCO₃⁻ 相对于 Cl⁻ 的通透性，可以是 0；温度以 K 计。
        """,
        en="""
        Write a function `gaba_reversal(Cl_out, Cl_in, HCO3_out, HCO3_in, p, T)` that returns the reversal
        potential of GABA_{A}
        receptors in mV by the GHK equation. Concentrations are in mM, `p` is the permeability of HCO₃⁻ relative to
        Cl⁻, which may
        be 0, and the temperature is in K.
        """,
    ),
    reference=lambda Cl_out, Cl_in, HCO3_out, HCO3_in, p, T: gaba_reversal_potential(
        Cl_in=Cl_in, Cl_out=Cl_out, HCO3_in=HCO3_in, HCO3_out=HCO3_out, P_HCO3=p, T=T
    ),
    special=({"p": 0.0},),
    on_special=Text(
        zh="一般的输入都对，可 {call} 返回了 {value}。*p* = 0 时应当就是 *E*_{Cl}。",
        en="Right for ordinary inputs, but {call} returned {value}. With *p* = 0 it should be *E*_{Cl}.",
    ),
    wrongs=(
        WrongFunction(
            "chloride_only",
            lambda Cl_out, Cl_in, HCO3_out, HCO3_in, p, T: _gaba(Cl_out, Cl_in, 0, 0, 0, T),
            Text(zh="你返回的是 *E*_{Cl}，HCO₃⁻ 没有用上。", en="That returns *E*_{Cl}; HCO₃⁻ is not used."),
        ),
        WrongFunction(
            "cations",
            lambda **given: -_gaba(**given),
            Text(
                zh="每个值都反了号：这是两个阴离子，对数前面有负号。",
                en="Every value has the opposite sign: these are anions, with a minus before the logarithm.",
            ),
        ),
        WrongFunction(
            "equal_permeability",
            lambda Cl_out, Cl_in, HCO3_out, HCO3_in, p, T: _gaba(Cl_out, Cl_in, HCO3_out, HCO3_in, 1, T),
            Text(
                zh="`p` 没有用上：HCO₃⁻ 的浓度要先乘 `p`。",
                en="`p` is not used: it multiplies the HCO₃⁻ concentrations.",
            ),
        ),
        WrongFunction(
            "mean_of_potentials",
            lambda Cl_out, Cl_in, HCO3_out, HCO3_in, p, T: (
                (_gaba(Cl_out, Cl_in, 0, 0, 0, T) + p * _gaba(HCO3_out, HCO3_in, 0, 0, 0, T)) / (1 + p)
            ),
            Text(
                zh="你对两个平衡电位取了加权平均。应当先把 *P* 乘浓度的各项相加，最后取一次对数。",
                en="You took a weighted mean of two equilibrium potentials. Add the products of permeability "
                "and concentration and "
                "take one logarithm last.",
            ),
        ),
        WrongFunction(
            "log10",
            lambda **given: _gaba(**given, log=math.log10),
            Text(
                zh="你用了 log₁₀。方程里是自然对数 `math.log`。",
                en="That is log₁₀. The equation has the natural one, `math.log`.",
            ),
        ),
        WrongFunction(
            "volts",
            lambda **given: _gaba(**given, scale=1),
            Text(zh="数值是以伏计的，请乘以 1000。", en="Your values are in volts: multiply by 1000."),
        ),
    ),
    right=Text(zh="对，*p* = 0 时也对。", en="Right, with *p* = 0 as well."),
    hints=(
        Text(
            zh="内外各算一个和：Cl⁻ 加 *p* 乘 HCO₃⁻。", en="One sum outside and one inside: Cl⁻ plus *p* times HCO₃⁻."
        ),
        Text(zh="阴离子：*E* = −(*RT*/*F*) ln(外/内)。", en="Anions: *E* = −(*RT*/*F*) ln(out/in)."),
    ),
    solution=Text(zh=_GABA, en=_GABA),
)

CODE_EXERCISES = (code,)
