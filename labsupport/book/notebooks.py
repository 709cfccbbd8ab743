"""Keep the notebooks of both editions canonical, and edit a page's two languages side by side.

A page is a pair of notebooks, ``<page>.ipynb`` (Chinese) and ``en/<page>.ipynb`` (English), with the same cells
in the same order.  Commands (``python -m labsupport.book.notebooks ...``):

``unpack PAGE > FILE``
    write the pair as one text, paragraph beside paragraph;
``pack PAGE < FILE``
    write both notebooks from such a text (outputs come later, from ``run``);
``run [PAGE ...]``
    execute both notebooks of each page and keep canonical outputs;
``normalise [PAGE ...]``
    bring notebooks to canonical form without running them.

The side-by-side text is a sequence of cells::

    @@ markdown objectives
    @zh
    ...
    @en
    ...
    @@ code potassium-potential hide-input
    @both
    nernst_potential(c_out=5, c_in=140, z=1, T=310)

The first, hidden cell (it chooses the language) is written by ``pack`` and is not part of the text.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = {"zh": ROOT, "en": ROOT / "en"}
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT_MIME = ("text/plain", "text/latex", "text/html")
_HEAD = re.compile(r"^@@ (markdown|code) ([a-z0-9][a-z0-9-]*)((?: [a-z][\w-]*)*)$")

LANGUAGE_CELL = """\
import importlib.util

if importlib.util.find_spec("labsupport") is None:
    %pip install -q {source}
from labsupport import check, lab, practice, use_language

use_language("{language}")"""


def notebook_path(page: str, language: str) -> Path:
    return EDITIONS[language] / f"{page}.ipynb"


def pages() -> list[str]:
    """Every notebook page, by the files of the Chinese edition."""
    found = [ROOT / "index.ipynb", ROOT / "how_to_use.ipynb"]
    found += sorted((ROOT / "chapters").rglob("*.ipynb")) + sorted((ROOT / "exercises").rglob("*.ipynb"))
    return [
        str(p.relative_to(ROOT).with_suffix("")) for p in found if p.exists() and ".ipynb_checkpoints" not in p.parts
    ]


def parse(text: str) -> list[dict]:
    """Cells of a side-by-side text: ``kind``, ``id``, ``tags`` and the ``zh`` and ``en`` sources."""
    cells: list[dict] = []
    part: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        head = _HEAD.match(line)
        if head:
            cells.append({"kind": head[1], "id": head[2], "tags": head[3].split(), "lines": {}})
            part = None
        elif line in ("@zh", "@en", "@both") and cells:
            part = line[1:]
            cells[-1]["lines"][part] = []
        elif part:
            cells[-1]["lines"][part].append(line)
        elif line.strip():
            raise ValueError(f"line {number}: {line!r} belongs to no cell; a cell starts with '@@ markdown|code id'")
    for cell in cells:
        sources = {k: "\n".join(v).strip("\n") for k, v in cell.pop("lines").items()}
        both = sources.pop("both", None)
        cell.update({"zh": both, "en": both} if both is not None else sources)
        missing = [k for k in ("zh", "en") if not cell.get(k)]
        if missing:
            raise ValueError(f"cell {cell['id']}: no text for {', '.join(missing)}")
        if cell["kind"] == "code" and cell["zh"] != cell["en"]:
            raise ValueError(f"cell {cell['id']}: code must be the same in both editions (use @both)")
    ids = [c["id"] for c in cells]
    doubled = sorted({i for i in ids if ids.count(i) > 1})
    if doubled:
        raise ValueError(f"cell ids used twice: {', '.join(doubled)}")
    return cells


def language_cell(language: str) -> nbformat.NotebookNode:
    from labsupport.book.settings import install_source

    cell = nbformat.v4.new_code_cell(LANGUAGE_CELL.format(language=language, source=install_source()), id="language")
    cell.metadata["tags"] = ["remove-cell"]
    return cell


def pack(page: str, text: str) -> None:
    """Write both notebooks of `page` from a side-by-side text."""
    cells = parse(text)
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
        path = notebook_path(page, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        write(notebook, path)


def unpack(page: str) -> str:
    """The side-by-side text of `page`."""
    editions = {language: nbformat.read(notebook_path(page, language), as_version=4) for language in EDITIONS}
    out = []
    for zh, en in zip(editions["zh"].cells, editions["en"].cells, strict=True):
        if zh.id == "language":
            continue
        tags = "".join(f" {t}" for t in zh.metadata.get("tags", []))
        out.append(f"@@ {zh.cell_type} {zh.id}{tags}")
        if zh.source == en.source:
            out += ["@both", zh.source]
        else:
            out += ["@zh", zh.source, "@en", en.source]
    return "\n".join(out) + "\n"


def normalise(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Canonical form: no pictures, no widget views, no volatile metadata, counts in order."""
    notebook.metadata = nbformat.from_dict(KERNEL)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        cell.pop("attachments", None)
        if cell.cell_type != "code":
            continue
        count += 1
        outputs = []
        for output in cell.outputs:
            if "data" in output:
                output.data = {k: v for k, v in output.data.items() if k in KEPT_MIME}
                output.metadata = {}
                if not output.data:
                    continue
            if output.get("execution_count") is not None:
                output.execution_count = count
            outputs.append(output)
        cell.outputs = outputs
        cell.execution_count = count
    return notebook


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    nbformat.validate(notebook)
    path.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")


def run(page: str) -> None:
    """Execute both notebooks of `page` in their folders and keep canonical outputs."""
    from nbclient import NotebookClient

    for language in EDITIONS:
        path = notebook_path(page, language)
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
        write(normalise(notebook), path)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m labsupport.book.notebooks", description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["pack", "unpack", "run", "normalise"])
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args(arguments)
    if options.command == "pack":
        pack(options.pages[0], sys.stdin.read())
    elif options.command == "unpack":
        sys.stdout.write(unpack(options.pages[0]))
    else:
        for page in options.pages or pages():
            print(page, flush=True)
            if options.command == "run":
                run(page)
            else:
                for language in EDITIONS:
                    path = notebook_path(page, language)
                    write(normalise(nbformat.read(path, as_version=4)), path)


if __name__ == "__main__":
    main()
