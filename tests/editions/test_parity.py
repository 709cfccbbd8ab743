"""The two editions are parallel: cells, blocks, headings, formulas, labels, citations, terms, links and numbers."""

import copy
import re

import nbformat
import pytest
import reading

from labsupport.book import notebooks

PAGES = notebooks.pages()


def test_every_page_is_compared():
    entries = re.findall(r"(?:root|file):\s*(\S+)", (notebooks.ROOT / "_toc.yml").read_text("utf-8"))
    markdown = {e for e in entries if (notebooks.ROOT / f"{e}.md").exists()}
    assert markdown == {"catalogue", "glossary", "bibliography"}
    assert set(PAGES) == set(entries) - markdown
    toc = {language: (folder / "_toc.yml").read_text("utf-8") for language, folder in notebooks.EDITIONS.items()}
    assert [re.findall(r"(?:root|file):\s*(\S+)", text) for text in toc.values()] == [entries, entries]


@pytest.mark.parametrize("page", PAGES)
def test_editions_are_parallel(page):
    assert reading.differences(reading.read_page(page, "zh"), reading.read_page(page, "en")) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", notebooks.EDITIONS)
def test_a_page_is_read_whole(page, language):
    """The comparison is worth something only if the reader of pages misses nothing."""
    notebook = notebooks.read(notebooks.notebook_path(page, language))
    blocks = reading.read_page(page, language).blocks
    source = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    assert sum(b.level is not None for b in blocks) == len(re.findall(r"^#+ ", source, re.MULTILINE)) > 0
    assert sum(len(b.roles) for b in blocks) == len(re.findall(r"\{[\w:-]+\}`", source))
    assert sum(b.shape == "label" for b in blocks) == len(re.findall(r"^\([\w-]+\)=$", source, re.MULTILINE))
    assert sum(b.shape == "equation" for b in blocks) * 2 == len(re.findall(r"\$\$", source))
    assert "\ue001" not in source


# Mutations: each change of the English edition must be noticed, and the cell named. ---------------------------------


def markdown_with(notebook, pattern):
    """The last Markdown cell that has `pattern`, which is seldom the easiest one."""
    return [c for c in notebook.cells if c.cell_type == "markdown" and re.search(pattern, c.source, re.MULTILINE)][-1]


def changed(cell, pattern, by, flags=re.MULTILINE):
    after = re.sub(pattern, by, cell.source, count=1, flags=flags)
    assert after != cell.source
    cell.source = after
    return cell.id


PARAGRAPH = r"\n\n(?=[A-Z*])[^\n$|]{80,}(?:\n[^\n]+)*(?=\n\n|\Z)"
MUTATIONS = {
    "a paragraph deleted": lambda n: changed(markdown_with(n, PARAGRAPH), PARAGRAPH, ""),
    "a paragraph emptied": lambda n: changed(markdown_with(n, PARAGRAPH), PARAGRAPH, "\n\nWords."),
    "a number": lambda n: changed(markdown_with(n, r"\d mV"), r"(\d)(?= mV)", lambda m: str((int(m[1]) + 1) % 10)),
    "a sign": lambda n: changed(markdown_with(n, r"−\d"), r"−(?=\d)", ""),
    "an equation": lambda n: changed(markdown_with(n, r"^\$\$"), r"^\$\$\s*", "$$ -"),
    "an equation's label": lambda n: changed(markdown_with(n, r"\$\$ \(eq-"), r"\$\$ \(eq-", "$$ (eq-other-"),
    "an inline formula": lambda n: changed(markdown_with(n, r"[^$]\$[^$\n]+\$"), r"(?<=[^$])\$(?=[^$\n]+\$)", "$2"),
    "a heading's level": lambda n: changed(markdown_with(n, r"^## "), r"^## ", "### "),
    "a label": lambda n: changed(markdown_with(n, r"^\(sec-"), r"^\(sec-", "(sec-other-"),
    "a citation": lambda n: changed(markdown_with(n, r"\{cite"), r"\{cite:\w\}`\w+", "{cite:p}`Nobody1900"),
    "a term": lambda n: changed(markdown_with(n, r"\{term\}`"), r"\{term\}`([^`<]+)(?: <[^`]+)?`", r"\1"),
    "a reference": lambda n: changed(markdown_with(n, r"\{(?:ref|eq)\}`"), r"\{(?:ref|eq)\}`", "{ref}`elsewhere-"),
    "a cell's id": lambda n: n.cells[-1].update(id="renamed") or "renamed",
    "a cell deleted": lambda n: n.cells.pop(-2) and n.cells[-1].id,
    "a cell added": lambda n: n.cells.append(nbformat.from_dict(n.cells[-1] | {"id": "extra"})) or "extra",
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_change_of_one_edition_is_noticed(mutation):
    page = "chapters/ion/ghk"
    english = copy.deepcopy(notebooks.read(notebooks.notebook_path(page, "en")))
    cell = MUTATIONS[mutation](english)
    found = reading.differences(reading.read_page(page, "zh"), reading.page_of(english, page, "en"))
    assert found
    assert any(re.search(rf"\bcell {re.escape(cell)}\b", f) for f in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from −89.0 mV to +61 mV", [(-89.0, "mV"), (61, "mV")]),
        ("约 6.98 × 10⁶ 个离子，在310 K", [(6.98e6, ""), (310, "K")]),
        ("5–140 mM, 150/12", [(5, ""), (140, "mM"), (150, ""), (12, "")]),
        ("two in 100 000 of its 2 K+ ions", [(100000, ""), (2, "")]),
        ("10 万个，7 million", [(1e5, ""), (7e6, "")]),
        ("8.314462618 J/(mol K) and 1.98 × 10⁻⁵", [(8.314462618, "J/(mol K)"), (1.98e-5, "")]),
        ("KCC2, Ca²⁺, Na2 and x3 have none", []),
        ("37 °C 时是 0.8 nm 和 1 µF/cm²", [(37, "°C"), (0.8, "nm"), (1, "µF/cm²")]),
    ],
)
def test_numbers_are_read_as_printed(text, values):
    assert [(pytest.approx(n.value), n.unit) for n in reading.numbers(text)] == values
