"""The right questions come next, and a paper once opened stays as it is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes import practice
from quizzes.models import Attempt, Card, Document, Fact, Lesson, Question, Response, User
from quizzes.practice import NothingToPractise, UnknownSize, open_attempt, paper, unfinished
from tests.factories import (
    AttemptFactory,
    CardFactory,
    LessonFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    QuestionFactory,
    ResponseFactory,
    ago,
    noon,
)
from tests.kinds import published

NOW = noon(1)


def ask(lesson: Lesson, count: int = 1) -> list[Fact]:
    """Facts of a lesson, in the order of the text, each with a published question."""
    return [PublishedQuestionFactory(fact__lesson=lesson).fact for _ in range(count)]


def facts_of(attempt: Attempt) -> list[Fact]:
    return [response.fact for response in paper(attempt)]


def test_a_new_learner_gets_the_facts_in_the_order_of_the_text(
    learner: User, document: Document
) -> None:
    first, second = LessonFactory(document=document), LessonFactory(document=document)
    later, earlier = ask(second, 3), ask(first, 3)
    attempt = open_attempt(learner, document, size=5)
    assert facts_of(attempt) == [*earlier, *later[:2]]
    assert [r.position for r in paper(attempt)] == [1, 2, 3, 4, 5]
    assert Card.objects.filter(learner=learner, state=Card.State.NEW, reps=0).count() == 5


def test_of_new_facts_the_most_important_come_first(
    learner: User, lesson: Lesson, document: Document
) -> None:
    small = PublishedQuestionFactory(fact__lesson=lesson, fact__importance=1).fact
    great = PublishedQuestionFactory(fact__lesson=lesson, fact__importance=3).fact
    assert facts_of(open_attempt(learner, document, now=NOW)) == [great, small]


def test_questions_on_the_same_words_come_in_one_paper_only_where_there_is_nothing_else(
    learner: User, lesson: Lesson, document: Document
) -> None:
    places = [(0, 40), (0, 40), (20, 60), (100, 140), (150, 190), (200, 240), (250, 290)]
    facts = [
        PublishedQuestionFactory(
            fact__lesson=lesson, fact__evidence_start=start, fact__evidence_end=end
        ).fact
        for start, end in places
    ]
    assert facts_of(open_attempt(learner, document, size=5, now=NOW)) == [facts[0], *facts[3:7]]
    assert len(facts_of(open_attempt(learner, document, size=10, now=NOW))) == len(places)


def test_due_facts_come_first_then_new_ones_then_the_weakest(
    learner: User, lesson: Lesson, document: Document
) -> None:
    strong, weak, new, due, overdue = ask(lesson, 5)
    known = {"learner": learner, "mastered": True, "due": NOW + timedelta(days=5)}
    CardFactory(**known, fact=strong, stability=40.0, last_review=NOW - timedelta(days=1))
    CardFactory(**known, fact=weak, stability=2.0, last_review=NOW - timedelta(days=2))
    CardFactory(learner=learner, fact=due, due_now=True, due=NOW)
    CardFactory(learner=learner, fact=overdue, due_now=True, due=NOW - timedelta(days=3))
    attempt = open_attempt(learner, document, now=NOW)
    assert facts_of(attempt) == [overdue, due, new, weak, strong]


def test_a_fact_answered_wrong_just_now_waits_for_its_time(
    learner: User, lesson: Lesson, document: Document
) -> None:
    wrong, new = ask(lesson, 2)
    card = CardFactory(learner=learner, fact=wrong, learning=True, last_review=NOW)
    card.due = NOW + timedelta(minutes=9)
    card.save()
    assert facts_of(open_attempt(learner, document, now=NOW)) == [new, wrong]
    later = NOW + timedelta(hours=1)
    assert facts_of(open_attempt(learner, document, now=later)) == [wrong, new]


def test_a_fact_with_several_questions_stands_in_a_paper_once(
    learner: User, lesson: Lesson, document: Document
) -> None:
    fact = PublishedQuestionFactory(fact__lesson=lesson).fact
    PublishedBlankFactory(fact=fact)
    PublishedQuestionFactory(fact=fact, origin=Question.Origin.AUTHORED)
    assert facts_of(open_attempt(learner, document)) == [fact]


def test_the_kinds_on_a_fact_take_turns(learner: User, lesson: Lesson, document: Document) -> None:
    choice = PublishedQuestionFactory(fact__lesson=lesson)
    blank = PublishedBlankFactory(fact=choice.fact)
    other = PublishedQuestionFactory(fact=choice.fact, origin=Question.Origin.AUTHORED)
    asked = []
    for day in range(1, 6):
        (response,) = paper(open_attempt(learner, document, now=noon(day)))
        asked.append(response.revision.question)
        card = response.card
        card.reps, card.last_question = card.reps + 1, response.revision.question
        card.due = noon(day)
        card.save()
    assert asked == [choice, blank, other, blank, choice]


def test_two_papers_open_at_once_ask_a_fact_in_different_ways(
    learner: User, lesson: Lesson, document: Document
) -> None:
    PublishedBlankFactory(fact=PublishedQuestionFactory(fact__lesson=lesson).fact)
    (one,) = paper(open_attempt(learner, document, now=NOW))
    (other,) = paper(open_attempt(learner, document, lesson, now=NOW))
    assert one.revision.kind != other.revision.kind


def test_the_kind_of_a_question_now_retired_is_not_asked_twice_running(
    learner: User, lesson: Lesson, document: Document
) -> None:
    retired = PublishedQuestionFactory(fact__lesson=lesson, status=Question.Status.RETIRED)
    PublishedQuestionFactory(fact=retired.fact, origin=Question.Origin.AUTHORED)
    blank = PublishedBlankFactory(fact=retired.fact)
    CardFactory(learner=learner, fact=retired.fact, due_now=True, last_question=retired)
    (response,) = paper(open_attempt(learner, document))
    assert response.revision.question == blank


def test_of_facts_due_the_important_and_the_nearly_forgotten_come_first(
    learner: User, lesson: Lesson, document: Document
) -> None:
    def due(importance: int, stability: float) -> Fact:
        fact = PublishedQuestionFactory(fact__lesson=lesson, fact__importance=importance).fact
        last = NOW - timedelta(days=8)
        CardFactory(
            learner=learner,
            fact=fact,
            due_now=True,
            due=NOW - timedelta(days=1),
            last_review=last,
            stability=stability,
        )
        return fact

    strong, small, weak, great = due(2, 20), due(1, 2), due(2, 2), due(3, 2)
    assert facts_of(open_attempt(learner, document, now=NOW)) == [great, weak, small, strong]


def test_to_recognise_comes_before_to_recall(
    learner: User, lesson: Lesson, document: Document
) -> None:
    fact = published("fill_blank", fact__lesson=lesson).fact
    for kind in ("ordering", "matching", "multiple_choice", "true_false", "single_choice"):
        published(kind, fact=fact)
    asked = []
    for day in range(1, 8):
        (response,) = paper(open_attempt(learner, document, now=noon(day)))
        asked.append(response.revision.kind)
        card = response.card
        card.reps, card.last_question = card.reps + 1, response.revision.question
        card.due = noon(day)
        card.save()
    assert asked == [
        "single_choice",
        "true_false",
        "multiple_choice",
        "matching",
        "ordering",
        "fill_blank",
        "single_choice",
    ]


def test_a_paper_has_as_many_questions_as_there_are_facts(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 7)
    assert len(paper(open_attempt(learner, document, size=20))) == 7
    assert len(paper(open_attempt(learner, document, size=5))) == 5


def test_a_section_holds_the_lessons_under_it_and_no_others(
    learner: User, document: Document
) -> None:
    chapter = LessonFactory(document=document)
    section = LessonFactory(document=document, parent=chapter)
    below = LessonFactory(document=document, parent=section)
    ask(LessonFactory(document=document))
    inside = [*ask(chapter), *ask(section), *ask(below)]
    assert facts_of(open_attempt(learner, document, chapter)) == inside
    assert facts_of(open_attempt(learner, document, below)) == inside[2:]


def test_nothing_to_practise_says_so_and_saves_nothing(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(LessonFactory())
    with pytest.raises(NothingToPractise) as refused:
        open_attempt(learner, document, lesson)
    assert "换一节" in str(refused.value.message)
    assert not Attempt.objects.exists()
    assert not Card.objects.exists()


def test_a_size_that_is_not_offered_is_refused(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson)
    with pytest.raises(UnknownSize):
        open_attempt(learner, document, size=1000)


def test_drafts_and_what_is_retired_are_not_asked(
    learner: User, lesson: Lesson, document: Document
) -> None:
    QuestionFactory(fact__lesson=lesson)
    PublishedQuestionFactory(fact__lesson=lesson, status=Question.Status.RETIRED)
    PublishedQuestionFactory(fact__lesson=lesson, fact__retired=True)
    with pytest.raises(NothingToPractise):
        open_attempt(learner, document)


def test_a_question_is_asked_in_its_latest_wording(
    learner: User, lesson: Lesson, document: Document
) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    old = question.revisions.get()
    old.pk, old.number, old.stem = None, 2, "新的题干"
    old.save()
    question.revision = 2
    question.save()
    (response,) = paper(open_attempt(learner, document))
    assert response.revision.stem == "新的题干"


def test_a_double_click_opens_one_paper(learner: User, lesson: Lesson, document: Document) -> None:
    ask(lesson, 3)
    attempt = open_attempt(learner, document, now=NOW)
    assert open_attempt(learner, document, now=NOW + timedelta(seconds=1)) == attempt
    assert Attempt.objects.count() == 1


def test_another_scope_size_or_learner_is_another_paper(
    learner: User, teacher: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 3)
    papers = {
        open_attempt(learner, document, now=NOW),
        open_attempt(learner, document, size=5, now=NOW),
        open_attempt(learner, document, lesson, now=NOW),
        open_attempt(teacher, document, now=NOW),
    }
    assert len(papers) == 4


def test_a_paper_that_was_begun_is_not_opened_again_by_the_button(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 3)
    begun = open_attempt(learner, document)
    Response.objects.filter(attempt=begun, position=1).update(answered_at=NOW, is_correct=True)
    assert open_attempt(learner, document) != begun


def test_an_untouched_paper_of_last_week_does_not_hide_what_is_due_today(
    learner: User, lesson: Lesson, document: Document
) -> None:
    new, due = ask(lesson, 2)
    old = open_attempt(learner, document, now=NOW - timedelta(days=7))
    Card.objects.filter(fact=due).update(reps=1, due=NOW, state=Card.State.REVIEW)
    attempt = open_attempt(learner, document, now=NOW)
    assert attempt != old
    assert facts_of(attempt) == [due, new]


def test_a_fact_may_stand_in_two_open_papers(
    learner: User, lesson: Lesson, document: Document
) -> None:
    (fact,) = ask(lesson)
    papers = [open_attempt(learner, document), open_attempt(learner, document, lesson)]
    assert [facts_of(attempt) for attempt in papers] == [[fact], [fact]]
    assert Card.objects.count() == 1


def shown_order(texts: list[str], learner: User, lesson: Lesson) -> tuple[list[str], list[str]]:
    question = PublishedQuestionFactory(fact__lesson=lesson, texts=texts)
    (response,) = paper(open_attempt(learner, lesson.document))
    by_id = {option["id"]: option["text"] for option in question.revisions.get().options}
    return list(by_id.values()), [by_id[pk] for pk in response.option_order]


@pytest.mark.parametrize(
    "texts",
    [["10条", "14条", "17条", "48条"], ["2019年1月", "2020年4月", "2020年8月"], ["1/75", "1/8"]],
)
def test_numbers_and_dates_are_shown_as_they_ascend(
    texts: list[str], learner: User, lesson: Lesson
) -> None:
    stored, order = shown_order(texts, learner, lesson)
    assert order == stored == texts


def test_other_options_are_shuffled_so_that_the_place_of_the_key_says_nothing(
    learner: User, lesson: Lesson, document: Document
) -> None:
    texts = ["一次不跑", "一号响应", "一网通管", "一生相伴"]
    revision = PublishedQuestionFactory(fact__lesson=lesson, texts=texts).revisions.get()
    key = revision.options[0]["id"]
    orders = [practice.option_order(revision, attempt, 1) for attempt in range(200)]
    assert {order.index(key) for order in orders} == {0, 1, 2, 3}
    (response,) = paper(open_attempt(learner, document, size=20))
    again = practice.option_order(revision, response.attempt_id, response.position)
    assert again == response.option_order, "the page opened again shows the same"


def test_a_fill_in_question_shows_no_options(
    learner: User, lesson: Lesson, document: Document
) -> None:
    PublishedBlankFactory(fact__lesson=lesson)
    (response,) = paper(open_attempt(learner, document))
    assert response.option_order == []


def test_an_open_paper_is_found_on_another_device(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 3)
    attempt = open_attempt(learner, document)
    Response.objects.filter(attempt=attempt, position=1).update(answered_at=NOW, is_correct=True)
    (found,) = unfinished(learner)
    assert found == attempt
    assert found.answered == 1  # type: ignore[attr-defined]
    assert practice.next_position(paper(found)) == 2


def test_only_the_learners_own_open_papers_are_found_the_newest_first(
    learner: User, lesson: Lesson
) -> None:
    (fact,) = ask(lesson)
    revision = fact.questions.get().revisions.get()
    attempts = [
        AttemptFactory(learner=learner, document=lesson.document, opened_at=ago(days=day))
        for day in range(7)
    ]
    others = [
        AttemptFactory(document=lesson.document),
        AttemptFactory(learner=learner, finished=True),
    ]
    for attempt in [*attempts, *others]:
        ResponseFactory(attempt=attempt, revision=revision)
    assert unfinished(learner) == attempts[:5]


def test_a_paper_whose_facts_left_the_text_is_not_offered(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 2)
    open_attempt(learner, document)
    Fact.objects.update(retired_at=NOW)
    assert unfinished(learner) == []


def test_next_position_is_the_first_open_one_and_none_at_the_end(
    learner: User, lesson: Lesson, document: Document
) -> None:
    ask(lesson, 3)
    responses = paper(open_attempt(learner, document))
    responses[0].answered_at = responses[2].answered_at = NOW
    assert practice.next_position(responses) == 2
    responses[1].answered_at = NOW
    assert practice.next_position(responses) is None


@pytest.mark.parametrize("facts", [1, 60])
def test_opening_and_showing_a_paper_takes_the_same_statements_for_any_bank(
    facts: int, learner: User, lesson: Lesson, document: Document
) -> None:
    for fact in ask(lesson, facts):
        PublishedBlankFactory(fact=fact)
        CardFactory(learner=learner, fact=fact, mastered=True)
    with CaptureQueriesContext(
        connection,
    ) as opening:
        attempt = open_attempt(learner, document, lesson, size=20)
    assert len(opening) == 11
    with CaptureQueriesContext(connection) as showing:
        for response in paper(attempt):
            assert response.fact.lesson.heading
            assert response.revision.stem
    assert len(showing) == 1
    with CaptureQueriesContext(connection) as finding:
        for found in unfinished(learner):
            assert found.lesson
            assert found.document.title
    assert len(finding) == 1
