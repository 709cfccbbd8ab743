"""Synapses: conductances, chloride, transmitter cycles, release, receptors, transporters and plasticity.

Units: mV, mM, ms, nS, pA, kJ/mol, K unless a name or label says otherwise.
Importing this package registers its models.
"""
