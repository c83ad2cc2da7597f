"""How many, how much, what share: quantities with their measure."""

import re
from collections.abc import Iterator
from dataclasses import replace

import cn2an

from quizzes.generation.clause_readings import Reading, leans, names_something, reading
from quizzes.generation.context import Context
from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.expressions import Number
from quizzes.generation.grammar import is_named, is_verb
from quizzes.generation.lexicon import AMOUNTS
from quizzes.generation.measures import ENDS, LOST, MOVE
from quizzes.generation.periods import announced
from quizzes.generation.reports import measured, with_hero
from quizzes.generation.sentences import Clause, Sentence, numbers
from quizzes.generation.stems import Statement, statement
from quizzes.generation.verbs import carrier_of

PLAIN = {
    "有",
    "是",
    "为",
    "达",
    "达到",
    "超",
    "超过",
    "占",
    "共",
    "已",
    "约",
    "近",
    "逾",
    "突破",
    "从",
    "到",
    "至",
}
PLAIN_ENDS = (*PLAIN, "不少于", "不低于", "不超过", "不高于", "至少", "最多", "多于", "少于")
STRETCH = re.compile(r"^(?:后|来|间|起|以来|多年|期|左右时间)")
LIMITED = re.compile(r"^(?:以?内|之内|以上|以下)")
PULL = re.compile(r"拉动[^，]+$")
SCENE_END = re.compile(r"(?:中|时|下|后|的)$")
RANGE_AFTER = re.compile(r"^[至到—\-–～~]+[\d一二三四五六七八九十]")
RANGE_BEFORE = re.compile(r"\d[\u4e00-\u9fff]{0,4}[至到—\-–～~]+$")
CHANGED = re.compile(r"(?:从|由)[^，]*\d[^，]*[至到为]$")
PER_HEAD = ("人均", "户均", "月均", "日均", "平均")
NAMING = re.compile(r"^(?:级|型|强|届|系|路|线|[\u4e00-\u9fff]{1,6}中(?:仅有|唯一))")
IDIOM = re.compile(r"(?:第|每|前|头|近|过去|未来|这|那|几|“|‘)$")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each quantity of the sentence that can be asked by itself."""
    for clause in sentence.clauses:
        for number in numbers(clause):
            if _asked(clause, number, context):
                draft = _draft(sentence, clause, number, context)
                if draft is not None:
                    yield draft


def _asked(clause: Clause, number: Number, context: Context) -> bool:
    """The quantity stands by itself: not in a name or bracket, no span of years, not 从…."""
    if not any(token.tag == "number" and token.span == number.span for token in clause.tokens):
        return False
    before = context.text[clause.span.start : number.span.start]
    after = context.text[number.span.end : clause.span.end]
    if (
        (number.unit == "年" and not LIMITED.match(after))
        or IDIOM.search(before)
        or STRETCH.match(after)
    ):
        return False
    if number.unit in {"天", "个月", "小时"} and not before:
        return False
    if NAMING.match(after) or _hangs(clause, number, before):
        return False
    if not before and _leads_figure(clause, number):
        return False
    if RANGE_AFTER.match(after) or RANGE_BEFORE.search(before):
        return False
    if after.startswith("的") or SCENE_END.search(after) or _counts_list(before, number):
        return False
    if CHANGED.search(before) and len({n.unit for n in numbers(clause)}) == 1:
        return False
    is_start_of_change = re.search(r"(?:从|由)[^，]{0,12}$", before) and re.search(
        r"[到至为]", after
    )
    return not is_start_of_change and number.value > 0


def _hangs(clause: Clause, number: Number, before: str) -> bool:
    """督察反馈的5项问题: the noun phrase waits for what the next clause says of it."""
    if number.measure != "count" or not before.endswith("的"):
        return False
    behind = [at for at, t in enumerate(clause.tokens) if t.span.start >= number.span.end]
    return not any(is_verb(clause.tokens, at) for at in behind)


def _leads_figure(clause: Clause, number: Number) -> bool:
    """17个产业增长5% · 15所学校21个班入选: the count only says of how many the other is told."""
    others = [other for other in numbers(clause) if other.span != number.span]
    if not others:
        return False
    between = [
        at
        for at, token in enumerate(clause.tokens)
        if number.span.end <= token.span.start < others[0].span.start
    ]
    verbs = any(is_verb(clause.tokens, at) for at in between)
    return len(others) > 1 or others[0].measure != "count" or not verbs


def _counts_list(before: str, number: Number) -> bool:
    """甲、乙、丙3个: the list before the figure gives it away."""
    listed = re.search(r"[^，；：]+$", before)
    return listed is not None and listed[0].count("、") + 1 == number.value


def _draft(sentence: Sentence, clause: Clause, number: Number, context: Context) -> Draft | None:
    said = _said(sentence, clause, number, context)
    if said is None:
        return None
    text = _with_verb(sentence, clause, number, _once(said.text, context.hero))
    answer = number.span.of(context.text)
    return Draft(
        kind="number" if number.measure == "count" else "share",
        sentence=sentence,
        answer=answer,
        value=f"{number.value.normalize():f}{number.unit or number.measure}",
        evidence=said.evidence,
        place=number.span,
        statement=text,
        stem=_polish(text.replace(SLOT, question_word(number))) + "？",
        blank=_polish(text.replace(SLOT, gap(number))) + "。",
        accepted=accepted(number, answer),
        key=answer,
        certainty=said.certainty - _doubt(clause, number, text),
        importance=3 if is_named(clause.tokens) or number.measure != "count" else 2,
        figure=number,
    )


def _once(text: str, hero: str) -> str:
    """云溪县县属企业 → 云溪县属企业."""
    return (
        text.replace(f"{hero}{hero[-1]}", hero) if hero.endswith(("省", "市", "县", "区")) else text
    )


def _said(sentence: Sentence, clause: Clause, number: Number, context: Context) -> Statement | None:
    """A measure of a report in the report's way; all else by the clause and its subject."""
    it = reading(clause, number.span, context)
    goes_on = it is not None and it.found.goes_on
    reported = it is not None and context.is_periodic and not it.found.is_deed
    first = sentence.chained(clause)[0]
    alone = first is clause or first.said.startswith("其中")
    headless = not alone and carrier_of(sentence, clause) is clause and not _has_verb(clause)
    if goes_on or (reported and (alone or headless)):
        said = measured(sentence, clause, number, context)
        if said is not None or (goes_on and (context.is_periodic or (it and it.found.rate))):
            return said
    if context.is_periodic and it is not None and LOST.match(it.found.thing):
        return None
    vague = number.measure != "count" and it is not None and not it.found.thing.endswith(ENDS)
    if not names_something(clause, number) or (context.is_periodic and (vague or headless)):
        return None
    found = statement(sentence, clause, number.span, context)
    if found is None and context.is_periodic:
        return measured(sentence, clause, number, context)
    if found is None:
        return with_hero(sentence, clause, number.span, context)
    if found is None or not _says_what(clause, number, found):
        return None
    if leans(sentence, clause, context.text[clause.span.start : number.span.start]):
        return None
    bare = number.unit.endswith("元") and alone and not _has_verb(clause)
    if bare and it is not None and not it.found.thing.endswith(ENDS):
        return None
    told = context.frame.startswith("据")
    doubt = 0.1 if told and (headless or _is_lost(clause, it)) else 0.0
    text = announced(found.text, context)
    return replace(found, text=text, certainty=found.certainty - doubt)


