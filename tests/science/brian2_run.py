"""Hands a PING network to Brian2, which has a Python of its own, and brings its spikes back."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from labsupport.network.ping import CONNECTED, PingNetwork, draw

PYTHON = Path(sys.prefix) / "brian2" / "bin" / "python"
SCRIPT = Path(__file__).with_name("brian2_ping.py")
STEP = 0.025  # ms


def brian2_run(network: PingNetwork, duration: float, seed: int = 1, dt: float = STEP) -> dict[str, np.ndarray]:
    """Spike times in ms of pyramidal cells (``E``) and interneurons (``I``), and the ``seconds`` Brian2 ran."""
    if not PYTHON.exists():
        raise RuntimeError(f"Brian2 is missing: `make {PYTHON.parents[1].relative_to(Path(sys.prefix).parent)}/ready`.")
    N_E, N_I = network.N_E, network.N_I
    connected, deviation, start = draw(N_E, N_I, np.random.default_rng(seed))
    strength = connected.copy()
    for rows, columns, total, count in (
        (slice(0, N_E), slice(0, N_E), network.g_EE, N_E),
        (slice(0, N_E), slice(N_E, None), network.g_EI, N_E),
        (slice(N_E, None), slice(0, N_E), network.g_IE, N_I),
        (slice(N_E, None), slice(N_E, None), network.g_II, N_I),
    ):
        strength[rows, columns] *= total / (CONNECTED * count)
    drive = np.concatenate([network.I_E * (1 + network.spread * deviation), np.full(N_I, network.I_I)])
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder) / "in.npz", Path(folder) / "out.npz"
        np.savez(
            given, N_E=N_E, start=start, drive=drive, strength=strength, tau_I=network.tau_I, E_I=network.E_I,
            duration=duration, dt=dt,
        )  # fmt: skip
        done = subprocess.run([PYTHON, SCRIPT, given, result], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"Brian2 stopped: {done.stderr.strip()[-2000:]}")
        return dict(np.load(result))
