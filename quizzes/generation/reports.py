"""A figure of a report or communiqué → a statement that says when, whose, what and how."""

import re
from dataclasses import replace

from quizzes.generation.clause_readings import (
    BRACKET,
    SHARES,
    Reading,
    cleaned,
    leans,
    names_something,
    reading,
    row_verb,
    setting,
    whole_of,
)
from quizzes.generation.context import Context
from quizzes.generation.drafts import SLOT
from quizzes.generation.expressions import Number
from quizzes.generation.grammar import is_verb, words
from quizzes.generation.measures import ENDS, LOST, RATES, WHOLE, Measure, bases, figure_of
from quizzes.generation.owners import SURE, of_neighbour, owned, owner_of
from quizzes.generation.periods import when, with_years, year_of
from quizzes.generation.sentences import Clause, Sentence, numbers
from quizzes.generation.stems import SHARED, Statement
from quizzes.generation.subjects import Subject
from quizzes.text.types import Span

AREA = re.compile(r"(?:播种|种植)面积$")
NEWLY = re.compile(r"^(?:新|净)(?:增|登记|认定|设立|培育|入选|建|设)?")
OF_WHAT = re.compile(r"^约?占(?P<of>[^，、]{2,16}?)的?(?:比重|比例)")
LONGEST, LONGEST_PROOF = 96, 200


def measured(
    sentence: Sentence, clause: Clause, number: Number, context: Context
) -> Statement | None:
    """The statement that `clause` makes of `number`; None where it can't stand alone."""
    if any(SHARED.search(other.said) for other in sentence.chained(clause)):
        return None
    it = reading(clause, number.span, context)
    if it is None:
        return None
    if it.found.goes_on:
        in_points = number.unit == "个百分点" and "拉动" not in it.found.how
        return _continued(sentence, clause, it, in_points=in_points, context=context)
    if leans(sentence, clause, it.said):
        return None
    scene = setting(sentence, clause, it.found, context)
    if scene is None or not _stands(it, number, clause, scene):
        return None
    body = f"{'' if scene else row_verb(sentence, clause)}{it.said}{SLOT}{it.tail}"
    return dressed(sentence, clause, clause, f"{scene}{body}", context, 0.02 if scene else 0.0)


def with_hero(
    sentence: Sentence,
    clause: Clause,
    place: Span,
    context: Context,
    openings: frozenset[str] = frozenset(),
) -> Statement | None:
    """与9个城市结好 · 这里有90名外商常驻…: what opens without a subject is the hero's."""
    first = clause.tokens[clause.lead].text
    if not context.hero or first not in {"与", "同", "这里", *openings}:
        return None
    rest = clause.tokens[clause.lead :]
    if first == "这里":
        home = context.hero in words(rest)
        rest = rest[2:] if home and rest[1].text == "有" else rest[1:]
    said = cleaned([t for t in rest if t.span.end <= place.start], context)
    tail = cleaned([t for t in rest if t.span.start >= place.end], context)
    before = [other.own for other in sentence.earlier(clause) if other.own]
    if said is None or tail is None or not (first == "这里" or openings or before):
        return None
    subject = of_neighbour(sentence, clause, context) if first != "这里" else Subject("", SURE)
    if subject is None:
        return None
    owner = "" if context.hero in said + tail else context.hero
    text = f"{owner}{said}{SLOT}{tail}"
    return Statement(text, SURE - 0.04, _proof(sentence, clause, clause), subject)


