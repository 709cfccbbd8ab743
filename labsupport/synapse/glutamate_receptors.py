"""AMPA and NMDA receptors: the magnesium block of the open pore, what opens it, and the coincidence it detects."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import sympy
from scipy.special import lambertw

from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol
from labsupport.synapse.common import T, biexponential, membrane_potential, thermal_voltage

# Jahr and Stevens (1990): B = 1/(1 + [Mg]/3.57 mM exp(-0.062 V/mV)).
BLOCK_SLOPE = sympy.Float("0.062")  # 1/mV
BLOCK_CONCENTRATION = sympy.Float("3.57")  # mM, half block at 0 mV
GLUTAMATE_HALF, GLYCINE_HALF = sympy.Float("2.3"), sympy.Float(1)  # µM
HILL = sympy.Float("1.5")

E_REVERSAL = 0  # mV, of both receptors
E_CALCIUM = 130  # mV
CALCIUM_SHARE = sympy.Float("0.03")  # of the conductance: about a tenth of the current at -60 mV

# A run of the coincidence model, in ms and 1/ms.
V_REST = -70  # mV, between depolarisations
RELEASE_AT = 60
PULSE = 1  # duration of 1 mM glutamate in the cleft
INSTANT = sympy.Float("1e-6")  # by which jumps follow a set time, so that a sample at that very time lies before them
RUN = 320
BINDING = 5  # per ms at 1 mM
RISE = 5  # slower binding and opening together
CLOSING = sympy.Float("0.125")
AMPA_RISE, AMPA_DECAY = sympy.Float("0.2"), 3

Mg_out = Parameter(
    "Mg_out", r"[\mathrm{Mg^{2+}}]_\mathrm{out}", "mM", 1, 0, 4, 0.1,
    Text(zh="细胞外 Mg²⁺ 浓度", en="Mg²⁺ outside"), domain="nonnegative",
)  # fmt: skip
V_m = membrane_potential(minimum=-100, maximum=60)


def _subunit(number: int, zh: str, en: str) -> Parameter:
    return Parameter(
        f"GluN{number}", rf"\mathrm{{GluN{number}}}", "", 1, 0, 1, 1, Text(zh=zh, en=en), domain="nonnegative",
        choices=(0, 1),
    )  # fmt: skip


GluN1 = _subunit(1, "有 GluN1 亚基", "GluN1 present")
GluN2 = _subunit(2, "有 GluN2 亚基", "GluN2 present")
glycine = Parameter(
    "glycine", r"[\mathrm{Gly}]", "µM", 100, 0, 100, 0.1, Text(zh="甘氨酸浓度", en="glycine"), domain="nonnegative"
)


def block_expression(V, Mg) -> sympy.Expr:
    """The share of open NMDA receptors without Mg2+ in the pore [JahrStevens1990]."""
    return 1 / (1 + Mg / BLOCK_CONCENTRATION * sympy.exp(-BLOCK_SLOPE * V))


def occupancy(concentration, half) -> sympy.Expr:
    """Share of receptors with all sites of one agonist occupied."""
    return concentration**HILL / (concentration**HILL + half**HILL)


def _magnesium_block() -> AlgebraicModel:
    # Sliders of this model stay above 0, where there is no potential of half block.
    some = replace(Mg_out, minimum=0.1)
    V, Mg = V_m.sympy, some.sympy
    B = symbol("B")
    return AlgebraicModel(
        "magnesium_block",
        [V_m, some, T],
        {
            "B": Output(block_expression(V, Mg), "B(V)", "", Text(zh="未被阻断的比例", en="unblocked share")),
            "blocked": Output(1 - B, "1-B(V)", "", Text(zh="被 Mg²⁺ 阻断的比例", en="share blocked by Mg²⁺")),
            "factor": Output(
                1 / B, "1/B(V)", "", Text(zh="去除 Mg²⁺ 后电流增大的倍数", en="gain of the current without Mg²⁺")
            ),
            "V_half": Output(
                sympy.log(Mg / BLOCK_CONCENTRATION) / BLOCK_SLOPE,
                r"V_{1/2}",
                "mV",
                Text(zh="半阻断电位", en="potential of half block"),
            ),
            "z_delta": Output(
                BLOCK_SLOPE * thermal_voltage,
                r"z\delta",
                "",
                Text(zh="阻断的表观电荷", en="apparent charge of the block"),
            ),
        },
        source="JahrStevens1990",
    )


magnesium_block_model = register(_magnesium_block())


def magnesium_block(V_m=-70.0, Mg_out=1.0) -> float | np.ndarray:
    """Share of open NMDA receptors whose pore is free of Mg2+, 1/(1 + Mg_out/3.57 exp(-0.062 V_m)) [JahrStevens1990].

    Parameters
    ----------
    V_m : float or array_like
        Membrane potential in mV.
    Mg_out : float or array_like
        Mg2+ outside in mM.

    Returns
    -------
    float or ndarray
        Between 0 and 1; 1 without Mg2+.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return magnesium_block_model.evaluate("B", V_m=V_m, Mg_out=Mg_out)