def _has_verb(clause: Clause) -> bool:
    return any(is_verb(clause.tokens, at) for at in range(len(clause.tokens)))


def _is_lost(clause: Clause, it: Reading | None) -> bool:
    """In a story a short subject (航程, 公益性岗位), or none, hangs on what was told before."""
    own = clause.own
    thing = it.found.thing if it else ""
    if own is None:
        return True
    named = is_named(clause.tokens[own[0] : own[1]])
    return not named and (
        bool(LOST.match(thing)) or thing.startswith(PER_HEAD) or own[1] - own[0] < 3
    )


def question_word(number: Number) -> str:
    """多少项, 百分之多少, 几分之几: what stands where the answer stood."""
    if number.measure == "fraction":
        return "几分之几"
    if number.measure == "count":
        return f"多少{number.scale}{number.unit}"
    return "百分之多少" if number.measure == "percent" else "千分之几"


def gap(number: Number) -> str:
    """The blank with what stays beside it: ____多项, ____余万人次, ____万平方米."""
    if number.measure == "fraction" or not number.written[0].isdecimal():
        return BLANK if number.measure != "count" else f"{BLANK}{number.unit}"
    rest = number.written.removeprefix(number.digits) if number.measure == "count" else ""
    return f"{BLANK}{rest}{number.unit}"


