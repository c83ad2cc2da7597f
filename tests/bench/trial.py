"""A fresh process, without Django, that makes items of the article many times in one.

usage: python -m tests.bench.trial ARTICLES RUNS   prints a Trial as JSON
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import rjieba

from quizzes.generation.generate import generate
from quizzes.text import parse

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "content" / "yiwu.txt"
# ru_maxrss counts kilobytes, on macOS bytes.
MEGABYTE = 1 << 20 if sys.platform == "darwin" else 1 << 10


@dataclass(frozen=True)
class Trial:
    """Processor time in seconds, the shortest of all runs, and the peak memory in megabytes."""

    articles: int
    characters: int
    tagger: float
    pipeline: float
    peak: float


def trial(articles: int, runs: int) -> Trial:
    """The trial of a process of its own."""
    # A process begins with the peak memory of the one that starts it; a shell has hardly any.
    script = '"$0" -m tests.bench.trial "$1" "$2"; exit $?'
    command = ["sh", "-c", script, sys.executable, str(articles), str(runs)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return Trial(**json.loads(done.stdout))


def main() -> None:
    articles, runs = map(int, sys.argv[1:])
    data = ARTICLE.read_bytes() * articles
    pipeline = least(lambda: generate(parse(ARTICLE.name, data)), runs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    text = parse(ARTICLE.name, data).text
    tagger = least(lambda: rjieba.tag(text), runs)
    made = Trial(articles, len(text), tagger, pipeline, peak)
    print(json.dumps(asdict(made)))  # noqa: T201


def least(work: Callable[[], object], runs: int) -> float:
    """The shortest of `runs` runs, in seconds of processor time."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
