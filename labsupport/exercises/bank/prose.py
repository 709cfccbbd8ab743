"""Longer words in both languages, written over several lines."""

from __future__ import annotations

import re

from labsupport.i18n import Text


def prose(zh: str, en: str) -> Text:
    """Text from indented blocks: lines of a paragraph are joined, paragraphs stand apart by an empty line.

    English lines join with a space.  Chinese ones join without, except where a Latin word or a number meets another
    or a Han character.
    """
    return Text(zh=_join(zh, chinese=True), en=_join(en, chinese=False))


def _join(block: str, chinese: bool) -> str:
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", block.strip()):
        lines = [line.strip() for line in paragraph.split("\n")]
        text = lines[0]
        for line in lines[1:]:
            seam = text[-1] + line[0]
            apart = re.fullmatch(r"[!-~][!-~]|[\u4e00-\u9fff][A-Za-z0-9«*`]|[A-Za-z0-9»*`}][\u4e00-\u9fff]", seam)
            text += (" " if apart or not chinese else "") + line
        paragraphs.append(text)
    return "\n\n".join(paragraphs)
