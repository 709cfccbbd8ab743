"""The book's own words of the interface, from the room ``book`` of labsupport/interface.yaml."""

from __future__ import annotations

from functools import cache

import yaml

from labsupport.book.settings import ROOT


@cache
def words(language: str) -> dict[str, str]:
    """Key -> words in one language."""
    catalogue = yaml.safe_load((ROOT / "labsupport/interface.yaml").read_text("utf-8"))
    return {key: entry[language] for key, entry in catalogue["book"].items()}
