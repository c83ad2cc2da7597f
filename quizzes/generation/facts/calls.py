"""What notices say in words of their own: the hotline, how marks are weighed, whom it is for."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft, in_any_order
from quizzes.generation.lots import draw, shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.pointing import leans
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

HAN = "[\u4e00-\u9fff]"
# A number that people are meant to keep in mind; a telephone number of an office is none.
HOTLINE = re.compile(
    rf"(?P<what>{HAN}{{2,8}}(?:热线|专线)|{HAN}{{2,8}}(?:服务|咨询|举报|监督|投诉)电话)(?:为|是|：|:|电话)?"
    r"(?P<number>\d{5,6})(?!\d)"
)
WEIGHTS = re.compile(
    rf"(?<=[按由以照即：，])(?P<all>(?P<one>{HAN}{{2,6}})占(?P<first>\d{{2}})%、(?P<other>{HAN}{{2,6}})占(?P<second>\d{{2}})%)"
    r"(?=(?:的?比例)?(?:计算|折算|合成|核算|计入|确定))"
)
SPLITS = (20, 30, 40, 50, 60, 70, 80)
WANTED, WHOLE, SHORTEST = 3, 100, 3
CERTAIN = 0.84
NUMERALS = "零一两三四五六"
# 支持对象: 从事…的农业企业、合作社和种植大户。
WHOM = re.compile(r"(?:对象|范围)$")
ROW = rf"{HAN}{{2,10}}(?:、{HAN}{{2,10}}){{1,4}}(?:和|以及|及){HAN}{{2,10}}"
KINDS = re.compile(rf"(?P<who>[^，；。：为是]{{4,40}}的)(?P<all>{ROW})。?")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for the hotline, the weights and the people of a notice."""
    if not context.is_notice or not context.name:
        return
    for clause in sentence.clauses:
        yield from _hotline(sentence, clause, context)
    yield from _weights(sentence, context)
    yield from _whom(sentence, context)


def _hotline(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    m = HOTLINE.search(context.text, clause.span.start, clause.span.end)
    if m is None:
        return
    number, what = m["number"], re.sub(r"^.*?(?=\d|小时|供|客|咨|服|监|举|投|热)", "", m["what"])
    text = f"据{context.name}，{what or m['what']}是{SLOT}"
    yield _draft(
        sentence, Span(*m.span("number")), text, "多少", rivals=_other_numbers(number), kind="term"
    )


def _other_numbers(number: str) -> tuple[str, ...]:
    """Numbers with the same beginning and another end."""
    head, tail = number[:-2], int(number[-2:])
    step = 1 + draw(f"hotline {number}", 4)
    ends = ((tail + step * turn * 11) % WHOLE for turn in range(1, WANTED + 1))
    return tuple(f"{head}{end:02}" for end in ends)


def _weights(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """综合成绩按笔试占40%、面试占60%计算: in which proportion."""
    m = WEIGHTS.search(context.text, sentence.span.start, sentence.span.end)
    if m is None or int(m["first"]) + int(m["second"]) != WHOLE:
        return
    place = Span(*m.span("all"))
    before = re.split("[，；：。]", context.text[sentence.span.start : m.start()])[-1]
    behind = re.split("[，；。]", context.text[m.end() : sentence.span.end])[0]
    if len(before) < SHORTEST or leans(before):
        return
    text = f"据{context.name}，{before}{SLOT}{behind}"
    splits = [n for n in SPLITS if n != int(m["first"]) and n != WHOLE - int(m["first"])]
    reverse = [WHOLE - int(m["first"])] if m["first"] != m["second"] else []
    texts = [
        f"{m['one']}占{n}%、{m['other']}占{WHOLE - n}%" for n in [*reverse, *shuffled(m[0], splits)]
    ]
    yield _draft(sentence, place, text, "怎样的比例", rivals=tuple(texts[:WANTED]), kind="share")


def _whom(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Whom a section that is headed 支持对象 names, each of the kinds."""
    heading = sentence.section.heading
    m = KINDS.fullmatch(sentence.span.of(context.text).strip())
    if m is None or not WHOM.search(heading) or sentence.before:
        return
    members = tuple(re.split("、|以及|和|及", m["all"]))
    start = sentence.span.start + sentence.span.of(context.text).find(m["all"])
    if len(members) >= len(NUMERALS) or not m["all"]:
        return
    text = f"据{context.name}，{heading}包括{m['who']}{SLOT}"
    yield Draft(
        kind="list",
        sentence=sentence,
        answer=members,
        value="|".join(members),
        evidence=sentence.span,
        place=Span(start, start + len(m["all"])),
        statement=text,
        stem=text.replace(SLOT, "哪些主体") + "？",
        blank=text.replace(SLOT, BLANK) + f"。{in_any_order(NUMERALS[len(members)])}",
        accepted=(m["all"],),
        key=m["all"],
        certainty=CERTAIN,
        importance=3,
        members=members,
    )


def _draft(
    sentence: Sentence, place: Span, text: str, asked: str, *, rivals: tuple[str, ...], kind: str
) -> Draft:
    answer = place.of(sentence.text)
    return Draft(
        kind="share" if kind == "share" else "term",
        sentence=sentence,
        answer=answer,
        value=answer,
        evidence=sentence.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, asked) + "？",
        blank="",
        accepted=(answer,),
        key=answer,
        certainty=CERTAIN,
        importance=2,
        rivals=rivals,
    )
