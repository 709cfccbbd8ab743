"""GABA_B receptors: a dimer, a G protein, and the branches that open GIRK, close calcium channels and calm the cyclase.

The chain from receptor to GIRK is that of Destexhe and Sejnowski: GABA activates receptors, active receptors activate
G protein, and four G proteins together open a channel.  The rate constants were fitted at 31 to 35 °C.
"""

from __future__ import annotations

import numpy as np
import sympy

from labsupport.electrochemistry.common import T, concentration, nernst_expression
from labsupport.i18n import Text
from labsupport.modelling import AlgebraicModel, DynamicalModel, Output, Parameter, State, Time, register, symbol

BINDING = sympy.Float("0.52")  # K_1, 1/(mM ms)
UNBINDING = sympy.Float("0.0013")  # K_2, 1/ms
ACTIVATION = sympy.Float("0.098")  # K_3, µM/ms
INACTIVATION = sympy.Float("0.033")  # K_4, 1/ms
HALF_OPEN = 100  # K_D, µM⁴
SITES = 4  # G proteins that open one channel
G_LEAK = 10  # nS, of a cell that rests where its leak reverses
V_REST = -65  # mV
HALF_CALCIUM = 1  # µM of G protein that reaches half of the largest cut of calcium entry; illustrative
HALF_CYCLASE = 1  # µM, likewise for the cyclase
CYCLASE_CUT = sympy.Float("0.7")  # largest fall of the cyclase's activity; illustrative
INSTANT = sympy.Float(1e-6)  # ms
MOST_PULSES = 20
PERCENT = 100


def _switch(name: str, tex: str, default: int, zh: str, en: str) -> Parameter:
    return Parameter(name, tex, "", default, 0, 1, 1, Text(zh=zh, en=en), choices=(0, 1))


K_out = concentration("K", "out", 4, 2, 12, 0.5)
K_in = concentration("K", "in", 140, 100, 160, 5)
g_max = Parameter(
    "g_max", r"\bar g_\mathrm{GIRK}", "nS", 60, 0, 100, 5,
    Text(zh="全部 GIRK 通道的电导", en="conductance of all GIRK channels"), domain="nonnegative",
)  # fmt: skip
power = Parameter(
    "n", "n", "", 4, 1, 5, 0.5, Text(zh="释放随钙的幂次", en="power of calcium in release"), domain="positive"
)


def _open_share(G: sympy.Expr) -> sympy.Expr:
    return G**SITES / (G**SITES + HALF_OPEN)


