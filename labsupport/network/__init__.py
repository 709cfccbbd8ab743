"""Networks of excitatory and inhibitory cells: balance and rhythm.

Units: mV, ms, nS, pA, Hz unless a name or label says otherwise.  Importing this package registers its models.
"""
