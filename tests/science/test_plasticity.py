"""Summation below the sum, the calcium rule with its three regimes, and inhibition as a gate."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from labsupport.modelling import ModelValueError
from labsupport.synapse import calcium_rule, plasticity_gate, steady_summation, synaptic_summation


def test_two_steady_inputs_give_less_than_their_sum():
    steady = steady_summation(g_A=5, g_B=5, g_I=10, g_L=10, tau_m=10)
    assert steady["V_A"] == steady["V_B"] == pytest.approx(-65 * 10 / 15)
    assert steady["V_AB"] == pytest.approx(-32.5)
    assert steady["V_linear"] == pytest.approx(-21.6667, abs=5e-5)
    assert steady["tau_shunted"] == pytest.approx(5)
    assert steady["V_inhibited"] < steady["V_AB"]


def test_small_inputs_add_up():
    ratios = []
    for g in (5.0, 0.5, 0.05, 0.005):
        steady = steady_summation(g_A=g, g_B=g)
        ratios.append((steady["V_AB"] + 65) / (steady["V_linear"] + 65))
    assert np.all(np.diff(ratios) > 0)
    assert ratios[-1] == pytest.approx(1, abs=1e-3)


def test_brief_inputs_fall_short_as_well():
    for tau in (5.0, 10.0, 30.0):
        run = synaptic_summation(tau_m=tau, g_I=0)
        assert np.all(run["v_AB"] <= run["v_linear"] + 1e-12)
        np.testing.assert_allclose(run["v_ABI"], run["v_AB"], atol=1e-12)
    small = synaptic_summation(g_A=0.05, g_B=0.05, g_I=0)
    assert small["v_AB"].max() / small["v_linear"].max() == pytest.approx(1, abs=1e-3)
    assert np.all(synaptic_summation(g_A=0, g_B=0, g_I=0)["v_AB"] == 0)


def test_inhibition_cuts_most_when_it_comes_together_with_the_excitation():
    peaks = {d: synaptic_summation(g_I=20, delay_I=d)["v_ABI"].max() for d in (-20, -5, 0, 2, 10)}
    free = synaptic_summation(g_I=0)["v_AB"].max()
    assert peaks[0] < peaks[-5] < peaks[-20] < free
    assert peaks[0] < peaks[2] < peaks[10]
    assert peaks[10] == pytest.approx(free, abs=0.01)


@pytest.mark.parametrize(
    ("c", "target"),
    [(0.0, 0.25), (0.45, 0.000419188), (0.7, 0.999994), (0.5089, 0.0359859), (0.3332, 0.198287), (0.2338, 0.249977)],
)
def test_the_rule_has_three_regimes(c, target):
    assert calcium_rule(c) == pytest.approx(target, abs=5e-6)


@cache
def pairing(items: tuple) -> dict[str, np.ndarray]:
    return plasticity_gate(**dict(items))


def peak(**values) -> float:
    return float(pairing(tuple(sorted(values.items())))["Ca"].max())


@pytest.mark.parametrize(
    ("values", "relative"),
    [
        ({"g_b": 0}, 0.261),
        ({"g_I": 10}, 0.727),
        ({"g_I": 30}, 0.476),
        ({"g_I": 60}, 0.334),
        ({"g_I": 30, "delay_I": 10}, 0.740),
        ({"g_I": 30, "delay_I": -10}, 0.755),
        ({"g_I": 30, "E_I": -48}, 0.659),
    ],
)
def test_the_peak_of_calcium_beside_that_of_the_pairing(values, relative):
    assert peak(**values) / peak() == pytest.approx(relative, abs=6e-4)


def test_the_default_pairing_peaks_at_0_70_and_the_detector_holds_it():
    run = plasticity_gate()
    assert run["Ca"].max() == pytest.approx(0.70, abs=5e-4)
    assert run["Ca_peak"][-1] == pytest.approx(run["Ca"].max(), abs=5e-4)
    assert np.all(np.diff(run["Ca_peak"]) >= 0)


def change(**values) -> float:
    return float(pairing(tuple(sorted(values.items())))["change"][-1])


def test_inhibition_turns_potentiation_into_depression_and_then_abolishes_it():
    changes = [change(g_I=g) for g in (0, 5, 10, 20, 40, 60, 80)]
    assert changes[0] > changes[1] > 0 > changes[2]
    assert changes[2] < changes[3] < 0
    assert abs(changes[4]) < 2e-3
    assert all(abs(c) < 2e-5 for c in changes[5:])


def test_timing_matters_as_much_as_strength():
    # Most effective while the spike passes, 5 ms after the EPSP; harmless once it is over.
    peaks = {d: peak(g_I=30, delay_I=d) for d in (-30, -10, 0, 5, 10, 20)}
    assert min(peaks, key=peaks.get) == 5
    assert peaks[20] == pytest.approx(peak(), rel=1e-3)
    assert change(g_I=30, delay_I=20) > 0 > change(g_I=30, delay_I=10)


def test_a_silent_shunt_is_enough():
    at_rest = peak(g_I=30, E_I=-65)
    assert at_rest < 0.5 * peak()
    assert peak(g_I=30, E_I=-80) < at_rest < peak(g_I=30, E_I=-48) < peak()


def test_without_spike_or_in_the_wrong_order_nothing_much_happens():
    assert abs(change(g_b=0)) < 1e-6
    assert abs(change(delay_b=-20)) < 1e-3
    assert change(delay_b=40) < 0


def test_without_magnesium_the_spike_is_not_needed():
    assert peak(g_b=0, Mg_out=0) > 3 * peak()
    assert change(g_b=0, Mg_out=0) > 0


def test_membrane_rests_without_input():
    run = plasticity_gate()
    before = run["t"] < 60
    np.testing.assert_allclose(run["V_m"][before], -65)
    assert np.all(run["Ca"][before] == 0)


def test_what_is_impossible_is_refused():
    with pytest.raises(ModelValueError):
        calcium_rule(c=-0.1)
    with pytest.raises(ModelValueError):
        plasticity_gate(g_I=-1)
    with pytest.raises(ModelValueError):
        synaptic_summation(tau_m=0)
