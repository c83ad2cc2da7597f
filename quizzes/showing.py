"""What a page may show of a position: never the key before the answer is in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from quizzes.judging import Given, Kept
from quizzes.models import Attempt, Question, Response, Revision
from quizzes.models.options import CHOICE
from quizzes.models.rating import Rating


@dataclass(frozen=True)
class Choice:
    """An option to be chosen or not; `is_key` is None until the question is answered."""

    id: str
    text: str
    chosen: bool
    is_key: bool | None = None


@dataclass(frozen=True)
class Row:
    """The left side of a pair, or a thing that is put in its place; `picks` are what it may get.

    `answer` is what it should get: empty until the question is answered.
    """

    id: str
    text: str
    picks: list[Choice]
    answer: str = ""

    @property
    def given(self) -> str:
        return next((pick.text for pick in self.picks if pick.chosen), "")

    @property
    def is_right(self) -> bool:
        return bool(self.answer) and self.given == self.answer


@dataclass(frozen=True)
class Shown:
    """All that a page may show of a position.

    `choices` are those of a choice question, `rows` those of a matching or ordering one. From
    `is_correct` on all is empty until it is answered. `evidence` is the sentence of the text cut
    in three: before the answer, the answer, after it.
    """

    kind: str
    stem: str
    given: str
    choices: list[Choice] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    is_correct: bool | None = None
    answer: str = ""
    explanation: str = ""
    evidence: tuple[str, str, str] = ("", "", "")

    @property
    def several(self) -> bool:
        return self.kind == Question.Kind.MULTIPLE_CHOICE

    @property
    def right(self) -> int:
        """How many rows are right, or how many keys were chosen."""
        rows = sum(row.is_right for row in self.rows)
        return rows + sum(bool(choice.is_key) and choice.chosen for choice in self.choices)

    @property
    def missed(self) -> int:
        return sum(bool(choice.is_key) and not choice.chosen for choice in self.choices)

    @property
    def too_many(self) -> int:
        return sum(choice.is_key is False and choice.chosen for choice in self.choices)


def shown(response: Response, posted: Given | None = None) -> Shown:
    """What may be shown of `response` now; `posted` is an answer that was refused, kept in view."""
    revision = response.revision
    answered = response.answered_at is not None
    given = response.given if posted is None else posted
    what = Shown(
        kind=revision.kind,
        stem=revision.stem,
        given=given if isinstance(given, str) else "",
        choices=list(_choices(response, given, answered=answered)),
        rows=list(_rows(response, given, answered=answered)),
    )
    if not answered:
        return what
    return replace(
        what,
        is_correct=response.is_correct,
        answer=revision.answer,
        explanation=revision.explanation,
        evidence=marked_evidence(revision),
    )


def _choices(response: Response, given: Kept, *, answered: bool) -> Iterator[Choice]:
    if response.revision.kind not in CHOICE:
        return
    chosen = {given} if isinstance(given, str) else set(given or ())
    options = {option["id"]: option for option in response.revision.options}
    for one in response.option_order:
        option = options[one]
        is_key = option["is_key"] if answered else None
        yield Choice(one, option["text"], chosen=one in chosen, is_key=is_key)


def _rows(response: Response, given: Kept, *, answered: bool) -> Iterator[Row]:
    if response.revision.kind == Question.Kind.MATCHING:
        yield from _pairs(response, given if isinstance(given, Mapping) else {}, answered=answered)
    elif response.revision.kind == Question.Kind.ORDERING:
        places = (str(place) for place in count(1))
        by_thing = (
            given if isinstance(given, Mapping) else dict(zip(given or (), places, strict=False))
        )
        yield from _places(response, by_thing, answered=answered)


def _pairs(response: Response, given: Mapping[str, str], *, answered: bool) -> Iterator[Row]:
    options = {option["id"]: option for option in response.revision.options}
    partners = {option["partner_id"]: option["partner"] for option in options.values()}
    rights = [one for one in response.option_order if one in partners]
    for left in (one for one in response.option_order if one in options):
        chosen = given.get(left)
        yield Row(
            id=left,
            text=options[left]["text"],
            picks=[Choice(one, partners[one], chosen=one == chosen) for one in rights],
            answer=options[left]["partner"] if answered else "",
        )


def _places(response: Response, given: Mapping[str, str], *, answered: bool) -> Iterator[Row]:
    """The things as the paper shuffled them; once answered, in their right order."""
    options = {option["id"]: option for option in response.revision.options}
    right = {thing: str(place) for place, thing in enumerate(options, start=1)}
    for thing in options if answered else response.option_order:
        chosen = given.get(thing)
        yield Row(
            id=thing,
            text=options[thing]["text"],
            picks=[Choice(place, place, chosen=place == chosen) for place in right.values()],
            answer=right[thing] if answered else "",
        )


def marked_evidence(revision: Revision) -> tuple[str, str, str]:
    """The sentence that proves the key: before the answer, the answer, after it."""
    text, start, end = revision.evidence, revision.mark_start, revision.mark_end
    if start is None or end is None:
        return text, "", ""
    return text[:start], text[start:end], text[end:]


def answer_in_words(response: Response) -> str:
    """What a learner answered, or how they rated a card; empty where time ran out."""
    if response.attempt.mode == Attempt.Mode.CARDS:
        return str(Rating(response.given).label) if response.given else ""
    return in_words(response.revision, response.given)


def in_words(revision: Revision, given: Kept) -> str:
    """An answer that was kept, as a person would say it; the same shape as `Revision.answer`."""
    texts = {option["id"]: option["text"] for option in revision.options}
    if isinstance(given, Mapping) and revision.kind == Question.Kind.ORDERING:
        placed = sorted(given.items(), key=lambda one: int(one[1]))  # not all of it is in place
        return "；".join(f"{place} {texts[thing]}" for thing, place in placed)
    if isinstance(given, Mapping):
        partners = {option["partner_id"]: option["partner"] for option in revision.options}
        pairs = ((text, given[left]) for left, text in texts.items() if left in given)
        return "；".join(f"{text} — {partners[right]}" for text, right in pairs)
    if isinstance(given, str):
        return given if revision.kind == Question.Kind.FILL_BLANK else texts.get(given, given)
    between = " → " if revision.kind == Question.Kind.ORDERING else "、"
    return between.join(texts[one] for one in given or ())
