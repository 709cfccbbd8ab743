"""Glutamate from nanomolar to tenths of molar, and which receptor notices which level."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Band,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Prediction,
    Readout,
    Response,
    Rule,
    Slider,
    Trace,
)

_BASE = {"glu": 0.025, "ampa_half": 500, "nmda_half": 2.3, "mglu_half": 10, "eaat_half": 20, "n_ampa": 1.3}
_SHARE = Format(significant=2)

lab = Lab(
    id="glutamate_ladder",
    title=Text(zh="谷氨酸的浓度阶梯", en="The ladder of glutamate concentrations"),
    lead=Text(
        zh="同一种分子，在细胞外是几十纳摩尔，在囊泡里约 0.1 M。曲线是受体的反应（不计脱敏）和转运体的饱和度。",
        en="The same molecule: tens of nanomolar outside cells, about 0.1 M in a vesicle. The curves are responses of "
        "receptors, desensitisation left out, and the saturation of transporters.",
    ),
    model="glutamate_occupancy",
    sliders=[
        Slider("glu", default=0.025, label=Text(zh="谷氨酸浓度 *c*", en="Glutamate *c*")),
        Slider("nmda_half", label=Text(zh="NMDA 受体的 EC_{50}", en="EC_{50} of NMDA receptors")),
        Slider("ampa_half", label=Text(zh="AMPA 受体的 EC_{50}", en="EC_{50} of AMPA receptors")),
        Slider("n_ampa", label=Text(zh="AMPA 的希尔系数", en="Hill coefficient, AMPA")),
        Slider("mglu_half", label=Text(zh="mGluR5 的 EC_{50}", en="EC_{50} of mGluR5")),
        Slider("eaat_half", label=Text(zh="EAAT 的 *K*_{m}", en="*K*_{m} of the EAATs")),
    ],
    presets=[
        Option(Text(zh="环境水平：受体记录", en="Ambient, by receptors"), _BASE),
        Option(Text(zh="环境水平：微透析", en="Ambient, by microdialysis"), {**_BASE, "glu": 4}),
        Option(Text(zh="突触间隙的峰值", en="Peak in the cleft"), {**_BASE, "glu": 1000}),
        Option(Text(zh="末梢的胞质", en="Cytosol of a terminal"), {**_BASE, "glu": 10000}),
        Option(Text(zh="囊泡内", en="In a vesicle"), {**_BASE, "glu": 100000}),
    ],
    prediction=Prediction(
        question=Text(
            zh="细胞外平时有多少谷氨酸？脑片里的受体记录说 25 至 90 nM，微透析说 1 至 4 µM。"
            "哪种受体最能分辨这两种说法？",
            en="How much glutamate is outside cells at rest? Receptor recordings in slices say 25 to 90 nM, "
            "microdialysis says 1 to 4 µM. Which receptor would notice the difference?",
        ),
        options=[
            Text(zh="AMPA 受体", en="AMPA receptors"),
            Text(zh="NMDA 受体", en="NMDA receptors"),
            Text(zh="都分辨不出：两者都远低于峰值 1 mM", en="Neither: both are far below the peak of 1 mM"),
        ],
        answer=1,
        explanation=Text(
            zh="NMDA 受体的 EC_{50} 约 2.3 µM：按第一种说法，反应只有最大值的 0.1 % 至 0.8 %；"
            "按第二种，是 22 % 至 70 %。"
            "AMPA 受体的 EC_{50} 约 500 µM，两种情形都不到 0.2 %。",
            en="NMDA receptors respond half-maximally at about 2.3 µM: 0.1 to 0.8 % on the first account, 22 to 70 % "
            "on the second. AMPA receptors, half-maximal at about 500 µM, stay below 0.2 % on either.",
        ),
        values={**_BASE, "glu": 4},
    ),
    views=[
        Panel(
            id="response",
            title=Text(zh="反应与谷氨酸浓度", en="Response against glutamate"),
            x=Axis(
                label=Text(zh="谷氨酸浓度", en="glutamate concentration"),
                unit="µM",
                parameter="glu",
                low=0.001,
                high=3e5,
                scale="log",
            ),
            y=Axis(
                label=Text(zh="占最大反应的比例", en="share of the largest"), unit="%", low=0.01, high=1000, scale="log"
            ),
            traces=[
                Trace("NMDA", "NMDA", color="series-1", label_at=0.42),
                Trace("mGluR", "mGluR5", color="series-3", dash="dashdot", label_at=0.3),
                Trace("EAAT", "EAAT", color="series-4", dash="dotted", label_at=0.18),
                Trace("AMPA", "AMPA", color="series-2", dash="dashed", label_at=0.5),
            ],
            bands=[
                Band(0.025, 0.09, Text(zh="受体", en="receptors"), "good"),
                Band(1, 4, Text(zh="微透析", en="dialysis"), "warn"),
            ],
            rules=[
                Rule(1000, "x", Text(zh="间隙峰值", en="cleft peak")),
            ],
            markers=[Marker("NMDA", color="series-1"), Marker("AMPA", color="series-2")],
            height=330,
        ),
    ],
    readouts=[
        Readout("NMDA", Text(zh="NMDA 受体", en="NMDA receptors"), _SHARE, color="series-1"),
        Readout("AMPA", Text(zh="AMPA 受体", en="AMPA receptors"), _SHARE, color="series-2"),
        Readout("mGluR", Text(zh="mGluR5", en="mGluR5"), _SHARE, color="series-3"),
        Readout("EAAT", Text(zh="EAAT 饱和度", en="EAAT saturation"), _SHARE, color="series-4"),
    ],
    alt=Text(
        zh="对数坐标上的四条上升曲线：反应随谷氨酸浓度增大。现在的浓度下，NMDA 受体为 {NMDA}，AMPA 受体为 {AMPA}，"
        "mGluR5 为 {mGluR}，EAAT 饱和度为 {EAAT}。",
        en="Four rising curves on logarithmic axes: response against glutamate. At the present concentration "
        "NMDA receptors are at {NMDA}, AMPA receptors at {AMPA}, mGluR5 at {mGluR}, and the EAATs are {EAAT} "
        "saturated.",
    ),
    response=[
        Response("glu", "NMDA", +1),
        Response("glu", "AMPA", +1),
        Response("ampa_half", "AMPA", -1),
        Response("ampa_half", "NMDA", 0),
        Response("nmda_half", "NMDA", -1),
        Response("eaat_half", "EAAT", -1),
    ],
    teaches=Text(
        zh="谷氨酸浓度从环境水平到囊泡相差六个数量级以上；环境水平只有 NMDA 受体一类高亲和力的受体才能察觉。",
        en="Glutamate spans more than six orders of magnitude, and only receptors of high affinity, such as NMDA "
        "receptors, can notice the ambient level.",
    ),
    minutes=6,
)
