"""Several things and their several values in one breath: 甲、乙分别增长1%、2%."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import rjieba

from quizzes.generation.context import Context
from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.expressions import Number
from quizzes.generation.facts.numbers import accepted, gap, question_word
from quizzes.generation.lexicon import AMOUNTS, OWN_PLACE
from quizzes.generation.sentences import Clause, Sentence, numbers
from quizzes.generation.stems import shared_statement

SHARED = re.compile(r"(?:分别|分列)(?P<verb>[\u4e00-\u9fff]{0,6}?)$")
BETWEEN = re.compile(r"[、和]")
VAGUE = re.compile(r"各|均|其|该|这|上述|前者|后者|从")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing of a clause whose values follow behind 分别."""
    for clause in sentence.clauses:
        chain = sentence.chained(clause)
        if chain[0] is clause and numbers(clause):
            values = [number for one in chain for number in numbers(one)]
            yield from _drafts(sentence, clause, values, context)


def _drafts(
    sentence: Sentence, clause: Clause, values: Sequence[Number], context: Context
) -> Iterator[Draft]:
    text = context.text
    before = text[clause.span.start : values[0].span.start]
    m = SHARED.search(before)
    if m is None or not _stand_in_a_row(text, values) or VAGUE.search(before):
        return
    parts = _parts(before[: m.start()], len(values))
    if parts is None:
        return
    head, members, tail = parts
    for member, value in zip(members, values, strict=True):
        body = f"{head}{member}{tail}{m['verb']}{SLOT}"
        draft = _draft(sentence, clause, body, value, context)
        if draft is not None:
            yield draft


def _stand_in_a_row(text: str, values: Sequence[Number]) -> bool:
    """Two or more values of one measure with nothing but 、 or 和 between them."""
    return len(values) > 1 and all(
        BETWEEN.fullmatch(text[left.span.end : right.span.start])
        and (left.measure, left.unit) == (right.measure, right.unit)
        for left, right in pairwise(values)
    )


def _parts(said: str, count: int) -> tuple[str, list[str], str] | None:
    """What stands before the members, the members, and what they share behind them."""
    pieces = BETWEEN.split(said)
    if len(pieces) != count or not all(pieces):
        return None
    head, pieces[0] = _place_before(pieces[0])
    tail = _tail(pieces[-1], pieces[-2])
    if tail is None or len(pieces[0]) < 2:
        return None
    pieces[-1] = pieces[-1].removesuffix(tail)
    return head, pieces, tail


def _place_before(piece: str) -> tuple[str, str]:
    """全省 or a place's name that opens the first member and holds for all."""
    word, tag = rjieba.tag(piece)[0]
    return (word, piece[len(word) :]) if word in OWN_PLACE or tag == "ns" else ("", piece)


def _tail(last: str, model: str) -> str | None:
    """增加值 of 高新技术产业增加值 beside 战略性新兴产业; None where it can't be told."""
    if last.endswith(AMOUNTS) and model.endswith(AMOUNTS):
        return "" if last[-1] == model[-1] else None
    cuts: list[tuple[int, str]] = []
    kept = ""
    for word, _ in rjieba.tag(last):
        kept += word
        rest = last[len(kept) :]
        if rest and last.endswith(AMOUNTS):
            alike = kept[-1] == model[-1]
            cuts.append((abs(len(kept) - len(model)) - 2 * alike, rest))
    if not cuts:
        return None
    odd, rest = min(cuts)
    return rest if odd <= 1 else None


def _draft(
    sentence: Sentence, clause: Clause, body: str, value: Number, context: Context
) -> Draft | None:
    said = shared_statement(sentence, clause, value.span, body, context)
    if said is None:
        return None
    answer = value.span.of(context.text)
    return Draft(
        kind="share" if value.measure != "count" else "number",
        sentence=sentence,
        answer=answer,
        value=f"{value.value.normalize():f}{value.unit or value.measure}",
        evidence=said.evidence,
        place=value.span,
        statement=said.text,
        stem=said.text.replace(SLOT, question_word(value)) + "？",
        blank=said.text.replace(SLOT, gap(value)) + "。",
        accepted=accepted(value, answer),
        key=answer,
        certainty=said.certainty - 0.04,
        importance=3,
        figure=value,
    )
