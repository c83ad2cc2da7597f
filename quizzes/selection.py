"""Which facts come next: those due, then new ones, the most important first, then the weakest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db.models import QuerySet

from quizzes.models import Card, Fact
from quizzes.scheduling import retrievability


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that may be asked: how important it is, and the place of the sentence that proves it.

    Facts that an instructor wrote without a place have none.
    """

    pk: int
    importance: int
    start: int | None
    end: int | None

    @classmethod
    def among(cls, facts: QuerySet[Fact]) -> list[Self]:
        """The facts of one document, in the order that `facts` has."""
        rows = facts.values_list("pk", "importance", "evidence_start", "evidence_end")
        return [cls(*row) for row in rows]

    def tells_of(self, other: Self) -> bool:
        """Both stand on the same words, so that one question may give the other away."""
        if self.start is None or other.start is None or self.end is None or other.end is None:
            return False
        return self.start < other.end and other.start < self.end


def chosen(
    facts: Sequence[Candidate], cards: Mapping[int, Card], size: int, now: datetime
) -> list[int]:
    """At most `size` facts in the order they are asked, of `facts` in the order of the text.

    Two that stand on the same words come in one paper only where there is nothing else.
    """
    urgent = most_urgent(facts, cards, now)
    first: list[Candidate] = []
    for fact in urgent:
        if len(first) == size:
            break
        if not any(fact.tells_of(other) for other in first):
            first.append(fact)
    rest = [fact for fact in urgent if fact not in first]
    taken = {*first, *rest[: size - len(first)]}
    return [fact.pk for fact in urgent if fact in taken]


def most_urgent(
    facts: Sequence[Candidate], cards: Mapping[int, Card], now: datetime
) -> list[Candidate]:
    """Those due, then new ones, the most important first, then the weakest.

    Of those due, facts missed a little while ago come first, then those with most at stake.
    """

    def urgency(fact: Candidate) -> tuple[int, float, float]:
        card = cards.get(fact.pk)
        if card is None or not card.reps:
            return 2, -fact.importance, 0
        if card.due is None or card.due > now:
            return 3, retrievability(card, now), card.stability or 0
        if card.state != Card.State.REVIEW:
            return 0, card.due.timestamp(), 0
        return 1, -at_stake(fact, card, now), card.due.timestamp()

    return sorted(facts, key=urgency)


def at_stake(fact: Candidate, card: Card, now: datetime) -> float:
    """What is likely forgotten, weighed by importance: the longer overdue for its strength, the
    more.
    """
    return fact.importance * (1 - retrievability(card, now))
