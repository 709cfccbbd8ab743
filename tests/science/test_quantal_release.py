"""Quantal release: the binomial in closed form and as samples, and what can be found from means and variances."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from labsupport import labs
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import binomial_release, quantal_amplitudes, variance_mean_fit

WIDE = 4.9  # standard errors: one false alarm in a million


# -- the binomial model -----------------------------------------------------------------------------------------------


def test_five_sites_at_three_tenths():
    """Worked by hand: 5 × 0.3 × 20, 5 × 0.3 × 0.7 × 400, 0.7⁵ and so on."""
    found = binomial_release(N=5, P_r=0.3, q=20)
    expected = {
        "content": 1.5,
        "mean": 30.0,
        "variance": 420.0,
        "sd": 20.4939,
        "CV": 0.68313,
        "failures": 0.16807,
        "single": 0.36015,
        "mean_success": 36.0607,
        "variance_over_mean": 14.0,
        "content_by_failures": 1.78337,
    }
    for name, value in expected.items():
        assert found[name] == pytest.approx(value, rel=5e-6), name


def test_low_calcium():
    found = binomial_release(N=5, P_r=0.05, q=20)
    assert found["mean"] == pytest.approx(5.0)
    assert found["failures"] == pytest.approx(0.773781, abs=5e-7)
    assert found["single_share"] == pytest.approx(0.90013, abs=5e-6)


def test_unequal_quanta_add_their_own_variance():
    assert binomial_release(N=10, P_r=0.3, q=10, CV_q=0.3)["variance"] == pytest.approx(237)
    assert binomial_release(N=10, P_r=0.3, q=10)["variance"] == pytest.approx(210)
    assert binomial_release(CV_q=0.5)["mean"] == binomial_release()["mean"]


def test_moments_are_those_of_the_distribution():
    """By adding up all outcomes, for several N and P_r."""
    for N in (1, 2, 7, 20):
        k = np.arange(N + 1)
        for P_r in (0.05, 0.5, 0.95):
            weight = stats.binom.pmf(k, N, P_r)
            found = binomial_release(N=N, P_r=P_r, q=12)
            mean = (weight * 12 * k).sum()
            assert found["mean"] == pytest.approx(mean)
            assert found["variance"] == pytest.approx((weight * (12 * k - mean) ** 2).sum())
            assert found["failures"] == pytest.approx(weight[0])
            assert found["single"] == pytest.approx(weight[1])


def test_limits():
    rare = binomial_release(N=20, P_r=0.01)
    assert rare["variance_over_mean"] == pytest.approx(20, rel=0.011)
    assert rare["content_by_failures"] == pytest.approx(rare["content"], rel=0.006)
    often = binomial_release(N=5, P_r=1 - 1e-9)
    assert often["variance"] == pytest.approx(0, abs=1e-5)
    assert often["failures"] < 1e-40


def test_the_parabola_has_its_top_where_half_the_sites_release():
    P_r = np.linspace(0.01, 0.99, 99)
    found = binomial_release(N=10, P_r=P_r, q=10)
    assert found["variance"].max() == pytest.approx(250)
    assert found["mean"][found["variance"].argmax()] == pytest.approx(50)
    np.testing.assert_allclose(found["variance"], 10 * found["mean"] - found["mean"] ** 2 / 10)


def test_doubling_release_and_doubling_the_quantum_differ():
    assert binomial_release(P_r=0.6)["CV"] == pytest.approx(0.365148, abs=5e-7)
    assert binomial_release(q=40)["CV"] == pytest.approx(0.68313, abs=5e-6)
    assert binomial_release(P_r=0.6)["mean"] == binomial_release(q=40)["mean"] == 60


def test_the_mean_alone_cannot_tell_the_three_apart():
    sets = [(5, 0.3, 20), (10, 0.15, 20), (5, 0.6, 10), (3, 0.5, 20)]
    found = [binomial_release(N=N, P_r=P_r, q=q) for N, P_r, q in sets]
    assert {round(f["mean"], 9) for f in found} == {30.0}
    assert len({round(f["variance"], 6) for f in found}) == len(sets)


# -- samples ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("N", "P_r", "q", "CV_q", "sigma"), [(5, 0.3, 20, 0, 3), (20, 0.9, 5, 0.4, 1), (1, 0.5, 40, 0.2, 10)]
)
def test_samples_have_the_moments_of_the_model(N, P_r, q, CV_q, sigma):
    values = {"N": N, "P_r": P_r, "q": q, "CV_q": CV_q, "sigma": sigma, "trials": 500, "seed": np.arange(1, 401)}
    found, theory = get("quantal_sample")(**values), binomial_release(N=N, P_r=P_r, q=q, CV_q=CV_q)
    for name, value in (
        ("sample_mean", theory["mean"]),
        ("quantal_variance", theory["variance"]),
        ("sample_failures", theory["failures"]),
    ):
        error = found[name].std() / np.sqrt(len(found[name]))
        assert abs(found[name].mean() - value) < WIDE * error + 1e-12, name
    # And they scatter no more and no less than a sample of 500 must.
    scatter = found["sample_mean"].var() / ((theory["variance"] + sigma**2) / 500)
    assert abs(scatter - 1) < WIDE * np.sqrt(2 / 400)


def test_released_vesicles_are_binomial():
    counts = np.zeros(11)
    for seed in range(1, 41):
        counts += np.bincount(
            quantal_amplitudes(N=10, P_r=0.3, trials=1000, seed=seed)["released"].astype(int), minlength=11
        )
    expected = stats.binom.pmf(np.arange(11), 10, 0.3) * counts.sum()
    pooled = [np.append(c[:8], c[8:].sum()) for c in (counts, expected)]
    assert stats.chisquare(*pooled).pvalue > 1e-6


def test_quanta_stand_out_when_noise_is_small():
    drawn = quantal_amplitudes(N=5, P_r=0.5, q=20, sigma=1, trials=1000)
    np.testing.assert_array_equal(np.round(drawn["amplitude"] / 20), drawn["released"])
    residue = drawn["amplitude"] - 20 * drawn["released"]
    assert abs(residue.mean()) < WIDE / np.sqrt(1000)
    assert abs(residue.std() - 1) < WIDE / np.sqrt(2000)


def test_the_density_is_a_density_with_the_right_mean():
    model = get("quantal_sample")
    x = np.linspace(-200, 1800, 40_001)
    for values in ({}, {"N": 20, "P_r": 0.9, "q": 40, "CV_q": 0.4}, {"N": 1, "P_r": 0.02}):
        density = model.closed(I_one=x, **values)["density"]
        assert np.trapezoid(density, x) == pytest.approx(1, abs=1e-9)
        assert np.trapezoid(density * x, x) == pytest.approx(float(model.closed(**values)["mean"]), rel=1e-9)


def test_the_histogram_is_wide_enough():
    model = get("quantal_sample")
    for values in ({}, {"N": 20, "P_r": 0.9, "q": 40}, {"N": 3, "P_r": 0.02}, {"CV_q": 0.6, "q": 40}):
        ends = model(**values)
        drawn = model.sample(trials=1000, **values)["amplitude"]
        assert np.mean((drawn < ends["lowest"]) | (drawn >= ends["highest"])) <= 0.01, values


def test_the_first_sample_of_the_book():
    """What the page of the book prints; the numbers are the same on every machine."""
    drawn = quantal_amplitudes(trials=8, seed=1)
    assert drawn["released"].tolist() == quantal_amplitudes(trials=300, seed=1)["released"][:8].tolist()
    with pytest.raises(ModelValueError):
        quantal_amplitudes(P_r=0)


# -- from data to parameters ------------------------------------------------------------------------------------------


def test_exact_means_and_variances_give_the_parameters_back():
    found = binomial_release(N=7, P_r=np.array([0.1, 0.4, 0.8]), q=13, CV_q=0.3)
    assert variance_mean_fit(found["mean"], found["variance"], CV_q=0.3) == pytest.approx({"N": 7, "q": 13})


def test_the_calcium_rule():
    model = get("unknown_terminal")
    P_r = lambda **values: float(model.closed(**values)["release_probability"])  # noqa: E731
    assert P_r(p_normal=0.3, Ca=2) == pytest.approx(0.3)
    # While release is rare it grows with the fourth power of calcium, and it saturates at 1.
    assert P_r(p_normal=0.05, Ca=1.6) / P_r(p_normal=0.05, Ca=0.8) == pytest.approx(16, rel=0.03)
    assert 0.97 < P_r(p_normal=0.3, Ca=6) < 1


def analyse(experiment, specimen: int) -> dict[str, float]:
    """What a careful reader does: six calcium levels, twice each with 1000 stimuli, and a straight line."""
    read, normal = [], []
    number = 0
    for Ca in (1.0, 1.4, 2.0, 2.8, 4.0, 6.0):
        for _ in range(2):
            number += 1
            read.append(experiment.readings(specimen, number=number, Ca=Ca, trials=1000))
            normal += [read[-1]["sample_mean"]] if Ca == 2.0 else []
    fit = variance_mean_fit([r["sample_mean"] for r in read], [r["sample_variance"] for r in read], CV_q=0.2)
    return fit | {"p_normal": np.mean(normal) / (fit["N"] * fit["q"])}


def test_what_is_asked_of_the_unknown_terminal_can_be_found_from_its_samples():
    experiment = labs.get("unknown_terminal")
    off = []
    for specimen in range(1, 61):
        found, truth = analyse(experiment, specimen), experiment.draw(specimen)
        off.append(max(abs(found[name] / truth[name] - 1) for name in truth))
    # Samples scatter: the margin of 10 % leaves room for nearly all.
    assert np.mean(np.array(off) <= experiment.tolerance) >= 0.95
    assert np.median(off) < 0.04


def test_every_measurement_is_a_new_sample():
    experiment = labs.get("unknown_terminal")
    first, second = (experiment.readings(1, number=n, Ca=2.0, trials=400) for n in (1, 2))
    assert first != second
    assert first == experiment.readings(1, number=1, Ca=2.0, trials=400)
