"""A fact comes back when its learner is about to forget it."""

from collections.abc import Callable
from datetime import timedelta
from statistics import mean

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from quizzes.models import Card, Document, Question, User
from quizzes.scheduling import due_count, due_filter, parameters_for, retrievability, review
from tests.factories import (
    CardFactory,
    FactFactory,
    MemoryParametersFactory,
    PublishedQuestionFactory,
    noon,
)

CHOICE, BLANK = Question.Kind.SINGLE_CHOICE, Question.Kind.FILL_BLANK
CHOSEN = (CHOICE, Question.Kind.TRUE_FALSE, Question.Kind.MULTIPLE_CHOICE)
MADE = (BLANK, Question.Kind.MATCHING, Question.Kind.ORDERING)
NOW = noon(1)


def answered(card: Card, *, correct: bool = True, kind: str = CHOICE, seconds: int = 8) -> Card:
    review(card, correct=correct, kind=kind, seconds=seconds, now=NOW)
    return card


def new_card() -> Card:
    return CardFactory.build(learner=None, fact=None)


def card_in_review() -> Card:
    return CardFactory.build(
        learner=None, fact=None, due_now=True, due=NOW, last_review=NOW - timedelta(days=3)
    )


def test_a_first_right_answer_puts_the_fact_in_review_for_days() -> None:
    card = answered(new_card())
    assert card.state == Card.State.REVIEW
    assert card.due == NOW + timedelta(days=4)
    assert card.last_review == NOW
    assert (card.reps, card.lapses, card.step) == (1, 0, None)


@pytest.mark.parametrize("kind", [CHOICE, BLANK])
def test_a_first_right_answer_counts_the_same_however_long_it_took(kind: str) -> None:
    assert answered(new_card(), kind=kind, seconds=600).state == Card.State.REVIEW


def test_a_first_wrong_answer_asks_again_the_next_day() -> None:
    card = answered(new_card(), correct=False)
    assert card.state == Card.State.LEARNING
    assert card.due == NOW + timedelta(days=1)
    assert card.lapses == 0, "what was never known is not forgotten"


def test_a_right_answer_after_the_wrong_one_ends_the_learning() -> None:
    card = answered(answered(new_card(), correct=False))
    assert card.state == Card.State.REVIEW
    assert card.due is not None
    assert card.due >= NOW + timedelta(days=1)


def test_the_longer_a_fact_is_known_the_later_it_comes_back() -> None:
    card = answered(card_in_review())
    assert card.due is not None
    assert card.due > NOW + timedelta(days=3)


def test_a_forgotten_fact_lapses_and_comes_back_the_next_day() -> None:
    card = answered(card_in_review(), correct=False)
    assert card.state == Card.State.RELEARNING
    assert card.due == NOW + timedelta(days=1)
    assert card.lapses == 1


@pytest.mark.parametrize("kind", CHOSEN)
def test_a_choice_that_was_searched_for_comes_back_sooner(kind: str) -> None:
    quick = answered(card_in_review(), kind=kind)
    slow = answered(card_in_review(), kind=kind, seconds=61)
    assert quick.due is not None
    assert slow.due is not None
    assert slow.due < quick.due


@pytest.mark.parametrize("kind", MADE)
def test_typing_or_arranging_slowly_is_not_held_against_anybody(kind: str) -> None:
    quick = answered(card_in_review(), kind=kind)
    assert answered(card_in_review(), kind=kind, seconds=300).due == quick.due


def stability(kind: str, card: Card, seconds: int = 20) -> float:
    return answered(card, kind=kind, seconds=seconds).stability or 0


@pytest.mark.parametrize("make", [new_card, card_in_review])
def test_what_was_typed_proves_more_than_what_was_chosen_and_that_more_than_true_or_false(
    make: Callable[[], Card],
) -> None:
    typed, chosen = stability(BLANK, make()), stability(CHOICE, make())
    assert typed > chosen > stability(Question.Kind.TRUE_FALSE, make()) > 0


@pytest.mark.parametrize("kind", Question.Kind.values)
def test_a_wrong_answer_is_wrong_in_every_kind(kind: str) -> None:
    card = answered(card_in_review(), correct=False, kind=kind)
    assert card.stability == answered(card_in_review(), correct=False).stability


