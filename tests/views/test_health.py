"""What machines ask for."""

from unittest.mock import patch

from django.db import OperationalError
from django.test import Client


def test_healthz_while_the_database_answers(visitor: Client) -> None:
    response = visitor.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")


def test_healthz_when_it_does_not(visitor: Client) -> None:
    with patch("quizzes.views.health.Document.objects.exists", side_effect=OperationalError):
        assert visitor.get("/healthz").status_code == 503


def test_robots_keep_out_of_what_is_somebodys_own(visitor: Client) -> None:
    lines = visitor.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /accounts/", "Disallow: /search/"} <= set(lines)
    assert visitor.get("/today/").headers["Location"].startswith("/accounts/login/")
    assert "Disallow: /lessons/" not in lines


def test_the_icon(visitor: Client) -> None:
    assert visitor.get("/favicon.ico").headers["Location"] == "/static/img/icon.svg"
