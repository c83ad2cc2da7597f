"""Accounts: every page in our look, in Chinese and in English."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from quizzes.models import User
from tests.factories import PASSWORD

PAGES = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/inactive/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/password/reset/key/0-forged/",
]
OWN_PAGES = ["/accounts/logout/", "/accounts/password/change/", "/accounts/email/"]
NAMES = {"Email", "English", "SHA", "UTC", "xiaoyi", "example", "com"}


@pytest.mark.parametrize("url", PAGES)
def test_pages_for_visitors_are_chinese(visitor: Client, url: str) -> None:
    assert not latin(visitor.get(url, follow=True))


@pytest.mark.parametrize("url", OWN_PAGES)
def test_pages_for_learners_are_chinese(browser: Client, url: str) -> None:
    assert not latin(browser.get(url, follow=True))


@pytest.mark.parametrize("url", PAGES)
def test_pages_for_visitors_are_english(db: None, url: str) -> None:
    assert not chinese(Client(HTTP_ACCEPT_LANGUAGE="en").get(url, follow=True))


@pytest.mark.parametrize("url", OWN_PAGES)
def test_pages_for_learners_are_english(browser: Client, url: str) -> None:
    assert not chinese(browser.get(url, follow=True, headers={"Accept-Language": "en"}))


def test_signing_up_leads_to_today(visitor: Client) -> None:
    response = visitor.post("/accounts/signup/", sign_up(username="xinren"), follow=True)

    assert response.redirect_chain[-1][0] == "/today/"
    assert User.objects.get().username == "xinren"


def test_signing_up_leads_back_to_where_one_was(visitor: Client) -> None:
    data = sign_up(username="xinren") | {"next": "/practice/"}

    assert visitor.post("/accounts/signup/", data).headers["Location"] == "/practice/"


@pytest.mark.parametrize(
    "fields",
    [
        {"username": ""},
        {"username": "xiaoyi"},
        {"username": "有 空格"},
        {"email": "x"},
        {"password1": "123", "password2": "123"},
        {"password2": "other"},
    ],
)
def test_what_is_wrong_with_a_sign_up_is_said_in_chinese(
    visitor: Client, learner: User, fields: dict[str, str]
) -> None:
    response = visitor.post("/accounts/signup/", sign_up(**fields))

    assert 'aria-invalid="true"' in response.content.decode()
    assert not latin(response)


def test_a_wrong_password_is_said_in_chinese(visitor: Client, learner: User) -> None:
    response = visitor.post("/accounts/login/", {"login": "xiaoyi", "password": "wrong"})

    assert 'role="alert"' in response.content.decode()
    assert not latin(response)


def test_signing_in_and_out(visitor: Client, learner: User) -> None:
    inside = visitor.post(
        "/accounts/login/", {"login": "xiaoyi", "password": PASSWORD}, follow=True
    )
    outside = visitor.post("/accounts/logout/", follow=True)

    assert inside.redirect_chain[-1][0] == "/today/"
    assert "已经退出登录" in outside.content.decode()


def test_changing_the_password(browser: Client) -> None:
    new = "走在前列-2026"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    page = browser.post("/accounts/password/change/", data, follow=True).content.decode()

    assert "密码已经改好" in page


def sign_up(**fields: str) -> dict[str, str]:
    return {
        "username": "xinren",
        "email": "",
        "password1": PASSWORD,
        "password2": PASSWORD,
    } | fields


def words(response: object) -> str:
    page = response.content.decode()  # type: ignore[attr-defined]
    body = page.partition("<body>")[2]
    return strip_tags(re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL))


def latin(response: object) -> set[str]:
    return set(re.findall(r"[A-Za-z]{2,}", words(response))) - NAMES


def chinese(response: object) -> set[str]:
    return set(re.findall(r"[\u4e00-\u9fff]+", words(response))) - {"中文"}
