"""An unknown terminal: number of sites, quantal size and release probability, found from samples of trials."""

from labsupport.i18n import Text
from labsupport.labs.declaration import Axis, Format, Slider
from labsupport.labs.experiment import Experiment, Hidden, Reading

lab = Experiment(
    id="unknown_terminal",
    title=Text(zh="未知末梢", en="The unknown terminal"),
    lead=Text(
        zh="按一次“测量”，就刺激这个突触若干次，得到电流的均值、方差和失败率；每次测量都是新的样本。"
        "你能改变胞外钙和刺激次数。位点数、量子大小和释放概率都不知道。"
        "已由自发的微小电流测得：量子大小的变异系数为 0.2；记录噪声已经扣除。",
        en="Press Measure and the synapse is stimulated a number of times: you read the mean of the currents, their "
        "variance and "
        "the share of failures, from a new sample each time. You can set the calcium outside and the number of "
        "stimuli. The number "
        "of sites, the quantal size and the release probability are unknown. From spontaneous "
        "miniature currents it is known that quantal size varies with a CV of 0.2; "
        "recording noise has been subtracted.",
    ),
    teaches=Text(
        zh="在几种钙浓度下测均值和方差，就能分别求出 *N*、*q* 和 *P*_{r}；一种浓度下的均值做不到。",
        en="Means and variances at several calcium levels give *N*, *q* and *P*_{r} one by one; the mean at one level "
        "cannot.",
    ),
    minutes=20,
    model="unknown_terminal",
    sliders=[
        Slider("Ca", default=2, label=Text(zh="胞外钙", en="Calcium outside")),
        Slider("trials", default=400, label=Text(zh="刺激次数", en="Number of stimuli")),
    ],
    blocks=[],
    fixed={"CV_q": 0.2, "I_axis": 0},
    fresh="seed",
    hidden=[
        Hidden(
            "N",
            Text(zh="位点数 *N*", en="Number of sites *N*"),
            "",
            "3",
            "12",
            "1",
            Text(
                zh="方差除以均值，对均值作图：直线的斜率是 −1/*N*。",
                en="Divide the variance by the mean and plot it against the mean: the slope of the line is −1/*N*.",
            ),
            Format(decimals=0),
        ),
        Hidden(
            "q",
            Text(zh="量子大小 *q*", en="Quantal size *q*"),
            "pA",
            "8",
            "25",
            "0.5",
            Text(
                zh="同一条直线外推到均值为 0，截距是 *q*(1 + CV²) = 1.04 *q*。",
                en="Follow the same line to a mean of zero: it ends at *q*(1 + CV²) = 1.04 *q*.",
            ),
            Format(decimals=1),
        ),
        Hidden(
            "p_normal",
            Text(zh="2 mM 钙下的 *P*_{r}", en="*P*_{r} at 2 mM calcium"),
            "",
            "0.15",
            "0.50",
            "0.05",
            Text(
                zh="在 2 mM 钙下多测几次，取均值，除以 *Nq*；再用失败率 (1 − *P*_{r})^{N} 核对。",
                en="Measure a few times at 2 mM, take the mean and divide by *Nq*; then check with the failures, "
                "(1 − *P*_{r})^{N}.",
            ),
            Format(decimals=2),
        ),
    ],
    measured="sample_variance",
    measured_label=Text(zh="方差", en="Variance"),
    format=Format(decimals=1),
    also=[
        Reading("sample_mean", Text(zh="均值", en="Mean"), Format(decimals=2)),
        Reading("sample_failures", Text(zh="失败率", en="Failures"), Format(decimals=3)),
    ],
    x=Axis(label=Text(zh="平均电流", en="mean current"), unit="pA", parameter="sample_mean", low=0, include=(50,)),
    y=Axis(label=Text(zh="方差", en="variance"), unit="pA²", low=0, include=(400,)),
    curve=("parabola", "I_axis"),
    group="Ca",
    tolerance=0.1,
    strategy=Text(
        zh="一种钙浓度给出均值、方差和失败率三个数，未知数也是三个，可是样本有误差，由此求得的 *N* 很不可靠；"
        "释放概率低时，泊松极限下失败率只给出 *NP*_{r}。"
        "钙从低到高都测，抛物线弯下来的地方才确定 *N*。刺激次数增到四倍，误差减半。",
        en="One calcium level gives three numbers, mean, variance and failures, for three unknowns; but samples "
        "scatter, and the "
        "*N* so found is poor; where release is rare, failures give only *NP*_{r}, as Poisson's law says. Measure "
        "from low to high "
        "calcium: *N* shows where the parabola bends down. Four times as many stimuli halve the error.",
    ),
    alt=Text(zh="已测的方差对均值的散点图。", en="A scatter of the measured variances against the means."),
)
