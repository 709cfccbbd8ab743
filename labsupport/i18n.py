"""Two languages, one current: bilingual strings and the language a notebook speaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("zh", "en")
_current = "en"


@dataclass(frozen=True)
class Text:
    """A string in both languages of the book.

    ``str(text)`` and format fields use the current language; ``text.in_("zh")`` names one.
    """

    zh: str
    en: str

    def in_(self, language: str | None = None) -> str:
        return getattr(self, _known(language or _current))

    def __str__(self) -> str:
        return self.in_()

    def format(self, **fields: object) -> Text:
        """Fill ``{name}`` fields in both languages; a field that is a `Text` goes in as that language."""
        return Text(
            **{
                language: getattr(self, language).format(
                    **{k: v.in_(language) if isinstance(v, Text) else v for k, v in fields.items()}
                )
                for language in LANGUAGES
            }
        )


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of the book's: {', '.join(LANGUAGES)}")
    return language


def use_language(language: str) -> None:
    """Choose the language (``"zh"`` or ``"en"``) in which labs, cards and messages speak."""
    global _current
    _current = _known(language)


def current_language() -> str:
    """The language chosen last, ``"en"`` before any choice."""
    return _current


@cache
def _catalogue() -> dict:
    return yaml.safe_load((Path(__file__).parent / "interface.yaml").read_text("utf-8"))


def interface(key: str) -> Text:
    """The words of the interface called `key` (``"lab.reset"``) in ``interface.yaml``."""
    entry = _catalogue()
    for part in key.split("."):
        if not isinstance(entry, dict) or part not in entry:
            raise KeyError(f"interface.yaml has no words called {key!r}")
        entry = entry[part]
    return Text(**entry)
