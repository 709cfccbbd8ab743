"""What labs print and draw agrees between Python and the page, and the committed front end is that of its sources."""

from __future__ import annotations

import dataclasses
import functools
import gzip
import itertools
import json
import logging
import math
import random
import re
import subprocess
import warnings
from pathlib import Path

import numpy as np
import pytest
import yaml

from labsupport import labs
from labsupport.figures import style
from labsupport.i18n import LANGUAGES, Text
from labsupport.labs.declaration import Flow, Format, Node, Scheme, Zone
from labsupport.labs.experiment import Experiment
from labsupport.labs.identification import Identification
from labsupport.labs.scheme import wrap
from labsupport.labs.still import STILLS, _Still, still_picture

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "labsupport/widgets/static"
ALL = list(labs.LABS)
PAGE_SCRIPT_LIMIT = 130_000  # bytes of gzip -9; the rest of a lab page's 400 kB is the book's


def page_says(**questions) -> dict:
    names = ("formats", "typed", "grids", "specimens", "measured")
    question = json.dumps({name: list(questions.get(name, ())) for name in names})
    done = subprocess.run(
        ["node", str(Path(__file__).parent / "labs.mjs")], input=question, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_numbers_are_printed_alike():
    source = random.Random(20)
    rules = [Format(decimals=d, sign=s) for d in range(5) for s in (False, True)]
    rules += [Format(significant=n, sign=s) for n in (1, 2, 3, 4) for s in (False, True)]
    values = [0.0, -0.0, 0.04, -0.04, 1e6, 999999.9, 1e-4, 9.9999e-5, 12.5, 149.5, math.inf, math.nan]
    values += [source.choice((-1, 1)) * 10 ** source.uniform(-9, 9) for _ in range(400)]
    cases = [(v, rule) for v in values for rule in rules]
    sent = [[v if math.isfinite(v) else None, rule.spec()] for v, rule in cases]
    printed = page_says(formats=sent)["formats"]
    # A tie, such as 12.5 at no decimals, goes to even in one language and away from zero in the other.
    differing = [
        (v, rule, ours, theirs)
        for (v, rule), theirs in zip(cases, printed, strict=True)
        if (ours := rule(v)) != theirs and v not in (12.5, 149.5)
    ]
    assert len(printed) > 7000
    assert differing == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("−55", -55), ("１２．５", 12.5), ("20 mM", 20), ("1e-4", 1e-4), ("2 × 10^3", 2000), ("hello", None), ("", None)],
)
def test_typed_values_are_read_as_people_write_them(text, value):
    assert page_says(typed=[text])["typed"] == [value]


def test_hidden_values_are_drawn_alike():
    cases = []
    expected = []
    for experiment in (labs.get(i) for i in ALL):
        if not isinstance(experiment, Experiment):
            continue
        hidden = {h["name"]: h["grid"] for h in experiment.spec("en")["hidden"]}
        for specimen in range(1, 201):
            drawn = experiment.draw(specimen)
            for name, grid in hidden.items():
                cases.append([grid, f"{experiment.id}|{experiment.revision}|{specimen}|{name}"])
                expected.append(drawn[name])
    assert len(cases) >= 1000
    assert page_says(grids=cases)["draws"] == expected


# --- the unknown cell can be solved ----------------------------------------------------------------------------------


def test_what_is_asked_of_the_unknown_cell_can_be_found_from_its_rounded_readings():
    cell = labs.get("unknown_cell")
    volts = 8.314462618 * 310 / 96485.33212 * 1000

    def ratio(specimen, blocked, **bath):
        return math.exp(cell.measure(specimen, blocked, **bath) / volts)

    for specimen in range(1, 201):
        K_in = 5 / ratio(specimen, ["P_Na", "P_Cl"], K_out=5)
        Na_in = 145 / ratio(specimen, ["P_K", "P_Cl"], Na_out=145)
        Cl_in = 150 * ratio(specimen, ["P_K", "P_Na"], Cl_out=150)
        r = ratio(specimen, ["P_Cl"], K_out=0.5, Na_out=145)
        a = (r * K_in - 0.5) / (145 - r * Na_in)
        r = ratio(specimen, ["P_Na"], K_out=0.5, Cl_out=0)
        b = (r * K_in - 0.5) / Cl_in
        found = {"K_in": K_in, "Na_in": Na_in, "Cl_in": Cl_in, "P_Na": a, "P_Cl": b}
        for name, true in cell.draw(specimen).items():
            assert found[name] == pytest.approx(true, rel=cell.tolerance), (specimen, name)


