"""The published variants, frozen: ``python tests/exercises/golden.py`` writes what is new.

A card, a notebook or a homework that names exercise, revision and variant must meet the same numbers for ever.  So what
is frozen changes only together with the exercise's revision.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import sympy

from labsupport.exercises import VARIANTS, exercises
from labsupport.exercises.declaration import Exercise

FILE = Path(__file__).with_name("golden.json")


def frozen(exercise: Exercise) -> dict:
    """What must not change under one revision."""
    declared = {
        "givens": [[g.name, g.unit, g.minimum, g.maximum, g.step, g.first] for g in exercise.givens],
        "answer": sympy.srepr(exercise.model.expression("answer")),
        "unit": exercise.unit,
        "tolerance": [exercise.atol, exercise.rtol],
        "options": [option.id for option in exercise.options],
    }
    variants = {}
    for variant in VARIANTS:
        values = exercise.values(variant)
        numbers = [values[given.name] for given in exercise.givens]
        variants[variant] = [*numbers, f"{values['answer']:.9g}"]
    digest = hashlib.sha256(json.dumps(declared).encode()).hexdigest()[:16]
    return {"revision": exercise.revision, "declaration": digest, "variants": variants}


def current() -> dict:
    return {exercise_id: frozen(exercise) for exercise_id, exercise in exercises().items()}


def kept() -> dict:
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}


def objections(old: dict, new: dict) -> list[str]:
    """Exercises that changed without a new revision, went back, or vanished."""
    out = [f"{name} is gone" for name in old if name not in new]
    for name, entry in new.items():
        before = old.get(name)
        if before is None or before == entry:
            continue
        if entry["revision"] <= before["revision"]:
            what = "its declaration" if entry["declaration"] != before["declaration"] else "its numbers"
            out.append(f"{name}: {what} changed, but the revision is still {entry['revision']}")
    return out


def main() -> int:
    new = current()
    problems = objections(kept(), new)
    if problems:
        print("\n".join(problems))
        return 1
    lines = [f" {json.dumps(name)}: {json.dumps(entry, ensure_ascii=True)}" for name, entry in new.items()]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"{len(new)} exercises frozen")
    return 0


if __name__ == "__main__":
    sys.exit(main())
