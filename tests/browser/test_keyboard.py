"""By keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Document, Response
from tests.browser.conftest import Visit
from tests.browser.steps import sign_up, start_practice


@pytest.fixture
def page(visit: Visit, course: Document) -> Page:
    page = visit()
    sign_up(page)
    return page


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main button", has_text="开始")).to_be_focused()


@pytest.mark.parametrize("keys", ["abcd", "1234"])
def test_a_paper(page: Page, keys: str) -> None:
    start_practice(page)
    for position in range(1, 6):
        expect(page.locator(".panel-head")).to_contain_text(f"第 {position} 题")
        if page.locator("#given").count():
            expect(page.locator("#stem")).to_be_focused()
            page.keyboard.press("Tab")
            expect(page.locator("#given")).to_be_focused()
            page.keyboard.type("270")
        else:
            page.keyboard.press(keys[position % 4])
            expect(page.locator("input[type=radio]").nth(position % 4)).to_be_checked()
        page.keyboard.press("Enter")
        expect(page.locator(".verdict-line")).to_be_focused()
        page.keyboard.press("Enter")

    page.wait_for_url("**/result/")
    assert Response.objects.filter(answered_at=None).count() == 0


def test_enter_without_a_choice_is_a_message(page: Page) -> None:
    start_practice(page)
    page.keyboard.press("Enter")

    expect(page.locator("[role=alert]")).to_be_focused()
    expect(page.locator("label.option")).to_have_count(4)


def test_letters_typed_into_a_blank_choose_nothing(page: Page) -> None:
    page.goto("/practice/")
    page.select_option("[name=scope]", label="　一（二） 以开放发展为引领，服务“双循环”")
    page.click("main form button[type=submit]")
    expect(page.locator("form[data-question]")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict-line")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stem")).to_be_focused()
    page.focus("#given")
    page.keyboard.type("a1")

    expect(page.locator("#given")).to_have_value("a1")
