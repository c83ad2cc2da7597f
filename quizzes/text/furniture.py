"""What print adds to a text at the top and the foot of a page: page numbers and running heads."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from quizzes.text.lines import Line

_DASH = "[-‐-―−－─━~～·•*]"
_GAP = "[ 　]{0,4}"
_DECORATED = re.compile(
    rf"{_DASH}{{1,3}}{_GAP}[0-9]{{1,4}}{_GAP}{_DASH}{{1,3}}"
    rf"|第{_GAP}(?:[0-9]{{1,4}}|[一二三四五六七八九十百]{{1,5}}){_GAP}页"
    rf"(?:[,，/／]?{_GAP}[（(]?共{_GAP}[0-9]{{1,4}}{_GAP}页[)）]?)?"
    rf"|共{_GAP}[0-9]{{1,4}}{_GAP}页[,，/／]?{_GAP}第{_GAP}[0-9]{{1,4}}{_GAP}页"
    r"|(?i:page) ?[0-9]{1,4}(?: ?(?:of|/) ?[0-9]{1,4})?"
)
_DECORATED_OPENING = frozenset("-‐‑‒–—―−－─━~～·•*第共pP")
_BARE = re.compile(rf"([0-9]{{1,4}})(?:{_GAP}[/／]{_GAP}[0-9]{{1,4}})?")
_YEARS = range(1900, 2100)
_FIGURES = frozenset("0123456789")
_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]")
_UNIT = re.compile("[年月日个项户条名种万亿%％‰元吨米亩座所倍届]|公里|人次|平方|多")
_CLAUSE = re.compile("[，。；：、“”]")
_NOTHING = Line("")
HEAD_WIDTH = 64  # columns; what is wider is no running head
_HEAD_TIMES = 3
_MUCH_SHORTER = 0.75
_PAGE_WIDTH = 120  # columns of text that even a very small page holds


def _broken_off(line: Line) -> bool:
    """Whether `line` is running text that does not end here."""
    return not line.closed and _CLAUSE.search(line.text) is not None


def is_page_number(line: str) -> bool:
    """Whether `line`, which stands at the edge of a page, is its number: 12, — 12 —, 第12页."""
    return _DECORATED.fullmatch(line) is not None or _BARE.fullmatch(line) is not None


def furniture(lines: Sequence[Line]) -> set[int]:
    """Which of `lines` are page numbers or running heads: their indices."""
    found = {
        i
        for i, line in enumerate(lines)
        if line.text[0] in _DECORATED_OPENING and _DECORATED.fullmatch(line.text)
    }
    found |= _bare_numbers(lines)
    places = _recurring(lines)
    heads = _running_heads(lines, places, found)
    if heads:  # a head of two lines: the second is told by the first
        heads |= _running_heads(lines, places, found | heads)
    return found | heads


def _bare_numbers(lines: Sequence[Line]) -> set[int]:
    """Numbers alone on a line that count pages: not cells of a table, not part of a sentence."""
    found = {
        i: int(match[1])
        for i, line in enumerate(lines)
        if line.text[0] in _FIGURES
        and (match := _BARE.fullmatch(line.text))
        and _stands_free(lines, i)
    }
    before = [0, *accumulate(line.width for line in lines)]
    pages: set[int] = set()
    for chain in _chains({i: n for i, n in found.items() if n not in _YEARS}):
        if len(chain) == 1:
            counts_pages = _alone(lines, chain[0])
        else:
            counts_pages = _numbers_pages([before[i] for i in chain])
        if counts_pages:
            pages.update(chain)
    return pages


def _numbers_pages(places: Sequence[int]) -> bool:
    """Whether a run of numbers, each with so many columns of text above it, follows pages: there
    is a page of text between two and one above the first. Chapters have it below the number."""
    page = (places[-1] - places[0]) / (len(places) - 1)
    return page >= _PAGE_WIDTH and 2 * places[0] >= page


def _stands_free(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` stands at a page's edge: white space or a broken sentence around it."""
    above, below = _neighbours(lines, i)
    edge_above, edge_below = _edges(lines, i)
    if (above.is_cell and not edge_above) or (below.is_cell and not edge_below):
        return False
    return edge_above or edge_below or _broken_off(above)


