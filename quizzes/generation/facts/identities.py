"""What one thing is said to be: 甲是乙最大的优势, 乙最本质的特征是甲, 最重要的是甲."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.drafts import BLANK, SLOT, UNDATED, Draft
from quizzes.generation.options.centres import rivals
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

# 生动图景: fine words that define nothing.
ASKING = re.compile("什么|怎么|怎样|如何|谁|哪")
FLOWERY = re.compile("重要|图景|缩影|写照")
KINDS = (
    "特征|优势|特色|法宝|红利|领导核心|核心|集中体现|体现|图景|写照|根本|基石|灵魂|关键|前提|保证|标志|宗旨|使命|主题|特点|品格|"
    "命脉|底线|生命线|源泉|动力|职责|主管部门|职能部门|责任人|依据|凭证|组成部分|支柱产业|主导产业|前身|别称|雏形|所在地|发源地|"
    "总目标|目标|任务|总基调|主线|要求|原则|出发点|落脚点|突破口|重点|难点|遗产|称号|景点|镇馆之宝|名片|象征|市花|市树|校训|厂训|店训"
)
# 开放是小镇最大的特色: the thing is asked by what it is.
IS = re.compile(
    rf"^(?P<what>[\u4e00-\u9fff“”、·A-Za-z0-9]{{2,20}}?)(?:始终|一直|历来|就|正|也|则)?是(?P<role>[\u4e00-\u9fff“”·A-Za-z0-9]{{2,30}}?的?(?:{KINDS}))$"
)
# 小镇最大的优势是人才
NAMED = re.compile(
    rf"^(?P<role>[\u4e00-\u9fff“”·A-Za-z0-9]{{2,30}}?(?:最[\u4e00-\u9fff]{{1,4}}的?|总|根本|首要|核心|中心)(?:{KINDS}))(?:就)?是(?P<what>[\u4e00-\u9fff“”、·A-Za-z0-9]{{2,20}})$"
)
# 办好学校，最重要的是教师
MOST = re.compile(
    r"^(?P<role>(?:其中)?最[\u4e00-\u9fff]{1,3}的(?:就)?是)(?P<what>[\u4e00-\u9fff、]{2,24})$"
)
SUBJECT = re.compile(r"^[\u4e00-\u9fff“”·]{2,10}的[\u4e00-\u9fff]{2,8}$")
NAME = re.compile(r"^“(?P<name>[^“”]{2,10})”(?P<rest>.+)$")
ALSO = re.compile(rf"^(?:也|更|还)?是(?P<role>[\u4e00-\u9fff“”·]{{2,30}}?的?(?:{KINDS}))$")
MANY = re.compile(
    r"一个|一种|一项|一条|之一|重要的?(?:组成|体现|标志|保证|动力)|(?:不|才|都|既|不仅|又|可能|应当|主要|还)$"
)
LEANS = re.compile(
    r"^(?:其|该|这|此|它|他|她|本|那|我|你|上述|以上|前者|后者|同|另|一|二|三|第)|^(?:关键|重点|目的|问题|原因|结果|有的|也|就)$"
)
VERB_BEFORE = re.compile(r"(?:不|就|只|才|都|既|仍|更|还|而|可以说|标志着|认为)$")
LONGEST_TOPIC, LONGEST_BLANK = 24, 10


@dataclass(frozen=True, slots=True)
class Identity:
    """`what` at `place`; `role` is the sentence with SLOT for it, `proof` where that stands.

    `whole` is the thing with what belongs to it, where only its name is asked for.
    """

    what: str
    place: Span
    role: str
    proof: Span
    whole: str = ""


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each clause that says what one thing is, asked by its role."""
    for clause in sentence.clauses:
        for one in _identities(sentence, clause, context):
            yield _draft(sentence, one, context)


