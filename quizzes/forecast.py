"""What will fall due: how many facts to review on each of the next days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncDate

from quizzes.days import dates, local_day
from quizzes.models import Card, Document, Fact, User

DAYS_AHEAD = 14


@dataclass(frozen=True)
class DueDay:
    """How many facts fall due on a day; today's include all that are due already."""

    day: date
    facts: int


def forecast(learner: User, documents: list[Document], now: datetime) -> list[DueDay]:
    """The next fourteen days where the learner is, today first; one query.

    It is what is due if nothing is answered: an answer moves its fact to a later day.
    """
    today = local_day(learner, now)
    last = today + timedelta(days=DAYS_AHEAD - 1)
    zone = ZoneInfo(learner.time_zone)
    facts = Fact.objects.askable().order_by().filter(document__in=documents)
    due = (
        Card.objects.filter(learner=learner, reps__gt=0, fact__in=facts)
        .annotate(day=TruncDate("due", tzinfo=zone))
        .filter(day__lte=last)
        .values_list("day")
        .annotate(n=Count("pk"))
    )
    counted = dict.fromkeys(dates(today, last), 0)
    for day, n in due:
        counted[max(day, today)] += n
    return [DueDay(day, n) for day, n in counted.items()]
