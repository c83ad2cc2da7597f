"""How many, how much, what share: quantities with their measure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.figures.attributes import is_lost, with_owner, with_scene
from quizzes.generation.figures.clause_readings import (
    Reading,
    full_reading,
    leans,
    names_something,
    reading,
)
from quizzes.generation.figures.figure_guards import may_be_asked
from quizzes.generation.figures.figure_words import (
    PLAIN,
    accepted,
    doubt,
    gap,
    polish,
    question_word,
    with_verb,
)
from quizzes.generation.figures.measures import ENDS, LOST
from quizzes.generation.figures.periods import announced
from quizzes.generation.figures.reports import measured, with_hero
from quizzes.generation.figures.standing import FRAME, settled
from quizzes.generation.lexicon import AMOUNTS
from quizzes.generation.reading.context import Context
from quizzes.generation.reading.expressions import Number
from quizzes.generation.reading.grammar import has_verb, is_named
from quizzes.generation.reading.named import names_one
from quizzes.generation.reading.sentences import Clause, Sentence, numbers
from quizzes.generation.reading.verbs import carrier_of
from quizzes.generation.wording.stems import Statement, statement
from quizzes.generation.wording.subjects import measures_growth

SHORTEST = 9
LOOSE, TELLING = 0.1, 22
PER_HEAD = ("人均", "户均", "月均", "日均", "平均")


def find(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """One draft for each quantity of the sentence that can be asked by itself."""
    for clause in sentence.clauses:
        for number in numbers(clause):
            if may_be_asked(sentence, clause, number, context):
                draft = _draft(sentence, clause, number, context)
                if draft is not None:
                    yield draft


def _draft(sentence: Sentence, clause: Clause, number: Number, context: Context) -> Draft | None:
    it = full_reading(sentence, clause, number.span, context)
    found = _said(sentence, clause, number, it, context)
    said = settled(found, sentence, clause, context) if found else None
    if said is None:
        return None
    text = with_verb(sentence, clause, number, _once(said.text, context.hero), it)
    answer = number.span.of(context.text)
    return Draft(
        kind="number" if number.measure == "count" else "share",
        sentence=sentence,
        answer=answer,
        value=f"{number.value.normalize():f}{number.unit or number.measure}",
        evidence=said.evidence,
        place=number.span,
        statement=text,
        stem=polish(text.replace(SLOT, question_word(number))) + "？",
        blank=polish(text.replace(SLOT, gap(number))) + "。",
        accepted=accepted(number, answer),
        key=answer,
        certainty=said.certainty
        - doubt(clause, number, text)
        - _unsaid(sentence, clause, text, context),
        importance=3 if is_named(clause.tokens) or number.measure != "count" else 2,
        figure=number,
    )


def _unsaid(sentence: Sentence, clause: Clause, text: str, context: Context) -> float:
    """In a plan, what a short clause without a subject counts was named by those before it."""
    if not context.is_plan or clause.own or sentence.part_of(clause)[0] is clause:
        return 0.0
    told = text.removeprefix(context.frame)
    return LOOSE if len(told) < TELLING and not names_one(told) else 0.0


def _once(text: str, hero: str) -> str:
    """云溪县县属企业 → 云溪县属企业."""
    return (
        text.replace(f"{hero}{hero[-1]}", hero) if hero.endswith(("省", "市", "县", "区")) else text
    )


def _said(
    sentence: Sentence, clause: Clause, number: Number, it: Reading | None, context: Context
) -> Statement | None:
    """A measure of a report in the report's way; all else by the clause and its subject."""
    if it is not None and is_lost(it) and not context.is_law:
        return with_owner(sentence, clause, number, context)
    if context.is_periodic and (scene := with_scene(sentence, clause, number, context)):
        return scene
    goes_on = it is not None and it.found.goes_on
    reported = it is not None and context.is_periodic and not it.found.is_deed
    headless = _is_headless(sentence, clause)
    plain = reading(clause, number.span, context)
    lent = it is not None and plain is not None and it.said != plain.said
    if goes_on or lent or (reported and (headless or _is_alone(sentence, clause))):
        said = measured(sentence, clause, number, context)
        if said is not None or (goes_on and (context.is_periodic or (it and it.found.rate))):
            return said
    vague = number.measure != "count" and it is not None and not it.found.thing.endswith(ENDS)
    capped = it is not None and bool(context.frame) and it.found.how.startswith(("最多", "不"))
    if not (names_something(clause, number) or capped or measures_growth(sentence, clause)):
        return None
    if context.is_periodic and (vague or headless):
        return None
    found = statement(sentence, clause, number.span, context)
    if found is None and context.is_periodic:
        return measured(sentence, clause, number, context)
    if found is None:
        return with_hero(sentence, clause, number.span, context)
    return _checked(sentence, clause, number, it, found, context)


