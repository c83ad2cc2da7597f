"""What somebody said of the place that the document is about: 电视台点评：“…正在崛起为_”."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.options.near_dates import spellings
from quizzes.generation.options.titles import titles
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Date
from quizzes.generation.reading.grammar import words
from quizzes.generation.reading.sentences import Clause, Sentence, dates
from quizzes.generation.types import FactKind
from quizzes.text.types import Span

SAID = re.compile(r"(?P<verb>点评|评价|评论|称赞|赞誉|报道|盛赞)(?:道|说|称)?$")
CALLED = re.compile(
    r"(?:崛起为|成为|建成|变成|打造成|定位为|就是)(?P<what>[\u4e00-\u9fff·]{4,20})$"
)
WITHOUT = re.compile(r"一[个座条处张]")
ONE = re.compile(r"的一[个座条处张](?=[\u4e00-\u9fff]{3,8}$)")
LONGEST, LONGEST_BLANK, LEAST_WHO = 60, 12, 4


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Drafts for when it was said, who said it, and what the place was called."""
    for clause, quotation in zip(sentence.clauses, sentence.clauses[1:], strict=False):
        said = SAID.search(clause.said)
        whole = len(quotation.tokens) == 1 and quotation.tokens[0].tag == "quote"
        short = quotation.span.end - quotation.span.start <= LONGEST
        if said and clause.own and clause.stop in "：，" and whole and short and context.hero:
            yield from _drafts(sentence, clause, quotation, said["verb"], context)


def _drafts(
    sentence: Sentence, clause: Clause, quotation: Clause, verb: str, context: Context
) -> Iterator[Draft]:
    own = clause.own or (0, 0)
    subject = clause.tokens[own[0] : own[1]]
    who = words(subject)
    quoted = quotation.span.of(context.text)
    date = _date(sentence, clause)
    if date is None or len(who) < LEAST_WHO or context.hero[:2] not in quoted:
        return
    proof = Span(date.span.start, quotation.span.end)
    yield _dated(sentence, date, who, f"{verb}：{quoted}", proof)
    place = Span(subject[0].span.start, subject[-1].span.end)
    text = f"{date.text}，{SLOT}{verb}：{quoted}"
    accepted = tuple(dict.fromkeys((who, subject[-1].text)))
    yield _filled("actor", sentence, text, (who, place, accepted), proof)
    m = CALLED.search(quoted.strip("“”"))
    if m:
        start = quotation.span.start + 1 + m.start("what")
        what = m["what"]
        place = Span(start, start + len(what))
        inner = quoted.strip("“”").replace(what, SLOT)
        text = f"{date.text}，{who}{verb}称，{inner}"
        accepted = tuple(dict.fromkeys((what, WITHOUT.sub("", what))))
        options = titles(what, inner, context.text)
        gap = (what, place, accepted)
        yield _by_its_end(_filled("term", sentence, text, gap, proof, options))


def _by_its_end(draft: Draft) -> Draft:
    """经济带上的一个新起点: too long to type, but for what stands behind 一个."""
    m = ONE.search(draft.key)
    if draft.blank or m is None:
        return draft
    ending = draft.key[m.end() :]
    blank = draft.statement.replace(SLOT, f"{draft.key[: m.end()]}{BLANK}") + "。"
    return replace(draft, blank=blank, accepted=(ending,))


def _date(sentence: Sentence, clause: Clause) -> Date | None:
    """The day, month or year that the sentence opens with."""
    for one in (clause, *sentence.earlier(clause)):
        if dates(one):
            return dates(one)[0]
    return None


def _dated(sentence: Sentence, date: Date, who: str, said: str, proof: Span) -> Draft:
    asked = {"year": "哪一年", "month": "哪年哪月", "day": "哪年哪月哪日"}[date.precision]
    hint = {"year": "年份", "month": "年月", "day": "年月日"}[date.precision]
    return Draft(
        kind="date",
        sentence=sentence,
        answer=date.text,
        value=date.text,
        evidence=proof,
        place=date.span,
        statement=f"{SLOT}，{who}{said}",
        stem=f"{who}在{asked}{said}？",
        blank=f"{BLANK}，{who}{said}。（填{hint}）",
        accepted=spellings(date),
        key=date.text,
        certainty=0.9,
        importance=3,
        figure=date,
    )


def _filled(
    kind: FactKind,
    sentence: Sentence,
    text: str,
    gap: tuple[str, Span, tuple[str, ...]],
    proof: Span,
    options: tuple[str, ...] = (),
) -> Draft:
    answer, place, accepted = gap
    return Draft(
        kind=kind,
        sentence=sentence,
        answer=answer,
        value=answer,
        evidence=proof,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "哪家媒体" if kind == "actor" else "什么") + "？",
        blank=text.replace(SLOT, BLANK) + "。" if len(answer) <= LONGEST_BLANK else "",
        accepted=accepted,
        key=answer,
        certainty=0.86,
        importance=3,
        rivals=options,
    )
