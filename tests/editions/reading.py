"""Read a page as a reader of its source would: blocks of prose, formulas, labels, citations, terms, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import nbformat
import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from labsupport.book import notebooks

#: Stands in a block's text for an inline formula or code, so that typography sees that something is there.
FORMULA = "\ue000"


@dataclass
class Block:
    """One paragraph, heading, list item, table cell, formula, directive, label or code cell of a page."""

    cell: str
    shape: str
    text: str = ""
    labels: list[str] = field(default_factory=list)
    equations: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    source: str = ""

    @property
    def level(self) -> int | None:
        """Level of a heading, 1 for the title, else None."""
        return int(self.shape.split()[1]) if self.shape.startswith("heading") else None

    @property
    def is_prose(self) -> bool:
        return bool(self.text) and not self.shape.startswith(("code", "data"))


@dataclass
class Page:
    """A page of one edition."""

    name: str
    language: str
    cells: list[tuple[str, str]]
    blocks: list[Block]

    def in_cell(self, cell: str) -> list[Block]:
        return [b for b in self.blocks if b.cell == cell]

    def labels(self) -> list[str]:
        return [label for block in self.blocks for label in block.labels]

    def place(self, label: str) -> list[Block] | None:
        """The blocks a label stands for: its heading's whole section, else up to the next label or heading."""
        start = next((i for i, b in enumerate(self.blocks) if label in b.labels), None)
        if start is None:
            return None
        block = self.blocks[start]
        rest = self.blocks[start + 1 :]
        at = next((i for i, b in enumerate(rest) if b.shape != "label"), len(rest))
        heading = rest[at] if block.shape == "label" and at < len(rest) else None
        if heading is not None and heading.level:
            after = rest[at + 1 :]
            end = next((i for i, b in enumerate(after) if b.level and b.level <= heading.level), len(after))
            return [heading, *after[:end]]
        end = next((i for i, b in enumerate(rest) if i > at and (b.level or b.shape == "label")), len(rest))
        return [block, *rest[:end]]


@cache
def markdown_parser():
    settings = yaml.safe_load((notebooks.EDITIONS["en"] / "_config.yml").read_text("utf-8"))
    extensions = set(settings.get("parse", {}).get("myst_enable_extensions", [])) | {"dollarmath", "colon_fence"}
    extensions -= {"linkify", "substitution"}  # these need a whole Sphinx behind them
    return create_md_parser(MdParserConfig(enable_extensions=extensions), RendererHTML)


def blocks_of(markdown: str, cell: str, inside: str = "") -> Iterator[Block]:
    """The blocks of a Markdown source; `inside` names the directive that holds it."""
    opened: list[str] = []
    for token in markdown_parser().parse(markdown):
        kind = token.type
        if kind.endswith("_open"):
            opened.append(token.tag)
        elif kind.endswith("_close"):
            opened.pop()
        elif kind == "myst_target":
            yield Block(cell, "label", labels=[token.content])
        elif kind in ("math_block", "math_block_label", "amsmath"):
            label = [token.info] if kind == "math_block_label" else []
            yield Block(cell, "equation", labels=label, equations=[token.content])
        elif kind in ("fence", "colon_fence", "code_block"):
            yield from _fence(token, cell)
        elif kind == "html_block":
            yield Block(cell, "data html", source=token.content)
        elif kind == "inline":
            yield _inline(token, Block(cell, inside + _shape(opened)))
        elif kind == "hr":
            yield Block(cell, "rule")


def _shape(opened: list[str]) -> str:
    innermost = opened[-1]
    if re.fullmatch(r"h[1-6]", innermost):
        return f"heading {innermost[1]}"
    names = {
        "p": "paragraph",
        "li": "item",
        "td": "table cell",
        "th": "table heading",
        "dt": "term",
        "dd": "definition",
    }
    holders = [names.get(tag, tag) for tag in opened if tag in ("li", "blockquote", "dd")]
    return " ".join([*holders, names.get(innermost, innermost)])


def _fence(token, cell: str) -> Iterator[Block]:
    directive = re.match(r"\{([\w:+.-]+)\}\s*(.*)", token.info or "")
    if not directive:
        yield Block(cell, "code fence", source=token.content)
        return
    name, argument = directive.groups()
    lines = token.content.splitlines()
    labels = []
    while lines and (option := re.match(r":([\w-]+):\s*(.*)", lines[0])):
        if option[1] in ("name", "label"):
            labels.append(option[2])
        lines.pop(0)
    if name == "math":
        yield Block(cell, "equation", labels=labels, equations=["\n".join(lines)])
        return
    yield Block(cell, f"directive {name}", labels=labels)
    if name in ("raw", "code-block", "code", "literalinclude", "toctree", "bibliography", "glossary", "include"):
        yield Block(cell, f"data {name}", source="\n".join([argument, *lines]))
        return
    if argument and name not in ("figure", "image", "grid", "grid-item-card", "div", "container"):
        yield from blocks_of(argument, cell, f"{name} title: ")
    yield from blocks_of("\n".join(lines), cell, f"{name}: ")


