"""Addresses to run, fetch and edit a page, from the repository's address in ``[tool.book]`` of pyproject.toml."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from labsupport.book import contents
from labsupport.book.settings import ROOT, settings


def links(page: str, language: str, book: dict[str, str] | None = None, root: Path = ROOT) -> dict[str, str]:
    """Name of a link -> its address; links whose repository is not known are absent.

    Parameters
    ----------
    page : str
        Such as ``"chapters/ion/nernst"``.
    language : str
        ``"zh"`` or ``"en"``.
    book : dict, optional
        ``repository`` and ``branch``; by default the book's own settings.
    root : Path, optional
        Where the book lies.
    """
    book = settings(root) if book is None else book
    path = contents.source(page, language, root)
    repository, branch = book["repository"].rstrip("/"), book["branch"]
    if path is None or not repository:
        return {}
    place = contents.book()["editions"][language]["folder"]
    file = f"{page}{path.suffix}" if place == "." else f"{place}/{page}{path.suffix}"
    found = {"edit": f"{repository}/edit/{branch}/{file}"}
    if path.suffix != ".ipynb":
        return found

    def encoded(text: str) -> str:
        return quote(text, safe="")

    name = repository.rsplit("/", 1)[-1].removesuffix(".git")
    pull = f"repo={encoded(repository)}&branch={encoded(branch)}&urlpath={encoded(f'lab/tree/{name}/{file}')}"
    found["jupyterhub"] = f"hub/user-redirect/git-pull?{pull}"
    opened = f"urlpath={encoded(f'lab/tree/{file}')}"
    on_github = re.fullmatch(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?", repository)
    if on_github:
        found["binder"] = f"https://mybinder.org/v2/gh/{on_github[1]}/{branch}?{opened}"
        found["colab"] = f"https://colab.research.google.com/github/{on_github[1]}/blob/{branch}/{file}"
    else:
        found["binder"] = f"https://mybinder.org/v2/git/{encoded(repository)}/{branch}?{opened}"
    return found
