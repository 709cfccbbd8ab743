"""Every page, in both languages, light and dark: offline, quiet, accessible, light enough, at home on a phone."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import pytest
from conftest import LANGUAGES, PAGES, ROOT, pages_of_contents, widgets_in_source

from labsupport.book import contents
from labsupport.book.site import page_address

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LAB_PAGE, TEXT_PAGE = 400_000, 220_000
EMPTY_FORMULAS = """() => {
  const halves = [...document.querySelectorAll(".katex-html")];
  const rooms = halves.map((half) => half.getBoundingClientRect());
  halves.forEach((half, i) => {
    half.replaceChildren();
    Object.assign(half.style, {display: "inline-block", width: `${rooms[i].width}px`, height: `${rooms[i].height}px`});
  });
}"""


def test_pages_built_are_those_of_the_contents(site):
    assert PAGES == pages_of_contents("en") == contents.pages()
    assert len(PAGES) >= 11
    expected = {page_address(page, language) for page in PAGES for language in LANGUAGES}
    extra = {"404.html", "search.html", "en/404.html", "en/search.html"}
    assert {str(path.relative_to(site)) for path in site.rglob("*.html")} == expected | extra


def open_everything(page) -> dict[str, int]:
    """Open tooltip, feedback, hints and solutions, as a reader might have them before him."""
    done = {"predictions": 0, "answers": 0}
    for option in page.locator(".is-predict .is-options").all():
        option.locator("button").first.click()
        done["predictions"] += 1
    # A card that asks for a function has hints and a solution, but nothing to type in.
    for card in page.locator(".ionsyn-practice:not(:has(form))").all():
        card.locator("[data-action=hint]").click()
        card.locator("[data-action=solution]").click()
    for card in page.locator(".ionsyn-practice:has(form)").all():
        box = card.locator("form input[type=text], form input:not([type])")
        if box.count():
            box.first.fill("12 mV")
        else:
            card.locator("form [type=radio], form button:not([type=submit])").first.click()
        card.locator("form [type=submit]").click()
        card.locator("[data-action=hint]").click()
        card.locator("[data-action=solution]").click()
        done["answers"] += 1
    for fold in page.locator("article details:not([open]) > summary").all():
        fold.click()
    terms = page.locator("a.term[aria-describedby]")
    if terms.count():
        terms.first.focus()
        page.locator(".tip:not([hidden])").wait_for()
    return done


def findings(page, rules: list[str] | None = None) -> list[str]:
    """Serious and critical findings of axe-core, of all its rules or of some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    # The visible half of a formula is hidden from assistive technology and takes its colour from the text around it;
    # its thousands of spans would take most of the time.  Its room stays: what is too wide still scrolls.
    page.evaluate(EMPTY_FORMULAS)
    violations = page.evaluate(
        "async rules => (await axe.run({resultTypes: ['violations'], ...(rules ? {runOnly: rules} : {})})).violations",
        rules,
    )
    return [
        f"{v['id']} ({v['impact']}): {node['target']} {node['failureSummary'][:160]}"
        for v in violations
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"][:3]
    ]


# What a change of colours can spoil: every other rule of axe-core looks at names, roles and structure.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("docname", PAGES)
def test_page(open_page, docname, language):
    """One visit: as it arrives, with everything open, on a phone, in the other colours.

    The Chinese edition is met in light colours first and the English one in dark, so each is also the first paint.
    """
    wanted = widgets_in_source(docname, language)
    first, other = ("light", "dark") if language == "zh" else ("dark", "light")
    opened = open_page(docname, language, dark=first == "dark")
    page = opened.page
    shown = page.eval_on_selector_all(".ionsyn[data-ready=true]", "all => all.map(e => e.dataset.id)")
    assert shown == wanted
    budget = LAB_PAGE if wanted else TEXT_PAGE
    transfers = opened.transfers()
    assert sum(transfers.values()) <= budget, sorted(transfers.items(), key=lambda item: -item[1])[:6]
    assert len(transfers) >= 4
    assert page.evaluate("document.documentElement.dataset.theme") == first
    speaks_one_language(page, language)
    done = open_everything(page)
    practices = page.locator(".ionsyn-practice:has(form)").count()
    assert done["answers"] == practices
    assert page.locator(".is-feedback:not(:empty)").count() == practices
    found = []
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_timeout(150)
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{beyond} px wider than a screen of {width} px"] if beyond > 0 else []
    page.set_viewport_size({"width": 1280, "height": 900})
    found += findings(page)
    page.emulate_media(color_scheme=other)
    page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=other)
    page.wait_for_timeout(200)  # colours fade
    found += [f"{other}: {finding}" for finding in findings(page, COLOUR_RULES)]
    assert not found + opened.problems()


