"""Chloride: the reversal potential of GABA_A receptors, and what sets the chloride inside a neuron."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.electrochemistry.common import thermal_voltage
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol, t
from labsupport.synapse.common import (
    E_L,
    P_HCO3,
    Cl_in,
    Cl_out,
    F,
    HCO3_in,
    HCO3_out,
    T,
    V_th,
    concentration,
    gaba_expression,
    membrane_potential,
    nernst_expression,
)


def _mV(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "mV", Text(zh=zh, en=en))


def _gaba_reversal() -> AlgebraicModel:
    V = membrane_potential("V_m", -65, -100, 0)
    co, ci, ho, hi, p = (q.sympy for q in (Cl_out, Cl_in, HCO3_out, HCO3_in, P_HCO3))
    E, E_Cl = symbol("E_GABA"), symbol("E_Cl")
    return AlgebraicModel(
        "gaba_reversal",
        [Cl_in, Cl_out, HCO3_in, HCO3_out, P_HCO3, V, E_L, V_th, T],
        {
            "E_Cl": _mV(
                nernst_expression(co, ci, -1), r"E_\mathrm{Cl}", "Cl⁻ 的平衡电位", "equilibrium potential of Cl⁻"
            ),
            "E_HCO3": _mV(
                nernst_expression(ho, hi, -1), r"E_\mathrm{HCO_3}", "HCO₃⁻ 的平衡电位", "equilibrium potential of HCO₃⁻"
            ),
            "E_GABA": _mV(
                gaba_expression(co, ci, ho, hi, p),
                r"E_\mathrm{GABA}",
                "GABA_A 受体的反转电位",
                "reversal of GABA_A receptors",
            ),
            "gap": _mV(E - E_Cl, r"E_\mathrm{GABA}-E_\mathrm{Cl}", "HCO₃⁻ 造成的差", "difference made by HCO₃⁻"),
            "DF_Cl": _mV(V.sympy - E_Cl, r"V_\mathrm{m}-E_\mathrm{Cl}", "Cl⁻ 的驱动力", "driving force on Cl⁻"),
            "DF": _mV(
                V.sympy - E, r"V_\mathrm{m}-E_\mathrm{GABA}", "GABA 电流的驱动力", "driving force on the current"
            ),
            "from_rest": _mV(E - E_L.sympy, r"E_\mathrm{GABA}-E_\mathrm{L}", "比静息高多少", "above rest"),
            "from_threshold": _mV(E - V_th.sympy, r"E_\mathrm{GABA}-V_\mathrm{th}", "比阈值高多少", "above threshold"),
            "Cl_passive": Output(
                co * sympy.exp(V.sympy / thermal_voltage),
                r"[\mathrm{Cl^-}]_\mathrm{passive}",
                "mM",
                Text(zh="被动分布时的胞内 Cl⁻", en="Cl⁻ inside if passive"),
            ),
        },
        source="Kaila1994",
    )  # fmt: skip


gaba_reversal_model = register(_gaba_reversal())


def chloride_potential(Cl_in=10.0, Cl_out=120.0, T=310.0) -> float | np.ndarray:
    """Equilibrium potential of chloride, -(RT/F) ln(Cl_out/Cl_in).

    Parameters
    ----------
    Cl_in, Cl_out : float or array_like
        Concentrations in mM.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV: -66.4 for 10 mM inside and 120 mM outside at 310 K.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gaba_reversal_model.evaluate("E_Cl", Cl_in=Cl_in, Cl_out=Cl_out, T=T)


