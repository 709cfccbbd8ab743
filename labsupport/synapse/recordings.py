"""Three recordings from one voltage-clamped neuron, in which drugs that act on GABA leave their marks.

A cell like a granule cell of the dentate gyrus, held at −40 mV with glutamate receptors blocked: an evoked IPSC, the
holding current while a drug and then a saturating blocker of GABA_A receptors are washed in, and the slow IPSC after a
train.  The receptor's states are those of `gaba_a`, the chain to GIRK that of `gaba_b`, clearance that of
`gaba_transporters`, and the drugs act as they do there.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.electrochemistry.common import T, nernst_expression
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol, t
from labsupport.synapse.common import Cl_in, Cl_out
from labsupport.synapse.gaba_a import (
    BENZODIAZEPINE,
    CLOSING,
    DESENSITISING,
    GABOXADOL,
    K_OFF,
    K_ON,
    NEUROSTEROID,
    OPENING,
    RECOVERING,
    gabaa_receptors_model,
    open_delta,
)
from labsupport.synapse.gaba_b import (
    ACTIVATION,
    BINDING,
    HALF_CALCIUM,
    HALF_OPEN,
    INACTIVATION,
    SITES,
    UNBINDING,
    K_in,
    K_out,
    gaba_b_model,
)
from labsupport.synapse.gaba_transporters import ambient_gaba_model, ipsc_tail_model

STIMULUS = 10  # ms before the first stimulus
CLEFT, PULSE = 1000, sympy.Float("0.4")  # µM and ms of GABA in the cleft
POOLED = 60  # µM that a stimulus leaves between the synapses
IPSC_RUN = 120
TRAIN, INTERVAL, SLOW_RUN = 5, 10, 1000  # stimuli, ms, ms
EC50_DELTA, EFFICACY_DELTA = (
    gabaa_receptors_model.parameter(name).default for name in ("EC50_delta", "efficacy_delta")
)
DRUG_AT, BLOCKER_AT, HOLDING_RUN = 60, 180, 240  # s
WASH_IN = 12  # s
# The largest share of calcium entry lost, and the power by which release follows calcium.
LARGEST_CUT, POWER = (gaba_b_model.parameter(name).default for name in ("cut_max", "n"))


def _plain(name: str, tex: str, unit: str, default, low, high, step, zh: str, en: str, domain="nonnegative"):
    return Parameter(name, tex, unit, default, low, high, step, Text(zh=zh, en=en), domain=domain)


V_HOLD = Parameter("V_hold", r"V_\mathrm{hold}", "mV", -40, -60, -20, 1, Text(zh="钳制电位", en="holding potential"))
OCCUPIED = _plain(
    "occupied", r"o", "", 0, 0, 1, 0.05, "被竞争性拮抗剂占住的 GABA_A 受体", "GABA_A receptors held by an antagonist"
)
BLOCK1 = _plain("block1", "b_1", "", 0, 0, 1, 0.05, "GAT-1 被阻断的份额", "share of GAT-1 blocked")
BLOCKED_B = _plain(
    "blocked_B", r"a", "", 0, 0, 1, 0.05, "被拮抗剂占住的 GABA_B 受体", "GABA_B receptors held by an antagonist"
)
AGONIST_B = _plain(
    "agonist_B",
    r"r_0",
    "",
    0,
    0,
    0.6,
    0.05,
    "激动剂使之活化的 GABA_B 受体",
    "GABA_B receptors kept active by an agonist",
)


def _conductance(name: str, tex: str, default, low, high, zh: str, en: str) -> Parameter:
    return _plain(name, tex, "nS", default, low, high, 0.5, zh, en)


def _chloride() -> sympy.Expr:
    return nernst_expression(Cl_out.sympy, Cl_in.sympy, -1)


def _potassium() -> sympy.Expr:
    return nernst_expression(K_out.sympy, K_in.sympy)


def _taken(model: AlgebraicModel, output: str, **changed: object) -> sympy.Expr:
    """An output of another section's model, its parameters at their defaults but for those changed."""
    return model.expression(output, **({p.name: p.default for p in model.parameters} | changed))


def _open_girk(G) -> sympy.Expr:
    return G**SITES / (G**SITES + HALF_OPEN)


