"""Exercises on calcium near an open channel: the 1/r profile, the local potential, and what the current makes of it."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.calcium_microdomain import calcium_current_model, calcium_microdomain_model
from labsupport.exercises.bank.prose import prose
from labsupport.exercises.bank.quantities import LN10, LOG10, nernst, thermal
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ion/calcium_microdomain"

i_given = Given("i", r"i_\mathrm{Ca}", "pA", "0.10", "0.40", "0.02", first="0.20")
r_given = Given("r", "r", "nm", "10", "50", "5", first="20")
bulk_given = Given("bulk", r"C_\infty", "µM", "0.05", "0.20", "0.05", first="0.10")
i, r, bulk = i_given.sympy, r_given.sympy, bulk_given.sympy


def calcium(current, distance, D, rest):
    """Steady Ca2+ in µM in a half-space around the channel's mouth, without buffer."""
    return calcium_microdomain_model.expression(
        "Ca_unbuffered", i_Ca=current, distance=distance, D=D, geometry=2, Ca_bulk=rest
    )


def profile(id: str, D_given: Given, title: Text, extra: tuple[Misconception, ...], *, teaches: Text) -> Exercise:
    """C(r) for one diffusion coefficient."""
    D = D_given.sympy
    answer = calcium(i, r, D, bulk)
    excess = answer - bulk
    return Exercise(
        id=id,
        revision=1,
        section=SECTION,
        source="5027979",
        minutes=7,
        title=title,
        teaches=teaches,
        statement=prose(
            zh="""
            一个 Ca²⁺ 通道的单通道电流为 «i» pA，Ca²⁺ 从通道内口向半球形空间扩散，扩散系数 «D» µm²/s，
            没有缓冲剂，本体浓度 «bulk» µM。稳态时离通道内口 «r» nm 处的 Ca²⁺ 浓度是多少？
            """,
            en="""
            A Ca²⁺ channel carries «i» pA. Ca²⁺ spreads from its inner mouth into a half-space with a diffusion
            coefficient of
            «D» µm²/s, without buffer; the bulk concentration is «bulk» µM. What is the steady Ca²⁺ concentration «r»
            nm away?
            """,
        ),
        givens=(i_given, r_given, D_given, bulk_given),
        answer=answer,
        unit="µM",
        rtol=0.02,
        misconceptions=(
            Misconception(
                "full_sphere",
                bulk + excess / 2,
                Text(
                    zh="你让 Ca²⁺ 向整个球面扩散了。膜挡住了一半，要用 2π*rD*，不是 4π*rD*。",
                    en="You let Ca²⁺ spread over a whole sphere. The membrane bars one half: use 2π*rD*, not 4π*rD*.",
                ),
            ),
            Misconception(
                "valence_forgotten",
                bulk + 2 * excess,
                Text(
                    zh="电流换算成离子流时漏了 *z*：每个 Ca²⁺ 带两个电荷，流量是 *i*/(2*F*)。",
                    en="A factor *z* is missing: each Ca²⁺ carries two charges, so the flow is *i*/(2*F*).",
                ),
            ),
            *extra,
        ),
        steps={
            "excess": excess,
            "flow": i / sympy.Float("2e-6") / sympy.Float("96485.33212"),
            "times": answer / bulk,
        },
        right=Text(
            zh="对。这里是本体浓度的 «times:.0f» 倍；离通道越远，高出本体的部分按 1/*r* 下降。",
            en=(
                "Right. That is «times:.0f» times the bulk concentration; with distance the excess over the bulk falls "
                "as 1/*r*."
            ),
        ),
        hints=(
            Text(
                zh="先把电流换成每秒多少摩尔 Ca²⁺：*i*/(2*F*)。",
                en="Turn the current into moles of Ca²⁺ per second first: *i*/(2*F*).",
            ),
            Text(
                zh="半球里的稳态解：*C* = *C*_{∞} + [*i*/(2*F*)]/(2π*rD*)。注意换成国际单位，1 mol/m³ = 1000 µM。",
                en=(
                    "The steady solution in a half-space is *C* = *C*_{∞} + [*i*/(2*F*)]/(2π*rD*). In SI, 1 mol/m³ "
                    "is 1000 µM."
                ),
            ),
        ),
        solution=prose(
            zh=r"""
            $$C = C_\infty + \frac{i}{2F}\cdot\frac{1}{2\pi r D}$$

            $$\phantom{C} = «bulk» + «excess:.1f» = «answer:.1f»\ \mu\text{M}$$

            超出的部分与 $1/r$ 成正比。
            """,
            en=r"""
            $$C = C_\infty + \frac{i}{2F}\cdot\frac{1}{2\pi r D}$$

            $$\phantom{C} = «bulk» + «excess:.1f» = «answer:.1f»\ \mu\text{M}$$

            The excess falls as $1/r$.
            """,
        ),
    )


