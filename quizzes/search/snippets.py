"""What is shown of a thing found: the text around its words, with the words marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.search.folding import fold

LONGEST = 120  # characters
BEFORE = 30  # of them at most before the first word
CUT = "…"


@dataclass(frozen=True)
class Part:
    text: str
    marked: bool = False


def snippet(text: str, words: Sequence[str]) -> list[Part]:
    """The text in parts, those marked that are one of the folded words; a long one is cut short."""
    folded = fold(text)
    ranges = _merged(place for word in words for place in folded.ranges(word))
    start, end = _window(text, ranges[0][0] if ranges else 0)
    parts = [Part(CUT)] if start else []
    at = start
    for left, right in ranges:
        left, right = max(left, at), min(right, end)
        if left >= right:
            continue
        parts += [Part(text[at:left])] if left > at else []
        parts.append(Part(text[left:right], marked=True))
        at = right
    parts += [Part(text[at:end])] if at < end else []
    return [*parts, Part(CUT)] if end < len(text) else parts


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _window(text: str, first: int) -> tuple[int, int]:
    """Where the part that is shown starts and ends; the word at `first` is in it."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = max(first - BEFORE, 0)
    start = min(start, len(text) - LONGEST)
    return start, start + LONGEST
