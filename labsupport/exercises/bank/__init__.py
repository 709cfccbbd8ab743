"""Every exercise of the book, in reading order."""

from __future__ import annotations

from labsupport.exercises.bank import driving_force, ghk, nernst

_ROOMS = (nernst, driving_force, ghk)

EXERCISES = {exercise.id: exercise for room in _ROOMS for exercise in room.EXERCISES}
if len(EXERCISES) != sum(len(room.EXERCISES) for room in _ROOMS):
    raise ValueError("two exercises share an id")
