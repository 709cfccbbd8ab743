"""Exercises on quantal release: what the binomial predicts, and what data tell of N, P_r and q."""

from __future__ import annotations

import sympy

from labsupport.exercises.bank.prose import prose
from labsupport.exercises.code import CodeExercise, WrongFunction, argument
from labsupport.exercises.declaration import Exercise, Given, Misconception, Option
from labsupport.i18n import Text
from labsupport.synapse.quantal_release import binomial_release_model

SECTION = "chapters/ei/quantal_release"
SOURCE = "4479273"

N_given = Given("N", "N", "", "3", "12", "1", first="5")
P_given = Given("P", r"P_\mathrm{r}", "", "0.20", "0.70", "0.05", first="0.30")
low_given = Given("P", r"P_\mathrm{r}", "", "0.02", "0.10", "0.01", first="0.05")
q_given = Given("q", "q", "pA", "8", "30", "1", first="20")
CV_given = Given("CV", r"\mathrm{CV}_q", "", "0.20", "0.50", "0.05", first="0.30")
N, P, q, CV = (g.sympy for g in (N_given, P_given, q_given, CV_given))


def binomial(output: str, **changed):
    """An output of the binomial model at the given numbers."""
    return binomial_release_model.expression(output, **({"N": N, "P_r": P, "q": q, "CV_q": 0} | changed))


_SYNAPSE_ZH = "一个突触有 «N» 个独立的释放位点，释放概率都是 «P»，量子大小 «q» pA，且每个量子一样大。"
_SYNAPSE_EN = (
    "A synapse has «N» independent release sites, each with release probability «P»; every quantum is «q» pA. "
)

variance = Exercise(
    id="quantal-variance",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=4,
    teaches=Text(
        zh="各位点相互独立，方差相加，每个位点贡献 P_r(1 − P_r)q²。",
        en="Independent sites add their variances, P_r(1 − P_r)q² each.",
    ),
    title=Text(zh="一次次试验差多少", en="How much trials scatter"),
    statement=Text(
        zh=_SYNAPSE_ZH + "一次次动作电位引起的电流，方差是多少（pA²）？",
        en=_SYNAPSE_EN + "What is the variance, in pA², of the current from one action potential to the next?",
    ),
    givens=(N_given, P_given, q_given),
    answer=binomial("variance"),
    unit="pA²",
    atol=0.1,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "poisson",
            N * P * q**2,
            Text(
                zh="漏了 (1 − *P*_{r})。这是泊松分布的方差，只有释放概率很低时才近似成立。",
                en="The factor (1 − *P*_{r}) is missing: that is Poisson's variance, near the truth only for rare "
                "release.",
            ),
        ),
        Misconception(
            "q_not_squared",
            N * P * (1 - P) * q,
            Text(
                zh="*q* 没有平方。电流乘以 *q*，方差就乘以 *q*²。",
                en="*q* was not squared: the current goes with *q*, its variance with *q*².",
            ),
        ),
        Misconception(
            "standard_deviation",
            binomial("sd"),
            Text(
                zh="这是标准差的数值。方差还要平方，单位是 pA²。",
                en="That is the size of the standard deviation. The variance is its square, in pA².",
            ),
        ),
        Misconception(
            "sites_squared",
            N**2 * P * (1 - P) * q**2,
            Text(
                zh="*N* 平方了。各个位点独立，方差是 *N* 个位点的方差之和。",
                en="*N* was squared. The sites are independent, so their variances add: *N* of them.",
            ),
        ),
    ),
    steps={"one": P * (1 - P)},
    right=Text(
        zh="对。每个位点贡献 *P*_{r}(1 − *P*_{r})*q*²，*N* 个相加。",
        en="Right. Each site adds *P*_{r}(1 − *P*_{r})*q*², and there are *N* of them.",
    ),
    hints=(
        Text(
            zh="一个位点是一次伯努利试验：方差是 *P*_{r}(1 − *P*_{r})，以 *q*² 为单位。",
            en="One site is a Bernoulli trial, of variance *P*_{r}(1 − *P*_{r}) in units of *q*².",
        ),
        Text(zh="独立的量，方差相加。", en="Variances of independent quantities add."),
    ),
    solution=prose(
        zh=r"""
        $$\sigma^2 = N P_\mathrm{r}(1-P_\mathrm{r})\,q^2$$

        $$\phantom{\sigma^2} = «N» \times «one:.4f» \times «q»^2 = «answer:.1f»\ \text{pA}^2$$
        """,
        en=r"""
        $$\sigma^2 = N P_\mathrm{r}(1-P_\mathrm{r})\,q^2$$

        $$\phantom{\sigma^2} = «N» \times «one:.4f» \times «q»^2 = «answer:.1f»\ \text{pA}^2$$
        """,
    ),
)

