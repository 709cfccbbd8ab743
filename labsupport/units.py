"""What a person may type for a quantity, and what it means.

`read` turns text such as ``−89 mV``, ``－８９ｍＶ``, ``1.5×10⁻³ V`` or ``-89 毫伏`` into a `Quantity`.  It goes through
a fixed normalisation, a strict number grammar and a grammar of whitelisted units; nothing is evaluated and nothing is
guessed.  frontend/src/exercises/parse.js does exactly the same with the same table (``units.json``), step for step;
a test compares the two on fifty thousand strings.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE_FILE = Path(__file__).with_name("units.json")
LONGEST = 80
"""Most characters an answer may have; the longest sensible one has about thirty."""
LARGEST_EXPONENT = 40

Dimension = tuple[int, int, int, int, int, int]


@dataclass(frozen=True)
class Unit:
    """A unit in SI: ``value_SI = factor * value + offset``; dimension is the powers of kg, m, s, A, K, mol."""

    factor: float
    dimension: Dimension
    offset: float = 0.0


@dataclass(frozen=True)
class Quantity:
    """A number as typed and the unit as typed (``None`` where there is none)."""

    number: float
    unit: Unit | None

    def in_(self, unit: Unit) -> float:
        """The value in another unit of the same dimension."""
        own = self.unit or unit
        if own.factor == unit.factor and own.offset == unit.offset:
            return self.number
        return (self.number * own.factor + own.offset - unit.offset) / unit.factor


class NotUnderstoodError(ValueError):
    """Text that is not one quantity; ``code`` says why, ``fields`` fill the sentence that tells the learner."""

    def __init__(self, code: str, **fields: str):
        super().__init__(code)
        self.code = code
        self.fields = fields


def expand(table: dict) -> dict[str, Unit]:
    """Every name a unit may go by: symbols with their prefixes, words, Chinese words, aliases."""
    names: dict[str, Unit] = {}

    def add(name: str, unit: Unit) -> None:
        if name in names and names[name] != unit:
            raise ValueError(f"the unit name {name} would mean two things")
        names[name] = unit

    for symbol, entry in table["units"].items():
        spellings = [(symbol, "symbol"), *((w, "word") for w in entry["words"]), *((w, "zh") for w in entry["zh"])]
        for spelling, kind in spellings:
            dimension = tuple(entry["dimension"])
            add(spelling, Unit(entry["factor"], dimension, entry.get("offset", 0.0)))
            for prefix in entry["prefixes"]:
                word = prefix if kind == "symbol" else table["prefixes"][prefix][kind]
                add(word + spelling, Unit(table["prefixes"][prefix]["factor"] * entry["factor"], dimension))
    for alias, name in table["aliases"].items():
        add(alias, names[name])
    return names


@cache
def table() -> dict:
    return json.loads(TABLE_FILE.read_text("utf-8"))


@cache
def units() -> dict[str, Unit]:
    return expand(table())


def normalise(text: str) -> str:
    """Bring what was typed to plain ASCII, as far as it has an ASCII meaning.

    The characters are listed one by one in the table, not left to NFKC: the browser's Unicode is newer than Python's,
    and NFKC turns cm² into cm2 and thereby 10² into 102.
    """
    known = table()
    out = []
    after_superscript = False
    for character in text:
        superscript = known["superscripts"].get(character)
        if superscript is not None:
            out.append(superscript if after_superscript else "^" + superscript)
        elif character in known["invisible"]:
            continue
        elif character in known["spaces"]:
            out.append(" ")
        elif "\uff01" <= character <= "\uff5e":
            # Full-width ASCII lies at a fixed distance from ASCII.
            out.append(chr(ord(character) - 0xFEE0))
        else:
            out.append(known["characters"].get(character, character))
        after_superscript = superscript is not None
    plain = "".join(out)
    plain = re.sub(r"([0-9])。([0-9])", r"\1.\2", plain)
    return re.sub(r" +", " ", plain).strip(" ")


_QUOTES = re.compile(r"""^["'` ]+|["'` ]+$""")
_LABEL = re.compile(r"^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_{}()^+\-\u4e00-\u9fff ]{0,15}=+ ?")
_ABOUT = re.compile(r"^(?:(?:[=~]|大约|约|about|approx\.?|ca\.?) ?)+")
_END = re.compile(r"[ 。.;；,!！]+$")
_SIGN_WORD = re.compile(r"^(负|正) ?")
_POWER = r"(?:\^|\*\*) ?\(? ?([+-]? ?[0-9]+) ?\)?|([+-][0-9]+)"
_NUMBER = re.compile(
    r"^([+-]?) ?(?:([0-9]+(?:[.,][0-9]+)*[.,]?|[.,][0-9]+)"
    rf"(?: ?[eE]([+-]?[0-9]+)| ?[*xX] ?10 ?(?:{_POWER}))?)"
)
_BARE_TEN = re.compile(r"^([+-]?) ?10 ?(?:\^|\*\*) ?\(? ?([+-]? ?[0-9]+) ?\)?")
_PLAIN = re.compile(r"^(?:[0-9]+\.?[0-9]*|\.[0-9]+)$")
_SHARED = re.compile(r"^[1-9][0-9]{0,2},[0-9]{3}$")
_THOUSANDS = re.compile(r"^[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+$|^[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}$")
_DECIMAL_COMMA = re.compile(r"^[0-9]*,[0-9]+$")
_RANGE = re.compile(r"^ ?(?:±|~|\+-|\+/-|to |至|到)")
_ARITHMETIC = re.compile(r"^ ?(?:\*\*|[*/+\-^xX(]) ?[-+(]?[0-9.]")
_TOKEN = re.compile(
    r"(°C|C°|°|%|‰|[A-Za-z]+|[\u4e00-\u9fff]+)(?: ?(?:\^|\*\*) ?(?:\( ?([+-]?[0-9]+) ?\)|([+-]?[0-9]+))|([+-]?[0-9]+))?"
)
_SEPARATOR = re.compile(r" ?[*.] ?| ?/ ?| ")


def read_number(text: str) -> tuple[float, str]:
    """The number at the start of normalised text, and the rest."""
    ten = _BARE_TEN.match(text)
    if ten:
        mantissa, exponent, end, sign = "1", ten.group(2), ten.end(), ten.group(1)
    else:
        match = _NUMBER.match(text)
        if not match:
            raise NotUnderstoodError("no_number")
        sign, mantissa = match.group(1), match.group(2)
        exponent = match.group(3) or match.group(4) or match.group(5)
        end = match.end()
    rest = text[end:]
    if re.match(r"^ ?[0-9]|^[.,]", rest):
        raise NotUnderstoodError("two_numbers")
    if _SHARED.match(mantissa):
        whole, part = mantissa.split(",")
        small = re.sub(r"\.?0+$", "", f"{whole}.{part}")
        raise NotUnderstoodError("ambiguous_comma", typed=mantissa, small=small, large=whole + part)
    if _THOUSANDS.match(mantissa):
        mantissa = mantissa.replace(",", "")
    elif _DECIMAL_COMMA.match(mantissa):
        mantissa = mantissa.replace(",", ".")
    mantissa = re.sub(r"[,]$", "", mantissa)
    if not _PLAIN.match(mantissa):
        raise NotUnderstoodError("two_numbers")
    power = (exponent or "0").replace(" ", "")
    if len(power) > 4 or abs(int(power)) > LARGEST_EXPONENT:
        raise NotUnderstoodError("exponent")
    # One correctly rounded conversion, so that Python and JavaScript get the same bits.
    return float(f"{sign}{mantissa}e{power}"), rest


def read_unit(text: str, wanted: Dimension | None = None) -> Unit | None:
    """A unit such as ``kJ mol^-1`` or ``mA/cm2``; None where there is none.

    Everything after a stroke is in the denominator: by ``J/mol K`` people mean J/(mol K).
    """
    text = text.strip(" ").replace("每", "/")
    if text[:1] + text[-1:] in ("()", "[]"):
        text = text[1:-1].strip(" ")
    if not text:
        return None
    text = re.sub(r"(?:^| )per ", "/", text)
    text = re.sub(r"/ ?\(([^()]*)\)$", r"/\1", text)
    factor, dimension, sign, position, count = 1.0, [0] * 6, 1, 0, 0
    offset = 0.0
    if text.startswith("/"):
        sign, position = -1, 1
        if text[1:2] == " ":
            position = 2
    while True:
        match = _TOKEN.match(text, position)
        count += 1
        if not match or count > 8:
            raise NotUnderstoodError("unit_syntax", unit=text)
        unit = _named(match.group(1), wanted)
        power = int(match.group(2) or match.group(3) or match.group(4) or "1")
        if power == 0 or abs(power) > 6:
            raise NotUnderstoodError("unit_syntax", unit=text)
        power *= sign
        for _ in range(abs(power)):
            factor = factor * unit.factor if power > 0 else factor / unit.factor
        dimension = [a + power * b for a, b in zip(dimension, unit.dimension, strict=True)]
        position = match.end()
        if position == len(text):
            # A temperature on its own is a point on its scale; inside a product it is a difference.
            if count == 1 and power == 1:
                offset = unit.offset
            return Unit(factor, tuple(dimension), offset)
        separator = _SEPARATOR.match(text, position)
        if not separator:
            raise NotUnderstoodError("unit_syntax", unit=text)
        if "/" in separator.group():
            sign = -1
        position = separator.end()


def _named(name: str, wanted: Dimension | None) -> Unit:
    known = units()
    if name in known:
        return known[name]
    folded = name.lower()
    # Words may have capitals anywhere; symbols may not, because M is not m.
    if len(name) > 3 and folded in known:
        return known[folded]
    similar = [other for other in known if other.lower() == folded]
    if similar:
        fitting = [other for other in similar if known[other].dimension == wanted]
        raise NotUnderstoodError("unit_capitals", unit=name, suggestion=(fitting or similar)[0])
    raise NotUnderstoodError("unknown_unit", unit=name)


def read(text: str, wanted: Dimension | None = None) -> Quantity:
    """The quantity a person typed.

    Parameters
    ----------
    text
        What was typed, as it was typed.
    wanted
        Dimension the answer should have; it only helps to suggest the right spelling of a misspelt unit.

    Raises
    ------
    NotUnderstoodError
        With a code: ``empty``, ``too_long``, ``no_number``, ``two_numbers``, ``arithmetic``, ``ambiguous_comma``,
        ``exponent``, ``unknown_unit``, ``unit_capitals`` or ``unit_syntax``.
    """
    if len(text) > LONGEST:
        raise NotUnderstoodError("too_long")
    plain = _QUOTES.sub("", normalise(text))
    plain = _END.sub("", plain)
    if not plain:
        raise NotUnderstoodError("empty")
    plain = _ABOUT.sub("", _LABEL.sub("", plain, count=1), count=1)
    plain = _SIGN_WORD.sub(lambda match: "-" if match.group(1) == "负" else "+", plain, count=1)
    number, rest = read_number(plain)
    if _RANGE.match(rest):
        raise NotUnderstoodError("two_numbers")
    if _ARITHMETIC.match(rest):
        raise NotUnderstoodError("arithmetic")
    return Quantity(number, read_unit(rest, wanted))


def unit(text: str) -> Unit:
    """A unit by an author's hand; the empty string is the pure number."""
    return read_unit(normalise(text)) or Unit(1.0, (0,) * 6)


def kind(dimension: Dimension) -> str:
    """What a quantity of this dimension is called (a key of ``check.kind``), ``other`` where it has no name."""
    return next((name for name, powers in table()["kinds"].items() if tuple(powers) == dimension), "other")
