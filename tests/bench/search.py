"""How long a search takes among 100,000 sentences, made of the shipped documents' own clauses.

On PostgreSQL: python -m tests.postgres python -m tests.bench search
"""

import random
import re
import statistics
import time

from django.db import connection

from quizzes import search
from quizzes.importing.source import read
from quizzes.models import Document, Lesson, User
from tests.bench.columns import say, table
from tests.bench.documents import documents
from tests.bench.site import bench_database

DOCUMENTS = 100
LESSONS = 20  # in each
SENTENCES = 50  # in each
CLAUSES = (2, 4)  # in each
RUNS = 20
QUERIES = (
    "义乌",
    "改革开放",
    "14条",
    "义新欧",
    "综合保税区",
    "市場 發展",
    "国务院 2020年4月",
    "以人民为中心的发展思想",
    "机器人",
    "目前已开通运输线路14条，联通亚欧大陆48个国家和地区",
)


def bench_search() -> None:
    with bench_database():
        start = time.perf_counter()
        fill()
        took = time.perf_counter() - start
        sentences = DOCUMENTS * LESSONS * SENTENCES
        say(f"Search among {sentences:,} sentences ({connection.vendor}); indexed in {took:.0f} s")
        learner = User.objects.create_user("bench")
        rows = [timed(typed, learner) for typed in QUERIES]
        table(("query", "found", "CPU p50 ms", "p50 ms", "p95 ms"), rows)
        slowest = max(float(row[-1]) for row in rows)
        say(f"  Slowest 95th percentile: {slowest:.0f} ms on the clock; the aim is at most 100 ms.")
        say()


def fill() -> None:
    """Documents of sentences whose clauses were drawn from the shipped ones."""
    drawn = random.Random(1)
    clauses = shipped_clauses()
    for number in range(DOCUMENTS):
        document = Document.objects.create(title=f"第{number}篇 义乌发展经验", sha256=str(number))
        place = 0
        for order in range(1, LESSONS + 1):
            body = "".join(sentence(drawn, clauses) for _ in range(SENTENCES))
            Lesson.objects.create(
                document=document,
                heading=drawn.choice(clauses)[:200],
                order=order,
                body=body,
                body_start=place,
                start=place,
                end=place + len(body),
            )
            place += len(body)
        search.index_document(document)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as autovacuum does within a minute


def shipped_clauses() -> list[str]:
    texts = (read(path.name, path.read_bytes()).text for path in documents())
    return [clause for text in texts for clause in re.split(r"[，。；！？\s]+", text) if clause]


def sentence(drawn: random.Random, clauses: list[str]) -> str:
    return "，".join(drawn.choices(clauses, k=drawn.randint(*CLAUSES))) + "。\n"


def timed(typed: str, learner: User) -> tuple[str, int, str, str, str]:
    """What the page does for the query: it is read, searched and cut into snippets."""
    times, work = [], []
    for _ in range(RUNS):
        start, busy = time.perf_counter(), time.process_time()
        found = search.find(search.read_query(typed), learner)
        times.append((time.perf_counter() - start) * 1000)
        work.append((time.process_time() - busy) * 1000)
    name = typed if len(typed) < 14 else f"{typed[:12]}…"
    late = statistics.quantiles(times, n=20)[-1]
    middle, cpu = statistics.median(times), statistics.median(work)
    return name, found.count, f"{cpu:.1f}", f"{middle:.1f}", f"{late:.1f}"
