"""Who or what a clause speaks of, and whether that can be said with certainty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizzes.generation.context import Context
from quizzes.generation.grammar import (
    acts,
    is_named,
    is_subordinate,
    lead,
    nominal,
    own_subject,
    words,
)
from quizzes.generation.lexicon import (
    BODIES,
    GENERIC,
    MEASURING,
    OPERATING,
    OWN_PLACE,
    POINTING,
    UNDERTAKINGS,
)
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.tokens import Token
from quizzes.generation.verbs import carrier_of
from quizzes.text.types import Span

# Measures of the thing just spoken of, which the clause does not name again.
ATTRIBUTES = (
    "人均费",
    "户均",
    "平均",
    "总投资",
    "总长",
    "总面积",
    "总造价",
    "全长",
    "造价",
    "时速",
    "设计",
    "费用",
    "单价",
    "占地",
    "建筑面积",
    "年产",
    "注册资",
    "员工",
    "资金",
)
INDEFINITE = ("一批", "一大批", "多数", "大多数", "部分", "一些", "许多", "不少", "大批", "各")
LONGEST_DONOR = 40
BARE_PLACE = {"省", "市", "县", "区"}
WIDE = {"全国", "全球", "世界", "国家", "我国", "国际", "中国"}


@dataclass(frozen=True, slots=True)
class Subject:
    """Words to put before a clause so that it stands alone, and how certain they are (0 to 1).

    `words` is empty where the clause has its own subject; `instead` is the place in the clause
    that they replace (全市, 本法), empty where they are put before it. `donor` is the clause that
    has to be said first, as in 投资9亿元、增长5.6%; `words` then belong to it.
    """

    words: str
    certainty: float
    instead: Span | None = None
    donor: Clause | None = None


def resolve(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """What makes `clause` stand alone, or None where that cannot be said with certainty."""
    own = own_subject(clause.tokens)
    if own is not None:
        return _own(clause, own, context)
    return _from_before(sentence, clause, context)


def _own(
    clause: Clause, own: tuple[int, int], context: Context, *, measured: bool = False
) -> Subject | None:
    said = clause.tokens[own[0] : own[1]]
    first = said[0]
    if first.text in {*OWN_PLACE, *BARE_PLACE, *GENERIC}:
        name = context.place(first.text)
        return Subject(name, 0.9, first.span) if name else None
    if name := context.this_law(words(said)):
        return Subject(name, 0.95, Span(said[0].span.start, said[-1].span.end))
    if first.text == "本" or first.text.startswith(("本法", "本条例", "本办法")):
        return None
    if first.text.startswith(POINTING) and first.text not in {"其他", "其余", "同比"}:
        return None
    if is_named(said):
        return Subject("", 0.95)
    if words(said).startswith(INDEFINITE) or (_is_partial(clause) and len(words(said)) <= 2):
        return None
    if words(said).startswith(ATTRIBUTES):
        return None
    if not (clause.figures or measured):
        return Subject("", 0.88)
    return _owner(clause, context)


def _is_partial(clause: Clause) -> bool:
    return clause.tokens[0].text == "其中"


def _owner(clause: Clause, context: Context) -> Subject | None:
    """A measured thing without a name (民生支出) belongs to the one the document is about."""
    wide = any(token.text in WIDE for token in clause.tokens)
    if wide:
        return Subject("", 0.88)
    if context.hero:
        inside = context.hero[:2] in words(clause.tokens)
        return Subject("" if inside else context.hero, 0.88)
    if context.is_plan and context.name:
        return Subject(f"{context.name}提出，", 0.86)
    return Subject("", 0.88) if context.is_law else None


def _from_before(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    measures = _continues_measure(clause)
    passed = False
    for other in sentence.earlier(clause):
        if carrier_of(sentence, other) is not other or is_subordinate(other.tokens):
            continue
        own = own_subject(other.tokens)
        if own is None:
            if _may_have_subject(other):
                return None
            if measures and other.figures and acts(other.tokens):
                return _donated(sentence, other, context)
        elif measures:
            return _continued(clause, other, own, context)
        elif _is_agent(other.tokens[own[0] : own[1]], context):
            return _inherited(clause, other, own, context)
        else:
            passed = True
    if not acts(clause.tokens) or measures:
        return None
    framed = _framed(sentence, clause, context)
    return replace(framed, certainty=framed.certainty - 0.02) if framed and passed else framed


def _continues_measure(clause: Clause) -> bool:
    """增长5.6% · 占全国8.5%: the clause says how much of what was just said."""
    at = lead(clause.tokens)
    while at < len(clause.tokens) and clause.tokens[at].tag in {"d", "ad", "j"}:
        at += 1
    said = words(clause.tokens[at : at + 2])
    return said.startswith(MEASURING)


def _is_agent(said: Sequence[Token], context: Context) -> bool:
    """Someone who acts: the hero, a body, a person, a place."""
    text = words(said)
    if text == context.hero or said[-1].tag in {"ns", "nt", "nr", "nz"}:
        return True
    return text.endswith(BODIES) and not context.is_plan


def _may_have_subject(clause: Clause) -> bool:
    """The clause opens with a noun that could not be made out as its subject."""
    first = lead(clause.tokens)
    return first < len(clause.tokens) and nominal(clause.tokens[first]) and not acts(clause.tokens)


def _donated(sentence: Sentence, donor: Clause, context: Context) -> Subject | None:
    subject = resolve(sentence, donor, context)
    return replace(subject, certainty=subject.certainty - 0.02, donor=donor) if subject else None


def _continued(
    clause: Clause, other: Clause, own: tuple[int, int], context: Context
) -> Subject | None:
    """投资9亿元、增长5.6%: the whole clause before is said first, if it is a short one."""
    if not other.figures or len(words(other.tokens)) > LONGEST_DONOR:
        return _inherited(clause, other, own, context)
    subject = _own(other, own, context)
    return replace(subject, certainty=subject.certainty - 0.02, donor=other) if subject else None


def _inherited(
    clause: Clause, other: Clause, own: tuple[int, int], context: Context
) -> Subject | None:
    subject = _own(other, own, context, measured=bool(clause.figures))
    if subject is None:
        return None
    said = words(other.tokens[own[0] : own[1]])
    if subject.instead is not None:
        said = said[subject.instead.end - subject.instead.start :]
    said = subject.words + said
    if said.endswith(UNDERTAKINGS) or len(said) > 24:
        return None
    return Subject(said, subject.certainty - 0.03)


def _framed(sentence: Sentence, clause: Clause, context: Context) -> Subject | None:
    """The subject of a clause that has none in its sentence: the paragraph's theme, or the hero."""
    theme = context.theme(sentence)
    verbs = words(clause.tokens[lead(clause.tokens) :])[:6]
    if theme and not theme.endswith(UNDERTAKINGS) and any(verb in verbs for verb in OPERATING):
        return Subject(theme, 0.86)
    if context.hero and context.hero[:2] in verbs:
        return Subject("", 0.85)
    if context.hero:
        if theme.endswith(UNDERTAKINGS) and theme:
            return Subject(f"在{theme}中，{context.hero}", 0.86)
        return Subject(context.hero, 0.83)
    if context.is_plan and context.name:
        return Subject(f"{context.name}提出，", 0.85)
    return None
