"""Numbers that could be taken for another: of the same shape, from the document or near it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import cn2an

from quizzes.generation.lots import shuffled
from quizzes.generation.reading.expressions import Number
from quizzes.text.types import Span

NOWHERE = Span(0, 0)
PERCENT_AWAY = (62, 67, 73, 79, 85, 88, 113, 119, 126, 134, 143, 152, 160)
RATIOS = tuple(Decimal(percent) / 100 for percent in PERCENT_AWAY)
# Within what time something has to be done, by unit.
TIMES = dict.fromkeys(
    ("日", "个工作日", "工作日"), (1, 2, 3, 5, 7, 10, 15, 20, 22, 25, 30, 45, 60, 90)
) | {"小时": (1, 2, 3, 4, 6, 8, 12, 24, 36, 48, 72, 96), "分钟": (5, 10, 15, 20, 30, 45, 60, 90)}
AGES = (14, 16, 18, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 80)
TIMES |= {"岁": AGES, "周岁": AGES}
FIVES = tuple(range(5, 100, 5))
STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
# 200 stands among 100, 150, 250, 300: half steps of its round figure.
HALVES = range(5, 100, 5)
# And 80余, 130余 among 100余.
TENTHS = range(5, 100)
NEAREST, FARTHEST = Decimal("0.58"), Decimal("1.7")
TOO_NEAR = Decimal("0.1")


def order(number: Number) -> Decimal:
    return number.value


def rivals(
    key: Number,
    kin: Sequence[Number],
    true: Sequence[Number],
    seed: str,
    most: int | None = None,
) -> list[Number]:
    """Numbers shaped like `key`, none of them equal or near to one in `true`, the best first.

    None is over `most`, where there are no more of what is counted.
    """
    found: dict[Decimal, Number] = {}
    for number in [*_from_document(key, kin, seed), *_around(key, seed)]:
        if most is not None and number.value > most:
            continue
        if _is_wrong(number, [key, *true]) and _fits(number, key):
            found.setdefault(number.value, number)
    return list(found.values())


def written(number: Number, key: Number) -> str:
    """`number` as the document would write it in the key's place."""
    if key.measure == "fraction":
        return number.written
    if not key.digits[0].isdigit():
        return number.written + (key.unit if key.measure == "count" else "")
    figure = number.digits.replace(",", "")
    if "," in key.digits:
        whole, dot, part = figure.partition(".")
        figure = f"{int(whole):,}{dot}{part}"
    before, behind = key.written.split(key.digits, 1)
    return f"{before}{figure}{behind}{key.unit}"


def _is_wrong(number: Number, true: Sequence[Number]) -> bool:
    """Far enough from every true value that no reader could call it right as well."""
    return all(
        (one.measure, one.unit) != (number.measure, number.unit)
        or (
            number.value != one.value
            and (abs(number.value - one.value) >= TOO_NEAR * one.value or _is_small(one))
        )
        for one in true
    )


def _is_small(number: Number) -> bool:
    """A whole number too short for nearness to matter: 14 is no other reading of 15."""
    if not number.digits.replace(",", "").replace(".", "").isdigit():
        return False
    return number.more == "" and _mantissa(number)[0] < 20


def _fits(number: Number, key: Number) -> bool:
    if key.measure in {"percent", "permille"} and key.value <= 100 < number.value:
        return False
    return number.value > 0 and not _is_turned(number, key)


def _is_turned(number: Number, key: Number) -> bool:
    """75 for 57: the same digits in another order give the trick away."""
    return sorted(number.digits) == sorted(key.digits) and len(key.digits) > 1


def _from_document(key: Number, kin: Sequence[Number], seed: str) -> list[Number]:
    alike = {
        number.value: number
        for number in kin
        if (number.measure, number.unit, number.scale, number.more)
        == (key.measure, key.unit, key.scale, key.more)
        and _shape(number) == _shape(key)
        and key.value * NEAREST <= number.value <= key.value * FARTHEST
    }
    return shuffled(seed, [alike[value] for value in sorted(alike)])


def _shape(number: Number) -> tuple[bool, int, bool, bool]:
    """Arabic or not, decimals, roundness, where 余 stands: what a guesser could go by."""
    plain = number.digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return plain[0].isdigit(), decimals, plain.endswith("0"), "/" in plain


