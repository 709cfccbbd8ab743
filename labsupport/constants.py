"""Physical constants (CODATA 2018), as numbers for notebooks and as symbols for model declarations.

The numbers are exact or rounded as CODATA prints them.  In a model declaration use the symbols in
`symbolic`: they stay letters in LaTeX and become these numbers only when code is generated.
"""

from __future__ import annotations

from types import SimpleNamespace

import sympy

R = 8.314462618  # J/(mol K)
F = 96485.33212  # C/mol
elementary_charge = 1.602176634e-19  # C
avogadro = 6.02214076e23  # 1/mol
zero_celsius = 273.15  # K


class Constant(sympy.Symbol):
    """A symbol that stands for one fixed number.

    ``tex`` is what LaTeX shows; an empty ``tex`` marks a unit conversion.  An equation between quantities
    needs no conversion, so LaTeX drops it, while code, which handles bare numbers, multiplies by it.
    """

    def __new__(cls, name: str, value: float, tex: str) -> Constant:
        constant = super().__new__(cls, name, positive=True)
        constant.value = float(value)
        constant.tex = tex
        return constant

    def __getnewargs_ex__(self):
        return ((self.name, self.value, self.tex), {})


symbolic = SimpleNamespace(
    R=Constant("R", R, "R"),
    F=Constant("F", F, "F"),
    e=Constant("elementary_charge", elementary_charge, "e"),
    N_A=Constant("avogadro", avogadro, r"N_\mathrm{A}"),
)


def conversion(factor: float) -> Constant:
    """A unit conversion for a model declaration: ``conversion(1000) * volts`` is a number of millivolts."""
    return Constant(f"times_{float(factor)!r}", factor, "")
