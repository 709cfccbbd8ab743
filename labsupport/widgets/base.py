"""The anywidget class under every interactive part of the book.

In a live notebook a widget carries the front end's code and the models it needs.  While the book is built it carries
none: the page loads one shared script, and that script looks up the component by name.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import anywidget
import traitlets

from labsupport.i18n import current_language
from labsupport.widgets import bundle

STATIC = Path(__file__).parent / "static"
VIEW_MIME = "application/vnd.jupyter.widget-view+json"


def is_static() -> bool:
    """Whether the book is being built, so that one script of the page stands in for every widget's own."""
    return os.environ.get("LABSUPPORT_STATIC") == "1"


@cache
def _asset(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


class Component(anywidget.AnyWidget):
    """A part of the page: `component` names the JavaScript that draws it, `spec` says what to draw.

    `spec["models"]` lists the ids of the models it computes with.
    """

    component = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, spec: dict, **traits):
        static = is_static()
        models = "" if static else "\n".join(bundle.model_script(m) for m in spec.get("models", []))
        super().__init__(
            spec=spec,
            language=traits.pop("language", current_language()),
            _esm="" if static else f"{_asset('notebook.js')}\n{models}",
            _css="" if static else _asset("widgets.css"),
            **traits,
        )

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)


def view_bundle(widget, text: str, still: dict | None) -> tuple[dict, dict]:
    """Display data of a widget, with what readers without JavaScript see (`still`) in the metadata."""
    data = {
        "text/plain": text,
        VIEW_MIME: {"version_major": 2, "version_minor": 0, "model_id": widget.model_id},
    }
    return data, ({VIEW_MIME: {"ionsyn": still}} if still else {})
