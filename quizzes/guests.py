"""Guests: accounts without a password, made by one press, kept by signing up or lost by leaving."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from quizzes.leaving import erase
from quizzes.models import Attempt, Card, Day, LessonRead, User

NAME_PREFIX = "guest-"
BATCH = 100


def new_guest() -> User:
    """A guest with a name that cannot be guessed and no password: nobody signs in as one."""
    return User.objects.create_user(f"{NAME_PREFIX}{secrets.token_hex(12)}", is_guest=True)


def facts_met(learner: User) -> int:
    """How many facts the learner has answered at least once."""
    return Card.objects.filter(learner=learner, reps__gt=0).count()


def remove(pk: int) -> None:
    """Deletes a guest with all they did; whoever is registered stays."""
    erase(User.objects.filter(pk=pk, is_guest=True))


def waiting_guest(pk: int) -> User | None:
    """The row of a guest, locked, to be registered; None when it is gone or was registered since.

    The caller has a transaction open.
    """
    return User.objects.select_for_update().filter(pk=pk, is_guest=True).first()


def stale_guests(before: datetime) -> QuerySet[User]:
    """Guests who neither came, practised nor read since `before`."""
    mine = {"learner": OuterRef("pk")}
    # The date of a day is the learner's own, at most one off from that of any other place.
    days = Day.objects.filter(**mine, day__gte=before.date() - timedelta(days=1))
    attempts = Attempt.objects.filter(**mine, opened_at__gte=before)
    reads = LessonRead.objects.filter(**mine, read_at__gte=before)
    guests = User.objects.filter(is_guest=True, date_joined__lt=before)
    return guests.exclude(last_login__gte=before).exclude(
        Exists(days) | Exists(attempts) | Exists(reads)
    )


def remove_stale_guests(days: int, now: datetime | None = None) -> Iterator[int]:
    """Deletes guests who have not been seen for `days` days, with all they did.

    Yields how many after each batch. One who registers meanwhile stays.
    """
    before = (now or timezone.now()) - timedelta(days=days)
    while True:
        with transaction.atomic():
            rows = stale_guests(before).select_for_update(of=("self",)).order_by("pk")
            batch = list(rows.values_list("pk", flat=True)[:BATCH])
            erase(User.objects.filter(pk__in=batch))
        if not batch:
            return
        yield len(batch)
