"""Hard-wrapped, paged text → whole paragraphs, one on a line.

Every decision rests on the document's own shape (`quizzes.text.shape`). In a wrapped document a
line after which the next word would still have fitted ends its paragraph. Blank lines count only
as far as this document sets them between paragraphs: at page and column breaks they stand in the
middle of sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.text.characters import OPENERS, fold
from quizzes.text.furniture import furniture
from quizzes.text.lines import Line, finished, lines_of
from quizzes.text.markers import marker
from quizzes.text.matter import may_stand_alone, stands_alone
from quizzes.text.shape import Shape, shape_of
from quizzes.text.spacing import LATIN, joint, tidy

_SENTENCE_END = re.compile("[。！？；]")
_CLAUSE_END = re.compile("[，。；：]")
_UNFINISHED = frozenset("，、" + OPENERS)
_REMARK_LINES = 300
_DISPLAY_LINES = 3


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A clean text and the page numbers and running heads that were taken out of it."""

    text: str
    furniture: tuple[str, ...]


def unwrap(text: str) -> str:
    """The paragraphs of `text`, one on a line; clean text comes back as it is.

    Only white space, invisible characters and page furniture are ever lost; characters come back
    in their ordinary form (`characters.fold`), which changes no number and no word.
    """
    return dissect(text).text


def dissect(text: str) -> Unwrapped:
    """What `unwrap` gives, together with what it took for page furniture."""
    removed: list[str] = []
    text = fold(text)
    while True:
        clean, furnishings = _unwrap_once(text)
        removed += furnishings
        if clean == text:
            return Unwrapped(clean, tuple(removed))
        text = clean


def _unwrap_once(text: str) -> tuple[str, list[str]]:
    lines = lines_of(text)
    pages = furniture(lines)
    kept = _without(lines, pages)
    return "\n".join(_paragraphs(kept)), [lines[i].text for i in sorted(pages)]


def _without(lines: Sequence[Line], pages: set[int]) -> list[Line]:
    """`lines` without the furniture: what stood around it is a page break."""
    if not pages:
        return list(lines)
    kept: list[Line] = []
    blank = page = False
    for i, line in enumerate(lines):
        if i in pages:
            blank, page = blank or line.blank, True
            continue
        if page:
            line.blank, line.page = line.blank or blank, True
            blank = page = False
        kept.append(line)
    return kept


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    if not lines:
        return
    shape = shape_of(lines)
    display = _display(lines, shape) if shape.wrapped else set()
    run_on = _run_on(lines, shape)
    for i in display:
        run_on[i] = False
    paragraph = _Paragraph(lines[0])
    i = 1
    while i < len(lines):
        if run_on[i] and not paragraph.stands_alone:
            stop = run_on.index(False, i)
            paragraph.add(lines[i:stop])
            i = stop
            continue
        if i in display or _begins(lines[i], paragraph, shape):
            yield paragraph.text
            paragraph = _Paragraph(lines[i])
        else:
            paragraph.add(lines[i : i + 1])
        i += 1
    yield paragraph.text


def _run_on(lines: Sequence[Line], shape: Shape) -> list[bool]:
    """Of each line whether it plainly goes on with the sentence of the line above, which is full
    and ends no sentence: what most lines of a wrapped document do, told without a closer look.
    False follows the last one."""
    if not shape.wrapped:
        return [False] * (len(lines) + 1)
    breaks_off = [
        full and not line.closed and line.text[-1] != "）"
        for line, full in zip(lines, shape.are_full(lines), strict=True)
    ]
    run_on = [
        above
        and not (line.blank or line.page or line.numbered or line.is_cell)
        and not shape.indented(line)
        and not may_stand_alone(line.text)
        for above, line in zip(breaks_off, lines[1:], strict=False)
    ]
    return [False, *run_on, False]


