"""Published numbers stay as they are."""

from __future__ import annotations

import copy

import golden


def test_every_exercise_is_frozen_as_it_is():
    kept, current = golden.kept(), golden.current()
    assert golden.objections(kept, current) == []
    assert kept == current, "run `python tests/exercises/golden.py`"


def test_a_change_without_a_new_revision_is_refused():
    kept = golden.kept()
    for part, value in [("declaration", "0" * 16), ("variants", {})]:
        changed = copy.deepcopy(kept)
        changed["nernst-potassium"][part] = value
        assert any("nernst-potassium" in line for line in golden.objections(kept, changed))
        changed["nernst-potassium"]["revision"] += 1
        assert golden.objections(kept, changed) == []


def test_an_exercise_does_not_vanish():
    kept = golden.kept()
    assert golden.objections(kept, {}) == [f"{name} is gone" for name in kept]
    assert kept
