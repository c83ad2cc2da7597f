"""What two finders ask for at one place, asked once."""

from collections.abc import Sequence

from quizzes.generation.drafts import Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.types import FactKind
from quizzes.text.types import Span

FIGURES = ("number", "share")
SURE = 0.8
ASKED_ONCE: dict[FactKind, tuple[FactKind, ...]] = {"list": ("list",), "condition": ("purpose",)}


def without_doubles(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """Of a rule's figures that two finders ask for, only what the later one asks, which is ours.

    Of its lists, and of what is asked by a blank alone, what the first one asks.
    """
    if not is_rule(context):
        return _things_once(drafts)
    drafts = _first_asked(drafts)
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    later = {id(draft): at for at, draft in enumerate(figures)}
    return [
        draft
        for draft in drafts
        if id(draft) not in later
        or not any(meet(draft.place, other.place) for other in figures[later[id(draft)] + 1 :])
    ]


def _things_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Of a thing that two finders ask for, only the first question that is sure."""
    seen: set[int] = set()
    kept: list[Draft] = []
    for draft in drafts:
        is_thing = draft.kind == "object" and draft.certainty >= SURE and draft.blank != ""
        if not is_thing or draft.place.end not in seen:
            kept.append(draft)
        if is_thing:
            seen.add(draft.place.end)
    return kept


def _first_asked(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        kinds = ASKED_ONCE.get(draft.kind, ())
        before = (other for other in kept if other.kind in kinds and other.certainty >= SURE)
        if not any(meet(other.place, draft.place) for other in before):
            kept.append(draft)
    return kept


def meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
