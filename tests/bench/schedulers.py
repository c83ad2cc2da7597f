"""The schedulers compared; each tells when a fact is asked next.

Time is counted in days. One knob each: this site's is the desired retention, the others stretch
their intervals, because neither knows of a goal.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from math import sqrt
from typing import Protocol

from quizzes.models import Card
from quizzes.pace import Pace
from quizzes.scheduling import review
from quizzes.workload import near, quietest
from tests.bench.learners import Learner

START = datetime(2024, 1, 1, 4, tzinfo=UTC)
TEN_MINUTES = 10 / 1440


class Scheduler(Protocol):
    def answered(self, fact: int, at: float, kind: str, *, right: bool) -> float:
        """When the fact is asked next: on a later day, or ten minutes later."""


class Ours:
    """What this site does: FSRS by fact, weighed by what an answer proves, at the learner's pace,
    to the quietest day.

    Its knob is the setting DESIRED_RETENTION.
    """

    def __init__(self) -> None:
        self.cards: dict[int, Card] = {}
        self.pace = Pace()
        self.load: Counter[int] = Counter()
        self.due: dict[int, int] = {}

    def answered(self, fact: int, at: float, kind: str, *, right: bool) -> float:
        card = self.cards.setdefault(fact, Card(fact_id=fact))
        now = START + timedelta(days=at)
        review(card, correct=right, kind=kind, seconds=None, now=now, pace=self.pace)
        if card.state != Card.State.REVIEW or card.due is None:
            return int(at) + 1
        return self.on_a_quiet_day(fact, int(at), (card.due - now).days, card.reps)

    def on_a_quiet_day(self, fact: int, today: int, days: int, reps: int) -> int:
        self.load[self.due.pop(fact, -1)] -= 1
        loads = {ahead: self.load[today + ahead] for ahead in near(days)}
        due = today + quietest(loads, f"{fact}/{reps}")
        self.due[fact] = due
        self.load[due] += 1
        return due


class Leitner:
    """Leitner's file of cards (1972), its five boxes looked through every 1, 2, 4, 8, 16 days.

    A card known goes one box on, a card not known back to the first.
    """

    INTERVALS = (1, 2, 4, 8, 16)

    def __init__(self, stretch: float) -> None:
        self.stretch = stretch
        self.boxes: dict[int, int] = {}

    def answered(self, fact: int, at: float, _kind: str, *, right: bool) -> float:
        last = len(self.INTERVALS) - 1
        box = min(self.boxes.get(fact, 0) + 1, last) if right else 0
        self.boxes[fact] = box
        return int(at) + max(1, round(self.INTERVALS[box] * self.stretch))


class Sm2:
    """SM-2 (Woźniak 1990), with quality 4 for a right answer and 1 for a wrong one.

    Below 3 the repetitions begin anew and the E-factor stays; what was below 4 is repeated on the
    same day until it is 4, which changes neither.
    """

    RIGHT, WRONG = 4, 1

    def __init__(self, stretch: float) -> None:
        self.stretch = stretch
        self.items: dict[int, tuple[int, float, float]] = {}
        self.repeating: set[int] = set()

    def answered(self, fact: int, at: float, _kind: str, *, right: bool) -> float:
        if fact not in self.repeating:
            self.items[fact] = self.repetition(fact, self.RIGHT if right else self.WRONG)
        if not right:
            self.repeating.add(fact)
            return at + TEN_MINUTES
        self.repeating.discard(fact)
        return int(at) + max(1, round(self.items[fact][1] * self.stretch))

    def repetition(self, fact: int, quality: int) -> tuple[int, float, float]:
        """The number of the repetition, its interval in days, and the E-factor."""
        n, interval, ease = self.items.get(fact, (0, 0.0, 2.5))
        if quality < 3:
            return 1, 1.0, ease
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        interval = (1.0, 6.0)[n] if n < 2 else interval * ease
        return n + 1, interval, ease


class Seer:
    """Sees how long each memory really lasts, and lets it wait by the site's rule of the root.

    No scheduler can; it shows how much is still to be won by knowing the learner better.
    """

    def __init__(self, stretch: float, learner: Learner) -> None:
        self.stretch = stretch
        self.learner = learner

    def answered(self, fact: int, at: float, _kind: str, *, right: bool) -> float:  # noqa: ARG002
        return int(at) + max(1, round(self.stretch * sqrt(self.lasting(fact, at))))

    def lasting(self, fact: int, at: float) -> float:
        """The days until recall falls to 90 %."""
        low, high = 0.05, 500.0
        for _ in range(12):
            middle = sqrt(low * high)
            if self.learner.recall(fact, at + middle) > 0.9:
                low = middle
            else:
                high = middle
        return low
