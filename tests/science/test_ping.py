"""The PING network, the pair of cells and the cycle in closed form: what they must do, and the published numbers."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from labsupport.modelling import ModelValueError, get
from labsupport.network import (
    PingNetwork,
    compare_pings,
    ping,
    ping_pair,
    ping_period,
    power_spectrum,
    rhythm,
    simulate_ping,
)
from labsupport.network.ping import BIN, interneuron_rates, pyramidal_rates

pytestmark = pytest.mark.xdist_group("ping")  # what its fixtures compute is computed once

# A frequency of one network with one wiring; another wiring moves it by a few per cent.
WIRING = 0.06


# -- cells ---------------------------------------------------------------------------------------------------------


def test_rates_are_finite_at_their_removable_singularities():
    for rates, points in ((pyramidal_rates, (-54, -27, -52)), (interneuron_rates, (-35, -34))):
        for V in points:
            at = np.array([V - 1e-7, V, V + 1e-7], float)
            for opening, closing in rates(at).values():
                for rate in (opening, closing):
                    assert np.all(rate > 0)
                    assert np.ptp(rate) < 1e-6 * rate[1]


def test_rates_at_chosen_voltages():
    """By hand, from the published formulas."""
    m, h, n = (pyramidal_rates(np.array(-64.0))[k] for k in "mhn")
    assert m[0] == pytest.approx(0.32 * (-10) / (1 - np.exp(2.5)))
    assert h[0] == pytest.approx(0.128 * np.exp(14 / 18))
    assert n[1] == pytest.approx(0.5 * np.exp(7 / 40))
    m, h, n = (interneuron_rates(np.array(-58.0))[k] for k in "mhn")
    assert m[1] == pytest.approx(4 * np.exp(-2 / 18))
    assert h[0] == pytest.approx(0.35)
    assert n[0] == pytest.approx(0.05 * (-24) / (1 - np.exp(2.4)))


def test_without_inhibition_pyramidal_cells_fire_at_their_own_rate():
    """54.25 Hz for 1.4 µA/cm² in an independent program."""
    run = simulate_ping(700, 0.05, g_IE=0, spread=0)
    assert run.mean_rate_E == pytest.approx(54.25, rel=0.03)


@pytest.fixture
def swapped(monkeypatch):
    """Puts another kind of channels into one kind of cells, for as long as a test lasts."""

    def forget():
        ping._followers.cache_clear()
        ping._table.cache_clear()

    def swap(name: str, rates) -> None:
        monkeypatch.setattr(ping, name, rates)
        forget()

    yield swap
    monkeypatch.undo()
    forget()


def upside_down(rates):
    """Channels whose gates open where others close: m is large at rest and small in a spike."""
    return lambda V: {gate: pair[::-1] for gate, pair in rates(V).items()}


@pytest.mark.parametrize("dt", [0.05, 0.1])
@pytest.mark.parametrize("kind", ["pyramidal", "interneuron"])
def test_a_cell_has_the_channels_of_its_own_kind(swapped, kind, dt):
    """At no voltage, on no upstroke, do the other kind's curves matter to cells that no synapse joins to it."""
    spikes, other, others_spikes = {
        "pyramidal": ("spikes_E", "interneuron_rates", "spikes_I"),
        "interneuron": ("spikes_I", "pyramidal_rates", "spikes_E"),
    }[kind]
    apart = {"g_IE": 0, "g_EI": 0, "I_I": 1.0, "N_E": 5, "N_I": 5}
    before = simulate_ping(300, dt, **apart)
    swapped(other, upside_down(getattr(ping, other)))
    after = simulate_ping(300, dt, **apart)
    assert len(getattr(before, spikes)[0]) > 20
    np.testing.assert_array_equal(getattr(after, spikes)[0], getattr(before, spikes)[0])
    assert not np.array_equal(getattr(after, others_spikes)[0], getattr(before, others_spikes)[0])


# -- the network ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def by_decay():
    return dict(zip((5, 10, 15, 30), compare_pings("tau_I", (5, 10, 15, 30), duration=900), strict=True))


