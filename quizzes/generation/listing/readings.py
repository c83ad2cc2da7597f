"""The ways to cut a list that stands between certain marks, and the likeliest of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.generation.lexicon import COMMONPLACE, DIGITS, NOMINAL_VERBS, POINTING
from quizzes.generation.listing.members import (
    LINKS,
    MODALS,
    MOST_ALIKE,
    NEGATIONS,
    OPEN,
    SLIGHT,
    VERBS,
    Place,
    before,
    behind,
    opens_with_verb,
    said,
    uneven,
    unlike,
)
from quizzes.generation.reading.tokens import Token

LONGEST_MEMBER = 18
FARTHEST = 8
TOO_ODD, SURE = 2.2, 4.0
PLAIN = 0.7
AMISS, SHORT, COUNTED = 2.0, 3.0, 3.0
HOPELESS = 9.0
COUNT = re.compile(r"([两二三四五六七八九十]|\d{1,2})(?:[个项大种类家所座条名位方]|方面|部)?$")
FOREIGN = re.compile(r"[、，；：的（）()《》\d。？！“”]")
GROUP = re.compile(r"^(?:《[^《》]+》|“[^“”]+”)$")
LEANING = {"其他", "采取", "有关", "相关", "以上", "以下", "以内"}
BARE_VERBS = VERBS | {"禁止", "允许"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to cut a list: its members' places among the words, and what speaks against it.

    `is_plain` where no other way comes near, `count` the number of things named behind the list.
    """

    places: tuple[Place, ...]
    cost: float
    count: int = 0
    is_plain: bool = False


def read(tokens: Sequence[Token], marks: Sequence[int]) -> Reading | None:
    """The likeliest way to cut the list around `marks`; None where none is likely."""
    found = sorted(_readings(tokens, marks), key=lambda one: (one.cost, -one.places[-1][1]))
    if not found or found[0].cost > _most(tokens, found[0].places):
        return None
    best = found[0]
    end = best.places[-1][1]
    if _goes_on(tokens, end) or _is_blurred(tokens, best.places):
        return None
    apart = len(found) < 2 or found[1].cost - best.cost >= PLAIN
    count = _count(tokens, end)
    plain = (apart or count == len(best.places)) and not _is_vague(tokens, best.places)
    return Reading(best.places, best.cost, count, plain)


def _readings(tokens: Sequence[Token], marks: Sequence[int]) -> list[Reading]:
    inner = [(left + 1, right) for left, right in pairwise(marks)]
    if not all(_is_member(said(tokens, place)) for place in inner):
        return []
    amiss = sum(AMISS for place in inner if _opens_oddly(tokens[place[0]]))
    found = []
    ends = list(_last_members(tokens, marks[-1] + 1))
    for first, odd in _first_members(tokens, marks[0], is_pair=not inner) if ends else ():
        for last, odder, count in ends:
            places = (first, *inner, last)
            texts = [said(tokens, place) for place in places]
            cost = odd + odder + amiss + uneven(texts)
            cost -= (COUNTED if len(places) > 3 else 1.0) if count == len(places) else 0.0
            if cost - MOST_ALIKE < SURE + PLAIN and not _is_tail(texts):
                cost = round(cost + unlike(tokens, places, texts), 3)
                if cost < SURE + PLAIN:
                    found.append(Reading(places, cost))
    return found


def _first_members(
    tokens: Sequence[Token], end: int, *, is_pair: bool
) -> Iterator[tuple[Place, float]]:
    """Where the first member may stand that ends at `end`, and what speaks against each place."""
    for start in range(end - 1, max(-1, end - 1 - FARTHEST), -1):
        linked = is_pair and any(token.text in LINKS for token in tokens[start:end])
        odd = before(tokens, start) + AMISS * _opens_oddly(tokens[start])
        if odd < HOPELESS and not linked and _is_member(said(tokens, (start, end))):
            yield (start, end), odd


def _last_members(tokens: Sequence[Token], start: int) -> Iterator[tuple[Place, float, int]]:
    """Where the last member may stand that begins at `start`, what speaks against each place, and
    how many things are counted behind it."""
    for end in range(start + 1, min(len(tokens), start + FARTHEST) + 1):
        if tokens[end - 1].text in OPEN:
            return
        odd = behind(tokens, end) + AMISS * _opens_oddly(tokens[start])
        odd += SHORT if _stops_short(tokens, end) or tokens[end - 1].text in NEGATIONS else 0.0
        if odd < HOPELESS and _is_member(said(tokens, (start, end))):
            yield (start, end), odd, _count(tokens, end)


