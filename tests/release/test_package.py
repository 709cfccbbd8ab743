"""What is installed is whole: every data file of the package, the pins and ranges in step."""

import fnmatch
import re
import subprocess
import tomllib

import yaml

from labsupport.book.settings import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def requirements(name):
    """Pinned packages of a requirements file."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))


def test_package_data_covers_every_data_file():
    """Colab installs a wheel, which holds only what these patterns name."""
    done = subprocess.run(["git", "ls-files", "labsupport"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [f.removeprefix("labsupport/") for f in done.stdout.split() if not f.endswith(".py")]
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["labsupport"]
    assert len(files) >= 20
    needed = [f for f in files if not f.startswith("book/")]  # building the book takes a checkout anyway
    assert [f for f in needed if not any(fnmatch.fnmatch("/" + f, p.replace("**/", "*/")) for p in patterns)] == []


def test_every_pin_is_in_the_lock():
    lock = requirements("constraints.txt")
    for name in ("requirements.txt", "requirements-test.txt", "requirements-crosscheck.txt", "binder/requirements.txt"):
        pins = requirements(name)
        assert pins, name
        assert {k: v for k, v in pins.items() if lock.get(k.lower()) != v} == {}, name


def test_brian2_has_pins_of_its_own():
    """Its environment is apart from the lock; its file must therefore say every version."""
    lines = [r for r in (ROOT / "requirements-brian2.txt").read_text("utf-8").splitlines() if not r.startswith("#")]
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for line in lines)
    assert {"brian2", "numpy", "sympy", "cython"} <= {line.split("==")[0] for line in lines}
    assert "requirements-brian2.txt" in (ROOT / "Makefile").read_text("utf-8")


def test_binder_has_what_the_package_needs_and_no_more():
    wanted = {re.match(r"[\w-]+", d)[0] for d in PROJECT["project"]["dependencies"]}
    binder = set(requirements("binder/requirements.txt"))
    assert wanted <= binder
    assert binder - wanted == {"ipykernel", "jupyterlab", "jupyterlab-myst"}
    assert wanted <= set(requirements("requirements.txt"))


def test_pins_are_within_the_ranges():
    from packaging.requirements import Requirement

    lock = requirements("constraints.txt")
    for dependency in map(Requirement, PROJECT["project"]["dependencies"]):
        assert dependency.specifier.contains(lock[dependency.name.lower()]), dependency


def test_citation_is_of_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == PROJECT["project"]["version"]
    assert {"cff-version", "message", "title", "authors", "license"} <= set(citation)
    assert citation["title"] in (ROOT / "README.md").read_text("utf-8")
