"""What a test-wise guesser scores on single choice who never read the document."""

import re
from collections.abc import Callable, Sequence
from math import sqrt
from typing import NamedTuple

from tests.bench.lines import Line, keys, options
from tests.measures import shape

CHANCE = 0.25
FIGURE = re.compile(r"\d+(?:\.\d+)?")


class Question(NamedTuple):
    """A single choice: its stem, its four options as shown, and the key among them."""

    stem: str
    options: list[str]
    key: str


class Score(NamedTuple):
    """The share of `questions` that a rule of thumb is expected to get right, ties drawn by lot."""

    rule: str
    share: float
    questions: int

    @property
    def limit(self) -> float:
        """Chance and three standard errors."""
        return CHANCE + 3 * sqrt(CHANCE * (1 - CHANCE) / max(1, self.questions))


Rule = Callable[[str, Question], float]


def scores(lines: Sequence[Line]) -> list[Score]:
    """Every rule of thumb, the best first."""
    asked = [
        Question(line["stem"], options(line), keys(line)[0])
        for line in lines
        if line["kind"] == "single_choice" and (len(options(line)), len(keys(line))) == (4, 1)
    ]
    numeric = [question for question in asked if all(map(FIGURE.search, question.options))]
    found = [_score(name, rule, asked) for name, rule in RULES.items()]
    found += [_score(name, rule, numeric) for name, rule in NUMERIC.items()]
    return sorted(found, key=lambda score: -score.share)


def _score(name: str, rule: Rule, questions: Sequence[Question]) -> Score:
    right = sum(_chance(rule, question) for question in questions)
    return Score(name, right / max(1, len(questions)), len(questions))


def _chance(rule: Rule, question: Question) -> float:
    """The chance to pick the key among the options that the rule likes best."""
    liked = [rule(option, question) for option in question.options]
    best = [
        option for option, much in zip(question.options, liked, strict=True) if much == max(liked)
    ]
    return (question.key in best) / len(best)


def _common(option: str, text: str) -> float:
    """The share of the option's signs that stand in the text."""
    return len(set(option) & set(text)) / max(1, len(set(option)))


def _among_the_others(option: str, question: Question) -> float:
    return sum(_common(option, other) for other in question.options if other != option)


def _alone(option: str, question: Question) -> float:
    return -sum(shape(option) == shape(other) for other in question.options)


def _round(option: str, _question: Question) -> float:
    """How many zeros the figures of an option end in."""
    return sum(map(len, re.findall(r"0+(?!\d)", option)))


def _at(place: int) -> Rule:
    return lambda option, question: question.options.index(option) == place


def _of_rank(rank: int) -> Rule:
    """The option with `rank` others below it; equal ones are none of any rank but the first."""
    return lambda option, question: _below(option, question.options) == rank


def _below(option: str, others: Sequence[str]) -> int:
    return sum(_figures(other) < _figures(option) for other in others)


def _figures(option: str) -> list[float]:
    """In their order, so that of two dates the later is the greater."""
    return [float(figure) for figure in FIGURE.findall(option)]


RULES: dict[str, Rule] = {
    "the longest": lambda option, _: len(option),
    "the shortest": lambda option, _: -len(option),
    "most in common with the stem": lambda option, question: _common(option, question.stem),
    "least in common with the stem": lambda option, question: -_common(option, question.stem),
    "most in common with the other options": _among_the_others,
    "the odd one out": _alone,
    "the roundest figure": _round,
    **{f"position {place + 1}": _at(place) for place in range(4)},
}
NUMERIC: dict[str, Rule] = {f"figure of rank {rank + 1} of 4": _of_rank(rank) for rank in range(4)}
