"""The time that a report's figure holds for."""

import re

from quizzes.generation.reading.context import YEAR, Context
from quizzes.generation.reading.headlines import line_above
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.text.types import Span

DATED = re.compile(
    r"^(?P<till>截至|截止)?(?:到|至|在)?(?P<date>(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)(?P<edge>[初末底]|年底|年末)?"
)
YEARS = re.compile(r"^(?:19|20)\d\d年?[—–\-～~至](?:19|20)\d\d年")
SPAN = re.compile(r"^(?:全年|上半年|下半年|前三季度|[一二三四]季度)")
EDGE = re.compile(r"^(?:年末|年底)")
REPORTING = re.compile(r"公报|年报|决算|统计|年度")
HEADLINE = 60
CHAPTER = re.compile(
    r"(?m)^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分)[^\n]*"
)
FIVE_YEARS = re.compile(r"过去的?五年|五年来|过去的?5年|[五5]年工作|[五5]年回顾")
AGO = re.compile(r"(?P<by>比|较|与|和)(?:上年|去年)")
SAME_TIME = re.compile(r"(?:比|较)(?:上年|去年)?同期")


def five_years(sentence: Sentence, context: Context) -> bool:
    """The chapter, or the sentence before, looks back on five years that it doesn't name."""
    chapter = line_above(CHAPTER, context.text, sentence.span.start)
    near = [span.of(context.text) for span in (*sentence.before, sentence.span)]
    return any(FIVE_YEARS.search(text) for text in (chapter[0] if chapter else "", *near))


def compared(said: str) -> str:
    """比同期提高 → 同比提高: what holds without a date; a year is put in by `when`."""
    return SAME_TIME.sub("同比", said)


def with_years(said: str, year: str) -> str:
    """比上年增长 → 比2023年增长."""
    before = f"{int(year[:4]) - 1}年" if year else "上一年"
    return AGO.sub(rf"\g<by>{before}", said)


# 创业（1953—1978年）: what a section of a history is about.
PAST_YEARS = re.compile(r"(?:19|20)\d\d年?[\-—–～~至到]+(?:(?:19|20)\d\d|今)")


def year_of(sentence: Sentence, context: Context) -> str:
    """The year that the section's heading or the name of a yearly document gives."""
    if year := context.years.get(sentence.section.span.start, ""):
        return year
    title = context.name or context.text[:HEADLINE]
    years = set(YEAR.findall(title))
    return years.pop() if len(years) == 1 and REPORTING.search(title) else ""


def when(sentence: Sentence, clause: Clause, context: Context) -> str | None:
    """What a statement opens with: 2024年， · 2024年末， · 据《…》，; None where it has no time."""
    year = year_of(sentence, context)
    said = _time(sentence, clause, year, context)
    if said is None:
        return None
    if is_ahead(said, context):
        return f"{context.name}提出，{said}" if context.name else None
    if context.frame:
        return context.frame + ("" if said.removesuffix("，") in context.name else said)
    if not said and context.is_periodic:
        return f"据{context.name}，" if context.name else None
    return said


def is_ahead(said: str, context: Context) -> bool:
    """A report speaks of the year it is made in as of what is to come."""
    year = YEAR.match(said)
    if not year or not context.is_periodic:
        return False
    if context.date:
        return year[0] >= f"{context.date[:4]}年"
    reported = set(YEAR.findall(context.name))
    return len(reported) == 1 and year[0] > min(reported)


def announced(said: str, context: Context) -> str:
    """A report's statement on the year to come, as what the report puts forward."""
    return f"{context.name}提出，{said}" if context.name and is_ahead(said, context) else said


def _time(sentence: Sentence, clause: Clause, year: str, context: Context) -> str | None:
    openings = [other.said for other in (clause, *sentence.earlier_in_part(clause))]
    openings.append(sentence.clauses[0].said)
    if openings[-1].startswith("其中") and sentence.before:
        openings.append(sentence.before[-1].of(context.text))
    for said in openings:
        opening = said.removeprefix("其中")
        if m := YEARS.match(opening):
            return f"{m[0]}，"
        if m := DATED.match(opening):
            till = "截至" if m["till"] else ""
            return f"{till}{m['date']}{m['edge'] or ''}，"
        if EDGE.match(opening):
            return f"{year}末，" if year else None
        if m := SPAN.match(opening):
            return _span(m[0], year, context)
    if _is_of_another_time(sentence, clause, year, context):
        return None
    return f"{year}，" if year else ""


def _is_of_another_time(sentence: Sentence, clause: Clause, year: str, context: Context) -> bool:
    """当时仅有车床9台, behind 1953年 or in a section on 1953—1978: not of the reported year."""
    if not context.is_periodic:
        return False
    told = Span(sentence.span.start, clause.span.start).of(context.text)
    earlier = {named for named in YEAR.findall(told) if named != year}
    return bool(PAST_YEARS.search(sentence.section.heading)) or (
        bool(earlier) and "当时" in clause.said
    )


def _span(word: str, year: str, context: Context) -> str | None:
    if word == "全年":
        return f"{year}，" if year else None
    if year and word not in year:
        return f"{year}{word}，"
    return "" if word in context.name else None
