"""An exam is saved as it is answered, graded once, and ends by itself."""

from collections import Counter
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from quizzes import exams, grading, mistakes
from quizzes.exams import ExamOver, NothingToExamine, best_score, sitting
from quizzes.judging import AnswerRefused
from quizzes.models import Attempt, Card, Day, Document, ExamRecord, Mistake, Response, User
from quizzes.practice import open_attempt, paper, unfinished
from quizzes.showing import in_words, shown
from tests.exams.helpers import answered, course
from tests.factories import (
    DocumentFactory,
    ExamPlanFactory,
    MistakeFactory,
    UserFactory,
    noon,
)
from tests.kinds import KINDS, published, right, wrong
from tests.test_grading import at_once

NOW = noon(1)
LATER = NOW + timedelta(minutes=10)
DEADLINE = NOW + timedelta(minutes=30)


@pytest.fixture
def attempt(learner: User, document: Document) -> Attempt:
    course(document)
    return exams.open_exam(learner, document, NOW)


def saved(attempt: Attempt, position: int = 1) -> Response:
    return attempt.responses.select_related("revision").get(position=position)


class TestOpening:
    def test_a_paper_with_a_deadline(self, attempt: Attempt) -> None:
        assert (attempt.mode, attempt.size) == ("exam", 6)
        assert attempt.deadline == DEADLINE
        assert [response.position for response in paper(attempt)] == [1, 2, 3, 4, 5, 6]
        assert Card.objects.count() == 6

    def test_an_open_exam_is_gone_on_with(self, attempt: Attempt) -> None:
        assert exams.open_exam(attempt.learner, attempt.document, LATER) == attempt

    def test_after_the_end_a_new_one_begins(self, attempt: Attempt) -> None:
        late = DEADLINE + timedelta(minutes=1)

        assert exams.open_exam(attempt.learner, attempt.document, late) != attempt
        attempt.refresh_from_db()
        assert attempt.submitted_at == DEADLINE

    def test_a_course_without_questions(self, learner: User, document: Document) -> None:
        with pytest.raises(NothingToExamine):
            exams.open_exam(learner, document, NOW)
        assert not Attempt.objects.exists()

    def test_the_plan_is_followed(self, learner: User, document: Document) -> None:
        ExamPlanFactory(document=course(document), size=4, minutes=7)
        attempt = exams.open_exam(learner, document, NOW)

        assert (attempt.size, attempt.deadline) == (4, NOW + timedelta(minutes=7))

    def test_it_is_no_unfinished_practice(self, attempt: Attempt) -> None:
        assert unfinished(attempt.learner) == []

    def test_two_open_exams_are_refused_by_the_database(self, attempt: Attempt) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            Attempt.objects.create(
                learner=attempt.learner, document=attempt.document, mode="exam", size=1
            )


