"""A run ends with the first mistake or with the clock, and the server's clock decides."""

from datetime import UTC, datetime, timedelta

import pytest

from quizzes import challenge
from quizzes.grading import AnswerRefused, answer, mark_shown
from quizzes.models import Attempt, Card, Day, Lesson, Mistake, Record, Response, User
from quizzes.practice import NothingToPractise
from quizzes.ways import going_on, open_way
from tests.factories import PublishedQuestionFactory, RecordFactory, UserFactory, noon
from tests.kinds import published, right, wrong

NOW = noon(5)


@pytest.fixture
def run(learner: User, lesson: Lesson) -> Attempt:
    """A run begun in a course of three questions."""
    for _ in range(3):
        PublishedQuestionFactory(fact__lesson=lesson)
    return begin(learner, lesson)


def begin(learner: User, lesson: Lesson, now: datetime = NOW) -> Attempt:
    return open_way(learner, lesson.document, Attempt.Mode.CHALLENGE, now=now)


def see(run: Attempt, position: int, now: datetime = NOW) -> Response:
    response = run.responses.select_related("revision").get(position=position)
    mark_shown(response, now)
    return response


def give(run: Attempt, position: int, now: datetime = NOW, *, correct: bool = True) -> Response:
    revision = see(run, position, now).revision
    told = right(revision) if correct else wrong(revision)
    return answer(run.learner, run.pk, position, told, now)[0]


def test_a_right_answer_deals_one_more_question(run: Attempt) -> None:
    assert run.responses.count() == 1
    give(run, 1)
    run.refresh_from_db()
    assert (run.responses.count(), run.size, run.submitted_at) == (2, 2, None)
    assert len(set(run.responses.values_list("fact"))) == 2


def test_a_wrong_answer_ends_it(run: Attempt, learner: User) -> None:
    give(run, 1)
    response = give(run, 2, correct=False)
    run.refresh_from_db()
    assert (run.submitted_at, run.correct, run.responses.count()) == (NOW, 1, 2)
    assert Mistake.objects.get().fact == response.fact
    assert challenge.best(learner, run.document) == 1


def test_it_ends_when_the_course_has_nothing_left(run: Attempt) -> None:
    for position in (1, 2, 3):
        give(run, position)
    run.refresh_from_db()
    assert (run.submitted_at, run.correct) == (NOW, 3)


@pytest.mark.parametrize(("seconds", "goes_on"), [(44, True), (50, True), (51, False)])
def test_the_clock_has_45_seconds_and_a_little_grace(
    run: Attempt, seconds: int, *, goes_on: bool
) -> None:
    response = see(run, 1)
    now = NOW + timedelta(seconds=seconds)
    response, _ = answer(run.learner, run.pk, 1, right(response.revision), now)
    run.refresh_from_db()
    assert response.is_correct is goes_on
    assert (run.submitted_at is None) is goes_on
    assert challenge.was_late(response) is not goes_on


def test_what_came_too_late_moves_no_memory(run: Attempt) -> None:
    response = see(run, 1)
    answer(run.learner, run.pk, 1, right(response.revision), NOW + timedelta(minutes=5))
    assert Card.objects.get(pk=response.card_id).reps == 0
    assert not Day.objects.exists()
    assert not Mistake.objects.exists()
    assert not Record.objects.exists()


def test_no_answer_is_refused_while_there_is_time_and_ends_it_after(run: Attempt) -> None:
    see(run, 1)
    with pytest.raises(AnswerRefused):
        answer(run.learner, run.pk, 1, "", NOW + timedelta(seconds=40))
    response, saved = answer(run.learner, run.pk, 1, "", NOW + timedelta(seconds=46))
    run.refresh_from_db()
    assert saved
    assert (response.given, response.is_correct, run.correct) == (None, False, 0)


def test_seeing_the_question_again_does_not_start_its_clock_again(run: Attempt) -> None:
    see(run, 1)
    response = see(run, 1, NOW + timedelta(seconds=30))
    assert challenge.seconds_left(response, NOW + timedelta(seconds=30)) == 15


def test_a_run_whose_clock_is_running_is_gone_on_with(run: Attempt, lesson: Lesson) -> None:
    see(run, 1)
    assert begin(run.learner, lesson, NOW + timedelta(seconds=20)) == run
    assert begin(run.learner, lesson, NOW + timedelta(seconds=60)) != run
    assert going_on(run.learner, run.document, "challenge", now=NOW + timedelta(days=1)) is not None


def test_pairs_and_orders_are_not_asked(learner: User, lesson: Lesson) -> None:
    for kind in ("matching", "ordering"):
        published(kind, fact__lesson=lesson)
    with pytest.raises(NothingToPractise):
        begin(learner, lesson)
    asked = published("true_false", fact=published("matching", fact__lesson=lesson).fact)
    assert begin(learner, lesson).responses.get().revision.question == asked


def test_an_answer_just_seen_does_not_give_the_next_one_away(learner: User, lesson: Lesson) -> None:
    for start in (0, 0, 0, 100):
        PublishedQuestionFactory(
            fact__lesson=lesson, fact__evidence_start=start, fact__evidence_end=start + 40
        )
    run = begin(learner, lesson)
    give(run, 1)
    starts = {response.fact.evidence_start for response in run.responses.all()}
    assert starts == {0, 100}


def test_the_best_stays_and_a_week_begins_on_monday(learner: User, lesson: Lesson) -> None:
    sunday = datetime(2024, 6, 9, 12, tzinfo=UTC)
    for length, now in ((7, sunday), (3, sunday), (4, sunday + timedelta(days=1))):
        challenge.keep_record(learner, lesson.document_id, length, now)
    record = Record.objects.get()
    assert (record.best, record.week_best, str(record.week)) == (7, 4, "2024-06-10")


def test_the_week_shows_only_those_who_agreed(lesson: Lesson) -> None:
    document = lesson.document
    shown = [UserFactory(username=f"gongkai{n}", shows_record=True) for n in range(12)]
    for length, user in enumerate(shown, start=1):
        RecordFactory(learner=user, document=document, week_best=length)
    RecordFactory(document=document, week_best=99)
    RecordFactory(learner__shows_record=True, week_best=99)
    last_week = challenge.this_week(noon(1))
    RecordFactory(learner__shows_record=True, document=document, week=last_week, week_best=99)
    board = challenge.best_of_the_week(document)
    assert [record.week_best for record in board] == list(range(12, 2, -1))
