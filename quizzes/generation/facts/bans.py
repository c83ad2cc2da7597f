"""What one article forbids in several clauses: 不得甲，不得乙，不得丙."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import rjieba

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.text.types import Span

FORBIDDEN = "不得"
DEED = re.compile(r"(?<=不得)[\u4e00-\u9fff]{4,22}(?=[，。；])")
ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")
UNFIT = re.compile(r"[该此]|其(?!他)|上述|前款|规定|本法|本条例|有关|法律、行政法规$")
FEWEST, MOST, WANTED, ENOUGH, LONGEST = 2, 4, 2, 4, 26
ALIKE = 0.3


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each row of bans, beside what other articles forbid."""
    article = ARTICLE.search(sentence.section.number)
    if not is_rule(context) or article is None:
        return
    rows: list[list[Clause]] = []
    for at, clause in enumerate(sentence.clauses):
        if not clause.said.startswith(FORBIDDEN):
            continue
        goes_on = at and rows and rows[-1][-1] is sentence.clauses[at - 1]
        if goes_on and rows[-1][-1].stop == "，":
            rows[-1].append(clause)
        else:
            rows.append([clause])
    for row in rows:
        draft = _draft(sentence, row, article[0], context) if FEWEST <= len(row) <= MOST else None
        if draft is not None:
            yield draft


def _draft(
    sentence: Sentence, row: Sequence[Clause], article: str, context: Context
) -> Draft | None:
    deeds = tuple(clause.said.removeprefix(FORBIDDEN) for clause in row)
    place = Span(row[0].span.start + len(FORBIDDEN), row[-1].span.end)
    first = Span(place.start, row[0].span.end)
    said = ruling(sentence, row[0], first, context)
    others = _others(sentence, deeds, context)
    if (
        said is None
        or not said.text.endswith(SLOT)
        or len(deeds) + len(others) < ENOUGH
        or not others
    ):
        return None
    if max(map(len, deeds)) > LONGEST or any(re.search("[该此]", deed) for deed in deeds):
        return None
    text = said.text.replace(f"{context.name}规定，", f"{context.name}{article}规定，", 1)
    return Draft(
        kind="list",
        sentence=sentence,
        answer=deeds,
        value="|".join(deeds),
        evidence=Span(said.evidence.start, place.end),
        place=place,
        statement=text,
        stem=text.replace(SLOT, "有哪些行为") + "？（只选该条列举的）",
        blank="",
        accepted=("；".join(deeds),),
        key="；".join(deeds),
        certainty=said.certainty - 0.01,
        importance=3,
        members=deeds,
        outsiders=others,
    )


def _others(sentence: Sentence, deeds: Sequence[str], context: Context) -> tuple[str, ...]:
    """What the document forbids in other articles, about as long and not the same."""
    here = sentence.section.span.of(context.text)
    longest, shortest = max(map(len, deeds)) + 2, min(map(len, deeds)) - 3
    fit = [
        one
        for one in _deeds(context.text)
        if shortest <= len(one) <= longest and one not in here and not _is_like(one, deeds)
    ]
    return tuple(shuffled("".join(deeds), fit)[:WANTED])


@lru_cache(maxsize=4)
def _deeds(text: str) -> tuple[str, ...]:
    found = (m[0] for m in DEED.finditer(text) if not UNFIT.search(m[0]))
    return tuple(dict.fromkeys(one for one in found if rjieba.tag(one)[-1][1][0] == "n"))


def _is_like(one: str, deeds: Sequence[str]) -> bool:
    pairs = set(bigrams(one))
    return any(sum(pair in deed for pair in pairs) > ALIKE * len(pairs) for deed in deeds)
