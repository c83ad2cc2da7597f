"""Whether words make one noun phrase: nouns, and verbs only where a noun follows."""

from collections.abc import Sequence

from quizzes.generation.lexicon import DIRECTING, GOVERNING, HEADS, MODALS, NOMINAL_VERBS, TRADING
from quizzes.generation.reading.phrase_words import (
    CUTTING,
    FOREIGN,
    NUMERAL,
    PAIRING,
    TEAMS,
    VAGUE,
    VAGUE_OPENINGS,
)
from quizzes.generation.reading.tokens import Token

# 以抽查的方式实施监督检查: no noun goes on behind these.
WAYS = frozenset(("方式", "形式", "办法", "途径", "情况"))


def is_clean(tokens: Sequence[Token], start: int, end: int) -> bool:
    """One noun phrase: nouns, and verbs only where a noun follows that they belong to."""
    said = [token.text for token in tokens[start:end]]
    if tokens[start].text.startswith(VAGUE) or CUTTING & set(said):
        return False
    pairs = [at for at in range(start, end) if tokens[at].text in PAIRING]
    if len(pairs) > 1 or (pairs and not _pairs_well(tokens, start, pairs[0], end)):
        return False
    if not all(_may_stand(tokens, at, start, end) for at in range(start, end) if at not in pairs):
        return False
    opening = tokens[start]
    if tokens[end - 1].text in TEAMS:
        return True
    return not (opening.text in GOVERNING and (opening.tag == "v" or end - start > 2))


def _may_stand(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    token = tokens[at]
    timed = token.text.endswith("年") and tokens[min(at + 1, end - 1)].text in {"行动", "计划"}
    if token.tag in FOREIGN and not _is_word(token) and not timed:
        return False
    if token.text in WAYS and at + 1 < end:
        return False
    if token.is_verb and token.text[-1] in "入为成至到于":
        return False  # 区域划入红线
    if token.text in MODALS or token.text in {"、", "等", *PAIRING} or token.text in DIRECTING:
        return False
    if token.text in GOVERNING - NOMINAL_VERBS:
        return False
    if token.tag != "v":
        return True
    if at + 1 == end:
        return token.text in HEADS
    return tokens[at + 1].is_noun and (at == start or tokens[at - 1].is_noun)


def _is_word(token: Token) -> bool:
    """本科, 层次: the tagger takes some nouns for pronouns or numerals."""
    plain = len(token.text) > 1 and not token.text.startswith(VAGUE_OPENINGS)
    if token.tag == "r":
        return plain
    return token.tag == "m" and not NUMERAL.search(token.text)


def _pairs_well(tokens: Sequence[Token], start: int, link: int, end: int) -> bool:
    """劳动和职业启蒙教育: the noun at the end is both's; 招生办法和收费标准 are two things."""
    before, last = tokens[link - 1].text, tokens[end - 1].text
    closes = any(before.endswith(head) for head in HEADS if len(head) > 1)
    whole = start < link < end - 2
    alike = before[-2:] == last[-2:] or {before[-2:], last[-2:]} <= TRADING
    return whole and (not closes or (end - link > 3 and not alike))
