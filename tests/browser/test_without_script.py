"""The whole way without JavaScript."""

from playwright.sync_api import expect

from quizzes.models import Document, LessonRead
from tests.browser.conftest import Visit
from tests.browser.steps import answer, finish_paper, go_on, sign_up, start_practice


def test_the_whole_way(visit: Visit, course: Document) -> None:
    page = visit(script=False)
    answer(page)
    sign_up(page)

    page.goto(course.lessons.get(number="一（二）").get_absolute_url())
    page.click("text=读完了")
    expect(page.locator("text=✓ 已读完")).to_be_visible()
    assert LessonRead.objects.get().finished_at

    start_practice(page)
    answer(page)
    go_on(page)
    finish_paper(page)
    expect(page.locator(".score")).to_be_visible()

    page.goto("/progress/")
    expect(page.locator("svg.chart").first).to_be_visible()


def test_no_answer_is_a_message(visit: Visit, course: Document) -> None:
    page = visit(script=False)
    sign_up(page)
    start_practice(page)
    page.click("#answer button[type=submit]")

    expect(page.locator("[role=alert]")).to_contain_text("请先选择一个选项")
    expect(page.locator("label.option")).to_have_count(4)


def test_language_and_time_zone(visit: Visit, course: Document) -> None:
    page = visit(script=False)
    sign_up(page)
    page.goto("/me/settings/")
    page.select_option("[name=time_zone]", "Europe/London")
    page.locator("label", has_text="English").click()
    page.click("text=保存")
    expect(page.locator("text=Settings saved.")).to_be_visible()

    expect(page.locator("h1")).to_have_text("Settings")
    page.locator(".foot button").click()
    expect(page.locator("h1")).to_have_text("设置")
