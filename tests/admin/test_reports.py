"""What learners report reaches the instructors, who mend the question and close the report."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Question, Report, User
from tests.factories import ReportFactory

LIST = "/admin/quizzes/report/"


@pytest.fixture
def report(learner: User) -> Report:
    return ReportFactory(learner=learner, words="四月写成了八月")


def close(office: Client, report: Report, action: str) -> str:
    data = {"action": action, "_selected_action": [report.pk]}
    return office.post(LIST, data, follow=True).content.decode()


def test_the_list_says_what_is_wrong(office: Client, report: Report) -> None:
    page = office.get(f"{LIST}?state=new").content.decode()
    assert "四月写成了八月" in page
    assert "错别字" in page
    assert report.question.stem[:20] in page


def test_it_leads_to_the_question(office: Client, report: Report) -> None:
    page = office.get(f"{LIST}{report.pk}/change/").content.decode()
    assert reverse("admin:quizzes_question_change", args=[report.question_id]) in page
    assert reverse("admin:quizzes_question_preview", args=[report.question_id]) in page


@pytest.mark.parametrize(("action", "state"), [("mend", "mended"), ("decline", "declined")])
def test_it_is_closed_once(
    office: Client, instructor: User, report: Report, action: str, state: str
) -> None:
    assert "已处理 1 条反馈" in close(office, report, action)
    report.refresh_from_db()
    assert (report.state, report.closed_by) == (state, instructor)
    assert "都处理过了" in close(office, report, "mend")
    report.refresh_from_db()
    assert report.state == state


def test_a_question_mended_since_says_so(office: Client, report: Report) -> None:
    Question.objects.filter(pk=report.question_id).update(revision=2)
    page = office.get(LIST).content.decode()
    assert 'field-changed"><img' in page
    assert 'alt="True"' in page


def test_what_a_learner_said_is_not_changed_or_deleted(office: Client, report: Report) -> None:
    assert office.get(f"{LIST}add/").status_code == 403
    assert office.post(f"{LIST}{report.pk}/delete/", {"post": "yes"}).status_code == 403
    office.post(f"{LIST}{report.pk}/change/", {"words": "没事", "state": "mended"})
    report.refresh_from_db()
    assert (report.words, report.state) == ("四月写成了八月", "new")
