"""AMPA and NMDA receptors: what magnesium blocks, what agonists open, and what depolarisation adds to them."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from labsupport.constants import F, R
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import (
    half_block_potential,
    magnesium_block,
    nmda_coincidence,
    nmda_current,
    nmda_peak_potential,
)

VOLTAGES = np.linspace(-100, 60, 161)


@pytest.mark.parametrize(
    ("V", "share"), [(-70, 0.0444707), (-30, 0.357224), (-10, 0.657588), (0, 0.781182), (40, 0.97708)]
)
def test_block_is_partial_everywhere(V, share):
    assert magnesium_block(V, 1.0) == pytest.approx(share, abs=5e-7)


@pytest.mark.parametrize(("Mg", "V"), [(1.0, -20.5253), (1.2, -17.5846), (2.0, -9.34546), (3.57, 0.0)])
def test_half_block_moves_with_the_logarithm_of_magnesium(Mg, V):
    assert half_block_potential(Mg) == pytest.approx(V, abs=5e-5)
    assert magnesium_block(half_block_potential(Mg), Mg) == pytest.approx(0.5)


def test_without_magnesium_the_current_is_ohmic():
    assert np.all(magnesium_block(VOLTAGES, 0.0) == 1)
    assert half_block_potential(0.0) == -np.inf
    current = nmda_current(VOLTAGES, Mg_out=0.0)
    np.testing.assert_allclose(np.diff(current), np.diff(current)[0], rtol=1e-9)
    assert nmda_current(-70.0, Mg_out=0.0) / nmda_current(-70.0) == pytest.approx(22.4867, abs=5e-5)


def test_block_grows_with_magnesium_and_shrinks_with_depolarisation():
    assert np.all(np.diff(magnesium_block(VOLTAGES, 1.0)) > 0)
    assert np.all(np.diff(magnesium_block(-40.0, np.linspace(0, 4, 41))) < 0)


@pytest.mark.parametrize("Mg", [0.1, 1.0, 4.0])
def test_the_inward_current_is_largest_where_lambert_says(Mg):
    found = minimize_scalar(lambda V: nmda_current(V, Mg_out=Mg), bounds=(-100, 0), method="bounded").x
    assert nmda_peak_potential(Mg) == pytest.approx(found, abs=1e-3)


def test_the_peak_lies_near_minus_27_and_the_current_vanishes_at_zero():
    assert nmda_peak_potential(1.0) == pytest.approx(-26.955, abs=5e-4)
    assert nmda_current(0.0) == 0
    assert nmda_current(-30.0) / nmda_current(-70.0) == pytest.approx(3.44262, abs=5e-6)
    assert np.all(nmda_peak_potential(np.array([1.0, 2.0])) == [nmda_peak_potential(1.0), nmda_peak_potential(2.0)])


def test_the_apparent_charge_follows_from_the_slope():
    assert get("magnesium_block").evaluate("z_delta", T=310) == pytest.approx(0.062 * 1000 * R * 310 / F)


@pytest.mark.parametrize("missing", [{"GluN1": 0}, {"GluN2": 0}, {"glutamate": 0.0}, {"glycine": 0.0}])
def test_every_part_of_the_gate_is_needed(missing):
    assert nmda_current(-30.0, **missing) == 0
    assert nmda_current(-30.0, Mg_out=0.0, **missing) == 0


def test_half_the_sites_are_taken_at_the_half_maximal_concentration():
    assert get("nmda_current").evaluate("bound_glutamate", glutamate=2.3) == pytest.approx(0.5)
    assert get("nmda_current").evaluate("bound_glycine", glycine=1.0) == pytest.approx(0.5)


def test_magnesium_does_not_gate():
    for Mg in (0.0, 1.0, 4.0):
        run = nmda_coincidence(Mg_out=Mg)
        np.testing.assert_array_equal(run["g_open"], nmda_coincidence()["g_open"])
    assert np.all(get("nmda_current").evaluate("activation", Mg_out=np.array([0.0, 1.0, 4.0])) > 0.998)


def test_receptors_are_neither_made_nor_lost():
    for glycine in (100.0, 1.0):
        run = nmda_coincidence(glycine=glycine)
        total = sum(run[name] for name in ("unable", "free", "bound", "plugged", "conducting"))
        np.testing.assert_allclose(total, 100, rtol=1e-12)


def test_rise_and_decay_are_the_eigenvalues_of_the_scheme():
    """After the pulse the open share is a difference of two exponentials, of 5 ms and of the decay set."""
    for decay in (30.0, 80.0, 300.0):
        run = nmda_coincidence(decay=decay)
        late = run["t"] > 62
        t, g = run["t"][late] - 62, run["g_open"][late]
        basis = np.stack([np.exp(-t / 5), np.exp(-t / decay)], axis=1)
        weights, *_ = np.linalg.lstsq(basis, g, rcond=None)
        np.testing.assert_allclose(basis @ weights, g, atol=1e-6)
        assert weights[0] < 0 < weights[1]


def test_ampa_is_over_long_before_nmda():
    run = nmda_coincidence()
    at = np.searchsorted(run["t"], 80)
    assert run["g_AMPA"].max() == pytest.approx(1, abs=0.01)
    assert run["g_AMPA"][at] < 0.005
    assert run["g_open"][at] > 0.95 * run["g_open"].max()
    assert run["t"][run["g_open"].argmax()] == pytest.approx(75, abs=1)


@cache
def _entered(items: tuple) -> float:
    return float(nmda_coincidence(**dict(items))["Q_Ca"][-1])


def entered(**values) -> float:
    return _entered(tuple(sorted(values.items())))


def test_calcium_needs_both_sides():
    alone = entered(V_post=-70)
    assert entered(release=0) == 0
    assert 0 < alone < entered() / 2.5
    # A depolarisation that is over before the release adds nothing, one that follows adds as long as glutamate stays.
    assert entered(delay=-50) == pytest.approx(alone)
    gains = [entered(delay=d) - alone for d in (20, 60, 100)]
    assert gains[0] > gains[1] > gains[2] > 0
    # What is remembered fades with the receptor's own time constant.
    assert np.log(gains[0] / gains[1]) == pytest.approx(40 / 80, rel=0.05)


def test_without_magnesium_there_is_no_coincidence_to_detect():
    assert entered(Mg_out=0, V_post=-70) > entered(Mg_out=0) > 5 * entered()


def test_what_is_impossible_is_refused():
    for values in ({"Mg_out": -1.0}, {"V_m": np.nan}):
        with pytest.raises(ModelValueError):
            magnesium_block(**values)
    with pytest.raises(ModelValueError):
        nmda_peak_potential(-1.0)
    with pytest.raises(ModelValueError):
        nmda_coincidence(nothing=1)
