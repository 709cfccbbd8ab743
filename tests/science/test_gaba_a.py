"""GABA_A receptors: occupancy, the rule for benzodiazepines, gain by a neurosteroid, and the charge of inhibition."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.modelling import ModelValueError
from labsupport.synapse import (
    gabaa_receptors,
    inhibitory_charge,
    phasic_and_tonic_current,
    synaptic_gabaa_current,
)

pytestmark = pytest.mark.xdist_group("gaba_a")  # what its fixtures compute is computed once

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
    assert gabaa_receptors(GABA=3)["saturation_gamma"] == pytest.approx(0.141127, abs=5e-7)
    top = [gabaa_receptors(GABA=1e12, benzodiazepine=s)["open_gamma"] for s in (1, 3)]
    assert top[0] == pytest.approx(top[1], rel=1e-8)


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

STATES = ("unbound", "bound_one", "bound_two", "open_now", "desensitised")


@pytest.fixture(scope="module")
def ipsc():
    return synaptic_gabaa_current()


def test_the_states_of_the_receptor_add_up(ipsc):
    np.testing.assert_allclose(sum(ipsc[name] for name in STATES), 100, rtol=0, atol=1e-7)
    for name in STATES:
        assert ipsc[name].min() > -1e-7


def test_the_default_ipsc_is_that_of_the_text(ipsc):
    # 50 pA and 0.39 pC: what an exponential of 7.8 ms would carry.
    assert ipsc["I"].max() == pytest.approx(50, abs=1)
    assert ipsc["charge"][-1] == pytest.approx(0.39, abs=0.002)


def test_charge_is_the_integral_of_the_current(ipsc):
    area = np.sum((ipsc["I"][1:] + ipsc["I"][:-1]) / 2 * np.diff(ipsc["t"])) / 1000
    assert ipsc["charge"][-1] == pytest.approx(area, rel=2e-3)


def test_the_current_outlasts_the_gaba(ipsc):
    after = ipsc["t"] > 5.5
    assert ipsc["GABA_now"][after].max() == 0
    assert ipsc["I"][ipsc["t"] == 10][0] > 15  # deactivation takes milliseconds
    assert ipsc["I"][-1] < 0.3


def test_desensitisation_makes_the_current_fall_while_gaba_stays():
    long = synaptic_gabaa_current(pulse=80)
    inside = (long["t"] > 10) & (long["t"] < 84)
    assert np.all(np.diff(long["I"][inside]) < 0)
    assert long["desensitised"].max() > 55
    flat = synaptic_gabaa_current(pulse=80, k_D=0)
    assert np.ptp(flat["I"][inside]) < 0.1
    # And it lengthens a brief response: desensitised receptors let go of GABA later.
    without = synaptic_gabaa_current(k_D=0)
    late = without["t"] > 40
    assert synaptic_gabaa_current()["I"][late].max() > 3 * without["I"][late].max()


def test_at_a_saturating_steady_state_the_shares_follow_from_the_rates():
    flat = synaptic_gabaa_current(pulse=80, k_D=0, cleft=1000)
    # Doubly bound and open in the ratio 0.8 to 3.5; binding (10/ms) leaves a little below saturation.
    assert flat["open_now"][flat["t"] == 80][0] / flat["bound_two"][flat["t"] == 80][0] == pytest.approx(
        3.5 / 0.8, rel=1e-6
    )


def test_a_benzodiazepine_lengthens_the_ipsc_where_the_alpha_subunit_allows(ipsc):
    drug = synaptic_gabaa_current(benzodiazepine=1.5)
    assert 1.35 < drug["charge"][-1] / ipsc["charge"][-1] < 1.5
    assert drug["I"].max() / ipsc["I"].max() < 1.06  # longer rather than larger
    for alpha in (4, 6):
        np.testing.assert_array_equal(synaptic_gabaa_current(benzodiazepine=3, alpha=alpha)["I"], ipsc["I"])


# --- IPSCs on a tonic current ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def control():
    return phasic_and_tonic_current()


def test_one_second_of_inhibition(control):
    # The last IPSC starts 90 ms before the end, 11 time constants: 10 whole ones fit.
    assert control["Q_phasic"][-1] == pytest.approx(10 * 0.4, rel=1e-4)
    assert control["Q_tonic"][-1] == pytest.approx(20, rel=1e-12)
    assert control["tonic_share"][-1] == pytest.approx(83.3333, abs=0.001)
    assert control["phasic_now"].max() == pytest.approx(50, rel=2e-3)
    assert control["phasic_now"][control["t"] < 9.9].max() == 0


@pytest.mark.parametrize("f", [1, 7, 33, 50])
@pytest.mark.parametrize("tau", [3, 30])
def test_the_geometric_series_is_the_sum_of_the_ipscs(f, tau):
    run = phasic_and_tonic_current(f=f, tau=tau)
    t = run["t"]
    starts = 9.99 + 1000 / f * np.arange(f)
    away = np.min(np.abs(t[:, None] - starts), axis=1) > 1e-6  # at a jump either side may count
    begun = t[:, None] >= starts
    decayed = np.where(begun, np.exp(-np.abs(t[:, None] - starts) / tau), 0)
    np.testing.assert_allclose(run["phasic_now"][away], 50 * decayed.sum(1)[away], rtol=1e-9, atol=1e-12)
    charge = 50 * tau * (begun - decayed).sum(1) / 1000
    np.testing.assert_allclose(run["Q_phasic"][away], charge[away], rtol=1e-9, atol=1e-12)


def test_diazepam_changes_the_ipscs_and_not_the_delta_current(control):
    drug = phasic_and_tonic_current(benzodiazepine=1.5)
    assert drug["phasic_rate"][-1] / control["phasic_rate"][-1] == pytest.approx(1.5, rel=1e-3)
    assert drug["tonic_rate"][-1] == control["tonic_rate"][-1]
    insensitive = phasic_and_tonic_current(benzodiazepine=1.5, alpha=4)
    np.testing.assert_array_equal(insensitive["total_now"], control["total_now"])
    tonic = phasic_and_tonic_current(benzodiazepine=1.5, alpha5=1)["tonic_rate"][-1]
    assert tonic == pytest.approx(
        20 * gabaa_receptors(benzodiazepine=1.5)["open_alpha5"] / gabaa_receptors()["open_alpha5"]
    )


def test_gaboxadol_and_a_little_neurosteroid_raise_the_tonic_current(control):
    for drug in ({"gaboxadol": 0.3}, {"neurosteroid": 3}):
        run = phasic_and_tonic_current(**drug)
        assert run["phasic_rate"][-1] == control["phasic_rate"][-1]
        expected = gabaa_receptors(**drug)["open_delta"] / gabaa_receptors()["open_delta"]
        assert run["tonic_rate"][-1] / control["tonic_rate"][-1] == pytest.approx(expected, rel=1e-9)


def test_nothing_to_divide_by_at_the_start(control):
    assert (control["phasic_rate"][0], control["tonic_rate"][0], control["tonic_share"][0]) == (0, 0, 0)
