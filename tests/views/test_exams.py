"""The pages of a mock exam, without a browser's script."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes import exams
from quizzes.models import Attempt, Document, User
from quizzes.practice import paper
from quizzes.templatetags.exams import left, to_the_second
from tests.exams.helpers import answered, ask, course
from tests.factories import LessonFactory, UserFactory
from tests.kinds import KINDS, form, published, right, wrong
from tests.views.helpers import HTMX, question_url, text

SAVED = {**HTMX, "HX-Target": "saved"}


@pytest.fixture
def attempt(learner: User, document: Document) -> Attempt:
    return exams.open_exam(learner, course(document))


def url(attempt: Attempt, name: str, *more: int) -> str:
    return reverse(f"exam_{name}", args=[attempt.pk, *more])


def given(attempt: Attempt, position: int = 1, go: str = "") -> dict[str, object]:
    """What the form of a position sends with its right answer."""
    revision = paper(attempt)[position - 1].revision
    return {**form(right(revision)), **({"go": go} if go else {})}


def ended(attempt: Attempt, *, ago: float) -> None:
    """Moves the end of the exam so many seconds into the past."""
    end = timezone.now() - timedelta(seconds=ago)
    Attempt.objects.filter(pk=attempt.pk).update(
        deadline=end, opened_at=end - timedelta(minutes=30)
    )


class TestTheWayIn:
    def test_it_hangs_from_practice_and_from_the_course(
        self, browser: Client, document: Document
    ) -> None:
        course(document)

        assert reverse("exams") in text(browser, reverse("practice"))
        assert reverse("exam", args=[document.pk]) in text(browser, document.get_absolute_url())

    def test_it_needs_an_account(self, visitor: Client, attempt: Attempt) -> None:
        for page in (
            reverse("exams"),
            reverse("exam", args=[attempt.document_id]),
            *(url(attempt, name) for name in ("attempt", "sheet", "hand_in", "result")),
            url(attempt, "question", 1),
        ):
            assert "/accounts/login/" in visitor.get(page).headers["Location"]

    def test_the_list_says_how_each_course_stands(
        self, browser: Client, learner: User, document: Document
    ) -> None:
        assert "还没考过" in text(browser, reverse("exams"))
        attempt = exams.open_exam(learner, course(document))
        assert "没有考完" in text(browser, reverse("exams"))
        answered(learner, attempt, timezone.now(), right_ones=3)
        exams.hand_in(learner.pk, attempt.pk)
        assert "最好 50%" in text(browser, reverse("exams"))

    def test_without_courses(self, browser: Client) -> None:
        assert "还没有课程" in text(browser, reverse("exams"))

    def test_the_rules_are_said_before(self, browser: Client, document: Document) -> None:
        page = text(browser, reverse("exam", args=[course(document).pk]))

        assert "道题" in page
        assert "到点自动交卷" in page
        assert "考过以后，每次的成绩会列在这里" in page
        assert page.count("button primary") == 1

    def test_a_course_without_questions(self, browser: Client, document: Document) -> None:
        intro = reverse("exam", args=[document.pk])

        assert "还没有可以考的题目" in text(browser, intro)
        refused = browser.post(intro)
        assert refused.status_code == 422
        assert "还没有可以考的题目" in refused.content.decode()

    def test_starting_twice_opens_one(self, browser: Client, document: Document) -> None:
        intro = reverse("exam", args=[course(document).pk])
        pages = [browser.post(intro, follow=True).redirect_chain[-1][0] for _ in range(2)]

        assert pages == [url(Attempt.objects.get(), "question", 1)] * 2
        assert "接着考" in text(browser, intro)

    def test_there_is_no_exam_on_what_is_not_there(self, browser: Client) -> None:
        assert browser.get(reverse("exam", args=[10**6])).status_code == 404


class TestQuestion:
    def test_no_key_is_on_the_page(self, browser: Client, attempt: Attempt) -> None:
        browser.post(url(attempt, "question", 1), given(attempt))
        page = text(browser, url(attempt, "question", 1))

        assert "正确答案" not in page
        assert "国务院同意设立义乌综合保税区。" not in page
        assert "checked" in page

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_is_asked_saved_and_shown_as_saved(
        self, browser: Client, learner: User, kind: str
    ) -> None:
        attempt = exams.open_exam(learner, published(kind).fact.document)
        assert "还没有答" in text(browser, url(attempt, "question", 1))
        browser.post(url(attempt, "question", 1), given(attempt))

        assert "✓ 已保存" in text(browser, url(attempt, "question", 1))

    @pytest.mark.parametrize(
        ("position", "go", "leads"),
        [
            (1, "next", ("question", 2)),
            (2, "previous", ("question", 1)),
            (1, "previous", ("question", 1)),
            (6, "next", ("sheet",)),
            (2, "sheet", ("sheet",)),
            (2, "flag", ("question", 2)),
            (2, "", ("question", 2)),
            (2, "nonsense", ("question", 2)),
        ],
    )
    def test_every_button_saves_and_leads_on(
        self,
        browser: Client,
        attempt: Attempt,
        position: int,
        go: str,
        leads: tuple[str, *tuple[int, ...]],
    ) -> None:
        page = browser.post(url(attempt, "question", position), given(attempt, position, go))

        assert page.status_code == 303
        assert page.headers["Location"] == url(attempt, *leads)
        assert attempt.responses.get(position=position).given is not None

    def test_a_flag_is_on_the_sheet(self, browser: Client, attempt: Attempt) -> None:
        browser.post(url(attempt, "question", 2), {"go": "flag"})
        assert "1 题有标记" in text(browser, url(attempt, "sheet"))
        browser.post(url(attempt, "question", 2), {"go": "unflag"})
        assert "有标记" not in text(browser, url(attempt, "sheet"))

    def test_a_quiet_save_says_so_and_moves_the_bar(
        self, browser: Client, attempt: Attempt
    ) -> None:
        page = browser.post(url(attempt, "question", 1), given(attempt), headers=SAVED)

        assert "✓ 已保存" in page.content.decode()
        assert 'value="1"' in page.content.decode()
        assert "<html" not in page.content.decode()

    def test_half_an_answer_is_saved_and_says_what_is_missing(
        self, browser: Client, learner: User
    ) -> None:
        attempt = exams.open_exam(learner, published("matching").fact.document)
        one, *_others = given(attempt).items()
        page = browser.post(url(attempt, "question", 1), dict([one]), headers=SAVED)

        assert "还没答完" in page.content.decode()
        assert "1 题没答完" in text(browser, url(attempt, "sheet"))

    @pytest.mark.parametrize("headers", [{}, HTMX, SAVED])
    def test_what_is_no_answer_is_a_message(
        self, browser: Client, attempt: Attempt, headers: dict[str, str]
    ) -> None:
        page = browser.post(url(attempt, "question", 1), {"given": "ffff"}, headers=headers)

        assert page.status_code == 422
        assert "这一题没有这个选项" in page.content.decode()
        assert page.headers.get("HX-Retarget") == ("#panel" if headers == SAVED else None)

    def test_a_swap_is_the_panel_alone(self, browser: Client, attempt: Attempt) -> None:
        page = text(browser, url(attempt, "question", 1), **HTMX)

        assert "<html" not in page
        assert "<title>第 1 题，共 6 题" in page

    def test_a_position_that_is_not_there(self, browser: Client, attempt: Attempt) -> None:
        page = browser.get(url(attempt, "question", 7))

        assert page.headers["Location"] == url(attempt, "attempt")
        assert browser.post(url(attempt, "question", 7), {}).status_code == 404

    def test_going_on_leads_to_what_is_open(self, browser: Client, attempt: Attempt) -> None:
        browser.post(url(attempt, "question", 1), given(attempt))

        page = browser.get(url(attempt, "attempt"))
        assert page.headers["Location"] == url(attempt, "question", 2)

    def test_the_time_left_is_on_the_page(self, browser: Client, attempt: Attempt) -> None:
        page = text(browser, url(attempt, "question", 1))

        assert attempt.deadline
        assert f'data-deadline="{int(attempt.deadline.timestamp() * 1000)}"' in page
        assert ">29:5" in page


class TestTheEnd:
    def test_the_sheet_tells_each_state_in_words(self, browser: Client, attempt: Attempt) -> None:
        browser.post(url(attempt, "question", 1), given(attempt, go="flag"))
        page = text(browser, url(attempt, "sheet"))

        assert page.count("✓ 已答") == 1
        assert page.count("○ 没答") == 5
        assert page.count("⚑ 标记") == 1
        assert "已答 1 / 6 题" in page

    def test_handing_in_asks_first_and_says_what_is_open(
        self, browser: Client, attempt: Attempt
    ) -> None:
        page = text(browser, url(attempt, "hand_in"))

        assert "6 题没答" in page
        attempt.refresh_from_db()
        assert attempt.submitted_at is None

    @pytest.mark.parametrize("headers", [{}, HTMX])
    def test_handing_in_twice_leads_to_the_result(
        self, browser: Client, attempt: Attempt, headers: dict[str, str]
    ) -> None:
        for _ in range(2):
            page = browser.post(url(attempt, "hand_in"), headers=headers)
            assert page.headers["HX-Redirect" if headers else "Location"] == url(attempt, "result")

    def test_the_clock_of_a_page_does_not_end_an_exam_early(
        self, browser: Client, attempt: Attempt
    ) -> None:
        for name, more in (("question", (1,)), ("hand_in", ())):
            assert browser.post(url(attempt, name, *more), {"go": "time-up"}).status_code == 303
        attempt.refresh_from_db()
        assert attempt.submitted_at is None

    def test_when_time_is_up_the_last_choice_is_saved_and_handed_in(
        self, browser: Client, attempt: Attempt
    ) -> None:
        ended(attempt, ago=1)
        page = browser.post(url(attempt, "question", 1), given(attempt, go="time-up"))

        assert page.headers["Location"] == url(attempt, "result")
        attempt.refresh_from_db()
        assert (attempt.correct, attempt.submitted_at) == (1, attempt.deadline)

    @pytest.mark.parametrize("headers", [{}, HTMX, SAVED])
    def test_a_late_answer_is_refused_with_the_sheet_as_it_was(
        self, browser: Client, attempt: Attempt, headers: dict[str, str]
    ) -> None:
        browser.post(url(attempt, "question", 1), given(attempt))
        ended(attempt, ago=60)
        page = browser.post(url(attempt, "question", 2), given(attempt, 2), headers=headers)
        words = page.content.decode()

        assert page.status_code == 422
        assert "这次改动没有保存" in words
        assert words.count("✓ 已答") == 1
        assert "正确答案" not in words
        attempt.refresh_from_db()
        assert (attempt.correct, attempt.submitted_at) == (1, attempt.deadline)

    @pytest.mark.parametrize("name", ["attempt", "sheet", "hand_in", "question"])
    def test_who_comes_back_late_finds_it_handed_in(
        self, browser: Client, attempt: Attempt, name: str
    ) -> None:
        ended(attempt, ago=3600)
        page = browser.get(url(attempt, name, *([1] if name == "question" else [])), follow=True)

        assert "自动交上去的" in page.content.decode()

    def test_the_intro_hands_in_too(self, browser: Client, attempt: Attempt) -> None:
        ended(attempt, ago=3600)
        page = text(browser, reverse("exam", args=[attempt.document_id]))

        assert "开始考试" in page
        assert url(attempt, "result") in page


class TestResult:
    def hand_in(self, learner: User, attempt: Attempt, right_ones: int) -> None:
        answered(learner, attempt, timezone.now(), right_ones=right_ones, wrong_ones=1)
        exams.hand_in(learner.pk, attempt.pk)

    def test_score_key_and_evidence(self, browser: Client, learner: User, attempt: Attempt) -> None:
        self.hand_in(learner, attempt, 3)
        page = text(browser, url(attempt, "result"))

        assert "50%" in page
        assert "没答对的 3 题" in page
        assert "答对的 3 题" in page
        assert "有 2 题没答，算错" in page
        assert page.count("正确答案") == 6
        assert page.count('class="evidence"') == 6
        assert "这是第一次" in page

    def test_each_question_can_be_kept_noted_and_reported_and_never_before(
        self, browser: Client, learner: User, attempt: Attempt
    ) -> None:
        kept = [reverse("keep", args=[r.revision.question_id]) for r in paper(attempt)]
        for name in ("sheet", "hand_in"):
            assert "/questions/" not in text(browser, url(attempt, name))
        assert "/questions/" not in text(browser, url(attempt, "question", 1))
        answered(learner, attempt, timezone.now(), right_ones=2)
        exams.hand_in(learner.pk, attempt.pk)

        page = text(browser, url(attempt, "result"))
        assert [page.count(f'href="{link}"') for link in kept] == [1] * len(kept)
        assert reverse("way_mistakes") in page
        assert "收藏这题" in text(browser, kept[0])

    def test_sentences_are_not_glued_with_a_space_in_chinese_only(
        self, browser: Client, attempt: Attempt
    ) -> None:
        exams.hand_in(attempt.learner_id, attempt.pk)

        assert "下次考完会和这次比。有 6 题没答" in text(browser, url(attempt, "result"))
        english = text(browser, url(attempt, "result"), **{"Accept-Language": "en"})
        assert re.search(r"compared with it\.\s+6 questions", english)

    def test_it_is_compared_with_earlier_ones(
        self, browser: Client, learner: User, document: Document
    ) -> None:
        course(document)
        pages = []
        for right_ones in (4, 2, 5):
            attempt = exams.open_exam(learner, document)
            self.hand_in(learner, attempt, right_ones)
            pages.append(text(browser, url(attempt, "result")))

        assert "最好的一次" in pages[1]
        assert "答对 4 / 6 题" in pages[1]
        assert "这是你最好的一次" in pages[2]
        assert "答对 2 / 6 题" in pages[2]

    def test_every_kind_is_shown_with_what_was_given(self, browser: Client, learner: User) -> None:
        lesson = LessonFactory(body="义乌" * 40)
        for number, kind in enumerate(KINDS):
            ask(lesson, number, kind)
        attempt = exams.open_exam(learner, lesson.document)
        for response in paper(attempt):
            answer = wrong(response.revision)
            exams.save_answer(learner, attempt.pk, response.position, answer)
        exams.hand_in(learner.pk, attempt.pk)

        assert text(browser, url(attempt, "result")).count("你的回答") == len(KINDS)

    def test_there_is_none_before_the_end(self, browser: Client, attempt: Attempt) -> None:
        page = browser.get(url(attempt, "result"))

        assert page.headers["Location"] == url(attempt, "attempt")


class TestWhoseExam:
    @pytest.mark.parametrize("name", ["attempt", "sheet", "hand_in", "result", "question"])
    def test_the_exam_of_another_is_not_there(self, attempt: Attempt, name: str) -> None:
        client = Client()
        client.force_login(UserFactory())
        page = url(attempt, name, *([1] if name == "question" else []))

        assert client.get(page).status_code == 404
        if name in {"hand_in", "question"}:
            assert client.post(page, {"go": "time-up"}).status_code == 404
            assert client.post(page).status_code == 404

    def test_practice_does_not_show_or_grade_an_exam(
        self, browser: Client, attempt: Attempt
    ) -> None:
        assert browser.get(question_url(attempt)).status_code == 404
        assert browser.post(question_url(attempt), given(attempt)).status_code == 404
        assert browser.get(reverse("result", args=[attempt.pk])).status_code == 404


def test_times_are_words_or_a_clock() -> None:
    at = datetime(2024, 6, 1, tzinfo=timezone.get_default_timezone())
    assert [left(at + timedelta(seconds=s), at) for s in (-5, 65, 3725)] == [
        "0:00",
        "1:05",
        "1:02:05",
    ]
    assert [to_the_second(timedelta(seconds=s)) for s in (9, 65)] == ["9 秒", "1 分 5 秒"]
