"""Every practice card of the built book: checks, explains, hints, solves, remembers, forgets."""

from __future__ import annotations

import re

import pytest
from conftest import LANGUAGES, PAGES, spaceless, widgets_in_source, words_of

from labsupport.exercises import VARIANTS, code_exercises, exercises
from labsupport.exercises.texts import FORMULA, fill
from labsupport.i18n import interface
from labsupport.widgets.strings import formulas

BANK = exercises()
FUNCTIONS = code_exercises()
CARDS = [
    (page, language, name)
    for page in PAGES
    for language in LANGUAGES
    for name in widgets_in_source(page, language)
    if name in BANK
]
CODE_CARDS = [
    (page, language, name)
    for page in PAGES
    for language in LANGUAGES
    for name in widgets_in_source(page, language)
    if name in FUNCTIONS
]
PAGES_WITH_CARDS = list(dict.fromkeys((page, language) for page, language, _ in CARDS))
NONSENSE = ["eighty-nine", "<img src=x onerror=alert(1)>", "１,５００", "9**9**9", "9" * 200, "−", "5 <b>mV</b>"]


class Card:
    """One card in the browser, driven as a reader drives it."""

    def __init__(self, page, name: str, language: str):
        self.page, self.exercise, self.language = page, BANK[name], language
        self.root = page.locator(f".ionsyn-practice[data-id='{name}']").first
        self.root.scroll_into_view_if_needed()

    @property
    def box(self):
        return self.root.locator("input[type=text]")

    @property
    def variant(self) -> str:
        return self.root.get_attribute("data-variant")

    @property
    def values(self) -> dict:
        return self.exercise.values(self.variant)

    def answer(self, text: str) -> str:
        """Type an answer and press Enter, or choose an option and press the button; the verdict's code."""
        if self.exercise.kind == "choice":
            self.root.locator(f"input[type=radio][value={text}]").check()
            self.root.locator("[type=submit]").click()
        else:
            self.box.fill(text)
            self.box.press("Enter")
        return self.root.locator(".is-feedback").get_attribute("data-code")

    def right(self, values: dict | None = None) -> str:
        values = values or self.values
        if self.exercise.kind == "choice":
            return "abcdefgh"[int(values["answer"])]
        return f"{values['answer']:.6g} {self.exercise.unit}".replace("-", "−").strip()

    def feedback(self) -> str:
        return words_of(self.root.locator(".is-feedback"))

    def says(self, text) -> bool:
        return self.feedback().endswith(spaceless(fill(text.in_(self.language), self.values)))

    def act(self, action: str) -> None:
        self.root.locator(f"[data-action={action}]").click()

    def stored(self):
        key = f"ionsyn:v1:{self.exercise.id}:{self.exercise.revision}"
        return self.page.evaluate(
            "key => { try { return JSON.parse(localStorage.getItem(key)) } catch { return 'off' } }", key
        )


@pytest.fixture
def card(open_page):
    def open_(page: str, language: str, name: str, **options) -> Card:
        return Card(open_page(page, language, **options).page, name, language)

    return open_


def test_cards_stand_where_the_book_needs_them():
    """The practice pages hold every exercise of their section, and each section ends in two of them."""
    found = {(page, name) for page, language, name in CARDS if language == "zh"}
    assert found == {(page, name) for page, language, name in CARDS if language == "en"}
    for name, exercise in BANK.items():
        page = exercise.section.replace("chapters/", "exercises/")
        if page in PAGES:
            assert (page, name) in found, f"{name} is not on {page}"
    for section in ("nernst", "driving_force", "ghk"):
        assert len([name for page, name in found if page == f"chapters/ion/{section}"]) >= 2
    assert len(CARDS) >= 2 * (21 + 6)