def test_frequencies_of_the_default_network(by_decay):
    """54.4, 46.8, 39.2 and 33.8 Hz in an independent program with other wirings."""
    for tau, f in {5: 54.4, 10: 46.8, 15: 39.2, 30: 33.8}.items():
        assert by_decay[tau].frequency == pytest.approx(f, rel=WIRING)


def test_frequency_falls_with_the_decay_time_but_never_in_proportion(by_decay):
    f = {tau: run.frequency for tau, run in by_decay.items()}
    assert f[5] > f[10] > f[15] > f[30]
    assert f[5] < 1.3 * f[10]  # half the decay time, far from twice the frequency
    tau, period = np.array(list(f)), 1000 / np.array(list(f.values()))
    slope = np.polyfit(np.log(tau), np.log(1000 / period), 1)[0]
    assert -0.65 < slope < -0.13
    b, P_0 = np.polyfit(tau, period, 1)
    assert 0 < b < 1
    assert 9 < P_0 < 23


def test_coherence_is_lower_where_inhibition_is_slow(by_decay):
    assert by_decay[10].coherence > 0.95
    assert by_decay[30].coherence < by_decay[10].coherence - 0.1


@pytest.mark.parametrize(
    ("values", "f"),
    [
        ({"g_IE": 1, "I_E": 3, "tau_I": 10}, 46.5),
        ({"g_IE": 1, "I_E": 3, "tau_I": 15}, 35.7),
        ({"g_IE": 1, "tau_I": 10}, 30.5),
        ({"I_E": 0.5}, 25.0),
        ({"I_E": 4}, 102.5),
        ({"E_I": -80, "tau_I": 10}, 40.0),
        ({"g_EE": 0.05, "tau_I": 10}, 53.3),
    ],
)
def test_frequencies_under_other_conditions(values, f):
    assert simulate_ping(700, **values).frequency == pytest.approx(f, rel=WIRING)


def test_constant_inhibitory_charge_removes_the_dependence():
    for tau in (5.0, 10.0, 20.0):
        f = simulate_ping(700, tau_I=tau, g_IE=0.25 * 9 / tau).frequency
        assert 46 < f < 54


@pytest.fixture(scope="module")
def by_strength():
    strengths = (0.05, 0.25, 1.0, 2.0)
    runs = compare_pings("g_IE", strengths, duration=900, I_E=0, g_drive=0.018)
    return dict(zip(strengths, runs, strict=True))


def test_the_ratio_is_an_outcome_and_the_rhythm_outlives_small_ones(by_strength):
    """0.256 at 45.5 Hz, 0.091 at 31.2 Hz and 0.053 at 26.3 Hz in an independent program."""
    for strength, ratio, f in ((0.25, 0.256, 45.5), (1.0, 0.091, 31.2), (2.0, 0.053, 26.3)):
        run = by_strength[strength]
        assert run.coherence > 0.85
        assert run.ratio == pytest.approx(ratio, rel=0.15)
        assert run.frequency == pytest.approx(f, rel=WIRING)
        assert run.mean_rate_E > 10


def test_near_a_ratio_of_one_the_rhythm_is_weak(by_strength):
    run = by_strength[0.05]
    assert 0.9 < run.ratio < 1.4
    assert run.coherence < 0.6


def test_interneurons_alone_can_make_gamma():
    """ING: no excitatory conductance at all, so R = 0; 42.6 Hz in an independent program, all connected to all."""
    run = simulate_ping(700, I_E=-1, I_I=1.0, g_EI=0, g_II=0.1, N_E=5, N_I=100, tau_I=10)
    assert run.mean_rate_E == 0
    assert run.g_E == pytest.approx(0, abs=1e-9)
    assert run.ratio < 1e-6
    assert run.coherence > 0.9
    assert run.frequency == pytest.approx(42.6, rel=WIRING)


def test_strongly_driven_interneurons_silence_the_pyramidal_cells():
    alone, suppressed = (simulate_ping(500, I_E=0.7, I_I=drive, g_IE=0.5) for drive in (0.0, 2.0))
    assert alone.mean_rate_E > 10
    assert suppressed.mean_rate_E < 1


