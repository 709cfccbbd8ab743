"""How large a difference rounding alone may make: a running error bound along a program.

Every operation rounds its result to the last bit, and passes on the errors of what it was given.  The bound
follows both through the program; divided by the unit roundoff it is the *scale* of an output: its value, or
the largest intermediate whose last bits survive into it, whichever is larger.  An output that is a small
difference of large numbers has the scale of the large ones.
"""

from __future__ import annotations

import numpy as np
import sympy
from sympy.logic.boolalg import Boolean

from labsupport.constants import Constant
from labsupport.modelling.functions import expm1, log1p, random_uniform, x_over_expm1, x_over_expm1_slope
from labsupport.modelling.program import NAMESPACE, Program


def scales(program: Program, arguments: dict[str, np.ndarray]) -> list[np.ndarray]:
    """The scale of every target of ``program``, for arrays of arguments."""
    known = {name: (np.asarray(value, float), 0.0) for name, value in arguments.items()}
    with np.errstate(all="ignore"):
        for name, expression in program.assignments:
            known[name] = _bound(expression, known)
        results = [_bound(target, known) for target in program.targets]
    return [np.maximum(np.abs(value), error) for value, error in results]


def _bound(e: sympy.Basic, known: dict) -> tuple[np.ndarray, np.ndarray]:
    """The value of ``e`` and its error in units of the unit roundoff."""
    if isinstance(e, Constant):
        return e.value, 0.0
    if e.is_Symbol:
        return known[e.name]
    if e.is_number:
        return float(e), abs(float(e))
    if isinstance(e, sympy.Piecewise):
        value, error = _bound(e.args[-1].expr, known)
        for branch, condition in reversed(e.args[:-1]):
            chosen = _holds(condition, known)
            v, d = _bound(branch, known)
            value, error = np.where(chosen, v, value), np.where(chosen, d, error)
        return value, error
    if isinstance(e, Boolean):  # a condition that several branches share
        return _holds(e, known), 0.0
    parts = [_bound(a, known) for a in e.args]
    values, errors = zip(*parts, strict=True)
    if isinstance(e, sympy.Add):
        # The sum is added up term by term, and each partial sum is rounded.
        value, error = values[0], errors[0]
        for v, d in parts[1:]:
            value = value + v
            error = error + d + np.abs(value)
        return value, error + sum(np.abs(v) for v in values)
    if isinstance(e, sympy.Mul):
        value, relative = 1.0, 0.0
        for v, d in parts:
            value = value * v
            relative = (
                relative + np.where(np.asarray(v) == 0, 0.0, d / np.abs(np.where(np.asarray(v) == 0, 1.0, v))) + 1
            )
        return value, np.abs(value) * relative + sum(
            np.where(np.asarray(v) == 0, d * _others(values, i), 0.0) for i, (v, d) in enumerate(parts)
        )
    if isinstance(e, sympy.Pow):
        (base, db), (exponent, de) = parts
        value = np.power(np.asarray(base, float), exponent)
        slope = np.abs(exponent * np.power(np.asarray(base, float), np.asarray(exponent) - 1.0))
        # A number in the exponent is exact: it is printed as a root or as repeated multiplication.
        spread = 0.0 if e.exp.is_number else np.abs(value * np.log(np.abs(base))) * de
        return value, np.abs(value) * 4 + np.where(np.asarray(db) > 0, slope * db, 0.0) + spread
    if isinstance(e, (sympy.Min, sympy.Max)):
        pick = np.minimum if isinstance(e, sympy.Min) else np.maximum
        value, error = parts[0]
        for v, d in parts[1:]:
            value, error = pick(value, v), np.maximum(error, d)
        return value, error
    value = _call(type(e), values)
    if isinstance(e, random_uniform):  # integers are hashed, not rounded
        return value, 0.0
    slope = {
        sympy.exp: lambda x: np.exp(x),
        sympy.log: lambda x: 1 / np.abs(x),
        expm1: lambda x: np.exp(x),
        log1p: lambda x: 1 / np.abs(1 + x),
        x_over_expm1: lambda x: 1.0,
        x_over_expm1_slope: lambda x: 1.0,
        sympy.Abs: lambda x: 1.0,
        sympy.tanh: lambda x: 1.0,
        sympy.asinh: lambda x: 1.0,
        sympy.sin: lambda x: 1.0,
        sympy.cos: lambda x: 1.0,
        sympy.tan: lambda x: 1 + np.tan(x) ** 2,
        sympy.sign: lambda x: 0.0,
        sympy.floor: lambda x: 0.0,
        sympy.ceiling: lambda x: 0.0,
    }[type(e)](values[0])
    # The derivative of x/(exp(x) - 1) is itself computed as a difference near 0.
    own = 100.0 if isinstance(e, x_over_expm1_slope) else 4.0
    return value, np.abs(value) * own + np.where(np.asarray(errors[0]) > 0, slope * errors[0], 0.0)


def _others(values, skipped: int):
    product = 1.0
    for i, v in enumerate(values):
        product = product * (np.abs(v) if i != skipped else 1.0)
    return product


def _call(kind, values):
    from labsupport.modelling.program import FUNCTIONS

    return NAMESPACE[FUNCTIONS[kind][0]](*values)


def _holds(condition: sympy.Basic, known: dict):
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if condition.is_Symbol:
        return known[condition.name][0]
    if isinstance(condition, sympy.And):
        return np.logical_and.reduce(np.broadcast_arrays(*(_holds(c, known) for c in condition.args)))
    if isinstance(condition, sympy.Or):
        return np.logical_or.reduce(np.broadcast_arrays(*(_holds(c, known) for c in condition.args)))
    if isinstance(condition, sympy.Not):
        return np.logical_not(_holds(condition.args[0], known))
    left, right = (_bound(a, known)[0] for a in condition.args)
    compare = {">": np.greater, ">=": np.greater_equal, "<": np.less, "<=": np.less_equal}
    compare |= {"==": np.equal, "!=": np.not_equal}
    return compare[condition.rel_op](left, right)
