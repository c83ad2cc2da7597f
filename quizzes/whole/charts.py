"""Small charts of what a figure says: a change from one value to another, a part of a whole."""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizzes.generation.reading.expressions import Number, expressions
from quizzes.models import Fact
from quizzes.text.types import Span
from quizzes.whole.dated import clause_at

CHANGE = re.compile(r"(\d+(?:\.\d+)?)→(\d+(?:\.\d+)?)")
WHOLES = {"percent": 100, "permille": 1000, "fraction": 1}
OF_A_WHOLE = re.compile(r"占|比重|比例|(?<!增长)(?<!利)(?<!汇)率")
# 增长5%, 占比提高2%: how much it moved, not how much of the whole it is.
MOVES = re.compile(
    r"增长|提高|下降|减少|上升|回升|降低|提升|增加|削减|缩减|同比|环比|增速|跌|涨|降|升"
)
ROW = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """`length` is from 0 to 100, `y` the top of the bar in a drawing of twelve units a row."""

    label: str
    length: float
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from zero on one scale: to the greater value of a change, to the whole of a share."""

    bars: tuple[Bar, ...]
    is_share: bool

    @property
    def height(self) -> int:
        return ROW * len(self.bars)


def chart(fact: Fact) -> Chart | None:
    if fact.kind == Fact.Kind.CHANGE:
        return change_chart(fact)
    return share_chart(fact) if fact.kind == Fact.Kind.SHARE else None


def change_chart(fact: Fact) -> Chart | None:
    """Two bars, where the text gives both values in one unit."""
    found = CHANGE.match(fact.value)
    named = numbers(fact.answer)
    if not found or len(named) != 2 or named[0].unit != named[1].unit:
        return None
    before, after = float(found[1]), float(found[2])
    most = max(before, after)
    if not most:
        return None
    values = zip(named, (before, after), strict=True)
    bars = (
        Bar(of(number, fact.answer), length(value / most), y=row * ROW + 2)
        for row, (number, value) in enumerate(values)
    )
    return Chart(tuple(bars), is_share=False)


def share_chart(fact: Fact) -> Chart | None:
    """One bar, where the sentence says that it is a part of a whole."""
    share = part(fact)
    if share is None or not is_of_a_whole(fact):
        return None
    return Chart((Bar(fact.answer, length(float(share)), y=2),), is_share=True)


def part(fact: Fact) -> Decimal | None:
    """The share as a part of one, above 0 and at most 1."""
    named = numbers(fact.answer)
    if len(named) != 1 or named[0].measure not in WHOLES:
        return None
    share = named[0].value / WHOLES[named[0].measure]
    return share if 0 < share <= 1 else None


def is_of_a_whole(fact: Fact) -> bool:
    if fact.evidence_start is None or fact.answer_start is None:
        return False
    at = fact.answer_start - fact.evidence_start
    clause = clause_at(fact.evidence, at)
    before = clause[: clause.find(fact.answer)] if fact.answer in clause else ""
    said = list(OF_A_WHOLE.finditer(before))
    return bool(said) and not MOVES.search(before, said[-1].end())


def numbers(text: str) -> list[Number]:
    found = expressions(text, Span(0, len(text)))
    return [one for one in found if isinstance(one, Number)]


def of(number: Number, text: str) -> str:
    return number.span.of(text)


def length(share: float) -> float:
    return round(share * 100, 2)
