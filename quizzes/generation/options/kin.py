"""What else the document speaks of that ends in the same noun: its reforms, its centres."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import rjieba

from quizzes.generation.lexicon import ACTIONS, GOVERNING, NOMINAL_VERBS
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled

CHUNK = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]+")
WANTED = 3
COMMON = frozenset(("制度", "体系", "综合", "工作", "管理"))
LEAST_BODY, LONGEST, MOST_APART = 4, 16, 6
INSIDE = ("n", "vn", "j", "b", "an", "l", "i", "eng", "f", "s", "x", "nz", "ns")
OPENINGS = frozenset("各全本该此其新第多等唯有")
LEVELS = frozenset(("国家级", "省级", "市级", "县级", "方面", "领域", "有关", "相关"))


def kin(key: str, noun: str, near: str, text: str) -> tuple[str, ...]:
    """Three phrases of the document `text` that end in `noun` as `key` does, or none.

    What stands in `near`, the key's own paragraph, may be true of the same thing.
    """
    chosen: list[str] = []
    body = key.removesuffix(noun)
    for other in shuffled(f"{key} {noun}", list(phrases(text, noun))):
        mine = other.removesuffix(noun)
        apart = abs(len(other) - len(key)) <= MOST_APART and other not in near
        if apart and not any(_alike(mine, one) for one in (body, *chosen)):
            chosen.append(mine)
    return tuple(f"{mine}{noun}" for mine in chosen[:WANTED]) if len(chosen) >= WANTED else ()


@lru_cache(maxsize=64)
def phrases(text: str, noun: str) -> tuple[str, ...]:
    """Every noun phrase of `text` that ends in `noun`, each once."""
    found: dict[str, None] = {}
    for chunk in CHUNK.findall(text):
        if noun in chunk:
            for phrase in _ending(rjieba.tag(chunk), noun):
                fits = len(noun) + LEAST_BODY <= len(phrase) <= LONGEST
                if fits and phrase.count("“") == phrase.count("”"):
                    found.setdefault(phrase)
    return tuple(found)


def _ending(words: Sequence[tuple[str, str]], noun: str) -> Iterator[str]:
    for at, (word, _) in enumerate(words):
        if not word.endswith(noun) or (at + 1 < len(words) and words[at + 1][1][0] in "nv"):
            continue
        start = at
        while start and _belongs(words, start - 1):
            start -= 1
        while start < at and (words[start][0] in GOVERNING or words[start][0][0] in OPENINGS):
            start += 1
        yield "".join(said for said, _ in words[start : at + 1])


def _belongs(words: Sequence[tuple[str, str]], at: int) -> bool:
    """A noun; or a verb between two nouns (商事_登记_制度)."""
    word, tag = words[at]
    if word in ACTIONS or (word in GOVERNING - NOMINAL_VERBS and tag in {"v", "j"}):
        return False
    if tag == "v" and word != "是":
        return at > 0 and words[at + 1][1][0] == "n" and words[at - 1][1][0] == "n"
    return tag.startswith(INSIDE) and tag not in {"nr", "nrt"} and word not in LEVELS


def _alike(one: str, other: str) -> bool:
    plain = re.sub("[“”]", "", other)
    pairs = set(bigrams(plain)) - COMMON
    return one in other or other in one or any(pair in one for pair in pairs)
