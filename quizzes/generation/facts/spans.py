"""How long, how often, what part: 经过5—10年 · 每5年修订1次 · 占总课时一半以上."""

import re
from collections.abc import Iterator, Sequence

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.figures.clause_readings import cleaned
from quizzes.generation.figures.standing import settled
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.wording.stems import statement
from quizzes.text.types import Span

UNIT = r"年|个月|个季度|季度|天|周(?!岁)|小时|分钟|学期|个工作日"
RANGE = re.compile(
    rf"(?<![\d.第])(?P<low>\d{{1,3}})(?P<first>{UNIT})?(?P<dash>[—–\-～~]{{1,2}}|至|到)"
    rf"(?P<high>\d{{1,3}})(?P<unit>{UNIT})(?P<more>左右)?(?=时间|内|以?内|的?[\u4e00-\u9fff]|$)"
)
CYCLE = re.compile(
    r"每(?P<count>\d{1,2}|[两二三四五六七八九十])?(?P<unit>年|个月|月|季度|周|学期|学年)(?![末初底内中前后])"
    r"(?=[^，；。]{0,12}?[\u4e00-\u9fff]{2}(?:一|1|１)次)"
)
PERIOD = re.compile(
    r"(?<!\d)(?P<count>\d{1,2}|[一两二三四五六七八九十])(?P<unit>年|个月)(?=(?:为)?一(?:个)?周期)"
)
HALF = re.compile(r"(?P<over>超过|不低于|不少于)?(?P<half>一半|半数)(?P<up>以上)?")
WORDS = "一二三四五六七八九十"
LARGER = ("三分之二", "四分之三", "五分之四")
ADVERBIAL = re.compile(r"(?:经过|利用|力争用|再用)(?:左右)?(?:的)?(?:时间)?$")
LONGEST_STEP = 12
# What could as well be how often something is done.
NEAR_CYCLES = {
    "年": ("半年", "两年", "三年"),
    "季度": ("月", "半年", "年"),
    "月": ("周", "季度", "半年"),
    "周": ("天", "两周", "月"),
    "学期": ("月", "季度", "学年"),
    "学年": ("月", "学期", "两学年"),
}
LONGEST_REST = 60


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each stretch of time, each cycle, each half that a clause names."""
    for clause in sentence.clauses:
        for place, asked, rivals in _answers(clause, context.text):
            draft = _draft(sentence, clause, place, (asked, rivals), context)
            if draft is not None:
                yield draft


def _answers(clause: Clause, text: str) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    start, end = clause.span.start, clause.span.end
    for m in RANGE.finditer(text, start, end):
        if int(m["low"]) < int(m["high"]) and m["first"] in {None, m["unit"]}:
            asked = "多长" if text.startswith("时间", m.end()) else "多长时间"
            yield Span(m.start(), m.end()), asked, _ranges(m)
    for m in CYCLE.finditer(text, start, end):
        yield Span(m.start(), m.end()), "多长时间", _cycles(m, "每")
    for m in PERIOD.finditer(text, start, end):
        yield Span(m.start(), m.end()), "几" + m["unit"], _cycles(m, "")
    for m in HALF.finditer(text, start, end):
        if re.search(r"占[^，；]{2,20}$", text[start : m.start()]) and (m["over"] or m["up"]):
            said = tuple(f"{m['over'] or ''}{part}{m['up'] or ''}" for part in LARGER)
            yield Span(m.start(), m.end()), "多大比例", said


def _ranges(m: re.Match[str]) -> tuple[str, ...]:
    low, high = int(m["low"]), int(m["high"])
    wide = high - low
    others = [
        (high, high + wide),
        (high + wide, high + 2 * wide),
        (low + wide * 3, high + wide * 3),
    ]
    others += [(low - wide, low)] if low > wide else []
    others += [(low * 2, high * 2)]

    def said(one: int, other: int) -> str:
        return f"{one}{m['first'] or ''}{m['dash']}{other}{m['unit']}{m['more'] or ''}"

    kept = dict.fromkeys(said(*pair) for pair in others if pair != (low, high))
    return tuple(shuffled(m[0], list(kept))[:3])


def _cycles(m: re.Match[str], before: str) -> tuple[str, ...]:
    """Cycles of the same unit, written as this one is: 每5年 among 每2年, 每3年, 每4年."""
    count = m["count"] or ""
    if not count:
        return tuple(f"{before}{near}" for near in NEAR_CYCLES[m["unit"].removeprefix("个")])
    value = (
        int(count)
        if count.isdigit()
        else "一二三四五六七八九十".find(count.replace("两", "二")) + 1
    )
    near = [n for n in range(max(1, value - 3), value + 4) if n != value and n <= LONGEST_STEP]
    near = [n for n in near if n > 1 or not before]
    if not count.isdigit():
        near = [n for n in near if n <= len(WORDS)]
    return tuple(
        f"{before}{n if count.isdigit() else _word(n)}{m['unit']}" for n in shuffled(m[0], near)[:3]
    )


def _word(n: int) -> str:
    return "两" if n == 2 else WORDS[n - 1]


def _draft(
    sentence: Sentence,
    clause: Clause,
    place: Span,
    question: tuple[str, Sequence[str]],
    context: Context,
) -> Draft | None:
    said = statement(sentence, clause, place, context)
    said = settled(said, sentence, clause, context) if said else None
    if (
        said is None
        or said.text.count(SLOT) != 1
        or not _is_whole(said.text, sentence, clause, context)
    ):
        return None
    asked, rivals = question
    text = _told(sentence, clause, said.text, context)
    if text is None:
        return None
    answer = place.of(context.text)
    return Draft(
        kind="number",
        sentence=sentence,
        answer=answer,
        value=answer,
        evidence=said.evidence,
        place=place,
        statement=text,
        stem=text.replace(SLOT, asked) + "？",
        blank="",
        accepted=(),
        key=answer,
        certainty=said.certainty,
        importance=3,
        rivals=tuple(rivals),
    )


def _is_whole(text: str, sentence: Sentence, clause: Clause, context: Context) -> bool:
    """Somebody or something is spoken of before the figure: a bare 每月开展_ is nobody's."""
    before, behind = text.removeprefix(context.frame).split(SLOT, 1)
    aimed = any(other.said.startswith(("对", "向", "为")) for other in sentence.earlier(clause))
    planned = context.is_plan and not aimed and bool(re.search(r"次[\u4e00-\u9fff]{2,}", behind))
    return bool(before) or planned or bool(ADVERBIAL.match(behind))


def _told(sentence: Sentence, clause: Clause, text: str, context: Context) -> str | None:
    """经过5—10年, goes on behind its comma; 每年评估一次 says of nothing what it is done to."""
    rest = text.removeprefix(context.frame).replace(SLOT, "")
    if rest.endswith("次"):
        return None
    at = sentence.clauses.index(clause) + 1
    who = _who_before(sentence, at - 1) if text.startswith(f"{context.frame}{SLOT}") else ""
    if who and "次" in rest:
        return f"{context.frame}{who}{text.removeprefix(context.frame)}"
    if not ADVERBIAL.match(rest):
        return text
    after = cleaned(sentence.clauses[at].tokens, context) if at < len(sentence.clauses) else None
    return f"{text}，{after}" if after and len(after) <= LONGEST_REST else None


def _who_before(sentence: Sentence, at: int) -> str:
    """学校自主设置专业，每年调整一次: the subject of the clause just before."""
    if not at or sentence.clauses[at - 1].stop != "，":
        return ""
    before = sentence.clauses[at - 1]
    own = before.own
    said = words(before.tokens[own[0] : own[1]]) if own else ""
    return "" if leans(said) else said
