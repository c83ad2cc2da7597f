"""A generator for tests: a sentence “…共14条” is a fact, with a choice and a fill-in question.

`generate_every_kind` makes all six kinds on it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from quizzes.generation.types import Fact, Item, ItemKind, Option
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


def generate_every_kind(outline: Outline) -> tuple[Item, ...]:
    """Six items a fact, each of another kind; of those but the first two the fact has no say."""
    items = generate(outline)
    facts = {item.fact.fingerprint: item for item in items}
    return (*items, *(more for item in facts.values() for more in _more(item)))


def _more(item: Item) -> Iterator[Item]:
    def of(kind: ItemKind, stem: str, *answer: str, **more: Any) -> Item:
        return replace(item, id=f"{item.id}-{kind}", kind=kind, stem=stem, answer=answer, **more)

    yield of("true_false", f"{item.stem[:4]}比去年多。", "错误", options=_options("正确", "错误*"))
    several = _options("所有权*", "资格权*", "使用权*", "经营权")
    keys = ("所有权", "资格权", "使用权")
    yield of("multiple_choice", "“三权分置”分的是哪几种权？", *keys, options=several)
    pairs = (("海关", "查验货物"), ("商务局", "审核资质"), ("税务局", "办理退税"))
    yield of(
        "matching", "把部门和它负责的事配成对。", *map("".join, pairs), options=(), pairs=pairs
    )
    steps = ("提交材料", "窗口受理", "领取执照")
    yield of("ordering", "办一张执照要走哪几步？", *steps, options=())


def _options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text.rstrip("*"), text.endswith("*")) for text in texts)