def _is_alone(sentence: Sentence, clause: Clause) -> bool:
    first = sentence.chained(clause)[0]
    return first is clause or first.said.startswith("其中")


def _is_headless(sentence: Sentence, clause: Clause) -> bool:
    """A member of a row that borrows no verb and has none."""
    borrows = carrier_of(sentence, clause) is not clause
    return not (_is_alone(sentence, clause) or borrows or has_verb(clause.tokens))


def _checked(
    sentence: Sentence,
    clause: Clause,
    number: Number,
    it: Reading | None,
    found: Statement,
    context: Context,
) -> Statement | None:
    """The statement where it says what was measured, and whose; a plan's facts as facts."""
    if not _says_what(clause, number, found):
        return None
    if leans(sentence, clause, context.text[clause.span.start : number.span.start]):
        return None
    verbless = not has_verb(clause.tokens)
    bare = number.unit.endswith("元") and _is_alone(sentence, clause) and verbless
    if bare and it is not None and not it.found.thing.endswith(ENDS):
        return None
    text = _cut(announced(found.text, context))
    bound = it is not None and bool(it.found.how)
    ends = number.span.end == clause.span.end
    if context.is_plan and verbless and ends and not bound and number.measure == "count":
        if not names_one(context.name.strip("《》")) and not names_one(
            found.text.removeprefix(context.frame)
        ):
            return None
        text = _as_fact(text, context)
    told, rest = context.frame.startswith("据"), FRAME.sub("", text)
    lost = _is_headless(sentence, clause) or (_is_lost(clause, it) and not names_one(rest))
    return replace(found, text=text, certainty=found.certainty - (0.1 if told and lost else 0.0))


def _cut(text: str) -> str:
    """Without what follows behind the figure's comma: it says nothing of the figure."""
    before, behind = text.split(SLOT, 1)
    short = len(FRAME.sub("", before)) < SHORTEST
    return text if short or not behind.startswith("，") else f"{before}{SLOT}"


def _as_fact(text: str, context: Context) -> str:
    """《…》提出，床位9张 → 据《…》，床位9张: what there is, nobody puts forward."""
    return re.sub(rf"^{re.escape(context.name)}提出，", f"据{context.name}，", text)


def _is_lost(clause: Clause, it: Reading | None) -> bool:
    """In a story a short subject (航程, 公益性岗位), or none, hangs on what was told before."""
    own = clause.own
    thing = it.found.thing if it else ""
    if own is None:
        return True
    named = is_named(clause.tokens[own[0] : own[1]])
    return not named and (
        bool(LOST.match(thing)) or thing.startswith(PER_HEAD) or own[1] - own[0] < 3
    )


def _says_what(clause: Clause, number: Number, said: Statement) -> bool:
    """A bare figure (2017年超9亿件) needs a subject that is an amount."""
    rest = [
        token
        for token in clause.tokens[clause.lead :]
        if token.span != number.span and token.tag != "date" and token.text not in PLAIN
    ]
    measured = said.subject.donor is not None or said.subject.words.endswith(AMOUNTS)
    owns = clause.own is not None
    if number.measure != "count" and "占" in clause.said and not owns:
        return measured
    return bool(rest) or measured
