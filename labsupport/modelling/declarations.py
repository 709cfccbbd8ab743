"""The parts of a model: parameters, states, outputs and the time axis."""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling.errors import DeclarationError, ModelValueError

# Reserved in strict-mode JavaScript modules, and the names that generated code itself uses.
_RESERVED = """arguments await break case catch class const continue debugger default delete do else enum eval export
    extends false finally for function if implements import in instanceof interface let new null package private
    protected public return static super switch this throw true try typeof undefined var void while with yield
    NaN Infinity Math Number Array Object Float64Array globalThis window document self"""
JAVASCRIPT_RESERVED = frozenset(_RESERVED.split())
# The vocabulary of the generated functions.
_OWN = """t p y dy out R F elementary_charge avogadro exp log abs sign floor ceil sin cos tan arcsin arccos arctan
    arctan2 sinh cosh tanh arcsinh expm1 log1p minimum maximum where sqrt power logical_and logical_or logical_not
    integer_power x_over_expm1 x_over_expm1_slope inf integerPower xOverExpm1 xOverExpm1Slope random_uniform
    randomUniform statistics trialNumber"""
OWN_NAMES = frozenset(_OWN.split())
DOMAINS = ("real", "positive", "nonnegative", "nonzero", "temperature")


def symbol(name: str) -> sympy.Symbol:
    """The symbol by which expressions refer to a parameter, state, input or output called ``name``."""
    return sympy.Symbol(name, real=True)


t = symbol("t")


def check_name(name: str, owner: str) -> None:
    """Refuse a name that Python or JavaScript could not use for a variable."""
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
        raise DeclarationError(
            f"{owner}: the name {name!r} must be a letter followed by letters, digits or underscores, "
            "and not a Python keyword."
        )
    if name in JAVASCRIPT_RESERVED:
        raise DeclarationError(f"{owner}: the name {name!r} is reserved in JavaScript; choose another.")
    if name in OWN_NAMES:
        raise DeclarationError(f"{owner}: the name {name!r} has a fixed meaning in every model; choose another.")


def check_expression(expression: object, owner: str) -> sympy.Expr:
    """A SymPy expression, or a sentence saying why this is not one."""
    try:
        result = sympy.sympify(expression, strict=True)
    except (sympy.SympifyError, TypeError):
        result = None
    if not isinstance(result, sympy.Expr):
        raise DeclarationError(f"{owner}: {expression!r} is not a SymPy expression.")
    return result


def check_text(text: object, owner: str) -> None:
    if not isinstance(text, Text) or not text.zh or not text.en:
        raise DeclarationError(f"{owner}: the label must be a Text with words in both languages, not {text!r}.")


def show_number(value: float) -> str:
    """A number as the book prints it: short, with a true minus sign."""
    return f"{value:.10g}".replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True)
class Parameter:
    """One adjustable quantity of a model.

    Parameters
    ----------
    name : str
        Identifier in Python and JavaScript, such as ``"K_out"``.
    symbol : str
        LaTeX, such as ``r"[\\mathrm{K^+}]_\\mathrm{out}"``.
    unit : str
        Unit as printed, ``""`` for a pure number.
    default, minimum, maximum, step : float
        The slider; ``step`` is ignored on a logarithmic scale and where there are ``choices``.
    label : Text
        Name in both languages.
    scale : {"linear", "log"}
        How the slider runs.
    domain : {"real", "positive", "nonnegative", "nonzero", "temperature"}
        What is physically possible, wherever the value comes from.
    choices : sequence of float or mapping of float to Text, optional
        The only values, with their labels if they need any.
    """

    name: str
    symbol: str
    unit: str
    default: float
    minimum: float
    maximum: float
    step: float
    label: Text
    scale: str = "linear"
    domain: str = "real"
    choices: Mapping[float, Text] | Sequence[float] | None = None

    def __post_init__(self) -> None:
        owner = f"parameter {self.name}"
        check_name(self.name, owner)
        check_text(self.label, owner)
        if self.scale not in ("linear", "log"):
            raise DeclarationError(f"{owner}: the scale {self.scale!r} is neither 'linear' nor 'log'.")
        if self.domain not in DOMAINS:
            raise DeclarationError(f"{owner}: the domain {self.domain!r} is not one of {', '.join(DOMAINS)}.")
        if self.choices is not None and not isinstance(self.choices, Mapping):
            plain = {float(v): Text(show_number(v), show_number(v)) for v in self.choices}
            object.__setattr__(self, "choices", plain)
        numbers = [self.default, self.minimum, self.maximum, self.step, *(self.choices or ())]
        if not all(isinstance(v, (int, float)) and math.isfinite(v) for v in numbers):
            raise DeclarationError(f"{owner}: default, minimum, maximum, step and choices must be finite numbers.")
        if not self.minimum <= self.default <= self.maximum or self.minimum == self.maximum:
            raise DeclarationError(
                f"{owner}: the default {self.default} must lie in the range {self.minimum} to {self.maximum}."
            )
        if self.scale == "log" and self.minimum <= 0:
            raise DeclarationError(
                f"{owner}: a logarithmic slider cannot start at {self.minimum}; it must be positive."
            )
        if self.step <= 0:
            raise DeclarationError(f"{owner}: the step {self.step} must be positive.")
        if self.choices is not None and self.default not in self.choices:
            raise DeclarationError(f"{owner}: the default {self.default} is not one of the choices.")
        for value in self.choices if self.choices is not None else (self.minimum, self.maximum):
            if not bool(self._possible(np.asarray(value, float))):
                raise DeclarationError(f"{owner}: the slider offers {value}, which the domain {self.domain!r} forbids.")

    @property
    def sympy(self) -> sympy.Symbol:
        return symbol(self.name)

    def _possible(self, values: np.ndarray) -> np.ndarray:
        fine = np.isfinite(values)
        if self.domain in ("positive", "temperature"):
            fine &= values > 0
        elif self.domain == "nonnegative":
            fine &= values >= 0
        elif self.domain == "nonzero":
            fine &= values != 0
        return fine

    def check(self, value: object) -> np.ndarray:
        """The value as an array of floats, or a sentence naming the value and what is allowed.

        Raises
        ------
        ModelValueError
            For text, complex numbers, NaN, infinities and values outside the physical domain.
        """
        try:
            raw = np.asarray(value)
            # An object is taken only if it says how it is a number: None would silently become NaN.
            if raw.dtype.kind not in "iuf" and not (
                raw.dtype.kind == "O" and all(hasattr(v, "__float__") for v in raw.flat)
            ):
                raise TypeError
            values = raw.astype(float)
        except (TypeError, ValueError):
            raise ModelValueError(_NOT_A_NUMBER.format(name=self.name, value=_shorten(value))) from None
        fine = self._possible(values)
        if not np.all(fine):
            first = float(values[~fine].flat[0]) if values.ndim else float(values)
            unit = f" {self.unit}" if self.unit else ""
            raise ModelValueError(
                _OUTSIDE.format(name=self.name, value=show_number(first), unit=unit, allowed=_ALLOWED[self.domain])
            )
        return values


