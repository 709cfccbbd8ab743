"""The still picture of a lab, for print and for readers without JavaScript."""

from __future__ import annotations

import base64
import io
import itertools
import re

import numpy as np

from labsupport.figures import color, style
from labsupport.labs.declaration import Axis, Bars, Histogram, Lab, Ladder, Panel, Scheme, Trace, words
from labsupport.labs.experiment import Experiment
from labsupport.labs.identification import Identification, Recording
from labsupport.labs.scheme import draw_scheme
from labsupport.modelling.integrate import trajectory
from labsupport.modelling.sampled import histogram

WIDTH = 7.0  # inches
DPI = 110
DASHES = {"solid": "-", "dashed": (0, (5, 3)), "dotted": (0, (1, 2)), "dashdot": (0, (6, 2, 1, 2))}
_MARK = re.compile(r"\*([^*]+)\*|_\{([^}]*)\}|\^\{([^}]*)\}")
_RAISED = re.compile("[⁺⁻⁰¹²³⁴-⁹]+")
_PLAIN = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_FIELD = re.compile(r"(?<![_^])\{(\w+)\}")


def mathtext(text: str) -> str:
    """Marked words (``*E*_{K}``) as Matplotlib writes them."""

    def replace(match: re.Match) -> str:
        italic, sub, sup = match.groups()
        if italic is not None:
            return rf"$\mathit{{{italic}}}$"
        return rf"$_{{\mathrm{{{sub}}}}}$" if sub is not None else rf"$^{{\mathrm{{{sup}}}}}$"

    # Formulas are set without the font's fallbacks, so raised signs are made from plain ones; and a base and its index
    # must share one formula to sit close together.
    raised = _RAISED.sub(lambda m: rf"$^{{{m[0].translate(_PLAIN)}}}$", _MARK.sub(replace, text))
    return raised.replace("$$", "")


