"""A model declared once as expressions: called in Python, printed as JavaScript and as LaTeX."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cached_property

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling.declarations import (
    Output,
    Parameter,
    Settled,
    State,
    Time,
    check_expression,
    check_name,
    symbol,
)
from labsupport.modelling.errors import DeclarationError, ModelValueError
from labsupport.modelling.integrate import METHODS, trajectory
from labsupport.modelling.latex import latex
from labsupport.modelling.program import JAVASCRIPT_HELPERS, Program

_UNKNOWN = Text(
    zh="模型 {model} 没有名为 {name} 的参数；可用的参数是 {known}。",
    en="The model {model} has no parameter called {name}; its parameters are {known}.",
)
_NO_BROADCAST = Text(
    zh="这些参数的数组形状不能相互广播：{shapes}。",
    en="The shapes of these parameter arrays do not fit together: {shapes}.",
)


def _derivative(expression: sympy.Expr, s: sympy.Symbol) -> sympy.Expr:
    """The derivative wherever there is one; the steps and spikes of a kink count as the value beside it."""
    step = lambda x, *_: sympy.Piecewise((1, x > 0), (0, True))  # noqa: E731
    derivative = sympy.diff(expression, s)
    return derivative.replace(sympy.Heaviside, step).replace(sympy.DiracDelta, lambda *_: sympy.Integer(0))


def _checked_definitions(id: str, definitions) -> dict[str, tuple[sympy.Expr, str]]:
    return {
        name: (check_expression(expression, f"model {id}: the definition {name}"), tex)
        for name, (expression, tex) in (definitions or {}).items()
    }


class _Model:
    """What algebraic and dynamical models share: parameters, outputs, values and LaTeX."""

    kind = ""

    def __init__(
        self,
        id: str,
        parameters: Sequence[Parameter],
        outputs: Mapping[str, Output],
        source: str,
        conditions: Sequence[tuple[sympy.Basic, Text]],
    ):
        self.id = id
        self.parameters = tuple(parameters)
        self.outputs = dict(outputs)
        self.source = source
        self.owner = f"model {id}"
        self._tex = {p.name: p.symbol for p in self.parameters}
        seen: set[str] = set()
        for name in [*(p.name for p in self.parameters), *self._other_names(), *self.outputs]:
            check_name(name, self.owner)
            if name in seen:
                raise DeclarationError(f"{self.owner}: the name {name!r} is declared twice.")
            seen.add(name)
        if not self.outputs:
            raise DeclarationError(f"{self.owner}: it has no outputs.")
        names = [p.name for p in self.parameters]
        self._broken_by = [text for _, text in conditions]
        self._conditions = Program(self.owner, names, {}, [relation for relation, _ in conditions])

    def _other_names(self) -> list[str]:
        return []

    def parameter(self, name: str) -> Parameter:
        """The parameter called ``name``."""
        for p in self.parameters:
            if p.name == name:
                return p
        raise self._unknown(name)

    def _unknown(self, name: str) -> ModelValueError:
        return ModelValueError(
            _UNKNOWN.format(model=self.id, name=name, known=", ".join(p.name for p in self.parameters))
        )

    def values(self, **values: object) -> list[np.ndarray]:
        """Every parameter's value in order of declaration, checked; those not given take their default."""
        names = {p.name for p in self.parameters}
        for name in values:
            if name not in names:
                raise self._unknown(name)
        checked = [p.check(values.get(p.name, p.default)) for p in self.parameters]
        try:
            np.broadcast_shapes(*(v.shape for v in checked))
        except ValueError:
            shapes = ", ".join(f"{p.name} {v.shape}" for p, v in zip(self.parameters, checked, strict=True) if v.shape)
            raise ModelValueError(_NO_BROADCAST.format(shapes=shapes)) from None
        for fulfilled, text in zip(self._conditions.compute(*checked), self._broken_by, strict=True):
            if not np.all(fulfilled):
                raise ModelValueError(text)
        return checked

    def allowed(self, p: Sequence[np.ndarray]) -> np.ndarray:
        """Which of the parameter sets ``p`` (arrays in order of declaration) fulfil the model's conditions."""
        shape = np.broadcast_shapes(*(np.shape(v) for v in p))
        return np.logical_and.reduce([np.ones(shape, bool), *self._conditions.compute(*p)])

    def latex(self, name: str) -> str:
        """The right-hand side of an output (or of a state's rate) in LaTeX."""
        return latex(self._named_expression(name), self._tex)

    def _named_expression(self, name: str) -> sympy.Expr:
        if name in self.outputs:
            return self.outputs[name].expression
        raise KeyError(f"{self.owner} has no output {name!r}; it has {', '.join(self.outputs)}")

    def _wrap_javascript(self, members: list[str], helpers: set[str]) -> str:
        lines = ["(() => {", '  "use strict";']
        lines += [f"  {JAVASCRIPT_HELPERS[name]}" for name in sorted(helpers)]
        lines += ["  return {"]
        head = {"id": self.id, "kind": self.kind, "parameters": [p.name for p in self.parameters]}
        lines += [f"    {key}: {json.dumps(value)}," for key, value in head.items()]
        lines += members
        lines += ["  };", "})()"]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"


