"""From expressions to straight-line code, the same operations in the same order in Python and JavaScript.

SymPy's own printers order terms differently for different languages.  Here one printer walks the
expressions once per dialect, so both languages add and multiply in the same order and differ only by the
last bit of ``exp``, ``log`` and their like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
import sympy
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import BooleanFalse, BooleanTrue

from labsupport.constants import Constant
from labsupport.modelling.errors import DeclarationError
from labsupport.modelling.functions import (
    expm1,
    log1p,
    random_uniform,
    uniform_numbers,
    x_over_expm1,
    x_over_expm1_slope,
)

# SymPy function -> (NumPy, JavaScript)
FUNCTIONS = {
    sympy.exp: ("exp", "Math.exp"),
    sympy.log: ("log", "Math.log"),
    sympy.Abs: ("abs", "Math.abs"),
    sympy.sign: ("sign", "Math.sign"),
    sympy.floor: ("floor", "Math.floor"),
    sympy.ceiling: ("ceil", "Math.ceil"),
    sympy.sin: ("sin", "Math.sin"),
    sympy.cos: ("cos", "Math.cos"),
    sympy.tan: ("tan", "Math.tan"),
    sympy.asin: ("arcsin", "Math.asin"),
    sympy.acos: ("arccos", "Math.acos"),
    sympy.atan: ("arctan", "Math.atan"),
    sympy.atan2: ("arctan2", "Math.atan2"),
    sympy.sinh: ("sinh", "Math.sinh"),
    sympy.cosh: ("cosh", "Math.cosh"),
    sympy.tanh: ("tanh", "Math.tanh"),
    sympy.asinh: ("arcsinh", "Math.asinh"),
    expm1: ("expm1", "Math.expm1"),
    log1p: ("log1p", "Math.log1p"),
    x_over_expm1: ("x_over_expm1", "xOverExpm1"),
    x_over_expm1_slope: ("x_over_expm1_slope", "xOverExpm1Slope"),
    random_uniform: ("random_uniform", "randomUniform"),
}
EXTREMES = {sympy.Min: ("minimum", "Math.min"), sympy.Max: ("maximum", "Math.max")}
RELATIONS = {
    sympy.StrictGreaterThan: (">", ">"),
    sympy.GreaterThan: (">=", ">="),
    sympy.StrictLessThan: ("<", "<"),
    sympy.LessThan: ("<=", "<="),
    sympy.Equality: ("==", "==="),
    sympy.Unequality: ("!=", "!=="),
}

# Helpers that JavaScript lacks; only those that a model uses are written before it.
JAVASCRIPT_HELPERS = {
    "integerPower": (
        "const integerPower = (x, n) => { let r = 1; for (;;) { if (n & 1) r *= x; n >>= 1; if (n === 0) return r; "
        "x *= x; } };"
    ),
    "randomUniform": (
        "const randomUniform = (seed, i, j) => { const word = (v) => (Math.imul(Math.floor(v) | 0, 1664525) "
        "+ 1013904223) | 0; let x = word(seed); let y = word(i); let z = word(j); x = (x + Math.imul(y, z)) | 0; "
        "y = (y + Math.imul(z, x)) | 0; z = (z + Math.imul(x, y)) | 0; x ^= x >>> 16; y ^= y >>> 16; z ^= z >>> 16; "
        "x = (x + Math.imul(y, z)) | 0; return ((x >>> 0) + 0.5) / 4294967296; };"
    ),
    "xOverExpm1": "const xOverExpm1 = (x) => (x === 0 ? 1 : x / Math.expm1(x));",
    "xOverExpm1Slope": (
        "const xOverExpm1Slope = (x) => { if (Math.abs(x) < 0.03125) { const s = x * x; return -0.5 + x * "
        "(1 / 6 - s * (1 / 180 - s * (1 / 5040 - s / 151200))); } if (x > 700) return 0; const d = Math.expm1(x); "
        "return ((1 - x) * d - x) / (d * d); };"
    ),
}


def integer_power(x, n: int):
    """x**n by repeated squaring, as the JavaScript helper does it."""
    result = 1.0
    while True:
        if n & 1:
            result = result * x
        n >>= 1
        if n == 0:
            return result
        x = x * x


def x_over_expm1_numpy(x):
    if isinstance(x, float):  # single runs pass through here some thousand times
        return x / np.expm1(x) if x else 1.0
    x = np.asarray(x, float)
    return np.where(x == 0, 1.0, x / np.where(x == 0, 1.0, np.expm1(x)))


def x_over_expm1_slope_numpy(x):
    x = np.asarray(x, float)
    s = x * x
    near = -0.5 + x * (1 / 6 - s * (1 / 180 - s * (1 / 5040 - s / 151200)))
    d = np.where(np.abs(x) < 0.03125, 1.0, np.expm1(np.minimum(x, 700.0)))
    far = np.where(x > 700, 0.0, ((1 - x) * d - x) / (d * d))
    return np.where(np.abs(x) < 0.03125, near, far)


_FROM_NUMPY = """exp log abs sign floor ceil sin cos tan arcsin arccos arctan arctan2 sinh cosh tanh arcsinh expm1 log1p
    minimum maximum where sqrt power logical_and logical_or logical_not"""
NAMESPACE = {name: getattr(np, name) for name in _FROM_NUMPY.split()} | {
    "integer_power": integer_power,
    "x_over_expm1": x_over_expm1_numpy,
    "x_over_expm1_slope": x_over_expm1_slope_numpy,
    "random_uniform": uniform_numbers,
    "inf": np.inf,
}

# What has code whatever its arguments; everything else, and every number, is looked at one by one.
_KNOWN = (
    sympy.Symbol,
    sympy.Add,
    sympy.Mul,
    sympy.Pow,
    sympy.Piecewise,
    ExprCondPair,
    sympy.Min,
    sympy.Max,
    sympy.And,
    sympy.Or,
    sympy.Not,
    BooleanTrue,
    BooleanFalse,
)

_TERNARY, _OR, _AND, _COMPARE, _ADD, _MUL, _UNARY, _ATOM = range(8)


class Printer:
    """Prints one expression for ``"python"`` or ``"javascript"`` and refuses what it does not know."""

    def __init__(self, dialect: str, owner: str):
        self.python = dialect == "python"
        self.owner = owner
        self.helpers: set[str] = set()

    def doprint(self, expression: sympy.Basic) -> str:
        return self._print(expression)[0]

    def check(self, expression: sympy.Basic) -> None:
        """Refuse what `doprint` would refuse, without the work of printing."""
        left, seen = [expression], set()
        while left:
            e = left.pop()
            if e in seen:
                continue
            seen.add(e)
            if isinstance(e, sympy.Piecewise):
                self._default(e)
            constant = isinstance(e, sympy.Pow) or type(e) in FUNCTIONS
            known = isinstance(e, _KNOWN) or type(e) in RELATIONS or type(e) in FUNCTIONS
            if not known or (constant and not e.free_symbols):
                self._print(e)
            left.extend(e.args)

    def _refuse(self, what: str) -> DeclarationError:
        return DeclarationError(f"{self.owner}: {what}")

    def _at_least(self, expression: sympy.Basic, level: int) -> str:
        code, own = self._print(expression)
        return code if own >= level else f"({code})"

    def _pick(self, pair: tuple[str, str]) -> str:
        name = pair[0 if self.python else 1]
        if name in JAVASCRIPT_HELPERS:
            self.helpers.add(name)
        return name

    def _number(self, value: float) -> tuple[str, int]:
        if not np.isfinite(value):
            raise self._refuse("an expression contains an infinite or undefined number.")
        text = repr(float(value))
        text = text.removesuffix(".0")
        if self.python and text.lstrip("-").isdigit():
            text += "."
        return text, (_ATOM if value >= 0 else _UNARY)

    def _print(self, e: sympy.Basic) -> tuple[str, int]:
        if isinstance(e, Constant):
            return self._number(e.value)
        if isinstance(e, sympy.Symbol):
            return e.name, _ATOM
        if isinstance(e, (BooleanTrue, BooleanFalse)):
            return (str(bool(e)) if self.python else str(bool(e)).lower()), _ATOM
        if isinstance(e, sympy.Expr) and e.is_number:
            if e.is_Float:
                return self._number(float(e))
            if e.is_finite is False or not e.is_comparable:
                raise self._refuse(f"the number {e} is not finite and real.")
            return self._number(float(e.evalf(30)))
        if isinstance(e, sympy.Add):
            return self._add(e)
        if isinstance(e, sympy.Mul):
            return self._mul(e)
        if isinstance(e, sympy.Pow):
            return self._pow(e.base, e.exp)
        if isinstance(e, sympy.Piecewise):
            return self._piecewise(e)
        if isinstance(e, (sympy.Min, sympy.Max)):
            name = self._pick(EXTREMES[type(e)])
            code = self._print(e.args[0])[0]
            for argument in e.args[1:]:
                code = f"{name}({code}, {self._print(argument)[0]})"
            return code, _ATOM
        if isinstance(e, (sympy.And, sympy.Or, sympy.Not)):
            return self._logic(e)
        if type(e) in RELATIONS:
            operator = RELATIONS[type(e)][0 if self.python else 1]
            return f"{self._at_least(e.args[0], _ADD)} {operator} {self._at_least(e.args[1], _ADD)}", _COMPARE
        if type(e) in FUNCTIONS:
            arguments = ", ".join(self._print(a)[0] for a in e.args)
            return f"{self._pick(FUNCTIONS[type(e)])}({arguments})", _ATOM
        name = getattr(e.func, "__name__", str(e.func))
        known = ", ".join(sorted(f.__name__ for f in (*FUNCTIONS, *EXTREMES, sympy.Piecewise)))
        raise self._refuse(f"the function {name} has no code in Python and JavaScript; known are {known}, and sqrt.")

    def _add(self, e: sympy.Add) -> tuple[str, int]:
        code = ""
        for term in e.args:
            coefficient, rest = term.as_coeff_Mul()
            if coefficient.is_negative:
                positive = (-coefficient) * rest if rest is not sympy.S.One else -coefficient
                piece = self._at_least(positive, _MUL)
                code = f"{code} - {piece}" if code else f"-{self._at_least(positive, _MUL)}"
            else:
                piece = self._at_least(term, _MUL)
                code = f"{code} + {piece}" if code else piece
        return code, _ADD

    def _mul(self, e: sympy.Mul) -> tuple[str, int]:
        above: list[sympy.Expr] = []
        below: list[sympy.Expr] = []
        negative = False
        for factor in e.args:
            if factor.is_Rational:
                negative ^= bool(factor < 0)
                if abs(factor.p) != 1:
                    above.append(sympy.Integer(abs(factor.p)))
                if factor.q != 1:
                    below.append(sympy.Integer(factor.q))
            elif factor.is_Float and factor < 0:
                negative = not negative
                above.append(-factor)
            elif isinstance(factor, sympy.Pow) and factor.exp.is_number and factor.exp.is_negative:
                below.append(sympy.Pow(factor.base, -factor.exp))
            else:
                above.append(factor)
        code = self._product(above) if above else self._number(1.0)[0]
        if below:
            code += f" / {self._product(below) if len(below) == 1 else '(' + self._product(below) + ')'}"
        return (
            (f"-{code}", _UNARY)
            if negative and len(above) + len(below) == 1
            else (("-" if negative else "") + code, _MUL)
        )

    def _product(self, factors: Sequence[sympy.Expr]) -> str:
        return " * ".join(self._at_least(f, _UNARY) for f in factors)

    def _pow(self, base: sympy.Expr, exponent: sympy.Expr) -> tuple[str, int]:
        if exponent.is_number and exponent.is_negative:
            inner, level = self._pow(base, -exponent) if exponent != -1 else self._print(base)
            return f"{self._number(1.0)[0]} / {inner if level >= _UNARY else '(' + inner + ')'}", _MUL
        if exponent == 1:
            return self._print(base)
        if exponent == sympy.Rational(1, 2):
            return f"{'sqrt' if self.python else 'Math.sqrt'}({self._print(base)[0]})", _ATOM
        if exponent.is_Integer and exponent <= 64:
            if exponent == 2 and base.is_Symbol:
                code = self._print(base)[0]
                return f"{code} * {code}", _MUL
            name = "integer_power" if self.python else "integerPower"
            if not self.python:
                self.helpers.add(name)
            return f"{name}({self._print(base)[0]}, {int(exponent)})", _ATOM
        name = "power" if self.python else "Math.pow"
        return f"{name}({self._print(base)[0]}, {self._print(exponent)[0]})", _ATOM

    def _piecewise(self, e: sympy.Piecewise) -> tuple[str, int]:
        code = self._at_least(self._default(e), _OR)
        for value, condition in reversed(e.args[:-1]):
            if self.python:
                code = f"where({self._print(condition)[0]}, {self._print(value)[0]}, {code})"
            else:
                code = f"({self._at_least(condition, _OR)} ? {self._at_least(value, _OR)} : {code})"
        return code, _ATOM

    def _default(self, e: sympy.Piecewise) -> sympy.Expr:
        if e.args[-1].cond is not sympy.true:
            raise self._refuse("a Piecewise has no default; end it with a pair (value, True).")
        return e.args[-1].expr

    def _logic(self, e: sympy.Basic) -> tuple[str, int]:
        if isinstance(e, sympy.Not):
            inner = e.args[0]
            if self.python:
                return f"logical_not({self._print(inner)[0]})", _ATOM
            return f"!{self._at_least(inner, _ATOM)}", _UNARY
        both = isinstance(e, sympy.And)
        arguments = sorted(e.args, key=sympy.default_sort_key)
        if self.python:
            code = self._print(arguments[0])[0]
            for argument in arguments[1:]:
                code = f"{'logical_and' if both else 'logical_or'}({code}, {self._print(argument)[0]})"
            return code, _ATOM
        level = _AND if both else _OR
        joint = " && " if both else " || "
        return joint.join(self._at_least(a, level + 1) for a in arguments), level


class Program:
    """Straight-line code for some expressions of named arguments.

    What cannot become code is refused at once; the code itself is made when it is first needed, because a notebook
    that shows one lab declares every model of the book and runs one.

    Parameters
    ----------
    owner : str
        Who is at fault when something is refused, such as ``"model nernst"``.
    arguments : sequence of str
        Names that the expressions may use.
    definitions : mapping of str to expression
        Named quantities in order; each may use arguments and definitions before it.
    targets : sequence of expression
        What the program computes; each may use arguments and definitions.
    """

    def __init__(
        self,
        owner: str,
        arguments: Sequence[str],
        definitions: Mapping[str, sympy.Expr],
        targets: Sequence[sympy.Expr],
    ):
        self.owner, self.arguments = owner, tuple(arguments)
        known = set(arguments)
        for name, expression in definitions.items():
            self._check_symbols(expression, known, f"{owner}: the expression of {name}")
            known.add(name)
        for target in targets:
            self._check_symbols(target, known, owner)
        self._definitions, self._wanted = dict(definitions), tuple(targets)
        printer = Printer("javascript", owner)
        for expression in (*self._definitions.values(), *self._wanted):
            printer.check(expression)

    @cached_property
    def _reduced(self) -> tuple[tuple[tuple[str, sympy.Expr], ...], tuple[sympy.Expr, ...]]:
        names, expressions = list(self._definitions), [*self._definitions.values(), *self._wanted]
        replaced, reduced = sympy.cse(expressions, symbols=sympy.numbered_symbols("_", real=True), order="canonical")
        pool = {s.name: e for s, e in replaced} | dict(zip(names, reduced, strict=False))
        targets = tuple(reduced[len(names) :])
        return tuple(self._in_order(pool, targets)), targets

    @property
    def assignments(self) -> tuple[tuple[str, sympy.Expr], ...]:
        """Named steps in order, common subexpressions taken out once."""
        return self._reduced[0]

    @property
    def targets(self) -> tuple[sympy.Expr, ...]:
        """What is computed, in terms of arguments and assignments."""
        return self._reduced[1]

    @staticmethod
    def _check_symbols(expression: sympy.Expr, known: set[str], owner: str) -> None:
        for s in sorted(expression.free_symbols, key=str):
            if isinstance(s, Constant):
                continue
            if s.name not in known:
                raise DeclarationError(f"{owner} uses {s.name}, which is not declared (or is declared later).")
            if s != sympy.Symbol(s.name, real=True):
                raise DeclarationError(
                    f"{owner} uses a symbol {s.name} with other assumptions; take it from symbol({s.name!r})."
                )

    @staticmethod
    def _in_order(pool: Mapping[str, sympy.Expr], targets: Iterable[sympy.Expr]) -> list[tuple[str, sympy.Expr]]:
        """The assignments that the targets need, each after those it uses."""
        ordered: list[tuple[str, sympy.Expr]] = []
        done: set[str] = set()

        def visit(expression: sympy.Expr) -> None:
            for name in sorted(s.name for s in expression.free_symbols if s.name in pool and s.name not in done):
                if name not in done:
                    visit(pool[name])
                    done.add(name)
                    ordered.append((name, pool[name]))

        for target in targets:
            visit(target)
        return ordered

    def used(self) -> set[str]:
        """The arguments that the code reads."""
        expressions = [e for _, e in self.assignments] + list(self.targets)
        return {s.name for e in expressions for s in e.free_symbols} & set(self.arguments)

    @cached_property
    def compute(self) -> Callable[..., list]:
        """A function of the arguments, in order, that returns the list of targets."""
        printer = Printer("python", self.owner)
        lines = [f"def compute({', '.join(self.arguments)}):"]
        lines += [f"    {name} = {printer.doprint(e)}" for name, e in self.assignments]
        lines.append(f"    return [{', '.join(printer.doprint(e) for e in self.targets)}]")
        namespace = dict(NAMESPACE)
        exec(compile("\n".join(lines), f"<{self.owner}>", "exec"), namespace)
        return namespace["compute"]

    def javascript(self, reads: Mapping[str, str], into: str, indent: str) -> tuple[list[str], set[str]]:
        """Statements that read arguments by ``reads[name]`` and store target i in ``into[i]``, and helpers needed."""
        printer = Printer("javascript", self.owner)
        used = self.used()
        read = [f"{name} = {source}" for name, source in reads.items() if name in used]
        lines = [f"{indent}const {', '.join(read)};"] if read else []
        lines += [f"{indent}const {name} = {printer.doprint(e)};" for name, e in self.assignments]
        lines += [f"{indent}{into}[{i}] = {printer.doprint(e)};" for i, e in enumerate(self.targets)]
        return lines, printer.helpers
