"""Every figure of a document: what it measures, of which year, and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from pypinyin import lazy_pinyin

from quizzes.models import Document, Fact
from quizzes.whole.charts import CHANGE, Chart, chart
from quizzes.whole.dated import OPENING, clause_at, years
from quizzes.whole.sources import facts_of, mentioning, statements

KINDS = (Fact.Kind.NUMBER, Fact.Kind.SHARE, Fact.Kind.CHANGE, Fact.Kind.RANK)
SORTS = ("place", "size", "statement", "year")
COMPARED = 12  # characters of a statement, read as pinyin
AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)(万亿|亿|万|千|百)?(%|permille|percent)?")
OVER_YEARS = "年均"
SCALES = {"": 1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12}
PARTS = {"": 1, "%": 1e-2, "percent": 1e-2, "permille": 1e-3}


@dataclass(frozen=True)
class Figure:
    """`statement` says the figure in a sentence of its own; empty, its evidence speaks for it.

    `years` are those that the text gives for it: none, one, or the first and the last.
    """

    fact: Fact
    statement: str
    years: tuple[int, ...]
    chart: Chart | None


def figures(
    document: Document, *, words: str = "", kind: str = "", sort: str = "place", down: bool = False
) -> list[Fact]:
    """The facts that are figures, as asked for; in two queries at most.

    `kind` is one of KINDS, or empty for all; `sort` one of SORTS; `down` has the last first, and
    those that cannot be compared stay at the end.
    """
    facts = facts_of(document).filter(kind__in=[kind] if kind in KINDS else KINDS)
    found = list(mentioning(facts, words))
    if sort == "size":
        return ordered(found, {fact.pk: size(fact.value) for fact in found}, down=down)
    if sort == "statement":
        said = statements(found)
        return sorted(
            found, key=lambda fact: sound(said.get(fact.pk) or fact.evidence), reverse=down
        )
    if sort == "year":
        said = statements(found)
        by_year = {fact.pk: year_of(fact, said.get(fact.pk, "")) for fact in found}
        return ordered(found, by_year, down=down)
    return found[::-1] if down else found


def described(facts: Sequence[Fact]) -> list[Figure]:
    """What the rows of a table show of `facts`; one query."""
    said = statements(facts)
    return [
        Figure(fact, (text := said.get(fact.pk, "")), figure_years(fact, text), chart(fact))
        for fact in facts
    ]


def ordered(facts: list[Fact], by: dict[int, float | None], *, down: bool) -> list[Fact]:
    def key(fact: Fact) -> float:
        value = by[fact.pk]
        if value is None:
            return inf
        return -value if down else value

    return sorted(facts, key=key)


def sound(statement: str) -> list[str]:
    """How a statement begins, as it is read: those on the same thing stand together."""
    return lazy_pinyin(statement[:COMPARED])


def year_of(fact: Fact, statement: str) -> float | None:
    return next(iter(figure_years(fact, statement)), None)


def figure_years(fact: Fact, statement: str) -> tuple[int, ...]:
    """The year of a figure, as its statement says it, or its clause, or the sentence's opening.

    Two years are a span of time; more, or two of them in a sentence on other things, are none.
    """
    for text in (statement, *said_with(fact)):
        found = years(text)
        if len(found) == 1 or (len(found) == 2 and spans(fact, text)):
            return tuple(found)
    return ()


def said_with(fact: Fact) -> tuple[str, ...]:
    if fact.evidence_start is None or fact.answer_start is None:
        return ()
    clause = clause_at(fact.evidence, fact.answer_start - fact.evidence_start)
    opening = OPENING.match(fact.evidence)
    governs = opening is not None and years(fact.evidence) == years(opening["when"])
    if opening is None or not governs or OVER_YEARS in clause:
        return fact.answer, clause
    return fact.answer, clause, opening["when"]


def spans(fact: Fact, text: str) -> bool:
    """The two years of `text` are the ends of one range, or of the change itself."""
    opening = OPENING.search(text)
    is_range = opening is not None and len(years(opening["when"])) == 2
    return is_range or fact.kind == Fact.Kind.CHANGE


def size(value: str) -> float | None:
    """How great a figure is, as a plain number; of a change, what it came to; a share, of one."""
    changed = CHANGE.match(value)
    if changed:
        value = value[value.index("→") + 1 :]
    found = AMOUNT.match(value)
    if not found or "：" in value:
        return None
    amount = float(found[1].replace(",", ""))
    return amount * SCALES[found[2] or ""] * PARTS[found[3] or ""]
