"""How long a lab takes from the reader's pointer event to the end of its redraw."""

from __future__ import annotations

MOVES = 30
COLLECT = """() => {
  window.ionsynTimes = [];
  document.addEventListener("ionsyn:drawn", (event) => window.ionsynTimes.push(event.detail));
}"""


def throttle(page, factor: float) -> None:
    """Slow the page's processor down `factor` times (1 switches it off)."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": factor})


def redraw_times(page, lab_id: str) -> list[float]:
    """Drag every slider of a lab across its range with the mouse.

    Parameters
    ----------
    page : playwright.sync_api.Page
        Shows the lab, with ``data-ready``.
    lab_id : str

    Returns
    -------
    list of float
        Milliseconds from the time stamp of a pointer event to the end of the redraw it caused.
    """
    bench = page.locator(".ionsyn-bench", has=page.locator(f'.ionsyn-lab[data-id="{lab_id}"]'))
    page.evaluate(COLLECT)
    for slider in bench.locator(".noUi-target").all():
        slider.scroll_into_view_if_needed()
        track = slider.bounding_box()
        handle = slider.locator(".noUi-handle").bounding_box()
        middle = track["y"] + track["height"] / 2
        page.mouse.move(handle["x"] + handle["width"] / 2, middle)
        page.mouse.down()
        for step in range(1, MOVES + 1):
            page.mouse.move(track["x"] + track["width"] * step / (MOVES + 1), middle)
            page.wait_for_timeout(20)
        page.mouse.up()
    found = page.evaluate("window.ionsynTimes")
    return [entry["ms"] for entry in found if entry["id"] == lab_id]


def percentile(times: list[float], share: float) -> float:
    """The value below which `share` of the times lie."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]
