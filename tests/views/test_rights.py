"""Settings, what the site holds about me, and leaving it."""

import io
import json
from zipfile import ZipFile

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.test import Client

from quizzes.models import Question, User
from tests.factories import PASSWORD, NoteFactory, UserFactory

SETTINGS = "/me/settings/"
DATA = "/me/data/"
DOWNLOAD = "/me/data/download/"
LEAVE = "/me/leave/"
WISHES = {
    "language": "zh-hans",
    "time_zone": "Asia/Shanghai",
    "daily_goal": "10",
    "theme": "auto",
    "text_size": "0",
}


@pytest.fixture(autouse=True)
def _no_limits_left_over(db: None) -> None:
    cache.clear()


@pytest.fixture
def guest(visitor: Client) -> User:
    guest = UserFactory(guest=True)
    visitor.force_login(guest)
    return guest


@pytest.mark.parametrize("url", [SETTINGS, DATA, LEAVE])
def test_they_need_an_account(url: str, visitor: Client) -> None:
    assert visitor.get(url).headers["Location"] == f"/accounts/login/?next={url}"


def test_everything_is_saved_at_once(browser: Client, learner: User) -> None:
    wishes = {
        "language": "en",
        "time_zone": "Europe/Moscow",
        "daily_goal": "20",
        "theme": "dark",
        "text_size": "1",
        "pinyin": "on",
        "shows_record": "on",
    }
    page = browser.post(SETTINGS, wishes, follow=True).content.decode()
    learner.refresh_from_db()

    assert "Settings saved." in page
    assert 'lang="en"' in page
    assert 'data-theme="dark"' in page
    assert 'data-text-size="1"' in page
    assert (learner.language, learner.time_zone, learner.daily_goal) == ("en", "Europe/Moscow", 20)
    assert learner.pinyin
    assert learner.shows_record


@pytest.mark.parametrize(
    "wrong",
    [
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../etc/passwd"},
        {"daily_goal": "7"},
        {"theme": "pink"},
        {"text_size": "9"},
        {"language": "fr"},
        {"language": ""},
    ],
)
def test_what_is_not_offered_is_refused_and_changes_nothing(
    wrong: dict[str, str], browser: Client, learner: User
) -> None:
    response = browser.post(SETTINGS, WISHES | {"theme": "dark"} | wrong)
    before = learner.theme
    learner.refresh_from_db()

    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()
    assert "data-theme" not in response.content.decode()
    assert learner.theme == before


def test_the_theme_is_on_every_page(browser: Client, learner: User) -> None:
    assert "data-theme" not in browser.get("/today/").content.decode()
    User.objects.update(theme="light")
    page = browser.get("/today/").content.decode()

    assert 'data-theme="light"' in page
    assert '<meta name="color-scheme" content="light">' in page


class TestLanguage:
    def test_it_goes_with_the_account(self, browser: Client, learner: User) -> None:
        browser.post("/i18n/setlang/", {"language": "en", "next": SETTINGS})
        elsewhere = Client(HTTP_ACCEPT_LANGUAGE="zh-CN")
        elsewhere.force_login(learner)
        response = elsewhere.get(SETTINGS)

        assert "Time zone" in response.content.decode()
        assert response.headers["Content-Language"] == "en"

    def test_a_visitors_is_the_browsers(self, visitor: Client) -> None:
        page = visitor.post("/i18n/setlang/", {"language": "en", "next": "/"}, follow=True)

        assert 'lang="en"' in page.content.decode()

    def test_none_that_is_not_offered(self, browser: Client, learner: User) -> None:
        browser.post("/i18n/setlang/", {"language": "xx", "next": "/"})
        learner.refresh_from_db()

        assert learner.language == ""

    def test_before_a_choice_it_is_the_browsers(self, learner: User) -> None:
        client = Client(HTTP_ACCEPT_LANGUAGE="en")
        client.force_login(learner)

        assert "Time zone" in client.get(SETTINGS).content.decode()


def test_cities_are_named_in_the_readers_language(browser: Client) -> None:
    assert "UTC+08:00 上海" in browser.get(SETTINGS).content.decode()
    english = browser.get(SETTINGS, headers={"Accept-Language": "en"}).content.decode()
    assert "UTC+08:00 Shanghai" in english


def test_my_data_says_what_there_is(browser: Client, learner: User, question: Question) -> None:
    NoteFactory(learner=learner, question=question)
    page = browser.get(DATA).content.decode()

    assert "笔记" in page
    assert DOWNLOAD in page
    assert LEAVE in page


def test_the_download_is_a_zip_of_mine(browser: Client, learner: User, question: Question) -> None:
    NoteFactory(learner=learner, question=question, text="四月，不是八月。")
    response = browser.post(DOWNLOAD)
    archive = ZipFile(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]

    assert "attachment" in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    assert json.loads(archive.read("data.json"))["note"][0]["text"] == "四月，不是八月。"


def test_too_many_downloads_say_when_to_come_again(browser: Client) -> None:
    for _ in range(10):
        assert browser.post(DOWNLOAD).status_code == 200
    page = browser.post(DOWNLOAD, follow=True).content.decode()

    assert "请过一会儿再来" in page


def test_leaving_asks_for_the_password(browser: Client, learner: User) -> None:
    page = browser.get(LEAVE).content.decode()
    assert "xiaoyi" in page
    assert "证书也一起删掉" in page

    response = browser.post(LEAVE, {"password": "别的密码"})
    assert response.status_code == 422
    assert "密码不对，账号没有删除" in response.content.decode()
    assert User.objects.filter(pk=learner.pk).exists()


def test_an_account_is_gone_on_every_device(browser: Client, learner: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(learner)
    page = browser.post(LEAVE, {"password": PASSWORD}, follow=True)

    assert page.redirect_chain == [("/", 302)]
    assert "账号和学习记录都删除了" in page.content.decode()
    assert SESSION_KEY not in browser.session
    assert not User.objects.exists()
    assert elsewhere.get("/today/").headers["Location"].startswith("/accounts/login/")


def test_guessing_the_password_ends(browser: Client, learner: User) -> None:
    for _ in range(10):
        browser.post(LEAVE, {"password": "猜一猜"})
    page = browser.post(LEAVE, {"password": PASSWORD}).content.decode()

    assert "请一小时后再来" in page
    assert User.objects.filter(pk=learner.pk).exists()


def test_a_guest_has_settings_and_data_and_leaves_by_signing_out(
    visitor: Client, guest: User
) -> None:
    visitor.post(SETTINGS, WISHES | {"daily_goal": "5"})
    guest.refresh_from_db()

    assert guest.daily_goal == 5
    assert "/accounts/logout/" in visitor.get(DATA).content.decode()
    assert visitor.get(LEAVE).headers["Location"] == "/accounts/signup/"
