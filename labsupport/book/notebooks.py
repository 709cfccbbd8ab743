"""Keep the notebooks of both editions canonical, and edit a page's two languages side by side.

A page is a pair of notebooks, ``<page>.ipynb`` (Chinese) and ``en/<page>.ipynb`` (English), with the same cells
in the same order.  Commands (``python -m labsupport.book.notebooks ...``):

``unpack PAGE > FILE``
    write the pair as one text, paragraph beside paragraph;
``pack PAGE < FILE``
    write both notebooks from such a text; outputs are kept while no code cell has changed, else ``run`` makes them;
``run [PAGE ...]``
    execute both notebooks of each page and keep canonical outputs;
``normalise [PAGE ...]``
    bring notebooks to canonical form without running them;
``check [PAGE ...]``
    say what is not canonical, forbidden, vacuous or not one sentence per line, by file and cell (exit status 1);
``list``
    print the path of every notebook of both editions.

Without a page, a command takes every notebook page of ``_toc.yml``.  The side-by-side text is a sequence of cells::

    @@ markdown objectives
    @zh
    ...
    @en
    ...
    @@ code potassium-potential hide-input
    @both
    nernst_potential(c_out=5, c_in=140, z=1, T=310)

The second, hidden cell (it chooses the language) is written by ``pack`` and is not part of the text.
"""

from __future__ import annotations

import argparse
import ast
import copy
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = {"zh": ROOT, "en": ROOT / "en"}
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT_MIME = ("text/plain", "text/latex", "text/html")
#: Each of these makes nbval or the book build look away from a cell.
FORBIDDEN_TAGS = {"nbval-ignore-output", "nbval-skip", "nbval-raises-exception", "raises-exception", "skip-execution"}
FORBIDDEN_MARKS = re.compile(r"^\s*#+\s*((?:PYTEST_VALIDATE|NBVAL)_[A-Z_]+)", re.MULTILINE)
_HEAD = re.compile(r"@@ (markdown|code) ([a-z0-9][a-z0-9-]{0,63})((?: [a-z][\w-]*)*)")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_PARTS = ("@zh", "@en", "@both")

LANGUAGE_ID = "language"
LANGUAGE_CELL = """\
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

try:
    version("labsupport")
except PackageNotFoundError:  # a bare JupyterHub installs the checkout around this notebook, Colab the repository
    here = Path.cwd()
    checkout = next((p for p in (here, *here.parents) if (p / "labsupport/__init__.py").exists()), None)
    source = f"-e '{{checkout}}'" if checkout else "{source}"
    if not source:
        raise SystemExit("{missing}") from None
    %pip install -q {{source}}
    sys.path.insert(0, str(checkout or here))
from labsupport import check, lab, practice, use_language

use_language("{language}")"""
# Without quotation marks, since they stand inside a string of the cell.
MISSING = {
    "zh": "没有找到 labsupport：请下载整本书，在书的文件夹里打开本页；或者在那里运行 pip install -e .",
    "en": "labsupport is not here: download the whole book and open this page inside its folder, "
    "or run pip install -e . there",
}


class NotebookError(Exception):
    """What is wrong with a page, in a sentence that names the file and, where there is one, the cell."""


def table_of_contents() -> list[str]:
    """Docnames of `_toc.yml`, in reading order."""

    def files(entry: object) -> Iterator[str]:
        if isinstance(entry, dict):
            for key, value in entry.items():
                if key in ("root", "file"):
                    yield str(value)
                else:
                    yield from files(value)
        elif isinstance(entry, list):
            for item in entry:
                yield from files(item)

    return list(files(yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))))


def pages() -> list[str]:
    """Every page of the table of contents that is a notebook (the others are generated Markdown)."""
    return [page for page in table_of_contents() if not (ROOT / f"{page}.md").exists()]


