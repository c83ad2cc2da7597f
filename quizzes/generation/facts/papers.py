"""The paper itself: which body issued it, under which number, on which day, who wrote it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lexicon import ISSUERS
from quizzes.generation.lots import draw
from quizzes.generation.reading.context import ISSUER, Context
from quizzes.generation.wording.paper import DAY, day_in, days_near, lines, made
from quizzes.text.types import Outline, Span

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（](?P<year>\d{4})[〕\]）]第?(?P<number>\d{1,4})号")
PASSED_ON = re.compile(r"关于(?:印发|发布|公布)")
LOCAL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?[省市县区州盟旗镇乡])人民政府(?P<office>办公[厅室])?"
)
TEAM = re.compile(r"[\u4e00-\u9fff]{2,24}?(?P<unit>党校|政策研究室|研究中心)课题组")
UNITS = ("党校", "政策研究室", "组织部", "宣传部", "办公室")
VERBS = {"印发": "印发", "批复": "作出", "公告": "发布", "通告": "发布"}
STATE = re.compile(r"国务院|人民政府$|[\u4e00-\u9fff]{2}(?:部|委员会|总局)$")
FRONT = 8
KIND = 3
# What a clerk has to know is no question of the lesson.
FORMAL = 0.6
LONG = 3000


def find(outline: Outline, context: Context) -> Iterator[Draft]:
    """The drafts on a paper's head and foot."""
    if context.name:
        yield from _number(outline, context)
        yield from _issuer(outline, context)
        yield from _signed(outline, context)
    yield from _team(outline)


def _called(outline: Outline, context: Context) -> str:
    """《关于…的通知》 · 印发《…》的通知: what bears the number and the date."""
    if PASSED_ON.search(outline.title):
        return f"印发{context.name}的{outline.title[-2:]}"
    return context.name


def _number(outline: Outline, context: Context) -> Iterator[Draft]:
    """Its number, beside those of another year, of another number, and of both."""
    for span in lines(outline.text)[:FRONT]:
        m = NUMBER.fullmatch(span.of(outline.text))
        if m is None:
            continue
        number, year = int(m["number"]), int(m["year"])
        number += 10 if number <= 10 or draw(f"more {m[0]}", 2) else -10
        year += 1 if draw(f"later {m[0]}", 2) else -1
        other_year = m[0].replace(m["year"], str(year))
        rivals = [text.replace(f"{m['number']}号", f"{number}号") for text in (m[0], other_year)]
        draft = made(
            outline,
            span,
            span,
            "题头",
            "term",
            f"{_called(outline, context)}的发文字号是{SLOT}",
            "什么",
            certainty=FORMAL,
            importance=1,
            rivals=(other_year, *rivals),
            is_blank=False,
        )
        yield replace(draft, is_stated=False)
        return


def _issuer(outline: Outline, context: Context) -> Iterator[Draft]:
    m = ISSUER.match(outline.title)
    issuer = m[0] if m else ""
    start = outline.text.find(issuer)
    proof = _title_at(outline, start) if issuer and issuer in outline.byline else None
    if proof is None:
        return
    verb = next((done for word, done in VERBS.items() if word in outline.title), "发出")
    weighty = issuer in ISSUERS and len(outline.text) > LONG
    draft = made(
        outline,
        proof,
        Span(start, start + len(issuer)),
        "标题",
        "actor",
        f"{context.name}由{SLOT}{verb}",
        "哪个机关",
        certainty=0.86 if weighty else FORMAL,
        importance=3,
        rivals=_issuers(issuer, context),
    )
    yield replace(draft, is_stated=False)


def _title_at(outline: Outline, start: int) -> Span | None:
    """The whole title from `start` on, over the lines that it takes in print."""
    end = start
    for char in outline.title.replace(" ", ""):
        while end < len(outline.text) and outline.text[end] in "\n \u3000":
            end += 1
        if start < 0 or end >= len(outline.text) or outline.text[end] != char:
            return None
        end += 1
    return Span(start, end)


def _issuers(issuer: str, context: Context) -> tuple[str, ...]:
    """Three or more bodies of the same level, or none.

    Where the title speaks of the key's own kind (国务院…督查), so do they all.
    """
    m = LOCAL.fullmatch(issuer)
    if m is None:
        kind = issuer[:KIND]
        told = kind in context.name
        fit = [body for body in ISSUERS if body.startswith(kind) == told and body not in issuer]
        return tuple(fit[:5]) if issuer in ISSUERS else ()
    place, office = m["place"], m["office"]
    if office:
        return (f"中共{place}委{office}", f"{place}人大常委会{office}", f"{place}政协{office}")
    return (f"中共{place}委员会", f"{place}人民代表大会常务委员会", f"政协{place}委员会")


def _signed(outline: Outline, context: Context) -> Iterator[Draft]:
    """The day under the signature; a person's signature stands under an order.

    It is worth asking of a long paper of state only.
    """
    names = outline.byline.split()
    for above, span in pairwise(lines(outline.text)):
        signed = above.of(outline.text)
        date = day_in(outline.text, span) if DAY.fullmatch(span.of(outline.text)) else None
        if date is None or not names or names[-1] not in signed:
            continue
        if len(names[-1]) > 4 or names[-1] == signed:
            weighty = STATE.search(names[-1]) and len(outline.text) > LONG
            draft = made(
                outline,
                Span(above.start, span.end),
                span,
                "落款",
                "date",
                f"{_called(outline, context)}的落款日期是{SLOT}",
                "哪一天",
                certainty=0.82 if weighty else FORMAL,
                importance=2,
                rivals=days_near(date, outline.text),
            )
            yield replace(draft, blank=f"{draft.blank}（填年月日）", is_stated=False)
        return


def _team(outline: Outline) -> Iterator[Draft]:
    for span in lines(outline.text):
        m = TEAM.fullmatch(span.of(outline.text))
        if m is None:
            continue
        rivals = [m[0].replace(m["unit"], unit) for unit in UNITS if unit != m["unit"]]
        yield made(
            outline,
            span,
            span,
            "署名",
            "actor",
            f"《{outline.title}》一文由{SLOT}撰写",
            "哪个课题组",
            certainty=FORMAL,
            importance=1,
            rivals=tuple(rivals),
            is_blank=False,
        )
        return
