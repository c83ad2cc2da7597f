"""Favourites, notes and reports hang on the question and survive its edits."""

import pytest

from quizzes import keeping, publishing
from quizzes.keeping import NoteTooLong, ReportRefused, kept
from quizzes.models import Favourite, Note, Question, Report, User
from tests.factories import FavouriteFactory, NoteFactory, PublishedQuestionFactory, ReportFactory


@pytest.fixture
def question(db: None) -> Question:
    return PublishedQuestionFactory()


def test_nothing_is_kept_at_first(learner: User, question: Question) -> None:
    FavouriteFactory(question=question)
    NoteFactory(question=question)
    ReportFactory(question=question)
    mine = kept(learner, question.pk)
    assert (mine.favourite, mine.note, mine.report) == (False, "", None)


def test_a_favourite_twice_is_one_and_is_taken_back(learner: User, question: Question) -> None:
    for _ in range(2):
        keeping.set_favourite(learner, question, wanted=True)
    assert Favourite.objects.count() == 1
    keeping.set_favourite(learner, question, wanted=False)
    assert not kept(learner, question.pk).favourite


def test_what_is_kept_survives_an_edit(learner: User, teacher: User, question: Question) -> None:
    keeping.set_favourite(learner, question, wanted=True)
    keeping.write_note(learner, question, "记住四月")
    question.stem = "义乌综合保税区是哪年哪月同意设立的？"
    question.save()
    publishing.record_edit(question, teacher)
    question.refresh_from_db()
    mine = kept(learner, question.pk)
    assert (question.revision, mine.favourite, mine.note) == (2, True, "记住四月")


def test_a_note_is_rewritten_and_an_empty_one_taken_away(learner: User, question: Question) -> None:
    keeping.write_note(learner, question, " 一\r\n二\0 ")
    assert kept(learner, question.pk).note == "一\n二"
    keeping.write_note(learner, question, "三")
    assert Note.objects.get().text == "三"
    keeping.write_note(learner, question, "  ")
    assert not Note.objects.exists()


def test_a_note_too_long_leaves_the_old_one(learner: User, question: Question) -> None:
    keeping.write_note(learner, question, "字" * Note.LONGEST)
    with pytest.raises(NoteTooLong, match="1001"):
        keeping.write_note(learner, question, "新" * (Note.LONGEST + 1))
    assert kept(learner, question.pk).note.startswith("字")


def test_a_report_is_open_once(learner: User, teacher: User, question: Question) -> None:
    first = keeping.report(learner, question, "key", "")
    assert keeping.report(learner, question, "stem", "看不懂") == first
    assert (first.revision, first.state) == (1, "new")
    assert keeping.close(Report.objects.all(), Report.State.MENDED, teacher) == 1
    second = keeping.report(learner, question, "stem", "看不懂")
    assert second != first
    latest = kept(learner, question.pk).report
    assert latest
    assert (latest.state, latest.reason) == ("new", "stem")


def test_the_learner_sees_what_became_of_it(
    learner: User, teacher: User, question: Question
) -> None:
    ReportFactory(learner=learner, question=question)
    keeping.close(Report.objects.all(), Report.State.DECLINED, teacher)
    assert keeping.close(Report.objects.all(), Report.State.MENDED, teacher) == 0
    latest = kept(learner, question.pk).report
    assert latest
    assert latest.get_state_display() == "不用改"


@pytest.mark.parametrize(
    ("reason", "words"),
    [("", "错了"), ("nonsense", ""), ("other", " "), ("key", "字" * (Report.LONGEST + 1))],
)
def test_a_report_that_says_nothing_is_refused(
    learner: User, question: Question, reason: str, words: str
) -> None:
    with pytest.raises(ReportRefused):
        keeping.report(learner, question, reason, words)
    assert not Report.objects.exists()
