"""GABA transporters: how fast GABA is cleared, the ambient level they leave, and the floor below which they release."""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.constants import conversion
from labsupport.electrochemistry.common import R, T, concentration, membrane_potential, milli, thermal_voltage
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol, t

kilo = conversion(1e-3)  # J as a number of kJ


def _stoichiometry() -> Parameter:
    words = {
        2.0: Text(zh="2 Na⁺ : 1 Cl⁻", en="2 Na⁺ : 1 Cl⁻"),
        3.0: Text(zh="3 Na⁺ : 1 Cl⁻", en="3 Na⁺ : 1 Cl⁻"),
    }
    return Parameter(
        "n_Na", r"n_\mathrm{Na}", "", 3, 2, 3, 1, Text(zh="每个 GABA 同运的 Na⁺ 数", en="Na⁺ per GABA"), choices=words
    )


def floor_expression(GABA_in, Na_out, Na_in, Cl_out, Cl_in, V, n, scale):
    """GABA outside (µM) at which n Na+ and one Cl- just balance the GABA inside (mM); `scale` is RT/F in mV."""
    return milli * GABA_in * (Na_in / Na_out) ** n * Cl_in / Cl_out * sympy.exp((n - 1) * V / scale)


def _floor() -> AlgebraicModel:
    GABA_in = Parameter(
        "GABA_in", r"[\mathrm{GABA}]_\mathrm{in}", "mM", 2, 0.1, 10, 0.1, Text(zh="胞内 GABA", en="GABA inside"),
        scale="log", domain="positive",
    )  # fmt: skip
    GABA_out = Parameter(
        "GABA_out", r"[\mathrm{GABA}]_\mathrm{out}", "µM", 0.3, 0.001, 100, 0.01,
        Text(zh="胞外 GABA", en="GABA outside"),
        scale="log", domain="positive",
    )  # fmt: skip
    Na_out, Na_in = concentration("Na", "out", 145, 100, 160, 1), concentration("Na", "in", 15, 5, 60, 1)
    Cl_out, Cl_in = concentration("Cl", "out", 120, 90, 150, 1), concentration("Cl", "in", 10, 3, 40, 1)
    V_m = membrane_potential(default=-65, minimum=-100, maximum=40)
    n_Na = _stoichiometry()
    gi, go, no, ni, co, ci, V, n = (p.sympy for p in (GABA_in, GABA_out, Na_out, Na_in, Cl_out, Cl_in, V_m, n_Na))
    floor = lambda count: floor_expression(gi, no, ni, co, ci, V, count, thermal_voltage)  # noqa: E731
    micro = lambda e, tex, zh, en: Output(e, tex, "µM", Text(zh=zh, en=en))  # noqa: E731
    return AlgebraicModel(
        "gaba_floor",
        [GABA_in, GABA_out, Na_out, Na_in, Cl_out, Cl_in, V_m, n_Na, T],
        {
            "lowest": micro(floor(n), r"[\mathrm{GABA}]_\mathrm{eq}", "GABA 的下限", "floor of GABA outside"),
            "lowest_two": micro(floor(2), r"[\mathrm{GABA}]_\mathrm{eq,2}", "2 Na⁺ 的下限", "floor with 2 Na⁺"),
            "lowest_three": micro(floor(3), r"[\mathrm{GABA}]_\mathrm{eq,3}", "3 Na⁺ 的下限", "floor with 3 Na⁺"),
            "outside": micro(go, r"[\mathrm{GABA}]_\mathrm{out}", "胞外 GABA", "GABA outside"),
            "V_reversal": Output(
                thermal_voltage / (n - 1) * sympy.log(go / (milli * gi) * (no / ni) ** n * co / ci),
                r"V_\mathrm{rev}",
                "mV",
                Text(zh="转运反转的电位", en="voltage at which transport reverses"),
            ),
            "energy": Output(
                kilo * R * T.sympy * sympy.log(floor(n) / go),
                r"\Delta G",
                "kJ/mol",
                Text(zh="摄入 1 mol GABA 的自由能变", en="free energy of taking up one mole of GABA"),
            ),
            "charge": Output(n - 1, "n-1", "", Text(zh="每个 GABA 带入的净电荷", en="net charge per GABA")),
        },
        source="RichersonWu2003; Willford2015",
    )


