"""Spaces inside a line and at its ends: which are stray, which belong."""

import re
import string

from quizzes.text.characters import CJK, CJK_MARKS

_WIDE = f"[{CJK}{CJK_MARKS}]"
_STRAY = re.compile(
    rf"(?<=[0-9%％‰℃]) +(?={_WIDE})"  # 2010 年
    rf"|(?<={_WIDE}) +(?=[0-9])"  # 第 6
    r"|(?<=[0-9]) +(?=[%％‰℃])"  # 8.5 %
)
_SPACED_OUT = re.compile(rf"(?<!\S)[{CJK}](?:[ \u3000]+[{CJK}](?!\S))+")
_LETTERED = frozenset("一二三四五六七八九十")
_FIGURE = "[-+]?[0-9][0-9,.]*%?"
_COLUMNS = re.compile(rf"(?<!\S){_FIGURE}[ \t\u3000]+{_FIGURE}(?!\S)")
_PROSE = re.compile("[，。；]")
_ACRONYM = re.compile("[^A-Za-z]*[A-Z]{2,6}[^A-Za-z]*")  # GD|P
LATIN = frozenset(string.ascii_letters)


def tidy(line: str) -> str:
    """`line` without its margins and without the spaces that setting has put into it: around
    figures, and between the letters of a word that is spaced out (总　则)."""
    line = line.strip()
    if " " not in line and "\u3000" not in line:
        return line
    if _COLUMNS.search(line) and not _PROSE.search(line):
        return line  # a row of a table: the spaces part its cells
    return _STRAY.sub("", _SPACED_OUT.sub(_drawn_together, line))


def _drawn_together(word: re.Match[str]) -> str:
    if word.start() == 0 and word[0][0] in _LETTERED:
        return word[0]  # a number and what it numbers: 一 总 则
    return "".join(word[0].split())


def joint(above: str, below: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words, else nothing."""
    if below[0] not in LATIN or _ACRONYM.fullmatch(above[-4:] + below[:4]):
        return ""
    if above[-1] in LATIN:
        return " "
    return " " if above[-1] in ",.;:!?" and above[-2:-1] in LATIN else ""
