"""Brings the English catalog up to what code and templates say; needs no system gettext."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import template

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# 义乌学习 in English, for foreign residents: plain and short."
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CODE = ("quizzes", "yiwu_study")
TEMPLATES = "templates"


def catalog_file() -> Path:
    return Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"


def read_catalog() -> Catalog:
    """The English catalog as it stands; an empty one when there is none."""
    file = catalog_file()
    if not file.exists():
        return Catalog(locale="en", fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale="en", ignore_obsolete=True)


def write_catalog(catalog: Catalog) -> None:
    catalog.header_comment = HEADER
    catalog.fuzzy = False
    catalog_file().parent.mkdir(parents=True, exist_ok=True)
    with catalog_file().open("wb") as stream:
        write_po(stream, catalog, width=100, sort_output=True, no_location=True)


def compile_catalogs() -> None:
    """Writes the binary catalogs that Django reads."""
    for file in Path(settings.LOCALE_PATHS[0]).rglob("*.po"):
        with file.open("rb") as source, file.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=file.parts[-3]))


def sources() -> Iterator[bytes]:
    """Each source file that may hold messages, as Python that Babel can read."""
    base = Path(settings.BASE_DIR)
    for folder in CODE:
        for path in (base / folder).rglob("*.py"):
            yield path.read_bytes()
    for path in (base / TEMPLATES).rglob("*.*"):
        if path.suffix in {".html", ".txt"}:
            yield as_python(path.read_text(encoding="utf-8"), str(path))


def as_python(text: str, name: str) -> bytes:
    """A template's messages as calls; indentation would mean something in Python."""
    lines = template.templatize(text, origin=name).splitlines()
    return "\n".join(line.strip() for line in lines).encode()


def messages_in_source() -> Catalog:
    """Every message of code and templates."""
    found = Catalog(locale="en")
    for source in sources():
        for _line, message, _comments, context in extract("python", BytesIO(source), KEYWORDS):
            # What is not Chinese is Django's own, and Django translates it.
            if CHINESE.search(str(message)):
                found.add(message, context=context)
    return found


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Updates locale/en: adds what is new without its English, drops what is gone, compiles."

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        catalog = read_catalog()
        catalog.update(messages_in_source(), no_fuzzy_matching=True, update_creation_date=False)
        write_catalog(catalog)
        compile_catalogs()
        missing = [message.id for message in catalog if message.id and not is_translated(message)]
        for message in missing:
            self.stdout.write(f"no English yet: {message}")
        self.stdout.write(f"{len(catalog)} messages, {len(missing)} without English.")


def is_translated(message: Message) -> bool:
    """Whether a message has its English, all plural forms included."""
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings)
