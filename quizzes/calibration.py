"""How well the memory model foretells answers, and parameters that foretell them better.

Every answer is kept, so a card's history can be gone through again from its beginning, with any
parameters. What is foretold is whether an answer is right, guesses included, from the second day
on; what was fitted is judged by later reviews than those it was fitted to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby, pairwise
from math import log

import fsrs
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from quizzes.errors import StudyError
from quizzes.models import Card, Document, MemoryParameters, Response, User
from quizzes.pace import Pace, keep_pace, pace_of
from quizzes.rating import chance_right, rate
from quizzes.scheduling import Parameters, retrievability, review

# py-fsrs gives back the parameters it began with when there are fewer.
LEAST_REVIEWS = 512
SEEN_SHARE = 0.8
GROUPS = 5
CERTAIN = 1e-6


class NoOptimizer(StudyError):  # noqa: N818
    """PyTorch and pandas, which py-fsrs fits with, are not installed."""


class TooFewReviews(StudyError):  # noqa: N818
    """Not enough reviews to fit parameters to."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it was given to a card."""

    card: int
    at: datetime
    kind: str
    seconds: int | None
    correct: bool


@dataclass(frozen=True, slots=True)
class Foretold:
    """The chance, 0 to 1, that an answer would be right, and whether it was."""

    chance: float
    correct: bool


@dataclass(frozen=True)
class Fit:
    """Parameters, and how they and those before foretell reviews that the fit had not seen."""

    parameters: Parameters
    before: list[Foretold]
    after: list[Foretold]

    @property
    def better(self) -> bool:
        return log_loss(self.after) < log_loss(self.before)


History = list[Answered]


def answers_of(learner: User) -> QuerySet[Response]:
    return Response.objects.filter(attempt__learner=learner)


def answers_on(document: Document) -> QuerySet[Response]:
    return Response.objects.filter(attempt__document=document)


def histories(answers: QuerySet[Response]) -> list[History]:
    """The answers by card, each card's from its first; one query."""
    rows = answers.filter(answered_at__isnull=False).order_by("card", "answered_at", "pk")
    fields = ("card", "answered_at", "revision__kind", "seconds", "is_correct")
    answered = (Answered(*row) for row in rows.values_list(*fields).iterator())
    return [list(history) for _card, history in groupby(answered, key=lambda one: one.card)]


def replayed(history: History, parameters: Parameters) -> Iterator[tuple[Answered, Card]]:
    """Each answer with the card as it was before."""
    card = Card()
    for answer in history:
        yield answer, card
        review(
            card,
            correct=answer.correct,
            kind=answer.kind,
            seconds=answer.seconds,
            now=answer.at,
            parameters=parameters,
        )


def foretold(
    cards: Iterable[History], parameters: Parameters, since: datetime | None = None
) -> list[Foretold]:
    """What the parameters foretold of each review, or of those from `since` on.

    An answer within a day of the one before is none: what was just seen is known.
    """
    found = []
    for history in cards:
        for answer, card in replayed(history, parameters):
            late = card.last_review is not None and (answer.at - card.last_review).days > 0
            if late and (since is None or answer.at >= since):
                chance = chance_right(retrievability(card, answer.at), answer.kind)
                found.append(Foretold(chance, answer.correct))
    return found


def log_loss(reviews: Sequence[Foretold]) -> float:
    """In nats a review, the less the better; 0 without reviews."""
    if not reviews:
        return 0.0
    return -sum(log(max(likelihood(one), CERTAIN)) for one in reviews) / len(reviews)


def likelihood(review: Foretold) -> float:
    return review.chance if review.correct else 1 - review.chance


@dataclass(frozen=True)
class Group:
    """Reviews of which about the same was foretold: the chance on average, the share right."""

    reviews: int
    chance: float
    correct: float


def calibration(reviews: Sequence[Foretold]) -> list[Group]:
    """Five groups of the same size, from the least to the most likely right; fewer when few."""
    ordered = sorted(reviews, key=lambda one: one.chance)
    bounds = [len(ordered) * number // GROUPS for number in range(GROUPS + 1)]
    parts = [ordered[a:b] for a, b in pairwise(bounds) if a < b]
    return [
        Group(
            reviews=len(part),
            chance=sum(one.chance for one in part) / len(part),
            correct=sum(one.correct for one in part) / len(part),
        )
        for part in parts
    ]


def fit(cards: Sequence[History], current: Parameters) -> Fit:
    """Parameters fitted to the first four fifths of the answers and judged by the last.

    Raises TooFewReviews for fewer than 512 reviews to fit to, NoOptimizer where the library's
    optimizer cannot run.
    """
    times = sorted(answer.at for history in cards for answer in history)
    since = times[int(len(times) * SEEN_SHARE)] if times else datetime.now(UTC)
    seen = [[answer for answer in history if answer.at < since] for history in cards]
    if len(foretold(seen, current)) < LEAST_REVIEWS:
        raise TooFewReviews(_("复习还不够多：至少要有 512 次，才能校准。"))
    parameters = optimal([entry for history in seen for entry in logged(history, current)])
    return Fit(parameters, foretold(cards, current, since), foretold(cards, parameters, since))


def logged(history: History, parameters: Parameters) -> Iterator[fsrs.ReviewLog]:
    """The history as py-fsrs takes it."""
    for answer, card in replayed(history, parameters):
        rating = rate(card, correct=answer.correct, kind=answer.kind, seconds=answer.seconds)
        yield fsrs.ReviewLog(answer.card, rating, answer.at.astimezone(UTC), None)


def optimal(logs: list[fsrs.ReviewLog]) -> Parameters:
    """Raises NoOptimizer."""
    try:
        optimizer = fsrs.Optimizer(logs)
    except ImportError:
        raise NoOptimizer(
            _("没有安装优化器。请运行 pip install 'fsrs[optimizer]'，再校准一次。")
        ) from None
    return tuple(optimizer.compute_optimal_parameters())


def keep(fitted: Fit, *, learner: User | None = None, document: Document | None = None) -> None:
    """From the next answer on, cards are counted by these parameters.

    How a learner differs from the parameters before is of no use with their own.
    """
    MemoryParameters.objects.update_or_create(
        learner=learner,
        document=document,
        defaults={
            "parameters": list(fitted.parameters),
            "reviews": len(fitted.after),
            "log_loss_before": log_loss(fitted.before),
            "log_loss": log_loss(fitted.after),
        },
    )
    if learner:
        start_again(learner)


@transaction.atomic
def start_again(learner: User) -> None:
    """Forgets the learner's line; their facts stay counted."""
    learner = User.objects.select_for_update(no_key=True).get(pk=learner.pk)
    pace = pace_of(learner)
    keep_pace(learner, Pace(facts=pace.facts, weakness=pace.weakness))
