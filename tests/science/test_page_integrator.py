"""The page's fixed steps are short enough that no reader could see their error."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import sympy

from labsupport.i18n import Text
from labsupport.modelling import (
    DeclarationError,
    DynamicalModel,
    ModelValueError,
    Output,
    Parameter,
    Settled,
    State,
    Time,
    models,
    symbol,
    t,
)

INVISIBLE = 1e-4  # of an output's range in that run: a tenth of a pixel on a plot 1000 pixels high
# A quantity known to 1 part in 10^9 that does not move has no range to compare with.
STILL = 1e-9

DYNAMICAL = {k: m for k, m in models().items() if m.kind == "dynamical"}
LABEL = Text(zh="量", en="quantity")


def box(model, count: int) -> np.ndarray:
    """The defaults, up to ``count`` corners of the sliders' box and ``count`` random points inside, as rows."""
    rng = np.random.default_rng(11)
    ends = [list(p.choices) if p.choices else [p.minimum, p.maximum] for p in model.parameters]
    corners = np.array(list(itertools.product(*ends)), float)
    rng.shuffle(corners)
    inside = np.empty((count, len(ends)))
    for i, p in enumerate(model.parameters):
        if p.choices:
            inside[:, i] = rng.choice(list(p.choices), count)
        elif p.scale == "log":
            inside[:, i] = np.exp(rng.uniform(np.log(p.minimum), np.log(p.maximum), count))
        else:
            steps = rng.integers(0, round((p.maximum - p.minimum) / p.step), count, endpoint=True)
            inside[:, i] = np.minimum(p.minimum + steps * p.step, p.maximum)
    rows = np.vstack([[p.default for p in model.parameters], corners[:count], inside])
    return rows[model.allowed(list(rows.T))]


def named(model, row: np.ndarray) -> dict:
    return dict(zip([p.name for p in model.parameters], row, strict=True))


def largest_error(run: dict[str, np.ndarray], exact: dict[str, np.ndarray]) -> tuple[float, str]:
    """The largest error of any output in any run, as a share of that output's range in that run."""
    worst = (0.0, "")
    for name, theirs in exact.items():
        assert np.array_equal(np.isfinite(theirs), np.isfinite(run[name])), f"{name}: not finite at the same samples"
        finite = np.isfinite(theirs).all(axis=-1)
        theirs, ours = theirs[finite], run[name][finite]
        if theirs.size:
            span = np.maximum(np.ptp(theirs, axis=-1), STILL * np.abs(theirs).max(axis=-1))
            error = np.abs(theirs - ours).max(axis=-1) / np.where(span > 0, span, 1.0)
            worst = max(worst, (float(error.max()), name))
    return worst


@pytest.mark.parametrize("key", sorted(DYNAMICAL))
def test_error_is_invisible_over_the_whole_slider_box(key, capsys):
    model = DYNAMICAL[key]
    rows = box(model, 15)
    page = model.integrate(**named(model, rows.T))
    found = []
    for i, row in enumerate(rows):
        values = named(model, row)
        error, output = largest_error({k: v[i] for k, v in page.items()}, model.solve(rtol=1e-8, **values))
        found.append((error, output, values))
    worst = max(found, key=lambda f: f[0])
    with capsys.disabled():
        print(f"\n{key}: {len(found)} runs, largest error {worst[0]:.1e} of the range ({worst[1]})", end="")
    assert worst[0] < INVISIBLE, worst


@pytest.mark.parametrize("key", sorted(DYNAMICAL))
def test_halving_the_steps_changes_nothing_visible(key, capsys, monkeypatch):
    """Step doubling, the criterion by which the number of steps was chosen, on many more runs than SciPy can check."""
    model = DYNAMICAL[key]
    rows = box(model, 150)
    values = named(model, rows.T)
    coarse = model.integrate(**values)
    monkeypatch.setattr(model, "substeps", 2 * model.substeps)
    if model.settled:
        monkeypatch.setattr(model, "settled", Settled(model.settled.after, 2 * model.settled.substeps))
    error, output = largest_error(coarse, model.integrate(**values))
    with capsys.disabled():
        print(
            f"\n{key}: {len(rows)} runs, halving the step moves an output by {error:.1e} of its range ({output})",
            end="",
        )
    assert error < INVISIBLE, output


def test_every_dynamical_model_is_measured():
    assert set(DYNAMICAL) == {
        "evoked_ipsc",
        "slow_ipsc",
        "chloride_homeostasis",
        "synapse_timing",
        "charge_separation",
        "donnan_bursting",
        "gaba_demand",
        "gabaa_states",
        "gat_clearance",
        "phasic_tonic",
        "ping_pair",
        "nmda_coincidence",
        "plasticity_gate",
        "synaptic_summation",
        "gaba_b",
        "glutamate_clearance",
        "glutamate_cycle",
        "pump_leak",
    }


def decay(method: str, substeps: int = 1, **extra) -> DynamicalModel:
    """dx/dt = -k (x - cos(w t)), whose solution is known."""
    x, k, w = symbol("x"), symbol("k"), symbol("w")
    return DynamicalModel(
        "decay",
        [
            Parameter("k", "k", "1/s", 1, 0.1, 1e6, 0.1, LABEL, domain="positive"),
            Parameter("w", "w", "1/s", 1, 0, 10, 0.1, LABEL),
            Parameter("start", "x_0", "", 2, -5, 5, 0.1, LABEL),
        ],
        {"x": State(-k * (x - symbol("drive")), symbol("start"), "x", "", LABEL)},
        {"value": Output(x, "x", "", LABEL)},
        Time("s", 6, samples=13),
        inputs={"drive": sympy.cos(w * t)},
        method=method,
        substeps=substeps,
        **extra,
    )