def test_what_is_asked_of_the_unknown_channel_can_be_found_from_its_rounded_readings():
    channel = labs.get("unknown_channel")
    volts = 8.314462618 * 310 / 96485.33212 * 1000
    for specimen in range(1, 201):

        def zero(c_out, specimen=specimen):
            low, high = (channel.measure(specimen, V_m=V, c_out=c_out) for V in (-120, 120))
            g = (high - low) / 240
            return g, -120 - low / g

        g, E = zero(10)
        _, E_ten = zero(100)
        z = round(volts * math.log(10) / (E_ten - E))
        found = {"g": g, "z": z, "c_in": 10 / math.exp(z * E / volts)}
        for name, true in channel.draw(specimen).items():
            assert found[name] == pytest.approx(true, rel=channel.tolerance), (specimen, name)


def test_with_every_pathway_open_only_the_sum_is_known():
    """What the lab says of its limits: two cells with the same K_in + a Na_in cannot be told apart."""
    cell = labs.get("unknown_cell")
    model = cell.engine
    for K_out, Na_out, Cl_out in [(5, 145, 150), (0.5, 20, 0), (100, 0, 75)]:
        bath = {"K_out": K_out, "Na_out": Na_out, "Cl_out": Cl_out, "P_K": 1, "P_Na": 0.1, "P_Cl": 0.4, "Cl_in": 10}
        one = model(**bath, K_in=140, Na_in=10)["V_m"]
        other = model(**bath, K_in=139, Na_in=20)["V_m"]
        assert one == pytest.approx(other, abs=1e-12)


# --- identifications -------------------------------------------------------------------------------------------------

IDENTIFICATIONS = [i for i in ALL if isinstance(labs.get(i), Identification)]
SPECIMENS = range(1, 15)
# A trace that changes does so by a tenth of the tallest of the two traces at least, where it differs most: 20 pixels
# of a plot 200 pixels high.
VISIBLE = 0.1


def cells(lab) -> list[dict[str, float]]:
    """The weakest and the strongest cell, and the two in between that differ most."""
    low, high = ({d.name: float(getattr(d, end)) for d in lab.cell} for end in ("minimum", "maximum"))
    mixed = {name: (low if i % 2 else high)[name] for i, name in enumerate(low)}
    other = {name: (high if i % 2 else low)[name] for i, name in enumerate(low)}
    return [{**lab.fixed} | cell for cell in (low, high, mixed, other)]


@functools.cache
def extremes(lab_id: str) -> dict[str, np.ndarray]:
    """Traces of every recording: cells x (no drug, then lowest and highest dose of each candidate) x samples."""
    lab = labs.get(lab_id)
    ends = [{d.name: float(getattr(d, end)) for d in c.doses} for c in lab.candidates for end in ("minimum", "maximum")]
    rows = [cell | dose for cell in cells(lab) for dose in [{}, *ends]]
    found = {}
    for r in lab.recordings:
        start = {p.name: p.default for p in r.engine.parameters}
        values = {name: np.array([row.get(name, start[name]) for row in rows]) for name in start}
        if r.x.time:
            traces = r.engine.integrate(**values)[r.output]
        else:
            x = {r.x.parameter: np.linspace(r.x.low, r.x.high, 241)[None, :]}
            traces = r.engine(**{name: v[:, None] for name, v in values.items()} | x)[r.output]
        found[r.id] = traces.reshape(len(cells(lab)), 1 + len(ends), -1)
    return found


