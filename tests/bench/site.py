"""What an answer costs the server, and how often each page asks the database."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
)
from django.urls import reverse

from quizzes import importing
from quizzes.models import Attempt, Document, User
from quizzes.practice import open_attempt, paper
from tests.bench.columns import say
from tests.bench.trial import ARTICLE
from tests.kinds import form, right

PLAIN_STATIC_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
SQLITE = connection.vendor == "sqlite"
BENCH_DATABASE = str(settings.DATA_DIR / "bench.sqlite3") if SQLITE else "bench"


def bench_site() -> None:
    """On the article imported."""
    with bench_database():
        plan = importing.plan(ARTICLE.name, ARTICLE.read_bytes())
        document = importing.carry_out(plan)
        learner = User.objects.create_user("bench")
        bench_answers(learner, document)
        bench_queries(learner, document)


@contextmanager
def bench_database() -> Iterator[None]:
    """A database of its own, so that a bench may run beside the tests."""
    if not hasattr(mail, "outbox"):  # set up once for all benches
        setup_test_environment()
        settings.STORAGES["staticfiles"]["BACKEND"] = PLAIN_STATIC_FILES
    connection.settings_dict["TEST"]["NAME"] = BENCH_DATABASE
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)


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
        "搜索": f"{reverse('search')}?q=14条",
    }
    say("Queries for each page, session and user included")
    for name, url in pages.items():
        with CaptureQueriesContext(connection) as queries:
            response = client.get(url)
        size = len(response.content) / 1024
        say(f"  {name}  {len(queries):3d} queries, {size:6.1f} KB of HTML  {url}")
