"""Synapses: conductances, chloride, transmitter cycles, release, receptors, transporters and plasticity.

Units: mV, mM, ms, nS, pA, kJ/mol, K unless a name or label says otherwise.
A name is imported from its module when it is first used.
"""

from labsupport.synapse.chloride import (
    chloride_limits,
    chloride_potential,
    gaba_reversal_potential,
)
from labsupport.synapse.conductance import reversal_potential, synaptic_current
from labsupport.synapse.firing_gain import firing_rate, noisy_firing_rate
from labsupport.synapse.gaba_a import (
    gabaa_receptors,
    inhibitory_charge,
    phasic_and_tonic_current,
    synaptic_gabaa_current,
)
from labsupport.synapse.gaba_b import (
    gaba_b_response,
    girk_current,
    girk_open_share,
    release_left,
)
from labsupport.synapse.gaba_synthesis import gaba_pools
from labsupport.synapse.gaba_transporters import (
    ambient_gaba,
    gaba_floor,
    gat_block,
    gat_reversal_potential,
    ipsc_decay,
)
from labsupport.synapse.glutamate_cycle import glutamate_cycle, receptor_occupancy
from labsupport.synapse.glutamate_receptors import (
    half_block_potential,
    magnesium_block,
    nmda_coincidence,
    nmda_current,
    nmda_peak_potential,
)
from labsupport.synapse.glutamate_transporters import (
    eaat_energy_budget,
    eaat_equilibrium_glutamate,
    eaat_reversal_potential,
    glutamate_clearance,
    glutamate_uptake,
    uptake_capacity,
    uptake_time_constant,
)
from labsupport.synapse.plasticity import (
    calcium_rule,
    plasticity_gate,
    steady_summation,
    synaptic_summation,
)
from labsupport.synapse.quantal_release import (
    binomial_release,
    quantal_amplitudes,
    variance_mean_fit,
)
from labsupport.synapse.recordings import evoked_ipsc, holding_current, slow_ipsc
from labsupport.synapse.timeline import relative_conductance

__all__ = [
    "ambient_gaba",
    "binomial_release",
    "calcium_rule",
    "chloride_limits",
    "chloride_potential",
    "eaat_energy_budget",
    "eaat_equilibrium_glutamate",
    "eaat_reversal_potential",
    "evoked_ipsc",
    "firing_rate",
    "gaba_b_response",
    "gaba_floor",
    "gaba_pools",
    "gaba_reversal_potential",
    "gabaa_receptors",
    "gat_block",
    "gat_reversal_potential",
    "girk_current",
    "girk_open_share",
    "glutamate_clearance",
    "glutamate_cycle",
    "glutamate_uptake",
    "half_block_potential",
    "holding_current",
    "inhibitory_charge",
    "ipsc_decay",
    "magnesium_block",
    "nmda_coincidence",
    "nmda_current",
    "nmda_peak_potential",
    "noisy_firing_rate",
    "phasic_and_tonic_current",
    "plasticity_gate",
    "quantal_amplitudes",
    "receptor_occupancy",
    "relative_conductance",
    "release_left",
    "reversal_potential",
    "slow_ipsc",
    "steady_summation",
    "synaptic_current",
    "synaptic_gabaa_current",
    "synaptic_summation",
    "uptake_capacity",
    "uptake_time_constant",
    "variance_mean_fit",
]
# Functions that share the name of their module are set at once, or the module, once imported, would stand for them.
from labsupport.modelling.registry import exports

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
    "quantal_release": ["binomial_release", "quantal_amplitudes", "variance_mean_fit"],
    "timeline": ["relative_conductance"],
}
__all__ = ["glutamate_cycle", *(name for group in _NAMES.values() for name in group)]
__getattr__, __dir__ = exports(__name__, _NAMES)
