"""What a visitor answered at the front door is theirs once they have an account, and once only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes import mistakes, trial
from quizzes.judging import AnswerRefused
from quizzes.models import Attempt, Card, Day, Fact, Question, Response, Revision, User
from quizzes.trial import Session
from tests.factories import PublishedQuestionFactory, UserFactory, noon
from tests.kinds import right, wrong
from tests.test_grading import at_once


@pytest.fixture
def question(db: None) -> Question:
    return PublishedQuestionFactory(fact__importance=3)


@pytest.fixture
def revision(question: Question) -> Revision:
    found = trial.question()
    assert found is not None
    return found


class TestWaiting:
    def test_an_answer_waits_and_then_counts_like_any_other(
        self, revision: Revision, learner: User
    ) -> None:
        session: Session = {}
        trial.answer(session, revision, right(revision), noon(1))

        assert trial.take_over(session, learner, noon(1) + timedelta(minutes=5)) == 1
        response = Response.objects.get()
        assert (response.given, response.is_correct) == (right(revision), True)
        assert response.attempt.submitted_at
        assert response.attempt.correct == 1
        assert response.attempt.opened_at == noon(1)
        assert Card.objects.get().reps == 1
        assert (Day.objects.get().answers, Day.objects.get().met) == (1, 1)
        assert not session

    def test_a_wrong_one_enters_memory_and_the_book_of_mistakes(
        self, revision: Revision, learner: User
    ) -> None:
        session: Session = {}
        trial.answer(session, revision, wrong(revision), noon(1))
        trial.take_over(session, learner, noon(1))

        assert Response.objects.get().is_correct is False
        assert Card.objects.get().due is not None
        assert [one.fact for one in mistakes.in_book(learner, Fact.objects.get().document)]

    def test_the_first_answer_counts(self, revision: Revision, learner: User) -> None:
        session: Session = {}
        trial.answer(session, revision, wrong(revision), noon(1))
        shown = trial.answer(session, revision, right(revision), noon(1))
        trial.take_over(session, learner, noon(1))

        assert shown.is_correct is False
        assert Response.objects.get().is_correct is False

    def test_what_is_no_answer_does_not_wait(self, revision: Revision) -> None:
        session: Session = {}
        with pytest.raises(AnswerRefused):
            trial.answer(session, revision, "")
        assert not session

    def test_taking_over_twice_is_once(self, revision: Revision, learner: User) -> None:
        session: Session = {}
        trial.answer(session, revision, right(revision), noon(1))
        again = dict(session)

        assert trial.take_over(session, learner) == 1
        assert trial.take_over(session, learner) == 0
        assert trial.take_over(again, learner) == 0
        assert Day.objects.get().answers == 1

    def test_a_question_that_is_gone_is_let_go(self, revision: Revision, learner: User) -> None:
        session: Session = {}
        trial.answer(session, revision, right(revision), noon(1))
        Fact.objects.update(retired_at=timezone.now())

        assert trial.take_over(session, learner) == 0
        assert not Attempt.objects.exists()

    @pytest.mark.django_db
    def test_a_session_holds_five_at_most(self) -> None:
        session: Session = {}
        for _ in range(7):
            other = PublishedQuestionFactory().revisions.get()
            trial.answer(session, other, right(other))
        assert len(session[trial.WAITING]) == 5


def test_two_sign_in_at_once_and_it_counts_once(transactional_db: None) -> None:
    learner, revision = UserFactory(), PublishedQuestionFactory().revisions.get()
    session: Session = {}
    trial.answer(session, revision, right(revision), noon(1))
    counted = at_once(*[lambda: trial.take_over(dict(session), learner)] * 4)

    assert sorted(counted) == [0, 0, 0, 1]
    assert Card.objects.get().reps == 1
