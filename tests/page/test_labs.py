"""Every declared lab in a real browser: it answers handles as physics says, keeps its promises to every reader, and
shows the same numbers and words as Python.

The labs are shown on bare pages (``labsupport.widgets.preview``), so that this file needs no built book; that every
page of the book shows its labs is tested with the pages.
"""

from __future__ import annotations

import base64
import io
import math
import os
import re
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from labsupport import labs
from labsupport.i18n import interface
from labsupport.labs.declaration import Bars, Histogram, Ladder, Panel, Scheme, words
from labsupport.labs.still import STILLS, _Still
from labsupport.modelling.sampled import histogram
from labsupport.widgets.preview import preview

LANGUAGES = ("zh", "en")
ROOT = Path(__file__).resolve().parents[2]
# The labs of the book, named here and not counted from what is found.
EXPECTED = {
    "activity",
    "balance_dial",
    "calcium_and_release",
    "calcium_current",
    "calcium_microdomain",
    "charge_separation",
    "chloride_homeostasis",
    "conductance_synapse",
    "donnan_bursting",
    "donnan_titration",
    "driving_force",
    "eaat_limit",
    "ei_balance",
    "excitatory_or_inhibitory",
    "gaba_b",
    "gaba_pools",
    "gaba_reversal",
    "gabaa_receptors",
    "gabaa_states",
    "gat_clearance",
    "gat_floor",
    "ghk_membrane",
    "glutamate_clearance",
    "glutamate_cycle",
    "glutamate_ladder",
    "glutamate_uptake",
    "gradient_ladder",
    "inhibition_gain",
    "inhibition_timing",
    "ipsc_tail",
    "nernst",
    "nmda_block",
    "nmda_coincidence",
    "phasic_tonic",
    "plasticity_gate",
    "ping_cycle",
    "ping_pair",
    "pump_current",
    "pump_energy_budget",
    "pump_leak_cell",
    "quantal_release",
    "synapse_timeline",
    "synaptic_summation",
    "temperature",
    "two_ion_reversal",
    "unknown_block",
    "unknown_cell",
    "unknown_channel",
    "unknown_receptor",
    "unknown_terminal",
    "unknown_uptake",
    "which_drug",
}
EXPERIMENTS = {
    "unknown_block",
    "unknown_cell",
    "unknown_channel",
    "unknown_receptor",
    "unknown_terminal",
    "unknown_uptake",
}
IDENTIFICATIONS = {"which_drug"}
LABS = [i for i in labs.LABS if labs.get(i).component == "lab"]
QUIET = 900  # ms after which the page has said what changed
TABULATED = (Panel, Histogram, Ladder, Bars, Scheme)
TABLE = 250  # ms until the rows of an open table have followed


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The page of a lab on its own, made when it is first opened and shared by all who run these tests."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "labs"
    shared.mkdir(exist_ok=True)

    def page_of(lab_id: str, language: str) -> Path:
        place = shared / f"{lab_id}.{language}"
        if not place.exists():
            made = tmp_path_factory.mktemp("lab")
            preview(lab_id, language, made)
            with suppress(OSError):  # another worker was first, and made the same
                made.rename(place)
        return place / f"{lab_id}.{language}.html"

    return page_of


class Shown:
    """A lab on a page of its own."""

    def __init__(self, page, lab_id: str, language: str):
        self.page = page
        self.lab = labs.get(lab_id)
        self.language = language
        self.root = page.locator(f'.ionsyn-lab[data-id="{lab_id}"]')

    def say(self, key: str) -> str:
        return interface(f"lab.{key}").in_(self.language)

    def readout(self, output: str) -> float:
        return float(self.page.locator(f'[data-output="{output}"]').get_attribute("data-value"))

    def handle(self, parameter: str):
        return self.page.locator(f".ionsyn-p-{parameter} .noUi-handle")

    def box(self, parameter: str):
        return self.page.locator(f".ionsyn-p-{parameter} .widget-readout")

    def skip(self) -> None:
        self.page.get_by_role("button", name=self.say("skip"), exact=True).click()

    def choose(self, choice: str, index: int) -> None:
        place = [c.id for c in self.lab.choices].index(choice)
        self.page.locator(".ionsyn-controls .widget-toggle-buttons").nth(place).locator("button").nth(index).click()

    def type(self, parameter: str, text: str) -> None:
        self.box(parameter).click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            "p => !document.activeElement.closest(`.ionsyn-p-${p} .widget-readout`)", arg=parameter
        )
        self.page.wait_for_timeout(50)

    def spoken(self) -> str:
        self.page.wait_for_timeout(QUIET)
        return self.root.locator(".is-live").inner_text()

    def still_moving(self) -> None:
        """Let an animation end."""
        self.page.wait_for_function("() => !document.querySelector('.ionsyn-lab .is-pause')", timeout=10_000)


