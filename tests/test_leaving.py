"""An account is deleted: nothing personal stays, counts without a name do."""

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from quizzes import guests, leaving
from quizzes.models import Certificate, Question, Response, Tally, User
from tests.factories import (
    PASSWORD,
    AttemptFactory,
    CertificateFactory,
    DayFactory,
    FavouriteFactory,
    MistakeFactory,
    NoteFactory,
    PublishedQuestionFactory,
    ReportFactory,
    ResponseFactory,
    UserFactory,
)


def answered(learner: User, question: Question, *, right: bool) -> Response:
    attempt = AttemptFactory(learner=learner, document=question.fact.document, finished=True)
    return ResponseFactory(attempt=attempt, question=question, right=right, wrong=not right)


def test_nothing_of_the_account_stays(learner: User) -> None:
    question = PublishedQuestionFactory()
    answered(learner, question, right=True)
    for factory in (MistakeFactory, FavouriteFactory, NoteFactory, ReportFactory):
        factory(learner=learner, question=question)
    CertificateFactory(learner=learner, document=question.fact.document)
    DayFactory(learner=learner)

    leaving.leave(learner, PASSWORD)

    assert not User.objects.exists()
    for model in apps.get_app_config("quizzes").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is User:
                assert not model.objects.filter(**{f"{field.name}__isnull": False}).exists()  # type: ignore[attr-defined]
    assert not Response.objects.exists()
    assert not Certificate.objects.exists()


def test_how_often_a_question_was_answered_stays(learner: User) -> None:
    question, other = PublishedQuestionFactory(), PublishedQuestionFactory()
    answered(learner, question, right=True)
    answered(learner, question, right=False)
    answered(learner, other, right=False)
    ResponseFactory(
        attempt=AttemptFactory(learner=learner, document=other.fact.document), question=other
    )
    second = UserFactory()
    answered(second, question, right=True)

    leaving.leave(learner, PASSWORD)
    leaving.leave(second, PASSWORD)

    counted = Tally.objects.values_list("question", "answers", "correct")
    assert set(counted) == {(question.pk, 3, 2), (other.pk, 1, 0)}


@pytest.mark.django_db
def test_a_guest_who_leaves_is_counted_too() -> None:
    guest, question = UserFactory(guest=True), PublishedQuestionFactory()
    answered(guest, question, right=True)

    guests.remove(guest.pk)

    assert Tally.objects.get(question=question).answers == 1
    assert not User.objects.exists()


def test_a_wrong_password_deletes_nothing(learner: User) -> None:
    with pytest.raises(leaving.LeavingRefused, match="密码不对"):
        leaving.leave(learner, "别的密码")

    assert User.objects.get() == learner


def test_the_last_administrator_stays(teacher: User) -> None:
    UserFactory(is_superuser=True, is_active=False)
    with pytest.raises(leaving.LeavingRefused, match="唯一的管理员"):
        leaving.leave(teacher, PASSWORD)

    UserFactory(is_superuser=True)
    leaving.leave(teacher, PASSWORD)
    assert not User.objects.filter(pk=teacher.pk).exists()
