"""Things and values in a row, told apart: 国际航空旅客和货邮吞吐量 | 分别增长 | 1%、2%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import rjieba

from quizzes.generation.lexicon import AMOUNTS, OWN_PLACE
from quizzes.generation.reading.expressions import Number
from quizzes.text.types import Span

BETWEEN = re.compile(r"[、和与及]")
VALUE = re.compile(r"第[\d一二三四五六七八九十]{1,3}[位名]?|\d[\d.,]*")
KEPT = ("左右", "以上", "以下", "")
# One word for two things of a kind.
TWINS = {
    "内外贸": ("内贸", "外贸"),
    "内外资": ("内资", "外资"),
    "内外销": ("内销", "外销"),
    "进出口": ("进口", "出口"),
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡低保": ("城市低保", "农村低保"),
    "存贷款": ("存款", "贷款"),
    "一二产业": ("第一产业", "第二产业"),
    "一三产业": ("第一产业", "第三产业"),
    "二三产业": ("第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "男女生": ("男生", "女生"),
}
ODDEST = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The values behind 分别: the verb before them, their places, figures (None for a rank)."""

    verb: str
    places: tuple[Span, ...]
    values: tuple[Number | None, ...]
    tail: str


def values_of(text: str, span: Span, figures: Sequence[Number]) -> Row | None:
    """Two or more values of one measure with nothing but 、 or 和 between them, to the end."""
    first = VALUE.search(text, span.start, span.end)
    if first is None:
        return None
    verb, at = text[span.start : first.start()], first.start()
    places: list[Span] = []
    values: list[Number | None] = []
    while m := VALUE.match(text, at, span.end):
        figure = next((n for n in figures if n.span.start == at), None)
        end = figure.span.end if figure else m.end()
        places.append(Span(at, end))
        values.append(figure)
        at = end + 1
        if end >= span.end or not BETWEEN.match(text[end]):
            break
    tail = text[places[-1].end : span.end]
    if len(places) < 2 or tail not in KEPT:
        return None
    return _row(text, verb, places, values, tail)


def _row(
    text: str, verb: str, places: list[Span], values: list[Number | None], tail: str
) -> Row | None:
    if all(place.of(text)[0] == "第" for place in places):
        return Row(verb, tuple(places), tuple(None for _ in places), tail)
    last = values[-1]
    if last is None:
        return None
    full = [value or _bare(text, place, last) for place, value in zip(places, values, strict=True)]
    if any((value.measure, value.unit) != (last.measure, last.unit) for value in full):
        return None
    return Row(verb, tuple(places), tuple(full), tail)


def _bare(text: str, place: Span, model: Number) -> Number:
    """0.4 in 0.4、2.7个百分点: the measure stands only behind the last."""
    digits = place.of(text)
    scale = model.value / Decimal(model.digits.replace(",", ""))
    value = Decimal(digits.replace(",", "")) * scale
    written = model.written.replace(model.digits, digits)
    return replace(model, span=place, digits=digits, written=written, value=value)


def members(said: str, count: int) -> list[str] | None:
    """The things named in `said`, each with what they share before and behind them."""
    for word, twins in TWINS.items():
        if said.count(word) == 1 and len(twins) == count and not BETWEEN.search(said):
            return [said.replace(word, twin) for twin in twins]
    pieces = BETWEEN.split(said)
    if len(pieces) != count or not all(pieces):
        return None
    cut = _cut(pieces)
    if cut is None or any(piece in pieces[-1] for piece in pieces[:-1]):
        return None
    head, tail = cut
    pieces[0] = pieces[0][len(head) :]
    pieces[-1] = pieces[-1].removesuffix(tail) if tail else pieces[-1]
    return [f"{head}{piece}{tail}" for piece in pieces]


def _cut(pieces: Sequence[str]) -> tuple[str, str] | None:
    """What the first piece and the last share with the others, where the members are alike."""
    first, last = pieces[0], pieces[-1]
    place = _place(first)
    if first.endswith(AMOUNTS) and last.endswith(AMOUNTS):
        return (place, "") if len(last) > 3 or last[-1] == first[-1] else None
    best: tuple[float, str, str] | None = None
    for tail in _tails(last):
        for head in _heads(first):
            odd = _odd(first[len(head) :], last.removesuffix(tail), pieces[1:-1])
            odd += 0.6 * (head not in {"", place}) - (1 if _opens_verb(tail) else 0)
            if best is None or odd < best[0]:
                best = odd, head, tail
    return (best[1], best[2]) if best and best[0] <= ODDEST else None


def _odd(one: str, other: str, middle: Sequence[str]) -> float:
    """How unlike two members are in length and make, beside those that stand between them."""
    odd = abs(len(one) - len(other)) - 1.5 * (one[-1] == other[-1]) - 0.5 * (one[0] == other[0])
    return odd + sum(abs(len(one) - len(piece)) / 2 for piece in middle)


def _words(text: str) -> Iterator[str]:
    for word, _ in rjieba.tag(text):
        yield from (word[:2], word[2:]) if len(word) == 4 and word.endswith("居民") else (word,)


def _heads(first: str) -> Iterator[str]:
    head = ""
    yield head
    for word in _words(first):
        head += word
        if len(first) - len(head) > 1:
            yield head


def _tails(last: str) -> Iterator[str]:
    kept = ""
    for word in _words(last):
        kept += word
        rest = last[len(kept) :]
        if len(kept) > 1 and len(rest) > 1 and rest.endswith(AMOUNTS):
            yield rest


def _opens_verb(tail: str) -> bool:
    word, tag = rjieba.tag(tail)[0]
    return tag == "v" and word not in AMOUNTS


def _place(piece: str) -> str:
    """全省 or a place's name that opens the first member and holds for all."""
    word, tag = rjieba.tag(piece)[0]
    return word if word in OWN_PLACE or tag == "ns" else ""
