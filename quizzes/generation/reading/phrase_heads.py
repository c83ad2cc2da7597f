"""A noun phrase and the noun that says what kind of thing it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizzes.generation.lexicon import EMPTY_MODIFIERS, HEADS, VAGUE_HEADS, known_head
from quizzes.generation.reading.phrase_words import (
    BODY_HEADS,
    CLOSERS,
    LONGEST,
    NARROWEST,
    OUTSIDE,
    PAIRING,
    SHORTEST,
    SIZES,
    TIMES,
)
from quizzes.generation.reading.tokens import Token
from quizzes.text.types import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a verb brings about: `place` of the phrase, its `head`, what stands before the head.

    建立统一招生平台: head 平台, modifier 统一招生, verb 建立, and 招生 the word before the head.
    """

    place: Span
    modifier: str
    head: str
    verb: str
    word: str = ""

    @property
    def narrowed(self) -> "Phrase | None":
        """The same phrase with more of it said in the question: 保险试点 of 海关保证保险试点."""
        rest = self.modifier.removesuffix(self.word)
        if not self.word or len(rest) < NARROWEST:
            return None
        return replace(self, modifier=rest, head=self.word + self.head, word="")


def phrase_of(place: Span, tokens: Sequence[Token], verb: str, text: str) -> Phrase | None:
    said, last = place.of(text), tokens[-1]
    head = _head(said, last)
    modifier = said.removesuffix(head)
    for outer in OUTSIDE:
        if modifier.endswith(outer) and len(modifier) - len(outer) > NARROWEST and len(outer) > 1:
            head, modifier = outer + head, modifier.removesuffix(outer)
            break
    if (head == "公司" and modifier.endswith(("子", "分"))) or (
        modifier and modifier[-1] in SIZES and _is_apart(tokens, place.end - len(head) - 1)
    ):
        head, modifier = modifier[-1] + head, modifier[:-1]
    if not head or head in VAGUE_HEADS | BODY_HEADS | TIMES:
        return None
    if len(modifier) < 2 or modifier in EMPTY_MODIFIERS:
        return None
    if modifier.endswith((*OUTSIDE, *PAIRING)) or tokens[0].text in CLOSERS:
        return None
    if said.startswith("+") or text[place.start - 1].isdigit():
        return None
    if "、" in said or not SHORTEST <= len(said) <= LONGEST:
        return None
    return Phrase(place, modifier, head, verb)


def _is_apart(tokens: Sequence[Token], at: int) -> bool:
    """A word begins at `at`: 大 of 大通道, not 新 of 创新工作."""
    return any(token.span.start == at for token in tokens)


def word_before(tokens: Sequence[Token], start: int, end: int, phrase: Phrase) -> str:
    """The noun that the head is joined to, where a word ends before the head."""
    at = phrase.place.end - len(phrase.head)
    found = next((t for t in tokens[start:end] if t.span.end == at), None)
    if found is None or len(found.text) < 2 or not (found.is_noun or found.tag == "v"):
        return ""
    return found.text


def _head(said: str, last: Token) -> str:
    """The noun that says what kind of thing it is: the longest of the lexicon, or the last word."""
    if known := known_head(said, before=2):
        return known
    if said.endswith("制") and said[-2:] not in HEADS:
        return "制"
    plain = last.tag[0] == "n" and len(last.text) in {2, 3}
    return last.text if plain else ""
