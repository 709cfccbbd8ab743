"""What an inhibitory conductance does to firing: it divides the voltage and shifts the rate."""

from __future__ import annotations

import numpy as np
import sympy
from numpy.typing import ArrayLike

from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol
from labsupport.modelling.functions import uniform_numbers

I_drive = Parameter("I", "I", "pA", 250, 0, 600, 5, Text(zh="驱动电流", en="drive current"), domain="nonnegative")
g_inhibitory = Parameter(
    "g_I", r"g_\mathrm{I}", "nS", 10, 0, 30, 0.5, Text(zh="抑制性电导", en="inhibitory conductance"),
    domain="nonnegative",
)  # fmt: skip
E_I = Parameter(
    "E_I", r"E_\mathrm{I}", "mV", -66, -85, -40, 1, Text(zh="抑制的反转电位", en="reversal potential of inhibition")
)
V_th = Parameter("V_th", r"V_\mathrm{th}", "mV", -50, -55, -45, 1, Text(zh="发放阈值", en="spike threshold"))
V_reset = Parameter("V_reset", r"V_\mathrm{reset}", "mV", -60, -70, -58, 1, Text(zh="复位电位", en="reset potential"))
g_leak = Parameter(
    "g_L", r"g_\mathrm{L}", "nS", 10, 4, 20, 1, Text(zh="漏电导", en="leak conductance"), domain="positive"
)
E_L = Parameter("E_L", r"E_\mathrm{L}", "mV", -65, -75, -60, 1, Text(zh="静息电位", en="resting potential"))
C_m = Parameter("C_m", r"C_\mathrm{m}", "pF", 200, 50, 400, 10, Text(zh="膜电容", en="capacitance"), domain="positive")
t_ref = Parameter(
    "t_ref", r"t_\mathrm{ref}", "ms", 3, 1, 5, 0.5, Text(zh="不应期", en="refractory time"), domain="positive"
)


def _output(expression, tex: str, unit: str, zh: str, en: str) -> Output:
    return Output(expression, tex, unit, Text(zh=zh, en=en))


def _firing_gain() -> AlgebraicModel:
    parameters = [I_drive, g_inhibitory, E_I, V_th, V_reset, g_leak, E_L, C_m, t_ref]
    drive, inhibitory, reversal, threshold, reset, leak, rest, C, refractory = (p.sympy for p in parameters)
    G, V, excess, fires = symbol("G"), symbol("V_steady"), symbol("above"), symbol("above") > 0
    interval = refractory + C / G * sympy.log((V - reset) / excess)
    rate = symbol("rate")
    return AlgebraicModel(
        "firing_gain",
        parameters,
        {
            "G": _output(leak + inhibitory, "G", "nS", "总电导", "total conductance"),
            "R_in": _output(1000 / G, r"1/G", "MΩ", "输入电阻", "input resistance"),
            "tau": _output(C / G, r"\tau", "ms", "膜时间常数", "membrane time constant"),
            "V_steady": _output(
                (leak * rest + inhibitory * reversal + drive) / G,
                r"V_\infty",
                "mV",
                "没有阈值时的稳态电位",
                "steady voltage without a threshold",
            ),
            "above": _output(V - threshold, r"V_\infty-V_\mathrm{th}", "mV", "超出阈值", "above threshold"),
            "rheobase": _output(
                leak * (threshold - rest) + inhibitory * (threshold - reversal),
                r"I_\mathrm{rheo}",
                "pA",
                "基强度",
                "rheobase",
            ),
            "shift": _output(
                inhibitory * (threshold - reversal),
                r"g_\mathrm{I}(V_\mathrm{th}-E_\mathrm{I})",
                "pA",
                "曲线的平移",
                "shift of the curve",
            ),
            "rate": _output(sympy.Piecewise((1000 / interval, fires), (0, True)), "f", "Hz", "发放频率", "firing rate"),
            "gain": _output(
                sympy.Piecewise(
                    ((rate / 1000) ** 2 * 1000 * C * (threshold - reset) / (G**2 * excess * (V - reset)), fires),
                    (0, True),
                ),
                r"\mathrm{d}f/\mathrm{d}I",
                "Hz/pA",
                "增益（频率对电流的斜率）",
                "gain, slope of the rate",
            ),
        },
        source="leaky integrate-and-fire cell with a conductance; HoltKoch1997",
    )


