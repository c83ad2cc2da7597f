"""A sentence that says something else: two of its words turned into their opposites."""

from collections.abc import Iterator
from itertools import combinations

from quizzes.generation.lexicon import OPPOSITES
from quizzes.generation.reading.context import Context


def altered(said: str, context: Context) -> tuple[str, ...]:
    """Three wrong wordings of `said`, or none: one word turned, the other, and both.

    So made, each wording of each word stands in two of the four options, and nothing in their form
    tells the key.
    """
    places = [*_turned(said)]
    for (at, word, other), (at2, word2, other2) in combinations(places, 2):
        if at + len(word) <= at2:
            first = said[:at] + other + said[at + len(word) :]
            second = said[:at2] + other2 + said[at2 + len(word2) :]
            both = (
                said[:at] + other + said[at + len(word) : at2] + other2 + said[at2 + len(word2) :]
            )
            return tuple(one for one in (first, second, both) if one not in context.text)
    return ()


def _turned(said: str) -> Iterator[tuple[int, str, str]]:
    """The places of words that have an opposite, each once in `said`, from the left."""
    found = {
        (said.index(word), word, other)
        for word, other in OPPOSITES.items()
        if said.count(word) == 1 and other not in said.replace(word, "")
    }
    last = -1
    for at, word, other in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        if at >= last:
            last = at + len(word)
            yield at, word, other
