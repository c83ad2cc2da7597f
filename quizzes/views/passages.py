"""A lesson's body as paragraphs, with the places in it that are marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from quizzes.models import Fact, Lesson
from quizzes.pinyin import Word, between
from quizzes.pinyin import words as words_of

Kind = Literal["here", "fact"]
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Mark:
    """A range of the document's text: the evidence somebody came for, or a fact and its id."""

    start: int
    end: int
    kind: Kind
    fact: int | None = None


@dataclass(frozen=True)
class Part:
    text: str
    mark: Kind | None = None
    first: bool = False
    fact: int | None = None
    # With 拼音 asked for: the words that `text` is made of.
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True)
class Paragraph:
    offset: int
    parts: list[Part]


def paragraphs(
    lesson: Lesson, marks: Sequence[Mark] = (), *, pinyin: bool = False
) -> list[Paragraph]:
    """The paragraphs of a lesson, each cut where a mark begins or ends.

    The first part of the mark somebody came for is `first`: links lead there.
    """
    found = []
    first = True
    for line in LINE.finditer(lesson.body):
        start = lesson.body_start + line.start()
        words = words_of(line[0]) if pinyin else []
        parts = []
        for left, right in cuts(start, start + len(line[0]), marks):
            mark = mark_at(left, marks)
            here = mark is not None and mark.kind == "here"
            part = Part(
                text=line[0][left - start : right - start],
                mark=mark.kind if mark else None,
                first=first and here,
                fact=mark.fact if mark else None,
                words=between(words, left - start, right - start),
            )
            parts.append(part)
            first = first and not here
        found.append(Paragraph(start, parts))
    return found


def cuts(start: int, end: int, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    edges = {start, end}
    for mark in marks:
        edges |= {edge for edge in (mark.start, mark.end) if start < edge < end}
    ordered = sorted(edges)
    return list(pairwise(ordered))


def mark_at(offset: int, marks: Sequence[Mark]) -> Mark | None:
    return next((mark for mark in marks if mark.start <= offset < mark.end), None)


def fact_marks(facts: Iterable[Fact]) -> list[Mark]:
    """Where the answers of `facts` stand; of two on the same words, the more important one."""
    placed = [
        (fact.answer_start, fact.answer_end, fact)
        for fact in facts
        if fact.answer_start is not None and fact.answer_end is not None
    ]
    marks: list[Mark] = []
    for start, end, fact in sorted(placed, key=lambda one: (-one[2].importance, one[0])):
        if not any(start < mark.end and mark.start < end for mark in marks):
            marks.append(Mark(start, end, "fact", fact.pk))
    return marks