def _neighbours(lines: Sequence[Line], i: int) -> tuple[Line, Line]:
    above = lines[i - 1] if i else _NOTHING
    below = lines[i + 1] if i + 1 < len(lines) else _NOTHING
    return above, below


def _chains(numbers: dict[int, int]) -> Iterator[list[int]]:
    """Runs of lines whose numbers go up by one, or by two where a page bears none."""
    chain: list[int] = []
    for i, number in numbers.items():
        if chain and not 0 < number - numbers[chain[-1]] <= 2:
            yield chain
            chain = []
        chain.append(i)
    if chain:
        yield chain


def _edges(lines: Sequence[Line], i: int) -> tuple[bool, bool]:
    """Whether white space, a page break or the text's own edge stands above and below."""
    above = i == 0 or lines[i].blank or lines[i].page
    below = i + 1 == len(lines) or lines[i + 1].blank or lines[i + 1].page
    return above, below


def _alone(lines: Sequence[Line], i: int) -> bool:
    """A single number is a page's only where white space sets it off and no unit follows."""
    above, below = _neighbours(lines, i)
    return (
        all(_edges(lines, i)) and bool(_CLAUSE.search(above.text)) and not _UNIT.match(below.text)
    )


def _recurring(lines: Sequence[Line]) -> list[list[int]]:
    """Short lines of words that end no sentence and come back, the same but for the figures."""
    patterns = [
        _DIGITS.sub("#", line.text) if line.has_narrow else line.text
        for line in lines
        if line.width <= HEAD_WIDTH and not line.closed
    ]
    if len(set(patterns)) == len(patterns):
        return []
    short = [i for i, line in enumerate(lines) if line.width <= HEAD_WIDTH and not line.closed]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, pattern in zip(short, patterns, strict=True):
        places[pattern].append(i)
    return [
        found
        for pattern, found in places.items()
        if len(found) > 1 and len(_LETTERS.findall(pattern)) >= 3
    ]


def _running_heads(
    lines: Sequence[Line], recurring: Sequence[Sequence[int]], numbers: set[int]
) -> set[int]:
    """Those of the lines that come back which stand at page breaks."""
    heads: set[int] = set()
    for places in recurring:
        found = [i for i in places if i not in numbers]
        if len(found) > 1 and _recurs_at_breaks(lines, found, numbers):
            heads.update(_without_title(lines, found))
    return heads


def _recurs_at_breaks(lines: Sequence[Line], found: Sequence[int], numbers: set[int]) -> bool:
    """Three times or more, mostly at the break of a page or of a sentence; or twice, both times
    beside a page number."""
    if len(found) >= _HEAD_TIMES:
        return 2 * sum(_at_page_break(lines, i, numbers) for i in found) >= len(found)
    return all(i - 1 in numbers or i + 1 in numbers for i in found)


def _at_page_break(lines: Sequence[Line], i: int, numbers: set[int]) -> bool:
    """Whether line `i` stands beside a page number or a page break, or within a sentence where
    it is set off: by white space on both sides or by its being much shorter than the text."""
    above, below = _neighbours(lines, i)
    if lines[i].page or below.page or i - 1 in numbers or i + 1 in numbers:
        return True
    set_off = lines[i].blank and below.blank
    return _broken_off(above) and (set_off or lines[i].width <= _MUCH_SHORTER * above.width)


def _without_title(lines: Sequence[Line], found: list[int]) -> list[int]:
    """A document's own title often runs on as the head of its pages: its first line stays."""
    first = found[0]
    same = all(lines[i].text == lines[first].text for i in found)
    return found[1:] if first == 0 and same else found
