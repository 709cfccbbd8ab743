"""Glutamate transporters: how low they can pump, who clears how much, and what ends a glutamate transient."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion, symbolic
from labsupport.electrochemistry.common import F, R, T, concentration, membrane_potential, thermal_voltage
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol

SODIUM, PROTONS, POTASSIUM = 3, 1, 1  # Na+ and H+ in, K+ out, for each glutamate
CHARGES = SODIUM + PROTONS - POTASSIUM - 1  # into the cell per cycle; glutamate itself carries -1
KJ = "kJ/mol"
kilo = conversion(1e-3)
# 1 µM is so many molecules per µm³: 1e-6 mol/L × 1e-15 L/µm³ × N_A.
molecules_per_micromolar = conversion(1e-21) * symbolic.N_A


def _energy(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, KJ, Text(zh=zh, en=en))


def _eaat_energy() -> AlgebraicModel:
    glu_in = Parameter(
        "glu_in", r"[\mathrm{Glu}]_\mathrm{in}", "mM", 3, 0.5, 20, 0.5, Text(zh="胞内谷氨酸", en="glutamate inside"),
        domain="positive",
    )  # fmt: skip
    glu_out = Parameter(
        "glu_out", r"[\mathrm{Glu}]_\mathrm{out}", "µM", 0.025, 1e-4, 1e4, 1e-4,
        Text(zh="胞外谷氨酸", en="glutamate outside"), scale="log", domain="positive",
    )  # fmt: skip
    Na_in = concentration("Na", "in", 12, 5, 80, 1)
    Na_out = concentration("Na", "out", 145, 50, 160, 1)
    K_in = concentration("K", "in", 140, 60, 150, 1)
    K_out = concentration("K", "out", 4, 2, 80, 0.5)
    pH_in = Parameter("pH_in", r"\mathrm{pH}_\mathrm{in}", "", 7.2, 6, 8, 0.05, Text(zh="胞内 pH", en="pH inside"))
    pH_out = Parameter("pH_out", r"\mathrm{pH}_\mathrm{out}", "", 7.3, 6, 8, 0.05, Text(zh="胞外 pH", en="pH outside"))
    V_m = membrane_potential(default=-85, minimum=-100, maximum=20)
    gi, go, ni, no, ki, ko, pi, po, V = (
        p.sympy for p in (glu_in, glu_out, Na_in, Na_out, K_in, K_out, pH_in, pH_out, V_m)
    )
    RT = kilo * R * T.sympy
    micro = conversion(1000)  # mM as a number of µM
    protons = sympy.log(10) * (pi - po)  # ln(H_out/H_in)
    chemical = SODIUM * sympy.log(no / ni) + PROTONS * protons + POTASSIUM * sympy.log(ki / ko)
    gain = symbol("sodium") + symbol("proton") + symbol("potassium") + symbol("voltage")
    return AlgebraicModel(
        "eaat_energy",
        [glu_in, glu_out, Na_in, Na_out, K_in, K_out, pH_in, pH_out, V_m, T],
        {
            "sodium": _energy(
                SODIUM * RT * sympy.log(no / ni),
                r"3RT\ln([\mathrm{Na^+}]_\mathrm{out}/[\mathrm{Na^+}]_\mathrm{in})",
                "3 个 Na⁺ 进入所放出",
                "given by 3 Na⁺ in",
            ),
            "proton": _energy(
                PROTONS * RT * protons,
                r"RT\ln([\mathrm{H^+}]_\mathrm{out}/[\mathrm{H^+}]_\mathrm{in})",
                "1 个 H⁺ 进入所放出",
                "given by 1 H⁺ in",
            ),
            "potassium": _energy(
                POTASSIUM * RT * sympy.log(ki / ko),
                r"RT\ln([\mathrm{K^+}]_\mathrm{in}/[\mathrm{K^+}]_\mathrm{out})",
                "1 个 K⁺ 出来所放出",
                "given by 1 K⁺ out",
            ),
            "voltage": _energy(
                -CHARGES * kilo * kilo * F * V,
                r"-2FV_\mathrm{m}",
                "净进 2 个正电荷所放出",
                "given by 2 net positive charges in",
            ),
            "gain": _energy(gain, r"-\Delta G_\mathrm{ions}", "一轮放出的自由能", "given by one cycle"),
            "cost": _energy(
                RT * sympy.log(micro * gi / go),
                r"RT\ln([\mathrm{Glu}]_\mathrm{in}/[\mathrm{Glu}]_\mathrm{out})",
                "把谷氨酸搬进来的代价（不计其电荷）",
                "cost of glutamate in (its charge is in the voltage term)",
            ),
            "margin": _energy(
                symbol("gain") - symbol("cost"), r"-\Delta G", "余量（负值：向外倒转）", "surplus (negative: reversed)"
            ),
            "equilibrium": Output(
                micro * gi * sympy.exp(-chemical + CHARGES * V / thermal_voltage),
                r"[\mathrm{Glu}]_\mathrm{out,eq}",
                "µM",
                Text(zh="平衡时的胞外谷氨酸", en="glutamate outside at equilibrium"),
            ),
            "V_reversal": Output(
                thermal_voltage / CHARGES * (chemical - sympy.log(micro * gi / go)),
                r"V_\mathrm{rev,EAAT}",
                "mV",
                Text(zh="EAAT 的反转电位", en="reversal potential of the EAAT"),
            ),
        },
        source="VandenbergRyan2013; coupling of three Na+, one H+ and one K+ (Zerangue and Kavanaugh)",
    )


eaat_energy_model = register(_eaat_energy())


def eaat_energy_budget(**values: object) -> dict[str, float | np.ndarray]:
    """Every part of the energy of one EAAT cycle (3 Na+, 1 H+ and glutamate in, 1 K+ out) [VandenbergRyan2013].

    Parameters
    ----------
    **values : float or array_like
        Any of ``glu_in`` (mM), ``glu_out`` (µM), ``Na_in``, ``Na_out``, ``K_in``, ``K_out`` (mM), ``pH_in``,
        ``pH_out``, ``V_m`` (mV), ``T`` (K).  The rest take their default, an astrocyte at rest.

    Returns
    -------
    dict
        In kJ/mol of glutamate ``sodium``, ``proton``, ``potassium``, ``voltage``, their sum ``gain``, ``cost`` and
        ``margin``; ``equilibrium`` in µM; ``V_reversal`` in mV.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return eaat_energy_model(**values)


