"""Items as `manage.py generate_items` prints them, and their words."""

import re
from functools import cache
from typing import Any, TypedDict


class OptionLine(TypedDict):
    text: str
    is_key: bool


class FactLine(TypedDict):
    kind: str
    answer: str | list[str]
    evidence: str
    start: int
    end: int


class Line(TypedDict):
    """An item as `generate_items` prints it."""

    id: str
    kind: str
    stem: str
    options: list[OptionLine]
    answer: list[Any]
    explanation: str
    confidence: float
    fact: FactLine


BETWEEN_WORDS = re.compile(r"[\s、，。；：？！…—·．“”‘’「」『』《》〈〉（）【】〔〕()\"',;:?!_＿]+")


@cache
def squash(text: str) -> str:
    """`text` without spaces and marks: what two wordings are compared by."""
    return BETWEEN_WORDS.sub("", text).casefold()


def stands_in(words: str, text: str) -> bool:
    """Whether `text` says `words`, and not only as some digits of a longer figure."""
    wanted = squash(words)
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\.?\d)" if wanted[-1:].isdigit() else ""
    return bool(wanted) and bool(re.search(before + re.escape(wanted) + after, squash(text)))


def options(line: Line) -> list[str]:
    return [option["text"] for option in line["options"]]


def keys(line: Line) -> list[str]:
    return [option["text"] for option in line["options"] if option["is_key"]]


def answers(line: Line) -> list[str]:
    """The texts of the answer, both sides of every pair included."""
    return [
        text
        for one in line["answer"]
        for text in ([one] if isinstance(one, str) else map(str, one))
    ]
