"""Matplotlib figures in the book's style: its colours, and a bundled font that has Chinese."""

from labsupport.figures.activity import raster, spectrum
from labsupport.figures.picture import Picture
from labsupport.figures.style import color, style

__all__ = ["Picture", "color", "raster", "spectrum", "style"]
