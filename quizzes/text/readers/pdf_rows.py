"""Characters of a page → the rows of print, each in pieces that wide gaps part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.text.readers.pdf_characters import Character

_WIDE_GAP = 1.2  # in heights of a character: a gap between cells or columns
_SPACE = 0.25
_SAME_ROW = 0.35
_SMALLER = 0.78  # of the height of what it hangs on: a mark raised above the line
_REFERENCE = re.compile(r"[\[〔（(]?[0-9]{1,3}[\]〕）)]?|[①-⑳*†‡]|注[0-9]{1,2}|\[[①-⑳]\]")
_POWERS = {"2": "²", "3": "³"}
_POWERED = re.compile(r"[a-z]m$|(?<![A-Za-z])m$")
_LATIN = re.compile("[A-Za-z0-9,.;:)]")


@dataclass(slots=True)
class Piece:
    """Words on one baseline; places in points, `y` the baseline, `size` the height."""

    text: str
    left: float
    right: float
    y: float
    size: float


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
    piece: Piece | None = None
    space = False
    for character in page:
        text, left, right, y, size = character
        if text.isspace():
            space = True
            continue
        if piece and _drawn_again(piece, character):
            continue
        if piece and _goes_on(piece, character):
            apart = space and (_meets(piece.text, text) or left - piece.right > 2 * _SPACE * size)
            piece.text += f" {text}" if apart else text
            piece.right = max(piece.right, right)
        else:
            if piece:
                yield piece
            piece = Piece(text, left, right, y, size)
        space = False
    if piece:
        yield piece


def _drawn_again(piece: Piece, character: Character) -> bool:
    """Whether the last character is drawn once more beside itself, to look bold."""
    return (
        character.text == piece.text[-1]
        and abs(character.right - piece.right) < 0.2 * character.size
        and abs(character.y - piece.y) < 0.2 * character.size
        and character.left < piece.right - 0.2 * character.size
    )


def _goes_on(piece: Piece, character: Character) -> bool:
    size = piece.size
    return (
        abs(character.y - piece.y) <= 0.1 * size
        and -0.5 * size <= character.left - piece.right <= _WIDE_GAP * size
        and 0.7 * size <= character.size <= 1.4 * size
    )


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
        gap = piece.left - last.right
        if gap > _WIDE_GAP * max(last.size, piece.size):
            joined.append(piece)
            continue
        apart = gap > _SPACE * piece.size and _meets(last.text, piece.text)
        last.text += f" {piece.text}" if apart else piece.text
        last.right = max(last.right, piece.right)
        last.size = max(last.size, piece.size)
    return joined


def _meets(above: str, below: str) -> bool:
    """Whether a word in Latin letters or a figure meets another."""
    return bool(_LATIN.match(above[-1]) and _LATIN.match(below[0]))