firing_gain_model = register(_firing_gain())


def firing_rate(
    I: ArrayLike = 250.0,  # noqa: E741  (the current is called I everywhere)
    g_I: ArrayLike = 10.0,
    E_I: ArrayLike = -66.0,
    V_th: ArrayLike = -50.0,
    **cell: ArrayLike,
) -> float | np.ndarray:
    """Firing rate of an integrate-and-fire cell with a steady drive and a steady inhibitory conductance, no noise.

    Parameters
    ----------
    I : float or array_like
        Drive in pA, depolarising positive.
    g_I : float or array_like
        Inhibitory conductance in nS.
    E_I : float or array_like
        Its reversal potential in mV.
    V_th : float or array_like
        Threshold in mV.
    **cell : float or array_like
        ``V_reset`` and ``E_L`` in mV, ``g_L`` in nS, ``C_m`` in pF, ``t_ref`` in ms.

    Returns
    -------
    float or ndarray
        Rate in Hz, 0 below the rheobase.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return firing_gain_model.evaluate("rate", I=I, g_I=g_I, E_I=E_I, V_th=V_th, **cell)


def noisy_firing_rate(
    I: ArrayLike,  # noqa: E741
    g_I: float = 10.0,
    E_I: float = -66.0,
    sigma: float = 30.0,
    tau_noise: float = 3.0,
    seed: int = 1,
    cells: int = 40,
    duration: float = 1000.0,
    dt: float = 0.1,
) -> np.ndarray:
    """Rate of the same cell with a fluctuating current, by simulation (threshold -50 mV, reset -60 mV, 200 pF).

    C dV/dt = g_L (E_L - V) + g_I (E_I - V) + I + sigma n(t), where n is an Ornstein-Uhlenbeck process of variance 1
    and correlation time ``tau_noise``, in exact steps; the voltage advances by exponential Euler steps.  The random
    numbers are the book's own, so the result is the same on every machine up to the last bits of logarithms.

    Parameters
    ----------
    I : array_like
        Mean drives in pA.
    g_I, E_I : float
        Inhibitory conductance in nS and its reversal potential in mV.
    sigma : float
        Standard deviation of the fluctuating current in pA.
    tau_noise, duration, dt : float
        In ms; the first fifth of the run is not counted.
    seed, cells : int
        Number of the sample, and how many independent cells are averaged.

    Returns
    -------
    ndarray
        Rates in Hz.
    """
    drive = np.asarray(I, float)[..., None]
    C, g_L, E_L, threshold, reset, refractory = 200.0, 10.0, -65.0, -50.0, -60.0, 3.0
    G = g_L + g_I
    keep, decay = np.exp(-dt / tau_noise), np.exp(-dt * G / C)
    which = np.arange(1, cells + 1)

    def normal(step: int) -> np.ndarray:
        a, b = (uniform_numbers(seed, which, 2 * step + k) for k in (0, 1))
        return np.sqrt(-2 * np.log(a)) * np.cos(2 * np.pi * b)

    V = np.full(np.broadcast_shapes(drive.shape, which.shape), E_L)
    noise, waiting, spikes = normal(0), np.zeros(V.shape), np.zeros(V.shape)
    steps = round(duration / dt)
    for step in range(1, steps + 1):
        noise = keep * noise + np.sqrt(1 - keep**2) * normal(step)
        towards = (g_L * E_L + g_I * E_I + drive + sigma * noise) / G
        V = np.where(waiting > 0, reset, towards + (V - towards) * decay)
        waiting = waiting - dt
        fired = threshold <= V
        V, waiting = np.where(fired, reset, V), np.where(fired, refractory, waiting)
        if step > steps // 5:
            spikes += fired
    return 1000 * spikes.mean(axis=-1) / (duration * (1 - (steps // 5) / steps))
