"""An exam from its first question to its end: opened, answered, handed in once, also by itself."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes import mistakes
from quizzes.days import Learnt, count_answers
from quizzes.errors import StudyError
from quizzes.exams.blueprint import Drawn, chance, draw
from quizzes.exams.drafts import draft
from quizzes.exams.plans import blueprint_and_topics
from quizzes.exams.records import keep_record
from quizzes.grading import CARD_FIELDS
from quizzes.judging import AnswerRefused, Given, judge
from quizzes.models import Attempt, Card, Document, Response, Revision, User
from quizzes.pace import Pace, keep_pace, pace_of
from quizzes.practice import latest_wordings, option_order
from quizzes.scheduling import Parameters, parameters_for, review
from quizzes.workload import settle_all

# An answer sent in the last second may take this long to arrive.
GRACE = timedelta(seconds=5)
GRADED = ("given", "is_correct", "answered_at")


class NothingToExamine(StudyError):  # noqa: N818
    """No published question that the document's plan asks for."""


class ExamOver(StudyError):  # noqa: N818
    """Handed in, or out of time: what was sent came too late and was not saved."""


def exams() -> QuerySet[Attempt]:
    """The attempts that are exams."""
    return Attempt.objects.filter(mode=Attempt.Mode.EXAM)


def is_overdue(attempt: Attempt, now: datetime) -> bool:
    """Still open although its time, and the moment of grace after it, are over."""
    late = attempt.deadline is not None and now > attempt.deadline + GRACE
    return late and attempt.submitted_at is None


def open_exam(learner: User, document: Document, now: datetime | None = None) -> Attempt:
    """The learner's open exam on `document`; a new one, with its paper, where there is none.

    The paper is a fixed function of the attempt's id, the plan and what can be asked.

    Raises NothingToExamine when there is no question to ask.
    """
    now = now or timezone.now()
    close_overdue(now, learner)
    with transaction.atomic():
        learner = User.objects.select_for_update(no_key=True).get(pk=learner.pk)
        begun = exams().filter(learner=learner, document=document, submitted_at=None).first()
        return begun or begin(learner, document, now)


def begin(learner: User, document: Document, now: datetime) -> Attempt:
    """Saves a new attempt with its paper, and the cards that its learner lacks."""
    blueprint, topics = blueprint_and_topics(document)
    attempt = Attempt.objects.create(
        learner=learner,
        document=document,
        mode=Attempt.Mode.EXAM,
        size=0,
        opened_at=now,
        deadline=now + timedelta(minutes=blueprint.minutes),
    )
    drawn = draw(blueprint, topics, str(attempt.pk))
    if not drawn:
        raise NothingToExamine(_("这门课还没有可以考的题目。老师发布题目以后再来。"))
    attempt.size = len(drawn)
    attempt.save(update_fields=["size"])
    freeze(attempt, drawn)
    return attempt


def freeze(attempt: Attempt, drawn: list[Drawn]) -> None:
    facts = [one.fact for one in drawn]
    wordings = latest_wordings(facts)
    known = Card.objects.filter(learner=attempt.learner, fact__in=facts)
    cards = {card.fact_id: card for card in known}
    missing = [Card(learner=attempt.learner, fact_id=pk) for pk in facts if pk not in cards]
    cards |= {card.fact_id: card for card in Card.objects.bulk_create(missing)}
    responses = []
    for position, one in enumerate(drawn, start=1):
        revision = worded(one, wordings[one.fact], str(attempt.pk))
        responses.append(
            Response(
                attempt=attempt,
                position=position,
                revision=revision,
                fact_id=one.fact,
                card=cards[one.fact],
                option_order=option_order(revision, attempt.pk, position),
            )
        )
    Response.objects.bulk_create(responses)


def worded(drawn: Drawn, wordings: list[Revision], seed: str) -> Revision:
    """Which of a fact's questions of the kind that was drawn is asked."""
    by_pk = {one.pk: one for one in wordings if one.kind == drawn.kind}
    return by_pk[chance(by_pk, seed)[0]]


