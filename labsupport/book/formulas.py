"""Formulas, rendered while the book is built; the browser gets HTML, MathML, a style sheet and small fonts."""

from __future__ import annotations

import re
import shutil
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from docutils import nodes
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator
from sphinxcontrib import katex

from labsupport.book.settings import ROOT

logger = logging.getLogger(__name__)
KATEX = Path(__file__).parent / "katex"

# Numbers are filled into rendered formulas in the browser, so these glyphs are always there.
_ALWAYS = {chr(code) for code in range(0x20, 0x7F)} | set("−×·≈\u00a0\u200b")


def prepare() -> None:
    """Let KaTeX run on the Node of this environment, and let a formula it cannot read be an error."""
    beside = Path(sys.executable).parent / ("node.exe" if sys.platform == "win32" else "node")
    katex.NODEJS_BINARY = str(beside) if beside.exists() else shutil.which("node") or "node"
    katex.KATEX_DEFAULT_OPTIONS["throwOnError"] = True
    # Two editions start at once on a small machine; a second is not a failure.
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0


@cache
def _render(latex: str, display: bool) -> str:
    return katex.render_latex(latex, {"displayMode": display})


def render(node: nodes.math | nodes.math_block) -> str:
    """The HTML of a formula; one that KaTeX cannot read is reported at its place and shown as source."""
    latex = node.astext()
    try:
        return _render(latex, isinstance(node, nodes.math_block))
    except katex.KaTeXError as error:
        logger.warning("formula not understood: %s", str(error).strip(), location=node, type="formula")
        escaped = latex.replace("&", "&amp;").replace("<", "&lt;")
        return f"<code>{escaped}</code>"


def visit_math(self: HTML5Translator, node: nodes.math) -> None:
    self.body.append(f'<span class="math">{render(node)}</span>')
    raise nodes.SkipNode


def visit_displaymath(self: HTML5Translator, node: nodes.math_block) -> None:
    self.body.append(self.starttag(node, "div", CLASS="math"))
    self.body.append(f'<div class="formula">{render(node)}</div>')
    if node.get("number"):
        self.body.append(f'<span class="eqno">({node["number"]})')
        self.add_permalink_ref(node, "")
        self.body.append("</span>")
    self.body.append("</div>\n")
    raise nodes.SkipNode


def glyphs(html: str) -> set[str]:
    """Characters that the visible half of rendered formulas shows."""
    shown = re.sub(r'<span class="katex-mathml">.*?</math></span>', "", html, flags=re.S)
    return set(re.sub(r"<[^>]*>", "", shown))


@cache
def style_sheet() -> str:
    """KaTeX's style sheet with one font format; its addresses lack the content hash."""
    text = (KATEX / "katex.min.css").read_text("utf-8")
    return re.sub(r',url\(fonts/[\w-]+\.(?:woff|ttf)\) format\("\w+"\)', "", text)


def subset(characters: set[str]) -> dict[str, bytes]:
    """KaTeX's fonts, cut to `characters`: file name -> WOFF2."""
    from fontTools import subset as cutter
    from fontTools.ttLib import TTFont

    wanted = {ord(c) for c in characters | _ALWAYS}
    fonts = {}
    for path in sorted((KATEX / "fonts").glob("*.woff2")):
        options = cutter.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
        font = TTFont(path, recalcTimestamp=False)
        tool = cutter.Subsetter(options)
        tool.populate(unicodes=wanted)
        tool.subset(font)
        font.flavor = "woff2"
        buffer = BytesIO()
        font.save(buffer)
        fonts[path.name] = buffer.getvalue()
    return fonts


def card_glyphs() -> set[str]:
    """What the formulas inside cards and labs show (rendered when the front end is built)."""
    path = ROOT / "labsupport/widgets/static/formulas.json"
    return glyphs(path.read_text("utf-8")) if path.exists() else set()
