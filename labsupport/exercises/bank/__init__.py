"""Every exercise of the book, in reading order."""

from __future__ import annotations

import importlib

# Modules of this package.  Each has EXERCISES, CODE_EXERCISES or both.
_ROOMS = (
    "nernst",
    "driving_force",
    "ghk",
    "pump",
    "donnan",
    "pump_leak",
    "temperature",
    "activity",
    "calcium_microdomain",
    "synthesis",
    "functions",
    "glutamate_cycle",
    "synaptic_current",
    "chloride",
    "quantal_release",
    "gaba_synthesis",
    "gaba_a",
    "gaba_transporters",
    "glutamate_receptors",
    "glutamate_transporters",
    "gaba_b",
    "plasticity",
    "oscillations",
)


def _collect(kind: str) -> dict[str, object]:
    rooms = [importlib.import_module(f"{__name__}.{room}") for room in _ROOMS]
    found = [exercise for room in rooms for exercise in getattr(room, kind, ())]
    by_id = {exercise.id: exercise for exercise in found}
    if len(by_id) < len(found):
        raise ValueError("two exercises share an id")
    return by_id


EXERCISES = _collect("EXERCISES")
CODE_EXERCISES = _collect("CODE_EXERCISES")
if EXERCISES.keys() & CODE_EXERCISES.keys():
    raise ValueError("two exercises share an id")
