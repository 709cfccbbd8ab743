"""GABA_B: the dimer, the G protein and its branches; the kinetic model, its limits and its published numbers."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.modelling import ModelValueError, get
from labsupport.synapse import gaba_b_response, girk_current, girk_open_share, release_left


def peak(**values) -> tuple[float, float]:
    """Peak GIRK conductance in nS and its time in ms."""
    run = gaba_b_response(**values)
    i = int(run["g_GIRK"].argmax())
    return run["g_GIRK"][i], run["t"][i]


@pytest.mark.parametrize(("pulses", "ratio"), [(2, 13.7), (5, 343), (10, 2649)])
def test_conductance_grows_far_faster_than_the_number_of_pulses(pulses, ratio):
    one, many = peak(spikes=1)[0], peak(spikes=pulses, freq=200)[0]
    assert many / one == pytest.approx(ratio, rel=5e-3)


def test_one_pulse_peaks_after_a_tenth_of_a_second():
    assert peak(spikes=1)[1] == pytest.approx(102, abs=4)


def test_one_pulse_follows_the_closed_solution():
    """r rises by 1 - exp(-K1 c w - K2 w) nearly at once, and G is the difference of two exponentials."""
    run = gaba_b_response(spikes=1, GABA=0.5, width=0.3)
    rate = 0.52 * 0.5 + 0.0013
    start = 0.52 * 0.5 / rate * (1 - np.exp(-rate * 0.3))
    later = run["t"] > 0.3
    t = run["t"][later] - 0.3
    np.testing.assert_allclose(run["active"][later], 100 * start * np.exp(-0.0013 * t), rtol=1e-5)
    # G at the end of the pulse is K3 times the mean of r over it, about half of K3 r w
    G0 = 0.098 * start * 0.15
    G = 0.098 * start / (0.033 - 0.0013) * (np.exp(-0.0013 * t) - np.exp(-0.033 * t)) + G0 * np.exp(-0.033 * t)
    np.testing.assert_allclose(run["G_alpha"][later], G, rtol=2e-3)


def test_a_long_dilute_pulse_does_what_ten_short_ones_do():
    """One spike of a neurogliaform cell: a wide and long cloud of GABA."""
    one = peak(spikes=1, GABA=0.06, width=30)[0]
    assert 1 < one / peak(spikes=10)[0] < 2
    assert one / peak(spikes=1)[0] == pytest.approx(4119, rel=0.01)


def test_pulses_that_touch_make_one_long_pulse():
    joined = gaba_b_response(spikes=4, freq=20, width=50)
    steady = 0.52 * 0.5 / (0.52 * 0.5 + 0.0013)
    at = int(np.searchsorted(joined["t"], 198))
    assert joined["active"][at] == pytest.approx(100 * steady, rel=1e-4)


def test_g_protein_and_channels_have_their_limits():
    run = gaba_b_response(spikes=20, freq=20, width=50, GABA=0.6)
    G = 0.098 / 0.033  # every receptor active
    assert run["G_alpha"].max() == pytest.approx(G, rel=0.01)
    assert run["open"].max() == pytest.approx(100 * G**4 / (G**4 + 100), rel=0.02)
    assert girk_open_share(100**0.25) == pytest.approx(0.5, rel=1e-12)
    assert girk_open_share(0) == 0
    assert girk_open_share(1e6) == pytest.approx(1, rel=1e-12)
    # Four G proteins at a channel: the slope in logarithms is 4 at low G.
    assert girk_open_share(0.02) / girk_open_share(0.01) == pytest.approx(16, rel=1e-6)


SILENT = {"g_GIRK": 0, "calcium": 100, "release": 100, "cyclase": 100}


@pytest.mark.parametrize(
    ("cell", "surface", "active"),
    [
        ({"B2": 0}, 0, False),  # held back in the endoplasmic reticulum
        ({"B1": 0}, 0, False),  # at the surface, but nothing there binds GABA
        ({"B2": 0, "retention": 0}, 100, True),  # at the surface, binds, and couples to nothing
    ],
)
def test_half_a_receptor_does_nothing(cell, surface, active):
    run = gaba_b_response(**cell)
    assert np.all(run["surface"] == surface)
    assert (run["active"].max() > 0) == active
    for output, value in SILENT.items():
        np.testing.assert_array_equal(run[output], value)


def test_with_b2_the_retention_signal_does_not_matter():
    whole, broken = gaba_b_response(), gaba_b_response(retention=0)
    for name in whole:
        np.testing.assert_array_equal(whole[name], broken[name])


def test_pertussis_toxin_stops_every_branch_but_not_binding():
    run = gaba_b_response(PTX=1)
    assert run["active"].max() > 40
    for output, value in SILENT.items():
        np.testing.assert_array_equal(run[output], value)


def test_a_scavenger_of_beta_gamma_leaves_the_cyclase_branch():
    run, control = gaba_b_response(scavenger=1), gaba_b_response()
    assert run["g_GIRK"].max() == 0
    np.testing.assert_array_equal(run["release"], 100)
    np.testing.assert_array_equal(run["cyclase"], control["cyclase"])
    assert control["cyclase"].min() < 65


def test_barium_stops_girk_alone():
    run, control = gaba_b_response(barium=1), gaba_b_response()
    assert run["g_GIRK"].max() == 0
    np.testing.assert_array_equal(run["V_m"], -65)
    for output in ("calcium", "cyclase"):
        np.testing.assert_array_equal(run[output], control[output])


def test_an_antagonist_stops_binding():
    assert gaba_b_response(antagonist=1)["active"].max() == 0


def test_girk_current_is_outward_above_e_k_and_reverses_there():
    E_K = get("girk_current").evaluate("E_K", K_out=4, K_in=140)
    assert abs(E_K + 95.0) < 0.05
    assert girk_current(V_m=-65) > 0 > girk_current(V_m=-110)
    assert girk_current(V_m=E_K) == pytest.approx(0, abs=1e-12)


def test_the_cell_is_hyperpolarised_towards_e_k_and_never_beyond():
    run = gaba_b_response(spikes=20, width=50, freq=20, GABA=0.6, g_max=100)
    assert np.all((run["V_m"] <= -65) & (run["V_m"] > run["E_K"]))
    ten = gaba_b_response()
    g = ten["g_GIRK"]
    np.testing.assert_allclose(10 * (ten["V_m"] + 65) + g * (ten["V_m"] - ten["E_K"]), 0, atol=1e-11)


def test_a_cut_of_calcium_entry_is_amplified():
    assert release_left(0.7, n=4) == pytest.approx(0.2401, abs=5e-5)
    assert release_left(0.7, n=3) == pytest.approx(0.343, abs=5e-4)
    assert release_left(0.7, n=1) == pytest.approx(0.7)
    assert release_left(1) == 1
    assert release_left(0) == 0
    assert release_left(0.7, n=4, direct=0.3) == pytest.approx(0.7 * 0.2401, rel=1e-4)
    half = get("calcium_and_release").evaluate("half", n=4)
    assert release_left(1 - half, n=4) == pytest.approx(0.5, rel=1e-12)


@pytest.mark.parametrize("values", [{"GABA": -1}, {"width": 0}, {"freq": float("nan")}, {"K_out": 0}])
def test_bad_values(values):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        gaba_b_response(**values)
