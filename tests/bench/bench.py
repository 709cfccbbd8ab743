"""Measure the built book: weights, redraw times, build and test times: ``make bench``.

Weights are checked against their budgets (the exit status says so).  Times depend on the machine and are only
reported.  Everything is also written to ``build/bench.json``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright
from redraw import FRAMELESS, late, redraws

from labsupport.book import notebooks
from labsupport.book.browser import chromium
from labsupport.book.site import page_address, server

SITE = notebooks.ROOT / "build" / "html"
BUDGET = {"page with labs or cards": 400_000, "page of text": 220_000}
REDRAW_BUDGET = {"algebraic": {1: 4, 4: 16}, "dynamical": {1: 12, 4: 50}, "sampled": {1: 12, 4: 50}}
KINDS = {
    ".html": "page",
    ".css": "styles",
    ".js": "scripts",
    ".json": "data",
    ".woff2": "fonts",
    ".png": "pictures",
    ".svg": "pictures",
    ".ico": "pictures",
}
#: Compressed already; a server sends these as they are.
PACKED = {".woff2", ".png", ".jpg", ".ico"}


@contextmanager
def served(site: Path = SITE):
    """The site on a local port, under its own content-security policy; yields its address."""
    http = server(site)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{http.server_address[1]}"
    finally:
        http.shutdown()
        http.server_close()


def transferred(path: Path) -> int:
    """Bytes a good server sends for a file: gzip -9 of text, everything else as it is."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, 9, mtime=0))


def wait_for_labs(page) -> None:
    """Until every lab and card of the page has drawn itself."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.ionsyn')].every(e => e.dataset.ready === 'true')", timeout=30_000
    )
    page.evaluate("() => document.fonts.ready.then(() => true)")


def weigh(browser: Browser, base: str, address: str, site: Path = SITE) -> dict[str, int]:
    """Bytes a cold visit of one page transfers, by kind; scrolled to the end, so that nothing lazy is forgotten."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    urls: set[str] = set()
    page.on("response", lambda response: urls.add(response.url))
    page.goto(f"{base}/{address}")
    wait_for_labs(page)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    context.close()
    weights: dict[str, int] = {}
    for url in urls:
        if not url.startswith(base):
            if not url.startswith("data:"):
                raise RuntimeError(f"{address} asks another host: {url}")
            continue
        path = site / unquote(urlsplit(url).path).lstrip("/")
        kind = KINDS.get(path.suffix, "other")
        weights[kind] = weights.get(kind, 0) + transferred(path)
    return weights


def kind_of(lab_id: str) -> str:
    from labsupport.labs import get
    from labsupport.modelling import registry

    return registry.get(get(lab_id).model).kind


