"""A term and its meaning, and a learner's word on how well it went, in the same memory."""

import pytest

from quizzes import flashcards
from quizzes.flashcards import Faces, UnknownRating, faces, rate
from quizzes.grading import answer
from quizzes.models import Attempt, Card, Day, Fact, Lesson, Mistake, User
from quizzes.practice import paper
from quizzes.showing import answer_in_words
from quizzes.ways import open_way
from tests.factories import CardFactory, FactFactory, PublishedQuestionFactory, noon

NOW = noon(1)


@pytest.mark.parametrize(
    ("answer", "value", "front", "back"),
    [
        ("国之大者", "国之大者=国家面临的大局", "国之大者", "国家面临的大局"),
        ("国家面临的大局", "国家面临的大局=国之大者", "国之大者", "国家面临的大局"),
        ("所有权、使用权", "“三权分置”=使用权|所有权", "“三权分置”", "所有权、使用权"),
        ("“义新欧”中欧班列", "义新欧", "“义新欧”中欧班列", ""),
        ("“义新欧”", "“义新欧”", "“义新欧”", ""),
    ],
)
def test_the_term_is_the_front(answer: str, value: str, front: str, back: str) -> None:
    assert faces(Fact(answer=answer, value=value)) == Faces(front, back)


@pytest.fixture
def cards(learner: User, lesson: Lesson) -> Attempt:
    for _ in range(2):
        PublishedQuestionFactory(
            fact=FactFactory(lesson=lesson, kind="term", answer="国之大者", value="国之大者=大局")
        )
    PublishedQuestionFactory(fact__lesson=lesson)
    return open_way(learner, lesson.document, Attempt.Mode.CARDS, now=NOW)


def test_only_terms_are_cards(cards: Attempt) -> None:
    assert {response.fact.kind for response in paper(cards)} == {"term"}
    assert cards.responses.count() == 2


def test_a_rating_is_remembered_and_counted(learner: User, cards: Attempt) -> None:
    response, saved = rate(learner, cards.pk, 1, "good", NOW)
    assert saved
    assert (response.is_correct, answer_in_words(response)) == (True, "记得")
    card = Card.objects.get(pk=response.card_id)
    assert (card.state, card.reps) == (Card.State.REVIEW, 1)
    assert (Day.objects.get().answers, Day.objects.get().correct) == (1, 1)


def test_the_better_the_rating_the_later_it_comes_back(learner: User, lesson: Lesson) -> None:
    for _ in range(4):
        fact = FactFactory(lesson=lesson, kind="term")
        PublishedQuestionFactory(fact=fact)
        CardFactory(learner=learner, fact=fact, due_now=True)
    attempt = open_way(learner, lesson.document, Attempt.Mode.CARDS)
    due = [
        rate(learner, attempt.pk, position, rating)[0].card.due
        for position, rating in enumerate(("again", "hard", "good", "easy"), start=1)
    ]
    assert due == sorted(due)
    assert len(set(due)) == 4
    assert Card.objects.filter(lapses=1).count() == 1


def test_forgetting_is_no_mistake_of_the_book(learner: User, cards: Attempt) -> None:
    rate(learner, cards.pk, 1, "again", NOW)
    assert not Mistake.objects.exists()


def test_the_first_rating_counts(learner: User, cards: Attempt) -> None:
    rate(learner, cards.pk, 1, "again", NOW)
    response, saved = rate(learner, cards.pk, 1, "easy", NOW)
    assert (saved, response.given, Day.objects.get().answers) == (False, "again", 1)


def test_the_last_card_ends_the_sitting(learner: User, cards: Attempt) -> None:
    for position in (1, 2):
        rate(learner, cards.pk, position, "hard", NOW)
    cards.refresh_from_db()
    assert (cards.submitted_at, cards.correct) == (NOW, 2)


@pytest.mark.parametrize("rating", ["", "best", "1"])
def test_another_word_is_refused(learner: User, cards: Attempt, rating: str) -> None:
    with pytest.raises(UnknownRating):
        flashcards.rate(learner, cards.pk, 1, rating, NOW)
    assert not Day.objects.exists()


def test_a_card_is_not_answered_and_a_question_is_not_rated(
    learner: User, lesson: Lesson, cards: Attempt
) -> None:
    with pytest.raises(Attempt.DoesNotExist):
        answer(learner, cards.pk, 1, "good", NOW)
    questions = open_way(learner, lesson.document, Attempt.Mode.SEQUENCE)
    with pytest.raises(Attempt.DoesNotExist):
        rate(learner, questions.pk, 1, "good", NOW)
