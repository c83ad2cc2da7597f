"""What was set up, issued, joined or granted: a thing with a name of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.lexicon import ESTABLISHING
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import SINCE, statement
from quizzes.text.types import Span

NAMED = re.compile(
    r"(?:试验区|示范区|保税区|开发区|自贸区|先行区|高新区|新区|试点|中心|基地|园区|大学|学院|医院|博物馆|大桥|高速公路|铁路|机场|口岸|港|"
    r"示范城市|试点城市|海外仓|实验室|研究院|委员会|联盟|基金|银行|公司|清单|名录)$"
)
WIDE = {"了", "全国", "全省", "国家", "首批", "全球", "世界"}
SHORTEST, LONGEST = 4, 18
FEWEST_WORDS = 2


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each named thing that a clause says was set up, and each title it issued."""
    for clause in sentence.clauses:
        for place, name in (*_named(clause, context), *_titled(clause)):
            draft = _draft(sentence, clause, place, name, context)
            if draft is not None:
                yield draft


def _named(clause: Clause, context: Context) -> Iterator[tuple[Span, str]]:
    """The nouns between a verb of setting up and the end of the clause (or 之一)."""
    verbs = [at for at, token in enumerate(clause.tokens) if token.text in ESTABLISHING]
    if not verbs:
        return
    end = len(clause.tokens)
    while end and clause.tokens[end - 1].text in {"之一", "之", "一"}:
        end -= 1
    things = clause.tokens[verbs[-1] + 1 : end]
    while things and (things[0].tag in {"ul", "number", "m"} or things[0].text in WIDE):
        things = things[1:]
    if len(things) < FEWEST_WORDS or not all(token.is_noun or token.is_verb for token in things):
        return
    place = Span(things[0].span.start, things[-1].span.end)
    name = place.of(context.text)
    if SHORTEST <= len(name) <= LONGEST and NAMED.search(name) and "“" not in name:
        yield place, name


def _titled(clause: Clause) -> Iterator[tuple[Span, str]]:
    for before, token in pairwise(clause.tokens):
        if token.tag == "book" and before.text in ESTABLISHING and len(token.text) <= 2 * LONGEST:
            yield Span(token.span.start + 1, token.span.end - 1), token.text[1:-1]


def _draft(
    sentence: Sentence, clause: Clause, place: Span, name: str, context: Context
) -> Draft | None:
    whole = place if context.text[place.start - 1] != "《" else Span(place.start - 1, place.end + 1)
    said = statement(sentence, clause, whole, context)
    if said is None or said.text.count(SLOT) != 1 or name in said.text:
        return None
    if SINCE.search(said.text):
        return None
    titled = whole != place
    key = whole.of(context.text)
    dated = YEAR.search(said.text) is not None
    short = name.removeprefix(context.hero) if context.hero else name
    return Draft(
        kind="object",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, "哪份文件" if titled else "什么") + "？",
        blank=said.text.replace(SLOT, f"《{BLANK}》" if titled else BLANK) + "。",
        accepted=tuple(dict.fromkeys((name, key, short))),
        key=key,
        certainty=said.certainty - (0.04 if dated else 0.16),
        importance=3,
    )


def with_rivals(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each thing beside others of the document that end as it does, or titles."""
    keys = list(dict.fromkeys(draft.key for draft in drafts if draft.kind == "object"))
    return [
        replace(draft, rivals=_rivals(draft, keys)) if draft.kind == "object" else draft
        for draft in drafts
    ]


def _rivals(draft: Draft, keys: Sequence[str]) -> tuple[str, ...]:
    key = draft.key
    return tuple(
        other
        for other in keys
        if other != key
        and other[-1] == key[-1]
        and other not in key
        and key not in other
        and abs(len(other) - len(key)) <= 8
        and other not in draft.statement
    )