gaba_floor_model = register(_floor())


def gaba_floor(
    GABA_in=2.0, Na_out=145.0, Na_in=15.0, Cl_out=120.0, Cl_in=10.0, V_m=-65.0, n_Na=3, T=310.0
) -> float | np.ndarray:
    """Concentration of GABA outside at which a GABA transporter stands still.

    ``GABA_in (Na_in/Na_out)**n (Cl_in/Cl_out) exp((n - 1) F V / RT)`` for n Na+, one Cl- and one GABA in each cycle
    [RichersonWu2003]; below it the transporter lets GABA out.

    Parameters
    ----------
    GABA_in, Na_out, Na_in, Cl_out, Cl_in : float or array_like
        Concentrations in mM.
    V_m : float or array_like
        Membrane potential in mV.
    n_Na : {2, 3}
        Na+ per GABA.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        GABA outside in µM.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gaba_floor_model.evaluate(
        "lowest", GABA_in=GABA_in, Na_out=Na_out, Na_in=Na_in, Cl_out=Cl_out, Cl_in=Cl_in, V_m=V_m, n_Na=n_Na, T=T
    )


def gat_reversal_potential(
    GABA_out=0.3, GABA_in=2.0, Na_out=145.0, Na_in=15.0, Cl_out=120.0, Cl_in=10.0, n_Na=3, T=310.0
) -> float | np.ndarray:
    """Membrane potential above which a GABA transporter runs outward at the given concentrations.

    Parameters
    ----------
    GABA_out : float or array_like
        GABA outside in µM.
    GABA_in, Na_out, Na_in, Cl_out, Cl_in : float or array_like
        Concentrations in mM.
    n_Na : {2, 3}
        Na+ per GABA.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Potential in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gaba_floor_model.evaluate(
        "V_reversal", GABA_out=GABA_out, GABA_in=GABA_in, Na_out=Na_out, Na_in=Na_in, Cl_out=Cl_out, Cl_in=Cl_in,
        n_Na=n_Na, T=T,
    )  # fmt: skip


def _rate(name: str, tex: str, default: float, minimum: float, maximum: float, step: float, zh: str, en: str):
    return Parameter(name, tex, "µM/s", default, minimum, maximum, step, Text(zh=zh, en=en), domain="nonnegative")


def _block(which: int) -> Parameter:
    return Parameter(
        f"block{which}", rf"b_{which}", "", 0.9, 0, 1, 0.05,
        Text(zh=f"GAT-{which} 被阻断的份额", en=f"share of GAT-{which} blocked"), domain="nonnegative",
    )  # fmt: skip


def _carriers() -> tuple[Parameter, ...]:
    return (
        _rate("V1", "V_1", 1.6, 0.2, 3, 0.05, "GAT-1 的最大摄取速率", "greatest uptake by GAT-1"),
        _rate("V3", "V_3", 1.6, 0.2, 3, 0.05, "GAT-3 的最大摄取速率", "greatest uptake by GAT-3"),
        _rate("J", "J", 0.1, 0.02, 0.3, 0.01, "流入细胞外液的 GABA", "GABA entering the extracellular space"),
        Parameter(
            "K", "K", "µM", 10, 2, 30, 1, Text(zh="转运体的米氏常数", en="Michaelis constant"), domain="positive"
        ),
    )


