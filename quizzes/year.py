"""A year of a learner's days, seen whole: the calendar, the streak, accuracy by kind, time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from quizzes.days import WEEK, DayFigures, figures, monday, streak_alive
from quizzes.models import Day, Fact, Question, User

WEEKS = 53
MONTH_DAYS = 30


@dataclass(frozen=True)
class KindFigures:
    """The answers to one kind of question, or on one kind of fact; `label` names it."""

    label: str
    answers: int
    correct: int

    @property
    def accuracy(self) -> float:
        return self.correct / self.answers


@dataclass(frozen=True)
class Sums:
    """Days added up; `seconds` is the time spent on questions, `days` how many were learnt on."""

    days: int = 0
    answers: int = 0
    correct: int = 0
    seconds: int = 0
    met: int = 0
    mastered: int = 0

    @classmethod
    def of(cls, days: Iterable[Day]) -> "Sums":
        rows = [(1, d.answers, d.correct, d.seconds, d.met, d.mastered) for d in days]
        return cls(*map(sum, zip(*rows, strict=True)))

    @property
    def accuracy(self) -> float | None:
        return self.correct / self.answers if self.answers else None


@dataclass(frozen=True)
class Year:
    """53 weeks up to today; `days` begin on a Monday."""

    days: list[DayFigures] = field(default_factory=list)
    streak: int = 0
    sums: Sums = field(default_factory=Sums)
    month: Sums = field(default_factory=Sums)
    by_item: list[KindFigures] = field(default_factory=list)
    by_fact: list[KindFigures] = field(default_factory=list)


def year(learner: User, until: date) -> Year:
    """The year that ends on `until`; one query, of at most 371 rows."""
    first = monday(until) - (WEEKS - 1) * WEEK
    rows = Day.objects.filter(learner=learner, day__range=(first, until))
    days = {day.day: day for day in rows}
    month_ago = until - timedelta(days=MONTH_DAYS)
    return Year(
        days=figures(first, until, days),
        streak=streak_alive(until, days),
        sums=Sums.of(days.values()),
        month=Sums.of(day for day in days.values() if day.day > month_ago),
        by_item=by_kind(days.values(), "item"),
        by_fact=by_kind(days.values(), "fact"),
    )


def by_kind(days: Iterable[Day], of: str) -> list[KindFigures]:
    """What was answered by kind of "item" or "fact", in the order in which kinds are listed."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for day in days:
        for kind, (answers, correct) in day.kinds.items():
            counted[kind][0] += answers
            counted[kind][1] += correct
    kinds = Question.Kind if of == "item" else Fact.Kind
    return [
        KindFigures(str(kind.label), *counted[f"{of}.{kind.value}"])
        for kind in kinds
        if f"{of}.{kind.value}" in counted
    ]
