"""Sentences and their clauses, with the figures and words in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizzes.generation.reading.expressions import Date, Expression, Number, expressions
from quizzes.generation.reading.grammar import lead, own_subject, words
from quizzes.generation.reading.tokens import Token, tokens
from quizzes.text.types import Outline, Paragraph, Section, Span

AHEAD = re.compile(r"[^，；。、：]+")
RANK = re.compile(r"第[\d一二三四五六七八九十]{1,3}[位名]?$")
STOPS = "，；：,;:"
ENDS = "。！？!?…"
CLOSING = {"“": "”", "‘": "’", "（": "）", "《": "》", "(": ")", "〔": "〕", "【": "】"}


@dataclass(frozen=True, eq=False)
class Clause:
    """A stretch of a sentence between two stops, without them; `stop` is the mark behind it."""

    span: Span
    stop: str
    tokens: tuple[Token, ...]
    figures: tuple[Expression, ...]

    @cached_property
    def said(self) -> str:
        return words(self.tokens)

    @cached_property
    def own(self) -> tuple[int, int] | None:
        """The first and the last-but-one index of the words that are its own subject."""
        return own_subject(self.tokens)

    @cached_property
    def lead(self) -> int:
        """How many words open it before its subject."""
        return lead(self.tokens)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a section, and the places of those said before it in its paragraph.

    `ordinal` counts the paragraphs of the section from 1. Clauses are read when first asked for:
    most sentences of a document give nothing to ask.
    """

    text: str
    span: Span
    section: Section
    paragraph: Paragraph
    ordinal: int
    before: tuple[Span, ...]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(_clauses(self.text, self.span))

    def part_of(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses from the last semicolon or colon before `clause` up to the next."""
        here = self.clauses.index(clause)
        start = next((i + 1 for i in range(here - 1, -1, -1) if self.clauses[i].stop in "；;"), 0)
        end = next(
            (i for i in range(here, len(self.clauses)) if self.clauses[i].stop in "；;"),
            len(self.clauses) - 1,
        )
        return self.clauses[start : end + 1]

    def chained(self, clause: Clause) -> tuple[Clause, ...]:
        """`clause` with those that 、 joins to it, on either side."""
        start = end = self.clauses.index(clause)
        while start and self.clauses[start - 1].stop == "、":
            start -= 1
        while end + 1 < len(self.clauses) and self.clauses[end].stop == "、":
            end += 1
        return self.clauses[start : end + 1]

    def earlier(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses of the sentence before `clause`, the nearest first."""
        return self.clauses[: self.clauses.index(clause)][::-1]

    def earlier_in_part(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses of the same part (see `part_of`) before `clause`, the nearest first."""
        part = self.part_of(clause)
        return part[: part.index(clause)][::-1]


def sentences(outline: Outline) -> Iterator[Sentence]:
    """Every sentence of the document's body, in the order of the text."""
    for section in outline.walk():
        for ordinal, paragraph in enumerate(section.body, 1):
            spans = paragraph.sentences
            for at, span in enumerate(spans):
                yield Sentence(outline.text, span, section, paragraph, ordinal, spans[:at])


LABEL = re.compile(
    r"\s*(?:\d{1,3}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十]+条\s*|"
    r"[一二三四五六七八九十]{1,3}(?:是|要|、))"
)


def _clauses(text: str, span: Span) -> Iterator[Clause]:
    label = LABEL.match(text, span.start, span.end)
    inner = Span(label.end(), span.end) if label else span
    found = expressions(text, inner)
    for place in clause_spans(text, inner, found):
        if place.start < place.end:
            figures = tuple(figure for figure in found if figure.span in place)
            stop = text[place.end] if place.end < span.end else ""
            yield Clause(place, stop, tokens(text, place, figures), figures)


def clause_spans(text: str, span: Span, figures: Iterable[Expression]) -> Iterator[Span]:
    """The stretches of a sentence between stops that stand outside quotations and brackets."""
    ends = {figure.span.end for figure in figures if isinstance(figure, Number)}
    cuts = [span.start - 1, *_stops(text, span, ends), span.end]
    for left, right in pairwise(cuts):
        start, end = left + 1, right
        while end > start and text[end - 1] in ENDS:
            end -= 1
        yield Span(start, end)


def _stops(text: str, span: Span, figure_ends: set[int]) -> Iterator[int]:
    """Where a clause ends; 、 is a stop only behind a figure (修路12公里、植树90棵)."""
    open_until: list[str] = []
    for at in range(span.start, span.end):
        char = text[at]
        if open_until and (char == open_until[-1] or CLOSING.get(char) == open_until[-1]):
            open_until.pop()
        elif char in CLOSING:
            open_until.append(CLOSING[char])
        elif (char in STOPS and not open_until and not _inside_figure(text, at)) or (
            char == "、" and not open_until and _behind_figure(text, at, figure_ends)
        ):
            yield at


def _behind_figure(text: str, at: int, figure_ends: set[int]) -> bool:
    behind, ahead = text[max(0, at - 5) : at], AHEAD.match(text, at + 1)
    if ahead is None or not re.search(r"\d|分之|第[一二三四五六七八九十]", ahead[0]):
        return False
    return (
        at in figure_ends
        or (behind[-2:] in {"左右", "以上", "以下"} and at - 2 in figure_ends)
        or bool(RANK.search(behind))
    )


def _inside_figure(text: str, at: int) -> bool:
    """A comma or colon between digits (1,373; 8:30; 4：6) is no stop."""
    return text[at] in ",:：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def numbers(clause: Clause) -> list[Number]:
    return [figure for figure in clause.figures if isinstance(figure, Number)]


def dates(clause: Clause) -> list[Date]:
    return [figure for figure in clause.figures if isinstance(figure, Date)]