def eaat_equilibrium_glutamate(
    glu_in=3.0, Na_in=12.0, Na_out=145.0, K_in=140.0, K_out=4.0, pH_in=7.2, pH_out=7.3, V_m=-85.0, T=310.0
) -> float | np.ndarray:
    """Glutamate outside at which an EAAT neither fills nor empties the cell, in µM.

    [Glu]_in (Na_in/Na_out)^3 (H_in/H_out) (K_out/K_in) exp(2 F V/RT) [VandenbergRyan2013].  The defaults, an
    astrocyte at rest, give 0.105 nM; collapsed gradients (glu_in 10, Na 60/60, K_in 80, K_out 60 mM, equal pH,
    -20 mV) give 1.68 mM.  It is a limit, not a forecast: leaks and release keep the level above it.

    Parameters
    ----------
    glu_in : float or array_like
        Glutamate inside in mM.
    Na_in, Na_out, K_in, K_out : float or array_like
        Concentrations in mM.
    pH_in, pH_out : float or array_like
        pH on the two sides.
    V_m : float or array_like
        Membrane potential in mV.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Concentration in µM; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return eaat_energy_model.evaluate(
        "equilibrium",
        glu_in=glu_in,
        Na_in=Na_in,
        Na_out=Na_out,
        K_in=K_in,
        K_out=K_out,
        pH_in=pH_in,
        pH_out=pH_out,
        V_m=V_m,
        T=T,
    )


def eaat_reversal_potential(
    glu_in=3.0, glu_out=0.025, Na_in=12.0, Na_out=145.0, K_in=140.0, K_out=4.0, pH_in=7.2, pH_out=7.3, T=310.0
) -> float | np.ndarray:
    """Membrane potential at which an EAAT stands still; above it the transporter lets glutamate out.

    Parameters
    ----------
    glu_in : float or array_like
        Glutamate inside in mM.
    glu_out : float or array_like
        Glutamate outside in µM.
    Na_in, Na_out, K_in, K_out : float or array_like
        Concentrations in mM.
    pH_in, pH_out : float or array_like
        pH on the two sides.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return eaat_energy_model.evaluate(
        "V_reversal",
        glu_in=glu_in,
        glu_out=glu_out,
        Na_in=Na_in,
        Na_out=Na_out,
        K_in=K_in,
        K_out=K_out,
        pH_in=pH_in,
        pH_out=pH_out,
        T=T,
    )


