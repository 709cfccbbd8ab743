"""The book's random numbers: uniform, independent of each other in every direction, the same every time."""

from __future__ import annotations

import numpy as np
import pytest
import sympy
from scipy import stats

from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DeclarationError,
    ModelValueError,
    Output,
    Parameter,
    SampledModel,
    Statistic,
    random_normal,
    random_uniform,
    symbol,
    trial,
)
from labsupport.modelling.functions import uniform_numbers
from labsupport.modelling.sampled import histogram

# Chance alone must fail none of these tests: with some 100 of them, a probability of one in a million each leaves one
# in ten thousand that a good generator would look bad.  The numbers never change, so what passes once passes always.
UNLIKELY = 1e-6
WIDE = stats.norm.isf(UNLIKELY / 2)  # 4.9 standard errors
SEEDS = [0, 1, 2, 17, 999, 123_456]
WORDS = Text(zh="量", en="quantity")


def block(seed: int, trials: int = 4000, sites: int = 50) -> np.ndarray:
    return uniform_numbers(seed, np.arange(1, trials + 1), np.arange(1, sites + 1)[:, None])


@pytest.mark.parametrize("seed", SEEDS)
def test_every_seed_draws_uniform_numbers(seed):
    u = block(seed).ravel()
    assert 0 < u.min() < 1e-4
    assert 1 - 1e-4 < u.max() < 1
    assert stats.kstest(u, "uniform").pvalue > UNLIKELY
    counts = np.bincount((u * 1000).astype(int), minlength=1000)
    assert stats.chisquare(counts).pvalue > UNLIKELY
    # The last bits are as good as the first.
    fine = (u * 2**32 % 256).astype(int)
    assert stats.chisquare(np.bincount(fine, minlength=256)).pvalue > UNLIKELY


@pytest.mark.parametrize("seed", SEEDS)
def test_neighbours_in_every_direction_are_independent(seed):
    u = block(seed)
    other = block(seed + 1)
    pairs = {
        "trials": (u[:, 1:], u[:, :-1]),
        "two trials apart": (u[:, 2:], u[:, :-2]),
        "sites": (u[1:], u[:-1]),
        "both": (u[1:, 1:], u[:-1, :-1]),
        "across": (u[1:, :-1], u[:-1, 1:]),
        "seeds": (u, other),
        "seeds and trials": (u[:, 1:], other[:, :-1]),
    }
    for name, (a, b) in pairs.items():
        a, b = a.ravel(), b.ravel()
        correlation = 12 * np.mean((a - 0.5) * (b - 0.5))
        assert abs(correlation) * np.sqrt(a.size) < WIDE, name
        table = np.histogram2d(a, b, 20, [[0, 1], [0, 1]])[0]
        assert stats.chisquare(table.ravel()).pvalue > UNLIKELY, name


def test_one_number_of_each_seed_is_uniform_too():
    u = uniform_numbers(np.arange(1, 200_001), 1, 1)
    assert stats.kstest(u, "uniform").pvalue > UNLIKELY
    assert abs(12 * np.mean((u[1:] - 0.5) * (u[:-1] - 0.5))) * np.sqrt(u.size) < WIDE


def test_the_order_of_the_indices_matters():
    assert len({float(uniform_numbers(*index)) for index in [(1, 2, 3), (1, 3, 2), (2, 1, 3), (3, 2, 1)]}) == 4
    u = uniform_numbers(np.arange(300)[:, None], np.arange(300), 5)
    off = ~np.eye(300, dtype=bool)
    assert abs(np.corrcoef(u[off], u.T[off])[0, 1]) * np.sqrt(off.sum() / 2) < WIDE


def test_normal_numbers_are_normal():
    i, j = symbol("i"), symbol("j")
    make = lambda name: Parameter(name, name, "", 1, 0, 1e6, 1, WORDS)  # noqa: E731
    model = AlgebraicModel("normal", [make("i"), make("j")], {"z": Output(random_normal(7, i, j), "z", "", WORDS)})
    z = model(i=np.arange(20_000)[:, None], j=np.arange(5))["z"]
    assert stats.kstest(z.ravel(), "norm").pvalue > UNLIKELY
    assert abs(np.corrcoef(z.T)[np.triu_indices(5, 1)]).max() * np.sqrt(len(z)) < WIDE


def test_numbers_of_the_declaration_are_those_of_the_run():
    assert float(random_uniform(1, 2, 3)) == float(uniform_numbers(1, 2, 3))
    assert sympy.diff(random_uniform(1, symbol("x"), 3), symbol("x")) == 0
    x = symbol("x")
    model = AlgebraicModel(
        "one",
        [Parameter("x", "x", "", 1, 0, 9, 1, WORDS)],
        {"u": Output(random_uniform(1, x, 2) + random_uniform(1, 2, 3), "u", "", WORDS)},
    )
    assert model(x=2)["u"] == float(uniform_numbers(1, 2, 2)) + float(uniform_numbers(1, 2, 3))
    assert model.latex("u") == r"U_{x,\,2} + U_{2,\,3}"