slow_given = Given("D", "D", "µm²/s", "40", "80", "10", first="60")
fast_given = Given("D", "D", "µm²/s", "200", "240", "10", first="220")

concentration = profile(
    "microdomain-concentration",
    slow_given,
    Text(zh="通道口附近的 Ca²⁺", en="Calcium beside the channel"),
    (),
    teaches=Text(
        zh="单个通道的电流就能把通道口旁的 Ca²⁺ 抬到本体的几百倍、上千倍。",
        en="The current of one channel can raise Ca²⁺ beside its mouth hundreds or thousands of times above the bulk.",
    ),
)
_D = fast_given.sympy
faster_diffusion = profile(
    "microdomain-faster-diffusion",
    fast_given,
    Text(zh="扩散得快一些", en="Faster diffusion"),
    (
        Misconception(
            "proportional",
            bulk + (calcium(i, r, 60, bulk) - bulk) * _D / 60,
            Text(
                zh="你让浓度随 *D* 成正比增大了。扩散越快，Ca²⁺ 散得越开，浓度越低：*D* 在分母上。",
                en="You let the concentration grow with *D*. Faster diffusion spreads Ca²⁺ thinner: *D* divides.",
            ),
        ),
    ),
    teaches=Text(
        zh="扩散越快，稳态时堆积得越少。", en="The faster the diffusion, the less builds up in the steady state."
    ),
)

C_near_given = Given("C_near", r"C(r_1)", "µM", "100.00", "180.00", "0.04", first="137.56")
near_given = Given("near", "r_1", "nm", "20", "30", "5", first="20")
far_given = Given("far", "r_2", "nm", "10", "60", "5", first="10")
C_near, near, far = C_near_given.sympy, near_given.sympy, far_given.sympy
_scaled = bulk + (C_near - bulk) * near / far

distance = Exercise(
    id="microdomain-distance",
    revision=1,
    section=SECTION,
    source="5027979",
    minutes=4,
    title=Text(zh="浓度随距离怎样变", en="With distance"),
    teaches=Text(
        zh="高出本体的部分与距离成反比；本体要先减去。",
        en="The excess over the bulk goes as one over the distance; subtract the bulk first.",
    ),
    statement=prose(
        zh="""
        在离 Ca²⁺ 通道内口 «near» nm 处，稳态 Ca²⁺ 浓度为 «C_near» µM，本体浓度 «bulk» µM，没有缓冲剂。
        离内口 «far» nm 处是多少？
        """,
        en="""
        At «near» nm from the inner mouth of a Ca²⁺ channel the steady Ca²⁺ concentration is «C_near» µM; the bulk is
        at «bulk»
        µM and there is no buffer. What is it at «far» nm?
        """,
    ),
    givens=(C_near_given, near_given, far_given, bulk_given),
    answer=_scaled,
    unit="µM",
    rtol=0.01,
    condition=sympy.Abs(far - near) - 2,
    misconceptions=(
        Misconception(
            "inverse_square",
            bulk + (C_near - bulk) * (near / far) ** 2,
            Text(
                zh="你按 1/*r*² 算了。那是通量密度的规律；稳态浓度随 1/*r* 变。",
                en="You used 1/*r*². That holds for the flux density; the steady concentration goes as 1/*r*.",
            ),
        ),
        Misconception(
            "inverted",
            bulk + (C_near - bulk) * far / near,
            Text(
                zh="比例用反了：离通道越近，浓度越高。",
                en="The proportion is upside down: nearer the channel the concentration is higher.",
            ),
        ),
    ),
    steps={"excess": C_near - bulk},
    right=Text(
        zh="对。稳态时，超出本体的部分与距离成反比。",
        en="Right. In the steady state the excess over the bulk goes as one over the distance.",
    ),
    hints=(
        Text(
            zh="点源附近的稳态浓度，超出本体的部分与 1/*r* 成正比。",
            en="Near a point source the excess over the bulk is proportional to 1/*r*.",
        ),
        Text(
            zh="«near» nm 处超出 «excess:.2f» µM，乘以 «near»/«far»，再加上本体。",
            en="At «near» nm the excess is «excess:.2f» µM; multiply by «near»/«far» and add the bulk.",
        ),
    ),
    solution=prose(
        zh=r"$$C = «bulk» + «excess:.2f»\times\frac{«near»}{«far»} = «answer:.1f»\ \mu\text{M}$$",
        en=r"$$C = «bulk» + «excess:.2f»\times\frac{«near»}{«far»} = «answer:.1f»\ \mu\text{M}$$",
    ),
)

