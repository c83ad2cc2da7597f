"""Practice of a single fact, which a reader tapped in the lesson."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from quizzes.models import Attempt, Card, Fact, Response, Revision, User
from quizzes.practice import SAME_CLICK, freeze, latest_wordings, take_turns


def next_wording(fact: Fact, learner: User | None) -> Revision | None:
    """The question that the fact is asked with next; None while it has no published one."""
    wordings = latest_wordings([fact.pk]).get(fact.pk)
    if not wordings:
        return None
    card = Card.objects.filter(learner=learner, fact=fact).first() if learner else None
    return take_turns(wordings, card or Card(fact=fact))


def open_question(learner: User, fact: Fact, now: datetime | None = None) -> Attempt:
    """Opens a paper of one question on `fact`; asked again within half an hour, the same one.

    Raises NothingToPractise when the fact has no published question.
    """
    now = now or timezone.now()
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        waiting = waiting_question(learner, fact, now)
        if waiting:
            return waiting
        attempt = Attempt(
            learner=learner,
            document_id=fact.document_id,
            lesson_id=fact.lesson_id,
            size=1,
            opened_at=now,
        )
        return freeze(attempt, Fact.objects.askable().filter(pk=fact.pk), now)


def waiting_question(learner: User, fact: Fact, now: datetime) -> Attempt | None:
    """The paper that a click just before this one opened."""
    unanswered = Response.objects.filter(fact=fact, answered_at=None)
    mine = Attempt.objects.filter(
        Q(responses__in=unanswered),
        learner=learner,
        size=1,
        mode=Attempt.Mode.PRACTICE,
        submitted_at=None,
        opened_at__gt=now - SAME_CLICK,
    )
    return mine.first()
