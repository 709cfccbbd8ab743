"""Several permeant ions: the Goldman-Hodgkin-Katz current and voltage equations."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.electrochemistry.common import (
    F,
    R,
    T,
    concentration,
    membrane_potential,
    nernst_expression,
    thermal_voltage,
    valence,
)
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol, x_over_expm1

# Currents of models with relative permeabilities: a permeability of 1 stands for 10 nm/s, a resting membrane's
# order of magnitude for K+.  It scales all currents alike and no voltage.
reference_permeability = conversion(1e-8)  # m/s

V_m = membrane_potential()


def constant_field_current(P, z, u, out, inside) -> sympy.Expr:
    """GHK current density in A/m², outward positive, of P in m/s and concentrations in mM.

    P z F u (c_in - c_out exp(-u)) / (1 - exp(-u)) with u = zFV/RT, written with x/(exp(x) - 1) so that it is
    regular at V = 0.
    """
    return P * z * F * (inside * x_over_expm1(-u) - out * x_over_expm1(u))


def _permeability(ion: str, tex: str, name: str, default: float) -> Parameter:
    return Parameter(
        f"P_{ion}", tex, "", default, 0, 2, 0.01,
        Text(zh=f"{name} 的相对通透性", en=f"relative permeability to {name}"), domain="nonnegative",
    )  # fmt: skip


def _potential(ion: str, name: str, out, inside, z: int = 1) -> Output:
    return Output(
        nernst_expression(out, inside, z),
        rf"E_\mathrm{{{ion}}}",
        "mV",
        Text(zh=f"{name} 的平衡电位", en=f"equilibrium potential of {name}"),
    )


_AT_REVERSAL = ("反转电位处 ", " at the reversal potential")


def _current(ion: str, name: str, expression, at: str = "", where: tuple[str, str] = ("", "")) -> Output:
    zh = f"{where[0]}{name} 电流密度（外向为正）" if ion else name
    en = f"{name} current density{where[1]} (outward positive)" if ion else name
    return Output(expression, rf"j_\mathrm{{{ion}}}{at}", "A/m²", Text(zh=zh, en=en))


def _ghk_current() -> AlgebraicModel:
    P = Parameter(
        "P", "P", "m/s", 1e-8, 1e-10, 1e-6, 1e-10, Text(zh="通透性", en="permeability"), scale="log",
        domain="nonnegative",
    )  # fmt: skip
    z = valence()
    out = Parameter(
        "c_out", r"c_\mathrm{out}", "mM", 5, 1e-4, 200, 1, Text(zh="细胞外浓度", en="concentration outside"),
        scale="log", domain="nonnegative",
    )  # fmt: skip
    inside = Parameter(
        "c_in", r"c_\mathrm{in}", "mM", 140, 1e-4, 200, 1, Text(zh="细胞内浓度", en="concentration inside"),
        scale="log", domain="nonnegative",
    )  # fmt: skip
    u, E = symbol("u"), symbol("E")
    chord = (
        P.sympy * z.sympy**2 * F**2 / (R * T.sympy) * inside.sympy * x_over_expm1(-sympy.log(out.sympy / inside.sympy))
    )  # S/m², the slope where the current vanishes
    return AlgebraicModel(
        "ghk_current",
        [P, z, V_m, out, inside, T],
        {
            "j": Output(
                constant_field_current(P.sympy, z.sympy, u, out.sympy, inside.sympy),
                "j",
                "A/m²",
                Text(zh="电流密度（外向为正）", en="current density (outward positive)"),
            ),
            "j_efflux": Output(
                P.sympy * z.sympy * F * inside.sympy * x_over_expm1(-u),
                r"j_\mathrm{in\to out}",
                "A/m²",
                Text(zh="外流离子所载的电流密度", en="current density carried by ions leaving"),
            ),
            "j_influx": Output(
                -P.sympy * z.sympy * F * out.sympy * x_over_expm1(u),
                r"j_\mathrm{out\to in}",
                "A/m²",
                Text(zh="内流离子所载的电流密度", en="current density carried by ions entering"),
            ),
            "E": Output(
                nernst_expression(out.sympy, inside.sympy, z.sympy),
                r"E_\mathrm{ion}",
                "mV",
                Text(zh="平衡电位", en="equilibrium potential"),
            ),
            "j_ohmic": Output(
                conversion(1e-3) * chord * (V_m.sympy - E),
                r"j_\mathrm{ohm}",
                "A/m²",
                Text(
                    zh="在平衡电位处斜率相同的欧姆直线",
                    en="the straight (ohmic) line with the same slope at the equilibrium potential",
                ),
            ),
        },
        definitions={"u": (z.sympy * V_m.sympy / thermal_voltage, "u")},
        source="Goldman1943; HodgkinKatz1949; Hille2001, equation 14.2",
    )


ghk_current_model = register(_ghk_current())


def ghk_current(P=1e-8, z=1, V_m=-70.0, c_out=5.0, c_in=140.0, T=310.0) -> float | np.ndarray:
    """Current density of one ion by the Goldman-Hodgkin-Katz current equation, outward positive.

    j = P z F u (c_in - c_out e^-u) / (1 - e^-u), u = zFV_m/RT [HodgkinKatz1949; Hille2001, equation 14.2].
    It is regular at V_m = 0, where j = P z F (c_in - c_out).

    Parameters
    ----------
    P : float or array_like
        Permeability in m/s (1 m/s = 100 cm/s), not negative.
    z : float or array_like
        Signed valence, not 0.
    V_m : float or array_like
        Membrane potential in mV.
    c_out, c_in : float or array_like
        Concentrations outside and inside in mM, not negative.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Current density in A/m² (1 A/m² = 100 µA/cm² = 1 pA/µm²); arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return ghk_current_model.evaluate("j", P=P, z=z, V_m=V_m, c_out=c_out, c_in=c_in, T=T)


