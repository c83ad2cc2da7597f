"""What a frame's clause says with its thing left out, and with the clauses it needs."""

import re

from quizzes.generation.drafts import SLOT
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import ELSEWHERE, leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.arrangement_frames import Frame
from quizzes.generation.wording.retold import Telling
from quizzes.generation.wording.stems import Statement, statement
from quizzes.generation.wording.telling import telling
from quizzes.generation.wording.windows import scoped
from quizzes.text.types import Span

POINTS = re.compile("[其该此这]|上述")
SPREAD = re.compile("分别|依次|各自")
SHORT = 24


def told(
    sentence: Sentence, clause: Clause, gap: Span, frame: Frame, context: Context
) -> tuple[str, Span, float] | None:
    """The statement with its gap, what proves it, and how certain it is."""
    found = _found(sentence, clause, gap, frame, context)
    if found is None or SPREAD.search(found.text):
        return None
    text = found.text
    proof = found.proof if isinstance(found, Telling) else found.evidence
    text, proof = _with_case(sentence, clause, (text, proof), context)
    text, proof = _with_deed(sentence, clause, (text, proof), context)
    if frame.goes_on:
        at = sentence.clauses.index(clause) + 1
        following = sentence.clauses[at] if at < len(sentence.clauses) else None
        if following is None or clause.stop != "，" or not _goes_on(following):
            return None
        if following.said not in text:
            text = f"{text}，{following.said}"
        proof = Span(proof.start, max(proof.end, following.span.end))
    return text, proof, min(found.certainty, 0.85)


def _found(
    sentence: Sentence, clause: Clause, gap: Span, frame: Frame, context: Context
) -> Telling | Statement | None:
    """The first way to say it that leaves the thing out, whole."""
    if frame.behind:
        return _behind(sentence, clause, gap, context)
    for way in (telling, statement, _outright):
        found = way(sentence, clause, gap, context)
        if found is not None and found.text.count(SLOT) == 1:
            return found
    return None


def _cut(clause: Clause, gap: Span) -> str:
    at = gap.start - clause.span.start, gap.end - clause.span.start
    return f"{clause.said[: at[0]]}{SLOT}{clause.said[at[1] :]}"


def _behind(sentence: Sentence, clause: Clause, gap: Span, context: Context) -> Telling | None:
    """各类证书效力相同，持证人员享受_: with the clause that says whose."""
    at = sentence.clauses.index(clause)
    before = sentence.clauses[at - 1] if at else None
    if before is None or before.stop != "，" or leans(before.said) or POINTS.search(before.said):
        return None
    text = f"{context.frame}{before.said}，{_cut(clause, gap)}"
    return Telling(text, Span(before.span.start, clause.span.end), 0.84)


def _outright(sentence: Sentence, clause: Clause, gap: Span, context: Context) -> Telling | None:
    """The clause as it stands, where it opens with the name of who does it, or with the deed."""
    opening = clause.tokens[clause.lead] if clause.lead < len(clause.tokens) else None
    if opening is None or ELSEWHERE.search(clause.said) or leans(clause.said):
        return None
    if opening.tag != "ns" and not (context.is_plan and opening.text.startswith("不")):
        return None
    narrowed = scoped(_cut(clause, gap), sentence, context)
    if narrowed is None:
        return None
    return Telling(f"{context.frame}{narrowed}", clause.span, 0.84)


def _with_case(
    sentence: Sentence, clause: Clause, told: tuple[str, Span], context: Context
) -> tuple[str, Span]:
    """需调整规定的，要按_办理: with the case before it, in a plan."""
    text, proof = told
    at = sentence.clauses.index(clause)
    case = sentence.clauses[at - 1] if at else None
    if case is None or not context.is_plan or case.stop != "，" or case.said in text:
        return told
    named = case.said.endswith(("的", "时")) or case.said.startswith("对")
    if not named or POINTS.search(case.said) or leans(case.said):
        return told
    body = text.removeprefix(context.frame)
    return f"{context.frame}{case.said}，{body}", Span(min(case.span.start, proof.start), proof.end)


def _with_deed(
    sentence: Sentence, clause: Clause, told: tuple[str, Span], context: Context
) -> tuple[str, Span]:
    """某市探索转化途径，实现_: with the first clause, of which this one is what came of it."""
    text, proof = told
    first = sentence.clauses[0]
    own = first.own
    after = clause is sentence.clauses[1] if len(sentence.clauses) > 1 else False
    if not after or own is None or clause.own or first.stop != "，" or context.is_plan:
        return told
    doer = first.said[: first.tokens[own[1] - 1].span.end - first.span.start]
    body = text.removeprefix(context.frame)
    if not body.startswith(doer) or len(body) > SHORT or POINTS.search(first.said):
        return told
    whole = f"{context.frame}{first.said}，{body.removeprefix(doer)}"
    return whole, Span(first.span.start, proof.end)


def _goes_on(following: Clause) -> bool:
    return following.stop != "、" and not POINTS.search(following.said)
