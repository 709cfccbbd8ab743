"""What a person may type for a quantity, and what they are told when it is not one."""

from __future__ import annotations

import time

import pint
import pytest

from labsupport import units
from labsupport.exercises import unit_table

VOLT = (1, 2, -3, -1, 0, 0)
MOLAR_ENERGY = (1, 2, -2, 0, 0, -1)


def volts(text: str) -> float:
    quantity = units.read(text)
    assert quantity.unit is not None
    assert quantity.unit.dimension == VOLT
    return quantity.in_(units.unit("V"))


def refusal(text: str) -> str:
    with pytest.raises(units.NotUnderstoodError) as problem:
        units.read(text)
    return problem.value.code


# --- the table -------------------------------------------------------------------------------------------------------


def test_the_table_is_up_to_date():
    assert units.TABLE_FILE.read_text("utf-8") == unit_table.text()


def test_every_symbol_agrees_with_pint():
    ask = pint.UnitRegistry()
    known = units.units()
    compared = 0
    for symbol, (name, prefixes) in unit_table.UNITS.items():
        for prefix in ["", *prefixes]:
            word = (unit_table.PREFIXES[prefix][0] if prefix else "") + name
            own = known[prefix + symbol]
            if symbol == "°C":
                assert own.offset == pytest.approx(273.15, abs=0)
                word = "delta_degree_Celsius"
            base = ask.Quantity(1, word).to_base_units()
            assert own.factor == pytest.approx(base.magnitude, rel=1e-12), prefix + symbol
            assert own.dimension == tuple(base.dimensionality.get(d, 0) for d in unit_table.DIMENSION), prefix + symbol
            compared += 1
    assert compared == sum(1 + len(prefixes) for _, prefixes in unit_table.UNITS.values()) > 100


def test_no_symbol_differs_from_another_only_in_meaning():
    """Two names that mean different things always differ in more than their spelling in the table."""
    known = units.units()
    assert known["mM"].dimension != known["mm"].dimension
    assert known["mS"].dimension != known["ms"].dimension
    assert "MV" not in known
    assert "mHZ" not in known


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-89 mV", -0.089),
        ("−89mV", -0.089),
        ("－８９ｍＶ", -0.089),
        ("–89 mV", -0.089),
        ("- 89 mV", -0.089),
        ("-0.089 V", -0.089),
        ("-.089V", -0.089),
        ("-8.9e-2 V", -0.089),
        ("-8.9E−2 V", -0.089),
        ("-8.9×10^-2 V", -0.089),
        ("−8.9 × 10⁻² V", -0.089),
        ("-8.9x10^(-2) V", -0.089),
        ("-8.9*10**-2 V", -0.089),
        ("-8.9·10⁻² V", -0.089),
        ("-89000 µV", -0.089),
        ("-89000 μV", -0.089),
        ("-89 毫伏", -0.089),
        ("-89毫伏特", -0.089),
        ("-89㎷", -0.089),
        ("负 89 毫伏", -0.089),
        ("-89 millivolts", -0.089),
        ("-89 [mV]", -0.089),
        ("-89\u00a0mV", -0.089),
        ("-89\u200b mV", -0.089),
        ("-89 mV.", -0.089),
        ("−89 毫伏。", -0.089),
        ("E_K = -89 mV", -0.089),
        ("膜电位＝－89 毫伏", -0.089),
        ("V_m ≈ -89 mV", -0.089),
        ("约 -89 mV", -0.089),
        ('"-89 mV"', -0.089),
        ("-89,0 mV", -0.089),
        ("-0,089 V", -0.089),
        ("1,234,567 mV", 1234.567),
        ("1,234.5 mV", 1.2345),
        ("5。5 mV", 0.0055),
        ("10^-3 V", 0.001),
        ("-10⁻³ V", -0.001),
        ("5.mV", 0.005),
        ("+5 mV", 0.005),
    ],
)
def test_people_write_numbers_in_many_ways(text, value):
    assert volts(text) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \u3000\u200b", "empty"),
        ("x" * 81, "too_long"),
        ("hello", "no_number"),
        ("inf mV", "no_number"),
        ("NaN", "no_number"),
        ("八十九毫伏", "no_number"),
        ("--5 mV", "no_number"),
        ("1.2.3 mV", "two_numbers"),
        ("5 6 mV", "two_numbers"),
        ("−70±2 mV", "two_numbers"),
        ("-70 ~ -60 mV", "two_numbers"),
        ("-70 to -60 mV", "two_numbers"),
        ("5/140", "arithmetic"),
        ("1+1 mV", "arithmetic"),
        ("9**9**9", "arithmetic"),
        ("2^10 mV", "arithmetic"),
        ("1,500 mV", "ambiguous_comma"),
        ("12,345 mV", "ambiguous_comma"),
        ("1e99 V", "exponent"),
        ("1e-99999999 V", "exponent"),
        ("5 parsec", "unknown_unit"),
        ("5 MV", "unit_capitals"),
        ("5 PA", "unit_capitals"),
        ("5 mV?", "unit_syntax"),
        ("5 V//s", "unit_syntax"),
        ("5 m^9", "unit_syntax"),
        ("5 m^0", "unit_syntax"),
        ("5 V/(s", "unit_syntax"),
        ("5 mV; import os", "unit_syntax"),
    ],
)
def test_what_is_not_one_quantity_is_refused_with_its_reason(text, code):
    assert refusal(text) == code


