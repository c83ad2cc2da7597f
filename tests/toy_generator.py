"""A generator for tests: a sentence “…共14条” is a fact, with a choice and a fill-in question."""

import re
from hashlib import sha256

from quizzes.generation.types import Fact, Item, Option
from quizzes.text.types import Outline, Span

NUMBER = re.compile(r"([^。\n]+?)共(\d+)([条个项家])[^。\n]*。")
FILLER = "这里讲的是当地多年来的做法和经验，写得长一些，好让这一节自成一课。" * 8
TEXT = f"""一、开放
运输线路共14条。
海外仓共9个。
{FILLER}
二、改革
精简事项共411项。
{FILLER}
"""


def generate(outline: Outline) -> tuple[Item, ...]:
    """Two items a fact; a sentence with “大约” gives items that nobody should publish unseen."""
    items: list[Item] = []
    for found in NUMBER.finditer(outline.text):
        fact = _fact(found)
        confidence = 0.5 if "大约" in found[0] else 0.9
        items.append(_choice(found, fact, confidence))
        items.append(_blank(found, fact, confidence))
    return tuple(items)


def _fact(found: re.Match[str]) -> Fact:
    return Fact(
        kind="number",
        section="",
        answer=found[2] + found[3],
        value=found[2] + found[3],
        evidence=Span(*found.span()),
        place=Span(found.start(2), found.end(3)),
        importance=2,
        fingerprint=sha256(found[0].encode()).hexdigest(),
    )


def _choice(found: re.Match[str], fact: Fact, confidence: float) -> Item:
    number = int(found[2])
    texts = [f"{number + more}{found[3]}" for more in range(4)]
    return Item(
        id=fact.fingerprint[:8] + "-choice",
        kind="single_choice",
        stem=f"{found[1]}共多少{found[3]}？",
        options=tuple(Option(text, text == fact.answer) for text in texts),
        answer=(texts[0],),
        explanation=f"原文：{found[0]}",
        confidence=confidence,
        fact=fact,
    )


def _blank(found: re.Match[str], fact: Fact, confidence: float) -> Item:
    return Item(
        id=fact.fingerprint[:8] + "-blank",
        kind="fill_blank",
        stem=f"{found[1]}共____。",
        options=(),
        answer=(found[2] + found[3], found[2]),
        explanation=f"原文：{found[0]}",
        confidence=confidence,
        fact=fact,
    )
