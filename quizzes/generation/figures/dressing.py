"""What is measured, with whose it is and when: a statement that stands alone."""

import re

from quizzes.generation.figures.owners import owned, owner_of
from quizzes.generation.figures.periods import when, with_years, year_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import Statement
from quizzes.text.types import Span

LONGEST, LONGEST_PROOF = 96, 200


def dressed(
    sentence: Sentence,
    base: Clause,
    clause: Clause,
    body: str,
    context: Context,
    doubt: float = 0.0,
) -> Statement | None:
    """The body with whose it is, the time, and the document's name where it needs one."""
    time = when(sentence, base, context)
    subject = owner_of(sentence, base, context) if time is not None else None
    if time is None or subject is None:
        return None
    if subject.instead is not None:
        body = body.replace(subject.instead.of(sentence.text), subject.words, 1)
    body = owned(body, subject)
    dated = re.search(r"\d{4}年", time)
    text = f"{time}{with_years(body, dated[0] if dated else year_of(sentence, context))}"
    if len(text) > LONGEST or len(body) < 6:
        return None
    return Statement(text, subject.certainty - doubt, proof(sentence, base, clause), subject)


def proof(sentence: Sentence, base: Clause, clause: Clause) -> Span:
    """From the part's opening, where it is near enough, to the clause."""
    opening = sentence.part_of(base)[0].span.start
    start = opening if clause.span.end - opening <= LONGEST_PROOF else base.span.start
    return Span(start, clause.span.end)
