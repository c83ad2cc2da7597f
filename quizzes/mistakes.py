"""The book of mistakes (错题本): a fact enters with a wrong answer and leaves with two right ones.

The two are the answers given last, on different days of the learner. What was answered wrong
again, or put back, needs two once more. A question left blank in an exam was not known: it counts
here as it is graded, as wrong.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from quizzes.days import local_day
from quizzes.models import Document, Fact, Mistake, Response, User

LEFT_SHOWN = 10


def note(response: Response, now: datetime) -> None:
    """Brings the book up to date with a graded answer; one statement.

    The caller holds the lock on the learner.
    """
    learner = response.attempt.learner
    if response.is_correct:
        note_right(learner, [response.fact_id], now)
    else:
        enter(learner, {response.fact_id: response.revision.question_id}, now)


def note_exam(learner: User, responses: Iterable[Response], now: datetime) -> None:
    """Brings the book up to date with a paper handed in at `now`; two statements at most.

    An exam may be closed long after its end: a right answer in it does not make good what was
    answered since. The caller holds the lock on the learner, and has moved the cards.
    """
    right, missed = [], {}
    for response in responses:
        last = response.card.last_review
        if not response.is_correct:
            missed[response.fact_id] = response.revision.question_id
        elif last is None or last <= now:
            right.append(response.fact_id)
    if right:
        note_right(learner, right, now)
    enter(learner, missed, now)


def note_right(learner: User, facts: Collection[int], now: datetime) -> None:
    """The first right answer is noted with its day; one on another day lets a fact go."""
    today = local_day(learner, now)
    second = Q(right_on__isnull=False) & ~Q(right_on=today)
    Mistake.objects.filter(learner=learner, fact__in=facts, left_at=None).update(
        right_on=today, left_at=Case(When(second, then=Value(now)), default=None)
    )


def enter(learner: User, questions: Mapping[int, int], now: datetime) -> None:
    """Puts facts into the book, each with the question missed, or starts their count anew."""
    rows = [
        Mistake(learner=learner, fact_id=fact, question_id=question, missed_at=now)
        for fact, question in questions.items()
    ]
    Mistake.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("learner", "fact"),
        update_fields=("question", "missed_at", "right_on", "left_at"),
    )


def put_back(learner: User, pk: int, now: datetime | None = None) -> Mistake:
    """Takes a fact that has left into the book again.

    Raises Mistake.DoesNotExist unless it is the learner's.
    """
    mistake = Mistake.objects.get(pk=pk, learner=learner)
    if mistake.left_at:
        mistake.left_at = mistake.right_on = None
        mistake.missed_at = now or timezone.now()
        mistake.save(update_fields=["left_at", "right_on", "missed_at"])
    return mistake


def in_book(learner: User, document: Document) -> QuerySet[Mistake]:
    """What can be asked of the book of a course, the newest mistake first."""
    mine = listed(learner, document).filter(left_at=None)
    return mine.order_by("-missed_at", "-pk")


def left(learner: User, document: Document) -> list[Mistake]:
    """At most ten facts that have left the book of a course, the latest first."""
    gone = listed(learner, document).filter(left_at__isnull=False)
    return list(gone.order_by("-left_at", "-pk")[:LEFT_SHOWN])


def listed(learner: User, document: Document) -> QuerySet[Mistake]:
    facts = Fact.objects.askable().order_by().filter(document=document)
    mine = Mistake.objects.filter(learner=learner, fact__in=facts)
    return mine.select_related("fact__lesson").defer("fact__lesson__body")