def _two_ion_reversal() -> AlgebraicModel:
    K_out = concentration("K", "out", 5, 1, 20, 0.5)
    K_in = concentration("K", "in", 140, 80, 160, 1)
    Na_out = concentration("Na", "out", 145, 100, 160, 1)
    Na_in = concentration("Na", "in", 15, 5, 40, 0.5)
    alpha = Parameter(
        "alpha", r"\alpha", "", 3, 0.01, 1e4, 0.01,
        Text(zh="通透性比 P_K/P_Na", en="permeability ratio P_K/P_Na"), scale="log", domain="positive",
    )  # fmt: skip
    a, ko, ki, no, ni = (p.sympy for p in (alpha, K_out, K_in, Na_out, Na_in))
    E_rev, E_K, E_Na = symbol("E_rev"), symbol("E_K"), symbol("E_Na")
    u, u_rev = symbol("u"), symbol("E_rev") / thermal_voltage
    # The two permeabilities sum to the reference, so that the currents stay comparable over the whole ratio.
    P_K = reference_permeability * a / (1 + a)
    P_Na = reference_permeability / (1 + a)
    return AlgebraicModel(
        "two_ion_reversal",
        [K_out, K_in, Na_out, Na_in, alpha, T, V_m],
        {
            "E_rev": Output(
                thermal_voltage * sympy.log((a * ko + no) / (a * ki + ni)),
                r"E_\mathrm{rev}",
                "mV",
                Text(zh="反转电位", en="reversal potential"),
            ),
            "E_K": _potential("K", "K⁺", ko, ki),
            "E_Na": _potential("Na", "Na⁺", no, ni),
            "E_mid": Output(
                (E_K + E_Na) / 2,
                r"(E_\mathrm{K}+E_\mathrm{Na})/2",
                "mV",
                Text(zh="两个平衡电位的中点", en="midpoint of the two equilibrium potentials"),
            ),
            "E_mean": Output(
                (a * E_K + E_Na) / (a + 1),
                r"\bar E",
                "mV",
                Text(
                    zh="按通透性加权的算术平均（不是反转电位）",
                    en="arithmetic mean weighted by permeability (not the reversal potential)",
                ),
            ),
            "distance_K": Output(
                E_rev - E_K,
                r"E_\mathrm{rev}-E_\mathrm{K}",
                "mV",
                Text(zh="反转电位到 E_K 的距离", en="distance to E_K"),
            ),
            "distance_Na": Output(
                E_Na - E_rev,
                r"E_\mathrm{Na}-E_\mathrm{rev}",
                "mV",
                Text(zh="反转电位到 E_Na 的距离", en="distance to E_Na"),
            ),
            "weight_K": Output(
                a * ki / (a * ki + ni),
                r"w_\mathrm{K}",
                "",
                Text(
                    zh="K⁺ 在 exp(FE/RT) 平均中的权重",
                    en="weight of K⁺ in the mean of exp(FE/RT)",
                ),
            ),
            "I_K": _current("K", "K⁺", constant_field_current(P_K, 1, u, ko, ki)),
            "I_Na": _current("Na", "Na⁺", constant_field_current(P_Na, 1, u, no, ni)),
            "I_total": Output(
                symbol("I_K") + symbol("I_Na"),
                "j",
                "A/m²",
                Text(zh="总电流密度（外向为正）", en="total current density (outward positive)"),
            ),
            "I_K_at_reversal": _current(
                "K", "K⁺", constant_field_current(P_K, 1, u_rev, ko, ki), r"(E_\mathrm{rev})", _AT_REVERSAL
            ),
            "I_Na_at_reversal": _current(
                "Na", "Na⁺", constant_field_current(P_Na, 1, u_rev, no, ni), r"(E_\mathrm{rev})", _AT_REVERSAL
            ),
        },
        definitions={"u": (V_m.sympy / thermal_voltage, "u")},
        source="Goldman1943; HodgkinKatz1949",
    )


two_ion_reversal_model = register(_two_ion_reversal())


