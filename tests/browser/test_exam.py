"""An exam in a real browser: left and gone on with, in two tabs, out of time, off the network."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.models import Attempt, Document, Question, Response
from tests.browser.conftest import Visit
from tests.browser.steps import sign_up
from tests.factories import ExamPlanFactory

Begin = Callable[..., Page]


@pytest.fixture
def begin(visit: Visit, course: Document) -> Begin:
    """Signs up and starts an exam on the course."""

    def start(**fields: object) -> Page:
        page = visit(**fields)
        sign_up(page)
        page.goto(f"/exams/{course.pk}/")
        page.click("main form button[type=submit]")
        page.wait_for_url("**/exams/attempts/*/1/")
        return page

    return start


def choose(page: Page, number: int) -> None:
    """Chooses an option, and waits for the word that it is saved."""
    page.locator("label.option").nth(number).click()
    expect(page.locator("#saved")).to_contain_text("已保存")


def chosen(page: Page) -> list[bool]:
    return [box.is_checked() for box in page.locator(".option input").all()]


def press(page: Page, text: str) -> None:
    page.locator(".actions").get_by_role("button", name=text).click()


def hand_in(page: Page) -> None:
    page.locator(".actions").get_by_role("link", name="交卷").click()
    page.wait_for_url("**/hand-in/")
    press(page, "交卷")
    page.wait_for_url("**/result/")


def leave_seconds(seconds: float) -> None:
    """Moves the exam's end close, as the server has it."""
    Attempt.objects.update(deadline=timezone.now() + timedelta(seconds=seconds))


def test_the_whole_way(begin: Begin) -> None:
    page = begin(width=360)
    choose(page, 1)
    press(page, "标记")
    expect(page.get_by_role("button", name="去掉标记")).to_be_visible()
    press(page, "下一题")
    expect(page.locator(".panel-head")).to_contain_text("第 2 题")
    page.go_back()
    expect(page.locator(".panel-head")).to_contain_text("第 1 题")
    assert chosen(page)[1]
    press(page, "答题卡")
    expect(page.locator(".sheet li").first).to_contain_text("已答")
    expect(page.locator(".sheet li").first).to_contain_text("标记")
    hand_in(page)

    expect(page.locator(".figures-row")).to_contain_text("成绩")
    assert Attempt.objects.get().submitted_at


def test_a_closed_browser_loses_nothing(begin: Begin) -> None:
    page = begin()
    choose(page, 2)
    url = page.url
    page.close()

    again = page.context.new_page()
    again.goto(url)
    assert chosen(again) == [False, False, True, False]


def test_what_is_typed_is_saved_without_a_press(begin: Begin, course: Document) -> None:
    plan = ExamPlanFactory(document=course)
    plan.kinds.create(kind=Question.Kind.FILL_BLANK, share=100)
    page = begin()
    page.locator("#given").press_sequentially("270")
    expect(page.locator("#saved")).to_contain_text("已保存")

    assert Response.objects.get(given__isnull=False).given == "270"
    assert page.evaluate("document.activeElement.id") == "given"


def test_two_tabs_show_what_was_saved_last(begin: Begin) -> None:
    first = begin()
    second = first.context.new_page()
    second.goto(first.url)
    choose(first, 0)
    expect(second.locator(".option input").nth(0)).to_be_checked()
    choose(second, 3)
    expect(first.locator(".option input").nth(3)).to_be_checked()

    response = Response.objects.get(given__isnull=False)
    assert response.given == response.option_order[3]

    press(second, "答题卡")
    hand_in(second)
    first.wait_for_url("**/result/")


def test_the_clock_hands_in(begin: Begin) -> None:
    page = begin()
    leave_seconds(3)
    page.reload()
    page.locator("label.option").nth(1).click()

    page.wait_for_url("**/result/")
    expect(page.locator("main .note")).to_contain_text("自动交上去")
    assert Response.objects.filter(given__isnull=False).count() == 1


def test_the_clock_hands_in_from_the_sheet(begin: Begin) -> None:
    page = begin()
    choose(page, 1)
    leave_seconds(2)
    press(page, "答题卡")

    page.wait_for_url("**/result/")


def test_the_last_minutes_are_announced(begin: Begin) -> None:
    page = begin()
    leave_seconds(301.5)
    page.reload()
    expect(page.locator("[data-announce]")).to_have_text("还剩 5 分钟。")
    expect(page.locator("[data-deadline]")).to_contain_text("4:5")


def test_a_clock_that_is_wrong_here_changes_nothing(begin: Begin) -> None:
    page = begin()
    page.add_init_script("const real = Date.now; Date.now = () => real() + 3600000;")
    page.reload()

    expect(page.locator("[data-deadline]")).to_contain_text("29:")


def test_a_lost_network_keeps_the_answer_and_sends_it_again(begin: Begin) -> None:
    page = begin(width=360)
    page.context.set_offline(True)
    page.locator("label.option").nth(2).click()
    expect(page.locator("[data-lost]")).to_be_visible()
    assert chosen(page)[2]
    assert not Response.objects.filter(given__isnull=False).exists()

    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text("已保存", timeout=20_000)
    expect(page.locator("[data-lost]")).to_be_hidden()
    assert Response.objects.filter(given__isnull=False).count() == 1


def test_a_step_that_did_not_get_through_is_taken_again(begin: Begin) -> None:
    page = begin()
    choose(page, 0)
    page.route("**/exams/attempts/*/1/", lambda route: route.abort(), times=1)
    press(page, "下一题")
    expect(page.locator("[data-lost]")).to_be_visible()

    expect(page.locator(".panel-head")).to_contain_text("第 2 题")


def test_too_late_says_so_and_shows_the_sheet(begin: Begin) -> None:
    page = begin()
    choose(page, 0)
    leave_seconds(-60)
    page.locator("label.option").nth(1).click()

    expect(page.locator("[role=alert]")).to_contain_text("这次改动没有保存")
    expect(page.locator(".sheet li")).to_have_count(4)
    first = Response.objects.get(given__isnull=False)
    assert first.given == first.option_order[0]


def test_from_the_keyboard(begin: Begin) -> None:
    page = begin()
    page.keyboard.press("b")
    expect(page.locator("#saved")).to_contain_text("已保存")
    page.keyboard.press("Enter")

    expect(page.locator(".panel-head")).to_contain_text("第 2 题")
    assert page.evaluate("document.activeElement.id") == "stem"


def test_without_a_script(begin: Begin) -> None:
    page = begin(script=False)
    expect(page.locator("[data-deadline]")).to_contain_text("29:")
    page.locator("label.option").nth(1).click()
    press(page, "下一题")
    press(page, "上一题")
    assert chosen(page)[1]
    press(page, "答题卡")
    hand_in(page)

    expect(page.locator("h1")).to_have_text("考试结果")
