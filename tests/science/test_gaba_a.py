"""GABA_A receptors: occupancy, the rule for benzodiazepines, gain by a neurosteroid, and the charge of inhibition."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.modelling import ModelValueError
from labsupport.synapse import gabaa_receptors, inhibitory_charge, phasic_and_tonic_current

# --- concentration and response -------------------------------------------------------------------------------------


def test_occupancy_at_ambient_gaba():
    here = gabaa_receptors(GABA=0.3)
    assert here["saturation_delta"] == pytest.approx(0.3 / 1.3, rel=1e-12)
    assert here["saturation_gamma"] == pytest.approx(0.00516929, rel=1e-6)
    assert here["ratio"] == pytest.approx(44.6423, rel=1e-6)


def test_a_pulse_of_one_millimolar_fills_both():
    peak = gabaa_receptors(GABA=1000)
    assert peak["saturation_gamma"] == pytest.approx(0.999001, abs=5e-7)
    assert peak["saturation_delta"] == pytest.approx(0.999001, abs=5e-7)


def test_without_drugs_the_open_share_is_efficacy_times_occupancy():
    c = np.geomspace(0.01, 3000, 40)
    curves = gabaa_receptors(GABA=c, efficacy_gamma=0.7, efficacy_delta=0.25)
    np.testing.assert_allclose(curves["open_gamma"], 0.7 * curves["saturation_gamma"], rtol=1e-12)
    np.testing.assert_allclose(curves["open_delta"], 0.25 * curves["saturation_delta"], rtol=1e-12)
    for name in ("open_gamma", "open_delta", "open_alpha5"):
        assert np.all(np.diff(curves[name]) > 0)


def test_curves_end_at_zero_and_at_the_efficacy():
    low, high = gabaa_receptors(GABA=1e-9), gabaa_receptors(GABA=1e9)
    for name, efficacy in (("open_gamma", 0.8), ("open_delta", 0.3), ("open_alpha5", 0.8)):
        assert low[name] == pytest.approx(0, abs=1e-8)
        assert high[name] == pytest.approx(efficacy, rel=1e-6)


def test_diazepam_moves_the_curve_and_not_its_top():
    # Affinity 2.5 times higher: EC50 10 becomes 4 µM.
    assert gabaa_receptors(GABA=3, benzodiazepine=2.5)["saturation_gamma"] == pytest.approx(0.393763, abs=5e-7)
    assert gabaa_receptors(GABA=3)["saturation_gamma"] == pytest.approx(0.141124, abs=5e-7)
    top = [gabaa_receptors(GABA=1e12, benzodiazepine=s)["open_gamma"] for s in (1, 3)]
    assert top[0] == pytest.approx(top[1], rel=1e-9)


@pytest.mark.parametrize(("alpha", "sensitive"), [(1, True), (2, True), (3, True), (4, False), (5, True), (6, False)])
def test_the_alpha_subunit_decides_whether_diazepam_acts(alpha, sensitive):
    change = (
        gabaa_receptors(GABA=3, alpha=alpha, benzodiazepine=2)["open_gamma"] / gabaa_receptors(GABA=3)["open_gamma"]
    )
    assert (change > 1.5) if sensitive else change == 1


def test_diazepam_leaves_delta_receptors_alone_but_not_tonic_alpha5():
    without, with_drug = gabaa_receptors(), gabaa_receptors(benzodiazepine=2.5)
    assert with_drug["open_delta"] == without["open_delta"]
    assert without["open_alpha5"] == pytest.approx(0.8 * 0.1**1.5 / (1 + 0.1**1.5), rel=1e-12)
    assert with_drug["open_alpha5"] == pytest.approx(0.8 / 9, rel=1e-12)  # (0.75/3)**1.5 is 1/8
    # The alpha of the synaptic receptor does not touch the extrasynaptic one.
    assert gabaa_receptors(benzodiazepine=2.5, alpha=4)["open_alpha5"] == with_drug["open_alpha5"]


def test_a_neurosteroid_gains_more_where_gaba_is_a_weak_agonist():
    """The same factor 3 on every opening constant: e/(1-e) of 3/7 becomes 9/7, of 4 becomes 12."""
    c = 1e9
    plain, steroid = gabaa_receptors(GABA=c), gabaa_receptors(GABA=c, neurosteroid=3)
    assert steroid["open_delta"] == pytest.approx(9 / 16, rel=1e-6)
    assert steroid["open_gamma"] == pytest.approx(12 / 13, rel=1e-6)
    assert steroid["open_delta"] / plain["open_delta"] > 1.8
    assert steroid["open_gamma"] / plain["open_gamma"] < 1.2


def test_the_steroid_formula_is_that_of_binding_then_opening():
    for k in (1, 2, 5):
        K, opening, c = 1 / (1 - 0.3), k * 0.3 / 0.7, 0.3  # EC50 = K/(1 + E)
        assert gabaa_receptors(GABA=c, neurosteroid=k)["open_delta"] == pytest.approx(
            opening * c / K / (1 + (1 + opening) * c / K), rel=1e-12
        )


def test_gaboxadol_beats_gaba_at_delta_receptors_and_is_nothing_at_gamma2():
    most = gabaa_receptors(GABA=1e9)["open_delta"]
    assert gabaa_receptors(gaboxadol=1)["open_delta"] > 1.4 * most
    plain, drug = gabaa_receptors(), gabaa_receptors(gaboxadol=0.5)
    assert drug["open_delta"] / plain["open_delta"] > 5
    assert drug["open_gamma"] / plain["open_gamma"] < 1.02


@pytest.mark.parametrize("values", [{"GABA": 0}, {"EC50_delta": -1}, {"gaboxadol": -0.1}, {"GABA": float("nan")}])
def test_impossible_values(values):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        gabaa_receptors(**values)


# --- charge ---------------------------------------------------------------------------------------------------------


def test_charge_per_second():
    charge = inhibitory_charge(f=10, A=50, tau=8, I_tonic=20)
    assert charge["phasic"] == pytest.approx(4.0, rel=1e-12)  # 10/s × 50 pA × 8 ms
    assert charge["tonic"] == 20
    assert charge["tonic_share"] == pytest.approx(83.3333, abs=5e-5)
    assert charge["rate_of_equality"] == pytest.approx(50, rel=1e-12)
    assert inhibitory_charge(f=50)["tonic_share"] == pytest.approx(50, rel=1e-12)
    assert inhibitory_charge(f=0)["tonic_share"] == 100


# --- a receptor with states -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def control():
    return phasic_and_tonic_current()


def test_the_states_of_the_receptor_add_up_to_one(control):
    states = sum(control[name] for name in ("R_free", "A_one", "A_two", "open_now", "desensitised"))
    np.testing.assert_allclose(states, 1, rtol=0, atol=1e-9)
    for name in ("R_free", "A_one", "A_two", "open_now", "desensitised"):
        assert control[name].min() > -1e-9


def test_the_default_run_is_that_of_the_text(control):
    # Size 50 pA, charge of 10 IPSCs a second near 4 pC, tonic 20 pC, share near 83 %.
    assert control["I_phasic"].max() == pytest.approx(50, abs=1)
    assert control["mean_phasic"][-1] == pytest.approx(4, abs=0.15)
    assert control["mean_tonic"][-1] == pytest.approx(20, rel=1e-9)
    assert control["tonic_share"][-1] == pytest.approx(83.3, abs=0.6)


def test_charge_is_the_integral_of_the_current(control):
    t, current = control["t"], control["I_phasic"]
    # One sample a millisecond: the steep rise between two samples costs the trapezoidal sum a few per cent.
    area = np.sum((current[1:] + current[:-1]) / 2 * np.diff(t)) / 1000
    assert control["mean_phasic"][-1] * 0.5 == pytest.approx(area, rel=0.05)
    assert control["mean_phasic"][-1] * 0.5 == pytest.approx(
        10 * 0.5 * 80 * 4.948e-3, rel=0.02
    )  # open time 4.95 ms each


def test_binding_stops_with_the_pulse_and_the_current_outlasts_it():
    run = phasic_and_tonic_current(f=2)
    after = run["t"] > 21
    assert run["cleft_now"][after].max() == pytest.approx(0.3)
    assert run["I_phasic"][run["t"] == 25][0] > 15  # deactivation takes milliseconds


def test_desensitisation_needs_gaba_to_stay():
    brief, long = (phasic_and_tonic_current(f=2, pulse=p) for p in (0.5, 20))
    assert long["desensitised"].max() > 2 * brief["desensitised"].max()
    # While GABA stays the current falls, though nothing has been cleared.
    inside = (long["t"] > 24) & (long["t"] < 39.5)
    current = long["I_phasic"][inside]
    assert np.all(np.diff(current) < 0)


def test_a_benzodiazepine_lengthens_the_ipsc_and_leaves_the_delta_current(control):
    drug = phasic_and_tonic_current(benzodiazepine=1.5)
    assert 1.3 < drug["mean_phasic"][-1] / control["mean_phasic"][-1] < 1.5
    assert drug["I_phasic"].max() / control["I_phasic"].max() < 1.06  # longer rather than larger
    assert drug["mean_tonic"][-1] == control["mean_tonic"][-1]
    insensitive = phasic_and_tonic_current(benzodiazepine=1.5, alpha=4)
    np.testing.assert_allclose(insensitive["I_total"], control["I_total"], rtol=1e-9)
    assert phasic_and_tonic_current(benzodiazepine=1.5, alpha5=1)["mean_tonic"][-1] > 30


def test_a_neurosteroid_raises_both_and_gaboxadol_only_the_tonic_current(control):
    steroid, gaboxadol = phasic_and_tonic_current(neurosteroid=2), phasic_and_tonic_current(gaboxadol=0.3)
    assert steroid["mean_phasic"][-1] > 1.5 * control["mean_phasic"][-1]
    assert steroid["mean_tonic"][-1] > 1.5 * control["mean_tonic"][-1]
    assert gaboxadol["mean_phasic"][-1] == pytest.approx(control["mean_phasic"][-1], rel=1e-9)
    assert gaboxadol["mean_tonic"][-1] > 3 * control["mean_tonic"][-1]


def test_no_release_in_the_first_twenty_milliseconds_and_one_share_at_time_zero(control):
    assert control["I_phasic"][control["t"] < 20].max() < 0.05
    assert control["tonic_share"][0] == 100
