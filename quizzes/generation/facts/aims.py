"""What a rule was made for: 为了甲，乙，丙，…制定本办法, among what it is to do elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.statutes.rules import SELF
from quizzes.text.types import Span

OPENING = re.compile(r"^(?:第[一二三四五六七八九十]+条\s*)?(?P<for>为了?)(?=[\u4e00-\u9fff])")
CLOSING = re.compile(r"制定本(?:法|条例|办法|规定|细则|规则|章程|规程|制度|守则)$")
GROUND = re.compile(r"^(?:根据|依据|依照|按照|结合|遵循|落实)|有关|规定|实际")
DEED = (
    r"(?:进一步|积极|切实|全面)?(?:加强|促进|保护|保障|规范|维护|提高|优化|推动|推进|完善|营造|强化|扩大|改善|增强|"
    r"健全|防范|提升|发展|传承|弘扬|预防|防治)"
)
AIM = re.compile(rf"{DEED}[\u4e00-\u9fff、]{{2,24}}")
ELSEWHERE = re.compile(rf"(?<=[，。；]){DEED}[\u4e00-\u9fff]{{4,16}}(?=[，。；])")
POINTING = re.compile(r"[其该此本]|上述|前款|等|工作$|职责|要求|规定|义务|责任")
FEWEST, MOST, WANTED = 3, 6, 3
ALIKE = 0.34


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """A draft for the aims that the first article of a rule lists."""
    said = [clause.span for clause in sentence.clauses]
    texts = [span.of(context.text) for span in said]
    if not context.is_law or not context.name or len(texts) < FEWEST:
        return
    opening = OPENING.match(texts[0])
    if opening is None or not CLOSING.search(texts[-1]):
        return
    aims = [texts[0][opening.end() :]]
    for text in texts[1:-1]:
        if GROUND.search(text):
            break
        aims.append(text)
    if not FEWEST <= len(aims) <= MOST or not all(AIM.fullmatch(aim) for aim in aims):
        return
    place = Span(said[0].start + opening.end(), said[len(aims) - 1].end)
    others = _others(aims, sentence, context)
    if len(others) >= WANTED - 1:
        yield _draft(sentence, tuple(aims), place, others, context)


def _draft(
    sentence: Sentence,
    aims: tuple[str, ...],
    place: Span,
    others: tuple[str, ...],
    context: Context,
) -> Draft:
    article = re.search(r"第[一二三四五六七八九十]+条", sentence.section.number)
    where = article[0] if article else "开头"
    statement = f"{context.name}{where}写明的制定目的有{SLOT}"
    return Draft(
        kind="list",
        sentence=sentence,
        answer=aims,
        value="|".join(aims),
        evidence=Span(sentence.span.start, place.end),
        place=place,
        statement=statement,
        stem=f"{context.name}{where}写明的制定目的有哪些？",
        blank="",
        accepted=("；".join(aims),),
        key="；".join(aims),
        certainty=0.84,
        importance=2,
        members=aims,
        outsiders=others,
    )


def _others(aims: list[str], sentence: Sentence, context: Context) -> tuple[str, ...]:
    """What the document wants to bring about elsewhere, and about as briefly."""
    here = sentence.span.of(context.text)
    longest = max(map(len, aims)) + 2
    fit = [
        text
        for text in _deeds(context.text)
        if len(text) <= longest and text not in here and not any(_alike(text, aim) for aim in aims)
    ]
    return tuple(shuffled("".join(aims), fit)[:WANTED])


@lru_cache(maxsize=4)
def _deeds(text: str) -> tuple[str, ...]:
    found = (m[0] for m in ELSEWHERE.finditer(text) if not POINTING.search(m[0]))
    return tuple(dict.fromkeys(one for one in found if not SELF.search(one)))


def _alike(one: str, other: str) -> bool:
    """Most of what one says the other says as well."""
    pairs = set(bigrams(one))
    return sum(pair in other for pair in pairs) > ALIKE * len(pairs)
