"""What typesetting adds to the words of a page: joined Chinese lines, held units, subscripts, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

# Letters and punctuation that carry their own width: a line break beside one is not a space.
_WIDE = re.compile(r"[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_OPAQUE = (nodes.math, nodes.literal, nodes.image, nodes.raw, nodes.footnote_reference)
_UNITS = (
    "mV|µV|V|mM|µM|μM|nM|pM|M|mol|mmol|µmol|ms|µs|ns|s|min|nS|pS|µS|mS|S|pA|nA|µA|A|pC|nC|C|pF|nF|µF|F|µm|μm|nm|mm|cm"
    "|m|kJ|J|kcal|K|°C|Hz|kHz|kΩ|MΩ|GΩ|Ω|kDa|L|mL|µL|fL|pL|kB|MB"
)
_NUMBER_UNIT = re.compile(rf"(?<=[0-9]) (?=(?:{_UNITS})(?![A-Za-z]))")
_ENGLISH = re.compile(r"(?<=（)([A-Za-z][A-Za-z0-9 ,;'’/\-–]*[a-z]{2}[A-Za-z0-9 ,;'’/\-–]*)(?=[），；])")


#: Receptors are written as they are typed and searched for, and printed with the letter lowered.
_RECEPTOR = re.compile(r"\bGABA_([AB])(?![A-Za-z0-9])")


_OPENING = re.compile(r"[(\[（“‘《]+$")
_CLOSING = re.compile(r"[)\],.;:!?）”’》，。；：、！？…]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Foreign(nodes.inline):
    """A few words in the other language of the book."""


def visit_foreign(self, node: Foreign) -> None:
    self.body.append(f'<span lang="{node["lang"]}">')


def depart_foreign(self, node: Foreign) -> None:
    self.body.append("</span>")


class Lowered(nodes.inline):
    """The letter of a receptor: printed as a subscript, searched for as it is typed."""

    def astext(self) -> str:
        return f"_{super().astext()}"


def visit_lowered(self, node: Lowered) -> None:
    self.body.append("<sub>")


def depart_lowered(self, node: Lowered) -> None:
    self.body.append("</sub>")


class Fold(nodes.General, nodes.Element):
    """An admonition that opens on request."""


def visit_fold(self, node: Fold) -> None:
    self.body.append(self.starttag(node, "details"))


def depart_fold(self, node: Fold) -> None:
    self.body.append("</details>\n")


class FoldTitle(nodes.TextElement):
    """What a fold shows while it is closed."""


def visit_fold_title(self, node: FoldTitle) -> None:
    self.body.append('<summary class="admonition-title">')


def depart_fold_title(self, node: FoldTitle) -> None:
    self.body.append("</summary>\n")


def _leaves(element: nodes.Element) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for child in element.children:
        if isinstance(child, (nodes.Text, *_OPAQUE)):
            found.append(child)
        elif isinstance(child, nodes.Element):
            found += _leaves(child)
    return found


def _blocks(doctree: nodes.document) -> Iterator[list[nodes.Node]]:
    """The leaves of every block of words; its inline parts come with it, so that neighbours are known."""
    for block in list(doctree.findall(nodes.TextElement)):
        if isinstance(block, nodes.Inline | nodes.FixedTextElement) or isinstance(block.parent, nodes.TextElement):
            continue
        yield _leaves(block)


def join_lines(doctree: nodes.document) -> None:
    """Chinese is written one sentence a line; between wide characters a line break must not become a space."""
    for leaves in _blocks(doctree):
        for position, leaf in enumerate(leaves):
            if not isinstance(leaf, nodes.Text) or "\n" not in leaf:
                continue
            before = _edge(leaves[position - 1], -1) if position else ""
            after = _edge(leaves[position + 1], 0) if position + 1 < len(leaves) else ""
            text = _joined(str(leaf), before, after)
            leaf.parent.replace(leaf, nodes.Text(text))


def close_up(doctree: nodes.document) -> None:
    """A wide bracket has its space within: where a citation brings one, none is left of those typed around it."""
    for leaves in _blocks(doctree):
        for left, right in pairwise(range(len(leaves))):
            if not all(isinstance(leaves[place], nodes.Text) for place in (left, right)):
                continue
            before, after = str(leaves[left]), str(leaves[right])
            if after.startswith(("（", "）")):
                before = before.rstrip(" ")
            if before.endswith(("（", "）")):
                after = after.lstrip(" ")
            for place, text in ((left, before), (right, after)):
                if text != str(leaves[place]):
                    closed = nodes.Text(text)
                    leaves[place].parent.replace(leaves[place], closed)
                    leaves[place] = closed


def _edge(leaf: nodes.Node, index: int) -> str:
    text = str(leaf).strip() if isinstance(leaf, nodes.Text) else "x"
    return text[index] if text else "x"


def _joined(text: str, before: str, after: str) -> str:
    parts = re.split(r"[ \t]*\n[ \t]*", text)
    joined = parts[0]
    for part in parts[1:]:
        left = joined.rstrip()[-1:] or before
        right = part[:1] or after
        joined += ("" if _WIDE.match(left or "x") or _WIDE.match(right or "x") else " ") + part
    return joined


def receptors(title: str) -> str:
    """The same for a title that is HTML already."""
    return _RECEPTOR.sub(r"GABA<sub>\1</sub>", title)


def own_anchors(doctree: nodes.document) -> None:
    """A heading's label, the same in both editions, becomes its anchor: places in the book keep one address."""
    for section in doctree.findall(nodes.section):
        names = [name for name in section["names"] if doctree.nametypes.get(name)]  # the explicit ones, not the title
        labels = [label for name in names if (label := doctree.nameids.get(name)) in section["ids"]]
        if labels:
            section["ids"] = labels + [name for name in section["ids"] if name not in labels]


