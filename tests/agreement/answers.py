"""Strings as people type them, and worse: the seeded generator behind the agreement test of the checkers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from labsupport.exercises import VARIANTS, exercises
from labsupport.units import units

FULL_WIDTH = {chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)}
MINUS_SIGNS = "-−－–—‐‑﹣"
SUPERSCRIPT = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
SPELLINGS = {
    "mV": ["mV", "mV", "mV", "毫伏", "毫伏特", "mv", "millivolts", "Millivolt", "㎷", "ｍＶ", "[mV]", "(mV)"],
    "V": ["V", "伏", "伏特", "volt", "Volts"],
    "uV": ["uV", "µV", "μV", "微伏"],
    "pA": ["pA", "皮安", "picoamps", "pA", "㎀", "10^-12 A"],
    "nA": ["nA", "纳安"],
    "A": ["A", "安培", "amperes"],
    "": ["", "", "", "倍", "%"],
}
SPELLINGS |= {
    "kJ/mol": ["kJ/mol", "kJ mol⁻¹", "kJ·mol^-1", "千焦/摩尔", "千焦每摩尔", "KJ/mol", "kilojoules per mole"],
    "J/mol": ["J/mol", "焦/摩尔"],
    "mM": ["mM", "mmol/L", "毫摩尔/升", "mmol L⁻¹", "mol/m³"],
    "M": ["M", "mol/L", "摩尔每升"],
    "µM": ["µM", "μM", "uM", "µmol/L", "微摩尔/升"],
    "kPa": ["kPa", "千帕"],
    "mV/K": ["mV/K", "mV K⁻¹", "mV/°C", "毫伏/度", "毫伏每开"],
}
SCALE = {"mV": {"mV": 1, "V": 1e-3, "uV": 1e3}, "pA": {"pA": 1, "nA": 1e-3, "A": 1e-12}, "": {"": 1}}
SCALE |= {
    "kJ/mol": {"kJ/mol": 1, "J/mol": 1e3}, "mM": {"mM": 1, "M": 1e-3, "µM": 1e3}, "M": {"M": 1, "mM": 1e3},
    "µM": {"µM": 1, "mM": 1e-3}, "kPa": {"kPa": 1}, "mV/K": {"mV/K": 1}, "ms": {"ms": 1, "s": 1e-3},
    "min": {"min": 1, "s": 60}, "Hz": {"Hz": 1, "kHz": 1e-3}, "pC": {"pC": 1, "nC": 1e-3}, "%": {"%": 1},
    "pA²": {"pA²": 1}, "mS/cm²": {"mS/cm²": 1}, "µmol/g": {"µmol/g": 1}, "µmol/(g min)": {"µmol/(g min)": 1},
    "nS": {"nS": 1, "pS": 1e3}, "nM": {"nM": 1, "µM": 1e-3}, "s⁻¹": {"s⁻¹": 1},
}  # fmt: skip
WRONG_UNITS = [
    "pA",
    "nS",
    "mM",
    "kJ/mol",
    "ms",
    "kg",
    "毫摩尔",
    "度",
    "J/(mol K)",
    "mA/cm2",
    "K",
    "°C",
    "S/m^2",
    "%",
    "µF/cm²",
    "Hz",
    "MΩ",
    "m/s",
    "毫秒",
    "千焦每摩尔",
    "mol L^-1",
]
UNKNOWN_UNITS = [
    "MV",
    "Mv",
    "mVs",
    "volt/",
    "pa",
    "foo",
    "mV?",
    "毫福",
    "mm^9",
    "m//s",
    "mV··",
    "x",
    "5mV",
    "M²²",
    "℧",
    "伏打",
    "<b>mV</b>",
    "${x}",
    "mV;DROP",
]
NONSENSE = [
    "", " ", "　", "abc", "负", "约", "--5 mV", "+-5 mV", "1.2.3 mV", "5 6 mV", "-70 to -60 mV", "-70~-60 mV",
    "−70±2 mV", "9**9**9", "9^9^9 mV", "1e999 mV", "1e-41 V", "1e40 mV", "inf mV", "nan", "NaN mV", "0x10 mV",
    "1_000 mV", "½ mV", "__import__('os').system('ls')", "<script>alert(1)</script>", "1;2", "=1+1", "1+1 mV",
    "5/140", "(5) mV", "√2 mV", "{example}", "«answer»", "$E$", "\u202e-89 mV", "-89\u200bmV", "٣ mV", "八十九毫伏",
    "-89 mV mV", "mV -89", "e5 mV", "1e mV", "1e5", ".", ",", "-", "10^", "10^3", "-10⁻¹ V", "1 × 10 mV", "1,5 mV",
    "1,500 mV", "1,500", "12,345,678 mV", "1,234.5 mV", "1.234,5 mV", "0,500 mV", "5.mV", ".5 mV", "5。5 mV",
    "5·5 mV", "−89.0mV。", "\ud800", "😀 mV", "-89 mV\n", "E_K=−89 mV", "E = ", "V_m ≈ -70 mV", "约 -70 毫伏",
    "about 5 mV", "'-70 mV'", "“-70 mV”", "a", "B", "（c）", "d.", "Ｄ", "e", "x" * 79, "x" * 80, "x" * 81,
    "1" * 78 + "mV", "1" * 81, "-" * 80, "5 mV " * 15, "5 mV^0", "5 mV^7", "5 /s", "5 1/s", "5 V·s⁻¹", "5 kJ mol⁻¹",
    "5 J/mol/K", "5 J/mol K", "5 per s", "5 mV per s", "5 (V)/(s)", "5 V/(s", "5 m V", "37 °C", "37度",
]  # fmt: skip


def number_text(chance: random.Random, value: float) -> str:
    """One of the many ways to write a number, with two to seven digits."""
    digits = chance.randint(2, 7)
    style = chance.randrange(9)
    if style < 4:
        text = f"{value:.{digits}g}"
    elif style == 4:
        text = f"{value:.{digits}e}"
    else:
        mantissa, power = f"{value:.{digits - 1}e}".split("e")
        power = str(int(power))
        text = mantissa + chance.choice(
            [f"×10^{power}", f" x 10^{power}", f"*10^({power})", f"·10{power.translate(SUPERSCRIPT)}", f"E{power}",
             f" × 10 ^ {power}", f"×10**{power}"]
        )  # fmt: skip
    if chance.random() < 0.15:
        text = text.replace(".", ",")
    if value > 0 and chance.random() < 0.2:
        text = "+" + text
    if chance.random() < 0.5:
        text = text.replace("-", chance.choice(MINUS_SIGNS))
    if value < 0 and chance.random() < 0.05:
        text = "负" + text[1:]
    return text


def dressed(chance: random.Random, text: str) -> str:
    """The same text as other keyboards and habits give it."""
    roll = chance.random()
    if roll < 0.12:
        text = "".join(FULL_WIDTH.get(c, c) if chance.random() < 0.8 else c for c in text)
    elif roll < 0.2:
        text = text.replace(" ", chance.choice(["\u00a0", "\u2009", "\u3000", "  ", "\t", "\u200b"]))
    elif roll < 0.26:
        text = chance.choice(["E = ", "E_K = ", "V_m≈", "≈", "~", "约", "大约 ", "about ", " ", '"']) + text
    elif roll < 0.32:
        text += chance.choice([" ", ".", "。", "!", "\n", '"', ";"])
    return text


def mutated(chance: random.Random, text: str) -> str:
    """A slip of the finger: one character lost, doubled, exchanged or inserted."""
    place = chance.randrange(len(text) + 1)
    kind = chance.randrange(4)
    if kind == 0 and text:
        return text[: place - 1] + text[place:]
    if kind == 1 and text:
        return text[:place] + text[place - 1 :]
    if kind == 2:
        return text[:place] + chance.choice("0159.,-−+/*^eE ()%mVAµ度每。xX10") + text[place:]
    return (
        text[:place]
        + chr(chance.choice([chance.randrange(32, 0x250), chance.randrange(0x2000, 0x3400)]))
        + text[place:]
    )


def cases(count: int, seed: int = 20240611) -> Iterator[tuple[str, str, str, str]]:
    """(exercise, variant, language, answer), the same for the same seed."""
    chance = random.Random(seed)
    bank = list(exercises().values())
    numeric = [e for e in bank if e.kind == "numeric"]
    known = sorted(units())
    values = {(e.id, v): e.values(v) for e in bank for v in VARIANTS}
    for _ in range(count):
        exercise = chance.choice(bank if chance.random() < 0.2 else numeric)
        variant, language = chance.choice(VARIANTS), chance.choice(("zh", "en"))
        numbers = values[exercise.id, variant]
        right = numbers["answer"]
        roll = chance.random()
        if chance.random() < 0.03:
            # Elsewhere an answer of the wrong sign is a known idea and says so.
            exercise, roll = next(e for e in numeric if e.id == "nernst-charge-moved"), 0.6
            numbers = values[exercise.id, variant]
            right = numbers["answer"]
        if exercise.kind == "choice":
            options = [*"abcdABCD", *(o.id for o in exercise.options)]
            text = chance.choice(options if chance.random() < 0.7 else NONSENSE)
        elif roll < 0.08:
            text = chance.choice(NONSENSE)
        else:
            if roll < 0.24:
                value = right * (1 + chance.uniform(-0.004, 0.004))
            elif roll < 0.44 and exercise.misconceptions:
                value = numbers[f"wrong_{chance.choice(exercise.misconceptions).id}"]
            elif roll < 0.54:
                value = right * 10.0 ** chance.choice([-6, -3, -2, -1, 1, 2, 3])
            elif roll < 0.62:
                value = -right
            elif roll < 0.68:
                # On and around the edge of the tolerance.
                value = right + exercise.tolerance(right) * chance.choice([-1.2, -1.0, -0.99, 0.99, 1.0, 1.2])
            else:
                value = chance.choice([chance.uniform(-150, 150), chance.lognormvariate(0, 6), 0.0])
            unit = chance.choice(list(SCALE[exercise.unit]))
            value *= SCALE[exercise.unit][unit]
            spelling = chance.choice(SPELLINGS.get(unit, [unit]))
            other = chance.random()
            if other < 0.06:
                spelling = ""
            elif other < 0.13:
                spelling = chance.choice(WRONG_UNITS)
            elif other < 0.18:
                spelling = chance.choice(UNKNOWN_UNITS)
            elif other < 0.21:
                spelling = chance.choice(known) + chance.choice(
                    ["", "^2", "⁻¹", "/s", " mol⁻¹", "2", "^-1", "/m^2", "·s"]
                )
            text = number_text(chance, value) + chance.choice(["", " "]) + spelling
            if chance.random() < 0.08:
                text = mutated(chance, text)
        yield exercise.id, variant, language, dressed(chance, text)
