"""The page's integrator in Python, operation for operation, for many parameter sets at once.

The page needs a run that takes a fixed, small time, so steps are fixed: ``substeps`` of them between two
samples, chosen per model so that the error stays invisible over the whole range of the sliders (tests
measure it against SciPy).  Two methods suffice:

* ``rk4``: the classical Runge-Kutta method of order 4, for models whose time constants are not much
  shorter than a step;
* ``rosenbrock``: RODAS, a linearly implicit method of order 4 (Hairer & Wanner, *Solving Ordinary
  Differential Equations II*, section IV.7), for models in which fast and slow processes meet.  It is
  L-stable: a process much faster than a step settles instead of exploding.  Its Jacobian is differentiated
  from the declaration, so nothing is approximated.

A breakpoint (a jump of an input) splits the interval between two samples; each piece gets its own
``substeps`` steps, and no stage looks across the jump.  Where what a jump sets off is over long before the run
is, a model says after which time longer steps do (``settled``).

``frontend/src/modelling/integrator.js`` is the same text in JavaScript.  Whoever changes one changes both;
the agreement tests compare them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

METHODS = ("rk4", "rosenbrock")

# RODAS: s stages, gamma on the diagonal; A, C as in Hairer & Wanner's implementation.
GAMMA = 0.25
A = (
    (),
    (1.544,),
    (0.9466785280815826, 0.2557011698983284),
    (3.314825187068521, 2.896124015972201, 0.9986419139977817),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950),
    (1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1.0),
)
C = (
    (),
    (-5.6688,),
    (-2.430093356833875, -0.2063599157091915),
    (-0.1073529058151375, -9.594562251023355, -20.47028614809616),
    (7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160),
    (8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054),
)
STAGE_TIME = (0.0, 0.386, 0.21, 0.63, 1.0, 1.0)
STAGE_DRIFT = (0.25, -0.1043, 0.1035, -0.0362, 0.0, 0.0)
# How far inside its piece a stage is kept when the model has jumps, as a share of the piece.
INSIDE = 1e-9


def trajectory(model, p: Sequence[np.ndarray], shape: tuple[int, ...]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Run ``model`` for parameter arrays ``p`` of the common ``shape``.

    Returns
    -------
    times : ndarray
        Samples along the first axis.
    states : list of ndarray
        Each state, likewise.
    """
    samples = model.time.samples
    step = {"rk4": _rk4, "rosenbrock": _rosenbrock}[model.method]
    full = lambda value: np.array(np.broadcast_to(value, shape), dtype=float)  # noqa: E731
    p = [full(v) for v in p]
    duration = full(model.duration(p))
    jumps = np.array([full(b) for b in model.breakpoints(p)]).reshape(-1, *shape)
    y = [full(v) for v in model.initial(p)]
    times = np.empty((samples, *shape))
    states = [np.empty((samples, *shape)) for _ in y]
    now = duration * 0.0
    for i in range(samples):
        if i:
            before, now = now, duration * (i / (samples - 1))
            cuts = np.sort([before, *np.minimum(np.maximum(jumps, before), now), now], axis=0)
            for start, stop in _pieces(cuts):
                for count, here in _substeps(model, start, stop, jumps):
                    if np.all(here):
                        y = _piece(model, step, count, start, stop, y, p)
                    elif np.any(here):
                        inside = [[v[here] for v in values] for values in (y, p)]
                        moved = _piece(model, step, count, start[here], stop[here], *inside)
                        for value, new in zip(y, moved, strict=True):
                            value[here] = new
        times[i] = now
        for state, value in zip(states, y, strict=True):
            state[i] = value
    return times, states


