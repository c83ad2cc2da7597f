"""What is searched follows documents and questions."""

from django.db import transaction

from quizzes import authoring, importing, publishing, search
from quizzes.models import Document, Fact, Lesson, SearchEntry, User
from quizzes.search import find, index_document, read_query
from tests.factories import (
    DocumentFactory,
    FactFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    QuestionFactory,
)
from tests.search.helpers import lessons, texts


def stems(typed: str, learner: User | None) -> list[str]:
    return texts(find(read_query(typed), learner, only="questions"))


def test_published_ones_are_found_by_their_stem(
    learner: User, document: Document, lesson: Lesson
) -> None:
    blank = PublishedBlankFactory(fact__lesson=lesson)
    index_document(document)

    assert stems("综合保税区", learner) == [blank.stem]
    assert stems("2020年4月", learner) == []  # the key


def test_drafts_are_not(learner: User, document: Document, lesson: Lesson) -> None:
    QuestionFactory(fact__lesson=lesson)
    index_document(document)

    assert stems("综合保税区", learner) == []


def test_visitors_find_none(document: Document, lesson: Lesson) -> None:
    PublishedQuestionFactory(fact__lesson=lesson)
    index_document(document)

    assert stems("综合保税区", None) == []


def test_they_follow_what_an_instructor_does(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    publishing.retire(question)
    assert stems("综合保税区", learner) == []
    publishing.publish(question)
    assert stems("综合保税区", learner) == [question.stem]
    question.stem = "设立保税区的是谁？"
    question.save()
    publishing.record_edit(question, learner)
    assert stems("综合保税区", learner) == []
    assert stems("设立保税区", learner) == [question.stem]
    publishing.to_draft(question)
    assert stems("设立保税区", learner) == []


def test_a_fact_is_listed_once_and_by_a_question_that_does_not_tell_the_key(
    learner: User, document: Document, lesson: Lesson
) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    PublishedQuestionFactory(true_false=True, fact=question.fact)
    PublishedBlankFactory(fact=question.fact)
    statement = PublishedQuestionFactory(true_false=True, fact__lesson=lesson)
    index_document(document)

    assert stems("综合保税区", learner) == [question.stem, statement.stem]


def test_a_question_moves_with_its_fact(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    publishing.publish(question)
    other = LessonFactory(document=lesson.document)
    authoring.redescribe(question.fact, other, "14条", "")

    entry = SearchEntry.objects.get(question=question)
    assert entry.lesson == other
    assert entry.get_absolute_url() == f"/facts/{question.fact_id}/?question={question.pk}"


def test_a_deleted_one_is_gone(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    publishing.publish(question)
    publishing.delete(question)

    assert stems("综合保税区", learner) == []


def test_an_undone_change_leaves_the_search_as_it_was(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    publishing.publish(question)
    with transaction.atomic():
        publishing.retire(question)
        transaction.set_rollback(True)

    assert stems("综合保税区", learner) == [question.stem]


def test_a_term_once_with_its_sentence(document: Document, lesson: Lesson) -> None:
    evidence = "按照“三权分置”的要求分开。"
    for _ in range(2):
        fact = FactFactory(
            lesson=lesson, kind=Fact.Kind.TERM, answer="“三权分置”", evidence=evidence
        )
        PublishedQuestionFactory(fact=fact)
    index_document(document)
    (group,) = find(read_query("三权"), None, only="terms").groups

    assert [hit.entry.text for hit in group.hits] == ["“三权分置”"]
    assert "".join(part.text for part in group.hits[0].sentence) == evidence
    assert search.suggestions() == ["“三权分置”"]


def test_one_that_nobody_is_asked_is_not_found(lesson: Lesson) -> None:
    fact = FactFactory(lesson=lesson, kind=Fact.Kind.TERM, answer="三权分置")
    question = PublishedQuestionFactory(fact=fact)
    publishing.publish(question)
    assert find(read_query("三权"), None, only="terms").count == 1
    publishing.retire(question)

    assert find(read_query("三权"), None, only="terms").count == 0


FIRST = "一、开头\n义乌综合保税区设立了。\n二、后来\n市场里有很多机器人在工作。\n"


def imported(text: str) -> Document:
    return importing.carry_out(importing.plan("a.txt", text.encode()))


def test_an_import_is_searchable_at_once(db: None) -> None:
    imported(FIRST)

    assert lessons("机器人") == ["市场里有很多机器人在工作。"]


def test_a_revision_replaces_what_was(db: None) -> None:
    imported(FIRST)
    imported(FIRST.replace("机器人", "自动车"))

    assert lessons("机器人") == []
    assert lessons("自动车") == ["市场里有很多自动车在工作。"]


def test_retired_lessons_are_not_found(book: Document, lesson: Lesson) -> None:
    lesson.retired_at = lesson.document.imported_at
    lesson.save()
    index_document(book)

    assert lessons("班列") == []


def test_a_deleted_document_is_gone(book: Document) -> None:
    book.delete()

    assert lessons("班列") == []


def test_one_course_alone(book: Document) -> None:
    other = DocumentFactory(title="班列故事")
    index_document(other)

    assert len(lessons("班列")) == 2
    assert lessons("班列", document=other) == ["班列故事"]


def test_a_site_from_before_the_search_is_told_apart(lesson: Lesson) -> None:
    assert search.is_missing()
    index_document(lesson.document)
    assert not search.is_missing()
