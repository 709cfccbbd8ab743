"""Donnan equilibrium: balance of charge, equality of potentials, osmotic excess, and what becomes of the cell."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.electrochemistry import donnan_equilibrium
from labsupport.i18n import use_language
from labsupport.modelling import ModelValueError, get

LAST_DIGIT = 5e-5
RNG = np.random.default_rng(21)


@pytest.fixture(autouse=True)
def in_english():
    use_language("en")


@pytest.mark.parametrize(
    ("c", "A", "z", "K", "Cl", "V", "excess", "pressure"),
    [
        (100, 150, -1, 200.0, 50.0, -18.5165, 200.0, 515.497),
        (150, 160, -1, 250.0, 90.0, -13.6461, 200.0, 515.497),
        (150, 100, -1, 208.114, 108.114, -8.74742, 116.228, 299.575),
        (150, 50, -1, 177.069, 127.069, -4.43193, 54.1381, 139.540),
        (150, 20, -5, 208.114, 108.114, -8.74742, 36.2278, 93.3765),
        (150, 10, -15, 242.705, 92.7051, -12.8550, 45.4102, 117.044),
        (5, 140, -1, 140.178, 0.178344, -89.0496, 270.357, 696.840),
    ],
)
def test_numbers(c, A, z, K, Cl, V, excess, pressure):
    state = donnan_equilibrium(c, A, z)
    assert state.inside["K"] == pytest.approx(K, rel=5e-6)
    assert state.inside["Cl"] == pytest.approx(Cl, rel=5e-6)
    assert state.V_m == pytest.approx(V, abs=LAST_DIGIT)
    assert state.osmotic_excess == pytest.approx(excess, rel=5e-6)
    assert state.pressure == pytest.approx(pressure, rel=5e-6)
    assert state.ratio == pytest.approx(K / c, rel=5e-6)


def random_states() -> tuple[np.ndarray, dict[str, np.ndarray]]:
    values = {
        "c_out": RNG.uniform(1, 300, 500),
        "impermeant": RNG.uniform(0, 300, 500),
        "z_impermeant": RNG.integers(-15, 6, 500).astype(float),
        "trapped_outside": RNG.uniform(0, 150, 500),
        "T": RNG.uniform(273, 320, 500),
    }
    return values, get("donnan")(**values)


def test_inside_is_neutral_and_the_product_rule_holds():
    values, state = random_states()
    charge = state["K_in"] - state["Cl_in"] + values["z_impermeant"] * values["impermeant"]
    np.testing.assert_allclose(charge / (state["K_in"] + state["Cl_in"]), 0, atol=1e-12)
    np.testing.assert_allclose(state["product_in"], state["product_out"], rtol=1e-12)


def test_every_permeant_ion_is_at_the_donnan_potential():
    _, state = random_states()
    np.testing.assert_allclose(state["E_K"], state["V_m"], atol=1e-10)
    np.testing.assert_allclose(state["E_Cl"], state["V_m"], atol=1e-10)


def test_the_sign_follows_the_trapped_charge():
    for z in (-3, -1, 1, 3):
        assert np.sign(donnan_equilibrium(100, 50, z).V_m) == np.sign(z)
    mirrored = donnan_equilibrium(100, 50, 2), donnan_equilibrium(100, 50, -2)
    assert mirrored[0].V_m == -mirrored[1].V_m
    assert mirrored[0].inside["K"] == pytest.approx(mirrored[1].inside["Cl"], rel=1e-14)


def test_without_impermeant_ions_nothing_is_left():
    state = donnan_equilibrium(100, 0)
    assert (state.ratio, state.V_m, state.osmotic_excess, state.pressure) == (1, 0, 0, 0)


def test_an_uncharged_solute_makes_pressure_and_no_voltage():
    state = donnan_equilibrium(100, 150, 0)
    assert state.V_m == 0
    assert state.osmotic_excess == pytest.approx(150, rel=1e-14)


def test_a_very_large_trapped_charge_is_matched_by_cations_alone():
    state = donnan_equilibrium(1, 1e6, -1)
    assert state.inside["K"] == pytest.approx(1e6, rel=1e-11)
    assert state.inside["Cl"] == pytest.approx(1e-6, rel=1e-11)  # no difference of large numbers is lost
    assert donnan_equilibrium(1, 1e6, 1).inside["K"] == pytest.approx(1e-6, rel=1e-11)


def test_a_little_trapped_charge_gives_the_expansion():
    """Excess Q²/(4c) + [A] for Q much smaller than c."""
    for A, z in [(0.1, -1), (0.01, -5)]:
        expected = (z * A) ** 2 / (4 * 100) + A
        assert donnan_equilibrium(100, A, z).osmotic_excess == pytest.approx(expected, rel=1e-6)


def test_the_excess_is_positive_for_any_trapped_ion():
    for z in (-15, -1, 0, 1, 5):
        assert np.all(donnan_equilibrium(np.geomspace(1, 300, 30), 10.0, z).osmotic_excess > 0)


def test_swelling_dilutes_but_never_ends():
    volume = np.array([1, 2, 5, 10, 100])
    diluted = donnan_equilibrium(150, 160 / volume)
    np.testing.assert_allclose(diluted.V_m, [-13.6461, -7.04183, -2.84409, -1.42406, -0.142473], atol=LAST_DIGIT)
    np.testing.assert_allclose(diluted.osmotic_excess, [200, 90.4835, 33.7018, 16.4264, 1.60427], rtol=5e-6)


def test_an_impermeant_cation_outside_balances_the_cell():
    """Double Donnan: outside K 5, Na 145 (impermeant), Cl 150; inside K 150, Cl 5, A 145."""
    state = get("donnan")(c_out=5, impermeant=145, trapped_outside=145)
    assert state["K_in"] == pytest.approx(150, rel=1e-12)
    assert state["Cl_in"] == pytest.approx(5, rel=1e-12)
    assert state["V_m"] == pytest.approx(-90.8587, abs=LAST_DIGIT)
    assert state["excess"] == pytest.approx(0, abs=1e-10)


# -- several permeant ions ----------------------------------------------------------------------------------------


def test_one_salt_written_as_ions_is_the_same_equilibrium():
    salt, ions = donnan_equilibrium(100, 150, -1), donnan_equilibrium({"K": 100, "Cl": 100}, 150, -1)
    assert ions.V_m == pytest.approx(salt.V_m, rel=1e-12)
    assert ions.pressure == pytest.approx(salt.pressure, rel=1e-12)
    split = donnan_equilibrium({"K": 30, "Na": 70, "Cl": 60, "HCO3": 40}, 150, -1)
    assert split.V_m == pytest.approx(salt.V_m, rel=1e-12)
    assert split.inside["Na"] == pytest.approx(140, rel=1e-12)


def test_each_ion_has_the_ratio_of_its_charge_and_the_inside_is_neutral():
    outside = {"K": 5, "Na": 140, "Ca": 2, "Mg": 1, "Cl": 149, "SO4": 1}
    charge = {"K": 1, "Na": 1, "Ca": 2, "Mg": 2, "Cl": -1, "SO4": -2}
    state = donnan_equilibrium(outside, 120, -1.2)
    for ion, z in charge.items():
        assert state.inside[ion] / outside[ion] == pytest.approx(state.ratio**z, rel=1e-11)
    assert sum(charge[i] * c for i, c in state.inside.items()) == pytest.approx(1.2 * 120, rel=1e-11)
    assert state.osmotic_excess == pytest.approx(sum(state.inside.values()) + 120 - 298, rel=1e-11)


@pytest.mark.parametrize(
    ("outside", "english", "chinese"),
    [
        ({"K": 100, "Cl": 90}, "not electroneutral: its charges sum to 10 mM", "不是电中性的"),
        ({"K": 100, "Xe": 100}, "The ion Xe is not known; the ions are K, Na", "不认识的离子 Xe"),
        ({"K": 0, "Cl": 0}, "At least one permeant cation and one permeant anion", "至少需要一种可通透的阳离子"),
    ],
)
def test_impossible_outsides(outside, english, chinese):
    with pytest.raises(ModelValueError) as refusal:
        donnan_equilibrium(outside, 10)
    assert english in refusal.value.text.en
    assert chinese in refusal.value.text.zh


def test_bad_values():
    with pytest.raises(ModelValueError, match="impermeant = −1 mM is not physically possible"):
        donnan_equilibrium(100, -1)
    with pytest.raises(ModelValueError, match="c_out = 0 mM is not physically possible"):
        donnan_equilibrium(0, 10)


# -- bursting -------------------------------------------------------------------------------------------------------


def test_a_passive_cell_swells_without_end():
    run = get("donnan_bursting").integrate()
    assert np.all(np.diff(run["volume"]) > 0)
    assert run["excess"][-1] > 0
    assert run["volume"][-1] > 4
    np.testing.assert_allclose(run["volume"] * run["impermeant_now"], 160, rtol=1e-10)  # nothing trapped is lost
    np.testing.assert_allclose(run["radius_now"] ** 3, 1000 * run["volume"], rtol=1e-10)


def test_each_moment_is_the_donnan_equilibrium_of_its_dilution():
    run = get("donnan_bursting").integrate()
    state = donnan_equilibrium(150, run["impermeant_now"], -1)
    np.testing.assert_allclose(run["V_m"], state.V_m, rtol=1e-10)
    np.testing.assert_allclose(run["pressure"], state.pressure, rtol=1e-9)


def test_a_wall_stops_the_swelling_where_pressures_are_equal():
    run = get("donnan_bursting").integrate(wall=300, P_water=40, radius=5)
    assert run["volume"][-1] < 2
    assert run["wall_pressure"][-1] == pytest.approx(run["pressure"][-1], rel=1e-4)


def test_an_impermeant_cation_outside_stops_it_too():
    run = get("donnan_bursting").integrate(c_out=50, impermeant=100, trapped_outside=100, P_water=40, radius=5)
    assert run["excess"][-1] == pytest.approx(0, abs=1e-2)
    assert np.abs(np.diff(run["volume"][-5:])).max() < 1e-4


def test_without_water_permeability_the_volume_stays():
    run = get("donnan_bursting").integrate(P_water=0)
    assert np.all(run["volume"] == 1)
