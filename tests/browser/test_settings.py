"""Settings are kept and seen; all one's data comes as a file; an account can be deleted."""

import json
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Document, User
from tests.browser.conftest import Visit
from tests.browser.steps import answer, sign_in, sign_up, start_practice
from tests.factories import PASSWORD

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(250, 246, 238)", "rgb(25, 22, 19)"


@pytest.fixture
def page(visit: Visit, course: Document) -> Page:
    page = visit(width=360)
    sign_up(page)
    return page


def choose(page: Page, **wishes: str) -> None:
    page.goto("/me/settings/")
    for name, value in wishes.items():
        page.locator(f"label:has(input[name='{name}'][value='{value}'])").click()
    page.click("main form button[type=submit]")
    expect(page.locator(".note.success")).to_be_visible()


def test_a_theme_is_seen_at_once_and_printed_light(page: Page) -> None:
    choose(page, theme="dark")
    assert page.evaluate(BACKGROUND) == DARK
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") != "dark"
    page.emulate_media(media="screen")
    choose(page, theme="light")
    assert page.evaluate(BACKGROUND) == LIGHT


def test_light_stays_light_in_a_dark_system(visit: Visit, course: Document) -> None:
    page = visit(dark=True)
    sign_up(page)
    assert page.evaluate(BACKGROUND) == DARK
    choose(page, theme="light")

    assert page.evaluate(BACKGROUND) == LIGHT


def test_settings_follow_the_account_to_another_device(page: Page, visit: Visit) -> None:
    choose(page, language="en", text_size="1", daily_goal="20")
    elsewhere = visit()
    sign_in(elsewhere, "xinren")

    assert elsewhere.locator("html").get_attribute("lang") == "en"
    assert elsewhere.locator("html").get_attribute("data-text-size") == "1"
    expect(elsewhere.locator(".goal-line")).to_contain_text("20")


def test_settings_are_set_from_the_keyboard(page: Page) -> None:
    page.goto("/me/settings/")
    page.focus("[name=theme]:checked")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".note.success")).to_be_visible()

    assert User.objects.get().theme == "light"


def test_the_download_can_be_read_back(page: Page) -> None:
    start_practice(page)
    answer(page)
    page.goto("/me/data/")
    with page.expect_download() as started:
        page.click("main form button[type=submit]")
    with ZipFile(started.value.path()) as archive:
        data = json.loads(archive.read("data.json"))

    assert data["user"][0]["username"] == "xinren"
    assert sum(row["answered_at"] is not None for row in data["response"]) == 1


def test_an_account_is_deleted(page: Page) -> None:
    start_practice(page)
    answer(page)
    page.goto("/me/data/")
    page.click("main a[href='/me/leave/']")
    page.fill("[name=password]", "别的密码")
    page.click("main form button[type=submit]")
    expect(page.locator(".error")).to_contain_text("账号没有删除")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")

    expect(page.locator(".note.success")).to_contain_text("都删除了")
    assert not User.objects.exists()


def test_all_of_it_works_without_script(visit: Visit, course: Document) -> None:
    page = visit(width=360, script=False)
    sign_up(page)
    choose(page, theme="dark", language="en")

    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.goto("/me/leave/")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    assert not User.objects.exists()
