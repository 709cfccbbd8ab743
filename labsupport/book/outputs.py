"""How outputs stand in a static page: a widget's view and what readers without JavaScript see; a picture's words."""

from __future__ import annotations

import json
from dataclasses import replace

from docutils import nodes
from myst_nb.core.render import WIDGET_VIEW_MIMETYPE, MimeData, NbElementRenderer
from sphinx.util import logging

logger = logging.getLogger(__name__)


class WidgetView:
    """myst-nb shows one MIME type of an output; the still picture or statement rides in that output's metadata."""

    mime_priority_overrides = ()

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        if data.mime_type == "image/png":
            # A picture brings its words along.
            alt = data.output_metadata.get("image/png", {}).get("alt")
            if not alt:
                return None
            picture = renderer.render_image(data)
            for node in picture:
                node["alt"] = alt
            return picture
        if data.mime_type != WIDGET_VIEW_MIMETYPE:
            return None
        metadata = data.output_metadata.get(WIDGET_VIEW_MIMETYPE, data.output_metadata)
        fallback = metadata.get("ionsyn", {})
        view = json.dumps(data.content).replace("</", "<\\/")
        opening = f'<div class="ionsyn-place"><script type="{WIDGET_VIEW_MIMETYPE}">{view}</script>'
        if fallback.get("png"):
            picture = renderer.render_image(replace(data, mime_type="image/png", content=fallback["png"]))
            for node in picture:
                node["alt"] = fallback["alt"]
            return [
                _raw(f'{opening}<noscript><figure class="ionsyn-still">'),
                *picture,
                _raw("</figure></noscript></div>"),
            ]
        if fallback.get("fallback_html"):
            statement = fallback["fallback_html"]
            return [_raw(f'{opening}<noscript><div class="ionsyn-still">{statement}</div></noscript></div>')]
        return [_raw(f"{opening}</div>")]


def _raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")
