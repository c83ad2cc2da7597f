"""Every dated event of a document, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from quizzes.models import Document, Fact
from quizzes.whole.dated import OPENING, Moment
from quizzes.whole.sources import facts_of, mentioning


@dataclass(frozen=True)
class Event:
    """A sentence and the date in it; `moment` is None where the date names no year.

    `sentence` is cut in three: before the date, the date, after it.
    """

    fact: Fact
    when: str
    moment: Moment | None
    sentence: tuple[str, str, str]

    @property
    def year(self) -> int | None:
        return self.moment.year if self.moment else None


def timeline(document: Document, words: str = "") -> list[Event]:
    """The events whose sentence has `words` in it, the earliest first, those of no year last.

    They are the dates that can be asked, and sentences that open with a date, each once; one query.
    """
    opens = Q(evidence__regex=r"^(早在)?[12][0-9]{3}")
    facts = list(mentioning(facts_of(document).filter(Q(kind=Fact.Kind.DATE) | opens), words))
    events = once([*asked(facts), *opened(facts)])
    return sorted(events, key=in_time)


def in_time(event: Event) -> tuple[bool, Moment, int, int]:
    place = event.fact.evidence_start or event.fact.position
    return event.moment is None, event.moment or Moment(0), place, event.fact.pk


def asked(facts: Iterable[Fact]) -> list[Event]:
    dates = (fact for fact in facts if fact.kind == Fact.Kind.DATE)
    return [
        Event(fact, fact.answer, Moment.of(fact.answer) or Moment.of(fact.value), cut(fact))
        for fact in dates
    ]


def opened(facts: Iterable[Fact]) -> list[Event]:
    events = []
    for fact in facts:
        found = OPENING.match(fact.evidence)
        if found and fact.kind != Fact.Kind.DATE:
            start, end = found.span("when")
            sentence = fact.evidence[:start], found["when"], fact.evidence[end:]
            events.append(Event(fact, found["when"], Moment.of(found["when"]), sentence))
    return events


def once(events: Iterable[Event]) -> list[Event]:
    """Each date of each sentence once: several facts may stand on the same words."""
    kept: dict[tuple[int, int, Moment | None], Event] = {}
    for event in events:
        fact = event.fact
        at = fact.evidence_start
        place = (fact.pk, -1) if at is None else (at + len(event.sentence[0]), 0)
        kept.setdefault((*place, event.moment), event)
    return list(kept.values())


def cut(fact: Fact) -> tuple[str, str, str]:
    """The sentence, cut where the answer stands in it; uncut where that is not known."""
    if fact.evidence_start is None or fact.answer_start is None or fact.answer_end is None:
        return fact.evidence, "", ""
    start, end = fact.answer_start - fact.evidence_start, fact.answer_end - fact.evidence_start
    return fact.evidence[:start], fact.evidence[start:end], fact.evidence[end:]
