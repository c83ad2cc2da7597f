"""What the clause before is said to be: 把甲作为乙，这是丙鲜明的品格."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

KINDS = (
    "品格|特征|特色|特点|优势|法宝|经验|关键|标志|密码|底色|原则|要求|任务|前提|保证|基础|根本|灵魂"
)
THIS = re.compile(rf"^(?:这|这也|这就|这正)是(?P<role>[\u4e00-\u9fff“”·]{{4,30}}?(?:{KINDS}))$")
TAKEN = re.compile(
    r"(?:^|[，。；\s])(?:[\u4e00-\u9fff]{2,4})?(?:始终|坚持|一直|坚决|必须)?(?P<what>把[\u4e00-\u9fff“”、]{6,30})(?=[，。；])"
)
WHOLE = re.compile(r"把[^，。；]{6,30}$")
LOST = re.compile(r"[其该这此他她它我]|上述")
WANTED, MOST_APART = 3, 8


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each 把-clause that the next clause calls something."""
    for clause, saying in zip(sentence.clauses, sentence.clauses[1:], strict=False):
        m = THIS.match(saying.span.of(context.text))
        said = clause.span.of(context.text)
        found = WHOLE.search(said)
        if m and found and clause.stop == "，" and not LOST.search(said + m["role"]):
            yield from _draft(sentence, clause, saying, (found[0], m["role"]), context)


def _draft(
    sentence: Sentence,
    clause: Clause,
    saying: Clause,
    parts: tuple[str, str],
    context: Context,
) -> Iterator[Draft]:
    what, role = parts
    options = _others(what, sentence, context)
    if not options:
        return
    text = f"{context.frame}{role}是{SLOT}"
    yield Draft(
        kind="term",
        sentence=sentence,
        answer=what,
        value=f"{role}={what}",
        evidence=Span(clause.span.start, saying.span.end),
        place=Span(clause.span.end - len(what), clause.span.end),
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank="",
        accepted=(what,),
        key=what,
        certainty=0.84,
        importance=3,
        rivals=options,
    )


@lru_cache(maxsize=4)
def _taken(text: str) -> list[str]:
    return list(dict.fromkeys(m["what"] for m in TAKEN.finditer(text)))


def _others(what: str, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """Three other 把-clauses of the document, none of the same paragraph."""
    near = sentence.paragraph.span.of(context.text)
    chosen: list[str] = []
    for other in shuffled(what, _taken(context.text)):
        apart = abs(len(other) - len(what)) <= MOST_APART and other not in near
        if apart and not LOST.search(other) and other.count("“") == other.count("”"):
            chosen.append(other)
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()
