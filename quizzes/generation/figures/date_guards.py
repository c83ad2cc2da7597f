"""Dates that a clause gives to something else than what it says happened."""

import re

from quizzes.generation.figures.standing import FRAME, REMAINDER
from quizzes.generation.lexicon import EVENTS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Date
from quizzes.generation.reading.named import names_one
from quizzes.generation.reading.sentences import Clause

RELATIVE = re.compile(rf"^[^，]*?(?:{'|'.join(sorted(EVENTS))})的")
SAME_DAY = re.compile(r"当[天日年月]")
# 配件社, 工厂: what the hero once was, or a part of it.
NAMELESS = re.compile(
    r"^[\u4e00-\u9fff]{0,4}(?:社|厂|部|处|组|站|队|店|车间|作坊)(?=[\u4e00-\u9fff])"
)


def is_lost(clause: Clause, date: Date, text: str, context: Context) -> bool:
    """The date is of a deed inside (某日发布的办法同时废止), or nobody is named who did it."""
    rest = "".join(t.text for t in clause.tokens if t.span.start >= date.span.end)
    said = FRAME.sub("", text)
    if RELATIVE.match(rest) or SAME_DAY.search(rest) or REMAINDER.search(said):
        return True
    if context.hero_is_body and NAMELESS.match(said) and context.hero[:2] not in said:
        return True
    told = context.frame.startswith("据") and not context.is_periodic
    return told and not names_one(said)
