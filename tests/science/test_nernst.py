"""The Nernst equation: limits, signs, numbers, and how few ions make the voltage."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.constants import F, R, avogadro, elementary_charge
from labsupport.electrochemistry import nernst_potential
from labsupport.i18n import use_language
from labsupport.modelling import ModelValueError, get

RNG = np.random.default_rng(3)
C_OUT, C_IN = np.exp(RNG.uniform(np.log(1e-4), np.log(200), (2, 500)))
TEMPERATURE = RNG.uniform(273, 320, 500)
LAST_DIGIT = 5e-5  # numbers below are printed with four decimals


@pytest.fixture(autouse=True)
def in_english():
    use_language("en")


# -- numbers of the book ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "millivolts"),
    [
        ({"c_out": 5, "c_in": 140}, -89.0156),
        ({"c_out": 145, "c_in": 15}, 60.6050),
        ({"c_out": 150, "c_in": 12, "T": 309}, 67.2540),
        ({"c_out": 150, "c_in": 12}, 67.4716),
        ({"c_out": 10, "c_in": 1, "z": 1}, 61.5106),
        ({"c_out": 10, "c_in": 1, "z": 1, "T": 310.15}, 61.5404),
        ({"c_out": 10, "c_in": 1, "z": 1, "T": 293.15}, 58.1672),
        ({"c_out": 10, "c_in": 1, "z": 2}, 30.7553),
        ({"c_out": 10, "c_in": 1, "z": -1}, -61.5106),
        ({"c_out": 2, "c_in": 1e-4, "z": 2}, 132.2796),
        ({"c_out": 5, "c_in": 140, "T": 300}, -86.1442),
    ],
)
def test_numbers(values, millivolts):
    assert nernst_potential(**values) == pytest.approx(millivolts, abs=LAST_DIGIT)


def test_the_defaults_are_potassium_at_body_temperature():
    assert nernst_potential() == nernst_potential(c_out=5, c_in=140, z=1, T=310)


def test_the_thermal_voltage_at_310_kelvin():
    assert get("nernst").evaluate("thermal_voltage", T=310) == pytest.approx(26.7137, abs=LAST_DIGIT)
    assert get("nernst").evaluate("decade", T=310, z=1) == pytest.approx(61.5106, abs=LAST_DIGIT)


# -- limits, signs, symmetry ----------------------------------------------------------------------------------


def test_equal_concentrations_give_exactly_zero():
    assert nernst_potential(c_out=37.5, c_in=37.5, z=[-2, -1, 1, 2]).tolist() == [0, 0, 0, 0]


def test_sign_is_inside_minus_outside():
    assert nernst_potential(c_out=1, c_in=100, z=1) < 0 < nernst_potential(c_out=100, c_in=1, z=1)


def test_exchanging_the_sides_reverses_the_sign():
    there, back = nernst_potential(C_OUT, C_IN, 1, TEMPERATURE), nernst_potential(C_IN, C_OUT, 1, TEMPERATURE)
    np.testing.assert_allclose(there, -back, rtol=1e-12, atol=1e-12)


def test_twice_the_charge_needs_half_the_voltage():
    np.testing.assert_allclose(nernst_potential(C_OUT, C_IN, 2), nernst_potential(C_OUT, C_IN, 1) / 2, rtol=1e-14)


def test_an_anion_has_the_opposite_sign():
    np.testing.assert_allclose(nernst_potential(C_OUT, C_IN, -1), -nernst_potential(C_OUT, C_IN, 1), rtol=1e-14)


def test_only_the_ratio_of_concentrations_matters():
    np.testing.assert_allclose(
        nernst_potential(C_OUT * 7.3, C_IN * 7.3), nernst_potential(C_OUT, C_IN), rtol=1e-10, atol=1e-12
    )


def test_tenfold_ratios_are_one_decade_apart():
    decade = get("nernst").evaluate("decade", T=TEMPERATURE)
    steps = nernst_potential(10 * C_OUT, C_IN, 1, TEMPERATURE) - nernst_potential(C_OUT, C_IN, 1, TEMPERATURE)
    np.testing.assert_allclose(steps, decade, rtol=1e-11)


def test_the_potential_is_proportional_to_absolute_temperature():
    E = nernst_potential(C_OUT, C_IN, 1, TEMPERATURE)
    np.testing.assert_allclose(E / TEMPERATURE, nernst_potential(C_OUT, C_IN, 1, 310) / 310, rtol=1e-12)
    # dE/dT = E/T: the slope by a small step equals the output, to the step's rounding.
    slope = (nernst_potential(C_OUT, C_IN, 1, TEMPERATURE + 1e-3) - E) / 1e-3
    expected = get("nernst").evaluate("dE_dT", c_out=C_OUT, c_in=C_IN, T=TEMPERATURE)
    np.testing.assert_allclose(slope, expected, rtol=1e-6, atol=1e-9)


def test_electrochemical_potentials_are_equal_on_both_sides_at_the_nernst_potential():
    for z in (-2, -1, 1, 2):
        E = nernst_potential(C_OUT, C_IN, z, TEMPERATURE) / 1000  # V
        inside = R * TEMPERATURE * np.log(C_IN) + z * F * E
        outside = R * TEMPERATURE * np.log(C_OUT)
        np.testing.assert_allclose(inside, outside, atol=1e-8)  # J/mol, of some 10^4


def test_the_ladder_of_a_typical_cell():
    rungs = get("gradient_ladder")()
    assert rungs["E_K"] < rungs["E_Cl"] < 0 < rungs["E_Na"] < rungs["E_Ca"]
    for ion, z, c_out, c_in in [("K", 1, 5, 140), ("Na", 1, 145, 15), ("Cl", -1, 150, 10), ("Ca", 2, 2, 1e-4)]:
        assert rungs[f"E_{ion}"] == pytest.approx(nernst_potential(c_out, c_in, z), rel=1e-12)


# -- bad values -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        ({"c_out": -5}, "c_out = −5 mM is not physically possible: it must be finite and greater than 0.", "大于 0"),
        ({"c_in": 0}, "c_in = 0 mM is not physically possible: it must be finite and greater than 0.", "大于 0"),
        ({"z": 0}, "z = 0 is not physically possible: it must be a finite number other than 0.", "不等于 0"),
        ({"T": -10}, "T = −10 K is not physically possible: it must be an absolute temperature above 0 K", "高于 0 K"),
        ({"c_out": float("nan")}, "c_out = nan mM is not physically possible", "c_out = nan mM"),
        ({"c_out": "5 mM"}, "c_out must be a number or an array of numbers, not '5 mM'", "必须是一个数"),
    ],
)
def test_bad_values(values, english, chinese):
    with pytest.raises(ModelValueError) as refusal:
        nernst_potential(**values)
    assert english in str(refusal.value)
    use_language("zh")
    with pytest.raises(ModelValueError) as refusal:
        nernst_potential(**values)
    assert chinese in str(refusal.value)


# -- charge separation ------------------------------------------------------------------------------------------

SPHERE = {"c_out": 5.0, "c_in": 140.0, "z": 1, "P": 10.0, "radius": 10.0, "C_m": 1.0, "T": 310.0}


def settled(**values) -> dict[str, float]:
    """The end of the slowest run the lab allows: a permeable membrane, many time constants."""
    run = get("charge_separation").integrate(**(SPHERE | {"P": 20.0, "C_m": 0.5} | values))
    return {k: float(v[-1]) for k, v in run.items()}


def test_two_in_a_hundred_thousand_potassium_ions_make_the_resting_voltage():
    # 6 981 770 ions, 1.977e-5 of the potassium inside, for 89.0156 mV; the run ends within 0.2 % of that voltage.
    run = get("charge_separation").integrate(**SPHERE)
    assert run["ions_left"][-1] == pytest.approx(6_981_770, rel=2e-3)
    assert run["fraction"][-1] == pytest.approx(1.97696e-5, rel=2e-3)
    per_millivolt = run["ions_left"][-1] / -run["V_m"][-1]
    assert per_millivolt == pytest.approx(6_981_770 / 89.0156, rel=1e-5)


@pytest.mark.parametrize("z", [-2, -1, 1, 2])
@pytest.mark.parametrize(("c_out", "c_in"), [(5, 140), (140, 5), (60, 60)])
def test_the_voltage_settles_at_the_nernst_potential_of_the_moment(z, c_out, c_in):
    end = settled(z=z, c_out=c_out, c_in=c_in)
    assert end["V_m"] == pytest.approx(end["E"], abs=0.01 + 1e-3 * abs(end["E"]))
    assert end["V_m"] == pytest.approx(nernst_potential(c_out, c_in, z), abs=0.05 + 1e-3 * abs(end["E"]))


def test_without_permeability_there_is_no_voltage():
    run = get("charge_separation").integrate(**(SPHERE | {"P": 0}))
    assert not run["V_m"].any()
    assert not run["ions_left"].any()
    assert np.isinf(run["tau"]).all()


def test_permeability_sets_the_speed_and_not_the_voltage():
    slow, fast = (get("charge_separation").integrate(**(SPHERE | {"P": P, "C_m": 0.5})) for P in (5.0, 20.0))
    halfway = -44.5
    ratio = np.interp(-halfway, -slow["V_m"], slow["t"]) / np.interp(-halfway, -fast["V_m"], fast["t"])
    assert ratio == pytest.approx(4, rel=1e-3)
    assert settled(P=20.0)["V_m"] == pytest.approx(settled(P=15.0)["V_m"], abs=0.01)


def test_the_first_ions_move_down_their_gradient():
    for z in (-1, 1):
        run = get("charge_separation").integrate(**(SPHERE | {"z": z}))
        assert run["ions_left"][1] > 0  # more inside than outside: they leave, whatever their charge
        assert np.sign(run["V_m"][1]) == -z  # and the inside keeps the opposite charge


def test_the_approach_is_exponential_at_the_end_with_the_time_constant_shown():
    run = get("charge_separation").integrate(**(SPHERE | {"P": 20.0}))
    late = run["t"] > 50
    rate = -np.polyfit(run["t"][late], np.log(np.abs(run["DF"][late])), 1)[0]
    assert 1 / rate == pytest.approx(run["tau"][-1], rel=1e-3)


@pytest.mark.parametrize("z", [-2, -1, 1, 2])
@pytest.mark.parametrize("radius", [0.1, 1.0, 50.0])
def test_charge_and_ions_are_conserved(z, radius):
    run = get("charge_separation").integrate(**(SPHERE | {"z": z, "radius": radius}))
    carried = -z * elementary_charge * run["ions_left"] * 1e12  # pC left behind on the inside
    np.testing.assert_allclose(run["charge"], carried, rtol=1e-9, atol=1e-20)
    volume = 4 / 3 * np.pi * (radius * 1e-5) ** 3  # dm³
    inside = run["c_inside"] * 1e-3 * volume * avogadro + run["ions_left"]
    np.testing.assert_allclose(inside, inside[0], rtol=1e-12)


def test_in_a_small_cell_a_larger_share_must_move():
    """The share goes as surface over volume: ten times smaller, ten times larger."""
    shares = [get("charge_separation").integrate(**(SPHERE | {"radius": r}))["fraction"][-1] for r in (1.0, 10.0)]
    assert shares[0] / shares[1] == pytest.approx(10, rel=1e-3)


def test_scipy_and_page_agree_on_the_default_run():
    page, exact = get("charge_separation").integrate(), get("charge_separation").solve()
    np.testing.assert_allclose(page["V_m"], exact["V_m"], atol=1e-6)
