"""Certificates: the rule of each course, and withdrawing one that was issued."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes import certificates
from quizzes.admin.base import ModelAdmin
from quizzes.admin.filters import DocumentFilter
from quizzes.errors import StudyError
from quizzes.models import Certificate, CertificateRule

if TYPE_CHECKING:
    StackedInline = admin.StackedInline[Any, Any]
else:
    StackedInline = admin.StackedInline


class CertificateRuleInline(StackedInline):
    """Without a row the default holds: 80 % of the mock exam and of the facts."""

    model = CertificateRule
    extra = 0


class ReasonForm(ActionForm):
    reason = forms.CharField(
        label=gettext_lazy("撤销原因"), required=False, max_length=200, strip=True
    )


@admin.register(Certificate)
class CertificateAdmin(ModelAdmin):
    """A name that was misspelt is mended here; everything else stays as it was issued."""

    list_display = ("name", "course", "learner", "number_", "issued_at", "withdrawn_at")
    list_filter = (DocumentFilter, ("withdrawn_at", admin.EmptyFieldListFilter))
    search_fields = ("name", "number", "learner__username")
    fields = (
        "name",
        "course",
        "learner",
        "number_",
        "exam_share",
        "mastery_share",
        "issued_at",
        "withdrawn_at",
        "withdrawal_reason",
    )
    readonly_fields = fields[1:]
    action_form = ReasonForm
    actions = ("withdraw", "restore")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Certificate]:
        found: QuerySet[Certificate] = super().get_queryset(request)
        return found.select_related("learner")

    def has_add_permission(self, *_args: object) -> bool:
        return False

    def has_delete_permission(self, *_args: object) -> bool:
        return False

    @admin.display(description=gettext_lazy("证书编号"), ordering="number")
    def number_(self, certificate: Certificate) -> str:
        return certificates.grouped(certificate.number)

    @admin.action(description=gettext_lazy("撤销所选的证书"), permissions=["change"])
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Certificate]) -> None:
        done = 0
        for certificate in chosen:
            try:
                withdrawn = certificates.withdraw(certificate, request.POST.get("reason", ""))
            except StudyError as refused:
                messages.error(request, str(refused))
                return
            if withdrawn:
                done += 1
                self.log_change(request, certificate, _("撤销"))
        messages.success(request, _("撤销了 %(count)d 张证书。") % {"count": done})

    @admin.action(description=gettext_lazy("恢复所选的证书"), permissions=["change"])
    def restore(self, request: HttpRequest, chosen: QuerySet[Certificate]) -> None:
        done = 0
        for certificate in chosen:
            if certificates.restore(certificate):
                done += 1
                self.log_change(request, certificate, _("恢复"))
        messages.success(request, _("恢复了 %(count)d 张证书。") % {"count": done})
