"""Quantities that several models share, with the book's master values."""

from __future__ import annotations

import sympy

from labsupport.constants import conversion, symbolic
from labsupport.i18n import Text
from labsupport.modelling import Parameter, symbol

R, F = symbolic.R, symbolic.F
milli = conversion(1000)  # a quantity in units, as a number of thousandths

T = Parameter("T", "T", "K", 310, 273, 320, 1, Text(zh="温度", en="temperature"), domain="temperature")
# RT/F as a number of millivolts: the voltage scale of every model of this part.
thermal_voltage = milli * R * T.sympy / F

VALENCES = (-2, -1, 1, 2)


def valence(default: int = 1) -> Parameter:
    return Parameter(
        "z", "z", "", default, -2, 2, 1, Text(zh="离子价数", en="valence"), domain="nonzero", choices=VALENCES
    )


def membrane_potential(
    name: str = "V_m", default: float = -70, minimum: float = -120, maximum: float = 120
) -> Parameter:
    return Parameter(
        name, "V_\\mathrm{m}", "mV", default, minimum, maximum, 1, Text(zh="膜电位", en="membrane potential")
    )


ION_TEX = {
    "K": r"\mathrm{K^+}",
    "Na": r"\mathrm{Na^+}",
    "Cl": r"\mathrm{Cl^-}",
    "Ca": r"\mathrm{Ca^{2+}}",
}
ION_TEXT = {"K": "K⁺", "Na": "Na⁺", "Cl": "Cl⁻", "Ca": "Ca²⁺"}


def concentration(
    ion: str,
    side: str,
    default: float,
    minimum: float,
    maximum: float,
    step: float,
    scale: str = "linear",
    domain: str = "positive",
) -> Parameter:
    """The concentration of an ion (``"K"``, ``"Na"``, ``"Cl"``, ``"Ca"``) on a side (``"out"``, ``"in"``), mM."""
    sides = {"out": ("细胞外", "outside"), "in": ("细胞内", "inside")}
    zh, en = sides[side]
    return Parameter(
        f"{ion}_{side}",
        rf"[{ION_TEX[ion]}]_\mathrm{{{side}}}",
        "mM",
        default,
        minimum,
        maximum,
        step,
        Text(zh=f"{zh} {ION_TEXT[ion]} 浓度", en=f"{ION_TEXT[ion]} {en}"),
        scale=scale,
        domain=domain,
    )


def nernst_expression(out: sympy.Expr, inside: sympy.Expr, z: sympy.Expr | int = 1) -> sympy.Expr:
    """Nernst potential in mV of concentrations in one unit, at the temperature ``T``."""
    return thermal_voltage / z * sympy.log(out / inside)


V_m = symbol("V_m")