@pytest.fixture
def show(show_file, pages):
    """Open a lab on its own page."""

    def open_lab(lab_id: str, language: str = "en", **options) -> Shown:
        return Shown(show_file(pages(lab_id, language), **options), lab_id, language)

    return open_lab


def test_the_labs_are_those_of_the_book():
    assert set(labs.LABS) == EXPECTED
    assert set(LABS) == EXPECTED - EXPERIMENTS - IDENTIFICATIONS


# --- physics ---------------------------------------------------------------------------------------------------------


def test_every_lab_states_responses():
    assert all(len(labs.get(i).response) >= 3 for i in LABS)
    assert sum(len(labs.get(i).response) for i in LABS) >= 60


@pytest.mark.parametrize("how", ["drag", "keys"])
@pytest.mark.parametrize("lab_id", LABS)
def test_handles_move_computed_readouts_the_right_way(show, lab_id, how):
    lab = show(lab_id)
    for fact in lab.lab.response:
        lab.page.locator("[data-action=reset]").click()
        for choice, index in fact.choose.items():
            lab.choose(choice, index)
        handle = lab.handle(fact.parameter)
        handle.scroll_into_view_if_needed()
        if how == "drag":
            # To a tenth of the range first, so that there is room to raise the value.
            drag_to(lab, fact.parameter, 0.1)
        else:
            handle.focus()
            lab.page.keyboard.press("Home")
        before, at = lab.readout(fact.output), handle.get_attribute("aria-valuetext")
        if how == "drag":
            drag_to(lab, fact.parameter, 0.6)
        else:
            for key in ("PageUp", "PageUp", "PageUp", "ArrowRight"):
                lab.page.keyboard.press(key)
        after = lab.readout(fact.output)
        assert handle.get_attribute("aria-valuetext") != at
        assert math.isfinite(after)
        if fact.sign == 0:
            assert after == pytest.approx(before, rel=1e-12), fact
        else:
            assert (after - before) * fact.sign > 1e-9, fact


def drag_to(lab: Shown, parameter: str, share: float) -> None:
    handle = lab.handle(parameter).bounding_box()
    track = lab.page.locator(f".ionsyn-p-{parameter} .noUi-target").bounding_box()
    middle = handle["y"] + handle["height"] / 2
    lab.page.mouse.move(handle["x"] + handle["width"] / 2, middle)
    lab.page.mouse.down()
    for step in range(1, 6):
        start = handle["x"] + handle["width"] / 2
        lab.page.mouse.move(start + (track["x"] + track["width"] * share - start) * step / 5, middle)
    lab.page.mouse.up()


def values_after(declared, last: int) -> dict[str, float]:
    """The parameters after the presets up to `last` were pressed in order."""
    values = dict(declared.defaults)
    chosen = {c.id: c.default for c in declared.choices}
    for preset in declared.presets[: last + 1]:
        for choice in declared.choices:
            index = preset.choose.get(choice.id, chosen[choice.id])
            if index != chosen[choice.id]:
                values |= choice.options[index].values
                chosen[choice.id] = index
        values |= preset.values
    values.pop("t", None)
    return values


@pytest.mark.parametrize("lab_id", LABS)
def test_leaving_a_preset_releases_its_button_and_reset_restores_the_start(show, lab_id):
    lab = show(lab_id)
    lab.skip()
    start = {r.output: lab.readout(r.output) for r in lab.lab.readouts}
    lab.page.locator(".ionsyn-presets button").last.click()
    slider = next(s.name for s in lab.lab.handles if s.name in lab.lab.presets[-1].values)
    lab.handle(slider).focus()
    lab.page.keyboard.press("ArrowLeft")
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("PageUp")
    lab.page.keyboard.press("ArrowLeft")
    assert lab.page.locator(".ionsyn-presets button[aria-pressed=true]").count() == 0
    lab.page.locator("[data-action=reset]").click()
    lab.page.wait_for_timeout(50)
    for output, value in start.items():
        assert lab.readout(output) == pytest.approx(value, rel=1e-9, abs=1e-9)
    assert lab.say("reset_done") in lab.spoken()


