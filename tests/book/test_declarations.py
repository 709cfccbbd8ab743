"""What is generated agrees with its declaration, and the parts of the build do what they say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from docutils import nodes

from labsupport.book import contents, declared, formulas, glossary, prose, references, site
from labsupport.book.links import links
from labsupport.book.words import words
from labsupport.modelling import registry

ROOT = Path(__file__).resolve().parents[2]


def test_configuration_files_are_those_of_the_declaration():
    files = contents.files()
    assert sorted(files) == ["_config.yml", "_toc.yml", "en/_config.yml", "en/_toc.yml"]
    for path, text in files.items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path}: run `python -m labsupport.book configure`"


def test_both_editions_list_the_same_pages_and_they_exist():
    listed = []
    for folder in (ROOT, ROOT / "en"):
        toc = yaml.safe_load((folder / "_toc.yml").read_text("utf-8"))
        pages = [toc["root"]] + [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]
        assert all((folder / f"{page}.ipynb").exists() or (folder / f"{page}.md").exists() for page in pages)
        on_disk = {
            path.relative_to(folder).with_suffix("").as_posix()
            for kind in ("chapters", "exercises")
            for path in (folder / kind).rglob("*.ipynb")
            if ".ipynb_checkpoints" not in path.parts
        }
        assert on_disk <= set(pages), "a notebook that no table of contents lists"
        listed.append(pages)
    assert listed[0] == listed[1] == contents.pages()
    assert all(re.fullmatch(r"[a-z_]+(/[a-z_]+)*", page) for page in listed[0])


def test_editions_differ_in_language_alone():
    first, second = (yaml.safe_load((ROOT / path).read_text("utf-8")) for path in ("_config.yml", "en/_config.yml"))
    for config in (first, second):
        for key in ("title", "author", "bibtex_bibfiles"):
            del config[key]
        del config["sphinx"]["config"]["language"]
    assert first == second
    assert first["execute"]["execute_notebooks"] == "force"
    assert first["execute"]["raise_on_error"] is True
    assert "allow_errors" not in first["execute"]


def test_glossaries_are_those_of_the_terms():
    for language in contents.languages():
        path = contents.folder(language) / "glossary.md"
        assert path.read_text("utf-8") == glossary.page(language), "run `python -m labsupport.book configure`"
    assert len(glossary.terms()) >= 60


GOOD = {"id": "a-term", "zh": "词", "en": "word", "definition": {"zh": "义", "en": "meaning"}}


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([GOOD], None),
        ([{**GOOD, "id": "A term"}], "lower-case"),
        ([{**GOOD, "zh": ""}], "no zh headword"),
        ([{**GOOD, "definition": {"zh": "义"}}], "no en definition"),
        ([GOOD, {**GOOD, "zh": "字", "en": "letter"}], "two entries have this id"),
        ([GOOD, {**GOOD, "id": "other", "zh": "字", "also": {"en": ["Word"]}}], "two entries bear this en name"),
        ([{**GOOD, "colour": "red"}], "unknown key"),
    ],
)
def test_a_wrong_term_is_named(entries, said):
    found = glossary.problems(entries)
    assert (found == []) if said is None else any(said in text for text in found)


def test_every_word_of_the_interface_is_in_both_languages():
    zh, en = words("zh"), words("en")
    assert set(zh) == set(en)
    assert len(zh) > 40
    assert all(zh.values())
    assert all(en.values())
    for key in zh:
        assert set(re.findall(r"\{\w+\}", zh[key])) == set(re.findall(r"\{\w+\}", en[key])), key


def test_links_need_a_repository():
    nothing = {"repository": "", "branch": "main", "site": ""}
    assert links("chapters/ion/nernst", "en", nothing) == {}
    hub = {"repository": "https://github.com/someone/book", "branch": "main", "site": ""}
    found = links("chapters/ion/nernst", "en", hub)
    assert set(found) == {"edit", "binder", "colab", "jupyterhub"}
    assert found["binder"].startswith("https://mybinder.org/v2/gh/someone/book/main?urlpath=lab%2Ftree%2Fen%2Fchapters")
    assert found["colab"].endswith("github/someone/book/blob/main/en/chapters/ion/nernst.ipynb")
    assert found["edit"] == "https://github.com/someone/book/edit/main/en/chapters/ion/nernst.ipynb"
    assert found["jupyterhub"].startswith("hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fsomeone%2Fbook")
    assert set(links("glossary", "zh", hub)) == {"edit"}
    elsewhere = links("index", "zh", {**hub, "repository": "https://git.example.org/a/book"})
    assert "colab" not in elsewhere
    assert "v2/git/https%3A%2F%2Fgit.example.org" in elsewhere["binder"]


def test_sitemap_names_every_page_and_its_twin(tmp_path):
    for page in contents.pages():
        for language in contents.languages():
            path = tmp_path / site.page_address(page, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    text = site.sitemap(tmp_path, "https://book.example.org/x")
    assert text.count("<loc>") == 2 * len(contents.pages())
    assert text.count("<xhtml:link") == 4 * len(contents.pages())
    assert "<loc>https://book.example.org/x/en/chapters/ion/ghk.html</loc>" in text
    assert "Sitemap:" not in site.robots("")
    assert "Sitemap: https://book.example.org/sitemap.xml" in site.robots("https://book.example.org")


def paragraph(text: str) -> nodes.document:
    from docutils.utils import new_document

    document = new_document("test")
    document += nodes.paragraph("", "", nodes.Text(text))
    return document


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("第一句。\n第二句。", "第一句。第二句。"),
        ("浓度是\n5 mM", "浓度是5 mM"),
        ("of the\ncell", "of the cell"),
        ("用 GHK\n方程", "用 GHK方程"),
        ("他说“好”\nK 离子", "他说“好”K 离子"),
    ],
)
def test_chinese_lines_join_without_a_space(written, joined):
    document = paragraph(written)
    prose.join_lines(document)
    assert document.astext() == joined


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (("见 ", "王等（", "2002", "）", " 把"), "见 王等（2002）把"),
        (("变负 ", "（", "王，1999", "）", "；"), "变负（王，1999）；"),
        (("在 ", "Nernst", " 之后"), "在 Nernst 之后"),
    ],
)
def test_no_space_is_left_beside_the_wide_brackets_of_a_citation(written, printed):
    document = paragraph(written[0])
    for index, part in enumerate(written[1:]):
        document[0] += nodes.inline("", "", nodes.Text(part)) if index % 2 else nodes.Text(part)
    prose.close_up(document)
    assert document.astext() == printed


def test_fonts_shrink_to_what_is_shown():
    full = sum(path.stat().st_size for path in (formulas.KATEX / "fonts").glob("*.woff2"))
    cut = formulas.subset(set("EKRTzF0123456789"))
    assert len(cut) == len(list((formulas.KATEX / "fonts").glob("*.woff2"))) == 20
    assert sum(map(len, cut.values())) < 0.6 * full
    assert cut == formulas.subset(set("EKRTzF0123456789"))


def test_formulas_use_the_katex_of_the_front_end():
    """Cards are rendered when the front end is built, pages when the book is: one version, one style sheet."""
    import json

    from sphinxcontrib import katex

    locked = json.loads((ROOT / "frontend/package-lock.json").read_text("utf-8"))
    assert locked["packages"]["node_modules/katex"]["version"] == katex.katex_version


def test_labels_of_works():
    from pybtex.database import Entry, Person

    def work(year: str, *names: str) -> Entry:
        return Entry("article", {"year": year, "title": "T"}, {"author": [Person(name) for name in names]})

    works = [
        work("1943", "Goldman, D."),
        work("1949", "Hodgkin, A.", "Katz, B."),
        work("1952", "A, A.", "B, B.", "C, C."),
    ]
    english = list(references.Labels().format_labels(works))
    assert english == ["Goldman 1943", "Hodgkin and Katz 1949", "A et al. 1952"]
    assert list(references.ChineseLabels().format_labels(works))[1:] == ["Hodgkin 和 Katz 1949", "A 等 1952"]
    assert list(references.Labels().format_labels([works[0], works[0]])) == ["Goldman 1943a", "Goldman 1943b"]


def test_the_index_names_the_module_of_every_model_and_exercise():
    assert registry.INDEX.read_text("utf-8") == declared.text(), "run `python -m labsupport.book configure`"


def test_what_the_index_lacks_is_found_all_the_same():
    """A model or exercise just written works before `configure` has listed it."""
    script = (
        "from labsupport.modelling import registry\n"
        "registry.index = lambda: {'models': {}, 'exercises': {}}\n"
        "from labsupport.exercises import bank\n"
        "bank.index = registry.index\n"
        "assert registry.get('nernst').id == 'nernst' and bank.find('nernst-potassium').id == 'nernst-potassium'\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_lab_imports_its_own_topic_only():
    script = (
        "import sys\nfrom labsupport import lab\nlab('nernst')\n"
        "print(*[m for m in sys.modules if m.startswith(('labsupport.synapse', 'labsupport.exercises.bank.'))])"
    )
    shown = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert shown.split() == []


def test_a_function_comes_with_its_own_topic_only():
    script = (
        "import sys\nfrom labsupport.synapse import gaba_pools\n"
        "print(*[m for m in sys.modules if m.startswith('labsupport.synapse.')])"
    )
    shown = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    # `glutamate_cycle` shares its module's name, so it is there from the beginning.
    assert sorted(shown.split()) == ["labsupport.synapse.gaba_synthesis", "labsupport.synapse.glutamate_cycle"]


def test_rooms_offer_functions_that_share_their_modules_name():
    """Whatever was imported before, a name is the function and not the module called alike."""
    from labsupport import electrochemistry, synapse
    from labsupport.modelling import models

    assert len(models()) > 50
    for room in (electrochemistry, synapse):
        assert len(set(room.__all__)) == len(room.__all__)
        assert set(room.__all__) <= set(dir(room))
        assert all(callable(getattr(room, name)) for name in room.__all__)
    with pytest.raises(AttributeError, match="'no_such_name'"):
        synapse.no_such_name  # noqa: B018
