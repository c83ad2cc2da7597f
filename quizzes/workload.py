"""How much comes back on one day: reviews go to quiet days, and a day has an end.

A learner's daily goal is how many new facts they want to meet. A day holds three times as many
facts, and those due come first: whoever has much to review meets nothing new, so that what waits
cannot grow by learning more.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncDate
from fsrs.scheduler import FUZZ_RANGES

from quizzes.days import local_day
from quizzes.models import Card, Day, User

DAY_HOLDS = 3
SHORTEST_FUZZED = 3


def settle(card: Card, learner: User, now: datetime) -> None:
    """Moves the due of a card just reviewed to the quietest day about it; does not save it.

    One query, over the days that FSRS holds to be as good as the one it named. Of days that are
    equally quiet one is drawn, the same whenever this answer is counted again.
    """
    settle_all([card], learner, now)


def settle_all(cards: Sequence[Card], learner: User, now: datetime) -> None:
    """The same for cards reviewed together, one after the other; one query for all of them."""
    movable = {card: days for card in cards if len(days := near_due(card, now)) > 1}
    if not movable:
        return
    first, last = min(days[0] for days in movable.values()), max(d[-1] for d in movable.values())
    load = due_by_day(learner, cards, now + timedelta(days=first), last - first)
    stay = [card.due for card in cards if card.due and card not in movable]
    load.update(local_day(learner, due) for due in stay)
    for card, days in movable.items():
        dates = {ahead: local_day(learner, now + timedelta(days=ahead)) for ahead in days}
        loads = {ahead: load[day] for ahead, day in dates.items()}
        ahead = quietest(loads, f"{learner.pk}/{card.fact_id}/{card.reps}")
        card.due = now + timedelta(days=ahead)
        load[dates[ahead]] += 1


def near_due(card: Card, now: datetime) -> range:
    """The days from `now` that its due may be moved to; fewer than two where it stays.

    A card that was answered after an exam's end, before the exam was closed, stays.
    """
    since = card.last_review is not None and card.last_review > now
    if card.state != Card.State.REVIEW or card.due is None or since:
        return range(0)
    return near((card.due - now).days)


def near(days: int) -> range:
    """The intervals, in days, that FSRS takes to be as good as `days`; itself when it is short."""
    if days < SHORTEST_FUZZED:
        return range(days, days + 1)
    delta = 1.0
    for band in FUZZ_RANGES:
        delta += band["factor"] * max(min(days, band["end"]) - band["start"], 0.0)
    return range(max(2, round(days - delta)), round(days + delta) + 1)


def due_by_day(learner: User, cards: Sequence[Card], start: datetime, days: int) -> Counter[date]:
    """How many of the learner's other cards are due on each of their days from `start` on."""
    zone = ZoneInfo(learner.time_zone)
    window = (start - timedelta(days=1), start + timedelta(days=days + 1))
    others = Card.objects.filter(learner=learner, due__range=window)
    others = others.exclude(pk__in=[card.pk for card in cards])
    rows = others.values(day=TruncDate("due", tzinfo=zone)).annotate(cards=Count("pk"))
    return Counter({row["day"]: row["cards"] for row in rows.order_by()})


def quietest(loads: Mapping[int, int], seed: str) -> int:
    """The key with the least load; `seed` decides between equals."""

    def turn(ahead: int) -> bytes:
        return sha256(f"{seed}/{ahead}".encode()).digest()

    return min(loads, key=lambda ahead: (loads[ahead], turn(ahead)))


@dataclass(frozen=True)
class Plan:
    """What is left of a learner's day.

    `steps` are facts missed a little while ago, which belong to the answers already given;
    `reviews` and `new` are facts to review and to meet; `waiting` are due too, but not today.
    """

    steps: int = 0
    reviews: int = 0
    new: int = 0
    waiting: int = 0


def plan(learner: User, day: Day | None, *, steps: int, reviews: int, new: int) -> Plan:
    """The day's plan, where `steps` and `reviews` are due and `new` facts could be met.

    `day` holds what was done today, if anything was.
    """
    met, reviewed = (day.met, day.reviewed) if day else (0, 0)
    room = max(0, day_holds(learner) - met - reviewed)
    shown = min(reviews, room)
    fresh = max(0, min(new, learner.daily_goal - met, room - shown))
    return Plan(steps=steps, reviews=shown, new=fresh, waiting=reviews - shown)


def day_holds(learner: User) -> int:
    """How many facts, new and to review, are asked of the learner in a day."""
    return DAY_HOLDS * learner.daily_goal
