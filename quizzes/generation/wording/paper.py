"""Drafts on what stands outside the body of a document: its lines, and a fact in one of them."""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lots import draw
from quizzes.generation.reading.expressions import Date
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.types import FactKind
from quizzes.text.types import Outline, Paragraph, Section, Span

LINE = re.compile(r"[^\n]*[^\s][^\n]*")
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
MANY, FAR, NEAR = 40, 10, 1
WANTED, MONTHS, DAYS = 3, 12, 28


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[Span, ...]:
    """The places of the lines of `text` that hold something, without the white space around."""
    return tuple(
        Span(m.end() - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in LINE.finditer(text)
    )


def day_in(text: str, span: Span) -> Date | None:
    """The only day that is named in `span`."""
    found = list(DAY.finditer(text, span.start, span.end))
    if len(found) != 1:
        return None
    year, month, day = (int(part) for part in found[0].groups())
    return Date(Span(found[0].start(), found[0].end()), year, month, day)


def days_near(signed: Date, text: str) -> tuple[str, ...]:
    """Three other days before the next day of the paper: it is signed before what it arranges."""
    day = datetime.date(signed.year, signed.month or 1, signed.day or 1)
    next_day = min((one for one in _days(text) if one > day), default=datetime.date.max)
    seed = f"{day} {len(text)}"
    late = draw(f"late {seed}", WANTED + 1)
    found: list[datetime.date] = []
    for turn in range(WANTED):
        step = datetime.timedelta(days=9 + 31 * turn + draw(f"{seed} {turn}", 22))
        is_late = turn < late and day + step < next_day
        found.append(day + step if is_late else day - step)
    return tuple(f"{one.year}年{one.month}月{one.day}日" for one in found)


def _days(text: str) -> Iterator[datetime.date]:
    for m in DAY.finditer(text):
        year, month, day = (int(part) for part in m.groups())
        if 0 < month <= MONTHS and 0 < day <= DAYS:
            yield datetime.date(year, month, day)


def other_numbers(number: int) -> tuple[str, ...]:
    """第N号 for three other numbers, the true one at a rank drawn by lot."""
    step = FAR if number > MANY else NEAR
    rank = min(draw(f"number {number}", 4), number - 1)
    return tuple(f"第{number + step * turn}号" for turn in range(-rank, 4 - rank) if turn)


def made(
    outline: Outline,
    proof: Span,
    place: Span,
    heading: str,
    kind: FactKind,
    statement: str,
    asked: str,
    *,
    certainty: float,
    importance: int,
    rivals: tuple[str, ...] = (),
    figure: Date | None = None,
    accepted: tuple[str, ...] = (),
    is_blank: bool = True,
) -> Draft:
    """A draft on what stands at `place`; `statement` has SLOT where `asked` stands in the question.

    `heading` is what a reader calls the part of the paper where no section holds it (落款).
    """
    answer = place.of(outline.text)
    hint = "（填年月日）" if figure is not None else ""
    return Draft(
        kind=kind,
        sentence=_sentence(outline, proof, heading),
        answer=answer,
        value=answer,
        evidence=proof,
        place=place,
        statement=statement,
        stem=statement.replace(SLOT, asked) + "？",
        blank=statement.replace(SLOT, BLANK) + f"。{hint}" if is_blank else "",
        accepted=accepted or (answer,),
        key=answer,
        certainty=certainty,
        importance=importance,
        figure=figure,
        rivals=rivals,
    )


def _sentence(outline: Outline, span: Span, heading: str) -> Sentence:
    """What stands at `span` as a sentence of its section, or of one that is called `heading`."""
    for section in outline.walk():
        for ordinal, paragraph in enumerate(section.body, 1):
            if span in paragraph.span:
                return Sentence(outline.text, span, section, paragraph, ordinal, ())
    paragraph = Paragraph(span, (span,), "")
    section = Section("", heading, 1, span, (paragraph,))
    return Sentence(outline.text, span, section, paragraph, 1, ())
