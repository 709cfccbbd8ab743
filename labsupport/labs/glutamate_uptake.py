"""Who clears glutamate: density times area times turnover, for astrocytes and neurons."""

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
    Shown,
    Slider,
    Trace,
)

_CA1 = {
    "glu": 1, "density_A": 10800, "area_A": 1.4, "count_N": 130, "k_A": 15, "k_N": 15, "Km_A": 20, "Km_N": 20,
    "alpha": 0.2,
}  # fmt: skip
_RATIO = Format(significant=3)

lab = Lab(
    id="glutamate_uptake",
    title=Text(zh="谁在清除谷氨酸：密度 × 面积 × 周转", en="Who clears glutamate: density × area × turnover"),
    lead=Text(
        zh="每立方微米组织里，星形胶质细胞和神经元每毫秒各能收走多少谷氨酸分子。数值取自大鼠海马 CA1。",
        en="How many molecules of glutamate astrocytes and neurons can take up per millisecond in a cubic "
        "micrometre of tissue. The numbers are those of rat hippocampus, CA1.",
    ),
    model="glutamate_uptake",
    sliders=[
        Slider("glu", label=Text(zh="谷氨酸浓度", en="Glutamate")),
        Slider("density_A", label=Text(zh="胶质：转运体密度", en="Astrocyte: density")),
        Slider("area_A", label=Text(zh="胶质：膜面积", en="Astrocyte: membrane area")),
        Slider("k_A", label=Text(zh="胶质：周转率", en="Astrocyte: turnover")),
        Slider("Km_A", label=Text(zh="胶质：*K*_{m}", en="Astrocyte: *K*_{m}")),
        Slider("count_N", label=Text(zh="神经元：转运体数", en="Neuron: transporters")),
        Slider("k_N", label=Text(zh="神经元：周转率", en="Neuron: turnover")),
        Slider("Km_N", label=Text(zh="神经元：*K*_{m}", en="Neuron: *K*_{m}")),
        Slider("alpha", label=Text(zh="胞外体积分数", en="Volume fraction outside")),
    ],
    presets=[
        Option(Text(zh="CA1，周转率相同", en="CA1, equal turnover"), _CA1),
        Option(Text(zh="EAAT3 周转 60 /s", en="EAAT3 at 60 per s"), {**_CA1, "k_N": 60}),
        Option(Text(zh="EAAT3 周转 90 /s", en="EAAT3 at 90 per s"), {**_CA1, "k_N": 90}),
        Option(Text(zh="神经元亲和力高十倍", en="Neuron with 10 × affinity"), {**_CA1, "Km_N": 2}),
        Option(Text(zh="EAAT4 那样：亲和力高而慢", en="Like EAAT4: tight but slow"), {**_CA1, "Km_N": 2, "k_N": 3}),
    ],
    prediction=Prediction(
        question=Text(
            zh="若神经元的 EAAT3 每秒转 90 轮，是星形胶质细胞转运体的六倍，谁的总能力更大，大多少？",
            en="Suppose the neurons' EAAT3 turns over 90 times a second, six times as fast as the astrocytes' "
            "transporters. Whose capacity is larger, and by how much?",
        ),
        options=[
            Text(zh="仍是星形胶质细胞，约 100 倍", en="Still the astrocytes', about a hundredfold"),
            Text(zh="仍是星形胶质细胞，约 20 倍", en="Still the astrocytes', about twentyfold"),
            Text(zh="神经元反超", en="The neurons', now"),
        ],
        answer=1,
        explanation=Text(
            zh="分子数之比是 116，对方的周转率是六倍，剩下 19 倍。“两个数量级”只对周转率相同的情形成立。",
            en="The numbers differ 116-fold; six times the turnover on the other side takes that down to 19. “Two "
            "orders of magnitude” holds "
            "for equal turnover only.",
        ),
        values={**_CA1, "k_N": 90},
    ),
    views=[
        Panel(
            id="uptake",
            title=Text(zh="摄取与谷氨酸浓度", en="Uptake against glutamate"),
            x=Axis(
                label=Text(zh="谷氨酸浓度", en="glutamate concentration"),
                unit="µM",
                parameter="glu",
                low=0.01,
                high=900,
                scale="log",
            ),
            y=Axis(
                label=Text(zh="每毫秒收走的分子", en="molecules taken up"),
                unit="1/(µm³ ms)",
                low=0.0005,
                high=3000,
                scale="log",
                factor=0.001,
            ),
            traces=[
                Trace("J_A", Text(zh="星形胶质细胞", en="astrocytes"), color="series-3", label_at=0.75),
                Trace("J_N", Text(zh="神经元", en="neurons"), color="series-1", dash="dashed", label_at=0.9),
            ],
            markers=[
                Marker("J_A", color="series-3", place="above"),
                Marker("J_N", color="series-1", drop=False, place="below"),
            ],
            height=320,
        ),
    ],
    readouts=[
        Readout("count_ratio", Text(zh="分子数之比", en="Ratio of molecules"), _RATIO),
        Readout("capacity_ratio", Text(zh="最大摄取之比", en="Ratio of capacities"), _RATIO, color="series-3"),
        Readout("uptake_ratio", Text(zh="此浓度下之比", en="Ratio at this level"), _RATIO),
        Readout("astrocyte_share", Text(zh="胶质的份额", en="Astrocytes' share"), Format(decimals=1)),
        Readout("V_space", Text(zh="最大摄取（胞外）", en="Capacity, outside"), Format(decimals=2)),
        Readout("tau", Text(zh="清除的时间常数", en="Time constant"), Format(decimals=1)),
    ],
    alt=Text(
        zh="对数坐标上的两条摄取曲线，先正比上升，后饱和。现在的浓度下星形胶质细胞收走 {J_A}，神经元 {J_N}；"
        "最大摄取之比 {capacity_ratio}，时间常数 {tau}。",
        en="Two curves of uptake on logarithmic axes, proportional at first and then saturating. At the present "
        "concentration astrocytes take {J_A} and neurons {J_N}; the ratio of capacities is {capacity_ratio}, the time "
        "constant {tau}.",
    ),
    response=[
        Response("density_A", "capacity_ratio", +1),
        Response("area_A", "astrocyte_share", +1),
        Response("k_N", "capacity_ratio", -1),
        Response("k_N", "count_ratio", 0),
        Response("Km_A", "tau", +1),
        Response("alpha", "tau", +1),
    ],
    shown={name: Shown(Format(significant=3), unit="1/(µm³ ms)", factor=0.001) for name in ("J_A", "J_N")},
    teaches=Text(
        zh="清除能力是密度、面积和周转率之积；漏掉周转率，优势就从约 20 倍夸大到 100 多倍。",
        en="Capacity is density times area times turnover; leave turnover out, and a twentyfold lead may look like "
        "more than a hundredfold.",
    ),
    minutes=8,
)
