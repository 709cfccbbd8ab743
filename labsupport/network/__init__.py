"""Networks of excitatory and inhibitory cells: balance and rhythm.

Units: mV, ms, nS, pA, Hz unless a name or label says otherwise.
A name is imported from its module when it is first used.
"""

from labsupport.modelling.registry import exports

_NAMES = {
    "balance": ["balance_ratio", "conductance_ratio", "synaptic_reversal"],
    "cycle": ["ping_period"],
    "pair": ["ping_pair"],
    "pictures": ["show_raster", "show_spectrum"],
    "ping": ["PingNetwork", "PingRun", "compare_pings", "power_spectrum", "rhythm", "simulate_ping"],
}
__all__ = [name for group in _NAMES.values() for name in group]
__getattr__, __dir__ = exports(__name__, _NAMES)
