"""The site remembers where a learner stopped reading."""

from datetime import timedelta

from quizzes import reading
from quizzes.models import Document, Lesson, LessonRead, User
from tests.factories import LessonFactory, noon

NOW = noon(1)


def test_opening_a_lesson_begins_at_its_first_character(learner: User, lesson: Lesson) -> None:
    read = reading.open_lesson(learner, lesson, NOW)
    assert (read.offset, read.read_at, read.finished_at) == (lesson.body_start, NOW, None)


def test_opening_it_again_says_where_reading_stopped(learner: User, document: Document) -> None:
    lesson = LessonFactory(document=document, body="第一段。\n第二段。\n第三段。")
    reading.keep_place(learner, lesson, lesson.body_start + 5, NOW)
    later = NOW + timedelta(hours=1)
    read = reading.open_lesson(learner, lesson, later)
    assert (read.offset, read.read_at) == (lesson.body_start + 5, later)
    assert LessonRead.objects.get() == read


def test_the_last_paragraph_finishes_the_lesson(learner: User, document: Document) -> None:
    lesson = LessonFactory(document=document, body="第一段。\n第二段。\n第三段。\n")
    reading.keep_place(learner, lesson, lesson.body_start + 9, NOW)
    assert LessonRead.objects.get().finished_at is None
    reading.keep_place(learner, lesson, lesson.body_start + 10, NOW)
    assert LessonRead.objects.get().finished_at == NOW


def test_reading_again_from_the_top_leaves_it_read(learner: User, lesson: Lesson) -> None:
    reading.finish(learner, lesson, NOW)
    reading.keep_place(learner, lesson, lesson.body_start, NOW + timedelta(days=1))
    read = LessonRead.objects.get()
    assert (read.offset, read.finished_at) == (lesson.body_start, NOW)


def test_finishing_twice_keeps_the_first_time(learner: User, lesson: Lesson) -> None:
    reading.finish(learner, lesson, NOW)
    reading.finish(learner, lesson, NOW + timedelta(days=1))
    assert LessonRead.objects.get().finished_at == NOW


def test_a_place_outside_the_lesson_is_ignored(learner: User, document: Document) -> None:
    LessonFactory(document=document)
    lesson = LessonFactory(document=document)
    for offset in (0, lesson.body_start - 1, lesson.end + 1, 10**9):
        reading.keep_place(learner, lesson, offset, NOW)
    assert not LessonRead.objects.exists()


def test_the_end_of_a_chapter_is_not_the_end_of_its_own_text(
    learner: User, document: Document
) -> None:
    chapter = LessonFactory(document=document, body="引言第一段。\n引言第二段。")
    section = LessonFactory(document=document, parent=chapter)
    chapter.end = section.end
    reading.keep_place(learner, chapter, section.body_start, NOW)
    assert not LessonRead.objects.exists()


def test_learners_have_their_own_places(learner: User, teacher: User, lesson: Lesson) -> None:
    reading.finish(teacher, lesson, NOW)
    assert reading.open_lesson(learner, lesson, NOW).finished_at is None
