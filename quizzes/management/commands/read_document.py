"""A document → its outline as JSON, without a database."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from quizzes.management.files import load, unreadable
from quizzes.text import Outline, Section, UnreadableFileError, parse


class Command(BaseCommand):
    """Prints how a document was understood: its title, its text and where its sections stand."""

    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _("读一篇文档，输出标题、正文和各节的位置（JSON）；不需要数据库。")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--title", help=_("文档标题，代替文中的标题"))
        parser.add_argument("--byline", help=_("作者，代替文中的署名"))

    def handle(
        self, *_args: object, file: Path, title: str | None, byline: str | None, **_options: object
    ) -> None:
        try:
            outline = parse(file.name, load(file), title, byline)
        except UnreadableFileError as error:
            raise unreadable(file, error) from None
        self.stdout.write(json.dumps(as_json(outline), ensure_ascii=False, indent=2))


def as_json(outline: Outline) -> dict[str, Any]:
    """The outline as plain values, its sections flat and in the order of the text."""
    return {
        "title": outline.title,
        "byline": outline.byline,
        "date": outline.date,
        "text": outline.text,
        "sections": [_section(section) for section in outline.walk()],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "start": section.span.start,
        "end": section.span.end,
        "paragraphs": [
            {
                "lead": each.lead,
                "start": each.span.start,
                "end": each.span.end,
                "is_table": each.is_table,
            }
            for each in section.body
        ],
    }
