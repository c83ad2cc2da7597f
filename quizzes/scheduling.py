"""The FSRS card behind each fact a learner has met.

FSRS predicts, from the days since the last answer and a card's stability, the chance that its fact
is recalled. How that comes out with one learner, and when the fact is due so that the desired share
of all their facts is recalled, `pace` knows. The model of memory goes back to Ye, Su & Cao, “A
Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling” (KDD 2022); this is
version 6 as py-fsrs implements it.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

import fsrs
from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizzes.models import Card, Document, Fact, User
from quizzes.models.rating import Rating
from quizzes.pace import Pace, recall
from quizzes.rating import proof, rate

Parameters = tuple[float, ...]

# Asking again on the same day costs answers and hardly helps: see docs/learning.md.
AGAIN_AFTER = timedelta(days=1)
LONGEST_DAYS = 36_500


@lru_cache(maxsize=256)
def scheduler(parameters: Parameters) -> fsrs.Scheduler:
    """One learning step and one relearning step of a day; the same input, the same due."""
    return fsrs.Scheduler(
        parameters=parameters,
        learning_steps=[AGAIN_AFTER],
        relearning_steps=[AGAIN_AFTER],
        enable_fuzzing=False,
    )


def parameters_for(*whose: User | Document) -> Parameters:
    """Those fitted to the first of a learner and a course that has any, else the library's own."""
    fitted = (getattr(one, "memory", None) for one in whose)
    return next((tuple(one.parameters) for one in fitted if one), DEFAULT_PARAMETERS)


def review(
    card: Card,
    *,
    correct: bool,
    kind: str,
    seconds: int | None,
    now: datetime,
    parameters: Parameters = DEFAULT_PARAMETERS,
    pace: Pace | None = None,
) -> None:
    """Moves `card` on by one answer, and with it its learner's pace; saves neither.

    Without a pace it is a learner who forgets as FSRS foretells. A card may be answered early,
    late, or after the clock went back: none of these is an error. A wrong answer to a card in
    review is a lapse.
    """
    before = card.stability or 0.0
    if pace:
        pace.learn(card, now, correct=correct, guessed=1 - proof(kind))
    move(card, rate(card, correct=correct, kind=kind, seconds=seconds), now, parameters)
    if correct:
        hold_back(card, before, proof(kind))
    put_off(card, pace or Pace())


def review_rated(
    card: Card,
    rating: Rating,
    now: datetime,
    parameters: Parameters = DEFAULT_PARAMETERS,
    pace: Pace | None = None,
) -> None:
    """Moves `card` and pace on by how well the learner says they remembered; saves neither."""
    if pace:
        pace.learn(card, now, correct=rating != Rating.AGAIN, guessed=0)
    move(card, fsrs.Rating[rating.name.title()], now, parameters)
    put_off(card, pace or Pace())


def move(card: Card, rating: fsrs.Rating, now: datetime, parameters: Parameters) -> None:
    if rating == fsrs.Rating.Again and card.state == Card.State.REVIEW:
        card.lapses += 1
    reviewed, _ = scheduler(parameters).review_card(to_fsrs(card), rating, now.astimezone(UTC))
    card.state = Card.State(reviewed.state.value)
    card.step = reviewed.step
    card.stability, card.difficulty = reviewed.stability, reviewed.difficulty
    card.due, card.last_review = reviewed.due, reviewed.last_review
    card.decay = parameters[-1]
    card.reps += 1
    if card.mastered_at is None and card.state == Card.State.REVIEW:
        card.mastered_at = now


def hold_back(card: Card, before: float, share: float) -> None:
    """Gives a right answer that `share` of the growth in stability, from `before` days on."""
    grown = card.stability or 0.0
    if grown > before:
        card.stability = before + share * (grown - before)


def put_off(card: Card, pace: Pace) -> None:
    """A fact in review is due after whole days, at least one; one that was missed the next day."""
    pace.enter(card)
    if card.state == Card.State.REVIEW and card.last_review:
        days = round(pace.wait(card, settings.DESIRED_RETENTION))
        card.due = card.last_review + timedelta(days=max(1, min(days, LONGEST_DAYS)))


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
    if card.last_review is None or card.stability is None:
        return 0.0
    days = max(0, (now - card.last_review).days)
    return recall(days, card.lasting or card.stability, card.decay)


def due_filter(now: datetime) -> Q:
    """Cards whose time has come; a new card has no time yet."""
    return Q(due__lte=now, reps__gt=0)


def due_count(learner: User, now: datetime | None = None) -> int:
    """How many facts that can still be asked are due for `learner`."""
    due = Card.objects.filter(due_filter(now or timezone.now()), learner=learner)
    return due.filter(fact__in=Fact.objects.askable()).count()
