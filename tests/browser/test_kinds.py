"""The other kinds of question on a phone: with script and without, by keyboard, for everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from quizzes.models import Response
from tests.browser.conftest import Visit
from tests.browser.course import course_of_kinds
from tests.browser.steps import go_on, sign_up, start_practice
from tests.browser.test_every_page import SCREENSHOTS

PAIRS = {"海关": "查验货物", "商务局": "审核市场主体的资质", "税务局": "办理出口退税"}
STEPS = ("提交材料", "窗口受理", "现场核查", "领取执照")


@pytest.fixture(autouse=True)
def course(transactional_db: None) -> None:
    course_of_kinds()


def submit(page: Page) -> None:
    page.click("#answer button[type=submit]")


def option(page: Page, text: str) -> Locator:
    return page.locator("label.option", has=page.get_by_text(text, exact=True))


def match(page: Page, left: str, right: str) -> None:
    select = page.get_by_label(left)
    label = select.locator("option", has_text=right).inner_text()
    select.select_option(label=label)


def answer_all(page: Page, look: object = None) -> None:
    """The four questions of the course, each first with something missing, then right."""
    see = look if callable(look) else lambda _name: None
    expect(page.locator("#stem .kind")).to_have_text("判断")
    see("true-false")
    option(page, "正确").click()
    submit(page)
    expect(page.locator(".verdict-line")).to_have_text("✓ 答对了")
    see("true-false-right")
    go_on(page)

    expect(page.locator("#stem .kind")).to_have_text("多选")
    option(page, "所有权").click()
    option(page, "经营权").click()
    see("several")
    submit(page)
    expect(page.locator(".verdict-line")).to_have_text("✗ 答错了")
    expect(page.locator("text=选对 1 个，漏选 2 个，多选 1 个")).to_be_visible()
    see("several-wrong")
    go_on(page)

    match(page, "海关", PAIRS["海关"])
    submit(page)
    expect(page.locator("[role=alert]")).to_contain_text("每一项都选好")
    expect(page.get_by_label("海关").locator("option:checked")).to_contain_text("查验货物")
    see("matching")
    for left, right in PAIRS.items():
        match(page, left, right)
    submit(page)
    expect(page.locator(".verdict-line")).to_have_text("✓ 答对了")
    see("matching-right")
    go_on(page)

    for place, step in zip("1243", STEPS, strict=True):
        page.get_by_label(step).select_option(place)
    see("ordering")
    submit(page)
    expect(page.locator(".verdict-line")).to_have_text("✗ 答错了")
    expect(page.locator("text=4 项里对了 2 项")).to_be_visible()
    expect(page.locator("text=✗ 你排第 4")).to_be_visible()
    see("ordering-wrong")


def test_on_a_phone(visit: Visit) -> None:
    """Everything is accessible, nothing scrolls sideways."""
    page = visit(width=360, audited=True)
    faults: list[str] = []
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def look(name: str) -> None:
        violations = Axe().run(page).response["violations"]
        faults.extend(f"{name}: {one['id']} {one['nodes'][0]['html']}" for one in violations)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            faults.append(f"{name}: scrolls sideways")
        page.screenshot(path=SCREENSHOTS / f"kinds-{name}-360.png", full_page=True)

    sign_up(page)
    start_practice(page)
    answer_all(page, look)
    page.click("text=看结果")
    page.wait_for_selector(".missed")
    look("result")
    assert faults == []
    assert Response.objects.filter(answered_at=None).count() == 0


def test_without_script(visit: Visit) -> None:
    page = visit(width=360, script=False)
    sign_up(page)
    start_practice(page)
    answer_all(page)


def test_by_keyboard(visit: Visit) -> None:
    page = visit()
    sign_up(page)
    start_practice(page)
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict-line")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stem .kind")).to_have_text("多选")
    expect(page.locator("#stem")).to_be_focused()
    boxes = page.locator("input[type=checkbox]")
    for key in "ab2":
        page.keyboard.press(key)
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).not_to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(boxes.nth(2)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".verdict-line")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#stem .kind")).to_have_text("配对")
    expect(page.locator("#stem")).to_be_focused()
    for letter in "ABC":
        page.keyboard.press("Tab")
        page.keyboard.type(letter)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict-line")).to_be_focused()


def test_two_things_never_stand_in_one_place(visit: Visit) -> None:
    page = visit()
    sign_up(page)
    start_practice(page)
    for _ in range(2):
        expect(page.locator("#stem")).to_be_focused()
        page.keyboard.press("a")
        page.keyboard.press("Enter")
        expect(page.locator(".feedback")).to_be_visible()
        go_on(page)
    for left, right in PAIRS.items():
        match(page, left, right)
    submit(page)
    go_on(page)
    first, second, third, fourth = (page.get_by_label(step) for step in STEPS)
    first.select_option("1")
    second.select_option("1")
    expect(first).to_have_value("")
    expect(page.get_by_role("status")).to_contain_text("让出了位置，请看看它排第几：提交材料")
    first.select_option("2")
    third.select_option("3")
    fourth.select_option("4")
    fourth.select_option("2")
    expect(first).to_have_value("4")
    expect(second).to_have_value("1")
