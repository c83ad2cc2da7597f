"""Who did it and who has to: the body that approved, issued, is in charge, is applied to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quizzes.generation.drafts import BLANK, SLOT, YEAR, Draft
from quizzes.generation.lexicon import DEEDS, GENERIC
from quizzes.generation.options.bodies import ENDS, accepted, is_body, question
from quizzes.generation.options.body_rivals import rivals
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.statutes.rules import LEANING, is_rule
from quizzes.generation.statutes.rulings import Ruling, ruling
from quizzes.generation.wording.stems import Statement, statement
from quizzes.text.types import Span

AUTHORITY = re.compile(
    r"(?:国务院|部|委|委员会|局|厅|署|总局|院|办|办公室|办公厅|部门|机关|政府|法院|检察院)$"
)
SINCE = re.compile(r"(?:以来|以后|之后|后)$")
LONGEST, WANTED, LONGEST_BLANK = 16, 3, 32
ENOUGH = 8
TELLING = 20
BODY = rf"(?P<body>[\u4e00-\u9fff、（）]{{0,34}}?{ENDS})"
ORDERS = (
    "负责|制定|制订|拟订|责令|颁发|核发|发给|发放|发布|公布|公告|规定|批准|确定|组织(?!协调)|依法|依照|按照|根据|"
    "给予|予以|处(?=[\\d一二三四五六七八九十以理罚警])|吊销|撤销|没收|取消|承担|会同|商(?=国务院|国家|省|有关|同级|公安|财政)|统一|"
    "另行|办理|受理|审批|审核|审查|审定|审议|解释|决定|指定|监督|实施|执行|认定|出具|通报|提出|任命|聘任|主持|"
    "保管|维修|登记|备案|警告|作出|牵头|协调|印发|编制|收回|代为|遵循|召集|检查|评审|评定|管理(?!.{1,8}的)|提供|建立|收取|"
    "向|报|对|在|自|于"
)
DUTIES = (
    "负责|主管|主持|应当|可以|不得|依法|按照|组织(?!协调)|统筹|"
    "指导|承担|会同|制定|审批|受理|颁发|对"
)
# Where a clause names the body that something is done by, or brought to.
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:须|应当|必须|应|均|可|统一|，|^|[\u4e00-\u9fff])由{BODY}(?={ORDERS})",
        rf"向{BODY}(?=提出|申请|申报|报告|报送|报备|提交|备案|登记|办理|申领|递交|举报|投诉|申诉|缴纳|说明|通报|反映|请假)",
        rf"经(?:过)?{BODY}(?=批准|同意|审核|核准|许可|审查|认定|审议|审定|备案|通过)",
        rf"(?<![申填汇上])报(?:经|请|送|由)?{BODY}(?=批准|备案|审批|核准|审核|审定|决定|同意|审查)",
        rf"经[^，；]{{2,12}}(?:审核|审查|同意|评审|推荐)(?:、|后报|并经|并报){BODY}(?=批准|同意|审批|审定)",
        rf"(?<=后)[交报送]{BODY}(?=备案|存档|审核|汇总|归档|审批)",
        rf"征求{BODY}(?=的?意见)",
        rf"接受{BODY}(?=的?(?:监督|检查|指导|管理))",
        rf"(?<=[会同]同){BODY}(?={ORDERS})",
        rf"(?<=[院门委部局会]商){BODY}(?=另行|制定|规定|确定|同意)",
    )
)
OPENING = re.compile(rf"^(?![由向经报]){BODY}(?={DUTIES})")
OFFICES = ("部门", "机关", "政府", "国务院", "委员会", "组织", "协会", "中心", "小组", *"局处科室")
SOFT = re.compile(r"^(?:应当|可以)?(?:加强|重视|支持|鼓励|积极|切实)")

# Says what comes of something told in the sentence before.
OPEN_ENDED = re.compile(
    r"^.{0,40}(?:作出|予以|给予)(?:书面)?(?:答复|决定|处理|批复|回复|说明|\w*结论)$"
)

# Everybody knows who gives it.
EVIDENT = "治安管理处罚"


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each body that a clause says has done, or has to do, a thing worth knowing."""
    for clause in sentence.clauses:
        if EVIDENT in clause.said:
            continue
        places = list(_places(sentence, clause, context))
        for place in places:
            draft = _charged(sentence, clause, place, context)
            if draft is not None:
                yield draft
        own = clause.own
        if (
            not places
            and not is_rule(context)
            and own is not None
            and _did(clause.tokens[own[1] :])
        ):
            draft = _acted(sentence, clause, own, context)
            if draft is not None:
                yield draft


