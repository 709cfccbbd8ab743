"""Random parameter sets, runs in Node, and the rule by which two results agree."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"


def parameter_sets(model, count: int, seed: int) -> np.ndarray:
    """``count`` rows over the sliders' ranges: the defaults, each end of each slider, zeros, then random ones."""
    if not model.parameters:  # a model without parameters has one set, the empty one
        return np.empty((1, 0))
    rng = np.random.default_rng([seed, *model.id.encode()])
    defaults = np.array([p.default for p in model.parameters], float)
    rows = [defaults]
    for i, p in enumerate(model.parameters):
        special = (
            list(p.choices) if p.choices else [p.minimum, p.maximum, *([0.0] if p.minimum < 0 < p.maximum else [])]
        )
        for value in special:
            row = defaults.copy()
            row[i] = value
            rows.append(row)
    drawn = np.empty((count, len(defaults)))
    for i, p in enumerate(model.parameters):
        if p.choices:
            drawn[:, i] = rng.choice(np.array(list(p.choices), float), count)
        elif p.scale == "log":
            drawn[:, i] = np.exp(rng.uniform(np.log(p.minimum), np.log(p.maximum), count))
        else:
            drawn[:, i] = rng.uniform(p.minimum, p.maximum, count)
            if model.kind == "dynamical":
                # Values a slider can take: times of events then coincide, and Python's runs go side by side.
                drawn[:, i] = np.minimum(p.minimum + np.round((drawn[:, i] - p.minimum) / p.step) * p.step, p.maximum)
    rows = np.vstack([np.array(rows), drawn])
    rows = rows[model.allowed(list(rows.T))]
    return rows[:count]


def run_in_node(folder: Path, codes: dict[str, str], jobs: list[tuple[str, str, np.ndarray]]) -> list[np.ndarray]:
    """The results of ``(model id, task, rows)`` computed by Node with the given JavaScript of each model."""
    body = ",\n".join(f"{json.dumps(key)}: {code}" for key, code in codes.items())
    (folder / "models.mjs").write_text(f"export default {{\n{body}\n}};\n", encoding="utf-8")
    listing = []
    for i, (model, task, rows) in enumerate(jobs):
        np.ascontiguousarray(rows, dtype="<f8").tofile(folder / f"{i}.in")
        listing.append(
            {
                "model": model,
                "task": task,
                "count": len(rows),
                "width": rows.shape[1],
                "input": f"{i}.in",
                "output": f"{i}.out",
            }
        )
    (folder / "jobs.json").write_text(json.dumps(listing), encoding="utf-8")
    subprocess.run([NODE, HERE / "run_models.mjs", folder], check=True)
    return [np.fromfile(folder / f"{i}.out", dtype="<f8") for i in range(len(jobs))]


def disagreement(ours: np.ndarray, theirs: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """The difference as a share of ``scale``; infinite where one is NaN, or only one is finite, or signs differ."""
    with np.errstate(all="ignore"):
        share = np.abs(ours - theirs) / np.where(scale > 0, scale, 1.0)
    both = np.isfinite(ours) & np.isfinite(theirs)
    same_infinity = np.isinf(ours) & (ours == theirs)
    return np.where(both, np.where(ours == theirs, 0.0, share), np.where(same_infinity, 0.0, np.inf))
