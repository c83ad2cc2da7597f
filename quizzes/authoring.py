"""Questions that instructors write, and the facts they stand on."""

from uuid import uuid4

from django.db import transaction

from quizzes.models import Fact, Lesson, Question
from quizzes.publishing import freeze, recount
from quizzes.search import index_fact
from quizzes.verbatim import Verbatim


def new_fact(lesson: Lesson, answer: str, evidence: str = "") -> Fact:
    """A saved fact for a question of an instructor's own (see `describe`)."""
    fact = Fact(
        document=lesson.document,
        kind=Fact.Kind.AUTHORED,
        fingerprint=f"authored:{uuid4().hex}",
    )
    describe(fact, lesson, answer, evidence)
    fact.save()
    return fact


def describe(fact: Fact, lesson: Lesson, answer: str, evidence: str) -> None:
    """Fills in an instructor's fact; `evidence` is found in the lesson, white space aside.

    What the lesson does not say in these words is kept as a text without a place.
    """
    fact.lesson = lesson
    fact.answer = answer[:500]
    fact.evidence = evidence
    found = Verbatim(lesson.body).find(evidence)
    shift = lesson.body_start
    place_evidence(fact, (found[0] + shift, found[1] + shift) if found else None)
    if found:
        fact.evidence = lesson.body[slice(*found)]
        mark_answer(fact)


def place_evidence(fact: Fact, found: tuple[int, int] | None) -> None:
    """Notes where in the document the evidence of an instructor's fact stands, or that it left.

    A fact without a place comes last in its lesson.
    """
    fact.evidence_start, fact.evidence_end = found or (None, None)
    fact.answer_start = fact.answer_end = None
    fact.position = found[0] if found else fact.lesson.end


def mark_answer(fact: Fact) -> None:
    """Notes where in its evidence the answer stands, if it does."""
    at = fact.evidence.find(fact.answer) if fact.answer else -1
    if at >= 0 and fact.evidence_start is not None:
        fact.answer_start = fact.evidence_start + at
        fact.answer_end = fact.answer_start + len(fact.answer)


@transaction.atomic
def redescribe(fact: Fact, lesson: Lesson, answer: str, evidence: str) -> None:
    """Changes an instructor's fact; freezes its published questions anew, counts its lessons."""
    before = fact.lesson_id
    describe(fact, lesson, answer, evidence)
    fact.save()
    for question in fact.questions.filter(status=Question.Status.PUBLISHED):
        freeze(question)
    index_fact(fact)
    recount(Lesson.objects.filter(pk__in=(before, lesson.pk)))
