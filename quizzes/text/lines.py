"""The lines of a file, each with how it is set."""

import re

from quizzes.text.characters import CLOSERS, PAGE_BREAK, TERMINATORS, width
from quizzes.text.markers import OPENING as MARKER_OPENING
from quizzes.text.markers import marker
from quizzes.text.spacing import tidy

_REMARK = re.compile(r"[。！？；]（[^（）]*(?:（[^（）]*）[^（）]*)*）$")
_REMARK_LENGTH = 300
_CELL = re.compile(r"[A-Za-z]?[-+]?[0-9.,/% ]+")
_ENDS = frozenset(TERMINATORS + "；：;:…")
_CLOSERS = frozenset(CLOSERS)
_MAY_CLOSE = _ENDS | _CLOSERS


class Line:
    """A line that holds something, without its margins.

    `width` and `indent` are in columns; `blank` and `page` tell of a blank line and a page break
    before it, `has_narrow` of Latin letters, figures or spaces in it; `closed` tells whether a
    sentence ends with it, `numbered` whether a number opens it as it opens headings and entries,
    `is_cell` whether it is a figure and no more.
    """

    __slots__ = (
        "blank",
        "closed",
        "has_narrow",
        "indent",
        "is_cell",
        "numbered",
        "page",
        "text",
        "width",
    )

    def __init__(
        self,
        text: str,
        indent: int = 0,
        blank: bool = False,
        page: bool = False,
    ) -> None:
        self.text = text
        self.indent = indent
        self.blank = blank
        self.page = page
        self.width = width(text)
        self.has_narrow = self.width < 2 * len(text)
        self.closed = text[-1:] in _MAY_CLOSE and closed(text)
        self.numbered = text[:1] in MARKER_OPENING and marker(text) is not None
        self.is_cell = text.isascii() and _CELL.fullmatch(text) is not None


def closed(text: str) -> bool:
    """Whether a sentence, a clause before a list or an entry of a list ends with `text`."""
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(CLOSERS)[-1:]
    return last in _ENDS


def finished(text: str) -> bool:
    """Whether a sentence ends here, or a remark in brackets that follows a sentence."""
    return closed(text) or (
        text[-1:] == "）" and _REMARK.search(text[-_REMARK_LENGTH:]) is not None
    )


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold something, each knowing the gap before it."""
    lines: list[Line] = []
    blank = page = False
    for raw in text.splitlines(keepends=True):
        words = tidy(raw)
        if not words:
            blank = True
        else:
            indent = 0 if raw[0] == words[0] else width(raw[: len(raw) - len(raw.lstrip())])
            lines.append(Line(words, indent, blank, page))
            blank = page = False
        if raw[-1] == PAGE_BREAK:
            page = True
    return lines
