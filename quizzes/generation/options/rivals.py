"""Names that could be taken for another: things of the same kind, the document's own first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import rjieba

from quizzes.generation.drafts import SLOT, Draft
from quizzes.generation.lexicon import HEADS
from quizzes.generation.likeness import bigrams
from quizzes.generation.lots import draw, shuffled
from quizzes.generation.reading.context import Context

MOST_APART = 5
TELLING = 18
WANTED = 3
TRADED = 4
# Heads that read as well behind one doing as behind another: 轮训制度, 轮训机制.
ALIKE = (frozenset(("制度", "机制", "办法")),)
# What makes a programme's name, not a rule's.
DRIVES = frozenset(("行动", "提升", "振兴", "改革", "攻坚", "治理", "建设", "发展"))


def with_rivals(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, each that asks for a thing of a kind beside others of its kind."""
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for draft in drafts:
        if draft.head:
            named[draft.head][draft.key] = None
    return [
        replace(draft, rivals=_rivals(draft, named, context))
        if draft.head and not draft.rivals
        else draft
        for draft in drafts
    ]


def _rivals(draft: Draft, named: Mapping[str, Iterable[str]], context: Context) -> tuple[str, ...]:
    """Three at least, or none: the document's own things, its words in other places, the lexicon's.

    What the lexicon has comes last, and only beside a thing of the document's own world.
    """
    seed = f"{draft.head} {draft.statement}"
    own = [text for text in named[draft.head] if _is_another(text, draft, context)]
    typed = [text for text in HEADS.get(draft.head, ()) if _is_unsaid(text, draft, context)]
    near = [text for text in typed if _is_near(text, draft, context)]
    traded = [text for text in _traded(draft, named) if text not in context.text]
    chosen: list[str] = []
    pools = (own, traded, near) if own or traded or "》" in draft.head else ()
    for text in [text for pool in pools for text in shuffled(seed, pool)]:
        if _fits(text, draft) and not any(_alike(text, one, draft.head) for one in chosen):
            chosen.append(text)
    return balanced(draft.key, chosen, draft.stem, seed)


def _traded(draft: Draft, named: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """What stands before another head of the same sort, put before this one."""
    group = next((group for group in ALIKE if draft.head in group), frozenset())
    for head in sorted(group & named.keys() - {draft.head}):
        for text in named[head]:
            modifier = text.removesuffix(head)
            ends = rjieba.tag(modifier)[-1] if len(modifier) >= TRADED else ("", "")
            if ends[1] in {"vn", "v"} and ends[0] not in DRIVES:
                yield modifier + draft.head


def _is_near(text: str, draft: Draft, context: Context) -> bool:
    """Half of it, at least, is in the document: it speaks of the same matters."""
    pairs = bigrams(text.removesuffix(draft.head))
    return sum(pair in context.text for pair in pairs[::2]) * 2 > len(pairs[::2])


def balanced(key: str, fit: Sequence[str], stem: str, seed: str) -> tuple[str, ...]:
    """Three of `fit`, so that the key is no oftener than others the one most like the stem.

    Empty where `fit` has fewer, or where the key alone repeats a word of the stem. The first of
    `fit` are taken first.
    """
    if len(fit) < WANTED:
        return ()
    told = set(bigrams(stem))
    if told & set(bigrams(key[:-2])) and not any(told & set(bigrams(text[:-2])) for text in fit):
        return ()
    said = set(stem)
    share = {text: len(set(text) & said) / len(set(text)) for text in (key, *fit)}
    closer = [text for text in fit if share[text] >= share[key]]
    farther = [text for text in fit if share[text] < share[key]]
    wanted = draw(f"closer {seed}", WANTED + 1)
    taken = [*closer[:wanted], *farther[: WANTED - wanted]]
    return tuple([*taken, *(text for text in (*closer, *farther) if text not in taken)][:WANTED])


def _is_another(text: str, draft: Draft, context: Context) -> bool:
    """Said of something else, and the question tells enough to tell the two apart."""
    if text in draft.sentence.paragraph.span.of(context.text):
        return False
    return len(draft.statement.replace(SLOT, "").removeprefix(context.frame)) >= TELLING


def _is_unsaid(text: str, draft: Draft, context: Context) -> bool:
    return text.removesuffix(draft.head) not in context.text


def _fits(text: str, draft: Draft) -> bool:
    return (
        abs(len(text) - len(draft.key)) <= MOST_APART
        and text.removesuffix(draft.head) not in draft.statement
        and not _alike(text, draft.key, draft.head)
    )


def _alike(one: str, other: str, head: str) -> bool:
    """They share two characters besides the head: one may be another word for the other."""
    return bool(set(bigrams(one.removesuffix(head))) & set(bigrams(other.removesuffix(head))))
