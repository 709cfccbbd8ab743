"""Two pools of GABA: shares, losses, knock-outs, and a train of activity."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.modelling import ModelValueError, get
from labsupport.synapse import gaba_pools


def test_control():
    found = gaba_pools()
    assert found["M"] == pytest.approx(0.91)
    assert found["T_pool"] == pytest.approx(0.09 + 0.05 * 0.91)
    assert found["T_pool"] == pytest.approx(0.1355)
    assert found["M_relative"] == found["T_relative"] == found["total_relative"] == pytest.approx(1)
    assert found["share"] == pytest.approx(0.0455 / 0.1355)  # 34 %, although GAD67 makes 90 %


@pytest.mark.parametrize(
    ("treatment", "M", "T", "total"),
    [
        ({"anchored": 0.1}, 0.99 / 0.91, 0.439114, 1.00383),  # palmitoylation blocked
        ({"v67": 0.18}, 0.208791, 0.734317, 0.276901),  # GAD67 down by 80 %
        ({"v65": 0}, 0.9 / 0.91, 0.045 / 0.1355, 0.903874),  # no GAD65
        ({"v67": 0}, 0.01 / 0.91, 0.0905 / 0.1355, 0.0961263),  # no GAD67
    ],
)
def test_treatments(treatment, M, T, total):
    found = gaba_pools(**treatment)
    assert found["M_relative"] == pytest.approx(M, abs=5e-7)
    assert found["T_relative"] == pytest.approx(T, abs=5e-7)
    assert found["total_relative"] == pytest.approx(total, abs=5e-6)


def test_without_exchange_each_enzyme_feeds_its_own_pool():
    assert gaba_pools(k_MT=0)["share"] == 0
    assert gaba_pools(k_MT=0, v67=0.18)["T_pool"] == gaba_pools(k_MT=0)["T_pool"]


def test_where_the_enzyme_sits_does_not_change_all_synthesis():
    """Synthesis equals what leaves: the shunt and release, wherever GAD65 is."""
    a = np.linspace(0, 1, 11)
    found = gaba_pools(anchored=a)
    np.testing.assert_allclose(0.95 * found["M"] + found["T_pool"], 1)


def test_something_must_feed_the_terminal():
    with pytest.raises(ModelValueError, match="Nothing feeds"):
        gaba_pools(v67=0, v65=0)
    with pytest.raises(ModelValueError, match="Nothing feeds"):
        gaba_pools(v65=0, k_MT=0)


# -- a train ----------------------------------------------------------------------------------------------------------


def at(run: dict, name: str, time: float) -> float:
    return float(np.interp(time, run["t"], run[name]))


def test_a_run_starts_at_rest_and_ends_near_it():
    run = get("gaba_demand").integrate()
    steady = gaba_pools()
    assert run["terminal"][0] == pytest.approx(steady["T_pool"])
    np.testing.assert_allclose(run["terminal"][run["t"] < 2], steady["T_pool"], rtol=1e-12)
    assert run["terminal"][-1] == pytest.approx(steady["T_pool"], rel=0.02)


def test_nothing_is_lost_on_the_way():
    run = get("gaba_demand").integrate()
    gain = run["by_67"] + run["into_cytosol"] + run["into_terminal"] - run["shunted"] - run["released"]
    jumps = (abs(run["t"] - 2) > 0.06) & (abs(run["t"] - 8) > 0.06)
    slope = np.gradient(run["cytosolic"] + run["terminal"], run["t"])
    np.testing.assert_allclose(slope[jumps], gain[jumps], atol=3e-3)


def test_the_end_of_a_long_train():
    """With α the share of the demand that GAD65 follows: release settles at a v65 (1 + α (D - 1)) + k M."""
    run = get("gaba_demand").integrate(demand=3, follow=0.5)
    M = (0.9 + 0.01 * 2) / 1.0
    assert at(run, "released", 7.9) == pytest.approx(0.09 * 2 + 0.05 * M, rel=1e-3)


def test_without_gad65_a_train_cannot_be_kept_up():
    control, without = (get("gaba_demand").integrate(v65=v) for v in (0.1, 0))
    kept = [at(r, "released_relative", 7.9) / at(r, "released_relative", 1) for r in (control, without)]
    assert kept[0] == pytest.approx(1.666, abs=0.01)
    assert kept[1] == pytest.approx(1, abs=1e-3)
    # At rest there still is a third of the transmitter: vesicles are not filled by GAD65 alone.
    assert at(without, "T_relative", 1) == pytest.approx(0.332, abs=5e-4)


def test_a_demand_of_one_is_no_train():
    run = get("gaba_demand").integrate(demand=1)
    np.testing.assert_allclose(run["T_relative"], 1, rtol=1e-12)