def rate_ranked(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    """增速居全国第3位 behind what was measured: whose 增速 is said again."""
    said = cleaned([t for t in clause.tokens if t.span.end <= place.start], context)
    m = RATES.match(said) if said else None
    if said is None or m is None or context.is_law or context.is_plan:
        return None
    found = Measure("", "", said[m.end() :], m["rate"], is_deed=False, goes_on=True)
    return _continued(sentence, clause, Reading(said, "", found), in_points=False, context=context)


def measure_before(clause: Clause, context: Context) -> str | None:
    """The amount that a clause gives a figure of: 实现旅游收入9亿元 → 旅游收入."""
    place = figure_of(clause)
    it = reading(clause, place, context) if place and len(numbers(clause)) == 1 else None
    if it is None or it.found.goes_on:
        return None
    thing = it.found.thing.removeprefix("实现").removeprefix("完成")
    if numbers(clause)[0].unit == "人次" and not thing.endswith(ENDS):
        return f"{thing}人次"
    return thing if thing.endswith(ENDS) and not LOST.match(thing) else None


def placed(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Statement | None:
    """A clause of a report with SLOT at `place`, whatever stands there."""
    if not context.is_periodic:
        return None
    it = reading(clause, place, context)
    if it is None or it.found.goes_on or it.found.is_deed or len(it.found.thing) < 2:
        return None
    return dressed(sentence, clause, clause, f"{it.said}{SLOT}{it.tail}", context, 0.0)


def _stands(it: Reading, number: Number, clause: Clause, scene: str) -> bool:
    """It says of what: a share wants an amount, a deed its thing, nothing a second figure."""
    thing = BRACKET.sub("", it.found.thing)
    if len(thing) < 2 or thing in WHOLE or LOST.match(thing) or re.search(r"[从由]\d", it.said):
        return False
    acted = any(is_verb(clause.tokens, at) for at in range(len(clause.tokens)))
    if number.unit.endswith("元") and not acted and not thing.endswith(ENDS):
        return False
    if not names_something(clause, number) and not thing.endswith(ENDS):
        return False
    return number.measure == "count" or thing.endswith(ENDS) or scene[:-2].endswith(ENDS)


def _continued(
    sentence: Sentence, clause: Clause, it: Reading, *, in_points: bool, context: Context
) -> Statement | None:
    """增长3% behind 第一产业实现增加值9亿元: the thing measured there is said again."""
    rate = it.found.rate
    for other in bases(sentence, clause):
        place = figure_of(other)
        base = reading(other, place, context) if place else None
        if base is None or (base.found.is_deed and not rate.startswith("总")):
            return None
        if base.found.goes_on:
            rate = rate or (_rate(base.found) if in_points else "")
            continue
        measured_in = {one.measure for one in numbers(other)[:1]}
        if in_points and not rate and "percent" not in measured_in:
            return None
        return _said_again(sentence, other, clause, (base, place, it, rate), context)
    return None


def _rate(found: Measure) -> str:
    """What of the thing points are counted of: its 增速, or its share of something."""
    if found.rate:
        return found.rate
    if m := OF_WHAT.match(found.how):
        return f"占{m['of']}的比重"
    return "增速" if found.how.endswith("增长") else ""


def _said_again(
    sentence: Sentence,
    other: Clause,
    clause: Clause,
    parts: tuple[Reading, Span | None, Reading, str],
    context: Context,
) -> Statement | None:
    base, place, it, rate = parts
    if rate.startswith("总"):
        base = replace(base, found=replace(base.found, thing=_all_of(base, other)))
    scene = setting(sentence, other, base.found, context)
    thing = _thing(base, it.found, other, place, context) if place else None
    if scene is None or thing is None or not it.found.how.removeprefix("约").removeprefix("占"):
        return None
    if rate == "占比" or (rate.endswith(SHARES) and not rate.startswith("占")):
        first = sentence.chained(other)[0]
        whole = whole_of(sentence, first, other, context) if first.said.startswith("其中") else None
        if whole is None:
            return None
        scene = f"{whole}中，"
    how = it.found.how.replace("比重", "", 1) if thing.endswith("比重") else it.found.how
    body = f"{scene}{thing}{rate}{how}{SLOT}{it.tail}"
    return dressed(sentence, other, clause, body, context, 0.02)


def _all_of(base: Reading, other: Clause) -> str:
    """净增企业9家，总数… : the 总数 of 企业."""
    if base.found.is_deed:
        return base.found.thing.removeprefix(other.tokens[other.lead].text)
    return AREA.sub("", NEWLY.sub("", base.found.thing))


def _thing(
    base: Reading, found: Measure, other: Clause, place: Span, context: Context
) -> str | None:
    """What is said again: the thing measured, or who pulls something (第一产业拉动…)."""
    if "拉动" in found.how:
        who = re.sub(r"(?:比重|增加值|占比)$", "", base.found.who)
        return who if len(who) > 1 and who not in WHOLE else None
    thing = BRACKET.sub("", base.found.thing)
    if LOST.match(thing):
        return None
    if thing.endswith(ENDS) or found.rate.startswith("总"):
        return base.found.thing
    units = {number.unit for number in numbers(other)[:1]}
    if units == {"人次"}:
        return f"{base.found.thing}人次"
    return f"{base.said}{place.of(context.text)}{base.tail}，"


def dressed(
    sentence: Sentence,
    base: Clause,
    clause: Clause,
    body: str,
    context: Context,
    doubt: float = 0.0,
) -> Statement | None:
    """The body with whose it is, the time, and the document's name where it needs one."""
    time = when(sentence, base, context)
    subject = owner_of(sentence, base, context) if time is not None else None
    if time is None or subject is None:
        return None
    if subject.instead is not None:
        body = body.replace(subject.instead.of(sentence.text), subject.words, 1)
    body = owned(body, subject)
    dated = re.search(r"\d{4}年", time)
    text = f"{time}{with_years(body, dated[0] if dated else year_of(sentence, context))}"
    if len(text) > LONGEST or len(body) < 6:
        return None
    return Statement(text, subject.certainty - doubt, _proof(sentence, base, clause), subject)


def _proof(sentence: Sentence, base: Clause, clause: Clause) -> Span:
    """From the part's opening, where it is near enough, to the clause."""
    opening = sentence.part_of(base)[0].span.start
    start = opening if clause.span.end - opening <= LONGEST_PROOF else base.span.start
    return Span(start, clause.span.end)
