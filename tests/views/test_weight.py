"""The first page weighs at most 60 KB over the wire: one style sheet, one script of our own."""

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from django.contrib.staticfiles import finders
from django.test import Client

from quizzes.models import Question
from yiwu_study.storage import IMPORT

LIMIT = 60 * 1024


def test_the_first_page(visitor: Client, question: Question) -> None:
    page = visitor.get("/").content.decode()
    files = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
    sizes = {name: compressed(name) for name in set(files)}

    assert [name for name in files if name.endswith(".css")] == ["css/site.css"]
    assert sorted(name for name in files if name.endswith(".js")) == [
        "django_htmx/htmx-2.min.js",
        "js/site.js",
    ]
    assert len(page.encode()) + sum(sizes.values()) <= LIMIT, sizes


def compressed(name: str) -> int:
    """The size of a static file as WhiteNoise sends it, what it imports included."""
    path = Path(str(finders.find(name)))
    if path.suffix == ".png":
        return path.stat().st_size
    text = IMPORT.sub(lambda found: (path.parent / found[1]).read_text(), path.read_text())
    return len(brotli.compress(text.encode()))


def test_nothing_inline(visitor: Client, question: Question) -> None:
    page = visitor.get("/").content.decode()

    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\sstyle=|\son\w+=|\shx-on", page)
