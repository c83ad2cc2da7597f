"""Markdown: plain text in which a table is drawn with bars."""

import re
from itertools import groupby

from quizzes.text.readers.plain import read_plain
from quizzes.text.tables import table

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes) -> str:
    """The text of a Markdown file, its tables as rows; raises as `read_plain` does."""
    text = read_plain(data)
    return _with_tables(text) if "|" in text else text


def _with_tables(text: str) -> str:
    lines: list[str] = []
    for barred, group in groupby(text.splitlines(), lambda line: "|" in line):
        block = list(group)
        is_table = barred and any(map(_RULE.fullmatch, block))
        lines += (
            table([_cells(line) for line in block if not _RULE.fullmatch(line)])
            if (is_table)
            else block
        )
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    cells = [cell.replace("\\|", "|").strip() for cell in _BAR.split(line)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells
