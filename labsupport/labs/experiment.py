"""What an experiment is: a model with hidden parameters, measurements that are kept, and estimates to check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from labsupport.exercises.declaration import Given
from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Bench, Choice, Format, Option, Slider, Speaker

SAMPLES_EACH = 1000  # numbers of samples set aside for each specimen


@dataclass(frozen=True)
class Hidden:
    """A parameter drawn anew for every specimen, on a grid, and asked for.

    Parameters
    ----------
    name : str
        Parameter of the model.
    label : Text
        What the reader estimates.
    unit : str
        ``""`` for a pure number.
    minimum, maximum, step : str
        The grid, as decimals.
    how : Text
        How it can be found, shown when an estimate is off.
    format : Format
        How it is shown when revealed.
    """

    name: str
    label: Text
    unit: str
    minimum: str
    maximum: str
    step: str
    how: Text
    format: Format = field(default_factory=lambda: Format(significant=3))

    @property
    def given(self) -> Given:
        return Given(self.name, self.name, self.unit, self.minimum, self.maximum, self.step, self.minimum)


@dataclass(frozen=True)
class Block:
    """A switch that sets a parameter to 0, as a blocker of a channel does."""

    parameter: str
    label: Text
    color: str


@dataclass(frozen=True)
class Reading:
    """One more quantity that every measurement reads, rounded as ``format`` prints it."""

    output: str
    label: Text
    format: Format


@dataclass(frozen=True)
class Experiment(Bench):
    """A specimen with hidden properties, which the reader finds out by measuring.

    Parameters
    ----------
    model : str
        Algebraic model that answers, or a model of repeated trials: then each measurement is of a sample.
    sliders : sequence of Slider
        What the reader sets before each measurement.
    blocks : sequence of Block
        Switches; ``fixed`` gives every other parameter of the model.
    hidden : sequence of Hidden
        What is to be found.
    measured : str
        Output that is read, as ``format`` prints it: readings are rounded, as an instrument's are.
    also : sequence of Reading
        What each measurement reads besides.
    fresh : str, optional
        Parameter that numbers the samples: every measurement draws one of its own.
    x, y : Axis
        The chart of all measurements: the measured output against a slider or another reading (``x.parameter``).
    curve : (str, str), optional
        Output drawn among the measurements once the truth is out, and the parameter that runs along the x axis; left
        out, the measured output and ``x.parameter``.
    group : str, optional
        Slider whose values set series of the chart apart; without it the switches do.
    tolerance : float
        An estimate this close, as a share of the true value, is right.
    teaches, minutes : Text, int
        What a reader takes away, and how long it takes.
    """

    id: str
    title: Text
    lead: Text
    model: str
    sliders: Sequence[Slider]
    blocks: Sequence[Block]
    hidden: Sequence[Hidden]
    measured: str
    measured_label: Text
    format: Format
    x: Axis
    y: Axis
    strategy: Text
    alt: Text
    also: Sequence[Reading] = ()
    fresh: str | None = None
    curve: tuple[str, str] | None = None
    fixed: Mapping[str, float] = field(default_factory=dict)
    group: str | None = None
    tolerance: float = 0.05
    teaches: Text | None = None
    minutes: int = 10
    revision: int = 1
    component: str = "experiment"

    def __post_init__(self) -> None:
        if self.teaches is None:
            raise ValueError(
                f"experiment {self.id!r}: say in one sentence what it teaches (teaches=Text(zh=..., en=...))"
            )
        names = {p.name for p in self.engine.parameters}
        used = {s.name for s in self.sliders} | {b.parameter for b in self.blocks} | {h.name for h in self.hidden}
        used |= set(self.fixed) | ({self.fresh} if self.fresh else set())
        if used != names:
            raise ValueError(
                f"experiment {self.id!r}: sliders, blocks, hidden and fixed must together be the parameters of "
                f"{self.model!r}; differing: {', '.join(sorted(used ^ names))}"
            )
        for output in (self.measured, *(r.output for r in self.also), self.drawn[0]):
            if output not in self.engine.outputs:
                raise ValueError(f"experiment {self.id!r}: model {self.model!r} has no output {output!r}")
        along = {s.name for s in self.sliders} | {r.output for r in self.also}
        if self.x.parameter not in along or self.drawn[1] not in names:
            raise ValueError(f"experiment {self.id!r}: the chart's x axis is neither a slider nor a reading")

    @property
    def drawn(self) -> tuple[str, str]:
        """Output and parameter of the curve that shows the truth."""
        return self.curve or (self.measured, self.x.parameter)

    @property
    def handles(self) -> Sequence[Slider]:
        return self.sliders

    @property
    def defaults(self) -> dict[str, float]:
        return {s.name: float(s.default) for s in self.sliders}

    @property
    def choices(self) -> list[Choice]:
        """A pair of buttons a switch: open or blocked."""
        states = [Option(Text(zh="开放", en="open"), {}), Option(Text(zh="阻断", en="blocked"), {})]
        return [Choice(f"block_{b.parameter}", b.label, states) for b in self.blocks]

    def draw(self, specimen: int) -> dict[str, float]:
        """The hidden values of a specimen, by the same draw as the page's."""
        return {h.name: float(h.given.draw(f"{self.id}|{self.revision}|{specimen}|{h.name}")) for h in self.hidden}

    def measure(self, specimen: int, blocked: Sequence[str] = (), number: int = 1, **bath: float) -> float:
        """One reading: the measured output, rounded as printed."""
        return self.readings(specimen, blocked, number, **bath)[self.measured]

    def readings(self, specimen: int, blocked: Sequence[str] = (), number: int = 1, **bath: float) -> dict[str, float]:
        """All that measurement ``number`` on a specimen reads, rounded as printed."""
        values = {**self.fixed, **self.draw(specimen), **self.defaults, **bath, **dict.fromkeys(blocked, 0.0)}
        if self.fresh:
            values[self.fresh] = SAMPLES_EACH * specimen + number
        found = self.engine(**values)
        read = {self.measured: self.format} | {r.output: r.format for r in self.also}
        return {name: round(float(found[name]), shown.decimals) for name, shown in read.items()}

    def spec(self, language: str) -> dict:
        say = Speaker(language)
        read = [Reading(self.measured, self.measured_label, self.format), *self.also]
        return {
            "id": self.id,
            "revision": self.revision,
            "title": say(self.title),
            "lead": say(self.lead),
            "model": self.model,
            "models": self.models,
            "defaults": self.defaults,
            "fixed": {k: float(v) for k, v in self.fixed.items()},
            "parameters": {s.name: self.slider_spec(s, language) for s in self.sliders},
            "choices": self.choice_specs(language),
            "blocks": [{"parameter": b.parameter, "label": say(b.label), "color": b.color} for b in self.blocks],
            "quantities": {
                r.output: {
                    "label": say(r.label),
                    "unit": self.engine.outputs[r.output].unit,
                    "format": r.format.spec(),
                    "factor": 1.0,
                }
                for r in read
            },
            "hidden": [self._hidden_spec(h, say) for h in self.hidden],
            "measured": [r.output for r in read],
            "fresh": {"parameter": self.fresh, "each": SAMPLES_EACH} if self.fresh else None,
            "curve": {"output": self.drawn[0], "parameter": self.drawn[1]},
            "x": say.view(self.x),
            "y": say.view(self.y),
            "strategy": say(self.strategy),
            "alt": say(self.alt),
            "group": self.group,
            "tolerance": self.tolerance,
            "words": {},
        }

    def _hidden_spec(self, hidden: Hidden, say: Speaker) -> dict:
        return {
            "name": hidden.name,
            "label": say(hidden.label),
            "unit": hidden.unit,
            "how": say(hidden.how),
            "format": hidden.format.spec(),
            "grid": hidden.given.grid_spec,
        }
