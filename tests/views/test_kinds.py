"""Questions of every kind on the page: asked, refused, answered, listed in the result."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quizzes.models import Attempt, Lesson, Revision, User
from tests.kinds import KINDS, form, published, right, wrong
from tests.views.helpers import HTMX, answers, opened, question_url


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def revision(kind: str, lesson: Lesson) -> Revision:
    question = published(kind, fact__lesson=lesson, explanation="解析在这里。")
    return question.revisions.get()


@pytest.fixture
def attempt(learner: User, revision: Revision) -> Attempt:
    return opened(learner, revision.question.fact.lesson)


def unsaved(attempt: Attempt) -> bool:
    (response,) = answers(attempt)
    return response.given is None and response.answered_at is None


def test_it_is_answered_right(browser: Client, attempt: Attempt, revision: Revision) -> None:
    asked = browser.get(question_url(attempt)).content.decode()
    page = browser.post(question_url(attempt), form(right(revision)), follow=True).content.decode()

    assert "data-question" in asked
    assert "✓ 答对了" in page
    assert "is-wrong" not in page
    assert answers(attempt)[0].is_correct is True


def test_it_is_answered_wrong(browser: Client, attempt: Attempt, revision: Revision) -> None:
    response = browser.post(question_url(attempt), form(wrong(revision)), headers=HTMX)
    page = response.content.decode()

    assert "✗ 答错了" in page
    assert "✗" in page.replace("✗ 答错了", "")
    assert "解析在这里。" in page
    assert "<mark>" in page
    assert "#mark" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_no_answer_is_a_message(browser: Client, attempt: Attempt, headers: dict[str, str]) -> None:
    response = browser.post(question_url(attempt), {}, headers=headers)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert "再提交" in response.content.decode()
    assert unsaved(attempt)


@pytest.mark.parametrize(
    "data",
    [
        {"given": "00000000"},
        {"given": ["00000000", "11111111"]},
        {"given-00000000": "00000000"},
        {"given-": ""},
        {"given-x": ["1", "2"], "given": "3"},
    ],
)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "fill_blank"], indirect=True)
def test_a_forged_answer_is_a_message(
    browser: Client, attempt: Attempt, data: dict[str, object]
) -> None:
    assert browser.post(question_url(attempt), data).status_code == 422
    assert unsaved(attempt)


def test_another_answer_is_told_that_the_first_counts(
    browser: Client, attempt: Attempt, revision: Revision
) -> None:
    browser.post(question_url(attempt), form(right(revision)))
    again = browser.post(question_url(attempt), form(right(revision)), headers=HTMX)
    other = browser.post(question_url(attempt), form(wrong(revision)), headers=HTMX)

    assert "以第一次作答为准" not in again.content.decode()
    assert "以第一次作答为准" in other.content.decode()
    assert answers(attempt)[0].is_correct is True


def test_the_page_holds_no_key_before_the_answer(
    browser: Client, attempt: Attempt, revision: Revision
) -> None:
    page = browser.get(question_url(attempt)).content.decode()

    assert "is-key" not in page
    assert "is-wrong" not in page
    assert "解析在这里。" not in page
    assert revision.evidence not in page
    asked = page.partition("data-question")[2].partition("</form>")[0]
    sent = set(re.findall(r'<(?:input|option)[^>]*\svalue="([^"]{1,20})"', asked))
    codes = {option["id"] for option in revision.options}
    codes |= {option.get("partner_id", "") for option in revision.options}
    assert sent <= codes | set("1234")


def test_the_result_says_what_was_answered_and_what_is_right(
    browser: Client, attempt: Attempt, revision: Revision
) -> None:
    browser.post(question_url(attempt), form(wrong(revision)))
    page = browser.get(reverse("result", args=[attempt.pk])).content.decode()

    text = re.sub("<[^>]+>", "", page)
    assert revision.answer in text
    assert "你的回答" in text


@pytest.mark.django_db(transaction=True)
def test_an_answer_takes_fourteen_statements(
    browser: Client, attempt: Attempt, revision: Revision
) -> None:
    browser.get(question_url(attempt))
    with CaptureQueriesContext(connection) as captured:
        browser.post(question_url(attempt), form(right(revision)), headers=HTMX)

    assert len(captured) <= 14


@pytest.mark.parametrize("kind", ["multiple_choice"], indirect=True)
class TestSeveral:
    def test_it_says_so_and_has_check_boxes(self, browser: Client, attempt: Attempt) -> None:
        page = browser.get(question_url(attempt)).content.decode()

        assert ">多选</span></h1>" in page.replace("\n", "").replace(" <", "<")
        assert page.count('type="checkbox"') == 4
        assert "A–D 或 1–4" in page

    def test_what_was_partly_right_is_shown(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        ids = [option["id"] for option in revision.options]
        page = browser.post(question_url(attempt), {"given": [ids[0], ids[3]]}, headers=HTMX)

        assert "选对 1 个，漏选 2 个，多选 1 个" in page.content.decode()
        assert "漏选，这是答案" in page.content.decode()

    def test_what_was_ticked_stays_ticked(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        given = [revision.options[1]["id"], "forged"]
        page = browser.post(question_url(attempt), {"given": given}).content.decode()

        assert page.count("checked") == 1


@pytest.mark.parametrize("kind", ["true_false"], indirect=True)
def test_a_statement_has_two_rows(browser: Client, attempt: Attempt) -> None:
    page = browser.get(question_url(attempt)).content.decode()

    assert page.count('type="radio"') == 2
    assert page.index("正确</span>") < page.index("错误</span>")


@pytest.mark.parametrize("kind", ["matching", "ordering"], indirect=True)
class TestRows:
    def test_each_row_is_a_select_with_its_label(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        page = browser.get(question_url(attempt)).content.decode()

        for option in revision.options:
            assert f'<label for="given-{option["id"]}"' in page
            assert f'name="given-{option["id"]}"' in page
        assert page.count("请选择</option>") == len(revision.options)
        assert "selected" not in page

    def test_an_incomplete_answer_stays_on_the_screen(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        given = {**dict(right(revision)), revision.options[0]["id"]: ""}
        response = browser.post(question_url(attempt), form(given))
        page = response.content.decode()

        assert response.status_code == 422
        assert "每一项" in page
        assert page.count("selected") == len(given) - 1
        assert unsaved(attempt)

    def test_one_used_twice_is_named(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        first, second = list(right(revision))[:2]
        given = {**dict(right(revision)), first: dict(right(revision))[second]}
        response = browser.post(question_url(attempt), form(given))

        assert response.status_code == 422
        assert re.search("只能用一次|同一个位置", response.content.decode())
        assert unsaved(attempt)

    def test_every_row_says_whether_it_is_right(
        self, browser: Client, attempt: Attempt, revision: Revision
    ) -> None:
        page = browser.post(question_url(attempt), form(wrong(revision)), headers=HTMX)

        text = page.content.decode()
        verdicts = re.findall(r'<span class="verdict">\s*(.)', text)
        assert set(verdicts) <= {"✓", "✗"}
        assert len(verdicts) == len(revision.options)
        assert re.search(r"\d 项里对了 \d 项", text)
