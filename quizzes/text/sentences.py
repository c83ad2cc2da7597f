"""A paragraph → its sentences, and the name that its first sentence gives it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quizzes.text.characters import CLOSERS, TERMINATORS
from quizzes.text.types import Span

LEAD_LENGTH = 40

_PAIRS = dict(zip("“‘（《「『【〈〔([", "”’）》」』】〉〕)]", strict=True))
_CLOSING = frozenset(_PAIRS.values())
_QUOTES = frozenset("“‘「『")
_MARKS = re.compile(f'[{re.escape("".join([*_PAIRS, *_CLOSING]))}"]')
_END = re.compile(f"[{TERMINATORS}]+")
_STRAY_CLOSERS = re.compile(f"[{re.escape(''.join(sorted(_CLOSING)))}]*")
_BEFORE_CLAUSE = re.compile("[，、；。！？,;.]|$")

# What shows after a quotation that the sentence goes on, whatever mark the quotation ends with;
# and what shows it after a question or an exclamation: “怎么办？”的问题
_GOES_ON = re.compile("[，、；：。,;:…—]")
_GOES_ON_AFTER_CRY = re.compile("[的之等地得一这和与及]")
_AT_START = re.compile(f"(?:^|[{re.escape(TERMINATORS + CLOSERS)}])\\s?$")
_CUT = re.compile("[；：，—]")
_LEAST_LEAD = 8
_MOST_CLOSERS = 6


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of the paragraph at `span` of `text`, in order.

    They end at 。！？ outside of quotations and brackets, or where a quotation closes that ends
    with one of these, and cover all of the paragraph but the white space between them.
    """
    paragraph = span.of(text)
    cuts = sorted({0, *_ends(paragraph), len(paragraph)})
    trimmed = (_trim(paragraph, start, end) for start, end in pairwise(cuts))
    return tuple(Span(span.start + a, span.start + b) for a, b in trimmed if a < b)


def lead(text: str, span: Span) -> str:
    """The first sentence at `span` as a name: at most `LEAD_LENGTH` characters, no full stop."""
    found = sentences(text, span)
    if not found:
        return ""
    first = found[0].of(text).rstrip("。；;：:")
    if len(first) <= LEAD_LENGTH:
        return first
    enclosures = list(_enclosures(first))
    cuts = (cut.start() for cut in _CUT.finditer(first, _LEAST_LEAD, LEAD_LENGTH + 1))
    outside = [cut for cut in cuts if not any(e.start < cut < e.end for e in enclosures)]
    return first[: outside[-1]] if outside else first[: LEAD_LENGTH - 1] + "…"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(paragraph: str) -> Iterator[int]:
    """Where the sentences of `paragraph` end."""
    enclosures = _enclosures(paragraph)
    following = next(enclosures, None)
    for mark in _END.finditer(paragraph):
        while following and following.end <= mark.start():
            following = next(enclosures, None)
        if not following or mark.start() < following.start:
            yield _STRAY_CLOSERS.match(paragraph, mark.end()).end()  # type: ignore[union-attr]
        elif _closes_sentence(paragraph, mark, following):
            yield following.end


def _closes_sentence(paragraph: str, mark: re.Match[str], enclosure: Span) -> bool:
    """Whether a sentence ends with the quotation or brackets around `mark`."""
    if enclosure.end - mark.end() > _MOST_CLOSERS:
        return False
    closers = paragraph[mark.end() : enclosure.end]
    if closers.strip(CLOSERS) or closers[-1] in "》〉":
        return False  # the quotation goes on, or it is the title of a book
    if closers[-1] in "）)" and not _AT_START.search(
        paragraph[max(0, enclosure.start - 2) : enclosure.start]
    ):
        return False  # a remark within a sentence
    if _GOES_ON.match(paragraph, enclosure.end):
        return False
    return mark[0][-1] == "。" or not _GOES_ON_AFTER_CRY.match(paragraph, enclosure.end)


def _enclosures(paragraph: str) -> Iterator[Span]:
    """The outermost quotations and brackets, in order.

    An opening mark that is never closed encloses nothing; a second opening mark before the end
    of a clause is one that closes, mistyped.
    """
    end = 0
    for enclosure in sorted(_pairs(paragraph), key=lambda span: (span.start, -span.end)):
        if enclosure.start >= end:
            yield enclosure
            end = enclosure.end


def _pairs(paragraph: str) -> Iterator[Span]:
    """Every quotation and every pair of brackets; what opens within and never closes is void."""
    stack: list[tuple[str, int]] = []
    open_now: Counter[str] = Counter()
    for mark in _MARKS.finditer(paragraph):
        closing = _PAIRS.get(mark[0], mark[0])
        if open_now[closing] and (mark[0] == closing or _mistyped(paragraph, mark)):
            start = _close(stack, open_now, closing)
            yield Span(start, mark.end())
        elif mark[0] not in _CLOSING:
            stack.append((closing, mark.start()))
            open_now[closing] += 1


def _mistyped(paragraph: str, mark: re.Match[str]) -> bool:
    return mark[0] in _QUOTES and _BEFORE_CLAUSE.match(paragraph, mark.end()) is not None


def _close(stack: list[tuple[str, int]], open_now: Counter[str], closing: str) -> int:
    """Where the innermost `closing` on the stack opened; it and all within it leave the stack."""
    while True:
        opened, start = stack.pop()
        open_now[opened] -= 1
        if opened == closing:
            return start
