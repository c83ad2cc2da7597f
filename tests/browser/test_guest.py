"""The first minute: a visitor becomes a guest, and a guest keeps what they did."""

import pytest
from playwright.sync_api import Page, expect

from quizzes.models import Card, Document, User
from tests.browser.conftest import Visit
from tests.browser.steps import answer, go_on, sign_up
from tests.factories import PASSWORD, UserFactory


def try_it(page: Page) -> None:
    """From the question at the door, answered and kept, to three more: four facts."""
    answer(page)
    expect(page.locator(".evidence mark")).to_be_visible()
    page.click(".button.primary:has-text('先试试')")
    for _ in range(3):
        answer(page)
        go_on(page)
    expect(page.locator(".panel-head")).to_contain_text("第 4 题，共 5 题")


@pytest.mark.parametrize("script", [True, False])
def test_from_the_door_to_an_account(visit: Visit, course: Document, script: bool) -> None:
    page = visit(width=360, script=script)
    try_it(page)
    page.click("text=先停一停")
    expect(page.locator(".band")).to_contain_text("游客：学了 4 个知识点")
    guest = User.objects.get()
    page.goto("/today/")
    expect(page.locator("#goal")).to_contain_text("4 / 10 个知识点")

    page.click("text=注册后保留进度")
    expect(page.locator("main")).to_contain_text("已经学的 4 个知识点会留在新账号里")
    sign_up(page)

    expect(page.locator(".messages")).to_contain_text("刚才学的 4 个知识点都留下了")
    expect(page.locator(".band")).to_have_count(0)
    expect(page.locator("#goal")).to_contain_text("4 / 10 个知识点")
    expect(page.locator("text=已答 3 / 5 题")).to_be_visible()
    learner = User.objects.get()
    assert (learner.pk, learner.is_guest) == (guest.pk, False)
    assert Card.objects.filter(learner=learner, reps__gt=0).count() == 4


def test_signing_in_to_an_account_one_has(visit: Visit, course: Document) -> None:
    UserFactory(username="xiaoyi")
    page = visit(width=360)
    try_it(page)
    page.click("text=先停一停")
    page.click(".top-end >> text=登录")
    page.fill("[name=login]", "xiaoyi")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")

    expect(page.locator(".messages")).to_contain_text("刚才学的 4 个知识点都留下了")
    page.click("text=没做完的练习")
    expect(page.locator(".panel-head")).to_contain_text("第 4 题，共 5 题")
    assert User.objects.get().username == "xiaoyi"


@pytest.mark.parametrize("script", [True, False])
def test_choosing_a_goal(visit: Visit, course: Document, script: bool) -> None:
    page = visit(width=360, script=script)
    sign_up(page)
    page.click(".goals >> text=5 个")

    expect(page.locator("#goal")).to_contain_text("0 / 5 个知识点")
    expect(page.locator(".goals [aria-pressed=true]")).to_have_text("5 个")


def test_leaving_as_a_guest(visit: Visit, course: Document) -> None:
    page = visit(width=360)
    try_it(page)
    page.goto("/me/")
    page.click("text=退出登录")
    expect(page.locator("main")).to_contain_text("学过的 4 个知识点")
    page.click("text=仍然退出")

    expect(page.locator("text=已经退出登录")).to_be_visible()
    assert not User.objects.exists()