def test_a_shared_comma_is_asked_about_with_both_readings():
    with pytest.raises(units.NotUnderstoodError) as problem:
        units.read("1,500 mV")
    assert problem.value.fields == {"typed": "1,500", "small": "1.5", "large": "1500"}
    # A leading zero, or another number of digits, leaves only one reading.
    assert volts("0,500 mV") == pytest.approx(0.0005)
    assert volts("1,50 mV") == pytest.approx(0.0015)
    assert volts("1234,567 mV") == pytest.approx(1.234567)


def test_capitals_are_explained_with_the_fitting_unit():
    with pytest.raises(units.NotUnderstoodError) as problem:
        units.read("5 PA", wanted=(0, 0, 0, 1, 0, 0))
    assert problem.value.fields["suggestion"] == "pA"


def test_hostile_text_costs_nothing():
    started = time.perf_counter()
    for text in [
        "9**9**9**9",
        "1" * 79 + "/",
        "(" * 80,
        "1e" + "9" * 70,
        "mV^" * 26,
        "5 " + "m " * 39,
        "5 " + "/" * 70,
    ]:
        with pytest.raises(units.NotUnderstoodError):
            units.read(text)
    assert time.perf_counter() - started < 0.5


# --- units -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "43 kJ/mol",
        "43 kJ mol^-1",
        "43 kJ mol⁻¹",
        "43 kJ·mol⁻¹",
        "43 kJ*mol**-1",
        "43 kJ mol-1",
        "43 kJ per mol",
        "43 千焦/摩尔",
        "43 千焦每摩尔",
        "43 kilojoules/mole",
        "43 KJ/mol",
        "43 kJ/(mol)",
    ],
)
def test_compound_units_are_written_in_many_ways(text):
    quantity = units.read(text)
    assert quantity.unit.dimension == MOLAR_ENERGY
    assert quantity.in_(units.unit("kJ/mol")) == pytest.approx(43, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("140 mM", "mol/m^3", 140),
        ("140 毫摩尔/升", "mM", 140),
        ("140 mmol/L", "mM", 140),
        ("0.1 µM", "mM", 1e-4),
        ("1 µF/cm²", "F/m^2", 0.01),
        ("1 uF/cm2", "F/m^2", 0.01),
        ("8.3 J/mol/K", "J/(mol K)", 8.3),
        ("8.3 J/mol K", "J/(mol K)", 8.3),
        ("8.3 J/(mol·K)", "J/(mol K)", 8.3),
        ("2 GΩ", "MΩ", 2000),
        ("37 °C", "K", 310.15),
        ("37℃", "K", 310.15),
        ("37 度", "K", 310.15),
        ("310 K", "°C", 36.85),
        ("0.2 mV/°C", "mV/K", 0.2),
        ("2 %", "", 0.02),
        ("2 ‰", "", 0.002),
        ("0.5 倍", "", 0.5),
        ("1 min", "s", 60),
        ("5 m/s", "µm/ms", 5000),
        ("5 kcal", "J", 20920),
    ],
)
def test_units_convert(text, unit, value):
    assert units.read(text).in_(units.unit(unit)) == pytest.approx(value, rel=1e-12)


def test_a_number_without_unit_says_so():
    assert units.read("−89").unit is None


def test_each_kind_has_a_name_in_both_languages():
    from labsupport.i18n import interface

    for kind in [*units.table()["kinds"], "other"]:
        words = interface(f"check.kind.{kind}")
        assert words.zh
        assert words.en
    assert units.kind(VOLT) == "voltage"
    assert units.kind((1, 1, 1, 1, 1, 1)) == "other"
