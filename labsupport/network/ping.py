"""A spiking network of pyramidal cells and interneurons that makes a gamma rhythm: PING.

Pyramidal cells are the reduced Traub-Miles model, interneurons that of Wang and Buzsáki, as in Börgers's textbook
[Borgers2017, WangBuzsaki1996]; synapses are conductances whose gates open while the presynaptic cell spikes.
Everything is per area of membrane: µA/cm², mS/cm², µF/cm²; mV and ms.

The equations of all cells, and of several networks at once, run side by side in NumPy.  Gating functions of the
voltage are tabulated once.  Gates live half a step from voltages, so both are followed to second order by formulas
that are exact for what is linear in them [HinesCarnevale1997].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

import numpy as np

from labsupport.i18n import Text
from labsupport.modelling.errors import ModelValueError

E_EXC = 0.0  # mV, reversal of excitation
TAU_E = 3.0  # ms, decay of excitation
RISE_E, RISE_I = 0.1, 0.3  # ms, while the presynaptic cell spikes
CONNECTED = 0.5  # probability of each connection
SPIKE = -20.0  # mV: an upward crossing is a spike
DRIVE_EVENTS = 1.0  # excitatory events per ms and cell, where the drive is a conductance
BIN = 0.5  # ms, of rates
SMOOTHING = 1.5  # ms, standard deviation, of the rate whose rhythm is measured
SETTLING = 200.0  # ms left out of every measurement

# Sodium, potassium and leak: conductances (mS/cm²) and reversal potentials (mV).
PYRAMIDAL = {"g_Na": 100.0, "g_K": 80.0, "g_L": 0.1, "E_Na": 50.0, "E_K": -100.0, "E_L": -67.0}
INTERNEURON = {"g_Na": 35.0, "g_K": 9.0, "g_L": 0.1, "E_Na": 55.0, "E_K": -90.0, "E_L": -65.0}


def _rising(u: np.ndarray) -> np.ndarray:
    """u/(1 - exp(-u)), 1 at 0."""
    near = np.abs(u) < 1e-6
    return np.where(near, 1 + u / 2, u / -np.expm1(-np.where(near, 1.0, u)))


def pyramidal_rates(V: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Opening and closing rates (per ms) of m, h and n of the reduced Traub-Miles cell [Borgers2017]."""
    return {
        "m": (0.32 * 4 * _rising((V + 54) / 4), 0.28 * 5 * _rising(-(V + 27) / 5)),
        "h": (0.128 * np.exp(-(V + 50) / 18), 4 / (1 + np.exp(-(V + 27) / 5))),
        "n": (0.032 * 5 * _rising((V + 52) / 5), 0.5 * np.exp(-(V + 57) / 40)),
    }