Ca_out_given = Given("Ca_out", r"[\mathrm{Ca^{2+}}]_\mathrm{out}", "mM", "1.0", "2.5", "0.1", first="2.0")
T_given = Given("T", "T", "K", "306", "312", "1", first="310")
Ca_out, T = Ca_out_given.sympy, T_given.sympy


def calcium_potential(
    id: str, inside_given: Given, title: Text, statement: Text, right: Text, *, teaches: Text
) -> Exercise:
    """E_Ca for Ca2+ given in mM outside and µM inside."""
    inside = inside_given.sympy
    answer = nernst(Ca_out * 1000, inside, 2, T)
    return Exercise(
        id=id,
        revision=1,
        section=SECTION,
        source="5027979",
        minutes=5,
        title=title,
        teaches=teaches,
        statement=statement,
        givens=(Ca_out_given, inside_given, T_given),
        answer=answer,
        unit="mV",
        atol=0.5,
        rtol=0.005,
        misconceptions=(
            Misconception(
                "valence_forgotten",
                2 * answer,
                Text(
                    zh="*z* 漏掉了：Ca²⁺ 带两个电荷，要除以 2。",
                    en="*z* was left out: Ca²⁺ carries two charges, so divide by 2.",
                ),
            ),
            Misconception(
                "units_mixed",
                nernst(Ca_out, inside, 2, T),
                Text(
                    zh="一侧是 mM，一侧是 µM，没有换成同一单位就相除了。",
                    en="One side is in mM, the other in µM: bring them to one unit before dividing.",
                ),
            ),
            Misconception(
                "swapped",
                -answer,
                Text(
                    zh="大小对了，内外放反了。Ca²⁺ 在胞外多得多，要胞内为正才挡得住。",
                    en=(
                        "The size is right, but inside and outside changed places: Ca²⁺ is far more concentrated "
                        "outside, and only a positive inside could hold it off."
                    ),
                ),
            ),
            Misconception("log10", answer / LN10, LOG10),
            Misconception(
                "celsius",
                nernst(Ca_out * 1000, inside, 2, T - 273),
                Text(
                    zh="温度代入的是摄氏度。*RT* 里的 *T* 是绝对温度，要以开尔文计：«T» K。",
                    en=(
                        "The temperature went in as degrees Celsius. In *RT* it is the absolute temperature, so use "
                        "«T» K."
                    ),
                ),
            ),
        ),
        steps={"RT_2F": thermal(T) / 2, "micro": Ca_out * 1000, "ratio": Ca_out * 1000 / inside},
        right=right,
        hints=(
            Text(
                zh="两侧先换成同一单位：«Ca_out» mM = «micro:.0f» µM。",
                en="One unit for both sides first: «Ca_out» mM is «micro:.0f» µM.",
            ),
            Text(
                zh="*RT*/(2*F*) = «RT_2F:.2f» mV，乘以外比内的自然对数。",
                en="*RT*/(2*F*) is «RT_2F:.2f» mV; multiply it by the natural logarithm of out over in.",
            ),
        ),
        solution=prose(
            zh=rf"""
            $$E_\text{{Ca}} = «RT_2F:.2f»\ \text{{mV}}\times\ln\frac{{«micro:.0f»}}{{«{inside_given.name}»}}$$

            $$\phantom{{E_\text{{Ca}}}} = «answer:+.1f»\ \text{{mV}}$$
            """,
            en=rf"""
            $$E_\text{{Ca}} = «RT_2F:.2f»\ \text{{mV}}\times\ln\frac{{«micro:.0f»}}{{«{inside_given.name}»}}$$

            $$\phantom{{E_\text{{Ca}}}} = «answer:+.1f»\ \text{{mV}}$$
            """,
        ),
    )


