"""A clause → a statement that stands alone, with a slot where the answer stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.generation.drafts import SLOT, UNDATED
from quizzes.generation.lexicon import (
    AMOUNTS,
    CONNECTIVES,
    FLOW,
    NOW,
    OWN_PLACE,
    POINTING,
    PRESENT,
    SAYING,
)
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import (
    is_subordinate,
    lead,
    own_subject,
    words,
)
from quizzes.generation.reading.sentences import Clause, Sentence, dates
from quizzes.generation.reading.tokens import Token
from quizzes.generation.reading.verbs import carrier_of, head_of
from quizzes.generation.wording.subjects import Subject, resolve
from quizzes.generation.wording.windows import window
from quizzes.text.types import Span

NOWADAYS = re.compile("|".join(PRESENT))
AS_YET = re.compile("以来，|正全面|正在|当下|常驻|现有|每年")
RANKED = re.compile("[列居]|排名|第[一二三四五六七八九十]")
SHARED = re.compile(r"分别|分列|依次|各自|分(?:为|成)别")
HARMLESS = {
    "其他",
    "其余",
    "其它",
    "同比",
    "同时",
    "同志",
    "同意",
    "另外",
    "此外",
    "有关部门",
    "相关部门",
}
THIS = re.compile(
    r"本(?:法|条例|办法|规定|细则|规则|规程|章程|通知|意见|方案|决定|公告|报告|文|轮|次|地|单位|公司|校|院)$"
)
SINCE = re.compile(r"(?:以来|以后|之后|后|时|之前|前)$")
DATED = re.compile(r"(?:1[5-9]|20)\d\d年")
FRAMED = re.compile(r"《[^》]+》(?:提出|规定)，")
YEAR_OPENING = re.compile(
    r"^(?:截至|截止|到|至)?(?:1[5-9]|20)\d\d年(?:\d+月)?(?:底|末|初|年底|年末)$"
)
HANGING = (
    "围绕",
    "紧紧围绕",
    "凭借",
    "依托",
    "紧扣",
    "立足",
    "聚焦",
    "瞄准",
    "通过",
    "作为",
    "根据",
    "按照",
    "对标",
)
# A clause that opens so hangs on the one before it.
CONSEQUENT = {"才", "就", "便", "则", "也", "都", "却", "反而", "何况"}
AVERAGE = re.compile(r"年均|累计|历年|每年|平均|以来")
SCENE = re.compile(r".{2,12}(?:以来|期间)$")
PERIOD = re.compile(
    r"(?:自|从)?(?:1[5-9]|20)\d\d年?(?:[—\-–~～]+|至|到)(?:1[5-9]|20)\d\d年(?:间|期间)?|"
    r"(?:自|从)?(?:1[5-9]|20)\d\d年(?:\d{1,2}月)?以来"
)
DATED_SCENE = re.compile(r"(?:1[5-9]|20)\d\d年(?:\d{1,2}月)?[\u4e00-\u9fff]{2,10}(?:时|之初|之时)")
# 为推动可持续发展，构建_，…贡献了力量: done for what was contributed to.
FOR = re.compile(r"^为了?(?!(?:期|了?[两三四五六七八九十\d]))")
GIVEN = re.compile(r"(?:贡献|提供|作出|奠定|注入|积累)了|(?:特|现)?(?:发布|制定|印发)本")
EVIDENCE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` with SLOT where the answer stood, how certain it is, and what proves it."""

    text: str
    certainty: float
    evidence: Span
    subject: Subject


