"""Lists inside a clause: which marks belong to one, what its members are, what stands behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.generation.listing.bounded import bounded
from quizzes.generation.listing.members import LINKS, OPEN, Place, said
from quizzes.generation.listing.readings import FOREIGN, LONGEST_MEMBER, Reading, read
from quizzes.generation.reading.tokens import Token
from quizzes.text.types import Span

LONGEST_HEAD = 10
QUOTED = re.compile(r"^“([^“”]+)”$")
COUNTING = frozenset(("首批", "第一批", "第二批", "首个", "共", "全部", "这"))
COUNT_TAGS = {"m", "q", "mq", "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """A list of like things: its members and its place.

    `is_open` where 等 says that there are more, or another number is named behind. `head` is the
    noun behind that the members are kinds of (空间 of 生态、生活、生产空间), `after` the first word
    behind, `counted` whether a number of them stands there; `is_plain` where no other way to cut
    the list comes near. `is_quoted` where the list fills a quotation, whose marks belong to `span`,
    `is_joined` where + or — stands between its members, `is_bounded` where the words on both sides
    leave no doubt where it begins and ends.
    """

    members: tuple[str, ...]
    span: Span
    is_open: bool = False
    head: str = ""
    is_plain: bool = True
    counted: bool = False
    is_quoted: bool = False
    is_joined: bool = False
    is_bounded: bool = False
    after: str = ""


def enumerations(tokens: Sequence[Token]) -> Iterator[Enumeration]:
    """The lists of a clause, two members at least, all plainly of one make."""
    yield from _in_quotations(tokens)
    yield from _of_quotations(tokens)
    taken: set[int] = set()
    for sure in _between_ends(tokens):
        inside = {at for at, token in enumerate(tokens) if token.span in sure.span}
        if not taken & inside:
            taken |= inside
            yield sure
    for marks in [*_commas(tokens), *_runs(tokens)]:
        found = None if taken & set(marks) else _best(tokens, marks)
        if found is not None:
            taken |= set(range(marks[0], marks[-1] + 1))
            yield found


def _between_ends(tokens: Sequence[Token]) -> Iterator[Enumeration]:
    """The lists that the words on both sides end without doubt, cut where a word begins."""
    if not tokens:
        return
    start = tokens[0].span.start
    edges = {token.span.start: at for at, token in enumerate(tokens)}
    for members, place in bounded(said(tokens, (0, len(tokens)))):
        span = Span(start + place.start, start + place.end)
        end = edges.get(span.end, len(tokens) if span.end == tokens[-1].span.end else None)
        if span.start in edges and end is not None:
            head, after = _behind(tokens, end)
            yield Enumeration(members=members, span=span, head=head, is_bounded=True, after=after)


def _commas(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """The 、 of lists whose members hold 和 themselves and end alike (甲与乙对接、丙与丁对接)."""
    marks = [at for at, token in enumerate(tokens) if token.text == "、"]
    between = [tokens[left + 1 : right] for left, right in pairwise(marks)]
    if not any(token.text in LINKS for one in between for token in one):
        return
    ends = {one[-1].text for one in between if one}
    if len(ends) == 1 and any(token.text in ends for token in tokens[marks[-1] + 1 :]):
        yield marks


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """The places of 、 and 和 that may belong to one list."""
    run: list[int] = []
    for mark, token in enumerate(tokens):
        if token.text != "、" and token.text not in LINKS:
            continue
        if run and not _may_go_on(tokens, run[-1], mark):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _may_go_on(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Between two marks stands one member; behind 和 nothing more is to come."""
    between = tokens[left + 1 : right]
    if tokens[left].text in LINKS or not between:
        return False
    if _turns(between) and not _ends_like(tokens[:left], between):
        return False
    return len(said(between, (0, len(between)))) <= LONGEST_MEMBER and not any(
        token.text == "的" or token.text in OPEN for token in between
    )


def _ends_like(ahead: Sequence[Token], between: Sequence[Token]) -> bool:
    """城市维护建设税 behind 资源税: a name like the one before it, verbs and all."""
    one, other = ahead[-1].text if ahead else "", said(between, (0, len(between)))
    return len(one) > 1 and len(other) > 2 and other[-1] == one[-1]


