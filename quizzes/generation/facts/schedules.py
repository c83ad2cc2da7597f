"""What a notice fixes under a label: 春节：2月4日至10日放假调休，共7天 · 报名时间：3月1日至15日."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number, expressions
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

ENTRY = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])?\s*"
    r"(?P<label>[\u4e00-\u9fff]{2,8})[：:]\s*(?P<said>[^。]+)"
)
DAY = (
    r"(?:(?P<year{0}>20\d\d)年)?(?:(?P<month{0}>\d{{1,2}})月)?"
    r"(?P<day{0}>\d{{1,2}})日(?:（[^（）]*）)?"
)
RANGE = re.compile(
    DAY.format(1) + "(?:至|到|—|－|-|~)" + DAY.format(2) + r"(?P<deed>[\u4e00-\u9fff]{0,8})"
)
LASTING = re.compile(r"共(?P<days>\d{1,3}天)")
TIME = ("时间", "日期", "期限", "节", "假", "日")
DEEDS = ("放假", "举行", "开幕", "开学", "开考", "报到")
SHIFTS = ((-1, -1), (1, 1), (-1, 0), (0, 1), (1, 0), (0, -1), (-1, 1), (2, 2), (0, 2))
FEASTS = {"元旦": (1, 1), "劳动节": (5, 1), "国庆": (10, 1)}
WANTED = 3
CERTAIN = 0.88


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for the days that a labelled entry fixes, and how many they are."""
    m = ENTRY.match(context.text, sentence.span.start, sentence.span.end)
    if m is None or not context.name or sentence.before:
        return
    found = RANGE.match(m["said"])
    if found is None or found["month1"] is None:
        return
    if not (m["label"].endswith(TIME) or found["deed"].startswith(DEEDS)):
        return
    start = m.start("said")
    yield from _days(sentence, m["label"], found, start, context)
    lasting = LASTING.search(m["said"])
    if lasting is not None:
        place = Span(start + lasting.start("days"), start + lasting.end("days"))
        yield from _number(sentence, f"{m['label']}{found['deed']}共", place, context)


def _days(
    sentence: Sentence, label: str, found: re.Match[str], start: int, context: Context
) -> Iterator[Draft]:
    """From which day to which."""
    end = found.start("deed")
    place = Span(start, start + end)
    said = place.of(context.text)
    what = label if label.endswith(("时间", "日期", "期限")) else f"{label}{found['deed']}的时间"
    text = f"据{context.name}，{what}是{SLOT}"
    options = _near(found, said, label, context)
    yield Draft(
        kind="date",
        sentence=sentence,
        answer=said,
        value=said,
        evidence=sentence.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "从哪一天到哪一天") + "？",
        blank=text.replace(SLOT, BLANK) + "。",
        accepted=(said, re.sub(r"（[^（）]*）", "", said)),
        key=said,
        certainty=CERTAIN,
        importance=3,
        rivals=options,
    )


def _near(found: re.Match[str], said: str, label: str, context: Context) -> tuple[str, ...]:
    """The same stretch, begun or ended a day or two earlier or later, written as it is written."""
    days = [_date(found, name, context) for name in "12"]
    if None in days or "（" in said:
        return ()
    shifted = []
    for shift in shuffled(said, SHIFTS):
        moved = [day + timedelta(n) for day, n in zip(days, shift, strict=True) if day is not None]
        text = _written(found, moved)
        if text not in context.text and _holds_feast(label, moved):
            shifted.append(text)
    return tuple(shifted[:WANTED])


def _holds_feast(label: str, days: list[date]) -> bool:
    """No holiday leaves out the day that it is named for."""
    feast = next((day for name, day in FEASTS.items() if name in label), None)
    if feast is None:
        return True
    first, last = days
    return any(first <= date(year, *feast) <= last for year in (first.year, last.year))


def _date(found: re.Match[str], end: str, context: Context) -> date | None:
    year = (
        found[f"year{end}"] or found["year1"] or (re.findall(r"20\d\d", context.name) or [""])[-1]
    )
    year = year or context.date[:4]
    month = found[f"month{end}"] or found["month1"]
    try:
        return date(int(year), int(month), int(found[f"day{end}"]))
    except ValueError:
        return None


def _written(found: re.Match[str], days: list[date]) -> str:
    """The days in the form of the entry: year and month where it has them."""
    parts: list[str] = []
    for end, day in zip("12", days, strict=False):
        year = f"{day.year}年" if found[f"year{end}"] else ""
        same = len(parts) == 1 and day.month == days[0].month and not found[f"month{end}"]
        parts.append(f"{year}{'' if same else f'{day.month}月'}{day.day}日")
    return "至".join(parts)


def _number(sentence: Sentence, opening: str, place: Span, context: Context) -> Iterator[Draft]:
    figure = next(
        (one for one in expressions(context.text, place) if isinstance(one, Number)), None
    )
    if figure is None:
        return
    text = f"据{context.name}，{opening}{SLOT}"
    said = place.of(context.text)
    yield Draft(
        kind="number",
        sentence=sentence,
        answer=said,
        value=said,
        evidence=sentence.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, f"多少{figure.unit}") + "？",
        blank=text.replace(SLOT, f"{BLANK}{figure.unit}") + "。",
        accepted=(figure.digits, said),
        key=said,
        certainty=CERTAIN,
        importance=3,
        figure=figure,
    )
