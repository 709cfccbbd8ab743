"""What a ratio of conductances says: currents, voltages, and published ratios."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.modelling import ModelValueError, get
from labsupport.network import balance_ratio, conductance_ratio, synaptic_reversal


@pytest.mark.parametrize(
    ("V_m", "E_I", "ratio"), [(-60, -66, 0.1), (-60, -75, 0.25), (-55, -75, 0.363636), (-37, -75, 1.02703)]
)
def test_balance_ratio(V_m, E_I, ratio):
    assert balance_ratio(V_m, E_I) == pytest.approx(ratio, rel=1e-5)


def test_ratio_of_a_fit_to_activity_in_vivo():
    assert conductance_ratio(12.1, 57.3) == pytest.approx(0.211169, rel=1e-5)


def test_equal_conductances_hold_the_membrane_far_above_threshold():
    assert synaptic_reversal(1, -75) == pytest.approx(-37.5)
    assert synaptic_reversal(1, -70) == pytest.approx(-35.0)


def test_balance_ratio_and_reversal_are_inverse():
    for V in (-70, -60, -40):
        assert synaptic_reversal(balance_ratio(V, -75), -75) == pytest.approx(V)


def test_limits():
    assert balance_ratio(-75, -75) == 0
    assert balance_ratio(-80, -75) < 0
    assert balance_ratio(-1e-6, -75) > 1e6
    assert synaptic_reversal(1e9, -75) == pytest.approx(0, abs=1e-6)
    assert synaptic_reversal(1e-9, -75) == pytest.approx(-75)


def test_currents_are_equal_at_the_balance_ratio_only():
    model = get("ei_balance")
    at = model(ratio=balance_ratio(-60, -75), V_m=-60, E_I=-75)
    assert at["current_ratio"] == pytest.approx(1)
    assert model(ratio=1, V_m=-60, E_I=-75)["current_ratio"] == pytest.approx(4)


def test_leak_and_synapses_together():
    """g_L 1, g_E = g_I = 2: (-65 - 150)/5 mV."""
    at = get("ei_balance")(ratio=1, synaptic=4, E_I=-75)
    assert at["V_inf"] == pytest.approx((-65 + 2 * 0 + 2 * -75) / 5)
    assert get("ei_balance")(ratio=1, synaptic=0, E_I=-75)["V_inf"] == pytest.approx(-65)
    assert get("ei_balance")(ratio=1, synaptic=1e9, E_I=-75)["V_inf"] == pytest.approx(-37.5)


def test_means_come_before_the_ratio():
    g_E, g_I = np.array([1.0, 3.0]), np.array([8.0, 2.0])
    assert conductance_ratio(g_E, g_I) == pytest.approx(0.4)
    assert conductance_ratio(g_E, g_I) != pytest.approx(np.mean(g_E / g_I))
    assert conductance_ratio(np.array([g_E, 2 * g_E]), g_I).tolist() == pytest.approx([0.4, 0.8])


def test_without_inhibition_it_is_infinite_and_without_both_refused():
    assert conductance_ratio(1.0, 0.0) == float("inf")
    with pytest.raises(ModelValueError, match="no ratio"):
        conductance_ratio(0.0, 0.0)
    with pytest.raises(ModelValueError, match="g_I"):
        conductance_ratio(1.0, -1.0)