def _ghk_membrane() -> AlgebraicModel:
    K_out = concentration("K", "out", 5, 0.5, 150, 0.5, scale="log", domain="nonnegative")
    K_in = concentration("K", "in", 140, 10, 160, 1, domain="nonnegative")
    Na_out = concentration("Na", "out", 145, 1, 160, 1, domain="nonnegative")
    Na_in = concentration("Na", "in", 15, 1, 50, 0.5, domain="nonnegative")
    Cl_out = concentration("Cl", "out", 150, 1, 160, 1, domain="nonnegative")
    Cl_in = concentration("Cl", "in", 10, 1, 60, 0.5, domain="nonnegative")
    permeabilities = [
        _permeability("K", r"P_\mathrm{K}", "K⁺", 1),
        _permeability("Na", r"P_\mathrm{Na}", "Na⁺", 0.04),
        _permeability("Cl", r"P_\mathrm{Cl}", "Cl⁻", 0.45),
    ]
    ko, ki, no, ni, co, ci = (p.sympy for p in (K_out, K_in, Na_out, Na_in, Cl_out, Cl_in))
    pk, pn, pc = (p.sympy for p in permeabilities)
    above = pk * ko + pn * no + pc * ci
    below = pk * ki + pn * ni + pc * co
    V = symbol("V_m")
    u = V / thermal_voltage
    names = {"K": "K⁺", "Na": "Na⁺", "Cl": "Cl⁻"}
    currents = {
        "K": constant_field_current(pk * reference_permeability, 1, u, ko, ki),
        "Na": constant_field_current(pn * reference_permeability, 1, u, no, ni),
        "Cl": constant_field_current(pc * reference_permeability, -1, -u, co, ci),
    }
    return AlgebraicModel(
        "ghk_membrane",
        [K_out, K_in, Na_out, Na_in, Cl_out, Cl_in, *permeabilities, T],
        {
            "V_m": Output(
                thermal_voltage * sympy.log(above / below),
                r"V_\mathrm{m}",
                "mV",
                Text(zh="膜电位（总电流为零）", en="membrane potential (no net current)"),
            ),
            "E_K": _potential("K", "K⁺", ko, ki),
            "E_Na": _potential("Na", "Na⁺", no, ni),
            "E_Cl": _potential("Cl", "Cl⁻", co, ci, -1),
        }
        | {
            f"DF_{ion}": Output(
                V - symbol(f"E_{ion}"),
                rf"V_\mathrm{{m}}-E_\mathrm{{{ion}}}",
                "mV",
                Text(zh=f"{name} 的驱动力", en=f"driving force on {name}"),
            )
            for ion, name in names.items()
        }
        | {f"I_{ion}": _current(ion, name, currents[ion]) for ion, name in names.items()}
        | {
            "slope": Output(
                thermal_voltage * sympy.log(10) * pk * ko / above,
                r"\partial V_\mathrm{m}/\partial\lg[\mathrm{K^+}]_\mathrm{out}",
                "mV",
                Text(
                    zh="细胞外 K⁺ 每增大十倍的膜电位斜率",
                    en="slope of the membrane potential per tenfold K⁺ outside",
                ),
            ),
        },
        source="HodgkinKatz1949; Hille2001, equation 14.10",
        conditions=[
            (
                sympy.And(above > 0, below > 0),
                Text(
                    zh="GHK 方程需要至少一种能跨膜的离子：P_K、P_Na、P_Cl 不能全为 0，而且能通透的离子必须存在。",
                    en="The GHK equation needs at least one ion that can cross: P_K, P_Na and P_Cl must not all be 0, "
                    "and a permeant ion must be present.",
                ),
            ),
        ],
    )


ghk_membrane_model = register(_ghk_membrane())


def ghk_potential(
    K_out=5.0,
    K_in=140.0,
    Na_out=145.0,
    Na_in=15.0,
    Cl_out=150.0,
    Cl_in=10.0,
    P_K=1.0,
    P_Na=0.04,
    P_Cl=0.45,
    T=310.0,
) -> float | np.ndarray:
    """Membrane potential at which K+, Na+ and Cl- carry no net current, inside minus outside.

    V = RT/F ln[(P_K K_out + P_Na Na_out + P_Cl Cl_in) / (P_K K_in + P_Na Na_in + P_Cl Cl_out)]
    [HodgkinKatz1949; Hille2001, equation 14.10].  Chloride enters with its sides exchanged.

    Parameters
    ----------
    K_out, K_in, Na_out, Na_in, Cl_out, Cl_in : float or array_like
        Concentrations in mM, not negative.
    P_K, P_Na, P_Cl : float or array_like
        Permeabilities in any one unit, not negative; only their ratios matter.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV; arrays broadcast.

    Raises
    ------
    ModelValueError
        If no ion can cross, or a value is not a number or is physically impossible.
    """
    return ghk_membrane_model.evaluate(
        "V_m",
        K_out=K_out,
        K_in=K_in,
        Na_out=Na_out,
        Na_in=Na_in,
        Cl_out=Cl_out,
        Cl_in=Cl_in,
        P_K=P_K,
        P_Na=P_Na,
        P_Cl=P_Cl,
        T=T,
    )
