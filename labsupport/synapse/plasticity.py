"""Summation of synaptic potentials in one compartment, and a calcium rule of plasticity that inhibition can gate."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DynamicalModel,
    Output,
    Parameter,
    Settled,
    State,
    Time,
    register,
    symbol,
)
from labsupport.synapse.common import biexponential, weighted_mean
from labsupport.synapse.glutamate_receptors import E_CALCIUM, E_REVERSAL, Mg_out, block_expression

EXCITATION = (sympy.Float("0.3"), 3)  # ms, rise and decay of AMPA conductances
INHIBITION = (sympy.Float("0.5"), 8)  # ms, of GABA_A conductances
NMDA = (2, 60)  # ms
SPIKE = (sympy.Float("0.3"), sympy.Float("0.8"))  # ms, of the conductance that stands for the back-propagating spike
E_SPIKE = 30  # mV
E_REST = -65  # mV

# A peak detector: it follows a rising quantity within 0.3 ms and does not fall.
HOLD = 3  # 1/ms


def _conductance(name: str, tex: str, default: float, maximum: float, step: float, zh: str, en: str) -> Parameter:
    return Parameter(name, tex, "nS", default, 0, maximum, step, Text(zh=zh, en=en), domain="nonnegative")


def _milliseconds(name: str, tex: str, default: float, low: float, high: float, zh: str, en: str) -> Parameter:
    return Parameter(name, tex, "ms", default, low, high, 1, Text(zh=zh, en=en))


E_I = Parameter(
    "E_I", r"E_\mathrm{I}", "mV", -66, -85, -45, 1, Text(zh="抑制性电导的反转电位", en="reversal of the inhibition")
)


def _volts(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "mV", Text(zh=zh, en=en))


# -- summation ---------------------------------------------------------------------------------------------------------

input_a = _conductance("g_A", r"g_\mathrm{A}", 5, 20, 0.5, "输入 A 的电导", "conductance of input A")
input_b = _conductance("g_B", r"g_\mathrm{B}", 5, 20, 0.5, "输入 B 的电导", "conductance of input B")
input_i = _conductance("g_I", r"g_\mathrm{I}", 10, 80, 1, "抑制性电导", "inhibitory conductance")
tau_m = Parameter(
    "tau_m", r"\tau_\mathrm{m}", "ms", 10, 5, 30, 1, Text(zh="膜时间常数", en="membrane time constant"),
    domain="positive",
)  # fmt: skip
G_LEAK = 10  # nS


def _steady_summation() -> AlgebraicModel:
    g_L = Parameter(
        "g_L", r"g_\mathrm{L}", "nS", 10, 5, 30, 0.5, Text(zh="漏电导", en="leak conductance"), domain="positive"
    )
    a, b, i, leak, E = (p.sympy for p in (input_a, input_b, input_i, g_L, E_I))
    rest, reversal = E_REST, E_REVERSAL
    linear = symbol("V_A") + symbol("V_B") - rest
    return AlgebraicModel(
        "steady_summation",
        [input_a, input_b, input_i, E_I, g_L, tau_m],
        {
            "V_A": _volts(weighted_mean((leak, a), (rest, reversal)), r"V_\mathrm{A}", "只有 A", "A alone"),
            "V_B": _volts(weighted_mean((leak, b), (rest, reversal)), r"V_\mathrm{B}", "只有 B", "B alone"),
            "V_AB": _volts(weighted_mean((leak, a + b), (rest, reversal)), r"V_\mathrm{AB}", "A 与 B", "A and B"),
            "V_linear": _volts(linear, r"V_\mathrm{lin}", "线性相加", "linear sum"),
            "V_inhibited": _volts(
                weighted_mean((leak, a + b, i), (rest, reversal, E)), r"V_\mathrm{ABI}", "再加抑制", "with inhibition"
            ),
            "tau_shunted": Output(
                tau_m.sympy * leak / (leak + i),
                r"\tau_\mathrm{eff}",
                "ms",
                Text(zh="有抑制性电导时的膜时间常数", en="membrane time constant with the inhibition"),
            ),
        },
        source="KochPoggioTorre1983",
    )  # fmt: skip


steady_summation_model = register(_steady_summation())


def steady_summation(g_A=5.0, g_B=5.0, g_I=10.0, E_I=-66.0, g_L=10.0, tau_m=10.0) -> dict[str, float | np.ndarray]:
    """Steady potentials of a compartment at rest at -65 mV under one or two excitations [KochPoggioTorre1983].

    Parameters
    ----------
    g_A, g_B, g_I, g_L : float or array_like
        Conductances in nS of two inputs reversing at 0 mV, of inhibition and of the leak.
    E_I : float or array_like
        Reversal potential of the inhibition in mV.
    tau_m : float or array_like
        Membrane time constant without synaptic conductance in ms.

    Returns
    -------
    dict
        In mV ``V_A``, ``V_B``, ``V_AB``, their linear expectation ``V_linear`` and, with inhibition, ``V_inhibited``;
        ``tau_shunted`` in ms.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return steady_summation_model(g_A=g_A, g_B=g_B, g_I=g_I, E_I=E_I, g_L=g_L, tau_m=tau_m)