bulk_potential = calcium_potential(
    "microdomain-bulk-potential",
    bulk_given,
    title=Text(zh="按本体浓度算 *E*_{Ca}", en="*E*_{Ca} from the bulk"),
    statement=Text(
        zh="胞外 Ca²⁺ 为 «Ca_out» mM，胞内本体为 «bulk» µM，温度 «T» K。*E*_{Ca} 是多少？",
        en="Ca²⁺ is at «Ca_out» mM outside and «bulk» µM in the bulk of the cytosol, at «T» K. What is *E*_{Ca}?",
    ),
    right=Text(
        zh="对。比 *E*_{Na} 还高：两侧浓度相差 «ratio:.0f» 倍，取对数再除以 2 也仍然很大。",
        en=(
            "Right. Higher than *E*_{Na}: the concentrations differ «ratio:.0f»-fold, and even half of that logarithm "
            "is large."
        ),
    ),
    teaches=Text(
        zh="Ca²⁺ 的梯度极陡，对数除以 2 之后，*E*_{Ca} 仍高于 *E*_{Na}。",
        en="Calcium's gradient is so steep that *E*_{Ca} tops *E*_{Na} even after division by 2.",
    ),
)
local_given = Given("local", r"C(r)", "µM", "40.00", "180.00", "0.02", first="137.56")
local_potential = calcium_potential(
    "microdomain-local-potential",
    local_given,
    title=Text(zh="按局部浓度算 *E*_{Ca}", en="*E*_{Ca} beside the channel"),
    statement=prose(
        zh="""
        通道开着的时候，它内口旁边的 Ca²⁺ 升到 «local» µM；胞外为 «Ca_out» mM，温度 «T» K。
        按这个局部浓度，*E*_{Ca} 是多少？
        """,
        en="""
        While a channel is open, Ca²⁺ beside its inner mouth rises to «local» µM; outside it is «Ca_out» mM, at «T»
        K. What is
        *E*_{Ca} for this local concentration?
        """,
    ),
    right=Text(
        zh="对。比按本体的 0.1 µM 算的低了 80 到 100 mV；可是在静息电位附近，电流并不因此少多少。",
        en=(
            "Right. That is 80 to 100 mV lower than for 0.1 µM in the bulk; near rest the current is hardly smaller "
            "for it."
        ),
    ),
    teaches=Text(
        zh="局部浓度高了，通道旁的 *E*_{Ca} 就低了 80 到 100 mV。",
        en="The local concentration lowers *E*_{Ca} beside the channel by 80 to 100 mV.",
    ),
)

V_given = Given("V", r"V_\mathrm{m}", "mV", "-80", "-60", "5", first="-70")
big_given = Given("local", r"C(r)", "µM", "80", "160", "2", first="138")


def fall(kind: str):
    """Share by which the inward current falls from bulk to local Ca2+, in per cent."""
    return 100 * calcium_current_model.expression(
        f"{kind}_fall",
        V_m=V_given.sympy,
        Ca_local=big_given.sympy,
        Ca_bulk=sympy.Float("0.1"),
        Ca_out=2,
        V_ref=0,
        T=310,
    )