class Typesetting(SphinxPostTransform):
    """No-break spaces before units, English marked as English, folded admonitions."""

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        chinese = self.config.language.startswith("zh")
        if chinese:
            close_up(self.document)
        for text in list(self.document.findall(nodes.Text)):
            if self._is_code(text):
                continue
            held = _NUMBER_UNIT.sub("\u00a0", str(text))
            pieces = self._languages(held) if chinese else [nodes.Text(held)]
            pieces = [part for piece in pieces for part in self._receptors(piece)]
            if len(pieces) > 1 or held != str(text):
                text.parent.replace(text, pieces)
        for math in list(self.document.findall(nodes.math)):
            self._hold(math)
        if chinese:
            for emphasis in self.document.findall(nodes.emphasis):
                if not _HAN.search(emphasis.astext()):
                    emphasis["classes"].append("latin")  # dots below are for Chinese characters
        for node in list(self.document.findall(nodes.Admonition)):
            if "dropdown" in node["classes"]:
                self._fold(node)

    @staticmethod
    def _hold(math: nodes.math) -> None:
        """Browsers may break a line between a formula and its bracket or comma; a formula and these stay together."""
        if len(math.astext()) > 48:
            return  # a long one must be free to break inside
        parent = math.parent
        place = parent.index(math)
        before = parent[place - 1] if place else None
        after = parent[place + 1] if place + 1 < len(parent) else None
        opening = _OPENING.search(before) if isinstance(before, nodes.Text) else None
        closing = _CLOSING.match(after) if isinstance(after, nodes.Text) else None
        if not opening and not closing:
            return
        held = nodes.inline(classes=["held"])
        if closing:
            parent.replace(after, nodes.Text(str(after)[closing.end() :]))
        parent.replace(math, held)
        held += [nodes.Text(opening[0])] if opening else []
        held += math
        held += [nodes.Text(closing[0])] if closing else []
        if opening:
            parent.replace(before, nodes.Text(str(before)[: opening.start()]))

    @staticmethod
    def _is_code(node: nodes.Node) -> bool:
        while node is not None:
            if isinstance(node, nodes.literal | nodes.FixedTextElement | nodes.math | nodes.math_block | nodes.raw):
                return True
            node = node.parent
        return False

    @staticmethod
    def _receptors(piece: nodes.Node) -> list[nodes.Node]:
        """A text with the letters of receptors as subscripts; anything else as it is."""
        if not isinstance(piece, nodes.Text) or not _RECEPTOR.search(piece):
            return [piece]
        parts = _RECEPTOR.split(piece)
        lowered = [Lowered("", nodes.Text(letter)) for letter in parts[1::2]]
        texts = [nodes.Text(f"{part}GABA") for part in parts[0:-1:2]]
        return [node for pair in zip(texts, lowered, strict=True) for node in pair] + [nodes.Text(parts[-1])]

    @staticmethod
    def _languages(text: str) -> list[nodes.Node]:
        pieces: list[nodes.Node] = []
        for index, piece in enumerate(_ENGLISH.split(text)):
            if index % 2:
                pieces.append(Foreign("", nodes.Text(piece), lang="en"))
            elif piece:
                pieces.append(nodes.Text(piece))
        return pieces or [nodes.Text(text)]

    @staticmethod
    def _fold(node: nodes.Element) -> None:
        from sphinx.locale import admonitionlabels

        fold = Fold(classes=["admonition", *node["classes"], *([] if node.tagname == "admonition" else [node.tagname])])
        children = list(node.children)
        if children and isinstance(children[0], nodes.title):
            title = FoldTitle("", "", *children.pop(0).children)
        else:
            title = FoldTitle("", "", nodes.Text(str(admonitionlabels[node.tagname])))
        fold += title
        fold += children
        node.replace_self(fold)
