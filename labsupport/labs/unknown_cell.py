"""An unknown cell: find its permeability ratios and inner concentrations by changing the bath."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Block, Experiment, Hidden
from labsupport.labs.ions import COLORS, SYMBOLS, outside


def _block(ion: str) -> Block:
    return Block(f"P_{ion}", Text(zh=f"{SYMBOLS[ion]} 通路", en=f"{SYMBOLS[ion]} path"), COLORS[ion])


def _inside(ion: str, minimum: str, maximum: str, step: str, how: Text) -> Hidden:
    label = Text(zh=f"胞内 {SYMBOLS[ion]} 浓度", en=f"{SYMBOLS[ion]} inside")
    return Hidden(f"{ion}_in", label, "mM", minimum, maximum, step, how)


def _ratio(ion: str, minimum: str, maximum: str, step: str, how: Text) -> Hidden:
    return Hidden(
        f"P_{ion}", Text(zh=f"*P*_{{{ion}}}/*P*_{{K}}", en=f"*P*_{{{ion}}}/*P*_{{K}}"), "", minimum, maximum, step, how
    )


lab = Experiment(
    id="unknown_cell",
    title=Text(zh="未知细胞", en="The unknown cell"),
    lead=Text(
        zh="膜通透 K⁺、Na⁺ 和 Cl⁻，通透性比和胞内浓度都不知道。你能做的是更换浴液、阻断通路，再读膜电位。"
        "减少的 Na⁺ 用 NMDG⁺ 补足，减少的 Cl⁻ 用葡萄糖酸根补足，它们都不能过膜，所以渗透压和电中性保持不变。温度 "
        "310 K。",
        en="The membrane passes K⁺, Na⁺ and Cl⁻; the permeability ratios and the concentrations inside are "
        "unknown. You can "
        "change the bath, block pathways and read the membrane potential. NMDG⁺ stands in for Na⁺ you take away "
        "and gluconate "
        "for Cl⁻; neither can cross, so osmolarity and electroneutrality are kept. Temperature 310 K.",
    ),
    teaches=Text(
        zh="换浴液、关通路，几次测量就能逐一求出胞内浓度和通透性比；一次测量做不到。",
        en="Readings in well-chosen baths with pathways blocked give concentrations and permeability ratios "
        "one by one; a single reading cannot.",
    ),
    model="ghk_membrane",
    sliders=[
        Slider("K_out", default=5, minimum=0.5, maximum=150, label=outside("K")),
        Slider("Na_out", default=145, minimum=0, maximum=150, label=outside("Na")),
        Slider("Cl_out", default=150, minimum=0, maximum=150, label=outside("Cl")),
    ],
    blocks=[_block("K"), _block("Na"), _block("Cl")],
    fixed={"P_K": 1, "T": 310},
    hidden=[
        _inside(
            "K",
            "100",
            "160",
            "1",
            Text(
                zh="阻断 Na⁺ 和 Cl⁻ 通路，只剩 K⁺：读到的就是 *E*_{K}，由能斯特方程求胞内 K⁺。",
                en="Block the Na⁺ and Cl⁻ pathways: with K⁺ alone you read *E*_{K}, and Nernst gives K⁺ inside.",
            ),
        ),
        _inside(
            "Na",
            "5",
            "25",
            "0.5",
            Text(
                zh="阻断 K⁺ 和 Cl⁻ 通路，读到 *E*_{Na}，由能斯特方程求胞内 Na⁺。",
                en="Block the K⁺ and Cl⁻ pathways: you read *E*_{Na}, and Nernst gives Na⁺ inside.",
            ),
        ),
        _inside(
            "Cl",
            "4",
            "30",
            "0.5",
            Text(
                zh="阻断 K⁺ 和 Na⁺ 通路，读到 *E*_{Cl}；*z* = −1，公式里胞内、胞外的位置要对调。",
                en="Block the K⁺ and Na⁺ pathways: you read *E*_{Cl}; mind that *z* = −1 exchanges inside and outside.",
            ),
        ),
        _ratio(
            "Na",
            "0.02",
            "0.2",
            "0.005",
            Text(
                zh="只阻断 Cl⁻ 通路，膜上剩两种离子；令 *r* = exp(*FV*/*RT*)，由 *r* = (K_{out} + *a* "
                "Na_{out})/(K_{in} + *a* Na_{in}) "
                "解出 *a*。K⁺ 少、Na⁺ 多的浴液最灵敏。",
                en="Block only the Cl⁻ pathway, so that two ions remain; with *r* = exp(*FV*/*RT*), solve "
                "*r* = (K_{out} + *a* Na_{out})/(K_{in} + *a* Na_{in}) for *a*. A bath with little K⁺ and much "
                "Na⁺ is most sensitive.",
            ),
        ),
        _ratio(
            "Cl",
            "0.05",
            "0.8",
            "0.01",
            Text(
                zh="只阻断 Na⁺ 通路：*r* = (K_{out} + *b* Cl_{in})/(K_{in} + *b* Cl_{out})，解出 *b*。改变胞外 "
                "Cl⁻，看电位移动多少。",
                en="Block only the Na⁺ pathway: *r* = (K_{out} + *b* Cl_{in})/(K_{in} + *b* Cl_{out}); solve for "
                "*b*. Change Cl⁻ "
                "outside and see how far the potential moves.",
            ),
        ),
    ],
    measured="V_m",
    measured_label=Text(zh="膜电位 *V*_{m}", en="Membrane potential *V*_{m}"),
    format=Format(decimals=1, sign=True),
    x=Axis(
        label=Text(zh="胞外 K⁺ 浓度", en="K⁺ outside"), unit="mM", parameter="K_out", low=0.5, high=150, scale="log"
    ),
    y=Axis(label=Text(zh="膜电位 *V*_{m}", en="membrane potential *V*_{m}"), unit="mV", low=-150, high=100),
    strategy=Text(
        zh="能求出什么：电位只由各项之比决定，所以只能得到通透性比，得不到通透性本身。"
        "不阻断任何通路时，胞内 K⁺ 与 Na⁺ 的浓度只以 K_{in} + (*P*_{Na}/*P*_{K}) Na_{in} 这个和的形式出现，"
        "要分开它们必须阻断其中一条通路。",
        en="What can be known: the potential depends on ratios only, so you find ratios of permeabilities, never "
        "a permeability. "
        "With every pathway open, K⁺ and Na⁺ inside enter only as the sum K_{in} + (*P*_{Na}/*P*_{K}) Na_{in}; "
        "to tell them apart "
        "you must block a pathway.",
    ),
    alt=Text(
        zh="已测的膜电位对胞外 K⁺ 浓度（对数轴）的散点图。",
        en="A scatter of the measured membrane potentials against K⁺ outside (logarithmic axis).",
    ),
)
