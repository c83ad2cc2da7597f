"""The day's goal: facts answered today, each once."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import progress
from quizzes.goals import Goal, UnknownGoal, set_goal
from quizzes.grading import answer
from quizzes.models import Attempt, Day, Lesson, User
from quizzes.practice import SIZES, open_attempt, paper
from tests.factories import CardFactory, DayFactory, PublishedQuestionFactory, noon

NOW = noon(20)


def answer_all(learner: User, attempt: Attempt, **later: float) -> None:
    for response in paper(attempt):
        given = str(response.revision.options[0]["id"])
        answer(learner, attempt.pk, response.position, given, NOW + timedelta(**later))


def test_a_fact_counts_once_a_day_however_often_it_is_answered(
    learner: User, lesson: Lesson
) -> None:
    PublishedQuestionFactory.create_batch(2, fact__lesson=lesson)
    for hours in (0, 1):
        attempt = open_attempt(learner, lesson.document, size=5, now=NOW + timedelta(hours=hours))
        answer_all(learner, attempt, hours=hours)

    day = Day.objects.get()
    assert (day.facts, day.answers) == (2, 4)
    assert progress.today(learner, NOW + timedelta(hours=2)).goal.done == 2


def test_the_same_fact_counts_again_the_next_day(learner: User, lesson: Lesson) -> None:
    PublishedQuestionFactory(fact__lesson=lesson)
    for days in (0, 1):
        attempt = open_attempt(learner, lesson.document, size=5, now=NOW + timedelta(days=days))
        answer_all(learner, attempt, days=days)

    assert [day.facts for day in Day.objects.all()] == [1, 1]


def test_yesterday_is_not_today(learner: User) -> None:
    DayFactory(learner=learner, day=NOW.date() - timedelta(days=1), facts=9)

    assert progress.today(learner, NOW).goal == Goal(done=0, size=10)


@pytest.mark.parametrize("goal", ["5", "10", "20"])
def test_a_goal_that_is_offered_is_saved(goal: str, learner: User) -> None:
    set_goal(learner, goal)
    learner.refresh_from_db()

    assert learner.daily_goal == int(goal)


@given(st.text().filter(lambda text: text not in {"5", "10", "20", "05", "010", "020"}))
def test_no_other_goal_is_taken(text: str) -> None:
    learner = User(daily_goal=10)
    if text.lstrip("0") in {"5", "10", "20"}:
        return
    with pytest.raises(UnknownGoal):
        set_goal(learner, text)
    assert learner.daily_goal == 10


@given(st.integers(0, 100), st.sampled_from(User.DailyGoal.values))
def test_the_practice_offered_reaches_the_goal(done: int, size: int) -> None:
    goal = Goal(done, size)

    assert goal.paper in SIZES
    assert goal.paper >= min(goal.left, max(SIZES))
    assert goal.reached == (done >= size)
    assert 0 <= goal.shown <= size


def test_who_was_away_for_weeks_begins_small(learner: User, lesson: Lesson) -> None:
    CardFactory(learner=learner, fact=PublishedQuestionFactory(fact__lesson=lesson).fact)
    DayFactory(learner=learner, day=NOW.date() - timedelta(days=21))
    today = progress.today(learner, NOW)

    assert (today.away, today.returning, today.paper) == (21, True, 5)


@pytest.mark.parametrize(("back", "returning"), [(0, False), (1, False), (7, False), (8, True)])
def test_a_week_is_no_absence(back: int, returning: bool, learner: User) -> None:
    DayFactory(learner=learner, day=NOW.date() - timedelta(days=back))

    assert progress.today(learner, NOW).returning == returning


def test_the_next_review_is_told_while_nothing_is_due(learner: User, lesson: Lesson) -> None:
    soon, later = (PublishedQuestionFactory(fact__lesson=lesson).fact for _ in range(2))
    CardFactory(learner=learner, fact=later, mastered=True, due=NOW + timedelta(days=9))
    CardFactory(learner=learner, fact=soon, mastered=True, due=NOW + timedelta(days=2))

    assert progress.today(learner, NOW).next_due == NOW + timedelta(days=2)
    assert progress.today(learner, NOW + timedelta(days=3)).next_due is None
