"""Which module declares which model and exercise, so that a notebook imports only what it shows."""

from __future__ import annotations

import json

from labsupport.modelling import registry


def text() -> str:
    """The index as it is committed, made by importing everything."""
    from labsupport.exercises import bank

    found = {"models": registry.declared_in(), "exercises": bank.declared_in()}
    return json.dumps(found, indent=1, sort_keys=True) + "\n"


def write() -> None:
    registry.INDEX.write_text(text(), encoding="utf-8")