# --- prediction ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", LABS)
def test_the_answer_appears_only_after_a_prediction(show, lab_id, language):
    lab = show(lab_id, language)
    prediction = lab.lab.prediction
    outputs = lab.page.locator("[data-output]")
    assert outputs.count() == len(lab.lab.readouts)
    assert lab.page.locator("[data-output][data-value]").count() == 0
    veiled = drawing(lab)
    wrong = (prediction.answer + 1) % len(prediction.options)
    lab.page.locator(".is-option").nth(wrong).click()
    lab.still_moving()
    assert lab.page.locator("[data-output][data-value]").count() == len(lab.lab.readouts)
    assert drawing(lab) != veiled
    assert lab.page.locator(".is-option").nth(wrong).get_attribute("aria-pressed") == "true"
    assert lab.say("the_answer") in lab.page.locator(".is-option").nth(prediction.answer).inner_text()
    verdict = lab.page.locator(".is-verdict").inner_text()
    assert lab.say("wrong") in verdict
    assert unmarked(prediction.explanation.in_(language)) in flat(verdict)
    for name, value in prediction.values.items():
        if any(s.name == name for s in lab.lab.handles):
            shown = lab.lab.slider_format(next(s for s in lab.lab.handles if s.name == name))(value)
            assert lab.box(name).inner_text() == shown
    # It is remembered, folded away, and can be asked again.
    lab.page.reload()
    lab.page.wait_for_selector(".ionsyn[data-ready=true]", state="attached")
    assert lab.page.locator(".is-predict.is-collapsed").count() == 1
    assert not lab.page.locator(".is-option").first.is_visible()
    assert lab.page.locator("[data-output][data-value]").count() == len(lab.lab.readouts)
    lab.page.get_by_role("button", name=lab.say("open"), exact=True).click()
    lab.page.get_by_role("button", name=lab.say("again"), exact=True).click()
    lab.page.wait_for_timeout(50)
    assert lab.page.locator("[data-output][data-value]").count() == 0
    lab.page.locator(".is-option").nth(prediction.answer).click()
    assert lab.say("right") in lab.page.locator(".is-verdict").inner_text()


def drawing(lab: Shown) -> str:
    """What the pictures show, pixel by pixel or shape by shape."""
    return lab.page.evaluate(
        """() => [...document.querySelectorAll(".is-stage canvas")].map((c) => c.toDataURL()).join("") +
                 [...document.querySelectorAll(".is-stage svg")].map((s) => s.outerHTML).join("")"""
    )


def unmarked(text: str) -> str:
    return flat(re.sub(r"\*([^*]+)\*|_\{([^}]*)\}|\^\{([^}]*)\}", lambda m: next(g for g in m.groups() if g), text))


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("lab_id", LABS)
def test_moving_a_handle_never_waits_for_a_prediction(show, lab_id):
    lab = show(lab_id)
    handle = lab.page.locator(".ionsyn-controls .noUi-handle").first
    handle.focus()
    lab.page.keyboard.press("ArrowLeft")
    lab.page.wait_for_timeout(50)
    assert lab.page.locator("[data-output][data-value]").count() == len(lab.lab.readouts)
    # The question can still be answered.
    assert lab.page.locator(".is-option[aria-disabled=false]").count() == len(lab.lab.prediction.options)


def test_a_browser_that_forbids_storage_changes_nothing_else(show):
    page = show("nernst", alone=True).page
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})")
    page.reload()
    page.wait_for_selector(".ionsyn[data-ready=true]", state="attached")
    page.locator(".is-option").first.click()
    assert page.locator("[data-output=E]").get_attribute("data-value")


