"""Filters of lists by document and lesson; they load titles, never whole texts."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.models import Document, Lesson


class DocumentFilter(admin.SimpleListFilter):
    title = _("文档")
    parameter_name = "document"
    path = "document"

    def lookups(self, *_args: object) -> list[tuple[str, str]]:
        return [(str(pk), title) for pk, title in Document.objects.values_list("pk", "title")]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return chosen(queryset, self.path, self.value())


class LessonFilter(admin.SimpleListFilter):
    """By lesson, once a document is chosen."""

    title = _("课文")
    parameter_name = "lesson"
    path = "lesson"

    def lookups(self, request: HttpRequest, _admin: object) -> list[tuple[str, str]]:
        document = request.GET.get("document", "")
        lessons = chosen(Lesson.objects.defer("body"), "document", document or "-")
        return [(str(lesson.pk), str(lesson)) for lesson in lessons.order_by("order")]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return chosen(queryset, self.path, self.value())


class FactDocumentFilter(DocumentFilter):
    path = "fact__document"


class FactLessonFilter(LessonFilter):
    path = "fact__lesson"


class RegisteredFilter(admin.SimpleListFilter):
    """People who registered, unless guests are asked for."""

    title = _("游客")
    parameter_name = "guests"
    path = "is_guest"

    def lookups(self, *_args: object) -> list[tuple[str, Any]]:
        return [("only", _("只看游客")), ("all", _("全部"))]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """The first choice, Django's 全部, is those who registered."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("已注册")}
        yield from others

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "all":
            return queryset
        return queryset.filter(**{self.path: self.value() == "only"})


class LearnerRegisteredFilter(RegisteredFilter):
    path = "learner__is_guest"


class FactKindFilter(admin.ChoicesFieldListFilter):
    """By the kind of a question's fact, named so that it is not taken for the question's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's own)
        super().__init__(*args, **kwargs)
        self.title = _("知识点类别")


def chosen(rows: QuerySet[Any], path: str, value: str | None) -> QuerySet[Any]:
    """All rows without a value; none for a value that is no key."""
    if value is None:
        return rows
    return rows.filter(**{path: value}) if value.isdecimal() and len(value) < 19 else rows.none()
