"""Build both editions side by side, say what is happening, and put the site together."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from labsupport.book import contents
from labsupport.book.settings import ROOT, settings

# A warning's place as myst-nb writes it: line 20003 is line 3 of the cell with index 2, counted from 1.
_PLACE = re.compile(r"(?P<path>[^\s:'\"]+\.(?:ipynb|md))(?::(?P<line>\d+))?")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PROGRESS = re.compile(r"^(reading sources|writing output)\.\.\. \[\s*(\d+)%\] (.*)$")


def cache_key(root: Path = ROOT) -> str:
    """A hash of everything but the notebooks that their output depends on."""
    digest = hashlib.sha256()
    wanted = [*sorted((root / "labsupport").rglob("*")), *sorted(root.glob("requirements*.txt"))]
    for path in wanted:
        if path.is_file() and path.suffix in (".py", ".yaml", ".json", ".txt", ".js", ".css", ".ttf"):
            digest.update(str(path.relative_to(root)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def named(message: str, folder: Path) -> str:
    """A message of Sphinx with its place as file, cell id and line."""
    match = _PLACE.search(message)
    if match is None:
        return message
    path = Path(match["path"])
    path = path if path.is_absolute() else folder / path
    try:
        shown = str(path.resolve().relative_to(folder))
    except ValueError:
        shown = match["path"]
    if match["line"] and path.suffix == ".ipynb" and path.exists() and int(match["line"]) >= 10000:
        index, line = divmod(int(match["line"]), 10000)
        cells = json.loads(path.read_text("utf-8"))["cells"]
        if 1 <= index <= len(cells):
            cell = cells[index - 1].get("id", f"number {index}")
            shown += f", cell {cell}, line {line}" if line else f", cell {cell}"
    elif match["line"]:
        shown += f", line {match['line']}"
    return message[: match.start()] + shown + message[match.end() :]


def broken_cell(log: str, folder: Path) -> str | None:
    """Which cell of which notebook stopped the build, from the traceback that nbclient prints."""
    file = re.search(r"ExecutionError: (\S+\.ipynb)", log)
    cell = re.search(r"following cell:\n-+\n(.*?)\n-+\n", log, re.S)
    if not file:
        return None
    path = Path(file[1])
    shown = path.relative_to(folder) if path.is_relative_to(folder) else path
    name = "?"
    if cell and path.exists():
        for candidate in json.loads(path.read_text("utf-8"))["cells"]:
            if candidate["cell_type"] == "code" and "".join(candidate["source"]).strip() == cell[1].strip():
                name = candidate.get("id", "?")
                break
    errors = re.findall(r"^(?:\S*?\.)?(\w*(?:Error|Exception|Interrupt|Warning)): (.*)$", _COLOUR.sub("", log), re.M)
    reason = next(
        (f"{kind}: {text}" for kind, text in errors if kind not in ("ExecutionError", "CellExecutionError")),
        "it raised",
    )
    return f"{shown}, cell {name}: {reason}"


class Edition:
    """One edition being built in a process of its own."""

    def __init__(self, language: str, root: Path, work: Path, cache: Path | None):
        self.language, self.folder = language, contents.folder(language, root)
        self.output = work / language
        self.kept = self.output / "build.log"
        self.lines: list[str] = []
        self.started = time.monotonic()
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
        environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment.get("PATH", "")])
        environment.pop("LABSUPPORT_BOOK_CACHE", None)
        if cache:
            environment["LABSUPPORT_BOOK_CACHE"] = str(cache / language)
        arguments = ["build", str(self.folder), "--path-output", str(self.output), "--all", "-W", "--keep-going"]
        program = "from jupyter_book.cli.main import main; main()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            start_new_session=os.name == "posix",
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        shown = ""
        for raw in self.process.stdout:
            for part in raw.rstrip("\n").split("\r"):
                line = _COLOUR.sub("", part).strip("\x1b ").rstrip()
                self.lines.append(line)
                progress = _PROGRESS.match(line)
                if progress:
                    verb = "reads" if progress[1].startswith("reading") else "writes"
                    text = f"{verb} {progress[3].split()[0] if progress[3] else ''}"
                    if text != shown:
                        shown = text
                        self.say(f"{int(progress[2]):3d} % {text}")

    def say(self, text: str) -> None:
        print(f"[{self.language} {time.monotonic() - self.started:5.0f} s] {text}", flush=True)

    def finish(self) -> list[str]:
        """Wait, and return what went wrong, one line each."""
        code = self.process.wait()
        if os.name == "posix":
            # A build that crashed leaves kernels or KaTeX's server behind, and they hold its output open.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGTERM)
        self.seconds = time.monotonic() - self.started
        self.reader.join(timeout=10)
        log = "\n".join(self.lines)
        self.kept.write_text(log, "utf-8")
        wrong = [
            named(re.sub(r"\s*\[[\w.-]+\]$", "", line), self.folder)
            for line in self.lines
            if re.search(r"\b(WARNING|ERROR|CRITICAL|SEVERE)\b: ", line) and "Executing notebook failed" not in line
        ]
        stopped = broken_cell(log, self.folder)
        if stopped:
            wrong.append(stopped)
        if code and not stopped and (not wrong or "Traceback (most recent call last)" in log):
            # The first line that names an error is the cause; the rest of the log tells how it was passed on.
            cause = next((line for line in self.lines if re.match(r"[\w.]*(Error|Exception)\b.*\w", line)), "")
            wrong.append(f"the build stopped with code {code}: {cause or self.lines[-1:]} (all of it: {self.kept})")
        if not code and not wrong:
            self.say("done")
        return list(dict.fromkeys(wrong))


def build(root: Path = ROOT, output: Path | None = None, force: bool = True) -> Path:
    """Build both editions of the book under `root` into `output` (``build/html``), and return that folder.

    `force` runs every notebook; otherwise outputs are kept while neither a notebook nor what it runs on has changed.
    Raises `SystemExit` with one line for everything that is wrong.
    """
    root = root.resolve()
    output = output or root / "build/html"
    work = output.parent / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    started = time.monotonic()
    cache = None if force else output.parent / "cache" / cache_key()
    editions = []
    for language in contents.languages():
        (work / language).mkdir()
        editions.append(Edition(language, root, work, cache))
    wrong = [f"[{edition.language}] {line}" for edition in editions for line in edition.finish()]
    if wrong:
        raise SystemExit("The book was not built:\n" + "\n".join(f"  {line}" for line in wrong))
    fresh = output.with_name(output.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for language in contents.languages():
        place = contents.book()["editions"][language]["folder"]
        shutil.copytree(work / language / "_build/html", fresh / place, dirs_exist_ok=True)
    _site_files(fresh, root)
    shutil.rmtree(output, ignore_errors=True)
    fresh.rename(output)
    shutil.rmtree(work)
    times = {edition.language: round(edition.seconds, 1) for edition in editions}
    times |= {"both": round(time.monotonic() - started, 1), "cache": cache is not None}
    (output.parent / "times.json").write_text(json.dumps(times) + "\n", "utf-8")
    print(f"Both editions are in {output} ({time.monotonic() - started:.0f} s).", flush=True)
    return output


def _site_files(site: Path, root: Path) -> None:
    """What belongs to the site rather than to an edition: the map, the word to robots, the policy for hosts."""
    from labsupport.book.site import robots, sitemap

    address = settings(root)["site"].rstrip("/")
    (site / "robots.txt").write_text(robots(address), "utf-8")
    if address:
        (site / "sitemap.xml").write_text(sitemap(site, address), "utf-8")
    # A host that runs Jekyll would leave out every folder that begins with an underscore.
    (site / ".nojekyll").touch()
