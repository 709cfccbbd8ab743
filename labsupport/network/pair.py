"""The smallest PING network: one pyramidal cell and one interneuron, each standing for a population in step.

Both are quadratic integrate-and-fire cells, whose voltage after V_rest and a threshold a few mV above it runs off to
infinity and comes back from minus infinity: that is the spike.  On the circle, V = V_c + V_0 tan(theta/2), infinity is
the point theta = pi, nothing jumps and nothing is large, so that fixed steps follow it well; this is the theta neuron
with which PING was first analysed [BorgersKopell2003].  Synapses are conductances.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.i18n import Text
from labsupport.modelling import DynamicalModel, Output, Parameter, State, Time, register, symbol

LEAK = sympy.Rational(1, 10)  # mS/cm²; the capacitance is 1 µF/cm²
REST = {"E": sympy.Integer(-67), "I": sympy.Integer(-65)}  # mV
WIDTH = {"E": sympy.Integer(3), "I": sympy.Integer(5)}  # mV from rest to threshold
SCALE = 15  # mV, V_0
G_EI = sympy.Rational(1, 4)  # mS/cm², from the pyramidal cell to the interneuron: one spike for one
TAU_E = 3  # ms, decay of excitation
RISE = sympy.Rational(1, 2)  # ms, while the presynaptic cell spikes
SHARPNESS = 5  # of the pulse that opens synapses, as in [BorgersKopell2003]
DURATION = 400  # ms
FIRST, LAST = 2, 4  # the spikes of the pyramidal cell from which the rhythm is measured
EDGE = sympy.Rational(4, 5)  # rad before and after a spike, in which a clock gently stops
TIP = sympy.Rational(1, 40)  # rounds off a spike, whose height is then V_0/sqrt(2 TIP)
DEEPEST = -85  # mV, shown of the way back from a spike

MS = "mS/cm²"


def _parameters() -> list[Parameter]:
    return [
        Parameter(
            "tau_I", r"\tau_\mathrm{I}", "ms", 9, 3, 30, 1,
            Text(zh="抑制的衰减时间常数", en="decay time constant of inhibition"), domain="positive",
        ),
        Parameter(
            "g_drive", r"g_\mathrm{x}", MS, 0.02, 0.015, 0.05, 0.001,
            Text(zh="外来的兴奋电导", en="excitatory conductance from outside"), domain="positive",
        ),
        Parameter(
            "g_IE", r"g_\mathrm{IE}", MS, 0.25, 0.1, 1, 0.01,
            Text(zh="抑制强度", en="strength of inhibition"), scale="log", domain="positive",
        ),
        Parameter(
            "E_I", r"E_\mathrm{I}", "mV", -75, -80, -68, 1,
            Text(zh="抑制的反转电位", en="reversal potential of inhibition"),
        ),
    ]  # fmt: skip


def _ping_pair() -> DynamicalModel:
    parameters = _parameters()
    tau_I, g_x, g_IE, E_I = (p.sympy for p in parameters)
    angle = {k: symbol(f"theta_{k}") for k in "EI"}
    gate = {k: symbol(f"s_{k}") for k in "EI"}
    # Conductances on a cell with their reversal potentials.
    synapses = {"E": [(g_x, 0), (g_IE * gate["I"], E_I)], "I": [(G_EI * gate["E"], 0)]}
    names = {"E": ("锥体细胞", "pyramidal cell"), "I": ("中间神经元", "interneuron")}

    def circle(k: str) -> dict[str, tuple[sympy.Expr, str]]:
        """Sine and cosine of the phase from the tangent of its half, which is the voltage: one function to compute."""
        v = symbol(f"v_{k}")
        return {
            f"v_{k}": (sympy.tan(angle[k] / 2), rf"v_\mathrm{{{k}}}"),
            f"cosine_{k}": ((1 - v**2) / (1 + v**2), rf"\cos\theta_\mathrm{{{k}}}"),
            f"sine_{k}": (2 * v / (1 + v**2), rf"\sin\theta_\mathrm{{{k}}}"),
        }

    def turning(k: str) -> sympy.Expr:
        curvature = LEAK / WIDTH[k]
        middle = REST[k] + WIDTH[k] / 2
        total = sum(g for g, _ in synapses[k])
        pull = sum(g * (E - middle) for g, E in synapses[k]) - curvature * WIDTH[k] ** 2 / 4
        cosine, sine = symbol(f"cosine_{k}"), symbol(f"sine_{k}")
        return (curvature * SCALE**2 * (1 - cosine) + pull * (1 + cosine)) / SCALE - total * sine

    def cell(k: str) -> State:
        zh, en = names[k]
        return State(
            turning(k), -sympy.pi / 2, rf"\theta_\mathrm{{{k}}}", "rad", Text(zh=f"{zh}的相位", en=f"phase of the {en}")
        )

    def opening(k: str, decay) -> State:
        zh, en = names[k]
        pulse = sympy.exp(-SHARPNESS * (1 + symbol(f"cosine_{k}")))
        return State(
            pulse * (1 - gate[k]) / RISE - gate[k] / decay, sympy.Integer(0), rf"s_\mathrm{{{k}}}", "",
            Text(zh=f"{zh}的突触门", en=f"synaptic gate of the {en}"),
        )  # fmt: skip

    def before_spike(number: int) -> sympy.Expr:
        """1 until the pyramidal cell has spiked so many times, then 0, with two smooth derivatives in between."""
        past = (angle["E"] - (2 * number - 1) * sympy.pi) / EDGE
        x = sympy.Min(1, sympy.Max(-1, past))
        return sympy.Rational(1, 2) - x * (15 - 10 * x**2 + 3 * x**4) / 16

    def since(what, tex: str, unit: str, zh: str, en: str) -> State:
        return State(symbol("measured") * what, sympy.Integer(0), tex, unit, Text(zh=zh, en=en))

    def voltage(k: str) -> Output:
        zh, en = names[k]
        middle = REST[k] + WIDTH[k] / 2
        # tan(theta/2) = sin/(1 + cos).
        shown = middle + SCALE * symbol(f"sine_{k}") / (1 + symbol(f"cosine_{k}") + TIP)
        return Output(
            sympy.Max(DEEPEST, shown), rf"V_\mathrm{{{k}}}", "mV",
            Text(zh=f"{zh}的膜电位", en=f"voltage of the {en}"),
        )  # fmt: skip

    def out(expression, tex: str, unit: str, zh: str, en: str) -> Output:
        return Output(expression, tex, unit, Text(zh=zh, en=en))

    elapsed, cycles = symbol("elapsed"), LAST - FIRST
    # Until the first cycle is over there is nothing to divide by.
    length = sympy.Max(elapsed, 1)
    return DynamicalModel(
        "ping_pair",
        parameters,
        states={
            "theta_E": cell("E"),
            "theta_I": cell("I"),
            "s_E": opening("E", TAU_E),
            "s_I": opening("I", tau_I),
            "elapsed": since(sympy.Integer(1), "T", "ms", "测量的时长", "time measured"),
            "inhibition": since(gate["I"], "S", "ms", "抑制门的积分", "integral of the inhibitory gate"),
        },
        definitions=circle("E") | circle("I") | {"measured": (before_spike(LAST) - before_spike(FIRST), "w")},
        outputs={
            "V_E": voltage("E"),
            "V_I": voltage("I"),
            "g_I": out(
                g_IE * gate["I"], r"g_\mathrm{I}", MS,
                "锥体细胞的抑制电导", "inhibitory conductance of the pyramidal cell",
            ),
            "g_E": out(g_x, r"g_\mathrm{E}", MS, "锥体细胞的兴奋电导", "excitatory conductance of the pyramidal cell"),
            "period": out(elapsed / cycles, "P", "ms", "周期", "period"),
            "frequency": out(conversion(1000) * cycles / length, "f", "Hz", "频率", "frequency"),
            "cycles_in_tau": out(
                elapsed / cycles / tau_I, r"P/\tau_\mathrm{I}", "",
                "周期与抑制衰减时间之比", "period over the decay time of inhibition",
            ),
            "mean_g_I": out(
                g_IE * symbol("inhibition") / length, r"\overline{g_\mathrm{I}}", MS,
                "平均抑制电导", "mean inhibitory conductance",
            ),
            "ratio": out(
                g_x * length / (g_IE * sympy.Max(symbol("inhibition"), sympy.Float(1e-3))), "R", "",
                "平均兴奋电导与平均抑制电导之比", "mean excitatory over mean inhibitory conductance",
            ),
        },
        time=Time("ms", DURATION, samples=801),
        substeps=10,
        source="BorgersKopell2003, with conductances",
    )  # fmt: skip


ping_pair_model = register(_ping_pair())


def ping_pair(**values: object) -> dict[str, np.ndarray]:
    """The rhythm of one pyramidal cell and one interneuron [BorgersKopell2003].

    Parameters
    ----------
    **values : float or array_like
        Any of ``tau_I`` (ms), ``g_drive``, ``g_IE`` (mS/cm²) and ``E_I`` (mV); the rest take their default.

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms; voltages ``V_E`` and ``V_I`` in mV, their spikes rounded off; conductances ``g_E`` and ``g_I`` of
        the pyramidal cell in mS/cm².  Measured from the second to the fourth spike of the pyramidal cell, so to be
        read at the end of the run: ``period`` (ms), ``frequency`` (Hz), ``cycles_in_tau`` (period over ``tau_I``),
        ``mean_g_I`` (mS/cm²) and ``ratio``, the mean excitatory over the mean inhibitory conductance.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return ping_pair_model.integrate(**values)
