"""Which things a document lists: two or more of one kind, side by side."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft, in_any_order
from quizzes.generation.lexicon import COUNTS
from quizzes.generation.listing.enumerations import Enumeration, enumerations
from quizzes.generation.listing.list_questions import asked, kind_of
from quizzes.generation.listing.list_statements import (
    SUBJECT,
    TITLES,
    sayings,
    with_place,
    word_before,
)
from quizzes.generation.listing.list_worth import are_named_subjects, is_worth
from quizzes.generation.listing.members import start_of
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import ENTRY, is_entry
from quizzes.generation.wording.stems import Statement
from quizzes.generation.wording.tails import with_year

MOST_TYPED, LONGEST_TYPED, LONGEST_ANSWER = 5, 12, 36
LEAST_TOLD, LEAST_OF_HERO, LEAST_OF_OPEN, SHORT = 6, 5, 8, 12
IN_ORDER = re.compile(r"分别|分列|依次|先后|顺序|次序|流程|步骤|[三四五六七八]步")
# 特别担当、特别能干 is 担当、能干 as well.
DEGREES = frozenset(("特别", "更加", "更为", "最为"))
# What came one after another is told whole only within its years.
ONE_BY_ONE = re.compile("先后|陆续|相继|目前|近年")
BY_TURNS = re.compile("分别|分列|各自")
SHARED = re.compile(r"(?:工作|活动|业务|任务|服务|方面)$")
DEFINING = ("一个", "就是指", "是指", "包括", "分为", "涵盖")
# Four members of so many characters each are too much to type.
PHRASE = 5
SHORTEST_FRONT = 2
FIGURES = re.compile(r"\d+(?:\.\d+)?(?:%|[万亿]?[件个户人名次起元])")
# So many are not typed where each opens with 特别.
MANY = 4


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each list of a clause, without its outsiders."""
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        if any(mark in said for mark in "、和与及或“"):
            for listed in enumerations(clause.tokens):
                draft = _draft(sentence, clause, listed, context)
                if draft is not None:
                    yield draft


def _draft(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Draft | None:
    entry = context.is_law and ENTRY.match(sentence.paragraph.span.of(context.text))
    if entry or is_entry(sentence, clause, context) or not is_worth(clause, listed, context):
        return None
    said = _told(sentence, clause, listed, context)
    if said is None:
        return None
    text = with_year(sentence, _dated(said.text, sentence, clause, context), context)
    said = replace(said, text=text)
    stem = asked(said.text, clause, listed)
    blank = _blank(said.text, listed) if _may_be_typed(said.text, listed) else ""
    if not stem and not blank:
        return None
    return Draft(
        kind="list",
        sentence=sentence,
        answer=listed.members,
        value="|".join(sorted(listed.members)),
        evidence=said.evidence,
        place=listed.span,
        statement=said.text,
        stem=stem,
        blank=blank,
        accepted=_accepted(listed),
        key=listed.span.of(context.text),
        certainty=_certainty(said, clause, listed),
        importance=3 if listed.counted or listed.is_quoted else 2,
        members=listed.members if stem else (),
    )


def _told(
    sentence: Sentence, clause: Clause, listed: Enumeration, context: Context
) -> Statement | None:
    """The first way to say the clause that stands alone."""
    for said in sayings(sentence, clause, listed, context):
        owned = with_place(said, sentence, clause, context)
        if _stands_alone(owned, clause, listed, context):
            return owned
    return None


def _dated(text: str, sentence: Sentence, clause: Clause, context: Context) -> str:
    """With the year that opens the sentence, where figures are told beside the list."""
    first = sentence.part_of(clause)[0]
    bare = len(first.tokens) == 1 and first.tokens[0].tag == "date" and first is not clause
    if not bare or not context.hero or YEAR.search(text) or not FIGURES.search(text):
        return text
    return f"{first.said}，{text}" if YEAR.match(first.said) else text


def _stands_alone(said: Statement, clause: Clause, listed: Enumeration, context: Context) -> bool:
    """Enough is told besides the list, with nothing of it, and by whom."""
    told = said.text.replace(SLOT, "")
    own = told.removeprefix(context.frame)
    if ONE_BY_ONE.search(told) and not YEAR.search(told):
        return False
    if BY_TURNS.search(told):
        return False
    if context.hero and len(own.removeprefix(context.hero)) < LEAST_OF_HERO:
        return False
    if len(own) < LEAST_TOLD or own.startswith(DEFINING) or said.text.endswith("的"):
        return False
    if listed.is_open and len(own.removeprefix(context.hero)) < LEAST_OF_OPEN:
        return False
    bare = [member.strip("“”") for member in listed.members]
    if any(member in told for member in bare if len(member) > 1 or len(told) < SHORT):
        return False
    # The hero's name may have stood inside the list only.
    return not context.hero or clause.own is not None or context.hero[:2] in told


def _certainty(said: Statement, clause: Clause, listed: Enumeration) -> float:
    named = listed.counted or listed.is_quoted or word_before(clause, listed) in TITLES
    sure = said.certainty - (0.0 if named else 0.02)
    return sure - (0.0 if listed.is_plain or are_named_subjects(clause, listed) else 0.12)


def _shared_front(listed: Enumeration) -> str:
    """涉外 of 涉外审批、涉外服务、涉外交流: what all members begin with stands before the blank."""
    front = start_of(listed.members)
    rest = min(len(member) for member in listed.members) - len(front)
    fair = len(listed.members) > 2 and len(front) >= SHORTEST_FRONT and rest > 1
    plain = not listed.is_quoted and "“" not in front and front not in DEGREES
    return front if fair and plain else ""


def _may_be_typed(text: str, listed: Enumeration) -> bool:
    front = len(_shared_front(listed))
    lengths = [len(member) - front for member in listed.members]
    if listed.is_open or (len(lengths) > 2 and IN_ORDER.search(text)):
        return False
    if len(lengths) > 3 and min(lengths) >= PHRASE:
        return False
    if len(lengths) > MANY and start_of(listed.members) in DEGREES:
        return False
    if any("、" in member.strip("“”") for member in listed.members):
        return False
    if SUBJECT.search(text) and not (listed.counted or kind_of(listed.members)):
        return False
    return (
        len(lengths) <= MOST_TYPED
        and max(lengths) <= LONGEST_TYPED
        and sum(lengths) <= LONGEST_ANSWER
    )


def _accepted(listed: Enumeration) -> tuple[str, ...]:
    """The list, in any order; 宣传 for 宣传工作, where 工作 may be said of all."""
    bare = [member.strip("“”") for member in listed.members]
    front = _shared_front(listed)
    found = ["、".join(one.removeprefix(front) for one in bare)] if front else []
    found.append("、".join(bare))
    if any("、" in one for one in bare):
        found.append("和".join(bare))
    opening = bare[0][:2]
    if opening in DEGREES and all(one.startswith(opening) for one in bare):
        found.append("、".join(one.removeprefix(opening) for one in bare))
    short = SHARED.sub("", bare[-1])
    if len(short) == 2 and short != bare[-1] and not any(map(SHARED.search, bare[:-1])):
        found.append("、".join([*bare[:-1], short]))
    return tuple(found)


def _blank(text: str, listed: Enumeration) -> str:
    gap = f"“{BLANK}”" if listed.is_quoted else f"{_shared_front(listed)}{BLANK}"
    return f"{text.replace(SLOT, gap)}。{in_any_order(COUNTS[len(listed.members)])}"