def half_block_potential(Mg_out=1.0) -> float | np.ndarray:
    """Membrane potential in mV at which half of the open NMDA receptors are blocked, ln(Mg_out/3.57)/0.062.

    Parameters
    ----------
    Mg_out : float or array_like
        Mg2+ outside in mM; without Mg2+ there is no such potential, and the value is minus infinity.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return magnesium_block_model.evaluate("V_half", Mg_out=Mg_out)


def nmda_peak_potential(Mg_out=1.0) -> float | np.ndarray:
    """Membrane potential in mV at which the inward NMDA current is largest, for a reversal potential of 0 mV.

    The derivative of V B(V) vanishes at V = -(1 + W(3.57/(e Mg_out)))/0.062, W being Lambert's function.

    Parameters
    ----------
    Mg_out : float or array_like
        Mg2+ outside in mM, greater than 0.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    magnesium_block_model.values(Mg_out=Mg_out)
    with np.errstate(divide="ignore"):
        inner = np.divide(float(BLOCK_CONCENTRATION) / np.e, Mg_out)
    value = -(1 + lambertw(inner).real) / float(BLOCK_SLOPE)
    return float(value) if np.ndim(value) == 0 else value


def _nmda_current() -> AlgebraicModel:
    def conductance(name: str, tex: str, zh: str, en: str) -> Parameter:
        return Parameter(name, tex, "nS", 1, 0, 5, 0.1, Text(zh=zh, en=en), domain="nonnegative")

    g_N = conductance("g_N", r"g_\mathrm{NMDA}", "全部开放时的 NMDA 电导", "NMDA conductance with all of them open")
    g_A = conductance("g_A", r"g_\mathrm{AMPA}", "AMPA 电导", "AMPA conductance")
    glutamate = Parameter(
        "glutamate", r"[\mathrm{Glu}]", "µM", 1000, 0, 1000, 0.1, Text(zh="谷氨酸浓度", en="glutamate"),
        domain="nonnegative",
    )  # fmt: skip
    V, Mg = V_m.sympy, Mg_out.sympy
    B, active, drive = symbol("B"), symbol("activation"), V - E_REVERSAL

    def current(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "pA", Text(zh=zh, en=en))

    def share(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "", Text(zh=zh, en=en))

    return AlgebraicModel(
        "nmda_current",
        [V_m, Mg_out, glutamate, glycine, GluN1, GluN2, g_N, g_A],
        {
            "B": share(block_expression(V, Mg), "B(V)", "未被阻断的比例", "unblocked share of the open channels"),
            "bound_glutamate": share(
                occupancy(glutamate.sympy, GLUTAMATE_HALF), r"a_\mathrm{Glu}", "结合谷氨酸的比例", "bound by glutamate"
            ),
            "bound_glycine": share(
                occupancy(glycine.sympy, GLYCINE_HALF), r"a_\mathrm{Gly}", "结合甘氨酸的比例", "bound by glycine"
            ),
            "activation": share(
                symbol("bound_glutamate") * symbol("bound_glycine") * GluN1.sympy * GluN2.sympy,
                "a",
                "能够开放的比例",
                "share able to open",
            ),
            "conducting": share(active * B, "aB(V)", "导通的比例", "share able to open and unblocked"),
            "I_NMDA": current(
                g_N.sympy * active * B * drive, r"I_\mathrm{NMDA}", "NMDA 电流", "NMDA current (outward positive)"
            ),
            "I_free": current(
                g_N.sympy * active * drive, r"I_{\mathrm{NMDA},0}", "无 Mg²⁺ 时的 NMDA 电流", "the same without Mg²⁺"
            ),
            "I_AMPA": current(g_A.sympy * drive, r"I_\mathrm{AMPA}", "AMPA 电流", "AMPA current (outward positive)"),
            "I_total": current(
                symbol("I_NMDA") + symbol("I_AMPA"), "I", "总电流", "total current (outward positive)"
            ),
        },
        source="JahrStevens1990; KlecknerDingledine1988; Monyer1992",
    )  # fmt: skip


