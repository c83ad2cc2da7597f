"""The automatic numbers of a Word document, counted as Word counts them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from quizzes.text.readers.word_styles import W, child, number, value

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile("%([1-9])")
_LEVELS = 9


def chinese(count: int) -> str:
    """12 → 十二, 105 → 一百零五; below ten thousand."""
    if not 0 < count < 10_000:
        return str(count)
    words = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, count = divmod(count, unit)
        if digit:
            words += _DIGITS[digit] + name
        elif words and count and not words.endswith("零"):
            words += "零"
    return words.removeprefix("一") if words.startswith("一十") else words


def _digits(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _letter(count: int) -> str:
    """1 → A, 26 → Z, 27 → AA, as Word repeats them."""
    return chr(ord("A") + (count - 1) % 26) * min(1 + (count - 1) // 26, 10) if count > 0 else ""


def _roman(count: int) -> str:
    words = ""
    for size, name in _ROMAN:
        times, count = divmod(min(count, 9999), size)
        words += name * times
    return words


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 1 <= count <= 20 else str(count)


FORMS: dict[str, Callable[[int], str]] = {
    "upperLetter": _letter,
    "lowerLetter": lambda count: _letter(count).lower(),
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": lambda count: _STEMS[(count - 1) % 10],
    "ideographZodiac": lambda count: _BRANCHES[(count - 1) % 12],
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda _count: "",
} | dict.fromkeys(
    (
        "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
        "taiwaneseCountingThousand", "japaneseCounting", "chineseLegalSimplified",
        "ideographLegalTraditional",
    ),
    chinese,
) | dict.fromkeys(
    ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: the first number, how it is written, and with what around it (%1)."""

    start: int
    form: str
    pattern: str
    legal: bool


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counter: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        abstract = {each.get(f"{W}abstractNumId"): each for each in root.findall(f"{W}abstractNum")}
        for each in root.findall(f"{W}num"):
            name, base = each.get(f"{W}numId"), value(child(each, "abstractNumId"))
            if base not in abstract:
                continue
            self._counter[name] = base
            self._levels[name] = _levels(abstract[base])
            for override in each.findall(f"{W}lvlOverride"):
                self._levels[name] |= _levels(override)
                start = child(override, "startOverride")
                if start is not None:
                    at = number(override, 0, "ilvl")
                    self._restarts.setdefault(name, {})[at] = number(start, 1)

    def next(self, place: tuple[str, int]) -> str:
        """The number of the next paragraph on a level of a list, with what parts it from the
        words; empty for bullets and unknown lists."""
        name, at = place
        level = self._levels.get(name, {}).get(at)
        if level is None or not 0 <= at < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._counter[name], [None] * _LEVELS)
        restart = self._restarts.get(name, {}).pop(at, None)
        count = counts[at]
        counts[at] = restart if restart is not None else level.start if count is None else count + 1
        counts[at + 1 :] = [None] * (_LEVELS - at - 1)
        return "" if level.form == "bullet" else self._written(name, level, counts)

    def _written(self, name: str, level: _Level, counts: list[int | None]) -> str:
        def figure(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = self._levels[name].get(at, level)
            count = counts[at]
            form = "decimal" if level.legal else of.form
            return FORMS.get(form, str)(of.start if count is None else count)

        written = _PLACE.sub(figure, level.pattern)
        return written if not written or written[-1] in "、.．。）)：:" else written + " "


def _levels(element: etree._Element) -> dict[int, _Level]:
    return {
        number(each, 0, "ilvl"): _Level(
            start=number(child(each, "start"), 0 if child(each, "start") is None else 1),
            form=value(child(each, "numFmt")) or "decimal",
            pattern=value(child(each, "lvlText")),
            legal=child(each, "isLgl") is not None,
        )
        for each in element.findall(f"{W}lvl")
    }
