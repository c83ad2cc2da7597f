"""An answer → right or wrong, saved with all that follows from it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from quizzes import challenge, mistakes
from quizzes.days import Learnt, count_answer
from quizzes.judging import AnswerRefused, Given, judge
from quizzes.models import Attempt, Response, User
from quizzes.pace import keep_pace, pace_of
from quizzes.scheduling import parameters_for, review
from quizzes.workload import settle

__all__ = ["AnswerRefused", "Given", "answer", "mark_shown"]

MAX_SECONDS = 600
ANSWERED = ("given", "is_correct", "answered_at", "seconds")
CARD_FIELDS = (
    "state",
    "step",
    "stability",
    "difficulty",
    "lasting",
    "decay",
    "due",
    "last_review",
    "reps",
    "lapses",
    "mastered_at",
    "last_question",
)


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
        if response.attempt.mode == Attempt.Mode.CARDS:
            raise Attempt.DoesNotExist
        if response.answered_at:
            return response, False
        if graded_in_time(response, given, now):
            remember(response, now)
        close_when_complete(response.attempt, now)
    return response, True


def graded_in_time(response: Response, given: Given, now: datetime) -> bool:
    """Grades the answer; False where the clock of a challenge was quicker."""
    if not challenge.is_late(response, now):
        try:
            grade(response, given, now)
        except AnswerRefused:
            if not challenge.is_up(response, now):
                raise
        else:
            return True
    grade_late(response, given, now)
    return False


def remember(response: Response, now: datetime) -> None:
    """What a graded answer changes: card, pace, day, the book of mistakes, a challenge."""
    learner, correct = response.attempt.learner, bool(response.is_correct)
    learnt, pace = Learnt.before(learner, response.card, now), pace_of(learner)
    review(
        response.card,
        correct=correct,
        kind=response.revision.kind,
        seconds=response.seconds,
        now=now,
        parameters=parameters_for(learner, response.attempt.document),
        pace=pace,
    )
    keep_pace(learner, pace)
    settle(response.card, learner, now)
    save(response)
    count_answer(learner, correct, response.seconds, now, learnt.after(response, now))
    mistakes.note(response, now)
    if response.attempt.mode == Attempt.Mode.CHALLENGE:
        challenge.go_on(response, now)


def locked(learner: User, attempt_id: int, position: int) -> Response:
    """The response, locked with its card and its learner.

    The learner is locked so that answers sent at once from two papers are taken one at a time:
    both may be the first of the day, or bear on the same card. They come first, here as wherever
    cards change, so that nobody waits in a circle. An exam is not answered here (see `exams`).
    """
    related = ("attempt__learner__memory", "attempt__document__memory", "revision", "card")
    responses = Response.objects.select_related(*related, "fact__lesson")
    responses = responses.defer("fact__lesson__body", "attempt__document__text")
    responses = responses.exclude(attempt__mode=Attempt.Mode.EXAM)
    responses = responses.select_for_update(of=("attempt__learner", "self", "card"), no_key=True)
    try:
        return responses.get(attempt__id=attempt_id, attempt__learner=learner, position=position)
    except Response.DoesNotExist:
        raise Attempt.DoesNotExist from None


def grade(response: Response, given: Given, now: datetime) -> None:
    """Fills in what was given, whether it is right, and when; does not save."""
    response.given, response.is_correct = judge(response.revision, given)
    grade_seconds(response, now)


def grade_late(response: Response, given: Given, now: datetime) -> None:
    """Ends a challenge by the clock. That says nothing of memory, so no card moves."""
    try:
        response.given, _right = judge(response.revision, given)
    except AnswerRefused:
        response.given = None
    response.is_correct = False
    grade_seconds(response, now)
    response.save(update_fields=ANSWERED)


def grade_seconds(response: Response, now: datetime) -> None:
    """Notes that a position is answered now, and how long that took since it was shown."""
    response.answered_at = now
    if response.shown_at:
        passed = int((now - response.shown_at).total_seconds())
        response.seconds = min(max(passed, 0), MAX_SECONDS)


def save(response: Response) -> None:
    response.save(update_fields=ANSWERED)
    card = response.card
    card.last_question_id = response.revision.question_id
    card.save(update_fields=CARD_FIELDS)


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