class AlgebraicModel(_Model):
    """Outputs that are closed expressions of the parameters.

    Parameters
    ----------
    id : str
        Name in the registry.
    parameters : sequence of Parameter
        Inputs, in the order in which JavaScript receives them.
    outputs : mapping of str to Output
        Computed quantities in order; each may use parameters and outputs before it.
    source : str
        Key in ``references.bib`` and the equation there.
    conditions : sequence of (relation of parameters, Text)
        What values must fulfil together; the sentence is for the reader who breaks it.
    definitions : mapping of str to (expression, LaTeX symbol)
        Named quantities that outputs share, in order.
    """

    kind = "algebraic"

    def __init__(
        self,
        id: str,
        parameters: Sequence[Parameter],
        outputs: Mapping[str, Output],
        source: str = "",
        conditions: Sequence[tuple[sympy.Basic, Text]] = (),
        definitions: Mapping[str, tuple[sympy.Expr, str]] | None = None,
    ):
        self.definitions = _checked_definitions(id, definitions)
        super().__init__(id, parameters, outputs, source, conditions)
        self._tex |= {name: tex for name, (_, tex) in self.definitions.items()}
        self._tex |= {name: o.symbol for name, o in self.outputs.items()}
        self._shared = {name: e for name, (e, _) in self.definitions.items()}
        definitions = self._shared | {name: o.expression for name, o in self.outputs.items()}
        names = [p.name for p in self.parameters]
        self.program = Program(self.owner, names, definitions, [symbol(name) for name in self.outputs])

    def __call__(self, **values: object) -> dict[str, float | np.ndarray]:
        """Every output, as a float where all values are numbers, else as arrays of the common shape.

        Raises
        ------
        ModelValueError
            For an unknown name, or a value that is not a number or is physically impossible.
        """
        checked = self.values(**values)
        shape = np.broadcast_shapes(*(v.shape for v in checked))
        with np.errstate(all="ignore"):
            results = self.program.compute(*checked)
        if shape == ():
            return {name: float(r) for name, r in zip(self.outputs, results, strict=True)}
        return {
            name: np.array(np.broadcast_to(r, shape), dtype=float)
            for name, r in zip(self.outputs, results, strict=True)
        }

    def evaluate(self, output: str, **values: object) -> float | np.ndarray:
        """One output."""
        self._named_expression(output)
        return self(**values)[output]

    def expression(self, output: str, **replacements: object) -> sympy.Expr:
        """An output as one expression of the parameters, some of them replaced; for building other models."""
        expression = self._named_expression(output)
        earlier = self._shared | {k: o.expression for k, o in self.outputs.items() if k != output}
        for name in reversed(earlier):
            expression = expression.xreplace({symbol(name): earlier[name]})
        for name in replacements:
            self.parameter(name)
        return expression.xreplace({symbol(k): sympy.sympify(v) for k, v in replacements.items()})

    def _other_names(self) -> list[str]:
        return list(self.definitions)

    @cached_property
    def _javascript(self) -> str:
        reads = {p.name: f"p[{i}]" for i, p in enumerate(self.parameters)}
        body, helpers = self.program.javascript(reads, "out", " " * 6)
        members = [f"    outputs: {json.dumps(list(self.outputs))},", "    evaluate(p, out) {", *body, "    },"]
        return self._wrap_javascript(members, helpers)

    def javascript(self) -> str:
        """One strict JavaScript expression whose value is the model: ``{id, kind, parameters, outputs, evaluate}``."""
        return self._javascript


