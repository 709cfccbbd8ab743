"""Checked exercises: `check` an answer, `get` a declaration.

>>> from labsupport.exercises import check
>>> check("nernst-potassium", "-89 mV").correct
True
"""

from __future__ import annotations

import difflib
import numbers
from collections.abc import Callable

from labsupport.exercises.bank import collect, find
from labsupport.exercises.checking import Verdict, judge
from labsupport.exercises.code import CodeExercise
from labsupport.exercises.declaration import VARIANTS, Exercise, ExerciseError
from labsupport.i18n import Text, current_language, interface

__all__ = [
    "VARIANTS",
    "CodeExercise",
    "Exercise",
    "ExerciseError",
    "UnknownExerciseError",
    "Verdict",
    "check",
    "code_exercises",
    "exercises",
    "get",
]


class UnknownExerciseError(ValueError):
    """No exercise, or no variant, goes by this name; the sentence is in the reader's language."""


def exercises() -> dict[str, Exercise]:
    """Every exercise of the book with a typed or chosen answer, by id, in reading order."""
    return dict(collect("EXERCISES"))


def code_exercises() -> dict[str, CodeExercise]:
    """Every exercise of the book whose answer is a function, by id."""
    return dict(collect("CODE_EXERCISES"))


def get(exercise_id: str, language: str | None = None) -> Exercise | CodeExercise:
    """The exercise called ``exercise_id``.

    Raises
    ------
    UnknownExerciseError
        With the nearest existing id, if there is none.
    """
    found = find(exercise_id) if isinstance(exercise_id, str) else None
    if found is not None:
        return found
    near = difflib.get_close_matches(str(exercise_id), exercises() | code_exercises(), n=1, cutoff=0)
    raise UnknownExerciseError(_sentence("check.unknown_exercise", language, id=_short(exercise_id), near=near[0]))


def known_variant(variant: str, language: str | None = None) -> None:
    """Refuse a variant that is not published.

    Raises
    ------
    UnknownExerciseError
        With the variants there are.
    """
    if variant not in VARIANTS:
        raise UnknownExerciseError(
            _sentence("check.unknown_variant", language, variant=_short(variant), first=VARIANTS[0], last=VARIANTS[-1])
        )


def check(
    exercise_id: str, answer: str | Callable[..., float], variant: str = "v01", language: str | None = None
) -> Verdict:
    """Check an answer as typed, unit included.

    Parameters
    ----------
    exercise_id : str
        Such as ``"nernst-potassium"``.
    answer : str or callable
        Such as ``"-89 mV"``, ``"−0.089 V"`` or ``"-89 毫伏"``; for a choice, the letter of the option; for a
        code-writing exercise, the function itself, which is checked by the values it returns for hidden inputs.
    variant : str
        ``"v01"`` to ``"v20"``: which numbers the exercise was shown with.
    language : {"en", "zh"}, optional
        Language of the feedback; without it the one chosen by `use_language`, which is English before any choice.

    Returns
    -------
    Verdict
        With ``correct``, ``code``, ``feedback`` and ``score``.
    """
    language = language or current_language()
    exercise = get(exercise_id, language)
    known_variant(variant, language)
    if isinstance(exercise, CodeExercise):
        return exercise.judge(answer, language)
    if isinstance(answer, numbers.Real) and not isinstance(answer, bool):
        # A bare number is as good as its text: asked for its unit, unless the answer is a pure number.
        answer = repr(float(answer))
    elif not isinstance(answer, str):
        example = "a" if exercise.options else f"12.3 {exercise.unit}".strip()
        return Verdict(False, "format:not_text", _sentence("check.format.not_text", language, example=example), 0.0)
    return judge(exercise, exercise.values(variant), answer, language)


def _sentence(key: str, language: str | None, **fields: str) -> str:
    text: Text = interface(key)
    sentence = text.in_(language)
    for name, value in fields.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"
