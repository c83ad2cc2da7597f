"""Wrong options: of the answer's type, unit and precision, and certainly wrong."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import draw, shuffled
from quizzes.generation.options import near_dates, near_numbers
from quizzes.generation.reading.expressions import Date, Number, chinese_number

T = TypeVar("T")
Figure = Date | Number
NUMERAL = re.compile(r"\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万]+")
IDEOGRAPHS = re.compile(r"[\u4e00-\u9fff]")
NAMED = re.compile(r"《[^》]*》(?:提出|规定)?，|据(?=《)")
SAME = 0.6
OVER = re.compile(
    f"(?<![不未得])(?:超|超过|突破|逾|不低于|不少于|不得少于|不得低于|至少|高于|多于|大于|以上的?){SLOT}|{SLOT}以上"
)
AT_MOST = re.compile(
    f"(?:不超过|不得超过|不高于|不多于|不到|低于|少于|至多|最多){SLOT}|{SLOT}(?:以下|以内|之内)"
)
# There are fewer than 200 countries.
COUNTRIES, MOST_COUNTRIES = re.compile(f"{SLOT}(?:沿线)?国家"), 190
WRONG = 3
# The least is the key of every figure that is said to be passed: elsewhere it is so less often.
WEIGHTED = (0, 0, 0, 0, *(1, 2, 3) * 5)


@dataclass(frozen=True)
class Said:
    """A figure of the document, as it is written, with the pairs of characters around it."""

    figure: Figure
    written: str
    around: frozenset[str]


def options(draft: Draft, seed: str, said: Sequence[Said]) -> tuple[str, ...] | None:
    """The four options in the order shown, the key among them; None where three are not to be had.

    Figures stand in ascending order, the key at a rank drawn from `seed`; terms in drawn order,
    those that differ in their numerals alone by size.
    """
    if draft.figure is None:
        return _terms(draft, seed)
    true, kin = _sorted_out(draft, said)
    ranks = _ranks(draft, seed)
    if isinstance(draft.figure, Date):
        return _ranked(
            draft.figure,
            ranks,
            _past(near_dates.rivals(draft.figure, _of(Date, kin), _of(Date, true), seed), said),
            near_dates.order,
            near_dates.written,
        )
    most = MOST_COUNTRIES if COUNTRIES.search(draft.statement) else None
    return _ranked(
        draft.figure,
        ranks,
        near_numbers.rivals(draft.figure, _of(Number, kin), _of(Number, true), seed, most),
        near_numbers.order,
        near_numbers.written,
    )


def _past(rivals: Sequence[Date], said: Sequence[Said]) -> list[Date]:
    """Not the years to come of which the document speaks nowhere."""
    years = [one.figure.year for one in said if isinstance(one.figure, Date)]
    latest = max((year for year in years if year), default=0)
    return [date for date in rivals if not date.year or not latest or date.year <= latest]


def _of(kind: type[T], figures: Iterable[object]) -> list[T]:
    return [figure for figure in figures if isinstance(figure, kind)]


def _sorted_out(draft: Draft, said: Sequence[Said]) -> tuple[list[Figure], list[Figure]]:
    """The figures that are, or may be, about what the draft asks; and those that are not."""
    asked = pairs(NAMED.sub("", draft.statement).replace(SLOT, ""))
    true: list[Figure] = []
    kin: list[Figure] = []
    for one in said:
        if one.figure.span == draft.place or len(asked & one.around) > SAME * len(asked):
            true.append(one.figure)
        elif one.written not in draft.statement:
            kin.append(one.figure)
    return true, kin


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring ideographs of `text`: what two wordings have in common."""
    plain = IDEOGRAPHS.findall(text)
    return frozenset(bigrams("".join(plain)))


def _ranks(draft: Draft, seed: str) -> list[int]:
    """The ranks that the key may have among the options, the one drawn first.

    Of what is over a figure a smaller one is true as well, so there the key is the least; of what
    is at most a figure, the greatest.
    """
    if OVER.search(draft.statement):
        return [0]
    if AT_MOST.search(draft.statement):
        return [WRONG]
    first = WEIGHTED[draw(f"rank {seed}", len(WEIGHTED))]
    return [(first + turn) % (WRONG + 1) for turn in range(WRONG + 1)]


def _ranked(
    key: T,
    ranks: Sequence[int],
    rivals: Sequence[T],
    order: Callable[[T], object],
    written: Callable[[T, T], str],
) -> tuple[str, ...] | None:
    """Three rivals around the key so that it has the first of `ranks` that can be had."""
    below = [rival for rival in rivals if order(rival) < order(key)]  # type: ignore[operator]
    above = [rival for rival in rivals if order(rival) > order(key)]  # type: ignore[operator]
    for rank in ranks:
        if len(below) >= rank and len(above) >= WRONG - rank:
            chosen = [key, *below[:rank], *above[: WRONG - rank]]
            ordered = sorted(chosen, key=order)  # type: ignore[arg-type]
            return tuple(written(one, key) for one in ordered)
    return None


def _terms(draft: Draft, seed: str) -> tuple[str, ...] | None:
    if len(draft.rivals) < WRONG:
        return None
    chosen = [draft.key, *shuffled(f"rivals {seed}", draft.rivals)[:WRONG]]
    return tuple(_ascending(chosen) or shuffled(seed, chosen))


def _ascending(texts: Sequence[str]) -> list[str] | None:
    """第二, 第三, 第四 · 三年, 五年, 十年: texts that differ in their numerals, by size."""
    shapes = {NUMERAL.sub("#", text) for text in texts}
    if len(shapes) != 1 or "#" not in shapes.pop():
        return None
    return sorted(texts, key=lambda text: [chinese_number(n) for n in NUMERAL.findall(text)])