def test_a_quick_typed_answer_counts_for_more_only_where_the_fact_is_strong() -> None:
    def strong() -> Card:
        card = card_in_review()
        card.stability = 30
        return card

    assert stability(BLANK, strong(), seconds=10) > stability(BLANK, strong(), seconds=11)
    assert stability(CHOICE, strong(), seconds=5) == stability(CHOICE, strong(), seconds=11)
    assert stability(BLANK, card_in_review(), seconds=5) == stability(BLANK, card_in_review())


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(Question.Kind.values), st.integers(0, 400)))
)
def test_any_history_leaves_a_card_that_is_due_later(
    answers: list[tuple[bool, str, int]],
) -> None:
    card, now = new_card(), NOW
    for correct, kind, days in answers:
        now += timedelta(days=days)
        review(card, correct=correct, kind=kind, seconds=None, now=now)
        assert card.due is not None
        assert card.due >= now + timedelta(days=1)
        assert card.stability is not None
        assert card.stability > 0


def test_parameters_of_the_learner_come_before_those_of_the_course(
    learner: User, document: Document
) -> None:
    assert parameters_for(learner, document) == DEFAULT_PARAMETERS
    course = MemoryParametersFactory(document=document, parameters=[*DEFAULT_PARAMETERS[:-1], 0.3])
    assert parameters_for(learner, document) == tuple(course.parameters)
    own = MemoryParametersFactory(learner=learner, parameters=[*DEFAULT_PARAMETERS[:-1], 0.2])
    assert parameters_for(learner, document) == tuple(own.parameters)


def test_parameters_decide_how_a_fact_is_forgotten() -> None:
    card = card_in_review()
    review(
        card,
        correct=True,
        kind=BLANK,
        seconds=20,
        now=NOW,
        parameters=(*DEFAULT_PARAMETERS[:-1], 0.5),
    )
    assert card.decay == 0.5
    assert card.due is not None
    until = [retrievability(card, NOW + timedelta(days=n)) for n in range((card.due - NOW).days)]
    assert mean(until) == pytest.approx(0.9, abs=0.02)


def test_the_same_answers_give_the_same_due() -> None:
    assert answered(card_in_review()).due == answered(card_in_review()).due


def test_an_answer_years_late_is_no_error() -> None:
    card = card_in_review()
    review(card, correct=True, kind=CHOICE, seconds=None, now=NOW + timedelta(days=3650))
    assert card.state == Card.State.REVIEW


@pytest.mark.parametrize("correct", [True, False])
@pytest.mark.parametrize("state", Card.State.values)
def test_a_clock_that_went_back_is_no_error(state: int, *, correct: bool) -> None:
    card = card_in_review()
    card.state = state
    card.last_review = NOW + timedelta(days=400)
    answered(card, correct=correct)
    assert card.last_review == NOW
    assert card.due is not None
    assert card.due > NOW


def test_a_higher_desired_retention_brings_facts_back_sooner(settings: object) -> None:
    usual = answered(card_in_review()).due
    settings.DESIRED_RETENTION = 0.97  # type: ignore[attr-defined]
    sooner = answered(card_in_review()).due
    assert usual is not None
    assert sooner is not None
    assert sooner < usual


def test_recall_falls_with_time_and_is_the_desired_retention_on_average_until_due() -> None:
    card = answered(new_card())
    assert card.due is not None
    assert retrievability(new_card(), NOW) == 0
    assert retrievability(card, NOW) == 1
    until = [retrievability(card, NOW + timedelta(days=n)) for n in range((card.due - NOW).days)]
    assert mean(until) == pytest.approx(0.9, abs=0.03)
    assert retrievability(card, NOW + timedelta(days=60)) < 0.7


def test_a_card_is_due_from_its_minute_on(learner: User) -> None:
    CardFactory(learner=learner, due_now=True, due=NOW)
    CardFactory(learner=learner)
    assert Card.objects.filter(due_filter(NOW)).count() == 1
    assert Card.objects.filter(due_filter(NOW - timedelta(seconds=1))).count() == 0


def test_due_counts_only_what_can_be_asked_of_this_learner(learner: User) -> None:
    CardFactory(learner=learner, fact=PublishedQuestionFactory().fact, due_now=True)
    CardFactory(fact=PublishedQuestionFactory().fact, due_now=True)
    CardFactory(learner=learner, fact=FactFactory(), due_now=True)
    retired = PublishedQuestionFactory(fact__retired=True)
    CardFactory(learner=learner, fact=retired.fact, due_now=True)
    assert due_count(learner) == 1
