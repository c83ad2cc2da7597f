"""A learner's week, from Monday to Sunday, beside the one before it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Min
from django.utils import timezone

from quizzes.days import DAY, WEEK, DayFigures, figures, local_day, monday
from quizzes.models import Card, Day, User
from quizzes.year import KindFigures, Sums, by_kind

FACTS_SHOWN = 20
NAME = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


class NoSuchWeek(ValueError):  # noqa: N818
    """Not the name of a week, or of one that has not begun."""


@dataclass(frozen=True)
class Week:
    """What was done in a week; `before` is the week before it.

    `facts` are cards that came into review in it for the first time, at most twenty, in the order
    of the text. `previous` and `next` are the names of the weeks beside it that have something to
    show.
    """

    first: date
    days: list[DayFigures]
    sums: Sums
    before: Sums
    by_item: list[KindFigures]
    facts: list[Card]
    previous: str
    next: str

    @property
    def last(self) -> date:
        return self.first + 6 * DAY

    @property
    def more_facts(self) -> int:
        """How many were mastered beside those in `facts`."""
        return max(self.sums.mastered - len(self.facts), 0)


def name_of(day: date) -> str:
    """The ISO name of the week that `day` is in, as 2026-W48."""
    year, week, _weekday = day.isocalendar()
    return f"{year:04}-W{week:02}"


def first_day(name: str) -> date:
    """The Monday of the week with this name. Raises NoSuchWeek."""
    found = NAME.fullmatch(name)
    if not found:
        raise NoSuchWeek(name)
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        raise NoSuchWeek(name) from None


def week(learner: User, name: str, now: datetime | None = None) -> Week:
    """The week of that name, in three queries.

    Raises NoSuchWeek for what is no week, is to come, or was before the first answer.
    """
    today = local_day(learner, now or timezone.now())
    first = first_day(name)
    began = began_on(learner, today)
    if not began <= first <= today:
        raise NoSuchWeek(name)
    rows = Day.objects.filter(learner=learner, day__range=(first - WEEK, first + WEEK - DAY))
    days = {day.day: day for day in rows}
    own = [day for day in days.values() if day.day >= first]
    return Week(
        first=first,
        days=figures(first, first + WEEK - DAY, days),
        sums=Sums.of(own),
        before=Sums.of(day for day in days.values() if day.day < first),
        by_item=by_kind(own, "item"),
        facts=mastered_between(learner, first, first + WEEK),
        previous=name_of(first - WEEK) if first > began else "",
        next=name_of(first + WEEK) if first + WEEK <= today else "",
    )


def began_on(learner: User, today: date) -> date:
    """The Monday of the first week in which the learner answered; this week's before that."""
    first: date | None = Day.objects.filter(learner=learner).aggregate(first=Min("day"))["first"]
    return monday(min(first or today, today))


def mastered_between(learner: User, first: date, after: date) -> list[Card]:
    """Cards mastered for the first time since `first` and before `after`, with their facts."""
    start, end = (
        datetime.combine(day, time(), ZoneInfo(learner.time_zone)) for day in (first, after)
    )
    cards = Card.objects.filter(
        learner=learner,
        mastered_at__gte=start,
        mastered_at__lt=end,
        fact__retired_at=None,
        fact__lesson__retired_at=None,
    )
    cards = cards.select_related("fact__lesson").defer("fact__lesson__body")
    in_order = cards.order_by("fact__document", "fact__lesson__order", "fact__position", "pk")
    return list(in_order[:FACTS_SHOWN])
