"""A cell without a pump: water follows the Donnan excess."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Slider,
    Trace,
)

_BASE = {
    "c_out": 150,
    "impermeant": 160,
    "z_impermeant": -1,
    "trapped_outside": 0,
    "P_water": 10,
    "radius": 10,
    "wall": 0,
    "T": 310,
}
_TIME = Axis(label=Text(zh="时间", en="time"), unit="s", time=True, low=0, high=600)

lab = Lab(
    id="donnan_bursting",
    title=Text(zh="没有泵的细胞：水会停下来吗？", en="A cell without a pump: does the water stop?"),
    lead=Text(
        zh="0 时刻膜对水开放。K⁺、Cl⁻ 时时处于唐南平衡，水顺着渗透浓度差走。",
        en="At time 0 the membrane opens to water. K⁺ and Cl⁻ stay at Donnan equilibrium; water follows the "
        "osmotic difference.",
    ),
    teaches=Text(
        zh="离子达到唐南平衡，水并没有平衡：没有泵，也没有别的东西挡住水，细胞会一直胀下去。",
        en="Ions at Donnan equilibrium leave water out of balance: with no pump and nothing else to hold "
        "water back, the cell goes on swelling.",
    ),
    model="donnan_bursting",
    cursor=Slider("t", default=600, maximum=600, step=2, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("impermeant", label=Text(zh="胞内不通透离子", en="Impermeant ions inside")),
        Slider("z_impermeant", label=Text(zh="其平均价数", en="Their mean valence")),
        Slider("trapped_outside", label=Text(zh="胞外不通透阳离子", en="Impermeant cations outside")),
        Slider("wall", label=Text(zh="细胞壁的硬度", en="Stiffness of a wall")),
        Slider("P_water", label=Text(zh="水通透系数", en="Water permeability")),
        Slider("c_out", label=Text(zh="胞外 KCl", en="KCl outside")),
    ],
    presets=[
        Option(Text(zh="裸露的细胞", en="Bare cell"), _BASE),
        Option(
            Text(zh="胞外 150 mM 不通透阳离子", en="150 mM impermeant cations outside"),
            {**_BASE, "trapped_outside": 150},
        ),
        Option(Text(zh="有细胞壁", en="With a wall"), {**_BASE, "wall": 500}),
        Option(Text(zh="膜不透水", en="Membrane tight to water"), {**_BASE, "P_water": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="细胞内有 160 mM 不通透阴离子，没有泵，也没有细胞壁。水开始流入。它什么时候停？",
            en="A cell holds 160 mM of impermeant anions, without a pump and without a wall. Water begins to "
            "enter. When does it "
            "stop?",
        ),
        options=[
            Text(
                zh="体积增大到约两倍，阴离子稀释一半，就平衡了",
                en="At about twice the volume, the anions diluted by half",
            ),
            Text(zh="一直不停，直到胀破", en="Never: it swells until it bursts"),
            Text(zh="电位变大，把水挡住", en="The growing potential holds the water back"),
        ],
        answer=1,
        explanation=Text(
            zh="只要胞内还有不通透离子，唐南平衡就总让胞内渗透浓度高一些，稀释只是使差值变小，绝不归零。"
            "要停下来，需要细胞壁的压力，或胞外也有留得住的溶质，泵出去的 Na⁺ 就是这样的溶质。",
            en="As long as impermeant ions remain inside, Donnan equilibrium keeps the inside more concentrated; "
            "dilution shrinks "
            "the difference and never removes it. Stopping takes the pressure of a wall, or a solute kept "
            "outside, which is "
            "what pumped Na⁺ amounts to.",
        ),
        values=_BASE,
    ),
    views=[
        Panel(
            id="volume",
            title=Text(zh="体积随时间的变化", en="Volume against time"),
            x=_TIME,
            y=Axis(label=Text(zh="相对体积", en="relative volume"), low=0, include=(2.0,)),
            traces=[Trace("volume", Text(zh="体积", en="volume"), color="series-1")],
            markers=[Marker("volume", color="series-1")],
            height=220,
        ),
        Panel(
            id="excess",
            title=Text(zh="渗透浓度差随时间的变化", en="Osmotic excess against time"),
            x=_TIME,
            y=Axis(label=Text(zh="胞内渗透浓度超出", en="osmotic excess inside"), unit="mOsm", low=0, include=(50.0,)),
            traces=[Trace("excess", Text(zh="超出", en="excess"), color="series-2")],
            markers=[Marker("excess", color="series-2")],
            height=180,
        ),
        Panel(
            id="potential",
            title=Text(zh="电位随时间的变化", en="Potential against time"),
            x=_TIME,
            y=Axis(label=Text(zh="唐南电位", en="Donnan potential"), unit="mV", include=(-20.0, 5.0)),
            traces=[Trace("V_m", "*V*_{m}", color="series-3")],
            markers=[Marker("V_m", color="series-3")],
            height=160,
        ),
    ],
    readouts=[
        Readout("volume", Text(zh="相对体积", en="Relative volume"), Format(decimals=2), color="series-1"),
        Readout(
            "excess", Text(zh="渗透浓度超出", en="Osmotic excess"), Format(decimals=1, sign=True), color="series-2"
        ),
        Readout("V_m", Text(zh="唐南电位", en="Donnan potential"), color="series-3"),
        Readout("impermeant_now", Text(zh="不通透离子现为", en="Impermeant ions now"), Format(decimals=1)),
        Readout("wall_pressure", Text(zh="细胞壁的压力", en="Pressure of the wall"), Format(decimals=0)),
        Readout("pressure", Text(zh="渗透压差", en="Osmotic pressure"), Format(decimals=0)),
    ],
    alt=Text(
        zh="三幅图随时间变化，{t} 时：相对体积 {volume}，胞内渗透浓度超出 {excess}，唐南电位 {V_m}，细胞壁的压力 "
        "{wall_pressure}。",
        en="Three plots against time. At {t}: relative volume {volume}, osmotic excess inside {excess}, Donnan "
        "potential {V_m}, "
        "pressure of the wall {wall_pressure}.",
    ),
    response=[
        Response("P_water", "volume", +1),
        Response("wall", "volume", -1),
        Response("trapped_outside", "volume", -1),
        Response("impermeant", "volume", +1),
        Response("wall", "wall_pressure", +1),
    ],
)
