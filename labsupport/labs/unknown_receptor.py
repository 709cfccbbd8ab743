"""An unknown receptor: two permeant ions and a leak, told apart by clamping and blocking."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Block, Experiment, Hidden

lab = Experiment(
    id="unknown_receptor",
    title=Text(zh="未知受体", en="The unknown receptor"),
    lead=Text(
        zh="细胞处在电压钳下，浴液里始终有一种递质，它的受体让 Na⁺（+60 mV）和 K⁺（−90 mV）通过；细胞还有反转电"
        "位 −65 mV 的漏电导。"
        "三个电导都不知道。你能选钳制电位，也能用拮抗剂关掉受体。",
        en="A clamped cell sits in a bath of some transmitter whose receptors pass Na⁺ (+60 mV) and K⁺ (−90 "
        "mV); it also has a "
        "leak that reverses at −65 mV. All three conductances are unknown. You choose the holding potential "
        "and may close "
        "the receptors with an antagonist.",
    ),
    teaches=Text(
        zh="减去拮抗剂下的电流，剩下的直线给出两个数：斜率是突触电导，过零处是反转电位；两个数恰好分出两种离子的电导。",
        en="With the current under antagonist subtracted, the line that is left gives two numbers, slope and "
        "crossing, and "
        "these tell the conductances of two ions apart.",
    ),
    minutes=12,
    model="synapse_clamp",
    sliders=[
        Slider(
            "V_m",
            default=-65,
            minimum=-120,
            maximum=60,
            label=Text(zh="钳制电位 *V*_{m}", en="Holding potential *V*_{m}"),
        ),
    ],
    blocks=[Block("gate", Text(zh="受体（拮抗剂）", en="Receptors (antagonist)"), "series-1")],
    fixed={"gate": 1, "E_Na": 60, "E_K": -90, "E_L": -65},
    hidden=[
        Hidden(
            "g_L",
            Text(zh="漏电导 *g*_{L}", en="Leak *g*_{L}"),
            "nS",
            "5",
            "15",
            "0.5",
            Text(
                zh="关掉受体，在两个电位读电流：斜率就是漏电导。",
                en="Close the receptors and read the current at two potentials: the slope is the leak.",
            ),
        ),
        Hidden(
            "g_Na",
            Text(zh="受体的 *g*_{Na}", en="Receptors' *g*_{Na}"),
            "nS",
            "2",
            "12",
            "0.2",
            Text(
                zh="受体开放时的电流减去关闭时的，得突触电流。在 *E*_{K} = −90 mV 读它："
                "那里 K⁺ 不出力，除以 −150 mV 就是 *g*_{Na}。",
                en="Open minus blocked is the synaptic current. Read it at *E*_{K} = −90 mV, where K⁺ carries "
                "none, and "
                "divide by −150 mV.",
            ),
        ),
        Hidden(
            "g_K",
            Text(zh="受体的 *g*_{K}", en="Receptors' *g*_{K}"),
            "nS",
            "2",
            "12",
            "0.2",
            Text(
                zh="突触电流的斜率是 *g*_{Na} + *g*_{K}；减去 *g*_{Na}。也可以在 +60 mV 读，那里 Na⁺ 不出力。",
                en="The slope of the synaptic current is *g*_{Na} + *g*_{K}; take off *g*_{Na}. Or read it at "
                "+60 mV, where "
                "Na⁺ carries none.",
            ),
        ),
    ],
    measured="I",
    measured_label=Text(zh="电流 *I*", en="Current *I*"),
    format=Format(decimals=0, sign=True),
    x=Axis(
        label=Text(zh="钳制电位 *V*_{m}", en="holding potential *V*_{m}"),
        unit="mV",
        parameter="V_m",
        low=-120,
        high=60,
    ),
    y=Axis(label=Text(zh="电流 *I*，外向为正", en="current *I*, outward positive"), unit="pA", low=-3500, high=3800),
    strategy=Text(
        zh="能求出什么：一条直线只给出斜率和过零处两个数，这里却有三个电导。拮抗剂给出第二条直线，两条相减才是"
        "突触电流；"
        "它过零的地方是两种离子平衡电位的加权平均。",
        en="What can be known: one line gives two numbers, slope and crossing, and there are three "
        "conductances. The antagonist "
        "gives a second line; their difference is the synaptic current, which crosses zero at the weighted "
        "mean of the two "
        "equilibrium potentials.",
    ),
    alt=Text(
        zh="已测的电流对钳制电位的散点图。", en="A scatter of the measured currents against the holding potential."
    ),
)
