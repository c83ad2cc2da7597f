"""A lesson's body as paragraphs with marks."""

from quizzes.models import Lesson
from quizzes.views.passages import Mark, Paragraph, Part, paragraphs

LESSON = Lesson(body="甲乙丙丁\n\n戊己庚辛", body_start=100)


def test_paragraphs_know_their_offsets() -> None:
    assert paragraphs(LESSON) == [
        Paragraph(100, [Part("甲乙丙丁")]),
        Paragraph(106, [Part("戊己庚辛")]),
    ]


def test_a_mark_inside_a_paragraph() -> None:
    first, _second = paragraphs(LESSON, [Mark(101, 103, "here")])

    assert first.parts == [Part("甲"), Part("乙丙", "here", first=True), Part("丁")]


def test_a_mark_across_paragraphs_is_first_once() -> None:
    first, second = paragraphs(LESSON, [Mark(103, 107, "here")])

    assert first.parts[-1] == Part("丁", "here", first=True)
    assert second.parts[0] == Part("戊", "here")


def test_the_mark_somebody_came_for_wins_over_a_fact() -> None:
    first, _second = paragraphs(LESSON, [Mark(101, 102, "here"), Mark(100, 103, "fact")])

    assert [part.mark for part in first.parts] == ["fact", "here", "fact", None]


def test_no_body_no_paragraphs() -> None:
    assert paragraphs(Lesson(body="", body_start=0)) == []
