"""Years and days as texts write them."""

import re
from dataclasses import dataclass
from typing import Self

RANGE = re.compile(r"(?<!\d)([12]\d{3})年?[-–—－~～至到]([12]\d{3})年")
YEAR = re.compile(r"(?<!\d)([12]\d{3})年")
DAY = re.compile(r"(?<!\d)([12]\d{3})[年-](?:(\d{1,2})[月-])?(?:(?<=[月-])(\d{1,2})(?:[日号]|$))?")
# What a dated sentence opens with: 2020年4月, 早在2005年, 2006-2020年.
OPENING = re.compile(
    r"(?:早在)?(?P<when>[12]\d{3}年?[-–—－~～至到][12]\d{3}年|[12]\d{3}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?)"
)
CLAUSE_ENDS = re.compile(r"[，,。；;！？\n]")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, a month (day 0) or a year (month 0)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The first date with a year in `text`: 2020年4月, 2020-04-00; of a range, its start."""
        if found := RANGE.search(text):
            return cls(int(found[1]))
        found = DAY.search(text)
        return cls(*(int(part or 0) for part in found.groups())) if found else None


def years(text: str) -> list[int]:
    """The years that `text` names, first to last, each once."""
    named = [int(year) for pair in RANGE.findall(text) for year in pair]
    return sorted({*named, *(int(year) for year in YEAR.findall(text))})


def clause_at(text: str, at: int) -> str:
    """The clause of `text` that the character at `at` stands in."""
    start = max((end.end() for end in CLAUSE_ENDS.finditer(text, 0, at)), default=0)
    end = CLAUSE_ENDS.search(text, at)
    return text[start : end.start() if end else len(text)]