def _places(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Span]:
    """Where the clause names one body by name, in a place where it can be asked for."""
    said, start = clause.span.of(sentence.text), clause.span.start
    for pattern in PATTERNS:
        for m in pattern.finditer(said):
            if is_body(m["body"]):
                yield Span(start + m.start("body"), start + m.end("body"))
    first = OPENING.match(said)
    if (
        is_rule(context)
        and first is not None
        and is_body(first["body"])
        and _is_office(first, said)
    ):
        yield Span(start, start + first.end("body"))


def _is_office(m: re.Match[str], said: str) -> bool:
    return m["body"].endswith(OFFICES) and SOFT.match(said[m.end() :]) is None


def _charged(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Draft | None:
    said = _said(sentence, clause, place, context)
    name = place.of(context.text)
    if said is None or said.text.count(SLOT) != 1 or name in said.text:
        return None
    told = said.text.removeprefix(context.frame)
    if LEANING.match(told) or told.startswith(("由", "向", "经", "报", "先")):
        return None
    if len(told) < ENOUGH or (sentence.before and told.startswith(SLOT) and _is_open(told)):
        return None
    draft = _drafted(sentence, place, said, context)
    if context.is_notice:
        known = tuple(one for one in draft.rivals if one in context.text)
        draft = replace(draft, rivals=known, is_stated=len(known) >= WANTED)
    return draft if len(name) <= LONGEST_BLANK else replace(draft, blank="")


def _drafted(sentence: Sentence, place: Span, said: Statement | Ruling, context: Context) -> Draft:
    """The draft of what `said` says of the body at `place`."""
    name = place.of(context.text)
    text = SINCE.sub("", said.text)
    return Draft(
        kind="actor",
        sentence=sentence,
        answer=name,
        value=name,
        evidence=said.evidence,
        place=place,
        statement=text,
        stem=text.replace(SLOT, question(name)) + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=accepted(name, context.text),
        key=name,
        certainty=said.certainty,
        importance=3 if context.is_law else 2,
        rivals=rivals(name, text, sentence, context, _charged_in(context.text)),
    )


def _is_open(told: str) -> bool:
    return len(told) < TELLING or OPEN_ENDED.search(told) is not None


def _said(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | Ruling | None:
    if is_rule(context):
        return ruling(sentence, clause, place, context)
    return statement(sentence, clause, place, context)


@lru_cache(maxsize=8)
def _charged_in(text: str) -> tuple[str, ...]:
    found = (m["body"] for pattern in PATTERNS for m in pattern.finditer(text))
    return tuple(dict.fromkeys(name for name in found if is_body(name)))


def _did(rest: tuple[Token, ...]) -> bool:
    return any(token.text in DEEDS for token in rest[:3])


def _acted(
    sentence: Sentence, clause: Clause, own: tuple[int, int], context: Context
) -> Draft | None:
    said_words = clause.tokens[own[0] : own[1]]
    name = words(said_words)
    if not AUTHORITY.search(name) or name in GENERIC or len(name) > LONGEST or "、" in name:
        return None
    place = Span(said_words[0].span.start, said_words[-1].span.end)
    said = statement(sentence, clause, place, context)
    if said is None or said.text.count(SLOT) != 1 or len(said.text) < ENOUGH:
        return None
    draft = _drafted(sentence, place, said, context)
    return replace(
        draft,
        stem=draft.stem.replace("哪个机关", "哪个机构"),
        certainty=0.9 if YEAR.search(draft.statement) else 0.78,
        importance=3,
    )
