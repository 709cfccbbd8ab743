"""Inhibition and firing: an exact shift of the rheobase, a divided voltage, and the rate with noise."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from labsupport.modelling import get
from labsupport.synapse import firing_rate, noisy_firing_rate

model = get("firing_gain")


@pytest.mark.parametrize(
    ("values", "rheobase"),
    [
        ({"g_I": 0}, 150),
        ({"g_I": 10, "E_I": -66}, 310),
        ({"g_I": 10, "E_I": -50}, 150),
        ({"g_I": 10, "E_I": -80}, 450),
        ({"g_I": 10, "E_I": -45}, 100),
    ],
)
def test_rheobase(values, rheobase):
    found = model(**values)
    assert found["rheobase"] == pytest.approx(rheobase)
    assert firing_rate(I=rheobase - 1e-6, **values) == 0
    assert firing_rate(I=rheobase + 0.01, **values) > 0
    assert model(I=rheobase, **values)["V_steady"] == pytest.approx(-50)


def test_gaba_alone_reaches_threshold_when_its_conductance_is_large():
    """E_I = −47.8646 mV above a threshold of −50 mV: g_I/g_L = 15/2.1354 = 7.02439."""
    ratio = 15 / (50 - 47.86458426)
    assert ratio == pytest.approx(7.02439, abs=5e-5)
    for factor, above in ((0.999, False), (1.001, True)):
        steady = (10 * -65 + 10 * factor * ratio * -47.86458426) / (10 + 10 * factor * ratio)
        assert (steady > -50) is above


def test_the_rate_is_that_of_the_integrated_cell():
    for values in ({"I": 250, "g_I": 0}, {"I": 400, "g_I": 10}, {"I": 600, "g_I": 15, "E_I": -75}):
        g_I, E_I = values.get("g_I"), values.get("E_I", -66)

        def slope(t, V, drive=values["I"], g_I=g_I, E_I=E_I):
            return (10 * (-65 - V) + g_I * (E_I - V) + drive) / 200

        def fires(t, V, *rest):
            return V[0] + 50

        fires.terminal, fires.direction = True, 1
        run = solve_ivp(slope, (0, 1000), [-60], events=fires, rtol=1e-10, atol=1e-10)
        assert firing_rate(**values) == pytest.approx(1000 / (3 + run.t_events[0][0]), rel=1e-7)


def test_the_voltage_is_divided():
    """10 nS of shunt beside 10 nS of leak: half the resistance, half the time constant, half the slope."""
    alone, shunted = model(g_I=0), model(g_I=10)
    assert alone["R_in"] / shunted["R_in"] == pytest.approx(2)
    assert alone["tau"] / shunted["tau"] == pytest.approx(2)
    rise = [model(I=100, g_I=g)["V_steady"] - model(I=0, g_I=g)["V_steady"] for g in (0, 10)]
    assert rise == pytest.approx([10, 5])


def test_the_rate_is_shifted():
    """Equally far above the rheobase the two rates come together as they rise."""
    above = np.array([20, 100, 200, 400.0])
    alone, shunted = firing_rate(I=150 + above, g_I=0), firing_rate(I=310 + above, g_I=10)
    ratio = shunted / alone
    assert np.all(ratio > 1)
    assert np.all(np.diff(ratio) < 0)
    assert ratio[-1] < 1.1


def test_gain_is_the_slope_of_the_rate():
    for values in ({"I": 250, "g_I": 0}, {"I": 400, "g_I": 10}, {"I": 330, "g_I": 10}):
        low, high = (firing_rate(**(values | {"I": values["I"] + d})) for d in (-0.01, 0.01))
        assert model(**values)["gain"] == pytest.approx((high - low) / 0.02, rel=1e-5)
    assert model(I=100, g_I=10)["gain"] == 0


def test_without_noise_the_simulation_gives_the_formula():
    drive = np.array([100.0, 250, 400])
    simulated = noisy_firing_rate(drive, g_I=0, sigma=0, cells=1, duration=2500, dt=0.02)
    np.testing.assert_allclose(simulated, firing_rate(I=drive, g_I=0), atol=1.5)


def test_noise_lets_the_cell_fire_below_its_rheobase():
    rates = noisy_firing_rate([250.0, 310.0, 390.0], g_I=10, sigma=100, cells=20, duration=500)
    assert firing_rate(I=250, g_I=10) == 0
    assert rates[0] > 5
    assert np.all(np.diff(rates) > 0)
