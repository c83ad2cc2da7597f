"""For what, and what not: 为了公共利益的需要, 按照确有必要的原则, 不实行征收."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import Ruling, ruling
from quizzes.text.types import Span

WHAT = r"(?P<what>[\u4e00-\u9fff]{2,10}?)"
NEED = re.compile(rf"(?:为了?|因){WHAT}的?需要(?=，|$)")
RULE = re.compile(rf"(?:按照|依照|遵循|坚持|本着){WHAT}的原则")
DENIED = re.compile(r"不(?:得)?(?P<deed>实行|收取|适用)(?P<what>[\u4e00-\u9fff]{2,6})$")
GIVEN = re.compile(r"(?:给予|享受)(?P<what>[\u4e00-\u9fff]{2,6}待遇)$")
UNFIT = re.compile(r"[其该此、和与或]|工作|实际|自身|有关|相关|前款|本[法条办规]")
ENOUGH = 12
RESTRICTING = "任何"


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each ground of a rule, and for what it forbids in a word."""
    if not is_rule(context):
        return
    for clause in sentence.clauses:
        for pattern in (NEED, RULE, DENIED, GIVEN):
            m = pattern.search(clause.said)
            if m is not None and not UNFIT.search(m["what"]):
                yield from _drafts(sentence, clause, m["what"], context)


def _drafts(sentence: Sentence, clause: Clause, what: str, context: Context) -> Iterator[Draft]:
    start = context.text.find(what, clause.span.start, clause.span.end)
    place = Span(start, start + len(what))
    said = ruling(sentence, clause, place, context) if start >= 0 else None
    if said is not None and _is_fair(said, what, context):
        text = said.text
        yield Draft(
            kind="condition",
            sentence=sentence,
            answer=what,
            value=what,
            evidence=said.evidence,
            place=place,
            statement=text,
            stem=text.replace(SLOT, "什么") + "？",
            blank=text.replace(SLOT, BLANK) + "。",
            accepted=spellings(what),
            key=what,
            certainty=said.certainty - 0.02,
            importance=3,
        )


def spellings(what: str) -> tuple[str, ...]:
    """任何费用, 费用 · 国民待遇, 国民."""
    return tuple(dict.fromkeys((what, what.removeprefix(RESTRICTING), what.removesuffix("待遇"))))


def _is_fair(said: Ruling, what: str, context: Context) -> bool:
    told = said.text.removeprefix(context.frame).replace(SLOT, "")
    return len(told) >= ENOUGH and what not in told and said.text.count(SLOT) == 1
