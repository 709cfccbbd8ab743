"""The glutamate-glutamine cycle: rest, what each block does, and the books of carbon and nitrogen."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import cumulative_simpson

from labsupport.modelling import ModelValueError, get
from labsupport.synapse import glutamate_cycle, receptor_occupancy

POOLS = ("neuronal", "outside", "astrocytic", "glutamine_a", "glutamine_n")
REST = {"neuronal": 8, "outside": 0.5 / 60, "astrocytic": 0.8, "glutamine_a": 2.5, "glutamine_n": 1.5}
CHANGES = [
    {"eaat": 0.1},
    {"eaat": 0},
    {"gs": 0},
    {"snat": 0.1},
    {"pag": 0.1},
    {"de_novo": 0},
    {"activity": 4},
    {"gs": 0.3, "activity": 2.5, "de_novo": 0.2},
]


def test_rest_stays_at_rest():
    run = glutamate_cycle()
    for pool, level in REST.items():
        np.testing.assert_allclose(run[pool], level, rtol=1e-9)
    for flux in ("v_rel", "v_eaat", "v_gs", "v_snat", "v_pag"):
        np.testing.assert_allclose(run[flux], 0.5, rtol=1e-9)
    np.testing.assert_allclose(run["v_ox"], run["v_new"], rtol=1e-9)
    assert run["v_ox"][0] == pytest.approx(0.15 * run["v_rel"][0])  # 15 % leave by oxidation
    assert run["atp"][0] == pytest.approx(2 * 0.5)


def test_the_neuronal_pool_turns_over_in_sixteen_minutes():
    run = glutamate_cycle()
    assert run["neuronal"][0] / run["v_rel"][0] == pytest.approx(16)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_carbon_and_nitrogen_are_accounted_for(change):
    """Nothing appears or vanishes but through the two doors, de novo synthesis and oxidation."""
    run = get("glutamate_cycle").solve(**({"gs": 1} | change))
    net = {f: cumulative_simpson(run[f], x=run["t"], initial=0) for f in ("v_new", "v_ox", "v_gs", "v_pag")}
    total = sum(run[pool] for pool in POOLS)
    np.testing.assert_allclose(run["skeletons"], total, rtol=1e-12)
    # Simpson's rule on samples a minute apart misses a little of the first minute.
    np.testing.assert_allclose(total - total[0], net["v_new"] - net["v_ox"], atol=0.02)
    bound = total + run["glutamine_a"] + run["glutamine_n"]
    np.testing.assert_allclose(run["nitrogen"], bound, rtol=1e-12)
    ammonium_in = net["v_gs"] - net["v_pag"]
    np.testing.assert_allclose(bound - bound[0], net["v_new"] - net["v_ox"] + ammonium_in, atol=0.03)


def test_the_rates_themselves_balance():
    """Summed over the pools, the right-hand sides leave new minus burnt, whatever the state."""
    model = get("glutamate_cycle")
    rng = np.random.default_rng(5)
    for _ in range(20):
        state = rng.uniform(0, 5, 5)
        values = [rng.uniform(p.minimum, p.maximum) for p in model.parameters]
        rates = model.rates(0.0, state, values)
        outputs = dict(zip(model.outputs, model.observe(0.0, state, values), strict=True))
        assert sum(rates) == pytest.approx(outputs["v_new"] - outputs["v_ox"], abs=1e-9)
        twice = rates[3] + rates[4]
        assert twice == pytest.approx(outputs["v_gs"] - outputs["v_pag"], abs=1e-9)


def test_blocking_the_uptake_raises_the_outside_in_proportion_and_spares_the_terminal():
    run = glutamate_cycle(eaat=0.1)
    assert run["outside_relative"][2] == pytest.approx(10, rel=0.01)
    assert run["neuronal"][30] == pytest.approx(7.970, abs=0.001)
    assert glutamate_cycle(eaat=0)["outside_relative"][30] > 500


def test_blocking_the_synthesis_of_glutamine_empties_the_terminal_and_the_outside_with_it():
    run = glutamate_cycle(gs=0)
    half = np.interp(-4, -run["neuronal"], run["t"])
    assert half == pytest.approx(19.7, abs=0.05)
    assert run["astrocytic"][30] == pytest.approx(3.205, abs=0.0005)
    assert run["glutamine"][30] == pytest.approx(0.062, abs=0.0005)
    assert run["outside"][30] == pytest.approx(0.0023, abs=5e-5)
    assert run["neuronal"][-1] < 1e-4


def test_blocking_the_transfer_or_the_hydrolysis_dams_glutamine():
    transfer, hydrolysis = glutamate_cycle(snat=0.1), glutamate_cycle(pag=0.1)
    assert transfer["neuronal"][30] == pytest.approx(4.978, abs=0.0005)
    assert transfer["glutamine_a"][30] == pytest.approx(7.17, abs=0.005)
    assert hydrolysis["neuronal"][30] == pytest.approx(3.151, abs=0.0005)
    assert hydrolysis["glutamine"][30] == pytest.approx(10.4, abs=0.05)


def test_without_synthesis_the_cycle_runs_down():
    run = glutamate_cycle(de_novo=0)
    assert run["neuronal"][30] == pytest.approx(7.2105, abs=5e-5)
    assert run["neuronal"][400] == pytest.approx(1.8978, abs=5e-5)


def test_transfer_turns_round_when_the_neuron_holds_more():
    """The carriers that hand on glutamine can run either way."""
    model = get("glutamate_cycle")
    rest = [float(p.default) for p in model.parameters]
    outputs = dict(zip(model.outputs, model.observe(0.0, [8, 0.01, 0.8, 1.0, 2.0], rest), strict=True))
    assert outputs["v_snat"] < 0


@pytest.mark.parametrize("values", [{"gs": -0.1}, {"activity": -1}, {"de_novo": float("nan")}])
def test_bad_values(values):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        glutamate_cycle(**values)


# -- receptors on the ladder of concentrations ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("glu", "half", "n", "response"),
    [
        (500, 500, 1.3, 0.5),
        (1, 2.3, 1.5, 0.22281),
        (1000, 500, 1.3, 0.711174),
        (0.025, 2.3, 1.5, 0.00113),
        (0.09, 2.3, 1.5, 0.00768),
        (4, 2.3, 1.5, 0.69640),
        (1, 500, 1.3, 0.000310),
        (4, 500, 1.3, 0.00188),
    ],
)
def test_occupancies(glu, half, n, response):
    assert receptor_occupancy(glu, half, n) == pytest.approx(response, rel=5e-3)


def test_each_receptor_has_its_own_slope():
    model = get("glutamate_occupancy")
    assert model.evaluate("AMPA", glu=1) == pytest.approx(0.0310, abs=5e-5)  # in %, with a slope of 1.3
    assert model.evaluate("AMPA", glu=1, n_nmda=2) == model.evaluate("AMPA", glu=1)
    assert model.evaluate("EAAT", glu=20) == 50
    assert model.evaluate("mGluR", glu=10) == 50


def test_a_receptor_needs_a_positive_concentration():
    with pytest.raises(ModelValueError, match="greater than 0"):
        receptor_occupancy(0)
