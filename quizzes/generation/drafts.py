"""A fact before it has options: what every kind of fact hands on."""

import re
from dataclasses import dataclass

from quizzes.generation.reading.expressions import Expression
from quizzes.generation.reading.sentences import Sentence
from quizzes.generation.types import FactKind
from quizzes.text.types import Span

SLOT = "\ufffc"
BLANK = "________"
# What a course says of itself where it bears no date.
UNDATED = "据课文，"
YEAR = re.compile(r"\d{4}年")


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact with its wording.

    `statement` says the fact with SLOT where the answer stands and tells two facts apart;
    `stem` asks it, `blank` is the fill-in wording, `accepted` its answers, `key` the answer as an
    option. `figure` is the answer as a typed value; for other answers, `rivals` are option texts
    that are certainly wrong. A list has `members`, and `outsiders` that are certainly none;
    `head` is the noun that says what kind of thing is asked for, `verb` what was done with it.
    `pairs` are what belongs together. An empty `blank` says that no fill-in would be fair, and
    `is_stated` is false where nobody would call the statement true or false.
    """

    kind: FactKind
    sentence: Sentence
    answer: str | tuple[str, ...]
    value: str
    evidence: Span
    place: Span
    statement: str
    stem: str
    blank: str
    accepted: tuple[str, ...]
    key: str
    certainty: float
    importance: int
    figure: Expression | None = None
    rivals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    head: str = ""
    verb: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    is_stated: bool = True


def in_any_order(numeral: str) -> str:
    """What stands behind a blank for `numeral` things: （填三项，次序不限）."""
    return f"（填{numeral}项，次序不限）"
