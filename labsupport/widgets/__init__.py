"""Interactive parts of the book for notebooks and pages."""

from labsupport.widgets.labs import lab
from labsupport.widgets.practice import practice

__all__ = ["lab", "practice"]