def _pieces(cuts: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """The intervals between neighbouring cuts that last in any of the sets; most jumps lie in other samples."""
    lasting = (cuts[1:] > cuts[:-1]).reshape(len(cuts) - 1, -1).any(axis=1)
    return [(cuts[k], cuts[k + 1]) for k in np.flatnonzero(lasting)]


def _substeps(model, start, stop, jumps):
    """How many steps a piece takes, and in which of the sets that are at it at all."""
    here = stop > start
    if model.settled is None:
        return [(model.substeps, here)]
    # Since the last jump, or since the run began; from the middle of the piece, so that where jumps fall on samples a
    # rounding error does not decide.
    last = np.max([start * 0.0, *np.where(jumps <= start, jumps, 0.0)], axis=0)
    at_rest = (start + stop) / 2 - last >= model.settled.after
    return [(model.substeps, here & ~at_rest), (model.settled.substeps, here & at_rest)]


def _piece(model, step, count, start, stop, y, p):
    """The states after the piece from ``start`` to ``stop``, in which no input jumps."""
    length = stop - start
    h = length / count
    clamp = _between(start + length * INSIDE, stop - length * INSIDE) if model.time.breakpoints else _as_it_is
    for s in range(count):
        y = step(model, start + s * h, h, clamp, y, p)
    return y


def _between(low, high):
    return lambda t: np.minimum(np.maximum(t, low), high)


def _as_it_is(t):
    return t


def _rk4(model, t, h, clamp, y, p):
    def rates(at, z):
        return model.rates(clamp(at), z, p)

    half = h / 2
    k1 = rates(t, y)
    k2 = rates(t + half, [a + half * b for a, b in zip(y, k1, strict=True)])
    k3 = rates(t + half, [a + half * b for a, b in zip(y, k2, strict=True)])
    k4 = rates(t + h, [a + h * b for a, b in zip(y, k3, strict=True)])
    sixth = h / 6
    return [a + sixth * (b + 2 * c + 2 * d + e) for a, b, c, d, e in zip(y, k1, k2, k3, k4, strict=True)]


def _rosenbrock(model, t, h, clamp, y, p):
    n = len(y)
    inside = clamp(t)
    shape = np.shape(y[0])
    matrix = np.empty((n, n, *shape))
    for index, value in enumerate(model.jacobian(inside, y, p)):
        matrix[index // n, index % n] = -np.asarray(value, float)
    for i in range(n):
        matrix[i, i] += 1 / (GAMMA * h)
    exchanges = _factorise(matrix)
    drift = model.drift(inside, y, p)
    k: list[list[np.ndarray]] = []
    for stage in range(6):
        z = list(y)
        for j, a in enumerate(A[stage]):
            z = [v + a * w for v, w in zip(z, k[j], strict=True)]
        at = clamp(t + STAGE_TIME[stage] * h)
        right = np.empty((n, *shape))
        for i, rate in enumerate(model.rates(at, z, p)):
            value = rate + STAGE_DRIFT[stage] * h * drift[i]
            for j, c in enumerate(C[stage]):
                value = value + c / h * k[j][i]
            right[i] = value
        k.append(_solve(matrix, exchanges, right))
    return [v + w for v, w in zip(z, k[5], strict=True)]


def _factorise(matrix: np.ndarray) -> list[tuple[int, int, np.ndarray]]:
    """LU with partial pivoting in place; returns the exchanges of rows: (row, row below, in which sets)."""
    n = len(matrix)
    exchanges = []
    for c in range(n):
        pivot = c + np.argmax(np.abs(matrix[c:, c]), axis=0)
        for r in range(c + 1, n):
            here = pivot == r
            if here.any():
                exchanges.append((c, r, here))
                _exchange(matrix, c, r, here)
        for r in range(c + 1, n):
            matrix[r, c] = matrix[r, c] / matrix[c, c]
            for j in range(c + 1, n):
                matrix[r, j] = matrix[r, j] - matrix[r, c] * matrix[c, j]
    return exchanges


def _exchange(matrix: np.ndarray, upper: int, lower: int, here: np.ndarray) -> None:
    above, below = np.where(here, matrix[lower], matrix[upper]), np.where(here, matrix[upper], matrix[lower])
    matrix[upper], matrix[lower] = above, below


def _solve(matrix: np.ndarray, exchanges: list[tuple[int, int, np.ndarray]], right: np.ndarray) -> list[np.ndarray]:
    n = len(matrix)
    for upper, lower, here in exchanges:
        _exchange(right, upper, lower, here)
    for r in range(n):
        for c in range(r):
            right[r] = right[r] - matrix[r, c] * right[c]
    for r in reversed(range(n)):
        for c in range(r + 1, n):
            right[r] = right[r] - matrix[r, c] * right[c]
        right[r] = right[r] / matrix[r, r]
    return list(right)
