"""How long a lab takes from the reader's pointer event to the end of its redraw.

A browser hands pointer moves to a page at the start of a frame, so of the time since the event's own time stamp up to
16 ms may be spent waiting for the screen's clock; where it also tells of moves at once, a lab follows at once.  Times
are taken twice: at 60 frames a second, as a reader has it, and with the browser's frame clock switched off.
"""

from __future__ import annotations

import statistics

from playwright.sync_api import Browser

from labsupport.i18n import interface

MOVES = 120  # of half as many, the 95th percentile would be the third slowest
FRAMELESS = ["--disable-frame-rate-limit", "--disable-gpu-vsync"]
COLLECT = """() => {
  window.drawn = {};
  for (const type of ["pointermove", "pointerrawupdate"]) {
    addEventListener(type, () => { window.handled = performance.now(); }, { capture: true, passive: true });
  }
  document.addEventListener("ionsyn:drawn", ({ detail }) => {
    const now = performance.now();
    (window.drawn[detail.id] ??= []).push([now - detail.eventTimeStamp, now - window.handled]);
  });
}"""


def redraws(browser: Browser, url: str, ready, slowdown: int) -> dict[str, list[list[float]]]:
    """Drag the first slider of every lab of a page to and fro.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
    url : str
        A page of the Chinese edition.
    ready : callable
        Waits until everything on the page has drawn.
    slowdown : int
        By how much the processor is throttled; 1 is not at all.

    Returns
    -------
    dict
        For each lab, milliseconds to the end of each redraw: from the time stamp of the pointer event, and from the
        moment the page was given it.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.goto(url)
    ready(page)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.evaluate(COLLECT)
    for lab in page.locator(".ionsyn-frame", has=page.locator(".ionsyn-lab")).all():
        skip = lab.get_by_role("button", name=interface("lab.skip").in_("zh"))
        if skip.count():
            skip.first.click()
        handle, track = lab.locator(".noUi-handle").first, lab.locator(".noUi-target").first
        if not handle.count():
            continue
        handle.scroll_into_view_if_needed()
        rail, knob = track.bounding_box(), handle.bounding_box()
        page.mouse.move(knob["x"] + knob["width"] / 2, knob["y"] + knob["height"] / 2)
        page.mouse.down()
        for step in range(MOVES):
            share = abs(((step / MOVES * 2 + 0.5) % 2) - 1)  # to and fro over the whole track
            page.mouse.move(rail["x"] + 8 + (rail["width"] - 16) * share, knob["y"] + knob["height"] / 2)
            page.wait_for_timeout(17 * slowdown)
        page.mouse.up()
    found = page.evaluate("() => window.drawn")
    context.close()
    # The first two are the click that ends the question.
    return {lab: times[2:] for lab, times in found.items() if len(times) >= 12}


def late(values) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
