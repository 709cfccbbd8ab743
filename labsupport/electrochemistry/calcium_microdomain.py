"""Calcium beside an open channel: a steady profile, the local Nernst potential, and why the current hardly notices."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion, symbolic
from labsupport.electrochemistry.common import F, T, membrane_potential, nernst_expression, thermal_voltage
from labsupport.electrochemistry.ghk import constant_field_current
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, ModelValueError, Output, Parameter, register, symbol

CALCIUM = 2  # valence
HEMISPHERE, SPHERE = 2, 4  # solid angle over pi: the k of k pi D r
reference_permeability = conversion(1e-8)  # m/s: it scales both currents and cancels in every ratio

Ca_bulk = Parameter(
    "Ca_bulk", r"[\mathrm{Ca^{2+}}]_\infty", "µM", 0.1, 0.05, 1, 0.05,
    Text(zh="胞内本体 Ca²⁺ 浓度", en="bulk Ca²⁺ inside"), domain="positive",
)  # fmt: skip
Ca_out = Parameter(
    "Ca_out", r"[\mathrm{Ca^{2+}}]_\mathrm{out}", "mM", 2, 0.5, 5, 0.1, Text(zh="细胞外 Ca²⁺ 浓度", en="Ca²⁺ outside"),
    domain="positive",
)  # fmt: skip
V_m = membrane_potential(minimum=-90, maximum=60)


def _millimolar(micromolar):
    return conversion(1e-3) * micromolar


def _calcium_microdomain() -> AlgebraicModel:
    distance = Parameter(
        "distance", "r", "nm", 20, 1, 1000, 1,
        Text(zh="到通道内口的距离", en="distance from the channel's inner mouth"),
        scale="log", domain="positive",
    )  # fmt: skip
    i_Ca = Parameter(
        "i_Ca", r"i_\mathrm{Ca}", "pA", 0.2, 0, 1, 0.01,
        Text(zh="单通道 Ca²⁺ 电流（大小）", en="single-channel Ca²⁺ current (size)"),
        domain="nonnegative",
    )  # fmt: skip
    D = Parameter(
        "D", "D", "µm²/s", 60, 10, 300, 5, Text(zh="Ca²⁺ 扩散系数", en="diffusion coefficient of Ca²⁺"),
        domain="positive",
    )  # fmt: skip
    geometry = Parameter(
        "geometry", "k", "", HEMISPHERE, 1, 4, 1, Text(zh="几何", en="geometry"), domain="positive",
        choices={
            HEMISPHERE: Text(zh="半球（膜在一侧）", en="hemisphere (membrane on one side)"),
            SPHERE: Text(zh="整球", en="full sphere"),
        },
    )  # fmt: skip
    buffer = Parameter(
        "buffer", "b", "", 0, 0, 1, 1, Text(zh="可移动的缓冲剂", en="mobile buffer"),
        choices={0: Text(zh="无", en="none"), 1: Text(zh="有", en="present")},
    )  # fmt: skip
    length = Parameter(
        "length",
        r"\lambda",
        "nm",
        100,
        10,
        1000,
        10,
        Text(zh="缓冲长度", en="buffer length"),
        scale="log",
        domain="positive",
    )
    r, i, d, angle, b, lam, bulk, out = (
        p.sympy for p in (distance, i_Ca, D, geometry, buffer, length, Ca_bulk, Ca_out)
    )
    # pA / (C/mol) / (µm²/s × nm): 1e-12 / (1e-12 × 1e-9) mol/m³ = 1e9 mM = 1e12 µM
    excess = conversion(1e12) * i / (CALCIUM * F) / (angle * sympy.pi * d * r)
    u = CALCIUM * V_m.sympy / thermal_voltage
    local, E_local, E_bulk = symbol("Ca_local"), symbol("E_local"), symbol("E_bulk")
    j_local, j_bulk = symbol("j_local"), symbol("j_bulk")
    return AlgebraicModel(
        "calcium_microdomain",
        [distance, i_Ca, D, geometry, buffer, length, Ca_bulk, Ca_out, V_m, T],
        {
            "Ca_unbuffered": Output(
                bulk + excess,
                r"C_0(r)",
                "µM",
                Text(zh="没有可移动的缓冲剂时的 Ca²⁺ 浓度", en="Ca²⁺ without mobile buffer"),
            ),
            "Ca_local": Output(
                bulk + excess * sympy.exp(-b * r / lam), r"C(r)", "µM", Text(zh="局部 Ca²⁺ 浓度", en="local Ca²⁺")
            ),
            "factor": Output(
                local / bulk, r"C(r)/C_\infty", "", Text(zh="局部与本体浓度之比", en="local over bulk Ca²⁺")
            ),
            "E_local": Output(
                nernst_expression(out, _millimolar(local), CALCIUM),
                r"E_\mathrm{Ca}(r)",
                "mV",
                Text(zh="由局部浓度算得的 E_Ca", en="E_Ca from the local concentration"),
            ),
            "E_bulk": Output(
                nernst_expression(out, _millimolar(bulk), CALCIUM),
                r"E_\mathrm{Ca}(\infty)",
                "mV",
                Text(zh="由本体浓度算得的 E_Ca", en="E_Ca from the bulk concentration"),
            ),
            "E_difference": Output(
                E_bulk - E_local, r"\Delta E_\mathrm{Ca}", "mV", Text(zh="两者之差", en="difference of the two")
            ),
            "DF_local": Output(
                V_m.sympy - E_local,
                r"V_\mathrm{m}-E_\mathrm{Ca}(r)",
                "mV",
                Text(zh="局部驱动力", en="driving force with local Ca²⁺"),
            ),
            "DF_bulk": Output(
                V_m.sympy - E_bulk,
                r"V_\mathrm{m}-E_\mathrm{Ca}(\infty)",
                "mV",
                Text(zh="按本体浓度的驱动力", en="driving force with bulk Ca²⁺"),
            ),
            "j_local": Output(
                constant_field_current(reference_permeability, CALCIUM, u, out, _millimolar(local)),
                r"j(r)",
                "A/m²",
                Text(zh="局部浓度下的 GHK 电流密度", en="GHK current density with local Ca²⁺"),
            ),
            "j_bulk": Output(
                constant_field_current(reference_permeability, CALCIUM, u, out, _millimolar(bulk)),
                r"j(\infty)",
                "A/m²",
                Text(zh="本体浓度下的 GHK 电流密度", en="GHK current density with bulk Ca²⁺"),
            ),
            "ohmic_fall": Output(
                1 - symbol("DF_local") / symbol("DF_bulk"),
                r"1-DF(r)/DF(\infty)",
                "",
                Text(zh="欧姆论证所预言的电流下降", en="fall of the current by the ohmic argument"),
            ),
            "ghk_fall": Output(
                1 - j_local / j_bulk, r"1-j(r)/j(\infty)", "", Text(zh="GHK 电流的下降", en="fall of the GHK current")
            ),
            "ions_per_second": Output(
                conversion(1e-18) * i / (CALCIUM * symbolic.e),
                r"i/(ze)",
                "10⁶/s",
                Text(zh="每秒进入的 Ca²⁺", en="Ca²⁺ ions entering per second"),
            ),
            "settling_time": Output(
                conversion(1e-6) * conversion(1e6) * r**2 / d,
                r"r^2/D",
                "µs",
                Text(zh="建立该处浓度所需的时间尺度", en="time scale of the profile at this distance"),
            ),
        },
        source="Neher1986; Neher1998Neuron; NaraghiNeher1997",
    )


calcium_microdomain_model = register(_calcium_microdomain())


_GEOMETRIES = {"hemisphere": HEMISPHERE, "sphere": SPHERE}


def microdomain_calcium(
    r=20.0, i_Ca=0.2, D=60.0, bulk=0.1, geometry="hemisphere", buffer_length=np.inf
) -> float | np.ndarray:
    """Steady concentration of Ca2+ at a distance from an open channel, taken as a point source.

    C = C_bulk + i/(2F) / (Omega D r), Omega = 2 pi for a hemisphere, 4 pi for a sphere; a mobile buffer of
    length lambda multiplies the second term by exp(-r/lambda) [Neher1986; Neher1998Neuron].  An immobile buffer
    changes nothing in the steady state.

    Parameters
    ----------
    r : float or array_like
        Distance from the inner mouth in nm.
    i_Ca : float or array_like
        Size of the current in pA.
    D : float or array_like
        Diffusion coefficient in µm²/s.
    bulk : float or array_like
        Concentration far away in µM.
    geometry : {"hemisphere", "sphere"}
        Whether a membrane closes one side, or the ions spread in all directions.
    buffer_length : float or array_like
        Length of a mobile buffer in nm; infinite (no mobile buffer) by default.

    Returns
    -------
    float or ndarray
        Concentration in µM.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible, or the geometry is unknown.
    """
    if geometry not in _GEOMETRIES:
        raise ModelValueError(_UNKNOWN_GEOMETRY.format(name=repr(geometry), known=", ".join(_GEOMETRIES)))
    present = {} if np.all(np.isposinf(buffer_length)) else {"buffer": 1, "length": buffer_length}
    return calcium_microdomain_model.evaluate(
        "Ca_local", distance=r, i_Ca=i_Ca, D=D, Ca_bulk=bulk, geometry=_GEOMETRIES[geometry], **present
    )


_UNKNOWN_GEOMETRY = Text(
    zh="没有名为 {name} 的几何；可用的是 {known}。", en="There is no geometry called {name}; there are {known}."
)


def _calcium_current() -> AlgebraicModel:
    Ca_local = Parameter(
        "Ca_local", r"[\mathrm{Ca^{2+}}]_\mathrm{loc}", "µM", 138, 0.05, 3000, 1,
        Text(zh="通道内口附近的 Ca²⁺ 浓度", en="Ca²⁺ at the channel's inner side"), scale="log", domain="positive",
    )  # fmt: skip
    V_ref = Parameter(
        "V_ref", r"V_\mathrm{ref}", "mV", 0, -60, 60, 1,
        Text(zh="欧姆直线与 GHK 曲线相交的电位", en="potential at which the ohmic line meets the GHK curve"),
    )  # fmt: skip
    bulk, local, out, V, v0 = (p.sympy for p in (Ca_bulk, Ca_local, Ca_out, V_m, V_ref))
    E_bulk, E_local = symbol("E_bulk"), symbol("E_local")
    conductance = symbol("conductance")

    def ghk(potential, inside):
        return constant_field_current(
            reference_permeability, CALCIUM, CALCIUM * potential / thermal_voltage, out, _millimolar(inside)
        )

    def current(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "A/m²", Text(zh=zh, en=en))

    return AlgebraicModel(
        "calcium_current",
        [V_m, Ca_local, Ca_bulk, Ca_out, V_ref, T],
        {
            "E_bulk": Output(
                nernst_expression(out, _millimolar(bulk), CALCIUM),
                r"E_\mathrm{Ca}(\infty)",
                "mV",
                Text(zh="由本体浓度算得的 E_Ca", en="E_Ca from the bulk concentration"),
            ),
            "E_local": Output(
                nernst_expression(out, _millimolar(local), CALCIUM),
                r"E_\mathrm{Ca}(r)",
                "mV",
                Text(zh="由局部浓度算得的 E_Ca", en="E_Ca from the local concentration"),
            ),
            "j_ghk_bulk": current(
                ghk(V, bulk), r"j_\mathrm{GHK}(\infty)", "GHK 电流密度（本体浓度）", "GHK current density, bulk Ca²⁺"
            ),
            "j_ghk_local": current(
                ghk(V, local), r"j_\mathrm{GHK}(r)", "GHK 电流密度（局部浓度）", "GHK current density, local Ca²⁺"
            ),
            "conductance": Output(
                ghk(v0, bulk) / (v0 - E_bulk), "g", "A/(m²·mV)", Text(zh="欧姆直线的斜率", en="slope of the ohmic line")
            ),
            "j_ohmic_bulk": current(
                conductance * (V - E_bulk),
                r"j_\mathrm{ohm}(\infty)",
                "欧姆电流密度（本体浓度）",
                "ohmic current density, bulk Ca²⁺",
            ),
            "j_ohmic_local": current(
                conductance * (V - E_local),
                r"j_\mathrm{ohm}(r)",
                "欧姆电流密度（局部浓度）",
                "ohmic current density, local Ca²⁺",
            ),
            "ohmic_fall": Output(
                1 - (V - E_local) / (V - E_bulk),
                r"1-DF(r)/DF(\infty)",
                "",
                Text(zh="欧姆论证所预言的电流下降", en="fall of the current by the ohmic argument"),
            ),
            "ghk_fall": Output(
                1 - symbol("j_ghk_local") / symbol("j_ghk_bulk"),
                r"1-j(r)/j(\infty)",
                "",
                Text(zh="GHK 电流的下降", en="fall of the GHK current"),
            ),
        },
        source="HodgkinKatz1949; Hille2001, equation 14.2",
    )


calcium_current_model = register(_calcium_current())
