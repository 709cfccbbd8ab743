"""Several permeant ions: the constant-field current, the voltage it vanishes at, and what that voltage is not."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import brentq

from labsupport.constants import F, R
from labsupport.electrochemistry import ghk_current, ghk_potential, nernst_potential
from labsupport.i18n import use_language
from labsupport.modelling import ModelValueError, get

LAST_DIGIT = 5e-5  # numbers below are printed with four decimals
CELL = {"K_out": 5.0, "K_in": 140.0, "Na_out": 145.0, "Na_in": 15.0, "T": 310.0}
TWO_IONS = CELL | {"P_Cl": 0}
IONS = [(1, 5.0, 140.0), (1, 145.0, 15.0), (-1, 150.0, 10.0), (2, 2.0, 1e-4), (-2, 3.0, 8.0)]
RNG = np.random.default_rng(8)


@pytest.fixture(autouse=True)
def in_english():
    use_language("en")


def reversal(ratio: float) -> float:
    return ghk_potential(P_K=ratio, P_Na=1, **TWO_IONS)


# -- numbers of the book ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ratio", "millivolts"),
    [
        (0.1, 43.0861),
        (1 / 3, 23.1453),
        (1, -0.8759),
        (1.5, -10.3899),
        (2, -17.1916),
        (3, -26.7183),
        (5, -38.3739),
        (10, -52.9436),
        (20, -65.2205),
        (29, -70.5976),
        (50, -76.8533),
        (100, -82.2418),
        (1000, -88.2548),
    ],
)
def test_reversal_potential_against_permeability_ratio(ratio, millivolts):
    assert reversal(ratio) == pytest.approx(millivolts, abs=LAST_DIGIT)
    assert get("two_ion_reversal").evaluate("E_rev", alpha=ratio) == pytest.approx(reversal(ratio), abs=1e-12)


def test_numbers_of_the_three_to_one_channel():
    channel = get("two_ion_reversal")(alpha=3)
    assert channel["E_K"] == pytest.approx(-89.0156, abs=LAST_DIGIT)
    assert channel["E_Na"] == pytest.approx(60.6050, abs=LAST_DIGIT)
    assert channel["E_mid"] == pytest.approx(-14.2053, abs=LAST_DIGIT)
    assert channel["distance_K"] == pytest.approx(62.2973, abs=LAST_DIGIT)
    assert channel["distance_Na"] == pytest.approx(87.3233, abs=LAST_DIGIT)
    assert channel["weight_K"] == pytest.approx(0.965517, abs=5e-7)
    assert channel["E_mean"] == pytest.approx(-51.6105, abs=LAST_DIGIT)


def test_the_argument_of_the_logarithm_is_almost_one_over_e():
    # 160/435 = 0.367816, so E_rev is almost -RT/F.
    assert reversal(3) == pytest.approx(-1000 * R * 310 / F, abs=0.005)


def test_the_midpoint_falls_at_a_ratio_of_one_point_seven_six():
    middle = brentq(lambda a: reversal(a) - get("two_ion_reversal").evaluate("E_mid"), 0.1, 10)
    assert middle == pytest.approx(1.76, abs=0.005)


def test_opposing_currents_of_the_three_to_one_channel():
    # P_K ([K]in - [K]out e^-u) at e^-u = 435/160 is 379.219 mM, and the sodium term is its negative.
    channel = get("two_ion_reversal")(alpha=3)
    ratio = 435 / 160
    assert 3 * (140 - 5 * ratio) == pytest.approx(379.219, abs=5e-4)
    u = channel["E_rev"] / 1000 * F / (R * 310)
    factor = 1e-8 / 4 * F * u / (1 - np.exp(-u))  # P_K + P_Na = 10 nm/s
    assert channel["I_K_at_reversal"] == pytest.approx(379.219 * factor, rel=2e-6)
    assert channel["I_Na_at_reversal"] == pytest.approx(-channel["I_K_at_reversal"], rel=1e-12)


# -- the voltage equation -----------------------------------------------------------------------------------------


def test_a_single_permeant_ion_gives_its_nernst_potential():
    assert ghk_potential(P_K=1, P_Na=0, P_Cl=0) == pytest.approx(nernst_potential(5, 140, 1), abs=1e-12)
    assert ghk_potential(P_K=0, P_Na=1, P_Cl=0) == pytest.approx(nernst_potential(145, 15, 1), abs=1e-12)
    assert ghk_potential(P_K=0, P_Na=0, P_Cl=1) == pytest.approx(nernst_potential(150, 10, -1), abs=1e-12)


def test_only_ratios_of_permeabilities_matter():
    assert ghk_potential(P_K=1, P_Na=0.04, P_Cl=0.45) == pytest.approx(
        ghk_potential(P_K=50, P_Na=2, P_Cl=22.5), abs=1e-12
    )


def random_cells(count: int) -> dict[str, np.ndarray]:
    names = ["K_out", "K_in", "Na_out", "Na_in", "Cl_out", "Cl_in"]
    cells = {n: RNG.uniform(1, 160, count) for n in names}
    return cells | {
        "P_K": RNG.uniform(0.01, 2, count),
        "P_Na": RNG.uniform(0, 2, count),
        "P_Cl": RNG.uniform(0, 2, count),
    }


def test_the_currents_cancel_at_the_ghk_voltage():
    cells = random_cells(400)
    membrane = get("ghk_membrane")(**cells)
    currents = np.array([membrane["I_K"], membrane["I_Na"], membrane["I_Cl"]])
    assert np.all(np.abs(currents.sum(axis=0)) < 1e-12 * np.abs(currents).max(axis=0) + 1e-18)
    # And each is the public function's current, in units of 10 nm/s.
    ours = ghk_current(P=cells["P_K"] * 1e-8, z=1, V_m=membrane["V_m"], c_out=cells["K_out"], c_in=cells["K_in"])
    np.testing.assert_allclose(membrane["I_K"], ours, rtol=1e-9, atol=1e-15)


def test_the_reversal_potential_lies_between_the_equilibrium_potentials_at_any_ratio():
    alpha = np.geomspace(0.01, 1e4, 300)
    channel = get("two_ion_reversal")(alpha=alpha)
    assert np.all((channel["E_K"] < channel["E_rev"]) & (channel["E_rev"] < channel["E_Na"]))
    assert np.all(np.diff(channel["E_rev"]) < 0)


def test_nearness_to_e_k_needs_p_k_k_out_above_p_na_na_out():
    """The criterion is P_K [K]out against P_Na [Na]out: ratio 29 makes them equal, and E_rev is RT/F ln 2 above E_K."""
    above = reversal(29) - nernst_potential(5, 140, 1)
    # The inside term of sodium, 15 in 4075, takes a further 0.1 mV.
    assert above == pytest.approx(1000 * R * 310 / F * np.log(2), abs=0.15)
    assert reversal(10) - nernst_potential(5, 140, 1) > 36


def test_exp_of_the_voltage_is_a_weighted_mean_and_the_voltage_is_not():
    cells = random_cells(200)
    K_in, Na_in = cells["K_in"], cells["Na_in"]
    E_K = nernst_potential(cells["K_out"], K_in) / 1000
    E_Na = nernst_potential(cells["Na_out"], Na_in) / 1000
    V = ghk_potential(**(cells | {"P_Cl": 0})) / 1000
    beta = F / (R * 310)
    weights = cells["P_K"] * K_in, cells["P_Na"] * Na_in
    mean = (weights[0] * np.exp(beta * E_K) + weights[1] * np.exp(beta * E_Na)) / sum(weights)
    np.testing.assert_allclose(np.exp(beta * V), mean, rtol=1e-12)
    # The arithmetic mean weighted by permeability is 25 mV away in the 3:1 channel.
    channel = get("two_ion_reversal")(alpha=3)
    assert channel["E_rev"] - channel["E_mean"] == pytest.approx(24.892, abs=5e-3)


def test_chloride_enters_with_its_sides_exchanged():
    """Raising chloride outside hyperpolarises, as raising potassium inside does."""
    base = ghk_potential()
    assert ghk_potential(Cl_out=160) < base < ghk_potential(Cl_in=20)
    assert ghk_potential(K_in=160) < base < ghk_potential(K_out=10)


def test_ion_substitution_may_remove_an_ion_from_one_side():
    assert ghk_potential(Na_out=0) < ghk_potential()
    assert ghk_potential(K_out=0, P_Na=0, P_Cl=1) < nernst_potential(150, 10, -1)


def test_slope_against_potassium_outside():
    K = np.geomspace(1, 150, 20)
    step = (ghk_potential(K_out=K * 1.0001) - ghk_potential(K_out=K)) / np.log10(1.0001)
    np.testing.assert_allclose(get("ghk_membrane").evaluate("slope", K_out=K), step, rtol=1e-3)


# -- the current equation ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("z", "c_out", "c_in"), IONS)
def test_current_vanishes_at_the_nernst_potential_and_is_outward_above_it(z, c_out, c_in):
    E = nernst_potential(c_out, c_in, z)
    scale = abs(ghk_current(z=z, V_m=E + 1, c_out=c_out, c_in=c_in))
    assert abs(ghk_current(z=z, V_m=E, c_out=c_out, c_in=c_in)) < 1e-10 * scale
    assert ghk_current(z=z, V_m=E - 1, c_out=c_out, c_in=c_in) < 0 < ghk_current(z=z, V_m=E + 1, c_out=c_out, c_in=c_in)


@pytest.mark.parametrize(("z", "c_out", "c_in"), IONS)
def test_at_zero_voltage_only_the_concentrations_drive(z, c_out, c_in):
    expected = 1e-8 * z * F * (c_in - c_out)
    assert ghk_current(P=1e-8, z=z, V_m=0, c_out=c_out, c_in=c_in) == pytest.approx(expected, rel=1e-15)
    for V_m in (1e-12, -1e-12, 1e-9, -1e-9):  # regular beside it
        assert ghk_current(P=1e-8, z=z, V_m=V_m, c_out=c_out, c_in=c_in) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize(("z", "c_out", "c_in"), IONS)
def test_the_written_formula_away_from_zero(z, c_out, c_in):
    V = np.array([-150.0, -70.0, -5.0, 5.0, 40.0, 150.0])
    u = z * V / 1000 * F / (R * 310)
    written = 1e-8 * z * F * u * (c_in - c_out * np.exp(-u)) / (1 - np.exp(-u))
    np.testing.assert_allclose(ghk_current(1e-8, z, V, c_out, c_in, 310), written, rtol=1e-9, atol=1e-20)


def test_equal_concentrations_give_an_ohmic_line():
    V = np.linspace(-100, 100, 21)
    conductance = 1e-8 * F**2 / (R * 310) * 50 / 1000  # A/m² per mV
    np.testing.assert_allclose(ghk_current(1e-8, 1, V, 50, 50), conductance * V, rtol=1e-12, atol=1e-18)


def test_far_voltages_leave_the_flux_of_one_side():
    """At strong fields the current is the supply of one side times a linear field: rectification."""
    for V_m, side, c in ((2000.0, 1, 140.0), (-2000.0, -1, 5.0)):
        u = V_m / 1000 * F / (R * 310)
        assert ghk_current(V_m=V_m) == pytest.approx(side * 1e-8 * F * c * abs(u), rel=1e-12)


def test_efflux_and_influx_make_up_the_current_and_obey_ussing():
    """The ratio of the one-way fluxes is c_in/c_out exp(zFV/RT), Ussing's relation."""
    V = np.linspace(-90, 50, 15)
    for z, c_out, c_in in IONS:
        j = get("ghk_current")(z=z, V_m=V, c_out=c_out, c_in=c_in)
        np.testing.assert_allclose(j["j"], j["j_efflux"] + j["j_influx"], rtol=1e-9, atol=1e-16)
        ussing = c_in / c_out * np.exp(z * V / 1000 * F / (R * 310))
        np.testing.assert_allclose(-j["j_efflux"] / j["j_influx"], ussing, rtol=1e-10)


