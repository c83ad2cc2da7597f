"""Quoted names that could be taken for another: those of the document, and typed ones."""

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from quizzes.generation.context import Context
from quizzes.generation.lexicon import QUOTED
from quizzes.generation.lots import shuffled
from quizzes.generation.sentences import Sentence

NAMED = re.compile(r"“([\u4e00-\u9fffA-Za-z0-9+·（）—、，]{2,20})”的?([\u4e00-\u9fff]{2,6})")
NUMERAL = re.compile(r"[一两二三四五六七八九十双]")
FORMS = (re.compile(r"\d"), re.compile(r"[A-Za-z]"))
TELLING = 18
WANTED = 3


def rivals(
    name: str, head: str, told: int, sentence: Sentence, context: Context
) -> tuple[str, ...]:
    """Three names of the key's make and class, or none; `told` is how much the question says.

    What the document gives the same noun may be true as well, so it counts only where the question
    says much. What it gives another noun of the class, and what it never says, is wrong.
    """
    heads, kin = _class_of(head)
    if not heads:
        return ()
    here = sentence.paragraph.span.of(context.text)
    own = [
        other
        for other, noun in _names(context.text)
        if noun in heads and f"“{other}”" not in here and (noun != head[-2:] or told >= TELLING)
    ]
    typed = [other for other in kin if other not in context.text]
    seed = f"{name} {head}"
    chosen: list[str] = []
    for other in sorted(
        [*shuffled(seed, own), *shuffled(seed, typed)], key=lambda other: _distance(name, other)
    ):
        if _is_of_one_make(name, other) and not any(_overlap(other, one) for one in chosen):
            chosen.append(other)
    return tuple(f"“{other}”" for other in chosen[:WANTED]) if len(chosen) >= WANTED else ()


def _class_of(head: str) -> tuple[frozenset[str], tuple[str, ...]]:
    for heads, names in QUOTED:
        if head in heads or head[-2:] in heads or (head == "制" and head in heads):
            return heads, names
    return frozenset(), ()


def _distance(name: str, other: str) -> tuple[bool, int]:
    return name[-1] != other[-1], abs(len(name) - len(other))


def _is_of_one_make(name: str, other: str) -> bool:
    """Of about one length, alike in numerals and signs, with no two characters shared."""
    marks = "、+，"
    return (
        abs(len(other) - len(name)) <= max(1, len(name) // 4)
        and all((mark in name) == (mark in other) for mark in marks)
        and bool(NUMERAL.match(name)) == bool(NUMERAL.match(other))
        and all(bool(form.search(name)) == bool(form.search(other)) for form in FORMS)
        and not _overlap(name, other)
    )


def _overlap(one: str, other: str) -> bool:
    return bool(set(_pairs(one)) & set(_pairs(other))) or one in other or other in one


def _pairs(text: str) -> Iterator[str]:
    plain = re.sub(r"[、+，]", "", text)
    return (plain[at : at + 2] for at in range(len(plain) - 1) if not plain[at].isdigit())


@lru_cache(maxsize=4)
def _names(text: str) -> tuple[tuple[str, str], ...]:
    """The quoted names that stand before a noun, each with the noun's last two characters."""
    found: dict[str, str] = {}
    for name, following in NAMED.findall(text):
        noun = ""
        for word, tag in rjieba.tag(following):
            if tag[0] != "n" and tag != "vn":
                break
            noun = word
        if noun:
            found.setdefault(name, noun[-2:])
    return tuple(found.items())
