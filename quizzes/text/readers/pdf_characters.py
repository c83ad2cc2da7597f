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
_WIDE = range(0x3400, 0xFB00)  # characters as wide as high
_LEAST_SIZE = 2  # points; fonts that are drawn as pictures may tell none
_TINIEST = 0.1


class Character(NamedTuple):
    """A character: its left and right edge, its baseline and the size of its font, in points. The
    lines of a page are read with `y` going down; a white space has the width 0."""

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
    return [each for its, each in drawn if its == turn or each.text.isspace()]


def _drawn(page: object) -> list[tuple[int, Character]]:
    """Each character, upright, with the quarters of a circle that it was turned by."""
    matrix, box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[tuple[int, Character]] = []
    last, set_as = None, _Setting(0, 1, 1)
    for i in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, i)
        if code in _BREAKS:
            continue
        pdfium.FPDFText_GetMatrix(page, i, matrix)
        entries = (matrix.a, matrix.b, matrix.c, matrix.d)
        if entries != last:
            last, set_as = entries, _setting(*entries)
        turn = set_as.turn
        if turn is None:
            continue
        pdfium.FPDFText_GetCharOrigin(page, i, x, y)
        left, baseline = _upright(turn, x.value, y.value)
        font = pdfium.FPDFText_GetFontSize(page, i)
        right, size = left + font * set_as.wide, font * set_as.high
        if code not in _WIDE or size < _LEAST_SIZE:  # else the box may hold the ink alone
            pdfium.FPDFText_GetLooseCharBox(page, i, box)
            low, bottom = _upright(turn, box.left, box.bottom)
            high, top = _upright(turn, box.right, box.top)
            left, right = min(left, low, high), max(low, high)
            size = size if size >= _LEAST_SIZE else max(abs(top - bottom), _TINIEST)
        text = "-" if code == _HYPHEN else chr(code)
        found.append((turn, Character(text, left, right, baseline, size)))
    return found


class _Setting(NamedTuple):
    """The quarters of a circle by which text is turned, None where it is askew, and how wide and
    how high it is for its font."""

    turn: int | None
    wide: float
    high: float


def _setting(a: float, b: float, c: float, d: float) -> _Setting:
    """What the matrix of a text says."""
    turn, skew = divmod(math.atan2(-b, a) + _ASKEW, _QUARTER)
    upright = skew <= 2 * _ASKEW
    return _Setting(int(turn) % 4 if upright else None, math.hypot(a, b), math.hypot(c, d))


def _upright(turn: int, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to stand when the page is turned back by quarters of a circle."""
    while turn:
        x, y, turn = -y, x, turn - 1
    return x, y
