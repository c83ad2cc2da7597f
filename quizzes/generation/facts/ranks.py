"""Which place something takes among its like."""

import re
from collections.abc import Iterator

import cn2an

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.figures.continuations import rate_ranked
from quizzes.generation.figures.standing import settled
from quizzes.generation.lots import digest, draw
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import Statement, statement
from quizzes.text.types import Span

SCOPE = r"(?:全国|全省|全市|全球|世界|亚洲|国内|行业|同行|中部|西部|东部|中西部)"
RANK = re.compile(
    rf"(?:居|列|排名?|名列|位列|跻身|升至|跃居)(?P<scope>{SCOPE}?)[^，；。]{{0,14}}?"
    r"(?P<rank>第(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>[位名]?))"
)
# 跻身全球第三大港口 · 成为全省第6个….
NTH = re.compile(
    r"(?:成为|跻身|晋升为|建设|打造)(?:[\u4e00-\u9fff]{0,6})"
    r"(?P<rank>第(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?P<unit>大|个|家|座|条|代))(?=[\u4e00-\u9fff]{2})"
)
PLACE = re.compile(
    r"第(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>[位名大个家座条代]?)"
)
OPTIONS = 4


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each rank that a clause gives its subject."""
    for clause in sentence.clauses:
        m = RANK.search(context.text, clause.span.start, clause.span.end)
        nth = NTH.search(context.text, clause.span.start, clause.span.end)
        if (m is not None and m.end() == clause.span.end) or nth is not None:
            draft = _draft(sentence, clause, nth or m, context)
            if draft is not None:
                yield draft


def _draft(
    sentence: Sentence, clause: Clause, m: re.Match[str] | None, context: Context
) -> Draft | None:
    if m is None:
        return None
    place = Span(m.start("rank"), m.end("rank"))
    found = rate_ranked(sentence, clause, place, context) or statement(
        sentence, clause, place, context
    )
    said = settled(found, sentence, clause, context) if found else None
    if said is None or said.text.count(SLOT) != 1 or len(said.text) < 8:
        return None
    return ranked(sentence, said, place, context)


def ranked(sentence: Sentence, said: Statement, place: Span, context: Context) -> Draft | None:
    """The draft that asks for the rank at `place` in a statement that ends in it."""
    m = PLACE.fullmatch(place.of(context.text))
    if m is None:
        return None
    whole = _with_scope(place, context.text)
    number, unit = m["number"], m["unit"]
    value = int(number) if number.isdigit() else int(cn2an.cn2an(number, "smart"))
    return Draft(
        kind="rank",
        sentence=sentence,
        answer=whole.of(context.text),
        value=str(value),
        evidence=said.evidence,
        place=whole,
        statement=said.text,
        stem=said.text.replace(SLOT, f"第几{unit}") + "？",
        blank=said.text.replace(SLOT, f"第{BLANK}{unit}") + "。",
        accepted=_accepted(number, value, unit, m[0]),
        key=m[0],
        certainty=said.certainty - 0.02,
        importance=3,
        rivals=_rivals(value, number, unit, digest(said.text)),
    )


def _accepted(number: str, value: int, unit: str, written: str) -> tuple[str, ...]:
    """The place in digits and in words, with 第 and without."""
    other = cn2an.an2cn(value) if number.isdigit() else str(value)
    return tuple(dict.fromkeys((number, written, other, f"第{other}{unit}")))


def _with_scope(place: Span, text: str) -> Span:
    """全国第2, where the scope stands before the rank."""
    m = re.search(rf"{SCOPE}$", text[max(0, place.start - 3) : place.start])
    return Span(place.start - len(m[0]), place.end) if m else place


def _rivals(value: int, number: str, unit: str, seed: str) -> tuple[str, ...]:
    """Three places around the true one, which stands anywhere among them."""
    first = max(1, value - draw(seed, OPTIONS))
    around = (place for place in range(first, first + OPTIONS + 1) if place != value)
    texts = [str(n) if number.isdigit() else cn2an.an2cn(n) for n in around]
    return tuple(
        f"第{text.removeprefix('一') if text.startswith('一十') else text}{unit}"
        for text in texts[:3]
    )
