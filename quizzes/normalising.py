"""A text without what does not count when answers are compared."""

import re
import unicodedata
from functools import cache

from opencc import OpenCC

from quizzes.numerals import DIGITS

BETWEEN_QUOTES = re.compile(r"[”’\"'》」』]\s*[“‘\"'《「『]")
IGNORED = re.compile(r"[\s的·•“”‘’\"'`《》〈〉「」『』()\[\]【】〔〕\u200b-\u200f\u2060\ufeff]")
COMMA = re.compile(r"[;、]|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),")
AROUND = "。.、,;:!?…"
SIGNS = str.maketrans("⁄−∶", "/-:")

ONES = {sign: str(value) for sign, value in DIGITS.items() if sign != "两"} | {"o": "0"}
ONE = rf"[0-9{''.join(ONES)}]"
MIXED_YEAR = re.compile(rf"(?<!{ONE})(?<![十百千万亿.]){ONE}{{4}}(?!{ONE}|[十百千万亿.])")


def normalise(text: str) -> str:
    """`text` without what does not count: width, case, spaces, quotation marks, 的, end marks.

    Traditional characters become simplified ones, a year that mixes its digits (二0二0) Arabic,
    marks between the members of a list 、. Normalising again changes nothing.
    """
    while (shorter := _once(text)) != text:
        text = shorter
    return text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFKC", BETWEEN_QUOTES.sub("、", text)).casefold()
    text = IGNORED.sub("", _simplifier().convert(text).translate(SIGNS)).strip(AROUND)
    return MIXED_YEAR.sub(_year, COMMA.sub("、", text))


def _year(found: re.Match[str]) -> str:
    digits = found[0]
    mixed = any(sign in DIGITS for sign in digits) and any(sign in "0123456789o" for sign in digits)
    return "".join(ONES.get(sign, sign) for sign in digits) if mixed else digits


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
