"""Noun phrases that can be asked: the object of a verb, and what a deed is done through or for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.generation.lexicon import ESTABLISHING, GOVERNING, MODALS, NOMINAL_VERBS, OWN_PLACE
from quizzes.generation.reading.phrase_checks import is_clean
from quizzes.generation.reading.phrase_heads import Phrase, phrase_of, word_before
from quizzes.generation.reading.phrase_words import (
    BEFORE_VERBS,
    COUNTS,
    DOUBLED_VERBS,
    JOINING,
    LONGEST_ASIDE,
    MEANS,
    MIDDLE,
    MOST_WORDS,
    MOVING,
    PARTICLES,
    RULING,
    SUPPORTING,
    TEAMS,
    TOWARDS,
    VAGUE,
)
from quizzes.generation.reading.sentences import Clause
from quizzes.generation.reading.tokens import Token
from quizzes.text.types import Span


def objects(clause: Clause, text: str) -> Iterator[Phrase]:
    """The phrases of a clause that end in a noun for their kind: its verbs' objects (建立_平台),
    and what something is done through, to, or by (通过_系统, 支持_企业, 按照_原则)."""
    tokens = clause.tokens
    for at in range(len(tokens) - 1):
        if not _opens_team(tokens, at) and (_governs(clause, at) or tokens[at].text in MIDDLE):
            phrase = _object(tokens, at, text)
            if phrase is not None:
                yield phrase


def _opens_team(tokens: Sequence[Token], at: int) -> bool:
    """成立支持外贸发展指挥部: the second verb is part of the name."""
    return at > 0 and tokens[at - 1].text in ESTABLISHING and tokens[-1].text in TEAMS


def _governs(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    if token.text not in GOVERNING:
        return False
    if token.text not in NOMINAL_VERBS:
        return True
    before = clause.tokens[at - 1] if at else None
    own = clause.own
    return (
        before is None
        or at == clause.lead
        or (own is not None and at == own[1])
        or before.tag in BEFORE_VERBS
        or (before.text in JOINING and token.tag == "v")
        or before.text in MODALS
        or (before.text in GOVERNING - NOMINAL_VERBS and token.text in DOUBLED_VERBS)
    )


def _object(tokens: Sequence[Token], verb: int, text: str) -> Phrase | None:
    start, end = verb + 1, _end(tokens, verb + 1)
    if end < len(tokens) and tokens[verb].text not in MIDDLE and tokens[end].text not in JOINING:
        return None
    if tokens[verb].text in MIDDLE and not _is_apart(tokens, end):
        return None
    if end < len(tokens) and tokens[end].text in JOINING and tokens[end - 1].text in GOVERNING:
        return None
    if tokens[verb].text in MOVING | TOWARDS and "的" in [t.text for t in tokens[end : end + 3]]:
        return None  # 将交易所出具的凭证
    aside = _aside(tokens, end)
    start, end = _trimmed(tokens, start, end - 1 if aside else end)
    if _swallows(tokens, verb, start, end):
        return None
    if not 0 < end - start <= MOST_WORDS or not is_clean(tokens, start, end):
        return None
    place = Span(tokens[start].span.start, tokens[end - 1].span.end)
    phrase = phrase_of(place, tokens[start:end], tokens[verb].text, text)
    if phrase is None:
        return None
    word = word_before(tokens, start, end, phrase)
    return replace(phrase, word=word, place=Span(place.start, place.end + aside))


def _is_apart(tokens: Sequence[Token], end: int) -> bool:
    """对先进企业给予奖励: a deed follows, not more of the name (专精 | 特新“小巨人”企业)."""
    return end >= len(tokens) or tokens[end].tag not in {"quote", "b", "ns", "nz"}


def _swallows(tokens: Sequence[Token], verb: int, start: int, end: int) -> bool:
    """向境外项目发放贷款, 通过家庭医生推进管理: what was done to or by them is in it too."""
    verbs = [token for token in tokens[start:end] if token.tag == "v"]
    if tokens[verb].text in TOWARDS | RULING:
        return bool(verbs)
    return tokens[verb].text in MEANS and any(token.text in GOVERNING for token in verbs)


def _aside(tokens: Sequence[Token], end: int) -> int:
    """How long the short bracket is that closes the name: 集团（联盟）."""
    last = tokens[end - 1]
    return len(last.text) if last.tag == "bracket" and len(last.text) <= LONGEST_ASIDE else 0


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The phrase without what only counts it or places it: 了一批, 全市, 符合条件的, 之一."""
    while start + 1 < end and (
        tokens[start].text in PARTICLES or tokens[start].tag in {"ul", "uz"}
    ):
        start += 1
    while start + 2 < end and tokens[start].text in OWN_PLACE:
        start += 1
    if tokens[start].text.startswith(VAGUE):
        return start, start
    while end - start > 2 and tokens[end - 1].text in {"之一", "之", "一"}:
        end -= 1
    marks = {"的", "等"}
    behind = next((at for at in range(end - 1, start - 1, -1) if tokens[at].text in marks), None)
    if behind is not None:
        return behind + 1, end
    while start < end and tokens[start].tag in COUNTS:
        start += 1
    return start, end


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the phrase ends: with the clause, before the next deed or what leads to one."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text in JOINING and following is not None and _opens(following):
            return at
        if at > start and (
            token.text in GOVERNING - NOMINAL_VERBS
            or token.text in MODALS
            or token.text in SUPPORTING
            or token.tag in {"p", "d"}
        ):
            return at
    return len(tokens)


def _opens(token: Token) -> bool:
    return token.text in GOVERNING and (token.tag == "v" or token.text not in NOMINAL_VERBS)
