"""Every exercise of the book, in reading order."""

from __future__ import annotations

from labsupport.exercises.bank import (
    activity,
    calcium_microdomain,
    donnan,
    driving_force,
    functions,
    ghk,
    nernst,
    pump,
    pump_leak,
    synthesis,
    temperature,
)

_ROOMS = (nernst, driving_force, ghk, pump, donnan, pump_leak, temperature, activity, calcium_microdomain, synthesis)

EXERCISES = {exercise.id: exercise for room in _ROOMS for exercise in room.EXERCISES}
if len(EXERCISES) != sum(len(room.EXERCISES) for room in _ROOMS):
    raise ValueError("two exercises share an id")
CODE_EXERCISES = {exercise.id: exercise for exercise in functions.CODE_EXERCISES}
if len(CODE_EXERCISES) < len(functions.CODE_EXERCISES) or CODE_EXERCISES.keys() & EXERCISES.keys():
    raise ValueError("two exercises share an id")
