"""What a term is defined as: 本法所称X，是指Y; “X”教师（…的教师）; Y（以下称X）."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.options.opposites import altered
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

TERM = r"[\u4e00-\u9fff·A-Za-z0-9+－-]{2,16}"
MEANING = r"[^。；：]{6,110}"
STOP = r"(?=[。；：]|$)"
# 本法所称停车场，是指… · 所谓海绵城市，就是指…
CALLED = re.compile(
    rf"(?:本[\u4e00-\u9fff]{{1,4}})?所[称谓]的?“?(?P<term>{TERM})”?，?(?:就是|即|是)?指的?是?(?P<meaning>{MEANING}){STOP}"
)
# （一）生态水位，是指… at the head of a sentence.
STATED = re.compile(
    rf"(?:^|(?<=[）、.．]))\s*“?(?P<term>{TERM}?)”?，?是指(?P<meaning>{MEANING}){STOP}"
)
# “双岗型”教师（同时具备两种能力的教师）
GLOSSED = re.compile(
    r"(?P<term>“[\u4e00-\u9fffA-Za-z0-9+]{2,10}”(?P<noun>[\u4e00-\u9fff]{2,4}))（(?:即|指)?(?P<meaning>[^（）]{4,40}的(?P=noun))）"
)
INCLUDING = re.compile(r"，(?:具体)?(?:包括|分为|其范围为|由.{2,30}组成)[^，]*(?:，|$).*")
UNFIT = re.compile(r"[“”《》]|下列|以下|前款|本条|第.{1,3}条|上述|规定的其他|等$")
ASIDE = re.compile(r"（[^（）]*）")
COMMENT = re.compile(r"，(?=这|其(?!他)|它|该|此|因此|是)")
LEANING = ("其", "该", "此", "这", "它", "上述", "本", "所称", "所谓", "前款", "前条")
LONGEST_MEANING = 84
WANTED = 3
# A definition stands in the text itself: what an annex or a note under a table says is no rule.
ANNEX = re.compile(
    r"^\s*附[件表录图]\s*[\d一二三四五六七八九十]{0,3}\s*[.．:：、]?\s*$", re.MULTILINE
)
NOTE = re.compile(r"^\s*注\s*[：:1１]", re.MULTILINE)
NOTED = 300


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning, with the offsets of each and of the whole in the clean text."""

    term: str
    meaning: str
    whole: Span
    term_at: Span
    meaning_at: Span


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Two drafts for each definition: the term by its meaning, the meaning by its term."""
    if _is_annexed(sentence, context):
        return
    for one in _definitions(sentence.span.of(context.text), sentence.span.start):
        others = [other for other in _all(context.text) if other.term != one.term]
        if one.term.strip("“”") not in one.meaning:
            yield _term(sentence, one, others, context)
        rivals = _meanings(one, others, context)
        if rivals:
            yield _meaning(sentence, one, rivals, context)


def _is_annexed(sentence: Sentence, context: Context) -> bool:
    """It stands in an annex, or in the notes under a table."""
    start = sentence.span.start
    if sentence.section.heading.startswith(("附件", "附表", "附录")):
        return True
    noted = NOTE.search(context.text, max(0, start - NOTED), start + 2) is not None
    return noted or start >= _annexes(context.text)


@lru_cache(maxsize=4)
def _annexes(text: str) -> int:
    """Where the first annex is headed; behind the end where there is none."""
    found = ANNEX.search(text)
    return found.end() if found else len(text) + 1


@lru_cache(maxsize=4)
def _all(text: str) -> tuple[Definition, ...]:
    """Every definition of the document."""
    found = (one for m in re.finditer(r"[^。\n]+", text) for one in _definitions(m[0], m.start()))
    return tuple(found)


def _definitions(said: str, start: int) -> Iterator[Definition]:
    seen: set[str] = set()
    for pattern in (CALLED, STATED, GLOSSED):
        for m in pattern.finditer(said):
            meaning = COMMENT.split(INCLUDING.sub("", m["meaning"]).rstrip("，"))[0]
            bare = ASIDE.sub("", meaning)
            if m["term"] in seen or not _is_sound(m["term"], bare):
                continue
            seen.add(m["term"])
            at, behind = start + m.start("term"), start + m.start("meaning")
            yield Definition(
                m["term"],
                bare,
                Span(start + m.start(), behind + len(meaning)),
                Span(at, at + len(m["term"])),
                Span(behind, behind + len(meaning)),
            )


def _is_sound(term: str, meaning: str) -> bool:
    """The meaning is whole, leans on nothing, and does not use the term."""
    return not (
        UNFIT.search(meaning)
        or meaning.startswith(LEANING)
        or term.startswith(LEANING)
        or len(meaning) < 6
        or "部分" in term
        or len(meaning) > LONGEST_MEANING
    )


def _gives_away(term: str, meaning: str) -> bool:
    """Most of the term's characters stand in its meaning: a reader could put it together."""
    shared = set(term) & set(meaning)
    return len(shared) > 0.75 * len(set(term))


