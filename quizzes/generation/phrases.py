"""Noun phrases that can be asked: the object of a verb, and the noun that says what kind it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizzes.generation.lexicon import (
    DIRECTING,
    EMPTY_MODIFIERS,
    GOVERNING,
    HEADS,
    MODALS,
    NOMINAL_VERBS,
    OWN_PLACE,
    POINTING,
    TRADING,
    VAGUE_HEADS,
)
from quizzes.generation.sentences import Clause
from quizzes.generation.tokens import Token
from quizzes.text.types import Span

NUMERAL = re.compile("[零〇一二三四五六七八九十百千万亿两几数多半0-9第]")
PARTICLES = {"了", "过", "着", "起", "好", "成", "出", "到"}
VAGUE = (
    *POINTING,
    *OWN_PLACE,
    *(
        "各",
        "一些",
        "许多",
        "若干",
        "相应",
        "必要",
        "适当",
        "这",
        "本",
        "部分",
        "有效",
        "良好",
        "较",
        "更",
        "新的",
    ),
)
SIZES = "新总大"
CUTTING = frozenset(("作为", "部分", "各自"))
COUNTS = {"m", "q", "number", "mq"}
SHORTEST, LONGEST = 4, 20
LONGEST_HEAD = 4
NARROWEST = 3
MOST_WORDS = 8
# What may stand before a verb that is as often a noun.
BEFORE_VERBS = {"d", "ad", "c"}
PAIRING = {"和", "与", "及", "以及"}
SUPPORTING = {"予以", "进行", "加以", "作出", "受到", "得到", "给予", "使用", "办理"}
OUTSIDE = (
    *("有关", "相关", "内", "外", "上", "下", "中", "等", "其他", "根本", "重要", "主要", "基本"),
    *("体制", "制度", "机制", "方式", "政策", "具体", "综合", "全面", "统一", "集中", "培养"),
)
FOREIGN = COUNTS | {"p", "d", "ad", "c", "r", "t", "u", "bracket", "quote", "book", "date"}
# What a noun phrase in the middle of a clause may stand behind.
MEANS = frozenset(("通过", "依托", "利用", "凭", "凭借", "借助", "运用", "采用", "借鉴"))
PATIENTS = frozenset(
    ("支持", "鼓励", "允许", "引导", "帮助", "授权", "吸引", "推动", "委托", "选派", "组织", "动员")
)
MOVING = frozenset(("将", "把"))
RULING = frozenset(("按照", "根据", "依照", "依据", "遵循"))
TOWARDS = frozenset(("向", "为", "对", "对于", "面向", "针对"))
# Who is in charge is asked by another kind of fact.
BODY_HEADS = frozenset(("部门", "机关", "委员会", "办公室", "政府", "法院", "检察院"))
JOINING = frozenset(("、", "并", "和"))
MIDDLE = MEANS | PATIENTS | MOVING | RULING | TOWARDS


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a verb brings about: `place` of the phrase, its `head`, what stands before the head.

    建立统一招生平台: head 平台, modifier 统一招生, verb 建立, and 招生 the word before the head.
    """

    place: Span
    modifier: str
    head: str
    verb: str
    word: str = ""

    @property
    def narrowed(self) -> "Phrase | None":
        """The same phrase with more of it said in the question: 保险试点 of 海关保证保险试点."""
        rest = self.modifier.removesuffix(self.word)
        if not self.word or len(rest) < NARROWEST:
            return None
        return replace(self, modifier=rest, head=self.word + self.head, word="")


def objects(clause: Clause, text: str) -> Iterator[Phrase]:
    """The phrases of a clause that end in a noun for their kind: its verbs' objects (建立_平台),
    and what something is done through, to, or by (通过_系统, 支持_企业, 按照_原则)."""
    tokens = clause.tokens
    for at in range(len(tokens) - 1):
        if _governs(clause, at) or tokens[at].text in MIDDLE:
            phrase = _object(tokens, at, text)
            if phrase is not None:
                yield phrase


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
        or (before.text in GOVERNING - NOMINAL_VERBS and token.tag == "v")
    )


