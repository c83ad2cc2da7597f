"""When something goes wrong: what happened, what was kept, what to do – in the site's look."""

from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from pytest_django import Settings

from quizzes.models import User


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (SuspiciousOperation(), 400, "请求有误"),
        (PermissionDenied(), 403, "不能打开"),
        (RuntimeError(), 500, "出错了"),
    ],
)
def test_a_view_that_fails(visitor: Client, error: Exception, status: int, words: str) -> None:
    visitor.raise_request_exception = False
    with patch("quizzes.trial.question", side_effect=error):
        response = visitor.get("/")

    assert response.status_code == status
    assert words in response.content.decode()
    assert "css/site.css" in response.content.decode()


def test_not_found(visitor: Client) -> None:
    response = visitor.get("/nowhere/")

    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()


def test_a_failure_needs_neither_database_nor_templates(client: Client) -> None:
    """No `db` here: a query would fail the test."""
    client.raise_request_exception = False
    with (
        patch("quizzes.trial.question", side_effect=RuntimeError),
        patch("quizzes.views.errors.render_to_string", side_effect=RuntimeError),
    ):
        response = client.get("/")

    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()


def test_a_form_without_its_token(learner: User, settings: Settings) -> None:
    settings.CSRF_FAILURE_VIEW = "quizzes.views.errors.csrf_failure"
    client = Client(enforce_csrf_checks=True, HTTP_ACCEPT_LANGUAGE="zh-CN")
    client.force_login(learner)
    response = client.post("/me/", {"time_zone": "Europe/Moscow"})

    assert response.status_code == 403
    assert "这次没有保存" in response.content.decode()


def test_too_many_tries(visitor: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip", "login_failed": "1/m/ip"}
    for _ in range(3):
        response = visitor.post("/accounts/login/", {"login": "nobody", "password": "x"})

    assert response.status_code == 429
    assert "试的次数太多了" in response.content.decode()
