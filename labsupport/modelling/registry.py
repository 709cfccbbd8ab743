"""All models by id, so that no page, lab, exercise or test can name one that does not exist."""

from __future__ import annotations

import importlib
import re

from labsupport.modelling.errors import DeclarationError

_MODELS: dict[str, object] = {}
# The rooms that declare models; each registers its own when imported.
ROOMS = ("labsupport.electrochemistry", "labsupport.synapse", "labsupport.network")


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
    return model


def models() -> dict[str, object]:
    """Every registered model by id, in the order of declaration."""
    for room in ROOMS:
        importlib.import_module(room)
    return dict(_MODELS)


def get(model_id: str):
    """The model called ``model_id``.

    Raises
    ------
    KeyError
        With the ids that exist, if there is none.
    """
    known = models()
    if model_id not in known:
        raise KeyError(f"there is no model {model_id!r}; the models are {', '.join(sorted(known))}")
    return known[model_id]
