"""Functions that keep their meaning and precision where the usual formula is 0/0."""

from __future__ import annotations

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
