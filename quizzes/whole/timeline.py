"""Every dated event of a document, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from quizzes.models import Document, Fact
from quizzes.whole.dated import OPENING, Moment
from quizzes.whole.sources import facts_of, mentioning


@dataclass(frozen=True)
class Event:
    """The sentence of `fact` and the date in it, as it is written there.

    `place` is where the date stands, in the document's text; `moment` is None where no year is
    named.
    """

    fact: Fact
    when: str
    moment: Moment | None
    place: int | None


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
        Event(
            fact,
            when=fact.answer,
            moment=Moment.of(fact.answer) or Moment.of(fact.value),
            place=fact.answer_start,
        )
        for fact in dates
    ]


def opened(facts: Iterable[Fact]) -> list[Event]:
    events = []
    for fact in facts:
        found = OPENING.match(fact.evidence)
        if found and fact.kind != Fact.Kind.DATE:
            start, when = fact.evidence_start, found["when"]
            place = None if start is None else start + found.start("when")
            events.append(Event(fact, when, Moment.of(when), place))
    return events


def once(events: Iterable[Event]) -> list[Event]:
    """Each date of each sentence once: several facts may stand on the same words."""
    kept: dict[tuple[int | None, Moment | None, int], Event] = {}
    for event in events:
        apart = event.fact.pk if event.place is None else 0
        kept.setdefault((event.place, event.moment, apart), event)
    return list(kept.values())
