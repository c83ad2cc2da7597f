"""The life of a question: draft, published, edited, retired.

Learners are shown revisions, which never change. Publishing freezes one; so does every edit of
a published question, and earlier answers keep the wording that they were graded against.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import Fact, Lesson, Option, Question, Response, User
from quizzes.models.options import CHOICE
from quizzes.question_rules import Choice, Errors, validate
from quizzes.revisions import answer_text, freeze, frozen
from quizzes.search import index_fact

__all__ = [
    "AnsweredQuestionError",
    "UnfitQuestionError",
    "answer_text",
    "check",
    "delete",
    "freeze",
    "frozen",
    "publish",
    "record_edit",
    "recount",
    "retire",
    "set_options",
    "to_draft",
    "validate",
    "was_answered",
]


ASIDE = 1_000


class UnfitQuestionError(StudyError):
    """A question that breaks a rule and so may not be published."""


class AnsweredQuestionError(StudyError):
    """A question that learners have met: it can be retired, not deleted."""

    def __init__(self) -> None:
        super().__init__(
            _("已经有学员答过这道题，不能删除。请改为停用：停用后不再出现，原来的记录仍然保留。")
        )


def check(question: Question) -> Errors:
    """What is wrong with a saved question, by field name (see `validate`)."""
    rows = question.options.all()
    options = [Choice(option.text, option.is_key, option.partner) for option in rows]
    return validate(kind=question.kind, stem=question.stem, options=options)


@transaction.atomic
def publish(question: Question, now: datetime | None = None) -> None:
    """Lets learners meet the question.

    Raises UnfitQuestionError, with what is wrong, when it breaks a rule or its fact is retired.
    """
    _hold(question)
    errors = [message for messages in check(question).values() for message in messages]
    if errors:
        raise UnfitQuestionError(" ".join(errors))
    if question.fact.retired_at:
        raise UnfitQuestionError(_("这个知识点已随原文停用，不能发布它的题目。"))
    freeze(question)
    _set_status(question, Question.Status.PUBLISHED, now)


@transaction.atomic
def retire(question: Question, now: datetime | None = None) -> None:
    """Takes the question out of practice for good; answers given keep their wording."""
    _hold(question)
    _set_status(question, Question.Status.RETIRED, now)


@transaction.atomic
def to_draft(question: Question, now: datetime | None = None) -> None:
    """Takes the question out of practice until it is published again."""
    _hold(question)
    _set_status(question, Question.Status.DRAFT, now)


@transaction.atomic
def record_edit(question: Question, by: User, now: datetime | None = None) -> None:
    """Notes that an instructor changed the question; a published one is frozen anew at once.

    The change has been saved, and keeps the rules (see `validate`).
    """
    _hold(question)
    question.edited_at = now or timezone.now()
    question.author = question.author or by
    question.save(update_fields=["edited_at", "author", "updated_at"])
    if question.status == Question.Status.PUBLISHED:
        freeze(question)
        index_fact(question.fact)


@transaction.atomic
def set_options(question: Question, choices: Sequence[Choice]) -> None:
    """Makes these rows the question's options, in this order.

    An option whose text stays keeps its codes, as long as the question keeps its kind. Where
    nothing is chosen, all rows are keys.
    """
    _hold(question)
    chosen = question.kind in CHOICE
    old = {option.text: option for option in question.options.filter(question_kind=question.kind)}
    kept = [
        old.pop(text) if text in old else Option(question=question, text=text)
        for text, _is_key, _partner in choices
    ]
    stay = [option.pk for option in kept if option.pk]
    question.options.exclude(pk__in=stay).delete()
    # For a moment no key, and no place that is wanted: the database allows one of each.
    question.options.update(is_key=not chosen, position=F("position") + ASIDE)
    for position, (option, (_text, is_key, partner)) in enumerate(zip(kept, choices, strict=True)):
        option.question = question
        option.position = position
        option.is_key = is_key or not chosen
        option.partner = partner if question.kind == Question.Kind.MATCHING else ""
        option.save()


@transaction.atomic
def delete(question: Question) -> None:
    """Deletes a question that nobody met, and its fact if that was made for it alone.

    Raises AnsweredQuestionError when a paper holds the question.
    """
    _hold(question)
    if was_answered(question):
        raise AnsweredQuestionError
    fact = question.fact
    question.delete()
    alone = not (fact.questions.exists() or fact.cards.exists() or fact.responses.exists())
    if fact.kind == Fact.Kind.AUTHORED and alone:
        fact.delete()
    else:
        index_fact(fact)
    recount(Lesson.objects.filter(pk=fact.lesson_id))


def was_answered(question: Question) -> bool:
    """Whether any paper holds the question, in any of its wordings."""
    return Response.objects.filter(revision__question=question).exists()


def recount(lessons: QuerySet[Lesson]) -> None:
    """Sets `fact_count` of these lessons: their facts in use that have a published question."""
    published = Question.objects.filter(fact=OuterRef("pk"), status=Question.Status.PUBLISHED)
    facts = Fact.objects.filter(Exists(published), lesson=OuterRef("pk"), retired_at=None)
    count = facts.order_by().values("lesson").annotate(n=Count("pk")).values("n")
    lessons.update(fact_count=Coalesce(Subquery(count), 0))


def _hold(question: Question) -> None:
    """Locks the question's row until the transaction ends, and reads what others changed in it."""
    question.refresh_from_db(
        fields=("status", "shelved_status", "revision", "author", "edited_at"),
        from_queryset=Question.objects.select_for_update(no_key=True),
    )


def _set_status(question: Question, status: Question.Status, now: datetime | None) -> None:
    question.status = status
    question.shelved_status = ""
    question.edited_at = now or timezone.now()
    question.save(update_fields=["status", "shelved_status", "edited_at", "updated_at"])
    recount(Lesson.objects.filter(pk=question.fact.lesson_id))
    index_fact(question.fact)