def apart(one: np.ndarray, other: np.ndarray) -> float:
    """The least over all cells of the greatest distance of two traces, as a share of the higher of their peaks."""
    return float((abs(one - other).max(-1) / np.maximum(one.max(-1), other.max(-1))).min())


def test_specimens_and_what_contradicts_a_name_are_alike():
    sent, expected = [], []
    for lab in map(labs.get, IDENTIFICATIONS):
        for specimen in range(1, 201):
            truth = lab.draw(specimen)["candidate"]
            sent.append([lab.spec("en"), specimen])
            against = [lab.contradiction(c.id, truth) for c in lab.candidates]
            expected.append([truth, *lab.settings(specimen), against])
    assert len(sent) >= 200
    assert page_says(specimens=sent)["specimens"] == expected


def test_measures_are_read_alike():
    sent, expected = [], []
    for lab in map(labs.get, IDENTIFICATIONS):
        for recording, traces in zip(lab.recordings, lab.traces(4).values(), strict=True):
            for measure, spec in zip(recording.measures, sent_measures(lab, recording), strict=True):
                for when in ("before", "after"):
                    sent.append([spec, traces["x"].tolist(), traces[when].tolist()])
                    expected.append(measure.of(traces["x"], traces[when]))
    assert len(sent) >= 10
    assert page_says(measured=sent)["measured"] == pytest.approx(expected, rel=1e-12)


def sent_measures(lab, recording) -> list[dict]:
    return next(r["measures"] for r in lab.spec("en")["recordings"] if r["id"] == recording.id)


@pytest.mark.parametrize("lab_id", IDENTIFICATIONS)
def test_every_round_has_each_candidate_once(lab_id):
    lab = labs.get(lab_id)
    count = len(lab.candidates)
    rounds = [[lab.draw(r * count + i)["candidate"] for i in range(1, count + 1)] for r in range(20)]
    assert all(sorted(found) == sorted(c.id for c in lab.candidates) for found in rounds)
    assert len({tuple(found) for found in rounds}) > 15


@pytest.mark.parametrize("lab_id", IDENTIFICATIONS)
def test_any_two_candidates_differ_visibly_where_their_signs_do(lab_id):
    """At every combination of lowest and highest doses, in weak and strong cells."""
    lab = labs.get(lab_id)
    traces = extremes(lab_id)
    compared = 0
    for (i, one), (j, other) in itertools.combinations(enumerate(lab.candidates), 2):
        recording = lab.contradiction(one.id, other.id)
        for a, b in itertools.product((1, 2), (1, 2)):
            first, second = traces[recording][:, 2 * i + a], traces[recording][:, 2 * j + b]
            assert apart(first, second) >= VISIBLE, (one.id, other.id, recording, a, b)
            compared += 1
    assert compared == 4 * math.comb(len(lab.candidates), 2)


@pytest.mark.parametrize("lab_id", IDENTIFICATIONS)
def test_a_sign_says_what_the_recording_shows(lab_id):
    """A recording that is said to stay the same does, and any other sign is a visible change."""
    lab = labs.get(lab_id)
    traces = extremes(lab_id)
    for (i, candidate), recording, dose in itertools.product(enumerate(lab.candidates), traces, (1, 2)):
        before, after = traces[recording][:, 0], traces[recording][:, 2 * i + dose]
        if candidate.signs[recording].kind == "same":
            assert np.array_equal(before, after), (candidate.id, recording)
        else:
            assert apart(before, after) >= VISIBLE, (candidate.id, recording, dose)


