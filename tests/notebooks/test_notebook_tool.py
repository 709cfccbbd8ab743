"""The tool that keeps notebooks canonical: what goes in comes out, and what is wrong is named."""

import json
import re
import subprocess
import sys

import nbformat
import pytest

from labsupport.book import notebooks

TEXT = """\
@@ markdown title
@zh
(sec-demo)=
# 演示

第一句。
第二句 $x$？
@en
(sec-demo)=
# Demonstration

The first sentence, e.g. this one.
The second at 310 K?
@@ code sum hide-input
@both
print("a"); 1 + 1
@@ markdown equation
@both
$$ x = 1 $$ (eq-demo)
@@ code import-only
@both
import math
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """An empty book with one page, `demo`, in its table of contents."""
    monkeypatch.setattr(notebooks, "ROOT", tmp_path)
    monkeypatch.setitem(notebooks.EDITIONS, "zh", tmp_path)
    monkeypatch.setitem(notebooks.EDITIONS, "en", tmp_path / "en")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: demo\n", "utf-8")
    return tmp_path


def run_here(book, *outputs):
    """Store these outputs under the cell `sum` of both editions, as a run would."""
    for language in notebooks.EDITIONS:
        path = notebooks.notebook_path("demo", language)
        notebook = notebooks.read(path)
        cell = next(c for c in notebook.cells if c.id == "sum")
        cell.outputs = [nbformat.from_dict(o) for o in outputs]
        notebooks.write(notebooks.normalise(notebook, language), path)


RESULT = {"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}, "execution_count": 9}
STREAM = {"output_type": "stream", "name": "stdout", "text": "a\n"}


def test_text_survives_a_round_trip(book):
    notebooks.pack("demo", TEXT)
    assert notebooks.unpack("demo") == TEXT
    notebooks.pack("demo", notebooks.unpack("demo"))
    assert notebooks.unpack("demo") == TEXT


def test_language_cell_is_second_hidden_and_differs_only_in_language(book):
    notebooks.pack("demo", TEXT)
    zh, en = (notebooks.read(notebooks.notebook_path("demo", x)).cells[1] for x in ("zh", "en"))
    assert zh.id == en.id == "language"
    assert zh.metadata.tags == en.metadata.tags == ["remove-cell"]
    same = zh.source.replace(notebooks.MISSING["zh"], notebooks.MISSING["en"]).replace('("zh")', '("en")')
    assert same == en.source


def test_outputs_stay_while_the_code_is_the_same(book):
    notebooks.pack("demo", TEXT)
    run_here(book, STREAM, RESULT)
    notebooks.pack("demo", TEXT.replace("第一句", "头一句"))
    cells = {c.id: c for c in notebooks.read(book / "demo.ipynb").cells}
    assert cells["title"].source.count("头一句") == 1
    assert [o.output_type for o in cells["sum"].outputs] == ["stream", "execute_result"]
    notebooks.pack("demo", TEXT.replace("1 + 1", "1 + 2"))
    assert all(not c.get("outputs") for c in notebooks.read(book / "demo.ipynb").cells)


def test_normalised_notebook_is_canonical_and_stays_so(book):
    notebooks.pack("demo", TEXT)
    picture = {
        "output_type": "display_data",
        "data": {"image/png": "aGk=", "text/plain": "<Figure>", "application/vnd.jupyter.widget-view+json": {}},
        "metadata": {"image/png": {"width": 3}},
    }
    view_only = {"output_type": "display_data", "data": {"image/png": "aGk="}, "metadata": {}}
    path = book / "demo.ipynb"
    notebook = notebooks.read(path)
    notebook.metadata["widgets"] = {"state": {}}
    notebook.metadata["language_info"] = {"name": "python", "version": "3.99"}
    cell = next(c for c in notebook.cells if c.id == "sum")
    cell.metadata["scrolled"] = True
    cell.source += "   \n\n"
    cell.outputs = [nbformat.from_dict(o) for o in (STREAM, {**STREAM, "text": "b\n"}, picture, view_only, RESULT)]
    once = notebooks.normalise(notebook, "zh")
    cell = next(c for c in once.cells if c.id == "sum")
    assert once.metadata == notebooks.KERNEL
    assert cell.metadata == {"tags": ["hide-input"]}
    assert cell.source == 'print("a"); 1 + 1'
    assert [o.get("text") or dict(o.data) for o in cell.outputs] == [
        "a\nb\n",
        {"text/plain": "<Figure>"},
        {"text/plain": "2"},
    ]
    assert cell.outputs[-1].execution_count == cell.execution_count == 2
    first = nbformat.writes(once)
    assert nbformat.writes(notebooks.normalise(once, "zh")) == first
    assert json.loads(first)["nbformat_minor"] == 5


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hello", "line 1: 'hello' belongs to no cell"),
        ("@@ prose title\n@both\nx", "line 1: '@@ prose title' should read"),
        ("@@ markdown Title\n@both\nx", "should read '@@ markdown|code cell-id"),
        ("@@ markdown title\n@zh\n题", "cell title: no text for en"),
        ("@@ markdown title\n@zh\n题\n@zh\n目\n@en\nx", "line 4: cell title has a second @zh"),
        ("@@ markdown title\n@both\nx\n@en\ny", "cell title: @both leaves nothing"),
        ("@@ markdown title\n@both\nx\n@@ code a\n@zh\n1\n@en\n2", "cell a: code must be the same in both editions"),
        ("@@ markdown title\n@both\nx\n@@ markdown title\n@both\ny", "cell ids used twice: title"),
        ("@@ markdown title\n@both\nx\n@@ code language\n@both\n1", "cell language: this one is written for you"),
        ("@@ code sum\n@both\n1", "the first cell must be the Markdown cell"),
        ("", "the first cell must be the Markdown cell"),
    ],
)
def test_a_faulty_text_is_refused_in_one_sentence(book, text, sentence):
    with pytest.raises(notebooks.NotebookError) as raised:
        notebooks.pack("demo", text)
    assert sentence in str(raised.value)
    assert not (book / "demo.ipynb").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "demo.ipynb: this is not a readable notebook"),
        ("{", "demo.ipynb: this is not a readable notebook"),
        ('{"cells": 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "not a readable notebook"),
        ('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}', "notebook format 4.4, 4.5 is needed"),
        (None, "demo.ipynb: there is no such notebook"),
    ],
)
def test_a_corrupt_notebook_is_named(book, content, sentence, capsys):
    notebooks.pack("demo", TEXT)
    path = book / "demo.ipynb"
    path.unlink() if content is None else path.write_text(content, "utf-8")
    assert notebooks.main(["check", "demo"]) == 1
    assert sentence in capsys.readouterr().err
    assert notebooks.main(["unpack", "demo"]) == 1
    assert sentence in capsys.readouterr().err


def test_editions_that_do_not_match_are_not_unpacked(book):
    notebooks.pack("demo", TEXT)
    path = book / "en/demo.ipynb"
    whole = notebooks.read(path)
    for change, sentence in (
        (lambda cells: cells.pop(3), "Chinese cell equation (markdown) faces English cell import-only (code)"),
        (lambda cells: cells.pop(), "cell import-only stands in one edition only"),
        (lambda cells: cells[2].update(source="2"), "cell sum: the code differs between the editions"),
    ):
        notebook = nbformat.from_dict(whole)
        notebook.cells = [nbformat.from_dict(dict(c)) for c in whole.cells]
        change(notebook.cells)
        notebooks.write(notebook, path)
        with pytest.raises(notebooks.NotebookError) as raised:
            notebooks.unpack("demo")
        assert sentence in str(raised.value)


def test_check_passes_a_sound_page(book):
    notebooks.pack("demo", TEXT)
    run_here(book, STREAM, RESULT)
    assert notebooks.main(["check"]) == 0
    assert notebooks.main(["check", "en/demo.ipynb"]) == 0


FAULTS = {}


def fault(sentence):
    """Register a function that spoils a notebook so that `check` says `sentence`."""
    return lambda function: FAULTS.setdefault(sentence, function)


@fault("the tag nbval-ignore-output")
def _(cell, notebook):
    cell.metadata["tags"] = ["nbval-ignore-output"]


@fault("the tag raises-exception")
def _(cell, notebook):
    cell.metadata["tags"] = ["raises-exception"]


@fault("the comment NBVAL_SKIP")
def _(cell, notebook):
    cell.source = "# NBVAL_SKIP\n" + cell.source


@fault("compared with nothing")
def _(cell, notebook):
    cell.execution_count = None


@fault("it stores an error")
def _(cell, notebook):
    cell.outputs = [nbformat.v4.new_output("error", ename="E", evalue="", traceback=[])]


@fault("it writes to stderr")
def _(cell, notebook):
    cell.outputs = [nbformat.v4.new_output("stream", name="stderr", text="careful")]


@fault("memory address")
def _(cell, notebook):
    cell.outputs[0].text = "<object object at 0x7f00aa11bb22>"


@fault("stores no output")
def _(cell, notebook):
    cell.outputs = []


@fault("plain Python is wanted")
def _(cell, notebook):
    cell.source = "%time 1"


@fault("a cell id is a readable name")
def _(cell, notebook):
    cell.id = "0a1b2c3d"


@fault("run: python -m labsupport.book.notebooks normalise demo")
def _(cell, notebook):
    cell.metadata["scrolled"] = True


@fault("not in canonical form")
def _(cell, notebook):
    cell.outputs[-1].data["image/png"] = "aGk="


@fault("neither prose nor code")
def _(cell, notebook):
    notebook.cells.append(nbformat.v4.new_raw_cell("x", id="raw"))


@fault("title comes first")
def _(cell, notebook):
    notebook.cells.insert(0, notebook.cells.pop(2))


@fault("begin a new line before 'Two.'")
def _(cell, notebook):
    notebook.cells[0].source += "\n\nOne. Two."


@pytest.mark.parametrize("sentence", FAULTS)
def test_check_names_file_cell_and_fault(book, sentence, capsys):
    notebooks.pack("demo", TEXT)
    run_here(book, STREAM, RESULT)
    path = book / "en/demo.ipynb"
    notebook = notebooks.read(path)
    FAULTS[sentence](next(c for c in notebook.cells if c.id == "sum"), notebook)
    path.write_text(nbformat.writes(notebook, indent=1) + "\n", "utf-8")
    assert notebooks.main(["check"]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert re.search(r"^en/demo\.ipynb, cell [a-z0-9-]+: ", said, re.MULTILINE)
    assert not re.search(r"^demo\.ipynb", said, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.\nAnother, e.g. with $E_K$. ",
        "D. E. Goldman derived it in 1943, cf. Fig. 2.",
        "膜电位是多少？\n先猜一猜。",
        "他问：“去哪儿？”没有人回答。",
        "| a. B | c. D |\n| --- | --- |",
        "```\nA. B\n```",
        "$$\na. B\n$$ (eq-x)",
        ":::{note}\n:class: tip. Top\nOne sentence.\n:::",
        "# A heading. With two parts",
        "- one item\n- another item",
        "1. First do this.\n2. Then that.",
        "See {term}`a. B <x>` and [a link](https://example.org/A.B).",
        "The value is −89.0 mV at 310 K:\n\n$$ x $$",
        "**先别动滑块。**\n再看。",
    ],
)
def test_one_sentence_per_line_is_accepted(text):
    assert notebooks.sentence_problems(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One. Two.", 1),
        ("At rest it is near 310 K. The next one.", 1),
        ("Is it? “It is.”", 1),
        ("**Predict.** Drag nothing.", 1),
        ("一句。两句。", 1),
        ("**先别动。** 再看。", 1),
        ("好。\n去哪儿？那里。", 2),
        ("A sentence broken\nover two lines.", 1),
        ("一句话断在\n两行里。", 1),
        ("- an item. Another sentence", 1),
        (":::{note}\nOne. Two.\n:::", 2),
        ("> Quoted. Twice.", 1),
        ("Using $x$. Then $y$.", 1),
        ("It is so. {term}`Osmosis` follows.", 1),
    ],
)
def test_several_sentences_on_a_line_are_found(text, line):
    assert [number for number, _ in notebooks.sentence_problems(text)] == [line]


def test_run_names_the_cell_that_fails(book):
    code = TEXT.replace('print("a"); 1 + 1', "1 / 0")
    notebooks.pack("demo", code)
    with pytest.raises(notebooks.NotebookError) as raised:
        notebooks.run("demo")
    assert str(raised.value).startswith("demo.ipynb, cell sum: ZeroDivisionError")
    assert "\x1b" not in str(raised.value)


def test_run_stores_what_the_cells_say(book):
    notebooks.pack("demo", TEXT)
    notebooks.run("demo")
    for language in notebooks.EDITIONS:
        cell = next(c for c in notebooks.read(notebooks.notebook_path("demo", language)).cells if c.id == "sum")
        assert [o.get("text") or o.data["text/plain"] for o in cell.outputs] == ["a\n", "2"]
    assert notebooks.main(["check"]) == 0


def test_list_follows_the_table_of_contents():
    done = subprocess.run(
        [sys.executable, "-m", "labsupport.book.notebooks", "list"], capture_output=True, text=True, check=True
    )
    listed = done.stdout.split()
    assert len(listed) == 2 * len(notebooks.pages()) > 0
    assert sorted(listed) == sorted(str(p.relative_to(notebooks.ROOT)) for p in notebook_files())


def notebook_files():
    """Every notebook on the disk that is a page, whatever the table of contents says."""
    folders = [notebooks.ROOT / part for part in ("chapters", "exercises", "en")]
    found = [p for folder in folders for p in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts]
    return found + list(notebooks.ROOT.glob("*.ipynb"))
