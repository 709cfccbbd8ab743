"""The sodium-potassium pump: what a cycle costs, what stalls it, and the voltage it makes directly."""

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
)
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol

SODIUM, POTASSIUM = 3, 2  # ions a cycle, per ATP
kilo = conversion(1e-3)  # J as a number of kJ
millivolt = conversion(1e-3)  # mV in V
KJ = "kJ/mol"


def _energy(expression, symbol_tex: str, zh: str, en: str) -> Output:
    return Output(expression, symbol_tex, KJ, Text(zh=zh, en=en))


def _pump_free_energy() -> AlgebraicModel:
    Na_in = concentration("Na", "in", 12, 3, 60, 0.5)
    Na_out = concentration("Na", "out", 145, 100, 160, 1)
    K_in = concentration("K", "in", 140, 80, 160, 1)
    K_out = concentration("K", "out", 5, 1, 30, 0.5)
    V_m = membrane_potential(minimum=-200, maximum=50)
    dG_ATP = Parameter(
        "dG_ATP", r"\Delta G_\mathrm{ATP}", KJ, -50, -65, -30, 0.5,
        Text(zh="ATP 水解的自由能变", en="free energy of ATP hydrolysis"),
    )  # fmt: skip
    ni, no, ki, ko, V = (p.sympy for p in (Na_in, Na_out, K_in, K_out, V_m))
    per_na = symbol("Na_chemical_each"), symbol("Na_electrical_each")
    per_k = symbol("K_chemical_each"), symbol("K_electrical_each")
    total, available, margin = symbol("total"), symbol("available"), symbol("margin")
    return AlgebraicModel(
        "pump_free_energy",
        [Na_in, Na_out, K_in, K_out, V_m, dG_ATP, T],
        {
            "Na_chemical_each": _energy(
                kilo * R * T.sympy * sympy.log(no / ni),
                r"RT\ln([\mathrm{Na^+}]_\mathrm{out}/[\mathrm{Na^+}]_\mathrm{in})",
                "每摩尔 Na⁺ 外运的化学部分",
                "chemical part, per mole of Na⁺ out",
            ),
            "Na_electrical_each": _energy(
                -kilo * millivolt * F * V,
                r"-FV_\mathrm{m}",
                "每摩尔 Na⁺ 外运的电学部分",
                "electrical part, per mole of Na⁺ out",
            ),
            "K_chemical_each": _energy(
                kilo * R * T.sympy * sympy.log(ki / ko),
                r"RT\ln([\mathrm{K^+}]_\mathrm{in}/[\mathrm{K^+}]_\mathrm{out})",
                "每摩尔 K⁺ 内运的化学部分",
                "chemical part, per mole of K⁺ in",
            ),
            "K_electrical_each": _energy(
                kilo * millivolt * F * V,
                r"FV_\mathrm{m}",
                "每摩尔 K⁺ 内运的电学部分",
                "electrical part, per mole of K⁺ in",
            ),
            "Na_each": _energy(
                per_na[0] + per_na[1], r"\Delta G_\mathrm{Na}", "每摩尔 Na⁺ 外运", "one mole of Na⁺ out"
            ),
            "K_each": _energy(per_k[0] + per_k[1], r"\Delta G_\mathrm{K}", "每摩尔 K⁺ 内运", "one mole of K⁺ in"),
            "Na_chemical": _energy(
                SODIUM * per_na[0], r"3\,\Delta G_\mathrm{Na,chem}", "3 Na⁺ 的化学部分", "3 Na⁺, chemical part"
            ),
            "Na_electrical": _energy(
                SODIUM * per_na[1], r"3\,\Delta G_\mathrm{Na,el}", "3 Na⁺ 的电学部分", "3 Na⁺, electrical part"
            ),
            "K_chemical": _energy(
                POTASSIUM * per_k[0], r"2\,\Delta G_\mathrm{K,chem}", "2 K⁺ 的化学部分", "2 K⁺, chemical part"
            ),
            "K_electrical": _energy(
                POTASSIUM * per_k[1], r"2\,\Delta G_\mathrm{K,el}", "2 K⁺ 的电学部分", "2 K⁺, electrical part"
            ),
            "Na_leg": _energy(
                symbol("Na_chemical") + symbol("Na_electrical"), r"3\,\Delta G_\mathrm{Na}", "3 Na⁺ 外运", "3 Na⁺ out"
            ),
            "K_leg": _energy(
                symbol("K_chemical") + symbol("K_electrical"), r"2\,\Delta G_\mathrm{K}", "2 K⁺ 内运", "2 K⁺ in"
            ),
            "total": _energy(
                symbol("Na_leg") + symbol("K_leg"),
                r"\Delta G_\mathrm{pump}",
                "一个泵循环所需的自由能",
                "needed for one pump cycle",
            ),
            "available": _energy(
                -dG_ATP.sympy, r"-\Delta G_\mathrm{ATP}", "ATP 水解提供的自由能", "released by one ATP"
            ),
            "margin": _energy(
                available - total,
                r"-\Delta G_\mathrm{ATP}-\Delta G_\mathrm{pump}",
                "余量（负值：泵停转或倒转）",
                "surplus (negative: the pump stalls or runs backward)",
            ),
            "efficiency": Output(
                total / available,
                r"\Delta G_\mathrm{pump}/(-\Delta G_\mathrm{ATP})",
                "",
                Text(zh="效率（所需与所得之比）", en="efficiency (needed over available)"),
            ),
            "forward_over_backward": Output(
                sympy.exp(margin / (kilo * R * T.sympy)),
                r"e^{\mathrm{margin}/RT}",
                "",
                Text(zh="正向与逆向循环之比", en="forward cycles per backward cycle"),
            ),
            "E_Na": Output(
                nernst_expression(no, ni),
                r"E_\mathrm{Na}",
                "mV",
                Text(zh="Na⁺ 的平衡电位", en="equilibrium potential of Na⁺"),
            ),
            "E_K": Output(
                nernst_expression(ko, ki),
                r"E_\mathrm{K}",
                "mV",
                Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺"),
            ),
            "V_reversal": Output(
                SODIUM * symbol("E_Na") - POTASSIUM * symbol("E_K") - available / (kilo * millivolt * F),
                r"V_\mathrm{rev,pump}",
                "mV",
                Text(zh="泵的反转电位", en="reversal potential of the pump"),
            ),
        },
        source="Glynn1993; free energy of transport, Hille2001",
    )


