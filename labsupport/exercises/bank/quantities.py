"""Expressions that many exercises share, taken from the declared models so that answer key and labs cannot disagree."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.driving_force import ohmic_current_model
from labsupport.electrochemistry.nernst import nernst_model
from labsupport.i18n import Text

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


# What to say about slips that every potential invites; the statement must give a temperature ``T``.
LOG10 = Text(
    zh="这是用 log₁₀ 算出的结果。方程里是自然对数：ln *x* = 2.303 log₁₀ *x*。",
    en="That is what log₁₀ gives. The equation has the natural logarithm: ln *x* = 2.303 log₁₀ *x*.",
)
CELSIUS = Text(
    zh="温度代入的是摄氏度。*RT* 里的 *T* 是绝对温度，要以开尔文计：«T» K。",
    en="The temperature went in as degrees Celsius. In *RT* it is the absolute temperature, so use «T» K.",
)
SLOPE_58 = Text(
    zh="你用了“每 10 倍 58 mV”，那是 20 °C 时的斜率。这里温度更高，斜率更大：请按 «T» K 重算 2.303 *RT*/*F*。",
    en=(
        "You took 58 mV per tenfold ratio, which is the slope at 20 °C. It is warmer here and the slope is steeper: "
        "work out 2.303 *RT*/*F* at «T» K."
    ),
)
