"""What was set up, carried out, granted, drawn up: the object of a deed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lexicon import EFFORTS, ESTABLISHING, HEADS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import acts
from quizzes.generation.reading.phrase_heads import Phrase
from quizzes.generation.reading.phrase_words import PATIENTS, TOWARDS
from quizzes.generation.reading.phrases import objects
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.statutes.rules import is_entry
from quizzes.generation.wording.stems import Statement, statement
from quizzes.generation.wording.substance import is_thin
from quizzes.generation.wording.tails import with_tail, with_year
from quizzes.generation.wording.telling import with_lead
from quizzes.text.types import Span

MAKING = ESTABLISHING | {"打造", "构建", "创建", "开辟", "推出", "通过"}
SUREST = 0.88
GRANTING = frozenset(("授予", "赋予"))
RECEIVER = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:试验区|企业|机构|部门|城市|单位)(?:内的?)?")
LONGEST_GAP, LONGEST_TOLD_GAP, LONGEST_COMMON = 18, 13, 12
ENOUGH = 10
TELLING = 4
# To whom, with what, by which rule: a short question that says so is clear.
RELATED = re.compile("[对向为由将把与]|通过|按照|依照|根据|国家")
RELATED_ENOUGH = 6
LONGEST_BARE = 2
LONG = 70
OPENING = 5
LONG_FOR_COMMON = 5
# 集团（联盟） is 集团 as well; 双方贸易合同 a 贸易合同.
ASIDE, OWNED_BY_ALL = re.compile(r"（[^（）]*）"), re.compile(r"^(?:双方|各自|自身)")
# A name is right without the praise, or the extent, that it opens with.
PRAISE = re.compile(
    "^(?:优秀|优质|高水平|高质量|现代化?|国际一流|一流|全市|全省|全县|新型|省级|市级|国家级)(?=.{4})"
)
# 投资者和投资企业: two things, of which the noun behind the blank names one.
TWO = re.compile(r"(?:者|人|户|员|企业|机构|部门|学校)(?:和|与|及)")
# 将码头改造成公园: two things, and what is done with them.
TURNED = re.compile(
    "改造[成为]|打造[成为]|转[化变]为|变[成为]|列为|作为|划入|纳入|建设?[成为]|评为"
)
JOINT = re.compile("[和与及、]")
# 区内金融机构: where they are, the question may have said.
INSIDE = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:区|市|省|县|境)内的?(?=.{4})")
# 审批权限: anybody would say so.
OBVIOUS = frozenset(("审批", "管理", "登记", "许可", "经营", "审核"))
DOCTRINE = re.compile("思想|主题教育|主义")
# 沿江三市: 三市 is no kind of thing.
COUNTED = re.compile("[两二三四五六七八九十]+[省市县区镇村个大]")
# 全部加工工序: nothing is asked but 全部.
WHOLE = ("全部", "所有", "整个", "各类", "各项")
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
        "责任",
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
    """One draft for each named thing that a clause says was set up."""
    for clause in sentence.clauses:
        for phrase in objects(clause, context.text):
            draft = _thing(sentence, clause, phrase, context)
            if draft is not None:
                yield draft


def _thing(sentence: Sentence, clause: Clause, phrase: Phrase, context: Context) -> Draft | None:
    phrase = _granted(phrase, context)
    if is_entry(sentence, clause, context):
        return None
    said = statement(sentence, clause, phrase.place, context)
    said = said and _told_more(sentence, clause, said, phrase.verb, context)
    said = said and replace(said, text=with_year(sentence, said.text, context))
    if said is None or not _is_whole(said, phrase) or _is_one_of_two(sentence, phrase, context):
        return None
    if _told(said, phrase, context) < ENOUGH:
        phrase = phrase.narrowed or phrase
    key = phrase.place.of(context.text)
    if key.startswith(("了", "升级", "改造", "扩建", "用于")) or TURNED.search(key):
        return None
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
        blank=_blank(said.text, phrase) if _is_fair(phrase, context) else "",
        accepted=_accepted(key, phrase, context),
        key=key,
        certainty=min(said.certainty, SUREST) - _doubt(said, phrase, context),
        importance=3 if established else 2,
        head=phrase.head,
        verb=phrase.verb,
    )


def _is_one_of_two(sentence: Sentence, phrase: Phrase, context: Context) -> bool:
    """接受法律监督，接受民主监督: the question would have two answers."""
    same = re.compile(f"{phrase.verb}[^，。；、]{{1,20}}{phrase.head}")
    return len(same.findall(sentence.span.of(context.text))) > 1


def _granted(phrase: Phrase, context: Context) -> Phrase:
    """授予试验区登记管理权限: whom it is granted to is no part of it."""
    key = phrase.place.of(context.text)
    found = RECEIVER.match(key) if phrase.verb in GRANTING else None
    if found is None or len(phrase.modifier) - found.end() < LONGEST_BARE:
        return phrase
    place = Span(phrase.place.start + found.end(), phrase.place.end)
    return replace(phrase, place=place, modifier=phrase.modifier[found.end() :])


def _told_more(
    sentence: Sentence, clause: Clause, said: Statement, verb: str, context: Context
) -> Statement:
    """What says little, with the deed before it or behind it."""
    told = len(said.text.replace(SLOT, "").removeprefix(context.frame))
    if told >= ENOUGH or not (context.is_plan or verb in MAKING):
        return said
    text, proof = with_tail(sentence, clause, said.text, said.evidence)
    text, proof = with_lead(sentence, clause, text, proof, context)
    at = sentence.clauses.index(clause) + 1
    if text == said.text and clause.stop == "，" and at < len(sentence.clauses):
        following = sentence.clauses[at]
        if following.own is None and acts(following.tokens) and not leans(following.said):
            text, proof = f"{text}，{following.said}", Span(proof.start, following.span.end)
    return replace(said, text=text, evidence=proof)


def _blank(text: str, phrase: Phrase) -> str:
    """The whole name is left out; what kind of thing it is stands behind the sentence."""
    return f"{text.replace(SLOT, BLANK)}。（填“……{phrase.head}”）"


def _is_fair(phrase: Phrase, context: Context) -> bool:
    """A name of some kind, not too long to type, and the only one of its kind that fits."""
    if COUNTED.fullmatch(phrase.head) or phrase.modifier in OBVIOUS:
        return False
    if DOCTRINE.search(phrase.modifier):
        return False
    if phrase.head.endswith(GROUPS) and TWO.search(phrase.modifier):
        return False
    if phrase.head.endswith(("人员", "客户")) and JOINT.search(phrase.modifier):
        return False
    longest = LONGEST_GAP if context.is_plan or context.is_law else LONGEST_TOLD_GAP
    if len(phrase.modifier) > longest or phrase.modifier.startswith(WHOLE):
        return False
    if phrase.head in COMMON and len(phrase.modifier) > LONGEST_COMMON:
        return False
    least = TELLING if phrase.verb in PATIENTS else LONG_FOR_COMMON
    return phrase.head not in COMMON or len(phrase.modifier) >= least


def _accepted(key: str, phrase: Phrase, context: Context) -> tuple[str, ...]:
    short = key.removeprefix(context.hero) if context.hero else key
    plain = OWNED_BY_ALL.sub("", ASIDE.sub("", key))
    unpraised = PRAISE.sub("", INSIDE.sub("", key))
    return tuple(dict.fromkeys((key, phrase.modifier, short, plain, unpraised)))


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
        phrase.head not in CONCRETE or phrase.verb in TOWARDS
        if len(phrase.modifier) < TELLING - 1
        else not _is_kind(phrase.head) and told < ENOUGH + 6
    )
    thin = is_thin(said.text, "", context) or _is_said_of_others(said, phrase, context)
    return 0.1 * (effort or short or thin) + 0.1 * plain + 0.07 * (told > LONG)


def _is_said_of_others(said: Statement, phrase: Phrase, context: Context) -> bool:
    """支持试验区开展_试点 stands in the document with another name too."""
    before, _, behind = said.text.partition(SLOT)
    opening = before[-OPENING:].rpartition("，")[2]
    if len(opening) < OPENING or behind.strip("。"):
        return False
    alike = re.compile(f"{re.escape(opening)}[^，。；]{{2,20}}?{re.escape(phrase.head)}")
    return len(set(alike.findall(context.text))) > 1


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
