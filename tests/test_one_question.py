"""Practice of the one fact that a reader tapped."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Attempt, Question, User
from quizzes.one_question import next_wording, open_question
from quizzes.practice import NothingToPractise, paper
from quizzes.results import result
from tests.factories import (
    AttemptFactory,
    FactFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    ResponseFactory,
)


@pytest.fixture
def question(db: None) -> Question:
    return PublishedQuestionFactory()


def test_one_of_several_questions_can_be_asked_for(learner: User, question: Question) -> None:
    other = PublishedBlankFactory(fact=question.fact)
    for wanted in (other, question, other):
        wording = next_wording(question.fact, learner, wanted.pk)
        assert wording is not None
        assert wording.question == wanted
        attempt = open_question(learner, question.fact, preferred=wanted.pk)
        assert paper(attempt)[0].revision.question == wanted


def test_a_question_of_another_fact_is_not_asked_for_this_one(
    learner: User, question: Question
) -> None:
    other = PublishedQuestionFactory()
    wording = next_wording(question.fact, learner, other.pk)
    assert wording is not None
    assert wording.question == question
    attempt = open_question(learner, question.fact, preferred=other.pk)
    assert paper(attempt)[0].revision.question == question


def test_a_paper_of_this_one_question(learner: User, question: Question) -> None:
    PublishedQuestionFactory(fact__lesson=question.fact.lesson)
    attempt = open_question(learner, question.fact)

    assert [response.fact for response in attempt.responses.all()] == [question.fact]
    assert (attempt.size, attempt.lesson) == (1, question.fact.lesson)


def test_a_second_tap_finds_the_first(learner: User, question: Question) -> None:
    assert open_question(learner, question.fact) == open_question(learner, question.fact)


def test_another_fact_is_another_paper(learner: User, question: Question) -> None:
    other = PublishedQuestionFactory(fact__lesson=question.fact.lesson)

    assert open_question(learner, question.fact) != open_question(learner, other.fact)


def test_once_answered_the_fact_can_be_asked_again(learner: User, question: Question) -> None:
    first = open_question(learner, question.fact)
    first.responses.update(given="x", is_correct=True, answered_at=timezone.now())

    assert open_question(learner, question.fact) != first


def test_after_half_an_hour_it_is_a_new_paper(learner: User, question: Question) -> None:
    first = open_question(learner, question.fact)
    later = timezone.now() + timedelta(minutes=31)

    assert open_question(learner, question.fact, later) != first


def test_a_fact_without_a_question(learner: User) -> None:
    fact = FactFactory()

    assert next_wording(fact, learner) is None
    with pytest.raises(NothingToPractise):
        open_question(learner, fact)
    assert not Attempt.objects.exists()


def test_the_page_shows_the_question_that_will_be_asked(learner: User, question: Question) -> None:
    PublishedBlankFactory(fact=question.fact)
    attempt = open_question(learner, question.fact)
    card = attempt.responses.get().card
    card.last_question = question
    card.save()

    wording = next_wording(question.fact, learner)

    assert wording
    assert wording.kind == Question.Kind.FILL_BLANK


def test_one_question_is_not_what_a_paper_is_compared_with(
    learner: User, question: Question
) -> None:
    one = open_question(learner, question.fact)
    Attempt.objects.filter(pk=one.pk).update(submitted_at=timezone.now(), correct=1)
    lesson = question.fact.lesson
    whole = AttemptFactory(learner=learner, document=lesson.document, lesson=lesson)
    ResponseFactory(attempt=whole, revision=question.revisions.get())

    assert result(whole).previous is None
    assert result(one).previous is None
    assert result(one).again == 10