def _object(tokens: Sequence[Token], verb: int, text: str) -> Phrase | None:
    start, end = verb + 1, _end(tokens, verb + 1)
    if end < len(tokens) and tokens[verb].text not in MIDDLE and tokens[end].text not in JOINING:
        return None
    if end < len(tokens) and tokens[end].text in JOINING and tokens[end - 1].text in GOVERNING:
        return None
    if tokens[verb].text in MOVING | TOWARDS and "的" in [t.text for t in tokens[end : end + 3]]:
        return None  # 将交易所出具的凭证
    start, end = _trimmed(tokens, start, end)
    if not 0 < end - start <= MOST_WORDS or not _is_clean(tokens, start, end):
        return None
    place = Span(tokens[start].span.start, tokens[end - 1].span.end)
    phrase = _phrase(place, tokens[end - 1], tokens[verb].text, text)
    return phrase and replace(phrase, word=_word_before(tokens, start, end, phrase))


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
    behind = next((at for at in range(end - 1, start - 1, -1) if tokens[at].text == "的"), None)
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


def _is_clean(tokens: Sequence[Token], start: int, end: int) -> bool:
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
    return not (opening.text in GOVERNING and (opening.tag == "v" or end - start > 2))


def _may_stand(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    token = tokens[at]
    if token.tag in FOREIGN and not (token.tag == "m" and not NUMERAL.search(token.text)):
        return False
    if token.text in MODALS or token.text in {"、", "等", *PAIRING} or token.text in DIRECTING:
        return False
    if token.text in GOVERNING - NOMINAL_VERBS:
        return False
    if token.tag != "v":
        return True
    if at + 1 == end:
        return token.text in HEADS
    return tokens[at + 1].is_noun and (at == start or tokens[at - 1].is_noun)


def _pairs_well(tokens: Sequence[Token], start: int, link: int, end: int) -> bool:
    """劳动和职业启蒙教育: the noun at the end is both's; 招生办法和收费标准 are two things."""
    before, last = tokens[link - 1].text, tokens[end - 1].text
    closes = any(before.endswith(head) for head in HEADS if len(head) > 1)
    whole = start < link < end - 2
    alike = before[-2:] == last[-2:] or {before[-2:], last[-2:]} <= TRADING
    return whole and (not closes or (end - link > 3 and not alike))


def _phrase(place: Span, last: Token, verb: str, text: str) -> Phrase | None:
    said = place.of(text)
    head = _head(said, last)
    modifier = said.removesuffix(head)
    if modifier and modifier[-1] in SIZES and last.span.start >= place.end - len(head):
        head, modifier = modifier[-1] + head, modifier[:-1]
    if not head or head in VAGUE_HEADS or head in BODY_HEADS:
        return None
    if modifier.endswith(tuple(PAIRING)) or len(modifier) < 2 or modifier in EMPTY_MODIFIERS or modifier.endswith(OUTSIDE):
        return None
    if "、" in said or not SHORTEST <= len(said) <= LONGEST:
        return None
    return Phrase(place, modifier, head, verb)


def _word_before(tokens: Sequence[Token], start: int, end: int, phrase: Phrase) -> str:
    """The noun that the head is joined to, where a word ends before the head."""
    at = phrase.place.end - len(phrase.head)
    found = next((t for t in tokens[start:end] if t.span.end == at), None)
    if found is None or len(found.text) < 2 or not (found.is_noun or found.tag == "v"):
        return ""
    return found.text


def _head(said: str, last: Token) -> str:
    """The noun that says what kind of thing it is: the longest of the lexicon, or the last word."""
    for size in range(min(LONGEST_HEAD, len(said) - 2), 1, -1):
        if said[-size:] in HEADS:
            return said[-size:]
    if said.endswith("制") and said[-2:] not in HEADS:
        return "制"
    plain = last.tag[0] == "n" and len(last.text) in {2, 3}
    return last.text if plain else ""
