"""What one cycle of the Na/K pump costs, leg by leg, and when it stalls."""

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
    Rule,
    Shown,
    Slider,
    Trace,
)
from labsupport.labs.ions import inside, outside

_CHEMICAL = Text(zh="化学部分", en="chemical")
_ELECTRICAL = Text(zh="电学部分", en="electrical")
_REST = {"Na_in": 12, "Na_out": 145, "K_in": 140, "K_out": 5, "V_m": -70, "dG_ATP": -50, "T": 310}
_ENERGY = Format(decimals=1, sign=True)

lab = Lab(
    id="pump_energy_budget",
    title=Text(zh="钠钾泵的能量账", en="The energy budget of the Na⁺/K⁺ pump"),
    lead=Text(
        zh="每个循环送出 3 个 Na⁺、送入 2 个 K⁺，水解 1 个 ATP。正值要付出能量，负值放出能量。",
        en="Each cycle carries 3 Na⁺ out and 2 K⁺ in and splits one ATP. Positive parts cost energy, negative "
        "parts give it.",
    ),
    teaches=Text(
        zh="一个 ATP 刚够排出三个 Na⁺、吸入两个 K⁺，大头花在 Na⁺ 上。",
        en="One ATP pays for three Na⁺ out and two K⁺ in with little to spare, and most of the bill is sodium's.",
    ),
    model="pump_free_energy",
    sliders=[
        Slider("V_m", label=Text(zh="膜电位 *V*_{m}", en="Membrane *V*_{m}")),
        Slider("dG_ATP", label=Text(zh="ATP 水解自由能", en="Free energy of ATP")),
        Slider("Na_in", label=inside("Na")),
        Slider("Na_out", label=outside("Na")),
        Slider("K_in", label=inside("K")),
        Slider("K_out", label=outside("K")),
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="静息", en="Rest"), _REST),
        Option(Text(zh="强烈超极化", en="Strong hyperpolarisation"), {**_REST, "V_m": -160}),
        Option(Text(zh="去极化到 0 mV", en="Depolarised to 0 mV"), {**_REST, "V_m": 0}),
        Option(Text(zh="胞外 K⁺ 极低", en="Very low K⁺ outside"), {**_REST, "K_out": 1}),
        Option(Text(zh="ATP 的标准自由能", en="Standard free energy of ATP"), {**_REST, "dG_ATP": -30.5}),
    ],
    prediction=Prediction(
        question=Text(
            zh="静息时（−70 mV），送 1 mol Na⁺ 出去要 13.2 kJ。送 1 mol K⁺ 进来要多少？它同样是逆着浓度差走。",
            en="At rest (−70 mV) carrying one mole of Na⁺ out costs 13.2 kJ. What does one mole of K⁺ in cost? "
            "It too goes "
            "against its concentration gradient.",
        ),
        options=[
            Text(zh="差不多，也在 13 kJ 上下", en="About the same, some 13 kJ"),
            Text(zh="约 2 kJ", en="About 2 kJ"),
            Text(zh="放出能量：电场把 K⁺ 拉进来", en="It yields energy: the field pulls K⁺ in"),
        ],
        answer=1,
        explanation=Text(
            zh="K⁺ 的化学部分要 8.6 kJ/mol，电学部分放出 6.8 kJ/mol，合计 1.8 kJ/mol。Na⁺ 两部分都要付出，"
            "所以账几乎全花在 Na⁺ 上。",
            en="Its chemical part costs 8.6 kJ/mol and its electrical part gives 6.8 kJ/mol back: 1.8 kJ/mol in "
            "all. For Na⁺ "
            "both parts cost, so nearly the whole bill is for Na⁺.",
        ),
        values=_REST,
    ),
    views=[
        Bars(
            id="budget",
            title=Text(zh="一个循环的能量账", en="The budget of one cycle"),
            axis=Axis(
                label=Text(zh="每摩尔循环的自由能", en="free energy per mole of cycles"),
                unit="kJ/mol",
                low=-25,
                high=80,
            ),
            bars=[
                Bar(
                    Text(zh="3 个 Na⁺ 送出", en="3 Na⁺ out"),
                    [
                        Part("Na_chemical", _CHEMICAL, "ion-Na"),
                        Part("Na_electrical", _ELECTRICAL, "ion-Na", hollow=True),
                    ],
                ),
                Bar(
                    Text(zh="2 个 K⁺ 送入", en="2 K⁺ in"),
                    [Part("K_chemical", _CHEMICAL, "ion-K"), Part("K_electrical", _ELECTRICAL, "ion-K", hollow=True)],
                ),
                Bar(Text(zh="需要", en="needed"), [Part("total", "", "series-1")]),
                Bar(Text(zh="1 个 ATP 提供", en="one ATP gives"), [Part("available", "", "series-3")]),
            ],
        ),
        Panel(
            id="voltage",
            title=Text(zh="所需能量与膜电位", en="Energy needed against membrane potential"),
            x=Axis(
                label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"),
                unit="mV",
                parameter="V_m",
                low=-200,
                high=50,
            ),
            y=Axis(label=Text(zh="自由能", en="free energy"), unit="kJ/mol", low=0, high=80),
            traces=[
                Trace("available", Text(zh="ATP 提供", en="ATP gives"), color="series-3", dash="dashed"),
                Trace("total", Text(zh="需要", en="needed"), color="series-1"),
            ],
            rules=[Rule("V_reversal", "x", Text(zh="停转", en="stalls"), color="bad")],
            markers=[Marker("total", color="series-1")],
            height=240,
        ),
    ],
    readouts=[
        Readout("total", Text(zh="一个循环需要", en="Needed per cycle"), _ENERGY, color="series-1"),
        Readout("margin", Text(zh="余量", en="Surplus"), _ENERGY),
        Readout("efficiency", Text(zh="效率", en="Efficiency"), Format(decimals=2)),
        Readout("V_reversal", Text(zh="停转电位", en="Stall potential"), color="bad"),
        Readout("Na_each", Text(zh="1 mol Na⁺ 送出", en="One mole of Na⁺ out"), _ENERGY, color="ion-Na"),
        Readout("K_each", Text(zh="1 mol K⁺ 送入", en="One mole of K⁺ in"), _ENERGY, color="ion-K"),
    ],
    phrases=[
        Phrase(
            "verdict",
            of="margin",
            negative=Text(zh="能量不够，泵会停转或倒转", en="the pump stalls or runs backward"),
            zero=Text(zh="正好相抵", en="needed and given are equal"),
            positive=Text(zh="能量够用，泵向前转", en="the pump runs forward"),
            tolerance=0.05,
        )
    ],
    alt=Text(
        zh="条形图：3 个 Na⁺ 送出为化学部分 {Na_chemical} 加电学部分 {Na_electrical}，2 个 K⁺ 送入为 "
        "{K_chemical} 加 {K_electrical}，"
        "合计需要 {total}，ATP 提供 {available}，{verdict}。下图：所需能量随膜电位升高而直线下降，在 "
        "{V_reversal} 处等于 ATP 所供。",
        en="Bars: 3 Na⁺ out, chemical part {Na_chemical} and electrical part {Na_electrical}; 2 K⁺ in, "
        "{K_chemical} and "
        "{K_electrical}; needed in all {total}, given by ATP {available}: {verdict}. Below: the energy needed "
        "falls in a "
        "straight line as the membrane potential rises and equals what ATP gives at {V_reversal}.",
    ),
    response=[
        Response("V_m", "total", -1),
        Response("Na_in", "total", -1),
        Response("K_out", "total", -1),
        Response("dG_ATP", "margin", -1),
        Response("dG_ATP", "total", 0),
        Response("V_m", "K_each", +1),
    ],
    shown={
        name: Shown(_ENERGY)
        for name in ("Na_chemical", "Na_electrical", "K_chemical", "K_electrical", "available", "margin")
    },
)
