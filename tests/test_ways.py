"""Each way asks what it says, and goes on where its learner stopped."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes import ways
from quizzes.grading import answer
from quizzes.models import Attempt, Document, Fact, Lesson, Question, User
from quizzes.practice import NothingToPractise, paper, unfinished
from quizzes.ways import UnknownTopic, amounts, going_on, open_way
from tests.factories import (
    CardFactory,
    FavouriteFactory,
    LessonFactory,
    MistakeFactory,
    PublishedBlankFactory,
    PublishedQuestionFactory,
    RecordFactory,
    ago,
)
from tests.kinds import published, right

Mode = Attempt.Mode


def facts(attempt: Attempt) -> list[Fact]:
    return [response.fact for response in paper(attempt)]


def finish(attempt: Attempt, count: int | None = None) -> None:
    """Answers the first `count` positions, or all."""
    for response in paper(attempt)[:count]:
        answer(attempt.learner, attempt.pk, response.position, right(response.revision))


class TestInOrder:
    @pytest.fixture
    def course(self, document: Document) -> list[Fact]:
        """Twenty-five facts of two lessons, in the order of the text."""
        lessons = [LessonFactory(document=document) for _ in range(2)]
        later = [PublishedQuestionFactory(fact__lesson=lessons[1]).fact for _ in range(13)]
        return [
            *(PublishedQuestionFactory(fact__lesson=lessons[0]).fact for _ in range(12)),
            *later,
        ]

    def test_it_asks_as_the_text_goes(
        self, learner: User, document: Document, course: list[Fact]
    ) -> None:
        CardFactory(learner=learner, fact=course[7], due_now=True)
        assert facts(open_way(learner, document, Mode.SEQUENCE)) == course[:20]

    def test_it_goes_on_where_the_learner_stopped_and_begins_anew_after_the_last(
        self, learner: User, document: Document, course: list[Fact]
    ) -> None:
        finish(open_way(learner, document, Mode.SEQUENCE))
        assert ways.stretch(learner, document).behind == 20
        second = open_way(learner, document, Mode.SEQUENCE)
        assert facts(second) == course[20:]
        finish(second)
        assert facts(open_way(learner, document, Mode.SEQUENCE)) == course[:20]

    def test_a_fact_that_left_the_text_leaves_the_place(
        self, learner: User, document: Document, course: list[Fact]
    ) -> None:
        attempt = open_way(learner, document, Mode.SEQUENCE)
        finish(attempt, 4)
        Fact.objects.filter(pk=course[3].pk).update(retired_at=timezone.now())
        attempt.responses.filter(answered_at=None).delete()
        stretch = ways.stretch(learner, document)
        assert (stretch.behind, stretch.facts, stretch.lesson) == (3, 24, course[4].lesson)

    def test_each_learner_has_their_own_place(
        self, learner: User, teacher: User, document: Document, course: list[Fact]
    ) -> None:
        finish(open_way(teacher, document, Mode.SEQUENCE), 5)
        assert facts(open_way(learner, document, Mode.SEQUENCE))[0] == course[0]


@pytest.mark.parametrize("mode", ["practice", "sequence", "cards", "mistakes", "favourites"])
def test_an_open_sitting_is_gone_on_with(learner: User, lesson: Lesson, mode: str) -> None:
    for _ in range(3):
        question = PublishedQuestionFactory(fact__lesson=lesson, fact__kind="term")
        MistakeFactory(learner=learner, question=question)
        FavouriteFactory(learner=learner, question=question)
    attempt = open_way(learner, lesson.document, mode)
    assert open_way(learner, lesson.document, mode) == attempt
    assert going_on(learner, lesson.document, mode) == attempt
    assert attempt in unfinished(learner)
    assert attempt.size == 3 or mode != "sequence"


def test_what_was_opened_last_comes_first(learner: User, lesson: Lesson) -> None:
    PublishedQuestionFactory(fact__lesson=lesson)
    older = open_way(learner, lesson.document, Mode.PRACTICE, now=ago(days=1))
    newer = open_way(learner, lesson.document, Mode.SEQUENCE, now=ago(hours=1))
    oldest = open_way(learner, lesson.document, Mode.TOPIC, "fact-date", now=ago(days=2))
    assert unfinished(learner) == [newer, older, oldest]


def test_a_sitting_is_of_its_course(learner: User, lesson: Lesson) -> None:
    other = PublishedQuestionFactory()
    PublishedQuestionFactory(fact__lesson=lesson)
    attempt = open_way(learner, lesson.document, Mode.PRACTICE)
    assert open_way(learner, other.fact.document, Mode.PRACTICE) != attempt


class TestTopics:
    @pytest.fixture
    def document(self, lesson: Lesson) -> Document:
        PublishedQuestionFactory(fact__lesson=lesson)
        PublishedQuestionFactory(fact__lesson=lesson, fact__kind="number")
        published("true_false", fact__lesson=lesson, fact__kind="number")
        PublishedBlankFactory(fact=Fact.objects.filter(kind="number")[0])
        return lesson.document

    def test_by_kind_of_fact(self, learner: User, document: Document) -> None:
        attempt = open_way(learner, document, Mode.TOPIC, "fact-number")
        assert [fact.kind for fact in facts(attempt)] == ["number", "number"]

    def test_by_kind_of_question(self, learner: User, document: Document) -> None:
        attempt = open_way(learner, document, Mode.TOPIC, "item-fill_blank")
        assert [one.revision.kind for one in paper(attempt)] == ["fill_blank"]

    def test_each_topic_is_a_sitting_of_its_own(self, learner: User, document: Document) -> None:
        numbers = open_way(learner, document, Mode.TOPIC, "fact-number")
        assert open_way(learner, document, Mode.TOPIC, "fact-date") != numbers
        assert open_way(learner, document, Mode.TOPIC, "fact-number") == numbers

    def test_what_there_is(self, document: Document) -> None:
        by_fact, by_item = ways.topics(document)
        assert [(one.name, one.count) for one in by_fact] == [("时间", 1), ("数字", 2)]
        assert [one.code for one in by_item] == [
            "item-single_choice",
            "item-true_false",
            "item-fill_blank",
        ]

    @pytest.mark.parametrize("topic", ["", "fact-", "fact-nonsense", "item-number", "x-date"])
    def test_no_topic_is_refused(self, learner: User, document: Document, topic: str) -> None:
        with pytest.raises(UnknownTopic):
            open_way(learner, document, Mode.TOPIC, topic)
        assert ways.topic_name(topic) == ""
        assert not Attempt.objects.exists()


def test_favourites_ask_the_very_question(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    blank = PublishedBlankFactory(fact=question.fact)
    PublishedQuestionFactory(fact__lesson=lesson)
    FavouriteFactory(learner=learner, question=blank)
    FavouriteFactory(question=question)
    attempt = open_way(learner, lesson.document, Mode.FAVOURITES)
    assert [one.revision.question for one in paper(attempt)] == [blank]


def test_a_retired_favourite_is_not_asked(learner: User, lesson: Lesson) -> None:
    question = PublishedQuestionFactory(fact__lesson=lesson)
    PublishedBlankFactory(fact=question.fact)
    FavouriteFactory(learner=learner, question=question)
    Question.objects.filter(pk=question.pk).update(status="retired")
    assert amounts(learner, lesson.document).favourites == 0
    with pytest.raises(NothingToPractise):
        open_way(learner, lesson.document, Mode.FAVOURITES)


@pytest.mark.parametrize("mode", Mode.values[:-1])
def test_a_course_without_questions_opens_nothing(
    learner: User, document: Document, mode: str
) -> None:
    with pytest.raises(NothingToPractise):
        open_way(learner, document, mode, "fact-date" if mode == "topic" else "")
    assert not Attempt.objects.exists()


def test_amounts(learner: User, lesson: Lesson) -> None:
    questions = [PublishedQuestionFactory(fact__lesson=lesson) for _ in range(3)]
    term = PublishedQuestionFactory(
        fact__lesson=LessonFactory(document=lesson.document), fact__kind="term"
    )
    MistakeFactory(learner=learner, question=term)
    MistakeFactory(learner=learner, question=questions[0], gone=True)
    FavouriteFactory(learner=learner, question=questions[1])
    CardFactory(learner=learner, fact=term.fact, due_now=True)
    CardFactory(learner=learner, fact=questions[0].fact)
    RecordFactory(learner=learner, document=lesson.document, best=6)
    for stranger in (MistakeFactory, FavouriteFactory):
        stranger(question=questions[2])
    assert amounts(learner, lesson.document) == ways.Amounts(
        facts=4, due=1, terms=1, mistakes=1, favourites=1, sections=2, best=6
    )


def test_the_course_is_the_one_asked_for_else_the_last_one_else_the_first(learner: User) -> None:
    first, second, third = (PublishedQuestionFactory().fact.document for _ in range(3))
    assert ways.courses(learner)[0] == first
    attempt = open_way(learner, second, Mode.PRACTICE)
    Attempt.objects.filter(pk=attempt.pk).update(opened_at=ago(days=1) + timedelta(hours=1))
    assert ways.courses(learner)[0] == second
    assert ways.courses(learner, str(third.pk))[0] == third
    assert ways.courses(learner, "nonsense")[0] == second
