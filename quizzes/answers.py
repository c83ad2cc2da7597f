"""Whether a typed answer is the expected one: fair to how it is written, strict on what it says."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from quizzes.normalising import normalise
from quizzes.numerals import NUMBER, number
from quizzes.quantities import Amount, Date, amount, date, ends

# Measure words of which there is only one in question; a length or a sum needs its unit.
COUNTERS = {*"个项条件家户名人次份座所处批种类门位届期站艘辆列台套间栋村镇县市天", "人次", "部门"}
MOST_BLANKS = 6  # a stem has one or two; one made of question words would take seconds


def same_answer(given: str, accepted: Sequence[str], stem: str = "") -> bool:
    """Whether `given` says the same as one of the texts in `accepted`.

    `stem` is the question, its blank ____ or its question word: what stands beside the blank, such
    as a unit, may be typed again or left out.
    """
    typed = normalise(given)
    if not typed:
        return False
    blanks = list(islice(surroundings(stem), MOST_BLANKS))
    ordered = re.search("分别|分列|依次|先后|(?:顺序|次序)(?!不限)", stem) is not None
    expected = {form for text in accepted for form in variants(normalise(text), blanks)}
    return any(
        same_text(one, other)
        or same_value(one, other, stem)
        or same_range(one, other, stem)
        or (not ordered and same_list(one, other))
        for one in set(variants(typed, blanks))
        for other in expected
    )


GAP = re.compile(r"[_＿]+|[（(]\s*[)）]")
QUESTION_WORD = re.compile("多少|几|哪一?|何")
OWN_PREFIX = ("第", "百分之", "千分之", "万分之")


def surroundings(stem: str) -> Iterator[tuple[str, str]]:
    """What stands before and after the blank; without one, each question word may be the place."""
    for blank in list(GAP.finditer(stem)) or QUESTION_WORD.finditer(stem):
        after = normalise(stem[blank.end() :]).removeprefix("单位:")
        yield normalise(stem[: blank.start()]), after


def variants(text: str, blanks: Sequence[tuple[str, str]]) -> Iterator[str]:
    """`text`; without what the stem shows before or after the blank; with a 第 that it shows."""
    yield text
    for before, after in blanks:
        if (shown := overlap(before, text[:-1])) > 1:
            yield text[shown:]
        shown = overlap(text[1:], after)
        bare = text[: len(text) - shown]
        if shown > 1 or (shown and re.search(rf"(?:{NUMBER}|[多余%])$", bare)):
            yield bare
        for prefix in OWN_PREFIX:
            if before.endswith(prefix) and not text.startswith(prefix):
                yield prefix + text


def overlap(left: str, right: str) -> int:
    """How many characters, at most, end `left` and begin `right`."""
    lengths = range(min(len(left), len(right)), 0, -1)
    return next((n for n in lengths if left.endswith(right[:n])), 0)


def same_text(given: str, accepted: str) -> bool:
    return arabic(given) == arabic(accepted)


@lru_cache(maxsize=1024)
def arabic(text: str) -> str:
    """`text` with each numeral in Arabic digits, 第六代 → 第6代, and ranges like 2006-2020年."""
    text = re.sub(NUMBER, lambda found: decimal(found[0]), text)
    return re.sub(r"(?<=[0-9])[年月日%]?(?:[-‐-―~]+|至|到)(?=[0-9])", "-", text)


def decimal(numeral: str) -> str:
    value = number(numeral)
    if value is None:
        return numeral
    whole, rest = divmod(value, 1)
    digits = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{whole}.{digits}" if digits else str(whole)


def same_value(given: str, accepted: str, stem: str) -> bool:
    """Whether both are one date, or one number with units that agree."""
    return same_date(date(given), date(accepted)) or same_amount(
        amount(given), amount(accepted), stem
    )


def same_range(given: str, accepted: str, stem: str) -> bool:
    """Whether both go from one value to another, and these are the same: 5—10年 and 五到十年."""
    return any(
        same_value(low, from_, stem) and same_value(high, to, stem)
        for from_, to in ends(accepted)
        for low, high in ends(given)
    )


def same_date(given: Date | None, accepted: Date | None) -> bool:
    if given is None or accepted is None or not (given.spelt or accepted.spelt):
        return False
    return (given.year, given.month, given.day) == (accepted.year, accepted.month, accepted.day)


def same_amount(given: Amount | None, accepted: Amount | None, stem: str) -> bool:
    if given is None or accepted is None or given.number != accepted.number:
        return False
    if given.ordinal and not accepted.ordinal:
        return False
    if {given.bound, accepted.bound} == {"over", "under"}:
        return False
    return same_unit(given.unit, accepted.unit, stem)


def same_unit(given: str, accepted: str, stem: str) -> bool:
    """条 and 条, nothing for 条, 部门 for 个部门, and 条线路 for 条 where the stem has 线路."""
    if given == accepted or (not given and accepted in COUNTERS):
        return True
    if len(given) > 1 and given.removeprefix("个") == accepted.removeprefix("个"):
        return True
    thing = given.removeprefix(accepted)
    return bool(accepted) and thing != given and thing in normalise(stem)


AND = re.compile(r"[、,]|(?<=..)(?:以及|和|与|及)(?=..)")


def same_list(given: str, accepted: str) -> bool:
    """Whether both have the same members, two at least, in any order."""
    members = split(accepted)
    if len(members) < 2:
        return False
    if sorted(split(given)) == sorted(members):
        return True
    glued = "".join(split(given))  # members with spaces or nothing between them
    if re.search("[0-9]", glued):
        return False
    for member in sorted(members, key=len, reverse=True):
        if member not in glued:
            return False
        glued = glued.replace(member, "、", 1)
    return not glued.strip("、和与及")


def split(text: str) -> list[str]:
    return [arabic(member) for member in AND.split(text.removesuffix("等")) if member]
