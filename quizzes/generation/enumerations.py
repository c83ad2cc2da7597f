"""Lists inside a clause: where the first member begins, where the last one ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.generation.tokens import Token
from quizzes.text.types import Span

LINKS = {"和", "与", "及", "以及", "或", "或者"}
# Lists of these stand in every statute and say nothing.
COMMONPLACE = {
    "省",
    "自治区",
    "直辖市",
    "市",
    "县",
    "区",
    "设区的市",
    "党委",
    "政府",
    "省委",
    "市委",
}
OPEN = {"等", "等等"}
BORDERS_BEFORE = {"p", "ul", "uj", "number", "date"}
DEGREES = {"更加", "更为", "最为", "最", "更"}
TOO_ODD = 3
LONGEST_MEMBER = 16
LONGEST_HEAD = 8
FEWEST = 3
SPREAD = 0.3


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list of like things: its members, its place, the words that follow it in the clause.

    `is_open` where 等 says that there are more. `head` is the noun the members are kinds of
    (空间 of 生态、生活、生产空间), empty where there is none.
    """

    members: tuple[str, ...]
    span: Span
    is_open: bool
    head: str


def enumerations(text: str, tokens: Sequence[Token]) -> Iterator[Enumeration]:
    """The lists of a clause, each with two members at least, all plainly of one make."""
    marks = [at for at, token in enumerate(tokens) if token.text == "、"]
    for run in _runs(marks, tokens):
        found = _enumeration(text, tokens, run)
        if found is not None:
            yield found


def _runs(marks: Sequence[int], tokens: Sequence[Token]) -> Iterator[list[int]]:
    """The marks 、 that belong to one list: between them stand members, not clauses."""
    run: list[int] = []
    for mark in marks:
        if run and tokens[mark].span.start - tokens[run[-1]].span.end > LONGEST_MEMBER:
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _enumeration(text: str, tokens: Sequence[Token], marks: list[int]) -> Enumeration | None:
    first_end, last_start = marks[0], marks[-1] + 1
    inner = [(left + 1, right) for left, right in pairwise(marks)]
    model = inner[0] if inner else None
    last = _last(tokens, last_start, inner[-1] if inner else None)
    if last is None:
        return None
    first = _first(tokens, first_end, model or last)
    if first is None:
        return None
    places = [(first, first_end), *inner, *_linked(tokens, last_start, last[1])]
    members = tuple(_said(text, tokens, place) for place in places)
    if not _are_of_one_make(members):
        return None
    if places[-1][1] < len(tokens) and tokens[places[-1][1]].text in LINKS:
        return None
    behind = _behind(tokens, places[-1][1])
    if behind is None:
        return None
    span = Span(tokens[first].span.start, tokens[places[-1][1] - 1].span.end)
    return Enumeration(members, span, *behind)


def _are_of_one_make(members: Sequence[str]) -> bool:
    """Three or more, of about one length, quoted all or none, with nothing left over."""
    lengths = [len(member) for member in members]
    spread = max(1, SPREAD * sum(lengths) / len(lengths))
    quoted = {member.startswith("“") and member.endswith("”") for member in members}
    inside = any("“" in member.strip("“”") or "”" in member.strip("“”") for member in members)
    return (
        len(members) >= FEWEST
        and max(lengths) <= LONGEST_MEMBER
        and max(lengths) - min(lengths) <= 2 * spread
        and all(abs(n - sum(lengths) / len(lengths)) <= spread for n in lengths)
        and len(quoted) == 1
        and not inside
        and len(set(members)) == len(members)
        and not _one_stands_out([member[0] for member in members[::-1]])
        and not _one_stands_out([member[-1] for member in members])
        and not set(members) & COMMONPLACE
        and not any(set(member) & set("，；：的（）《》0123456789") for member in members)
    )


def _one_stands_out(ends: Sequence[str]) -> bool:
    """All but the last are alike: then the last was cut in the wrong place."""
    return len(set(ends[:-1])) == 1 and ends[-1] != ends[0] and len(ends) > FEWEST - 1