def _active(r) -> sympy.Expr:
    """G protein in a steady state with the share `r` of GABA_B receptors active."""
    return ACTIVATION / INACTIVATION * r


def _released(r) -> sympy.Expr:
    """Share of the release left while a share `r` of the GABA_B receptors of the terminal is active."""
    G = _active(r)
    return (1 - LARGEST_CUT * G / (G + HALF_CALCIUM)) ** POWER


def _clearance(block) -> sympy.Expr:
    """Time constant in ms with which pooled GABA leaves."""
    return _taken(ipsc_tail_model, "tail", block1=block)


def _ambient(block) -> sympy.Expr:
    """GABA in µM outside the cells while a share of GAT-1 is blocked."""
    return _taken(ambient_gaba_model, "without_one", block1=block)


def _pool(start, tau) -> sympy.Expr:
    return sympy.Piecewise((0, t < start), (sympy.exp(-sympy.Max(t - start, 0) / tau), True))


def _current(expression, tex: str, zh: str, en: str) -> Output:
    return Output(expression, tex, "pA", Text(zh=zh, en=en))


def _evoked() -> DynamicalModel:
    g_syn = _conductance(
        "g_syn", r"g_\mathrm{syn}", 12, 6, 20, "全部突触受体的电导", "conductance of all synaptic receptors"
    )
    s, k, released = BENZODIAZEPINE.sympy, NEUROSTEROID.sympy, symbol("released")
    one, two, opened, asleep = (symbol(name) for name in ("one", "two", "opened", "asleep"))
    free, c = symbol("free"), symbol("c")
    first, second, opening, sleeping = (symbol(name) for name in ("first", "second", "opening", "sleeping"))
    there = sympy.And(t >= STIMULUS, t < STIMULUS + PULSE)
    state = lambda rate, tex, zh, en: State(rate, 0, tex, "", Text(zh=zh, en=en))  # noqa: E731
    return DynamicalModel(
        "evoked_ipsc",
        [g_syn, V_HOLD, Cl_out, Cl_in, T, BENZODIAZEPINE, NEUROSTEROID, OCCUPIED, BLOCK1, AGONIST_B],
        states={
            "one": state(first - second, "A", "结合一个 GABA", "one GABA bound"),
            "two": state(second - opening - sleeping, "A_2", "结合两个 GABA", "two GABA bound"),
            "opened": state(opening, "O", "开放", "open"),
            "asleep": state(sleeping, "D", "脱敏", "desensitised"),
        },
        inputs={
            "pulse": (sympy.Piecewise((CLEFT, there), (0, True)), "c_1"),
            "pool": (_pool(STIMULUS, _clearance(BLOCK1.sympy)), "c_2"),
        },
        definitions={
            "released": (_released(AGONIST_B.sympy), r"(1-\beta)^4"),
            "c": (symbol("pulse") + POOLED * released * symbol("pool"), "c"),
            "free": (1 - one - two - opened - asleep, "R"),
            "first": (2 * K_ON * c * free - K_OFF / s * one, "j_1"),
            "second": (K_ON * c * one - 2 * K_OFF / s * two, "j_2"),
            "opening": (OPENING * k * two - CLOSING * opened, "j_O"),
            "sleeping": (DESENSITISING * two - RECOVERING * asleep, "j_D"),
        },
        outputs={
            "E_GABA": Output(_chloride(), r"E_\mathrm{GABA}", "mV", Text(zh="GABA_A 的反转电位", en="GABA_A reversal")),
            # Fewer quanta reach fewer synapses, each of them filled as before.
            "I_fast": _current(
                g_syn.sympy * released * (1 - OCCUPIED.sympy) * opened * (V_HOLD.sympy - symbol("E_GABA")),
                r"I_\mathrm{IPSC}", "诱发的 IPSC（外向为正）", "evoked IPSC (outward positive)",
            ),
        },
        time=Time("ms", IPSC_RUN, samples=241, breakpoints=(sympy.Integer(STIMULUS), STIMULUS + PULSE)),
        method="rk4",
        substeps=16,
        source="Destexhe1998; KerosHablitz2005; drugs as in gabaa_states",
    )  # fmt: skip


