"""Words with places for numbers.

A declared text may hold ``«K_out»`` (a given number, exactly), ``«E:.1f»`` (a computed one, with one decimal; ``+.1f``
always shows the sign, ``.2e`` gives 1.98 × 10⁻⁵, ``.2m`` and ``.2x`` its two parts for use in a formula), the marks
``*E*_{K}`` (italic, subscript, ``^{}`` superscript), code between back-ticks and formulas between dollar signs.
frontend/src/exercises/text.js does the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

PLACE = re.compile(r"«([A-Za-z]\w*)(?::(\+?)(?:\.(\d))?([femx]))?»")
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
_SUPERSCRIPT = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


# A value exactly half way is rounded away from zero, as people and browsers do; Python alone would take the even digit.
# No float has more digits than these.
_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)


def _fixed(value: float, digits: int) -> str:
    return f"{Decimal(value).quantize(Decimal(1).scaleb(-digits), context=_EXACT):f}"


def _scientific(value: float, digits: int) -> str:
    rounded = Context(prec=digits + 1, rounding=ROUND_HALF_UP).plus(Decimal(value))
    return f"{rounded if rounded else 0.0:.{digits}e}"


def show(value: float | str, sign: str = "", digits: str | None = None, style: str | None = None) -> str:
    """One number as it is printed, with a true minus sign.  A string is a given number and is already exact."""
    if isinstance(value, str):
        text = value
        if sign and not text.startswith("-") and float(text) != 0:
            text = "+" + text
        return text.replace("-", "−")
    if style in ("e", "m", "x"):
        mantissa, power = _scientific(value, int(digits or 0)).split("e")
        exponent = str(int(power))
        if style == "m":
            text = mantissa
        elif style == "x":
            return exponent.replace("-", "−")
        else:
            text = mantissa if exponent == "0" else f"{mantissa} × 10{exponent.translate(_SUPERSCRIPT)}"
    else:
        text = _fixed(value, int(digits or 0))
        if text.startswith("-") and not text.strip("-0."):
            text = text[1:]
    if sign and value > 0:
        text = "+" + text
    return text.replace("-", "−")


def fill(template: str, values: Mapping[str, float | str]) -> str:
    """The template with its numbers."""
    return PLACE.sub(lambda place: show(values[place[1]], place[2] or "", place[3], place[4]), template)


def places(template: str) -> set[str]:
    """Names of the numbers a template asks for."""
    return {place[1] for place in PLACE.finditer(template)}


def plain(text: str) -> str:
    """Marks taken off, for a terminal: ``*E*_{K}`` becomes E_K."""
    text = re.sub(r"\*([^*]+)\*", r"\1", text).replace("`", "")
    text = re.sub(r"_\{([^{}]*)\}", r"_\1", text)
    return re.sub(r"\^\{([^{}]*)\}", r"^\1", text)


def markup(text: str) -> str:
    """The same words as HTML (marks only; a formula stays as TeX)."""
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)
    text = re.sub(r"_\{([^{}]*)\}", r"<sub>\1</sub>", text)
    return re.sub(r"\^\{([^{}]*)\}", r"<sup>\1</sup>", text)


def formulas(text: str) -> list[tuple[str, bool]]:
    """Every formula in a text, with whether it stands on a line of its own."""
    return [(match[1] or match[2], bool(match[1])) for match in FORMULA.finditer(text)]
