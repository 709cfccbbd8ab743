"""Expressions that many exercises share, taken from the declared models so that answer key and labs cannot disagree."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.driving_force import ohmic_current_model
from labsupport.electrochemistry.nernst import nernst_model

LN10 = sympy.log(10)


def nernst(c_out, c_in, z, T):
    """Equilibrium potential in mV."""
    return nernst_model.expression("E", c_out=c_out, c_in=c_in, z=z, T=T)


def thermal(T):
    """RT/F in mV."""
    return nernst_model.expression("thermal_voltage", T=T)


def driving_force(V_m, E_ion):
    """Driving force in mV."""
    return ohmic_current_model.expression("DF", V_m=V_m, E_ion=E_ion)


def current(g, V_m, E_ion):
    """Ionic current in pA, g in nS."""
    return ohmic_current_model.expression("I", g=g, V_m=V_m, E_ion=E_ion)
