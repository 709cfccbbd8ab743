"""Three recordings of one neuron: what each drug changes in them, and what it leaves alone."""

import numpy as np
import pytest

from labsupport.synapse import evoked_ipsc, girk_current, holding_current, release_left, slow_ipsc
from labsupport.synapse.gaba_a import gabaa_receptors, synaptic_gabaa_current
from labsupport.synapse.gaba_transporters import ambient_gaba

DRUG, BLOCKED = 175.0, 239.0  # s: just before the blocker, and when it has done its work


def peak(**values):
    return evoked_ipsc(**values)["I_fast"].max()


def decay(**values):
    run = evoked_ipsc(**values)
    top = run["I_fast"].argmax()
    return np.trapezoid(run["I_fast"][top:], run["t"][top:]) / run["I_fast"][top]


def slow(**values):
    return slow_ipsc(**values)["I_slow"].max()


def tonic(time=DRUG, **values):
    return holding_current(time, **values)["I_tonic"]


# --- controls --------------------------------------------------------------------------------------------------------


def test_currents_reverse_where_their_ions_are_at_equilibrium():
    run = evoked_ipsc()
    assert run["E_GABA"][0] == pytest.approx(-66.38, abs=0.01)
    assert slow_ipsc()["E_K"][0] == pytest.approx(-94.97, abs=0.01)
    assert peak(V_hold=-40) > 0
    assert evoked_ipsc(V_hold=-80)["I_fast"].min() < 0
    assert np.abs(evoked_ipsc(V_hold=run["E_GABA"][0])["I_fast"]).max() == pytest.approx(0, abs=1e-9)


def test_nothing_flows_before_the_stimulus_and_everything_ends():
    fast, late = evoked_ipsc(), slow_ipsc()
    assert np.all(fast["I_fast"][fast["t"] <= 10] == 0)
    assert fast["I_fast"][-1] < 0.01 * fast["I_fast"].max()
    assert np.abs(late["I_slow"][late["t"] <= 10]).max() == pytest.approx(0, abs=1e-9)
    assert late["t"][late["I_slow"].argmax()] > 80  # a G protein takes its time


def test_currents_are_proportional_to_their_conductances():
    assert peak(g_syn=16) == pytest.approx(2 * peak(g_syn=8))
    assert slow(g_GIRK=28) == pytest.approx(2 * slow(g_GIRK=14))
    assert tonic(g_tonic=1.6) == pytest.approx(2 * tonic(g_tonic=0.8))
    # 1 nS, 26.4 mV from the reversal potential.
    assert tonic(time=0) == pytest.approx(26.38, abs=0.01)


def test_the_blocker_takes_the_tonic_current_and_nothing_else():
    run = holding_current(np.array([DRUG, 1e4]))
    assert run["I_tonic"][1] == pytest.approx(0, abs=1e-9)
    assert run["I_hold"][1] == pytest.approx(2 * 25)  # 2 nS of other conductance, 25 mV from its reversal
    assert run["I_hold"][0] - run["I_tonic"][0] == pytest.approx(run["I_hold"][1])


# --- drugs -----------------------------------------------------------------------------------------------------------


def test_a_benzodiazepine_slows_the_ipsc_and_hardly_raises_its_peak():
    assert decay(benzodiazepine=2) / decay() > 1.4
    assert 1 < peak(benzodiazepine=2) / peak() < 1.08


def test_a_neurosteroid_makes_it_taller_and_slower_and_raises_the_tonic_current():
    assert decay(neurosteroid=3) / decay() > 1.5
    assert 1.2 < peak(neurosteroid=3) / peak() < 1.5
    # The two receptors' models agree on the tonic gain, at the ambient GABA that uptake leaves here.
    G = ambient_gaba(capacity=3.2, J=0.1)
    open_share = [gabaa_receptors(GABA=G, neurosteroid=k)["open_delta"] for k in (1, 3)]
    gain = holding_current(179.999, neurosteroid=3)["I_tonic"] / tonic()
    assert gain == pytest.approx(open_share[1] / open_share[0], rel=1e-3)


def test_gaboxadol_at_a_low_dose_raises_the_tonic_current_several_fold():
    assert 2.8 < tonic(gaboxadol=0.05) / tonic() < tonic(gaboxadol=0.3) / tonic() < 8
    G = ambient_gaba(capacity=3.2, J=0.1)
    synaptic = [gabaa_receptors(GABA=G, gaboxadol=x)["open_gamma"] for x in (0, 0.3)]
    assert synaptic[1] - synaptic[0] < 1e-4  # which is why it stands in no equation of the IPSC


def test_an_antagonist_shrinks_both_and_changes_no_shape():
    assert peak(occupied=0.6) == pytest.approx(0.4 * peak())
    assert decay(occupied=0.6) == pytest.approx(decay())
    assert tonic(occupied=0.6) == pytest.approx(0.4 * tonic(), rel=1e-3)
    assert peak(occupied=1) == 0


def test_blocking_gat1_lengthens_the_tail_raises_ambient_gaba_and_the_slow_ipsc():
    assert decay(block1=0.9) / decay() > 1.3
    assert peak(block1=0.9) == pytest.approx(peak(), rel=0.01)
    assert slow(block1=0.9) / slow() > 3
    run = holding_current(np.array([0.0, 179.999]), block1=0.9)
    assert run["ambient"] == pytest.approx([ambient_gaba(3.2, 0.1), ambient_gaba(1.76, 0.1)], rel=1e-3)
    assert run["I_tonic"][1] / run["I_tonic"][0] == pytest.approx(1.55, abs=0.02)


def test_a_gaba_b_antagonist_abolishes_the_slow_ipsc_before_all_receptors_are_taken():
    assert slow(blocked_B=1) == pytest.approx(0, abs=1e-9)
    assert slow(blocked_B=0.8) < 0.01 * slow()  # a fifth of the receptors, to the fourth power


def test_a_gaba_b_agonist_cuts_release_and_opens_girk_that_no_gaba_a_blocker_closes():
    active = 0.45
    G = 0.098 / 0.033 * active
    left = 1 - 0.5 * G / (G + 1)
    # The quanta that are left have the size they had; only their number and the pool between synapses shrink.
    assert peak(agonist_B=active) / peak() == pytest.approx(release_left(left), rel=0.05)
    run = holding_current(np.array([0.0, 1e4]), agonist_B=active)
    expected = girk_current(G=G, V_m=-40, K_out=4, K_in=140, g_max=20)
    assert run["I_hold"][1] - 50 == pytest.approx(expected)
    assert 0 < slow(agonist_B=active) < 0.8 * slow()
    assert decay(agonist_B=active) < decay()


def test_an_agonist_and_an_antagonist_leave_the_record_level_before_the_stimulus():
    for values in ({}, {"agonist_B": 0.5}, {"blocked_B": 0.9}, {"agonist_B": 0.5, "blocked_B": 0.5}):
        run = slow_ipsc(**values)
        assert np.abs(run["I_slow"][run["t"] < 10]).max() == pytest.approx(0, abs=1e-9)


def test_without_the_pool_the_receptor_is_that_of_the_section():
    """The synaptic states follow a short pulse as those of ``gabaa_states`` do, before the pooled GABA matters."""
    ours, theirs = evoked_ipsc(), synaptic_gabaa_current(pulse=0.4)
    share = ours["I_fast"].max() / (12 * (-40 - ours["E_GABA"][0]))
    assert share == pytest.approx(theirs["open_now"].max() / 100, rel=0.03)