# --- everyone can use it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", LABS)
def test_the_pictures_are_described_in_the_words_python_finds(show, lab_id, language):
    lab = show(lab_id, language)
    lab.skip()
    lab.page.wait_for_timeout(QUIET)
    pictures = lab.page.locator(".is-stage [role=img]")
    assert pictures.count() == len(lab.lab.views)
    expected = _Still(lab.lab, language).alt()
    assert "{" not in expected
    for picture in pictures.all():
        assert picture.get_attribute("aria-label") == expected
    # After a change the description and the spoken sentence follow.
    slider = lab.lab.sliders[0].name
    lab.handle(slider).focus()
    lab.page.keyboard.press("PageUp")
    lab.page.keyboard.press("ArrowLeft")
    spoken = lab.spoken()
    assert pictures.first.get_attribute("aria-label") != expected
    assert lab.handle(slider).get_attribute("aria-label") in spoken
    assert lab.handle(slider).get_attribute("aria-valuetext") in spoken


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", labs.LABS)
def test_controls_have_names_and_values_with_units(show, lab_id, language):
    lab = show(lab_id, language)
    handles = lab.page.locator(".noUi-handle")
    assert handles.count() == len(lab.lab.handles)
    for slider in lab.lab.handles:
        handle, box = lab.handle(slider.name), lab.box(slider.name)
        name = handle.get_attribute("aria-label")
        assert name
        assert not set(name) & set("*_{}^"), name
        unit = lab.lab.unit(slider.name)
        assert handle.get_attribute("aria-valuetext").endswith(unit)
        assert box.get_attribute("role") == "textbox"
        assert name in box.get_attribute("aria-label")
        assert unit in box.get_attribute("aria-label")
    for button in lab.page.locator(".widget-toggle-buttons button").all():
        assert button.get_attribute("aria-pressed") in ("true", "false")
    for group in lab.page.locator(".widget-toggle-buttons").all():
        assert group.get_attribute("aria-label")


@pytest.mark.parametrize("lab_id", labs.LABS)
def test_a_phone_shows_everything_and_fingers_hit_it(show, lab_id):
    lab = show(lab_id, "en", width=320, has_touch=True)
    if lab.lab.component == "lab":
        lab.skip()
    assert lab.page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in lab.page.locator(
        "button:visible, .noUi-handle:visible, .widget-readout:visible, input:visible"
    ).all():
        box = target.bounding_box()
        # A handle placed by a percentage measures 23.99998 px: rounding of the transform, no smaller target.
        assert min(box["width"], box["height"]) >= 24 - 1e-3, target.evaluate("e => e.outerHTML")
        assert 0 <= box["x"] <= 320.5 - box["width"], target.evaluate("e => e.outerHTML")


@pytest.mark.parametrize("lab_id", LABS)
def test_the_dark_theme_is_drawn_at_once(show, lab_id):
    lab = show(lab_id)
    lab.skip()
    # The key numbers may move beside the picture once its size is known.
    lab.page.wait_for_timeout(300)
    light = drawing(lab)
    lab.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    lab.page.wait_for_timeout(100)
    dark = drawing(lab)
    assert dark != light
    lab.page.evaluate("document.documentElement.dataset.theme = 'light'")
    lab.page.wait_for_timeout(100)
    assert drawing(lab) != dark
    # Nearly all of the picture is that of before; the edges of letters may fall differently.
    assert similarity(light, drawing(lab)) > 0.95


def similarity(one: str, other: str) -> float:
    """The share of equal values among the pixels of the canvases and the characters of the schemes."""
    equal, total = 0, 0
    for a, b in zip(pictures(one), pictures(other), strict=True):
        if a.shape != b.shape:
            return 0.0
        equal += int((a == b).sum())
        total += a.size
    return equal / total


def pictures(drawn: str) -> list[np.ndarray]:
    found = re.findall(r"data:image/png;base64,([^,]+?)(?=data:|<svg|$)", drawn)
    images = [np.asarray(Image.open(io.BytesIO(base64.b64decode(f)))) for f in found]
    return images + [np.frombuffer(s.encode(), np.uint8) for s in re.findall(r"<svg.*?</svg>", drawn, re.S)]


@pytest.mark.parametrize("lab_id", LABS)
def test_the_data_table_has_rows_for_every_picture_and_closes(show, lab_id):
    lab = show(lab_id)
    lab.skip()
    tables = open_table(lab)
    with_tables = [v for v in lab.lab.views if isinstance(v, TABULATED)]
    assert tables.count() == len(with_tables)
    for table, view in zip(tables.all(), with_tables, strict=True):
        cells = table.locator("td").all_inner_texts()
        rows = table.locator("tbody tr").count()
        counts = {
            "histogram": lambda v: v.bins,
            "ladder": lambda v: len(v.rungs),
            "bars": lambda v: sum(len(b.parts) for b in v.bars),
            "scheme": lambda v: len(v.shown),
        }
        assert rows == counts.get(view.kind, lambda v: 13)(view)
        assert len(cells) >= rows
        assert all(re.search(r"\d", cell) for cell in cells)
    assert lab.page.locator("[aria-expanded=true][aria-controls]").count() == 1
    lab.page.get_by_role("button", name=lab.say("table_hide"), exact=True).click()
    assert tables.count() == 0 or not tables.first.is_visible()


