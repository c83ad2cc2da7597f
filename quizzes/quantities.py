"""Numbers and dates as people write them → values that can be compared.

十四, 14 and 14.0 are one number; 2020年4月, 2020-04 and 二〇二〇年四月 are one date. Texts are
taken as `answers.normalise` leaves them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice, pairwise
from typing import Literal

from quizzes.numerals import ARABIC, CHINESE_DIGITS, NUMBER, number

Bound = Literal["", "over", "under"]
BEFORE: dict[str, Bound] = {
    "大约": "", "约": "", "共计": "", "共": "", "达到": "", "达": "",
    "超过": "over", "超": "over", "过": "over", "逾": "over",
    "接近": "under", "将近": "under", "近": "under",
}  # fmt: skip
AFTER: dict[str, Bound] = {"左右": "", "以上": "over", "多": "over", "余": "over", "+": "over"}
SHARES = {"%": 100, "‰": 1000, "成": 10}

AMOUNT = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?(?P<ordinal>第)?(?P<sign>[-−负])?"
    rf"(?:(?P<half>一半|半数|半(?=以上|左右|$))|(?P<whole>{NUMBER})分之(?P<part>{NUMBER})|(?P<over>{NUMBER})/(?P<under>{NUMBER})"
    rf"|(?P<number>{NUMBER})(?P<more>[多余])?(?P<scale>[万亿]*))"
    rf"(?P<share>[{''.join(SHARES)}])?(?P<unit>[^0-9]{{0,12}}?)"
    rf"(?P<after>{'|'.join(map(re.escape, AFTER))})?"
)
DATE = re.compile(
    rf"(?:(?P<year>[0-9]{{4}}|[{CHINESE_DIGITS}]{{4}})年)?"
    rf"(?:(?P<month>{NUMBER})月份?)?(?:(?P<day>{NUMBER})[日号])?"
)
SHORT_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<mark>[-./])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?)?"
)


BETWEEN = re.compile(r"[‐-―~-]+|至|到")
SCALED = re.compile(rf"(?:{ARABIC}|[{CHINESE_DIGITS}十百千]+)(?P<scale>[万亿]*)(?P<unit>.*)")
MOST_ENDS = 4


@dataclass(frozen=True)
class Amount:
    """A number and its unit; shares (63.5%, 1/12, 千分之五, 一半) are fractions of one."""

    number: Fraction
    unit: str = ""
    ordinal: bool = False
    bound: Bound = ""


@dataclass(frozen=True)
class Date:
    """A date as far as it is given; not `spelt` when it may as well be a number: 2020.4."""

    year: int
    month: int
    day: int
    spelt: bool = True


@lru_cache(maxsize=1024)
def amount(text: str) -> Amount | None:
    """The amount that `text` is, as a whole: 14条, 约28万户, 第二, 63.5%, 1/12, 千分之五, -14."""
    found = AMOUNT.fullmatch(text)
    value = found and magnitude(found)
    if not found or value is None:
        return None
    before, after = found["before"] or "", found["after"] or ""
    return Amount(
        number=-value if found["sign"] else value,
        unit=found["unit"],
        ordinal=bool(found["ordinal"]),
        bound=BEFORE.get(before) or AFTER.get(after) or ("over" if found["more"] else ""),
    )


def magnitude(found: re.Match[str]) -> Fraction | None:
    """The number of a match of AMOUNT, its share sign included."""
    if found["half"]:
        return Fraction(1, 2)
    top = number(found["part"] or found["over"] or found["number"] + found["scale"])
    bottom = number(found["whole"] or found["under"] or "1")
    if top is None or not bottom:
        return None
    return top / bottom / SHARES.get(found["share"], 1)


@lru_cache(maxsize=1024)
def date(text: str) -> Date | None:
    """The date that `text` is, as a whole: 2020年4月, 4月1日, 2020-04, 2020.4, 2020."""
    if found := SHORT_DATE.fullmatch(text):
        spelt = found["mark"] in {"-", "/"} or found["day"] is not None
    elif found := DATE.fullmatch(text):
        spelt = True
    else:
        return None
    year, month, day = (number(found[part] or "零") for part in ("year", "month", "day"))
    if year is None or month is None or day is None or not (year or month or day):
        return None
    return Date(int(year), int(month), int(day), spelt) if month <= 12 and day <= 31 else None


@lru_cache(maxsize=1024)
def ends(text: str) -> list[tuple[str, str]]:
    """The two values of a range: 5—10年 goes from 5年 to 10年. What is no range gives none."""
    text = text.removeprefix("从")
    places = islice(BETWEEN.finditer(text), MOST_ENDS)
    pairs = ((text[: found.start()], text[found.end() :]) for found in places)
    return [
        (completed(low, high), high)
        for low, high in pairs
        if (amount(low) and amount(high)) or (date(low) and date(high))
    ]


def completed(low: str, high: str) -> str:
    """The first value of a range with what it leaves to the second: 5—10万元, 三至五年."""
    whole = SCALED.fullmatch(high)
    if whole is None or number(low) is None:
        return low
    return low + ("" if low[-1] in "万亿" else whole["scale"]) + whole["unit"]


def ascending(texts: Sequence[str]) -> bool:
    """Whether texts are dates, or amounts of one unit, each greater than the one before."""
    dates, amounts = [date(text) for text in texts], [amount(text) for text in texts]
    ranks: list[tuple[Fraction | int, ...]]
    if all(dates):
        ranks = [(d.year, d.month, d.day) for d in dates if d]
    else:
        ranks = [(a.number,) for a in amounts if a and a.unit == (amounts[0] or a).unit]
    return len(ranks) == len(texts) and all(a < b for a, b in pairwise(ranks))
