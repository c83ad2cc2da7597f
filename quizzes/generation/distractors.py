"""Wrong options: of the answer's type, unit and precision, and certainly wrong."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizzes.generation import near_dates, near_numbers
from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.expressions import Date, Number
from quizzes.generation.lots import draw, shuffled

T = TypeVar("T")
WRONG = 3


@dataclass(frozen=True)
class Said:
    """A figure of the document, as it is written, with the words around it."""

    figure: Date | Number
    written: str
    words: str


def options(draft: Draft, seed: str, said: Sequence[Said]) -> tuple[str, ...] | None:
    """The four options in the order shown, the key among them; None where three are not to be had.

    Figures stand in ascending order, the key at a rank drawn from `seed`; terms in drawn order.
    """
    if draft.figure is None:
        return _terms(draft, seed)
    kin = [
        one.figure
        for one in said
        if not _same_matter(draft, one) and one.written not in draft.statement
    ]
    true = [one.figure for one in said if _same_matter(draft, one)]
    if isinstance(draft.figure, Date):
        return _ranked(
            draft.figure,
            seed,
            near_dates.rivals(draft.figure, _of(Date, kin), _of(Date, true), seed),
            near_dates.order,
            near_dates.written,
        )
    return _ranked(
        draft.figure,
        seed,
        near_numbers.rivals(draft.figure, _of(Number, kin), _of(Number, true), seed),
        near_numbers.order,
        near_numbers.written,
    )


def _of(kind: type[T], figures: Iterable[object]) -> list[T]:
    return [figure for figure in figures if isinstance(figure, kind)]


def _same_matter(draft: Draft, one: Said) -> bool:
    """The figure is, or may be, a statement about what the draft asks."""
    if one.figure.span == draft.place:
        return True
    asked = _pairs(draft.statement.replace(SLOT, ""))
    return len(asked & _pairs(one.words)) > 0.6 * len(asked)


def _pairs(text: str) -> set[str]:
    plain = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _ranked(
    key: T,
    seed: str,
    rivals: Sequence[T],
    order: Callable[[T], object],
    written: Callable[[T, T], str],
) -> tuple[str, ...] | None:
    """Three rivals around the key so that its rank is the one drawn, or the next that can be."""
    below = [rival for rival in rivals if order(rival) < order(key)]  # type: ignore[operator]
    above = [rival for rival in rivals if order(rival) > order(key)]  # type: ignore[operator]
    first = draw(f"rank {seed}", WRONG + 1)
    for rank in ((first + turn) % (WRONG + 1) for turn in range(WRONG + 1)):
        if len(below) >= rank and len(above) >= WRONG - rank:
            chosen = [key, *below[:rank], *above[: WRONG - rank]]
            ordered = sorted(chosen, key=order)  # type: ignore[arg-type]
            return tuple(written(one, key) for one in ordered)
    return None


def _terms(draft: Draft, seed: str) -> tuple[str, ...] | None:
    if len(draft.rivals) < WRONG:
        return None
    return tuple(shuffled(seed, [draft.key, *shuffled(f"rivals {seed}", draft.rivals)[:WRONG]]))
