"""A learner gets the same verdict on the page and in a notebook, whatever they type."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from answers import cases

from labsupport import units
from labsupport.exercises import check, exercises
from labsupport.exercises.texts import fill

pytestmark = pytest.mark.xdist_group("answers")  # what its fixtures compute is computed once

NODE = Path(sys.executable).parent / "node"
ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "frontend/src/exercises"
COUNT = 50_000
FAMILIES = ("format", "missing_unit", "wrong_dimension", "correct", "misconception", "power_of_ten", "sign", "wrong")


def family(code: str) -> str:
    """Which step of the check gave a verdict."""
    if code.startswith("format:"):
        return "format"
    return code if code in FAMILIES else "misconception"


def judged_by_page(typed: list, sources: Path = SOURCES) -> dict:
    bank = exercises()
    words = yaml.safe_load((ROOT / "labsupport/interface.yaml").read_text("utf-8"))["check"]
    job = {
        "specs": {f"{e.id}|{language}": e.spec(language) for e in bank.values() for language in ("zh", "en")},
        "models": {e.model.id: e.model.javascript() for e in bank.values()},
        "words": words,
        "cases": typed,
    }
    run = subprocess.run(
        [str(NODE), str(Path(__file__).with_name("answers.mjs")), str(sources)],
        input=json.dumps(job).encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return json.loads(run.stdout)


def differences(typed: list, verdicts: list) -> list:
    mine = [check(*[case[0], case[3]], variant=case[1], language=case[2]) for case in typed]
    return [
        (case, (v.code, v.score, v.feedback), tuple(theirs))
        for case, v, theirs in zip(typed, mine, verdicts, strict=True)
        if (v.code, v.score, v.feedback) != tuple(theirs)
    ]


@pytest.fixture(scope="module")
def typed() -> list:
    return list(cases(COUNT))


@pytest.fixture(scope="module")
def page(typed) -> dict:
    return judged_by_page(typed)


def test_every_verdict_agrees(typed, page):
    assert len(page["verdicts"]) == COUNT
    different = differences(typed, page["verdicts"])
    assert not different, f"{len(different)} of {COUNT}, first: {different[0]}"


def test_the_strings_reach_every_step(typed, page):
    seen = Counter(family(code) for code, _, _ in page["verdicts"])
    assert {name: seen[name] for name in FAMILIES if seen[name] < 500} == {}
    parsed = 0
    for _, _, _, answer in typed:
        try:
            units.read(answer)
            parsed += 1
        except units.NotUnderstoodError:
            pass
    assert parsed >= 0.4 * COUNT


def test_every_exercise_and_every_idea_is_met(typed, page):
    met = {(case[0], code) for case, (code, _, _) in zip(typed, page["verdicts"], strict=True)}
    expected = {(e.id, m.id) for e in exercises().values() for m in e.misconceptions}
    expected |= {(e.id, "correct") for e in exercises().values()}
    assert expected - met == set()


def test_the_page_draws_the_same_numbers(page):
    bank = exercises()
    assert len(page["statements"]) == 2 * 20 * len(bank)
    for name, variant, statement in page["statements"]:
        exercise, language = name.split("|")
        assert statement == fill(bank[exercise].statement.in_(language), bank[exercise].values(variant)), (
            name,
            variant,
        )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("check.js", "Math.abs(value - right) <= tolerance", "Math.abs(value + right) <= tolerance"),
        ("check.js", "away < distance", "away > distance"),
        ("parse.js", "sign = -1;\n    position = text", "sign = 1;\n    position = text"),
        ("parse.js", "[1-9][0-9]{0,2},[0-9]{3}$/", "[1-9][0-9]{0,2},[0-9]{4}$/"),
        ("variants.js", "number % given.count", "(number + 1) % given.count"),
    ],
)
def test_a_changed_page_is_noticed(tmp_path, typed, file, old, new):
    """One wrong sign in the page's checker, parser or draw must show."""
    sources = tmp_path / "frontend/src/exercises"
    shutil.copytree(SOURCES, sources)
    (tmp_path / "labsupport").mkdir()
    shutil.copy(units.TABLE_FILE, tmp_path / "labsupport/units.json")
    text = (sources / file).read_text("utf-8")
    assert old in text
    (sources / file).write_text(text.replace(old, new), "utf-8")
    few = typed[:2500]
    assert differences(few, judged_by_page(few, sources)["verdicts"])