def _most(tokens: Sequence[Token], places: Sequence[Place]) -> float:
    """How odd it may be: more where the words on both sides say that the list ends there."""
    sure = before(tokens, places[0][0]) <= SLIGHT and behind(tokens, places[-1][1]) <= SLIGHT
    return SURE if sure and len(places) > 2 else TOO_ODD


def _is_tail(texts: Sequence[str]) -> bool:
    """One member is the end of another, or the same: it was cut too short."""
    return any(
        other.endswith(one) and other not in {f"不{one}", f"非{one}"}
        for at, one in enumerate(texts)
        for place, other in enumerate(texts)
        if at != place
    )


def _opens_oddly(token: Token) -> bool:
    """A member that begins with a word that belongs to what stands before it."""
    return token.tag in {"p", "c", "f", "number", "date", "m"} or token.tag[0] == "u"


def _stops_short(tokens: Sequence[Token], end: int) -> bool:
    """Nouns only stand between here and 等: they belong to the last member."""
    at = end
    while at < len(tokens) and (tokens[at].is_noun or tokens[at].tag in {"t", "m"}):
        at += 1
    return end < at < len(tokens) and tokens[at].text in OPEN and tokens[end].is_noun


def _behind_nouns(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].is_noun:
        at += 1
    return at


def _is_member(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_MEMBER
        and text not in COMMONPLACE
        and (not FOREIGN.search(text) or bool(GROUP.match(text)))
        and (not text.startswith(POINTING) or text.startswith(("其他", "有关")))
    )


def _count(tokens: Sequence[Token], end: int) -> int:
    """How many there are, where a number stands behind: 两个关口, 等6个税种."""
    at = end + (end < len(tokens) and tokens[end].text in OPEN)
    if at >= len(tokens):
        return 0
    m = COUNT.match(tokens[at].text) or COUNT.match(said(tokens, (at, at + 2)))
    if m is None:
        return 0
    return DIGITS.get(m[1]) or int(m[1])


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Behind the nouns that follow the list another 、 stands: it was cut too early."""
    at = _behind_nouns(tokens, end)
    link = at < len(tokens) and tokens[at].text in LINKS
    return link or any(token.text == "、" for token in tokens[at : at + 2])


def _is_blurred(tokens: Sequence[Token], places: Sequence[Place]) -> bool:
    """A member holds words that belong to the clause."""
    texts = {said(tokens, place) for place in places}
    held = [token for start, end in places for token in tokens[start:end]]
    if LEANING & texts or any(_is_particle(token) for token in held):
        return True
    return _mixes_verbs(tokens, places) or (
        len(places) < 3
        and not all(opens_with_verb(tokens, place) for place in places)
        and any(token.tag in {"p", "c"} or token.text in MODALS for token in held)
    )


def _is_particle(token: Token) -> bool:
    return token.tag in {"r", "u", "f", "uj", "ul"} and token.text not in {"其他", "本科"}


def _mixes_verbs(tokens: Sequence[Token], places: Sequence[Place]) -> bool:
    """禁止、允许改变的内容 · 不得擅自移动、损毁界标: verbs that share the object of one of them."""
    ends = [tokens[end - 1] for _, end in places]
    bare = [end - start == 1 and tokens[start].text in BARE_VERBS for start, end in places]
    if any(bare) and any(token.tag[0] in "na" and token.text not in BARE_VERBS for token in ends):
        return True
    at = places[0][0]
    if not at or tokens[at - 1].text not in MODALS or not opens_with_verb(tokens, places[0]):
        return False
    deeds = all(opens_with_verb(tokens, place) for place in places)
    return not deeds or any(token.tag[0] == "v" for token in ends)


def _is_vague(tokens: Sequence[Token], places: Sequence[Place]) -> bool:
    """甲、乙、丙及丁: 丙及丁 may be one member; of a pair, the first needs a plain beginning."""
    if len(places) < 3:
        return before(tokens, places[0][0]) > SLIGHT
    return tokens[places[-1][0] - 1].text == "及" or _shares_deed(tokens, places)


def _shares_deed(tokens: Sequence[Token], places: Sequence[Place]) -> bool:
    """工业、服务业、农业发展 · 维护、修缮、安全管理: what ends the last may be said of all."""
    closing = [tokens[end - 1] for _, end in places]
    lengths = {len(said(tokens, place)) for place in places}
    deeds = [token.text in NOMINAL_VERBS for token in closing]
    if any(deeds[2:]) and not any(deeds[:2]) and len(lengths) > 1:
        return True
    end = places[-1][1]
    mixed = any(t.tag == "v" for t in closing) and any(t.tag in {"n", "an", "a"} for t in closing)
    return mixed and end < len(tokens) and tokens[end].tag in {"n", "vn"}
