"""An answer is graded on the server, once, with everything that follows from it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from quizzes import grading
from quizzes.grading import AnswerRefused, answer, mark_shown
from quizzes.judging import judge
from quizzes.models import Attempt, Card, Day, Response, User
from quizzes.pace import pace_of
from quizzes.practice import open_attempt, paper
from quizzes.showing import marked_evidence, shown
from tests.factories import (
    DayFactory,
    DocumentFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    UserFactory,
    noon,
)

NOW = noon(1)
T = TypeVar("T")


def open_paper(learner: User, *, choices: int = 0, blanks: int = 0) -> Attempt:
    lesson = LessonFactory(document=DocumentFactory())
    for _ in range(choices):
        PublishedQuestionFactory(fact__lesson=lesson)
    for _ in range(blanks):
        PublishedBlankFactory(fact__lesson=lesson)
    return open_attempt(learner, lesson.document, size=10, now=NOW)


def key(response: Response) -> str:
    return str(response.revision.options[0]["id"])


def wrong(response: Response) -> str:
    return str(response.revision.options[1]["id"])


def test_a_right_choice_is_saved_with_its_card_and_its_day(learner: User) -> None:
    attempt = open_paper(learner, choices=2)
    response, saved = answer(learner, attempt.pk, 1, key(paper(attempt)[0]), NOW)
    assert saved
    response.refresh_from_db()
    assert (response.is_correct, response.answered_at) == (True, NOW)
    assert response.given == response.revision.options[0]["id"]
    card = Card.objects.get(fact=response.fact)
    assert (card.state, card.reps) == (Card.State.REVIEW, 1)
    assert card.last_question == response.revision.question
    day = Day.objects.get()
    assert (day.answers, day.correct) == (1, 1)
    attempt.refresh_from_db()
    assert attempt.submitted_at is None, "one question is still open"


def test_a_wrong_choice_is_wrong(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    response, _ = answer(learner, attempt.pk, 1, wrong(paper(attempt)[0]), NOW)
    assert response.is_correct is False
    assert Card.objects.get().state == Card.State.LEARNING
    assert (Day.objects.get().answers, Day.objects.get().correct) == (1, 0)


def test_a_typed_answer_is_graded_fairly_and_kept_as_typed(learner: User) -> None:
    attempt = open_paper(learner, blanks=2)
    response, _ = answer(learner, attempt.pk, 1, " 2020.4 ", NOW)
    assert (response.is_correct, response.given) == (True, "2020.4")
    response, _ = answer(learner, attempt.pk, 2, "2020年8月", NOW)
    assert response.is_correct is False


def test_the_last_answer_ends_the_attempt_in_whatever_order(learner: User) -> None:
    attempt = open_paper(learner, choices=3)
    responses = paper(attempt)
    for position, given in ((3, key), (1, wrong), (2, key)):
        attempt.refresh_from_db()
        assert attempt.submitted_at is None
        response, _ = answer(learner, attempt.pk, position, given(responses[position - 1]), NOW)
    assert response.attempt.submitted_at == NOW
    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.correct) == (NOW, 2)


def test_an_attempt_without_a_right_answer_ends_with_none(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    answer(learner, attempt.pk, 1, wrong(paper(attempt)[0]), NOW)
    attempt.refresh_from_db()
    assert attempt.correct == 0


def test_the_first_answer_counts_and_a_later_one_changes_nothing(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    (response,) = paper(attempt)
    answer(learner, attempt.pk, 1, wrong(response), NOW)
    before = list(Card.objects.values()), list(Day.objects.values()), list(Attempt.objects.values())
    again, saved = answer(learner, attempt.pk, 1, key(response), NOW + timedelta(minutes=1))
    assert not saved
    assert (again.is_correct, again.answered_at) == (False, NOW)
    after = list(Card.objects.values()), list(Day.objects.values()), list(Attempt.objects.values())
    assert after == before


def test_a_resubmitted_answer_may_even_be_empty(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    answer(learner, attempt.pk, 1, key(paper(attempt)[0]), NOW)
    assert answer(learner, attempt.pk, 1, "", NOW)[0].is_correct


@pytest.mark.parametrize("given", ["", "  ", "0", "-1", "二", "9" * 30, "1e3"])
def test_what_is_no_option_of_the_question_is_refused(given: str, learner: User) -> None:
    attempt = open_paper(learner, choices=2)
    with pytest.raises(AnswerRefused, match="请先选择"):
        answer(learner, attempt.pk, 1, given, NOW)
    assert_nothing_was_saved()


def test_the_key_of_another_question_is_refused(learner: User) -> None:
    attempt = open_paper(learner, choices=2)
    with pytest.raises(AnswerRefused):
        answer(learner, attempt.pk, 1, key(paper(attempt)[1]), NOW)
    assert_nothing_was_saved()


@pytest.mark.parametrize("given", ["", " \n ", "。", "“”", "\0", "二" * 10_000])
def test_an_empty_or_endless_text_is_refused(given: str, learner: User) -> None:
    attempt = open_paper(learner, blanks=1)
    with pytest.raises(AnswerRefused, match="请") as refused:
        answer(learner, attempt.pk, 1, given, NOW)
    assert refused.value.message
    assert_nothing_was_saved()


def assert_nothing_was_saved() -> None:
    assert not Response.objects.exclude(answered_at=None, given=None).exists()
    assert not Card.objects.filter(reps__gt=0).exists()
    assert not Day.objects.exists()


def test_a_character_that_no_database_takes_is_left_out(learner: User) -> None:
    attempt = open_paper(learner, blanks=1)
    assert answer(learner, attempt.pk, 1, "2020年\0004月", NOW)[0].given == "2020年4月"


def test_nobody_answers_on_the_paper_of_another(learner: User, teacher: User) -> None:
    attempt = open_paper(learner, choices=1)
    with pytest.raises(Attempt.DoesNotExist):
        answer(teacher, attempt.pk, 1, key(paper(attempt)[0]), NOW)


@pytest.mark.parametrize("position", [0, 2, -1, 10**20])
def test_a_position_that_the_paper_lacks_does_not_exist(position: int, learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    with pytest.raises(Attempt.DoesNotExist):
        answer(learner, attempt.pk, position, "1", NOW)
    with pytest.raises(Attempt.DoesNotExist):
        answer(learner, 10**20, 1, "1", NOW)


def test_a_question_edited_meanwhile_is_graded_as_it_was_shown(learner: User) -> None:
    attempt = open_paper(learner, blanks=1)
    (response,) = paper(attempt)
    question = response.revision.question
    question.options.update(text="2021年5月")
    PublishedQuestionFactory._meta.model.objects.filter(pk=question.pk).update(status="retired")
    assert answer(learner, attempt.pk, 1, "2020年4月", NOW)[0].is_correct


def test_two_open_papers_on_one_fact_move_its_card_twice(learner: User) -> None:
    first = open_paper(learner, choices=1)
    second = open_attempt(learner, first.document, size=5, now=NOW)
    given = key(paper(first)[0])
    answer(learner, first.pk, 1, given, NOW)
    answer(learner, second.pk, 1, given, NOW + timedelta(minutes=1))
    card = Card.objects.get()
    assert (card.reps, card.state) == (2, Card.State.REVIEW)


def test_seconds_run_from_the_first_look_and_stop_at_ten_minutes(learner: User) -> None:
    attempt = open_paper(learner, choices=3)
    looks = (timedelta(seconds=12.9), timedelta(hours=5), timedelta(seconds=-30))
    for response, look in zip(paper(attempt), looks, strict=True):
        mark_shown(response, NOW - look)
        mark_shown(response, NOW)
        answer(learner, attempt.pk, response.position, key(response), NOW)
    assert list(attempt.responses.values_list("seconds", flat=True)) == [12, 600, 0]
    assert Day.objects.get().seconds == 612


def test_seconds_are_unknown_when_nobody_saw_the_question(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    assert answer(learner, attempt.pk, 1, key(paper(attempt)[0]), NOW)[0].seconds is None
    assert Day.objects.get().seconds == 0


def test_a_look_after_the_answer_is_no_look(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    response, _ = answer(learner, attempt.pk, 1, key(paper(attempt)[0]), NOW)
    mark_shown(response, NOW)
    response.refresh_from_db()
    assert response.shown_at is None


def test_before_the_answer_nothing_tells_the_key(learner: User) -> None:
    attempt = open_paper(learner, choices=1, blanks=1)
    for response in paper(attempt):
        before = shown(response)
        assert before.stem
        assert all(choice.is_key is None for choice in before.choices)
        assert (before.answer, before.explanation, before.is_correct) == ("", "", None)
        assert before.evidence == ("", "", "")


def test_after_the_answer_the_evidence_is_shown_with_the_answer_marked(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    response, _ = answer(learner, attempt.pk, 1, wrong(paper(attempt)[0]), NOW)
    after = shown(response)
    assert [c.text for c in after.choices if c.is_key] == ["2020年4月"]
    assert [c.text for c in after.choices if c.chosen] == ["2020年8月"]
    assert after.answer == "2020年4月"
    assert after.evidence == ("", "2020年4月", "，国务院同意设立义乌综合保税区。")


def test_options_are_shown_in_the_order_of_the_paper(learner: User) -> None:
    attempt = open_paper(learner, choices=1)
    (response,) = paper(attempt)
    response.option_order.reverse()
    assert [c.id for c in shown(response).choices] == [str(pk) for pk in response.option_order]


def test_evidence_without_a_mark_is_shown_whole(learner: User) -> None:
    response = paper(open_paper(learner, choices=1))[0]
    response.revision.mark_start = None
    assert marked_evidence(response.revision) == (response.revision.evidence, "", "")


def test_a_visitor_is_graded_and_nothing_is_saved(db: None) -> None:
    revision = PublishedQuestionFactory().revisions.get()
    right, other = (str(option["id"]) for option in revision.options[:2])
    assert judge(revision, right) == (right, True)
    assert judge(revision, other) == (other, False)
    with pytest.raises(AnswerRefused):
        judge(revision, "")
    assert_nothing_was_saved()


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("known_day", [True, False])
def test_an_answer_takes_eleven_statements_and_its_feedback_none(
    *, last: bool, known_day: bool, learner: User
) -> None:
    """With the session and the user, which the request needs, the POST takes thirteen."""
    attempt = open_paper(learner, choices=1 if last else 5)
    given = key(paper(attempt)[0])
    if known_day:
        DayFactory(learner=learner, day=NOW.date())
    with CaptureQueriesContext(connection) as queries:
        response, _ = answer(learner, attempt.pk, 1, given, NOW)
    assert len(queries) == 11
    with CaptureQueriesContext(connection) as queries:
        assert shown(response).evidence
        assert response.fact.lesson.heading
        assert response.attempt.size
    assert len(queries) == 0


def test_a_resubmitted_answer_takes_three_statements(learner: User) -> None:
    attempt = open_paper(learner, choices=2)
    given = key(paper(attempt)[0])
    answer(learner, attempt.pk, 1, given, NOW)
    with CaptureQueriesContext(connection) as queries:
        answer(learner, attempt.pk, 1, given, NOW)
    assert len(queries) == 3


def at_once(*calls: Callable[[], T]) -> list[T]:
    """Runs all calls in threads that start together, each with its own connection."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], T]) -> T:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=10)
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_two_simultaneous_answers_count_once() -> None:
    learner = UserFactory()
    attempt = open_paper(learner, choices=1)
    (response,) = paper(attempt)
    calls = [
        lambda given=given: answer(learner, attempt.pk, 1, given, NOW)  # type: ignore[misc]
        for given in (key(response), wrong(response)) * 2
    ]
    results = at_once(*calls)
    assert sorted(saved for _, saved in results) == [False, False, False, True]
    assert len({r.is_correct for r, _ in results}) == 1, "everybody is told the same"
    assert Card.objects.get().reps == 1
    assert Day.objects.get().answers == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_two_answers_at_once_end_the_attempt_and_count_two() -> None:
    learner = UserFactory()
    attempt = open_paper(learner, choices=4)
    calls = [
        lambda r=r: answer(learner, attempt.pk, r.position, key(r), NOW)  # type: ignore[misc]
        for r in paper(attempt)
    ]
    assert all(saved for _, saved in at_once(*calls))
    attempt.refresh_from_db()
    assert (attempt.submitted_at, attempt.correct) == (NOW, 4)
    assert Day.objects.get().answers == 4
    learner.refresh_from_db()
    assert pace_of(learner).facts == 4


