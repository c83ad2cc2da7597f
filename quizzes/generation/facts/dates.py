"""Which year, month or day something happened."""

import re
from collections.abc import Iterator

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.figures.date_guards import is_lost
from quizzes.generation.figures.measures import LEANING
from quizzes.generation.lexicon import EVENTS, GENERIC, SAYING
from quizzes.generation.options.near_dates import spellings
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Date
from quizzes.generation.reading.grammar import is_subordinate, words
from quizzes.generation.reading.sentences import Clause, Sentence, dates
from quizzes.generation.wording.stems import Statement, evidence, statement
from quizzes.text.types import Span

QUESTION = {"year": "哪一年", "month": "哪年哪月", "day": "哪一天"}
HINT = {"year": "（填年份）", "month": "（填年月）", "day": "（填年月日）"}
SINCE = re.compile(r"(?:以来|以后|之后|后|起|时|之际)$")
FRAME = re.compile(r"^据?《[^》]*》(?:提出|规定)?，")
LONG_QUOTE = re.compile(r"“[^”]{20,}”")
# 《…制度》规定，本制度自…起: the paper itself.
SELF = re.compile(r"^(《[^》]*》)规定，本[\u4e00-\u9fff]{1,4}(?=自)")
EXPLAINED = re.compile(r"，由[^，]*负责解释$")
LONGEST = 70
LONGEST_RULE = 90


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each date that says when an event was."""
    for clause in sentence.clauses:
        found = dates(clause)
        told = context.is_notice and any(one.precision == "day" for one in found)
        if len(found) == 1 and not told and any(t.tag == "date" for t in clause.tokens):
            draft = _draft(sentence, clause, found[0], context)
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, clause: Clause, date: Date, context: Context) -> Draft | None:
    if _opens(clause, date):
        return _dated(sentence, clause, date, context)
    return _inside(sentence, clause, date, context)


def _opens(clause: Clause, date: Date) -> bool:
    """2013年6月，… · 到2035年，… · 2013年6月小区…: the date opens the clause."""
    before = words([token for token in clause.tokens if token.span.end <= date.span.start])
    return before in {"", "在", "于", "早在", "到", "自", "从", "截至"}


def _dated(sentence: Sentence, clause: Clause, date: Date, context: Context) -> Draft | None:
    by = words([token for token in clause.tokens if token.span.end <= date.span.start])
    if by in {"从", "自"}:
        return _onwards(sentence, clause, date, context)
    event = _event(sentence, clause, date)
    if event is None or by == "截至":
        return None
    said = statement(sentence, event, date.span, context)
    if said is None:
        return None
    text = _whole(sentence, event, said.text.replace(SLOT, "").lstrip("，"), context)
    text = SINCE.sub("", text) if event.span.end != sentence.clauses[-1].span.end else text
    text = _of_body(text, context)
    if LONG_QUOTE.search(text):
        return None
    if not _event_in(text) or len(text) > LONGEST or is_lost(clause, date, text, context):
        return None
    if by == "到":
        frame = FRAME.match(text)
        at = frame.end() if frame else 0
        told = f"{text[:at]}到{SLOT}，{text[at:].removeprefix(f'到{date.text}，')}"
        question = told.replace(SLOT, QUESTION[date.precision]) + "？"
        return _made(sentence, date, said, question, told.replace(SLOT, BLANK) + "。", told)
    question = f"{text}是在{QUESTION[date.precision]}？"
    frame = FRAME.match(text)
    head, rest = (frame[0], text[frame.end() :]) if frame else ("", text)
    if "：“" in text:  # what somebody said: the question cannot stand behind the quotation
        question = f"{head}{QUESTION[date.precision]}，{rest}？"
    told = f"{head}{by}{SLOT}，{rest}"
    return _made(sentence, date, said, question, f"{told.replace(SLOT, BLANK)}。", told)


def _onwards(sentence: Sentence, clause: Clause, date: Date, context: Context) -> Draft | None:
    """从2021年起，启动评选: since when, asked where the date stands."""
    rest = words([token for token in clause.tokens if token.span.start >= date.span.end])
    at = sentence.clauses.index(clause) + 1
    if rest not in {"起", "开始"} or at >= len(sentence.clauses):
        return None
    said = statement(sentence, sentence.clauses[at], date.span, context)
    mark = re.compile(rf"从{date.text}起?(?=，)")
    if said is None or len(mark.findall(said.text)) != 1 or len(said.text) > LONGEST_RULE:
        return None
    text = mark.sub(f"从{SLOT}起", said.text)
    if not _event_in(text):
        return None
    question = text.replace(SLOT, QUESTION[date.precision]) + "？"
    return _made(sentence, date, said, question, text.replace(SLOT, BLANK) + "。", text)


def _event(sentence: Sentence, clause: Clause, date: Date) -> Clause | None:
    """The clause that says what happened: the rest of the date's own, or the next that acts."""
    rest = [token for token in clause.tokens if token.span.start >= date.span.end]
    if rest and rest[0].text in {
        "起",
        "底",
        "初",
        "以来",
        "至",
        "到",
        "的",
        "、",
        "和",
        "以前",
        "前",
    }:
        return None
    if rest:
        return clause
    following = sentence.clauses[sentence.clauses.index(clause) + 1 :]
    for other in following[:2]:
        if not _only_scene(other):
            return other if not dates(other) else None
    return None


