"""Driving force and ionic current of one ion."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion, elementary_charge, symbolic
from labsupport.electrochemistry.common import T, membrane_potential, valence
from labsupport.electrochemistry.nernst import nernst_model
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol

V_m = membrane_potential()
g = Parameter("g", "g", "nS", 1, 0, 20, 0.1, Text(zh="电导", en="conductance"), domain="nonnegative")
E_ion = Parameter("E_ion", r"E_\mathrm{ion}", "mV", -89, -150, 150, 1, Text(zh="平衡电位", en="equilibrium potential"))
DF, current = symbol("DF"), symbol("I")

_DF = Text(zh="驱动力", en="driving force")
_I = Text(zh="离子电流（外向为正）", en="ionic current (outward positive)")

ohmic_current_model = register(
    AlgebraicModel(
        "ohmic_current",
        [V_m, E_ion, g],
        {
            "DF": Output(V_m.sympy - E_ion.sympy, r"DF_\mathrm{ion}", "mV", _DF),
            "I": Output(g.sympy * DF, r"I_\mathrm{ion}", "pA", _I),
        },
        source="Hille2001, equation 1.9",
    )
)


def driving_force(V_m=-70.0, E_ion=-89.0) -> float | np.ndarray:
    """Electrochemical driving force on an ion, V_m - E_ion [Hille2001, equation 1.9].

    Positive means outward current for every ion; for an anion the ions themselves then move inward.

    Parameters
    ----------
    V_m, E_ion : float or array_like
        Membrane potential and equilibrium potential in mV.

    Returns
    -------
    float or ndarray
        Driving force in mV; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a finite number.
    """
    return ohmic_current_model.evaluate("DF", V_m=V_m, E_ion=E_ion)


def ionic_current(g=1.0, V_m=-70.0, E_ion=-89.0) -> float | np.ndarray:
    """Ionic current through a conductance, g (V_m - E_ion), outward positive [Hille2001, equation 1.9].

    Parameters
    ----------
    g : float or array_like
        Conductance in nS, not negative.
    V_m, E_ion : float or array_like
        Membrane potential and equilibrium potential in mV.

    Returns
    -------
    float or ndarray
        Current in pA; arrays broadcast.

    Raises
    ------
    ModelValueError
        If the conductance is negative or a value is not a finite number.
    """
    return ohmic_current_model.evaluate("I", g=g, V_m=V_m, E_ion=E_ion)


def _driving_force() -> AlgebraicModel:
    c_out = Parameter(
        "c_out", r"c_\mathrm{out}", "mM", 150, 1e-4, 200, 1, Text(zh="细胞外浓度", en="concentration outside"),
        scale="log", domain="positive",
    )  # fmt: skip
    c_in = Parameter(
        "c_in", r"c_\mathrm{in}", "mM", 12, 1e-4, 200, 1, Text(zh="细胞内浓度", en="concentration inside"),
        scale="log", domain="positive",
    )  # fmt: skip
    z = valence()
    E, flux = symbol("E"), symbol("flux")
    picoampere = conversion(1e-12)
    per_million = conversion(1e-6)
    return AlgebraicModel(
        "driving_force",
        [V_m, g, z, c_out, c_in, T],
        {
            "E": Output(
                nernst_model.expression("E"), r"E_\mathrm{ion}", "mV", Text(zh="平衡电位", en="equilibrium potential")
            ),
            "DF": Output(ohmic_current_model.expression("DF", E_ion=E), r"DF_\mathrm{ion}", "mV", _DF),
            "I": Output(ohmic_current_model.expression("I", E_ion=E), r"I_\mathrm{ion}", "pA", _I),
            "flux": Output(
                current * picoampere / (z.sympy * symbolic.e) * per_million,
                r"\Phi_\mathrm{ion}",
                "10⁶/s",
                Text(zh="离子流量（流出为正）", en="ion flux (leaving the cell positive)"),
            ),
            "current_direction": Output(
                sympy.sign(current),
                r"\operatorname{sgn} I",
                "",
                Text(zh="电流方向（+1 外向，−1 内向）", en="direction of the current (+1 outward, −1 inward)"),
            ),
            "flux_direction": Output(
                sympy.sign(flux),
                r"\operatorname{sgn} \Phi",
                "",
                Text(
                    zh="离子移动方向（+1 流出，−1 流入）", en="direction of the ions (+1 out of the cell, −1 into it)"
                ),
            ),
            "energy": Output(
                conversion(1e-6) * z.sympy * symbolic.F * DF,
                r"zF(V_\mathrm{m}-E_\mathrm{ion})",
                "kJ/mol",
                Text(
                    zh="每摩尔离子流出时释放的自由能",
                    en="free energy released per mole of ions that leave the cell",
                ),
            ),
        },
        source="Hille2001, equations 1.9 and 1.11",
    )


driving_force_model = register(_driving_force())
# The flux of one picoampere of monovalent ions, in millions per second; tests compare the model with it.
MILLION_IONS_PER_SECOND_PER_PICOAMPERE = 1e-12 / elementary_charge / 1e6
