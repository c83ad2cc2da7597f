"""Clauses that only a neighbour makes whole: what somebody proposed, what happened then, how."""

import re
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT
from quizzes.generation.lexicon import NOW, OWN_PLACE, POINTING, SAYING
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts, words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import HANGING, Statement
from quizzes.generation.wording.subjects import Subject
from quizzes.generation.wording.windows import window
from quizzes.text.types import Span

HERE = ("在这里", "这里")
LEANS = re.compile(r"^(?:其|该|这|此|它|他|她|本|那)|上述")
MEANS = re.compile(rf"以{SLOT}(?:方式|形式|手段)[\u4e00-\u9fff]{{6,}}$")
LONGEST_ASIDE = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """`text` with one SLOT, what proves it, and how certain it is."""

    text: str
    proof: Span
    certainty: float


def retold(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Telling | None:
    """The telling of a clause of such a kind, else None; only where the document has a hero."""
    if not context.hero:
        return None
    return (
        _borrowed(sentence, clause, place, context)
        or _reported(sentence, clause, place, context)
        or _past(sentence, clause, place)
        or _through(sentence, clause, place, context)
        or _by_means(sentence, clause, place, context)
    )


def of_opening(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    """小镇居民坚持甲，工作围着渔港转，打造_: behind short asides the hero acts on."""
    said = _cut(clause, place)
    if not context.hero or said is None or clause.own or not acts(clause.tokens):
        return None
    before = sentence.earlier(clause)
    named = [one for one in before if _subject(one).startswith(context.hero)]
    asides = [one for one in before if one.own and one not in named]
    if not named or any(len(one.said) > LONGEST_ASIDE for one in asides):
        return None
    if said.startswith(HANGING) or any(word in said for word in (*POINTING, *OWN_PLACE, *NOW)):
        return None
    return Statement(f"{context.hero}{said}", 0.83, clause.span, Subject(context.hero, 0.83))


def _borrowed(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Telling | None:
    """在这里，居民可以读书，有事了可以找_ → 在平湖市，居民有事了可以找_."""
    opening = clause.tokens[clause.lead : clause.lead + 1]
    lost = bool(opening) and opening[0].tag == "r" and opening[0].text.startswith("有")
    first = sentence.clauses[0]
    if not lost or first.said not in HERE or not context.hero:
        return None
    owner = next((one for one in sentence.earlier(clause)[::-1][1:] if one.own), None)
    if owner is None or owner.own is None:
        return None
    who = words(owner.tokens[owner.own[0] : owner.own[1]])
    said = _cut(clause, place)
    if LEANS.match(who) or said is None:
        return None
    proof = Span(owner.span.start, clause.span.end)
    return Telling(f"在{context.hero}，{who}{said}", proof, 0.85)


def _reported(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Telling | None:
    """某年，总书记会见…时提出，建设_: who proposed it stands in the clause before."""
    at = sentence.clauses.index(clause)
    before = sentence.clauses[at - 1] if at else None
    if before is None or not before.own or not before.said.endswith(SAYING) or not context.hero:
        return None
    found = window(sentence, clause, place, context)
    if found is None:
        return None
    opening = sentence.clauses[0]
    dated = len(opening.tokens) == 1 and opening.tokens[0].tag == "date"
    time = f"{opening.said}，" if dated and not found.text.startswith(opening.said) else ""
    start = opening.span.start if dated else found.evidence.start
    return Telling(f"{time}{found.text}", Span(start, found.evidence.end), found.certainty)


def _past(sentence: Sentence, clause: Clause, place: Span) -> Telling | None:
    """2012年，某部批复方案以来，…: what happened then, without 以来."""
    at = sentence.clauses.index(clause)
    dated = at and len(sentence.clauses[at - 1].tokens) == 1
    said = _cut(clause, place)
    if not dated or not clause.own or said is None or not said.endswith("以来"):
        return None
    date = sentence.clauses[at - 1]
    if date.tokens[0].tag != "date" or LEANS.match(said):
        return None
    text = f"{date.said}，{said.removesuffix('以来')}"
    return Telling(text, Span(date.span.start, clause.span.end), 0.86)


def _through(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Telling | None:
    """通过打造_，把任务落到基层 in a report: the hero did, in this way."""
    at = sentence.clauses.index(clause)
    deed = sentence.clauses[at + 1] if at + 1 < len(sentence.clauses) else None
    said = _cut(clause, place)
    if deed is None or said is None or not context.hero or not said.startswith("通过"):
        return None
    led = deed.own is None and (acts(deed.tokens) or deed.said.startswith("把"))
    if not led or clause.stop != "，" or any(word in deed.said for word in (*POINTING, *OWN_PLACE)):
        return None
    text = f"{context.hero}{said}，{deed.said}"
    return Telling(text, Span(clause.span.start, deed.span.end), 0.83)


def _by_means(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Telling | None:
    """…，以_方式厘清边界: the hero does it, where nobody else has been spoken of."""
    said = _cut(clause, place)
    if said is None or not MEANS.match(said) or clause.own:
        return None
    others = [one for one in sentence.earlier(clause) if _subject(one) not in {"", context.hero}]
    if others:
        return None
    return Telling(f"{context.hero}{said}", clause.span, 0.83)


def _subject(clause: Clause) -> str:
    return words(clause.tokens[clause.own[0] : clause.own[1]]) if clause.own else ""


def _cut(clause: Clause, place: Span) -> str | None:
    said = [
        (SLOT if token.span.start == place.start else "") if token.span in place else token.text
        for token in clause.tokens
    ]
    text = "".join(said)
    return text if text.count(SLOT) == 1 else None
