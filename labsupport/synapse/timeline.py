"""When each of the four receptors conducts after one presynaptic spike, as a share of its own peak."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.electrochemistry.common import T
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, ModelValueError, Output, Parameter, register
from labsupport.synapse.common import biexponential, peak_time

MEASURED_AT = 307  # K (34 °C), the temperature to which the time constants belong
Q10 = 2.5

# Time constants of the rise, ms; that of the decay is a parameter.
RISE = {"ampa": 0.2, "nmda": 5, "gaba_a": 0.5, "gaba_b": 80}
NAMES = {"ampa": "AMPA", "nmda": "NMDA", "gaba_a": "GABA_A", "gaba_b": "GABA_B"}
_DECAY = {"ampa": (3, 1, 8, 0.5), "nmda": (80, 30, 300, 5), "gaba_a": (8, 2, 70, 1), "gaba_b": (180, 100, 400, 10)}


def _timeline() -> AlgebraicModel:
    time = Parameter(
        "time", "t", "ms", 20, 0.1, 1000, 0.1, Text(zh="动作电位之后的时间", en="time after the spike"),
        scale="log", domain="nonnegative",
    )  # fmt: skip
    decays = {
        key: Parameter(
            f"tau_{key}", rf"\tau_\mathrm{{{NAMES[key].replace('_', '')}}}", "ms", *_DECAY[key],
            Text(zh=f"{NAMES[key]} 的衰减时间常数", en=f"decay time constant of {NAMES[key]}"), domain="positive",
        )
        for key in RISE
    }  # fmt: skip
    # Warmth shortens every time constant alike, so it is as if more time had passed.
    speed = sympy.Float(Q10) ** ((T.sympy - MEASURED_AT) / 10)
    outputs = {
        key: Output(
            biexponential(0, rise, decays[key].sympy, time.sympy * speed),
            rf"g_\mathrm{{{NAMES[key].replace('_', '')}}}/\hat g",
            "",
            Text(zh=f"{NAMES[key]} 的电导（占自身峰值）", en=f"conductance of {NAMES[key]} (share of its own peak)"),
        )
        for key, rise in RISE.items()
    }
    outputs |= {
        f"peak_{key}": Output(
            peak_time(rise, decays[key].sympy) / speed,
            r"t_\mathrm{peak}",
            "ms",
            Text(zh=f"{NAMES[key]} 到达峰值的时间", en=f"time to the peak of {NAMES[key]}"),
        )
        for key, rise in RISE.items()
    }
    return AlgebraicModel(
        "synapse_timeline", [time, *decays.values(), T], outputs, source="Destexhe1994NC; ThomsonDestexhe1999"
    )


synapse_timeline_model = register(_timeline())


def relative_conductance(receptor: str, time, T: float = MEASURED_AT, **decays: float) -> float | np.ndarray:
    """Conductance of one kind of receptor after a spike, as a share of its own peak.

    A difference of two exponentials, whose time constants hold at 307 K and shorten 2.5-fold for each 10 K of warming.

    Parameters
    ----------
    receptor : {"ampa", "nmda", "gaba_a", "gaba_b"}
        Kind of receptor.
    time : float or array_like
        Time after the presynaptic spike, ms.
    T : float
        Temperature, K.
    **decays : float
        Decay time constants in ms at 307 K: ``tau_ampa``, ``tau_nmda``, ``tau_gaba_a``, ``tau_gaba_b``; each must
        exceed the rise, which is 0.2, 5, 0.5 and 80 ms.

    Returns
    -------
    float or ndarray
        Between 0 and 1.

    Raises
    ------
    ModelValueError
        If there is no such receptor, or a value is not a number or is physically impossible.
    """
    if receptor not in RISE:
        known = ", ".join(RISE)
        raise ModelValueError(
            Text(
                zh=f"没有名为 {receptor!r} 的受体；可用：{known}。",
                en=f"There is no receptor {receptor!r}; use {known}.",
            )
        )
    return synapse_timeline_model.evaluate(receptor, time=time, T=T, **decays)