def interneuron_rates(V: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Opening and closing rates (per ms) of m, h and n of the interneuron [WangBuzsaki1996], its phi of 5 included."""
    return {
        "m": (0.1 * 10 * _rising((V + 35) / 10), 4 * np.exp(-(V + 60) / 18)),
        "h": (5 * 0.07 * np.exp(-(V + 58) / 20), 5 / (np.exp(-0.1 * (V + 28)) + 1)),
        "n": (5 * 0.01 * 10 * _rising((V + 34) / 10), 5 * 0.125 * np.exp(-(V + 44) / 80)),
    }


@dataclass(frozen=True)
class PingNetwork:
    """What a network is made of; every field may be given to `simulate_ping`.

    Parameters
    ----------
    tau_I : float
        Decay time constant of inhibition in ms.
    I_E, I_I : float
        Constant drive of pyramidal cells and interneurons in µA/cm².
    g_IE, g_EI, g_II, g_EE : float
        Total conductance in mS/cm² that all presynaptic cells together can open: from interneurons to pyramidal cells
        (``g_IE``), from pyramidal cells to interneurons (``g_EI``), and within each kind.
    E_I : float
        Reversal potential of inhibition in mV.
    spread : float
        Standard deviation of the drive among pyramidal cells, as a share of its mean.
    g_drive : float
        Mean excitatory conductance in mS/cm² from Poisson input, one event per ms and cell; replaces nothing, so put
        ``I_E`` to 0 with it.
    N_E, N_I : int
        Numbers of cells.
    """

    tau_I: float = 9.0
    I_E: float = 1.4
    I_I: float = 0.0
    g_IE: float = 0.25
    g_EI: float = 0.25
    g_II: float = 0.25
    g_EE: float = 0.0
    E_I: float = -75.0
    spread: float = 0.05
    g_drive: float = 0.0
    N_E: int = 80
    N_I: int = 20

    def __post_init__(self) -> None:
        for f in fields(self):
            value = getattr(self, f.name)
            if not np.isfinite(value):
                raise ModelValueError(Text(zh=f"{f.name} 不是数：{value}。", en=f"{f.name} is not a number: {value}."))
        for name in ("g_IE", "g_EI", "g_II", "g_EE", "g_drive", "spread"):
            if getattr(self, name) < 0:
                raise ModelValueError(Text(zh=f"{name} 不能为负。", en=f"{name} cannot be negative."))
        for name in ("tau_I", "N_E", "N_I"):
            if getattr(self, name) <= 0:
                raise ModelValueError(Text(zh=f"{name} 必须大于 0。", en=f"{name} must be above 0."))


@dataclass(frozen=True, eq=False)
class PingRun:
    """What a network did.

    Attributes
    ----------
    network : PingNetwork
    duration : float
        Length of the run in ms.
    t : ndarray
        Middle of each bin of the rates, in ms.
    rate_E, rate_I : ndarray
        Spikes per cell and second in each bin.
    spikes_E, spikes_I : tuple of ndarray
        Times (ms) and numbers of the cells that spiked then.
    g_E, g_I : float
        Mean excitatory and inhibitory conductance of a pyramidal cell after the settling time, in mS/cm².
    """

    network: PingNetwork
    duration: float
    t: np.ndarray
    rate_E: np.ndarray
    rate_I: np.ndarray
    spikes_E: tuple[np.ndarray, np.ndarray]
    spikes_I: tuple[np.ndarray, np.ndarray]
    g_E: float
    g_I: float

    def _settled(self, rate: np.ndarray) -> np.ndarray:
        return rate[self.t > SETTLING]

    @property
    def mean_rate_E(self) -> float:
        """Mean rate of a pyramidal cell in Hz."""
        return float(self._settled(self.rate_E).mean())

    @property
    def mean_rate_I(self) -> float:
        """Mean rate of an interneuron in Hz."""
        return float(self._settled(self.rate_I).mean())

    @property
    def ratio(self) -> float:
        """R, the mean excitatory over the mean inhibitory conductance of a pyramidal cell."""
        return float("inf") if self.g_I == 0 else self.g_E / self.g_I

    @property
    def rhythm(self) -> tuple[float, float]:
        """Frequency (Hz) and coherence (0 to 1) of the interneurons, or of the pyramidal cells if those are silent."""
        rate = self.rate_I if self.rate_I.any() else self.rate_E
        return rhythm(self._settled(rate))

    @property
    def frequency(self) -> float:
        """Frequency of the rhythm in Hz."""
        return self.rhythm[0]

    @property
    def period(self) -> float:
        """Period of the rhythm in ms."""
        return 1000 / self.frequency

    @property
    def coherence(self) -> float:
        """Height of the autocorrelation's first main peak: 1 for a perfect rhythm."""
        return self.rhythm[1]


def _smooth(rate: np.ndarray, dt: float) -> np.ndarray:
    reach = int(np.ceil(4 * SMOOTHING / dt))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * dt / SMOOTHING) ** 2)
    return np.convolve(rate, kernel / kernel.sum(), mode="same")


