"""Measures of the thing just spoken of, said behind it: 安排项目9个，年度投资_."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.figures.clause_readings import Reading, cleaned, reading
from quizzes.generation.figures.dressing import dressed
from quizzes.generation.figures.measures import LOST
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import acts, is_subordinate, words
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.wording.stems import SHARED, Statement
from quizzes.generation.wording.subjects import Subject
from quizzes.generation.wording.windows import window
from quizzes.text.types import Span

DATED = re.compile(r"^(?:(?:到|至)?\d{4}年(?:底|末)?|截至报告期末|报告期末|期末)")
# 总部位于某市: no owner of what follows, only a part of one.
PART = re.compile("^(?:总部|现址|馆址|校址|院址|厂址|住所|注册地|法定代表人|董事长|负责人)")
LONGEST = 34
LEADS = {"，", "、"}


def is_lost(it: Reading) -> bool:
    """The amount means nothing without the thing that it is of."""
    return bool(LOST.match(DATED.sub("", it.found.thing)))


def with_owner(
    sentence: Sentence, clause: Clause, number: Number, context: Context
) -> Statement | None:
    """The clause behind the one that names what it measures; None where none is sure."""
    it = reading(clause, number.span, context)
    owner = _owner(sentence, clause)
    if it is None or owner is None:
        return None
    first = clause.tokens[0]
    dated = first.text if first.tag == "date" and not context.is_periodic else ""
    return _behind(sentence, owner, clause, number, f"{dated}{it.said}{SLOT}{it.tail}", context)


def with_scene(
    sentence: Sentence, clause: Clause, number: Number, context: Context
) -> Statement | None:
    """9个事项落地 behind 深化“某某”改革: of what the figure that opens the clause is a count."""
    part = sentence.part_of(clause)
    at = part.index(clause)
    if clause.tokens[clause.lead].span != number.span or not at or part[at - 1].stop != "，":
        return None
    scene = part[at - 1]
    named = any(token.tag == "quote" for token in scene.tokens)
    if at != 1 or scene.own or not named or not acts(scene.tokens) or numbers(scene):
        return None
    behind = cleaned([t for t in clause.tokens if t.span.start >= number.span.end], context)
    return _behind(sentence, scene, clause, number, f"{SLOT}{behind}", context) if behind else None


def _behind(
    sentence: Sentence, owner: Clause, clause: Clause, number: Number, said: str, context: Context
) -> Statement | None:
    """`said` behind the words of `owner`, with the document's name, the time, the place."""
    told = _told(sentence, owner, context)
    if told is None or leans(told) or (context.hero and told.startswith(context.hero)):
        return None
    body = f"{told}{owner.stop}{said}"
    if context.frame and not context.is_periodic:
        return _framed(sentence, clause, owner, number, body, context)
    return dressed(sentence, owner, clause, body, context, 0.03)


def _told(sentence: Sentence, owner: Clause, context: Context) -> str | None:
    """The owner's words; where a figure opens it, behind the clause that says of what."""
    said = cleaned(owner.tokens, context)
    at = sentence.clauses.index(owner)
    if said is None or owner.tokens[owner.lead].tag != "number" or not at:
        return said
    scene = sentence.clauses[at - 1]
    before = cleaned(scene.tokens, context) if acts(scene.tokens) and not numbers(scene) else None
    return f"{before}，{said}" if before else None


def _owner(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause just before, where it has a subject, or a deed, and is no attribute itself."""
    at = sentence.clauses.index(clause)
    if not at or sentence.clauses[at - 1].stop not in LEADS:
        return None
    before = sentence.clauses[at - 1]
    own = before.own
    if len(before.said) > LONGEST or is_subordinate(before.tokens) or SHARED.search(before.said):
        return None
    if own is None and (not acts(before.tokens) or before is not sentence.part_of(clause)[0]):
        return None
    thing = words(before.tokens[own[0] : own[1]]) if own else ""
    if LOST.match(thing) or PART.match(thing):
        return None
    return None if before.said.startswith("其中") else before


def _framed(
    sentence: Sentence,
    clause: Clause,
    owner: Clause,
    number: Number,
    body: str,
    context: Context,
) -> Statement | None:
    """Behind the document's name; who owns it has its own subject there."""
    found = window(sentence, clause, number.span, context)
    if found is None or owner.own is None:
        return None
    proof = found.evidence
    start = min(proof.start, owner.span.start)
    text = f"{context.frame}{body}"
    return Statement(text, 0.84, Span(start, proof.end), Subject(context.frame, 0.84))
