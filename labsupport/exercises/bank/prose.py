"""Longer words in both languages, written over several lines."""

from __future__ import annotations

import re

from labsupport.i18n import Text


def prose(zh: str, en: str) -> Text:
    """Text from indented blocks: lines of a paragraph are joined, paragraphs stand apart by an empty line.

    English lines join with a space; Chinese ones without, except between two Latin words.
    """
    return Text(zh=_join(zh, chinese=True), en=_join(en, chinese=False))


def _join(block: str, chinese: bool) -> str:
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", block.strip()):
        lines = [line.strip() for line in paragraph.split("\n")]
        text = lines[0]
        for line in lines[1:]:
            latin = re.search(r"[!-~]$", text) and re.match(r"[!-~]", line)
            text += (" " if latin or not chinese else "") + line
        paragraphs.append(text)
    return "\n\n".join(paragraphs)