def statement(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    """`clause` with the answer at `place` cut out, standing alone; None where it can't."""
    if any(SHARED.search(other.said) for other in sentence.chained(clause)):
        return None
    if clause.tokens and clause.tokens[0].text in CONSEQUENT:
        return None
    if _hangs(sentence, clause) or is_purpose(sentence, clause):
        return None
    if context.frame:
        return _windowed(sentence, clause, place, context)
    carrier = carrier_of(sentence, clause)
    subject = resolve(sentence, carrier, context) if carrier else None
    if carrier is None or subject is None:
        return None
    body = _whole_body(clause, carrier, place, subject, context)
    if body is None:
        return None
    return _dressed(sentence, clause, place, body, subject, context)


def _windowed(
    sentence: Sentence, clause: Clause, place: Span, context: Context
) -> Statement | None:
    found = window(sentence, clause, place, context)
    if found is None:
        return None
    first = sentence.clauses[found.first]
    time = _time(sentence, first, place) if found.first else ""
    if context.is_plan and found.first and not time and not DATED.search(found.text):
        opening = _dated_opening(sentence.clauses[0])
        time = f"{words(opening)}，" if opening else ""
    frame = context.frame if found.text.startswith(context.frame) else ""
    text = f"{frame}{time}{found.text.removeprefix(frame)}"
    return Statement(text, found.certainty, found.evidence, Subject(context.frame, found.certainty))


def _hangs(sentence: Sentence, clause: Clause) -> bool:
    """围绕…, 凭借…: what the clause says is only the way to what the next one says."""
    own = clause.own
    rest = words(clause.tokens[own[1] if own else clause.lead :])
    return rest.startswith(HANGING) and clause is not sentence.part_of(clause)[-1]


def is_purpose(sentence: Sentence, clause: Clause) -> bool:
    """Within 为…，…贡献了力量 every clause but the last says what for."""
    part = sentence.part_of(clause)
    at = part.index(clause)
    opened = any(FOR.match(one.said) for one in part[: at + 1])
    closes = next((i for i in range(at, len(part)) if GIVEN.search(part[i].said)), None)
    return opened and closes is not None and closes > at


def shared_statement(
    sentence: Sentence, clause: Clause, place: Span, body: str, context: Context
) -> Statement | None:
    """`body`, one of several statements that `clause` makes at once (分别), standing alone."""
    subject = resolve(sentence, clause, context)
    if subject is None:
        return None
    if subject.instead is not None:
        body = body.replace(subject.instead.of(sentence.text), subject.words, 1)
    return _dressed(sentence, clause, place, body, subject, context)


def _dressed(
    sentence: Sentence,
    clause: Clause,
    place: Span,
    body: str,
    subject: Subject,
    context: Context,
) -> Statement | None:
    """The clause's words with its subject, its date and what proves it."""
    joined = _undoubled(body if subject.instead else join(subject.words, body), subject.words)
    first = subject.donor or clause
    time = _time(sentence, first, place) or _year_of_section(sentence, clause, joined, context)
    if time is None:
        return None
    framed = FRAMED.match(joined)
    at = framed.end() if framed else 0
    text = f"{joined[:at]}{time}{joined[at:]}"
    if not at and _is_of_its_day(sentence, clause, place, text, context):
        text = f"{UNDATED}{text}"
    return Statement(text, subject.certainty, evidence(sentence, first, clause), subject)


def _is_of_its_day(
    sentence: Sentence, clause: Clause, place: Span, text: str, context: Context
) -> bool:
    """A count or a place among others that the text gives for its own day (目前), undated."""
    if context.date or DATED.search(text) or any(date.span == place for date in dates(clause)):
        return False
    counted = bool(clause.figures) or RANKED.search(clause.said) is not None
    if AS_YET.search(text):
        return True
    return counted and NOWADAYS.search(sentence.span.of(context.text)) is not None


def _whole_body(
    clause: Clause, carrier: Clause, place: Span, subject: Subject, context: Context
) -> str | None:
    """The clause's words, behind the verb and the clause that it borrows."""
    parts = [_body(clause, place, subject, context)]
    if carrier is not clause:
        parts.insert(0, _body(carrier, place, subject, context, head_of(carrier)))
    if subject.donor is not None:
        said = _body(subject.donor, place, subject, context)
        parts.insert(0, said and f"{said}，")
    return None if None in parts else "".join(part or "" for part in parts)


def _year_of_section(sentence: Sentence, clause: Clause, text: str, context: Context) -> str | None:
    """The heading's year for a figure without one; None where a report's figure has none at all."""
    if not clause.figures or DATED.search(text):
        return ""
    year = context.years.get(sentence.section.span.start, "")
    if year:
        return f"{year}，"
    return None if context.is_periodic else ""


def _undoubled(text: str, subject: str) -> str:
    """支出占比达到占比_ → 支出占比达到_: what the subject ends in is not said again."""
    for size in (4, 3, 2):
        tail = subject[-size:]
        if len(subject) > size and text.endswith(f"{tail}{SLOT}") and text.count(tail) > 1:
            return text.removesuffix(f"{tail}{SLOT}") + SLOT
    return text


def join(subject: str, body: str) -> str:
    """Subject and clause; the subject goes behind a date that opens the clause."""
    dated = re.match(
        r"((?:到|截至|自|从|在)?(?:1[5-9]|20)\d\d年(?:\d+月)?(?:\d+日)?(?:底|初|末|起)?)，?", body
    )
    if subject and dated and not subject.endswith("，"):
        return f"{dated[1]}，{subject}{body[dated.end() :]}"
    return subject + body


def _body(
    clause: Clause,
    place: Span,
    subject: Subject,
    context: Context,
    only: tuple[Token, ...] | None = None,
) -> str | None:
    """The clause's words without what leans on its neighbours, or None where it leans too much."""
    kept = clause.tokens if only is None else only
    said: list[str] = []
    for at, token in enumerate(kept):
        if token.span in place:
            said.append(SLOT if token.span.start == place.start else "")
            continue
        part = _word(kept, at, subject, context)
        if part is None:
            return None
        said.append(part)
    return re.sub(r"^[，、]+", "", "".join(said))


def _word(kept: tuple[Token, ...], at: int, subject: Subject, context: Context) -> str | None:
    token = kept[at]
    if subject.instead and token.span in subject.instead:
        return subject.words if token.span.start == subject.instead.start else ""
    opening = at < lead(kept)
    if token.text in PRESENT:
        return ""
    if token.text in NOW:
        return context.moment(token.text)
    if opening and token.text in CONNECTIVES:
        return ""
    if token.text in OWN_PLACE:
        return context.place(token.text) or None
    if THIS.match(token.text):
        return context.this_law(token.text) or None
    if token.text.startswith(POINTING) and token.text not in HARMLESS:
        return None
    if token.text in FLOW and token.tag in {"d", "c"} and _follows_subject(kept, at):
        return ""
    return token.text


def _follows_subject(kept: tuple[Token, ...], at: int) -> bool:
    own = own_subject(kept)
    return at == (own[1] if own else lead(kept))


def _time(sentence: Sentence, clause: Clause, place: Span) -> str:
    """The date or scene that the clauses before set for this one, with its comma."""
    said = clause.said
    if any(token.tag == "date" for token in clause.tokens):
        return ""
    if AVERAGE.search(said):
        return _period(sentence, clause)
    if scene := _dated_scene(sentence, clause):
        return scene
    for other in _of_one_time(sentence, clause):
        opening = _dated_opening(other)
        if opening and not any(token.span == place for token in opening):
            text = words(opening)
            text += "起" if text[0] in "从自" and text[-1] != "起" else ""
            return "" if any(word in text for word in NOW) else f"{text}，"
    first = sentence.clauses[0]
    scene = first.said
    if first is not clause and SCENE.match(scene) and not any(word in scene for word in POINTING):
        return f"{scene}，"
    return ""


def _dated_scene(sentence: Sentence, clause: Clause) -> str:
    """2014年建档立卡时: the day of the figures behind it."""
    first = sentence.part_of(clause)[0]
    if first is clause or not clause.figures or not DATED_SCENE.fullmatch(first.said):
        return ""
    between = sentence.earlier_in_part(clause)[:-1]
    later = any(token.tag == "date" for one in between for token in one.tokens)
    return "" if later else f"{first.said}，"


def _period(sentence: Sentence, clause: Clause) -> str:
    """2012—2021年, 2018年以来: the years over which something is added up."""
    for other in sentence.earlier_in_part(clause)[:2]:
        if PERIOD.fullmatch(other.said):
            return f"{other.said}，"
    return ""


def _dated_opening(clause: Clause) -> tuple[Token, ...]:
    """1998年 · 到2035年 · 截至1998年底: the words of a date that opens a clause."""
    count = clause.lead
    if len(clause.tokens) == 1 and clause.tokens[0].tag == "date":
        count = 1
    if YEAR_OPENING.match(clause.said):
        return clause.tokens
    opening = clause.tokens[:count]
    return opening if any(token.tag == "date" for token in opening) else ()


def _of_one_time(sentence: Sentence, clause: Clause) -> Iterator[Clause]:
    """The clauses before `clause`, nearest first, as long as they speak of the same subject.

    A new subject keeps the date only where both clauses measure an amount.
    """
    part = sentence.part_of(clause)
    own = clause.own
    new = own is not None and not words(clause.tokens[own[0] : own[1]]).endswith(AMOUNTS)
    for other in part[: part.index(clause)][::-1]:
        if SINCE.search(other.said) or (new and other.said.endswith(SAYING)):
            return
        subject = other.own
        if new and subject is not None and not is_subordinate(other.tokens):
            return
        yield other
        if subject is not None and not other.figures:
            new = own is not None
    if part[0] is not sentence.clauses[0] and clause.figures and not new:
        yield from _sentence_opening(sentence, part)


def _sentence_opening(sentence: Sentence, part: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clause that dates the whole sentence, where no other date stands before `part`."""
    before = sentence.clauses[: sentence.clauses.index(part[0])]
    if not any(_is_dated(other) for other in before[1:]):
        yield before[0]


def _is_dated(clause: Clause) -> bool:
    """A date stands in it, other than one that it is compared to (比2021年)."""
    tokens = clause.tokens
    return any(
        token.tag == "date" and not (at and tokens[at - 1].text in {"比", "较"})
        for at, token in enumerate(tokens)
    )


def evidence(sentence: Sentence, first: Clause, clause: Clause) -> Span:
    """The stretch of the sentence that proves what `clause` says, from `first` that it leans on."""
    part = sentence.part_of(clause)
    own = first.own and not is_subordinate(first.tokens)
    start = part[0].span.start if own or len(part) > 1 else sentence.clauses[0].span.start
    start = min(start, first.span.start)
    end = part[-1].span.end
    if end - start > EVIDENCE_LENGTH:
        end = clause.span.end
    if end - start > EVIDENCE_LENGTH:
        start = first.span.start
    return Span(start, end)
