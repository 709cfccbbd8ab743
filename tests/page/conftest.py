"""The built book in a real browser: every page served under its strict policy, every other host out of reach."""

from __future__ import annotations

import gzip
import os
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, Response, sync_playwright

from labsupport.book.browser import chromium
from labsupport.book.site import page_address, server
from labsupport.exercises.texts import FORMULA

ROOT = Path(__file__).resolve().parents[2]
# Compressed already; everything else a server sends gzipped.
PACKED = (".woff2", ".png", ".jpg", ".ico")
POLICY = re.compile(
    r"default-src 'self'; script-src 'self'( 'sha256-[^']+')*; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
)


def pages_of_contents(folder: str = ".") -> list[str]:
    """Pages by the committed table of contents itself."""
    toc = yaml.safe_load((ROOT / folder / "_toc.yml").read_text("utf-8"))
    return [toc["root"]] + [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]


PAGES = pages_of_contents()
LANGUAGES = ("zh", "en")


def source(page: str, language: str = "zh") -> Path:
    folder = ROOT if language == "zh" else ROOT / "en"
    return next(path for path in (folder / f"{page}.ipynb", folder / f"{page}.md") if path.exists())


def widgets_in_source(page: str, language: str = "zh") -> list[str]:
    """Ids of the labs and cards whose display ends a cell of the committed notebook, in order."""
    path = source(page, language)
    if path.suffix != ".ipynb":
        return []
    found = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            found += re.findall(r"""^(?:lab|practice)\(\s*["']([\w-]+)["']""", cell.source, re.M)
    return found


def spaceless(text: str) -> str:
    """Words as a browser shows them: marks gone, formulas aside, any space a plain one."""
    text = FORMULA.sub("", text)
    text = re.sub(r"\*([^*]+)\*", r"\1", text)
    text = re.sub(r"[_^]\{([^}]*)\}", r"\1", text)
    return re.sub(r"\s+", "", text)


def words_of(locator) -> str:
    """The text of an element as `spaceless` leaves it, formulas aside: their letters come in an order of their own."""
    without = "e => { const c = e.cloneNode(true); c.querySelectorAll('.katex').forEach(k => k.remove()); return c"
    return spaceless(locator.evaluate(f"{without}.textContent; }}"))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it before these tests."""
    folder = Path(os.environ.get("BOOK_SITE", ROOT / "build/html"))
    assert (folder / "index.html").exists(), f"{folder} holds no book; run `make book` first"
    return folder


@pytest.fixture(scope="session")
def address(site: Path):
    """Where the site is served, at the root of a host."""
    yield from _served(site)


@pytest.fixture(scope="session")
def prefixed(site: Path):
    """Where the site is served below a path, as project pages are."""
    yield from _served(site, "/some/project")


def _served(site: Path, prefix: str = ""):
    http = server(site, prefix=prefix)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_address[1]}{prefix}"
    http.shutdown()
    http.server_close()


class Tabs:
    """Browser tabs that pass from test to test: to open a context of one's own takes longer than most tests.

    A tab is lent blank: nothing stored, no listener, the pointer in the corner, the media and the size it began with.
    """

    LIFE = 40  # visits, so that nothing a page leaves in memory gathers

    def __init__(self, chrome: Browser):
        self._chrome = chrome
        self._idle: dict[str, list[Page]] = {}
        self._visits: dict[Page, int] = {}

    def lend(self, **options) -> Page:
        """A tab of a browser context with these options of Playwright."""
        idle = self._idle.setdefault(repr(sorted(options.items())), [])
        page = idle.pop() if idle else self._chrome.new_context(**options).new_page()
        self._visits[page] = self._visits.get(page, 0) + 1
        return page

    def take_back(self, page: Page, origin: str, **options) -> None:
        """Blank a tab after a visit to an origin, and keep it for others."""
        if self._visits[page] >= self.LIFE:
            self.close(page)
            return
        page.mouse.up()
        page.goto("about:blank")
        for other in page.context.pages:
            if other != page:
                other.close()
        page.mouse.move(0, 0)
        page.emulate_media(media="null", color_scheme=options.get("color_scheme", "light"))
        page.set_viewport_size(options["viewport"])
        session = page.context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        session.detach()
        self._idle[repr(sorted(options.items()))].append(page)

    def close(self, page: Page) -> None:
        """End a tab and its context."""
        del self._visits[page]
        page.context.close()


@pytest.fixture(scope="session")
def chrome():
    """Chromium, to which no host but this machine exists."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    alone = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*arguments, "--no-first-run", alone])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(chrome: Browser) -> Tabs:
    return Tabs(chrome)


