"""Labs as notebooks show them: ipywidgets controls linked to one drawing component."""

from __future__ import annotations

import math
from functools import cache

import ipywidgets
import traitlets

from labsupport import labs
from labsupport.i18n import Text, current_language, interface
from labsupport.labs.declaration import Bench as Declared
from labsupport.labs.declaration import Lab, Slider, words
from labsupport.widgets.base import Component, is_static, view_bundle


class LabView(Component):
    """What draws a lab."""

    preset = traitlets.Int(None, allow_none=True).tag(sync=True)


class ExperimentView(Component):
    """What draws an experiment or an identification."""


@cache
def view_class(base: type[Component], parameters: tuple[str, ...], choices: tuple[str, ...]) -> type[Component]:
    """`base` with a synced float ``p_<name>`` a parameter (``jslink`` cannot address the keys of a dict) and an index
    ``i_<id>`` a choice."""
    traits = {f"p_{name}": traitlets.Float().tag(sync=True) for name in parameters}
    traits |= {f"i_{name}": traitlets.Int(None, allow_none=True).tag(sync=True) for name in choices}
    return type(base.__name__, (base,), {"__module__": __name__, **traits})


class Bench(ipywidgets.VBox):
    """A lab on display: the view and its controls."""

    def __init__(self, declaration: Declared, children: list, view: Component, links: list):
        self.declaration = declaration
        self.view = view
        self._links = links
        bench = ipywidgets.VBox(children)
        bench.add_class("ionsyn-bench")
        super().__init__([bench])
        self.add_class("ionsyn-frame")

    def __repr__(self) -> str:
        return f"Lab({self.declaration.id!r})"

    def _repr_mimebundle_(self, **kwargs):
        still = None
        if is_static():
            from labsupport.labs.still import still_picture

            still = still_picture(self.declaration, self.view.language)
        return view_bundle(self, repr(self), still)


def lab(lab_id: str) -> Bench:
    """A lab of the book, in the current language.

    Parameters
    ----------
    lab_id : str
        Such as ``"nernst"``; ``labsupport.labs.labs()`` lists them all.
    """
    declaration = labs.get(lab_id)
    return show(declaration)


def show(declaration: Declared) -> Bench:
    """Controls and view of a declared lab."""
    language = current_language()
    names = tuple(declaration.defaults)
    choices = tuple(c.id for c in declaration.choices)
    base = LabView if isinstance(declaration, Lab) else ExperimentView
    view = view_class(base, names, choices)(
        declaration.spec(language),
        component=declaration.component,
        language=language,
        **{f"p_{name}": value for name, value in declaration.defaults.items()},
        **{f"i_{c.id}": c.default for c in declaration.choices},
    )
    view.add_class("ionsyn-host")
    links = []
    rows = []
    for choice in declaration.choices:
        buttons = _buttons(choice.label, [o.label for o in choice.options], choice.default, language)
        links.append(ipywidgets.jslink((buttons, "index"), (view, f"i_{choice.id}")))
        rows.append(buttons)
    for slider in declaration.handles:
        control = _slider(declaration, slider, language)
        links.append(ipywidgets.jslink((control, "value"), (view, f"p_{slider.name}")))
        rows.append(control)
    children = [view]
    if isinstance(declaration, Lab) and declaration.presets:
        presets = _buttons(interface("lab.presets"), [o.label for o in declaration.presets], None, language)
        presets.add_class("ionsyn-presets")
        links.append(ipywidgets.jslink((presets, "index"), (view, "preset")))
        children.append(presets)
    if rows:
        controls = ipywidgets.VBox(rows)
        controls.add_class("ionsyn-controls")
        children.append(controls)
    return Bench(declaration, children, view, links)


def _buttons(label: Text, options: list, index: int | None, language: str) -> ipywidgets.ToggleButtons:
    names = [words(option, language) for option in options]
    return ipywidgets.ToggleButtons(
        options=names, value=None if index is None else names[index], description=label.in_(language)
    )


def _slider(declaration: Declared, slider: Slider, language: str):
    spec = declaration.slider_spec(slider, language)
    common = {
        "value": declaration.defaults[slider.name],
        "description": spec["label"],
        "readout": True,
    }
    if spec["scale"] == "log":
        # A fine step lets the handle hold round numbers such as 5 exactly; the page keeps three significant digits.
        control = ipywidgets.FloatLogSlider(
            min=math.log10(spec["minimum"]), max=math.log10(spec["maximum"]), step=1e-6, readout_format=".3g", **common
        )
    else:
        decimals = spec["format"].get("decimals", 2)
        control = ipywidgets.FloatSlider(
            min=spec["minimum"], max=spec["maximum"], step=spec["step"], readout_format=f".{decimals}f", **common
        )
    control.add_class(f"ionsyn-p-{slider.name}")
    return control