@pytest.mark.django_db(transaction=True)
def test_one_fact_answered_in_two_papers_at_once_moves_its_card_twice() -> None:
    learner = UserFactory()
    first = open_paper(learner, choices=1)
    second = open_attempt(learner, first.document, size=5, now=NOW)
    given = key(paper(first)[0])
    calls = [
        lambda pk=pk: answer(learner, pk, 1, given, NOW)  # type: ignore[misc]
        for pk in (first.pk, second.pk)
    ]
    assert all(saved for _, saved in at_once(*calls))
    assert Card.objects.get().reps == 2
    assert Day.objects.get().answers == 2


@pytest.mark.django_db(transaction=True)
def test_a_double_click_on_start_opens_one_paper() -> None:
    learner = UserFactory()
    document = open_paper(UserFactory(), choices=3).document
    opened = at_once(*[lambda: open_attempt(learner, document, now=NOW)] * 4)
    assert len({attempt.pk for attempt in opened}) == 1
    assert Card.objects.filter(learner=learner).count() == 3


def test_an_answer_whose_card_cannot_be_saved_is_not_saved_either(
    learner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = open_paper(learner, choices=1)

    def fail(*args: object, **named: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(grading, "count_answer", fail)
    with pytest.raises(IntegrityError):
        answer(learner, attempt.pk, 1, key(paper(attempt)[0]), NOW)
    assert_nothing_was_saved()