def rhythm(rate, dt: float = BIN, shortest: float = 5.0, longest: float = 120.0) -> tuple[float, float]:
    """Frequency and coherence of a rate by its autocorrelation.

    Parameters
    ----------
    rate : array_like
        A population's rate in bins.
    dt : float
        Width of a bin in ms.
    shortest, longest : float
        Periods to look for, in ms.

    Returns
    -------
    frequency : float
        1/lag in Hz of the first peak that reaches 0.9 of the highest one; NaN without a rhythm.
    coherence : float
        Height of that peak; the autocorrelation is 1 at lag 0, and corrected for the shrinking overlap.
    """
    x = _smooth(np.asarray(rate, float), dt)
    x = x - x.mean()
    n = len(x)
    power = x @ x
    if n < 2 * longest / dt or power <= 0:
        return float("nan"), 0.0
    spectrum = np.abs(np.fft.rfft(x, 2 * n)) ** 2
    lags = np.arange(int(longest / dt) + 1)
    correlation = np.fft.irfft(spectrum)[: len(lags)] / power * n / (n - lags)
    inner = correlation[1:-1]
    peaks = 1 + np.flatnonzero((inner > correlation[:-2]) & (inner >= correlation[2:]) & (lags[1:-1] * dt >= shortest))
    peaks = peaks[correlation[peaks] > 0]
    if not len(peaks):
        return float("nan"), 0.0
    peak = peaks[correlation[peaks] >= 0.9 * correlation[peaks].max()][0]
    a, b, c = correlation[peak - 1 : peak + 2]
    shift = 0.5 * (a - c) / (a - 2 * b + c)  # the top of a parabola through three points
    return float(1000 / ((peak + shift) * dt)), float(min(1.0, b))


def power_spectrum(rate, dt: float = BIN) -> tuple[np.ndarray, np.ndarray]:
    """Power of a smoothed rate's fluctuations against frequency, averaged over half-overlapping windows of 512 ms.

    The rate is smoothed as for `rhythm`, about as much as a field potential is; without that, volleys much shorter
    than the period would put most of their power into multiples of the frequency.

    Parameters
    ----------
    rate : array_like
        A population's rate in bins, in Hz.
    dt : float
        Width of a bin in ms.

    Returns
    -------
    frequency : ndarray
        In Hz.
    power : ndarray
        In Hz² per Hz.
    """
    from scipy.signal import welch

    x = _smooth(np.asarray(rate, float), dt)
    return welch(x - x.mean(), fs=1000 / dt, nperseg=min(len(x), int(512 / dt)))


def _many(varied: dict[str, Sequence[float]], shared: dict[str, float]) -> list[PingNetwork]:
    for name, values in varied.items():
        if name not in {f.name for f in fields(PingNetwork)} - {"N_E", "N_I"}:
            raise ModelValueError(Text(zh=f"网络没有参数 {name}。", en=f"The network has no parameter {name}."))
        if len(values) != len(next(iter(varied.values()))):
            raise ModelValueError(Text(zh=f"{name} 的个数不对。", en=f"{name} has the wrong number of values."))
    rows = zip(*varied.values(), strict=True)
    return [PingNetwork(**shared, **{n: float(v) for n, v in zip(varied, row, strict=True)}) for row in rows]


def _checked(duration: float, dt: float) -> None:
    if not duration > SETTLING:
        raise ModelValueError(
            Text(zh=f"模拟时长要大于 {SETTLING:g} ms。", en=f"A run must be longer than {SETTLING:g} ms.")
        )
    if not 0 < dt <= 0.1:
        raise ModelValueError(Text(zh="步长应在 0 到 0.1 ms 之间。", en="The step must be above 0 and at most 0.1 ms."))


def simulate_ping(duration: float = 700.0, dt: float = 0.05, seed: int = 1, **network: float) -> PingRun:
    """Run a network of 80 pyramidal cells and 20 interneurons [Borgers2017].

    Parameters
    ----------
    duration : float
        Length of the run in ms; the first 200 ms are left out of every measurement.
    dt : float
        Step in ms.
    seed : int
        For connections, deviations of drive, start and Poisson input; the same seed gives the same run.
    **network : float
        Any field of `PingNetwork`, such as ``tau_I`` (ms), ``I_E`` (µA/cm²) or ``g_IE`` (mS/cm²).

    Returns
    -------
    PingRun
        Rates, spikes, mean conductances, frequency and coherence.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    TypeError
        If the network has no such field.
    """
    _checked(duration, dt)
    return _simulate([PingNetwork(**network)], duration, dt, seed)[0]


