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


def open_fraction(GABA, EC50, n, efficacy, gain=1, steroid=1, agonist=0, agonist_efficacy=0):
    """Share of channels open at the peak, for two agonists at one site and a modulator of opening.

    Each agonist binds and then opens the channel with an opening constant e/(1-e), e being its efficacy; binding is
    written through the EC50 without drugs, ``w = (c/EC50)**n``; `agonist` is that power for the
    second one.  The modulator multiplies every opening constant.
    """
    w, v = (GABA * gain / EC50) ** n, agonist
    up = steroid * (efficacy * w + agonist_efficacy * v)
    down = 1 + w * (1 - efficacy + steroid * efficacy) + v * (1 - agonist_efficacy + steroid * agonist_efficacy)
    return up / down


def open_delta(GABA, EC50, efficacy, steroid, gaboxadol):
    """Open share of alpha4-beta-delta receptors: no site for benzodiazepines."""
    better = sympy.Min(GABOXADOL_OVER_GABA * efficacy, sympy.Float("0.95"))
    return open_fraction(
        GABA, EC50, 1, efficacy, steroid=steroid,
        agonist=gaboxadol / EC50_GABOXADOL_DELTA, agonist_efficacy=better,
    )  # fmt: skip


def open_gamma(GABA, EC50, n, efficacy, gain, steroid, gaboxadol):
    """Open share of alpha-beta-gamma2 receptors."""
    return open_fraction(
        GABA, EC50, n, efficacy, gain=gain, steroid=steroid,
        agonist=(gaboxadol / EC50_GABOXADOL_GAMMA) ** 2, agonist_efficacy=EFFICACY_GABOXADOL_GAMMA,
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


# Rates of the synaptic receptor at 310 K, in 1/ms (binding in 1/(µM ms)): two sites, one open, one desensitised state.
K_ON, K_OFF, OPENING, CLOSING, DESENSITISING, RECOVERING = 0.01, 0.5, 3.5, 0.8, 0.4, 0.05
PULSE_FROM, PULSE_RUN = 5, 100  # ms


def _states() -> DynamicalModel:
    cleft = _micromolar("cleft", r"c", 1000, 30, 1000, "突触间隙的 GABA 浓度", "GABA in the cleft")
    pulse = Parameter(
        "pulse", r"\Delta t", "ms", 0.5, 0.2, 80, 0.1,
        Text(zh="GABA 停留的时间", en="how long GABA stays"), scale="log", domain="positive",
    )  # fmt: skip
    desensitising = Parameter(
        "k_D",
        r"k_D",
        "1/ms",
        DESENSITISING,
        0,
        2,
        0.1,
        Text(zh="脱敏速率", en="rate of desensitisation"),
        domain="nonnegative",
    )
    I_max = Parameter(
        "I_max", r"I_\mathrm{max}", "pA", 80, 10, 200, 5,
        Text(zh="通道全开时的电流", en="current with every channel open"), domain="positive",
    )  # fmt: skip
    alpha, s = _alpha(), BENZODIAZEPINE
    one, two, opened, asleep = (symbol(name) for name in ("one", "two", "opened", "asleep"))
    free, c, gain = symbol("free"), symbol("c"), symbol("gain")
    first, second, opening, sleeping = (symbol(name) for name in ("first", "second", "opening", "sleeping"))
    current = symbol("current")
    there = sympy.And(t >= PULSE_FROM, t < PULSE_FROM + pulse.sympy)
    state = lambda rate, tex, zh, en: State(rate, 0, tex, "", Text(zh=zh, en=en))  # noqa: E731
    flow = lambda name, tex, zh, en: Output(symbol(name), tex, "1/ms", Text(zh=zh, en=en))  # noqa: E731
    share = lambda e, tex, zh, en: Output(100 * e, tex, "%", Text(zh=zh, en=en))  # noqa: E731
    return DynamicalModel(
        "gabaa_states",
        [cleft, pulse, alpha, s, desensitising, I_max],
        states={
            "one": state(first - second, "A", "结合一个 GABA", "one GABA bound"),
            "two": state(second - opening - sleeping, "A_2", "结合两个 GABA", "two GABA bound"),
            "opened": state(opening, "O", "开放", "open"),
            "asleep": state(sleeping, "D", "脱敏", "desensitised"),
            "charge_so_far": State(pico * current, 0, "Q", "pC", Text(zh="电荷", en="charge")),
        },
        inputs={"c": (sympy.Piecewise((cleft.sympy, there), (0, True)), "c")},
        definitions={
            "gain": (affinity_gain(s.sympy, alpha.sympy), r"s_\alpha"),
            "free": (1 - one - two - opened - asleep, "R"),
            "first": (2 * K_ON * c * free - K_OFF / gain * one, "j_1"),
            "second": (K_ON * c * one - 2 * K_OFF / gain * two, "j_2"),
            "opening": (OPENING * two - CLOSING * opened, "j_O"),
            "sleeping": (desensitising.sympy * two - RECOVERING * asleep, "j_D"),
            "current": (I_max.sympy * opened, "I"),
        },
        outputs={
            "I": Output(current, "I", "pA", Text(zh="突触电流（外向为正）", en="synaptic current (outward positive)")),
            "unbound": share(free, "R", "未结合", "nothing bound"),
            "bound_one": share(one, "A", "结合一个 GABA", "one GABA bound"),
            "bound_two": share(two, "A_2", "结合两个 GABA，关闭", "two GABA bound, closed"),
            "open_now": share(opened, "O", "开放", "open"),
            "desensitised": share(asleep, "D", "脱敏", "desensitised"),
            "j_first": flow("first", "j_1", "结合第一个 GABA", "first GABA binds"),
            "j_second": flow("second", "j_2", "结合第二个 GABA", "second GABA binds"),
            "j_open": flow("opening", "j_O", "开放", "opening"),
            "j_desensitise": flow("sleeping", "j_D", "脱敏", "desensitisation"),
            "GABA_now": Output(c, "c", "µM", Text(zh="此刻的 GABA", en="GABA now")),
            "pulse_end": Output(
                PULSE_FROM + pulse.sympy, r"t_\mathrm{off}", "ms", Text(zh="GABA 脉冲结束", en="end of the pulse")
            ),
            "charge": Output(symbol("charge_so_far"), "Q", "pC", Text(zh="到此刻为止的电荷", en="charge so far")),
        },
        time=Time("ms", PULSE_RUN, samples=401, breakpoints=(PULSE_FROM, PULSE_FROM + pulse.sympy)),
        method="rk4",
        substeps=16,
        source="Destexhe1998, two binding sites, one open and one desensitised state",
    )


gabaa_states_model = register(_states())


def synaptic_gabaa_current(**values: float) -> dict[str, np.ndarray]:
    """A pulse of GABA, the states of synaptic GABA_A receptors, and their current.

    A receptor binds two GABA, opens and closes, and desensitises while two GABA are bound.

    Parameters
    ----------
    **values : float
        Parameters of the model ``gabaa_states``: ``cleft`` (µM), ``pulse`` (ms), ``alpha`` (1 to 6),
        ``benzodiazepine`` (factor of affinity), ``k_D`` (1/ms) and ``I_max`` (pA).

    Returns
    -------
    dict
        ``t`` in ms and every output: current in pA, charge in pC, states in per cent, flows between them in 1/ms.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gabaa_states_model.solve(**values)


FIRST_IPSC, RUN = (
    sympy.Float("9.99"),
    1000,
)  # ms; no IPSC starts just at a sample, where it would be a matter of rounding


def _phasic_tonic() -> DynamicalModel:
    rate = Parameter("f", "f", "Hz", 10, 1, 50, 1, Text(zh="IPSC 的频率", en="rate of IPSCs"), domain="positive")
    A = Parameter("A", "A", "pA", 50, 10, 200, 5, Text(zh="IPSC 的幅度", en="size of an IPSC"), domain="positive")
    tau = Parameter(
        "tau", r"\tau", "ms", 8, 3, 30, 1, Text(zh="IPSC 的衰减时间常数", en="decay time of an IPSC"), domain="positive"
    )
    ambient = _micromolar("ambient", r"[\mathrm{GABA}]", 0.3, 0.05, 3, "细胞外液中的 GABA", "ambient GABA")
    I_0 = Parameter(
        "I_0", "I_0", "pA", 20, 0, 100, 5,
        Text(zh="无药、0.3 µM 时的紧张性电流", en="tonic current at 0.3 µM, no drug"), domain="nonnegative",
    )  # fmt: skip
    alpha5 = Parameter(
        "alpha5", r"p_{\alpha 5}", "", 0, 0, 1, 0.1,
        Text(zh="紧张性电流中 α5βγ2 的份额", en="share of α5βγ2 in the tonic current"), domain="nonnegative",
    )  # fmt: skip
    alpha = _alpha()
    s, k, x = (p.sympy for p in (BENZODIAZEPINE, NEUROSTEROID, GABOXADOL))
    tonic, phasic, gain, decay = symbol("I_tonic"), symbol("I_phasic"), symbol("gain"), symbol("decay")
    delta = lambda c, k, x: open_delta(c, 1, sympy.Float("0.3"), k, x)  # noqa: E731
    five = lambda c, s, k, x: open_gamma(c, EC50_ALPHA5, N_GAMMA, EFFICACY_ALPHA5, s, k, x)  # noqa: E731
    share = alpha5.sympy
    now = (1 - share) * delta(ambient.sympy, k, x) / delta(AMBIENT, 1, 0)
    now += share * five(ambient.sympy, s, k, x) / five(AMBIENT, 1, 1, 0)
    # IPSCs follow one another regularly, so their sum is a geometric series.
    period, count, since, ratio, train = (symbol(n) for n in ("period", "count", "since", "ratio", "train"))
    charge = lambda name: symbol(f"Q_{name}")  # noqa: E731
    both = charge("phasic") + charge("tonic")
    words = {"phasic": ("时相性", "phasic"), "tonic": ("紧张性", "tonic")}
    pC = lambda e, kind: Output(  # noqa: E731
        e, rf"Q_\mathrm{{{kind}}}", "pC", Text(zh=f"累计的{words[kind][0]}电荷", en=f"{words[kind][1]} charge so far")
    )
    per_second = lambda kind: Output(  # noqa: E731
        charge(kind) * symbol("per"),
        rf"Q_\mathrm{{{kind}}}/t",
        "pC/s",
        Text(zh=f"每秒的{words[kind][0]}电荷", en=f"{words[kind][1]} charge per second"),
    )
    return DynamicalModel(
        "phasic_tonic",
        [rate, A, tau, alpha, ambient, I_0, alpha5, *_drugs()],
        states={
            "tonic_charge": State(pico * tonic, 0, r"Q_\mathrm{tonic}", "pC", Text(zh="紧张性电荷", en="tonic charge"))
        },
        definitions={
            "gain": (affinity_gain(s, alpha.sympy), r"s_\alpha"),
            "decay": (tau.sympy * gain, r"s_\alpha\tau"),
            "period": (1000 / rate.sympy, r"1/f"),
            "count": (1 + sympy.floor((t - FIRST_IPSC) / period), "k"),
            "since": (t - FIRST_IPSC - (count - 1) * period, r"t-t_k"),
            "ratio": (sympy.exp(-period / decay), "r"),
            # Before the first IPSC the count is 0, and so is the sum: no period is shorter than that time.
            "train": (
                sympy.exp(-since / decay) * (1 - sympy.exp(-period * count / decay)) / (1 - ratio),
                r"\sum_k e^{-(t-t_k)/\tau}",
            ),
            "per": (sympy.Piecewise((0, t <= 0), (1000 / t, True)), r"1/t"),
            "I_tonic": (I_0.sympy * now, r"I_\mathrm{tonic}"),
            "I_phasic": (A.sympy * train, r"I_\mathrm{phasic}"),
        },
        outputs={
            "phasic_now": Output(phasic, r"I_\mathrm{phasic}", "pA", Text(zh="时相性电流", en="phasic current")),
            "tonic_now": Output(tonic, r"I_\mathrm{tonic}", "pA", Text(zh="紧张性电流", en="tonic current")),
            "total_now": Output(
                phasic + tonic, "I", "pA", Text(zh="总电流（外向为正）", en="whole current (outward positive)")
            ),
            "Q_phasic": pC(pico * A.sympy * decay * (count - train), "phasic"),
            "Q_tonic": pC(symbol("tonic_charge"), "tonic"),
            "phasic_rate": per_second("phasic"),
            "tonic_rate": per_second("tonic"),
            "tonic_share": Output(
                sympy.Piecewise((0, both <= 0), (100 * charge("tonic") / both, True)),
                r"Q_\mathrm{tonic}/Q",
                "%",
                Text(zh="紧张性所占份额", en="tonic share of the charge"),
            ),
            "decay_now": Output(decay, r"s_\alpha\tau", "ms", Text(zh="IPSC 的衰减时间", en="decay time of an IPSC")),
        },
        time=Time("ms", RUN, samples=1001),
        method="rk4",
        substeps=1,
        source="FarrantNusser2005",
    )


phasic_tonic_model = register(_phasic_tonic())


def phasic_and_tonic_current(**values: float) -> dict[str, np.ndarray]:
    """One second of GABA_A current: regular IPSCs on a tonic current, and the charge of each.

    IPSCs start at once and decay exponentially; a benzodiazepine lengthens them by its factor of affinity where the
    alpha subunit allows.  The tonic current follows the open share of extrasynaptic receptors at the ambient GABA.

    Parameters
    ----------
    **values : float
        Parameters of the model ``phasic_tonic``: ``f`` (Hz), ``A`` and ``I_0`` (pA), ``tau`` (ms), ``alpha`` (1 to 6),
        ``ambient`` (µM), ``alpha5`` (a share), ``benzodiazepine``, ``neurosteroid`` (factors), ``gaboxadol`` (µM).

    Returns
    -------
    dict
        ``t`` in ms and every output: currents in pA, charges in pC and in pC/s, the tonic share in per cent.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return phasic_tonic_model.integrate(**values)
