"""The line of a kind that a place of the text stands under."""

import re
from bisect import bisect_left
from functools import lru_cache


def line_above(kind: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """The last line of `kind` that begins before `place`; None above the first."""
    starts, found = _lines(kind, text)
    at = bisect_left(starts, place)
    return found[at - 1] if at else None


@lru_cache(maxsize=8)
def _lines(kind: re.Pattern[str], text: str) -> tuple[list[int], list[re.Match[str]]]:
    found = list(kind.finditer(text))
    return [m.start() for m in found], found