evoked_ipsc_model = register(_evoked())


def evoked_ipsc(**values: float) -> dict[str, np.ndarray]:
    """The IPSC that one stimulus evokes in a clamped cell, over 120 ms; the stimulus comes at 10 ms.

    Parameters
    ----------
    **values : float
        Parameters of the model ``evoked_ipsc``: ``g_syn`` (nS), ``V_hold`` (mV), ``Cl_out``, ``Cl_in`` (mM), ``T`` (K),
        ``benzodiazepine`` and ``neurosteroid`` (factors of affinity and of the opening rate), and the shares
        ``occupied`` (GABA_A receptors held by an antagonist), ``block1`` (GAT-1 blocked) and ``agonist_B`` (GABA_B
        receptors kept active).

    Returns
    -------
    dict
        ``t`` in ms, ``I_fast`` in pA (outward positive) and ``E_GABA`` in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return evoked_ipsc_model.integrate(**values)


def _holding() -> AlgebraicModel:
    time = _plain("time", "t", "s", 0, 0, HOLDING_RUN, 1, "时间", "time")
    g_tonic = _conductance(
        "g_tonic", r"g_\mathrm{tonic}", 1, 0.5, 2, "无药时的紧张性电导", "tonic conductance without drugs"
    )
    g_rest = _conductance("g_rest", r"g_\mathrm{rest}", 2, 1, 4, "其余的电导", "all other conductance")
    g_girk = _conductance(
        "g_GIRK", r"\bar g_\mathrm{GIRK}", 20, 10, 40, "全部 GIRK 的电导", "conductance of all GIRK channels"
    )
    s, wash, block = time.sympy, symbol("wash"), symbol("block")
    k = 1 + (NEUROSTEROID.sympy - 1) * wash
    since = lambda start: 1 - sympy.exp(-sympy.Max(s - start, 0) / WASH_IN)  # noqa: E731
    delta = lambda c, k, x: open_delta(c, EC50_DELTA, EFFICACY_DELTA, k, x)  # noqa: E731
    drive = V_HOLD.sympy - symbol("E_GABA")
    pA = _current
    return AlgebraicModel(
        "holding_current",
        [
            time, g_tonic, g_rest, g_girk, V_HOLD, Cl_out, Cl_in, K_out, K_in, T,
            NEUROSTEROID, GABOXADOL, OCCUPIED, BLOCK1, AGONIST_B,
        ],
        {
            "wash": Output(since(DRUG_AT), "w", "", Text(zh="药物到位的份额", en="share of the drug that has come")),
            "block": Output(
                since(BLOCKER_AT), "x", "", Text(zh="阻断剂到位的份额", en="share of the blocker that has come")
            ),
            "E_GABA": Output(_chloride(), r"E_\mathrm{GABA}", "mV", Text(zh="GABA_A 的反转电位", en="GABA_A reversal")),
            "ambient": Output(
                _ambient(BLOCK1.sympy * wash), r"[\mathrm{GABA}]", "µM", Text(zh="细胞外液的 GABA", en="ambient GABA")
            ),
            "I_tonic": pA(
                g_tonic.sympy * drive * (1 - OCCUPIED.sympy * wash) * (1 - block)
                * delta(symbol("ambient"), k, GABOXADOL.sympy * wash)
                / delta(_ambient(0), 1, 0),
                r"I_\mathrm{tonic}", "紧张性电流", "tonic current",
            ),
            "I_GIRK": pA(
                g_girk.sympy * _open_girk(_active(AGONIST_B.sympy * wash)) * (V_HOLD.sympy - _potassium()),
                r"I_\mathrm{GIRK}", "激动剂引起的 GIRK 电流", "GIRK current of the agonist",
            ),
            "I_hold": pA(
                symbol("I_tonic") + symbol("I_GIRK") + g_rest.sympy * (V_HOLD.sympy + 65),
                r"I_\mathrm{hold}", "维持电流（外向为正）", "holding current (outward positive)",
            ),
        },
        source="FarrantNusser2005; drugs as in gabaa_receptors; DestexheSejnowski1995",
    )  # fmt: skip


holding_current_model = register(_holding())


def holding_current(time=0.0, **values: float) -> dict[str, float | np.ndarray]:
    """Holding current while a drug, from 60 s, and a saturating blocker of GABA_A receptors, from 180 s, wash in.

    Parameters
    ----------
    time : float or array_like
        Time in s.
    **values : float
        Other parameters of the model ``holding_current``: ``g_tonic``, ``g_rest``, ``g_GIRK`` (nS), ``V_hold`` (mV),
        ``Cl_out``, ``Cl_in``, ``K_out``, ``K_in`` (mM), ``T`` (K), ``neurosteroid`` (a factor), ``gaboxadol`` (µM) and
        the shares ``occupied``, ``block1`` and ``agonist_B``.

    Returns
    -------
    dict
        ``I_hold``, ``I_tonic`` and ``I_GIRK`` in pA (outward positive), ``ambient`` GABA in µM, ``E_GABA`` in mV, and
        the shares of drug (``wash``) and blocker (``block``) that have come.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return holding_current_model(time=time, **values)


