"""What a ratio of excitatory to inhibitory conductance says, and what it does not."""

from __future__ import annotations

import numpy as np

from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, ModelValueError, Output, Parameter, register, symbol

E_EXC, E_LEAK = 0, -65  # mV


def _ei_balance() -> AlgebraicModel:
    ratio = Parameter(
        "ratio", "R", "", 1, 0.02, 5, 0.01,
        Text(zh="兴奋电导与抑制电导之比", en="excitatory over inhibitory conductance"), scale="log", domain="positive",
    )  # fmt: skip
    synaptic = Parameter(
        "synaptic", r"(g_\mathrm{E}+g_\mathrm{I})/g_\mathrm{L}", "", 4, 0.1, 50, 0.1,
        Text(zh="突触总电导与漏电导之比", en="synaptic over leak conductance"), scale="log", domain="nonnegative",
    )  # fmt: skip
    V_m = Parameter("V_m", r"V_\mathrm{m}", "mV", -60, -64, -40, 1, Text(zh="膜电位", en="membrane potential"))
    E_I = Parameter(
        "E_I", r"E_\mathrm{I}", "mV", -75, -85, -65, 1,
        Text(zh="抑制的反转电位", en="reversal potential of inhibition"),
    )  # fmt: skip
    V_th = Parameter("V_th", r"V_\mathrm{th}", "mV", -50, -55, -40, 1, Text(zh="发放阈值", en="spike threshold"))
    R, G, V, EI, Vth = (p.sympy for p in (ratio, synaptic, V_m, E_I, V_th))
    g_E, g_I = symbol("share_E"), symbol("share_I")
    return AlgebraicModel(
        "ei_balance",
        [ratio, synaptic, V_m, E_I, V_th],
        {
            "share_E": Output(
                G * R / (1 + R), r"g_\mathrm{E}/g_\mathrm{L}", "",
                Text(zh="兴奋电导与漏电导之比", en="excitatory over leak conductance"),
            ),
            "share_I": Output(
                G / (1 + R), r"g_\mathrm{I}/g_\mathrm{L}", "",
                Text(zh="抑制电导与漏电导之比", en="inhibitory over leak conductance"),
            ),
            "balance_ratio": Output(
                (V - EI) / (E_EXC - V), "R^*", "",
                Text(zh="电流平衡时的电导比", en="conductance ratio at which the currents cancel"),
            ),
            "threshold_ratio": Output(
                (Vth - EI) / (E_EXC - Vth), r"R^*_\mathrm{th}", "",
                Text(zh="使突触电流在阈值处抵消的电导比", en="conductance ratio whose currents cancel at threshold"),
            ),
            "current_ratio": Output(
                R * (E_EXC - V) / (V - EI), r"|I_\mathrm{E}|/|I_\mathrm{I}|", "",
                Text(zh="兴奋电流与抑制电流之比", en="excitatory over inhibitory current"),
            ),
            "reversal": Output(
                (R * E_EXC + EI) / (R + 1), r"E_\mathrm{syn}", "mV",
                Text(zh="突触合电流的反转电位", en="reversal potential of both synaptic conductances together"),
            ),
            "V_inf": Output(
                (E_LEAK + g_E * E_EXC + g_I * EI) / (1 + g_E + g_I), r"V_\infty", "mV",
                Text(zh="两种电导都恒定时的膜电位", en="membrane potential if both conductances stayed constant"),
            ),
            "above_threshold": Output(
                symbol("V_inf") - Vth, r"V_\infty-V_\mathrm{th}", "mV",
                Text(zh="该电位高出阈值", en="how far that is above threshold"),
            ),
        },
        source="Destexhe2001; OkunLampl2009",
    )  # fmt: skip


ei_balance_model = register(_ei_balance())


def conductance_ratio(g_E, g_I) -> float | np.ndarray:
    """R, the mean excitatory over the mean inhibitory conductance; traces are averaged along their last axis.

    The means are taken first: a mean of momentary ratios would be another number, and undefined where inhibition is 0.

    Parameters
    ----------
    g_E, g_I : float or array_like
        Conductances in one unit, equally spaced in time.

    Returns
    -------
    float or ndarray
        A pure number, infinite without inhibition.

    Raises
    ------
    ModelValueError
        If a conductance is negative or not a number, or if both vanish.
    """
    means = []
    for name, values in (("g_E", g_E), ("g_I", g_I)):
        values = np.asarray(values, float)
        if not np.all(np.isfinite(values)) or np.any(values < 0):
            raise ModelValueError(
                Text(
                    zh=f"电导 {name} 必须是不小于 0 的数。", en=f"The conductance {name} must be numbers of at least 0."
                )
            )
        means.append(values.mean(axis=-1) if values.ndim else values)
    excitation, inhibition = means
    if np.any((excitation == 0) & (inhibition == 0)):
        raise ModelValueError(
            Text(zh="两种电导都是 0，比值没有意义。", en="Both conductances vanish, so they have no ratio.")
        )
    with np.errstate(divide="ignore"):
        result = np.divide(excitation, inhibition)
    return float(result) if np.ndim(result) == 0 else result


def balance_ratio(V_m=-60.0, E_I=-75.0) -> float | np.ndarray:
    """R*, the conductance ratio at which excitatory and inhibitory currents cancel: (V_m - E_I)/(0 - V_m).

    It belongs to one voltage and one reversal potential: 0.25 at -60 mV with E_I = -75 mV, 0.10 with E_I = -66 mV.
    Read the other way round, it gives the ratio of two conductances from the voltage at which they cancel.

    Parameters
    ----------
    V_m : float or array_like
        Membrane potential in mV, below the reversal potential of excitation (0 mV).
    E_I : float or array_like
        Reversal potential of inhibition in mV.

    Returns
    -------
    float or ndarray
        A pure number; negative below E_I, where both currents run inward and no ratio can balance them.

    Raises
    ------
    ModelValueError
        If a value is not a number.
    """
    return ei_balance_model.evaluate("balance_ratio", V_m=V_m, E_I=E_I)


def synaptic_reversal(ratio=1.0, E_I=-75.0) -> float | np.ndarray:
    """The potential at which two conductances of the given ratio cancel: (R 0 + E_I)/(R + 1) mV.

    It is where the membrane sits when both conductances are constant and far larger than the leak.

    Parameters
    ----------
    ratio : float or array_like
        Excitatory over inhibitory conductance.
    E_I : float or array_like
        Reversal potential of inhibition in mV.

    Returns
    -------
    float or ndarray
        Potential in mV: -37.5 for a ratio of 1 and E_I = -75 mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return ei_balance_model.evaluate("reversal", ratio=ratio, E_I=E_I)
