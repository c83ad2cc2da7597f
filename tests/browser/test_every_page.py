"""Every page, on a phone and on a desktop, light and dark, in both languages.

Each is checked for accessibility (axe) and for horizontal scrolling, and photographed into
var/screenshots, to be looked at by a person.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from quizzes.models import Document, User
from tests.browser.conftest import Visit
from tests.browser.course import course_of_kinds
from tests.browser.steps import answer, finish_paper, go_on, sign_in, start_practice
from tests.factories import (
    CardFactory,
    DayFactory,
    FavouriteFactory,
    LessonReadFactory,
    MistakeFactory,
    NoteFactory,
    RecordFactory,
    UserFactory,
)

pytestmark = pytest.mark.pictures

SCREENSHOTS = Path(settings.BASE_DIR) / "var" / "screenshots"
Look = Callable[[str], None]
WAYS = [
    pytest.param((locale, width, dark), id=f"{locale[:2]}-{width}-{'dark' if dark else 'light'}")
    for locale in ("zh-CN", "en-US")
    for width in (360, 1280)
    for dark in (False, True)
]


@pytest.fixture(params=WAYS)
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    locale, width, dark = request.param
    return visit(locale=locale, width=width, dark=dark, path=None, audited=True)


@pytest.fixture
def look(page: Page, request: pytest.FixtureRequest) -> Iterator[Look]:
    """Checks the page as it stands and photographs it in full height."""
    way = request.node.callspec.id
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []

    def look(name: str) -> None:
        size = page.viewport_size
        assert size
        page.wait_for_load_state()
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            faults.append(f"{name}: scrolls sideways")
        faults.extend(f"{name}: {fault}" for fault in inaccessible(page))
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
        page.screenshot(path=SCREENSHOTS / f"{name}-{way}.png")
        page.set_viewport_size(size)

    yield look
    assert not faults, "\n".join(faults)


def inaccessible(page: Page) -> list[str]:
    """What axe finds."""
    violations = Axe().run(page).response["violations"]
    return [f"{one['id']} {[node['html'] for node in one['nodes'][:2]]}" for one in violations]


@pytest.fixture
def veteran(course: Document) -> User:
    """A learner with a past."""
    learner = UserFactory(username="xiaoyi")
    facts = list(course.facts.all())
    CardFactory(learner=learner, fact=facts[0], due_now=True, lapses=2)
    CardFactory(learner=learner, fact=facts[1], mastered=True)
    CardFactory(learner=learner, fact=facts[2], learning=True)
    reform, opening = course.lessons.order_by("order")[1:3]
    LessonReadFactory(learner=learner, lesson=opening, finished=True)
    LessonReadFactory(learner=learner, lesson=reform, offset=reform.body_start + 50)
    for back, answers in enumerate((12, 0, 30, 8, 21, 5, 14, 0, 9, 17), start=1):
        day = timezone.localdate() - timedelta(days=back)
        if answers:
            DayFactory(learner=learner, day=day, answers=answers, correct=answers * 3 // 4)
    return learner


def test_before_there_is_a_course(page: Page, look: Look, transactional_db: None) -> None:
    UserFactory(username="xinren")
    page.goto("/")
    look("home-empty")
    page.goto("/courses/")
    look("courses-empty")
    sign_in(page, "xinren")
    look("today-empty")
    for name in ("practice", "progress"):
        page.goto(f"/{name}/")
        look(f"{name}-empty")


def test_visitors(page: Page, look: Look, course: Document) -> None:
    page.goto("/")
    look("home")
    answer(page)
    look("home-answered")
    page.goto("/courses/")
    look("courses")
    page.goto(course.get_absolute_url())
    look("course-visitor")
    page.goto(course.lessons.get(number="一（二）").get_absolute_url())
    look("lesson-visitor")
    page.goto("/nowhere/")
    look("not-found")


def test_accounts(page: Page, look: Look, course: Document) -> None:
    UserFactory(username="xiaoyi")
    for name, path in {
        "login": "login",
        "signup": "signup",
        "inactive": "inactive",
        "reset": "password/reset",
        "reset-done": "password/reset/done",
        "reset-changed": "password/reset/key/done",
        "reset-bad-link": "password/reset/key/0-forged",
    }.items():
        page.goto(f"/accounts/{path}/")
        look(name)
    page.goto("/accounts/signup/")
    page.fill("[name=username]", "xiaoyi")
    page.fill("[name=password1]", "123")
    page.fill("[name=password2]", "1234")
    page.click("main form button[type=submit]")
    expect(page.locator("[aria-invalid]").first).to_be_visible()
    look("signup-errors")


def test_the_first_visit(page: Page, look: Look, course: Document) -> None:
    UserFactory(username="xinren")
    sign_in(page, "xinren")
    look("today-first")
    page.goto(course.get_absolute_url())
    look("course-first")
    page.goto("/progress/")
    look("progress-first")


def test_learners(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    look("today")
    page.goto(course.get_absolute_url())
    look("course")
    for number, lesson in enumerate(course.lessons.order_by("order")):
        page.goto(lesson.get_absolute_url())
        look(f"lesson-{number}")
    page.goto(f"{lesson.get_absolute_url()}?facts=1")
    look("lesson-facts")
    for path in ("progress", "me", "accounts/logout", "accounts/password/change", "accounts/email"):
        page.goto(f"/{path}/")
        look(path.replace("/", "-"))


def test_practice(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    page.goto("/practice/")
    look("practice")
    start_practice(page)
    look("question")
    page.click("#answer button[type=submit]")
    expect(page.locator("[role=alert]")).to_be_visible()
    look("question-refused")
    answer(page, "2020年4月")
    look("answer-right")
    go_on(page)
    look("blank")
    answer(page, "9999")
    look("blank-wrong")
    go_on(page)
    answer(page, "48条")
    look("answer-wrong")
    page.goto("/practice/")
    look("practice-unfinished")
    page.locator(".rows a").first.click()
    page.wait_for_selector("form[data-question]")
    finish_paper(page)
    look("result")
    page.click("text=/在课文里看|See it in the lesson/ >> nth=0")
    page.wait_for_selector("#mark")
    look("lesson-mark")


WAYS_TO_PRACTISE = (
    "smart",
    "order",
    "sections",
    "topic",
    "mistakes",
    "favourites",
    "challenge",
    "cards",
)


def test_ways_to_practise_at_first(page: Page, look: Look, course: Document) -> None:
    UserFactory(username="xinren")
    sign_in(page, "xinren")
    for way in WAYS_TO_PRACTISE:
        page.goto(f"/practice/{way}/")
        look(f"way-{way}-first")
    for path in ("favourites", "notes"):
        page.goto(f"/me/{path}/")
        look(f"{path}-empty")


def test_ways_to_practise(page: Page, look: Look, course: Document, veteran: User) -> None:
    kept_things(course, veteran)
    sign_in(page, veteran.username)
    page.goto("/practice/")
    look("practice-ways")
    for way in WAYS_TO_PRACTISE:
        page.goto(f"/practice/{way}/")
        look(f"way-{way}")
    for path in ("favourites", "notes"):
        page.goto(f"/me/{path}/")
        look(path)
    page.goto(f"/questions/{veteran.notes.get().question_id}/")
    look("keep")
    page.goto("/practice/challenge/")
    page.click("main .button.primary")
    page.locator("#tools summary").nth(1).click()
    page.locator("#tools summary").nth(0).click()
    look("challenge-question")
    answer(page, "9999条" if page.locator("#given").count() else None)
    look("challenge-answered")
    page.goto("/practice/cards/")
    page.click("main .button.primary")
    look("card")
    page.click("#panel .button.primary")
    page.wait_for_selector("[data-rating]")
    look("card-turned")
    page.keyboard.press("1")
    page.wait_for_selector(".missed")
    look("result-cards")


def kept_things(course: Document, learner: User) -> None:
    first, second, third = (fact.questions.get() for fact in course.facts.all()[:3])
    MistakeFactory(learner=learner, question=first)
    MistakeFactory(learner=learner, question=second, right_on=timezone.localdate())
    MistakeFactory(learner=learner, question=third, gone=True)
    FavouriteFactory(learner=learner, question=first)
    NoteFactory(learner=learner, question=first)
    RecordFactory(learner__username="mingming", learner__shows_record=True, document=course)
    RecordFactory(learner=learner, document=course)
    course.facts.filter(pk=first.fact_id).update(kind="term")


def test_every_kind(page: Page, look: Look, transactional_db: None) -> None:
    UserFactory(username="xiaoyi")
    course_of_kinds()
    sign_in(page, "xiaoyi")
    start_practice(page)
    for name in ("true-false", "several", "matching", "ordering"):
        look(name)
        answer(page)
        look(f"{name}-answered")
        page.click("#answer .actions a")
    page.wait_for_selector(".missed")
    look("result-kinds")
