"""The glutamate-glutamine cycle: five pools, the four steps between them, and the two doors to metabolism.

Pools are amounts per gram of tissue (µmol/g) and fluxes are µmol/(g min).  With every rate as at rest the
fluxes of the cycle are 0.5 µmol/(g min), within what 13C NMR finds in rodent cortex, and nothing changes.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol

POOL, FLUX = "µmol/g", "µmol/(g min)"
# Pools at rest, in µmol/g.  All follow from the rates below; the tests let the cycle run and find it at rest.
NEURONAL, OUTSIDE, ASTROCYTIC = sympy.Integer(8), sympy.Rational(1, 120), sympy.Rational(4, 5)
GLUTAMINE_A, GLUTAMINE_N = sympy.Rational(5, 2), sympy.Rational(3, 2)
RELEASE = sympy.Rational(1, 16)  # of the neuronal pool, per minute
CLEARANCE = 60  # per minute
GS_MAXIMUM, GS_HALF = 1, sympy.Rational(4, 5)  # µmol/(g min), µmol/g
OXIDATION = sympy.Rational(3, 32)  # of the astrocytic pool, per minute
EXCHANGE = sympy.Rational(1, 2)  # per minute
HYDROLYSIS = sympy.Rational(1, 3)  # per minute
# One ATP for glutamine synthetase; three Na+ enter with each glutamate, and the pump takes three out per ATP.
ATP_PER_GLUTAMINE, ATP_PER_UPTAKE = 1, 1
# A step cut at time 0 moves the outside pool within a second; short steps follow it.
SHORT_STEPS = tuple(sympy.Float(x) for x in (0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8))  # min


def _rate(name: str, tex: str, zh: str, en: str, default: float = 1, maximum: float = 1) -> Parameter:
    return Parameter(name, tex, "", default, 0, maximum, 0.05, Text(zh=zh, en=en), domain="nonnegative")


def _glutamate_cycle() -> DynamicalModel:
    eaat = _rate("eaat", r"e", "EAAT 的相对速率", "relative rate of the EAATs")
    # The model opens with GS slowed: at rest there would be nothing to see.
    gs = _rate("gs", r"g", "GS 的相对速率", "relative rate of GS", default=0.2)
    snat = _rate("snat", r"s", "SNAT 的相对速率", "relative rate of the SNATs")
    pag = _rate("pag", r"p", "PAG 的相对速率", "relative rate of PAG")
    activity = _rate("activity", r"a", "突触活动（相对）", "synaptic activity (relative)", maximum=4)
    de_novo = Parameter(
        "de_novo", r"v_\mathrm{new}", FLUX, 0.075, 0, 0.3, 0.005, Text(zh="从头合成", en="de novo synthesis"),
        domain="nonnegative",
    )  # fmt: skip
    N, E, A, Q_a, Q_n = (symbol(name) for name in ("N", "E", "A", "Q_a", "Q_n"))
    release, uptake, make = symbol("release"), symbol("uptake"), symbol("make")
    pass_on, split, burn = symbol("pass_on"), symbol("split"), symbol("burn")
    new = de_novo.sympy

    def pool(rate, initial, tex: str, zh: str, en: str) -> State:
        return State(rate, initial, tex, POOL, Text(zh=zh, en=en))

    def amount(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, POOL, Text(zh=zh, en=en))

    def flux(expression, tex: str, zh: str, en: str) -> Output:
        return Output(expression, tex, FLUX, Text(zh=zh, en=en))

    return DynamicalModel(
        "glutamate_cycle",
        [eaat, gs, snat, pag, activity, de_novo],
        states={
            "N": pool(split - release, NEURONAL, "N", "神经元谷氨酸", "glutamate in neurons"),
            "E": pool(release - uptake, OUTSIDE, "E", "胞外谷氨酸", "glutamate outside"),
            "A": pool(uptake + new - make - burn, ASTROCYTIC, "A", "星形胶质细胞谷氨酸", "glutamate in astrocytes"),
            "Q_a": pool(
                make - pass_on, GLUTAMINE_A, r"Q_\mathrm{a}", "星形胶质细胞谷氨酰胺", "glutamine in astrocytes"
            ),
            "Q_n": pool(pass_on - split, GLUTAMINE_N, r"Q_\mathrm{n}", "神经元谷氨酰胺", "glutamine in neurons"),
        },
        definitions={
            "release": (activity.sympy * RELEASE * N, r"v_\mathrm{rel}"),
            "uptake": (eaat.sympy * CLEARANCE * E, r"v_\mathrm{EAAT}"),
            "make": (gs.sympy * GS_MAXIMUM * A / (GS_HALF + A), r"v_\mathrm{GS}"),
            "pass_on": (snat.sympy * EXCHANGE * (Q_a - Q_n), r"v_\mathrm{SNAT}"),
            "split": (pag.sympy * HYDROLYSIS * Q_n, r"v_\mathrm{PAG}"),
            "burn": (OXIDATION * A, r"v_\mathrm{ox}"),
        },
        outputs={
            "neuronal": amount(N, "N", "神经元谷氨酸", "glutamate in neurons"),
            "outside": amount(E, "E", "胞外谷氨酸", "glutamate outside"),
            "outside_relative": Output(
                E / OUTSIDE, r"E/E_0", "", Text(zh="胞外谷氨酸与开始时之比", en="glutamate outside, over its start")
            ),
            "astrocytic": amount(A, "A", "星形胶质细胞谷氨酸", "glutamate in astrocytes"),
            "glutamine_a": amount(Q_a, r"Q_\mathrm{a}", "星形胶质细胞谷氨酰胺", "glutamine in astrocytes"),
            "glutamine_n": amount(Q_n, r"Q_\mathrm{n}", "神经元谷氨酰胺", "glutamine in neurons"),
            "glutamine": amount(Q_a + Q_n, r"Q_\mathrm{a}+Q_\mathrm{n}", "谷氨酰胺总量", "all glutamine"),
            "skeletons": amount(
                N + E + A + Q_a + Q_n, r"\Sigma", "五个库的总量（碳骨架）", "all five pools (carbon skeletons)"
            ),
            # Glutamine holds two nitrogens.  What leaves the pools by PAG without being bound again is ammonium.
            "nitrogen": amount(
                N + E + A + 2 * (Q_a + Q_n),
                r"\Sigma_\mathrm{N}",
                "五个库中的氮",
                "nitrogen in the five pools",
            ),
            "v_rel": flux(release, r"v_\mathrm{rel}", "释放", "release"),
            "v_eaat": flux(uptake, r"v_\mathrm{EAAT}", "摄取（EAAT）", "uptake (EAAT)"),
            "v_gs": flux(make, r"v_\mathrm{GS}", "谷氨酰胺合成（GS）", "glutamine synthesis (GS)"),
            "v_snat": flux(pass_on, r"v_\mathrm{SNAT}", "谷氨酰胺转移（SNAT）", "glutamine transfer (SNAT)"),
            "v_pag": flux(split, r"v_\mathrm{PAG}", "谷氨酰胺水解（PAG）", "glutamine hydrolysis (PAG)"),
            "v_new": flux(new, r"v_\mathrm{new}", "从头合成", "de novo synthesis"),
            "v_ox": flux(burn, r"v_\mathrm{ox}", "氧化", "oxidation"),
            "atp": flux(
                ATP_PER_GLUTAMINE * make + ATP_PER_UPTAKE * uptake,
                r"v_\mathrm{ATP}",
                "ATP 消耗（GS 与钠泵）",
                "ATP use (GS and the sodium pump)",
            ),
        },
        time=Time("min", 400, samples=401, breakpoints=SHORT_STEPS),
        method="rosenbrock",
        substeps=2,
        source="Rothman2003; Hertz2013; Schousboe2014",
    )


glutamate_cycle_model = register(_glutamate_cycle())


def glutamate_cycle(eaat=1.0, gs=1.0, snat=1.0, pag=1.0, activity=1.0, de_novo=0.075) -> dict[str, np.ndarray]:
    """400 minutes of the glutamate-glutamine cycle after its rates were set at time 0 [Rothman2003; Schousboe2014].

    The pools begin at the rest that belongs to the default values, so with those nothing changes.

    Parameters
    ----------
    eaat, gs, snat, pag : float or array_like
        Rates of the four steps relative to rest; 0 is a full block.
    activity : float or array_like
        Release relative to rest.
    de_novo : float or array_like
        Synthesis of glutamate from glucose in µmol/(g min).

    Returns
    -------
    dict of str to ndarray
        ``t`` in min; pools ``neuronal``, ``outside``, ``astrocytic``, ``glutamine_a``, ``glutamine_n``,
        ``glutamine`` and ``skeletons`` in µmol/g; ``outside_relative``; ``nitrogen`` in µmol/g (glutamine holds
        two); fluxes ``v_rel``, ``v_eaat``, ``v_gs``, ``v_snat``, ``v_pag``, ``v_new``,
        ``v_ox`` and ``atp`` in µmol/(g min).

    Raises
    ------
    ModelValueError
        If a value is not a number or is negative.
    """
    return glutamate_cycle_model.integrate(eaat=eaat, gs=gs, snat=snat, pag=pag, activity=activity, de_novo=de_novo)


def _hill(c, half, n):
    return 1 / (1 + (half / c) ** n)


def _glutamate_occupancy() -> AlgebraicModel:
    def half(name: str, tex: str, default, minimum, maximum, zh: str, en: str) -> Parameter:
        return Parameter(
            name, tex, "µM", default, minimum, maximum, 0.1, Text(zh=zh, en=en), scale="log", domain="positive"
        )

    def slope(name: str, tex: str, default, zh: str, en: str) -> Parameter:
        return Parameter(name, tex, "", default, 1, 2, 0.1, Text(zh=zh, en=en), domain="positive")

    glu = Parameter(
        "glu", r"[\mathrm{Glu}]", "µM", 1, 0.001, 1e5, 0.001, Text(zh="谷氨酸浓度", en="glutamate concentration"),
        scale="log", domain="positive",
    )  # fmt: skip
    ampa = half("ampa_half", r"EC_\mathrm{50,AMPA}", 500, 100, 1000, "AMPA 受体的 EC₅₀", "EC₅₀ of AMPA receptors")
    nmda = half("nmda_half", r"EC_\mathrm{50,NMDA}", 2.3, 1, 5, "NMDA 受体的 EC₅₀", "EC₅₀ of NMDA receptors")
    mglu = half("mglu_half", r"EC_\mathrm{50,mGlu}", 10, 3, 30, "mGluR5 的 EC₅₀", "EC₅₀ of mGluR5")
    eaat = half("eaat_half", r"K_\mathrm{m,EAAT}", 20, 5, 100, "EAAT 的 K_m", "K_m of the EAATs")
    n_ampa = slope("n_ampa", r"n_\mathrm{AMPA}", 1.3, "AMPA 受体的希尔系数", "Hill coefficient of AMPA receptors")
    n_nmda = slope("n_nmda", r"n_\mathrm{NMDA}", 1.5, "NMDA 受体的希尔系数", "Hill coefficient of NMDA receptors")
    c = glu.sympy

    def percent(expression, tex: str, zh: str, en: str) -> Output:
        return Output(100 * expression, tex, "%", Text(zh=zh, en=en))

    return AlgebraicModel(
        "glutamate_occupancy",
        [glu, ampa, nmda, mglu, eaat, n_ampa, n_nmda],
        {
            "AMPA": percent(
                _hill(c, ampa.sympy, n_ampa.sympy),
                r"\theta_\mathrm{AMPA}",
                "AMPA 受体的反应",
                "response of AMPA receptors",
            ),
            "NMDA": percent(
                _hill(c, nmda.sympy, n_nmda.sympy),
                r"\theta_\mathrm{NMDA}",
                "NMDA 受体的反应",
                "response of NMDA receptors",
            ),
            "mGluR": percent(_hill(c, mglu.sympy, 1), r"\theta_\mathrm{mGlu}", "mGluR5 的反应", "response of mGluR5"),
            "EAAT": percent(
                _hill(c, eaat.sympy, 1), r"\theta_\mathrm{EAAT}", "EAAT 的饱和度", "saturation of the EAATs"
            ),
        },
        source="Hill equation; EC50 and Hill coefficients, Traynelis2010; K_m, ZhouDanbolt2013",
    )


glutamate_occupancy_model = register(_glutamate_occupancy())


def receptor_occupancy(glu=1.0, half=2.3, n=1.5) -> float | np.ndarray:
    """Steady response of a receptor to glutamate, c^n / (c^n + EC50^n), as a share of the largest.

    With the defaults, NMDA receptors at 1 µM, it is 0.223; AMPA receptors (500 µM, n = 1.3) at 1 mM give 0.711.

    Parameters
    ----------
    glu : float or array_like
        Concentration, in the unit of `half`, positive.
    half : float or array_like
        Concentration of half the largest response.
    n : float or array_like
        Hill coefficient.

    Returns
    -------
    float or ndarray
        A number between 0 and 1; arrays broadcast.

    Raises
    ------
    ModelValueError
        If a value is not a number or is not positive.
    """
    return glutamate_occupancy_model.evaluate("NMDA", glu=glu, nmda_half=half, n_nmda=n) / 100