class _Paragraph:
    """A paragraph as it grows line by line."""

    __slots__ = ("_lines", "_may_be_heading", "has_clause", "has_sentence", "last", "stands_alone")

    def __init__(self, first: Line) -> None:
        self._lines = [first.text]
        number = marker(first.text) if first.numbered else None
        self._may_be_heading = number is not None and number.kind != "条"
        self.has_clause = _CLAUSE_END.search(first.text) is not None
        self.has_sentence = _SENTENCE_END.search(first.text) is not None
        self.stands_alone = first.is_cell or stands_alone(first.text)
        self.last = first

    def add(self, lines: Sequence[Line]) -> None:
        words = [line.text for line in lines]
        self._lines += words
        self.stands_alone = False
        self.last = lines[-1]
        self.has_clause = self.has_clause or any(map(_CLAUSE_END.search, words))
        self.has_sentence = self.has_sentence or any(map(_SENTENCE_END.search, words))

    @property
    def text(self) -> str:
        if LATIN.isdisjoint([line[0] for line in self._lines]):
            return tidy("".join(self._lines))
        pieces = self._lines[:1]
        for above, below in pairwise(self._lines):
            pieces += (joint(above, below), below)
        return tidy("".join(pieces))

    @property
    def is_heading(self) -> bool:
        return self._may_be_heading and not self.has_sentence

    @property
    def closed(self) -> bool:
        """Whether a sentence ends here, or a remark in brackets that follows a sentence."""
        if self.last.closed or self.last.text[-1] != "）":
            return self.last.closed
        return finished("".join(self._lines[-_REMARK_LINES:]))

    @property
    def unfinished(self) -> bool:
        return self.last.text[-1] in _UNFINISHED


def _display(lines: Sequence[Line], shape: Shape) -> set[int]:
    """Lines of the first and the last block where these are set as a title or a signature: few
    lines that end no sentence, each of which stands for itself."""
    starts = [0, *(i for i, line in enumerate(lines) if line.blank and i), len(lines)]
    blocks = (range(starts[0], starts[1]), range(starts[-2], starts[-1]))
    return {i for block in blocks if _is_display(lines, block, shape) for i in block}


def _is_display(lines: Sequence[Line], block: range, shape: Shape) -> bool:
    if len(block) > min(_DISPLAY_LINES, len(lines) - 1):
        return False
    if block.start:
        above, first = lines[block.start - 1], lines[block.start]
        if not (above.closed or stands_alone(above.text) or shape.room_left(above, first)):
            return False
    if block.stop < len(lines) and not shape.room_left(lines[block.stop - 1], lines[block.stop]):
        return False
    return not any(
        line.closed or line.numbered or line.text[-1] in _UNFINISHED
        for line in lines[block.start : block.stop]
    )


def _begins(line: Line, before: _Paragraph, shape: Shape) -> bool:
    """Whether a paragraph begins with `line`, which stands under the paragraph `before`."""
    if not shape.wrapped:
        return not _goes_on(line, before)
    if shape.indented(line) or stands_alone(line.text) or before.stands_alone:
        return True
    if line.is_cell and shape.room_left(before.last, line):
        return True
    if line.numbered and _may_open_entry(line, before, shape):
        return True
    if before.is_heading:
        return _ends_heading(line, before, shape)
    if before.closed:
        return _ends_at_sentence(line, before, shape)
    return _ends_without_sentence(line, before, shape)


def _may_open_entry(line: Line, before: _Paragraph, shape: Shape) -> bool:
    """Whether the number that opens `line` numbers a paragraph: it could stand in a sentence."""
    if before.closed or before.is_heading or not before.has_clause:
        return not before.unfinished
    return not before.unfinished and shape.room_left(before.last, line)


def _ends_heading(line: Line, before: _Paragraph, shape: Shape) -> bool:
    if before.unfinished:
        return False
    if shape.spaced and not line.page:
        return line.blank or shape.markedly_short(before.last, line)
    return shape.room_left(before.last, line)


def _ends_at_sentence(line: Line, before: _Paragraph, shape: Shape) -> bool:
    if shape.spaced and not line.page:
        if not line.blank:
            return shape.markedly_short(before.last, line)
        if not shape.indents:
            return True
    return shape.room_left(before.last, line)


def _ends_without_sentence(line: Line, before: _Paragraph, shape: Shape) -> bool:
    """Titles, signatures and addressees end without a mark: by their length alone."""
    if before.unfinished:
        return False
    if line.blank and shape.spaced and not before.has_clause:
        return shape.room_left(before.last, line)
    return shape.markedly_short(before.last, line)


def _goes_on(line: Line, before: _Paragraph) -> bool:
    """Whether, in a document that is not wrapped, a page break has cut a paragraph here."""
    if before.closed or line.numbered or line.indent >= 2 or before.is_heading:
        return False
    if before.last.text[-1] in "，、":
        return True
    return (line.blank or line.page) and before.has_sentence