def _said(text: str, tokens: Sequence[Token], place: tuple[int, int]) -> str:
    return text[tokens[place[0]].span.start : tokens[place[1] - 1].span.end]


def _length(tokens: Sequence[Token], place: tuple[int, int]) -> int:
    return tokens[place[1] - 1].span.end - tokens[place[0]].span.start if place[1] > place[0] else 0


def _oddness(tokens: Sequence[Token], place: tuple[int, int], model: tuple[int, int]) -> float:
    """How unlike two members are: in length, in how they open and close."""
    one, other = tokens[place[0]], tokens[model[0]]
    closing, other_closing = tokens[place[1] - 1], tokens[model[1] - 1]
    odd = abs(_length(tokens, place) - _length(tokens, model)) / 2
    odd += 0 if one.tag[0] == other.tag[0] or one.text == other.text else 1
    odd += 0 if closing.tag[0] == other_closing.tag[0] else 0.5
    odd -= 1 if closing.text[-1] == other_closing.text[-1] else 0
    odd -= 1 if one.text[0] == other.text[0] else 0
    return odd


def _first(tokens: Sequence[Token], end: int, model: tuple[int, int]) -> int | None:
    """The word that the first member begins with: what makes it most like its neighbour."""
    best: tuple[float, int] | None = None
    for start in range(end - 1, max(-1, end - 8), -1):
        if tokens[start].text in {"、", "，"} or tokens[start].tag in {"number", "date"}:
            break
        before = tokens[start - 1] if start else None
        if tokens[start].tag in {"d", "ad"}:
            continue
        if before is not None and not (_is_border(before)):
            continue
        odd = _oddness(tokens, (start, end), model)
        if best is None or odd < best[0]:
            best = odd, start
    return best[1] if best and best[0] <= TOO_ODD else None


def _is_border(token: Token) -> bool:
    return token.is_verb or token.tag in BORDERS_BEFORE or token.text in DEGREES


def _last(
    tokens: Sequence[Token], start: int, model: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The last member's place: up to 等, 的, a verb, or where it is most like its neighbour."""
    ends = [
        end
        for end in range(start + 1, min(len(tokens), start + 8) + 1)
        if not any(token.text in {"、", "，", "的", *OPEN} for token in tokens[start:end])
    ]
    if not ends:
        return None
    if ends[-1] < len(tokens) and tokens[ends[-1]].text in OPEN:
        return start, ends[-1]
    if model is None:
        full = [end for end in ends if _closes(tokens, end)]
        return (start, full[0]) if full else None
    best = min(
        ends,
        key=lambda end: (
            _oddness(tokens, (start, end), model) + (0 if _closes(tokens, end) else 1),
            end,
        ),
    )
    return (start, best) if _oddness(tokens, (start, best), model) <= TOO_ODD else None


def _closes(tokens: Sequence[Token], end: int) -> bool:
    if end == len(tokens):
        return True
    following = tokens[end]
    return following.text in {"的", *OPEN} or following.is_verb or following.tag in {"d", "p", "m"}


def _linked(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """甲、乙和丙: the last stretch is two members."""
    for at in range(start + 1, end - 1):
        if tokens[at].text in LINKS:
            return [(start, at), (at + 1, end)]
    return [(start, end)]


def _behind(tokens: Sequence[Token], end: int) -> tuple[bool, str] | None:
    """Whether the list is left open, and the noun behind it that names its kind.

    None where the list goes on behind that noun.
    """
    is_open = end < len(tokens) and tokens[end].text in OPEN
    at = end + is_open
    if at < len(tokens) and tokens[at].text == "的":
        at += 1
    head = ""
    while at < len(tokens) and tokens[at].is_noun and tokens[at].tag not in {"ns", "nz", "nt", "r"}:
        head += tokens[at].text
        at += 1
    if at < len(tokens) and tokens[at].text in LINKS:
        return None
    return is_open, head if len(head) <= LONGEST_HEAD else ""
