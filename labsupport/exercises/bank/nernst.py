"""Exercises on the equilibrium potential: its sign, its size, its valence, and how few ions make it."""

from __future__ import annotations

import sympy

from labsupport.constants import symbolic
from labsupport.exercises.bank.quantities import LN10, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/nernst"

T_given = Given("T", "T", "K", "306", "312", "1", first="310")
K_out_given = Given("K_out", r"[\mathrm{K^+}]_\mathrm{out}", "mM", "3.0", "8.0", "0.5", first="5.0")
K_in_given = Given("K_in", r"[\mathrm{K^+}]_\mathrm{in}", "mM", "120", "160", "5", first="140")
ratio_given = Given("ratio", r"[X]_\mathrm{out}/[X]_\mathrm{in}", "", "5", "40", "1", first="10")
T, K_out, K_in, ratio = (g.sympy for g in (T_given, K_out_given, K_in_given, ratio_given))
celsius = T - 273

LOG10 = Text(
    zh="这是用 log₁₀ 算出的结果。能斯特方程里是自然对数：ln *x* = 2.303 log₁₀ *x*。",
    en="That is what log₁₀ gives. The Nernst equation has the natural logarithm: ln *x* = 2.303 log₁₀ *x*.",
)
CELSIUS = Text(
    zh="温度用成了摄氏度。*RT* 里的 *T* 是热力学温度，以开尔文计，要用 «T» K。",
    en="The temperature went in as degrees Celsius. In *RT* it is the absolute temperature, so use «T» K.",
)

potassium = Exercise(
    id="nernst-potassium",
    revision=1,
    section=SECTION,
    source="5027974",
    minutes=4,
    title=Text(zh="钾离子的平衡电位", en="Where potassium comes to rest"),
    statement=Text(
        zh=(
            "某细胞内 K⁺ 浓度为 «K_in» mM，细胞外液为 «K_out» mM，膜只让 K⁺ 通过。"
            "在 «celsius:.0f» ℃（«T» K）时，*E*_{K} 是多少？"
        ),
        en=(
            "A cell holds «K_in» mM K⁺, the fluid around it «K_out» mM, and the membrane lets nothing but K⁺ through. "
            "What is *E*_{K} at «celsius:.0f» °C («T» K)?"
        ),
    ),
    givens=(K_out_given, K_in_given, T_given),
    answer=nernst(K_out, K_in, 1, T),
    unit="mV",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "swapped",
            nernst(K_in, K_out, 1, T),
            Text(
                zh="内外浓度放反了。膜电位规定为内减外，与之相配的比值是外比内。再想想：K⁺ 带着正电荷流出去，胞内会变正还是变负？",
                en=(
                    "Inside and outside have changed places. With the membrane potential counted inside minus outside, the "
                    "ratio is out over in. Check by thinking: K⁺ leaves and takes positive charge along, so which way does "
                    "the inside go?"
                ),
            ),
        ),
        Misconception("log10", nernst(K_out, K_in, 1, T) / LN10, LOG10),
        Misconception("celsius", nernst(K_out, K_in, 1, celsius), CELSIUS),
        Misconception(
            "slope_58",
            58 * sympy.log(K_out / K_in) / LN10,
            Text(
                zh="你用了“浓度差 10 倍对应 58 mV”，那是 20 ℃ 时的斜率。这个细胞更暖，斜率也更大：请按 «T» K 重新算 2.303 *RT*/*F*。",
                en=(
                    "You took 58 mV per tenfold ratio, which is the slope at 20 °C. This cell is warmer and its slope is "
                    "steeper: work out 2.303 *RT*/*F* at «T» K."
                ),
            ),
        ),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "ln_ratio": sympy.log(K_out / K_in), "slope": thermal(T) * LN10},
    right=Text(
        zh="对。胞内为负，因为流出去的 K⁺ 把正电荷带走了；电位恰好大到能把继续外流的 K⁺ 拉回来。",
        en=(
            "Right. The inside is negative because the K⁺ that left took positive charge along, and the voltage is just "
            "large enough to hold the rest back."
        ),
    ),
    hints=(
        Text(
            zh="先不算，定符号：K⁺ 顺浓度差往哪边走？它走了以后，胞内带什么电？",
            en="Settle the sign before any arithmetic: which way does K⁺ run down its gradient, and what does that leave behind?",
        ),
        Text(
            zh="用能斯特方程，*z* = +1，外比内，自然对数，温度用开尔文。",
            en="Use the Nernst equation with *z* = +1, out over in, the natural logarithm and kelvin.",
        ),
        Text(
            zh="在 «T» K 时 *RT*/*F* = «RT_F:.2f» mV，再乘以 ln(«K_out»/«K_in»)。",
            en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln(«K_out»/«K_in»).",
        ),
    ),
    solution=Text(
        zh=(
            "K⁺ 的化合价为 +1，能斯特方程为\n\n"
            r"$$E_\mathrm{K} = \frac{RT}{F}\,\ln\frac{[\mathrm{K^+}]_\mathrm{out}}{[\mathrm{K^+}]_\mathrm{in}}$$"
            "\n\n代入数字：\n\n"
            r"$$E_\mathrm{K} = «RT_F:.2f»\ \mathrm{mV}\times\ln\frac{«K_out»}{«K_in»} "
            r"= «RT_F:.2f»\ \mathrm{mV}\times(«ln_ratio:.3f») = «answer:.1f»\ \mathrm{mV}$$"
            "\n\n量级核对：在这个温度，浓度差每 10 倍对应 «slope:.1f» mV；胞内的 K⁺ 更多，所以为负。"
        ),
        en=(
            "K⁺ has valence +1, so the Nernst equation reads\n\n"
            r"$$E_\mathrm{K} = \frac{RT}{F}\,\ln\frac{[\mathrm{K^+}]_\mathrm{out}}{[\mathrm{K^+}]_\mathrm{in}}$$"
            "\n\nWith the numbers,\n\n"
            r"$$E_\mathrm{K} = «RT_F:.2f»\ \mathrm{mV}\times\ln\frac{«K_out»}{«K_in»} "
            r"= «RT_F:.2f»\ \mathrm{mV}\times(«ln_ratio:.3f») = «answer:.1f»\ \mathrm{mV}$$"
            "\n\nA check on the size: at this temperature each tenfold ratio is worth «slope:.1f» mV, and the sign is negative "
            "because K⁺ is more concentrated inside."
        ),
    ),
)

