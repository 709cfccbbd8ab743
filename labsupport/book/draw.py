"""Icons and social cards, drawn by a browser from icon.svg and committed: ``python -m labsupport.book.draw``."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

from labsupport.book.contents import book

PICTURES = Path(__file__).parent / "pictures"
PART = {"zh": "能斯特 · 驱动力 · GHK", "en": "Nernst · driving force · GHK"}


def card(language: str) -> str:
    """The social card of an edition, as a page of 1200 by 630 pixels."""
    declared = book()
    icon = base64.b64encode((PICTURES / "icon.svg").read_bytes()).decode()
    title, _, subtitle = declared["title"][language].replace("：", ": ").partition(": ")
    return f"""<!DOCTYPE html><html lang="{declared["editions"][language]["html"]}"><meta charset="utf-8"><style>
    body {{ margin: 0; width: 1200px; height: 630px; background: #0c2a45; color: #fff; display: flex;
      flex-direction: column; justify-content: center; padding: 0 90px; box-sizing: border-box;
      font-family: "Noto Sans CJK SC", sans-serif;
      background-image: radial-gradient(circle at 88% 12%, #14568f 0, transparent 42%); }}
    img {{ width: 104px; margin-bottom: 38px }} h1 {{ margin: 0; font-size: 92px; line-height: 1.15; }}
    p {{ margin: 18px 0 0; font-size: 44px; color: #cfe3f6; }}
    small {{ margin-top: 56px; font-size: 30px; color: #ffd166; }}
    </style><img src="data:image/svg+xml;base64,{icon}"><h1>{title}</h1><p>{subtitle}</p>
    <small>{PART[language]}</small></html>"""


def main() -> None:
    from PIL import Image
    from playwright.sync_api import sync_playwright

    from labsupport.book.browser import chromium

    icon = (PICTURES / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for language in book()["editions"]:
            page.set_content(card(language))
            _palette(page.screenshot(), PICTURES / f"card-{language}.png")
        page.set_viewport_size({"width": 180, "height": 180})
        page.set_content(f"<style>body{{margin:0}} svg{{display:block;width:180px}}</style>{icon}")
        drawn = page.screenshot(omit_background=True)
        _palette(drawn, PICTURES / "icon-180.png")
        Image.open(BytesIO(drawn)).save(PICTURES / "favicon.ico", sizes=[(32, 32), (16, 16)])
        browser.close()


def _palette(png: bytes, path: Path) -> None:
    from PIL import Image

    image = Image.open(BytesIO(png)).convert("RGB").quantize(128)
    image.save(path, optimize=True)


if __name__ == "__main__":
    main()