def compare_pings(
    parameter: str,
    values: Sequence[float],
    duration: float = 700.0,
    dt: float = 0.05,
    seed: int = 1,
    **network: float | Sequence[float],
) -> list[PingRun]:
    """Run networks that differ in a parameter, side by side; faster than one after the other.

    Parameters
    ----------
    parameter : str
        A field of `PingNetwork`, such as ``"tau_I"``.
    values : sequence of float
        Its values, one for each network.
    duration, dt, seed, **network
        As for `simulate_ping`; a field given as a sequence as long as ``values`` varies along with the parameter.

    Returns
    -------
    list of PingRun
        In the order of ``values``.

    Raises
    ------
    ModelValueError
        If a name is unknown, a sequence has another length, or a value is not a number or is physically impossible.
    """
    _checked(duration, dt)
    along = {name: value for name, value in network.items() if np.ndim(value)}
    shared = {name: value for name, value in network.items() if name not in along}
    return _simulate(_many({parameter: values, **along}, shared), duration, dt, seed)


# -- the run -----------------------------------------------------------------------------------------------------

# A half-implicit step leads at most as far beyond the voltage it heads for as it was short of it: from the reversal of
# potassium past that of sodium to 50 + 150 mV (or 55 + 145), and the other way to -100 - 150 mV.  One step's course
# continued by half a step leads beyond these limits by at most half their distance, and so far m is tabulated.
LOW, HIGH, GRID, FINE = -250.0, 200.0, 0.04, 0.004  # mV
BEYOND = (HIGH - LOW) / 2  # mV
_V = np.arange(LOW, HIGH + GRID, GRID)


@lru_cache(maxsize=32)
def _table(kind: str, decay: float, dt: float) -> np.ndarray:
    """What a step does to a cell, one column a voltage: where h, n and the synaptic gate are heading; what is left of
    their distance after the step; and then by how much each of these changes to the next column."""
    rates, rise = (pyramidal_rates(_V), RISE_E) if kind == "E" else (interneuron_rates(_V), RISE_I)
    opening = [rates["h"][0], rates["n"][0], 0.5 * (1 + np.tanh(_V / 4)) / rise]
    total = [sum(rates["h"]), sum(rates["n"]), opening[2] + 1 / decay]
    heading = [a / b for a, b in zip(opening, total, strict=True)]
    left = [np.exp(-dt * b) for b in total]
    values = np.stack([*heading, *left])
    return np.concatenate([values[:, :-1], np.diff(values)])


@lru_cache(maxsize=1)
def _followers() -> np.ndarray:
    """m³ on a finer grid, for pyramidal cells and then for interneurons; m follows the voltage at once."""
    V = np.arange(LOW - BEYOND, HIGH + BEYOND, FINE) + FINE / 2
    m = np.concatenate([r["m"][0] / sum(r["m"]) for r in (pyramidal_rates(V), interneuron_rates(V))])
    return m * m * m


