"""The generator's figures, document by document and together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from quizzes.generation.types import FactKind, ItemKind
from quizzes.text.errors import UnreadableFileError
from tests.bench.columns import percent, say, table
from tests.bench.documents import Measured, documents, measured, together
from tests.bench.guessing import scores
from tests.bench.recall import Gold
from tests.measures import Remark

ITEM_KINDS: tuple[str, ...] = get_args(ItemKind)
FACT_KINDS: tuple[str, ...] = get_args(FactKind)
EXAMPLES = 3
SHORT = {
    "single_choice": "single",
    "multiple_choice": "multiple",
    "true_false": "true/false",
    "fill_blank": "blank",
}


def bench_questions() -> None:
    every = list(_readable())
    whole = together(every)
    rows = [*every, whole] if len(every) > 1 else every
    print_items(rows)
    print_facts(rows)
    print_remarks("Breaches of form", whole.breaches)
    print_remarks("Visible faults", whole.faults)
    print_guesses(whole)


def _readable() -> Iterator[Measured]:
    for path in documents():
        try:
            yield measured(path)
        except UnreadableFileError as error:
            say(f"{path.name} is left out: {error}")


def print_items(rows: Sequence[Measured]) -> None:
    say("Published: facts, items by kind, breaches of form, visible faults; recall of gold facts")
    heads = ["", "characters", "facts", "items", *(SHORT.get(kind, kind) for kind in ITEM_KINDS)]
    heads += ["breaches", "faults", "importance 3", "all gold"]
    table(heads, [_items(one) for one in rows])


def _items(one: Measured) -> list[object]:
    kinds = Counter(line["kind"] for line in one.lines)
    return [
        one.name,
        one.characters,
        len(one.facts),
        len(one.lines),
        *(kinds[kind] for kind in ITEM_KINDS),
        len(one.breaches),
        len(one.faults),
        _recall(_most_important(one.gold), _most_important(one.missed)),
        _recall(one.gold, one.missed),
    ]


def _most_important(gold: Iterable[Gold]) -> list[Gold]:
    return [fact for fact in gold if fact["importance"] == 3]


def _recall(gold: Sequence[Gold], missed: Sequence[Gold]) -> str:
    asked = len(gold) - len(missed)
    return f"{asked}/{len(gold)} {percent(asked, len(gold)):>6}" if gold else "–"


def print_facts(rows: Sequence[Measured]) -> None:
    say("Facts/items by kind of fact")
    table(["", *FACT_KINDS], [_facts(one) for one in rows])


def _facts(one: Measured) -> list[str]:
    facts = Counter(one.facts)
    items = Counter(line["fact"]["kind"] for line in one.lines)
    cells = [f"{facts[kind]}/{items[kind]}" if facts[kind] else "–" for kind in FACT_KINDS]
    return [one.name, *cells]


def print_remarks(title: str, remarks: Sequence[Remark]) -> None:
    say(f"{title}: {len(remarks) or 'none'}")
    for what, count in Counter(remark.what for remark in remarks).most_common():
        say(f"  {count:3d}  {what}")
        for stem in [remark.stem for remark in remarks if remark.what == what][:EXAMPLES]:
            say(f"         {stem}")
    say()


def print_guesses(whole: Measured) -> None:
    say("Test-wise guessing at single choice, all documents; chance is 25 %")
    rows = [
        (
            score.rule,
            score.questions,
            f"{score.share:.1%}",
            f"{score.limit:.1%}",
            "above chance" if score.share > score.limit else "",
        )
        for score in scores(whole.lines)
    ]
    table(["", "items", "right", "three standard errors", ""], rows)
