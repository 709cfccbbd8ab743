"""An unknown uptake: find K_m, V_max and the part that needs no sodium."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Block, Experiment, Hidden

lab = Experiment(
    id="unknown_uptake",
    title=Text(zh="未知的摄取", en="The unknown uptake"),
    lead=Text(
        zh="一批脑组织制备，浸在已知浓度的谷氨酸里，测出单位蛋白每分钟收进多少。读数里有转运体的份，"
        "也有一份不靠 Na⁺、与浓度成正比的进入。你能改变浓度，也能把 Na⁺ 换掉。",
        en="A preparation of brain tissue in a known concentration of glutamate; what is read is how much enters per "
        "milligram of protein and minute. Part is due to transporters, and part needs no Na⁺ and is proportional to "
        "the concentration. You can change the concentration and take the Na⁺ away.",
    ),
    model="uptake_assay",
    sliders=[Slider("glu", default=20, label=Text(zh="谷氨酸浓度", en="Glutamate"))],
    blocks=[Block("sodium", Text(zh="Na⁺ 依赖的摄取", en="Na⁺-dependent uptake"), "ion-Na")],
    hidden=[
        Hidden(
            "V_max",
            Text(zh="最大摄取 *V*_{max}", en="Largest uptake *V*_{max}"),
            "nmol/(mg min)",
            "5",
            "30",
            "0.5",
            Text(
                zh="在高浓度下有 Na⁺ 和无 Na⁺ 各测一次，差值趋近 *V*_{max}。",
                en="Measure at a high concentration with and without Na⁺: the difference tends to *V*_{max}.",
            ),
        ),
        Hidden(
            "K_m",
            Text(zh="米氏常数 *K*_{m}", en="Michaelis constant *K*_{m}"),
            "µM",
            "4",
            "60",
            "1",
            Text(
                zh="找出差值恰好是 *V*_{max} 一半的浓度。",
                en="Find the concentration at which the difference is half of *V*_{max}.",
            ),
        ),
        Hidden(
            "leak",
            Text(zh="不依赖 Na⁺ 的成分", en="Part that needs no Na⁺"),
            "µL/(mg min)",
            "2",
            "15",
            "0.5",
            Text(
                zh="没有 Na⁺ 时，读数除以浓度（µM 与 nmol/mL 同值）再乘 1000。",
                en="Without Na⁺, divide the reading by the concentration (µM is nmol/mL) and multiply by 1000.",
            ),
        ),
    ],
    measured="uptake",
    measured_label=Text(zh="摄取", en="Uptake"),
    format=Format(decimals=3),
    x=Axis(label=Text(zh="谷氨酸浓度", en="glutamate"), unit="µM", parameter="glu", low=0.5, high=1000, scale="log"),
    y=Axis(label=Text(zh="摄取", en="uptake"), unit="nmol/(mg min)", low=0, high=50),
    strategy=Text(
        zh="总摄取不会饱和，因为混有与浓度成正比的一份；不先减去它，*V*_{max} 和 *K*_{m} 都会估大。",
        en="The whole uptake never saturates, since part of it is proportional to the concentration; unless that is "
        "taken off first, both *V*_{max} and *K*_{m} come out too large.",
    ),
    alt=Text(zh="已测的摄取对谷氨酸浓度的散点图。", en="A scatter of the measured uptake against glutamate."),
    teaches=Text(
        zh="先减去不饱和的成分，才能从摄取曲线读出 *V*_{max} 和 *K*_{m}。",
        en="Only when the part that does not saturate is taken off can *V*_{max} and *K*_{m} be read from a curve of "
        "uptake.",
    ),
    minutes=12,
)
