"""An exercise that cannot work is refused where it is declared."""

from __future__ import annotations

import hashlib

import pytest
import sympy

from labsupport.exercises import ExerciseError
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.exercises.texts import fill, plain, show
from labsupport.i18n import Text
from labsupport.modelling import DeclarationError

SAME = Text(zh="同", en="same")
x = Given("x", "x", "mV", "1", "9", "0.5", first="2")
count = iter(range(1000))


def declare(**changed) -> Exercise:
    declaration = {
        "id": f"test-{next(count)}",
        "revision": 1,
        "section": "chapters/ion/nernst",
        "title": SAME,
        "statement": Text(zh="«x»", en="«x»"),
        "givens": (x,),
        "answer": 2 * x.sympy,
        "unit": "mV",
        "atol": 0.1,
        "right": SAME,
        "hints": (SAME, SAME),
        "solution": SAME,
        "minutes": 1,
        "teaches": SAME,
    }
    return Exercise(**(declaration | changed))


@pytest.fixture(autouse=True)
def _unregistered(monkeypatch):
    """Exercises of this test stay out of the registry."""
    monkeypatch.setattr("labsupport.exercises.declaration.register", lambda model: model)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id": "Test_1"}, "lower-case words"),
        ({"revision": 0}, "start at 1"),
        ({"teaches": None}, "what it teaches"),
        ({"hints": (SAME,)}, "two to four hints"),
        ({"atol": 0.0}, "needs a tolerance"),
        ({"statement": Text(zh="«y»", en="«y»")}, "unknown numbers y"),
        ({"statement": Text(zh="«x»", en="x")}, "different numbers"),
        ({"options": (Option("a", SAME, SAME),)}, "neither unit nor misconceptions"),
        ({"misconceptions": (Misconception("a", x.sympy, SAME),) * 2}, "different words"),
    ],
)
def test_a_flaw_is_named(changed, why):
    with pytest.raises(ExerciseError, match=why):
        declare(**changed)


def test_an_unknown_unit_or_symbol_is_refused():
    with pytest.raises(ValueError, match="unknown_unit"):
        declare(unit="parsec")
    with pytest.raises(DeclarationError):
        declare(answer=sympy.Symbol("y", real=True))


@pytest.mark.parametrize("grid", [("9", "1", "1"), ("1", "9", "0"), ("1", "9", "0.3"), ("1", "1", "1")])
def test_a_grid_runs_from_its_minimum_to_its_maximum(grid):
    with pytest.raises(ExerciseError, match="grid of x"):
        Given("x", "x", "", *grid, first="1")
    with pytest.raises(ExerciseError, match="grid of x"):
        Given("x", "x", "", "1", "9", "0.5", first="1.2")


def test_a_draw_is_the_hash_on_the_grid():
    number = int(hashlib.sha256(b"seed").hexdigest()[:12], 16)
    assert float(x.draw("seed")) == 1 + 0.5 * (number % 17)
    assert x.exact(20) == "2"
    assert x.exact(25) == "2.5"
    assert x.exact(-5) == "-0.5"
    assert x.exact(0) == "0"


def test_draws_that_confuse_two_ideas_are_drawn_again():
    exercise = declare(misconceptions=(Misconception("five", sympy.Integer(5), SAME),))
    for seed in range(300):
        values = exercise.values(f"s{seed}")
        assert values["answer"] == 5 or abs(values["answer"] - 5) >= 0.2
    never = declare(condition=sympy.Integer(-1))
    with pytest.raises(ExerciseError, match="hardly any draw"):
        never.values("v02")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("«a»", "−2.5"),
        ("«b:.1f»", "−89.0"),
        ("«b:+.1f»", "−89.0"),
        ("«c:+.2f»", "+0.12"),
        ("«d:.1f»", "0.0"),
        ("«e:.2e»", "1.98 × 10⁻⁵"),
        ("«e:.2m»/«e:.2x»", "1.98/−5"),
        ("«c:.1e»", "1.2 × 10⁻¹"),
        ("«f:.0f»", "3"),
    ],
)
def test_numbers_are_printed_as_in_a_book(template, text):
    values = {"a": "-2.5", "b": -89.02, "c": 0.1249, "d": -0.01, "e": 1.976e-5, "f": 3.2}
    assert fill(template, values) == text


def test_marks_come_off_for_a_terminal():
    assert plain("*E*_{K} = 5 mol^{−1}") == "E_K = 5 mol^−1"
    assert show("5", "+") == "+5"
