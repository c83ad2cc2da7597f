"""A learner works through the article with a scheduler, day by day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from quizzes.importing.source import read
from quizzes.models import Question
from quizzes.rating import GUESSED
from tests.bench.learners import Learner
from tests.bench.schedulers import Scheduler
from tests.bench.trial import ARTICLE

NEW_A_DAY = 10
KINDS = Question.Kind.values


@dataclass(frozen=True)
class Studied:
    """Answers given, the share of facts recalled at the end, and the answers of the fullest day."""

    answers: int
    recalled: float
    fullest: int


@cache
def article() -> list[list[str]]:
    """The kinds of question on each fact of the article, in the order in which facts are met."""
    kinds: dict[str, list[str]] = defaultdict(list)
    importance: dict[str, int] = {}
    for item in read(ARTICLE.name, ARTICLE.read_bytes()).published:
        kinds[item.fact.fingerprint].append(item.kind)
        importance[item.fact.fingerprint] = item.fact.importance
    order = sorted(kinds, key=lambda fact: -importance[fact])
    return [sorted(kinds[fact], key=KINDS.index) for fact in order]


def study(
    learner: Learner, scheduler: Scheduler, facts: Sequence[Sequence[str]], days: int, seed: int
) -> Studied:
    """Ten new facts a day and all that is due, for `days` days; then, on the next morning, recall.

    Chance is drawn by seed, fact and how often it was asked, whoever schedules.
    """
    due: dict[int, float] = {}
    asked = [0] * len(facts)
    per_day = []
    for day in range(days):
        today = sorted((at, fact) for fact, at in due.items() if at < day + 1)
        met = len(due)
        new = [(float(day), fact) for fact in range(met, min(met + NEW_A_DAY, len(facts)))]
        for _, fact in new:
            learner.read(fact, day)
        before = sum(asked)
        for _, fact in [*today, *new]:
            at = float(day)
            while at < day + 1:
                kind = facts[fact][asked[fact] % len(facts[fact])]
                chance = Random(f"{seed}/{fact}/{asked[fact]}")
                recalled = chance.random() < learner.recall(fact, at)
                right = recalled or chance.random() < GUESSED[Question.Kind(kind)]
                learner.studied(fact, at, recalled=recalled)
                asked[fact] += 1
                at = scheduler.answered(fact, at, kind, right=right)
            due[fact] = at
        per_day.append(sum(asked) - before)
    recalled_share = sum(learner.recall(fact, days) for fact in range(len(facts))) / len(facts)
    return Studied(sum(asked), recalled_share, max(per_day))
