"""Dates and quantities in running Chinese text, as typed values with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import cn2an

from quizzes.generation.lexicon import UNITS
from quizzes.text.types import Span

Precision = Literal["year", "month", "day"]
Measure = Literal["count", "percent", "permille", "fraction"]

DATE = re.compile(
    r"(?<![\d\-—–～~])(?<![\d年][至到])(?P<year>(?:1[5-9]|20)\d\d)年"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?)?"
    r"(?![\d初底末中度间代来版级]|年|以前|前后|左右|上半|下半|[春夏秋冬]|[\-—–～~至到](?:\d|今))"
)
ROUGH_DATE = re.compile(r"(?:1[5-9]|20)\d\d(?:年|[\-—–～~至到](?:1[5-9]|20)\d\d年?)")

SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)?"
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
CHINESE = r"[零〇一二三四五六七八九十百千两]+"
QUANTITY = re.compile(
    rf"(?<![\d.,/第〔\[A-Za-z+\-—–～~])(?P<digits>{DIGITS})(?P<more>[余多])?(?P<scale>{SCALE})"
    rf"(?P<more2>[余多])?(?P<unit>{UNIT})(?![\d/%])"
)
# Terms and limits, as statutes write them: 二十日内, 3年以上, 五倍以下.
LIMIT = re.compile(
    rf"(?<![\d月年第{CHINESE[1:-2]}])(?P<digits>\d+|{CHINESE})"
    r"(?P<unit>个工作日|工作日|日|年|个月|倍|人|名|周岁|小时|次)(?=以?内|之内|以上|以下|前)"
)
# 不超过六批, 不少于三人: a bound in words.
BOUND = re.compile(
    rf"(?<=超过|少于|低于|高于|多于|至少|最多)(?P<digits>{CHINESE})"
    r"(?P<unit>批|人|名|次|项|个|年|个月|周|天|学时)(?![\u4e00-\u9fff]*分之)"
)
SHARE = re.compile(
    rf"(?<![\d.,/第\-—–～~])(?:(?P<digits>{DIGITS})(?P<sign>[%‰])"
    rf"|百分之(?P<hundred>{CHINESE}(?:点{CHINESE})?|{DIGITS})"
    rf"|千分之(?P<thousand>{CHINESE}(?:点{CHINESE})?|{DIGITS})"
    rf"|(?P<below>{CHINESE})分之(?P<above>{CHINESE})"
    rf"|(?P<top>\d+)/(?P<bottom>\d+))(?![\d/\-—–～~])"
)
SCALES = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year, as precise as the text gives it."""

    span: Span
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def text(self) -> str:
        parts = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        return "".join(f"{part}{unit}" for part, unit in parts if part)


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity with its measure: 30多项 is digits 30, more 多, unit 项, value 30.

    For a share `unit` is %, ‰ or empty (a fraction), `value` the share times 100, 1000 or 1.
    `written` is the text from the digits to the scale, before the unit.
    """

    span: Span
    measure: Measure
    digits: str
    written: str
    unit: str
    value: Decimal
    more: str = ""
    scale: str = ""


Expression = Date | Number


def expressions(text: str, span: Span) -> list[Expression]:
    """Every date and quantity of `text` inside `span`, in order, none inside another."""
    taken = [Span(m.start(), m.end()) for m in ROUGH_DATE.finditer(text, span.start, span.end)]
    found: list[Expression] = [
        number
        for number in [*_limits(text, span), *_quantities(text, span), *_shares(text, span)]
        if not any(_overlap(number.span, place) for place in taken)
    ]
    found = list({number.span.start: number for number in reversed(found)}.values())
    return sorted([*_dates(text, span), *found], key=lambda expression: expression.span)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _dates(text: str, span: Span) -> Iterator[Date]:
    for m in DATE.finditer(text, span.start, span.end):
        month, day = (int(m[part]) if m[part] else None for part in ("month", "day"))
        yield Date(Span(m.start(), m.end()), int(m["year"]), month, day)


def _quantities(text: str, span: Span) -> Iterator[Number]:
    for m in QUANTITY.finditer(text, span.start, span.end):
        digits, scale = m["digits"], m["scale"]
        yield Number(
            span=Span(m.start(), m.end()),
            measure="count",
            digits=digits,
            written=text[m.start() : m.start("unit")],
            unit=m["unit"],
            value=Decimal(digits.replace(",", "")) * SCALES[scale],
            more=m["more"] or m["more2"] or "",
            scale=scale,
        )


def _limits(text: str, span: Span) -> Iterator[Number]:
    for m in (
        *LIMIT.finditer(text, span.start, span.end),
        *BOUND.finditer(text, span.start, span.end),
    ):
        place, value = Span(m.start(), m.end()), chinese_number(m["digits"])
        if value > 0:
            yield Number(place, "count", m["digits"], m["digits"], m["unit"], value)


def _shares(text: str, span: Span) -> Iterator[Number]:
    for m in SHARE.finditer(text, span.start, span.end):
        place, whole = Span(m.start(), m.end()), m[0]
        if m["digits"]:
            measure: Measure = "percent" if m["sign"] == "%" else "permille"
            value = Decimal(m["digits"].replace(",", ""))
            yield Number(place, measure, m["digits"], m["digits"], m["sign"], value)
        elif m["hundred"] or m["thousand"]:
            measure = "percent" if m["hundred"] else "permille"
            said = m["hundred"] or m["thousand"]
            yield Number(place, measure, said, whole, "", chinese_number(said))
        elif m["top"]:
            if int(m["bottom"]) > int(m["top"]) > 0:
                value = Decimal(m["top"]) / Decimal(m["bottom"])
                yield Number(place, "fraction", whole, whole, "", value)
        else:
            value = chinese_number(m["above"]) / chinese_number(m["below"])
            yield Number(place, "fraction", whole, whole, "", value)


def chinese_number(said: str) -> Decimal:
    """The value of a numeral written in Chinese or Arabic digits; 0 where it is none."""
    try:
        return Decimal(str(cn2an.cn2an(said.replace("〇", "零"), "smart")))
    except ValueError:
        return Decimal(0)
