"""A learner sees how far they are: by day, by lesson, and in what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quizzes import progress
from quizzes.models import Card, Day, Document, Fact, Lesson, Question, User
from quizzes.progress import count_answer
from tests.factories import (
    AttemptFactory,
    CardFactory,
    DayFactory,
    DocumentFactory,
    FactFactory,
    LessonFactory,
    LessonReadFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    QuestionFactory,
    ResponseFactory,
    UserFactory,
    ago,
    noon,
)

NOW = noon(20)
TODAY = date(2024, 6, 20)


def ask(lesson: Lesson) -> Fact:
    return PublishedQuestionFactory(fact__lesson=lesson).fact


def card(learner: User, fact: Fact, *, due_in: float, **fields: object) -> Card:
    """A card in review that is due in so many days from NOW."""
    due = NOW + timedelta(days=due_in)
    return CardFactory(learner=learner, fact=fact, mastered=True, due=due, **fields)


@contextmanager
def statements(number: int) -> Iterator[None]:
    with CaptureQueriesContext(connection) as queries:
        yield
    assert len(queries) == number, [query["sql"] for query in queries]


class TestDays:
    def test_answers_of_a_day_are_counted_as_they_come_in(self, learner: User) -> None:
        count_answer(learner, correct=True, seconds=10, now=NOW)
        day = count_answer(learner, correct=False, seconds=20, now=NOW)
        assert day == Day.objects.get()
        assert (day.day, day.answers, day.correct, day.seconds) == (TODAY, 2, 1, 30)

    def test_an_answer_without_a_time_counts_no_seconds(self, learner: User) -> None:
        assert count_answer(learner, correct=True, seconds=None, now=NOW).seconds == 0

    def test_a_streak_grows_by_one_a_day(self, learner: User) -> None:
        streaks = [
            count_answer(learner, correct=True, seconds=1, now=noon(d)).streak for d in (1, 2, 2, 3)
        ]
        assert streaks == [1, 2, 2, 3]

    def test_a_second_day_missed_in_a_week_begins_the_streak_anew(self, learner: User) -> None:
        days = (3, 4, 6, 8)  # from Monday, without Wednesday and Friday
        streaks = [count_answer(learner, correct=True, seconds=1, now=noon(d)).streak for d in days]
        assert streaks == [1, 2, 3, 1]

    def test_a_day_ends_at_midnight_where_the_learner_is(self, learner: User) -> None:
        before_midnight = datetime(2024, 6, 1, 15, 59, 59, tzinfo=UTC)
        count_answer(learner, correct=True, seconds=1, now=before_midnight)
        count_answer(learner, correct=True, seconds=1, now=before_midnight + timedelta(seconds=1))
        assert list(Day.objects.values_list("day", "streak").order_by("day")) == [
            (date(2024, 6, 1), 1),
            (date(2024, 6, 2), 2),
        ]

    @pytest.mark.django_db
    def test_the_same_moment_is_another_day_elsewhere(self) -> None:
        moment = datetime(2024, 6, 1, 20, tzinfo=UTC)
        zones = ("America/Los_Angeles", "UTC", "Asia/Shanghai", "Pacific/Kiritimati")
        days = [
            count_answer(UserFactory(time_zone=zone), correct=True, seconds=1, now=moment).day.day
            for zone in zones
        ]
        assert days == [1, 1, 2, 2]

    def test_a_clock_that_went_back_a_day_is_no_error(self, learner: User) -> None:
        count_answer(learner, correct=True, seconds=1, now=noon(2))
        assert count_answer(learner, correct=True, seconds=1, now=noon(1)).streak == 1
        assert count_answer(learner, correct=True, seconds=1, now=noon(2)).answers == 2

    def test_learners_have_their_own_days(self, learner: User, teacher: User) -> None:
        count_answer(learner, correct=True, seconds=1, now=NOW)
        assert count_answer(teacher, correct=True, seconds=1, now=NOW).answers == 1

    @pytest.mark.parametrize("days", [1, 200])
    def test_counting_takes_two_statements_after_any_history(
        self, days: int, learner: User
    ) -> None:
        for back in range(1, days + 1):
            DayFactory(learner=learner, day=TODAY - timedelta(days=back))
        with statements(2):
            count_answer(learner, correct=True, seconds=1, now=NOW)
        with statements(2):
            count_answer(learner, correct=True, seconds=1, now=NOW)


class TestCourse:
    def figures(self, learner: User | None, document: Document) -> list[tuple[int, ...]]:
        return [
            (p.facts, p.new, p.learning, p.mastered)
            for p in progress.course(learner, document, NOW)
        ]

    def test_facts_are_new_then_learnt_then_mastered(self, learner: User, lesson: Lesson) -> None:
        ask(lesson)
        CardFactory(learner=learner, fact=ask(lesson))
        CardFactory(learner=learner, fact=ask(lesson), learning=True)
        card(learner, ask(lesson), due_in=5)
        assert self.figures(learner, lesson.document) == [(4, 2, 1, 1)]
        (only,) = progress.course(learner, lesson.document, NOW)
        assert only.mastered_share == 0.25

    def test_a_mastered_fact_that_falls_due_is_to_be_learnt(
        self, learner: User, lesson: Lesson
    ) -> None:
        card(learner, ask(lesson), due_in=0)
        assert self.figures(learner, lesson.document) == [(1, 0, 1, 0)]

    def test_what_cannot_be_asked_counts_nowhere(self, learner: User, lesson: Lesson) -> None:
        FactFactory(lesson=lesson)
        QuestionFactory(fact__lesson=lesson)
        retired = PublishedQuestionFactory(fact__lesson=lesson, fact__retired=True).fact
        card(learner, retired, due_in=5)
        assert self.figures(learner, lesson.document) == [(0, 0, 0, 0)]
        assert progress.course(learner, lesson.document)[0].mastered_share == 0

    def test_a_fact_with_two_questions_counts_once(self, learner: User, lesson: Lesson) -> None:
        fact = ask(lesson)
        PublishedBlankFactory(fact=fact)
        card(learner, fact, due_in=5)
        assert self.figures(learner, lesson.document) == [(1, 0, 0, 1)]

    def test_cards_of_others_are_not_mine(
        self, learner: User, teacher: User, lesson: Lesson
    ) -> None:
        card(teacher, ask(lesson), due_in=5)
        assert self.figures(learner, lesson.document) == [(1, 1, 0, 0)]

    def test_a_visitor_sees_everything_new(self, teacher: User, lesson: Lesson) -> None:
        card(teacher, ask(lesson), due_in=5)
        assert self.figures(None, lesson.document) == [(1, 1, 0, 0)]

    def test_a_chapter_holds_what_is_under_it(self, learner: User, document: Document) -> None:
        chapter = LessonFactory(document=document)
        section = LessonFactory(document=document, parent=chapter)
        below = LessonFactory(document=document, parent=section)
        other = LessonFactory(document=document)
        card(learner, ask(below), due_in=5)
        for lesson in (chapter, section, other):
            ask(lesson)
        found = progress.course(learner, document, NOW)
        assert [p.lesson for p in found] == [chapter, section, below, other]
        assert [p.facts for p in found] == [3, 2, 1, 1]
        assert [p.mastered for p in found] == [1, 1, 1, 0]

    def test_a_lesson_that_left_the_text_is_not_shown(self, lesson: Lesson) -> None:
        lesson.retired_at = NOW
        lesson.save()
        assert progress.course(None, lesson.document) == []

    def test_a_lesson_is_unread_then_in_reading_then_read(
        self, learner: User, document: Document
    ) -> None:
        LessonFactory(document=document)
        LessonReadFactory(learner=learner, lesson=LessonFactory(document=document))
        LessonReadFactory(learner=learner, lesson=LessonFactory(document=document), finished=True)
        states = [p.read for p in progress.course(learner, document)]
        assert states == ["unread", "reading", "read"]

    @pytest.mark.parametrize(
        ("finished", "state"), [([], "unread"), ([0], "reading"), ([0, 1], "read")]
    )
    def test_a_heading_without_text_is_read_when_all_under_it_is(
        self, finished: list[int], state: str, learner: User, document: Document
    ) -> None:
        chapter = LessonFactory(document=document, body="")
        sections = [LessonFactory(document=document, parent=chapter) for _ in range(2)]
        for at in finished:
            LessonReadFactory(learner=learner, lesson=sections[at], finished=True)
        assert progress.course(learner, document)[0].read == state

    def test_a_chapter_whose_own_text_is_read_is_still_in_reading(
        self, learner: User, document: Document
    ) -> None:
        chapter = LessonFactory(document=document)
        LessonFactory(document=document, parent=chapter)
        LessonReadFactory(learner=learner, lesson=chapter, finished=True)
        assert progress.course(learner, document)[0].read == "reading"


class TestToday:
    def test_a_new_learner_is_sent_to_the_course(self, learner: User, lesson: Lesson) -> None:
        ask(lesson)
        today = progress.today(learner, NOW)
        assert (today.due, today.new_available, today.document) == (0, 1, lesson.document)
        assert (today.answered_today, today.streak, today.streak_alive) == (0, 0, False)
        assert (today.reading, today.unfinished) == (None, None)

    def test_a_course_without_questions_has_nothing_to_begin(
        self, learner: User, lesson: Lesson
    ) -> None:
        FactFactory(lesson=lesson)
        assert progress.today(learner).document is None

    def test_due_facts_say_where_to_begin(self, learner: User) -> None:
        first, second = LessonFactory(), LessonFactory()
        ask(first)
        card(learner, ask(first), due_in=1)
        card(learner, ask(second), due_in=-1)
        card(learner, ask(second), due_in=0)
        today = progress.today(learner, NOW)
        assert (today.due, today.new_available, today.document) == (2, 0, second.document)

    def test_without_due_facts_begin_with_what_is_being_read(self, learner: User) -> None:
        ask(LessonFactory())
        read = LessonReadFactory(learner=learner)
        ask(read.lesson)
        today = progress.today(learner, NOW)
        assert (today.reading, today.document) == (read, read.lesson.document)

    def test_a_lesson_read_to_its_end_is_no_longer_in_reading(self, learner: User) -> None:
        LessonReadFactory(learner=learner, finished=True)
        LessonReadFactory(learner=learner, lesson__retired_at=NOW)
        assert progress.today(learner).reading is None

    @pytest.mark.parametrize(
        ("back", "streak", "answered"), [(0, 5, 10), (1, 5, 0), (2, 5, 0), (3, 0, 0), (30, 0, 0)]
    )
    def test_a_streak_outlives_one_day_without_an_answer(
        self, back: int, streak: int, answered: int, learner: User
    ) -> None:
        for earlier in range(5):
            day = TODAY - timedelta(days=back + earlier)
            DayFactory(learner=learner, day=day, streak=5 - earlier)
        today = progress.today(learner, NOW)
        assert (today.streak, today.answered_today) == (streak, answered)
        assert today.streak_alive == (streak > 0)

    def test_an_open_paper_is_found(self, learner: User) -> None:
        attempt = AttemptFactory(learner=learner)
        ResponseFactory(attempt=attempt)
        assert progress.today(learner).unfinished == attempt


class TestOverview:
    def test_all_courses_add_up(self, learner: User) -> None:
        first, second = LessonFactory(), LessonFactory()
        below = LessonFactory(document=first.document, parent=first)
        ask(first)
        card(learner, ask(below), due_in=5)
        card(learner, ask(second), due_in=-1)
        overview = progress.overview(learner, now=NOW)
        assert (overview.facts, overview.new) == (3, 1)
        assert (overview.learning, overview.mastered) == (1, 1)
        assert [course.document for course in overview.courses] == [first.document, second.document]
        assert [course.mastered_share for course in overview.courses] == [0.5, 0]
        assert overview.mastered_share == 1 / 3
        one = progress.overview(learner, first.document, NOW)
        assert (one.facts, len(one.courses), one.weakest) == (2, 1, [])

    def test_fourteen_days_with_their_gaps(self, learner: User) -> None:
        DayFactory(learner=learner, day=TODAY, answers=4, correct=3, streak=2)
        DayFactory(learner=learner, day=TODAY - timedelta(days=13), answers=10, correct=5)
        DayFactory(learner=learner, day=TODAY - timedelta(days=29), answers=6, correct=1)
        DayFactory(learner=learner, day=TODAY - timedelta(days=30), answers=100)
        overview = progress.overview(learner, now=NOW)
        assert [day.day for day in overview.days] == [
            TODAY - timedelta(days=back) for back in range(13, -1, -1)
        ]
        assert [day.answers for day in overview.days] == [10, *[0] * 12, 4]
        assert overview.days[-1].accuracy == 0.75
        assert overview.days[5].accuracy is None
        month = overview.year.month
        assert (month.answers, month.accuracy, month.days) == (20, 0.45, 3)
        assert overview.year.streak == 2

    def test_who_never_answered_has_no_accuracy(self, learner: User) -> None:
        overview = progress.overview(learner, now=NOW)
        year = overview.year
        assert (year.month.answers, year.month.accuracy, year.streak) == (0, None, 0)
        assert (overview.facts, overview.weakest, overview.courses) == (0, [], [])

    def test_the_weakest_facts_are_those_most_likely_forgotten(
        self, learner: User, lesson: Lesson
    ) -> None:
        facts = [ask(lesson) for _ in range(14)]
        for days, fact in enumerate(facts[:12], start=1):
            last = NOW - timedelta(days=days)
            card(learner, fact, due_in=-0.1, stability=1.0, last_review=last, lapses=days)
        card(learner, facts[12], due_in=5)
        weakest = progress.overview(learner, now=NOW).weakest
        assert [weak.fact for weak in weakest] == facts[11:1:-1]
        assert weakest[0].lapses == 12
        assert weakest[0].lesson == lesson
        assert 0 < weakest[0].recall < weakest[-1].recall < 0.9

    def test_a_fact_just_answered_wrong_is_weak_though_it_was_just_shown(
        self, learner: User, lesson: Lesson
    ) -> None:
        wrong = CardFactory(learner=learner, fact=ask(lesson), learning=True)
        assert [weak.fact for weak in progress.overview(learner).weakest] == [wrong.fact]


class TestResult:
    def test_what_was_got_and_what_was_missed(self, learner: User, lesson: Lesson) -> None:
        attempt = AttemptFactory(learner=learner, document=lesson.document, finished=True)
        ResponseFactory(attempt=attempt, right=True)
        missed = ResponseFactory(attempt=attempt, wrong=True)
        result = progress.result(attempt)
        assert (result.total, result.correct, result.missed) == (2, 1, [missed])
        assert (result.previous, result.next_lesson) == (None, None)

    def test_the_last_time_is_the_last_finished_attempt_on_the_same(
        self, learner: User, lesson: Lesson
    ) -> None:
        scope = {"learner": learner, "document": lesson.document, "lesson": lesson}
        attempts = [
            AttemptFactory(**scope, submitted_at=ago(days=days), correct=1) for days in (3, 2, 1)
        ]
        AttemptFactory(**scope)
        AttemptFactory(**{**scope, "lesson": None}, submitted_at=ago(hours=1))
        AttemptFactory(**{**scope, "learner": UserFactory()}, submitted_at=ago(hours=1))
        assert progress.result(attempts[2]).previous == attempts[1]
        assert progress.result(attempts[0]).previous is None

    def test_the_next_lesson_stands_after_all_that_was_practised(
        self, learner: User, document: Document
    ) -> None:
        chapter = LessonFactory(document=document)
        section = LessonFactory(document=document, parent=chapter)
        LessonFactory(document=document, body="")
        following = LessonFactory(document=document)
        attempts = [
            AttemptFactory(learner=learner, document=document, lesson=lesson)
            for lesson in (chapter, section, following)
        ]
        found = [progress.result(attempt).next_lesson for attempt in attempts]
        assert found == [following, following, None]


def much(learner: User, count: int) -> Document:
    """A course of so many lessons, each read, with facts in every state, days and attempts."""
    document = DocumentFactory()
    root = LessonFactory(document=document)
    lessons = [LessonFactory(document=document, parent=root) for _ in range(max(count // 10, 1))]
    for number in range(count):
        lesson = lessons[number % len(lessons)]
        fact = FactFactory(lesson=lesson)
        QuestionFactory(fact=fact, status=Question.Status.PUBLISHED, revision=1)
        state = ("due_now", "mastered", "learning")[number % 3]
        CardFactory(learner=learner, fact=fact, **{state: True})
        DayFactory(learner=learner, day=timezone.localdate() - timedelta(days=number))
    question = PublishedQuestionFactory(fact__lesson=root)
    for _ in range(count):
        attempt = AttemptFactory(learner=learner, document=document, lesson=root)
        ResponseFactory(attempt=attempt, question=question)
    for lesson in lessons:
        LessonReadFactory(learner=learner, lesson=lesson)
    return document


@pytest.mark.parametrize("count", [1, 200])
def test_every_page_takes_the_same_statements_after_any_history(count: int, learner: User) -> None:
    document = much(learner, count)
    if count > 1:
        LessonFactory()
    with statements(3):
        found = progress.course(learner, document)
        assert all(p.lesson.heading for p in found)
    with statements(2):
        progress.course(None, document)
    with statements(6):
        today = progress.today(learner)
        assert today.document
        assert today.reading
        assert today.reading.lesson.document.title
        assert today.unfinished
        assert today.unfinished.document.title
    with statements(8):
        overview = progress.overview(learner)
        assert all(weak.fact.evidence and weak.lesson.heading for weak in overview.weakest)
        assert len(overview.weakest) == min(count, 10)
    with statements(7):
        progress.overview(learner, document)


@pytest.mark.parametrize("count", [1, 20])
def test_a_result_takes_the_same_statements_for_any_paper(count: int, learner: User) -> None:
    lesson = LessonFactory()
    attempt = AttemptFactory(
        learner=learner, document=lesson.document, lesson=lesson, finished=True
    )
    for _ in range(count):
        ResponseFactory(attempt=attempt, wrong=True)
    with statements(4):
        result = progress.result(attempt)
        assert all(missed.revision.stem and missed.fact.lesson for missed in result.missed)
