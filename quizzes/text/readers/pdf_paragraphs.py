"""Lines of print in the order of reading → whole paragraphs and the rows of tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from quizzes.text.characters import fold
from quizzes.text.markers import marker
from quizzes.text.readers.pdf_columns import Line
from quizzes.text.readers.pdf_layout import Layout
from quizzes.text.spacing import joint
from quizzes.text.tables import table

_HYPHENED = re.compile("[A-Za-z]-$")


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of `lines`, in order."""
    layout = Layout(lines)
    in_table = _table_lines(lines)
    for is_table, group in groupby(range(len(lines)), in_table.__contains__):
        block = [lines[i] for i in group]
        if is_table:
            yield from table([[piece.text for piece in line.pieces] for line in block])
        else:
            yield from _prose(block, layout)


def _prose(lines: Sequence[Line], layout: Layout) -> Iterator[str]:
    paragraph, text = [lines[0]], _text(lines[0])
    for line in lines[1:]:
        words = _text(line)
        if layout.goes_on(paragraph, line, text, words):
            paragraph.append(line)
            text = _connected(text, words)
        else:
            yield text
            paragraph, text = [line], words
    yield text


def _text(line: Line) -> str:
    return fold(line.text).strip()


def _connected(above: str, below: str) -> str:
    if _HYPHENED.search(above) and below[:1].islower():
        return above[:-1] + below
    return above + (joint(above, below) if above and below else "") + below


def _table_lines(lines: Sequence[Line]) -> set[int]:
    """Lines of several cells that stand under cells of a line above, or above such a line."""
    found: set[int] = set()
    for i, (above, below) in enumerate(pairwise(lines)):
        if above.shares_column(below) and _aligned(above, below):
            found |= {i, i + 1}
    return found


def _aligned(above: Line, below: Line) -> bool:
    if min(len(above.pieces), len(below.pieces)) < 2 or _is_entry(above) or _is_entry(below):
        return False
    pairs = sum(
        any(
            abs(a.left - b.left) <= b.size
            or abs(a.right - b.right) <= b.size
            or abs((a.left + a.right) - (b.left + b.right)) <= 2 * b.size
            for a in above.pieces
        )
        for b in below.pieces
    )
    return pairs >= 2


def _is_entry(line: Line) -> bool:
    """Whether the line is a number and, behind a wide space, what it numbers."""
    number = marker(line.pieces[0].text)
    return len(line.pieces) == 2 and number is not None and number.end == len(line.pieces[0].text)
