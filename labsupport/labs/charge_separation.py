"""How few ions make the membrane potential: a cell that passes one ion, from the first moment to equilibrium."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Arrow,
    Axis,
    Choice,
    Format,
    Lab,
    Marker,
    Membrane,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Slider,
    Trace,
)

_TIME = Axis(label=Text(zh="时间", en="time"), unit="ms", time=True, low=0, high=100)
_START = {"c_out": 5, "c_in": 140, "P": 10, "radius": 10, "C_m": 1, "T": 310}

lab = Lab(
    id="charge_separation",
    title=Text(zh="电荷分离：要挪动多少离子？", en="Charge separation: how few ions does it take?"),
    lead=Text(
        zh="球形细胞，膜只通透一种离子，记作 X（*z* = +1 时就是正文里的 K⁺）。"
        "通道在 0 时刻打开，膜电位从 0 mV 开始变化。",
        en="A spherical cell whose membrane passes one kind of ion only, here called X (with *z* = +1, the K⁺ of the "
        "text). The channels open at time 0, with the membrane at 0 mV.",
    ),
    teaches=Text(
        zh="膜电位只要搬走十万分之几的离子就建立起来，浓度察觉不到。",
        en="A few ions in a hundred thousand make the membrane potential, and the concentrations do not notice.",
    ),
    model="charge_separation",
    choices=[
        Choice(
            "valence",
            Text(zh="离子价数 *z*", en="Valence *z*"),
            [
                Option(text, {"z": z}, {"z_now": text, "ion": ion}, {"ion": color})
                for text, z, ion, color in [
                    ("−2", -2, "X²⁻", "ion-Cl"),
                    ("−1", -1, "X⁻", "ion-Cl"),
                    ("+1", 1, "X⁺", "ion-K"),
                    ("+2", 2, "X²⁺", "ion-Ca"),
                ]
            ],
            default=2,
        )
    ],
    cursor=Slider("t", default=100, maximum=100, step=0.25, label=Text(zh="时间", en="Time")),
    sliders=[
        Slider("c_out", label=Text(zh="胞外浓度", en="Outside")),
        Slider("c_in", label=Text(zh="胞内初始浓度", en="Inside at the start")),
        Slider("P", label=Text(zh="膜通透性 *P*", en="Permeability *P*")),
        Slider("radius", minimum=0.1, maximum=50, label=Text(zh="细胞半径", en="Cell radius")),
        Slider("C_m", label=Text(zh="比膜电容 *C*_{m}", en="Specific capacitance *C*_{m}")),
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="神经元胞体", en="Cell body"), _START, choose={"valence": 2}),
        Option(Text(zh="树突棘大小", en="Size of a spine"), {**_START, "radius": 0.3}, choose={"valence": 2}),
        Option(Text(zh="二价离子", en="Divalent ion"), _START, choose={"valence": 3}),
        Option(Text(zh="阴离子", en="Anion"), _START, choose={"valence": 1}),
        Option(Text(zh="两侧浓度相等", en="Equal sides"), {**_START, "c_out": 140}, choose={"valence": 2}),
        Option(Text(zh="没有通透性", en="No permeability"), {**_START, "P": 0}, choose={"valence": 2}),
    ],
    prediction=Prediction(
        question=Text(
            zh="细胞直径 20 µm，胞内 K⁺ 140 mM，浴液 5 mM。只打开钾通道，到净流动停止时，细胞失去了多少 K⁺？",
            en="A cell 20 µm across holds 140 mM K⁺; the bath holds 5 mM. Open potassium channels and nothing "
            "else. How much "
            "of its K⁺ has the cell lost when the net flow stops?",
        ),
        options=[
            Text(zh="大约一半", en="About half"),
            Text(zh="大约千分之一", en="About one part in a thousand"),
            Text(zh="大约十万分之二", en="About two parts in a hundred thousand"),
        ],
        answer=2,
        explanation=Text(
            zh="给膜充电到 −89 mV 只需约七百万个 K⁺，而细胞里有三千五百亿个。电位降到平衡，浓度曲线却看不出变化。",
            en="Charging the membrane to −89 mV takes about seven million K⁺ ions; the cell holds three hundred "
            "and fifty "
            "billion. The voltage settles, and the concentration line does not visibly move.",
        ),
        values=_START,
        choose={"valence": 2},
    ),
    views=[
        Membrane(
            id="scheme",
            title=Text(zh="膜的示意图", en="The membrane"),
            inside="c_inside",
            outside="c_out",
            ion="{ion}",
            valence="z",
            voltage="V_m",
            arrows=[Arrow("flow", Text(zh="{ion} 净流动", en="net flow of {ion}"), color="ion", full=600)],
            color="ion",
            height=200,
        ),
        Panel(
            id="voltage",
            title=Text(zh="膜电位随时间的变化", en="Membrane potential against time"),
            x=_TIME,
            y=Axis(label=Text(zh="电位", en="potential"), unit="mV", include=(-10, 10)),
            traces=[
                Trace("E", "*E*_{ion}", color="muted", dash="dashed"),
                Trace("V_m", "*V*_{m}", color="series-1"),
            ],
            markers=[Marker("V_m", color="series-1")],
            height=220,
        ),
        Panel(
            id="concentration",
            title=Text(zh="胞内浓度随时间的变化", en="Concentration inside against time"),
            x=_TIME,
            y=Axis(label=Text(zh="浓度", en="concentration"), unit="mM", low=0, high=160),
            traces=[
                Trace("c_inside", Text(zh="胞内", en="inside"), color="ion"),
                Trace("c_outside", Text(zh="胞外", en="outside"), color="ion", dash="dashed"),
            ],
            height=180,
        ),
    ],
    readouts=[
        Readout("V_m", Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}"), color="series-1"),
        Readout("E", Text(zh="平衡电位 *E*_{ion}", en="Equilibrium potential *E*_{ion}")),
        Readout(
            "ions_moved", Text(zh="已跨膜的离子数", en="Ions that have crossed"), Format(significant=3), color="ion"
        ),
        Readout(
            "fraction", Text(zh="占胞内该离子的比例", en="Share of those inside"), Format(significant=3), color="ion"
        ),
        Readout("c_inside", Text(zh="胞内浓度", en="Concentration inside"), Format(decimals=2)),
        Readout("tau", Text(zh="时间常数", en="Time constant"), Format(decimals=1)),
    ],
    phrases=[
        Phrase(
            "flow",
            of="ions_left",
            negative=Text(zh="离子净流入细胞", en="ions have entered the cell"),
            zero=Text(zh="没有离子净移动", en="no net ions have crossed"),
            positive=Text(zh="离子净流出细胞", en="ions have left the cell"),
            tolerance=0.5,
        )
    ],
    alt=Text(
        zh="上：膜的示意图，电荷贴在膜的两个面上。中：膜电位从 0 mV 先快后慢地趋近平衡电位 {E}，{t} 时为 {V_m}。"
        "下：胞内浓度曲线几乎是水平线，{c_inside}。{flow}，共 {ions_moved} 个，占胞内的 {fraction}。",
        en="Top: scheme of the membrane with charges along its two faces. Middle: the membrane potential runs "
        "from 0 towards "
        "the equilibrium potential {E}; at {t} it is {V_m}. Bottom: the concentration inside stays practically "
        "flat at "
        "{c_inside}. In all {ions_moved} ions, a share of {fraction}: {flow}.",
    ),
    response=[
        Response("c_out", "V_m", +1),
        Response("c_in", "V_m", -1),
        Response("radius", "ions_moved", +1),
        Response("radius", "fraction", -1),
        Response("C_m", "fraction", +1),
        Response("c_out", "V_m", -1, choose={"valence": 1}),
    ],
)
