"""The question on the front page, which a visitor answers without an account."""

from django.db.models import Max
from django.utils import timezone

from quizzes.models import Attempt, Question, Response, Revision, User
from quizzes.practice import NothingToPractise, open_attempt, option_order

FIRST_PRACTICE = 5


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


def first_practice(learner: User) -> Attempt | None:
    """A short paper in the course that the question of the day is from, where there is one."""
    revision = question()
    if revision is None:
        return None
    try:
        return open_attempt(learner, revision.question.fact.document, size=FIRST_PRACTICE)
    except NothingToPractise:
        return None
