"""The page's JavaScript computes what Python computes, for every registered model."""

from __future__ import annotations

import json
import re
from functools import cache

import numpy as np
import pytest
import sympy
from compare import HERE, disagreement, parameter_sets, run_in_node
from rounding import scales

from labsupport.exercises import exercises
from labsupport.i18n import Text
from labsupport.modelling import (
    AlgebraicModel,
    DynamicalModel,
    Output,
    Parameter,
    State,
    Time,
    models,
    random_uniform,
    symbol,
    t,
)
from labsupport.modelling.functions import uniform_numbers
from labsupport.modelling.integrate import METHODS, trajectory
from labsupport.modelling.sampled import histogram

SETS = 1000
SAMPLES = 200
SWEEP_POINTS = 41
ALGEBRAIC_TOLERANCE = 1e-12  # of the largest intermediate
TRAJECTORY_TOLERANCE = 1e-9  # of the output's range
ROUNDING = 1e-12  # of an output's largest intermediate: no run can be known better than its own numbers
NUDGE = 1e-14

# Written by hand, so that a model which drops out of the registry is missed.
SCIENCE = {
    "evoked_ipsc",
    "holding_current",
    "slow_ipsc",
    "synaptic_current",
    "mixed_cation_channel",
    "synapse_clamp",
    "steady_integration",
    "synapse_timing",
    "conductance_balance",
    "gaba_reversal",
    "chloride_homeostasis",
    "nernst",
    "gradient_ladder",
    "charge_separation",
    "ohmic_current",
    "driving_force",
    "ghk_current",
    "two_ion_reversal",
    "ghk_membrane",
    "pump_free_energy",
    "atp_free_energy",
    "electrogenic_pump",
    "donnan",
    "donnan_bursting",
    "pump_leak",
    "pump_leak_steady",
    "temperature",
    "activity",
    "ionic_strength",
    "calcium_microdomain",
    "calcium_current",
    "corrections",
    "binomial_release",
    "quantal_sample",
    "synapse_timeline",
    "unknown_terminal",
    "gaba_steady",
    "gaba_demand",
    "firing_gain",
    "ei_balance",
    "ping_cycle",
    "ping_pair",
    "gabaa_receptors",
    "gabaa_states",
    "inhibitory_charge",
    "phasic_tonic",
    "gaba_floor",
    "ambient_gaba",
    "gat_clearance",
    "ipsc_tail",
    "magnesium_block",
    "nmda_current",
    "nmda_coincidence",
    "steady_summation",
    "synaptic_summation",
    "calcium_rule",
    "plasticity_gate",
    "gaba_b",
    "girk_current",
    "calcium_and_release",
    "eaat_energy",
    "glutamate_clearance",
    "glutamate_cycle",
    "glutamate_occupancy",
    "glutamate_uptake",
    "uptake_assay",
    "uptake_kinetics",
}


def every_model() -> dict:
    exercises()  # each registers the model of its answers
    return models()


MODELS = every_model()
ALGEBRAIC = sorted(k for k, m in MODELS.items() if m.kind == "algebraic")
DYNAMICAL = sorted(k for k, m in MODELS.items() if m.kind == "dynamical")
SAMPLED = sorted(k for k, m in MODELS.items() if m.kind == "sampled")


def test_no_model_escapes():
    assert {k for k in MODELS if not k.startswith("exercise:")} == SCIENCE
    # Every exercise computes its answer by a model of its own; the committed golden variants name them all.
    golden = json.loads((HERE.parent / "exercises" / "golden.json").read_text(encoding="utf-8"))
    assert {k.removeprefix("exercise:") for k in MODELS if k.startswith("exercise:")} == set(golden)
    assert len(ALGEBRAIC) + len(DYNAMICAL) + len(SAMPLED) == len(MODELS)


