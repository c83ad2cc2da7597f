"""The numbers that open headings and entries: 一、 （一） 1. （1） 第三章 第十条, Markdown's #."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["#", "部分", "编", "章", "节", "一", "条", "（一）", "1", "1.1", "1.1.1", "（1）"]

# Outermost first. A 条 stands under 一、 in contracts and under 章 in laws.
ORDER: tuple[Kind, ...] = (
    *("#", "部分", "编", "章", "节", "一", "条", "（一）"),
    *("1", "1.1", "1.1.1", "（1）"),
)

_NUMERAL = "[一二三四五六七八九十百千零〇两]"
_PART = "部分|编|篇|章|节"
_VALUE = rf"(?P<value>{_NUMERAL}{{1,9}}|[0-9]{{1,4}})"
_NOT_CITED = r"(?![的款项和与及第或至、，。；）”])"  # “第三章的规定” opens no chapter
_ENUMERATED = rf"(?!第|{_NUMERAL}{{1,3}}[、两])"  # “一、二两项” opens no section
# “28 万户” and “5 月” number nothing.
_NO_MEASURE = "(?![年月日号时分秒个家户名人条项亩万亿千百十元米公吨件次天位所座台辆多余至到例种])"
_FORMS: dict[Kind, str] = {
    "#": r"(?P<number>#{1,6})[ \t]+",
    "条": rf"(?P<number>第\s?{_VALUE}\s?条(?:之{_NUMERAL}{{1,3}})?)(?:[\s:：]+|$|(?=【))",
    "章": rf"(?P<number>第\s?{_VALUE}\s?(?P<part>{_PART})){_NOT_CITED}[\s:：]*",
    "一": rf"(?P<number>(?P<value>{_NUMERAL}{{1,5}}))、{_ENUMERATED}\s*",
    "（一）": rf"(?P<number>[（(](?P<value>{_NUMERAL}{{1,5}})[）)])[、.．]?\s*",
    "1": r"(?P<number>(?P<value>[0-9]{1,3}))[.．、](?:(?![0-9.．])|(?=[0-9]{4}年))\s*",
    "1.1": r"(?P<number>(?P<above>[0-9]{1,2}(?:\.[0-9]{1,2})?\.)?(?P<value>[0-9]{1,2}))"
    rf"[ \u3000]+(?=[一-龥Ⅰ-Ⅻ“《]){_NO_MEASURE}",
    "（1）": r"(?P<number>[（(](?P<value>[0-9]{1,3})[）)])[、.．]?\s*",
}
_UNSPACED = re.compile(rf"(?P<number>第{_VALUE}条){_NOT_CITED}(?!规定)")
_PATTERNS = {kind: re.compile(form) for kind, form in _FORMS.items()}

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Marker:
    """What numbers a line: its kind, the number as the document writes it and what it counts.

    `end` is where the words begin, as an offset into the line; `depth` tells Markdown's levels
    apart and is 0 for all other kinds.
    """

    kind: Kind
    number: str
    value: int
    end: int
    depth: int = 0

    @property
    def rank(self) -> int:
        """Smaller is further out; Markdown's # is outside of everything."""
        return self.depth if self.kind == "#" else 6 + ORDER.index(self.kind)


def count(numeral: str) -> int:
    """The value of a written number below ten thousand: 五十三 → 53, 12 → 12."""
    if numeral.isdigit():
        return int(numeral)
    total = digit = 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _decimal_kind(above: str | None) -> Kind:
    """1 总则, 1.1 目的, 1.1.1 依据: how deep a decimal number goes."""
    kinds: tuple[Kind, ...] = ("1", "1.1", "1.1.1")
    return kinds[above.count(".") if above else 0]


def _part_kind(part: str) -> Kind:
    kinds: dict[str, Kind] = {"部分": "部分", "编": "编", "篇": "编", "节": "节"}
    return kinds.get(part, "章")


OPENING = frozenset("#第（(一二三四五六七八九十百千零〇两0123456789")


def marker(line: str) -> Marker | None:
    """The number that opens `line`, or None where it opens with words."""
    if line[:1] not in OPENING:
        return None
    for kind, pattern in _PATTERNS.items():
        found = pattern.match(line)
        if found is None:
            continue
        if kind == "#":
            return Marker(kind, "", 0, found.end(), len(found["number"]))
        if kind == "章":
            kind = _part_kind(found["part"])
        if kind == "1.1":
            kind = _decimal_kind(found["above"])
        number = "".join(found["number"].split())
        return Marker(kind, number, count(found["value"]), found.end())
    return None


def unspaced_article(line: str) -> Marker | None:
    """The number of the article that `line` may be, though no space parts it from its words."""
    found = _UNSPACED.match(line) if line[:1] == "第" else None
    return found and Marker("条", found["number"], count(found["value"]), found.end())
