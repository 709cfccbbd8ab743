"""Labels, links, terms, citations and typography of every page of both editions."""

import itertools
import re

import pytest
import reading
import yaml

from labsupport.book import notebooks

ALL = [(page, language) for page in notebooks.table_of_contents() for language in notebooks.EDITIONS]
HAN = "\u4e00-\u9fff"


def labels(language):
    """Label -> page, for the whole edition."""
    return {
        label: page for page in notebooks.table_of_contents() for label in reading.read_page(page, language).labels()
    }


def test_every_page_is_looked_at():
    assert len(ALL) == 2 * len(re.findall(r"(?:root|file):", (notebooks.ROOT / "_toc.yml").read_text("utf-8"))) >= 20


@pytest.mark.parametrize(("page", "language"), ALL)
def test_every_heading_has_a_label_of_its_own(page, language):
    blocks = reading.read_page(page, language).blocks
    bare = [
        b.text
        for i, b in enumerate(blocks)
        if b.level and not (i and blocks[i - 1].shape == "label" and blocks[i - 1].cell == b.cell)
    ]
    assert bare == []
    assert [b.level for b in blocks if b.level].count(1) == 1
    levels = [b.level for b in blocks if b.level]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("language", notebooks.EDITIONS)
def test_labels_are_unique_and_well_named(language):
    every = [x for page in notebooks.table_of_contents() for x in reading.read_page(page, language).labels()]
    assert len(every) >= 50
    assert sorted(x for x in set(every) if every.count(x) > 1) == []
    assert [x for x in every if not re.fullmatch(r"(sec|eq|fig|lab|ex|tab)-[a-z0-9-]+", x)] == []


def dead_targets(page, language, blocks=None):
    """References, formula numbers, pages and links that lead nowhere, as ``cell: target``."""
    known = labels(language)
    folder = notebooks.notebook_path(page, language).parent
    dead = []
    for block in blocks if blocks is not None else reading.read_page(page, language).blocks:
        for name, target in block.roles:
            if name in ("ref", "eq", "numref") and target not in known:
                dead.append(f"{block.cell}: {name} {target}")
            if name == "doc" and target.lstrip("/") not in notebooks.table_of_contents():
                dead.append(f"{block.cell}: doc {target}")
        for link in block.links:
            path, _, label = link.partition("#")
            if re.match(r"[a-z]+:", link):
                if not re.match(r"(https://[\w.-]+\.\w+(/\S*)?|mailto:\S+@\S+)$", link):
                    dead.append(f"{block.cell}: {link}")
            elif (label and not path and label not in known) or (path and not (folder / path).exists()):
                dead.append(f"{block.cell}: {link}")
    return dead


@pytest.mark.parametrize(("page", "language"), ALL)
def test_no_link_or_reference_is_dead(page, language):
    assert dead_targets(page, language) == []


def test_a_dead_link_is_noticed():
    markdown = "[a](#sec-nowhere) [b](gone.ipynb) {ref}`sec-nowhere` {eq}`eq-nowhere` [c](http://x.org) {doc}`/gone`"
    blocks = list(reading.blocks_of(markdown, "here"))
    assert len(dead_targets("index", "en", blocks)) == 6


@pytest.mark.parametrize(("page", "language"), ALL)
def test_every_term_and_citation_is_known(page, language):
    keys = set(re.findall(r"^@\w+\{([^,\s]+)", (notebooks.ROOT / "references.bib").read_text("utf-8"), re.MULTILINE))
    assert len(keys) > 50
    unknown = []
    for block in reading.read_page(page, language).blocks:
        for name, target in block.roles:
            if name == "term" and target.lower() not in reading.term_ids(language):
                unknown.append(f"{block.cell}: term {target}")
            if name.startswith("cite"):
                unknown += [f"{block.cell}: citation {k}" for k in target.split(",") if k.strip() not in keys]
    assert unknown == []


@pytest.mark.parametrize("language", notebooks.EDITIONS)
def test_glossary_is_complete(language):
    text = (notebooks.EDITIONS[language] / "glossary.md").read_text("utf-8")
    terms = reading.terms()
    assert len(terms) >= 50
    assert len({t["id"] for t in terms}) == len(terms)
    missing = [t["id"] for t in terms if not re.search(rf"^\s*{re.escape(t[language])}", text, re.MULTILINE)]
    missing += [t["id"] for t in terms if t["definition"][language] not in text]
    assert missing == []
    names = [n.lower() for t in terms for n in [t[language], *t.get("also", {}).get(language, [])]]
    assert sorted({n for n in names if names.count(n) > 1}) == []


def test_terms_are_defined_in_both_languages():
    for term in reading.terms():
        assert re.search(f"[{HAN}]", term["definition"]["zh"]), term["id"]
        assert term["definition"]["zh"].endswith("。"), term["id"]
        assert term["definition"]["en"].endswith("."), term["id"]
        assert not re.search(f"[{HAN}]", term["definition"]["en"] + term["en"]), term["id"]