# -- who clears how much --------------------------------------------------------------------------------------------

volume_fraction = Parameter(
    "alpha", r"\alpha", "", 0.2, 0.1, 0.4, 0.01,
    Text(zh="胞外间隙的体积分数", en="volume fraction of the space outside"), domain="positive",
)  # fmt: skip


def _concentration(default: float = 1) -> Parameter:
    return Parameter(
        "glu", r"[\mathrm{Glu}]", "µM", default, 0.01, 1000, 0.01, Text(zh="胞外谷氨酸", en="glutamate outside"),
        scale="log", domain="positive",
    )  # fmt: skip


def _glutamate_uptake() -> AlgebraicModel:
    def turnover(name: str, tex: str, maximum: float, zh: str, en: str) -> Parameter:
        return Parameter(name, tex, "1/s", 15, 1, maximum, 1, Text(zh=zh, en=en), domain="positive")

    def half(name: str, tex: str, zh: str, en: str) -> Parameter:
        return Parameter(name, tex, "µM", 20, 1, 100, 1, Text(zh=zh, en=en), scale="log", domain="positive")

    glu = _concentration()
    density = Parameter(
        "density_A", r"\rho", "1/µm²", 10800, 100, 20000, 100,
        Text(zh="星形胶质细胞膜上的转运体密度", en="transporters on astrocyte membrane"), domain="positive",
    )  # fmt: skip
    area = Parameter(
        "area_A", "a", "µm²/µm³", 1.4, 0.3, 4, 0.1,
        Text(zh="单位体积组织中星形胶质细胞的膜面积", en="astrocyte membrane in a volume of tissue"), domain="positive",
    )  # fmt: skip
    count_N = Parameter(
        "count_N", r"n_\mathrm{N}", "1/µm³", 130, 10, 1000, 10,
        Text(zh="神经元转运体（每单位体积组织）", en="neuronal transporters in a volume of tissue"), domain="positive",
    )  # fmt: skip
    k_A = turnover("k_A", r"k_\mathrm{A}", 40, "星形胶质细胞转运体的周转率", "turnover, astrocyte")
    k_N = turnover("k_N", r"k_\mathrm{N}", 120, "神经元转运体的周转率", "turnover, neuron")
    Km_A = half("Km_A", r"K_\mathrm{m,A}", "星形胶质细胞转运体的 K_m", "K_m, astrocyte")
    Km_N = half("Km_N", r"K_\mathrm{m,N}", "神经元转运体的 K_m", "K_m, neuron")
    c, rho, s, n_N, ka, kn, ma, mn, al = (
        p.sympy for p in (glu, density, area, count_N, k_A, k_N, Km_A, Km_N, volume_fraction)
    )
    per_volume, rate = "1/µm³", "1/(µm³ s)"
    n_A, V_A, V_N = symbol("count_A"), symbol("V_A"), symbol("V_N")

    def flow(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, rate, Text(zh=zh, en=en))

    return AlgebraicModel(
        "glutamate_uptake",
        [glu, density, area, count_N, k_A, k_N, Km_A, Km_N, volume_fraction],
        {
            "count_A": Output(
                rho * s,
                r"n_\mathrm{A}",
                per_volume,
                Text(zh="星形胶质细胞转运体（每单位体积组织）", en="astrocyte transporters in a volume of tissue"),
            ),
            "V_A": flow(n_A * ka, r"V_\mathrm{max,A}", "星形胶质细胞的最大摄取", "largest uptake, astrocytes"),
            "V_N": flow(n_N * kn, r"V_\mathrm{max,N}", "神经元的最大摄取", "largest uptake, neurons"),
            "J_A": flow(V_A * c / (ma + c), r"J_\mathrm{A}", "星形胶质细胞的摄取", "uptake by astrocytes"),
            "J_N": flow(V_N * c / (mn + c), r"J_\mathrm{N}", "神经元的摄取", "uptake by neurons"),
            "count_ratio": Output(
                n_A / n_N, r"n_\mathrm{A}/n_\mathrm{N}", "", Text(zh="分子数之比", en="ratio of molecules")
            ),
            "capacity_ratio": Output(
                V_A / V_N,
                r"V_\mathrm{max,A}/V_\mathrm{max,N}",
                "",
                Text(zh="最大摄取之比", en="ratio of largest uptakes"),
            ),
            "uptake_ratio": Output(
                symbol("J_A") / symbol("J_N"),
                r"J_\mathrm{A}/J_\mathrm{N}",
                "",
                Text(zh="此浓度下摄取之比", en="ratio of uptakes at this concentration"),
            ),
            "astrocyte_share": Output(
                100 * symbol("J_A") / (symbol("J_A") + symbol("J_N")),
                r"J_\mathrm{A}/(J_\mathrm{A}+J_\mathrm{N})",
                "%",
                Text(zh="星形胶质细胞承担的份额", en="share taken by astrocytes"),
            ),
            "V_space": Output(
                kilo * (V_A + V_N) / (molecules_per_micromolar * al),
                r"V_\mathrm{max}/\alpha",
                "mM/s",
                Text(zh="折合到胞外间隙的最大摄取", en="largest uptake, in the space outside"),
            ),
            "tau": Output(
                conversion(1000) * molecules_per_micromolar * al / (V_A / ma + V_N / mn),
                r"\tau",
                "ms",
                Text(zh="低浓度下的清除时间常数", en="time constant of clearance at low concentration"),
            ),
        },
        source="LehreDanbolt1998; Holmseth2012",
    )


