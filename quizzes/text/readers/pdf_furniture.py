"""What print adds to the pages of a PDF: running heads, page numbers, footnotes, contents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from quizzes.text.characters import width
from quizzes.text.furniture import HEAD_WIDTH, is_page_number
from quizzes.text.lines import closed
from quizzes.text.readers.pdf_columns import Line
from quizzes.text.readers.pdf_rows import Row

_EDGE_ROWS = 3
_SAME_PLACE = 4  # points
_CERTAIN = 3  # pages on which a short row that stands there is a head, however it stands
_DIGITS = re.compile("[0-9]+|[ivxlc]+$")
_LETTER = re.compile(r"[^\W\d_]")
_BROWSER = re.compile(  # what browsers print above and below a page
    r"[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}[, ]+(?:[上下]午)?[0-9]{1,2}:[0-9]{2}"
    r"|(?:https?|file)://\S+(?: *[0-9]{1,4}/[0-9]{1,4})?$"
)
_NOTE_MARK = re.compile(r"\s*(?:[①-⑳*†‡※]|[\[〔][0-9]{1,3}[\]〕]|[0-9]{1,2}(?=\D)|注[：:0-9])")
_CONTENTS = re.compile(r"(?:[.．·…]\s?){4,}[0-9]{1,4}\s*$")
_SMALLER = 0.9  # of the size of the text
_APART = 1.3  # of the distance of lines


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of the pages without running heads, page numbers and lines of a table of
    contents."""
    recurring = Counter(
        place for rows in pages for place in {_place(row) for row in _edge_rows(rows)}
    )
    return [
        [row for i, row in enumerate(rows) if not _is_furniture(row, i, rows, recurring)]
        for rows in pages
    ]


def _words(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _place(row: Row) -> tuple[str, int]:
    """What a row says, but for the figures, and how high it stands."""
    return _DIGITS.sub("#", "".join(_words(row).split())), round(row[0].y / _SAME_PLACE)


def _edge_rows(rows: Sequence[Row]) -> Sequence[Row]:
    return rows if len(rows) <= 2 * _EDGE_ROWS else [*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]]


def _is_furniture(
    row: Row, i: int, rows: Sequence[Row], recurring: Counter[tuple[str, int]]
) -> bool:
    words = _words(row).strip()
    if _CONTENTS.search(words):
        return True
    if _EDGE_ROWS <= i < len(rows) - _EDGE_ROWS:
        return False
    pattern, height = _place(row)
    alike = sum(recurring[pattern, near] for near in (height - 1, height, height + 1))
    is_certain = alike >= _CERTAIN and width(words) <= HEAD_WIDTH
    recurs = is_certain or (alike > 1 and _stands_apart(i, rows))
    if i in (0, len(rows) - 1) and (is_page_number(words) or _BROWSER.match(words)):
        return recurs or not words.isdigit() or _stands_apart(i, rows)
    return recurs and len(_LETTER.findall(words)) > 1 and not closed(words)


def _stands_apart(i: int, rows: Sequence[Row]) -> bool:
    """Whether row `i`, at the edge of a page, is smaller than most or parted from them."""
    if len(rows) <= _EDGE_ROWS or rows[i][0].size <= _SMALLER * median(row[0].size for row in rows):
        return True
    gaps = [above[0].y - below[0].y for above, below in pairwise(rows)]
    inner = gaps[i:_EDGE_ROWS] if i < _EDGE_ROWS else gaps[-_EDGE_ROWS:i]
    return bool(inner) and max(inner) > _APART * median(gaps)


def without_footnotes(lines: Sequence[Line]) -> list[Line]:
    """The lines without the notes that stand, smaller, at the foot of their column."""
    body = _body_size(lines)
    kept: list[Line] = []
    for _, group in groupby(lines, lambda line: (line.page, line.kind)):
        column = list(group)
        kept += column[: _first_note(column, body)]
    return kept


def _body_size(lines: Iterable[Line]) -> float:
    """The size that half of the text is set in or smaller."""
    sizes = sorted((line.size, len(line.text)) for line in lines)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return 0.0


def _first_note(column: Sequence[Line], body: float) -> int:
    """Where the notes at the foot of a column begin."""
    first = len(column)
    while first and column[first - 1].size <= _SMALLER * body:
        first -= 1
    if not first:
        return len(column)  # all is small
    for i in range(first, len(column)):
        if _NOTE_MARK.match(column[i].text):
            return i if i == first or _set_apart(column, i) else first
    return first if first < len(column) and _set_apart(column, first) else len(column)


def _set_apart(column: Sequence[Line], i: int) -> bool:
    """Whether the gap above line `i` is wider than most."""
    gaps = sorted(_gaps(column))
    return column[i - 1].y - column[i].y > _APART * gaps[len(gaps) // 2]


def _gaps(column: Sequence[Line]) -> Iterator[float]:
    for above, below in pairwise(column):
        yield above.y - below.y