def random_states(model, rows: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A time and the states near it for each row, from the model's own runs, so that they are states it can have."""
    rng = np.random.default_rng(seed)
    with np.errstate(all="ignore"):
        times, states = trajectory(model, list(rows.T), (len(rows),))
    pick = rng.integers(0, len(times), len(rows)), np.arange(len(rows))
    near = 1 + rng.uniform(-1e-3, 1e-3, (len(states), len(rows)))
    return times[pick], np.array([s[pick] for s in states]) * near


def rows_of(key: str, task: str) -> np.ndarray:
    """What Node is given for a task of a model."""
    model = MODELS[key]
    if task in ("sample", "closed"):
        return whole_numbers(model, parameter_sets(model, SAMPLES, seed=8))
    rows = parameter_sets(model, SETS, seed=1 if model.kind == "algebraic" else 2)
    if task == "rates":
        now, y = random_states(model, rows, seed=3)
        return np.column_stack([now, y.T, rows])
    if task != "sweep":
        return rows
    swept = []
    for i, p in enumerate(model.parameters):
        ends = (p.minimum, p.maximum)
        xs = np.geomspace(*ends, SWEEP_POINTS) if p.scale == "log" else np.linspace(*ends, SWEEP_POINTS)
        if p.choices:
            xs = np.resize(np.array(list(p.choices), float), SWEEP_POINTS)
        swept += [np.concatenate([[i], row, xs]) for row in rows[-5:]]
    return np.array(swept).reshape(-1, 1 + len(model.parameters) + SWEEP_POINTS)


@pytest.fixture(scope="module")
def computed(tmp_path_factory):
    """What Node makes of a model: ``computed(key, task)`` gives the rows and its results.

    All algebraic models take one start of Node, each of the others its own, so that the work can be shared out.
    """

    @cache
    def in_one_go(keys: tuple[str, ...], task: str) -> dict:
        jobs = [(key, task, rows_of(key, task)) for key in keys]
        codes = {key: MODELS[key].javascript() for key in keys}
        results = run_in_node(tmp_path_factory.mktemp("node"), codes, jobs)
        return {key: (rows, result) for (key, _, rows), result in zip(jobs, results, strict=True)}

    def of(key: str, task: str) -> tuple[np.ndarray, np.ndarray]:
        return in_one_go(tuple(ALGEBRAIC) if key in ALGEBRAIC else (key,), task)[key]

    return of


def algebraic_disagreement(model, rows: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    values = {p.name: rows[:, i] for i, p in enumerate(model.parameters)}
    ours = np.atleast_2d(np.array(list(model(**values).values())).T)
    scale = np.array([np.broadcast_to(s, len(rows)) for s in scales(model.program, values)]).T
    return disagreement(ours, theirs.reshape(ours.shape), scale)


@pytest.mark.parametrize("key", ALGEBRAIC)
def test_outputs_agree(computed, key, capsys):
    model, (rows, theirs) = MODELS[key], computed(key, "evaluate")
    assert len(rows) == (SETS if model.parameters else 1)
    worst = algebraic_disagreement(model, rows, theirs).max(axis=0)
    for output, share in zip(model.outputs, worst, strict=True):
        assert share <= ALGEBRAIC_TOLERANCE, f"{key}: {output} differs by {share:.1e} of its largest intermediate"
    with capsys.disabled():
        print(f"\n{key}: {len(rows)} sets, largest difference {worst.max():.1e} of the largest intermediate", end="")


@pytest.mark.parametrize("key", ALGEBRAIC)
def test_swept_axes_agree(computed, key):
    model, (jobs, theirs) = MODELS[key], computed(key, "sweep")
    n = len(model.parameters)
    theirs = theirs.reshape(len(jobs), len(model.outputs), SWEEP_POINTS)
    assert len(jobs) == 5 * n
    for job, curves in zip(jobs, theirs, strict=True):
        index, row, xs = int(job[0]), job[1 : 1 + n], job[1 + n :]
        rows = np.tile(row, (SWEEP_POINTS, 1))
        rows[:, index] = xs
        fine = model.allowed(list(rows.T))
        share = algebraic_disagreement(model, rows[fine], curves.T[fine])
        assert share.max() <= ALGEBRAIC_TOLERANCE, f"{key}: a sweep of {model.parameters[index].name} differs"


def whole_numbers(model, rows: np.ndarray) -> np.ndarray:
    """The sets, with whole numbers where the sliders go in whole steps: seeds, sites and trials."""
    whole = [p.scale == "linear" and p.step == int(p.step) for p in model.parameters]
    return np.where(whole, np.floor(rows), rows)


def sample_columns(model, rows: np.ndarray) -> tuple[list[np.ndarray], np.ndarray, list[np.ndarray]]:
    p = list(rows.T)
    columns, count = model.drawn(p, (len(rows),)), model.counts(p)
    return columns, count, model.conclusions(columns, count, p)


@pytest.mark.parametrize("key", SAMPLED)
def test_samples_agree_trial_by_trial(computed, key):
    model, (rows, theirs) = MODELS[key], computed(key, "sample")
    assert len(rows) == SAMPLES
    draws, names = len(model.draws), [p.name for p in model.parameters]
    theirs = theirs.reshape(len(rows), -1)
    summary, trials = np.split(theirs, [len(model.outputs)], axis=1)
    trials = trials.reshape(len(rows), draws, model.most)
    columns, count, outputs = sample_columns(model, rows)
    i = np.arange(1.0, model.most + 1).reshape(-1, 1)
    known = {"trial": i} | dict(zip(names, rows.T, strict=True))
    bounds = [np.broadcast_to(b, columns[0].shape) for b in scales(model.programs["draw"], known)]
    inside = i <= count
    for k, name in enumerate(model.draws):
        assert np.array_equal(np.isfinite(trials[:, k].T), inside), name
        share = disagreement(columns[k], trials[:, k].T, bounds[k])[inside]
        assert share.max() <= ALGEBRAIC_TOLERANCE, f"{key}: {name} differs by {share.max():.1e}"
    # Sums over the trials: as large as the number of trials times the largest, squared for a variance.
    size = [np.where(inside, b, 0).max(axis=0) for b in bounds]
    scale = [*size[:draws]]
    scale += [b**2 if s.kind == "variance" else b for s, b in zip(model.statistics.values(), size[draws:], strict=True)]
    known = dict(zip([*model.statistics, *names], [*outputs[draws : len(scale)], *rows.T], strict=True))
    scale += scales(model.programs["conclude"], known)
    for k, name in enumerate(model.outputs):
        mine = np.broadcast_to(outputs[k], len(rows))
        share = disagreement(mine, summary[:, k], np.maximum(np.broadcast_to(scale[k], len(rows)), np.abs(mine)))
        assert share.max() <= TRAJECTORY_TOLERANCE, f"{key}: {name} differs by {share.max():.1e}"


@pytest.mark.parametrize("key", SAMPLED)
def test_what_needs_no_sample_agrees_without_one(computed, key):
    model, (rows, theirs) = MODELS[key], computed(key, "closed")
    ours = model.closed(**dict(zip([p.name for p in model.parameters], rows.T, strict=True)))
    whole = model(**dict(zip([p.name for p in model.parameters], rows.T, strict=True)))
    theirs = theirs.reshape(len(rows), -1)
    free = [k for k in model.outputs if np.isfinite(ours[k]).any()]
    assert free
    for k, name in enumerate(model.outputs):
        assert np.array_equal(np.isfinite(ours[name]), np.isfinite(theirs[:, k])), name
        if name in free:
            np.testing.assert_allclose(theirs[:, k], ours[name], rtol=1e-9, atol=1e-12 * np.abs(ours[name]).max())
            np.testing.assert_array_equal(ours[name], whole[name])


def test_random_numbers_are_the_same_bits_in_both_languages(tmp_path):
    """Uniform ones exactly, whatever the indices: fractions, negative ones, huge ones, no number at all."""
    a, b, c = (symbol(k) for k in "abc")
    words = Text(zh="量", en="quantity")
    index = [Parameter(k, k, "", 0, -1e12, 1e12, 1, words) for k in "abc"]
    model = AlgebraicModel("hash", index, {"u": Output(random_uniform(a, b, c), "u", "", words)})
    rng = np.random.default_rng(31)
    rows = rng.integers(-50, 5000, (20_000, 3)).astype(float)
    rows[:2000] = rng.uniform(-1e12, 1e12, (2000, 3))
    rows[2000:2003] = [[np.nan, 1, 2], [np.inf, 1, 2], [1, -np.inf, 2**53]]
    (theirs,) = run_in_node(tmp_path, {"hash": model.javascript()}, [("hash", "evaluate", rows)])
    np.testing.assert_array_equal(theirs, uniform_numbers(*rows.T))
    assert uniform_numbers(np.nan, 1, 2) == uniform_numbers(0, 1, 2)
    assert uniform_numbers(3.7, 1, 2) == uniform_numbers(3, 1, 2) != uniform_numbers(-3, 1, 2)


def test_histograms_count_alike(tmp_path):
    rng = np.random.default_rng(32)
    rows = np.column_stack([np.full(50, -20.0), np.full(50, 130.0), np.full(50, 60.0), rng.normal(40, 40, (50, 300))])
    rows[0, 3:6] = [-20.0, 130.0, 55.0]  # on edges: a bin holds its lower one
    (theirs,) = run_in_node(tmp_path, {"none": "{}"}, [("none", "histogram", rows)])
    for row, counts in zip(rows, theirs.reshape(50, 60), strict=True):
        np.testing.assert_array_equal(histogram(row[3:], row[0], row[1], int(row[2])), counts)


@pytest.mark.parametrize("key", DYNAMICAL)
def test_right_hand_sides_agree(computed, key):
    model, (rows, theirs) = MODELS[key], computed(key, "rates")
    n = len(model.states)
    now, y, p = rows[:, 0], list(rows[:, 1 : 1 + n].T), list(rows[:, 1 + n :].T)
    names = ["t", *model.states, *(q.name for q in model.parameters)]
    arguments = dict(zip(names, rows.T, strict=True))
    with np.errstate(all="ignore"):
        ours = [*model.rates(now, y, p), *model.observe(now, y, p)]
    bound = scales(model.programs["rates"], arguments) + scales(model.programs["observe"], arguments)
    ours, bound = (np.array([np.broadcast_to(v, len(rows)) for v in part]).T for part in (ours, bound))
    share = disagreement(ours, theirs.reshape(ours.shape), bound)
    assert share.max() <= ALGEBRAIC_TOLERANCE, f"{key}: {share.max(axis=0)}"


def run(model, rows: np.ndarray) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """The outputs of Python's runs and the scales to which rounding allows them to be known."""
    p = list(rows.T)
    with np.errstate(all="ignore"):
        times, states = trajectory(model, p, (len(rows),))
        outputs = [times, *(np.broadcast_to(v, times.shape) for v in model.observe(times, states, p))]
    names = ["t", *model.states, *(q.name for q in model.parameters)]
    bounds = scales(model.programs["observe"], dict(zip(names, [times, *states, *p], strict=True)))
    bounds = [np.abs(times), *(np.broadcast_to(b, times.shape) for b in bounds)]
    keys = ["t", *model.outputs]
    return dict(zip(keys, outputs, strict=True)), dict(zip(keys, bounds, strict=True))


def trajectory_shares(model, rows: np.ndarray, theirs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each set: the largest difference as a share of what is allowed, and the same for a nudged Python run."""
    ours, bounds = run(model, rows)
    signs = np.random.default_rng(5).choice([-1.0, 1.0], rows.shape)
    signs[:, [bool(p.choices) for p in model.parameters]] = 0
    nudged, _ = run(model, rows * (1 + NUDGE * signs))
    theirs = theirs.reshape(len(rows), 1 + len(model.outputs), model.time.samples)
    difference, sensitivity = np.zeros(len(rows)), np.zeros(len(rows))
    for k, name in enumerate(ours):
        mine = ours[name]
        finite = np.isfinite(mine)
        top, bottom = np.where(finite, mine, -np.inf).max(axis=0), np.where(finite, mine, np.inf).min(axis=0)
        span = np.where(top >= bottom, top - bottom, 0.0)
        size = np.where(np.isfinite(bounds[name]), bounds[name], 0.0).max(axis=0)
        allowed = np.maximum(TRAJECTORY_TOLERANCE * span, ROUNDING * size)
        difference = np.maximum(difference, disagreement(mine, theirs[:, k].T, allowed).max(axis=0))
        sensitivity = np.maximum(sensitivity, disagreement(mine, nudged[name], allowed).max(axis=0))
    return difference, sensitivity


@pytest.mark.parametrize("key", DYNAMICAL)
def test_trajectories_agree(computed, key, capsys):
    model, (rows, theirs) = MODELS[key], computed(key, "integrate")
    assert len(rows) == SETS
    difference, sensitivity = trajectory_shares(model, rows, theirs)
    sensitive = sensitivity > 1
    with capsys.disabled():
        print(
            f"\n{key}: {len(rows)} runs, largest difference {difference[~sensitive].max():.1e} of what is allowed, "
            f"{sensitive.sum()} too sensitive to compare",
            end="",
        )
    assert sensitive.mean() <= 0.01
    assert difference[~sensitive].max() <= 1


# -- both methods, with jumps, on a model made for it -----------------------------------------------------------


def stiff_model(method: str) -> DynamicalModel:
    """Three states, fast and slow, a jump whose time is a parameter, and pivots that change places."""
    x, v, w = symbol("x"), symbol("v"), symbol("w")
    k, at = symbol("k"), symbol("at")
    words = Text(zh="量", en="quantity")
    return DynamicalModel(
        "stiff",
        [
            Parameter("k", "k", "1/s", 50, 0.1, 80, 0.1, words, domain="positive"),
            Parameter("at", "t_1", "s", 1, 0, 4, 0.1, words),
        ],
        {
            "x": State(k * (v - x) + symbol("kick"), k / 10, "x", "", words),
            "v": State(x - 3 * (1 + w**2) * v, 1, "v", "", words),
            "w": State(3 * v - w + sympy.tanh(x), 0, "w", "", words),
        },
        {"x_now": Output(x, "x", "", words), "product": Output(symbol("x_now") * v * w, "p", "", words)},
        Time("s", 1 + at, samples=60, breakpoints=[at, at / 2]),
        inputs={"kick": sympy.Piecewise((0, t < at / 2), (10 * sympy.cos(t), t < at), (-5, True))},
        method=method,
        substeps=3,
    )


@pytest.mark.parametrize("method", METHODS)
def test_both_methods_agree_through_jumps(tmp_path, method):
    model = stiff_model(method)
    rows = parameter_sets(model, 200, seed=6)
    (theirs,) = run_in_node(tmp_path, {"stiff": model.javascript()}, [("stiff", "integrate", rows)])
    difference, sensitivity = trajectory_shares(model, rows, theirs)
    assert np.mean(sensitivity > 1) <= 0.01
    assert difference[sensitivity <= 1].max() <= 1
    # And the page's run is right, not only the same.
    values = dict(zip(["k", "at"], rows[10], strict=True))
    page, exact = model.integrate(**values), model.solve(**values)
    assert np.abs(page["x_now"] - exact["x_now"]).max() < 1e-2 * np.ptp(exact["x_now"])


# -- the tests can fail -------------------------------------------------------------------------------------


def test_a_flipped_sign_is_noticed(tmp_path):
    model = MODELS["ghk_current"]
    rows = parameter_sets(model, 50, seed=4)
    code, flips = re.subn(r"\(-u\)", "(u)", model.javascript())
    assert flips > 0
    (theirs,) = run_in_node(tmp_path, {"ghk_current": code}, [("ghk_current", "evaluate", rows)])
    assert algebraic_disagreement(model, rows, theirs).max() > ALGEBRAIC_TOLERANCE


def test_a_flipped_sign_in_a_rate_is_noticed(tmp_path):
    model = MODELS["charge_separation"]
    rows = parameter_sets(model, 50, seed=4)
    code, flips = re.subn(r"dy\[0\] = -j", "dy[0] = j", model.javascript())
    assert flips == 1
    (theirs,) = run_in_node(tmp_path, {"charge_separation": code}, [("charge_separation", "integrate", rows)])
    difference, sensitivity = trajectory_shares(model, rows, theirs)
    assert np.mean(difference[sensitivity <= 1] > 1) > 0.9


@pytest.mark.parametrize("key", sorted(SCIENCE & set(ALGEBRAIC)))
def test_the_yardstick_is_not_loose(key):
    """The scale by which differences are judged is of the size of the outputs, not of some huge intermediate."""
    model = MODELS[key]
    rows = parameter_sets(model, 200, seed=7)
    values = {p.name: rows[:, i] for i, p in enumerate(model.parameters)}
    outputs = model(**values)
    for (name, value), scale in zip(outputs.items(), scales(model.program, values), strict=True):
        size = np.abs(value[np.isfinite(value)]).max()
        assert np.median(scale) <= 1000 * size, name


def test_nothing_is_not_agreement():
    nan, inf = np.array([np.nan]), np.array([np.inf])
    assert disagreement(nan, nan, np.ones(1)) == np.inf
    assert disagreement(inf, -inf, np.ones(1)) == np.inf
    assert disagreement(inf, np.ones(1), np.ones(1)) == np.inf
    assert disagreement(inf, inf, np.ones(1)) == 0