def test_what_is_said_of_the_drugs_is_what_is_measured():
    lab = labs.get("which_drug")
    seen = set()
    for specimen in SPECIMENS:
        candidate = lab.candidate(lab.draw(specimen)["candidate"])
        numbers = lab.measures(specimen)
        (peak, decay), (drug, blocked), (slow,) = (
            [after / before for before, after in numbers[i]] for i in ("A", "B", "C")
        )
        kinds = {i: sign.kind for i, sign in candidate.signs.items()}
        facts = {
            ("A", "slower"): decay > 1.2 and peak > 0.99,
            ("A", "smaller"): peak < 0.7 and decay < 1.01,
            ("A", "same"): peak == decay == 1,
            ("B", "more"): drug > 1.08 and blocked == pytest.approx(1, rel=0.03),
            ("B", "less"): drug < 0.9 and blocked == pytest.approx(1, rel=0.03),
            ("B", "same"): drug == blocked == 1,
            ("B", "other"): blocked > 1.2,
            ("C", "larger"): slow > 2,
            ("C", "smaller"): 0.2 < slow < 0.8,
            ("C", "gone"): slow < 0.02,
            ("C", "same"): slow == 1,
        }
        for key in kinds.items():
            assert facts[key], (specimen, candidate.id, key, numbers)
            seen.add(key)
    assert seen == set(facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_right_or_names_the_recording_and_why(language):
    lab = labs.get("which_drug")
    for specimen in range(1, 8):
        truth = lab.draw(specimen)["candidate"]
        for candidate in lab.candidates:
            verdict = lab.identify(specimen, candidate.id)
            assert bool(verdict) == (candidate.id == truth)
            said = verdict.words.in_(language)
            if verdict:
                assert said == candidate.explanation.in_(language)
            else:
                signs = [lab.candidate(i).signs[verdict.recording] for i in (candidate.id, truth)]
                assert signs[0].kind != signs[1].kind
                for words in (candidate.label, *(sign.words for sign in signs)):
                    assert words.in_(language) in said
                assert f"{verdict.recording}" in said
    with pytest.raises(KeyError, match="'aspirin': diazepam"):
        lab.identify(1, "aspirin")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (lambda lab: {"fixed": {"nothing": 1}}, "no recording has a parameter nothing"),
        (lambda lab: {"candidates": [*lab.candidates, dataclasses.replace(lab.candidates[0], id="twin")]},
         "nothing tells 'twin' from 'diazepam'"),
        (lambda lab: {"candidates": [dataclasses.replace(lab.candidates[0], signs={}), *lab.candidates[1:]]},
         "candidate 'diazepam' must have one sign for each recording"),
    ],
)  # fmt: skip
def test_a_wrong_identification_is_refused(changes, said):
    lab = labs.get("which_drug")
    with pytest.raises(ValueError, match=said):
        dataclasses.replace(lab, **changes(lab))


# --- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", ALL)
def test_still_pictures_have_every_glyph_and_a_description(lab_id, language, caplog):
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        still = still_picture(labs.get(lab_id), language)
    # Matplotlib warns of a missing glyph, or logs it where the text is a formula.
    assert [r.message for r in caplog.records] == []
    assert still["width"] >= 700
    assert len(still["png"]) > 4000
    assert not re.search(r"[{}*_^]", still["alt"].replace("E_", "").replace("P_", "").replace("I_", ""))


