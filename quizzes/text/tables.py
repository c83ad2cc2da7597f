"""How a table stands in a clean text: a row is a line, and a bar parts its cells."""

import re
from collections.abc import Sequence

BAR = "|"
_ROW = re.compile(r"\|[ \u3000]|.*[ \u3000]\|$")
_CELLS = re.compile(r"[ \u3000]\|[ \u3000]")


def row(cells: Sequence[str]) -> str:
    """The line of a row; a row of one cell, or one whose last cell is empty, ends with the bar,
    so that the line is always told from other lines. Empty where no cell holds anything."""
    words = [" ".join(cell.replace(BAR, "｜").split()) for cell in cells]
    if not any(words):
        return ""
    return f" {BAR} ".join(words if len(words) > 1 else [*words, ""]).strip()


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    lines = [line for cells in rows if (line := row(cells))]
    if len(lines) == 1 and not is_row(lines[0]):
        return [f"{lines[0]} {BAR}"]  # alone, a line with a bar inside may be a headline
    return lines


def is_row(line: str) -> bool:
    """Whether `line` is certainly a row: a bar opens or ends it."""
    return BAR in line and _ROW.match(line) is not None


def may_be_row(line: str) -> bool:
    """Whether `line` is a row if the line above or below it may be one too."""
    return BAR in line and (_ROW.match(line) is not None or _CELLS.search(line) is not None)
