"""The index of labs and exercises lists what is declared, all of it, and every link finds its place."""

import re

import pytest

from labsupport import exercises, labs
from labsupport.book import catalogue, contents, notebooks

LANGUAGES = ("zh", "en")
ENTRY = re.compile(r"^- \[(.+)\]\(([\w-]+)\)(?: \(|（)(\d+) (?:min\)|分钟）)\\\n  (.+)$", re.MULTILINE)


def declared() -> dict:
    return labs.labs() | exercises.exercises() | exercises.code_exercises()


def entries(language: str) -> list[tuple[str, str, str, str]]:
    return ENTRY.findall(catalogue.body(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lab_and_exercise_is_listed_once(language):
    """By comparison with the declarations: what stands on no page is missed here."""
    assert [name for name, d in declared().items() if d.teaches is None] == []
    found = {(title, teaches, int(minutes)) for title, _, minutes, teaches in entries(language)}
    wanted = {
        (catalogue.markdown(d.title.in_(language)), catalogue.markdown(d.teaches.in_(language)), d.minutes): name
        for name, d in declared().items()
    }
    assert [name for key, name in wanted.items() if key not in found] == []
    assert len(entries(language)) == len(wanted) == len(declared()) >= 90
    assert catalogue.body(language).count("\n- ") == len(declared())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_heading_of_the_book(language):
    labels = set()
    for page in notebooks.pages():
        notebook = notebooks.read(notebooks.notebook_path(page, language))
        for cell in notebook.cells:
            labels |= set(re.findall(r"^\(([\w-]+)\)=$", cell.source, re.MULTILINE))
    assert {label for _, label, _, _ in entries(language)} <= labels


def test_a_link_stands_right_above_what_it_names():
    """The text between the heading that a link names and the cell that shows the lab or card holds no other heading."""
    for name, places in catalogue.places("en").items():
        page, label = places[-1]
        notebook = notebooks.read(notebooks.notebook_path(page, "en"))
        sources = [cell.source for cell in notebook.cells]
        show = max(i for i, s in enumerate(sources) if re.search(rf"""^(lab|practice)\(\s*["']{name}["']""", s, re.M))
        above = "\n".join(s for s, c in zip(sources[:show], notebook.cells, strict=False) if c.cell_type == "markdown")
        assert re.findall(r"^\(([\w-]+)\)=\n#", above, re.MULTILINE)[-1] == label, name


def test_both_editions_lead_to_the_same_places():
    zh, en = (entries(language) for language in LANGUAGES)
    assert [(label, minutes) for _, label, minutes, _ in zh] == [(label, minutes) for _, label, minutes, _ in en]
    headings = [re.findall(r"^\(([\w-]+)\)=$", catalogue.body(language), re.MULTILINE) for language in LANGUAGES]
    assert headings[0] == headings[1]
    assert len(set(headings[0])) == len(headings[0]) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_introduces_what_is_added_to_it(language):
    assert catalogue.PAGE in contents.pages()
    source = [(contents.folder(language) / "catalogue.md").read_text("utf-8")]
    introduction = source[0]
    catalogue.write("glossary", source, language, notebooks.ROOT)
    assert source == [introduction]
    catalogue.write("catalogue", source, language, notebooks.ROOT)
    assert source[0].startswith(introduction.rstrip())
    assert source[0].count("\n## ") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_taught_is_short_and_in_its_language(language):
    """Short enough for a list; the two languages are written apart."""
    for name, item in declared().items():
        text = item.teaches.in_(language)
        assert 2 <= len(text) <= (70 if language == "zh" else 160), name
        assert bool(re.search(r"[\u4e00-\u9fff]", text)) == (language == "zh"), name


def test_marks_become_markdown():
    assert catalogue.markdown("*E*_{K} of Ca^{2+}") == "*E*{sub}`K` of Ca{sup}`2+`"
