"""What somebody typed, as it is searched."""

from dataclasses import dataclass

from quizzes.search.folding import BREAK, fold, tokens

LONGEST = 100  # characters
MOST_WORDS = 10
SHORTEST = 2  # characters


@dataclass(frozen=True)
class Query:
    """`words` all have to stand in what is found; `phrase` is all of it in one piece.

    `parts` are the words as they were typed. `shortened` says that more was typed than is searched.
    """

    text: str
    parts: tuple[str, ...]
    words: tuple[str, ...]
    phrase: str
    shortened: bool = False

    @property
    def tokens(self) -> list[str]:
        return list(dict.fromkeys(token for word in self.words for token in tokens(word)))

    @property
    def is_too_short(self) -> bool:
        """Whether no word has the two signs that a search needs."""
        return not any(len(word.replace(" ", "")) >= SHORTEST for word in self.words)


def read_query(typed: str) -> Query:
    """The query in what was typed: spaces and marks part words, quotation marks do not count."""
    text = " ".join(typed.replace("\0", " ").split())
    kept = text[:LONGEST].rstrip()
    parts = [word for part in kept.split() for word in fold(part).text.split(BREAK)]
    words = list(dict.fromkeys(word for word in parts if word))
    return Query(
        text=kept,
        parts=tuple(kept.split()),
        words=tuple(words[:MOST_WORDS]),
        phrase=fold(kept).text.strip(BREAK),
        shortened=len(text) > LONGEST or len(words) > MOST_WORDS,
    )
