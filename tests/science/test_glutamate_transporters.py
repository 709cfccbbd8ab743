"""Glutamate transporters: the thermodynamic limit, who clears how much, and the fate of released molecules."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq

from labsupport.constants import F, R, avogadro
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import (
    eaat_energy_budget,
    eaat_equilibrium_glutamate,
    eaat_reversal_potential,
    glutamate_clearance,
    glutamate_uptake,
    uptake_capacity,
    uptake_time_constant,
)

COLLAPSED = {
    "glu_in": 10, "Na_in": 60, "Na_out": 60, "K_in": 80, "K_out": 60, "pH_in": 7.2, "pH_out": 7.2, "V_m": -20,
}  # fmt: skip

# -- how low they can pump --------------------------------------------------------------------------------------------


def test_the_limit_at_rest_and_after_collapse():
    assert eaat_equilibrium_glutamate() == pytest.approx(1.0538e-4, rel=1e-4)  # µM: 0.11 nM, an astrocyte
    terminal = eaat_equilibrium_glutamate(glu_in=10, K_out=3, V_m=-70)
    assert terminal == pytest.approx(8.0985e-4, rel=1e-4)  # 0.81 nM
    assert eaat_equilibrium_glutamate(**COLLAPSED) == pytest.approx(1677.9, abs=0.05)  # 1.7 mM


def test_the_limit_by_hand():
    by_hand = 3000 * (12 / 145) ** 3 * 10 ** (7.3 - 7.2) * (4 / 140) * np.exp(2 * F * -0.085 / (R * 310))
    assert eaat_equilibrium_glutamate() == pytest.approx(by_hand, rel=1e-12)


def test_without_gradients_both_sides_are_equal():
    same = {"Na_in": 80, "Na_out": 80, "K_in": 80, "K_out": 80, "pH_in": 7.2, "pH_out": 7.2, "V_m": 0}
    assert eaat_equilibrium_glutamate(glu_in=5, **same) == pytest.approx(5000)
    assert eaat_energy_budget(**same)["gain"] == pytest.approx(0, abs=1e-12)


def test_two_charges_three_sodium_one_proton_one_potassium():
    one_millivolt = eaat_energy_budget(V_m=-84)["gain"] - eaat_energy_budget(V_m=-85)["gain"]
    assert one_millivolt == pytest.approx(-2 * F * 1e-6, rel=1e-9)
    limit = eaat_equilibrium_glutamate()
    assert eaat_equilibrium_glutamate(Na_in=24) == pytest.approx(8 * limit)
    assert eaat_equilibrium_glutamate(K_out=8) == pytest.approx(2 * limit)
    assert eaat_equilibrium_glutamate(pH_in=6.2) == pytest.approx(10 * limit)
    assert eaat_equilibrium_glutamate(glu_in=6) == pytest.approx(2 * limit)


def test_at_the_limit_nothing_is_gained_and_the_transporter_turns():
    limit = eaat_equilibrium_glutamate()
    assert eaat_energy_budget(glu_out=limit)["margin"] == pytest.approx(0, abs=1e-10)
    assert eaat_energy_budget(glu_out=2 * limit)["margin"] > 0 > eaat_energy_budget(glu_out=limit / 2)["margin"]


def test_reversal_potential_is_where_the_surplus_vanishes():
    V = eaat_reversal_potential(glu_out=1)
    assert eaat_energy_budget(glu_out=1, V_m=V)["margin"] == pytest.approx(0, abs=1e-10)
    found = brentq(lambda v: eaat_energy_budget(glu_out=1, V_m=v)["margin"], -200, 200)
    assert pytest.approx(found, abs=1e-8) == V
    assert eaat_reversal_potential(glu_out=1) > 0  # at rest a healthy transporter cannot be made to turn


def test_a_level_needs_positive_concentrations():
    with pytest.raises(ModelValueError, match="greater than 0"):
        eaat_equilibrium_glutamate(Na_out=0)


# -- who clears how much ----------------------------------------------------------------------------------------------


def test_astrocytes_have_a_hundred_times_the_molecules_but_not_always_the_capacity():
    even = glutamate_uptake()
    assert even["count_A"] == pytest.approx(15120)
    assert even["count_ratio"] == pytest.approx(15120 / 130)
    assert even["capacity_ratio"] == pytest.approx(116.308, abs=5e-4)
    for turnover, ratio in ((60, 29.2308), (90, 19.4872)):
        assert glutamate_uptake(k_N=turnover)["capacity_ratio"] * 15200 / 15120 == pytest.approx(ratio, abs=5e-5)


def test_michaelis_and_menten():
    low, half, high = (glutamate_uptake(glu=c)["J_A"] for c in (0.01, 20, 1e9))
    top = glutamate_uptake()["V_A"]
    assert low == pytest.approx(top * 0.01 / 20, rel=1e-3)
    assert half == pytest.approx(top / 2)
    assert high == pytest.approx(top)


def test_capacity_in_the_space_outside_and_the_time_constant():
    by_hand = 15200 * 15 / avogadro / 1e-15 / 0.2 * 1e3  # mM/s
    assert uptake_capacity() == pytest.approx(by_hand, rel=1e-12)
    assert uptake_capacity() == pytest.approx(1.89301, abs=5e-6)
    assert uptake_time_constant() == pytest.approx(10.5652, abs=5e-5)
    assert get("uptake_kinetics").evaluate("cycle") == pytest.approx(66.6667, abs=5e-5)  # ms: slower than that
    assert uptake_time_constant(alpha=0.4) == pytest.approx(2 * uptake_time_constant())


# -- after a release --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values", [{}, {"density": 0.02}, {"active": 1, "pulses": 4}, {"active": 0.3, "pulses": 3, "turnover": 90}], ids=str
)
def test_no_molecule_is_lost(values):
    run = glutamate_clearance(**values)
    total = run["free"] + run["bound"] + run["carried"]
    np.testing.assert_allclose(total, run["released"], atol=1e-6 * run["released"].max())
    assert run["released"][-1] == pytest.approx(3000 * values.get("pulses", 1))
    for name in ("cleft", "near", "far", "bound", "carried"):
        assert run[name].min() > -1e-9 * run[name].max(), name


def test_the_cleft_empties_by_diffusion_with_or_without_transporters():
    at = lambda run, t: run["cleft"][np.searchsorted(run["t"], t - 1e-9)]  # noqa: E731
    whole, blocked = glutamate_clearance(), glutamate_clearance(density=0.02)
    assert at(whole, 1.05) == pytest.approx(at(blocked, 1.05), rel=1e-3) == pytest.approx(772, abs=1)
    assert at(blocked, 1.2) / at(blocked, 1.05) < 0.05
    assert at(whole, 1.2) == pytest.approx(at(blocked, 1.2), rel=0.1)
    # The tail is the transporters'.
    assert at(blocked, 10) > 3 * at(whole, 10)


def test_binding_comes_long_before_transport():
    run = glutamate_clearance()
    after = np.searchsorted(run["t"], 3 - 1e-9)
    assert run["bound"][after] > 2 * run["carried"][after]


def test_turnover_matters_only_when_the_carriers_are_busy():
    lonely = [glutamate_clearance(turnover=k)["near"][-1] for k in (15, 60)]
    crowded = [glutamate_clearance(turnover=k, active=1, pulses=4)["near"][-1] for k in (15, 60)]
    assert lonely[1] / lonely[0] > 0.9
    assert crowded[1] / crowded[0] < 0.75


def test_well_mixed_and_far_below_saturation_it_is_michaelis_menten():
    """One exponential with K_m / V_max, once binding has settled."""
    values = {"molecules": 500, "active": 1, "diffusion": 0.75, "capture": 0.9, "binding": 1, "turnover": 90}
    run = glutamate_clearance(**values)
    K_m = run["half_saturation"][0]
    assert K_m == pytest.approx(90 / 0.9)
    late = run["t"] > 6
    rate = -np.polyfit(run["t"][late], np.log(run["near"][late]), 1)[0]
    assert 1 / rate == pytest.approx(uptake_time_constant(K_m, turnover=90), rel=0.2)


def test_the_assay_separates_what_needs_sodium():
    model = get("uptake_assay")
    assert model.evaluate("uptake", glu=20) == pytest.approx(10 / 2 + 5 * 20 / 1000)
    assert model.evaluate("uptake", glu=20, sodium=0) == pytest.approx(0.1)
