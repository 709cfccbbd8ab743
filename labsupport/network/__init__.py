"""Networks of excitatory and inhibitory cells: balance and rhythm.

Units: mV, ms, nS, pA, Hz unless a name or label says otherwise.  Importing this package registers its models.
"""

from labsupport.network.balance import balance_ratio, conductance_ratio, synaptic_reversal
from labsupport.network.cycle import ping_period
from labsupport.network.pair import ping_pair
from labsupport.network.pictures import show_raster, show_spectrum
from labsupport.network.ping import (
    PingNetwork,
    PingRun,
    compare_pings,
    power_spectrum,
    rhythm,
    simulate_ping,
)

__all__ = [
    "PingNetwork",
    "PingRun",
    "balance_ratio",
    "compare_pings",
    "conductance_ratio",
    "ping_pair",
    "ping_period",
    "power_spectrum",
    "rhythm",
    "show_raster",
    "show_spectrum",
    "simulate_ping",
    "synaptic_reversal",
]
