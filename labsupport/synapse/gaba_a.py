"""GABA_A receptors: how much GABA opens them, what drugs change, and the charge each kind of inhibition carries."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol, t

# Alpha subunits that lack the histidine (position 101 of alpha1), and with it the site for benzodiazepines.
WITHOUT_SITE = (4, 6)
AMBIENT = sympy.Float("0.3")  # µM, at which a tonic current is quoted
EC50_ALPHA5, N_GAMMA, EFFICACY_ALPHA5 = 3, sympy.Rational(3, 2), sympy.Float("0.8")
# Gaboxadol: potent and more effective than GABA at delta receptors, weak at gamma2 receptors.
EC50_GABOXADOL_DELTA, EC50_GABOXADOL_GAMMA, EFFICACY_GABOXADOL_GAMMA = sympy.Float("0.1"), 200, sympy.Float("0.5")
GABOXADOL_OVER_GABA = 2  # ratio of the largest responses at delta receptors

pico = conversion(1e-3)  # pA times ms in pC


def _micromolar(name, tex, default, minimum, maximum, zh, en, scale="log", step=0.01, domain="positive") -> Parameter:
    return Parameter(name, tex, "µM", default, minimum, maximum, step, Text(zh=zh, en=en), scale=scale, domain=domain)


def _drugs() -> tuple[Parameter, ...]:
    """The three drugs as parameters of a receptor; the values 1, 1 and 0 mean that none is there."""
    return (
        Parameter(
            "benzodiazepine", "s", "", 1, 1, 3, 0.1,
            Text(zh="苯二氮䓬使亲和力提高的倍数", en="benzodiazepine: gain of affinity"), domain="positive",
        ),
        Parameter(
            "neurosteroid", "k", "", 1, 1, 5, 0.1,
            Text(zh="神经甾体使开放常数提高的倍数", en="neurosteroid: gain of the opening constant"), domain="positive",
        ),
        Parameter(
            "gaboxadol", r"[\mathrm{THIP}]", "µM", 0, 0, 3, 0.1,
            Text(zh="加波沙朵浓度", en="gaboxadol"), domain="nonnegative",
        ),
    )  # fmt: skip


def _alpha() -> Parameter:
    return Parameter(
        "alpha", r"\alpha", "", 1, 1, 6, 1,
        Text(zh="突触受体的 α 亚基", en="alpha subunit of the synaptic receptor"), choices=(1, 2, 3, 4, 5, 6),
    )  # fmt: skip


BENZODIAZEPINE, NEUROSTEROID, GABOXADOL = _drugs()


def affinity_gain(s, alpha):
    """Gain of affinity of an alpha-beta-gamma2 receptor: `s` where the alpha subunit has the histidine, else 1."""
    without = sympy.Or(*(sympy.Eq(alpha, a) for a in WITHOUT_SITE))
    return sympy.Piecewise((1, without), (s, True))


def open_fraction(GABA, EC50, n, efficacy, gain=1, steroid=1, agonist=0, agonist_EC50=1, agonist_efficacy=0):
    """Share of channels open at the peak, for two agonists at one site and a modulator of opening.

    Each agonist binds and then opens the channel with an opening constant e/(1-e), e being its efficacy; binding is
    written through the EC50 without drugs, ``w = (c/EC50)**n``.  The modulator multiplies every opening constant.
    """
    w, v = (GABA * gain / EC50) ** n, (agonist / agonist_EC50) ** n
    up = steroid * (efficacy * w + agonist_efficacy * v)
    down = 1 + w * (1 - efficacy + steroid * efficacy) + v * (1 - agonist_efficacy + steroid * agonist_efficacy)
    return up / down


def open_delta(GABA, EC50, efficacy, steroid, gaboxadol):
    """Open share of alpha4-beta-delta receptors: no site for benzodiazepines."""
    better = sympy.Min(GABOXADOL_OVER_GABA * efficacy, sympy.Float("0.95"))
    return open_fraction(
        GABA, EC50, 1, efficacy, steroid=steroid, agonist=gaboxadol,
        agonist_EC50=EC50_GABOXADOL_DELTA, agonist_efficacy=better,
    )  # fmt: skip


def open_gamma(GABA, EC50, n, efficacy, gain, steroid, gaboxadol):
    """Open share of alpha-beta-gamma2 receptors."""
    return open_fraction(
        GABA, EC50, n, efficacy, gain=gain, steroid=steroid, agonist=gaboxadol,
        agonist_EC50=EC50_GABOXADOL_GAMMA, agonist_efficacy=EFFICACY_GABOXADOL_GAMMA,
    )  # fmt: skip


def _share(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "", Text(zh=zh, en=en))


def _receptors() -> AlgebraicModel:
    GABA = _micromolar("GABA", r"[\mathrm{GABA}]", 0.3, 0.01, 3000, "GABA 浓度", "GABA")
    EC50_gamma = _micromolar(
        "EC50_gamma", r"EC_{50,\gamma}", 10, 2, 30, "γ2 受体的 EC₅₀", "EC₅₀ of γ2 receptors", "linear", 1
    )
    EC50_delta = _micromolar(
        "EC50_delta", r"EC_{50,\delta}", 1, 0.2, 3, "δ 受体的 EC₅₀", "EC₅₀ of δ receptors", "linear", 0.1
    )
    n_gamma = Parameter(
        "n_gamma", r"n_\gamma", "", 1.5, 1, 2, 0.1, Text(zh="γ2 受体的希尔系数", en="Hill coefficient of γ2 receptors"),
        domain="positive",
    )  # fmt: skip
    efficacy_gamma = Parameter(
        "efficacy_gamma", r"\varepsilon_\gamma", "", 0.8, 0.5, 0.95, 0.05,
        Text(zh="GABA 在 γ2 受体上的效能", en="efficacy of GABA at γ2 receptors"), domain="positive",
    )  # fmt: skip
    efficacy_delta = Parameter(
        "efficacy_delta", r"\varepsilon_\delta", "", 0.3, 0.1, 0.9, 0.05,
        Text(zh="GABA 在 δ 受体上的效能", en="efficacy of GABA at δ receptors"), domain="positive",
    )  # fmt: skip
    alpha = _alpha()
    c, s, k, x = (p.sympy for p in (GABA, BENZODIAZEPINE, NEUROSTEROID, GABOXADOL))
    gain = symbol("gain")
    bound = lambda w: w / (1 + w)  # noqa: E731
    return AlgebraicModel(
        "gabaa_receptors",
        [GABA, EC50_gamma, n_gamma, efficacy_gamma, alpha, EC50_delta, efficacy_delta, *_drugs()],
        {
            "saturation_gamma": _share(
                bound((c * gain / EC50_gamma.sympy) ** n_gamma.sympy),
                r"c^n/(c^n+EC_{50}^n)",
                "γ2 受体的占有率（占最大反应的份额）",
                "occupancy of γ2 receptors (share of their largest response)",
            ),
            "saturation_delta": _share(
                bound(c / EC50_delta.sympy),
                r"c/(c+EC_{50})",
                "δ 受体的占有率（占最大反应的份额）",
                "occupancy of δ receptors (share of their largest response)",
            ),
            "ratio": _share(
                symbol("saturation_delta") / symbol("saturation_gamma"),
                r"\delta/\gamma_2",
                "占有率之比 δ/γ2",
                "occupancy, δ over γ2",
            ),
            "open_gamma": _share(
                open_gamma(c, EC50_gamma.sympy, n_gamma.sympy, efficacy_gamma.sympy, gain, k, x),
                r"P_\gamma",
                "突触 γ2 受体的开放份额",
                "open share of synaptic γ2 receptors",
            ),
            "open_delta": _share(
                open_delta(c, EC50_delta.sympy, efficacy_delta.sympy, k, x),
                r"P_\delta",
                "α4βδ 受体的开放份额",
                "open share of α4βδ receptors",
            ),
            "open_alpha5": _share(
                open_gamma(c, EC50_ALPHA5, N_GAMMA, EFFICACY_ALPHA5, s, k, x),
                r"P_{\alpha 5}",
                "α5βγ2 受体的开放份额",
                "open share of α5βγ2 receptors",
            ),
        },
        definitions={"gain": (affinity_gain(s, alpha.sympy), r"s_\alpha")},
        source="FarrantNusser2005; two agonists and a modulator of opening, after del Castillo and Katz",
    )  # fmt: skip


gabaa_receptors_model = register(_receptors())


def gabaa_receptors(
    GABA=0.3,
    EC50_gamma=10.0,
    n_gamma=1.5,
    efficacy_gamma=0.8,
    alpha=1,
    EC50_delta=1.0,
    efficacy_delta=0.3,
    benzodiazepine=1.0,
    neurosteroid=1.0,
    gaboxadol=0.0,
) -> dict[str, float | np.ndarray]:
    """Occupancy and open share of synaptic and extrasynaptic GABA_A receptors at one GABA concentration.

    The curves are those of peak currents (no desensitisation).  A benzodiazepine raises the affinity of receptors
    with gamma2 and one of alpha1, alpha2, alpha3 and alpha5; a neurosteroid raises the opening constant of all
    receptors alike; gaboxadol is a second agonist at the GABA site.

    Parameters
    ----------
    GABA, EC50_gamma, EC50_delta, gaboxadol : float or array_like
        Concentrations in µM.
    n_gamma : float or array_like
        Hill coefficient of gamma2 receptors; that of delta receptors is 1.
    efficacy_gamma, efficacy_delta : float or array_like
        Share of channels that saturating GABA opens, between 0 and 1.
    alpha : {1, 2, 3, 4, 5, 6}
        Alpha subunit of the synaptic gamma2 receptor.
    benzodiazepine, neurosteroid : float or array_like
        Factors of affinity and of the opening constant; 1 without the drug.

    Returns
    -------
    dict
        Pure numbers: ``saturation_gamma`` and ``saturation_delta`` (Hill occupancy, neurosteroid and gaboxadol left
        out), their ``ratio``, and ``open_gamma``, ``open_delta``, ``open_alpha5``.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gabaa_receptors_model(
        GABA=GABA,
        EC50_gamma=EC50_gamma,
        n_gamma=n_gamma,
        efficacy_gamma=efficacy_gamma,
        alpha=alpha,
        EC50_delta=EC50_delta,
        efficacy_delta=efficacy_delta,
        benzodiazepine=benzodiazepine,
        neurosteroid=neurosteroid,
        gaboxadol=gaboxadol,
    )


