"""The words that a ruling is put together from, each with the place it was cut from."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a ruling and what they were cut from; `stop` joins the next piece to them."""

    text: str
    stop: str
    span: Span


def plain_of(pieces: Sequence[Piece]) -> str:
    """All that the pieces say, with their stops."""
    return "".join(piece.text + piece.stop for piece in pieces)


def piece_of(sentence: Sentence, clause: Clause, place: Span) -> Piece:
    """A clause with SLOT where the answer at `place` stood, if it stood there."""
    span, text = clause.span, sentence.text
    if place in span:
        said = f"{text[span.start : place.start]}{SLOT}{text[place.end : span.end]}"
    else:
        said = span.of(text)
    return Piece(said, clause.stop, span)
