"""An outline → lessons: what is read in one go.

A section is a lesson, except where sections are tiny (articles of a law, numbered items): those
are read together, as part of the lesson above them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from quizzes.text.types import Outline, Section, Span

INTRODUCTION = "引言"
TINY = 200  # characters; siblings whose median is shorter are read together


@dataclass(frozen=True, slots=True)
class LessonDraft:
    """A lesson to be; the fields are those of `models.Lesson`, `parent` a place in the list."""

    number: str
    heading: str
    level: int
    parent: int | None
    start: int
    end: int
    body_start: int
    body: str


class LessonIndex:
    """Finds the lesson of a place in the text."""

    def __init__(self, lessons: Sequence[LessonDraft]) -> None:
        self._lessons = lessons
        self._starts = [lesson.start for lesson in lessons]

    def at(self, span: Span) -> int:
        """The deepest lesson that holds the span; the one before it where none does."""
        nearest = max(bisect_right(self._starts, span.start) - 1, 0)
        place: int | None = nearest
        while place is not None and self._lessons[place].end < span.end:
            place = self._lessons[place].parent
        return nearest if place is None else place


def lesson_drafts(outline: Outline) -> tuple[LessonDraft, ...]:
    """The lessons of a document, in the order of the text; at least one."""
    if not outline.sections or _unnamed(outline.sections) or _tiny(outline.sections):
        return (_whole(outline),)
    drafts: list[LessonDraft] = []
    _add(outline.text, outline.sections, None, drafts)
    return tuple(drafts)


def _add(
    text: str, sections: Sequence[Section], parent: int | None, drafts: list[LessonDraft]
) -> None:
    for section in sections:
        folded = _tiny(section.children)
        own = _own(section, folded=folded)
        drafts.append(
            LessonDraft(
                number=section.number[:60],
                heading=section.heading[:200],
                level=section.level,
                parent=parent,
                start=section.span.start,
                end=section.span.end,
                body_start=own.start,
                body=own.of(text),
            )
        )
        if not folded:
            _add(text, section.children, len(drafts) - 1, drafts)


def _own(section: Section, *, folded: bool) -> Span:
    """Where the lesson's own text stands: empty, and before its children, if it has none."""
    starts = [paragraph.span.start for paragraph in section.body]
    starts += [child.span.start for child in section.children]
    start = min(starts, default=section.span.end)
    if folded:
        return Span(start, section.span.end)
    return Span(start, max((paragraph.span.end for paragraph in section.body), default=start))


def _whole(outline: Outline) -> LessonDraft:
    start = outline.sections[0].span.start if outline.sections else 0
    end = outline.sections[-1].span.end if outline.sections else len(outline.text)
    return LessonDraft("", outline.title[:200], 1, None, start, end, start, outline.text[start:end])


def _unnamed(sections: Sequence[Section]) -> bool:
    return len(sections) == 1 and not sections[0].children and sections[0].heading == INTRODUCTION


def _tiny(sections: Sequence[Section]) -> bool:
    return bool(sections) and median(_lengths(sections)) < TINY


def _lengths(sections: Sequence[Section]) -> Iterator[int]:
    return (section.span.end - section.span.start for section in sections)
