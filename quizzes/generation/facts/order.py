"""What came first and what followed: dated events of one paragraph, steps of a procedure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Date
from quizzes.generation.reading.sentences import Sentence
from quizzes.text.types import Span

FEWEST, MOST = 3, 6
LONGEST = 40
SURE = 0.8
LABEL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、)）]|第[一二三四五六七八九十]步[：，、]?|[①-⑩])\s*"
)
LEAD = re.compile(r"(?:程序|流程|步骤|顺序)[^。；：]{0,10}[：:]$")
STEPS = re.compile(
    r"首先(?P<first>[^，；。]{4,24})[，；](?:然后|接着|随后|而后|再)(?P<second>[^，；。]{4,24})[，；](?:最后)(?P<last>[^，；。]{4,24})"
)
THEN = re.compile(
    r"先(?P<first>[^，、；。]{2,16})[，、]再(?P<second>[^，、；。]{2,16})[，、](?:最后|后)(?P<last>[^，、；。的]{2,16})"
)
DATED = re.compile(r"(?:1[5-9]|20)\d\d年|\d{1,2}月|\d{1,2}日")
TIMED = re.compile(r"同年|同月|次年|翌年|此后|之后|以来|随后|第一[个家座]?|首[次个家]|再次|又")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Steps that the sentence, or the numbered paragraphs behind it, gives in their order."""
    text = sentence.span.of(context.text)
    if LEAD.search(text):
        draft = _procedure(sentence, context)
        if draft is not None:
            yield draft
    for pattern in (STEPS, THEN):
        m = pattern.search(text)
        if m is not None:
            draft = _said_in_turn(sentence, m, context)
            if draft is not None:
                yield draft


def _procedure(sentence: Sentence, context: Context) -> Draft | None:
    """按照下列程序办理：（一）…（二）…: the numbered paragraphs that follow."""
    body = sentence.section.body
    following = body[body.index(sentence.paragraph) + 1 :]
    steps: list[str] = []
    end = sentence.span.end
    for paragraph in following:
        text = paragraph.span.of(context.text)
        m = LABEL.match(text)
        if m is None:
            break
        steps.append(re.split(r"[。；：，]", text[m.end() :])[0].strip())
        end = paragraph.span.end
    topic = re.split(r"[，。：:]", LEAD.sub("", sentence.span.of(context.text)).strip())[0]
    topic = re.sub(
        r"(?:应当|应|须|需)?(?:按照?|依照|遵循|履行|经过)?(?:下列|以下|如下)?$", "", topic
    )
    if len(topic) < 4 or any(not 3 < len(step) <= LONGEST for step in steps):
        return None
    stem = f"{context.frame or _of(context.name)}{topic}，先后经过哪些步骤？请排序。"
    return _draft(sentence, steps, stem, Span(sentence.span.start, end), 0.84)


def _of(name: str) -> str:
    return f"据{name}，" if name else ""


def _said_in_turn(sentence: Sentence, m: re.Match[str], context: Context) -> Draft | None:
    """首先…，然后…，最后…: what is done is named before them."""
    topic = sentence.span.of(context.text)[: m.start()].strip("，：:、 ")
    topic = re.sub(r"(?:按照?|依照|应当|应|要|须)$", "", topic.split("。")[-1])
    if not 4 <= len(topic) <= LONGEST or re.match(r"[其该此这它]|上述", topic):
        return None
    stem = f"{context.frame}{topic}，先后顺序是什么？请排序。"
    return _draft(sentence, [m["first"], m["second"], m["last"]], stem, sentence.span, 0.82)


def with_orders(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, and behind them one for each paragraph that dates three events or more."""
    dated = [draft for draft in drafts if draft.kind == "date" and _is_clear(draft)]
    made = []
    for _, group in groupby(dated, key=lambda draft: draft.sentence.paragraph.span):
        draft = _chronicle(list(group), context)
        if draft is not None:
            made.append(draft)
    return [*drafts, *made]


def _is_clear(draft: Draft) -> bool:
    """Surely dated, and the event says nothing of its time besides."""
    event = _event(draft)
    return (
        draft.certainty >= SURE
        and isinstance(draft.figure, Date)
        and 6 <= len(event) <= LONGEST
        and not DATED.search(event)
        and not TIMED.search(event)
    )


def _event(draft: Draft) -> str:
    """The statement without its date."""
    text = re.sub(rf"[自从于在到]?{SLOT}[起，]*", "", draft.statement)
    return re.sub(r"^据?《[^》]+》(?:提出|规定)?，", "", text).strip("，。")


def _chronicle(drafts: Sequence[Draft], context: Context) -> Draft | None:
    """Events whose dates leave no doubt which came first; the fact's answer is these dates."""
    events: dict[str, tuple[int, int, int]] = {}
    for draft in sorted(drafts, key=lambda one: _when(one)):
        events.setdefault(_event(draft), _when(draft))
    moments = list(events.values())
    if not FEWEST <= len(events) <= MOST or not _are_distinct(moments):
        return None
    section = drafts[0].sentence.section
    heading = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*", "", section.heading).strip()
    if not heading or len(heading) > LONGEST:
        return None
    stem = f"{_of(context.name)}“{heading}”部分提到的下列事件，按发生的先后应怎样排列？"
    evidence = Span(drafts[0].evidence.start, max(draft.evidence.end for draft in drafts))
    made = _draft(drafts[0].sentence, list(events), stem, evidence, 0.86)
    written = {_event(one): one.place.of(context.text) for one in drafts}
    return made and replace(made, answer=tuple(written[event] for event in events))


def _when(draft: Draft) -> tuple[int, int, int]:
    date = draft.figure
    return (date.year, date.month or 0, date.day or 0) if isinstance(date, Date) else (0, 0, 0)


def _are_distinct(moments: Sequence[tuple[int, int, int]]) -> bool:
    """No two of one year without months, or of one month without days."""
    for one, other in pairwise(moments):
        for mine, theirs in zip(one, other, strict=True):
            if not mine or not theirs:
                return False
            if mine != theirs:
                break
        else:
            return False
    return True


def _draft(
    sentence: Sentence, steps: Sequence[str], stem: str, evidence: Span, certainty: float
) -> Draft | None:
    if not FEWEST <= len(steps) <= MOST or len(set(steps)) < len(steps):
        return None
    return Draft(
        kind="order",
        sentence=sentence,
        answer=tuple(steps),
        value="→".join(steps),
        evidence=evidence,
        place=evidence,
        statement=f"{stem}{SLOT}",
        stem=stem,
        blank="",
        accepted=tuple(steps),
        key="→".join(steps),
        certainty=certainty,
        importance=2,
    )