ENGLISH_ONLY = re.compile(
    r"\b(?:Permalink|Link to this|Toggle|Search|Next|Previous|Contents|Copy|Skip|Home|Note|Warning|Tip|Show|Hide|Edit|"
    r"Download|Theme|Close|Menu|Page|Table|Figure|Glossary|Bibliography|On this page)\b"
)
NAMES_AND_LABELS = """foreign => [...document.querySelectorAll(
    '[aria-label], [title], [placeholder], [alt], button, summary')]
    .filter(e => !e.closest(foreign + ', .katex, .highlight pre')).flatMap(e => [e.getAttribute('aria-label'),
    e.getAttribute('title'), e.getAttribute('placeholder'), e.getAttribute('alt'),
    ['BUTTON', 'SUMMARY'].includes(e.tagName) ? e.textContent : '']).filter(Boolean)"""


def speaks_one_language(page, language: str) -> None:
    """Names, titles and labels of everything around the text; the language switch alone speaks the other."""
    said = page.evaluate(NAMES_AND_LABELS, "[lang=en]" if language == "zh" else "[lang^=zh]")
    assert len(said) >= 8
    foreign = ENGLISH_ONLY if language == "zh" else re.compile(r"[\u3400-\u9fff]")
    assert not [text for text in said if foreign.search(text)]
    assert page.evaluate("document.documentElement.lang") == contents.book()["editions"][language]["html"]
    assert page.locator(".foot").inner_text().startswith("©")


def test_the_language_check_can_fail(open_page):
    page = open_page("glossary", "zh").page
    page.evaluate("document.querySelector('.menu-button').setAttribute('aria-label', 'Toggle menu')")
    with pytest.raises(AssertionError):
        speaks_one_language(page, "zh")


