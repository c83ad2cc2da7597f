"""What was the first of its kind, and who was: 设立全国首个…, 荣获我省首个…, 在全国首创…."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import BLANK, SLOT, Draft
from quizzes.generation.figures.reports import with_hero
from quizzes.generation.lexicon import GENERIC, known_head
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.grammar import is_named, words
from quizzes.generation.reading.sentences import Clause, Sentence
from quizzes.generation.reading.tokens import Token
from quizzes.generation.wording.stems import Statement, statement
from quizzes.generation.wording.telling import with_lead
from quizzes.text.types import Span

FIRST = re.compile(r"首[个家例座条部只单]")
AMONG = re.compile(
    r"(?:全国|全省|全市|全球|世界|国内|我省|我市|我国|全县|省内|亚洲)(?:的)?首[个家例座条部只单]"
)
LEVELS = {"省级", "国家级", "市级", "县级", "全国性", "区域性", "大型", "专业"}
SCOPE = r"(?:在?(?:全国|全省|全市|全球|国内|世界|全县|全区))"
LED = re.compile(
    rf"(?:^|[^\u4e00-\u9fff])?{SCOPE}(?:首创(?:并推广)?|率先(?:实施|推出|推行|建成|开展|建立|设立|出台|实行)了?)"
    rf"(?:设立|建立|推出|实施|开展)?"
)
OPENINGS = frozenset({"在", "全国", "全省", "全市", "首创", "率先"})
SET_UP = re.compile(r"(?:设立|建立|推出|成立)$")
SHORTEST, LONGEST, FEWEST_BEFORE = 4, 18, 4


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each thing that was the first of its kind, and one for whoever got it."""
    for clause in sentence.clauses:
        said = clause.span.of(context.text)
        if AMONG.search(said):
            yield from _first(sentence, clause, context)
        elif m := LED.search(said):
            yield from _led(sentence, clause, clause.span.start + m.end(), context)


def _first(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Draft]:
    at = next((i for i, token in enumerate(clause.tokens) if FIRST.match(token.text)), None)
    if at is None:
        mark = FIRST.search(context.text, clause.span.start, clause.span.end)
        end = mark.end() if mark else clause.span.end
        at = next((i for i, t in enumerate(clause.tokens) if t.span.end >= end), 0)
    own = clause.own
    is_hero = own is not None and words(clause.tokens[own[0] : own[1]]) == context.hero
    if (
        own is not None
        and not is_hero
        and own[1] <= at
        and is_named(clause.tokens[own[0] : own[1]])
    ):
        draft = _who(sentence, clause, clause.tokens[own[0] : own[1]], context)
        if draft is not None:
            yield draft
        return
    rest = list(clause.tokens[at + 1 :])
    while rest and rest[0].text in LEVELS:
        rest.pop(0)
    if len(rest) > 1 and rest[-1].tag[0] == "n" and _is_plain(rest):
        place = Span(rest[0].span.start, rest[-2].span.end)
        draft = _what(sentence, clause, place, context)
        if draft is not None:
            yield draft


def _is_plain(rest: list[Token]) -> bool:
    return not any(token.tag in {"p", "d", "c", "x", "u", "uj", "number", "date"} for token in rest)


def _led(sentence: Sentence, clause: Clause, start: int, context: Context) -> Iterator[Draft]:
    """在全国首创“…”贸易方式 · 在全省率先实施…: the thing, quoted or not."""
    rest = [token for token in clause.tokens if token.span.start >= start]
    if not rest or len([t for t in rest if t.tag == "quote"]) > 1:
        return
    if rest[0].tag == "quote" and _is_plain(rest):
        place = Span(rest[0].span.start + 1, rest[0].span.end - 1)
        draft = _what(sentence, clause, place, context)
    elif _is_plain(rest) and not any(token.tag == "quote" for token in rest):
        place = Span(rest[0].span.start, rest[-1].span.end)
        long_enough = SHORTEST <= place.end - place.start <= LONGEST
        acted = SET_UP.search(context.text[clause.span.start : start])
        draft = (
            _what(sentence, clause, place, context)
            if long_enough and (acted or not rest[0].is_verb)
            else None
        )
    else:
        return
    if draft is not None:
        yield draft


def _who(
    sentence: Sentence, clause: Clause, subject: tuple[Token, ...], context: Context
) -> Draft | None:
    name = words(subject)
    place = Span(subject[0].span.start, subject[-1].span.end)
    if name in GENERIC or name == context.hero or not SHORTEST <= len(name) <= LONGEST:
        return None
    said = statement(sentence, clause, place, context)
    return _draft(sentence, said, place, name, context) if said else None


def _what(sentence: Sentence, clause: Clause, place: Span, context: Context) -> Draft | None:
    said = statement(sentence, clause, place, context) or with_hero(
        sentence, clause, place, context, OPENINGS
    )
    if said is None:
        return None
    text, proof = with_lead(sentence, clause, said.text, said.evidence, context)
    said = replace(said, text=text, evidence=proof)
    return _draft(sentence, said, place, place.of(context.text), context)


def _draft(
    sentence: Sentence, said: Statement, place: Span, answer: str, context: Context
) -> Draft | None:
    """A blank: what else was a first can't be a wrong option, and what can is another kind."""
    text = _of_hero(said.text, context)
    rest = text.replace(SLOT, "")
    if text.count(SLOT) != 1 or len(rest) < 8 or answer in rest or _said_often(text, context):
        return None
    return Draft(
        kind="object",
        sentence=sentence,
        answer=answer,
        value=answer,
        evidence=said.evidence,
        place=place,
        statement=text,
        stem=text.replace(SLOT, "什么") + "？",
        blank=f"{text.replace(SLOT, BLANK)}。{_hint(answer)}",
        accepted=(answer,),
        key=answer,
        certainty=said.certainty,
        importance=3,
    )


def _hint(answer: str) -> str:
    """What kind of thing it is, where the noun at its end says so."""
    head = known_head(answer, FEWEST_BEFORE)
    return f"（填“……{head}”）" if head else ""


def _of_hero(text: str, context: Context) -> str:
    """全国首创…: who was the first is the one that the document is about."""
    opens = re.match(
        r"(?:\d{4}年(?:\d+月)?(?:\d+日)?，)?(?=在?(?:全国|全省|全市|国内|全球)(?:首创|率先))", text
    )
    if not opens or not context.hero:
        return text
    rest = text[opens.end() :]
    return f"{text[: opens.end()]}{context.hero}{'' if rest[0] == '在' else '在'}{rest}"


def _said_often(text: str, context: Context) -> bool:
    """The words before the blank stand in the document with another answer too."""
    before, behind = text.split(SLOT)
    return len(before) > SHORTEST and not behind and context.text.count(before[-6:]) > 1
