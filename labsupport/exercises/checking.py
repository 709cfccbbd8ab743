"""The verdict on an answer: correct, or which mistake it is.

frontend/src/exercises/check.js gives the same verdict step for step; a test compares the two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from labsupport import units
from labsupport.exercises.declaration import Exercise
from labsupport.exercises.texts import fill, plain
from labsupport.i18n import Text, interface

EXAMPLE = "12.3"
"""The number in "for example 12.3 mV", the same everywhere so that it never hints at an answer."""


@dataclass(frozen=True)
class Verdict:
    """What the checker says.

    Attributes
    ----------
    correct : bool
    code : str
        ``correct``, ``format:...``, ``missing_unit``, ``wrong_dimension``, the id of a known misconception or option,
        ``power_of_ten``, ``sign`` or ``wrong``.
    feedback : str
        One or two sentences for the learner.
    score : float
        1.0 or 0.0.
    """

    correct: bool
    code: str
    feedback: str
    score: float

    def __repr__(self) -> str:
        mark = "✓" if self.correct else "✗"
        return f"{mark} {plain(self.feedback)}"


def judge(exercise: Exercise, values: dict[str, float | str], answer: str, language: str) -> Verdict:
    """The verdict on typed text for given numbers of the exercise.

    Parameters
    ----------
    exercise
        The exercise.
    values
        Its numbers in one variant, as `Exercise.values` gives them.
    answer
        What was typed.
    language
        ``"zh"`` or ``"en"``.
    """
    code, sentence, fields = (_choice if exercise.kind == "choice" else _numeric)(exercise, values, answer)
    if isinstance(sentence, str):
        sentence = interface(sentence)
    feedback = fill(sentence.in_(language), values)
    # Fields last: they may hold what the learner typed, which is never looked at again.
    for name, value in fields.items():
        feedback = feedback.replace("{" + name + "}", value.in_(language) if isinstance(value, Text) else value)
    correct = code == "correct"
    return Verdict(correct, code, feedback, 1.0 if correct else 0.0)


def _numeric(exercise: Exercise, values: dict, answer: str) -> tuple[str, str | Text, dict]:
    wanted = exercise.quantity
    example = {"example": f"{EXAMPLE} {exercise.unit}".strip()}
    try:
        quantity = units.read(answer, wanted.dimension)
    except units.NotUnderstoodError as problem:
        return f"format:{problem.code}", f"check.format.{problem.code}", example | problem.fields
    typed = quantity.unit.dimension if quantity.unit else None
    if typed is None and any(wanted.dimension):
        return "missing_unit", "check.missing_unit", example
    if typed is not None and typed != wanted.dimension:
        names = {"typed": _kind(typed), "wanted": _kind(wanted.dimension)}
        sentence = "check.wrong_dimension" if any(wanted.dimension) else "check.no_dimension"
        return "wrong_dimension", sentence, names | example

    value, right = quantity.in_(wanted), values["answer"]
    if abs(value - right) <= exercise.tolerance(right):
        return "correct", exercise.right, {}
    nearest, distance = None, math.inf
    # Where a wrong idea gives the right number, nobody can be told that they have it.
    for idea in exercise.recognises(values):
        wrong = values[f"wrong_{idea.id}"]
        away = abs(value - wrong)
        if away <= exercise.idea_tolerance(wrong) and away < distance:
            nearest, distance = idea, away
    if nearest is not None:
        return nearest.id, nearest.feedback, {}
    if value * right > 0:
        power = math.log10(value / right)
        nearest_power = math.floor(power + 0.5)
        if nearest_power != 0 and abs(power - nearest_power) <= 0.01:
            return "power_of_ten", "check.power_of_ten", {}
    if abs(value + right) <= exercise.tolerance(right):
        return "sign", "check.sign", {}
    return "wrong", "check.wrong", {}


def _kind(dimension: units.Dimension) -> Text:
    return interface(f"check.kind.{units.kind(dimension)}")


def _choice(exercise: Exercise, values: dict, answer: str) -> tuple[str, str | Text, dict]:
    names = [option.id for option in exercise.options]
    letters = [chr(ord("a") + place) for place in range(len(names))]
    offered = {"letters": ", ".join(letters), "example": letters[0]}
    if len(answer) > units.LONGEST:
        return "format:too_long", "check.format.too_long", offered
    typed = units.normalise(answer).strip(" \"'.。()[],").lower()
    if not typed:
        return "format:empty", "check.format.no_choice", offered
    if typed in letters:
        place = letters.index(typed)
    elif typed in names:
        place = names.index(typed)
    else:
        return "format:not_an_option", "check.format.not_an_option", offered
    if place == int(values["answer"]):
        return "correct", exercise.right, {}
    return names[place], exercise.options[place].feedback, {}
