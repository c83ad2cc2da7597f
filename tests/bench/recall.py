"""How many of the facts that a careful reader would ask are asked."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypedDict

from tests.bench.lines import Line, answers, keys, squash, stands_in

SHARED_GRAMS = 0.6
HEDGE = re.compile(r"^(?:约|超过|超|近|逾|达到|达)")
FIGURE = re.compile(r"\d+(?:[./]\d+)*[百千万亿]*")


class Gold(TypedDict):
    """A fact worth asking; its importance is 1 to 3."""

    answer: str | list[str]
    evidence: str
    importance: int


def missed(lines: Sequence[Line], gold: Iterable[Gold]) -> list[Gold]:
    """The gold facts that no item asks."""
    return [fact for fact in gold if not any(covers(line, fact) for line in lines)]


def covers(line: Line, gold: Gold) -> bool:
    """Whether the item stands on the words of the gold fact and has its answer, or all of them."""
    if not same_place(line["fact"]["evidence"], gold["evidence"]):
        return False
    wanted = [gold["answer"]] if isinstance(gold["answer"], str) else gold["answer"]
    said = _said(line)
    return bool(wanted) and all(_says(said, one) for one in wanted)


def same_place(one: str, other: str) -> bool:
    """Whether a passage holds the other, or they share most of the shorter's 4-grams."""
    one, other = squash(one), squash(other)
    shared = len(_grams(one) & _grams(other))
    shorter = min(len(_grams(one)), len(_grams(other)))
    return one in other or other in one or shared > SHARED_GRAMS * shorter


@cache
def _grams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 4] for at in range(max(1, len(text) - 3)))


def _said(line: Line) -> list[str]:
    """What the item calls right: its fact's answer and, except for true or false, its keys."""
    answer = line["fact"]["answer"]
    said = [answer] if isinstance(answer, str) else list(answer)
    if line["kind"] != "true_false":
        said += keys(line) or answers(line)
    return [*said, "、".join(said)]


def _says(said: Iterable[str], wanted: str) -> bool:
    """Whether one of the texts has the words wanted or, 约14条 being 14条, the figures."""
    core, figures = HEDGE.sub("", wanted), set(FIGURE.findall(wanted))
    return any(
        stands_in(core, text) or (figures and figures <= set(FIGURE.findall(text))) for text in said
    )
