"""The PING network agrees with Brian2, which was written by others and integrates by another method.

Both get the same connections, drives and start, so that even single volleys can be compared.  What is left is the error
of two methods.  `simulate_ping` is of second order: refining its step of 0.05 ms fourfold moves a period by less than
0.5 %, and refining it further by a sixteenth of that.  Brian2 (midpoint rule, 0.025 ms) takes synaptic conductances
from the beginning of each step, half a step too old on average: 0.0125 ms twice a cycle, from pyramidal cells to
interneurons and back, which is 0.1 % of a period of 21 ms.  The bounds below are twice what follows from that.
"""

from __future__ import annotations

import numpy as np
import pytest
from brian2_run import brian2_run

from labsupport.network.ping import PingNetwork, simulate_ping

pytestmark = pytest.mark.xdist_group("against_brian2")  # what its fixtures compute is computed once

DURATION = 210.0  # ms
DEFAULT_STEP = 0.01  # of a period, at 0.05 ms
FINE_STEP = 0.003  # at 0.0125 ms
NETWORKS = {"ten": {"tau_I": 10.0}, "fifteen": {"tau_I": 15.0}}


def volleys(times: np.ndarray, cells: int) -> np.ndarray:
    """When each volley came in which more than half the cells fired: the mean time of its spikes."""
    times = np.sort(times)
    parts = np.split(times, np.flatnonzero(np.diff(times) > 6) + 1)
    return np.array([part.mean() for part in parts if len(part) > cells / 2])


def period(at: np.ndarray) -> float:
    """Mean of all periods but the first two, which still depend on the start."""
    return (at[-1] - at[2]) / (len(at) - 3)


@pytest.fixture(scope="module")
def theirs():
    runs = {name: brian2_run(PingNetwork(**values), DURATION) for name, values in NETWORKS.items()}
    return {name: (run, volleys(run["I"], 20)) for name, run in runs.items()}


@pytest.fixture(scope="module")
def ours():
    runs = {(n, dt): simulate_ping(DURATION, dt, **NETWORKS[n]) for n in NETWORKS for dt in (0.05, 0.0125)}
    return {key: (run, volleys(run.spikes_I[0], 20)) for key, run in runs.items()}


@pytest.mark.parametrize(("dt", "bound"), [(0.05, DEFAULT_STEP), (0.0125, FINE_STEP)])
@pytest.mark.parametrize("name", NETWORKS)
def test_period_and_spikes(theirs, ours, name, dt, bound):
    run, at = theirs[name]
    book, mine = ours[name, dt]
    assert len(mine) == len(at) >= 7
    assert period(mine) == pytest.approx(period(at), rel=bound)
    for spikes, kind in ((book.spikes_E[0], "E"), (book.spikes_I[0], "I")):
        assert len(spikes) == pytest.approx(len(run[kind]), rel=0.03)


def test_volley_for_volley(theirs, ours):
    """Errors add up from cycle to cycle: ten cycles of 0.3 % of 21 ms at most."""
    assert np.abs(ours["ten", 0.0125][1] - theirs["ten"][1]).max() < 10 * FINE_STEP * 21


def test_the_period_grows_with_the_decay_time_as_in_brian2(theirs, ours):
    growth = period(theirs["fifteen"][1]) - period(theirs["ten"][1])
    mine = period(ours["fifteen", 0.0125][1]) - period(ours["ten", 0.0125][1])
    assert mine == pytest.approx(growth, abs=2 * FINE_STEP * 25)
    # Not proportional, in either program: a decay time half as long again adds much less than half a period.
    assert 0 < growth < 0.3 * period(theirs["ten"][1])


def test_the_bounds_would_notice_another_decay_time(theirs):
    wrong = volleys(simulate_ping(DURATION, tau_I=12.0).spikes_I[0], 20)
    assert abs(period(wrong) / period(theirs["ten"][1]) - 1) > 2 * DEFAULT_STEP
