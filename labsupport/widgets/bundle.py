"""The code of models as a page loads it."""

from __future__ import annotations

from labsupport import exercises
from labsupport.modelling import registry


def model_script(model_id: str) -> str:
    """A classic script that registers one model with the page's runtime.

    Parameters
    ----------
    model_id : str
        Id of a registered model.

    Returns
    -------
    str
        One statement; it needs the global ``ionsyn`` of ``page.js`` or ``notebook.js``.
    """
    if model_id.startswith("exercise:"):
        exercises.get(model_id.removeprefix("exercise:"))  # an exercise registers the model of its answers
    return f"ionsyn.register({registry.get(model_id).javascript()});\n"
