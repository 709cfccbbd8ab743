"""Nothing of others is sent out without its licence."""

import json
import re
import subprocess

import pytest

from labsupport.book import assets, notices
from labsupport.book.settings import ROOT

OWN = {"book.css", "book.js", "theme.js", "search.js", "favicon.ico", "icon.svg"}
OWN_PATTERN = re.compile(r"(card|icon)-\w+\.png")
NOTICES = notices.NOTICES.read_text("utf-8")


def tracked(*patterns):
    done = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_notices_are_those_of_what_is_bundled_now():
    assert notices.text() == NOTICES, "run: python -m labsupport.book.notices"


def test_every_bundled_package_is_named_with_its_version_and_licence():
    lock = json.loads((ROOT / "frontend/package-lock.json").read_text("utf-8"))["packages"]
    bundled = notices.bundled()
    assert len(bundled) >= 15
    for package in bundled:
        name, _, version = package.rpartition("@")
        assert lock[f"node_modules/{name}"]["version"] == version
        row = next(line for line in NOTICES.splitlines() if line.startswith(f"| {name} |"))
        assert version in row
        assert lock[f"node_modules/{name}"]["license"] in row
        assert re.search(rf"^### .*{re.escape(package)}", NOTICES, re.MULTILINE)


@pytest.mark.parametrize("kind", ["*.woff2", "*.otf", "*.ttf", "*.min.css", "*.min.js"])
def test_every_font_and_foreign_file_in_the_repository_is_named(kind):
    files = tracked(kind)
    named = re.findall(r"`(labsupport/[\w./-]+)`", NOTICES)
    assert len(named) >= 2
    assert [f for f in files if not any(f.startswith(place) for place in named)] == []
    if kind == "*.woff2":
        assert len(files) >= 10


def test_every_asset_of_a_page_is_ours_or_named():
    names = assets.common(set("Ex")).files
    assert "page.js" in names
    foreign = [n for n in names if n not in OWN and not OWN_PATTERN.fullmatch(n)]
    unknown = [n for n in foreign if not (n in notices.WHERE or n == "formulas.css" or n.startswith("fonts/KaTeX_"))]
    assert unknown == []


def test_licences_are_whole():
    assert NOTICES.count("Permission is hereby granted") >= 6
    assert NOTICES.count("Redistributions in binary form") >= 3
    assert "SIL OPEN FONT LICENSE Version 1.1" in NOTICES
    for holder in (
        "Project Jupyter Contributors",
        "PhosphorJS Contributors",
        "Leon Sorokin",
        "Khan Academy",
        "Bostock",
    ):
        assert holder in NOTICES


def test_a_package_left_out_would_be_noticed(monkeypatch):
    more = {**notices.bundled(), "katex@0.16.22": ["page.js"]}
    monkeypatch.setattr(notices, "bundled", lambda: more)
    assert notices.text() != NOTICES
