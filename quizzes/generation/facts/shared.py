"""Several things and their several values in one breath: 甲、乙分别增长1%、2%."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.facts.ranks import ranked
from quizzes.generation.figures.clause_readings import cleaned
from quizzes.generation.figures.dressing import dressed
from quizzes.generation.figures.figure_words import accepted, gap, question_word
from quizzes.generation.figures.reports import measure_before
from quizzes.generation.figures.rows import Row, members, values_of
from quizzes.generation.figures.standing import settled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.wording.stems import Statement
from quizzes.text.types import Span

MARK = re.compile(r"(?:分别|分列)")
VERB = re.compile(r"^[\u4e00-\u9fff]{0,12}$")
VAGUE = re.compile(r"各(?!项)|均(?!.*(?:量|入|值|出))|其|该|这|上述|前者|后者|^从|^由")
ONLY_COMPARED = re.compile(r"^(?:同比|环比|(?:比|较)(?:上年|去年)(?:同期)?)?$")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing of a clause whose values follow behind 分别."""
    for clause in sentence.clauses:
        m = MARK.search(context.text, clause.span.start, clause.span.end)
        if m is not None and sentence.chained(clause)[0] is clause:
            yield from _drafts(sentence, clause, Span(m.start(), m.end()), context)


def _drafts(sentence: Sentence, clause: Clause, mark: Span, context: Context) -> Iterator[Draft]:
    chain = sentence.chained(clause)
    figures = [number for one in chain for number in numbers(one)]
    row = values_of(context.text, Span(mark.end, chain[-1].span.end), figures)
    if row is None or not VERB.match(row.verb):
        return
    things = _things(sentence, clause, mark, len(row.places), context)
    if things is None:
        return
    base, said = things
    compared = _compared(clause, mark, context)
    for thing, at in zip(said, range(len(row.places)), strict=True):
        verb = f"{compared}{'列' if mark.of(context.text) == '分列' else ''}{row.verb}"
        draft = _draft(sentence, (base, clause), f"{thing}{verb}{SLOT}", row, at, context)
        if draft is not None:
            yield draft


def _compared(clause: Clause, mark: Span, context: Context) -> str:
    before = context.text[clause.span.start : mark.start]
    return before if ONLY_COMPARED.match(before) else ""


def _things(
    sentence: Sentence, clause: Clause, mark: Span, count: int, context: Context
) -> tuple[Clause, list[str]] | None:
    """The things that the values belong to, and the clause that names them."""
    before = context.text[clause.span.start : mark.start]
    if ONLY_COMPARED.match(before):
        return _things_before(sentence, clause, count, context)
    said = cleaned([t for t in clause.tokens if t.span.end <= mark.start], context)
    if said is None or VAGUE.search(said):
        return None
    hero = context.hero if said.startswith(context.hero) else ""
    found = members(said.removeprefix(hero), count)
    return (clause, [f"{hero}{one}" for one in found]) if found else None


def _things_before(
    sentence: Sentence, clause: Clause, count: int, context: Context
) -> tuple[Clause, list[str]] | None:
    """分别增长1%、2% behind the clause that named the things, or behind as many clauses."""
    earlier = sentence.earlier(clause)
    for other in earlier[:count]:
        m = MARK.search(context.text, other.span.start, other.span.end)
        if m:
            return _things(sentence, other, Span(m.start(), m.end()), count, context)
    nearest = [(other, measure_before(other, context)) for other in earlier[:count]]
    if len(nearest) < count or any(thing is None for _, thing in nearest):
        return None
    first = nearest[-1][0]
    own = first.own
    whose = words(first.tokens[own[0] : own[1]]) if own else ""
    things = [
        f"{whose}{thing}" if other.own is None and other is not first else thing or ""
        for other, thing in nearest[::-1]
    ]
    return first, things


def _draft(
    sentence: Sentence,
    clauses: tuple[Clause, Clause],
    body: str,
    row: Row,
    at: int,
    context: Context,
) -> Draft | None:
    found = dressed(sentence, *clauses, body, context)
    said = settled(found, sentence, clauses[0], context) if found else None
    if said is None:
        return None
    start = min(said.evidence.start, clauses[0].span.start)
    said = Statement(said.text, said.certainty, Span(start, row.places[-1].end), said.subject)
    value = row.values[at]
    if value is None:
        return ranked(sentence, said, row.places[at], context)
    return _figured(sentence, said, value, row, context)


def _figured(
    sentence: Sentence, said: Statement, value: Number, row: Row, context: Context
) -> Draft:
    answer = value.span.of(context.text)
    if not answer.endswith(value.unit):
        answer = f"{answer}{value.unit}"
    return Draft(
        kind="share" if value.measure != "count" else "number",
        sentence=sentence,
        answer=answer,
        value=f"{value.value.normalize():f}{value.unit or value.measure}",
        evidence=said.evidence,
        place=value.span,
        statement=said.text + row.tail,
        stem=said.text.replace(SLOT, question_word(value)) + f"{row.tail}？",
        blank=said.text.replace(SLOT, gap(value)) + f"{row.tail}。",
        accepted=accepted(value, answer),
        key=answer,
        certainty=said.certainty - 0.02,
        importance=3,
        figure=value,
    )
