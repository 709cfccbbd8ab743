"""Temperature, activity and local calcium: how large each correction is, and which is small."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.constants import F, R, elementary_charge
from labsupport.electrochemistry import (
    activity_coefficient,
    activity_shift,
    ghk_current,
    ionic_strength,
    microdomain_calcium,
    nernst_potential,
    q10_factor,
    temperature_coefficient,
)
from labsupport.modelling import ModelValueError, get

LAST_DIGIT = 5e-5

# -- temperature --------------------------------------------------------------------------------------------------


def test_temperature_numbers():
    assert temperature_coefficient(5, 140) == pytest.approx(-0.287147, abs=5e-7)
    assert temperature_coefficient(145, 15) == pytest.approx(0.1955, abs=LAST_DIGIT)
    cold = get("temperature")(T=300)
    assert cold["E_K"] == pytest.approx(-86.1442, abs=LAST_DIGIT)
    assert cold["E_Na"] == pytest.approx(58.65, abs=5e-3)
    assert cold["shift_K"] == pytest.approx(2.87147, abs=5e-6)
    assert cold["relative_E"] == pytest.approx(0.967742, abs=5e-7)
    assert cold["gating_rate"] == pytest.approx(0.333333, abs=5e-7)


def test_the_slope_does_not_depend_on_temperature():
    slopes = temperature_coefficient(5, 140, 1, np.linspace(273, 320, 20))
    np.testing.assert_allclose(slopes, slopes[0], rtol=1e-12)


def test_cooling_brings_every_potential_nearer_zero_by_the_same_three_per_cent():
    warm, cold = get("temperature")(T=310), get("temperature")(T=300)
    for ion in ("K", "Na", "Cl"):
        assert cold[f"E_{ion}"] / warm[f"E_{ion}"] == pytest.approx(300 / 310, rel=1e-12)


def test_gating_slows_threefold_while_the_driving_force_changes_by_a_fiftieth():
    warm, cold = get("temperature")(T=310), get("temperature")(T=300)
    assert cold["gating_time"] == pytest.approx(3, rel=1e-12)
    assert abs(cold["DF_Na"] / warm["DF_Na"] - 1) < 0.02


def test_a_driving_force_may_grow_on_cooling():
    """At -70 mV with E_Cl = -65 mV: from 5 to 7.1 mV."""
    Cl_in = 150 * np.exp(-65 / (1000 * R * 310 / F))
    model = get("temperature")
    assert model.evaluate("DF_Cl", Cl_in=Cl_in, T=310) == pytest.approx(-5, abs=1e-9)
    assert model.evaluate("DF_Cl", Cl_in=Cl_in, T=300) == pytest.approx(-7.09677, abs=5e-6)


def test_q10():
    assert q10_factor(3, 300, 310) == pytest.approx(1 / 3, rel=1e-14)
    assert q10_factor(3, 310, 310) == 1
    assert q10_factor(2.5, 320, 310) == pytest.approx(2.5, rel=1e-14)
    assert q10_factor(1, 280, 310) == 1


# -- activity -----------------------------------------------------------------------------------------------------


def test_activity_numbers():
    assert activity_coefficient(0.15, 1) == pytest.approx(0.75431, abs=5e-6)
    assert activity_coefficient(0.15, 2) == pytest.approx(0.323743, abs=5e-7)
    assert activity_coefficient(0.15, 1, T=298.15) == pytest.approx(0.759207, abs=5e-7)
    assert activity_coefficient(0.15, 1, law="extended") == pytest.approx(0.71417, abs=5e-6)


@pytest.mark.parametrize(
    ("inside", "gamma", "davies", "extended"),
    [
        (0.10, 0.776352, -0.769407, -1.25535),
        (0.12, 0.766109, -0.4146, -0.706097),
        (0.15, 0.75431, 0.0, 0.0),
        (0.20, 0.74095, 0.477392, 0.962873),
        (0.25, 0.732685, 0.777042, 1.74767),
        (0.30, 0.7278, 0.955746, 2.41127),
    ],
)
def test_shift_of_e_k_by_ionic_strength(inside, gamma, davies, extended):
    assert activity_coefficient(inside) == pytest.approx(gamma, rel=1e-5)
    assert activity_shift(0.15, inside) == pytest.approx(davies, abs=5e-6)
    assert activity_shift(0.15, inside, law="extended") == pytest.approx(extended, abs=5e-5)


def test_ten_millivolts_would_need_what_nobody_measured():
    """Over all ionic strengths ever assumed for cytosol the shift of E_K stays below 1 mV in size."""
    shifts = activity_shift(0.15, np.linspace(0.12, 0.25, 50))
    assert shifts.min() == pytest.approx(-0.41, abs=5e-3)
    assert shifts.max() == pytest.approx(0.78, abs=5e-3)
    needed = np.exp(-np.array([5, 10, 12]) / (1000 * R * 310 / F))
    np.testing.assert_allclose(needed, [0.829303, 0.687744, 0.638134], atol=5e-7)


def test_apparent_coefficients_give_about_five_millivolts():
    model = get("activity")
    assert model.evaluate("shift_apparent", apparent_in=0.612, apparent_out=0.745) == pytest.approx(5.25331, abs=5e-6)
    assert model.evaluate("shift_apparent", apparent_in=0.175, apparent_out=0.745) == pytest.approx(38.6975, abs=5e-5)


@pytest.mark.parametrize("law", ["limiting", "extended", "davies"])
def test_limits_and_signs_of_every_law(law):
    assert activity_coefficient(0.0, [-2, -1, 1, 2], law=law).tolist() == [1, 1, 1, 1]
    assert activity_shift(0.2, 0.2, law=law) == 0
    # The stronger field inside lowers gamma inside: a cation's potential rises, an anion's falls.
    assert activity_shift(0.15, 0.2, z=1, law=law) > 0 > activity_shift(0.15, 0.2, z=-1, law=law)
    assert activity_shift(0.15, 0.1, z=1, law=law) < 0
    # ln gamma goes as z², the shift as z.
    assert np.log(activity_coefficient(0.1, 2, law=law)) == pytest.approx(
        4 * np.log(activity_coefficient(0.1, 1, law=law))
    )
    assert activity_shift(0.15, 0.2, z=2, law=law) == pytest.approx(2 * activity_shift(0.15, 0.2, z=1, law=law))


def test_all_laws_agree_in_dilute_solution():
    gammas = [activity_coefficient(1e-5, law=law) for law in ("limiting", "extended", "davies")]
    np.testing.assert_allclose(gammas, gammas[0], rtol=2e-5)


def test_the_corrected_potential_is_nernst_of_activities():
    cell = get("activity")(I_in=0.25, I_out=0.15)
    a_out, a_in = 5 * cell["gamma_davies_out"], 140 * cell["gamma_davies_in"]
    assert cell["E_corrected"] == pytest.approx(nernst_potential(a_out, a_in), abs=1e-10)


def test_ionic_strength_is_charge_weighted():
    assert ionic_strength([0.1, 0.2], [2, -1]) == pytest.approx(0.3)  # 0.1 M CaCl2
    assert get("ionic_strength").evaluate("ionic_strength") == pytest.approx(0.159)  # saline
    cytosol = [140, 12, 0.8, 8, 12, 3, 1, 4, 20, 10, 2]
    charges = [1, 1, 2, -1, -1, -2, -1, -2, -1, -2, -1]
    assert ionic_strength(cytosol, charges) == pytest.approx(133.1)


def test_bad_activity_values():
    with pytest.raises(ModelValueError, match="no equation for activity coefficients called 'pitzer'"):
        activity_coefficient(law="pitzer")
    with pytest.raises(ModelValueError, match=r"I_in = −0\.1 M is not physically possible"):
        activity_coefficient(-0.1)
    with pytest.raises(ModelValueError, match="There are 2 concentrations and 1 charges"):
        ionic_strength([1, 2], [1])


# -- calcium beside a channel -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("D", "hemisphere", "sphere"),
    [
        (13, 634.433, 317.216),
        (30, 274.921, 137.460),
        (60, 137.460, 68.7302),
        (65, 126.887, 63.4433),
        (100, 82.4762, 41.2381),
        (220, 37.4892, 18.7446),
        (300, 27.4921, 13.7460),
    ],
)
def test_concentration_twenty_nanometres_from_the_channel(D, hemisphere, sphere):
    bulk = 0.1
    assert microdomain_calcium(D=D, bulk=bulk) - bulk == pytest.approx(hemisphere, rel=5e-6)
    assert microdomain_calcium(D=D, bulk=bulk, geometry="sphere") - bulk == pytest.approx(sphere, rel=5e-6)


@pytest.mark.parametrize(
    ("r", "C", "E"),
    [
        (5, 549.942, 17.2449),
        (10, 275.021, 26.5008),
        (20, 137.560, 35.7542),
        (50, 55.0842, 47.9784),
        (100, 27.5921, 57.2125),
        (200, 13.846, 66.4224),
        (500, 5.59842, 78.5173),
    ],
)
def test_profile(r, C, E):
    here = get("calcium_microdomain")(distance=r)
    assert here["Ca_local"] == pytest.approx(C, rel=5e-6)
    assert here["E_local"] == pytest.approx(E, abs=LAST_DIGIT)


def test_numbers_of_the_local_potential():
    assert nernst_potential(2, 0.138, 2) == pytest.approx(35.7116, abs=LAST_DIGIT)
    assert nernst_potential(2, 1e-4, 2) == pytest.approx(132.28, abs=5e-4)
    assert get("calcium_microdomain").evaluate("ions_per_second") == pytest.approx(0.624151, abs=5e-7)
    assert get("calcium_microdomain").evaluate("settling_time") == pytest.approx(6.66667, abs=5e-6)
    assert 0.2e-12 / (2 * elementary_charge) == pytest.approx(624151, rel=1e-6)


def test_the_profile_carries_the_current_through_every_shell():
    """-D dC/dr times the area of the half-shell, in ions, is i/(2F) at any distance."""
    r = np.geomspace(5, 500, 15)
    slope = (microdomain_calcium(r * 1.00001) - microdomain_calcium(r * 0.99999)) / (2e-5 * r)  # µM/nm = mol/m³/µm
    flux = -60e-12 * slope * 1e-3 / 1e-9 * 2 * np.pi * (r * 1e-9) ** 2
    np.testing.assert_allclose(flux, 0.2e-12 / (2 * F), rtol=1e-6)


def test_halving_the_distance_doubles_the_excess_and_costs_nine_millivolts():
    near, far = (get("calcium_microdomain")(distance=r, Ca_bulk=0.05, i_Ca=1) for r in (10, 20))
    assert (near["Ca_local"] - 0.05) / (far["Ca_local"] - 0.05) == pytest.approx(2, rel=1e-10)
    assert far["E_local"] - near["E_local"] == pytest.approx(9.25827, abs=2e-3)


def test_a_mobile_buffer_narrows_the_domain_and_never_raises_it():
    r = np.geomspace(1, 1000, 30)
    free, buffered = microdomain_calcium(r), microdomain_calcium(r, buffer_length=100)
    assert np.all(buffered < free)
    np.testing.assert_allclose((buffered - 0.1) / (free - 0.1), np.exp(-r / 100), rtol=1e-9)
    assert microdomain_calcium(20, D=40, buffer_length=50) - 0.1 == pytest.approx(138.214, abs=5e-4)


def test_no_current_leaves_the_bulk():
    assert microdomain_calcium(i_Ca=0) == 0.1
    assert get("calcium_microdomain").evaluate("E_local", i_Ca=0) == pytest.approx(132.28, abs=5e-4)


@pytest.mark.parametrize(
    ("V_m", "ohmic", "ghk"),
    [
        (-70, 0.4774, 0.000365179),
        (-40, 0.560532, 0.00345102),
        (-20, 0.63415, 0.0154257),
        (0, 0.73003, 0.0689534),
        (20, 0.860068, 0.308266),
    ],
)
def test_the_ohmic_argument_overstates_the_fall_of_the_current(V_m, ohmic, ghk):
    current = get("calcium_current")(V_m=V_m, Ca_local=138)
    assert current["ohmic_fall"] == pytest.approx(ohmic, rel=2e-5)
    assert current["ghk_fall"] == pytest.approx(ghk, rel=2e-5)


def test_at_the_mouth_the_answer_depends_on_where_inside_is():
    """1 nm away the formula gives 0.75 to 2.7 mM, as much as outside: little at -70 mV, a great deal at 0 mV."""
    for D, millimolar, at_zero in ((60, 2.75, 1.37), (220, 0.75, 0.37)):
        local = microdomain_calcium(1, D=D)
        assert local / 1000 == pytest.approx(millimolar, abs=5e-3)
        at_rest, depolarised = (get("calcium_current")(V_m=V, Ca_local=local)["ghk_fall"] for V in (-70, 0))
        assert at_rest < 0.01
        assert depolarised == pytest.approx(at_zero, abs=0.01)


def test_both_currents_are_the_public_ghk_current_and_meet_the_line_where_they_should():
    current = get("calcium_current")(V_m=-30, Ca_local=138, V_ref=-30)
    for name, inside in (("j_ghk_bulk", 1e-4), ("j_ghk_local", 0.138)):
        expected = ghk_current(P=1e-8, z=2, V_m=-30, c_out=2, c_in=inside)
        assert current[name] == pytest.approx(expected, rel=1e-10)
    assert current["j_ohmic_bulk"] == pytest.approx(current["j_ghk_bulk"], rel=1e-12)


def test_unknown_geometry():
    with pytest.raises(ModelValueError, match="no geometry called 'cube'; there are hemisphere, sphere"):
        microdomain_calcium(geometry="cube")


# -- side by side -------------------------------------------------------------------------------------------------


def test_local_calcium_dwarfs_temperature_and_temperature_dwarfs_activity():
    sizes = get("corrections")()
    assert sizes["calcium_size"] == pytest.approx(96.568, abs=5e-4)
    assert sizes["temperature_size"] == pytest.approx(2.87147, abs=5e-6)
    assert sizes["activity_size"] < 0.2
    assert sizes["calcium_size"] > 10 * sizes["temperature_size"] > 100 * sizes["activity_size"] / 2
