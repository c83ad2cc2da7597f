"""Documents and their lessons. Both change by importing a revision."""

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from quizzes.admin.base import ModelAdmin, ReadOnly, counted
from quizzes.admin.certificates import CertificateRuleInline
from quizzes.admin.filters import DocumentFilter
from quizzes.admin.uploads import UploadPages
from quizzes.models import Document, Fact, Lesson, Question, Response


@admin.register(Document)
class DocumentAdmin(ModelAdmin):
    """The list says what each course holds; adding one is importing a file."""

    list_display = ("title", "byline", "revision", "facts", "questions", "updated_at")
    search_fields = ("title", "byline", "source_name")
    fields = (
        "title",
        "byline",
        "source_name",
        "revision",
        "facts",
        "questions",
        "imported_at",
        "updated_at",
    )
    readonly_fields = ("source_name", "revision", "facts", "questions", "imported_at", "updated_at")
    inlines = (CertificateRuleInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        facts = Fact.objects.filter(retired_at=None)
        asked = Question.objects.filter(status=Question.Status.PUBLISHED, fact__retired_at=None)
        documents: QuerySet[Document] = super().get_queryset(request)
        return documents.defer("text").annotate(
            facts_=counted(facts, "document"), questions_=counted(asked, "fact__document")
        )

    def get_urls(self) -> list[URLPattern]:
        pages = UploadPages(self)
        review = path(
            "import/<int:pk>/",
            self.admin_site.admin_view(pages.review),
            name="quizzes_document_import",
        )
        return [review, *super().get_urls()]

    def add_view(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
        """The upload form: a document comes in as a file."""
        return UploadPages(self).upload(request)

    def get_deleted_objects(
        self, objs: Iterable[Document], _request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Counts in place of thousands of lines; a course that learners met stays."""
        documents = list(objs)
        met = Response.objects.filter(fact__document__in=documents)
        protected = [_("%d 条学员的答题记录") % met.count()] if met.exists() else []
        counts = {
            str(_("课文")): Lesson.objects.filter(document__in=documents).count(),
            str(_("知识点")): Fact.objects.filter(document__in=documents).count(),
            str(_("题目")): Question.objects.filter(fact__document__in=documents).count(),
        }
        return [str(document) for document in documents], counts, set(), protected

    @admin.display(description=_("知识点"), ordering="facts_")
    def facts(self, document: Document) -> int:
        return int(document.facts_)  # type: ignore[attr-defined]

    @admin.display(description=_("已发布题目"), ordering="questions_")
    def questions(self, document: Document) -> int:
        return int(document.questions_)  # type: ignore[attr-defined]


@admin.register(Lesson)
class LessonAdmin(ReadOnly, ModelAdmin):
    list_display = ("name", "document", "level", "fact_count", "in_use")
    list_display_links = ("name",)
    list_filter = (DocumentFilter, ("retired_at", admin.EmptyFieldListFilter))
    search_fields = ("number", "heading")
    fields = (
        "document",
        "parent",
        "number",
        "heading",
        "level",
        "fact_count",
        "retired_at",
        "body",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lesson]:
        lessons = super().get_queryset(request).select_related("document")
        return lessons.defer("document__text", "body")

    @admin.display(description=_("课文"), ordering="order")
    def name(self, lesson: Lesson) -> str:
        return "　" * (lesson.level - 1) + str(lesson)

    @admin.display(description=_("在用"), boolean=True)
    def in_use(self, lesson: Lesson) -> bool:
        return lesson.retired_at is None
