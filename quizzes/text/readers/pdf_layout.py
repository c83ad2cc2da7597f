"""How the lines of a document are set, and what that tells of where its paragraphs end."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from quizzes.text.lines import closed, finished
from quizzes.text.markers import marker
from quizzes.text.matter import attachment, stands_alone
from quizzes.text.readers.pdf_columns import Kind, Line

_ROOM = 0.25  # heights of a character that may be left beyond the word that did not fit
_INDENT = 0.8
_SAME_PLACE = 0.3
_LINES_APART = 1.4  # of the usual distance of lines
_USUAL_DISTANCE = 2.0  # heights of a character
_SAME_SIZE = 0.13
_MOSTLY = 0.75  # of its column: a line that ends no sentence goes on even if it is not full
_AS_WIDE = 0.97  # as the column is on most pages: a line reaches its edges
_STANDING_OUT = 0.05  # of the text, in lines that go beyond the edges
_BULLETS = frozenset("•●○◦■□▪◆◇▶►➢➤")
_CLAUSE = re.compile("[，。；]")


class Layout:
    """The edges of the columns of a document, the distance of its lines, the indent of its
    paragraphs."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._edges = _edges_of_columns(lines)
        pairs = [(a, b) for a, b in pairwise(lines) if a.shares_column(b) and _same_size(a, b)]
        full = [(a, b) for a, b in pairs if self._full(a, b)]
        within = [(a, b) for a, b in full if not closed(a.text)] or pairs
        self._distance = _median([(a.y - b.y) / a.size for a, b in within], _USUAL_DISTANCE)
        self._usual_indent = _median(
            [self._indent(a) for a, b in full if self._indent(a) > _INDENT > self._indent(b)], 0
        )

    def goes_on(self, paragraph: Sequence[Line], below: Line, text: str, words: str) -> bool:
        """Whether the paragraph of these lines, which reads `text`, goes on with the line `below`,
        which reads `words`."""
        above = paragraph[-1]
        if not _same_size(above, below) or stands_alone(words) or stands_alone(text):
            return False
        if above.shares_column(below):
            distance = (above.y - below.y) / above.size
            if distance > _LINES_APART * self._distance:
                return False
        if self._in_title(above, below):
            return _CLAUSE.search(text) is None
        if words[:1] in _BULLETS:
            return False
        if _is_numbered(words) and (finished(text) or not self._full(above, below)):
            return False
        if len(paragraph) == 1 and self._indent(below) > _INDENT:
            return self._hangs(above, below, text)
        if len(paragraph) > 1 and abs(self._indent(below) - self._indent(above)) > _INDENT:
            return False
        if self._full(above, below) or self._ragged(above, text):
            return True
        return self._indent(below) > _INDENT and _reaches_as_far(paragraph, below)

    def _indent(self, line: Line) -> float:
        """What is left empty before `line`, in heights of its characters."""
        return (line.left - self._edges[line.page, line.kind].left) / line.size

    def _room(self, line: Line) -> float:
        """What is left empty behind it."""
        return (self._edges[line.page, line.kind].right - line.right) / line.size

    def _in_title(self, above: Line, below: Line) -> bool:
        """Whether both lines are centred and the first word of `below` would not have fitted."""
        if self._indent(below) <= _INDENT:
            return False
        room = self._indent(above) + self._room(above)
        return self._centred(above) and self._centred(below) and room < _opening(below)

    def _centred(self, line: Line) -> bool:
        return abs(self._indent(line) - self._room(line)) < _INDENT

    def _hangs(self, above: Line, below: Line, text: str) -> bool:
        """Whether `below`, which is indented, is the second line of a paragraph: of an entry of a
        list or of one that is set in as a whole."""
        indent = self._indent(below)
        if abs(indent - self._usual_indent) < _SAME_PLACE:
            return False
        shift = indent - self._indent(above)
        if abs(shift) < _SAME_PLACE:
            return self._full(above, below) and not finished(text)
        if self._full(above, below) or self._ragged(above, text):
            return True
        return shift < 0 and self._reaches(above) and not (self._centred(above) or finished(text))

    def _full(self, line: Line, below: Line) -> bool:
        """Whether the first word of `below` would not have fitted on `line`."""
        return self._room(line) < _opening(below)

    def _ragged(self, line: Line, text: str) -> bool:
        """Whether a line of text that ends no sentence reaches far enough to go on."""
        return self._reaches(line) and _CLAUSE.search(text) is not None and not finished(text)

    def _reaches(self, line: Line) -> bool:
        edges = self._edges[line.page, line.kind]
        return line.right - edges.left >= _MOSTLY * _width(edges)


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _SAME_SIZE * max(above.size, below.size)


def _is_numbered(words: str) -> bool:
    return marker(words) is not None or attachment(words) is not None


def _opening(line: Line) -> float:
    """The room that the first word of `line` takes, in heights of its characters."""
    return line.opening / line.size + _ROOM


def _reaches_as_far(paragraph: Sequence[Line], below: Line) -> bool:
    """Whether the first word of `below` would not have fitted on the last line of a paragraph
    that is set in on both sides."""
    last = paragraph[-1]
    edge = max(line.right for line in paragraph if line.shares_column(last))
    return (edge - last.right) / last.size < _opening(below)


def _median(values: Sequence[float], otherwise: float) -> float:
    return median(values) if values else otherwise


# The edges of columns


@dataclass(frozen=True, slots=True)
class _Edges:
    left: float
    right: float


def _edges_of_columns(lines: Sequence[Line]) -> dict[tuple[int, Kind], _Edges]:
    """The edges of every column: its own where a line reaches them, else those on most pages."""
    kinds: defaultdict[Kind, list[Line]] = defaultdict(list)
    columns: defaultdict[tuple[int, Kind], list[Line]] = defaultdict(list)
    for line in lines:
        kinds[line.kind].append(line)
        columns[line.page, line.kind].append(line)
    own = {place: _edges(group) for place, group in columns.items()}
    usual: dict[Kind, _Edges] = {}
    for kind, group in kinds.items():
        widest = max((edges for (_, its), edges in own.items() if its == kind), key=_width)
        usual[kind] = min(_edges(group), widest, key=_width)  # margins may change sides
    return {place: _on_page(edges, usual[place[1]]) for place, edges in own.items()}


def _on_page(own: _Edges, usual: _Edges) -> _Edges:
    """The edges of a column, from where its own lines begin and end and where they mostly do."""
    if _width(own) >= _AS_WIDE * _width(usual):
        return own
    beyond = max(own.right - usual.right, 0) or min(own.left - usual.left, 0)
    return _Edges(usual.left + beyond, usual.right + beyond)


def _edges(lines: Sequence[Line]) -> _Edges:
    """Where the lines begin and end, but for a few."""
    few = _STANDING_OUT * sum(len(line.text) for line in lines)
    lefts = sorted((line.left, len(line.text)) for line in lines)
    rights = sorted(((line.right, len(line.text)) for line in lines), reverse=True)
    return _Edges(_after(few, lefts), _after(few, rights))


def _after(few: float, places: Sequence[tuple[float, int]]) -> float:
    """The first of the places, each with a number of characters, behind `few` characters."""
    for place, count in places:
        few -= count
        if few < 0:
            return place
    return places[-1][0]


def _width(edges: _Edges) -> float:
    return edges.right - edges.left
