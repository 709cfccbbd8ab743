"""Quantal release: how many vesicles a spike releases, and what the scatter of responses says about the synapse."""

from __future__ import annotations

import numpy as np
import sympy
from numpy.typing import ArrayLike

from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    Output,
    Parameter,
    SampledModel,
    Statistic,
    random_normal,
    random_uniform,
    register,
    symbol,
    trial,
)

SITES = 20  # the most release sites that a sample may have
NORMAL = 1000  # where the numbers of normal random draws begin, beyond those of the sites
COOPERATIVITY = 4  # release grows with about the fourth power of calcium while it is scarce

N_sites = Parameter(
    "N", "N", "", 5, 1, SITES, 1, Text(zh="释放位点数 N", en="number of release sites N"), domain="positive"
)
p_release = Parameter(
    "P_r", r"P_\mathrm{r}", "", 0.3, 0.01, 0.99, 0.01, Text(zh="释放概率 P_r", en="release probability P_r"),
    domain="positive",
)  # fmt: skip
q_size = Parameter("q", "q", "pA", 20, 2, 40, 1, Text(zh="量子大小 q", en="quantal size q"), domain="positive")
CV_quantal = Parameter(
    "CV_q", r"\mathrm{CV}_q", "", 0.0, 0, 0.6, 0.05, Text(zh="量子大小的变异系数", en="variation of quantal size, CV"),
    domain="nonnegative",
)  # fmt: skip
trials_number = Parameter(
    "trials", "n", "", 300, 20, 1000, 20, Text(zh="试验次数", en="number of trials"), domain="positive"
)
sample_number = Parameter("seed", "s", "", 1, 1, 9_999_999, 1, Text(zh="样本编号", en="sample number"))
I_axis = Parameter(
    "I_axis", "I", "pA", 30, 0, 800, 1, Text(zh="平均电流（横轴）", en="mean current (axis)"), domain="nonnegative"
)


def _output(expression, tex: str, unit: str, zh: str, en: str) -> Output:
    return Output(expression, tex, unit, Text(zh=zh, en=en))


def _statistic(kind: str, of, tex: str, unit: str, zh: str, en: str) -> Statistic:
    return Statistic(kind, of, tex, unit, Text(zh=zh, en=en))


# --- the binomial model in closed form -----------------------------------------------------------------------------


def _binomial_release() -> AlgebraicModel:
    N, p, q, CV_q = (s.sympy for s in (N_sites, p_release, q_size, CV_quantal))
    m, mean, variance, failures = (symbol(k) for k in ("content", "mean", "variance", "failures"))
    return AlgebraicModel(
        "binomial_release",
        [N_sites, p_release, q_size, CV_quantal],
        {
            "content": _output(N * p, "m", "", "平均量子数", "mean quantal content"),
            "mean": _output(m * q, r"\langle I\rangle", "pA", "平均电流", "mean current"),
            "variance": _output(
                m * q**2 * (1 - p + CV_q**2), r"\sigma^2", "pA²", "电流的方差", "variance of the current"
            ),
            "sd": _output(sympy.sqrt(variance), r"\sigma", "pA", "标准差", "standard deviation"),
            "CV": _output(symbol("sd") / mean, r"\mathrm{CV}", "", "变异系数", "coefficient of variation"),
            "failures": _output((1 - p) ** N, "P(0)", "", "失败率", "fraction of failures"),
            "single": _output(m * (1 - p) ** (N - 1), "P(1)", "", "恰好一个量子的概率", "fraction of single quanta"),
            "single_share": _output(
                symbol("single") / (1 - failures),
                r"P(1)/(1-P(0))",
                "",
                "成功的试验中单个量子所占的比例",
                "share of single quanta among successes",
            ),
            "mean_success": _output(
                mean / (1 - failures), r"\langle I\rangle_{k>0}", "pA", "成功试验的平均电流", "mean of the successes"
            ),
            "variance_over_mean": _output(
                variance / mean, r"\sigma^2/\langle I\rangle", "pA", "方差与均值之比", "variance over mean"
            ),
            "content_by_failures": _output(
                -sympy.log(failures), r"-\ln P(0)", "", "由失败率按泊松求得的量子数", "content by failures, Poisson"
            ),
        },
        source="delCastilloKatz1954; binomial form, Katz1969; quantal variability, Silver2003",
    )


binomial_release_model = register(_binomial_release())


