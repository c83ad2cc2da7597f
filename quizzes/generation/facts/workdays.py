"""On which days a notice of holidays wants people to work: 4月28日（星期日）上班."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.facts.schedules import ENTRY
from quizzes.generation.figures.days import SINGLE, STRETCH, days_of
from quizzes.generation.lots import shuffled
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

WORKING = re.compile(r"(?P<days>\d[^，。；]{4,60}[日号）)])(?:正常)?上班。?$")
ASIDE = re.compile(r"[（(][^（）()]*[）)]")
# By whole weeks: who works for a holiday works at a weekend.
SHIFTS = (-28, -21, -14, -7, 7, 14, 21, 28)
WANTED, MOST, CERTAIN = 3, 3, 0.86


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for the days that are worked for a holiday."""
    m = WORKING.match(context.text, *_bounds(sentence, context))
    label = _label(sentence, context)
    if m is None or not label or not context.name:
        return
    found = list(SINGLE.finditer(context.text, *m.span("days")))
    days = [days_of(one, context) for one in found]
    if not found or len(found) > MOST or None in days:
        return
    texts = [ASIDE.sub("", one[0]) for one in found]
    key = "、".join(texts)
    holiday = STRETCH.search(context.text, sentence.before[0].start, sentence.before[0].end)
    free = days_of(holiday, context) if holiday else None
    worked = [day.days[0] for day in days if day]
    options = _shifted(worked, texts, free.days if free else (), context)
    text = f"据{context.name}，因{label}放假调休，{SLOT}上班"
    place = Span(*m.span("days"))
    yield Draft(
        kind="date",
        sentence=sentence,
        answer=place.of(context.text),
        value=key,
        evidence=sentence.span,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "哪一天" if len(texts) == 1 else "哪几天") + "？",
        blank=text.replace(SLOT, BLANK) + "。（填月日）",
        accepted=tuple(dict.fromkeys((key, re.sub("20\\d\\d年", "", key)))),
        key=key,
        certainty=CERTAIN,
        importance=3,
        rivals=options,
    )


def _bounds(sentence: Sentence, context: Context) -> tuple[int, int]:
    said = sentence.span.of(context.text)
    return sentence.span.start + len(said) - len(said.lstrip()), sentence.span.end


def _label(sentence: Sentence, context: Context) -> str:
    """The holiday that the paragraph opens with."""
    if len(sentence.before) != 1:
        return ""
    m = ENTRY.match(context.text, sentence.before[0].start, sentence.before[0].end)
    return m["label"] if m and "放假" in m["said"] else ""


def _shifted(
    days: list[date], texts: list[str], free: Sequence[date], context: Context
) -> tuple[str, ...]:
    """The same days some weeks off: none is named in the notice, none between those `free`."""
    found = []
    for shift in shuffled("、".join(texts), SHIFTS):
        moved = [day + timedelta(shift) for day in days]
        said = [
            f"{day.year}年" * ("年" in text) + f"{day.month}月{day.day}日"
            for day, text in zip(moved, texts, strict=True)
        ]
        is_free = any(free and free[0] <= day <= free[-1] for day in moved)
        if not is_free and not any(one in context.text for one in said):
            found.append("、".join(said))
    return tuple(found[:WANTED])
