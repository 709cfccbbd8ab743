"""Two pools of GABA, made by GAD67 and GAD65: who feeds which, and what a loss or a long demand does to each."""

from __future__ import annotations

import numpy as np
import sympy
from numpy.typing import ArrayLike

from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DynamicalModel,
    Output,
    Parameter,
    State,
    Time,
    register,
    symbol,
    t,
)

NORMAL = {"v67": 0.9, "v65": 0.1, "anchored": 0.9}  # of synthesis, which is 1 in all
START, STOP, DURATION = 2, 8, 12  # the demand, in turnover times of the terminal pool


def _rate(name: str, tex: str, default: float, maximum: float, zh: str, en: str, step: float = 0.01) -> Parameter:
    return Parameter(name, tex, "", default, 0, maximum, step, Text(zh=zh, en=en), domain="nonnegative")


v67 = _rate("v67", "v_{67}", 0.9, 1, "GAD67 的合成速率", "synthesis by GAD67")
v65 = _rate("v65", "v_{65}", 0.1, 1, "GAD65 的合成速率", "synthesis by GAD65")
anchored = _rate("anchored", "a", 0.9, 1, "GAD65 锚在末梢的比例", "share of GAD65 anchored in the terminal")
exchange = _rate("k_MT", "k_{MT}", 0.05, 0.3, "两池之间的交换", "exchange between the pools")
loss = Parameter(
    "k_M", "k_M", "", 0.95, 0.5, 2, 0.05, Text(zh="胞质池的代谢", en="metabolism of the cytosolic pool"),
    domain="positive",
)  # fmt: skip
demand = Parameter(
    "demand", "D", "", 3, 1, 5, 0.1, Text(zh="高频活动时的需求倍数", en="demand of a train, times rest"),
    domain="positive",
)  # fmt: skip
follow = _rate("follow", r"\alpha", 0.5, 1, "GAD65 随需求增强的程度", "how far GAD65 follows the demand", step=0.05)


def _steady(v_67, v_65, a) -> tuple[sympy.Expr, sympy.Expr]:
    """Both pools at rest."""
    M = (v_67 + (1 - a) * v_65) / (exchange.sympy + loss.sympy)
    return M, a * v_65 + exchange.sympy * M


M_0, T_0 = _steady(v67.sympy, v65.sympy, anchored.sympy)
M_NORMAL, T_NORMAL = _steady(*(sympy.Float(str(NORMAL[k])) for k in ("v67", "v65", "anchored")))


def _pool(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "", Text(zh=zh, en=en))


def _relative(M, T) -> dict[str, Output]:
    M_n, T_n = symbol("M_normal"), symbol("T_normal")
    return {
        "M_normal": _pool(M_NORMAL, "M_0", "对照的胞质池", "cytosolic pool, control"),
        "T_normal": _pool(T_NORMAL, "T_0", "对照的末梢池", "terminal pool, control"),
        "M_relative": _pool(M / M_n, "M/M_0", "胞质池，与对照之比", "cytosolic pool over control"),
        "T_relative": _pool(T / T_n, "T/T_0", "末梢池，与对照之比", "terminal pool over control"),
        "total_relative": _pool(
            (M + T) / (M_n + T_n), "(M+T)/(M_0+T_0)", "GABA 总量，与对照之比", "all GABA over control"
        ),
    }


def _gaba_steady() -> AlgebraicModel:
    M, T = symbol("M"), symbol("T_pool")
    return AlgebraicModel(
        "gaba_steady",
        [v67, v65, anchored, exchange, loss],
        {
            "M": _pool(M_0, r"\frac{v_{67}+(1-a)v_{65}}{k_{MT}+k_M}", "胞质池", "cytosolic pool"),
            "T_pool": _pool(anchored.sympy * v65.sympy + exchange.sympy * M, "T^*", "末梢池", "terminal pool"),
            **_relative(M, T),
            "crossing": _pool(exchange.sympy * M, "k_{MT}M", "从胞质进入末梢", "from cytosol to terminal"),
            "share": _pool(
                symbol("crossing") / T,
                r"k_{MT}M/T",
                "末梢池来自胞质的份额",
                "share of the terminal pool from the cytosol",
            ),
        },
        source="two pools: SoghomonianMartin1998; newborn share of GAD67, Asada1997",
        conditions=[
            (
                v67.sympy * exchange.sympy + v65.sympy * (anchored.sympy + exchange.sympy) > 0,
                Text(zh="末梢池完全没有来源。", en="Nothing feeds the terminal pool."),
            )
        ],
    )


