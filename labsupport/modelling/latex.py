"""LaTeX of a declaration: quantities by their symbols, R and F as letters, no unit conversions."""

from __future__ import annotations

from collections.abc import Mapping

import sympy
from sympy.printing.latex import LatexPrinter

from labsupport.constants import Constant


class _Printer(LatexPrinter):
    """SymPy's LaTeX, with the habits of the field: ``V - E``, not ``-E + V``; ``RT/F ln x``, not one long fraction."""

    def _print_Add(self, expr, order=None):
        terms = self._as_ordered_terms(expr, order=order)
        terms.sort(key=lambda term: bool(term.could_extract_minus_sign()))
        first, *rest = terms
        tex = self._print(first)
        for term in rest:
            negative = term.could_extract_minus_sign()
            sign = " - " if negative else " + "
            shown = self._print(-term if negative else term)
            if self._needs_add_brackets(-term if negative else term):
                shown = rf"\left({shown}\right)"
            tex += sign + shown
        return tex

    def _print_Mul(self, expr):
        logs = [a for a in expr.args if isinstance(a, sympy.log)]
        if len(logs) == 1 and not logs[0].args[0].is_number:
            rest = sympy.Mul(*(a for a in expr.args if a is not logs[0]))
            negative = rest.could_extract_minus_sign()
            front = self._print(-rest if negative else rest) if rest not in (1, -1) else ""
            if isinstance(rest, sympy.Add):
                front = rf"\left({front}\right)"
            return f"{'-' if negative else ''}{front} {self._print(logs[0])}".strip()
        return super()._print_Mul(expr)


def latex(expression: sympy.Expr, symbols: Mapping[str, str]) -> str:
    """``expression`` with each name printed by its LaTeX symbol."""
    conversions = {s: sympy.Integer(1) for s in expression.free_symbols if isinstance(s, Constant) and not s.tex}
    expression = expression.xreplace(conversions)
    names = {s: s.tex if isinstance(s, Constant) else symbols[s.name] for s in expression.free_symbols}
    return _Printer({"symbol_names": names, "ln_notation": True}).doprint(expression)
