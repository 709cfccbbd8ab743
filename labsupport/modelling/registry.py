"""All models by id, so that no page, lab, exercise or test can name one that does not exist."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from labsupport.modelling.errors import DeclarationError

_MODELS: dict[str, object] = {}
_DECLARED_IN: dict[str, str] = {}
# The rooms that declare models; each module registers its own when imported.
ROOMS = ("labsupport.electrochemistry", "labsupport.synapse", "labsupport.network")
#: Which module declares which model and which exercise; written by ``python -m labsupport.book configure``.
INDEX = Path(__file__).resolve().parents[1] / "index.json"


def register(model):
    """Add a model to the registry and return it.

    Raises
    ------
    DeclarationError
        If the id is taken or is not written in lower case, digits, ``_``, ``-`` and at most one ``:``.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_-]*(:[a-z0-9_-]+)?", model.id):
        raise DeclarationError(f"model id {model.id!r}: use lower-case letters, digits, '_', '-' and at most one ':'.")
    if model.id in _MODELS:
        raise DeclarationError(f"model id {model.id!r} is declared twice.")
    _MODELS[model.id] = model
    _DECLARED_IN[model.id] = sys._getframe(1).f_globals["__name__"]
    return model


def models() -> dict[str, object]:
    """Every registered model by id, in the order of declaration."""
    for room in ROOMS:
        for module in pkgutil.iter_modules(importlib.import_module(room).__path__):
            importlib.import_module(f"{room}.{module.name}")
    return dict(_MODELS)


def declared_in() -> dict[str, str]:
    """The module that declares each model of the rooms, by id."""
    return {key: _DECLARED_IN[key] for key in models() if _DECLARED_IN[key].startswith(ROOMS)}


def get(model_id: str):
    """The model called ``model_id``; of the rooms, only the module that declares it is imported.

    Raises
    ------
    KeyError
        With the ids that exist, if there is none.
    """
    if model_id not in _MODELS and model_id in index()["models"]:
        importlib.import_module(index()["models"][model_id])
    if model_id not in _MODELS and model_id not in models():
        raise KeyError(f"there is no model {model_id!r}; the models are {', '.join(sorted(_MODELS))}")
    return _MODELS[model_id]


@cache
def index() -> dict[str, dict[str, str]]:
    """``models`` and ``exercises``: the module of each id.  Whatever it lacks is looked for everywhere."""
    return json.loads(INDEX.read_text(encoding="utf-8")) if INDEX.exists() else {"models": {}, "exercises": {}}


def exports(package: str, names: dict[str, Iterable[str]]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a package whose names come from its modules when they are first used.

    A notebook that shows one lab then imports one topic, not all of them.

    Parameters
    ----------
    package : str
        Its ``__name__``.
    names : dict
        Names by the module that has them.
    """
    module_of = {name: module for module, group in names.items() for name in group}

    def get_attribute(name: str) -> object:
        if name in module_of:
            return getattr(importlib.import_module(f"{package}.{module_of[name]}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get_attribute, lambda: sorted({*vars(sys.modules[package]), *module_of})