def save_answer(
    learner: User,
    attempt_id: int,
    position: int,
    given: Given,
    *,
    flagged: bool | None = None,
    now: datetime | None = None,
) -> Response:
    """Keeps what is given at a position, whole or not, in place of what was there.

    Nothing is graded before the exam is handed in. The later of two saves counts; the same save
    again changes nothing. `flagged` marks the position, or takes the mark away.

    Raises ExamOver after the end, AnswerRefused for what is no answer to the question, and
    Attempt.DoesNotExist unless `learner` has that exam and position.
    """
    now = now or timezone.now()
    with transaction.atomic():
        attempt = locked(learner.pk, attempt_id)
        if attempt.submitted_at or is_overdue(attempt, now):
            raise ExamOver(_("考试已经结束，这次改动没有保存。"))
        responses = attempt.responses.select_related("revision")
        try:
            response = responses.get(position=position)
        except Response.DoesNotExist:
            raise Attempt.DoesNotExist from None
        response.given = draft(response.revision, given)
        if flagged is not None:
            response.flagged = flagged
        response.save(update_fields=["given", "flagged"])
    return response


def hand_in(learner_id: int, attempt_id: int, now: datetime | None = None) -> Attempt:
    """Ends the exam: grades it, moves the cards, counts the day, keeps book and record; once.

    All of it is saved together or not at all. An exam whose time is up ends at its deadline, and
    one that was handed in stays as it is. What was not answered is wrong: it enters the book of
    mistakes, but moves no card, since it does not tell what is remembered.

    Raises Attempt.DoesNotExist unless the learner has that exam.
    """
    now = now or timezone.now()
    with transaction.atomic():
        attempt = locked(learner_id, attempt_id)
        if attempt.submitted_at is None:
            close(attempt, min(now, attempt.deadline or now))
    return attempt


def locked(learner_id: int, attempt_id: int) -> Attempt:
    """The exam, locked with its learner: whoever changes cards or days comes one at a time."""
    rows = (
        exams()
        .select_related("learner__memory", "document__memory")
        .defer("document__text")
        .select_for_update(of=("learner", "self"), no_key=True)
    )
    return rows.get(pk=attempt_id, learner__id=learner_id)


def close(attempt: Attempt, at: datetime) -> None:
    """Ends a locked attempt at a moment; its statements do not grow with its paper."""
    responses = list(
        attempt.responses.select_related("revision", "card", "fact").order_by("position")
    )
    for response in responses:
        grade(response, at)
    answered = [response for response in responses if response.given is not None]
    before = [Learnt.before(attempt.learner, response.card, at) for response in answered]
    fitted = parameters_for(attempt.learner, attempt.document)
    pace = pace_of(attempt.learner)
    for response in answered:
        move(response, at, fitted, pace)
    keep_pace(attempt.learner, pace)
    settle_all([response.card for response in answered], attempt.learner, at)
    Response.objects.bulk_update(responses, GRADED)
    Card.objects.bulk_update([response.card for response in answered], CARD_FIELDS)
    attempt.correct = sum(response.is_correct is True for response in responses)
    attempt.submitted_at = at
    attempt.save(update_fields=["correct", "submitted_at"])
    if answered:
        seconds = int((at - attempt.opened_at).total_seconds())
        learnt = [
            (bool(one.is_correct), learnt.after(one, at))
            for one, learnt in zip(answered, before, strict=True)
        ]
        count_answers(attempt.learner, learnt, max(seconds, 0), at)
    mistakes.note_exam(attempt.learner, responses, at)
    keep_record(attempt)


def grade(response: Response, at: datetime) -> None:
    """Fills in whether what was saved is right; what is not whole is wrong. Does not save."""
    try:
        given = "" if response.given is None else response.given
        response.given, response.is_correct = judge(response.revision, given)
    except AnswerRefused:
        response.is_correct = False
    response.answered_at = at


def move(response: Response, at: datetime, parameters: Parameters, pace: Pace) -> None:
    """Moves the card and its learner's pace on by the answer; saves neither.

    How long an answer took is not known, since learners go back and forth. A card answered in
    practice after the exam's end, before the exam was closed, does not go back in time.
    """
    card = response.card
    moment = max(at, card.last_review or at)
    correct, kind = bool(response.is_correct), response.revision.kind
    review(
        card,
        correct=correct,
        kind=kind,
        seconds=None,
        now=moment,
        parameters=parameters,
        pace=pace,
    )
    card.last_question_id = response.revision.question_id


def close_overdue(now: datetime | None = None, learner: User | None = None) -> int:
    """Hands in the exams whose time is over, of `learner` or of everybody; returns how many."""
    now = now or timezone.now()
    overdue = exams().filter(submitted_at=None, deadline__lt=now - GRACE)
    if learner:
        overdue = overdue.filter(learner=learner)
    found = list(overdue.order_by("deadline").values_list("learner_id", "pk"))
    for learner_id, pk in found:
        hand_in(learner_id, pk, now)
    return len(found)
