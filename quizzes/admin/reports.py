"""What learners say is wrong with questions: instructors look, mend the question, and close it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes import keeping
from quizzes.admin.base import ModelAdmin, signed_in
from quizzes.admin.filters import DocumentFilter
from quizzes.models import Report


class ReportDocumentFilter(DocumentFilter):
    path = "question__fact__document"


@admin.register(Report)
class ReportAdmin(ModelAdmin):
    list_display = ("stem", "reason", "short_words", "state", "changed", "learner", "created_at")
    list_filter = ("state", "reason", ReportDocumentFilter)
    search_fields = ("question__stem", "words")
    fields = readonly_fields = (
        "link",
        "reason",
        "words",
        "changed",
        "learner",
        "created_at",
        "state",
        "closed_at",
        "closed_by",
    )
    actions = ("mend", "decline")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        reports: QuerySet[Report] = super().get_queryset(request)
        return reports.select_related("question", "learner", "closed_by")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Report | None = None) -> bool:
        return False

    @admin.action(description=gettext_lazy("标为已改好"), permissions=["change"])
    def mend(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self._close(request, reports, Report.State.MENDED)

    @admin.action(description=gettext_lazy("标为不用改"), permissions=["change"])
    def decline(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self._close(request, reports, Report.State.DECLINED)

    def _close(self, request: HttpRequest, reports: QuerySet[Report], state: Report.State) -> None:
        count = keeping.close(reports, state, signed_in(request))
        if count:
            messages.success(request, _("已处理 %(count)d 条反馈。") % {"count": count})
        else:
            messages.warning(request, _("选中的反馈都处理过了。"))

    @admin.display(description=gettext_lazy("题目"), ordering="question__stem")
    def stem(self, report: Report) -> str:
        return truncatechars(report.question.stem, 50)

    @admin.display(description=gettext_lazy("说明"))
    def short_words(self, report: Report) -> str:
        return truncatechars(report.words, 40)

    @admin.display(description=gettext_lazy("题目已经改过"), boolean=True)
    def changed(self, report: Report) -> bool:
        """Whether the question has a newer wording than the one reported."""
        return report.question.revision > report.revision

    @admin.display(description=gettext_lazy("现在的题目"))
    def link(self, report: Report) -> str:
        """The question to mend, and what learners see of it."""
        pk = report.question_id
        return format_html(
            '<a href="{}">{}</a> · <a href="{}">{}</a>',
            reverse("admin:quizzes_question_change", args=[pk]),
            report.question.stem,
            reverse("admin:quizzes_question_preview", args=[pk]),
            _("看题目和答案"),
        )
