"""Everything the site holds about somebody, in one zip: `data.json`, and a CSV file a table.

A table is exported because its rows would go with the account, so that a new table is never
forgotten. Ids of questions, lessons and documents come with their words; a key is never among them.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps
from django.db.models import CASCADE, BinaryField, ForeignKey, Model, QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from quizzes.models import Attempt, Document, Lesson, Question, Response, Revision, User
from quizzes.showing import answer_in_words

SECRET = {"password", "key"}
# What stands beside an id, for people to read.
WORDS: dict[type[Model], str] = {
    Document: "title",
    Lesson: "heading",
    Question: "stem",
    Revision: "stem",
}
SAID = ("attempt__mode", "revision__kind", "revision__options", "given")
IN_MEMORY = 1024 * 1024
ROWS_AT_ONCE = 500
ABOUT = _(
    "这里是义乌学习保存的、属于你的全部数据。\n"
    "data.json 是全部内容；csv 文件夹里每张表一个文件，可以用表格软件打开。\n"
    "密码只保存了不可还原的摘要，没有放在这里。时间都带时区。\n"
    "以 _id 结尾的是编号，后面一列是它对应的文字。\n"
)


@dataclass(frozen=True)
class Table:
    """Rows that belong to a user: `path` leads from a row to them, as `attempt__learner`."""

    model: Any  # a model class; of any, so that its manager is known
    path: str

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)  # noqa: SLF001 (Django's public API)

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name_plural)  # noqa: SLF001

    @property
    def columns(self) -> dict[str, str]:
        """What each column is called, and the lookup that gives it."""
        found = {}
        for field in self.model._meta.concrete_fields:  # noqa: SLF001
            if field.name in SECRET:
                continue
            found[field.attname] = field.attname
            if words := words_of(field):
                found[f"{field.name}_{words}"] = f"{field.name}__{words}"
        return found

    def of(self, user: User) -> QuerySet[Any]:
        return QuerySet(self.model).filter(**{self.path: user.pk}).order_by("pk")

    def rows(self, user: User) -> Iterator[dict[str, Any]]:
        """The user's rows as JSON values, the oldest first."""
        columns = self.columns
        binary = binary_columns(self.model)
        answers = self.model is Response
        found = self.of(user).values(*columns.values(), *(SAID if answers else ()))
        for row in found.iterator(chunk_size=ROWS_AT_ONCE):
            shown = {
                name: as_json(row[lookup], hidden=name in binary)
                for name, lookup in columns.items()
            }
            yield (
                shown | {"given_in_words": said(*(row[name] for name in SAID))}
                if answers
                else shown
            )

    @property
    def header(self) -> list[str]:
        return [*self.columns, *(["given_in_words"] if self.model is Response else [])]


def said(mode: str, kind: str, options: list[dict[str, Any]], given: Any) -> str:  # noqa: ANN401
    """What was answered, as the site shows it; empty where nothing was."""
    if given is None:
        return ""
    revision = Revision(kind=kind, options=options)
    return answer_in_words(Response(given=given, attempt=Attempt(mode=mode), revision=revision))


def words_of(field: Any) -> str | None:  # noqa: ANN401
    if isinstance(field, ForeignKey):
        return WORDS.get(field.related_model)
    return None


def binary_columns(model: type[Model]) -> set[str]:
    fields = model._meta.concrete_fields  # noqa: SLF001
    return {field.attname for field in fields if isinstance(field, BinaryField)}


def as_json(value: Any, *, hidden: bool = False) -> Any:  # noqa: ANN401
    """Moments in the reader's time zone; of a file, its size in bytes."""
    if hidden:
        return None if value is None else len(value)
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def tables() -> list[Table]:
    """The account, then every table whose rows go with it, nearest first."""
    found = [Table(User, "pk")]
    seen: set[type[Model]] = {User}
    for table in found:
        for model, name in belonging(table.model):
            if model not in seen:
                seen.add(model)
                path = name if table.model is User else f"{name}__{table.path}"
                found.append(Table(model, path))
    return found


def belonging(owner: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Models whose rows are deleted with rows of `owner`, and the field that points there."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:  # noqa: SLF001
            deleted = getattr(field.remote_field, "on_delete", None) is CASCADE
            if deleted and field.related_model is owner:
                yield model, field.name


def write_zip(user: User, file: IO[bytes]) -> None:
    """Writes the zip, each table read once and no more than a few hundred rows in memory."""
    with (
        ZipFile(file, "w", ZIP_DEFLATED) as archive,
        SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8") as whole,
    ):
        names = []
        whole.write("{")
        for table in tables():
            names.append(f"csv/{table.name}.csv — {table.title}")
            whole.write(f"{', ' if len(names) > 1 else ''}\n{json.dumps(table.name)}: [")
            with archive.open(f"csv/{table.name}.csv", "w", force_zip64=True) as binary:
                write_table(table, user, TextIOWrapper(binary, "utf-8-sig", newline=""), whole)
            whole.write("]")
        whole.write("\n}\n")
        whole.seek(0)
        with archive.open("data.json", "w", force_zip64=True) as binary:
            for piece in iter(lambda: whole.read(IN_MEMORY), ""):
                binary.write(piece.encode())
        about = format_lazy("{about}\n{names}\n", about=ABOUT, names="\n".join(names))
        archive.writestr("README.txt", str(about))


def write_table(table: Table, user: User, sheet: TextIOWrapper, whole: IO[str]) -> None:
    writer = csv.writer(sheet)
    writer.writerow(table.header)
    for number, row in enumerate(table.rows(user)):
        whole.write(f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False)}")
        writer.writerow(as_cell(value) for value in row.values())
    sheet.flush()
    sheet.detach()


def as_cell(value: Any) -> str | int | float:  # noqa: ANN401
    """A value in a CSV file: nothing for none, JSON for what has parts."""
    if value is None:
        return ""
    if isinstance(value, (bool, list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return value if isinstance(value, (int, float)) else str(value)


def file_name(user: User) -> str:
    return f"yiwu-study-{user.pk}-{timezone.localdate():%Y%m%d}.zip"
