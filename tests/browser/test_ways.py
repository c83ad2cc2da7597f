"""The ways to practise in a browser: against the clock, by keyboard, and without script."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Document, Fact, Note, Report, Response
from tests.browser.conftest import Visit
from tests.browser.steps import answer, go_on, sign_up


@pytest.fixture
def terms(course: Document) -> Document:
    """The small course with two terms in it."""
    for fact in course.facts.order_by("position")[:2]:
        Fact.objects.filter(pk=fact.pk).update(kind="term", value=f"{fact.answer}=国务院同意设立")
    return course


@pytest.fixture
def page(visit: Visit, terms: Document) -> Page:
    page = visit(width=360)
    sign_up(page)
    return page


def start(page: Page, way: str) -> None:
    page.goto(f"/practice/{way}/")
    page.click("main .button.primary")


def test_the_clock_runs_down_and_ends_the_challenge(page: Page) -> None:
    start(page, "challenge")
    expect(page.locator("[data-seconds] strong")).to_have_text("43")
    for response in Response.objects.all():
        Response.objects.update(shown_at=response.shown_at - timedelta(seconds=40))
    page.reload()
    expect(page.locator(".verdict-line")).to_have_text("✗ 时间到了")
    expect(page.locator("[data-seconds]")).to_be_hidden()
    page.click("text=看结果")
    expect(page.locator("h1")).to_have_text("结果")


def test_a_right_answer_starts_the_clock_of_the_next(page: Page) -> None:
    start(page, "challenge")
    response = Response.objects.select_related("revision").get()
    answer(page, response.revision.answer)
    expect(page.locator(".verdict-line")).to_have_text("✓ 答对了")
    go_on(page)
    expect(page.locator(".panel-head")).to_contain_text("挑战 · 第 2 题")
    expect(page.locator("[data-seconds]")).to_be_visible()


def test_cards_by_keyboard(page: Page) -> None:
    start(page, "cards")
    for position in (1, 2):
        expect(page.locator(".panel-head")).to_contain_text(f"第 {position} 张")
        expect(page.locator("#stem")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("text=国务院同意设立").first).to_be_visible()
        page.keyboard.press("3")
    page.wait_for_url("**/result/")
    expect(page.locator("text=一张也没忘")).to_be_visible()


def test_keeping_things_of_a_question_leaves_the_answer_alone(page: Page) -> None:
    start(page, "order")
    page.locator("label.option").nth(1).click()
    page.click("text=收藏这题")
    expect(page.locator(".keep-said")).to_be_focused()
    page.click("text=记笔记")
    page.fill("#id_note", "1 四月，a")
    page.click("text=保存笔记")
    expect(page.locator("text=✓ 有笔记")).to_be_visible()
    expect(page.locator("label.option input").nth(1)).to_be_checked()
    page.click("summary:has-text('题目有误')")
    page.click("text=交给老师")
    expect(page.locator("#keep [role=alert]")).to_be_focused()
    page.select_option("#id_reason", "spelling")
    page.click("text=交给老师")
    expect(page.locator(".keep-said")).to_contain_text("已经收到")
    assert Note.objects.get().text == "1 四月，a"
    assert Report.objects.count() == 1
    assert not Response.objects.filter(answered_at__isnull=False).exists()


def test_without_script(visit: Visit, terms: Document) -> None:
    page = visit(script=False)
    sign_up(page)
    start(page, "cards")
    page.click("#panel .button.primary")
    page.click("text=忘了")
    page.click("#panel .button.primary")
    page.click("text=轻松")
    expect(page.locator("text=忘了 1 张")).to_be_visible()
    start(page, "challenge")
    page.click("text=收藏这题")
    expect(page.locator("text=✓ 已收藏")).to_be_visible()
    page.click("summary:has-text('题目有误')")
    page.select_option("#id_reason", "key")
    page.click("text=交给老师")
    page.click("summary:has-text('题目有误')")
    expect(page.locator("text=已经收到你的反馈")).to_be_visible()