glutamate_uptake_model = register(_glutamate_uptake())


def glutamate_uptake(**values: object) -> dict[str, float | np.ndarray]:
    """Uptake by astrocytes and neurons from density, membrane area and turnover [LehreDanbolt1998; Holmseth2012].

    Parameters
    ----------
    **values : float or array_like
        Any of ``glu`` (µM), ``density_A`` (1/µm²), ``area_A`` (µm²/µm³), ``count_N`` (1/µm³), ``k_A`` and ``k_N``
        (1/s), ``Km_A`` and ``Km_N`` (µM), ``alpha``.  The rest take their default, rat hippocampus (CA1).

    Returns
    -------
    dict
        ``count_A`` in 1/µm³; ``V_A``, ``V_N``, ``J_A`` and ``J_N`` in molecules per µm³ of tissue and second;
        ``count_ratio``, ``capacity_ratio`` and ``uptake_ratio``; ``astrocyte_share`` in %; ``V_space`` in mM/s of
        the space outside; ``tau`` in ms.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return glutamate_uptake_model(**values)


def _uptake_kinetics() -> AlgebraicModel:
    glu = _concentration(20)
    count = Parameter(
        "count", "n", "1/µm³", 15200, 100, 30000, 100,
        Text(zh="单位体积组织中的转运体", en="transporters in a volume of tissue"), domain="positive",
    )  # fmt: skip
    turnover = Parameter(
        "turnover", r"k_\mathrm{cat}", "1/s", 15, 1, 120, 1, Text(zh="周转率", en="turnover"), domain="positive"
    )
    K_m = Parameter(
        "K_m", r"K_\mathrm{m}", "µM", 20, 1, 100, 1, Text(zh="米氏常数 K_m", en="Michaelis constant K_m"),
        scale="log", domain="positive",
    )  # fmt: skip
    c, n, k, m, al = (p.sympy for p in (glu, count, turnover, K_m, volume_fraction))
    V = symbol("V_max")
    return AlgebraicModel(
        "uptake_kinetics",
        [glu, count, turnover, K_m, volume_fraction],
        {
            "capacity": Output(n * k, r"nk_\mathrm{cat}", "1/(µm³ s)", Text(zh="最大摄取", en="largest uptake")),
            "V_max": Output(
                kilo * n * k / (molecules_per_micromolar * al),
                r"V_\mathrm{max}",
                "mM/s",
                Text(zh="折合到胞外间隙的最大摄取", en="largest uptake, in the space outside"),
            ),
            "J": Output(
                n * k * c / (m + c), "J", "1/(µm³ s)", Text(zh="此浓度下的摄取", en="uptake at this concentration")
            ),
            "rate": Output(
                V * c / (m + c), "v", "mM/s", Text(zh="胞外浓度的下降速率", en="rate of fall of the concentration")
            ),
            "tau": Output(m / V, r"\tau", "ms", Text(zh="低浓度下的时间常数", en="time constant at low concentration")),
            "cycle": Output(
                conversion(1000) / k, r"1/k_\mathrm{cat}", "ms", Text(zh="一轮所需的时间", en="time of one cycle")
            ),
        },
        source="LehreDanbolt1998; Michaelis-Menten",
    )


uptake_kinetics_model = register(_uptake_kinetics())


def uptake_capacity(count=15200.0, turnover=15.0, alpha=0.2) -> float | np.ndarray:
    """Largest uptake as a rate of fall of the concentration outside, count × turnover / (N_A alpha).

    With 15 200 transporters in a µm³ of tissue, 15 cycles a second and a fifth of the tissue outside cells it is
    1.89 mM/s [LehreDanbolt1998, for the count].

    Parameters
    ----------
    count : float or array_like
        Transporters in 1 µm³ of tissue.
    turnover : float or array_like
        Cycles per second.
    alpha : float or array_like
        Share of the tissue that lies outside cells.

    Returns
    -------
    float or ndarray
        Rate in mM/s; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return uptake_kinetics_model.evaluate("V_max", count=count, turnover=turnover, alpha=alpha)


