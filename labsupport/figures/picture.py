"""A finished picture with its words: a PNG for the eye and a sentence for everyone else."""

from __future__ import annotations

import base64
import io


class Picture:
    """A drawn figure, shown by a notebook as an image whose alternative text is ``alt``.

    It is drawn once, in the book's style, so that it looks the same wherever it is shown; it needs no backend of
    Matplotlib to be switched on.

    Attributes
    ----------
    alt : str
        What the picture shows, in words.
    png : bytes
    """

    def __init__(self, figure, alt: str, dpi: int = 110):
        raw = io.BytesIO()
        # Metadata would carry Matplotlib's version into every page.
        figure.savefig(raw, format="png", dpi=dpi, metadata={"Software": None})
        self.png, self.alt = raw.getvalue(), alt

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        image = base64.b64encode(self.png).decode("ascii")
        return {"image/png": image, "text/plain": self.alt}, {"image/png": {"alt": self.alt}}
