"""Every exercise: its numbers, its wrong ideas, its words."""

from __future__ import annotations

import re

import pytest

from labsupport.exercises import VARIANTS, check, exercises
from labsupport.exercises.checking import judge
from labsupport.exercises.texts import fill, places, plain
from labsupport.i18n import LANGUAGES

NERNST = [
    "nernst-potassium", "nernst-inside-sign", "nernst-net-flux", "nernst-charge-moved", "nernst-valence-one",
    "nernst-valence-two", "nernst-valence-ratio", "nernst-anion",
]  # fmt: skip
DRIVING_FORCE = [
    "driving-force-sodium-potential", "driving-force-sodium-rest", "driving-force-sodium-overshoot",
    "driving-force-sodium-direction", "driving-force-chloride-direction", "ionic-current-sodium",
]  # fmt: skip
GHK = [
    "ghk-potassium-potential", "ghk-sodium-potential", "ghk-reversal", "ghk-equal-permeability", "ghk-nearer",
    "ghk-currents-at-reversal", "ghk-three-ions",
]  # fmt: skip
ALL = NERNST + DRIVING_FORCE + GHK
CHOICES = [
    "nernst-inside-sign", "nernst-net-flux", "driving-force-sodium-direction", "driving-force-chloride-direction",
    "ghk-nearer", "ghk-currents-at-reversal",
]  # fmt: skip
NUMERIC = [name for name in ALL if name not in CHOICES]

# Worked out by hand from the constants, for the numbers of variant v01.
KNOWN = {
    "nernst-potassium": {
        "answer": -89.0156, "swapped": 89.0156, "log10": -38.659, "celsius": -10.6244, "slope_58": -83.9352,
    },
    "nernst-charge-moved": {"answer": 1.97696e-05},
    "nernst-valence-one": {"answer": 61.5106, "log10": 26.7137, "celsius": 7.34159},
    "nernst-valence-two": {
        "answer": 30.7553, "valence_forgotten": 61.5106, "multiplied": 123.021, "log10": 13.3569, "swapped": -30.7553,
        "squared": 15.3777,
    },
    "nernst-valence-ratio": {"answer": 0.5},
    "nernst-anion": {"answer": -61.5106},
    "driving-force-sodium-potential": {
        "answer": 67.254, "swapped": -67.254, "log10": 29.208, "celsius": 7.83542, "room_temperature": 64.8925,
        "slope_58": 63.6208, "volts": 0.067254,
    },
    "driving-force-sodium-rest": {
        "answer": -137.254, "swapped_or_added": -2.74601, "reversed": 137.254, "sign_of_voltage": 2.74601,
    },
    "driving-force-sodium-overshoot": {"answer": 12.746, "reversed": -12.746},
    "ionic-current-sodium": {"answer": -1372.54, "no_reversal": -700.0},
    "ghk-potassium-potential": {"answer": -89.0156},
    "ghk-sodium-potential": {"answer": 60.605},
    "ghk-reversal": {
        "answer": -26.7183, "inverted": 26.7183, "ratio_inverted": 23.1453, "weighted_mean": -51.6105,
        "plain_mean": -14.2053, "permeability_ignored": -0.875939, "log10": -11.6036, "celsius": -3.18896,
        "sodium_as_anion": -78.4216,
    },
    "ghk-equal-permeability": {"answer": -0.875939, "plain_mean": -14.2053},
    "ghk-three-ions": {"answer": -69.7273, "chloride_ignored": -68.5574},
}  # fmt: skip

each = pytest.mark.parametrize("name", ALL)
numeric = pytest.mark.parametrize("name", NUMERIC)
choice = pytest.mark.parametrize("name", CHOICES)


def test_the_book_has_these_exercises():
    bank = exercises()
    assert sorted(bank) == sorted(ALL)
    assert sorted(name for name in bank if bank[name].kind == "choice") == sorted(CHOICES)
    assert sorted(KNOWN) == sorted(NUMERIC)
    for room, names in [("nernst", NERNST), ("driving_force", DRIVING_FORCE), ("ghk", GHK)]:
        assert [name for name in bank if bank[name].section == f"chapters/ion/{room}"] == names


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
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "　" for c in f"{exact} {unit}".strip())
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
    gap = 2 * max(exercise.atol, exercise.rtol * abs(values["answer"]))
    marks = {"answer": values["answer"]}
    marks |= {m.id: values[f"wrong_{m.id}"] for m in exercise.recognises(values)}
    for one, a in marks.items():
        for other, b in marks.items():
            assert one == other or abs(a - b) >= gap, (one, other)


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
    assert len(set(drawn)) >= 10
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
        # RT/F in mV is a constant of the trade and may lie near an answer.
        given = {*exercise.given_values(variant).values(), f"{values.get('RT_F', 0):.2f}"}
        for text in texts:
            numbers = re.findall(r"\d+(?:\.\d+)?", fill(text.in_(language), values))
            for number in numbers:
                if len(number.replace(".", "")) >= 3 and number not in given:
                    assert abs(float(number) - abs(values["answer"])) > exercise.tolerance(values["answer"]), number


@each
def test_the_solution_ends_at_the_answer(name):
    exercise = exercises()[name]
    if exercise.kind == "numeric":
        for language in LANGUAGES:
            assert "answer" in places(exercise.solution.in_(language))


def test_any_seed_draws_a_fair_variant():
    """Homework will seed variants of its own; every draw must keep the ideas apart."""
    for exercise in exercises().values():
        for seed in range(60):
            values = exercise.values(f"course-{seed}")
            assert exercise.is_fair(values)
            if exercise.kind == "numeric":
                answer = f"{values['answer']:.8g} {exercise.unit}"
                assert judge(exercise, values, answer, "en").correct
