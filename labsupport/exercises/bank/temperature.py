"""Exercises on temperature: how little it moves an equilibrium potential, and what it does move."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.temperature import temperature_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import LN10, LOG10, driving_force, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/temperature"

K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "150", "5", first="140")
Na_out_given = Given("Na_out", r"[\mathrm{Na^+}]_\mathrm{out}", "mM", "130", "150", "5", first="145")
Na_in_given = Given("Na_in", r"[\mathrm{Na^+}]_\mathrm{in}", "mM", "8", "20", "1", first="15")
warm_given = Given("warm", "T_1", "K", "308", "312", "1", first="310")
cold_given = Given("cold", "T_2", "K", "288", "302", "1", first="300")
warm, cold = warm_given.sympy, cold_given.sympy

CELSIUS_SLOPE = Text(
    zh="你用平衡电位除以摄氏温度了。d*E*/d*T* = *E*/*T* 里的 *T* 是绝对温度：«warm» K。",
    en="You divided by the temperature in degrees Celsius. In d*E*/d*T* = *E*/*T*, *T* is absolute: «warm» K.",
)
CELSIUS_RATIO = Text(
    zh="你按摄氏温度之比缩放了。*E* 与绝对温度成正比：要用 «cold» K 比 «warm» K。",
    en=(
        "You scaled by the ratio of Celsius temperatures. *E* is proportional to absolute temperature: «cold» K over "
        "«warm» K."
    ),
)


def slope(ion: str, out_given: Given, in_given: Given, title: Text, sign_note: Text, *, teaches: Text) -> Exercise:
    """dE/dT of K+ or Na+."""
    c_out, c_in = out_given.sympy, in_given.sympy
    name = {"potassium": "K⁺", "sodium": "Na⁺"}[ion]
    key = {"potassium": "K", "sodium": "Na"}[ion]
    value = temperature_model.expression(f"dE_{key}", **{f"{key}_out": c_out, f"{key}_in": c_in, "T": warm})
    return Exercise(
        id=f"temperature-slope-{ion}",
        revision=1,
        section=SECTION,
        source="5027976",
        minutes=4,
        title=title,
        teaches=teaches,
        statement=prose(
            zh=f"""
            {name} 在胞外 «{key}_out» mM，胞内 «{key}_in» mM，浓度不随温度变。在 «warm» K 附近，
            温度每升高 1 K，*E*_{{{key}}} 改变多少（mV/K，带正负号）？
            """,
            en=f"""
            {name} is at «{key}_out» mM outside and «{key}_in» mM inside, and the concentrations do not depend on
            temperature.
            Near «warm» K, how much does *E*_{{{key}}} change per kelvin of warming (in mV/K, with its sign)?
            """,
        ),
        givens=(out_given, in_given, warm_given),
        answer=value,
        unit="mV/K",
        atol=0.003,
        rtol=0.01,
        misconceptions=(
            Misconception("celsius", value * warm / (warm - 273), CELSIUS_SLOPE),
            Misconception("log10", value / LN10, LOG10),
            Misconception(
                "volts",
                value / 1000,
                Text(
                    zh="数值是以 V/K 计的，单位却写成了 mV/K。要么改单位，要么乘以 1000。",
                    en="The number is in V/K but the unit says mV/K. Change the unit or multiply by 1000.",
                ),
            ),
            Misconception(
                "swapped",
                -value,
                Text(
                    zh="大小对了，符号反了：d*E*/d*T* 与 *E* 同号。先看这个平衡电位是正还是负。",
                    en=(
                        "The size is right, the sign is not: d*E*/d*T* has the sign of *E*. Is this potential "
                        "positive or negative?"
                    ),
                ),
            ),
            Misconception(
                "independent",
                sympy.Integer(0),
                Text(
                    zh="平衡电位确实随温度变，只是变得不多：能斯特方程里有 *T*。",
                    en=(
                        "The potential does depend on temperature, if only a little: there is a *T* in the Nernst "
                        "equation."
                    ),
                ),
            ),
        ),
        steps={"E": nernst(c_out, c_in, 1, warm)},
        right=sign_note,
        hints=(
            Text(
                zh="浓度不变时 *E* 与 *T* 成正比，所以 d*E*/d*T* = *E*/*T*。",
                en="At fixed concentrations *E* is proportional to *T*, so d*E*/d*T* = *E*/*T*.",
            ),
            Text(
                zh=f"先求 «warm» K 时的 *E*_{{{key}}}，再除以 «warm» K。",
                en=f"Find *E*_{{{key}}} at «warm» K, then divide by «warm» K.",
            ),
        ),
        solution=prose(
            zh=rf"""
            $$E_\text{{{key}}} = «E:+.1f»\ \text{{mV}}$$

            $$\frac{{dE}}{{dT}} = \frac{{E}}{{T}} = \frac{{«E:.1f»\ \text{{mV}}}}{{«warm»\ \text{{K}}}}$$

            $$\phantom{{\frac{{dE}}{{dT}}}} = «answer:+.3f»\ \text{{mV/K}}$$
            """,
            en=rf"""
            $$E_\text{{{key}}} = «E:+.1f»\ \text{{mV}}$$

            $$\frac{{dE}}{{dT}} = \frac{{E}}{{T}} = \frac{{«E:.1f»\ \text{{mV}}}}{{«warm»\ \text{{K}}}}$$

            $$\phantom{{\frac{{dE}}{{dT}}}} = «answer:+.3f»\ \text{{mV/K}}$$
            """,
        ),
    )


slope_potassium = slope(
    "potassium",
    K_out_given,
    K_in_given,
    Text(zh="*E*_{K} 的温度系数", en="How *E*_{K} depends on temperature"),
    Text(
        zh="对。升温使 *E*_{K} 更负，但每度只有零点几毫伏。",
        en="Right. Warming makes *E*_{K} more negative, by a fraction of a millivolt per degree.",
    ),
    teaches=Text(
        zh="平衡电位与绝对温度成正比，每度变不到半毫伏。",
        en="An equilibrium potential is proportional to absolute temperature: well under a millivolt per degree.",
    ),
)
slope_sodium = slope(
    "sodium",
    Na_out_given,
    Na_in_given,
    Text(zh="*E*_{Na} 的温度系数", en="How *E*_{Na} depends on temperature"),
    Text(
        zh="对。升温使 *E*_{Na} 更正；升温时每个平衡电位都离 0 更远一点。",
        en="Right. Warming makes *E*_{Na} more positive: every equilibrium potential moves a little away from zero.",
    ),
    teaches=Text(
        zh="升温使每个平衡电位都离 0 远一点。", en="Warming moves every equilibrium potential a little away from zero."
    ),
)


def cooled(ion: str, out_given: Given, in_given: Given, title: Text, *, teaches: Text) -> Exercise:
    """E of K+ or Na+ after cooling."""
    c_out, c_in = out_given.sympy, in_given.sympy
    name = {"potassium": "K⁺", "sodium": "Na⁺"}[ion]
    key = {"potassium": "K", "sodium": "Na"}[ion]
    before, after = nernst(c_out, c_in, 1, warm), nernst(c_out, c_in, 1, cold)
    return Exercise(
        id=f"temperature-cooled-{ion}",
        revision=1,
        section=SECTION,
        source="5027976",
        minutes=4,
        title=title,
        teaches=teaches,
        statement=prose(
            zh=f"""
            {name} 在胞外 «{key}_out» mM，胞内 «{key}_in» mM。温度从 «warm» K 降到 «cold» K，浓度不变，
            *E*_{{{key}}} 变成多少？
            """,
            en=f"""
            {name} is at «{key}_out» mM outside and «{key}_in» mM inside. The temperature falls from «warm» K to
            «cold» K while the
            concentrations stay as they are. What is *E*_{{{key}}} now?
            """,
        ),
        givens=(out_given, in_given, warm_given, cold_given),
        answer=after,
        unit="mV",
        atol=0.3,
        rtol=0.003,
        misconceptions=(
            Misconception("celsius_ratio", before * (cold - 273) / (warm - 273), CELSIUS_RATIO),
            Misconception(
                "wrong_direction",
                2 * before - after,
                Text(
                    zh="变化的大小对了，方向反了：*E* 与 *T* 成正比，降温使它靠近 0，不是远离。",
                    en=(
                        "The size of the change is right, its direction is not: *E* is proportional to *T*, so "
                        "cooling brings it nearer 0."
                    ),
                ),
            ),
            Misconception(
                "unchanged",
                before,
                Text(
                    zh="这是降温之前的值。浓度没变，可方程里的 *T* 变了。",
                    en=(
                        "That is the value before cooling. The concentrations are the same, but *T* in the equation "
                        "is not."
                    ),
                ),
            ),
            Misconception("log10", after / LN10, LOG10),
        ),
        steps={"before": before, "RT_F": thermal(cold)},
        right=Text(
            zh="对。降了这么多度，平衡电位只缩小了百分之几。",
            en="Right. All that cooling takes only a few per cent off the potential.",
        ),
        hints=(
            Text(zh="*E* 与绝对温度成正比。", en="*E* is proportional to absolute temperature."),
            Text(
                zh="«warm» K 时是 «before:.1f» mV，乘以 «cold»/«warm»。",
                en="At «warm» K it is «before:.1f» mV; multiply by «cold»/«warm».",
            ),
        ),
        solution=prose(
            zh=rf"""
            $$E_\text{{{key}}} = «before:.1f»\ \text{{mV}}\times\frac{{«cold»}}{{«warm»}} = «answer:+.1f»\ \text{{mV}}$$

            降温使它向 0 靠拢。
            """,
            en=rf"""
            $$E_\text{{{key}}} = «before:.1f»\ \text{{mV}}\times\frac{{«cold»}}{{«warm»}} = «answer:+.1f»\ \text{{mV}}$$

            Cooling brings it nearer to 0.
            """,
        ),
    )


cooled_potassium = cooled(
    "potassium",
    K_out_given,
    K_in_given,
    Text(zh="降温以后的 *E*_{K}", en="*E*_{K} after cooling"),
    teaches=Text(zh="换算到另一个温度，用开尔文的比值。", en="Going to another temperature takes a ratio of kelvins."),
)
cooled_sodium = cooled(
    "sodium",
    Na_out_given,
    Na_in_given,
    Text(zh="降温以后的 *E*_{Na}", en="*E*_{Na} after cooling"),
    teaches=Text(zh="降温使 *E*_{Na} 按比例变小，只有百分之几。", en="Cooling scales *E*_{Na} down by a few per cent."),
)

_K_out, _K_in = K_out_given.sympy, K_in_given.sympy
_before, _after = nernst(_K_out, _K_in, 1, warm), nernst(_K_out, _K_in, 1, cold)

shift_potassium = Exercise(
    id="temperature-shift-potassium",
    revision=1,
    section=SECTION,
    source="5027976",
    minutes=3,
    title=Text(zh="降温移动了多少", en="The shift on cooling"),
    teaches=Text(
        zh="降温只移动几毫伏，解释不了动作电位慢几倍。",
        en="Cooling shifts a potential by millivolts, too little to slow a spike severalfold.",
    ),
    statement=prose(
        zh="""
        某细胞 K⁺ 在胞外 «K_out» mM，胞内 «K_in» mM，温度从 «warm» K 降到 «cold» K。
        *E*_{K} 改变多少（带正负号）？
        """,
        en="""
        A cell has «K_out» mM K⁺ outside and «K_in» mM inside and is cooled from «warm» K to «cold» K. By how much
        does *E*_{K}
        change, sign included?
        """,
    ),
    givens=(K_out_given, K_in_given, warm_given, cold_given),
    answer=_after - _before,
    unit="mV",
    atol=0.1,
    rtol=0.02,
    misconceptions=(
        Misconception(
            "wrong_direction",
            _before - _after,
            Text(
                zh="大小对了，符号反了：*E*_{K} 是负的，降温使它靠近 0，也就是变得不那么负。",
                en=(
                    "The size is right, the sign is not: *E*_{K} is negative, and cooling brings it nearer 0, that "
                    "is, upwards."
                ),
            ),
        ),
        Misconception("celsius_ratio", _before * ((cold - 273) / (warm - 273) - 1), CELSIUS_RATIO),
        Misconception(
            "new_value",
            _after,
            Text(
                zh="这是降温以后的 *E*_{K}。题目问的是改变量：后减前。",
                en="That is *E*_{K} after cooling. The question asks for the change, after minus before.",
            ),
        ),
        Misconception(
            "unchanged",
            sympy.Integer(0),
            Text(
                zh="方程里有 *T*，所以它会变，只是变得不多。",
                en="There is a *T* in the equation, so it does change, though not by much.",
            ),
        ),
    ),
    steps={"before": _before, "dT": cold - warm},
    right=Text(
        zh="对。只有几毫伏，解释不了低温下动作电位为什么会慢几倍。",
        en="Right. A few millivolts cannot account for action potentials that are several times slower.",
    ),
    hints=(
        Text(
            zh="d*E*/d*T* = *E*/*T*，再乘以温度的变化。",
            en="d*E*/d*T* = *E*/*T*; multiply by the change of temperature.",
        ),
        Text(
            zh="«warm» K 时 *E*_{K} = «before:.1f» mV，温度变化 «dT:.0f» K。",
            en="*E*_{K} is «before:.1f» mV at «warm» K, and the temperature changes by «dT:.0f» K.",
        ),
    ),
    solution=prose(
        zh=r"$$\Delta E = «before:.1f»\ \text{mV}\times\frac{«dT:.0f»}{«warm»} = «answer:+.2f»\ \text{mV}$$",
        en=r"$$\Delta E = «before:.1f»\ \text{mV}\times\frac{«dT:.0f»}{«warm»} = «answer:+.2f»\ \text{mV}$$",
    ),
)

V_given = Given("V", r"V_\mathrm{m}", "mV", "-80", "-50", "5", first="-70")
E_Cl_given = Given("E_Cl", r"E_\mathrm{Cl}", "mV", "-78", "-53", "1", first="-65")
V, E_Cl = V_given.sympy, E_Cl_given.sympy
_moved = E_Cl * cold / warm

clamped = Exercise(
    id="temperature-driving-force-clamped",
    revision=1,
    section=SECTION,
    source="5027976",
    minutes=5,
    title=Text(zh="钳住电位再降温", en="Clamped and cooled"),
    teaches=Text(
        zh="驱动力是两个大数之差，*E* 变百分之几，它可能变许多。",
        en="A driving force is a small difference of large numbers, so a few per cent of *E* can be much of it.",
    ),
    statement=prose(
        zh="""
        神经元的膜电位钳在 «V» mV。«warm» K 时 *E*_{Cl} 为 «E_Cl» mV；降到 «cold» K，浓度不变。
        此时 Cl⁻ 的驱动力 *V*_{m} − *E*_{Cl}（带正负号）是多少？
        """,
        en="""
        A neuron is clamped at «V» mV. At «warm» K its *E*_{Cl} is «E_Cl» mV; it is cooled to «cold» K without any
        change of
        concentrations. What is the driving force on Cl⁻, *V*_{m} − *E*_{Cl}, sign included?
        """,
    ),
    givens=(V_given, E_Cl_given, warm_given, cold_given),
    answer=driving_force(V, _moved),
    unit="mV",
    atol=0.15,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "unchanged",
            V - E_Cl,
            Text(
                zh="膜电位被钳住了，*E*_{Cl} 却随温度移动。先把它换算到 «cold» K。",
                en="The voltage is clamped, but *E*_{Cl} moves with temperature. Convert it to «cold» K first.",
            ),
        ),
        Misconception(
            "reversed",
            _moved - V,
            Text(
                zh="大小对了，减法的次序反了：驱动力是 *V*_{m} − *E*_{Cl}，阴离子也一样。",
                en="The size is right, the order is not: the driving force is *V*_{m} − *E*_{Cl}, for an anion too.",
            ),
        ),
        Misconception("celsius_ratio", V - E_Cl * (cold - 273) / (warm - 273), CELSIUS_RATIO),
        Misconception(
            "wrong_direction",
            V - E_Cl * (2 * warm - cold) / warm,
            Text(
                zh="*E*_{Cl} 移动的方向反了：降温使它靠近 0。",
                en="*E*_{Cl} went the wrong way: cooling brings it nearer 0.",
            ),
        ),
    ),
    steps={"E_cold": _moved},
    right=Text(
        zh="对。驱动力是两个大数之差，平衡电位移动百分之几，它就可能变很多。",
        en="Right. A driving force is a small difference of large numbers: a few per cent of *E* can be much of it.",
    ),
    hints=(
        Text(
            zh="*E*_{Cl} 与绝对温度成正比，*V*_{m} 被钳住不动。",
            en="*E*_{Cl} is proportional to *T*; *V*_{m} is held.",
        ),
        Text(
            zh="«cold» K 时 *E*_{Cl} = «E_Cl» mV × «cold»/«warm»。",
            en="At «cold» K, *E*_{Cl} is «E_Cl» mV × «cold»/«warm».",
        ),
    ),
    solution=prose(
        zh=r"""
        $$E_\text{Cl} = «E_Cl»\ \text{mV}\times\frac{«cold»}{«warm»} = «E_cold:.1f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Cl} = («V») - («E_cold:.1f») = «answer:+.2f»\ \text{mV}$$
        """,
        en=r"""
        $$E_\text{Cl} = «E_Cl»\ \text{mV}\times\frac{«cold»}{«warm»} = «E_cold:.1f»\ \text{mV}$$

        $$V_\text{m} - E_\text{Cl} = («V») - («E_cold:.1f») = «answer:+.2f»\ \text{mV}$$
        """,
    ),
)

Q10_given = Given("Q10", "Q_{10}", "", "2.5", "4.0", "0.5", first="3.0")
drop_given = Given("drop", r"\Delta T", "K", "8", "20", "2", first="10")
Q10, drop = Q10_given.sympy, drop_given.sympy

cold_nerve = Exercise(
    id="temperature-cold-nerve",
    revision=1,
    section=SECTION,
    source="5027976",
    minutes=3,
    title=Text(zh="受凉的神经", en="A cold nerve"),
    teaches=Text(
        zh="神经受冷变慢，主要是因为门控变慢，不是因为平衡电位变了。",
        en="Cold slows a nerve chiefly through gating, not through equilibrium potentials.",
    ),
    statement=prose(
        zh="""
        一根神经从 310 K 冷却了 «drop» K，动作电位明显变宽、变慢。通道门控的 *Q*_{10} 约为 «Q10»，
        平衡电位与 *T* 成正比。变慢主要是因为什么？
        """,
        en="""
        A nerve is cooled by «drop» K from 310 K, and its action potentials become much broader and slower. Channel
        gating has
        a *Q*_{10} of about «Q10»; equilibrium potentials are proportional to *T*. What is the main cause?
        """,
    ),
    givens=(Q10_given, drop_given),
    answer=sympy.Integer(1),
    steps={"slower": Q10 ** (drop / 10), "percent": drop / sympy.Float("3.1")},
    options=(
        Option(
            "driving_force",
            Text(zh="平衡电位变了，驱动力跟着变小", en="Equilibrium potentials shift, so driving forces shrink"),
            Text(
                zh="算一算：平衡电位只变了百分之几，门控的速率却连一半也不到了。哪个能让动作电位慢这么多？",
                en=(
                    "Work it out: equilibrium potentials change by a few per cent, while gating falls to less than "
                    "half its rate. Which of the two can make action potentials so much slower?"
                ),
            ),
        ),
        Option(
            "gating",
            Text(zh="通道开关得慢了，速率不到原来的一半", en="Channel gating has slowed to less than half its rate"),
            Text(zh="", en=""),
        ),
        Option(
            "pump",
            Text(zh="钠钾泵慢了，浓度差已经耗掉", en="The pump has slowed and the gradients have run down"),
            Text(
                zh="浓度差要几分钟到几小时才会耗掉，动作电位变慢却是立刻发生的。",
                en="Gradients take minutes to hours to run down; action potentials are slower at once.",
            ),
        ),
    ),
    right=Text(
        zh="对。冷却使平衡电位改变百分之几，使门控慢到 1/«slower:.1f»。",
        en="Right. Cooling changes equilibrium potentials by a few per cent and slows gating «slower:.1f»-fold.",
    ),
    hints=(
        Text(
            zh="分别算两种变化：*E* 变为原来的 (310 − «drop»)/310 倍。",
            en="Compute both changes: *E* becomes (310 − «drop»)/310 of what it was.",
        ),
        Text(
            zh="门控的速率要除以 «Q10» 的 («drop»/10) 次方。",
            en="The rate of gating is divided by «Q10» to the power «drop»/10.",
        ),
    ),
    solution=prose(
        zh="""
        平衡电位改变 «percent:.1f» %；门控慢到原来的 1/«slower:.1f»。变慢的主因是门控。
        """,
        en="""
        Equilibrium potentials change by «percent:.1f» %; gating slows by a factor of «slower:.1f». Gating is the
        main cause.
        """,
    ),
)

EXERCISES = (
    slope_potassium,
    slope_sodium,
    cooled_potassium,
    shift_potassium,
    cooled_sodium,
    clamped,
    cold_nerve,
)
