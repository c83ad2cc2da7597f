"""What two wordings have in common."""

from itertools import pairwise


def bigrams(text: str) -> list[str]:
    """Every two neighbouring characters of `text`, in their order."""
    return list(map("".join, pairwise(text)))
