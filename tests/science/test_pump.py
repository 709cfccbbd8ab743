"""The sodium-potassium pump: its energy budget, its reversal, and its direct share of the voltage."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq

from labsupport.constants import F, R
from labsupport.electrochemistry import (
    atp_free_energy,
    electrogenic_potential,
    ghk_potential,
    nernst_potential,
    pump_energy_budget,
    pump_free_energy,
    pump_reversal_potential,
)
from labsupport.modelling import ModelValueError, get

LAST_DIGIT = 5e-5  # numbers below are printed with four decimals, or so many that this is half the last


@pytest.mark.parametrize(
    ("Na_in", "Na_out", "K_in", "K_out", "energy"),
    [
        (15, 145, 140, 5, 41.4739),
        (12, 145, 140, 5, 43.1993),
        (12, 150, 140, 5, 43.4614),
        (12, 140, 140, 5, 42.9280),
        (15, 145, 140, 4, 42.6242),
        (15, 145, 140, 3.5, 43.3125),
        (10, 145, 140, 5, 44.6091),
        (12, 145, 140, 4, 44.3496),
        (12, 145, 150, 5, 43.5550),
        (18, 145, 140, 3, 42.6974),
        (10, 145, 120, 4.5, 44.3576),
        (5, 145, 140, 5, 49.9688),
    ],
)
def test_energy_depends_on_the_concentrations_printed_beside_it(Na_in, Na_out, K_in, K_out, energy):
    assert pump_free_energy(Na_in, Na_out, K_in, K_out) == pytest.approx(energy, abs=LAST_DIGIT)


def test_the_budget_of_the_default_cell():
    budget = pump_energy_budget()
    expected = {
        "Na_chemical_each": 6.42264,
        "Na_electrical_each": 6.75397,
        "K_chemical_each": 8.5887,
        "K_electrical_each": -6.75397,
        "Na_each": 13.1766,
        "K_each": 1.83473,
        "Na_leg": 39.5298,
        "K_leg": 3.66946,
        "total": 43.1993,
    }
    for name, value in expected.items():
        assert budget[name] == pytest.approx(value, abs=LAST_DIGIT), name
    assert budget["margin"] == pytest.approx(50 - 43.1993, abs=LAST_DIGIT)
    assert budget["efficiency"] == pytest.approx(43.1993 / 50, abs=1e-6)


def test_forward_over_backward_for_a_surplus_of_seven():
    exact = pump_energy_budget(dG_ATP=-(pump_free_energy() + 7))
    assert exact["forward_over_backward"] == pytest.approx(15.1171, abs=LAST_DIGIT)


def test_one_net_charge_leaves_per_cycle():
    """The slope against voltage is -F, not -3F or -5F."""
    per_millivolt = pump_free_energy(V_m=-69) - pump_free_energy(V_m=-70)
    assert per_millivolt == pytest.approx(-0.0964853, abs=5e-8)


def test_energy_is_f_times_three_e_na_less_two_e_k_less_v():
    V = np.linspace(-150, 50, 9)
    E_Na, E_K = nernst_potential(145, 12), nernst_potential(5, 140)
    np.testing.assert_allclose(pump_free_energy(V_m=V), F * (3 * E_Na - 2 * E_K - V) * 1e-6, rtol=1e-12)


def test_no_gradient_and_no_voltage_cost_nothing():
    assert pump_free_energy(Na_in=100, Na_out=100, K_in=50, K_out=50, V_m=0) == 0


def test_the_potassium_leg_is_downhill_below_e_k():
    E_K = nernst_potential(5, 140)
    assert pump_energy_budget(V_m=E_K - 1)["K_leg"] < 0 < pump_energy_budget(V_m=E_K + 1)["K_leg"]
    assert pump_energy_budget(V_m=E_K)["K_leg"] == pytest.approx(0, abs=1e-12)


def test_reversal_potential():
    # 43.0 kJ/mol at -70 mV with 50 available: -142.55 mV; the 15/145, 140/5 set: -158.367 mV.
    rounded = -70 - (50 - 43) * 1e6 / F
    assert rounded == pytest.approx(-142.55, abs=0.005)
    assert pump_reversal_potential(Na_in=15) == pytest.approx(-158.367, abs=5e-4)
    reversal = pump_reversal_potential()
    assert pump_energy_budget(V_m=reversal)["margin"] == pytest.approx(0, abs=1e-10)
    assert reversal == pytest.approx(brentq(lambda v: pump_free_energy(V_m=v) - 50, -300, 100), abs=1e-6)


def test_standard_atp_energy_would_stall_the_pump():
    assert pump_energy_budget(dG_ATP=-30.5)["margin"] < 0
    assert pump_reversal_potential(dG_ATP=-30.5) > 0  # it would run backward at any negative potential


def test_atp_energy_in_a_cell():
    # -50 kJ/mol needs [ADP][Pi]/[ATP] = 5.18e-4 M
    needed = np.exp((-50 + 30.5) * 1e3 / (R * 310))
    assert needed == pytest.approx(5.18008e-4, rel=1e-6)
    assert atp_free_energy(ATP=1, ADP=1, Pi=0.518008) == pytest.approx(-50, abs=1e-5)
    assert atp_free_energy(ATP=1, ADP=1, Pi=1000) == pytest.approx(-30.5, abs=1e-12)  # standard state: 1 M
    assert atp_free_energy(ADP=0.04) < atp_free_energy(ADP=0.4)


# -- direct share of the voltage ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alpha", "without", "with_pump", "direct"),
    [
        (0.01, -82.2418, -84.3130, -2.07125),
        (0.02, -76.8533, -80.3210, -3.46768),
        (0.036, -70.0206, -74.9721, -4.95151),
        (0.05, -65.2205, -71.0433, -5.8228),
        (0.1, -52.9436, -60.4581, -7.5145),
        (0.5, -17.1916, -26.7183, -9.5267),
        (1, -0.8759, -10.3899, -9.5140),
    ],
)
def test_direct_share_of_the_pump(alpha, without, with_pump, direct):
    cell = get("electrogenic_pump")(alpha=alpha)
    assert cell["V_without"] == pytest.approx(without, abs=LAST_DIGIT)
    assert cell["V_with"] == pytest.approx(with_pump, abs=LAST_DIGIT)
    assert cell["direct"] == pytest.approx(direct, abs=LAST_DIGIT)


def test_the_steady_share_is_bounded_by_rt_over_f_ln_three_halves():
    cell = get("electrogenic_pump")(alpha=np.geomspace(0.001, 10, 200))
    assert cell["bound"][0] == pytest.approx(-10.8315, abs=LAST_DIGIT)
    assert np.all((cell["bound"] < cell["direct"]) & (cell["direct"] < 0))


def test_a_transient_is_not_bound_by_it():
    assert get("electrogenic_pump").evaluate("transient", I_pump=1.773, g_m=0.111) == pytest.approx(-15.97, abs=0.005)


def test_the_leak_currents_stand_as_three_to_two_at_the_mullins_noda_voltage():
    V = electrogenic_potential() / 1000
    u = F * V / (R * 310)
    leak = lambda P, out, inside: P * u * (inside - out * np.exp(-u)) / (1 - np.exp(-u))  # noqa: E731
    assert leak(0.036, 145, 15) / leak(1, 5, 140) == pytest.approx(-1.5, rel=1e-10)


def test_an_uncoupled_pump_gives_ghk():
    assert electrogenic_potential(coupling=1) == pytest.approx(ghk_potential(P_K=1, P_Na=0.036, P_Cl=0), abs=1e-12)


def test_resting_values():
    assert ghk_potential(P_K=1, P_Na=0.0360547, P_Cl=0) == pytest.approx(-70, abs=1e-4)
    assert electrogenic_potential(P_Na=0.0540821) == pytest.approx(-70, abs=1e-4)


@pytest.mark.parametrize("values", [{"Na_in": 0}, {"K_out": -1}, {"T": 0}, {"V_m": float("nan")}])
def test_bad_values(values):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        pump_free_energy(**values)
