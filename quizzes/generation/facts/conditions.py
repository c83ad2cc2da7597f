"""What a rule limits: how long, how much, how many times, up to which penalty."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizzes.generation.doubles import meet
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.options.distractors import AT_MOST, OVER
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Clause, Sentence, dates
from quizzes.generation.statutes.limits import Limit, near, ranges, singles, value
from quizzes.generation.statutes.numerals import accepted
from quizzes.generation.statutes.rules import is_rule
from quizzes.generation.statutes.rulings import ruling
from quizzes.text.types import Span

# 报名费每人_: behind a notice's name that is enough.
ENOUGH, BRIEF = 8, 5
FINE = re.compile(rf"{SLOT}的?(?=罚[款金])")
LASTING = re.compile(rf"(?:责令|停止|暂停|停产|停业|禁止|不得|不再)[^，；]*{SLOT}$")
PERIODS = ("日", "天", "月", "年", "周", "学期")
# What stands before a figure that is no limit: part of a name, a date, an order.
NO_LIMIT = re.compile(
    r"(?:[第月号前款条项时“]|(?:满|超过)[\d一二三四五六七八九十]+[\u4e00-\u9fff]{1,3}(?:不满|不足|未满)|"
    r"第[一二三四五六七八九十]|[/.]|分别.*)$"
)
NO_LIMIT_AFTER = re.compile(
    r"^(?:(?:以上)?(?:不满|不足|未满)|(?:建设|发展|行动|实施)?(?:方案|规划|计划)|[^，；]{0,6}(?:热线|专线)|供水|污染|加工|利用|装修|创业|分配|制|级|类|款|条|项|之一|[/.\d]|[月日]|个?以上单位)"
)
# What the question would tell: 12个班，每班45人，共_人.
# 分为达标、基本达标、未达标三个等次.
COUNTED, LISTED = frozenset(("个", "家", "名", "人")), re.compile(r"、[^，；、等至]{2,12}$")
COMPUTED = re.compile(r"^共$")
LONGEST_FORM = re.compile(
    rf"(?:不足|不满|未满|最长|最多|最高|(?<![期年])限[\u4e00-\u9fff]?)[\u4e00-\u9fff]{{0,3}}{SLOT}"
)
SHORTEST_FORM = re.compile(
    rf"(?:最短|最低|至少|达到|满|不得?少于|不得?低于)[\u4e00-\u9fff]{{0,3}}{SLOT}"
)
# What holds of a case that reaches the figure holds of one that goes beyond it.
CASE = re.compile(rf"{SLOT}[^，；]*的(?:[\u4e00-\u9fff]{{0,8}}，|$)")
BARRED = re.compile(rf"不得(?!超过|少于|低于|高于|多于)[^，；]*{SLOT}以上")
SCHOOLING = re.compile(
    r"(?<=具[有备])(?P<what>[^，；。的、或]{0,16}?(?P<level>大专|专科|本科|硕士研究生|博士研究生|硕士|博士|学士|高中)"
    r"(?:及|或者)?以上(?P<kind>学历|学位))"
)
DEGREES = {
    "学历": ("高中", "专科", "本科", "硕士研究生", "博士研究生"),
    "学位": ("学士", "硕士", "博士"),
}
YEARS, WHOLE = 1000, 100
ALL = 10**12


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each limit of a rule that no other kind of fact asks for."""
    if not is_rule(context):
        return
    for clause in sentence.clauses:
        for limit in _limits(sentence, clause, context):
            draft = _draft(sentence, clause, limit, context)
            if draft is not None:
                yield draft
        yield from _schooling(sentence, clause, context)


def _limits(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Limit]:
    said, start = clause.span.of(context.text), clause.span.start
    yield from (one for one in ranges(said, start) if not _is_time(one, said, start))
    if any("分别" in other.said for other in sentence.chained(clause)):
        return
    for limit in singles(said, start):
        before = said[: limit.span.start - start]
        after = said[limit.span.end - start :]
        if any(meet(limit.span, date.span) for date in dates(clause)):
            continue
        if context.is_notice and (
            COMPUTED.search(before) or before.count("（") > before.count("）")
        ):
            continue
        if limit.unit in COUNTED and LISTED.search(before):
            continue
        if NO_LIMIT.search(before) or NO_LIMIT_AFTER.match(after):
            continue
        if _counts(limit, before, after):
            yield limit


def _is_time(limit: Limit, said: str, start: int) -> bool:
    """8月25日至26日, 《规划（2021—2025年）》: when, not how long."""
    before = said[: limit.span.start - start]
    return before.endswith("月") or (limit.unit == "年" and len(limit.low) == len("2025"))


def _counts(limit: Limit, before: str, after: str) -> bool:
    """More than one of something, or one that a limit follows: 一年内."""
    if limit.unit == "年" and limit.high.isdigit() and int(limit.high) > YEARS:
        return False
    single = limit.high in {"1", "一"}
    return (
        not single
        or before.endswith(("满", "至少", "不少于", "不超过", "不得超过"))
        or (
            not limit.unit.startswith("学")
            and not after.endswith("的")
            and after.startswith(("内", "以内", "以上", "以下", "前"))
        )
    )


