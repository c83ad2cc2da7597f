"""Chinese and Arabic numerals, also mixed (28万, 1亿2千万), → exact numbers."""

import re
from fractions import Fraction

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
LONGEST = 40  # characters; nobody means a longer number

CHINESE_DIGITS = "".join(DIGITS)
ARABIC = r"[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+"
NUMBER = rf"(?:{ARABIC}|[{''.join([*DIGITS, *SMALL, *LARGE])}]|点(?=[{CHINESE_DIGITS}]))++"
PART = re.compile(rf"{ARABIC}|[{CHINESE_DIGITS}]+|.", re.DOTALL)
SPOKEN_DECIMAL = re.compile(rf"(.+)点([{CHINESE_DIGITS}]+)([万亿]*)")


def number(text: str) -> Fraction | None:
    """The value of 1,373 · 28万 · 一千三百七十三 · 二〇二〇 · 一点五万; None for anything else."""
    if not text or len(text) > LONGEST:
        return None
    if not (spoken := SPOKEN_DECIMAL.fullmatch(text)):
        return integer(text)
    whole, decimals, scale = spoken.groups()
    digits = "".join(str(DIGITS[c]) for c in decimals)
    base, factor = integer(whole), integer("一" + scale)
    if base is None or factor is None:
        return None
    return (base + Fraction(int(digits), 10 ** len(digits))) * factor


def integer(text: str) -> Fraction | None:
    """The value of `text` without 点; an Arabic part may have decimals (1.5万)."""
    reading = Reading()
    understood = all(reading.take(part) for part in PART.findall(text))
    return reading.total() if understood else None


class Reading:
    """What has been read of a numeral, from the left.

    `large` is what 亿 and 万 have closed, `section` what 千, 百 and 十 have closed since, and
    `open` the digits after that. `unit` is the unit read last.
    """

    def __init__(self) -> None:
        self.large = self.section = Fraction(0)
        self.open: Fraction | None = None
        self.unit = 0
        self.seen: set[str] = set()
        self.last = ""

    def take(self, part: str) -> bool:
        """Reads on by one unit or run of digits; false where no numeral goes on like that."""
        if part in SMALL:
            understood = self.close_small(part)
        elif part in LARGE:
            understood = self.close_large(part)
        else:
            understood = self.read_digits(part)
        self.last = part
        return understood

    def read_digits(self, part: str) -> bool:
        if self.open is not None:
            return False
        if part[0].isascii():
            if not part[0].isdigit():
                return False
            self.open = Fraction(part.replace(",", ""))
            return True
        if part[0] not in DIGITS or (self.unit and len(part.lstrip("零〇○")) > 1):
            return False
        self.open = Fraction(int("".join(str(DIGITS[c]) for c in part)))
        return bool(self.open) or not self.unit  # 零 alone, but not 十零

    def close_small(self, part: str) -> bool:
        unit = SMALL[part]
        run = len(self.last.lstrip("零〇○")) > 1 and self.last[0] in DIGITS  # 二三十
        if run or self.open == 0 or (0 < self.unit < 10**4 and unit >= self.unit):
            return False
        self.section += (1 if self.open is None else self.open) * unit
        self.open, self.unit = None, unit
        return True

    def close_large(self, part: str) -> bool:
        inner = self.section + (self.open or 0)
        if part in self.seen or not (inner or self.large or self.open is not None):
            return False
        if part == "亿":
            self.large = (self.large + inner) * LARGE[part]
            self.seen = {part}
        else:
            self.large += inner * LARGE[part]
            self.seen.add(part)
        self.section, self.open, self.unit = Fraction(0), None, LARGE[part]
        return True

    def total(self) -> Fraction:
        spoken = self.unit >= 100 and self.last in DIGITS  # 一万二 is 12000, 一万零二 is 10002
        open_ = (self.open or 0) * (self.unit // 10 if spoken else 1)
        return self.large + self.section + open_
