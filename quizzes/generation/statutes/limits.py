"""Limits as rules write them: 十万元以上五十万元以下, 6个月至12个月, 三分之二; and near ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import log
from unicodedata import normalize

import cn2an

from quizzes.generation.reading.expressions import chinese_number
from quizzes.text.types import Span

NUMERAL = r"(?:\d+(?:\.\d+)?[万亿]?|[一二两三四五六七八九十百千万]+)"
UNIT = (
    r"(?:元|倍|个百分点|个月|个学期|学期|学年|个工作日|工作日|日|天|周岁|周|年|岁|小时|分钟|"
    r"人次|人|名|次|个|家|台|户|辆|份|标准箱|字|学分|学时|课时|分|平方千米|平方公里|平方米|公里|米|公顷|亩|吨|%)"
)
BORDER = r"(?<![\d.一二两三四五六七八九十百千万第])"
RANGE = re.compile(
    rf"{BORDER}(?P<low>{NUMERAL})(?P<unit1>{UNIT})?(?P<mid>以上|[至到—－～-])"
    rf"(?P<high>{NUMERAL})(?P<unit>{UNIT})(?P<end>以下)?"
)
CAP = re.compile(rf"{BORDER}(?<!以上)(?P<high>{NUMERAL})(?P<unit>元)(?P<end>以下)(?=的?罚[款金])")
SHARE = re.compile(rf"{BORDER}[二三四五六七八九十]分之[一二三四五六七八九]")
PERCENT = re.compile(rf"百分之(?P<number>{NUMERAL})")
SINGLE = re.compile(rf"{BORDER}(?P<number>{NUMERAL})(?P<unit>{UNIT})(?!之)")
# What rules commonly allow, by unit.
STEPS = {
    "日": (2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180),
    "天": (1, 2, 3, 5, 7, 10, 14, 20, 30, 45, 60, 90),
    "个月": (1, 2, 3, 6, 9, 12, 18, 24, 36),
    "年": (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50),
    "周": (1, 2, 3, 4, 6, 8),
    "小时": (1, 2, 3, 4, 6, 7, 8, 9, 10, 12, 24, 36, 48, 72),
    "岁": (14, 16, 18, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65),
    "倍": (1, 2, 3, 5, 10, 20, 30),
    "元": tuple(n * 10**k for k in range(1, 8) for n in (1, 2, 5)),
    "%": (5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90),
    "次": (1, 2, 3, 4, 5, 6, 7, 8),
}
STEPS_OF = {"工作日": "日", "个工作日": "日", "周岁": "岁"}
SHARES = tuple(
    f"{below}分之{above}"
    for below, tops in (("二", "一"), ("三", "一二"), ("四", "一三"), ("五", "一二三四"))
    for above in tops
)
# How many are taken, and how many times the key they may be at most.
NEAR, FARTHEST = 3, 3.2
FARTHEST_OF = {"年": 1.8, "元": 5.1}
MONEY = 100
# Below which figure the values beside it lie how far apart.
EVEN = ((10, 1), (20, 2), (50, 5), (200, 10))


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit as written: `low` and `high` of a range; one value, or a cap, has only `high`.

    `form` is how it is written, with {low} and {high}; the `unit` of a share is empty.
    """

    text: str
    span: Span
    low: str
    high: str
    unit: str
    form: str

    @property
    def is_cap(self) -> bool:
        return not self.low and self.form.endswith("以下")

    @property
    def value(self) -> str:
        """What equal limits share, however they are written."""
        if not self.unit:
            return f"{_share(self.high).normalize():f}fraction"
        low = f"{value(self.low).normalize():f}-" if self.low else ""
        return f"{low}{value(self.high).normalize():f}{self.unit}"


def value(said: str) -> Decimal:
    """The value of a numeral, 10万 included."""
    said = normalize("NFKC", said)
    if said[-1] in "万亿" and said[0].isdigit():
        return Decimal(said[:-1]) * (10**4 if said[-1] == "万" else 10**8)
    return chinese_number(said)


def ranges(text: str, start: int) -> Iterator[Limit]:
    """The ranges and caps that `text` states; `start` is where it stands in the document."""
    for m in RANGE.finditer(text):
        joined = (m["mid"] == "以上") == bool(m["end"]) and (m["unit1"] or m["unit"]) == m["unit"]
        if joined and value(m["low"]) < value(m["high"]):
            form = f"{{low}}{m['unit1'] or ''}{m['mid']}{{high}}{m['unit']}{m['end'] or ''}"
            yield _limit(m, start, m["low"], m["high"], m["unit"], form)
    for m in CAP.finditer(text):
        yield _limit(m, start, "", m["high"], m["unit"], f"{{high}}{m['unit']}以下")


