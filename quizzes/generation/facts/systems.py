"""What the state sets up by a rule: 国家建立投诉工作机制，及时处理…."""

import re
from collections.abc import Iterator

import rjieba

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import LEANING, is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.text.types import Span

SET_UP = re.compile(
    r"^(?P<who>国家|国务院)(?P<for>对[\u4e00-\u9fff]{2,12})?(?P<deed>建立健全|建立和完善|建立并完善|建立|健全|实行|实施)"
    r"(?P<what>[\u4e00-\u9fff]{2,20}?)(?P<kind>管理制度|工作机制|制度|机制|体系|政策)$"
)
# What is only the way to what stands still further on.
OPENS_ONLY = re.compile(r"按照|根据|依照|通过|在|以")
LONGEST_NEXT = 64
SEVERAL = re.compile(r"[、，]")
ENOUGH, LONGEST, SHORTEST_GAP = 5, 96, 2


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each system that the state sets up, where what follows does not tell it."""
    if not is_rule(context):
        return
    for clause in sentence.clauses:
        m = SET_UP.match(clause.said)
        if m is not None and not SEVERAL.search(m["what"]):
            draft = _draft(sentence, clause, m, context)
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, clause: Clause, m: re.Match[str], context: Context) -> Draft | None:
    whole = f"{m['what']}{m['kind']}"
    rest, end = _behind(sentence, clause, context)
    lead = f"{context.frame}{m['who']}{m['for'] or ''}{m['deed']}"
    gap = _untold(m["what"], f"{m['for'] or ''}{rest}")
    if len(gap) < SHORTEST_GAP or len(f"{m['for'] or ''}{rest}") < ENOUGH:
        return None
    text = f"{lead}{m['what'].removesuffix(gap)}{SLOT}{m['kind']}{rest}"
    if len(text) > LONGEST or ruling(sentence, clause, clause.span, context) is None:
        return None
    start = clause.span.start + clause.span.of(context.text).find(whole)
    return Draft(
        kind="object",
        sentence=sentence,
        answer=whole,
        value=whole,
        evidence=Span(clause.span.start, end),
        place=Span(start, start + len(whole)),
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=tuple(dict.fromkeys((gap, *_shorter(gap, m["kind"]), m["what"], whole))),
        key=whole,
        certainty=0.84,
        importance=3,
    )


def _behind(sentence: Sentence, clause: Clause, context: Context) -> tuple[str, int]:
    """What is said behind it of what the system does, and where that ends."""
    at = sentence.clauses.index(clause)
    if clause.stop == "，" and at + 1 < len(sentence.clauses):
        following = sentence.clauses[at + 1]
        if following.own is None and not OPENS_ONLY.match(following.said):
            return f"，{following.span.of(context.text)}", following.span.end
    spans = sentence.paragraph.sentences
    after = spans.index(sentence.span) + 1 if sentence.span in spans else len(spans)
    if at + 1 == len(sentence.clauses) and after < len(spans):
        said = spans[after].of(context.text).rstrip("。")
        if len(said) <= LONGEST_NEXT and not LEANING.match(said) and "；" not in said:
            return f"，{said}", spans[after].end
    return "", clause.span.end


def _untold(what: str, rest: str) -> str:
    """The last words of the name that the rest of the question does not hold."""
    gap = ""
    for word, _ in reversed(rjieba.tag(what)):
        if word in rest:
            break
        gap = word + gap
    return gap


def _shorter(gap: str, kind: str) -> tuple[str, ...]:
    """投诉 for 投诉工作, and the gap with the noun behind it."""
    bare = gap.removesuffix("工作").removesuffix("管理")
    return (*((bare,) if len(bare) > 1 else ()), f"{gap}{kind}")
