"""What was set up, carried out, granted, drawn up: the object of a deed, and titles issued."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.lexicon import EFFORTS, ESTABLISHING, HEADS
from quizzes.generation.phrases import Phrase, objects
from quizzes.generation.sentences import Clause, Sentence
from quizzes.generation.stems import SINCE, Statement, statement
from quizzes.text.types import Span

LONGEST_TITLE = 36
FOLLOWING = frozenset(("依照", "按照", "根据", "适用", "执行", "遵守", "违反", "列入", "纳入"))
LONGEST_GAP = 12
ENOUGH = 10
TELLING = 4
# To whom, with what, by which rule: a short question that says so is clear.
RELATED = re.compile("[对向为由将把与]|通过|按照|依照|根据|国家")
RELATED_ENOUGH = 6
LONGEST_BARE = 2
LONG = 70
LONG_FOR_COMMON = 5
# Kinds of which there is always another that would fit as well.
COMMON = frozenset(
    (
        "环境",
        "整治",
        "培训",
        "服务",
        "业务",
        "管理",
        "水平",
        "文化",
        "权益",
        "工作",
        "活动",
        "企业",
        "机构",
        "人才",
    )
)
# Kinds of thing that two characters before them are enough to name.
CONCRETE = frozenset(
    ("学院", "学校", "院校", "班列", "监管", "机场", "口岸", "港口", "铁路", "货物", "药品", "员工")
)
SITES = ("口岸", "港口", "机场", "园区", "街道", "社区", "村", "港")
GROUPS = (
    *(
        "人员",
        "企业",
        "机构",
        "员工",
        "学生",
        "教师",
        "单位",
        "群体",
        "人才",
        "职工",
        "家庭",
        "学校",
    ),
    *("院校", "组织", "农户", "对象", "产业", "行业"),
)


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each named thing that a clause says was set up, and each title it issued."""
    for clause in sentence.clauses:
        for phrase in objects(clause, context.text):
            draft = _thing(sentence, clause, phrase, context)
            if draft is not None:
                yield draft
        for place, asked in _titles(clause):
            draft = _title(sentence, clause, place, asked, context)
            if draft is not None:
                yield draft


def _thing(sentence: Sentence, clause: Clause, phrase: Phrase, context: Context) -> Draft | None:
    said = statement(sentence, clause, phrase.place, context)
    if said is None or not _is_whole(said, phrase):
        return None
    if _told(said, phrase, context) < ENOUGH:
        phrase = phrase.narrowed or phrase
    key = phrase.place.of(context.text)
    established = phrase.verb in ESTABLISHING
    return Draft(
        kind="object",
        sentence=sentence,
        answer=key,
        value=key,
        evidence=said.evidence,
        place=phrase.place,
        statement=said.text,
        stem=said.text.replace(SLOT, question(phrase.head)) + "？",
        blank=_blank(said.text, phrase) if _is_fair(phrase) else "",
        accepted=_accepted(key, phrase, context),
        key=key,
        certainty=said.certainty - _doubt(said, phrase, context),
        importance=3 if established else 2,
        head=phrase.head,
        verb=phrase.verb,
    )


def _blank(text: str, phrase: Phrase) -> str:
    """The whole name is left out; what kind of thing it is stands behind the sentence."""
    return f"{text.replace(SLOT, BLANK)}。（填“……{phrase.head}”）"


def _is_fair(phrase: Phrase) -> bool:
    """A name of some kind, not too long to type, and the only one of its kind that fits."""
    if len(phrase.modifier) > LONGEST_GAP:
        return False
    return phrase.head not in COMMON or len(phrase.modifier) >= LONG_FOR_COMMON


def _accepted(key: str, phrase: Phrase, context: Context) -> tuple[str, ...]:
    short = key.removeprefix(context.hero) if context.hero else key
    return tuple(dict.fromkeys((key, phrase.modifier, short)))


def question(head: str) -> str:
    """What is asked for: 哪类人员, 哪个口岸, 什么制度."""
    if head == "制":
        return "什么制度"
    if head.endswith(SITES):
        return f"哪个{head}"
    return f"哪类{head}" if head.endswith(GROUPS) else f"什么{head}"


def _doubt(said: Statement, phrase: Phrase, context: Context) -> float:
    """An effort (提高生源质量) is less worth asking than something made or granted."""
    told = _told(said, phrase, context)
    effort = phrase.verb in EFFORTS and len(phrase.modifier) < TELLING
    rest = said.text.replace(SLOT, "").removeprefix(context.frame)
    short = told < (ENOUGH if not RELATED.search(rest) else RELATED_ENOUGH)
    plain = (
        phrase.head not in CONCRETE
        if len(phrase.modifier) < TELLING - 1
        else not _is_kind(phrase.head) and told < ENOUGH + 6
    )
    return 0.1 * (effort or short) + 0.08 * plain + 0.07 * (told > LONG)


def _is_kind(head: str) -> bool:
    return any(head[-size:] in HEADS for size in (2, 3, 4, 1))


def _told(said: Statement, phrase: Phrase, context: Context) -> int:
    """How many characters the question says besides the document's name and a bare head."""
    rest = said.text.replace(SLOT, "").removeprefix(context.frame)
    return len(rest) + max(0, len(phrase.head) - LONGEST_BARE)


def _is_whole(said: Statement, phrase: Phrase) -> bool:
    """The question tells enough, and holds nothing of the answer."""
    rest = said.text.replace(SLOT, "")
    return said.text.count(SLOT) == 1 and len(rest) >= ENOUGH and phrase.modifier not in rest


def _titles(clause: Clause) -> Iterator[tuple[Span, str]]:
    """The titles that a clause says were issued or are to be followed, with what is asked."""
    books = [token for token in clause.tokens if token.tag == "book"]
    for before, token in pairwise(clause.tokens):
        if token.tag != "book" or len(token.text) > LONGEST_TITLE or len(books) > 1:
            continue
        if before.text in ESTABLISHING:
            yield token.span, "哪份文件"
        elif before.text in FOLLOWING:
            yield token.span, _kind_of_title(token.text)


def _kind_of_title(title: str) -> str:
    if title.endswith(("法》", "法典》")):
        return "哪部法律"
    return "哪部法规" if title.endswith("条例》") else "哪个文件"


def _title(
    sentence: Sentence, clause: Clause, place: Span, question: str, context: Context
) -> Draft | None:
    said = statement(sentence, clause, place, context)
    key = place.of(context.text)
    name = key[1:-1]
    if said is None or said.text.count(SLOT) != 1 or name in said.text or SINCE.search(said.text):
        return None
    told = len(said.text.replace(SLOT, "").removeprefix(context.frame))
    sure = YEAR.search(said.text) is not None or told > ENOUGH + 4
    return Draft(
        kind="object",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=Span(place.start + 1, place.end - 1),
        statement=said.text,
        stem=said.text.replace(SLOT, question) + "？",
        blank=said.text.replace(SLOT, f"《{BLANK}》") + "。",
        accepted=(name, key),
        key=key,
        certainty=said.certainty - (0.02 if sure else 0.16),
        importance=3,
        head="法》" if question == "哪部法律" else "》",
    )
