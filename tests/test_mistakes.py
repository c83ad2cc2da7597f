"""A wrong answer enters the book of mistakes; two right ones on different days let it go."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quizzes import mistakes
from quizzes.grading import answer
from quizzes.models import Attempt, Mistake, Question, Response, User
from quizzes.practice import open_attempt, paper
from quizzes.ways import open_way
from tests.factories import (
    MistakeFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    UserFactory,
    noon,
)
from tests.kinds import right, wrong


def ask(learner: User, question: Question, now: datetime, *, correct: bool) -> Response:
    """The learner's answer to a paper of that fact."""
    attempt = open_attempt(learner, question.fact.document, question.fact.lesson, 5, now)
    (response,) = paper(attempt)
    told = right(response.revision) if correct else wrong(response.revision)
    return answer(learner, attempt.pk, 1, told, now)[0]


@pytest.fixture
def question(db: None) -> Question:
    return PublishedQuestionFactory()


def book(learner: User, question: Question) -> list[Mistake]:
    return list(mistakes.in_book(learner, question.fact.document))


def test_a_right_answer_enters_nothing(learner: User, question: Question) -> None:
    ask(learner, question, noon(1), correct=True)
    assert not Mistake.objects.exists()


def test_a_wrong_answer_enters_the_fact_with_its_question(
    learner: User, question: Question
) -> None:
    ask(learner, question, noon(1), correct=False)
    (mistake,) = book(learner, question)
    assert (mistake.fact, mistake.question) == (question.fact, question)


def test_two_right_answers_on_different_days_let_it_go(learner: User, question: Question) -> None:
    ask(learner, question, noon(1), correct=False)
    ask(learner, question, noon(2), correct=True)
    assert len(book(learner, question)) == 1
    ask(learner, question, noon(5), correct=True)
    assert book(learner, question) == []
    assert mistakes.left(learner, question.fact.document)[0].left_at == noon(5)


def test_two_right_answers_on_one_day_do_not(learner: User, question: Question) -> None:
    ask(learner, question, noon(1), correct=False)
    for minutes in range(3):
        ask(learner, question, noon(2) + timedelta(minutes=minutes), correct=True)
    assert len(book(learner, question)) == 1


def test_a_wrong_answer_between_them_starts_the_count_anew(
    learner: User, question: Question
) -> None:
    for day, correct in ((1, False), (2, True), (3, False), (4, True)):
        ask(learner, question, noon(day), correct=correct)
    assert len(book(learner, question)) == 1
    ask(learner, question, noon(5), correct=True)
    assert book(learner, question) == []


def test_a_day_is_the_learners_own(question: Question) -> None:
    """An hour apart, and midnight between them in Madrid, though not in China."""
    learner = UserFactory(time_zone="Europe/Madrid")
    midnight = datetime.fromisoformat("2024-06-02T00:00+02:00")
    ask(learner, question, midnight - timedelta(days=1), correct=False)
    ask(learner, question, midnight - timedelta(minutes=30), correct=True)
    ask(learner, question, midnight + timedelta(minutes=30), correct=True)
    assert book(learner, question) == []


def test_what_has_left_can_be_put_back(learner: User, question: Question) -> None:
    mistake = MistakeFactory(learner=learner, question=question, gone=True, right_on=noon(2))
    mistakes.put_back(learner, mistake.pk, noon(3))
    assert book(learner, question) == [mistake]
    ask(learner, question, noon(4), correct=True)
    assert len(book(learner, question)) == 1, "one right answer is not enough after that"


def test_nobody_puts_back_for_another(learner: User, question: Question) -> None:
    mistake = MistakeFactory(question=question, gone=True)
    with pytest.raises(Mistake.DoesNotExist):
        mistakes.put_back(learner, mistake.pk)


def test_the_way_asks_the_question_that_was_missed(learner: User, question: Question) -> None:
    PublishedBlankFactory(fact=question.fact)
    other = PublishedQuestionFactory(fact__lesson=question.fact.lesson)
    blank = question.fact.questions.get(kind="fill_blank")
    MistakeFactory(learner=learner, question=blank)
    MistakeFactory(learner=learner, question=other, gone=True)
    attempt = open_way(learner, question.fact.document, Attempt.Mode.MISTAKES)
    assert [one.revision.question for one in paper(attempt)] == [blank]


class TestAnyHistory(TestCase):
    @given(st.lists(st.tuples(st.booleans(), st.integers(0, 2)), min_size=1, max_size=12))
    def test_the_book_follows_the_rule(self, history: list[tuple[bool, int]]) -> None:
        """In the book: ever wrong, and since then not right on two days."""
        learner, question = UserFactory(), PublishedQuestionFactory()
        now, inside, days = noon(1), False, set[datetime]()
        for correct, later in history:
            now += timedelta(days=later)
            if correct:
                mistakes.note_right(learner, [question.fact_id], now)
                days.add(now)
                inside = inside and len(days) < 2
            else:
                mistakes.enter(learner, {question.fact_id: question.pk}, now)
                inside, days = True, set()
            assert bool(book(learner, question)) is inside
