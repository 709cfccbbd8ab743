"""Exercises on the glutamate-glutamine cycle: turnover, blocks, ATP, ammonium and what leaks away."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text

SECTION = "chapters/ei/glutamate_cycle"
SOURCE = "4479292"

pool_given = Given("pool", "N", "µmol/g", "6.0", "12.0", "0.5", first="8.0")
flux_given = Given("flux", r"v", "µmol/(g min)", "0.20", "0.60", "0.05", first="0.50")
pool, flux = pool_given.sympy, flux_given.sympy

turnover = Exercise(
    id="glutamate-turnover",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    teaches=Text(
        zh="周转时间等于库的大小除以通量；神经元的谷氨酸十几分钟就换一遍。",
        en="Turnover time is pool over flux; the glutamate of neurons is renewed within a quarter of an hour or so.",
    ),
    title=Text(zh="多久换一遍", en="How long for one turn"),
    statement=prose(
        zh="""
        每克皮层的神经元里有 «pool» µmol 谷氨酸，谷氨酸–谷氨酰胺循环的通量是 «flux» µmol/(g min)。
        神经元的谷氨酸库周转一遍要多少分钟？
        """,
        en="""
        The neurons in a gram of cortex hold «pool» µmol of glutamate, and the glutamate–glutamine cycle runs at
        «flux» µmol/(g min). In how many minutes is the neuronal pool turned over once?
        """,
    ),
    givens=(pool_given, flux_given),
    answer=pool / flux,
    unit="min",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "inverse",
            flux / pool,
            Text(
                zh="除反了：这是每分钟换掉的比例。时间是库除以通量。",
                en="That is the share renewed each minute. The time is the pool over the flux.",
            ),
        ),
        Misconception(
            "product",
            pool * flux,
            Text(
                zh="相乘的单位是 µmol²/(g² min)，不是时间。库除以通量才是分钟。",
                en="A product has the unit µmol²/(g² min). Pool over flux is a time.",
            ),
        ),
        Misconception(
            "half",
            pool / flux * sympy.log(2),
            Text(
                zh="这是没有补充时减半所需的时间。周转时间不乘 ln 2。",
                en="That is the half-time without supply. Turnover time carries no ln 2.",
            ),
        ),
    ),
    right=Text(
        zh="对。补充一断，末梢在几十分钟里就会空掉。",
        en="Right. Cut off from its supply, a terminal runs empty within tens of minutes.",
    ),
    hints=(
        Text(
            zh="看单位：怎样由 µmol/g 和 µmol/(g min) 得到 min？",
            en="Watch the units: how do µmol/g and µmol/(g min) make min?",
        ),
        Text(zh="库除以流过它的通量。", en="Divide the pool by the flux through it."),
    ),
    solution=prose(
        zh=r"$$\frac{«pool»}{«flux»} = «answer:.1f»\ \text{min}$$",
        en=r"$$\frac{«pool»}{«flux»} = «answer:.1f»\ \text{min}$$",
    ),
)

sodium_given = Given("sodium", r"n_\mathrm{Na}", "", "2", "4", "1", first="3")
sodium = sodium_given.sympy
atp = Exercise(
    id="glutamate-atp",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="循环转一圈约 2 个 ATP：GS 用 1 个，排出随谷氨酸进来的 3 个 Na⁺ 再用 1 个。",
        en="A turn costs about two ATP: one for GS, one to pump out the three Na⁺ that came in with glutamate.",
    ),
    title=Text(zh="转一圈花多少 ATP", en="What a turn costs"),
    statement=prose(
        zh="""
        脑里的转运体每摄取一个谷氨酸带进 3 个 Na⁺，别的转运体可以不同；这里设带进 «sodium» 个。
        钠钾泵每个 ATP 排出 3 个 Na⁺，谷氨酰胺合成酶每做一个谷氨酰胺用 1 个 ATP。
        循环通量为 «flux» µmol/(g min)。摄取和合成两步合计，每克组织每分钟要用多少 ATP？（装入囊泡的费用不计。）
        """,
        en="""
        The transporters of the brain bring in 3 Na⁺ with each glutamate; others may differ, so suppose a transporter
        that brings in «sodium». The sodium–potassium pump moves 3 Na⁺ out per ATP, and glutamine synthetase uses one
        ATP per glutamine. The cycle runs at «flux» µmol/(g min). How much ATP do uptake and synthesis use together,
        per gram and minute? (Leave out the filling of vesicles.)
        """,
    ),
    givens=(sodium_given, flux_given),
    answer=flux * (1 + sodium / 3),
    unit="µmol/(g min)",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "synthetase_only",
            flux,
            Text(
                zh="只算了 GS 的那个 ATP。带进来的 Na⁺ 要由泵排出去，也要付费。",
                en="Only the ATP of GS is there. The Na⁺ that came in has to be pumped out, and that costs too.",
            ),
        ),
        Misconception(
            "one_each",
            flux * (1 + sodium),
            Text(
                zh="你让每个 Na⁺ 花一个 ATP；钠钾泵一个 ATP 排出 3 个 Na⁺。",
                en="You paid one ATP for each Na⁺; the pump moves three per ATP.",
            ),
        ),
    ),
    steps={"turn": 1 + sodium / 3},
    right=Text(
        zh="对。照脑里的 3 个 Na⁺，转一圈是 2 个 ATP；常被引用的“1 个 ATP”只是 GS 那一步。",
        en=(
            "Right. With 3 Na⁺, as in the brain, a turn costs two ATP; the “one ATP” that is often quoted is the step "
            "of GS alone."
        ),
    ),
    hints=(
        Text(zh="先算一个谷氨酸转一圈要几个 ATP。", en="First find the ATP for one glutamate going round once."),
        Text(zh="再乘以通量。", en="Then multiply by the flux."),
    ),
    solution=prose(
        zh=r"""
        转一圈要用 $1 + «sodium»/3 = «turn:.3f»$ 个 ATP。

        $$«turn:.3f» \times «flux» = «answer:.3f»\ \mu\text{mol/(g min)}$$
        """,
        en=r"""
        One turn: $1 + «sodium»/3 = «turn:.3f»$ ATP.

        $$«turn:.3f» \times «flux» = «answer:.3f»\ \mu\text{mol/(g min)}$$
        """,
    ),
)

rate_given = Given("rate", "r", "", "0.10", "0.80", "0.05", first="0.10")
step_given = Given("step", "i", "", "1", "3", "1", first="1")
rate, step = rate_given.sympy, step_given.sympy
outside = Exercise(
    id="glutamate-eaat-block",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    teaches=Text(
        zh="通量不变时，胞外的水平与摄取速率成反比。",
        en="At an unchanged flux the level outside is inversely proportional to the rate of uptake.",
    ),
    title=Text(zh="摄取变慢，胞外升多少", en="Slower uptake, higher outside"),
    statement=prose(
        zh="""
        摄取与胞外谷氨酸成正比。某药使 EAAT 的速率降到原来的 «rate» 倍，释放不变。
        达到新的稳态后，胞外谷氨酸是原来的几倍？
        """,
        en="""
        Uptake is proportional to the glutamate outside. A drug slows the EAATs to «rate» of their rate and leaves
        release as it was. In the new steady state, how many times its old value is the glutamate outside?
        """,
    ),
    givens=(rate_given,),
    answer=1 / rate,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "added",
            2 - rate,
            Text(
                zh="你把少掉的摄取直接加到了水平上。稳态要求摄取重新等于释放，想想水平要乘以几。",
                en="You added the missing uptake to the level. In a steady state uptake equals release again: by what "
                "factor must the level grow?",
            ),
        ),
        Misconception(
            "same",
            sympy.Integer(1),
            Text(
                zh="通量会恢复，水平不会：摄取变慢了，要更高的浓度才带得走同样多的谷氨酸。",
                en="The flux recovers, the level does not: a slower carrier needs more glutamate to carry as much.",
            ),
        ),
        Misconception(
            "inverse",
            rate,
            Text(
                zh="方向反了：摄取变慢，胞外只会升高。",
                en="The wrong way round: with slower uptake the level outside rises.",
            ),
        ),
    ),
    right=Text(
        zh="对。末梢几乎不受影响，因为流过的通量很快恢复；受影响的是胞外的水平。",
        en="Right. The terminal hardly notices, since the flux soon recovers; what changes is the level outside.",
    ),
    hints=(
        Text(
            zh="稳态时摄取等于释放，释放没有变。",
            en="In the steady state uptake equals release, and release is unchanged.",
        ),
        Text(zh="速率常数乘以水平等于同一个通量。", en="Rate constant times level is the same flux as before."),
    ),
    solution=prose(
        zh=r"""
        释放 = 摄取：$k_E E_0 = («rate»\,k_E)\,E$，所以

        $$\frac{E}{E_0} = \frac{1}{«rate»} = «answer:.2f»$$
        """,
        en=r"""
        Release equals uptake: $k_E E_0 = («rate»\,k_E)\,E$, so

        $$\frac{E}{E_0} = \frac{1}{«rate»} = «answer:.2f»$$
        """,
    ),
)

signature = Exercise(
    id="glutamate-which-block",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="由堆积和耗竭的库就能认出堵的是哪一步。",
        en="What piles up and what runs out tells which step is blocked.",
    ),
    title=Text(zh="堵的是哪一步", en="Which step is blocked?"),
    statement=prose(
        zh="""
        三种药各使循环里的一步降到 10 %，三十分钟后测各个库：

        1 号药：星形胶质细胞谷氨酰胺升到近三倍，神经元谷氨酰胺和谷氨酸都减少。
        2 号药：谷氨酰胺在两种细胞里都升高，谷氨酸在各处都减少。
        3 号药：胞外谷氨酸升到十倍，胞内的各个库几乎没变。

        «step» 号药堵的是哪一步？
        """,
        en="""
        Each of three drugs slows one step of the cycle to 10 %. Thirty minutes later:

        Drug 1: glutamine in astrocytes has nearly tripled; glutamine and glutamate in neurons have both fallen.
        Drug 2: glutamine has risen in both cells, and glutamate has fallen everywhere.
        Drug 3: glutamate outside has risen to ten times its level, and the pools inside cells have hardly changed.

        Which step does drug «step» block?
        """,
    ),
    givens=(step_given,),
    answer=sympy.Piecewise((0, sympy.Eq(step, 1)), (1, sympy.Eq(step, 2)), (2, True)),
    options=(
        Option(
            "snat",
            Text(zh="谷氨酰胺的转移（SNAT）", en="Transfer of glutamine (SNAT)"),
            Text(
                zh="转移受阻时，谷氨酰胺只堆在星形胶质细胞里，到不了神经元。",
                en="Blocked transfer dams glutamine in astrocytes only; none reaches the neuron.",
            ),
        ),
        Option(
            "pag",
            Text(zh="谷氨酰胺的水解（PAG）", en="Hydrolysis of glutamine (PAG)"),
            Text(
                zh="水解受阻时，谷氨酰胺在神经元里也堆积起来，因为它到得了，却用不掉。",
                en="Blocked hydrolysis lets glutamine pile up in the neuron too: it arrives and is not used.",
            ),
        ),
        Option(
            "eaat",
            Text(zh="谷氨酸的摄取（EAAT）", en="Uptake of glutamate (EAAT)"),
            Text(
                zh="摄取受阻，看得见的是胞外升高；通量很快恢复，胞内的库几乎不变。",
                en="Blocked uptake shows outside the cells; the flux soon recovers, and pools inside hardly change.",
            ),
        ),
        Option(
            "gs",
            Text(zh="谷氨酰胺的合成（GS）", en="Synthesis of glutamine (GS)"),
            Text(
                zh="合成受阻，谷氨酰胺在两种细胞里都会减少，星形胶质细胞的谷氨酸则升高。",
                en="With blocked synthesis glutamine falls in both cells and glutamate rises in astrocytes.",
            ),
        ),
    ),
    right=Text(
        zh="对。上游堆积，下游耗竭，直到上游堆得够高，把通量补回来；胞外的库小，转眼就补回来了。",
        en="Right. Upstream things pile up and downstream they run out, until the pile restores the flux; outside, "
        "where the pool is tiny, that takes no time.",
    ),
    hints=(
        Text(
            zh="看什么堆了起来：堵的地方就在它的下游。", en="See what has piled up: the block is just downstream of it."
        ),
        Text(
            zh="循环的次序：摄取、合成、转移、水解、释放。",
            en="The order is uptake, synthesis, transfer, hydrolysis, release.",
        ),
    ),
    solution=prose(
        zh="""
        找到哪个库堆了起来，堵的就是它的出路。
        只堆在星形胶质细胞里：转移（SNAT）；两种细胞里都堆：水解（PAG）；堆在胞外：摄取（EAAT）。
        """,
        en="""
        Find the pool that has piled up; its way out is blocked. Glutamine dammed in astrocytes only:
        transfer (SNAT). In both cells: hydrolysis (PAG). Glutamate dammed outside: uptake (EAAT).
        """,
    ),
)

share_given = Given("share", "p", "%", "10", "20", "1", first="15")
turns_given = Given("turns", "n", "", "3", "8", "1", first="5")
share, turns = share_given.sympy, turns_given.sympy
left = Exercise(
    id="glutamate-label-left",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="循环是开放的：每转一圈流失一成半，转几圈之后，一批分子就剩不到一半。",
        en="The cycle is open: at 15 % a turn, less than half of a cohort is left after a few turns.",
    ),
    title=Text(zh="转了几圈，还剩多少", en="What is left after a few turns"),
    statement=prose(
        zh="""
        谷氨酸每转一圈有 «share» % 被氧化掉，缺额由从头合成的新分子补上。
        跟踪一批带标记的分子：转了 «turns» 圈之后，其中还在循环里的占百分之几？
        """,
        en="""
        In every turn of the cycle «share» % of the glutamate is oxidised, and new molecules made from glucose take its
        place. Follow a cohort of labelled molecules: what percentage of them is still in the cycle after «turns»
        turns?
        """,
    ),
    givens=(share_given, turns_given),
    answer=100 * (1 - share / 100) ** turns,
    unit="%",
    rtol=0.02,
    atol=0.3,
    misconceptions=(
        Misconception(
            "linear",
            100 - share * turns,
            Text(
                zh="每转一圈失去的是剩下的 «share» %，不是原来的 «share» %：要连乘。",
                en="Each turn takes «share» % of what is left, not of what there was at first: multiply.",
            ),
        ),
        Misconception(
            "lost",
            100 - 100 * (1 - share / 100) ** turns,
            Text(
                zh="这是已经流失的部分。题目问的是剩下的。",
                en="That is what has gone. The question asks for what is left.",
            ),
        ),
        Misconception(
            "closed",
            sympy.Integer(100),
            Text(
                zh="库的大小确实不变，分子却换了：这个循环并不封闭。",
                en="The pool keeps its size, but not its molecules: the cycle is not closed.",
            ),
        ),
    ),
    right=Text(
        zh="对。库的大小不变，不等于分子没有换过。",
        en="Right. A pool of constant size need not keep its molecules.",
    ),
    hints=(
        Text(zh="转一圈剩下的比例是 1 − «share»/100。", en="After one turn 1 − «share»/100 is left."),
        Text(
            zh="转 «turns» 圈就是这个比例的 «turns» 次方。", en="After «turns» turns it is that to the power «turns»."
        ),
    ),
    solution=prose(
        zh=r"$$100\,(1 - «share»/100)^{«turns»} = «answer:.1f»\ \%$$",
        en=r"$$100\,(1 - «share»/100)^{«turns»} = «answer:.1f»\ \%$$",
    ),
)

make_given = Given("make", r"v_\mathrm{GS}", "µmol/(g min)", "0.10", "0.30", "0.05", first="0.20")
split_given = Given("split", r"v_\mathrm{PAG}", "µmol/(g min)", "0.40", "0.60", "0.05", first="0.50")
time_given = Given("time", "t", "min", "2", "8", "1", first="5")
make, split, time = make_given.sympy, split_given.sympy, time_given.sympy
ammonium = Exercise(
    id="glutamate-ammonium",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="每转一圈固定一个铵、放出一个铵；两步的速率不等，铵就积存或减少。",
        en="A turn binds one ammonium and frees one; where the two steps run apart, ammonium builds up.",
    ),
    title=Text(zh="铵的账", en="The account of ammonium"),
    statement=prose(
        zh="""
        GS 被部分抑制，只以 «make» µmol/(g min) 的速率合成谷氨酰胺；PAG 仍以 «split» µmol/(g min) 水解谷氨酰胺。
        在 «time» min 里，这两步合计净放出多少铵（放出为正）？
        """,
        en="""
        GS is partly inhibited and makes glutamine at only «make» µmol/(g min), while PAG still splits it at «split»
        µmol/(g min). How much ammonium do the two steps set free on balance in «time» min (release counted positive)?
        """,
    ),
    givens=(make_given, split_given, time_given),
    answer=(split - make) * time,
    unit="µmol/g",
    rtol=0.01,
    misconceptions=(
        Misconception(
            "synthesis_forgotten",
            split * time,
            Text(
                zh="只算了 PAG 放出的铵。GS 每合成一个谷氨酰胺就固定一个铵，要减去。",
                en="That is what PAG frees. GS binds one ammonium for each glutamine it makes: take it off.",
            ),
        ),
        Misconception(
            "sign",
            (make - split) * time,
            Text(
                zh="符号反了：PAG 放出铵，GS 固定铵，这里放出的多。",
                en="The sign is wrong: PAG frees ammonium, GS binds it, and here more is freed.",
            ),
        ),
        Misconception(
            "two_nitrogens",
            2 * (split - make) * time,
            Text(
                zh="谷氨酰胺有两个氮，但水解只放出酰胺的那一个；另一个留在谷氨酸上。",
                en="Glutamine has two nitrogens, but hydrolysis frees only that of the amide; the other stays on "
                "glutamate.",
            ),
        ),
    ),
    right=Text(
        zh="对。谷氨酰胺减少多少，铵就多出多少：氮不会消失。",
        en="Right. As much glutamine as disappears, so much ammonium appears: nitrogen is not lost.",
    ),
    hints=(
        Text(zh="PAG 每次放出一个铵，GS 每次固定一个。", en="PAG frees one ammonium each time, GS binds one."),
        Text(zh="两个速率之差乘以时间。", en="The difference of the rates, times the time."),
    ),
    solution=prose(
        zh=r"$$(«split» - «make») \times «time» = «answer:.2f»\ \mu\text{mol/g}$$",
        en=r"$$(«split» - «make») \times «time» = «answer:.2f»\ \mu\text{mol/g}$$",
    ),
)

EXERCISES = (turnover, atp, outside, signature, left, ammonium)
