"""Files a page asks for: composed, cut to what the book uses, each with the hash of its content in its address."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pygments.formatters import HtmlFormatter

from labsupport.book import formulas
from labsupport.book.settings import ROOT

SOURCES = ROOT / "frontend/src"
WIDGETS = ROOT / "labsupport/widgets/static"
PICTURES = Path(__file__).parent / "pictures"


class Assets:
    """The files of one edition, by name, and their addresses."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def add(self, name: str, content: str | bytes) -> None:
        self.files[name] = content.encode("utf-8") if isinstance(content, str) else content

    def address(self, name: str) -> str:
        """Path below ``_static`` with the content's hash."""
        return f"{name}?v={hashlib.sha256(self.files[name]).hexdigest()[:10]}"

    def write(self, folder: Path) -> None:
        """Make `folder` hold these files and nothing else."""
        present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        for stale in present - set(self.files):
            (folder / stale).unlink()
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for empty in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
            if not any(empty.iterdir()):
                empty.rmdir()


def compact(css: str) -> str:
    """A style sheet without comments and line breaks."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", css).strip() + "\n"


def code_colours() -> str:
    """Colours of code on light and dark paper, both readable at 4.5 to 1."""
    light = HtmlFormatter(style="github-light-high-contrast").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark-high-contrast").get_style_defs('html[data-theme="dark"] .highlight')
    kept = [rule for sheet in (light, dark) for rule in sheet.splitlines() if re.search(r"\.highlight \.[a-z]", rule)]
    return re.sub(r" ?/\*.*?\*/", "", "\n".join(kept))


def common(glyphs: set[str]) -> Assets:
    """Style sheets, scripts, fonts and icons that pages of an edition may ask for."""
    assets = Assets()
    sheets = [(SOURCES / name).read_text("utf-8") for name in ("styles/tokens.css", "book/book.css")]
    assets.add("book.css", compact("\n".join([*sheets, code_colours()])))
    for script in ("theme.js", "book.js", "search.js"):
        assets.add(script, (SOURCES / "book" / script).read_text("utf-8"))
    for name, content in formulas.subset(glyphs).items():
        assets.add(f"fonts/{name}", content)
    hashed = re.sub(r"url\((fonts/[\w-]+\.woff2)\)", lambda m: f"url({assets.address(m[1])})", formulas.style_sheet())
    assets.add("formulas.css", hashed)
    for name in ("page.js", "widgets.css"):
        if (WIDGETS / name).exists():
            assets.add(name, (WIDGETS / name).read_bytes())
    for path in sorted(PICTURES.iterdir()):
        if path.suffix in (".svg", ".png", ".ico"):
            assets.add(path.name, path.read_bytes())
    return assets


def licences() -> str:
    """The book's licences and the notices of what it carries, as one text that travels with every copy."""
    rule = "\n\n" + "=" * 80 + "\n\n"
    wanted = [ROOT / "LICENSE", ROOT / "LICENSE-text", ROOT / "THIRD_PARTY_NOTICES.md", formulas.KATEX / "LICENSE"]
    return rule.join(path.read_text("utf-8").strip() for path in wanted if path.exists()) + "\n"
