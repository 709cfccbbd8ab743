"""Synapses: conductances, chloride, transmitter cycles, release, receptors, transporters and plasticity.

Units: mV, mM, ms, nS, pA, kJ/mol, K unless a name or label says otherwise.
Importing this package registers its models.
"""

from labsupport.synapse.firing_gain import firing_rate, noisy_firing_rate
from labsupport.synapse.gaba_synthesis import gaba_pools
from labsupport.synapse.quantal_release import (
    binomial_release,
    quantal_amplitudes,
    variance_mean_fit,
)

__all__ = [
    "binomial_release",
    "firing_rate",
    "gaba_pools",
    "noisy_firing_rate",
    "quantal_amplitudes",
    "variance_mean_fit",
]
