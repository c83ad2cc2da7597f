"""The shape of a document, read from the widths of its lines: is it wrapped, and how."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, islice, pairwise
from math import ceil
from operator import gt

from quizzes.text.characters import CLOSERS, OPENERS, width
from quizzes.text.lines import Line

# The least piece of text that a line cannot be broken in, with the marks that hang on to it.
_UNIT = (
    rf"[{re.escape(OPENERS)}]*(?:[0-9A-Za-z.%+\-/]{{1,30}}|[—…]{{1,2}}|.)"
    rf"[，。；：、！？%％{re.escape(CLOSERS)}]*"
)
_WORD = re.compile(rf"{_UNIT}(?:(?<=[”’])(?=[“‘]){_UNIT})*")
_CLAUSE_MARKS = frozenset("，。；：、！？“”")
_CLAUSE = re.compile("[，。；：、！？“”]")

_NARROWEST = 16  # columns: below it lines are cells or verses
_MARKEDLY = 0.75  # a line below this share of the width is short, however ragged the margin


@dataclass(frozen=True, slots=True)
class Shape:
    """How a document is set.

    `full` is the width of its full lines and `low` that of the narrowest of them, in columns or,
    where `counts` is set, in characters; `base` the margin of most lines. `spaced`: blank lines
    part its paragraphs. `indents`: its paragraphs begin with an indent.
    """

    wrapped: bool
    counts: bool = False
    full: int = 0
    low: int = 0
    base: int = 0
    spaced: bool = True
    indents: bool = False

    def are_full(self, lines: Sequence[Line]) -> list[bool]:
        """Of each line whether no character more would fit on it, and it is not short."""
        least = max(self.low, _MARKEDLY * self.full)
        return [extent >= least for extent in _extents(lines, self.base, counts=self.counts)]

    def room_left(self, line: Line, below: Line) -> bool:
        """Whether the first word of `below` would still have fitted on `line`."""
        return self._has_room(line, below, self.low)

    def markedly_short(self, line: Line, below: Line) -> bool:
        return self._has_room(line, below, _MARKEDLY * self.full)

    def _has_room(self, line: Line, below: Line, limit: float) -> bool:
        extent = _extent(line, self.base, counts=self.counts)
        if extent >= limit:
            return False
        word = first_word(below.text)
        return extent + (len(word) if self.counts else width(word)) <= limit

    def indented(self, line: Line) -> bool:
        return line.indent >= self.base + 2


def first_word(line: str) -> str:
    found = _WORD.match(line)
    return found[0] if found else line[:1]


def shape_of(lines: Sequence[Line]) -> Shape:
    """The shape of a document of these lines."""
    base = Counter([line.indent for line in lines]).most_common(1)[0][0]
    rulers = [_Ruler.of(lines, base, counts=counts) for counts in (False, True)]
    fits = [fit for trial in _trials(lines) for ruler in rulers if (fit := _fit(ruler, trial))]
    fits.sort(key=lambda fit: fit.share * fit.low / fit.full, reverse=True)
    best = next(filter(_explains, fits), None)
    if best is None:
        return Shape(wrapped=False)
    shape = Shape(wrapped=True, counts=best.ruler.counts, full=best.full, low=best.low, base=base)
    return _with_habits(shape, lines)


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Every line measured, in columns or in characters: its words, how wide they are and how far
    they reach from the margin."""

    counts: bool
    words: list[str]
    widths: list[int]
    extents: list[int]

    @classmethod
    def of(cls, lines: Sequence[Line], base: int, *, counts: bool) -> "_Ruler":
        words = [line.text for line in lines]
        widths = list(map(len, words)) if counts else [line.width for line in lines]
        return cls(counts, words, widths, _extents(lines, base, counts=counts))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A way to look for the width: which lines to look at, and how much they may vary.

    `broken` tells of each line whether it may be a line of a paragraph that goes on below; at
    least `density` of the `countable` lines are to be full ones.
    """

    broken: list[bool]
    countable: int
    tolerance: float
    density: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """A width and how well it explains the lines that end no sentence: `share` is how much of
    the text of all of them the full ones hold, `low` the width of the narrowest of these."""

    ruler: _Ruler
    trial: _Trial
    full: int
    low: int
    share: float

    @property
    def lines(self) -> list[str]:
        """The words of the full lines."""
        broken = self.trial.broken
        least = self.trial.tolerance * self.full
        measured = zip(
            compress(self.ruler.words, broken), compress(self.ruler.extents, broken), strict=True
        )
        return [words for words, extent in measured if least <= extent <= self.full]


def _trials(lines: Sequence[Line]) -> Iterator[_Trial]:
    """The ways to look for the width. Numbered lines may be headings, which end where they like:
    they count only where the margin is sharp."""
    wide = [line.width >= _NARROWEST for line in lines]
    broken = [
        is_wide and not line.closed and not below.numbered
        for is_wide, (line, below) in zip(wide, pairwise(lines), strict=False)
    ]
    numbered = [line.numbered for line in lines]
    plain = [each and not of_number for each, of_number in zip(broken, numbered, strict=False)]
    yield _Trial(plain, sum(map(gt, wide, numbered)), tolerance=0.8, density=0.4)
    yield _Trial(broken, sum(wide), tolerance=0.94, density=0.25)


def _extent(line: Line, base: int, *, counts: bool) -> int:
    """How far `line` reaches from the margin, in columns or in characters."""
    indent = line.indent - base
    return len(line.text) + indent // 2 if counts else line.width + indent


def _extents(lines: Sequence[Line], base: int, *, counts: bool) -> list[int]:
    if counts:
        return [len(line.text) + (line.indent - base) // 2 for line in lines]
    return [line.width + line.indent - base for line in lines]


def _fit(ruler: _Ruler, trial: _Trial) -> _Fit | None:
    """The width that most of the broken lines come near to from below."""
    widths = sorted(compress(ruler.extents, trial.broken))
    if not widths:
        return None

    def first(full: int) -> int:
        return bisect_left(widths, trial.tolerance * full)

    full = max(set(widths), key=lambda w: (bisect_right(widths, w) - first(w), w))
    cluster = widths[first(full) : bisect_right(widths, full)]
    low = cluster[len(cluster) // 20]
    return _Fit(ruler, trial, full, low, sum(cluster) / sum(widths))


def _explains(fit: _Fit) -> bool:
    """Whether the document is wrapped to this width."""
    narrowest = _NARROWEST // 2 if fit.ruler.counts else _NARROWEST
    if fit.share < 0.6 or fit.full < narrowest:
        return False
    widths, full = fit.ruler.widths, fit.lines
    if len(full) < 2 and len(widths) > 2:
        return False
    dense = len(full) >= fit.trial.density * fit.trial.countable
    return (
        (dense or _nothing_is_wider(widths, fit.full, len(full)))
        and _little_is_wider(widths, fit.full)
        and _reads_as_prose(full)
    )


def _reads_as_prose(full: Sequence[str]) -> bool:
    """Clauses end inside the lines, not only with them as in verses, and not never as in lists."""
    at_end = sum([line[-1] in _CLAUSE_MARKS for line in full])
    if at_end > 0.6 * len(full):
        return False
    enough = max(1, 0.3 * len(full))
    inside = (1 for line in full if _CLAUSE.search(line, 0, len(line) - 1))
    return sum(islice(inside, ceil(enough))) >= enough


def _little_is_wider(widths: Sequence[int], full: int) -> bool:
    return sum([w for w in widths if w > 1.25 * full]) <= 0.2 * sum(widths)


def _nothing_is_wider(widths: Sequence[int], full: int, lines: int) -> bool:
    """Whether some lines reach the margin and none goes beyond it."""
    return lines >= 5 and max(widths) <= 1.1 * full


def _with_habits(shape: Shape, lines: Sequence[Line]) -> Shape:
    """`shape` with what this document does between paragraphs that have certainly ended."""
    after = [b for a, b in pairwise(lines) if a.closed and not b.page and shape.room_left(a, b)]
    spaced = 2 * sum([line.blank for line in after]) >= len(after)
    indents = 2 * sum(map(shape.indented, after)) > len(after)
    return replace(shape, spaced=spaced, indents=indents)
