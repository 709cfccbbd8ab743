"""The book's own settings, read from ``[tool.book]`` of pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def settings(root: Path = ROOT) -> dict[str, str]:
    """``repository`` (address without trailing slash, or empty), ``branch`` and ``site`` (public address, or empty)."""
    path = root / "pyproject.toml"
    declared = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {"repository": "", "branch": "main", "site": ""} | declared.get("tool", {}).get("book", {})


def install_source() -> str:
    """What pip installs where neither `labsupport` nor a checkout is at hand: the repository, or nothing."""
    book = settings()
    return f"git+{book['repository']}@{book['branch']}" if book["repository"] else ""
