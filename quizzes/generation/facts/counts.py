"""What a short name counts, told in the bracket behind it: “一降两增”（“一降”：…；“两增”：…）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.drafts import BLANK, SLOT, Draft, in_any_order
from quizzes.generation.lexicon import COUNTS, DIGITS
from quizzes.generation.listing.members import end_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

NAMED = re.compile(
    r"(?P<ahead>[\u4e00-\u9fff]{2,24})(?P<name>“(?:[一二两三四五六七八][\u4e00-\u9fff]{1,3}){2,4}”)"
    r"[\u4e00-\u9fff]{0,4}（(?P<told>[^（）]+)）"
)
PART = re.compile(r"“(?P<part>[一二两三四五六七八][\u4e00-\u9fff]{1,3})”[：:](?P<said>[^；。]+)")
ROW = re.compile(
    r"(?P<lead>[\u4e00-\u9fff]{2})(?P<row>[^、和与（）]{2,10}(?:(?:、|和|与)[^、和与（）]{2,10})+)$"
)
CLOSING = re.compile(r"(?P<part>(?P<count>[二两])[\u4e00-\u9fff]{1,3})”$")
HALVES = re.compile(r"^(?P<one>[\u4e00-\u9fff]{2,8})和(?P<other>[\u4e00-\u9fff]{2,16})$")
JOINT = re.compile("、|和|与")
AMOUNTS = re.compile(
    "(?:种植)?(?:面积|产量|数量|规模|总量|总额|投资|收入|价格|降幅|增幅|占比|比重)$"
)
CHANGE = re.compile("(?:降幅|增幅|增速)?(?:同比|环比)?(?:收窄|扩大|回落|回升|下降|增长|提升|增加)$")
MOST_TYPED, LONGEST, CERTAINTY = 5, 10, 0.86


@dataclass(frozen=True, slots=True)
class Counted:
    """A part of the name, its members, what is said before and behind them, and their place."""

    part: str
    lead: str
    members: tuple[str, ...]
    tail: str
    place: Span


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each part of such a name whose members are as many as it says."""
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        m = NAMED.search(said) if "”" in said and "（" in said else None
        if m is None:
            continue
        found = list(_parts(m, clause.span.start))
        for one in found:
            others = [member for two in found if two is not one for member in two.members]
            yield _draft(sentence, clause, m, one, _nearest(one, [*others, *_alone(m)]), context)


def _parts(m: re.Match[str], start: int) -> Iterator[Counted]:
    told = m.start("told") + start
    for part in PART.finditer(m["told"]):
        row = ROW.match(part["said"])
        if row is None:
            continue
        tail = AMOUNTS.search(row["row"])
        core = row["row"][: tail.start()] if tail else row["row"]
        members = tuple(JOINT.split(core))
        if DIGITS.get(part["part"][0]) == len(members) and all(members):
            at = told + part.start("said") + row.start("row")
            place = Span(at, at + len(core))
            yield Counted(part["part"], row["lead"], members, tail[0] if tail else "", place)
    if "：" not in m["told"]:
        yield from _last(m, told)


def _alone(m: re.Match[str]) -> Iterator[str]:
    """鲢鱼 of “一减”：减少鲢鱼养殖面积."""
    for part in PART.finditer(m["told"]):
        core = AMOUNTS.sub("", part["said"])[2:]
        if part["part"][0] == "一" and not JOINT.search(core) and 1 < len(core) <= LONGEST:
            yield core


def _nearest(one: Counted, others: list[str]) -> list[str]:
    """The two most like the members in length."""
    usual = sorted(map(len, one.members))[len(one.members) // 2]
    return sorted(dict.fromkeys(others), key=lambda text: abs(len(text) - usual))[:2]


def _last(m: re.Match[str], told: int) -> Iterator[Counted]:
    """“六增长两回落”（…、甲和乙增速回落）: the two that the last piece joins."""
    closing, last = CLOSING.search(m["name"]), m["told"].rpartition("、")[2]
    change = CHANGE.search(last)
    if closing is None or change is None or closing["part"][1:] not in change[0]:
        return
    halves = HALVES.match(last[: change.start()])
    if halves is not None and not end_of((halves["one"], halves["other"])):
        at = told + len(m["told"]) - len(last)
        members = (halves["one"], halves["other"])
        yield Counted(closing["part"], "", members, change[0], Span(at, at + change.start()))


def _draft(
    sentence: Sentence,
    clause: Clause,
    m: re.Match[str],
    one: Counted,
    others: list[str],
    context: Context,
) -> Draft:
    where = f"{context.frame or context.hero}{_named(m)}中的“{one.part}”"
    text = f"{where}，是指{one.lead}{SLOT}{one.tail}"
    several = f"哪{COUNTS[len(one.members)]}项"
    question = f"{where}，是指{one.lead}{several}{f'的{one.tail}' if one.tail else ''}？"
    typed = len(one.members) <= MOST_TYPED
    gap = f"{text.replace(SLOT, BLANK)}。{in_any_order(COUNTS[len(one.members)])}"
    return Draft(
        kind="list",
        sentence=sentence,
        answer=one.members,
        value="|".join(sorted(one.members)),
        evidence=clause.span,
        place=one.place,
        statement=text,
        stem=question,
        blank=gap if typed else "",
        accepted=("、".join(one.members),),
        key=one.place.of(context.text),
        certainty=CERTAINTY,
        importance=3,
        members=one.members,
        outsiders=tuple(dict.fromkeys(others)),
    )


def _named(m: re.Match[str]) -> str:
    """水产养殖面积“一减两增”: the name behind what it is said of."""
    ahead = re.sub(r"^(?:全[市省县区]|我[市省县区])", "", m["ahead"])
    return f"{ahead.removesuffix('呈现').removesuffix('实现')}{m['name']}"