valence_one = Exercise(
    id="nernst-valence-one",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=3,
    title=Text(zh="一价阳离子", en="One charge"),
    statement=Text(
        zh="某种一价阳离子在胞外的浓度是胞内的 «ratio» 倍。在 «celsius:.0f» ℃（«T» K）时，它的平衡电位是多少？",
        en=(
            "A monovalent cation is «ratio» times as concentrated outside the cell as inside. "
            "What is its equilibrium potential at «celsius:.0f» °C («T» K)?"
        ),
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
            Text(
                zh="比值放反了。题目说的是外比内，正好就是方程要的比值；阳离子向内扩散，要靠胞内为正才挡得住。",
                en=(
                    "The ratio is upside down. The question gives out over in, which is just what the equation asks for; "
                    "a cation that wants in is held back by a positive inside."
                ),
            ),
        ),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "ln_ratio": sympy.log(ratio)},
    right=Text(
        zh="对。记住这个数的来历：一价离子每差 10 倍，体温下约值 61 mV。",
        en="Right. Keep the scale in mind: for one charge, a tenfold ratio is worth about 61 mV at body temperature.",
    ),
    hints=(
        Text(
            zh="只要知道外比内的比值就够了，不必知道两个浓度各是多少。",
            en="The ratio out over in is all you need; the two concentrations themselves drop out.",
        ),
        Text(
            zh="*RT*/*F* 在 «T» K 时为 «RT_F:.2f» mV，乘以 ln «ratio»。",
            en="At «T» K, *RT*/*F* is «RT_F:.2f» mV. Multiply it by ln «ratio».",
        ),
    ),
    solution=Text(
        zh=(
            r"$$E = \frac{RT}{zF}\,\ln\frac{c_\mathrm{out}}{c_\mathrm{in}} = «RT_F:.2f»\ \mathrm{mV}\times\ln «ratio» "
            r"= «RT_F:.2f»\ \mathrm{mV}\times «ln_ratio:.3f» = «answer:+.1f»\ \mathrm{mV}$$"
            "\n\n符号为正：阳离子在胞外更多，要向内扩散，胞内必须为正才能挡住它。"
        ),
        en=(
            r"$$E = \frac{RT}{zF}\,\ln\frac{c_\mathrm{out}}{c_\mathrm{in}} = «RT_F:.2f»\ \mathrm{mV}\times\ln «ratio» "
            r"= «RT_F:.2f»\ \mathrm{mV}\times «ln_ratio:.3f» = «answer:+.1f»\ \mathrm{mV}$$"
            "\n\nThe sign is positive: the cation is more concentrated outside and would diffuse in, so the inside has to be "
            "positive to stop it."
        ),
    ),
)

