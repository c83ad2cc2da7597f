"""Bytes of a document → its clean text → its outline. Knows nothing of Django."""

from quizzes.text.errors import UnreadableFileError
from quizzes.text.outline import outline
from quizzes.text.readers import read, read_clean
from quizzes.text.sentences import sentences
from quizzes.text.types import Outline, Paragraph, Section, Span
from quizzes.text.unwrap import unwrap

__all__ = [
    "Outline",
    "Paragraph",
    "Section",
    "Span",
    "UnreadableFileError",
    "outline",
    "parse",
    "read",
    "sentences",
    "unwrap",
]


def parse(name: str, data: bytes, title: str | None = None, byline: str | None = None) -> Outline:
    """The outline of the file `name` with the content `data`.

    `title` and `byline`, where given, stand in for those found in the text. Raises
    `UnreadableFileError` where the file is no document.
    """
    return outline(read_clean(name, data), title, byline)
