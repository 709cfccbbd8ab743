"""Every notebook of both editions, as a file: canonical, honest references, short code, labs with key numbers.

Running the notebooks against these references is nbval's work (``make test``); here is what nbval would not notice.
"""

import ast
import re
import statistics

import pytest
import yaml

from labsupport.book import notebooks

NOTEBOOKS = [(page, language) for page in notebooks.pages() for language in notebooks.EDITIONS]


def cells(page, language="en"):
    return notebooks.read(notebooks.notebook_path(page, language)).cells


def code_cells(page, language="en"):
    return [c for c in cells(page, language) if c.cell_type == "code" and c.id != notebooks.LANGUAGE_ID]


def calls(cell, *names):
    """First arguments of the calls of `names` in a cell, such as lab("nernst")."""
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def printed(cell):
    return "".join(o.get("text", "") + "".join(map(str, o.get("data", {}).values())) for o in cell.outputs)


def test_every_page_of_the_table_of_contents_is_there_and_no_other():
    """The table is read as text here, so that a change of the tool cannot make both sides forget a page."""
    entries = re.findall(r"(?:root|file):\s*(\S+)", (notebooks.ROOT / "_toc.yml").read_text("utf-8"))
    assert len(entries) == len(set(entries)) >= 10
    for folder in notebooks.EDITIONS.values():
        found = [folder / "index.ipynb", *folder.glob("*.ipynb")]
        found += [p for part in ("chapters", "exercises") for p in (folder / part).rglob("*.ipynb")]
        found += [folder / name for name in ("catalogue.md", "glossary.md", "bibliography.md")]
        names = {str(p.relative_to(folder).with_suffix("")) for p in found if ".ipynb_checkpoints" not in p.parts}
        assert names == set(entries)
    assert len(NOTEBOOKS) == 2 * (len(entries) - 3)


@pytest.mark.parametrize(("page", "language"), NOTEBOOKS)
def test_notebook_is_canonical_and_keeps_its_promises(page, language):
    assert notebooks.problems(page, language) == []


@pytest.mark.parametrize(("page", "language"), NOTEBOOKS)
def test_no_picture_and_no_widget_state_is_stored(page, language):
    text = notebooks.notebook_path(page, language).read_text("utf-8")
    notebook = notebooks.read(notebooks.notebook_path(page, language))
    assert "widgets" not in notebook.metadata
    assert not re.search(r'"(image/|application/|video/|audio/)', text)
    assert "allow_errors" not in text
    assert len(text) < 400_000


@pytest.mark.parametrize(("page", "language"), NOTEBOOKS)
def test_each_lab_is_followed_by_its_key_numbers(page, language):
    """A lab's own output is its name, which proves nothing; the next code cell must print a number."""
    following = code_cells(page, language)
    for cell, after in zip(following, [*following[1:], None], strict=True):
        for name in calls(cell, "lab"):
            assert after is not None, f"{page}, cell {cell.id}: no cell after the lab {name} prints its key numbers"
            said = "" if calls(after, "lab") else printed(after)
            assert re.search(r"\d", said), f"{page}, cell {cell.id}: {after.id} after the lab {name} prints no number"


@pytest.mark.parametrize("page", notebooks.pages())
def test_a_page_has_something_to_compare(page):
    """Outputs made only of object names would pass whatever the models say."""
    if page == "index":
        return
    outputs = [printed(c) for c in code_cells(page)]
    named = re.compile(r"(Lab|Practice|Experiment)\('[\w-]+'\)|<[^>]*>|\s")
    assert any(re.search(r"\d|\w{3}", named.sub("", text)) for text in outputs)


def test_code_cells_are_short():
    lengths = [len(c.source.splitlines()) for page in notebooks.pages() for c in code_cells(page)]
    assert len(lengths) >= 40
    assert statistics.median(lengths) <= 4
    assert statistics.quantiles(lengths, n=10)[8] <= 12


@pytest.mark.parametrize("page", notebooks.pages())
def test_code_is_the_same_in_both_editions(page):
    zh, en = ([(c.id, c.source) for c in code_cells(page, language)] for language in ("zh", "en"))
    assert zh == en


def test_book_build_runs_the_notebooks_strictly():
    for folder in notebooks.EDITIONS.values():
        text = (folder / "_config.yml").read_text("utf-8")
        assert yaml.safe_load(text)["execute"]["execute_notebooks"] == "force"
        assert "allow_errors: true" not in text
