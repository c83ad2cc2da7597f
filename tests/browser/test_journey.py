"""A learner's way through the site."""

from playwright.sync_api import expect

from quizzes.models import Document, LessonRead, Response
from tests.browser.conftest import Visit
from tests.browser.steps import answer, finish_paper, go_on, sign_in, sign_up, start_practice


def test_a_visitor_answers_at_the_door(visit: Visit, course: Document) -> None:
    page = visit()
    page.locator("label.option").first.click()
    page.click("text=看看对不对")

    expect(page.locator(".verdict-line")).to_be_focused()
    expect(page.locator(".evidence mark")).to_be_visible()


def test_sign_up_read_practise_progress(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    page.click("text=打开课文")
    page.click("text=以开放发展为引领")
    page.click("text=练习本节")
    expect(page.locator("form[data-question]")).to_be_visible()

    answer(page, "14条")
    expect(page.locator(".verdict-line")).to_have_text("✓ 答对了")
    expect(page.locator(".verdict-line")).to_be_focused()
    go_on(page)
    expect(page.locator("#stem")).to_be_focused()
    answer(page, "47")
    expect(page.locator(".verdict-line")).to_have_text("✗ 答错了")
    page.click("text=看结果")

    expect(page.locator(".score")).to_contain_text("1")
    expect(page.locator(".missed > li")).to_have_count(1)
    page.click("text=在课文里看")
    expect(page.locator("#mark")).to_contain_text("48个国家和地区")
    expect(page.locator("#mark")).to_be_in_viewport()

    page.goto("/progress/")
    expect(page.locator("text=最近 14 天")).to_be_visible()
    expect(page.locator(".weak")).to_have_count(1)


def test_back_shows_the_answer_that_counts(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    start_practice(page)
    first = page.url
    answer(page)
    go_on(page)
    page.go_back()

    expect(page.locator(".feedback")).to_be_visible()
    assert page.url == first


def test_going_on_in_another_browser(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    start_practice(page)
    answer(page)
    page.context.close()

    page = visit()
    sign_in(page, "xinren")
    expect(page.locator("text=已答 1 / 5 题")).to_be_visible()
    page.click("text=没做完的练习")

    expect(page.locator(".panel-head")).to_contain_text("第 2 题，共 5 题")
    finish_paper(page)


def test_two_tabs_answer_the_same_question(visit: Visit, course: Document) -> None:
    page = visit()
    sign_up(page)
    start_practice(page)
    other = page.context.new_page()
    other.goto(page.url)
    answer(page, "2020年4月")
    answer(other, "2020年8月")

    expect(other.locator("text=以第一次作答为准")).to_be_visible()
    expect(other.locator(".verdict-line")).to_have_text("✓ 答对了")
    assert Response.objects.filter(answered_at__isnull=False).count() == 1


def test_reading_goes_on_where_it_stopped(visit: Visit, course: Document) -> None:
    page = visit(width=360)
    sign_up(page)
    lesson = course.lessons.get(number="一（一）")
    page.goto(lesson.get_absolute_url())
    with page.expect_response(lambda response: response.url.endswith("/place/")):
        page.locator("[data-offset]").nth(4).scroll_into_view_if_needed()
        page.mouse.wheel(0, 300)
    offset = LessonRead.objects.get().offset
    assert offset > lesson.body_start

    page.goto("/today/")
    page.click("text=继续阅读")
    expect(page.locator(f"#o{offset}")).to_be_in_viewport()
    assert page.url.endswith(f"#o{offset}")


def test_reading_to_the_end_is_noticed(visit: Visit, course: Document) -> None:
    page = visit(width=360)
    sign_up(page)
    page.goto(course.lessons.get(number="一（一）").get_absolute_url())
    with page.expect_response(lambda response: response.url.endswith("/place/")):
        page.locator(".lesson-end").scroll_into_view_if_needed()

    assert LessonRead.objects.get().finished_at


def test_english(visit: Visit, course: Document) -> None:
    page = visit(locale="en-US")
    sign_up(page)
    start_practice(page)

    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("#stem", "lang") == "zh-Hans"
    answer(page, "2020年4月")
    expect(page.locator(".verdict-line")).to_have_text("✓ Right")
