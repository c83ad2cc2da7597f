"""Two models of a learner's memory, neither of which any scheduler was fitted to.

Time is counted in days; a learner is one seed, and the same seed is the same learner.
"""

from math import exp, log
from random import Random
from typing import Protocol

from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

# The medians that FSRS-6 was first published with (py-fsrs 5): of other learners than those whose
# medians py-fsrs 6 schedules with.
OTHERS = (
    *(0.2172, 1.1771, 3.2602, 16.1507, 7.0114, 0.57, 2.0966, 0.0069, 1.5261, 0.112, 1.0178),
    *(1.849, 0.1133, 0.3127, 2.2934, 0.2191, 3.0004, 0.7536, 0.3332, 0.1437, 0.2),
)
PARAMETER_SPREAD = 0.25
FACT_SPREAD = 0.5
KNOWN_AT_FIRST = 0.6
AGAIN, GOOD = 1, 3


class Learner(Protocol):
    """Remembers facts, each known by its number."""

    def read(self, fact: int, at: float) -> None:
        """Reads the fact in its lesson, just before it is asked for the first time."""

    def recall(self, fact: int, at: float) -> float:
        """The chance, 0 to 1, that the fact is recalled."""

    def studied(self, fact: int, at: float, *, recalled: bool) -> None:
        """Was asked and then shown the answer."""


class FsrsLearner:
    """FSRS-6: every learner has parameters about those of others, every fact its own strength."""

    def __init__(self, seed: int) -> None:
        draw = Random(f"fsrs/{seed}")
        bounds = zip(OTHERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        self.w = [
            min(max(one * exp(draw.gauss(0, PARAMETER_SPREAD)), low), high)
            for one, low, high in bounds
        ]
        self.factor = 0.9 ** (-1 / self.w[20]) - 1
        self.seed = seed
        self.memories: dict[int, tuple[float, float, float]] = {}

    def read(self, fact: int, at: float) -> None:
        pass

    def recall(self, fact: int, at: float) -> float:
        if fact not in self.memories:
            return KNOWN_AT_FIRST
        stability, _difficulty, last = self.memories[fact]
        return float((1 + self.factor * (at - last) / stability) ** -self.w[20])

    def studied(self, fact: int, at: float, *, recalled: bool) -> None:
        grade = GOOD if recalled else AGAIN
        if fact not in self.memories:
            strength = exp(Random(f"fsrs/{self.seed}/{fact}").gauss(0, FACT_SPREAD))
            self.memories[fact] = self.w[grade - 1] * strength, self.first_difficulty(grade), at
            return
        stability, difficulty, last = self.memories[fact]
        recall = self.recall(fact, at)
        if at - last < 1:
            stability *= self.within_a_day(stability, grade)
        elif recalled:
            stability *= 1 + self.growth(stability, difficulty, recall)
        else:
            stability = self.after_lapse(stability, difficulty, recall)
        self.memories[fact] = max(stability, 0.001), self.next_difficulty(difficulty, grade), at

    def first_difficulty(self, grade: int) -> float:
        return min(max(self.w[4] - exp(self.w[5] * (grade - 1)) + 1, 1.0), 10.0)

    def next_difficulty(self, difficulty: float, grade: int) -> float:
        moved = difficulty - self.w[6] * (grade - GOOD) * (10 - difficulty) / 9
        easiest = self.w[4] - exp(self.w[5] * 3) + 1
        return min(max(self.w[7] * easiest + (1 - self.w[7]) * moved, 1.0), 10.0)

    def within_a_day(self, stability: float, grade: int) -> float:
        w = self.w
        change = exp(w[17] * (grade - GOOD + w[18])) * stability ** -w[19]
        return max(change, 1.0) if grade == GOOD else float(change)

    def growth(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.w
        gain = exp(w[8]) * (11 - difficulty) * stability ** -w[9]
        return float(gain * (exp((1 - recall) * w[10]) - 1))

    def after_lapse(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.w
        left = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
        return float(min(left * exp((1 - recall) * w[14]), stability / exp(w[17] * w[18])))


class ActrLearner:
    """ACT-R with decay by activation, with the parameters of Pavlik & Anderson (2005).

    Each time a fact is read or asked leaves a trace, which decays the faster the better the fact
    was known at that time; that is the spacing effect. Between days the mind's clock runs slow.
    """

    DECAY_SCALE = 0.217
    DECAY_LEAST = 0.177
    THRESHOLD = -0.704
    NOISE = 0.255
    BETWEEN_DAYS = 0.025
    SPREAD = 0.3
    # So that a fact just read is known at first as often as with the other model.
    TALENT = 0.54
    DAY_SECONDS = 86_400
    READ_BEFORE = 600

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.talent = Random(f"actr/{seed}").gauss(self.TALENT, self.SPREAD)
        self.traces: dict[int, list[tuple[float, float]]] = {}
        self.ease: dict[int, float] = {}

    def clock(self, at: float) -> float:
        """Seconds as the mind counts them."""
        day = int(at)
        return day * self.DAY_SECONDS * self.BETWEEN_DAYS + (at - day) * self.DAY_SECONDS

    def read(self, fact: int, at: float) -> None:
        self.ease[fact] = Random(f"actr/{self.seed}/{fact}").gauss(0, self.SPREAD)
        self.traces[fact] = [(self.clock(at) - self.READ_BEFORE, self.DECAY_LEAST)]

    def activation(self, fact: int, at: float) -> float:
        now = self.clock(at)
        left = sum(max(now - then, 1.0) ** -decay for then, decay in self.traces[fact])
        return self.talent + self.ease[fact] + log(left)

    def recall(self, fact: int, at: float) -> float:
        if fact not in self.traces:
            return 0.0
        return 1 / (1 + exp((self.THRESHOLD - self.activation(fact, at)) / self.NOISE))

    def studied(self, fact: int, at: float, *, recalled: bool) -> None:  # noqa: ARG002
        decay = self.DECAY_SCALE * exp(self.activation(fact, at)) + self.DECAY_LEAST
        self.traces[fact].append((self.clock(at), decay))
