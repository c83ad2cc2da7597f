"""A day holds only so much, and reviews go to the days that hold least."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from quizzes.days import local_day
from quizzes.grading import answer
from quizzes.models import Card, Day, Lesson, Option, User
from quizzes.practice import open_attempt, paper
from quizzes.progress import today
from quizzes.workload import Plan, near, plan, quietest, settle
from tests.factories import (
    CardFactory,
    DayFactory,
    PublishedQuestionFactory,
    UserFactory,
    noon,
)

NOW = noon(1)


def due_in(learner: User, days: int, **fields: object) -> Card:
    return CardFactory(
        learner=learner, mastered=True, due=NOW + timedelta(days=days), last_review=NOW, **fields
    )


def days_ahead(card: Card) -> int:
    assert card.due is not None
    return (card.due - NOW).days


class TestQuietDays:
    def test_a_review_goes_to_the_day_with_the_least_to_do(self, learner: User) -> None:
        card = due_in(learner, 10)
        for days in (8, 9, 10, 12):
            due_in(learner, days)
        settle(card, learner, NOW)
        assert days_ahead(card) == 11

    def test_only_the_learners_own_days_count(self, learner: User) -> None:
        card = due_in(learner, 10)
        for days in (8, 9, 10, 12):
            due_in(learner, days)
        for _ in range(3):
            due_in(UserFactory(), 11)
        settle(card, learner, NOW)
        assert days_ahead(card) == 11

    def test_days_are_those_of_the_learners_time_zone(self, learner: User) -> None:
        learner.time_zone = "America/New_York"
        card = due_in(learner, 10)
        busy = {8, 9, 10, 12}
        for days in busy:
            late = (NOW + timedelta(days=days)).astimezone(ZoneInfo(learner.time_zone))
            CardFactory(learner=learner, mastered=True, due=late.replace(hour=23, minute=50))
        settle(card, learner, NOW)
        assert days_ahead(card) == 11

    def test_the_same_answer_always_gets_the_same_day(self, learner: User) -> None:
        card = due_in(learner, 30)
        settle(card, learner, NOW)
        first, card.due = card.due, NOW + timedelta(days=30)
        settle(card, learner, NOW)
        assert card.due == first

    def test_facts_learnt_together_do_not_all_come_back_together(self, learner: User) -> None:
        for _ in range(10):
            card = due_in(learner, 10)
            settle(card, learner, NOW)
            card.save()
        days = [days_ahead(card) for card in Card.objects.all()]
        assert {days.count(day) for day in near(10)} == {2}

    @pytest.mark.parametrize("days", [1, 2])
    def test_a_short_wait_stays_as_it_is(self, days: int, learner: User) -> None:
        card = due_in(learner, days)
        with CaptureQueriesContext(connection) as queries:
            settle(card, learner, NOW)
        assert days_ahead(card) == days
        assert len(queries) == 0

    def test_what_was_missed_waits_for_no_quiet_day(self, learner: User) -> None:
        card = CardFactory(learner=learner, learning=True, due=NOW + timedelta(days=1))
        settle(card, learner, NOW)
        assert days_ahead(card) == 1

    @pytest.mark.parametrize("others", [1, 60])
    def test_it_takes_one_query_however_many_cards_there_are(
        self, others: int, learner: User
    ) -> None:
        card = due_in(learner, 100)
        for number in range(others):
            due_in(learner, 95 + number % 10)
        with CaptureQueriesContext(connection) as queries:
            settle(card, learner, NOW)
        assert len(queries) == 1

    @given(st.integers(3, 36_500))
    def test_no_wait_is_stretched_or_cut_by_more_than_fsrs_allows(self, days: int) -> None:
        window = near(days)
        assert days in window
        assert window[0] >= 2
        assert window[-1] - days <= 1.5 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * days

    @given(st.dictionaries(st.integers(1, 400), st.integers(0, 50), min_size=1), st.text())
    def test_the_day_chosen_is_never_busier_than_another(
        self, loads: dict[int, int], seed: str
    ) -> None:
        assert loads[quietest(loads, seed)] == min(loads.values())


class TestPlan:
    def test_reviews_come_first_and_new_facts_fill_up_to_the_goal(self, learner: User) -> None:
        assert plan(learner, None, steps=0, reviews=5, new=50) == Plan(reviews=5, new=10)
        assert plan(learner, None, steps=0, reviews=25, new=50) == Plan(reviews=25, new=5)

    def test_a_day_holds_three_goals_and_the_others_wait(self, learner: User) -> None:
        assert plan(learner, None, steps=2, reviews=42, new=50) == Plan(
            steps=2, reviews=30, new=0, waiting=12
        )

    @pytest.mark.parametrize(("goal", "holds"), [(5, 15), (20, 60)])
    def test_the_day_follows_the_goal(self, goal: int, holds: int) -> None:
        learner = UserFactory.build(daily_goal=goal)
        planned = plan(learner, None, steps=0, reviews=100, new=100)
        assert (planned.reviews, planned.waiting) == (holds, 100 - holds)

    def test_what_was_done_today_is_taken_off(self, learner: User) -> None:
        day = DayFactory.build(learner=learner, met=4, reviewed=20)
        assert plan(learner, day, steps=0, reviews=3, new=50) == Plan(reviews=3, new=3)
        assert plan(learner, day, steps=0, reviews=9, new=50) == Plan(reviews=6, waiting=3)

    @given(
        steps=st.integers(0, 99),
        reviews=st.integers(0, 999),
        new=st.integers(0, 999),
        met=st.integers(0, 99),
        reviewed=st.integers(0, 99),
    )
    def test_nothing_is_lost_and_nothing_is_too_much(
        self, steps: int, reviews: int, new: int, met: int, reviewed: int
    ) -> None:
        learner = UserFactory.build()
        day = DayFactory.build(learner=learner, met=met, reviewed=reviewed)
        planned = plan(learner, day, steps=steps, reviews=reviews, new=new)
        assert planned.reviews + planned.waiting == reviews
        assert 0 <= planned.new <= new
        assert planned.reviews + planned.new <= max(0, 30 - met - reviewed)


class TestCounting:
    def test_the_day_counts_facts_met_and_facts_reviewed(
        self, learner: User, lesson: Lesson
    ) -> None:
        _new, due, early = (PublishedQuestionFactory(fact__lesson=lesson) for _ in range(3))
        CardFactory(learner=learner, fact=due.fact, due_now=True, due=NOW)
        CardFactory(learner=learner, fact=early.fact, due_now=True, due=NOW + timedelta(days=3))
        attempt = open_attempt(learner, lesson.document, now=NOW)
        for response in paper(attempt):
            answer(learner, attempt.pk, response.position, key(response.fact_id), NOW)
        day = Day.objects.get(day=local_day(learner, NOW))
        assert (day.answers, day.met, day.reviewed) == (3, 1, 1)

    def test_today_shows_what_the_day_still_holds(self, learner: User, lesson: Lesson) -> None:
        learner.daily_goal = 5
        for _ in range(20):
            fact = PublishedQuestionFactory(fact__lesson=lesson).fact
            CardFactory(learner=learner, fact=fact, due_now=True, due=NOW)
        DayFactory(learner=learner, day=local_day(learner, NOW), reviewed=3)
        shown = today(learner, NOW)
        assert (shown.due, shown.waiting, shown.new_available) == (12, 8, 0)

    def test_a_review_takes_at_most_one_statement_more(self, learner: User, lesson: Lesson) -> None:
        question = PublishedQuestionFactory(fact__lesson=lesson)
        CardFactory(
            learner=learner,
            fact=question.fact,
            mastered=True,
            due=NOW,
            last_review=noon(1, month=5),
        )
        attempt = open_attempt(learner, lesson.document, now=NOW)
        given_key = key(question.fact_id)
        with CaptureQueriesContext(connection) as queries:
            answer(learner, attempt.pk, 1, given_key, NOW)
        assert len(queries) == 11


def key(fact: int) -> str:
    return str(Option.objects.get(question__fact=fact, is_key=True).code)
