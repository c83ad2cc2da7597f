"""A learner's days: what was answered on each, and the streak. Counted as answers come in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from quizzes.models import Card, Day, Response, User

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
# A streak outlives so many missed days in each week, from Monday to Sunday.
FREE_DAYS_A_WEEK = 1
COUNTERS = ("answers", "correct", "seconds", "facts", "met", "mastered", "reviewed", "kinds")


def local_day(learner: User, now: datetime) -> date:
    """The date at `now` where the learner is."""
    return now.astimezone(ZoneInfo(learner.time_zone)).date()


def monday(day: date) -> date:
    """The first day of its week."""
    return day - day.weekday() * DAY


def first_today(learner: User, card: Card, now: datetime) -> bool:
    """Whether an answer at `now` is the first of the learner's day to the card's fact."""
    last = card.last_review
    return last is None or local_day(learner, last) != local_day(learner, now)


def is_review(card: Card, now: datetime) -> bool:
    """Whether an answer at `now` is one of the day's reviews, rather than practice of one's own."""
    return card.state == Card.State.REVIEW and card.due is not None and card.due <= now


@dataclass(frozen=True)
class Learnt:
    """What an answer counts for beside itself: its kinds, and whether its fact moved on."""

    kinds: tuple[str, ...] = ()
    met: bool = False
    mastered: bool = False
    new_today: bool = False
    reviewed: bool = False

    @classmethod
    def before(cls, learner: User, card: Card, now: datetime) -> Self:
        """What only the card can tell that an answer at `now` has not moved on yet."""
        return cls(new_today=first_today(learner, card, now), reviewed=is_review(card, now))

    def after(self, response: Response, now: datetime) -> "Learnt":
        """All of it, once the card of the response was moved on at `now`."""
        return replace(
            self,
            kinds=(f"item.{response.revision.kind}", f"fact.{response.fact.kind}"),
            met=response.card.reps == 1,
            mastered=response.card.mastered_at == now,
        )


NOTHING = Learnt()


def count_answer(
    learner: User, correct: bool, seconds: int | None, now: datetime, learnt: Learnt = NOTHING
) -> Day:
    """Counts an answer on the learner's day; the caller holds the lock on the learner."""
    return count_answers(learner, [(correct, learnt)], seconds, now)


def count_answers(
    learner: User, answers: Sequence[tuple[bool, Learnt]], seconds: int | None, now: datetime
) -> Day:
    """Counts several answers, each right or wrong, that took `seconds` together."""
    today = local_day(learner, now)
    days = recent(learner, today)
    day = days.get(today) or Day(learner=learner, day=today, streak=streak_with(today, days))
    day.seconds += seconds or 0
    for correct, learnt in answers:
        count(day, correct, learnt)
    day.save(update_fields=COUNTERS if day.pk else None)
    return day


def count(day: Day, correct: bool, learnt: Learnt) -> None:
    """Adds an answer to the day's counters; does not save."""
    day.answers += 1
    day.correct += correct
    day.facts += learnt.new_today
    day.met += learnt.met
    day.reviewed += learnt.reviewed
    day.mastered += learnt.mastered
    for kind in learnt.kinds:
        answers, right = day.kinds.get(kind, (0, 0))
        day.kinds[kind] = [answers + 1, right + correct]


def add_up(day: Day, other: Day) -> None:
    """Adds the counters of another's same day; does not save."""
    for name in COUNTERS:
        if name != "kinds":
            setattr(day, name, getattr(day, name) + getattr(other, name))
    for kind, (answers, right) in other.kinds.items():
        mine = day.kinds.get(kind, (0, 0))
        day.kinds[kind] = [mine[0] + answers, mine[1] + right]


def recent(learner: User, until: date) -> dict[date, Day]:
    """The days that decide on a streak: those since Monday of the week before."""
    days = Day.objects.filter(learner=learner, day__range=(monday(until) - WEEK, until))
    return {day.day: day for day in days}


def streak_with(today: date, days: Mapping[date, Day]) -> int:
    """The streak once something is answered today: one more than the last, or 1."""
    last = max((day for day in days if day < today), default=None)
    if last is None or not in_a_row(today, last, days):
        return 1
    return days[last].streak + 1


def streak_alive(today: date, days: Mapping[date, Day]) -> int:
    """The streak that an answer today keeps; 0 when there is none to keep."""
    if today in days:
        return days[today].streak
    return streak_with(today, days) - 1


def in_a_row(today: date, last: date, days: Mapping[date, Day]) -> bool:
    """Whether the streak of `last` goes on today: no week of it missed more than its free day."""
    begin = monday(today) - WEEK
    learnt = {today}
    for day in sorted((day for day in days if day <= last), reverse=True):
        learnt.add(day)
        if days[day].streak == 1:
            begin = day
            break
    missed = [day for day in dates(begin, today) if day not in learnt]
    return all(n <= FREE_DAYS_A_WEEK for n in Counter(map(monday, missed)).values())


def dates(first: date, last: date) -> Iterable[date]:
    """Every date from `first` to `last`, both included."""
    return (first + back * DAY for back in range((last - first).days + 1))


@dataclass(frozen=True)
class DayFigures:
    """A day's answers; `accuracy`, 0 to 1, is None on a day without any."""

    day: date
    answers: int = 0
    correct: int = 0
    seconds: int = 0

    @property
    def accuracy(self) -> float | None:
        return self.correct / self.answers if self.answers else None


def figures(first: date, last: date, days: Mapping[date, Day]) -> list[DayFigures]:
    """A day each from `first` to `last`, gaps filled."""
    return [
        DayFigures(day, found.answers, found.correct, found.seconds)
        if (found := days.get(day))
        else DayFigures(day)
        for day in dates(first, last)
    ]
