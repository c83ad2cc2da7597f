"""Paragraphs, headings and tables as a reader finds them → the lines of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizzes.text.characters import CJK, CJK_MARKS, width
from quizzes.text.lines import closed
from quizzes.text.markers import marker
from quizzes.text.matter import stands_alone
from quizzes.text.spacing import joint
from quizzes.text.tables import table

_HEADING_WIDTH = 160  # columns; what is longer is a paragraph, whatever its style
_SENTENCE = re.compile("[。！？；].")
_LONG_CELL = 150  # characters; a table with longer cells on average lays out a page
_DEEPEST = 6
_INDENTED = re.compile("[\u3000\u00a0]{2}")
_WIDE = re.compile(f"[{CJK}{CJK_MARKS}]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading (`level` from 1), the title, or a row of a table."""

    text: str
    level: int = 0
    is_title: bool = False
    is_row: bool = False


def text_of(blocks: Sequence[Block]) -> str:
    """The text of the blocks, each on a line, headings with # before them."""
    blocks = [_checked(block) for block in blocks]
    titled = any(block.is_title for block in blocks)
    outermost = sum(block.level == 1 for block in blocks)
    # Where several headings of level 1 stand below no title, none of them is the title.
    deeper = int(outermost > 1 and not titled)
    return "\n".join(filter(None, (_line(block, deeper) for block in blocks)))


def _checked(block: Block) -> Block:
    words = " ".join(block.text.split())
    too_long = width(words) > _HEADING_WIDTH or _SENTENCE.search(words)
    return replace(block, text=words, level=0 if too_long else block.level)


def _line(block: Block, deeper: int) -> str:
    if not block.text or block.is_row:
        return block.text
    if block.is_title:
        return f"# {block.text}"
    return (
        f"{'#' * min(block.level + deeper, _DEEPEST)} {block.text}" if block.level else block.text
    )


def soft_lines(text: str) -> list[str]:
    """The paragraphs of a text in which line breaks may stand within sentences."""
    paragraphs: list[str] = []
    last = ""
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            last = ""
            continue
        if last and not _begins(line, words, last):
            paragraphs[-1] += joint(last, words) + words
        else:
            paragraphs.append(words)
        last = words
    return paragraphs or [""]


def _begins(line: str, words: str, above: str) -> bool:
    return (
        closed(above)
        or stands_alone(words)
        or stands_alone(above)
        or _INDENTED.match(line) is not None
        or marker(words) is not None
    )


def flow(rows: Sequence[Sequence[Sequence[Block]]]) -> Iterator[Block]:
    """The blocks of a table, given by row and cell; a table that only lays out a page is none."""
    cells = [cell for cells in rows for cell in cells]
    if _lays_out(rows, cells):
        yield from (block for cell in cells for block in cell)
        return
    words = [[" ".join(block.text for block in cell) for cell in cells] for cells in rows]
    yield from (Block(line, is_row=True) for line in table(words))


def _lays_out(rows: Sequence[Sequence[Sequence[Block]]], cells: Sequence[Sequence[Block]]) -> bool:
    filled = [cell for cell in cells if cell]
    if not filled or max(map(len, rows)) < 2 or len(filled) == 1:
        return True
    if any(block.level or block.is_row for cell in filled for block in cell):
        return True
    length = sum(len(block.text) for cell in filled for block in cell)
    return length > _LONG_CELL * len(filled)


def without_line_breaks(text: str) -> str:
    """`text` with the line breaks of its source gone: a space between words, else nothing."""
    if "\n" not in text:
        return text
    first, *rest = text.split("\n")
    for line in rest:
        above, below = first.rstrip(), line.lstrip()
        wide = above and below and (_WIDE.match(above[-1]) or _WIDE.match(below[0]))
        first = above + below if wide else f"{first} {line}"
    return first