def test_the_ohmic_line_is_the_tangent_at_the_equilibrium_potential():
    for z, c_out, c_in in IONS:
        E = nernst_potential(c_out, c_in, z)
        j = get("ghk_current")(z=z, V_m=E + 1e-3, c_out=c_out, c_in=c_in)
        assert j["j_ohmic"] == pytest.approx(j["j"], rel=1e-3)


def test_current_is_proportional_to_permeability_and_may_be_zero():
    assert ghk_current(P=3e-8) == pytest.approx(3 * ghk_current(P=1e-8), rel=1e-14)
    assert ghk_current(P=0) == 0
    assert ghk_current(c_out=0, V_m=0) == pytest.approx(1e-8 * F * 140, rel=1e-14)


# -- bad values -------------------------------------------------------------------------------------------------


def test_no_permeability_at_all():
    with pytest.raises(ModelValueError, match="at least one ion that can cross: P_K, P_Na and P_Cl must not all be 0"):
        ghk_potential(P_K=0, P_Na=0, P_Cl=0)
    with pytest.raises(ModelValueError, match="a permeant ion must be present"):
        ghk_potential(P_K=1, P_Na=0, P_Cl=0, K_out=0)
    use_language("zh")
    with pytest.raises(ModelValueError, match="至少一种能跨膜的离子"):
        ghk_potential(P_K=0, P_Na=0, P_Cl=0)


@pytest.mark.parametrize(
    ("function", "values", "sentence"),
    [
        (ghk_potential, {"K_in": -1}, "K_in = −1 mM is not physically possible: it must be finite and at least 0"),
        (ghk_potential, {"P_Na": -0.1}, "P_Na = −0.1 is not physically possible"),
        (ghk_potential, {"T": 0}, "above 0 K"),
        (ghk_current, {"P": -1e-8}, "P = −1e−08 m/s is not physically possible"),
        (ghk_current, {"z": 0}, "z = 0 is not physically possible"),
        (ghk_current, {"V_m": float("nan")}, "V_m = nan mV is not physically possible"),
    ],
)
def test_bad_values(function, values, sentence):
    with pytest.raises(ModelValueError, match=sentence):
        function(**values)
