"""What an exercise is: numbers on a grid, an answer, the ways it goes wrong, and the words around them.

An exercise is declared once, in both languages.  Its answer, its known wrong answers and the intermediate numbers of
its worked solution are outputs of one `AlgebraicModel`, so that Python and the page compute the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

import sympy

from labsupport.exercises.texts import places
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, Output, Parameter, register
from labsupport.units import Unit, unit

VARIANTS = tuple(f"v{number:02d}" for number in range(1, 21))
"""The published variants.  v01 has the numbers of the book's own example; the others are drawn from the grid."""
MOST_DRAWS = 200


class ExerciseError(ValueError):
    """An exercise cannot be declared so; its author sees this while importing it."""


@dataclass(frozen=True)
class Given:
    """A number the statement gives, on a grid of whole steps.

    Parameters
    ----------
    name : str
        Identifier, used in expressions and in ``«name»``.
    symbol : str
        LaTeX.
    unit : str
        Unit as printed, ``""`` for a pure number.
    minimum, maximum, step : str
        The grid, written as decimals so that no binary rounding enters the draw.
    first : str
        The value in variant v01.
    """

    name: str
    symbol: str
    unit: str
    minimum: str
    maximum: str
    step: str
    first: str

    def __post_init__(self) -> None:
        low, high, step, first = (Decimal(v) for v in (self.minimum, self.maximum, self.step, self.first))
        if step <= 0 or high <= low or (high - low) % step or (first - low) % step or not low <= first <= high:
            raise ExerciseError(f"the grid of {self.name} does not run from {low} to {high} in steps of {step}")

    @property
    def decimals(self) -> int:
        """Decimals in which every value of the grid is exact."""
        return max(0, *(-Decimal(v).as_tuple().exponent for v in (self.minimum, self.step)))

    @property
    def grid(self) -> tuple[int, int, int]:
        """Start, step and number of values, in units of the last decimal."""
        scale = 10**self.decimals
        low, high, step = (int(Decimal(v) * scale) for v in (self.minimum, self.maximum, self.step))
        return low, step, (high - low) // step + 1

    @property
    def grid_spec(self) -> dict[str, int]:
        """The grid as the page draws from it."""
        start, step, count = self.grid
        return {"start": start, "step": step, "count": count, "decimals": self.decimals}

    def draw(self, seed: str) -> str:
        """The value a seed chooses, as an exact decimal."""
        low, step, count = self.grid
        number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6], "big")
        return self.exact(low + step * (number % count))

    def exact(self, number: int) -> str:
        """A value counted in units of the last decimal, as people write it."""
        digits = self.decimals
        text = f"{Decimal(number).scaleb(-digits):.{digits}f}"
        return text.rstrip("0").rstrip(".") if digits else text

    @property
    def sympy(self) -> sympy.Symbol:
        return sympy.Symbol(self.name, real=True)


@dataclass(frozen=True)
class Misconception:
    """A wrong idea that yields a number, and what to say to someone who has it."""

    id: str
    expression: sympy.Expr
    feedback: Text


