"""Every exercise: its numbers, its wrong ideas, its words."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
import yaml

from labsupport.exercises import VARIANTS, check, exercises
from labsupport.exercises.checking import judge
from labsupport.exercises.texts import fill, places, plain
from labsupport.i18n import LANGUAGES

# What each room of the bank must hold, written apart from the declarations: ids in order, choices, known numbers.
EXPECTED = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "expected").glob("*.yaml"))
}
ROOMS = {room["section"]: room["exercises"] for room in EXPECTED.values()}
ALL = [name for names in ROOMS.values() for name in names]
CHOICES = [name for room in EXPECTED.values() for name in room["choices"]]
NUMERIC = [name for name in ALL if name not in CHOICES]
KNOWN = {name: numbers for room in EXPECTED.values() for name, numbers in room["known"].items()}

each = pytest.mark.parametrize("name", ALL)
numeric = pytest.mark.parametrize("name", NUMERIC)
choice = pytest.mark.parametrize("name", CHOICES)


def test_the_book_has_these_exercises():
    bank = exercises()
    assert sorted(bank) == sorted(ALL)
    assert sorted(name for name in bank if bank[name].kind == "choice") == sorted(CHOICES)
    assert sorted(KNOWN) == sorted(NUMERIC)
    assert len(ROOMS) == len(EXPECTED)
    for section, names in ROOMS.items():
        assert [name for name in bank if bank[name].section == section] == names


@numeric
def test_the_first_variant_has_the_known_numbers(name):
    values = exercises()[name].values("v01")
    for quantity, number in KNOWN[name].items():
        got = values["answer" if quantity == "answer" else f"wrong_{quantity}"]
        assert got == pytest.approx(number, rel=1e-5, abs=5e-6), quantity


def forms(value: float, unit: str) -> list[str]:
    """A right answer, as different people write it."""
    exact = f"{value:.6g}"
    mantissa, power = f"{value:.5e}".split("e")
    raised = str(int(power)).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in f"{exact} {unit}".strip())
    wide = wide.replace(" ", "　")
    out = [
        f"{exact} {unit}",
        f"{exact}{unit}".replace("-", "−"),
        wide,
        f"{mantissa}×10{raised} {unit}",
        f"{mantissa}*10^({int(power)}) {unit}",
        f"{value:.4e}{unit}",
        f"x = {exact} {unit}",
        f"约 {exact} {unit}。",
    ]
    if unit == "mV":
        out += [f"{exact} 毫伏", f"{value / 1000:.8f} V", f"{value * 1000:.6g} µV", f"{exact} millivolts"]
    if unit == "pA":
        out += [f"{exact} 皮安", f"{value / 1000:.6f} nA", f"{value / 1e12:.6e} A"]
    if unit == "":
        out += [f"{value * 100:.6g} %", f"{value * 100:.6g}％"]
    return out


@numeric
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_right_answer_is_right_however_it_is_written(name, variant):
    exercise = exercises()[name]
    values = exercise.values(variant)
    written = forms(values["answer"], exercise.unit)
    assert len(written) >= 8
    for text in written:
        assert check(name, text, variant).code == "correct", text


@numeric
@pytest.mark.parametrize("variant", VARIANTS)
def test_each_wrong_idea_is_told_apart(name, variant):
    exercise = exercises()[name]
    values = exercise.values(variant)
    known = exercise.recognises(values)
    for idea in known:
        verdict = check(name, f"{values[f'wrong_{idea.id}']:.6g} {exercise.unit}", variant)
        assert (verdict.code, verdict.score) == (idea.id, 0.0)
        assert verdict.feedback == fill(idea.feedback.in_("en"), values)
    for idea in set(exercise.misconceptions) - set(known):
        assert check(name, f"{values[f'wrong_{idea.id}']:.6g} {exercise.unit}", variant).correct


@numeric
@pytest.mark.parametrize("variant", VARIANTS)
def test_marks_stand_two_tolerances_apart(name, variant):
    exercise = exercises()[name]
    values = exercise.values(variant)
    atol, rtol = exercise.atol, exercise.rtol
    marks = {"answer": (values["answer"], max(atol, rtol * abs(values["answer"])))}
    for idea in exercise.recognises(values):
        wrong = values[f"wrong_{idea.id}"]
        marks[idea.id] = (wrong, max(min(atol, abs(wrong) / 2), rtol * abs(wrong)))
    for one, (a, near) in marks.items():
        for other, (b, far) in marks.items():
            assert one == other or abs(a - b) >= 2 * max(near, far), (one, other)


@numeric
def test_no_wrong_idea_sleeps(name):
    """An idea that no variant can tell from the truth, or that gives the same number as another, has no place."""
    exercise = exercises()[name]
    for idea in exercise.misconceptions:
        awake = [v for v in VARIANTS if idea in exercise.recognises(exercise.values(v))]
        assert len(awake) >= 15, idea.id


@each
def test_variants_differ_and_stay_on_the_grid(name):
    exercise = exercises()[name]
    drawn = [tuple(exercise.given_values(v).values()) for v in VARIANTS]
    possible = math.prod(given.grid[2] for given in exercise.givens)
    assert len(set(drawn)) >= min(10, 0.4 * possible)
    for given in exercise.givens:
        low, high = float(given.minimum), float(given.maximum)
        for variant in VARIANTS:
            value = float(exercise.given_values(variant)[given.name])
            assert low <= value <= high
            assert (value - low) / float(given.step) == pytest.approx(
                round((value - low) / float(given.step)), abs=1e-9
            )


@choice
def test_a_choice_has_one_right_option_and_each_wrong_one_speaks(name):
    exercise = exercises()[name]
    letters = "abcdefgh"[: len(exercise.options)]
    rights = set()
    for variant in VARIANTS:
        verdicts = [check(name, letter, variant) for letter in letters]
        assert sum(v.correct for v in verdicts) == 1
        rights.add(next(letter for letter, v in zip(letters, verdicts, strict=True) if v.correct))
        for option, verdict in zip(exercise.options, verdicts, strict=True):
            assert verdict.correct or verdict.code == option.id
            assert verdict.feedback.strip()
    # Where the right option depends on the numbers, the variants show it.
    depends = exercise.model.expression("answer").free_symbols
    assert (len(rights) > 1) == bool(depends)


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_complete_and_clean(name, language):
    exercise = exercises()[name]
    always_right = int(exercise.values("v01")["answer"]) if exercise.kind == "choice" else None
    empty = exercise.options[always_right].feedback if exercise.options else None
    for variant in ("v01", "v02"):
        values = exercise.values(variant)
        for text in exercise.texts():
            words = fill(text.in_(language), values)
            assert words.strip() or text is empty
            assert "«" not in words
            assert "  " not in words
            prose = re.sub(r"\$\$.+?\$\$|\$.+?\$", "", words, flags=re.DOTALL)
            assert "\\" not in prose
            assert not set("*{}") & set(plain(prose)), prose
            if language == "en":
                assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", prose), prose
            else:
                assert not re.search(r"[\u4e00-\u9fff][,;:?!.]", prose), prose
                assert not re.search(r"[，。；：？！、（）] ", prose), prose
    assert re.search(r"[\u4e00-\u9fff]", exercise.statement.zh)
    assert 2 <= len(exercise.hints) <= 4


@numeric
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_before_the_solution_gives_the_answer_away(name, language):
    exercise = exercises()[name]
    texts = [exercise.title, exercise.statement, *exercise.hints, *(m.feedback for m in exercise.misconceptions)]
    for text in texts:
        assert "answer" not in places(text.in_(language))
    for variant in VARIANTS:
        values = exercise.values(variant)
        # RT/F in mV and ln 10 are constants of the trade and may lie near an answer.
        given = {*exercise.given_values(variant).values(), f"{values.get('RT_F', 0):.2f}", "2.303"}
        for text in texts:
            numbers = re.findall(r"\d+(?:\.\d+)?", fill(text.in_(language), values))
            for number in numbers:
                if len(number.replace(".", "")) >= 3 and number not in given:
                    assert abs(float(number) - abs(values["answer"])) > exercise.tolerance(values["answer"]), number


@each
def test_the_solution_ends_at_the_answer(name):
    exercise = exercises()[name]
    values = exercise.values("v03")
    if exercise.kind == "numeric":
        for language in LANGUAGES:
            assert values["answer"] in {values[name] for name in places(exercise.solution.in_(language))}


def test_any_seed_draws_a_fair_variant():
    """Homework will seed variants of its own; every draw must keep the ideas apart."""
    for exercise in exercises().values():
        for seed in range(60):
            values = exercise.values(f"course-{seed}")
            assert exercise.is_fair(values)
            if exercise.kind == "numeric":
                answer = f"{values['answer']:.8g} {exercise.unit}"
                assert judge(exercise, values, answer, "en").correct
