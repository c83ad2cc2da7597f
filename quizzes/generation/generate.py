"""The one way in: an outline → items."""

from quizzes.generation.types import Item
from quizzes.text.types import Outline


def generate(outline: Outline) -> tuple[Item, ...]:
    """Every item the document gives, drafts included, in the order of the text.

    The same outline gives the same items. Callers publish those whose confidence reaches their
    threshold.
    """
    return ()
