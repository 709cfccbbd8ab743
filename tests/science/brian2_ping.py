"""The PING network in Brian2, run in Brian2's own environment: ``python brian2_ping.py in.npz out.npz``.

Reads what `test_against_brian2.py` (or ``make bench``) wrote: the cells' constants, who is connected to whom and how
strongly, drives and start.  The equations of the cells are written here once more, from the papers, and share no code
with the book.  Writes spike times (ms) and the seconds that the run itself took.
"""

import sys
import time

import brian2
import numpy as np
from brian2 import ms

SPIKE = -20
PYRAMIDAL = """
    a_m = 0.32*(v + 54)/(1 - exp(-(v + 54)/4)) : 1
    b_m = 0.28*(v + 27)/(exp((v + 27)/5) - 1) : 1
    a_h = 0.128*exp(-(v + 50)/18) : 1
    b_h = 4/(1 + exp(-(v + 27)/5)) : 1
    a_n = 0.032*(v + 52)/(1 - exp(-(v + 52)/5)) : 1
    b_n = 0.5*exp(-(v + 57)/40) : 1
    I_Na = 100*m**3*h*(v - 50) : 1
    I_K = 80*n**4*(v + 100) : 1
    I_L = 0.1*(v + 67) : 1
    ds/dt = (0.5*(1 + tanh(v/4))*(1 - s)/0.1 - s/3)/ms : 1
"""
INTERNEURON = """
    a_m = 0.1*(v + 35)/(1 - exp(-(v + 35)/10)) : 1
    b_m = 4*exp(-(v + 60)/18) : 1
    a_h = 5*0.07*exp(-(v + 58)/20) : 1
    b_h = 5/(1 + exp(-0.1*(v + 28))) : 1
    a_n = 5*0.01*(v + 34)/(1 - exp(-0.1*(v + 34))) : 1
    b_n = 5*0.125*exp(-(v + 44)/80) : 1
    I_Na = 35*m**3*h*(v - 55) : 1
    I_K = 9*n**4*(v + 90) : 1
    I_L = 0.1*(v + 65) : 1
    ds/dt = (0.5*(1 + tanh(v/4))*(1 - s)/0.3 - s/tau_I)/ms : 1
"""
BOTH = """
    dv/dt = (drive - I_Na - I_K - I_L - g_exc*v - g_inh*(v - E_I))/ms : 1
    dh/dt = (a_h*(1 - h) - b_h*h)/ms : 1
    dn/dt = (a_n*(1 - n) - b_n*n)/ms : 1
    m = a_m/(a_m + b_m) : 1
    drive : 1 (constant)
    g_exc : 1
    g_inh : 1
"""


def main(given: str, result: str) -> None:
    brian2.prefs.codegen.target = "numpy"
    values = np.load(given)
    step, duration = float(values["dt"]), float(values["duration"])
    brian2.defaultclock.dt = step * ms
    N_E = int(values["N_E"])
    parts = {"E": slice(0, N_E), "I": slice(N_E, None)}
    groups = {}
    for kind, equations in (("E", PYRAMIDAL), ("I", INTERNEURON)):
        start = values["start"][parts[kind]]
        group = brian2.NeuronGroup(
            len(start),
            BOTH + equations,
            method="rk2",  # unstable at 0.05 ms, good at 0.025
            threshold=f"v > {SPIKE}",
            refractory=3 * ms,  # of the detector only: no second count of a spike
            namespace={"tau_I": float(values["tau_I"]), "E_I": float(values["E_I"])},
        )
        group.v = start
        group.h, group.n = "a_h/(a_h + b_h)", "a_n/(a_n + b_n)"
        group.drive = values["drive"][parts[kind]]
        groups[kind] = group
    synapses = []
    for source, name in (("E", "g_exc"), ("I", "g_inh")):
        for target, cells in groups.items():
            strength = values["strength"][parts[source], parts[target]]
            i, j = np.nonzero(strength)
            if len(i):
                # (summed): the target's conductance is the sum over its synapses, at every step.
                joined = brian2.Synapses(groups[source], cells, f"w : 1 (constant)\n{name}_post = w*s_pre : 1 (summed)")
                joined.connect(i=i, j=j)
                joined.w = strength[i, j]
                synapses.append(joined)
    monitors = {kind: brian2.SpikeMonitor(group) for kind, group in groups.items()}
    network = brian2.Network(*groups.values(), *synapses, *monitors.values())
    network.run(step * ms)  # builds the code that every later step repeats
    began = time.perf_counter()
    network.run((duration - step) * ms)
    seconds = time.perf_counter() - began
    np.savez(result, seconds=seconds, **{kind: np.asarray(m.t / ms) for kind, m in monitors.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