def accepted(number: Number, answer: str) -> tuple[str, ...]:
    """What may be typed: the figure alone, with its 万 and its unit, as the document writes it."""
    if number.measure == "fraction":
        return (answer, _in_other_digits(answer))
    if not number.digits.isascii() and number.measure != "count":
        return (answer,)
    return tuple(dict.fromkeys((number.digits, number.written, answer)))


def _in_other_digits(fraction: str) -> str:
    """1/12 ↔ 十二分之一."""
    if "/" in fraction:
        top, bottom = fraction.split("/")
        return f"{cn2an.an2cn(bottom)}分之{cn2an.an2cn(top)}"
    bottom, top = (cn2an.cn2an(part, "smart") for part in fraction.split("分之"))
    return f"{top}/{bottom}"


def _says_what(clause: Clause, number: Number, said: Statement) -> bool:
    """A bare figure (2017年超9亿件) needs a subject that is an amount."""
    rest = [
        token
        for token in clause.tokens[clause.lead :]
        if token.span != number.span and token.tag != "date" and token.text not in PLAIN
    ]
    measured = said.subject.donor is not None or said.subject.words.endswith(AMOUNTS)
    owns = clause.own is not None
    if number.measure != "count" and "占" in clause.said and not owns:
        return measured
    return bool(rest) or measured


def _with_verb(sentence: Sentence, clause: Clause, number: Number, text: str) -> str:
    """高新技术企业1.2万家 → 高新技术企业有…: a count of things wants its verb."""
    if clause.tokens[clause.lead].span == number.span:
        return re.sub(rf"(?<![有共]){SLOT}", f"有{SLOT}", text)
    alone = sentence.chained(clause)[0] is clause
    verbless = not _has_verb(clause)
    before = text.removesuffix(SLOT)
    if not alone or not verbless or before == text or before.endswith(PLAIN_ENDS):
        return text
    if MOVE.search(before) or PULL.search(before):
        return text
    if before.endswith(AMOUNTS) or number.unit.endswith("元"):
        return f"{before}为{SLOT}"
    return f"{before}有{SLOT}" if number.measure == "count" else text


def _polish(text: str) -> str:
    text = re.sub(r"(多少[^，。]{1,4}?)左右", r"大约\1", text)
    text = re.sub(r"超(?=多少|百分|千分|几分|_)", "超过", text)
    text = re.sub(r"(?<![到通抵送发])达(?=多少|百分|千分|几分)", "达到", text)
    return re.sub(r"逾(?=多少|百分|_)", "超过", text)


def _doubt(clause: Clause, number: Number, text: str) -> float:
    """What makes a reader hesitate: a figure that opens the clause, a long stem, brackets."""
    doubt = 0.0
    if text.startswith(SLOT):
        doubt += 0.12
    if len(text) > 60:
        doubt += 0.1
    if "年均" in text and not re.search(r"\d{4}", text):
        doubt += 0.15
    if any(token.tag == "bracket" and len(token.text) > 5 for token in clause.tokens):
        doubt += 0.06
    if number.measure == "count" and number.digits in {"1", "2"} and not number.unit.endswith("点"):
        doubt += 0.15
    return doubt
