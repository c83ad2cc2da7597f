"""A paragraph → its sentences, and the name that its first sentence gives it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quizzes.text.characters import CLOSERS, TERMINATORS
from quizzes.text.types import Span

LEAD_LENGTH = 40

_PAIRS = dict(zip("“‘（《「『【〈〔([", "”’）》」』】〉〕)]", strict=True))
_CLOSING = frozenset(_PAIRS.values())
_QUOTES = frozenset("“‘「『")
_MARKS = re.compile(f'[{re.escape("".join([*_PAIRS, *_CLOSING]))}"]')
_END = re.compile(f"[{TERMINATORS}]+")
_BEFORE_CLAUSE = re.compile("[，、；。！？,;.]|$")


def _enclosed(within: str) -> str:
    """The pattern of a quotation or of brackets that close as they open and hold `within`; one
    that may be a mark that closes, mistyped, is none."""
    mistyped = f"(?!{_BEFORE_CLAUSE.pattern})"
    return "|".join(
        f"{re.escape(opening)}{mistyped if opening in _QUOTES else ''}{within}{re.escape(closing)}"
        for opening, closing in _PAIRS.items()
    )


# A paragraph as it mostly is: ends of sentences outside of enclosures, which hold enclosures that
# hold none. A mark that is "stray" shows that this one is different.
_NO_MARKS = f"[^{_MARKS.pattern[1:]}"
_WITHIN = f"(?:{_NO_MARKS}++|{_enclosed(_NO_MARKS + '*+')})*+"
_TOKEN = re.compile(
    f"[^{TERMINATORS}{_MARKS.pattern[1:]}*+"  # in one stretch: the search would go step by step
    f"(?:(?P<end>{_END.pattern})"
    f"|(?P<enclosure>{_enclosed(_WITHIN)})"
    f"|(?P<stray>{_MARKS.pattern})"
    "|$)"
)

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
    found: list[Span] = []
    for start, end in pairwise(cuts):
        if paragraph[start].isspace() or paragraph[end - 1].isspace():
            start, end = _trim(paragraph, start, end)
            if start >= end:
                continue
        found.append(Span(span.start + start, span.start + end))
    return tuple(found)


def lead(text: str, found: Sequence[Span]) -> str:
    """The first of the sentences `found` of a paragraph as a name of it: at most `LEAD_LENGTH`
    characters, no full stop."""
    if not found:
        return ""
    first = found[0].of(text).rstrip("。；;：:")
    if len(first) <= LEAD_LENGTH:
        return first
    enclosures = _enclosures(first)
    cuts = (cut.start() for cut in _CUT.finditer(first, _LEAST_LEAD, LEAD_LENGTH + 1))
    outside = [cut for cut in cuts if not any(e.start < cut < e.end for e in enclosures)]
    return first[: outside[-1]] if outside else first[: LEAD_LENGTH - 1] + "…"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(paragraph: str) -> Iterable[int]:
    """Where the sentences of `paragraph` end."""
    ends: list[int] = []
    for found in _TOKEN.finditer(paragraph):
        if found.lastgroup == "end":
            ends.append(found.end())
        elif found.lastgroup == "stray":
            return _ends_beside(paragraph, _enclosures(paragraph))
        elif found.lastgroup and _END.search(
            paragraph, found.end() - 1 - _MOST_CLOSERS, found.end()
        ):
            start, end = found.span("enclosure")
            ends += _ends_beside(paragraph, [Span(start, end)], start, end)
    return ends


def _ends_beside(
    paragraph: str, enclosed: Iterable[Span], start: int = 0, end: int | None = None
) -> Iterator[int]:
    """Where sentences end from `start` to `end`, outside of the enclosures or with them."""
    enclosures = iter(enclosed)
    following = next(enclosures, None)
    for mark in _END.finditer(paragraph, start, len(paragraph) if end is None else end):
        while following and following.end <= mark.start():
            following = next(enclosures, None)
        if not following or mark.start() < following.start:
            yield _behind_closers(paragraph, mark.end())
        elif _closes_sentence(paragraph, mark, following):
            yield following.end


def _behind_closers(paragraph: str, end: int) -> int:
    while end < len(paragraph) and paragraph[end] in _CLOSING:
        end += 1
    return end


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


def _enclosures(paragraph: str) -> list[Span]:
    """The outermost quotations and brackets, in order.

    An opening mark that is never closed encloses nothing; a second opening mark before the end
    of a clause is one that closes, mistyped.
    """
    found: list[Span] = []
    for enclosure in sorted(_pairs(paragraph), key=lambda span: (span.start, -span.end)):
        if not found or enclosure.start >= found[-1].end:
            found.append(enclosure)
    return found


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
