"""The characters of a page of a PDF and where each stands."""

import ctypes
import math
from collections import Counter
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

_HYPHEN = 2  # what PDFium gives for the hyphen at the end of a line
_BREAKS = frozenset((10, 13))
_QUARTER = math.pi / 2
_ASKEW = 0.1  # radians; watermarks are


class Character(NamedTuple):
    """A character: its left and right edge, its baseline and its height, in points. The lines of
    a page are read with `y` going down; a white space has the width 0."""

    text: str
    left: float
    right: float
    y: float
    size: float


def characters(page: pypdfium2.PdfPage) -> list[Character]:
    """The characters of `page` in the order in which they are drawn, turned upright; what is set
    at another angle than most of them is left out."""
    textpage = page.get_textpage()
    try:
        drawn = _drawn(textpage.raw)
    finally:
        textpage.close()
    if not drawn:
        return []
    turn = Counter(turn for turn, _ in drawn).most_common(1)[0][0]
    upright = [character for its, character in drawn if its == turn]
    return [_upright(character, turn) for character in upright] if turn else upright


def _drawn(page: object) -> list[tuple[int, Character]]:
    """Each character with the quarters of a circle that it is turned by."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[tuple[int, Character]] = []
    for i in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, i)
        if code in _BREAKS:
            continue
        turn, skew = divmod(pdfium.FPDFText_GetCharAngle(page, i) + _ASKEW, _QUARTER)
        if skew > 2 * _ASKEW:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, i, box)
        pdfium.FPDFText_GetCharOrigin(page, i, x, y)
        text = "-" if code == _HYPHEN else chr(code)
        place = (box.left, box.right, y.value, abs(box.top - box.bottom))
        if turn % 2:
            place = (box.bottom, box.top, x.value, abs(box.right - box.left))
        found.append((int(turn) % 4, Character(text, *place)))
    return found


def _upright(character: Character, turn: int) -> Character:
    text, left, right, y, size = character
    if turn in (1, 2):
        left, right = -right, -left
    return Character(text, left, right, -y if turn in (2, 3) else y, size)
