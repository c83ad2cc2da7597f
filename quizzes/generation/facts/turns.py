"""What becomes what, without figures: 由规模扩张向质量提升转变, 从“甲”到“乙”."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.wording.stems import statement
from quizzes.text.types import Span

SIDE = r"[\u4e00-\u9fff、]{2,24}?"
TURN = re.compile(
    rf"[由从](?P<before>{SIDE})向(?P<what>{SIDE})(?P<of>的[\u4e00-\u9fff]{{2}})?"
    r"(?P<turn>转变|转型|升级|迈进|延伸|拓展)$"
)
BARE = re.compile(
    r"[\u4e00-\u9fff]{3,}向(?P<what>[\u4e00-\u9fff]{2,8})(?P<of>)(?P<turn>转变|转型)$"
)
QUOTED = re.compile(r"从“(?P<before>[^“”]{2,8})”(?:到|向|变为)“(?P<what>[^“”]{2,8})”")
SPAN = re.compile(r"(?:经过|到|用)[^，]{2,12}$")
LONGEST, LONGEST_BLANK, FEWEST = 90, 10, 3


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each clause that says what something turns into; and all of them as pairs."""
    if is_rule(context) or not context.name:
        return
    turns = []
    for clause in sentence.clauses:
        m = TURN.search(clause.said) or QUOTED.search(clause.said) or BARE.search(clause.said)
        if m is not None and "分别" not in clause.said:
            turns += [m] if m.re is TURN else []
            yield from _one(sentence, clause, m, context)
    if len(turns) >= FEWEST:
        yield from _pairs(sentence, turns, context)


def _one(sentence: Sentence, clause: Clause, m: re.Match[str], context: Context) -> Iterator[Draft]:
    what = m["what"]
    start = clause.span.start + m.start("what")
    place = Span(start, start + len(what))
    told = _told(sentence, clause, place, m, context)
    if told is None or what in told[0] or len(told[0]) > LONGEST or not _is_fair(what):
        return
    text, proof = told
    quoted = m.re is QUOTED
    key = f"从“{m['before']}”到“{what}”" if quoted else what
    yield Draft(
        kind="change",
        sentence=sentence,
        answer=key,
        value=what,
        evidence=proof,
        place=Span(clause.span.start + m.start(), clause.span.end) if quoted else place,
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=tuple(dict.fromkeys((what, f"“{what}”"))),
        key=what,
        certainty=0.85,
        importance=3,
    )


def _is_fair(what: str) -> bool:
    return len(what) <= LONGEST_BLANK and "、" not in what


def _told(
    sentence: Sentence, clause: Clause, place: Span, m: re.Match[str], context: Context
) -> tuple[str, Span] | None:
    """The clause with its gap, behind the subject that the sentence's first turn has."""
    at = m.start("what"), m.end("what")
    said = f"{clause.said[: at[0]]}{SLOT}{clause.said[at[1] :]}"
    owner = _owner(sentence, clause)
    if owner:
        lead = sentence.clauses.index(clause) - 1
        since = min(clause.span.start, sentence.clauses[max(0, lead)].span.start)
        first = next(one for one in sentence.clauses if one.said.startswith(owner))
        return f"{context.frame}{owner}{said}", Span(min(since, first.span.start), clause.span.end)
    found = statement(sentence, clause, place, context)
    if found is None or found.text.count(SLOT) != 1 or leans(found.text):
        return None
    return found.text, found.evidence


def _owner(sentence: Sentence, clause: Clause) -> str:
    """职业教育基本完成 of 职业教育基本完成由…转变，由…转变: who turns, said once for all."""
    if not clause.said.startswith(("由", "从")):
        return ""
    for one in sentence.earlier(clause):
        m = TURN.search(one.said)
        if m is None or one.stop not in "，、":
            return ""
        if m.start():
            owner = one.said[: m.start()]
            return "" if leans(owner) else owner
    return ""


def _pairs(sentence: Sentence, turns: list[re.Match[str]], context: Context) -> Iterator[Draft]:
    pairs = tuple((f"由{m['before']}", f"向{m['what']}{m['of'] or ''}") for m in turns)
    owner = turns[0].string[: turns[0].start()]
    if not owner or leans(owner) or len({right for _, right in pairs}) < len(pairs):
        return
    first = sentence.clauses[0].said
    time = f"{first}，" if SPAN.match(first) and not owner.startswith(first) else ""
    text = f"{context.frame}{time}{owner}多项转变，请将转变前后的内容对应起来"
    key = "；".join(left + right for left, right in pairs)
    yield Draft(
        kind="change",
        sentence=sentence,
        answer=tuple(right[1:] for _, right in pairs),
        value=key,
        evidence=sentence.span,
        place=sentence.span,
        statement=text,
        stem=f"{text}。",
        blank="",
        accepted=(key,),
        key=key,
        certainty=0.86,
        importance=3,
        pairs=pairs,
        is_stated=False,
    )
