"""usage: python -m tests.bench [questions] [speed] [memory] [site] [search] [pages]   or all"""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from tests.bench.memory import bench_memory  # noqa: E402
from tests.bench.pages import bench_pages  # noqa: E402
from tests.bench.questions import bench_questions  # noqa: E402
from tests.bench.search import bench_search  # noqa: E402
from tests.bench.site import bench_site  # noqa: E402
from tests.bench.speed import bench_speed  # noqa: E402

PARTS = {
    "questions": bench_questions,
    "speed": bench_speed,
    "memory": bench_memory,
    "site": bench_site,
    "search": bench_search,
    "pages": bench_pages,
}


def main() -> None:
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        sys.exit(f"{' '.join(sorted(unknown))}? {__doc__}")
    for part in wanted:
        PARTS[part]()


if __name__ == "__main__":
    main()
