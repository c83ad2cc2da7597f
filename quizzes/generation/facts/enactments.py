"""How a rule came into being: adopted when and where, issued and signed by whom."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.options.sessions import other_sessions
from quizzes.generation.reading.context import Context
from quizzes.generation.wording.paper import DAY, day_in, lines, made, other_numbers
from quizzes.text.types import Outline, Span

DEEDS = "修订通过|修正通过|审议通过|表决通过|研究同意|通过|批准|发布|公布"
EVENT = re.compile(
    rf"(?P<date>{DAY.pattern.replace('(', '(?:')})?经?(?P<body>[\u4e00-\u9fff\d]{{3,50}}?)"
    rf"(?P<deed>{DEEDS})(?![\u4e00-\u9fff])"
)
ADOPTED = re.compile(r"《(?P<name>[^《》]+)》(?:已经|已于|业经)")
ISSUED = re.compile(r"(?P<order>[\u4e00-\u9fff]{2,20}令)(?P<number>第(?P<n>\d{1,4})号)$")
ORDER = re.compile(r"(?P<order>[\u4e00-\u9fff]{2,20}令)\s*(?P<number>第(?P<n>\d{1,4})号)\n")
SIGNED = re.compile(
    rf"(?P<role>总理|主席|省长|市长|部长|主任|局长)[ \u3000]+(?P<name>[\u4e00-\u9fff]{{2,4}})\n"
    rf"(?P<date>{DAY.pattern.replace('(', '(?:')})"
)
NO_BODY = ("已", "现将", "自", "根据")
FRONT, FIRST = 14, 600
# Which sitting of its own house adopted a paper is a clerk's matter; so is the number of an order.
HOUSE = re.compile(r"校长|公司|董事会|办公会|党委会|院长|市政府|县政府|区政府")
CONGRESS = re.compile(r"代表大会")
FORMAL = 0.6
NAMED = 8


def find(outline: Outline, context: Context) -> Iterator[Draft]:
    """The drafts on the note under the title, the order, and what it says was adopted."""
    if not context.name:
        return
    seen: set[tuple[str, str]] = set()
    for start, end in _places(outline, context):
        for m in EVENT.finditer(outline.text, start, end):
            event = (m["date"] or "", m["deed"][-2:])
            if event not in seen and not m["body"].startswith(NO_BODY):
                seen.add(event)
                yield from _event(outline, m, context)
    yield from _order(outline, context)


def _places(outline: Outline, context: Context) -> Iterator[tuple[int, int]]:
    """Where the lines near the title tell of it: from what comes behind the name, or a bracket."""
    for span in lines(outline.text)[:FRONT]:
        said = span.of(outline.text)
        adopted = ADOPTED.search(said)
        if said[0] in "（(" and said[-1] in "）)":
            yield span.start, span.end
        elif adopted and adopted["name"][:NAMED] in context.name:
            yield span.start + adopted.end(), span.end


def _event(outline: Outline, m: re.Match[str], context: Context) -> Iterator[Draft]:
    proof, body, deed = Span(m.start(), m.end()), m["body"], m["deed"]
    issued = ISSUED.search(body)
    when = f"{m['date']}，" if m["date"] else ""
    date = day_in(outline.text, proof)
    if date is not None:
        yield made(
            outline,
            proof,
            date.span,
            "题注",
            "date",
            f"{context.name}于{SLOT}由{body}{deed}",
            "哪一天",
            certainty=0.7 if HOUSE.search(body) else 0.86,
            importance=2,
            figure=date,
        )
    if issued and when:
        yield _numbered(outline, proof, m.start("body"), issued, f"{when}{context.name}", deed)
        return
    rivals = other_sessions(body)
    if rivals:
        yield made(
            outline,
            proof,
            Span(m.start("body"), m.end("body")),
            "题注",
            "actor",
            f"{when}{context.name}由{SLOT}{deed}",
            "哪次会议",
            certainty=0.84 if CONGRESS.search(body) else FORMAL,
            importance=2,
            rivals=rivals,
            is_blank=False,
        )


def _numbered(
    outline: Outline, proof: Span, start: int, m: re.Match[str], about: str, deed: str
) -> Draft:
    """…令第几号."""
    return made(
        outline,
        proof,
        Span(start + m.start("number"), start + m.end("number")),
        "题头",
        "term",
        f"{about}由{m['order']}{SLOT}{deed}",
        "第几号",
        certainty=FORMAL,
        importance=2,
        rivals=other_numbers(int(m["n"])),
        is_blank=False,
    )


def _order(outline: Outline, context: Context) -> Iterator[Draft]:
    """The order that stands over the rule, and who signed it."""
    order = ORDER.search(outline.text, 0, FIRST)
    signed = SIGNED.search(outline.text, 0, FIRST) if order else None
    if order is None or signed is None or order.start() > signed.start():
        return
    about = f"{signed['date']}，{context.name}"
    yield _numbered(outline, Span(order.start(), order.end("number")), 0, order, about, "公布")
    day = day_in(outline.text, Span(signed.start("date"), signed.end("date")))
    if day is not None:
        yield made(
            outline,
            Span(signed.start(), signed.end()),
            day.span,
            "落款",
            "date",
            f"公布{context.name}的{order['order']}{order['number']}于{SLOT}签署",
            "哪一天",
            certainty=FORMAL,
            importance=2,
            figure=day,
        )
    name = Span(signed.start("name"), signed.end("name"))
    yield made(
        outline,
        Span(signed.start(), signed.end()),
        name,
        "落款",
        "actor",
        f"{signed['date']}，签署{order['order']}公布{context.name}的{signed['role']}是{SLOT}",
        "谁",
        certainty=FORMAL,
        importance=1,
    )