@pytest.mark.parametrize(("page", "language"), PAGES_WITH_CARDS)
def test_cards_check_explain_solve_and_draw_new_numbers(open_page, page, language):
    opened = open_page(page, language)
    names = [name for p, lang, name in CARDS if (p, lang) == (page, language)]
    assert opened.page.locator(".ionsyn-practice:has(form)").count() == len(names) > 0
    ideas = 0
    for name in names:
        card = Card(opened.page, name, language)
        exercise, values = card.exercise, card.values
        assert words_of(card.root.locator(".is-statement")) == spaceless(fill(exercise.statement.in_(language), values))

        if exercise.kind == "numeric":
            for idea in exercise.recognises(values):
                typed = f"{values[f'wrong_{idea.id}']:.6g} {exercise.unit}"
                assert card.answer(typed) == idea.id, (name, typed)
                assert card.says(idea.feedback)
                assert card.box.input_value() == typed
                ideas += 1
            for typed in NONSENSE:
                assert card.answer(typed).startswith("format:"), (name, typed)
                assert card.box.input_value() == typed
                assert card.feedback()
        else:
            for place, option in enumerate(exercise.options):
                if place != int(values["answer"]):
                    assert card.answer("abcdefgh"[place]) == option.id
                    assert card.says(option.feedback)
                    ideas += 1
        assert card.root.locator("img, b").count() == 0

        for count in range(1, len(exercise.hints) + 1):
            card.act("hint")
            assert card.root.locator(".is-hints li").count() == count
        assert not card.root.locator("[data-action=hint]").is_visible()
        shown = words_of(card.root.locator(".is-hints li").first)
        assert shown.endswith(spaceless(fill(exercise.hints[0].in_(language), values)))

        card.act("solution")
        solution = card.root.locator(".is-solution")
        assert solution.is_visible()
        text = solution.inner_text()
        assert "«" not in text
        assert solution.locator(".katex").count() == len(FORMULA.findall(exercise.solution.in_(language)))
        if exercise.kind == "numeric":
            for place in re.findall(r"«answer:[^»]*[fm]»", exercise.solution.in_(language)):
                assert fill(place, values) in text
        card.act("solution")
        assert not solution.is_visible()

        assert card.answer(card.right()) == "correct"
        assert card.says(exercise.right)
        assert interface("card.solved").in_(language) in card.root.locator(".is-badge").inner_text()
        new_numbers_make_a_new_problem(card)
    assert ideas >= 2 * len(names)
    assert not opened.problems()


def new_numbers_make_a_new_problem(it: Card) -> None:
    before, text = it.values, it.root.locator(".is-statement").inner_text()
    if not it.exercise.givens:
        assert not it.root.locator("[data-action=new]").is_visible()
        return
    it.act("new")
    # The next variant whose numbers are other ones: a problem with few to vary may draw the same again.
    first = it.exercise.given_values(VARIANTS[0])
    assert it.variant == next(v for v in VARIANTS if it.exercise.given_values(v) != first)
    assert it.root.locator(".is-statement").inner_text() != text
    assert words_of(it.root.locator(".is-statement")) == spaceless(
        fill(it.exercise.statement.in_(it.language), it.values)
    )
    if it.exercise.kind == "numeric":
        assert it.box.input_value() == it.right(before)
        if abs(before["answer"] - it.values["answer"]) > it.exercise.tolerance(it.values["answer"]):
            assert it.answer(it.right(before)) != "correct"
    assert it.answer(it.right()) == "correct"


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_is_kept_and_cleared(card, language):
    it = card("exercises/ion/nernst", language, "nernst-potassium")
    assert it.stored() is None
    it.answer("hello")
    it.answer("89 mV")
    it.answer(it.right())
    assert it.stored() == {"attempts": 2, "solved": [1], "variant": 1}
    it.act("new")
    it.answer("-1 mV")
    it.page.reload()
    it.page.wait_for_function("document.querySelectorAll('.ionsyn[data-ready=true]').length > 0")
    it = Card(it.page, "nernst-potassium", language)
    assert it.variant == "v02"
    assert it.stored() == {"attempts": 3, "solved": [1], "variant": 2}
    assert interface("card.attempts").in_(language).format(attempts=3) in it.root.locator(".is-record").inner_text()
    it.act("clear")
    assert it.stored() is None
    assert it.variant == "v01"
    assert not it.root.locator("[data-action=clear]").is_visible()
    assert interface("card.cleared").in_(language) in it.root.locator(".is-feedback").inner_text()


@pytest.mark.parametrize("junk", ['"x"', '{"attempts":-3,"solved":[0,99,"a"],"variant":1e9}', "[]", "{", "null"])
def test_a_spoilt_record_is_ignored(card, junk):
    it = card("exercises/ion/nernst", "en", "nernst-potassium")
    it.page.evaluate("junk => localStorage.setItem('ionsyn:v1:nernst-potassium:1', junk)", junk)
    it.page.reload()
    it.page.wait_for_function("document.querySelectorAll('.ionsyn[data-ready=true]').length > 0")
    it = Card(it.page, "nernst-potassium", "en")
    assert it.variant == "v01"
    assert it.answer(it.right()) == "correct"
    assert it.stored() == {"attempts": 1, "solved": [1], "variant": 1}


