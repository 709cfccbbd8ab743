"""Ions and membranes: equilibrium potentials, driving forces and the constant-field equations.

Units: mV, mM, ms, nS, pA, K; a current density is in A/m².  Importing this package registers its models.
"""

from labsupport.electrochemistry.driving_force import driving_force, ionic_current
from labsupport.electrochemistry.ghk import ghk_current, ghk_potential
from labsupport.electrochemistry.nernst import nernst_potential

__all__ = [
    "driving_force",
    "ghk_current",
    "ghk_potential",
    "ionic_current",
    "nernst_potential",
]
