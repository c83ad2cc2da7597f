"""Tables in plain text: rows with bars, and tables whose cells stand on a line each."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizzes.text.markers import marker
from quizzes.text.tables import BAR, is_row, may_be_row

_FIGURE = re.compile("[A-Za-z]?[-+—–−<>≤≥]?[0-9.,，/%％‰:：× ]*[*※]?")
_SENTENCE = re.compile("[，。；：！？:]")
_LONGEST_CELL = 24  # characters
_LEAST_CELLS = 6
_MOST_BETWEEN = 2  # lines between cells that have punctuation and are cells all the same
_LEAST_WORDS = 12  # cells, where no cell is a figure
_LONGEST_WORD = 10


def rows(lines: Sequence[str]) -> Iterator[int]:
    """Which of `lines` are rows of tables with bars: their indices."""
    barred = [i for i, line in enumerate(lines) if BAR in line and may_be_row(line)]
    beside = frozenset(barred)
    return (i for i in barred if is_row(lines[i]) or i - 1 in beside or i + 1 in beside)


def cells(lines: Sequence[str], taken: frozenset[int]) -> Iterator[int]:
    """Which of `lines`, those that are `taken` left out, are cells of a flattened table: runs of
    very short lines without punctuation, half of them figures at least, or of words alone."""
    short = (
        i
        for i, line in enumerate(lines)
        if len(line) <= _LONGEST_CELL and i not in taken and not _SENTENCE.search(line)
    )
    end = None
    for _, run in groupby(enumerate(short), lambda pair: pair[1] - pair[0]):
        found = _table([i for _, i in run], lines)
        if found and end is not None and found[0] - end <= _MOST_BETWEEN:
            yield from (
                i for i in range(end, found[0]) if i not in taken and _may_be_cell(lines[i])
            )
        yield from found
        end = found[-1] + 1 if found else end


def _may_be_cell(line: str) -> bool:
    return len(line) <= _LONGEST_CELL and "。" not in line


def _table(run: list[int], lines: Sequence[str]) -> list[int]:
    figures = {i for i in run if _FIGURE.fullmatch(lines[i])}
    if not figures:
        words = not any(_is_long(lines[i]) or marker(lines[i]) for i in run)
        return run if words and len(run) >= _LEAST_WORDS else []
    first, last = run.index(min(figures)), run.index(max(figures))
    headings = [at for at in range(first) if marker(lines[run[at]])]
    cells = run[headings[-1] + 1 if headings else 0 : last + 1]
    return cells if len(cells) >= _LEAST_CELLS and 2 * len(figures) >= len(cells) else []


def _is_long(line: str) -> bool:
    return len(line) > _LONGEST_WORD
