"""The lines of a file, each with how it is set."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizzes.text.characters import CLOSERS, LINE_BREAKS, PAGE_BREAK, TERMINATORS, width
from quizzes.text.markers import marker
from quizzes.text.spacing import tidy

_LINE_BREAK = re.compile(f"({LINE_BREAKS.pattern})")
_CELL = re.compile(r"[A-Za-z]?[-+]?[0-9.,/% ]+")
_ENDS = frozenset(TERMINATORS + "；：;:…")


@dataclass(frozen=True)
class Line:
    """A line that holds something, without its margins.

    `indent` is in columns; `blank` and `page` tell of a blank line and a page break before it.
    """

    text: str
    indent: int = 0
    blank: bool = False
    page: bool = False

    @cached_property
    def width(self) -> int:
        """In columns."""
        return width(self.text)

    @cached_property
    def closed(self) -> bool:
        return closed(self.text)

    @cached_property
    def numbered(self) -> bool:
        """Whether a number opens the line as it opens headings and entries."""
        return marker(self.text) is not None

    @cached_property
    def is_cell(self) -> bool:
        """Whether the line is a figure and no more, as in the cell of a table."""
        return _CELL.fullmatch(self.text) is not None


def closed(text: str) -> bool:
    """Whether a sentence, a clause before a list or an entry of a list ends with `text`."""
    return text.rstrip(CLOSERS)[-1:] in _ENDS


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that hold something, each knowing the gap before it."""
    blank = page = False
    parts = _LINE_BREAK.split(text)
    for raw, line_break in zip(parts[::2], ["", *parts[1::2]], strict=True):
        page = page or line_break == PAGE_BREAK
        line = tidy(raw)
        if not line:
            blank = True
            continue
        indent = raw[: len(raw) - len(raw.lstrip())]
        yield Line(line, width(indent) if indent else 0, blank, page)
        blank = page = False
