"""What a lab is: a model, the handles a reader turns, the pictures that answer, and the words around them.

A lab is declared once, in both languages.  ``Lab.spec(language)`` is what the page receives; the widgets, the
still picture and the tests all read the same declaration.

Words may carry three marks, understood by the page, by the canvas and by Matplotlib alike: ``*E*`` is italic,
``_{K}`` a subscript and ``^{+}`` a superscript.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from labsupport.i18n import Text
from labsupport.modelling import registry

DASHES = ("solid", "dashed", "dotted", "dashdot", "points")


def words(text: Text | str | None, language: str) -> str:
    """`text` in `language`; a plain string is the same in both."""
    if text is None:
        return ""
    return text.in_(language) if isinstance(text, Text) else text


@dataclass(frozen=True)
class Format:
    """How a quantity is printed: so many decimals, or so many significant digits, and with ``sign`` a plus too."""

    decimals: int | None = None
    significant: int | None = None
    sign: bool = False

    def spec(self) -> dict:
        plus = {"sign": True} if self.sign else {}
        if self.significant is not None:
            return {"significant": self.significant, **plus}
        return {"decimals": self.decimals if self.decimals is not None else 1, **plus}

    def __call__(self, value: float) -> str:
        """The number as the page prints it (U+2212 for minus, powers of ten from a million up)."""
        if not math.isfinite(value):
            return "—"
        text = self._digits(value)
        return f"+{text}" if self.sign and value > 0 and text.strip("0.") else text

    def _digits(self, value: float) -> str:
        if self.significant is not None:
            if value == 0:
                return "0"
            exponent = math.floor(math.log10(abs(float(f"{value:.{self.significant - 1}e}"))))
            if exponent < -4 or exponent >= 6:
                mantissa = f"{value / 10**exponent:.{self.significant - 1}f}"
                power = str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
                return f"{mantissa} × 10{power}".replace("-", "\u2212")
            text = f"{value:.{max(0, self.significant - 1 - exponent)}f}"
        else:
            text = f"{value:.{self.spec()['decimals']}f}"
        if float(text) == 0:
            text = text.removeprefix("-")
        return text.replace("-", "\u2212")


@dataclass(frozen=True)
class Shown:
    """How a lab shows a quantity of its model: its format, and a unit of its own, ``factor`` times smaller."""

    format: Format = field(default_factory=Format)
    unit: Text | str | None = None
    factor: float = 1.0


@dataclass(frozen=True)
class Slider:
    """A handle for one parameter of the model; what is left out comes from the model's own declaration."""

    name: str
    default: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    scale: str | None = None
    label: Text | None = None
    format: Format | None = None


@dataclass(frozen=True)
class Option:
    """One entry of a `Choice` or one preset: a name and the parameter values it sets.

    ``words`` fill ``{name}`` fields of the lab's words while the option is chosen (the ion's symbol, say), and
    ``colors`` replace named colours (``{"ion": "ion-Na"}``).  A preset may ``choose`` options of the lab's choices
    (id to index) before it sets its values.
    """

    label: Text | str
    values: Mapping[str, float]
    words: Mapping[str, Text | str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)
    choose: Mapping[str, int] = field(default_factory=dict)


Preset = Option


@dataclass(frozen=True)
class Choice:
    """A row of buttons that sets parameters together, such as the ion of an I-V line."""

    id: str
    label: Text
    options: Sequence[Option]
    default: int = 0


@dataclass(frozen=True)
class Prediction:
    """The question a reader answers before seeing the plot.

    After the reader commits, the lab is set to ``values`` (and ``choose``), so that the plot shows the answer.
    """

    question: Text
    options: Sequence[Text]
    answer: int
    explanation: Text
    values: Mapping[str, float] = field(default_factory=dict)
    choose: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Axis:
    """A quantity along one side of a plot.

    On the x side exactly one of ``parameter`` (swept over the axis; with ``relative_to`` the axis is the ratio of the
    two), ``time``, ``trial`` (the number of a trial, where the model is of repeated trials) and ``state`` is given.  A
    state of a dynamical model is varied while time and the other states stay as they are at the cursor: the curve is a
    rule by which the model works, and a marker its present place there.

    ``low`` and ``high`` fix the range; a bound left out follows the data.  A ``symmetric`` axis reaches equally far
    both ways, to the next of 1, 2, 5, 10 ... at or above the data and ``least``, so that a steeper line looks steeper.
    Values in ``include`` are always in view.  What is plotted is the quantity times ``factor``.
    """

    label: Text | str
    unit: str = ""
    parameter: str | None = None
    relative_to: str | None = None
    time: bool = False
    trial: bool = False
    state: str | None = None
    low: float | None = None
    high: float | None = None
    scale: str = "linear"
    factor: float = 1.0
    symmetric: bool = False
    least: float = 0.0
    include: Sequence[float] = ()


