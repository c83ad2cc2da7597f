"""Practice: start, one question a screen, the first answer counts, the result."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.judging import MAX_CHARACTERS
from quizzes.models import Attempt, Lesson, Question, User
from tests.factories import AttemptFactory, LessonFactory, PublishedQuestionFactory, UserFactory
from tests.views.helpers import HTMX, answers, key, opened, question_url, wrong

START = "/practice/"


class TestStart:
    def test_it_needs_an_account(self, visitor: Client) -> None:
        assert visitor.get(START).headers["Location"] == "/accounts/login/?next=/practice/"

    @pytest.mark.usefixtures("question")
    def test_it_offers_the_course_and_its_sections(self, browser: Client, lesson: Lesson) -> None:
        page = browser.get(f"{START}?scope=lesson-{lesson.pk}").content.decode()

        assert f'<option value="document-{lesson.document_id}">全部' in page
        assert f'<option value="lesson-{lesson.pk}" selected>' in page
        assert [f'value="{size}"' in page for size in (5, 10, 20)] == [True] * 3

    @pytest.mark.usefixtures("question")
    def test_it_opens_a_paper(self, browser: Client, lesson: Lesson) -> None:
        data = {"scope": f"lesson-{lesson.pk}", "size": "5"}
        page = browser.post(START, data, follow=True)

        attempt = Attempt.objects.get()
        assert attempt.lesson == lesson
        assert page.redirect_chain[-1][0] == question_url(attempt)

    @pytest.mark.usefixtures("question")
    def test_a_double_click_opens_one(self, browser: Client, lesson: Lesson) -> None:
        for _ in range(2):
            browser.post(START, {"scope": f"document-{lesson.document_id}", "size": "5"})

        assert Attempt.objects.count() == 1

    @pytest.mark.parametrize(
        "data",
        [{}, {"scope": "lesson-0", "size": "5"}, {"scope": "x", "size": "5"}, {"size": "7"}],
    )
    @pytest.mark.usefixtures("question")
    def test_a_forged_scope_is_a_message(self, browser: Client, data: dict[str, str]) -> None:
        response = browser.post(START, data)

        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
        assert not Attempt.objects.exists()

    def test_a_section_without_questions_is_a_message(
        self, browser: Client, question: Question
    ) -> None:
        empty = LessonFactory(document=question.fact.document)
        response = browser.post(START, {"scope": f"lesson-{empty.pk}", "size": "5"})

        assert response.status_code == 422
        assert "还没有可以练习的题目" in response.content.decode()

    def test_without_a_course_it_says_what_will_stand_here(self, browser: Client) -> None:
        assert "还没有题" in browser.get(START).content.decode()

    @pytest.mark.usefixtures("question")
    def test_what_was_not_finished_can_be_gone_on_with(
        self, browser: Client, learner: User, lesson: Lesson
    ) -> None:
        attempt = opened(learner, lesson)

        page = browser.get(START).content.decode()

        assert reverse("attempt", args=[attempt.pk]) in page
        assert "已答 0 / 5 题" in page


class TestQuestion:
    @pytest.fixture
    def attempt(self, learner: User, question: Question, blank: Question) -> Attempt:
        assert question.fact.lesson == blank.fact.lesson
        return opened(learner, question.fact.lesson)

    def test_it_shows_the_question_and_how_many_there_are(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        page = browser.get(question_url(attempt)).content.decode()

        assert question.stem in page
        assert "第 1 题，共 2 题" in page

    @pytest.mark.usefixtures("question", "blank")
    def test_the_key_is_not_in_the_page_before_the_answer(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        for position in (1, 2):
            page = browser.get(question_url(attempt, position)).content.decode()
            assert "is-key" not in page
            assert question.explanation not in page
            assert question.fact.evidence not in page
            assert "data-enter" not in page

    def test_seeing_it_starts_the_clock_once(self, browser: Client, attempt: Attempt) -> None:
        browser.get(question_url(attempt))
        first = answers(attempt)[0].shown_at
        browser.get(question_url(attempt))

        assert first
        assert answers(attempt)[0].shown_at == first

    def test_a_right_answer(self, browser: Client, attempt: Attempt, question: Question) -> None:
        response = browser.post(question_url(attempt), {"given": key(question)})
        page = browser.get(response.headers["Location"]).content.decode()

        assert response.status_code == 303
        assert "✓ 答对了" in page
        assert "✓ 你选的，对" in page
        assert "<mark>" in page
        assert answers(attempt)[0].is_correct is True

    def test_a_wrong_answer_shows_the_key_the_explanation_and_the_evidence(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        page = browser.post(
            question_url(attempt), {"given": wrong(question)}, follow=True
        ).content.decode()

        assert "✗ 答错了" in page
        assert "✗ 你选的" in page
        assert "✓ 正确答案" in page
        assert "国务院同意设立义乌综合保税区。</p>" in page
        assert "#mark" in page
        assert "下一题" in page

    def test_a_swap_gets_the_answer_alone(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        response = browser.post(question_url(attempt), {"given": key(question)}, headers=HTMX)
        page = response.content.decode().lstrip()

        assert response.status_code == 200
        assert page.startswith('<div id="answer">')
        assert "✓ 答对了" in page
        assert "HX-Request" in response.headers["Vary"]

    def test_going_on_by_swap_gets_the_next_panel(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        browser.post(question_url(attempt), {"given": key(question)})
        page = browser.get(reverse("attempt", args=[attempt.pk]), headers=HTMX, follow=True)

        assert page.redirect_chain[-1][0] == question_url(attempt, 2)
        assert "<title>" in page.content.decode()
        assert '<section id="panel"' in page.content.decode()
        assert "<html" not in page.content.decode()

    def test_the_first_answer_counts(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        browser.post(question_url(attempt), {"given": key(question)})
        page = browser.post(
            question_url(attempt), {"given": wrong(question)}, follow=True
        ).content.decode()

        assert "以第一次作答为准" in page
        assert "✓ 你选的，对" in page
        assert answers(attempt)[0].is_correct is True

    def test_an_answer_sent_twice_needs_no_word(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        for _ in range(2):
            page = browser.post(question_url(attempt), {"given": key(question)}, headers=HTMX)

        assert "✓ 答对了" in page.content.decode()
        assert "以第一次作答为准" not in page.content.decode()

    def test_another_tab_is_told_so_in_its_swap(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        browser.post(question_url(attempt), {"given": key(question)})
        page = browser.post(question_url(attempt), {"given": wrong(question)}, headers=HTMX)

        assert "以第一次作答为准" in page.content.decode()

    @pytest.mark.parametrize("given", [None, "", "0", "x", "1e9", "-1", "9" * 50])
    @pytest.mark.parametrize("headers", [{}, HTMX])
    def test_no_answer_or_a_forged_one_is_a_message_and_nothing_is_lost(
        self, browser: Client, attempt: Attempt, given: str | None, headers: dict[str, str]
    ) -> None:
        data = {} if given is None else {"given": given}
        response = browser.post(question_url(attempt), data, headers=headers)
        page = response.content.decode()

        assert response.status_code == 422
        assert "请先选择一个选项" in page
        assert page.count('type="radio"') == 4
        assert answers(attempt)[0].answered_at is None

    def test_a_text_that_is_too_long_is_kept_on_the_page(
        self, browser: Client, attempt: Attempt
    ) -> None:
        too_long = "长" * (MAX_CHARACTERS + 1)
        response = browser.post(question_url(attempt, 2), {"given": too_long})

        assert response.status_code == 422
        assert too_long in response.content.decode()

    def test_a_blank_is_typed(self, browser: Client, attempt: Attempt) -> None:
        asked = browser.get(question_url(attempt, 2)).content.decode()
        told = browser.post(question_url(attempt, 2), {"given": "１４"}, follow=True)

        assert 'inputmode="numeric"' in asked
        assert 'class="gap"' in asked
        assert "____" not in asked
        assert "✓ 答对了" in told.content.decode()

    def test_what_was_typed_is_shown_beside_the_answer(
        self, browser: Client, attempt: Attempt
    ) -> None:
        page = browser.post(question_url(attempt, 2), {"given": "<b>15"}, follow=True)

        assert "&lt;b&gt;15" in page.content.decode()
        assert "你填的" in page.content.decode()

    def test_the_last_answer_leads_to_the_result(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        browser.post(question_url(attempt, 2), {"given": "14"})
        page = browser.post(question_url(attempt, 1), {"given": key(question)}, headers=HTMX)

        assert "看结果" in page.content.decode()
        assert reverse("result", args=[attempt.pk]) in page.content.decode()

    @pytest.mark.parametrize("position", [0, 3, 10**20])
    def test_a_position_that_is_not_there_leads_to_the_next_that_is(
        self, browser: Client, attempt: Attempt, position: int
    ) -> None:
        response = browser.get(question_url(attempt, position))

        assert response.headers["Location"] == reverse("attempt", args=[attempt.pk])

    def test_an_answer_to_a_position_that_is_not_there_is_not_found(
        self, browser: Client, attempt: Attempt
    ) -> None:
        assert browser.post(question_url(attempt, 9), {"given": "1"}).status_code == 404

    def test_it_is_never_cached(self, browser: Client, attempt: Attempt) -> None:
        assert "no-store" in browser.get(question_url(attempt)).headers["Cache-Control"]


class TestSomebodyElse:
    @pytest.fixture
    def attempt(self, question: Question) -> Attempt:
        return opened(UserFactory(), question.fact.lesson)

    @pytest.mark.parametrize("name", ["attempt", "result"])
    def test_another_learners_attempt_is_not_found(
        self, browser: Client, attempt: Attempt, name: str
    ) -> None:
        assert browser.get(reverse(name, args=[attempt.pk])).status_code == 404

    def test_nor_is_their_question(
        self, browser: Client, attempt: Attempt, question: Question
    ) -> None:
        assert browser.get(question_url(attempt)).status_code == 404
        response = browser.post(question_url(attempt), {"given": key(question)}, headers=HTMX)
        assert response.status_code == 404
        assert answers(attempt)[0].answered_at is None

    def test_a_swap_after_the_session_has_ended_leads_to_sign_in(
        self, visitor: Client, attempt: Attempt
    ) -> None:
        url = question_url(attempt)
        response = visitor.post(
            url, {"given": "1"}, headers=HTMX | {"HX-Current-URL": f"http://testserver{url}"}
        )

        expected = f"/accounts/login/?next=%2Fpractice%2F{attempt.pk}%2F1%2F"
        assert response.headers["HX-Redirect"] == expected


class TestResult:
    def test_a_paper_whose_questions_are_gone_leads_to_a_new_one(
        self, browser: Client, learner: User
    ) -> None:
        attempt = AttemptFactory(learner=learner)
        response = browser.get(reverse("result", args=[attempt.pk]), follow=True)

        assert response.redirect_chain[-1][0] == START

    @pytest.mark.usefixtures("question")
    def test_before_the_end_it_leads_back(
        self, browser: Client, learner: User, lesson: Lesson
    ) -> None:
        attempt = opened(learner, lesson)
        response = browser.get(reverse("result", args=[attempt.pk]), follow=True)

        assert response.redirect_chain[-1][0] == question_url(attempt)

    @pytest.mark.usefixtures("question", "blank")
    def test_it_lists_what_was_missed(
        self, browser: Client, learner: User, lesson: Lesson, question: Question
    ) -> None:
        attempt = opened(learner, lesson)
        browser.post(question_url(attempt, 1), {"given": wrong(question)})
        browser.post(question_url(attempt, 2), {"given": "14"})

        page = browser.get(reverse("result", args=[attempt.pk])).content.decode()

        assert "错了 1 题" in page
        right = page.index("✓ 答对的 1 题")
        assert page.index(question.stem) < right < page.index("目前已开通运输线路")
        assert page.count("#mark") == 1
        assert "再来一组" in page

    @pytest.mark.usefixtures("question", "blank")
    def test_each_question_can_be_kept_noted_and_reported_right_or_missed(
        self, browser: Client, learner: User, lesson: Lesson, question: Question
    ) -> None:
        attempt = opened(learner, lesson)
        browser.post(question_url(attempt, 1), {"given": wrong(question)})
        browser.post(question_url(attempt, 2), {"given": "14"})
        page = browser.get(reverse("result", args=[attempt.pk])).content.decode()

        for answered in answers(attempt):
            link = reverse("keep", args=[answered.revision.question_id])
            assert page.count(f'href="{link}"') == 1
            assert "题目有误" in browser.get(link).content.decode()

    def test_all_right(
        self, browser: Client, learner: User, lesson: Lesson, question: Question
    ) -> None:
        attempt = opened(learner, lesson)
        browser.post(question_url(attempt), {"given": key(question)})

        assert "全对" in browser.get(reverse("result", args=[attempt.pk])).content.decode()

    def test_it_compares_with_my_last_time(
        self, browser: Client, learner: User, lesson: Lesson, question: Question
    ) -> None:
        AttemptFactory(
            learner=learner,
            document=lesson.document,
            lesson=lesson,
            finished=True,
            size=5,
            correct=3,
        )
        attempt = opened(learner, lesson)
        browser.post(question_url(attempt), {"given": key(question)})

        page = browser.get(reverse("result", args=[attempt.pk])).content.decode()

        assert "答对 3 / 5 题" in page

    def test_what_comes_next(
        self, browser: Client, learner: User, lesson: Lesson, question: Question
    ) -> None:
        after = PublishedQuestionFactory(fact__lesson__document=lesson.document).fact.lesson
        attempt = opened(learner, lesson)
        browser.post(question_url(attempt), {"given": key(question)})

        page = browser.get(reverse("result", args=[attempt.pk])).content.decode()

        assert "练习下一节" in page
        assert f'value="lesson-{after.pk}"' in page
