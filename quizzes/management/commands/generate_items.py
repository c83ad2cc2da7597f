"""A document → items as JSON lines, without a database."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from quizzes.generation.types import Fact, Item
from quizzes.importing.source import Source, read
from quizzes.management.files import load, unreadable
from quizzes.management.output import speak_utf8, until_the_reader_leaves
from quizzes.manifests import manifest_for
from quizzes.text.errors import UnreadableFileError


class Command(BaseCommand):
    """Prints the questions that learners would meet, one JSON object a line."""

    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("把文档变成题目，每行一个 JSON 对象；不需要数据库。")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--drafts", action="store_true", help=_("也列出不会发布的草稿"))

    def handle(self, *_args: object, file: Path, drafts: bool, **_options: object) -> None:
        speak_utf8()
        manifest = manifest_for(file)
        try:
            source = read(file.name, load(file), title=manifest.title, byline=manifest.byline)
        except UnreadableFileError as error:
            raise unreadable(file, error) from None
        items = source.items if drafts else source.published
        with until_the_reader_leaves():
            for item in items:
                self.stdout.write(json.dumps(as_json(item, source), ensure_ascii=False))


def as_json(item: Item, source: Source) -> dict[str, Any]:
    """The item as plain values: the shape of a line."""
    return {
        "id": item.id,
        "kind": item.kind,
        "stem": item.stem,
        "options": [{"text": option.text, "is_key": option.is_key} for option in item.options],
        "answer": _answer(item),
        "explanation": item.explanation,
        "section": item.fact.section,
        "confidence": item.confidence,
        "fact": _fact(item.fact, source.text),
    }


def _answer(item: Item) -> list[Any]:
    """The texts of the keys, the accepted answers, the right order, or [left, right] pairs."""
    return [list(pair) for pair in item.pairs] if item.kind == "matching" else list(item.answer)


def _fact(fact: Fact, text: str) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "answer": fact.answer if isinstance(fact.answer, str) else list(fact.answer),
        "evidence": fact.evidence.of(text),
        "start": fact.evidence.start,
        "end": fact.evidence.end,
    }
