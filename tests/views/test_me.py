"""The learner's own pages."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from quizzes.models import Question, User
from tests.factories import CardFactory, DayFactory, UserFactory

ME = "/me/"
PROGRESS = "/progress/"


def test_they_need_an_account(visitor: Client) -> None:
    for url in (ME, PROGRESS):
        assert visitor.get(url).headers["Location"] == f"/accounts/login/?next={url}"


def test_my_page_says_who_i_am_and_leads_on(browser: Client) -> None:
    page = browser.get(ME).content.decode()

    assert "账号：xiaoyi" in page
    for url in (PROGRESS, "/me/settings/", "/me/data/", "/accounts/password/change/"):
        assert url in page
    assert "/admin/" not in page


def test_a_teacher_is_led_to_the_admin(db: None) -> None:
    client = Client()
    client.force_login(UserFactory(teacher=True))

    assert 'href="/admin/"' in client.get(ME).content.decode()


def test_progress_without_a_course(browser: Client) -> None:
    assert "还没有课程" in browser.get(PROGRESS).content.decode()


def test_progress_before_the_first_answer(browser: Client, question: Question) -> None:
    page = browser.get(PROGRESS).content.decode()

    assert "每天的题数和正确率会画在这里" in page
    assert "最需要再看的知识点会列在这里" in page


def test_progress_by_section_day_and_fact(
    browser: Client, learner: User, question: Question, blank: Question
) -> None:
    CardFactory(learner=learner, fact=question.fact, due_now=True, lapses=2)
    CardFactory(learner=learner, fact=blank.fact, mastered=True)
    DayFactory(learner=learner, answers=4, correct=3)
    DayFactory(learner=learner, answers=2, correct=2, day=timezone.localdate() - timedelta(days=20))

    page = browser.get(PROGRESS).content.decode()

    assert question.fact.lesson.heading in page
    assert page.count('<rect class="good"') == 14
    assert "75%" in page
    assert "忘过 2 次" in page
    assert f"?from={question.fact.evidence_start}" in page
    assert f"?scope=lesson-{question.fact.lesson_id}" in page
