"""The index of labs and exercises: what each teaches, how long it takes, and where it stands.

It is written while the book is built, from the declarations and the notebooks of the edition, behind the introduction
that stands in ``catalogue.md``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import nbformat

from labsupport.book import contents
from labsupport.book.settings import ROOT
from labsupport.book.words import words

PAGE = "catalogue"
_LABEL = re.compile(r"^\(([\w-]+)\)=\n#+ (.+)$", re.MULTILINE)
_SHOWN = re.compile(r"""^(lab|practice)\(\s*["']([\w-]+)["']""", re.MULTILINE)
_MARK = re.compile(r"\*([^*]+)\*|_\{([^}]*)\}|\^\{([^}]*)\}")


@cache
def places(language: str, root: Path = ROOT) -> dict[str, list[tuple[str, str]]]:
    """Id of a lab or exercise -> the pages that show it, each with the label of the heading it stands under."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page in contents.pages():
        path = contents.source(page, language, root)
        if path is None or path.suffix != ".ipynb":
            continue
        label = None
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                headings = _LABEL.findall(cell.source)
                label = headings[-1][0] if headings else label
            else:
                for _, name in _SHOWN.findall(cell.source):
                    found.setdefault(name, []).append((page, label))
    return found


@cache
def heading(page: str, language: str, root: Path = ROOT) -> tuple[str, str]:
    """Label and title of a page."""
    path = contents.source(page, language, root)
    cells = nbformat.read(path, as_version=4).cells
    return next(match for cell in cells if (match := _first_heading(cell.source)))


def _first_heading(source: str) -> tuple[str, str] | None:
    match = _LABEL.search(source)
    return (match[1], match[2]) if match else None


def markdown(text: str) -> str:
    """The book's marks (``*E*_{K}``) as MyST writes them."""

    def replace(match: re.Match) -> str:
        italic, sub, sup = match.groups()
        if italic is not None:
            return f"*{italic}*"
        return f"{{sub}}`{sub}`" if sub is not None else f"{{sup}}`{sup}`"

    return _MARK.sub(replace, text)


def _entry(item, label: str, language: str) -> str:
    say = words(language)
    minutes = say["minutes"].replace("{count}", str(item.minutes))
    line = f"- [{markdown(item.title.in_(language))}]({label}){minutes}"
    return f"{line}\\\n  {markdown(item.teaches.in_(language))}" if item.teaches else line


def body(language: str, root: Path = ROOT) -> str:
    """Both lists as MyST; what stands on no page yet is left out."""
    from labsupport import exercises, labs

    say = words(language)
    where = places(language, root)
    lines = ["(sec-catalogue-labs)=", f"## {say['labs']}", ""]
    # In reading order; the front page and the guide show labs of sections to come.
    shown = {n: next((p for p in where[n] if "/" in p[0]), where[n][0]) for n in where if n in labs.labs()}
    for number, part in enumerate(contents.book()["parts"]):
        order = sorted(
            (p for p in shown.items() if p[1][0] in part["pages"]), key=lambda p: part["pages"].index(p[1][0])
        )
        entries = [_entry(labs.get(name), label, language) for name, (_, label) in order]
        if entries:
            lines += ["", f"(sec-catalogue-labs-{number})=", f"### {part['caption'][language]}", "", *entries]
    lines += ["", "(sec-catalogue-exercises)=", f"## {say['exercises']}", ""]
    groups: dict[str, list[str]] = {}
    for name, item in (exercises.exercises() | exercises.code_exercises()).items():
        if name in where:
            # A problem that a section asks in passing is done on its page of practice.
            page, label = next((p for p in where[name] if p[0].startswith("exercises/")), where[name][0])
            groups.setdefault(page, []).append(_entry(item, label, language))
    for page in contents.pages():
        if page in groups:
            title = heading(page, language, root)[1]
            lines += ["", f"(sec-catalogue-exercises-{_slug(page)})=", f"### {title}", "", *groups[page]]
    return "\n".join([*lines, ""])


def _slug(page: str) -> str:
    return page.split("/", 1)[-1].replace("/", "-").replace("_", "-")


def write(docname: str, source: list[str], language: str, root: Path) -> None:
    """Completes the page while Sphinx reads it."""
    if docname == PAGE:
        source[0] = f"{source[0].rstrip()}\n\n{body(language, root)}"
