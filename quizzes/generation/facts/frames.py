"""What something is done by, for or around: 以…为核心, 以…为突破口, 以…为总目标."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.grammar import acts
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import shared_statement
from quizzes.text.types import Span

ROLES = (
    "核心|引领|突破口|重点|目标|总目标|导向|抓手|主线|根本|基础|引擎|中心|主体|先导|契机|载体|动力|支撑|纽带|"
    "统领|依托|龙头|牵引"
)
FRAME = re.compile(rf"以(?P<what>[\u4e00-\u9fff“”、]{{2,14}}?)为(?P<role>{ROLES})$")
ANYWHERE = re.compile(rf"以([\u4e00-\u9fff“”、]{{2,14}}?)为(?:{ROLES})(?![\u4e00-\u9fff]*的)")
LONGEST = 34


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each frame that opens a sentence and whose deed follows."""
    first, *others = sentence.clauses or (None,)
    if first is None or not others:
        return
    m = FRAME.fullmatch(first.span.of(context.text))
    if m is not None and acts(others[0].tokens):
        draft = _draft(sentence, first, others[0], m, context)
        if draft is not None:
            yield draft


def _draft(
    sentence: Sentence, clause: Clause, deed: Clause, m: re.Match[str], context: Context
) -> Draft | None:
    done = deed.span.of(context.text)
    start = clause.span.start + m.start("what")
    place = Span(start, start + len(m["what"]))
    body = f"以{SLOT}为{m['role']}，{done}"
    said = shared_statement(sentence, deed, place, body, context)
    if said is None or len(done) > LONGEST or m["what"] in done or not said.subject.words:
        return None
    return Draft(
        kind="purpose",
        sentence=sentence,
        answer=m["what"],
        value=f"{m['role']}={m['what']}",
        evidence=Span(clause.span.start, deed.span.end),
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, "什么") + "？",
        blank=said.text.replace(SLOT, BLANK) + "。",
        accepted=(m["what"],),
        key=m["what"],
        certainty=0.84,
        importance=3,
        rivals=_rivals(m["what"], sentence, context),
    )


def _rivals(what: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """What stands in the same frame elsewhere, of about the same length."""
    here = sentence.paragraph.span.of(context.text)
    fit = [
        other
        for other in _framed(context.text)
        if other not in here
        and other not in what
        and what not in other
        and abs(len(other) - len(what)) <= 4
    ]
    return tuple(fit[:6])


@lru_cache(maxsize=4)
def _framed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ANYWHERE.findall(text)))
