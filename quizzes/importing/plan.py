"""The dry run of an import: what a file holds and what importing it would change."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from quizzes.generation.types import Item
from quizzes.importing.comparison import compare
from quizzes.importing.source import Source, check_size, digest, file_title, read, source_name
from quizzes.models import Document
from quizzes.text import outline

Outcome = Literal["new", "unchanged", "revised"]


@dataclass(frozen=True, slots=True)
class PlannedLesson:
    """A lesson that the import would leave, and what can be practised in it."""

    number: str
    heading: str
    level: int
    facts: int
    published: int
    drafts: int

    @property
    def indent(self) -> str:
        return "　" * (self.level - 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. Facts are counted as added, kept, revived or retired.

    `document` is the one that is there already: it is `revised` or stays `unchanged`. `source`
    is what the file holds; None when nothing changed, because then it was not read.
    """

    outcome: Outcome
    document: Document | None
    title: str
    byline: str
    source: Source | None = None
    as_new: bool = False
    revises: Document | None = None
    lessons: tuple[PlannedLesson, ...] = ()
    published: int = 0
    drafts: int = 0
    added: int = 0
    kept: int = 0
    revived: int = 0
    retired: int = 0

    @property
    def facts(self) -> int:
        return self.added + self.kept + self.revived

    def samples(self, most: int = 10) -> list[Item]:
        """A few of the questions that learners would meet, spread over the text."""
        items = self.source.published if self.source else ()
        return list(islice(items[:: max(len(items) // most, 1)], most))


def plan(
    name: str,
    data: bytes,
    *,
    title: str | None = None,
    byline: str | None = None,
    revises: Document | None = None,
    as_new: bool = False,
) -> Plan:
    """What importing this file would do; nothing is written.

    A file whose bytes are those of a document changes nothing and is not even read. Otherwise
    the file revises `revises`, or the document that came from a file of this name or has this
    title; with `as_new` it becomes a document of its own. Raises UnreadableFileError when the
    file is no document that can be read.
    """
    check_size(data)
    if same := same_file(digest(data), revises):
        return Plan("unchanged", same, same.title, same.byline)
    source = read(name, data, title=title, byline=byline)
    document = None if as_new else revises or earlier(name, source.outline.title)
    comparison = compare(document, source)
    named, signed = _names(source, document, title, byline)
    return Plan(
        outcome="revised" if document else "new",
        document=document,
        title=named,
        byline=signed,
        source=source,
        as_new=as_new,
        revises=revises,
        lessons=_planned_lessons(source),
        published=len(source.published),
        drafts=len(source.items) - len(source.published),
        added=comparison.added,
        kept=comparison.kept,
        revived=comparison.revived,
        retired=len(comparison.gone),
    )


def same_file(sha256: str, revises: Document | None) -> Document | None:
    """The document that was imported from this very file."""
    documents = Document.objects.defer("text").filter(sha256=sha256)
    if revises:
        documents = documents.filter(pk=revises.pk)
    return documents.order_by("pk").first()


def earlier(name: str, title: str) -> Document | None:
    """The document that a file of this name, or with this title, revises."""
    documents = Document.objects.defer("text").order_by("pk")
    return (
        documents.filter(source_name=source_name(name)).first()
        or documents.filter(title=title[:200]).first()
    )


def _names(
    source: Source, document: Document | None, title: str | None, byline: str | None
) -> tuple[str, str]:
    """The title and byline: as given, else as in the text.

    Those of a document that an instructor or a manifest gave it, and not its text, stay.
    """
    found = source.outline
    title, byline = title or None, byline or None
    if document:
        before = outline(document.text)
        own_title = before.title or file_title(document.source_name)
        title = title or (document.title if document.title != own_title[:200] else None)
        byline = byline or (document.byline if document.byline != before.byline[:200] else None)
    return (title or found.title)[:200], (byline or found.byline)[:200]


def _planned_lessons(source: Source) -> tuple[PlannedLesson, ...]:
    facts = Counter(source.index.at(fact.evidence) for fact in source.facts.values())
    published = _count(source, source.published)
    items = _count(source, source.items)
    return tuple(
        PlannedLesson(
            number=lesson.number,
            heading=lesson.heading,
            level=lesson.level,
            facts=facts[place],
            published=published[place],
            drafts=items[place] - published[place],
        )
        for place, lesson in enumerate(source.lessons)
    )


def _count(source: Source, items: Iterable[Item]) -> Counter[int]:
    return Counter(source.index.at(item.fact.evidence) for item in items)
