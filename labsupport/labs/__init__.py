"""The labs of the book, each declared in a module of its own name."""

from __future__ import annotations

import importlib
from functools import cache

from labsupport.i18n import Text

LABS = (
    "activity",
    "balance_dial",
    "calcium_and_release",
    "calcium_current",
    "calcium_microdomain",
    "charge_separation",
    "chloride_homeostasis",
    "conductance_synapse",
    "donnan_bursting",
    "donnan_titration",
    "driving_force",
    "eaat_limit",
    "ei_balance",
    "excitatory_or_inhibitory",
    "gaba_b",
    "gaba_pools",
    "gaba_reversal",
    "gabaa_receptors",
    "gabaa_states",
    "gat_clearance",
    "gat_floor",
    "ghk_membrane",
    "glutamate_clearance",
    "glutamate_cycle",
    "glutamate_ladder",
    "glutamate_uptake",
    "gradient_ladder",
    "inhibition_gain",
    "inhibition_timing",
    "ipsc_tail",
    "nernst",
    "nmda_block",
    "nmda_coincidence",
    "phasic_tonic",
    "plasticity_gate",
    "ping_cycle",
    "ping_pair",
    "pump_current",
    "pump_energy_budget",
    "pump_leak_cell",
    "quantal_release",
    "synapse_timeline",
    "synaptic_summation",
    "temperature",
    "two_ion_reversal",
    "unknown_block",
    "unknown_cell",
    "unknown_channel",
    "unknown_receptor",
    "unknown_terminal",
    "unknown_uptake",
    "which_drug",
)

_UNKNOWN = Text(zh="没有名为 {id} 的实验；已有的实验：{known}。", en="There is no lab {id}; the labs are {known}.")


def labs() -> dict[str, object]:
    """Every lab, experiment and identification by id."""
    found = {}
    for name in LABS:
        declared = importlib.import_module(f"labsupport.labs.{name}").lab
        if declared.id != name:
            raise ValueError(f"module labsupport.labs.{name} declares the lab {declared.id!r}")
        found[name] = declared
    return found
    """Every lab and experiment by id."""
    return {name: get(name) for name in LABS}


@cache
def get(lab_id: str):
    """The lab called `lab_id`.

    Raises
    ------
    KeyError
        With the ids that exist, in the current language, if there is none.
    """
    if lab_id not in LABS:
        raise KeyError(str(_UNKNOWN.format(id=repr(lab_id), known=", ".join(LABS))))
    declared = importlib.import_module(f"labsupport.labs.{lab_id}").lab
    if declared.id != lab_id:
        raise ValueError(f"module labsupport.labs.{lab_id} declares the lab {declared.id!r}")
    return declared
