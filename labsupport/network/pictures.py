"""Pictures of network runs; Matplotlib is loaded when the first one is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from labsupport.figures import Picture
from labsupport.figures import raster as draw_raster
from labsupport.figures import spectrum as draw_spectrum
from labsupport.i18n import Text
from labsupport.network.ping import SETTLING, PingRun, power_spectrum

_CELLS = {"E": Text(zh="锥体细胞", en="pyramidal"), "I": Text(zh="中间神经元", en="interneurons")}
_RASTER = Text(
    zh="{E} 个锥体细胞和 {I} 个中间神经元在 {first:.0f} 至 {last:.0f} ms 之间的发放；节律约 {f:.0f} Hz。",
    en="Spikes of {E} pyramidal cells and {I} interneurons from {first:.0f} to {last:.0f} ms; the rhythm runs at about "
    "{f:.0f} Hz.",
)
_SPECTRUM = Text(zh="{name}：谱峰约在 {f:.0f} Hz。", en="{name}: peak near {f:.0f} Hz.")


def show_raster(run: PingRun, first: float = SETTLING, last: float | None = None) -> Picture:
    """Who fired when.

    Parameters
    ----------
    run : PingRun
    first, last : float
        Window in ms; without ``last`` it is 300 ms long.

    Returns
    -------
    Picture
    """
    last = first + 300 if last is None else last
    numbers = {"E": run.network.N_E, "I": run.network.N_I}
    spikes = {str(_CELLS["E"]): run.spikes_E, str(_CELLS["I"]): run.spikes_I}
    alt = str(_RASTER.format(**numbers, first=first, last=last, f=run.frequency))
    return draw_raster(spikes, list(numbers.values()), (first, last), alt)


def show_spectrum(runs: Mapping[str, PingRun]) -> Picture:
    """Power spectra of the interneurons' rates, the settling time left out.

    Parameters
    ----------
    runs : mapping of str to PingRun
        Name of each line.

    Returns
    -------
    Picture
    """
    lines, sentences = {}, []
    for name, run in runs.items():
        frequency, power = power_spectrum(run.rate_I[run.t > SETTLING])
        lines[name] = frequency, power
        sentences.append(str(_SPECTRUM.format(name=name, f=frequency[power.argmax()])))
    return draw_spectrum(lines, " ".join(sentences))