def _ambient() -> AlgebraicModel:
    V1, V3, J, K = carriers = _carriers()
    floor = Parameter(
        "lowest",
        r"G_\mathrm{eq}",
        "µM",
        0,
        0,
        0.2,
        0.01,
        Text(zh="热力学下限", en="thermodynamic floor"),
        domain="nonnegative",
    )
    left1, left3 = ((1 - symbol(f"block{i}")) * v.sympy for i, v in ((1, V1), (3, V3)))

    def level(capacity):
        return (K.sympy * J.sympy + capacity * floor.sympy) / (capacity - J.sympy)

    micro = lambda e, tex, zh, en: Output(e, tex, "µM", Text(zh=zh, en=en))  # noqa: E731
    names = ("control", "without_one", "without_three", "without_both")
    control, without_one, without_three, _ = (symbol(n) for n in names)
    return AlgebraicModel(
        "ambient_gaba",
        [*carriers, _block(1), _block(3), floor],
        {
            "control": micro(level(V1.sympy + V3.sympy), "G", "对照", "control"),
            "without_one": micro(level(left1 + V3.sympy), "G_1", "阻断 GAT-1", "GAT-1 blocked"),
            "without_three": micro(level(V1.sympy + left3), "G_3", "阻断 GAT-3", "GAT-3 blocked"),
            "without_both": micro(level(left1 + left3), r"G_{13}", "两者都阻断", "both blocked"),
            "additive": micro(
                without_one + without_three - control, r"G_1+G_3-G", "若两种作用相加", "if the two effects added"
            ),
        },
        source="KerosHablitz2005; steady state of Michaelis-Menten uptake",
    )


ambient_gaba_model = register(_ambient())