def _turns(between: Sequence[Token]) -> bool:
    """A verb in the middle: the list ends before it, and another begins behind it."""
    inner = between[1:-1] if between[0].tag[0] == "n" else between[2:-1]
    return any(token.tag == "v" or token.text == "有关" for token in inner)


def _best(tokens: Sequence[Token], marks: list[int]) -> Enumeration | None:
    """The run read whole, or else without what comes before its later marks."""
    for first in range(max(1, len(marks) - 1)):
        reading = read(tokens, marks[first:])
        if reading is not None:
            return _made(tokens, reading)
    return None


def _made(tokens: Sequence[Token], reading: Reading) -> Enumeration:
    places = _without_counting(tokens, reading.places)
    end = places[-1][1]
    counted = reading.count == len(places)
    goes_on = end < len(tokens) and tokens[end].text in OPEN
    head, after = _behind(tokens, end)
    return Enumeration(
        members=tuple(said(tokens, place) for place in places),
        span=Span(tokens[places[0][0]].span.start, tokens[end - 1].span.end),
        is_open=not counted and (goes_on or reading.count > 0),
        head=head,
        is_plain=reading.is_plain,
        counted=counted,
        after=after,
    )


def _without_counting(tokens: Sequence[Token], places: Sequence[Place]) -> tuple[Place, ...]:
    """甲、乙、丙首批3个公园: 首批 counts them all and is no part of the last."""
    start, end = places[-1]
    while end - start > 1 and tokens[end - 1].text in COUNTING:
        end -= 1
    return (*places[:-1], (start, end))


def _behind(tokens: Sequence[Token], end: int) -> tuple[str, str]:
    """The noun behind the list that names its kind, and the first word behind the list."""
    at = end + (end < len(tokens) and tokens[end].text in OPEN)
    after = tokens[at].text if at < len(tokens) else ""
    while at < len(tokens) and tokens[at].tag in COUNT_TAGS:
        at += 1
    head = ""
    while at < len(tokens) and tokens[at].is_noun and tokens[at].tag not in {"ns", "nt", "r"}:
        head += tokens[at].text
        at += 1
    return (head if len(head) <= LONGEST_HEAD else ""), after


def _in_quotations(tokens: Sequence[Token]) -> Iterator[Enumeration]:
    """“规模化、市场化、可持续” · “金融+财政+土地”: the marks say where the list ends."""
    for at, token in enumerate(tokens):
        m = QUOTED.match(token.text)
        parts = tuple(re.split(r"、|\+|—", m[1])) if m else ()
        joined = "、" not in token.text
        head, after = _behind(tokens, at + 1)
        # “互联网+医疗” is a name; only 的 makes two joined things parts of something.
        if (len(parts) > 2 or (len(parts) == 2 and (not joined or after == "的"))) and _alike(
            parts
        ):
            yield Enumeration(
                members=parts,
                span=token.span,
                head=head,
                is_quoted=True,
                is_joined=joined,
                after=after,
            )


def _of_quotations(tokens: Sequence[Token]) -> Iterator[Enumeration]:
    """“甲”“乙”“丙”: quotations side by side, three at least, or two before 等."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].tag == "quote":
            end += 1
        texts = tuple(token.text for token in tokens[at:end])
        is_open = end < len(tokens) and tokens[end].text in OPEN
        if len(texts) > 2 - is_open and len(set(texts)) == len(texts):
            head, after = _behind(tokens, end)
            span = Span(tokens[at].span.start, tokens[end - 1].span.end)
            yield Enumeration(members=texts, span=span, is_open=is_open, head=head, after=after)
        at = max(end, at + 1)


def _alike(parts: Sequence[str]) -> bool:
    lengths = [len(part) for part in parts]
    return (
        all(0 < len(part) <= LONGEST_MEMBER and not FOREIGN.search(part) for part in parts)
        and len(set(parts)) == len(parts)
        and max(lengths) <= 2 * min(lengths)
    )