def solution(time, k, w, start):
    steady = (k**2 * np.cos(w * time) + k * w * np.sin(w * time)) / (k**2 + w**2)
    return steady + (start - k**2 / (k**2 + w**2)) * np.exp(-k * time)


@pytest.mark.parametrize("method", ["rk4", "rosenbrock"])
def test_halving_the_step_cuts_the_error_sixteenfold(method):
    values = {"k": 1.3, "w": 2.0, "start": 2.0}
    errors = []
    for substeps in (4, 8, 16, 32):
        run = decay(method, substeps).integrate(**values)
        errors.append(np.abs(run["value"] - solution(run["t"], **values)).max())
    ratios = np.array(errors[:-1]) / np.array(errors[1:])
    assert np.all(np.abs(ratios - 16) < 3), ratios  # order 4: 2**4, within what higher orders add


def test_rosenbrock_settles_where_runge_kutta_explodes():
    values = {"k": 1e6, "w": 1.0, "start": 2.0}  # the step is half a million time constants
    settled = decay("rosenbrock").integrate(**values)
    assert np.abs(settled["value"][1:] - np.cos(settled["t"][1:])).max() < 1e-4
    assert not np.abs(decay("rk4").integrate(**values)["value"][-1]) < 1e6


def jump(breakpoints, speed=1, **extra) -> DynamicalModel:
    x, at = symbol("x"), symbol("at")
    return DynamicalModel(
        "jump",
        [Parameter("at", "t_1", "s", 1.234567, 0, 6, 0.1, LABEL)],
        {"x": State(speed * (sympy.Piecewise((1, t > at), (0, True)) - x), 0, "x", "", LABEL)},
        {"value": Output(x, "x", "", LABEL)},
        Time("s", 6, samples=25, breakpoints=breakpoints),
        substeps=8 if speed > 1 else 4,
        **extra,
    )


def test_a_jump_at_a_breakpoint_costs_no_accuracy():
    def error(model, at):
        run = model.integrate(at=at)
        exact = np.where(run["t"] > at, 1 - np.exp(-(run["t"] - at)), 0.0)
        return np.abs(run["value"] - exact).max()

    for at in (0.0, 1.234567, 1.5, 5.99, 6.0):  # inside an interval, on a sample, at either end
        assert error(jump([symbol("at")]), at) < 1e-6
    assert error(jump([]), 1.234567) > 1e-3


def test_longer_steps_begin_once_a_jump_is_long_past():
    """As accurate as fine steps throughout where the fast process is over in time, and not where it is not."""

    def error(settled, at=2.0):
        model = jump([symbol("at")], settled=settled, speed=20)
        run = model.integrate(at=at)
        exact = np.where(run["t"] > at, 1 - np.exp(-20 * (run["t"] - at)), 0.0)
        return np.abs(run["value"] - exact).max()

    fine = error(None)
    assert error(Settled(after=1.5, substeps=2)) == pytest.approx(fine, rel=1e-6)
    assert error(Settled(after=0.1, substeps=2)) > 10 * fine
    # Each run of a set has jumps of its own.
    model = jump([symbol("at")], settled=Settled(after=1.5, substeps=2), speed=20)
    together = model.integrate(at=np.array([0.0, 2.0, 4.1]))["value"]
    for row, at in zip(together, (0.0, 2.0, 4.1), strict=True):
        np.testing.assert_allclose(row, model.integrate(at=at)["value"], rtol=1e-12, atol=1e-12)


def test_arrays_run_side_by_side_and_equal_single_runs():
    model = DYNAMICAL["charge_separation"]
    z, P = np.array([[1], [2]]), np.array([0.0, 5.0, 20.0])
    together = model.integrate(z=z, P=P)
    assert together["V_m"].shape == (2, 3, model.time.samples)
    for i, j in itertools.product(range(2), range(3)):
        alone = model.integrate(z=float(z[i, 0]), P=float(P[j]))
        for name in alone:
            np.testing.assert_allclose(together[name][i, j], alone[name], rtol=1e-12, atol=1e-12)


def test_solve_takes_one_set_and_says_so():
    with pytest.raises(ModelValueError, match="one set of parameters at a time"):
        DYNAMICAL["charge_separation"].solve(z=[1, 2])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"method": "euler"}, "the method 'euler' is not one of rk4, rosenbrock"),
        ({"substeps": 0}, "substeps must be an integer of at least 1, not 0"),
        ({"settled": Settled}, "settled must be a Settled, not"),
    ],
)
def test_a_wrong_method_is_refused(change, sentence):
    with pytest.raises(DeclarationError, match=sentence):
        decay(**({"method": "rk4"} | change))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"after": 0}, "the time after a jump must be positive, not 0"),
        ({"after": float("nan")}, "the time after a jump must be positive, not nan"),
        ({"after": 1, "substeps": 0}, "substeps must be an integer of at least 1, not 0"),
    ],
)
def test_a_wrong_time_of_settling_is_refused(given, sentence):
    with pytest.raises(DeclarationError, match=sentence):
        Settled(**given)
