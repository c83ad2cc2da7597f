"""How much something grew or shrank: from one value to another."""

import re
from collections.abc import Iterator

from quizzes.generation import near_numbers
from quizzes.generation.context import Context
from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.expressions import Number
from quizzes.generation.lots import digest
from quizzes.generation.sentences import Clause, Sentence, numbers
from quizzes.generation.stems import statement
from quizzes.text.types import Span

START = re.compile(r"(?:从|由)(?:(?:1[5-9]|20)\d\d年的?)?$")
VERB = re.compile(
    r"^(?:左右)?(?P<verb>[\u4e00-\u9fff]{0,2}(?:增|减|升|降|提|涨|扩|缩|下|上|回|翻|猛)[\u4e00-\u9fff]{0,2}"
    r"[至到为])(?:(?:1[5-9]|20)\d\d年的?)?(?:约|近|超过?)?$"
)


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each 从…增加到… of the sentence."""
    for clause in sentence.clauses:
        found = numbers(clause)
        if len(found) == 2 and found[0].unit == found[1].unit:
            draft = _draft(sentence, clause, found[0], found[1], context)
            if draft is not None:
                yield draft


def _draft(
    sentence: Sentence, clause: Clause, before: Number, after: Number, context: Context
) -> Draft | None:
    text = context.text
    opening = START.search(text[clause.span.start : before.span.start])
    verb = VERB.match(text[before.span.end : after.span.start])
    if opening is None or verb is None or after.span.end != clause.span.end:
        return None
    place = Span(clause.span.start + opening.start(), after.span.end)
    said = statement(sentence, clause, place, context)
    if said is None or not said.text.endswith(SLOT):
        return None
    key = place.of(text)
    return Draft(
        kind="change",
        sentence=sentence,
        answer=key,
        value=f"{before.value.normalize():f}→{after.value.normalize():f}{after.unit}",
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=f"{said.text.removesuffix(SLOT)}有怎样的变化？",
        blank="",
        accepted=(),
        key=key,
        certainty=said.certainty - 0.02,
        importance=3,
        rivals=_rivals(text, place, before, after),
    )


def _rivals(text: str, place: Span, before: Number, after: Number) -> tuple[str, ...]:
    """The other three combinations of two starts and two ends, so that none stands out."""
    seed = digest(place.of(text))
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
    between = text[before.span.end : after.span.start]
    opening = text[place.start : before.span.start]

    def said(one: Number, other: Number) -> str:
        return (
            f"{opening}{near_numbers.written(one, before)}{between}"
            f"{near_numbers.written(other, after)}"
        )

    return said(before, end), said(start, after), said(start, end)
