"""Matplotlib figures in the book's style: its colours, and a bundled font that has Chinese."""

from labsupport.figures.style import color, style

__all__ = ["color", "style"]