def _inline(token, block: Block) -> Block:
    parts = []
    for child in token.children or []:
        if child.type == "text":
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("math_inline", "math_inline_double", "math_single"):
            block.formulas.append(child.content)
            parts.append(FORMULA)
        elif child.type == "code_inline":
            block.codes.append(child.content)
            parts.append(FORMULA)
        elif child.type == "myst_role":
            name, content = child.meta["name"], child.content
            shown = re.fullmatch(r"(.*?)\s*<([^<>]+)>", content, re.DOTALL)
            target = shown[2] if shown else content
            block.roles.append((name, target.strip().lstrip("!~")))
            if name in ("math",):
                block.formulas.append(content)
                parts.append(FORMULA)
            elif shown or name in ("term", "abbr", "sub", "sup", "strong", "emphasis"):
                parts.append(shown[1] if shown else content)
            else:
                parts.append(FORMULA)
        elif child.type == "link_open":
            block.links.append(child.attrs["href"])
        elif child.type == "image":
            block.links.append(child.attrs["src"])
            parts.append(child.content)
        elif child.type == "html_inline":
            block.source += child.content
    block.text = "".join(parts)
    return block


def output_text(cell) -> str:
    """What a code cell shows, without tags of HTML."""
    said = []
    for output in cell.get("outputs", []):
        said.append(output.get("text", ""))
        said += [re.sub(r"<[^>]+>", " ", value) for value in output.get("data", {}).values()]
    return "\n".join(said)


def page_of(notebook: nbformat.NotebookNode, name: str, language: str) -> Page:
    blocks: list[Block] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            blocks += blocks_of(cell.source, cell.id)
        else:
            blocks.append(Block(cell.id, "code", text=output_text(cell), source=cell.source))
    return Page(name, language, [(c.id, c.cell_type) for c in notebook.cells], blocks)


@cache
def read_page(name: str, language: str) -> Page:
    """A page of the book, notebook or Markdown file."""
    markdown = notebooks.EDITIONS[language] / f"{name}.md"
    if markdown.exists():
        blocks = list(blocks_of(markdown.read_text("utf-8"), "text"))
        return Page(name, language, [("text", "markdown")], blocks)
    return page_of(notebooks.read(notebooks.notebook_path(name, language)), name, language)


# Numbers --------------------------------------------------------------------------------------------------------

UNITS = (
    "J/(mol K)|J/(K mol)|kJ/mol|J/mol|kJ|C/mol|mol/(m² s)|mol/m³|mol/L|mmol/L|mol/s|fmol/s|pmol/s|fmol|pmol|mol|"
    "µF/cm²|µF|pF|nF|F/m²|F/m|C/m²|V/m|kV/cm|MV/m|A/m²|µA/cm²|mS/cm²|nS|pS|µS|mS|S/m|pC|nC|fC|pA|nA|µA|mA|"
    "µm²|cm²|m²|µm³|µm|nm|mm|cm|m/s|cm/s|µm/s|fL|pL|nL|µL|mL|mV/ms|mV|µV|kV|V|mM|µM|nM|M|°C|K|ms|µs|s|kΩ|MΩ|GΩ|Ω|kHz|Hz|"
    "%|‰|J"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_MULTIPLES = {"万": 1e4, "亿": 1e8, "千": 1e3, "百万": 1e6, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNIT = "|".join(re.escape(u) for u in sorted(UNITS.split("|"), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.²³])(?P<sign>[+−±]|(?<![\w\ue000)）])-)?"
    r"(?P<whole>\d{1,3}(?:[ \u2009\u00a0\u202f]\d{3})+(?!\d)|\d+)(?P<part>\.\d+)?"
    r"(?:\s*[×x]\s*10(?P<power>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
    r"(?:\s*(?P<multiple>百万|万|亿|千|thousand|million|billion)(?!分))?"
    rf"(?:[ \u00a0\u202f\u2009]?(?P<unit>{_UNIT})(?![A-Za-z+⁺⁻²³]))?"
)


@dataclass(frozen=True)
class Number:
    """A number as printed, its `value` in the printed unit and half a unit of its last place, `slack`."""

    printed: str
    value: float
    slack: float
    unit: str


