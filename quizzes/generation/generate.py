"""The one way in: an outline → items."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from quizzes.generation.checks import faults, squash
from quizzes.generation.context import Context, context_of
from quizzes.generation.distractors import Said, pairs
from quizzes.generation.drafts import Draft
from quizzes.generation.facts import (
    actors,
    changes,
    dates,
    frames,
    lists,
    names,
    numbers,
    objects,
    ranks,
    shared,
    terms,
)
from quizzes.generation.items import items
from quizzes.generation.sentences import Sentence, sentences
from quizzes.generation.types import Item
from quizzes.text.types import Outline

Finder = Callable[[Sentence, Context], Iterator[Draft]]
# A sentence without any of these holds no fact of the kinds below.
HINT = re.compile(r"\d|分之|“|《|、|所谓|所称|同意|批复|印发|负责|^以.+为")
KINDS: tuple[Finder, ...] = (
    dates.find,
    numbers.find,
    shared.find,
    changes.find,
    ranks.find,
    terms.find,
    names.find,
    lists.find,
    actors.find,
    frames.find,
    objects.find,
)


def generate(outline: Outline) -> tuple[Item, ...]:
    """Every item the document gives, drafts included, in the order of the text.

    The same outline gives the same items. Callers publish those whose confidence reaches their
    threshold.
    """
    context = context_of(outline)
    said = [one for one in sentences(outline) if HINT.search(one.span.of(outline.text))]
    drafts = _distinct([draft for one in said for find in KINDS for draft in find(one, context)])
    drafts = objects.with_rivals(lists.with_outsiders(drafts, context))
    figures = _figures(said, context)
    made = [item for draft in drafts for item in items(draft, figures, context)]
    return tuple(item for item in made if not faults(item))


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for a statement; none where the document says it twice with two answers."""
    drafts = _once_named(drafts)
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


def _once_named(drafts: Sequence[Draft]) -> list[Draft]:
    """Of a name that is asked in several places, only the most certain question."""
    best: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        name = (draft.kind, draft.value)
        if draft.kind == "term" and (name not in best or best[name].certainty < draft.certainty):
            best[name] = draft
    return [d for d in drafts if d.kind != "term" or best[d.kind, d.value] is d]


def _figures(said: Sequence[Sentence], context: Context) -> tuple[Said, ...]:
    return tuple(
        Said(figure, figure.span.of(context.text), around)
        for sentence in said
        for clause in sentence.clauses
        if clause.figures
        for around in (pairs(clause.span.of(context.text)),)
        for figure in clause.figures
    )
