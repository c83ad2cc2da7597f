"""How much something grew or shrank: from one value to another."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.figures.clause_readings import cleaned
from quizzes.generation.figures.dressing import dressed
from quizzes.generation.figures.measures import LOST
from quizzes.generation.figures.rows import members
from quizzes.generation.figures.standing import settled
from quizzes.generation.lots import digest
from quizzes.generation.options import near_numbers
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.wording.stems import Statement, statement
from quizzes.text.types import Span

START = re.compile(r"(?:从|由)(?:(?:1[5-9]|20)\d\d年的?)?$")
SHARED = re.compile(
    r".+?分别(?:从|由)[^、，]+、[^、，]+?"
    r"[\u4e00-\u9fff]{0,2}(?:增|减|升|降|提|涨|扩|缩)[\u4e00-\u9fff]{0,2}[至到为][^、，]+、[^、，]+$"
)
# 把展位面积从…: the question is about the thing itself.
PUT = re.compile(r"(?<=[\u4e00-\u9fff])[把将](?=[\u4e00-\u9fff]+$)")
VERB = re.compile(
    r"^(?:左右)?(?P<verb>[\u4e00-\u9fff]{0,2}(?:增|减|升|降|提|涨|扩|缩|下|上|回|翻|猛)[\u4e00-\u9fff]{0,2}"
    r"[至到为])(?:(?:1[5-9]|20)\d\d年的?)?(?:约|近|超过?)?$"
)


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each 从…增加到… of the sentence."""
    for clause in sentence.clauses:
        yield from _shared(sentence, clause, context)
        found = numbers(clause)
        if len(found) == 2 and found[0].unit == found[1].unit:
            draft = _draft(sentence, clause, found[0], found[1], context)
            if draft is not None:
                yield draft


def _shared(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    """甲、乙分别从1、2增加到3、4: each thing its own start and end."""
    chain = sentence.chained(clause)
    span = Span(clause.span.start, chain[-1].span.end)
    m = SHARED.match(span.of(context.text))
    figures = [number for one in chain for number in numbers(one)]
    mark = context.text.find("分别", span.start, span.end)
    if m is None or chain[0] is not clause or len(figures) != 4:
        return
    said = cleaned([t for t in clause.tokens if t.span.end <= mark], context)
    things = members(said, 2) if said else None
    for thing, start, end in zip(things or (), figures[:2], figures[2:], strict=False):
        place = Span(start.span.start, end.span.end)
        text = dressed(sentence, clause, clause, f"{thing}{SLOT}", context)
        if text is not None:
            text = settled(text, sentence, clause, context)
        if text is not None:
            proof = Span(text.evidence.start, span.end)
            said_so = Statement(text.text, text.certainty, proof, text.subject)
            verb = context.text[figures[1].span.end : figures[2].span.start]
            key = f"从{start.span.of(context.text)}{verb}{end.span.of(context.text)}"
            yield _made(sentence, said_so, place, key, (start, end), ("从", verb))


def _draft(
    sentence: Sentence, clause: Clause, before: Number, after: Number, context: Context
) -> Draft | None:
    text = context.text
    opening = START.search(text[clause.span.start : before.span.start])
    verb = VERB.match(text[before.span.end : after.span.start])
    if opening is None or verb is None or after.span.end != clause.span.end:
        return None
    place = Span(clause.span.start + opening.start(), after.span.end)
    thing = text[clause.span.start : place.start]
    found = None if LOST.match(thing) else statement(sentence, clause, place, context)
    said = settled(found, sentence, clause, context) if found else None
    if said is None or not said.text.endswith(SLOT):
        return None
    around = (text[place.start : before.span.start], text[before.span.end : after.span.start])
    return _made(sentence, said, place, place.of(text), (before, after), around)


def _made(
    sentence: Sentence,
    said: Statement,
    place: Span,
    key: str,
    values: tuple[Number, Number],
    around: tuple[str, str],
) -> Draft:
    before, after = values
    return Draft(
        kind="change",
        sentence=sentence,
        answer=key,
        value=f"{before.value.normalize():f}→{after.value.normalize():f}{after.unit}",
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=f"{PUT.sub('', said.text.removesuffix(SLOT))}有怎样的变化？",
        blank="",
        accepted=(),
        key=key,
        certainty=said.certainty - 0.02,
        importance=3,
        rivals=_rivals(key, before, after, around),
    )


def _rivals(key: str, before: Number, after: Number, around: tuple[str, str]) -> tuple[str, ...]:
    """The other three combinations of two starts and two ends, so that none stands out."""
    seed = digest(key)
    rises = after.value > before.value
    starts = [
        n
        for n in near_numbers.rivals(before, [], [after], seed)
        if (n.value < after.value) == rises
    ]
    ends = [
        n
        for n in near_numbers.rivals(after, [], [before], seed)
        if (n.value > before.value) == rises
    ]
    pairs = [(s, e) for s in starts[:6] for e in ends[:6] if (e.value > s.value) == rises]
    if not pairs:
        return ()
    start, end = pairs[0]
    opening, between = around

    def said(one: Number, other: Number) -> str:
        return (
            f"{opening}{near_numbers.written(one, before)}{between}"
            f"{near_numbers.written(other, after)}"
        )

    return said(before, end), said(start, after), said(start, end)