def uptake_time_constant(K_m=20.0, count=15200.0, turnover=15.0, alpha=0.2) -> float | np.ndarray:
    """Time constant with which transporters clear a concentration far below K_m: K_m / V_max.

    Parameters
    ----------
    K_m : float or array_like
        Concentration of half-saturation in µM.
    count : float or array_like
        Transporters in 1 µm³ of tissue.
    turnover : float or array_like
        Cycles per second.
    alpha : float or array_like
        Share of the tissue that lies outside cells.

    Returns
    -------
    float or ndarray
        Time in ms, 10.6 for the defaults; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return uptake_kinetics_model.evaluate("tau", K_m=K_m, count=count, turnover=turnover, alpha=alpha)


# -- after a release ------------------------------------------------------------------------------------------------

COUNT = 15200  # transporters in a µm³ of tissue, rat CA1
TISSUE = sympy.Rational(1, 5)  # share of the tissue outside cells
CLEFT_RADIUS, CLEFT_HEIGHT = sympy.Float(0.22), sympy.Float(0.02)  # µm
NEAR_RADIUS = sympy.Float(0.5)  # µm
TRANSLOCATION = 200  # 1/s
FIRST, PULSE, MOST = 1, sympy.Float(0.05), 4  # ms; ms; pulses
ESCAPE = sympy.Float(5.783185962946785)  # square of the first zero of J0: a disc that empties through its rim
# A pulse begins and ends with changes in hundredths of a millisecond; short steps follow them.
SHORT_STEPS = tuple(sympy.Float(x) for x in (0.004, 0.01, 0.017, 0.025, 0.033, 0.041))  # ms
LATER_STEPS = tuple(sympy.Float(x) for x in (0.0625, 0.075, 0.0875, 0.125, 0.175))  # ms


def _glutamate_clearance() -> DynamicalModel:
    molecules = Parameter(
        "molecules", "M", "", 3000, 500, 10000, 500, Text(zh="每次释放的分子数", en="molecules in a release"),
        domain="positive",
    )  # fmt: skip
    pulses = Parameter("pulses", "m", "", 1, 1, MOST, 1, Text(zh="释放次数", en="releases"), domain="positive")
    interval = Parameter(
        "interval", r"T_\mathrm{p}", "ms", 5, 2, 6, 0.5, Text(zh="释放间隔", en="interval between releases"),
        domain="positive",
    )  # fmt: skip
    active = Parameter(
        "active", "f", "", 0.05, 0.02, 1, 0.01, Text(zh="同时释放的突触比例", en="share of synapses that release"),
        domain="positive",
    )  # fmt: skip
    density = Parameter(
        "density", "d", "", 1, 0.02, 2, 0.02, Text(zh="转运体密度（相对）", en="transporter density (relative)"),
        domain="positive",
    )  # fmt: skip
    diffusion = Parameter(
        "diffusion", "D", "µm²/ms", 0.3, 0.05, 0.75, 0.05, Text(zh="扩散系数", en="diffusion coefficient"),
        domain="positive",
    )  # fmt: skip
    binding = Parameter(
        "binding", r"k_\mathrm{on}", "1/(µM s)", 5, 1, 20, 0.5, Text(zh="结合速率常数", en="binding rate constant"),
        domain="positive",
    )  # fmt: skip
    capture = Parameter(
        "capture", r"\varepsilon", "", 0.5, 0.1, 0.9, 0.05,
        Text(zh="结合之后被运入的概率", en="chance that a bound molecule is carried in"), domain="positive",
    )  # fmt: skip
    turnover = Parameter(
        "turnover", r"k_\mathrm{cat}", "1/s", 15, 1, 90, 1, Text(zh="周转率", en="turnover"), domain="positive"
    )
    M, m, T_p, f, d, D, k_on, eps, k_cat = (
        p.sympy for p in (molecules, pulses, interval, active, density, diffusion, binding, capture, turnover)
    )
    t = symbol("t")
    starts = [FIRST + k * T_p for k in range(MOST)]
    per_ms = conversion(1e-3)
    near_tissue = 4 * sympy.pi * NEAR_RADIUS**3 / 3
    far_tissue = 1 / f - near_tissue.evalf()
    v_0 = (sympy.pi * CLEFT_RADIUS**2 * CLEFT_HEIGHT).evalf()
    v_1, v_2 = (TISSUE * near_tissue).evalf(), TISSUE * far_tissue
    G_0, G_1, G_2 = symbol("G_0"), symbol("G_1"), symbol("G_2")
    B_1, B_2, I_1, I_2 = symbol("B_1"), symbol("B_2"), symbol("I_1"), symbol("I_2")
    c_0, c_1, c_2 = symbol("c_0"), symbol("c_1"), symbol("c_2")
    out, away, b_1, b_2 = symbol("rim"), symbol("spread"), symbol("bind_1"), symbol("bind_2")
    k_t, k_off, k_r = TRANSLOCATION, symbol("k_off"), symbol("k_r")
    n_1, n_2 = symbol("n_1"), symbol("n_2")
    one = molecules_per_micromolar

    def molecules_of(rate, tex: str, zh: str, en: str) -> State:
        return State(rate, sympy.Integer(0), tex, "", Text(zh=zh, en=en))

    def level(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "µM", Text(zh=zh, en=en))

    def number(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, "", Text(zh=zh, en=en))

    def pulse(k: int, start):
        during = sympy.And(t > start, t <= start + PULSE, m > k + sympy.Rational(1, 2))
        return sympy.Piecewise((M / PULSE, during), (0, True))

    carried = per_ms * k_t * (B_1 + B_2)
    return DynamicalModel(
        "glutamate_clearance",
        [molecules, pulses, interval, active, density, diffusion, binding, capture, turnover],
        states={
            "G_0": molecules_of(symbol("release") - out, "G_0", "突触间隙中的分子", "molecules in the cleft"),
            "G_1": molecules_of(out - away - b_1, "G_1", "突触周围的分子", "molecules around the synapse"),
            "G_2": molecules_of(away - b_2, "G_2", "远处的分子", "molecules further off"),
            "B_1": molecules_of(
                b_1 - per_ms * k_t * B_1, "B_1", "突触周围已结合的分子", "molecules bound around the synapse"
            ),
            "B_2": molecules_of(b_2 - per_ms * k_t * B_2, "B_2", "远处已结合的分子", "molecules bound further off"),
            "I_1": molecules_of(
                per_ms * (k_t * B_1 - k_r * I_1), "I_1", "突触周围正在返回的转运体", "carriers returning, nearby"
            ),
            "I_2": molecules_of(
                per_ms * (k_t * B_2 - k_r * I_2), "I_2", "远处正在返回的转运体", "carriers returning, further off"
            ),
            "X": molecules_of(carried, "X", "已运入细胞的分子", "molecules carried in"),
        },
        inputs={"release": (sum(pulse(k, start) for k, start in enumerate(starts)), "r(t)")},
        definitions={
            "k_off": (k_t * (1 - eps) / eps, r"k_\mathrm{off}"),
            "k_r": (k_cat * k_t / (k_t - k_cat), r"k_\mathrm{r}"),
            "n_1": (COUNT * d * near_tissue.evalf(), "n_1"),
            "n_2": (COUNT * d * far_tissue, "n_2"),
            "c_0": (G_0 / (one * v_0), "c_0"),
            "c_1": (G_1 / (one * v_1), "c_1"),
            "c_2": (G_2 / (one * v_2), "c_2"),
            # µM times molecules per µM and µm³ times µm³/ms: molecules per ms.
            "rim": (one * (ESCAPE * sympy.pi * CLEFT_HEIGHT).evalf() * D * (c_0 - c_1), r"J_0"),
            "spread": (one * (4 * sympy.pi * NEAR_RADIUS * TISSUE).evalf() * D * (c_1 - c_2), r"J_1"),
            "bind_1": (per_ms * (k_on * c_1 * (n_1 - B_1 - I_1) - k_off * B_1), r"b_1"),
            "bind_2": (per_ms * (k_on * c_2 * (n_2 - B_2 - I_2) - k_off * B_2), r"b_2"),
        },
        outputs={
            "cleft": level(c_0, "c_0", "突触间隙", "in the cleft"),
            "near": level(c_1, "c_1", "突触周围 0.5 µm 以内", "within 0.5 µm of the synapse"),
            "far": level(c_2, "c_2", "更远处", "further off"),
            "released": number(
                sum(M * sympy.Max(0, sympy.Min(1, (t - start) / PULSE, m - k)) for k, start in enumerate(starts)),
                r"\sum M",
                "已释放的分子",
                "molecules released",
            ),
            "free": number(G_0 + G_1 + G_2, r"G", "游离的分子", "molecules free"),
            "bound": number(B_1 + B_2, r"B", "结合在转运体上的分子", "molecules bound to transporters"),
            "carried": number(symbol("X"), r"X", "已运入细胞的分子", "molecules carried in"),
            "escaping": number(out, r"J_0", "每毫秒扩散出突触间隙的分子", "molecules leaving the cleft per ms"),
            "spreading": number(away, r"J_1", "每毫秒向远处扩散的分子", "molecules spreading on per ms"),
            "binding_near": number(b_1, r"b_1", "每毫秒就近结合的分子（净）", "molecules bound nearby per ms (net)"),
            "binding_far": number(b_2, r"b_2", "每毫秒在远处结合的分子（净）", "bound further off per ms (net)"),
            "binding_all": number(b_1 + b_2, r"b_1+b_2", "每毫秒结合的分子（净）", "molecules bound per ms (net)"),
            "carrying": number(carried, r"k_\mathrm{t}B", "每毫秒运入的分子", "molecules carried in per ms"),
            "busy": Output(
                100 * (B_1 + I_1) / n_1,
                r"(B_1+I_1)/n_1",
                "%",
                Text(zh="突触周围被占用的转运体", en="transporters in use around the synapse"),
            ),
            "half_saturation": level(k_cat / (eps * k_on), r"K_\mathrm{m}", "转运体的 K_m", "K_m of the carrier"),
        },
        time=Time(
            "ms",
            25,
            samples=501,
            breakpoints=tuple(
                start + later
                for start in starts
                for later in (0, *SHORT_STEPS, PULSE, *(PULSE + step for step in (*SHORT_STEPS, *LATER_STEPS)))
            ),
        ),
        method="rosenbrock",
        substeps=1,
        source="BerglesJahr1997; LehreDanbolt1998; OtisKavanaugh2000",
    )


glutamate_clearance_model = register(_glutamate_clearance())


def glutamate_clearance(**values: object) -> dict[str, np.ndarray]:
    """25 ms of glutamate around a synapse after one or more releases: diffusion, binding and transport.

    Three well-mixed spaces (the cleft, the tissue within 0.5 µm, the rest up to the next active synapse) and a
    carrier of three states (free, bound, returning).

    Parameters
    ----------
    **values : float or array_like
        Any of ``molecules`` (per release), ``pulses`` (1 to 4, the first at 1 ms), ``interval`` (ms), ``active``
        (share of synapses that release), ``density`` (relative to 15 200 carriers in a µm³ of tissue),
        ``diffusion`` (µm²/ms), ``binding`` (1/(µM s)), ``capture`` (chance that a bound molecule is carried in)
        and ``turnover`` (1/s).

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms; ``cleft``, ``near`` and ``far`` in µM; molecules ``released``, ``free``, ``bound`` and
        ``carried``; flows ``escaping``, ``spreading``, ``binding_near``, ``binding_far``, ``binding_all`` and
        ``carrying`` in molecules per ms; ``busy`` in %; ``half_saturation`` in µM.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return glutamate_clearance_model.integrate(**values)


