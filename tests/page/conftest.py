"""The built book in a real browser: every page served under its strict policy, every other host out of reach."""

from __future__ import annotations

import gzip
import os
import re
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
import yaml
from playwright.sync_api import Browser, Error, Page, sync_playwright

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


@pytest.fixture(scope="session")
def chrome():
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*arguments, "--no-first-run"])
        yield browser
        browser.close()


@dataclass
class Visit:
    """One page open in the browser, and what it did."""

    page: Page
    base: str
    foreign: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    transfers: dict[str, int] = field(default_factory=dict)
    policies: set[str] = field(default_factory=set)

    def problems(self) -> list[str]:
        """Requests elsewhere, console errors and warnings, answers of 400 and more, pages without the policy."""
        found = [f"asked another host: {url}" for url in self.foreign]
        found += [f"console: {text}" for text in self.messages]
        found += [f"failed: {text}" for text in self.failed]
        found += [f"policy: {text}" for text in self.policies if not POLICY.fullmatch(text)]
        return found

    def weight(self) -> int:
        return sum(self.transfers.values())

    def settle(self, widgets: int | None = None) -> None:
        """Wait until every lab and card has drawn; `widgets` says how many there must be."""
        self.page.wait_for_load_state("networkidle")
        count = widgets if widgets is not None else self.page.locator("script[type$='widget-view+json']").count()
        self.page.wait_for_function(
            "count => document.querySelectorAll('.ionsyn[data-ready=true]').length >= count", arg=count, timeout=30_000
        )
        self.page.evaluate("() => document.fonts.ready.then(() => true)")

    def _listen(self) -> None:
        page = self.page
        page.on("console", lambda m: self.messages.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("requestfailed", self._lost)
        page.on("response", self._answered)

    def _lost(self, request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader moved on before it arrived
            self.failed.append(f"{request.url}: {request.failure}")

    def _answered(self, response) -> None:
        if response.url.startswith(("data:", "file:")):
            return
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")
        if response.request.resource_type == "document":
            self.policies.add(response.headers.get("content-security-policy", "none"))
        path = urlsplit(response.url).path
        try:
            body = response.body()
        except Error:
            return  # the reader left before it was read
        self.transfers[response.url] = len(body) if path.endswith(PACKED) else len(gzip.compress(body, 9, mtime=0))


@pytest.fixture
def visit(chrome: Browser, address: str):
    """``visit(path)`` opens an address of the site in a fresh, cold browser context."""
    contexts = []

    def open_(path: str, *, dark=False, width=1280, height=900, base=None, **options) -> Visit:
        base = base or address
        context = chrome.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **options
        )
        contexts.append(context)
        opened = Visit(context.new_page(), base)

        def gate(route) -> None:
            if route.request.url.startswith((base, "data:", "file:")):
                route.continue_()
            else:
                opened.foreign.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        opened._listen()
        opened.page.goto(path if path.startswith("file:") else f"{base}/{path}")
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(visit):
    """``open_page("chapters/ion/nernst", "zh")``: a page of the book, once its labs and cards have drawn."""

    def open_(docname: str, language: str = "zh", *, anchor: str = "", settle: bool = True, **options) -> Visit:
        opened = visit(page_address(docname, language) + anchor, **options)
        if settle:
            opened.settle()
        return opened

    return open_
