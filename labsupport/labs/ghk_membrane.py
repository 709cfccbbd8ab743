"""The membrane potential of a cell permeable to K+, Na+ and Cl-, against K+ outside."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside, potential

_REST = {"K_out": 5, "K_in": 140, "Na_out": 145, "Na_in": 15, "Cl_out": 150, "Cl_in": 10}


def _permeability(ion: str, default: float) -> Slider:
    return Slider(
        f"P_{ion}",
        default=default,
        maximum=1,
        step=0.005,
        label=Text(zh=f"*P*_{{{ion}}}（相对值）", en=f"*P*_{{{ion}}} (relative)"),
    )


def _state(zh: str, en: str, K: float, Na: float, Cl: float, **values: float) -> Option:
    return Option(Text(zh=zh, en=en), {**_REST, "P_K": K, "P_Na": Na, "P_Cl": Cl, **values})


lab = Lab(
    id="ghk_membrane",
    title=Text(zh="三种离子的膜：GHK 电位", en="A membrane with three ions: the GHK potential"),
    teaches=Text(
        zh="膜电位落在几种离子的平衡电位之间，离谁更近由通透性与浓度共同决定。",
        en="The membrane potential lies among the equilibrium potentials; permeability and concentration "
        "together decide which is near.",
    ),
    model="ghk_membrane",
    sliders=[
        Slider("K_out", label=outside("K")),
        _permeability("K", 1),
        _permeability("Na", 0.04),
        _permeability("Cl", 0.45),
        Slider("K_in", label=inside("K")),
        Slider("Na_out", label=outside("Na")),
        Slider("Na_in", label=inside("Na")),
        Slider("Cl_out", label=outside("Cl")),
        Slider("Cl_in", label=inside("Cl")),
        Slider("T", minimum=290, maximum=315, label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        _state("静息", "Rest", 1, 0.04, 0.45),
        _state("动作电位峰值", "Action potential peak", 0.05, 1, 0.02),
        _state("高 K⁺ 浴液", "High K⁺ bath", 1, 0.04, 0.45, K_out=50),
        _state("去掉 Na⁺ 通透性", "No Na⁺ permeability", 1, 0, 0.45),
        _state("只通 K⁺（近似胶质细胞）", "K⁺ only (nearly glia)", 1, 0, 0),
        _state("只通 Cl⁻", "Cl⁻ only", 0, 0, 0.45),
    ],
    prediction=Prediction(
        question=Text(
            zh="胞外 K⁺ 从 5 mM 升到 50 mM，*E*_{K} 移动 61.5 mV。静息膜还通透 Na⁺ 和 Cl⁻，膜电位移动多少？",
            en="Raise K⁺ outside from 5 to 50 mM and *E*_{K} moves by 61.5 mV. The resting membrane also lets "
            "Na⁺ and Cl⁻ "
            "through. How far does the membrane potential move?",
        ),
        options=[
            Text(zh="同样 61.5 mV：K⁺ 的通透性最大", en="The same 61.5 mV: K⁺ dominates"),
            Text(zh="少一些，约 37 mV", en="Less, about 37 mV"),
            Text(zh="几乎不动：Na⁺ 和 Cl⁻ 把它拉住", en="Hardly at all: Na⁺ and Cl⁻ hold it"),
        ],
        answer=1,
        explanation=Text(
            zh="膜电位从 −69.7 mV 升到 −33.1 mV，只移动 36.6 mV。GHK 方程先把各离子的通透性与浓度之积相加，再取对数："
            "5 mM 时 K⁺ 那一项只占分子的三分之一，曲线的斜率也就只有 *E*_{K} 的三分之一；K⁺ 越多，斜率越接近 "
            "*E*_{K} 的斜率。",
            en="It goes from −69.7 to −33.1 mV, a move of 36.6 mV. GHK adds permeability times concentration for "
            "every ion and takes the logarithm afterwards: at 5 mM the K⁺ term is only a third of the numerator, "
            "so the "
            "slope is a third of *E*_{K}'s; the more K⁺, the closer the slope comes to that of *E*_{K}.",
        ),
        values={**_REST, "P_K": 1, "P_Na": 0.04, "P_Cl": 0.45, "K_out": 50},
    ),
    views=[
        Panel(
            id="potential",
            title=Text(zh="膜电位与胞外 K⁺", en="Membrane potential against K⁺ outside"),
            x=Axis(
                label=Text(zh="胞外 K⁺ 浓度", en="K⁺ outside"),
                unit="mM",
                parameter="K_out",
                low=0.5,
                high=150,
                scale="log",
            ),
            y=Axis(label=Text(zh="膜电位", en="membrane potential"), unit="mV", low=-150, high=100),
            traces=[
                Trace("E_Na", potential("Na"), color="ion-Na", dash="dotted"),
                Trace("E_Cl", potential("Cl"), color="ion-Cl", dash="dashed"),
                Trace("E_K", potential("K"), color="ion-K", dash="dashdot"),
                Trace("V_m", "*V*_{m}", color="series-1"),
            ],
            markers=[Marker("V_m", color="series-1")],
            height=400,
        ),
    ],
    readouts=[
        Readout("V_m", Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}"), color="series-1"),
        Readout("E_K", Text(zh="*E*_{K}", en="*E*_{K}"), color="ion-K"),
        Readout("E_Na", Text(zh="*E*_{Na}", en="*E*_{Na}"), color="ion-Na"),
        Readout("E_Cl", Text(zh="*E*_{Cl}", en="*E*_{Cl}"), color="ion-Cl"),
        Readout("DF_K", Text(zh="K⁺ 的驱动力", en="Driving force on K⁺"), Format(decimals=1, sign=True)),
        Readout("slope", Text(zh="此处斜率（胞外 K⁺ 每差十倍）", en="Slope here, per tenfold K⁺")),
    ],
    phrases=[
        Phrase(
            "K_flow",
            of="DF_K",
            negative=Text(zh="K⁺ 净流入", en="K⁺ flows in"),
            zero=Text(zh="K⁺ 没有净流动", en="K⁺ has no net flow"),
            positive=Text(zh="K⁺ 净流出", en="K⁺ flows out"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="膜电位对胞外 K⁺（对数轴）的曲线：高 K⁺ 时贴近 E_K 直线，低 K⁺ 时变平。另有 E_Na = {E_Na}、E_Cl = "
        "{E_Cl} 两条水平线。"
        "标记点：胞外 K⁺ {K_out}，通透性 K {P_K}、Na {P_Na}、Cl {P_Cl}，膜电位 {V_m}，E_K = {E_K}，{K_flow}，"
        "此处每十倍 K⁺ 改变 {slope}。",
        en="Membrane potential against K⁺ outside (logarithmic axis): the curve runs near the straight line of "
        "E_K at high K⁺ and flattens at low K⁺; horizontal lines mark E_Na = {E_Na} and E_Cl = {E_Cl}. Marked "
        "point: K⁺ outside "
        "{K_out}, "
        "permeabilities K {P_K}, Na {P_Na}, Cl {P_Cl}; membrane potential {V_m}, E_K = {E_K}, {K_flow}; slope "
        "here {slope} "
        "per tenfold K⁺.",
    ),
    response=[
        Response("K_out", "V_m", +1),
        Response("P_Na", "V_m", +1),
        Response("K_out", "E_K", +1),
        Response("Cl_in", "E_Cl", +1),
        Response("K_out", "E_Na", 0),
    ],
)
