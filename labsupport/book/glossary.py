"""Both glossaries, and the tooltips of their terms, from one list: labsupport/terms.yaml."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import yaml
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from labsupport.book import contents
from labsupport.book.settings import ROOT
from labsupport.book.words import words

OTHER = {"zh": "en", "en": "zh"}


@cache
def terms() -> list[dict]:
    """The entries of labsupport/terms.yaml."""
    return yaml.safe_load((ROOT / "labsupport/terms.yaml").read_text("utf-8"))


def problems(entries: list[dict]) -> list[str]:
    """What is wrong with a list of terms, one sentence each."""
    found = []
    for entry in entries:
        name = entry.get("id", "(an entry without id)")
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
            found.append(f"{name}: an id is lower-case words joined by hyphens")
        for language in OTHER:
            if not entry.get(language):
                found.append(f"{name}: no {language} headword")
            if not entry.get("definition", {}).get(language):
                found.append(f"{name}: no {language} definition")
        unknown = set(entry) - {"id", "zh", "en", "abbrev", "definition", "also"}
        found += [f"{name}: unknown key {key!r}" for key in sorted(unknown)]
    ids = [entry.get("id") for entry in entries]
    found += [f"{name}: two entries have this id" for name in sorted({i for i in ids if ids.count(i) > 1})]
    for language in OTHER:
        names = [name.lower() for entry in entries for name in headwords(entry, language)]
        found += [
            f"{name}: two entries bear this {language} name"
            for name in sorted({n for n in names if names.count(n) > 1})
        ]
    return found


def headwords(entry: dict, language: str) -> list[str]:
    """The term and its synonyms in one language."""
    return [entry[language], *entry.get("also", {}).get(language, [])]


def page(language: str) -> str:
    """The text of ``glossary.md`` in one language."""
    wrong = problems(terms())
    if wrong:
        raise ValueError("labsupport/terms.yaml: " + "; ".join(wrong))
    say = words(language)
    lines = [
        "<!-- Written by `python -m labsupport.book configure` from labsupport/terms.yaml; edit that file instead. -->",
        "",
        "(sec-glossary)=",
        f"# {say['glossary']}",
        "",
        "::::{glossary}",
    ]
    for entry in sorted(terms(), key=lambda e: _order(e, language)):
        lines += headwords(entry, language)
        definition = " ".join(entry["definition"][language].split())
        lines += [f"  {definition}", ""]
    return "\n".join([*lines, "::::", ""])


def _order(entry: dict, language: str) -> tuple:
    # Chinese readers look a term up by its sound; the GB 2312 order of common characters is that of pinyin.
    name = entry[language]
    return tuple(name.encode("gb2312", "replace")) if language == "zh" else (name.lower(),)


def write(root: Path = ROOT) -> None:
    for language in contents.languages():
        (contents.folder(language, root) / "glossary.md").write_text(page(language), "utf-8")


# ---- while a page is built ----


def _by_name(language: str) -> dict[str, dict]:
    return {name.lower(): entry for entry in terms() for name in headwords(entry, language)}


def own_anchors(doctree: nodes.document, language: str) -> None:
    """A term's anchor is its id in the list, the same in both editions; the headword shows its other name."""
    known = _by_name(language)
    for item in doctree.findall(nodes.definition_list_item):
        named = False
        for index, term in enumerate(child for child in item.children if isinstance(child, nodes.term)):
            entry = known.get(term.astext().strip().lower())
            if entry is None:
                continue
            if index == 0:
                term["ids"].insert(0, entry["id"])
                twin = OTHER[language]
                tag = contents.book()["editions"][twin]["html"]
                other_name = f'<span class="twin" lang="{tag}">{html.escape(entry[twin])}</span>'
                term += nodes.raw("", other_name, format="html")
            elif _bare(term.astext()) == _bare(entry[language]):
                term["classes"].append("variant")  # another spelling: found by links and search, not shown
            else:
                term["classes"].append("synonym")
                if not named:
                    term.insert(0, nodes.inline("", words(language)["also_called"] + " "))
                named = True


def _bare(name: str) -> str:
    return re.sub(r"[\s\-–·]", "", name).lower()


def _entries_by_anchor(app: Sphinx, language: str) -> dict[str, str]:
    """Sphinx's own anchor of a glossary entry -> the entry's id."""
    known = _by_name(language)
    objects = app.env.get_domain("std").objects
    return {
        anchor: known[name.lower()]["id"]
        for (kind, name), (_, anchor) in objects.items()
        if kind == "term" and name.lower() in known
    }


def link(app: Sphinx, body: str, page_name: str, language: str) -> str:
    """References to terms lead to the anchors both editions share, and announce their tooltip."""
    ids = _entries_by_anchor(app, language)

    def change(match: re.Match) -> str:
        place, anchor, inner = match.groups()
        name = ids.get(anchor)
        if name is None:
            return match[0]
        describes = "" if page_name == "glossary" else f' aria-describedby="tip-{name}"'
        return f'<a class="term" href="{place}#{name}"{describes}>{inner}</a>'

    return re.sub(
        r'<a class="reference internal" href="([^"#]*)#(term-[^"]*)"[^>]*><span class="[^"]*std-term">(.*?)</span></a>',
        change,
        body,
    )


def tips(app: Sphinx, page_name: str, body: str, language: str) -> list[dict]:
    """Definitions of the terms a page links, in the order of their first use."""
    used = dict.fromkeys(re.findall(r'aria-describedby="tip-([a-z0-9-]+)"', body))
    if not used:
        return []
    definitions = _definitions(app)
    by_id = {entry["id"]: entry for entry in terms()}
    twin = OTHER[language]
    return [
        {
            "id": name,
            "head": by_id[name][language],
            "twin": by_id[name][twin],
            "twin_lang": contents.book()["editions"][twin]["html"],
            "text": definitions.get(name, html.escape(by_id[name]["definition"][language])),
        }
        for name in used
    ]


def _definitions(app: Sphinx) -> dict[str, str]:
    """Term id -> its definition as HTML without links (a tooltip cannot be walked into)."""
    if not hasattr(app, "ionsyn_definitions"):
        app.ionsyn_definitions = {}
        if "glossary" in app.env.found_docs:
            doctree = app.env.get_and_resolve_doctree("glossary", app.builder)
            for glossary in doctree.findall(addnodes.glossary):
                for item in glossary.findall(nodes.definition_list_item):
                    ids = next((term["ids"] for term in item.findall(nodes.term)), [])
                    definition = next(iter(item.findall(nodes.definition)), None)
                    if ids and definition is not None:
                        app.ionsyn_definitions[ids[0]] = _fragment(app, definition)
    return app.ionsyn_definitions


def _fragment(app: Sphinx, definition: nodes.definition) -> str:
    parts = []
    for child in definition.children:
        inline = nodes.inline("", "", *[c.deepcopy() for c in child.children])
        parts.append(app.builder.render_partial(inline)["fragment"])
    return re.sub(r"</?a\b[^>]*>", "", " ".join(parts)).strip()
