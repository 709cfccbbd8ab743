"""Synaptic currents and the cell that adds them: reversal, shunt, timing and balance."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.electrochemistry import ghk_potential
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import reversal_potential, synaptic_current

LAST_DIGIT = 5e-5  # numbers below are printed with four decimals


# -- one synapse ---------------------------------------------------------------------------------------------------


def test_one_nanosiemens_at_rest():
    assert synaptic_current(g=1, V_m=-65, E_rev=0) == pytest.approx(-65)  # inward, depolarising
    assert synaptic_current(g=1, V_m=-65, E_rev=-66) == pytest.approx(1)  # outward
    assert get("synaptic_current").evaluate("g_syn", N_open=50, gamma=20) == pytest.approx(1)  # 50 channels of 20 pS


def test_the_current_vanishes_at_the_reversal_potential_and_changes_sign_there():
    V = np.array([-1.0, 0.0, 1.0]) - 20
    assert np.all(np.sign(synaptic_current(g=3, V_m=V, E_rev=-20)) == [-1, 0, 1])


@pytest.mark.parametrize(
    ("conductances", "potentials", "expected"),
    [
        ([3, 2], [60, -90], 0),
        ([2, 3], [60, -90], -30),
        ([1, 1], [60, -90], -15),
        ([3, 0], [60, -90], 60),
        ([3, 2], [55, -95], -5),
        ([10, 5], [-65, 0], -43.3333),
        ([10, 20], [-65, -66], -65.6667),
        ([10, 5, 20], [-65, 0, -66], -56.2857),
        ([10, 20], [-65, -48], -53.6667),
        ([10, 5, 20], [-65, 0, -48], -46),
        ([7], [-33], -33),
    ],
)
def test_weighted_means(conductances, potentials, expected):
    assert reversal_potential(conductances, potentials) == pytest.approx(expected, abs=LAST_DIGIT)


def test_scaling_every_conductance_changes_nothing():
    scale = np.array([0.01, 1.0, 100.0])
    np.testing.assert_allclose(reversal_potential([3 * scale, 2 * scale], [60, -90]), 0, atol=1e-12)


def test_one_conductance_that_dominates_decides():
    assert reversal_potential([1e9, 1, 1], [-66, 0, 60]) == pytest.approx(-66, abs=1e-6)


@pytest.mark.parametrize(
    ("conductances", "potentials", "sentence"),
    [
        ([0, 0], [60, -90], "one must be above 0"),
        ([], [], "one must be above 0"),
        ([1, 2], [60], "as many of one"),
        ([-1, 2], [60, -90], "not physically possible"),
        ([1, 2], [60, float("nan")], "not physically possible"),
    ],
)
def test_bad_conductances(conductances, potentials, sentence):
    with pytest.raises(ModelValueError, match=sentence):
        reversal_potential(conductances, potentials)


CHANNEL = get("mixed_cation_channel")


def test_currents_of_the_ions_are_not_zero_at_the_reversal_potential():
    at = CHANNEL(V_m=0)
    assert at["I"] == pytest.approx(0, abs=1e-12)
    assert at["I_Na"] == pytest.approx(-180) == at["I_Na_at_reversal"]
    assert at["I_K"] == pytest.approx(180) == at["I_K_at_reversal"]


def test_doubling_the_channels_doubles_the_slope_and_keeps_the_crossing():
    one, two = CHANNEL(N_open=250), CHANNEL(N_open=500)
    assert two["I"] == pytest.approx(2 * one["I"])
    assert two["E_rev"] == one["E_rev"]


def test_equal_permeabilities_are_not_equal_conductances():
    """Na 145/15.34 and K 4/116.2 mM with P_Na = P_K reverse at +3.33 mV, not at the plain mean of -15 mV."""
    at = CHANNEL(P_ratio=1)
    assert at["E_ghk"] == pytest.approx(3.33, abs=0.005)
    assert at["E_ghk"] == pytest.approx(
        ghk_potential(K_out=4, K_in=116.2, Na_out=145, Na_in=15.34, P_K=1, P_Na=1, P_Cl=0), abs=0.005
    )
    assert at["E_mid"] == -15
    assert at["chord_ratio"] == pytest.approx(93.3279 / 56.6721, rel=1e-4)


@pytest.mark.parametrize("ratio", [0.1, 0.86, 0.8661, 0.87, 1, 10])
def test_the_ghk_curve_has_the_slope_of_the_line_at_its_own_reversal(ratio):
    E = CHANNEL(P_ratio=ratio)["E_ghk"]
    below, at, above = (CHANNEL(P_ratio=ratio, V_m=E + d)["I_ghk"] for d in (-1e-3, 0, 1e-3))
    assert at == pytest.approx(0, abs=1e-9)
    assert (above - below) / 2e-3 == pytest.approx(5, rel=1e-5)


def test_clamped_cell():
    cell = get("synapse_clamp")
    blocked, open_ = cell(V_m=-30, gate=0, g_Na=6, g_K=4), cell(V_m=-30, gate=1, g_Na=6, g_K=4)
    assert blocked["I"] == pytest.approx(10 * 35)
    assert open_["I"] - blocked["I"] == pytest.approx(10 * (-30 - 0))


# -- a cell that adds ----------------------------------------------------------------------------------------------

CELL = get("steady_integration")


def test_a_shunt_of_two_thirds_of_a_millivolt_takes_thirteen():
    cell = CELL(g_L=10, g_E=5, g_I=20, E_L=-65, E_I=-66)
    expected = {
        "V_E": -43.3333, "V_I": -65.6667, "V_both": -56.2857, "from_rest": -0.6667, "rise": 21.6667,
        "rise_both": 8.7143,
    }  # fmt: skip
    for name, value in expected.items():
        assert cell[name] == pytest.approx(value, abs=LAST_DIGIT), name
    assert 1 - cell["rise_both"] / cell["rise"] == pytest.approx(0.598, abs=5e-4)


def test_an_input_that_depolarises_may_lower_the_response():
    cell = CELL(E_I=-48)
    assert cell["from_rest"] == pytest.approx(11.3333, abs=LAST_DIGIT)
    assert cell["V_both"] == pytest.approx(-46)
    assert cell["change"] < 0


def test_it_lowers_the_voltage_exactly_when_that_would_lie_above_its_reversal():
    E = np.linspace(-95, 0, 96)
    for g in (0.5, 20.0, 100.0):
        cell = CELL(E_I=E, g_I=g)
        assert np.array_equal(np.sign(cell["change"]), np.sign(E - cell["V_E"]))
        assert np.array_equal(np.sign(cell["from_rest"]), np.sign(E + 65))


def test_a_very_large_conductance_clamps_the_cell_at_its_reversal():
    assert CELL(g_I=1e9)["V_both"] == pytest.approx(-66, abs=1e-5)


def test_gaba_alone_needs_seven_leaks_to_reach_threshold():
    """At E = -47.8646 mV and V_th = -50: 15/2.1354 = 7.024."""
    needed = 15 / (50 - 47.8646)
    assert needed == pytest.approx(7.0245, abs=5e-4)
    assert CELL(g_E=0, g_I=10 * needed, E_I=-47.8646)["margin"] == pytest.approx(0, abs=1e-9)
    below = CELL(g_E=0, g_I=np.geomspace(1, 1e6, 50), E_I=-47.8646, V_th=-45)
    assert np.all(below["margin"] < 0)  # with a threshold of -45 mV never


# -- timing --------------------------------------------------------------------------------------------------------

TIMING = get("synapse_timing")


def peak(**values):
    run = TIMING.integrate(**values)
    return run["peak"][..., -1], run["peak_E"][..., -1]


def test_the_same_input_inhibits_when_coincident_and_excites_when_early():
    """C 200 pF, g_L 10, E_L -65, E_GABA -55; g_E 18 nS (0.3/3 ms) and 20 nS of GABA (0.5/6 ms)."""
    lead = np.array([0.0, 5, 10, 15, 20])
    both, alone = peak(lead=lead)
    np.testing.assert_allclose(alone, -50.957, atol=1e-3)
    np.testing.assert_allclose(both, [-51.157, -49.665, -49.255, -49.311, -49.532], atol=2e-3)
    assert both[0] < alone[0] < -50
    assert np.all(both[1:] > -50)  # past the threshold that neither reaches alone


def test_the_record_of_the_peak_is_the_peak():
    for lead in (-5.0, 0.0, 7.0):
        run = TIMING.solve(lead=lead, rtol=1e-9)
        assert run["peak"][-1] == pytest.approx(run["V"].max(), abs=0.01)


def test_gaba_after_the_peak_changes_nothing_and_hyperpolarising_gaba_never_helps():
    late, alone = peak(lead=-20.0)
    assert late == pytest.approx(alone, abs=1e-6)
    lead = np.arange(-20.0, 41)
    both, alone = peak(lead=lead, E_I=-75.0)
    assert np.all(both <= alone + 1e-6)


def test_above_threshold_it_excites_at_any_lead():
    both, alone = peak(lead=np.arange(0.0, 31), E_I=-45.0)
    assert np.all(both > alone)


def test_waveforms_peak_at_their_conductance():
    run = TIMING.solve(g_I=20, lead=0, rtol=1e-8)
    assert run["conductance_E"].max() == pytest.approx(18, rel=0.01)
    assert run["conductance_I"].max() == pytest.approx(20, rel=0.01)
    assert run["V_I"].max() < -55  # never past its reversal potential


# -- balance -------------------------------------------------------------------------------------------------------

BALANCE = get("conductance_balance")


def test_equal_conductances_are_far_from_equal_currents():
    strong = BALANCE(g_exc=20, g_inh=20, E_I=-70)
    assert strong["V_m"] == pytest.approx((20 * 0 + 21 * -70) / 41)
    assert BALANCE(g_exc=1e6, g_inh=1e6)["V_m"] == pytest.approx(-35, abs=1e-3)
    assert BALANCE(g_exc=1, g_inh=1, V_at=-60)["I_E_at"] == pytest.approx(-600)
    assert BALANCE(g_exc=1, g_inh=1, V_at=-60)["I_I_at"] == pytest.approx(100)


@pytest.mark.parametrize(
    ("E_I", "V", "R"), [(-70, -60, 1 / 6), (-75, -60, 0.25), (-70, -65, 1 / 13), (-75, -55, 4 / 11)]
)
def test_ratio_that_balances_currents(E_I, V, R):
    assert BALANCE(E_I=E_I, V_at=V)["R_balance"] == pytest.approx(R, abs=1e-6)
    matched = BALANCE(g_exc=R * 6, g_inh=6, E_I=E_I, V_at=V)
    assert matched["I_E_at"] + matched["I_I_at"] == pytest.approx(0, abs=2e-2)


def test_currents_cancel_in_the_steady_state_exactly_when_the_cell_stays_at_rest():
    at_rest = BALANCE(g_exc=1, g_inh=6, E_I=-75, E_L=-75 * 6 / 7)
    assert at_rest["V_m"] == pytest.approx(-75 * 6 / 7)
    assert at_rest["I_net"] == pytest.approx(0, abs=1e-9)
    anywhere = BALANCE()
    assert anywhere["I_net"] + anywhere["I_leak"] == pytest.approx(0, abs=1e-9)


def test_without_synapses_the_cell_is_at_rest():
    assert BALANCE(g_exc=1e-12, g_inh=1e-12)["V_m"] == pytest.approx(-70)