@dataclass(frozen=True)
class Trace:
    """One curve: an output of the model along the panel's x axis, with some parameters held elsewhere (``at``).

    A ``dash`` of ``"points"`` draws separate points, for what jumps from one trial to the next.
    """

    output: str
    label: Text | str
    color: str = "series-1"
    dash: str = "solid"
    at: Mapping[str, float] = field(default_factory=dict)
    ghost: bool = False
    label_at: float = 1.0


@dataclass(frozen=True)
class Marker:
    """The present state as a point on a curve, with drop lines to the axes and its value beside it.

    It lies at the present value of the x axis, or at the quantity ``x`` (at other values of parameters, ``at``, if
    they are given, both coordinates are those of that state); its words stand ``"above"`` it, ``"below"``
    it or where the curve leaves room.
    """

    output: str
    x: str | None = None
    color: str = "series-1"
    label: Text | str = ""
    at: Mapping[str, float | str] = field(default_factory=dict)
    drop: bool = True
    show_value: bool = True
    place: str = "auto"


@dataclass(frozen=True)
class Rule:
    """A thin line across the panel at the value of a quantity (a name of the model) or at a number."""

    at: str | float
    axis: str = "x"
    label: Text | str = ""
    color: str = "muted"


@dataclass(frozen=True)
class Span:
    """A horizontal arrow from one quantity to another, such as the driving force from E to V_m."""

    start: str
    end: str
    label: Text | str
    color: str = "series-2"
    y: float = 0.0


@dataclass(frozen=True)
class Band:
    """A stretch of the x axis set apart, from one quantity (or number) to another: a time without the pump, say."""

    start: str | float
    end: str | float
    label: Text | str = ""
    color: str = "warn"


@dataclass(frozen=True)
class Panel:
    """A plot of the lab.

    Panels of one lab show one state: a handle moves all of them, and every panel over time shows where the cursor
    stands, by its markers or else by a line.  Dragging in a panel moves ``drag``: the parameter along its x axis, or
    the cursor where that is time, unless another handle is named, or ``"none"``.
    """

    id: str
    title: Text
    x: Axis
    y: Axis
    traces: Sequence[Trace]
    markers: Sequence[Marker] = ()
    rules: Sequence[Rule] = ()
    spans: Sequence[Span] = ()
    bands: Sequence[Band] = ()
    height: int = 300
    drag: str | None = None
    kind: str = "plot"


@dataclass(frozen=True)
class Histogram:
    """How the trials of a sample are distributed: bars of counts, and a curve of what is expected.

    ``of`` is a draw of the model; the bins reach from ``low`` to ``high``, which are numbers or closed outputs.
    ``expected`` is a closed output, a probability density of the ``parameter`` along the axis.
    """

    id: str
    title: Text
    of: str
    axis: Axis
    low: str | float
    high: str | float
    label: Text
    count_label: Text
    bins: int = 50
    expected: str | None = None
    parameter: str | None = None
    expected_label: Text | str = ""
    color: str = "series-1"
    expected_color: str = "series-2"
    height: int = 220
    kind: str = "histogram"

    @property
    def outputs(self) -> set[str]:
        return {e for e in (self.of, self.low, self.high, self.expected) if isinstance(e, str)}


@dataclass(frozen=True)
class Arrow:
    """An arrow across the membrane; its length follows a quantity, upwards (outwards) where that is positive."""

    output: str
    label: Text | str
    color: str = "series-1"
    full: float = 1.0
    hollow: bool = False


@dataclass(frozen=True)
class Membrane:
    """A scheme of the membrane: dots of an ion on both sides, charges on its two faces, arrows across it."""

    id: str
    title: Text
    inside: str
    outside: str
    ion: str
    valence: str
    voltage: str | None = None
    arrows: Sequence[Arrow] = ()
    height: int = 190
    color: str = "series-1"
    kind: str = "membrane"


