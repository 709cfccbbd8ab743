"""Every character of the book's pictures has a glyph, in both languages."""

import json
import warnings

import pytest

from labsupport import labs
from labsupport.figures.style import FONT

LANGUAGES = ("zh", "en")


def glyphs():
    from fontTools.ttLib import TTFont
    from matplotlib import font_manager

    fallback = font_manager.findfont("DejaVu Sans", fallback_to_default=False)
    return {chr(c) for path in (FONT, fallback) for c in TTFont(path).getBestCmap()}


def test_the_font_has_every_character_of_the_labs():
    """Whatever a lab may write into its picture, and the whole interface and glossary besides."""
    from labsupport.book.settings import ROOT

    have = glyphs()
    said = {
        (name, language): json.dumps(lab.spec(language), ensure_ascii=False)
        for name, lab in labs.labs().items()
        for language in LANGUAGES
    }
    for file in ("labsupport/interface.yaml", "labsupport/terms.yaml"):
        said[file] = (ROOT / file).read_text("utf-8")
    assert len(said) == 2 * len(labs.LABS) + 2 >= 14
    missing = {key: sorted(c for c in set(text) - have if c.isprintable()) for key, text in said.items()}
    assert {key: found for key, found in missing.items() if found} == {}


def test_a_missing_glyph_is_an_error():
    """Matplotlib only warns of a missing glyph; the tests that draw every still picture rely on that warning."""
    import matplotlib.pyplot as plt

    from labsupport.figures import style

    with style(), warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = plt.figure()
        figure.text(0.5, 0.5, "\U00020bb7")
        with pytest.raises(UserWarning, match="Glyph"):
            figure.canvas.draw()
        plt.close(figure)