def _called(term: str, context: Context) -> str:
    """《…》所称的X · 《…》中的X · 所谓X: the words that the definition hangs on."""
    if not context.name or (context.hero and not context.is_law):
        return f"据课文，所谓{term}"
    return f"{context.name}{'所称的' if context.is_law else '中的'}{term}"


def _term(
    sentence: Sentence, one: Definition, others: Sequence[Definition], context: Context
) -> Draft:
    """The meaning is given, the term is asked: a term has one spelling, a meaning has many."""
    rivals = [
        other.term
        for other in others
        if abs(len(other.term) - len(one.term)) <= 4
        and ("“" in other.term) == ("“" in one.term)
        and other.term not in one.meaning
        and other.meaning[-2:] == one.meaning[-2:]
    ]
    bare = one.term.replace("“", "").replace("”", "")
    named = bare in context.name or not context.name
    about = "据课文，所谓" if named else _called(SLOT, context).removesuffix(SLOT)
    opening = context.frame if not named and context.frame else ""
    return Draft(
        kind="term",
        sentence=sentence,
        answer=one.term,
        value=f"{one.term}={one.meaning}",
        evidence=one.whole,
        place=one.term_at,
        statement=f"{opening}{one.meaning}被称为{SLOT}",
        stem=f"{opening}{one.meaning}被称为什么？",
        blank=f"{about}{BLANK}，是指{one.meaning}。",
        accepted=tuple(dict.fromkeys((bare, one.term, f"“{bare}”"))),
        key=one.term,
        certainty=0.7 if _gives_away(one.term, one.meaning) else 0.88,
        importance=3,
        rivals=tuple(rivals) if len(rivals) >= WANTED else (),
    )


def _meaning(
    sentence: Sentence, one: Definition, rivals: tuple[str, ...], context: Context
) -> Draft:
    about = _called(one.term, context)
    return Draft(
        kind="term",
        sentence=sentence,
        answer=one.meaning,
        value=f"{one.meaning}={one.term}",
        evidence=one.whole,
        place=one.meaning_at,
        statement=f"{about}，是指{SLOT}",
        stem=f"{about}，是指什么？"
        if "“" not in one.term
        else f"{about}，是指怎样的{_noun(one)}？",
        blank="",
        accepted=(one.meaning,),
        key=one.meaning,
        certainty=0.88,
        importance=3,
        rivals=rivals,
    )


def _noun(one: Definition) -> str:
    """教师 of “双岗型”教师."""
    return one.term.rpartition("”")[2]


def _meanings(one: Definition, others: Sequence[Definition], context: Context) -> tuple[str, ...]:
    """What the document says of three other terms, or the meaning itself with two words turned.

    Meanings of other terms give themselves away where they speak of something else: they have to
    close on the same noun, or to be about as long.
    """
    alike = [
        other.meaning
        for other in others
        if 0.6 < len(other.meaning) / len(one.meaning) < 1.7
        and other.meaning[-2:] == one.meaning[-2:]
    ]
    return tuple(alike[:WANTED]) if len(alike) >= WANTED else altered(one.meaning, context)
