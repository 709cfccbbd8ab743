"""What nbval compares: a reference corrupted in any kept form must turn red, on a small page and on real ones."""

import os
import re
import subprocess
import sys

import nbformat
import pytest

from labsupport.book import notebooks

pytestmark = pytest.mark.xdist_group("nbval_is_strict")  # what its fixtures compute is computed once


def more(key):
    """Spoil one form of a cell's last output by a blank, which is all it should take."""

    def change(cell):
        holder = cell.outputs[-1] if key == "text" else cell.outputs[-1].data
        holder[key] += " "

    return change


def lose_output(cell):
    cell.outputs = []


def lose_latex(cell):
    cell.outputs[0].data.pop("text/latex")


def add_output(cell):
    cell.outputs = [nbformat.v4.new_output("stream", text="89.0\n")]


def other_stream(cell):
    cell.outputs[0].name = "stderr"


#: A cell for each way of saying something, and what is done to its reference.
PRINT = 'print("E_K = -89.0 mV")'
HTML = 'from IPython.display import HTML\nHTML("<b>89.0 mV</b>")'
LATEX = 'from IPython.display import Math\nMath("E = 89.0")'
CASES = {
    "stream": (PRINT, more("text")),
    "stream-lost": (PRINT, lose_output),
    "stream-moved": (PRINT, other_stream),
    "plain": ("89.0", more("text/plain")),
    "html": (HTML, more("text/html")),
    "html-plain": (HTML, more("text/plain")),
    "latex": (LATEX, more("text/latex")),
    "latex-lost": (LATEX, lose_latex),
    "silent": ("x = 89.0", add_output),
    "last-of-two": ('print("89.0 first")\n"89.0 last"', more("text/plain")),
}


def nbval(*paths):
    """Exit code and report of a strict run, as ``make test`` runs it; nbval goes on after a difference."""
    options = ["--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider", "--color=no"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(paths[0].parent), *map(str, paths)],
        capture_output=True,
        text=True,
        cwd=paths[0].parent,
        env={**os.environ, "PYTEST_ADDOPTS": ""},
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def failed(report):
    """What nbval says differs, as (file, number of the code cell from 0)."""
    return sorted({(name, int(n)) for name, n in re.findall(r"FAILED (\S+)::Cell (\d+)", report)})


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A run notebook with one code cell a case."""
    from nbclient import NotebookClient

    notebook = nbformat.v4.new_notebook(metadata=dict(notebooks.KERNEL))
    notebook.cells = [nbformat.v4.new_code_cell(source, id=name) for name, (source, _) in CASES.items()]
    path = tmp_path_factory.mktemp("small") / "small.ipynb"
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(path.parent)}}).execute()
    notebooks.write(notebooks.normalise(notebook), path)
    return path


def test_untouched_references_pass(small):
    code, report = nbval(small)
    assert code == 0, report
    assert f"{len(CASES)} passed" in report


def test_every_corrupted_reference_fails(small):
    notebook = notebooks.read(small)
    for cell in notebook.cells:
        CASES[cell.id][1](cell)
    path = small.with_name("corrupted.ipynb")
    notebooks.write(notebook, path)
    code, report = nbval(path)
    assert code == 1
    assert failed(report) == [(path.name, number) for number in range(len(CASES))]


def change_a_digit(notebook):
    """Change the first decimal printed; return the number of its code cell."""
    for number, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        for output in cell.outputs:
            holder, key = (output, "text") if "text" in output else (output.data, "text/plain")
            if re.search(r"\d\.\d", holder[key]):
                holder[key] = re.sub(r"(\d\.)(\d)", lambda m: m[1] + str((int(m[2]) + 1) % 10), holder[key], count=1)
                return number
    return pytest.fail("no number is printed on the page")


def test_a_corrupted_number_of_a_real_page_fails_and_only_there(tmp_path):
    wrong = []
    for language in notebooks.EDITIONS:
        notebook = notebooks.read(notebooks.notebook_path("chapters/ion/nernst", language))
        path = tmp_path / f"nernst_{language}.ipynb"
        wrong.append((path.name, change_a_digit(notebook)))
        notebooks.write(notebook, path)
    code, report = nbval(*(tmp_path / name for name, _ in wrong))
    assert code == 1
    assert failed(report) == sorted(wrong)