def _charge() -> AlgebraicModel:
    f = Parameter("f", "f", "Hz", 10, 1, 100, 1, Text(zh="IPSC 的频率", en="rate of IPSCs"), domain="nonnegative")
    A = Parameter("A", "A", "pA", 50, 5, 200, 5, Text(zh="IPSC 的幅度", en="size of an IPSC"), domain="nonnegative")
    tau = Parameter(
        "tau", r"\tau", "ms", 8, 2, 50, 1, Text(zh="IPSC 的衰减时间常数", en="decay time of an IPSC"), domain="positive"
    )
    tonic = Parameter(
        "I_tonic",
        r"I_\mathrm{tonic}",
        "pA",
        20,
        1,
        100,
        1,
        Text(zh="紧张性电流", en="tonic current"),
        domain="nonnegative",
    )
    phasic = symbol("phasic")
    return AlgebraicModel(
        "inhibitory_charge",
        [f, A, tau, tonic],
        {
            "phasic": Output(
                pico * f.sympy * A.sympy * tau.sympy,
                r"Q_\mathrm{phasic}",
                "pC/s",
                Text(zh="时相性电荷", en="phasic charge"),
            ),
            "tonic": Output(tonic.sympy, r"Q_\mathrm{tonic}", "pC/s", Text(zh="紧张性电荷", en="tonic charge")),
            "tonic_share": Output(
                100 * tonic.sympy / (tonic.sympy + phasic),
                r"Q_\mathrm{tonic}/Q",
                "%",
                Text(zh="紧张性所占份额", en="tonic share"),
            ),
            "rate_of_equality": Output(
                tonic.sympy / (pico * A.sympy * tau.sympy),
                r"f_=",
                "Hz",
                Text(zh="两者相等时的频率", en="rate at which both are equal"),
            ),
        },
        source="FarrantNusser2005",
    )