def _halo() -> list:
    """White behind letters, so that they stay readable on a line."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=3, foreground="white")]


class _Still:
    """A lab at its starting values, in one language."""

    def __init__(self, lab: Lab, language: str):
        self.lab = lab
        self.language = language
        self.start = dict(lab.defaults)
        self.cursor = self.start.pop("t", None)
        self.runs: dict[tuple, dict[str, np.ndarray]] = {}
        self.fields = {k: words(v, language) for k, v in lab.words.items()}
        self.colors: dict[str, str] = {}
        for choice in lab.choices:
            option = choice.options[choice.default]
            self.fields |= {k: words(v, language) for k, v in option.words.items()}
            self.colors |= option.colors
        self.values = {**lab.defaults, **self.outputs({})}

    def outputs(self, at: dict) -> dict[str, float]:
        """Outputs at one moment: the starting values but for `at`, and the cursor's time or the end of the run."""
        run = self.run(at)
        if "t" not in run:
            return {k: float(v) for k, v in run.items()}
        # Without a cursor a run is seen from its end, as on the page.
        i = -1 if self.cursor is None else int(np.argmin(np.abs(run["t"] - self.cursor)))
        return {k: float(np.ravel(v)[i]) for k, v in run.items() if k != "t"}

    def run(self, at: dict) -> dict[str, np.ndarray]:
        """A run at the starting values but for `at`; what several curves and readouts show is run once."""
        engine = self.lab.engine
        values = {**self.start, **at}
        run = engine.integrate if hasattr(engine, "integrate") else engine
        if any(np.ndim(v) for v in values.values()):
            return run(**values)
        key = tuple(values.items())
        if key not in self.runs:
            self.runs[key] = run(**values)
        return self.runs[key]

    def swept(self, at: dict) -> dict[str, np.ndarray]:
        """Outputs along a parameter; of a sample only those that need none."""
        engine = self.lab.engine
        return engine.closed(**{**self.start, **at}) if engine.kind == "sampled" else self.run(at)

    def curve(self, axis: Axis, trace: Trace) -> tuple[np.ndarray, np.ndarray]:
        if axis.time:
            run = self.run(dict(trace.at))
            return np.ravel(run["t"]) * axis.factor, np.broadcast_to(np.ravel(run[trace.output]), np.shape(run["t"]))
        if axis.trial:
            sample = self.lab.engine.sample(**{**self.start, **trace.at})
            return sample["trial"], sample[trace.output]
        if axis.state:
            return self.rule(axis, trace)
        space = np.geomspace if axis.scale == "log" else np.linspace
        x = space(axis.low, axis.high, 241)
        unit = {**self.start, **trace.at}[axis.relative_to] if axis.relative_to else 1.0
        y = self.swept({**trace.at, axis.parameter: x * unit})[trace.output]
        return x, np.broadcast_to(y, x.shape)

    def states(self) -> tuple[float, dict[str, float]]:
        """The time of the sample at the cursor, and every state there."""
        engine = self.lab.engine
        times, states = trajectory(engine, engine.values(**self.start), ())
        i = int(np.argmin(np.abs(times - self.cursor)))
        return float(times[i]), {name: float(column[i]) for name, column in zip(engine.states, states, strict=True)}

    def rule(self, axis: Axis, trace: Trace) -> tuple[np.ndarray, np.ndarray]:
        """One state varied while time and the other states stay as they are at the cursor."""
        engine = self.lab.engine
        now, states = self.states()
        x = np.linspace(axis.low, axis.high, 241)
        seen = engine.observe(
            now, list((states | {axis.state: x}).values()), engine.values(**{**self.start, **trace.at})
        )
        return x, np.broadcast_to(dict(zip(engine.outputs, seen, strict=True))[trace.output], x.shape)

    def position(self, axis: Axis) -> float:
        if axis.time:
            return self.cursor * axis.factor
        if axis.state:
            return self.states()[1][axis.state]
        value = self.values[axis.parameter]
        return value / self.values[axis.relative_to] if axis.relative_to else value

    def say(self, text) -> str:
        return mathtext(self.fill(words(text, self.language)))

    def fill(self, text: str) -> str:
        return _FIELD.sub(lambda m: self.fields.get(m[1], m[0]), text)

    def ink(self, name: str) -> str:
        return color(self.colors.get(name, name))

    def quantity(self, name: str) -> str:
        shown = self.lab.shown_as(name)
        unit = words(shown.unit, self.language) if shown.unit is not None else self.lab.unit(name)
        number = shown.format(self.values[name] * shown.factor)
        return f"{number} {unit}".rstrip()

    # -- pictures ----------------------------------------------------------------------------------------------

    def panel(self, axes, panel: Panel) -> None:
        x_axis, y_axis = panel.x, panel.y
        axes.set_xscale(x_axis.scale)
        axes.set_yscale(y_axis.scale)
        seen = []
        for trace in panel.traces:
            if trace.ghost and all(self.values[k] == v for k, v in trace.at.items()):
                continue
            x, y = self.curve(x_axis, trace)
            y = y * y_axis.factor
            ink = color("muted") if trace.ghost else self.ink(trace.color)
            if trace.dash == "points":
                axes.plot(x, y, "o", color=ink, markersize=2.5, markeredgewidth=0)
            else:
                axes.plot(x, y, color=ink, linestyle=DASHES[trace.dash], linewidth=1 if trace.ghost else 2)
            seen.append((trace, x, y, ink))
        axes.set_xlim(x_axis.low if x_axis.low is not None else None, x_axis.high)
        apart = [self.outputs(dict(m.at))[m.output] * y_axis.factor for m in panel.markers if m.x]
        low, high = self._range(y_axis, [*(y for *_, y, _ in seen), np.array(apart)])
        axes.set_ylim(low, high)
        ends = []
        for trace, x, y, ink in seen:
            label = self.say(trace.label)
            inside = np.flatnonzero((y >= low) & (y <= high))
            if not label or not len(inside):
                continue
            i = min(inside[-1], round(trace.label_at * (len(x) - 1)))
            if i == len(x) - 1:
                ends.append([float(y[i]), label, ink, float(x[i])])
            else:
                axes.annotate(
                    label,
                    (x[i], y[i]),
                    (-4, 6),
                    textcoords="offset points",
                    color=ink,
                    ha="right",
                    path_effects=_halo(),
                )
        # Names at the right edge keep a line's distance.
        gap = (high - low) / 13
        ends.sort(key=lambda e: e[0])
        for _ in range(4):
            for lower, upper in itertools.pairwise(ends):
                short = gap - (upper[0] - lower[0])
                if short > 0:
                    upper[0] += short / 2
                    lower[0] -= short / 2
        for y, label, ink, x in ends:
            axes.annotate(
                label, (x, y), (5, 0), textcoords="offset points", color=ink, va="center", annotation_clip=False
            )
        for band in panel.bands:
            a, b = (self._value_on(x_axis, end) for end in (band.start, band.end))
            axes.axvspan(a, b, color=self.ink(band.color), alpha=0.13, linewidth=0)
            axes.annotate(
                self.say(band.label), (a, high), (4, -10), textcoords="offset points", color=self.ink(band.color)
            )
        for rule in panel.rules:
            value = self._value_on(x_axis if rule.axis == "x" else y_axis, rule.at)
            line = axes.axvline if rule.axis == "x" else axes.axhline
            line(value, color=self.ink(rule.color), linestyle=":", linewidth=1)
            if rule.axis == "x":
                axes.annotate(
                    self.say(rule.label),
                    (value, high),
                    (4, -10),
                    textcoords="offset points",
                    color=self.ink(rule.color),
                )
        for marker in panel.markers:
            values = {**self.values, **self.outputs(dict(marker.at))} if marker.at else self.values
            x = values[marker.x] if marker.x else self.position(x_axis)
            y = values[marker.output] * y_axis.factor
            ink = self.ink(marker.color)
            axes.plot([x], [y], "o", color=ink, markersize=8, markeredgecolor="white", clip_on=False, zorder=5)
            if marker.show_value:
                self._note_beside(axes, marker, (x, y), [c for c in seen if c[0].output == marker.output], ink)
        if y_axis.scale == "linear" and low < 0 < high:
            axes.axhline(0, color=color("rule"), linewidth=1.2, zorder=1)
        if x_axis.scale == "log":
            axes.xaxis.set_major_formatter("{x:g}")
        axes.set_title(self._with_unit(y_axis))
        axes.set_xlabel(self._with_unit(x_axis))

    def _value_on(self, axis: Axis, at: str | float) -> float:
        """A name stands for its present value in the units of the axis, a number for itself."""
        if not isinstance(at, str):
            return at
        return self.values[at] * (1.0 if axis.parameter or axis.state else axis.factor)

    def _note_beside(self, axes, marker, point, curves, ink) -> None:
        """The marker's value, on the side its curve leaves free."""
        rises = False
        for trace, x, y, _ in curves:
            if not trace.ghost:
                i = min(max(1, int(np.searchsorted(x, point[0]))), len(x) - 1)
                rises = y[i] > y[i - 1]
        near_end = axes.transAxes.inverted().transform(axes.transData.transform(point))[0] > 0.85
        above = rises == near_end if marker.place == "auto" else marker.place == "above"
        axes.annotate(
            self.quantity(marker.output), point, (-8 if near_end else 8, 7 if above else -14),
            textcoords="offset points", color=ink, ha="right" if near_end else "left", path_effects=_halo(),
        )  # fmt: skip

    def ladder(self, axes, ladder: Ladder) -> None:
        names = []
        for i, rung in enumerate(ladder.rungs):
            value = self.values[rung.output]
            ink = self.ink(rung.color)
            axes.plot([i, i], [0, value], color=ink, linewidth=3)
            axes.plot([i - 0.28, i + 0.28], [value, value], color=ink, linewidth=3, solid_capstyle="round")
            side = 1 if value >= 0 else -1
            axes.annotate(
                self.quantity(rung.output), (i, value), (0, 7 * side), textcoords="offset points", ha="center",
                va="bottom" if side > 0 else "top", color=ink,
            )  # fmt: skip
            axes.annotate(
                self.say(rung.note), (i, 0), (0, -7 * side), textcoords="offset points", ha="center",
                va="top" if side > 0 else "bottom", color=color("muted"), fontsize="small",
            )  # fmt: skip
            names.append(self.say(rung.label))
        axes.axhline(0, color=color("muted"), linewidth=1.2, zorder=1)
        axes.set_xticks(range(len(names)), names)
        axes.grid(axis="x", visible=False)
        axes.set_xlim(-0.6, len(names) - 0.4)
        axes.set_ylim(ladder.axis.low, ladder.axis.high)
        axes.set_title(self._with_unit(ladder.axis))

    def bars(self, axes, view: Bars) -> None:
        for i, bar in enumerate(view.bars):
            ends = {1: 0.0, -1: 0.0}
            total = 0.0
            for part in bar.parts:
                value = self.values[part.output]
                side = 1 if value >= 0 else -1
                ink = self.ink(part.color)
                axes.barh(
                    i, value, left=ends[side], height=0.45, color=ink, alpha=0.25 if part.hollow else 0.85,
                    edgecolor=ink,
                )  # fmt: skip
                ends[side] += value
                total += value
            number = self.lab.shown_as(bar.parts[0].output).format(total)
            axes.annotate(
                f"{self.say(bar.label)}  {number}", (0, i - 0.34), (4, 0), textcoords="offset points",
                path_effects=_halo(),
            )  # fmt: skip
        axes.axvline(0, color=color("muted"), linewidth=1.2, zorder=1)
        axes.set_ylim(len(view.bars) - 0.5, -0.75)
        axes.set_xlim(view.axis.low, view.axis.high)
        axes.set_yticks([])
        axes.set_title(self._with_unit(view.axis))

    def histogram(self, axes, view: Histogram) -> None:
        low, high = (self.values[e] if isinstance(e, str) else e for e in (view.low, view.high))
        drawn = self.lab.engine.sample(**self.start)[view.of]
        width = (high - low) / view.bins
        axes.bar(
            low + width * np.arange(view.bins), histogram(drawn, low, high, view.bins), width, align="edge",
            color=self.ink(view.color), alpha=0.35, edgecolor=self.ink(view.color), label=self.say(view.label),
        )  # fmt: skip
        if view.expected:
            x = np.linspace(low, high, 12 * view.bins + 1)
            y = self.swept({view.parameter: x})[view.expected] * width * len(drawn)
            axes.plot(x, y, color=self.ink(view.expected_color), label=self.say(view.expected_label))
            axes.legend(frameon=False)
        axes.set_xlim(low, high)
        axes.set_title(self.say(view.count_label))
        axes.set_xlabel(self._with_unit(view.axis))

    def scheme(self, axes, view: Scheme) -> None:
        def filled(text) -> str:
            return self.fill(words(text, self.language))

        draw_scheme(axes, view, self.values, filled, mathtext, self.ink, self.quantity)

    def _with_unit(self, axis: Axis) -> str:
        return self.say(axis.label) + (f" ({axis.unit})" if axis.unit else "")

    @staticmethod
    def _range(axis: Axis, columns: list[np.ndarray]) -> tuple[float, float]:
        data = np.concatenate([*columns, np.asarray(axis.include, float)])
        data = data[np.isfinite(data)]
        if axis.symmetric:
            reach = 1.15 * max(axis.least, float(np.abs(data).max()))
            return -reach, reach
        low = axis.low if axis.low is not None else float(data.min())
        high = axis.high if axis.high is not None else float(data.max())
        margin = 0.06 * (high - low)
        return (low if axis.low is not None else low - margin), (high if axis.high is not None else high + margin)

    def figure(self):
        from matplotlib.figure import Figure

        drawn = [view for view in self.lab.views if isinstance(view, (Panel, Histogram, Ladder, Bars, Scheme))]
        heights = [0.3 + 0.5 * len(v.bars) if isinstance(v, Bars) else v.height / 100 for v in drawn]
        columns = min(4, len(self.lab.readouts))
        rows = -(-len(self.lab.readouts) // columns)
        foot = 0.45 * rows
        figure = Figure(figsize=(WIDTH, sum(heights) + foot + 0.3), dpi=DPI, layout="constrained")
        grid = figure.subplots(len(drawn) + 1, 1, height_ratios=[*heights, foot], squeeze=False)[:, 0]
        for axes, view in zip(grid, drawn, strict=False):
            {
                "plot": self.panel,
                "histogram": self.histogram,
                "ladder": self.ladder,
                "bars": self.bars,
                "scheme": self.scheme,
            }[view.kind](axes, view)
        numbers = grid[-1]
        numbers.axis("off")
        for i, readout in enumerate(self.lab.readouts):
            x, y = (i % columns) / columns, 0.7 + (rows - 1 - i // columns)
            y, below = y / rows, 0.45 / rows
            label = self.say(readout.label or self.lab.engine.outputs[readout.output].label)
            numbers.text(x, y, label, fontsize="small", color=color("muted"), transform=numbers.transAxes)
            numbers.text(
                x, y - below, self.quantity(readout.output), color=color("ink"),
                transform=numbers.transAxes,
            )  # fmt: skip
        return figure

    def alt(self) -> str:
        known = dict(self.fields)
        known |= {name: self.quantity(name) for name in self.values}
        for phrase in self.lab.phrases:
            value = self.values[phrase.of]
            text = phrase.zero if abs(value) <= phrase.tolerance else phrase.negative if value < 0 else phrase.positive
            known[phrase.id] = words(text, self.language)
        return _FIELD.sub(lambda m: known.get(m[1], m[0]), words(self.lab.alt, self.language))


class _ExperimentStill:
    """Readings of an experiment's first specimen along the chart's x axis, everything else as it starts."""

    SPECIMEN = 1

    def __init__(self, experiment: Experiment, language: str):
        self.experiment = experiment
        self.language = language

    def figure(self):
        from matplotlib.figure import Figure

        experiment = self.experiment
        x_axis, y_axis = experiment.x, experiment.y
        space = np.geomspace if x_axis.scale == "log" else np.linspace
        # Along the slider of the x axis, or along the first slider where the axis is a reading.
        along = next((s for s in experiment.sliders if s.name == x_axis.parameter), experiment.sliders[0])
        if along.name == x_axis.parameter:
            ends = x_axis.low, x_axis.high
        else:
            ends = experiment.about(along, "minimum"), experiment.about(along, "maximum")
            space = np.geomspace if experiment.about(along, "scale") == "log" else np.linspace
        settings = [float(f"{v:.3g}") for v in space(*ends, 9)]
        read = [experiment.readings(self.SPECIMEN, number=i, **{along.name: v}) for i, v in enumerate(settings, 1)]
        x = settings if along.name == x_axis.parameter else [r[x_axis.parameter] for r in read]
        y = [r[experiment.measured] for r in read]
        figure = Figure(figsize=(WIDTH, 3.2), dpi=DPI, layout="constrained")
        axes = figure.subplots()
        axes.set_xscale(x_axis.scale)
        axes.plot(x, y, "o", color=color("series-1"), markersize=8, markeredgecolor="white")
        axes.set_ylim(y_axis.low, y_axis.high)
        for axis, put in ((y_axis, axes.set_title), (x_axis, axes.set_xlabel)):
            put(mathtext(words(axis.label, self.language)) + f" ({axis.unit})")
        if x_axis.scale == "log":
            axes.xaxis.set_major_formatter("{x:g}")
        return figure

    def alt(self) -> str:
        return unmarked(words(self.experiment.alt, self.language))


class _IdentificationStill:
    """The recordings of the first specimen, one below the other."""

    SPECIMEN = 1

    def __init__(self, identification: Identification, language: str):
        self.identification = identification
        self.language = language

    def say(self, text) -> str:
        return words(text, self.language)

    def figure(self):
        from matplotlib.figure import Figure

        recordings = self.identification.recordings
        figure = Figure(figsize=(WIDTH, 2.2 * len(recordings)), dpi=DPI, layout="constrained")
        traces = self.identification.traces(self.SPECIMEN).values()
        for axes, recording, trace in zip(figure.subplots(len(recordings)), recordings, traces, strict=True):
            self.recording(axes, recording, trace)
        return figure

    def recording(self, axes, recording: Recording, trace: dict[str, np.ndarray]) -> None:
        for when, ink, dash in (("after", "series-1", "solid"), ("before", "muted", "dashed")):
            name = mathtext(self.say(getattr(self.identification, when)))
            axes.plot(trace["x"], trace[when], color=color(ink), linewidth=2, linestyle=DASHES[dash], label=name)
        axes.set_xlim(recording.x.low, recording.x.high)
        axes.set_ylim(recording.y.low, 1.12 * max(trace["before"].max(), trace["after"].max(), *recording.y.include))
        for band in recording.bands:
            axes.axvspan(band.start, band.end, color=color(band.color), alpha=0.13, linewidth=0)
            axes.annotate(
                mathtext(self.say(band.label)), (band.start, axes.get_ylim()[1]), (4, -10),
                textcoords="offset points", color=color(band.color),
            )  # fmt: skip
        axes.legend(frameon=False, loc="lower right" if recording.bands else "upper right")
        axes.set_title(mathtext(self.say(recording.title)))
        axes.set_xlabel(f"{mathtext(self.say(recording.x.label))} ({recording.x.unit})")
        axes.set_ylabel(recording.y.unit)

    def alt(self) -> str:
        measures = self.identification.measures(self.SPECIMEN)
        return unmarked(" ".join(
            self.identification.describe(r, measures[r.id], self.language) for r in self.identification.recordings
        ))  # fmt: skip


def unmarked(text: str) -> str:
    """Words without their marks."""
    return _MARK.sub(lambda m: next(g for g in m.groups() if g is not None), text)


STILLS = {Lab: _Still, Experiment: _ExperimentStill, Identification: _IdentificationStill}


def still_picture(lab: Lab | Experiment | Identification, language: str) -> dict:
    """A PNG of the lab at its starting values, of an experiment's readings, or of recordings to be identified.

    Parameters
    ----------
    lab : Lab, Experiment or Identification
    language : str

    Returns
    -------
    dict
        ``png`` (base64), ``alt``, ``width`` and ``height`` (pixels).
    """
    from PIL import Image

    with style():
        still = STILLS[type(lab)](lab, language)
        figure = still.figure()
        raw = io.BytesIO()
        # Metadata would carry Matplotlib's version into every page.
        figure.savefig(raw, format="png", metadata={"Software": None})
    picture = Image.open(raw).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    picture.save(packed, "PNG", optimize=True)
    return {
        "png": base64.b64encode(packed.getvalue()).decode("ascii"),
        "alt": still.alt(),
        "width": picture.width,
        "height": picture.height,
    }
