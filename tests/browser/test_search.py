"""Searching in a browser."""

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Document
from quizzes.search import index_document
from tests.browser.conftest import Visit


@pytest.fixture
def book(course: Document) -> Document:
    index_document(course)
    return course


def test_from_a_slash_to_the_sentence(visit: Visit, book: Document) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("班列 14条")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    expect(page.locator(".hit mark")).to_have_text(["班列", "14条"])
    page.click(".hit")

    expect(page.locator("#mark")).to_contain_text("目前已开通运输线路14条")


def test_results_come_as_one_types(visit: Visit, book: Document) -> None:
    page = visit(path="/search/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("综合保税区")

    expect(page.locator(".hit mark").first).to_have_text("综合保税区")
    expect(page.locator("#found")).to_contain_text("找到 1 处")
    expect(page.locator("#q")).to_be_focused()
    page.wait_for_url("**/search/?q=%E7%BB%BC**")


def test_a_slash_in_the_field_is_a_slash(visit: Visit, book: Document) -> None:
    page = visit(path="/search/")
    page.keyboard.type("1/12")

    expect(page.locator("#q")).to_have_value("1/12")


@pytest.mark.parametrize("width", [360, 1280])
def test_without_script(visit: Visit, book: Document, width: int) -> None:
    page: Page = visit(script=False, width=width)
    page.click(".find button")
    page.fill("#q", "综合保税区")
    page.click(".search-form button")

    expect(page.locator(".hit mark").first).to_have_text("综合保税区")
