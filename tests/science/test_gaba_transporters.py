"""GABA transporters: the thermodynamic floor, the ambient level, blockers alone and together, and the IPSC's tail."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.constants import F, R
from labsupport.modelling import ModelValueError, get
from labsupport.synapse import ambient_gaba, gaba_floor, gat_block, gat_reversal_potential, ipsc_decay

pytestmark = pytest.mark.xdist_group("gaba_transporters")  # what its fixtures compute is computed once

# --- thermodynamics -------------------------------------------------------------------------------------------------


def test_floor_of_both_stoichiometries():
    assert gaba_floor(n_Na=2) == pytest.approx(0.156519, abs=5e-7)
    assert gaba_floor(n_Na=3) == pytest.approx(0.0014209, abs=5e-8)


def test_the_floor_is_where_the_free_energy_vanishes():
    model = get("gaba_floor")
    for n in (2, 3):
        floor = gaba_floor(n_Na=n)
        assert model.evaluate("energy", GABA_out=floor, n_Na=n) == pytest.approx(0, abs=1e-10)
        assert (
            model.evaluate("energy", GABA_out=10 * floor, n_Na=n)
            < 0
            < model.evaluate("energy", GABA_out=floor / 10, n_Na=n)
        )
        by_hand = (
            -n * R * 310 * np.log(145 / 15) - R * 310 * np.log(12) + (n - 1) * F * -0.065 + R * 310 * np.log(2000 / 0.3)
        )
        assert model.evaluate("energy", GABA_out=0.3, n_Na=n) == pytest.approx(by_hand / 1000, rel=1e-9)


def test_one_charge_more_makes_the_floor_twice_as_steep():
    for n, charges in ((2, 1), (3, 2)):
        assert gaba_floor(n_Na=n, V_m=-55) / gaba_floor(n_Na=n, V_m=-65) == pytest.approx(
            np.exp(charges * 0.010 * F / (R * 310)), rel=1e-9
        )


def test_without_gradients_the_floor_is_the_gaba_inside():
    assert gaba_floor(GABA_in=2, Na_in=145, Cl_in=120, V_m=0, n_Na=2) == pytest.approx(2000, rel=1e-12)


def test_sodium_inside_raises_the_floor_by_its_power():
    assert gaba_floor(Na_in=30, n_Na=2) / gaba_floor(n_Na=2) == pytest.approx(4, rel=1e-12)
    assert gaba_floor(Na_in=30, n_Na=3) / gaba_floor(n_Na=3) == pytest.approx(8, rel=1e-12)


def test_reversal_potential():
    for n in (2, 3):
        V = gat_reversal_potential(GABA_out=0.3, n_Na=n)
        assert gaba_floor(V_m=V, n_Na=n) == pytest.approx(0.3, rel=1e-10)
    assert gat_reversal_potential(GABA_out=0.3, n_Na=2) == pytest.approx(-47.6199, abs=5e-5)
    assert gat_reversal_potential(GABA_out=0.3, n_Na=3) == pytest.approx(6.4925, abs=5e-5)
    # More GABA outside, as during activity, opposes reversal.
    assert gat_reversal_potential(GABA_out=3) > gat_reversal_potential(GABA_out=0.3)


# --- the ambient level ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capacity", "level"),
    [(3.25, 0.31746), (2.5, 0.416667), (1.0, 1.11111), (0.325, 4.44444), (3.2, 0.322581), (1.76, 0.602410)],
)
def test_ambient_level(capacity, level):
    assert ambient_gaba(capacity) == pytest.approx(level, rel=2e-6)


def test_no_steady_state_where_the_capacity_does_not_exceed_the_leak():
    assert ambient_gaba(0.1, J=0.1) == np.inf
    assert np.array_equal(np.isinf(ambient_gaba(np.array([0.05, 0.1, 0.11]))), [True, True, False])


def test_the_level_never_falls_below_the_floor():
    for floor in (0.0014, 0.157):
        levels = ambient_gaba(np.geomspace(0.2, 1000, 50), floor=floor)
        assert np.all(levels > floor)
        assert levels[-1] == pytest.approx(floor, abs=0.0012)
    assert ambient_gaba(J=0.0, floor=0.157) == pytest.approx(0.157, rel=1e-12)


def test_uptake_balances_what_enters():
    for floor in (0, 0.157):
        G = ambient_gaba(0.7, floor=floor)
        assert 0.7 * (G - floor) / (10 + G) == pytest.approx(0.1, rel=1e-12)


@pytest.mark.parametrize(("V1", "V3"), [(0.75, 2.5), (1.6, 1.6)])
def test_two_blockers_do_more_than_the_sum_of_one_each(V1, V3):
    level = get("ambient_gaba")(V1=V1, V3=V3, block1=0.9, block3=0.9)
    assert level["without_both"] > 3 * level["additive"]
    assert level["additive"] == pytest.approx(level["without_one"] + level["without_three"] - level["control"])


def test_which_blocker_does_more_depends_on_who_has_the_capacity():
    glial, even = (get("ambient_gaba")(V1=a, V3=b) for a, b in ((0.75, 2.5), (1.6, 1.6)))
    assert glial["without_three"] / glial["control"] == pytest.approx(3.5, rel=1e-6)
    assert even["without_one"] == even["without_three"] == pytest.approx(0.602410, abs=5e-7)
    assert even["without_three"] / even["control"] < 2 < 14 < even["without_both"] / even["control"]


# --- in time --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def run():
    return gat_block()


def test_nothing_moves_before_the_blockers_come(run):
    before = run["t"] <= 30
    for name in ("G_none", "G_one", "G_three", "G_both"):
        assert np.ptp(run[name][before]) < 1e-9
    assert np.ptp(run["G_none"]) < 1e-9


def test_the_run_ends_at_the_steady_levels(run):
    for name, capacity in (("none", 3.2), ("one", 1.76), ("three", 1.76)):
        assert run[f"G_{name}"][-1] == pytest.approx(ambient_gaba(capacity, floor=gaba_floor()), rel=1e-4)
    assert run["G_both"][-1] == pytest.approx(ambient_gaba(0.32, floor=gaba_floor()), rel=0.02)  # still rising a little


def test_flows_balance_at_rest_and_the_rest_of_the_time_explain_the_change(run):
    net = run["source"] - run["flow_one"] - run["flow_three"]
    assert net[0] == pytest.approx(0, abs=1e-9)
    change = np.gradient(run["G_both"], run["t"])
    np.testing.assert_allclose(change[40:-1], net[40:-1], atol=2e-3)


def test_without_any_uptake_gaba_rises_as_it_enters():
    run = gat_block(block1=1, block3=1)
    assert run["G_both"][-1] - run["G_both"][30] == pytest.approx(270 * 0.1, rel=1e-6)


def test_the_coarser_coupling_raises_every_level():
    two, three = gat_block(n_Na=2), gat_block(n_Na=3)
    assert two["lowest"][0] == pytest.approx(0.156519, abs=5e-7)
    assert two["G_none"][0] - three["G_none"][0] == pytest.approx(
        3.2 * (gaba_floor(n_Na=2) - gaba_floor()) / 3.1, rel=1e-9
    )


# --- the tail of an IPSC --------------------------------------------------------------------------------------------


def test_tail():
    assert ipsc_decay(block1=0) == pytest.approx(6.0, rel=1e-12)
    assert ipsc_decay(block1=1) == pytest.approx(15.0, rel=1e-12)


def test_an_ipsc_of_a_single_vesicle_does_not_notice_the_blocker():
    assert ipsc_decay(block1=1, pooled=0) == ipsc_decay(block1=0, pooled=0) == 5.0


def test_the_mean_decay_is_the_area_of_the_curve():
    model = get("ipsc_tail")
    t = np.linspace(0, 400, 400001)
    curve = model.evaluate("ipsc", time=t, block1=0.5, pooled=0.4) / 100
    assert curve[0] == 1
    area = np.sum((curve[1:] + curve[:-1]) / 2) * 0.001
    assert area == pytest.approx(ipsc_decay(block1=0.5, pooled=0.4), rel=1e-6)


@pytest.mark.parametrize("call", [lambda: gaba_floor(Na_in=0), lambda: ambient_gaba(J=-1), lambda: gaba_floor(T=0)])
def test_impossible_values(call):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        call()
