"""Synapses: conductances, chloride, transmitter cycles, release, receptors, transporters and plasticity.

Units: mV, mM, ms, nS, pA, kJ/mol, K unless a name or label says otherwise.
A name is imported from its module when it is first used.
"""

# A function that shares the name of its module is set at once, or the module, once imported, would stand for it.
from labsupport.modelling.registry import exports
from labsupport.synapse.glutamate_cycle import glutamate_cycle

_NAMES = {
    "chloride": ["chloride_limits", "chloride_potential", "gaba_reversal_potential"],
    "conductance": ["reversal_potential", "synaptic_current"],
    "firing_gain": ["firing_rate", "noisy_firing_rate"],
    "gaba_a": ["gabaa_receptors", "inhibitory_charge", "phasic_and_tonic_current", "synaptic_gabaa_current"],
    "gaba_b": ["gaba_b_response", "girk_current", "girk_open_share", "release_left"],
    "gaba_synthesis": ["gaba_pools"],
    "gaba_transporters": ["ambient_gaba", "gaba_floor", "gat_block", "gat_reversal_potential", "ipsc_decay"],
    "glutamate_cycle": ["receptor_occupancy"],
    "glutamate_receptors": [
        "half_block_potential",
        "magnesium_block",
        "nmda_coincidence",
        "nmda_current",
        "nmda_peak_potential",
    ],
    "glutamate_transporters": [
        "eaat_energy_budget",
        "eaat_equilibrium_glutamate",
        "eaat_reversal_potential",
        "glutamate_clearance",
        "glutamate_uptake",
        "uptake_capacity",
        "uptake_time_constant",
    ],
    "plasticity": ["calcium_rule", "plasticity_gate", "steady_summation", "synaptic_summation"],
    "quantal_release": ["binomial_release", "quantal_amplitudes", "variance_mean_fit"],
    "recordings": ["evoked_ipsc", "holding_current", "slow_ipsc"],
    "timeline": ["relative_conductance"],
}
__all__ = ["glutamate_cycle", *(name for group in _NAMES.values() for name in group)]
__getattr__, __dir__ = exports(__name__, _NAMES)
