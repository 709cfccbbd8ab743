"""The book's name, editions and table of contents, and the configuration files written from them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from labsupport.book.settings import ROOT

GENERATED = (
    "# Written by `python -m labsupport.book configure` from labsupport/book/book.yaml; edit that file instead.\n"
)

# What Sphinx would otherwise wander into: it reads every folder below the source, hidden ones too.
EXCLUDED = [
    ".*",
    ".*/**",
    "binder",
    "build",
    "docs",
    "en",
    "frontend",
    "homework",
    "labsupport",
    "**/node_modules",
    "tests",
    "README*",
    "**.egg-info",
]

EXTENSIONS = [
    "myst_nb",
    "jupyter_book",
    "sphinx_external_toc",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    "labsupport.book.extension",
]


@cache
def book() -> dict:
    """The declaration, labsupport/book/book.yaml."""
    return yaml.safe_load((ROOT / "labsupport/book/book.yaml").read_text("utf-8"))


def languages() -> list[str]:
    return list(book()["editions"])


def pages() -> list[str]:
    """Every page of an edition, in reading order."""
    return [book()["front"]] + [page for part in book()["parts"] for page in part["pages"]]


def folder(language: str, root: Path = ROOT) -> Path:
    """Where the pages of an edition lie."""
    return (root / book()["editions"][language]["folder"]).resolve()


def source(page: str, language: str, root: Path = ROOT) -> Path | None:
    """The file of a page in one edition, or None where there is none."""
    candidates = (folder(language, root) / f"{page}{suffix}" for suffix in (".ipynb", ".md"))
    return next((path for path in candidates if path.exists()), None)


def configuration(language: str) -> dict:
    """``_config.yml`` of an edition.  Everything both editions share is set by the extension, in one place."""
    declared = book()
    edition = declared["editions"][language]
    up = "" if edition["folder"] == "." else "../"
    return {
        "title": declared["title"][language],
        "author": declared["author"][language],
        "copyright": declared["year"],
        "only_build_toc_files": True,
        "exclude_patterns": EXCLUDED,
        "execute": {"execute_notebooks": "force", "raise_on_error": True, "stderr_output": "error", "timeout": 120},
        "bibtex_bibfiles": [f"{up}references.bib"],
        "parse": {"myst_enable_extensions": ["amsmath", "attrs_inline", "colon_fence", "deflist", "dollarmath"]},
        "sphinx": {
            "config": {
                "language": edition["sphinx"],
                "html_theme": "ionsyn",
                "numfig": False,
                "extensions": EXTENSIONS,
            }
        },
    }


def table_of_contents(language: str) -> dict:
    """``_toc.yml`` of an edition."""
    declared = book()
    return {
        "format": "jb-book",
        "root": declared["front"],
        "parts": [
            {"caption": part["caption"][language], "chapters": [{"file": page} for page in part["pages"]]}
            for part in declared["parts"]
        ],
    }


def files() -> dict[str, str]:
    """Path below the repository's root -> text, for the four generated files."""
    written = {}
    for language in languages():
        place = "" if book()["editions"][language]["folder"] == "." else book()["editions"][language]["folder"] + "/"
        for name, content in (("_config", configuration(language)), ("_toc", table_of_contents(language))):
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
            written[f"{place}{name}.yml"] = GENERATED + text
    return written


def write(root: Path = ROOT) -> None:
    for path, text in files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
