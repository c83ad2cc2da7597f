"""An answer → right or wrong, and what a page may show before and after it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.answers import normalise, same_answer
from quizzes.days import count_answer
from quizzes.errors import StudyError
from quizzes.models import Attempt, Question, Response, Revision, User
from quizzes.scheduling import review

MAX_CHARACTERS = 500
MAX_SECONDS = 600


class AnswerRefused(StudyError):  # noqa: N818
    """Not an answer that can be graded; nothing was saved."""


@dataclass(frozen=True)
class Choice:
    """A row of a single-choice question; `is_key` is None until the question is answered."""

    id: str
    text: str
    chosen: bool
    is_key: bool | None


@dataclass(frozen=True)
class Shown:
    """All that a page may show of a position; the last five are empty until it is answered.

    `evidence` is the sentence of the text cut in three: before the answer, the answer, after it.
    """

    kind: str
    stem: str
    choices: list[Choice]
    given: str
    is_correct: bool | None
    answer: str
    explanation: str
    evidence: tuple[str, str, str]


def shown(response: Response) -> Shown:
    """What may be shown of `response` now: the key only once it is answered."""
    revision = response.revision
    answered = response.answered_at is not None
    given = "" if response.given is None else str(response.given)
    return Shown(
        kind=revision.kind,
        stem=revision.stem,
        choices=choices(response, given, answered=answered),
        given=given,
        is_correct=response.is_correct,
        answer=revision.answer if answered else "",
        explanation=revision.explanation if answered else "",
        evidence=marked_evidence(revision) if answered else ("", "", ""),
    )


def choices(response: Response, given: str, *, answered: bool) -> list[Choice]:
    options = {option["id"]: option for option in response.revision.options}
    return [
        Choice(
            id=str(pk),
            text=options[pk]["text"],
            chosen=str(pk) == given,
            is_key=options[pk]["is_key"] if answered else None,
        )
        for pk in response.option_order
        if response.revision.kind == Question.Kind.SINGLE_CHOICE
    ]


def marked_evidence(revision: Revision) -> tuple[str, str, str]:
    text, start, end = revision.evidence, revision.mark_start, revision.mark_end
    if start is None or end is None:
        return text, "", ""
    return text[:start], text[start:end], text[end:]


def mark_shown(response: Response, now: datetime | None = None) -> None:
    """Notes when a question was first seen; seeing it again changes nothing."""
    if response.shown_at or response.answered_at:
        return
    response.shown_at = now or timezone.now()
    unseen = Response.objects.filter(pk=response.pk, shown_at=None)
    unseen.update(shown_at=response.shown_at)


def answer(
    learner: User, attempt_id: int, position: int, given: str, now: datetime | None = None
) -> tuple[Response, bool]:
    """Grades and saves the answer to a position: the option's id, or the text typed.

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
        review(
            response.card,
            correct=bool(response.is_correct),
            kind=response.revision.kind,
            seconds=response.seconds,
            now=now,
        )
        save(response)
        count_answer(learner, bool(response.is_correct), response.seconds, now)
        close_when_complete(response.attempt, now)
    return response, True


def locked(learner: User, attempt_id: int, position: int) -> Response:
    """The response, locked with its card and its learner.

    The learner is locked so that answers sent at once from two papers are taken one at a time:
    both may be the first of the day, or bear on the same card.
    """
    related = ("attempt__learner", "revision", "card", "fact__lesson")
    responses = Response.objects.select_related(*related).defer("fact__lesson__body")
    responses = responses.select_for_update(of=("self", "card", "attempt__learner"), no_key=True)
    try:
        return responses.get(attempt__id=attempt_id, attempt__learner=learner, position=position)
    except Response.DoesNotExist:
        raise Attempt.DoesNotExist from None


def grade(response: Response, given: str, now: datetime) -> None:
    """Fills in what was given, whether it is right, and when; does not save."""
    response.given, response.is_correct = judge(response.revision, given)
    response.answered_at = now
    if response.shown_at:
        passed = int((now - response.shown_at).total_seconds())
        response.seconds = min(max(passed, 0), MAX_SECONDS)


def judge(revision: Revision, given: str) -> tuple[int | str, bool]:
    """What was given as it is kept, and whether it is right. Raises AnswerRefused."""
    if revision.kind == Question.Kind.SINGLE_CHOICE:
        option = next((o for o in revision.options if str(o["id"]) == given.strip()), None)
        if option is None:
            raise AnswerRefused(_("请先选择一个选项，再提交。"))
        return option["id"], bool(option["is_key"])
    text = given.replace("\0", "").strip()
    if len(text) > MAX_CHARACTERS:
        raise AnswerRefused(_("答案太长了。请只填空格里缺少的内容。"))
    if not normalise(text):
        raise AnswerRefused(_("请先填写答案，再提交。"))
    accepted = [option["text"] for option in revision.options] or [revision.answer]
    return text, same_answer(text, accepted, revision.stem)


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


def check_without_account(revision: Revision, given: str) -> bool:
    """Grades the trial question of a visitor; nothing is saved. Raises AnswerRefused."""
    return judge(revision, given)[1]
