"""LaTeX of a declaration: quantities by their symbols, R and F as letters, no unit conversions."""

from __future__ import annotations

from collections.abc import Mapping

import sympy

from labsupport.constants import Constant


def latex(expression: sympy.Expr, symbols: Mapping[str, str]) -> str:
    """``expression`` with each name printed by its LaTeX symbol."""
    conversions = {s: 1 for s in expression.free_symbols if isinstance(s, Constant) and not s.tex}
    expression = expression.xreplace({s: sympy.Integer(1) for s in conversions}) if conversions else expression
    expression = expression.xreplace({})  # a fresh tree; xreplace above has already re-evaluated products
    names = {s: s.tex if isinstance(s, Constant) else symbols[s.name] for s in expression.free_symbols}
    return sympy.latex(expression, symbol_names=names, ln_notation=True)