valence_two = Exercise(
    id="nernst-valence-two",
    revision=1,
    section=SECTION,
    source="5028023",
    minutes=3,
    title=Text(zh="二价阳离子", en="Two charges"),
    statement=Text(
        zh="某种二价阳离子（*z* = +2）在胞外的浓度是胞内的 «ratio» 倍。在 «celsius:.0f» ℃（«T» K）时，它的平衡电位是多少？",
        en=(
            "A divalent cation (*z* = +2) is «ratio» times as concentrated outside the cell as inside. "
            "What is its equilibrium potential at «celsius:.0f» °C («T» K)?"
        ),
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
            Text(
                zh="这是一价离子的值，离子价数 *z* 漏掉了。电荷加倍，同样的电场拉力也加倍，挡住同样的浓度差需要多大的电压？",
                en=(
                    "That is the value for a monovalent ion: *z* was left out. With twice the charge the same field pulls "
                    "twice as hard, so how much voltage balances the same gradient?"
                ),
            ),
        ),
        Misconception(
            "multiplied",
            2 * nernst(ratio, 1, 1, T),
            Text(
                zh="你乘了 *z*，而 *z* 应在分母上。电荷多的离子只需要较小的电压就能与浓度差平衡。",
                en="You multiplied by *z*, but it belongs in the denominator: a larger charge needs less voltage, not more.",
            ),
        ),
        Misconception(
            "squared",
            nernst(ratio, 1, 4, T),
            Text(
                zh="你除了两次 *z*。化学项不含 *z*，电学项只含一个 *z*，所以只除一次。",
                en=(
                    "You divided by *z* twice. The chemical term has no *z* and the electrical one has a single *z*, "
                    "so divide once."
                ),
            ),
        ),
        Misconception("log10", nernst(ratio, 1, 2, T) / LN10, LOG10),
        Misconception(
            "swapped",
            -nernst(ratio, 1, 2, T),
            Text(
                zh="大小对了，内外浓度放反了。阳离子在胞外更多，要向内扩散；胞内是正是负才挡得住它？",
                en=(
                    "The size is right, but inside and outside have changed places. The cation wants to come in: must the "
                    "inside be positive or negative to stop it?"
                ),
            ),
        ),
        Misconception("celsius", nernst(ratio, 1, 2, celsius), CELSIUS),
    ),
    steps={"celsius": celsius, "RT_F": thermal(T), "RT_2F": thermal(T) / 2, "ln_ratio": sympy.log(ratio)},
    right=Text(
        zh="对，正好是一价离子的一半：同样的浓度差，电荷加倍，所需的电压减半。",
        en="Right: exactly half of what one charge needs. Same gradient, twice the charge, half the voltage.",
    ),
    hints=(
        Text(
            zh="平衡时电学项 *zFV* 与化学项 *RT* ln(外/内) 相抵。*z* 加倍，*V* 怎样变？",
            en="At equilibrium *zFV* balances *RT* ln(out/in). If *z* doubles, what must *V* do?",
        ),
        Text(
            zh="*RT*/(2*F*) 在 «T» K 时为 «RT_2F:.2f» mV，乘以 ln «ratio»。",
            en="At «T» K, *RT*/(2*F*) is «RT_2F:.2f» mV. Multiply it by ln «ratio».",
        ),
    ),
    solution=Text(
        zh=(
            r"$$E = \frac{RT}{2F}\,\ln\frac{c_\mathrm{out}}{c_\mathrm{in}} = «RT_2F:.2f»\ \mathrm{mV}\times\ln «ratio» "
            r"= «RT_2F:.2f»\ \mathrm{mV}\times «ln_ratio:.3f» = «answer:+.1f»\ \mathrm{mV}$$"
            "\n\n同一浓度比下，一价阳离子需要两倍于此的电压。"
        ),
        en=(
            r"$$E = \frac{RT}{2F}\,\ln\frac{c_\mathrm{out}}{c_\mathrm{in}} = «RT_2F:.2f»\ \mathrm{mV}\times\ln «ratio» "
            r"= «RT_2F:.2f»\ \mathrm{mV}\times «ln_ratio:.3f» = «answer:+.1f»\ \mathrm{mV}$$"
            "\n\nA monovalent cation with the same ratio needs twice this voltage."
        ),
    ),
)

EXERCISES = (potassium, valence_one, valence_two)