@dataclass(frozen=True)
class Rung:
    """One mark on a ladder: an output of the model with its symbol."""

    output: str
    label: Text | str
    color: str
    note: Text | str = ""


@dataclass(frozen=True)
class Ladder:
    """Several outputs of the same unit side by side on one vertical scale."""

    id: str
    title: Text
    axis: Axis
    rungs: Sequence[Rung]
    height: int = 360
    kind: str = "ladder"


@dataclass(frozen=True)
class Part:
    """A piece of a stacked bar: an output or parameter, positive to one side and negative to the other."""

    output: str
    label: Text | str
    color: str
    hollow: bool = False


@dataclass(frozen=True)
class Bar:
    """One stacked bar; the sum of its parts is printed at its end."""

    label: Text | str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Bars:
    """Stacked horizontal bars of one unit, such as an energy budget."""

    id: str
    title: Text
    axis: Axis
    bars: Sequence[Bar]
    kind: str = "bars"


@dataclass(frozen=True)
class Zone:
    """A tinted region behind a scheme, such as a cell or the cleft, with its name in a corner.

    ``x`` and ``y`` are its upper left corner; all four numbers are percentages of the drawing.
    """

    label: Text | str
    x: float
    y: float
    width: float
    height: float
    color: str = "muted"


@dataclass(frozen=True)
class Node:
    """A compartment or a state of a scheme, centred at ``x``, ``y`` (percent of the drawing).

    With an ``output`` (or parameter) its value is printed with its unit, and the node is filled up to ``value / full``.
    The node is as large as its words; on a narrow screen they wrap, and the drawing grows taller.
    """

    id: str
    label: Text | str
    x: float
    y: float
    output: str | None = None
    full: float = 1.0
    color: str = "series-1"
    shape: str = "box"


@dataclass(frozen=True)
class Flow:
    """An arrow of a scheme, from ``start`` to ``end``.

    Each end is the id of a node, the id of another flow (its middle, for what acts upon a flow) or, outside the
    scheme, a point ``(x, y)`` in percent of the drawing.  ``kind`` is ``"flow"`` for matter or transitions: the arrow
    is as wide as ``value / full``, turns round where the value is negative, and is thin and pale where it is zero.
    ``"activates"`` and ``"inhibits"`` are influences, dashed, with an arrow or a bar at the end; a negative value
    turns one into the other.  Without an ``output`` the arrow is always the same.  ``show_value`` is for an arrow whose
    value already stands in a node: it keeps its width and leaves the number out.

    ``bend`` is how far the arrow bulges to its left, as a share of its length; left out, arrows that join the same two
    ends keep apart and others are straight.  Words and value stand beside the arrow, or, where there is no room, in a
    numbered list below the drawing.
    """

    start: str | tuple[float, float]
    end: str | tuple[float, float]
    output: str | None = None
    label: Text | str = ""
    full: float = 1.0
    color: str = "series-1"
    bend: float | None = None
    kind: str = "flow"
    id: str = ""
    show_value: bool = True


SHAPES = ("box", "round")
FLOWS = ("flow", "activates", "inhibits")


