"""Facts: to look at. They change with their document, or with the question written on them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.admin.base import ModelAdmin, ReadOnly
from quizzes.admin.filters import DocumentFilter, LessonFilter
from quizzes.models import Fact


@admin.register(Fact)
class FactAdmin(ReadOnly, ModelAdmin):
    list_display = ("answer", "kind", "section", "sentence", "in_use")
    list_filter = (
        DocumentFilter,
        LessonFilter,
        "kind",
        ("retired_at", admin.EmptyFieldListFilter),
    )
    search_fields = ("answer", "evidence")
    fields = (
        "document",
        "lesson",
        "kind",
        "answer",
        "evidence",
        "importance",
        "retired_at",
        "asked",
    )
    readonly_fields = ("asked",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fact]:
        facts: QuerySet[Fact] = super().get_queryset(request)
        return facts.select_related("lesson", "document").defer("document__text", "lesson__body")

    @admin.display(description=gettext_lazy("课文"), ordering="lesson__order")
    def section(self, fact: Fact) -> str:
        return truncatechars(str(fact.lesson), 16)

    @admin.display(description=gettext_lazy("原文依据"))
    def sentence(self, fact: Fact) -> str:
        return truncatechars(fact.evidence, 60)

    @admin.display(description=gettext_lazy("在用"), boolean=True)
    def in_use(self, fact: Fact) -> bool:
        return fact.retired_at is None

    @admin.display(description=gettext_lazy("题目"))
    def asked(self, fact: Fact) -> str:
        """Its questions, and the way to write one more."""
        return format_html(
            '<a href="{}?fact={}">{}</a> · <a href="{}?fact={}">{}</a>',
            reverse("admin:quizzes_question_changelist"),
            fact.pk,
            _("看它的题目"),
            reverse("admin:quizzes_question_add"),
            fact.pk,
            _("为它写一道题"),
        )
