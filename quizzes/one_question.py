"""Practice of a single fact, which a reader tapped in the lesson, or found a question of."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from quizzes.models import Attempt, Card, Fact, Response, Revision, User
from quizzes.practice import SAME_CLICK, freeze, latest_wordings, take_turns


def next_wording(fact: Fact, learner: User | None, preferred: int | None = None) -> Revision | None:
    """The question that the fact is asked with next; None while it has no published one.

    That is the question with the id `preferred`, where the fact has it.
    """
    wordings = latest_wordings([fact.pk]).get(fact.pk)
    if not wordings:
        return None
    wordings = [one for one in wordings if one.question_id == preferred] or wordings
    card = Card.objects.filter(learner=learner, fact=fact).first() if learner else None
    return take_turns(wordings, card or Card(fact=fact))


def open_question(
    learner: User, fact: Fact, now: datetime | None = None, *, preferred: int | None = None
) -> Attempt:
    """Opens a paper of one question on `fact`; asked again within half an hour, the same one.

    That question is the one with the id `preferred`, where the fact has it.

    Raises NothingToPractise when the fact has no published question.
    """
    now = now or timezone.now()
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        waiting = waiting_question(learner, fact, now, preferred)
        if waiting:
            return waiting
        attempt = Attempt(
            learner=learner,
            document_id=fact.document_id,
            lesson_id=fact.lesson_id,
            size=1,
            opened_at=now,
        )
        facts = Fact.objects.askable().filter(pk=fact.pk)
        return freeze(attempt, facts, now, preferred=[preferred] if preferred else [])


def waiting_question(
    learner: User, fact: Fact, now: datetime, preferred: int | None
) -> Attempt | None:
    """The paper that a click just before this one opened."""
    unanswered = Response.objects.filter(fact=fact, answered_at=None)
    if preferred and fact.questions.filter(pk=preferred).exists():
        unanswered = unanswered.filter(revision__question=preferred)
    mine = Attempt.objects.filter(
        Q(responses__in=unanswered),
        learner=learner,
        size=1,
        mode=Attempt.Mode.PRACTICE,
        submitted_at=None,
        opened_at__gt=now - SAME_CLICK,
    )
    return mine.first()
