"""Ions and membranes: equilibrium potentials, driving forces, pumps, trapped charge and the limits of it all.

Units: mV, mM, ms, nS, pA, kJ/mol, K; a current density is in A/m².
A name is imported from its module when it is first used.
"""

# Functions that share the name of their module are set at once, or the module, once imported, would stand for them.
from labsupport.electrochemistry.driving_force import driving_force
from labsupport.electrochemistry.pump_leak import pump_leak
from labsupport.modelling.registry import exports

_NAMES = {
    "activity": ["activity_coefficient", "activity_shift", "ionic_strength"],
    "calcium_microdomain": ["microdomain_calcium"],
    "donnan": ["DonnanEquilibrium", "donnan_equilibrium"],
    "driving_force": ["ionic_current"],
    "ghk": ["ghk_current", "ghk_potential"],
    "nernst": ["nernst_potential"],
    "pump": [
        "atp_free_energy",
        "electrogenic_potential",
        "pump_energy_budget",
        "pump_free_energy",
        "pump_reversal_potential",
    ],
    "temperature": ["q10_factor", "temperature_coefficient"],
}
__all__ = ["driving_force", "pump_leak", *(name for group in _NAMES.values() for name in group)]
__getattr__, __dir__ = exports(__name__, _NAMES)
