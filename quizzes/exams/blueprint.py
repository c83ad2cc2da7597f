"""A paper drawn by a blueprint: a pure function of the blueprint, what may be asked, and a seed.

Facts whose sentences overlap form a passage. A paper asks one fact of a passage, so that no two
questions stand on the same words.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from quizzes.practice import KINDS, shuffled
from quizzes.selection import Candidate

T = TypeVar("T", bound=Hashable)
IMPORTANT = 3


@dataclass(frozen=True, slots=True)
class Topic(Candidate):
    """A fact that may be asked, the section it counts to, and the kinds of its questions."""

    section: int
    kinds: frozenset[str]


@dataclass(frozen=True)
class Blueprint:
    """What a paper is like: how many questions, and the weights of sections, kinds, importance.

    Weights are relative to one another. Sections and kinds without a weight are not asked.
    `important` is the share, 0 to 1, of facts of the highest importance.
    """

    size: int
    minutes: int
    sections: Mapping[int, float]
    kinds: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(KINDS, 1))
    important: float = 0.8


@dataclass(frozen=True, slots=True)
class Drawn:
    """A position of the paper: the fact that is asked, and the kind of question."""

    fact: int
    kind: str


def draw(blueprint: Blueprint, topics: Iterable[Topic], seed: str) -> list[Drawn]:
    """The paper, in its order: to recognise comes before to recall, and chance within a kind.

    It has `blueprint.size` questions, or fewer where there are fewer passages. Each section gets
    its share to within one question as long as it has that many passages.
    """
    passages = eligible(blueprint, topics, seed)
    quotas = apportion(
        blueprint.size, blueprint.sections, {pk: len(own) for pk, own in passages.items()}
    )
    picked = [
        topic
        for section, quota in quotas.items()
        for topic in most_fitting(passages[section], quota, blueprint.important)
    ]
    kinds = with_kinds(picked, blueprint.kinds)
    order = {pk: at for at, pk in enumerate(chance((topic.pk for topic in picked), seed))}
    ranked = sorted(picked, key=lambda topic: (KINDS.index(kinds[topic.pk]), order[topic.pk]))
    return [Drawn(topic.pk, kinds[topic.pk]) for topic in ranked]


def apportion(seats: int, weights: Mapping[T, float], room: Mapping[T, int]) -> dict[T, int]:
    """Seats by weight, each within one of its exact share where there is room for it.

    Seats go one by one to whoever lacks most; what one has no room for goes to the others.
    """
    total = sum(weights.values())
    given: Counter[T] = Counter()
    for _seat in range(seats):
        free = [one for one in weights if weights[one] > 0 and given[one] < room.get(one, 0)]
        if not free:
            break
        given[max(free, key=lambda one: seats * weights[one] / total - given[one])] += 1
    return dict(given)


def eligible(blueprint: Blueprint, topics: Iterable[Topic], seed: str) -> dict[int, list[Topic]]:
    """One topic for each passage, by section, in the order of chance.

    Of a passage that reaches over the end of a section, the part before it is asked.
    """
    asked = [
        topic
        for topic in topics
        if blueprint.sections.get(topic.section) and any(map(blueprint.kinds.get, topic.kinds))
    ]
    found: dict[int, list[Topic]] = {}
    by_pk = {topic.pk: topic for topic in asked}
    for passage in passages_of(asked):
        own = [topic for topic in passage if topic.section == passage[0].section]
        highest = max(topic.importance for topic in own)
        best = [topic.pk for topic in own if topic.importance == highest]
        topic = by_pk[chance(best, seed)[0]]
        found.setdefault(topic.section, []).append(topic)
    for section, own in found.items():
        found[section] = [by_pk[pk] for pk in chance((topic.pk for topic in own), seed)]
    return found


def passages_of(topics: Sequence[Topic]) -> list[list[Topic]]:
    """The topics, those whose sentences overlap together; each without a place is alone."""
    placed = [topic for topic in topics if topic.start is not None and topic.end is not None]
    passages = [[topic] for topic in topics if topic.start is None or topic.end is None]
    reach = -1
    for topic in sorted(placed, key=lambda topic: (topic.start or 0, topic.end or 0, topic.pk)):
        if (topic.start or 0) < reach:
            passages[-1].append(topic)
        else:
            passages.append([topic])
        reach = max(reach, topic.end or 0)
    return passages


def most_fitting(topics: Sequence[Topic], quota: int, important: float) -> list[Topic]:
    """`quota` of a section's topics: its share of important ones, then the most important."""
    first = [topic for topic in topics if topic.importance >= IMPORTANT]
    others = [topic for topic in topics if topic.importance < IMPORTANT]
    others.sort(key=lambda topic: -topic.importance)
    wanted = min(round(quota * important), len(first))
    wanted = max(wanted, quota - len(others))
    return first[:wanted] + others[: quota - wanted]


def with_kinds(topics: Sequence[Topic], weights: Mapping[str, float]) -> dict[int, str]:
    """A kind for each topic, by its pk: whichever of its kinds the paper lacks most.

    Topics with few kinds choose first.
    """
    total = sum(weights.values())
    given: Counter[str] = Counter()
    kinds: dict[int, str] = {}
    for topic in sorted(topics, key=lambda topic: len(topic.kinds)):
        own = [kind for kind in KINDS if kind in topic.kinds and weights.get(kind)]
        kind = max(own, key=lambda kind: len(topics) * weights[kind] / total - given[kind])
        given[kind] += 1
        kinds[topic.pk] = kind
    return kinds


def chance(pks: Iterable[int], seed: str) -> list[int]:
    """The pks shuffled, the same for the same seed."""
    return [int(pk) for pk in shuffled(map(str, pks), seed)]
