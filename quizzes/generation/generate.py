"""The one way in: an outline → items."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from quizzes.generation.checks import faults, squash
from quizzes.generation.context import Context, context_of
from quizzes.generation.distractors import Said, options, pairs
from quizzes.generation.drafts import Draft
from quizzes.generation.facts import dates, numbers, terms
from quizzes.generation.lots import digest
from quizzes.generation.sentences import Sentence, sentences
from quizzes.generation.types import Fact, Item, ItemKind, Option
from quizzes.text.types import Outline

Finder = Callable[[Sentence, Context], Iterator[Draft]]
# A sentence without any of these holds no fact of the kinds below.
HINT = re.compile(r"\d|分之|[两二三四五六]\S{1,7}”|所谓|所称")
KINDS: tuple[Finder, ...] = (dates.find, numbers.find, terms.find)


def generate(outline: Outline) -> tuple[Item, ...]:
    """Every item the document gives, drafts included, in the order of the text.

    The same outline gives the same items. Callers publish those whose confidence reaches their
    threshold.
    """
    context = context_of(outline)
    said = [one for one in sentences(outline) if HINT.search(one.span.of(outline.text))]
    drafts = _distinct([draft for one in said for find in KINDS for draft in find(one, context)])
    figures = _figures(said, context)
    made = [item for draft in drafts for item in _items(draft, figures, context)]
    return tuple(item for item in made if not faults(item))


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for a statement; none where the document says it twice with two answers."""
    values: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        values[squash(draft.statement)].add(draft.value)
    seen: Counter[str] = Counter()
    kept = []
    for draft in sorted(drafts, key=lambda draft: draft.place):
        name = squash(draft.statement)
        seen[name] += 1
        if len(values[name]) == 1 and seen[name] == 1:
            kept.append(draft)
    return kept


def _figures(said: Sequence[Sentence], context: Context) -> tuple[Said, ...]:
    return tuple(
        Said(figure, figure.span.of(context.text), around)
        for sentence in said
        for clause in sentence.clauses
        if clause.figures
        for around in (pairs(clause.span.of(context.text)),)
        for figure in clause.figures
    )


def _items(draft: Draft, figures: Sequence[Said], context: Context) -> Iterator[Item]:
    fact = Fact(
        kind=draft.kind,
        section=draft.sentence.section.number,
        answer=draft.answer,
        value=draft.value,
        evidence=draft.evidence,
        place=draft.place,
        importance=draft.importance,
        fingerprint=digest(draft.kind, squash(draft.statement), draft.value),
    )
    explanation = _explanation(draft, context)
    confidence = round(max(0.0, min(1.0, draft.certainty)), 2)

    def item(kind: ItemKind, stem: str, choices: tuple[Option, ...], *answer: str) -> Item:
        name = f"{fact.fingerprint[:16]}-{kind}"
        return Item(name, kind, stem, choices, answer, explanation, confidence, fact)

    shown = options(draft, fact.fingerprint, figures)
    if shown is not None:
        choices = tuple(Option(text, text == draft.key) for text in shown)
        yield item("single_choice", draft.stem, choices, draft.key)
    yield item("fill_blank", draft.blank, (), *draft.accepted)


def _explanation(draft: Draft, context: Context) -> str:
    """Where the answer stands, and the answer in words."""
    section = draft.sentence.section
    where = f"“{section.number or section.heading}”"
    proof = draft.evidence.of(context.text).strip("，；、。")
    return f"答案：{draft.key}。见{where}第{draft.sentence.ordinal}段：{proof}。"
