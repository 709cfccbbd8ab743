"""The pump-leak cell: leaks run the gradients down, the pump restores them, water follows.

The membrane potential is the one at which the membrane carries no net current: charging the capacitance takes
milliseconds and 2 ions in 100 000, while concentrations take minutes.  The cell therefore stays electroneutral
exactly as it started.  Water follows at once, so that inside and outside have the same osmolarity.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.electrochemistry.common import F, T, concentration, nernst_expression, thermal_voltage
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol

CATIONS_OUT = 150  # mM: Na+ and K+ outside together, and Cl-; K+ replaces Na+ when it is raised
# The rest at the default values, found by letting the cell run until nothing changes (tests check it).
SODIUM_AT_REST, CHLORIDE_AT_REST = 12.32305175, 11.4777992  # mM

INSTANT = sympy.Float(1e-6)  # min
SHORT_STEPS = (sympy.Float(0.02), sympy.Float(0.1), sympy.Float(0.4))  # min

kilo = conversion(1e-3)

K_out = concentration("K", "out", 5, 3, 20, 0.5)
impermeant_valence = Parameter(
    "z_X", r"z_\mathrm{X}", "", -1, -2, -0.3, 0.05,
    Text(zh="不通透离子的平均价数", en="mean valence of the impermeant ions"),
)  # fmt: skip
g_ratio = Parameter(
    "g_ratio", r"g_\mathrm{Na}/g_\mathrm{K}", "", 0.222, 0.02, 1, 0.001,
    Text(zh="漏电导之比 g_Na/g_K", en="ratio of leak conductances g_Na/g_K"), domain="positive",
)  # fmt: skip


def _potential(ion: str, name: str, expression) -> Output:
    return Output(
        expression, rf"E_\mathrm{{{ion}}}", "mV", Text(zh=f"{name} 的平衡电位", en=f"equilibrium potential of {name}")
    )


def _pump_leak() -> DynamicalModel:
    pump_rate = Parameter(
        "pump_rate", "s", "", 1, 0, 1.2, 0.05, Text(zh="泵的相对速率", en="relative rate of the pump"),
        domain="nonnegative",
    )  # fmt: skip
    off_from = Parameter(
        "off_from", r"t_\mathrm{off}", "min", 30, 0, 480, 5, Text(zh="泵停转的时刻", en="pump stops at"),
        domain="nonnegative",
    )  # fmt: skip
    on_from = Parameter(
        "on_from", r"t_\mathrm{on}", "min", 480, 0, 480, 5, Text(zh="泵恢复的时刻", en="pump runs again from"),
        domain="nonnegative",
    )  # fmt: skip
    g_K = Parameter(
        "g_K", r"g_\mathrm{K}", "µS/cm²", 50, 20, 100, 5, Text(zh="K⁺ 漏电导", en="K⁺ leak conductance"),
        domain="positive",
    )  # fmt: skip
    g_Cl = Parameter(
        "g_Cl", r"g_\mathrm{Cl}", "µS/cm²", 50, 0, 100, 5, Text(zh="Cl⁻ 漏电导", en="Cl⁻ leak conductance"),
        domain="nonnegative",
    )  # fmt: skip
    kcc2 = Parameter(
        "kcc2", r"g_\mathrm{KCC2}", "µS/cm²", 0, 0, 40, 5,
        Text(zh="KCC2 的速率（折合为电导）", en="rate of KCC2 (as a conductance)"), domain="nonnegative",
    )  # fmt: skip
    radius = Parameter("radius", "r", "µm", 10, 8, 20, 0.5, Text(zh="细胞半径", en="cell radius"), domain="positive")
    s, t_off, t_on, gk, gcl, kc, r0, ko, z, ratio = (
        p.sympy for p in (pump_rate, off_from, on_from, g_K, g_Cl, kcc2, radius, K_out, impermeant_valence, g_ratio)
    )
    t = symbol("t")
    # The switch follows the set time by an instant, so that a sample at that very time still shows the cell before it.
    t_off, t_on = t_off + INSTANT, t_on + INSTANT
    n_Na, n_K, n_Cl = symbol("n_Na"), symbol("n_K"), symbol("n_Cl")
    w, Na, K, Cl, V = symbol("w"), symbol("Na"), symbol("K"), symbol("Cl"), symbol("V")
    I_p, J = symbol("I_p"), symbol("J_KCC")
    e_na, e_k, e_cl = symbol("e_Na"), symbol("e_K"), symbol("e_Cl")
    osmolarity = 2 * CATIONS_OUT
    milli = conversion(1e-3)  # µS/cm² × mV = nA/cm²
    # Amounts at the start: rest values of Na+ and Cl-; impermeants and K+ follow from osmotic balance and neutrality.
    X = (osmolarity - 2 * sympy.Float(CHLORIDE_AT_REST)) / (1 - z)
    potassium = sympy.Float(CHLORIDE_AT_REST) - z * X - sympy.Float(SODIUM_AT_REST)
    # Surface over volume, 3/r, turns µA/cm² (0.01 A/m²) into mM (mol/m³) per minute.
    per_minute = conversion(1e-2) * conversion(1e6) * conversion(60) * 3 / (r0 * F)
    words = {
        "Na": ("Na⁺", "细胞内 Na⁺ 浓度", "Na⁺ inside"),
        "K": ("K⁺", "细胞内 K⁺ 浓度", "K⁺ inside"),
        "Cl": ("Cl⁻", "细胞内 Cl⁻ 浓度", "Cl⁻ inside"),
    }

    def amount(ion: str, rate, initial) -> State:
        name = words[ion][0]
        return State(
            rate,
            initial,
            rf"n_\mathrm{{{ion}}}",
            "mM",
            Text(zh=f"{name} 的量（按初始体积）", en=f"amount of {name} (per initial volume)"),
        )

    def current(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "µA/cm²", Text(zh=zh, en=en))

    def inside(ion: str, value) -> Output:
        return Output(value, rf"[\mathrm{{{ion}}}]_\mathrm{{in}}", "mM", Text(zh=words[ion][1], en=words[ion][2]))

    return DynamicalModel(
        "pump_leak",
        [pump_rate, off_from, on_from, g_ratio, g_K, g_Cl, kcc2, K_out, impermeant_valence, radius, T],
        states={
            "n_Na": amount("Na", -per_minute * (symbol("i_Na") + 3 * I_p), sympy.Float(SODIUM_AT_REST)),
            "n_K": amount("K", -per_minute * (symbol("i_K") - 2 * I_p + J), potassium),
            "n_Cl": amount("Cl", per_minute * (symbol("i_Cl") - J), sympy.Float(CHLORIDE_AT_REST)),
        },
        inputs={"running": (sympy.Piecewise((s, t <= t_off), (0, t <= t_on), (s, True)), "s(t)")},
        definitions={
            "X_amount": (X, r"n_\mathrm{X}"),
            "w": ((n_Na + n_K + n_Cl + symbol("X_amount")) / osmolarity, "w"),
            "Na": (n_Na / w, r"[\mathrm{Na^+}]_\mathrm{in}"),
            "K": (n_K / w, r"[\mathrm{K^+}]_\mathrm{in}"),
            "Cl": (n_Cl / w, r"[\mathrm{Cl^-}]_\mathrm{in}"),
            "e_Na": (nernst_expression(CATIONS_OUT - ko, Na), r"E_\mathrm{Na}"),
            "e_K": (nernst_expression(ko, K), r"E_\mathrm{K}"),
            "e_Cl": (nernst_expression(CATIONS_OUT, Cl, -1), r"E_\mathrm{Cl}"),
            # Net current: one positive charge per cycle; half-saturated by 10 mM Na+ inside and 1.5 mM K+ outside.
            "I_p": (
                symbol("running") * 5 * (Na / (Na + 10)) ** 3 * (ko / (ko + sympy.Float(1.5))) ** 2,
                r"I_\mathrm{p}",
            ),
            "V": (
                (ratio * gk * e_na + gk * e_k + gcl * e_cl - I_p / milli) / (ratio * gk + gk + gcl),
                r"V_\mathrm{m}",
            ),
            "i_Na": (milli * ratio * gk * (V - e_na), r"I_\mathrm{Na}"),
            "i_K": (milli * gk * (V - e_k), r"I_\mathrm{K}"),
            "i_Cl": (milli * gcl * (V - e_cl), r"I_\mathrm{Cl}"),
            "J_KCC": (milli * kc * (e_cl - e_k), r"J_\mathrm{KCC2}"),
        },
        outputs={
            "V_m": Output(V, r"V_\mathrm{m}", "mV", Text(zh="膜电位", en="membrane potential")),
            "Na_in": inside("Na", Na),
            "K_in": inside("K", K),
            "Cl_in": inside("Cl", Cl),
            "X_in": Output(
                symbol("X_amount") / w,
                r"[\mathrm{X}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内不通透离子浓度", en="impermeant ions inside"),
            ),
            "volume": Output(w, "w", "", Text(zh="相对体积", en="relative volume")),
            "E_Na": _potential("Na", "Na⁺", e_na),
            "E_K": _potential("K", "K⁺", e_k),
            "E_Cl": _potential("Cl", "Cl⁻", e_cl),
            "I_Na": current(
                symbol("i_Na"), r"I_\mathrm{Na}", "Na⁺ 漏电流（外向为正）", "Na⁺ leak current (outward positive)"
            ),
            "I_K": current(
                symbol("i_K"), r"I_\mathrm{K}", "K⁺ 漏电流（外向为正）", "K⁺ leak current (outward positive)"
            ),
            "I_Cl": current(
                symbol("i_Cl"), r"I_\mathrm{Cl}", "Cl⁻ 漏电流（外向为正）", "Cl⁻ leak current (outward positive)"
            ),
            "I_pump": current(I_p, r"I_\mathrm{p}", "泵电流（外向为正）", "pump current (outward positive)"),
            "J_KCC2": current(
                J,
                r"J_\mathrm{KCC2}",
                "KCC2 的 K⁺ 与 Cl⁻ 外流（折合为电流）",
                "K⁺ and Cl⁻ efflux by KCC2 (as a current)",
            ),
            "direct": Output(
                -I_p / milli / (ratio * gk + gk + gcl),
                r"\Delta V_\mathrm{p}",
                "mV",
                Text(zh="泵电流的直接贡献", en="direct share of the pump current"),
            ),
            "product_ratio": Output(
                K * Cl / (ko * CATIONS_OUT),
                r"\frac{[\mathrm{K^+}]_\mathrm{in}[\mathrm{Cl^-}]_\mathrm{in}}{[\mathrm{K^+}]_\mathrm{out}[\mathrm{Cl^-}]_\mathrm{out}}",
                "",
                Text(zh="唐南乘积之比（内/外）", en="Donnan product, inside over outside"),
            ),
            "pump_work": Output(
                kilo * conversion(1e-3) * F * (3 * e_na - 2 * e_k - V),
                r"\Delta G_\mathrm{pump}",
                "kJ/mol",
                Text(zh="一个泵循环所需的自由能", en="free energy needed for one pump cycle"),
            ),
            "atp_rate": Output(
                per_minute * I_p / w, r"\dot n_\mathrm{ATP}", "mM/min", Text(zh="ATP 消耗速率", en="rate of ATP use")
            ),
        },
        # A jump sets off quick changes; shorter steps just after it follow them.
        time=Time(
            "min",
            480,
            samples=481,
            breakpoints=(t_off, t_on, *(jump + later for jump in (0, t_off, t_on) for later in SHORT_STEPS)),
        ),
        method="rosenbrock",
        substeps=2,
        source="TostesonHoffman1960; Kay2017; Armstrong2003",
    )


pump_leak_model = register(_pump_leak())


def pump_leak(**values: object) -> dict[str, np.ndarray]:
    """Eight hours of a pump-leak cell with Na+, K+, Cl-, impermeant ions, water and voltage [Kay2017].

    Parameters
    ----------
    **values : float or array_like
        Any of ``pump_rate`` (1 at rest, 0 for no pump), ``off_from`` and ``on_from`` (min; the pump stands still
        between them), ``g_ratio`` (g_Na/g_K), ``g_K``, ``g_Cl`` and ``kcc2`` (µS/cm²), ``K_out`` (mM; it replaces
        Na+), ``z_X`` (mean valence of the impermeant ions), ``radius`` (µm), ``T`` (K).  The rest take their
        default: a cell at rest whose pump stops after 30 min.

    Returns
    -------
    dict of str to ndarray
        ``t`` in min, ``V_m`` and equilibrium potentials in mV, concentrations inside in mM, relative ``volume``,
        currents in µA/cm² (outward positive), ``product_ratio``, ``pump_work`` in kJ/mol, ``atp_rate`` in mM/min.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return pump_leak_model.integrate(**values)


