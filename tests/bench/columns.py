"""Readable text: lines, and columns that line up although Chinese signs are two columns wide."""

from collections.abc import Sequence
from unicodedata import east_asian_width

Row = Sequence[object]


def say(line: str = "") -> None:
    print(line, flush=True)  # noqa: T201


def table(heads: Row, rows: Sequence[Row]) -> None:
    """Prints the rows under their heads: the first column flush left, the others flush right."""
    texts = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(map(width, column)) for column in zip(*texts, strict=True)]
    for first, *others in texts:
        cells = [first + " " * (widths[0] - width(first))]
        for text, wide in zip(others, widths[1:], strict=True):
            cells.append(" " * (wide - width(text)) + text)
        say("  " + "  ".join(cells).rstrip())
    say()


def width(text: str) -> int:
    """Columns that a terminal gives the text."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def percent(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole else "–"
