"""Rows of print → lines in the order of reading, down one column after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from quizzes.text.readers.pdf_rows import Piece, Row

Kind = Literal["whole", "left", "right"]

_MIDDLE = (0.35, 0.65)  # where on the page the gap between columns may be
_LEAST_LINES = 4
_MOST_ACROSS = 0.5
_FILLED = 0.6  # of its column a line of text fills, mostly; a cell of a table does not
_STEP = 3  # points


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, its pieces from left to right; `page` counts from 0."""

    pieces: tuple[Piece, ...]
    page: int
    kind: Kind

    @property
    def text(self) -> str:
        words = self.pieces[0].text
        for piece in self.pieces[1:]:
            words += (" " if (words[-1] + piece.text[0]).isascii() else "\u3000") + piece.text
        return words

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def y(self) -> float:
        return self.pieces[0].y

    @property
    def opening(self) -> float:
        return self.pieces[0].opening

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)

    def shares_column(self, other: "Line") -> bool:
        return (self.page, self.kind) == (other.page, other.kind)


def lines_of(pages: Sequence[Sequence[Row]]) -> list[Line]:
    """The lines of all pages in the order of reading."""
    gutters = [_gutter(rows) for rows in pages]
    known = [gutter for gutter in gutters if gutter is not None]
    usual = median(known) if known else None
    lines: list[Line] = []
    for page, (rows, found) in enumerate(zip(pages, gutters, strict=True)):
        gutter = found
        if gutter is None and usual is not None and 2 * len(known) >= len(pages) - 1:
            gutter = usual if _parts(rows, usual) else None
        lines += _in_order(rows, page, gutter)
    return lines


def _in_order(rows: Sequence[Row], page: int, gutter: float | None) -> Iterator[Line]:
    """The lines of a page; one that goes across the columns ends what stands in them above."""
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if gutter is None or any(_across(piece, gutter) for piece in row):
            yield from left + right
            left, right = [], []
            yield Line(tuple(row), page, "whole")
            continue
        for kind, column in (("left", left), ("right", right)):
            pieces = tuple(p for p in row if (p.left >= gutter) == (kind == "right"))
            if pieces:
                column.append(Line(pieces, page, kind))  # type: ignore[arg-type]
    yield from left + right


def _across(piece: Piece, x: float) -> bool:
    return piece.left < x < piece.right


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the gap between two columns of text is, or None where there is one column."""
    pieces = [piece for row in rows for piece in row]
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    start, end = min(p.left for p in pieces), max(p.right for p in pieces)
    low, high = (start + share * (end - start) for share in _MIDDLE)
    places = {
        _STEP * round((piece.right + 0.5 * piece.size) / _STEP)
        for piece in pieces
        if low <= piece.right <= high
    }
    best = min(places, key=lambda x: (_crossings(pieces, x), -_fewer(pieces, x)), default=None)
    if best is None or not _parts(rows, best) or _fewer(pieces, best) < _LEAST_LINES:
        return None
    lefts = [p for p in pieces if p.right <= best]
    rights = [p for p in pieces if p.left >= best]
    filled = median(p.right - p.left for p in lefts) >= _FILLED * (best - start) and median(
        p.right - p.left for p in rights
    ) >= _FILLED * (end - best)
    if not filled:
        return None
    return (median(p.right for p in lefts) + median(p.left for p in rights)) / 2


def _crossings(pieces: Iterable[Piece], x: float) -> int:
    return sum(_across(piece, x) for piece in pieces)


def _fewer(pieces: Sequence[Piece], x: float) -> int:
    """How many pieces stand on the side of `x` where fewer do."""
    return min(sum(p.right <= x for p in pieces), sum(p.left >= x for p in pieces))


def _parts(rows: Sequence[Row], x: float) -> bool:
    """Whether few rows go across `x`."""
    across = sum(any(_across(piece, x) for piece in row) for row in rows)
    return across <= _MOST_ACROSS * len(rows)
