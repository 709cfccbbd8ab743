"""What a notebook of the book imports: a language, labs, practice cards and the checker."""

from labsupport.i18n import use_language

__all__ = ["check", "lab", "practice", "use_language"]


def __getattr__(name: str):
    # Widgets pull in ipywidgets and Matplotlib; science alone must not pay for them.
    if name in ("lab", "practice"):
        from labsupport import widgets

        return getattr(widgets, name)
    if name == "check":
        from labsupport.exercises import check

        return check
    raise AttributeError(f"module 'labsupport' has no attribute {name!r}")