def test_pages_link_their_terms():
    """The glossary covers the whole part; the pages written so far must link a fair share of it, each section some."""
    linked = {
        page: {
            reading.term_ids("en").get(target.lower())
            for block in reading.read_page(page, "en").blocks
            for name, target in block.roles
            if name == "term"
        }
        for page in notebooks.pages()
    }
    assert all(len(found) >= 5 for page, found in linked.items() if page.startswith("chapters/"))
    assert len(set().union(*linked.values())) >= 35


# Typography -----------------------------------------------------------------------------------------------------

X = reading.FORMULA
_IN_UNIT = re.compile(r"(?<=[A-Za-z/·])\([A-Za-z0-9²³ ·]+\)")  # J/(mol K)
CHINESE = {
    "half-width punctuation in Chinese prose": re.compile(
        rf"(?<=[{HAN}{X}）”])\s*[,;:!?]|[,;!?](?=\s*[{HAN}])|(?<=[{HAN}])\.(?!\d)"
    ),
    "half-width parentheses in Chinese prose": re.compile(rf"(?<=[{HAN}])\s?[(\[]|[)\]]\s?(?=[{HAN}])"),
    "straight quotation marks": re.compile("[\"']"),
    "full-width letters or digits": re.compile("[Ａ-Ｚａ-ｚ０-９]"),
    "an ellipsis is ……": re.compile(r"\.\.\.|(?<!…)…(?!…)"),
    "a dash is ——": re.compile(rf"(?<!—)—(?!—)|(?<=[{HAN}])\s?-{{1,2}}\s?(?=[{HAN}])"),
    "a space after full-width punctuation": re.compile(r"[，。；：！？、（][ \t]|[ \t][，。；：！？、）]"),
}
ENGLISH = {
    "Chinese punctuation or characters": re.compile(f"[{HAN}，。；：！？、（）《》「」]"),
    "straight quotation marks": re.compile('"'),
    "a space before punctuation": re.compile(r"\w [,;:!?.](?=\s|$)"),
    "two spaces": re.compile(r"(?<=\S) {2,}(?=\S)"),
}
BOTH = {
    "a minus is U+2212": re.compile(rf"(?<![\w{X}{HAN}\-])-\d"),
    "a space goes between number and unit": re.compile(
        r"(?<![\w.])\d+(?:\.\d+)?(?:mV|µV|mM|µM|nM|ms|nS|pS|pA|nA|pC|nm|µm|K|°C|kJ|Hz)\b"
    ),
    "micro is U+00B5": re.compile("\u03bc(?=[A-Z]|[mslg]\\b)"),
}


def typography(text, language):
    """What is wrong with a passage, as ``rule: where``."""
    if language == "zh":
        text = re.sub(r"《[^》]*》", "", text)
    text = _IN_UNIT.sub("", text)
    rules = {**(CHINESE if language == "zh" else ENGLISH), **BOTH}
    return [
        f"{rule}: …{text[max(0, m.start() - 12) : m.end() + 12]}…"
        for rule, p in rules.items()
        for m in p.finditer(text)
    ]


@pytest.mark.parametrize(("page", "language"), ALL)
def test_typography(page, language):
    if page == "bibliography":
        return
    found = []
    for block in reading.read_page(page, language).blocks:
        if block.is_prose and "lang=" not in block.source:
            found += [f"{block.cell}: {x}" for x in typography(block.text, language)]
    assert found == []


@pytest.mark.parametrize("language", notebooks.EDITIONS)
def test_typography_of_definitions(language):
    assert [(t["id"], x) for t in reading.terms() for x in typography(t["definition"][language], language)] == []


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("钾离子,钠离子", "zh", "half-width punctuation"),
        ("结果是 5.然后", "zh", None),
        ("钾离子. 然后", "zh", "half-width punctuation"),
        (f"电位{X}, 然后", "zh", "half-width punctuation"),
        ("膜电容(membrane capacitance)约为", "zh", "parentheses"),
        ("膜电容（membrane capacitance）约为 8.3 J/(mol K)，", "zh", None),
        ("他说“好”", "zh", None),
        ('他说"好"', "zh", "straight"),
        ("是 -89 mV", "zh", "minus"),
        ("是 −89.0 mV，对吗？", "zh", None),
        ("电流-电压", "zh", "dash"),
        ("电流–电压曲线——就是它", "zh", None),
        ("it is 89mV", "en", "space goes between"),
        ("two-ion, 5–140 mM (see above): fine.", "en", None),
        ("the 中文 edition", "en", "Chinese"),
    ],
)
def test_typography_rules(text, language, rule):
    found = typography(text, language)
    assert (found == []) if rule is None else any(rule in f for f in found)


def test_no_page_speaks_of_its_making():
    """The book speaks of its subject, in words that stay true."""
    wrong = re.compile(r"\b(TODO|FIXME|XXX|lorem|placeholder|work in progress)\b|待补|未完成|占位", re.IGNORECASE)
    found = [
        (page, language, block.cell, m[0])
        for page, language in ALL
        for block in reading.read_page(page, language).blocks
        if (m := wrong.search(block.text))
    ]
    assert found == []


def test_config_of_both_editions_reads_the_same_source():
    zh, en = (yaml.safe_load((f / "_config.yml").read_text("utf-8")) for f in notebooks.EDITIONS.values())
    assert zh["parse"]["myst_enable_extensions"] == en["parse"]["myst_enable_extensions"]