nmda_current_model = register(_nmda_current())


def nmda_current(
    V_m=-70.0, Mg_out=1.0, glutamate=1000.0, glycine=100.0, GluN1=1, GluN2=1, g_N=1.0
) -> float | np.ndarray:
    """Current of NMDA receptors in pA, outward positive: g_N a B(V_m) (V_m - 0).

    The share a able to open needs both subunits and both agonists, with EC50 2.3 µM for glutamate and 1 µM for glycine
    and a Hill coefficient of 1.5; B is the Mg2+ block of `magnesium_block`.

    Parameters
    ----------
    V_m : float or array_like
        Membrane potential in mV.
    Mg_out : float or array_like
        Mg2+ outside in mM.
    glutamate, glycine : float or array_like
        Steady concentrations in µM.
    GluN1, GluN2 : 0 or 1, or array_like
        Whether the cell makes the subunit.
    g_N : float or array_like
        Conductance in nS with every receptor open and unblocked.

    Returns
    -------
    float or ndarray
        Current in pA.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return nmda_current_model.evaluate(
        "I_NMDA", V_m=V_m, Mg_out=Mg_out, glutamate=glutamate, glycine=glycine, GluN1=GluN1, GluN2=GluN2, g_N=g_N
    )


def _nmda_coincidence() -> DynamicalModel:
    release = Parameter(
        "release", "n", "", 1, 0, 1, 1, Text(zh="突触前释放", en="presynaptic release"), domain="nonnegative",
        choices=(0, 1),
    )  # fmt: skip
    delay = Parameter(
        "delay",
        r"\Delta t",
        "ms",
        10,
        -60,
        120,
        1,
        Text(zh="去极化落后于释放的时间", en="depolarisation after release"),
    )
    V_post = Parameter(
        "V_post", r"V_\mathrm{post}", "mV", -10, -70, 40, 1, Text(zh="去极化达到的电位", en="potential of the pulse")
    )
    width = Parameter(
        "width", "w", "ms", 20, 1, 60, 1, Text(zh="去极化的时长", en="length of the pulse"), domain="positive"
    )
    decay = Parameter(
        "decay", r"\tau_\mathrm{d}", "ms", 80, 20, 300, 5, Text(zh="NMDA 衰减时间常数", en="NMDA decay time constant"),
        domain="positive",
    )  # fmt: skip
    t, n, tau = symbol("t"), release.sympy, decay.sympy
    b, o = symbol("b"), symbol("o")
    opened = RELEASE_AT + INSTANT
    begin = opened + delay.sympy
    # Rise and decay are the two slow eigenvalues of the scheme: their sum and product fix two of its rates.
    slow = 1 / sympy.Integer(RISE) + 1 / tau
    unbinding = 1 / (RISE * tau * CLOSING)
    opening = slow - CLOSING - unbinding
    V, B, gate = symbol("V"), symbol("B_now"), symbol("gate")
    bind, pass_on = symbol("net_binding"), symbol("net_opening")
    inward = symbol("calcium_current")

    def share(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "%", Text(zh=zh, en=en))

    def conductance(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "nS", Text(zh=zh, en=en))

    free = 1 - b - o
    return DynamicalModel(
        "nmda_coincidence",
        [release, delay, V_post, width, Mg_out, glycine, decay, GluN1, GluN2],
        states={
            "b": State(
                bind - pass_on, 0, "b", "", Text(zh="已结合谷氨酸而关闭的比例", en="share bound by glutamate and "
                "closed")
            ),
            "o": State(pass_on, 0, "o", "", Text(zh="开放的比例", en="share open")),
            "q": State(inward, 0, "q", "fC", Text(zh="进入的 Ca²⁺ 电荷", en="charge of the Ca²⁺ that has entered")),
        },
        inputs={
            "pulse": (
                sympy.Piecewise((0, t <= opened), (n, t <= opened + PULSE), (0, True)),
                r"[\mathrm{Glu}](t)",
            ),
            "V": (
                sympy.Piecewise((V_REST, t <= begin), (V_post.sympy, t <= begin + width.sympy), (V_REST, True)),
                r"V(t)",
            ),
            "ampa": (n * biexponential(RELEASE_AT, AMPA_RISE, AMPA_DECAY), r"s_\mathrm{AMPA}(t)"),
        },
        definitions={
            "B_now": (block_expression(V, Mg_out.sympy), "B(V)"),
            "gate": (occupancy(glycine.sympy, GLYCINE_HALF) * GluN1.sympy * GluN2.sympy, "a"),
            "net_binding": (BINDING * symbol("pulse") * free - unbinding * b, "J_1"),
            "net_opening": (opening * b - CLOSING * o, "J_2"),
            "calcium_current": (CALCIUM_SHARE * gate * o * B * (E_CALCIUM - V), r"-I_\mathrm{Ca}"),
        },
        outputs={
            "V_m": Output(V, r"V_\mathrm{m}", "mV", Text(zh="膜电位", en="membrane potential")),
            "B": share(100 * B, "B(V)", "未被阻断的比例", "unblocked share"),
            "g_AMPA": conductance(symbol("ampa"), r"g_\mathrm{AMPA}", "AMPA 电导", "AMPA conductance"),
            "g_open": conductance(
                gate * o, r"g_\mathrm{open}", "NMDA 通道开放的电导（不计阻断）", "open NMDA conductance, block ignored"
            ),
            "g_NMDA": conductance(
                gate * o * B, r"g_\mathrm{NMDA}", "NMDA 通道导通的电导", "NMDA conductance that conducts"
            ),
            "I_NMDA": Output(
                gate * o * B * (V - E_REVERSAL), r"I_\mathrm{NMDA}", "pA", Text(zh="NMDA 电流", en="NMDA current")
            ),
            "I_Ca": Output(inward, r"-I_\mathrm{Ca}", "pA", Text(zh="Ca²⁺ 内流", en="Ca²⁺ entering")),
            "Q_Ca": Output(
                symbol("q"), r"Q_\mathrm{Ca}", "fC", Text(zh="累计进入的 Ca²⁺ 电荷", en="Ca²⁺ charge entered so far")
            ),
            "unable": share(100 * (1 - gate), r"1-a", "不能开放的受体", "receptors unable to open"),
            "free": share(100 * gate * free, "c", "没有谷氨酸的受体", "receptors without glutamate"),
            "bound": share(100 * gate * b, "b", "结合谷氨酸、关闭的受体", "receptors bound and closed"),
            "plugged": share(100 * gate * o * (1 - B), "o(1-B)", "开放而被 Mg²⁺ 堵住的受体", "receptors open, "
            "Mg²⁺ in the pore"),
            "conducting": share(100 * gate * o * B, "oB", "开放且导通的受体", "receptors open and conducting"),
            "J_bind": Output(100 * gate * bind, "J_1", "%/ms", Text(zh="净结合速率", en="net binding")),
            "J_open": Output(100 * gate * pass_on, "J_2", "%/ms", Text(zh="净开放速率", en="net opening")),
        },
        time=Time(
            "ms",
            RUN,
            samples=641,
            breakpoints=(
                *(opened + sympy.Rational(i, 16) * PULSE for i in range(17)),
                begin,
                begin + width.sympy,
            ),
        ),
        substeps=2,
        source="JahrStevens1990; scheme after Destexhe1994JCNS",
    )  # fmt: skip


nmda_coincidence_model = register(_nmda_coincidence())


def nmda_coincidence(**values: object) -> dict[str, np.ndarray]:
    """A release of glutamate and a depolarisation of the postsynaptic membrane, 320 ms in all.

    At 60 ms glutamate stands at 1 mM for 1 ms; the membrane is clamped to -70 mV but for a pulse.  Receptors bind
    glutamate, open and close; Mg2+ blocks open ones at once, as far as the voltage of the moment says.

    Parameters
    ----------
    **values : float or array_like
        Any of ``release`` (0 or 1), ``delay`` (ms from release to the pulse, negative if the pulse comes first),
        ``V_post`` (mV) and ``width`` (ms) of the pulse, ``Mg_out`` (mM), ``glycine`` (µM), ``decay`` (ms, time constant
        of NMDA receptors; rise 5 ms), ``GluN1`` and ``GluN2`` (0 or 1).

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms, ``V_m`` in mV, conductances ``g_AMPA``, ``g_open``, ``g_NMDA`` in nS (for a maximum of 1 nS each),
        ``I_NMDA`` and ``I_Ca`` in pA (the latter inward positive), ``Q_Ca`` in fC, and the shares ``unable``, ``free``,
        ``bound``, ``plugged``, ``conducting`` and ``B`` in per cent.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return nmda_coincidence_model.integrate(**values)
