"""Dates that could be taken for another: from the document first, then from around it."""

from collections.abc import Iterator, Sequence

from quizzes.generation.lots import shuffled
from quizzes.generation.reading.expressions import Date
from quizzes.text.types import Span

NOWHERE = Span(0, 0)
FARTHEST = 12


def order(date: Date) -> tuple[int, int, int]:
    return date.year, date.month or 0, date.day or 0


def written(date: Date, _key: Date) -> str:
    return date.text


def rivals(key: Date, kin: Sequence[Date], true: Sequence[Date], seed: str) -> list[Date]:
    """Dates of the same precision as `key`, none of them among `true`, the best first."""
    barred = {order(date) for date in true} | {order(key)}
    found: dict[tuple[int, int, int], Date] = {}
    for date in [*_from_document(key, kin, seed), *_around(key, seed)]:
        if order(date) not in barred:
            found.setdefault(order(date), date)
    return list(found.values())


def _day(day: int, step: int) -> int:
    """A day as round as `day`: the first stays the first, as statutes take effect."""
    return day if day in {1, 15} else (day + 5 * step) % 28 + 1


def _from_document(key: Date, kin: Sequence[Date], seed: str) -> list[Date]:
    alike = {
        order(date): date
        for date in kin
        if date.precision == key.precision and abs(date.year - key.year) <= FARTHEST
    }
    return shuffled(seed, [alike[place] for place in sorted(alike)])


def _around(key: Date, seed: str) -> Iterator[Date]:
    if key.precision == "year":
        for step in shuffled(seed, [-4, -3, -2, -1, 1, 2, 3, 4]):
            yield Date(NOWHERE, key.year + step)
        return
    months = [step for step in range(-9, 10) if step]
    for step in shuffled(seed, months):
        at = key.year * 12 + (key.month or 1) - 1 + step
        day = None if key.day is None else _day(key.day, step)
        yield Date(NOWHERE, at // 12, at % 12 + 1, day)


def spellings(date: Date) -> tuple[str, ...]:
    """2021年 or 2021; 2021年3月1日 or 2021-3-1, 2021.3.1."""
    parts = [str(part) for part in (date.year, date.month, date.day) if part]
    if len(parts) == 1:
        return date.text, parts[0]
    padded = [part.rjust(2, "0") for part in parts]
    return date.text, "-".join(parts), "-".join(padded), ".".join(parts)
