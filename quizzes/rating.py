"""What an answer says about a memory: its rating, and how much a right answer proves.

docs/learning.md gives the reasons and the sources.
"""

import fsrs

from quizzes.models import Card, Question
from quizzes.models.options import CHOICE

SLOW_SECONDS = 60
QUICK_SECONDS = 10
STRONG_DAYS = 21
# The chance that somebody who does not know is right: of two, of four, of the six ways to join
# three pairs, of the fifteen sets of four options, of the 24 orders of four things.
GUESSED = {
    Question.Kind.TRUE_FALSE: 1 / 2,
    Question.Kind.SINGLE_CHOICE: 1 / 4,
    Question.Kind.MATCHING: 1 / 6,
    Question.Kind.MULTIPLE_CHOICE: 1 / 15,
    Question.Kind.ORDERING: 1 / 24,
    Question.Kind.FILL_BLANK: 0.0,
}


def rate(card: Card, *, correct: bool, kind: str, seconds: int | None) -> fsrs.Rating:
    """Wrong is Again, right is Good; time makes it Hard or Easy in review only, and seldom.

    A choice that took more than a minute was searched for rather than known: Hard. An answer typed
    within ten seconds, three weeks or more from being forgotten, came by itself: Easy. Otherwise
    time says nothing: reading, typing and arranging take it too.
    """
    if not correct:
        return fsrs.Rating.Again
    # Hard would keep a card that is being learnt on its first step.
    if seconds is None or card.state != Card.State.REVIEW:
        return fsrs.Rating.Good
    if kind in CHOICE and seconds > SLOW_SECONDS:
        return fsrs.Rating.Hard
    strong = (card.stability or 0) >= STRONG_DAYS
    if kind == Question.Kind.FILL_BLANK and strong and seconds <= QUICK_SECONDS:
        return fsrs.Rating.Easy
    return fsrs.Rating.Good


def proof(kind: str) -> float:
    """How much of a memory's growth a right answer earns, 0 to 1: what was not mere chance."""
    return 1 - GUESSED[Question.Kind(kind)]


def chance_right(recall: float, kind: str) -> float:
    """The chance, 0 to 1, of a right answer where the fact is recalled with chance `recall`."""
    return recall + (1 - recall) * GUESSED[Question.Kind(kind)]
