"""The tools under a question, and the learner's lists of what they kept."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Attempt, Favourite, Lesson, Note, Question, Report, User
from tests.factories import FavouriteFactory, NoteFactory, QuestionFactory, ReportFactory
from tests.views.helpers import HTMX, opened, question_url, text, wrong

TOOLS = ("favourite", "note", "report")


def tool(name: str, question: Question) -> str:
    return reverse(f"keep_{name}", args=[question.pk])


@pytest.fixture
def attempt(learner: User, question: Question) -> Attempt:
    return opened(learner, question.fact.lesson)


def test_each_question_has_its_tools_before_the_answer_and_after(
    browser: Client, attempt: Attempt, question: Question
) -> None:
    before = text(browser, question_url(attempt))
    browser.post(question_url(attempt), {"given": wrong(question)})
    after = text(browser, question_url(attempt))
    for page in (before, after):
        assert all(tool(name, question) in page for name in TOOLS)
    assert "is-key" not in before


def test_a_favourite_comes_back_to_the_page(
    browser: Client, attempt: Attempt, question: Question
) -> None:
    data = {"on": "1", "back": question_url(attempt)}
    page = browser.post(tool("favourite", question), data)
    assert page.headers["Location"] == question_url(attempt)
    assert "✓ 已收藏" in text(browser, question_url(attempt))


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:x", ""])
def test_nobody_is_led_away(browser: Client, question: Question, back: str) -> None:
    page = browser.post(tool("favourite", question), {"on": "1", "back": back})
    assert page.headers["Location"] == reverse("keep", args=[question.pk])


def test_a_swap_gets_the_tools_alone(browser: Client, question: Question) -> None:
    page = browser.post(tool("note", question), {"text": "四月"}, headers=HTMX).content.decode()
    assert page.lstrip().startswith('<div id="keep"')
    assert "笔记已经保存" in page
    assert Note.objects.get().text == "四月"


def test_a_note_is_shown_after_the_answer(
    browser: Client, learner: User, attempt: Attempt, question: Question
) -> None:
    NoteFactory(learner=learner, question=question, text="<b>四月</b>\n第二行")
    data = {"given": wrong(question)}
    page = browser.post(question_url(attempt), data, headers=HTMX).content.decode()
    assert "我的笔记" in page
    assert "&lt;b&gt;四月&lt;/b&gt;<br>第二行" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_note_too_long_stays_on_the_screen(
    browser: Client, question: Question, headers: dict[str, str]
) -> None:
    words = "长" * 1001
    page = browser.post(tool("note", question), {"text": words}, headers=headers)
    assert page.status_code == 422
    assert "最多 1000 个字，现在有 1001 个" in page.content.decode()
    assert words in page.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_report_without_a_reason_is_a_message(
    browser: Client, question: Question, headers: dict[str, str]
) -> None:
    page = browser.post(tool("report", question), {"words": "错了"}, headers=headers)
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()
    assert "错了</textarea>" in page.content.decode()


def test_a_report_is_received(browser: Client, question: Question) -> None:
    data = {"reason": "spelling", "words": "错别字"}
    page = browser.post(tool("report", question), data, follow=True).content.decode()
    assert "已经收到你的反馈（错别字）" in page
    browser.post(tool("report", question), data)
    assert Report.objects.count() == 1


def test_what_became_of_a_report(browser: Client, learner: User, question: Question) -> None:
    ReportFactory(learner=learner, question=question, state=Report.State.MENDED)
    page = text(browser, reverse("keep", args=[question.pk]))
    assert "你上次的反馈（错别字）：已改好" in page
    assert "交给老师" in page


def test_the_page_of_a_question_does_not_give_its_key_away(
    browser: Client, question: Question
) -> None:
    page = text(browser, reverse("keep", args=[question.pk]))
    assert question.stem in page
    assert question.fact.answer not in page


def test_a_draft_is_not_found(browser: Client, lesson: Lesson) -> None:
    draft = QuestionFactory(fact__lesson=lesson)
    assert browser.get(reverse("keep", args=[draft.pk])).status_code == 404
    assert [browser.post(tool(name, draft)).status_code for name in TOOLS] == [404] * 3


@pytest.mark.parametrize("name", TOOLS)
def test_who_comes_back_from_signing_in_changes_nothing(
    browser: Client, visitor: Client, question: Question, name: str
) -> None:
    login = visitor.post(tool(name, question), {"on": "1"}).headers["Location"]
    assert login == f"/accounts/login/?next={tool(name, question)}"
    page = browser.get(tool(name, question))
    assert page.headers["Location"] == reverse("keep", args=[question.pk])
    assert not Favourite.objects.exists()


class TestLists:
    def test_they_hang_from_me(self, browser: Client) -> None:
        page = text(browser, "/me/")
        assert reverse("favourites") in page
        assert reverse("notes") in page

    @pytest.mark.parametrize("name", ["favourites", "notes"])
    def test_empty_they_say_how_to_fill_them(self, browser: Client, name: str) -> None:
        assert "就会列在这里" in text(browser, reverse(name))

    def test_only_ones_own(self, browser: Client, learner: User, question: Question) -> None:
        NoteFactory(learner=learner, question=question, text="我的话")
        NoteFactory(question=question, text="别人的话")
        FavouriteFactory(question=question)
        notes = text(browser, reverse("notes"))
        assert "我的话" in notes
        assert "别人的话" not in notes
        assert "共 0 题" in text(browser, reverse("favourites"))

    def test_a_favourite_leads_to_its_question(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        FavouriteFactory(learner=learner, question=question)
        page = text(browser, reverse("favourites"))
        assert question.stem in page
        assert reverse("keep", args=[question.pk]) in page
