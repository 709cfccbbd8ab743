"""Every exercise of the book, in reading order."""

from __future__ import annotations

import importlib
from functools import cache

from labsupport.modelling.registry import index

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
    "ei_synthesis",
)


@cache
def collect(kind: str) -> dict[str, object]:
    """All ``"EXERCISES"`` or all ``"CODE_EXERCISES"`` by id, in reading order."""
    found = [exercise for room in _ROOMS for exercise in getattr(_room(room), kind, ())]
    by_id = {exercise.id: exercise for exercise in found}
    if len(by_id) < len(found):
        raise ValueError("two exercises share an id")
    return by_id


def find(exercise_id: str) -> object | None:
    """The exercise with this id, from its own module where the index names it, else from any; or None."""
    room = index()["exercises"].get(exercise_id)
    if room is not None:
        declared = importlib.import_module(room)
        for exercise in (*getattr(declared, "EXERCISES", ()), *getattr(declared, "CODE_EXERCISES", ())):
            if exercise.id == exercise_id:
                return exercise
    return (collect("EXERCISES") | collect("CODE_EXERCISES")).get(exercise_id)


def declared_in() -> dict[str, str]:
    """The module of each exercise, by id."""
    if collect("EXERCISES").keys() & collect("CODE_EXERCISES").keys():
        raise ValueError("two exercises share an id")
    kinds = ("EXERCISES", "CODE_EXERCISES")
    rooms = [_room(room) for room in _ROOMS]
    return {e.id: room.__name__ for room in rooms for kind in kinds for e in getattr(room, kind, ())}


def _room(name: str):
    return importlib.import_module(f"{__name__}.{name}")
