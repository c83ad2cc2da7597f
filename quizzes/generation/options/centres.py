"""What of the document could stand in a role instead: wrong options for 以_为核心, _的统领作用."""

import re
from functools import lru_cache

import rjieba

from quizzes.generation.lexicon import GOVERNING, known_head
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.options.kin import kin
from quizzes.generation.reading.context import Context

WHAT = r"(?P<what>[\u4e00-\u9fff]{2,16}?)"
WANTED = 3
MOST_APART = 4


def head_of(what: str) -> str:
    """The noun that `what` ends in: the longest of the lexicon, or its last word of two."""
    known = known_head(what, before=1)
    if known or len(what) < 6:
        return known
    word, tag = rjieba.tag(what)[-1]
    return word if len(word) == 2 and tag in {"n", "vn"} else ""


def is_deed(what: str) -> bool:
    """落实支持措施: something done, not a thing."""
    first = rjieba.cut(what)[0]
    return first in GOVERNING and len(what) > len(first) + 2


def rivals(what: str, role: str, near: str, context: Context) -> tuple[str, ...]:
    """Three things of the document that end in the key's noun, or play such a role elsewhere.

    `role` is the noun of the frame (核心, 原则), `near` the paragraph: its things may be true too.
    """
    head = head_of(what)
    found = kin(what, head, near, context.text) if head else ()
    return found or _framed(what, role, near, context)


def _framed(what: str, role: str, near: str, context: Context) -> tuple[str, ...]:
    chosen: list[str] = []
    others = dict.fromkeys(_in_role(role, context.text)) if role else {}
    for other in shuffled(f"{what} {role}", list(others)):
        apart = abs(len(other) - len(what)) <= min(MOST_APART, max(1, len(what) // 2))
        if apart and other not in near and not _shares(what, other, chosen):
            chosen.append(other)
    return tuple(chosen[:WANTED]) if len(chosen) >= WANTED else ()


@lru_cache(maxsize=64)
def _in_role(role: str, text: str) -> tuple[str, ...]:
    """Everything that the document gives this role: 以甲为核心, 按照乙的原则."""
    frames = (
        rf"(?<![加予得难所可足用])以{WHAT}为{role}",
        rf"(?:按照|坚持|遵循|秉持){WHAT}的?{role}",
    )
    return tuple(m["what"] for frame in frames for m in re.finditer(frame, text))


def _shares(what: str, other: str, chosen: list[str]) -> bool:
    """It has two characters in common with the key."""
    return other in chosen or not set(bigrams(what)).isdisjoint(bigrams(other))
