"""Small books to build, sound or with one thing wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from labsupport.book import contents, glossary

ROOT = Path(__file__).resolve().parents[2]
TOC = """\
format: jb-book
root: index
parts:
  - caption: One
    chapters:
      - file: page
      - file: glossary
      - file: bibliography
"""


def cell(kind: str, name: str, source: str):
    new = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
    return new(source, id=name)


class Book:
    """A book of two notebooks, a glossary and a bibliography in each edition, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        contents.write(folder)
        glossary.write(folder)
        shutil.copy(ROOT / "references.bib", folder)
        for language in contents.languages():
            place = contents.folder(language, folder)
            (place / "_toc.yml").write_text(TOC, "utf-8")
            (place / "bibliography.md").write_text("# Works\n\n```{bibliography}\n:cited:\n```\n", "utf-8")
            for page in ("index", "page"):
                self.write(page, language, self.sound(page, language))

    @staticmethod
    def sound(page: str, language: str) -> list:
        term = {"zh": "平衡电位", "en": "equilibrium potential"}[language]
        return [
            cell("markdown", "title", f"(sec-{page})=\n# {term} {page}"),
            cell("markdown", "text", f"{{term}}`{term}`, {{cite:t}}`Goldman1943`, $E_\\mathrm{{K}}$ 5 mV"),
            cell("code", "number", "print(6 * 7)"),
        ]

    def write(self, page: str, language: str, cells: list) -> Path:
        path = contents.folder(language, self.folder) / f"{page}.ipynb"
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(metadata=kernel, cells=cells), path)
        return path


@pytest.fixture
def small_book(tmp_path) -> Book:
    return Book(tmp_path / "book")
