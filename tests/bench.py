"""Figures, never a verdict: `make bench` prints them.

Two things are always compared in one run of one process, because machines are noisy.
"""

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

import rjieba  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse  # noqa: E402

from quizzes import importing  # noqa: E402
from quizzes.generation.generate import generate  # noqa: E402
from quizzes.models import Attempt, Document, User  # noqa: E402
from quizzes.practice import open_attempt, paper  # noqa: E402
from quizzes.text import parse  # noqa: E402
from tests.kinds import form, right  # noqa: E402

PLAIN_STATIC_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
SQLITE = connection.vendor == "sqlite"
BENCH_DATABASE = str(settings.DATA_DIR / "bench.sqlite3") if SQLITE else "bench"
ARTICLE = Path(__file__).parents[1] / "content" / "yiwu.txt"


def say(line: str = "") -> None:
    print(line)  # noqa: T201


def least(work: Callable[[], object], runs: int) -> float:
    """The shortest of `runs` runs, in seconds of processor time."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def bench_generator() -> None:
    """The whole pipeline beside the tagger alone, on the article and on ten articles in one."""
    say("Generator (bytes → items) beside rjieba.tag on the same text")
    for copies in (1, 10):
        data = ARTICLE.read_bytes() * copies
        text = parse(ARTICLE.name, data).text
        tagger = least(lambda text=text: rjieba.tag(text), 5)  # type: ignore[misc]
        whole = least(lambda data=data: generate(parse(ARTICLE.name, data)), 5)  # type: ignore[misc]
        say(
            f"  {len(text):>7} characters: tagger {tagger * 1000:7.1f} ms, "
            f"whole pipeline {whole * 1000:7.1f} ms, {whole / tagger:4.1f} ×"
        )
    say()


def bench_answers(learner: User, document: Document) -> None:
    """Processor time of the server for one answer, as htmx sends it."""
    client = Client(headers={"HX-Request": "true"})
    client.force_login(learner)
    times = []
    for _ in range(5):
        attempt = open_attempt(learner, document, size=20)
        for response in paper(attempt):
            url = reverse("question", args=[attempt.pk, response.position])
            given = form(right(response.revision))
            start = time.process_time()
            client.post(url, given)
            times.append(time.process_time() - start)
    say(
        f"One answer: median {statistics.median(times) * 1000:.1f} ms, "
        f"90th percentile {statistics.quantiles(times, n=10)[-1] * 1000:.1f} ms of server CPU "
        f"({len(times)} answers)"
    )
    say()


def bench_queries(learner: User, document: Document) -> None:
    """How often each page asks the database."""
    client = Client()
    client.force_login(learner)
    attempt = open_attempt(learner, document, size=5)
    finished = Attempt.objects.filter(submitted_at__isnull=False).first()
    lesson = document.lessons.first()
    pages = {
        "今天": reverse("today"),
        "课程": reverse("courses"),
        "大纲": reverse("course", args=[document.pk]),
        "课文": lesson.get_absolute_url() if lesson else "",
        "练习": reverse("practice"),
        "题目": reverse("question", args=[attempt.pk, 1]),
        "结果": reverse("result", args=[finished.pk]) if finished else "",
        "进度": reverse("progress"),
        "我的": reverse("me"),
    }
    say("Queries for each page, session and user included")
    for name, url in pages.items():
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url)
        size = len(response.content) / 1024
        say(f"  {name}  {len(queries):3d} queries, {size:6.1f} KB of HTML  {url}")


def main() -> None:
    setup_test_environment()
    settings.STORAGES["staticfiles"]["BACKEND"] = PLAIN_STATIC_FILES
    # A database of its own, so that a bench may run beside the tests.
    connection.settings_dict["TEST"]["NAME"] = BENCH_DATABASE
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        bench_generator()
        plan = importing.plan(ARTICLE.name, ARTICLE.read_bytes())
        document = importing.carry_out(plan)
        learner = User.objects.create_user("bench")
        bench_answers(learner, document)
        bench_queries(learner, document)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
