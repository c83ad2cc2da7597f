"""Days as notices write them: 5月30日, 2025年6月20日8:00至6月25日17:00; and days near them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizzes.generation.lots import draw, shuffled
from quizzes.generation.reading.context import Context

HOUR = r"(?:(?:上午|下午|晚上?|中午)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|整|半)?))"
DAY = (
    r"(?:(?P<year{0}>20\d\d)年)?(?:(?P<month{0}>1[0-2]|0?[1-9])月){1}"
    r"(?P<day{0}>3[01]|[12]\d|0?[1-9])[日号](?:[（(][^（）()]{{1,8}}[）)])?"
)
BORDER = r"(?<![\d至到—\-~～])"
SINGLE = re.compile(BORDER + DAY.format(1, ""))
STRETCH = re.compile(
    f"{BORDER}{DAY.format(1, '')}{HOUR}?(?:至|到|—|－|-|~|～){DAY.format(2, '?')}{HOUR}?"
)
# How the first and the last day of a stretch are put elsewhere.
SHIFTS = ((-1, -1), (1, 1), (-1, 0), (0, 1), (1, 0), (0, -1), (-1, 1), (2, 2), (0, 2))
# The days that notices like to name.
ROUND = (5, 10, 15, 20, 25)
WANTED, LEAST, FARTHEST = 3, 4, 32


@dataclass(frozen=True, slots=True)
class Days:
    """The day that `found` names, or the first and the last of a stretch."""

    found: re.Match[str]
    days: tuple[date, ...]

    def moved(self, days: Sequence[date]) -> str:
        """The words with other days, all else as it stands."""
        m, text, at = self.found, self.found[0], self.found.start()
        for end, day in reversed(list(zip("12", days, strict=False))):
            for name, number in (("day", day.day), ("month", day.month), ("year", day.year)):
                start, stop = m.span(f"{name}{end}")
                if start >= 0:
                    text = f"{text[: start - at]}{number}{text[stop - at :]}"
        return text

    def near(
        self, text: str, may_be: Callable[[tuple[date, ...]], bool] = lambda _: True
    ) -> tuple[str, ...]:
        """Three other days, or stretches, written as this is; `text` says none of them.

        None where a day of the week stands behind; `may_be` tells which are no nonsense.
        """
        if re.search("[（(]", self.found[0]):
            return ()
        others = self._stretches() if len(self.days) > 1 else self._singles()
        told = (self.moved(days) for days in others if may_be(days))
        return tuple(dict.fromkeys(one for one in told if one not in text))[:WANTED]

    def _stretches(self) -> Iterator[tuple[date, ...]]:
        first, last = self.days
        for early, late in shuffled(self.found[0], SHIFTS):
            moved = first + timedelta(early), last + timedelta(late)
            crosses = self.found["month2"] is None and moved[0].month != moved[1].month
            if moved[0] < moved[1] and not crosses:
                yield moved

    def _singles(self) -> Iterator[tuple[date, ...]]:
        """Round days around it, as many before and after it as the lot says."""
        [day] = self.days
        near = [
            date(at // 12, at % 12 + 1, n)
            for at in (day.year * 12 + day.month - 1 + step for step in (-1, 0, 1))
            for n in ROUND
        ]
        apart = [one for one in near if LEAST <= abs((one - day).days) <= FARTHEST]
        same = [one for one in apart if "年" not in self.found[0] or one.year == day.year]
        seed = f"days {day} {self.found.start()}"
        before = shuffled(seed, [one for one in same if one < day])
        after = shuffled(seed, [one for one in same if one > day])
        early = min(len(before), draw(seed, WANTED + 1))
        chosen = [*before[:early], *after[: WANTED - early]]
        rest = (*before[early:], *after[WANTED - early :])
        yield from ((one,) for one in (*chosen, *rest))


def days_of(found: re.Match[str], context: Context) -> Days | None:
    """What the match names, in the year that its document is about where it says none."""
    named = found.groupdict()
    known = re.findall(r"20\d\d", context.name)
    year, month = named["year1"] or (known[-1] if known else context.date[:4]), ""
    days = []
    try:
        for end in "12" if "day2" in named else "1":
            year, month = named[f"year{end}"] or year, named[f"month{end}"] or month
            days.append(date(int(year), int(month), int(named[f"day{end}"])))
    except ValueError:
        return None
    return Days(found, tuple(days))


def spellings(said: str) -> tuple[str, ...]:
    """How the days may be typed: without the day of the week, and without the year."""
    bare = re.sub(r"[（(][^（）()]*[）)]", "", said)
    yearless = re.sub(r"20\d\d年", "", bare)
    dashed = re.sub("[至到—－~～]", "-", yearless)
    return tuple(dict.fromkeys((said, bare, yearless, dashed, yearless.replace("至", "到"))))
