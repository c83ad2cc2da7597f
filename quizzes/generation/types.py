"""What the generator makes: facts and the items on them."""

from dataclasses import dataclass
from typing import Literal

from quizzes.text.types import Span

ItemKind = Literal[
    "single_choice", "multiple_choice", "true_false", "fill_blank", "matching", "ordering"
]
FactKind = Literal[
    "date",
    "number",
    "share",
    "change",
    "rank",
    "term",
    "list",
    "pair",
    "actor",
    "object",
    "place",
    "order",
    "condition",
    "purpose",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the document says that can be asked.

    `evidence` and `place` (where the answer stands) are offsets into the clean text. `answer` is
    the answer as the document writes it, or its members; `value` a normalised form that equal
    answers share. `importance` is 1 to 3. `fingerprint` tells the fact from every other of the
    document and stays the same as long as its sentence says the same.
    """

    kind: FactKind
    section: str
    answer: str | tuple[str, ...]
    value: str
    evidence: Span
    place: Span
    importance: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Option:
    text: str
    is_key: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A question on a fact.

    `options` are in the order to be shown, empty for fill-in, matching and ordering items.
    `answer` holds the texts of the keys; every accepted answer of a blank, the best first; or the
    right order. `pairs` are what belongs together in a matching item. `confidence` is the chance,
    0 to 1, that a careful teacher would use the item unedited.
    """

    id: str
    kind: ItemKind
    stem: str
    options: tuple[Option, ...]
    answer: tuple[str, ...]
    explanation: str
    confidence: float
    fact: Fact
    pairs: tuple[tuple[str, str], ...] = ()
