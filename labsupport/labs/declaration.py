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

DASHES = ("solid", "dashed", "dotted", "dashdot")


def words(text: Text | str | None, language: str) -> str:
    """`text` in `language`; a plain string is the same in both."""
    if text is None:
        return ""
    return text.in_(language) if isinstance(text, Text) else text


@dataclass(frozen=True)
class Format:
    """How a quantity is printed: so many decimals, or so many significant digits."""

    decimals: int | None = None
    significant: int | None = None

    def spec(self) -> dict:
        if self.significant is not None:
            return {"significant": self.significant}
        return {"decimals": self.decimals if self.decimals is not None else 1}

    def __call__(self, value: float) -> str:
        """The number as the page prints it (U+2212 for minus, powers of ten above a million)."""
        if not math.isfinite(value):
            return "—"
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
    two) and ``time`` is given.  ``low`` and ``high`` fix the range; without them a y axis follows the data, between
    ``floor`` and ``ceiling`` at least.
    """

    label: Text | str
    unit: str = ""
    parameter: str | None = None
    relative_to: str | None = None
    time: bool = False
    low: float | None = None
    high: float | None = None
    scale: str = "linear"
    factor: float = 1.0


@dataclass(frozen=True)
class Trace:
    """One curve: an output of the model along the panel's x axis, with some parameters held elsewhere (``at``)."""

    output: str
    label: Text | str
    color: str = "series-1"
    dash: str = "solid"
    at: Mapping[str, float] = field(default_factory=dict)
    ghost: bool = False
    label_at: float = 1.0


@dataclass(frozen=True)
class Marker:
    """The present state as a point on a curve, with drop lines to the axes and its value beside it."""

    output: str
    color: str = "series-1"
    label: Text | str = ""
    at: Mapping[str, float | str] = field(default_factory=dict)
    drop: bool = True
    show_value: bool = True


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
class Panel:
    """A plot of the lab."""

    id: str
    title: Text
    x: Axis
    y: Axis
    traces: Sequence[Trace]
    markers: Sequence[Marker] = ()
    rules: Sequence[Rule] = ()
    spans: Sequence[Span] = ()
    height: int = 300
    drag: str | None = None
    kind: str = "plot"


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
class Readout:
    """A key number of the present state."""

    output: str
    label: Text | None = None
    format: Format = field(default_factory=Format)
    color: str | None = None
    factor: float = 1.0
    unit: str | None = None


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


@dataclass(frozen=True)
class Lab:
    """One lab of the book."""

    id: str
    title: Text
    model: str
    sliders: Sequence[Slider]
    views: Sequence[Panel | Membrane | Ladder]
    readouts: Sequence[Readout]
    prediction: Prediction
    presets: Sequence[Option]
    alt: Text
    response: Sequence[Response]
    lead: Text | None = None
    choices: Sequence[Choice] = ()
    phrases: Sequence[Phrase] = ()
    fixed: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, Text | str] = field(default_factory=dict)
    revision: int = 1
    component: str = "lab"

    def __post_init__(self) -> None:
        self._check()

    # -- what the declaration promises -------------------------------------------------------------------------

    def _check(self) -> None:
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
                for trace in view.traces:
                    if trace.dash not in DASHES:
                        raise ValueError(f"lab {self.id!r}: dash {trace.dash!r} is not one of {', '.join(DASHES)}")
            elif isinstance(view, Ladder):
                shown |= {r.output for r in view.rungs}
            else:
                shown |= {a.output for a in view.arrows}
        self._known("quantity", shown, outputs | names)
        self._known("parameter", {r.parameter for r in self.response}, names)
        if not 0 <= self.prediction.answer < len(self.prediction.options):
            raise ValueError(f"lab {self.id!r}: the prediction's answer is not one of its options")

    def _known(self, kind: str, used: set[str], known: set[str]) -> None:
        unknown = sorted(used - known)
        if unknown:
            raise ValueError(f"lab {self.id!r}: model {self.model!r} has no {kind} {', '.join(map(repr, unknown))}")

    # -- state -------------------------------------------------------------------------------------------------

    @property
    def engine(self):
        return registry.get(self.model)

    def parameter(self, name: str):
        return next(p for p in self.engine.parameters if p.name == name)

    @property
    def defaults(self) -> dict[str, float]:
        """The values at which the lab opens, parameter by parameter in the model's order."""
        values = {p.name: float(p.default) for p in self.engine.parameters}
        values.update({k: float(v) for k, v in self.fixed.items()})
        for choice in self.choices:
            values.update({k: float(v) for k, v in choice.options[choice.default].values.items()})
        values.update({s.name: float(s.default) for s in self.sliders if s.default is not None})
        return values

    def quantity_format(self, name: str) -> Format:
        for readout in self.readouts:
            if readout.output == name:
                return readout.format
        for slider in self.sliders:
            if slider.name == name:
                return self.slider_format(slider)
        return Format(decimals=1)

    def slider_format(self, slider: Slider) -> Format:
        if slider.format is not None:
            return slider.format
        parameter = self.parameter(slider.name)
        if (slider.scale or parameter.scale) == "log":
            return Format(significant=3)
        step = slider.step or parameter.step
        return Format(decimals=max(0, -math.floor(math.log10(step) + 1e-9)))

    # -- what the page receives --------------------------------------------------------------------------------

    def spec(self, language: str) -> dict:
        say = _Speaker(language)
        return {
            "id": self.id,
            "revision": self.revision,
            "title": say(self.title),
            "lead": say(self.lead),
            "model": self.model,
            "models": [self.model],
            "defaults": self.defaults,
            "parameters": {s.name: self._slider_spec(s, say) for s in self.sliders},
            "choices": [
                {"id": c.id, "label": say(c.label), "default": c.default, "options": [say.option(o) for o in c.options]}
                for c in self.choices
            ],
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
            "quantities": {
                name: {
                    "label": say(o.label),
                    "unit": o.unit,
                    "format": self.quantity_format(name).spec(),
                }
                for name, o in self.engine.outputs.items()
            },
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

    def _slider_spec(self, slider: Slider, say: _Speaker) -> dict:
        parameter = self.parameter(slider.name)

        def pick(name):
            own = getattr(slider, name)
            return getattr(parameter, name) if own is None else own

        return {
            "label": say(pick("label")),
            "unit": parameter.unit,
            "minimum": float(pick("minimum")),
            "maximum": float(pick("maximum")),
            "step": float(pick("step")),
            "scale": pick("scale"),
            "format": self.slider_format(slider).spec(),
        }

    def _readout_spec(self, readout: Readout, say: _Speaker) -> dict:
        output = self.engine.outputs[readout.output]
        return {
            "output": readout.output,
            "label": say(readout.label or output.label),
            "unit": output.unit if readout.unit is None else readout.unit,
            "format": readout.format.spec(),
            "color": readout.color,
            "factor": readout.factor,
        }


class _Speaker:
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
