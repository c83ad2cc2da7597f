"""A learner gets a certificate, prints it on one sheet, and somebody checks it."""

import re

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from quizzes.models import Certificate, Document, User
from tests.browser.conftest import Visit
from tests.browser.steps import sign_in
from tests.exams.helpers import handed_in
from tests.factories import CardFactory, UserFactory

A4 = (842, 595)


@pytest.fixture
def graduate(course: Document) -> User:
    """A learner who has mastered the course and passed its mock exam."""
    learner = UserFactory(username="xiaoyi")
    for fact in course.facts.all():
        CardFactory(learner=learner, fact=fact, mastered=True)
    handed_in(learner, course, correct=9)
    return learner


def get_certificate(page: Page, course: Document, name: str) -> None:
    page.goto(course.get_absolute_url())
    page.click("text=领取证书")
    page.fill("[name=name]", name)
    page.click("main form button[type=submit]")
    expect(page.locator(".certificate-name")).to_have_text(name)


@pytest.mark.parametrize("script", [True, False])
def test_from_the_course_to_the_certificate_and_its_check(
    visit: Visit, course: Document, graduate: User, script: bool
) -> None:
    page = visit(script=script, path=None)
    sign_in(page, graduate.username)
    get_certificate(page, course, "王小义")
    address = page.locator(".certificate-code").get_attribute("href")
    assert address

    stranger = visit(path=address)

    expect(stranger.locator("main")).to_contain_text("这张证书有效。")
    expect(stranger.locator("main")).to_contain_text("王小义")
    expect(stranger.locator("main")).to_contain_text(course.title)
    assert graduate.username not in stranger.content()


@pytest.mark.parametrize("name", ["王小义", "阿" * 60, "Maria-Antonia " * 4])
@pytest.mark.parametrize("dark", [False, True])
def test_it_prints_on_one_sheet(
    visit: Visit, course: Document, graduate: User, name: str, dark: bool
) -> None:
    course.title = "坚持和深化义乌发展经验" * 18
    course.save()
    page = visit(path=None, dark=dark)
    sign_in(page, graduate.username)
    get_certificate(page, course, name.strip())

    sheet = PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))

    assert len(sheet) == 1
    assert tuple(round(side) for side in sheet[0].get_size()) == A4
    text = re.sub(r"\s", "", sheet[0].get_textpage().get_text_bounded())
    assert re.sub(r"\s", "", name) in text
    assert Certificate.objects.get().number in text.replace("-", "")
    assert "打印" not in text


def test_the_print_button_opens_the_browser_s_own_printing(
    visit: Visit, course: Document, graduate: User
) -> None:
    page = visit(path=None)
    sign_in(page, graduate.username)
    get_certificate(page, course, "王小义")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.click("[data-print]")

    expect(page).to_have_title("printed")
