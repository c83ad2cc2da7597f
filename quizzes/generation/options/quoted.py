"""Quoted names that could be taken for another: those of the document, and typed ones."""

import re
from collections.abc import Iterator
from functools import lru_cache

import rjieba

from quizzes.generation.lexicon import QUOTED
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence

NAMED = re.compile(r"“([\u4e00-\u9fffA-Za-z0-9+·（）—、，]{2,20})”的?([\u4e00-\u9fff]{2,6})")
NUMERAL = re.compile(r"[一两二三四五六七八九十双]")
FORMS = (re.compile(r"\d"), re.compile(r"[A-Za-z]"))
# Nouns of one class: what the document gives one of them can't be what it gives another.
CLASSES = (
    frozenset(("战略", "主战略")),
    frozenset(("改革", "试点", "审批", "服务", "监管", "登记", "办理", "窗口")),
    frozenset(("工程", "行动", "计划", "专项", "项目", "活动")),
    frozenset(("机制", "制度", "体系", "办法", "做法", "工作法", "制")),
    frozenset(("模式", "方式")),
    frozenset(("平台", "系统", "程序", "品牌", "应用")),
    frozenset(("理念", "思想", "原则", "方针", "思路", "精神", "要求", "作风", "宗旨")),
    frozenset(("称号", "荣誉", "名单")),
)
TELLING = 18
WANTED = 3
SHORTEST_WITH_END = 4


def rivals(
    name: str, head: str, text: str, sentence: Sentence, context: Context
) -> tuple[str, ...]:
    """Three names of the key's make and class, or none; `text` is the question.

    What the document gives the same noun may be true as well: of its hero it is; of others it
    counts only where the question says much. What it gives another noun of the class is wrong.
    """
    seed = f"{name} {head}"
    own = shuffled(seed, list(_own(head, text, sentence, context)))
    typed = [other for other in _typed(name, head, text) if other not in context.text]
    chosen: list[str] = []
    for other in [*_nearest(name, own), *_nearest(name, shuffled(seed, typed))]:
        if _is_of_one_make(name, other) and not any(_overlap(other, one) for one in chosen):
            chosen.append(other)
    return tuple(f"“{other}”" for other in chosen[:WANTED]) if len(chosen) >= WANTED else ()


def _own(head: str, text: str, sentence: Sentence, context: Context) -> Iterator[str]:
    kin = next((heads for heads in CLASSES if head[-2:] in heads or head in heads), frozenset())
    here = sentence.paragraph.span.of(context.text)
    told = len(text.removeprefix(context.frame))
    for other, noun in _names(context.text):
        apart = noun != head[-2:] or (told >= TELLING and not context.hero)
        if noun in kin and apart and f"“{other}”" not in here:
            yield other


def _typed(name: str, head: str, text: str) -> Iterator[str]:
    """The names of the classes whose topics the question, or the name itself, speaks of."""
    for heads, names, topics, any_end in QUOTED:
        fits = any(topic in text or topic in name for topic in topics)
        if fits and (head in heads or head[-2:] in heads):
            yield from (other for other in names if any_end or other[-1] == name[-1])


def _nearest(name: str, others: list[str]) -> list[str]:
    return sorted(others, key=lambda other: (name[-1] != other[-1], abs(len(name) - len(other))))


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
    if one[-2:] == other[-2:] and min(len(one), len(other)) >= SHORTEST_WITH_END:
        one, other = one[:-2], other[:-2]
    return bool(_pairs(one) & _pairs(other)) or one in other or other in one


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[、+，]", "", text)
    return {pair for pair in bigrams(plain) if not pair[0].isdigit()}


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