def notebook_path(page: str, language: str) -> Path:
    return EDITIONS[language] / f"{page}.ipynb"


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook at `path`; a file that is none raises `NotebookError`."""
    if not path.exists():
        raise NotebookError(f"{_shown(path)}: there is no such notebook")
    try:
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises whatever its JSON reader and schema raise
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise NotebookError(f"{_shown(path)}: this is not a readable notebook ({reason})") from error
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):
        raise NotebookError(
            f"{_shown(path)}: notebook format {notebook.nbformat}.{notebook.nbformat_minor}, 4.5 is needed"
        )
    return notebook


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    nbformat.validate(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")


# Side by side ---------------------------------------------------------------------------------------------------


def parse(text: str) -> list[dict]:
    """Cells of a side-by-side text: ``kind``, ``id``, ``tags`` and the ``zh`` and ``en`` sources."""
    cells: list[dict] = []
    part: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("@@"):
            head = _HEAD.fullmatch(line.rstrip())
            if not head:
                raise NotebookError(f"line {number}: {line!r} should read '@@ markdown|code cell-id [tags]'")
            cells.append({"kind": head[1], "id": head[2], "tags": head[3].split(), "lines": {}})
            part = None
        elif line.rstrip() in _PARTS and cells:
            part = line.rstrip()[1:]
            if part in cells[-1]["lines"]:
                raise NotebookError(f"line {number}: cell {cells[-1]['id']} has a second @{part}")
            cells[-1]["lines"][part] = []
        elif part:
            cells[-1]["lines"][part].append(line.rstrip())
        elif line.strip():
            raise NotebookError(
                f"line {number}: {line!r} belongs to no cell; write '@@ markdown|code id', then @zh, @en or @both"
            )
    for cell in cells:
        sources = {k: "\n".join(v).strip("\n") for k, v in cell.pop("lines").items()}
        if "both" in sources and len(sources) > 1:
            raise NotebookError(f"cell {cell['id']}: @both leaves nothing to say for @zh or @en")
        both = sources.pop("both", None)
        cell.update({"zh": both, "en": both} if both is not None else sources)
        missing = [k for k in EDITIONS if not cell.get(k)]
        if missing:
            raise NotebookError(f"cell {cell['id']}: no text for {', '.join(missing)}")
        if cell["kind"] == "code" and cell["zh"] != cell["en"]:
            raise NotebookError(f"cell {cell['id']}: code must be the same in both editions (use @both)")
        if cell["id"] == LANGUAGE_ID:
            raise NotebookError("cell language: this one is written for you; leave it out of the text")
    if not cells or cells[0]["kind"] != "markdown":
        raise NotebookError("the first cell must be the Markdown cell with the page's title")
    ids = [c["id"] for c in cells]
    doubled = sorted({i for i in ids if ids.count(i) > 1})
    if doubled:
        raise NotebookError(f"cell ids used twice: {', '.join(doubled)}")
    return cells


def language_cell(language: str) -> nbformat.NotebookNode:
    """The hidden cell that chooses the language, and installs the package only where it is missing."""
    from labsupport.book.settings import install_source

    source = LANGUAGE_CELL.format(language=language, source=install_source(), missing=MISSING[language])
    return nbformat.v4.new_code_cell(source, id=LANGUAGE_ID, metadata={"tags": ["remove-cell"]}, execution_count=1)


def pack(page: str, text: str) -> None:
    """Write both notebooks of `page` from a side-by-side text."""
    cells = parse(text)
    made = {}
    for language in EDITIONS:
        notebook = nbformat.v4.new_notebook(metadata=dict(KERNEL), cells=[])
        for cell in cells:
            new = nbformat.v4.new_markdown_cell if cell["kind"] == "markdown" else nbformat.v4.new_code_cell
            node = new(cell[language], id=cell["id"])
            if cell["tags"]:
                node.metadata["tags"] = cell["tags"]
            notebook.cells.append(node)
        # The title stays the first cell, so that readers of the raw notebook and Sphinx see it first.
        notebook.cells.insert(1, language_cell(language))
        _keep_outputs(notebook, notebook_path(page, language))
        made[language] = normalise(notebook, language)
    for language, notebook in made.items():  # both are sound before either is written
        write(notebook, notebook_path(page, language))


def _keep_outputs(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Take over the outputs of the file at `path` if it has the very same code, so that mending prose needs no run."""
    try:
        before = [c for c in read(path).cells if c.cell_type == "code"]
    except NotebookError:
        return
    code = [c for c in notebook.cells if c.cell_type == "code"]
    if [(c.id, c.source) for c in before] == [(c.id, c.source) for c in code]:
        for cell, old in zip(code, before, strict=True):
            cell.outputs = old.outputs