class TestSaving:
    def test_it_is_kept_and_not_graded(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        response = saved(attempt)

        assert response.given == right(response.revision)
        assert (response.is_correct, response.answered_at) == (None, None)
        assert not Day.objects.exists()
        assert not Card.objects.filter(reps__gt=0).exists()

    def test_no_key_before_the_end(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        before = shown(saved(attempt))

        assert all(choice.is_key is None for choice in before.choices)
        assert (before.answer, before.explanation) == ("", "")

    def test_the_later_save_counts(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        answered(attempt.learner, attempt, LATER, wrong_ones=1)

        assert saved(attempt).given == wrong(saved(attempt).revision)

    def test_an_answer_can_be_taken_back(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        exams.save_answer(attempt.learner, attempt.pk, 1, "", now=LATER)

        assert saved(attempt).given is None

    def test_a_flag_is_set_and_stays_until_it_is_taken_away(self, attempt: Attempt) -> None:
        for flagged, kept in ((True, True), (True, True), (None, True), (False, False)):
            exams.save_answer(attempt.learner, attempt.pk, 1, "", flagged=flagged, now=LATER)
            assert saved(attempt).flagged is kept

    @pytest.mark.parametrize("seconds", [0, 5])
    def test_an_answer_on_its_way_at_the_end_is_taken(self, attempt: Attempt, seconds: int) -> None:
        answered(attempt.learner, attempt, DEADLINE + timedelta(seconds=seconds), right_ones=1)

        assert saved(attempt).given is not None

    def test_a_later_one_is_refused_and_the_sheet_is_as_it_was(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        with pytest.raises(ExamOver):
            answered(attempt.learner, attempt, DEADLINE + timedelta(seconds=6), wrong_ones=1)

        assert saved(attempt).given == right(saved(attempt).revision)

    def test_after_handing_in_nothing_changes(self, attempt: Attempt) -> None:
        exams.hand_in(attempt.learner_id, attempt.pk, LATER)
        with pytest.raises(ExamOver):
            answered(attempt.learner, attempt, LATER, right_ones=1)

        assert saved(attempt).given is None

    def test_what_is_no_answer_is_refused(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        with pytest.raises(AnswerRefused):
            exams.save_answer(attempt.learner, attempt.pk, 1, "ffff", now=LATER)

        assert saved(attempt).given == right(saved(attempt).revision)

    def test_nobody_answers_in_the_exam_of_another(self, attempt: Attempt) -> None:
        with pytest.raises(Attempt.DoesNotExist):
            exams.save_answer(UserFactory(), attempt.pk, 1, "", now=LATER)
        with pytest.raises(Attempt.DoesNotExist):
            exams.hand_in(UserFactory().pk, attempt.pk, LATER)

    def test_there_is_no_seventh_of_six(self, attempt: Attempt) -> None:
        with pytest.raises(Attempt.DoesNotExist):
            exams.save_answer(attempt.learner, attempt.pk, 7, "", now=LATER)

    def test_practice_does_not_answer_an_exam(self, attempt: Attempt) -> None:
        given = right(saved(attempt).revision)
        with pytest.raises(Attempt.DoesNotExist):
            grading.answer(attempt.learner, attempt.pk, 1, given, LATER)

    def test_a_practice_is_no_exam(self, learner: User, document: Document) -> None:
        practice = open_attempt(learner, course(document), now=NOW)
        with pytest.raises(Attempt.DoesNotExist):
            exams.hand_in(learner.pk, practice.pk, NOW)


class TestHandingIn:
    def test_all_that_follows(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=3, wrong_ones=2)
        ended = exams.hand_in(attempt.learner_id, attempt.pk, LATER)

        assert (ended.correct, ended.submitted_at) == (3, LATER)
        graded = list(attempt.responses.order_by("position"))
        assert [r.is_correct for r in graded] == [True] * 3 + [False] * 3
        assert {r.answered_at for r in graded} == {LATER}
        assert Card.objects.filter(reps=1, last_question__isnull=False).count() == 5
        day = Day.objects.get()
        assert (day.answers, day.correct, day.seconds) == (5, 3, 600)
        record = ExamRecord.objects.get()
        assert (record.taken, record.best, record.last) == (1, attempt, attempt)

    def test_what_was_left_open_moves_no_card(self, attempt: Attempt) -> None:
        exams.hand_in(attempt.learner_id, attempt.pk, LATER)

        assert not Card.objects.filter(reps__gt=0).exists()
        assert not Day.objects.exists()

    def test_twice_is_once(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=6)
        for minutes in (0, 1):
            ended = exams.hand_in(
                attempt.learner_id, attempt.pk, LATER + timedelta(minutes=minutes)
            )
            assert ended.submitted_at == LATER

        assert Day.objects.get().answers == 6
        assert ExamRecord.objects.get().taken == 1

    def test_all_of_it_is_saved_or_nothing(
        self, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=6)

        def fail(*_args: object) -> None:
            raise IntegrityError

        monkeypatch.setattr(sitting, "keep_record", fail)
        with pytest.raises(IntegrityError):
            exams.hand_in(attempt.learner_id, attempt.pk, LATER)

        assert not Response.objects.exclude(answered_at=None).exists()
        assert not Card.objects.filter(reps__gt=0).exists()
        assert not Day.objects.exists()
        attempt.refresh_from_db()
        assert attempt.submitted_at is None

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_is_graded(self, learner: User, kind: str) -> None:
        document = published(kind).fact.document
        attempt = exams.open_exam(learner, document, NOW)
        answered(learner, attempt, LATER, right_ones=1)

        assert exams.hand_in(learner.pk, attempt.pk, LATER).correct == 1
        response = saved(attempt)
        assert in_words(response.revision, response.given) == response.revision.answer

    @pytest.mark.parametrize("kind", ["matching", "ordering"])
    def test_half_an_answer_is_wrong_and_shown_as_it_is(self, learner: User, kind: str) -> None:
        document = published(kind).fact.document
        attempt = exams.open_exam(learner, document, NOW)
        first, value = next(iter(dict(right(saved(attempt).revision)).items()))  # type: ignore[arg-type]
        exams.save_answer(learner, attempt.pk, 1, {first: value}, now=LATER)

        assert exams.hand_in(learner.pk, attempt.pk, LATER).correct == 0
        response = saved(attempt)
        assert in_words(response.revision, response.given)
        assert shown(response).right == 1

    def test_its_statements_do_not_grow_with_its_paper(self, learner: User) -> None:
        counts, before = [], NOW - timedelta(days=20)
        for facts in (2, 20):
            document = course(DocumentFactory(), sections=1, facts=facts)
            attempt = exams.open_exam(learner, document, NOW)
            Card.objects.update(state=2, stability=20, difficulty=5, reps=3, last_review=before)
            answered(learner, attempt, LATER, right_ones=facts - 1, wrong_ones=1)
            with CaptureQueriesContext(connection) as queries:
                exams.hand_in(learner.pk, attempt.pk, LATER)
            counts.append(len(queries))

        assert counts[0] == counts[1] <= 17


class TestTheBookOfMistakes:
    def book(self, attempt: Attempt) -> set[int]:
        return {one.fact_id for one in mistakes.in_book(attempt.learner, attempt.document)}

    def facts(self, attempt: Attempt) -> list[int]:
        return [response.fact_id for response in paper(attempt)]

    def test_what_was_missed_or_left_blank_enters_it(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=3, wrong_ones=2)
        assert not self.book(attempt), "nothing is graded before the exam is handed in"
        exams.hand_in(attempt.learner_id, attempt.pk, LATER)

        assert self.book(attempt) == set(self.facts(attempt)[3:])
        missed = Mistake.objects.get(fact=self.facts(attempt)[3])
        assert missed.question == saved(attempt, 4).revision.question
        assert missed.missed_at == LATER

    def test_also_when_the_clock_hands_it_in(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=4, wrong_ones=1)
        exams.close_overdue(NOW + timedelta(days=3))

        assert self.book(attempt) == set(self.facts(attempt)[4:])
        assert set(Mistake.objects.values_list("missed_at", flat=True)) == {DEADLINE}

    def test_twice_right_on_different_days_lets_a_fact_go(self, attempt: Attempt) -> None:
        first, second, *_ = self.facts(attempt)
        for position in (1, 2):
            question = saved(attempt, position).revision.question
            MistakeFactory(learner=attempt.learner, question=question)
        Mistake.objects.filter(fact=first).update(right_on=NOW.date() - timedelta(days=1))
        answered(attempt.learner, attempt, LATER, right_ones=6)
        exams.hand_in(attempt.learner_id, attempt.pk, LATER)

        assert self.book(attempt) == {second}
        assert Mistake.objects.get(fact=second).right_on == NOW.date()

    def test_what_was_missed_since_the_end_is_not_made_good(self, attempt: Attempt) -> None:
        fact, since = self.facts(attempt)[0], NOW + timedelta(days=1)
        answered(attempt.learner, attempt, LATER, right_ones=6)
        question = saved(attempt).revision.question
        MistakeFactory(learner=attempt.learner, question=question, missed_at=since)
        Card.objects.filter(fact=fact).update(last_review=since, due=since, stability=2, reps=1)
        exams.close_overdue(NOW + timedelta(days=2))

        assert Mistake.objects.get(fact=fact).right_on is None


class TestQuietDays:
    def test_facts_of_an_exam_do_not_all_come_back_on_one_day(
        self, learner: User, document: Document
    ) -> None:
        course(document, sections=1, facts=12)
        attempt = exams.open_exam(learner, document, NOW)
        before = NOW - timedelta(days=20)
        Card.objects.update(state=2, stability=20, difficulty=5, reps=3, last_review=before)
        answered(learner, attempt, LATER, right_ones=12)
        exams.hand_in(learner.pk, attempt.pk, LATER)

        days = Counter(card.due.date() for card in Card.objects.all() if card.due)
        assert len(days) > 5
        assert max(days.values()) - min(days.values()) <= 1


class TestTheEndOfTime:
    def test_the_command_hands_in_for_who_is_gone(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=2)
        said = StringIO()
        for count in ("1", "0"):
            call_command("close_overdue_attempts", stdout=said)
            assert said.getvalue().splitlines()[-1].count(count) == 1

        attempt.refresh_from_db()
        assert (attempt.submitted_at, attempt.correct) == (DEADLINE, 2)

    @pytest.mark.usefixtures("attempt")
    def test_an_exam_that_has_time_left_stays_open(self) -> None:
        assert exams.close_overdue(DEADLINE + timedelta(seconds=5)) == 0
        assert exams.close_overdue(DEADLINE + timedelta(seconds=6)) == 1

    def test_practice_is_never_overdue(self, learner: User, document: Document) -> None:
        open_attempt(learner, course(document), now=NOW)

        assert exams.close_overdue(NOW + timedelta(days=1)) == 0

    def test_it_counts_on_the_day_of_the_exam(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=2)
        exams.close_overdue(NOW + timedelta(days=3))

        assert Day.objects.get().day == NOW.date()

    def test_a_card_answered_since_does_not_go_back_in_time(self, attempt: Attempt) -> None:
        answered(attempt.learner, attempt, LATER, right_ones=1)
        since = NOW + timedelta(days=1)
        Card.objects.update(last_review=since, due=since, stability=2, difficulty=5, state=2)
        exams.close_overdue(NOW + timedelta(days=2))

        assert saved(attempt).card.last_review == since


class TestRecords:
    def test_best_and_last_are_kept(self, learner: User, document: Document) -> None:
        course(document)
        scores = (2, 5, 3)
        taken = []
        for day, score in enumerate(scores):
            now = NOW + timedelta(days=day)
            attempt = exams.open_exam(learner, document, now)
            answered(learner, attempt, now, right_ones=score)
            taken.append(exams.hand_in(learner.pk, attempt.pk, now))
        record = ExamRecord.objects.get()

        assert (record.taken, record.best, record.last) == (3, taken[1], taken[2])
        assert exams.earlier(learner, document) == taken[::-1]
        result = exams.exam_result(taken[2])
        assert (result.previous, result.best, result.is_best) == (taken[1], taken[1], False)

    def test_the_best_score_is_a_share(self, attempt: Attempt) -> None:
        learner, document = attempt.learner, attempt.document
        assert best_score(learner, document) is None
        answered(learner, attempt, LATER, right_ones=3)
        exams.hand_in(learner.pk, attempt.pk, LATER)

        assert best_score(learner, document) == 0.5
        assert best_score(UserFactory(), document) is None


@pytest.fixture
def begun(transactional_db: None) -> Attempt:
    return exams.open_exam(UserFactory(), course(DocumentFactory()), NOW)


def test_two_hand_in_at_once_and_it_counts_once(begun: Attempt) -> None:
    answered(begun.learner, begun, LATER, right_ones=6)
    at_once(*[lambda: exams.hand_in(begun.learner_id, begun.pk, LATER)] * 4)

    assert Day.objects.get().answers == 6
    assert ExamRecord.objects.get().taken == 1


def test_a_double_click_opens_one_exam(transactional_db: None) -> None:
    learner, document = UserFactory(), course(DocumentFactory())
    opened = at_once(*[lambda: exams.open_exam(learner, document, NOW)] * 4)

    assert len({attempt.pk for attempt in opened}) == 1


def test_practice_and_exam_on_the_same_cards_at_once(begun: Attempt) -> None:
    answered(begun.learner, begun, LATER, right_ones=6)
    practice = open_attempt(begun.learner, begun.document, size=5, now=LATER)
    calls = [
        lambda r=r: grading.answer(  # type: ignore[misc]
            begun.learner, practice.pk, r.position, right(r.revision), LATER
        )
        for r in paper(practice)
    ]
    at_once(*calls, lambda: exams.hand_in(begun.learner_id, begun.pk, LATER))

    assert Day.objects.get().answers == 11
    assert sum(Card.objects.values_list("reps", flat=True)) == 11
