"""挑战: on until the first mistake, 45 seconds a question on the server's clock.

A run's paper is not frozen beforehand: a right answer in time deals the next question, and where
none is dealt the run is over. Its length is the number of right answers.
"""

import random
from datetime import date, datetime, timedelta
from math import ceil

from django.db.models import Max, Q
from django.utils import timezone

from quizzes.models import Attempt, Card, Document, Fact, Question, Record, Response, User
from quizzes.practice import latest_wordings, lay_out, new_position, take_turns
from quizzes.selection import Candidate

SECONDS = 45
GRACE_SECONDS = 5  # for the way of an answer through a slow network
BOARD = 10
# Pairs and orders take longer than the clock allows.
KINDS = (
    Question.Kind.SINGLE_CHOICE,
    Question.Kind.TRUE_FALSE,
    Question.Kind.MULTIPLE_CHOICE,
    Question.Kind.FILL_BLANK,
)


def seconds_left(response: Response, now: datetime | None = None) -> int:
    """Whole seconds until the question's time is up, as its page shows them; 0 from then on."""
    if response.shown_at is None:
        return SECONDS
    passed = ((now or timezone.now()) - response.shown_at).total_seconds()
    return min(SECONDS, max(0, ceil(SECONDS - passed)))


def is_up(response: Response, now: datetime) -> bool:
    """Whether this position stands in a run and its time is over, grace left aside."""
    in_a_run = response.attempt.mode == Attempt.Mode.CHALLENGE
    return in_a_run and seconds_left(response, now) == 0


def is_late(response: Response, now: datetime) -> bool:
    """Whether an answer to this position comes too late; one never shown has no clock yet."""
    if response.attempt.mode != Attempt.Mode.CHALLENGE or response.shown_at is None:
        return False
    return now > response.shown_at + timedelta(seconds=SECONDS + GRACE_SECONDS)


def was_late(response: Response) -> bool:
    """Whether a position's time was up before its answer came."""
    if response.answered_at is None:
        return False
    return response.given is None or is_late(response, response.answered_at)


def open_run(attempt: Attempt) -> Attempt:
    """Saves `attempt`, a run that begins, with its first question.

    Raises NothingToPractise when the course has no question that suits a run.
    """
    first = pick(attempt, [])
    attempt.size = 1
    if first is None:
        return lay_out(attempt, [], {})
    known = Card.objects.filter(learner=attempt.learner, fact=first)
    return lay_out(attempt, [first], {card.fact_id: card for card in known}, suitable([first]))


def go_on(response: Response, now: datetime) -> None:
    """What follows from an answer: after a right one the record, and the next question.

    The caller holds the locks on the response and the learner.
    """
    attempt = response.attempt
    if not response.is_correct:
        return
    asked = list(attempt.responses.values_list("fact", flat=True))
    keep_record(attempt.learner, attempt.document_id, len(asked), now)
    following = pick(attempt, asked)
    if following is None:
        return
    card, _created = Card.objects.get_or_create(learner=attempt.learner, fact_id=following)
    wordings = [one for one in latest_wordings([following])[following] if one.kind in KINDS]
    new_position(attempt, response.position + 1, take_turns(wordings, card), card).save()
    attempt.size = response.position + 1
    attempt.save(update_fields=["size"])


def pick(attempt: Attempt, asked: list[int]) -> int | None:
    """A fact by chance, of those whose sentence no answer of this run has shown yet.

    Where there is no such fact, any that was not asked; None when all were.
    """
    published = Question.objects.filter(status=Question.Status.PUBLISHED, kind__in=KINDS)
    facts = Fact.objects.askable().filter(
        document=attempt.document_id, pk__in=published.values("fact")
    )
    candidates = Candidate.among(facts)
    seen = [one for one in candidates if one.pk in asked]
    rest = [one for one in candidates if one.pk not in asked]
    fresh = [one for one in rest if not any(one.tells_of(other) for other in seen)]
    choice = fresh or rest
    return random.choice(choice).pk if choice else None  # noqa: S311 (a game)


def suitable(facts: list[int]) -> set[int]:
    """The ids of the questions on these facts that a run may ask."""
    return {
        wording.question_id
        for wordings in latest_wordings(facts).values()
        for wording in wordings
        if wording.kind in KINDS
    }


def this_week(now: datetime) -> date:
    """The Monday of the week of `now`, the same for everybody on the site."""
    today = now.astimezone(timezone.get_default_timezone()).date()
    return today - timedelta(days=today.weekday())


def keep_record(learner: User, document: int, length: int, now: datetime) -> None:
    """Notes a run that has reached `length`, where it is the longest ever or of its week."""
    week = this_week(now)
    record, _created = Record.objects.select_for_update().get_or_create(
        learner=learner, document_id=document, defaults={"week": week, "reached_at": now}
    )
    record.best = max(record.best, length)
    if record.week != week or length > record.week_best:
        record.week, record.week_best, record.reached_at = week, length, now
    record.save(update_fields=["best", "week", "week_best", "reached_at"])


def best(learner: User, document: Document) -> int:
    """The learner's longest run in a course; 0 before the first."""
    mine = Record.objects.filter(learner=learner, document=document)
    return mine.aggregate(best=Max("best"))["best"] or 0


def best_of_the_week(document: Document, now: datetime | None = None) -> list[Record]:
    """The ten longest runs of the week by those who agreed to be shown; who was first leads."""
    agreed = Q(learner__shows_record=True, learner__is_active=True, learner__is_guest=False)
    rows = Record.objects.filter(
        agreed, document=document, week=this_week(now or timezone.now()), week_best__gt=0
    )
    return list(rows.select_related("learner").order_by("-week_best", "reached_at")[:BOARD])
