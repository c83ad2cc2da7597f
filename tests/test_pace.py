"""A learner's facts come back as that learner forgets, and the share wanted is held."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from math import sqrt
from statistics import mean

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from quizzes import calibration, exams
from quizzes.calibration import Fit
from quizzes.flashcards import rate
from quizzes.grading import answer
from quizzes.joining import join
from quizzes.models import Attempt, Card, Document, Lesson, Option, Question, User
from quizzes.pace import (
    LEAST_RECALL,
    Pace,
    average_recall,
    keep_pace,
    pace_of,
    recall,
    times_lasting,
)
from quizzes.practice import open_attempt, paper
from quizzes.scheduling import retrievability, review
from quizzes.ways import open_way
from tests.bench.learners import ActrLearner, FsrsLearner, Learner
from tests.bench.schedulers import Ours
from tests.bench.study import study
from tests.exams.helpers import answered as answered_in_exam
from tests.exams.helpers import course
from tests.factories import CardFactory, FactFactory, PublishedQuestionFactory, UserFactory, noon

NOW = noon(1)
DECAY = DEFAULT_PARAMETERS[-1]
BLANK = Question.Kind.FILL_BLANK
RIGHT_WRONG = (True, False)
KINDS = st.sampled_from(Question.Kind.values)


def in_review(stability: float = 5.0, days: int = 5) -> Card:
    return CardFactory.build(
        learner=None,
        fact=None,
        due_now=True,
        stability=stability,
        due=NOW,
        last_review=NOW - timedelta(days=days),
    )


def after(*answers: bool, stability: float = 5.0, kind: str = BLANK) -> Pace:
    """A pace after answers to cards that all stood the same, due as FSRS foretold."""
    pace = Pace()
    for correct in answers:
        review(in_review(stability), correct=correct, kind=kind, seconds=None, now=NOW, pace=pace)
    return pace


def counted(lasting: Iterable[float]) -> tuple[Pace, list[Card]]:
    pace, cards = Pace(), [in_review(days) for days in lasting]
    for card in cards:
        pace.enter(card)
    return pace, cards


class TestLearning:
    def test_at_first_a_learner_forgets_as_foretold(self) -> None:
        assert Pace().lasting(7) == pytest.approx(7)

    def test_facts_last_less_with_who_misses_more_than_foretold(self) -> None:
        assert after(*[False] * 3).lasting(5) < 3
        assert after(*[True] * 30).lasting(5) > 6

    def test_nine_right_of_ten_where_nine_were_foretold_change_little(self) -> None:
        assert after(*[*[True] * 9, False] * 6).lasting(5) == pytest.approx(5, rel=0.35)

    def test_a_right_answer_that_may_be_a_guess_says_less(self) -> None:
        guessed = after(*[True] * 9, kind=Question.Kind.TRUE_FALSE)
        assert 5 < guessed.lasting(5) < after(*[True] * 9).lasting(5)

    def test_strong_facts_may_last_less_while_young_ones_last_as_foretold(self) -> None:
        pace = Pace()
        for _ in range(12):
            for stability, correct in ((1, True), (30, False)):
                card = in_review(stability, days=stability)
                pace.learn(card, NOW, correct=correct, guessed=0)
        assert pace.lasting(30) / 30 < pace.lasting(1) / 3

    def test_an_answer_of_the_same_day_says_nothing(self) -> None:
        pace = Pace()
        pace.learn(in_review(days=0), NOW, correct=False, guessed=0)
        pace.learn(CardFactory.build(learner=None, fact=None), NOW, correct=False, guessed=0)
        assert pace == Pace()

    def test_the_more_answers_the_surer(self) -> None:
        few, many = after(*RIGHT_WRONG), after(*RIGHT_WRONG * 20)
        assert many.scale_variance < few.scale_variance < Pace().scale_variance

    @given(st.lists(st.tuples(st.booleans(), KINDS, st.integers(0, 4000)), max_size=60))
    def test_no_history_breaks_it(self, answers: list[tuple[bool, str, int]]) -> None:
        pace, cards, now = Pace(), [Card(), Card(), Card()], NOW
        for number, (correct, kind, days) in enumerate(answers):
            now += timedelta(days=days)
            card = cards[number % 3]
            review(card, correct=correct, kind=kind, seconds=None, now=now, pace=pace)
            assert card.due is not None
            assert card.due >= now + timedelta(days=1)
            assert 0 < retrievability(card, now + timedelta(days=9)) < 1
        assert pace.scale_variance > 0
        assert pace.slope_variance > 0
        assert pace.covariance**2 < pace.scale_variance * pace.slope_variance
        counted_now = [card for card in cards if card.state == Card.State.REVIEW]
        assert pace.facts == len(counted_now)
        roots = sum(1 / sqrt(card.lasting or 0) for card in counted_now)
        assert pace.weakness == pytest.approx(roots, abs=1e-9)


class TestWaiting:
    @given(st.floats(0.7, 0.97), st.floats(0.1, 0.8))
    def test_a_fact_waits_until_its_recall_was_the_aim_on_average(
        self, held: float, decay: float
    ) -> None:
        assert average_recall(times_lasting(held, decay), decay) == pytest.approx(held, abs=1e-3)

    def test_the_average_is_that_of_the_curve(self) -> None:
        steps = [recall((n + 0.5) / 100, 10.0, DECAY) for n in range(3000)]
        assert average_recall(3, DECAY) == pytest.approx(mean(steps), abs=1e-4)

    def test_alike_facts_wait_alike(self) -> None:
        pace, cards = counted([8, 8, 8])
        assert pace.wait(cards[0], 0.9) == pytest.approx(8 * times_lasting(0.9, DECAY))

    def test_a_stronger_fact_waits_longer_but_not_by_as_much_as_it_is_stronger(self) -> None:
        pace, (weak, strong) = counted([4, 16])
        assert pace.wait(strong, 0.9) == pytest.approx(2 * pace.wait(weak, 0.9))

    @pytest.mark.parametrize("held", [0.85, 0.9, 0.95])
    @given(st.lists(st.floats(2, 40), min_size=1, max_size=30))
    def test_together_they_hold_the_aim(self, held: float, lasting: list[float]) -> None:
        pace, cards = counted(lasting)
        shares = [
            average_recall(pace.wait(card, held) / (card.lasting or 0), DECAY) for card in cards
        ]
        assert mean(shares) == pytest.approx(held, abs=0.03)

    @given(st.floats(0.1, 10), st.lists(st.floats(100, 4000), min_size=1, max_size=30))
    def test_none_waits_until_it_is_nearly_forgotten(
        self, weak: float, strong: list[float]
    ) -> None:
        pace, cards = counted([weak, *strong])
        assert recall(pace.wait(cards[0], 0.9), weak, DECAY) >= LEAST_RECALL - 1e-9

    def test_a_card_answered_before_the_pace_was_kept_counts_from_its_next_answer_on(self) -> None:
        pace = Pace()
        review(in_review(), correct=True, kind=BLANK, seconds=None, now=NOW, pace=pace)
        assert pace.facts == 1


@pytest.mark.parametrize("make", [FsrsLearner, ActrLearner])
@pytest.mark.parametrize("seed", [2001, 2002])
def test_the_aim_is_held_with_who_forgets_slowly_and_with_who_forgets_fast(
    make: Callable[[int], Learner], seed: int
) -> None:
    studied = study(make(seed), Ours(), [[BLANK]] * 100, 40, seed)
    assert studied.recalled == pytest.approx(0.9, abs=0.07)


class TestKeeping:
    def test_an_answer_moves_it(self, learner: User, lesson: Lesson) -> None:
        answered(learner, lesson, right=False)
        pace = pace_of(learner)
        assert pace.lasting(5) < 5
        assert pace.facts == 0
        assert Card.objects.get().lasting is not None

    def test_what_is_in_review_is_counted_exactly(self, learner: User, lesson: Lesson) -> None:
        for right in (True, False, True):
            answered(learner, lesson, right=right)
        lasting = Card.objects.filter(state=Card.State.REVIEW).values_list("lasting", flat=True)
        assert pace_of(learner).facts == len(lasting) == 2
        assert pace_of(learner).weakness == pytest.approx(sum(1 / sqrt(days) for days in lasting))

    def test_an_answer_sent_again_moves_nothing(self, learner: User, lesson: Lesson) -> None:
        attempt = answered(learner, lesson, right=True)
        before = pace_of(learner)
        answer(learner, attempt.pk, 1, "nothing", NOW)
        learner.refresh_from_db()
        assert pace_of(learner) == before

    def test_it_is_written_with_one_statement(self, learner: User, lesson: Lesson) -> None:
        with CaptureQueriesContext(connection) as queries:
            answered(learner, lesson, right=True)
        assert sum('SET "pace"' in query["sql"] for query in queries) == 1

    def test_an_exam_moves_it_by_all_its_answers(self, learner: User, document: Document) -> None:
        course(document)
        attempt = exams.open_exam(learner, document, NOW)
        answered_in_exam(learner, attempt, NOW, right_ones=4, wrong_ones=1)
        exams.hand_in(learner.pk, attempt.pk, NOW + timedelta(minutes=9))
        learner.refresh_from_db()
        assert pace_of(learner).facts == 4

    def test_a_flash_card_moves_it(self, learner: User, lesson: Lesson) -> None:
        fact = PublishedQuestionFactory(fact=FactFactory(lesson=lesson, kind="term")).fact
        CardFactory(learner=learner, fact=fact, due_now=True, last_review=NOW - timedelta(days=9))
        attempt = open_way(learner, lesson.document, Attempt.Mode.CARDS, now=NOW)
        rate(learner, attempt.pk, 1, "again", NOW)
        learner.refresh_from_db()
        assert pace_of(learner).lasting(3) < 3

    def test_own_parameters_need_no_line_of_before(self, learner: User) -> None:
        pace = after(*RIGHT_WRONG)
        keep_pace(learner, pace)
        fitted = Fit(DEFAULT_PARAMETERS, [], [])
        calibration.keep(fitted, learner=learner)
        learner.refresh_from_db()
        assert pace_of(learner) == Pace(facts=pace.facts, weakness=pace.weakness)


class TestJoining:
    def test_a_guests_pace_is_kept_where_the_account_has_none(self, learner: User) -> None:
        guest = UserFactory(guest=True)
        keep_pace(guest, Pace(scale=-0.5))
        join(guest, learner)
        learner.refresh_from_db()
        assert pace_of(learner).scale == -0.5

    def test_facts_that_both_know_are_counted_once(self, learner: User) -> None:
        guest = UserFactory(guest=True)
        keep_pace(learner, Pace(scale=0.25, facts=1, weakness=0.5))
        keep_pace(guest, Pace(scale=-0.5, facts=2, weakness=9.0))
        mine = CardFactory(learner=learner, mastered=True, lasting=4.0)
        CardFactory(learner=guest, fact=mine.fact, mastered=True, lasting=1.0)
        CardFactory(learner=guest, mastered=True, lasting=16.0)
        CardFactory(learner=guest, learning=True, lasting=1.0)
        join(guest, learner)
        learner.refresh_from_db()
        pace = pace_of(learner)
        assert (pace.scale, pace.facts) == (0.25, 2)
        assert pace.weakness == pytest.approx(1 / 2 + 1 / 4)


def answered(learner: User, lesson: Lesson, *, right: bool) -> Attempt:
    """A fact that waited five days, answered in a paper of its own."""
    question = PublishedQuestionFactory(fact__lesson=lesson)
    CardFactory(
        learner=learner,
        fact=question.fact,
        due_now=True,
        due=NOW,
        last_review=NOW - timedelta(days=5),
    )
    attempt = open_attempt(learner, lesson.document, now=NOW)
    position = next(one.position for one in paper(attempt) if one.fact_id == question.fact_id)
    given = Option.objects.filter(question=question, is_key=right)[0].code
    answer(learner, attempt.pk, position, str(given), NOW)
    learner.refresh_from_db()
    return attempt