def test_the_same_seed_gives_the_same_run_and_another_one_another():
    runs = [simulate_ping(300, seed=s) for s in (1, 1, 2)]
    assert np.array_equal(runs[0].spikes_E[0], runs[1].spikes_E[0])
    assert not np.array_equal(runs[0].spikes_E[0], runs[2].spikes_E[0])


def test_side_by_side_is_one_by_one():
    together = compare_pings("tau_I", (8.0, 12.0), duration=300)
    for tau, run in zip((8.0, 12.0), together, strict=True):
        alone = simulate_ping(300, tau_I=tau)
        assert len(run.spikes_E[0]) == len(alone.spikes_E[0])
        np.testing.assert_allclose(run.spikes_E[0], alone.spikes_E[0], atol=1e-9)


def test_a_field_given_as_a_sequence_varies_along():
    together = compare_pings("tau_I", (5.0, 20.0), duration=300, g_IE=(0.45, 0.1125))
    for tau, run in zip((5.0, 20.0), together, strict=True):
        alone = simulate_ping(300, tau_I=tau, g_IE=0.25 * 9 / tau)
        np.testing.assert_allclose(run.spikes_E[0], alone.spikes_E[0], atol=1e-9)
    with pytest.raises(ModelValueError, match="wrong number of values"):
        compare_pings("tau_I", (5, 10), g_IE=(0.1, 0.2, 0.3))


def test_halving_the_step_moves_the_frequency_by_little():
    coarse, fine = (simulate_ping(700, dt, tau_I=10) for dt in (0.05, 0.025))
    assert coarse.frequency == pytest.approx(fine.frequency, rel=0.01)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"tau_I": 0}, "tau_I must be above 0"),
        ({"g_IE": -1}, "g_IE cannot be negative"),
        ({"I_E": float("nan")}, "I_E is not a number"),
    ],
)
def test_impossible_networks_are_refused(values, words):
    with pytest.raises(ModelValueError, match=words):
        PingNetwork(**values)


def test_impossible_runs_are_refused():
    with pytest.raises(ModelValueError, match="longer than 200 ms"):
        simulate_ping(100)
    with pytest.raises(ModelValueError, match=r"at most 0\.1 ms"):
        simulate_ping(dt=0.2)
    with pytest.raises(ModelValueError, match="no parameter N_E"):
        compare_pings("N_E", (10, 20))


def test_the_network_needs_no_matplotlib_until_a_picture_is_drawn():
    code = "import sys, labsupport.network as n; n.simulate_ping(201); sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


# -- measuring a rhythm --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("f", [20.0, 40.0, 73.0])
def test_rhythm_of_a_cosine(f):
    t = np.arange(0, 1000, BIN)
    found, coherence = rhythm(50 + 40 * np.cos(2 * np.pi * f * t / 1000))
    assert found == pytest.approx(f, rel=2e-3)
    assert coherence > 0.99


def test_noise_has_no_coherence_and_silence_no_rhythm():
    rng = np.random.default_rng(3)
    assert rhythm(rng.poisson(2, 4000))[1] < 0.4
    f, coherence = rhythm(np.zeros(2000))
    assert np.isnan(f)
    assert coherence == 0


def test_spectrum_peaks_at_the_frequency():
    t = np.arange(0, 2000, BIN)
    frequency, power = power_spectrum(50 + 40 * np.cos(2 * np.pi * 41 * t / 1000))
    assert frequency[power.argmax()] == pytest.approx(41, abs=1)


# -- the pair ------------------------------------------------------------------------------------------------------


def last(**values):
    return {k: float(v[..., -1]) for k, v in ping_pair(**values).items()}


def spikes(run) -> np.ndarray:
    """Times of the pyramidal cell's spikes, read off the voltage where it passes −20 mV upwards."""
    V, t = run["V_E"], run["t"]
    up = np.flatnonzero((V[:-1] < -20) & (V[1:] >= -20))
    return t[up] + (-20 - V[up]) / (V[up + 1] - V[up]) * (t[1] - t[0])


@pytest.mark.parametrize("values", [{}, {"tau_I": 20}, {"g_IE": 1, "g_drive": 0.015}, {"g_drive": 0.05, "tau_I": 4}])
def test_the_measured_period_is_that_of_the_voltage(values):
    run = ping_pair(**values)
    at = spikes(run)
    assert run["period"][-1] == pytest.approx((at[3] - at[1]) / 2, abs=0.2)  # samples are 0.5 ms apart
    assert run["frequency"][-1] == pytest.approx(1000 / run["period"][-1])