def build_book() -> dict[str, float]:
    """Seconds of a cold build of both editions, side by side as ``make book`` does it, into a folder of its own."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "labsupport.book", "build", "--output", folder], check=True, capture_output=True
        )
        return {"both editions, cold": round(time.monotonic() - start, 1)}


def test_times(folder: Path) -> dict[str, float]:
    """Seconds of each layer in the last ``make test``, from the reports it left."""
    times = {}
    for report in sorted(folder.glob("*.xml")):
        suites = ElementTree.parse(report).getroot().iter("testsuite")
        times[report.stem] = round(sum(float(s.get("time", 0)) for s in suites), 1)
    return times


def networks(duration: float = 220.0, repeats: int = 3) -> dict[str, float]:
    """Seconds for one run of the PING network: the book's simulation, and Brian2 with its NumPy target.

    Same cells, connections and start; each at the step its method is good for, and Brian2 without the time it takes to
    write its code.
    """
    sys.path.insert(0, str(notebooks.ROOT / "tests" / "science"))
    from brian2_run import STEP, brian2_run

    from labsupport.network.ping import PingNetwork, simulate_ping

    ours = []
    for _ in range(repeats):
        began = time.perf_counter()
        simulate_ping(duration)
        ours.append(time.perf_counter() - began)
    theirs = float(brian2_run(PingNetwork(), duration)["seconds"])
    return {
        f"the book, step 0.05 ms, {duration:g} ms": min(ours),
        f"Brian2, NumPy, step {STEP:g} ms, {duration:g} ms": theirs,
        "Brian2 over the book": theirs / min(ours),
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="store_true", help="also time a cold build of both editions")
    parser.add_argument("--site", type=Path, default=SITE)
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").exists():
        print(f"There is no book in {options.site}: run `make book` first.", file=sys.stderr)
        return 2
    report: dict = {"machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"}
    heavy = []
    with sync_playwright() as playwright, served(options.site) as base:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        print(f"{'kB transferred, cold':42}{'all':>7}{'budget':>8}  in parts")
        report["weights"], lab_pages = {}, []
        for language in notebooks.EDITIONS:
            for name in notebooks.table_of_contents():
                address = page_address(name, language)
                weights = weigh(browser, base, address, options.site)
                interactive = 'class="ionsyn' in (options.site / address).read_text("utf-8") or weights.get("data", 0)
                interactive = interactive or "page.js" in (options.site / address).read_text("utf-8")
                budget = BUDGET["page with labs or cards" if interactive else "page of text"]
                total = sum(weights.values())
                parts = ", ".join(f"{k} {v / 1000:.0f}" for k, v in sorted(weights.items(), key=lambda x: -x[1]))
                mark = "" if total <= budget else "  TOO HEAVY"
                print(f"{address:42}{total / 1000:7.1f}{budget / 1000:8.0f}  {parts}{mark}", flush=True)
                report["weights"][address] = {"total": total, "budget": budget, **weights}
                heavy += [address] if mark else []
                if interactive:
                    lab_pages.append(address)
        browser.close()
        clocked, clockless = (
            playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", *more])
            for more in ([], FRAMELESS)
        )
        load = os.getloadavg()[0]
        print(f"\nslider to redraw, ms (load of the machine {load:.1f} on {os.cpu_count()} cores)")
        print(f"{'':40}{'stamp, 60 Hz':>16}{'stamp, no clock':>18}{'from handling':>16}")
        print(
            f"{'':34}{'CPU':>6}{'median':>8}{'95 %':>8}{'median':>10}{'95 %':>8}{'median':>8}{'95 %':>8}{'budget':>8}"
        )
        report["redraws"] = {"load": load}
        for address in [a for a in lab_pages if not a.startswith("en/")]:
            for slowdown in (1, 4):
                seen = redraws(clocked, f"{base}/{address}", wait_for_labs, slowdown)
                unclocked = redraws(clockless, f"{base}/{address}", wait_for_labs, slowdown)
                for lab in seen.keys() & unclocked.keys():
                    stamps = [stamp for stamp, _ in seen[lab]]
                    ours, handled = zip(*unclocked[lab], strict=True)
                    budget = REDRAW_BUDGET[kind_of(lab)][slowdown]
                    row = [f(series) for series in (stamps, ours, handled) for f in (statistics.median, late)]
                    numbers = "".join(
                        f"{value:{width}.2f}" for value, width in zip(row, (8, 8, 10, 8, 8, 8), strict=True)
                    )
                    mark = "" if row[3] <= budget else "  late"
                    print(f"{lab:34}{f'1/{slowdown}':>6}{numbers}{budget:8}{mark}", flush=True)
                    names = [f"{of} {what}" for of in ("60 Hz", "no clock", "handling") for what in ("median", "p95")]
                    report["redraws"][f"{lab} 1/{slowdown}"] = dict(zip(names, row, strict=True))
        clocked.close()
        clockless.close()
    report["networks"] = networks()
    report["builds"] = build_book() if options.build else {}
    report["tests"] = test_times(notebooks.ROOT / "build" / "reports")
    print("\nPING network of 100 cells, s")
    print("\n".join(f"  {name:40}{value:8.2f}" for name, value in report["networks"].items()))
    for title, times in (("building, s", report["builds"]), ("tests in the last `make test`, s", report["tests"])):
        if times:
            print(f"\n{title}")
            print("\n".join(f"  {name:32}{seconds:8.1f}" for name, seconds in times.items()))
            print(f"  {'together':32}{sum(times.values()):8.1f}")
    out = notebooks.ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if heavy:
        print(f"\nOver the budget: {', '.join(heavy)}", file=sys.stderr)
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
