"""Who may see and do what in the back office."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt, Document, User
from tests.factories import PublishedQuestionFactory, ResponseFactory

PAGES = ("document", "lesson", "fact", "question", "attempt", "examplan", "certificate", "report")


@pytest.mark.parametrize("model", PAGES)
def test_instructors_see_their_lists(office: Client, model: str) -> None:
    assert office.get(reverse(f"admin:quizzes_{model}_changelist")).status_code == 200


@pytest.mark.parametrize("model", PAGES)
def test_learners_are_kept_out(client: Client, learner: User, model: str) -> None:
    client.force_login(learner)
    page = client.get(reverse(f"admin:quizzes_{model}_changelist"), follow=True)
    assert page.status_code == 403


@pytest.mark.django_db
def test_one_signs_in_where_failed_attempts_are_limited(client: Client) -> None:
    page = client.get(reverse("admin:index"), follow=True)
    assert page.redirect_chain[-1][0].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "page", ["quizzes_user_changelist", "quizzes_user_add", "auth_group_changelist"]
)
def test_users_are_for_the_administrator(office: Client, admin_client: Client, page: str) -> None:
    assert office.get(reverse(f"admin:{page}")).status_code == 403
    assert admin_client.get(reverse(f"admin:{page}")).status_code == 200


def test_the_index_names_the_site(office: Client) -> None:
    page = office.get(reverse("admin:index")).content.decode()
    assert "义乌学习 · 管理后台" in page
    assert "导入文档" not in page
    assert "用户" not in page


def test_it_speaks_english_too(office: Client) -> None:
    page = office.get(reverse("admin:index"), headers={"accept-language": "en"})
    assert "Log out" in page.content.decode()


@pytest.mark.parametrize("model", ["lesson", "fact", "attempt"])
def test_what_is_read_only_cannot_be_added(office: Client, model: str) -> None:
    assert office.get(reverse(f"admin:quizzes_{model}_add")).status_code == 403


def test_an_attempt_shows_its_answers_and_keeps_them(office: Client) -> None:
    response = ResponseFactory(wrong=True)
    response.given = response.revision.options[1]["id"]
    response.save()
    url = reverse("admin:quizzes_attempt_change", args=[response.attempt_id])
    page = office.get(url).content.decode()
    assert response.revision.stem in page
    assert response.revision.options[1]["text"] in page
    assert office.post(url, {"size": 3}).status_code == 403
    delete = reverse("admin:quizzes_attempt_delete", args=[response.attempt_id])
    assert office.post(delete, {"post": "yes"}).status_code == 403
    assert Attempt.objects.filter(pk=response.attempt_id).exists()


def test_lesson_and_fact_pages_open(office: Client) -> None:
    fact = PublishedQuestionFactory().fact
    for url in (
        reverse("admin:quizzes_lesson_change", args=[fact.lesson_id]),
        reverse("admin:quizzes_fact_change", args=[fact.pk]),
        reverse("admin:quizzes_document_change", args=[fact.document_id]),
    ):
        page = office.get(url)
        assert page.status_code == 200
    assert (
        fact.evidence
        in office.get(reverse("admin:quizzes_fact_change", args=[fact.pk])).content.decode()
    )


def test_a_document_that_learners_met_is_not_deleted(admin_client: Client) -> None:
    met = ResponseFactory()
    url = reverse("admin:quizzes_document_delete", args=[met.fact.document_id])
    assert "答题记录" in admin_client.get(url).content.decode()
    admin_client.post(url, {"post": "yes"})
    assert Document.objects.filter(pk=met.fact.document_id).exists()


def test_a_document_that_nobody_met_can_be_deleted(admin_client: Client) -> None:
    fact = PublishedQuestionFactory().fact
    url = reverse("admin:quizzes_document_delete", args=[fact.document_id])
    assert admin_client.post(url, {"post": "yes"}).status_code == 302
    assert not type(fact).objects.exists()