def _mantissa(number: Number) -> tuple[int, int, int]:
    """The digits as a whole number without its closing zeros, those zeros, and the decimals."""
    plain = number.digits.replace(",", "")
    whole = int(plain.replace(".", ""))
    decimals = len(plain.partition(".")[2])
    zeros = 0
    while not decimals and whole and whole % 10 == 0:
        whole, zeros = whole // 10, zeros + 1
    return whole, zeros, decimals


def _around(key: Number, seed: str) -> Iterator[Number]:
    if key.measure == "fraction":
        yield from _fractions(key, seed)
    elif not key.digits[0].isdigit():
        yield from _in_words(key, seed)
    else:
        yield from _in_figures(key, seed)


def _in_figures(key: Number, seed: str) -> Iterator[Number]:
    whole, zeros, decimals = _mantissa(key)
    if whole < 10 and zeros and (zeros > 1 or not key.more):
        yield from _halves(key, whole, zeros, seed)
    usual = _usual(key)
    for near in _near(whole, seed, usual):
        if near % 10 == 0 and not decimals and whole not in usual:
            continue
        if decimals and whole % 10 == 0:
            near = near // 10 * 10
        elif decimals and near % 10 == 0:
            near += 1
        digits = str(near * 10**zeros)
        if decimals:
            digits = digits.rjust(decimals + 1, "0")
            digits = f"{digits[:-decimals]}.{digits[-decimals:]}"
        factor = Decimal(digits) / Decimal(key.digits.replace(",", ""))
        yield replace(key, span=NOWHERE, digits=digits, value=key.value * factor)


def _usual(key: Number) -> Sequence[int]:
    """The values that such a figure commonly has: 24小时 among 12, 36, 48; 15% among 10%, 20%."""
    if key.measure == "percent" and key.value % 5 == 0 and key.value % 10 != 0:
        return FIVES
    return TIMES.get(key.unit, ())


def _halves(key: Number, whole: int, zeros: int, seed: str) -> Iterator[Number]:
    """Of 200: 100, 150, 250, 300 - as round, or half as round, and not far away."""
    steps = TENTHS if key.more else HALVES
    wanted = [n for n in steps if whole * 5 <= n <= max(whole * 17, 20) and n != whole * 10]
    for near in shuffled(seed, wanted):
        digits = str(near * 10 ** (zeros - 1))
        factor = Decimal(digits) / Decimal(key.digits.replace(",", ""))
        yield replace(key, span=NOWHERE, digits=digits, value=key.value * factor)


def _near(whole: int, seed: str, usual: Sequence[int] = ()) -> list[int]:
    if whole in usual:
        return shuffled(seed, [one for one in usual if whole / 4 <= one <= whole * 3])
    if whole < 20:
        near = (whole + step for step in shuffled(seed, STEPS))
        return [number for number in near if 0 < number <= max(whole * 2, 4)]
    return [round(whole * ratio) for ratio in shuffled(seed, RATIOS)]


def _in_words(key: Number, seed: str) -> Iterator[Number]:
    """百分之八十, 千分之五: the numeral is written in Chinese."""
    value = int(key.value)
    if value != key.value:
        return
    step = 10 if value % 10 == 0 else 1
    for near in _near(value // step, seed):
        said = cn2an.an2cn(near * step)
        written_as = key.written.replace(key.digits, said)
        yield replace(
            key, span=NOWHERE, digits=said, written=written_as, value=Decimal(near * step)
        )


def _fractions(key: Number, seed: str) -> Iterator[Number]:
    """1/12, 三分之二: the denominator or the numerator moves."""
    if "/" in key.written:
        top, bottom = (int(part) for part in key.written.split("/"))
    else:
        bottom, top = (int(cn2an.cn2an(part, "smart")) for part in key.written.split("分之"))
    for near in _near(bottom, seed):
        for over in {top, top + 1} if top > 1 else {top}:
            if near > over and near != bottom:
                text = f"{over}/{near}" if "/" in key.written else _spelt(over, near)
                value = Decimal(over) / Decimal(near)
                yield replace(key, span=NOWHERE, digits=text, written=text, value=value)


def _spelt(top: int, bottom: int) -> str:
    return f"{cn2an.an2cn(bottom)}分之{cn2an.an2cn(top)}"
