"""The pump-leak cell: its steady state, what it conserves, and what happens when the pump stops."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import simpson
from scipy.optimize import brentq, fsolve

from labsupport.constants import F, R
from labsupport.electrochemistry import pump_leak
from labsupport.modelling import ModelValueError, get
from labsupport.modelling.integrate import trajectory

pytestmark = pytest.mark.xdist_group("pump_leak")  # what its fixtures compute is computed once

THERMAL = 1000 * R * 310 / F  # mV
ALWAYS_ON = {"off_from": 480.0, "on_from": 480.0}
OFF = {"off_from": 0.0, "on_from": 480.0}
LAST_DIGIT = 5e-5


@pytest.fixture(scope="module")
def rest():
    return {k: float(v[-1]) for k, v in pump_leak(**ALWAYS_ON).items()}


@pytest.fixture(scope="module")
def stopped():
    return pump_leak(**OFF)


def steady_state(K_out=5.0, g_ratio=0.222, g_K=0.05, kcc2=0.0, g_Cl=0.05, impermeant_amount=138.5222008, z_X=-1.0):
    """Concentrations and volume at which every net flux is 0, found without time: 5 equations, 5 unknowns."""

    def residuals(unknowns):
        Na, K, Cl, X, V = unknowns
        E_Na = THERMAL * np.log((150 - K_out) / Na)
        E_K = THERMAL * np.log(K_out / K)
        E_Cl = -THERMAL * np.log(150 / Cl)
        pump = 5 * (Na / (Na + 10)) ** 3 * (K_out / (K_out + 1.5)) ** 2
        cotransport = kcc2 * (E_Cl - E_K)
        return [
            g_ratio * g_K * (V - E_Na) + 3 * pump,
            g_K * (V - E_K) - 2 * pump + cotransport,
            g_Cl * (V - E_Cl) - cotransport,
            Na + K - Cl + z_X * X,
            Na + K + Cl + X - 300,
        ]

    Na, K, Cl, X, V = fsolve(residuals, [12.0, 137.0, 11.0, 138.0, -69.0], xtol=1e-13)
    return {"Na_in": Na, "K_in": K, "Cl_in": Cl, "X_in": X, "V_m": V, "volume": impermeant_amount / X}


# -- the steady state ---------------------------------------------------------------------------------------------


def test_the_default_cell_rests_near_minus_seventy_with_a_stable_volume(rest):
    run = pump_leak(**ALWAYS_ON)
    for name in ("V_m", "volume", "Na_in", "K_in", "Cl_in"):
        assert np.ptp(run[name]) < 1e-4, name
    for name, value in {"V_m": -68.66, "Na_in": 12.32, "K_in": 137.68, "Cl_in": 11.48, "volume": 1.0}.items():
        assert rest[name] == pytest.approx(value, abs=0.005), name
    assert rest["E_Na"] == pytest.approx(65.86, abs=0.005)
    assert rest["E_K"] == pytest.approx(-88.57, abs=0.005)


@pytest.mark.parametrize(
    "changes", [{}, {"kcc2": 20.0}, {"K_out": 8.0}, {"g_ratio": 0.4}, {"kcc2": 40.0, "K_out": 3.5}]
)
def test_it_agrees_with_a_root_find(changes):
    found = steady_state(**({k: v / 1000 if k == "kcc2" else v for k, v in changes.items()}))
    run = {k: v[-1] for k, v in pump_leak(radius=8, **ALWAYS_ON, **changes).items()}
    for name, value in found.items():
        assert run[name] == pytest.approx(value, rel=1e-3, abs=0.01), name


def test_leaks_balance_the_pump_three_to_two(rest):
    assert rest["I_Na"] / rest["I_pump"] == pytest.approx(-3, rel=1e-5)
    assert rest["I_K"] / rest["I_pump"] == pytest.approx(2, rel=1e-4)
    assert rest["I_Cl"] == pytest.approx(0, abs=1e-5)
    assert rest["I_Na"] + rest["I_K"] + rest["I_Cl"] + rest["I_pump"] == pytest.approx(0, abs=1e-12)


def test_no_ion_that_leaks_is_at_equilibrium_and_chloride_is(rest):
    assert rest["E_K"] < rest["V_m"] < rest["E_Na"]
    assert rest["E_Cl"] == pytest.approx(rest["V_m"], abs=1e-3)


def test_the_donnan_product_is_twice_the_outside_without_kcc2_and_near_it_with(rest):
    expected = np.exp((rest["E_Cl"] - rest["E_K"]) / THERMAL)
    assert rest["product_ratio"] == pytest.approx(expected, rel=1e-10)
    assert rest["product_ratio"] == pytest.approx(2.11, abs=0.01)
    with_kcc2 = pump_leak(kcc2=40, g_Cl=5, **ALWAYS_ON)
    assert 1 < with_kcc2["product_ratio"][-1] < 1.15
    assert with_kcc2["E_Cl"][-1] < with_kcc2["V_m"][-1]


def test_numbers_of_the_three_potentials():
    assert np.exp(20 / THERMAL) == pytest.approx(2.1142, abs=LAST_DIGIT)
    assert np.exp(5 / THERMAL) == pytest.approx(1.20583, abs=5e-6)
    conductances = 1.5 * (-70 + 90) / (65 + 70)
    assert conductances == pytest.approx(0.222222, abs=5e-7)


# -- what is conserved ----------------------------------------------------------------------------------------------

EVENTFUL = {"off_from": 60.0, "on_from": 200.0, "kcc2": 15.0, "g_ratio": 0.3, "z_X": -1.3}


def states(**values):
    model = get("pump_leak")
    p = model.values(**values)
    times, (Na, K, Cl) = trajectory(model, p, ())
    X = float((300 - 2 * 11.4777992) / (1 - values["z_X"]))
    return times, Na, K, Cl, X


def test_the_cell_stays_electroneutral():
    _, Na, K, Cl, X = states(**EVENTFUL)
    np.testing.assert_allclose(Na + K - Cl + EVENTFUL["z_X"] * X, 0, atol=1e-9)


def test_water_keeps_the_osmolarity_of_the_outside():
    run = pump_leak(**EVENTFUL)
    np.testing.assert_allclose(run["Na_in"] + run["K_in"] + run["Cl_in"] + run["X_in"], 300, rtol=1e-12)


def test_what_enters_and_leaves_is_what_changes():
    """Each amount changes by the integral of its fluxes, taken here by an independent rule."""
    quiet = {"off_from": 0.0, "on_from": 480.0, "z_X": -1.0}
    times, Na, K, Cl, _ = states(**quiet)
    run = pump_leak(**quiet)
    per_minute = 0.01 / 1e-5 * 3 * 60 / F  # µA/cm² on a sphere of 10 µm radius, in mM per minute
    late = times >= 5  # after the quick beginning, where a sample a minute resolves the currents
    for amount, flux in (
        (Na, -(run["I_Na"] + 3 * run["I_pump"])),
        (K, -(run["I_K"] - 2 * run["I_pump"] + run["J_KCC2"])),
        (Cl, run["I_Cl"] - run["J_KCC2"]),
    ):
        moved = per_minute * simpson(flux[late], x=times[late])
        assert amount[-1] - amount[late][0] == pytest.approx(moved, rel=1e-5)


# -- pump off -------------------------------------------------------------------------------------------------------


def test_the_course_after_the_pump_stops(stopped):
    minutes = [10, 30, 60, 120, 180, 360]
    np.testing.assert_allclose(stopped["V_m"][minutes], [-62.8, -58.5, -48.8, -30.2, -22.1, -14.4], atol=0.06)
    np.testing.assert_allclose(stopped["volume"][minutes], [1.015, 1.032, 1.077, 1.252, 1.451, 1.902], atol=1e-3)
    np.testing.assert_allclose(stopped["Na_in"][minutes[:4]], [35.1, 69.8, 105.6, 133.6], atol=0.06)


def test_the_voltage_does_not_drop_to_zero_at_once(stopped, rest):
    first = stopped["V_m"][1] - rest["V_m"]
    assert first == pytest.approx(-rest["direct"], abs=0.15)  # the pump's direct share, some 4.5 mV
    assert 4 < first < 5


def test_then_it_swells_and_depolarises_without_end(stopped):
    late = stopped["t"] >= 20
    assert np.all(np.diff(stopped["volume"][late]) > 0)
    assert np.all(np.diff(stopped["V_m"][late]) > 0)
    assert stopped["product_ratio"][-1] < 1.1  # and drifts to the Donnan state


def test_the_cell_recovers_when_the_pump_runs_again(rest):
    run = pump_leak(off_from=20.0, on_from=40.0)
    assert run["V_m"].min() == pytest.approx(-77, abs=0.5)  # more negative than rest: the pump is fast now
    assert run["volume"].min() == pytest.approx(0.987, abs=1e-3)
    assert run["V_m"][-1] == pytest.approx(rest["V_m"], abs=0.01)
    assert run["volume"][-1] == pytest.approx(1, abs=1e-3)


def test_the_switch_is_exact():
    run = pump_leak(off_from=30.0, on_from=100.0)
    running = run["I_pump"] > 0
    np.testing.assert_array_equal(running, (run["t"] <= 30) | (run["t"] > 100))


def test_a_weaker_pump_holds_longer_than_one_might_think():
    """Half the pump: sodium rises until it runs as fast as before, and the voltage hardly changes."""
    half = pump_leak(pump_rate=0.5, radius=8, **ALWAYS_ON)
    assert half["Na_in"][-1] == pytest.approx(20.5, abs=0.1)
    assert half["V_m"][-1] == pytest.approx(-69.0, abs=0.1)
    assert half["volume"][-1] == pytest.approx(0.999, abs=1e-3)


# -- closed form with a constant pump ------------------------------------------------------------------------------

CONSTANT = {"g_ratio": 2 / 9, "K_out": 5}


@pytest.mark.parametrize(
    ("p", "alpha", "V", "E_K", "E_Na", "work", "X", "volume"),
    [
        (0.5, 0.785431, -6.45196, -7.45196, 0.29804, 2.1468, 32.1853, 4.3033),
        (1, 0.619105, -12.8087, -14.8087, 0.691272, 4.2936, 57.1343, 2.42417),
        (2, 0.390544, -25.1167, -29.1167, 1.88335, 8.58719, 91.4184, 1.51504),
        (5, 0.125719, -55.3964, -65.3964, 12.1036, 21.468, 131.142, 1.05613),
        (10, 0.076647, -68.6154, -88.6154, 66.3846, 42.936, 138.503, 1.0),
        (15, 0.102964, -60.7304, -90.7304, 141.77, 64.404, 134.555, 1.02934),
    ],
)
def test_closed_form(p, alpha, V, E_K, E_Na, work, X, volume):
    cell = get("pump_leak_steady")(pump_rate=p, **CONSTANT)
    expected = {"alpha": alpha, "V_m": V, "E_K": E_K, "E_Na": E_Na, "pump_work": work, "X_in": X, "volume": volume}
    for name, value in expected.items():
        assert cell[name] == pytest.approx(value, rel=1e-5), name


def test_closed_form_of_a_pump_current_of_a_third_of_a_microampere():
    """0.3 µA/cm² over a K+ leak of 0.05 mS/cm²; the same state reached by simulating in time is -61.8604 mV."""
    cell = get("pump_leak_steady")(pump_rate=0.3 / 0.05, g_ratio=0.0111 / 0.05)
    assert cell["V_m"] == pytest.approx(-61.8604, abs=LAST_DIGIT)


@pytest.mark.parametrize("z", [-2.0, -1.5, -1.0, -0.7, -0.3])
def test_closed_form_is_neutral_and_in_osmotic_balance_at_any_mean_charge(z):
    cell = get("pump_leak_steady")(pump_rate=np.linspace(0.25, 15, 40), z_X=z)
    np.testing.assert_allclose(cell["Na_in"] + cell["K_in"] - cell["Cl_in"] + z * cell["X_in"], 0, atol=1e-9)
    np.testing.assert_allclose(cell["Na_in"] + cell["K_in"] + cell["Cl_in"] + cell["X_in"], 300, rtol=1e-12)
    assert np.all(cell["X_in"] > 0)


def test_the_volume_is_smallest_just_below_the_working_point():
    model = get("pump_leak_steady")

    def slope(p):
        above, below = (model.evaluate("alpha", pump_rate=p + d, **CONSTANT) for d in (1e-4, -1e-4))
        return above - below

    assert brentq(slope, 5, 14) == pytest.approx(9.09, abs=0.005)
    fifty = brentq(lambda p: model.evaluate("pump_work", pump_rate=p, **CONSTANT) - 50, 5, 15)
    assert fifty == pytest.approx(11.6452, abs=LAST_DIGIT)


def test_a_published_neuron_with_kcc2_comes_out_as_published():
    """The default neuron of Düsterwald et al. (2018, eLife 7:e39575), whose authors integrate it in time.

    Published rest: Na+ 14.002, K+ 122.873, Cl- 5.165, impermeants 154.96 mM of mean charge -0.85, -72.59 mV, E_Cl
    -83.84 mV.  Conductances 2 (Na+), 7 (K+), 2 (Cl-) and 2 (KCC2) mS/dm²; the pump passes 0.1 A/dm² times
    ([Na+]in/145 mM)³; outside 145 mM Na+, 3.5 mM K+ and 119 mM Cl-, the rest impermeant anions; RT/F = 26.725 mV.
    They count the charge on the capacitance, 2e-4 F/dm² x 73 mV over a surface of 4e4 dm² a litre or 0.006 mM, which
    the closed form neglects.
    """
    pump = 0.1 * (14.001649 / 145) ** 3  # A/dm², at the published Na+ inside
    neuron = get("pump_leak_steady")(
        pump_rate=1000 * pump / 7e-3,
        g_ratio=2 / 7,
        K_out=3.5,
        z_X=-0.85,
        kcc2_ratio=2 / 7,
        g_Cl_ratio=2 / 7,
        cations_out=148.5,
        chloride_share=119 / 148.5,
        T=26.725e-3 * F / R,
    )
    for name, value in {"Na_in": 14.0016, "K_in": 122.8734, "Cl_in": 5.1648, "X_in": 154.9602}.items():
        assert neuron[name] == pytest.approx(value, abs=0.006), name
    for name, value in {"V_m": -72.588, "E_Cl": -83.843}.items():
        assert neuron[name] == pytest.approx(value, abs=0.002), name
    assert neuron["E_Cl"] < neuron["V_m"]  # KCC2 holds chloride below its passive level


def test_kcc2_pulls_chloride_away_from_the_voltage_by_its_share_of_the_way_to_potassium():
    cell = get("pump_leak_steady")(kcc2_ratio=0.3, g_Cl_ratio=0.6)
    assert (cell["V_m"] - cell["E_Cl"]) / (cell["V_m"] - cell["E_K"]) == pytest.approx(0.3 / 0.9, rel=1e-12)
    leak, cotransport = 0.6 * (cell["V_m"] - cell["E_Cl"]), 0.3 * (cell["E_Cl"] - cell["E_K"])
    assert leak == pytest.approx(cotransport, rel=1e-12)


def test_a_weak_pump_approaches_the_unbounded_passive_cell():
    cell = get("pump_leak_steady")(pump_rate=1e-6, **CONSTANT)
    assert abs(cell["V_m"]) < 1e-4
    assert cell["volume"] > 1e5


def test_bad_values():
    with pytest.raises(ModelValueError, match="no parameter called pump"):
        pump_leak(pump=0)
    with pytest.raises(ModelValueError, match="pump_rate = −1 is not physically possible"):
        pump_leak(pump_rate=-1)
