"""A course to be examined on, and a learner who answers."""

from datetime import datetime

from quizzes import exams
from quizzes.exams.records import keep_record
from quizzes.models import Attempt, Document, Lesson, User
from quizzes.practice import paper
from tests.factories import AttemptFactory, FactFactory, LessonFactory
from tests.kinds import published, right, wrong


def course(document: Document, *, sections: int = 2, facts: int = 3) -> Document:
    """Sections with facts on sentences of their own, each with a question of one choice."""
    for _ in range(sections):
        lesson = LessonFactory(document=document)
        for number in range(facts):
            ask(lesson, number)
    return document


def ask(lesson: Lesson, number: int, kind: str = "single_choice", **fields: object) -> None:
    """A published question on the sentence with that number of a lesson."""
    start = lesson.body_start + number * 2
    fact = FactFactory(
        lesson=lesson,
        evidence_start=start,
        evidence_end=start + 2,
        importance=3,
        **fields,
    )
    published(kind, fact=fact)


def handed_in(learner: User, document: Document, *, correct: int, size: int = 10) -> Attempt:
    """An exam that is over, with so many right answers, and kept in the learner's record."""
    attempt = AttemptFactory(
        learner=learner,
        document=document,
        mode=Attempt.Mode.EXAM,
        size=size,
        finished=True,
        correct=correct,
    )
    keep_record(attempt)
    return attempt


def answered(
    learner: User,
    attempt: Attempt,
    now: datetime,
    *,
    right_ones: int = 0,
    wrong_ones: int = 0,
) -> None:
    """Saves so many right answers from the start, then so many wrong ones."""
    for at, response in enumerate(paper(attempt)[: right_ones + wrong_ones]):
        given = (right if at < right_ones else wrong)(response.revision)
        exams.save_answer(learner, attempt.pk, response.position, given, now=now)
