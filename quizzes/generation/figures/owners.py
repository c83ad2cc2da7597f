"""Whose a report's figure is: the place it reports on, unless a body was just spoken of."""

import re

from quizzes.generation.figures.measures import figure_of
from quizzes.generation.lexicon import BODIES
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.subjects import INDEFINITE, OTHERS, Subject, resolve

VAGUE = re.compile(rf"(?:{'|'.join(INDEFINITE)})(?![项类])")
PLACES = {"城镇", "乡村", "农村", "城市"}
LEVELS = "省市县区"
SURE = 0.88
# 某地一期、另一基地: the name goes on.
BEHIND_NAMES = {"m", "x", "n", "ns", "nz", "number"}


def owner_of(sentence: Sentence, base: Clause, context: Context) -> Subject | None:
    if not context.hero:
        return _unclaimed(sentence, base)
    own = base.own
    if own and base.tokens[own[0]].text in PLACES:
        return Subject(context.hero, SURE - 0.02)
    subject = resolve(sentence, base, context)
    if subject is not None and subject.donor is None:
        return _with_place(subject, base, context)
    if not context.is_periodic or VAGUE.match(words(base.tokens[base.lead :])):
        return None
    return of_neighbour(sentence, base, context)


def _with_place(subject: Subject, base: Clause, context: Context) -> Subject:
    """The tagger takes 夏粮 for a name: a report's place is said before all but bodies."""
    own = base.own
    if subject.words or subject.instead or context.hero_is_body or not own:
        return subject
    said = base.tokens[own[0] : own[1]]
    if said[0].tag in {"ns", "nr", "quote"} and not context.is_periodic:
        return subject
    if words(said).endswith(BODIES) or context.hero[:2] in words(said):
        return subject
    return Subject(context.hero, min(subject.certainty, SURE))


def of_neighbour(sentence: Sentence, base: Clause, context: Context) -> Subject | None:
    """A report's figure is of its place, unless a body or a named thing was just spoken of."""
    for other in sentence.earlier(base):
        own = other.own
        if own is None or other.stop in "；;" or sentence.chained(other)[0] is not other:
            continue
        subject = other.tokens[own[0] : own[1]]
        said = words(subject)
        is_body = said.endswith(OTHERS) or subject[-1].tag in {"ns", "nt", "nr"}
        whole = own[1] < len(other.tokens) and other.tokens[own[1]].tag not in BEHIND_NAMES
        if is_body and whole and not figure_of(other) and base.own and other.stop == "，":
            merged = owned(said, Subject(context.hero, SURE))
            return Subject(merged, SURE - 0.05)
        named = subject[0].tag in {"ns", "nt", "nr"}
        if (is_body or (named and base.own)) and context.hero[:2] not in said:
            return None
    return Subject("" if context.hero in words(base.tokens) else context.hero, SURE - 0.04)


def _unclaimed(sentence: Sentence, base: Clause) -> Subject | None:
    """Nobody else was spoken of just before, whose the measure might be."""
    part = sentence.part_of(base)
    for other in part[: part.index(base)][::-1]:
        if other.own and not figure_of(other) and other.stop == "，":
            return None
        break
    return Subject("", SURE)


def owned(body: str, subject: Subject) -> str:
    """云溪县 · 县政府系统 → 云溪县政府系统."""
    owner = subject.words
    if subject.instead is not None or not owner or body.startswith(owner):
        return body
    return f"{owner}{body[1:] if body[0] == owner[-1] and body[0] in LEVELS else body}"