def open_table(lab: Shown):
    lab.page.get_by_role("button", name=lab.say("table"), exact=True).click()
    return lab.page.locator(".is-table table")


@pytest.mark.parametrize("lab_id", LABS)
def test_presets_show_the_numbers_and_curves_python_computes(show, lab_id):
    """Whatever a lab keeps from one redraw to the next, what it shows belongs to the present handles."""
    lab = show(lab_id)
    lab.skip()
    declared = lab.lab
    assert declared.presets
    tables = open_table(lab)
    for index, preset in enumerate(declared.presets):
        lab.page.locator(".ionsyn-presets button").nth(index).click()
        lab.still_moving()
        lab.page.wait_for_timeout(TABLE)
        assert lab.page.locator(".ionsyn-presets button[aria-pressed=true]").count() == 1
        name = words(preset.label, "en")
        still = _Still(declared, "en")
        still.start = values_after(declared, index)
        if still.cursor is not None:
            still.cursor = float(lab.handle("t").get_attribute("aria-valuenow"))
        outputs = still.outputs({})
        still.values = {**still.values, **still.start, **outputs}
        for readout in declared.readouts:
            wanted = outputs[readout.output]
            assert lab.readout(readout.output) == pytest.approx(wanted, rel=1e-9, abs=1e-9), (name, readout.output)
        for table, view in zip(tables.all(), [v for v in declared.views if isinstance(v, TABULATED)], strict=True):
            if isinstance(view, Panel):
                assert_rows(table, view, still, name)


def assert_rows(table, panel: Panel, still: _Still, preset: str) -> None:
    """Every row of a panel's table is what Python computes, to the digits shown."""
    traces = [t for t in panel.traces if not (t.ghost and all(still.values[k] == v for k, v in t.at.items()))]
    found = table.locator("td").all_inner_texts()
    for column, trace in enumerate(traces):
        _, y = still.curve(panel.x, trace)
        y = np.asarray(y)[[math.floor(row * (len(y) - 1) / 12 + 0.5) for row in range(13)]]
        shown = still.lab.shown_as(trace.output)
        for row, value in enumerate(y * shown.factor):
            # The last digit of a number that lies between two may go either way.
            may = {shown.format(value * (1 + e)) if math.isfinite(value) else "—" for e in (0, 1e-7, -1e-7)}
            assert found[row * len(traces) + column] in may, (preset, panel.id, trace.output, row)


@pytest.mark.parametrize(
    ("typed", "shown"), [("１２．５", "12.5"), ("20 mM", "20.0"), ("1e-1", "0.100"), ("5e2", "200"), (".5", "0.500")]
)
def test_values_are_typed_as_people_write_them(show, typed, shown):
    lab = show("nernst")
    lab.type("c_out", typed)
    assert lab.box("c_out").inner_text() == shown
    if typed == "5e2":
        assert "200" in lab.root.locator(".is-live").inner_text()


def test_a_minus_sign_of_print_is_understood_and_nonsense_is_explained(show):
    lab = show("driving_force")
    lab.type("V_m", "−55")
    assert lab.box("V_m").inner_text() == "−55"
    lab.type("V_m", "hello")
    assert lab.box("V_m").inner_text() == "−55"
    assert "hello" in lab.root.locator(".is-live").inner_text()


def test_dragging_in_the_plot_moves_the_swept_parameter(show):
    lab = show("ghk_membrane")
    lab.skip()
    before = lab.readout("V_m")
    plot = lab.page.locator(".u-over").first.bounding_box()
    lab.page.mouse.move(plot["x"] + plot["width"] * 0.5, plot["y"] + 40)
    lab.page.mouse.down()
    lab.page.mouse.move(plot["x"] + plot["width"] * 0.9, plot["y"] + 40, steps=4)
    lab.page.mouse.up()
    assert lab.readout("V_m") > before + 10
    assert lab.handle("K_out").get_attribute("aria-valuetext") != "5.00 mM"