def _identities(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Identity]:
    said = clause.span.of(context.text)
    at = sentence.clauses.index(clause)
    for pattern in (IS, NAMED):
        m = pattern.match(said)
        if m and _is_sound(m["what"], m["role"], context):
            start = clause.span.start + m.start("what")
            place = Span(start, start + len(m["what"]))
            yield Identity(m["what"], place, f"{m['role']}是{SLOT}", clause.span)
            if pattern is IS:
                yield from _also(sentence, at + 1, m["what"], place, context)
            return
    if at and (m := ALSO.match(said)):
        yield from _split(sentence, sentence.clauses[at - 1], clause, m["role"], context)
    m = MOST.match(said)
    topic = sentence.clauses[at - 1] if at else None
    if m and topic is not None and _is_topic(topic) and not LEANS.search(m["what"]):
        start = clause.span.start + m.start("what")
        text = f"{topic.span.of(context.text)}，{m['role']}{SLOT}"
        place = Span(start, start + len(m["what"]))
        yield Identity(m["what"], place, text, Span(topic.span.start, clause.span.end))


def _split(
    sentence: Sentence, topic: Clause, clause: Clause, role: str, context: Context
) -> Iterator[Identity]:
    """“甲”的确立，是乙的集中体现: the thing is a clause of its own; its quoted name is asked."""
    what = topic.span.of(context.text)
    opens = topic is sentence.part_of(topic)[0] and topic.stop == "，" and "“" not in what[1:]
    if not opens or not SUBJECT.match(what) or not _is_sound(what, role, context):
        return
    proof = Span(topic.span.start, clause.span.end)
    start, bare = topic.span.start, NAME.match(what)
    if bare is None:
        yield Identity(what, Span(start, topic.span.end), f"{role}是{SLOT}", proof)
        return
    place = Span(start + 1, start + bare.end("name"))
    yield Identity(bare["name"], place, f"“{SLOT}”{bare['rest']}，是{role}", proof, what)


def _also(
    sentence: Sentence, at: int, what: str, place: Span, context: Context
) -> Iterator[Identity]:
    """…，也是…的…: the same thing has one more role."""
    while at < len(sentence.clauses) and sentence.clauses[at - 1].stop == "，":
        clause = sentence.clauses[at]
        m = ALSO.match(clause.span.of(context.text))
        if m is None:
            return
        if _is_sound(what, m["role"], context):
            yield Identity(what, place, f"{m['role']}是{SLOT}", Span(place.start, clause.span.end))
        at += 1


def _is_topic(clause: Clause) -> bool:
    return (
        clause.stop == "，"
        and 4 <= len(clause.said) <= LONGEST_TOPIC
        and not LEANS.match(clause.said)
    )


def _is_sound(what: str, role: str, context: Context) -> bool:
    """One thing and its one role, both whole; the role says whose it is."""
    owned = "的" in role or "最" in role or (context.hero and context.hero in role)
    marks = all(text.count("“") == text.count("”") for text in (what, role))
    return bool(
        owned
        and marks
        and len(role) >= 5
        and not MANY.search(role)
        and not LEANS.search(what)
        and not LEANS.search(role)
        and not VERB_BEFORE.search(what)
        and "是" not in what + role
        and not ASKING.search(what)
        and not what.endswith(("的", "在", "了", "着"))
    )


def _draft(sentence: Sentence, one: Identity, context: Context) -> Draft:
    whose = context.hero and context.hero[:2] not in one.role and not context.date
    text = f"{UNDATED if whose and not context.frame else context.frame}{one.role}"
    bare = one.what.strip("“”")
    options = rivals(bare, "", sentence.paragraph.span.of(context.text), context)
    fair = len(bare) <= LONGEST_BLANK and not set(bare) & set("、“”")
    return Draft(
        kind="purpose",
        sentence=sentence,
        answer=one.whole or one.what,
        value=f"{one.what}={one.role}",
        evidence=one.proof,
        place=Span(one.proof.start, one.proof.start + len(one.whole)) if one.whole else one.place,
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank=text.replace(SLOT, BLANK) + "。" if fair else "",
        accepted=tuple(dict.fromkeys((one.what, bare, bare.replace("的", "")))),
        key=one.what,
        certainty=0.86 - (0.1 if one.what in one.role or FLOWERY.search(one.role) else 0.0),
        importance=3,
        rivals=options,
    )
