"""快速背诵: a term on the front, its meaning on the back, and the learner says how well it went."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.days import Learnt, count_answer
from quizzes.errors import StudyError
from quizzes.grading import close_when_complete, grade_seconds, locked, save
from quizzes.models import Attempt, Fact, Response, User
from quizzes.models.rating import Rating
from quizzes.pace import keep_pace, pace_of
from quizzes.scheduling import parameters_for, review_rated
from quizzes.workload import settle


class UnknownRating(StudyError):  # noqa: N818
    """Not one of the four ratings."""


@dataclass(frozen=True)
class Faces:
    """The two sides of a card; `back` is empty where the fact's sentence says what it is."""

    front: str
    back: str


def faces(fact: Fact) -> Faces:
    """A term and what the document says it is.

    The value of a fact that defines something is `…=…`; that of a name is the name alone.
    """
    left, _equals, right = fact.value.partition("=")
    if not right:
        return Faces(fact.answer, "")
    if bare(fact.answer) != bare(left):
        return Faces(left, fact.answer)
    # A term has a name for its meaning, or a meaning its term: the name is the shorter.
    term, meaning = sorted((left, right), key=len)
    return Faces(term, meaning)


def bare(text: str) -> str:
    return text.strip("“”")


def rate(
    learner: User, attempt_id: int, position: int, rating: str, now: datetime | None = None
) -> tuple[Response, bool]:
    """Keeps how well a card was remembered, with all that follows, or nothing of it.

    Returns the response and whether this call rated it: the first rating counts. The book of
    mistakes is left alone, since nothing was asked that could be wrong.

    Raises UnknownRating, and Attempt.DoesNotExist unless `learner` has that card.
    """
    now = now or timezone.now()
    with transaction.atomic():
        response = locked(learner, attempt_id, position)
        if response.attempt.mode != Attempt.Mode.CARDS:
            raise Attempt.DoesNotExist
        if response.answered_at:
            return response, False
        if rating not in Rating.values:
            raise UnknownRating(_("请选一下记得怎么样：忘了、模糊、记得或轻松。"))
        response.given, response.is_correct = rating, rating != Rating.AGAIN
        grade_seconds(response, now)
        learner = response.attempt.learner  # as it is under the lock
        learnt, pace = Learnt.before(learner, response.card, now), pace_of(learner)
        fitted = parameters_for(learner, response.attempt.document)
        review_rated(response.card, Rating(rating), now, fitted, pace)
        keep_pace(learner, pace)
        settle(response.card, learner, now)
        save(response)
        learnt = learnt.after(response, now)
        count_answer(learner, bool(response.is_correct), response.seconds, now, learnt)
        close_when_complete(response.attempt, now)
    return response, True
