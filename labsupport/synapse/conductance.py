"""Synaptic currents: conductance times driving force, reversal as a weighted mean, and a cell that adds them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DynamicalModel,
    ModelValueError,
    Output,
    Parameter,
    State,
    Time,
    register,
    symbol,
    x_over_expm1,
)
from labsupport.synapse.common import (
    E_E,
    E_I,
    E_K,
    E_L,
    C_m,
    E_Na,
    T,
    V_th,
    biexponential,
    g_E,
    g_I,
    g_L,
    membrane_potential,
    thermal_voltage,
    weighted_mean,
)

OUTSIDE = {"Na": 145, "K": 4}  # mM; the concentrations inside follow from the equilibrium potentials


def _mV(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "mV", Text(zh=zh, en=en))


def _pA(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "pA", Text(zh=zh, en=en))


def _nS(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "nS", Text(zh=zh, en=en))


def _number(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "", Text(zh=zh, en=en))


# -- one synapse ---------------------------------------------------------------------------------------------------


def _synaptic_current() -> AlgebraicModel:
    N = Parameter(
        "N_open", r"N_\mathrm{open}", "", 50, 0, 1000, 1, Text(zh="开放的通道数", en="open channels"),
        domain="nonnegative",
    )  # fmt: skip
    gamma = Parameter(
        "gamma", r"\gamma", "pS", 20, 1, 100, 1, Text(zh="单通道电导", en="single-channel conductance"),
        domain="positive",
    )  # fmt: skip
    V = membrane_potential("V_m", -65, -120, 60)
    E = Parameter("E_rev", r"E_\mathrm{rev}", "mV", 0, -100, 60, 1, Text(zh="反转电位", en="reversal potential"))
    return AlgebraicModel(
        "synaptic_current",
        [N, gamma, V, E],
        {
            "g_syn": _nS(
                conversion(1e-3) * N.sympy * gamma.sympy, r"g_\mathrm{syn}", "突触电导", "synaptic conductance"
            ),
            "DF": _mV(V.sympy - E.sympy, r"V_\mathrm{m}-E_\mathrm{rev}", "驱动力", "driving force"),
            "I": _pA(
                symbol("g_syn") * symbol("DF"),
                r"I_\mathrm{syn}",
                "突触电流（外向为正）",
                "synaptic current (outward positive)",
            ),
        },
        source="FattKatz1953; Hille2001",
    )


synaptic_current_model = register(_synaptic_current())


def synaptic_current(g, V_m, E_rev) -> float | np.ndarray:
    """Current through open synaptic channels, g (V_m - E_rev), outward positive.

    Negative is inward and depolarises.  1 nS at -65 mV with a reversal potential of 0 mV carries -65 pA.

    Parameters
    ----------
    g : float or array_like
        Synaptic conductance in nS, not negative.
    V_m, E_rev : float or array_like
        Membrane potential and reversal potential in mV.

    Returns
    -------
    float or ndarray
        Current in pA; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or a conductance is negative.
    """
    # One channel of 1000 pS is 1 nS.
    return synaptic_current_model.evaluate("I", N_open=g, gamma=1000, V_m=V_m, E_rev=E_rev)


_NO_CONDUCTANCE = Text(
    zh="电导不能为负，且至少要有一个大于 0。", en="Conductances must not be negative, and one must be above 0."
)
_PAIRS = Text(
    zh="电导有 {g} 个，反转电位有 {E} 个；两者必须一一对应。",
    en="There are {g} conductances and {E} potentials; there must be as many of one as of the other.",
)


def reversal_potential(conductances: Sequence, potentials: Sequence) -> float | np.ndarray:
    """Potential at which parallel linear conductances carry no net current: sum(g E) / sum(g).

    For one channel the conductances are those of its ions and the result is its reversal potential; for a cell they
    are all its conductances, leak and synapses, and the result is the potential at which it settles.

    Parameters
    ----------
    conductances : sequence of float or array_like
        One for each ion or synapse, in any one unit, none negative.
    potentials : sequence of float or array_like
        Equilibrium or reversal potential of each, in mV.

    Returns
    -------
    float or ndarray
        Potential in mV; arrays broadcast.

    Raises
    ------
    ModelValueError
        If the two differ in length, a value is not a number, or no conductance is above 0.
    """
    if len(conductances) != len(potentials):
        raise ModelValueError(_PAIRS.format(g=len(conductances), E=len(potentials)))
    weights = [g_I.check(g) for g in conductances]
    values = [E_I.check(E) for E in potentials]
    total = sum(weights, np.asarray(0.0))
    if not weights or not np.all(total > 0):
        raise ModelValueError(_NO_CONDUCTANCE)
    mean = sum(g * E for g, E in zip(weights, values, strict=True)) / total
    return mean if np.ndim(mean) else float(mean)


def _mixed_cation_channel() -> AlgebraicModel:
    """Open channels that pass Na+ and K+: as two straight lines, and beside them as a GHK curve."""
    N = Parameter(
        "N_open", r"N_\mathrm{open}", "", 250, 10, 1000, 10, Text(zh="开放的通道数", en="open channels"),
        domain="positive",
    )  # fmt: skip
    gamma = Parameter(
        "gamma", r"\gamma", "pS", 20, 2, 50, 1, Text(zh="单通道电导", en="single-channel conductance"),
        domain="positive",
    )  # fmt: skip
    share = Parameter(
        "share_Na", r"g_\mathrm{Na}/g_\mathrm{syn}", "", 0.6, 0, 1, 0.01,
        Text(zh="Na⁺ 在电导中的份额", en="share of Na⁺ in the conductance"), domain="nonnegative",
    )  # fmt: skip
    ratio = Parameter(
        "P_ratio", r"P_\mathrm{Na}/P_\mathrm{K}", "", 1, 0.1, 10, 0.1,
        Text(zh="GHK 曲线的通透性之比", en="permeability ratio of the GHK curve"), scale="log", domain="positive",
    )  # fmt: skip
    V = membrane_potential("V_m", -65, -100, 60)
    v, f, na, k, r = (p.sympy for p in (V, share, E_Na, E_K, ratio))
    g, rev, E_ghk = symbol("g_syn"), symbol("E_rev"), symbol("E_ghk")
    # To a channel that takes Na+ r times as easily as K+, both together are one monovalent ion of concentration X.
    X_out = r * OUTSIDE["Na"] + OUTSIDE["K"]
    X_in = r * OUTSIDE["Na"] * sympy.exp(-na / thermal_voltage) + OUTSIDE["K"] * sympy.exp(-k / thermal_voltage)
    u, u_rev = v / thermal_voltage, E_ghk / thermal_voltage
    curve = (X_in * x_over_expm1(-u) - X_out * x_over_expm1(u)) / (X_out * x_over_expm1(u_rev))
    return AlgebraicModel(
        "mixed_cation_channel",
        [N, gamma, share, E_Na, E_K, V, ratio, T],
        {
            "g_syn": _nS(
                conversion(1e-3) * N.sympy * gamma.sympy, r"g_\mathrm{syn}", "突触电导", "synaptic conductance"
            ),
            "g_Na": _nS(f * g, r"g_\mathrm{Na}", "Na⁺ 的电导", "conductance of Na⁺"),
            "g_K": _nS((1 - f) * g, r"g_\mathrm{K}", "K⁺ 的电导", "conductance of K⁺"),
            "E_rev": _mV(
                weighted_mean((f, 1 - f), (na, k)), r"E_\mathrm{rev}", "反转电位（加权平均）", "reversal, weighted mean"
            ),
            "E_mid": _mV(
                (na + k) / 2, r"(E_\mathrm{Na}+E_\mathrm{K})/2", "两个平衡电位的中点", "midpoint of the two potentials"
            ),
            "DF": _mV(v - rev, r"V_\mathrm{m}-E_\mathrm{rev}", "驱动力", "driving force"),
            "I_Na": _pA(symbol("g_Na") * (v - na), r"I_\mathrm{Na}", "Na⁺ 电流", "current of Na⁺"),
            "I_K": _pA(symbol("g_K") * (v - k), r"I_\mathrm{K}", "K⁺ 电流", "current of K⁺"),
            "I": _pA(g * (v - rev), r"I_\mathrm{syn}", "总电流（外向为正）", "total current (outward positive)"),
            "I_Na_at_reversal": _pA(
                symbol("g_Na") * (rev - na), r"I_\mathrm{Na}(E_\mathrm{rev})", "反转电位处的 Na⁺ 电流",
                "current of Na⁺ at the reversal potential",
            ),
            "I_K_at_reversal": _pA(
                symbol("g_K") * (rev - k), r"I_\mathrm{K}(E_\mathrm{rev})", "反转电位处的 K⁺ 电流",
                "current of K⁺ at the reversal potential",
            ),
            "E_ghk": _mV(
                thermal_voltage * sympy.log(X_out / X_in), r"E_\mathrm{GHK}", "GHK 反转电位", "GHK reversal potential"
            ),
            "I_ghk": _pA(
                g * thermal_voltage * curve,
                r"I_\mathrm{GHK}",
                "GHK 电流（在反转处斜率相同）",
                "GHK current (same slope at its reversal)",
            ),
            "chord_ratio": _number(
                (E_ghk - k) / (na - E_ghk),
                r"(E_\mathrm{GHK}-E_\mathrm{K})/(E_\mathrm{Na}-E_\mathrm{GHK})",
                "GHK 反转处 Na⁺ 与 K⁺ 的弦电导之比",
                "chord conductances of Na⁺ and K⁺ at the GHK reversal, their ratio",
            ),
        },
        source="Hille2001",
    )  # fmt: skip


mixed_cation_channel_model = register(_mixed_cation_channel())


def _synapse_clamp() -> AlgebraicModel:
    """A clamped cell: a leak, and a receptor open to Na+ and K+ that an antagonist can close."""
    ion = lambda name, label: Parameter(  # noqa: E731
        f"g_{name}", rf"g_\mathrm{{{name}}}", "nS", 4, 0, 20, 0.2,
        Text(zh=f"受体对 {label} 的电导", en=f"receptor's conductance for {label}"), domain="nonnegative",
    )  # fmt: skip
    g_Na, g_K = ion("Na", "Na⁺"), ion("K", "K⁺")
    gate = Parameter(
        "gate", "m", "", 1, 0, 1, 1, Text(zh="受体：1 开放，0 被拮抗剂关闭", en="receptor: 1 open, 0 blocked"),
        domain="nonnegative",
    )  # fmt: skip
    V = membrane_potential("V_m", -65, -120, 60)
    leak = g_L.sympy * (V.sympy - E_L.sympy)
    synaptic = g_Na.sympy * (V.sympy - E_Na.sympy) + g_K.sympy * (V.sympy - E_K.sympy)
    return AlgebraicModel(
        "synapse_clamp",
        [V, gate, g_Na, g_K, g_L, E_Na, E_K, E_L],
        {
            "I_leak": _pA(leak, r"I_\mathrm{L}", "漏电流", "leak current"),
            "I_syn": _pA(gate.sympy * synaptic, r"I_\mathrm{syn}", "突触电流", "synaptic current"),
            "I": _pA(symbol("I_leak") + symbol("I_syn"), "I", "电极读到的电流", "current of the electrode"),
        },
        source="Hille2001",
    )


synapse_clamp_model = register(_synapse_clamp())


# -- a cell that adds excitation and inhibition ---------------------------------------------------------------------


def _steady_integration() -> AlgebraicModel:
    l, e, i = g_L.sympy, g_E.sympy, g_I.sympy  # noqa: E741
    EL, EE, EI, th = E_L.sympy, E_E.sympy, E_I.sympy, V_th.sympy
    V_E, V_I, V = symbol("V_E"), symbol("V_I"), symbol("V_both")
    return AlgebraicModel(
        "steady_integration",
        [g_L, g_E, g_I, E_L, E_E, E_I, V_th],
        {
            "V_E": _mV(weighted_mean((l, e), (EL, EE)), r"V_\mathrm{E}", "只有兴奋", "excitation alone"),
            "V_I": _mV(weighted_mean((l, i), (EL, EI)), r"V_\mathrm{I}", "只有被测电导", "tested input alone"),
            "V_both": _mV(
                weighted_mean((l, e, i), (EL, EE, EI)), r"V_\mathrm{both}", "两者同时", "both together"
            ),
            "from_rest": _mV(V_I - EL, r"V_\mathrm{I}-E_\mathrm{L}", "单独作用时的电位变化", "change alone, from rest"),
            "rise": _mV(V_E - EL, r"V_\mathrm{E}-E_\mathrm{L}", "兴奋引起的去极化", "depolarisation by excitation"),
            "rise_both": _mV(
                V - EL, r"V_\mathrm{both}-E_\mathrm{L}", "两者同时的去极化", "depolarisation by both"
            ),
            "change": _mV(
                V - V_E, r"V_\mathrm{both}-V_\mathrm{E}", "它使兴奋的结果改变多少", "what it adds to excitation"
            ),
            "margin": _mV(V - th, r"V_\mathrm{both}-V_\mathrm{th}", "离阈值（正值：越过）", "beyond threshold"),
            "g_total": _nS(l + e + i, r"g_\mathrm{total}", "总电导", "total conductance"),
            "I_E": _pA(e * (V - EE), r"I_\mathrm{E}", "兴奋性电流", "excitatory current"),
            "I_I": _pA(i * (V - EI), r"I_\mathrm{I}", "被测电导的电流", "current of the tested input"),
        },
        source="Koch1999; CoombsEcclesFatt1955",
    )  # fmt: skip


steady_integration_model = register(_steady_integration())

RISE_E, RISE_I = 0.3, 0.5  # ms
ONSET = 50  # ms, of excitation
_FOLLOW = 10  # 1/ms, how closely the record of the highest potential follows
_BELOW = 10  # mV below rest, where that record begins


def _synapse_timing() -> DynamicalModel:
    """A passive cell with one excitatory and one inhibitory input; the second comes ``lead`` ms before the first."""
    excitation = replace(g_E, default=18)
    inhibition = replace(E_I, default=-55, minimum=-90, maximum=-30)
    lead = Parameter(
        "lead", r"\Delta t", "ms", 10, -20, 40, 1,
        Text(zh="GABA 比兴奋提前多少", en="GABA leads excitation by"),
    )  # fmt: skip
    tau_E = Parameter(
        "tau_E", r"\tau_\mathrm{E}", "ms", 3, 1, 10, 0.5, Text(zh="兴奋性电导的衰减", en="decay of excitation"),
        domain="positive",
    )  # fmt: skip
    tau_I = Parameter(
        "tau_I", r"\tau_\mathrm{I}", "ms", 6, 2, 30, 0.5, Text(zh="GABA 电导的衰减", en="decay of GABA"),
        domain="positive",
    )  # fmt: skip
    start = ONSET - lead.sympy
    on_E, on_I = symbol("now_E"), symbol("now_I")
    names = {"both": (on_E, on_I), "E": (on_E, 0), "I": (0, on_I)}
    tex = {"both": r"V", "E": r"V_\mathrm{E}", "I": r"V_\mathrm{I}"}
    said = {
        "both": Text(zh="膜电位，两者都有", en="membrane potential, both inputs"),
        "E": Text(zh="膜电位，只有兴奋", en="membrane potential, excitation alone"),
        "I": Text(zh="膜电位，只有 GABA", en="membrane potential, GABA alone"),
    }
    states = {}
    for name, (e, i) in names.items():
        v = symbol(f"v_{name}")
        pull = g_L.sympy * (E_L.sympy - v) + e * (E_E.sympy - v) + i * (inhibition.sympy - v)
        states[f"v_{name}"] = State(pull / C_m.sympy, E_L.sympy, tex[name], "mV", said[name])
    top = Text(zh="到此刻为止的最高电位", en="highest potential so far")
    for name in ("both", "E"):
        m, v = symbol(f"m_{name}"), symbol(f"v_{name}")
        states[f"m_{name}"] = State(_FOLLOW * sympy.Max(v - m, 0), E_L.sympy - _BELOW, rf"\max {tex[name]}", "mV", top)
    return DynamicalModel(
        "synapse_timing",
        [lead, excitation, g_I, inhibition, tau_E, tau_I, E_L, E_E, V_th, g_L, C_m],
        states=states,
        inputs={
            "now_E": excitation.sympy * biexponential(ONSET, sympy.Float(RISE_E), tau_E.sympy),
            "now_I": g_I.sympy * biexponential(start, sympy.Float(RISE_I), tau_I.sympy),
        },
        outputs={
            "V": Output(symbol("v_both"), "V", "mV", said["both"]),
            "V_E": Output(symbol("v_E"), r"V_\mathrm{E}", "mV", said["E"]),
            "V_I": Output(symbol("v_I"), r"V_\mathrm{I}", "mV", said["I"]),
            "conductance_E": _nS(on_E, r"g_\mathrm{E}(t)", "兴奋性电导", "excitatory conductance"),
            "conductance_I": _nS(on_I, r"g_\mathrm{I}(t)", "GABA 电导", "GABA conductance"),
            "peak": _mV(symbol("m_both"), r"V_\mathrm{peak}", "两者都有时的峰值", "peak with both"),
            "peak_E": _mV(symbol("m_E"), r"V_\mathrm{peak,E}", "只有兴奋时的峰值", "peak with excitation alone"),
            "margin": _mV(
                symbol("peak") - V_th.sympy, r"V_\mathrm{peak}-V_\mathrm{th}", "峰值离阈值", "peak beyond threshold"
            ),
            "margin_E": _mV(
                symbol("peak_E") - V_th.sympy,
                r"V_\mathrm{peak,E}-V_\mathrm{th}",
                "只有兴奋时峰值离阈值",
                "peak of excitation alone beyond threshold",
            ),
        },
        time=Time("ms", 100, samples=401, breakpoints=[sympy.Integer(ONSET), start]),
        substeps=10,
        source="GulledgeStuart2003; Koch1999",
    )  # fmt: skip


synapse_timing_model = register(_synapse_timing())


# -- balance ---------------------------------------------------------------------------------------------------------


def _conductance_balance() -> AlgebraicModel:
    """A cell with leak 1: what a ratio of conductances does to the voltage and to the two currents."""
    relative = lambda name, tex, default, high, zh, en: Parameter(  # noqa: E731
        name, tex, "", default, 0.01, high, 0.01, Text(zh=zh, en=en), scale="log", domain="positive"
    )
    gE = relative("g_exc", r"g_\mathrm{E}/g_\mathrm{L}", 2, 20, "兴奋性电导", "excitatory conductance")
    gI = relative("g_inh", r"g_\mathrm{I}/g_\mathrm{L}", 6, 50, "抑制性电导", "inhibitory conductance")
    EI = replace(E_I, default=-70, minimum=-90, maximum=-45)
    EL = replace(E_L, default=-70, minimum=-75, maximum=-60)
    at = Parameter("V_at", r"V^*", "mV", -60, -80, -20, 1, Text(zh="比较电流时的电位", en="potential of comparison"))
    leak = 10  # nS, to have currents in pA
    V, ref = symbol("V_m"), at.sympy
    return AlgebraicModel(
        "conductance_balance",
        [gE, gI, EI, EL, at],
        {
            "V_m": _mV(
                weighted_mean((1, gE.sympy, gI.sympy), (EL.sympy, 0, EI.sympy)), r"V_\infty", "稳态膜电位",
                "steady membrane potential",
            ),
            "ratio": _number(
                gE.sympy / gI.sympy, r"g_\mathrm{E}/g_\mathrm{I}", "电导之比 R", "ratio of conductances R"
            ),
            "R_balance": _number(
                (ref - EI.sympy) / -ref, r"R^*", "在该电位下使两个电流相抵的 R",
                "R at which the currents cancel at that potential",
            ),
            "I_E": _pA(leak * gE.sympy * V, r"I_\mathrm{E}", "兴奋性电流", "excitatory current"),
            "I_I": _pA(leak * gI.sympy * (V - EI.sympy), r"I_\mathrm{I}", "抑制性电流", "inhibitory current"),
            "I_leak": _pA(leak * (V - EL.sympy), r"I_\mathrm{L}", "漏电流", "leak current"),
            "I_net": _pA(
                symbol("I_E") + symbol("I_I"), r"I_\mathrm{E}+I_\mathrm{I}", "突触电流之和", "sum of synaptic currents"
            ),
            "I_E_at": _pA(
                leak * gE.sympy * ref, r"I_\mathrm{E}(V^*)", "比较电位下的兴奋性电流", "excitatory current at V*"
            ),
            "I_I_at": _pA(
                leak * gI.sympy * (ref - EI.sympy), r"I_\mathrm{I}(V^*)", "比较电位下的抑制性电流",
                "inhibitory current at V*",
            ),
            "I_net_at": _pA(
                symbol("I_E_at") + symbol("I_I_at"),
                r"I_\mathrm{net}(V^*)",
                "比较电位下两电流之和",
                "their sum at V*",
            ),
        },
        source="OkunLampl2009; WehrZador2003",
    )  # fmt: skip


conductance_balance_model = register(_conductance_balance())
