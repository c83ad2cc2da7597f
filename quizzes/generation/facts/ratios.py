"""How a whole is divided: 三次产业比为4.1：52.3：43.6."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.figures.reports import placed
from quizzes.generation.figures.standing import settled
from quizzes.generation.lots import digest, draw
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import statement
from quizzes.text.types import Span

RATIO = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:[：:∶]\d+(?:\.\d+)?){1,3}(?![\d.%])")
NAMED = re.compile(
    r"(?:比|比重|比例|结构|占比|构成)(?:由[^，]*)?(?:[为是达]|调整为|优化为|优化调整为|变为|达到)?$"
)
MARK = re.compile("[：:∶]")
WHOLE = Decimal(100)
SLACK = Decimal("0.5")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each ratio that closes a clause and whose terms make a hundred, or are two."""
    for clause in sentence.clauses:
        for m in RATIO.finditer(context.text, clause.span.start, clause.span.end):
            before = context.text[clause.span.start : m.start()]
            if m.end() == clause.span.end and NAMED.search(before):
                draft = _draft(sentence, clause, Span(m.start(), m.end()), context)
                if draft is not None:
                    yield draft


def _draft(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Draft | None:
    key = place.of(context.text)
    rivals = _rivals(key)
    found = placed(sentence, clause, place, context) or statement(sentence, clause, place, context)
    said = settled(found, sentence, clause, context) if found else None
    if said is None or len(rivals) < 3 or not said.text.endswith(SLOT):
        return None
    return Draft(
        kind="share",
        sentence=sentence,
        answer=key,
        value=key,
        evidence=said.evidence,
        place=place,
        statement=said.text,
        stem=said.text.replace(SLOT, "多少") + "？",
        blank="",
        accepted=(),
        key=key,
        certainty=said.certainty,
        importance=3,
        rivals=rivals,
    )


def _rivals(key: str) -> tuple[str, ...]:
    """Two terms changed about, two shifted, and both: of four options none has a rarer term."""
    terms = [Decimal(term) for term in MARK.split(key)]
    mark = MARK.search(key)
    if mark is None or abs(sum(terms) - WHOLE) > SLACK or len(terms) < 2:
        return ()
    step = Decimal(3 + draw(digest(key), 5)) + terms[0] % 1
    low = min(range(len(terms)), key=lambda at: terms[at])
    high = max((at for at in range(len(terms)) if at != low), key=lambda at: terms[at])
    shifted = list(terms)
    shifted[high], shifted[low] = terms[high] - step, terms[low] + step
    options = [_changed(terms), shifted, _changed(shifted)]
    if any(term <= 0 for option in options for term in option):
        return ()
    written = tuple(mark[0].join(f"{term}" for term in option) for option in options)
    return written if len({key, *written}) == len(options) + 1 else ()


def _changed(terms: list[Decimal]) -> list[Decimal]:
    """The last two terms change places."""
    return [*terms[:-2], terms[-1], terms[-2]]
