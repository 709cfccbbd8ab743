"""Subtractive or divisive: an inhibitory conductance divides the voltage of a cell and shifts its firing rate."""

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
    Rule,
    Slider,
    Trace,
)

_CELL = {"I": 400, "g_I": 10, "E_I": -66, "V_th": -50}
_DRIVE = Axis(label=Text(zh="驱动电流 *I*", en="drive current *I*"), unit="pA", parameter="I", low=0, high=600)
_NONE = {"g_I": 0}
_NO_INHIBITION = Text(zh="没有抑制", en="no inhibition")

lab = Lab(
    id="inhibition_gain",
    title=Text(zh="抑制：减去，还是除以？", en="Inhibition: subtract or divide?"),
    lead=Text(
        zh="一个整合发放细胞（漏电导 10 nS，静息 −65 mV，电容 200 pF，复位 −60 mV，不应期 3 ms），恒定的驱动电流，"
        "恒定的抑制性电导，没有噪声。"
        "上图是假如没有阈值的稳态电位，下图是发放频率。",
        en="An integrate-and-fire cell (leak 10 nS, rest −65 mV, 200 pF, reset −60 mV, refractory time 3 ms) with a "
        "steady drive, a "
        "steady inhibitory conductance and no noise. Top: the steady voltage it would have without a threshold. "
        "Bottom: "
        "its firing rate.",
    ),
    teaches=Text(
        zh="同一个电导使亚阈值电位除以一个因子，却使没有噪声的频率曲线平移；分流不等于除法。",
        en="One and the same conductance divides the voltage below threshold and shifts the noise-free rate curve: "
        "shunting is not division of the rate.",
    ),
    minutes=6,
    model="firing_gain",
    sliders=[
        Slider("I", default=400, label=Text(zh="驱动电流 *I*", en="Drive *I*")),
        Slider("g_I", label=Text(zh="抑制性电导 *g*_{I}", en="Inhibitory *g*_{I}")),
        Slider("E_I", label=Text(zh="反转电位 *E*_{I}", en="Reversal *E*_{I}")),
        Slider("V_th", label=Text(zh="阈值 *V*_{th}", en="Threshold *V*_{th}")),
    ],
    presets=[
        Option(Text(zh="分流（−66 mV）", en="Shunt (−66 mV)"), _CELL),
        Option(Text(zh="强分流", en="Strong shunt"), {**_CELL, "g_I": 20}),
        Option(Text(zh="超极化（−80 mV）", en="Hyperpolarising (−80 mV)"), {**_CELL, "E_I": -80}),
        Option(Text(zh="反转电位等于阈值", en="Reversal at threshold"), {**_CELL, "E_I": -50}),
        Option(Text(zh="反转电位高于阈值", en="Reversal above threshold"), {**_CELL, "I": 100, "E_I": -45}),
        Option(Text(zh="没有抑制", en="No inhibition"), {**_CELL, "g_I": 0}),
    ],
    prediction=Prediction(
        question=Text(
            zh="加上 10 nS 的分流电导，输入电阻减半，每 pA 引起的去极化也减半。频率-电流曲线会怎样？",
            en="A shunt of 10 nS halves the input resistance, and so the depolarisation per picoampere. What happens "
            "to "
            "the curve of firing rate against current?",
        ),
        options=[
            Text(zh="斜率减半：频率也除以二", en="Its slope is halved: the rate is divided by two as well"),
            Text(zh="向右平移，斜率大致不变", en="It shifts to the right and keeps about the same slope"),
            Text(zh="既不平移也不变斜", en="Nothing: the rate does not care"),
        ],
        answer=1,
        explanation=Text(
            zh="基强度从 150 pA 移到 310 pA，正好移动 *g*_{I}(*V*_{th} − *E*_{I}) = 160 pA；高频段两条曲线几乎平行。"
            "发放时电位在复位和阈值之间来回，平均起来抑制带走的是一份差不多恒定的电流。",
            en="The rheobase moves from 150 to 310 pA, by *g*_{I}(*V*_{th} − *E*_{I}) = 160 pA, and at high rates the "
            "curves run nearly parallel. While the cell fires, its voltage stays between reset and threshold, so the "
            "conductance takes off a nearly constant current.",
        ),
        values=_CELL,
    ),
    views=[
        Panel(
            id="voltage",
            title=Text(zh="没有阈值时的稳态电位", en="Steady voltage without a threshold"),
            x=_DRIVE,
            y=Axis(label=Text(zh="稳态电位", en="steady voltage"), unit="mV", low=-80, high=0),
            traces=[
                Trace("V_steady", _NO_INHIBITION, ghost=True, at=_NONE),
                Trace("V_steady", Text(zh="有抑制", en="inhibited"), color="series-1"),
            ],
            rules=[Rule("V_th", "y", Text(zh="阈值", en="threshold"), color="bad")],
            markers=[Marker("V_steady", color="series-1")],
            height=220,
        ),
        Panel(
            id="rate",
            title=Text(zh="发放频率", en="Firing rate"),
            x=_DRIVE,
            y=Axis(label=Text(zh="发放频率", en="firing rate"), unit="Hz", low=0, high=180),
            traces=[
                Trace("rate", _NO_INHIBITION, ghost=True, at=_NONE),
                Trace("rate", Text(zh="有抑制", en="inhibited"), color="series-3"),
            ],
            rules=[Rule("rheobase", "x", Text(zh="基强度", en="rheobase"), color="series-3")],
            markers=[Marker("rate", color="series-3")],
            height=260,
        ),
    ],
    readouts=[
        Readout("rate", Text(zh="发放频率", en="Firing rate"), Format(decimals=1), color="series-3"),
        Readout("gain", Text(zh="增益 d*f*/d*I*", en="Gain d*f*/d*I*"), Format(decimals=3)),
        Readout("rheobase", Text(zh="基强度", en="Rheobase"), Format(decimals=0)),
        Readout("shift", Text(zh="曲线的平移", en="Shift of the curve"), Format(decimals=0, sign=True)),
        Readout("R_in", Text(zh="输入电阻", en="Input resistance"), Format(decimals=1)),
        Readout("V_steady", Text(zh="稳态电位", en="Steady voltage"), color="series-1"),
    ],
    alt=Text(
        zh="上：稳态电位对驱动电流的直线，有抑制时斜率较小，{I} 时为 {V_steady}。"
        "下：发放频率曲线从基强度 {rheobase} 处升起，比没有抑制时平移 {shift}；{I} 时频率为 {rate}，增益 {gain}。",
        en="Top: steady voltage against drive, a line that is less steep with inhibition; at {I} it is {V_steady}. "
        "Bottom: the firing rate rises from a rheobase of {rheobase}, shifted by {shift} from the curve without "
        "inhibition; at {I} the rate is {rate} and the gain {gain}.",
    ),
    response=[
        Response("I", "V_steady", +1),
        Response("V_th", "rate", -1),
        Response("g_I", "rheobase", +1),
        Response("g_I", "R_in", -1),
        Response("E_I", "rheobase", -1),
        Response("V_th", "rheobase", +1),
        Response("I", "rheobase", 0),
        Response("E_I", "R_in", 0),
    ],
)