def singles(text: str, start: int) -> Iterator[Limit]:
    """The single values of `text` with their unit, and shares, outside its ranges."""
    taken = [(m.start(), m.end()) for pattern in (RANGE, CAP) for m in pattern.finditer(text)]
    found = [(m, _limit(m, start, "", m[0], "", "{high}")) for m in SHARE.finditer(text)]
    found += [
        (m, _limit(m, start, "", m["number"], "%", "百分之{high}")) for m in PERCENT.finditer(text)
    ]
    found += [
        (m, _limit(m, start, "", m["number"], m["unit"], f"{{high}}{m['unit']}"))
        for m in SINGLE.finditer(text)
    ]
    for m, limit in found:
        inside = any(a <= m.start() < b for a, b in taken)
        if not inside and (not limit.unit or value(limit.high) > 0):
            yield limit


def _limit(m: re.Match[str], start: int, low: str, high: str, unit: str, form: str) -> Limit:
    low, high = normalize("NFKC", low), normalize("NFKC", high)
    place = Span(start + m.start(), start + m.end())
    return Limit(normalize("NFKC", m[0]), place, low, high, unit, form)


def near(limit: Limit, said: str, only: str = "") -> tuple[str, ...]:
    """Other limits of the same form that `said` does not hold; `only` the less or the more."""
    if limit.low:
        return _crossed(limit, said)
    if not limit.unit:
        own = _share(limit.high)
        others = [(_share(text), text) for text in SHARES]
    else:
        own = value(limit.high)
        others = [(step, _written(limit, step)) for step in _steps(limit, own)]
    most = log(FARTHEST_OF.get(limit.unit, FARTHEST)) + 0.01
    fit = [
        (_distance(step, own), text)
        for step, text in others
        if step != own
        and text not in said
        and (not only or (step < own) == (only == "less"))
        and _distance(step, own) <= (most if own > 3 else log(8))
    ]
    return tuple(text for _, text in sorted(fit)[:NEAR])


def _crossed(limit: Limit, said: str) -> tuple[str, ...]:
    """Three ranges that make four with the true one, no end of which is commoner than another."""
    low, high = value(limit.low), value(limit.high)
    lows = sorted(_steps(limit, low), key=lambda step: _distance(step, low))
    highs = sorted(_steps(limit, high), key=lambda step: _distance(step, high))
    for other_low, other_high in product(lows, highs):
        if low == other_low or high == other_high or max(low, other_low) >= min(high, other_high):
            continue
        pairs = ((other_low, high), (low, other_high), (other_low, other_high))
        texts = tuple(_written(limit, one, other) for other, one in pairs)
        if not any(text in said for text in texts):
            return texts
    return ()


def _share(said: str) -> Decimal:
    below, above = said.split("分之")
    return chinese_number(above) / chinese_number(below)


def _steps(limit: Limit, around: Decimal) -> list[Decimal]:
    """The values beside `around`: those that rules use, or even steps."""
    listed = STEPS.get(STEPS_OF.get(limit.unit, limit.unit), ())
    if around in listed or (limit.unit == "元" and around >= MONEY):
        least = 10**4 if limit.high[-1] == "万" and limit.high[0].isdigit() else 0
        return [Decimal(step) for step in listed if step >= least and step != around]
    even = next((n for most, n in EVEN if around < most), int(around) // 10)
    size = next(
        (n for n in (1000, 500, 100, 50, 10, 5) if around % n == 0 and around > 2 * n), even
    )
    return [around + size * n for n in range(-4, 5) if around + size * n > 0]


def _distance(one: Decimal, other: Decimal) -> float:
    return abs(log(one / other))


def _written(limit: Limit, high: Decimal, low: Decimal | None = None) -> str:
    said_low = "" if low is None else _say(low, limit.low)
    return limit.form.format(low=said_low, high=_say(high, limit.high))


def _say(number: Decimal, like: str) -> str:
    """`number` in the script of `like`: 十万, 10万, 100000."""
    if not like[0].isdigit():
        said = str(cn2an.an2cn(int(number)))
        return re.sub(r"^二(?=$|[千万])", "两", said) if "两" in like else said
    if like[-1] in "万亿":
        number /= 10**4 if like[-1] == "万" else 10**8
        return f"{number.normalize():f}{like[-1]}"
    return f"{number.normalize():f}"
