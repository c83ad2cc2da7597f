"""Lines of print in the order of reading → whole paragraphs and the rows of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from quizzes.text.characters import fold
from quizzes.text.lines import finished
from quizzes.text.markers import marker
from quizzes.text.matter import stands_alone
from quizzes.text.readers.pdf_columns import Kind, Line
from quizzes.text.spacing import joint
from quizzes.text.tables import table

_ROOM = 0.25  # heights of a character that may be left beyond the word that did not fit
_INDENT = 0.8
_LINES_APART = 1.4  # of the usual distance of lines
_SAME_SIZE = 0.13
_HYPHENED = re.compile("[A-Za-z]-$")
_CLAUSE = re.compile("[，。；]")
_AS_WIDE = 0.9  # as the column is on most pages: there a line reaches the edges
_MOSTLY = 0.75  # of its column: a line that ends no sentence goes on even if it is not full


@dataclass(frozen=True, slots=True)
class _Edges:
    left: float
    right: float


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of `lines`, in order."""
    layout = _Layout(lines)
    in_table = _table_lines(lines)
    for is_table, group in groupby(range(len(lines)), in_table.__contains__):
        block = [lines[i] for i in group]
        if is_table:
            yield from table([[piece.text for piece in line.pieces] for line in block])
        else:
            yield from _prose(block, layout)


def _prose(lines: Sequence[Line], layout: "_Layout") -> Iterator[str]:
    text = _text(lines[0])
    for above, below in pairwise(lines):
        words = _text(below)
        if layout.goes_on(above, below, text, words):
            text = _connected(text, words)
        else:
            yield text
            text = words
    yield text


def _text(line: Line) -> str:
    return fold(line.text).strip()


def _connected(above: str, below: str) -> str:
    if _HYPHENED.search(above) and below[:1].islower():
        return above[:-1] + below
    return above + (joint(above, below) if above and below else "") + below


class _Layout:
    """How the lines of a document are set: the edges of its columns and the distance of lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        kinds: dict[Kind, list[Line]] = {}
        columns: dict[tuple[int, Kind], list[Line]] = {}
        for line in lines:
            kinds.setdefault(line.kind, []).append(line)
            columns.setdefault((line.page, line.kind), []).append(line)
        usual = {kind: _edges(group) for kind, group in kinds.items()}
        self._edges = {
            (page, kind): _on_page(_edges(group), usual[kind])
            for (page, kind), group in columns.items()
        }
        gaps = sorted(
            (a.y - b.y) / a.size for a, b in pairwise(lines) if _follows(a, b) and _same_size(a, b)
        )
        self._distance = gaps[len(gaps) // 2] if gaps else 2.0

    def goes_on(self, above: Line, below: Line, text: str, words: str) -> bool:
        """Whether the paragraph `text`, whose last line is `above`, goes on with `below`."""
        if not _same_size(above, below) or stands_alone(words) or stands_alone(text):
            return False
        if _follows(above, below):
            gap = (above.y - below.y) / above.size
            if gap > _LINES_APART * self._distance:
                return False
        if self._indented(below):
            return self._in_title(above, below) and not _CLAUSE.search(text)
        if marker(words) is not None and (finished(text) or not self._full(above, below)):
            return False
        return self._full(above, below) or self._ragged(above, text)

    def _room(self, line: Line) -> tuple[float, float]:
        """What is left empty on both sides of `line`, in heights of its characters."""
        edges = self._edges[line.page, line.kind]
        return (line.left - edges.left) / line.size, (edges.right - line.right) / line.size

    def _indented(self, line: Line) -> bool:
        return self._room(line)[0] > _INDENT

    def _in_title(self, above: Line, below: Line) -> bool:
        """Whether both lines are centred and the first word of `below` would not have fitted."""
        room = self._room(above)
        centred = all(abs(left - right) < _INDENT for left, right in (room, self._room(below)))
        return centred and sum(room) < _opening(below)

    def _full(self, line: Line, below: Line) -> bool:
        """Whether the first word of `below` would not have fitted on `line`."""
        return self._room(line)[1] < _opening(below)

    def _ragged(self, line: Line, text: str) -> bool:
        """Whether a line of text that ends no sentence reaches far enough to go on."""
        edges = self._edges[line.page, line.kind]
        reaches = line.right - edges.left >= _MOSTLY * (edges.right - edges.left)
        return reaches and _CLAUSE.search(text) is not None and not finished(text)


def _opening(line: Line) -> float:
    """The room that the first word of `line` takes, in heights of its characters."""
    return line.opening / line.size + _ROOM


def _edges(lines: Sequence[Line]) -> _Edges:
    """Where the lines begin and end; one character in twenty may stand in lines that stand out."""
    lefts = sorted((line.left, len(line.text)) for line in lines)
    rights = sorted(((line.right, len(line.text)) for line in lines), reverse=True)
    few = sum(count for _, count in lefts) / 20
    return _Edges(_beyond(lefts, few), _beyond(rights, few))


def _beyond(places: Sequence[tuple[float, int]], few: float) -> float:
    """The first of the places that is reached when `few` characters are passed."""
    for place, count in places:
        few -= count
        if few < 0:
            return place
    return places[-1][0]


def _on_page(edges: _Edges, usual: _Edges) -> _Edges:
    """The edges of a column on a page: its own, unless its lines are all short."""
    width = edges.right - edges.left
    return edges if width >= _AS_WIDE * (usual.right - usual.left) else usual


def _follows(above: Line, below: Line) -> bool:
    return (above.page, above.kind) == (below.page, below.kind)


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _SAME_SIZE * max(above.size, below.size)


def _table_lines(lines: Sequence[Line]) -> set[int]:
    """Lines of several cells that stand under cells of a line above, or above such a line."""
    found: set[int] = set()
    for i, (above, below) in enumerate(pairwise(lines)):
        if _follows(above, below) and _aligned(above, below):
            found |= {i, i + 1}
    return found


def _aligned(above: Line, below: Line) -> bool:
    if min(len(above.pieces), len(below.pieces)) < 2:
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
