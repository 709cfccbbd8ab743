"""What an identification is: recordings before and after something unknown, and the names it may have."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from labsupport.exercises.declaration import Given
from labsupport.i18n import Text, interface
from labsupport.labs.declaration import Axis, Band, Bench, Choice, Format, Panel, Slider, Speaker, Trace
from labsupport.modelling import registry

CANDIDATE = "candidate"


@dataclass(frozen=True)
class Drawn:
    """A parameter drawn anew for every specimen, on a grid written as decimals."""

    name: str
    minimum: str
    maximum: str
    step: str

    @property
    def given(self) -> Given:
        return Given(self.name, self.name, "", self.minimum, self.maximum, self.step, self.minimum)


@dataclass(frozen=True)
class Sign:
    """What one recording shows under a candidate.

    ``kind`` names the class of the effect, such as ``"slower"``: candidates of one kind cannot be told apart by that
    recording.  ``words`` is a clause without a full stop, which follows "with it" and "here".
    """

    kind: str
    words: Text


@dataclass(frozen=True)
class Candidate:
    """One name that the unknown may have.

    Parameters
    ----------
    id : str
    label, about : Text
        Its name, and what it is.
    doses : sequence of Drawn
        The parameters it sets, drawn for each specimen.
    signs : mapping of str to Sign
        What every recording shows, by the recording's id.
    explanation : Text
        What the recordings say together, shown to who names it rightly.
    """

    id: str
    label: Text
    about: Text
    doses: Sequence[Drawn]
    signs: Mapping[str, Sign]
    explanation: Text


@dataclass(frozen=True)
class Measure:
    """A number read off a trace: its ``"peak"``, its ``"decay"`` (area from the peak on, over the peak), or its value
    ``"at"`` a place of the x axis."""

    kind: str
    label: Text
    unit: str
    format: Format = field(default_factory=Format)
    at: float | None = None

    def of(self, x: np.ndarray, y: np.ndarray) -> float:
        if self.kind == "at":
            return float(y[int(np.argmin(np.abs(x - self.at)))])
        top = int(np.argmax(y))
        if self.kind == "peak":
            return float(y[top])
        area = float(np.sum((y[top + 1 :] + y[top:-1]) / 2 * np.diff(x[top:])))
        return area / float(y[top]) if y[top] > 0 else 0.0


@dataclass(frozen=True)
class Recording:
    """One recording: an output of a model along time, before (control) and after.

    Parameters
    ----------
    id : str
        A letter, by which the words call it.
    title : Text
    model : str
        Dynamical, or algebraic with ``x.parameter``.
    output : str
        What is recorded.
    x, y : Axis
    measures : sequence of Measure
        Numbers printed for both traces.
    alt : Text
        What the picture is; the numbers of the measures follow it.
    bands : sequence of Band
        Stretches of the x axis set apart, such as the time during which something is washed in.
    """

    id: str
    title: Text
    model: str
    output: str
    x: Axis
    y: Axis
    measures: Sequence[Measure]
    alt: Text
    bands: Sequence[Band] = ()
    height: int = 210

    @property
    def engine(self):
        return registry.get(self.model)

    @property
    def names(self) -> list[str]:
        return [p.name for p in self.engine.parameters]

    def trace(self, values: Mapping[str, float]) -> tuple[np.ndarray, np.ndarray]:
        """Places on the x axis and the recorded output, with those of `values` that are parameters of the model."""
        known = {k: v for k, v in values.items() if k in self.names}
        if self.x.time:
            run = self.engine.integrate(**known)
            return run["t"], run[self.output]
        x = np.linspace(self.x.low, self.x.high, 241)
        return x, np.broadcast_to(self.engine(**known | {self.x.parameter: x})[self.output], x.shape)


@dataclass(frozen=True)
class Verdict:
    """Whether a name is right, the recording that contradicts it if not, and what is said."""

    is_right: bool
    recording: str | None
    words: Text

    def __bool__(self) -> bool:
        return self.is_right

    def __str__(self) -> str:
        return str(self.words)


@dataclass(frozen=True)
class Identification(Bench):
    """A specimen, recordings before and after something unknown, and the question which of the candidates it was.

    Parameters
    ----------
    asked : Text
        The question.
    recordings : sequence of Recording
    cell : sequence of Drawn
        Properties of the specimen itself, drawn anew for each, the same before and after.
    candidates : sequence of Candidate
        Every two of them differ in the kind of sign of at least one recording.
    before, after : Text
        Names of the two traces.
    fixed : mapping
        Every other parameter that departs from its default.
    strategy : Text
        What the recordings can tell apart, and what not.
    """

    id: str
    title: Text
    lead: Text
    asked: Text
    recordings: Sequence[Recording]
    cell: Sequence[Drawn]
    candidates: Sequence[Candidate]
    before: Text
    after: Text
    strategy: Text
    fixed: Mapping[str, float] = field(default_factory=dict)
    teaches: Text | None = None
    minutes: int = 15
    revision: int = 1
    component: str = "identification"

    def __post_init__(self) -> None:
        def refuse(what: str) -> None:
            raise ValueError(f"identification {self.id!r}: {what}")

        if self.teaches is None:
            refuse("say in one sentence what it teaches (teaches=Text(zh=..., en=...))")
        known = {name for r in self.recordings for name in r.names}
        used = {d.name for d in self.cell} | set(self.fixed) | {d.name for c in self.candidates for d in c.doses}
        if used - known:
            refuse(f"no recording has a parameter {', '.join(sorted(used - known))}")
        for recording in self.recordings:
            if recording.output not in recording.engine.outputs:
                refuse(f"model {recording.model!r} has no output {recording.output!r}")
        ids = [r.id for r in self.recordings]
        seen: dict[tuple[str, ...], str] = {}
        for candidate in self.candidates:
            if set(candidate.signs) != set(ids):
                refuse(f"candidate {candidate.id!r} must have one sign for each recording")
            signature = tuple(candidate.signs[i].kind for i in ids)
            if signature in seen:
                refuse(f"nothing tells {candidate.id!r} from {seen[signature]!r}")
            seen[signature] = candidate.id

    # -- what widgets ask of every lab ---------------------------------------------------------------------------

    @property
    def models(self) -> list[str]:
        return [r.model for r in self.recordings]

    @property
    def handles(self) -> Sequence[Slider]:
        return ()

    @property
    def choices(self) -> Sequence[Choice]:
        return ()

    @property
    def defaults(self) -> dict[str, float]:
        return {}

    # -- specimens -----------------------------------------------------------------------------------------------

    def candidate(self, candidate_id: str) -> Candidate:
        """The candidate called `candidate_id`.

        Raises
        ------
        KeyError
            If there is none; the message lists those there are.
        """
        for candidate in self.candidates:
            if candidate.id == candidate_id:
                return candidate
        raise KeyError(f"{candidate_id!r}: {', '.join(c.id for c in self.candidates)}")

    def deck(self, specimen: int) -> list[Candidate]:
        """The candidates in the order of the round to which a specimen belongs: each comes once a round."""
        turn = (specimen - 1) // len(self.candidates)

        def place(candidate: Candidate) -> str:
            return hashlib.sha256(f"{self.id}|{self.revision}|{turn}|{candidate.id}".encode()).hexdigest()

        return sorted(self.candidates, key=place)

    def draw(self, specimen: int) -> dict[str, float | str]:
        """The candidate and the numbers of a specimen, by the same draw as the page's."""
        seed = f"{self.id}|{self.revision}|{specimen}"
        candidate = self.deck(specimen)[(specimen - 1) % len(self.candidates)]
        numbers = [*self.cell, *candidate.doses]
        return {CANDIDATE: candidate.id} | {d.name: float(d.given.draw(f"{seed}|{d.name}")) for d in numbers}

    def settings(self, specimen: int) -> tuple[dict[str, float], dict[str, float]]:
        """Parameters before and after."""
        drawn = self.draw(specimen)
        candidate = self.candidate(drawn.pop(CANDIDATE))
        doses = {d.name for d in candidate.doses}
        before = {**self.fixed} | {k: v for k, v in drawn.items() if k not in doses}
        return before, before | {k: drawn[k] for k in doses}

    def traces(self, specimen: int) -> dict[str, dict[str, np.ndarray]]:
        """For every recording ``x``, ``before`` and ``after``."""
        before, after = self.settings(specimen)
        found = {}
        for recording in self.recordings:
            x, first = recording.trace(before)
            found[recording.id] = {"x": x, "before": first, "after": recording.trace(after)[1]}
        return found

    def measures(self, specimen: int) -> dict[str, list[tuple[float, float]]]:
        """For every recording its measures, before and after."""
        return {
            recording.id: [(m.of(t["x"], t["before"]), m.of(t["x"], t["after"])) for m in recording.measures]
            for recording, t in zip(self.recordings, self.traces(specimen).values(), strict=True)
        }

    def describe(self, recording: Recording, measures: Sequence[tuple[float, float]], language: str) -> str:
        """A recording in words, with its measures, as the page describes it."""
        say = Speaker(language)
        pair, join = (interface(f"lab.{key}").in_(language) for key in ("pair", "join"))
        sentences = [say(recording.title), say(recording.alt)]
        for name, when in zip((self.before, self.after), zip(*measures, strict=True), strict=True):
            numbers = [
                pair.format(label=say(m.label), value=f"{m.format(value)} {m.unit}".rstrip())
                for m, value in zip(recording.measures, when, strict=True)
            ]
            sentences.append(pair.format(label=say(name), value=join.join(numbers)))
        stop = interface("card.stop").in_(language).strip()
        return " ".join(sentences[:2]) + " " + f"{stop} ".join(sentences[2:]) + stop

    def contradiction(self, named: str, truth: str) -> str | None:
        """The first recording in which two candidates differ."""
        one, other = self.candidate(named), self.candidate(truth)
        return next((r.id for r in self.recordings if one.signs[r.id].kind != other.signs[r.id].kind), None)

    def identify(self, specimen: int, named: str) -> Verdict:
        """Whether the unknown of this specimen is the candidate called `named`, and what speaks against it."""
        candidate, truth = self.candidate(named), self.candidate(self.draw(specimen)[CANDIDATE])
        against = self.contradiction(named, truth.id)
        if against is None:
            return Verdict(True, None, truth.explanation)
        words = interface("lab.contradicts").format(
            recording=against,
            name=candidate.label,
            wanted=candidate.signs[against].words,
            found=truth.signs[against].words,
        )
        return Verdict(False, against, words)

    # -- what the page receives ------------------------------------------------------------------------------------

    def panel(self, recording: Recording, before: Mapping[str, float]) -> Panel:
        """The plot of one recording; the trace before lies on top, dashed, so that it is seen where nothing changes."""
        return Panel(
            id=recording.id,
            title=recording.title,
            x=recording.x,
            y=recording.y,
            traces=[
                Trace(recording.output, self.after, color="series-1"),
                Trace(recording.output, self.before, color="muted", dash="dashed", at=dict(before)),
            ],
            bands=recording.bands,
            height=recording.height,
            drag="none",
        )

    def spec(self, language: str) -> dict:
        say = Speaker(language)
        return {
            "id": self.id,
            "revision": self.revision,
            "title": say(self.title),
            "lead": say(self.lead),
            "asked": say(self.asked),
            "before": say(self.before),
            "after": say(self.after),
            "strategy": say(self.strategy),
            "models": self.models,
            "parameters": {},
            "choices": [],
            "words": {},
            "cursor": False,
            "quantities": {
                r.output: {
                    "label": say(r.engine.outputs[r.output].label),
                    "unit": r.engine.outputs[r.output].unit,
                    "format": Format(decimals=1).spec(),
                    "factor": 1.0,
                }
                for r in self.recordings
            },
            "cell": [{"name": d.name, "grid": d.given.grid_spec} for d in self.cell],
            "fixed": {k: float(v) for k, v in self.fixed.items()},
            "recordings": [
                {
                    "id": r.id,
                    "model": r.model,
                    "title": say(r.title),
                    "alt": say(r.alt),
                    "defaults": {p.name: float(p.default) for p in r.engine.parameters},
                    "panel": say.view(self.panel(r, {})),
                    "measures": [
                        {
                            "kind": m.kind,
                            "label": say(m.label),
                            "unit": m.unit,
                            "format": m.format.spec(),
                            "at": m.at,
                        }
                        for m in r.measures
                    ],
                }
                for r in self.recordings
            ],
            "candidates": [
                {
                    "id": c.id,
                    "label": say(c.label),
                    "about": say(c.about),
                    "doses": [{"name": d.name, "grid": d.given.grid_spec} for d in c.doses],
                    "signs": {
                        r.id: {"kind": c.signs[r.id].kind, "words": say(c.signs[r.id].words)} for r in self.recordings
                    },
                    "explanation": say(c.explanation),
                }
                for c in self.candidates
            ],
        }