def _synaptic_summation() -> DynamicalModel:
    onset = 50
    delay_B = _milliseconds("delay_B", r"\Delta t_\mathrm{B}", 0, 0, 40, "B 晚于 A", "B after A")
    delay_I = _milliseconds("delay_I", r"\Delta t_\mathrm{I}", 0, -40, 40, "抑制晚于 A", "inhibition after A")
    at_B, at_I = onset + delay_B.sympy, onset + delay_I.sympy
    A, B, inhibition = (
        g.sympy * biexponential(start, *shape)
        for g, start, shape in (
            (input_a, onset, EXCITATION),
            (input_b, at_B, EXCITATION),
            (input_i, at_I, INHIBITION),
        )
    )

    def potential(excitation, gaba=0) -> State:
        name = {symbol("a_now"): "A", symbol("b_now"): "B"}.get(excitation, "ABI" if gaba else "AB")
        V = symbol(f"U_{name}")
        drive = -G_LEAK * V + excitation * (E_REVERSAL - E_REST - V) + gaba * (E_I.sympy - E_REST - V)
        return State(
            drive / (G_LEAK * tau_m.sympy), 0, rf"U_\mathrm{{{name}}}", "mV",
            Text(zh=f"{name} 引起的去极化", en=f"depolarisation by {name}"),
        )  # fmt: skip

    a, b, i = symbol("a_now"), symbol("b_now"), symbol("i_now")
    linear = symbol("U_A") + symbol("U_B")
    millivolts = {
        "U_A": (symbol("U_A"), "A 单独", "A alone"),
        "U_B": (symbol("U_B"), "B 单独", "B alone"),
        "U_AB": (symbol("U_AB"), "A 与 B", "A and B"),
        "U_linear": (linear, "A、B 线性相加", "A and B added up"),
        "U_ABI": (symbol("U_ABI"), "A、B 与抑制", "A, B and inhibition"),
    }
    names = {"U_A": "v_A", "U_B": "v_B", "U_AB": "v_AB", "U_ABI": "v_ABI"}
    return DynamicalModel(
        "synaptic_summation",
        [input_a, input_b, input_i, E_I, delay_B, delay_I, tau_m],
        states={
            "U_A": potential(a),
            "U_B": potential(b),
            "U_AB": potential(a + b),
            "U_ABI": potential(a + b, i),
        },
        inputs={
            "a_now": (A, r"g_\mathrm{A}(t)"),
            "b_now": (B, r"g_\mathrm{B}(t)"),
            "i_now": (inhibition, r"g_\mathrm{I}(t)"),
        },
        outputs={
            names.get(name, "v_linear" if name == "U_linear" else name): _volts(value, name, zh, en)
            for name, (value, zh, en) in millivolts.items()
        }
        | {
            "g_inhibition": Output(i, r"g_\mathrm{I}", "nS", Text(zh="抑制性电导", en="inhibitory conductance")),
            "tau_now": Output(
                tau_m.sympy * G_LEAK / (G_LEAK + a + b + i),
                r"\tau_\mathrm{eff}",
                "ms",
                Text(zh="此刻的膜时间常数", en="membrane time constant at the moment"),
            ),
        },
        time=Time("ms", 130, samples=521, breakpoints=(sympy.Integer(onset), at_B, at_I)),
        substeps=2,
        source="KochPoggioTorre1983",
    )


synaptic_summation_model = register(_synaptic_summation())


