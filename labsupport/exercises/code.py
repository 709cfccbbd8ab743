"""Code-writing exercises: a function, checked by the values it returns for inputs nobody has seen.

What a reader writes runs in their own notebook; its source is never looked at.  The inputs are drawn by SHA-256 like
the
numbers of other exercises, so a check gives the same verdict today and tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from labsupport.exercises.checking import Verdict
from labsupport.exercises.declaration import ExerciseError, Given
from labsupport.exercises.texts import fill
from labsupport.i18n import Text, interface

TRIALS = 12
"""Hidden inputs of one check, besides those an exercise names itself."""


@dataclass(frozen=True)
class WrongFunction:
    """A known wrong way to write the function, and what to say to someone whose values agree with it."""

    id: str
    function: Callable[..., float]
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class CodeExercise:
    """A function to be written.

    Parameters
    ----------
    id, revision, section, source, minutes, teaches, title, hints
        As in `labsupport.exercises.declaration.Exercise`.
    name : str
        What the function is called in the statement.
    arguments : sequence of Given
        Its arguments in order, with the grids from which hidden inputs come.
    unit : str
        Unit of what it returns.
    statement, right, solution : Text
        The task, what to say to the right function, and one way to write it (paragraphs; lines of code start with four
        spaces).
    reference : callable
        Returns the right value for keyword arguments.
    special : sequence of mappings
        Inputs that are always tried, such as a voltage of 0 where the formula is 0/0.
    on_special : Text, optional
        What to say when only those fail.
    wrongs : sequence of WrongFunction
        Known wrong functions.
    rtol, atol : float
        A value is right within ``max(atol, rtol * |value|)``.
    """

    id: str
    revision: int
    section: str
    title: Text
    statement: Text
    name: str
    arguments: Sequence[Given]
    unit: str
    reference: Callable[..., float]
    right: Text
    hints: Sequence[Text]
    solution: Text
    minutes: int
    special: Sequence[Mapping[str, float]] = ()
    on_special: Text | None = None
    wrongs: Sequence[WrongFunction] = ()
    rtol: float = 1e-6
    atol: float = 1e-9
    source: str = ""
    teaches: Text | None = None

    kind = "code"
    options = ()
    misconceptions = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", self.id):
            raise ExerciseError(f"exercise {self.id!r}: the id must be lower-case words joined by hyphens")
        if not self.name.isidentifier() or not 2 <= len(self.hints) <= 4 or bool(self.special) != bool(self.on_special):
            raise ExerciseError(f"exercise {self.id!r}: name, hints or special inputs are not as they should be")
        if self.teaches is None:
            why = "it must say in a few words what it teaches (teaches=Text(zh=..., en=...))"
            raise ExerciseError(f"exercise {self.id!r}: {why}")

    @property
    def signature(self) -> str:
        """First line of the function, such as ``def nernst(c_out, c_in, z, T):``."""
        return f"def {self.name}({', '.join(given.name for given in self.arguments)}):"

    def inputs(self) -> list[dict[str, float]]:
        """The hidden inputs, ordinary ones first."""
        drawn = []
        for trial in range(TRIALS):
            seed = f"{self.id}|{self.revision}|input {trial}"
            drawn.append({given.name: float(given.draw(f"{seed}|{given.name}")) for given in self.arguments})
        return drawn + [drawn[0] | dict(special) for special in self.special]

    def texts(self) -> list[Text]:
        """Every text of the exercise."""
        parts = [self.title, self.statement, self.right, self.solution, *self.hints, *(w.feedback for w in self.wrongs)]
        return parts + ([self.on_special] if self.on_special else [])

    def spec(self, language: str) -> dict:
        """What the page receives."""

        def say(text: Text) -> str:
            return text.in_(language)

        return {
            "id": self.id,
            "revision": self.revision,
            "kind": self.kind,
            "title": say(self.title),
            "statement": say(self.statement),
            "minutes": self.minutes,
            "code": [
                self.signature,
                "    ...",
                "",
                f'check("{self.id}", {self.name})',
            ],
            "hints": [say(hint) for hint in self.hints],
            "solution": say(self.solution),
            "models": [],
        }

    def judge(self, function: object, language: str) -> Verdict:
        """The verdict on a function by the values it returns."""
        code, sentence, fields = self._verdict(function)
        feedback = fill((interface(sentence) if isinstance(sentence, str) else sentence).in_(language), {})
        for field, value in fields.items():
            feedback = feedback.replace("{" + field + "}", value)
        return Verdict(code == "correct", code, feedback, 1.0 if code == "correct" else 0.0)

    def _verdict(self, function: object) -> tuple[str, str | Text, dict[str, str]]:
        if not callable(function):
            return "format:not_a_function", "check.code.not_a_function", {"name": self.name}
        inputs = self.inputs()
        rights = [self.reference(**given) for given in inputs]
        ordinary = range(len(inputs) - len(self.special))
        values = []
        for place, given in enumerate(inputs):
            shown = {"call": self._call(given)}
            try:
                value = function(*given.values())
            except Exception as problem:
                name = type(problem).__name__
                if place not in ordinary and all(map(self._near, values, rights)):
                    return "special", self.on_special, shown | {"value": name}
                return "raises", "check.code.raises", shown | {"problem": f"{name}: {str(problem)[:120]}"}
            if isinstance(value, (str, bytes, bool)) or value is None or np.size(value) != 1 or np.iscomplexobj(value):
                return "not_a_number", "check.code.not_a_number", shown | {"value": _kind(value)}
            try:
                values.append(float(np.asarray(value, dtype=float).reshape(())))
            except (TypeError, ValueError):
                return "not_a_number", "check.code.not_a_number", shown | {"value": _kind(value)}
        fine = [self._near(value, right) for value, right in zip(values, rights, strict=True)]
        if all(fine):
            return "correct", self.right, {}
        if all(fine[i] for i in ordinary):
            first = fine.index(False)
            return "special", self.on_special, {"call": self._call(inputs[first]), "value": _shown(values[first])}
        for wrong in self.wrongs:
            if all(self._near(values[i], wrong.function(**inputs[i])) for i in ordinary):
                return wrong.id, wrong.feedback, {}
        ratios = [values[i] / rights[i] for i in ordinary if rights[i]]
        if ratios and np.all(np.isfinite(ratios)) and np.ptp(ratios) <= 1e-6 * abs(ratios[0]) and ratios[0] != 0:
            return "factor", "check.code.factor", {"factor": f"{ratios[0]:.4g}".replace("-", "−")}
        first = fine.index(False)
        fields = {"call": self._call(inputs[first]), "value": _shown(values[first]), "unit": self.unit}
        return "wrong", "check.code.wrong", fields | {"right": str(sum(fine)), "count": str(len(fine))}

    def _near(self, value: float, right: float) -> bool:
        return abs(value - right) <= max(self.atol, self.rtol * abs(right))

    def _call(self, given: Mapping[str, float]) -> str:
        return f"{self.name}({', '.join(f'{name}={value:.10g}' for name, value in given.items())})"


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _shown(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")


def argument(name: str, unit: str, minimum: str, maximum: str, step: str) -> Given:
    """An argument and the grid of its hidden values."""
    middle = Decimal(minimum) + (Decimal(maximum) - Decimal(minimum)) // (2 * Decimal(step)) * Decimal(step)
    return Given(name, name, unit, minimum, maximum, step, first=str(middle))
