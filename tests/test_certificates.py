"""A certificate is issued when the course's rule is met, once, and can be withdrawn."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from quizzes import certificates
from quizzes.certificates import NeedsAccount, NeedsReason, NotYetEarned, issue, reaches, standing
from quizzes.models import Attempt, Certificate, CertificateRule, Document, Lesson, User
from tests.exams.helpers import handed_in
from tests.factories import (
    AttemptFactory,
    CardFactory,
    CertificateFactory,
    LessonFactory,
    PublishedQuestionFactory,
    UserFactory,
)
from tests.test_grading import at_once


def learn(learner: User, lesson: Lesson, *, mastered: int, of: int) -> None:
    for number in range(of):
        fact = PublishedQuestionFactory(fact__lesson=lesson).fact
        if number < mastered:
            CardFactory(learner=learner, fact=fact, mastered=True)


@pytest.fixture
def earned(learner: User, lesson: Lesson) -> Document:
    """A course whose rule the learner meets, and only just."""
    learn(learner, lesson, mastered=4, of=5)
    handed_in(learner, lesson.document, correct=8)
    return lesson.document


class TestStanding:
    def test_at_first_everything_is_missing(self, learner: User, lesson: Lesson) -> None:
        PublishedQuestionFactory(fact__lesson=lesson)
        found = standing(learner, lesson.document)
        assert (found.exam, found.mastery, found.certificate) == (None, 0, None)
        assert (found.exam_met, found.mastery_met, found.earned) == (False, False, False)
        assert (found.rule.exam, found.rule.mastery) == (80, 80)

    def test_exactly_the_rule_is_enough(self, learner: User, earned: Document) -> None:
        found = standing(learner, earned)
        assert (found.exam, found.mastery, found.earned) == (0.8, 0.8, True)

    @pytest.mark.parametrize(("correct", "mastered"), [(7, 5), (10, 3)])
    def test_one_of_the_two_is_not_enough(
        self, correct: int, mastered: int, learner: User, lesson: Lesson
    ) -> None:
        learn(learner, lesson, mastered=mastered, of=5)
        handed_in(learner, lesson.document, correct=correct)
        assert not standing(learner, lesson.document).earned

    def test_the_best_exam_counts(self, learner: User, lesson: Lesson) -> None:
        for correct in (3, 9, 6):
            handed_in(learner, lesson.document, correct=correct)
        handed_in(learner, lesson.document, correct=19, size=20)
        assert standing(learner, lesson.document).exam == 0.95

    def test_what_is_no_finished_exam_on_the_course_counts_nothing(
        self, learner: User, lesson: Lesson
    ) -> None:
        AttemptFactory(learner=learner, document=lesson.document, finished=True, correct=10)
        AttemptFactory(learner=learner, document=lesson.document, mode=Attempt.Mode.EXAM)
        handed_in(UserFactory(), lesson.document, correct=10)
        handed_in(learner, LessonFactory().document, correct=10)
        assert standing(learner, lesson.document).exam is None

    def test_a_course_has_its_own_rule(self, learner: User, lesson: Lesson) -> None:
        learn(learner, lesson, mastered=1, of=2)
        CertificateRule.objects.create(document=lesson.document, exam=0, mastery=50)
        assert standing(learner, lesson.document).earned

    def test_a_course_without_facts_gives_no_certificate(
        self, learner: User, document: Document
    ) -> None:
        CertificateRule.objects.create(document=document, exam=0, mastery=0)
        assert not standing(learner, document).earned

    def test_a_rule_is_in_percent(self, document: Document) -> None:
        with pytest.raises(IntegrityError, match="percent"):
            CertificateRule.objects.create(document=document, exam=101)

    @given(st.integers(1, 500), st.integers(0, 100))
    def test_percent_are_counted_exactly(self, whole: int, percent: int) -> None:
        for part in range(whole + 1):
            assert reaches(part / whole, percent) == (part * 100 >= percent * whole)

    @pytest.mark.parametrize("count", [1, 30])
    def test_it_takes_four_statements(self, count: int, learner: User, lesson: Lesson) -> None:
        learn(learner, lesson, mastered=count, of=count)
        for _ in range(count):
            handed_in(learner, lesson.document, correct=9)
        with CaptureQueriesContext(connection) as queries:
            standing(learner, lesson.document)
        assert len(queries) == 4


class TestIssuing:
    def test_it_says_what_was_so_then(self, learner: User, earned: Document) -> None:
        found = issue(learner, earned, "王小义")
        earned.title = "改了名字的课程"
        earned.save()
        found.refresh_from_db()
        assert (found.name, found.course) == ("王小义", "义乌发展经验")
        assert (found.exam_share, found.mastery_share) == (0.8, 0.8)

    def test_it_stays_when_facts_are_forgotten(self, learner: User, earned: Document) -> None:
        found = issue(learner, earned, "王小义")
        learner.cards.all().delete()
        assert standing(learner, earned).certificate == found

    def test_asking_again_gives_the_same_one(self, learner: User, earned: Document) -> None:
        found = issue(learner, earned, "王小义")
        assert issue(learner, earned, "别的名字") == found
        assert Certificate.objects.get().name == "王小义"

    def test_one_that_was_withdrawn_is_not_issued_again(
        self, learner: User, earned: Document
    ) -> None:
        found = issue(learner, earned, "王小义")
        certificates.withdraw(found, "考试由他人代做。")
        assert issue(learner, earned, "王小义") == found
        assert Certificate.objects.get().withdrawn_at

    def test_without_the_rule_nothing_is_issued(self, learner: User, lesson: Lesson) -> None:
        with pytest.raises(NotYetEarned):
            issue(learner, lesson.document, "王小义")
        assert not Certificate.objects.exists()

    def test_a_guest_registers_first(self, learner: User, earned: Document) -> None:
        learner.is_guest = True
        with pytest.raises(NeedsAccount):
            issue(learner, earned, "王小义")

    @pytest.mark.django_db(transaction=True)
    def test_a_double_click_issues_one(self) -> None:
        learner, lesson = UserFactory(), LessonFactory()
        learn(learner, lesson, mastered=1, of=1)
        handed_in(learner, lesson.document, correct=10)
        found = at_once(*[lambda: issue(learner, lesson.document, "王小义")] * 2)
        assert found[0] == found[1] == Certificate.objects.get()


@pytest.mark.django_db
class TestWithdrawing:
    def test_a_reason_is_needed(self) -> None:
        found = CertificateFactory()
        with pytest.raises(NeedsReason):
            certificates.withdraw(found, "  ")
        found.refresh_from_db()
        assert found.withdrawn_at is None

    def test_it_happens_once_and_can_be_undone(self) -> None:
        found = CertificateFactory()
        assert certificates.withdraw(found, "考试由他人代做。")
        assert not certificates.withdraw(found, "另一个原因")
        found.refresh_from_db()
        assert found.withdrawal_reason == "考试由他人代做。"
        assert certificates.restore(found)
        assert not certificates.restore(found)
        found.refresh_from_db()
        assert (found.withdrawn_at, found.withdrawal_reason) == (None, "")
