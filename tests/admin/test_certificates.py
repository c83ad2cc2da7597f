"""Instructors set the rule of a course, and withdraw a certificate."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Certificate, Document
from tests.factories import CertificateFactory

LIST = reverse("admin:quizzes_certificate_changelist")


@pytest.fixture
def issued(db: None) -> Certificate:
    return CertificateFactory()


def act(office: Client, action: str, certificate: Certificate, reason: str = "") -> str:
    data = {"action": action, "_selected_action": [certificate.pk], "reason": reason}
    page = office.post(LIST, data, follow=True).content.decode()
    certificate.refresh_from_db()
    return page


def test_it_is_withdrawn_for_a_reason_and_restored(office: Client, issued: Certificate) -> None:
    assert "撤销了 1 张证书" in act(office, "withdraw", issued, "考试由他人代做。")
    assert issued.withdrawn_at
    assert issued.withdrawal_reason == "考试由他人代做。"
    assert "恢复了 1 张证书" in act(office, "restore", issued)
    assert issued.withdrawn_at is None


def test_without_a_reason_it_is_not(office: Client, issued: Certificate) -> None:
    assert "请写明撤销的原因" in act(office, "withdraw", issued)
    assert issued.withdrawn_at is None


def test_a_name_can_be_mended_and_nothing_else(office: Client, issued: Certificate) -> None:
    url = reverse("admin:quizzes_certificate_change", args=[issued.pk])
    office.post(url, {"name": "王小乂", "course": "别的课程", "number": "0" * 20})
    changed = Certificate.objects.get()
    assert (changed.name, changed.course, changed.number) == (
        "王小乂",
        issued.course,
        issued.number,
    )


def test_it_can_neither_be_made_nor_deleted_here(office: Client, issued: Certificate) -> None:
    assert office.get(reverse("admin:quizzes_certificate_add")).status_code == 403
    delete = reverse("admin:quizzes_certificate_delete", args=[issued.pk])
    assert office.post(delete, {"post": "yes"}).status_code == 403
    assert Certificate.objects.exists()


def test_learners_are_kept_out(browser_of_learner: Client) -> None:
    assert browser_of_learner.get(LIST, follow=True).status_code == 403


@pytest.fixture
def browser_of_learner(client: Client, issued: Certificate) -> Client:
    client.force_login(issued.learner)
    return client


@pytest.mark.parametrize(("exam", "kept"), [("60", True), ("101", False)])
def test_a_course_gets_its_rule(office: Client, document: Document, exam: str, kept: bool) -> None:
    url = reverse("admin:quizzes_document_change", args=[document.pk])
    office.post(
        url,
        {
            "title": document.title,
            "byline": document.byline,
            "certificate_rule-TOTAL_FORMS": "1",
            "certificate_rule-INITIAL_FORMS": "0",
            "certificate_rule-0-document": document.pk,
            "certificate_rule-0-exam": exam,
            "certificate_rule-0-mastery": "70",
        },
    )
    document = Document.objects.get()
    assert hasattr(document, "certificate_rule") == kept
    if kept:
        assert (document.certificate_rule.exam, document.certificate_rule.mastery) == (60, 70)
