"""A guest signs in to an account: nothing they did is lost, nothing there is overwritten."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quizzes import grading
from quizzes.days import streak_with
from quizzes.joining import count_streaks, join
from quizzes.models import Attempt, Card, Day, ExamRecord, Fact, LessonRead, Response, User
from quizzes.practice import paper
from tests.exams.helpers import handed_in
from tests.factories import (
    AttemptFactory,
    CardFactory,
    DayFactory,
    DocumentFactory,
    FactFactory,
    LessonReadFactory,
    PublishedQuestionFactory,
    ResponseFactory,
    UserFactory,
)

TODAY = date(2024, 6, 20)


@pytest.fixture
def guest(db: None) -> User:
    return UserFactory(guest=True)


def answered(learner: User, fact: Fact | None = None) -> Response:
    """A paper of the learner with one right answer, its card learnt."""
    question = fact.questions.first() if fact else None
    question = question or PublishedQuestionFactory(**({"fact": fact} if fact else {}))
    attempt = AttemptFactory(learner=learner, document=question.fact.document, finished=True)
    card = Card.objects.filter(learner=learner, fact=question.fact).first()
    card = card or CardFactory(learner=learner, fact=question.fact, mastered=True)
    return ResponseFactory(attempt=attempt, card=card, question=question, right=True)


def test_all_that_a_guest_did_becomes_the_accounts(guest: User, learner: User) -> None:
    response = answered(guest)
    read = LessonReadFactory(learner=guest, finished=True)
    DayFactory(learner=guest, day=TODAY, answers=3, facts=2)

    assert join(guest, learner) == 1
    assert User.objects.get() == learner
    assert Attempt.objects.get().learner == learner
    assert Card.objects.get().learner == learner
    assert Response.objects.get() == response
    assert LessonRead.objects.get(learner=learner).lesson == read.lesson
    assert Day.objects.get(learner=learner).facts == 2


def test_papers_on_a_course_that_the_account_practised_too_are_kept(
    guest: User, learner: User
) -> None:
    fact = FactFactory()
    AttemptFactory(learner=learner, document=fact.document)
    AttemptFactory(learner=learner, document=fact.document, mode="exam")
    response = answered(guest, fact)

    join(guest, learner)
    response.refresh_from_db()
    assert response.attempt.learner == learner


def test_of_two_open_exams_on_a_course_the_accounts_stays(guest: User, learner: User) -> None:
    mine = AttemptFactory(learner=learner, mode="exam")
    AttemptFactory(learner=guest, document=mine.document, mode="exam")
    done = AttemptFactory(learner=guest, document=mine.document, mode="exam", finished=True)

    join(guest, learner)
    assert set(Attempt.objects.all()) == {mine, done}


@pytest.mark.parametrize(("guests", "accounts"), [(9, 6), (6, 9)])
def test_the_better_exam_is_the_best_and_the_later_one_the_last(
    guest: User, learner: User, guests: int, accounts: int
) -> None:
    mine = handed_in(learner, DocumentFactory(), correct=accounts)
    other = handed_in(guest, mine.document, correct=guests)

    join(guest, learner)
    record = ExamRecord.objects.get()
    assert (record.learner, record.taken, record.last) == (learner, 2, other)
    assert record.best == (other if guests > accounts else mine)


def test_where_both_know_a_fact_the_accounts_memory_stays(guest: User, learner: User) -> None:
    fact = FactFactory()
    mine = CardFactory(learner=learner, fact=fact, mastered=True, stability=77.0)
    response = answered(guest, fact)

    join(guest, learner)
    response.refresh_from_db()

    assert Card.objects.get() == mine
    assert Card.objects.get().stability == 77.0
    assert response.card == mine
    assert response.attempt.learner == learner


def test_a_card_never_answered_gives_way_to_one_that_was(guest: User, learner: User) -> None:
    fact = FactFactory()
    waiting = ResponseFactory(
        attempt=AttemptFactory(learner=learner, document=fact.document),
        question=PublishedQuestionFactory(fact=fact),
    )
    response = answered(guest, fact)

    join(guest, learner)
    waiting.refresh_from_db()

    card = Card.objects.get()
    assert (card.learner, card.reps) == (learner, 3)
    assert {waiting.card, response.card} == {card}


def test_two_unanswered_cards_become_one(guest: User, learner: User) -> None:
    fact = FactFactory()
    mine, theirs = (CardFactory(learner=user, fact=fact) for user in (learner, guest))

    assert join(guest, learner) == 0
    assert list(Card.objects.all()) == [mine]
    assert not Card.objects.filter(pk=theirs.pk).exists()


def test_an_open_paper_can_be_gone_on_with(guest: User, learner: User) -> None:
    question = PublishedQuestionFactory()
    CardFactory(learner=learner, fact=question.fact, due_now=True)
    attempt = AttemptFactory(learner=guest, document=question.fact.document, size=1)
    ResponseFactory(attempt=attempt, question=question)
    join(guest, learner)

    key = str(paper(attempt)[0].revision.options[0]["id"])
    response, saved = grading.answer(learner, attempt.pk, 1, key)

    assert saved
    assert response.card.reps == 3


def test_counters_of_the_same_day_add_up_and_the_streak_goes_on(guest: User, learner: User) -> None:
    yesterday = TODAY - timedelta(days=1)
    DayFactory(learner=learner, day=yesterday, streak=6, answers=4, correct=3, facts=4)
    DayFactory(learner=guest, day=yesterday, answers=2, correct=1, seconds=30, facts=2)
    DayFactory(learner=guest, day=TODAY, streak=2, answers=5, facts=5)

    join(guest, learner)
    first, second = Day.objects.filter(learner=learner).order_by("day")

    assert (first.answers, first.correct, first.seconds, first.facts) == (6, 4, 150, 6)
    assert (second.answers, second.facts, second.streak) == (5, 5, 2)


def test_a_guests_day_after_the_accounts_lengthens_its_streak(guest: User, learner: User) -> None:
    for streak in range(1, 7):
        DayFactory(learner=learner, day=TODAY - timedelta(days=7 - streak), streak=streak)
    DayFactory(learner=guest, day=TODAY, streak=1)

    join(guest, learner)

    assert Day.objects.get(day=TODAY).streak == 7


def test_what_was_read_to_its_end_stays_read(guest: User, learner: User) -> None:
    read = LessonReadFactory(learner=learner, offset=7)
    LessonReadFactory(learner=guest, lesson=read.lesson, finished=True)

    join(guest, learner)

    kept = LessonRead.objects.get()
    assert (kept.offset, kept.finished_at is not None) == (7, True)


def test_others_keep_what_is_theirs(guest: User, learner: User, teacher: User) -> None:
    fact = FactFactory()
    other = answered(teacher, fact)
    answered(guest, fact)
    answered(learner, fact)

    join(guest, learner)
    other.refresh_from_db()

    assert other.attempt.learner == teacher
    assert other.card.learner == teacher


def test_a_guest_who_registered_meanwhile_is_not_taken_apart(guest: User, learner: User) -> None:
    answered(guest)
    User.objects.filter(pk=guest.pk).update(is_guest=False)

    assert join(guest, learner) == 0
    assert Attempt.objects.get().learner == guest


def test_joining_twice_is_joining_once(guest: User, learner: User) -> None:
    answered(guest)
    again = User.objects.get(pk=guest.pk)

    assert join(guest, learner) == 1
    assert join(again, learner) == 0
    assert Card.objects.count() == 1


def test_when_it_fails_nothing_has_moved(
    guest: User, learner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(guest)

    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("quizzes.joining.join_reads", fail)
    with pytest.raises(RuntimeError):
        join(guest, learner)

    assert Attempt.objects.get().learner == guest
    assert Card.objects.get().learner == guest


class TestStreaks(TestCase):
    @given(st.sets(st.integers(0, 30), min_size=1), st.sets(st.integers(0, 30)))
    def test_joined_days_count_as_if_one_person_had_learnt(
        self, guests: set[int], mine: set[int]
    ) -> None:
        guest, learner = UserFactory(guest=True), UserFactory()
        for user, days in ((guest, guests), (learner, mine)):
            for number in sorted(days):
                Day.objects.create(learner=user, day=TODAY + timedelta(days=number), streak=1)
            first = Day.objects.filter(learner=user).order_by("day").first()
            if first:
                count_streaks(user, first)
        join(guest, learner)

        learnt: dict[date, Day] = {}
        for number in sorted(guests | mine):
            day = TODAY + timedelta(days=number)
            learnt[day] = Day(day=day, streak=streak_with(day, learnt))
        streaks = {day.day: day.streak for day in Day.objects.filter(learner=learner)}
        assert streaks == {day.day: day.streak for day in learnt.values()}


def test_every_table_of_a_learner_is_carried(guest: User, learner: User) -> None:
    """What a later table says of a user is moved too, or falls away with a clash."""
    PublishedQuestionFactory(author=guest)

    join(guest, learner)

    assert not User.objects.filter(pk=guest.pk).exists()
    assert learner.questions.count() == 1
