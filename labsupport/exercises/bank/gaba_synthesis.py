"""Exercises on the two pools of GABA, and on what a shunt does to firing."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.firing_gain import firing_gain_model
from labsupport.synapse.gaba_synthesis import gaba_steady_model

SECTION = "chapters/ei/gaba_synthesis"
SOURCE = "4479337"

k_given = Given("k", "k", "", "0.02", "0.10", "0.01", first="0.05")
a_given = Given("a", "a", "", "0.00", "0.30", "0.05", first="0.10")
loss_given = Given("loss", "x", "%", "50", "90", "5", first="80")
k, a, loss = (g.sympy for g in (k_given, a_given, loss_given))
left = 1 - loss / 100


BY_67, BY_65, ANCHORED = (sympy.Float(number) for number in ("0.9", "0.1", "0.9"))


def pools(output: str, v67=BY_67, v65=BY_65, anchored=ANCHORED):
    """An output of the two pools with the given exchange; both pools turn over once in a unit of time."""
    return gaba_steady_model.expression(output, v67=v67, v65=v65, anchored=anchored, k_MT=k, k_M=1 - k)


_MODEL_ZH = (
    "两池模型：GAD67 每单位时间在胞质合成 0.9，GAD65 合成 0.1，其中十分之九在末梢。"
    "胞质池每单位时间把 «k» 倍的自身送进末梢，其余代谢掉，总的损失率是 1；末梢池的损失率也是 1。"
)
_MODEL_EN = (
    "In a model with two pools GAD67 makes 0.9 per unit of time in the cytosol; GAD65 makes 0.1, nine tenths of it in "
    "the "
    "terminal. The cytosolic pool sends «k» of itself per unit of time into the terminal and metabolises the rest, "
    "losing 1 in all; the terminal pool loses 1 too. "
)
_TERMINAL = Text(
    zh="末梢池 *T* = 末梢里合成的 + 交换进来的（«k» 乘胞质池 *M*）。",
    en="The terminal pool *T* is what is made there plus what crosses over, «k» times the cytosolic pool *M*.",
)

T_control, M_control = pools("T_pool"), pools("M")
T_free = pools("T_pool", anchored=a)

palmitoylation = Exercise(
    id="gaba-palmitoylation",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=6,
    teaches=Text(zh="酶离开末梢以后的递质池", en="The transmitter pool once its enzyme has left"),
    title=Text(zh="GAD65 离开末梢", en="GAD65 leaves the terminal"),
    statement=Text(
        zh=_MODEL_ZH
        + "阻断棕榈酰化，GAD65 照常工作，但锚在末梢的比例从 0.9 降到 «a»。新的稳态下，末梢池是原来的几倍？",
        en=_MODEL_EN
        + (
            "Palmitoylation is blocked: GAD65 works on, but the share of it anchored in the terminal falls from 0.9 "
            "to «a». "
            "In the new steady state, how large is the terminal pool as a multiple of the old one?"
        ),
    ),
    givens=(k_given, a_given),
    answer=T_free / T_control,
    unit="",
    atol=0.004,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "no_exchange",
            a / sympy.Float("0.9"),
            Text(
                zh="只算了末梢里的合成。末梢还从胞质得到 GABA，而胞质池并没有变小。",
                en="Only synthesis in the terminal was counted. The cytosol feeds it too, and that pool has not "
                "shrunk.",
            ),
        ),
        Misconception(
            "share_of_total",
            sympy.Float("0.9"),
            Text(
                zh="0.9 是“GAD65 的份额全没了”时的总量。酶并没有停工，而且问的是末梢池。",
                en="0.9 is all GABA if the share of GAD65 were lost. The enzyme still works, and the question is about "
                "the terminal pool.",
            ),
        ),
        Misconception(
            "new_over_exchange",
            T_free / (k * M_control),
            Text(
                zh="分母只用了交换进来的部分。应当除以原来的整个末梢池。",
                en="You divided by the exchange alone. Divide by the whole terminal pool as it was.",
            ),
        ),
    ),
    steps={
        "M_new": pools("M", anchored=a),
        "T_new": T_free,
        "T_old": T_control,
        "made": a / 10,
    },
    right=Text(
        zh="对。总量几乎没变，装囊泡的那一池却少了一大截。",
        en="Right. All GABA has hardly changed, but the pool that fills vesicles has shrunk by much.",
    ),
    hints=(
        _TERMINAL,
        Text(
            zh="先求新的胞质池 *M* = 0.9 + 0.1 × (1 − «a»)，再求 *T*，最后与原来的 *T* 相比。",
            en="First the new cytosolic pool, *M* = 0.9 + 0.1 × (1 − «a»); then *T*; then compare with *T* as it was.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$M = 0.9 + 0.1\,(1-«a») = «M_new:.3f», \qquad T = «made:.3f» + «k» \times «M_new:.3f» = «T_new:.4f»$$

        原来 $T = «T_old:.4f»$，所以是原来的 $«answer:.3f»$ 倍。
        """,
        en=r"""
        $$M = 0.9 + 0.1\,(1-«a») = «M_new:.3f», \qquad T = «made:.3f» + «k» \times «M_new:.3f» = «T_new:.4f»$$

        It was $T = «T_old:.4f»$, so the new pool is $«answer:.3f»$ of the old one.
        """,
    ),
)