def _draft(sentence: Sentence, clause: Clause, limit: Limit, context: Context) -> Draft | None:
    said = ruling(sentence, clause, limit.span, context)
    least = BRIEF if context.is_notice else ENOUGH
    if said is None or len(said.text.removeprefix(context.frame)) < least:
        return None
    if context.is_notice and _completes(limit, said.text):
        return None
    if (
        limit.text in said.text
        or _is_told(limit, said.text)
        or (limit.low and limit.high in said.text)
    ):
        return None
    share = not limit.unit or limit.unit == "%"
    return Draft(
        kind="share" if share else "number",
        sentence=sentence,
        answer=limit.span.of(context.text),
        value=limit.value,
        evidence=said.evidence,
        place=limit.span,
        statement=said.text,
        stem=_asked(limit, said.text) + "？",
        blank="" if limit.low else said.text.replace(SLOT, _gap(limit)) + "。",
        accepted=() if limit.low else accepted(limit),
        key=limit.text,
        certainty=said.certainty,
        importance=3,
        rivals=_rivals(limit, sentence, said.text, context),
    )


def _is_told(limit: Limit, text: str) -> bool:
    """15 of 不超过租金的15倍，期限不超过_个月."""
    return len(limit.high) > 1 and bool(
        re.search(rf"(?<![\d.]){re.escape(limit.high)}(?![\d.])", text)
    )


def _completes(limit: Limit, text: str) -> bool:
    """笔试占40%、面试占_: what the question's other shares leave of the whole."""
    others = [value(one.high) for one in singles(text, 0) if one.unit == "%"]
    return limit.unit == "%" and bool(others) and sum(others) + value(limit.high) == WHOLE


def _schooling(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    """具有大学专科以上学历的: which schooling a rule asks for."""
    for m in SCHOOLING.finditer(clause.said):
        start = sentence.text.find(m["what"], clause.span.start)
        place = Span(start, start + len(m["what"]))
        said = ruling(sentence, clause, place, context)
        if said is not None and m["level"] not in said.text:
            rivals = tuple(m["what"].replace(m["level"], level) for level in DEGREES[m["kind"]])
            yield Draft(
                kind="condition",
                sentence=sentence,
                answer=m["what"],
                value=m["what"],
                evidence=said.evidence,
                place=place,
                statement=said.text,
                stem=said.text.replace(SLOT, f"什么{m['kind']}") + "？",
                blank="",
                accepted=(m["what"],),
                key=m["what"],
                certainty=said.certainty,
                importance=3,
                rivals=tuple(one for one in rivals if one != m["what"] and not _equals(one, m)),
            )


def _equals(one: str, m: re.Match[str]) -> bool:
    """专科 is another word for 大专, 硕士 for 硕士研究生."""
    return m["level"] == "大专" and "专科" in one


def _side(limit: Limit, text: str) -> str:
    """Of what is at most a figure only less is wrong, of what is at least one only more."""
    if limit.low or limit.form.endswith("以下"):
        return ""
    most = AT_MOST.search(text) or LONGEST_FORM.search(text)
    if CASE.search(text) or BARRED.search(text):
        return "more" if most else "less"
    if OVER.search(text) or SHORTEST_FORM.search(text):
        return "more"
    return "less" if most else ""


def _rivals(limit: Limit, sentence: Sentence, text: str, context: Context) -> tuple[str, ...]:
    """Near limits, on the same side of the question's other figures as the key."""
    section = sentence.section.span.of(context.text).replace(limit.text, "")
    found = near(limit, section, _side(limit, text))
    if limit.low:
        return found
    told = [value(one.high) for one in singles(text, 0) if one.unit == limit.unit]
    key = value(limit.high) if limit.unit else Decimal(0)
    least = max((one for one in told if one < key), default=Decimal(0))
    most = min((one for one in told if one > key), default=Decimal(ALL))
    return tuple(one for one in found if not told or least < _value(one, limit.unit) < most)


def _value(text: str, unit: str) -> Decimal:
    return next((value(one.high) for one in singles(text, 0) if one.unit == unit), Decimal(0))


def _gap(limit: Limit) -> str:
    return limit.form.format(low="", high=BLANK) if limit.unit else BLANK


def _asked(limit: Limit, text: str) -> str:
    """处多少罚款, 停业多长时间, 多少日内, 几分之几."""
    if FINE.search(text) and limit.unit == "元":
        return FINE.sub("多少", text)
    if LASTING.search(text) and limit.unit.endswith(PERIODS) and limit.low:
        return text.replace(SLOT, "多长时间")
    if not limit.unit:
        return text.replace(SLOT, "几分之几")
    text = text.replace(f"一式{SLOT}", f"一式几{limit.unit}")
    if limit.unit == "年":
        text = re.sub(rf"(?<=近){SLOT}|(?<=，分){SLOT}", "几年", text)
    word = "百分之多少" if limit.unit == "%" else f"多少{limit.unit}"
    return text.replace(f"每{SLOT}", f"每{word.replace('多少', '几')}").replace(SLOT, word)