pump_free_energy_model = register(_pump_free_energy())


def pump_energy_budget(
    Na_in=12.0, Na_out=145.0, K_in=140.0, K_out=5.0, V_m=-70.0, T=310.0, dG_ATP=-50.0
) -> dict[str, float | np.ndarray]:
    """Every part of the energy of one pump cycle (3 Na+ out, 2 K+ in, 1 ATP).

    Parameters
    ----------
    Na_in, Na_out, K_in, K_out : float or array_like
        Concentrations in mM.
    V_m : float or array_like
        Membrane potential in mV.
    T : float or array_like
        Absolute temperature in K.
    dG_ATP : float or array_like
        Free energy of ATP hydrolysis in the cell in kJ/mol, negative.

    Returns
    -------
    dict
        In kJ/mol of cycles: ``Na_chemical``, ``Na_electrical``, ``K_chemical``, ``K_electrical``, their sums
        ``Na_leg`` and ``K_leg``, ``total``, ``available``, ``margin``; the same per mole of ion with the ending
        ``_each``; ``efficiency`` and ``forward_over_backward`` (pure numbers); ``E_Na``, ``E_K`` and
        ``V_reversal`` in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return pump_free_energy_model(Na_in=Na_in, Na_out=Na_out, K_in=K_in, K_out=K_out, V_m=V_m, T=T, dG_ATP=dG_ATP)


def pump_free_energy(Na_in=12.0, Na_out=145.0, K_in=140.0, K_out=5.0, V_m=-70.0, T=310.0) -> float | np.ndarray:
    """Free energy needed for one cycle of the Na/K pump: 3 Na+ out, 2 K+ in.

    RT (3 ln(Na_out/Na_in) + 2 ln(K_in/K_out)) - F V_m = F (3 E_Na - 2 E_K - V_m) [Glynn1993].  With the default
    concentrations (Na 12/145, K 140/5 mM) it is 43.2 kJ/mol; with Na_in = 15 mM it is 41.5.
    `pump_energy_budget` gives each part.

    Parameters
    ----------
    Na_in, Na_out, K_in, K_out : float or array_like
        Concentrations in mM.
    V_m : float or array_like
        Membrane potential in mV.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Energy in kJ/mol of cycles (that is, of ATP); arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return pump_free_energy_model.evaluate("total", Na_in=Na_in, Na_out=Na_out, K_in=K_in, K_out=K_out, V_m=V_m, T=T)


