"""What the documents promise is there: links, pictures, commands, rooms, both languages."""

import ast
import re
import struct
from pathlib import Path

import pytest

from labsupport.book.settings import ROOT

DOCUMENTS = ["README.md", "README.zh.md", "docs/architecture.md", "docs/contributing.md", "THIRD_PARTY_NOTICES.md"]


def text(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_pictures_lead_somewhere(name):
    prose = re.sub(r"```.*?```", "", text(name), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", prose)
    assert links or not name.startswith("README")
    folder = (ROOT / name).parent
    assert [x for x in links if not x.startswith("https://") and not (folder / x.split("#")[0]).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS[:4])
def test_named_files_exist(name):
    """Paths between backticks; those with <...> or a star stand for many."""
    named = re.findall(r"`((?:labsupport|frontend|tests|docs|binder|build|en)/[\w./-]*)`", text(name))
    missing = [x for x in named if not x.startswith("build/") and not (ROOT / x).exists()]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS[:4])
def test_named_make_targets_exist(name):
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?<![\w-])make ([a-z]+)\b(?= |`|\n|$)", text(name)))
    assert named <= targets
    if name.startswith("README"):
        assert {"serve", "test"} <= named


def test_readmes_are_twins():
    english, chinese = text("README.md"), text("README.zh.md")
    shape = [re.findall(r"^#+", x, re.MULTILINE) for x in (english, chinese)]
    assert shape[0] == shape[1]
    code = [re.findall(r"```(?:sh|python)\n(.*?)```", x, re.DOTALL) for x in (english, chinese)]
    bare = [[re.sub(r"\s*#.*", "", c).replace("en/chapters", "chapters") for c in blocks] for blocks in code]
    assert bare[0] == bare[1]
    assert "](README.zh.md)" in english
    assert "](README.md)" in chinese


def test_example_of_the_readme_is_true():
    from labsupport.electrochemistry import ghk_potential, nernst_potential

    assert f"{nernst_potential(c_out=5, c_in=140, z=1, T=310):.1f}" == "-89.0"
    assert ghk_potential(K_out=[2.5, 5, 10]).shape == (3,)


def test_architecture_names_every_room():
    rooms = {p.name for p in (ROOT / "labsupport").iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert len(rooms) >= 7
    assert [r for r in rooms if f"`{r}`" not in text("docs/architecture.md")] == []
    layers = {p.name for p in (ROOT / "tests").iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert [x for x in layers if f"| `{x}` |" not in text("docs/architecture.md")] == []


def imported_rooms(path: Path) -> set[str]:
    """Rooms of `labsupport` that a module names in its imports, wherever in the module they stand."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "labsupport":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("labsupport."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("labsupport.")}
    return found


def test_rooms_import_only_rooms_above_them():
    table = text("docs/architecture.md").split("## Rooms")[1].split("\n## ")[0]
    rows = [re.findall(r"`(\w+)`", row) for row in re.findall(r"^\| (`\w+`[^|]*) \|", table, re.MULTILINE)]
    level = {room: number for number, row in enumerate(rows) for room in row}
    modules = {p.relative_to(ROOT / "labsupport"): p for p in (ROOT / "labsupport").rglob("*.py")}
    used = {
        (name.parts[0].removesuffix(".py"), room)
        for name, path in modules.items()
        if name != Path("__init__.py")
        for room in imported_rooms(path)
        if room in level
    }
    assert len(level) >= 12
    assert {room for room, _ in used} | {room for _, room in used} == set(level)
    assert sorted((room, other) for room, other in used if level[other] > level[room]) == []


@pytest.mark.parametrize("name", ["docs/images/lab-en.png", "docs/images/lab-zh.png"])
def test_screenshots_are_small_and_sharp(name):
    content = (ROOT / name).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(content) < 120_000
    width, height = struct.unpack(">II", content[16:24])
    assert width >= 800
    assert height >= 500
