"""The engine: what a declaration gives, and the one sentence with which it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import sympy

from labsupport.i18n import Text, use_language
from labsupport.modelling import (
    AlgebraicModel,
    DeclarationError,
    DynamicalModel,
    ModelValueError,
    Output,
    Parameter,
    State,
    Time,
    conversion,
    expm1,
    get,
    log1p,
    models,
    register,
    symbol,
    symbolic,
    x_over_expm1,
)
from labsupport.modelling.functions import x_over_expm1_slope

pytestmark = pytest.mark.xdist_group("engine")  # what its fixtures compute is computed once

NODE = Path(sys.executable).parent / "node"
WORDS = Text(zh="量", en="quantity")
a, b = symbol("a"), symbol("b")


@pytest.fixture(autouse=True)
def in_english():
    use_language("en")
    yield
    use_language("en")


def parameter(name="a", **changes) -> Parameter:
    given = {"symbol": name, "unit": "mM", "default": 2, "minimum": 1, "maximum": 9, "step": 1, "label": WORDS}
    return Parameter(name, **(given | changes))


def model(expression, *others, **changes) -> AlgebraicModel:
    parameters = changes.pop("parameters", [parameter("a"), parameter("b", default=3)])
    outputs = {f"q{i}": Output(e, f"q_{i}", "", WORDS) for i, e in enumerate((expression, *others))}
    return AlgebraicModel("trial", parameters, outputs, **changes)


def in_javascript(*jobs: tuple[AlgebraicModel, list[list[float]]]) -> list[np.ndarray]:
    """The outputs of each model for each of its rows, computed by Node."""
    pairs = ",".join(f"[{m.javascript()}, {json.dumps(rows)}]" for m, rows in jobs)
    script = f"""
        console.log(JSON.stringify([{pairs}].map(([model, rows]) => {{
            const out = new Float64Array(model.outputs.length);
            return rows.map((row) => {{ model.evaluate(row, out); return Array.from(out, String); }});
        }})));
    """
    printed = subprocess.run([NODE, "--input-type=module", "-e", script], check=True, capture_output=True, text=True)
    return [np.array([[float(v) for v in row] for row in rows]) for rows in json.loads(printed.stdout)]


# -- one declaration, three forms -----------------------------------------------------------------------------


def test_numbers_give_plain_floats_and_arrays_broadcast():
    m = model(a + b)
    assert type(m(a=1, b=2)["q0"]) is float
    result = m.evaluate("q0", a=np.array([[1.0], [2.0]]), b=[10.0, 20.0, 30.0])
    np.testing.assert_array_equal(result, [[11, 21, 31], [12, 22, 32]])


def test_an_output_that_ignores_an_array_still_has_its_shape():
    np.testing.assert_array_equal(model(a + 0, b + 0)(a=[1, 2], b=3)["q1"], [3, 3])


def test_missing_values_take_their_default():
    assert model(a + b)() == {"q0": 5.0}


def test_outputs_may_use_earlier_outputs_and_definitions():
    m = model(a * symbol("twice"), symbol("q0") + 1, definitions={"twice": (2 * b, "2b")})
    assert m(a=5, b=1) == {"q0": 10.0, "q1": 11.0}
    assert sympy.simplify(m.expression("q1") - (2 * a * b + 1)) == 0
    assert m.expression("q0", b=symbol("c")) == 2 * a * symbol("c")


def test_results_are_the_callers_to_change():
    m = model(a + 0)
    first = m.evaluate("q0", a=np.array([1.0, 2.0]))
    first[0] = 99
    np.testing.assert_array_equal(m.evaluate("q0", a=np.array([1.0, 2.0])), [1, 2])


def test_latex_keeps_r_and_f_as_letters_and_drops_conversions():
    tex = model(conversion(1000) * symbolic.R * a / symbolic.F * sympy.log(a / b)).latex("q0")
    assert tex == r"\frac{R a}{F} \ln{\left(\frac{a}{b} \right)}"
    assert model(conversion(1000) * symbolic.R * a / symbolic.F)(a=310) == {
        "q0": 1000 * 8.314462618 * 310 / 96485.33212
    }


def test_every_expression_of_every_model_has_latex():
    for m in models().values():
        for name in (*m.outputs, *(m.states if m.kind == "dynamical" else ())):
            tex = m.latex(name)
            assert "times_" not in tex, (m.id, name)  # a conversion
            assert tex.count("{") == tex.count("}"), (m.id, name)
    assert r"\bar V_\mathrm{w}" in get("donnan_bursting").latex("ln_w")


def test_latex_writes_the_positive_term_first():
    assert model(b - a).latex("q0") == "b - a"
    assert model(a - b).latex("q0") == "a - b"
    assert model(-a - b).latex("q0") == "- a - b"


def test_javascript_is_strict_and_free_of_evaluation():
    for m in models().values():
        code = m.javascript()
        assert '"use strict"' in code
        assert "eval(" not in code
        assert "Function(" not in code


def test_the_same_declaration_prints_the_same_code_in_every_process():
    script = "from labsupport.modelling import models\nprint(''.join(m.javascript() for m in models().values()))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


OPERATIONS = [
    a - b,
    -a,
    -a * b,
    -2 * a / 3,
    a / (b * 7),
    1 / (a * b),
    a / b / 3,
    (a + b) * (a - b),
    a**2 + b**3,
    (a + b) ** 2,
    a**-2,
    a**b,
    a ** sympy.Rational(3, 2),
    sympy.sqrt(a),
    1 / sympy.sqrt(a + b),
    a**7,
    (a + 1) ** -5,
    sympy.exp(-a),
    sympy.log(a / b),
    sympy.log(a, 10),
    sympy.Abs(a - b),
    sympy.sign(a - b),
    sympy.sign(b - a),
    sympy.Min(a, b, 2),
    sympy.Max(a, b, 2),
    sympy.floor(a / b),
    sympy.ceiling(a / b),
    sympy.sin(a) + sympy.cos(b) + sympy.tan(a),
    sympy.sinh(a) + sympy.cosh(b) + sympy.tanh(a / b),
    sympy.asinh(a - b),
    sympy.asin(a / 100) + sympy.acos(b / 100) + sympy.atan(a) + sympy.atan2(a, b),
    expm1(a) + log1p(b),
    x_over_expm1(a - b),
    x_over_expm1(-a),
    x_over_expm1_slope(a - b),
    sympy.pi * a + sympy.E,
    a * sympy.sqrt(2) + sympy.log(3),
    sympy.Float("0.1") * a - sympy.Float("1e-30") * b,
    sympy.Piecewise((a, a > b), (b, a < b), (0, True)),
    sympy.Piecewise((1, sympy.And(a >= 2, b <= 3)), (2, sympy.Or(sympy.Eq(a, 9), sympy.Ne(b, 3))), (3, True)),
    sympy.Piecewise((1, sympy.Not(sympy.And(a > 2, b > 3))), (a - b, True)) * 2 - 1,
    2 - sympy.Piecewise((a, a > 3), (-b, True)) / a,
    -(a + b) / (-a - 2 * b),
    a - (b - a * (b + 1)) / (2 - (a - 3)),
]


ROWS = [[2.0, 3.0], [9.0, 1.0], [1.5, 8.25], [4.0, 4.0], [3.0, 7.0]]


@pytest.fixture(scope="module")
def in_the_page() -> list[np.ndarray]:
    return in_javascript(*((model(expression), ROWS) for expression in OPERATIONS))


@pytest.mark.parametrize("i", range(len(OPERATIONS)), ids=[str(e) for e in OPERATIONS])
def test_every_operation_means_the_same_in_both_languages(i, in_the_page):
    m = model(OPERATIONS[i])
    for (x, y), page in zip(ROWS, in_the_page[i][:, 0], strict=True):
        exact = float(OPERATIONS[i].subs({a: x, b: y}).evalf(30))
        assert m.evaluate("q0", a=x, b=y) == pytest.approx(exact, rel=1e-13, abs=1e-13)
        assert page == pytest.approx(exact, rel=1e-13, abs=1e-13)


# -- where the written formula is 0/0 -------------------------------------------------------------------------

FREE = [parameter("a", minimum=-2000, maximum=2000, default=0, unit="")]
NEAR_ZERO = [
    0.0,
    -0.0,
    5e-324,
    1e-300,
    -1e-300,
    1e-160,
    1e-17,
    -1e-17,
    1e-9,
    -1e-9,
    1e-5,
    0.03,
    -0.0313,
    0.032,
    0.5,
    -1.0,
]
FAR = [30.0, -30.0, 700.0, 709.0, 720.0, -720.0, 1900.0, -1900.0]


def exact_x_over_expm1(x: float) -> float:
    return 1.0 if x == 0 else float(sympy.Float(x, 500) / (sympy.exp(sympy.Float(x, 500)) - 1))


def exact_slope(x: float) -> float:
    if abs(x) < 1e-16:
        return -0.5
    v = sympy.Float(x, 500)
    return float((sympy.exp(v) * (1 - v) - 1) / (sympy.exp(v) - 1) ** 2)


def test_x_over_expm1_is_exact_at_its_singularity_near_it_and_far_from_it():
    m = model(x_over_expm1(a), x_over_expm1_slope(a), parameters=FREE)
    points = NEAR_ZERO + FAR
    (page,) = in_javascript((m, [[x] for x in points]))
    for x, theirs in zip(points, page, strict=True):
        exact = exact_x_over_expm1(x), exact_slope(x)
        for value, slope in (m(a=x).values(), theirs):
            assert value == pytest.approx(exact[0], rel=1e-15, abs=1e-290), x
            assert slope == pytest.approx(exact[1], rel=2e-12, abs=1e-290), x


def test_derivatives_of_the_special_functions():
    assert sympy.diff(expm1(a), a) == sympy.exp(a)
    assert sympy.diff(log1p(a), a) == 1 / (1 + a)
    slope = sympy.lambdify(a, sympy.diff(a / (sympy.exp(a) - 1), a))
    m = model(sympy.diff(x_over_expm1(a), a), parameters=FREE)
    for x in (-3.0, -0.5, 0.2, 4.0):
        assert m.evaluate("q0", a=x) == pytest.approx(slope(x), rel=1e-12)


# -- refusals an author sees ----------------------------------------------------------------------------------

UNREGULAR = sympy.Function("mystery")


@pytest.mark.parametrize(
    ("declare", "sentence"),
    [
        (lambda: model(UNREGULAR(a)), "the function mystery has no code in Python and JavaScript"),
        (lambda: model(sympy.gamma(a)), "the function gamma has no code"),
        (lambda: model(sympy.Piecewise((a, a > b))), "a Piecewise has no default"),
        (lambda: model(a + symbol("c")), "the expression of q0 uses c, which is not declared"),
        (lambda: model(symbol("q1"), a), "the expression of q0 uses q1, which is not declared (or is declared later)"),
        (lambda: model(a + sympy.Symbol("b")), "a symbol b with other assumptions"),
        (lambda: model(a * sympy.oo), "not finite and real"),
        (lambda: model(a * sympy.I), "not finite and real"),
        (lambda: parameter("class"), "'class' must be a letter followed by letters"),
        (lambda: parameter("new"), "the name 'new' is reserved in JavaScript"),
        (lambda: parameter("Math"), "the name 'Math' is reserved in JavaScript"),
        (lambda: parameter("K out"), "'K out' must be a letter followed by letters"),
        (lambda: parameter("_x"), "'_x' must be a letter"),
        (lambda: parameter("exp"), "the name 'exp' has a fixed meaning"),
        (lambda: parameter("F"), "the name 'F' has a fixed meaning"),
        (lambda: model(a, parameters=[parameter("a"), parameter("a")]), "the name 'a' is declared twice"),
        (lambda: AlgebraicModel("trial", [parameter()], {"let": Output(a, "", "", WORDS)}), "'let' is reserved"),
        (lambda: AlgebraicModel("trial", [parameter()], {"a": Output(a, "", "", WORDS)}), "'a' is declared twice"),
        (lambda: AlgebraicModel("trial", [parameter()], {}), "it has no outputs"),
        (lambda: Output("a + 1", "", "", WORDS), "'a + 1' is not a SymPy expression"),
        (lambda: parameter(label="potassium"), "the label must be a Text with words in both languages"),
        (lambda: parameter(default=20), "the default 20 must lie in the range 1 to 9"),
        (lambda: parameter(scale="log", minimum=0), "a logarithmic slider cannot start at 0"),
        (lambda: parameter(scale="square"), "the scale 'square' is neither 'linear' nor 'log'"),
        (lambda: parameter(domain="big"), "the domain 'big' is not one of"),
        (lambda: parameter(step=0), "the step 0 must be positive"),
        (lambda: parameter(maximum=float("inf")), "must be finite numbers"),
        (lambda: parameter(domain="positive", minimum=0), "the slider offers 0, which the domain 'positive' forbids"),
        (lambda: parameter(choices=(1, 3)), "the default 2 is not one of the choices"),
        (lambda: register(AlgebraicModel(get("nernst").id, [parameter()], {"q": Output(a, "", "", WORDS)})), "twice"),
        (lambda: register(AlgebraicModel("Bad id", [parameter()], {"q": Output(a, "", "", WORDS)})), "lower-case"),
        (lambda: DynamicalModel("d", [parameter()], {}, {"q": Output(a, "", "", WORDS)}, Time("s", 1)), "no states"),
        (lambda: Time("s", 1, samples=1), "the number of samples must be an integer of at least 2"),
    ],
)
def test_a_wrong_declaration_is_refused_in_one_sentence(declare, sentence):
    with pytest.raises(DeclarationError) as refusal:
        declare()
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def dynamical(**changes) -> DynamicalModel:
    given = {
        "id": "trial",
        "parameters": [parameter()],
        "states": {"x": State(-a * symbol("x"), a, "x", "", WORDS)},
        "outputs": {"q": Output(symbol("x"), "q", "", WORDS)},
        "time": Time("s", 1 / a),
    }
    return DynamicalModel(**(given | changes))


PULSE = sympy.Piecewise((1, symbol("t") > 1))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"states": {"x": State(symbol("w"), 0, "x", "", WORDS)}}, "uses w, which is not declared"),
        ({"states": {"x": State(-a, symbol("x"), "x", "", WORDS)}}, "uses x, which is not declared"),
        ({"states": {"yield": State(-a, 0, "x", "", WORDS)}}, "must be a letter followed by letters"),
        ({"states": {"var": State(-a, 0, "x", "", WORDS)}}, "the name 'var' is reserved in JavaScript"),
        ({"inputs": {"switch": a}}, "the name 'switch' is reserved in JavaScript"),
        ({"inputs": {"p1": PULSE}, "states": {"x": State(symbol("p1"), 0, "x", "", WORDS)}}, "has no default"),
        ({"time": Time("s", symbol("w"))}, "uses w, which is not declared"),
    ],
)  # fmt: skip
def test_a_wrong_dynamical_declaration_is_refused(changes, sentence):
    with pytest.raises(DeclarationError, match=sentence):
        dynamical(**changes)


def test_initial_values_and_durations_may_be_expressions():
    run = dynamical().integrate(a=4)
    assert run["t"][-1] == 0.25
    assert run["q"][0] == 4
    assert run["q"][-1] == pytest.approx(4 * np.exp(-1), rel=1e-9)


# -- refusals a reader sees, in the reader's language -----------------------------------------------------------

DOMAINS = [
    parameter("a", domain="positive"),
    parameter("b", domain="nonnegative", unit="nS"),
    parameter("z", domain="nonzero", unit=""),
    parameter("T", domain="temperature", unit="K"),
    parameter("V", domain="real", unit="mV"),
]


@pytest.mark.parametrize(
    ("values", "english", "chinese"),
    [
        ({"a": -5}, "a = −5 mM is not physically possible: it must be finite and greater than 0.", "它必须大于 0"),
        ({"a": 0}, "a = 0 mM is not physically possible", "a = 0 mM 没有物理意义"),
        ({"a": [1, 2, -3]}, "a = −3 mM", "a = −3 mM"),
        ({"a": float("nan")}, "a = nan mM", "a = nan mM"),
        ({"a": float("inf")}, "a = inf mM", "a = inf mM"),
        ({"b": -0.5}, "b = −0.5 nS is not physically possible: it must be finite and at least 0", "它必须大于或等于 0"),
        ({"z": 0}, "z = 0 is not physically possible: it must be a finite number other than 0", "不等于 0"),
        ({"T": -10}, "T = −10 K is not physically possible: it must be an absolute temperature above 0 K", "高于 0 K"),
        ({"T": 0}, "T = 0 K", "T = 0 K"),
        ({"V": float("-inf")}, "V = −inf mV", "它必须是有限的实数"),
        ({"V": "−70"}, "V must be a number or an array of numbers, not '−70'", "V 必须是一个数"),
        ({"V": None}, "V must be a number or an array of numbers, not None", "而不是 None"),
        ({"V": 1j}, "V must be a number or an array of numbers, not 1j", "而不是 1j"),
        ({"V": True}, "V must be a number or an array of numbers, not True", "而不是 True"),
        ({"V": [[1, 2], [3]]}, "V must be a number or an array of numbers", "V 必须是一个数"),
        ({"v": 1}, "no parameter called v; its parameters are a, b, z, T, V", "可用的参数是 a, b, z, T, V"),
        ({"a": [1, 2], "V": [1, 2, 3]}, "do not fit together: a (2,), V (3,)", "不能相互广播：a (2,), V (3,)"),
    ],
)  # fmt: skip
def test_an_impossible_value_gets_one_sentence_in_the_readers_language(values, english, chinese):
    m = model(a + b + symbol("z") + symbol("T") + symbol("V"), parameters=DOMAINS)
    with pytest.raises(ModelValueError) as refusal:
        m(**values)
    assert english in str(refusal.value)
    assert chinese in refusal.value.text.zh
    assert "\n" not in refusal.value.text.zh + refusal.value.text.en
    use_language("zh")
    with pytest.raises(ModelValueError) as refusal:
        m(**values)
    assert chinese in str(refusal.value)


def test_conditions_join_parameters():
    m = model(sympy.log(a - b), conditions=[(a > b, Text(zh="a 须大于 b。", en="a must exceed b."))])
    assert m(a=5, b=4) == {"q0": 0.0}
    with pytest.raises(ModelValueError, match=r"a must exceed b\."):
        m(a=[5, 3], b=4)
    np.testing.assert_array_equal(m.allowed([np.array([5.0, 3.0]), np.array([4.0, 4.0])]), [True, False])


def test_asking_for_what_does_not_exist_lists_what_does():
    with pytest.raises(KeyError, match="no output 'nothing'; it has q0"):
        model(a + b).evaluate("nothing")
    with pytest.raises(KeyError, match=r"no model 'nothing'; the models are .*nernst"):
        get("nothing")


def test_choices_keep_their_labels():
    z = parameter("z", choices=(-1, 2))
    assert list(z.choices) == [-1, 2]
    assert z.choices[-1] == Text(zh="−1", en="−1")
    named = parameter("z", choices={1: Text(zh="半球", en="hemisphere"), 2: Text(zh="全球", en="sphere")})
    assert named.choices[2].en == "sphere"