def pump_reversal_potential(
    Na_in=12.0, Na_out=145.0, K_in=140.0, K_out=5.0, dG_ATP=-50.0, T=310.0
) -> float | np.ndarray:
    """Membrane potential at which ATP hydrolysis just balances the pump's work: 3 E_Na - 2 E_K + dG_ATP/F.

    More negative potentials would drive the pump backward.

    Parameters
    ----------
    Na_in, Na_out, K_in, K_out : float or array_like
        Concentrations in mM.
    dG_ATP : float or array_like
        Free energy of ATP hydrolysis in kJ/mol, negative.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return pump_free_energy_model.evaluate(
        "V_reversal", Na_in=Na_in, Na_out=Na_out, K_in=K_in, K_out=K_out, dG_ATP=dG_ATP, T=T
    )


def _atp_free_energy() -> AlgebraicModel:
    def metabolite(name: str, tex: str, default: float, maximum: float, zh: str, en: str) -> Parameter:
        return Parameter(
            name, tex, "mM", default, 0.001, maximum, 0.001, Text(zh=zh, en=en), scale="log", domain="positive"
        )

    ATP = metabolite("ATP", r"[\mathrm{ATP}]", 4, 10, "ATP 浓度", "ATP concentration")
    ADP = metabolite("ADP", r"[\mathrm{ADP}]", 0.4, 5, "游离 ADP 浓度", "free ADP concentration")
    Pi = metabolite("Pi", r"[\mathrm{P_i}]", 5, 50, "无机磷酸浓度", "phosphate concentration")
    standard = Parameter(
        "dG_standard", r"\Delta G^{\circ\prime}", KJ, -30.5, -35, -28, 0.5,
        Text(zh="标准自由能变", en="standard free energy"),
    )  # fmt: skip
    molar = conversion(1e-3)  # mM in M, the standard state
    ratio = symbol("mass_action")
    return AlgebraicModel(
        "atp_free_energy",
        [ATP, ADP, Pi, standard, T],
        {
            "mass_action": Output(
                molar * ADP.sympy * Pi.sympy / ATP.sympy,
                r"[\mathrm{ADP}][\mathrm{P_i}]/[\mathrm{ATP}]",
                "M",
                Text(zh="质量作用比", en="mass-action ratio"),
            ),
            "dG_ATP": _energy(
                standard.sympy + kilo * R * T.sympy * sympy.log(ratio),
                r"\Delta G_\mathrm{ATP}",
                "ATP 水解的自由能变",
                "free energy of ATP hydrolysis",
            ),
        },
        source="Veech2002",
    )


atp_free_energy_model = register(_atp_free_energy())


def atp_free_energy(ATP=4.0, ADP=0.4, Pi=5.0, dG_standard=-30.5, T=310.0) -> float | np.ndarray:
    """Free energy of ATP hydrolysis in a cell, dG0' + RT ln([ADP][Pi]/[ATP]) [Veech2002].

    Parameters
    ----------
    ATP, ADP, Pi : float or array_like
        Free concentrations in mM.
    dG_standard : float or array_like
        Standard transformed free energy in kJ/mol, for 1 M of each.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Free energy in kJ/mol, negative.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return atp_free_energy_model.evaluate("dG_ATP", ATP=ATP, ADP=ADP, Pi=Pi, dG_standard=dG_standard, T=T)


