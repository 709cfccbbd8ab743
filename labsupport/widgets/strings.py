"""``python -m labsupport.widgets.strings``: every formula in the declared words of exercises and labs, as JSON.

The front-end build renders them, so that KaTeX itself is never sent to a reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from labsupport.exercises import code_exercises, exercises
from labsupport.exercises.texts import FORMULA
from labsupport.i18n import LANGUAGES


def formulas() -> list[str]:
    """Each formula once, between its dollar signs, sorted."""
    return sorted(
        {
            match.group(0)
            for text in _texts()
            for language in LANGUAGES
            for match in FORMULA.finditer(text.in_(language))
        }
    )


def _texts() -> Iterator:
    for exercise in (exercises() | code_exercises()).values():
        yield from exercise.texts()


if __name__ == "__main__":
    print(json.dumps(formulas(), ensure_ascii=True, indent=1))
