"""Every claim of the book has its place in both editions, and every number of the prose is computed.

``claims/*.yaml`` lists what each page must say: an `id`, the `claim` in a few words, the `page`, the `place` (a label
of both editions) and the `numbers` printed there.  A number gives its `printed` form (or `zh` and `en` forms), a
Python expression `value`, and the `format` that turns the one into the other.
"""

import ast
import copy
import json
import math
import re

import numpy as np
import pytest
import reading
import yaml

from labsupport import constants, electrochemistry, network, synapse
from labsupport.book import notebooks

FILES = sorted((notebooks.ROOT / "tests" / "editions" / "claims").glob("*.yaml"))
CLAIMS = [claim for file in FILES for claim in yaml.safe_load(file.read_text("utf-8"))]
SECTIONS = {page for page in notebooks.table_of_contents() if page.startswith("chapters/")}
NAMES = {
    **{
        k: getattr(module, k)
        for module in (math, electrochemistry, synapse, network, constants)
        for k in {*vars(module), *getattr(module, "__all__", ())}  # some are imported when first used
        if not k.startswith("_")
    },
    **{"np": np, "numpy": np, "abs": abs, "min": min, "max": max, "round": round, "sum": sum},
}


def compute(expression):
    return float(eval(str(expression), {"__builtins__": {}}, dict(NAMES)))


def stands_in(printed, text):
    """Whether a printed number is in a text as a whole number, not as the tail of a longer one."""
    pattern = re.sub(r"\\?[ \u00a0\u202f]", r"[ \\u00a0\\u202f]", re.escape(printed))
    return re.search(rf"(?<![\d.−])(?<!\d[ \u202f]){pattern}(?![\d]|\.\d)", text) is not None


def problems_of(claim, read=reading.read_page):
    """What is wrong with one claim, in both editions."""
    found = []
    for language in notebooks.EDITIONS:
        place = read(claim["page"], language).place(claim["place"])
        if place is None:
            found.append(f"{claim['id']}: {claim['place']} is not in the {language} edition of {claim['page']}")
            continue
        prose = "\n".join(b.text for b in place if b.is_prose)
        if len(re.findall(r"[\u4e00-\u9fff]|[A-Za-z]+", prose)) < 12:
            found.append(f"{claim['id']}: nothing is said at {claim['place']} in the {language} edition")
        for number in claim.get("numbers", []):
            printed = number.get(language, number.get("printed"))
            if printed is None or not stands_in(printed, prose):
                found.append(f"{claim['id']}: {printed!r} is not printed at {claim['place']} in the {language} edition")
    return found


def value_problems(claim):
    """Numbers of a claim whose expression gives something else than what is printed."""
    found = []
    for number in claim.get("numbers", []):
        value = compute(number["value"])
        for printed in {number.get("printed"), number.get("zh"), number.get("en")} - {None}:
            shown = number["format"].format(value).replace("-", "\u2212") if "format" in number else None
            read = reading.numbers(printed)
            near = any(abs(n.value - value) <= n.slack * (1 + 1e-9) for n in read)
            if not (shown == printed if shown and "printed" in number else near):
                found.append(f"{claim['id']}: {number['value']} is {shown or value}, printed is {printed}")
    return found


def test_every_section_has_claims_and_each_claim_one_name():
    assert len(FILES) >= len(SECTIONS) >= 4
    assert SECTIONS - {c["page"] for c in CLAIMS} == set()
    assert {c["page"] for c in CLAIMS} <= set(notebooks.pages())
    ids = [c["id"] for c in CLAIMS]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []
    assert len(ids) >= 70
    for claim in CLAIMS:
        assert set(claim) - {"numbers"} == {"id", "claim", "page", "place"}, claim["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", claim["id"])
        assert len(claim["claim"].split()) >= 4, claim["id"]
        for number in claim.get("numbers", []):
            assert "value" in number, claim["id"]
            assert "printed" in number or {"zh", "en"} <= set(number), claim["id"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: c["id"])
def test_claim_has_its_place_and_its_numbers(claim):
    assert problems_of(claim) == []
    assert value_problems(claim) == []


def test_a_claim_that_lost_its_place_fails_by_name():
    claim = CLAIMS[0] | {"place": "sec-nowhere"}
    assert problems_of(claim) == [
        f"{claim['id']}: sec-nowhere is not in the {language} edition of {claim['page']}" for language in ("zh", "en")
    ]


