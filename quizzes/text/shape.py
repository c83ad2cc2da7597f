"""The shape of a document, read from the widths of its lines: is it wrapped, and how."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizzes.text.characters import CLOSERS, OPENERS, width
from quizzes.text.lines import Line

Measure = Callable[[str], int]

# The least piece of text that a line cannot be broken in, with the marks that hang on to it.
_WORD = re.compile(
    rf"[{re.escape(OPENERS)}]*(?:[0-9A-Za-z.%+\-/]{{1,30}}|[—…]{{1,2}}|.)"
    rf"[，。；：、！？%％{re.escape(CLOSERS)}]*"
)
_CLAUSE = re.compile("[，。；：、！？“”]")

_NARROWEST = 16  # columns: below it lines are cells or verses
_MARKEDLY = 0.75  # a line below this share of the width is short, however ragged the margin


@dataclass(frozen=True, slots=True)
class Shape:
    """How a document is set.

    `full` is the width of its full lines and `low` that of the narrowest of them, in the unit
    of `measure`; `base` the margin of most lines. `spaced`: blank lines part its paragraphs.
    `indents`: its paragraphs begin with an indent.
    """

    wrapped: bool
    measure: Measure = width
    full: int = 0
    low: int = 0
    base: int = 0
    spaced: bool = True
    indents: bool = False

    def room_left(self, line: Line, below: Line) -> bool:
        """Whether the first word of `below` would still have fitted on `line`."""
        return self._with_word_of(line, below) <= self.low

    def markedly_short(self, line: Line, below: Line) -> bool:
        return self._with_word_of(line, below) <= _MARKEDLY * self.full

    def _with_word_of(self, line: Line, below: Line) -> int:
        return _extent(line, self.measure, self.base) + self.measure(first_word(below.text))

    def indented(self, line: Line) -> bool:
        return line.indent >= self.base + 2


def first_word(line: str) -> str:
    found = _WORD.match(line)
    return found[0] if found else line[:1]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well one width explains the lines that end no sentence.

    `lines` are the full ones; `share` is how much of the text of all of them they hold.
    """

    measure: Measure
    full: int
    low: int
    share: float
    lines: list[str]


def shape_of(lines: Sequence[Line]) -> Shape:
    """The shape of a document of these lines."""
    base = Counter(line.indent for line in lines).most_common(1)[0][0]
    fits = (_fit(lines, base, measure, trial) for trial in _TRIALS for measure in (width, len))
    best = max(filter(None, fits), key=lambda fit: fit.share * fit.low / fit.full, default=None)
    if best is None:
        return Shape(wrapped=False)
    shape = Shape(wrapped=True, measure=best.measure, full=best.full, low=best.low, base=base)
    return _with_habits(shape, lines)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A way to look for the width: which lines to look at, and how much they may vary.

    Numbered lines may be headings, which end where they like: they count only where the margin
    is sharp.
    """

    numbered: bool
    tolerance: float
    density: float


_TRIALS = (
    _Trial(numbered=False, tolerance=0.8, density=0.4),
    _Trial(numbered=True, tolerance=0.94, density=0.25),
)


def _extent(line: Line, measure: Measure, base: int) -> int:
    """How far `line` reaches from the margin, in the unit of `measure`."""
    indent = line.indent - base
    if measure is width:
        return line.width + indent
    return measure(line.text) + indent // 2


def _fit(lines: Sequence[Line], base: int, measure: Measure, trial: _Trial) -> _Fit | None:
    """The width that most of the broken lines come near to from below, if the document is
    wrapped to it."""
    broken = [a for a, b in pairwise(lines) if _broken(a, b, trial)]
    widths = sorted(_extent(line, measure, base) for line in broken)
    if not widths:
        return None

    def members(full: int) -> slice:
        return slice(bisect_left(widths, trial.tolerance * full), bisect_right(widths, full))

    full = max(set(widths), key=lambda w: (members(w).stop - members(w).start, w))
    cluster = widths[members(full)]
    inside = [
        line.text
        for line in broken
        if trial.tolerance * full <= _extent(line, measure, base) <= full
    ]
    fit = _Fit(measure, full, cluster[len(cluster) // 20], sum(cluster) / sum(widths), inside)
    return fit if _explains(fit, lines, trial) else None


def _broken(line: Line, below: Line, trial: _Trial) -> bool:
    """Whether `line` may be a line of a paragraph that goes on `below`."""
    if line.width < _NARROWEST or line.closed or below.numbered:
        return False
    return trial.numbered or not line.numbered


def _explains(fit: _Fit, lines: Sequence[Line], trial: _Trial) -> bool:
    if len(fit.lines) < 2 and len(lines) > 2:
        return False
    countable = sum(
        line.width >= _NARROWEST and (trial.numbered or not line.numbered) for line in lines
    )
    dense = len(fit.lines) >= trial.density * countable
    return (
        fit.share >= 0.6
        and fit.full >= (_NARROWEST if fit.measure is width else _NARROWEST // 2)
        and (dense or _nothing_is_wider(lines, fit))
        and _reads_as_prose(fit.lines)
        and _little_is_wider(lines, fit)
    )


def _reads_as_prose(full: Sequence[str]) -> bool:
    """Clauses end inside the lines, not only with them as in verses, and not never as in lists."""
    inside = sum(bool(_CLAUSE.search(line[:-1])) for line in full)
    at_end = sum(bool(_CLAUSE.match(line[-1])) for line in full)
    return inside >= max(1, 0.3 * len(full)) and at_end <= 0.6 * len(full)


def _little_is_wider(lines: Sequence[Line], fit: _Fit) -> bool:
    widths = [fit.measure(line.text) for line in lines]
    return sum(w for w in widths if w > 1.25 * fit.full) <= 0.2 * sum(widths)


def _nothing_is_wider(lines: Sequence[Line], fit: _Fit) -> bool:
    """Whether some lines reach the margin and none goes beyond it."""
    return len(fit.lines) >= 5 and max(fit.measure(line.text) for line in lines) <= 1.1 * fit.full


def _with_habits(shape: Shape, lines: Sequence[Line]) -> Shape:
    """`shape` with what this document does between paragraphs that have certainly ended."""
    after = [b for a, b in pairwise(lines) if a.closed and shape.room_left(a, b) and not b.page]
    spaced = 2 * sum(line.blank for line in after) >= len(after)
    indents = 2 * sum(map(shape.indented, after)) > len(after)
    return replace(shape, spaced=spaced, indents=indents)
