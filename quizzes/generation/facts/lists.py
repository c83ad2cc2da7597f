"""Which things a document lists: three or more of one kind, side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.enumerations import DEGREES, Enumeration, enumerations
from quizzes.generation.grammar import is_subordinate, is_verb
from quizzes.generation.lexicon import FAMILIES
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import statement

MOST = 8
MOST_TYPED = 4
ENOUGH = 7
RULING = re.compile(r"应当|可以|不得|包括|是指|负责|分为")
NUMERALS = "零一两三四五六七八"


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each list of a clause, without its outsiders."""
    for clause in sentence.clauses:
        if "、" in clause.span.of(context.text):
            for listed in enumerations(context.text, clause.tokens):
                draft = _draft(sentence, clause, listed, context)
                if draft is not None:
                    yield draft


def _draft(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Draft | None:
    members = listed.members
    said = statement(sentence, clause, listed.span, context)
    if any(token.text in DEGREES for token in clause.tokens):
        return None
    if is_subordinate(clause.tokens) or not _has_verb(clause, listed):
        return None
    if context.is_law and not RULING.search(clause.span.of(context.text)):
        return None
    if said is None or len(members) > MOST or len(said.text) < ENOUGH:
        return None
    if said.text.startswith(SLOT) or f"，{SLOT}" in said.text:
        return None
    if any(member in said.text for member in members):
        return None
    fair = len(members) <= MOST_TYPED and not listed.is_open
    count = NUMERALS[len(members)]
    stem = _asked(said.text, listed) if _can_be_asked(clause, listed) else ""
    return Draft(
        kind="list",
        sentence=sentence,
        answer=members,
        value="|".join(sorted(members)),
        evidence=said.evidence,
        place=listed.span,
        statement=said.text,
        stem=stem,
        blank=f"{said.text.replace(SLOT, BLANK)}。（填{count}项，次序不限）" if fair else "",
        accepted=("、".join(members),),
        key="、".join(members),
        certainty=said.certainty - (0.08 if listed.is_open or not listed.head else 0.04),
        importance=2,
        members=members if stem else (),
    )


def _has_verb(clause: Clause, listed: Enumeration) -> bool:
    """Something is said of the list: a verb stands before it or behind it."""
    return any(
        is_verb(clause.tokens, at)
        for at, token in enumerate(clause.tokens)
        if token.span.end <= listed.span.start or token.span.start >= listed.span.end
    )


def _can_be_asked(clause: Clause, listed: Enumeration) -> bool:
    """什么 can stand where the list stood: behind a verb, or before a noun."""
    before = [i for i, t in enumerate(clause.tokens) if t.span.end <= listed.span.start]
    opens = not before or is_verb(clause.tokens, before[-1])
    return (
        bool(listed.head)
        or opens
        or clause.tokens[before[-1]].text in {"以", "为", "是", "在", "的"}
    )


def _asked(text: str, listed: Enumeration) -> str:
    """合理规划_空间 → 合理规划哪些空间？ · 坚持_的理念 → 坚持怎样的理念？"""
    text = re.sub(f"(?:更加|更为|最为){SLOT}", SLOT, text)
    if f"{SLOT}的" in text:
        return text.replace(SLOT, "怎样") + "？"
    text = re.sub(f"{SLOT}等?(?:各个|各类|各项)", SLOT, re.sub(f"{SLOT}等等?", SLOT, text))
    if re.search(f"{SLOT}(?:上|方面[上的]?)", text):
        return (
            re.sub(f"{SLOT}(?:上|方面的?)", "哪些方面的", text).replace("方面的同", "方面同") + "？"
        )
    return text.replace(SLOT, "哪些" if listed.head else "什么") + "？"


def with_outsiders(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, each list among them with things that are none of its members.

    They come from the document's other lists and the families of the lexicon, and only for lists
    whose members are plainly of one family, by their last or first character.
    """
    pool = list(dict.fromkeys(member for draft in drafts for member in draft.members))
    return [
        replace(draft, outsiders=_outsiders(draft, pool, context)) if draft.members else draft
        for draft in drafts
    ]


def _outsiders(draft: Draft, pool: Sequence[str], context: Context) -> tuple[str, ...]:
    members = draft.members
    here = draft.sentence.paragraph.span.of(context.text)
    last = {member[-1] for member in members}
    first = {member[0] for member in members}
    family = FAMILIES.get(members[0][-1], ()) if len(last) == 1 else ()
    return tuple(
        other
        for other in dict.fromkeys((*pool, *family))
        if other not in here
        and _is_alike(other, members)
        and (other[-1] in last if len(last) == 1 else len(first) == 1)
        and (len(first) > 1 or other[0] in first)
    )


def _is_alike(other: str, members: Sequence[str]) -> bool:
    lengths = [len(member) for member in members]
    return min(lengths) <= len(other) <= max(lengths) and other not in members
