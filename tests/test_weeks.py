"""A year, a week and the days to come, as a learner sees them added up."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from quizzes import weeks
from quizzes.forecast import forecast
from quizzes.models import Document, Fact, Lesson, User
from quizzes.weeks import NoSuchWeek, first_day, name_of, week
from quizzes.year import WEEKS, by_kind, year
from tests.factories import CardFactory, DayFactory, PublishedQuestionFactory, UserFactory, noon

NOW = noon(20)  # a Thursday
TODAY = date(2024, 6, 20)
DAY = timedelta(days=1)


def ask(lesson: Lesson) -> Fact:
    return PublishedQuestionFactory(fact__lesson=lesson).fact


class TestYear:
    def test_it_begins_on_a_monday_and_ends_today(self, learner: User) -> None:
        found = year(learner, TODAY)
        assert found.days[0].day.weekday() == 0
        assert found.days[-1].day == TODAY
        assert len(found.days) == (WEEKS - 1) * 7 + 4
        assert (found.streak, found.sums.answers, found.by_item) == (0, 0, [])

    def test_it_adds_up_what_is_in_it_and_no_more(self, learner: User) -> None:
        first = year(learner, TODAY).days[0].day
        DayFactory(learner=learner, day=first - DAY, answers=100)
        DayFactory(learner=learner, day=first, answers=10, correct=4, seconds=50)
        DayFactory(learner=learner, day=TODAY, answers=6, correct=6, seconds=70)
        DayFactory(learner=UserFactory(), day=TODAY, answers=1000)
        found = year(learner, TODAY)
        assert (found.sums.days, found.sums.answers, found.sums.seconds) == (2, 16, 120)
        assert (found.month.answers, found.month.accuracy) == (6, 1)

    def test_accuracy_by_kind_in_the_order_of_the_kinds(self, learner: User) -> None:
        DayFactory(
            learner=learner, day=TODAY, kinds={"fact.date": [2, 1], "item.fill_blank": [2, 0]}
        )
        DayFactory(
            learner=learner,
            day=TODAY - DAY,
            kinds={"item.single_choice": [4, 3], "item.fill_blank": [2, 1], "item.gone": [9, 9]},
        )
        found = year(learner, TODAY)
        assert [(kind.label, kind.answers, kind.accuracy) for kind in found.by_item] == [
            ("单选题", 4, 0.75),
            ("填空题", 4, 0.25),
        ]
        assert [(kind.label, kind.accuracy) for kind in found.by_fact] == [("时间", 0.5)]
        assert by_kind([], "item") == []


class TestForecast:
    def days(self, learner: User, document: Document) -> list[int]:
        return [day.facts for day in forecast(learner, [document], NOW)]

    def test_fourteen_days_of_which_today_holds_what_is_late(
        self, learner: User, lesson: Lesson
    ) -> None:
        for days in (-30, 0, 0.2, 1, 13, 14):
            due = NOW + timedelta(days=days)
            CardFactory(learner=learner, fact=ask(lesson), mastered=True, due=due)
        assert self.days(learner, lesson.document) == [3, 1, *[0] * 11, 1]

    def test_a_day_ends_at_midnight_where_the_learner_is(self, lesson: Lesson) -> None:
        moment = datetime(2024, 6, 20, 20, tzinfo=ZoneInfo("UTC"))
        for zone, expected in (("UTC", [1, 0]), ("Asia/Shanghai", [0, 1])):
            learner = UserFactory(time_zone=zone)
            CardFactory(learner=learner, fact=ask(lesson), mastered=True, due=moment)
            assert self.days(learner, lesson.document)[:2] == expected

    def test_what_is_new_retired_or_of_others_is_not_due(
        self, learner: User, lesson: Lesson
    ) -> None:
        CardFactory(learner=learner, fact=ask(lesson))
        CardFactory(fact=ask(lesson), due_now=True)
        retired = PublishedQuestionFactory(fact__lesson=lesson, fact__retired=True).fact
        CardFactory(learner=learner, fact=retired, due_now=True)
        assert self.days(learner, lesson.document) == [0] * 14


class TestWeek:
    @given(st.dates(date(1000, 1, 1), date(9999, 12, 20)))
    def test_a_week_is_found_by_its_name(self, day: date) -> None:
        assert first_day(name_of(day)) <= day < first_day(name_of(day)) + 7 * DAY

    @given(st.text(max_size=12))
    def test_whatever_else_is_typed_is_no_week(self, name: str) -> None:
        with suppress(NoSuchWeek):
            assert name_of(first_day(name)) == name

    @pytest.mark.parametrize(
        "name",
        ["", "2024", "2024-W00", "2024-W53", "2024-W54", "0000-W01", "2024-W１２", "2024-W1"],
    )
    def test_these_are_no_weeks(self, name: str) -> None:
        with pytest.raises(NoSuchWeek):
            first_day(name)

    def test_it_is_compared_with_the_week_before(self, learner: User) -> None:
        monday = date(2024, 6, 17)
        DayFactory(learner=learner, day=monday - 8 * DAY, answers=500)
        DayFactory(learner=learner, day=monday - DAY, answers=10, correct=5, seconds=60)
        DayFactory(learner=learner, day=monday, answers=4, correct=3, met=2, mastered=1)
        found = week(learner, "2024-W25", NOW)
        assert (found.first, found.last) == (monday, monday + 6 * DAY)
        assert [day.answers for day in found.days] == [4, *[0] * 6]
        assert (found.sums.answers, found.sums.accuracy, found.sums.met) == (4, 0.75, 2)
        assert (found.before.answers, found.before.accuracy, found.before.days) == (10, 0.5, 1)
        assert (found.previous, found.next) == ("2024-W24", "")

    def test_weeks_lead_on_from_the_first_to_this_one(self, learner: User) -> None:
        DayFactory(learner=learner, day=TODAY - 14 * DAY)
        names = ["2024-W23", "2024-W24", "2024-W25"]
        found = [week(learner, name, NOW) for name in names]
        assert [(one.previous, one.next) for one in found] == [
            ("", names[1]),
            (names[0], names[2]),
            (names[1], ""),
        ]
        for name in ("2024-W22", "2024-W26"):
            with pytest.raises(NoSuchWeek):
                week(learner, name, NOW)

    def test_the_first_day_has_a_week_too(self, learner: User) -> None:
        found = week(learner, "2024-W25", NOW)
        assert (found.sums.answers, found.facts, found.previous, found.next) == (0, [], "", "")

    def test_it_names_what_was_mastered_in_it(self, learner: User, lesson: Lesson) -> None:
        midnight = datetime(2024, 6, 17, tzinfo=ZoneInfo("Asia/Shanghai"))
        moments = [midnight - timedelta(seconds=1), midnight, midnight + timedelta(days=7)]
        cards = [
            CardFactory(learner=learner, fact=ask(lesson), mastered=True, mastered_at=moment)
            for moment in moments
        ]
        CardFactory(fact=ask(lesson), mastered=True, mastered_at=midnight)
        assert week(learner, "2024-W25", NOW).facts == [cards[1]]

    @pytest.mark.parametrize("count", [1, 30])
    def test_it_takes_three_statements_and_shows_twenty_facts(
        self, count: int, learner: User, lesson: Lesson
    ) -> None:
        for number in range(count):
            CardFactory(learner=learner, fact=ask(lesson), mastered=True, mastered_at=NOW)
            DayFactory(learner=learner, day=TODAY - number * DAY, mastered=count)
        with CaptureQueriesContext(connection) as queries:
            found = weeks.week(learner, "2024-W25", NOW)
            assert all(card.fact.lesson.heading for card in found.facts)
        assert len(queries) == 3
        assert len(found.facts) == min(count, weeks.FACTS_SHOWN)
        assert found.more_facts == found.sums.mastered - len(found.facts)
