"""How many answers it takes to hold 90 % of the article; docs/learning.md says how it is done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from tests.bench.columns import say, table
from tests.bench.learners import ActrLearner, FsrsLearner, Learner
from tests.bench.schedulers import Leitner, Ours, Scheduler, Sm2
from tests.bench.study import Studied, article, study

GOAL = 0.9
HORIZONS = (30, 90)
TUNED_ON = range(1001, 1007)
REPORTED_ON = range(1, 25)
HALVINGS = 6
# Two-sided 95 % of Student's t with 23 degrees of freedom.
T95 = 2.069

Facts = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Contender:
    """A scheduler with a knob to turn from `low` to `high`: more of it asks more often."""

    name: str
    make: Callable[[float], Scheduler]
    low: float
    high: float


OURS = Contender("this site", Ours, 0.6, 0.98)
CLASSICS = (
    Contender("Leitner, 5 boxes", lambda often: Leitner(1 / often), 0.25, 4.0),
    Contender("SM-2", lambda often: Sm2(1 / often), 0.25, 4.0),
)
MODELS: dict[str, Callable[[int], Learner]] = {
    "FSRS-6, other learners": FsrsLearner,
    "ACT-R": ActrLearner,
}
HEADS = ("", "knob", "answers", "± 95 %", "recalled", "± 95 %", "fullest day")


def bench_memory() -> None:
    facts = article()
    say(f"Answers until {GOAL:.0%} of the article's {len(facts)} facts are recalled")
    for model, learner in MODELS.items():
        for days in HORIZONS:
            report(f"{model}, {days} days", learner, facts, days)


def report(title: str, learner: Callable[[int], Learner], facts: Facts, days: int) -> None:
    rows, answers = [], {}
    for one in (OURS, *CLASSICS):
        knob = tuned(one, learner, facts, days)
        runs = list(studied(one, knob, learner, facts, days, REPORTED_ON))
        answers[one.name] = [run.answers for run in runs]
        rows.append(row(one.name, knob, runs))
    say(title)
    table(HEADS, rows)
    better = min((one.name for one in CLASSICS), key=lambda name: mean(answers[name]))
    pairs = zip(answers[OURS.name], answers[better], strict=True)
    fewer = [1 - ours / theirs for ours, theirs in pairs]
    say(f"  fewer answers than {better}: {mean(fewer):.1%} ± {margin(fewer):.1%}")
    say()


def tuned(
    one: Contender, learner: Callable[[int], Learner], facts: Facts, days: int
) -> float:
    """The least of the knob with which the goal is met on average, to a 64th of its range."""
    low, high = one.low, one.high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        runs = studied(one, middle, learner, facts, days, TUNED_ON)
        if mean(run.recalled for run in runs) >= GOAL:
            high = middle
        else:
            low = middle
    return high


def studied(
    one: Contender,
    knob: float,
    learner: Callable[[int], Learner],
    facts: Facts,
    days: int,
    seeds: Iterable[int],
) -> Iterable[Studied]:
    for seed in seeds:
        yield study(learner(seed), one.make(knob), facts, days, seed)


def row(name: str, knob: float, runs: Sequence[Studied]) -> list[str]:
    answers, recalled = [run.answers for run in runs], [run.recalled for run in runs]
    return [
        name,
        f"{knob:.3f}",
        f"{mean(answers):.0f}",
        f"{margin(answers):.0f}",
        f"{mean(recalled):.1%}",
        f"{margin(recalled):.1%}",
        f"{mean(run.fullest for run in runs):.0f}",
    ]


def margin(values: Sequence[float]) -> float:
    """Half the width of the 95 % interval of their mean."""
    return T95 * stdev(values) / len(values) ** 0.5
