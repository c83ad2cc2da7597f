"""The question on the front page, which a visitor answers without an account.

The answer waits in the session. Whoever then becomes a guest, registers or signs in has answered
that question, by the rules of every other answer.
"""

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from quizzes import grading
from quizzes.judging import Given, judge
from quizzes.models import Attempt, Card, Question, Response, Revision, User
from quizzes.practice import NothingToPractise, open_attempt, option_order

Session = MutableMapping[str, Any]
FIRST_PRACTICE = 5
WAITING = "trial"
MOST_WAITING = 5


def question(pk: str = "") -> Revision | None:
    """A published single-choice question among the most important, the same all day long.

    `pk` asks for the one that was answered: at midnight the day's question changes.
    """
    asked = Question.objects.filter(
        status=Question.Status.PUBLISHED,
        kind=Question.Kind.SINGLE_CHOICE,
        fact__retired_at=None,
        fact__lesson__retired_at=None,
    )
    latest = Revision.objects.select_related("question__fact__lesson")
    if pk.isdecimal():
        return latest.filter(pk=pk, question__in=asked).first()
    most = asked.aggregate(most=Max("fact__importance"))["most"]
    best = list(asked.filter(fact__importance=most).order_by("pk").values_list("pk", "revision"))
    if not best:
        return None
    chosen, number = best[timezone.localdate().toordinal() % len(best)]
    return latest.filter(question=chosen, number=number).first()


def position(revision: Revision) -> Response:
    """A position of no paper: shown like any other, never saved."""
    order = option_order(revision, attempt=0, position=0)
    return Response(revision=revision, fact=revision.question.fact, option_order=order)


def answer(
    session: Session, revision: Revision, given: Given, now: datetime | None = None
) -> Response:
    """A visitor's answer, graded to be shown; it waits for its learner.

    The first answer to a question counts, and comes back for every later one. Of more than five
    questions those answered first wait.

    Raises AnswerRefused.
    """
    now = now or timezone.now()
    waiting = session.get(WAITING, [])
    first = next((one for one in waiting if one["revision"] == revision.pk), None)
    response = position(revision)
    response.given, response.is_correct = judge(revision, first["given"] if first else given)
    response.answered_at = now
    # A question that was edited meanwhile is answered all the same.
    known = any(one["question"] == revision.question_id for one in waiting)
    if not known and len(waiting) < MOST_WAITING:
        told = {
            "question": revision.question_id,
            "revision": revision.pk,
            "given": response.given,
            "at": now.isoformat(),
        }
        session[WAITING] = [*waiting, told]
    return response


def take_over(session: Session, learner: User, now: datetime | None = None) -> int:
    """Counts the answers that wait in the session as the learner's; returns how many.

    They wait no longer, and none is counted twice, whoever asks for it at once.
    """
    now = now or timezone.now()
    waiting = session.pop(WAITING, [])
    return sum(keep(learner, each, now) for each in waiting)


def keep(learner: User, waiting: dict[str, Any], now: datetime) -> bool:
    """Grades and saves one answer on a paper of its own; False for what is kept or gone.

    The moment it was given at tells the paper from every other.
    """
    revision = question(str(waiting["revision"]))
    if revision is None:
        return False
    at = datetime.fromisoformat(waiting["at"])
    fact = revision.question.fact
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        mine = {"learner": learner, "document_id": fact.document_id, "opened_at": at}
        if Attempt.objects.filter(**mine, responses__fact=fact).exists():
            return False
        attempt = Attempt.objects.create(**mine, lesson_id=fact.lesson_id, size=1)
        card, _new = Card.objects.get_or_create(learner=learner, fact=fact)
        response = position(revision)
        response.attempt, response.card, response.position = attempt, card, 1
        response.save()
        grading.answer(learner, attempt.pk, 1, waiting["given"], now)
    return True


def first_practice(learner: User) -> Attempt | None:
    """A short paper in the course that the question of the day is from, where there is one."""
    revision = question()
    if revision is None:
        return None
    try:
        return open_attempt(learner, revision.question.fact.document, size=FIRST_PRACTICE)
    except NothingToPractise:
        return None
