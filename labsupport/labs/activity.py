"""How far activities move an equilibrium potential."""

from labsupport.i18n import Text
from labsupport.labs.declaration import (
    Axis,
    Choice,
    Format,
    Lab,
    Marker,
    Option,
    Panel,
    Phrase,
    Prediction,
    Readout,
    Response,
    Rule,
    Slider,
    Trace,
)
from labsupport.labs.ions import ion_option

_COEFFICIENT = Format(decimals=3)

lab = Lab(
    id="activity",
    title=Text(zh="活度：离子强度让电位移动多少", en="Activity: how far ionic strength moves a potential"),
    teaches=Text(
        zh="只有两侧离子强度不同时，活度修正才移动电位，而且只有 1 mV 左右。",
        en="Activities move a potential only where ionic strength differs between the two sides, and then "
        "by about 1 mV.",
    ),
    model="activity",
    choices=[
        Choice(
            "ion",
            Text(zh="离子", en="Ion"),
            [
                ion_option("K", {"c_out": 5, "c_in": 140}),
                ion_option("Cl", {"c_out": 150, "c_in": 10}),
                ion_option("Ca", {"c_out": 2, "c_in": 1e-4}),
            ],
        )
    ],
    sliders=[
        Slider("I_in", default=0.3, minimum=0.05, label=Text(zh="胞内离子强度", en="Ionic strength inside")),
        Slider("I_out", default=0.15, minimum=0.05, label=Text(zh="胞外离子强度", en="Ionic strength outside")),
        Slider("ion_size", label=Text(zh="离子尺寸参数 *a*", en="Ion size *a*")),
        Slider("T", label=Text(zh="温度 *T*", en="Temperature *T*")),
    ],
    presets=[
        Option(Text(zh="胞内是胞外的两倍", en="Inside twice outside"), {"I_in": 0.3, "I_out": 0.15}),
        Option(Text(zh="两侧相等", en="Equal sides"), {"I_in": 0.15, "I_out": 0.15}),
        Option(Text(zh="两侧同样升高", en="Both raised"), {"I_in": 0.3, "I_out": 0.3}),
        Option(Text(zh="胞外高于胞内", en="Outside higher"), {"I_in": 0.15, "I_out": 0.3}),
    ],
    prediction=Prediction(
        question=Text(
            zh="膜两侧的离子强度都从 0.15 M 升到 0.30 M，浓度比不变。*E*_{K} 怎样变？",
            en="The ionic strength goes from 0.15 to 0.30 M on both sides alike; the concentration ratio stays. "
            "What happens to "
            "*E*_{K}?",
        ),
        options=[
            Text(zh="移动十几毫伏", en="It moves by more than ten millivolts"),
            Text(zh="移动约 1 mV", en="It moves by about 1 mV"),
            Text(zh="完全不变", en="Nothing at all"),
        ],
        answer=2,
        explanation=Text(
            zh="*E* 只看两侧活度之比。两侧的活度系数降得一样多，比值不变，电位也不变；只有两侧离子强度不同，"
            "电位才移动，"
            "而且 K⁺ 的移动不大，方向也随哪一侧更高而定。",
            en="*E* depends on the ratio of activities. Both coefficients fall alike, the ratio stays, and so "
            "does the potential. "
            "Only unequal ionic strengths move it, by little for K⁺, and in a direction that depends on the side.",
        ),
        values={"I_in": 0.3, "I_out": 0.3},
        choose={"ion": 0},
    ),
    views=[
        Panel(
            id="shift",
            title=Text(zh="电位的移动与胞内离子强度", en="Shift against ionic strength inside"),
            x=Axis(
                label=Text(zh="胞内离子强度", en="ionic strength inside"),
                unit="M",
                parameter="I_in",
                low=0.05,
                high=0.5,
            ),
            y=Axis(label=Text(zh="*E* 的移动", en="shift of *E*"), unit="mV", least=4, symmetric=True),
            traces=[
                Trace(
                    "shift_extended",
                    Text(zh="扩展德拜–休克尔式", en="extended D–H"),
                    color="series-2",
                    dash="dashed",
                    label_at=0.8,
                ),
                Trace("shift_davies", Text(zh="戴维斯式", en="Davies"), color="ion", label_at=0.9),
            ],
            rules=[Rule("I_out", "x", Text(zh="胞外", en="outside"))],
            markers=[
                Marker("shift_davies", color="ion", place="below"),
                Marker("shift_extended", color="series-2", drop=False, place="above"),
            ],
            height=320,
        )
    ],
    readouts=[
        Readout("gamma_davies_out", Text(zh="活度系数 胞外", en="Coefficient outside"), _COEFFICIENT),
        Readout("gamma_davies_in", Text(zh="活度系数 胞内", en="Coefficient inside"), _COEFFICIENT),
        Readout("E", Text(zh="由浓度得 *E*", en="*E* from concentrations")),
        Readout("E_corrected", Text(zh="由活度得 *E*", en="*E* from activities"), color="ion"),
        Readout(
            "shift_davies", Text(zh="移动（戴维斯式）", en="Shift (Davies)"), Format(decimals=2, sign=True), color="ion"
        ),
        Readout(
            "shift_extended",
            Text(zh="移动（扩展式）", en="Shift (extended)"),
            Format(decimals=2, sign=True),
            color="series-2",
        ),
    ],
    phrases=[
        Phrase(
            "direction",
            of="shift_davies",
            negative=Text(zh="电位更负", en="more negative"),
            zero=Text(zh="电位不变", en="unchanged"),
            positive=Text(zh="电位更正", en="more positive"),
            tolerance=0.005,
        )
    ],
    alt=Text(
        zh="{ion} 平衡电位的移动对胞内离子强度的曲线，两式都在胞内等于胞外（{I_out}）处过零。胞内 {I_in} 时，"
        "戴维斯式给出 {shift_davies}，"
        "扩展德拜–休克尔式给出 {shift_extended}；由活度得 E = {E_corrected}，{direction}。",
        en="The shift of the equilibrium potential of {ion} against ionic strength inside; both curves cross "
        "zero where inside "
        "equals outside ({I_out}). At {I_in} the Davies equation gives {shift_davies} and the extended "
        "Debye–Hückel equation "
        "{shift_extended}; from activities E = {E_corrected}, {direction}.",
    ),
    response=[
        Response("I_in", "shift_davies", +1),
        Response("I_out", "shift_davies", -1),
        Response("I_in", "shift_davies", -1, choose={"ion": 1}),
        Response("I_in", "E", 0),
        Response("ion_size", "shift_davies", 0),
    ],
)