# -- samples ----------------------------------------------------------------------------------------------------------


def coin(**changed) -> SampledModel:
    share, count, seed = symbol("share"), symbol("count"), symbol("seed")
    declared = {
        "parameters": [
            Parameter("share", "p", "", 0.5, 0, 1, 0.01, WORDS),
            Parameter("count", "n", "", 10, 2, 1000, 1, WORDS, domain="positive"),
            Parameter("seed", "s", "", 1, 0, 1000, 1, WORDS),
        ],
        "draws": {
            "heads": Output(sympy.Piecewise((1, random_uniform(seed, trial, 1) < share), (0, True)), "k", "", WORDS),
            "number": Output(trial * symbol("heads"), "x", "", WORDS),
        },
        "statistics": {
            "fraction": Statistic("mean", symbol("heads"), r"\bar k", "", WORDS),
            "spread": Statistic("variance", symbol("number"), "s^2", "", WORDS),
        },
        "outputs": {
            "error": Output(symbol("fraction") - share, "e", "", WORDS),
            "expected": Output(share * count, "np", "", WORDS),
        },
        "trials": count,
    } | changed
    return SampledModel("coin", **declared)


def test_statistics_are_those_of_the_trials():
    model = coin()
    for count in (2, 3, 10, 1000):
        drawn, found = model.sample(count=count), model(count=count)
        assert len(drawn["trial"]) == count
        assert found["fraction"] == pytest.approx(drawn["heads"].mean(), rel=1e-14)
        assert found["spread"] == pytest.approx(np.var(drawn["number"], ddof=1), rel=1e-12)
        assert found["number"] == drawn["number"][-1]
        assert found["error"] == found["fraction"] - 0.5


def test_a_longer_sample_begins_with_the_shorter_and_other_seeds_differ():
    model = coin()
    short, long = model.sample(count=50)["heads"], model.sample(count=1000)["heads"]
    np.testing.assert_array_equal(short, long[:50])
    assert 400 < (model.sample(count=1000, seed=2)["heads"] != long).sum() < 600


def test_sets_of_parameters_run_side_by_side():
    model = coin()
    share, seed = np.linspace(0, 1, 11)[:, None], np.arange(40)
    together = model(share=share, seed=seed, count=777)
    assert together["fraction"].shape == (11, 40)
    share_three = float(np.linspace(0, 1, 11)[3])
    alone = model(share=share_three, seed=7, count=777)
    for name in model.outputs:
        assert together[name][3, 7] == alone[name]
    assert np.all(together["fraction"][0] == 0)
    assert np.all(together["fraction"][-1] == 1)


def test_what_needs_no_sample_is_computed_without_one():
    closed = coin().closed(share=np.array([0.1, 0.2]))
    np.testing.assert_allclose(closed["expected"], [1, 2])
    assert np.isnan(closed["fraction"]).all()
    assert np.isnan(closed["error"]).all()


def test_samples_scatter_as_the_central_limit_theorem_says():
    fraction = coin()(share=0.3, count=400, seed=np.arange(2000))["fraction"]
    z = (fraction - 0.3) / np.sqrt(0.3 * 0.7 / 400)
    assert abs(z.mean()) * np.sqrt(z.size) < WIDE
    assert abs(z.var() - 1) < WIDE * np.sqrt(2 / z.size)


def test_histogram_bins_hold_their_lower_edge():
    np.testing.assert_array_equal(histogram([0, 0.5, 1, 1.5, 2, -1], 0, 2, 2), [2, 2])


def test_latex_of_a_statistic_says_what_it_is():
    assert coin().latex("fraction") == r"\frac{1}{n}\sum_{i=1}^{n} k"
    assert r"\overline{x}" in coin().latex("spread")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"draws": {}}, "something drawn"),
        ({"statistics": {}}, "something drawn"),
        ({"outputs": {"x": Output(symbol("heads"), "x", "", WORDS)}}, "uses heads, which is not declared"),
        ({"trials": symbol("heads")}, "uses heads, which is not declared"),
        ({"parameters": [Parameter("trial", "i", "", 1, 0, 2, 1, WORDS)]}, "declared twice"),
    ],
)
def test_what_cannot_be_is_refused_when_declared(changed, message):
    with pytest.raises(DeclarationError, match=message):
        coin(**changed)


def test_other_refusals():
    with pytest.raises(DeclarationError, match="is not one of mean, variance"):
        Statistic("median", symbol("heads"), "m", "", WORDS)
    with pytest.raises(ModelValueError, match="one set of parameters"):
        coin().sample(seed=np.arange(3))
    with pytest.raises(KeyError, match="no output"):
        coin().evaluate("tails")
