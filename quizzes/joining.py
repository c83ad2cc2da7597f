"""A guest signs in to an account they have: what they did as a guest becomes the account's.

Where both have something that there is one of, the account's stays: its memory of a fact, its note.
Papers move whole; days add up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum, UniqueConstraint
from django.db.models.functions import Sqrt

from quizzes.days import COUNTERS, WEEK, add_up, streak_with
from quizzes.exams import share
from quizzes.models import Card, Day, ExamRecord, LessonRead, User
from quizzes.pace import keep_pace, pace_of


@dataclass(frozen=True)
class Relation:
    """A table, and the name of its field that points at a user, or at a card."""

    model: Any  # a model class; of any, so that its manager is known
    name: str

    @property
    def rows(self) -> QuerySet[Any]:
        return QuerySet(self.model)


def join(guest: User, account: User) -> int:
    """Gives the account all that the guest did and removes the guest, or changes nothing.

    Returns how many facts the guest had met. Nothing happens when the guest is gone or has
    registered meanwhile.
    """
    with transaction.atomic():
        rows = User.objects.select_for_update().filter(pk__in=(guest.pk, account.pk))
        locked = {user.pk: user for user in rows.order_by("pk")}
        here = locked.get(guest.pk)
        if here is None or not here.is_guest or account.pk not in locked:
            return 0
        met = Card.objects.filter(learner=here, reps__gt=0).count()
        join_cards(here, account)
        join_days(here, account)
        join_reads(here, account)
        join_exams(here, account)
        for relation in own_tables():
            move(relation, here, account)
        join_pace(here, locked[account.pk])
        here.delete()
    return met


def join_cards(guest: User, account: User) -> None:
    """One card a fact: the account's, unless it has no answer yet and the guest's has."""
    same = {"fact": OuterRef("fact")}
    answered = Card.objects.filter(**same, learner=guest, reps__gt=0)
    unused = Card.objects.filter(Exists(answered), learner=account, reps=0)
    replace(unused, guest)
    unused.delete()
    taken = Card.objects.filter(**same, learner=account)
    replace(Card.objects.filter(Exists(taken), learner=guest), account)


def replace(cards: QuerySet[Card], learner: User) -> None:
    """What points at these cards points at the learner's cards of the same facts."""
    for related in Card._meta.related_objects:  # noqa: SLF001
        relation = Relation(related.related_model, related.field.name)
        own = Card.objects.filter(learner=learner, fact__cards=OuterRef(relation.name))
        rows = relation.rows.filter(**{f"{relation.name}__in": cards.values("pk")})
        rows.update(**{relation.name: Subquery(own.values("pk"))})


def join_days(guest: User, account: User) -> None:
    """Counters of the same day are added up; streaks are counted again from the first day on."""
    counted = list(Day.objects.filter(learner=guest).order_by("day"))
    if not counted:
        return
    mine = {day.day: day for day in Day.objects.filter(learner=account)}
    for day in counted:
        if day.day in mine:
            add_up(mine[day.day], day)
    both = [mine[day.day] for day in counted if day.day in mine]
    Day.objects.bulk_update(both, COUNTERS, batch_size=100)
    alone = Day.objects.filter(learner=guest).exclude(day__in=list(mine))
    alone.update(learner=account)
    count_streaks(account, counted[0])


def count_streaks(learner: User, since: Day) -> None:
    """Each day's streak from `since` on, by the rule of `days`."""
    rows = Day.objects.filter(learner=learner, day__gte=since.day - 2 * WEEK).order_by("day")
    known: dict[date, Day] = {}
    changed = []
    for day in rows:
        if day.day >= since.day:
            day.streak = streak_with(day.day, known)
            changed.append(day)
        known[day.day] = day
    Day.objects.bulk_update(changed, ["streak"], batch_size=100)


def join_pace(guest: User, account: User) -> None:
    """The account's, else the guest's; the facts it counts are those that the account has now."""
    pace = pace_of(account if account.pace else guest)
    cards = Card.objects.filter(learner=account, state=Card.State.REVIEW, lasting__gt=0)
    counted = cards.aggregate(facts=Count("pk"), weakness=Sum(1 / Sqrt("lasting")))
    pace.facts, pace.weakness = counted["facts"], counted["weakness"] or 0.0
    keep_pace(account, pace)


def join_reads(guest: User, account: User) -> None:
    """What the guest read to its end is read; else the account's place stays."""
    finished = LessonRead.objects.filter(
        learner=guest, lesson=OuterRef("lesson"), finished_at__isnull=False
    )
    unread = LessonRead.objects.filter(Exists(finished), learner=account, finished_at=None)
    unread.update(finished_at=Subquery(finished.values("finished_at")))


def join_exams(guest: User, account: User) -> None:
    """Where both took exams on a course, the better one is the best and the later one the last."""
    both = ("best", "last")
    mine = ExamRecord.objects.filter(learner=account).select_related(*both)
    known = {record.document_id: record for record in mine}
    for other in ExamRecord.objects.filter(learner=guest, document__in=known).select_related(*both):
        record = known[other.document_id]
        record.taken += other.taken
        record.best = max(record.best, other.best, key=share)
        record.last = max(record.last, other.last, key=lambda exam: (exam.submitted_at, exam.pk))
        record.save(update_fields=("taken", *both))


def own_tables() -> Iterator[Relation]:
    """Every table of the site whose rows belong to a user."""
    for relation in User._meta.related_objects:  # noqa: SLF001 (how Django names its public API)
        if relation.related_model._meta.app_label == User._meta.app_label:  # noqa: SLF001
            yield Relation(relation.related_model, relation.field.name)


def move(relation: Relation, guest: User, account: User) -> None:
    """Rows of the guest become the account's, but those it has one of already."""
    rows = relation.rows.filter(**{relation.name: guest})
    for others, where in unique_with(relation):
        same = {other: OuterRef(other) for other in others}
        own = relation.rows.filter(where, **{relation.name: account}, **same)
        rows = rows.exclude(where, Exists(own))
    rows.update(**{relation.name: account})


def unique_with(relation: Relation) -> Iterator[tuple[tuple[str, ...], Q]]:
    """The fields that are unique together with the relation, and among which rows they are.

    No field where the relation alone is unique.
    """
    meta = relation.model._meta  # noqa: SLF001
    if getattr(meta.get_field(relation.name), "unique", False):
        yield (), Q()
    for constraint in meta.constraints:
        if isinstance(constraint, UniqueConstraint) and relation.name in constraint.fields:
            others = tuple(field for field in constraint.fields if field != relation.name)
            yield others, constraint.condition or Q()
