"""Short documents of our own, with the shapes that official writing has."""

from collections.abc import Iterable

from quizzes.generation.generate import generate
from quizzes.generation.types import Item
from quizzes.text import parse


def items(text: str, title: str = "平湖市发展情况") -> tuple[Item, ...]:
    """The items of a document with one section that says `text`."""
    return generate(parse("document.txt", f"一、发展\n{text}\n".encode(), title=title))


# What an undated text says of itself holds as the text tells it.
UNDATED = "据课文，"


def stems(found: Iterable[Item]) -> list[str]:
    """The single-choice stems, without what figures of an undated text open with."""
    return [item.stem.removeprefix(UNDATED) for item in found if item.kind == "single_choice"]


def keys(found: Iterable[Item]) -> dict[str, str]:
    """The key of each single-choice item, by its stem."""
    return {
        item.stem.removeprefix(UNDATED): item.answer[0]
        for item in found
        if item.kind == "single_choice"
    }
