"""Take the README's screenshots from the built book: ``python docs/images/screenshot.py`` after ``make book``."""

import io
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from labsupport.book.browser import chromium
from labsupport.book.settings import ROOT
from labsupport.book.site import page_address, server
from labsupport.i18n import interface

PAGE, LAB = "chapters/ion/driving_force", "driving_force"


def main() -> None:
    http = server(ROOT / "build" / "html")
    threading.Thread(target=http.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        for language in ("zh", "en"):
            page = browser.new_page(viewport={"width": 1280, "height": 1400}, device_scale_factor=1.25)
            page.goto(f"http://127.0.0.1:{http.server_address[1]}/{page_address(PAGE, language)}")
            frame = page.locator(".ionsyn-frame", has=page.locator(f'.ionsyn-lab[data-id="{LAB}"][data-ready=true]'))
            frame.get_by_role("button", name=interface("lab.skip").in_(language)).first.click()
            frame.get_by_role("button", name=interface("lab.close").in_(language), exact=True).click()
            page.mouse.move(2, 2)
            page.wait_for_timeout(1500)
            picture = Image.open(io.BytesIO(frame.screenshot())).convert("RGB")
            file = Path(__file__).with_name(f"lab-{language}.png")
            picture.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
            print(f"{file.name}: {picture.size[0]} x {picture.size[1]}, {file.stat().st_size / 1000:.0f} kB")
        browser.close()
    http.shutdown()


if __name__ == "__main__":
    main()
