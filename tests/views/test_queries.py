"""How many queries each page may take – the same with one row and with two hundred."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quizzes import exams
from quizzes.models import Attempt, Document, Lesson, Question, User
from quizzes.weeks import name_of
from tests.factories import (
    AttemptFactory,
    CardFactory,
    CertificateFactory,
    DayFactory,
    FactFactory,
    FavouriteFactory,
    LessonFactory,
    LessonReadFactory,
    MistakeFactory,
    NoteFactory,
    PublishedQuestionFactory,
    RecordFactory,
    ReportFactory,
    ResponseFactory,
)
from tests.views.helpers import HTMX, key, opened, question_url

MANY = 200
Statements = Callable[[str], int]


@pytest.fixture
def statements(browser: Client) -> Statements:
    """Statements of a second look at a page: a first one may make rows."""

    def count(url: str) -> int:
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        return len(captured)

    return count


@pytest.fixture
def one(learner: User, lesson: Lesson, question: Question) -> Question:
    a_history(learner, question, day=0)
    for kind in ("number", "term"):
        FactFactory(lesson=lesson, kind=kind)
    return question


def a_history(learner: User, question: Question, day: int) -> None:
    """One of everything that pages list."""
    CardFactory(learner=learner, fact=question.fact, due_now=True)
    LessonReadFactory(learner=learner, lesson=question.fact.lesson)
    DayFactory(learner=learner, day=timezone.localdate() - timedelta(days=day))
    attempt = AttemptFactory(learner=learner, document=question.fact.document)
    ResponseFactory(attempt=attempt, revision=question.revisions.get())
    for mode in ("sequence", "mistakes", "favourites", "cards"):
        sitting = AttemptFactory(learner=learner, document=question.fact.document, mode=mode)
        ResponseFactory(attempt=sitting, revision=question.revisions.get(), right=True)
    MistakeFactory(learner=learner, question=question, gone=bool(day % 2))
    FavouriteFactory(learner=learner, question=question)
    if not learner.certificates.filter(document=question.fact.document).exists():
        CertificateFactory(learner=learner, document=question.fact.document)
    NoteFactory(learner=learner, question=question)
    ReportFactory(learner=learner, question=question)
    RecordFactory(learner__shows_record=True, document=question.fact.document)


def many(learner: User, lesson: Lesson) -> None:
    """Two hundred more of everything, in two hundred lessons of five documents."""
    lessons = [lesson]
    for number in range(1, MANY + 1):
        document = None if number % 40 == 0 else lessons[-1].document
        lessons.append(LessonFactory(**({"document": document} if document else {})))
        question = PublishedQuestionFactory(fact__lesson=lessons[-1], fact__importance=3)
        a_history(learner, question, day=number)
        for kind in ("number", "term"):
            FactFactory(lesson=lesson, kind=kind)


LIMITS = {
    "today": 12,
    "progress": 12,
    "courses": 3,
    "course": 11,
    "certificate": 7,
    "week": 5,
    "lesson": 8,
    "practice": 10,
    "me": 2,
    "settings": 2,
    "data": 24,  # one a table
    "leave": 2,
    "question": 6,
    "result": 9,
    "exams": 6,
    "exam": 14,
    "exam_question": 5,
    "exam_sheet": 5,
    "exam_hand_in": 5,
    "exam_result": 9,
    "timeline": 4,
    "figures": 5,
    "terms": 5,
    "fact": 5,
    "way_practice": 7,
    "way_sequence": 11,
    "way_sections": 7,
    "way_topic": 6,
    "way_mistakes": 8,
    "way_favourites": 7,
    "way_challenge": 8,
    "way_cards": 7,
    "favourites": 4,
    "certificates": 3,
    "notes": 4,
    "keep": 4,
}
PLAIN = ("today", "progress", "courses", "practice", "me", "settings", "data", "leave")
WHOLE = ("timeline", "figures", "terms")

WAYS = [name for name in LIMITS if name.startswith("way_")]


def urls(question: Question) -> dict[str, str]:
    return {
        **{name: reverse(name) for name in PLAIN},
        **{name: f"{reverse(name)}?course={question.fact.document_id}" for name in WAYS},
        "favourites": reverse("favourites"),
        "certificates": reverse("certificates"),
        "notes": reverse("notes"),
        "keep": reverse("keep", args=[question.pk]),
        "course": question.fact.document.get_absolute_url(),
        "certificate": reverse("certificate", args=[question.fact.document_id]),
        "week": reverse("week", args=[name_of(timezone.localdate())]),
        "lesson": question.fact.lesson.get_absolute_url(),
        "question": question_url(paper_with(question)),
        "fact": reverse("fact", args=[question.fact.pk]),
        **{name: reverse(name, args=[question.fact.document_id]) for name in WHOLE},
    }


def paper_with(question: Question) -> Attempt:
    return Attempt.objects.get(responses__fact=question.fact, submitted_at=None, mode="practice")


def finished(question: Question) -> Attempt:
    attempt = paper_with(question)
    attempt.responses.update(given=0, is_correct=False, answered_at=timezone.now())
    Attempt.objects.filter(pk=attempt.pk).update(submitted_at=timezone.now(), correct=0)
    return attempt


def test_pages(statements: Statements, learner: User, lesson: Lesson, one: Question) -> None:
    pages = urls(one)
    with_one = {name: statements(url) for name, url in pages.items()}
    many(learner, lesson)

    assert {name: statements(url) for name, url in pages.items()} == with_one
    assert {name: n for name, n in with_one.items() if n > LIMITS[name]} == {}


def test_the_result(statements: Statements, learner: User, lesson: Lesson, one: Question) -> None:
    url = reverse("result", args=[finished(one).pk])
    with_one = statements(url)
    many(learner, lesson)

    assert statements(url) == with_one <= LIMITS["result"]


def test_the_trial(visitor: Client, learner: User, lesson: Lesson, question: Question) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            visitor.get("/")
        return len(captured)

    with_one = count()
    many(learner, lesson)

    assert count() == with_one <= 3


def test_exams(statements: Statements, learner: User, lesson: Lesson, one: Question) -> None:
    exams.hand_in(learner.pk, exams.open_exam(learner, lesson.document).pk)
    done = Attempt.objects.get(mode="exam")
    attempt = exams.open_exam(learner, lesson.document)
    pages = {
        "exams": reverse("exams"),
        "today": reverse("today"),
        "exam": reverse("exam", args=[lesson.document_id]),
        "exam_question": reverse("exam_question", args=[attempt.pk, 1]),
        "exam_sheet": reverse("exam_sheet", args=[attempt.pk]),
        "exam_hand_in": reverse("exam_hand_in", args=[attempt.pk]),
        "exam_result": reverse("exam_result", args=[done.pk]),
    }
    with_one = {name: statements(url) for name, url in pages.items()}
    many(learner, lesson)
    AttemptFactory.create_batch(
        MANY, learner=learner, document=lesson.document, mode="exam", finished=True
    )
    for document in Document.objects.exclude(pk=lesson.document_id):
        exams.open_exam(learner, document)

    assert {name: statements(url) for name, url in pages.items()} == with_one
    assert {name: n for name, n in with_one.items() if n > LIMITS[name]} == {}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_answer(
    browser: Client, learner: User, lesson: Lesson, question: Question, headers: dict[str, str]
) -> None:
    """Session, user, BEGIN and COMMIT included."""
    attempt = opened(learner, lesson)
    browser.get(question_url(attempt))
    data = {"given": key(question)}
    with CaptureQueriesContext(connection) as captured:
        browser.post(question_url(attempt), data, headers=headers)

    assert len(captured) <= 14


@pytest.mark.django_db(transaction=True)
def test_an_answer_in_an_exam(browser: Client, learner: User, question: Question) -> None:
    """Session, user, BEGIN and COMMIT included."""
    attempt = exams.open_exam(learner, question.fact.document)
    url = reverse("exam_question", args=[attempt.pk, 1])
    headers, data = {**HTMX, "HX-Target": "saved"}, {"given": key(question)}
    with CaptureQueriesContext(connection) as captured:
        browser.post(url, data, headers=headers)

    assert len(captured) <= 8
