"""Who did it: the body that approved, issued, set up, or is in charge."""

import re
from collections.abc import Iterator

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.grammar import words
from quizzes.generation.lexicon import DEEDS, GENERIC
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement
from quizzes.generation.tokens import Token
from quizzes.text.types import Span

AUTHORITY = re.compile(
    r"(?:国务院|部|委|委员会|局|厅|署|总局|院|办|办公室|办公厅|部门|机关|政府|法院|检察院)$"
)
SINCE = re.compile(r"(?:以来|以后|之后|后)$")
LONGEST = 16
ENOUGH = 10


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each body that is the subject of a deed worth knowing."""
    for clause in sentence.clauses:
        own = clause.own
        if own is not None and _did(clause.tokens[own[1] :]):
            draft = _draft(sentence, clause, own, context)
            if draft is not None:
                yield draft


def _did(rest: tuple[Token, ...]) -> bool:
    return any(token.text in DEEDS for token in rest[:3])


def _draft(
    sentence: Sentence, clause: Clause, own: tuple[int, int], context: Context
) -> Draft | None:
    said_words = clause.tokens[own[0] : own[1]]
    name = words(said_words)
    if not AUTHORITY.search(name) or name in GENERIC or len(name) > LONGEST or "、" in name:
        return None
    place = Span(said_words[0].span.start, said_words[-1].span.end)
    said = statement(sentence, clause, place, context)
    if said is None or said.text.count(SLOT) != 1 or len(said.text) < ENOUGH:
        return None
    text = SINCE.sub("", said.text)
    return Draft(
        kind="actor",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "哪个机构") + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=(name,),
        key=name,
        certainty=0.9 if YEAR.search(text) or context.is_law else 0.78,
        importance=3,
    )