def test_a_missing_glyph_is_noticed():
    """The check above is worth something: a character outside the font does warn."""
    from matplotlib.figure import Figure

    with style(), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        figure = Figure()
        figure.text(0.5, 0.5, "\U00020089")
        figure.canvas.draw() if figure.canvas else None
        figure.savefig("/dev/null", format="png")
    assert any("Glyph" in str(w.message) for w in caught)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"nodes": [Node("a", "A", 1, 1), Node("a", "B", 9, 9)]}, "two nodes or flows are called 'a'"),
        ({"nodes": [Node("a", "A", 1, 1, shape="star")]}, "shape 'star' of node 'a' is not one of box, round"),
        ({"flows": [Flow("a", "c")]}, "a flow ends at 'c', which is no node and no other flow"),
        ({"flows": [Flow("a", "a")]}, "a flow leads from 'a' to itself"),
        ({"flows": [Flow("a", "f", id="f")]}, "a flow ends at 'f', which is no node and no other flow"),
        ({"flows": [Flow("a", "b", kind="likes")]}, "kind 'likes' of a flow is not one of flow, activates, inhibits"),
        ({"flows": [Flow("a", (101, 5))]}, "a place lies outside 0 to 100 percent"),
        ({"zones": [Zone("z", 50, 0, 60, 10)]}, "a place lies outside 0 to 100 percent"),
        ({"flows": [Flow("a", "b", "V", full=0)]}, "full must be a positive value"),
    ],
)
def test_a_wrong_scheme_is_refused(changes, said):
    sound = {"nodes": [Node("a", "A", 10, 10), Node("b", "B", 90, 90)], "flows": [Flow("a", "b")]}
    Scheme("s", Text(zh="图", en="S"), **sound)
    with pytest.raises(ValueError, match=f"scheme 's': {re.escape(said)}"):
        Scheme("s", Text(zh="图", en="S"), **(sound | changes))


def test_a_scheme_shows_only_what_its_model_has():
    nernst = labs.get("nernst")
    scheme = Scheme("s", Text(zh="图", en="S"), nodes=[Node("a", "A", 10, 10, "E"), Node("b", "B", 90, 90, "Q")])
    with pytest.raises(ValueError, match="model 'nernst' has no quantity 'Q'"):
        dataclasses.replace(nernst, views=[*nernst.views, scheme])


@pytest.mark.parametrize("lab_id", ["nernst", "unknown_cell", "which_drug"])
def test_a_lab_must_say_what_it_teaches(lab_id):
    with pytest.raises(ValueError, match=f"'{lab_id}': say in one sentence what it teaches"):
        dataclasses.replace(labs.get(lab_id), teaches=None)


def test_words_of_a_scheme_wrap_between_words_and_characters():
    assert wrap("glutamine synthetase", 80) == ["glutamine", "synthetase"]
    assert wrap("谷氨酰胺合成酶，GS", 52) == ["谷氨酰胺", "合成酶，", "GS"]
    assert wrap("*E*_{K} now", 20) == ["*E*_{K}", "now"]
    assert wrap("", 50) == []


def test_stills_know_labs_from_experiments():
    for lab_id in ALL:
        lab = labs.get(lab_id)
        assert STILLS[type(lab)](lab, "en").alt()
    assert STILLS[type(labs.get("nernst"))] is _Still


# --- colours ---------------------------------------------------------------------------------------------------------


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def themes() -> dict[str, dict[str, str]]:
    css = (FRONTEND / "src/styles/tokens.css").read_text("utf-8")
    rules = [dict(re.findall(r"--is-([\w-]+):\s*(#[0-9a-f]{6})", rule)) for rule in css.split("}")]
    light, dark = [rule for rule in rules if "paper" in rule]
    return {"light": light, "dark": light | dark}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_curves_and_words_stand_out_from_their_paper(theme):
    colors = themes()[theme]
    curves = [name for name in colors if name.startswith(("series-", "ion-"))]
    assert len(curves) == 8
    for name in [*curves, "accent", "good", "warn", "bad"]:
        # Labels are written in the colour of their curve, so words' 4.5 : 1 holds for all of them.
        assert contrast(colors[name], colors["paper"]) >= 4.5, name
    for paper in ("paper", "panel"):
        assert contrast(colors["ink"], colors[paper]) >= 7
        assert contrast(colors["muted"], colors[paper]) >= 4.5


def test_figures_and_page_have_the_same_colours():
    assert json.loads((STATIC / "colors.json").read_text("utf-8")) == themes()["light"]


# --- the bundle ------------------------------------------------------------------------------------------------------


