"""The book's colours and fonts for Matplotlib."""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import cache
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "IonsynSansSC-Regular.otf"
FAMILY = "Ionsyn Sans SC"
# Written by the front end's build from its tokens, so that page and figures cannot differ.
_COLORS = Path(__file__).parents[1] / "widgets" / "static" / "colors.json"


@cache
def _colors() -> dict[str, str]:
    return json.loads(_COLORS.read_text("utf-8"))


def color(name: str) -> str:
    """The light theme's colour of a token, such as ``"ion-K"`` or ``"series-1"``."""
    return _colors()[name]


@cache
def _register_font() -> str:
    from matplotlib import font_manager

    font_manager.fontManager.addfont(FONT)
    return FAMILY


@contextmanager
def style(size: float = 10):
    """Within this context Matplotlib draws as the book does, Chinese included."""
    import matplotlib

    parameters = {
        "font.family": [_register_font(), "DejaVu Sans"],
        "font.size": size,
        "axes.edgecolor": color("rule"),
        "axes.labelcolor": color("muted"),
        "axes.titlesize": size,
        "axes.titlelocation": "left",
        "axes.titlecolor": color("muted"),
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "grid.color": color("grid"),
        "xtick.color": color("muted"),
        "ytick.color": color("muted"),
        "ytick.left": False,
        "text.color": color("ink"),
        "figure.facecolor": "white",
        "lines.linewidth": 2,
    }
    with matplotlib.rc_context(parameters):
        yield
