"""Every term of a document, what the document says it means, and where else it comes up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from pypinyin import lazy_pinyin

from quizzes.models import Document, Fact
from quizzes.whole.sources import facts_of, mentioning

SORTS = ("place", "name")
ELSEWHERE_SHOWN = 5
QUOTED = re.compile(r"“([^“”]{2,})”")
QUOTES = "“”‘’「」『』《》\"' "


@dataclass
class Term:
    """`meaning` is empty where the document uses the term and does not explain it.

    `others` are facts whose sentence has the term in it, at most five of `mentions`.
    """

    name: str
    meaning: str
    fact: Fact
    others: list[Fact] = field(default_factory=list)
    mentions: int = 0

    @property
    def core(self) -> str:
        """What other sentences call it by: the quotation in it, or all of it."""
        quoted = QUOTED.search(self.name)
        return quoted[1] if quoted else bare(self.name)


def terms(document: Document, *, words: str = "", sort: str = "place") -> list[Term]:
    """The terms with `words` in them or their sentence, each once; `sort` is one of SORTS."""
    facts = mentioning(facts_of(document).filter(kind=Fact.Kind.TERM), words)
    found: dict[str, Term] = {}
    for fact in facts:
        name, meaning = explained(fact)
        term = found.setdefault(bare(name), Term(name, meaning, fact))
        if meaning and not term.meaning:
            term.name, term.meaning, term.fact = name, meaning, fact
    if sort == "name":
        return sorted(found.values(), key=lambda term: lazy_pinyin(bare(term.name)))
    return list(found.values())


def explained(fact: Fact) -> tuple[str, str]:
    """The term and its meaning; one of the two is what the fact asks for."""
    one, equals, other = fact.value.partition("=")
    if not equals or not one or not other:
        return fact.answer, ""
    if fact.answer != one:
        return one, fact.answer
    # A definition asks for the term or for its meaning, which is the longer of the two.
    return (one, other) if len(one) <= len(other) else (other, one)


def bare(name: str) -> str:
    return "".join(sign for sign in name if sign not in QUOTES)


def with_others(document: Document, shown: Sequence[Term]) -> Sequence[Term]:
    """Fills in the other facts on each of `shown`; one query."""
    if not shown:
        return shown
    named = reduce(or_, (Q(evidence__contains=term.core) for term in shown))
    facts = list(facts_of(document).filter(named))
    for term in shown:
        found = elsewhere(term, facts)
        term.others, term.mentions = found[:ELSEWHERE_SHOWN], len(found)
    return shown


def elsewhere(term: Term, facts: Iterable[Fact]) -> list[Fact]:
    """Facts in other sentences that name the term, one a sentence."""
    seen = [term.fact]
    for fact in facts:
        if term.core in fact.evidence and not any(same_sentence(fact, other) for other in seen):
            seen.append(fact)
    return seen[1:]


def same_sentence(one: Fact, other: Fact) -> bool:
    places = (one.evidence_start, one.evidence_end, other.evidence_start, other.evidence_end)
    if None in places:
        return one.evidence == other.evidence
    start, end, other_start, other_end = (place or 0 for place in places)
    return start < other_end and other_start < end