class DynamicalModel(_Model):
    """States that obey ordinary differential equations, and outputs computed from them.

    Parameters
    ----------
    id : str
        Name in the registry.
    parameters : sequence of Parameter
        Inputs, in the order in which JavaScript receives them.
    states : mapping of str to State
        Rates and initial values.
    outputs : mapping of str to Output
        Computed at every sample; each may use parameters, time, states, inputs, definitions and earlier outputs.
    time : Time
        Unit, duration, samples and breakpoints.
    inputs : mapping of str to expression or (expression, LaTeX symbol)
        Named functions of time and parameters, in order.
    definitions : mapping of str to (expression, LaTeX symbol)
        Named quantities that rates and outputs share, in order.
    method : {"rk4", "rosenbrock"}
        The page's integrator (see `labsupport.modelling.integrate`).
    substeps : int
        Steps between two samples.  Tests require the error over the whole range of the sliders to be invisible.
    settled : Settled, optional
        Longer steps once what a breakpoint set off is over.
    source : str
        Key in ``references.bib`` and the equation there.
    conditions : sequence of (relation of parameters, Text)
        What values must fulfil together; the sentence is for the reader who breaks it.
    """

    kind = "dynamical"

    def __init__(
        self,
        id: str,
        parameters: Sequence[Parameter],
        states: Mapping[str, State],
        outputs: Mapping[str, Output],
        time: Time,
        inputs: Mapping[str, sympy.Expr | tuple[sympy.Expr, str]] | None = None,
        definitions: Mapping[str, tuple[sympy.Expr, str]] | None = None,
        method: str = "rk4",
        substeps: int = 1,
        settled: Settled | None = None,
        source: str = "",
        conditions: Sequence[tuple[sympy.Basic, Text]] = (),
    ):
        self.states, self.time, self.method = dict(states), time, method
        self.substeps, self.settled = substeps, settled
        given = {k: v if isinstance(v, tuple) else (v, rf"\mathrm{{{k}}}") for k, v in (inputs or {}).items()}
        self.inputs = {k: check_expression(v, f"model {id}: the input {k}") for k, (v, _) in given.items()}
        self.definitions = _checked_definitions(id, definitions)
        super().__init__(id, parameters, outputs, source, conditions)
        if method not in METHODS:
            raise DeclarationError(f"{self.owner}: the method {method!r} is not one of {', '.join(METHODS)}.")
        if not isinstance(substeps, int) or substeps < 1:
            raise DeclarationError(f"{self.owner}: substeps must be an integer of at least 1, not {substeps!r}.")
        if not isinstance(settled, Settled | None):
            raise DeclarationError(f"{self.owner}: settled must be a Settled, not {settled!r}.")
        if not self.states:
            raise DeclarationError(f"{self.owner}: it has no states.")
        self._tex |= {"t": time.symbol} | {k: s.symbol for k, s in self.states.items()}
        self._tex |= {k: tex for k, (_, tex) in given.items()} | {k: tex for k, (_, tex) in self.definitions.items()}
        self._tex |= {k: o.symbol for k, o in self.outputs.items()}

        names = [p.name for p in self.parameters]
        everything = ["t", *self.states, *names]
        shared = self.inputs | {k: e for k, (e, _) in self.definitions.items()}
        rates = [s.rate for s in self.states.values()]
        self.programs = {
            "duration": Program(self.owner, names, {}, [time.duration]),
            "breakpoints": Program(self.owner, names, {}, list(time.breakpoints)),
            "initial": Program(self.owner, names, {}, [s.initial for s in self.states.values()]),
            "rates": Program(self.owner, everything, shared, rates),
            "observe": Program(
                self.owner,
                everything,
                shared | {k: o.expression for k, o in self.outputs.items()},
                [symbol(k) for k in self.outputs],
            ),
        }

    @cached_property
    def jacobian_programs(self) -> dict[str, Program]:
        """Derivatives of the rates, for the implicit method; made when first needed, as few readers run it."""
        if self.method != "rosenbrock":
            return {}
        names = ["t", *self.states, *(p.name for p in self.parameters)]
        shared = self.inputs | {k: e for k, (e, _) in self.definitions.items()}
        flat = [self._flatten(s.rate, shared) for s in self.states.values()]
        by_state = [_derivative(r, symbol(k)) for r in flat for k in self.states]
        by_time = [_derivative(r, symbol("t")) for r in flat]
        return {"jacobian": Program(self.owner, names, {}, by_state), "drift": Program(self.owner, names, {}, by_time)}

    @staticmethod
    def _flatten(expression: sympy.Expr, shared: Mapping[str, sympy.Expr]) -> sympy.Expr:
        for name in reversed(list(shared)):
            expression = expression.xreplace({symbol(name): shared[name]})
        return expression

    def _other_names(self) -> list[str]:
        return [*self.states, *self.inputs, *self.definitions]

    def _named_expression(self, name: str) -> sympy.Expr:
        if name in self.states:
            return self.states[name].rate
        return super()._named_expression(name)

    # -- one function per piece, arrays over parameter sets in the last axes --------------------------------

    def duration(self, p: Sequence[np.ndarray]) -> np.ndarray:
        return self.programs["duration"].compute(*p)[0]

    def breakpoints(self, p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.programs["breakpoints"].compute(*p)

    def initial(self, p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.programs["initial"].compute(*p)

    def rates(self, t: np.ndarray, y: Sequence[np.ndarray], p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.programs["rates"].compute(t, *y, *p)

    def jacobian(self, t: np.ndarray, y: Sequence[np.ndarray], p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.jacobian_programs["jacobian"].compute(t, *y, *p)

    def drift(self, t: np.ndarray, y: Sequence[np.ndarray], p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.jacobian_programs["drift"].compute(t, *y, *p)

    def observe(self, t: np.ndarray, y: Sequence[np.ndarray], p: Sequence[np.ndarray]) -> list[np.ndarray]:
        return self.programs["observe"].compute(t, *y, *p)

    # ----------------------------------------------------------------------------------------------------

    def integrate(self, **values: object) -> dict[str, np.ndarray]:
        """The run exactly as the page computes it: ``t`` and every output, the samples along the last axis.

        Arrays of values run side by side: their common shape comes before the axis of samples.
        """
        checked = self.values(**values)
        shape = np.broadcast_shapes(*(v.shape for v in checked))
        p = [np.broadcast_to(v, shape) for v in checked]
        with np.errstate(all="ignore"):
            times, states = trajectory(self, p, shape)
            results = self.observe(times, states, p)
        return {"t": np.moveaxis(times, 0, -1)} | {
            name: np.moveaxis(np.array(np.broadcast_to(r, times.shape), dtype=float), 0, -1)
            for name, r in zip(self.outputs, results, strict=True)
        }

    def solve(self, rtol: float = 1e-9, atol: float = 1e-12, **values: object) -> dict[str, np.ndarray]:
        """The run by SciPy's adaptive solver (LSODA), restarted at each breakpoint, at the same samples.

        ``atol`` is relative to the size of each state at the start (or 1, if it starts at 0).
        """
        from scipy.integrate import solve_ivp

        checked = self.values(**values)
        if any(v.shape for v in checked):
            raise ModelValueError(_ONE_AT_A_TIME)
        p = [np.float64(v) for v in checked]  # not plain floats, which refuse to divide by 0
        duration = float(self.duration(p))
        times = np.linspace(0.0, duration, self.time.samples)
        stops = sorted({float(b) for b in self.breakpoints(p) if 0 < float(b) < duration} | {duration})
        y = np.array([float(v) for v in self.initial(p)])
        states = np.empty((len(y), len(times)))
        states[:, 0] = y
        start = 0.0
        with np.errstate(all="ignore"):
            for stop in stops:
                inside = (times > start) & (times <= stop)
                wanted = (
                    np.append(times[inside], stop) if not inside.any() or times[inside][-1] != stop else times[inside]
                )
                # A stage at a jump must see the side it integrates; nextafter keeps it there.
                low, high = np.nextafter(start, stop), np.nextafter(stop, start)
                run = solve_ivp(
                    lambda s, y, low=low, high=high: np.array(
                        [float(r) for r in self.rates(min(max(s, low), high), y, p)]
                    ),
                    (start, stop),
                    y,
                    t_eval=wanted,
                    method="LSODA",
                    rtol=rtol,
                    atol=atol * np.where(y == 0, 1.0, np.abs(y)),
                    max_step=duration / 20,  # so that no smooth pulse is stepped over
                )
                if not run.success:
                    raise ArithmeticError(f"{self.owner}: the solver stopped: {run.message}")
                states[:, inside] = run.y[:, : inside.sum()]
                y, start = run.y[:, -1], stop
            results = self.observe(times, list(states), p)
        return {"t": times} | {
            name: np.array(np.broadcast_to(r, times.shape), dtype=float)
            for name, r in zip(self.outputs, results, strict=True)
        }

    @cached_property
    def _javascript(self) -> str:
        reads_p = {p.name: f"p[{i}]" for i, p in enumerate(self.parameters)}
        reads_y = {name: f"y[{i}]" for i, name in enumerate(self.states)}
        helpers: set[str] = set()

        def body(program: str, reads: Mapping[str, str], into: str) -> list[str]:
            lines, needed = (self.programs | self.jacobian_programs)[program].javascript(reads, into, " " * 6)
            helpers.update(needed)
            return lines

        members = [
            f"    outputs: {json.dumps(list(self.outputs))},",
            f"    states: {json.dumps(list(self.states))},",
            f"    samples: {self.time.samples},",
            f"    substeps: {self.substeps},",
            f"    settled: {json.dumps(asdict(self.settled) if self.settled else None)},",
            f"    method: {json.dumps(self.method)},",
            f"    breakpointCount: {len(self.time.breakpoints)},",
            "    duration(p) {",
            "      const out = [0];",
            *body("duration", reads_p, "out"),
            "      return out[0];",
            "    },",
            "    breakpoints(p, out) {",
            *body("breakpoints", reads_p, "out"),
            "    },",
            "    initial(p, y) {",
            *body("initial", reads_p, "y"),
            "    },",
            "    rates(t, y, p, dy) {",
            *body("rates", reads_y | reads_p, "dy"),
            "    },",
            "    observe(t, y, p, out) {",
            *body("observe", reads_y | reads_p, "out"),
            "    },",
        ]
        for name in ("jacobian", "drift"):
            if name in self.jacobian_programs:
                members += [f"    {name}(t, y, p, out) {{", *body(name, reads_y | reads_p, "out"), "    },"]
        return self._wrap_javascript(members, helpers)

    def javascript(self) -> str:
        """One strict JavaScript expression whose value is the model, run by ``integrator.js``."""
        return self._javascript


_ONE_AT_A_TIME = Text(
    zh="solve 一次只能计算一组参数；多组参数请用 integrate。",
    en="solve takes one set of parameters at a time; use integrate for arrays.",
)
