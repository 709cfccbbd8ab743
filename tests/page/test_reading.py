"""What a reader does with a page besides reading it: search, change language, ask for a term, print, go offline."""

from __future__ import annotations

import re
import shutil

import pytest
from conftest import LANGUAGES, PAGES, source, spaceless, widgets_in_source, words_of

from labsupport.book.site import page_address
from labsupport.book.words import words
from labsupport.exercises import code_exercises, exercises
from labsupport.exercises.texts import fill
from labsupport.i18n import interface

BANK, FUNCTIONS = exercises(), code_exercises()

QUERIES = [
    ("zh", "平衡电位", {"chapters/ion/nernst"}),
    ("zh", "反转电位", {"chapters/ion/ghk"}),
    ("zh", "驱动力", {"chapters/ion/driving_force"}),
    ("zh", "化合价", {"chapters/ion/nernst"}),
    ("zh", "GHK", {"chapters/ion/ghk"}),
    ("zh", "反转电位与GHK方程", {"chapters/ion/ghk"}),
    ("zh", "什么是驱动力", {"chapters/ion/driving_force"}),
    ("en", "reversal potential", {"chapters/ion/ghk"}),
    ("en", "driving force", {"chapters/ion/driving_force"}),
    ("en", "GHK", {"chapters/ion/ghk"}),
    ("en", "valence", {"chapters/ion/nernst"}),
    ("en", "Nernst equation", {"chapters/ion/nernst"}),
    ("zh", "分流抑制", {"chapters/ei/chloride"}),
    ("zh", "氯离子", {"chapters/ei/chloride"}),
    ("zh", "量子释放", {"chapters/ei/quantal_release"}),
    ("zh", "紧张性抑制", {"chapters/ei/gaba_a"}),
    ("zh", "谷氨酰胺", {"chapters/ei/glutamate_cycle"}),
    ("zh", "NMDA", {"chapters/ei/glutamate_receptors"}),
    ("zh", "GABA转运体", {"chapters/ei/gaba_transporters"}),
    ("zh", "伽马振荡", {"chapters/ei/oscillations"}),
    ("zh", "可塑性", {"chapters/ei/plasticity"}),
    ("en", "shunting inhibition", {"chapters/ei/chloride"}),
    ("en", "quantal release", {"chapters/ei/quantal_release"}),
    ("en", "tonic inhibition", {"chapters/ei/gaba_a"}),
    ("en", "glutamine", {"chapters/ei/glutamate_cycle"}),
    ("en", "glutamate transporter", {"chapters/ei/glutamate_transporters"}),
    ("en", "GAD65", {"chapters/ei/gaba_synthesis"}),
    ("en", "gamma oscillations", {"chapters/ei/oscillations"}),
    ("en", "synaptic plasticity", {"chapters/ei/plasticity"}),
]


@pytest.mark.parametrize(("language", "query", "right"), QUERIES)
def test_search_finds_the_right_page(open_page, language, query, right):
    """From the box of any page, as a reader would."""
    opened = open_page("how_to_use", language, settle=False)
    page = opened.page
    page.locator("#search-box").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    first = page.locator("#search-results a")
    first.first.wait_for()
    found = [link.get_attribute("data-page") for link in first.all()]
    assert right <= set(found[:3]), found
    for link in first.all()[:3]:
        assert page.request.get(link.evaluate("a => a.href").split("#")[0]).status == 200
    assert not opened.problems()


def test_search_that_finds_nothing_says_so(visit):
    for language in LANGUAGES:
        opened = visit(page_address("search", language) + "?q=zzzqqq")
        assert opened.page.locator("#search-status").inner_text() == words(language)["search_none"].format(
            query="zzzqqq"
        )
        opened.page.locator("#query").fill("<img src=x onerror=alert(1)>")
        opened.page.wait_for_timeout(300)
        assert opened.page.locator("main img").count() == 0
        assert not opened.problems()


