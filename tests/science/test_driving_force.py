"""Driving force and ionic current: signs for cations and anions, and the difference between current and flux."""

from __future__ import annotations

import numpy as np
import pytest

from labsupport.constants import F, elementary_charge
from labsupport.electrochemistry import driving_force, ionic_current, nernst_potential
from labsupport.modelling import ModelValueError, get

LAST_DIGIT = 5e-4  # numbers below are printed with three decimals
IONS = [(1, 150.0, 12.0), (1, 5.0, 140.0), (-1, 150.0, 10.0), (2, 2.0, 1e-4), (-2, 1.0, 0.5)]


def test_numbers():
    E_Na = nernst_potential(c_out=150, c_in=12, z=1, T=309)
    assert driving_force(V_m=-70, E_ion=E_Na) == pytest.approx(-137.254, abs=LAST_DIGIT)
    assert driving_force(V_m=80, E_ion=E_Na) == pytest.approx(12.746, abs=LAST_DIGIT)
    assert driving_force(V_m=-60, E_ion=-75) == 15
    assert ionic_current(g=2, V_m=-60, E_ion=-75) == 30
    assert 150 / 12 == 12.5


def test_current_is_conductance_times_driving_force_and_broadcasts():
    V = np.linspace(-100, 100, 9)
    g = np.array([[0.5], [3.0]])
    np.testing.assert_allclose(ionic_current(g, V, -89.0), g * driving_force(V, -89.0))


def test_no_conductance_no_current_whatever_the_driving_force():
    assert not np.any(ionic_current(g=0, V_m=np.linspace(-200, 200, 11), E_ion=60))


@pytest.mark.parametrize(("z", "c_out", "c_in"), IONS)
def test_the_current_vanishes_and_reverses_at_the_equilibrium_potential(z, c_out, c_in):
    E = nernst_potential(c_out, c_in, z)
    at, below, above = (get("driving_force")(V_m=E + d, z=z, c_out=c_out, c_in=c_in) for d in (0, -1, 1))
    np.testing.assert_allclose([at["DF"], at["I"], at["flux"]], 0, atol=1e-12)
    assert below["I"] < 0 < above["I"]
    assert (below["current_direction"], above["current_direction"]) == (-1, 1)


@pytest.mark.parametrize(("z", "c_out", "c_in"), IONS)
@pytest.mark.parametrize("V_m", [-100.0, -40.0, 30.0, 110.0])
def test_current_follows_the_driving_force_and_ions_follow_it_by_their_sign(z, c_out, c_in, V_m):
    result = get("driving_force")(V_m=V_m, z=z, c_out=c_out, c_in=c_in)
    assert result["current_direction"] == np.sign(V_m - result["E"])
    assert result["flux_direction"] == np.sign(z) * result["current_direction"]
    # Ions always move so that free energy is released.
    assert np.sign(result["energy"]) == result["flux_direction"]
    # One picoampere is 6.24 million elementary charges a second.
    assert result["flux"] * 1e6 * z * elementary_charge == pytest.approx(result["I"] * 1e-12, rel=1e-12)
    assert result["energy"] == pytest.approx(z * F * result["DF"] * 1e-6, rel=1e-12)


def test_outward_chloride_current_is_chloride_entry():
    result = get("driving_force")(V_m=-60, z=-1, c_out=150, c_in=9.0)
    assert result["DF"] > 0
    assert result["current_direction"] == 1
    assert result["flux_direction"] == -1


def test_sodium_at_rest_and_above_its_equilibrium_potential():
    sodium = {"z": 1, "c_out": 150, "c_in": 12, "T": 309}
    assert get("driving_force")(V_m=-70, **sodium)["flux_direction"] == -1
    assert get("driving_force")(V_m=80, **sodium)["flux_direction"] == 1


@pytest.mark.parametrize("values", [{"g": -1}, {"V_m": float("nan")}, {"E_ion": float("inf")}])
def test_bad_values(values):
    with pytest.raises(ModelValueError, match="is not physically possible"):
        ionic_current(**values)
