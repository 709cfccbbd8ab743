"""When each receptor conducts after a spike: shape, peaks and temperature."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from labsupport.modelling import ModelValueError, get
from labsupport.synapse import relative_conductance

RECEPTORS = ("ampa", "nmda", "gaba_a", "gaba_b")
PEAKS = {"ampa": 0.580296, "nmda": 14.7871, "gaba_a": 1.47871, "gaba_b": 116.774}  # ms, worked out by hand


@pytest.mark.parametrize("receptor", RECEPTORS)
def test_each_course_starts_at_zero_peaks_at_one_and_ends_at_zero(receptor):
    assert relative_conductance(receptor, 0) == 0
    assert relative_conductance(receptor, PEAKS[receptor]) == pytest.approx(1, abs=1e-9)
    assert relative_conductance(receptor, 1e5) == pytest.approx(0, abs=1e-12)
    times = np.geomspace(0.01, 5000, 400)
    course = relative_conductance(receptor, times)
    assert np.all((course >= 0) & (course <= 1))


@pytest.mark.parametrize("receptor", RECEPTORS)
def test_the_stated_time_of_the_peak_is_where_the_course_is_highest(receptor):
    stated = get("synapse_timeline").evaluate(f"peak_{receptor}", T=307)
    near = (stated / 3, 3 * stated)
    found = minimize_scalar(lambda s: -relative_conductance(receptor, s), bounds=near, options={"xatol": 1e-9})
    # Near a maximum a course is flat to second order: half the digits of the machine are what a search can find.
    assert stated == pytest.approx(found.x, rel=1e-5)
    assert stated == pytest.approx(PEAKS[receptor], rel=1e-5)


def test_two_hundred_milliseconds_after_a_spike_one_of_each_sign_is_left():
    left = {receptor: relative_conductance(receptor, 200) for receptor in RECEPTORS}
    assert left["nmda"] == pytest.approx(0.1053, abs=5e-5)
    assert left["gaba_b"] == pytest.approx(0.8507, abs=5e-4)
    assert left["ampa"] < 1e-20
    assert left["gaba_a"] < 1e-9


def test_ten_kelvin_of_warming_are_two_and_a_half_times_as_much_time():
    for receptor in RECEPTORS:
        warm = relative_conductance(receptor, 10, T=317)
        assert warm == pytest.approx(relative_conductance(receptor, 25, T=307), rel=1e-12)


def test_a_slower_decay_leaves_more():
    assert relative_conductance("nmda", 200, tau_nmda=160) > relative_conductance("nmda", 200)


def test_bad_values():
    with pytest.raises(ModelValueError, match="no receptor 'kainate'; use ampa, nmda, gaba_a, gaba_b"):
        relative_conductance("kainate", 1)
    with pytest.raises(ModelValueError, match="time = −1 ms is not physically possible"):
        relative_conductance("ampa", -1)
    with pytest.raises(ModelValueError):
        relative_conductance("ampa", 1, tau_ampa=0)
