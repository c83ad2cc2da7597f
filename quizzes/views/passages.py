"""A lesson's body as paragraphs, with the places in it that are marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quizzes.models import Lesson

Kind = Literal["here", "fact"]
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Mark:
    """A range of the document's text: the evidence somebody came for, or a fact."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Part:
    text: str
    mark: Kind | None = None
    first: bool = False


@dataclass(frozen=True)
class Paragraph:
    offset: int
    parts: list[Part]


def paragraphs(lesson: Lesson, marks: Sequence[Mark] = ()) -> list[Paragraph]:
    """The paragraphs of a lesson, each cut where a mark begins or ends.

    The first part of the mark somebody came for is `first`: links lead there.
    """
    found = []
    first = True
    for line in LINE.finditer(lesson.body):
        start = lesson.body_start + line.start()
        end = lesson.body_start + line.end()
        parts = []
        for left, right in cuts(start, end, marks):
            kind = mark_at(left, marks)
            text = lesson.body[left - lesson.body_start : right - lesson.body_start]
            parts.append(Part(text, kind, first=first and kind == "here"))
            first = first and kind != "here"
        found.append(Paragraph(start, parts))
    return found


def cuts(start: int, end: int, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    edges = {start, end}
    for mark in marks:
        edges |= {edge for edge in (mark.start, mark.end) if start < edge < end}
    ordered = sorted(edges)
    return list(pairwise(ordered))


def mark_at(offset: int, marks: Sequence[Mark]) -> Kind | None:
    return next((mark.kind for mark in marks if mark.start <= offset < mark.end), None)
