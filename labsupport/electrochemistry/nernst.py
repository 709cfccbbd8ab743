"""The Nernst equation, and how few ions make the voltage."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion, symbolic
from labsupport.electrochemistry.common import (
    F,
    R,
    T,
    concentration,
    milli,
    nernst_expression,
    thermal_voltage,
    valence,
)
from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DynamicalModel,
    Output,
    Parameter,
    State,
    Time,
    register,
    symbol,
    x_over_expm1,
)

c_out = Parameter(
    "c_out",
    r"c_\mathrm{out}",
    "mM",
    5,
    1e-4,
    200,
    1,
    Text(zh="细胞外浓度", en="concentration outside"),
    scale="log",
    domain="positive",
)
c_in = Parameter(
    "c_in",
    r"c_\mathrm{in}",
    "mM",
    140,
    1e-4,
    200,
    1,
    Text(zh="细胞内浓度", en="concentration inside"),
    scale="log",
    domain="positive",
)
z = valence()

E = symbol("E")
nernst_model = register(
    AlgebraicModel(
        "nernst",
        [c_out, c_in, z, T],
        {
            "E": Output(
                nernst_expression(c_out.sympy, c_in.sympy, z.sympy),
                r"E_\mathrm{ion}",
                "mV",
                Text(zh="平衡电位", en="equilibrium potential"),
            ),
            "ratio": Output(
                c_out.sympy / c_in.sympy,
                r"c_\mathrm{out}/c_\mathrm{in}",
                "",
                Text(zh="胞外与胞内浓度之比", en="outside-to-inside ratio"),
            ),
            "thermal_voltage": Output(thermal_voltage, "RT/F", "mV", Text(zh="热电压 RT/F", en="thermal voltage RT/F")),
            "decade": Output(
                thermal_voltage / z.sympy * sympy.log(10),
                r"\Delta E_{\times 10}",
                "mV",
                Text(zh="浓度比每增大十倍的电位变化", en="change of potential per tenfold ratio"),
            ),
            "dE_dT": Output(
                E / T.sympy,
                r"\mathrm{d}E/\mathrm{d}T",
                "mV/K",
                Text(zh="平衡电位随温度的变化率", en="change of potential per kelvin"),
            ),
        },
        source="Nernst1889; Hille2001, equation 1.11",
    )
)


def nernst_potential(c_out=5.0, c_in=140.0, z=1, T=310.0) -> float | np.ndarray:
    """Equilibrium (Nernst) potential of an ion, inside minus outside.

    E = RT/(zF) ln(c_out/c_in) [Nernst1889; Hille2001, equation 1.11].

    Parameters
    ----------
    c_out, c_in : float or array_like
        Concentrations outside and inside, in the same unit (defaults 5 and 140 mM, potassium).
    z : float or array_like
        Signed valence: +1 for K+ and Na+, +2 for Ca2+, -1 for Cl-.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a concentration or the temperature is not positive, ``z`` is 0, or a value is not a number.
    """
    return nernst_model.evaluate("E", c_out=c_out, c_in=c_in, z=z, T=T)


K_out = concentration("K", "out", 5, 1, 150, 0.5)
K_in = concentration("K", "in", 140, 1, 160, 1)
Na_out = concentration("Na", "out", 145, 1, 160, 1)
Na_in = concentration("Na", "in", 15, 1, 50, 0.5)
Cl_out = concentration("Cl", "out", 150, 1, 160, 1)
Cl_in = concentration("Cl", "in", 10, 1, 60, 0.5)
Ca_out = concentration("Ca", "out", 2, 0.1, 10, 0.1)
Ca_in = concentration("Ca", "in", 1e-4, 1e-5, 1, 1e-5, scale="log")

gradient_ladder_model = register(
    AlgebraicModel(
        "gradient_ladder",
        [K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, Ca_out, Ca_in, T],
        {
            f"E_{ion}": Output(
                nernst_expression(outside.sympy, inside.sympy, charge),
                rf"E_\mathrm{{{ion}}}",
                "mV",
                Text(zh=f"{name} 的平衡电位", en=f"equilibrium potential of {name}"),
            )
            for ion, name, outside, inside, charge in [
                ("K", "K⁺", K_out, K_in, 1),
                ("Na", "Na⁺", Na_out, Na_in, 1),
                ("Cl", "Cl⁻", Cl_out, Cl_in, -1),
                ("Ca", "Ca²⁺", Ca_out, Ca_in, 2),
            ]
        }
        | {
            f"ratio_{ion}": Output(
                outside.sympy / inside.sympy,
                outside.symbol + "/" + inside.symbol,
                "",
                Text(zh=f"{name} 的胞外与胞内浓度之比", en=f"outside-to-inside ratio of {name}"),
            )
            for ion, name, outside, inside in [
                ("K", "K⁺", K_out, K_in),
                ("Na", "Na⁺", Na_out, Na_in),
                ("Cl", "Cl⁻", Cl_out, Cl_in),
                ("Ca", "Ca²⁺", Ca_out, Ca_in),
            ]
        },
        source="Nernst1889; Hille2001, equation 1.11",
    )
)


def _charge_separation() -> DynamicalModel:
    """A sphere whose membrane passes one ion: the voltage grows while a few ions cross.

    Membrane current by the GHK current equation, so that permeability, not conductance, is the property of
    the membrane and the current vanishes exactly at the Nernst potential of the moment.
    """
    out = Parameter(
        "c_out", r"c_\mathrm{out}", "mM", 5, 1, 150, 1, Text(zh="细胞外浓度", en="concentration outside"),
        domain="positive",
    )  # fmt: skip
    inside = Parameter(
        "c_in", r"c_\mathrm{in}", "mM", 140, 1, 150, 1,
        Text(zh="细胞内初始浓度", en="concentration inside at the start"), domain="positive",
    )  # fmt: skip
    charge = valence()
    P = Parameter(
        "P", "P", "nm/s", 10, 0, 20, 0.5, Text(zh="膜通透性", en="membrane permeability"), domain="nonnegative"
    )
    radius = Parameter(
        "radius", "r", "µm", 10, 0.1, 50, 0.1, Text(zh="细胞半径", en="cell radius"), scale="log", domain="positive"
    )
    C_m = Parameter(
        "C_m", r"C_\mathrm{m}", "µF/cm²", 1, 0.5, 2, 0.1, Text(zh="比膜电容", en="specific membrane capacitance"),
        domain="positive",
    )  # fmt: skip
    zz, r = charge.sympy, radius.sympy
    area = 4 * sympy.pi * r**2  # µm²
    volume = sympy.Rational(4, 3) * sympy.pi * r**3  # µm³ = fL; mM × fL = amol
    V, left = symbol("V"), symbol("left")
    now, current, u = symbol("c_now"), symbol("j"), symbol("u")
    capacitance = conversion(0.01) * C_m.sympy  # pF/µm²
    amol_per_fC = conversion(1000)
    speed = conversion(1e-9) * P.sympy  # nm/s -> m/s; with mM = mol/m³ the current density is A/m² = pA/µm²
    per_amol = conversion(1e-18)
    u_eq = sympy.log(out.sympy / inside.sympy)
    slope = speed * zz**2 * F**2 / (R * T.sympy) * inside.sympy * x_over_expm1(-u_eq)  # S/m² at the Nernst potential
    return DynamicalModel(
        "charge_separation",
        [out, inside, charge, P, radius, C_m, T],
        states={
            "V": State(-current / capacitance, 0, r"V_\mathrm{m}", "mV", Text(zh="膜电位", en="membrane potential")),
            "left": State(
                amol_per_fC * current * area / (zz * F),
                0,
                "n",
                "amol",
                Text(zh="已离开细胞的离子量", en="amount that has left the cell"),
            ),
        },
        definitions={
            "u": (zz * V / thermal_voltage, "u"),
            "c_now": (inside.sympy - left / volume, r"c_\mathrm{in}(t)"),
            "j": (
                speed * zz * F * (now * x_over_expm1(-u) - out.sympy * x_over_expm1(u)),
                "j",
            ),
        },
        outputs={
            "V_m": Output(V, r"V_\mathrm{m}", "mV", Text(zh="膜电位", en="membrane potential")),
            "E": Output(
                nernst_expression(out.sympy, now, zz),
                r"E_\mathrm{ion}",
                "mV",
                Text(zh="平衡电位", en="equilibrium potential"),
            ),
            "DF": Output(
                symbol("V_m") - symbol("E"),
                r"V_\mathrm{m}-E_\mathrm{ion}",
                "mV",
                Text(zh="驱动力", en="driving force"),
            ),
            "I": Output(
                current * area, "I", "pA", Text(zh="膜电流（外向为正）", en="membrane current (outward positive)")
            ),
            "c_inside": Output(now, r"c_\mathrm{in}(t)", "mM", Text(zh="细胞内浓度", en="concentration inside")),
            "c_outside": Output(out.sympy, r"c_\mathrm{out}", "mM", Text(zh="细胞外浓度", en="concentration outside")),
            "flow": Output(
                conversion(1e-18) * current * area / (zz * symbolic.e),
                r"\Phi",
                "10⁶/s",
                Text(zh="离子净流出（流出为正）", en="net flow of ions (out of the cell positive)"),
            ),
            "ions_left": Output(
                left * per_amol * symbolic.N_A,
                r"N",
                "",
                Text(zh="离开细胞的离子数（负值表示进入）", en="ions that have left the cell (negative: entered)"),
            ),
            "ions_moved": Output(
                sympy.Abs(symbol("ions_left")), "|N|", "", Text(zh="跨膜移动的离子数", en="ions that have crossed")
            ),
            "fraction": Output(
                sympy.Abs(left) / (inside.sympy * volume),
                r"|N|/N_\mathrm{in}",
                "",
                Text(
                    zh="移动的离子占胞内该离子的比例",
                    en="ions that have crossed, as a share of those inside at the start",
                ),
            ),
            "charge": Output(
                capacitance * area * V * conversion(1e-3),
                "Q",
                "pC",
                Text(zh="膜内侧的净电荷", en="charge on the inner face of the membrane"),
            ),
            "tau": Output(
                milli * capacitance / slope,
                r"\tau",
                "ms",
                Text(zh="趋近平衡的时间常数", en="time constant of the approach to equilibrium"),
            ),
        },
        time=Time("ms", 100, samples=401),
        substeps=6,
        source="Goldman1943; HodgkinKatz1949, equation of the constant-field current",
    )


charge_separation_model = register(_charge_separation())
