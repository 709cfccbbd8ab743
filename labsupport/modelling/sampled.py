"""Models of repeated trials: outputs drawn anew in every trial, and statistics over all trials of a sample."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import sympy

from labsupport.i18n import Text
from labsupport.modelling.declarations import Output, Parameter, check_expression, check_text, symbol
from labsupport.modelling.errors import DeclarationError, ModelValueError
from labsupport.modelling.latex import latex
from labsupport.modelling.models import _checked_definitions, _Model
from labsupport.modelling.program import Program

trial = symbol("trial")  # the number of a trial, from 1; what is random takes it as an index of its random numbers
BLOCK = 200_000  # draws computed side by side in Python


def _sum(values: np.ndarray) -> np.ndarray:
    """The sum down the trials, term by term as the page adds it."""
    return np.cumsum(values, axis=0)[-1]


def _mean(values: np.ndarray, count: np.ndarray) -> np.ndarray:
    return _sum(values) / count


def _variance(values: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The unbiased variance; trials beyond the sample hold its mean."""
    mean = _mean(values, count)
    inside = np.arange(len(values)).reshape(-1, *[1] * (values.ndim - 1)) < count
    deviations = np.where(inside, values - mean, 0.0)
    return _sum(deviations * deviations) / (count - 1)


def histogram(values: np.ndarray, low: float, high: float, bins: int) -> np.ndarray:
    """How many values lie in each of ``bins`` equal bins from ``low`` to ``high``; a bin holds its lower edge."""
    place = np.floor((np.asarray(values, float) - low) / (high - low) * bins)
    return np.bincount(place[(place >= 0) & (place < bins)].astype(int), minlength=bins).astype(float)


KINDS = {"mean": _mean, "variance": _variance}


@dataclass(frozen=True)
class Statistic:
    """The mean or the (unbiased) variance of a quantity over the trials of a sample.

    Parameters
    ----------
    kind : {"mean", "variance"}
    of : expression
        Of parameters, definitions, drawn outputs and the trial's number.  The mean of an indicator is a fraction.
    symbol, unit, label : str, str, Text
        As of an `Output`.
    """

    kind: str
    of: sympy.Expr
    symbol: str
    unit: str
    label: Text

    def __post_init__(self) -> None:
        owner = f"statistic {self.symbol}"
        if self.kind not in KINDS:
            raise DeclarationError(f"{owner}: the kind {self.kind!r} is not one of {', '.join(KINDS)}.")
        object.__setattr__(self, "of", check_expression(self.of, owner))
        check_text(self.label, owner)