def synaptic_summation(**values: object) -> dict[str, np.ndarray]:
    """Two brief excitatory conductances and an inhibitory one in a compartment at rest at -65 mV, 130 ms in all.

    Excitation rises and decays with 0.3 and 3 ms and reverses at 0 mV, inhibition with 0.5 and 8 ms; the leak is 10 nS.
    Input A begins at 50 ms.

    Parameters
    ----------
    **values : float or array_like
        Any of the peak conductances ``g_A``, ``g_B``, ``g_I`` (nS), ``E_I`` (mV), ``delay_B`` and ``delay_I`` (ms after
        A), ``tau_m`` (ms).

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms; depolarisations in mV from rest by A (``v_A``), B, both (``v_AB``), both with inhibition
        (``v_ABI``), the sum of the first two (``v_linear``);
        ``g_inhibition`` in nS and ``tau_now`` in ms.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return synaptic_summation_model.integrate(**values)


# -- plasticity --------------------------------------------------------------------------------------------------------

BASELINE = sympy.Float("0.25")  # weight at which the rule starts
SLOPE = 80
ONSET = 60  # ms, of the EPSP
# So that the peak of calcium in the default pairing is 0.70, between and above Shouval's thresholds.
CALCIUM_GAIN = sympy.Float("6.801e-4")
CALCIUM_DECAY = 20  # ms

theta_d = Parameter(
    "theta_d", r"\theta_\mathrm{d}", "", 0.35, 0.25, 0.45, 0.01, Text(zh="抑制阈值", en="threshold of depression")
)
theta_p = Parameter(
    "theta_p", r"\theta_\mathrm{p}", "", 0.55, 0.5, 0.8, 0.01, Text(zh="增强阈值", en="threshold of potentiation")
)


def rule_expression(c, depression, potentiation) -> sympy.Expr:
    """The weight towards which calcium c drives the synapse [Shouval2002]."""

    return BASELINE + pull_expression(c, depression, potentiation)


def pull_expression(c, depression, potentiation) -> sympy.Expr:
    """How far that weight lies from the baseline; apart, since 0.25 would swallow its smallest values."""

    def step(x):
        return 1 / (1 + sympy.exp(-SLOPE * x))

    return step(c - potentiation) - BASELINE * step(c - depression)


def rate_expression(c) -> sympy.Expr:
    """How fast calcium c drives it there, per ms [Shouval2002]: 1/(P1/(P2 + c^3) + P4), P1 0.1 s, P2 1e-5, P4 1 s."""
    return 1 / (100 / (sympy.Float("1e-5") + c**3) + 1000)


def _calcium_rule() -> AlgebraicModel:
    calcium = Parameter("c", "c", "", 0.7, 0, 1.2, 0.01, Text(zh="钙", en="calcium"), domain="nonnegative")
    c = calcium.sympy
    return AlgebraicModel(
        "calcium_rule",
        [calcium, theta_d, theta_p],
        {
            "Omega": Output(
                rule_expression(c, theta_d.sympy, theta_p.sympy), r"\Omega(c)", "", Text(zh="目标权重", en="target")
            ),
            "eta": Output(
                1000 * rate_expression(c), r"\eta(c)", "1/s", Text(zh="趋近目标的速率", en="rate of approach")
            ),
        },
        source="Shouval2002",
    )  # fmt: skip


calcium_rule_model = register(_calcium_rule())


def calcium_rule(c=0.7, theta_d=0.35, theta_p=0.55) -> float | np.ndarray:
    """The weight Omega towards which calcium drives a synapse of weight 0.25 [Shouval2002].

    0.25 below both thresholds, near 0 between them, near 1 above both.

    Parameters
    ----------
    c : float or array_like
        Calcium, relative.
    theta_d, theta_p : float or array_like
        Thresholds of depression and of potentiation.

    Returns
    -------
    float or ndarray
        Omega, a pure number.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return calcium_rule_model.evaluate("Omega", c=c, theta_d=theta_d, theta_p=theta_p)


