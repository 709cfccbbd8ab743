"""The index of an edition's own search: sections with their headings, terms and text, read only by the search page.

Chinese has no spaces, so an index of words finds what its segmenter happened to cut.  This one keeps the text and
matches what the reader typed as it stands; the names of terms tell the page where a long query falls apart.
"""

from __future__ import annotations

import json
import re

from docutils import nodes
from sphinx.application import Sphinx

from labsupport.book import contents, glossary, prose


def collect(app: Sphinx, page: str, doctree: nodes.document) -> None:
    """Note the sections of a page."""
    if page == "glossary":
        app.ionsyn_search[page] = [{"a": "", "h": app.env.titles[page].astext(), "t": ""}]
        return
    sections: list[dict] = []
    for section in doctree.findall(nodes.section):
        title = next(iter(section.findall(nodes.title)), None)
        heading = _tidy(title.astext()) if title is not None else ""
        text = " ".join(
            _text(child) for child in section.children if not isinstance(child, nodes.section | nodes.title)
        )
        sections.append({"a": section["ids"][0] if sections else "", "h": heading, "t": _tidy(text)})
    app.ionsyn_search[page] = sections


def _text(node: nodes.Node) -> str:
    if isinstance(node, nodes.raw | nodes.math_block | nodes.image | nodes.comment | nodes.literal_block):
        return ""
    if isinstance(node, nodes.Text):
        return str(node)
    if isinstance(node, prose.Lowered):
        return node.astext()
    if isinstance(node, nodes.math):
        return _symbol(node.astext())
    joint = "" if isinstance(node, nodes.TextElement) else " "
    return joint.join(_text(child) for child in node.children)


def _symbol(latex: str) -> str:
    """A formula as one would type it: ``E_\\mathrm{K}`` -> ``E_K``."""
    plain = re.sub(r"\\(?:mathrm|text|mathit|operatorname)\s*", "", latex)
    return re.sub(r"\s+", " ", re.sub(r"[{}\\]", "", plain))


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def script(app: Sphinx, language: str) -> str:
    """The index as a classic script, so that it also loads from disk."""
    pages = [
        {"p": page, "s": app.ionsyn_search[page]}
        for page in [str(p) for p in contents_order(app)]
        if page in app.ionsyn_search
    ]
    terms = [
        {
            "i": entry["id"],
            "n": glossary.headwords(entry, language),
            "o": entry[glossary.OTHER[language]],
            "d": _plain(entry, language),
        }
        for entry in glossary.terms()
    ]
    data = json.dumps({"pages": pages, "terms": terms}, ensure_ascii=False, separators=(",", ":"))
    return f"window.ionsynIndex={data};\n"


def _plain(entry: dict, language: str) -> str:
    text = entry["definition"][language]
    text = re.sub(r"\{[a-z:]+\}`([^`<]*?)(?:\s*<[^>`]*>)?`", r"\1", text)
    return _tidy(re.sub(r"\$([^$]*)\$", lambda m: _symbol(m[1]), text))


def contents_order(app: Sphinx) -> list[str]:
    known = contents.pages()
    return sorted(app.env.found_docs, key=lambda page: (known.index(page) if page in known else len(known), page))
