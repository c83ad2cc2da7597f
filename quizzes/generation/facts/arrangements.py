"""How plans and notices arrange things: whom they support, what goes where, what replaces what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.facts import names
from quizzes.generation.lexicon import (
    COMMON_AIMS,
    COMMON_NAMES,
    GOVERNING,
    METAPHORS,
    MODALS,
    NOMINAL_VERBS,
    known_head,
)
from quizzes.generation.options.bodies import accepted
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.wording.arranged import told
from quizzes.generation.wording.arrangement_frames import ACTOR, FRAMES, HAN, Frame
from quizzes.generation.wording.retold import LEANS
from quizzes.text.types import Span

STARTS = frozenset(("相关", "有关", "若干", "新", "多", "更"))
FOREIGN = frozenset(("p", "c", "u", "uj", "ul", "r", "x", "number", "date", "bracket", "quote"))
SLOGANS = frozenset((*COMMON_NAMES, *METAPHORS, *COMMON_AIMS))
VERBS = GOVERNING - NOMINAL_VERBS
LOST = re.compile(
    r"[其该此这]|上述|^(?:有关|相关)|相关(?:部门|规定|机构)|以下|实际|人民为中心|为(?:抓手|核心|主)|"
    r"^[二三四五六七八九十两]{1,2}[个项大]|^(?:[在以向与为按对从]|开展|推进|加强|实施)|"
    r"(?:重点|时节|期间|下|中|时|前|深度|积极|全面|主动|依法合规)$"
)
PASSED = re.compile("(?:^|，)经")
ENOUGH, LONGEST, COMMON = 8, 66, 8
PUBLISHED = 0.8
# Whom a thing is granted to is no part of it.
RECEIVER = re.compile(rf"^{HAN}{{0,6}}试验区(?:内的?)?(?={HAN}{{4}})")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing that a clause of a plan or a commendation arranges."""
    yield from _drafts(sentence, context, [one for one in FRAMES if one.kind != ACTOR])


def find_actors(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each body that a clause of a plan gives something to do."""
    for draft in _drafts(sentence, context, [one for one in FRAMES if one.kind == ACTOR]):
        spelled = dict.fromkeys((*accepted(draft.key, context.text), *draft.accepted))
        yield replace(draft, accepted=tuple(spelled))


def _drafts(sentence: Sentence, context: Context, frames: Sequence[Frame]) -> Iterator[Draft]:
    if is_rule(context) or not context.frame:
        return
    for clause in sentence.clauses:
        for frame in frames:
            m = frame.pattern.search(clause.said)
            draft = _draft(sentence, clause, m, frame, context) if m else None
            if draft is not None:
                yield draft


def _draft(
    sentence: Sentence, clause: Clause, m: re.Match[str], frame: Frame, context: Context
) -> Draft | None:
    start = clause.span.start
    granted = RECEIVER.match(m["what"])
    what = m["what"][granted.end() :] if granted else m["what"]
    place = Span(start + m.end("what") - len(what), start + m.end("what"))
    quoted = context.text[place.start - 1] in "“《" and context.text[place.end] in "”》"
    gap = Span(place.start - 1, place.end + 1) if quoted else place
    if (
        LOST.search(m["what"])
        or what in SLOGANS
        or not (quoted or _is_name(clause, place, loose=frame.loose))
    ):
        return None
    if quoted and _is_named(sentence, place, context):
        return None
    found = told(sentence, clause, gap, frame, context)
    if found is None or not _is_fair(found[0], what, context):
        return None
    text, proof, certainty = found
    marks = context.text[gap.start] + BLANK + context.text[gap.end - 1] if quoted else BLANK
    head = "" if quoted or frame.ask == "谁" else head_of(clause, place)
    hint = f"（填“……{head}”）" if head else ""
    return Draft(
        kind=frame.kind,
        sentence=sentence,
        answer=what,
        value=what,
        evidence=proof,
        place=place,
        statement=text,
        stem=text.replace(SLOT, frame.ask) + "？",
        blank=f"{text.replace(SLOT, marks)}。{hint}",
        accepted=_accepted(what, head),
        key=what,
        certainty=certainty,
        importance=3,
    )


def _is_named(sentence: Sentence, place: Span, context: Context) -> bool:
    """The name in quotation marks is asked for as a name."""
    return any(
        draft.place.start <= place.end and place.start <= draft.place.end
        for draft in names.find(sentence, context)
        if draft.certainty >= PUBLISHED
    )


def _is_fair(text: str, what: str, context: Context) -> bool:
    told = text.removeprefix(context.frame).replace(SLOT, "")
    return (
        text.count(SLOT) == 1
        and what not in text
        and len(told) >= ENOUGH
        and len(told) <= LONGEST
        and not PASSED.search(told)
        and not LEANS.match(told)
        and context.text.count(what) < COMMON
    )


def head_of(clause: Clause, place: Span) -> str:
    """The noun that the thing at `place` ends in, where two characters or more stand before it."""
    last = next((token for token in clause.tokens if token.span.end == place.end), None)
    size = place.end - place.start
    what = clause.said[place.start - clause.span.start :][:size]
    if "、" in what:
        return ""
    known = known_head(what, before=2)
    if known or last is None:
        return known
    plain = last.tag[0] == "n" and 2 <= len(last.text) <= size - 2
    return last.text if plain else ""


def _accepted(what: str, head: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((what, what.removesuffix(head), what.replace("的", ""))))


def _is_name(clause: Clause, place: Span, *, loose: bool) -> bool:
    """Whole words that make one noun phrase."""
    inside = [token for token in clause.tokens if token.span in place]
    whole = inside and inside[0].span.start == place.start and inside[-1].span.end == place.end
    if not inside or inside[0].text in STARTS or inside[0].text[0] in "这该其本各":
        return False
    if loose:
        return inside[-1].text != "的" and inside[0].tag not in {"p", "c", "u"}
    return bool(whole) and not any(_is_foreign(token) for token in inside)


def _is_foreign(token: Token) -> bool:
    return token.tag in FOREIGN or token.text in VERBS or token.text in MODALS