def _only_scene(clause: Clause) -> bool:
    said = clause.said
    return is_subordinate(clause.tokens) and not SINCE.search(said)


def _whole(sentence: Sentence, event: Clause, text: str, context: Context) -> str:
    """A clause that ends in 提出, 强调 … goes on behind its comma."""
    at = sentence.clauses.index(event)
    if text.endswith(SAYING):
        if at + 1 == len(sentence.clauses):
            return ""
        following = sentence.clauses[at + 1].span.of(context.text)
        return text + following
    return text


def _event_in(text: str) -> bool:
    said = FRAME.sub("", text)
    return any(verb in said for verb in EVENTS) and not LEANING.match(said)


def _of_body(text: str, context: Context) -> str:
    """公司股票上市 → 某某公司股票上市."""
    generic = next((word for word in GENERIC if text.startswith(word)), "")
    return f"{context.hero}{text[len(generic) :]}" if generic and context.hero_is_body else text


def _inside(sentence: Sentence, clause: Clause, date: Date, context: Context) -> Draft | None:
    """本法自某日起施行 · 公司于1998年成立: the date keeps its place in the clause."""
    before = context.text[clause.span.start : date.span.start]
    if not re.search(r"(?:自|于|在|是)$", before):
        return None
    said = statement(sentence, clause, date.span, context)
    if said is None or not _event_in(said.text) or SINCE.search(said.text):
        return None
    text = EXPLAINED.sub("", SELF.sub(r"\1", said.text))
    question = text.replace(SLOT, QUESTION[date.precision]) + "？"
    return _made(sentence, date, said, question, text.replace(SLOT, BLANK) + "。", text)


def _made(
    sentence: Sentence,
    date: Date,
    said: Statement,
    stem: str,
    blank: str,
    text: str,
) -> Draft:
    home = next(c for c in sentence.clauses if date.span in c.span)
    proof = evidence(sentence, home, home)
    return Draft(
        kind="date",
        sentence=sentence,
        answer=date.text,
        value=f"{date.year}-{date.month or 0:02}-{date.day or 0:02}",
        evidence=Span(min(proof.start, said.evidence.start), max(proof.end, said.evidence.end)),
        place=date.span,
        statement=text,
        stem=stem,
        blank=blank + HINT[date.precision],
        accepted=spellings(date),
        key=date.text,
        certainty=said.certainty,
        importance=3,
        figure=date,
    )