def _shorten(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "..."


_NOT_A_NUMBER = Text(
    zh="参数 {name} 必须是一个数或由数组成的数组，而不是 {value}。",
    en="The parameter {name} must be a number or an array of numbers, not {value}.",
)
_OUTSIDE = Text(
    zh="参数 {name} = {value}{unit} 没有物理意义：它必须{allowed}。",
    en="The parameter {name} = {value}{unit} is not physically possible: it must be {allowed}.",
)
_ALLOWED = {
    "real": Text(zh="是有限的实数", en="a finite real number"),
    "positive": Text(zh="大于 0，且为有限值", en="finite and greater than 0"),
    "nonnegative": Text(zh="大于或等于 0，且为有限值", en="finite and at least 0"),
    "nonzero": Text(zh="是不等于 0 的有限实数", en="a finite number other than 0"),
    "temperature": Text(
        zh="是高于 0 K 的热力学温度（开尔文；摄氏度请加 273.15）",
        en="an absolute temperature above 0 K (kelvin; add 273.15 to degrees Celsius)",
    ),
}


@dataclass(frozen=True)
class Output:
    """One computed quantity: its expression, LaTeX symbol, unit and name.

    The expression may use parameters (and time, states, inputs and definitions of a dynamical model) and
    outputs declared before it.
    """

    expression: sympy.Expr
    symbol: str
    unit: str
    label: Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", check_expression(self.expression, f"output {self.symbol}"))
        check_text(self.label, f"output {self.symbol}")


@dataclass(frozen=True)
class State:
    """One state of a dynamical model: ``d(state)/dt = rate``, starting at ``initial`` (an expression of parameters)."""

    rate: sympy.Expr
    initial: sympy.Expr
    symbol: str
    unit: str
    label: Text

    def __post_init__(self) -> None:
        for name in ("rate", "initial"):
            object.__setattr__(self, name, check_expression(getattr(self, name), f"{name} of the state {self.symbol}"))
        check_text(self.label, f"state {self.symbol}")


@dataclass(frozen=True)
class Settled:
    """From when on a dynamical model may take longer steps in the page.

    Parameters
    ----------
    after : float
        Time since the last breakpoint, or since the run began, in the model's unit of time.
    substeps : int
        Steps between two samples from then on.
    """

    after: float
    substeps: int = 1

    def __post_init__(self) -> None:
        if not self.after > 0:
            raise DeclarationError(f"settled: the time after a jump must be positive, not {self.after!r}.")
        if not isinstance(self.substeps, int) or self.substeps < 1:
            raise DeclarationError(f"settled: substeps must be an integer of at least 1, not {self.substeps!r}.")


@dataclass(frozen=True)
class Time:
    """The time axis of a dynamical model.

    Parameters
    ----------
    unit : str
        Unit of time.
    duration : expression of parameters
        Length of the run.
    samples : int
        Number of points returned, the first at time 0 and the last at ``duration``.
    breakpoints : sequence of expressions of parameters
        Times at which an input jumps or has a kink.  Steps end there, so a jump costs no accuracy.
    symbol : str
        LaTeX.
    """

    unit: str
    duration: sympy.Expr
    samples: int = 401
    breakpoints: tuple[sympy.Expr, ...] = ()
    symbol: str = "t"

    def __post_init__(self) -> None:
        object.__setattr__(self, "duration", check_expression(self.duration, "duration"))
        points = tuple(check_expression(b, "breakpoint") for b in self.breakpoints)
        object.__setattr__(self, "breakpoints", points)
        if not isinstance(self.samples, int) or self.samples < 2:
            raise DeclarationError(
                f"time: the number of samples must be an integer of at least 2, not {self.samples!r}."
            )
