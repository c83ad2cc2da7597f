"""Every page, on a phone and on a desktop, light and dark, in both languages.

Each is checked for accessibility (axe) and for horizontal scrolling, and photographed into
var/screenshots, to be looked at by a person.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from quizzes import exams
from quizzes.certificates import withdraw
from quizzes.models import Attempt, Certificate, CertificateRule, Document, User
from quizzes.search import index_document
from quizzes.weeks import name_of
from tests.browser.conftest import Visit
from tests.browser.course import course_of_kinds, course_to_see_whole
from tests.browser.steps import answer, finish_paper, go_on, sign_in, start_practice
from tests.factories import (
    CardFactory,
    CertificateFactory,
    DayFactory,
    DocumentFactory,
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

TOO_WIDE = """(width) => [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width)
    .map((one) => one.outerHTML.slice(0, 90)).slice(0, 12).join(" ")"""
STRAY_SPACE = re.compile(r"\S+[。；？！] +\S+")
UNFINISHED = re.compile(r"已答 \d|of \d+ answered")


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
            wide = page.evaluate(TOO_WIDE, size["width"])
            faults.append(f"{name}: scrolls sideways, {wide}")
        faults.extend(f"{name}: {fault}" for fault in inaccessible(page))
        glued = STRAY_SPACE.findall("\n".join(page.locator("main p").all_inner_texts()))
        faults.extend(f"{name}: a space between Chinese sentences, {place}" for place in glued)
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
            right = answers * 3 // 4
            kinds = {"item.single_choice": [answers, right], "fact.number": [answers, right]}
            DayFactory(learner=learner, day=day, answers=answers, correct=right, kinds=kinds)
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


def test_the_document_whole(page: Page, look: Look, transactional_db: None) -> None:
    course, empty = course_to_see_whole(), DocumentFactory(title="还没有课文的一门课")
    for name in ("timeline", "figures", "terms"):
        page.goto(f"{course.get_absolute_url()}{name}/")
        look(name)
        page.goto(f"{course.get_absolute_url()}{name}/?q=找不到的词")
        look(f"{name}-not-found")
        page.goto(f"{empty.get_absolute_url()}{name}/")
        look(f"{name}-empty")


def test_search(page: Page, look: Look, course: Document, veteran: User) -> None:
    index_document(course)
    for name, asked in {
        "visitor": "?q=义乌",
        "empty": "",
        "nothing": "?q=火星+移民",
        "short": "?q=义",
        "pages": "?q=全域&in=lessons&page=2",
    }.items():
        page.goto(f"/search/{asked}")
        look(f"search-{name}")
    sign_in(page, veteran.username)
    page.goto("/search/?q=义乌")
    look("search")


def test_the_first_visit(page: Page, look: Look, course: Document) -> None:
    UserFactory(username="xinren")
    sign_in(page, "xinren")
    look("today-first")
    page.goto(course.get_absolute_url())
    look("course-first")
    page.goto("/progress/")
    look("progress-first")
    page.goto(f"/progress/week/{name_of(timezone.localdate())}/")
    look("week-first")


def test_guests(page: Page, look: Look, course: Document) -> None:
    page.goto("/")
    answer(page)
    page.click("#panel .button.primary")
    page.wait_for_selector("form[data-question]")
    look("guest-question")
    page.goto("/today/")
    look("guest-today-first")
    page.goto("/practice/")
    page.locator(".rows a", has_text=UNFINISHED).first.click()
    page.wait_for_selector("form[data-question]")
    finish_paper(page)
    look("guest-result")
    for path in ("today", "me", "accounts/signup", "accounts/login", "accounts/logout"):
        page.goto(f"/{path}/")
        look(f"guest-{path.replace('/', '-')}")


def test_goals(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    page.click("#goals summary")
    look("today-goals")
    DayFactory(learner=veteran, facts=10)
    page.goto("/today/")
    look("today-reached")
    veteran.cards.update(due=timezone.now() + timedelta(days=1))
    page.goto("/today/")
    look("today-nothing-due")
    veteran.cards.update(due=timezone.now() - timedelta(days=1))
    veteran.days.filter(day__gt=timezone.localdate() - timedelta(days=10)).delete()
    page.goto("/today/")
    look("today-returning")


def test_too_many_guests(page: Page, look: Look, course: Document, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"guest": "0/h/ip"}
    page.goto("/")
    page.click("#trial form[action='/try/'] button")
    page.wait_for_load_state()
    look("guests-too-many")


def test_learners(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    look("today")
    page.goto(course.get_absolute_url())
    look("course")
    for number, lesson in enumerate(course.lessons.order_by("order")):
        page.goto(lesson.get_absolute_url())
        look(f"lesson-{number}")
    page.click("#tool-facts")
    page.wait_for_selector(".lit")
    look("lesson-facts")
    page.click("#tool-pinyin")
    page.wait_for_selector("ruby")
    look("lesson-pinyin")
    page.click("#tool-larger")
    page.wait_for_selector("[data-text-size='1']")
    page.click("#tool-larger")
    page.wait_for_selector("[data-text-size='2']")
    look("lesson-largest")
    for path in ("today", "progress", "me"):
        page.goto(f"/{path}/")
        look(f"{path}-largest")
    User.objects.update(text_size=0)
    page.goto(lesson.get_absolute_url())
    page.click(".lit >> nth=0")
    page.wait_for_selector(".stem")
    look("fact")
    page.goto(f"{course.get_absolute_url()}certificate/")
    look("certificate-missing")
    for back in (0, 7):
        day = timezone.localdate() - timedelta(days=back)
        page.goto(f"/progress/week/{name_of(day)}/")
        look(f"week-{back}")
    for path in ("progress", "me", "accounts/logout", "accounts/password/change", "accounts/email"):
        page.goto(f"/{path}/")
        look(path.replace("/", "-"))


def test_settings_and_rights(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    for name in ("settings", "data", "leave"):
        page.goto(f"/me/{name}/")
        look(f"me-{name}")
    page.fill("[name=password]", "123")
    page.click("main form button[type=submit]")
    expect(page.locator("[aria-invalid]")).to_be_visible()
    look("me-leave-refused")
    User.objects.update(theme="light", text_size=2)
    page.goto("/me/settings/")
    look("me-settings-light-largest")
    page.goto("/offline/")
    look("offline")


def test_certificates(page: Page, look: Look, course: Document, veteran: User) -> None:
    CertificateRule.objects.create(document=course, exam=0, mastery=0)
    sign_in(page, veteran.username)
    page.goto("/me/certificates/")
    look("certificates-empty")
    page.goto(f"{course.get_absolute_url()}certificate/")
    look("certificate-claim")
    page.fill("[name=name]", "123")
    page.click("main form button[type=submit]")
    expect(page.locator("[aria-invalid]")).to_be_visible()
    look("certificate-no-name")
    page.fill("[name=name]", "王小义")
    page.click("main form button[type=submit]")
    expect(page.locator(".certificate")).to_be_visible()
    look("certificate")
    checked = page.locator(".certificate-code").get_attribute("href")
    page.goto(str(checked))
    look("certificate-valid")
    withdraw(Certificate.objects.get(), "考试由他人代做。")
    page.reload()
    look("certificate-withdrawn")
    page.goto(f"{course.get_absolute_url()}certificate/")
    look("certificate-mine-withdrawn")
    CertificateFactory(learner=veteran)
    page.goto("/me/certificates/")
    look("certificates")
    page.goto("/c/00000-00000-00000-00001/")
    look("certificate-unknown")


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
    page.locator(".rows a", has_text=UNFINISHED).first.click()
    page.wait_for_selector("form[data-question]")
    finish_paper(page)
    look("result")
    page.click("main details summary")
    look("result-right")
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
    page.locator("#keep summary").nth(1).click()
    page.locator("#keep summary").nth(0).click()
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


def test_exams(page: Page, look: Look, course: Document, veteran: User) -> None:
    sign_in(page, veteran.username)
    page.goto("/exams/")
    look("exams")
    page.goto(f"/exams/{course.pk}/")
    look("exam")
    page.click("main form button[type=submit]")
    page.wait_for_selector("form[data-question]")
    look("exam-question")
    page.locator("label.option").nth(1).click()
    expect(page.locator("#saved")).to_contain_text("✓")
    page.click("button[value=flag]")
    page.wait_for_selector("button[value=unflag]")
    look("exam-question-saved")
    page.click("button[value=next]")
    page.wait_for_selector("button[value=previous]")
    look("exam-question-second")
    page.click("button[value=sheet]")
    page.wait_for_selector(".sheet")
    look("exam-sheet")
    page.click(".actions a.primary")
    page.wait_for_selector("#hand-in")
    look("exam-hand-in")
    page.goto(f"/exams/{course.pk}/")
    look("exam-begun")
    page.goto("/today/")
    look("today-exam")
    attempt = Attempt.objects.get()
    exams.hand_in(veteran.pk, attempt.pk)
    page.goto(f"/exams/attempts/{attempt.pk}/result/")
    look("exam-result")
    late = exams.open_exam(veteran, course)
    page.goto(f"/exams/attempts/{late.pk}/1/")
    Attempt.objects.filter(pk=late.pk).update(deadline=timezone.now() - timedelta(minutes=1))
    page.click("button[value=next]")
    page.wait_for_selector("#late")
    look("exam-late")
    page.click(".actions a.primary")
    page.wait_for_url("**/result/")
    look("exam-result-by-itself")
    page.goto(f"/exams/{course.pk}/")
    look("exam-again")


def test_exams_before_there_is_anything(page: Page, look: Look, transactional_db: None) -> None:
    UserFactory(username="xinren")
    sign_in(page, "xinren")
    page.goto("/exams/")
    look("exams-empty")
    page.goto(f"/exams/{DocumentFactory().pk}/")
    look("exam-empty")
