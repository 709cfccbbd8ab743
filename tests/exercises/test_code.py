"""Functions are judged by their values, whatever they look like and whatever they do."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from labsupport.exercises import ExerciseError, check, code_exercises, exercises, get
from labsupport.exercises.code import CodeExercise, argument
from labsupport.exercises.texts import plain
from labsupport.i18n import LANGUAGES, Text

NAMES = [
    "code-nernst",
    "code-ghk-potential",
    "code-ghk-current",
    "code-donnan-ratio",
    "code-steady-voltage",
    "code-gaba-reversal",
    "code-release-sites",
    "code-gabaa-open-share",
    "code-gaba-floor",
    "code-nmda-current",
    "code-eaat-equilibrium",
    "code-calcium-rule",
    "code-ping-period",
]
each = pytest.mark.parametrize("name", NAMES)


def positional(exercise: CodeExercise, function):
    """The function as a reader would write it, its arguments in order."""
    names = [given.name for given in exercise.arguments]
    return lambda *values: function(**dict(zip(names, values, strict=True)))


def test_the_book_has_these_functions():
    assert list(code_exercises()) == NAMES
    assert not code_exercises().keys() & exercises().keys()
    assert get("code-nernst") is code_exercises()["code-nernst"]


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_solution_is_right(name, language):
    exercise = code_exercises()[name]
    source = re.sub(r"^ {4}", "", exercise.solution.in_(language), flags=re.M)
    room: dict = {}
    exec(source, room)
    verdict = check(name, room[exercise.name], language=language)
    assert (verdict.code, verdict.score) == ("correct", 1.0)
    assert exercise.signature in source


@each
def test_each_wrong_function_is_told_apart(name):
    exercise = code_exercises()[name]
    for wrong in exercise.wrongs:
        verdict = check(name, positional(exercise, wrong.function))
        assert (verdict.code, verdict.score) == (wrong.id, 0.0)
        assert verdict.feedback == wrong.feedback.en


@each
def test_hidden_inputs_are_many_and_always_the_same(name):
    exercise = code_exercises()[name]
    inputs = exercise.inputs()
    assert len(inputs) == 12 + len(exercise.special)
    assert inputs == exercise.inputs()
    assert len({tuple(given.values()) for given in inputs}) == len(inputs)
    # No input at which two known functions, right or wrong, agree everywhere else too.
    for given in exercise.arguments:
        assert len({values[given.name] for values in inputs}) > 1


def test_a_singular_voltage_gets_its_own_explanation():
    def naive(P, z, V_m, c_out, c_in, T):
        u = z * 96485.33212 * V_m / (1000 * 8.314462618 * T)
        return P * z * 96485.33212 * u * (c_in - c_out * math.exp(-u)) / (1 - math.exp(-u))

    for function in (naive, lambda *given: math.nan if given[2] == 0 else naive(*given)):
        verdict = check("code-ghk-current", function)
        assert verdict.code == "special"
        assert "V_m=0" in verdict.feedback

    def guarded(P, z, V_m, c_out, c_in, T):
        return P * z * 96485.33212 * (c_in - c_out) if V_m == 0 else naive(P, z, V_m, c_out, c_in, T)

    # Guarded at 0 only, digits are still lost right beside it.
    assert check("code-ghk-current", guarded).code == "special"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("nernst", "format:not_a_function"),
        (None, "format:not_a_function"),
        (-89.0, "format:not_a_function"),
        (lambda c_out: 1.0, "raises"),
        (lambda *given: 1 / 0, "raises"),
        (lambda *given: given[9], "raises"),
        (lambda *given: None, "not_a_number"),
        (lambda *given: "-89 mV", "not_a_number"),
        (lambda *given: [1.0, 2.0], "not_a_number"),
        (lambda *given: 1j, "not_a_number"),
        (lambda *given: {}, "not_a_number"),
        (lambda *given: math.nan, "wrong"),
        (lambda *given: math.inf, "wrong"),
        (lambda *given: -89.0, "wrong"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_comes_gets_one_kind_sentence(answer, code, language):
    verdict = check("code-nernst", answer, language=language)
    assert verdict.code == code
    assert not verdict.correct
    assert "{" not in verdict.feedback.replace("{}", "")
    assert "\n" not in repr(verdict)


def test_arrays_of_one_and_numpy_numbers_are_numbers():
    exercise = code_exercises()["code-nernst"]
    assert check("code-nernst", positional(exercise, lambda **given: np.float64(exercise.reference(**given)))).correct
    assert check("code-nernst", positional(exercise, lambda **given: np.array([exercise.reference(**given)]))).correct


def test_a_constant_factor_is_named():
    exercise = code_exercises()["code-nernst"]
    verdict = check("code-nernst", positional(exercise, lambda **given: 3 * exercise.reference(**given)))
    assert verdict.code == "factor"
    assert "3 times" in verdict.feedback


def test_the_error_of_a_function_is_quoted_in_short():
    def failing(*given):
        raise ValueError("x" * 5000)

    assert len(check("code-nernst", failing).feedback) < 400


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_complete(name, language):
    for text in code_exercises()[name].texts():
        words = plain(text.in_(language))
        assert words.strip()
        assert not set("*«»`") & set(re.sub(r"^ {4}.*$", "", words, flags=re.M))
        if language == "en":
            assert not re.search(r"[\u3000-\u9fff]", words)
        elif not words.startswith("    "):
            assert re.search(r"[\u4e00-\u9fff]", words)


def declare(**changed) -> CodeExercise:
    same = Text(zh="同", en="same")
    sound = {
        "id": "test-code", "revision": 1, "section": "x", "title": same, "statement": same, "name": "f", "minutes": 1,
        "unit": "", "arguments": (argument("x", "", "1", "2", "1"),), "reference": float, "right": same,
        "hints": (same, same), "solution": same, "teaches": same,
    }  # fmt: skip
    return CodeExercise(**(sound | changed))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id": "Test_1"}, "lower-case words"),
        ({"name": "two words"}, "name, hints or special inputs"),
        ({"hints": ()}, "name, hints or special inputs"),
        ({"special": ({"x": 0.0},)}, "name, hints or special inputs"),
        ({"teaches": None}, "'test-code': it must say in a few words what it teaches"),
    ],
)
def test_a_function_may_not_be_declared_without_its_words(changed, why):
    assert declare().id == "test-code"
    with pytest.raises(ExerciseError, match=why):
        declare(**changed)
