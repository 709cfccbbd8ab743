"""What the checker says, and in which order it looks."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport import check as notebook_check
from labsupport import use_language
from labsupport.exercises import UnknownExerciseError, check
from labsupport.i18n import current_language


@pytest.fixture(autouse=True)
def _language():
    before = current_language()
    yield
    use_language(before)


# --- order: format, missing unit, wrong dimension, correct, known idea, power of ten, sign, wrong ---


@pytest.mark.parametrize(
    ("exercise", "answer", "code"),
    [
        ("nernst-potassium", "eighty-nine", "format:no_number"),
        ("nernst-potassium", "1,500", "format:ambiguous_comma"),
        ("nernst-potassium", "-89", "missing_unit"),
        ("nernst-potassium", "0", "missing_unit"),
        ("nernst-potassium", "-89 pA", "wrong_dimension"),
        ("nernst-potassium", "-89 mM", "wrong_dimension"),
        ("nernst-potassium", "-89 %", "wrong_dimension"),
        ("nernst-valence-ratio", "0.5 mV", "wrong_dimension"),
        ("nernst-potassium", "-89 mV", "correct"),
        ("nernst-potassium", "-89.5 mV", "correct"),
        ("nernst-potassium", "-89.6 mV", "wrong"),
        ("nernst-potassium", "89 mV", "swapped"),
        ("nernst-potassium", "-38.7 mV", "log10"),
        ("nernst-potassium", "-89 V", "power_of_ten"),
        ("nernst-potassium", "-8.9 mV", "power_of_ten"),
        ("nernst-charge-moved", "-2e-5", "sign"),
        ("nernst-potassium", "-50 mV", "wrong"),
        ("nernst-potassium", "0 mV", "wrong"),
        # A known idea comes before the power of ten that it also is.
        ("driving-force-sodium-potential", "0.0673 mV", "volts"),
        ("driving-force-sodium-potential", "0.0673 V", "correct"),
        ("nernst-valence-ratio", "1/2", "format:arithmetic"),
        ("nernst-valence-ratio", "50 %", "correct"),
        ("nernst-valence-ratio", "0.5", "correct"),
        ("nernst-net-flux", "b", "correct"),
        ("nernst-net-flux", "Ｂ", "correct"),
        ("nernst-net-flux", "(b)", "correct"),
        ("nernst-net-flux", "balanced", "correct"),
        ("nernst-net-flux", "a", "no_crossing"),
        ("nernst-net-flux", "", "format:empty"),
        ("nernst-net-flux", "e", "format:not_an_option"),
        ("nernst-net-flux", "0 mol/s", "format:not_an_option"),
    ],
)
def test_each_answer_gets_its_verdict(exercise, answer, code):
    verdict = check(exercise, answer)
    assert verdict.code == code
    assert verdict.correct is (code == "correct")
    assert verdict.score == (1.0 if code == "correct" else 0.0)
    assert verdict.feedback.strip()


def test_tolerance_is_the_larger_of_absolute_and_relative():
    # 0.5 mV for a potential, 0.4 % of 1372.5 pA for a current.
    assert check("ionic-current-sodium", "-1368 pA").correct
    assert not check("ionic-current-sodium", "-1366 pA").correct


def test_a_joint_number_gets_a_joint_explanation():
    """V + E arises from a swapped ratio as well as from a wrong sign: the feedback names both."""
    feedback = check("driving-force-sodium-rest", "-2.75 mV").feedback
    assert "exchanged" in feedback
    assert "added" in feedback


def test_each_quantity_knows_its_own_mistakes():
    """61.5 mV is right for one charge and forgets the valence for two."""
    assert check("nernst-valence-one", "61.5 mV").correct
    assert check("nernst-valence-two", "61.5 mV").code == "valence_forgotten"
    assert check("ghk-equal-permeability", "-0.9 mV").correct
    assert check("ghk-reversal", "-0.9 mV").code == "permeability_ignored"


# --- languages --------------------------------------------------------------------------------------------------------


def test_english_before_any_choice_then_as_chosen():
    assert check("nernst-potassium", "-89").feedback.startswith("A number needs its unit")
    use_language("zh")
    assert check("nernst-potassium", "-89").feedback.startswith("数值后面要写单位")
    assert notebook_check("nernst-potassium", "-89").feedback.startswith("数值后面要写单位")
    assert check("nernst-potassium", "-89", language="en").feedback.startswith("A number needs its unit")


def test_a_verdict_shows_as_one_readable_line():
    right, wrong = repr(check("nernst-potassium", "-89 mV")), repr(check("nernst-potassium", "-38.7 mV"))
    assert right.startswith("✓ ")
    assert wrong.startswith("✗ ")
    for line in (right, wrong, repr(check("driving-force-sodium-rest", "-2.75 mV", language="zh"))):
        assert "\n" not in line
        assert not set("*{}«»$") & set(line)


def test_what_was_typed_is_quoted_and_nothing_more():
    feedback = check("nernst-potassium", "5 {example}«answer»").feedback
    assert "{example}«answer»" in feedback
    assert "-89" not in feedback


# --- names, variants and things that are not text ---


def test_an_unknown_exercise_is_named_with_its_neighbour():
    with pytest.raises(UnknownExerciseError, match=r"nernst-potasium.*nernst-potassium"):
        check("nernst-potasium", "-89 mV")
    with pytest.raises(UnknownExerciseError, match="没有名为“nernst-potasium”的练习"):
        check("nernst-potasium", "-89 mV", language="zh")
    with pytest.raises(UnknownExerciseError, match="No exercise"):
        check(None, "-89 mV")
    with pytest.raises(UnknownExerciseError) as problem:
        check("x" * 5000, "-89 mV")
    assert len(str(problem.value)) < 200


@pytest.mark.parametrize("variant", ["v00", "v21", "V01", "1", "", None, 1])
def test_an_unknown_variant_is_refused_with_the_range(variant):
    with pytest.raises(UnknownExerciseError, match="v01 to v20"):
        check("nernst-potassium", "-89 mV", variant=variant)


def test_a_bare_number_is_asked_for_its_unit():
    for number in (-89, -89.0, np.float64(-89.0), np.int64(-89)):
        assert check("nernst-potassium", number).code == "missing_unit"
    assert check("nernst-valence-ratio", 0.5).correct
    assert check("nernst-valence-ratio", np.float64(0.5)).correct
    assert check("nernst-potassium", float("nan")).code == "format:no_number"
    assert check("nernst-potassium", float("inf")).code == "format:no_number"


@pytest.mark.parametrize("answer", [None, True, ["-89 mV"], b"-89 mV", {"value": 1}, 1j, object()])
def test_other_things_are_asked_to_be_text(answer):
    verdict = check("nernst-potassium", answer)
    assert verdict.code == "format:not_text"
    assert '"12.3 mV"' in verdict.feedback


def test_absurd_length_is_one_sentence():
    verdict = check("nernst-potassium", "9" * 1_000_000)
    assert verdict.code == "format:too_long"
    assert len(verdict.feedback) < 200
