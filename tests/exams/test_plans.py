"""What papers are drawn by: an instructor's plan, or what suits the document."""

from collections import Counter

from quizzes.exams.plans import blueprint_and_topics, offered
from quizzes.models import Document, ExamKind, ExamSection, Lesson
from tests.exams.helpers import ask, course
from tests.factories import ExamPlanFactory, LessonFactory


def chapter(document: Document, facts: int, **fields: object) -> Lesson:
    """A chapter without a text of its own, and one section under it."""
    top = LessonFactory(document=document, body="", **fields)
    section = LessonFactory(document=document, parent=top)
    for number in range(facts):
        ask(section, number)
    return top


def test_without_a_plan_twenty_questions_and_thirty_minutes(document: Document) -> None:
    blueprint, _topics = blueprint_and_topics(document)

    assert (blueprint.size, blueprint.minutes, blueprint.important) == (20, 30, 0.8)


def test_without_a_plan_each_part_has_its_share_of_the_facts(document: Document) -> None:
    first, second = chapter(document, 4), chapter(document, 2)
    blueprint, _topics = blueprint_and_topics(document)

    assert blueprint.sections == Counter({first.pk: 4, second.pk: 2})


def test_a_document_in_one_chapter_is_shared_out_by_what_is_under_it(document: Document) -> None:
    top = chapter(document, 2)
    other = LessonFactory(document=document, parent=top)
    ask(other, 0)
    blueprint, _topics = blueprint_and_topics(document)

    assert sorted(blueprint.sections.values()) == [1, 2]


def test_a_plan_says_how_many_of_what(document: Document) -> None:
    first, second = chapter(document, 3), chapter(document, 3)
    plan = ExamPlanFactory(document=document, size=8, minutes=12, important_share=50)
    ExamSection.objects.create(plan=plan, lesson=first, share=75)
    ExamSection.objects.create(plan=plan, lesson=second, share=25)
    ExamKind.objects.create(plan=plan, kind="single_choice", share=100)
    blueprint, topics = blueprint_and_topics(document)

    assert blueprint.sections == {first.pk: 75, second.pk: 25}
    assert blueprint.kinds == {"single_choice": 100}
    assert (blueprint.size, blueprint.minutes, blueprint.important) == (8, 12, 0.5)
    assert Counter(topic.section for topic in topics) == {first.pk: 3, second.pk: 3}


def test_what_is_offered_is_what_can_be_drawn(document: Document) -> None:
    course(document, sections=2, facts=3)

    assert offered(document) == (6, 30)


def test_an_empty_document_offers_nothing(document: Document) -> None:
    assert offered(document) == (0, 30)
