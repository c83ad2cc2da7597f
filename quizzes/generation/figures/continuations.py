"""What goes on with the measure before: 增长3% behind 第一产业增加值9亿元."""

import re
from dataclasses import replace

from quizzes.generation.drafts import SLOT
from quizzes.generation.figures.clause_readings import (
    BRACKET,
    SHARES,
    Reading,
    cleaned,
    full_reading,
    setting,
    whole_of,
)
from quizzes.generation.figures.dressing import dressed
from quizzes.generation.figures.measures import ENDS, LOST, RATES, WHOLE, Measure, bases, figure_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.wording.stems import Statement
from quizzes.text.types import Span

AREA = re.compile(r"(?:播种|种植)面积$")
NEWLY = re.compile(r"^(?:新|净)(?:增|登记|认定|设立|培育|入选|建|设)?")
OF_WHAT = re.compile(r"^约?占(?P<of>[^，、]{2,16}?)的?(?:比重|比例)")


def rate_ranked(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    """增速居全国第3位 behind what was measured: whose 增速 is said again."""
    said = cleaned([t for t in clause.tokens if t.span.end <= place.start], context)
    m = RATES.match(said) if said else None
    if said is None or m is None or context.is_law or context.is_plan:
        return None
    found = Measure("", "", said[m.end() :], m["rate"], is_deed=False, goes_on=True)
    return continued(sentence, clause, Reading(said, "", found), in_points=False, context=context)


def continued(
    sentence: Sentence, clause: Clause, it: Reading, *, in_points: bool, context: Context
) -> Statement | None:
    """增长3% behind 第一产业实现增加值9亿元: the thing measured there is said again."""
    rate = it.found.rate
    for other in bases(sentence, clause):
        place = figure_of(other)
        base = full_reading(sentence, other, place, context) if place else None
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
