"""The build: right books become sites, and each kind of mistake fails with the file and the cell named."""

from __future__ import annotations

import re

import pytest
from conftest import cell

from labsupport.book.build import broken_cell, build, named


def test_a_sound_book_is_built_offline(small_book):
    site = build(small_book.folder)
    pages = {str(path.relative_to(site)) for path in site.rglob("*.html")}
    names = {"index", "page", "glossary", "bibliography", "search", "404"}
    assert pages == {f"{name}.html" for name in names} | {f"en/{name}.html" for name in names}
    text = (site / "page.html").read_text("utf-8")
    assert "42" in text
    assert 'aria-describedby="tip-equilibrium-potential"' in text
    assert 'class="katex"' in text
    assert "5\u00a0mV" in text
    assert "page.js" not in text
    assert not re.findall(r"mybinder|colab|git-pull|/edit/", text)
    assert "_sources/page.ipynb" in text
    assert not re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?//', text)
    assert {path.name for path in (site / "_static").iterdir()} >= {"book.css", "book.js", "theme.js", "fonts"}
    assert not list(site.rglob("*thebe*")) + list(site.rglob("*fontawesome*")) + list(site.rglob("*mathjax*"))


def test_a_book_with_addresses_names_them(small_book):
    (small_book.folder / "pyproject.toml").write_text(
        '[tool.book]\nrepository = "https://github.com/someone/book"\nsite = "https://book.example.org/x/"\n', "utf-8"
    )
    site = build(small_book.folder)
    base = "https://book.example.org/x"
    text = (site / "en/page.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{base}/en/page.html">' in text
    assert f'hreflang="zh-Hans" href="{base}/page.html"' in text
    assert f'hreflang="x-default" href="{base}/page.html"' in text
    card = re.search(rf'<meta property="og:image" content="{base}/(en/_static/card-en\.png)\?v=', text)
    assert (site / card[1]).stat().st_size > 10_000
    assert 'name="twitter:card" content="summary_large_image"' in text
    for address in (
        "https://mybinder.org/v2/gh/someone/book/main",
        "https://colab.research.google.com/github/someone/",
    ):
        assert address in text
    assert 'data-pull="hub/user-redirect/git-pull?repo=' in text
    assert "https://github.com/someone/book/edit/main/en/page.ipynb" in text
    assert 'href="/x/index.html"' in (site / "404.html").read_text("utf-8")
    assert f"Sitemap: {base}/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert f"<loc>{base}/index.html</loc>" in (site / "sitemap.xml").read_text("utf-8")


def test_receptors_are_printed_with_a_subscript_and_found_as_they_are_typed(small_book):
    for language in ("zh", "en"):
        words = "# GABA_A receptors\n\nNeither GABA_A nor `GABA_B` is $g_A$.\n\n## Slow GABA_B\n\nA fuller GABA_AB."
        small_book.write("page", language, [cell("markdown", "title", words)])
    site = build(small_book.folder)
    text = (site / "en/page.html").read_text("utf-8")
    assert re.search(r"<h1>GABA<sub>A</sub> receptors<a", text)
    assert "Neither GABA<sub>A</sub> nor <code" in text
    assert re.search(r"<code[^>]*>(?:<span[^>]*>)?GABA_B", text)
    assert "GABA_AB" in text
    assert ">GABA<sub>A</sub> receptors</a></li>" in text  # in the contents
    assert re.search(r"Slow GABA<sub>B</sub>(?:</span>)*</a></li>", text)  # among the headings of the page
    assert "<title>GABA_A receptors |" in text
    assert ">GABA<sub>A</sub> receptors</span>" in (site / "en/index.html").read_text("utf-8")  # the next page
    found = (site / "en/search_index.js").read_text("utf-8")
    assert '"h":"GABA_A receptors"' in found.replace('": "', '":"')
    assert "Neither GABA_A nor GABA_B" in found


MISTAKES = {
    "a cell that raises": (
        cell("code", "bad-cell", "x = 1\nx / 0"),
        r"page\.ipynb, cell bad-cell: ZeroDivisionError: division by zero",
    ),
    "an unknown exercise": (
        cell("code", "bad-cell", 'from labsupport import practice\npractice("no-such-exercise")'),
        r"page\.ipynb, cell bad-cell: .*no-such-exercise",
    ),
    "an unknown lab": (
        cell("code", "bad-cell", 'from labsupport import lab\nlab("no-such-lab")'),
        r"page\.ipynb, cell bad-cell: .*no-such-lab",
    ),
    "an unknown term": (
        cell("markdown", "bad-cell", "One line.\n\nThe {term}`flux of nonsense`."),
        r"page\.ipynb, cell bad-cell.*flux of nonsense",
    ),
    "an unknown citation": (
        cell("markdown", "bad-cell", "As {cite:t}`Nobody1900` showed."),
        r"page\.ipynb, cell bad-cell.*Nobody1900",
    ),
    "an unknown label": (
        cell("markdown", "bad-cell", "See {ref}`sec-nowhere`."),
        r"page\.ipynb, cell bad-cell.*sec-nowhere",
    ),
    "a formula that cannot be read": (
        cell("markdown", "bad-cell", "So $\\frac{1}{$ it is."),
        r"page\.ipynb, cell bad-cell.*formula",
    ),
    "a missing file": (
        cell("markdown", "bad-cell", "See [this](nowhere.ipynb)."),
        r"page\.ipynb, cell bad-cell.*nowhere",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_file_and_cell(small_book, mistake):
    bad, pattern = MISTAKES[mistake]
    small_book.write("page", "en", [*small_book.sound("page", "en"), bad])
    with pytest.raises(SystemExit) as stopped:
        build(small_book.folder)
    message = str(stopped.value)
    assert re.search(pattern, message), message
    assert "[zh]" not in message
    assert not (small_book.folder / "build/html").exists()


def test_a_missing_twin_is_named(small_book):
    (small_book.folder / "en/page.ipynb").unlink()
    with pytest.raises(SystemExit) as stopped:
        build(small_book.folder)
    assert re.search(r"\[zh\].*page.*no twin page.*en/page\.ipynb", str(stopped.value)), stopped.value


def test_outputs_are_kept_only_while_nothing_changed(small_book):
    build(small_book.folder, force=False)
    kept = small_book.folder / "build/cache"
    assert len(list(kept.iterdir())) == 1
    site = build(small_book.folder, force=False)
    assert "42" in (site / "page.html").read_text("utf-8")
    small_book.write("page", "zh", [*small_book.sound("page", "zh")[:2], cell("code", "number", "print(6 * 8)")])
    site = build(small_book.folder, force=False)
    assert "48" in (site / "page.html").read_text("utf-8")


def test_places_of_warnings_become_cells(small_book):
    path = small_book.folder / "page.ipynb"
    assert named(f"{path}:20003: WARNING: odd", small_book.folder) == "page.ipynb, cell text, line 3: WARNING: odd"
    assert named("nothing here", small_book.folder) == "nothing here"
    log = f"ExecutionError: {path}\nfollowing cell:\n------\nprint(6 * 7)\n------\n\nValueError: no\n"
    assert broken_cell(log, small_book.folder) == "page.ipynb, cell number: ValueError: no"


def test_a_citation_in_chinese_stands_close(small_book):
    for language, words in (
        ("zh", "# 引用\n\n后来 {cite:t}`Goldman1943` 提出一个方程 {cite:p}`Goldman1943`。"),
        ("en", "# Citing\n\nLater {cite:t}`Goldman1943` proposed an equation {cite:p}`Goldman1943`."),
    ):
        small_book.write("page", language, [cell("markdown", "title", words)])
    site = build(small_book.folder)
    text = {name: re.sub(r"<[^>]*>", "", (site / name).read_text("utf-8")) for name in ("page.html", "en/page.html")}
    assert "后来 Goldman（1943）提出一个方程（Goldman，1943）。" in text["page.html"]
    assert "Later Goldman (1943) proposed an equation (Goldman, 1943)." in text["en/page.html"]
