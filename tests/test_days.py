"""A streak outlives one day a week without an answer, and no more."""

from collections.abc import Iterable
from datetime import date, timedelta
from importlib import import_module

from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from quizzes.days import Learnt, count_answer, streak_alive, streak_with
from quizzes.grading import answer
from quizzes.models import Card, Day, User
from quizzes.practice import open_attempt
from tests.factories import CardFactory, DayFactory, PublishedBlankFactory, noon

MONDAY = date(2026, 12, 21)  # the weeks after it go over New Year and ISO week 53
DAY = timedelta(days=1)
days_learnt = st.sets(st.integers(0, 60), max_size=45).map(
    lambda numbers: [MONDAY + number * DAY for number in sorted(numbers)]
)


def streaks(learnt: Iterable[date]) -> dict[date, Day]:
    """The days as they are counted, one after another, from what is kept of the last two weeks."""
    days: dict[date, Day] = {}
    for today in learnt:
        kept = {day: row for day, row in days.items() if day >= last_monday_but_one(today)}
        days[today] = Day(day=today, streak=streak_with(today, kept))
    return days


def last_monday_but_one(day: date) -> date:
    return day - (day.weekday() + 7) * DAY


def by_definition(learnt: list[date]) -> int:
    """The longest run that ends on the last day and misses at most one day of each ISO week."""
    run = 1
    for size in range(2, len(learnt) + 1):
        begin, end = learnt[-size], learnt[-1]
        missed = [
            day.isocalendar()[:2]
            for day in (begin + number * DAY for number in range((end - begin).days))
            if day not in learnt
        ]
        if len(set(missed)) < len(missed):
            break
        run = size
    return run


def greedy(learnt: list[date]) -> int:
    """The same, when a run that broke begins anew on the day that it broke before."""
    begin, run = 0, 0
    for at in range(len(learnt)):
        run = at - begin + 1
        if by_definition(learnt[begin : at + 1]) < run:
            begin, run = at, 1
    return run


@given(days_learnt)
def test_a_streak_is_what_its_definition_says(learnt: list[date]) -> None:
    days = streaks(learnt)
    assert {day: row.streak for day, row in days.items()} == {
        day: greedy(learnt[: at + 1]) for at, day in enumerate(learnt)
    }


@given(days_learnt)
def test_a_streak_is_never_longer_than_the_longest_run(learnt: list[date]) -> None:
    for at, row in enumerate(streaks(learnt).values(), start=1):
        assert 1 <= row.streak <= by_definition(learnt[:at])


@given(days_learnt, st.integers(0, 10))
def test_a_streak_is_alive_while_an_answer_would_keep_it(learnt: list[date], later: int) -> None:
    today = (learnt[-1] if learnt else MONDAY) + later * DAY
    days = streaks(learnt)
    alive = streak_alive(today, days)
    if today in days:
        assert alive == days[today].streak
    else:
        assert streak_with(today, days) == alive + 1


def test_sunday_and_monday_are_free_days_of_two_weeks() -> None:
    saturday, tuesday = MONDAY + 5 * DAY, MONDAY + 8 * DAY
    assert streaks([saturday, tuesday])[tuesday].streak == 2


def test_two_days_of_one_week_break_it() -> None:
    assert streaks([MONDAY, MONDAY + 3 * DAY])[MONDAY + 3 * DAY].streak == 1
    apart = [MONDAY, MONDAY + 2 * DAY, MONDAY + 4 * DAY]
    assert [day.streak for day in streaks(apart).values()] == [1, 2, 1]


def test_a_gap_before_a_streak_began_does_not_count_against_it() -> None:
    """Tuesday and Wednesday broke the old streak; Friday is the free day of the new one."""
    learnt = [MONDAY, MONDAY + 3 * DAY, MONDAY + 5 * DAY]
    assert [day.streak for day in streaks(learnt).values()] == [1, 1, 2]


def test_kinds_and_facts_are_counted_on_the_day(learner: User) -> None:
    fact = PublishedBlankFactory(fact__kind="number").fact
    for number, given_text in enumerate(("2020年4月", "错", "2020年4月")):
        attempt = open_attempt(learner, fact.document, size=5, now=noon(number + 1))
        answer(learner, attempt.pk, 1, given_text, noon(number + 1))
    days = Day.objects.order_by("day")
    assert [day.kinds for day in days] == [
        {"item.fill_blank": [1, right], "fact.number": [1, right]} for right in (1, 0, 1)
    ]
    assert [(day.met, day.mastered) for day in days] == [(1, 1), (0, 0), (0, 0)]
    assert Card.objects.get().mastered_at == noon(1)


def test_answers_of_one_day_add_up(learner: User) -> None:
    for correct in (True, False, True):
        learnt = Learnt(("item.single_choice", "fact.date"), met=correct, mastered=correct)
        count_answer(learner, correct, 5, noon(1), learnt)
    day = Day.objects.get()
    assert day.kinds == {"item.single_choice": [3, 2], "fact.date": [3, 2]}
    assert (day.met, day.mastered, day.answers) == (2, 2, 3)


def test_days_to_come_do_not_count(learner: User) -> None:
    DayFactory(learner=learner, day=date(2024, 6, 2), streak=7)
    assert count_answer(learner, correct=True, seconds=1, now=noon(1)).streak == 1


def test_facts_mastered_before_it_was_noted_are_not_new_again(learner: User) -> None:
    known = CardFactory(learner=learner, mastered=True)
    learning = CardFactory(learner=learner, learning=True)
    import_module("quizzes.migrations.0006_when_facts_were_mastered").from_last_review(apps, None)
    known.refresh_from_db()
    learning.refresh_from_db()
    assert (known.mastered_at, learning.mastered_at) == (known.last_review, None)
