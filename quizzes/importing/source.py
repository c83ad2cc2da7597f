"""A file read: its outline, its lessons and the items that the generator makes of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath

from django.conf import settings

from quizzes import models, text
from quizzes.generation import types
from quizzes.generation.generate import generate
from quizzes.importing.lessons import LessonDraft, LessonIndex, lesson_drafts
from quizzes.question_rules import OPTION_LENGTH, Choice, validate
from quizzes.text.errors import UnreadableFileError
from quizzes.text.types import Outline

FINGERPRINT_LENGTH = 64


@dataclass(frozen=True)
class Source:
    """What a file holds; nothing here depends on the database."""

    name: str
    sha256: str
    outline: Outline
    lessons: tuple[LessonDraft, ...]
    items: tuple[types.Item, ...]
    index: LessonIndex = field(repr=False)

    @property
    def text(self) -> str:
        return self.outline.text

    @cached_property
    def facts(self) -> dict[str, types.Fact]:
        """The facts by fingerprint, in the order of the text."""
        return {item.fact.fingerprint: item.fact for item in self.items}

    @cached_property
    def published(self) -> tuple[types.Item, ...]:
        return tuple(item for item in self.items if publishable(item))


def check_size(data: bytes) -> None:
    """Raises UnreadableFileError when a file is larger than the site takes."""
    if len(data) > settings.IMPORT_MAX_BYTES:
        raise UnreadableFileError("too_large")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read(name: str, data: bytes, *, title: str | None = None, byline: str | None = None) -> Source:
    """The file read and its items generated; raises UnreadableFileError when it is no document."""
    check_size(data)
    outline = text.parse(name, data, title=title, byline=byline)
    if not outline.text.strip():
        raise UnreadableFileError("empty")
    outline = replace(outline, title=outline.title or file_title(name))
    lessons = lesson_drafts(outline)
    return Source(
        name=source_name(name),
        sha256=digest(data),
        outline=outline,
        lessons=lessons,
        items=_one_of_a_kind(generate(outline)),
        index=LessonIndex(lessons),
    )


def source_name(name: str) -> str:
    """The file's own name, without folders, as `Document.source_name` keeps it."""
    return PurePath(name.replace("\\", "/")).name[:200]


def file_title(name: str) -> str:
    """What a document without a title is called: its file's name, without its ending."""
    return PurePath(source_name(name)).stem


def publishable(item: types.Item) -> bool:
    """Whether learners may meet the item without an instructor having seen it."""
    return item.confidence >= settings.PUBLISH_CONFIDENCE and not validate(
        kind=item.kind, stem=item.stem, options=choices(item)
    )


def choices(item: types.Item) -> list[Choice]:
    """The rows of an item; where there is nothing to choose among they are its answer."""
    if item.kind == "matching":
        return [Choice(left, partner=right) for left, right in item.pairs]
    if item.kind in {"fill_blank", "ordering"}:
        return [Choice(text) for text in item.answer]
    return [Choice(option.text, option.is_key) for option in item.options]


def _one_of_a_kind(items: Iterable[types.Item]) -> tuple[types.Item, ...]:
    """The items that the bank can hold: of each kind on a fact the surest one."""
    best: dict[tuple[str, str], types.Item] = {}
    for item in items:
        key = item.fact.fingerprint, item.kind
        if _fits(item) and (key not in best or item.confidence > best[key].confidence):
            best[key] = item
    return tuple(best.values())


def _fits(item: types.Item) -> bool:
    return (
        item.kind in models.Question.Kind.values
        and item.fact.kind in models.Fact.Kind.values
        and len(item.fact.fingerprint) <= FINGERPRINT_LENGTH
        and all(len(max(row.text, row.partner, key=len)) <= OPTION_LENGTH for row in choices(item))
    )
