"""Lists: fixed number of queries whatever their length, search and filters."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Question
from tests.factories import (
    AttemptFactory,
    DocumentFactory,
    ExamPlanFactory,
    FactFactory,
    LessonFactory,
    PublishedQuestionFactory,
    ReportFactory,
)

MAKERS = {
    "question": PublishedQuestionFactory,
    "fact": FactFactory,
    "lesson": LessonFactory,
    "document": DocumentFactory,
    "attempt": AttemptFactory,
    "examplan": ExamPlanFactory,
    "report": ReportFactory,
}


def queries(office: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert office.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", MAKERS)
def test_a_hundred_rows_cost_what_one_costs(office: Client, model: str) -> None:
    url = reverse(f"admin:quizzes_{model}_changelist")
    MAKERS[model]()
    office.get(url)  # warms what Django keeps
    one = queries(office, url)
    MAKERS[model].create_batch(99)
    assert queries(office, url) == one <= 12


@pytest.mark.parametrize("model", MAKERS)
def test_lists_never_load_whole_texts(office: Client, model: str) -> None:
    MAKERS[model]()
    with CaptureQueriesContext(connection) as captured:
        office.get(reverse(f"admin:quizzes_{model}_changelist"))
    assert not [query for query in captured if '"quizzes_document"."text"' in query["sql"]]


def test_filters_and_search(office: Client) -> None:
    mine = PublishedQuestionFactory(stem="中欧班列有多少条？", fact__kind="rank")
    other = PublishedQuestionFactory(stem="海外仓有多少个？", status=Question.Status.RETIRED)
    fact = mine.fact
    for wanted in (
        {"q": "班列"},
        {"document": fact.document_id},
        {"document": fact.document_id, "lesson": fact.lesson_id},
        {"status__exact": "published"},
        {"fact__kind__exact": "rank"},
        {"fact": fact.pk},
    ):
        page = office.get(reverse("admin:quizzes_question_changelist"), wanted).content.decode()
        assert mine.stem in page, wanted
        assert other.stem not in page, wanted


@pytest.mark.parametrize("forged", ["abc", "-1", "9" * 40, "0"])
def test_forged_filters_find_nothing(office: Client, forged: str) -> None:
    question = PublishedQuestionFactory()
    document = question.fact.document_id
    for filters in ({"document": forged}, {"document": document, "lesson": forged}):
        page = office.get(reverse("admin:quizzes_question_changelist"), filters)
        assert page.status_code == 200
        assert question.stem not in page.content.decode()
