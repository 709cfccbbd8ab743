"""Schemes and panels over time in a real browser, shown by a lab made for this file: a cell between two fluids."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from labsupport.i18n import Text, interface
from labsupport.labs.declaration import (
    Axis,
    Flow,
    Format,
    Lab,
    Marker,
    Node,
    Option,
    Panel,
    Prediction,
    Readout,
    Rule,
    Scheme,
    Slider,
    Trace,
    Zone,
)
from labsupport.labs.still import _Still, still_picture
from labsupport.widgets.preview import preview

LANGUAGES = ("zh", "en")
SCHEME = Scheme(
    "cell",
    Text(zh="细胞", en="A cell"),
    zones=[
        Zone(Text(zh="胞外", en="outside"), 1, 2, 98, 30, "series-1"),
        Zone(Text(zh="胞内", en="inside"), 1, 40, 98, 58, "series-2"),
    ],
    nodes=[
        Node("bath", Text(zh="浴液 K⁺", en="K⁺ in the bath"), 25, 18, "K_out", 20, "ion-K"),
        Node("sodium", "Na⁺", 25, 72, "Na_in", 150, "ion-Na"),
        Node("potassium", "K⁺", 75, 72, "K_in", 200, "ion-K", "round"),
        Node("pump", Text(zh="泵", en="pump"), 75, 18),
    ],
    flows=[
        Flow("potassium", "bath", "I_K", Text(zh="钾漏流", en="potassium leak"), 4, "ion-K", id="leak"),
        Flow((5, 50), "sodium", "I_Na", Text(zh="钠漏流", en="sodium leak"), 4, "ion-Na"),
        Flow("sodium", "pump", "I_pump", Text(zh="泵出", en="pumped out"), 2, "ion-Na"),
        Flow("pump", "potassium", "I_pump", Text(zh="泵入", en="pumped in"), 2, "ion-K"),
        Flow("potassium", "pump", "J_KCC2", "KCC2", 2, "ion-Cl"),
        Flow("sodium", "leak", "V_m", Text(zh="电位", en="potential"), 100, "bad", kind="activates"),
        Flow("pump", "leak", None, Text(zh="抑制", en="inhibition"), 1, "muted", kind="inhibits"),
    ],
    height=300,
)
HOURS = Axis(Text(zh="时间", en="time"), "h", time=True, low=0, high=8, factor=1 / 60)
LAB = Lab(
    id="scheme",
    title=Text(zh="细胞一览", en="A cell at a glance"),
    teaches=Text(zh="一幅示意图能显示什么。", en="What a scheme can show."),
    model="pump_leak",
    sliders=[Slider("off_from"), Slider("pump_rate"), Slider("K_out"), Slider("kcc2")],
    cursor=Slider("t", default=480, maximum=480, step=1, label=Text(zh="时间", en="Time")),
    views=[
        SCHEME,
        Panel(
            "potential", Text(zh="电位", en="Potential"), HOURS, Axis(Text(zh="电位", en="potential"), "mV"),
            [Trace("V_m", "V")], markers=[Marker("V_m")], rules=[Rule("off_from")],
        ),
        Panel(
            "sodium", Text(zh="钠", en="Sodium"), HOURS, Axis(Text(zh="浓度", en="concentration"), "mM"),
            [Trace("Na_in", "Na⁺")],
        ),
    ],
    readouts=[Readout("Na_in", shown=Format(decimals=1)), Readout("K_in"), Readout("V_m")],
    prediction=Prediction(
        Text(zh="停泵之后？", en="And without the pump?"), ["a", "b"], 0, Text(zh="漏流耗尽梯度。", en="It runs down.")
    ),
    presets=[Option(Text(zh="停泵", en="No pump"), {"off_from": 0})],
    alt=Text(zh="胞内 Na⁺ {Na_in}。", en="Na⁺ inside {Na_in}."),
    response=[],
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scheme")
    return {language: preview(LAB, language, folder) for language in LANGUAGES}


@pytest.fixture
def show(show_file, pages):
    """Open the lab, as a rule with its prediction passed over."""

    def open_lab(language: str = "en", skip: bool = True, **options):
        page = show_file(pages[language], **options)
        if skip:
            page.get_by_role("button", name=interface("lab.skip").in_(language), exact=True).click()
        return page

    return open_lab


def move(page, parameter: str, key: str = "End") -> None:
    page.locator(f".ionsyn-p-{parameter} .noUi-handle").focus()
    page.keyboard.press(key)


def words(page) -> str:
    return page.locator("[data-view=cell]").text_content()


def level(page, node: str) -> float:
    """How full a node is drawn, of 1."""
    return page.evaluate(
        """id => { const [outline, fill] = document.querySelectorAll(`[data-node=${id}] > rect`);
                   return fill.getAttribute("height") / outline.getAttribute("height") }""",
        node,
    )


def flow(page, place: int) -> dict:
    """The arrow of a flow: width of its line, tip of its head, start of its line, opacity."""
    return page.evaluate(
        """k => { const [line, head] = document.querySelectorAll("[data-flow]")[k].querySelectorAll("path");
                  const point = (d) => d.match(/[-\\d.]+ [-\\d.]+/)[0].split(" ").map(Number);
                  return { width: Number(line.getAttribute("stroke-width")), tip: point(head.getAttribute("d")),
                           tail: point(line.getAttribute("d")), dash: line.getAttribute("stroke-dasharray"),
                           opacity: Number(line.parentNode.getAttribute("opacity")),
                           corners: head.getAttribute("d").split("L").length } }""",
        place,
    )


def still(**values: float) -> _Still:
    """What Python shows with these values."""
    found = _Still(LAB, "en")
    found.start |= {k: v for k, v in values.items() if k != "t"}
    found.cursor = values.get("t", found.cursor)
    found.values = {**found.start, "t": found.cursor, **found.outputs({})}
    return found


def test_values_levels_and_widths_are_those_of_the_model(show):
    page = show()
    for change, values in [(None, {}), (("pump_rate", "Home"), {"pump_rate": 0}), (("kcc2", "End"), {"kcc2": 40})]:
        if change:
            page.locator("[data-action=reset]").click()
            move(page, *change)
        expected = still(**values)
        for node in SCHEME.nodes:
            if node.output:
                assert expected.quantity(node.output) in words(page)
                share = min(1.0, expected.values[node.output] / node.full)
                assert level(page, node.id) == pytest.approx(share, abs=0.005)
        thickness = [(abs(expected.values[f.output]) / f.full, flow(page, k)["width"])
                     for k, f in enumerate(SCHEME.flows) if f.kind == "flow"]  # fmt: skip
        for f in SCHEME.flows:
            if f.output:
                assert expected.quantity(f.output) in words(page)
        for share, width in thickness:
            assert width == pytest.approx(1.75 + 8.25 * min(1, share) if share > 0.004 else 1.25, abs=0.01)


def test_an_arrow_turns_round_with_its_sign_and_pales_at_nothing(show):
    page = show()
    move(page, "t", "Home")
    start = still(t=0)
    pumped = next(k for k, f in enumerate(SCHEME.flows) if f.output == "J_KCC2")
    assert start.values["J_KCC2"] == 0
    assert flow(page, pumped)["opacity"] < 1
    assert flow(page, pumped)["width"] < 1.5
    leak = next(k for k, f in enumerate(SCHEME.flows) if f.output == "I_K")
    sodium = next(k for k, f in enumerate(SCHEME.flows) if f.output == "I_Na")
    # Outward potassium current is positive, inward sodium current negative: against its declared direction.
    assert start.values["I_K"] > 0 > start.values["I_Na"]
    bath, inside = node_box(page, "bath"), node_box(page, "potassium")
    assert near(flow(page, leak)["tip"], bath) < near(flow(page, leak)["tip"], inside)
    target = node_box(page, "sodium")
    assert near(flow(page, sodium)["tail"], target) < near(flow(page, sodium)["tip"], target)
    # A negative activation is an inhibition: a bar of four corners instead of a head of three.
    influence = next(k for k, f in enumerate(SCHEME.flows) if f.output == "V_m")
    assert start.values["V_m"] < 0
    assert flow(page, influence)["corners"] == 4
    assert flow(page, influence)["dash"] != "none"
    assert flow(page, leak)["dash"] == "none"
    assert flow(page, leak)["corners"] == 3


def node_box(page, node: str) -> dict:
    return page.evaluate(
        """id => { const outline = document.querySelector(`[data-node=${id}] > rect`);
                   const names = ["x", "y", "width", "height"];
                   return Object.fromEntries(names.map((n) => [n, Number(outline.getAttribute(n))])) }""",
        node,
    )


def near(point, box: dict) -> float:
    """Distance of a point from the edge of a box."""
    dx = max(box["x"] - point[0], 0, point[0] - box["x"] - box["width"])
    dy = max(box["y"] - point[1], 0, point[1] - box["y"] - box["height"])
    return (dx**2 + dy**2) ** 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_prediction_no_value_shows(show, language):
    page = show(language, skip=False)
    assert not re.search(r"\d[.\d]* (mM|mV|µA)", words(page))
    assert all(level(page, n.id) == 0 for n in SCHEME.nodes if n.output)
    widths = {flow(page, k)["width"] for k, f in enumerate(SCHEME.flows) if f.kind == "flow"}
    assert len(widths) == 1
    # Its words are there to think about.
    for node in SCHEME.nodes:
        label = node.label if isinstance(node.label, str) else node.label.in_(language)
        assert label.replace(" ", "") in words(page).replace(" ", "")
    page.locator(".is-option").first.click()
    page.wait_for_function("() => !document.querySelector('.is-pause')")
    assert re.search(r"\d[.\d]* mM", words(page))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_words_are_readable_at_every_width(show, language, width):
    page = show(language, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = page.evaluate(
        """() => { const picture = document.querySelector("[data-view=cell]");
          const frame = picture.querySelector("svg").getBoundingClientRect();
          const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom] };
          return { frame: [frame.left, frame.top, frame.right, frame.bottom],
            texts: [...picture.querySelectorAll("text")].filter((t) => t.textContent)
              .map((t) => [t.textContent, Number(t.getAttribute("font-size")), ...box(t)]),
            nodes: [...picture.querySelectorAll("[data-node] > rect:last-of-type")].map(box),
            inside: [...picture.querySelectorAll("[data-node]")]
              .map((g) => [box(g.querySelector(":scope > rect")), [...g.querySelectorAll("text")].map(box)]),
            listed: [...picture.querySelectorAll(".is-flows li")].map((li) => li.textContent) } }"""
    )
    left, top, right, bottom = found["frame"]
    assert len(found["texts"]) > 8
    for text, size, x0, y0, x1, y1 in found["texts"]:
        assert size >= 12, text
        assert x0 >= left - 1, text
        assert x1 <= right + 1, text
        assert y0 >= top - 2, text
        assert y1 <= bottom + 2, text
    for i, a in enumerate(found["nodes"]):
        for b in found["nodes"][i + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for outline, texts in found["inside"]:
        for x0, y0, x1, y1 in texts:
            assert outline[0] <= x0
            assert x1 <= outline[2]
            assert outline[1] - 1 <= y0
            assert y1 <= outline[3] + 1
    # A phone lists what an arrow means; each entry has its value.
    said = [f for f in SCHEME.flows if f.label]
    if width < 400:
        assert len(found["listed"]) == len(said)
        valued = [f for f in said if f.output]
        assert sum(bool(re.search(r"\d (µA/cm²|mV)$", entry)) for entry in found["listed"]) == len(valued)


def test_nothing_moves_while_values_change(show):
    page = show()
    places = """() => [...document.querySelectorAll("[data-view=cell] text")]
        .map((t) => [t.getAttribute("x"), t.getAttribute("y")].join()).join(";")"""
    before, said = page.evaluate(places), words(page)
    move(page, "pump_rate", "Home")
    assert words(page) != said
    assert page.evaluate(places) == before


def test_a_run_moves_the_scheme_and_stands_still_for_those_who_ask(show):
    page = show()
    assert level(page, "sodium") == pytest.approx(still().values["Na_in"] / 150, abs=0.005)
    page.locator("[data-action=play]").click()
    page.wait_for_timeout(300)
    early = level(page, "sodium")
    page.wait_for_function("() => !document.querySelector('.is-pause')", timeout=10_000)
    assert early < 0.5 * level(page, "sodium")
    calm = show(reduced_motion="reduce")
    move(calm, "t", "Home")
    calm.locator("[data-action=play]").click()
    calm.wait_for_timeout(50)
    assert level(calm, "sodium") == pytest.approx(still().values["Na_in"] / 150, abs=0.005)


def test_dark_and_forced_colours_reach_the_scheme(show):
    page = show()
    inks = (
        "() => [...document.querySelectorAll('[data-view=cell] [data-node] text')].map((t) => getComputedStyle(t).fill)"
    )
    light = page.evaluate(inks)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_timeout(60)
    assert set(page.evaluate(inks)).isdisjoint(light)
    forced = show(forced_colors="active", color_scheme="dark")
    papers = forced.evaluate(
        """() => { const probe = document.createElement("p");
                   probe.style.color = "CanvasText";
                   document.body.append(probe);
                   const texts = [...document.querySelectorAll("[data-node] text")];
                   return [getComputedStyle(probe).color, ...texts.map((t) => getComputedStyle(t).fill)] }"""
    )
    assert set(papers[1:]) == {papers[0]}


def test_print_shows_the_values(show):
    page = show(skip=False)
    page.emulate_media(media="print")
    page.wait_for_timeout(100)
    assert still().quantity("Na_in") in words(page)
    assert page.locator("[data-view=cell]").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_lists_nodes_and_flows(show, language):
    page = show(language)
    page.get_by_role("button", name=interface("lab.table").in_(language), exact=True).click()
    table = page.locator(".is-table table").first
    rows = [
        row.split("\t")
        for row in table.locator("tbody tr").evaluate_all(
            "rs => rs.map((r) => [...r.cells].map((c) => c.textContent).join('\\t'))"
        )
    ]
    expected = _Still(LAB, language)
    assert [value for _, value in rows] == [expected.quantity(item.output) for item in SCHEME.shown]
    assert len(rows) == len(SCHEME.shown) == 9
    assert all(name for name, _ in rows)
    assert {"zh": "浴液 K⁺", "en": "K⁺ in the bath"}[language] in rows[3][0]


@pytest.mark.parametrize("panel", [0, 1])
def test_dragging_in_a_panel_over_time_moves_the_cursor_everywhere(show, panel):
    page = show()
    before = [canvas(page, k) for k in (0, 1)]
    full = level(page, "sodium")
    surface = page.locator(".u-over").nth(panel)
    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 40, steps=3)
    page.mouse.up()
    # A quarter of eight hours: the axis is in hours, the cursor in minutes.
    assert page.locator(".ionsyn-p-t .widget-readout").inner_text() == "120"
    assert level(page, "sodium") == pytest.approx(still(t=120).values["Na_in"] / 150, abs=0.005)
    assert level(page, "sodium") < full
    assert all(canvas(page, k) != before[k] for k in (0, 1))


def canvas(page, place: int) -> str:
    return page.locator(".is-stage canvas").nth(place).evaluate("c => c.toDataURL()")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_described_and_has_a_still_twin(show, language):
    page = show(language)
    page.wait_for_timeout(700)
    picture = still_picture(LAB, language)
    assert page.locator("[data-view=cell]").get_attribute("aria-label") == picture["alt"]
    assert picture["height"] > 600


def test_an_arrow_may_leave_its_number_to_a_node(show_file, tmp_path):
    """Such an arrow has no words of its own, yet it is as wide as its value."""
    quiet = replace(SCHEME, flows=[replace(SCHEME.flows[0], label="", show_value=False), *SCHEME.flows[1:]])
    said = []
    for number, scheme in enumerate((SCHEME, quiet)):
        lab = replace(LAB, views=[scheme, *LAB.views[1:]])
        page = show_file(preview(lab, "en", tmp_path / str(number)))
        page.get_by_role("button", name=interface("lab.skip").in_("en"), exact=True).click()
        page.wait_for_timeout(100)
        said.append(words(page).count(_Still(lab, "en").quantity("I_K")))
        wide = flow(page, 0)["width"]
        move(page, "t", "Home")
        assert flow(page, 0)["width"] != wide
    assert said[0] == said[1] + 1