@pytest.mark.parametrize("docname", PAGES)
def test_language_switch_keeps_page_and_place(open_page, docname):
    opened = open_page(docname, "zh")
    page = opened.page
    marks = page.eval_on_selector_all(
        "article section[id]", "all => all.filter(e => !e.closest('.ionsyn-place')).map(e => e.id)"
    )
    assert marks
    if len(marks) > 3:
        wanted = marks[len(marks) // 2]
        page.evaluate("id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", wanted)
        # A heading may have two labels, one of the section and one of its lab: both are this place.
        labels = page.eval_on_selector_all(f"#{wanted}, #{wanted} > span[id]", "all => all.map(e => e.id)")
    # A click by coordinates: to a driver, a sticky bar asks to be scrolled to.
    box = page.locator("a.language").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/en/**")
    assert page.url.split("#")[0].endswith("/" + page_address(docname, "en"))
    assert page.evaluate("document.documentElement.lang") == "en"
    if len(marks) > 3:
        assert page.url.split("#")[1] in labels
        assert abs(page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", wanted)) < 200
    page.locator("a.language").click()
    page.wait_for_url(lambda url: "/en/" not in url)
    assert page.url.split("#")[0].endswith("/" + page_address(docname, "zh"))
    assert not opened.problems()


@pytest.mark.parametrize("docname", [page for page in PAGES if "/" in page])
def test_both_editions_have_the_same_places(site, docname):
    texts = [(site / page_address(docname, language)).read_text("utf-8") for language in LANGUAGES]
    places = [re.findall(r'<section[^>]* id="((?:sec|lab|ex)-[^"]+)"', text) for text in texts]
    assert places[0] == places[1]
    assert len(places[0]) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_tooltip_by_mouse_keyboard_and_touch(open_page, language):
    opened = open_page("chapters/ion/nernst", language)
    page = opened.page
    term = page.locator("a.term[aria-describedby]").first
    tip = page.locator("#" + term.get_attribute("aria-describedby"))
    assert tip.get_attribute("role") == "tooltip"
    assert tip.is_hidden()
    term.hover()
    tip.wait_for(state="visible")
    assert len(tip.inner_text()) > 15
    page.mouse.move(2, 2)
    tip.wait_for(state="hidden")
    term.focus()
    tip.wait_for(state="visible")
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    box = tip.bounding_box()
    assert box is None
    assert not opened.problems()
    touched = open_page("chapters/ion/nernst", language, has_touch=True, width=360, height=740)
    before = touched.page.url
    touched.page.locator("a.term[aria-describedby]").first.tap()
    shown = touched.page.locator(".tip:not([hidden])")
    shown.wait_for()
    box = shown.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert touched.page.url == before
    touched.page.locator("a.term[aria-describedby]").first.tap()
    touched.page.wait_for_url("**/glossary.html#*")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("docname", [page for page in PAGES if source(page).suffix == ".ipynb"])
def test_without_javascript(visit, docname, language):
    """Text, formulas and the still picture of each lab, the statement of each card."""
    opened = visit(page_address(docname, language), java_script_enabled=False)
    page = opened.page
    page.wait_for_load_state("networkidle")
    text = (page.locator("main").inner_text()).strip()
    assert len(text) > 300
    wanted = widgets_in_source(docname, language)
    stills = page.locator(".ionsyn-still")
    assert stills.count() == len(wanted)
    for still in stills.all():
        picture = still.locator("img")
        if picture.count():
            assert picture.first.get_attribute("alt")
            assert picture.first.evaluate("i => i.complete && i.naturalWidth > 300")
        else:
            assert len(still.inner_text()) > 20
    every_statement_is_there(page, wanted, language)
    assert page.locator("a.language").get_attribute("href")
    assert page.locator("nav.contents a").count() >= len(PAGES)
    assert not opened.problems()


def every_statement_is_there(page, widgets: list[str], language: str) -> None:
    """The statement of each card with its first numbers, and where it can be answered."""
    names = [name for name in widgets if name in {**BANK, **FUNCTIONS}]
    stills = page.locator(".ionsyn-practice-still")
    assert stills.count() == len(names)
    for still, name in zip(stills.all(), names, strict=True):
        assert still.is_visible()
        text = words_of(still).replace("`", "")
        exercise = BANK.get(name) or FUNCTIONS[name]
        values = exercise.values("v01") if name in BANK else {}
        assert spaceless(fill(exercise.statement.in_(language), values)).replace("`", "") in text
        note = "card.no_script" if name in BANK else "card.in_notebook"
        assert spaceless(interface(note).in_(language)) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_print_has_the_plot_and_no_sliders(open_page, language):
    opened = open_page("chapters/ion/nernst", language)
    page = opened.page
    page.emulate_media(media="print")
    for gone in (".bar", ".contents", ".aside", ".pager"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator("canvas").first.is_visible()
    assert page.locator(".ionsyn-frame .noUi-handle").count() > 0
    assert not any(handle.is_visible() for handle in page.locator(".noUi-handle").all())
    assert page.locator("[data-output]").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_colours_change_and_stay(open_page, language):
    opened = open_page("glossary", language)
    page = opened.page
    button = page.locator(".theme-button")
    assert button.get_attribute("aria-label") == words(language)["theme_auto"]
    button.click()
    button.click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert button.get_attribute("aria-label") == words(language)["theme_dark"]
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_open_and_close_on_a_phone(open_page, language):
    opened = open_page("chapters/ion/ghk", language, width=360, height=740)
    page = opened.page
    panel = page.locator("#contents")
    assert panel.is_hidden()
    page.locator(".menu-button").click()
    assert panel.is_visible()
    assert page.locator(".menu-button").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    page.locator(".menu-button").click()
    page.locator("#contents a", has_text=words(language)["glossary"]).click()
    page.wait_for_url("**/glossary.html")
    assert not opened.problems()


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_is_copied(open_page, language):
    opened = open_page("chapters/ion/nernst", language, permissions=["clipboard-read", "clipboard-write"])
    page = opened.page
    block = page.locator(".cell_input .highlight").first
    block.hover()
    block.locator("button.copy").click()
    page.wait_for_function(
        "word => document.querySelector('button.copy').textContent === word", arg=words(language)["copied"]
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == block.locator("pre").evaluate("e => e.textContent").rstrip("\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("docname", ["index", "chapters/ion/ghk", "glossary"])
def test_works_below_a_path(open_page, prefixed, docname, language):
    opened = open_page(docname, language, base=prefixed)
    assert not opened.problems()
    opened.page.locator("a.language").click()
    opened.page.wait_for_load_state("networkidle")
    opened.page.locator("nav.contents a").nth(2).click()
    opened.page.wait_for_load_state("networkidle")
    assert not opened.problems()


@pytest.mark.parametrize("path", ["no/such/page.html", "chapters/ion/nernts.html", "en/chapters/x.html"])
def test_missing_address(visit, address, prefixed, path):
    for base in (address, prefixed):
        opened = visit(path, base=base)
        page = opened.page
        for language in LANGUAGES:
            assert words(language)["not_found"] in page.inner_text("main")
        opened.failed.clear()  # the missing page itself
        opened.messages[:] = [text for text in opened.messages if "404" not in text]
        if path.startswith("no/"):
            continue  # nothing tells where the book begins
        page.get_by_text(words("en")["to_front"]).click()
        page.wait_for_load_state("networkidle")
        assert page.url == f"{base}/en/index.html"
        assert not opened.problems()


@pytest.mark.parametrize("language", LANGUAGES)
def test_opened_from_disk(visit, site, tmp_path, language):
    """A downloaded copy: text, labs, cards, search and the language switch work from a folder."""
    copy = tmp_path / "副本 of the book"
    shutil.copytree(site, copy)
    opened = visit((copy / page_address("chapters/ion/nernst", language)).as_uri(), base="file:")
    opened.settle()
    page = opened.page
    assert page.locator(".ionsyn[data-ready=true]").count() == len(widgets_in_source("chapters/ion/nernst"))
    page.locator("a.language").click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.dataset.language") != language
    page.goto((copy / page_address("search", language)).as_uri() + "?q=GHK")
    page.locator("#search-results a").first.click()
    page.wait_for_url("**/*ghk.html*")
    assert not [problem for problem in opened.problems() if not problem.startswith("policy")]


def test_head_names_twin_picture_and_language(site):
    for docname in PAGES:
        for language in LANGUAGES:
            text = (site / page_address(docname, language)).read_text("utf-8")
            for code in ("zh-Hans", "en", "x-default"):
                assert f'hreflang="{code}"' in text
            assert 'rel="icon"' in text
            assert re.search(r'<meta name="description" content="[^"]{15,}"', text), docname
            assert re.search(r"<title>[^<]{4,}</title>", text)


def test_numbers_stay_with_their_units(site):
    text = (site / "chapters/ion/nernst.html").read_text("utf-8")
    assert len(re.findall(r"\d\u00a0(?:mV|mM|ms|K)\b", text)) > 20
    markup = r"<pre.*?</pre>|<script.*?</script>|<noscript>.*?</noscript>|<[^>]*>"
    body = re.sub(markup, "", text.split("<main")[1], flags=re.S)
    assert not re.findall(r"[\u4e00-\u9fff]\n[\u4e00-\u9fff]", body)
    assert len(re.findall(r'（<span lang="en">', text)) >= 3


def test_the_site_has_its_files(site):
    for name in ("robots.txt", "licences.txt", "404.html", ".nojekyll", "_static/favicon.ico", "_static/icon.svg"):
        assert (site / name).exists(), name
    notices = (site / "licences.txt").read_text("utf-8")
    for name in ("KaTeX", "MIT"):
        assert name in notices
