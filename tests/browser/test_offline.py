"""The installed site without a network: it says so, keeps what was answered, and sends it later."""

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Document, Response
from tests.browser.conftest import Visit
from tests.browser.steps import answer, sign_in, sign_up, start_practice
from tests.factories import ExamPlanFactory

WORKING = "navigator.serviceWorker.ready.then(() => true)"
CONTROLLED = "!!navigator.serviceWorker.controller"


def installed(page: Page) -> Page:
    """Waits until the worker keeps the page for no network."""
    page.evaluate(WORKING)
    page.wait_for_function(CONTROLLED)
    return page


@pytest.fixture
def page(visit: Visit, course: Document) -> Page:
    page = visit(width=360, app=True)
    sign_up(page)
    start_practice(page)
    return installed(page)


def back_online(page: Page) -> None:
    """The network comes back, and the page makes way for the one that was asked for."""
    page.context.set_offline(False)
    expect(page.locator("[data-offline]")).to_have_count(0, timeout=15_000)
    page.wait_for_load_state()


HANDED_IN = """() => {
    const kept = JSON.parse(localStorage.getItem("kept-answers"));
    for (const one of Object.values(kept)) one.ready = true;
    localStorage.setItem("kept-answers", JSON.stringify(kept));
}"""


def hand_in_later(page: Page) -> None:
    """What was chosen is kept as if it had been handed in without a network."""
    page.evaluate(HANDED_IN)


def answers() -> int:
    return Response.objects.filter(answered_at__isnull=False).count()


def test_without_a_network_a_page_says_so_and_opens_when_it_is_back(page: Page) -> None:
    page.context.set_offline(True)
    page.goto("/courses/")
    expect(page.locator("h1")).to_have_text("没有网络")

    page.context.set_offline(False)
    expect(page.locator("h1")).to_have_text("课程")


def test_the_page_speaks_the_readers_language(page: Page) -> None:
    page.goto("/me/settings/")
    page.locator("label:has(input[value='en'])").click()
    page.click("main form button[type=submit]")
    expect(page.locator("h1")).to_have_text("Settings")
    page.wait_for_function(
        "caches.match('/offline/').then((kept) => kept.headers.get('Content-Language') === 'en')"
    )
    page.context.set_offline(True)
    page.goto("/courses/")

    expect(page.locator("h1")).to_have_text("No network")


def test_a_choice_not_handed_in_is_there_again(page: Page) -> None:
    url = page.url
    page.locator("label.option").nth(2).click()
    page.context.set_offline(True)
    page.goto(url)
    expect(page.locator("[data-kept] li")).to_contain_text("还没交")

    back_online(page)
    expect(page.locator("input[type=radio]").nth(2)).to_be_checked()
    assert not answers()


def test_what_was_handed_in_is_named_and_sent_when_there_is_a_network(page: Page) -> None:
    url = page.url
    page.locator("label.option").nth(2).click()
    hand_in_later(page)
    page.context.set_offline(True)
    page.goto("/courses/")
    expect(page.locator("[data-kept] li")).to_contain_text("联网后自动交上去")

    back_online(page)
    expect(page.locator("[data-sent]")).to_contain_text("已经交上去了")
    assert answers() == 1
    page.click("[data-sent] a")
    expect(page.locator(".feedback")).to_be_visible()
    assert page.url == url
    page.goto("/today/")
    expect(page.locator("[data-sent]")).to_be_hidden()


def test_what_could_not_be_sent_is_sent_from_whatever_page_comes_next(
    visit: Visit, course: Document
) -> None:
    page = visit(width=360)
    sign_up(page)
    start_practice(page)
    page.route("**/practice/*/1/", lambda route: route.abort())
    page.locator("label.option").nth(2).click()
    page.click("#answer button[type=submit]")
    expect(page.locator("[data-lost]")).to_be_visible()
    assert not answers()
    page.unroute_all()
    page.goto("/courses/")

    expect(page.locator("[data-sent]")).to_contain_text("已经交上去了")
    assert answers() == 1


def test_an_answer_that_came_from_elsewhere_first_stands(page: Page, visit: Visit) -> None:
    page.locator("label.option").nth(2).click()
    hand_in_later(page)
    elsewhere = visit()
    sign_in(elsewhere, "xinren")
    elsewhere.goto(page.url)
    answer(elsewhere)
    page.goto("/courses/")

    expect(page.locator("[data-sent]")).to_contain_text("没有被收下")
    assert answers() == 1


def test_what_one_learner_kept_is_not_sent_by_another(page: Page) -> None:
    page.locator("label.option").nth(2).click()
    hand_in_later(page)
    page.context.clear_cookies()
    sign_up(page, "mingming")
    page.goto("/courses/")

    expect(page.locator("[data-sent]")).to_be_hidden()
    assert not answers()


def test_an_exams_answer_is_sent_when_the_page_is_opened_again(
    visit: Visit, course: Document
) -> None:
    plan = ExamPlanFactory(document=course)
    plan.kinds.create(kind="single_choice", share=100)
    page = visit(width=360, app=True)
    sign_up(page)
    page.goto(f"/exams/{course.pk}/")
    page.click("main form button[type=submit]")
    installed(page)
    url = page.url
    page.context.set_offline(True)
    page.locator("label.option").nth(1).click()
    expect(page.locator("[data-lost]")).to_be_visible()
    page.goto("/courses/")
    expect(page.locator("h1")).to_have_text("没有网络")

    back_online(page)
    page.goto(url)
    expect(page.locator("#saved")).to_contain_text("已保存")
    assert Response.objects.filter(given__isnull=False).count() == 1