def test_storage_switched_off_breaks_nothing(card):
    it = card("exercises/ion/nernst", "en", "nernst-potassium", alone=True)
    it.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
    )
    it.page.reload()
    it.page.wait_for_function("document.querySelectorAll('.ionsyn[data-ready=true]').length > 0")
    it = Card(it.page, "nernst-potassium", "en")
    assert it.stored() == "off"
    assert it.answer(it.right()) == "correct"
    it.act("new")
    assert it.variant == "v02"
    it.act("clear")
    assert it.variant == "v01"


def test_a_card_works_by_keyboard_alone(card):
    it = card("exercises/ion/nernst", "en", "nernst-potassium")
    it.box.focus()
    it.page.keyboard.type("-38.7 mV")
    it.page.keyboard.press("Enter")
    assert it.root.locator(".is-feedback").get_attribute("data-code") == "log10"
    seen = []
    for _ in range(5):
        it.page.keyboard.press("Tab")
        seen.append(it.page.evaluate("document.activeElement.dataset.action ?? document.activeElement.type"))
    assert seen == ["submit", "hint", "solution", "new", "clear"]
    it.root.locator("[data-action=hint]").focus()
    for _ in it.exercise.hints:
        it.page.keyboard.press("Enter")
    # The last hint takes its button away; the focus goes on to the next one instead of getting lost.
    assert it.page.evaluate("document.activeElement.dataset.action") == "solution"
    choice = Card(it.page, "nernst-net-flux", "en")
    choice.root.locator("input[type=radio]").first.focus()
    it.page.keyboard.press("Space")
    it.page.keyboard.press("ArrowDown")
    it.page.keyboard.press("Enter")
    assert choice.root.locator(".is-feedback").get_attribute("data-code") == "correct"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unanswered_choice_is_asked_for(card, language):
    it = card("exercises/ion/nernst", language, "nernst-net-flux")
    it.root.locator("[type=submit]").click()
    assert it.root.locator(".is-feedback").get_attribute("data-code") == "format:empty"
    assert it.stored() is None or it.stored()["attempts"] == 0


def test_targets_are_large_enough_and_named(card):
    it = card("exercises/ion/ghk", "zh", "ghk-reversal", width=360, height=740)
    it.answer("1 mV")
    for control in it.root.locator("button:visible, input:visible").all():
        box = control.bounding_box()
        assert box["height"] >= 24
        assert box["width"] >= 24
    label = it.page.evaluate(
        "id => document.querySelector(`label[for='${id}']`).textContent", it.box.get_attribute("id")
    )
    assert label == interface("card.answer").zh
    described = it.box.get_attribute("aria-describedby").split()
    assert len(described) == 2
    assert all(it.page.locator(f"[id='{place}']").count() == 1 for place in described)
    assert it.root.locator(".is-feedback").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_for_functions_show_what_to_write(open_page, language):
    """Wherever a page has one: the first line of the function, the line that checks it, hints and a solution."""
    for page in dict.fromkeys(page for page, lang, _ in CODE_CARDS if lang == language):
        opened = open_page(page, language)
        for _, _, name in [card for card in CODE_CARDS if card[:2] == (page, language)]:
            exercise = FUNCTIONS[name]
            root = opened.page.locator(f".ionsyn-practice[data-id='{name}']")
            listing = root.locator(".is-code pre").inner_text()
            assert exercise.signature in listing
            assert f'check("{name}", {exercise.name})' in listing
            for count in range(1, len(exercise.hints) + 1):
                root.locator("[data-action=hint]").click()
                assert root.locator(".is-hints li").count() == count
            root.locator("[data-action=solution]").click()
            assert exercise.signature in root.locator(".is-solution pre").inner_text()
        assert not opened.problems()


def test_all_formulas_of_cards_are_rendered():
    """No formula waits for KaTeX in the page, and none is left over from before."""
    from labsupport.widgets.practice import rendered_formulas

    assert set(rendered_formulas(formulas())) == set(formulas())
    assert len(formulas()) > 40
