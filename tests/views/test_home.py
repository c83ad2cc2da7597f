"""The front door: a visitor answers a real question; a learner sees today."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes import exams, trial
from quizzes.models import Attempt, Document, Lesson, Question, Response, User
from tests.factories import (
    AttemptFactory,
    CardFactory,
    LessonReadFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    QuestionFactory,
    ResponseFactory,
    UserFactory,
)
from tests.views.helpers import HTMX, key, wrong

HOME = "/"


def test_a_visitor_sees_a_real_question_and_the_ways_on(
    visitor: Client, question: Question
) -> None:
    page = visitor.get(HOME).content.decode()

    assert question.stem in page
    assert page.count('type="radio"') == 4
    assert reverse("courses") in page
    assert reverse("account_signup") in page


def test_the_key_is_not_in_the_page_before_the_answer(visitor: Client, question: Question) -> None:
    page = visitor.get(HOME).content.decode()

    assert question.explanation not in page
    assert question.fact.evidence not in page
    assert "is-key" not in page


def test_a_right_answer_is_told_with_its_evidence(visitor: Client, question: Question) -> None:
    page = post(visitor, question, key(question))

    assert "✓ 答对了" in page
    assert '<mark><span class="n">2020年</span><span class="n">4月</span></mark>' in page
    assert f"?from={question.fact.evidence_start}&amp;to={question.fact.evidence_end}#mark" in page


def test_a_wrong_answer_shows_the_key(visitor: Client, question: Question) -> None:
    page = post(visitor, question, wrong(question))

    assert "✗ 答错了" in page
    assert "✗ 你选的" in page
    assert "✓ 正确答案" in page


def test_nothing_is_saved_for_a_visitor(visitor: Client, question: Question) -> None:
    post(visitor, question, key(question))

    assert not Attempt.objects.exists()
    assert not Response.objects.exists()


def test_no_answer_is_a_message_on_the_same_page(visitor: Client, question: Question) -> None:
    response = visitor.post(HOME, {"revision": question.revisions.get().pk})

    assert response.status_code == 422
    assert "请先选择一个选项" in response.content.decode()
    assert question.stem in response.content.decode()


def test_a_swap_gets_the_trial_alone(visitor: Client, question: Question) -> None:
    data = {"revision": question.revisions.get().pk, "given": key(question)}
    page = visitor.post(HOME, data, headers=HTMX).content.decode()

    assert page.lstrip().startswith('<div id="trial"')
    assert page.count('class="button primary"') == 1


def test_without_a_course_the_page_says_what_will_stand_here(visitor: Client) -> None:
    assert "课程正在准备" in visitor.get(HOME).content.decode()


@pytest.mark.parametrize("pk", ["", "0", "x", "99999", "9" * 30, "１"])
def test_a_forged_question_falls_back_to_that_of_the_day_or_none(
    visitor: Client, question: Question, pk: str
) -> None:
    assert visitor.post(HOME, {"revision": pk, "given": "1"}).status_code in {200, 422}


def test_the_trial_is_important_published_single_choice_and_stays_all_day(
    question: Question, lesson: Lesson
) -> None:
    PublishedQuestionFactory(fact__lesson=lesson, fact__importance=1)
    PublishedQuestionFactory(fact__lesson=lesson, fact__importance=3, fact__retired=True)
    PublishedBlankFactory(fact__lesson=lesson, fact__importance=3)
    QuestionFactory(fact__lesson=lesson, fact__importance=3)

    found = {revision.question for revision in (trial.question(), trial.question()) if revision}

    assert found == {question}


def test_a_learner_is_led_to_today(browser: Client) -> None:
    assert browser.get(HOME).headers["Location"] == reverse("today")


def test_today_needs_an_account(visitor: Client) -> None:
    assert visitor.get("/today/").headers["Location"] == "/accounts/login/?next=/today/"


def test_today_without_a_course(browser: Client) -> None:
    assert "还没有课程" in browser.get("/today/").content.decode()


def test_today_leads_back_into_an_open_exam(
    browser: Client, learner: User, question: Question
) -> None:
    attempt = exams.open_exam(learner, question.fact.document)

    page = browser.get("/today/").content.decode()

    assert reverse("exam_attempt", args=[attempt.pk]) in page
    assert "没有考完的模拟考试" in page
    assert re.search(r"还剩 29:\d\d", page)
    assert f"{timezone.localtime(attempt.deadline):%H:%M} 自动交卷" in page

    exams.hand_in(learner.pk, attempt.pk)
    assert "没有考完的模拟考试" not in browser.get("/today/").content.decode()


def test_today_says_when_the_time_of_an_exam_is_over(
    browser: Client, learner: User, question: Question
) -> None:
    attempt = exams.open_exam(learner, question.fact.document)
    Attempt.objects.update(deadline=timezone.now() - timedelta(hours=1))

    assert "时间到了，看成绩" in browser.get("/today/").content.decode()
    led = browser.get(reverse("exam_attempt", args=[attempt.pk]))
    assert led.headers["Location"] == reverse("exam_result", args=[attempt.pk])


def test_nobody_sees_the_exam_of_another(browser: Client, question: Question) -> None:
    exams.open_exam(UserFactory(), question.fact.document)

    assert "没有考完的模拟考试" not in browser.get("/today/").content.decode()


def test_today_on_the_first_visit(browser: Client, question: Question) -> None:
    page = browser.get("/today/").content.decode()

    assert "还有 1 个新的可以学" in page
    assert "读到哪里、练到哪里，会记在这里" in page
    assert page.count('class="button primary"') == 1


def test_today_says_how_many_are_due(browser: Client, learner: User, question: Question) -> None:
    CardFactory(learner=learner, fact=question.fact, due_now=True)

    assert "有 1 个知识点快要忘了" in browser.get("/today/").content.decode()


def test_today_leads_back_to_what_was_left(
    browser: Client, learner: User, lesson: Lesson, question: Question
) -> None:
    LessonReadFactory(learner=learner, lesson=lesson, offset=lesson.body_start + 5)
    attempt = AttemptFactory(learner=learner, document=lesson.document)
    ResponseFactory(attempt=attempt, revision=question.revisions.get())

    page = browser.get("/today/").content.decode()

    assert f"{lesson.get_absolute_url()}#o{lesson.body_start + 5}" in page
    assert reverse("attempt", args=[attempt.pk]) in page
    assert "已答 0 / 10 题" in page


def test_today_when_all_is_done(browser: Client, learner: User, question: Question) -> None:
    CardFactory(learner=learner, fact=question.fact, mastered=True)

    page = browser.get("/today/").content.decode()

    assert "今天的都做完了" in page
    assert "去读课文" in page


def test_everything_in_english(question: Question) -> None:
    page = Client(HTTP_ACCEPT_LANGUAGE="en").get(HOME).content.decode()

    assert '<html lang="en">' in page
    assert "Check my answer" in page
    assert f'lang="zh-Hans">{question.stem}' in page


def post(client: Client, question: Question, given: str) -> str:
    data = {"revision": question.revisions.get().pk, "given": given}
    return client.post(HOME, data).content.decode()


def test_the_document_is_not_needed_for_the_trial(
    visitor: Client, question: Question, document: Document
) -> None:
    """The trial page does not carry the whole text around."""
    assert document.text not in visitor.get(HOME).content.decode()


def test_today_says_that_some_wait_and_what_a_day_holds(
    browser: Client, learner: User, lesson: Lesson
) -> None:
    learner.daily_goal = 5
    learner.save()
    for _ in range(17):
        fact = PublishedQuestionFactory(fact__lesson=lesson).fact
        CardFactory(learner=learner, fact=fact, due_now=True)

    page = browser.get("/today/").content.decode()

    assert "有 15 个知识点快要忘了" in page
    assert "另有 2 个也到期了" in page
    assert "目标是答 5 个；要复习的多，一天最多排 15 个" in page


def test_whoever_has_done_the_day_may_go_on(
    browser: Client, learner: User, question: Question
) -> None:
    CardFactory(learner=learner, fact=question.fact, mastered=True)

    page = browser.get("/today/").content.decode()

    assert "再练一组" in page
    assert page.count('class="button primary"') == 1
