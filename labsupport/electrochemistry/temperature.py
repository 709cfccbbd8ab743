"""What temperature does to potentials, and to gating: 3 % against threefold."""

from __future__ import annotations

import numpy as np

from labsupport.electrochemistry.common import T, concentration, membrane_potential, nernst_expression
from labsupport.electrochemistry.nernst import nernst_model
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol

BODY = 310  # K, where the comparison starts


def _temperature() -> AlgebraicModel:
    K_out = concentration("K", "out", 5, 1, 20, 0.5)
    K_in = concentration("K", "in", 140, 80, 160, 1)
    Na_out = concentration("Na", "out", 145, 100, 160, 1)
    Na_in = concentration("Na", "in", 15, 5, 40, 0.5)
    Cl_out = concentration("Cl", "out", 150, 100, 160, 1)
    Cl_in = concentration("Cl", "in", 13, 2, 40, 0.5)
    V_m = membrane_potential()
    q10 = Parameter(
        "Q10", r"Q_{10}", "", 3, 1, 4, 0.1, Text(zh="门控的温度系数 Q10", en="temperature coefficient Q10 of gating"),
        domain="positive",
    )  # fmt: skip
    ions = [
        ("K", "K⁺", nernst_expression(K_out.sympy, K_in.sympy)),
        ("Na", "Na⁺", nernst_expression(Na_out.sympy, Na_in.sympy)),
        ("Cl", "Cl⁻", nernst_expression(Cl_out.sympy, Cl_in.sympy, -1)),
    ]
    kelvin = T.sympy
    outputs: dict[str, Output] = {}
    for ion, name, E in ions:
        e = symbol(f"E_{ion}")
        outputs[f"E_{ion}"] = Output(
            E, rf"E_\mathrm{{{ion}}}", "mV", Text(zh=f"{name} 的平衡电位", en=f"equilibrium potential of {name}")
        )
        outputs[f"dE_{ion}"] = Output(
            e / kelvin,
            rf"\mathrm{{d}}E_\mathrm{{{ion}}}/\mathrm{{d}}T",
            "mV/K",
            Text(zh=f"{name} 平衡电位的温度系数", en=f"change of {name} potential per kelvin"),
        )
        outputs[f"shift_{ion}"] = Output(
            e - e * BODY / kelvin,
            rf"\Delta E_\mathrm{{{ion}}}",
            "mV",
            Text(zh=f"{name} 平衡电位相对 310 K 的变化", en=f"change of {name} potential from 310 K"),
        )
        outputs[f"DF_{ion}"] = Output(
            V_m.sympy - e,
            rf"V_\mathrm{{m}}-E_\mathrm{{{ion}}}",
            "mV",
            Text(zh=f"{name} 的驱动力（膜电位固定）", en=f"driving force on {name} (at fixed potential)"),
        )
    outputs["relative_E"] = Output(
        kelvin / BODY,
        r"E(T)/E(310)",
        "",
        Text(zh="平衡电位（相对 310 K）", en="equilibrium potential relative to 310 K"),
    )
    outputs["gating_rate"] = Output(
        q10.sympy ** ((kelvin - BODY) / 10),
        r"Q_{10}^{(T-310)/10}",
        "",
        Text(zh="门控速率（相对 310 K）", en="gating rate relative to 310 K"),
    )
    outputs["gating_time"] = Output(
        1 / symbol("gating_rate"),
        r"\tau(T)/\tau(310)",
        "",
        Text(zh="门控时间常数（相对 310 K）", en="gating time constant relative to 310 K"),
    )
    return AlgebraicModel(
        "temperature",
        [T, q10, V_m, K_out, K_in, Na_out, Na_in, Cl_out, Cl_in],
        outputs,
        source="HodgkinKatz1949Temp; HodgkinHuxley1952",
    )


temperature_model = register(_temperature())


def temperature_coefficient(c_out=5.0, c_in=140.0, z=1, T=310.0) -> float | np.ndarray:
    """Change of an equilibrium potential per kelvin at fixed concentrations, dE/dT = E/T.

    It does not depend on T, because E is proportional to T.

    Parameters
    ----------
    c_out, c_in : float or array_like
        Concentrations outside and inside, in one unit.
    z : float or array_like
        Signed valence.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Slope in mV/K.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return nernst_model.evaluate("dE_dT", c_out=c_out, c_in=c_in, z=z, T=T)


def q10_factor(Q10=3.0, T=300.0, T_reference=310.0) -> float | np.ndarray:
    """How much faster a process with temperature coefficient Q10 runs at T than at a reference temperature.

    Q10**((T - T_reference) / 10); gating of the spike's channels has Q10 about 3 [HodgkinHuxley1952].

    Parameters
    ----------
    Q10 : float or array_like
        Factor per 10 K, greater than 0.
    T, T_reference : float or array_like
        Absolute temperatures in K.

    Returns
    -------
    float or ndarray
        Relative rate, 1 at the reference temperature.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    shifted = temperature_model.parameter("T").check(T) - temperature_model.parameter("T").check(T_reference) + BODY
    return temperature_model.evaluate("gating_rate", Q10=Q10, T=shifted)
