"""Write THIRD_PARTY_NOTICES.md, the licences of everything of others that the book sends out.

``python -m labsupport.book.notices`` needs the front end's packages installed (``make frontend``).
"""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path

from labsupport.book.settings import ROOT

NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"
PACKAGES = ROOT / "labsupport/widgets/static/packages.json"
NODE = ROOT / "frontend/node_modules"
WHERE = {
    "page.js": "the rendered book (`page.js`)",
    "notebook.js": "labs and cards in Jupyter (`notebook.js`)",
    "widgets.css": "the style sheet of labs (`widgets.css`)",
}
#: The packages of Project Jupyter carry no licence file in their npm form.
JUPYTER_WIDGETS = "ipywidgets"
LUMINO = """\
Copyright (c) 2019 Project Jupyter Contributors
Copyright (c) 2014-2017, PhosphorJS Contributors
"""
HEADER = """\
# Third-party notices

<!-- Written by `python -m labsupport.book.notices`; a test compares it with what is sent out. -->

The book's own code is under the MIT licence (`LICENSE`), its text under CC BY 4.0 (`LICENSE-text`).
These are the works of others that come with it, inside the repository or inside the rendered book.
Python packages that `pip` fetches for building and running are not part of the book and keep their own licences.

"""


def bundled() -> dict[str, list[str]]:
    """``name@version`` of each npm package in the built front end -> the files it is in."""
    found: dict[str, list[str]] = {}
    for file, packages in json.loads(PACKAGES.read_text("utf-8")).items():
        for package in packages:
            found.setdefault(package, []).append(file)
    return dict(sorted(found.items()))


def _python_licence(name: str) -> str:
    files = [f for f in distribution(name).files or [] if Path(f).name.upper().startswith("LICENSE")]
    return files[0].read_text().strip()


def npm_licence(name: str) -> str:
    """The licence text of an npm package."""
    folder = NODE / name
    for path in sorted(folder.iterdir()):
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            return path.read_text("utf-8").strip()
    terms = _python_licence(JUPYTER_WIDGETS)
    if name.startswith("@jupyter-widgets/"):
        return terms
    if name.startswith("@lumino/"):
        return LUMINO + terms[terms.index("All rights reserved.") :]
    raise LookupError(f"{folder} has no licence file: find its terms before sending it out")


def vendored() -> list[tuple[str, str, str, str]]:
    """Works kept in the repository: name, licence, where, text."""
    katex = json.loads((NODE / "katex/package.json").read_text("utf-8"))["version"]
    return [
        (
            f"KaTeX {katex}",
            "MIT (style sheet), SIL Open Font License 1.1 (fonts)",
            "`labsupport/book/katex/` (style sheet and fonts, of which the rendered book sends the characters it "
            "uses) and the formulas of labs and cards, which KaTeX rendered when the front end was built. "
            "The fonts: Copyright (c) 2009-2010, Design Science, Inc.; Copyright (c) 2014-2018 Khan Academy.",
            (ROOT / "labsupport/book/katex/LICENSE").read_text("utf-8").strip(),
        ),
        (
            "Noto Sans CJK SC",
            "SIL Open Font License 1.1",
            "`labsupport/figures/fonts/IonsynSansSC-Regular.otf`, a subset under a name of its own, drawn into the "
            "pictures of labs. The licence below is also that of KaTeX's fonts.",
            (ROOT / "labsupport/figures/fonts/OFL.txt").read_text("utf-8").strip(),
        ),
        (
            f"a11y-pygments {distribution('accessible-pygments').version}",
            "BSD-3-Clause",
            "the colours of code in the rendered book (`book.css`).",
            _python_licence("accessible-pygments"),
        ),
    ]


def text() -> str:
    """The whole file; packages under the very same terms share one copy of them."""
    shared: dict[str, list[str]] = {}
    rows = []
    for package, files in bundled().items():
        name, _, version = package.rpartition("@")
        licence = json.loads((NODE / name / "package.json").read_text("utf-8"))["license"]
        places = "; ".join(WHERE[f] for f in files)
        rows.append(f"| {name} | {version} | {licence} | {places} |")
        shared.setdefault(npm_licence(name), []).append(package)
    parts = [
        HEADER,
        "## Libraries in the front end\n\n| package | version | licence | where |\n| --- | --- | --- | --- |\n",
    ]
    parts += ["\n".join(rows), "\n\n"]
    for licence, packages in shared.items():
        parts.append(f"### {', '.join(packages)}\n\n```text\n{licence}\n```\n\n")
    parts.append("## Fonts, style sheets and colours\n\n")
    for name, licence, where, terms in vendored():
        parts.append(f"### {name}\n\n{licence}: {where}\n\n```text\n{terms}\n```\n\n")
    return "".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    NOTICES.write_text(text(), "utf-8")