def test_the_committed_front_end_is_built_from_its_sources(tmp_path):
    subprocess.run(["node", "build.mjs", str(tmp_path)], cwd=FRONTEND, check=True, capture_output=True)
    built = sorted(p.name for p in tmp_path.iterdir())
    assert {"page.js", "notebook.js", "widgets.css", "colors.json", "packages.json"} <= set(built)
    for name in built:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), f"{name}: rebuild with `make frontend`"


def test_the_page_script_keeps_to_its_weight():
    assert len(gzip.compress((STATIC / "page.js").read_bytes(), 9)) <= PAGE_SCRIPT_LIMIT


def test_nothing_in_the_bundle_evaluates_text_or_calls_out():
    for name in ("page.js", "notebook.js"):
        code = (STATIC / name).read_text("utf-8")
        assert not re.search(r"\beval\(|new Function\(|\bimport\(|createObjectURL|XMLHttpRequest|\bfetch\(", code), name
    css = (STATIC / "widgets.css").read_text("utf-8")
    assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", css)


def test_the_lock_file_names_no_registry():
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))
    packages = [entry for name, entry in lock["packages"].items() if name]
    assert len(packages) > 50
    assert all("resolved" not in entry and "integrity" in entry for entry in packages)


def test_descriptions_never_hold_html(monkeypatch):
    """The page carries no sanitiser, which is safe only while this holds."""
    monkeypatch.setenv("LABSUPPORT_STATIC", "1")
    from ipywidgets.embed import dependency_state

    from labsupport.widgets import lab

    allowed = set(re.findall(r"\b\w+(?:Model)\b", (FRONTEND / "src/manager/controls.js").read_text("utf-8")))
    for lab_id in ALL:
        state = dependency_state([lab(lab_id)], drop_defaults=False)
        assert len(state) > 5
        for entry in state.values():
            assert entry["state"].get("description_allow_html") is not True
            if entry["model_module"] == "@jupyter-widgets/controls":
                assert entry["model_name"] in allowed


@pytest.mark.parametrize("lab_id", ALL)
def test_a_live_notebook_gets_the_code_and_the_model(lab_id, monkeypatch):
    monkeypatch.delenv("LABSUPPORT_STATIC", raising=False)
    from labsupport.widgets import lab

    shown = lab(lab_id)
    assert repr(shown) == f"Lab('{lab_id}')"
    assert "export{" in shown.view._esm
    registered = shown.view._esm.split("ionsyn.register(")[1:]
    assert len(registered) == len(labs.get(lab_id).models)
    for model, code in zip(labs.get(lab_id).models, registered, strict=True):
        assert f'"{model}"' in code
    data, metadata = shown._repr_mimebundle_()
    assert data["text/plain"] == f"Lab('{lab_id}')"
    assert metadata == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab_id", ALL)
def test_words_of_labs_are_in_the_language_of_the_page(lab_id, language):
    """No word of the other language, no empty word: a missing translation shows here."""

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)

    spec = labs.get(lab_id).spec(language)
    rooms = ("title", "lead", "alt", "parameters", "quantities", "recordings", "candidates")
    spoken = list(strings({k: spec[k] for k in rooms if k in spec}))
    if language == "en":
        assert not [text for text in strings(spec) if re.search(r"[\u4e00-\u9fff]", text)]
    else:
        sentences = [text for text in spoken if len(text) > 30]
        assert all(re.search(r"[\u4e00-\u9fff]", text) for text in sentences)


def test_every_word_of_the_interface_has_both_languages():
    catalogue = yaml.safe_load((ROOT / "labsupport/interface.yaml").read_text("utf-8"))

    def check(entry, path):
        if set(entry) & set(LANGUAGES):
            assert set(entry) == set(LANGUAGES), path
            assert all(isinstance(text, str) and text for text in entry.values()), path
            fields = [set(re.findall(r"\{(\w+)\}", text)) for text in entry.values()]
            assert fields[0] == fields[1], path
            return 1
        return sum(check(inner, f"{path}.{key}") for key, inner in entry.items())

    assert check(catalogue, "") > 150
