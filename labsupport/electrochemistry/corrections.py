"""Which correction matters? Temperature, activity and local calcium side by side."""

from __future__ import annotations

import sympy

from labsupport.electrochemistry.activity import activity_model
from labsupport.electrochemistry.common import nernst_expression, thermal_voltage
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register, symbol

REFERENCE = 310  # K
OUTSIDE_STRENGTH = sympy.Float("0.15")  # M


def _corrections() -> AlgebraicModel:
    dT = Parameter("dT", r"\Delta T", "K", -10, -20, 10, 1, Text(zh="温度变化", en="change of temperature"))
    strength = Parameter(
        "strength_ratio", r"I_\mathrm{in}/I_\mathrm{out}", "", 1.1, 0.5, 2, 0.05,
        Text(zh="内外离子强度之比", en="ionic strength inside over outside"), domain="positive",
    )  # fmt: skip
    local = Parameter(
        "Ca_local", r"[\mathrm{Ca^{2+}}]_\mathrm{loc}", "µM", 138, 0.1, 200, 0.1,
        Text(zh="局部 Ca²⁺ 浓度", en="local Ca²⁺"),
        scale="log", domain="positive",
    )  # fmt: skip
    at_reference = {symbol("T"): sympy.Integer(REFERENCE)}
    E_K = nernst_expression(sympy.Integer(5), sympy.Integer(140)).xreplace(at_reference)
    shift = activity_model.expression(
        "shift_davies", I_out=OUTSIDE_STRENGTH, I_in=OUTSIDE_STRENGTH * strength.sympy, z=1, T=REFERENCE
    )
    calcium = (thermal_voltage / 2 * sympy.log(local.sympy / sympy.Float("0.1"))).xreplace(at_reference)
    return AlgebraicModel(
        "corrections",
        [dT, strength, local],
        {
            "temperature_shift": Output(
                E_K * dT.sympy / REFERENCE,
                r"\Delta E_\mathrm{K}(T)",
                "mV",
                Text(zh="温度对 E_K 的修正", en="temperature: shift of E_K"),
            ),
            "activity_shift": Output(
                shift,
                r"\Delta E_\mathrm{K}(\gamma)",
                "mV",
                Text(zh="离子强度对 E_K 的修正", en="ionic strength: shift of E_K"),
            ),
            "calcium_shift": Output(
                -calcium,
                r"\Delta E_\mathrm{Ca}(r)",
                "mV",
                Text(zh="局部 Ca²⁺ 对 E_Ca 的修正", en="local Ca²⁺: shift of E_Ca"),
            ),
        }
        | {
            f"{name}_size": Output(
                sympy.Abs(symbol(f"{name}_shift")), rf"|{tex}|", "mV", Text(zh=f"{zh}（大小）", en=f"{en} (size)")
            )
            for name, tex, zh, en in [
                ("temperature", r"\Delta E_\mathrm{K}(T)", "温度修正", "temperature correction"),
                ("activity", r"\Delta E_\mathrm{K}(\gamma)", "活度修正", "activity correction"),
                ("calcium", r"\Delta E_\mathrm{Ca}(r)", "局部 Ca²⁺ 修正", "local-calcium correction"),
            ]
        },
        source="Davies1938; Neher1998Neuron",
    )


corrections_model = register(_corrections())