def test_every_setting_of_the_sliders_has_four_spikes():
    model = get("ping_pair")
    corners = np.array(np.meshgrid(*[(p.minimum, p.default, p.maximum) for p in model.parameters])).reshape(4, -1)
    run = model.integrate(**dict(zip([p.name for p in model.parameters], corners, strict=True)))
    # The clock stops at the fourth spike: nothing changes in the last 20 ms.
    assert np.ptp(run["period"][:, -40:], axis=-1).max() < 1e-3
    assert np.all((run["frequency"][:, -1] > 8) & (run["frequency"][:, -1] < 110))


def test_the_pair_obeys_the_same_rules_as_the_network():
    f = {tau: last(tau_I=tau)["frequency"] for tau in (5, 10, 20)}
    assert f[5] > f[10] > f[20]
    assert f[5] < 1.4 * f[10]
    assert last(g_drive=0.04)["frequency"] > 1.5 * last(g_drive=0.015)["frequency"]
    strong, weak = last(g_IE=1), last(g_IE=0.1)
    assert strong["ratio"] < 0.1 < 0.4 < weak["ratio"]
    assert strong["frequency"] < weak["frequency"]


def test_the_ratio_of_the_pair_is_that_of_its_means():
    run = ping_pair()
    at = spikes(run)
    inside = (run["t"] >= at[1]) & (run["t"] < at[3])
    assert run["ratio"][-1] == pytest.approx(0.02 / run["g_I"][inside].mean(), rel=0.01)


def test_period_is_nearly_a_line_in_the_decay_time():
    tau = np.arange(5, 31, 5.0)
    period = ping_pair(tau_I=tau)["period"][:, -1]
    b, P_0 = np.polyfit(tau, period, 1)
    assert np.abs(period - (P_0 + b * tau)).max() < 0.5
    assert 0.9 < b < 1.3
    assert 14 < P_0 < 20


# -- one cycle -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tau", "f"), [(5, 90.5), (10, 52.3714), (15, 36.8439), (30, 19.4996)])
def test_cycle_in_closed_form(tau, f):
    assert 1000 / ping_period(tau_I=tau) == pytest.approx(f, rel=5e-4 if tau == 5 else 1e-5)


def test_limits_of_the_cycle():
    assert ping_period(tau_I=1e-9) == pytest.approx(3)
    slope = (ping_period(tau_I=1000) - ping_period(tau_I=999)) / 1
    assert slope == pytest.approx(np.log(5))
    # More drive, weaker volleys and a less negative reversal shorten it.
    assert ping_period(drive=5) < ping_period() < ping_period(drive=3)
    assert ping_period(g_0=0.4) < ping_period() < ping_period(g_0=1)
    assert ping_period(E_I=-80) > ping_period() > ping_period(E_I=-70)


def test_a_cell_below_threshold_never_fires():
    """Below g_L (V_th - E_L) = 1.5 µA/cm² there is no period, and a volley weaker than g* holds nothing back."""
    assert np.isnan(ping_period(drive=1.4))
    assert np.isnan(ping_period(drive=1.5))
    assert np.isfinite(ping_period(drive=1.6))
    assert np.isnan(ping_period(g_0=0.05))


def test_voltage_of_the_cycle_reaches_threshold_at_the_period():
    model = get("ping_cycle")
    P = ping_period()
    late = model(moment=P - 1e-9)
    assert late["V_now"] == pytest.approx(-50, abs=1e-6)
    assert late["g_now"] == pytest.approx(0.1, abs=1e-8)
    just = model(moment=3 + 1e-9)
    assert just["g_now"] == pytest.approx(0.5, rel=1e-6)
    assert just["V_now"] == pytest.approx((4 - 6.5 - 37.5) / 0.6, rel=1e-6)
    again = model(moment=np.array([5.0, 5.0 + 2 * P]))
    assert again["V_now"][0] == pytest.approx(again["V_now"][1])
