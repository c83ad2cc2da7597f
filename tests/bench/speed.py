"""The whole pipeline beside the tagger alone, in one process, because machines are noisy."""

from tests.bench.columns import say, table
from tests.bench.trial import Trial, trial

# Articles in one, and how often that is run.
SIZES = {1: 5, 10: 3, 100: 1}
HEADS = (
    "articles in one",
    "characters",
    "tagger ms",
    "pipeline ms",
    "× tagger",
    "ms per 1000 characters",
    "peak MB",
)


def bench_speed() -> None:
    """Each size in a fresh process; the time per 1000 characters shows whether it is linear."""
    say("The whole pipeline (bytes → items) beside rjieba.tag on the same text: processor time")
    table(HEADS, [_row(trial(articles, runs)) for articles, runs in SIZES.items()])


def _row(one: Trial) -> list[str]:
    return [
        str(one.articles),
        str(one.characters),
        f"{one.tagger * 1000:.1f}",
        f"{one.pipeline * 1000:.1f}",
        f"{one.pipeline / one.tagger:.1f}",
        f"{one.pipeline / one.characters * 1_000_000:.1f}",
        f"{one.peak:.0f}",
    ]
