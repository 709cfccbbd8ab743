"""Chloride: its equilibrium potential, the share of bicarbonate, and the transporters that set it."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.electrochemistry import nernst_potential
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import chloride_limits, chloride_potential, gaba_reversal_potential

LAST_DIGIT = 5e-5


@pytest.mark.parametrize(
    ("Cl_in", "E"), [(10, -66.3811), (20, -47.8646), (5, -84.8977), (8, -72.3421), (4, -90.8587), (6, -80.0272)]
)
def test_chloride_potential_at_body_temperature(Cl_in, E):
    assert chloride_potential(Cl_in, 120, 310) == pytest.approx(E, abs=LAST_DIGIT)
    assert chloride_potential(Cl_in, 120, 310) == pytest.approx(nernst_potential(120, Cl_in, -1, 310))


def test_doubling_shifts_by_rt_over_f_ln_two_from_any_start():
    start = np.geomspace(2, 30, 7)
    np.testing.assert_allclose(chloride_potential(2 * start) - chloride_potential(start), 18.5165, atol=LAST_DIGIT)


def test_driving_forces_at_rest():
    assert get("gaba_reversal").evaluate("DF_Cl", Cl_in=10, V_m=-65) == pytest.approx(1.38113, abs=LAST_DIGIT)
    assert get("gaba_reversal").evaluate("DF_Cl", Cl_in=20, V_m=-65) == pytest.approx(-17.1354, abs=LAST_DIGIT)


def test_passive_chloride():
    assert get("gaba_reversal").evaluate("Cl_passive", V_m=-65) == pytest.approx(10.5306, abs=LAST_DIGIT)
    assert chloride_potential(10.5306) == pytest.approx(-65, abs=1e-4)


def test_bicarbonate_makes_gaba_more_positive():
    assert gaba_reversal_potential() == pytest.approx(-60.4629, abs=LAST_DIGIT)
    assert gaba_reversal_potential(HCO3_in=16, HCO3_out=26) == pytest.approx(-60.0978, abs=LAST_DIGIT)
    assert gaba_reversal_potential(Cl_in=7.56) == pytest.approx(-66, abs=0.05)
    assert gaba_reversal_potential(Cl_in=6, Cl_out=125, P_HCO3=0.25) == pytest.approx(-69.45, abs=0.005)
    assert gaba_reversal_potential(P_HCO3=0) == pytest.approx(chloride_potential(), abs=1e-12)
    cl = np.geomspace(3, 30, 9)
    gap = gaba_reversal_potential(cl) - chloride_potential(cl)
    assert np.all(gap > 0)
    assert np.all(np.diff(gap) < 0)  # the less chloride, the more bicarbonate counts
    assert gap[0] > 15 > 2 > gap[-1]


def test_a_very_permeant_bicarbonate_leaves_its_own_potential():
    assert gaba_reversal_potential(P_HCO3=1e9) == pytest.approx(nernst_potential(25, 15, -1, 310), abs=1e-4)


def test_bad_values():
    with pytest.raises(ModelValueError, match="not physically possible"):
        chloride_potential(Cl_in=0)


# -- homeostasis ---------------------------------------------------------------------------------------------------

CELL = get("chloride_homeostasis")
QUIET = {"g_load": 0.0, "V_load": -65.0}


def settled(**values):
    run = CELL.integrate(**QUIET, **values)
    return run["Cl_in"][..., -1]


def test_each_route_alone_stops_at_its_own_equilibrium():
    limits = chloride_limits()
    assert limits == pytest.approx({"KCC2": 3.4286, "NKCC1": 70.5084, "channels": 10.5306}, abs=LAST_DIGIT)
    older = chloride_limits(K_out=3.5)
    assert older == pytest.approx({"KCC2": 3.0, "NKCC1": 65.9545, "channels": 10.5306}, abs=LAST_DIGIT)
    fast = {"Cl_start": 9.0}
    assert settled(kcc2=10.0, nkcc1=0.0, g_tonic=0.0, **fast) == pytest.approx(limits["KCC2"], abs=1e-3)
    assert settled(kcc2=0.0, nkcc1=50.0, g_tonic=0.0, **fast) == pytest.approx(limits["NKCC1"], abs=1e-2)
    assert settled(kcc2=0.0, nkcc1=0.0, g_tonic=5.0, **fast) == pytest.approx(limits["channels"], abs=1e-3)


def test_without_any_route_nothing_moves():
    run = CELL.integrate(**QUIET, kcc2=0.0, nkcc1=0.0, g_tonic=0.0)
    np.testing.assert_allclose(run["Cl_in"], 10, rtol=1e-12)


def test_kcc2_stops_where_chloride_is_in_equilibrium_with_potassium():
    K_out = np.array([3.0, 4.0, 8.0])
    E_Cl = chloride_potential(settled(kcc2=10.0, nkcc1=0.0, g_tonic=0.0, K_out=K_out))
    np.testing.assert_allclose(E_Cl, nernst_potential(K_out, 140), atol=0.01)


def test_balance_of_fluxes_at_rest():
    run = CELL.integrate(**QUIET)
    assert run["J_KCC2"][-1] == pytest.approx(run["J_NKCC1"][-1] + run["J_channel"][-1], abs=1e-5)
    assert run["Cl_in"][-1] == pytest.approx(5.76, abs=0.01)


def test_development_moves_gaba_from_depolarising_to_hyperpolarising():
    kcc2, nkcc1 = np.array([0.05, 0.3, 1.0]), np.array([2.0, 1.0, 0.05])
    E = gaba_reversal_potential(settled(kcc2=kcc2, nkcc1=nkcc1))
    assert np.all(np.diff(E) < 0)
    assert E[0] > -50
    assert E[-1] < -65


def test_a_load_raises_chloride_towards_the_potential_of_the_load_and_recovery_needs_kcc2():
    run = CELL.integrate()
    at = lambda name, time: run[name][int(time / 2)]  # noqa: E731
    assert at("E_GABA", 300) < -65
    assert at("E_GABA", 360) > -45
    assert at("Cl_in", 360) < 120 * np.exp(-40 / 26.7137)  # passive at -40 mV
    assert at("E_GABA", 720) == pytest.approx(at("E_GABA", 300), abs=1)
    slow = CELL.integrate(kcc2=0.1)
    assert slow["E_GABA"][-1] > run["E_GABA"][-1] + 10


def test_the_conductance_moves_the_chloride_that_its_charge_counts():
    """1 nS with 40 mV of driving force for 1 s: 40 pC, 4.15e-16 mol, 0.235 mM in 1.767 pL."""
    start = 120 * np.exp(-105 / 26.7137)  # E_Cl is -105 mV
    run = CELL.integrate(**QUIET, kcc2=0.0, nkcc1=0.0, g_tonic=1.0, Cl_start=start)
    assert run["J_channel"][0] == pytest.approx(40e-12 / 96485.33 / 1.767e-12 * 1000, rel=1e-4)