def _gaba_b() -> DynamicalModel:
    spikes = Parameter(
        "spikes", r"N", "", 10, 1, MOST_PULSES, 1, Text(zh="GABA 脉冲的个数", en="number of GABA pulses"),
        domain="positive",
    )  # fmt: skip
    freq = Parameter(
        "freq", "f", "Hz", 200, 20, 200, 10, Text(zh="脉冲的频率", en="rate of the pulses"), domain="positive"
    )
    peak = Parameter(
        "GABA", r"[\mathrm{GABA}]", "mM", 0.5, 0.02, 0.6, 0.02,
        Text(zh="一个脉冲里的 GABA 浓度", en="GABA during a pulse"), domain="nonnegative",
    )  # fmt: skip
    width = Parameter(
        "width", "w", "ms", 0.3, 0.1, 50, 0.1, Text(zh="一个脉冲的长度", en="length of a pulse"), scale="log",
        domain="positive",
    )  # fmt: skip
    beta_max = Parameter(
        "cut_max", r"\beta_\mathrm{max}", "", 0.5, 0, 0.8, 0.05,
        Text(zh="钙内流最多减少的份额", en="largest share of calcium entry lost"), domain="nonnegative",
    )  # fmt: skip
    B1 = _switch("B1", r"B_1", 1, "有 GABA_B1 亚基", "GABA_B1 present")
    B2 = _switch("B2", r"B_2", 1, "有 GABA_B2 亚基", "GABA_B2 present")
    retention = _switch(
        "retention", r"s_\mathrm{ER}", 1, "GABA_B1 的滞留信号完好", "retention signal of GABA_B1 intact"
    )
    antagonist = _switch("antagonist", "a", 0, "受体拮抗剂", "receptor antagonist")
    PTX = _switch("PTX", r"x_\mathrm{PTX}", 0, "百日咳毒素", "pertussis toxin")
    scavenger = _switch("scavenger", r"x_{\beta\gamma}", 0, "Gβγ 清除剂", "Gβγ scavenger")
    barium = _switch("barium", r"x_\mathrm{Ba}", 0, "Ba²⁺", "Ba²⁺")
    N, f, c, w, bmax, n = (p.sympy for p in (spikes, freq, peak, width, beta_max, power))
    b1, b2, er, ant, ptx, scav, ba = (p.sympy for p in (B1, B2, retention, antagonist, PTX, scavenger, barium))
    t, r, G = symbol("t"), symbol("r"), symbol("G")
    interval = 1000 / f  # ms
    number = sympy.Min(sympy.floor(t / interval), N - 1)
    pulse = sympy.Piecewise((c, t - number * interval < w), (0, True))
    bg = symbol("betagamma")
    p_open, g, left, E_K = symbol("p_open"), symbol("g"), symbol("left"), symbol("E")

    def share(expression, tex: str, zh: str, en: str) -> Output:
        return Output(PERCENT * expression, tex, "%", Text(zh=zh, en=en))

    # Where the input jumps.  A pulse as long as the interval runs into the next one, and pulses beyond N do not come;
    # neither may leave two jumps a rounding apart.
    half = sympy.Rational(1, 2)
    apart = w < interval * (1 - sympy.Float(1e-9))
    starts = [sympy.Piecewise((k * interval, k < N - half), (0, True)) for k in range(1, MOST_PULSES)]
    ends = [
        sympy.Piecewise((k * interval + w, sympy.Or(apart, k + 3 * half > N) & (k < N - half)), (0, True))
        for k in range(MOST_PULSES)
    ]
    return DynamicalModel(
        "gaba_b",
        [
            spikes, freq, peak, width, beta_max, power, K_out, K_in, T, g_max,
            B1, B2, retention, antagonist, PTX, scavenger, barium,
        ],
        states={
            "r": State(
                BINDING * symbol("gaba") * symbol("binds") * (1 - r) - UNBINDING * r,
                0, "r", "", Text(zh="活化受体的份额", en="share of receptors active"),
            ),
            "G": State(
                ACTIVATION * symbol("couples") * r - INACTIVATION * G,
                0, "G", "µM", Text(zh="活化的 G 蛋白", en="activated G protein"),
            ),
        },
        inputs={"gaba": (pulse, r"[\mathrm{GABA}](t)")},
        definitions={
            "at_surface": (b1 * (1 - er * (1 - b2)), "s"),
            "binds": (symbol("at_surface") * (1 - ant), "b"),
            "couples": (b2 * (1 - ptx), "k"),
            "betagamma": (G * (1 - scav), r"G_{\beta\gamma}"),
            "p_open": (_open_share(bg), "p"),
            "g": (g_max.sympy * p_open * (1 - ba), "g"),
            "left": (1 - bmax * bg / (bg + HALF_CALCIUM), r"1-\beta"),
            "E": (nernst_expression(K_out.sympy, K_in.sympy), r"E_\mathrm{K}"),
        },
        outputs={
            "pulses": Output(
                sympy.Min(sympy.floor((t + INSTANT) / interval) + 1, N), r"N(t)", "",
                Text(zh="已有的脉冲数", en="pulses so far"),
            ),
            "surface": share(symbol("at_surface"), "s", "膜上的 GABA_B1", "GABA_B1 at the surface"),
            "active": share(r, "r", "活化的受体", "receptors active"),
            "G_alpha": Output(G, r"G_\alpha", "µM", Text(zh="Gα", en="Gα")),
            "G_betagamma": Output(bg, r"G_{\beta\gamma}", "µM", Text(zh="可用的 Gβγ", en="Gβγ at work")),
            "open": share(p_open * (1 - ba), "p", "开放的 GIRK", "GIRK channels open"),
            "g_GIRK": Output(g, r"g_\mathrm{GIRK}", "nS", Text(zh="GIRK 电导", en="GIRK conductance")),
            "E_K": Output(E_K, r"E_\mathrm{K}", "mV", Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺")),
            "V_m": Output(
                (G_LEAK * V_REST + g * E_K) / (G_LEAK + g), r"V_\mathrm{m}", "mV",
                Text(zh="膜电位", en="membrane potential"),
            ),
            "I_K": Output(
                g * (symbol("V_m") - E_K), r"I_\mathrm{GIRK}", "pA",
                Text(zh="GIRK 电流（外向为正）", en="GIRK current (outward positive)"),
            ),
            "calcium": share(left, r"1-\beta", "余下的钙内流", "calcium entry left"),
            "release": share(left**n, r"(1-\beta)^n", "余下的递质释放", "release left"),
            "cyclase": share(
                1 - CYCLASE_CUT * G / (G + HALF_CYCLASE), "a", "环化酶的活性", "activity of the cyclase"
            ),
        },
        time=Time(
            "ms", 1600, samples=401,
            breakpoints=(*starts, *ends),
        ),
        substeps=4,
        source="DestexheSejnowski1995; ThomsonDestexhe1999",
    )  # fmt: skip


gaba_b_model = register(_gaba_b())


def gaba_b_response(**values: object) -> dict[str, np.ndarray]:
    """The chain from GABA pulses to GIRK, calcium channels and cyclase, over 1.6 s [DestexheSejnowski1995].

    r' = K1 [GABA] (1 - r) - K2 r,  G' = K3 r - K4 G,  g = g_max G^4 / (G^4 + K_D).

    Parameters
    ----------
    **values : float or array_like
        Any of ``spikes`` (whole number up to 20), ``freq`` (Hz), ``GABA`` (mM), ``width`` (ms), ``cut_max`` and ``n``
        (calcium branch), ``K_out``, ``K_in`` (mM), ``T`` (K), ``g_max`` (nS), and the switches ``B1``, ``B2``,
        ``retention``, ``antagonist``, ``PTX``, ``scavenger``, ``barium`` (0 or 1).

    Returns
    -------
    dict of str to ndarray
        ``t`` in ms; ``surface``, ``active``, ``open``, ``calcium``, ``release`` and ``cyclase`` in percent;
        ``G_alpha`` and ``G_betagamma`` in µM; ``g_GIRK`` in nS, ``I_K`` in pA (outward positive), ``V_m`` and ``E_K``
        in mV.

    Raises
    ------
    ModelValueError
        If a name is unknown, or a value is not a number or is physically impossible.
    """
    return gaba_b_model.integrate(**values)


def _girk_current() -> AlgebraicModel:
    G = Parameter(
        "G", "G", "µM", 1.4, 0, 5, 0.05, Text(zh="活化的 G 蛋白", en="activated G protein"), domain="nonnegative"
    )
    V = Parameter("V_m", r"V_\mathrm{m}", "mV", V_REST, -130, 0, 1, Text(zh="膜电位", en="membrane potential"))
    E_K, g = symbol("E_K"), symbol("g")
    return AlgebraicModel(
        "girk_current",
        [G, g_max, V, K_out, K_in, T],
        {
            "open_share": Output(
                _open_share(G.sympy), r"\frac{G^4}{G^4+K_\mathrm{D}}", "",
                Text(zh="开放的份额", en="share of channels open"),
            ),
            "g": Output(
                g_max.sympy * symbol("open_share"), r"g_\mathrm{GIRK}", "nS",
                Text(zh="GIRK 电导", en="GIRK conductance"),
            ),
            "E_K": Output(
                nernst_expression(K_out.sympy, K_in.sympy), r"E_\mathrm{K}", "mV",
                Text(zh="K⁺ 的平衡电位", en="equilibrium potential of K⁺"),
            ),
            "I": Output(
                g * (V.sympy - E_K), r"I_\mathrm{GIRK}", "pA",
                Text(zh="GIRK 电流（外向为正）", en="GIRK current (outward positive)"),
            ),
            "V_steady": Output(
                (G_LEAK * V_REST + g * E_K) / (G_LEAK + g), r"V_\infty", "mV",
                Text(zh="稳态膜电位", en="steady membrane potential"),
            ),
        },
        source="DestexheSejnowski1995",
    )  # fmt: skip


girk_current_model = register(_girk_current())


def girk_open_share(G) -> float | np.ndarray:
    """Share of GIRK channels open at `G` µM of activated G protein: G^4 / (G^4 + 100 µM^4) [DestexheSejnowski1995].

    Parameters
    ----------
    G : float or array_like
        Activated G protein in µM, 0 or more.

    Returns
    -------
    float or ndarray
        Between 0 and 1.

    Raises
    ------
    ModelValueError
        If a value is not a number or is negative.
    """
    return girk_current_model.evaluate("open_share", G=G)


def girk_current(G=1.4, V_m=-65.0, K_out=4.0, K_in=140.0, g_max=60.0, T=310.0) -> float | np.ndarray:
    """Current through GIRK channels at a clamped voltage, outward positive.

    The conductance is taken as ohmic; real GIRK channels rectify and pass less outward current than that.

    Parameters
    ----------
    G : float or array_like
        Activated G protein in µM.
    V_m : float or array_like
        Membrane potential in mV.
    K_out, K_in : float or array_like
        Concentrations in mM.
    g_max : float or array_like
        Conductance with every channel open, in nS.
    T : float or array_like
        Absolute temperature in K.

    Returns
    -------
    float or ndarray
        Current in pA.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return girk_current_model.evaluate("I", G=G, V_m=V_m, K_out=K_out, K_in=K_in, g_max=g_max, T=T)


def _calcium_and_release() -> AlgebraicModel:
    left = Parameter(
        "calcium", r"1-\beta", "", 0.7, 0.1, 1, 0.01, Text(zh="余下的钙内流（份额）", en="share of calcium entry left"),
        scale="log", domain="nonnegative",
    )  # fmt: skip
    direct = Parameter(
        "direct", "s", "", 0, 0, 0.8, 0.05,
        Text(zh="不经过钙的抑制（份额）", en="inhibition that does not go through calcium"), domain="nonnegative",
    )  # fmt: skip
    x, s = left.sympy, direct.sympy
    return AlgebraicModel(
        "calcium_and_release",
        [left, power, direct],
        {
            "release": Output(
                x**power.sympy * (1 - s), r"(1-\beta)^n(1-s)", "", Text(zh="余下的释放", en="release left")
            ),
            "cut": Output(1 - x, r"\beta", "", Text(zh="减少的钙内流", en="calcium entry lost")),
            "lost": Output(
                1 - symbol("release"), r"1-(1-\beta)^n(1-s)", "", Text(zh="减少的释放", en="release lost")
            ),
            "half": Output(
                1 - sympy.Float(0.5) ** (1 / power.sympy), r"1-2^{-1/n}", "",
                Text(zh="使释放减半所需的钙内流减少", en="cut of calcium entry that halves release"),
            ),
        },
        source="DodgeRahamimoff1967; WuSaggau1997",
    )  # fmt: skip


calcium_and_release_model = register(_calcium_and_release())


def release_left(calcium, n=4.0, direct=0.0) -> float | np.ndarray:
    """Release left, as a share, when `calcium` of the calcium entry is left: calcium**n [DodgeRahamimoff1967].

    Parameters
    ----------
    calcium : float or array_like
        Share of calcium entry left, 0 or more.
    n : float or array_like
        Power of calcium, 3 to 4 at most synapses.
    direct : float or array_like
        Share of release lost besides, by an action that does not go through calcium.

    Returns
    -------
    float or ndarray
        Share of the release without inhibition.

    Raises
    ------
    ModelValueError
        If a value is not a number or is physically impossible.
    """
    return calcium_and_release_model.evaluate("release", calcium=calcium, n=n, direct=direct)