@dataclass(frozen=True)
class Option:
    """One choice: its words, and what to say when it is chosen wrongly."""

    id: str
    text: Text
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """One checked exercise.

    Parameters
    ----------
    id : str
        Lower-case words joined by hyphens; never changed after release.
    revision : int
        Raised whenever givens, answer, unit, tolerance or options change: it is part of every variant's seed.
    section : str
        Docname of the section it belongs to.
    source : str
        Where the problem comes from (a number in the source's own list), or empty.
    minutes : int
        How long a student needs.
    title, statement, right : Text
        Name, question (with places for numbers) and what to say to the right answer.
    givens : sequence of Given
        The numbers of a variant.
    answer : expression
        Of the givens.  For a choice, the place of the right option, counted from 0.
    unit : str
        Unit of the answer; empty for a pure number.
    atol, rtol : float
        Tolerance ``max(atol, rtol * |answer|)``, atol in the answer's unit.
    misconceptions : sequence of Misconception
        Wrong ideas that yield a number.
    steps : mapping of str to expression
        Numbers of the worked solution, in order; each may use givens, ``answer`` and earlier steps.
    hints : sequence of Text
        Given one by one, from a nudge to nearly the whole way.
    solution : Text
        Worked solution; paragraphs are separated by an empty line, formulas stand between dollar signs.
    options : sequence of Option
        Makes the exercise a choice.
    condition : expression, optional
        Positive where a draw is fair, such as a distance from a tie.
    teaches : Text
        What the exercise practises, in a few words, for the index of exercises.
    """

    id: str
    revision: int
    section: str
    title: Text
    statement: Text
    givens: Sequence[Given]
    answer: sympy.Expr
    right: Text
    hints: Sequence[Text]
    solution: Text
    minutes: int
    unit: str = ""
    atol: float = 0.0
    rtol: float = 0.0
    misconceptions: Sequence[Misconception] = ()
    options: Sequence[Option] = ()
    steps: Mapping[str, sympy.Expr] = field(default_factory=dict)
    condition: sympy.Expr | None = None
    source: str = ""
    teaches: Text | None = None

    def __post_init__(self) -> None:
        self._check_declaration()
        register(self.model)

    # -- numbers ---------------------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        return "choice" if self.options else "numeric"

    @cached_property
    def quantity(self) -> Unit:
        """The answer's unit."""
        return unit(self.unit)

    @cached_property
    def model(self) -> AlgebraicModel:
        """Answer, wrong answers and steps as one model that the page can run too."""
        parameters = [
            Parameter(
                name=given.name,
                symbol=given.symbol,
                unit=given.unit,
                default=float(given.first),
                minimum=float(given.minimum),
                maximum=float(given.maximum),
                step=float(given.step),
                label=Text(zh=given.name, en=given.name),
            )
            for given in self.givens
        ]
        named = {"answer": self.answer}
        named |= {f"wrong_{m.id}": m.expression for m in self.misconceptions}
        named |= dict(self.steps)
        if self.condition is not None:
            named["fair"] = self.condition
        outputs = {
            name: Output(sympy.sympify(expression), name, self.unit, Text(zh=name, en=name))
            for name, expression in named.items()
        }
        return AlgebraicModel(f"exercise:{self.id}", parameters, outputs, source=self.source)

    def values(self, variant: str) -> dict[str, float | str]:
        """All numbers of a variant: givens as exact decimals, everything computed as floats.

        Any string seeds a variant; those in `VARIANTS` are published.  A draw in which two ideas would give the same
        number, or which the exercise's own condition refuses, is drawn again; the page does the same.
        """
        if variant == VARIANTS[0]:
            return self._computed({g.name: g.exact(int(Decimal(g.first).scaleb(g.decimals))) for g in self.givens})
        for attempt in range(MOST_DRAWS):
            seed = f"{self.id}|{self.revision}|{variant}|{attempt}"
            values = self._computed({given.name: given.draw(f"{seed}|{given.name}") for given in self.givens})
            if self.is_fair(values):
                return values
        raise ExerciseError(f"exercise {self.id!r}: hardly any draw keeps its ideas apart; widen the grid")

    def given_values(self, variant: str) -> dict[str, str]:
        """The numbers a variant gives, as exact decimals."""
        values = self.values(variant)
        return {given.name: values[given.name] for given in self.givens}

    def _computed(self, given: dict[str, str]) -> dict[str, float | str]:
        return given | self.model(**{name: float(value) for name, value in given.items()})

    def tolerance(self, value: float) -> float:
        """How far from the right value an answer may lie."""
        return max(self.atol, self.rtol * abs(value))

    def idea_tolerance(self, value: float) -> float:
        """The same for a known wrong value; never half of it, lest a tiny one catch all near 0."""
        return max(min(self.atol, abs(value) / 2), self.rtol * abs(value))

    def recognises(self, values: Mapping[str, float | str]) -> list[Misconception]:
        """The wrong ideas that a variant can tell from the right one."""
        right = values["answer"]
        return [m for m in self.misconceptions if abs(values[f"wrong_{m.id}"] - right) > self.tolerance(right)]

    def is_fair(self, values: Mapping[str, float | str]) -> bool:
        """Whether right answer and recognisable wrong ideas are two tolerances apart, and the condition holds."""
        if self.condition is not None and not values["fair"] > 0:
            return False
        marks = [(values["answer"], self.tolerance(values["answer"]))]
        for idea in self.recognises(values):
            wrong = values[f"wrong_{idea.id}"]
            marks.append((wrong, self.idea_tolerance(wrong)))
        return all(abs(a - b) >= 2 * max(near, far) for i, (a, near) in enumerate(marks) for b, far in marks[:i])

    # -- the page --------------------------------------------------------------------------------------------

    def spec(self, language: str) -> dict:
        """What the page receives: words in one language, numbers of the grid, no expression (the model is code)."""

        def say(text: Text) -> str:
            return text.in_(language)

        return {
            "id": self.id,
            "revision": self.revision,
            "kind": self.kind,
            "title": say(self.title),
            "statement": say(self.statement),
            "minutes": self.minutes,
            "unit": self.unit,
            "atol": self.atol,
            "rtol": self.rtol,
            "variants": len(VARIANTS),
            "givens": [
                {
                    "name": g.name,
                    **g.grid_spec,
                    "first": int(Decimal(g.first).scaleb(g.decimals)),
                }
                for g in self.givens
            ],
            "conditional": self.condition is not None,
            "misconceptions": [{"id": m.id, "feedback": say(m.feedback)} for m in self.misconceptions],
            "options": [{"id": o.id, "text": say(o.text), "feedback": say(o.feedback)} for o in self.options],
            "right": say(self.right),
            "hints": [say(hint) for hint in self.hints],
            "solution": say(self.solution),
            "models": [self.model.id],
        }

    def texts(self) -> list[Text]:
        """Every text of the exercise."""
        parts = [self.title, self.statement, self.right, self.solution, *self.hints]
        parts += [m.feedback for m in self.misconceptions]
        return parts + [text for option in self.options for text in (option.text, option.feedback)]

    # -- what the declaration promises -----------------------------------------------------------------------

    def _check_declaration(self) -> None:
        def refuse(why: str) -> None:
            raise ExerciseError(f"exercise {self.id!r}: {why}")

        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", self.id):
            refuse("the id must be lower-case words joined by hyphens")
        if self.revision < 1 or self.minutes < 1:
            refuse("revision and minutes start at 1")
        if self.teaches is None:
            refuse("it must say in a few words what it teaches (teaches=Text(zh=..., en=...))")
        if not 2 <= len(self.hints) <= 4:
            refuse("it needs two to four hints")
        names = [m.id for m in self.misconceptions] + [o.id for o in self.options]
        if len(set(names)) < len(names) or not all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names):
            refuse("the ids of misconceptions and options must be different words in lower case")
        if self.options:
            if self.misconceptions or self.unit:
                refuse("a choice has options and neither unit nor misconceptions")
        elif self.atol <= 0 and self.rtol <= 0:
            refuse("a numeric answer needs a tolerance")
        self.quantity  # noqa: B018  (an unknown unit speaks up here)
        known = {g.name for g in self.givens} | set(self.model.outputs)
        for text in self.texts():
            for language in ("zh", "en"):
                unknown = places(text.in_(language)) - known
                if unknown:
                    refuse(f"the text {text.in_(language)[:40]!r} names unknown numbers {', '.join(sorted(unknown))}")
        if places(self.statement.zh) != places(self.statement.en):
            refuse("the two languages of the statement name different numbers")