def numbers(text: str) -> list[Number]:
    """The numbers of a passage of prose, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match["whole"]) + (match["part"] or "")
        scale = 10.0 ** int(match["power"].translate(_SUPERSCRIPTS)) if match["power"] else 1.0
        scale *= _MULTIPLES.get(match["multiple"], 1.0)
        value = float(digits) * scale * (-1 if match["sign"] in ("−", "-") else 1)
        slack = 0.5 * 10.0 ** -(len(match["part"] or ".") - 1) * scale
        found.append(Number(match[0].strip(), value, slack, match["unit"] or ""))
    return found


# Parity ---------------------------------------------------------------------------------------------------------


def bare_formula(formula: str) -> str:
    """A formula without white space and without its words, which belong to one language."""
    return re.sub(
        r"\s+", "", re.sub(r"\\(?:text|mathrm|mbox)\s*\{[^{}]*[\u4e00-\u9fff ][^{}]*\}", r"\\text{}", formula)
    )


def _words(block: Block) -> float:
    """Length of a block in English words: a word is about 1.7 Chinese characters."""
    text = re.sub(r"（[A-Za-z–\s-]+）", "", block.text)  # the English name of a term, given at its first use
    return len(re.findall(r"[\u4e00-\u9fff]", text)) / 1.7 + len(re.findall(r"[A-Za-z]+", text))


@cache
def terms() -> list[dict]:
    return yaml.safe_load((notebooks.ROOT / "labsupport" / "terms.yaml").read_text("utf-8"))


@cache
def term_ids(language: str) -> dict[str, str]:
    """Every name a `{term}` may use in an edition, in lower case, and the id it belongs to."""
    return {name.lower(): t["id"] for t in terms() for name in [t[language], *t.get("also", {}).get(language, [])]}


def differences(zh: Page, en: Page) -> list[str]:
    """Where two editions of a page are not parallel, each as a sentence that names the cell."""
    found: list[str] = []
    for (zh_id, zh_kind), (en_id, en_kind) in zip(zh.cells, en.cells, strict=False):
        if (zh_id, zh_kind) != (en_id, en_kind):
            return [f"{zh.name}: Chinese cell {zh_id} ({zh_kind}) faces English cell {en_id} ({en_kind})"]
    if len(zh.cells) != len(en.cells):
        longer = max(zh.cells, en.cells, key=len)
        return [f"{zh.name}: cell {longer[min(len(zh.cells), len(en.cells))][0]} stands in one edition only"]
    for cell, _ in zh.cells:
        left, right = zh.in_cell(cell), en.in_cell(cell)
        for what, get in ASPECTS.items():
            a, b = get(left, "zh"), get(right, "en")
            if a != b:
                found.append(f"{zh.name}, cell {cell}: {what} differ: {_contrast(a, b)}")
        if [b.shape for b in left] == [b.shape for b in right]:
            for a, b in zip(left, right, strict=True):
                if a.is_prose and not 0.45 <= (_words(a) + 8) / (_words(b) + 8) <= 2.2:
                    found.append(f"{zh.name}, cell {cell}: far more is said in one edition: {a.text!r} / {b.text!r}")
    return found


def _contrast(a, b) -> str:
    if isinstance(a, set):
        return f"only Chinese {sorted(a - b, key=str)}, only English {sorted(b - a, key=str)}"
    for index, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return f"number {index + 1} is {x!r} in Chinese, {y!r} in English"
    more = max(a, b, key=len)[min(len(a), len(b))]
    return f"{len(a)} in Chinese, {len(b)} in English, the longer going on with {more!r}"


def _roles(*names):
    return lambda blocks, language: {target for b in blocks for name, target in b.roles if name in names}


def _citations(blocks, language):
    keys = {k for b in blocks for name, t in b.roles if name.startswith("cite") for k in t.split(",")}
    return {k.strip() for k in keys}


def _codes(blocks, language):
    """Inline code, but for examples that are words of one language."""
    return {c for b in blocks for c in b.codes if not re.search(r"[\u4e00-\u9fff]", c)}


def _term_set(blocks, language):
    names = term_ids(language)
    return {names.get(t.lower(), t) for b in blocks for name, t in b.roles if name == "term"}


def _telling_numbers(blocks, language):
    """All numbers but small whole ones without a unit, which one language may spell out and the other not."""
    found = [n for b in blocks if b.is_prose for n in numbers(b.text)]
    return {n.value for n in found if n.unit or n.value > 12 or n.value < 0 or n.value % 1}


ASPECTS = {
    "blocks": lambda blocks, language: [b.shape for b in blocks],
    "labels": lambda blocks, language: [label for b in blocks for label in b.labels],
    "equations": lambda blocks, language: [bare_formula(e) for b in blocks for e in b.equations],
    "formulas": lambda blocks, language: {bare_formula(f) for b in blocks for f in b.formulas},
    "citations": _citations,
    "terms": _term_set,
    "references": _roles("ref", "eq", "doc", "numref"),
    "links": lambda blocks, language: {link for b in blocks for link in b.links if not link.startswith("http")},
    "code in prose": _codes,
    "numbers": _telling_numbers,
}