def test_a_quick_lab_follows_a_mouse_before_the_next_frame(show):
    """Where the browser tells of moves at once, most redraws come before the frame's own news of the move."""
    lab = show("nernst")
    lab.skip()
    lab.page.evaluate("""() => {
        window.order = [];
        addEventListener("pointermove", (event) => window.order.push(["move", event.timeStamp]), true);
        document.addEventListener("ionsyn:drawn", ({ detail }) => window.order.push(["drawn", detail.eventTimeStamp]));
    }""")
    drag_to(lab, "c_out", 0.1)
    for _ in range(4):
        drag_to(lab, "c_out", 0.9)
        drag_to(lab, "c_out", 0.2)
    order = lab.page.evaluate("() => window.order")
    drawn = {stamp: place for place, (kind, stamp) in reversed(list(enumerate(order))) if kind == "drawn"}
    moves = {stamp: place for place, (kind, stamp) in enumerate(order) if kind == "move"}
    early = [stamp for stamp in drawn.keys() & moves.keys() if drawn[stamp] < moves[stamp]]
    assert early
    # The move that comes with the frame has the last word.
    assert lab.handle("c_out").get_attribute("aria-valuetext") == lab.box("c_out").inner_text() + " mM"
    track = lab.page.locator(".ionsyn-p-c_out .noUi-target").bounding_box()
    handle = lab.handle("c_out").bounding_box()
    assert handle["x"] + handle["width"] / 2 == pytest.approx(track["x"] + 0.2 * track["width"], abs=3)


def test_a_run_plays_and_stands_still_for_those_who_ask(show):
    lab = show("charge_separation")
    lab.skip()
    lab.page.locator("[data-action=play]").click()
    lab.page.wait_for_timeout(400)
    early = lab.readout("ions_moved")
    lab.still_moving()
    assert lab.readout("ions_moved") > early
    calm = show("charge_separation", reduced_motion="reduce")
    calm.type("t", "20")
    calm.page.locator("[data-action=play]").click()
    calm.page.wait_for_timeout(100)
    assert calm.box("t").inner_text() == "100.0"


# --- the unknown cell ------------------------------------------------------------------------------------------------


def test_readings_are_those_of_python(show):
    lab = show("unknown_cell")
    experiment = lab.lab
    baths = [(5, []), (1, []), (80, ["P_Na"]), (2, ["P_Na", "P_Cl"])]
    for specimen in (1, 2, 3):
        blocked_now: list[str] = []
        for count, (K_out, blocked) in enumerate(baths, 1):
            lab.type("K_out", str(K_out))
            for place, block in enumerate(experiment.blocks):
                if (block.parameter in blocked) != (block.parameter in blocked_now):
                    lab.choose(experiment.choices[place].id, int(block.parameter in blocked))
            blocked_now = blocked
            lab.page.locator("[data-action=measure]").click()
            assert lab.page.locator("[data-reading]").count() == count
            assert lab.readout("V_m") == experiment.measure(specimen, blocked, K_out=K_out)
        for place, block in enumerate(experiment.blocks):
            if block.parameter in blocked_now:
                lab.choose(experiment.choices[place].id, 0)
        lab.page.locator("[data-action=new_specimen]").click()
        assert lab.page.locator("[data-reading]").count() == 0


