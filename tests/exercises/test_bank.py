"""Every exercise: its numbers, its wrong ideas, its words."""

from __future__ import annotations

import math
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
PUMP = [
    "pump-net-charge", "pump-sodium-leg", "pump-potassium-leg", "pump-cycle-energy", "pump-net-free-energy",
    "pump-efficiency", "pump-stall-voltage", "pump-standard-energy", "pump-current-share",
]  # fmt: skip
DONNAN = [
    "donnan-potassium", "donnan-chloride", "donnan-ratio", "donnan-potential", "donnan-osmotic-excess",
    "donnan-osmotic-pressure", "donnan-swelling", "donnan-product-living-cell",
]  # fmt: skip
PUMP_LEAK = [
    "pump-leak-potassium-inside", "pump-leak-sodium-inside", "pump-leak-chloride-inside",
    "pump-leak-conductance-ratio", "pump-leak-current-share", "pump-leak-product-ratio", "pump-leak-osmotic-role",
    "pump-leak-is-it-equilibrium", "pump-leak-pump-stops",
]  # fmt: skip
TEMPERATURE = [
    "temperature-slope-potassium", "temperature-slope-sodium", "temperature-cooled-potassium",
    "temperature-shift-potassium", "temperature-cooled-sodium", "temperature-driving-force-clamped",
    "temperature-cold-nerve",
]  # fmt: skip
ACTIVITY = [
    "activity-ionic-strength", "activity-coefficient", "activity-coefficient-divalent", "activity-shift",
    "activity-potassium-potential", "activity-equal-strength",
]  # fmt: skip
MICRODOMAIN = [
    "microdomain-concentration", "microdomain-faster-diffusion", "microdomain-distance", "microdomain-bulk-potential",
    "microdomain-local-potential", "microdomain-current",
]  # fmt: skip
SYNTHESIS = [
    "synthesis-ischaemia-potassium", "synthesis-which-ion-rests", "synthesis-chloride-bath",
    "synthesis-energy-per-spike",
]  # fmt: skip
ROOMS = {
    "nernst": NERNST, "driving_force": DRIVING_FORCE, "ghk": GHK, "pump": PUMP, "donnan": DONNAN,
    "pump_leak": PUMP_LEAK, "temperature": TEMPERATURE, "activity": ACTIVITY, "calcium_microdomain": MICRODOMAIN,
    "synthesis": SYNTHESIS,
}  # fmt: skip
ALL = [name for names in ROOMS.values() for name in names]
CHOICES = [
    "nernst-inside-sign", "nernst-net-flux", "driving-force-sodium-direction", "driving-force-chloride-direction",
    "ghk-nearer", "ghk-currents-at-reversal", "pump-net-charge", "pump-standard-energy", "donnan-swelling",
    "pump-leak-osmotic-role", "pump-leak-is-it-equilibrium", "pump-leak-pump-stops", "temperature-cold-nerve",
    "activity-equal-strength", "microdomain-current", "synthesis-which-ion-rests",
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
    "pump-sodium-leg": {"answer": 13.1766},
    "pump-potassium-leg": {"answer": 1.83473},
    "pump-cycle-energy": {
        "answer": 43.1993, "both_cost": 70.2152, "sign_of_voltage": 29.6914, "electrical_omitted": 36.4453,
        "stoichiometry": 15.0113, "stoichiometry_swapped": 31.8574, "sodium_inverted": 4.66345, "log10": 22.582,
        "celsius": 11.1039,
    },
    "pump-net-free-energy": {"answer": -6.8, "standard": 12.7},
    "pump-efficiency": {"answer": 0.864},
    "pump-stall-voltage": {"answer": -140.484},
    "pump-current-share": {"answer": 0.5},
    "donnan-potassium": {"answer": 200.0, "sum_rule": 175.0, "all_potassium": 250.0},
    "donnan-chloride": {"answer": 50.0},
    "donnan-ratio": {"answer": 2.0},
    "donnan-potential": {"answer": -18.5165, "sign": 18.5165, "log10": -8.04163, "anion_ignored": 0.0},
    "donnan-osmotic-excess": {"answer": 200.0, "anions_only": 150.0},
    "donnan-osmotic-pressure": {"answer": 515.497},
    "donnan-product-living-cell": {"answer": 2.1142, "rule_holds": 1.0, "inverse": 0.472991},
    "pump-leak-potassium-inside": {"answer": 145.255},
    "pump-leak-sodium-inside": {"answer": 12.7245},
    "pump-leak-chloride-inside": {"answer": 10.9163},
    "pump-leak-conductance-ratio": {"answer": 0.222222, "pump_ignored": 0.148148},
    "pump-leak-current-share": {"answer": 0.5},
    "pump-leak-product-ratio": {"answer": 2.1142, "rule_holds": 1.0, "inverse": 0.472991},
    "temperature-slope-potassium": {
        "answer": -0.287147, "volts": -0.000287147, "log10": -0.124706, "independent": 0.0,
    },
    "temperature-slope-sodium": {"answer": 0.1955},
    "temperature-cooled-potassium": {"answer": -86.1442, "wrong_direction": -91.8871},
    "temperature-shift-potassium": {"answer": 2.87147},
    "temperature-cooled-sodium": {"answer": 58.65},
    "temperature-driving-force-clamped": {"answer": -7.09677, "unchanged": -5.0},
    "activity-ionic-strength": {"answer": 0.3},
    "activity-coefficient": {"answer": 0.75431, "limiting_law": 0.627309, "natural_exponential": 0.88475},
    "activity-coefficient-divalent": {"answer": 0.323739, "valence_forgotten": 0.75431},
    "activity-shift": {"answer": 0.955746, "upside_down": -0.955746},
    "activity-potassium-potential": {"answer": -88.0599, "concentrations": -89.0156},
    "microdomain-concentration": {"answer": 137.56, "full_sphere": 68.8302, "valence_forgotten": 275.021},
    "microdomain-faster-diffusion": {"answer": 37.5892},
    "microdomain-distance": {"answer": 275.02, "inverse_square": 549.94},
    "microdomain-bulk-potential": {
        "answer": 132.28, "valence_forgotten": 264.559, "log10": 57.4483, "celsius": 15.7882,
    },
    "synthesis-ischaemia-potassium": {"answer": 20.4962, "new_value": -78.0475, "inside_ignored": 18.5165},
    "synthesis-chloride-bath": {"answer": 137.4088, "sign_of_valence": 0.727756},
    "synthesis-energy-per-spike": {"answer": 2.70465e7},
    "microdomain-local-potential": {
        "answer": 35.7542, "valence_forgotten": 71.5085, "units_mixed": -56.5117, "swapped": -35.7542,
    },
}  # fmt: skip

each = pytest.mark.parametrize("name", ALL)
numeric = pytest.mark.parametrize("name", NUMERIC)
choice = pytest.mark.parametrize("name", CHOICES)


def test_the_book_has_these_exercises():
    bank = exercises()
    assert sorted(bank) == sorted(ALL)
    assert sorted(name for name in bank if bank[name].kind == "choice") == sorted(CHOICES)
    assert sorted(KNOWN) == sorted(NUMERIC)
    for room, names in ROOMS.items():
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