def test_a_changed_number_fails_by_name():
    claim = next(c for c in CLAIMS if "printed" in (c.get("numbers") or [{}])[0])
    wrong = copy.deepcopy(claim)
    wrong["numbers"][0]["value"] = f"2 * ({wrong['numbers'][0]['value']}) + 3"
    assert [w for w in value_problems(wrong) if w.startswith(claim["id"])]
    wrong["numbers"][0]["printed"] = "1234.5 mV"
    assert [w for w in problems_of(wrong) if "1234.5 mV" in w]


def test_a_deleted_english_section_fails_its_claims():
    page = "chapters/ion/nernst"
    english = notebooks.read(notebooks.notebook_path(page, "en"))
    place = next(c for c in CLAIMS if c["page"] == page and c.get("numbers"))["place"]
    for cell in english.cells:
        if f"({place})=" in cell.source:
            cell.source = f"({place})=\n## Nothing"
    damaged = reading.page_of(english, page, "en")
    hurt = [
        x
        for claim in CLAIMS
        if claim["page"] == page and claim["place"] == place
        for x in problems_of(claim, lambda name, lang: damaged if lang == "en" else reading.read_page(name, lang))
    ]
    assert hurt
    assert all("English" in x or " en " in x for x in hurt)


# Every number with a unit --------------------------------------------------------------------------------------------


def literals(source):
    """The numbers written in Python source, with their signs."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) in (int, float)]
    negated = [n.operand for n in ast.walk(tree) if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.USub)]
    return [float(n.value) for n in found] + [-float(n.value) for n in negated if n in found]


def numbers_in_data(data):
    return [float(x) for x in re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", json.dumps(data))]


def known_numbers(page, language):
    """What the page computes or is given: its code, its outputs, its labs and exercises, and its claims."""
    from labsupport.exercises import get as exercise
    from labsupport.labs import get as lab

    known: list[float] = []
    for block in reading.read_page(page, language).blocks:
        if block.shape == "code":
            known += literals(block.source) + [n.value for n in reading.numbers(block.text.replace("-", "−"))]
            known += [float(x) for x in re.findall(r"-?\d+\.?\d*(?:e[+-]?\d+)?", block.text.replace("−", "-"))]
            for name in re.findall(r'\blab\("(\w+)"\)', block.source):
                known += numbers_in_data(lab(name).spec(language))
            for name in re.findall(r'\bpractice\("([\w-]+)"', block.source):
                asked = exercise(name)
                if hasattr(asked, "values"):  # a card that asks for a function has no numbers of its own
                    known += [float(v) for v in asked.values("v01").values() if v != str(v) or v[-1:].isdigit()]
    for claim in CLAIMS:
        if claim["page"] == page:
            for number in claim.get("numbers", []):
                shown = {number.get("printed"), number.get(language)} - {None}
                known += [n.value for text in shown for n in reading.numbers(text)]
                known += literals(str(number["value"]))
    return known


def is_known(number, known):
    """Some known number rounds to it, in a multiple of the unit; prose may say "89 mV below" for −89.0."""
    for value in known:
        for scale in (1, 1e3, 1e-3, 1e6, 1e-6, 1e9, 1e-9, 1e12, 1e-12, 100):
            if abs(value * scale - number.value) <= number.slack * (1 + 1e-6):
                return True
            if number.value > 0 and abs(-value * scale - number.value) <= number.slack * (1 + 1e-6):
                return True
    return False


def unexplained(page, language, blocks=None):
    known = known_numbers(page, language)
    return [
        f"{page} ({language}), cell {block.cell}: {number.printed}"
        for block in blocks or reading.read_page(page, language).blocks
        if block.is_prose
        for number in reading.numbers(block.text)
        if number.unit and not is_known(number, known)
    ]


@pytest.mark.parametrize("page", notebooks.pages())
@pytest.mark.parametrize("language", notebooks.EDITIONS)
def test_every_number_with_a_unit_is_computed(page, language):
    """By a cell of the page, a lab or card on it, or a claim: a change of a model cannot leave old numbers behind."""
    assert unexplained(page, language) == []


def test_an_invented_number_is_noticed():
    blocks = list(reading.blocks_of("It is −87.654 mV at 310 K.", "here"))
    assert unexplained("chapters/ion/nernst", "en", blocks) == ["chapters/ion/nernst (en), cell here: −87.654 mV"]