def test_an_experiment_without_switches_groups_its_readings(show):
    lab = show("unknown_channel")
    for count, (V_m, c_out) in enumerate([(-60, 10), (60, 10), (-60, 100), (60, 100)], 1):
        lab.type("V_m", str(V_m))
        lab.type("c_out", str(c_out))
        lab.page.locator("[data-action=measure]").click()
        assert lab.page.locator("[data-reading]").count() == count
        assert lab.readout("I") == lab.lab.measure(1, V_m=V_m, c_out=c_out)
    assert lab.page.locator(".is-legend li").count() == 2
    lab.page.locator("[data-action=reveal]").click()
    shown = lab.page.locator(".is-truth").evaluate_all("es => es.map((e) => Number(e.dataset.value))")
    assert shown == list(lab.lab.draw(1).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_estimates_are_judged_explained_and_revealed(show, language):
    lab = show("unknown_cell", language)
    truth = lab.lab.draw(1)
    lab.page.locator("[data-action=measure]").click()
    lab.page.fill("[data-estimate=K_in]", f"{truth['K_in'] * 1.02:.2f} mM")
    lab.page.fill("[data-estimate=Na_in]", f"{truth['Na_in'] * 1.5:.2f} mM")
    lab.page.fill("[data-estimate=Cl_in]", "about a dozen <b>")
    lab.page.fill("[data-estimate=P_Na]", f"{truth['P_Na'] * 0.98:.4f}")
    assert lab.page.locator(".is-truth[data-value]").count() == 0
    lab.page.locator("[data-action=check]").click()
    verdicts = lab.page.locator(".is-said").evaluate_all("es => es.map((e) => e.dataset.verdict ?? '')")
    assert verdicts == ["right", "off", "unread", "right", ""]
    assert lab.say("estimate_high") in lab.page.locator(".is-said").nth(1).inner_text()
    assert lab.page.locator(".is-said b").count() == 0
    lab.page.locator("[data-action=reveal]").click()
    shown = lab.page.locator(".is-truth").evaluate_all("es => es.map((e) => Number(e.dataset.value))")
    assert shown == [truth[h.name] for h in lab.lab.hidden]
    # Readings and answers are kept in this browser.
    lab.page.reload()
    lab.page.wait_for_selector(".ionsyn[data-ready=true]", state="attached")
    assert lab.page.locator("[data-reading]").count() == 1
    assert lab.page.locator("[data-estimate=Cl_in]").input_value() == "about a dozen <b>"
    lab.page.locator("[data-action=new_specimen]").click()
    assert lab.page.locator("[data-reading]").count() == 0
    assert lab.page.locator(".is-truth[data-value]").count() == 0


def test_where_nothing_crosses_the_page_says_so(show):
    lab = show("unknown_cell")
    for choice in lab.lab.choices:
        lab.choose(choice.id, 1)
    lab.page.locator("[data-action=measure]").click()
    assert lab.page.locator("[data-reading]").count() == 0
    assert lab.say("nothing_crosses") in lab.page.locator("[data-output=V_m]").inner_text()


# --- samples ---------------------------------------------------------------------------------------------------------


def test_a_button_draws_the_next_sample(show):
    lab = show("quantal_release")
    lab.skip()
    model = lab.lab.engine
    values = {p.name: lab.lab.defaults[p.name] for p in model.parameters}
    for seed in (1, 2, 3):
        assert lab.box("seed").inner_text() == str(seed)
        expected = model(**values | {"seed": seed})
        for output in ("sample_mean", "quantal_variance", "sample_failures"):
            assert lab.readout(output) == pytest.approx(expected[output], rel=1e-9)
        lab.page.locator("[data-action=new_sample]").click()
        lab.page.wait_for_timeout(50)
    lab.type("seed", "999")
    lab.page.locator("[data-action=new_sample]").click()
    assert lab.box("seed").inner_text() == "1"


def test_the_histogram_counts_the_trials_of_the_sample(show):
    lab = show("quantal_release")
    lab.skip()
    model = lab.lab.engine
    values = {p.name: lab.lab.defaults[p.name] for p in model.parameters}
    view = next(v for v in lab.lab.views if isinstance(v, Histogram))
    ends = model(**values)
    counts = histogram(model.sample(**values)[view.of], ends[view.low], ends[view.high], view.bins)
    lab.page.get_by_role("button", name=lab.say("table"), exact=True).click()
    table = lab.page.locator(".is-table table").nth(lab.lab.views.index(view))
    shown = table.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert [int(text) for text in shown] == counts.tolist()
    # What is expected of a bin is near what it holds: 300 trials in all.
    expected = [float(text) for text in table.locator("tbody tr td:nth-child(3)").all_inner_texts()]
    assert sum(expected) == pytest.approx(300, abs=3)


def test_each_measurement_of_an_experiment_is_a_sample_of_its_own(show):
    lab = show("unknown_terminal")
    for specimen in (1, 2):
        for number, Ca in enumerate((2, 2, 4), 1):
            lab.type("Ca", str(Ca))
            lab.page.locator("[data-action=measure]").click()
            expected = lab.lab.readings(specimen, number=number, Ca=Ca)
            for output, value in expected.items():
                assert lab.readout(output) == value
        assert lab.page.locator("[data-reading]").count() == 3
        assert lab.page.locator(".is-legend li").count() == 2
        # A cleared record does not bring an earlier sample back.
        lab.page.locator("[data-action=clear_rows]").click()
        lab.page.locator("[data-action=measure]").click()
        assert lab.readout("sample_mean") == lab.lab.readings(specimen, number=4, Ca=4)["sample_mean"]
        lab.page.locator("[data-action=new_specimen]").click()
    lab.page.locator("[data-action=reveal]").click()
    shown = lab.page.locator(".is-truth").evaluate_all("es => es.map((e) => Number(e.dataset.value))")
    assert shown == list(lab.lab.draw(3).values())


# --- identifications -------------------------------------------------------------------------------------------------


def measured(lab: Shown) -> list[float]:
    return lab.page.locator("[data-measured]").evaluate_all("es => es.map((e) => Number(e.dataset.measured))")


def name(lab: Shown, candidate_id: str) -> None:
    lab.page.locator(f"[data-candidate={candidate_id}] input").check()
    lab.page.locator("[data-action=identify]").click()


@pytest.mark.parametrize("lab_id", sorted(IDENTIFICATIONS))
def test_recordings_are_those_of_python(show, lab_id):
    lab = show(lab_id)
    drawn = []
    for specimen in range(1, len(lab.lab.candidates) + 2):
        expected = [v for pairs in lab.lab.measures(specimen).values() for pair in pairs for v in pair]
        assert measured(lab) == pytest.approx(expected, rel=1e-6, abs=1e-9), specimen
        drawn.append(drawing(lab))
        lab.page.locator("[data-action=new_specimen]").click()
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", sorted(IDENTIFICATIONS))
def test_a_name_is_judged_and_a_wrong_one_is_answered_with_a_recording(show, lab_id, language):
    lab = show(lab_id, language)
    verdict = lab.page.locator(".is-verdict")
    lab.page.locator("[data-action=identify]").click()
    assert lab.say("choose_a_name") in verdict.inner_text()
    for specimen in (1, 2):
        truth = lab.lab.draw(specimen)["candidate"]
        for candidate in lab.lab.candidates:
            if candidate.id == truth:
                continue
            name(lab, candidate.id)
            expected = lab.lab.identify(specimen, candidate.id)
            assert unmarked(expected.words.in_(language)) in flat(verdict.inner_text())
            said = verdict.locator("p")
            assert said.get_attribute("data-verdict") == "wrong"
            assert said.get_attribute("data-recording") == expected.recording
            assert lab.page.locator(".is-name.is-correct").count() == 0
        name(lab, truth)
        assert unmarked(lab.lab.candidate(truth).explanation.in_(language)) in flat(verdict.inner_text())
        assert verdict.locator("p").get_attribute("data-verdict") == "right"
        assert lab.page.locator(".is-name.is-correct").get_attribute("data-candidate") == truth
        assert lab.page.locator(".is-name.is-mistaken").count() == len(lab.lab.candidates) - 1
        # What was tried is kept in this browser.
        lab.page.reload()
        lab.page.wait_for_selector(".ionsyn[data-ready=true]", state="attached")
        assert verdict.locator("p").get_attribute("data-verdict") == "right"
        assert lab.page.locator("input:checked").get_attribute("value") == truth
        lab.page.locator("[data-action=new_specimen]").click()
        assert verdict.inner_text() == ""
        assert lab.page.locator("input:checked").count() == 0


@pytest.mark.parametrize("lab_id", sorted(IDENTIFICATIONS))
def test_the_truth_can_be_revealed_and_names_chosen_with_the_keyboard(show, lab_id):
    lab = show(lab_id)
    lab.page.locator("[data-candidate] input").first.focus()
    lab.page.keyboard.press("ArrowDown")
    chosen = lab.page.locator("input:checked").get_attribute("value")
    assert chosen == lab.lab.candidates[1].id
    lab.page.keyboard.press("Enter")
    first = lab.page.locator(".is-verdict p").first
    assert first.get_attribute("data-verdict") == ("right" if lab.lab.identify(1, chosen) else "wrong")
    lab.page.locator("[data-action=reveal]").click()
    truth = lab.lab.candidate(lab.lab.draw(1)["candidate"])
    assert unmarked(truth.label.in_("en")) in flat(lab.page.locator(".is-verdict").inner_text())
    assert lab.page.locator(".is-name.is-correct").get_attribute("data-candidate") == truth.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", sorted(IDENTIFICATIONS))
def test_recordings_are_described_with_their_numbers(show, lab_id, language):
    lab = show(lab_id, language)
    labels = [p.get_attribute("aria-label") for p in lab.page.locator(".is-stage [role=img]").all()]
    assert len(labels) == len(lab.lab.recordings)
    assert " ".join(labels) == STILLS[type(lab.lab)](lab.lab, language).alt()
    group = lab.page.locator("fieldset legend")
    assert flat(group.inner_text()) == unmarked(lab.lab.asked.in_(language))


@pytest.mark.parametrize("lab_id", sorted(IDENTIFICATIONS))
def test_recordings_are_redrawn_in_the_dark(show, lab_id):
    lab = show(lab_id)
    light = drawing(lab)
    lab.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    lab.page.wait_for_timeout(100)
    assert drawing(lab) != light
