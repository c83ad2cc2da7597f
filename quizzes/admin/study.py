"""What learners answered: to look at, never to change."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quizzes.admin.base import ModelAdmin, ReadOnly, TabularInline
from quizzes.admin.filters import DocumentFilter, LearnerRegisteredFilter
from quizzes.models import Attempt, Response
from quizzes.showing import answer_in_words


class ResponseInline(ReadOnly, TabularInline):
    model = Response
    fields = readonly_fields = (
        "position",
        "stem",
        "answered",
        "key",
        "is_correct",
        "seconds",
        "answered_at",
    )
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Response]:
        return (
            super().get_queryset(request).select_related("revision", "attempt").order_by("position")
        )

    @admin.display(description=_("题干"))
    def stem(self, response: Response) -> str:
        return response.revision.stem

    @admin.display(description=_("回答"))
    def answered(self, response: Response) -> str:
        return answer_in_words(response)

    @admin.display(description=_("答案"))
    def key(self, response: Response) -> str:
        return response.revision.answer


@admin.register(Attempt)
class AttemptAdmin(ReadOnly, ModelAdmin):
    list_display = (
        "learner",
        "document",
        "lesson",
        "mode",
        "size",
        "correct",
        "opened_at",
        "submitted_at",
    )
    list_filter = (LearnerRegisteredFilter, DocumentFilter, "mode", "opened_at")
    search_fields = ("learner__username",)
    inlines = (ResponseInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attempt]:
        attempts = super().get_queryset(request).select_related("learner", "document", "lesson")
        return attempts.defer("document__text", "lesson__body")