def _plasticity_gate() -> DynamicalModel:
    inhibition = _conductance("g_I", r"g_\mathrm{I}", 0, 80, 1, "抑制性电导", "inhibitory conductance")
    spike = _conductance("g_b", r"g_\mathrm{b}", 60, 60, 5, "反向传播动作电位的电导", "conductance of the spike")
    delay_I = _milliseconds("delay_I", r"\Delta t_\mathrm{I}", 0, -30, 30, "抑制晚于 EPSP", "inhibition after the EPSP")
    delay_b = _milliseconds("delay_b", r"\Delta t_\mathrm{b}", 5, -40, 40, "动作电位晚于 EPSP", "spike after the EPSP")
    at_I, at_b = ONSET + delay_I.sympy, ONSET + delay_b.sympy
    V, c, w = symbol("V"), symbol("c"), symbol("w")
    leak, capacitance = 5, 50  # nS, pF
    nmda = sympy.Float("1.5") * symbol("n_now") * block_expression(V, Mg_out.sympy)
    rate = symbol("eta")
    current = (
        leak * (E_REST - V)
        + 2 * symbol("a_now") * (E_REVERSAL - V)
        + symbol("g_nmda") * (E_REVERSAL - V)
        + symbol("i_now") * (E_I.sympy - V)
        + symbol("b_now") * (E_SPIKE - V)
    )

    def pure(expression, tex: str, zh: str, en: str, unit: str = "") -> Output:
        return Output(expression, tex, unit, Text(zh=zh, en=en))

    held = symbol("held")
    return DynamicalModel(
        "plasticity_gate",
        [inhibition, delay_I, E_I, spike, delay_b, theta_d, theta_p, Mg_out],
        states={
            "V": State(current / capacitance, E_REST, "V", "mV", Text(zh="树突膜电位", en="dendritic potential")),
            "c": State(
                -c / CALCIUM_DECAY + CALCIUM_GAIN * symbol("g_nmda") * (E_CALCIUM - V),
                0,
                "c",
                "",
                Text(zh="钙（相对值）", en="calcium (relative)"),
            ),
            "w": State(
                rate * (symbol("pull") - w), 0, r"\Delta w", "", Text(zh="突触权重的变化", en="change of the weight")
            ),
            "held": State(
                HOLD * sympy.Max(c - held, 0), 0, r"\hat c", "", Text(zh="钙至今的峰值", en="peak of calcium so far")
            ),
        },
        inputs={
            "a_now": (biexponential(ONSET, *EXCITATION), r"s_\mathrm{A}(t)"),
            "n_now": (biexponential(ONSET, *NMDA), r"s_\mathrm{N}(t)"),
            "i_now": (inhibition.sympy * biexponential(at_I, *INHIBITION), r"g_\mathrm{I}(t)"),
            "b_now": (spike.sympy * biexponential(at_b, *SPIKE), r"g_\mathrm{b}(t)"),
        },
        definitions={
            "g_nmda": (nmda, r"g_\mathrm{N}B(V)"),
            "pull": (pull_expression(c, theta_d.sympy, theta_p.sympy), r"\Omega(c)-w_0"),
            "eta": (rate_expression(c), r"\eta(c)"),
        },
        outputs={
            "V_m": _volts(V, r"V_\mathrm{m}", "树突膜电位", "dendritic potential"),
            "Ca": pure(c, "c", "钙（相对值）", "calcium (relative)"),
            "Ca_peak": pure(held, r"\hat c", "钙至今的峰值", "peak of calcium so far"),
            "Omega": pure(BASELINE + symbol("pull"), r"\Omega", "目标权重 Ω", "target weight Ω"),
            "Omega_peak": pure(
                rule_expression(held, theta_d.sympy, theta_p.sympy), r"\Omega(\hat c)", "峰值处的 Ω", "Ω at the peak"
            ),
            "change": pure(100 * w / BASELINE, r"\Delta w/w_0", "权重的变化", "change of weight", "%"),
            "g_GABA": pure(symbol("i_now"), r"g_\mathrm{I}", "抑制性电导", "inhibitory conductance", "nS"),
            "g_NMDA": pure(symbol("g_nmda"), r"g_\mathrm{N}B", "NMDA 电导", "NMDA conductance", "nS"),
        },
        time=Time("ms", 220, samples=881, breakpoints=(sympy.Integer(ONSET), at_I, at_b)),
        substeps=3,
        settled=Settled(after=25),  # ms; calcium is past its peak
        source="Shouval2002; JahrStevens1990; BarIlan2013",
    )


plasticity_gate_model = register(_plasticity_gate())


def plasticity_gate(**values: object) -> dict[str, np.ndarray]:
    """One pairing of an EPSP with a back-propagating spike in a dendritic compartment under inhibition, 220 ms in all.

    50 pF, 5 nS leak at -65 mV; the EPSP begins at 60 ms (AMPA 2 nS, 0.3/3 ms; NMDA 1.5 nS, 2/60 ms with Mg2+ block); a
    conductance of 60 nS reversing at +30 mV stands for the spike.  Calcium enters through NMDA receptors, decays with
    20 ms, and drives the weight by the rule of `calcium_rule`.

    Parameters
    ----------
    **values : float or array_like
        Any of ``g_I`` (nS), ``delay_I`` (ms after the EPSP) and ``E_I`` (mV) of the inhibition, ``g_b`` (nS; 0 for no
        spike) and ``delay_b`` (ms after the EPSP) of the spike, ``theta_d`` and ``theta_p``, ``Mg_out`` (mM).

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms, ``V_m`` in mV, relative calcium ``Ca`` and its peak so far ``Ca_peak``, ``Omega`` and
        ``Omega_peak`` at these, the ``change`` of the weight in per cent, ``g_GABA`` and ``g_NMDA`` in nS.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return plasticity_gate_model.integrate(**values)
