"""Characters of a page → the rows of print, each in pieces that wide gaps part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from quizzes.text.characters import CJK, CJK_MARKS
from quizzes.text.readers.pdf_characters import Character
from quizzes.text.shape import first_word

_WIDEST = 1.5  # in heights of a character: what is wider parts cells or columns
_WIDEST_BEFORE_LATIN = 0.9  # the same, before figures and words in Latin letters
_SPACE = 0.25
_NARROW_SPACE = 0.15  # between ideographs, where one is drawn
_LEAST_SPACE = 0.05  # between words in Latin letters, where one is drawn
_WIDE_SPACE = 0.7  # a gap in which a full-width space stands, though PDF does not say it
_SAME_ROW = 0.35
_SMALLER = 0.78  # of the height of what it hangs on: a mark raised above the line
_REFERENCE = re.compile(r"[\[〔（(]?[0-9]{1,3}[\]〕）)]?|[①-⑳*†‡]|注[0-9]{1,2}|\[[①-⑳]\]")
_POWERS = {"2": "²", "3": "³"}
_POWERED = re.compile(r"[a-z]m$|(?<![A-Za-z])m$")
_FULL_WIDTH = re.compile(f"[{CJK}{CJK_MARKS}]")
_LATIN = re.compile("[!-~]")


@dataclass(slots=True)
class Piece:
    """Words on one baseline; places in points, `y` the baseline, `size` the height, `opening` the
    width of the first word, which no line break may part."""

    text: str
    left: float
    right: float
    y: float
    size: float
    opening: float


Row = list[Piece]
"""What stands on one baseline, from left to right."""


def rows_of(page: Sequence[Character]) -> list[Row]:
    """The rows of a page from top to bottom, without the marks that refer to footnotes."""
    rows: list[Row] = []
    pieces = sorted(_without_references(list(_pieces(page))), key=lambda piece: -piece.y)
    for piece in pieces:
        if rows and rows[-1][0].y - piece.y <= _SAME_ROW * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(row) for row in rows]


def _pieces(page: Sequence[Character]) -> Iterator[Piece]:
    """Runs of characters, in the order in which they are drawn."""
    run: list[Character] = []
    spaces: set[int] = set()
    for character in page:
        if character.text.isspace():
            spaces.add(len(run))
            continue
        if run:
            last = run[-1]
            if character.text == last.text and _drawn_again(last, character):
                continue
            if not _goes_on(last, character, run[0].size):
                yield _piece(run, spaces)
                run, spaces = [], set()
        run.append(character)
    if run:
        yield _piece(run, spaces)


def _drawn_again(last: Character, character: Character) -> bool:
    """Whether the last character is drawn once more beside itself, to look bold."""
    return (
        abs(character.right - last.right) < 0.2 * character.size
        and abs(character.y - last.y) < 0.2 * character.size
        and character.left < last.right - 0.2 * character.size
    )


def _goes_on(last: Character, character: Character, size: float) -> bool:
    text, left, _, y, its_size = character
    gap = left - last.right
    return (
        abs(y - last.y) <= 0.1 * size
        and 0.7 * size <= its_size <= 1.4 * size
        and -0.5 * size <= gap
        and (gap <= _WIDEST_BEFORE_LATIN * size or gap <= _widest(text) * size)
    )


def _widest(after: str) -> float:
    return _WIDEST if _FULL_WIDTH.match(after) else _WIDEST_BEFORE_LATIN


def _piece(run: Sequence[Character], spaces: set[int]) -> Piece:
    """The piece of these characters; before those with the numbers in `spaces` a space is drawn."""
    first = run[0]
    text = _words(run, spaces)
    right = max(each.right for each in run)
    end = len(first_word(text))
    opening = (run[end].left if end < len(run) else right) - first.left
    return Piece(text, first.left, right, first.y, first.size, opening)


def _words(run: Sequence[Character], spaces: set[int]) -> str:
    """The text of the run, with the spaces in it that part words."""
    gaps = [after.left - before.right for before, after in pairwise(run)]
    wide = _WIDE_SPACE * run[0].size
    places = [i for i, gap in enumerate(gaps, start=1) if gap > wide or i in spaces]
    words = [each.text for each in run]
    if places:
        usual = max(median_low(gaps), 0)  # in print that is spaced out, all gaps are wide
        for i in places:
            gap = (gaps[i - 1] - usual) / run[i].size
            words[i] = _space(words[i - 1][-1], words[i], gap, drawn=i in spaces) + words[i]
    return "".join(words)


def _space(before: str, after: str, gap: float, *, drawn: bool) -> str:
    """What stands in a gap of so many heights of a character."""
    if drawn and gap > _LEAST_SPACE and _meets(before, after):
        return " "
    wide = _FULL_WIDTH.match(before) and _FULL_WIDTH.match(after)
    if gap > _WIDE_SPACE:
        return "\u3000" if wide else " "
    return " " if drawn and gap > (_NARROW_SPACE if wide else 2 * _SPACE) else ""


def _without_references(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without raised marks; powers become characters of their own."""
    above: Piece | None = None
    for piece in pieces:
        if above is None or not _is_raised(piece, above):
            yield piece
            above = piece
        elif piece.text in _POWERS and _POWERED.search(above.text):
            above.text += _POWERS[piece.text]
            above.right = piece.right
        elif not _REFERENCE.fullmatch(piece.text):
            piece.y = above.y
            yield piece


def _is_raised(piece: Piece, above: Piece) -> bool:
    return (
        piece.size <= _SMALLER * above.size
        and 0.1 * above.size <= piece.y - above.y <= 0.8 * above.size
        and abs(piece.left - above.right) <= 0.5 * above.size
    )


def _joined(row: Row) -> Row:
    """The row from left to right, pieces without a wide gap between them in one."""
    row.sort(key=lambda piece: piece.left)
    joined = [row[0]]
    for piece in row[1:]:
        last = joined[-1]
        gap = (piece.left - last.right) / max(last.size, piece.size)
        if gap > _widest(piece.text[0]):
            joined.append(piece)
            continue
        apart = gap > _SPACE and _meets(last.text[-1], piece.text[0])
        last.text += _space(last.text[-1], piece.text[0], gap, drawn=apart) + piece.text
        last.right = max(last.right, piece.right)
        last.size = max(last.size, piece.size)
    return joined


def _meets(before: str, after: str) -> bool:
    """Whether a word in Latin letters or a figure meets another."""
    return bool(_LATIN.match(before) and _LATIN.match(after))