local_current = Exercise(
    id="microdomain-current",
    revision=1,
    section=SECTION,
    source="5027979",
    minutes=4,
    title=Text(zh="电流会少多少", en="Does the current notice"),
    teaches=Text(
        zh="梯度极陡时电流不随 *V*_{m} − *E* 线性变化，*E*_{Ca} 降了电流却几乎不变。",
        en="With so steep a gradient current is not linear in *V*_{m} − *E*: *E*_{Ca} falls and the current "
        "hardly changes.",
    ),
    statement=prose(
        zh="""
        膜电位 «V» mV，胞外 Ca²⁺ 2 mM。通道内口旁的 Ca²⁺ 从 0.1 µM 升到 «local» µM，*E*_{Ca} 随之大降。
        按 GHK 电流方程，内向 Ca²⁺ 电流会怎样？
        """,
        en="""
        At «V» mV and 2 mM Ca²⁺ outside, Ca²⁺ beside a channel's inner mouth rises from 0.1 µM to «local» µM, and
        *E*_{Ca} drops
        accordingly. What does the inward Ca²⁺ current do by the GHK current equation?
        """,
    ),
    givens=(V_given, big_given),
    answer=sympy.Integer(0),
    steps={"ghk": fall("ghk"), "ohmic": fall("ohmic")},
    options=(
        Option("unchanged", Text(zh="几乎不变", en="It hardly changes"), Text(zh="", en="")),
        Option(
            "ohmic",
            Text(zh="减小约一半，因为驱动力少了约一半", en="It falls by about half, as the driving force does"),
            Text(
                zh=(
                    "那是欧姆式的推断。内侧 Ca²⁺ 虽涨了约千倍，仍远少于胞外，而胞内的负电位又把它拉住，"
                    "外流与内流相比仍小得可以不计。"
                ),
                en=(
                    "That is the ohmic argument. Even after a rise of about a thousandfold there is far less Ca²⁺ "
                    "inside than outside, and the negative inside holds it back: beside the influx, the efflux is "
                    "still negligible."
                ),
            ),
        ),
        Option(
            "reverses",
            Text(zh="变成外向电流", en="It turns outward"),
            Text(
                zh="*V*_{m} 仍低于局部的 *E*_{Ca}，电流不会反向。",
                en="*V*_{m} is still below the local *E*_{Ca}, so the current cannot reverse.",
            ),
        ),
    ),
    right=Text(
        zh="对。*E*_{Ca} 大降，电流却几乎不变：Ca²⁺ 两侧浓度悬殊，电流根本不是驱动力的线性函数。",
        en="Right. *E*_{Ca} drops and the current hardly notices: with so steep a gradient it is nowhere near linear "
        "in the driving force.",
    ),
    hints=(
        Text(
            zh="GHK 电流是两股单向流之差：由胞外浓度决定的内流，由胞内浓度决定的外流。",
            en="A GHK current is the difference of two one-way flows: influx set by outside, efflux set by inside.",
        ),
        Text(
            zh="在 «V» mV，胞内每摩尔 Ca²⁺ 要爬过 2*F*|*V*_{m}| 的电学能坡才能出去。",
            en="At «V» mV a mole of Ca²⁺ has to climb an electrical energy of 2*F*|*V*_{m}| to get out.",
        ),
    ),
    solution=prose(
        zh="""
        按 GHK 方程，内向电流只减小 «ghk:.2f» %；按欧姆式的驱动力却会算出减小 «ohmic:.0f» %。
        差别在于外流：它与胞内浓度成正比，但在这样负的电位下小得可以不计。
        """,
        en="""
        By the GHK equation the inward current falls by only «ghk:.2f» %; the ohmic driving force would suggest
        «ohmic:.0f» %. The difference lies in the efflux: it is proportional to Ca²⁺ inside, but negligible at so
        negative a voltage.
        """,
    ),
)

EXERCISES = (
    concentration,
    faster_diffusion,
    distance,
    bulk_potential,
    local_potential,
    local_current,
)
