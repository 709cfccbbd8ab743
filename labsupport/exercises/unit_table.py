"""The one table of units, made from pint and read by Python and the page alike.

``python -m labsupport.exercises.unit_table`` writes ``labsupport/units.json``; ``--check`` only says whether it is
up to date.  pint decides every factor and dimension here, and nowhere else: what a learner types never reaches pint,
which drops the sign of U+2212, reads ``1,5`` as 15 and would try to work out ``9**9**9``.
"""

from __future__ import annotations

import json
import sys
import unicodedata

from labsupport.units import TABLE_FILE

# name -> (pint's name, metric prefixes people put before it)
UNITS = {
    "V": ("volt", "munk"),
    "A": ("ampere", "munpf"),
    "S": ("siemens", "munpf"),
    "ohm": ("ohm", "kMG"),
    "F": ("farad", "munpf"),
    "C": ("coulomb", "munpf"),
    "J": ("joule", "munpfk"),
    "W": ("watt", "munpfk"),
    "N": ("newton", "munp"),
    "Pa": ("pascal", "mkM"),
    "atm": ("standard_atmosphere", ""),
    "mmHg": ("millimeter_Hg", ""),
    "Hz": ("hertz", "mkM"),
    "s": ("second", "munpf"),
    "min": ("minute", ""),
    "h": ("hour", ""),
    "m": ("meter", "munpfkcd"),
    "g": ("gram", "munpfk"),
    "L": ("liter", "munpfd"),
    "K": ("kelvin", "m"),
    "mol": ("mole", "munpfk"),
    "M": ("molar", "munpf"),
    "eV": ("electron_volt", "mk"),
    "cal": ("calorie", "k"),
    "%": ("percent", ""),
    "‰": ("permille", ""),
    "ppm": ("ppm", ""),
    "°C": ("degree_Celsius", ""),
}
PREFIXES = {
    "f": ("femto", "飞"),
    "p": ("pico", "皮"),
    "n": ("nano", "纳"),
    "u": ("micro", "微"),
    "m": ("milli", "毫"),
    "c": ("centi", "厘"),
    "d": ("deci", "分"),
    "k": ("kilo", "千"),
    "M": ("mega", "兆"),
    "G": ("giga", "吉"),
}
# Whole words: English (any capitals) and Chinese.  Each takes the word of every prefix its unit takes.
ENGLISH = {
    "V": ["volt", "volts"],
    "A": ["ampere", "amperes", "amp", "amps"],
    "S": ["siemens"],
    "ohm": ["ohms"],
    "F": ["farad", "farads"],
    "C": ["coulomb", "coulombs"],
    "J": ["joule", "joules"],
    "W": ["watt", "watts"],
    "N": ["newton", "newtons"],
    "Pa": ["pascal", "pascals"],
    "Hz": ["hertz"],
    "s": ["second", "seconds"],
    "min": ["minute", "minutes", "mins"],
    "h": ["hour", "hours"],
    "m": ["metre", "metres", "meter", "meters"],
    "g": ["gram", "grams"],
    "L": ["litre", "litres", "liter", "liters"],
    "K": ["kelvin", "kelvins"],
    "mol": ["mole", "moles", "mols"],
    "M": ["molar"],
    "eV": ["electronvolt", "electronvolts"],
    "cal": ["calorie", "calories"],
    "%": ["percent"],
    "°C": ["celsius", "degc"],
}
CHINESE = {
    "V": ["伏", "伏特"],
    "A": ["安", "安培"],
    "S": ["西", "西门子"],
    "ohm": ["欧", "欧姆"],
    "F": ["法", "法拉"],
    "C": ["库", "库仑"],
    "J": ["焦", "焦耳"],
    "W": ["瓦", "瓦特"],
    "N": ["牛", "牛顿"],
    "Pa": ["帕", "帕斯卡"],
    "atm": ["大气压"],
    "mmHg": ["毫米汞柱"],
    "Hz": ["赫", "赫兹"],
    "s": ["秒", "秒钟"],
    "min": ["分钟"],
    "h": ["小时"],
    "m": ["米"],
    "g": ["克"],
    "L": ["升"],
    "K": ["开", "开尔文"],
    "mol": ["摩", "摩尔"],
    "eV": ["电子伏", "电子伏特"],
    "cal": ["卡", "卡路里"],
    "°C": ["度", "摄氏度"],
}
# Spellings without a system.  Only those that can mean one thing: "pa" could be pA or Pa and is asked about.
ALIASES = {
    "mv": "mV",
    "uv": "uV",
    "hz": "Hz",
    "khz": "kHz",
    "KHz": "kHz",
    "sec": "s",
    "secs": "s",
    "msec": "ms",
    "usec": "us",
    "hr": "h",
    "kj": "kJ",
    "KJ": "kJ",
    "kcals": "kcal",
    "degK": "K",
    "°": "°C",
    "C°": "°C",
    "倍": "one",
    "l": "L",
    "ml": "mL",
    "ul": "uL",
    "nl": "nL",
    "pl": "pL",
    "fl": "fL",
    "dl": "dL",
    "Mohm": "Mohm",
}
# What a quantity is called when its dimension is wrong; the words are in interface.yaml under check.kind.
KINDS = {
    "number": "dimensionless",
    "voltage": "volt",
    "current": "ampere",
    "conductance": "siemens",
    "resistance": "ohm",
    "capacitance": "farad",
    "charge": "coulomb",
    "energy": "joule",
    "molar_energy": "joule / mole",
    "power": "watt",
    "pressure": "pascal",
    "frequency": "hertz",
    "time": "second",
    "length": "meter",
    "area": "meter ** 2",
    "volume": "liter",
    "mass": "gram",
    "temperature": "kelvin",
    "amount": "mole",
    "concentration": "molar",
    "amount_rate": "mole / second",
    "permeability": "meter / second",
    "diffusion": "meter ** 2 / second",
    "current_density": "ampere / meter ** 2",
    "conductance_density": "siemens / meter ** 2",
    "specific_capacitance": "farad / meter ** 2",
    "voltage_per_temperature": "volt / kelvin",
    "voltage_rate": "volt / second",
    "field": "volt / meter",
}
DIMENSION = ("[mass]", "[length]", "[time]", "[current]", "[temperature]", "[substance]")
ONE_CHARACTER = {
    "µ": "u",
    "μ": "u",
    "\u2126": "ohm",
    "\u03a9": "ohm",
    "℃": "°C",
    "\u212a": "K",
    "ℓ": "L",
    "˚": "°",
    "º": "°",
    "﹪": "%",
    "٪": "%",
    "﹢": "+",
    "＝": "=",
    "≈": "=",
    "≃": "=",
    "≅": "=",
    "≒": "=",
    "∼": "~",
    "〜": "~",
    "₊": "+",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "「": '"',
    "」": '"',
    "×": "*",
    "✕": "*",
    "✖": "*",
    "∗": "*",
    "·": "*",
    "⋅": "*",
    "∙": "*",
    "•": "*",
    "・": "*",
    "･": "*",
    "÷": "/",
    "⁄": "/",
    "∕": "/",
    "、": ",",
    "｡": "。",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
}
MINUS = "−‐‑‒–—―﹣﹘⁃➖"
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))
SPACES = "\t\n\x0b\x0c\r\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufe0e\ufe0f\ufeff"