@dataclass(frozen=True)
class Scheme:
    """Compartments or states joined by flows and influences: a cycle, a receptor's states, a signalling chain.

    Zones lie at the back, flows above them, nodes on top.  Before the prediction the scheme is shown without values.
    """

    id: str
    title: Text
    nodes: Sequence[Node]
    flows: Sequence[Flow] = ()
    zones: Sequence[Zone] = ()
    height: int = 320
    kind: str = "scheme"

    def __post_init__(self) -> None:
        def refuse(what: str) -> None:
            raise ValueError(f"scheme {self.id!r}: {what}")

        ids = [n.id for n in self.nodes] + [f.id for f in self.flows if f.id]
        for name in ids:
            if ids.count(name) > 1:
                refuse(f"two nodes or flows are called {name!r}")
        for node in self.nodes:
            if node.shape not in SHAPES:
                refuse(f"shape {node.shape!r} of node {node.id!r} is not one of {', '.join(SHAPES)}")
        for flow in self.flows:
            if flow.kind not in FLOWS:
                refuse(f"kind {flow.kind!r} of a flow is not one of {', '.join(FLOWS)}")
            if flow.start == flow.end:
                refuse(f"a flow leads from {flow.start!r} to itself")
            for end in (flow.start, flow.end):
                if isinstance(end, str) and (end not in ids or end == flow.id):
                    refuse(f"a flow ends at {end!r}, which is no node and no other flow")
        ends = [e for f in self.flows for e in (f.start, f.end) if not isinstance(e, str)]
        places = [(n.x, n.y) for n in self.nodes] + ends + [(z.x + z.width, z.y + z.height) for z in self.zones]
        if not all(0 <= v <= 100 for place in [*places, *((z.x, z.y) for z in self.zones)] for v in place):
            refuse("a place lies outside 0 to 100 percent of the drawing")
        if not all(item.full > 0 for item in [*self.nodes, *self.flows]):
            refuse("full must be a positive value")

    @property
    def shown(self) -> list[Node | Flow]:
        """What has a value: nodes, then flows."""
        return [item for item in [*self.nodes, *self.flows] if item.output is not None]


@dataclass(frozen=True)
class Readout:
    """A key number of the present state."""

    output: str
    label: Text | None = None
    shown: Shown | Format | None = None
    color: str | None = None


@dataclass(frozen=True)
class Phrase:
    """A piece of the alternative text that depends on the sign of a quantity; fills ``{id}``."""

    id: str
    of: str
    negative: Text
    positive: Text
    zero: Text
    tolerance: float = 1e-9


@dataclass(frozen=True)
class Response:
    """A fact the page is tested against: raising ``parameter`` moves ``output`` up (1), down (-1) or not (0).

    ``choose`` names options of the lab's choices (id to index) under which the fact is stated.
    """

    parameter: str
    output: str
    sign: int
    choose: Mapping[str, int] = field(default_factory=dict)


class Bench:
    """What labs and experiments share: a model with handles on its parameters."""

    model: str
    handles: Sequence[Slider]
    cursor: Slider | None = None

    @property
    def engine(self):
        return registry.get(self.model)

    @property
    def models(self) -> list[str]:
        """Models whose code a page with this lab needs."""
        return [self.model]

    def parameter(self, name: str):
        return next(p for p in self.engine.parameters if p.name == name)

    def unit(self, name: str) -> str:
        """Unit of an output, a parameter or the cursor in time, as the model prints it."""
        if self.cursor is not None and name == "t":
            return self.engine.time.unit
        if name in self.engine.outputs:
            return self.engine.outputs[name].unit
        return self.parameter(name).unit

    def about(self, slider: Slider, name: str):
        """What the slider says of itself, or else the model's parameter: ``"minimum"``, ``"scale"`` and so on."""
        own = getattr(slider, name)
        if own is not None:
            return own
        if slider is self.cursor:
            return {"scale": "linear", "minimum": 0.0}[name]
        return getattr(self.parameter(slider.name), name)

    def slider_format(self, slider: Slider) -> Format:
        if slider.format is not None:
            return slider.format
        if self.about(slider, "scale") == "log":
            return Format(significant=3)
        step = self.about(slider, "step")
        return Format(decimals=max(0, -math.floor(math.log10(step) + 1e-9)))

    def slider_spec(self, slider: Slider, language: str) -> dict:
        return {
            "label": words(self.about(slider, "label"), language),
            "unit": self.unit(slider.name),
            "minimum": float(self.about(slider, "minimum")),
            "maximum": float(self.about(slider, "maximum")),
            "step": float(self.about(slider, "step")),
            "scale": self.about(slider, "scale"),
            "format": self.slider_format(slider).spec(),
        }

    def choice_specs(self, language: str) -> list[dict]:
        say = Speaker(language)
        return [
            {
                "id": c.id,
                "label": say(c.label),
                "default": c.default,
                "options": [say.option(o) for o in c.options],
            }
            for c in self.choices
        ]


