"""A figure of a report or communiqué → a statement that says when, whose, what and how."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.figures.clause_readings import (
    BRACKET,
    Reading,
    cleaned,
    full_reading,
    leans,
    names_something,
    reading,
    row_verb,
    setting,
)
from quizzes.generation.figures.continuations import continued
from quizzes.generation.figures.dressing import dressed, proof
from quizzes.generation.figures.measures import ENDS, LOST, WHOLE, figure_of
from quizzes.generation.figures.owners import SURE, of_neighbour
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import has_verb, words
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.wording.stems import SHARED, Statement
from quizzes.generation.wording.subjects import Subject
from quizzes.text.types import Span


def measured(
    sentence: Sentence, clause: Clause, number: Number, context: Context
) -> Statement | None:
    """The statement that `clause` makes of `number`; None where it can't stand alone."""
    if any(SHARED.search(other.said) for other in sentence.chained(clause)):
        return None
    it = full_reading(sentence, clause, number.span, context)
    if it is None:
        return None
    if it.found.goes_on:
        in_points = number.unit == "个百分点" and "拉动" not in it.found.how
        return continued(sentence, clause, it, in_points=in_points, context=context)
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
    return Statement(text, SURE - 0.04, proof(sentence, clause, clause), subject)


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
    acted = has_verb(clause.tokens)
    if number.unit.endswith("元") and not acted and not thing.endswith(ENDS):
        return False
    if not names_something(clause, number) and not thing.endswith(ENDS):
        return False
    return number.measure == "count" or thing.endswith(ENDS) or scene[:-2].endswith(ENDS)
