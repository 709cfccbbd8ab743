"""Ions and membranes: equilibrium potentials, driving forces, pumps, trapped charge and the limits of it all.

Units: mV, mM, ms, nS, pA, kJ/mol, K; a current density is in A/m².  Importing this package registers its models.
"""

from labsupport.electrochemistry import corrections  # noqa: F401  (its model registers itself)
from labsupport.electrochemistry.activity import activity_coefficient, activity_shift, ionic_strength
from labsupport.electrochemistry.calcium_microdomain import microdomain_calcium
from labsupport.electrochemistry.donnan import DonnanEquilibrium, donnan_equilibrium
from labsupport.electrochemistry.driving_force import driving_force, ionic_current
from labsupport.electrochemistry.ghk import ghk_current, ghk_potential
from labsupport.electrochemistry.nernst import nernst_potential
from labsupport.electrochemistry.pump import (
    atp_free_energy,
    electrogenic_potential,
    pump_energy_budget,
    pump_free_energy,
    pump_reversal_potential,
)
from labsupport.electrochemistry.pump_leak import pump_leak
from labsupport.electrochemistry.temperature import q10_factor, temperature_coefficient

__all__ = [
    "DonnanEquilibrium",
    "activity_coefficient",
    "activity_shift",
    "atp_free_energy",
    "donnan_equilibrium",
    "driving_force",
    "electrogenic_potential",
    "ghk_current",
    "ghk_potential",
    "ionic_current",
    "ionic_strength",
    "microdomain_calcium",
    "nernst_potential",
    "pump_energy_budget",
    "pump_free_energy",
    "pump_leak",
    "pump_reversal_potential",
    "q10_factor",
    "temperature_coefficient",
]