gaba_steady_model = register(_gaba_steady())


def gaba_pools(
    v67: ArrayLike = 0.9, v65: ArrayLike = 0.1, anchored: ArrayLike = 0.9, k_MT: ArrayLike = 0.05, k_M: ArrayLike = 0.95
) -> dict[str, float | np.ndarray]:
    """Cytosolic and terminal GABA at rest, in a model with two pools and a weak exchange.

    Parameters
    ----------
    v67, v65 : float or array_like
        Synthesis by either form, as shares of all synthesis in the control.
    anchored : float or array_like
        Share of GAD65 that sits in the terminal; the rest works in the cytosol.
    k_MT : float or array_like
        Exchange from cytosol to terminal, in units of the turnover of the terminal pool.
    k_M : float or array_like
        Metabolism of the cytosolic pool by the GABA shunt, in the same units.

    Returns
    -------
    dict
        ``M`` and ``T_pool``, the pools; ``M_relative``, ``T_relative`` and ``total_relative``, over a control with
        synthesis 0.9 and 0.1 and 0.9 of GAD65 anchored; ``share`` of the terminal pool that comes from the cytosol.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible, or if nothing feeds the terminal pool.
    """
    return gaba_steady_model(v67=v67, v65=v65, anchored=anchored, k_MT=k_MT, k_M=k_M)


def _gaba_demand() -> DynamicalModel:
    M, T, D = symbol("M"), symbol("T_pool"), symbol("demand_now")
    made = symbol("made_65")
    a = anchored.sympy
    words = Text(zh="胞质池", en="cytosolic pool"), Text(zh="末梢池", en="terminal pool")
    in_train = sympy.Piecewise((1, t < START), (demand.sympy, t < STOP), (1, True))
    return DynamicalModel(
        "gaba_demand",
        [v67, v65, anchored, exchange, loss, demand, follow],
        {
            "M": State(v67.sympy + (1 - a) * made - (exchange.sympy + loss.sympy) * M, M_0, "M", "", words[0]),
            "T_pool": State(a * made + exchange.sympy * M - D * T, T_0, "T", "", words[1]),
        },
        {
            "cytosolic": _pool(M, "M", "胞质池", "cytosolic pool"),
            "terminal": _pool(T, "T", "末梢池", "terminal pool"),
            **_relative(M, T),
            "by_67": _pool(v67.sympy, "v_{67}", "GAD67 合成", "made by GAD67"),
            "into_cytosol": _pool((1 - a) * made, "(1-a)v_{65}", "GAD65 在胞质中合成", "made by GAD65 in the cytosol"),
            "into_terminal": _pool(a * made, "a\\,v_{65}", "GAD65 在末梢合成", "made by GAD65 in the terminal"),
            "crossing": _pool(exchange.sympy * M, "k_{MT}M", "进入末梢", "into the terminal"),
            "shunted": _pool(loss.sympy * M, "k_M M", "进入 GABA 分流", "into the GABA shunt"),
            "released": _pool(D * T, "D\\,T", "装入囊泡并释放", "loaded and released"),
            "released_relative": _pool(
                D * T / T_NORMAL, "D\\,T/T_0", "释放量，与静息对照之比", "release over the control at rest"
            ),
        },
        Time("", sympy.Integer(DURATION), samples=241, breakpoints=[sympy.Integer(START), sympy.Integer(STOP)]),
        inputs={
            "demand_now": (in_train, "D(t)"),
            "made_65": (v65.sympy * (1 + follow.sympy * (symbol("demand_now") - 1)), "v_{65}(t)"),
        },
        substeps=2,
        source="two pools: SoghomonianMartin1998; GAD65 follows demand, assumed",
    )


gaba_demand_model = register(_gaba_demand())
