"""Activity: how ions shield one another, and how little that moves an equilibrium potential."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.electrochemistry.common import T, nernst_expression, thermal_voltage, valence
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, ModelValueError, Output, Parameter, register, symbol

# Debye-Hückel coefficients of water [RobinsonStokes1959], mol/L scale, decadic.  A is 0.5109 at 25 °C and 0.5229
# at 37 °C, with a straight line between and beyond; B, with ion sizes in Å, changes by less than 1 % there.
A_AT_310 = sympy.Float("0.5229")
A_PER_KELVIN = (A_AT_310 - sympy.Float("0.5109")) / (310 - sympy.Float("298.15"))
B = sympy.Float("0.331553")
DAVIES_TERM = sympy.Float("0.3")

LAWS = ("limiting", "extended", "davies")


def _strength(name: str, tex: str, zh: str, en: str) -> Parameter:
    return Parameter(name, tex, "M", 0.15, 0, 0.5, 0.005, Text(zh=zh, en=en), domain="nonnegative")


ion_size = Parameter(
    "ion_size", "a", "Å", 3, 1, 9, 0.5, Text(zh="离子尺寸参数", en="ion size parameter"), domain="positive"
)


def _log_gamma(ionic_strength, kind: str) -> sympy.Expr:
    """Decadic logarithm of the activity coefficient of valence 1."""
    A = symbol("A")
    root = sympy.sqrt(ionic_strength)
    return {
        "limiting": -A * root,
        "extended": -A * root / (1 + B * ion_size.sympy * root),
        "davies": -A * (root / (1 + root) - DAVIES_TERM * ionic_strength),
    }[kind]


_KIND = {
    "limiting": (r"\mathrm{DH}", Text(zh="德拜–休克尔极限式", en="Debye–Hückel limiting law")),
    "extended": (r"\mathrm{ext}", Text(zh="扩展德拜–休克尔式", en="extended Debye–Hückel equation")),
    "davies": (r"\mathrm{Davies}", Text(zh="戴维斯式", en="Davies equation")),
}


def _activity() -> AlgebraicModel:
    inside = _strength("I_in", r"I_\mathrm{in}", "胞内离子强度", "ionic strength inside")
    outside = _strength("I_out", r"I_\mathrm{out}", "胞外离子强度", "ionic strength outside")
    z = valence()
    c_out = Parameter(
        "c_out", r"c_\mathrm{out}", "mM", 5, 1e-4, 200, 1, Text(zh="细胞外浓度", en="concentration outside"),
        scale="log", domain="positive",
    )  # fmt: skip
    c_in = Parameter(
        "c_in", r"c_\mathrm{in}", "mM", 140, 1e-4, 200, 1, Text(zh="细胞内浓度", en="concentration inside"),
        scale="log", domain="positive",
    )  # fmt: skip

    def apparent(side: str, default: float, zh: str, en: str) -> Parameter:
        return Parameter(
            f"apparent_{side}", rf"\gamma'_\mathrm{{{side}}}", "", default, 0.1, 1, 0.005, Text(zh=zh, en=en),
            domain="positive",
        )  # fmt: skip

    app_in = apparent("in", 0.745, "实测的表观活度系数（细胞内）", "measured apparent coefficient inside")
    app_out = apparent("out", 0.745, "实测的表观活度系数（细胞外）", "measured apparent coefficient outside")
    E = symbol("E")
    outputs = {
        "A": Output(
            A_AT_310 + A_PER_KELVIN * (T.sympy - 310),
            "A",
            "M⁻¹ᐟ²",
            Text(zh="德拜–休克尔系数", en="Debye–Hückel coefficient"),
        ),
        "E": Output(
            nernst_expression(c_out.sympy, c_in.sympy, z.sympy),
            r"E(c)",
            "mV",
            Text(zh="由浓度算得的平衡电位", en="equilibrium potential from concentrations"),
        ),
    }
    for kind, (tex, name) in _KIND.items():
        for side, strength in (("in", inside), ("out", outside)):
            where = {"in": Text(zh="细胞内", en="inside"), "out": Text(zh="细胞外", en="outside")}[side]
            outputs[f"gamma_{kind}_{side}"] = Output(
                sympy.exp(sympy.log(10) * z.sympy**2 * _log_gamma(strength.sympy, kind)),
                rf"\gamma_\mathrm{{{side}}}^{{{tex}}}",
                "",
                Text(zh="{where}活度系数（{name}）", en="activity coefficient {where} ({name})").format(
                    where=where, name=name
                ),
            )
        difference = _log_gamma(outside.sympy, kind) - _log_gamma(inside.sympy, kind)
        outputs[f"shift_{kind}"] = Output(
            thermal_voltage * sympy.log(10) * z.sympy * difference,
            rf"\Delta E^{{{tex}}}",
            "mV",
            Text(zh="平衡电位的修正（{name}）", en="shift of the equilibrium potential ({name})").format(name=name),
        )
    outputs["shift_apparent"] = Output(
        thermal_voltage / z.sympy * sympy.log(app_out.sympy / app_in.sympy),
        r"\Delta E'",
        "mV",
        Text(zh="由表观活度系数得到的修正", en="shift from apparent coefficients"),
    )
    outputs["E_corrected"] = Output(
        E + symbol("shift_davies"),
        r"E(a)",
        "mV",
        Text(zh="由活度算得的平衡电位（戴维斯式）", en="equilibrium potential from activities (Davies)"),
    )
    return AlgebraicModel(
        "activity",
        [inside, outside, z, c_out, c_in, ion_size, app_in, app_out, T],
        outputs,
        source="DebyeHuckel1923; Davies1938; RobinsonStokes1959",
    )


activity_model = register(_activity())


def activity_coefficient(ionic_strength=0.15, z=1, T=310.0, law="davies", ion_size=3.0) -> float | np.ndarray:
    """Activity coefficient of an ion in water.

    ``"limiting"``: log10 gamma = -A z² sqrt(I) [DebyeHuckel1923], for I below about 0.01 M; ``"extended"``:
    -A z² sqrt(I) / (1 + B a sqrt(I)), up to about 0.1 M; ``"davies"``: -A z² (sqrt(I)/(1 + sqrt(I)) - 0.3 I)
    [Davies1938], up to about 0.5 M.

    Parameters
    ----------
    ionic_strength : float or array_like
        Ionic strength in M (see `ionic_strength`).
    z : float or array_like
        Signed valence.
    T : float or array_like
        Absolute temperature in K; A is good to half a per cent between 290 and 320 K.
    law : {"davies", "extended", "limiting"}
        The equation.
    ion_size : float or array_like
        Ion size parameter in Å; only the extended equation uses it.

    Returns
    -------
    float or ndarray
        Activity coefficient, a pure number.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible, or the equation is unknown.
    """
    output = f"gamma_{_known(law)}_in"
    return activity_model.evaluate(output, I_in=ionic_strength, z=z, T=T, ion_size=ion_size)


def activity_shift(I_out=0.15, I_in=0.15, z=1, T=310.0, law="davies", ion_size=3.0) -> float | np.ndarray:
    """Correction of an equilibrium potential for activity, RT/(zF) ln(gamma_out/gamma_in).

    It does not depend on the concentrations, and vanishes where both sides have the same ionic strength.

    Parameters
    ----------
    I_out, I_in : float or array_like
        Ionic strengths in M.
    z : float or array_like
        Signed valence.
    T : float or array_like
        Absolute temperature in K.
    law : {"davies", "extended", "limiting"}
        The equation for the activity coefficients.
    ion_size : float or array_like
        Ion size parameter in Å; only the extended equation uses it.

    Returns
    -------
    float or ndarray
        Shift in mV, to be added to the potential computed from concentrations.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible, or the equation is unknown.
    """
    output = f"shift_{_known(law)}"
    return activity_model.evaluate(output, I_out=I_out, I_in=I_in, z=z, T=T, ion_size=ion_size)


def _known(law: str) -> str:
    if law not in LAWS:
        raise ModelValueError(
            Text(
                zh="没有名为 {name} 的活度系数公式；可用的是 {known}。",
                en="There is no equation for activity coefficients called {name}; there are {known}.",
            ).format(name=repr(law), known=", ".join(LAWS))
        )
    return law


def _ionic_strength() -> AlgebraicModel:
    def salt(name: str, tex: str, default: float, maximum: float, step: float) -> Parameter:
        word = tex.replace("_2", "₂")
        return Parameter(
            name, rf"[\mathrm{{{tex}}}]", "mM", default, 0, maximum, step,
            Text(zh=f"{word} 浓度", en=f"{word} concentration"), domain="nonnegative",
        )  # fmt: skip

    NaCl, KCl = salt("NaCl", "NaCl", 145, 500, 1), salt("KCl", "KCl", 5, 200, 1)
    CaCl2, MgCl2 = salt("CaCl2", "CaCl_2", 2, 100, 0.5), salt("MgCl2", "MgCl_2", 1, 50, 0.5)
    na, k, ca, mg = (p.sympy for p in (NaCl, KCl, CaCl2, MgCl2))
    chloride = na + k + 2 * ca + 2 * mg
    return AlgebraicModel(
        "ionic_strength",
        [NaCl, KCl, CaCl2, MgCl2],
        {
            "ionic_strength": Output(
                conversion(1e-3) * (na + k + 4 * ca + 4 * mg + chloride) / 2,
                "I",
                "M",
                Text(zh="离子强度", en="ionic strength"),
            ),
            "total": Output(
                conversion(1e-3) * (na + k + ca + mg + chloride),
                r"\sum c",
                "M",
                Text(zh="离子总浓度", en="total concentration of ions"),
            ),
        },
        source="RobinsonStokes1959",
    )


ionic_strength_model = register(_ionic_strength())


def ionic_strength(concentrations, valences) -> float:
    """Ionic strength, half the sum of concentrations times squared valences.

    Parameters
    ----------
    concentrations : sequence of float
        Concentration of each ion, not negative.
    valences : sequence of float
        Its signed valence.

    Returns
    -------
    float
        Ionic strength in the unit of the concentrations.

    Raises
    ------
    ModelValueError
        If a concentration is negative or the lists differ in length.
    """
    check = activity_model.parameter
    c = np.atleast_1d(check("I_in").check(concentrations))
    z = np.atleast_1d(check("z").check(valences))
    if c.shape != z.shape:
        raise ModelValueError(
            Text(
                zh="浓度有 {n} 个，电荷有 {m} 个；二者应一一对应。",
                en="There are {n} concentrations and {m} charges; each ion needs one of both.",
            ).format(n=c.size, m=z.size)
        )
    return float(np.sum(c * z**2) / 2)
