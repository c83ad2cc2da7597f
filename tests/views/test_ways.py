"""A page for each way: what it is, how much there is, and one button that goes on or begins."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Lesson, Mistake, Question, User
from tests.factories import (
    FactFactory,
    FavouriteFactory,
    LessonFactory,
    MistakeFactory,
    PublishedQuestionFactory,
    RecordFactory,
    ago,
)
from tests.views.helpers import HTMX, key, question_url, text, wrong

WAYS = ("practice", "sequence", "topic", "mistakes", "favourites", "challenge", "cards")
PAGES = [*WAYS, "sections"]
TOPIC = {"topic": "fact-date"}


def address(name: str) -> str:
    return reverse(f"way_{name}")


@pytest.mark.parametrize("name", PAGES)
class TestEveryWay:
    def test_it_needs_an_account(self, visitor: Client, name: str) -> None:
        page = visitor.get(address(name))
        assert page.headers["Location"] == f"/accounts/login/?next={address(name)}"

    def test_without_a_course_it_says_what_will_stand_here(
        self, browser: Client, name: str
    ) -> None:
        assert "还没有题" in text(browser, address(name))
        assert browser.post(address(name)).status_code in (200, 405)

    @pytest.mark.usefixtures("question")
    def test_it_hangs_from_practice(self, browser: Client, name: str) -> None:
        assert address(name) in text(browser, "/practice/")
        page = text(browser, address(name))
        assert page.count('aria-current="page"') == 1
        assert page.count("button primary") <= 1

    @pytest.mark.usefixtures("question")
    def test_another_course_can_be_chosen(self, browser: Client, name: str) -> None:
        other = PublishedQuestionFactory().fact.document
        page = text(browser, f"{address(name)}?course={other.pk}")
        assert re.search(rf'<option value="{other.pk}"\s+selected>', page)


@pytest.mark.parametrize("name", WAYS)
def test_a_press_opens_a_sitting_and_the_next_goes_on_with_it(
    browser: Client, learner: User, lesson: Lesson, name: str
) -> None:
    question = PublishedQuestionFactory(fact=FactFactory(lesson=lesson, kind="term"))
    PublishedQuestionFactory(fact__lesson=lesson)
    MistakeFactory(learner=learner, question=question)
    FavouriteFactory(learner=learner, question=question)
    data = {"course": str(lesson.document_id), **TOPIC}
    pages = [browser.post(address(name), data, follow=True) for _ in range(2)]

    attempt = Attempt.objects.get()
    assert attempt.mode == name
    assert {page.redirect_chain[-1][0] for page in pages} <= {
        question_url(attempt),
        reverse("card", args=[attempt.pk, 1]),
    }
    assert "接着" in text(browser, address(name)) or name == "topic"


@pytest.mark.parametrize("name", ["mistakes", "favourites", "cards"])
def test_where_there_is_nothing_a_press_is_a_message(
    browser: Client, question: Question, name: str
) -> None:
    page = browser.post(address(name))
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()


def test_a_forged_topic_is_a_message(browser: Client, question: Question) -> None:
    page = browser.post(address("topic"), {"topic": "fact-x"})
    assert page.status_code == 422
    assert "请选一类知识点" in page.content.decode()


def test_practice_says_how_much_there_is(
    browser: Client, learner: User, question: Question
) -> None:
    MistakeFactory(learner=learner, question=question)
    RecordFactory(learner=learner, document=question.fact.document, best=12)
    page = text(browser, "/practice/")
    assert "1 题" in page
    assert "最好 12 题" in page


class TestMistakes:
    def test_the_book_shows_the_sentence(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        MistakeFactory(learner=learner, question=question)
        page = text(browser, address("mistakes"))
        assert "错题 1 题" in page
        assert "<mark>" in page

    def test_a_wrong_answer_is_there_at_once(self, browser: Client, question: Question) -> None:
        browser.post(address("sequence"))
        attempt = Attempt.objects.get()
        browser.post(question_url(attempt), {"given": wrong(question)})
        assert "错题 1 题" in text(browser, address("mistakes"))

    def test_what_has_left_is_put_back(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        mistake = MistakeFactory(learner=learner, question=question, gone=True)
        page = text(browser, address("mistakes"))
        assert "放回错题本" in page
        browser.post(reverse("mistake_back", args=[mistake.pk]))
        assert "错题 1 题" in text(browser, address("mistakes"))

    def test_anothers_mistake_is_not_found(self, browser: Client, question: Question) -> None:
        mistake = MistakeFactory(question=question, gone=True)
        assert browser.post(reverse("mistake_back", args=[mistake.pk])).status_code == 404
        assert Mistake.objects.get().left_at

    def test_a_long_book_has_pages_within_its_course(
        self, browser: Client, learner: User, lesson: Lesson
    ) -> None:
        for _ in range(21):
            MistakeFactory(learner=learner, question=PublishedQuestionFactory(fact__lesson=lesson))
        page = text(browser, address("mistakes"))
        assert f'href="?course={lesson.document_id}&amp;page=2"' in page
        assert "上一页" in text(browser, f"{address('mistakes')}?page=2")


class TestChallenge:
    @pytest.fixture
    def run(self, browser: Client, question: Question) -> Attempt:
        PublishedQuestionFactory(fact__lesson=LessonFactory(document=question.fact.document))
        browser.post(address("challenge"))
        return Attempt.objects.get()

    def asked(self, run: Attempt, position: int) -> Question:
        return run.responses.get(position=position).revision.question

    def test_the_page_shows_the_clock_and_no_key(self, browser: Client, run: Attempt) -> None:
        page = text(browser, question_url(run))
        assert 'data-seconds="45"' in page
        assert "挑战 · 第 1 题" in page
        assert "is-key" not in page
        assert self.asked(run, 1).explanation not in page

    def test_a_right_answer_goes_on_and_a_wrong_one_ends(
        self, browser: Client, run: Attempt
    ) -> None:
        browser.get(question_url(run))
        page = browser.post(
            question_url(run), {"given": key(self.asked(run, 1))}, headers=HTMX
        ).content.decode()
        assert "下一题" in page
        browser.get(question_url(run, 2))
        page = browser.post(
            question_url(run, 2), {"given": wrong(self.asked(run, 2))}, headers=HTMX
        ).content.decode()
        assert "看结果" in page
        result = text(browser, reverse("result", args=[run.pk]))
        assert "这是你最好的成绩" in result
        assert "再挑战一次" in result

    def test_when_time_is_up_the_page_says_so_and_shows_no_options(
        self, browser: Client, run: Attempt
    ) -> None:
        browser.get(question_url(run))
        run.responses.update(shown_at=ago(minutes=2))
        page = text(browser, question_url(run))
        assert "时间到了" in page
        assert 'class="option"' not in page
        page = browser.post(question_url(run), {}, follow=True).content.decode()
        assert "✗ 时间到了" in page
        assert "答错了" not in page
        assert browser.get(reverse("result", args=[run.pk])).status_code == 200

    def test_nobody_is_listed_who_did_not_agree(
        self, browser: Client, learner: User, question: Question
    ) -> None:
        RecordFactory(learner=learner, document=question.fact.document, week_best=8)
        assert "本周还没有人公开成绩" in text(browser, address("challenge"))
        for on, shown in (("1", True), ("0", False)):
            browser.post(reverse("show_record"), {"on": on})
            assert ("连对 8 题" in text(browser, address("challenge"))) is shown


class TestCards:
    @pytest.fixture
    def card(self, browser: Client, lesson: Lesson) -> str:
        fact = FactFactory(
            lesson=lesson, kind="term", answer="国之大者", value="国之大者=国家面临的大局"
        )
        PublishedQuestionFactory(fact=fact)
        browser.post(address("cards"))
        return reverse("card", args=[Attempt.objects.get().pk, 1])

    def test_the_back_is_not_on_the_front(self, browser: Client, card: str) -> None:
        front = text(browser, card)
        assert "国之大者" in front
        assert "国家面临的大局" not in front
        assert "data-rating" not in front

    def test_turned_it_shows_meaning_evidence_and_four_ratings(
        self, browser: Client, card: str
    ) -> None:
        back = text(browser, f"{card}?turned=1")
        assert "国家面临的大局" in back
        assert "#mark" in back
        assert back.count("data-rating") == 4

    def test_a_rating_goes_on_to_the_end(self, browser: Client, card: str) -> None:
        page = browser.post(card, {"rating": "again"}, follow=True).content.decode()
        assert "忘了 1 张" in page
        assert "这张卡已经记下：忘了" in text(browser, card)

    def test_no_rating_is_a_message(self, browser: Client, card: str) -> None:
        page = browser.post(card, {})
        assert page.status_code == 422
        assert "请选一下记得怎么样" in page.content.decode()

    def test_a_question_page_of_cards_leads_to_the_card(self, browser: Client, card: str) -> None:
        attempt = Attempt.objects.get()
        assert browser.get(question_url(attempt)).headers["Location"] == card
        assert browser.post(question_url(attempt), {"given": "x"}).status_code == 404

    def test_anothers_card_is_not_found(self, browser: Client, teacher: User, card: str) -> None:
        Attempt.objects.update(learner=teacher)
        assert browser.get(card).status_code == 404
        assert browser.post(card, {"rating": "good"}).status_code == 404


def test_the_result_of_a_way_leads_back_to_it(browser: Client, question: Question) -> None:
    for name in ("sequence", "topic"):
        browser.post(address(name), TOPIC)
    for attempt in Attempt.objects.all():
        attempt.responses.update(is_correct=True, answered_at=timezone.now())
        Attempt.objects.filter(pk=attempt.pk).update(submitted_at=timezone.now(), correct=1)
        page = text(browser, reverse("result", args=[attempt.pk]))
        assert f'action="{address(attempt.mode)}"' in page
        assert page.count("button primary") == 1
