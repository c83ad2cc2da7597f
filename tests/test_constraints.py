"""The database itself holds the rules, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError

from quizzes.models import Card, Certificate, Day, Fact, LessonRead, Option, Response, Revision
from tests.factories import (
    CardFactory,
    CertificateFactory,
    DayFactory,
    FactFactory,
    LessonFactory,
    LessonReadFactory,
    OptionFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    QuestionFactory,
    ResponseFactory,
    ago,
)
from tests.kinds import published

pytestmark = pytest.mark.django_db


def copy(
    row: Response | Card | Certificate | Day | Fact | LessonRead | Option | Revision,
    **fields: object,
) -> None:
    """Inserts the row once more, with these fields changed."""
    row.pk = None
    for name, value in fields.items():
        setattr(row, name, value)
    type(row).objects.bulk_create([row])  # type: ignore[list-item]


def refused(constraint: str) -> "pytest.RaisesExc[IntegrityError]":
    return pytest.raises(IntegrityError, match=constraint)


def test_one_certificate_for_a_learner_and_a_course() -> None:
    found = CertificateFactory()
    with refused("certificate|learner"):
        copy(found, number="0" * 20)


def test_one_certificate_a_number() -> None:
    found = CertificateFactory()
    with refused("number"):
        copy(found, document=LessonFactory().document)


def test_one_response_a_position() -> None:
    response = ResponseFactory()
    other = FactFactory(lesson=response.fact.lesson)
    with refused("attempt"):
        copy(response, fact=other)


def test_one_response_a_fact_in_a_paper() -> None:
    response = ResponseFactory()
    with refused("fact"):
        copy(response, position=2)


@pytest.mark.parametrize(
    "fields",
    [{"answered_at": ago(days=1)}, {"is_correct": True}, {"is_correct": False}],
)
def test_a_response_is_answered_and_graded_or_neither(fields: dict[str, object]) -> None:
    response = ResponseFactory()
    with refused("response_answered_is_graded"):
        Response.objects.filter(pk=response.pk).update(**fields)


def test_a_single_choice_question_has_one_key() -> None:
    question = PublishedQuestionFactory()
    with refused("question_id|one_key_where_one_is_chosen"):
        OptionFactory(question=question, is_key=True)


def test_a_second_key_cannot_be_marked_either() -> None:
    question = PublishedQuestionFactory()
    with refused("question_id|one_key_where_one_is_chosen"):
        question.options.filter(is_key=False).update(is_key=True)


def test_a_statement_has_one_key() -> None:
    question = published("true_false")
    with refused("question_id|one_key_where_one_is_chosen"):
        question.options.update(is_key=True)


def test_several_keys_are_allowed_where_several_are_chosen() -> None:
    assert published("multiple_choice").options.filter(is_key=True).count() == 3


@pytest.mark.parametrize("kind", ["matching", "ordering", "fill_blank"])
def test_where_nothing_is_chosen_every_row_is_a_key(kind: str) -> None:
    with refused("all_are_keys_where_none_is_chosen"):
        published(kind).options.update(is_key=False)


def test_a_pair_has_two_sides() -> None:
    with refused("partner_in_matching_only"):
        published("matching").options.update(partner="")


def test_only_a_pair_has_two_sides() -> None:
    with refused("partner_in_matching_only"):
        published("ordering").options.update(partner="窗口受理")


def test_two_things_have_two_places() -> None:
    with refused("position|one_thing_a_place_in_ordering"):
        published("ordering").options.update(position=1)


def test_a_fill_in_question_has_as_many_answers_as_it_needs() -> None:
    question = PublishedBlankFactory(texts=["14条", "十四条"])
    assert question.options.filter(is_key=True).count() == 2


def test_a_fingerprint_is_unique_in_its_document() -> None:
    fact = FactFactory()
    FactFactory(fingerprint=fact.fingerprint)
    with refused("fingerprint"):
        FactFactory(lesson=fact.lesson, fingerprint=fact.fingerprint)


def test_a_fact_has_one_generated_question_of_a_kind() -> None:
    question = QuestionFactory()
    QuestionFactory(fact=question.fact, origin="authored")
    QuestionFactory(fact=question.fact, kind="fill_blank")
    with refused("generated_question_unique_by_kind|fact_id"):
        QuestionFactory(fact=question.fact)


def test_a_published_question_has_a_wording() -> None:
    with refused("published_question_has_revision"):
        QuestionFactory(status="published", revision=0)


def test_a_wording_has_its_own_number() -> None:
    revision = PublishedQuestionFactory().revisions.get()
    with refused("number"):
        copy(revision)


def test_a_learner_has_one_card_a_fact() -> None:
    card = CardFactory()
    with refused("learner"):
        copy(card)


def test_a_learner_has_one_day_a_date() -> None:
    day = DayFactory()
    with refused("learner"):
        copy(day)


def test_a_learner_has_one_place_in_a_lesson() -> None:
    read = LessonReadFactory()
    with refused("learner"):
        copy(read)


def test_lessons_have_an_order_each_until_they_are_retired() -> None:
    lesson = LessonFactory()
    LessonFactory(document=lesson.document, order=lesson.order, retired_at=ago(days=1))
    with refused("order"):
        LessonFactory(document=lesson.document, order=lesson.order)


def test_a_lesson_does_not_end_before_it_starts() -> None:
    with refused("lesson_ends_after_start"):
        LessonFactory(start=10, end=9)


def test_what_a_learner_was_shown_cannot_be_deleted() -> None:
    response = ResponseFactory()
    with transaction.atomic(), pytest.raises((ProtectedError, RestrictedError)):
        response.revision.question.delete()
    assert Revision.objects.filter(pk=response.revision_id).exists()


def test_a_lesson_with_facts_cannot_be_deleted() -> None:
    fact = FactFactory()
    with transaction.atomic(), pytest.raises((ProtectedError, RestrictedError)):
        fact.lesson.delete()
