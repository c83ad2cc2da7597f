"""How one learner forgets, and how long each of their facts may wait.

FSRS foretells how many days a fact lasts, that is until its recall falls to 90 %. Each learner has
a line that says how long it lasts with them,

    log(days) = scale + (1 + slope) × log(days foretold),

and each answer moves that line as far as it surprises. docs/learning.md gives the reasons and the
sources.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from math import exp, log, sqrt

from quizzes.models import Card, User

# Before the first answer: within e to the ±1 of what FSRS foretells for a day, two times in three.
SCALE_VARIANCE = 1.0
SLOPE_VARIANCE = 0.3**2
LEAST_LASTING, MOST_LASTING = 0.01, 36_500.0
# However strong the other facts are, none waits longer than this chance of recall allows.
LEAST_RECALL = 0.7


def recall(days: float, lasting: float, decay: float) -> float:
    """The chance, 0 to 1, that a fact is recalled after so many days."""
    return float((1 + bend(decay) * days / lasting) ** -decay)


def bend(decay: float) -> float:
    """What makes the curve pass 90 % when a fact has lasted its days."""
    return float(0.9 ** (-1 / decay) - 1)


@lru_cache(maxsize=256)
def times_lasting(held: float, decay: float) -> float:
    """How many times its days a fact waits for an average recall, all that while, of `held`."""
    low, high = 1e-6, 1e6
    for _ in range(100):
        middle = sqrt(low * high)
        low, high = (middle, high) if average_recall(middle, decay) > held else (low, middle)
    return low


def average_recall(times: float, decay: float) -> float:
    """Of a fact from its answer on until it has waited so many times its days."""
    area = times * bend(decay)
    return float(((1 + area) ** (1 - decay) - 1) / (area * (1 - decay)))


@dataclass
class Pace:
    """A learner's line and how sure it is, and the strength of their facts in review.

    `weakness` is the sum, over those `facts`, of 1 / √days that each lasts.
    """

    scale: float = 0.0
    slope: float = 0.0
    scale_variance: float = SCALE_VARIANCE
    slope_variance: float = SLOPE_VARIANCE
    covariance: float = 0.0
    facts: int = 0
    weakness: float = 0.0

    def lasting(self, stability: float) -> float:
        """The days that a fact lasts with this learner, where FSRS foretells `stability` days."""
        days = self.scale + (1 + self.slope) * log(stability)
        return exp(min(max(days, log(LEAST_LASTING)), log(MOST_LASTING)))

    def learn(self, card: Card, now: datetime, *, correct: bool, guessed: float) -> None:
        """Learns from an answer to `card`, which is not moved on yet and counts no more until then.

        The line's two numbers are normally distributed and stay so: one step of Newton's method
        from what was foretold (an extended Kalman filter). `guessed` is the chance that somebody
        who does not know is right. An answer within a day says nothing.
        """
        self.leave(card)
        days = (now - card.last_review).days if card.last_review else 0
        if days < 1 or not card.stability:
            return
        lasting = self.lasting(card.stability)
        known = recall(days, lasting, card.decay)
        right = known + (1 - known) * guessed
        waited = bend(card.decay) * days / lasting
        steep = (1 - guessed) * known * card.decay * waited / (1 + waited)
        self.step(log(card.stability), steep, right, correct=correct)

    def step(self, at: float, steep: float, right: float, *, correct: bool) -> None:
        """`steep` is how `right`, the chance foretold, grows with the line's value at `at`."""
        chance = right * (1 - right)
        information = steep**2 / chance
        scale = self.scale_variance + at * self.covariance
        slope = self.covariance + at * self.slope_variance
        damped = 1 / (1 + information * (scale + at * slope))
        surprise = damped * (correct - right) * steep / chance
        self.scale += scale * surprise
        self.slope += slope * surprise
        self.scale_variance -= damped * information * scale**2
        self.covariance -= damped * information * scale * slope
        self.slope_variance -= damped * information * slope**2

    def leave(self, card: Card) -> None:
        """Counts a fact no more."""
        if card.state == Card.State.REVIEW and card.lasting:
            self.facts -= 1
            self.weakness = self.weakness - 1 / sqrt(card.lasting) if self.facts else 0.0

    def enter(self, card: Card) -> None:
        """Notes how long the fact lasts now and, if it is in review, counts it."""
        card.lasting = self.lasting(card.stability or LEAST_LASTING)
        if card.state == Card.State.REVIEW:
            self.facts += 1
            self.weakness += 1 / sqrt(card.lasting)

    def wait(self, card: Card, held: float) -> float:
        """The days that a fact in review, counted already, waits so that all hold `held`.

        Between how long this fact lasts and how long the learner's facts do: so a share of
        `held` is recalled on average with the fewest answers.
        """
        lasting = card.lasting or LEAST_LASTING
        typical = (self.facts / self.weakness) ** 2
        longest: float = (LEAST_RECALL ** (-1 / card.decay) - 1) / bend(card.decay)
        return min(times_lasting(held, card.decay) * sqrt(lasting * typical), longest * lasting)


def pace_of(learner: User) -> Pace:
    return Pace(**learner.pace)


def keep_pace(learner: User, pace: Pace) -> None:
    """One statement; the caller holds the lock on the learner."""
    learner.pace = asdict(pace)
    learner.save(update_fields=["pace"])