failures = Exercise(
    id="quantal-failures",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=3,
    teaches=Text(
        zh="失败要所有位点同时都不放，比一个位点不放少见得多。",
        en="A failure needs all sites to stay silent at once, which is far rarer than the silence of one.",
    ),
    title=Text(zh="什么也没有放出来", en="Nothing was released"),
    statement=Text(
        zh="一个突触有 «N» 个独立的释放位点，释放概率都是 «P»。多大一部分动作电位一个囊泡也放不出来？",
        en=(
            "A synapse has «N» independent release sites, each with release probability «P». What share of action "
            "potentials "
            "releases no vesicle at all?"
        ),
    ),
    givens=(N_given, P_given),
    answer=binomial("failures"),
    unit="",
    atol=0.0002,
    rtol=0.02,
    misconceptions=(
        Misconception(
            "one_site",
            1 - P,
            Text(
                zh="这是一个位点不放的概率。要所有位点同时都不放，才算失败。",
                en="That is how often one site keeps its vesicle. A failure needs all sites to keep theirs.",
            ),
        ),
        Misconception(
            "all_release",
            P**N,
            Text(
                zh="这是所有位点都放的概率，问的正好相反。",
                en="That is how often all sites release: the opposite of what is asked.",
            ),
        ),
        Misconception(
            "success",
            1 - (1 - P) ** N,
            Text(
                zh="这是至少放一个的概率。失败是它的补。",
                en="That is how often at least one is released; failures are the rest.",
            ),
        ),
        Misconception(
            "poisson",
            sympy.exp(-N * P),
            Text(
                zh="这是泊松极限 e^{−*NP*}。释放概率不低时，它高估了失败。",
                en="That is Poisson's limit, e^{−*NP*}. Where release is not rare it overrates the failures.",
            ),
        ),
    ),
    right=Text(zh="对。独立的事件，概率相乘。", en="Right. Probabilities of independent events multiply."),
    hints=(
        Text(zh="一个位点不放的概率是 1 − *P*_{r}。", en="One site keeps its vesicle with probability 1 − *P*_{r}."),
        Text(
            zh="*N* 个独立的位点都不放：把这个概率连乘 *N* 次。",
            en="For *N* independent sites multiply that *N* times.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$P(0) = (1-P_\mathrm{r})^N = (1-«P»)^{«N»} = «answer:.5f»$$
        """,
        en=r"""
        $$P(0) = (1-P_\mathrm{r})^N = (1-«P»)^{«N»} = «answer:.5f»$$
        """,
    ),
)

_low = {"P_r": low_given.sympy}
single = Exercise(
    id="quantal-single",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    teaches=Text(
        zh="释放概率低时，有反应的试验大多只放一个囊泡。",
        en="Where release is rare, most of the responses are to a single vesicle.",
    ),
    title=Text(zh="低钙下看到的是不是单个量子", en="Is a small response one quantum?"),
    statement=prose(
        zh="""
        胞外钙很低，一个突触的 «N» 个独立位点的释放概率只有 «P»。
        在有反应的那些试验里，恰好只放了一个囊泡的占多大比例？
        """,
        en="""
        Calcium outside is low, and each of the «N» independent sites of a synapse releases with probability «P» only.
        Among the trials with a response, what share are responses to exactly one vesicle?
        """,
    ),
    givens=(N_given, low_given),
    answer=binomial("single_share", **_low),
    unit="",
    atol=0.002,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "of_all",
            binomial("single", **_low),
            Text(
                zh="这是占全部试验的比例。问的是占成功试验的比例，要除以 1 − *P*(0)。",
                en="That is the share of all trials. Divide it by 1 − *P*(0), the share of trials with a response.",
            ),
        ),
        Misconception(
            "any_response",
            1 - binomial("failures", **_low),
            Text(
                zh="这是有反应的试验占全部试验的比例。",
                en="That is the share of trials with any response at all.",
            ),
        ),
    ),
    steps={"one": binomial("single", **_low), "none": binomial("failures", **_low)},
    right=Text(
        zh="对。释放概率越低、位点越少，这个比例越接近 1，小的反应就越可以直接当作 *q* 来量。",
        en="Right. The rarer release is and the fewer the sites, the nearer this is to 1, and the better *q* can be "
        "read off small responses.",
    ),
    hints=(
        Text(
            zh="*P*(1) = *NP*_{r}(1 − *P*_{r})^{N−1}：*N* 个位点中任一个放，其余都不放。",
            en="*P*(1) = *NP*_{r}(1 − *P*_{r})^{N−1}: any one of *N* sites releases, the others do not.",
        ),
        Text(
            zh="有反应的试验占 1 − *P*(0)，*P*(0) = (1 − *P*_{r})^{N}。",
            en="Trials with a response are 1 − *P*(0) of all, with *P*(0) = (1 − *P*_{r})^{N}.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$P(1) = «N» \times «P» \times (1-«P»)^{«N»-1} = «one:.5f», \qquad P(0) = «none:.5f»$$

        $$\frac{P(1)}{1-P(0)} = «answer:.4f»$$
        """,
        en=r"""
        $$P(1) = «N» \times «P» \times (1-«P»)^{«N»-1} = «one:.5f», \qquad P(0) = «none:.5f»$$

        $$\frac{P(1)}{1-P(0)} = «answer:.4f»$$
        """,
    ),
)

unequal = Exercise(
    id="quantal-unequal",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    teaches=Text(
        zh="量子大小不齐，每放一个囊泡就多一份方差，与 1 − P_r 无关。",
        en="Unequal quanta add a variance for each vesicle released, whatever 1 − P_r is.",
    ),
    title=Text(zh="量子有大有小", en="Quanta of unequal size"),
    statement=prose(
        zh="""
        一个突触有 «N» 个独立的位点，释放概率 «P»，量子平均 «q» pA，但大小不齐，变异系数（标准差除以均值）是 «CV»。
        电流的方差是多少（pA²）？
        """,
        en="""
        A synapse has «N» independent sites with release probability «P». A quantum is «q» pA on average, but quanta
        vary in size, with a coefficient of variation (standard deviation over mean) of «CV».
        What is the variance of the current, in pA²?
        """,
    ),
    givens=(
        Given("N", "N", "", "4", "16", "1", first="10"),
        P_given,
        Given("q", "q", "pA", "8", "30", "1", first="10"),
        CV_given,
    ),
    answer=binomial("variance", CV_q=CV),
    unit="pA²",
    atol=0.5,
    rtol=0.005,
    misconceptions=(
        Misconception(
            "equal_quanta",
            binomial("variance"),
            Text(
                zh="这是量子都一样大时的方差。每放一个囊泡，还要加上量子本身的方差 (CV *q*)²。",
                en="That is the variance for equal quanta. Every vesicle released adds the variance of a quantum, "
                "(CV *q*)².",
            ),
        ),
        Misconception(
            "whole_factor",
            binomial("variance") * (1 + CV**2),
            Text(
                zh="(1 + CV²) 乘到了整个方差上。量子大小的方差只随放出的个数 *NP*_{r} 增加，与 (1 − *P*_{r}) 无关。",
                en="The whole variance was multiplied by (1 + CV²). What quanta add goes with the number released, "
                "*NP*_{r}, and has no factor (1 − *P*_{r}).",
            ),
        ),
        Misconception(
            "all_sites",
            binomial("variance") + N * (CV * q) ** 2,
            Text(
                zh="量子的方差按 *N* 个算了。平均只有 *NP*_{r} 个位点放出囊泡。",
                en="The variance of a quantum was counted *N* times. On average only *NP*_{r} sites release.",
            ),
        ),
    ),
    steps={"count": binomial("variance"), "size": N * P * (CV * q) ** 2},
    right=Text(
        zh="对。一部分来自放几个，一部分来自每个多大。",
        en="Right: one part from how many are released, one from how large each is.",
    ),
    hints=(
        Text(
            zh="先算量子都一样大时的方差 *NP*_{r}(1 − *P*_{r})*q*²。",
            en="First the variance for equal quanta, *NP*_{r}(1 − *P*_{r})*q*².",
        ),
        Text(
            zh="平均放出 *NP*_{r} 个，每个再带来 (CV *q*)² 的方差。",
            en="On average *NP*_{r} are released, and each brings a variance of (CV *q*)² more.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$\sigma^2 = N P_\mathrm{r}(1-P_\mathrm{r})q^2 + N P_\mathrm{r}(\mathrm{CV}\,q)^2$$

        $$\phantom{\sigma^2} = «count:.1f» + «size:.1f» = «answer:.1f»\ \text{pA}^2$$
        """,
        en=r"""
        $$\sigma^2 = N P_\mathrm{r}(1-P_\mathrm{r})q^2 + N P_\mathrm{r}(\mathrm{CV}\,q)^2$$

        $$\phantom{\sigma^2} = «count:.1f» + «size:.1f» = «answer:.1f»\ \text{pA}^2$$
        """,
    ),
)

# -- from data to parameters ------------------------------------------------------------------------------------------

content = Exercise(
    id="quantal-content",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=6,
    teaches=Text(
        zh="位点数已知，失败率就给出平均量子数；泊松公式只在释放概率很低时可用。",
        en="With the number of sites known, failures give the mean number of quanta; Poisson will do for rare "
        "release only.",
    ),
    title=Text(zh="失败率说了多少", en="What failures tell"),
    statement=prose(
        zh="""
        已知一个突触有 «N» 个独立的位点，各位点的释放概率相同。刺激许多次，失败的占 «none:.4f»。
        平均每次放出几个囊泡？
        """,
        en="""
        A synapse is known to have «N» independent sites, all with the same release probability. Of a great many stimuli
        a share of «none:.4f» fails. How many vesicles does a stimulus release on average?
        """,
    ),
    givens=(N_given, P_given),
    answer=N * P,
    unit="",
    atol=0.01,
    rtol=0.01,
    misconceptions=(
        Misconception(
            "poisson",
            -N * sympy.log(1 - P),
            Text(
                zh="−ln *P*(0) 是泊松极限，只适用于释放概率很低。这里 *N* 已知，可以先由 (1 − *P*_{r})^{N} 求 "
                "*P*_{r}。",
                en="−ln *P*(0) is Poisson's limit, good for rare release. Here *N* is known: find *P*_{r} from "
                "(1 − *P*_{r})^{N} first.",
            ),
        ),
        Misconception(
            "success_times_sites",
            N * (1 - (1 - P) ** N),
            Text(
                zh="1 − *P*(0) 是至少放一个的概率，不是一个位点的释放概率。",
                en="1 − *P*(0) is how often at least one site releases, not the release probability of a site.",
            ),
        ),
        Misconception(
            "release_only",
            P,
            Text(
                zh="这是一个位点的释放概率。平均放出的个数还要乘以 *N*。",
                en="That is the release probability of one site. The mean number is *N* times that.",
            ),
        ),
    ),
    steps={"none": (1 - P) ** N, "release": P},
    right=Text(
        zh="对。先开 *N* 次方求一个位点不放的概率，再求平均个数。",
        en="Right: the *N*-th root gives how often one site fails, and from that the mean number follows.",
    ),
    hints=(
        Text(zh="失败率是 (1 − *P*_{r})^{N}。", en="Failures are (1 − *P*_{r})^{N}."),
        Text(
            zh="开 *N* 次方求出 1 − *P*_{r}，再用 *m* = *NP*_{r}。",
            en="Take the *N*-th root for 1 − *P*_{r}, then use *m* = *NP*_{r}.",
        ),
    ),
    solution=prose(
        zh=r"""
        $$P_\mathrm{r} = 1 - P(0)^{1/N} = 1 - «none:.4f»^{1/«N»} = «release:.2f»$$

        $$m = N P_\mathrm{r} = «answer:.3f»$$
        """,
        en=r"""
        $$P_\mathrm{r} = 1 - P(0)^{1/N} = 1 - «none:.4f»^{1/«N»} = «release:.2f»$$

        $$m = N P_\mathrm{r} = «answer:.3f»$$
        """,
    ),
)

P_1_given = Given("P_1", "P_1", "", "0.10", "0.30", "0.05", first="0.15")
P_2_given = Given("P_2", "P_2", "", "0.60", "0.90", "0.05", first="0.70")
P_1, P_2 = P_1_given.sympy, P_2_given.sympy
_low_calcium = {name: binomial(name, P_r=P_1) for name in ("mean", "variance", "variance_over_mean")}
_high_calcium = {name: binomial(name, P_r=P_2) for name in ("mean", "variance", "variance_over_mean")}
_data = {
    "I_low": _low_calcium["mean"],
    "V_low": _low_calcium["variance"],
    "I_high": _high_calcium["mean"],
    "V_high": _high_calcium["variance"],
    "r_low": _low_calcium["variance_over_mean"],
    "r_high": _high_calcium["variance_over_mean"],
}
_DATA_ZH = (
    "低钙下测得平均电流 «I_low:.2f» pA、方差 «V_low:.2f» pA²；高钙下平均电流 «I_high:.2f» pA、方差 «V_high:.2f» pA²"
    "（都已减去噪声，每个量子一样大，钙只改变释放概率）。"
)
_DATA_EN = (
    "In low calcium the mean current is «I_low:.2f» pA and its variance «V_low:.2f» pA²; in high calcium the mean is "
    "«I_high:.2f» pA and the variance «V_high:.2f» pA² (noise subtracted, quanta all of one size, calcium changes "
    "nothing but release probability). "
)
# Far enough apart for two decimals to do, and no number of the statement equal to the answer by chance.
_FAIR = sympy.Min(
    P_2 - P_1 - sympy.Rational(35, 100),
    sympy.Abs(N * P_1 - 1) - sympy.Rational(4, 100),
    sympy.Abs(q * P_1 - 1) - sympy.Rational(4, 100),
)
_LINE_HINT = Text(
    zh="方差除以均值，*σ*²/*I* = *q* − *I*/*N*，随均值沿直线下降。",
    en="Variance over mean, *σ*²/*I* = *q* − *I*/*N*, falls in a straight line with the mean.",
)

size_from_data = Exercise(
    id="quantal-size-from-data",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    teaches=Text(
        zh="方差与均值之比外推到均值为零，才是量子大小。",
        en="Variance over mean, extrapolated to a mean of zero, is the quantal size.",
    ),
    title=Text(zh="由数据求量子大小", en="Quantal size from data"),
    statement=Text(zh=_DATA_ZH + "量子大小 *q* 是多少（pA）？", en=_DATA_EN + "What is the quantal size *q*, in pA?"),
    givens=(N_given, P_1_given, P_2_given, q_given),
    answer=q,
    unit="pA",
    atol=0.1,
    rtol=0.015,
    misconceptions=(
        Misconception(
            "low_ratio",
            _data["r_low"],
            Text(
                zh="这是低钙下的方差除以均值，等于 *q*(1 − *P*_{r})，释放概率不为零就偏小。请外推到均值为零。",
                en="That is variance over mean in low calcium, *q*(1 − *P*_{r}): too small as long as release is not "
                "rare. Extrapolate to a mean of zero.",
            ),
        ),
        Misconception(
            "high_ratio",
            _data["r_high"],
            Text(
                zh="这是高钙下的方差除以均值，等于 *q*(1 − *P*_{r})，偏得更多。",
                en="That is variance over mean in high calcium, *q*(1 − *P*_{r}): further off still.",
            ),
        ),
    ),
    condition=_FAIR,
    steps={**_data, "slope": (_data["r_low"] - _data["r_high"]) / (_data["I_high"] - _data["I_low"])},
    right=Text(
        zh="对。两点定一条直线，外推到均值为零，就是 *q*。",
        en="Right. Two points make the line, and at a mean of zero it gives *q*.",
    ),
    hints=(
        _LINE_HINT,
        Text(
            zh="求出两点的比值，连成直线，外推到 *I* = 0。",
            en="Work out both ratios, draw the line through them, and follow it to *I* = 0.",
        ),
    ),
    solution=prose(
        zh=r"""
        比值：低钙 $«r_low:.3f»$ pA，高钙 $«r_high:.3f»$ pA。直线每 pA 下降 $1/N = «slope:.4f»$。

        $$q = «r_low:.3f» + «slope:.4f» \times «I_low:.2f» = «answer:.2f»\ \text{pA}$$
        """,
        en=r"""
        The ratios are $«r_low:.3f»$ pA in low and $«r_high:.3f»$ pA in high calcium. The line falls by
        $1/N = «slope:.4f»$ for each pA.

        $$q = «r_low:.3f» + «slope:.4f» \times «I_low:.2f» = «answer:.2f»\ \text{pA}$$
        """,
    ),
)

sites_from_data = Exercise(
    id="quantal-sites-from-data",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=8,
    teaches=Text(
        zh="方差与均值之比随均值下降的斜率是 −1/N。",
        en="The slope at which variance over mean falls with the mean is −1/N.",
    ),
    title=Text(zh="由数据求位点数", en="Number of sites from data"),
    statement=Text(zh=_DATA_ZH + "有多少个释放位点？", en=_DATA_EN + "How many release sites are there?"),
    givens=(N_given, P_1_given, P_2_given, q_given),
    answer=N,
    unit="",
    atol=0.1,
    rtol=0.015,
    misconceptions=(
        Misconception(
            "low_inverse_cv",
            _data["I_low"] ** 2 / _data["V_low"],
            Text(
                zh="这是低钙下的 1/CV²，等于 *NP*_{r}/(1 − *P*_{r})，不是 *N*。",
                en="That is 1/CV² in low calcium, *NP*_{r}/(1 − *P*_{r}), not *N*.",
            ),
        ),
        Misconception(
            "q_from_ratio",
            _data["I_high"] / _data["r_low"],
            Text(
                zh="你用低钙下的比值去除高钙下的均值：这个比值并不正好是 *q*，高钙下也不是每个位点都放。",
                en="You divided the mean in high calcium by the ratio in low calcium: that ratio is not quite *q*, "
                "and not "
                "every site releases in high calcium.",
            ),
        ),
        Misconception(
            "wrong_slope",
            (_data["I_high"] - _data["I_low"]) / _data["r_low"],
            Text(
                zh="沿直线下降的是两个比值之差，分母要用它。",
                en="What falls along the line is the difference of the two ratios: divide by that.",
            ),
        ),
    ),
    condition=_FAIR,
    steps={**_data, "fall": _data["r_low"] - _data["r_high"], "reach": _data["I_high"] - _data["I_low"]},
    right=Text(
        zh="对。直线的斜率是 −1/*N*；只看一种钙浓度求不出它。",
        en="Right. The slope of the line is −1/*N*; one calcium level alone could not give it.",
    ),
    hints=(
        _LINE_HINT,
        Text(
            zh="斜率是 −1/*N*：用两个均值之差除以两个比值之差。",
            en="Its slope is −1/*N*: divide the difference of the means by that of the ratios.",
        ),
    ),
    solution=prose(
        zh=r"""
        比值：低钙 $«r_low:.3f»$ pA，高钙 $«r_high:.3f»$ pA，相差 $«fall:.3f»$ pA；均值相差 $«reach:.2f»$ pA。

        $$N = \frac{«reach:.2f»}{«fall:.3f»} = «answer:.0f»$$
        """,
        en=r"""
        The ratios are $«r_low:.3f»$ pA in low and $«r_high:.3f»$ pA in high calcium, $«fall:.3f»$ pA apart; the means
        are $«reach:.2f»$ pA apart.

        $$N = \frac{«reach:.2f»}{«fall:.3f»} = «answer:.0f»$$
        """,
    ),
)

s_given = Given("s", "s", "", "0", "2", "1", first="1")
half_given = Given("P", r"P_\mathrm{r}", "", "0.15", "0.40", "0.05", first="0.30")
s = s_given.sympy
_CV, _CV_doubled = binomial("CV", q=1), binomial("CV", q=1, P_r=2 * P)
change = Exercise(
    id="quantal-change",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=5,
    teaches=Text(
        zh="均值同样加倍，变异系数说出变的是 N、P_r 还是 q。",
        en="Where the mean has doubled, the coefficient of variation tells which of N, P_r and q has changed.",
    ),
    title=Text(zh="哪一个加倍了", en="What has doubled?"),
    statement=prose(
        zh="""
        一个突触原来有 «N» 个位点，释放概率 «P»，电流的变异系数是 «before:.3f»。
        某种处理使平均电流加倍，变异系数成了 «after:.3f»。三个参数中只有一个加倍，是哪一个？
        """,
        en="""
        A synapse had «N» sites with release probability «P», and its currents had a coefficient of variation of
        «before:.3f». A treatment doubled the mean current, and the coefficient of variation is now «after:.3f».
        Just one of the three parameters has doubled. Which?
        """,
    ),
    givens=(Given("N", "N", "", "4", "12", "1", first="5"), half_given, s_given),
    answer=s,
    options=(
        Option(
            "size",
            Text(zh="量子大小 *q*", en="Quantal size *q*"),
            Text(
                zh="*q* 加倍时，均值和标准差都加倍，变异系数不变。",
                en="With *q* doubled, mean and standard deviation both double, and the coefficient stays as it was.",
            ),
        ),
        Option(
            "release",
            Text(zh="释放概率 *P*_{r}", en="Release probability *P*_{r}"),
            Text(
                zh="*P*_{r} 加倍时，把新值代入 √((1 − *P*_{r})/(*NP*_{r}))，得到的不是这个数。",
                en="With *P*_{r} doubled, put the new value into √((1 − *P*_{r})/(*NP*_{r})): it does not give this "
                "number.",
            ),
        ),
        Option(
            "sites",
            Text(zh="位点数 *N*", en="Number of sites *N*"),
            Text(
                zh="*N* 加倍时，变异系数恰好除以 √2，请核对。",
                en="With *N* doubled, the coefficient falls exactly by √2; compare.",
            ),
        ),
    ),
    steps={
        "before": _CV,
        "after": sympy.Piecewise((_CV, sympy.Eq(s, 0)), (_CV_doubled, sympy.Eq(s, 1)), (_CV / sympy.sqrt(2), True)),
        "by_size": _CV,
        "by_release": _CV_doubled,
        "by_sites": _CV / sympy.sqrt(2),
    },
    right=Text(
        zh="对。均值分不出的三种变化，变异系数分得出。",
        en="Right. Three changes that the mean cannot tell apart, the coefficient of variation can.",
    ),
    hints=(
        Text(
            zh="变异系数 = √((1 − *P*_{r})/(*NP*_{r}))，里面没有 *q*。",
            en="The coefficient is √((1 − *P*_{r})/(*NP*_{r})); *q* does not occur in it.",
        ),
        Text(
            zh="分别令 *P*_{r} 和 *N* 加倍，代进去比较。", en="Double *P*_{r}, then *N*, in that formula, and compare."
        ),
    ),
    solution=prose(
        zh=r"""
        三种可能各得的变异系数：*q* 加倍 $«by_size:.3f»$，*P*_{r} 加倍 $«by_release:.3f»$，*N* 加倍 $«by_sites:.3f»$。
        测得的是 $«after:.3f»$。

        不过要小心：位点数增加，也可能是原来沉默的位点补上了受体、开始工作，变的是突触前还是突触后，还要靠别的证据。
        """,
        en=r"""
        The coefficient would be $«by_size:.3f»$ with *q* doubled, $«by_release:.3f»$ with *P*_{r} doubled and
        $«by_sites:.3f»$ with *N* doubled. Measured is $«after:.3f»$.

        But take care: a larger number of sites may mean that silent ones were given receptors and began to work, so
        whether the change is presynaptic or postsynaptic needs other evidence too.
        """,
    ),
)

# -- a function to write ----------------------------------------------------------------------------------------------


def _sites(mean_1, variance_1, mean_2, variance_2):
    return (mean_2 - mean_1) / (variance_1 / mean_1 - variance_2 / mean_2)


_SITES_SOLUTION = (
    "    def sites(mean_1, variance_1, mean_2, variance_2):\n"
    "        ratio_1 = variance_1 / mean_1\n"
    "        ratio_2 = variance_2 / mean_2\n"
    "        return (mean_2 - mean_1) / (ratio_1 - ratio_2)"
)
sites_function = CodeExercise(
    id="code-release-sites",
    revision=1,
    section=SECTION,
    source=SOURCE,
    minutes=12,
    title=Text(zh="写一个求位点数的函数", en="The number of sites as a function"),
    name="sites",
    arguments=(
        argument("mean_1", "pA", "10", "30", "1"),
        argument("variance_1", "pA²", "300", "450", "10"),
        argument("mean_2", "pA", "50", "80", "1"),
        argument("variance_2", "pA²", "200", "440", "10"),
    ),
    unit="",
    teaches=Text(
        zh="由两组均值和方差求位点数。", en="The number of release sites as code, from two means and two variances."
    ),
    statement=prose(
        zh="""
        写一个函数 `sites(mean_1, variance_1, mean_2, variance_2)`，
        由两种释放概率下测得的平均电流（pA）和方差（pA²，已减噪声）
        返回释放位点数 *N*。
        量子都一样大。返回的数不要取整。
        """,
        en="""
        Write a function `sites(mean_1, variance_1, mean_2, variance_2)` that returns the number of release sites *N*
        from the mean current (pA) and the variance (pA², noise subtracted) measured at two release probabilities.
        Quanta are all of one size. Do not round what you return.
        """,
    ),
    reference=_sites,
    wrongs=(
        WrongFunction(
            "slope_itself",
            lambda **given: 1 / _sites(**given),
            Text(
                zh="你返回的是 1/*N*，即直线的斜率。取倒数。",
                en="That is 1/*N*, the slope of the line. Take its inverse.",
            ),
        ),
        WrongFunction(
            "sign",
            lambda **given: -_sites(**given),
            Text(
                zh="符号反了：比值随均值下降，斜率是 −1/*N*。",
                en="The sign is wrong: the ratio falls with the mean, so the slope is −1/*N*.",
            ),
        ),
        WrongFunction(
            "chord",
            lambda mean_1, variance_1, mean_2, variance_2: (
                (mean_2 - mean_1) / (variance_1 - variance_2) if variance_1 != variance_2 else 0.0
            ),
            Text(
                zh="你用的是方差之差。成直线的是方差除以均值。",
                en="You took the difference of the variances. What falls in a line is variance over mean.",
            ),
        ),
        WrongFunction(
            "inverse_cv",
            lambda mean_1, variance_1, mean_2, variance_2: mean_1**2 / variance_1,
            Text(
                zh="这是第一种条件下的 1/CV² = *NP*_{r}/(1 − *P*_{r})，不是 *N*。",
                en="That is 1/CV² in the first condition, *NP*_{r}/(1 − *P*_{r}), not *N*.",
            ),
        ),
    ),
    right=Text(
        zh="对。下一步可以把它用在一次模拟的样本上，看 *N* 的误差有多大。",
        en="Right. Next, use it on a simulated sample and see how uncertain *N* is.",
    ),
    hints=(
        Text(
            zh="*σ*²/*I* = *q* − *I*/*N*：求两个比值。",
            en="*σ*²/*I* = *q* − *I*/*N*: work out the two ratios.",
        ),
        Text(
            zh="两个比值之差除以两个均值之差，是 1/*N*（取正）。",
            en="The difference of the ratios over the difference of the means is 1/*N*, taken positive.",
        ),
    ),
    solution=Text(zh=_SITES_SOLUTION, en=_SITES_SOLUTION),
)

EXERCISES = (variance, failures, single, unequal, content, size_from_data, sites_from_data, change)
CODE_EXERCISES = (sites_function,)
