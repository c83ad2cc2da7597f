"""What a notice fixes under a label: 春节：2月4日至10日放假调休，共7天 · 报名时间：3月1日至15日."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.figures.days import HOUR, STRETCH, days_of, spellings
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number, expressions
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

ENTRY = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])?\s*"
    r"(?P<label>[\u4e00-\u9fff]{2,8})[：:]\s*(?P<said>[^。]+)"
)
DEED = re.compile(r"[\u4e00-\u9fff]{0,8}")
LASTING = re.compile(r"共(?P<days>\d{1,3}天)")
TIME = ("时间", "日期", "期限", "节", "假", "日")
DEEDS = ("放假", "举行", "开幕", "开学", "开考", "报到")
FEASTS = {"元旦": (1, 1), "劳动节": (5, 1), "国庆": (10, 1)}
CERTAIN, LONGEST = 0.88, 10
AT_HOUR = "从什么时候到什么时候"


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for the days that a labelled entry fixes, and how many they are."""
    yield from _headed(sentence, context)
    found = entry_of(sentence, context)
    m = ENTRY.match(context.text, sentence.span.start, sentence.span.end)
    if m is None or found is None:
        return
    start = m.start("said")
    yield from _days(sentence, m["label"], found, start, context)
    lasting = LASTING.search(m["said"])
    if lasting is not None:
        place = Span(start + lasting.start("days"), start + lasting.end("days"))
        yield from _number(sentence, f"{m['label']}{_deed(found)}共", place, context)


def _headed(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """一、报名时间, and below nothing but 3月1日至15日."""
    heading, said = sentence.section.heading, sentence.span.of(context.text)
    start = sentence.span.start + len(said) - len(said.lstrip())
    found = STRETCH.match(context.text, start, sentence.span.end)
    named = heading.endswith(("时间", "日期", "期限")) and 2 < len(heading) <= LONGEST
    if found is None or sentence.before or not named or not context.name:
        return
    if context.text[found.end() : found.end() + 1] in set("。，；\n"):
        yield from _days(sentence, heading, found, start, context)


def entry_of(sentence: Sentence, context: Context) -> re.Match[str] | None:
    """The days, from the first to the last, that the sentence is a labelled entry for."""
    m = ENTRY.match(context.text, sentence.span.start, sentence.span.end)
    if m is None or not context.name or sentence.before:
        return None
    found = STRETCH.match(context.text, m.start("said"), m.end("said"))
    if found is None or found["month1"] is None:
        return None
    named = m["label"].endswith(TIME) or _deed(found).startswith(DEEDS)
    return found if named else None


def _deed(found: re.Match[str]) -> str:
    """What is done in those days: 放假调休."""
    deed = DEED.match(found.string, found.end())
    return deed[0] if deed else ""


def _days(
    sentence: Sentence, label: str, found: re.Match[str], start: int, context: Context
) -> Iterator[Draft]:
    """From which day to which."""
    place = Span(start, found.end())
    said = place.of(context.text)
    what = label if label.endswith(("时间", "日期", "期限")) else f"{label}{_deed(found)}的时间"
    text = f"据{context.name}，{what}是{SLOT}"
    options = _near(found, label, context)
    timed = re.search(HOUR, said) is not None
    yield Draft(
        kind="date",
        sentence=sentence,
        answer=said,
        value=said,
        evidence=sentence.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, AT_HOUR if timed else "从哪一天到哪一天") + "？",
        blank="" if timed else text.replace(SLOT, BLANK) + "。",
        accepted=spellings(said),
        key=said,
        certainty=CERTAIN,
        importance=3,
        rivals=options,
    )


def _near(found: re.Match[str], label: str, context: Context) -> tuple[str, ...]:
    """The same stretch, begun or ended a day or two earlier or later, written as it is written."""
    days = days_of(found, context)
    if days is None:
        return ()
    return days.near(context.text, lambda moved: _holds_feast(label, moved))


def _holds_feast(label: str, days: Sequence[date]) -> bool:
    """No holiday leaves out the day that it is named for."""
    feast = next((day for name, day in FEASTS.items() if name in label), None)
    if feast is None:
        return True
    first, last = days
    return any(first <= date(year, *feast) <= last for year in (first.year, last.year))


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
