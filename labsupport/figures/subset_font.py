"""Make the bundled font: a subset of Noto Sans CJK SC (SIL Open Font License 1.1).

    python -m labsupport.figures.subset_font /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

keeps the 3755 commonest characters (GB 2312, level 1), Latin, Greek, punctuation and signs, and every character that
stands in the book's own Chinese text.  Needs ``fonttools``; run it when the test of missing glyphs asks for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from labsupport.figures.style import FAMILY, FONT

ROOT = Path(__file__).resolve().parents[2]
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x2000, 0x206F), (0x2070, 0x209F), (0x2190, 0x21FF),
          (0x2200, 0x22FF), (0x3000, 0x303F), (0xFF00, 0xFFEF)]  # fmt: skip
SOURCES = ("labsupport/**/*.py", "labsupport/**/*.yaml", "*.ipynb", "chapters/**/*.ipynb", "exercises/**/*.ipynb")


def common_characters() -> set[str]:
    """Level 1 of GB 2312: rows 16 to 55."""
    found = set()
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            found |= set(bytes([row, cell]).decode("gb2312", errors="ignore"))
    return found


def characters() -> set[str]:
    """Every character the subset must hold."""
    used = {c for pattern in SOURCES for path in ROOT.glob(pattern) for c in path.read_text("utf-8") if c > "\u2e7f"}
    return used | common_characters() | {chr(c) for low, high in RANGES for c in range(low, high + 1)}


def main(source: str) -> None:
    from fontTools import subset
    from fontTools.ttLib import TTCollection

    collection = TTCollection(source)
    font = next(f for f in collection.fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    options = subset.Options()
    options.layout_features = ["kern", "locl"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(text="".join(sorted(characters())))
    tool.subset(font)
    # A name of its own, so that an installed Noto Sans never stands in for it.
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "") + "-Regular"
    FONT.parent.mkdir(exist_ok=True)
    font.recalcTimestamp = False
    font.save(FONT)
    print(f"{FONT.relative_to(ROOT)}: {FONT.stat().st_size / 1e6:.2f} MB, {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main(*sys.argv[1:])