@dataclass(frozen=True)
class Lab(Bench):
    """One lab of the book.

    ``teaches`` says in one sentence what a reader takes away, and ``minutes`` how long that takes; the index of labs
    prints both.  The lab of a dynamical model may have a ``cursor``, a slider named ``t`` over the run: readouts,
    markers and schemes show the state at that time, and a button plays it.  In the lab of a model of repeated trials
    ``fresh`` names the slider that numbers the samples, and a button draws the next one.
    """

    id: str
    title: Text
    model: str
    sliders: Sequence[Slider]
    views: Sequence[Panel | Histogram | Membrane | Ladder | Bars | Scheme]
    readouts: Sequence[Readout]
    prediction: Prediction
    presets: Sequence[Option]
    alt: Text
    response: Sequence[Response]
    lead: Text | None = None
    choices: Sequence[Choice] = ()
    phrases: Sequence[Phrase] = ()
    fixed: Mapping[str, float] = field(default_factory=dict)
    cursor: Slider | None = None
    shown: Mapping[str, Shown] = field(default_factory=dict)
    words: Mapping[str, Text | str] = field(default_factory=dict)
    teaches: Text | None = None
    minutes: int = 5
    fresh: str | None = None
    revision: int = 1
    component: str = "lab"

    def __post_init__(self) -> None:
        self._check()

    # -- what the declaration promises -------------------------------------------------------------------------

    def _check(self) -> None:
        if self.teaches is None:
            raise ValueError(f"lab {self.id!r}: say in one sentence what it teaches (teaches=Text(zh=..., en=...))")
        names = {p.name for p in self.engine.parameters}
        outputs = set(self.engine.outputs)
        used = {s.name for s in self.sliders} | set(self.fixed)
        for option in [*self.presets, *(o for c in self.choices for o in c.options)]:
            used |= set(option.values)
        self._known("parameter", used | set(self.prediction.values), names)
        shown = {r.output for r in self.readouts} | {p.of for p in self.phrases} | {r.output for r in self.response}
        for view in self.views:
            if isinstance(view, Panel):
                shown |= {t.output for t in view.traces} | {m.output for m in view.markers}
                if view.x.state is not None and view.x.state not in getattr(self.engine, "states", {}):
                    raise ValueError(f"lab {self.id!r}: model {self.model!r} has no state {view.x.state!r}")
                for trace in view.traces:
                    if trace.dash not in DASHES:
                        raise ValueError(f"lab {self.id!r}: dash {trace.dash!r} is not one of {', '.join(DASHES)}")
            elif isinstance(view, Ladder):
                shown |= {r.output for r in view.rungs}
            elif isinstance(view, Bars):
                shown |= {p.output for bar in view.bars for p in bar.parts}
            elif isinstance(view, Histogram):
                shown |= view.outputs
            elif isinstance(view, Scheme):
                shown |= {item.output for item in view.shown}
            else:
                shown |= {a.output for a in view.arrows}
        self._known("quantity", shown, outputs | names)
        self._known("parameter", {r.parameter for r in self.response}, names)
        unseen = {r.output for r in self.response} - {r.output for r in self.readouts}
        if unseen:
            raise ValueError(f"lab {self.id!r}: {', '.join(sorted(unseen))} must be a readout to be a tested response")
        self._check_grid()
        if self.fresh is not None and self.fresh not in {s.name for s in self.sliders}:
            raise ValueError(f"lab {self.id!r}: {self.fresh!r}, which numbers the samples, is not a slider")
        if not 0 <= self.prediction.answer < len(self.prediction.options):
            raise ValueError(f"lab {self.id!r}: the prediction's answer is not one of its options")

    def _check_grid(self) -> None:
        """A control moves a value onto its grid, so every value a lab sets must lie on it."""
        for slider in self.handles:
            low, high = float(self.about(slider, "minimum")), float(self.about(slider, "maximum"))
            set_here = [self.defaults[slider.name]]
            for option in [*self.presets, *(o for c in self.choices for o in c.options), self.prediction]:
                set_here += [option.values[slider.name]] if slider.name in option.values else []
            for value in set_here:
                if self.about(slider, "scale") == "log":
                    fits = float(f"{value:.3g}") == value
                else:
                    steps = (value - low) / self.about(slider, "step")
                    fits = abs(steps - round(steps)) < 1e-6
                if not low <= value <= high or not fits:
                    raise ValueError(f"lab {self.id!r}: slider {slider.name!r} cannot stand at {value}")

    def _known(self, kind: str, used: set[str], known: set[str]) -> None:
        unknown = sorted(used - known)
        if unknown:
            raise ValueError(f"lab {self.id!r}: model {self.model!r} has no {kind} {', '.join(map(repr, unknown))}")

    # -- state -------------------------------------------------------------------------------------------------

    @property
    def defaults(self) -> dict[str, float]:
        """The values at which the lab opens, parameter by parameter in the model's order."""
        values = {p.name: float(p.default) for p in self.engine.parameters}
        values.update({k: float(v) for k, v in self.fixed.items()})
        for choice in self.choices:
            values.update({k: float(v) for k, v in choice.options[choice.default].values.items()})
        values.update({s.name: float(s.default) for s in self.sliders if s.default is not None})
        if self.cursor is not None:
            values["t"] = float(self.cursor.default)
        return values

    @property
    def handles(self) -> list[Slider]:
        """Every slider of the lab, the cursor in time first."""
        return [*([self.cursor] if self.cursor else []), *self.sliders]

    def shown_as(self, name: str) -> Shown:
        """How the lab shows a quantity: as declared, as a readout of it says, or as its slider does."""
        if name in self.shown:
            return self.shown[name]
        for readout in self.readouts:
            if readout.output == name and readout.shown is not None:
                return readout.shown if isinstance(readout.shown, Shown) else Shown(readout.shown)
        for slider in self.handles:
            if slider.name == name:
                return Shown(self.slider_format(slider))
        # The book prints the sign of every potential.
        return Shown(Format(decimals=1, sign=self.unit(name) == "mV"))

    # -- what the page receives --------------------------------------------------------------------------------

    def spec(self, language: str) -> dict:
        say = Speaker(language)
        return {
            "id": self.id,
            "revision": self.revision,
            "title": say(self.title),
            "lead": say(self.lead),
            "model": self.model,
            "models": self.models,
            "defaults": self.defaults,
            "parameters": {s.name: self.slider_spec(s, language) for s in self.handles},
            "cursor": self.cursor is not None,
            "fresh": self.fresh,
            "choices": self.choice_specs(language),
            "presets": [say.option(o) for o in self.presets],
            "prediction": {
                "question": say(self.prediction.question),
                "options": [say(o) for o in self.prediction.options],
                "answer": self.prediction.answer,
                "explanation": say(self.prediction.explanation),
                "values": dict(self.prediction.values),
                "choose": dict(self.prediction.choose),
            },
            "views": [say.view(v) for v in self.views],
            "quantities": {name: self._quantity_spec(name, o, say) for name, o in self.engine.outputs.items()},
            "readouts": [self._readout_spec(r, say) for r in self.readouts],
            "phrases": [
                {
                    "id": p.id,
                    "of": p.of,
                    "negative": say(p.negative),
                    "zero": say(p.zero),
                    "positive": say(p.positive),
                    "tolerance": p.tolerance,
                }
                for p in self.phrases
            ],
            "alt": say(self.alt),
            "words": {k: say(v) for k, v in self.words.items()},
        }

    def _quantity_spec(self, name: str, output, say: Speaker) -> dict:
        shown = self.shown_as(name)
        return {
            "label": say(output.label),
            "unit": output.unit if shown.unit is None else say(shown.unit),
            "format": shown.format.spec(),
            "factor": shown.factor,
        }

    def _readout_spec(self, readout: Readout, say: Speaker) -> dict:
        return {
            "output": readout.output,
            "label": say(readout.label or self.engine.outputs[readout.output].label),
            "color": readout.color,
        }


class Speaker:
    """Turns declarations into plain data, their words in one language."""

    def __init__(self, language: str):
        self.language = language

    def __call__(self, text: Text | str | None) -> str:
        return words(text, self.language)

    def option(self, option: Option) -> dict:
        return {
            "label": self(option.label),
            "values": dict(option.values),
            "words": {k: self(v) for k, v in option.words.items()},
            "colors": dict(option.colors),
            "choose": dict(option.choose),
        }

    def plain(self, value):
        """Any declaration as plain data: every `Text` spoken, every dataclass a dict."""
        if isinstance(value, Text):
            return self(value)
        if hasattr(value, "__dataclass_fields__"):
            return {name: self.plain(getattr(value, name)) for name in value.__dataclass_fields__}
        if isinstance(value, Mapping):
            return {k: self.plain(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.plain(v) for v in value]
        return value

    view = plain