def ambient_gaba(capacity=3.2, J=0.1, K=10.0, floor=0.0) -> float | np.ndarray:
    """Steady concentration of GABA that uptake leaves in the extracellular space.

    ``G = (K J + V floor) / (V - J)``, where uptake ``V (G - floor)/(K + G)`` equals what enters.  Where the capacity V
    does not exceed J there is no steady state.

    Parameters
    ----------
    capacity : float or array_like
        Greatest uptake of all carriers that work, µM/s.
    J : float or array_like
        GABA entering, µM/s.
    K : float or array_like
        Michaelis constant in µM.
    floor : float or array_like
        Concentration at which the carriers stand still, µM.

    Returns
    -------
    float or ndarray
        Concentration in µM; ``inf`` where there is no steady state.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    level = ambient_gaba_model.evaluate("control", V1=capacity, V3=0.0, J=J, K=K, lowest=floor)
    steady = np.where(np.asarray(capacity, float) > np.asarray(J, float), level, np.inf)
    return float(steady) if steady.shape == () else steady


RUN = 300  # s
TONIC_MAX = sympy.Float("86.667")  # pA: 20 pA at 0.3 µM through receptors with an EC50 of 1 µM


def _clearance() -> DynamicalModel:
    carriers = _carriers()
    n_Na = _stoichiometry()
    on = Parameter(
        "on_from",
        r"t_\mathrm{on}",
        "s",
        30,
        0,
        200,
        10,
        Text(zh="加阻断剂的时刻", en="blockers from"),
        domain="nonnegative",
    )
    b1, b3, v1, v3, j, K_ = (symbol(n) for n in ("block1", "block3", "V1", "V3", "J", "K"))
    floor = sympy.Piecewise(
        (sympy.Float(gaba_floor(n_Na=2)), sympy.Eq(n_Na.sympy, 2)), (sympy.Float(gaba_floor(n_Na=3)), True)
    )
    Geq, drug = symbol("Geq"), symbol("drug")
    cases = {"one": (b1, 0), "three": (0, b3), "both": (b1, b3)}
    words = {
        "none": ("对照", "control"),
        "one": ("只阻断 GAT-1", "GAT-1 blocked"),
        "three": ("只阻断 GAT-3", "GAT-3 blocked"),
        "both": ("两者都阻断", "both blocked"),
    }

    def uptake(capacity, blocked, G):
        return capacity * (1 - drug * blocked) * (G - Geq) / (K_ + G)

    def micro(G, name):
        return Output(G, rf"G_\mathrm{{{name}}}", "µM", Text(*words[name]))

    # Each state is how far GABA has risen above its level without blockers, which stays where it is.
    states, levels, outputs = {}, {"none": symbol("rest")}, {"G_none": micro(symbol("rest"), "none")}
    for name, (first, third) in cases.items():
        rise = symbol(f"rise_{name}")
        G = levels[name] = symbol("rest") + rise
        # What is not taken up for the blockers, less what all carriers take up more than at rest: exactly zero at rest.
        missing = drug * (first * v1 + third * v3) * (G - Geq) / (K_ + G)
        net = missing - (v1 + v3) * (K_ + Geq) * rise / ((K_ + G) * (K_ + symbol("rest")))
        states[f"rise_{name}"] = State(net, 0, rf"\Delta G_\mathrm{{{name}}}", "µM", Text(*words[name]))
        outputs[f"G_{name}"] = micro(levels[name], name)
    now = symbol("G_both")
    flow = lambda e, tex, zh, en: Output(e, tex, "µM/s", Text(zh=zh, en=en))  # noqa: E731
    current = lambda G: TONIC_MAX * G / (1 + G)  # noqa: E731
    outputs |= {
        "flow_one": flow(uptake(v1, b1, now), "J_1", "经 GAT-1 进入神经元", "through GAT-1 into neurons"),
        "flow_three": flow(uptake(v3, b3, now), "J_3", "经 GAT-3 进入星形胶质细胞", "through GAT-3 into astrocytes"),
        "source": flow(j, "J", "流入细胞外液", "entering the extracellular space"),
        "I_none": Output(
            current(symbol("G_none")), "I", "pA", Text(zh="对照的紧张性电流", en="tonic current, control")
        ),
        "I_both": Output(
            current(now), r"I_{13}", "pA", Text(zh="两者都阻断时的紧张性电流", en="tonic current, both blocked")
        ),
        "fold": Output(
            now / symbol("G_none"), r"G_{13}/G", "", Text(zh="两者都阻断 / 对照", en="both blocked / control")
        ),
        "additive": Output(
            symbol("G_one") + symbol("G_three") - symbol("G_none"),
            r"G_1+G_3-G",
            "µM",
            Text(zh="若两种作用相加", en="if the two effects added"),
        ),
        "lowest": Output(Geq, r"G_\mathrm{eq}", "µM", Text(zh="热力学下限", en="thermodynamic floor")),
    }
    return DynamicalModel(
        "gat_clearance",
        [*carriers, _block(1), _block(3), n_Na, on],
        states=states,
        definitions={
            "Geq": (floor, r"G_\mathrm{eq}"),
            "rest": ((K_ * j + (v1 + v3) * Geq) / (v1 + v3 - j), r"G_\mathrm{rest}"),
        },
        inputs={"drug": (sympy.Piecewise((0, t < on.sympy), (1, True)), r"\theta")},
        outputs=outputs,
        time=Time("s", RUN, samples=302, breakpoints=(on.sympy,)),
        method="rk4",
        substeps=8,
        source="KerosHablitz2005; Michaelis-Menten uptake with its reversal, RichersonWu2003",
    )


gat_clearance_model = register(_clearance())


def gat_block(**values: float) -> dict[str, np.ndarray]:
    """Ambient GABA over five minutes, without blockers, with one of two, and with both.

    Parameters
    ----------
    **values : float
        Parameters of the model ``gat_clearance``: ``V1``, ``V3``, ``J`` (µM/s), ``K`` (µM), ``block1``, ``block3``
        (shares), ``n_Na`` (2 or 3) and ``on_from`` (s).

    Returns
    -------
    dict
        ``t`` in s and every output: concentrations in µM, flows in µM/s, tonic currents in pA.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return gat_clearance_model.solve(**values)


