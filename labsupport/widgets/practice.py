"""Practice cards: an exercise on the page, checked in the browser."""

from __future__ import annotations

import html
import json
import re
from functools import cache

import traitlets

from labsupport import exercises
from labsupport.exercises import VARIANTS, CodeExercise, Exercise
from labsupport.exercises.texts import FORMULA, PLACE, fill, markup
from labsupport.i18n import current_language, interface
from labsupport.widgets.base import STATIC, Component, view_bundle


class PracticeCard(Component):
    """One exercise: statement, answer box, feedback, hints, worked solution, progress."""

    # A card draws everything in the browser; nothing of what is typed comes back to Python.
    component = traitlets.Unicode("practice").tag(sync=True)

    def __init__(self, exercise: Exercise | CodeExercise, variant: str = VARIANTS[0], **traits):
        self.exercise = exercise
        self.variant = variant
        language = traits.get("language") or current_language()
        super().__init__(card_spec(exercise, language, variant), **traits)

    def __repr__(self) -> str:
        return f"Practice({self.exercise.id!r})"

    def _repr_mimebundle_(self, **kwargs):
        return view_bundle(
            self, repr(self), {"fallback_html": fallback_html(self.exercise, self.language, self.variant)}
        )


def practice(exercise_id: str, variant: str = VARIANTS[0]) -> PracticeCard:
    """A practice card of the book, in the current language.

    Parameters
    ----------
    exercise_id : str
        Such as ``"nernst-potassium"``; ``labsupport.exercises.exercises()`` lists them all.
    variant : str
        ``"v01"`` to ``"v20"``: which numbers a new reader meets first.
    """
    exercise = exercises.get(exercise_id)
    exercises.known_variant(variant)
    return PracticeCard(exercise, variant)


def card_spec(exercise: Exercise | CodeExercise, language: str, variant: str = VARIANTS[0]) -> dict:
    """What the page needs to show one exercise in one language."""
    spec = exercise.spec(language)
    texts = [text.in_(language) for text in exercise.texts()]
    return spec | {"variant": VARIANTS.index(variant) + 1, "formulas": rendered_formulas(texts)}


@cache
def _formulas() -> dict[str, str]:
    return json.loads((STATIC / "formulas.json").read_text("utf-8"))


def rendered_formulas(texts: list[str]) -> dict[str, str]:
    """The formulas of some texts, as the front-end build rendered them: TeX between its dollar signs -> HTML."""
    found = [match.group(0) for text in texts for match in FORMULA.finditer(text)]
    missing = [tex for tex in found if tex not in _formulas()]
    if missing:
        raise LookupError(f"formulas.json lacks {missing[0]!r}: rebuild the front end (npm run build in frontend/)")
    return {tex: _formulas()[tex] for tex in found}


def fallback_html(exercise: Exercise | CodeExercise, language: str, variant: str = VARIANTS[0]) -> str:
    """Title and statement with the numbers of a variant, for readers without JavaScript and for print."""
    is_code = isinstance(exercise, CodeExercise)
    values = {} if is_code else exercise.values(variant)

    def words(text: str) -> str:
        out, end = [], 0
        for match in FORMULA.finditer(text):
            out.append(markup(fill(text[end : match.start()], values)))
            formula = rendered_formulas([match.group(0)])[match.group(0)]
            out.append(PLACE.sub(lambda place: fill(place.group(0), values), formula))
            end = match.end()
        return "".join(out) + markup(fill(text[end:], values))

    def say(key: str) -> str:
        return html.escape(interface(key).in_(language))

    paragraphs = "".join(f"<p>{words(p)}</p>" for p in re.split(r"\n\n", exercise.statement.in_(language)))
    options = "".join(f"<li>{words(option.text.in_(language))}</li>" for option in exercise.options)
    return (
        f'<section class="ionsyn-practice-still" data-id="{html.escape(exercise.id)}">'
        f"<p><strong>{say('card.name')} · {words(exercise.title.in_(language))}</strong></p>"
        + paragraphs
        + (f'<ol type="a">{options}</ol>' if options else "")
        + (f"<pre>{html.escape(chr(10).join(exercise.spec(language)['code']))}</pre>" if is_code else "")
        + f'<p class="ionsyn-practice-note">{say("card.in_notebook" if is_code else "card.no_script")}</p></section>'
    )