def binomial_release(
    N: ArrayLike = 5, P_r: ArrayLike = 0.3, q: ArrayLike = 20.0, CV_q: ArrayLike = 0.0
) -> dict[str, float | np.ndarray]:
    """What the binomial model says of the responses to one spike after another.

    Parameters
    ----------
    N : float or array_like
        Number of independent release sites, each of which releases one vesicle or none.
    P_r : float or array_like
        Probability that a site releases.
    q : float or array_like
        Mean response to one vesicle in pA.
    CV_q : float or array_like
        Standard deviation of the response to one vesicle, as a share of q.

    Returns
    -------
    dict
        ``content`` (N P_r), ``mean`` (pA), ``variance`` (pA²), ``sd`` (pA), ``CV``, ``failures`` and ``single``
        (probabilities), ``single_share`` (among successes), ``mean_success`` (pA), ``variance_over_mean`` (pA),
        ``content_by_failures`` (minus the logarithm of the failures).

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return binomial_release_model(N=N, P_r=P_r, q=q, CV_q=CV_q)


# --- samples of trials -----------------------------------------------------------------------------------------------


def _draws(N, p, q, CV_q, sigma, seed, series=0) -> dict[str, Output]:
    """Quanta and current of a trial: each site draws its own number, and a sum of k quanta varies as √k."""
    lane = sympy.Integer(64) * series
    released = sympy.Add(
        *(
            sympy.Piecewise((1, sympy.And(j <= N, p > random_uniform(seed, trial, lane + j))), (0, True))
            for j in range(1, SITES + 1)
        )
    )
    k = symbol("released")
    scatter = CV_q * q * sympy.sqrt(k) * random_normal(seed, trial, NORMAL + lane)
    noise = sigma * random_normal(seed, trial, NORMAL + 1 + lane) if sigma else 0
    return {
        "released": _output(released, "k", "", "释放的囊泡数", "vesicles released"),
        "amplitude": _output(k * q + scatter + noise, "I", "pA", "电流幅度", "amplitude of the current"),
    }


def _statistics() -> dict[str, Statistic]:
    k, amplitude = symbol("released"), symbol("amplitude")
    return {
        "sample_mean": _statistic("mean", amplitude, r"\bar I", "pA", "样本均值", "sample mean"),
        "sample_variance": _statistic("variance", amplitude, "s^2", "pA²", "样本方差", "sample variance"),
        "sample_failures": _statistic(
            "mean",
            sympy.Piecewise((1, sympy.Eq(k, 0)), (0, True)),
            "f_0",
            "",
            "样本中的失败率",
            "failures in the sample",
        ),
    }


def _binomial_weight(N, p, k: int) -> sympy.Expr:
    """Probability of k of N sites; 0 beyond N."""
    ways = sympy.Mul(*((N - i) for i in range(k))) / sympy.factorial(k)
    return ways * p**k * (1 - p) ** (N - k)


def _parabola(N, q, CV_q) -> Output:
    mean = I_axis.sympy
    return _output(
        q * (1 + CV_q**2) * mean - mean**2 / N,
        r"q(1+\mathrm{CV}_q^2)\langle I\rangle-\langle I\rangle^2/N",
        "pA²",
        "方差-均值抛物线",
        "variance-mean parabola",
    )


def _quantal_sample() -> SampledModel:
    sigma = Parameter(
        "sigma", r"\sigma_0", "pA", 3, 1, 10, 0.5, Text(zh="记录噪声（标准差）", en="recording noise, SD"),
        domain="positive",
    )  # fmt: skip
    x = Parameter("I_one", "I_1", "pA", 20, -100, 900, 1, Text(zh="单次电流（横轴）", en="single current (axis)"))
    series = Parameter(
        "series", "c", "", 0, 0, 20, 1, Text(zh="条件编号", en="number of the condition"), domain="nonnegative"
    )
    parameters = [N_sites, p_release, q_size, CV_quantal, sigma, trials_number, sample_number, I_axis, x, series]
    N, p, q, CV_q, noise, trials, seed, _, one, condition = (s.sympy for s in parameters)
    expected = {
        name: binomial_release_model.expression(name, N=N, P_r=p, q=q, CV_q=CV_q)
        for name in ("mean", "variance", "failures")
    }
    spread = [k * (CV_q * q) ** 2 + noise**2 for k in range(SITES + 1)]
    density = sympy.Add(
        *(
            _binomial_weight(N, p, k) * sympy.exp(-((one - k * q) ** 2) / (2 * s)) / sympy.sqrt(2 * sympy.pi * s)
            for k, s in enumerate(spread)
        )
    )
    return SampledModel(
        "quantal_sample",
        parameters,
        _draws(N, p, q, CV_q, noise, seed, condition),
        _statistics(),
        {
            "quantal_variance": _output(
                symbol("sample_variance") - noise**2,
                r"s^2-\sigma_0^2",
                "pA²",
                "样本方差（减去噪声）",
                "sample variance less noise",
            ),
            "mean": _output(expected["mean"], r"\langle I\rangle", "pA", "理论均值", "mean in theory"),
            "variance": _output(expected["variance"], r"\sigma^2", "pA²", "理论方差", "variance in theory"),
            "failures": _output(expected["failures"], "P(0)", "", "理论失败率", "failures in theory"),
            "parabola": _parabola(N, q, CV_q),
            "density": _output(density, "f(I)", "1/pA", "幅度的概率密度", "density of amplitudes"),
            "lowest": _output(
                -4 * noise - CV_q * q, r"I_\mathrm{min}", "pA", "直方图的下限", "left end of the histogram"
            ),
            "highest": _output(
                q * sympy.Min(N, N * p + 3 * sympy.sqrt(N * p * (1 - p)) + 1)
                + 3 * sympy.sqrt(noise**2 + N * p * (CV_q * q) ** 2),
                r"I_\mathrm{max}",
                "pA",
                "直方图的上限",
                "right end of the histogram",
            ),
        },
        trials=trials,
        source="delCastilloKatz1954; Silver2003",
    )


quantal_sample_model = register(_quantal_sample())


def quantal_amplitudes(
    N: int = 5,
    P_r: float = 0.3,
    q: float = 20.0,
    CV_q: float = 0.0,
    sigma: float = 1.0,
    trials: int = 300,
    seed: int = 1,
) -> dict[str, np.ndarray]:
    """The responses to a series of spikes, drawn by the book's own random numbers: the same on every machine.

    Parameters
    ----------
    N : int
        Number of release sites, at most 20.
    P_r : float
        Probability that a site releases.
    q : float
        Quantal size in pA.
    CV_q : float
        Variation of the quantal size, standard deviation over mean.
    sigma : float
        Standard deviation of the recording noise in pA.
    trials : int
        How many, from 2 to 1000.
    seed : int
        Number of the sample.

    Returns
    -------
    dict
        ``trial`` (from 1), ``released`` (vesicles) and ``amplitude`` (pA), one value a trial.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return quantal_sample_model.sample(N=N, P_r=P_r, q=q, CV_q=CV_q, sigma=sigma, trials=trials, seed=seed)