def _uptake_assay() -> AlgebraicModel:
    glu = Parameter(
        "glu", r"[\mathrm{Glu}]", "µM", 20, 0.5, 1000, 0.5, Text(zh="谷氨酸浓度", en="glutamate concentration"),
        scale="log", domain="positive",
    )  # fmt: skip
    sodium = Parameter("sodium", "s", "", 1, 0, 1, 1, Text(zh="浴液有 Na⁺", en="Na⁺ in the bath"), domain="nonnegative")
    V_max = Parameter(
        "V_max", r"V_\mathrm{max}", "nmol/(mg min)", 10, 1, 40, 0.5, Text(zh="最大摄取", en="largest uptake"),
        domain="positive",
    )  # fmt: skip
    K_m = Parameter(
        "K_m", r"K_\mathrm{m}", "µM", 20, 2, 80, 1, Text(zh="米氏常数 K_m", en="Michaelis constant K_m"),
        domain="positive",
    )  # fmt: skip
    leak = Parameter(
        "leak", r"k_\mathrm{ns}", "µL/(mg min)", 5, 0, 20, 0.5,
        Text(zh="不依赖 Na⁺ 的成分", en="part that needs no Na⁺"), domain="nonnegative",
    )  # fmt: skip
    c = glu.sympy
    return AlgebraicModel(
        "uptake_assay",
        [glu, sodium, V_max, K_m, leak],
        {
            "uptake": Output(
                sodium.sympy * V_max.sympy * c / (K_m.sympy + c) + kilo * leak.sympy * c,
                "v",
                "nmol/(mg min)",
                Text(zh="测得的摄取", en="measured uptake"),
            ),
        },
        source="Danbolt2001",
    )


uptake_assay_model = register(_uptake_assay())