M_down, T_down = pools("M", v67=left * sympy.Float("0.9")), pools("T_pool", v67=left * sympy.Float("0.9"))
knockdown = Exercise(
    id="gaba-knockdown",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=6,
    teaches=Text(zh="GAD67 减少时的递质池", en="The transmitter pool when GAD67 is low"),
    title=Text(zh="GAD67 减少以后", en="With less GAD67"),
    statement=Text(
        zh=_MODEL_ZH + "敲低 GAD67，使它的合成减少 «loss» %，GAD65 不变。新的稳态下，末梢池是原来的几倍？",
        en=_MODEL_EN
        + (
            "GAD67 is knocked down: its synthesis falls by «loss» %, that of GAD65 stays. In the new steady state, how "
            "large is the terminal pool as a multiple of the old one?"
        ),
    ),
    givens=(k_given, loss_given),
    answer=T_down / T_control,
    unit="",
    atol=0.004,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "separate",
            sympy.Integer(1),
            Text(
                zh="你把两个池当成互不相通。末梢池有一部分是从胞质来的。",
                en="You took the pools to be separate. Part of the terminal pool comes over from the cytosol.",
            ),
        ),
        Misconception(
            "total",
            (M_down + T_down) / (M_control + T_control),
            Text(
                zh="这是 GABA 总量的倍数。末梢池主要由 GAD65 供应，降得少得多。",
                en="That is the multiple of all GABA. The terminal pool is fed mostly by GAD65 and falls far less.",
            ),
        ),
        Misconception(
            "cytosol",
            M_down / M_control,
            Text(
                zh="这是胞质池的倍数。问的是末梢池。",
                en="That is the multiple of the cytosolic pool; the question is about the terminal.",
            ),
        ),
    ),
    steps={"v67": left * sympy.Float("0.9"), "M_new": M_down, "T_new": T_down, "T_old": T_control},
    right=Text(
        zh="对。总量大减，末梢池却保住了大半。",
        en="Right. All GABA falls steeply, and the terminal pool keeps most of its own.",
    ),
    hints=(
        _TERMINAL,
        Text(
            zh="胞质池 *M* = GAD67 剩下的合成 + 未锚定的 GAD65 的 0.01；末梢里的合成仍是 0.09。",
            en="The cytosolic pool is what GAD67 still makes plus 0.01 by GAD65 that is not anchored; the terminal "
            "still "
            "makes 0.09 itself.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$M = «v67:.3f» + 0.01 = «M_new:.3f», \qquad T = 0.09 + «k» \times «M_new:.3f» = «T_new:.4f»$$

        原来 $T = «T_old:.4f»$，所以是原来的 $«answer:.3f»$ 倍。
        """,
        en=r"""
        $$M = «v67:.3f» + 0.01 = «M_new:.3f», \qquad T = 0.09 + «k» \times «M_new:.3f» = «T_new:.4f»$$

        It was $T = «T_old:.4f»$, so the new pool is $«answer:.3f»$ of the old one.
        """,
    ),
)

share = Exercise(
    id="gaba-terminal-share",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(zh="合成份额与供应份额之别", en="A share of synthesis is not a share of supply"),
    title=Text(zh="末梢池靠谁供应", en="Who feeds the terminal pool"),
    statement=Text(
        zh=_MODEL_ZH + "末梢池里有多大比例的 GABA 来自胞质？",
        en=_MODEL_EN + "What share of the GABA in the terminal pool has come from the cytosol?",
    ),
    givens=(k_given,),
    answer=pools("share"),
    unit="",
    atol=0.004,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "synthesis_share",
            sympy.Float("0.9"),
            Text(
                zh="0.9 是 GAD67 占全部合成的份额。它合成的 GABA 大多在胞质里代谢掉了，并没有进末梢。",
                en="0.9 is the share of GAD67 in all synthesis. Most of what it makes is metabolised in the cytosol "
                "and "
                "never enters the terminal.",
            ),
        ),
        Misconception(
            "over_local",
            pools("crossing") / sympy.Float("0.09"),
            Text(
                zh="你除以了末梢里的合成。比例要除以末梢池的全部供应：两者之和。",
                en="You divided by the synthesis in the terminal. The share is of all that feeds it: of the sum of "
                "both.",
            ),
        ),
        Misconception(
            "exchange_rate",
            pools("crossing"),
            Text(
                zh="这是每单位时间交换进来的量，还要除以末梢池的全部供应。",
                en="That is how much crosses per unit of time; divide it by all that feeds the terminal.",
            ),
        ),
    ),
    steps={"M_old": M_control, "crosses": pools("crossing")},
    right=Text(
        zh="对。合成份额是一回事，供应谁是另一回事。",
        en="Right. A share of synthesis is one thing, whom it feeds another.",
    ),
    hints=(
        _TERMINAL,
        Text(
            zh="胞质池 *M* = 0.9 + 0.01 = 0.91；末梢里的合成是 0.09。",
            en="The cytosolic pool is 0.9 + 0.01 = 0.91; the terminal makes 0.09 itself.",
        ),
    ),
    solution=prose(
        zh=r"""
        从胞质来的每单位时间 $«k» \times «M_old:.2f» = «crosses:.4f»$，末梢自己合成 $0.09$。

        $$\frac{«crosses:.4f»}{«crosses:.4f» + 0.09} = «answer:.3f»$$
        """,
        en=r"""
        From the cytosol come $«k» \times «M_old:.2f» = «crosses:.4f»$ per unit of time, and the terminal makes $0.09$.

        $$\frac{«crosses:.4f»}{«crosses:.4f» + 0.09} = «answer:.3f»$$
        """,
    ),
)

newborn_given = Given("rest", "r", "%", "5", "10", "1", first="7")
newborn = Exercise(
    id="gaba-newborn",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    teaches=Text(zh="一个数字的适用范围", en="How far a number reaches"),
    title=Text(zh="“九成”从哪里来", en="Where the nine tenths come from"),
    statement=prose(
        zh="""
        没有 GAD67 的小鼠出生后很快死去。设在一组新生小鼠的皮层里，测得的 GABA 是野生型的 «rest» %。
        由此可以断定什么？
        """,
        en="""
        Mice without GAD67 die soon after birth. Suppose that in the cortex of such newborn mice GABA is found to be
        «rest» % of that of the wild type. What can be concluded?
        """,
    ),
    givens=(newborn_given,),
    answer=sympy.Integer(2),
    options=(
        Option(
            "every_age",
            Text(
                zh="在任何年龄，皮层的 GABA 都有九成以上由 GAD67 合成",
                en="At every age GAD67 makes more than nine tenths of the GABA of cortex",
            ),
            Text(
                zh="这些小鼠没有活到成年。成年脑里的 GAD65 比新生时多得多，这个数字不能外推。",
                en="These mice do not live to grow up. Adult brain has much more GAD65 than newborn brain, and the "
                "number does not carry over.",
            ),
        ),
        Option(
            "phasic",
            Text(
                zh="时相性抑制有九成以上靠 GAD67",
                en="More than nine tenths of phasic inhibition depends on GAD67",
            ),
            Text(
                zh="总量不等于装进囊泡的量。末梢里的一小池可以由另一种酶供应。",
                en="The total is not what fills vesicles: the small pool in the terminal may be fed by the other "
                "enzyme.",
            ),
        ),
        Option(
            "newborn",
            Text(
                zh="新生小鼠皮层的 GABA 大部分靠 GAD67；成年如何，要另做实验",
                en="Most GABA of newborn cortex depends on GAD67; for the adult another experiment is needed",
            ),
            Text(zh="", en=""),
        ),
    ),
    right=Text(
        zh="对。数字要连同动物的年龄和脑区一起引用。",
        en="Right. The number is quoted with the age of the animal and the region.",
    ),
    hints=(
        Text(zh="测的是哪个年龄的动物？", en="How old were the animals that were measured?"),
        Text(zh="测的是总量，还是囊泡里的量？", en="Was the total measured, or what was in vesicles?"),
    ),
    solution=prose(
        zh="""
        测的是新生小鼠的总量，剩下 «rest» %，说明那个年龄的 GABA 大部分要靠 GAD67。
        成年动物的情形，和囊泡里的那一池，都不在这个实验里。
        """,
        en="""
        What was measured is all GABA of newborn mice. With «rest» % left, most of it needs GAD67 at that age. Neither
        the adult nor the pool in the vesicles is part of that experiment.
        """,
    ),
)

g_given = Given("g", r"g_\mathrm{I}", "nS", "5", "20", "1", first="10")
E_given = Given("E", r"E_\mathrm{I}", "mV", "-80", "-60", "1", first="-66")
g, E = g_given.sympy, E_given.sympy
rheobase = Exercise(
    id="inhibition-rheobase",
    revision=1,
    section=SECTION,
    source="lab ei-09",
    minutes=5,
    teaches=Text(zh="抑制性电导使基强度移动多少", en="How far a conductance shifts the rheobase"),
    title=Text(zh="还要多大的驱动", en="How much more drive"),
    statement=prose(
        zh="""
        一个细胞漏电导 10 nS，静息 −65 mV，阈值 −50 mV。加上 «g» nS 的抑制性电导，反转电位 «E» mV。
        要多大的恒定电流才能使它刚好到阈值（pA）？
        """,
        en="""
        A cell has a leak of 10 nS, a resting potential of −65 mV and a threshold of −50 mV. An inhibitory conductance
        of «g» nS with reversal potential «E» mV is added. How large a steady current, in pA, just brings the cell to
        threshold?
        """,
    ),
    givens=(g_given, E_given),
    answer=firing_gain_model.expression("rheobase", g_I=g, E_I=E, V_th=-50, g_L=10, E_L=-65),
    unit="pA",
    atol=1.0,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "ignored",
            sympy.Integer(150),
            Text(
                zh="这是没有抑制时的基强度。在阈值处，抑制性电导也在带走电流。",
                en="That is the rheobase without inhibition. At threshold the inhibitory conductance draws current "
                "too.",
            ),
        ),
        Misconception(
            "sign",
            150 + g * (E + 50),
            Text(
                zh="抑制那一项的符号反了。阈值高于反转电位，抑制电流是外向的，要由驱动来补。",
                en="The inhibitory term has the wrong sign. Threshold lies above the reversal potential, so that "
                "current "
                "is outward and the drive must make up for it.",
            ),
        ),
        Misconception(
            "from_rest",
            150 + g * (-65 - E),
            Text(
                zh="抑制的驱动力用了静息电位。细胞是在阈值处，要用 *V*_{th} − *E*_{I}。",
                en="The driving force of inhibition was taken at rest. The cell is at threshold: use *V*_{th} − "
                "*E*_{I}.",
            ),
        ),
    ),
    steps={"leak": sympy.Integer(150), "inhibition": g * (-50 - E)},
    right=Text(
        zh="对。曲线平移的正是 *g*_{I}(*V*_{th} − *E*_{I})。",
        en="Right. *g*_{I}(*V*_{th} − *E*_{I}) is how far the curve shifts.",
    ),
    hints=(
        Text(
            zh="刚到阈值时电压不变，驱动电流等于漏电流加抑制电流。",
            en="Just at threshold the voltage stands still: the drive equals the leak current plus the inhibitory one.",
        ),
        Text(
            zh="两个电流都在 *V*_{th} 处算：10 × 15，再加 *g*_{I}(*V*_{th} − *E*_{I})。",
            en="Both are taken at *V*_{th}: 10 × 15, and *g*_{I}(*V*_{th} − *E*_{I}) more.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$I = g_\mathrm{L}(V_\mathrm{th}-E_\mathrm{L}) + g_\mathrm{I}(V_\mathrm{th}-E_\mathrm{I})$$

        $$\phantom{I} = «leak:.0f» + «inhibition:.0f» = «answer:.0f»\ \text{pA}$$
        """,
        en=r"""
        $$I = g_\mathrm{L}(V_\mathrm{th}-E_\mathrm{L}) + g_\mathrm{I}(V_\mathrm{th}-E_\mathrm{I})$$

        $$\phantom{I} = «leak:.0f» + «inhibition:.0f» = «answer:.0f»\ \text{pA}$$
        """,
    ),
)

EXERCISES = (share, palmitoylation, knockdown, newborn, rheobase)
