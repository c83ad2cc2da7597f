"""An answer → right or wrong, saved with all that follows from it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from quizzes.days import count_answer
from quizzes.judging import AnswerRefused, Given, judge
from quizzes.models import Attempt, Response, User
from quizzes.scheduling import parameters_for, review
from quizzes.workload import is_review, settle

__all__ = ["AnswerRefused", "Given", "answer", "mark_shown"]

MAX_SECONDS = 600


def mark_shown(response: Response, now: datetime | None = None) -> None:
    """Notes when a question was first seen; seeing it again changes nothing."""
    if response.shown_at or response.answered_at:
        return
    response.shown_at = now or timezone.now()
    unseen = Response.objects.filter(pk=response.pk, shown_at=None)
    unseen.update(shown_at=response.shown_at)


def answer(
    learner: User, attempt_id: int, position: int, given: Given, now: datetime | None = None
) -> tuple[Response, bool]:
    """Grades and saves the answer to a position (see `Given`).

    All that follows from it (card, day, the end of the attempt) is saved with it or not at all.
    Returns the response and whether this call answered it; the first answer counts, and a later
    one changes nothing. The response comes with attempt, revision, card and fact with lesson.

    Raises AnswerRefused, and Attempt.DoesNotExist unless `learner` has that attempt and position.
    """
    now = now or timezone.now()
    with transaction.atomic():
        response = locked(learner, attempt_id, position)
        if response.answered_at:
            return response, False
        grade(response, given, now)
        card = response.card
        introduced, reviewed = card.reps == 0, is_review(card, now)
        remember(response, now)
        save(response)
        count_answer(
            learner,
            bool(response.is_correct),
            response.seconds,
            now,
            introduced=introduced,
            reviewed=reviewed,
        )
        close_when_complete(response.attempt, now)
    return response, True


def locked(learner: User, attempt_id: int, position: int) -> Response:
    """The response, locked with its card and its learner.

    The learner is locked so that answers sent at once from two papers are taken one at a time:
    both may be the first of the day, or bear on the same card.
    """
    related = ("attempt__learner__memory", "attempt__document__memory", "revision", "card")
    responses = Response.objects.select_related(*related, "fact__lesson")
    responses = responses.defer("fact__lesson__body", "attempt__document__text")
    responses = responses.select_for_update(of=("self", "card", "attempt__learner"), no_key=True)
    try:
        return responses.get(attempt__id=attempt_id, attempt__learner=learner, position=position)
    except Response.DoesNotExist:
        raise Attempt.DoesNotExist from None


def grade(response: Response, given: Given, now: datetime) -> None:
    """Fills in what was given, whether it is right, and when; does not save."""
    response.given, response.is_correct = judge(response.revision, given)
    response.answered_at = now
    if response.shown_at:
        passed = int((now - response.shown_at).total_seconds())
        response.seconds = min(max(passed, 0), MAX_SECONDS)


def remember(response: Response, now: datetime) -> None:
    """Moves the card on by the answer, to a quiet day; does not save it."""
    attempt = response.attempt
    review(
        response.card,
        correct=bool(response.is_correct),
        kind=response.revision.kind,
        seconds=response.seconds,
        now=now,
        parameters=parameters_for(attempt.learner, attempt.document),
    )
    settle(response.card, attempt.learner, now)


def save(response: Response) -> None:
    response.save(update_fields=["given", "is_correct", "answered_at", "seconds"])
    card = response.card
    card.last_question_id = response.revision.question_id
    card.save(
        update_fields=[
            "state",
            "step",
            "stability",
            "difficulty",
            "decay",
            "due",
            "last_review",
            "reps",
            "lapses",
            "last_question",
        ]
    )


def close_when_complete(attempt: Attempt, now: datetime) -> None:
    """Ends the attempt when no position is open; one statement, so that it sees other answers."""
    responses = Response.objects.filter(attempt=OuterRef("pk"))
    right = responses.filter(is_correct=True).order_by().values("attempt")
    complete = Attempt.objects.filter(
        ~Exists(responses.filter(answered_at=None)), pk=attempt.pk, submitted_at=None
    )
    closed = complete.update(
        submitted_at=now, correct=Coalesce(Subquery(right.annotate(n=Count("pk")).values("n")), 0)
    )
    if closed:
        attempt.submitted_at = now
