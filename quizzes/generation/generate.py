"""The one way in: an outline → items."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from quizzes.generation.checks import faults, squash
from quizzes.generation.doubles import without_doubles
from quizzes.generation.drafts import Draft
from quizzes.generation.eras import too_early
from quizzes.generation.facts import (
    actors,
    aims,
    arrangements,
    bans,
    calls,
    cells,
    changes,
    conditions,
    counts,
    dates,
    deadlines,
    definitions,
    deliveries,
    duos,
    duties,
    enactments,
    entities,
    exceptions,
    firsts,
    foundations,
    grounds,
    honours,
    identities,
    lists,
    name_rows,
    names,
    numbers,
    objects,
    openings,
    order,
    outcomes,
    papers,
    places,
    provisions,
    purposes,
    ranks,
    ratios,
    sanctions,
    sayings,
    schedules,
    shared,
    spans,
    summaries,
    systems,
    tasks,
    terms,
    titled,
    turns,
    workdays,
)
from quizzes.generation.facts import pairs as rows
from quizzes.generation.items import items
from quizzes.generation.listing.outsiders import with_outsiders
from quizzes.generation.options.distractors import Said, pairs
from quizzes.generation.options.rivals import with_rivals
from quizzes.generation.ownership import as_told, sourced, with_owner
from quizzes.generation.reading.context import Context, context_of
from quizzes.generation.reading.sentences import Sentence, sentences
from quizzes.generation.types import Item
from quizzes.text.types import Outline, Span

Finder = Callable[[Sentence, Context], Iterator[Draft]]
KINDS: tuple[Finder, ...] = (
    dates.find,
    deadlines.find,
    calls.find,
    numbers.find,
    shared.find,
    changes.find,
    turns.find,
    ranks.find,
    ratios.find,
    spans.find,
    firsts.find,
    terms.find,
    definitions.find,
    names.find,
    name_rows.find,
    lists.find,
    rows.find,
    order.find,
    arrangements.find_actors,
    actors.find,
    conditions.find,
    sanctions.find,
    exceptions.find,
    provisions.find,
    aims.find,
    bans.find,
    counts.find,
    systems.find,
    grounds.find,
    duos.find,
    tasks.find,
    duties.find,
    purposes.find,
    identities.find,
    summaries.find,
    objects.find,
    titled.find,
    outcomes.find,
    openings.find,
    arrangements.find,
    places.find,
    entities.find,
    honours.find,
    sayings.find,
    schedules.find,
    workdays.find,
)

# What is said of the document itself, mostly outside its body.
OUTER: tuple[Callable[[Outline, Context], Iterator[Draft]], ...] = (
    papers.find,
    deliveries.find,
    enactments.find,
    foundations.find,
    cells.find,
)


def generate(outline: Outline) -> tuple[Item, ...]:
    """Every item the document gives, drafts included, section by section, what matters most first.

    The same outline gives the same items. Callers publish those whose confidence reaches their
    threshold.
    """
    context = context_of(outline)
    said = list(sentences(outline))
    found = [draft for one in said for find in KINDS for draft in find(one, context)]
    drafts = _distinct(without_doubles(found, context))
    drafts = with_rivals(with_outsiders(drafts, context), context)
    drafts = order.with_orders(drafts, context)
    drafts += [draft for find in OUTER for draft in find(outline, context)]
    figures = _figures(said, context)
    drafts = [draft for draft in drafts if not too_early(draft, context)]
    drafts = [sourced(as_told(with_owner(draft, context), context), context) for draft in drafts]
    made = [item for draft in drafts for item in items(draft, figures, context)]
    return _best_first(_once(item for item in made if not faults(item)))


def _best_first(made: Iterable[Item]) -> tuple[Item, ...]:
    """Sections in the order of the text; in each the important facts first, then by their place."""
    items = sorted(made, key=lambda item: item.fact.place)
    sections = list(dict.fromkeys(item.fact.section for item in items))
    order = {section: number for number, section in enumerate(sections)}
    return tuple(sorted(items, key=lambda i: (order[i.fact.section], -i.fact.importance)))


def _once(made: Iterable[Item]) -> Iterator[Item]:
    """Each question once: two facts of one sentence make the same true statement."""
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for item in made:
        question = item.kind, item.stem, frozenset(option.text for option in item.options)
        if question not in seen:
            seen.add(question)
            yield item


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for a statement; none where the document says it twice with two answers."""
    drafts = _once_named(drafts)
    places: defaultdict[str, dict[Span, str]] = defaultdict(dict)
    for draft in drafts:
        places[_named(draft)].setdefault(draft.place, draft.value)
    values = {name: set(said.values()) for name, said in places.items()}
    seen: Counter[str] = Counter()
    kept = []
    for draft in sorted(drafts, key=lambda draft: draft.place):
        name = _named(draft)
        seen[name] += 1
        if len(values[name]) == 1 and seen[name] == 1:
            kept.append(draft)
    return kept


def _named(draft: Draft) -> str:
    """What the draft asks. The members of a list are another question than its name."""
    return squash(draft.statement) + ("（列举）" if draft.kind == "list" else "")


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
