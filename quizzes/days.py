"""A learner's days: what was answered on each, and the streak. Counted as answers come in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from quizzes.models import Day, User

DAYS_COUNTED = 30


def local_day(learner: User, now: datetime) -> date:
    """The date at `now` where the learner is."""
    return now.astimezone(ZoneInfo(learner.time_zone)).date()


def count_answer(
    learner: User,
    correct: bool,
    seconds: int | None,
    now: datetime,
    *,
    introduced: bool = False,
    reviewed: bool = False,
) -> Day:
    """Counts an answer on the learner's day; the caller holds the lock on the learner.

    `introduced`: the fact was met for the first time; `reviewed`: it was in review and due.
    """
    today = local_day(learner, now)
    yesterday = today - timedelta(days=1)
    days = {d.day: d for d in Day.objects.filter(learner=learner, day__in=(yesterday, today))}
    streak = days[yesterday].streak + 1 if yesterday in days else 1
    day = days.get(today) or Day(learner=learner, day=today, streak=streak)
    day.answers += 1
    day.correct += correct
    day.seconds += seconds or 0
    day.introduced += introduced
    day.reviewed += reviewed
    counters = ["answers", "correct", "seconds", "introduced", "reviewed"]
    day.save(update_fields=counters if day.pk else None)
    return day


@dataclass(frozen=True)
class DayFigures:
    """A day's answers; `accuracy`, 0 to 1, is None on a day without any."""

    day: date
    answers: int = 0
    correct: int = 0

    @property
    def accuracy(self) -> float | None:
        return self.correct / self.answers if self.answers else None


def last_days(learner: User, until: date) -> tuple[list[DayFigures], int]:
    """Thirty days up to `until`, gaps filled, and the streak that is alive at its end."""
    dates = [until - timedelta(days=back) for back in reversed(range(DAYS_COUNTED))]
    rows = {d.day: d for d in Day.objects.filter(learner=learner, day__range=(dates[0], until))}
    alive = rows.get(until) or rows.get(until - timedelta(days=1))
    figures = [
        DayFigures(day, rows[day].answers, rows[day].correct) if day in rows else DayFigures(day)
        for day in dates
    ]
    return figures, alive.streak if alive else 0