def test_the_colour_check_can_fail(open_page):
    page = open_page("glossary", "en").page
    page.evaluate("document.querySelector('main dd').style.color = '#888'")
    page.evaluate("document.querySelector('main dd').style.background = '#999'")
    assert any(text.startswith("color-contrast") for text in findings(page, COLOUR_RULES))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("docname", ["search", "404"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_pages_beside_the_contents(visit, docname, language, dark):
    opened = visit(page_address(docname, language) + ("?q=GHK" if docname == "search" else ""), dark=dark)
    opened.page.wait_for_load_state("networkidle")
    assert not findings(opened.page) + opened.problems()
    assert sum(opened.transfers().values()) <= TEXT_PAGE


def test_the_axe_check_can_fail(open_page):
    page = open_page("glossary", "en").page
    page.evaluate("document.querySelector('main p, main dd').innerHTML = '<img src=\"data:,\"><button></button>'")
    assert any(text.startswith(("image-alt", "button-name")) for text in findings(page))


def test_the_offline_check_can_fail(open_page):
    opened = open_page("glossary", "en")
    opened.page.evaluate(
        "() => new Promise(done => { const s = document.createElement('script'); s.src = 'https://cdn.example.org/x.js';"
        " s.onload = s.onerror = done; document.head.append(s); })"
    )
    assert opened.problems()


def test_no_file_names_another_host_to_load_from(site):
    """Not one address in the site makes a browser fetch from elsewhere (links a reader may follow are no fetches)."""
    looked = 0
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css"):
            looked += 1
            assert not fetches(path.read_text("utf-8")), path
    assert looked >= 2 * len(PAGES) + 4


def fetches(text: str) -> list[str]:
    """Addresses with a host that a page or style sheet would load by itself."""
    text = re.sub(r'<script type="application/[^>]*>.*?</script>', "", text, flags=re.S)
    tags = "script|img|iframe|source|video|audio|embed|object"
    loading = rf"""<(?:{tags})\b[^>]*\b(?:src|data)=["']?((?:https?:)?//[^"'\s>]+)"""
    styles = r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"')]+)"""
    kinds = "stylesheet|icon|preload|preconnect|modulepreload|manifest"
    links = rf"""<link\b(?=[^>]*\brel="(?:{kinds})")[^>]*\bhref="((?:https?:)?//[^"]+)"""
    return [hit for pattern in (loading, styles, links) for hit in re.findall(pattern, text)]


def test_the_host_check_sees_a_cdn_tag(site):
    page = (site / "index.html").read_text("utf-8")
    for tag in (
        '<script async src="https://cdn.jsdelivr.net/npm/thebe@latest/lib/index.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example.org/x.css">',
        "<style>@import 'https://fonts.example.org/css';</style>",
    ):
        assert fetches(page.replace("</head>", tag + "</head>"))


def test_every_link_inside_the_site_leads_somewhere(site):
    dead = dead_links(site)
    assert not dead
    assert sum(len(re.findall(r'href="', path.read_text("utf-8"))) for path in site.rglob("*.html")) > 500


def dead_links(site: Path, changed: dict[str, str] | None = None) -> list[str]:
    """Links and sources of all pages whose file or place does not exist."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    texts |= changed or {}
    places = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in texts.items()}
    dead = []
    for name, text in texts.items():
        if name.endswith("404.html"):
            continue
        text = re.sub(r'<script type="application/[^>]*>.*?</script>', "", text, flags=re.S)
        for target in set(re.findall(r'\b(?:href|src)="([^"]*)"', text)):
            if re.match(r"(?:https?|mailto|data):", target):
                continue
            path, _, place = target.partition("#")
            path = path.partition("?")[0]
            there = (site / name).parent / path if path else site / name
            there = there.resolve()
            known = places.get(there.relative_to(site.resolve()).as_posix()) if there.exists() else set()
            if not there.exists() or (place and known is not None and place not in known):
                dead.append(f"{name}: {target}")
    return dead


def test_the_link_check_sees_a_dead_link(site):
    page = (site / "index.html").read_text("utf-8")
    for link in ('<a href="chapters/ion/nernts.html">x</a>', '<a href="glossary.html#no-such-term">x</a>'):
        assert dead_links(site, {"index.html": page.replace("</main>", link + "</main>")})


def test_every_asset_of_ours_carries_its_hash(site):
    seen = set()
    for path in site.rglob("*.html"):
        for target in re.findall(r'(?:src|href)="([^"]*_static/[^"]*)"', path.read_text("utf-8")):
            assert re.search(r"\?v=[0-9a-f]{10}$", target), (path, target)
            seen.add(target.rsplit("/", 1)[-1].split("?")[0])
    assert {"book.css", "book.js", "theme.js", "page.js", "widgets.css", "formulas.css"} <= seen
    unhashed = re.findall(r"url\((?!data:)([^)]*)\)", (site / "_static/formulas.css").read_text("utf-8"))
    assert len(unhashed) >= 15
    assert all(re.search(r"\?v=[0-9a-f]{10}$", target) for target in unhashed)


def test_widgets_scripts_only_where_there_are_widgets(site):
    for page in PAGES:
        for language in LANGUAGES:
            text = (site / page_address(page, language)).read_text("utf-8")
            assert ("page.js" in text) == bool(widgets_in_source(page, language)), page
    assert (ROOT / "labsupport/widgets/static/page.js").stat().st_size > 50_000
