"""Donnan equilibrium as impermeant ions are added to one side."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Bar,
    Bars,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Part,
    Phrase,
    Prediction,
    Readout,
    Response,
    Slider,
    Trace,
)

_BASE = {"c_out": 100, "impermeant": 150, "z_impermeant": -1, "trapped_outside": 0, "T": 310}

lab = Lab(
    id="donnan_titration",
    title=Text(zh="唐南平衡：逐步加入不通透的离子", en="Donnan equilibrium: adding impermeant ions"),
    lead=Text(
        zh="膜让 K⁺ 和 Cl⁻ 通过，胞内另有不通透的离子。水暂不流动。",
        en="The membrane passes K⁺ and Cl⁻; the inside also holds ions that cannot cross. Water is held back.",
    ),
    teaches=Text(
        zh="不通透的离子不耗能量就能维持一个电位，K⁺ 和 Cl⁻ 共用同一个比值。",
        en="Ions that cannot cross keep up a voltage at no cost, with one ratio shared by K⁺ and Cl⁻.",
    ),
    model="donnan",
    sliders=[
        Slider("impermeant", label=Text(zh="胞内不通透离子", en="Impermeant ions inside")),
        Slider("z_impermeant", label=Text(zh="其平均价数", en="Their mean valence")),
        Slider("c_out", format=Format(decimals=1), label=Text(zh="胞外 KCl", en="KCl outside")),
        Slider("trapped_outside", label=Text(zh="胞外不通透阳离子", en="Impermeant cations outside")),
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="150 mM，−1 价", en="150 mM, valence −1"), _BASE),
        Option(Text(zh="没有不通透离子", en="No impermeant ions"), {**_BASE, "impermeant": 0}),
        Option(Text(zh="多价蛋白质", en="Highly charged protein"), {**_BASE, "impermeant": 20, "z_impermeant": -10}),
        Option(Text(zh="不通透的阳离子", en="Impermeant cations"), {**_BASE, "z_impermeant": 1}),
        Option(Text(zh="胞外也有不通透离子", en="Impermeant ions on both sides"), {**_BASE, "trapped_outside": 150}),
    ],
    prediction=Prediction(
        question=Text(
            zh="胞外 KCl 100 mM，胞内加入 150 mM 一价不通透阴离子。平衡时胞内 K⁺ 与 Cl⁻ 各是多少？",
            en="KCl outside is 100 mM; 150 mM of an impermeant monovalent anion is added inside. What are K⁺ and "
            "Cl⁻ inside at "
            "equilibrium?",
        ),
        options=[
            Text(zh="K⁺ 250 mM，Cl⁻ 100 mM：阴离子带来等量 K⁺", en="250 and 100 mM: the anion brings its K⁺ along"),
            Text(zh="K⁺ 200 mM，Cl⁻ 50 mM", en="200 and 50 mM"),
            Text(zh="K⁺ 100 mM，Cl⁻ 100 mM：能过膜的都会扩散均匀", en="100 and 100 mM: what can cross evens out"),
        ],
        answer=1,
        explanation=Text(
            zh="电中性要求 K⁺ = Cl⁻ + 150；两种离子处在同一电位，要求 [K⁺][Cl⁻] 两侧相等。200 × 50 = 100 × 100，"
            "电位 −18.5 mV。",
            en="Electroneutrality asks for K⁺ = Cl⁻ + 150, and one potential for both ions asks for equal "
            "products [K⁺][Cl⁻]: "
            "200 × 50 = 100 × 100, at −18.5 mV.",
        ),
        values=_BASE,
    ),
    views=[
        Bars(
            id="concentrations",
            title=Text(zh="两侧的离子", en="Ions on both sides"),
            axis=Axis(
                label=Text(zh="浓度（总和即渗透浓度）", en="concentration (their sum is the osmolarity)"),
                unit="mM",
                low=0,
                high=800,
            ),
            bars=[
                Bar(
                    Text(zh="胞内", en="inside"),
                    [
                        Part("K_in", "K⁺", "ion-K"),
                        Part("Cl_in", "Cl⁻", "ion-Cl"),
                        Part("impermeant", Text(zh="不通透", en="impermeant"), "muted", hollow=True),
                    ],
                ),
                Bar(
                    Text(zh="胞外", en="outside"),
                    [
                        Part("c_out", "K⁺", "ion-K"),
                        Part("Cl_out", "Cl⁻", "ion-Cl"),
                        Part("trapped_outside", Text(zh="不通透", en="impermeant"), "muted", hollow=True),
                    ],
                ),
            ],
        ),
        Panel(
            id="titration",
            title=Text(zh="唐南电位与不通透离子", en="Donnan potential against impermeant ions"),
            x=Axis(
                label=Text(zh="胞内不通透离子", en="impermeant ions inside"),
                unit="mM",
                parameter="impermeant",
                low=0,
                high=300,
            ),
            y=Axis(label=Text(zh="唐南电位", en="Donnan potential"), unit="mV", include=(-35, 5)),
            traces=[Trace("V_m", "*V*_{m}", color="series-1")],
            markers=[Marker("V_m", color="series-1")],
            height=240,
        ),
    ],
    readouts=[
        Readout("V_m", Text(zh="唐南电位", en="Donnan potential"), color="series-1"),
        Readout("ratio", Text(zh="唐南比 *r*", en="Donnan ratio *r*"), Format(decimals=2)),
        Readout("K_in", Text(zh="胞内 K⁺", en="K⁺ inside"), Format(decimals=1), color="ion-K"),
        Readout("Cl_in", Text(zh="胞内 Cl⁻", en="Cl⁻ inside"), Format(decimals=1), color="ion-Cl"),
        Readout("excess", Text(zh="胞内渗透浓度超出", en="Osmotic excess inside"), Format(decimals=1, sign=True)),
        Readout("pressure", Text(zh="相应的渗透压", en="Osmotic pressure"), Format(decimals=0, sign=True)),
    ],
    phrases=[
        Phrase(
            "water",
            of="excess",
            negative=Text(zh="水趋于流出", en="water would leave"),
            zero=Text(zh="水不流动", en="water would stay"),
            positive=Text(zh="水趋于流入", en="water would enter"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="条形图：胞内 K⁺ {K_in}、Cl⁻ {Cl_in}、不通透离子 {impermeant}；胞外 K⁺ {c_out}、Cl⁻ {Cl_out}、"
        "不通透阳离子 {trapped_outside}。"
        "胞内渗透浓度超出 {excess}，{water}。下图：唐南电位随不通透离子增多而变，现为 {V_m}，唐南比 {ratio}。",
        en="Bars: inside K⁺ {K_in}, Cl⁻ {Cl_in}, impermeant ions {impermeant}; outside K⁺ {c_out}, Cl⁻ {Cl_out}, "
        "impermeant "
        "cations {trapped_outside}. The osmotic excess inside is {excess}: {water}. Below: the Donnan potential "
        "against the "
        "impermeant ions, now {V_m} at a Donnan ratio of {ratio}.",
    ),
    response=[
        Response("impermeant", "V_m", -1),
        Response("impermeant", "K_in", +1),
        Response("impermeant", "Cl_in", -1),
        Response("c_out", "V_m", +1),
        Response("trapped_outside", "excess", -1),
    ],
)
