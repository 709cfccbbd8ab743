"""Quantities that the models of part 2 share, with the book's master values.

A cell at rest at −65 mV with a threshold of −50 mV; conductances in nS, capacitance in pF, so that nS × mV = pA and
pF / nS = ms.  Reversal potentials: 0 mV for glutamate-gated cation channels, −66 mV for GABA_A.  The latter is the
chloride potential of 10 mM Cl⁻ inside and 120 mM outside; where bicarbonate is counted too (15/25 mM, permeability 0.2
of chloride), E_GABA = −66 mV belongs to 7.6 mM Cl⁻ inside instead.
"""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.common import (
    F,
    T,
    concentration,
    membrane_potential,
    nernst_expression,
    thermal_voltage,
)
from labsupport.i18n import Text
from labsupport.modelling import Parameter, t

__all__ = [
    "E_E",
    "E_I",
    "E_K",
    "E_L",
    "P_HCO3",
    "C_m",
    "Cl_in",
    "Cl_out",
    "E_Na",
    "F",
    "HCO3_in",
    "HCO3_out",
    "T",
    "V_th",
    "biexponential",
    "concentration",
    "g_E",
    "g_I",
    "g_L",
    "gaba_expression",
    "membrane_potential",
    "nernst_expression",
    "peak_time",
    "thermal_voltage",
    "weighted_mean",
]


def _potential(name: str, tex: str, default: float, minimum: float, maximum: float, zh: str, en: str) -> Parameter:
    return Parameter(name, tex, "mV", default, minimum, maximum, 1, Text(zh=zh, en=en))


def _conductance(name: str, tex: str, default: float, minimum: float, maximum: float, zh: str, en: str) -> Parameter:
    domain = "positive" if minimum > 0 else "nonnegative"
    return Parameter(name, tex, "nS", default, minimum, maximum, 0.5, Text(zh=zh, en=en), domain=domain)


E_L = _potential(
    "E_L", r"E_\mathrm{L}", -65, -80, -55, "漏电导的反转电位（静息电位）", "reversal of the leak (resting potential)"
)
V_th = _potential("V_th", r"V_\mathrm{th}", -50, -60, -40, "放电阈值", "spike threshold")
E_E = _potential("E_E", r"E_\mathrm{E}", 0, -20, 20, "兴奋性电导的反转电位", "reversal of the excitatory conductance")
E_I = _potential("E_I", r"E_\mathrm{I}", -66, -95, 0, "抑制性电导的反转电位", "reversal of the inhibitory conductance")
E_Na = _potential("E_Na", r"E_\mathrm{Na}", 60, 40, 70, "Na⁺ 的平衡电位", "equilibrium potential of Na⁺")
E_K = _potential("E_K", r"E_\mathrm{K}", -90, -105, -75, "K⁺ 的平衡电位", "equilibrium potential of K⁺")
g_L = _conductance("g_L", r"g_\mathrm{L}", 10, 5, 30, "漏电导", "leak conductance")
g_E = _conductance("g_E", r"g_\mathrm{E}", 5, 0, 40, "兴奋性电导", "excitatory conductance")
g_I = _conductance("g_I", r"g_\mathrm{I}", 20, 0, 100, "抑制性电导", "inhibitory conductance")
C_m = Parameter(
    "C_m", r"C_\mathrm{m}", "pF", 200, 50, 400, 10, Text(zh="膜电容", en="membrane capacitance"), domain="positive"
)

Cl_out = concentration("Cl", "out", 120, 100, 140, 1)
Cl_in = concentration("Cl", "in", 10, 2, 60, 0.1, scale="log")


def _bicarbonate(side: str, default: float, minimum: float, maximum: float, zh: str, en: str) -> Parameter:
    return Parameter(
        f"HCO3_{side}",
        rf"[\mathrm{{HCO_3^-}}]_\mathrm{{{side}}}",
        "mM",
        default,
        minimum,
        maximum,
        0.5,
        Text(zh=f"{zh} HCO₃⁻ 浓度", en=f"HCO₃⁻ {en}"),
        domain="nonnegative",
    )


HCO3_out = _bicarbonate("out", 25, 15, 30, "细胞外", "outside")
HCO3_in = _bicarbonate("in", 15, 5, 25, "细胞内", "inside")
P_HCO3 = Parameter(
    "P_HCO3", r"P_\mathrm{HCO_3}/P_\mathrm{Cl}", "", 0.2, 0, 0.4, 0.01,
    Text(zh="HCO₃⁻ 与 Cl⁻ 的通透性之比", en="permeability of HCO₃⁻ relative to Cl⁻"), domain="nonnegative",
)  # fmt: skip


def weighted_mean(conductances, potentials) -> sympy.Expr:
    """The potential at which parallel linear conductances carry no net current: sum(g E) / sum(g)."""
    pairs = list(zip(conductances, potentials, strict=True))
    return sympy.Add(*(g * E for g, E in pairs)) / sympy.Add(*(g for g, _ in pairs))


def gaba_expression(cl_out, cl_in, hco3_out, hco3_in, permeability) -> sympy.Expr:
    """GHK reversal potential in mV of a channel open to chloride and, ``permeability`` times as well, bicarbonate."""
    return nernst_expression(cl_out + permeability * hco3_out, cl_in + permeability * hco3_in, -1)


def peak_time(rise, decay) -> sympy.Expr:
    """Time of the peak of `biexponential` after its onset, in the unit of the two time constants."""
    return rise * decay / (decay - rise) * sympy.log(decay / rise)


def biexponential(onset, rise, decay, time=t) -> sympy.Expr:
    """exp(-s/decay) - exp(-s/rise) at s = time - onset, scaled to a peak of 1; zero before the onset.

    ``rise`` and ``decay`` are the time constants, ``rise`` the smaller of the two.
    """
    s = sympy.Max(time - onset, 0)
    peak = peak_time(rise, decay)
    norm = sympy.exp(-peak / decay) - sympy.exp(-peak / rise)
    return (sympy.exp(-s / decay) - sympy.exp(-s / rise)) / norm
