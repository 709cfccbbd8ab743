"""Donnan equilibrium: what trapped charge does to ions, voltage and water."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import sympy

from labsupport import constants
from labsupport.constants import Constant, conversion
from labsupport.electrochemistry.common import R, T, nernst_expression, thermal_voltage
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
)

c_out = Parameter(
    "c_out", r"c", "mM", 100, 1, 300, 1, Text(zh="细胞外可通透盐（KCl）浓度", en="permeant salt (KCl) outside"),
    domain="positive",
)  # fmt: skip
impermeant = Parameter(
    "impermeant", r"[\mathrm{A}]", "mM", 150, 0, 300, 1,
    Text(zh="细胞内不通透离子浓度", en="impermeant ion inside"), domain="nonnegative",
)  # fmt: skip
z_impermeant = Parameter(
    "z_impermeant", r"z_\mathrm{A}", "", -1, -15, 5, 1,
    Text(zh="不通透离子的价数", en="valence of the impermeant ion"),
)  # fmt: skip
trapped_outside = Parameter(
    "trapped_outside", "s", "mM", 0, 0, 150, 1,
    Text(zh="细胞外不通透的阳离子（如被泵出的 Na⁺）", en="impermeant cation outside (such as pumped Na⁺)"),
    domain="nonnegative",
)  # fmt: skip

MILLIMOLAR = "mM"


def _ratio(c, anion, charge) -> sympy.Expr:
    """ln([K]in/[K]out) of an inside with the trapped charge ``charge`` (mM); regular for any size and sign.

    Electroneutrality, c r - anion / r + charge = 0, is quadratic in r = [K]in/[K]out = [anion]out/[anion]in.
    With r = sqrt(anion/c) exp(x) it reads 2 sqrt(c anion) sinh(x) + charge = 0: no difference of large numbers is left.
    """
    return sympy.log(anion / c) / 2 - sympy.asinh(charge / (2 * sympy.sqrt(c * anion)))


def _donnan() -> AlgebraicModel:
    c, A, z, s = (p.sympy for p in (c_out, impermeant, z_impermeant, trapped_outside))
    r = symbol("ratio")
    anion = c + s
    K, Cl = symbol("K_in"), symbol("Cl_in")
    return AlgebraicModel(
        "donnan",
        [c_out, impermeant, z_impermeant, trapped_outside, T],
        {
            "ratio": Output(
                sympy.exp(_ratio(c, anion, z * A)),
                "r",
                "",
                Text(zh="唐南比 [K⁺]in/[K⁺]out", en="Donnan ratio [K⁺]in/[K⁺]out"),
            ),
            "V_m": Output(
                -thermal_voltage * _ratio(c, anion, z * A),
                r"V_\mathrm{m}",
                "mV",
                Text(zh="唐南电位", en="Donnan potential"),
            ),
            "K_in": Output(c * r, r"[\mathrm{K^+}]_\mathrm{in}", MILLIMOLAR, Text(zh="细胞内 K⁺ 浓度", en="K⁺ inside")),
            "Cl_in": Output(
                anion / r, r"[\mathrm{Cl^-}]_\mathrm{in}", MILLIMOLAR, Text(zh="细胞内 Cl⁻ 浓度", en="Cl⁻ inside")
            ),
            "Cl_out": Output(
                anion, r"[\mathrm{Cl^-}]_\mathrm{out}", MILLIMOLAR, Text(zh="细胞外 Cl⁻ 浓度", en="Cl⁻ outside")
            ),
            "E_K": Output(
                nernst_expression(c, K),
                r"E_\mathrm{K}",
                "mV",
                Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺"),
            ),
            "E_Cl": Output(
                nernst_expression(anion, Cl, -1),
                r"E_\mathrm{Cl}",
                "mV",
                Text(zh="Cl⁻ 的平衡电位", en="equilibrium potential of Cl⁻"),
            ),
            "product_in": Output(
                K * Cl,
                r"[\mathrm{K^+}]_\mathrm{in}[\mathrm{Cl^-}]_\mathrm{in}",
                "mM²",
                Text(zh="细胞内乘积", en="product inside"),
            ),
            "product_out": Output(
                c * anion,
                r"[\mathrm{K^+}]_\mathrm{out}[\mathrm{Cl^-}]_\mathrm{out}",
                "mM²",
                Text(zh="细胞外乘积", en="product outside"),
            ),
            "calcium_ratio": Output(
                r**2,
                r"[\mathrm{Ca^{2+}}]_\mathrm{in}/[\mathrm{Ca^{2+}}]_\mathrm{out}",
                "",
                Text(zh="二价阳离子的内外浓度比", en="inside-to-outside ratio of a divalent cation"),
            ),
            "osmolarity_in": Output(
                K + Cl + A, r"\Pi_\mathrm{in}/RT", "mOsm", Text(zh="细胞内渗透浓度", en="osmolarity inside")
            ),
            "osmolarity_out": Output(
                c + anion + s, r"\Pi_\mathrm{out}/RT", "mOsm", Text(zh="细胞外渗透浓度", en="osmolarity outside")
            ),
            "excess": Output(
                symbol("osmolarity_in") - symbol("osmolarity_out"),
                r"\Delta c",
                "mOsm",
                Text(zh="细胞内渗透浓度之超出", en="osmotic excess inside"),
            ),
            "pressure": Output(
                conversion(1e-3) * R * T.sympy * symbol("excess"),
                r"\Delta\Pi",
                "kPa",
                Text(zh="渗透压差", en="osmotic pressure difference"),
            ),
        },
        source="Donnan1911",
    )


donnan_model = register(_donnan())

VALENCE = {"K": 1, "Na": 1, "H": 1, "Ca": 2, "Mg": 2, "Cl": -1, "HCO3": -1, "SO4": -2}
_UNKNOWN_ION = Text(
    zh="不认识的离子 {name}；可用的离子是 {known}。", en="The ion {name} is not known; the ions are {known}."
)
_CHARGED = Text(
    zh="细胞外溶液不是电中性的：各离子的电荷之和为 {charge} mM，应为 0。",
    en="The solution outside is not electroneutral: its charges sum to {charge} mM, not to 0.",
)
_ONE_SIGN = Text(
    zh="细胞外至少需要一种可通透的阳离子和一种可通透的阴离子。",
    en="At least one permeant cation and one permeant anion are needed outside.",
)


@dataclass(frozen=True)
class DonnanEquilibrium:
    """The state of `donnan_equilibrium`.

    Attributes
    ----------
    ratio : float or ndarray
        Inside over outside of a monovalent cation.
    V_m : float or ndarray
        Membrane potential in mV, the equilibrium potential of every permeant ion.
    inside : dict of str to float or ndarray
        Concentration of each permeant ion inside in mM.
    osmotic_excess : float or ndarray
        All solute inside minus all solute outside in mM (mOsm).
    pressure : float or ndarray
        Osmotic pressure difference in kPa.
    """

    ratio: float | np.ndarray
    V_m: float | np.ndarray
    inside: dict[str, float | np.ndarray]
    osmotic_excess: float | np.ndarray
    pressure: float | np.ndarray


def donnan_equilibrium(c_out=100.0, impermeant=150.0, z_impermeant=-1, T=310.0) -> DonnanEquilibrium:
    """Donnan equilibrium of a cell that holds an impermeant ion [Donnan1911].

    Parameters
    ----------
    c_out : float, array_like, or dict of str to float
        Concentration in mM of the permeant 1:1 salt (KCl) outside; or the concentration of each permeant ion,
        such as ``{"K": 5, "Na": 140, "Ca": 2, "Cl": 149}``, electroneutral in sum.
    impermeant : float or array_like
        Concentration of the impermeant ion inside in mM, not negative.
    z_impermeant : float or array_like
        Its valence, of either sign; 0 for an uncharged solute.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    DonnanEquilibrium
        Ratio, potential, concentrations inside, osmotic excess and pressure.  One permeant salt broadcasts;
        several permeant ions take numbers.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible, an ion is unknown, or the outside is charged.
    """
    if not isinstance(c_out, Mapping):
        state = donnan_model(c_out=c_out, impermeant=impermeant, z_impermeant=z_impermeant, T=T)
        return DonnanEquilibrium(
            ratio=state["ratio"],
            V_m=state["V_m"],
            inside={"K": state["K_in"], "Cl": state["Cl_in"]},
            osmotic_excess=state["excess"],
            pressure=state["pressure"],
        )
    return _several_ions(c_out, impermeant, z_impermeant, T)


def _several_ions(outside: Mapping[str, float], impermeant, z_impermeant, temperature) -> DonnanEquilibrium:
    for name in outside:
        if name not in VALENCE:
            raise ModelValueError(_UNKNOWN_ION.format(name=name, known=", ".join(VALENCE)))
    limits = {p.name: p for p in donnan_model.parameters}
    amounts = {name: float(limits["impermeant"].check(value)) for name, value in outside.items()}
    A = float(limits["impermeant"].check(impermeant))
    z_A = float(limits["z_impermeant"].check(z_impermeant))
    kelvin = float(limits["T"].check(temperature))
    net = sum(VALENCE[name] * c for name, c in amounts.items())
    total = sum(amounts.values())
    if abs(net) > 1e-9 * total:
        raise ModelValueError(_CHARGED.format(charge=f"{net:.6g}".replace("-", "\N{MINUS SIGN}")))
    present = {name for name, c in amounts.items() if c > 0}
    if not any(VALENCE[n] > 0 for n in present) or not any(VALENCE[n] < 0 for n in present):
        raise ModelValueError(_ONE_SIGN)

    from scipy.optimize import brentq  # slow to import, and only mixtures need it

    def charge(u: float) -> float:
        """Charge inside at u = FV/RT; it falls steadily with u, so the root is single."""
        return sum(VALENCE[n] * c * np.exp(-VALENCE[n] * u) for n, c in amounts.items()) + z_A * A

    reach = 1.0
    while charge(-reach) < 0 or charge(reach) > 0:
        reach *= 2
    u = brentq(charge, -reach, reach, xtol=1e-15, rtol=1e-15)
    inside = {n: float(c * np.exp(-VALENCE[n] * u)) for n, c in amounts.items()}
    excess = sum(inside.values()) + A - total
    return DonnanEquilibrium(
        ratio=float(np.exp(-u)),
        V_m=float(u * 1000 * constants.R * kelvin / constants.F),
        inside=inside,
        osmotic_excess=float(excess),
        pressure=float(constants.R * kelvin * excess / 1000),
    )


def _donnan_bursting() -> DynamicalModel:
    """A passive cell in which ions are always at Donnan equilibrium and water follows the osmotic excess."""
    z_A = Parameter(
        "z_impermeant", r"z_\mathrm{A}", "", -1, -5, 3, 1,
        Text(zh="不通透离子的价数", en="valence of the impermeant ion"),
    )  # fmt: skip
    c = Parameter(
        "c_out", "c", "mM", 150, 50, 300, 5, Text(zh="细胞外可通透盐（KCl）浓度", en="permeant salt (KCl) outside"),
        domain="positive",
    )  # fmt: skip
    A_0 = Parameter(
        "impermeant", r"[\mathrm{A}]_0", "mM", 160, 10, 300, 5,
        Text(zh="细胞内不通透离子的初始浓度", en="impermeant ion inside at the start"), domain="positive",
    )  # fmt: skip
    water = Parameter(
        "P_water", r"P_\mathrm{f}", "µm/s", 10, 0, 40, 1,
        Text(zh="膜对水的通透性", en="water permeability of the membrane"), domain="nonnegative",
    )  # fmt: skip
    radius = Parameter(
        "radius", r"r_0", "µm", 10, 5, 25, 1, Text(zh="细胞初始半径", en="cell radius at the start"), domain="positive"
    )
    wall = Parameter(
        "wall", r"k", "kPa", 0, 0, 1000, 10,
        Text(zh="细胞壁刚度（体积加倍时的压强）", en="stiffness of a wall (pressure at twice the volume)"),
        domain="nonnegative",
    )  # fmt: skip
    w = symbol("w")
    A = symbol("A")
    x = _ratio(c.sympy, c.sympy + trapped_outside.sympy, z_A.sympy * A)
    r = symbol("ratio")
    # 18 cm³/mol: µm/s × m³/mol × mol/m³ / µm = 1/s
    molar_volume = Constant("molar_volume_of_water", 1.8e-5, r"\bar V_\mathrm{w}")
    pascal = conversion(1e-3)
    salt_out = 2 * (c.sympy + trapped_outside.sympy)
    return DynamicalModel(
        "donnan_bursting",
        [c, A_0, z_A, trapped_outside, water, radius, wall, T],
        # The logarithm of the volume is the state: a cell that shrinks cannot overshoot below nothing.
        states={
            "ln_w": State(
                3
                / radius.sympy
                * w ** -sympy.Rational(1, 3)
                * water.sympy
                * molar_volume
                * (symbol("excess_now") - symbol("wall_now") / (pascal * R * T.sympy)),
                0,
                r"\ln w",
                "",
                Text(zh="相对体积的对数", en="logarithm of the relative volume"),
            )
        },
        definitions={
            "w": (sympy.exp(symbol("ln_w")), "w"),
            "A": (A_0.sympy / w, r"[\mathrm{A}]"),
            "ratio": (sympy.exp(x), "r"),
            "excess_now": (
                c.sympy * r + (c.sympy + trapped_outside.sympy) / r + A - salt_out,
                r"\Delta c",
            ),
            "wall_now": (wall.sympy * sympy.Max(w - 1, 0), r"p_\mathrm{w}"),
        },
        outputs={
            "volume": Output(w, "w", "", Text(zh="相对体积", en="relative volume")),
            "radius_now": Output(
                radius.sympy * w ** sympy.Rational(1, 3), "r", "µm", Text(zh="细胞半径", en="cell radius")
            ),
            "impermeant_now": Output(A, r"[\mathrm{A}]", "mM", Text(zh="不通透离子浓度", en="impermeant ion inside")),
            "V_m": Output(-thermal_voltage * x, r"V_\mathrm{m}", "mV", Text(zh="唐南电位", en="Donnan potential")),
            "K_in": Output(c.sympy * r, r"[\mathrm{K^+}]_\mathrm{in}", "mM", Text(zh="细胞内 K⁺ 浓度", en="K⁺ inside")),
            "Cl_in": Output(
                (c.sympy + trapped_outside.sympy) / r,
                r"[\mathrm{Cl^-}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内 Cl⁻ 浓度", en="Cl⁻ inside"),
            ),
            "excess": Output(
                symbol("excess_now"), r"\Delta c", "mOsm", Text(zh="细胞内渗透浓度之超出", en="osmotic excess inside")
            ),
            "pressure": Output(
                pascal * R * T.sympy * symbol("excess"),
                r"\Delta\Pi",
                "kPa",
                Text(zh="渗透压差", en="osmotic pressure difference"),
            ),
            "wall_pressure": Output(
                symbol("wall_now"), r"p_\mathrm{w}", "kPa", Text(zh="细胞壁的压强", en="pressure of the wall")
            ),
        },
        time=Time("s", 600, samples=301, breakpoints=[sympy.Float(v) for v in (0.02, 0.1, 0.3, 0.8)]),
        method="rosenbrock",
        substeps=2,
        source="Donnan1911; Armstrong2003",
    )


donnan_bursting_model = register(_donnan_bursting())
