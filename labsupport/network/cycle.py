"""One PING cycle in closed form: a pyramidal cell that waits for inhibition to decay.

The cell has no dynamics of its own: its voltage is at every moment the one at which its currents cancel, and it fires
when that voltage reaches threshold.  A volley of the interneurons then opens the full inhibitory conductance, which
decays exponentially.  The wait is the time until the conductance has fallen to the value that threshold tolerates.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol

MS = "mS/cm²"
LEAK = sympy.Rational(1, 10)  # mS/cm²
E_LEAK, THRESHOLD = -65, -50  # mV


def _ping_cycle() -> AlgebraicModel:
    tau_I = Parameter(
        "tau_I", r"\tau_\mathrm{I}", "ms", 10, 2, 40, 0.5,
        Text(zh="抑制的衰减时间常数", en="decay time constant of inhibition"), domain="positive",
    )  # fmt: skip
    drive = Parameter(
        "drive", "I", "µA/cm²", 4, 2, 8, 0.1, Text(zh="驱动电流", en="driving current"), domain="positive"
    )
    g_0 = Parameter(
        "g_0", "g_0", MS, 0.5, 0.4, 2, 0.05,
        Text(zh="一次齐射打开的抑制电导", en="inhibitory conductance that one volley opens"), domain="positive",
    )  # fmt: skip
    E_I = Parameter(
        "E_I", r"E_\mathrm{I}", "mV", -75, -85, -70, 1,
        Text(zh="抑制的反转电位", en="reversal potential of inhibition"),
    )  # fmt: skip
    delay = Parameter(
        "delay", "d", "ms", 3, 1, 10, 0.5,
        Text(zh="从锥体细胞发放到抑制到来", en="from the pyramidal volley to the arrival of inhibition"),
        domain="nonnegative",
    )  # fmt: skip
    moment = Parameter("moment", "t", "ms", 0, 0, 150, 0.5, Text(zh="时间", en="time"), domain="nonnegative")
    tau, I, g0, EI, d, now = (p.sympy for p in (tau_I, drive, g_0, E_I, delay, moment))  # noqa: E741
    least, P = symbol("g_star"), symbol("period")
    phase, g = symbol("phase"), symbol("g_now")
    surplus = I - LEAK * (THRESHOLD - E_LEAK)
    return AlgebraicModel(
        "ping_cycle",
        [tau_I, drive, g_0, E_I, delay, moment],
        {
            "g_star": Output(
                surplus / (THRESHOLD - EI), "g^*", MS,
                Text(zh="恰好放行的抑制电导", en="inhibitory conductance that just lets the cell fire"),
            ),
            "slope": Output(
                sympy.log(g0 / least), r"\ln(g_0/g^*)", "",
                Text(zh="周期随衰减时间常数的斜率", en="slope of the period against the decay time constant"),
            ),
            "period": Output(d + tau * symbol("slope"), "P", "ms", Text(zh="周期", en="period")),
            "frequency": Output(1000 / P, "f", "Hz", Text(zh="频率", en="frequency")),
            "product": Output(
                tau / P, r"f\,\tau_\mathrm{I}", "", Text(zh="频率与衰减时间常数之积", en="frequency times decay time"),
            ),
            "literal_period": Output(
                tau, r"\tau_\mathrm{I}", "ms",
                Text(zh="假如 f = 1/τ 时的周期", en="period if f were 1/τ"),
            ),
            "proportional_period": Output(
                tau * symbol("slope"), r"\tau_\mathrm{I}\ln(g_0/g^*)", "ms",
                Text(zh="等待抑制衰减的时间", en="time spent waiting for inhibition to decay"),
            ),
            "phase": Output(
                now - P * sympy.floor(now / P), r"\phi", "ms",
                Text(zh="距上次齐射的时间", en="time since the last volley"),
            ),
            "g_now": Output(
                sympy.Piecewise(
                    (least * sympy.exp(-phase / tau), phase < d), (g0 * sympy.exp(-(phase - d) / tau), True)
                ),
                r"g_\mathrm{I}(t)", MS, Text(zh="抑制电导", en="inhibitory conductance"),
            ),
            "V_now": Output(
                sympy.Min(THRESHOLD, (I + LEAK * E_LEAK + g * EI) / (LEAK + g)), "V(t)", "mV",
                Text(zh="锥体细胞的膜电位（不画动作电位）", en="voltage of the pyramidal cell (spikes not drawn)"),
            ),
        },
        source="BorgersKopell2003; the cell in its quasi-steady state",
    )  # fmt: skip


ping_cycle_model = register(_ping_cycle())


def ping_period(tau_I=10.0, drive=4.0, g_0=0.5, E_I=-75.0, delay=3.0) -> float | np.ndarray:
    """Period of a cell that waits for inhibition to decay: delay + tau_I ln(g_0/g*).

    g* = (I - g_L (V_th - E_L))/(V_th - E_I) is the inhibitory conductance that just lets the cell reach threshold,
    with g_L = 0.1 mS/cm², E_L = -65 mV and V_th = -50 mV.  With the defaults g* = 0.1 mS/cm² and the period is
    19.1 ms.

    Parameters
    ----------
    tau_I : float or array_like
        Decay time constant of inhibition in ms.
    drive : float or array_like
        Driving current in µA/cm²; at 1.5 and below the cell never reaches threshold.
    g_0 : float or array_like
        Conductance in mS/cm² that a volley of the interneurons opens; it must exceed g*.
    E_I : float or array_like
        Reversal potential of inhibition in mV.
    delay : float or array_like
        Time in ms from the pyramidal volley to the arrival of inhibition.

    Returns
    -------
    float or ndarray
        Period in ms; NaN where the cell never fires, or where the volley is too weak to hold it back.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    values = {"tau_I": tau_I, "drive": drive, "g_0": g_0, "E_I": E_I, "delay": delay}
    with np.errstate(invalid="ignore", divide="ignore"):
        result = ping_cycle_model(**values)
    waits = np.asarray(result["g_star"] > 0) & np.asarray(result["slope"] >= 0)
    period = np.where(waits, result["period"], np.nan)
    return float(period) if period.ndim == 0 else period