def make() -> dict:
    """The table, every factor and dimension asked of pint."""
    import pint

    ask = pint.UnitRegistry()

    def measure(name: str) -> tuple[float, list[int]]:
        quantity = ask.Quantity(1, name)
        if name == "degree_Celsius":
            quantity = ask.Quantity(1, "delta_degree_Celsius")
        base = quantity.to_base_units()
        dimension = [int(base.dimensionality.get(key, 0)) for key in DIMENSION]
        # pint's SI base for mass is the kilogram; amounts to the same system as metre, second, ampere, kelvin, mole.
        return float(f"{base.magnitude:.15g}"), dimension

    units = {}
    for name, (pint_name, prefixes) in UNITS.items():
        factor, dimension = measure(pint_name)
        units[name] = {"factor": factor, "dimension": dimension, "prefixes": prefixes}
        if name == "°C":
            units[name]["offset"] = float(ask.Quantity(0, "degree_Celsius").to("kelvin").magnitude)
        units[name]["words"] = ENGLISH.get(name, [])
        units[name]["zh"] = CHINESE.get(name, [])
    units["one"] = {"factor": 1.0, "dimension": [0] * 6, "prefixes": "", "words": [], "zh": []}
    prefixes = {
        symbol: {
            "factor": float(f"{ask.Quantity(1, word + 'meter').to('meter').magnitude:.15g}"),
            "word": word,
            "zh": zh,
        }
        for symbol, (word, zh) in PREFIXES.items()
    }
    kinds = {kind: measure(name)[1] for kind, name in KINDS.items()}
    table = {
        "about": "Made from pint by `python -m labsupport.exercises.unit_table`; Python and the page read it.",
        "dimension": ["kg", "m", "s", "A", "K", "mol"],
        "prefixes": prefixes,
        "units": units,
        "aliases": ALIASES,
        "kinds": kinds,
        "characters": ONE_CHARACTER | {minus: "-" for minus in MINUS},
        "superscripts": SUPERSCRIPTS,
        "spaces": SPACES,
        "invisible": INVISIBLE,
    }
    table["characters"] |= _squared_units(table)
    return table


def _squared_units(table: dict) -> dict[str, str]:
    """Single characters that stand for a whole unit, such as ㎷, where the unit is one of ours."""
    from labsupport.units import expand

    known = expand(table)
    found = {}
    for code in range(0x3380, 0x33E0):
        letters = unicodedata.normalize("NFKC", chr(code)).replace("μ", "u").replace("Ω", "ohm")
        base, power = (letters[:-1], "^" + letters[-1]) if letters[-1:] in "23" else (letters, "")
        if base in known:
            found[chr(code)] = base + power
    return found


def text() -> str:
    return json.dumps(make(), ensure_ascii=True, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        current = TABLE_FILE.exists() and TABLE_FILE.read_text("utf-8") == text()
        print("units.json is up to date" if current else "units.json is out of date")
        return 0 if current else 1
    TABLE_FILE.write_text(text(), "utf-8")
    print(f"{TABLE_FILE.name}: {len(UNITS)} units")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
