"""Quoted names side by side: 建成“甲城市”“乙城市”, 坚持“丙”“丁”, 打造“戊”“己”“庚”等“辛”."""

import re
from collections.abc import Iterator, Sequence

from quizzes.generation.drafts import BLANK, SLOT, Draft, in_any_order
from quizzes.generation.lexicon import COMMON_NAMES, COUNTS, METAPHORS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.wording.retold import Telling
from quizzes.generation.wording.telling import telling
from quizzes.text.types import Span

MOST = 5
LINKS = {"、", "和", "与"}
OPEN = {"等", "等等"}
SHORTEST, LONGEST = 3, 12
ENOUGH = 8


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each row of two to five names that nothing leaves open."""
    for clause in sentence.clauses:
        row = _row(clause)
        if row:
            draft = _draft(sentence, clause, row, context)
            if draft is not None:
                yield draft


def _row(clause: Clause) -> tuple[Token, ...]:
    """The only names of the clause, one behind another."""
    at = [i for i, token in enumerate(clause.tokens) if token.tag == "quote"]
    if not 2 <= len(at) <= MOST:
        return ()
    between = [t for t in clause.tokens[at[0] : at[-1]] if t.tag != "quote"]
    behind = clause.tokens[at[-1] + 1 : at[-1] + 2]
    if any(token.text not in LINKS for token in between) or len(between) >= len(at):
        return ()
    if behind and (behind[0].text in OPEN or behind[0].is_noun):
        return ()
    row = tuple(clause.tokens[i] for i in at)
    return row if all(SHORTEST + 2 <= len(token.text) <= LONGEST for token in row) else ()


def _draft(
    sentence: Sentence, clause: Clause, row: Sequence[Token], context: Context
) -> Draft | None:
    place = Span(row[0].span.start, row[-1].span.end)
    names = tuple(token.text[1:-1] for token in row)
    told = telling(sentence, clause, place, context) or _of_the_hero(clause, place, context)
    if told is None or any(name in METAPHORS or name in COMMON_NAMES for name in names):
        return None
    text, proof = _with_more(sentence, clause, told)
    rest = text.removeprefix(context.frame).replace(SLOT, "")
    if len(rest) < ENOUGH or any(name in rest for name in names):
        return None
    whole = "、".join(names)
    return Draft(
        kind="list",
        sentence=sentence,
        answer=names,
        value="|".join(sorted(names)),
        evidence=proof,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank=f"{text.replace(SLOT, BLANK)}。{in_any_order(COUNTS[len(names)])}",
        accepted=(whole, "".join(token.text for token in row)),
        key=whole,
        certainty=told.certainty,
        importance=3,
    )


def _with_more(sentence: Sentence, clause: Clause, told: Telling) -> tuple[str, Span]:
    """某市坚持_, and what it does by it, where nothing else is said."""
    at = sentence.clauses.index(clause) + 1
    short = told.text.endswith(SLOT) and len(told.text) <= ENOUGH
    if not short or clause.stop != "，" or at == len(sentence.clauses):
        return told.text, told.proof
    more = sentence.clauses[at]
    if more.own or more.figures or leans(more.said) or any(t.tag == "quote" for t in more.tokens):
        return told.text, told.proof
    return f"{told.text}，{more.said}", Span(told.proof.start, more.span.end)


def _of_the_hero(clause: Clause, place: Span, context: Context) -> Telling | None:
    """在全国率先建成了_: nobody but the hero did."""
    said = clause.said
    if not context.hero or not re.match(r"在?(?:全国|全省|全市|国内)(?:首创|率先|首批)", said):
        return None
    start = clause.span.start
    text = f"{said[: place.start - start]}{SLOT}{said[place.end - start :]}"
    return Telling(f"{context.hero}{text}", clause.span, 0.85)
