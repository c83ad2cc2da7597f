"""A clause of a report read: what is measured, how, and as a part of what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizzes.generation.figures.measures import ENDS, LEANING, MOVE, Measure, read
from quizzes.generation.figures.periods import compared
from quizzes.generation.lexicon import (
    ACTIONS,
    CONNECTIVES,
    NOW,
    OWN_PLACE,
    POINTING,
    PRESENT,
)
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import has_verb, words
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.reading.tokens import Token
from quizzes.text.types import Span

SHARES = ("占比", "比重", "比例")
NOTE = re.compile(r"\[\d+\]")
BRACKET = re.compile(r"（[^（）]*）$")
PERIOD = {"全年", "年末", "年底", "年初", "上半年", "下半年", "前三季度", "一季度", "今年", "去年"}
KEPT = {"左右", "以上", "以下", "以内", "上下"}
UPRIGHT = {"其他", "其余", "同比", "同期", "其中", "以上", "以下"}
AHEAD = {"未来"}
HAS = re.compile(r"(?<=[省市县区镇乡村校])(?:共|现)有")
HAVING = re.compile(r"^(?:共|现|拥|设|建)?有$")
SCENE = re.compile(r"^(?:在|从)?(?P<thing>[^，]{3,24})中$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause says of its figure, and what follows the figure."""

    said: str
    tail: str
    found: Measure


def reading(clause: Clause, place: Span, context: Context) -> Reading | None:
    """The clause around the figure at `place`; None where it is no plain measure."""
    said = cleaned([t for t in clause.tokens if t.span.end <= place.start], context)
    behind = [t for t in clause.tokens if t.span.start >= place.end and t.tag != "bracket"]
    tail = cleaned(behind, context)
    if said is None or tail is None or (tail and tail not in KEPT):
        return None
    found = read(clause, said)
    return Reading(said, tail, found) if found else None


def full_reading(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Reading | None:
    """The reading with the amount that the row's first names: 甲实现收入9万元；乙8万元 → 乙收入."""
    it = reading(clause, place, context)
    if it is None or it.found.goes_on or it.found.how or it.found.is_deed:
        return it
    money = numbers(clause)[0].unit.endswith("元") if numbers(clause) else False
    if not money or it.found.thing.endswith(ENDS):
        return it
    amount = _amount_of_row(sentence, clause, context)
    found = replace(it.found, thing=f"{it.found.thing}{amount}")
    return replace(it, said=f"{it.said}{amount}", found=found)


def _amount_of_row(sentence: Sentence, clause: Clause, context: Context) -> str:
    unit = numbers(clause)[0].unit
    for other in sentence.clauses[: sentence.clauses.index(clause)]:
        alike = [number for number in numbers(other) if number.unit == unit]
        it = reading(other, alike[0].span, context) if len(alike) == 1 else None
        if it and it.found.who and it.found.how.startswith(("实现", "完成")):
            return it.found.thing.removeprefix(it.found.who)
    return ""


def cleaned(tokens: Sequence[Token], context: Context) -> str | None:
    """The words without the time and the connectives that open them; 全市 by its name."""
    said = ""
    for token in tokens:
        part = _word(token, said, context)
        if part is None:
            return None
        said += part
    return compared(NOTE.sub("", said))


def _word(token: Token, said: str, context: Context) -> str | None:
    opens = not said
    if token.text in PRESENT or (opens and token.text in (*CONNECTIVES, *PERIOD)):
        return ""
    if opens and token.tag == "date":
        return ""
    if token.text in OWN_PLACE:
        return context.place(token.text) or (token.text if token.text in context.name else None)
    if token.tag == "bracket" and re.search(r"\d|见|其中|同期", token.text):
        return ""
    if token.text.startswith(POINTING) and token.text not in UPRIGHT:
        return None
    if token.text in NOW and not re.search(r"(?:比|较|比去年|比上年)$", said):
        return token.text if token.text == "同期" or (said and token.text in AHEAD) else None
    return token.text


REASON = re.compile("原因|因素|理由|措施|做法")


def setting(sentence: Sentence, clause: Clause, found: Measure, context: Context) -> str | None:
    """主要产品产量中，: what the clause's thing is a part of; empty where it stands by itself."""
    for other in sentence.earlier(clause):
        m = SCENE.match(other.said)
        if m and not other.figures:
            return f"{NOTE.sub('', m['thing'])}中，"
    first = sentence.chained(clause)[0]
    if not first.said.startswith("其中"):
        return _headed(sentence, clause, found)
    thing = BRACKET.sub("", found.thing)
    if thing.endswith(ENDS) and len(thing) > 3 and not thing.endswith(SHARES):
        return ""
    whole = whole_of(sentence, first, clause, context)
    return f"{whole}中，" if whole else None


def _headed(sentence: Sentence, clause: Clause, found: Measure) -> str:
    """九大类商品价格两升一降：食品类上涨2%: the amount that the clause before the colon names."""
    if found.thing.endswith(ENDS) or not MOVE.search(found.how):
        return ""
    heads = [other for other in sentence.earlier(clause) if other.stop == "："]
    heads = [other for other in heads if not REASON.search(other.said)]
    own = heads[0].own if heads else None
    said = words(heads[0].tokens[own[0] : own[1]]) if own else ""
    return f"{said}中，" if said.endswith(ENDS) and not heads[0].figures else ""


def whole_of(sentence: Sentence, first: Clause, clause: Clause, context: Context) -> str | None:
    """What the last figure of the same unit before 其中 counted."""
    units = {number.unit for number in numbers(clause)[:1]}
    for other in sentence.earlier(first):
        counted = [number for number in numbers(other) if number.unit in units]
        it = reading(other, counted[0].span, context) if counted else None
        if it is None or it.found.goes_on:
            continue
        opening = other.tokens[other.lead].text
        rest = it.found.thing.removeprefix(opening)
        if not it.found.is_deed or len(rest) < 2:
            return HAS.sub("", it.found.thing)
        return rest if HAVING.match(opening) else f"{opening}的{rest}"
    return None


def row_verb(sentence: Sentence, clause: Clause) -> str:
    """The words that a row of things has in common before its first: 县里选派甲9名、乙8名."""
    first = sentence.chained(clause)[0]
    if first is clause or has_verb(clause.tokens):
        return ""
    start = first.own[1] if first.own else first.lead
    for at in range(start, min(start + 4, len(first.tokens))):
        token = first.tokens[at]
        if len(token.text) > 1 and (token.text in ACTIONS or token.tag in {"v", "vn"}):
            return words(first.tokens[first.lead : _last_verb(first, at) + 1])
    return ""


def _last_verb(clause: Clause, at: int) -> int:
    """主持或者参与制定: the verbs that 或者 joins, and the one that they govern."""
    tokens = clause.tokens
    if at + 1 < len(tokens) and tokens[at + 1].text in {"或", "或者", "和"}:
        at += 2
        while at + 1 < len(tokens) and tokens[at + 1].tag in {"v", "vn"}:
            at += 1
    return min(at, len(tokens) - 1)


def leans(sentence: Sentence, clause: Clause, said: str) -> bool:
    """惠及90户: of what, the clause before says; and a share of nothing (占9%) is none."""
    after = clause is not sentence.part_of(clause)[0]
    return said.endswith("占") or (after and bool(LEANING.match(said)))


def names_something(clause: Clause, number: Number) -> bool:
    """Some noun stands beside the figure: 新增学位90个, not 改造提升90个."""
    words = [t for t in clause.tokens if t.span != number.span and t.tag != "date"]
    return any(token.is_noun and token.tag not in {"r", "f"} for token in words)
