"""Which place something takes among its like."""

import re
from collections.abc import Iterator

import cn2an

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lots import digest, draw
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement
from quizzes.text.types import Span

RANK = re.compile(
    r"(?:居|列|排名?|名列|位列|跻身|升至|跃居)(?:全国|全省|全市|全球|世界|亚洲|国内|行业|同行|中部|西部|东部|中西部)?[^，；。\d]{0,8}?"
    r"(?P<rank>第(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>[位名]?))"
)
OPTIONS = 4


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each rank that a clause gives its subject."""
    for clause in sentence.clauses:
        m = RANK.search(context.text, clause.span.start, clause.span.end)
        if m is not None and m.end() == clause.span.end:
            draft = _draft(sentence, clause, m, context)
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, clause: Clause, m: re.Match[str], context: Context) -> Draft | None:
    place = Span(m.start("rank"), m.end("rank"))
    said = statement(sentence, clause, place, context)
    if said is None or not said.text.endswith(SLOT) or len(said.text) < 8:
        return None
    number, unit = m["number"], m["unit"]
    value = int(number) if number.isdigit() else int(cn2an.cn2an(number, "smart"))
    return Draft(
        kind="rank",
        sentence=sentence,
        answer=m["rank"],
        value=str(value),
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, f"第几{unit}") + "？",
        blank=said.text.replace(SLOT, f"第{BLANK}{unit}") + "。",
        accepted=(number, m["rank"]),
        key=m["rank"],
        certainty=said.certainty - 0.02,
        importance=3,
        rivals=_rivals(value, number, unit, digest(said.text)),
    )


def _rivals(value: int, number: str, unit: str, seed: str) -> tuple[str, ...]:
    """Three places around the true one, which stands anywhere among them."""
    first = max(1, value - draw(seed, OPTIONS))
    around = (place for place in range(first, first + OPTIONS + 1) if place != value)
    texts = [str(n) if number.isdigit() else cn2an.an2cn(n) for n in around]
    return tuple(
        f"第{text.removeprefix('一') if text.startswith('一十') else text}{unit}"
        for text in texts[:3]
    )