@dataclass
class Visit:
    """One page open in the browser, and what it did."""

    page: Page
    base: str
    foreign: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    policies: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._listeners = {
            "console": lambda m: self.messages.append(m.text) if m.type in ("error", "warning") else None,
            "pageerror": lambda error: self.messages.append(str(error)),
            "request": self._asked,
            "requestfailed": self._lost,
            "response": self._answered,
        }
        for event, listener in self._listeners.items():
            self.page.on(event, listener)

    def problems(self) -> list[str]:
        """Requests elsewhere, console errors and warnings, answers of 400 and more, pages without the policy."""
        found = [f"asked another host: {url}" for url in self.foreign]
        found += [f"console: {text}" for text in self.messages]
        found += [f"failed: {text}" for text in self.failed]
        found += [f"policy: {text}" for text in self.policies if not POLICY.fullmatch(text)]
        return found

    def transfers(self) -> dict[str, int]:
        """Bytes a good server sends for each address to a reader who has nothing of it yet."""
        again = self.page.request
        return {url: _sent(urlsplit(url).path, again.get(url).body()) for url in self.answered}

    def settle(self, widgets: int | None = None) -> None:
        """Wait until every lab and card has drawn; `widgets` says how many there must be."""
        self.page.wait_for_load_state("networkidle")
        count = widgets if widgets is not None else self.page.locator("script[type$='widget-view+json']").count()
        self.page.wait_for_function(
            "count => document.querySelectorAll('.ionsyn[data-ready=true]').length >= count", arg=count, timeout=30_000
        )
        self.page.evaluate("() => document.fonts.ready.then(() => true)")

    def end(self) -> None:
        """Leave the page; what it still does is no longer noted."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "file:")):
            self.foreign.append(request.url)

    def _lost(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader moved on before it arrived
            self.failed.append(f"{request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.url.startswith(("data:", "file:")):
            return
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")
        if response.request.resource_type == "document":
            self.policies.add(response.headers.get("content-security-policy", "none"))
        self.answered.append(response.url)


def _sent(path: str, body: bytes) -> int:
    return len(body) if path.endswith(PACKED) else len(gzip.compress(body, 9, mtime=0))


@contextmanager
def visits(tabs: Tabs):
    """Yields a function that opens an address as a reader does who has never been there; all are left together.

    With ``alone=True`` in a browser context that ends with them, for what would stay in a tab.
    """
    opened = []

    def open_(url: str, base: str, *, dark=False, width=1280, height=900, alone=False, **options) -> Visit:
        options |= {"viewport": {"width": width, "height": height}, "color_scheme": "dark" if dark else "light"}
        there = Visit(tabs.lend(**options), base)
        opened.append((there, alone, options))
        there.page.goto(url)
        return there

    try:
        yield open_
    finally:
        for there, alone, options in opened:
            there.end()
            if alone:
                tabs.close(there.page)
            else:
                parts = urlsplit(there.base)
                tabs.take_back(there.page, f"{parts.scheme}://{parts.netloc}", **options)


@pytest.fixture
def visit(tabs: Tabs, address: str):
    """``visit(path)`` opens an address of the site."""
    with visits(tabs) as open_:

        def visit(path: str, *, base: str = address, **options) -> Visit:
            return open_(path if path.startswith("file:") else f"{base}/{path}", base, **options)

        yield visit


@pytest.fixture
def show_file(tabs: Tabs):
    """``show_file(path)`` opens a widget's own page from disk; it must end with nothing to complain about."""
    shown = []
    with visits(tabs) as open_:

        def show(path: Path, **options) -> Page:
            shown.append(open_(path.as_uri(), "file:", **options))
            shown[-1].page.wait_for_selector(".ionsyn[data-ready=true]", state="attached", timeout=20_000)
            return shown[-1].page

        yield show
    assert not [problem for there in shown for problem in there.problems()]


@pytest.fixture
def open_page(visit):
    """``open_page("chapters/ion/nernst", "zh")``: a page of the book, once its labs and cards have drawn."""

    def open_(docname: str, language: str = "zh", *, anchor: str = "", settle: bool = True, **options) -> Visit:
        opened = visit(page_address(docname, language) + anchor, **options)
        if settle:
            opened.settle()
        return opened

    return open_
