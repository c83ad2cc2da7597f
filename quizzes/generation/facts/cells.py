"""Figures of a table: a cell with the heads of its row and column, where they tell what it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import AMOUNTS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import UNIT, Number
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Outline, Paragraph, Section, Span

FIGURE = re.compile(rf"(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<unit>%|‰|[万亿]?(?:{UNIT}))?")
BRACKET = re.compile(r"[（(](?P<said>[^（()）]+)[）)]")
SCALED = re.compile(rf"(?:单位：)?(?P<unit>%|‰|[千百万亿]*(?:{UNIT}))")
HEAD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·、—\-]{2,24}")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
LAST_YEAR = re.compile(r"比?(?:上年|去年)(?:同期)?")
FEWEST_ROWS, FEWEST_CELLS, MOST_CELLS = 3, 2, 8


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    paragraph: Paragraph
    ordinal: int
    cells: tuple[Cell, ...]


def find(outline: Outline, context: Context) -> Iterator[Draft]:
    """A draft for each cell that its heads explain, in a document that has a name to go by."""
    if not context.name:
        return
    for section in outline.walk():
        for table in _tables(section, outline.text):
            if _is_sound(table):
                yield from _asked(section, table, context)


def _tables(section: Section, text: str) -> Iterator[list[Row]]:
    numbered = enumerate(section.body, 1)
    for is_table, group in groupby(numbered, key=lambda pair: pair[1].is_table):
        if is_table:
            yield [Row(p, ordinal, _cells(p.span, text)) for ordinal, p in group]


def _cells(span: Span, text: str) -> tuple[Cell, ...]:
    found: list[Cell] = []
    at = span.start
    for piece in span.of(text).split("|"):
        said = piece.strip(" \u3000")
        start = at + piece.find(said) if said else at
        found.append(Cell(said, Span(start, start + len(said))))
        at += len(piece) + 1
    return tuple(found)


def _is_sound(table: Sequence[Row]) -> bool:
    """Every row has as many cells as there are heads, and all heads are words and differ."""
    heads = table[0].cells
    width = len(heads)
    rows = [row.cells[0].text for row in table[1:]]
    return (
        len(table) > FEWEST_ROWS
        and FEWEST_CELLS <= width <= MOST_CELLS
        and all(len(row.cells) == width for row in table)
        and all(_is_head(cell.text) for cell in heads[1:])
        and len({cell.text for cell in heads}) == width
        and len(set(rows)) == len(rows)
    )


def _is_head(said: str) -> bool:
    plain = BRACKET.sub("", said)
    return HEAD.fullmatch(plain) is not None and not plain.isdigit()


def _asked(section: Section, table: Sequence[Row], context: Context) -> Iterator[Draft]:
    heads = table[0].cells
    for row in table[1:]:
        if not _is_head(row.cells[0].text):
            continue
        for head, cell in zip(heads[1:], row.cells[1:], strict=True):
            figure = _figure(cell, head.text, row.cells[0].text)
            if figure is not None:
                draft = _draft(section, row, head.text, cell, figure, context)
                if draft is not None:
                    yield draft


def _figure(cell: Cell, head: str, name: str) -> Number | None:
    """The cell's value with its unit: its own, or the one in brackets behind a head."""
    found = FIGURE.fullmatch(cell.text)
    if found is None:
        return None
    unit = found["unit"] or _unit(head) or _unit(name)
    if not unit and not BRACKET.sub("", name).endswith(AMOUNTS):
        return None
    digits = found["digits"]
    return Number(
        span=cell.span,
        measure="percent" if unit == "%" else "permille" if unit == "‰" else "count",
        digits=digits,
        written=digits,
        unit=unit,
        value=Decimal(digits.replace(",", "")),
    )


def _unit(head: str) -> str:
    said = BRACKET.search(head)
    found = SCALED.fullmatch(said["said"]) if said else None
    return found["unit"] if found else ""


def _draft(
    section: Section, row: Row, head: str, cell: Cell, figure: Number, context: Context
) -> Draft | None:
    text = _statement(BRACKET.sub("", row.cells[0].text), BRACKET.sub("", head), context)
    if text is None:
        return None
    sentence = Sentence(context.text, row.paragraph.span, section, row.paragraph, row.ordinal, ())
    share = figure.measure != "count"
    question = "百分之多少" if figure.unit == "%" else f"多少{figure.unit}"
    key = f"{figure.digits}{figure.unit}"
    return Draft(
        kind="share" if share else "number",
        sentence=sentence,
        answer=cell.text,
        value=f"{figure.value.normalize():f}{figure.unit}",
        evidence=row.paragraph.span,
        place=cell.span,
        statement=text,
        stem=f"{text.replace(SLOT, question)}？",
        blank=f"{text.replace(SLOT, BLANK + figure.unit)}。",
        accepted=tuple(dict.fromkeys((figure.digits, key, cell.text))),
        key=key,
        certainty=0.86,
        importance=2,
        figure=figure,
    )


def _statement(name: str, head: str, context: Context) -> str | None:
    """What a cell says: 据《…》，甲的乙为_; None where a head leans on a year that is not said."""
    if LAST_YEAR.search(head):
        year = YEAR.search(context.name)
        if year is None:
            return None
        head = LAST_YEAR.sub(f"比{int(year[1]) - 1}年", head)
    joint = "" if head.startswith("比") else "的"
    verb = "" if head.endswith(("增长", "下降", "增减")) and not joint else "为"
    return f"据{context.name}，{name}{joint}{head}{verb}{SLOT}"
