"""What could be at the heart of a policy instead: wrong options for roles and principles."""

from collections.abc import Iterator

import rjieba

from quizzes.generation.context import Context
from quizzes.generation.lexicon import CENTRES, GOVERNING, HEADS
from quizzes.generation.lots import shuffled

WANTED = 3
MOST_APART = 4
PRINCIPLES = {"基本原则": "原则", "基本国策": "国策"}


def head_of(what: str) -> str:
    """The noun of the lexicon that `what` ends in, the longest."""
    return next((what[-n:] for n in (4, 3, 2) if len(what) > n and what[-n:] in HEADS), "")


def is_deed(what: str) -> bool:
    """落实支持措施: something done, not a thing."""
    first = rjieba.cut(what)[0]
    return first in GOVERNING and len(what) > len(first) + 2


def rivals(what: str, noun: str, context: Context, *, said_too: bool = False) -> tuple[str, ...]:
    """Three of the key's make that the document does not speak of, or none.

    `noun` is the noun that says what is asked for (原则); without it the key's own end does. Where
    only one thing can be true (the greatest of all), `said_too` lets in what the document names.
    """
    chosen: list[str] = []
    for other in shuffled(f"{what} {noun}", list(_others(what, noun))):
        near = abs(len(other) - len(what)) <= min(MOST_APART, max(1, len(what) // 2))
        if near and (said_too or other not in context.text) and not _shares(what, other, chosen):
            chosen.append(other)
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()


def _others(what: str, noun: str) -> Iterator[str]:
    noun = PRINCIPLES.get(noun, noun)
    if noun[-2:] in CENTRES:
        yield from CENTRES[noun[-2:]]
    elif noun:
        yield from (whole.removesuffix(noun) for whole in HEADS.get(noun, ()))
    elif len(what) == 2:
        yield from CENTRES["二"]
    else:
        near = CENTRES.get(what[-2:], ()) or CENTRES.get(what[-1:], ())
        yield from near or HEADS.get(head_of(what), ())


def _shares(what: str, other: str, chosen: list[str]) -> bool:
    """It has two characters in common with the key, but for the noun both end in."""
    tail = 2 if what[-2:] == other[-2:] else 0
    body = other[: len(other) - tail]
    mine = what[: len(what) - tail]
    pairs = {mine[at : at + 2] for at in range(len(mine) - 1)}
    return (
        other == what
        or any(body[at : at + 2] in pairs for at in range(len(body) - 1))
        or (other in chosen)
    )