def unpack(page: str) -> str:
    """The side-by-side text of `page`."""
    zh_cells, en_cells = (
        [c for c in read(notebook_path(page, language)).cells if c.id != LANGUAGE_ID] for language in EDITIONS
    )
    for zh, en in zip(zh_cells, en_cells, strict=False):
        if (zh.id, zh.cell_type) != (en.id, en.cell_type):
            raise NotebookError(
                f"{page}: Chinese cell {zh.id} ({zh.cell_type}) faces English cell {en.id} ({en.cell_type})"
            )
        if zh.cell_type == "code" and zh.source != en.source:
            raise NotebookError(f"{page}, cell {zh.id}: the code differs between the editions")
    if len(zh_cells) != len(en_cells):
        lone = (zh_cells + en_cells)[len(en_cells)] if len(zh_cells) > len(en_cells) else en_cells[len(zh_cells)]
        raise NotebookError(f"{page}: cell {lone.id} stands in one edition only")
    out = []
    for zh, en in zip(zh_cells, en_cells, strict=True):
        out.append(" ".join(["@@", zh.cell_type, zh.id, *zh.metadata.get("tags", [])]))
        out += ["@both", zh.source] if zh.source == en.source else ["@zh", zh.source, "@en", en.source]
    return "\n".join(out) + "\n"


# Canonical form -------------------------------------------------------------------------------------------------


def normalise(notebook: nbformat.NotebookNode, language: str | None = None) -> nbformat.NotebookNode:
    """Canonical form: no pictures, no widget views, no volatile metadata, streams joined, counts in order.

    With `language`, the hidden cell is brought up to date too.
    """
    notebook.metadata = nbformat.from_dict(copy.deepcopy(KERNEL))
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for index, cell in enumerate(notebook.cells):
        if language and cell.id == LANGUAGE_ID:
            cell = notebook.cells[index] = language_cell(language)
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.from_dict({"tags": list(tags)} if tags else {})
        cell.source = "\n".join(line.rstrip() for line in cell.source.splitlines()).strip("\n")
        if cell.cell_type != "code":
            cell.pop("attachments", None)
            continue
        count += 1
        cell.execution_count = count
        cell.outputs = _canonical_outputs(cell.outputs, count)
    return notebook


def _canonical_outputs(outputs: list, count: int) -> list:
    kept: list = []
    for output in outputs:
        if (
            output.output_type == "stream"
            and kept
            and kept[-1].output_type == "stream"
            and kept[-1].name == output.name
        ):
            kept[-1].text += output.text  # the kernel cuts a stream where it likes
            continue
        if "data" in output:
            output.data = {k: v for k, v in output.data.items() if k in KEPT_MIME}
            output.metadata = {}
            if not output.data:
                continue
        if output.output_type == "execute_result":
            output.execution_count = count
        kept.append(output)
    return kept