def _pump_leak_steady() -> AlgebraicModel:
    """The steady state in closed form, for a pump of constant rate, with KCC2 and impermeant anions outside if wanted.

    At rest every net flux is zero, so each equilibrium potential lies a fixed way from the membrane potential: for Na+
    by three pump currents over its conductance; for K+ by two over its own and, in series through KCC2, that of
    chloride; for Cl- by the share of that distance which KCC2 carries.  Neutrality and osmotic balance do the rest.
    """
    p = Parameter(
        "pump_rate", r"pF/g_\mathrm{K}", "mV", 10, 0.25, 15, 0.25,
        Text(zh="泵电流与 K⁺ 漏电导之比", en="pump current over K⁺ leak conductance"), domain="positive",
    )  # fmt: skip
    kcc2 = Parameter(
        "kcc2_ratio", r"g_\mathrm{KCC2}/g_\mathrm{K}", "", 0, 0, 1, 0.01,
        Text(zh="KCC2 的速率与 K⁺ 漏电导之比", en="rate of KCC2 over K⁺ leak conductance"), domain="nonnegative",
    )  # fmt: skip
    g_Cl = Parameter(
        "g_Cl_ratio", r"g_\mathrm{Cl}/g_\mathrm{K}", "", 1, 0.05, 2, 0.01,
        Text(zh="漏电导之比 g_Cl/g_K", en="ratio of leak conductances g_Cl/g_K"), domain="positive",
    )  # fmt: skip
    cations = Parameter(
        "cations_out", r"[\mathrm{Na^+}]_\mathrm{out}+[\mathrm{K^+}]_\mathrm{out}", "mM", CATIONS_OUT, 100, 200, 0.5,
        Text(zh="胞外 Na⁺ 与 K⁺ 浓度之和", en="Na⁺ and K⁺ outside together"), domain="positive",
    )  # fmt: skip
    share = Parameter(
        "chloride_share", r"[\mathrm{Cl^-}]_\mathrm{out}/([\mathrm{Na^+}]_\mathrm{out}+[\mathrm{K^+}]_\mathrm{out})",
        "", 1, 0.6, 1, 0.01,
        Text(zh="Cl⁻ 占胞外阴离子的比例", en="share of Cl⁻ among the anions outside"), domain="positive",
    )  # fmt: skip
    rate, ratio, ko, z = (q.sympy for q in (p, g_ratio, K_out, impermeant_valence))
    k, g, out = kcc2.sympy, g_Cl.sympy, cations.sympy
    chloride_out = share.sympy * out
    alpha, y = symbol("alpha"), symbol("boltzmann")
    V, X = symbol("V_m"), symbol("X_in")
    reach_na, reach_k = 3 * rate / ratio, 2 * rate / (1 + k * g / (k + g))
    reach_cl = k / (k + g) * reach_k
    chi = symbol("chi")
    root = sympy.sqrt(z**2 + chi * (1 - z**2) * alpha)
    osmolarity = 2 * out
    return AlgebraicModel(
        "pump_leak_steady",
        [p, g_ratio, K_out, impermeant_valence, kcc2, g_Cl, cations, share, T],
        {
            "alpha": Output(
                ((out - ko) * sympy.exp(-reach_na / thermal_voltage) + ko * sympy.exp(reach_k / thermal_voltage)) / out,
                r"\alpha",
                "",
                Text(zh="泵使阳离子减少到的比例", en="share of cations that the pump leaves inside"),
            ),
            "chi": Output(
                share.sympy * sympy.exp(-reach_cl / thermal_voltage),
                r"\chi",
                "",
                Text(
                    zh="KCC2 与胞外不通透阴离子使 Cl⁻ 减少到的比例",
                    en="share of chloride left by KCC2 and anions outside",
                ),
            ),
            # Neutrality and osmotic balance give chi (1+z) y² - 2 z y - (1-z) alpha = 0 for y = exp(FV/RT);
            # written so that it holds at z = -1, where the square vanishes.
            "boltzmann": Output(
                (1 - z) * alpha / (root - z), r"e^{FV_\mathrm{m}/RT}", "", Text(zh="exp(FV/RT)", en="exp(FV/RT)")
            ),
            "V_m": Output(
                thermal_voltage * sympy.log(y), r"V_\mathrm{m}", "mV", Text(zh="膜电位", en="membrane potential")
            ),
            "E_K": _potential("K", "K⁺", V - reach_k),
            "E_Na": _potential("Na", "Na⁺", V + reach_na),
            "E_Cl": _potential("Cl", "Cl⁻", V - reach_cl),
            "K_in": Output(
                ko * sympy.exp(reach_k / thermal_voltage) / y,
                r"[\mathrm{K^+}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内 K⁺ 浓度", en="K⁺ inside"),
            ),
            "Na_in": Output(
                (out - ko) * sympy.exp(-reach_na / thermal_voltage) / y,
                r"[\mathrm{Na^+}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内 Na⁺ 浓度", en="Na⁺ inside"),
            ),
            "Cl_in": Output(
                symbol("chi") * out * y,
                r"[\mathrm{Cl^-}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内 Cl⁻ 浓度", en="Cl⁻ inside"),
            ),
            "X_in": Output(
                osmolarity - symbol("K_in") - symbol("Na_in") - symbol("Cl_in"),
                r"[\mathrm{X}]_\mathrm{in}",
                "mM",
                Text(zh="细胞内不通透离子浓度", en="impermeant ions inside"),
            ),
            # As many impermeants as the default cell holds at volume 1.
            "volume": Output(sympy.Float("138.503") / X, "w", "", Text(zh="相对体积", en="relative volume")),
            "product_ratio": Output(
                symbol("K_in") * symbol("Cl_in") / (ko * chloride_out),
                r"\frac{[\mathrm{K^+}]_\mathrm{in}[\mathrm{Cl^-}]_\mathrm{in}}{[\mathrm{K^+}]_\mathrm{out}[\mathrm{Cl^-}]_\mathrm{out}}",
                "",
                Text(zh="唐南乘积之比（内/外）", en="Donnan product, inside over outside"),
            ),
            "pump_work": Output(
                kilo * conversion(1e-3) * F * (3 * reach_na + 2 * reach_k),
                r"\Delta G_\mathrm{pump}",
                "kJ/mol",
                Text(zh="一个泵循环所需的自由能", en="free energy needed for one pump cycle"),
            ),
        },
        source="Kay2017; KayBlaustein2019; Dusterwald2018",
    )


pump_leak_steady_model = register(_pump_leak_steady())