def gaba_reversal_potential(
    Cl_in=10.0, Cl_out=120.0, HCO3_in=15.0, HCO3_out=25.0, P_HCO3=0.2, T=310.0
) -> float | np.ndarray:
    """Reversal potential of GABA_A receptors, open to chloride and, less so, to bicarbonate [Kaila1994].

    GHK for two anions: -(RT/F) ln((Cl_out + p HCO3_out)/(Cl_in + p HCO3_in)).  With ``P_HCO3`` = 0 it is the
    equilibrium potential of chloride.

    Parameters
    ----------
    Cl_in, Cl_out, HCO3_in, HCO3_out : float or array_like
        Concentrations in mM.
    P_HCO3 : float or array_like
        Permeability of bicarbonate relative to chloride, usually 0.2 to 0.3.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gaba_reversal_model.evaluate(
        "E_GABA", Cl_in=Cl_in, Cl_out=Cl_out, HCO3_in=HCO3_in, HCO3_out=HCO3_out, P_HCO3=P_HCO3, T=T
    )


# Sodium and potassium of the cell whose chloride is followed, mM, and its volume, a sphere of 15 µm.
SODIUM = {"in": 12, "out": 145}
POTASSIUM_IN = 140
VOLUME = 1.767  # pL
# s, when the load begins; odd, as its end is: samples stand at even seconds, so no jump falls on one.
LOAD_AT = 301
RATE = 0.03  # mM/s, of either cotransporter at activity 1 and full drive


def _chloride_homeostasis() -> DynamicalModel:
    """Chloride inside a neuron: KCC2 out, NKCC1 in, GABA_A receptors both ways; V_m is given, not computed."""

    def activity(name: str, tex: str, default: float, zh: str, en: str) -> Parameter:
        return Parameter(name, tex, "", default, 0, 2, 0.05, Text(zh=zh, en=en), domain="nonnegative")

    kcc2 = activity("kcc2", "k_2", 1, "KCC2 的活性（相对）", "activity of KCC2 (relative)")
    nkcc1 = activity("nkcc1", "k_1", 0.05, "NKCC1 的活性（相对）", "activity of NKCC1 (relative)")
    conductance = lambda name, tex, default, high, step, zh, en: Parameter(  # noqa: E731
        name, tex, "nS", default, 0, high, step, Text(zh=zh, en=en), domain="nonnegative"
    )
    tonic = conductance("g_tonic", r"g_\mathrm{tonic}", 0.2, 5, 0.1, "持续的 Cl⁻ 电导", "Cl⁻ conductance always open")
    load = conductance(
        "g_load", r"g_\mathrm{load}", 20, 25, 1, "负荷期间增加的 Cl⁻ 电导", "Cl⁻ conductance added by the load"
    )
    V_rest = replace(E_L, name="V_rest", symbol=r"V_\mathrm{rest}", label=Text(zh="平时的膜电位", en="usual potential"))
    V_load = Parameter(
        "V_load", r"V_\mathrm{load}", "mV", -40, -80, -20, 1, Text(zh="负荷期间的膜电位", en="potential under load")
    )
    length = Parameter(
        "length", r"t_\mathrm{load}", "s", 60, 0, 120, 2, Text(zh="负荷的时长", en="length of the load"),
        domain="nonnegative",
    )  # fmt: skip
    K_out = concentration("K", "out", 4, 2, 15, 0.5)
    start = replace(
        Cl_in,
        name="Cl_start",
        default=10,
        symbol=r"[\mathrm{Cl^-}]_0",
        label=Text(zh="起始的胞内 Cl⁻", en="Cl⁻ at start"),
    )
    begin = sympy.Integer(LOAD_AT)
    end = begin + length.sympy
    cl, out = symbol("Cl"), Cl_out.sympy
    loaded = sympy.Piecewise((1, (t > begin) & (t <= end)), (0, True))
    V, g = symbol("V_now"), symbol("g_now")
    # nS × mV / (C/mol × pL) = 1e-12 A / (1e-12 L × C/mol) = mol/L/s; 1000 for mM.
    per_pA = conversion(1000) / (F * conversion(VOLUME))
    E_Cl = nernst_expression(out, cl, -1)
    j_kcc2 = RATE * kcc2.sympy * (POTASSIUM_IN * cl / (K_out.sympy * out) - 1)
    j_nkcc1 = RATE * nkcc1.sympy * (1 - SODIUM["in"] * POTASSIUM_IN * cl**2 / (SODIUM["out"] * K_out.sympy * out**2))
    j_channel = per_pA * g * (V - E_Cl)
    rate = lambda expression, tex, zh, en: Output(expression, tex, "mM/s", Text(zh=zh, en=en))  # noqa: E731
    return DynamicalModel(
        "chloride_homeostasis",
        [kcc2, nkcc1, tonic, load, length, V_rest, V_load, V_th, K_out, Cl_out, start, P_HCO3, HCO3_out, HCO3_in, T],
        states={
            "Cl": State(
                j_nkcc1 + j_channel - j_kcc2,
                start.sympy,
                r"[\mathrm{Cl^-}]_\mathrm{in}",
                "mM",
                Text(zh="胞内 Cl⁻ 浓度", en="Cl⁻ inside"),
            )
        },
        inputs={"loaded": loaded},
        definitions={
            "V_now": (
                V_rest.sympy + symbol("loaded") * (V_load.sympy - V_rest.sympy), r"V_\mathrm{m}"
            ),
            "g_now": (tonic.sympy + symbol("loaded") * load.sympy, r"g_\mathrm{Cl}"),
        },
        outputs={
            "Cl_in": Output(cl, r"[\mathrm{Cl^-}]_\mathrm{in}", "mM", Text(zh="胞内 Cl⁻ 浓度", en="Cl⁻ inside")),
            "V_m": _mV(V, r"V_\mathrm{m}", "膜电位", "membrane potential"),
            "E_Cl": _mV(E_Cl, r"E_\mathrm{Cl}", "Cl⁻ 的平衡电位", "equilibrium potential of Cl⁻"),
            "E_GABA": _mV(
                gaba_expression(out, cl, HCO3_out.sympy, HCO3_in.sympy, P_HCO3.sympy),
                r"E_\mathrm{GABA}",
                "GABA_A 受体的反转电位",
                "reversal of GABA_A receptors",
            ),
            "above_rest": _mV(
                symbol("E_GABA") - V_rest.sympy,
                r"E_\mathrm{GABA}-V_\mathrm{rest}",
                "E_GABA 比静息高多少",
                "E_GABA above rest",
            ),
            "load_end": Output(end, r"t_\mathrm{end}", "s", Text(zh="负荷结束的时刻", en="end of the load")),
            "J_KCC2": rate(j_kcc2, r"J_\mathrm{KCC2}", "KCC2 运出", "out by KCC2"),
            "J_NKCC1": rate(j_nkcc1, r"J_\mathrm{NKCC1}", "NKCC1 运入", "in by NKCC1"),
            "J_channel": rate(j_channel, r"J_\mathrm{Cl}", "经 GABA_A 受体流入", "in through GABA_A receptors"),
        },
        time=Time("s", 720, samples=361, breakpoints=[begin, end]),
        substeps=14,
        source="Payne2003; Doyon2016; Dusterwald2018",
    )  # fmt: skip


chloride_homeostasis_model = register(_chloride_homeostasis())


def chloride_limits(K_out=4.0, Cl_out=120.0, V_m=-65.0, T=310.0) -> dict[str, float]:
    """Chloride inside at which each single route would stand still.

    KCC2 alone: Cl_out K_out/K_in, where E_Cl = E_K.  NKCC1 alone: Cl_out sqrt(Na_out K_out/(Na_in K_in)).  Channels
    alone: the passive distribution, where E_Cl = V_m.  Sodium 12/145 mM and potassium 140 mM inside.

    Parameters
    ----------
    K_out, Cl_out : float
        Concentrations in mM.
    V_m : float
        Membrane potential in mV.
    T : float
        Absolute temperature in K.

    Returns
    -------
    dict
        ``"KCC2"``, ``"NKCC1"`` and ``"channels"``, in mM.
    """
    gradient = SODIUM["out"] * K_out / (SODIUM["in"] * POTASSIUM_IN)
    return {
        "KCC2": Cl_out * K_out / POTASSIUM_IN,
        "NKCC1": float(Cl_out * np.sqrt(gradient)),
        "channels": gaba_reversal_model.evaluate("Cl_passive", Cl_out=Cl_out, V_m=V_m, T=T),
    }
