"""The Nernst and GHK equations agree with NEURON, which was written by others from the same theory."""

from __future__ import annotations

import os

import numpy as np
import pytest

from labsupport.electrochemistry import ghk_current, ghk_potential, nernst_potential
from labsupport.modelling import get

os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
from neuron import h

CELSIUS = 37.0
KELVIN = CELSIUS + 273.15
# NEURON's constants have CODATA's digits; what is left is its tabulated exponential.
AGREEMENT = 1e-6


@pytest.fixture(autouse=True)
def body_temperature():
    h.celsius = CELSIUS
    section = h.Section(name="patch")  # nernst() and ghk() read the temperature of an accessed section
    return section


@pytest.mark.parametrize(
    ("c_out", "c_in", "z"), [(5, 140, 1), (145, 15, 1), (150, 10, -1), (2, 1e-4, 2), (3, 3, 1), (0.5, 120, -2)]
)
def test_nernst(c_out, c_in, z):
    assert nernst_potential(c_out, c_in, z, KELVIN) == pytest.approx(h.nernst(c_in, c_out, z), rel=AGREEMENT, abs=1e-9)


@pytest.mark.parametrize("V_m", [-120, -70, -1, -1e-3, 0, 1e-3, 1, 40])
@pytest.mark.parametrize(("c_out", "c_in", "z"), [(5, 140, 1), (145, 15, 1), (150, 10, -1), (2, 1e-4, 2)])
def test_ghk_current(V_m, c_out, c_in, z):
    # NEURON's ghk() is in mC/cm³: times P in cm/s it is mA/cm² = 10 A/m².  Here P = 1 cm/s = 0.01 m/s.
    theirs = 10 * h.ghk(V_m, c_in, c_out, z)
    assert ghk_current(P=0.01, z=z, V_m=V_m, c_out=c_out, c_in=c_in, T=KELVIN) == pytest.approx(theirs, rel=1e-5)


def test_ghk_potential_is_where_neurons_currents_cancel():
    P = {"K": 1.0, "Na": 0.04, "Cl": 0.45}
    inside = {"K": 140.0, "Na": 15.0, "Cl": 10.0}
    outside = {"K": 5.0, "Na": 145.0, "Cl": 150.0}
    charge = {"K": 1, "Na": 1, "Cl": -1}
    V = ghk_potential(T=KELVIN)
    currents = [P[i] * h.ghk(V, inside[i], outside[i], charge[i]) for i in P]
    assert abs(sum(currents)) < AGREEMENT * np.abs(currents).max()


def test_charge_separation_is_neurons_membrane_with_one_ghk_conductance():
    """The same sphere, stepped by Euler's method with NEURON's current."""
    values = {"c_out": 5.0, "c_in": 140.0, "P": 10.0, "radius": 10.0, "C_m": 1.0, "T": KELVIN}
    run = get("charge_separation").integrate(**values)
    steps = 40_000
    dt = 100 / steps  # ms
    V, inside = 0.0, 140.0
    volume, area = 4 / 3 * np.pi * 10.0**3, 4 * np.pi * 10.0**2  # µm³, µm²
    for _ in range(steps):
        density = 10 * 1e-6 * h.ghk(V, inside, 5.0, 1)  # A/m² at 10 nm/s = 1e-6 cm/s
        V -= dt * density / 0.01  # pA/µm² over 0.01 pF/µm² is mV/ms
        inside -= dt * density * area / 96485.33212 * 1e3 / volume  # fC -> amol -> mM
    # Euler's method with 40 000 steps is good to about one step's change, 1 part in 10 000.
    assert run["V_m"][-1] == pytest.approx(V, rel=1e-4)
    assert run["c_inside"][-1] == pytest.approx(inside, rel=1e-6)