def draw(N_E: int, N_I: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What chance decides: who is connected to whom (row to column, 0 or 1), how far each pyramidal cell's drive
    deviates (standard normal), and the voltages at the start (mV); pyramidal cells come first."""
    connected = (rng.random((N_E + N_I, N_E + N_I)) < CONNECTED).astype(float)
    return connected, rng.standard_normal(N_E), rng.uniform(-70.0, -55.0, N_E + N_I)


def _simulate(networks: Sequence[PingNetwork], duration: float, dt: float, seed: int) -> list[PingRun]:
    """Networks side by side: arrays of shape (networks, cells), pyramidal cells first.

    All have the same connections, deviations of drive and start, so that only what is varied differs.
    """
    N_E, N_I = networks[0].N_E, networks[0].N_I
    cells, batch = N_E + N_I, len(networks)
    inhibitory = np.arange(cells) >= N_E
    g_Na, g_K, g_L, E_Na, E_K, E_L = (np.where(inhibitory, INTERNEURON[k], PYRAMIDAL[k]) for k in PYRAMIDAL)

    def column(name: str) -> np.ndarray:
        return np.array([[getattr(n, name)] for n in networks], float)

    tables = [_table("E", TAU_E, dt), *(_table("I", n.tau_I, dt) for n in networks)]
    table = np.concatenate(tables, axis=1)
    follow = _followers()
    shift = np.where(inhibitory, len(follow) // 2, 0) + round(BEYOND / FINE)
    offset = np.where(inhibitory, 1 + np.arange(batch)[:, None], 0) * tables[0].shape[1]

    rng = np.random.default_rng(seed)
    connected, deviation, start = draw(N_E, N_I, rng)
    V = np.tile(start, (batch, 1))
    to_E, to_I = (
        np.where(inhibitory, column(a), column(b)) / (CONNECTED * n)
        for a, b, n in (("g_EI", "g_EE", N_E), ("g_II", "g_IE", N_I))
    )
    current = np.where(inhibitory, column("I_I"), column("I_E"))
    current[:, :N_E] *= 1 + column("spread") * deviation
    current += g_L * E_L
    quantum, fade = column("g_drive") / (DRIVE_EVENTS * TAU_E), np.exp(-dt / TAU_E)
    outside, noisy = np.tile(column("g_drive"), N_E), bool(quantum.any())
    E_I = column("E_I")

    def look_up(place: np.ndarray) -> np.ndarray:
        column = np.floor(place)
        rows = table.take(column.astype(np.intp) + offset, axis=1, mode="clip")
        change = rows[6:]
        change *= place - column
        change += rows[:6]
        return change

    place = (V - LOW) / GRID  # where a voltage stands in the table
    gates = look_up(place)[:3]
    gates[2] = 0.0
    h, n, s = gates  # views: they change as the gates do
    s_E, s_I = s[:, :N_E], s[:, N_E:]
    from_E, from_I = connected[:N_E], connected[N_E:]
    steps, half, block, sampled = round(duration / dt), dt / 2, 2000, max(1, round(0.25 / dt))
    before, above = place, np.empty((steps + 1, batch, cells), bool)
    above[0] = V >= SPIKE
    sums, counted = np.zeros((2, batch, cells)), 0
    for i in range(steps):
        here = look_up(place)
        gates -= here[:3]
        gates *= here[3:]
        gates += here[:3]
        g_exc, g_inh = (s_E @ from_E) * to_E, (s_I @ from_I) * to_I
        if noisy:
            if i % block == 0:
                events = rng.poisson(DRIVE_EVENTS * dt, (block, N_E))
            outside = outside * fade + quantum * events[i % block]
            g_exc[:, :N_E] += outside
        # In the middle of the step m is that of the voltage to which its course so far would lead.
        ahead = (1.5 * place - 0.5 * before) * (GRID / FINE)
        sodium = g_Na * follow.take(ahead.astype(np.intp) + shift, mode="clip") * h
        potassium = g_K * (n * n) ** 2
        total = half * (sodium + potassium + g_L + g_exc + g_inh)
        pull = sodium * E_Na + potassium * E_K + g_inh * E_I + current
        V = (V * (1 - total) + dt * pull) / (1 + total)
        before, place = place, (V - LOW) / GRID
        np.greater_equal(V, SPIKE, out=above[i + 1])
        if i % sampled == 0 and i * dt >= SETTLING:
            sums += g_exc, g_inh
            counted += 1
    spikes = np.nonzero(above[1:] > above[:-1])
    return _runs(networks, duration, dt, spikes, sums[..., :N_E].mean(axis=-1) / max(counted, 1))


def _runs(networks, duration, dt, spikes, means) -> list[PingRun]:
    steps, nets, cells = spikes
    times = (steps + 1) * dt
    edges = np.arange(0, duration + BIN / 2, BIN)
    runs = []
    for k, network in enumerate(networks):
        spikes, rates = [], []
        for first, count in ((0, network.N_E), (network.N_E, network.N_I)):
            mine = (nets == k) & (cells >= first) & (cells < first + count)
            spikes.append((times[mine], cells[mine] - first))
            rates.append(np.histogram(times[mine], edges)[0] / count * 1000 / BIN)
        runs.append(PingRun(network, duration, edges[:-1] + BIN / 2, *rates, *spikes, *(float(m[k]) for m in means)))
    return runs
