"""Which things a document lists: two or more of one kind, side by side."""

import re
from collections.abc import Iterator, Sequence

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.enumerations import Enumeration, enumerations
from quizzes.generation.lexicon import CLASSES, WEIGHED
from quizzes.generation.list_questions import asked, kind_of, names_trait
from quizzes.generation.list_statements import SUBJECT, sayings, with_place, word_before
from quizzes.generation.members import BY_LAW, MODALS, end_of
from quizzes.generation.outsiders import kin
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import Statement

MOST = 8
MOST_TYPED, LONGEST_TYPED, LONGEST_ANSWER = 5, 12, 36
LEAST_TOLD, LEAST_OF_HERO, SHORT = 6, 5, 12
MOST_OFTEN = 3
SHORTEST_NAME = 3
NUMERALS = "零一两三四五六七八"
IN_ORDER = re.compile(r"分别|分列|依次|先后|顺序|次序")
# What came one after another is told whole only within its years.
ONE_BY_ONE = re.compile("先后|陆续|相继|目前|近年")
BY_TURNS = re.compile("分别|分列|各自")
BOUNDS = {"以上", "以下", "以内", "不超过", "不低于"}
SHARED = re.compile(r"(?:工作|活动|业务|任务|服务|方面)$")
DEFINING = ("一个", "就是指", "是指", "包括", "分为", "涵盖")
ENTRY = re.compile(r"\s*[（(][一二三四五六七八九十\d]{1,3}[）)]")


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
    if entry or not _is_worth(clause, listed, context):
        return None
    said = _told(sentence, clause, listed, context)
    if said is None:
        return None
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
        accepted=_accepted(listed.members),
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
        owned = with_place(said, context)
        if _stands_alone(owned, clause, listed, context):
            return owned
    return None


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
    bare = [member.strip("“”") for member in listed.members]
    if any(member in told for member in bare if len(member) > 1 or len(told) < SHORT):
        return False
    # The hero's name may have stood inside the list only.
    return not context.hero or clause.own is not None or context.hero[:2] in told


def _certainty(said: Statement, clause: Clause, listed: Enumeration) -> float:
    sure = said.certainty - (0.0 if listed.counted or listed.is_quoted else 0.02)
    return sure - (0.0 if listed.is_plain or _are_named_subjects(clause, listed) else 0.12)


def _is_worth(clause: Clause, listed: Enumeration, context: Context) -> bool:
    """A list that somebody would want to know: no phrase of every document, no slogan."""
    members = [member.strip("“”") for member in listed.members]
    if not 1 < len(members) <= MOST or BOUNDS & set(members) or members[0].startswith("最"):
        return False
    text = listed.span.of(context.text)
    if context.text.count(text) > MOST_OFTEN or "。" in text or _runs_on(clause, listed):
        return False
    if listed.after.startswith("“") and not (listed.is_open or _heads_quotation(listed)):
        return False
    if listed.is_quoted and listed.after and not (listed.head or listed.after == "的"):
        return False
    if listed.is_quoted and len(members) == 2:
        return False  # a name of two halves, not two things
    if listed.counted or (len(members) > 2 and not _are_verbs(clause, listed)):
        return True
    if len(members) != 2:
        return False
    if listed.is_bounded or _are_named_subjects(clause, listed):
        return True
    return listed.is_plain and _is_worthy_pair(clause, listed, context)


def _heads_quotation(listed: Enumeration) -> bool:
    """登记、交易、税务“一窗式”受理: three words of one length that the quotation is said of."""
    return len(listed.members) > 2 and {len(one) for one in listed.members} == {2}


def _are_named_subjects(clause: Clause, listed: Enumeration) -> bool:
    """甲机场、乙机场建成投运: two names of one kind that the clause opens with."""
    opens = clause.tokens[clause.lead : clause.lead + 1]
    starts = bool(opens) and opens[0].span.start == listed.span.start
    named = min(len(one) for one in listed.members) > SHORTEST_NAME
    place = any(t.tag in {"ns", "nr", "nz"} for t in clause.tokens if t.span in listed.span)
    return starts and named and place and bool(kind_of(listed.members)) and listed.after != "的"


def _is_worthy_pair(clause: Clause, listed: Enumeration, context: Context) -> bool:
    """Two things of one make, each with a name: not two words that always go together."""
    one, other = sorted((member.strip("“”") for member in listed.members), key=len)
    if len(one) < 2 and listed.after != "的":
        return len(other) < 2 and listed.head.endswith(tuple(CLASSES))
    if listed.is_quoted or names_trait(clause, listed) or kin((one, other)):
        return len(one) > 1
    if len(other) < 4 and len(one) <= len(end_of((one, other))) + 1:
        return False
    word = word_before(clause, listed)
    if context.is_law and word in MODALS | BY_LAW and listed.after in {"", "的"}:
        return True
    ends = len(end_of((one, other)))
    alike = ends > 1 or (ends and len(one) > 1 and len(other) > 2 and len(other) - len(one) < 2)
    if alike and (context.frame or word != "的"):
        return True
    return len(one) > 3 and word in WEIGHED


def _runs_on(clause: Clause, listed: Enumeration) -> bool:
    """以工哺农、以商强农，以城带乡、…: the list goes on behind the comma."""
    ends = listed.span.end == clause.span.end and clause.stop == "，"
    return ends and listed.members[0][0] in "以从由"


def _are_verbs(clause: Clause, listed: Enumeration) -> bool:
    """审查、审理或者处理过的案件: verbs that share what follows them."""
    if listed.after in {"", "的"} or listed.head:
        return False
    inside = [token for token in clause.tokens if token.span in listed.span]
    single = [token for token in inside if token.text in listed.members]
    return len(single) == len(listed.members) and all(t.tag in {"v", "vn"} for t in single)


def _may_be_typed(text: str, listed: Enumeration) -> bool:
    lengths = [len(member) for member in listed.members]
    if listed.is_open or (len(lengths) > 2 and IN_ORDER.search(text)):
        return False
    if SUBJECT.search(text) and not (listed.counted or kind_of(listed.members)):
        return False
    return (
        len(lengths) <= MOST_TYPED
        and max(lengths) <= LONGEST_TYPED
        and sum(lengths) <= LONGEST_ANSWER
    )


def _accepted(members: Sequence[str]) -> tuple[str, ...]:
    """The list, in any order; 宣传 for 宣传工作, where 工作 may be said of all."""
    bare = [member.strip("“”") for member in members]
    found = ["、".join(bare)]
    short = SHARED.sub("", bare[-1])
    if len(short) == 2 and short != bare[-1] and not any(map(SHARED.search, bare[:-1])):
        found.append("、".join([*bare[:-1], short]))
    return tuple(found)


def _blank(text: str, listed: Enumeration) -> str:
    gap = f"“{BLANK}”" if listed.is_quoted else BLANK
    return f"{text.replace(SLOT, gap)}。（填{NUMERALS[len(listed.members)]}项，次序不限）"
