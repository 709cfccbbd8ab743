"""Pictures of a network's activity: which cell fired when, and how strong each frequency is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from labsupport.figures.picture import Picture
from labsupport.figures.style import color, style
from labsupport.i18n import Text

_TIME = Text(zh="时间 (ms)", en="time (ms)")
_CELLS = Text(zh="每个点是一次发放，每一行是一个细胞", en="each dot a spike, each row a cell")
_FREQUENCY = Text(zh="频率 (Hz)", en="frequency (Hz)")
_POWER = Text(zh="功率谱密度 (Hz²/Hz)", en="power density (Hz²/Hz)")
_BAND = Text(zh="伽马频带", en="gamma band")
_COLORS = ("series-1", "series-2", "series-3", "series-4")
_DASHES = ("-", (0, (5, 3)), (0, (1, 2)), (0, (6, 2, 1, 2)))


def raster(
    populations: Mapping[str, tuple[np.ndarray, np.ndarray]],
    sizes: Sequence[int],
    window: tuple[float, float],
    alt: str,
) -> Picture:
    """A dot for every spike, population above population.

    Parameters
    ----------
    populations : mapping of str to (times, cells)
        Name of each population, and its spikes: times in ms and the numbers of the cells that fired then.
    sizes : sequence of int
        Number of cells in each population.
    window : tuple of float
        First and last time shown, in ms.
    alt : str
        What the picture shows, in words.

    Returns
    -------
    Picture
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(7, 2.8), layout="constrained")
        axes = figure.subplots()
        base, middles = 0, []
        for (times, cells), size, ink in zip(populations.values(), sizes, _COLORS, strict=False):
            shown = (times >= window[0]) & (times <= window[1])
            axes.plot(times[shown], base + cells[shown], ".", markersize=2.5, color=color(ink))
            middles.append(base + size / 2)
            base += size
        axes.set_xlim(*window)
        axes.set_ylim(-1, base)
        axes.set_yticks(middles, list(populations))
        axes.grid(axis="y", visible=False)
        axes.set_xlabel(str(_TIME))
        axes.set_title(str(_CELLS))
        return Picture(figure, alt)


def spectrum(
    lines: Mapping[str, tuple[np.ndarray, np.ndarray]],
    alt: str,
    highest: float = 120.0,
    band: tuple[float, float] = (30.0, 80.0),
) -> Picture:
    """Power against frequency, the gamma band shaded.

    Parameters
    ----------
    lines : mapping of str to (frequency, power)
        Name of each line; frequencies in Hz.
    alt : str
        What the picture shows, in words.
    highest : float
        End of the frequency axis in Hz.
    band : tuple of float
        The band to shade, in Hz.

    Returns
    -------
    Picture
    """
    from matplotlib.figure import Figure

    with style():
        figure = Figure(figsize=(7, 2.8), layout="constrained")
        axes = figure.subplots()
        axes.axvspan(*band, color=color("series-3"), alpha=0.1, linewidth=0)
        axes.annotate(
            str(_BAND), (band[1], 1), (-4, -12), xycoords=("data", "axes fraction"), textcoords="offset points",
            ha="right", color=color("muted"),
        )  # fmt: skip
        for i, (name, (frequency, power)) in enumerate(lines.items()):
            shown = frequency <= highest
            axes.plot(frequency[shown], power[shown], label=name, color=color(_COLORS[i % 4]), linestyle=_DASHES[i % 4])
        axes.set_xlim(0, highest)
        axes.set_ylim(0, None)
        axes.set_xlabel(str(_FREQUENCY))
        axes.set_title(str(_POWER))
        if len(lines) > 1:
            axes.legend(frameon=False, loc="upper left")
        return Picture(figure, alt)