def _slow() -> DynamicalModel:
    g_girk = _conductance(
        "g_GIRK", r"\bar g_\mathrm{GIRK}", 20, 10, 40, "全部 GIRK 的电导", "conductance of all GIRK channels"
    )
    r, G = symbol("r"), symbol("G")
    agonist, antagonist = AGONIST_B.sympy, BLOCKED_B.sympy
    start = agonist * (1 - antagonist) / (1 - agonist * antagonist)  # active before the first stimulus
    times = [STIMULUS + INTERVAL * i for i in range(TRAIN)]
    pool = sympy.Add(*(_pool(at, _clearance(BLOCK1.sympy)) for at in times))
    return DynamicalModel(
        "slow_ipsc",
        [g_girk, V_HOLD, K_out, K_in, T, BLOCK1, BLOCKED_B, AGONIST_B],
        states={
            "r": State(
                (symbol("binding") * symbol("gaba") + UNBINDING * agonist / (1 - agonist)) * (1 - r) * (1 - antagonist)
                - UNBINDING * r,
                start, "r", "", Text(zh="活化受体的份额", en="share of receptors active"),
            ),
            "G": State(
                ACTIVATION * r - INACTIVATION * G, _active(start), "G", "µM",
                Text(zh="活化的 G 蛋白", en="activated G protein"),
            ),
        },
        inputs={"pool": (pool, "c_2")},
        definitions={
            "binding": (BINDING * sympy.Float("0.001"), "K_1"),  # 1/(µM ms)
            "gaba": (POOLED * _released(start) * symbol("pool"), "c"),
        },
        outputs={
            "E_K": Output(
                _potassium(), r"E_\mathrm{K}", "mV", Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺")
            ),
            # The record starts from the holding current, so that of the agonist is taken off.
            "I_slow": _current(
                g_girk.sympy * (_open_girk(G) - _open_girk(_active(start))) * (V_HOLD.sympy - symbol("E_K")),
                r"I_\mathrm{slow}", "慢 IPSC（外向为正）", "slow IPSC (outward positive)",
            ),
        },
        time=Time("ms", SLOW_RUN, samples=251, breakpoints=tuple(sympy.Integer(at) for at in times)),
        method="rk4",
        substeps=4,
        source="DestexheSejnowski1995; KerosHablitz2005",
    )  # fmt: skip


slow_ipsc_model = register(_slow())


def slow_ipsc(**values: float) -> dict[str, np.ndarray]:
    """The slow IPSC after five stimuli at 100 Hz, over one second, with GABA_A receptors blocked.

    Parameters
    ----------
    **values : float
        Parameters of the model ``slow_ipsc``: ``g_GIRK`` (nS), ``V_hold`` (mV), ``K_out``, ``K_in`` (mM), ``T`` (K)
        and the shares ``block1`` (GAT-1 blocked), ``blocked_B`` (GABA_B receptors held by an antagonist) and
        ``agonist_B`` (kept active by an agonist).

    Returns
    -------
    dict
        ``t`` in ms, ``I_slow`` in pA (outward positive, from the holding current) and ``E_K`` in mV.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return slow_ipsc_model.integrate(**values)
