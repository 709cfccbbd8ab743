"""What the engine says when it refuses: to an author in English, to a reader in the reader's language."""

from __future__ import annotations

from labsupport.i18n import Text


class DeclarationError(ValueError):
    """A model cannot be declared so; the author of the model sees this while importing it."""


class ModelValueError(ValueError):
    """A value that a reader gave is not physically possible or not a value at all.

    The sentence is in the language current when the error is raised; ``text`` has both.
    """

    def __init__(self, text: Text):
        super().__init__(str(text))
        self.text = text