def run(page: str) -> None:
    """Execute both notebooks of `page` in their folders and keep canonical outputs."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    for language in EDITIONS:
        path = notebook_path(page, language)
        notebook = normalise(read(path), language)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = []
        current: list[str] = []
        client = NotebookClient(
            notebook,
            timeout=120,
            allow_errors=False,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            resources={"metadata": {"path": str(path.parent)}},
            on_cell_start=lambda cell, cell_index, seen=current: seen.append(cell.id),
        )
        try:
            client.execute()
        except CellExecutionError as error:
            trace = "\n".join(_ANSI.sub("", error.traceback).splitlines()[-12:])
            raise NotebookError(
                f"{_shown(path)}, cell {current[-1]}: {error.ename}: {error.evalue}\n{trace}"
            ) from error
        except Exception as error:  # a dead kernel, a timeout
            raise NotebookError(f"{_shown(path)}, cell {current[-1] if current else '?'}: {error}") from error
        write(normalise(notebook, language), path)


# Checks ---------------------------------------------------------------------------------------------------------


def problems(page: str, language: str) -> list[str]:
    """Everything wrong with one notebook as a file, each as ``file, cell id: sentence``."""
    path = notebook_path(page, language)
    try:
        notebook = read(path)
    except NotebookError as error:
        return [str(error)]
    found: list[str] = []

    def say(cell_id: str, sentence: str) -> None:
        found.append(f"{_shown(path)}, cell {cell_id}: {sentence}")

    cells = notebook.cells
    if len(cells) < 2 or cells[0].cell_type != "markdown" or cells[1].id != LANGUAGE_ID:
        say(cells[0].id if cells else "?", "the title comes first and the hidden language cell second")
    for cell in cells:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", cell.id) or re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){0,4}", cell.id):
            say(cell.id, "a cell id is a readable name in lower case, with hyphens")
        for tag in sorted(FORBIDDEN_TAGS & set(cell.metadata.get("tags", []))):
            say(cell.id, f"the tag {tag} makes the tests look away and is forbidden")
        if cell.cell_type == "markdown":
            for number, sentence in sentence_problems(cell.source):
                say(cell.id, f"line {number}: {sentence}")
        elif cell.cell_type == "code":
            for sentence in _code_problems(cell):
                say(cell.id, sentence)
        else:
            say(cell.id, f"a cell of type {cell.cell_type} is neither prose nor code")
    canonical = nbformat.writes(normalise(copy.deepcopy(notebook), language), indent=1) + "\n"
    if not found and canonical != path.read_text("utf-8"):
        differing = [
            a.id
            for a, b in zip(cells, nbformat.reads(canonical, as_version=4).cells, strict=False)
            if a != b or ("outputs" in a and a.outputs != b.outputs)
        ]
        say(
            ", ".join(differing) or "(metadata)",
            f"not in canonical form; run: python -m labsupport.book.notebooks normalise {page}",
        )
    return found


def _code_problems(cell: nbformat.NotebookNode) -> Iterator[str]:
    for mark in FORBIDDEN_MARKS.findall(cell.source):
        yield f"the comment {mark} makes the tests look away and is forbidden"
    if cell.execution_count is None:
        yield "it has not been run, so its outputs are compared with nothing"
    for output in cell.outputs:
        if output.output_type == "error":
            yield "it stores an error"
        elif output.output_type == "stream" and output.name != "stdout":
            yield f"it writes to {output.name}: {output.text.strip().splitlines()[0] if output.text.strip() else ''!r}"
        text = output.get("text", "") + "".join(str(v) for v in output.get("data", {}).values())
        if re.search(r"\bat 0x[0-9a-f]{6,}", text):
            yield "its output holds a memory address, which no two runs share"
    if cell.id == LANGUAGE_ID:
        return
    try:
        body = ast.parse(cell.source).body
    except SyntaxError as error:
        yield f"plain Python is wanted here, without magics ({error.msg})"
        return
    if body and isinstance(body[-1], ast.Expr) and not cell.outputs and not cell.source.rstrip().endswith(";"):
        yield "it ends in an expression but stores no output; run: python -m labsupport.book.notebooks run"


_CLOSERS = "\"'”’」』）)】]*_"
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|al|approx|Figs?|Eqs?|Refs?|Dr|Prof|Mr|Mrs|Ms|St|No|Vol|pp?|ca|etc)|(?<!\d )\b[A-Z])\.$"
)
_ENDS = re.compile(rf"[.!?:;。！？：；…][{re.escape(_CLOSERS)}]*$")
_LATIN_BREAK = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}]*\s+(?=[\"'“‘(\[*_]*[A-Z\u4e00-\u9fff])")
_HAN_BREAK = re.compile(r"[。！？][*_]*\s*(?=[^\s*_”’」』）)】。！？…—])")
_NOT_PROSE = re.compile(r"\s*(?:\||#|<|%|\(\S+\)=|:::|```|~~~|:[\w-]+:|\$\$|!\[|\[\^?[\w-]+\]:|---|\+\+\+|- - -)")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*>\s?|\s*:\s+")


def prose_lines(markdown: str) -> list[tuple[int, str, str]]:
    """Running prose as ``(line number, text, kind)``, without code, formulas, tables, directives and headings.

    Inline formulas and code become a neutral word, link targets nothing; `kind` is ``"start"`` where a paragraph or
    list item begins and ``"more"`` where the line continues one.
    """
    lines: list[tuple[int, str, str]] = []
    fence: str | None = None
    fresh = True
    for number, raw in enumerate(markdown.splitlines(), 1):
        bare = raw.strip()
        if fence is not None:
            if bare == fence or (fence == "$$" and "$$" in bare):
                fence = None
            fresh = True
            continue
        # A colon fence holds prose; a backtick or tilde fence holds code or data, unless it is an admonition.
        opened = re.match(r"(`{3,}|~{3,})", bare)
        if opened:
            if not re.match(r"(`{3,}|~{3,})\{(?:note|tip|warning|admonition|important|hint|seealso|dropdown)\}", bare):
                fence = opened[1]
            fresh = True
            continue
        if bare.startswith("$$"):
            fence = None if bare.count("$$") > 1 else "$$"
            fresh = True
            continue
        if not bare or _NOT_PROSE.match(raw):
            fresh = True
            continue
        item = _LIST_ITEM.match(raw)
        text = raw[item.end() :] if item else bare
        fresh = fresh or bool(item and not raw.lstrip().startswith(">"))
        text = re.sub(r"(`+).+?\1", "Xx", re.sub(r"\{[\w:-]+\}(?=`)", "", text))
        text = re.sub(r"\$[^$]+\$", "Xx", text)
        text = re.sub(r"(?<=\])\([^)\s]*\)|<[^>\s][^>]*>|https?://[^\s)）。，]+", "", text)
        lines.append((number, text.strip(), "start" if fresh else "more"))
        fresh = False
    return lines


def sentence_problems(markdown: str) -> list[tuple[int, str]]:
    """Where a Markdown source is not one sentence per line, as ``(line number, sentence)``."""
    found = []
    lines = prose_lines(markdown)
    for index, (number, text, _) in enumerate(lines):
        breaks = [m for m in _LATIN_BREAK.finditer(text) if not _ABBREVIATIONS.search(text[: m.start() + 1])]
        breaks += list(_HAN_BREAK.finditer(text))
        if breaks:
            at = min(m.end() for m in breaks)
            found.append((number, f"one sentence per line; begin a new line before {text[at : at + 20]!r}"))
        continues = index + 1 < len(lines) and lines[index + 1][2] == "more" and lines[index + 1][0] == number + 1
        if continues and text and not _ENDS.search(text):
            found.append((number, f"one sentence per line; this one goes on in line {number + 1}"))
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m labsupport.book.notebooks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["pack", "unpack", "run", "normalise", "check", "list"])
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as chapters/ion/nernst")
    options = parser.parse_args(arguments)
    # A path is as good as a docname: en/chapters/ion/nernst.ipynb means the pair.
    chosen = [re.sub(r"^(\./)?(en/)?|\.ipynb$", "", page) for page in options.pages]
    if options.command in ("pack", "unpack") and len(chosen) != 1:
        parser.error(f"{options.command} takes one page")
    try:
        return _execute(options.command, chosen)
    except NotebookError as error:
        where = f"{chosen[0]}: " if options.command == "pack" else ""
        print(f"{where}{error}", file=sys.stderr)
        return 1


def _execute(command: str, chosen: list[str]) -> int:
    if command == "pack":
        pack(chosen[0], sys.stdin.read())
        return 0
    if command == "unpack":
        sys.stdout.write(unpack(chosen[0]))
        return 0
    wrong: list[str] = []
    for page in chosen or pages():
        if command == "run":
            print(page, flush=True)
            run(page)
            continue
        for language in EDITIONS:
            path = notebook_path(page, language)
            if command == "list":
                print(_shown(path))
            elif command == "check":
                wrong += problems(page, language)
            else:
                write(normalise(read(path), language), path)
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
