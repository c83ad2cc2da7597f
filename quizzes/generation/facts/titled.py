"""Titles that a clause says were issued, or are to be followed: 印发《_》, 依照《_》."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.lexicon import ESTABLISHING
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import SINCE, statement
from quizzes.text.types import Span

LONGEST_TITLE = 36
ENOUGH = 10
FOLLOWING = frozenset(("依照", "按照", "根据", "适用", "执行", "遵守", "违反", "列入", "纳入"))

# 管理办法（试行） is also called 管理办法.
TRIAL = re.compile("[（(](?:试行|暂行|修订|修订版|修订稿)[)）]$")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each title that a clause says was issued or is to be followed."""
    for clause in sentence.clauses:
        for place, asked in _titles(clause):
            draft = _title(sentence, clause, place, asked, context)
            if draft is not None:
                yield draft


def _titles(clause: Clause) -> Iterator[tuple[Span, str]]:
    """The titles that a clause says were issued or are to be followed, with what is asked."""
    books = [token for token in clause.tokens if token.tag == "book"]
    for before, token in pairwise(clause.tokens):
        if token.tag != "book" or len(token.text) > LONGEST_TITLE or len(books) > 1:
            continue
        if before.text in ESTABLISHING:
            yield token.span, "哪份文件"
        elif before.text in FOLLOWING:
            yield token.span, _kind_of_title(token.text)


def _kind_of_title(title: str) -> str:
    if title.endswith(("法》", "法典》")):
        return "哪部法律"
    return "哪部法规" if title.endswith("条例》") else "哪个文件"


def _title(
    sentence: Sentence, clause: Clause, place: Span, question: str, context: Context
) -> Draft | None:
    said = statement(sentence, clause, place, context)
    key = place.of(context.text)
    name = key[1:-1]
    if said is None or said.text.count(SLOT) != 1 or name in said.text or SINCE.search(said.text):
        return None
    told = len(said.text.replace(SLOT, "").removeprefix(context.frame))
    sure = YEAR.search(said.text) is not None or told > ENOUGH + 4
    return Draft(
        kind="object",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=Span(place.start + 1, place.end - 1),
        statement=said.text,
        stem=said.text.replace(SLOT, question) + "？",
        blank=said.text.replace(SLOT, f"《{BLANK}》") + "。",
        accepted=tuple(dict.fromkeys((name, key, TRIAL.sub("", name)))),
        key=key,
        certainty=said.certainty - (0.02 if sure else 0.16),
        importance=3,
        head="法》" if question == "哪部法律" else "》",
    )
