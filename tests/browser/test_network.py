"""A lost network says so, keeps the choice, and sends it again; a double tap sends once."""

import pytest
from playwright.sync_api import Page, Request, expect

from quizzes.models import Document, Response
from tests.browser.conftest import Visit
from tests.browser.steps import sign_up, start_practice


@pytest.fixture
def page(visit: Visit, course: Document) -> Page:
    page = visit(width=360)
    sign_up(page)
    start_practice(page)
    return page


def test_a_lost_network(page: Page) -> None:
    page.locator("label.option").nth(2).click()
    page.context.set_offline(True)
    page.click("#answer button[type=submit]")

    expect(page.locator("[data-lost]")).to_be_visible()
    expect(page.locator("input[type=radio]").nth(2)).to_be_checked()

    page.context.set_offline(False)
    expect(page.locator(".feedback")).to_be_visible(timeout=20_000)
    assert Response.objects.filter(answered_at__isnull=False).count() == 1


def test_a_server_that_is_away_for_a_moment(page: Page) -> None:
    page.route("**/practice/*/1/", lambda route: route.fulfill(status=503), times=1)
    page.locator("label.option").first.click()
    page.click("#answer button[type=submit]")

    expect(page.locator("[data-lost]")).to_be_visible()
    expect(page.locator(".feedback")).to_be_visible()


def test_a_refusal_says_that_nothing_was_sent(page: Page) -> None:
    page.route("**/practice/*/1/", lambda route: route.fulfill(status=403), times=1)
    page.locator("label.option").first.click()
    page.click("#answer button[type=submit]")

    expect(page.locator("[data-failed]")).to_be_visible()
    page.click("#answer button[type=submit]")
    expect(page.locator(".feedback")).to_be_visible()


def test_a_double_tap_sends_once(page: Page) -> None:
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    page.locator("label.option").first.click()
    page.dblclick("#answer button[type=submit]")

    expect(page.locator(".feedback")).to_be_visible()
    assert len(sent) == 1