def _electrogenic_pump() -> AlgebraicModel:
    K_out = concentration("K", "out", 5, 1, 30, 0.5)
    K_in = concentration("K", "in", 140, 80, 160, 1)
    Na_out = concentration("Na", "out", 145, 100, 160, 1)
    Na_in = concentration("Na", "in", 15, 5, 40, 0.5)
    alpha = Parameter(
        "alpha", r"P_\mathrm{Na}/P_\mathrm{K}", "", 0.036, 0.001, 10, 0.001,
        Text(zh="通透性之比 P_Na/P_K", en="permeability ratio P_Na/P_K"), scale="log", domain="positive",
    )  # fmt: skip
    coupling = Parameter(
        "coupling", "r", "", 1.5, 1, 3, 0.05,
        Text(zh="泵的 Na⁺:K⁺ 偶联比", en="Na⁺ to K⁺ coupling ratio of the pump"), domain="positive",
    )  # fmt: skip
    I_pump = Parameter(
        "I_pump", r"I_\mathrm{p}", "µA/cm²", 1.8, 0, 5, 0.1, Text(zh="泵电流", en="pump current"), domain="nonnegative"
    )
    g_m = Parameter(
        "g_m", r"g_\mathrm{m}", "mS/cm²", 0.11, 0.02, 1, 0.01, Text(zh="膜电导", en="membrane conductance"),
        domain="positive",
    )  # fmt: skip
    a, r, ko, ki, no, ni = (p.sympy for p in (alpha, coupling, K_out, K_in, Na_out, Na_in))
    V_0, V_1 = symbol("V_without"), symbol("V_with")
    return AlgebraicModel(
        "electrogenic_pump",
        [K_out, K_in, Na_out, Na_in, alpha, coupling, I_pump, g_m, T],
        {
            "V_without": Output(
                thermal_voltage * sympy.log((ko + a * no) / (ki + a * ni)),
                r"V_\mathrm{GHK}",
                "mV",
                Text(zh="没有泵电流时的膜电位（GHK）", en="membrane potential without pump current (GHK)"),
            ),
            "V_with": Output(
                thermal_voltage * sympy.log((r * ko + a * no) / (r * ki + a * ni)),
                r"V_\mathrm{m}",
                "mV",
                Text(zh="泵与漏流达到稳态时的膜电位", en="membrane potential in the steady state of pump and leak"),
            ),
            "direct": Output(
                V_1 - V_0,
                r"V_\mathrm{m}-V_\mathrm{GHK}",
                "mV",
                Text(zh="泵电流的直接贡献（稳态）", en="direct share of the pump current (steady state)"),
            ),
            "bound": Output(
                -thermal_voltage * sympy.log(r),
                r"-(RT/F)\ln r",
                "mV",
                Text(zh="稳态直接贡献的界限", en="bound of the direct share in the steady state"),
            ),
            "transient": Output(
                -I_pump.sympy / g_m.sympy,
                r"-I_\mathrm{p}/g_\mathrm{m}",
                "mV",
                Text(
                    zh="泵比漏流所需更快时的超极化",
                    en="hyperpolarisation by a pump that runs faster than the leak needs",
                ),
            ),
            "E_K": Output(
                nernst_expression(ko, ki),
                r"E_\mathrm{K}",
                "mV",
                Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺"),
            ),
            "E_Na": Output(
                nernst_expression(no, ni),
                r"E_\mathrm{Na}",
                "mV",
                Text(zh="Na⁺ 的平衡电位", en="equilibrium potential of Na⁺"),
            ),
        },
        source="Thomas1972; steady state with a coupled pump (Mullins and Noda)",
    )


electrogenic_pump_model = register(_electrogenic_pump())


def electrogenic_potential(
    K_out=5.0, K_in=140.0, Na_out=145.0, Na_in=15.0, P_K=1.0, P_Na=0.036, coupling=1.5, T=310.0
) -> float | np.ndarray:
    """Steady membrane potential of a cell whose K+ and Na+ leaks are balanced by a coupled pump.

    V = RT/F ln[(r P_K K_out + P_Na Na_out) / (r P_K K_in + P_Na Na_in)], the Mullins-Noda equation, r = 3/2 for
    the Na/K pump.  With r = 1 it is the GHK equation.

    Parameters
    ----------
    K_out, K_in, Na_out, Na_in : float or array_like
        Concentrations in mM.
    P_K, P_Na : float or array_like
        Permeabilities in one unit, both greater than 0.
    coupling : float or array_like
        Na+ exported per K+ imported.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    ratio = np.divide(P_Na, P_K) if np.all(np.asarray(P_K) != 0) else np.nan
    return electrogenic_pump_model.evaluate(
        "V_with", K_out=K_out, K_in=K_in, Na_out=Na_out, Na_in=Na_in, alpha=ratio, coupling=coupling, T=T
    )
