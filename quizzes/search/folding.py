"""A text as it is searched: what does not count is gone, and its numbers are whole.

Width, case, traditional and simplified characters, spaces and quotation marks do not count.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from opencc import OpenCC

BREAK = "|"
GONE = "\0"
IGNORED = re.compile(r"[\s•·“”‘’\"'`《》〈〉「」『』\u200b-\u200f\u2060\ufeff]")
KEPT = ",.%‰°"  # in numbers, and behind them
# A comma between Chinese clauses never stands inside a number; a Western one may.
CLAUSE_COMMA = "，"
PIECE = re.compile(r"(?P<number>[0-9]+(?:,[0-9]{3})*(?![0-9])(?:\.[0-9]+)?)|.", re.DOTALL)
UNIT = re.compile(r" [^ ]+ |.", re.DOTALL)
LONGEST_TOKEN = 60  # characters; PostgreSQL takes words of 2046 bytes


@dataclass(frozen=True)
class Folded:
    """`text` is runs of signs with | between them; a number stands between spaces.

    `places` has, for each character of `text`, where in the original it comes from.
    """

    text: str
    places: list[int]

    def ranges(self, word: str) -> Iterator[tuple[int, int]]:
        """Where in the original a folded word stands, each time."""
        at = self.text.find(word)
        while at >= 0:
            yield self.places[at], self.places[at + len(word) - 1] + 1
            at = self.text.find(word, at + len(word))


def fold(text: str) -> Folded:
    """The text as it is searched. Folding what was folded again changes nothing but spaces."""
    signs = [(form, place) for place, sign in enumerate(text) for form in _forms(sign)]
    stream = "".join(form for form, _place in signs)
    folded: list[tuple[str, int]] = []
    for piece in PIECE.finditer(stream):
        here = signs[piece.start() : piece.end()]
        if piece["number"]:
            digits = [sign for sign in here if sign[0] != ","]
            folded += [(" ", here[0][1]), *digits, (" ", here[-1][1])]
        elif piece[0] == GONE:
            continue
        elif piece[0] not in ",.|":
            folded += here
        elif folded and folded[-1][0] != BREAK:
            folded.append((BREAK, here[0][1]))
    return Folded("".join(sign for sign, _place in folded), [place for _sign, place in folded])


def tokens(folded: str) -> list[str]:
    """The words of the database's index: pairs of neighbours, and numbers by themselves.

    Two signs are enough to find anything; a longer word stands only where all its pairs do.
    """
    found: dict[str, None] = {}
    for run in folded.split(BREAK):
        units = [unit.strip() for unit in UNIT.findall(run)]
        found |= dict.fromkeys(unit for unit in units if unit.isascii() and unit[:1].isdigit())
        found |= dict.fromkeys(one + two for one, two in pairwise(units))
    return [token[:LONGEST_TOKEN] for token in found]


@lru_cache(maxsize=20_000)
def _forms(sign: str) -> str:
    """The sign in its ordinary form, which may be several; GONE, or a | where words end."""
    if IGNORED.match(sign):
        return GONE
    if sign == CLAUSE_COMMA or (sign.isdigit() and not sign.isdecimal()):
        return BREAK
    forms = unicodedata.normalize("NFKC", sign).casefold()
    return "".join(_plain(form) for form in forms)


def _plain(form: str) -> str:
    """One letter, digit or sign as it counts; whatever else it is, words end there."""
    if form.isalnum():
        return str(_simplifier().convert(form))
    return form if form in KEPT else BREAK


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")
