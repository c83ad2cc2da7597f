"""Reading: the list, the outline, the lesson, and the place in it."""

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Document, Lesson, LessonRead, Question, User
from tests.factories import FactFactory, LessonFactory, LessonReadFactory


def test_reading_is_open_to_everybody(visitor: Client, lesson: Lesson) -> None:
    for url in (reverse("courses"), lesson.document.get_absolute_url(), lesson.get_absolute_url()):
        assert visitor.get(url).status_code == 200


def test_the_list_says_how_many_lessons_a_course_has(visitor: Client, lesson: Lesson) -> None:
    LessonFactory(document=lesson.document, retired_at="2026-01-01T00:00Z")
    page = visitor.get(reverse("courses")).content.decode()

    assert lesson.document.title in page
    assert "1 节" in page


def test_without_courses_the_list_says_what_will_stand_here(visitor: Client) -> None:
    assert "还没有课程" in visitor.get(reverse("courses")).content.decode()


def test_a_course_without_lessons_says_so(visitor: Client, document: Document) -> None:
    assert "这门课还没有课文" in visitor.get(document.get_absolute_url()).content.decode()


def test_the_outline_shows_the_state_of_each_section(
    browser: Client, learner: User, document: Document
) -> None:
    LessonFactory(document=document)
    LessonReadFactory(learner=learner, lesson=LessonFactory(document=document))
    LessonReadFactory(learner=learner, lesson=LessonFactory(document=document), finished=True)

    page = browser.get(document.get_absolute_url()).content.decode()

    assert [page.count(state) for state in ("未读", "在读", "已读")] == [1, 1, 1]


def test_the_outline_draws_the_mastered_share(
    browser: Client, lesson: Lesson, question: Question
) -> None:
    page = browser.get(lesson.document.get_absolute_url()).content.decode()

    assert "已掌握 0 / 1 个知识点" in page
    assert "<progress" in page


def test_the_outline_leads_back_to_where_reading_stopped(
    browser: Client, learner: User, lesson: Lesson
) -> None:
    LessonReadFactory(learner=learner, lesson=lesson, offset=lesson.body_start + 3)
    page = browser.get(lesson.document.get_absolute_url()).content.decode()

    assert f'href="{lesson.get_absolute_url()}#o{lesson.body_start + 3}"' in page


def test_paragraphs_can_be_linked_to_by_offset(visitor: Client, lesson: Lesson) -> None:
    page = visitor.get(lesson.get_absolute_url()).content.decode()
    second = lesson.body_start + lesson.body.index("目前")

    assert f'id="o{lesson.body_start}"' in page
    assert f'id="o{second}"' in page


def test_evidence_is_marked_across_paragraphs(visitor: Client, lesson: Lesson) -> None:
    start = lesson.body_start + lesson.body.index("综合保税区")
    end = lesson.body_start + lesson.body.index("开通")
    page = visitor.get(f"{lesson.get_absolute_url()}?from={start}&to={end}").content.decode()

    assert '<mark id="mark">综合保税区。</mark>' in page
    assert "<mark>目前已</mark>" in page


@pytest.mark.parametrize(
    "query", ["?from=x&to=1", "?from=1", "?from=9999999999&to=1", "?from=5&to=2"]
)
def test_a_forged_range_marks_nothing(visitor: Client, lesson: Lesson, query: str) -> None:
    response = visitor.get(lesson.get_absolute_url() + query)

    assert response.status_code == 200
    assert "<mark" not in response.content.decode()


def test_facts_can_be_lit_up(visitor: Client, lesson: Lesson, question: Question) -> None:
    visitor.post(reverse("comfort"), {"set": "lit:on", "next": lesson.get_absolute_url()})
    page = visitor.get(lesson.get_absolute_url()).content.decode()

    assert '<mark class="fact"><span class="n">2020年</span>' in page
    assert f'href="{reverse("fact", args=[question.fact.pk])}"' in page


