"""How works are cited and listed: author and year, in the edition's own punctuation."""

from __future__ import annotations

from dataclasses import dataclass, field

import sphinxcontrib.bibtex.plugin
from pybtex.plugin import register_plugin
from pybtex.style.formatting.plain import Style as PlainStyle
from pybtex.style.labels import BaseLabelStyle
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle


def _brackets(left: str, right: str, sep: str):
    def make() -> BracketStyle:
        return BracketStyle(left=left, right=right, sep=sep)

    return make


def _persons(pair: str, others: str):
    def make() -> PersonStyle:
        return PersonStyle(sep2=pair, last_sep=pair, other=others)

    return make


@dataclass
class English(AuthorYearReferenceStyle):
    bracket_parenthetical: BracketStyle = field(default_factory=_brackets("(", ")", "; "))
    bracket_textual: BracketStyle = field(default_factory=_brackets("(", ")", "; "))
    bracket_author: BracketStyle = field(default_factory=_brackets("(", ")", "; "))
    bracket_label: BracketStyle = field(default_factory=_brackets("(", ")", "; "))
    bracket_year: BracketStyle = field(default_factory=_brackets("(", ")", "; "))
    person: PersonStyle = field(default_factory=_persons(" and ", " et al."))


@dataclass
class Chinese(AuthorYearReferenceStyle):
    bracket_parenthetical: BracketStyle = field(default_factory=_brackets("（", "）", "；"))
    bracket_textual: BracketStyle = field(default_factory=_brackets("（", "）", "；"))
    bracket_author: BracketStyle = field(default_factory=_brackets("（", "）", "；"))
    bracket_label: BracketStyle = field(default_factory=_brackets("（", "）", "；"))
    bracket_year: BracketStyle = field(default_factory=_brackets("（", "）", "；"))
    person: PersonStyle = field(default_factory=_persons(" 和 ", " 等"))
    author_year_sep: str = "，"
    text_reference_sep: str = ""
    post_text_sep: str = "，"


class Labels(BaseLabelStyle):
    """First author and year; works of one year get a letter."""

    pair, others = " and ", " et al."

    def format_labels(self, entries):
        plain = [f"{self._who(entry)} {entry.fields.get('year', '')}".strip() for entry in entries]
        seen: dict[str, int] = {}
        for label in plain:
            if plain.count(label) == 1:
                yield label
            else:
                seen[label] = seen.get(label, -1) + 1
                yield f"{label}{chr(ord('a') + seen[label])}"

    def _who(self, entry) -> str:
        persons = entry.persons.get("author") or entry.persons.get("editor") or []
        names = [" ".join([*p.prelast_names, *p.last_names]).replace("{", "").replace("}", "") for p in persons]
        if not names:
            return entry.fields.get("title", "").replace("{", "").replace("}", "")
        if len(names) == 2:
            return self.pair.join(names)
        return names[0] + (self.others if len(names) > 2 else "")


class ChineseLabels(Labels):
    pair, others = " 和 ", " 等"


class EnglishList(PlainStyle):
    default_label_style = Labels
    default_sorting_style = "author_year_title"


class ChineseList(EnglishList):
    default_label_style = ChineseLabels


def register_style() -> None:
    for language, style, listing in (("en", English, EnglishList), ("zh", Chinese, ChineseList)):
        sphinxcontrib.bibtex.plugin.register_plugin(
            "sphinxcontrib.bibtex.style.referencing", f"ionsyn_{language}", style, force=True
        )
        register_plugin("pybtex.style.formatting", f"ionsyn_{language}", listing, force=True)
