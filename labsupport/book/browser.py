"""Find a Chromium for tests and pictures, or say in one sentence that there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ADVICE = (
    "No Chromium was found: set $CHROMIUM to one, install the package chromium, "
    "or run `.venv/bin/playwright install chromium`."
)


def _works(path: str | None) -> bool:
    """Whether `path` is a browser that starts."""
    if not path or not (Path(path).exists() or shutil.which(path)):
        return False
    command = [path, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find() -> str | None:
    """The first that starts of: ``$CHROMIUM``, a system Chromium, Playwright's own."""
    if os.environ.get("CHROMIUM"):
        return os.environ["CHROMIUM"] if _works(os.environ["CHROMIUM"]) else None
    for name in ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"):
        if _works(shutil.which(name)):
            return shutil.which(name)
    own = _playwrights()
    return own if _works(own) else None


def chromium() -> str:
    """A Chromium that starts; raises one sentence where there is none."""
    path = find()
    if path is None:
        raise RuntimeError(ADVICE)
    return path


def _install() -> None:
    """On Debian, as root, fetch a browser and fonts that show Chinese."""
    if not (sys.platform == "linux" and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, check=False)
    packages = ["chromium", "fonts-noto-cjk"]
    subprocess.run(
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages], env=environment, check=False
    )


def main() -> None:
    path = find()
    if path is None and not os.environ.get("CHROMIUM"):
        _install()
        path = find()
    if path is None:
        sys.exit(ADVICE)
    print(f"browser: {path}")


if __name__ == "__main__":
    main()