def test_text_is_escaped(visitor: Client, document: Document) -> None:
    lesson = LessonFactory(document=document, body="<script>alert(1)</script>")
    page = visitor.get(lesson.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_previous_and_next(visitor: Client, document: Document) -> None:
    first, second, third = (LessonFactory(document=document) for _ in range(3))
    page = visitor.get(second.get_absolute_url()).content.decode()

    assert f'href="{first.get_absolute_url()}"\n             rel="prev"' in page
    assert f'href="{third.get_absolute_url()}"\n             rel="next"' in page


def test_a_retired_lesson_is_gone(visitor: Client, document: Document) -> None:
    lesson = LessonFactory(document=document, retired_at="2026-01-01T00:00Z")

    assert visitor.get(lesson.get_absolute_url()).status_code == 404


def test_opening_a_lesson_is_remembered(browser: Client, learner: User, lesson: Lesson) -> None:
    browser.get(lesson.get_absolute_url())

    assert LessonRead.objects.get(learner=learner).lesson == lesson


def test_coming_for_evidence_does_not_move_the_place(browser: Client, lesson: Lesson) -> None:
    plain = browser.get(lesson.get_absolute_url()).content.decode()
    marked = browser.get(f"{lesson.get_absolute_url()}?from=1&to=20").content.decode()

    assert "data-place=" in plain
    assert "data-place=" not in marked


def test_the_place_is_kept(browser: Client, learner: User, lesson: Lesson) -> None:
    response = browser.post(place_url(lesson), {"offset": lesson.body_start + 2})

    assert response.status_code == 204
    assert LessonRead.objects.get(learner=learner).offset == lesson.body_start + 2


@pytest.mark.parametrize("offset", ["", "x", "-1", "9" * 30])
def test_a_forged_place_is_refused(browser: Client, lesson: Lesson, offset: str) -> None:
    assert browser.post(place_url(lesson), {"offset": offset}).status_code == 400


def test_read_to_the_end(browser: Client, learner: User, lesson: Lesson) -> None:
    response = browser.post(reverse("lesson_finish", args=[lesson.pk]))
    page = browser.get(lesson.get_absolute_url()).content.decode()

    assert response.headers["Location"] == f"{lesson.get_absolute_url()}#end"
    assert LessonRead.objects.get(learner=learner).finished_at
    assert "✓ 已读完" in page


def test_who_had_to_sign_in_first_comes_back_to_the_lesson(browser: Client, lesson: Lesson) -> None:
    response = browser.get(reverse("lesson_finish", args=[lesson.pk]))

    assert response.headers["Location"] == f"{lesson.get_absolute_url()}#end"
    assert not LessonRead.objects.exists()


def test_a_section_with_facts_leads_to_its_practice(
    browser: Client, lesson: Lesson, question: Question
) -> None:
    page = browser.get(lesson.get_absolute_url()).content.decode()

    assert f'value="lesson-{lesson.pk}"' in page
    assert "练习本节" in page


def test_a_visitor_is_asked_to_sign_up_for_practice(
    visitor: Client, lesson: Lesson, question: Question
) -> None:
    assert "注册后练习本节" in visitor.get(lesson.get_absolute_url()).content.decode()


def test_a_heading_without_text_lists_what_is_under_it(visitor: Client, document: Document) -> None:
    parent = LessonFactory(document=document, body="")
    child = LessonFactory(document=document, parent=parent)

    page = visitor.get(parent.get_absolute_url()).content.decode()

    assert "这一节没有正文" not in page
    assert f'class="row" href="{child.get_absolute_url()}"' in page


def test_the_lesson_is_chinese_whatever_the_interface(lesson: Lesson) -> None:
    FactFactory(lesson=lesson)
    page = Client(HTTP_ACCEPT_LANGUAGE="en").get(lesson.get_absolute_url()).content.decode()

    assert '<html lang="en">' in page
    assert '<article class="lesson"\n             lang="zh-Hans"' in page


def place_url(lesson: Lesson) -> str:
    return reverse("lesson_place", args=[lesson.pk])
