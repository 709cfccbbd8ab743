"""Functions that SymPy lacks: precise where the usual formula is 0/0, and random numbers alike in every language."""

from __future__ import annotations

import numpy as np
import sympy


class expm1(sympy.Function):  # noqa: N801  (SymPy functions are named as they print)
    """exp(x) - 1, precise near 0."""

    nargs = 1

    @classmethod
    def eval(cls, x):
        return sympy.Integer(0) if x.is_zero else None

    def fdiff(self, argindex=1):
        return sympy.exp(self.args[0])

    def _eval_is_real(self):
        return self.args[0].is_real

    def _eval_evalf(self, prec):
        return (sympy.exp(self.args[0]) - 1)._eval_evalf(prec)

    def _latex(self, printer, exp=None):
        body = rf"\left(e^{{{printer.doprint(self.args[0])}}} - 1\right)"
        return body if exp is None else rf"{body}^{{{exp}}}"


class log1p(sympy.Function):  # noqa: N801
    """log(1 + x), precise near 0."""

    nargs = 1

    @classmethod
    def eval(cls, x):
        return sympy.Integer(0) if x.is_zero else None

    def fdiff(self, argindex=1):
        return 1 / (1 + self.args[0])

    def _eval_evalf(self, prec):
        return sympy.log(1 + self.args[0])._eval_evalf(prec)

    def _latex(self, printer, exp=None):
        body = rf"\ln\left(1 + {printer.doprint(self.args[0])}\right)"
        return body if exp is None else rf"{body}^{{{exp}}}"


class x_over_expm1(sympy.Function):  # noqa: N801
    """x / (exp(x) - 1), equal to 1 at x = 0.

    GHK currents and many rate functions have this shape.  The written quotient is 0/0 at x = 0 and loses
    digits beside it; this function does neither.
    """

    nargs = 1

    @classmethod
    def eval(cls, x):
        return sympy.Integer(1) if x.is_zero else None

    def fdiff(self, argindex=1):
        return x_over_expm1_slope(self.args[0])

    def _eval_is_real(self):
        return self.args[0].is_real

    def _eval_evalf(self, prec):
        x = self.args[0]
        return (x / (sympy.exp(x) - 1))._eval_evalf(prec)

    def _latex(self, printer, exp=None):
        x = printer.doprint(self.args[0])
        body = rf"\frac{{{x}}}{{e^{{{x}}} - 1}}"
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"


class x_over_expm1_slope(sympy.Function):  # noqa: N801
    """The derivative of x / (exp(x) - 1), equal to -1/2 at x = 0; implicit integration needs it."""

    nargs = 1

    @classmethod
    def eval(cls, x):
        return -sympy.Rational(1, 2) if x.is_zero else None

    def _eval_is_real(self):
        return self.args[0].is_real

    def _eval_evalf(self, prec):
        x = self.args[0]
        return ((sympy.exp(x) * (1 - x) - 1) / (sympy.exp(x) - 1) ** 2)._eval_evalf(prec)

    def _latex(self, printer, exp=None):
        x = printer.doprint(self.args[0])
        body = rf"\frac{{\left(1 - {x}\right) e^{{{x}}} - 1}}{{\left(e^{{{x}}} - 1\right)^2}}"
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"


class random_uniform(sympy.Function):  # noqa: N801
    """The uniform random number with the indices ``seed``, ``i`` and ``j``, above 0 and below 1.

    A hash, not a generator: the number depends on the three integers alone (the floor of each, modulo 2^32), so
    that trial i of a sample can be drawn without those before it, in any order, and with the same bits in Python
    and in the page.  The hash is pcg3d (Jarzynski and Olano 2020, Journal of Computer Graphics Techniques 9:20).
    """

    nargs = 3

    def fdiff(self, argindex=1):
        return sympy.Integer(0)

    def _eval_is_real(self):
        return True

    def _eval_is_positive(self):
        return True

    def _eval_evalf(self, prec):
        drawn = uniform_numbers(*(float(a) for a in self.args))
        return sympy.Float(sympy.Rational(float(drawn)), precision=prec)

    def _latex(self, printer, exp=None):
        _, i, j = (printer.doprint(a) for a in self.args)
        body = rf"U_{{{i},\,{j}}}"
        return body if exp is None else rf"{{{body}}}^{{{exp}}}"


def uniform_numbers(seed, i, j):
    """`random_uniform` for numbers or arrays, computed exactly as in the page."""
    x, y, z = (_word(v) for v in (seed, i, j))
    with np.errstate(over="ignore"):  # 32-bit integers wrap around, as they should
        x, y, z = (v * _FACTOR + _INCREMENT for v in (x, y, z))
        x = x + y * z
        y = y + z * x
        z = z + x * y
        x, y, z = (v ^ (v >> _HALF) for v in (x, y, z))
        x = x + y * z
    return (x.astype(float) + 0.5) / 4294967296.0


_FACTOR, _INCREMENT, _HALF = np.uint32(1664525), np.uint32(1013904223), np.uint32(16)


def _word(value) -> np.ndarray:
    """The floor of a number modulo 2^32 (0 where it is not finite), as JavaScript's ``Math.floor(x) | 0``."""
    value = np.floor(np.asarray(value, float))
    return np.mod(np.where(np.isfinite(value), value, 0.0), 4294967296.0).astype(np.uint32)


def random_normal(seed, i, j) -> sympy.Expr:
    """A normal random number with mean 0 and variance 1, by Box and Muller from the uniform ones 2j and 2j + 1."""
    radius = sympy.sqrt(-2 * sympy.log(random_uniform(seed, i, 2 * j)))
    return radius * sympy.cos(2 * sympy.pi * random_uniform(seed, i, 2 * j + 1))