inhibitory_charge_model = register(_charge())


def inhibitory_charge(f=10.0, A=50.0, tau=8.0, I_tonic=20.0) -> dict[str, float | np.ndarray]:
    """Charge per second carried by phasic and by tonic inhibition.

    An IPSC that decays exponentially carries the charge A tau.

    Parameters
    ----------
    f : float or array_like
        IPSCs per second, Hz.
    A : float or array_like
        Size of one IPSC in pA.
    tau : float or array_like
        Its decay time constant in ms.
    I_tonic : float or array_like
        Tonic current in pA.

    Returns
    -------
    dict
        ``phasic`` and ``tonic`` in pC/s, ``tonic_share`` in per cent of both, and ``rate_of_equality``, the rate in Hz
        at which they are equal.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return inhibitory_charge_model(f=f, A=A, tau=tau, I_tonic=I_tonic)


# Rates of the synaptic receptor at 310 K: two binding sites, one open and one desensitised state.
K_ON, K_OFF, OPENING, CLOSING, DESENSITISING, RECOVERING = 0.01, 0.5, 3.5, 0.8, 0.4, 0.05
EVENTS = 10  # the most releases in one run
FIRST = 20  # ms
RUN = 500  # ms


def _phasic_tonic() -> DynamicalModel:
    rate = Parameter("f", "f", "Hz", 10, 2, 20, 2, Text(zh="释放频率", en="rate of release"), domain="positive")
    cleft = _micromolar(
        "cleft", r"c_\mathrm{cleft}", 1000, 100, 3000, "突触间隙的 GABA 峰浓度", "peak GABA in the cleft"
    )
    pulse = Parameter(
        "pulse", r"\Delta t", "ms", 0.5, 0.2, 20, 0.1,
        Text(zh="每次 GABA 停留的时间", en="how long GABA stays each time"),
        scale="log", domain="positive",
    )  # fmt: skip
    ambient = _micromolar("ambient", r"c_\mathrm{amb}", 0.3, 0.05, 3, "细胞外液中的 GABA", "ambient GABA")
    I_max = Parameter(
        "I_max", r"I_\mathrm{max}", "pA", 80, 10, 200, 5,
        Text(zh="突触通道全开时的电流", en="synaptic current with every channel open"), domain="positive",
    )  # fmt: skip
    I_0 = Parameter(
        "I_0", r"I_0", "pA", 20, 0, 100, 5,
        Text(zh="无药、GABA 0.3 µM 时的紧张性电流", en="tonic current at 0.3 µM without drugs"), domain="nonnegative",
    )  # fmt: skip
    alpha5 = Parameter(
        "alpha5", r"p_{\alpha 5}", "", 0, 0, 1, 0.1,
        Text(zh="紧张性电流中 α5βγ2 受体的份额", en="share of α5βγ2 receptors in the tonic current"),
        domain="nonnegative",
    )  # fmt: skip
    alpha = _alpha()
    s, k, x = (p.sympy for p in (BENZODIAZEPINE, NEUROSTEROID, GABOXADOL))
    amb = ambient.sympy
    one, two, opened, asleep = (symbol(name) for name in ("one", "two", "opened", "asleep"))
    free, c, gain = symbol("free"), symbol("c"), symbol("gain")
    bind_first, bind_second, opening, desensitising = (
        symbol(name) for name in ("bind_first", "bind_second", "opening", "desensitising")
    )
    I_phasic, I_tonic = symbol("I_phasic"), symbol("I_tonic")
    period = 1000 / rate.sympy
    since = t - FIRST - period * sympy.floor((t - FIRST) / period)
    inside = sympy.And(t >= FIRST, since < pulse.sympy)
    bare = open_delta(AMBIENT, 1, sympy.Float("0.3"), 1, 0)
    bare5 = open_gamma(AMBIENT, EC50_ALPHA5, N_GAMMA, EFFICACY_ALPHA5, 1, 1, 0)
    tonic = I_0.sympy * (
        (1 - alpha5.sympy) * open_delta(amb, 1, sympy.Float("0.3"), k, x) / bare
        + alpha5.sympy * open_gamma(amb, EC50_ALPHA5, N_GAMMA, EFFICACY_ALPHA5, s, k, x) / bare5
    )
    mean = lambda charge: sympy.Piecewise((0, t <= 0), (1000 * charge / t, True))  # noqa: E731
    state = lambda rate, tex, zh, en: State(rate, 0, tex, "", Text(zh=zh, en=en))  # noqa: E731
    flow = lambda name, tex, zh, en: Output(symbol(name), tex, "1/ms", Text(zh=zh, en=en))  # noqa: E731
    releases = [FIRST + j * period for j in range(EVENTS)]
    return DynamicalModel(
        "phasic_tonic",
        [rate, cleft, pulse, I_max, alpha, ambient, I_0, alpha5, *_drugs()],
        states={
            "one": state(bind_first - bind_second, "A", "结合一个 GABA", "one GABA bound"),
            "two": state(bind_second - opening - desensitising, "A_2", "结合两个 GABA", "two GABA bound"),
            "opened": state(opening, "O", "开放", "open"),
            "asleep": state(desensitising, "D", "脱敏", "desensitised"),
            "phasic": State(
                pico * symbol("current"), 0, r"Q_\mathrm{phasic}", "pC", Text(zh="时相性电荷", en="phasic charge")
            ),
        },
        inputs={"c": (sympy.Piecewise((cleft.sympy, inside), (0, True)) + amb, "c")},
        definitions={
            "gain": (affinity_gain(s, alpha.sympy), r"s_\alpha"),
            "free": (1 - one - two - opened - asleep, "R"),
            "bind_first": (2 * K_ON * c * free - K_OFF / gain * one, "j_1"),
            "bind_second": (K_ON * c * one - 2 * K_OFF / gain * two, "j_2"),
            "opening": (OPENING * two - CLOSING / k * opened, "j_O"),
            "desensitising": (DESENSITISING * two - RECOVERING * asleep, "j_D"),
            "current": (I_max.sympy * opened, r"I_\mathrm{phasic}"),
        },
        outputs={
            "I_phasic": Output(
                symbol("current"), r"I_\mathrm{phasic}", "pA", Text(zh="时相性电流", en="phasic current")
            ),
            "I_tonic": Output(tonic, r"I_\mathrm{tonic}", "pA", Text(zh="紧张性电流", en="tonic current")),
            "I_total": Output(
                I_phasic + I_tonic, "I", "pA", Text(zh="总电流（外向为正）", en="whole current (outward positive)")
            ),
            "R_free": Output(free, "R", "", Text(zh="未结合", en="nothing bound")),
            "A_one": Output(one, "A", "", Text(zh="结合一个 GABA", en="one GABA bound")),
            "A_two": Output(two, "A_2", "", Text(zh="结合两个 GABA，关闭", en="two GABA bound, closed")),
            "open_now": Output(opened, "O", "", Text(zh="开放", en="open")),
            "desensitised": Output(asleep, "D", "", Text(zh="脱敏", en="desensitised")),
            "j_first": flow("bind_first", "j_1", "结合第一个 GABA", "first GABA binds"),
            "j_second": flow("bind_second", "j_2", "结合第二个 GABA", "second GABA binds"),
            "j_open": flow("opening", "j_O", "开放", "opening"),
            "j_desensitise": flow("desensitising", "j_D", "脱敏", "desensitisation"),
            "cleft_now": Output(c, "c", "µM", Text(zh="此刻间隙中的 GABA", en="GABA in the cleft now")),
            "mean_phasic": Output(
                mean(symbol("phasic")), r"\bar I_\mathrm{phasic}", "pC/s",
                Text(zh="时相性电荷，每秒", en="phasic charge per second"),
            ),
            "mean_tonic": Output(
                I_tonic, r"\bar I_\mathrm{tonic}", "pC/s", Text(zh="紧张性电荷，每秒", en="tonic charge per second")
            ),
            "tonic_share": Output(
                sympy.Piecewise(
                    (0, symbol("mean_phasic") + symbol("mean_tonic") <= 0),
                    (100 * symbol("mean_tonic") / (symbol("mean_phasic") + symbol("mean_tonic")), True),
                ),
                r"Q_\mathrm{tonic}/Q",
                "%",
                Text(zh="紧张性所占份额", en="tonic share of the charge"),
            ),
        },
        time=Time(
            "ms", RUN, samples=501, breakpoints=tuple(b for r in releases for b in (r, r + pulse.sympy))
        ),
        method="rosenbrock",
        substeps=1,
        source="Destexhe1998, two binding sites, one open and one desensitised state; FarrantNusser2005",
    )  # fmt: skip


phasic_tonic_model = register(_phasic_tonic())


def phasic_and_tonic_current(**values: float) -> dict[str, np.ndarray]:
    """Half a second of GABA_A current: synaptic receptors with states, and a tonic current.

    A synaptic receptor binds two GABA, opens and closes, and desensitises while two GABA are bound; releases follow
    at a regular rate.  The tonic current follows the open share of extrasynaptic receptors at the ambient GABA.

    Parameters
    ----------
    **values : float
        Parameters of the model ``phasic_tonic``: ``f`` (Hz), ``cleft`` and ``ambient`` (µM), ``pulse`` (ms), ``I_max``
        and ``I_0`` (pA), ``alpha`` (1 to 6), ``alpha5`` (a share), ``benzodiazepine``, ``neurosteroid`` (factors) and
        ``gaboxadol`` (µM).

    Returns
    -------
    dict
        ``t`` in ms and every output: currents in pA, shares of the receptor's states, charge per second in pC/s.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return phasic_tonic_model.solve(**values)
