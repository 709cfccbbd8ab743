"""The ions of the labs: symbol, valence, usual concentrations and colour, the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from labsupport.i18n import Text
from labsupport.labs.declaration import Option

SYMBOLS = {"K": "K⁺", "Na": "Na⁺", "Cl": "Cl⁻", "Ca": "Ca²⁺"}
VALENCES = {"K": 1, "Na": 1, "Cl": -1, "Ca": 2}
COLORS = {ion: f"ion-{ion}" for ion in SYMBOLS}


def ion_option(ion: str, values: Mapping[str, float]) -> Option:
    """The option of a choice of ion: sets its valence and `values`, names and colours it."""
    return Option(
        SYMBOLS[ion],
        {"z": VALENCES[ion], **values},
        words={"ion": SYMBOLS[ion], "z_now": f"{VALENCES[ion]:+d}".replace("-", "\u2212")},
        colors={"ion": COLORS[ion]},
    )


def inside(ion: str) -> Text:
    return Text(zh=f"胞内 {SYMBOLS[ion]}", en=f"{SYMBOLS[ion]} inside")


def outside(ion: str) -> Text:
    return Text(zh=f"胞外 {SYMBOLS[ion]}", en=f"{SYMBOLS[ion]} outside")


def potential(ion: str) -> str:
    return f"*E*_{{{ion}}}"
