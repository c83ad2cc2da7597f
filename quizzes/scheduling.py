"""The FSRS card behind each fact a learner has met.

FSRS predicts, from the days since the last answer and a card's stability, the chance that its fact
is recalled; a card is due when that chance falls to the desired retention. Its model of memory goes
back to Ye, Su & Cao, “A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
Scheduling” (KDD 2022); this is version 6 as py-fsrs implements it.
"""

from datetime import UTC, datetime, timedelta
from functools import cache

import fsrs
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from quizzes.models import Card, Fact, User
from quizzes.models.options import CHOICE
from quizzes.models.rating import Rating

AGAIN_AFTER = timedelta(minutes=10)
SLOW_SECONDS = 60


@cache
def scheduler(retention: float) -> fsrs.Scheduler:
    """One learning step and one relearning step of ten minutes; the same input, the same due."""
    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=[AGAIN_AFTER],
        relearning_steps=[AGAIN_AFTER],
        enable_fuzzing=False,
    )


def review(card: Card, *, correct: bool, kind: str, seconds: int | None, now: datetime) -> None:
    """Moves `card` on by one answer; does not save it.

    A card may be answered early, late, or after the clock went back: none of these is an error.
    A wrong answer to a card in review is a lapse.
    """
    move(card, rate(card, correct=correct, kind=kind, seconds=seconds), now)


def review_rated(card: Card, rating: Rating, now: datetime) -> None:
    """Moves `card` on by how well its learner says they remembered; does not save it."""
    move(card, fsrs.Rating[rating.name.title()], now)


def move(card: Card, rating: fsrs.Rating, now: datetime) -> None:
    if rating == fsrs.Rating.Again and card.state == Card.State.REVIEW:
        card.lapses += 1
    reviewed, _ = scheduler(settings.DESIRED_RETENTION).review_card(
        to_fsrs(card), rating, now.astimezone(UTC)
    )
    card.state = Card.State(reviewed.state.value)
    card.step = reviewed.step
    card.stability, card.difficulty = reviewed.stability, reviewed.difficulty
    card.due, card.last_review = reviewed.due, reviewed.last_review
    card.reps += 1
    if card.mastered_at is None and card.state == Card.State.REVIEW:
        card.mastered_at = now


def rate(card: Card, *, correct: bool, kind: str, seconds: int | None) -> fsrs.Rating:
    """Wrong is Again and right is Good, typed or chosen; Easy is never assumed.

    A choice that took more than a minute was searched for rather than known: Hard. Only in review,
    since Hard would keep a card that is being learnt on its first step. Typing, matching and
    ordering take time, so the time of such an answer says nothing.
    """
    if not correct:
        return fsrs.Rating.Again
    chosen = kind in CHOICE
    slow = seconds is not None and seconds > SLOW_SECONDS
    if chosen and slow and card.state == Card.State.REVIEW:
        return fsrs.Rating.Hard
    return fsrs.Rating.Good


def to_fsrs(card: Card) -> fsrs.Card:
    """The card as py-fsrs has it, which calls a new card one that is being learnt."""
    new = card.state == Card.State.NEW or card.stability is None or card.difficulty is None
    state = fsrs.State.Learning if new else fsrs.State(card.state)
    return fsrs.Card(
        card_id=card.pk or 0,  # without an id py-fsrs sleeps for a millisecond to make one
        state=state,
        step=None if state == fsrs.State.Review else card.step or 0,
        stability=None if new else card.stability,
        difficulty=None if new else card.difficulty,
        due=card.due and card.due.astimezone(UTC),
        last_review=card.last_review and card.last_review.astimezone(UTC),
    )


def retrievability(card: Card, now: datetime) -> float:
    """The predicted chance, 0 to 1, that the fact is recalled at `now`; 0 for a new card."""
    return scheduler(settings.DESIRED_RETENTION).get_card_retrievability(
        to_fsrs(card), now.astimezone(UTC)
    )


def due_filter(now: datetime) -> Q:
    """Cards whose time has come; a new card has no time yet."""
    return Q(due__lte=now, reps__gt=0)


def due_count(learner: User, now: datetime | None = None) -> int:
    """How many facts that can still be asked are due for `learner`."""
    due = Card.objects.filter(due_filter(now or timezone.now()), learner=learner)
    return due.filter(fact__in=Fact.objects.askable()).count()
