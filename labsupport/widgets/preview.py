"""Show one lab in a bare page, to work on it without building the book.

    python -m labsupport.widgets.preview nernst --language zh

writes ``build/preview/nernst.zh.html`` and what it needs; any web server (or the file itself) shows it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

from labsupport import labs
from labsupport.i18n import LANGUAGES, current_language, interface, use_language

PAGE = """<!doctype html>
<html lang="{lang}" data-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="widgets.css">
<link rel="stylesheet" href="preview.css">
<script defer src="page.js"></script>
{models}
<script type="application/vnd.jupyter.widget-state+json">{state}</script>
</head>
<body>
<main>
<h1>{heading}</h1>
{views}
</main>
</body>
</html>
"""
POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
STYLE = """\
body { margin: 0; background: var(--is-paper); color: var(--is-ink); font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 780px; margin: 0 auto; padding: 0.5rem 1rem; }
h1 { font-size: 1.1rem; font-weight: 400; }
"""


def widget_page(widgets: list, language: str, heading: str, folder: Path, name: str, theme: str = "light") -> Path:
    """Write a page with these widgets into `folder`, with the script and styles of the book beside it.

    Parameters
    ----------
    widgets : list of ipywidgets.Widget
        Made while ``LABSUPPORT_STATIC`` was 1.
    language, heading, theme : str
        Language of the page, its heading, and ``"light"`` or ``"dark"``.
    folder, name
        Where to, and the name of the file without ``.html``.

    Returns
    -------
    Path
        The page.
    """
    from ipywidgets.embed import dependency_state, embed_data

    from labsupport.widgets.base import STATIC
    from labsupport.widgets.bundle import model_script

    folder.mkdir(parents=True, exist_ok=True)
    for asset in ("page.js", "widgets.css"):
        shutil.copy(STATIC / asset, folder / asset)
    (folder / "preview.css").write_text(STYLE, "utf-8")
    data = embed_data(views=widgets, state=dependency_state(widgets, drop_defaults=False))
    used = sorted(
        {m for w in data["manager_state"]["state"].values() for m in w["state"].get("spec", {}).get("models", [])}
    )
    tags = []
    for model in used:
        file = f"model-{model.replace(':', '-')}.js"
        (folder / file).write_text(model_script(model), "utf-8")
        tags.append(f'<script defer src="{file}"></script>')

    def embedded(value) -> str:
        return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")

    views = "\n".join(
        f'<div class="cell_output"><script type="application/vnd.jupyter.widget-view+json">{embedded(v)}</script></div>'
        for v in data["view_specs"]
    )
    page = folder / f"{name}.html"
    page.write_text(
        PAGE.format(
            lang="zh-CN" if language == "zh" else "en",
            theme=theme,
            policy=POLICY,
            title=heading,
            heading=heading,
            models="\n".join(tags),
            state=embedded(data["manager_state"]),
            views=views,
        ),
        "utf-8",
    )
    return page


def preview(lab, language: str, folder: Path, theme: str = "light") -> Path:
    """Write the page of one lab, given by its id or declaration, and return its path."""
    from labsupport.widgets.labs import show

    lab = labs.get(lab) if isinstance(lab, str) else lab

    before = os.environ.get("LABSUPPORT_STATIC"), current_language()
    os.environ["LABSUPPORT_STATIC"] = "1"
    use_language(language)
    try:
        heading = f"{interface('lab.kicker')}: {lab.id}"
        return widget_page([show(lab)], language, heading, folder, f"{lab.id}.{language}", theme)
    finally:
        use_language(before[1])
        if before[0] is None:
            del os.environ["LABSUPPORT_STATIC"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m labsupport.widgets.preview", description=__doc__.split("\n")[0])
    parser.add_argument("lab", nargs="*", help="ids of labs; all of them if none is given")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="default: both")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--folder", type=Path, default=Path("build/preview"))
    arguments = parser.parse_args()
    for lab_id in arguments.lab or labs.LABS:
        for language in arguments.language or LANGUAGES:
            print(preview(lab_id, language, arguments.folder, arguments.theme))


if __name__ == "__main__":
    main()