class SampledModel(_Model):
    """A sample of independent trials.

    Parameters
    ----------
    id : str
        Name in the registry.
    parameters : sequence of Parameter
        Inputs, in the order in which JavaScript receives them; one of them is usually the seed.
    draws : mapping of str to Output
        What each trial gives: expressions of parameters, definitions, the trial's number `trial` and draws before.
    statistics : mapping of str to Statistic
        What is computed over all trials.
    outputs : mapping of str to Output
        Closed expressions of parameters and statistics, in order.
    trials : expression of parameters
        Size of the sample (its floor counts), at least 2.
    most : int
        The largest size allowed.
    definitions : mapping of str to (expression, LaTeX symbol)
        Named quantities that the draws share, in order.
    source : str
        Key in ``references.bib`` and the equation there.
    conditions : sequence of (relation of parameters, Text)
        What values must fulfil together; the sentence is for the reader who breaks it.
    """

    kind = "sampled"

    def __init__(
        self,
        id: str,
        parameters: Sequence[Parameter],
        draws: Mapping[str, Output],
        statistics: Mapping[str, Statistic],
        outputs: Mapping[str, Output],
        trials: sympy.Expr,
        most: int = 1000,
        definitions: Mapping[str, tuple[sympy.Expr, str]] | None = None,
        source: str = "",
        conditions: Sequence[tuple[sympy.Basic, Text]] = (),
    ):
        self.draws, self.statistics, self.closed_outputs = dict(draws), dict(statistics), dict(outputs)
        self.trials, self.most = check_expression(trials, f"model {id}: the number of trials"), most
        self.definitions = _checked_definitions(id, definitions)
        if not draws or not statistics:
            raise DeclarationError(f"model {id}: a sample needs something drawn and a statistic of it.")
        super().__init__(id, parameters, {**draws, **statistics, **outputs}, source, conditions)
        self._tex |= {"trial": "i"} | {k: tex for k, (_, tex) in self.definitions.items()}
        self._tex |= {name: o.symbol for name, o in self.outputs.items()}
        names = [p.name for p in self.parameters]
        shared = {k: e for k, (e, _) in self.definitions.items()} | {k: o.expression for k, o in self.draws.items()}
        self.programs = {
            "count": Program(self.owner, names, {}, [self.trials]),
            "draw": Program(
                self.owner,
                ["trial", *names],
                shared,
                [*(symbol(k) for k in self.draws), *(s.of for s in self.statistics.values())],
            ),
            "conclude": Program(
                self.owner,
                [*self.statistics, *names],
                {k: o.expression for k, o in self.closed_outputs.items()},
                [symbol(k) for k in self.closed_outputs],
            ),
        }

    def _other_names(self) -> list[str]:
        return ["trial", *self.definitions]

    def latex(self, name: str) -> str:
        """The right-hand side of a draw, a statistic or a closed output in LaTeX."""
        if name in self.statistics:
            of, mean = latex(self.statistics[name].of, self._tex), r"\frac{1}{n}\sum_{i=1}^{n}"
            if self.statistics[name].kind == "mean":
                return rf"{mean} {of}"
            return rf"\frac{{1}}{{n-1}}\sum_{{i=1}}^{{n}} \left({of} - \overline{{{of}}}\right)^2"
        return super().latex(name)

    # -- a sample ---------------------------------------------------------------------------------------------------

    def counts(self, p: Sequence[np.ndarray]) -> np.ndarray:
        """How many trials the samples with the parameters ``p`` have."""
        return np.clip(np.floor(self.programs["count"].compute(*p)[0]), 2, self.most)

    def drawn(self, p: Sequence[np.ndarray], shape: tuple[int, ...]) -> list[np.ndarray]:
        """Draws, then what the statistics are of: arrays with the trials along the first axis, `most` of them."""
        i = np.arange(1.0, self.most + 1).reshape(-1, *[1] * len(shape))
        with np.errstate(all="ignore"):
            columns = self.programs["draw"].compute(i, *p)
        return [np.broadcast_to(c, (self.most, *shape)) for c in columns]

    def conclusions(self, columns: Sequence[np.ndarray], count: np.ndarray, p: Sequence[np.ndarray]) -> list:
        """The last trial's draws, the statistics and the closed outputs, in the order of ``outputs``."""
        first = len(self.draws)
        beyond = np.arange(self.most).reshape(-1, *[1] * count.ndim) >= count
        with np.errstate(all="ignore"):
            found = [
                KINDS[s.kind](np.where(beyond, 0.0, c), count)
                for s, c in zip(self.statistics.values(), columns[first:], strict=True)
            ]
            closed = self.programs["conclude"].compute(*found, *p)
        last = np.expand_dims(count.astype(int) - 1, 0)
        return [*(np.take_along_axis(np.asarray(c), last, 0)[0] for c in columns[:first]), *found, *closed]

    def __call__(self, **values: object) -> dict[str, float | np.ndarray]:
        """Every output: the draws of the last trial, the statistics of the sample, and what follows from them.

        Raises
        ------
        ModelValueError
            For an unknown name, or a value that is not a number or is physically impossible.
        """
        checked = self.values(**values)
        shape = np.broadcast_shapes(*(v.shape for v in checked))
        flat = [np.ravel(np.broadcast_to(v, shape)) for v in checked]
        size = max(1, BLOCK // self.most)
        found = []
        for start in range(0, len(flat[0]), size):
            p = [v[start : start + size] for v in flat]
            results = self.conclusions(self.drawn(p, p[0].shape), self.counts(p), p)
            found.append([np.broadcast_to(r, p[0].shape) for r in results])
        whole = [np.concatenate(parts).astype(float).reshape(shape) for parts in zip(*found, strict=True)]
        if shape == ():
            return {name: float(r) for name, r in zip(self.outputs, whole, strict=True)}
        return dict(zip(self.outputs, whole, strict=True))

    def evaluate(self, output: str, **values: object) -> float | np.ndarray:
        """One output."""
        if output not in self.outputs:
            raise KeyError(f"{self.owner} has no output {output!r}; it has {', '.join(self.outputs)}")
        return self(**values)[output]

    def closed(self, **values: object) -> dict[str, np.ndarray]:
        """The outputs that need no sample, for arrays of values; NaN for those that do."""
        checked = self.values(**values)
        shape = np.broadcast_shapes(*(v.shape for v in checked))
        with np.errstate(all="ignore"):
            results = self.programs["conclude"].compute(*[np.nan] * len(self.statistics), *checked)
        none = dict.fromkeys([*self.draws, *self.statistics], np.full(shape, np.nan))
        return none | {
            k: np.array(np.broadcast_to(r, shape), dtype=float)
            for k, r in zip(self.closed_outputs, results, strict=True)
        }

    def sample(self, **values: object) -> dict[str, np.ndarray]:
        """``trial`` and every draw, trial by trial, for one set of values."""
        checked = self.values(**values)
        if any(v.shape for v in checked):
            raise ModelValueError(_ONE_AT_A_TIME)
        count = int(self.counts(checked))
        columns = self.drawn(checked, ())
        return {"trial": np.arange(1.0, count + 1)} | {
            k: np.array(c[:count], dtype=float) for k, c in zip(self.draws, columns, strict=False)
        }

    # -- the page ---------------------------------------------------------------------------------------------------

    @cached_property
    def _javascript(self) -> str:
        reads_p = {p.name: f"p[{i}]" for i, p in enumerate(self.parameters)}
        reads_s = {name: f"statistics[{i}]" for i, name in enumerate(self.statistics)}
        helpers: set[str] = set()

        def body(program: str, reads: Mapping[str, str], into: str) -> list[str]:
            lines, needed = self.programs[program].javascript(reads, into, " " * 6)
            helpers.update(needed)
            return lines

        members = [
            f"    outputs: {json.dumps(list(self.outputs))},",
            f"    draws: {len(self.draws)},",
            f"    statistics: {json.dumps([s.kind for s in self.statistics.values()])},",
            f"    most: {self.most},",
            "    count(p) {",
            "      const out = [0];",
            *body("count", reads_p, "out"),
            "      return out[0];",
            "    },",
            "    draw(trialNumber, p, out) {",
            *body("draw", {"trial": "trialNumber"} | reads_p, "out"),
            "    },",
            "    conclude(statistics, p, out) {",
            *body("conclude", reads_s | reads_p, "out"),
            "    },",
        ]
        return self._wrap_javascript(members, helpers)

    def javascript(self) -> str:
        """One strict JavaScript expression whose value is the model, drawn by ``sampler.js``."""
        return self._javascript


_ONE_AT_A_TIME = Text(
    zh="sample 一次只能抽取一组参数的样本。",
    en="sample draws for one set of parameters at a time.",
)