def _tail() -> AlgebraicModel:
    ms = lambda name, tex, default, low, high, step, zh, en: Parameter(  # noqa: E731
        name, tex, "ms", default, low, high, step, Text(zh=zh, en=en), domain="positive"
    )
    time = Parameter(
        "time", "t", "ms", 15, 0, 60, 1, Text(zh="峰后时间", en="time after the peak"), domain="nonnegative"
    )
    receptor = ms(
        "tau_receptor", r"\tau_\mathrm{r}", 5, 2, 6, 0.5, "受体去活化的时间常数", "deactivation of the receptor"
    )
    diffusion = ms("tau_diffusion", r"\tau_\mathrm{d}", 15, 7, 40, 1, "扩散的时间常数", "diffusion")
    uptake = ms("tau_uptake", r"\tau_\mathrm{GAT}", 10, 4, 60, 1, "GAT-1 摄取的时间常数", "uptake by GAT-1")
    pooled = Parameter(
        "pooled",
        "p",
        "",
        0.7,
        0,
        1,
        0.1,
        Text(zh="汇合的 GABA 所占份额", en="share carried by pooled GABA"),
        domain="nonnegative",
    )
    block = Parameter(
        "block1",
        "b_1",
        "",
        1,
        0,
        1,
        0.1,
        Text(zh="GAT-1 被阻断的份额", en="share of GAT-1 blocked"),
        domain="nonnegative",
    )
    s, r, d, u, p, b = (x.sympy for x in (time, receptor, diffusion, uptake, pooled, block))
    tail = lambda left: 1 / (1 / d + left / u)  # noqa: E731
    curve = lambda tau: 100 * ((1 - p) * sympy.exp(-s / r) + p * sympy.exp(-s / tau))  # noqa: E731
    output = lambda e, tex, unit, zh, en: Output(e, tex, unit, Text(zh=zh, en=en))  # noqa: E731
    return AlgebraicModel(
        "ipsc_tail",
        [time, receptor, diffusion, uptake, pooled, block],
        {
            "tail_control": output(
                tail(1), r"\tau_\mathrm{tail,0}", "ms", "拖尾的时间常数，对照", "decay of the tail, control"
            ),
            "tail": output(tail(1 - b), r"\tau_\mathrm{tail}", "ms", "拖尾的时间常数", "decay of the tail"),
            "ipsc_control": output(curve(symbol("tail_control")), "I_0", "%", "IPSC，对照", "IPSC, control"),
            "ipsc": output(curve(symbol("tail")), "I", "%", "IPSC，阻断 GAT-1", "IPSC, GAT-1 blocked"),
            "decay_control": output(
                (1 - p) * r + p * symbol("tail_control"),
                r"\bar\tau_0",
                "ms",
                "平均衰减时间，对照",
                "mean decay time, control",
            ),
            "decay": output((1 - p) * r + p * symbol("tail"), r"\bar\tau", "ms", "平均衰减时间", "mean decay time"),
            "ratio": output(
                symbol("decay") / symbol("decay_control"), r"\bar\tau/\bar\tau_0", "", "延长的倍数", "prolongation"
            ),
        },
        source="KerosHablitz2005; ThompsonGahwiler1992",
    )


ipsc_tail_model = register(_tail())


def ipsc_decay(block1=0.0, pooled=1.0, tau_receptor=5.0, tau_diffusion=15.0, tau_uptake=10.0) -> float | np.ndarray:
    """Mean decay time of an IPSC of which a share is carried by GABA pooled from several sites.

    That share decays with ``1/tau = 1/tau_diffusion + (1 - block1)/tau_uptake``; the rest with the deactivation of the
    receptor, whatever the transporters do.

    Parameters
    ----------
    block1 : float or array_like
        Share of GAT-1 blocked.
    pooled : float or array_like
        Share of the peak carried by pooled GABA.
    tau_receptor, tau_diffusion, tau_uptake : float or array_like
        Time constants in ms.

    Returns
    -------
    float or ndarray
        Charge over peak, in ms.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return ipsc_tail_model.evaluate(
        "decay",
        block1=block1,
        pooled=pooled,
        tau_receptor=tau_receptor,
        tau_diffusion=tau_diffusion,
        tau_uptake=tau_uptake,
    )