def variance_mean_fit(mean: ArrayLike, variance: ArrayLike, CV_q: float = 0.0) -> dict[str, float]:
    """Number of sites and quantal size from means and variances measured at several release probabilities.

    The variance over the mean falls in a straight line with the mean, q (1 + CV_q²) - I/N [ClementsSilver2000];
    the line is fitted by least squares, every point with the same weight.

    Parameters
    ----------
    mean : array_like
        Mean responses in pA, at least two of them different.
    variance : array_like
        Variances in pA², with the variance of the recording noise subtracted.
    CV_q : float
        Variation of the quantal size, known from other measurements.

    Returns
    -------
    dict
        ``N``, ``q`` in pA.
    """
    mean, variance = np.asarray(mean, float), np.asarray(variance, float)
    slope, intercept = np.polyfit(mean, variance / mean, 1)
    return {"N": float(-1 / slope), "q": float(intercept / (1 + CV_q**2))}


# --- a synapse whose parameters are to be found ---------------------------------------------------------------------


def _calcium_release(p_normal, Ca):
    """Release probability at another calcium: the odds grow with the fourth power of its concentration."""
    odds = p_normal / (1 - p_normal) * (Ca / 2) ** COOPERATIVITY
    return odds / (1 + odds)


def _unknown_terminal() -> SampledModel:
    p_normal = Parameter(
        "p_normal", r"P_{2\,\mathrm{mM}}", "", 0.3, 0.05, 0.8, 0.01,
        Text(zh="2 mM 钙下的释放概率", en="release probability at 2 mM calcium"), domain="positive",
    )  # fmt: skip
    Ca = Parameter(
        "Ca", r"[\mathrm{Ca^{2+}}]_\mathrm{out}", "mM", 2, 0.8, 6, 0.1, Text(zh="胞外钙", en="calcium outside"),
        scale="log", domain="positive",
    )  # fmt: skip
    parameters = [N_sites, p_normal, q_size, CV_quantal, Ca, trials_number, sample_number, I_axis]
    N, normal, q, CV_q, calcium, trials, seed, _ = (s.sympy for s in parameters)
    p = symbol("P_now")
    return SampledModel(
        "unknown_terminal",
        parameters,
        _draws(N, p, q, CV_q, 0, seed),
        _statistics(),
        {
            "release_probability": _output(
                _calcium_release(normal, calcium), r"P_\mathrm{r}", "", "释放概率", "release probability"
            ),
            "parabola": _parabola(N, q, CV_q),
        },
        trials=trials,
        definitions={"P_now": (_calcium_release(normal, calcium), r"P_\mathrm{r}")},
        source="delCastilloKatz1954; fourth power of calcium, DodgeRahamimoff1967; ClementsSilver2000",
    )


unknown_terminal_model = register(_unknown_terminal())
