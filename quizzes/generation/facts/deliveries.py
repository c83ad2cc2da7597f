"""A report before a meeting: on which day, at which meeting, by whom."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.options.sessions import other_sessions
from quizzes.generation.reading.context import Context
from quizzes.generation.wording.paper import day_in, lines, made
from quizzes.text.types import Outline, Span

DELIVERED = re.compile(
    r"(?:——|—|（)?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)在(?P<where>[\u4e00-\u9fff]{6,40}会议?)上）?"
)
SPEAKER = re.compile(
    r"(?P<role>[\u4e00-\u9fff]{0,12}(?:省长|市长|县长|区长|州长|主席|院长|检察长|校长|总经理|董事长|主任))"
    r"[ \u3000]+(?P<name>[\u4e00-\u9fff]{2,4})"
)
FRONT = 6


def find(outline: Outline, context: Context) -> Iterator[Draft]:
    """The drafts on the line that says where a report was given."""
    front = lines(outline.text)[:FRONT]
    for at, span in enumerate(front):
        m = DELIVERED.fullmatch(span.of(outline.text))
        if m is not None and context.name:
            yield from _delivered(outline, span, m, context)
            if at + 1 < len(front):
                yield from _speaker(outline, span, front[at + 1], m, context)
            return


def _delivered(outline: Outline, span: Span, m: re.Match[str], context: Context) -> Iterator[Draft]:
    date, where = day_in(outline.text, span), m["where"]
    if date is not None:
        yield made(
            outline,
            span,
            date.span,
            "标题",
            "date",
            f"{context.name}于{SLOT}在{where}上作出",
            "哪一天",
            certainty=0.86,
            importance=2,
            figure=date,
        )
    yield made(
        outline,
        span,
        Span(span.start + m.start("where"), span.start + m.end("where")),
        "标题",
        "place",
        f"{m['date']}，{context.name}在{SLOT}上作出",
        "哪次会议",
        certainty=0.84,
        importance=1,
        rivals=other_sessions(where),
        is_blank=False,
    )


def _speaker(
    outline: Outline, span: Span, below: Span, m: re.Match[str], context: Context
) -> Iterator[Draft]:
    who = SPEAKER.fullmatch(below.of(outline.text))
    if who is None:
        return
    yield made(
        outline,
        Span(span.start, below.end),
        Span(below.start + who.start("name"), below.start + who.end("name")),
        "标题",
        "actor",
        f"{m['date']}在{m['where']}上作{context.name}的{who['role']}是{SLOT}",
        "谁",
        certainty=0.84,
        importance=2,
    )
